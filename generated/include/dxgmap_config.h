/*
   How dxgmap is configured. Set these on the compiler's command line, or here, the same for every
   file that includes a header of dxgmap.

   Generated: do not edit. Edit the inputs, then run: make generate
   Inputs and their sha256:
     b87caaafa917998c5e77641f0b7a25498e39dbaaade7928f3a3df25edb915d5d model/core/base/outcome.c
     83f7eb248964ebe2e3c36e8693a70e4143b6dde247e89378d18628bec1282b77 model/core/base/profile.h
     bfa6bd190d6a00043c0f21e1622f648cb6e31ed7bdec400b5215358f083d7276 model/core/checks/check.c
     a0936445ee0ee6fabc86d8dfc15a58f776b36bb3d108ec9efdaafea1c92635b6 model/core/checks/check_adapter.c
     5ed990c23cec9e7c4c07a5c367a9c8fbe82acd2b04810d1b2e67e20bae25efee model/core/checks/check_domain.c
     a77d38e9874524942055a507eaf6122c498bfd59d60da9b5effc682ce73d031a model/core/checks/check_heap.c
     abf08b4b9a91b99b530d2980d6e7fea0f443fc0d3035f0c519ed7235176f2d58 model/core/checks/check_links.c
     4a77348d5c0a9fea331775b62b57efa37f3c8e1f358cdfdccdc5b5868bf254a1 model/core/checks/check_quarantine.c
     e8ed68199d0d1803ce3f1b27070b77b90fe6298e6c246e55a2d74b8fc7efa3ee model/core/checks/check_ranges.c
     0df2eb911d0142461c2a0ddeb1b95e393882a8c045c14fa5292e42b1c8713edb model/core/checks/check_slots.c
     8d2088663ed510a822e9b58027352ea104a1c9215f205a0e94156fb6d7216ced model/core/checks/check_translation.c
     aafe675e59b2e0c736f08c8ac139f75a8cb8a256368ef165df67b007024b8a57 model/core/checks/check_views.c
     f57c39d53c39f6c9671b6c160d4c19bebb097ce29e75dab136c11dd7d9220943 model/core/facts/leak.c
     7ff90b665412c0d3ea21dab9157ce92ff0d359ae75136494a1e3cdfc31d008d2 model/core/facts/zero.c
     ee9c8a9f6d500b809831650f58909884d94d04ded5c8655fb047116b22f34c36 model/core/operations/op_adapter.c
     5f32c664fcc1c0bd8b162c845c37c53fb0efebfad070e49b34fb100733f8ab1e model/core/operations/op_adl.c
     dda9e936a509865ff256ec8caed370dd579629e3f2a05778b71dc989a8414448 model/core/operations/op_bound.c
     4cc1954fd74b26f69342febae71f52ef0381eef1fa0674109cdd583120b7dffe model/core/operations/op_object.c
     c32916f62a5649124761a51d15cf597a5d4b5424c6e111f873a02a0a5342dc93 model/core/operations/op_object_view.c
     3610b21d1ee25dd78eccf6d1739e3843032a370fa13df00a24d8417818bcb544 model/core/operations/op_pages.c
     09bf9570143eedf8450de8e1ead5a8000378e2af3b03ff2f393f79a68df41e00 model/core/operations/op_pin.c
     1da015eb78657be41ecd9d239bf2459846387a31c7f1c7575f16f2e6b78b246d model/core/operations/op_pointer.c
     46c21fcf8150504751bfe7a4a1072819940c79fad68832902a6fb73b27fd2a8a model/core/operations/op_reference.c
     530fe6fefe3a8428d820fddec9fa2b0b94d9350b2c35420d39cc5eab7ca68ee5 model/core/operations/op_translate.c
     f5ab848e7e2f1c702014dea8748242b53e41c377600e89119260db30bf172a55 model/core/operations/op_view.c
     441a8f127d0a219f3e5d7f2f642a07f29b10f632fa88e675ca342f651df89b35 model/core/state/adapter.c
     a42903d1199a0dfcfc4e9ece2607d920ff84b22e97b21581fd7956d802556261 model/core/state/state.c
     4efccac1d89e2bef32f7d1776439090d28301c02acfff779b14e33afa3f3cead model/core/structures/domain.c
     d87ff910196688cf7fe85bca9572cfe2b536955ec8c95cd651fe04c6630f83c6 model/core/structures/handle.c
     0395bbd82a2272892210608555b3833dc53a823fc81b924eb879e98b8b854993 model/core/structures/heap.c
     79c6ebd5f8d5c1ed1ad7f8c950a51ba09a72b5499697d43f6b80f388396d208a model/core/structures/links.c
     197499294adac6bcbcb5d2e3d15f0e04bcbba24a8906e2b489cfb1d1ff42c4c7 model/core/structures/quarantine.c
     7795dc2058548a01dace93b7b378e4dcba9651ffd9b7813190b6675511c9b361 model/core/structures/ranges.c
     e3e15bcb4add3c7de4439ec34f3d68f6e2373dfbd99529ced1248556dc574213 model/core/structures/slots.c
     3e2437b01993e9b642306f59883478020ec853e037747411ec426773bbb48134 model/core/structures/translation.c
     0468656b4af51315f08a07bfef7dc6bfb6f3f7b774328b4f0cbddbb0a6871269 model/core/structures/views.c
     186c9f29ab9762e7510cfe2532905dfa377c623bfbd040c4f7db1a570d4e8cbe model/core/trace/keys.c
     72450a4104d527362cbee983320c5c748ab34e7d54a9e8c8835d919540a44f79 model/core/trace/step.c
     13ea36441c199ff89fc496efa22ba6026cf3c3b024bc028cc67d75fc14830e8c model/core/trace/trace.c
     e2a38b2cb2110f14c3f44b84ca19d03f10cac08948ff8b1552258820ec35c77f model/ddi/accessors.c
     f284bb3d1b5ab7eb1833f456dd47647a9f77755f0c152882ed2fe82eebb00ea4 model/ddi/adapter.c
     d4b7c95721b71453599138267e95bf506c454b6f89fd432ec2c6f29c2d4d8de5 model/ddi/adl.c
     49c25dffbfa3d903b57dac75d423276bc164ceaf5cb9340c44675a5de9b017a8 model/ddi/allocate.c
     d1d1f838445bd2efd55c4487d6638e61f1993bb1b36c5c68aa3de60232de8236 model/ddi/allocate_adl.c
     7f6a2ae962a119fa953924850138566c0ac3616264db5829d9be4b17a1864039 model/ddi/call.c
     94a2d7d61b16af1ccbf714dd795fef4bd15f3d50905b31ed898fdcd3b9b2bbcd model/ddi/clauses.c
     115c23b6690ed15e472a817701b788b3e23167d627f5f6904d7b709f6911514f model/ddi/device.c
     f8144bfdf6af3112d968bc79666729b272681e1b440f5e668ae8920b7a9eac72 model/ddi/fault.c
     d35c657db14619995a22a520001b1731858a62bd7bfa9aceb4876579af40e48d model/ddi/frames.c
     3765046240cd2dd238a04947609e4cdc1357780c7fa35635d7dcf06562766ad5 model/ddi/handle.c
     b1eed4bf2821123a9057da885bad5bdf04bcd581a87c4f635276f0b1982523a3 model/ddi/information.c
     85061a54be7084e9e49dd886305a63842d0e346b3b01df980df0c9cdf055a439 model/ddi/interface.c
     9708b2831ae26d51d0f44a514344e19c7443ad2523876611317a560db9645562 model/ddi/iommu.c
     0a1c423728d67e442793e87fb7167169eb1f2d4b3eea6d11a7ab3f278564877f model/ddi/irql.c
     2fdd1e5be88401a71a00ba5fbedfd4501dea19fc34d1daa93a9f9b0060edeaf6 model/ddi/lend.c
     e64c057d84195ad61935b44cd035fb451043a963dbd5b78610e9cdeb58910afb model/ddi/live.c
     61c4e385212f6bc59e158c3d0ed333a8205aa031d1df081a06c54527ab7746ca model/ddi/lookup.c
     ccc740ae4c94b5019b24ce764cd516bb5a2150101d05accc1bf0f2c5d4dadbba model/ddi/mdl.c
     ce65bfd00200e2d04e49f3429e115952665f5271f022c64d92883973da5209f4 model/ddi/mdls.c
     fa414f0f642d33f97ab5a5116f71b53824d2bc0fe71e2fe6cd4432867bea947b model/ddi/object.c
     0f8fb8a230e370a12ff112ae0042ca9571e5835dccaaa8ba5c36ae26fa087ec9 model/ddi/object_memory.c
     e888addcf9799f925d5797f4ba14a044407772741cb6aa5376a1b336e26918ed model/ddi/object_open.c
     4c342e40c976027043e61366513e19e04db2dbe24bf718d4ad5a2322d481944c model/ddi/object_view.c
     dfe1a7bba02d6438518fb5e75c8c197ec05fecaa0e4577dea3e8978ef6af62d2 model/ddi/pin.c
     512d97573f4552b89f7d636c3076dba98c5de1c3ee0154645bd347fb5b959b2f model/ddi/place.c
     2ba444fea3a6e782d2de6f4602d738e1d0b9e777de34d6a83e88c21ae62b42a5 model/ddi/pointer.c
     bf9d5cd3068b7ad552917f5f1129ee64884e04da9a18a4dabcc943335fc71171 model/ddi/record.c
     d48aa21a1ec3a0d192a4ed8959fdff6ab9631bb71336482df5f7acadb330a627 model/ddi/registers.c
     811f8f3fbf13fb0178c3d628773b064d6e3b483ae867bc2a0c2a941ab7ff9ffd model/ddi/release.c
     3d9e1fdaa858a281f14024382dea3aa929e9da22795ec7310e1775f871e6921c model/ddi/report.c
     ff0631440a6a4fa4f0bc9538dfe70a1860927ee254353b427ecdd14d7ffbaa9a model/ddi/resources.c
     a3adbe286f1112a30814587d5a40a3c95aaac1385546ceceb2da0e93b4b63d91 model/ddi/status.c
     849b8a686a7a4c57b2aeceede29b5e9514e34da35e1c32e1c018aad1d72479a1 model/ddi/stop.c
     0fda215712ca652384db13001b2ba8d8dc96aec991051e450ed300d399b5c061 model/ddi/system.c
     ec78e0533bf58366980f4da45e96996d52a072c64109465249ada4921e6be8cf model/ddi/translate.c
     f5f584a0c29c16404082dac50682bce88d14bae458df43b2d9faa0f07a07cd33 model/ddi/unmodelled.c
     b519267d370036d4b4c0d418a6a0fed266ffda52f7d3c8e8c8e327b82bc0764f model/ddi/video.c
     ab24fffe5f66bc733fcee41812598c11a8f166431853f89f1bc79e48c6c565f4 model/ddi/video_request.c
     3c4987e86891578e1a54588c6193b243a93e9502b8a42165b56dbc94b7907f9b model/ddi/view.c
     48f69ba376720a9054ed342ae0a22e4367555414f77f873fa56de274ed29616e model/host/base/bits.c
     34e0e975b1fab4803cda3eb0fe1f1a73130d061cce943df74ac489946c3c3157 model/host/base/config.c
     b100b8070fac4e9e97b3fdc4fe892242c618a2985128764fc9a21fde99d4dfd0 model/host/base/inject.c
     03b9da93d8428aa58f4f2922e1c911352bf84cd808028f4890b34834c8e1fcd5 model/host/base/memory.c
     1a2cbb4567f904f62dea450d393e2dc4525e47deacad9acf0abc922f16ccf293 model/host/base/random.c
     6d19bb6a2b3d0bca2116584a74b0cefa5a8732c519c548382bc6b90f62bc2d87 model/host/base/table.c
     e79ddec9f2414d65311f6a7b92e24037c56355ba613a3e9cddcf54fceffbfcdc model/host/frames/device.c
     ee98f593b765e66c723874ba5fe1708e472c5399b22eab175c65a8b9af3d8a36 model/host/frames/foreign.c
     bc459b91d10cd013db2cd790ac39a368bac5a4568f2ca82e4e745cc458587e16 model/host/frames/numbers.c
     962f1b89d662d58f804a474b834429604d0b5a26a18057d6f7f10a600c089e68 model/host/frames/physical.c
     f1d90f11d24f2d83765dc8c29d761f81d2769e5ee6083c9560c5b26a26ab5d68 model/host/frames/scatter.c
     a5ad122517e8090c95dbae6b4820745d649e00831d455ad12e2743f1edc3230c model/host/machine/fault.c
     c2fc1b7b7a25931770a030368a4721ce7c02fba366edf892333f1d2cd426efac model/host/machine/machine.c
     3eed695667791a37cb77968cd0e0a91db6ed7fbb0abc737c93e04439177ad4aa model/host/machine/ports.c
     e01486a73a862bc403d4a60a18f883e6dfe058d1013279052a22e852ce0d9782 model/host/os/os_linux_fault.c
     f32a6f171b385ae3970e738e2c37df68beb0550798768c3f83ef6237e5ec49b9 model/host/os/os_linux_memory.c
     35c1a22c0ae1b5d5454394dfe316c0872a7754443453aca9bc43f15246ee4d2c model/host/os/os_linux_process.c
     cb05b410fc3e2379969d7be1821be3bf9f4e3cc466f65cbd676d1dd4ec7a92bf model/host/os/os_linux_stack.c
     99ad10f6205243d6bff9d5cc1025b8b2b632146f61ad2131eda44d21c1d90971 model/host/os/os_linux_thread.c
     19018f14a28cc35fc8634364f2467ecda8a1570c1868cd88fd0c614345346ad1 model/host/reports/history.c
     dae5458772ab82e92fd59d92a4848616ef3c18db1623c5ef349385b59ae5a919 model/host/reports/stack.c
     a00a0334f2bbd004c06e36955eec91695471589010e6afbb2f7421ace4960024 model/host/reports/text.c
     6dc1e4329f5d0c830981d5c41a7161b79131d801fe82a94b29ffef19fd807784 model/host/threads/readers.c
     818797e6694cff6347cd12701db2683121c6408e576bfe831f9c05e27f57aff0 model/host/threads/sync.c
     9f0169317a3c4d3c2fe8be0146688df4a699afac17d363273b76a1afe54e488e model/host/windows/kernel.c
     92cd76e6a81ccc66415af4d20638d43dc648e6fca9821f4e4e0776df9938d6dc model/host/windows/lifecycle.c
     8fd5315b28efd4874ef6854e2ee9d26cc94664f6a9189464b873b0c964cc615f model/host/windows/lock_pages.c
     d34cac8336ca04d585eec98456d2d62a462c099b72d99689390dad57bd40ba4a model/host/windows/place.c
     fec9a1b8ac7187c958714093fda9d26bfb044464575e2c8d3cae3d971d91c482 model/host/windows/section.c
     9f3ee1a8cad8d39458f7c2e01d8762ccad063d966e07625de9cd4e133028ad69 model/host/windows/view.c
     ed8bffab50e8244395d7d5d867861abfc5dab98e87b115606c32354b5bbe0614 model/host/windows/window.c
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
#define dxgmap_host_file_unmap DXGMAP_NAME(host_file_unmap)
#define dxgmap_host_foreign_close DXGMAP_NAME(host_foreign_close)
#define dxgmap_host_foreign_copy DXGMAP_NAME(host_foreign_copy)
#define dxgmap_host_foreign_find DXGMAP_NAME(host_foreign_find)
#define dxgmap_host_foreign_forget DXGMAP_NAME(host_foreign_forget)
#define dxgmap_host_foreign_probe DXGMAP_NAME(host_foreign_probe)
#define dxgmap_host_foreign_remember DXGMAP_NAME(host_foreign_remember)
#define dxgmap_host_foreign_room DXGMAP_NAME(host_foreign_room)
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
#define dxgmap_host_maps_give DXGMAP_NAME(host_maps_give)
#define dxgmap_host_maps_take DXGMAP_NAME(host_maps_take)
#define dxgmap_host_memory_open DXGMAP_NAME(host_memory_open)
#define dxgmap_host_memory_usage DXGMAP_NAME(host_memory_usage)
#define dxgmap_host_numbers_block DXGMAP_NAME(host_numbers_block)
#define dxgmap_host_numbers_close DXGMAP_NAME(host_numbers_close)
#define dxgmap_host_numbers_give DXGMAP_NAME(host_numbers_give)
#define dxgmap_host_numbers_open DXGMAP_NAME(host_numbers_open)
#define dxgmap_host_numbers_spare DXGMAP_NAME(host_numbers_spare)
#define dxgmap_host_numbers_spare_at DXGMAP_NAME(host_numbers_spare_at)
#define dxgmap_host_numbers_take DXGMAP_NAME(host_numbers_take)
#define dxgmap_host_numbers_taken DXGMAP_NAME(host_numbers_taken)
#define dxgmap_host_numbers_unblock DXGMAP_NAME(host_numbers_unblock)
#define dxgmap_host_open DXGMAP_NAME(host_open)
#define dxgmap_host_open_with DXGMAP_NAME(host_open_with)
#define dxgmap_host_opened DXGMAP_NAME(host_opened)
#define dxgmap_host_physical_close DXGMAP_NAME(host_physical_close)
#define dxgmap_host_physical_file DXGMAP_NAME(host_physical_file)
#define dxgmap_host_physical_foreign_page DXGMAP_NAME(host_physical_foreign_page)
#define dxgmap_host_physical_hold DXGMAP_NAME(host_physical_hold)
#define dxgmap_host_physical_open DXGMAP_NAME(host_physical_open)
#define dxgmap_host_physical_take DXGMAP_NAME(host_physical_take)
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
#define dxgmap_host_range_close DXGMAP_NAME(host_range_close)
#define dxgmap_host_range_open DXGMAP_NAME(host_range_open)
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
#define dxgmap_host_window_at DXGMAP_NAME(host_window_at)
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
#define dxgmap_os_at_thread_end DXGMAP_NAME(os_at_thread_end)
#define dxgmap_os_copy_from DXGMAP_NAME(os_copy_from)
#define dxgmap_os_copy_to DXGMAP_NAME(os_copy_to)
#define dxgmap_os_fault_stack_lacks DXGMAP_NAME(os_fault_stack_lacks)
#define dxgmap_os_fault_stack_lend DXGMAP_NAME(os_fault_stack_lend)
#define dxgmap_os_fault_stack_return DXGMAP_NAME(os_fault_stack_return)
#define dxgmap_os_faults_install DXGMAP_NAME(os_faults_install)
#define dxgmap_os_faults_remove DXGMAP_NAME(os_faults_remove)
#define dxgmap_os_file_close DXGMAP_NAME(os_file_close)
#define dxgmap_os_file_map DXGMAP_NAME(os_file_map)
#define dxgmap_os_file_open DXGMAP_NAME(os_file_open)
#define dxgmap_os_file_punch DXGMAP_NAME(os_file_punch)
#define dxgmap_os_file_read DXGMAP_NAME(os_file_read)
#define dxgmap_os_file_unmap DXGMAP_NAME(os_file_unmap)
#define dxgmap_os_file_write DXGMAP_NAME(os_file_write)
#define dxgmap_os_lock DXGMAP_NAME(os_lock)
#define dxgmap_os_mappings_most DXGMAP_NAME(os_mappings_most)
#define dxgmap_os_print DXGMAP_NAME(os_print)
#define dxgmap_os_range_clear DXGMAP_NAME(os_range_clear)
#define dxgmap_os_range_close DXGMAP_NAME(os_range_close)
#define dxgmap_os_range_fill DXGMAP_NAME(os_range_fill)
#define dxgmap_os_range_map DXGMAP_NAME(os_range_map)
#define dxgmap_os_range_open DXGMAP_NAME(os_range_open)
#define dxgmap_os_readable DXGMAP_NAME(os_readable)
#define dxgmap_os_region_close DXGMAP_NAME(os_region_close)
#define dxgmap_os_region_open DXGMAP_NAME(os_region_open)
#define dxgmap_os_stack DXGMAP_NAME(os_stack)
#define dxgmap_os_symbol_of DXGMAP_NAME(os_symbol_of)
#define dxgmap_os_unlock DXGMAP_NAME(os_unlock)
#define dxgmap_os_writable DXGMAP_NAME(os_writable)
#define dxgmap_os_yield DXGMAP_NAME(os_yield)
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
