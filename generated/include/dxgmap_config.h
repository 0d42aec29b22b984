/*
   How dxgmap is configured. Set these on the compiler's command line, or here, the same for every
   file that includes a header of dxgmap.

   Generated: do not edit. Edit the inputs, then run: make generate
   Inputs and their sha256:
     75e84f0ce7cfd0a9ed2115dafd585af2b32d7ba612f7cfd5896bb1da08d016e2 model/core/adapter.c
     4268b1e3cb964720a99dd9c9f71a272c5ef74a6b5029e566d1ccc5b76e3839a6 model/core/check.c
     f705155023370f69f994d3f3114d1a591cc74bb2382c1138b3aa42d05d1398db model/core/check_adapter.c
     440b7dd6cdc32416cedf66a8e56b956618f8d443dacd090fa7e8adaa2d9b1927 model/core/check_domain.c
     d4898a5f06424d161fcf17df4286483e423baf9e99dce6a30ee705c605384803 model/core/check_heap.c
     c3ac43c6388a592c887443cd2d22c7915440bb3cf059d786c92b72f9d22ea2dd model/core/check_links.c
     d25e1b8bc69afeb561b3dd971beae989f8a337bdd500554dd25672ba6a38e2bd model/core/check_quarantine.c
     206800c5c6e55a12709bddb1f58dd504032e320a443267bc34d8fc01dc44a907 model/core/check_ranges.c
     c2c61543120746abd0f0289f055573b5646b17ecf18559632d50d8d7340ea044 model/core/check_slots.c
     08bf0d26d34db248e76ae9fcf1e6c7d993f6a1c38dcae59c080e07c7f44d0bfe model/core/check_translation.c
     0508c0cb76c18927d101be26372b21fb6dffc99dc82502e2c628950c0dc5eb6a model/core/check_views.c
     b426eef38406aaeccc42db0598b9e1a5ea2847f89f11c6376069b2ee84208f7d model/core/domain.c
     8927366e79a3ea880705522c3edbdfe9bbc023df3fa012a2502aedbe5cecfc1c model/core/handle.c
     3c77c5e13dcdc8878d774144d959dfc385c950f427288a17a69defb055de5d0b model/core/heap.c
     306310026fdcad504031a64d353e78bf23ee61d0b9cc82bff64a09a14bf26017 model/core/keys.c
     18d508764bcb1166073f19249afdd06712751629db71061d2dc777b06c353af1 model/core/leak.c
     866211b5713ddc4f1eeb5a5e8649f794a5c86795d08c4e0a1c02564c2026bbe5 model/core/links.c
     d44c81eef6bfd4886a32f155a5496803ae45911a6b78317dd28c854cf800dbe5 model/core/op_adapter.c
     0a973337b3be27660ac105cd47f766b17130819b8f7ba91523010d652e72b53a model/core/op_adl.c
     f934997422e2e26fa5dcd70c81c59d7f8149669ef9a7200dadbc2b1d21ce7c18 model/core/op_bound.c
     0585aaa99d77268a7d429f7933ea279dfa747604b6630cc7558d213bf3c0b19f model/core/op_object.c
     9e2e634ef982c0f45a5139ed4ea9d3a220133e608a19d8e8bf965f00dd933e25 model/core/op_object_view.c
     5ef5aaab98c6caa23425e868169269619a460f884c1f240f0ce2e9146c7868ae model/core/op_pages.c
     575a4d5d2aebf8bdb57ef19977aa5f0f602b5853088e33e09a9c99e74384e3c2 model/core/op_pin.c
     bca5cd12ea81982a08c08a7a2d810381b2ce715ac7fd7fc127fc1ab4e9dd6f9a model/core/op_pointer.c
     f0f039130dcd2e89e34f0dd8773d24d9f2b0614215153f87900213943f6c252c model/core/op_reference.c
     17579a14f8548277fdefdf366097d0cf408da84131282f493d2a5263e1e9ad02 model/core/op_translate.c
     fdce616e7dd03f638cb7ce60a055e37b827fa3642f384a386f2e830efe56aea6 model/core/op_view.c
     1f7a3a7f7e25c73febbaba0291f6630ce24c0daa7355210d87e89f1a4642a29f model/core/outcome.c
     6caabb668e650e59255cb4776b6fc3673db2ef0d82c42c1a35ee8947667330cc model/core/profile.h
     7c86e58532fb47937979a03df783980121438e41c16709f5de369676f6d2bc17 model/core/quarantine.c
     46ec7211fa8ca652c9303f14d92c17a3e4f33d217556422d05fb138ec960cfaa model/core/ranges.c
     d7cc47e8ef695539072271a53699697d2430b45e7040a3b99b1eb9575f1f8135 model/core/slots.c
     5f814f64a4fb931c02229d700146af128d822fa1db192e85bf9beb02ed4ef1a0 model/core/state.c
     b0459d856b8e125a557e2f4bb525446b3226559fac53f0ff97b3026595a4ab55 model/core/step.c
     8aa3e29260bf1a8f77db2263d19227924c44d12dee2aaba2b65f6ee7eb2cd22d model/core/trace.c
     0771787c239f3cd107405694e34253d97d842f85f0b45a27984fc22f105e59a2 model/core/translation.c
     3c410733b3ca768b6b45c6787cdab8ba1256cdb71b2e3871926dc1e75458d3ae model/core/views.c
     d8782117db3815fe013d30be0a250c26f58951610088de230ce331b70e8d931a model/core/zero.c
     df750ce4637207fb81d0bbfd3cb6db9ca147da4cb9858de7e3e3290f05afde1e model/ddi/accessors.c
     6742d9215040537f91017559a46aa6ced20529f9ae49075088343d16f67b0858 model/ddi/adapter.c
     841c6ea3165aa894b73de7844e04557be5cfafb9cb671773c12881428ac707ae model/ddi/adl.c
     1991e812b5091c36b155dc6fbef0fcca52f6b2c978db8650a58fc65c64547a33 model/ddi/allocate.c
     6f7aa06bba513711046ce0867f3093bc70c0a16cc8b7d72131c85a79495e2796 model/ddi/allocate_adl.c
     81dcfd64e72d97d408f3b0f3b448ef5db057182e92eb2fcff168b883eb98b8bf model/ddi/call.c
     7c5189aed463d576065bfc473942ca31324e9322e762a573f713c3dc73493c77 model/ddi/clauses.c
     fa6a5a0bb6cb729bf31867d7c8f3a37a0da797da51881382c4f23788eb3a7464 model/ddi/device.c
     4c87b3670daf7a7db687341b3632620bb391871117f6258087cca290c92bbe10 model/ddi/fault.c
     15539053f1d8f7736f98b3dbb3adbbd75ceab4f680d3aa74150df592687be6eb model/ddi/frames.c
     1855b1772fb9742f0ee7dd2724468068d4ffafda34a78ecc3db8e0f7c5f3a8d9 model/ddi/handle.c
     c74a3f24fdbf6b683934edfab70fe47e26af37e4ec573bb6de1ba8aedd885535 model/ddi/information.c
     d28c566693e068511be86e4bf5e0b47231c4ca22864a5a972056d2e1be374213 model/ddi/interface.c
     341e32433eae706cd265aec6dca355b1424a51c8423896060943d7aece4c3cc6 model/ddi/iommu.c
     dcfd704791c804e14f9af7035dbaaf2ed3eecbd95ce88f3798b0f5e77de4a0e4 model/ddi/irql.c
     a8f0a4719116cc2a795acf0c42628d9242ae408e6f56cac538d283c130247dd3 model/ddi/lend.c
     b111037bfa3e6d16c71ac2b4b0ffb135a4cc1e16c6809066ca013e34f404e73a model/ddi/live.c
     3b1a1c073c5cb9d14e15f24e905c5e4edd40179d4b8f05f5f684116bb6aaee65 model/ddi/lookup.c
     a410e8395634ae4c2923d2fdd3aa32436bb7ba2f18e130332b8a7ea45ac21250 model/ddi/mdl.c
     0e52bc316c678e5af74e46e2f6c0d53be0b8e5aa57bfe8540325dea8e834ada2 model/ddi/mdls.c
     c84d5da1d2f57fc225f23c16231ef9c1175628ee2896347988a7a628e6ef45dc model/ddi/object.c
     5c543819ed98a23d8b77ddd9776162ca0c72b0acfcefdb753a5f47c4c51f0ddb model/ddi/object_memory.c
     2f20e8df016d55c6c85ecf7d3a6ce3167149acec3c6acad957b3b2aeeb127c00 model/ddi/object_open.c
     4cea11e1ff9831977504c3380b6684be1613742e0279beb6c65ccbfc243d4bcf model/ddi/object_view.c
     87a0d6623910257b9ccba105a3ea3c85baf32b878610ac94d5e52fa6e6fcc8ce model/ddi/pin.c
     3795d6db3441f12422e9d4c6a96e74935a77938a7072517bae1dc62a9109f18c model/ddi/place.c
     907ca8f6a3c7bbef83aed3c589d695deadf65b603cf0ce2a4d6ce5ef12782248 model/ddi/pointer.c
     ac220b129ee30a357b0e48c5eee766ae709da46b3fc970ac7c23e3e9a9f2e0f6 model/ddi/record.c
     ea0f44e968875a533e8e3aab9a614764db2acd43bcf3826400b72ffba79198b2 model/ddi/registers.c
     553d2036dbfa55fd4d067546d6387d81aeb1981349893b7d875da4cfacc391a1 model/ddi/release.c
     2dae617d13c8f213bbae4afbc13995ff11e0ce50204f22d9b52144a34a747c62 model/ddi/report.c
     c20aac5568a3eefa27dce16059cea5389b43646fa205685c852cf7fb56726ba5 model/ddi/resources.c
     5a982bbef6e7dc613ab3bd49d8c804ab9dced6799ed632f972a6fcb703ed5121 model/ddi/status.c
     bb198b147e14ca309855c2bed7da99709e4fd581a34848e7151a59c6e180d66a model/ddi/stop.c
     8a492820ef22dc7238b0468fa1e34e20beef89a54454cc234464eef752229b2b model/ddi/system.c
     86139eac42dc78092c9091fe95e84ae01f0076106162e2234f8f1a85593e6ecb model/ddi/translate.c
     b5bacc3279edfefe733c4e7e0d803eb82c0e45a0df1076a6cecada1fb5f8d435 model/ddi/unmodelled.c
     6d1aea8bd3d080924fac35f95137dd5148324a94fc4156faf5e5e307b6e97814 model/ddi/video.c
     7dcab3ff99eb5d6137d9f328186e460ded6ddf9de78658b3dbdc165a1e37fdd4 model/ddi/video_request.c
     a42fe345fbe706c8987e124c236c4d6b1c49fd16b7bca7d9786718e0e027e268 model/ddi/view.c
     bd75047ee948e1ccbf80e140634a9af4730bd4f6f59230436be0119292c63eec model/host/bits.c
     aa7622269969eaea5de60ebe329077a284dff0c4ed1ad8bf57b33590268374cb model/host/device.c
     3360c79849e8e24f94f6bc53459589ecabf868c5e0b1eb5643849b33f4c6cc92 model/host/fault.c
     b471a134380b360ea5709a5e66b2c1ce2ccf01e2e3a88df77bd805177361cd71 model/host/foreign.c
     7ae031a07f8eb8392600e5e1012c2b016b554a6c988c459f1a0be2c892c3fbef model/host/history.c
     80682ea1a58dbb5f4090f50218fd677dd4fc3868b5f59c8ae1e1444d98a34741 model/host/inject.c
     55319508b642ee9a5d2d335c778e12d5c8a003717baee007fdd1269ec6429908 model/host/kernel.c
     78f6032c2c181a7f7a262f66e18b286b4645ec1156819e76ba40492ebe8b58a1 model/host/machine.c
     6875dc2ddfbee4065cdc406cfbf827e5f22fea4496fae174ea9e070fa8c69189 model/host/memory.c
     f0ec862d22c0600d7704527638a3604119f7c5a63afe2216f08fcf601ae3c836 model/host/physical.c
     19ceccdaf5b6b0f53e6ee2b8a7b5f06b9539d32c59dd984571992648903feb7c model/host/place.c
     04aa3dc06ca8ac5fb73446a5adca1aa7ff7c64f5af410be5372066c8a6cdb266 model/host/ports.c
     37ae0913e46afbb6d11385b8c294162051c3dcb25283ce71bd0ead33dfc9c7a2 model/host/random.c
     cbd4a6962d72c5abc339e5ba7482fa24bdef88f4f8dce3ccacc2c3659c325aac model/host/readers.c
     095b7c57d3d1a75fbef44587b93fbbc92381c63db63390c5ecaaebaaea3d6dbe model/host/scatter.c
     8ae2b3e6d01a68a3c24ca9ae31e6a96592317ae7cb34fec142824fae07aa0c70 model/host/section.c
     4df8cf28265f43c90e18bcdafb97ba4e472992de1afa7548c99f2c6cde4b1e89 model/host/symbols.c
     918f1ec224ddd4c7cc0fa6195ff99a8aaa45b8446ba35e47385a1e2b55fa8a3b model/host/sync.c
     49d4289fb3127c4958c471048e404c846b04de061e72f39c9140a0b03c1f717b model/host/table.c
     214ecc2c3a52fa8d53d5f3106ed4926a1afadd3f41e5af9a1f120434433ba6b2 model/host/text.c
     f2eea9ae5e982c35929ecf6139f8f8d34c17c7cfd3d01bfd6be5e261caf34587 model/host/view.c
     7da7063d2fed02a9ed08ca26cb2997b346c14fdc54c387b4ead56d9bde8b12c3 model/host/window.c
*/
#ifndef DXGMAP_CONFIG_H
#define DXGMAP_CONFIG_H

/* DXGMAP_HOST: 1 builds the whole library, for Linux with the C library. 0 builds the proved core alone, freestanding:
   no heap, no C library, no undefined symbol; its interface is dxgmap_core.h. */
#ifndef DXGMAP_HOST
#define DXGMAP_HOST 1
#endif

/* The profile: the sizes of the model's arrays, each proved. Memory is touched only where it is used.
   Define the name of one, or nothing for the default:
     DXGMAP_PROFILE_SMALL  for tests: 64 physical pages; an adapter has at most 32 live
                           mappings, 64 captured pages, 32 pages of views
     DXGMAP_PROFILE_LARGE  268435456 physical pages; an adapter has at most 1048576 live
                           mappings, 268435456 captured pages, 16777216 pages of views
     the default           67108864 physical pages; an adapter has at most 1048576 live
                           mappings, 67108864 captured pages, 16777216 pages of views */

/* DXGMAP_STRICT: define it for C11 to the letter between a lookup without a lock and a change beside it: what is looked
   up is stored by atomic stores, and a change of many pages takes two to four times as long. */

/* DXGMAP_PREFIX: begins the library's own external names in place of dxgmap_: with -DDXGMAP_PREFIX=acme_ the function
   dxgmap_open is acme_open to the linker. Names that Windows gave stay, because drivers link against them. */
#ifdef DXGMAP_PREFIX
#define DXGMAP_NAME_JOIN(prefix, name) prefix##name
#define DXGMAP_NAME_OF(prefix, name) DXGMAP_NAME_JOIN(prefix, name)
#define DXGMAP_NAME(name) DXGMAP_NAME_OF(DXGMAP_PREFIX, name)
#define dxgmap_accept DXGMAP_NAME(accept)
#define dxgmap_adapter_attach DXGMAP_NAME(adapter_attach)
#define dxgmap_adapter_close DXGMAP_NAME(adapter_close)
#define dxgmap_adapter_exclusive_begin DXGMAP_NAME(adapter_exclusive_begin)
#define dxgmap_adapter_exclusive_end DXGMAP_NAME(adapter_exclusive_end)
#define dxgmap_adapter_interface DXGMAP_NAME(adapter_interface)
#define dxgmap_adapter_live DXGMAP_NAME(adapter_live)
#define dxgmap_adapter_object_gate DXGMAP_NAME(adapter_object_gate)
#define dxgmap_adapter_open DXGMAP_NAME(adapter_open)
#define dxgmap_adapter_release DXGMAP_NAME(adapter_release)
#define dxgmap_adapter_start DXGMAP_NAME(adapter_start)
#define dxgmap_adapter_stop DXGMAP_NAME(adapter_stop)
#define dxgmap_adapter_switch DXGMAP_NAME(adapter_switch)
#define dxgmap_adapter_take DXGMAP_NAME(adapter_take)
#define dxgmap_adapter_take_pages DXGMAP_NAME(adapter_take_pages)
#define dxgmap_adapter_visible DXGMAP_NAME(adapter_visible)
#define dxgmap_adl_admit DXGMAP_NAME(adl_admit)
#define dxgmap_base_page DXGMAP_NAME(base_page)
#define dxgmap_cause_name DXGMAP_NAME(cause_name)
#define dxgmap_cause_sentence DXGMAP_NAME(cause_sentence)
#define dxgmap_check DXGMAP_NAME(check)
#define dxgmap_check_adapter DXGMAP_NAME(check_adapter)
#define dxgmap_check_domain DXGMAP_NAME(check_domain)
#define dxgmap_check_heap DXGMAP_NAME(check_heap)
#define dxgmap_check_links DXGMAP_NAME(check_links)
#define dxgmap_check_quarantine DXGMAP_NAME(check_quarantine)
#define dxgmap_check_ranges DXGMAP_NAME(check_ranges)
#define dxgmap_check_slots DXGMAP_NAME(check_slots)
#define dxgmap_check_translation DXGMAP_NAME(check_translation)
#define dxgmap_check_views DXGMAP_NAME(check_views)
#define dxgmap_close DXGMAP_NAME(close)
#define dxgmap_close_admit DXGMAP_NAME(close_admit)
#define dxgmap_create_admit DXGMAP_NAME(create_admit)
#define dxgmap_create_bound_admit DXGMAP_NAME(create_bound_admit)
#define dxgmap_ddi_adapter_of DXGMAP_NAME(ddi_adapter_of)
#define dxgmap_ddi_adapter_of_extension DXGMAP_NAME(ddi_adapter_of_extension)
#define dxgmap_ddi_adapter_release DXGMAP_NAME(ddi_adapter_release)
#define dxgmap_ddi_adl_arrange DXGMAP_NAME(ddi_adl_arrange)
#define dxgmap_ddi_adl_bytes DXGMAP_NAME(ddi_adl_bytes)
#define dxgmap_ddi_adl_follows DXGMAP_NAME(ddi_adl_follows)
#define dxgmap_ddi_adl_lend DXGMAP_NAME(ddi_adl_lend)
#define dxgmap_ddi_adl_physical DXGMAP_NAME(ddi_adl_physical)
#define dxgmap_ddi_also DXGMAP_NAME(ddi_also)
#define dxgmap_ddi_analogue DXGMAP_NAME(ddi_analogue)
#define dxgmap_ddi_bad DXGMAP_NAME(ddi_bad)
#define dxgmap_ddi_blame_address DXGMAP_NAME(ddi_blame_address)
#define dxgmap_ddi_blame_handle DXGMAP_NAME(ddi_blame_handle)
#define dxgmap_ddi_blame_object DXGMAP_NAME(ddi_blame_object)
#define dxgmap_ddi_blame_size DXGMAP_NAME(ddi_blame_size)
#define dxgmap_ddi_boundary_fault DXGMAP_NAME(ddi_boundary_fault)
#define dxgmap_ddi_cause_row DXGMAP_NAME(ddi_cause_row)
#define dxgmap_ddi_check_mdl DXGMAP_NAME(ddi_check_mdl)
#define dxgmap_ddi_child DXGMAP_NAME(ddi_child)
#define dxgmap_ddi_choose DXGMAP_NAME(ddi_choose)
#define dxgmap_ddi_clause DXGMAP_NAME(ddi_clause)
#define dxgmap_ddi_detail DXGMAP_NAME(ddi_detail)
#define dxgmap_ddi_detail_numbers DXGMAP_NAME(ddi_detail_numbers)
#define dxgmap_ddi_enter DXGMAP_NAME(ddi_enter)
#define dxgmap_ddi_faults_close DXGMAP_NAME(ddi_faults_close)
#define dxgmap_ddi_faults_open DXGMAP_NAME(ddi_faults_open)
#define dxgmap_ddi_fill_unmodelled DXGMAP_NAME(ddi_fill_unmodelled)
#define dxgmap_ddi_frames_run DXGMAP_NAME(ddi_frames_run)
#define dxgmap_ddi_frames_search DXGMAP_NAME(ddi_frames_search)
#define dxgmap_ddi_give_back DXGMAP_NAME(ddi_give_back)
#define dxgmap_ddi_is_violation DXGMAP_NAME(ddi_is_violation)
#define dxgmap_ddi_leave DXGMAP_NAME(ddi_leave)
#define dxgmap_ddi_lend DXGMAP_NAME(ddi_lend)
#define dxgmap_ddi_lend_cancel DXGMAP_NAME(ddi_lend_cancel)
#define dxgmap_ddi_lend_prepare DXGMAP_NAME(ddi_lend_prepare)
#define dxgmap_ddi_live DXGMAP_NAME(ddi_live)
#define dxgmap_ddi_lookup DXGMAP_NAME(ddi_lookup)
#define dxgmap_ddi_lookup_close DXGMAP_NAME(ddi_lookup_close)
#define dxgmap_ddi_lookup_follow DXGMAP_NAME(ddi_lookup_follow)
#define dxgmap_ddi_lookup_withdraw DXGMAP_NAME(ddi_lookup_withdraw)
#define dxgmap_ddi_map_view DXGMAP_NAME(ddi_map_view)
#define dxgmap_ddi_mdl_abandon DXGMAP_NAME(ddi_mdl_abandon)
#define dxgmap_ddi_mdl_add DXGMAP_NAME(ddi_mdl_add)
#define dxgmap_ddi_mdl_change DXGMAP_NAME(ddi_mdl_change)
#define dxgmap_ddi_mdl_describe DXGMAP_NAME(ddi_mdl_describe)
#define dxgmap_ddi_mdl_entry DXGMAP_NAME(ddi_mdl_entry)
#define dxgmap_ddi_mdl_entry_free DXGMAP_NAME(ddi_mdl_entry_free)
#define dxgmap_ddi_mdl_find DXGMAP_NAME(ddi_mdl_find)
#define dxgmap_ddi_mdl_join DXGMAP_NAME(ddi_mdl_join)
#define dxgmap_ddi_mdl_part DXGMAP_NAME(ddi_mdl_part)
#define dxgmap_ddi_mdl_remove DXGMAP_NAME(ddi_mdl_remove)
#define dxgmap_ddi_mdl_size DXGMAP_NAME(ddi_mdl_size)
#define dxgmap_ddi_mdl_span DXGMAP_NAME(ddi_mdl_span)
#define dxgmap_ddi_mdl_unmap_system DXGMAP_NAME(ddi_mdl_unmap_system)
#define dxgmap_ddi_mdls_close DXGMAP_NAME(ddi_mdls_close)
#define dxgmap_ddi_mdls_open DXGMAP_NAME(ddi_mdls_open)
#define dxgmap_ddi_object_fault DXGMAP_NAME(ddi_object_fault)
#define dxgmap_ddi_object_fill DXGMAP_NAME(ddi_object_fill)
#define dxgmap_ddi_object_owner DXGMAP_NAME(ddi_object_owner)
#define dxgmap_ddi_opened_new DXGMAP_NAME(ddi_opened_new)
#define dxgmap_ddi_operation_row DXGMAP_NAME(ddi_operation_row)
#define dxgmap_ddi_override_reset DXGMAP_NAME(ddi_override_reset)
#define dxgmap_ddi_override_set DXGMAP_NAME(ddi_override_set)
#define dxgmap_ddi_place_cancel DXGMAP_NAME(ddi_place_cancel)
#define dxgmap_ddi_place_claim DXGMAP_NAME(ddi_place_claim)
#define dxgmap_ddi_place_remove DXGMAP_NAME(ddi_place_remove)
#define dxgmap_ddi_place_settle DXGMAP_NAME(ddi_place_settle)
#define dxgmap_ddi_pressed DXGMAP_NAME(ddi_pressed)
#define dxgmap_ddi_read_port DXGMAP_NAME(ddi_read_port)
#define dxgmap_ddi_read_register DXGMAP_NAME(ddi_read_register)
#define dxgmap_ddi_record_bind DXGMAP_NAME(ddi_record_bind)
#define dxgmap_ddi_record_cancel DXGMAP_NAME(ddi_record_cancel)
#define dxgmap_ddi_record_find DXGMAP_NAME(ddi_record_find)
#define dxgmap_ddi_record_last_page DXGMAP_NAME(ddi_record_last_page)
#define dxgmap_ddi_record_last_pin DXGMAP_NAME(ddi_record_last_pin)
#define dxgmap_ddi_record_last_port DXGMAP_NAME(ddi_record_last_port)
#define dxgmap_ddi_record_new DXGMAP_NAME(ddi_record_new)
#define dxgmap_ddi_record_of_list DXGMAP_NAME(ddi_record_of_list)
#define dxgmap_ddi_record_of_port DXGMAP_NAME(ddi_record_of_port)
#define dxgmap_ddi_record_release DXGMAP_NAME(ddi_record_release)
#define dxgmap_ddi_records_close DXGMAP_NAME(ddi_records_close)
#define dxgmap_ddi_records_open DXGMAP_NAME(ddi_records_open)
#define dxgmap_ddi_report DXGMAP_NAME(ddi_report)
#define dxgmap_ddi_report_gone DXGMAP_NAME(ddi_report_gone)
#define dxgmap_ddi_report_open DXGMAP_NAME(ddi_report_open)
#define dxgmap_ddi_resource_byte DXGMAP_NAME(ddi_resource_byte)
#define dxgmap_ddi_resource_of DXGMAP_NAME(ddi_resource_of)
#define dxgmap_ddi_resources_close DXGMAP_NAME(ddi_resources_close)
#define dxgmap_ddi_resources_open DXGMAP_NAME(ddi_resources_open)
#define dxgmap_ddi_skip_fault DXGMAP_NAME(ddi_skip_fault)
#define dxgmap_ddi_slack DXGMAP_NAME(ddi_slack)
#define dxgmap_ddi_status DXGMAP_NAME(ddi_status)
#define dxgmap_ddi_stop DXGMAP_NAME(ddi_stop)
#define dxgmap_ddi_stop_objects DXGMAP_NAME(ddi_stop_objects)
#define dxgmap_ddi_take_back DXGMAP_NAME(ddi_take_back)
#define dxgmap_ddi_translate DXGMAP_NAME(ddi_translate)
#define dxgmap_ddi_unmap_view DXGMAP_NAME(ddi_unmap_view)
#define dxgmap_ddi_window_offset DXGMAP_NAME(ddi_window_offset)
#define dxgmap_ddi_write_port DXGMAP_NAME(ddi_write_port)
#define dxgmap_ddi_write_register DXGMAP_NAME(ddi_write_register)
#define dxgmap_describe DXGMAP_NAME(describe)
#define dxgmap_destroy_admit DXGMAP_NAME(destroy_admit)
#define dxgmap_device_memory DXGMAP_NAME(device_memory)
#define dxgmap_device_read DXGMAP_NAME(device_read)
#define dxgmap_device_translate DXGMAP_NAME(device_translate)
#define dxgmap_device_write DXGMAP_NAME(device_write)
#define dxgmap_domain_find DXGMAP_NAME(domain_find)
#define dxgmap_domain_in_memory DXGMAP_NAME(domain_in_memory)
#define dxgmap_domain_map DXGMAP_NAME(domain_map)
#define dxgmap_domain_open DXGMAP_NAME(domain_open)
#define dxgmap_domain_owner DXGMAP_NAME(domain_owner)
#define dxgmap_domain_unmap DXGMAP_NAME(domain_unmap)
#define dxgmap_fail_next DXGMAP_NAME(fail_next)
#define dxgmap_fail_next_objects DXGMAP_NAME(fail_next_objects)
#define dxgmap_handle_generation DXGMAP_NAME(handle_generation)
#define dxgmap_handle_index DXGMAP_NAME(handle_index)
#define dxgmap_handle_make DXGMAP_NAME(handle_make)
#define dxgmap_handle_tag DXGMAP_NAME(handle_tag)
#define dxgmap_heap_fit DXGMAP_NAME(heap_fit)
#define dxgmap_heap_grow DXGMAP_NAME(heap_grow)
#define dxgmap_heap_largest DXGMAP_NAME(heap_largest)
#define dxgmap_heap_merge DXGMAP_NAME(heap_merge)
#define dxgmap_heap_pass DXGMAP_NAME(heap_pass)
#define dxgmap_heap_set DXGMAP_NAME(heap_set)
#define dxgmap_host_acquire DXGMAP_NAME(host_acquire)
#define dxgmap_host_acquisitions DXGMAP_NAME(host_acquisitions)
#define dxgmap_host_allocate DXGMAP_NAME(host_allocate)
#define dxgmap_host_bit DXGMAP_NAME(host_bit)
#define dxgmap_host_bits_find DXGMAP_NAME(host_bits_find)
#define dxgmap_host_bits_set DXGMAP_NAME(host_bits_set)
#define dxgmap_host_close DXGMAP_NAME(host_close)
#define dxgmap_host_device_base DXGMAP_NAME(host_device_base)
#define dxgmap_host_device_close DXGMAP_NAME(host_device_close)
#define dxgmap_host_device_find DXGMAP_NAME(host_device_find)
#define dxgmap_host_device_open DXGMAP_NAME(host_device_open)
#define dxgmap_host_devices_close DXGMAP_NAME(host_devices_close)
#define dxgmap_host_devices_open DXGMAP_NAME(host_devices_open)
#define dxgmap_host_fail_at DXGMAP_NAME(host_fail_at)
#define dxgmap_host_faults_install DXGMAP_NAME(host_faults_install)
#define dxgmap_host_faults_remove DXGMAP_NAME(host_faults_remove)
#define dxgmap_host_file_close DXGMAP_NAME(host_file_close)
#define dxgmap_host_file_map DXGMAP_NAME(host_file_map)
#define dxgmap_host_file_open DXGMAP_NAME(host_file_open)
#define dxgmap_host_file_punch DXGMAP_NAME(host_file_punch)
#define dxgmap_host_file_unmap DXGMAP_NAME(host_file_unmap)
#define dxgmap_host_foreign_close DXGMAP_NAME(host_foreign_close)
#define dxgmap_host_foreign_copy DXGMAP_NAME(host_foreign_copy)
#define dxgmap_host_foreign_forget DXGMAP_NAME(host_foreign_forget)
#define dxgmap_host_frame_holds DXGMAP_NAME(host_frame_holds)
#define dxgmap_host_frame_kind_of DXGMAP_NAME(host_frame_kind_of)
#define dxgmap_host_frame_read DXGMAP_NAME(host_frame_read)
#define dxgmap_host_frame_write DXGMAP_NAME(host_frame_write)
#define dxgmap_host_frames_allocate DXGMAP_NAME(host_frames_allocate)
#define dxgmap_host_frames_allocate_run DXGMAP_NAME(host_frames_allocate_run)
#define dxgmap_host_frames_drop DXGMAP_NAME(host_frames_drop)
#define dxgmap_host_frames_hold DXGMAP_NAME(host_frames_hold)
#define dxgmap_host_free DXGMAP_NAME(host_free)
#define dxgmap_host_history_bind DXGMAP_NAME(host_history_bind)
#define dxgmap_host_history_cancel DXGMAP_NAME(host_history_cancel)
#define dxgmap_host_history_close DXGMAP_NAME(host_history_close)
#define dxgmap_host_history_find DXGMAP_NAME(host_history_find)
#define dxgmap_host_history_open DXGMAP_NAME(host_history_open)
#define dxgmap_host_history_release DXGMAP_NAME(host_history_release)
#define dxgmap_host_history_reserve DXGMAP_NAME(host_history_reserve)
#define dxgmap_host_history_usage DXGMAP_NAME(host_history_usage)
#define dxgmap_host_irql DXGMAP_NAME(host_irql)
#define dxgmap_host_is_open DXGMAP_NAME(host_is_open)
#define dxgmap_host_kernel_map DXGMAP_NAME(host_kernel_map)
#define dxgmap_host_kernel_unmap DXGMAP_NAME(host_kernel_unmap)
#define dxgmap_host_locate DXGMAP_NAME(host_locate)
#define dxgmap_host_lock DXGMAP_NAME(host_lock)
#define dxgmap_host_lock_pages DXGMAP_NAME(host_lock_pages)
#define dxgmap_host_locked DXGMAP_NAME(host_locked)
#define dxgmap_host_machine DXGMAP_NAME(host_machine)
#define dxgmap_host_maps_give DXGMAP_NAME(host_maps_give)
#define dxgmap_host_maps_take DXGMAP_NAME(host_maps_take)
#define dxgmap_host_memory_open DXGMAP_NAME(host_memory_open)
#define dxgmap_host_memory_usage DXGMAP_NAME(host_memory_usage)
#define dxgmap_host_open DXGMAP_NAME(host_open)
#define dxgmap_host_physical_at DXGMAP_NAME(host_physical_at)
#define dxgmap_host_physical_block DXGMAP_NAME(host_physical_block)
#define dxgmap_host_physical_close DXGMAP_NAME(host_physical_close)
#define dxgmap_host_physical_file DXGMAP_NAME(host_physical_file)
#define dxgmap_host_physical_foreign_page DXGMAP_NAME(host_physical_foreign_page)
#define dxgmap_host_physical_hold DXGMAP_NAME(host_physical_hold)
#define dxgmap_host_physical_open DXGMAP_NAME(host_physical_open)
#define dxgmap_host_physical_spare DXGMAP_NAME(host_physical_spare)
#define dxgmap_host_physical_spare_at DXGMAP_NAME(host_physical_spare_at)
#define dxgmap_host_physical_take DXGMAP_NAME(host_physical_take)
#define dxgmap_host_physical_taken DXGMAP_NAME(host_physical_taken)
#define dxgmap_host_physical_unblock DXGMAP_NAME(host_physical_unblock)
#define dxgmap_host_physical_usage DXGMAP_NAME(host_physical_usage)
#define dxgmap_host_place_find DXGMAP_NAME(host_place_find)
#define dxgmap_host_place_release DXGMAP_NAME(host_place_release)
#define dxgmap_host_place_ring_size DXGMAP_NAME(host_place_ring_size)
#define dxgmap_host_port_read DXGMAP_NAME(host_port_read)
#define dxgmap_host_port_write DXGMAP_NAME(host_port_write)
#define dxgmap_host_ports_clear DXGMAP_NAME(host_ports_clear)
#define dxgmap_host_probe DXGMAP_NAME(host_probe)
#define dxgmap_host_process DXGMAP_NAME(host_process)
#define dxgmap_host_random_below DXGMAP_NAME(host_random_below)
#define dxgmap_host_random_seed DXGMAP_NAME(host_random_seed)
#define dxgmap_host_read_begin DXGMAP_NAME(host_read_begin)
#define dxgmap_host_read_end DXGMAP_NAME(host_read_end)
#define dxgmap_host_read_found DXGMAP_NAME(host_read_found)
#define dxgmap_host_read_show DXGMAP_NAME(host_read_show)
#define dxgmap_host_read_wait DXGMAP_NAME(host_read_wait)
#define dxgmap_host_readers_enter DXGMAP_NAME(host_readers_enter)
#define dxgmap_host_readers_found DXGMAP_NAME(host_readers_found)
#define dxgmap_host_readers_join DXGMAP_NAME(host_readers_join)
#define dxgmap_host_readers_leave DXGMAP_NAME(host_readers_leave)
#define dxgmap_host_readers_quit DXGMAP_NAME(host_readers_quit)
#define dxgmap_host_readers_show DXGMAP_NAME(host_readers_show)
#define dxgmap_host_readers_wait DXGMAP_NAME(host_readers_wait)
#define dxgmap_host_reserve DXGMAP_NAME(host_reserve)
#define dxgmap_host_scatter_low DXGMAP_NAME(host_scatter_low)
#define dxgmap_host_scatter_one DXGMAP_NAME(host_scatter_one)
#define dxgmap_host_section_close DXGMAP_NAME(host_section_close)
#define dxgmap_host_section_open DXGMAP_NAME(host_section_open)
#define dxgmap_host_section_pin DXGMAP_NAME(host_section_pin)
#define dxgmap_host_section_read DXGMAP_NAME(host_section_read)
#define dxgmap_host_section_unpin DXGMAP_NAME(host_section_unpin)
#define dxgmap_host_section_views_forget DXGMAP_NAME(host_section_views_forget)
#define dxgmap_host_section_write DXGMAP_NAME(host_section_write)
#define dxgmap_host_sections_close DXGMAP_NAME(host_sections_close)
#define dxgmap_host_sections_usage DXGMAP_NAME(host_sections_usage)
#define dxgmap_host_set_irql DXGMAP_NAME(host_set_irql)
#define dxgmap_host_set_process DXGMAP_NAME(host_set_process)
#define dxgmap_host_stack_capture DXGMAP_NAME(host_stack_capture)
#define dxgmap_host_stack_shallow DXGMAP_NAME(host_stack_shallow)
#define dxgmap_host_symbol_of DXGMAP_NAME(host_symbol_of)
#define dxgmap_host_table_close DXGMAP_NAME(host_table_close)
#define dxgmap_host_table_get DXGMAP_NAME(host_table_get)
#define dxgmap_host_table_put DXGMAP_NAME(host_table_put)
#define dxgmap_host_table_remove DXGMAP_NAME(host_table_remove)
#define dxgmap_host_table_room DXGMAP_NAME(host_table_room)
#define dxgmap_host_text_decimal DXGMAP_NAME(host_text_decimal)
#define dxgmap_host_text_flush DXGMAP_NAME(host_text_flush)
#define dxgmap_host_text_hex DXGMAP_NAME(host_text_hex)
#define dxgmap_host_text_put DXGMAP_NAME(host_text_put)
#define dxgmap_host_text_stack DXGMAP_NAME(host_text_stack)
#define dxgmap_host_text_to_descriptor DXGMAP_NAME(host_text_to_descriptor)
#define dxgmap_host_text_to_sink DXGMAP_NAME(host_text_to_sink)
#define dxgmap_host_text_to_string DXGMAP_NAME(host_text_to_string)
#define dxgmap_host_unlock DXGMAP_NAME(host_unlock)
#define dxgmap_host_unreserve DXGMAP_NAME(host_unreserve)
#define dxgmap_host_usage_now DXGMAP_NAME(host_usage_now)
#define dxgmap_host_view_clear DXGMAP_NAME(host_view_clear)
#define dxgmap_host_view_place DXGMAP_NAME(host_view_place)
#define dxgmap_host_view_poison DXGMAP_NAME(host_view_poison)
#define dxgmap_host_view_replace DXGMAP_NAME(host_view_replace)
#define dxgmap_host_view_unpoison DXGMAP_NAME(host_view_unpoison)
#define dxgmap_host_void_close DXGMAP_NAME(host_void_close)
#define dxgmap_host_void_open DXGMAP_NAME(host_void_open)
#define dxgmap_host_window_base DXGMAP_NAME(host_window_base)
#define dxgmap_host_window_claim DXGMAP_NAME(host_window_claim)
#define dxgmap_host_window_close DXGMAP_NAME(host_window_close)
#define dxgmap_host_window_inside DXGMAP_NAME(host_window_inside)
#define dxgmap_host_window_is DXGMAP_NAME(host_window_is)
#define dxgmap_host_window_of DXGMAP_NAME(host_window_of)
#define dxgmap_host_window_open DXGMAP_NAME(host_window_open)
#define dxgmap_host_window_open_as DXGMAP_NAME(host_window_open_as)
#define dxgmap_host_window_own DXGMAP_NAME(host_window_own)
#define dxgmap_host_window_place_device DXGMAP_NAME(host_window_place_device)
#define dxgmap_host_window_place_frames DXGMAP_NAME(host_window_place_frames)
#define dxgmap_host_window_place_section DXGMAP_NAME(host_window_place_section)
#define dxgmap_host_window_remove DXGMAP_NAME(host_window_remove)
#define dxgmap_host_windows_close DXGMAP_NAME(host_windows_close)
#define dxgmap_host_windows_usage DXGMAP_NAME(host_windows_usage)
#define dxgmap_links_set DXGMAP_NAME(links_set)
#define dxgmap_links_used DXGMAP_NAME(links_used)
#define dxgmap_lock_count DXGMAP_NAME(lock_count)
#define dxgmap_map_pages_admit DXGMAP_NAME(map_pages_admit)
#define dxgmap_object_gate DXGMAP_NAME(object_gate)
#define dxgmap_object_live DXGMAP_NAME(object_live)
#define dxgmap_object_view_admit DXGMAP_NAME(object_view_admit)
#define dxgmap_op_allocate_adl DXGMAP_NAME(op_allocate_adl)
#define dxgmap_op_attach DXGMAP_NAME(op_attach)
#define dxgmap_op_close DXGMAP_NAME(op_close)
#define dxgmap_op_create DXGMAP_NAME(op_create)
#define dxgmap_op_create_bound DXGMAP_NAME(op_create_bound)
#define dxgmap_op_destroy DXGMAP_NAME(op_destroy)
#define dxgmap_op_destroy_bound DXGMAP_NAME(op_destroy_bound)
#define dxgmap_op_exclusive_begin DXGMAP_NAME(op_exclusive_begin)
#define dxgmap_op_exclusive_end DXGMAP_NAME(op_exclusive_end)
#define dxgmap_op_free_adl DXGMAP_NAME(op_free_adl)
#define dxgmap_op_live DXGMAP_NAME(op_live)
#define dxgmap_op_live_object DXGMAP_NAME(op_live_object)
#define dxgmap_op_map_object DXGMAP_NAME(op_map_object)
#define dxgmap_op_map_pages DXGMAP_NAME(op_map_pages)
#define dxgmap_op_map_pointer DXGMAP_NAME(op_map_pointer)
#define dxgmap_op_map_view DXGMAP_NAME(op_map_view)
#define dxgmap_op_open DXGMAP_NAME(op_open)
#define dxgmap_op_pin DXGMAP_NAME(op_pin)
#define dxgmap_op_reference DXGMAP_NAME(op_reference)
#define dxgmap_op_start DXGMAP_NAME(op_start)
#define dxgmap_op_stop DXGMAP_NAME(op_stop)
#define dxgmap_op_translate DXGMAP_NAME(op_translate)
#define dxgmap_op_unmap_object DXGMAP_NAME(op_unmap_object)
#define dxgmap_op_unmap_pages DXGMAP_NAME(op_unmap_pages)
#define dxgmap_op_unmap_pointer DXGMAP_NAME(op_unmap_pointer)
#define dxgmap_op_unmap_view DXGMAP_NAME(op_unmap_view)
#define dxgmap_op_unpin DXGMAP_NAME(op_unpin)
#define dxgmap_open DXGMAP_NAME(open)
#define dxgmap_open_admit DXGMAP_NAME(open_admit)
#define dxgmap_operation_name DXGMAP_NAME(operation_name)
#define dxgmap_pin_admit DXGMAP_NAME(pin_admit)
#define dxgmap_pointer_admit DXGMAP_NAME(pointer_admit)
#define dxgmap_process DXGMAP_NAME(process)
#define dxgmap_quarantine_alloc DXGMAP_NAME(quarantine_alloc)
#define dxgmap_quarantine_open DXGMAP_NAME(quarantine_open)
#define dxgmap_quarantine_release DXGMAP_NAME(quarantine_release)
#define dxgmap_ranges_alloc DXGMAP_NAME(ranges_alloc)
#define dxgmap_ranges_bound DXGMAP_NAME(ranges_bound)
#define dxgmap_ranges_free DXGMAP_NAME(ranges_free)
#define dxgmap_ranges_rename DXGMAP_NAME(ranges_rename)
#define dxgmap_refuse DXGMAP_NAME(refuse)
#define dxgmap_reset_statuses DXGMAP_NAME(reset_statuses)
#define dxgmap_run DXGMAP_NAME(run)
#define dxgmap_set_handler DXGMAP_NAME(set_handler)
#define dxgmap_set_pressure DXGMAP_NAME(set_pressure)
#define dxgmap_set_process DXGMAP_NAME(set_process)
#define dxgmap_set_status DXGMAP_NAME(set_status)
#define dxgmap_set_violation_policy DXGMAP_NAME(set_violation_policy)
#define dxgmap_slots_at DXGMAP_NAME(slots_at)
#define dxgmap_slots_next DXGMAP_NAME(slots_next)
#define dxgmap_slots_release DXGMAP_NAME(slots_release)
#define dxgmap_slots_take DXGMAP_NAME(slots_take)
#define dxgmap_slots_valid DXGMAP_NAME(slots_valid)
#define dxgmap_state_find DXGMAP_NAME(state_find)
#define dxgmap_state_gate DXGMAP_NAME(state_gate)
#define dxgmap_state_holds DXGMAP_NAME(state_holds)
#define dxgmap_state_release DXGMAP_NAME(state_release)
#define dxgmap_state_take DXGMAP_NAME(state_take)
#define dxgmap_state_take_pages DXGMAP_NAME(state_take_pages)
#define dxgmap_step DXGMAP_NAME(step)
#define dxgmap_translation_extent DXGMAP_NAME(translation_extent)
#define dxgmap_translation_extents DXGMAP_NAME(translation_extents)
#define dxgmap_translation_find DXGMAP_NAME(translation_find)
#define dxgmap_translation_map DXGMAP_NAME(translation_map)
#define dxgmap_translation_map_run DXGMAP_NAME(translation_map_run)
#define dxgmap_translation_unmap DXGMAP_NAME(translation_unmap)
#define dxgmap_video_attach DXGMAP_NAME(video_attach)
#define dxgmap_video_send DXGMAP_NAME(video_send)
#define dxgmap_view_admit DXGMAP_NAME(view_admit)
#define dxgmap_views_at DXGMAP_NAME(views_at)
#define dxgmap_views_drop DXGMAP_NAME(views_drop)
#define dxgmap_views_put DXGMAP_NAME(views_put)
#define dxgmap_views_room DXGMAP_NAME(views_room)
#define dxgmap_violations DXGMAP_NAME(violations)
#endif

#endif
