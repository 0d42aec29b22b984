/* SPDX-License-Identifier: MIT */
/* READ_PORT_UCHAR, READ_REGISTER_ULONG, VideoPortReadPortUchar and their kin. */
#include "world_all.h"
#include "world_more.h"

#include "model/ddi/callbacks/accessors.c"
#include "model/ddi/callbacks/register_buffers.c"
#include "model/ddi/callbacks/registers.c"

#include "inputs.h"
#include "plain_machine.h"

static dxgmap_ddi_record register_port;

dxgmap_ddi_adapter *dxgmap_ddi_adapter_of_port(uint64_t port, uint32_t width)
{
  /*@ check width: width == 1 || width == 2 || width == 4; */
  return port <= 65536 - width && world_any() ? &dxgmap_ddi.adapter[0] : NULL;
}

dxgmap_ddi_record *dxgmap_ddi_record_of_port(uint64_t port, uint32_t width)
{
  return port <= 65536 - width && world_any() ? &register_port : NULL;
}

dxgmap_ddi_record *dxgmap_ddi_record_at_port(uint64_t port, uint32_t width)
{
  return world_any() ? &register_port : NULL;
}

dxgmap_ddi_record *dxgmap_ddi_released_port(uint64_t adapter, uint64_t port)
{
  return world_any() ? dxgmap_ddi_record_find(WORLD_LIVE) : NULL;
}

void dxgmap_ddi_blame_address(dxgmap_ddi_call *call, const void *address)
{
}

bool dxgmap_host_port_read(uint32_t port, uint32_t width, uint32_t *value)
{
  /*@ check port: port + width <= 65536; */
  *value = world_any32();
  return world_any();
}

bool dxgmap_host_port_write(uint32_t port, uint32_t width, uint32_t value)
{
  /*@ check port: port + width <= 65536; */
  return world_any();
}

/* Plays the device, and may change what was read. */
static void play(dxgmap_register_access *access, void *context)
{
  world_unlocked();
  world_see(access, sizeof(*access));
  /*@ check adapter: access->adapter == (HANDLE)WORLD_ADAPTER; */
  /*@ check initialized: \initialized(&access->address) && \initialized(&access->value); */
  access->value = world_any32();
}

/* A live view, of device memory or not: of three pages, from anywhere in the first on. */
static uint8_t *make_view(void)
{
  uint8_t *base = dxgmap_ddi.window.base;
  world_live.kind = (uint8_t)Frama_C_unsigned_int_interval(DXGMAP_MAPPING_PIN, DXGMAP_MAPPING_KINDS - 1);
  dxgmap_ddi_record_set_adapter(&world_live, WORLD_ADAPTER);
  world_live.address = base;
  world_live.length = Frama_C_unsigned_long_interval(1, 3 * PAGE_SIZE);
  world_live.slack = Frama_C_unsigned_int_interval(0, 1);
  world_live.type = Frama_C_unsigned_int_interval(0, DXGMAP_OBJECT_IO_SPACE);
  world_live.parent = world_any() ? WORLD_OBJECT : 0;
  world_live.physical = world_any64();
  dxgmap_ddi_record_set_adapter(&register_port, WORLD_ADAPTER);
  dxgmap_ddi.adapter[0].hook = world_any() ? play : NULL;
  return base + Frama_C_unsigned_int_interval(0, 4 * PAGE_SIZE);
}

/* At an address of the window, in the view, before its data, or behind it: any other is in no live view, as the host
   promises. */
static void registers(uint8_t *address)
{
  switch (Frama_C_interval(0, 5)) {
  case 0:
    (void)READ_REGISTER_UCHAR(address);
    break;
  case 1:
    WRITE_REGISTER_UCHAR(address, (UCHAR)world_any32());
    break;
  case 2:
    (void)READ_REGISTER_USHORT((volatile USHORT *)address);
    break;
  case 3:
    WRITE_REGISTER_USHORT((volatile USHORT *)address, (USHORT)world_any32());
    break;
  case 4:
    (void)READ_REGISTER_ULONG((volatile ULONG *)address);
    break;
  default:
    WRITE_REGISTER_ULONG((volatile ULONG *)address, world_any32());
    break;
  }
}

static void ports(void)
{
  void *port = (void *)(uintptr_t)world_any64();
  switch (Frama_C_interval(0, 5)) {
  case 0:
    (void)READ_PORT_UCHAR(port);
    break;
  case 1:
    WRITE_PORT_UCHAR(port, (UCHAR)world_any32());
    break;
  case 2:
    (void)READ_PORT_USHORT(port);
    break;
  case 3:
    WRITE_PORT_USHORT(port, (USHORT)world_any32());
    break;
  case 4:
    (void)READ_PORT_ULONG(port);
    break;
  default:
    WRITE_PORT_ULONG(port, world_any32());
    break;
  }
}

void main(void)
{
  plain_machine();
  world_begin_once();
  uint8_t *at = make_view();
  if (world_any()) {
    registers(at);
  } else {
    ports();
  }
}
