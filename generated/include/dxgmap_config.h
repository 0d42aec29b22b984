/*
   How dxgmap is configured. Set these on the compiler's command line, or here, the same for every
   file that includes a header of dxgmap.

   Generated: do not edit. Edit the inputs, then run: make generate
   Inputs and their sha256:
     b87caaafa917998c5e77641f0b7a25498e39dbaaade7928f3a3df25edb915d5d model/core/base/outcome.c
     e3259ebc71d9022293ebaf0057eea4f447624a6839ca118fbbd4fff30af95738 model/core/base/profile.h
     d5019aade4f76d815b939b60a8665ff4d6141f6a1ee506c2db4ecabaf0610e60 model/core/checks/check.c
     72348157b385032e3dc0d8ab8f61cdfcda6142d28f9bb6b1179867a6fe7c2997 model/core/checks/check_adapter.c
     c7f907d303fb1a11b845ffbfd29ac5babc7706f0f8b85450325b3dfe99ae4011 model/core/checks/check_domain.c
     08441cff7d378488555c387890e75770ae5808dd3e3aaefade6e5d53e31326d5 model/core/checks/check_heap.c
     28d7e5e41f7005b3f9c1e189331f0dd6830112f42d345137490f29a25892962b model/core/checks/check_links.c
     970725d79381586aa0d2d217693f399c565aad38d1d8c3a9c174e1faa2c0a4ed model/core/checks/check_quarantine.c
     d0848bd52fa93df7682bb49478c2a8cfe7509ed94fb78e77c2c44f7c2fc9c31b model/core/checks/check_ranges.c
     bb66cb2f28411b05785322066aab96f58bbb9b9a35a9210ce79294cc6fafb3a8 model/core/checks/check_slots.c
     1085d59d6d27d8cac631661cc0fc4ffcc698677b678c24fe7b523366bf735b6d model/core/checks/check_translation.c
     f1b98712a122dd1223b2a4bf9dd07a9bf65bb8ebdbd679e47e52ce30c317dffc model/core/checks/check_views.c
     f57c39d53c39f6c9671b6c160d4c19bebb097ce29e75dab136c11dd7d9220943 model/core/facts/leak.c
     7ff90b665412c0d3ea21dab9157ce92ff0d359ae75136494a1e3cdfc31d008d2 model/core/facts/zero.c
     68d9c8ff61ece84bdbd85b30e8edcb61110075cb57d42209b42014b6ab9ea4c9 model/core/operations/op_adapter.c
     294fde6256b9775c9221f569dc9d132f172bd5dc35e8fc380b74f6e583dde344 model/core/operations/op_adl.c
     97884d0c1a5476697ecafc79aa1cbb46bd8253705c8cf93a5bcaf2632f14d5fc model/core/operations/op_bound.c
     9dc5f42c2416fa39695eaf04d4c6eb340d97f2af255506a2767ca28ba39873c0 model/core/operations/op_object.c
     c32916f62a5649124761a51d15cf597a5d4b5424c6e111f873a02a0a5342dc93 model/core/operations/op_object_view.c
     6df07fbbb28388b564396ef1e144bc7fed506b50a8d014e19cf1f7e41cfbff5b model/core/operations/op_pages.c
     ef95c43d69216366e7dd8fd3628dd1939e9f027ebd691a401dc80fda54d34d50 model/core/operations/op_pin.c
     33c35e323b97dd51a434dce0c8e10629d378cc3d8f282da47dc7370668d68818 model/core/operations/op_pointer.c
     23120ee1d4963e45f05fb7a6e4f547f927dfa54db2ded4d7fe8c59211d869f43 model/core/operations/op_process.c
     799865fc7d8bb42682c7f4de3f1d9ac71bc01d9bb7b6521ea963d4f098c5df92 model/core/operations/op_reference.c
     ecca64ba3df794e9b361496c1a9095df62eece8c4dcbe80f3012c2b0a0173441 model/core/operations/op_switch.c
     aadea1985451a73e4a15b48ec426e7184839fa0736adabb5aa74440d2fb69e44 model/core/operations/op_translate.c
     db434494f7e7233eacbc8a74ed2cf42a4df81d23f00f9947a388e5e8a1c74e16 model/core/operations/op_view.c
     128375eb552880f8ddfaa89fdfbdd98b1748890e8c45ea89d3df2b40e1902b5d model/core/state/adapter.c
     780827779343eefbf9743bb5444d6eed2436e73ad1401023401901d7de8f5c9f model/core/state/state.c
     d65e22b9da013b0784e098b8df09e37fcbd42340a2d4bb84fe40cc2920299f3c model/core/structures/domain.c
     d87ff910196688cf7fe85bca9572cfe2b536955ec8c95cd651fe04c6630f83c6 model/core/structures/handle.c
     0395bbd82a2272892210608555b3833dc53a823fc81b924eb879e98b8b854993 model/core/structures/heap.c
     326da4686dcfdfa1de76ee3cef557870fe04314f4e897dbcf411fd6086fe2c04 model/core/structures/links.c
     44868b3299a2d7d94c6fb16acea848387d6f1790e06a3985767727325f16bd2c model/core/structures/quarantine.c
     94d4c25a0db4b5e995da70a52f6978c75f366d2ba10864ca878910b846292ba0 model/core/structures/ranges.c
     d6102f23e630a494637d52eaa7aa92537aaf35c8c3b594871a4722a00b0565e6 model/core/structures/slots.c
     1b112c5fa49190bf23eb60103972da2be063417cafb76106ede78ed9eb885c54 model/core/structures/translation.c
     bcb4682b720b71582b71e80f44afe92e0ad8fa5b85d0d6ab508838ad95b7c209 model/core/structures/views.c
     4343d8a882fc4f030b537891ebd2cd748fe3a19fa1b012bcd4626a05bb6f8add model/core/trace/dispatch.c
     f4c4927149fd91e6d4421b4d561bb7a462a43d4a1332f6fb606c62805cce6df4 model/core/trace/keys.c
     1a62f5c14bafb9553d37e9912db72f2fe42da12d04a501d03b60475103bafedf model/core/trace/step.c
     a2b24445e961cecd1ea57eecef1322c1d0c419cbe309814ac19707c7950384c9 model/core/trace/trace.c
     895bb491d235f4614697a81ae925a385660aa883683203067251d3e424bb5bd6 model/ddi/call/acquire.c
     06c0e7d1e073c7a0a52312e10cb1beb46f4d781e1978aefa5ff97438e446f703 model/ddi/call/adl.c
     a06ea52a66b00bdc4410dbb67a4371e0e2df95360657ad7b31cb43c490a2cf43 model/ddi/call/again.c
     9389b24508501e601b29328cc948e12f81bdb58cc4c5d2fa0fe16adf1c279653 model/ddi/call/argument.c
     6970ac97943b3c908a9c6e0c1f3275bc93d0f81de439586c72229d18ccbc1fa2 model/ddi/call/cache.c
     b7dcc0253b1302c2bc9a70d49ff4e8cd28077e62784f5ace2b4f092ce2a4a439 model/ddi/call/call.c
     67b641c31c76ef1bb7dad838031c8d1f342402cc99116ca0916bd72626041db8 model/ddi/call/clauses.c
     3504d3e9c8b90e87fbded08a0656b292e3ee8d3b39479e9ad5d957e8bdd4f4c9 model/ddi/call/explain.c
     a798936bab0ca871d719daa8dbf649ddeb21c1603411320d7f92fb4f1649ff64 model/ddi/call/explain_object.c
     d42b7bb8b0e0eb685ce8b98f903161d3075e90134767b1fa2ab8947e301532ca model/ddi/call/explain_view.c
     39861c0a4f2bb42f1e5e47c9b46b239bbdd42ca9c7362ee2b273d1c60ace05d1 model/ddi/call/fork.c
     5baf36faa5402826f1c57e556dbfbe228ac17cbb416d76a6f72b8d853d5998d0 model/ddi/call/frames.c
     2f97a9ae8721c77df9be6c20e1dfb7ec876cd5fe8869888cc0a5ec44b0cab5df model/ddi/call/lend.c
     ed7857e351dc95ad0e94d057ee2ecde1a4015531f205b9c4798ccc544f198c64 model/ddi/call/mdl_hand.c
     b31604342a637c4afb49de12f4a191b1d5af1d535efab5f24681909bfd5c47ea model/ddi/call/mdl_view.c
     84e0fcf10683ca72e943fcbc15a46174cc6465e6e1900cb3bfbadb18c9cbed8f model/ddi/call/mdl_watch.c
     07a274ba373d9e35aed727e0c3426d8e67f7b2af1e773e88f66d321399de27b0 model/ddi/call/nearest.c
     0a8c472481a2e44acd4452aee74f04dac5f10293533df8345e7decec11a5be68 model/ddi/call/note.c
     ebf385821a43d396eceba51a2420de2995f7657825ce33667d49657f24f4a0cb model/ddi/call/object.c
     e62048e16d30080fdddc068eac013271d3b803a6dec159e5d674d9db14cfb12a model/ddi/call/operation.c
     d758183615ca7870b357c44c4f3e9e6e45f4319d32f91ae7fc78d27ea90d3748 model/ddi/call/option.c
     21a062b12f4b35485ca8724356d7b150b9232771eabdaa3a847ffcb94d95e954 model/ddi/call/option_list.c
     5e809cfb0a71097e84dfee425dec013231b64c06a7d67f81dfd5205fed40be1d model/ddi/call/override.c
     dc9e231a94fd5ed5c0e057d1ef8f84fca950dba5aae87c52494ec995d2ce33a8 model/ddi/call/pages.c
     f9ce3bcb98bc59a83ccf70f51d7f867781bf40a1e363f1ed0f9fe3d1acad4fff model/ddi/call/pattern.c
     4b6fe978f42c4670784e9b62fde48b78b20d37ec00c77cf4ad96685a56ee4489 model/ddi/call/place.c
     74c8471beafafc7b09f9af92ca9fbabab7356d88ba5ee910c91c77511254a04f model/ddi/call/reason.c
     b179c998048e9ef4d5f9a21f39de9b39e6a409548b1c73e6881d9ecc8deddea5 model/ddi/call/release.c
     25dcba5fc8366f9a08aa8f479a67f1935ca35a80b08385a32699ca6286905e32 model/ddi/call/report.c
     5f87e2d2444086ece67b5e9f96e92227fe48d7ee090d2ca7b53068ee81268707 model/ddi/call/report_json.c
     c3ffe1c34a6426eee0ee71b4508826e1d1b98d52b881fa68741f28551d55047b model/ddi/call/report_log.c
     7b971c5bb9e1e948a2ec8d87c9d0d37515b8a9e9a15c47193bbe34a9bba6edd1 model/ddi/call/report_text.c
     092ec72236289e5a08418f2a4d63b29f4b89b496d0992260a86bcb66dd5354dc model/ddi/call/severity.c
     b2db3f8866468b436dd4c4ba8269a6e1ffd335c8d6346d8ce1e94e376b85d3b4 model/ddi/call/status.c
     3a22c680e626b1bf2cb6f3b67870520af77c6118efdd7c25313a4443747eca45 model/ddi/call/suppress.c
     8157b66247927f2fa5afb9d0fbf32fbf12f8a6f1f2ae2065996358e6de94cbb9 model/ddi/call/trace.c
     aecf928837db1a5fa2de5bdd1cf3abadb0e24c3eeaabea6414dcca532151e90a model/ddi/call/trace_field.c
     5061a561cd85b4d66bc79144f8e6fc91f39c36596c8bd8b42284b909684c4629 model/ddi/call/trace_text.c
     b07721c8c29d315cf1cd7dafca64fa5068d36e2aaa2f8b6c7fe7f76a47a04a27 model/ddi/call/view.c
     519b6815ab24ee5a7a1b34868edfeb823712ecdeaf67e0503ab920442ed3ccc9 model/ddi/callbacks/accessors.c
     55e6f36050b92e1f1692cacbd8a6aca0c3c615a85919f8c6edfe3de3096b55f1 model/ddi/callbacks/allocate.c
     ce47f19859102d198e46982ccde8e77bc02e90a577a6dc3abbecbd19c1355b29 model/ddi/callbacks/allocate_adl.c
     840fabc74d840e1a01abdf60d632530deb9bb9852adc1573ca7e16a481db76f8 model/ddi/callbacks/debug.c
     44a12135c1bb1b1088b5bee6180bafc2942e4b789761939f2f323ae094ab07c1 model/ddi/callbacks/device_space.c
     4e07f1c7cd2a1c6682e44ecea39fc1162e806afdc54d5122db484aa61600b1b3 model/ddi/callbacks/event.c
     36cbcac4dd462fa64877aab5475866a562b861f00b2c451a5e7171c73e19dedd model/ddi/callbacks/information.c
     51d61c9501b7c7ce1338f6fca7095261427386feb4a749a3e9ff4e281eb4dcdf model/ddi/callbacks/io_space.c
     935b4ff7d6d181e4400918477e66c8bc97f428df8dc08d92428946df157c0772 model/ddi/callbacks/iommu.c
     665215412a79fd1b2ccc9be480b0efeb6c8bf43deed086125f23124cf0288d8b model/ddi/callbacks/irql.c
     23ba2e72e7d1f534c36133a6c4c590c99d4b29c7f50d77046946ed448007337d model/ddi/callbacks/judge.c
     2b5c2864a00fa33bb29bac0e173a0a60dda9a836e7dcf7a1ec979525873e5b7a model/ddi/callbacks/map_memory.c
     897c4e626cf390e6de85b275f508c4e839c03dc47e93498757ec66908d60e83a model/ddi/callbacks/mdl.c
     897301111312300ebeab7e282f25e96744bf5b4e1e2413b1b1b1b32c4fca48d6 model/ddi/callbacks/mdl_map.c
     f64efe81ca16943d2d605791cf763274ef09a2bb6357dcdd87bb45b8c1110c4d model/ddi/callbacks/mdl_part.c
     ed6d77e727cb76a46ac376058abc598de25a9e44e5547e3fbba7ddab775388c7 model/ddi/callbacks/object_create.c
     73c52d05a2228e37220761f423d8225a5c6063fe9ca68e6ccd8fc25f30826c85 model/ddi/callbacks/object_open.c
     e9b82176e1abb23a11e634adc25214f93031998ee3925e2be608e1ac28774d70 model/ddi/callbacks/object_view.c
     ed7cb7537b7ef9030e270c050334442195217b95ae3b2966cb3815b62208ab16 model/ddi/callbacks/pin.c
     7d0aacf502c65e2d68254659e8de20e3114d14199c5627d6c85b6d00b332a667 model/ddi/callbacks/pointer.c
     2fd86a0cbf718f9a1de5f2c1de948e29426efce371321b905875c7ac28e77348 model/ddi/callbacks/pool.c
     83d05b080cb8d987a4998e75a1b27c2aef354c064af678f1bc5a874a7636a734 model/ddi/callbacks/post_display.c
     540478db49c6c4573ad343316a662019a66abd158c827d1fb5ba84d97c2253ed model/ddi/callbacks/printed.c
     cee92006489693aade97db073ba6922eb9b01a3a1d1538c469d9d977f53997f4 model/ddi/callbacks/register_buffers.c
     4d47f63b679251412e59306d46c3dcfd3de2ca36e5bc80f894fca11311305608 model/ddi/callbacks/registers.c
     62b5b9c8e2658720cd044a864147263be6f8bee8bdb9c91a5e574123c7bb5406 model/ddi/callbacks/spin_lock.c
     a4de684e421e7cc41559042190146fb4c0af1ff7bbb049e045cc44b8d480cb46 model/ddi/callbacks/unmodelled.c
     92c356b9447279e4806ba8c5d435e8b7a7d75310a9d24175943de802e2230166 model/ddi/callbacks/video_port.c
     888beb94529f416d7c67c78d0dba600a50c8d71ffecd4277102cb8a4ead26143 model/ddi/callbacks/video_services.c
     e452fbb14fa1f5781c079d108bbef435fb8d4379a94526f5eca5c7544ed424a6 model/ddi/harness/attach.c
     8332d402c63fe6474955463af006c0c8695c44aec0da40a1d2b45237d2b087b2 model/ddi/harness/chain.c
     a7556383812ac5db7e1a9f4a5ee2bce6ade3c2d0609abdb5ab1e042ac90c547d model/ddi/harness/device.c
     59f7541081f4de74f4b13e0633434ce17a57df45c55bba060c5dbcdff7b5ce6f model/ddi/harness/device_memory.c
     1d156518bdee77dff86d48de8ad4a693d263f80b12ad32b64e8b1c149e6b6336 model/ddi/harness/failures.c
     f685e3fd6fcba78b7fa4740ac0b1875116e2dc0ad9890c8cbb96eeb39dc35d8d model/ddi/harness/fault.c
     a4f642d35f213349e5d41c636e7d033079588fb22b560065977de5f5a9cbb313 model/ddi/harness/functions.c
     b91ec1eda86e4d824327055a53bd57c24b9c7202171938430760de75a66d6f2c model/ddi/harness/interface.c
     70f3e0b73ead2e979fb51c0abc9c0913e1f65698d87e89cfbb73b10f795ac8dd model/ddi/harness/leaks.c
     6710941d104269c399537e8c76fb5da2efedf975dfac5b5e30906aaabbe9f4c9 model/ddi/harness/left.c
     128bcc2ee8be130a25dec3332ef4efbb9ad9c03cca991b0aa162a2f11e162b56 model/ddi/harness/live.c
     2a03d170093f71f7f8898d1f7d9707208bb60e1bf473eac5bc078e6ed95c5798 model/ddi/harness/memory_gone.c
     a60517c1e9e55f955b8a5069b30683bde09e0290d12c15930eccfc8d42c10cf9 model/ddi/harness/names.c
     08d69327ee63168f12adeb926da56df19ff44cea7410695840037d72782fe595 model/ddi/harness/open.c
     41d86e05571f88dc2aca894fca3da11f71ecc8c70638f0ea39ddfc06e0874824 model/ddi/harness/parts.c
     680bbb787f6dbe69cca489fd5569fbd74d6218f82def59d718a39aa8d81458df model/ddi/harness/process.c
     cbe040f701bf6e07b1af5b8353e1f35bbc9044014ef063a3c3ecb3daba3115e6 model/ddi/harness/receipt.c
     28770fb2331b510e07a4e37979dcfb8f97be217e6f26ed607d9d704177ebaf91 model/ddi/harness/settings.c
     de5ff2f3b72485b9ed56a366d04b9293dc0f7a03c112e304614c43f1658097c5 model/ddi/harness/start.c
     3a66e9a555edd5abc402fd0e093d3f23b06d16010ef603e89f8abfd8af361d1c model/ddi/harness/start_reason.c
     4404d0ed32a3a9211e4976e1949e726ffaaf39bd6d65a98d77f11b2708fac55b model/ddi/harness/stop.c
     9f93aeee7d4ad1d0a01d3d16413f24d45a5dd91a3a64d659d251c9ba58780cc8 model/ddi/harness/system_map.c
     5e3c6852cdb14f4d25c3d842cb69bbc69cf1e1388a21a2ccb2d0311e7d700a7b model/ddi/harness/translate.c
     21b600cd5c381b221c7044bc08ff450f259c09546dc0f3e838a48b443408f134 model/ddi/harness/video_request.c
     92ce6b6302caaf584b52568e8bbe0cefa01bf284ece3bee827c3a17a27b6f1f2 model/ddi/harness/wish.c
     355b6b3c5a3b70dc4ef4fbf053000b60743fb50f4ec0a771bf26d2ae193d3305 model/ddi/machine/adapter.c
     28b33da399f85e948fbd638d7513547f60290f14e4b82f159fb7d15e78c34da6 model/ddi/machine/chain.c
     b7ffd55ece829709bfd12b28609a1ec814b7fedc1b8400ac7ebefbb4d9afc87a model/ddi/machine/choice.c
     5cc856ceeeb7a105cf533b676e59643c3fa044eb8aca69974219830495bfced0 model/ddi/machine/config_space.c
     3b3a1f9b249dd65d8559b6bd2648db6f0873e66238814dd83cabf023f498cabd model/ddi/machine/failure.c
     412b7e13006981fa25db9dbb95d445a8b0211dde2c1cedc1343ce907e7d19cbf model/ddi/machine/lookup.c
     494aa38a6d13323aef28c6403fb7571b5a9d3d1d98928aac75fa748d2447cdf1 model/ddi/machine/mdls.c
     25cbbc00937010e55e2525c963c6c894742c4cee005989c6a2bfbe05ed2783fe model/ddi/machine/pool.c
     bd1ae9d4b828456028bfc205dd134bdcf22e8e5298e415391d92f5c2591844fa model/ddi/machine/record.c
     bb35547b68d095c9660e97c5c9fc9af43fbcf81ffa7301296be7db869ab64584 model/ddi/machine/record_form.c
     95b434daaf7b30fa58863bf750271c09e78e9da73c5cca1aa467d468e4a6ac53 model/ddi/machine/registry.c
     1da9e2c1c5a1194e463768c38d61bbb0791e82bc7cfe3dcf93fcd617c5509b72 model/ddi/machine/released.c
     d991b531b37694b58cd0ef7f027430ed8a481156fd33e94b663556d0b7e6bd64 model/ddi/machine/resources.c
     5914d24ccd22df64d3a63bbda21635dc44f23d6873703af56259fe46b9467603 model/ddi/machine/shard.c
     ece2f9effa6370ff1b87ecec23a39cc1bfba52aa5bcc0d7284f0c57fa9c544fb model/ddi/machine/system.c
     ae5405412a6b5ff9f6f51070dfd14e54557c81f5cce2f1b48fc719987ee2bad8 model/host/base/bits.c
     34e0e975b1fab4803cda3eb0fe1f1a73130d061cce943df74ac489946c3c3157 model/host/base/config.c
     f64f5848d4a35c7c027c3af88dd912ddc4fc90d0c26c9eb76f2a812062fe925c model/host/base/holder.c
     1726be451124b349e1544da74b98dd616a8196518da7158aec7f04f44ed9fbc4 model/host/base/inject.c
     1eaa19f7771daa0147477a9e83d82e2b27cedbf1cc4b70c687ca2703f67bf7c1 model/host/base/memory.c
     fb9d9cc935b6aa400a9ebc07c29aecdd4e3d4d497495abf04fd6238c8f090c9b model/host/base/pool.c
     1a2cbb4567f904f62dea450d393e2dc4525e47deacad9acf0abc922f16ccf293 model/host/base/random.c
     6cf3b8009e91c414faa8ac8bb402ed6974fa9b129d9a0a9c7d382a9c06defcba model/host/base/shortage.c
     184b1e641f4cd08d5f057b85977c77eb2063e1c85804d767b287b02199330235 model/host/base/span.c
     6d19bb6a2b3d0bca2116584a74b0cefa5a8732c519c548382bc6b90f62bc2d87 model/host/base/table.c
     ad1640811aed86b6509218b295e5ac56e93a02780c9a6a502a599a80792e44fb model/host/frames/device.c
     5f4c0b2653bb8046a80eb5f732ba7fa64d24dcba87fda7504d3aaa4a9d55094b model/host/frames/foreign.c
     14de8f00e88cbbc88e5815bdbca1d8ce07f2cc99542415c3d95f3a80f8215f98 model/host/frames/lend.c
     f96271711203a9d4a605c72103e73cf560a9cee4a9b0ce704334a43d9df383ee model/host/frames/numbers.c
     3bb36c14d6c047d30954dfec27578f792cb1e493208d2c7bfc90c2c3da15f963 model/host/frames/physical.c
     8145cb7f3e0f720186fd2dc38167838200d4cb267b9fa73d4798cbc592e81114 model/host/frames/reach.c
     5ca965925eae72ae04af9df82b927fee363717e2519e43e8b006c4ea163492a1 model/host/frames/scatter.c
     827b5a7d0c5c68e57772c4377e62a72bdbf756686fb05fc8f7f5699da6f0a899 model/host/frames/seen.c
     717b6d00013d2a4da94fbd68c14c759329170b4e4649d9940598589c08c9671b model/host/frames/store.c
     090f64f3631405c41be2efb9ecbb7b62a5ca46f9bdffd06220316e8494761174 model/host/machine/fault.c
     e41399fd1e2833be0f906e418e60606997e200950f3c3454ac80f1edf46d936b model/host/machine/fork.c
     b18635613a20ffabb6cf5a9cb2c53d28a9274158755a713c5413bb4b3af79dcb model/host/machine/machine.c
     0f0ad10d3f01ba1f2a644d7883c6e832d19cb379d092699e475486d4ea906114 model/host/machine/ports.c
     018b352d4021240b47fbc17e4fdaad223f7458703ff274ec95e5e0466272988a model/host/os/os_caught.c
     f0ca2e36c3283c6086c5be3d23b0de91133b82583a659d45d79c2e6cb703ab21 model/host/os/os_linux_cfi.c
     d74ea52dfdb1b9fb3983c44c9171dc236ec75fbef853054be2c83d296b13d4ee model/host/os/os_linux_fault.c
     9a6ebf81cbb270805ffa740f9d4b058d97e5536d62351b3366a6d568b707305a model/host/os/os_linux_line.c
     1ad917d669d864535a39df2313af27a96f0871a48fdbddf7800ed78b867dfffd model/host/os/os_linux_memory.c
     fe1f1ec9d80a391e6f1a73a41101a9b351013cc9994add80af53efe44ce6da36 model/host/os/os_linux_process.c
     54b751cb78aaf655fa9af25b55d6cee14cdeaa4c16580208e01be52f7a70bb83 model/host/os/os_linux_stack.c
     79d7044fbceb1b8efd5756b45f57266938b415243893ad78a164ad763786fe34 model/host/os/os_linux_thread.c
     fbe9ba0480b7f7d7e88cb70d9534615b6508f8bde61caf6ad4794291a08e8a19 model/host/os/os_linux_unwind.c
     7fcf23bf92202ec920011696e700e2f2f01f4b6697280d0b178ecf1fd1150735 model/host/os/os_windows_fault.c
     0f1da9ee62fcc7e764e10964269c92a5ea3fd4f9b5554730886a3652a9f7da7e model/host/os/os_windows_file.c
     ad012bd5d16d4a3ec4fb1ea8723dd911f089a10c71edb7711ced34b68c831288 model/host/os/os_windows_limit.c
     8f629fc3757f790e07ce2a0633b9f5bd7d99f8a399bb6ae3473148e8bd52c02b model/host/os/os_windows_lock.c
     65d1a3be5898a4ba06d020831461da66ae6589be23fc64a742e8d59b6377e2a6 model/host/os/os_windows_process.c
     7a9cd6ca87ce8a07e6104790515c0ed099ee71a59982502aded85492d3ee8e72 model/host/os/os_windows_range.c
     1273ce3dbbc664f3fc98ddcdc390a2f180cf834274dbd98c7a8a431ec54c6674 model/host/os/os_windows_region.c
     2ecc6706d60da1638bb169280eb2e691652645cd92b04c72dd699922054e02a9 model/host/os/os_windows_stack.c
     e1edf6db6bca23bafc16966c71b6d508d3d1b2a7f2f1bf708c0c72c594bc7403 model/host/os/os_windows_symbol.c
     716ea9a6b79610f68581308b803119578f85c49d36b0e2ca2efa1e4514be5900 model/host/os/os_windows_thread.c
     1b6cac5e344e9859d38a5df90e1b7beb2369603c5f02f1c70be6a5864626348b model/host/reports/demangle.c
     6915bd89bb94a7b8a1efe889218b3623e95dab1fa3632bb2cf334f2b75d600d2 model/host/reports/depot.c
     f55023c9039a1f7f5419a16fffa1c68040ee35235de3ef573f2d5b0e31809521 model/host/reports/function.c
     a0dfd56d070b8cc673ec1ee0af26868572f05d88fd32d87328effe099586339c model/host/reports/stack.c
     9e5b0e5507b3228beabb4807f90669e6746c7ebd089ab44627d048c2ce8baa93 model/host/reports/text.c
     e0cb6a3ed5215751d463a5f57f1c09e960acb09002aea85e301b6089ed2987dc model/host/threads/readers.c
     9a5dd84d87e1a77300a27a4acb9ff813d70a102fef4733630c285af8d0e289da model/host/threads/sync.c
     9f0169317a3c4d3c2fe8be0146688df4a699afac17d363273b76a1afe54e488e model/host/windows/kernel.c
     5bf2c6b9bcf789ef4be0b53c5f1661996585c3f1f3a028b35f7942685d487357 model/host/windows/lifecycle.c
     1a73a19a76c20aade2a420151c33844f1f60223fba07d3c5a714f33d2c3fb4fd model/host/windows/lock_pages.c
     85ff17744bfa20eb647f5bee86a553e4d51b8e58c8c7001b2de23195c8fdf4ae model/host/windows/place.c
     69e8a33da3ad68bd45886c2a554d60f4ed64f9d7156ea93e5dc70f3fa53e1b98 model/host/windows/section.c
     91b8aac7a6647bab10303443413eab578f5e6821a3b5e097dacce6ed3c931e10 model/host/windows/view.c
     3ccdf5cfd7571dbe48828173f0d1011731e4e7c44795cd73f9893e7ea465e85b model/host/windows/window.c
*/
#ifndef DXGMAP_CONFIG_H
#define DXGMAP_CONFIG_H

/* DXGMAP_HOST: 1 builds the whole library with the C library, for Linux, or for Windows on x86-64. 0 builds the proved
   core alone, freestanding: no heap, no C library, no undefined symbol; its interface is dxgmap_core.h. */
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

/* DXGMAP_BACKTRACE: 1 has reports say the file and the line of each call, and the functions that were inlined there, by
   libbacktrace, which comes with gcc: link with -lbacktrace. By default reports have functions alone, and nothing more
   is linked. `make lib` sets it where the compiler has that library, and puts it into both of its own. */

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
#define dxgmap_adapter_lead DXGMAP_NAME(adapter_lead)
#define dxgmap_adapter_link DXGMAP_NAME(adapter_link)
#define dxgmap_adapter_live DXGMAP_NAME(adapter_live)
#define dxgmap_adapter_object_gate DXGMAP_NAME(adapter_object_gate)
#define dxgmap_adapter_open DXGMAP_NAME(adapter_open)
#define dxgmap_adapter_power DXGMAP_NAME(adapter_power)
#define dxgmap_adapter_release DXGMAP_NAME(adapter_release)
#define dxgmap_adapter_remove DXGMAP_NAME(adapter_remove)
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
#define dxgmap_cause_severity DXGMAP_NAME(cause_severity)
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
#define dxgmap_ddi_adapter_acquire DXGMAP_NAME(ddi_adapter_acquire)
#define dxgmap_ddi_adapter_of DXGMAP_NAME(ddi_adapter_of)
#define dxgmap_ddi_adapter_of_extension DXGMAP_NAME(ddi_adapter_of_extension)
#define dxgmap_ddi_adapter_of_memory DXGMAP_NAME(ddi_adapter_of_memory)
#define dxgmap_ddi_adapter_of_port DXGMAP_NAME(ddi_adapter_of_port)
#define dxgmap_ddi_adapter_place DXGMAP_NAME(ddi_adapter_place)
#define dxgmap_ddi_adapter_release DXGMAP_NAME(ddi_adapter_release)
#define dxgmap_ddi_adl_arrange DXGMAP_NAME(ddi_adl_arrange)
#define dxgmap_ddi_adl_arrange_of DXGMAP_NAME(ddi_adl_arrange_of)
#define dxgmap_ddi_adl_bytes DXGMAP_NAME(ddi_adl_bytes)
#define dxgmap_ddi_adl_follows DXGMAP_NAME(ddi_adl_follows)
#define dxgmap_ddi_adl_lend DXGMAP_NAME(ddi_adl_lend)
#define dxgmap_ddi_also DXGMAP_NAME(ddi_also)
#define dxgmap_ddi_analogue DXGMAP_NAME(ddi_analogue)
#define dxgmap_ddi_argument_enters_page DXGMAP_NAME(ddi_argument_enters_page)
#define dxgmap_ddi_argument_first DXGMAP_NAME(ddi_argument_first)
#define dxgmap_ddi_argument_first_text DXGMAP_NAME(ddi_argument_first_text)
#define dxgmap_ddi_argument_good DXGMAP_NAME(ddi_argument_good)
#define dxgmap_ddi_argument_in DXGMAP_NAME(ddi_argument_in)
#define dxgmap_ddi_argument_out DXGMAP_NAME(ddi_argument_out)
#define dxgmap_ddi_argument_text DXGMAP_NAME(ddi_argument_text)
#define dxgmap_ddi_bad DXGMAP_NAME(ddi_bad)
#define dxgmap_ddi_blame_address DXGMAP_NAME(ddi_blame_address)
#define dxgmap_ddi_blame_allocate_adl DXGMAP_NAME(ddi_blame_allocate_adl)
#define dxgmap_ddi_blame_caller DXGMAP_NAME(ddi_blame_caller)
#define dxgmap_ddi_blame_close DXGMAP_NAME(ddi_blame_close)
#define dxgmap_ddi_blame_create DXGMAP_NAME(ddi_blame_create)
#define dxgmap_ddi_blame_destroy DXGMAP_NAME(ddi_blame_destroy)
#define dxgmap_ddi_blame_destroy_both DXGMAP_NAME(ddi_blame_destroy_both)
#define dxgmap_ddi_blame_free_adl DXGMAP_NAME(ddi_blame_free_adl)
#define dxgmap_ddi_blame_handle DXGMAP_NAME(ddi_blame_handle)
#define dxgmap_ddi_blame_map_object DXGMAP_NAME(ddi_blame_map_object)
#define dxgmap_ddi_blame_memory DXGMAP_NAME(ddi_blame_memory)
#define dxgmap_ddi_blame_object DXGMAP_NAME(ddi_blame_object)
#define dxgmap_ddi_blame_open DXGMAP_NAME(ddi_blame_open)
#define dxgmap_ddi_blame_page DXGMAP_NAME(ddi_blame_page)
#define dxgmap_ddi_blame_pin DXGMAP_NAME(ddi_blame_pin)
#define dxgmap_ddi_blame_range DXGMAP_NAME(ddi_blame_range)
#define dxgmap_ddi_blame_size DXGMAP_NAME(ddi_blame_size)
#define dxgmap_ddi_blame_start DXGMAP_NAME(ddi_blame_start)
#define dxgmap_ddi_blame_unmap DXGMAP_NAME(ddi_blame_unmap)
#define dxgmap_ddi_blame_unmap_object DXGMAP_NAME(ddi_blame_unmap_object)
#define dxgmap_ddi_boundary_fault DXGMAP_NAME(ddi_boundary_fault)
#define dxgmap_ddi_cache_known DXGMAP_NAME(ddi_cache_known)
#define dxgmap_ddi_cause_row DXGMAP_NAME(ddi_cause_row)
#define dxgmap_ddi_check_mdl DXGMAP_NAME(ddi_check_mdl)
#define dxgmap_ddi_child DXGMAP_NAME(ddi_child)
#define dxgmap_ddi_choose DXGMAP_NAME(ddi_choose)
#define dxgmap_ddi_choose_from DXGMAP_NAME(ddi_choose_from)
#define dxgmap_ddi_clause DXGMAP_NAME(ddi_clause)
#define dxgmap_ddi_config_length DXGMAP_NAME(ddi_config_length)
#define dxgmap_ddi_config_open DXGMAP_NAME(ddi_config_open)
#define dxgmap_ddi_config_read DXGMAP_NAME(ddi_config_read)
#define dxgmap_ddi_config_write DXGMAP_NAME(ddi_config_write)
#define dxgmap_ddi_detail DXGMAP_NAME(ddi_detail)
#define dxgmap_ddi_detail_numbers DXGMAP_NAME(ddi_detail_numbers)
#define dxgmap_ddi_detail_words DXGMAP_NAME(ddi_detail_words)
#define dxgmap_ddi_device_denied DXGMAP_NAME(ddi_device_denied)
#define dxgmap_ddi_enter DXGMAP_NAME(ddi_enter)
#define dxgmap_ddi_enter_alone DXGMAP_NAME(ddi_enter_alone)
#define dxgmap_ddi_failure_acquires DXGMAP_NAME(ddi_failure_acquires)
#define dxgmap_ddi_failure_acquisitions DXGMAP_NAME(ddi_failure_acquisitions)
#define dxgmap_ddi_failure_add DXGMAP_NAME(ddi_failure_add)
#define dxgmap_ddi_failure_by_options DXGMAP_NAME(ddi_failure_by_options)
#define dxgmap_ddi_failure_count DXGMAP_NAME(ddi_failure_count)
#define dxgmap_ddi_failure_count_anew DXGMAP_NAME(ddi_failure_count_anew)
#define dxgmap_ddi_failure_due DXGMAP_NAME(ddi_failure_due)
#define dxgmap_ddi_failure_forget DXGMAP_NAME(ddi_failure_forget)
#define dxgmap_ddi_failure_last DXGMAP_NAME(ddi_failure_last)
#define dxgmap_ddi_failure_loop_begin DXGMAP_NAME(ddi_failure_loop_begin)
#define dxgmap_ddi_failure_loop_end DXGMAP_NAME(ddi_failure_loop_end)
#define dxgmap_ddi_failure_loop_next DXGMAP_NAME(ddi_failure_loop_next)
#define dxgmap_ddi_failure_loop_reached DXGMAP_NAME(ddi_failure_loop_reached)
#define dxgmap_ddi_failure_next DXGMAP_NAME(ddi_failure_next)
#define dxgmap_ddi_failure_none DXGMAP_NAME(ddi_failure_none)
#define dxgmap_ddi_failure_pass DXGMAP_NAME(ddi_failure_pass)
#define dxgmap_ddi_failure_pressure DXGMAP_NAME(ddi_failure_pressure)
#define dxgmap_ddi_faults_close DXGMAP_NAME(ddi_faults_close)
#define dxgmap_ddi_faults_open DXGMAP_NAME(ddi_faults_open)
#define dxgmap_ddi_fill_unmodelled DXGMAP_NAME(ddi_fill_unmodelled)
#define dxgmap_ddi_fork_inherited DXGMAP_NAME(ddi_fork_inherited)
#define dxgmap_ddi_fork_tell DXGMAP_NAME(ddi_fork_tell)
#define dxgmap_ddi_fork_watch DXGMAP_NAME(ddi_fork_watch)
#define dxgmap_ddi_frames_explain DXGMAP_NAME(ddi_frames_explain)
#define dxgmap_ddi_frames_run DXGMAP_NAME(ddi_frames_run)
#define dxgmap_ddi_frames_search DXGMAP_NAME(ddi_frames_search)
#define dxgmap_ddi_give_back DXGMAP_NAME(ddi_give_back)
#define dxgmap_ddi_heap_around DXGMAP_NAME(ddi_heap_around)
#define dxgmap_ddi_heap_at DXGMAP_NAME(ddi_heap_at)
#define dxgmap_ddi_heap_close DXGMAP_NAME(ddi_heap_close)
#define dxgmap_ddi_heap_free_call DXGMAP_NAME(ddi_heap_free_call)
#define dxgmap_ddi_heap_freed_at DXGMAP_NAME(ddi_heap_freed_at)
#define dxgmap_ddi_heap_give DXGMAP_NAME(ddi_heap_give)
#define dxgmap_ddi_heap_named DXGMAP_NAME(ddi_heap_named)
#define dxgmap_ddi_heap_open DXGMAP_NAME(ddi_heap_open)
#define dxgmap_ddi_heap_pages DXGMAP_NAME(ddi_heap_pages)
#define dxgmap_ddi_heap_take DXGMAP_NAME(ddi_heap_take)
#define dxgmap_ddi_heap_tell DXGMAP_NAME(ddi_heap_tell)
#define dxgmap_ddi_heap_typed DXGMAP_NAME(ddi_heap_typed)
#define dxgmap_ddi_heap_untold DXGMAP_NAME(ddi_heap_untold)
#define dxgmap_ddi_identity DXGMAP_NAME(ddi_identity)
#define dxgmap_ddi_is_violation DXGMAP_NAME(ddi_is_violation)
#define dxgmap_ddi_json_closed DXGMAP_NAME(ddi_json_closed)
#define dxgmap_ddi_json_failed DXGMAP_NAME(ddi_json_failed)
#define dxgmap_ddi_json_report DXGMAP_NAME(ddi_json_report)
#define dxgmap_ddi_json_suppressed DXGMAP_NAME(ddi_json_suppressed)
#define dxgmap_ddi_judge_enter DXGMAP_NAME(ddi_judge_enter)
#define dxgmap_ddi_judge_leave DXGMAP_NAME(ddi_judge_leave)
#define dxgmap_ddi_kind_name DXGMAP_NAME(ddi_kind_name)
#define dxgmap_ddi_lead DXGMAP_NAME(ddi_lead)
#define dxgmap_ddi_leaks_add DXGMAP_NAME(ddi_leaks_add)
#define dxgmap_ddi_leaks_note DXGMAP_NAME(ddi_leaks_note)
#define dxgmap_ddi_leave DXGMAP_NAME(ddi_leave)
#define dxgmap_ddi_lend DXGMAP_NAME(ddi_lend)
#define dxgmap_ddi_lend_cancel DXGMAP_NAME(ddi_lend_cancel)
#define dxgmap_ddi_lend_prepare DXGMAP_NAME(ddi_lend_prepare)
#define dxgmap_ddi_live DXGMAP_NAME(ddi_live)
#define dxgmap_ddi_log_close DXGMAP_NAME(ddi_log_close)
#define dxgmap_ddi_log_closed DXGMAP_NAME(ddi_log_closed)
#define dxgmap_ddi_log_failed DXGMAP_NAME(ddi_log_failed)
#define dxgmap_ddi_log_forked DXGMAP_NAME(ddi_log_forked)
#define dxgmap_ddi_log_open DXGMAP_NAME(ddi_log_open)
#define dxgmap_ddi_log_report DXGMAP_NAME(ddi_log_report)
#define dxgmap_ddi_log_suppressed DXGMAP_NAME(ddi_log_suppressed)
#define dxgmap_ddi_lookup DXGMAP_NAME(ddi_lookup)
#define dxgmap_ddi_lookup_begin DXGMAP_NAME(ddi_lookup_begin)
#define dxgmap_ddi_lookup_close DXGMAP_NAME(ddi_lookup_close)
#define dxgmap_ddi_lookup_follow DXGMAP_NAME(ddi_lookup_follow)
#define dxgmap_ddi_lookup_wait DXGMAP_NAME(ddi_lookup_wait)
#define dxgmap_ddi_lookup_withdraw DXGMAP_NAME(ddi_lookup_withdraw)
#define dxgmap_ddi_map_view DXGMAP_NAME(ddi_map_view)
#define dxgmap_ddi_mdl_abandon DXGMAP_NAME(ddi_mdl_abandon)
#define dxgmap_ddi_mdl_add DXGMAP_NAME(ddi_mdl_add)
#define dxgmap_ddi_mdl_adopt DXGMAP_NAME(ddi_mdl_adopt)
#define dxgmap_ddi_mdl_after DXGMAP_NAME(ddi_mdl_after)
#define dxgmap_ddi_mdl_change DXGMAP_NAME(ddi_mdl_change)
#define dxgmap_ddi_mdl_claims DXGMAP_NAME(ddi_mdl_claims)
#define dxgmap_ddi_mdl_describe DXGMAP_NAME(ddi_mdl_describe)
#define dxgmap_ddi_mdl_entry DXGMAP_NAME(ddi_mdl_entry)
#define dxgmap_ddi_mdl_entry_free DXGMAP_NAME(ddi_mdl_entry_free)
#define dxgmap_ddi_mdl_find DXGMAP_NAME(ddi_mdl_find)
#define dxgmap_ddi_mdl_hide DXGMAP_NAME(ddi_mdl_hide)
#define dxgmap_ddi_mdl_join DXGMAP_NAME(ddi_mdl_join)
#define dxgmap_ddi_mdl_own DXGMAP_NAME(ddi_mdl_own)
#define dxgmap_ddi_mdl_part DXGMAP_NAME(ddi_mdl_part)
#define dxgmap_ddi_mdl_remove DXGMAP_NAME(ddi_mdl_remove)
#define dxgmap_ddi_mdl_show DXGMAP_NAME(ddi_mdl_show)
#define dxgmap_ddi_mdl_size DXGMAP_NAME(ddi_mdl_size)
#define dxgmap_ddi_mdl_span DXGMAP_NAME(ddi_mdl_span)
#define dxgmap_ddi_mdl_there DXGMAP_NAME(ddi_mdl_there)
#define dxgmap_ddi_mdl_view_end DXGMAP_NAME(ddi_mdl_view_end)
#define dxgmap_ddi_mdl_view_of_process DXGMAP_NAME(ddi_mdl_view_of_process)
#define dxgmap_ddi_mdl_views_end DXGMAP_NAME(ddi_mdl_views_end)
#define dxgmap_ddi_mdl_views_report DXGMAP_NAME(ddi_mdl_views_report)
#define dxgmap_ddi_mdls_close DXGMAP_NAME(ddi_mdls_close)
#define dxgmap_ddi_mdls_open DXGMAP_NAME(ddi_mdls_open)
#define dxgmap_ddi_nearest DXGMAP_NAME(ddi_nearest)
#define dxgmap_ddi_note_again DXGMAP_NAME(ddi_note_again)
#define dxgmap_ddi_note_begin DXGMAP_NAME(ddi_note_begin)
#define dxgmap_ddi_note_cache DXGMAP_NAME(ddi_note_cache)
#define dxgmap_ddi_object_fault DXGMAP_NAME(ddi_object_fault)
#define dxgmap_ddi_object_fill DXGMAP_NAME(ddi_object_fill)
#define dxgmap_ddi_object_owner DXGMAP_NAME(ddi_object_owner)
#define dxgmap_ddi_opened_new DXGMAP_NAME(ddi_opened_new)
#define dxgmap_ddi_operation_alone DXGMAP_NAME(ddi_operation_alone)
#define dxgmap_ddi_operation_answers DXGMAP_NAME(ddi_operation_answers)
#define dxgmap_ddi_operation_row DXGMAP_NAME(ddi_operation_row)
#define dxgmap_ddi_operation_touches DXGMAP_NAME(ddi_operation_touches)
#define dxgmap_ddi_option DXGMAP_NAME(ddi_option)
#define dxgmap_ddi_option_put_range DXGMAP_NAME(ddi_option_put_range)
#define dxgmap_ddi_option_row_of DXGMAP_NAME(ddi_option_row_of)
#define dxgmap_ddi_option_text DXGMAP_NAME(ddi_option_text)
#define dxgmap_ddi_option_word DXGMAP_NAME(ddi_option_word)
#define dxgmap_ddi_options_help DXGMAP_NAME(ddi_options_help)
#define dxgmap_ddi_options_keep DXGMAP_NAME(ddi_options_keep)
#define dxgmap_ddi_options_line DXGMAP_NAME(ddi_options_line)
#define dxgmap_ddi_options_path DXGMAP_NAME(ddi_options_path)
#define dxgmap_ddi_options_read DXGMAP_NAME(ddi_options_read)
#define dxgmap_ddi_options_usual DXGMAP_NAME(ddi_options_usual)
#define dxgmap_ddi_over DXGMAP_NAME(ddi_over)
#define dxgmap_ddi_override_reset DXGMAP_NAME(ddi_override_reset)
#define dxgmap_ddi_override_set DXGMAP_NAME(ddi_override_set)
#define dxgmap_ddi_pages_copy DXGMAP_NAME(ddi_pages_copy)
#define dxgmap_ddi_pages_follow DXGMAP_NAME(ddi_pages_follow)
#define dxgmap_ddi_pages_from DXGMAP_NAME(ddi_pages_from)
#define dxgmap_ddi_pages_order DXGMAP_NAME(ddi_pages_order)
#define dxgmap_ddi_pages_scatter DXGMAP_NAME(ddi_pages_scatter)
#define dxgmap_ddi_parts_close DXGMAP_NAME(ddi_parts_close)
#define dxgmap_ddi_parts_follow DXGMAP_NAME(ddi_parts_follow)
#define dxgmap_ddi_pattern_meets DXGMAP_NAME(ddi_pattern_meets)
#define dxgmap_ddi_pattern_meets_cause DXGMAP_NAME(ddi_pattern_meets_cause)
#define dxgmap_ddi_pattern_meets_rule DXGMAP_NAME(ddi_pattern_meets_rule)
#define dxgmap_ddi_place_cancel DXGMAP_NAME(ddi_place_cancel)
#define dxgmap_ddi_place_claim DXGMAP_NAME(ddi_place_claim)
#define dxgmap_ddi_place_remove DXGMAP_NAME(ddi_place_remove)
#define dxgmap_ddi_place_settle DXGMAP_NAME(ddi_place_settle)
#define dxgmap_ddi_pressed DXGMAP_NAME(ddi_pressed)
#define dxgmap_ddi_print_before DXGMAP_NAME(ddi_print_before)
#define dxgmap_ddi_print_behind DXGMAP_NAME(ddi_print_behind)
#define dxgmap_ddi_print_char DXGMAP_NAME(ddi_print_char)
#define dxgmap_ddi_print_number DXGMAP_NAME(ddi_print_number)
#define dxgmap_ddi_put_object DXGMAP_NAME(ddi_put_object)
#define dxgmap_ddi_put_report DXGMAP_NAME(ddi_put_report)
#define dxgmap_ddi_put_verdict DXGMAP_NAME(ddi_put_verdict)
#define dxgmap_ddi_read_port DXGMAP_NAME(ddi_read_port)
#define dxgmap_ddi_read_ports DXGMAP_NAME(ddi_read_ports)
#define dxgmap_ddi_read_register DXGMAP_NAME(ddi_read_register)
#define dxgmap_ddi_read_registers DXGMAP_NAME(ddi_read_registers)
#define dxgmap_ddi_reason DXGMAP_NAME(ddi_reason)
#define dxgmap_ddi_reason_keep DXGMAP_NAME(ddi_reason_keep)
#define dxgmap_ddi_record_adapter DXGMAP_NAME(ddi_record_adapter)
#define dxgmap_ddi_record_any_object DXGMAP_NAME(ddi_record_any_object)
#define dxgmap_ddi_record_at_port DXGMAP_NAME(ddi_record_at_port)
#define dxgmap_ddi_record_behind DXGMAP_NAME(ddi_record_behind)
#define dxgmap_ddi_record_bind DXGMAP_NAME(ddi_record_bind)
#define dxgmap_ddi_record_cancel DXGMAP_NAME(ddi_record_cancel)
#define dxgmap_ddi_record_find DXGMAP_NAME(ddi_record_find)
#define dxgmap_ddi_record_frames DXGMAP_NAME(ddi_record_frames)
#define dxgmap_ddi_record_has_place DXGMAP_NAME(ddi_record_has_place)
#define dxgmap_ddi_record_head DXGMAP_NAME(ddi_record_head)
#define dxgmap_ddi_record_index DXGMAP_NAME(ddi_record_index)
#define dxgmap_ddi_record_lent DXGMAP_NAME(ddi_record_lent)
#define dxgmap_ddi_record_mdl DXGMAP_NAME(ddi_record_mdl)
#define dxgmap_ddi_record_new DXGMAP_NAME(ddi_record_new)
#define dxgmap_ddi_record_of_list DXGMAP_NAME(ddi_record_of_list)
#define dxgmap_ddi_record_of_mdl DXGMAP_NAME(ddi_record_of_mdl)
#define dxgmap_ddi_record_of_port DXGMAP_NAME(ddi_record_of_port)
#define dxgmap_ddi_record_own_head DXGMAP_NAME(ddi_record_own_head)
#define dxgmap_ddi_record_release DXGMAP_NAME(ddi_record_release)
#define dxgmap_ddi_record_release_alone DXGMAP_NAME(ddi_record_release_alone)
#define dxgmap_ddi_record_set_adapter DXGMAP_NAME(ddi_record_set_adapter)
#define dxgmap_ddi_record_stacks DXGMAP_NAME(ddi_record_stacks)
#define dxgmap_ddi_record_views DXGMAP_NAME(ddi_record_views)
#define dxgmap_ddi_record_words DXGMAP_NAME(ddi_record_words)
#define dxgmap_ddi_records_close DXGMAP_NAME(ddi_records_close)
#define dxgmap_ddi_records_disown DXGMAP_NAME(ddi_records_disown)
#define dxgmap_ddi_records_open DXGMAP_NAME(ddi_records_open)
#define dxgmap_ddi_registry_close DXGMAP_NAME(ddi_registry_close)
#define dxgmap_ddi_registry_data DXGMAP_NAME(ddi_registry_data)
#define dxgmap_ddi_registry_find DXGMAP_NAME(ddi_registry_find)
#define dxgmap_ddi_registry_set DXGMAP_NAME(ddi_registry_set)
#define dxgmap_ddi_released_add DXGMAP_NAME(ddi_released_add)
#define dxgmap_ddi_released_limit DXGMAP_NAME(ddi_released_limit)
#define dxgmap_ddi_released_next DXGMAP_NAME(ddi_released_next)
#define dxgmap_ddi_released_page DXGMAP_NAME(ddi_released_page)
#define dxgmap_ddi_released_pin DXGMAP_NAME(ddi_released_pin)
#define dxgmap_ddi_released_port DXGMAP_NAME(ddi_released_port)
#define dxgmap_ddi_released_take DXGMAP_NAME(ddi_released_take)
#define dxgmap_ddi_report DXGMAP_NAME(ddi_report)
#define dxgmap_ddi_report_close DXGMAP_NAME(ddi_report_close)
#define dxgmap_ddi_report_count DXGMAP_NAME(ddi_report_count)
#define dxgmap_ddi_report_gone DXGMAP_NAME(ddi_report_gone)
#define dxgmap_ddi_report_left DXGMAP_NAME(ddi_report_left)
#define dxgmap_ddi_report_open DXGMAP_NAME(ddi_report_open)
#define dxgmap_ddi_report_policy DXGMAP_NAME(ddi_report_policy)
#define dxgmap_ddi_report_to DXGMAP_NAME(ddi_report_to)
#define dxgmap_ddi_resource_byte DXGMAP_NAME(ddi_resource_byte)
#define dxgmap_ddi_resource_fault DXGMAP_NAME(ddi_resource_fault)
#define dxgmap_ddi_resource_of DXGMAP_NAME(ddi_resource_of)
#define dxgmap_ddi_resources_close DXGMAP_NAME(ddi_resources_close)
#define dxgmap_ddi_resources_describe DXGMAP_NAME(ddi_resources_describe)
#define dxgmap_ddi_resources_open DXGMAP_NAME(ddi_resources_open)
#define dxgmap_ddi_severity DXGMAP_NAME(ddi_severity)
#define dxgmap_ddi_severity_word DXGMAP_NAME(ddi_severity_word)
#define dxgmap_ddi_shard_of DXGMAP_NAME(ddi_shard_of)
#define dxgmap_ddi_shard_open DXGMAP_NAME(ddi_shard_open)
#define dxgmap_ddi_skip_fault DXGMAP_NAME(ddi_skip_fault)
#define dxgmap_ddi_slack DXGMAP_NAME(ddi_slack)
#define dxgmap_ddi_status DXGMAP_NAME(ddi_status)
#define dxgmap_ddi_stop DXGMAP_NAME(ddi_stop)
#define dxgmap_ddi_stop_objects DXGMAP_NAME(ddi_stop_objects)
#define dxgmap_ddi_suppress_count DXGMAP_NAME(ddi_suppress_count)
#define dxgmap_ddi_suppress_open DXGMAP_NAME(ddi_suppress_open)
#define dxgmap_ddi_suppress_tell DXGMAP_NAME(ddi_suppress_tell)
#define dxgmap_ddi_suppressed DXGMAP_NAME(ddi_suppressed)
#define dxgmap_ddi_take_back DXGMAP_NAME(ddi_take_back)
#define dxgmap_ddi_tell DXGMAP_NAME(ddi_tell)
#define dxgmap_ddi_told DXGMAP_NAME(ddi_told)
#define dxgmap_ddi_trace_argument DXGMAP_NAME(ddi_trace_argument)
#define dxgmap_ddi_trace_close DXGMAP_NAME(ddi_trace_close)
#define dxgmap_ddi_trace_decimal DXGMAP_NAME(ddi_trace_decimal)
#define dxgmap_ddi_trace_disown DXGMAP_NAME(ddi_trace_disown)
#define dxgmap_ddi_trace_enter DXGMAP_NAME(ddi_trace_enter)
#define dxgmap_ddi_trace_hex DXGMAP_NAME(ddi_trace_hex)
#define dxgmap_ddi_trace_leave DXGMAP_NAME(ddi_trace_leave)
#define dxgmap_ddi_trace_mdl DXGMAP_NAME(ddi_trace_mdl)
#define dxgmap_ddi_trace_name DXGMAP_NAME(ddi_trace_name)
#define dxgmap_ddi_trace_numbers DXGMAP_NAME(ddi_trace_numbers)
#define dxgmap_ddi_trace_object DXGMAP_NAME(ddi_trace_object)
#define dxgmap_ddi_trace_object_end DXGMAP_NAME(ddi_trace_object_end)
#define dxgmap_ddi_trace_open DXGMAP_NAME(ddi_trace_open)
#define dxgmap_ddi_trace_pages DXGMAP_NAME(ddi_trace_pages)
#define dxgmap_ddi_trace_prepare DXGMAP_NAME(ddi_trace_prepare)
#define dxgmap_ddi_trace_put_adl DXGMAP_NAME(ddi_trace_put_adl)
#define dxgmap_ddi_trace_put_mdl DXGMAP_NAME(ddi_trace_put_mdl)
#define dxgmap_ddi_trace_report DXGMAP_NAME(ddi_trace_report)
#define dxgmap_ddi_trace_row_of DXGMAP_NAME(ddi_trace_row_of)
#define dxgmap_ddi_trace_site DXGMAP_NAME(ddi_trace_site)
#define dxgmap_ddi_trace_start DXGMAP_NAME(ddi_trace_start)
#define dxgmap_ddi_trace_string DXGMAP_NAME(ddi_trace_string)
#define dxgmap_ddi_translate DXGMAP_NAME(ddi_translate)
#define dxgmap_ddi_translate_linked DXGMAP_NAME(ddi_translate_linked)
#define dxgmap_ddi_unmap_view DXGMAP_NAME(ddi_unmap_view)
#define dxgmap_ddi_window_offset DXGMAP_NAME(ddi_window_offset)
#define dxgmap_ddi_wish DXGMAP_NAME(ddi_wish)
#define dxgmap_ddi_write_port DXGMAP_NAME(ddi_write_port)
#define dxgmap_ddi_write_ports DXGMAP_NAME(ddi_write_ports)
#define dxgmap_ddi_write_register DXGMAP_NAME(ddi_write_register)
#define dxgmap_ddi_write_registers DXGMAP_NAME(ddi_write_registers)
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
#define dxgmap_fail DXGMAP_NAME(fail)
#define dxgmap_fail_each DXGMAP_NAME(fail_each)
#define dxgmap_fail_next DXGMAP_NAME(fail_next)
#define dxgmap_fail_next_objects DXGMAP_NAME(fail_next_objects)
#define dxgmap_fail_none DXGMAP_NAME(fail_none)
#define dxgmap_failures DXGMAP_NAME(failures)
#define dxgmap_functions_of DXGMAP_NAME(functions_of)
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
#define dxgmap_host_at_fork DXGMAP_NAME(host_at_fork)
#define dxgmap_host_bit DXGMAP_NAME(host_bit)
#define dxgmap_host_bits_find DXGMAP_NAME(host_bits_find)
#define dxgmap_host_bits_set DXGMAP_NAME(host_bits_set)
#define dxgmap_host_budget_spent DXGMAP_NAME(host_budget_spent)
#define dxgmap_host_close DXGMAP_NAME(host_close)
#define dxgmap_host_closing DXGMAP_NAME(host_closing)
#define dxgmap_host_demangle DXGMAP_NAME(host_demangle)
#define dxgmap_host_demangle_alone DXGMAP_NAME(host_demangle_alone)
#define dxgmap_host_depot_close DXGMAP_NAME(host_depot_close)
#define dxgmap_host_depot_open DXGMAP_NAME(host_depot_open)
#define dxgmap_host_device_base DXGMAP_NAME(host_device_base)
#define dxgmap_host_device_close DXGMAP_NAME(host_device_close)
#define dxgmap_host_device_find DXGMAP_NAME(host_device_find)
#define dxgmap_host_device_open DXGMAP_NAME(host_device_open)
#define dxgmap_host_devices_close DXGMAP_NAME(host_devices_close)
#define dxgmap_host_devices_fork DXGMAP_NAME(host_devices_fork)
#define dxgmap_host_devices_open DXGMAP_NAME(host_devices_open)
#define dxgmap_host_fail_at DXGMAP_NAME(host_fail_at)
#define dxgmap_host_faults_install DXGMAP_NAME(host_faults_install)
#define dxgmap_host_faults_remove DXGMAP_NAME(host_faults_remove)
#define dxgmap_host_file_close DXGMAP_NAME(host_file_close)
#define dxgmap_host_file_map DXGMAP_NAME(host_file_map)
#define dxgmap_host_file_open DXGMAP_NAME(host_file_open)
#define dxgmap_host_file_unmap DXGMAP_NAME(host_file_unmap)
#define dxgmap_host_foreign_any DXGMAP_NAME(host_foreign_any)
#define dxgmap_host_foreign_close DXGMAP_NAME(host_foreign_close)
#define dxgmap_host_foreign_copy DXGMAP_NAME(host_foreign_copy)
#define dxgmap_host_foreign_find DXGMAP_NAME(host_foreign_find)
#define dxgmap_host_foreign_forget DXGMAP_NAME(host_foreign_forget)
#define dxgmap_host_foreign_marked DXGMAP_NAME(host_foreign_marked)
#define dxgmap_host_foreign_probe DXGMAP_NAME(host_foreign_probe)
#define dxgmap_host_foreign_remember DXGMAP_NAME(host_foreign_remember)
#define dxgmap_host_foreign_room DXGMAP_NAME(host_foreign_room)
#define dxgmap_host_fork_over DXGMAP_NAME(host_fork_over)
#define dxgmap_host_forked DXGMAP_NAME(host_forked)
#define dxgmap_host_frame_gone DXGMAP_NAME(host_frame_gone)
#define dxgmap_host_frame_guarded DXGMAP_NAME(host_frame_guarded)
#define dxgmap_host_frame_holds DXGMAP_NAME(host_frame_holds)
#define dxgmap_host_frame_kind_of DXGMAP_NAME(host_frame_kind_of)
#define dxgmap_host_frame_of DXGMAP_NAME(host_frame_of)
#define dxgmap_host_frame_read DXGMAP_NAME(host_frame_read)
#define dxgmap_host_frame_write DXGMAP_NAME(host_frame_write)
#define dxgmap_host_frames_allocate DXGMAP_NAME(host_frames_allocate)
#define dxgmap_host_frames_allocate_run DXGMAP_NAME(host_frames_allocate_run)
#define dxgmap_host_frames_drop DXGMAP_NAME(host_frames_drop)
#define dxgmap_host_frames_guard DXGMAP_NAME(host_frames_guard)
#define dxgmap_host_frames_hold DXGMAP_NAME(host_frames_hold)
#define dxgmap_host_free DXGMAP_NAME(host_free)
#define dxgmap_host_function_of DXGMAP_NAME(host_function_of)
#define dxgmap_host_functions_of DXGMAP_NAME(host_functions_of)
#define dxgmap_host_give DXGMAP_NAME(host_give)
#define dxgmap_host_hold DXGMAP_NAME(host_hold)
#define dxgmap_host_holder DXGMAP_NAME(host_holder)
#define dxgmap_host_irql DXGMAP_NAME(host_irql)
#define dxgmap_host_is_open DXGMAP_NAME(host_is_open)
#define dxgmap_host_kernel_map DXGMAP_NAME(host_kernel_map)
#define dxgmap_host_kernel_unmap DXGMAP_NAME(host_kernel_unmap)
#define dxgmap_host_lend DXGMAP_NAME(host_lend)
#define dxgmap_host_lend_end DXGMAP_NAME(host_lend_end)
#define dxgmap_host_lend_fork DXGMAP_NAME(host_lend_fork)
#define dxgmap_host_lend_parted DXGMAP_NAME(host_lend_parted)
#define dxgmap_host_lend_settle DXGMAP_NAME(host_lend_settle)
#define dxgmap_host_lend_where DXGMAP_NAME(host_lend_where)
#define dxgmap_host_locate DXGMAP_NAME(host_locate)
#define dxgmap_host_lock DXGMAP_NAME(host_lock)
#define dxgmap_host_lock_all DXGMAP_NAME(host_lock_all)
#define dxgmap_host_lock_leaf DXGMAP_NAME(host_lock_leaf)
#define dxgmap_host_lock_pages DXGMAP_NAME(host_lock_pages)
#define dxgmap_host_lock_part DXGMAP_NAME(host_lock_part)
#define dxgmap_host_lock_rest DXGMAP_NAME(host_lock_rest)
#define dxgmap_host_locked DXGMAP_NAME(host_locked)
#define dxgmap_host_maps_give DXGMAP_NAME(host_maps_give)
#define dxgmap_host_maps_take DXGMAP_NAME(host_maps_take)
#define dxgmap_host_memory_gone DXGMAP_NAME(host_memory_gone)
#define dxgmap_host_memory_open DXGMAP_NAME(host_memory_open)
#define dxgmap_host_memory_usage DXGMAP_NAME(host_memory_usage)
#define dxgmap_host_numbers_block DXGMAP_NAME(host_numbers_block)
#define dxgmap_host_numbers_close DXGMAP_NAME(host_numbers_close)
#define dxgmap_host_numbers_give DXGMAP_NAME(host_numbers_give)
#define dxgmap_host_numbers_hurry DXGMAP_NAME(host_numbers_hurry)
#define dxgmap_host_numbers_open DXGMAP_NAME(host_numbers_open)
#define dxgmap_host_numbers_spare DXGMAP_NAME(host_numbers_spare)
#define dxgmap_host_numbers_spare_at DXGMAP_NAME(host_numbers_spare_at)
#define dxgmap_host_numbers_take DXGMAP_NAME(host_numbers_take)
#define dxgmap_host_numbers_taken DXGMAP_NAME(host_numbers_taken)
#define dxgmap_host_numbers_unblock DXGMAP_NAME(host_numbers_unblock)
#define dxgmap_host_on_stack DXGMAP_NAME(host_on_stack)
#define dxgmap_host_open DXGMAP_NAME(host_open)
#define dxgmap_host_open_with DXGMAP_NAME(host_open_with)
#define dxgmap_host_opened DXGMAP_NAME(host_opened)
#define dxgmap_host_part_close DXGMAP_NAME(host_part_close)
#define dxgmap_host_part_open DXGMAP_NAME(host_part_open)
#define dxgmap_host_peek DXGMAP_NAME(host_peek)
#define dxgmap_host_physical_close DXGMAP_NAME(host_physical_close)
#define dxgmap_host_physical_foreign_page DXGMAP_NAME(host_physical_foreign_page)
#define dxgmap_host_physical_held DXGMAP_NAME(host_physical_held)
#define dxgmap_host_physical_hold DXGMAP_NAME(host_physical_hold)
#define dxgmap_host_physical_lose DXGMAP_NAME(host_physical_lose)
#define dxgmap_host_physical_lost DXGMAP_NAME(host_physical_lost)
#define dxgmap_host_physical_open DXGMAP_NAME(host_physical_open)
#define dxgmap_host_physical_room DXGMAP_NAME(host_physical_room)
#define dxgmap_host_physical_take DXGMAP_NAME(host_physical_take)
#define dxgmap_host_physical_usage DXGMAP_NAME(host_physical_usage)
#define dxgmap_host_physical_watch DXGMAP_NAME(host_physical_watch)
#define dxgmap_host_place_find DXGMAP_NAME(host_place_find)
#define dxgmap_host_place_release DXGMAP_NAME(host_place_release)
#define dxgmap_host_place_ring_size DXGMAP_NAME(host_place_ring_size)
#define dxgmap_host_pool_close DXGMAP_NAME(host_pool_close)
#define dxgmap_host_pool_usage DXGMAP_NAME(host_pool_usage)
#define dxgmap_host_port_read DXGMAP_NAME(host_port_read)
#define dxgmap_host_port_write DXGMAP_NAME(host_port_write)
#define dxgmap_host_ports_clear DXGMAP_NAME(host_ports_clear)
#define dxgmap_host_probe DXGMAP_NAME(host_probe)
#define dxgmap_host_process DXGMAP_NAME(host_process)
#define dxgmap_host_process_number DXGMAP_NAME(host_process_number)
#define dxgmap_host_random_below DXGMAP_NAME(host_random_below)
#define dxgmap_host_random_seed DXGMAP_NAME(host_random_seed)
#define dxgmap_host_range_close DXGMAP_NAME(host_range_close)
#define dxgmap_host_range_open DXGMAP_NAME(host_range_open)
#define dxgmap_host_read_begin DXGMAP_NAME(host_read_begin)
#define dxgmap_host_read_end DXGMAP_NAME(host_read_end)
#define dxgmap_host_read_fork DXGMAP_NAME(host_read_fork)
#define dxgmap_host_read_found DXGMAP_NAME(host_read_found)
#define dxgmap_host_read_show DXGMAP_NAME(host_read_show)
#define dxgmap_host_read_wait DXGMAP_NAME(host_read_wait)
#define dxgmap_host_readers_enter DXGMAP_NAME(host_readers_enter)
#define dxgmap_host_readers_fork DXGMAP_NAME(host_readers_fork)
#define dxgmap_host_readers_found DXGMAP_NAME(host_readers_found)
#define dxgmap_host_readers_join DXGMAP_NAME(host_readers_join)
#define dxgmap_host_readers_leave DXGMAP_NAME(host_readers_leave)
#define dxgmap_host_readers_quit DXGMAP_NAME(host_readers_quit)
#define dxgmap_host_readers_show DXGMAP_NAME(host_readers_show)
#define dxgmap_host_readers_wait DXGMAP_NAME(host_readers_wait)
#define dxgmap_host_record_of DXGMAP_NAME(host_record_of)
#define dxgmap_host_refused DXGMAP_NAME(host_refused)
#define dxgmap_host_reserve DXGMAP_NAME(host_reserve)
#define dxgmap_host_reserve_lasting DXGMAP_NAME(host_reserve_lasting)
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
#define dxgmap_host_sections_fork DXGMAP_NAME(host_sections_fork)
#define dxgmap_host_sections_usage DXGMAP_NAME(host_sections_usage)
#define dxgmap_host_seen DXGMAP_NAME(host_seen)
#define dxgmap_host_seen_add DXGMAP_NAME(host_seen_add)
#define dxgmap_host_seen_forget DXGMAP_NAME(host_seen_forget)
#define dxgmap_host_set_irql DXGMAP_NAME(host_set_irql)
#define dxgmap_host_set_process DXGMAP_NAME(host_set_process)
#define dxgmap_host_shortage DXGMAP_NAME(host_shortage)
#define dxgmap_host_span_close DXGMAP_NAME(host_span_close)
#define dxgmap_host_span_closing DXGMAP_NAME(host_span_closing)
#define dxgmap_host_span_give_range DXGMAP_NAME(host_span_give_range)
#define dxgmap_host_span_give_region DXGMAP_NAME(host_span_give_region)
#define dxgmap_host_span_open DXGMAP_NAME(host_span_open)
#define dxgmap_host_span_range DXGMAP_NAME(host_span_range)
#define dxgmap_host_span_region DXGMAP_NAME(host_span_region)
#define dxgmap_host_stack_capture DXGMAP_NAME(host_stack_capture)
#define dxgmap_host_stack_keep DXGMAP_NAME(host_stack_keep)
#define dxgmap_host_stack_kept DXGMAP_NAME(host_stack_kept)
#define dxgmap_host_stack_same DXGMAP_NAME(host_stack_same)
#define dxgmap_host_stack_shallow DXGMAP_NAME(host_stack_shallow)
#define dxgmap_host_stack_sites DXGMAP_NAME(host_stack_sites)
#define dxgmap_host_store_at DXGMAP_NAME(host_store_at)
#define dxgmap_host_store_close DXGMAP_NAME(host_store_close)
#define dxgmap_host_store_file DXGMAP_NAME(host_store_file)
#define dxgmap_host_store_flush DXGMAP_NAME(host_store_flush)
#define dxgmap_host_store_fork DXGMAP_NAME(host_store_fork)
#define dxgmap_host_store_give DXGMAP_NAME(host_store_give)
#define dxgmap_host_store_open DXGMAP_NAME(host_store_open)
#define dxgmap_host_store_room DXGMAP_NAME(host_store_room)
#define dxgmap_host_store_take DXGMAP_NAME(host_store_take)
#define dxgmap_host_symbolize DXGMAP_NAME(host_symbolize)
#define dxgmap_host_table_close DXGMAP_NAME(host_table_close)
#define dxgmap_host_table_get DXGMAP_NAME(host_table_get)
#define dxgmap_host_table_put DXGMAP_NAME(host_table_put)
#define dxgmap_host_table_remove DXGMAP_NAME(host_table_remove)
#define dxgmap_host_table_room DXGMAP_NAME(host_table_room)
#define dxgmap_host_take DXGMAP_NAME(host_take)
#define dxgmap_host_take_with DXGMAP_NAME(host_take_with)
#define dxgmap_host_text_close DXGMAP_NAME(host_text_close)
#define dxgmap_host_text_decimal DXGMAP_NAME(host_text_decimal)
#define dxgmap_host_text_flush DXGMAP_NAME(host_text_flush)
#define dxgmap_host_text_hex DXGMAP_NAME(host_text_hex)
#define dxgmap_host_text_open DXGMAP_NAME(host_text_open)
#define dxgmap_host_text_put DXGMAP_NAME(host_text_put)
#define dxgmap_host_text_stack DXGMAP_NAME(host_text_stack)
#define dxgmap_host_text_terminal DXGMAP_NAME(host_text_terminal)
#define dxgmap_host_text_to_descriptor DXGMAP_NAME(host_text_to_descriptor)
#define dxgmap_host_text_to_descriptor_by DXGMAP_NAME(host_text_to_descriptor_by)
#define dxgmap_host_text_to_sink DXGMAP_NAME(host_text_to_sink)
#define dxgmap_host_text_to_string DXGMAP_NAME(host_text_to_string)
#define dxgmap_host_thread DXGMAP_NAME(host_thread)
#define dxgmap_host_threads_forget DXGMAP_NAME(host_threads_forget)
#define dxgmap_host_time DXGMAP_NAME(host_time)
#define dxgmap_host_unlock DXGMAP_NAME(host_unlock)
#define dxgmap_host_unlock_leaf DXGMAP_NAME(host_unlock_leaf)
#define dxgmap_host_unlock_rest DXGMAP_NAME(host_unlock_rest)
#define dxgmap_host_unreserve DXGMAP_NAME(host_unreserve)
#define dxgmap_host_unreserve_lasting DXGMAP_NAME(host_unreserve_lasting)
#define dxgmap_host_usage_now DXGMAP_NAME(host_usage_now)
#define dxgmap_host_view_clear DXGMAP_NAME(host_view_clear)
#define dxgmap_host_view_name DXGMAP_NAME(host_view_name)
#define dxgmap_host_view_place DXGMAP_NAME(host_view_place)
#define dxgmap_host_view_poison DXGMAP_NAME(host_view_poison)
#define dxgmap_host_view_unpoison DXGMAP_NAME(host_view_unpoison)
#define dxgmap_host_views_renew DXGMAP_NAME(host_views_renew)
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
#define dxgmap_host_window_show DXGMAP_NAME(host_window_show)
#define dxgmap_host_windows_close DXGMAP_NAME(host_windows_close)
#define dxgmap_host_windows_fork DXGMAP_NAME(host_windows_fork)
#define dxgmap_host_windows_usage DXGMAP_NAME(host_windows_usage)
#define dxgmap_host_yield DXGMAP_NAME(host_yield)
#define dxgmap_last_failure DXGMAP_NAME(last_failure)
#define dxgmap_links_set DXGMAP_NAME(links_set)
#define dxgmap_links_used DXGMAP_NAME(links_used)
#define dxgmap_lock_count DXGMAP_NAME(lock_count)
#define dxgmap_map_pages_admit DXGMAP_NAME(map_pages_admit)
#define dxgmap_memory_gone DXGMAP_NAME(memory_gone)
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
#define dxgmap_op_end_view DXGMAP_NAME(op_end_view)
#define dxgmap_op_exclusive_begin DXGMAP_NAME(op_exclusive_begin)
#define dxgmap_op_exclusive_end DXGMAP_NAME(op_exclusive_end)
#define dxgmap_op_free_adl DXGMAP_NAME(op_free_adl)
#define dxgmap_op_lead DXGMAP_NAME(op_lead)
#define dxgmap_op_link DXGMAP_NAME(op_link)
#define dxgmap_op_live DXGMAP_NAME(op_live)
#define dxgmap_op_live_object DXGMAP_NAME(op_live_object)
#define dxgmap_op_map_object DXGMAP_NAME(op_map_object)
#define dxgmap_op_map_pages DXGMAP_NAME(op_map_pages)
#define dxgmap_op_map_pointer DXGMAP_NAME(op_map_pointer)
#define dxgmap_op_map_view DXGMAP_NAME(op_map_view)
#define dxgmap_op_open DXGMAP_NAME(op_open)
#define dxgmap_op_pin DXGMAP_NAME(op_pin)
#define dxgmap_op_power DXGMAP_NAME(op_power)
#define dxgmap_op_process_view DXGMAP_NAME(op_process_view)
#define dxgmap_op_reference DXGMAP_NAME(op_reference)
#define dxgmap_op_remove DXGMAP_NAME(op_remove)
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
#define dxgmap_os_at_fork DXGMAP_NAME(os_at_fork)
#define dxgmap_os_at_thread_end DXGMAP_NAME(os_at_thread_end)
#define dxgmap_os_caught_ask DXGMAP_NAME(os_caught_ask)
#define dxgmap_os_caught_behind DXGMAP_NAME(os_caught_behind)
#define dxgmap_os_caught_comes DXGMAP_NAME(os_caught_comes)
#define dxgmap_os_caught_handler DXGMAP_NAME(os_caught_handler)
#define dxgmap_os_caught_handling DXGMAP_NAME(os_caught_handling)
#define dxgmap_os_caught_install DXGMAP_NAME(os_caught_install)
#define dxgmap_os_cfi_of DXGMAP_NAME(os_cfi_of)
#define dxgmap_os_cfi_unloads DXGMAP_NAME(os_cfi_unloads)
#define dxgmap_os_copy_caught DXGMAP_NAME(os_copy_caught)
#define dxgmap_os_copy_from DXGMAP_NAME(os_copy_from)
#define dxgmap_os_copy_to DXGMAP_NAME(os_copy_to)
#define dxgmap_os_fault_stack_lacks DXGMAP_NAME(os_fault_stack_lacks)
#define dxgmap_os_fault_stack_lend DXGMAP_NAME(os_fault_stack_lend)
#define dxgmap_os_fault_stack_return DXGMAP_NAME(os_fault_stack_return)
#define dxgmap_os_faults_come DXGMAP_NAME(os_faults_come)
#define dxgmap_os_faults_install DXGMAP_NAME(os_faults_install)
#define dxgmap_os_faults_remove DXGMAP_NAME(os_faults_remove)
#define dxgmap_os_file_back DXGMAP_NAME(os_file_back)
#define dxgmap_os_file_close DXGMAP_NAME(os_file_close)
#define dxgmap_os_file_hold DXGMAP_NAME(os_file_hold)
#define dxgmap_os_file_map DXGMAP_NAME(os_file_map)
#define dxgmap_os_file_open DXGMAP_NAME(os_file_open)
#define dxgmap_os_file_punch DXGMAP_NAME(os_file_punch)
#define dxgmap_os_file_read DXGMAP_NAME(os_file_read)
#define dxgmap_os_file_section DXGMAP_NAME(os_file_section)
#define dxgmap_os_file_unmap DXGMAP_NAME(os_file_unmap)
#define dxgmap_os_file_write DXGMAP_NAME(os_file_write)
#define dxgmap_os_limit DXGMAP_NAME(os_limit)
#define dxgmap_os_limit_of_mappings DXGMAP_NAME(os_limit_of_mappings)
#define dxgmap_os_lines_of DXGMAP_NAME(os_lines_of)
#define dxgmap_os_lock DXGMAP_NAME(os_lock)
#define dxgmap_os_mappings_most DXGMAP_NAME(os_mappings_most)
#define dxgmap_os_mark DXGMAP_NAME(os_mark)
#define dxgmap_os_marked DXGMAP_NAME(os_marked)
#define dxgmap_os_on_stack DXGMAP_NAME(os_on_stack)
#define dxgmap_os_print DXGMAP_NAME(os_print)
#define dxgmap_os_process_number DXGMAP_NAME(os_process_number)
#define dxgmap_os_range_clear DXGMAP_NAME(os_range_clear)
#define dxgmap_os_range_close DXGMAP_NAME(os_range_close)
#define dxgmap_os_range_fill DXGMAP_NAME(os_range_fill)
#define dxgmap_os_range_has DXGMAP_NAME(os_range_has)
#define dxgmap_os_range_lacks DXGMAP_NAME(os_range_lacks)
#define dxgmap_os_range_map DXGMAP_NAME(os_range_map)
#define dxgmap_os_range_open DXGMAP_NAME(os_range_open)
#define dxgmap_os_readable DXGMAP_NAME(os_readable)
#define dxgmap_os_region_close DXGMAP_NAME(os_region_close)
#define dxgmap_os_region_commit DXGMAP_NAME(os_region_commit)
#define dxgmap_os_region_open DXGMAP_NAME(os_region_open)
#define dxgmap_os_span_close DXGMAP_NAME(os_span_close)
#define dxgmap_os_span_empty DXGMAP_NAME(os_span_empty)
#define dxgmap_os_span_open DXGMAP_NAME(os_span_open)
#define dxgmap_os_stack DXGMAP_NAME(os_stack)
#define dxgmap_os_stack_by DXGMAP_NAME(os_stack_by)
#define dxgmap_os_stack_know DXGMAP_NAME(os_stack_know)
#define dxgmap_os_stack_limits DXGMAP_NAME(os_stack_limits)
#define dxgmap_os_stream_close DXGMAP_NAME(os_stream_close)
#define dxgmap_os_stream_open DXGMAP_NAME(os_stream_open)
#define dxgmap_os_symbol_of DXGMAP_NAME(os_symbol_of)
#define dxgmap_os_terminal DXGMAP_NAME(os_terminal)
#define dxgmap_os_time DXGMAP_NAME(os_time)
#define dxgmap_os_touch DXGMAP_NAME(os_touch)
#define dxgmap_os_unlock DXGMAP_NAME(os_unlock)
#define dxgmap_os_unmark DXGMAP_NAME(os_unmark)
#define dxgmap_os_writable DXGMAP_NAME(os_writable)
#define dxgmap_os_yield DXGMAP_NAME(os_yield)
#define dxgmap_paging_fits DXGMAP_NAME(paging_fits)
#define dxgmap_pin_admit DXGMAP_NAME(pin_admit)
#define dxgmap_pointer_admit DXGMAP_NAME(pointer_admit)
#define dxgmap_process DXGMAP_NAME(process)
#define dxgmap_process_end DXGMAP_NAME(process_end)
#define dxgmap_quarantine_alloc DXGMAP_NAME(quarantine_alloc)
#define dxgmap_quarantine_open DXGMAP_NAME(quarantine_open)
#define dxgmap_quarantine_release DXGMAP_NAME(quarantine_release)
#define dxgmap_ranges_alloc DXGMAP_NAME(ranges_alloc)
#define dxgmap_ranges_bound DXGMAP_NAME(ranges_bound)
#define dxgmap_ranges_free DXGMAP_NAME(ranges_free)
#define dxgmap_ranges_rename DXGMAP_NAME(ranges_rename)
#define dxgmap_reason DXGMAP_NAME(reason)
#define dxgmap_receipt DXGMAP_NAME(receipt)
#define dxgmap_refuse DXGMAP_NAME(refuse)
#define dxgmap_reports DXGMAP_NAME(reports)
#define dxgmap_reset_statuses DXGMAP_NAME(reset_statuses)
#define dxgmap_rules DXGMAP_NAME(rules)
#define dxgmap_run DXGMAP_NAME(run)
#define dxgmap_set_handler DXGMAP_NAME(set_handler)
#define dxgmap_set_pressure DXGMAP_NAME(set_pressure)
#define dxgmap_set_process DXGMAP_NAME(set_process)
#define dxgmap_set_status DXGMAP_NAME(set_status)
#define dxgmap_set_violation_policy DXGMAP_NAME(set_violation_policy)
#define dxgmap_severity_name DXGMAP_NAME(severity_name)
#define dxgmap_slots_at DXGMAP_NAME(slots_at)
#define dxgmap_slots_next DXGMAP_NAME(slots_next)
#define dxgmap_slots_release DXGMAP_NAME(slots_release)
#define dxgmap_slots_take DXGMAP_NAME(slots_take)
#define dxgmap_slots_valid DXGMAP_NAME(slots_valid)
#define dxgmap_state_find DXGMAP_NAME(state_find)
#define dxgmap_state_gate DXGMAP_NAME(state_gate)
#define dxgmap_state_gate_acquire DXGMAP_NAME(state_gate_acquire)
#define dxgmap_state_gate_lead DXGMAP_NAME(state_gate_lead)
#define dxgmap_state_gate_own DXGMAP_NAME(state_gate_own)
#define dxgmap_state_holds DXGMAP_NAME(state_holds)
#define dxgmap_state_release DXGMAP_NAME(state_release)
#define dxgmap_state_take DXGMAP_NAME(state_take)
#define dxgmap_state_take_pages DXGMAP_NAME(state_take_pages)
#define dxgmap_step DXGMAP_NAME(step)
#define dxgmap_suppressed DXGMAP_NAME(suppressed)
#define dxgmap_system_map DXGMAP_NAME(system_map)
#define dxgmap_system_unmap DXGMAP_NAME(system_unmap)
#define dxgmap_translate_admit DXGMAP_NAME(translate_admit)
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
