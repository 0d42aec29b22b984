/* SPDX-License-Identifier: MIT */
/*
 * What the files for Windows share, and what they ask of Windows.
 *
 * The headers of Windows declare otherwise what those of the face declare, and neither can be read beside the other. So
 * the few functions, structures and numbers that are needed stand here; `.ci/windows` has a compiler hold each against
 * the headers of Windows, which it reads first then (DXGMAP_WIN_CHECKED).
 */
#ifndef DXGMAP_OS_WINDOWS_H
#define DXGMAP_OS_WINDOWS_H

#include "host/os/os.h"

#ifdef _WIN32

#ifndef __x86_64__
#error "dxgmap for Windows is for x86-64"
#endif

/* ---- Structures ---- */

#ifdef DXGMAP_WIN_CHECKED
typedef SRWLOCK dxgmap_win_lock;
typedef MEMORY_BASIC_INFORMATION dxgmap_win_memory;
typedef EXCEPTION_RECORD dxgmap_win_record;
typedef EXCEPTION_POINTERS dxgmap_win_exception;
typedef PSAPI_WORKING_SET_EX_INFORMATION dxgmap_win_working_set;
typedef SECURITY_ATTRIBUTES dxgmap_win_security;
typedef OVERLAPPED dxgmap_win_overlapped;
typedef LARGE_INTEGER dxgmap_win_large;
typedef struct HINSTANCE__ dxgmap_win_module;
#else
typedef struct dxgmap_win_lock {
  void *Ptr;
} dxgmap_win_lock;

typedef struct dxgmap_win_memory {
  void *BaseAddress, *AllocationBase;
  unsigned long AllocationProtect;
  unsigned short PartitionId;
  size_t RegionSize;
  unsigned long State, Protect, Type;
} dxgmap_win_memory;

typedef struct dxgmap_win_record {
  unsigned long ExceptionCode, ExceptionFlags;
  struct dxgmap_win_record *ExceptionRecord;
  void *ExceptionAddress;
  unsigned long NumberParameters;
  unsigned long long ExceptionInformation[15];
} dxgmap_win_record;

typedef struct dxgmap_win_exception {
  dxgmap_win_record *ExceptionRecord;
  void *ContextRecord;
} dxgmap_win_exception;

typedef struct dxgmap_win_working_set {
  void *VirtualAddress;
  union {
    unsigned long long Flags;
  } VirtualAttributes;
} dxgmap_win_working_set;

typedef union dxgmap_win_large {
  long long QuadPart;
} dxgmap_win_large;

typedef void dxgmap_win_security;
typedef void dxgmap_win_overlapped;
typedef void dxgmap_win_module;
#endif

/* Registers in what ContextRecord points to: their offsets. */
#define DXGMAP_WIN_CONTEXT_RSP 0x98u
#define DXGMAP_WIN_CONTEXT_RIP 0xf8u

/* Bits of VirtualAttributes. */
#define DXGMAP_WIN_WORKING_SET_VALID 0x1u
#define DXGMAP_WIN_WORKING_SET_LOCKED 0x400000u

/* ---- Numbers: DXGMAP_WIN_ and what Windows calls them ---- */

#define DXGMAP_WIN_MEM_COMMIT 0x1000u
#define DXGMAP_WIN_MEM_RESERVE 0x2000u
#define DXGMAP_WIN_MEM_RELEASE 0x8000u
#define DXGMAP_WIN_MEM_FREE 0x10000u
#define DXGMAP_WIN_MEM_MAPPED 0x40000u
#define DXGMAP_WIN_MEM_IMAGE 0x1000000u
#define DXGMAP_WIN_MEM_COALESCE_PLACEHOLDERS 0x1u
#define DXGMAP_WIN_MEM_PRESERVE_PLACEHOLDER 0x2u
#define DXGMAP_WIN_MEM_REPLACE_PLACEHOLDER 0x4000u
#define DXGMAP_WIN_MEM_RESERVE_PLACEHOLDER 0x40000u

#define DXGMAP_WIN_PAGE_NOACCESS 0x1u
#define DXGMAP_WIN_PAGE_READONLY 0x2u
#define DXGMAP_WIN_PAGE_READWRITE 0x4u
#define DXGMAP_WIN_PAGE_WRITECOPY 0x8u
#define DXGMAP_WIN_PAGE_EXECUTE_READ 0x20u
#define DXGMAP_WIN_PAGE_EXECUTE_READWRITE 0x40u
#define DXGMAP_WIN_PAGE_EXECUTE_WRITECOPY 0x80u
#define DXGMAP_WIN_PAGE_GUARD 0x100u
#define DXGMAP_WIN_SEC_RESERVE 0x4000000u
#define DXGMAP_WIN_FILE_MAP_WRITE 0x2u
#define DXGMAP_WIN_FILE_MAP_READ 0x4u

#define DXGMAP_WIN_FILE_APPEND_DATA 0x4u
#define DXGMAP_WIN_SYNCHRONIZE 0x100000u
#define DXGMAP_WIN_FILE_SHARE_READ 0x1u
#define DXGMAP_WIN_FILE_SHARE_WRITE 0x2u
#define DXGMAP_WIN_FILE_SHARE_DELETE 0x4u
#define DXGMAP_WIN_GENERIC_READ 0x80000000u
#define DXGMAP_WIN_OPEN_EXISTING 3u
#define DXGMAP_WIN_OPEN_ALWAYS 4u
#define DXGMAP_WIN_FILE_ATTRIBUTE_NORMAL 0x80u
#define DXGMAP_WIN_ENABLE_VIRTUAL_TERMINAL_PROCESSING 0x4u

#define DXGMAP_WIN_EXCEPTION_ACCESS_VIOLATION 0xc0000005u
#define DXGMAP_WIN_EXCEPTION_IN_PAGE_ERROR 0xc0000006u
#define DXGMAP_WIN_EXCEPTION_CONTINUE_EXECUTION (-1)
#define DXGMAP_WIN_EXCEPTION_CONTINUE_SEARCH 0
#define DXGMAP_WIN_DLL_THREAD_DETACH 3u

#define DXGMAP_WIN_ERROR_TOO_MANY_OPEN_FILES 4u
#define DXGMAP_WIN_ERROR_NOT_ENOUGH_MEMORY 8u
#define DXGMAP_WIN_ERROR_INVALID_PARAMETER 87u
#define DXGMAP_WIN_ERROR_INVALID_ADDRESS 487u
#define DXGMAP_WIN_ERROR_COMMITMENT_MINIMUM 635u
#define DXGMAP_WIN_ERROR_COMMITMENT_LIMIT 1455u

/* ---- Functions ---- */

#define DXGMAP_WIN_API __declspec(dllimport)

typedef long long dxgmap_win_function(void);
typedef long dxgmap_win_handler(dxgmap_win_exception *exception);

DXGMAP_WIN_API void *VirtualAlloc(void *at, size_t bytes, unsigned long kind, unsigned long protection);
DXGMAP_WIN_API int VirtualFree(void *at, size_t bytes, unsigned long kind);
DXGMAP_WIN_API size_t VirtualQuery(const void *at, dxgmap_win_memory *found, size_t bytes);
DXGMAP_WIN_API int VirtualLock(void *at, size_t bytes);
DXGMAP_WIN_API int VirtualUnlock(void *at, size_t bytes);
DXGMAP_WIN_API int K32QueryWorkingSetEx(void *process, void *about, unsigned long bytes);
DXGMAP_WIN_API int ReadProcessMemory(void *process, const void *at, void *to, size_t length, size_t *done);
DXGMAP_WIN_API int WriteProcessMemory(void *process, void *at, const void *from, size_t length, size_t *done);

DXGMAP_WIN_API void *CreateFileMappingA(void *file, dxgmap_win_security *security, unsigned long protection,
                                        unsigned long high, unsigned long low, const char *name);
DXGMAP_WIN_API void *MapViewOfFile(void *mapping, unsigned long access, unsigned long high, unsigned long low,
                                   size_t bytes);
DXGMAP_WIN_API int UnmapViewOfFile(const void *view);
DXGMAP_WIN_API unsigned long K32GetMappedFileNameA(void *process, void *at, char *path, unsigned long size);

DXGMAP_WIN_API void *CreateFileA(const char *path, unsigned long access, unsigned long share,
                                 dxgmap_win_security *security, unsigned long how, unsigned long flags, void *like);
DXGMAP_WIN_API int WriteFile(void *file, const void *bytes, unsigned long length, unsigned long *done,
                             dxgmap_win_overlapped *overlapped);
DXGMAP_WIN_API int GetFileSizeEx(void *file, dxgmap_win_large *size);
DXGMAP_WIN_API int CloseHandle(void *handle);
DXGMAP_WIN_API int GetConsoleMode(void *console, unsigned long *mode);
DXGMAP_WIN_API int SetConsoleMode(void *console, unsigned long mode);

DXGMAP_WIN_API void *GetProcessHeap(void);
DXGMAP_WIN_API void *HeapAlloc(void *heap, unsigned long flags, size_t bytes);
DXGMAP_WIN_API int HeapFree(void *heap, unsigned long flags, void *block);

DXGMAP_WIN_API void *AddVectoredExceptionHandler(unsigned long first, dxgmap_win_handler *handler);
DXGMAP_WIN_API unsigned long RemoveVectoredExceptionHandler(void *handler);
DXGMAP_WIN_API unsigned short RtlCaptureStackBackTrace(unsigned long skip, unsigned long most, void **site,
                                                       unsigned long *hash);

DXGMAP_WIN_API void AcquireSRWLockExclusive(dxgmap_win_lock *lock);
DXGMAP_WIN_API void ReleaseSRWLockExclusive(dxgmap_win_lock *lock);
DXGMAP_WIN_API void AcquireSRWLockShared(dxgmap_win_lock *lock);
DXGMAP_WIN_API void ReleaseSRWLockShared(dxgmap_win_lock *lock);

DXGMAP_WIN_API void *GetCurrentProcess(void);
DXGMAP_WIN_API unsigned long GetCurrentProcessId(void);
DXGMAP_WIN_API void GetCurrentThreadStackLimits(unsigned long long *low, unsigned long long *high);
DXGMAP_WIN_API int SwitchToThread(void);
DXGMAP_WIN_API int QueryPerformanceCounter(dxgmap_win_large *now);
DXGMAP_WIN_API int QueryPerformanceFrequency(dxgmap_win_large *second);
DXGMAP_WIN_API unsigned long GetLastError(void);
DXGMAP_WIN_API void SetLastError(unsigned long error);
DXGMAP_WIN_API dxgmap_win_module *GetModuleHandleA(const char *name);
DXGMAP_WIN_API dxgmap_win_function *GetProcAddress(dxgmap_win_module *module, const char *name);

/* ---- What the files for Windows share ---- */

/* Addresses of mappings that the system chooses, and offsets in their files, are multiples of this. */
#define DXGMAP_OS_GRANULE ((size_t)65536)

/* Whether the address is of a region, and its memory there now. [fault] */
DXGMAP_OS_API bool dxgmap_os_region_commit(const void *address);

/* A file stays for as long as it is held, whoever closes it meanwhile. */
DXGMAP_OS_API void dxgmap_os_file_hold(dxgmap_os_file file);
DXGMAP_OS_API void *dxgmap_os_file_section(dxgmap_os_file file);

/* Part of a file has memory from now on; false: the system refuses it. */
DXGMAP_OS_API bool dxgmap_os_file_back(dxgmap_os_file file, uint64_t offset, size_t bytes);

/* Whether the address is of a range, and has memory there. A change of the range is let end first. [fault] */
DXGMAP_OS_API bool dxgmap_os_range_has(const void *address);

/* What this Windows lacks so that it has no ranges; NULL: nothing. */
DXGMAP_OS_API const char *dxgmap_os_range_lacks(void);

#endif

#endif
