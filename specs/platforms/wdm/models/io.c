/* SPDX-License-Identifier: Apache-2.0 */
/* Services of the I/O, plug-and-play and power managers that change nothing a driver sees beside their
 * results. */
#include "proviso_wdm.h"

VOID IoInitializeIrp(PIRP Irp, USHORT PacketSize, CCHAR StackSize) {
}

USHORT IoSizeOfIrp(CCHAR StackSize) {
    return __proviso_nondet_ushort();
}

PVOID IoGetInitialStack(VOID) {
    PVOID result = (PVOID)__proviso_external();
    __proviso_assume(result != NULL);
    return result;
}

PEPROCESS IoGetCurrentProcess(VOID) {
    PEPROCESS result = (PEPROCESS)__proviso_external();
    __proviso_assume(result != NULL);
    return result;
}

ULONG IoGetRequestorProcessId(PIRP Irp) {
    return __proviso_nondet_ulong();
}

PIRP IoGetTopLevelIrp(VOID) {
    return (PIRP)__proviso_external();
}

VOID IoSetTopLevelIrp(PIRP Irp) {
}

NTSTATUS IoCreateSymbolicLink(PUNICODE_STRING SymbolicLinkName, PUNICODE_STRING DeviceName) {
    return proviso_any_status();
}

NTSTATUS IoCreateUnprotectedSymbolicLink(PUNICODE_STRING SymbolicLinkName, PUNICODE_STRING DeviceName) {
    return proviso_any_status();
}

NTSTATUS IoDeleteSymbolicLink(PUNICODE_STRING SymbolicLinkName) {
    return proviso_any_status();
}

NTSTATUS IoRegisterShutdownNotification(PDEVICE_OBJECT DeviceObject) {
    return proviso_any_status();
}

VOID IoUnregisterShutdownNotification(PDEVICE_OBJECT DeviceObject) {
}

VOID IoRegisterDriverReinitialization(PDRIVER_OBJECT DriverObject,
                                      PDRIVER_REINITIALIZE DriverReinitializationRoutine, PVOID Context) {
}

PVOID IoGetDriverObjectExtension(PDRIVER_OBJECT DriverObject, PVOID ClientIdentificationAddress) {
    return (PVOID)__proviso_external();
}

NTSTATUS IoRegisterDeviceInterface(PDEVICE_OBJECT PhysicalDeviceObject, const GUID *InterfaceClassGuid,
                                   PUNICODE_STRING ReferenceString, PUNICODE_STRING SymbolicLinkName) {
    SymbolicLinkName->Buffer = (PWCH)__proviso_external();
    SymbolicLinkName->Length = __proviso_nondet_ushort();
    SymbolicLinkName->MaximumLength = SymbolicLinkName->Length;
    return proviso_any_status();
}

NTSTATUS IoSetDeviceInterfaceState(PUNICODE_STRING SymbolicLinkName, BOOLEAN Enable) {
    return proviso_any_status();
}

NTSTATUS IoGetDeviceInterfaces(const GUID *InterfaceClassGuid, PDEVICE_OBJECT PhysicalDeviceObject,
                               ULONG Flags, PZZWSTR *SymbolicLinkList) {
    *SymbolicLinkList = (PZZWSTR)__proviso_external();
    return proviso_any_status();
}

NTSTATUS IoGetDeviceProperty(PDEVICE_OBJECT DeviceObject, DEVICE_REGISTRY_PROPERTY DeviceProperty,
                             ULONG BufferLength, PVOID PropertyBuffer, PULONG ResultLength) {
    __proviso_scramble(PropertyBuffer);
    if (ResultLength != NULL) {
        *ResultLength = __proviso_nondet_ulong();
    }
    return proviso_any_status();
}

NTSTATUS IoOpenDeviceRegistryKey(PDEVICE_OBJECT DeviceObject, ULONG DevInstKeyType, ACCESS_MASK DesiredAccess,
                                 PHANDLE DeviceRegKey) {
    *DeviceRegKey = (HANDLE)__proviso_nondet_ulonglong();
    return proviso_any_status();
}

NTSTATUS IoOpenDeviceInterfaceRegistryKey(PUNICODE_STRING SymbolicLinkName, ACCESS_MASK DesiredAccess,
                                          PHANDLE DeviceInterfaceRegKey) {
    *DeviceInterfaceRegKey = (HANDLE)__proviso_nondet_ulonglong();
    return proviso_any_status();
}

VOID IoInvalidateDeviceRelations(PDEVICE_OBJECT DeviceObject, DEVICE_RELATION_TYPE Type) {
}

VOID IoInvalidateDeviceState(PDEVICE_OBJECT PhysicalDeviceObject) {
}

VOID IoRequestDeviceEject(PDEVICE_OBJECT PhysicalDeviceObject) {
}

VOID IoAdjustPagingPathCount(PLONG Count, BOOLEAN Increment) {
    *Count = Increment ? *Count + 1 : *Count - 1;
}

NTSTATUS IoRegisterPlugPlayNotification(IO_NOTIFICATION_EVENT_CATEGORY EventCategory,
                                        ULONG EventCategoryFlags, PVOID EventCategoryData,
                                        PDRIVER_OBJECT DriverObject,
                                        PDRIVER_NOTIFICATION_CALLBACK_ROUTINE CallbackRoutine, PVOID Context,
                                        PVOID *NotificationEntry) {
    *NotificationEntry = (PVOID)__proviso_external();
    return proviso_any_status();
}

NTSTATUS IoUnregisterPlugPlayNotification(PVOID NotificationEntry) {
    return proviso_any_status();
}

NTSTATUS IoUnregisterPlugPlayNotificationEx(PVOID NotificationEntry) {
    return proviso_any_status();
}

NTSTATUS IoWMIRegistrationControl(PDEVICE_OBJECT DeviceObject, ULONG Action) {
    return proviso_any_status();
}

NTSTATUS IoWMIWriteEvent(PVOID WnodeEventItem) {
    return proviso_any_status();
}

PKEVENT IoCreateNotificationEvent(PUNICODE_STRING EventName, PHANDLE EventHandle) {
    *EventHandle = (HANDLE)__proviso_nondet_ulonglong();
    return (PKEVENT)__proviso_external();
}

PKEVENT IoCreateSynchronizationEvent(PUNICODE_STRING EventName, PHANDLE EventHandle) {
    *EventHandle = (HANDLE)__proviso_nondet_ulonglong();
    return (PKEVENT)__proviso_external();
}

PVOID IoAllocateErrorLogEntry(PVOID IoObject, UCHAR EntrySize) {
    return (PVOID)__proviso_external();
}

VOID IoFreeErrorLogEntry(PVOID ElEntry) {
}

VOID IoWriteErrorLogEntry(PVOID ElEntry) {
}

NTSTATUS IoCheckShareAccess(ACCESS_MASK DesiredAccess, ULONG DesiredShareAccess, PFILE_OBJECT FileObject,
                            PSHARE_ACCESS ShareAccess, BOOLEAN Update) {
    return proviso_any_status();
}

NTSTATUS ZwCreateFile(PHANDLE FileHandle, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes,
                      PIO_STATUS_BLOCK IoStatusBlock, PLARGE_INTEGER AllocationSize, ULONG FileAttributes,
                      ULONG ShareAccess, ULONG CreateDisposition, ULONG CreateOptions, PVOID EaBuffer,
                      ULONG EaLength) {
    *FileHandle = (HANDLE)__proviso_nondet_ulonglong();
    IoStatusBlock->Status = __proviso_nondet_long();
    IoStatusBlock->Information = __proviso_nondet_ulonglong();
    return proviso_any_status();
}

NTSTATUS ZwOpenFile(PHANDLE FileHandle, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes,
                    PIO_STATUS_BLOCK IoStatusBlock, ULONG ShareAccess, ULONG OpenOptions) {
    *FileHandle = (HANDLE)__proviso_nondet_ulonglong();
    IoStatusBlock->Status = __proviso_nondet_long();
    IoStatusBlock->Information = __proviso_nondet_ulonglong();
    return proviso_any_status();
}

NTSTATUS ZwReadFile(HANDLE FileHandle, HANDLE Event, PIO_APC_ROUTINE ApcRoutine, PVOID ApcContext,
                    PIO_STATUS_BLOCK IoStatusBlock, PVOID Buffer, ULONG Length, PLARGE_INTEGER ByteOffset,
                    PULONG Key) {
    __proviso_scramble(Buffer);
    IoStatusBlock->Status = __proviso_nondet_long();
    IoStatusBlock->Information = __proviso_nondet_ulonglong();
    return proviso_any_status();
}

NTSTATUS ZwWriteFile(HANDLE FileHandle, HANDLE Event, PIO_APC_ROUTINE ApcRoutine, PVOID ApcContext,
                     PIO_STATUS_BLOCK IoStatusBlock, PVOID Buffer, ULONG Length, PLARGE_INTEGER ByteOffset,
                     PULONG Key) {
    IoStatusBlock->Status = __proviso_nondet_long();
    IoStatusBlock->Information = __proviso_nondet_ulonglong();
    return proviso_any_status();
}

NTSTATUS ZwQueryInformationFile(HANDLE FileHandle, PIO_STATUS_BLOCK IoStatusBlock, PVOID FileInformation,
                                ULONG Length, FILE_INFORMATION_CLASS FileInformationClass) {
    __proviso_scramble(FileInformation);
    IoStatusBlock->Status = __proviso_nondet_long();
    IoStatusBlock->Information = __proviso_nondet_ulonglong();
    return proviso_any_status();
}

NTSTATUS ZwSetInformationFile(HANDLE FileHandle, PIO_STATUS_BLOCK IoStatusBlock, PVOID FileInformation,
                              ULONG Length, FILE_INFORMATION_CLASS FileInformationClass) {
    IoStatusBlock->Status = __proviso_nondet_long();
    IoStatusBlock->Information = __proviso_nondet_ulonglong();
    return proviso_any_status();
}

POWER_STATE PoSetPowerState(PDEVICE_OBJECT DeviceObject, POWER_STATE_TYPE Type, POWER_STATE State) {
    return State;
}

PULONG PoRegisterDeviceForIdleDetection(PDEVICE_OBJECT DeviceObject, ULONG ConservationIdleTime,
                                        ULONG PerformanceIdleTime, DEVICE_POWER_STATE State) {
    return (PULONG)__proviso_external();
}

VOID PoSetSystemState(ULONG Flags) {
}

VOID __sdv_save_request(PVOID request) {
}

VOID __sdv_retrieve_request(PVOID request) {
}
