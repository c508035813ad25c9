/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A function SOME_OF that takes some of the lists OUTSTANDING, in any order, and one ONE_OF for each of them.
 * Included once for sends and once for receives, so that what is known of the ones is not mixed up with the
 * others.
 */
static PNET_BUFFER_LIST ONE_OF(void) {
    PNET_BUFFER_LIST before = OUTSTANDING;
    PNET_BUFFER_LIST list;
    if (before->Next == NULL || proviso_choose()) {
        OUTSTANDING = before->Next;
        return before;
    }
    while (before->Next->Next != NULL && proviso_choose())
        before = before->Next;
    list = before->Next;
    before->Next = list->Next;
    return list;
}

PNET_BUFFER_LIST SOME_OF(void) {
    PNET_BUFFER_LIST part = NULL;
    do {
        PNET_BUFFER_LIST list = ONE_OF();
        list->Next = part;
        list->Status = (NDIS_STATUS)__proviso_nondet_int();
        part = list;
    } while (OUTSTANDING != NULL && proviso_choose());
    return part;
}

#undef OUTSTANDING
#undef ONE_OF
#undef SOME_OF
