/* SPDX-License-Identifier: Apache-2.0 */
/* Services of the kernel and the executive that change nothing a driver sees beside their results. */
#include "proviso_wdm.h"

LONG KePulseEvent(PRKEVENT Event, KPRIORITY Increment, BOOLEAN Wait) {
    return __proviso_nondet_long();
}

VOID KeInitializeDeviceQueue(PKDEVICE_QUEUE DeviceQueue) {
    DeviceQueue->DeviceListHead.Flink = &DeviceQueue->DeviceListHead;
    DeviceQueue->DeviceListHead.Blink = &DeviceQueue->DeviceListHead;
    DeviceQueue->Busy = FALSE;
}

BOOLEAN KeRemoveEntryDeviceQueue(PKDEVICE_QUEUE DeviceQueue, PKDEVICE_QUEUE_ENTRY DeviceQueueEntry) {
    return proviso_choose();
}

ULONG KeQueryTimeIncrement(VOID) {
    return __proviso_nondet_ulong();
}

ULONGLONG KeQueryInterruptTime(VOID) {
    return __proviso_nondet_ulonglong();
}

ULONGLONG KeQueryUnbiasedInterruptTime(VOID) {
    return __proviso_nondet_ulonglong();
}

ULONG KeGetCurrentProcessorNumber(VOID) {
    return __proviso_nondet_ulong();
}

ULONG KeGetCurrentProcessorNumberEx(PPROCESSOR_NUMBER ProcNumber) {
    return __proviso_nondet_ulong();
}

ULONG KeQueryActiveProcessorCount(PKAFFINITY ActiveProcessors) {
    return __proviso_nondet_ulong();
}

ULONG KeQueryActiveProcessorCountEx(USHORT GroupNumber) {
    return __proviso_nondet_ulong();
}

ULONG KeQueryMaximumProcessorCount(VOID) {
    return __proviso_nondet_ulong();
}

ULONG KeQueryMaximumProcessorCountEx(USHORT GroupNumber) {
    return __proviso_nondet_ulong();
}

KAFFINITY KeQueryActiveProcessors(VOID) {
    return __proviso_nondet_ulonglong();
}

NTSTATUS KeGetProcessorNumberFromIndex(ULONG ProcIndex, PPROCESSOR_NUMBER ProcNumber) {
    ProcNumber->Group = 0;
    ProcNumber->Number = __proviso_nondet_uchar();
    return proviso_any_status();
}

VOID KeSetSystemAffinityThread(KAFFINITY Affinity) {
}

VOID KeRevertToUserAffinityThread(VOID) {
}

VOID KeSetSystemGroupAffinityThread(PGROUP_AFFINITY Affinity, PGROUP_AFFINITY PreviousAffinity) {
}

VOID KeRevertToUserGroupAffinityThread(PGROUP_AFFINITY PreviousAffinity) {
}

PKTHREAD KeGetCurrentThread(VOID) {
    PKTHREAD result = (PKTHREAD)__proviso_external();
    __proviso_assume(result != NULL);
    return result;
}

KPRIORITY KeQueryPriorityThread(PKTHREAD Thread) {
    return __proviso_nondet_long();
}

KPRIORITY KeSetPriorityThread(PKTHREAD Thread, KPRIORITY Priority) {
    return __proviso_nondet_long();
}

NTSTATUS KeSaveFloatingPointState(PKFLOATING_SAVE FloatSave) {
    return proviso_any_status();
}

NTSTATUS KeRestoreFloatingPointState(PKFLOATING_SAVE FloatSave) {
    return proviso_any_status();
}

VOID KeFlushIoBuffers(struct _MDL *Mdl, BOOLEAN ReadOperation, BOOLEAN DmaOperation) {
}

ULONG KeGetRecommendedSharedDataAlignment(VOID) {
    return __proviso_nondet_ulong();
}

VOID KeBugCheck(ULONG BugCheckCode) {
    __proviso_assume(0);
}

VOID KeBugCheckEx(ULONG BugCheckCode, ULONG_PTR BugCheckParameter1, ULONG_PTR BugCheckParameter2,
                  ULONG_PTR BugCheckParameter3, ULONG_PTR BugCheckParameter4) {
    __proviso_assume(0);
}

NTSTATUS ExReinitializeResourceLite(PERESOURCE Resource) {
    return STATUS_SUCCESS;
}

PVOID ExEnterCriticalRegionAndAcquireResourceExclusive(PERESOURCE Resource) {
    return (PVOID)__proviso_external();
}

PVOID ExEnterCriticalRegionAndAcquireResourceShared(PERESOURCE Resource) {
    return (PVOID)__proviso_external();
}

BOOLEAN ExIsResourceAcquiredExclusiveLite(PERESOURCE Resource) {
    return proviso_choose();
}

ULONG ExIsResourceAcquiredSharedLite(PERESOURCE Resource) {
    return __proviso_nondet_ulong();
}

ERESOURCE_THREAD ExGetCurrentResourceThread(VOID) {
    return __proviso_nondet_ulonglong();
}

BOOLEAN ExAcquireRundownProtectionEx(PEX_RUNDOWN_REF RunRef, ULONG Count) {
    return proviso_choose();
}

VOID ExReleaseRundownProtectionEx(PEX_RUNDOWN_REF RunRef, ULONG Count) {
}

NTSTATUS ExCreateCallback(PCALLBACK_OBJECT *CallbackObject, POBJECT_ATTRIBUTES ObjectAttributes,
                          BOOLEAN Create, BOOLEAN AllowMultipleCallbacks) {
    *CallbackObject = (PCALLBACK_OBJECT)__proviso_external();
    return proviso_any_status();
}

PVOID ExRegisterCallback(PCALLBACK_OBJECT CallbackObject, PCALLBACK_FUNCTION CallbackFunction,
                         PVOID CallbackContext) {
    return (PVOID)__proviso_external();
}

VOID ExUnregisterCallback(PVOID CallbackRegistration) {
}

KPROCESSOR_MODE ExGetPreviousMode(VOID) {
    return proviso_choose() ? UserMode : KernelMode;
}

VOID ExRaiseStatus(NTSTATUS Status) {
    __proviso_assume(0);
}

VOID ExRaiseAccessViolation(VOID) {
    __proviso_assume(0);
}

VOID ExRaiseDatatypeMisalignment(VOID) {
    __proviso_assume(0);
}

BOOLEAN ExIsProcessorFeaturePresent(ULONG ProcessorFeature) {
    return proviso_choose();
}

VOID ExSystemTimeToLocalTime(PLARGE_INTEGER SystemTime, PLARGE_INTEGER LocalTime) {
    LocalTime->QuadPart = __proviso_nondet_longlong();
}

VOID ExLocalTimeToSystemTime(PLARGE_INTEGER LocalTime, PLARGE_INTEGER SystemTime) {
    SystemTime->QuadPart = __proviso_nondet_longlong();
}

ULONG ExSetTimerResolution(ULONG DesiredTime, BOOLEAN SetResolution) {
    return __proviso_nondet_ulong();
}

NTSTATUS ExUuidCreate(GUID *Uuid) {
    __proviso_scramble(Uuid);
    return proviso_any_status();
}

NTSTATUS ObReferenceObjectByHandle(HANDLE Handle, ACCESS_MASK DesiredAccess, POBJECT_TYPE ObjectType,
                                   KPROCESSOR_MODE AccessMode, PVOID *Object,
                                   POBJECT_HANDLE_INFORMATION HandleInformation) {
    PVOID object = (PVOID)__proviso_external();
    if (object == NULL) {
        NTSTATUS status = proviso_any_status();
        __proviso_assume(!NT_SUCCESS(status));
        return status;
    }
    *Object = object;
    return STATUS_SUCCESS;
}

NTSTATUS ObReferenceObjectByPointer(PVOID Object, ACCESS_MASK DesiredAccess, POBJECT_TYPE ObjectType,
                                    KPROCESSOR_MODE AccessMode) {
    return proviso_any_status();
}

LONG_PTR ObReferenceObject(PVOID Object) {
    return __proviso_nondet_longlong();
}

LONG_PTR ObfReferenceObject(PVOID Object) {
    return __proviso_nondet_longlong();
}

LONG_PTR ObDereferenceObject(PVOID Object) {
    return __proviso_nondet_longlong();
}

LONG_PTR ObfDereferenceObject(PVOID Object) {
    return __proviso_nondet_longlong();
}

VOID ObDereferenceObjectDeferDelete(PVOID Object) {
}

NTSTATUS ObOpenObjectByPointer(PVOID Object, ULONG HandleAttributes, PACCESS_STATE PassedAccessState,
                               ACCESS_MASK DesiredAccess, POBJECT_TYPE ObjectType, KPROCESSOR_MODE AccessMode,
                               PHANDLE Handle) {
    *Handle = (HANDLE)__proviso_nondet_ulonglong();
    return proviso_any_status();
}

NTSTATUS ObQueryNameString(PVOID Object, PVOID ObjectNameInfo, ULONG Length, PULONG ReturnLength) {
    __proviso_scramble(ObjectNameInfo);
    if (ReturnLength != NULL) {
        *ReturnLength = __proviso_nondet_ulong();
    }
    return proviso_any_status();
}

NTSTATUS PsTerminateSystemThread(NTSTATUS ExitStatus) {
    __proviso_assume(0);
    return STATUS_SUCCESS;
}

PETHREAD PsGetCurrentThread(VOID) {
    PETHREAD result = (PETHREAD)__proviso_external();
    __proviso_assume(result != NULL);
    return result;
}

PEPROCESS PsGetCurrentProcess(VOID) {
    PEPROCESS result = (PEPROCESS)__proviso_external();
    __proviso_assume(result != NULL);
    return result;
}

HANDLE PsGetCurrentProcessId(VOID) {
    return (HANDLE)__proviso_nondet_ulonglong();
}

HANDLE PsGetCurrentThreadId(VOID) {
    return (HANDLE)__proviso_nondet_ulonglong();
}

HANDLE PsGetProcessId(PEPROCESS Process) {
    return (HANDLE)__proviso_nondet_ulonglong();
}

BOOLEAN PsGetVersion(PULONG MajorVersion, PULONG MinorVersion, PULONG BuildNumber,
                     PUNICODE_STRING CSDVersion) {
    return proviso_choose();
}

NTSTATUS ZwClose(HANDLE Handle) {
    return STATUS_SUCCESS;
}
