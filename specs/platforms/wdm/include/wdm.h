/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Proviso's own declarations of the Windows driver interface, written from Microsoft's public documentation:
 * what it says about names, types and members holds here, what it leaves to the system is reserved. Every
 * documented function is a function here, also where a real header has a macro or an inline function of that
 * name: rules watch those names.
 */
#ifndef PROVISO_WDM_H
#define PROVISO_WDM_H

#include <ntdef.h>
#include <driverspecs.h>
#include <ntstatus.h>
#include <wdm/kernel.h>
#include <wdm/executive.h>
#include <wdm/rtl.h>
#include <wdm/memory.h>
#include <wdm/io.h>

#endif
