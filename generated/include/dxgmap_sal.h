/*
   A public header of dxgmap.

   Generated: do not edit. Edit the inputs, then run: make generate
   Inputs and their sha256:
     d7455fe96c3e6efedd568333642ab976a9e5f0ab8e7cae69cae6f5de807cf100 model/ddi/include/dxgmap_sal.h
*/
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
#endif

#endif
