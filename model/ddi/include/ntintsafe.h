/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_NTINTSAFE_H
#define DXGMAP_NTINTSAFE_H

/* Arithmetic and conversions of integers that say when a result does not fit. */

#include "dxgmap_wintypes.h"
#include "ntstatus.h"

/* On overflow the result is all ones, and STATUS_INTEGER_OVERFLOW says so. */
#define DXGMAP_SAFE(name, type, builtin)                          \
  FORCEINLINE NTSTATUS name(type left, type right, type *pResult) \
  {                                                               \
    if (builtin(left, right, pResult)) {                          \
      *pResult = (type)-1;                                        \
      return STATUS_INTEGER_OVERFLOW;                             \
    }                                                             \
    return STATUS_SUCCESS;                                        \
  }                                                               \
  struct _DXGMAP_SAFE_##name

#define DXGMAP_SAFE_ARITHMETIC(name, type)                   \
  DXGMAP_SAFE(Rtl##name##Add, type, __builtin_add_overflow); \
  DXGMAP_SAFE(Rtl##name##Sub, type, __builtin_sub_overflow); \
  DXGMAP_SAFE(Rtl##name##Mult, type, __builtin_mul_overflow)

#define DXGMAP_SAFE_CONVERSION(name, from, to)               \
  FORCEINLINE NTSTATUS Rtl##name(from operand, to *pResult)  \
  {                                                          \
    if (__builtin_add_overflow(operand, (from)0, pResult)) { \
      *pResult = (to)-1;                                     \
      return STATUS_INTEGER_OVERFLOW;                        \
    }                                                        \
    return STATUS_SUCCESS;                                   \
  }                                                          \
  struct _DXGMAP_SAFE_##name

DXGMAP_SAFE_ARITHMETIC(UInt8, UINT8);
DXGMAP_SAFE_ARITHMETIC(UShort, USHORT);
DXGMAP_SAFE_ARITHMETIC(UInt, UINT);
DXGMAP_SAFE_ARITHMETIC(ULong, ULONG);
DXGMAP_SAFE_ARITHMETIC(ULongLong, ULONGLONG);
DXGMAP_SAFE_ARITHMETIC(ULongPtr, ULONG_PTR);
DXGMAP_SAFE_ARITHMETIC(UIntPtr, UINT_PTR);
DXGMAP_SAFE_ARITHMETIC(SizeT, SIZE_T);
DXGMAP_SAFE_ARITHMETIC(Int, INT);
DXGMAP_SAFE_ARITHMETIC(Long, LONG);
DXGMAP_SAFE_ARITHMETIC(LongLong, LONGLONG);

DXGMAP_SAFE_CONVERSION(ULongToUShort, ULONG, USHORT);
DXGMAP_SAFE_CONVERSION(ULongToLong, ULONG, LONG);
DXGMAP_SAFE_CONVERSION(ULongToInt, ULONG, INT);
DXGMAP_SAFE_CONVERSION(ULongToUInt8, ULONG, UINT8);
DXGMAP_SAFE_CONVERSION(LongToULong, LONG, ULONG);
DXGMAP_SAFE_CONVERSION(LongToUShort, LONG, USHORT);
DXGMAP_SAFE_CONVERSION(IntToUInt, INT, UINT);
DXGMAP_SAFE_CONVERSION(IntToULong, INT, ULONG);
DXGMAP_SAFE_CONVERSION(IntToUShort, INT, USHORT);
DXGMAP_SAFE_CONVERSION(UIntToUShort, UINT, USHORT);
DXGMAP_SAFE_CONVERSION(UIntToULong, UINT, ULONG);
DXGMAP_SAFE_CONVERSION(UIntToInt, UINT, INT);
DXGMAP_SAFE_CONVERSION(UShortToUInt8, USHORT, UINT8);
DXGMAP_SAFE_CONVERSION(ULongLongToULong, ULONGLONG, ULONG);
DXGMAP_SAFE_CONVERSION(ULongLongToUInt, ULONGLONG, UINT);
DXGMAP_SAFE_CONVERSION(ULongLongToLong, ULONGLONG, LONG);
DXGMAP_SAFE_CONVERSION(ULongLongToLongLong, ULONGLONG, LONGLONG);
DXGMAP_SAFE_CONVERSION(ULongLongToUShort, ULONGLONG, USHORT);
DXGMAP_SAFE_CONVERSION(ULongLongToSizeT, ULONGLONG, SIZE_T);
DXGMAP_SAFE_CONVERSION(ULongLongToULongPtr, ULONGLONG, ULONG_PTR);
DXGMAP_SAFE_CONVERSION(LongLongToULong, LONGLONG, ULONG);
DXGMAP_SAFE_CONVERSION(LongLongToLong, LONGLONG, LONG);
DXGMAP_SAFE_CONVERSION(LongLongToULongLong, LONGLONG, ULONGLONG);
DXGMAP_SAFE_CONVERSION(LongLongToSizeT, LONGLONG, SIZE_T);
DXGMAP_SAFE_CONVERSION(SizeTToULong, SIZE_T, ULONG);
DXGMAP_SAFE_CONVERSION(SizeTToUInt, SIZE_T, UINT);
DXGMAP_SAFE_CONVERSION(SizeTToUShort, SIZE_T, USHORT);
DXGMAP_SAFE_CONVERSION(SizeTToLong, SIZE_T, LONG);
DXGMAP_SAFE_CONVERSION(SizeTToInt, SIZE_T, INT);
DXGMAP_SAFE_CONVERSION(ULongPtrToULong, ULONG_PTR, ULONG);
DXGMAP_SAFE_CONVERSION(ULongPtrToUInt, ULONG_PTR, UINT);
DXGMAP_SAFE_CONVERSION(ULongPtrToUShort, ULONG_PTR, USHORT);
DXGMAP_SAFE_CONVERSION(UIntPtrToULong, UINT_PTR, ULONG);
DXGMAP_SAFE_CONVERSION(UIntPtrToUInt, UINT_PTR, UINT);

#endif
