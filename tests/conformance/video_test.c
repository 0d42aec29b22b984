/* SPDX-License-Identifier: MIT */
/* The video port and the requests to a miniport: spec/clauses/video.md. */
#include <string.h>

#include "expect.h"
#include "host/host.h"

static PVOID video_extension;

/* How the miniport of the tests errs. */
typedef enum {
  VIDEO_RIGHT,
  VIDEO_NO_INFORMATION,
  VIDEO_INFORMATION_ON_FAILURE,
  VIDEO_RANGE_TOO_LONG,
  VIDEO_FRAME_OUTSIDE,
  VIDEO_IGNORES_SIZE,
  VIDEO_KEEPS,
  VIDEO_RELEASES_ANOTHER,
  VIDEO_REFUSES_UNMAP,
  VIDEO_UNMAP_INFORMATION,
  VIDEO_WRITES_BEFORE_READING
} video_error;

static video_error video_fault;
static PVOID video_other; /* a view that is not asked for */

static VP_STATUS video_map_range(uint64_t start, ULONG *length, ULONG space, PVOID *address)
{
  return VideoPortMapMemory(video_extension, physical(start), length, &space, address);
}

static VP_STATUS video_answer_map(PVIDEO_REQUEST_PACKET packet)
{
  PVIDEO_MEMORY_INFORMATION out = packet->OutputBuffer;
  PVOID address = NULL;
  ULONG length = 3 * PAGE_SIZE - 100;
  if (video_fault == VIDEO_WRITES_BEFORE_READING) {
    out->VideoRamBase = &address;
  }
  if (packet->OutputBufferLength < sizeof(*out) && video_fault != VIDEO_IGNORES_SIZE) {
    packet->StatusBlock->Information = video_fault == VIDEO_INFORMATION_ON_FAILURE ? 4 : 0;
    return ERROR_INSUFFICIENT_BUFFER;
  }
  if (packet->OutputBufferLength < sizeof(*out)) {
    return NO_ERROR;
  }
  CHECK(packet->InputBuffer == packet->OutputBuffer);
  CHECK_EQ(0xA5, ((PUCHAR)packet->OutputBuffer)[packet->InputBufferLength]);
  CHECK_EQ(0xA5, ((PUCHAR)packet->OutputBuffer)[packet->OutputBufferLength - 1]);
  address = ((PVIDEO_MEMORY)packet->InputBuffer)->RequestedVirtualAddress;
  VP_STATUS status = video_map_range(MEMORY_START, &length, VIDEO_MEMORY_SPACE_MEMORY, &address);
  if (status != NO_ERROR) {
    return status;
  }
  out->VideoRamBase = address;
  out->VideoRamLength = video_fault == VIDEO_RANGE_TOO_LONG ? length + 1 : length;
  out->FrameBufferBase = video_fault == VIDEO_FRAME_OUTSIDE ? (PUCHAR)address - 1 : address;
  out->FrameBufferLength = PAGE_SIZE;
  packet->StatusBlock->Information = video_fault == VIDEO_NO_INFORMATION ? 0 : sizeof(*out);
  return NO_ERROR;
}

static VP_STATUS video_answer_unmap(PVIDEO_REQUEST_PACKET packet)
{
  PVOID address = ((PVIDEO_MEMORY)packet->InputBuffer)->RequestedVirtualAddress;
  if (video_fault == VIDEO_UNMAP_INFORMATION) {
    packet->StatusBlock->Information = 8;
  }
  if (video_fault == VIDEO_REFUSES_UNMAP) {
    return ERROR_INVALID_FUNCTION;
  }
  if (video_fault == VIDEO_RELEASES_ANOTHER) {
    return VideoPortUnmapMemory(video_extension, video_other, NULL);
  }
  return video_fault == VIDEO_KEEPS ? NO_ERROR : VideoPortUnmapMemory(video_extension, address, NULL);
}

static BOOLEAN video_start_io(PVOID HwDeviceExtension, PVIDEO_REQUEST_PACKET RequestPacket)
{
  CHECK(HwDeviceExtension == video_extension);
  switch (RequestPacket->IoControlCode) {
  case IOCTL_VIDEO_MAP_VIDEO_MEMORY:
    RequestPacket->StatusBlock->Status = video_answer_map(RequestPacket);
    break;
  case IOCTL_VIDEO_UNMAP_VIDEO_MEMORY:
    RequestPacket->StatusBlock->Status = video_answer_unmap(RequestPacket);
    break;
  default:
    RequestPacket->StatusBlock->Status = ERROR_INVALID_FUNCTION;
    break;
  }
  return TRUE;
}

static void video_open(void)
{
  machine_open();
  video_fault = VIDEO_RIGHT;
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_video_attach(adapter, 64, video_start_io, &video_extension));
}

static dxgmap_video_answer video_send_map(VIDEO_MEMORY_INFORMATION *buffer, ULONG output)
{
  dxgmap_video_answer answer;
  memset(buffer, 0, sizeof(*buffer));
  memset(&answer, 0, sizeof(answer));
  reports_forget();
  CHECK_EQ(DXGMAP_CAUSE_NONE,
           dxgmap_video_send(adapter, IOCTL_VIDEO_MAP_VIDEO_MEMORY, buffer, sizeof(VIDEO_MEMORY), output, &answer));
  return answer;
}

static dxgmap_video_answer video_send_unmap(PVOID base)
{
  VIDEO_MEMORY memory = {base};
  dxgmap_video_answer answer;
  memset(&answer, 0, sizeof(answer));
  reports_forget();
  CHECK_EQ(DXGMAP_CAUSE_NONE,
           dxgmap_video_send(adapter, IOCTL_VIDEO_UNMAP_VIDEO_MEMORY, &memory, sizeof(memory), 0, &answer));
  return answer;
}

/* VIDEO-2, VIDEO-3, UNVIDEO-1, UNVIDEO-3. */
static void video_maps_and_unmaps(void)
{
  PVOID address = NULL;
  ULONG length = PAGE_SIZE + 1;
  video_open();
  CHECK_OK(video_map_range(MEMORY_START, &length, VIDEO_MEMORY_SPACE_MEMORY, &address));
  CHECK_EQ(2 * PAGE_SIZE, length);
  ((PUCHAR)address)[PAGE_SIZE] = 9;
  CHECK_EQ(9, *(UCHAR *)dxgmap_device_memory(adapter, MEMORY_START + PAGE_SIZE, 1));
  CHECK_OK(VideoPortUnmapMemory(video_extension, (PUCHAR)address + PAGE_SIZE, NULL)); /* any address inside */
  CHECK_EQ(0, machine_live(adapter));
  CHECK(!dxgmap_host_probe(address, 1, false));
  CHECK_CALL(ERROR_INVALID_PARAMETER, DXGMAP_CAUSE_BAD_ADDRESS, VideoPortUnmapMemory(video_extension, address, NULL));
  CHECK(reports.unmaps > 0);
  machine_close();
}

/* VIDEO-2. */
static void video_maps_ports(void)
{
  PVOID address = NULL;
  ULONG length = 4;
  video_open();
  CHECK_OK(video_map_range(PORT_START, &length, VIDEO_MEMORY_SPACE_IO, &address));
  CHECK_EQ(PORT_START, (uintptr_t)address);
  VideoPortWritePortUchar(address, 7);
  CHECK_EQ(7, VideoPortReadPortUchar(address));
  CHECK_OK(VideoPortUnmapMemory(video_extension, (PUCHAR)address + 2, NULL));
  machine_close();
}

static void video_refuses(void)
{
  PVOID address = NULL;
  PVOID second = NULL;
  ULONG length = PAGE_SIZE;
  ULONG space = VIDEO_MEMORY_SPACE_MEMORY;
  ULONG none = 0;
  video_open();
  CHECK_CALL(ERROR_INVALID_PARAMETER, DXGMAP_CAUSE_BAD_ARGUMENT,
             VideoPortMapMemory(video_extension, physical(MEMORY_START), NULL, &space, &address));
  CHECK_CALL(ERROR_INVALID_PARAMETER, DXGMAP_CAUSE_BAD_ARGUMENT,
             VideoPortMapMemory(video_extension, physical(MEMORY_START), &length, NULL, &address));
  CHECK_CALL(ERROR_INVALID_PARAMETER, DXGMAP_CAUSE_BAD_ARGUMENT,
             VideoPortMapMemory(video_extension, physical(MEMORY_START), &length, &space, NULL));
  CHECK_CALL(ERROR_INVALID_PARAMETER, DXGMAP_CAUSE_BAD_ARGUMENT, video_map_range(MEMORY_START, &length, 16, &address));
  CHECK_CALL(ERROR_INVALID_PARAMETER, DXGMAP_CAUSE_BAD_ADAPTER,
             VideoPortMapMemory(&address, physical(MEMORY_START), &length, &space, &address));
  CHECK_CALL(ERROR_INVALID_PARAMETER, DXGMAP_CAUSE_BAD_SIZE, video_map_range(MEMORY_START, &none, 0, &address));
  CHECK_CALL(ERROR_INVALID_PARAMETER, DXGMAP_CAUSE_NOT_OWNED, video_map_range(0x1000, &length, 0, &address));
  CHECK_OK(video_map_range(MEMORY_START, &length, VIDEO_MEMORY_SPACE_P6CACHE, &address));
  CHECK_CALL(ERROR_INVALID_PARAMETER, DXGMAP_CAUSE_CACHE_CONFLICT, video_map_range(MEMORY_START, &length, 0, &second));
  CHECK_OK(video_map_range(MEMORY_START, &length, VIDEO_MEMORY_SPACE_P6CACHE, &second));
  CHECK(second != address);
  second = (PVOID)(uintptr_t)99;
  CHECK_CALL(ERROR_INVALID_PARAMETER, DXGMAP_CAUSE_BAD_PROCESS, video_map_range(MEMORY_START, &length, 8, &second));
  CHECK_EQ(2, machine_live(adapter));
  machine_close();
}

/* VIDEO-4. */
static void video_view_of_a_process(void)
{
  PVOID address = (PVOID)(uintptr_t)55;
  ULONG length = PAGE_SIZE;
  video_open();
  dxgmap_set_process(55);
  CHECK_OK(video_map_range(MEMORY_START, &length, VIDEO_MEMORY_SPACE_USER_MODE, &address));
  CHECK_CALL(ERROR_INVALID_PARAMETER, DXGMAP_CAUSE_BAD_PROCESS,
             VideoPortUnmapMemory(video_extension, address, (HANDLE)(uintptr_t)56));
  CHECK_OK(VideoPortUnmapMemory(video_extension, address, (HANDLE)(uintptr_t)55));
  dxgmap_set_process(4);
  machine_close();
}

/* (HANDLE)-1 names the process that the miniport runs in. VIDEO-4. */
static void video_current_process(void)
{
  PVOID address = (PVOID)(LONG_PTR)-1;
  PVOID system = NULL;
  ULONG length = PAGE_SIZE;
  video_open();
  dxgmap_set_process(55);
  CHECK_OK(video_map_range(MEMORY_START, &length, VIDEO_MEMORY_SPACE_USER_MODE, &address));
  CHECK_OK(video_map_range(MEMORY_START, &length, 0, &system));
  CHECK_CALL(ERROR_INVALID_PARAMETER, DXGMAP_CAUSE_BAD_PROCESS,
             VideoPortUnmapMemory(video_extension, system, (HANDLE)(LONG_PTR)-1));
  dxgmap_set_process(56);
  CHECK_CALL(ERROR_INVALID_PARAMETER, DXGMAP_CAUSE_BAD_PROCESS,
             VideoPortUnmapMemory(video_extension, address, (HANDLE)(LONG_PTR)-1));
  dxgmap_set_process(55);
  CHECK_OK(VideoPortUnmapMemory(video_extension, address, (HANDLE)(LONG_PTR)-1));
  dxgmap_set_process(4);
  machine_close();
}

/* No miniport of the video port has a stop: what it keeps is no fault. VIDEO-7. */
static void video_kept_for_life_is_no_leak(void)
{
  PVOID address = NULL;
  ULONG length = PAGE_SIZE;
  uint64_t leaks = 9;
  video_open();
  CHECK_OK(video_map_range(MEMORY_START, &length, 0, &address));
  address = NULL;
  CHECK_OK(video_map_range(MEMORY_START, &length, 0, &address)); /* for another purpose: V4 allows it */
  reports_forget();
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_stop(adapter, &leaks));
  CHECK_EQ(0, leaks);
  CHECK_EQ(0, reports.count);
  machine_close();
}

/* Each mode set maps the range again: told at the second, once; what was replaced is told at the end.
   VIDEO-7, VIDEO-16. */
static void video_maps_again_and_again(void)
{
  uint64_t leaks = 9;
  uint64_t first = 0;
  PVOID address = NULL;
  video_open();
  reports_forget();
  for (uint32_t mode = 0; mode < 4; mode++) {
    ULONG length = (mode + 1) * PAGE_SIZE;
    address = NULL;
    CHECK_EQ(NO_ERROR, video_map_range(MEMORY_START, &length, 0, &address));
    CHECK_EQ(mode > 0, reports.count);
    first = mode == 1 ? reports.mapping : first;
  }
  CHECK_EQ(DXGMAP_CAUSE_MAPPED_AGAIN, reports.cause);
  CHECK_EQ(DXGMAP_SEVERITY_WARNING, reports.severity);
  CHECK_EQ(first, reports.mapping);
  CHECK(reports.maps > 0);
  CHECK_EQ(NO_ERROR, VideoPortUnmapMemory(video_extension, address, NULL));
  reports_forget();
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_stop(adapter, &leaks));
  CHECK_EQ(0, leaks);
  CHECK_EQ(1, reports.count); /* of three, which one call has made */
  CHECK_EQ(DXGMAP_CAUSE_LIVE_AT_END, reports.cause);
  CHECK_EQ(0, dxgmap_violations());
  CHECK_EQ(2, dxgmap_reports(DXGMAP_SEVERITY_WARNING));
  machine_close();
}

/* As often as it likes, when each is unmapped before; and in another process, by the same call. VIDEO-16. */
static void video_maps_anew(void)
{
  video_open();
  reports_forget();
  for (uint64_t process = 50; process < 53; process++) {
    PVOID address = (PVOID)(uintptr_t)process;
    PVOID system = NULL;
    ULONG length = PAGE_SIZE;
    dxgmap_set_process(process);
    CHECK_EQ(NO_ERROR, video_map_range(MEMORY_START, &length, 0, &address));
    CHECK_EQ(NO_ERROR, video_map_range(MEMORY_START, &length, 0, &system));
    CHECK_EQ(NO_ERROR, VideoPortUnmapMemory(video_extension, system, NULL));
  }
  dxgmap_set_process(4);
  CHECK_EQ(0, reports.count);
  CHECK_EQ(3, machine_live(adapter));
  machine_close();
}

/* Different calls, so that only their number tells. VIDEO-16. */
static void video_maps_a_third_time(void)
{
  PVOID address = NULL;
  ULONG length = PAGE_SIZE;
  video_open();
  CHECK_OK(video_map_range(MEMORY_START, &length, 0, &address));
  address = NULL;
  CHECK_OK(video_map_range(MEMORY_START, &length, 0, &address));
  address = NULL;
  CHECK_CALL(NO_ERROR, DXGMAP_CAUSE_MAPPED_AGAIN, video_map_range(MEMORY_START, &length, 0, &address));
  address = NULL;
  CHECK_OK(video_map_range(MEMORY_START, &length, 0, &address));
  machine_close();
}

/* IOCTL-1. */
static void video_requests_of_a_right_miniport(void)
{
  VIDEO_MEMORY_INFORMATION info;
  video_open();
  dxgmap_video_answer answer = video_send_map(&info, sizeof(info));
  CHECK_EQ(NO_ERROR, answer.status);
  CHECK_EQ(TRUE, answer.handled);
  CHECK_EQ(0, answer.wrong);
  CHECK_EQ(1, machine_live(adapter));
  answer = video_send_unmap(info.VideoRamBase);
  CHECK_EQ(NO_ERROR, answer.status);
  CHECK_EQ(0, answer.wrong);
  CHECK_EQ(0, machine_live(adapter));
  answer = video_send_map(&info, sizeof(info) - 1);
  CHECK_EQ(ERROR_INSUFFICIENT_BUFFER, answer.status);
  CHECK_EQ(0, answer.wrong);
  CHECK_EQ(0, reports.count);
  machine_close();
}

static void video_expect_wrong(const char *clause, dxgmap_video_answer answer)
{
  CHECK_EQ(1, answer.wrong + answer.doubtful);
  CHECK_EQ(answer.wrong > 0 ? DXGMAP_SEVERITY_ERROR : DXGMAP_SEVERITY_WARNING, reports.severity);
  CHECK_TEXT("DXGMAP_BAD_ANSWER", dxgmap_cause_name(reports.cause));
  reports.detail[strlen(clause)] = '\0';
  CHECK_TEXT(clause, reports.detail);
}

/* IOCTL-1, IOCTL-3. */
static void video_judges_a_map(void)
{
  static const struct {
    video_error fault;
    ULONG output;
    const char *clause;
  } wrong[] = {
      {VIDEO_IGNORES_SIZE, 8, "IOCTL-4"},
      {VIDEO_INFORMATION_ON_FAILURE, 8, "IOCTL-11"},
      {VIDEO_NO_INFORMATION, sizeof(VIDEO_MEMORY_INFORMATION), "IOCTL-5"},
      {VIDEO_RANGE_TOO_LONG, sizeof(VIDEO_MEMORY_INFORMATION), "IOCTL-6"},
      {VIDEO_FRAME_OUTSIDE, sizeof(VIDEO_MEMORY_INFORMATION), "IOCTL-7"},
  };
  VIDEO_MEMORY_INFORMATION info;
  video_open();
  for (size_t i = 0; i < RTL_NUMBER_OF(wrong); i++) {
    video_fault = wrong[i].fault;
    dxgmap_video_answer seen = video_send_map(&info, wrong[i].output);
    video_expect_wrong(wrong[i].clause, seen);
    CHECK_EQ(wrong[i].fault == VIDEO_INFORMATION_ON_FAILURE, seen.doubtful); /* common practice */
  }
  video_fault = VIDEO_WRITES_BEFORE_READING;
  dxgmap_video_answer answer = video_send_map(&info, sizeof(info)); /* the input is lost: the map names a process */
  CHECK_EQ(ERROR_INVALID_PARAMETER, answer.status);
  CHECK_EQ(DXGMAP_CAUSE_BAD_PROCESS, reports.cause);
  machine_close();
}

/* IOCTL-2, IOCTL-3. */
static void video_judges_an_unmap(void)
{
  VIDEO_MEMORY_INFORMATION info;
  video_open();
  (void)video_send_map(&info, sizeof(info));
  video_fault = VIDEO_REFUSES_UNMAP;
  video_expect_wrong("IOCTL-8", video_send_unmap(info.VideoRamBase));
  video_fault = VIDEO_KEEPS; /* I4 does not say that the view must go */
  CHECK_EQ(0, video_send_unmap(info.VideoRamBase).wrong);
  CHECK_EQ(0, reports.count);
  CHECK_EQ(1, machine_live(adapter));
  video_other = NULL;
  ULONG length = PAGE_SIZE;
  CHECK_OK(video_map_range(MEMORY_START + PAGE_SIZE, &length, 0, &video_other));
  video_fault = VIDEO_RELEASES_ANOTHER;
  video_expect_wrong("IOCTL-10", video_send_unmap(info.VideoRamBase));
  video_fault = VIDEO_UNMAP_INFORMATION;
  video_expect_wrong("IOCTL-9", video_send_unmap(info.VideoRamBase));
  CHECK_EQ(0, machine_live(adapter));
  machine_close();
}

static void video_harness_errors(void)
{
  VIDEO_MEMORY memory = {NULL};
  dxgmap_video_answer answer;
  PVOID extension = NULL;
  machine_open();
  CHECK_EQ(DXGMAP_CAUSE_BAD_ARGUMENT, dxgmap_video_send(adapter, 0, &memory, 8, 8, &answer)); /* no miniport yet */
  CHECK_EQ(DXGMAP_CAUSE_BAD_ARGUMENT, dxgmap_video_send(adapter, 0, NULL, 8, 8, &answer));
  CHECK_EQ(DXGMAP_CAUSE_BAD_ARGUMENT, dxgmap_video_attach(adapter, 0, NULL, &extension));
  CHECK_EQ(DXGMAP_CAUSE_BAD_ADAPTER, dxgmap_video_attach(NULL, 8, NULL, &extension));
  dxgmap_host_fail_at(1);
  CHECK_EQ(DXGMAP_CAUSE_NO_HOST, dxgmap_video_attach(adapter, 8, NULL, &extension));
  dxgmap_host_fail_at(0);
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_video_attach(adapter, 8, NULL, &extension));
  CHECK_EQ(DXGMAP_CAUSE_BAD_ARGUMENT, dxgmap_video_attach(adapter, 8, NULL, &extension));
  machine_close();
}

static PVOID video_view;

static NTSTATUS video_attempt(void)
{
  ULONG length = PAGE_SIZE;
  video_view = NULL;
  return video_map_range(MEMORY_START, &length, 0, &video_view) == NO_ERROR ? STATUS_SUCCESS
                                                                            : STATUS_INSUFFICIENT_RESOURCES;
}

static void video_undo(void)
{
  CHECK_OK(VideoPortUnmapMemory(video_extension, video_view, NULL));
}

static void video_when_the_host_fails(void)
{
  video_open();
  check_each_failure(video_attempt, video_undo, STATUS_INSUFFICIENT_RESOURCES);
  machine_close();
}

void video_tests(void);
void video_tests(void)
{
  RUN(video_maps_and_unmaps);
  RUN(video_maps_ports);
  RUN(video_refuses);
  RUN(video_view_of_a_process);
  RUN(video_current_process);
  RUN(video_kept_for_life_is_no_leak);
  RUN(video_maps_again_and_again);
  RUN(video_maps_anew);
  RUN(video_maps_a_third_time);
  RUN(video_requests_of_a_right_miniport);
  RUN(video_judges_a_map);
  RUN(video_judges_an_unmap);
  RUN(video_harness_errors);
  RUN(video_when_the_host_fails);
}
