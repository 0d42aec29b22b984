#include "ddi/call.h"
#include "ddi/registers.h"
#include "dxgmap_accessors.h"
#include "dxgmap_video_accessors.h"

/* READ_PORT_UCHAR, VideoPortReadPortUchar and their kin: one access each, or Count of them in a row. A port buffer is
   transferred through one port, a register buffer through consecutive registers, as the pages say. */

#define DXGMAP_DDI_PORT_ACCESSORS(read, write, read_many, write_many, type)        \
  type read(type *Port)                                                            \
  {                                                                                \
    return (type)dxgmap_ddi_read_port(Port, sizeof(type), DXGMAP_DDI_SITE);        \
  }                                                                                \
  VOID write(type *Port, type Value)                                               \
  {                                                                                \
    dxgmap_ddi_write_port(Port, sizeof(type), Value, DXGMAP_DDI_SITE);             \
  }                                                                                \
  VOID read_many(type *Port, type *Buffer, ULONG Count)                            \
  {                                                                                \
    for (ULONG i = 0; i < Count; i++) {                                            \
      Buffer[i] = (type)dxgmap_ddi_read_port(Port, sizeof(type), DXGMAP_DDI_SITE); \
    }                                                                              \
  }                                                                                \
  VOID write_many(type *Port, type *Buffer, ULONG Count)                           \
  {                                                                                \
    for (ULONG i = 0; i < Count; i++) {                                            \
      dxgmap_ddi_write_port(Port, sizeof(type), Buffer[i], DXGMAP_DDI_SITE);       \
    }                                                                              \
  }

#define DXGMAP_DDI_REGISTER_ACCESSORS(read, write, read_many, write_many, type, register_type) \
  type read(register_type Register)                                                            \
  {                                                                                            \
    return (type)dxgmap_ddi_read_register(Register, sizeof(type), DXGMAP_DDI_SITE);            \
  }                                                                                            \
  VOID write(register_type Register, type Value)                                               \
  {                                                                                            \
    dxgmap_ddi_write_register(Register, sizeof(type), Value, DXGMAP_DDI_SITE);                 \
  }                                                                                            \
  VOID read_many(register_type Register, type *Buffer, ULONG Count)                            \
  {                                                                                            \
    for (ULONG i = 0; i < Count; i++) {                                                        \
      Buffer[i] = (type)dxgmap_ddi_read_register(Register + i, sizeof(type), DXGMAP_DDI_SITE); \
    }                                                                                          \
  }                                                                                            \
  VOID write_many(register_type Register, type *Buffer, ULONG Count)                           \
  {                                                                                            \
    for (ULONG i = 0; i < Count; i++) {                                                        \
      dxgmap_ddi_write_register(Register + i, sizeof(type), Buffer[i], DXGMAP_DDI_SITE);       \
    }                                                                                          \
  }

DXGMAP_DDI_PORT_ACCESSORS(READ_PORT_UCHAR, WRITE_PORT_UCHAR, READ_PORT_BUFFER_UCHAR, WRITE_PORT_BUFFER_UCHAR, UCHAR)
DXGMAP_DDI_PORT_ACCESSORS(READ_PORT_USHORT, WRITE_PORT_USHORT, READ_PORT_BUFFER_USHORT, WRITE_PORT_BUFFER_USHORT,
                          USHORT)
DXGMAP_DDI_PORT_ACCESSORS(READ_PORT_ULONG, WRITE_PORT_ULONG, READ_PORT_BUFFER_ULONG, WRITE_PORT_BUFFER_ULONG, ULONG)

DXGMAP_DDI_REGISTER_ACCESSORS(READ_REGISTER_UCHAR, WRITE_REGISTER_UCHAR, READ_REGISTER_BUFFER_UCHAR,
                              WRITE_REGISTER_BUFFER_UCHAR, UCHAR, volatile UCHAR *)
DXGMAP_DDI_REGISTER_ACCESSORS(READ_REGISTER_USHORT, WRITE_REGISTER_USHORT, READ_REGISTER_BUFFER_USHORT,
                              WRITE_REGISTER_BUFFER_USHORT, USHORT, volatile USHORT *)
DXGMAP_DDI_REGISTER_ACCESSORS(READ_REGISTER_ULONG, WRITE_REGISTER_ULONG, READ_REGISTER_BUFFER_ULONG,
                              WRITE_REGISTER_BUFFER_ULONG, ULONG, volatile ULONG *)

DXGMAP_DDI_PORT_ACCESSORS(VideoPortReadPortUchar, VideoPortWritePortUchar, VideoPortReadPortBufferUchar,
                          VideoPortWritePortBufferUchar, UCHAR)
DXGMAP_DDI_PORT_ACCESSORS(VideoPortReadPortUshort, VideoPortWritePortUshort, VideoPortReadPortBufferUshort,
                          VideoPortWritePortBufferUshort, USHORT)
DXGMAP_DDI_PORT_ACCESSORS(VideoPortReadPortUlong, VideoPortWritePortUlong, VideoPortReadPortBufferUlong,
                          VideoPortWritePortBufferUlong, ULONG)

DXGMAP_DDI_REGISTER_ACCESSORS(VideoPortReadRegisterUchar, VideoPortWriteRegisterUchar, VideoPortReadRegisterBufferUchar,
                              VideoPortWriteRegisterBufferUchar, UCHAR, PUCHAR)
DXGMAP_DDI_REGISTER_ACCESSORS(VideoPortReadRegisterUshort, VideoPortWriteRegisterUshort,
                              VideoPortReadRegisterBufferUshort, VideoPortWriteRegisterBufferUshort, USHORT, PUSHORT)
DXGMAP_DDI_REGISTER_ACCESSORS(VideoPortReadRegisterUlong, VideoPortWriteRegisterUlong, VideoPortReadRegisterBufferUlong,
                              VideoPortWriteRegisterBufferUlong, ULONG, PULONG)
