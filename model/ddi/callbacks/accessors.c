/* SPDX-License-Identifier: MIT */
#include "ddi/call/call.h"
#include "ddi/callbacks/register_buffers.h"
#include "ddi/callbacks/registers.h"
#include "dxgmap_accessors.h"
#include "dxgmap_video_accessors.h"

/* READ_PORT_UCHAR, VideoPortReadPortUchar and their kin: one access each, or Count of them in a row. */

UCHAR READ_PORT_UCHAR(PUCHAR Port)
{
  return (UCHAR)dxgmap_ddi_read_port(Port, sizeof(UCHAR), DXGMAP_DDI_SITE);
}

VOID WRITE_PORT_UCHAR(PUCHAR Port, UCHAR Value)
{
  dxgmap_ddi_write_port(Port, sizeof(UCHAR), Value, DXGMAP_DDI_SITE);
}

VOID READ_PORT_BUFFER_UCHAR(PUCHAR Port, PUCHAR Buffer, ULONG Count)
{
  dxgmap_ddi_read_ports(Port, Buffer, sizeof(UCHAR), Count, DXGMAP_DDI_SITE);
}

VOID WRITE_PORT_BUFFER_UCHAR(PUCHAR Port, PUCHAR Buffer, ULONG Count)
{
  dxgmap_ddi_write_ports(Port, Buffer, sizeof(UCHAR), Count, DXGMAP_DDI_SITE);
}

USHORT READ_PORT_USHORT(PUSHORT Port)
{
  return (USHORT)dxgmap_ddi_read_port(Port, sizeof(USHORT), DXGMAP_DDI_SITE);
}

VOID WRITE_PORT_USHORT(PUSHORT Port, USHORT Value)
{
  dxgmap_ddi_write_port(Port, sizeof(USHORT), Value, DXGMAP_DDI_SITE);
}

VOID READ_PORT_BUFFER_USHORT(PUSHORT Port, PUSHORT Buffer, ULONG Count)
{
  dxgmap_ddi_read_ports(Port, Buffer, sizeof(USHORT), Count, DXGMAP_DDI_SITE);
}

VOID WRITE_PORT_BUFFER_USHORT(PUSHORT Port, PUSHORT Buffer, ULONG Count)
{
  dxgmap_ddi_write_ports(Port, Buffer, sizeof(USHORT), Count, DXGMAP_DDI_SITE);
}

ULONG READ_PORT_ULONG(PULONG Port)
{
  return (ULONG)dxgmap_ddi_read_port(Port, sizeof(ULONG), DXGMAP_DDI_SITE);
}

VOID WRITE_PORT_ULONG(PULONG Port, ULONG Value)
{
  dxgmap_ddi_write_port(Port, sizeof(ULONG), Value, DXGMAP_DDI_SITE);
}

VOID READ_PORT_BUFFER_ULONG(PULONG Port, PULONG Buffer, ULONG Count)
{
  dxgmap_ddi_read_ports(Port, Buffer, sizeof(ULONG), Count, DXGMAP_DDI_SITE);
}

VOID WRITE_PORT_BUFFER_ULONG(PULONG Port, PULONG Buffer, ULONG Count)
{
  dxgmap_ddi_write_ports(Port, Buffer, sizeof(ULONG), Count, DXGMAP_DDI_SITE);
}

UCHAR READ_REGISTER_UCHAR(volatile UCHAR *Register)
{
  return (UCHAR)dxgmap_ddi_read_register(Register, sizeof(UCHAR), DXGMAP_DDI_SITE);
}

VOID WRITE_REGISTER_UCHAR(volatile UCHAR *Register, UCHAR Value)
{
  dxgmap_ddi_write_register(Register, sizeof(UCHAR), Value, DXGMAP_DDI_SITE);
}

VOID READ_REGISTER_BUFFER_UCHAR(volatile UCHAR *Register, PUCHAR Buffer, ULONG Count)
{
  dxgmap_ddi_read_registers(Register, Buffer, sizeof(UCHAR), Count, DXGMAP_DDI_SITE);
}

VOID WRITE_REGISTER_BUFFER_UCHAR(volatile UCHAR *Register, PUCHAR Buffer, ULONG Count)
{
  dxgmap_ddi_write_registers(Register, Buffer, sizeof(UCHAR), Count, DXGMAP_DDI_SITE);
}

USHORT READ_REGISTER_USHORT(volatile USHORT *Register)
{
  return (USHORT)dxgmap_ddi_read_register(Register, sizeof(USHORT), DXGMAP_DDI_SITE);
}

VOID WRITE_REGISTER_USHORT(volatile USHORT *Register, USHORT Value)
{
  dxgmap_ddi_write_register(Register, sizeof(USHORT), Value, DXGMAP_DDI_SITE);
}

VOID READ_REGISTER_BUFFER_USHORT(volatile USHORT *Register, PUSHORT Buffer, ULONG Count)
{
  dxgmap_ddi_read_registers(Register, Buffer, sizeof(USHORT), Count, DXGMAP_DDI_SITE);
}

VOID WRITE_REGISTER_BUFFER_USHORT(volatile USHORT *Register, PUSHORT Buffer, ULONG Count)
{
  dxgmap_ddi_write_registers(Register, Buffer, sizeof(USHORT), Count, DXGMAP_DDI_SITE);
}

ULONG READ_REGISTER_ULONG(volatile ULONG *Register)
{
  return (ULONG)dxgmap_ddi_read_register(Register, sizeof(ULONG), DXGMAP_DDI_SITE);
}

VOID WRITE_REGISTER_ULONG(volatile ULONG *Register, ULONG Value)
{
  dxgmap_ddi_write_register(Register, sizeof(ULONG), Value, DXGMAP_DDI_SITE);
}

VOID READ_REGISTER_BUFFER_ULONG(volatile ULONG *Register, PULONG Buffer, ULONG Count)
{
  dxgmap_ddi_read_registers(Register, Buffer, sizeof(ULONG), Count, DXGMAP_DDI_SITE);
}

VOID WRITE_REGISTER_BUFFER_ULONG(volatile ULONG *Register, PULONG Buffer, ULONG Count)
{
  dxgmap_ddi_write_registers(Register, Buffer, sizeof(ULONG), Count, DXGMAP_DDI_SITE);
}

UCHAR VideoPortReadPortUchar(PUCHAR Port)
{
  return (UCHAR)dxgmap_ddi_read_port(Port, sizeof(UCHAR), DXGMAP_DDI_SITE);
}

VOID VideoPortWritePortUchar(PUCHAR Port, UCHAR Value)
{
  dxgmap_ddi_write_port(Port, sizeof(UCHAR), Value, DXGMAP_DDI_SITE);
}

VOID VideoPortReadPortBufferUchar(PUCHAR Port, PUCHAR Buffer, ULONG Count)
{
  dxgmap_ddi_read_ports(Port, Buffer, sizeof(UCHAR), Count, DXGMAP_DDI_SITE);
}

VOID VideoPortWritePortBufferUchar(PUCHAR Port, PUCHAR Buffer, ULONG Count)
{
  dxgmap_ddi_write_ports(Port, Buffer, sizeof(UCHAR), Count, DXGMAP_DDI_SITE);
}

USHORT VideoPortReadPortUshort(PUSHORT Port)
{
  return (USHORT)dxgmap_ddi_read_port(Port, sizeof(USHORT), DXGMAP_DDI_SITE);
}

VOID VideoPortWritePortUshort(PUSHORT Port, USHORT Value)
{
  dxgmap_ddi_write_port(Port, sizeof(USHORT), Value, DXGMAP_DDI_SITE);
}

VOID VideoPortReadPortBufferUshort(PUSHORT Port, PUSHORT Buffer, ULONG Count)
{
  dxgmap_ddi_read_ports(Port, Buffer, sizeof(USHORT), Count, DXGMAP_DDI_SITE);
}

VOID VideoPortWritePortBufferUshort(PUSHORT Port, PUSHORT Buffer, ULONG Count)
{
  dxgmap_ddi_write_ports(Port, Buffer, sizeof(USHORT), Count, DXGMAP_DDI_SITE);
}

ULONG VideoPortReadPortUlong(PULONG Port)
{
  return (ULONG)dxgmap_ddi_read_port(Port, sizeof(ULONG), DXGMAP_DDI_SITE);
}

VOID VideoPortWritePortUlong(PULONG Port, ULONG Value)
{
  dxgmap_ddi_write_port(Port, sizeof(ULONG), Value, DXGMAP_DDI_SITE);
}

VOID VideoPortReadPortBufferUlong(PULONG Port, PULONG Buffer, ULONG Count)
{
  dxgmap_ddi_read_ports(Port, Buffer, sizeof(ULONG), Count, DXGMAP_DDI_SITE);
}

VOID VideoPortWritePortBufferUlong(PULONG Port, PULONG Buffer, ULONG Count)
{
  dxgmap_ddi_write_ports(Port, Buffer, sizeof(ULONG), Count, DXGMAP_DDI_SITE);
}

UCHAR VideoPortReadRegisterUchar(PUCHAR Register)
{
  return (UCHAR)dxgmap_ddi_read_register(Register, sizeof(UCHAR), DXGMAP_DDI_SITE);
}

VOID VideoPortWriteRegisterUchar(PUCHAR Register, UCHAR Value)
{
  dxgmap_ddi_write_register(Register, sizeof(UCHAR), Value, DXGMAP_DDI_SITE);
}

VOID VideoPortReadRegisterBufferUchar(PUCHAR Register, PUCHAR Buffer, ULONG Count)
{
  dxgmap_ddi_read_registers(Register, Buffer, sizeof(UCHAR), Count, DXGMAP_DDI_SITE);
}

VOID VideoPortWriteRegisterBufferUchar(PUCHAR Register, PUCHAR Buffer, ULONG Count)
{
  dxgmap_ddi_write_registers(Register, Buffer, sizeof(UCHAR), Count, DXGMAP_DDI_SITE);
}

USHORT VideoPortReadRegisterUshort(PUSHORT Register)
{
  return (USHORT)dxgmap_ddi_read_register(Register, sizeof(USHORT), DXGMAP_DDI_SITE);
}

VOID VideoPortWriteRegisterUshort(PUSHORT Register, USHORT Value)
{
  dxgmap_ddi_write_register(Register, sizeof(USHORT), Value, DXGMAP_DDI_SITE);
}

VOID VideoPortReadRegisterBufferUshort(PUSHORT Register, PUSHORT Buffer, ULONG Count)
{
  dxgmap_ddi_read_registers(Register, Buffer, sizeof(USHORT), Count, DXGMAP_DDI_SITE);
}

VOID VideoPortWriteRegisterBufferUshort(PUSHORT Register, PUSHORT Buffer, ULONG Count)
{
  dxgmap_ddi_write_registers(Register, Buffer, sizeof(USHORT), Count, DXGMAP_DDI_SITE);
}

ULONG VideoPortReadRegisterUlong(PULONG Register)
{
  return (ULONG)dxgmap_ddi_read_register(Register, sizeof(ULONG), DXGMAP_DDI_SITE);
}

VOID VideoPortWriteRegisterUlong(PULONG Register, ULONG Value)
{
  dxgmap_ddi_write_register(Register, sizeof(ULONG), Value, DXGMAP_DDI_SITE);
}

VOID VideoPortReadRegisterBufferUlong(PULONG Register, PULONG Buffer, ULONG Count)
{
  dxgmap_ddi_read_registers(Register, Buffer, sizeof(ULONG), Count, DXGMAP_DDI_SITE);
}

VOID VideoPortWriteRegisterBufferUlong(PULONG Register, PULONG Buffer, ULONG Count)
{
  dxgmap_ddi_write_registers(Register, Buffer, sizeof(ULONG), Count, DXGMAP_DDI_SITE);
}
