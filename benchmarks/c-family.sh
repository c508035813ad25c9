#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Writes a C program of a family that grows: c-family.sh FAMILY N [safe|unsafe]
# The error is reach_error, but in a driver it is what the rule SpinLock forbids.
set -eu
family=${1:-} n=${2:-} variant=${3:-safe}
families="locks protocol calls recursion driver loops bounds ring list"
case " $families " in
  *" $family "*) ;;
  *) echo "usage: c-family.sh FAMILY N [safe|unsafe]; families: $families" >&2; exit 1 ;;
esac
case $n in '' | *[!0-9]*) echo "N is a number" >&2; exit 1 ;; esac

exec awk -v family="$family" -v n="$n" -v variant="$variant" '
function p(text) { print text }
BEGIN {
  unsafe = variant == "unsafe"
  p("/* " family ", " n ", " variant " */")
  if (family != "driver") {
    p("extern int __VERIFIER_nondet_int(void);\nextern void reach_error(void);\n#define ANY __VERIFIER_nondet_int()\n#define CHECK(C) do { if (!(C)) reach_error(); } while (0)")
  }
  if (family == "locks") {
    # n locks, each taken or not as a flag says, and released as it says.
    p("int main(void) {")
    for (i = 1; i <= n; i++) p("  int wanted" i ", lock" i " = 0;")
    p("  while (ANY) {")
    for (i = 1; i <= n; i++) p("    wanted" i " = ANY;")
    for (i = 1; i <= n; i++) p("    if (wanted" i ") { CHECK(!lock" i "); lock" i " = 1; }")
    if (unsafe) p("    if (wanted1) wanted" n " = ANY;")
    for (i = 1; i <= n; i++) p("    if (wanted" i ") { CHECK(lock" i "); lock" i " = 0; }")
    p("  }\n  return 0;\n}")
  } else if (family == "protocol") {
    # A server of n states: who gets beyond the middle has shown a key there.
    m = int(n / 2)
    p("int main(void) {\n  int state = 0, known = 0, tries = 0;\n  while (ANY) {\n    switch (state) {")
    for (i = 0; i < n; i++) {
      p("    case " i ":")
      if (i == m) p("      if (ANY) { known = 1; state = " i + 1 "; }\n      else if (++tries > 3) state = 0;")
      else if (i == n - 1) p("      CHECK(known);\n      known = 0; tries = 0; state = 0;")
      else if (i < m) p("      state = ANY ? " i + 1 " : " (unsafe && i == m - 1 ? m + 1 : int(i / 2)) ";")
      else p("      state = ANY ? " i + 1 " : " m + 1 ";")
      p("      break;")
    }
    p("    }\n  }\n  return 0;\n}")
  } else if (family == "calls") {
    # A lock goes down a chain of calls, and comes back as it was.
    p("static int locked;\nstatic void last(void) { CHECK(locked); }")
    for (i = n; i >= 1; i--) {
      below = i == n ? "last" : "level" i + 1
      p("static int level" i "(int x) {\n  if (x < " i ")\n    return 0;")
      if (unsafe && i == int(n / 2) + 1) p("  if (x == " i ")\n    locked = 0;")
      p("  " below (i == n ? "()" : "(x - 1)") ";\n  return 1;\n}")
    }
    p("int main(void) {\n  locked = 1;\n  level1(ANY);\n  CHECK(locked);\n  return 0;\n}")
  } else if (family == "recursion") {
    # As deep as n: each activation takes and releases.
    p("static int depth, taken;")
    p("static void down(int left) {\n  if (left <= 0) {")
    p(unsafe ? "    CHECK(depth < " n ");" : "    CHECK(taken);")
    p("    return;\n  }\n  depth++;\n  taken = 1;\n  down(left - 1);\n  depth--;\n}")
    p("int main(void) {\n  int start = ANY;\n  if (start < 1 || start > " n ")\n    return 0;\n  down(start);\n  return 0;\n}")
  } else if (family == "driver") {
    # A driver with n requests, each under a lock.
    p("#include <ntddk.h>\ntypedef struct _EXTENSION { KSPIN_LOCK Lock; ULONG Count; ULONG Values[8]; } EXTENSION, *PEXTENSION;")
    p("DRIVER_INITIALIZE DriverEntry;\nDRIVER_UNLOAD Unload;\nDRIVER_DISPATCH DispatchControl;")
    for (i = 1; i <= n; i++) {
      p("static NTSTATUS Request" i "(PEXTENSION Extension, PIRP Irp)\n{\n    KIRQL Irql;\n    NTSTATUS Status = STATUS_SUCCESS;\n")
      p("    KeAcquireSpinLock(&Extension->Lock, &Irql);\n    if (Extension->Count > " i ") {\n        Status = STATUS_BUFFER_TOO_SMALL;")
      if (unsafe && i == n) p("        return Status;")
      p("    } else {\n        Extension->Values[" i % 8 "] = Extension->Count;\n        Extension->Count++;\n    }\n    KeReleaseSpinLock(&Extension->Lock, Irql);\n    Irp->IoStatus.Information = " i ";\n    return Status;\n}\n")
    }
    p("NTSTATUS DispatchControl(PDEVICE_OBJECT Device, PIRP Irp)\n{\n    PEXTENSION Extension = (PEXTENSION)Device->DeviceExtension;\n    NTSTATUS Status;\n")
    p("    switch (IoGetCurrentIrpStackLocation(Irp)->Parameters.DeviceIoControl.IoControlCode) {")
    for (i = 1; i <= n; i++) p("    case " i ":\n        Status = Request" i "(Extension, Irp);\n        break;")
    p("    default:\n        Status = STATUS_INVALID_DEVICE_REQUEST;\n        break;\n    }\n    Irp->IoStatus.Status = Status;\n    IoCompleteRequest(Irp, IO_NO_INCREMENT);\n    return Status;\n}")
    p("VOID Unload(PDRIVER_OBJECT Driver)\n{\n    IoDeleteDevice(Driver->DeviceObject);\n}")
    p("NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)\n{\n    PDEVICE_OBJECT Device;\n    NTSTATUS Status = IoCreateDevice(Driver, sizeof(EXTENSION), NULL, FILE_DEVICE_UNKNOWN, 0, FALSE, &Device);\n")
    p("    if (!NT_SUCCESS(Status))\n        return Status;\n    KeInitializeSpinLock(&((PEXTENSION)Device->DeviceExtension)->Lock);\n    Driver->MajorFunction[IRP_MJ_DEVICE_CONTROL] = DispatchControl;\n    Driver->DriverUnload = Unload;\n    return STATUS_SUCCESS;\n}")
  } else if (family == "loops") {
    # n loops, one behind the other, each of which counts up to a bound that is not known.
    p("int main(void) {\n  int i, flag = 0;")
    for (i = 1; i <= n; i++) {
      p("  int bound" i " = ANY, count" i " = 0;\n  for (i = 0; i < bound" i "; i++) {\n    count" i "++;\n    flag = 1;\n  }")
      p("  CHECK(bound" i " < 0 || count" i " == " (unsafe && i == n ? "0" : "bound" i) ");")
    }
    p("  return flag;\n}")
  } else if (family == "bounds") {
    # An array of n that is filled up to a bound that is not known.
    p("int main(void) {\n  int a[" n "], i, used = ANY, at = ANY;\n  if (used < 0 || used > " n ")\n    return 0;")
    p("  for (i = 0; i < used; i++) {\n    CHECK(i < " (unsafe ? n - 1 : n) ");\n    a[i] = i;\n  }\n  if (at >= 0 && at < used)\n    CHECK(at < " n ");\n  return i;\n}")
  } else if (family == "ring") {
    # A circular queue of capacity n: it never holds more, and is empty where as much has gone as came.
    p("static int entries[" n "], head, count, came, gone;\nint main(void) {\n  while (ANY) {\n    if (ANY) {\n      if (count < " n ") {\n        entries[(head + count) % " n "] = came;\n        count++;\n        came++;\n      }")
    p("    } else if (count" (unsafe ? " >= 0" : " > 0") ") {\n      head = (head + 1) % " n ";\n      count--;\n      gone++;\n    }\n    CHECK(count >= 0 && count <= " n " && head >= 0 && head < " n ");\n  }\n  return 0;\n}")
  } else if (family == "list") {
    # A list of up to n nodes on the heap: what is taken from it was put there.
    p("#include <stdlib.h>\nstruct node { struct node *next; int mark; };\nint main(void) {\n  struct node *first = NULL;\n  int i;\n  for (i = 0; i < " n " && ANY; i++) {\n    struct node *made = malloc(sizeof *made);\n    if (made == NULL)\n      break;")
    p("    made->mark = " (unsafe ? "i < " n " - 1" : "1") ";\n    made->next = first;\n    first = made;\n  }\n  while (first != NULL) {\n    struct node *taken = first;\n    CHECK(taken->mark == 1);\n    first = taken->next;\n    free(taken);\n  }\n  return 0;\n}")
  }
}'
