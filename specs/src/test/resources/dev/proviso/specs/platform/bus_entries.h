/* proviso_entries.h: the entry points of the code under check, as Proviso found them. */
#ifndef PROVISO_ENTRIES_H
#define PROVISO_ENTRIES_H
#include "proviso.h"
#include <bus.h>

#define HAS_BUS_DISPATCH 1
extern int Read(struct _BUS *, int *) __attribute__((proviso_procedure("Read")));
extern int bus_c__Close(struct _BUS *, int *) __attribute__((proviso_procedure("bus.c::Close")));
extern void Odd(void *) __attribute__((proviso_procedure("Odd")));
extern int unhandled_BUS_DISPATCH(struct _BUS *, int *);
static int enter_BUS_DISPATCH(unsigned char selector, struct _BUS *p1, int *p2) {
    int arbitrary;
    switch (selector) {
    case 0:
    case 3:
        switch (__proviso_nondet_int()) {
        case 0:
            return Read(p1, p2);
        default:
            Odd((void *)p1);
            return arbitrary;
        }
    case 2:
        switch (__proviso_nondet_int()) {
        case 0:
            return bus_c__Close(p1, p2);
        default:
            Odd((void *)p1);
            return arbitrary;
        }
    default:
        switch (__proviso_nondet_int()) {
        case 0:
            Odd((void *)p1);
            return arbitrary;
        default:
            return unhandled_BUS_DISPATCH(p1, p2);
        }
    }
}

#define HAS_BUS_UNLOAD 1
extern void Unload(struct _BUS *) __attribute__((proviso_procedure("Unload")));
extern void Unload2(struct _BUS *) __attribute__((proviso_procedure("Unload2")));
static void enter_BUS_UNLOAD(struct _BUS *p1) {
    switch (__proviso_nondet_int()) {
    case 0:
        Unload(p1);
        return;
    default:
        Unload2(p1);
        return;
    }
}

#define HAS_BUS_TIMER 0
static int enter_BUS_TIMER(struct _BUS *p1, int *p2) {
    int arbitrary;
    return arbitrary;
}

#endif
