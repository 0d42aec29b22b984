/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_SAL_H
#define DXGMAP_SAL_H

/* The source annotations that Windows headers and drivers carry. They inform Microsoft's analyser; here they say
   nothing. IN, OUT and OPTIONAL are plain words: include system headers before these. */

#define IN
#define OUT
#define OPTIONAL

#define _In_
#define _In_opt_
#define _In_z_
#define _In_opt_z_
#define _In_range_(low, high)
#define _In_reads_(count)
#define _In_reads_opt_(count)
#define _In_reads_bytes_(count)
#define _In_reads_bytes_opt_(count)
#define _Inout_
#define _Inout_opt_
#define _Inout_updates_(count)
#define _Inout_updates_bytes_(count)
#define _Inout_updates_bytes_opt_(count)
#define _Out_
#define _Out_opt_
#define _Out_writes_(count)
#define _Out_writes_opt_(count)
#define _Out_writes_bytes_(count)
#define _Out_writes_bytes_opt_(count)
#define _Out_writes_bytes_to_(count, written)
#define _Outptr_
#define _Outptr_opt_
#define _Outptr_result_bytebuffer_(count)
#define _Outptr_result_maybenull_
#define _Field_size_(count)
#define _Field_size_bytes_(count)
#define _Field_size_opt_(count)
#define _Field_range_(low, high)
#define _Pre_
#define _Post_
#define _Pre_maybenull_
#define _Post_invalid_
#define _Ret_maybenull_
#define _Notnull_
#define _Maybenull_
#define _Notliteral_
#define _Reserved_
#define _Check_return_
#define _Must_inspect_result_
#define _Success_(expression)
#define _When_(condition, annotations)
#define _At_(target, annotations)
#define _Analysis_assume_(expression)
#define _Analysis_assume_nullterminated_(text)
#define _Use_decl_annotations_
#define _Function_class_(name)
#define _Interlocked_
#define _Kernel_clear_do_init_(value)
#define __drv_allocatesMem(kind)
#define __drv_freesMem(kind)
#define __drv_aliasesMem
#define __drv_strictTypeMatch(mode)
#define __drv_preferredFunction(name, why)

#define __drv_maxIRQL(level)
#define __drv_minIRQL(level)
#define __drv_requiresIRQL(level)
#define __drv_sameIRQL
#define __drv_setsIRQL(level)
#define __drv_raisesIRQL(level)
#define __drv_savesIRQL
#define __drv_restoresIRQL
#define __drv_functionClass(name)
#define __drv_dispatchType(type)
#define __drv_when(condition, annotations)
#define __drv_at(target, annotations)
#define _Dispatch_type_(type)

#define _Inout_z_
#define _Inout_updates_all_(count)
#define _Inout_updates_opt_(count)
#define _Inout_updates_to_(count, written)
#define _Inout_updates_z_(count)
#define _Out_writes_all_(count)
#define _Out_writes_to_(count, written)
#define _Out_writes_z_(count)
#define _Out_writes_bytes_all_(count)
#define _In_reads_z_(count)
#define _In_reads_to_ptr_(end)
#define _In_bytecount_(count)
#define _In_count_(count)
#define _Out_bytecap_(count)
#define _Out_cap_(count)
#define _Out_range_(low, high)
#define _Outptr_result_bytebuffer_maybenull_(count)
#define _Outptr_result_buffer_(count)
#define _Outptr_result_nullonfailure_
#define _Deref_out_
#define _Deref_opt_out_
#define _Deref_out_range_(low, high)
#define _COM_Outptr_
#define _Field_z_
#define _Struct_size_bytes_(count)
#define _Null_terminated_
#define _NullNull_terminated_
#define _Printf_format_string_
#define _Scanf_format_string_
#define _Const_
#define _Always_(annotations)
#define _On_failure_(annotations)
#define _Pre_notnull_
#define _Pre_valid_
#define _Pre_satisfies_(condition)
#define _Pre_writable_byte_size_(count)
#define _Pre_readable_byte_size_(count)
#define _Post_notnull_
#define _Post_valid_
#define _Post_satisfies_(condition)
#define _Post_writable_byte_size_(count)
#define _Post_readable_byte_size_(count)
#define _Post_ptr_invalid_
#define _Post_equal_to_(value)
#define _Ret_notnull_
#define _Ret_null_
#define _Ret_valid_
#define _Ret_range_(low, high)
#define _Ret_writes_(count)
#define _Ret_writes_bytes_(count)
#define _Return_type_success_(expression)
#define _Guarded_by_(lock)
#define _Write_guarded_by_(lock)
#define _Acquires_lock_(lock)
#define _Acquires_exclusive_lock_(lock)
#define _Releases_lock_(lock)
#define _Releases_exclusive_lock_(lock)
#define _Requires_lock_held_(lock)
#define _Requires_lock_not_held_(lock)
#define _Has_lock_kind_(kind)
#define _Benign_race_begin_
#define _Benign_race_end_
#define _Analysis_mode_(mode)
#define _Analysis_noreturn_
#define __analysis_assume(expression)
#define __fallthrough

#define _IRQL_requires_(level)
#define _IRQL_requires_max_(level)
#define _IRQL_requires_min_(level)
#define _IRQL_requires_same_
#define _IRQL_raises_(level)
#define _IRQL_saves_
#define _IRQL_restores_
#define _IRQL_saves_global_(kind, target)
#define _IRQL_restores_global_(kind, target)
#define _IRQL_always_function_max_(level)
#define _IRQL_always_function_min_(level)

/* The annotations of older drivers. The C++ library uses these words as names, so C++ drivers ask for them. */
#if !defined(__cplusplus) || defined(DXGMAP_OLD_ANNOTATIONS)
#define __in
#define __in_opt
#define __inout
#define __inout_opt
#define __out
#define __out_opt
#define __in_bcount(count)
#define __in_ecount(count)
#define __out_bcount(count)
#define __out_ecount(count)
#define __inout_bcount(count)
#define __deref_out
#define __checkReturn
#define __in_bcount_opt(count)
#define __in_ecount_opt(count)
#define __out_bcount_opt(count)
#define __out_ecount_opt(count)
#define __out_bcount_part(count, written)
#define __out_ecount_part(count, written)
#define __inout_ecount(count)
#define __inout_bcount_opt(count)
#define __deref_out_opt
#define __deref_opt_out
#define __deref_inout
#define __success(expression)
#define __nullterminated
#define __field_bcount(count)
#define __field_ecount(count)
#endif

#endif
