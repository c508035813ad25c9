/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Microsoft's source annotation language, as documented under "SAL annotations". Those that say what a
 * function is or at which IRQL it runs become attributes that the front end keeps; the others say nothing
 * that Proviso uses and vanish.
 */
#ifndef PROVISO_SAL_H
#define PROVISO_SAL_H

/* What a function is. */
#define _Function_class_(x) __attribute__((sal_function_class(x)))
#define _Dispatch_type_(x) __attribute__((sal_dispatch_type(x)))
#define __drv_functionClass(x) _Function_class_(x)
#define __drv_dispatchType(x) _Dispatch_type_(x)
#define __drv_dispatchType_other

/* The IRQL at which it is called. */
#define _IRQL_requires_(x) __attribute__((sal_irql_requires(x)))
#define _IRQL_requires_max_(x) __attribute__((sal_irql_requires_max(x)))
#define _IRQL_requires_min_(x) __attribute__((sal_irql_requires_min(x)))
#define __drv_requiresIRQL(x) _IRQL_requires_(x)
#define __drv_maxIRQL(x) _IRQL_requires_max_(x)
#define __drv_minIRQL(x) _IRQL_requires_min_(x)
#define _IRQL_raises_(x)
#define _IRQL_requires_same_
#define _IRQL_saves_
#define _IRQL_restores_
#define _IRQL_saves_global_(kind, param)
#define _IRQL_restores_global_(kind, param)
#define _IRQL_always_function_max_(x)
#define _IRQL_always_function_min_(x)
#define _IRQL_is_cancel_
#define _IRQL_uses_cancel_
#define __drv_raisesIRQL(x)
#define __drv_sameIRQL
#define __drv_savesIRQL
#define __drv_restoresIRQL
#define __drv_savesIRQLGlobal(kind, param)
#define __drv_restoresIRQLGlobal(kind, param)
#define __drv_useCancelIRQL
#define __drv_isCancelIRQL
#define __drv_setsIRQL(x)

/* Conditions that hold. */
#define _Analysis_assume_(e) __analysis_assume(e)
#define _Analysis_assume_nullterminated_(s)
#define _Analysis_assume_lock_held_(l)
#define _Analysis_assume_lock_acquired_(l)
#define _Analysis_assume_lock_released_(l)
#define _Analysis_assume_same_lock_(a, b)
#define _Analysis_noreturn_
#define _Analysis_mode_(x)
#define _Analysis_suppress_lock_checking_(l)
#define __analysis_noreturn

/* Parameters and results. */
#define _In_
#define _In_opt_
#define _In_z_
#define _In_opt_z_
#define _In_reads_(s)
#define _In_reads_opt_(s)
#define _In_reads_z_(s)
#define _In_reads_opt_z_(s)
#define _In_reads_or_z_(s)
#define _In_reads_bytes_(s)
#define _In_reads_bytes_opt_(s)
#define _In_reads_to_ptr_(p)
#define _In_range_(l, h)
#define _In_bytecount_(s)
#define _In_count_(s)
#define _In_function_class_(x)
#define _Inout_
#define _Inout_opt_
#define _Inout_z_
#define _Inout_opt_z_
#define _Inout_updates_(s)
#define _Inout_updates_opt_(s)
#define _Inout_updates_z_(s)
#define _Inout_updates_to_(s, c)
#define _Inout_updates_all_(s)
#define _Inout_updates_all_opt_(s)
#define _Inout_updates_bytes_(s)
#define _Inout_updates_bytes_opt_(s)
#define _Inout_updates_bytes_to_(s, c)
#define _Inout_updates_bytes_all_(s)
#define _Inout_updates_bytes_all_opt_(s)
#define _Out_
#define _Out_opt_
#define _Out_writes_(s)
#define _Out_writes_opt_(s)
#define _Out_writes_z_(s)
#define _Out_writes_opt_z_(s)
#define _Out_writes_to_(s, c)
#define _Out_writes_to_opt_(s, c)
#define _Out_writes_all_(s)
#define _Out_writes_all_opt_(s)
#define _Out_writes_bytes_(s)
#define _Out_writes_bytes_opt_(s)
#define _Out_writes_bytes_to_(s, c)
#define _Out_writes_bytes_to_opt_(s, c)
#define _Out_writes_bytes_all_(s)
#define _Out_writes_bytes_all_opt_(s)
#define _Out_range_(l, h)
#define _Outptr_
#define _Outptr_opt_
#define _Outptr_result_maybenull_
#define _Outptr_opt_result_maybenull_
#define _Outptr_result_nullonfailure_
#define _Outptr_result_buffer_(s)
#define _Outptr_result_buffer_maybenull_(s)
#define _Outptr_result_bytebuffer_(s)
#define _Outptr_result_bytebuffer_maybenull_(s)
#define _Outptr_opt_result_bytebuffer_(s)
#define _Outptr_opt_result_buffer_(s)
#define _Outptr_result_z_
#define _Outref_
#define _COM_Outptr_
#define _Reserved_
#define _Const_
#define _Points_to_data_
#define _Frees_ptr_
#define _Frees_ptr_opt_
#define _Post_ptr_invalid_
#define _Post_invalid_
#define _Post_valid_
#define _Post_notnull_
#define _Post_null_
#define _Post_maybenull_
#define _Post_maybez_
#define _Post_z_
#define _Post_satisfies_(e)
#define _Post_equal_to_(e)
#define _Post_writable_byte_size_(s)
#define _Post_writable_size_(s)
#define _Post_readable_byte_size_(s)
#define _Post_readable_size_(s)
#define _Post_
#define _Pre_
#define _Pre_valid_
#define _Pre_notnull_
#define _Pre_maybenull_
#define _Pre_null_
#define _Pre_satisfies_(e)
#define _Pre_opt_valid_
#define _Pre_readable_byte_size_(s)
#define _Pre_readable_size_(s)
#define _Pre_writable_byte_size_(s)
#define _Pre_writable_size_(s)
#define _Pre_unknown_
#define _Prepost_z_
#define _Notnull_
#define _Maybenull_
#define _Notvalid_
#define _Null_
#define _Null_terminated_
#define _NullNull_terminated_
#define _Valid_
#define _Deref_out_range_(l, h)
#define _Deref_in_range_(l, h)
#define _Deref_out_
#define _Deref_out_opt_
#define _Ret_maybenull_
#define _Ret_notnull_
#define _Ret_null_
#define _Ret_z_
#define _Ret_maybenull_z_
#define _Ret_range_(l, h)
#define _Ret_valid_
#define _Ret_writes_(s)
#define _Ret_writes_bytes_(s)
#define _Ret_writes_bytes_maybenull_(s)
#define _Ret_writes_maybenull_(s)
#define _Result_nullonfailure_
#define _Result_zeroonfailure_
#define _Return_type_success_(e)
#define _Success_(e)
#define _On_failure_(a)
#define _Always_(a)
#define _When_(e, a)
#define _At_(e, a)
#define _At_buffer_(e, i, c, a)
#define _Group_(a)
#define _Check_return_
#define _Must_inspect_result_
#define _Printf_format_string_
#define _Scanf_format_string_
#define _Use_decl_annotations_
#define _Field_size_(s)
#define _Field_size_opt_(s)
#define _Field_size_part_(s, c)
#define _Field_size_bytes_(s)
#define _Field_size_bytes_opt_(s)
#define _Field_size_bytes_part_(s, c)
#define _Field_size_full_(s)
#define _Field_size_full_opt_(s)
#define _Field_range_(l, h)
#define _Field_z_
#define _Struct_size_bytes_(s)
#define _Readable_bytes_(s)
#define _Readable_elements_(s)
#define _Writable_bytes_(s)
#define _Writable_elements_(s)
#define _Inexpressible_(e)
#define _Literal_
#define _Notliteral_
#define _Enum_is_bitflag_
#define _Strict_type_match_
#define _Null_terminated_string_
#define _Interlocked_operand_
#define _Interlocked_
#define _Guarded_by_(l)
#define _Write_guarded_by_(l)
#define _Has_lock_kind_(k)
#define _Has_lock_level_(l)
#define _Lock_level_order_(a, b)
#define _Create_lock_level_(l)
#define _Acquires_lock_(l)
#define _Acquires_exclusive_lock_(l)
#define _Acquires_shared_lock_(l)
#define _Acquires_nonreentrant_lock_(l)
#define _Releases_lock_(l)
#define _Releases_exclusive_lock_(l)
#define _Releases_shared_lock_(l)
#define _Releases_nonreentrant_lock_(l)
#define _Requires_lock_held_(l)
#define _Requires_exclusive_lock_held_(l)
#define _Requires_shared_lock_held_(l)
#define _Requires_lock_not_held_(l)
#define _Requires_no_locks_held_
#define _Post_same_lock_(a, b)
#define _Function_ignore_lock_checking_(l)
#define _No_competing_thread_
#define _No_competing_thread_begin_
#define _No_competing_thread_end_
#define _Raises_SEH_exception_
#define _Maybe_raises_SEH_exception_
#define _Kernel_float_saved_
#define _Kernel_float_restored_
#define _Kernel_float_used_
#define _Kernel_clear_do_init_(x)
#define _Kernel_IoGetDmaAdapter_
#define _Kernel_acquires_resource_(x)
#define _Kernel_releases_resource_(x)
#define _Kernel_requires_resource_held_(x)
#define _Kernel_requires_resource_not_held_(x)
#define _Flt_CompletionContext_Outptr_
#define SAL_no_throw

/* The first edition's spelling. */
#define __in
#define __in_opt
#define __in_z
#define __in_z_opt
#define __in_ecount(s)
#define __in_ecount_opt(s)
#define __in_bcount(s)
#define __in_bcount_opt(s)
#define __inout
#define __inout_opt
#define __inout_z
#define __inout_ecount(s)
#define __inout_ecount_opt(s)
#define __inout_bcount(s)
#define __inout_bcount_opt(s)
#define __inout_bcount_full(s)
#define __out
#define __out_opt
#define __out_z
#define __out_ecount(s)
#define __out_ecount_opt(s)
#define __out_ecount_z(s)
#define __out_ecount_part(s, c)
#define __out_ecount_full(s)
#define __out_bcount(s)
#define __out_bcount_opt(s)
#define __out_bcount_part(s, c)
#define __out_bcount_part_opt(s, c)
#define __out_bcount_full(s)
#define __out_bcount_full_opt(s)
#define __out_data_source(x)
#define __deref_in
#define __deref_in_opt
#define __deref_inout
#define __deref_inout_opt
#define __deref_out
#define __deref_out_opt
#define __deref_opt_out
#define __deref_opt_out_opt
#define __deref_out_ecount(s)
#define __deref_out_bcount(s)
#define __deref_out_bcount_opt(s)
#define __deref_out_range(l, h)
#define __deref_volatile
#define __reserved
#define __checkReturn
#define __success(e)
#define __nullterminated
#define __notnull
#define __maybenull
#define __null
#define __valid
#define __bcount(s)
#define __bcount_opt(s)
#define __ecount(s)
#define __ecount_opt(s)
#define __field_bcount(s)
#define __field_bcount_opt(s)
#define __field_ecount(s)
#define __field_ecount_opt(s)
#define __field_bcount_part(s, c)
#define __struct_bcount(s)
#define __range(l, h)
#define __in_range(l, h)
#define __format_string
#define __callback
#define __override
#define __typefix(t)
#define __inexpressible_readableTo(s)
#define __kernel_entry
#define __control_entrypoint(x)
#define __volatile
#define __no_competing_thread
#define __useHeader
#define __drv_when(e, a)
#define __drv_at(e, a)
#define __drv_in(a)
#define __drv_in_deref(a)
#define __drv_out(a)
#define __drv_out_deref(a)
#define __drv_deref(a)
#define __drv_arg(e, a)
#define __drv_aliasesMem
#define __drv_allocatesMem(x)
#define __drv_freesMem(x)
#define __drv_acquiresExclusiveResource(x)
#define __drv_releasesExclusiveResource(x)
#define __drv_acquiresCriticalRegion
#define __drv_releasesCriticalRegion
#define __drv_mustHoldCriticalRegion
#define __drv_neverHoldCriticalRegion
#define __drv_acquiresCancelSpinLock
#define __drv_releasesCancelSpinLock
#define __drv_holdsCancelSpinLock()
#define __drv_mustHoldCancelSpinLock
#define __drv_neverHoldCancelSpinLock
#define __drv_clearDoInit
#define __drv_preferredFunction(f, why)
#define __drv_reportError(why)
#define __drv_strictType(t, m)
#define __drv_strictTypeMatch(m)
#define __drv_typeConst
#define __drv_typeCond
#define __drv_typeBitset
#define __drv_typeExpr
#define __drv_constant
#define __drv_nonConstant
#define __drv_notPointer
#define __drv_isObjectPointer
#define __drv_notInSwitch
#define __drv_interlocked
#define __drv_inTry
#define __drv_notInTry
#define __drv_formatString(k)
#define __drv_fun(a)
#define __drv_group(a)
#define __drv_ret(a)
#define __drv_valueIs(v)
#define __drv_when_else(e, a, b)
#define __drv_unit(x)
#define __drv_Mode_impl(x)
#define __drv_minFunctionIRQL(x)
#define __drv_maxFunctionIRQL(x)
#define __user_code
#define __kernel_code
#define __kernel_driver
#define __user_driver

#endif
