/* SPDX-License-Identifier: Apache-2.0 */
/* Atomic operations: plain ones, as callbacks do not interleave. */
#include "proviso_wdm.h"

LONG InterlockedIncrement(LONG volatile *Addend) {
    *Addend = *Addend + 1;
    return *Addend;
}

LONG InterlockedDecrement(LONG volatile *Addend) {
    *Addend = *Addend - 1;
    return *Addend;
}

LONG InterlockedExchange(LONG volatile *Target, LONG Value) {
    LONG old = *Target;
    *Target = Value;
    return old;
}

LONG InterlockedExchangeAdd(LONG volatile *Addend, LONG Value) {
    LONG old = *Addend;
    *Addend = old + Value;
    return old;
}

LONG InterlockedAdd(LONG volatile *Addend, LONG Value) {
    *Addend = *Addend + Value;
    return *Addend;
}

LONG InterlockedCompareExchange(LONG volatile *Destination, LONG ExChange, LONG Comparand) {
    LONG old = *Destination;
    if (old == Comparand) {
        *Destination = ExChange;
    }
    return old;
}

LONG InterlockedOr(LONG volatile *Destination, LONG Value) {
    LONG old = *Destination;
    *Destination = old | Value;
    return old;
}

LONG InterlockedAnd(LONG volatile *Destination, LONG Value) {
    LONG old = *Destination;
    *Destination = old & Value;
    return old;
}

LONG InterlockedXor(LONG volatile *Destination, LONG Value) {
    LONG old = *Destination;
    *Destination = old ^ Value;
    return old;
}

LONG64 InterlockedIncrement64(LONG64 volatile *Addend) {
    *Addend = *Addend + 1;
    return *Addend;
}

LONG64 InterlockedDecrement64(LONG64 volatile *Addend) {
    *Addend = *Addend - 1;
    return *Addend;
}

LONG64 InterlockedExchange64(LONG64 volatile *Target, LONG64 Value) {
    LONG64 old = *Target;
    *Target = Value;
    return old;
}

LONG64 InterlockedExchangeAdd64(LONG64 volatile *Addend, LONG64 Value) {
    LONG64 old = *Addend;
    *Addend = old + Value;
    return old;
}

LONG64 InterlockedAdd64(LONG64 volatile *Addend, LONG64 Value) {
    *Addend = *Addend + Value;
    return *Addend;
}

LONG64 InterlockedCompareExchange64(LONG64 volatile *Destination, LONG64 ExChange, LONG64 Comparand) {
    LONG64 old = *Destination;
    if (old == Comparand) {
        *Destination = ExChange;
    }
    return old;
}

PVOID InterlockedExchangePointer(PVOID volatile *Target, PVOID Value) {
    PVOID old = *Target;
    *Target = Value;
    return old;
}

PVOID InterlockedCompareExchangePointer(PVOID volatile *Destination, PVOID Exchange, PVOID Comparand) {
    PVOID old = *Destination;
    if (old == Comparand) {
        *Destination = Exchange;
    }
    return old;
}

UCHAR InterlockedBitTestAndSet(LONG volatile *Base, LONG Bit) {
    UCHAR old = (*Base >> Bit) & 1;
    *Base = *Base | (1L << Bit);
    return old;
}

UCHAR InterlockedBitTestAndReset(LONG volatile *Base, LONG Bit) {
    UCHAR old = (*Base >> Bit) & 1;
    *Base = *Base & ~(1L << Bit);
    return old;
}

LONG ReadNoFence(LONG const volatile *Source) {
    return *Source;
}

LONG ReadAcquire(LONG const volatile *Source) {
    return *Source;
}

VOID WriteNoFence(LONG volatile *Destination, LONG Value) {
    *Destination = Value;
}

VOID WriteRelease(LONG volatile *Destination, LONG Value) {
    *Destination = Value;
}

VOID MemoryBarrier(VOID) {
}

VOID YieldProcessor(VOID) {
}

VOID KeMemoryBarrier(VOID) {
}

ULONG ExInterlockedAddUlong(PULONG Addend, ULONG Increment, PKSPIN_LOCK Lock) {
    ULONG old = *Addend;
    *Addend = old + Increment;
    return old;
}

LARGE_INTEGER ExInterlockedAddLargeInteger(PLARGE_INTEGER Addend, LARGE_INTEGER Increment, PKSPIN_LOCK Lock) {
    LARGE_INTEGER old = *Addend;
    Addend->QuadPart = Addend->QuadPart + Increment.QuadPart;
    return old;
}

VOID ExInterlockedAddLargeStatistic(PLARGE_INTEGER Addend, ULONG Increment) {
    Addend->QuadPart = Addend->QuadPart + Increment;
}
