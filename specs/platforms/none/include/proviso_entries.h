/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Harnesses include this for HAS_<ROLE> and enter_<ROLE>. Their text depends on the code under check: Proviso writes it before the
 * harness, so that nothing is left to declare here.
 */
