/* SPDX-License-Identifier: Apache-2.0 */
/* The driver object, device objects and their stacks. */
#include "proviso_wdm.h"

DRIVER_OBJECT proviso_driver;
static DRIVER_EXTENSION proviso_driver_extension;
/* One of the devices that the driver has. */
PDEVICE_OBJECT proviso_device;
/* False as long as the driver has not tried to create one. */
BOOLEAN proviso_creates_devices;

PIRP proviso_startio_irp;
PDEVICE_OBJECT proviso_startio_device;

void proviso_wdm_initialise(void) {
    proviso_irql = PASSIVE_LEVEL;
    proviso_driver.DriverExtension = &proviso_driver_extension;
    proviso_driver_extension.DriverObject = &proviso_driver;
}

NTSTATUS proviso_any_status(void) {
    return __proviso_nondet_long();
}

NTSTATUS IoCreateDevice(PDRIVER_OBJECT DriverObject, ULONG DeviceExtensionSize, PUNICODE_STRING DeviceName,
                        DEVICE_TYPE DeviceType, ULONG DeviceCharacteristics, BOOLEAN Exclusive,
                        PDEVICE_OBJECT *DeviceObject) {
    PDEVICE_OBJECT device;
    proviso_creates_devices = TRUE;
    if (proviso_choose()) {
        NTSTATUS status = proviso_any_status();
        __proviso_assume(!NT_SUCCESS(status));
        *DeviceObject = NULL;
        return status;
    }
    /* Zeroed, of which what drivers read is said here: to fill all of it costs more than it tells. */
    device = (PDEVICE_OBJECT)__proviso_new(sizeof(DEVICE_OBJECT));
    device->AttachedDevice = NULL;
    device->CurrentIrp = NULL;
    device->DeviceExtension = __proviso_new_zeroed(DeviceExtensionSize);
    device->DriverObject = DriverObject;
    device->Flags = DO_DEVICE_INITIALIZING | (Exclusive ? DO_EXCLUSIVE : 0);
    device->StackSize = 1;
    device->NextDevice = proviso_driver.DeviceObject;
    proviso_driver.DeviceObject = device;
    if (proviso_device == NULL || proviso_choose()) {
        proviso_device = device;
    }
    *DeviceObject = device;
    return STATUS_SUCCESS;
}

NTSTATUS IoCreateDeviceSecure(PDRIVER_OBJECT DriverObject, ULONG DeviceExtensionSize,
                              PUNICODE_STRING DeviceName, DEVICE_TYPE DeviceType, ULONG DeviceCharacteristics,
                              BOOLEAN Exclusive, PCUNICODE_STRING DefaultSDDLString, LPCGUID DeviceClassGuid,
                              PDEVICE_OBJECT *DeviceObject) {
    return IoCreateDevice(DriverObject, DeviceExtensionSize, DeviceName, DeviceType, DeviceCharacteristics,
                          Exclusive, DeviceObject);
}

VOID IoDeleteDevice(PDEVICE_OBJECT DeviceObject) {
    if (proviso_driver.DeviceObject == DeviceObject) {
        proviso_driver.DeviceObject = DeviceObject->NextDevice;
    }
    if (proviso_device == DeviceObject) {
        proviso_device = NULL;
    }
}

/* The device below, or NULL where the stack is going away. */
PDEVICE_OBJECT IoAttachDeviceToDeviceStack(PDEVICE_OBJECT SourceDevice, PDEVICE_OBJECT TargetDevice) {
    return (PDEVICE_OBJECT)__proviso_external();
}

NTSTATUS IoAttachDeviceToDeviceStackSafe(PDEVICE_OBJECT SourceDevice, PDEVICE_OBJECT TargetDevice,
                                         PDEVICE_OBJECT *AttachedToDeviceObject) {
    PDEVICE_OBJECT lower = (PDEVICE_OBJECT)__proviso_external();
    *AttachedToDeviceObject = lower;
    return lower == NULL ? STATUS_NO_SUCH_DEVICE : STATUS_SUCCESS;
}

NTSTATUS IoAttachDevice(PDEVICE_OBJECT SourceDevice, PUNICODE_STRING TargetDevice,
                        PDEVICE_OBJECT *AttachedDevice) {
    PDEVICE_OBJECT lower = (PDEVICE_OBJECT)__proviso_external();
    *AttachedDevice = lower;
    return lower == NULL ? STATUS_OBJECT_NAME_NOT_FOUND : STATUS_SUCCESS;
}

VOID IoDetachDevice(PDEVICE_OBJECT TargetDevice) {
}

PDEVICE_OBJECT IoGetAttachedDevice(PDEVICE_OBJECT DeviceObject) {
    PDEVICE_OBJECT top = (PDEVICE_OBJECT)__proviso_external();
    return top == NULL ? DeviceObject : top;
}

PDEVICE_OBJECT IoGetAttachedDeviceReference(PDEVICE_OBJECT DeviceObject) {
    return IoGetAttachedDevice(DeviceObject);
}

PDEVICE_OBJECT IoGetLowerDeviceObject(PDEVICE_OBJECT DeviceObject) {
    return (PDEVICE_OBJECT)__proviso_external();
}

PDEVICE_OBJECT IoGetRelatedDeviceObject(PFILE_OBJECT FileObject) {
    return (PDEVICE_OBJECT)__proviso_external();
}

NTSTATUS IoGetDeviceObjectPointer(PUNICODE_STRING ObjectName, ACCESS_MASK DesiredAccess,
                                  PFILE_OBJECT *FileObject, PDEVICE_OBJECT *DeviceObject) {
    PFILE_OBJECT file = (PFILE_OBJECT)__proviso_external();
    PDEVICE_OBJECT device = (PDEVICE_OBJECT)__proviso_external();
    if (file == NULL || device == NULL) {
        return STATUS_OBJECT_NAME_NOT_FOUND;
    }
    *FileObject = file;
    *DeviceObject = device;
    return STATUS_SUCCESS;
}

/*
 * The device is idle and StartIo is called at once, at DISPATCH_LEVEL, or it is busy and the packet waits.
 */
VOID IoStartPacket(PDEVICE_OBJECT DeviceObject, PIRP Irp, PULONG Key, PDRIVER_CANCEL CancelFunction) {
    KIRQL old = proviso_irql;
    if (CancelFunction != NULL) {
        IoSetCancelRoutine(Irp, CancelFunction);
    }
    if (proviso_choose()) {
        DeviceObject->CurrentIrp = Irp;
        proviso_irql = DISPATCH_LEVEL;
        proviso_driver.DriverStartIo(DeviceObject, Irp);
        proviso_irql = old;
    } else if (proviso_startio_irp == NULL || proviso_choose()) {
        proviso_startio_irp = Irp;
        proviso_startio_device = DeviceObject;
    }
}

/* The harness starts the packet that waits. */
VOID IoStartNextPacket(PDEVICE_OBJECT DeviceObject, BOOLEAN Cancelable) {
    DeviceObject->CurrentIrp = NULL;
}

VOID IoStartNextPacketByKey(PDEVICE_OBJECT DeviceObject, BOOLEAN Cancelable, ULONG Key) {
    DeviceObject->CurrentIrp = NULL;
}

VOID IoSetStartIoAttributes(PDEVICE_OBJECT DeviceObject, BOOLEAN DeferredStartIo, BOOLEAN NonCancelable) {
}

NTSTATUS IoAllocateDriverObjectExtension(PDRIVER_OBJECT DriverObject, PVOID ClientIdentificationAddress,
                                         ULONG DriverObjectExtensionSize, PVOID *DriverObjectExtension) {
    if (proviso_choose()) {
        *DriverObjectExtension = NULL;
        return STATUS_INSUFFICIENT_RESOURCES;
    }
    *DriverObjectExtension = __proviso_new_zeroed(DriverObjectExtensionSize);
    return STATUS_SUCCESS;
}
