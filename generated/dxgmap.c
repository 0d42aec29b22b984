/*
   dxgmap in one file: the proved core, and under DXGMAP_HOST the host and the Windows face.
   Each file of the model stands once, where it is included first, between markers with its path and
   hash. Nothing in it is changed but the includes of other such files, which are comments here.

   Generated: do not edit. Edit the inputs, then run: make generate
   Inputs and their sha256:
     d77d3f272fe3740ee80f257015f0ba6232f477914815407f7e05d34b5d404133 model/core/access.h
     75e84f0ce7cfd0a9ed2115dafd585af2b32d7ba612f7cfd5896bb1da08d016e2 model/core/adapter.c
     e242c1fbaaa070ef1379ae1f0e9545016489bc957c79e7df0c1845638a687930 model/core/adapter.h
     4268b1e3cb964720a99dd9c9f71a272c5ef74a6b5029e566d1ccc5b76e3839a6 model/core/check.c
     7635fb5c0df15d9e223f6bf8e63f47b97a02b3d76279a29501741a2ebeb4d48f model/core/check.h
     f705155023370f69f994d3f3114d1a591cc74bb2382c1138b3aa42d05d1398db model/core/check_adapter.c
     8a2c5320603a5064c5e9156e9fbbe8fa568d13d6e789ce181cb3d14c7dd29a3a model/core/check_adapter.h
     b4ee019f7826551aeeffbc9925c64fe8d828ec4a480919770c45e20630f0fe58 model/core/check_domain.c
     9cdccecec859e804e24ed068a943a3b7012452e662d6ced15920d082ad078263 model/core/check_domain.h
     d4898a5f06424d161fcf17df4286483e423baf9e99dce6a30ee705c605384803 model/core/check_heap.c
     bca0690da9360c68aa86a29e61267f57ed607fe5d5a034ec343badb72903f14f model/core/check_heap.h
     c3ac43c6388a592c887443cd2d22c7915440bb3cf059d786c92b72f9d22ea2dd model/core/check_links.c
     cf3b6274935fcfc776050a6f6cd4ef2231af823898063a038ef2bc8b0118a560 model/core/check_links.h
     d25e1b8bc69afeb561b3dd971beae989f8a337bdd500554dd25672ba6a38e2bd model/core/check_quarantine.c
     261ff167304a102378a0d73077bdf13d719bdf0641a36ebebab5eab56f723146 model/core/check_quarantine.h
     206800c5c6e55a12709bddb1f58dd504032e320a443267bc34d8fc01dc44a907 model/core/check_ranges.c
     abe98be7a056d3e8de87f924de5cf4981d77c6b8f23e5c3a20b8ffb54a1c3d4d model/core/check_ranges.h
     c2c61543120746abd0f0289f055573b5646b17ecf18559632d50d8d7340ea044 model/core/check_slots.c
     f7b3d481d67e1d1dbfdef4fcac241107eb3962c7e6df045f103cf6a133388d58 model/core/check_slots.h
     08bf0d26d34db248e76ae9fcf1e6c7d993f6a1c38dcae59c080e07c7f44d0bfe model/core/check_translation.c
     9aca77795d941db2741b17d99cf87b60a9c40d4bbde2f65509912d84d9eba8cd model/core/check_translation.h
     0508c0cb76c18927d101be26372b21fb6dffc99dc82502e2c628950c0dc5eb6a model/core/check_views.c
     407ce635c9ad73e41ae94aae157cd395f0922578a8fb54ef85a487bc080be855 model/core/check_views.h
     afc98dd530feaaa23f84511666038ab96df6fab2530a4ea90b6f88b5eb1fc1cf model/core/domain.c
     d8cf25ecb3b8096bb29172745ad01c7397c22c52456e6417d0788882fcf2a598 model/core/domain.h
     8927366e79a3ea880705522c3edbdfe9bbc023df3fa012a2502aedbe5cecfc1c model/core/handle.c
     da1d3c0da7d40acfdf689d17fda8c871d49f845f0fe6e8da736aa4a23c6ca9a0 model/core/handle.h
     3c77c5e13dcdc8878d774144d959dfc385c950f427288a17a69defb055de5d0b model/core/heap.c
     70135139a913ff28c239f5e73413346653388327be1112f07f1fb3ff0f843ec7 model/core/heap.h
     306310026fdcad504031a64d353e78bf23ee61d0b9cc82bff64a09a14bf26017 model/core/keys.c
     5d272cff54115c5357b49c7de20dccb16306a3823b04a17f9b6205cfed1a1dc5 model/core/keys.h
     8b289ea6df8843b627bec533505b2e12e6023f720916d830532b2d5f5b986b8c model/core/leak.c
     142eb2697197963b22f0e158c1584b67d823a11eb28f627bb6052ad28d8da3fc model/core/leak.h
     866211b5713ddc4f1eeb5a5e8649f794a5c86795d08c4e0a1c02564c2026bbe5 model/core/links.c
     59b3f40ee673b36c5f63e8193082ee4ad348a51ad76d00eb99b552c537c6dd21 model/core/links.h
     d44c81eef6bfd4886a32f155a5496803ae45911a6b78317dd28c854cf800dbe5 model/core/op_adapter.c
     ad39e4340873d7d3992f7c48993d3d951180b89ae7a1954cf782f488dc42a3a6 model/core/op_adapter.h
     0a973337b3be27660ac105cd47f766b17130819b8f7ba91523010d652e72b53a model/core/op_adl.c
     d4a600a259b0e8a331d04d851d1df876c3e76a4c311a5865530ce3460f00e33a model/core/op_adl.h
     4508038a8d5153f583d0818d3c7ef5b40c37bf256ca168c1360fa9861cc3c096 model/core/op_bound.c
     c33eb23c9a942cddb4fe5513f4dbb8b314946cdcadd069a8a4cd3cd3cfe289cc model/core/op_bound.h
     0585aaa99d77268a7d429f7933ea279dfa747604b6630cc7558d213bf3c0b19f model/core/op_object.c
     1e1963da5b93302f629d3167e0212e44789fd2f16c5be7da8bc059f0e0f92347 model/core/op_object.h
     814e0023716a4c8b8be455760c00686022aedb24f1465c8530e58051de4b4203 model/core/op_object_view.c
     5eec4e20ceb3019396d57f531899ce6fb4d3c9003b9e7d65e120ae09b2243338 model/core/op_object_view.h
     5ef5aaab98c6caa23425e868169269619a460f884c1f240f0ce2e9146c7868ae model/core/op_pages.c
     da5833b70280a4afd0c86fd43497661d14356ff35fa8d9aaea469717fc268556 model/core/op_pages.h
     575a4d5d2aebf8bdb57ef19977aa5f0f602b5853088e33e09a9c99e74384e3c2 model/core/op_pin.c
     5dc0dbaae761d47541abc529ee68e91516af6371c6c4830ba4145c9813e49980 model/core/op_pin.h
     9091171cc3f7915c4015ca224d58b7b7f4976d4f1a1b24ebea4b56a416b50019 model/core/op_pointer.c
     780effe346d8f999fbb4add7272ab37b27924439ad37a884e5f6635509500679 model/core/op_pointer.h
     42cf3605d6693d3372139b12b1f4a7c7e58123367da284063f6bd6ebbfc29159 model/core/op_translate.c
     27aa07c44c1f7411dc35c8859e90f8be6390aaebeb7962bb70ce877b1be72c37 model/core/op_translate.h
     fdce616e7dd03f638cb7ce60a055e37b827fa3642f384a386f2e830efe56aea6 model/core/op_view.c
     6e161a5aa47bb3c205d4699a9b1852b2ccb75d3e429675565ef5195621a1c866 model/core/op_view.h
     1f7a3a7f7e25c73febbaba0291f6630ce24c0daa7355210d87e89f1a4642a29f model/core/outcome.c
     4f15214b406f84c0218143ba218dc32558f4fcc7dbb51b6398af3d1abdc32bde model/core/outcome.h
     8a7a2a04fde4bc26ff06320f700c7a040c9c0f911c7eb8151700213b56ceeed2 model/core/profile.h
     7c86e58532fb47937979a03df783980121438e41c16709f5de369676f6d2bc17 model/core/quarantine.c
     ff0921b6751ba1686fc41d476055e822e4883e0ce7b7fad040e983c2ba8a8f00 model/core/quarantine.h
     061eecb987b9a55257f93f96efc32aa5e6d670c42c22fbb1f1fbfabe07b13198 model/core/ranges.c
     29340d1e915f783712c9b71a83cb8ba292480ac0960fc0f4c36aebc03003b86f model/core/ranges.h
     d7cc47e8ef695539072271a53699697d2430b45e7040a3b99b1eb9575f1f8135 model/core/slots.c
     78dfcd7d3168efa3e407eca70dbf68009e043447e3e32642b811d969cd83c263 model/core/slots.h
     5f814f64a4fb931c02229d700146af128d822fa1db192e85bf9beb02ed4ef1a0 model/core/state.c
     e8db64834d412ebfd3d13b43104e94e8f9167a0c2e37a0ed69e7684a822109bd model/core/state.h
     7577db34309ea3f64982cea842fef1cf2801c2835b37b3655d6d03e4f810d004 model/core/status.h
     b0459d856b8e125a557e2f4bb525446b3226559fac53f0ff97b3026595a4ab55 model/core/step.c
     fe7d641f3903ef1b60925dce84aaeaae0596aef5a7cbde40d7922d42a38120d4 model/core/step.h
     534b2863a229c1761895791db89c664f9d22643760f7f231ef710a5ae3bde4da model/core/trace.c
     ccec92ebecbbe895e509021ff53503a1142712d41c9c8ae4a41bb85a520bc0ce model/core/trace.h
     16e4b78abd585ed0b86d77b55566fac095f8890cd13fbe84b3bf40b4eb45a3f1 model/core/translation.c
     769317c25ac62c98989d7b543475053f73cdbfbfd087e4afe0714cb71458ea60 model/core/translation.h
     1e838a7403c9506814b41c730b5e8249aa04683e42206ab530f540bcad8adbf5 model/core/translation_page.h
     949876e62740254bb26ec708e4b8460f9db3d404cdb423fa9a06c5f5d4647698 model/core/types.h
     3c410733b3ca768b6b45c6787cdab8ba1256cdb71b2e3871926dc1e75458d3ae model/core/views.c
     c860d50b2ff3732317fd7a7987a325c0bc0200dc1af3e01c7e265efa66e3bba2 model/core/views.h
     d8782117db3815fe013d30be0a250c26f58951610088de230ce331b70e8d931a model/core/zero.c
     16abf955552921e1241efa9ace49757a2364d0449353be58de0ddb2c31482103 model/core/zero.h
     df750ce4637207fb81d0bbfd3cb6db9ca147da4cb9858de7e3e3290f05afde1e model/ddi/accessors.c
     151d41b40c8446bbabff52555fded8c16fc29face909abbb396c774f2f13e777 model/ddi/adapter.c
     96987d54486cb59ca06412579ed4d0f1b8554ebffb3ea70963991a417e0cf858 model/ddi/adapter.h
     841c6ea3165aa894b73de7844e04557be5cfafb9cb671773c12881428ac707ae model/ddi/adl.c
     8b7271ca943666afdb22084cbeb6d763b1948ec273c57716251bfd8a80b852d2 model/ddi/adl.h
     144dbd23fb9cab699fc61466f013d5f9aff7b7b0518a28539d4aae01b0b3e29e model/ddi/allocate.c
     a541fb80365e5149fb16bd6f49b4f12cf84bca06ccdbdd0654dfa72694db12da model/ddi/allocate_adl.c
     81dcfd64e72d97d408f3b0f3b448ef5db057182e92eb2fcff168b883eb98b8bf model/ddi/call.c
     376ef905efcd19b1873646dd84c0347900fa470140181b9f8e4eb5e2ff1e5f19 model/ddi/call.h
     7c5189aed463d576065bfc473942ca31324e9322e762a573f713c3dc73493c77 model/ddi/clauses.c
     d26a77ba0fe4d7796189ddfcd211bc802bbe65d801808e6183d57cb3cef3c332 model/ddi/clauses.h
     dff68286c4f8aa04457d51bdd3ed582be10f4f64c2fd1057dfd3000e179c51b9 model/ddi/core.h
     576a658fa1d198440b6d437019760b0b0f171f2d94a50d2cb65d026361fd6cee model/ddi/device.c
     7229c82657b882003f10a999a0b5ad418917dbd3557fdd95165c1fd18e0f942c model/ddi/extension.h
     4acace80844fc5c8fd1b7914a0a6fcbbfe39eed81e45cdc9fa3670226323a0ff model/ddi/fault.c
     83273743817033510fb55b40956f237cec97d74057df31d919c2ba3f2caa4b9b model/ddi/fault.h
     15539053f1d8f7736f98b3dbb3adbbd75ceab4f680d3aa74150df592687be6eb model/ddi/frames.c
     b8d5cc3dc22529313fd0121d4ba7eb0cd4a7ad7c236ebbd92e53cfd6cd9ca544 model/ddi/frames.h
     1855b1772fb9742f0ee7dd2724468068d4ffafda34a78ecc3db8e0f7c5f3a8d9 model/ddi/handle.c
     593b3cdcf422e6ec2bdc73a5b0fb9efc9ca9ad49e6b0100ce053f5b9d6a25bbc model/ddi/handle.h
     c74a3f24fdbf6b683934edfab70fe47e26af37e4ec573bb6de1ba8aedd885535 model/ddi/information.c
     d28c566693e068511be86e4bf5e0b47231c4ca22864a5a972056d2e1be374213 model/ddi/interface.c
     b1ebeb8df5e0a624d232db63878a352e740a20473fd6b517d3625018e63935be model/ddi/iommu.c
     dcfd704791c804e14f9af7035dbaaf2ed3eecbd95ce88f3798b0f5e77de4a0e4 model/ddi/irql.c
     a8f0a4719116cc2a795acf0c42628d9242ae408e6f56cac538d283c130247dd3 model/ddi/lend.c
     48881d41b7361a68f37649cc99f624f4776dd5fafc1a1e384c59ab1a19883183 model/ddi/lend.h
     b111037bfa3e6d16c71ac2b4b0ffb135a4cc1e16c6809066ca013e34f404e73a model/ddi/live.c
     c1692e7992642d97352fb807d9a4ad70c2ff5dc2cb67e833258ce09ad5693dae model/ddi/live.h
     a410e8395634ae4c2923d2fdd3aa32436bb7ba2f18e130332b8a7ea45ac21250 model/ddi/mdl.c
     2c0cd9f036a820a5d84a6de4ff5b8725f6cde8a2f7983b7b046d382ca782e4a8 model/ddi/mdl.h
     0e52bc316c678e5af74e46e2f6c0d53be0b8e5aa57bfe8540325dea8e834ada2 model/ddi/mdls.c
     204aa33a4b734e957e7fb2131a63a652be3e86a94578978c290f03b4030178d3 model/ddi/mdls.h
     c84d5da1d2f57fc225f23c16231ef9c1175628ee2896347988a7a628e6ef45dc model/ddi/object.c
     e4ca8abf756114fc30172d0325a40b02052981ab538e258295b877aec3a1c8e3 model/ddi/object.h
     5c543819ed98a23d8b77ddd9776162ca0c72b0acfcefdb753a5f47c4c51f0ddb model/ddi/object_memory.c
     2f20e8df016d55c6c85ecf7d3a6ce3167149acec3c6acad957b3b2aeeb127c00 model/ddi/object_open.c
     4cea11e1ff9831977504c3380b6684be1613742e0279beb6c65ccbfc243d4bcf model/ddi/object_view.c
     59d5bc3a7e2588b526249744290024a1e46f3eb75f35d7b77de406b086cac407 model/ddi/pin.c
     3795d6db3441f12422e9d4c6a96e74935a77938a7072517bae1dc62a9109f18c model/ddi/place.c
     55a0f2495d6478ed1324bd19777a2967ad65443f0cc061051aeb0e8a032e565e model/ddi/place.h
     907ca8f6a3c7bbef83aed3c589d695deadf65b603cf0ce2a4d6ce5ef12782248 model/ddi/pointer.c
     ac220b129ee30a357b0e48c5eee766ae709da46b3fc970ac7c23e3e9a9f2e0f6 model/ddi/record.c
     eb7e9e7223838e4595d8f4d8b26914bd17e3b652e189ccfed0a5560812c83852 model/ddi/record.h
     ea0f44e968875a533e8e3aab9a614764db2acd43bcf3826400b72ffba79198b2 model/ddi/registers.c
     d2d2e21afbe3acc29d734ed9198fe1e6747abcc12a29ff44f38c1d7a64600902 model/ddi/registers.h
     e20c178d406129e35ba580b7f71a0b1c96f7c845fea1b79be4d0fc260ecc9026 model/ddi/release.c
     606f95387d5e218193f81426fe9baec32b059507eb37df076d61277ab329fbe2 model/ddi/release.h
     2dae617d13c8f213bbae4afbc13995ff11e0ce50204f22d9b52144a34a747c62 model/ddi/report.c
     5bde241dc88a3c971f93d9fd4b4842191395c6fcb089a45a360f4d6367adedd0 model/ddi/report.h
     c20aac5568a3eefa27dce16059cea5389b43646fa205685c852cf7fb56726ba5 model/ddi/resources.c
     c401ff2142e2b6906525df8b13807476c0b9133dfcb466faa66ee98529d05744 model/ddi/resources.h
     5a982bbef6e7dc613ab3bd49d8c804ab9dced6799ed632f972a6fcb703ed5121 model/ddi/status.c
     7a030693f5a97724314057981fba97bc7f01e85aacd90292a21d20a09d3b4ae1 model/ddi/status.h
     16ed127413245b7968f642cb97a988baf8b22358609d2e44bd45c9349f8e1f4b model/ddi/stop.c
     6df32d40549a5014f215a34723ba1094abc851db5d73434e162e4fbf4731b2da model/ddi/stop.h
     6d8a8f70cc21242cf41d6a706e855e5a4a5d05aa197c2c4ca818942b394c1e9b model/ddi/system.c
     4f84e2a01414cd5dc3b9a5cb6b93fd3d432b6b00f453993feb9641ddf0ea4765 model/ddi/system.h
     b5bacc3279edfefe733c4e7e0d803eb82c0e45a0df1076a6cecada1fb5f8d435 model/ddi/unmodelled.c
     b59d76a9dd0be7f977bd065ae8c8c452216087a538a6e6869a0223550beede18 model/ddi/unmodelled.h
     6d1aea8bd3d080924fac35f95137dd5148324a94fc4156faf5e5e307b6e97814 model/ddi/video.c
     7dcab3ff99eb5d6137d9f328186e460ded6ddf9de78658b3dbdc165a1e37fdd4 model/ddi/video_request.c
     a42fe345fbe706c8987e124c236c4d6b1c49fd16b7bca7d9786718e0e027e268 model/ddi/view.c
     451dfee39c912cf736386ac2b485a1164e966adc0cbc84a27c37f8d36e59bbb4 model/ddi/view.h
     bd75047ee948e1ccbf80e140634a9af4730bd4f6f59230436be0119292c63eec model/host/bits.c
     4f817e24da5222b07ae222a0465c52a1228b1d5fa9da36926e4653bffff88b97 model/host/device.c
     1e47fdc49b5fec1af40a30e1332a71ee3fbc498a48c0413d33a97100786d7a0c model/host/fault.c
     b471a134380b360ea5709a5e66b2c1ce2ccf01e2e3a88df77bd805177361cd71 model/host/foreign.c
     7ae031a07f8eb8392600e5e1012c2b016b554a6c988c459f1a0be2c892c3fbef model/host/history.c
     c96138412a67adcd786c3e3aa4ed0c3ae406f1309de473ce2f4b51da926d5b73 model/host/host.h
     cdb616efe71666ca2f1b6f09363a01dfc519433c7df83dd3a8b68681e7d24ef1 model/host/host_private.h
     80682ea1a58dbb5f4090f50218fd677dd4fc3868b5f59c8ae1e1444d98a34741 model/host/inject.c
     55319508b642ee9a5d2d335c778e12d5c8a003717baee007fdd1269ec6429908 model/host/kernel.c
     78f6032c2c181a7f7a262f66e18b286b4645ec1156819e76ba40492ebe8b58a1 model/host/machine.c
     6875dc2ddfbee4065cdc406cfbf827e5f22fea4496fae174ea9e070fa8c69189 model/host/memory.c
     369cc0bc4c38e4f01bc90803cb84862af4863759ef3df1bcc7117453bbf41dca model/host/physical.c
     19ceccdaf5b6b0f53e6ee2b8a7b5f06b9539d32c59dd984571992648903feb7c model/host/place.c
     04aa3dc06ca8ac5fb73446a5adca1aa7ff7c64f5af410be5372066c8a6cdb266 model/host/ports.c
     37ae0913e46afbb6d11385b8c294162051c3dcb25283ce71bd0ead33dfc9c7a2 model/host/random.c
     71b022d41f358280a800d6a7c0c211055343ccd1f477be5433940e8c6cf160ee model/host/readers.c
     1076b413e0c0846d355eaca59a5be4beff49db1cd7ad5559f5d5f9522d11ef65 model/host/readers.h
     095b7c57d3d1a75fbef44587b93fbbc92381c63db63390c5ecaaebaaea3d6dbe model/host/scatter.c
     8ae2b3e6d01a68a3c24ca9ae31e6a96592317ae7cb34fec142824fae07aa0c70 model/host/section.c
     4df8cf28265f43c90e18bcdafb97ba4e472992de1afa7548c99f2c6cde4b1e89 model/host/symbols.c
     091ce070b343426c0ef320b34eb4bbd81f8fa1f0d7a7d90380b06ea898d7156a model/host/sync.c
     49d4289fb3127c4958c471048e404c846b04de061e72f39c9140a0b03c1f717b model/host/table.c
     214ecc2c3a52fa8d53d5f3106ed4926a1afadd3f41e5af9a1f120434433ba6b2 model/host/text.c
     f2eea9ae5e982c35929ecf6139f8f8d34c17c7cfd3d01bfd6be5e261caf34587 model/host/view.c
     7da7063d2fed02a9ed08ca26cb2997b346c14fdc54c387b4ead56d9bde8b12c3 model/host/window.c
     34b8093267da53c574f724a0fd2df2f4dd4bc9fa20a69e3b2370bad645f8d021 spec/logic/adapter.h
     0ab25b879ca031a57422e03c3803a87c08f92594d4cadaa85561933b333d9cf3 spec/logic/check_adapter.h
     f09db382ff9b1a502cd38bd516ea9b8f57805f5b0cce32e66ca934ce65cd2610 spec/logic/domain.h
     b5f873c835a36bd741cc213413fd23d9b109ca53e52a302ae8549f804ae810f7 spec/logic/handle.h
     df4fa5ac4a4cc2f6454b0606b8a751501fd3fb73ebebd596fb13bb57ba0f4935 spec/logic/heap.h
     93d93e79b37d309bf45d44e59783ab01df7b1803e0cd187aa1e46eb5c13bb09c spec/logic/leak.h
     a9186a49256a0ba08c4c6c71a33aa221cf788717b1cef4ead28e755608b6ae0e spec/logic/links.h
     7331df62609b481bf4e4f6e8316fc87b7be9f1cd8f82dbd982ffcba83f94492a spec/logic/op_adapter.h
     8eb373453f076e96996307cceef73748979a20a7b987023bc6e9566002e49671 spec/logic/op_adl.h
     8149a2d5f7af75b3cd569a3ee2c5ff02bd8903e01c1b8decc06f7b54bd8f7b55 spec/logic/op_bound.h
     06d9c7aa0d158c05744f022d5db5d244e775e2c88352e104d87a67dbc7e1345d spec/logic/op_object.h
     02c7dd5fe359a0e99292368fc45c3dc9e57f5fd69714d87504198df40277e86d spec/logic/op_object_view.h
     a207c1894b82ccfef4d0b9f2891cdcf6fc62234d0c84a2ac98cfc20fa908e4c7 spec/logic/op_pages.h
     9e96a69e96fa6db3bb5de00092a9715e92fadb798e248be053b4604a1ddec9d5 spec/logic/op_pin.h
     c9f3eb1d1f9f3eac58be8b420d32da06f969e7ec0320d1cd08f4fedecb2673dd spec/logic/op_pointer.h
     bd1d0c0909d4b6a594d5ef789d71779dbb3d01a6c96fe241e6c172145f9dc17f spec/logic/op_translate.h
     c794d8d8ce6742f36a7c90526e2d3e82330af376d931f6402508f39287ed297b spec/logic/op_view.h
     4ac2ba4515d19f25e00d66dc264c75323e371c48701d7c653829d182f5c90514 spec/logic/quarantine.h
     73bb1e8d6d6d249640ae92f7f6dc24080d745bac12261e46b46cefcf1e5238fa spec/logic/ranges.h
     aed856d0c0f707833e59e58fda3a89c73f8bd595d8eb0240c5ef84048410c9ae spec/logic/slots.h
     333d60f7ff818d63426e94384a5721671f98aa0fed17c2187df7f936d067d7cd spec/logic/state.h
     03fda9173ff856d956b9d2748a900adb7a619886e413248d6deaf56af05ec70c spec/logic/step.h
     2cb1e0d6815fc3e4ffce72b4df72dccf96340b3a2e0ad22c14316990e13191fa spec/logic/theorems.h
     656cb05b252dbc0eded9acb738343b11b53a9a5803db56b3a5e9a871817ffa0c spec/logic/trace.h
     c38810678571935601767ea11a7429f397648b80c6693980d903cea368809b50 spec/logic/translation.h
     deba1f30de24e7d9fde59b6aab660063cf8453407fbce4887f96628b1bcc324b spec/logic/views.h
     538404782a3aca44bfdac5bc715276921ddf53e5d75021d97a14174e239f1ba9 spec/logic/xlate.h
     ca00cf53cd3057dcc5b8c81710dff9330c1237fe6255da23026103468931bc6e spec/logic/zero.h
*/
#include "dxgmap_config.h"

#if DXGMAP_HOST && !defined(_GNU_SOURCE)
#define _GNU_SOURCE
#endif

/* dxgmap: begin model/core/adapter.c sha256 75e84f0ce7cfd0a9ed2115dafd585af2b32d7ba612f7cfd5896bb1da08d016e2 */
/* #include "adapter.h" */
/* dxgmap: begin model/core/adapter.h sha256 e242c1fbaaa070ef1379ae1f0e9545016489bc957c79e7df0c1845638a687930 */
#ifndef DXGMAP_ADAPTER_H
#define DXGMAP_ADAPTER_H

#include <stdint.h>

/* #include "domain.h" */
/* dxgmap: begin model/core/domain.h sha256 d8cf25ecb3b8096bb29172745ad01c7397c22c52456e6417d0788882fcf2a598 */
#ifndef DXGMAP_DOMAIN_H
#define DXGMAP_DOMAIN_H

#include <stdint.h>

/* #include "profile.h" */
/* dxgmap: begin model/core/profile.h sha256 8a7a2a04fde4bc26ff06320f700c7a040c9c0f911c7eb8151700213b56ceeed2 */
#ifndef DXGMAP_PROFILE_H
#define DXGMAP_PROFILE_H

/* The sizes of the model's arrays. Every profile is proved, the small one for the tests that run on it; memory is touched
   only where it is used, so a large profile costs address space, not memory. */

#define DXGMAP_ADAPTERS 8u   /* adapters in the table, 1 .. 127 */
#define DXGMAP_CHAIN 64u     /* physical adapters in one linked chain */
#define DXGMAP_RESOURCES 16u /* memory and I/O ranges that one adapter owns */

/* Physical memory objects belong to no adapter; they have a place of their own behind those of the adapters. */
#define DXGMAP_MACHINE DXGMAP_ADAPTERS
#define DXGMAP_PLACES (DXGMAP_ADAPTERS + 1u)

#if defined(DXGMAP_PROFILE_SMALL)
#define DXGMAP_SLOTS 32u     /* live mappings of one adapter, below 2^24 - 1 */
#define DXGMAP_PAGES 64u     /* physical pages, below 2^32 - 1 */
#define DXGMAP_CELLS 64u     /* logical pages of one adapter, the first of which is never given out, below 2^32 - 1 */
#define DXGMAP_BLOCK 8u      /* logical pages of one block of a translation, a divisor of DXGMAP_CELLS */
#define DXGMAP_WINDOW 32u    /* pages of one adapter's window of CPU views */
#define DXGMAP_APART 1u      /* words that every array with an entry a slot or a page has more, never used */
#define DXGMAP_QUARANTINE 4u /* released ranges of logical pages that may wait before they are used again, 1 or more */
#else
#define DXGMAP_SLOTS 1048576u   /* 2^20 */
#define DXGMAP_PAGES 67108864u  /* 2^26: 256 GiB */
#define DXGMAP_CELLS 67108864u  /* 2^26 */
#define DXGMAP_BLOCK 512u       /* 2 MiB: the directory of 2^26 pages is half a megabyte, so that caches hold it */
#define DXGMAP_WINDOW 16777216u /* 2^24: 64 GiB */
#define DXGMAP_QUARANTINE 1024u
/* 13 cache lines: arrays whose sizes are powers of two would have entries of one index at addresses that are the same in
   their low bits, where caches take them for rivals and loads wait for stores of another array. */
#define DXGMAP_APART 208u
#endif

#define DXGMAP_BLOCKS (DXGMAP_CELLS / DXGMAP_BLOCK)

#endif
/* dxgmap: end model/core/profile.h */
/* #include "quarantine.h" */
/* dxgmap: begin model/core/quarantine.h sha256 ff0921b6751ba1686fc41d476055e822e4883e0ce7b7fad040e983c2ba8a8f00 */
#ifndef DXGMAP_QUARANTINE_H
#define DXGMAP_QUARANTINE_H

/* #include "ranges.h" */
/* dxgmap: begin model/core/ranges.h sha256 29340d1e915f783712c9b71a83cb8ba292480ac0960fc0f4c36aebc03003b86f */
#ifndef DXGMAP_RANGES_H
#define DXGMAP_RANGES_H

/* #include "heap.h" */
/* dxgmap: begin model/core/heap.h sha256 70135139a913ff28c239f5e73413346653388327be1112f07f1fb3ff0f843ec7 */
#ifndef DXGMAP_HEAP_H
#define DXGMAP_HEAP_H

#include <stdint.h>

/* #include "profile.h" */

/* Id 0 is the head of the ring (ranges.h), ids 1 .. DXGMAP_QUARANTINE are for runs that wait (quarantine.h), and each slot
   has one id. */
#define DXGMAP_FIRST (DXGMAP_QUARANTINE + 1u) /* the id of slot 0 */
#define DXGMAP_ID(slot) ((slot) + DXGMAP_FIRST)
#define DXGMAP_HEAP_IDS (DXGMAP_SLOTS + DXGMAP_FIRST)

/* A max-heap of gaps, in pages, over the ids 0 .. high - 1. Ids from high on were never touched, so all-zero memory is
   the empty heap. Position p of the heap has its children at 2p + 1 and 2p + 2. */
typedef struct {
  uint32_t count;                                 /* ids with a gap: the heap is order[0 .. count - 1] */
  uint32_t high;                                  /* high-water mark */
  uint32_t order[DXGMAP_HEAP_IDS + DXGMAP_APART]; /* the id at each position, a permutation of 0 .. high - 1 */
  uint32_t place[DXGMAP_HEAP_IDS + DXGMAP_APART]; /* the position of each id */
  uint32_t gap[DXGMAP_HEAP_IDS + DXGMAP_APART];   /* the gap of each id, 0 when it has none */
} dxgmap_heap;

/* #include "logic/heap.h" */
/* dxgmap: begin spec/logic/heap.h sha256 df4fa5ac4a4cc2f6454b0606b8a751501fd3fb73ebebd596fb13bb57ba0f4935 */
#ifndef DXGMAP_LOGIC_HEAP_H
#define DXGMAP_LOGIC_HEAP_H

/*@
  predicate HeapPerm(dxgmap_heap h) =
       (\forall integer p; 0 <= p < h.high ==> 0 <= h.order[p] < h.high && h.place[h.order[p]] == p)
    && (\forall integer i; 0 <= i < h.high ==> 0 <= h.place[i] < h.high && h.order[h.place[i]] == i);

  logic integer HeapKey(dxgmap_heap h, integer p) = h.gap[h.order[p]];
  logic integer HeapParent(integer q) = (q - 1) / 2;

  // the edge from q to its parent is in order
  predicate HeapEdge(dxgmap_heap h, integer q) = HeapKey(h, HeapParent(q)) >= HeapKey(h, q);
  predicate HeapEdges(dxgmap_heap h) = \forall integer q; 1 <= q < h.count ==> HeapEdge(h, q);
  predicate HeapChildren(dxgmap_heap h, integer p) =
    \forall integer q; 1 <= q < h.count && HeapParent(q) == p ==> HeapEdge(h, q);

  // every edge but those that touch p is in order, and the children of p are below its parent: what a sift preserves
  predicate HeapEdgesBut(dxgmap_heap h, integer p) =
       (\forall integer q; 1 <= q < h.count && q != p && HeapParent(q) != p ==> HeapEdge(h, q))
    && (p > 0 ==>
        \forall integer q; 1 <= q < h.count && HeapParent(q) == p ==> HeapKey(h, HeapParent(p)) >= HeapKey(h, q));

  predicate HeapMembers(dxgmap_heap h) =
    \forall integer i; 0 <= i < h.high ==> (h.place[i] < h.count <==> h.gap[i] > 0);
  predicate HeapUntouched(dxgmap_heap h) = \forall integer i; h.high <= i < DXGMAP_HEAP_IDS ==> h.gap[i] == 0;

  predicate HeapOk(dxgmap_heap h) =
    0 <= h.count <= h.high <= DXGMAP_HEAP_IDS && HeapPerm(h) && HeapEdges(h) && HeapMembers(h) && HeapUntouched(h);

  // the same ids have a gap
  predicate HeapSameMembers(dxgmap_heap a, dxgmap_heap b) =
    \forall integer i; 0 <= i < a.high ==> (b.place[i] < b.count <==> a.place[i] < a.count);
*/

#endif
/* dxgmap: end spec/logic/heap.h */

/* Takes one more id into the heap, without a gap. */
/*@ requires valid: \valid(heap);
    requires ok: HeapOk(*heap);
    requires room: heap->high < DXGMAP_HEAP_IDS;
    terminates \true;
    exits \false;
    assigns heap->high, heap->order[heap->high], heap->place[heap->high];
    ensures ok: HeapOk(*heap);
    ensures grown: heap->high == \old(heap->high) + 1; */
void dxgmap_heap_grow(dxgmap_heap *heap);

/* Gives id the gap that it is told, 0 for none. */
/*@ requires valid: \valid(heap);
    requires ok: HeapOk(*heap);
    requires known: id < heap->high;
    terminates \true;
    exits \false;
    assigns *heap;
    ensures ok: HeapOk(*heap);
    ensures high: heap->high == \old(heap->high);
    ensures set: heap->gap[id] == gap;
    ensures same: \forall integer k; 0 <= k < DXGMAP_HEAP_IDS && k != id ==> heap->gap[k] == \old(heap->gap[k]); */
void dxgmap_heap_set(dxgmap_heap *heap, uint32_t id, uint32_t gap);

/* The gap of one id goes to another that has none, and may shrink on the way: one sift where setting both would be
   two. */
/*@ requires valid: \valid(heap);
    requires ok: HeapOk(*heap);
    requires known: from < heap->high && to < heap->high && from != to;
    requires none: heap->gap[to] == 0;
    requires shrink: gap <= heap->gap[from];
    terminates \true;
    exits \false;
    assigns *heap;
    ensures ok: HeapOk(*heap);
    ensures high: heap->high == \old(heap->high);
    ensures set: heap->gap[from] == 0 && heap->gap[to] == gap;
    ensures same: \forall integer k;
      0 <= k < DXGMAP_HEAP_IDS && k != from && k != to ==> heap->gap[k] == \old(heap->gap[k]); */
void dxgmap_heap_pass(dxgmap_heap *heap, uint32_t from, uint32_t to, uint32_t gap);

/* Two ids' gaps become one that belongs to the second. */
/*@ requires valid: \valid(heap);
    requires ok: HeapOk(*heap);
    requires known: from < heap->high && into < heap->high && from != into;
    terminates \true;
    exits \false;
    assigns *heap;
    ensures ok: HeapOk(*heap);
    ensures high: heap->high == \old(heap->high);
    ensures set: heap->gap[from] == 0 && heap->gap[into] == gap;
    ensures same: \forall integer k;
      0 <= k < DXGMAP_HEAP_IDS && k != from && k != into ==> heap->gap[k] == \old(heap->gap[k]); */
void dxgmap_heap_merge(dxgmap_heap *heap, uint32_t from, uint32_t into, uint32_t gap);

/* An id that has the largest gap, or DXGMAP_HEAP_IDS when no id has one. */
/*@ requires valid: \valid(heap);
    requires ok: HeapOk(*heap);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures range: \result <= DXGMAP_HEAP_IDS;
    ensures some: \result < DXGMAP_HEAP_IDS ==> \result < heap->high && heap->gap[\result] > 0;
    ensures largest: \result < DXGMAP_HEAP_IDS ==>
      \forall integer k; 0 <= k < DXGMAP_HEAP_IDS ==> heap->gap[k] <= heap->gap[\result];
    ensures none: \result == DXGMAP_HEAP_IDS ==> \forall integer k; 0 <= k < DXGMAP_HEAP_IDS ==> heap->gap[k] == 0; */
uint32_t dxgmap_heap_largest(const dxgmap_heap *heap);

/* An id whose gap is at least `least`, and no larger than one way down the heap leads to: each step goes to the smaller
   child that is still large enough. DXGMAP_HEAP_IDS when no gap is large enough. Measured over a million maps and unmaps
   with 90 % of the pages in use: cutting the largest gap refused 29 % of runs of 256 pages and less, this none. */
/*@ requires valid: \valid(heap);
    requires ok: HeapOk(*heap);
    requires least: least >= 1;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures range: \result <= DXGMAP_HEAP_IDS;
    ensures some: \result < DXGMAP_HEAP_IDS ==> \result < heap->high && heap->gap[\result] >= least;
    ensures none: \result == DXGMAP_HEAP_IDS
                  ==> \forall integer k; 0 <= k < DXGMAP_HEAP_IDS ==> heap->gap[k] < least; */
uint32_t dxgmap_heap_fit(const dxgmap_heap *heap, uint32_t least);

#endif
/* dxgmap: end model/core/heap.h */

#define DXGMAP_RANGE_HEAD 0u /* owns page 0, which is never given out, and the gap before the first run */

/* The runs that wait (quarantine.h); kept here, and not touched by the functions of this file. */
typedef struct {
  uint32_t oldest; /* 0 .. DXGMAP_QUARANTINE - 1: id 1 + oldest has waited longest */
  uint32_t count;  /* how many wait */
  uint32_t limit;  /* how many may */
} dxgmap_waiting;

/* Which ids hold which runs of the pages 1 .. limit - 1; at most one run an id, ids 1 .. DXGMAP_HEAP_IDS - 1. The live
   ids and the head lie on a ring in address order, and each of them owns the gap between its run and the next. A run is
   cut from a gap that holds it (dxgmap_heap_fit), so an allocation fails only where no gap is long enough. Nothing is kept
   for each page: every call costs O(log live) at worst and O(1) as a rule (the first use of an id above all earlier ones
   also passes over those between). Zeroed memory has no live id and no page to give out; the first allocation that a
   limit allows starts the ring. */
typedef struct {
  dxgmap_heap heap; /* the gaps; its high-water mark is above every live id */
  uint32_t limit;   /* pages that there are, page 0 among them; at most DXGMAP_CELLS */
  dxgmap_waiting waiting;
  uint32_t base[DXGMAP_HEAP_IDS + DXGMAP_APART];   /* first page of each live id */
  uint32_t length[DXGMAP_HEAP_IDS + DXGMAP_APART]; /* pages of each live id, 0 when it is not live */
  uint32_t next[DXGMAP_HEAP_IDS + DXGMAP_APART];   /* ring of the live ids and the head */
  uint32_t prev[DXGMAP_HEAP_IDS + DXGMAP_APART];
} dxgmap_ranges;

/* #include "logic/ranges.h" */
/* dxgmap: begin spec/logic/ranges.h sha256 73bb1e8d6d6d249640ae92f7f6dc24080d745bac12261e46b46cefcf1e5238fa */
#ifndef DXGMAP_LOGIC_RANGES_H
#define DXGMAP_LOGIC_RANGES_H

/*@
  // ---- what callers speak of ----

  predicate RunLive(dxgmap_ranges r, integer i) = 1 <= i < DXGMAP_HEAP_IDS && r.length[i] > 0;
  predicate RunCovers(dxgmap_ranges r, integer i, integer page) =
    RunLive(r, i) && r.base[i] <= page < r.base[i] + r.length[i];

  predicate RunPageFree(dxgmap_ranges r, integer page) = 1 <= page && \forall integer i; !RunCovers(r, i, page);
  predicate RunFree(dxgmap_ranges r, integer first, integer pages) =
    \forall integer page; first <= page < first + pages ==> RunPageFree(r, page);

  // every id but x and y holds what it held
  predicate RunOthersTwo(dxgmap_ranges a, dxgmap_ranges b, integer x, integer y) =
    \forall integer i; 1 <= i < DXGMAP_HEAP_IDS && i != x && i != y ==>
      b.length[i] == a.length[i] && b.base[i] == a.base[i];
  predicate RunOthers(dxgmap_ranges a, dxgmap_ranges b, integer x) = RunOthersTwo(a, b, x, x);

  // how many pages there are, and what waits: no call on a run changes them
  predicate RunsSame(dxgmap_ranges a, dxgmap_ranges b) = b.limit == a.limit && b.waiting == a.waiting;

  // ---- how it is kept: the head and the live ids tile the pages, each with its run and the gap after it ----

  predicate RunOn(dxgmap_ranges r, integer i) = i == DXGMAP_RANGE_HEAD || RunLive(r, i);
  logic integer RunEnd(dxgmap_ranges r, integer i) = r.base[i] + r.length[i] + r.heap.gap[i];
  predicate RunOwns(dxgmap_ranges r, integer i, integer page) = RunOn(r, i) && r.base[i] <= page < RunEnd(r, i);
  predicate RunHas(dxgmap_ranges r, integer page) = \exists integer i; RunOwns(r, i, page);

  predicate RunsHead(dxgmap_ranges r) = r.base[DXGMAP_RANGE_HEAD] == 0 && r.length[DXGMAP_RANGE_HEAD] == 1;
  predicate RunsKnown(dxgmap_ranges r) = \forall integer i; RunOn(r, i) ==> i < r.heap.high;
  predicate RunsIdle(dxgmap_ranges r) =
    \forall integer i; 1 <= i < DXGMAP_HEAP_IDS && r.length[i] == 0 ==> r.heap.gap[i] == 0;
  predicate RunsRing(dxgmap_ranges r) = \forall integer i; RunOn(r, i) ==>
       RunOn(r, r.next[i]) && r.prev[r.next[i]] == i
    && RunOn(r, r.prev[i]) && r.next[r.prev[i]] == i;
  predicate RunsTile(dxgmap_ranges r) = \forall integer i; RunOn(r, i) ==>
       RunEnd(r, i) == (r.next[i] == DXGMAP_RANGE_HEAD ? r.limit : r.base[r.next[i]])
    && RunEnd(r, i) <= r.limit;
  predicate RunsApart(dxgmap_ranges r) = \forall integer i, j; RunOn(r, i) && RunOn(r, j) && i != j ==>
    RunEnd(r, i) <= r.base[j] || RunEnd(r, j) <= r.base[i];
  predicate RunsFull(dxgmap_ranges r) = \forall integer page; 0 <= page < r.limit ==> RunHas(r, page);

  predicate RunsStarted(dxgmap_ranges r) =
       0 <= r.limit <= DXGMAP_CELLS && HeapOk(r.heap) && RunsHead(r) && RunsKnown(r) && RunsIdle(r) && RunsRing(r)
    && RunsTile(r) && RunsApart(r) && RunsFull(r);

  // not started: zeroed memory, but for the limit
  predicate RunsZero(dxgmap_ranges r) =
    0 <= r.limit <= DXGMAP_CELLS && r.heap.count == 0 && r.heap.high == 0
    && \forall integer i; 0 <= i < DXGMAP_HEAP_IDS ==>
       r.heap.order[i] == 0 && r.heap.place[i] == 0 && r.heap.gap[i] == 0
    && r.base[i] == 0 && r.length[i] == 0 && r.next[i] == 0 && r.prev[i] == 0;

  predicate RunsOk(dxgmap_ranges r) = RunsZero(r) || RunsStarted(r);
*/

#endif
/* dxgmap: end spec/logic/ranges.h */

/* Gives id a run of this many pages and answers its first page, or DXGMAP_CELLS, with nothing changed, when no free run
   is long enough. Ids need not come in order. */
/*@ requires valid: \valid(ranges);
    requires ok: RunsOk(*ranges);
    requires id: 1 <= id < DXGMAP_HEAP_IDS;
    requires idle: !RunLive(*ranges, id);
    requires pages: 1 <= pages;
    terminates \true;
    exits \false;
    assigns *ranges;
    ensures ok: RunsOk(*ranges);
    ensures range: \result <= DXGMAP_CELLS;
    ensures bounds: \result < DXGMAP_CELLS ==> 1 <= \result && \result + pages <= ranges->limit;
    ensures sound: \result < DXGMAP_CELLS ==> RunFree(\old(*ranges), \result, pages);
    ensures set: \result < DXGMAP_CELLS ==> ranges->base[id] == \result && ranges->length[id] == pages;
    ensures others: RunOthers(\old(*ranges), *ranges, id);
    ensures same: RunsSame(\old(*ranges), *ranges);
    ensures unchanged: \result == DXGMAP_CELLS ==> *ranges == \old(*ranges);
    ensures complete: \result == DXGMAP_CELLS ==>
      \forall integer first; 0 <= first && first + pages <= ranges->limit ==> !RunFree(*ranges, first, pages); */
uint32_t dxgmap_ranges_alloc(dxgmap_ranges *ranges, uint32_t id, uint32_t pages);

/* Takes the run of a live id back; its gap and the gap before it become one. */
/*@ requires valid: \valid(ranges);
    requires ok: RunsOk(*ranges);
    requires id: 1 <= id < DXGMAP_HEAP_IDS;
    requires live: RunLive(*ranges, id);
    terminates \true;
    exits \false;
    assigns *ranges;
    ensures ok: RunsOk(*ranges);
    ensures gone: ranges->length[id] == 0;
    ensures others: RunOthers(\old(*ranges), *ranges, id);
    ensures same: RunsSame(\old(*ranges), *ranges); */
void dxgmap_ranges_free(dxgmap_ranges *ranges, uint32_t id);

/* The run of one id goes to another, which has none and was passed over before. */
/*@ requires valid: \valid(ranges);
    requires ok: RunsOk(*ranges);
    requires from: 1 <= from < DXGMAP_HEAP_IDS && RunLive(*ranges, from);
    requires to: 1 <= to < ranges->heap.high && !RunLive(*ranges, to);
    terminates \true;
    exits \false;
    assigns *ranges;
    ensures ok: RunsOk(*ranges);
    ensures gone: ranges->length[from] == 0;
    ensures set: ranges->base[to] == \old(ranges->base[from]) && ranges->length[to] == \old(ranges->length[from]);
    ensures others: RunOthersTwo(\old(*ranges), *ranges, from, to);
    ensures same: RunsSame(\old(*ranges), *ranges); */
void dxgmap_ranges_rename(dxgmap_ranges *ranges, uint32_t from, uint32_t to);

/* Says how many pages there are, while no id has a run. */
/*@ requires valid: \valid(ranges);
    requires ok: RunsOk(*ranges);
    requires idle: \forall integer i; !RunLive(*ranges, i);
    requires limit: 1 <= limit <= DXGMAP_CELLS;
    terminates \true;
    exits \false;
    assigns *ranges;
    ensures ok: RunsOk(*ranges);
    ensures idle: \forall integer i; 1 <= i < DXGMAP_HEAP_IDS ==> ranges->length[i] == 0;
    ensures others: RunOthers(\old(*ranges), *ranges, DXGMAP_RANGE_HEAD);
    ensures limit: ranges->limit == limit;
    ensures waiting: ranges->waiting == \old(ranges->waiting); */
void dxgmap_ranges_bound(dxgmap_ranges *ranges, uint32_t limit);

/* Facts for the proofs of callers; none of these runs. */
/*@ ghost
  // no page belongs to two ids, and every run is inside
  /@ requires valid: \valid(ranges);
     requires ok: RunsOk(*ranges);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures apart: \forall integer i, j, page;
       RunCovers(*ranges, i, page) && RunCovers(*ranges, j, page) ==> i == j;
     ensures inside: \forall integer i; RunLive(*ranges, i) ==>
       1 <= ranges->base[i] && ranges->base[i] + ranges->length[i] <= ranges->limit <= DXGMAP_CELLS; @/
  void dxgmap_ranges_apart(const dxgmap_ranges *ranges);
*/

#endif
/* dxgmap: end model/core/ranges.h */

/* The runs of the slots, with a quarantine: a released run waits before its pages are used again, so that a device which
   still accesses them after the release meets a page that nothing is mapped at. At most waiting.limit runs wait, the
   oldest leaves first; and all that is needed leave before an allocation fails for want of their pages. */

/* #include "logic/quarantine.h" */
/* dxgmap: begin spec/logic/quarantine.h sha256 4ac2ba4515d19f25e00d66dc264c75323e371c48701d7c653829d182f5c90514 */
#ifndef DXGMAP_LOGIC_QUARANTINE_H
#define DXGMAP_LOGIC_QUARANTINE_H

/*@
  // ---- what callers speak of: the ids of the slots; a page of a run that waits is free ----

  predicate RangeLive(dxgmap_ranges r, integer i) = DXGMAP_FIRST <= i < DXGMAP_HEAP_IDS && r.length[i] > 0;
  predicate RangeCovers(dxgmap_ranges r, integer i, integer page) =
    RangeLive(r, i) && r.base[i] <= page < r.base[i] + r.length[i];

  predicate RangePageFree(dxgmap_ranges r, integer page) = 1 <= page && \forall integer i; !RangeCovers(r, i, page);
  predicate RangeFree(dxgmap_ranges r, integer first, integer pages) =
    \forall integer page; first <= page < first + pages ==> RangePageFree(r, page);
  // a free run of so many pages exists
  predicate RangeRoom(dxgmap_ranges r, integer pages) =
    \exists integer s; 0 <= s && s + pages <= r.limit && RangeFree(r, s, pages);

  // so many pages are free from the end of the run of i
  predicate RangeRoomAfter(dxgmap_ranges r, integer i, integer pages) =
    r.base[i] + r.length[i] + pages <= r.limit && RangeFree(r, r.base[i] + r.length[i], pages);

  // every id of a slot but x holds what it held
  predicate RangeOthers(dxgmap_ranges a, dxgmap_ranges b, integer x) =
    \forall integer i; DXGMAP_FIRST <= i < DXGMAP_HEAP_IDS && i != x ==>
      b.length[i] == a.length[i] && b.base[i] == a.base[i];
  predicate RangeLimits(dxgmap_ranges a, dxgmap_ranges b) =
    b.limit == a.limit && b.waiting.limit == a.waiting.limit;

  // ---- how it is kept: the ids that wait stand in a row, which goes on at the front of the places ----

  predicate WaitingId(integer i) = 1 <= i < DXGMAP_FIRST;
  predicate InRow(integer oldest, integer count, integer i) =
    oldest < i <= oldest + count || i + DXGMAP_QUARANTINE <= oldest + count;
  predicate Waits(dxgmap_waiting w, integer i) = InRow(w.oldest, w.count, i);
  predicate WaitingBounds(dxgmap_waiting w) =
    0 <= w.count <= w.limit <= DXGMAP_QUARANTINE && 0 <= w.oldest < DXGMAP_QUARANTINE;
  predicate WaitingRuns(dxgmap_ranges r) =
    \forall integer i; 1 <= i < DXGMAP_FIRST ==> (r.length[i] > 0 <==> Waits(r.waiting, i));

  predicate RangesOk(dxgmap_ranges r) = RunsOk(r) && WaitingBounds(r.waiting) && WaitingRuns(r);

  // zeroed memory, but for the limits
  predicate RangesZero(dxgmap_ranges r) =
    RunsZero(r) && r.waiting.oldest == 0 && r.waiting.count == 0 && 0 <= r.waiting.limit <= DXGMAP_QUARANTINE;
*/

#endif
/* dxgmap: end spec/logic/quarantine.h */

/* Gives the slot's id a run of this many pages and answers its first page, or DXGMAP_CELLS, with nothing changed, when
   no run is long enough, were nothing to wait. That is asked only when what is free outright does not do; then it costs
   time in proportion to the runs that wait. */
/*@ requires valid: \valid(ranges);
    requires ok: RangesOk(*ranges);
    requires id: DXGMAP_FIRST <= id < DXGMAP_HEAP_IDS;
    requires idle: !RangeLive(*ranges, id);
    requires pages: 1 <= pages;
    terminates \true;
    exits \false;
    assigns *ranges;
    ensures ok: RangesOk(*ranges);
    ensures range: \result <= DXGMAP_CELLS;
    ensures bounds: \result < DXGMAP_CELLS ==> 1 <= \result && \result + pages <= ranges->limit <= DXGMAP_CELLS;
    ensures sound: \result < DXGMAP_CELLS ==> RangeFree(\old(*ranges), \result, pages);
    ensures set: \result < DXGMAP_CELLS ==> ranges->base[id] == \result && ranges->length[id] == pages;
    ensures others: RangeOthers(\old(*ranges), *ranges, id);
    ensures limits: RangeLimits(\old(*ranges), *ranges);
    ensures unchanged: \result == DXGMAP_CELLS ==> *ranges == \old(*ranges);
    ensures complete: \result == DXGMAP_CELLS <==> !RangeRoom(\old(*ranges), pages); */
uint32_t dxgmap_quarantine_alloc(dxgmap_ranges *ranges, uint32_t id, uint32_t pages);

/* Takes the run of a slot's live id: it waits, if any may. */
/*@ requires valid: \valid(ranges);
    requires ok: RangesOk(*ranges);
    requires id: DXGMAP_FIRST <= id < DXGMAP_HEAP_IDS;
    requires live: RangeLive(*ranges, id);
    terminates \true;
    exits \false;
    assigns *ranges;
    ensures ok: RangesOk(*ranges);
    ensures gone: ranges->length[id] == 0;
    ensures others: RangeOthers(\old(*ranges), *ranges, id);
    ensures limits: RangeLimits(\old(*ranges), *ranges);
    ensures waits: ranges->waiting.limit > 0 ==>
      \exists integer w; 1 <= w < DXGMAP_FIRST && ranges->base[w] == \old(ranges->base[id])
                      && ranges->length[w] == \old(ranges->length[id]); */
void dxgmap_quarantine_release(dxgmap_ranges *ranges, uint32_t id);

/* Says how many pages there are and how many runs may wait, while no slot has a run. What waited is free. */
/*@ requires valid: \valid(ranges);
    requires ok: RangesOk(*ranges);
    requires idle: \forall integer i; DXGMAP_FIRST <= i < DXGMAP_HEAP_IDS ==> ranges->length[i] == 0;
    requires limit: 1 <= limit <= DXGMAP_CELLS;
    requires waiting: waiting <= DXGMAP_QUARANTINE;
    terminates \true;
    exits \false;
    assigns *ranges;
    ensures ok: RangesOk(*ranges);
    ensures idle: \forall integer i; DXGMAP_FIRST <= i < DXGMAP_HEAP_IDS ==> ranges->length[i] == 0;
    ensures others: RangeOthers(\old(*ranges), *ranges, DXGMAP_RANGE_HEAD);
    ensures limits: ranges->limit == limit && ranges->waiting.limit == waiting;
    ensures none: ranges->waiting.count == 0; */
void dxgmap_quarantine_open(dxgmap_ranges *ranges, uint32_t limit, uint32_t waiting);

/* A fact for the proofs of callers; it does not run. */
/*@ ghost
  // no page belongs to two ids, and every run is inside
  /@ requires valid: \valid(ranges);
     requires ok: RangesOk(*ranges);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures apart: \forall integer i, j, page;
       RangeCovers(*ranges, i, page) && RangeCovers(*ranges, j, page) ==> i == j;
     ensures inside: \forall integer i; RangeLive(*ranges, i) ==>
       1 <= ranges->base[i] && ranges->base[i] + ranges->length[i] <= ranges->limit <= DXGMAP_CELLS; @/
  void dxgmap_quarantine_apart(const dxgmap_ranges *ranges);
*/

#endif
/* dxgmap: end model/core/quarantine.h */
/* #include "translation.h" */
/* dxgmap: begin model/core/translation.h sha256 769317c25ac62c98989d7b543475053f73cdbfbfd087e4afe0714cb71458ea60 */
#ifndef DXGMAP_TRANSLATION_H
#define DXGMAP_TRANSLATION_H

#include <stdint.h>

/* #include "profile.h" */

/* What logical pages are mapped to, complete: a word for each block of DXGMAP_BLOCK logical pages, and an entry for
   each page, which counts only while the word of its block says so. A block that is mapped to one run of pages, or to
   nothing, costs one word. Memory of zeros maps nothing.

   One thread at a time changes a translation; any number may call dxgmap_translation_find meanwhile, without a lock,
   and each is told what the page was mapped to before the change or what it is mapped to after it. So all entries of a
   block are written before the word that makes them count. That order is model-checked and tested, not proved: the
   proof is of one thread. spec/protocol.md says what exactly a reader may rely on. The extents are for the thread that
   changes: no change may run beside them. */

/* A word of the directory; a block that is mapped to the pages first, first + 1, ... has first +
   DXGMAP_TRANSLATION_RUN. */
#define DXGMAP_TRANSLATION_EMPTY 0u /* nothing is mapped, whatever the entries say */
#define DXGMAP_TRANSLATION_TABLE 1u /* the entries say it */
#define DXGMAP_TRANSLATION_RUN 2u

/* A word a block. */
typedef struct {
  uint32_t word[DXGMAP_BLOCKS + DXGMAP_APART];
} dxgmap_directory;

/* An entry a logical page: 0, or the physical page number + 1. */
typedef struct {
  uint32_t value[DXGMAP_CELLS + DXGMAP_APART];
} dxgmap_entries;

typedef struct {
  dxgmap_directory directory;
  dxgmap_entries entries;
} dxgmap_translation;

/* Logical pages that are mapped to one run of physical pages, or all to nothing. */
typedef struct {
  uint32_t first; /* logical page */
  uint32_t pages;
  uint32_t value; /* physical page + 1 of the first, 0 for nothing */
} dxgmap_extent;

/* #include "logic/translation.h" */
/* dxgmap: begin spec/logic/translation.h sha256 c38810678571935601767ea11a7429f397648b80c6693980d903cea368809b50 */
#ifndef DXGMAP_LOGIC_TRANSLATION_H
#define DXGMAP_LOGIC_TRANSLATION_H

/* The translation: what each logical page is mapped to, through the word of its block. */

/*@
  // What a run of the value v has k pages further on: a page + 1 counts up, nothing stays nothing.
  logic integer TranslationNth(integer v, integer k) = v == 0 ? 0 : v + k;

  // What a page at offset o of its block is mapped to, from the block's word and the page's own entry.
  logic integer TranslationSaid(integer word, integer entry, integer o) =
    word == DXGMAP_TRANSLATION_EMPTY ? 0 : word == DXGMAP_TRANSLATION_TABLE ? entry : word - 1 + o;

  // The physical page + 1 of a logical page, 0 when there is none.
  logic integer Translated(dxgmap_translation t, integer l) =
    TranslationSaid(t.directory.word[l / DXGMAP_BLOCK], t.entries.value[l], l % DXGMAP_BLOCK);

  predicate TranslationWordOk(integer word) = 0 <= word && word + DXGMAP_BLOCK - 2 <= DXGMAP_PAGES;
  predicate TranslationWords(dxgmap_directory d) =
    \forall integer b; 0 <= b < DXGMAP_BLOCKS ==> TranslationWordOk(d.word[b]);
  predicate TranslationEntries(dxgmap_entries e) =
    \forall integer l; 0 <= l < DXGMAP_CELLS ==> 0 <= e.value[l] <= DXGMAP_PAGES;
  predicate TranslationOk(dxgmap_translation t) = TranslationWords(t.directory) && TranslationEntries(t.entries);

  // The logical pages lo .. hi - 1 are mapped to v, v + 1, ..., or to nothing at all.
  predicate TranslationRun(dxgmap_translation t, integer lo, integer hi, integer v) =
    \forall integer l; lo <= l < hi ==> Translated(t, l) == TranslationNth(v, l - lo);

  // So many logical pages from first on are such a run, and it ends there or at end.
  predicate TranslationExtent(dxgmap_translation t, integer first, integer pages, integer v, integer end) =
    1 <= pages && first + pages <= end && TranslationRun(t, first, first + pages, v) &&
    (first + pages < end ==> Translated(t, first + pages) != TranslationNth(v, pages));

  // The logical pages but lo .. hi - 1 are mapped to what they were.
  predicate TranslationKept(dxgmap_translation a, dxgmap_translation b, integer lo, integer hi) =
    \forall integer l; 0 <= l < DXGMAP_CELLS && !(lo <= l < hi) ==> Translated(b, l) == Translated(a, l);
  predicate TranslationEntriesKept(dxgmap_entries a, dxgmap_entries b, integer lo, integer hi) =
    \forall integer l; 0 <= l < DXGMAP_CELLS && !(lo <= l < hi) ==> b.value[l] == a.value[l];
*/

#endif
/* dxgmap: end spec/logic/translation.h */

/* The physical page + 1 of a logical page, 0 when there is none. */
/*@ requires valid: \valid(t);
    requires ok: TranslationOk(*t);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures range: \result <= DXGMAP_PAGES;
    ensures inside: l < DXGMAP_CELLS ==> \result == Translated(*t, l);
    ensures beyond: l >= DXGMAP_CELLS ==> \result == 0; */
uint32_t dxgmap_translation_find(const dxgmap_translation *t, uint64_t l);

/* Maps n logical pages from base on to the physical pages of a list. */
/*@ requires valid: \valid(t) && \valid_read(pages + (0 .. n - 1));
    requires separated: \separated(t, pages + (..));
    requires ok: TranslationOk(*t);
    requires in: base + n <= DXGMAP_CELLS;
    requires memory: \forall integer k; 0 <= k < n ==> pages[k] < DXGMAP_PAGES;
    terminates \true;
    exits \false;
    assigns *t;
    ensures ok: TranslationOk(*t);
    ensures mapped: \forall integer l; base <= l < base + n ==> Translated(*t, l) == pages[l - base] + 1;
    ensures others: TranslationKept(\old(*t), *t, base, base + n); */
void dxgmap_translation_map(dxgmap_translation *t, uint32_t base, uint32_t n, const uint64_t *pages);

/* Maps n logical pages from base on to as many physical pages from first on. */
/*@ requires valid: \valid(t);
    requires ok: TranslationOk(*t);
    requires in: base + n <= DXGMAP_CELLS;
    requires memory: first + n <= DXGMAP_PAGES;
    terminates \true;
    exits \false;
    assigns *t;
    ensures ok: TranslationOk(*t);
    ensures mapped: TranslationRun(*t, base, base + n, first + 1);
    ensures others: TranslationKept(\old(*t), *t, base, base + n); */
void dxgmap_translation_map_run(dxgmap_translation *t, uint32_t base, uint32_t n, uint32_t first);

/* Maps n logical pages from base on to nothing. */
/*@ requires valid: \valid(t);
    requires ok: TranslationOk(*t);
    requires in: base + n <= DXGMAP_CELLS;
    terminates \true;
    exits \false;
    assigns *t;
    ensures ok: TranslationOk(*t);
    ensures unmapped: \forall integer l; base <= l < base + n ==> Translated(*t, l) == 0;
    ensures others: TranslationKept(\old(*t), *t, base, base + n); */
void dxgmap_translation_unmap(dxgmap_translation *t, uint32_t base, uint32_t n);

/* How many logical pages from l on, up to end, are one extent; as many as are. */
/*@ requires valid: \valid(t);
    requires ok: TranslationOk(*t);
    requires in: l < end <= DXGMAP_CELLS;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures extent: TranslationExtent(*t, l, \result, Translated(*t, l), end); */
uint32_t dxgmap_translation_extent(const dxgmap_translation *t, uint32_t l, uint32_t end);

/* Lists the extents of n logical pages from base on, each as long as it can be, and answers how many they are. When
   capacity is too small for all, it lists the first ones; *done says how many pages they have. */
/*@ requires valid: \valid(t) && \valid(extents + (0 .. capacity - 1)) && \valid(done);
    requires separated: \separated(t, extents + (..)) && \separated(t, done) && \separated(done, extents + (..));
    requires ok: TranslationOk(*t);
    requires in: base + n <= DXGMAP_CELLS;
    terminates \true;
    exits \false;
    assigns *done, extents[0 .. capacity - 1];
    ensures count: \result <= capacity && *done <= n;
    ensures complete: \result < capacity ==> *done == n;
    ensures none: \result == 0 ==> *done == 0;
    ensures first: \result > 0 ==> extents[0].first == base;
    ensures chain: \forall integer i; 0 <= i < \result - 1 ==>
      extents[i].first + extents[i].pages == extents[i + 1].first;
    ensures last: \result > 0 ==> extents[\result - 1].first + extents[\result - 1].pages == base + *done;
    ensures each: \forall integer i; 0 <= i < \result ==> base <= extents[i].first &&
      TranslationExtent(*t, extents[i].first, extents[i].pages, extents[i].value, base + n); */
uint32_t dxgmap_translation_extents(const dxgmap_translation *t, uint32_t base, uint32_t n, dxgmap_extent *extents,
                                    uint32_t capacity, uint32_t *done);

/* Facts for the proofs of callers; none of these runs. */
/*@ ghost
  // memory of zeros maps nothing
  /@ requires words: \forall integer b; 0 <= b < DXGMAP_BLOCKS ==> t.directory.word[b] == 0;
     requires entries: \forall integer l; 0 <= l < DXGMAP_CELLS ==> t.entries.value[l] == 0;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures ok: TranslationOk(t);
     ensures nothing: \forall integer l; 0 <= l < DXGMAP_CELLS ==> Translated(t, l) == 0; @/
  void dxgmap_translation_zero(dxgmap_translation t);
*/
/*@ ghost
  // what is translated is a page of memory
  /@ requires ok: TranslationOk(t);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures range: \forall integer l; 0 <= l < DXGMAP_CELLS ==> 0 <= Translated(t, l) <= DXGMAP_PAGES; @/
  void dxgmap_translation_bounded(dxgmap_translation t);
*/

#endif
/* dxgmap: end model/core/translation.h */
/* #include "types.h" */
/* dxgmap: begin model/core/types.h sha256 949876e62740254bb26ec708e4b8460f9db3d404cdb423fa9a06c5f5d4647698 */
#ifndef DXGMAP_TYPES_H
#define DXGMAP_TYPES_H

#include <stdint.h>

/* #include "profile.h" */

#define DXGMAP_PAGE_SIZE 4096u

/* What a live mapping is. */
enum dxgmap_kind {
  DXGMAP_NO_KIND = 0,
  DXGMAP_PIN = 1,             /* save area pinned by PinFrameBufferForSave: an MDL */
  DXGMAP_PIN2 = 2,            /* save area pinned by PinFrameBufferForSave2: an ADL */
  DXGMAP_MDL = 3,             /* MapMdlToIoMmu */
  DXGMAP_PAGE_LIST = 4,       /* AllocatePagesForMdl */
  DXGMAP_CONTIGUOUS = 5,      /* AllocateContiguousMemory */
  DXGMAP_POINTER = 6,         /* MapFrameBufferPointer */
  DXGMAP_VIEW = 7,            /* DxgkCbMapMemory */
  DXGMAP_VIDEO = 8,           /* VideoPortMapMemory */
  DXGMAP_ADL = 9,             /* AllocateAdl */
  DXGMAP_OBJECT = 10,         /* CreatePhysicalMemoryObject: memory, not mapped anywhere yet */
  DXGMAP_ADAPTER_OBJECT = 11, /* an object, opened for an adapter */
  DXGMAP_OBJECT_VIEW = 12     /* MapPhysicalMemory */
};

/* How a domain names pages. */
enum dxgmap_mode {
  DXGMAP_IDENTITY = 0, /* WDDM 2.4: the logical page number is the physical one */
  DXGMAP_REMAPPING = 1 /* WDDM 2.9: the domain gives logical pages out */
};

/* What a physical memory object is made of. */
enum dxgmap_object_type {
  DXGMAP_OBJECT_MDL = 0,
  DXGMAP_OBJECT_CONTIGUOUS = 1,
  DXGMAP_OBJECT_SECTION = 2,
  DXGMAP_OBJECT_IO_SPACE = 3
};

enum dxgmap_space { DXGMAP_MEMORY_SPACE = 0, DXGMAP_IO_SPACE = 1 };

enum dxgmap_irql { DXGMAP_PASSIVE_LEVEL = 0, DXGMAP_APC_LEVEL = 1, DXGMAP_DISPATCH_LEVEL = 2 };

/* Who calls: the current IRQL and the current process, which no argument of a callback says. */
typedef struct {
  uint32_t irql;
  uint64_t process;
} dxgmap_caller;

/* The answer of a step that acquires or releases: a status (enum dxgmap_status) and, when it is DXGMAP_OK, the handle,
   which is the mapping's identity: no other mapping, before or after, has the same. */
typedef struct {
  uint32_t status;
  uint64_t handle;
} dxgmap_outcome;

/* The answer of a step on an object and its adapter object together; both handles 0 unless it is DXGMAP_OK. */
typedef struct {
  uint32_t status;
  uint64_t object;
  uint64_t opened;
} dxgmap_bound;

/* A range of physical addresses or ports that an adapter owns. */
typedef struct {
  uint32_t space;  /* enum dxgmap_space */
  uint64_t start;  /* first byte, or first port */
  uint64_t length; /* bytes, 1 or more */
} dxgmap_resource;

/* What an adapter says of itself when it starts, and the machine that it starts on. */
typedef struct {
  uint32_t mode;                     /* enum dxgmap_mode */
  uint32_t quarantine;               /* released ranges that wait before reuse, 0 .. DXGMAP_QUARANTINE */
  uint32_t chain;                    /* physical adapters, 1 .. DXGMAP_CHAIN; the first is the lead */
  uint64_t save_bytes[DXGMAP_CHAIN]; /* maximum save area of each, bytes, multiple of the page, 0: none */
  uint64_t commit_limit;             /* pages that all save areas of the machine may charge */
  uint64_t installed_pages;          /* memory of the machine */
  uint64_t highest_visible;          /* highest address that the adapter can reach, bytes */
  uint32_t resources;                /* 0 .. DXGMAP_RESOURCES */
  dxgmap_resource resource[DXGMAP_RESOURCES];
} dxgmap_start;

/* A view that is asked for. */
typedef struct {
  uint32_t kind;     /* DXGMAP_VIEW or DXGMAP_VIDEO */
  uint32_t space;    /* enum dxgmap_space */
  uint32_t user;     /* not 0: in the address space of the current process */
  uint32_t cache;    /* caching type, opaque but for DXGMAP_VIDEO, where it is the P6CACHE flag */
  uint64_t process;  /* DXGMAP_VIDEO: the process handle that came in, or 0 */
  uint64_t physical; /* first byte, or port */
  uint64_t length;   /* bytes */
  uint64_t at;       /* first window page that the host offers */
} dxgmap_view_request;

/* A physical memory object that is asked for. */
typedef struct {
  uint32_t type;     /* enum dxgmap_object_type */
  uint32_t bound;    /* not 0: made with an adapter, so that Open is not for it */
  uint32_t cache;    /* caching type, opaque */
  uint64_t physical; /* of DXGMAP_OBJECT_IO_SPACE: its first byte */
  uint64_t length;   /* bytes, a multiple of the page */
} dxgmap_object_request;

/* What a live mapping was asked for. */
typedef struct {
  uint32_t kind;   /* enum dxgmap_kind; DXGMAP_NO_KIND when the slot is not live */
  uint32_t index;  /* physical adapter, of a pin or a pointer; enum dxgmap_object_type, of an object, opened or not */
  uint32_t space;  /* of a view */
  uint32_t user;   /* of a view: not 0 in user mode; of an object, opened or not: not 0 when made with an adapter */
  uint32_t cache;  /* of a view or an object */
  uint32_t slack;  /* of a pointer or a view of an object: pages before its data */
  uint32_t object; /* of an adapter object: slot + 1 of its object, in the machine's place */
  /* first byte or port of a view or of memory that is I/O space; offset, in bytes, of a pointer, an ADL or a view of an
     object in what it is of */
  uint64_t physical;
  uint64_t length;  /* bytes asked for, of a view, a pointer, an object or an ADL */
  uint64_t process; /* of a view in user mode: where it is */
} dxgmap_descriptor;

/* One live mapping, as the cursor shows it. */
typedef struct {
  uint32_t status; /* DXGMAP_OK, DXGMAP_BAD_ADAPTER or DXGMAP_NO_MORE */
  uint64_t handle;
  dxgmap_descriptor descriptor;
  uint32_t pages; /* captured pages, of a mapping in the domain */
  uint32_t base;  /* their first logical page, in remapping mode; in identity mode, where their capture is kept */
  uint32_t place; /* first window page, of a view in memory space */
  uint32_t span;  /* window pages; 0: none */
} dxgmap_live;

/* What the device gets for a logical page number. */
typedef struct {
  uint32_t status; /* DXGMAP_OK, DXGMAP_BYPASS: page is valid; DXGMAP_BLOCKED, DXGMAP_EXCLUSIVE, DXGMAP_BAD_ADAPTER */
  uint64_t page;   /* physical page number */
  uint64_t handle; /* in remapping mode the mapping that the answer is given for; else 0 */
} dxgmap_answer;

#endif
/* dxgmap: end model/core/types.h */

/* One captured page a cell: 0 when the cell belongs to no mapping, else the physical page number + 1. */
typedef struct {
  uint32_t cell[DXGMAP_CELLS + DXGMAP_APART];
} dxgmap_cells;

/* A count a physical page. */
typedef struct {
  uint32_t count[DXGMAP_PAGES + DXGMAP_APART];
} dxgmap_counts;

/* The mapping id of each cell, 0 when the cell belongs to none. */
typedef struct {
  uint32_t id[DXGMAP_CELLS + DXGMAP_APART];
} dxgmap_owners;

/* The IOMMU domain of one adapter. The mapping of slot i has id DXGMAP_ID(i) and holds the cells base .. base + length
   - 1 of its range. In identity mode (WDDM 2.4) the logical page number is the physical one, a page stays mapped as long
   as one live mapping has captured it, and the cell index is only where the capture is kept. In remapping mode the cell
   index is the logical page number. The translation is what a device access reads: no more than the cells and the counts
   say, and no less (T-COH). */
typedef struct {
  dxgmap_ranges ranges;
  dxgmap_cells cells;
  dxgmap_owners owners;
  dxgmap_counts counts; /* how many captured cells name the page */
  dxgmap_translation translation;
} dxgmap_domain;

/* #include "logic/domain.h" */
/* dxgmap: begin spec/logic/domain.h sha256 f09db382ff9b1a502cd38bd516ea9b8f57805f5b0cce32e66ca934ce65cd2610 */
#ifndef DXGMAP_LOGIC_DOMAIN_H
#define DXGMAP_LOGIC_DOMAIN_H

/* The domain: what is captured, what is counted, and why the two agree. */

/*@
  // How many of the first n cells have value v.
  logic integer CellCount(dxgmap_cells c, integer n, integer v) =
    n <= 0 ? 0 : CellCount(c, n - 1, v) + (c.cell[n - 1] == v ? 1 : 0);

  predicate PagesInMemory{L}(uint64_t *pages, integer n) = \forall integer k; 0 <= k < n ==> pages[k] < DXGMAP_PAGES;

  predicate CellsBounded(dxgmap_cells c) = \forall integer l; 0 <= l < DXGMAP_CELLS ==> 0 <= c.cell[l] <= DXGMAP_PAGES;
  predicate Counted(dxgmap_cells c, dxgmap_counts n) =
    \forall integer p; 0 <= p < DXGMAP_PAGES ==> n.count[p] == CellCount(c, DXGMAP_CELLS, p + 1);
  predicate CountsBounded(dxgmap_counts n) = \forall integer p; 0 <= p < DXGMAP_PAGES ==> 0 <= n.count[p] <= DXGMAP_CELLS;

  // The owner of a cell is the mapping whose range covers it, and a cell is used exactly when it has one.
  predicate OwnersKnown(dxgmap_domain d) = \forall integer i, l; RangeCovers(d.ranges, i, l) ==> d.owners.id[l] == i;
  predicate OwnersCover(dxgmap_domain d) =
    \forall integer l; 0 <= l < DXGMAP_CELLS && d.owners.id[l] != 0 ==> RangeCovers(d.ranges, d.owners.id[l], l);
  predicate OwnersUsed(dxgmap_cells c, dxgmap_owners o) =
    \forall integer l; 0 <= l < DXGMAP_CELLS ==> (c.cell[l] != 0 <==> o.id[l] != 0);

  predicate DomainOk(dxgmap_domain d) =
    RangesOk(d.ranges) && CellsBounded(d.cells) && Counted(d.cells, d.counts) && CountsBounded(d.counts) &&
    OwnersKnown(d) && OwnersCover(d) && OwnersUsed(d.cells, d.owners);

  // The translation says what the domain is: in identity mode a page is mapped to itself while it is counted, in remapping
  // mode each logical page to what is captured there.
  predicate CoherentCounts(dxgmap_translation t, dxgmap_counts n) =
    (\forall integer p; 0 <= p < DXGMAP_PAGES ==> Translated(t, p) == (n.count[p] != 0 ? p + 1 : 0)) &&
    (\forall integer l; DXGMAP_PAGES <= l < DXGMAP_CELLS ==> Translated(t, l) == 0);
  predicate CoherentCells(dxgmap_translation t, dxgmap_cells c) =
    \forall integer l; 0 <= l < DXGMAP_CELLS ==> Translated(t, l) == c.cell[l];
  predicate Coherent(dxgmap_domain d, integer mode) = TranslationOk(d.translation) &&
    (mode == DXGMAP_IDENTITY ==> CoherentCounts(d.translation, d.counts)) &&
    (mode != DXGMAP_IDENTITY ==> CoherentCells(d.translation, d.cells));

  // Mapping i has captured page p at some offset.
  predicate Captures(dxgmap_domain d, integer i, integer p) =
    \exists integer l; RangeCovers(d.ranges, i, l) && d.cells.cell[l] == p + 1;
  predicate DomainHolds(dxgmap_domain d, integer p) = \exists integer i; Captures(d, i, p);

  // The page that mapping i has captured at offset k.
  logic integer CapturedPage(dxgmap_domain d, integer i, integer k) = d.cells.cell[d.ranges.base[i] + k] - 1;
  predicate Captured{L}(dxgmap_domain d, integer i, uint64_t *pages, integer n) =
    \forall integer k; 0 <= k < n ==> CapturedPage(d, i, k) == pages[k];

  predicate MappingKept(dxgmap_domain a, dxgmap_domain b, integer i) =
    b.ranges.base[i] == a.ranges.base[i] && b.ranges.length[i] == a.ranges.length[i] &&
    \forall integer l; RangeCovers(a.ranges, i, l) ==> b.cells.cell[l] == a.cells.cell[l];
  predicate DomainKept(dxgmap_domain a, dxgmap_domain b, integer x) =
    \forall integer i; DXGMAP_FIRST <= i < DXGMAP_HEAP_IDS && i != x ==> MappingKept(a, b, i);
*/

#endif
/* dxgmap: end spec/logic/domain.h */

/* Whether each of the n page numbers is one of the model's physical memory. */
/*@ requires valid: \valid_read(pages + (0 .. n - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> PagesInMemory(pages, n); */
int dxgmap_domain_in_memory(const uint64_t *pages, uint32_t n);

/* Captures the n page numbers of `pages` for mapping id, at the cells from base[id] on, locks each of them and maps it.
   0: no free run of n cells is left, nothing was changed. */
/*@ requires valid: \valid(d) && \valid_read(pages + (0 .. n - 1));
    requires separated: \separated(d, pages + (..));
    requires ok: DomainOk(*d);
    requires coherent: Coherent(*d, mode);
    requires id: DXGMAP_FIRST <= id < DXGMAP_HEAP_IDS && d->ranges.length[id] == 0;
    requires some: n >= 1;
    requires memory: PagesInMemory(pages, n);
    terminates \true;
    exits \false;
    assigns *d;
    ensures ok: DomainOk(*d);
    ensures coherent: Coherent(*d, mode);
    ensures limits: RangeLimits(\old(*d).ranges, d->ranges);
    ensures status: \result == 0 || \result == 1;
    ensures captured: \result == 1 ==> d->ranges.length[id] == n && Captured(*d, id, pages, n);
    ensures others: \result == 1 ==> DomainKept(\old(*d), *d, id);
    ensures atomic: \result == 0 ==> *d == \old(*d);
    ensures exhausted: \result == 0 <==> !RangeRoom(\old(*d).ranges, n); */
int dxgmap_domain_map(dxgmap_domain *d, uint32_t mode, uint32_t id, const uint64_t *pages, uint32_t n);

/* Unmaps and unlocks exactly the pages that mapping id captured. */
/*@ requires valid: \valid(d);
    requires ok: DomainOk(*d);
    requires coherent: Coherent(*d, mode);
    requires id: DXGMAP_FIRST <= id < DXGMAP_HEAP_IDS && d->ranges.length[id] > 0;
    terminates \true;
    exits \false;
    assigns *d;
    ensures ok: DomainOk(*d);
    ensures coherent: Coherent(*d, mode);
    ensures limits: RangeLimits(\old(*d).ranges, d->ranges);
    ensures gone: d->ranges.length[id] == 0;
    ensures others: DomainKept(\old(*d), *d, id); */
void dxgmap_domain_unmap(dxgmap_domain *d, uint32_t mode, uint32_t id);

/* The mapping that holds the logical page, 0 when none does. */
/*@ requires valid: \valid(d);
    requires ok: DomainOk(*d);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures one: \forall integer i; RangeCovers(d->ranges, i, page) ==> i == \result;
    ensures some: \result != 0 ==> RangeCovers(d->ranges, \result, page); */
uint32_t dxgmap_domain_owner(const dxgmap_domain *d, uint64_t page);

/* Says how many logical pages there are and how many released ranges may wait, while there is no mapping. Whatever the
   mode was, it may then be either. */
/*@ requires valid: \valid(d);
    requires ok: DomainOk(*d);
    requires coherent: Coherent(*d, DXGMAP_IDENTITY) || Coherent(*d, DXGMAP_REMAPPING);
    requires empty: \forall integer i; DXGMAP_FIRST <= i < DXGMAP_HEAP_IDS ==> d->ranges.length[i] == 0;
    requires limit: 1 <= limit <= DXGMAP_CELLS;
    requires waiting: waiting <= DXGMAP_QUARANTINE;
    terminates \true;
    exits \false;
    assigns d->ranges;
    ensures ok: DomainOk(*d);
    ensures coherent: Coherent(*d, DXGMAP_IDENTITY) && Coherent(*d, DXGMAP_REMAPPING);
    ensures empty: \forall integer i; DXGMAP_FIRST <= i < DXGMAP_HEAP_IDS ==> d->ranges.length[i] == 0;
    ensures bases: \forall integer i; DXGMAP_FIRST <= i < DXGMAP_HEAP_IDS ==> d->ranges.base[i] == \old(d->ranges.base[i]);
    ensures limits: d->ranges.limit == limit && d->ranges.waiting.limit == waiting && d->ranges.waiting.count == 0; */
void dxgmap_domain_open(dxgmap_domain *d, uint32_t limit, uint32_t waiting);

/* A fact for the proofs of callers; it does not run. */
/*@ ghost
  // A page is counted exactly when some mapping has captured it.
  /@ requires ok: DomainOk(d);
     requires in: page < DXGMAP_PAGES;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures reference: d.counts.count[page] != 0 <==> DomainHolds(d, page); @/
  void dxgmap_domain_held(dxgmap_domain d, uint64_t page);
*/

#endif
/* dxgmap: end model/core/domain.h */
/* #include "links.h" */
/* dxgmap: begin model/core/links.h sha256 59b3f40ee673b36c5f63e8193082ee4ad348a51ad76d00eb99b552c537c6dd21 */
#ifndef DXGMAP_LINKS_H
#define DXGMAP_LINKS_H

#include <stdint.h>

/* #include "profile.h" */

/* What each mapping belongs to, within one place of the table: an ADL to an adapter object, a view to an object. */
typedef struct {
  uint32_t slot[DXGMAP_SLOTS + DXGMAP_APART]; /* slot + 1 of what it belongs to, or 0 */
} dxgmap_targets;

/* How many mappings belong to each slot. */
typedef struct {
  uint32_t count[DXGMAP_SLOTS + DXGMAP_APART];
} dxgmap_uses;

/* The links and their counts: whether something is in use is answered without a search. */
typedef struct {
  dxgmap_targets to;
  dxgmap_uses uses;
} dxgmap_links;

/* #include "logic/links.h" */
/* dxgmap: begin spec/logic/links.h sha256 a9186a49256a0ba08c4c6c71a33aa221cf788717b1cef4ead28e755608b6ae0e */
#ifndef DXGMAP_LOGIC_LINKS_H
#define DXGMAP_LOGIC_LINKS_H

/* What belongs to what, and why the counts agree. */

/*@
  // How many of the first n slots have link v.
  logic integer LinkCount(dxgmap_targets t, integer n, integer v) =
    n <= 0 ? 0 : LinkCount(t, n - 1, v) + (t.slot[n - 1] == v ? 1 : 0);

  predicate LinksBounded(dxgmap_targets t) = \forall integer i; 0 <= i < DXGMAP_SLOTS ==> 0 <= t.slot[i] <= DXGMAP_SLOTS;
  predicate LinksCounted(dxgmap_targets t, dxgmap_uses u) =
    \forall integer x; 0 <= x < DXGMAP_SLOTS ==> u.count[x] == LinkCount(t, DXGMAP_SLOTS, x + 1);
  predicate UsesBounded(dxgmap_uses u) = \forall integer x; 0 <= x < DXGMAP_SLOTS ==> 0 <= u.count[x] <= DXGMAP_SLOTS;
  predicate LinksOk(dxgmap_links l) = LinksBounded(l.to) && LinksCounted(l.to, l.uses) && UsesBounded(l.uses);

  // Nothing belongs to slot x.
  predicate LinkFree(dxgmap_links l, integer x) = \forall integer i; 0 <= i < DXGMAP_SLOTS ==> l.to.slot[i] != x + 1;

  predicate LinksKept(dxgmap_links a, dxgmap_links b, integer x) =
    \forall integer i; 0 <= i < DXGMAP_SLOTS && i != x ==> b.to.slot[i] == a.to.slot[i];
*/

#endif
/* dxgmap: end spec/logic/links.h */

/* Makes slot i belong to slot target - 1, or to none with 0. */
/*@ requires valid: \valid(l);
    requires ok: LinksOk(*l);
    requires slot: i < DXGMAP_SLOTS;
    requires target: target <= DXGMAP_SLOTS;
    terminates \true;
    exits \false;
    assigns *l;
    ensures ok: LinksOk(*l);
    ensures set: l->to.slot[i] == target;
    ensures others: LinksKept(\old(*l), *l, i); */
void dxgmap_links_set(dxgmap_links *l, uint32_t i, uint32_t target);

/* Whether something belongs to slot i. */
/*@ requires valid: \valid(l);
    requires ok: LinksOk(*l);
    requires slot: i < DXGMAP_SLOTS;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> !LinkFree(*l, i); */
int dxgmap_links_used(const dxgmap_links *l, uint32_t i);

#endif
/* dxgmap: end model/core/links.h */
/* #include "outcome.h" */
/* dxgmap: begin model/core/outcome.h sha256 4f15214b406f84c0218143ba218dc32558f4fcc7dbb51b6398af3d1abdc32bde */
#ifndef DXGMAP_OUTCOME_H
#define DXGMAP_OUTCOME_H

/* #include "status.h" */
/* dxgmap: begin model/core/status.h sha256 7577db34309ea3f64982cea842fef1cf2801c2835b37b3655d6d03e4f810d004 */
#ifndef DXGMAP_STATUS_H
#define DXGMAP_STATUS_H

/* Why a step did not succeed. A step answers with the first cause that holds, in the order of its clause file in
   spec/clauses; spec/status.md gives each cause its NTSTATUS and its sentence. */
enum dxgmap_status {
  DXGMAP_OK = 0,
  DXGMAP_BAD_ADAPTER = 1,     /* not the handle of a started adapter */
  DXGMAP_BAD_IRQL = 2,        /* above the IRQL limit of the operation */
  DXGMAP_EXCLUSIVE = 3,       /* between begin and end of exclusive access */
  DXGMAP_BAD_KIND = 4,        /* the operation has no mapping or object of this kind */
  DXGMAP_BAD_INDEX = 5,       /* no such physical adapter in the chain */
  DXGMAP_NO_SAVE_AREA = 6,    /* the physical adapter's save area has size zero */
  DXGMAP_BAD_SIZE = 7,        /* zero, not a multiple of the page, overflowing, or not the one that came out */
  DXGMAP_TOO_LARGE = 8,       /* beyond the save area or object, what an MDL or ADL can say, or the profile */
  DXGMAP_PINNED = 9,          /* the save area is pinned already */
  DXGMAP_NOT_PINNED = 10,     /* the save area is not pinned */
  DXGMAP_BAD_COUNT = 11,      /* the page list is empty or does not have the size asked for */
  DXGMAP_BAD_PAGE = 12,       /* a page number outside the model's physical memory */
  DXGMAP_BAD_HANDLE = 13,     /* not a live mapping handle of this kind on this adapter */
  DXGMAP_BAD_ADDRESS = 14,    /* no live view there that this call may release */
  DXGMAP_BAD_PROCESS = 15,    /* another process than the one that the view belongs to */
  DXGMAP_BAD_SPACE = 16,      /* neither memory space nor I/O space */
  DXGMAP_NOT_OWNED = 17,      /* outside the resources of the adapter */
  DXGMAP_CACHE_CONFLICT = 18, /* the range is mapped with another P6CACHE setting */
  DXGMAP_PLACE_TAKEN = 19,    /* the window pages offered are not all free, or outside the window */
  DXGMAP_PRESSURE = 20,       /* memory pressure (an input) */
  DXGMAP_NO_SLOT = 21,        /* no handle is left on this adapter, or for objects */
  DXGMAP_NO_RANGE = 22,       /* no free run of logical pages, or of capture cells, is long enough */
  DXGMAP_NO_ADAPTER = 23,     /* no adapter is left in the table */
  DXGMAP_NO_COMMIT = 24,      /* the commit limit does not hold the save areas */
  DXGMAP_NOT_VISIBLE = 25,    /* the adapter's visible bounds do not reach all installed memory */
  DXGMAP_BAD_RESOURCE = 26,   /* the resource list is malformed */
  DXGMAP_ATTACHED = 27,       /* the domain is attached already */
  DXGMAP_NOT_EXCLUSIVE = 28,  /* end of exclusive access without a begin */
  DXGMAP_BLOCKED = 29,        /* device access to a page that is not mapped */
  DXGMAP_BYPASS = 30,         /* the domain is not attached: access is not checked (not a failure) */
  DXGMAP_NO_MORE = 31,        /* the cursor is past the last live mapping */
  DXGMAP_BAD_MODE = 32,       /* the operation does not belong to the adapter's mode */
  DXGMAP_BOUND = 33,          /* the object was made with an adapter, so it is not for Open; or the reverse */
  DXGMAP_OPENED = 34,         /* the object has an adapter object already */
  DXGMAP_IN_USE = 35,         /* an adapter object, an ADL or a view of it lives */
  DXGMAP_NOT_OF_OBJECT = 36,  /* the ADL, view or adapter object belongs to another object */
  DXGMAP_BAD_FLAGS = 37       /* not for objects of this type: a contiguous ADL, a view in user mode */
};

#endif
/* dxgmap: end model/core/status.h */
/* #include "types.h" */

/* The answer of a step that did not succeed. */
/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures refused: \result.status == status && \result.handle == 0; */
dxgmap_outcome dxgmap_refuse(uint32_t status);

/* The answer of a step that succeeded. */
/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures accepted: \result.status == DXGMAP_OK && \result.handle == handle; */
dxgmap_outcome dxgmap_accept(uint64_t handle);

#endif
/* dxgmap: end model/core/outcome.h */
/* #include "profile.h" */
/* #include "slots.h" */
/* dxgmap: begin model/core/slots.h sha256 78dfcd7d3168efa3e407eca70dbf68009e043447e3e32642b811d969cd83c263 */
#ifndef DXGMAP_SLOTS_H
#define DXGMAP_SLOTS_H

#include <stdint.h>

/* #include "profile.h" */

#define DXGMAP_GENERATION_MAX 0xFFFFFFFFu /* a slot of this generation is retired for ever */

/* The handle table of one adapter. `order` is a permutation of the slots 0 .. high-1 and `place` its inverse:
   first the free slots, then the live ones, then the retired ones; slots high and above were never touched. */
typedef struct {
  uint32_t high;
  uint32_t free;
  uint32_t live;
  uint32_t generation[DXGMAP_SLOTS + DXGMAP_APART]; /* how many mappings this slot has had */
  uint32_t order[DXGMAP_SLOTS + DXGMAP_APART];
  uint32_t place[DXGMAP_SLOTS + DXGMAP_APART];
} dxgmap_slots;

/* #include "logic/slots.h" */
/* dxgmap: begin spec/logic/slots.h sha256 aed856d0c0f707833e59e58fda3a89c73f8bd595d8eb0240c5ef84048410c9ae */
#ifndef DXGMAP_LOGIC_SLOTS_H
#define DXGMAP_LOGIC_SLOTS_H

/* The handle table: which slots are live, and why no handle value is ever valid twice. */

/*@
  predicate SlotLive(dxgmap_slots t, integer i) = 0 <= i < t.high && t.free <= t.place[i] < t.free + t.live;
  predicate SlotRetired(dxgmap_slots t, integer i) = 0 <= i < t.high && t.free + t.live <= t.place[i];
  predicate SlotIdle(dxgmap_slots t, integer i) =
    0 <= i < DXGMAP_SLOTS && !SlotLive(t, i) && t.generation[i] < DXGMAP_GENERATION_MAX;

  predicate SlotsPermuted(dxgmap_slots t) =
    (\forall integer i; 0 <= i < t.high ==> 0 <= t.order[i] < t.high && t.place[t.order[i]] == i) &&
    (\forall integer i; 0 <= i < t.high ==> 0 <= t.place[i] < t.high && t.order[t.place[i]] == i);
  predicate SlotsFresh(dxgmap_slots t) = \forall integer i; t.high <= i < DXGMAP_SLOTS ==> t.generation[i] == 0;
  predicate SlotsRetire(dxgmap_slots t) =
    \forall integer i; 0 <= i < t.high ==> (t.generation[i] == DXGMAP_GENERATION_MAX <==> SlotRetired(t, i));

  predicate SlotsOk(dxgmap_slots t) =
    t.free + t.live <= t.high <= DXGMAP_SLOTS && SlotsPermuted(t) && SlotsFresh(t) && SlotsRetire(t);

  predicate SlotRoom(dxgmap_slots t) = t.free > 0 || t.high < DXGMAP_SLOTS;
  logic integer SlotNext(dxgmap_slots t) = t.free > 0 ? t.order[t.free - 1] : t.high;

  // A handle names a slot and one of its lives.
  predicate SlotValid(dxgmap_slots t, integer i, integer g) = SlotLive(t, i) && t.generation[i] == g;
  // A life that is over: generations only grow, so it never comes back.
  predicate SlotSpent(dxgmap_slots t, integer i, integer g) = 0 <= i < DXGMAP_SLOTS && g < t.generation[i];

  predicate SameGenerations(dxgmap_slots a, dxgmap_slots b) =
    \forall integer i; 0 <= i < DXGMAP_SLOTS ==> b.generation[i] == a.generation[i];
  predicate SlotsKept(dxgmap_slots a, dxgmap_slots b, integer x) =
    \forall integer i; 0 <= i < DXGMAP_SLOTS && i != x ==> (SlotLive(a, i) <==> SlotLive(b, i));
*/

#endif
/* dxgmap: end spec/logic/slots.h */

/* Whether slot i is live in its generation g. */
/*@ requires valid: \valid(t);
    requires ok: SlotsOk(*t);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> SlotValid(*t, i, g); */
int dxgmap_slots_valid(const dxgmap_slots *t, uint32_t i, uint32_t g);

/* The slot that dxgmap_slots_take would give; DXGMAP_SLOTS when all are live or retired. */
/*@ requires valid: \valid(t);
    requires ok: SlotsOk(*t);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures range: \result <= DXGMAP_SLOTS;
    ensures next: \result == SlotNext(*t);
    ensures full: \result == DXGMAP_SLOTS <==> !SlotRoom(*t);
    ensures idle: \result < DXGMAP_SLOTS ==> SlotIdle(*t, \result); */
uint32_t dxgmap_slots_next(const dxgmap_slots *t);

/* Makes the next slot live. */
/*@ requires valid: \valid(t);
    requires ok: SlotsOk(*t);
    requires room: SlotRoom(*t);
    terminates \true;
    exits \false;
    assigns *t;
    ensures ok: SlotsOk(*t);
    ensures next: \result == SlotNext(\old(*t)) && \result < DXGMAP_SLOTS;
    ensures live: SlotLive(*t, \result) && SlotIdle(\old(*t), \result);
    ensures generation: SameGenerations(\old(*t), *t);
    ensures count: t->live == \old(t->live) + 1;
    ensures others: SlotsKept(\old(*t), *t, \result); */
uint32_t dxgmap_slots_take(dxgmap_slots *t);

/* Ends the life of slot i: its generation moves on, so that no handle of this life is ever valid again. */
/*@ requires valid: \valid(t);
    requires ok: SlotsOk(*t);
    requires live: SlotLive(*t, i);
    terminates \true;
    exits \false;
    assigns *t;
    ensures ok: SlotsOk(*t);
    ensures dead: !SlotLive(*t, i);
    ensures bump: t->generation[i] == \old(t->generation[i]) + 1;
    ensures generations: \forall integer k; 0 <= k < DXGMAP_SLOTS && k != i ==> t->generation[k] == \old(t->generation[k]);
    ensures count: t->live == \old(t->live) - 1;
    ensures others: SlotsKept(\old(*t), *t, i); */
void dxgmap_slots_release(dxgmap_slots *t, uint32_t i);

/* The cursor-th live slot. */
/*@ requires valid: \valid(t);
    requires ok: SlotsOk(*t);
    requires cursor: cursor < t->live;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures range: \result < DXGMAP_SLOTS;
    ensures live: SlotLive(*t, \result);
    ensures each_once: t->place[\result] == t->free + cursor; */
uint32_t dxgmap_slots_at(const dxgmap_slots *t, uint32_t cursor);

#endif
/* dxgmap: end model/core/slots.h */
/* #include "types.h" */
/* #include "views.h" */
/* dxgmap: begin model/core/views.h sha256 c860d50b2ff3732317fd7a7987a325c0bc0200dc1af3e01c7e265efa66e3bba2 */
#ifndef DXGMAP_VIEWS_H
#define DXGMAP_VIEWS_H

#include <stdint.h>

/* #include "profile.h" */

/* The CPU views of one adapter in memory space. Each slot may hold one view: `span` window pages from page `place`;
   span 0: none. `owner` says of each window page which slot it belongs to: slot + 1, or 0. */
typedef struct {
  uint32_t place[DXGMAP_SLOTS + DXGMAP_APART];
  uint32_t span[DXGMAP_SLOTS + DXGMAP_APART];
  uint32_t owner[DXGMAP_WINDOW + DXGMAP_APART];
} dxgmap_views;

/* #include "logic/views.h" */
/* dxgmap: begin spec/logic/views.h sha256 deba1f30de24e7d9fde59b6aab660063cf8453407fbce4887f96628b1bcc324b */
#ifndef DXGMAP_LOGIC_VIEWS_H
#define DXGMAP_LOGIC_VIEWS_H

/* The window of CPU views: which page belongs to which view. */

/*@
  predicate ViewCovers(dxgmap_views v, integer i, integer w) =
    0 <= i < DXGMAP_SLOTS && v.place[i] <= w < v.place[i] + v.span[i];

  predicate ViewsOwned(dxgmap_views v) =
    \forall integer w; 0 <= w < DXGMAP_WINDOW && v.owner[w] != 0 ==> ViewCovers(v, v.owner[w] - 1, w);
  predicate ViewsOwn(dxgmap_views v) =
    \forall integer i, w; ViewCovers(v, i, w) ==> 0 <= w < DXGMAP_WINDOW && v.owner[w] == i + 1;

  predicate ViewsOk(dxgmap_views v) = ViewsOwned(v) && ViewsOwn(v);

  predicate ViewRoom(dxgmap_views v, integer place, integer span) =
    0 <= place && place + span <= DXGMAP_WINDOW && \forall integer w; place <= w < place + span ==> v.owner[w] == 0;

  predicate ViewsKept(dxgmap_views a, dxgmap_views b, integer x) =
    \forall integer i; 0 <= i < DXGMAP_SLOTS && i != x ==> b.place[i] == a.place[i] && b.span[i] == a.span[i];
*/

#endif
/* dxgmap: end spec/logic/views.h */

/* Whether the window pages place .. place + span - 1 exist and are all free. */
/*@ requires valid: \valid(v);
    requires ok: ViewsOk(*v);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> ViewRoom(*v, place, span); */
int dxgmap_views_room(const dxgmap_views *v, uint64_t place, uint64_t span);

/* Gives the window pages to slot i. */
/*@ requires valid: \valid(v);
    requires ok: ViewsOk(*v);
    requires slot: i < DXGMAP_SLOTS && v->span[i] == 0;
    requires some: span >= 1;
    requires room: ViewRoom(*v, place, span);
    terminates \true;
    exits \false;
    assigns *v;
    ensures ok: ViewsOk(*v);
    ensures placed: v->place[i] == place && v->span[i] == span;
    ensures others: ViewsKept(\old(*v), *v, i); */
void dxgmap_views_put(dxgmap_views *v, uint32_t i, uint32_t place, uint32_t span);

/* Takes the window pages of slot i back. */
/*@ requires valid: \valid(v);
    requires ok: ViewsOk(*v);
    requires slot: i < DXGMAP_SLOTS && v->span[i] > 0;
    terminates \true;
    exits \false;
    assigns *v;
    ensures ok: ViewsOk(*v);
    ensures gone: v->span[i] == 0;
    ensures others: ViewsKept(\old(*v), *v, i); */
void dxgmap_views_drop(dxgmap_views *v, uint32_t i);

/* The slot whose view has the window page; DXGMAP_SLOTS when none has. */
/*@ requires valid: \valid(v);
    requires ok: ViewsOk(*v);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures range: \result <= DXGMAP_SLOTS;
    ensures some: \result < DXGMAP_SLOTS ==> ViewCovers(*v, \result, page);
    ensures one: \forall integer i; ViewCovers(*v, i, page) ==> i == \result; */
uint32_t dxgmap_views_at(const dxgmap_views *v, uint64_t page);

#endif
/* dxgmap: end model/core/views.h */

#define DXGMAP_CHARGE_MAX 0xFFFFFFFFFFFFFu /* pages that 2^64 bytes hold, less one */

/* The sizes of the frame buffer save areas of a chain, pages. */
typedef struct {
  uint64_t pages[DXGMAP_CHAIN];
} dxgmap_maxima;

/* The save areas and who pins them. */
typedef struct {
  uint32_t chain; /* physical adapters; 0 when the adapter is not started */
  dxgmap_maxima maximum;
  uint32_t pin[DXGMAP_CHAIN]; /* slot + 1, or 0 */
} dxgmap_saves;

/* The ranges that the adapter owns. */
typedef struct {
  uint32_t count;
  dxgmap_resource at[DXGMAP_RESOURCES];
} dxgmap_resources;

/* What each live mapping was asked for. */
typedef struct {
  dxgmap_descriptor at[DXGMAP_SLOTS];
} dxgmap_descriptors;

/* One logical adapter; or the machine's own place, which is never started and holds objects and their views. */
typedef struct {
  uint32_t generation; /* of its handle: how often it was stopped */
  uint32_t started;
  uint32_t mode;      /* enum dxgmap_mode */
  uint32_t attached;  /* the IOMMU domain is in force */
  uint32_t exclusive; /* between begin and end of exclusive access */
  uint64_t charge;    /* commit of its save areas, pages */
  dxgmap_saves saves;
  dxgmap_resources resources;
  dxgmap_slots slots;
  dxgmap_descriptors descriptors;
  dxgmap_links links;
  dxgmap_domain domain;
  dxgmap_views views;
} dxgmap_adapter;

/* #include "logic/adapter.h" */
/* dxgmap: begin spec/logic/adapter.h sha256 34b8093267da53c574f724a0fd2df2f4dd4bc9fa20a69e3b2370bad645f8d021 */
#ifndef DXGMAP_LOGIC_ADAPTER_H
#define DXGMAP_LOGIC_ADAPTER_H

/* One adapter: what its parts say of each other, and what a step may do to it. */

/*@
  predicate InDomain(integer kind) = DXGMAP_PIN <= kind <= DXGMAP_CONTIGUOUS || kind == DXGMAP_ADL;
  predicate IsPin(integer kind) = kind == DXGMAP_PIN || kind == DXGMAP_PIN2;
  predicate InWindow(dxgmap_descriptor d) =
    d.kind == DXGMAP_POINTER || d.kind == DXGMAP_OBJECT_VIEW || ((d.kind == DXGMAP_VIEW || d.kind == DXGMAP_VIDEO) && d.space == DXGMAP_MEMORY_SPACE);

  // What an ADL or a view of an object belongs to, in the place that both are in.
  predicate IsLinked(integer kind) = kind == DXGMAP_ADL || kind == DXGMAP_OBJECT_VIEW;
  logic integer TargetKind(integer kind) = kind == DXGMAP_ADL ? DXGMAP_ADAPTER_OBJECT : DXGMAP_OBJECT;
  predicate LinkFits(dxgmap_descriptors d, integer kind, integer target) =
    (!IsLinked(kind) ==> target == 0) &&
    (IsLinked(kind) ==> 1 <= target <= DXGMAP_SLOTS && d.at[target - 1].kind == TargetKind(kind));

  // The range lies in one resource of the adapter.
  predicate Owns(dxgmap_resources r, integer space, integer start, integer length) =
    \exists integer k; 0 <= k < r.count && r.at[k].space == space && r.at[k].start <= start &&
                       start + length <= r.at[k].start + r.at[k].length;

  logic integer SaveSum(dxgmap_maxima m, integer n) = n <= 0 ? 0 : SaveSum(m, n - 1) + m.pages[n - 1];

  // Each part of a slot is in use exactly when its mapping is live and of a kind that has such a part.
  predicate AdapterParts(dxgmap_adapter a) = \forall integer i; 0 <= i < DXGMAP_SLOTS ==>
    a.descriptors.at[i].kind <= DXGMAP_OBJECT_VIEW &&
    (SlotLive(a.slots, i) <==> a.descriptors.at[i].kind != DXGMAP_NO_KIND) &&
    (a.domain.ranges.length[DXGMAP_ID(i)] > 0 <==> InDomain(a.descriptors.at[i].kind)) &&
    (a.views.span[i] > 0 <==> InWindow(a.descriptors.at[i]));

  // A save area knows its pin, and a pin its save area: at most one live pin each.
  predicate AdapterPins(dxgmap_adapter a) =
    (\forall integer k; 0 <= k < DXGMAP_CHAIN && a.saves.pin[k] != 0 ==>
       k < a.saves.chain && a.saves.pin[k] <= DXGMAP_SLOTS &&
       IsPin(a.descriptors.at[a.saves.pin[k] - 1].kind) && a.descriptors.at[a.saves.pin[k] - 1].index == k &&
       a.domain.ranges.length[DXGMAP_ID(a.saves.pin[k] - 1)] <= a.saves.maximum.pages[k]) &&
    (\forall integer i; 0 <= i < DXGMAP_SLOTS && IsPin(a.descriptors.at[i].kind) ==>
       a.descriptors.at[i].index < a.saves.chain && a.saves.pin[a.descriptors.at[i].index] == i + 1);

  // A pointer lies in its save area, a view in a resource of the adapter.
  predicate ViewFits(dxgmap_resources r, dxgmap_maxima m, integer chain, dxgmap_descriptor d) =
    (d.kind == DXGMAP_POINTER || d.kind == DXGMAP_VIEW || d.kind == DXGMAP_VIDEO) && d.length >= 1 &&
    (d.kind == DXGMAP_POINTER ==>
       d.index < chain && d.physical + d.length <= m.pages[d.index] * DXGMAP_PAGE_SIZE) &&
    (d.kind != DXGMAP_POINTER ==> Owns(r, d.space, d.physical, d.length));
  predicate ViewDescribed(dxgmap_adapter a, dxgmap_descriptor d) =
    ViewFits(a.resources, a.saves.maximum, a.saves.chain, d);
  predicate AdapterViews(dxgmap_adapter a) = \forall integer i; 0 <= i < DXGMAP_SLOTS &&
    DXGMAP_POINTER <= a.descriptors.at[i].kind <= DXGMAP_VIDEO ==> ViewDescribed(a, a.descriptors.at[i]);

  // An ADL belongs to an adapter object, a view of an object to an object, nothing else to anything.
  predicate AdapterLinks(dxgmap_adapter a) =
    \forall integer i; 0 <= i < DXGMAP_SLOTS ==> LinkFits(a.descriptors, a.descriptors.at[i].kind, a.links.to.slot[i]);

  // Which kinds a mode allows: captures that give out no logical page only where it is the physical one, ADLs of objects
  // only where the domain gives logical pages out.
  predicate ModeFits(integer mode, integer kind) =
    (kind == DXGMAP_PIN || DXGMAP_MDL <= kind <= DXGMAP_CONTIGUOUS ==> mode == DXGMAP_IDENTITY) &&
    (kind == DXGMAP_ADL || kind == DXGMAP_ADAPTER_OBJECT ==> mode == DXGMAP_REMAPPING);
  predicate AdapterKinds(dxgmap_adapter a) =
    \forall integer i; 0 <= i < DXGMAP_SLOTS ==> ModeFits(a.mode, a.descriptors.at[i].kind);
  // A domain that remaps is in force from the start of its adapter to the stop.
  predicate AdapterMode(dxgmap_adapter a) =
    a.mode <= DXGMAP_REMAPPING && (a.started != 0 && a.mode == DXGMAP_REMAPPING ==> a.attached != 0);

  // A stopped adapter holds nothing.
  predicate AdapterStopped(dxgmap_adapter a) =
    a.slots.live == 0 && a.attached == 0 && a.exclusive == 0 && a.saves.chain == 0 && a.resources.count == 0;

  predicate AdapterOk(dxgmap_adapter a) =
    SlotsOk(a.slots) && DomainOk(a.domain) && Coherent(a.domain, a.mode) && ViewsOk(a.views) && LinksOk(a.links) && AdapterParts(a) && AdapterPins(a) &&
    AdapterViews(a) && AdapterLinks(a) && AdapterKinds(a) && AdapterMode(a) && a.saves.chain <= DXGMAP_CHAIN && a.resources.count <= DXGMAP_RESOURCES &&
    a.charge == SaveSum(a.saves.maximum, a.saves.chain) && a.charge <= DXGMAP_CHARGE_MAX &&
    (a.started != 0 ==> a.generation < DXGMAP_GENERATION_MAX);

  // The causes of exhaustion, over what is free.
  predicate PagesStatus(dxgmap_adapter a, integer n, integer status) =
    (!SlotRoom(a.slots) ==> status == DXGMAP_NO_SLOT) &&
    (SlotRoom(a.slots) && !RangeRoom(a.domain.ranges, n) ==> status == DXGMAP_NO_RANGE) &&
    (SlotRoom(a.slots) && RangeRoom(a.domain.ranges, n) ==> status == DXGMAP_OK);
  predicate SlotStatus(dxgmap_adapter a, integer status) =
    (!SlotRoom(a.slots) ==> status == DXGMAP_NO_SLOT) && (SlotRoom(a.slots) ==> status == DXGMAP_OK);

  // What starting decided.
  predicate StartKept(dxgmap_adapter a, dxgmap_adapter b) =
    b.generation == a.generation && b.started == a.started && b.mode == a.mode && b.charge == a.charge &&
    b.saves.chain == a.saves.chain && b.saves.maximum == a.saves.maximum && b.resources == a.resources &&
    RangeLimits(a.domain.ranges, b.domain.ranges);
  // What no mapping changes.
  predicate ConfigurationKept(dxgmap_adapter a, dxgmap_adapter b) =
    StartKept(a, b) && b.attached == a.attached && b.exclusive == a.exclusive;

  // What an adapter asks for when it starts.
  logic integer RequestSum(dxgmap_start d, integer n) =
    n <= 0 ? 0 : RequestSum(d, n - 1) + d.save_bytes[n - 1] / DXGMAP_PAGE_SIZE;
  // How many logical pages an adapter can be given: in remapping mode those that it can reach.
  logic integer PagesVisible(dxgmap_start d) = (d.highest_visible + 1) / DXGMAP_PAGE_SIZE;
  logic integer LogicalLimit(dxgmap_start d) =
    d.mode == DXGMAP_IDENTITY || PagesVisible(d) >= DXGMAP_CELLS ? DXGMAP_CELLS : PagesVisible(d) == 0 ? 1 : PagesVisible(d);
  predicate StartsWith(dxgmap_adapter a, dxgmap_start d) =
    a.started != 0 && a.mode == d.mode && a.attached == (d.mode == DXGMAP_IDENTITY ? 0 : 1) && a.exclusive == 0 &&
    a.domain.ranges.limit == LogicalLimit(d) && a.domain.ranges.waiting.limit == d.quarantine &&
    a.domain.ranges.waiting.count == 0 && a.saves.chain == d.chain &&
    (\forall integer k; 0 <= k < d.chain ==> a.saves.maximum.pages[k] == d.save_bytes[k] / DXGMAP_PAGE_SIZE) &&
    a.resources.count == d.resources &&
    (\forall integer k; 0 <= k < d.resources ==> a.resources.at[k] == d.resource[k]);
  // From a to b some lives ended, once each, and none began.
  predicate SlotsEnded(dxgmap_slots a, dxgmap_slots b) =
    (\forall integer i; 0 <= i < DXGMAP_SLOTS && SlotLive(b, i) ==> SlotLive(a, i) && b.generation[i] == a.generation[i]) &&
    (\forall integer i; 0 <= i < DXGMAP_SLOTS && !SlotLive(b, i) && SlotLive(a, i)
       ==> b.generation[i] == a.generation[i] + 1) &&
    (\forall integer i; 0 <= i < DXGMAP_SLOTS && !SlotLive(a, i) ==> b.generation[i] == a.generation[i]);
  // The step from a to b ended every life.
  predicate Emptied(dxgmap_adapter a, dxgmap_adapter b) =
    b.slots.live == 0 && (\forall integer i; 0 <= i < DXGMAP_SLOTS ==> !SlotLive(b.slots, i)) &&
    (\forall integer i; 0 <= i < DXGMAP_SLOTS && SlotLive(a.slots, i)
       ==> b.slots.generation[i] == a.slots.generation[i] + 1) &&
    (\forall integer i; 0 <= i < DXGMAP_SLOTS && !SlotLive(a.slots, i)
       ==> b.slots.generation[i] == a.slots.generation[i]);

  // The mapping of slot i is in b what it was in a: same life, same request, same captured pages, same place.
  predicate SlotKept(dxgmap_adapter a, dxgmap_adapter b, integer i) =
    (SlotLive(b.slots, i) <==> SlotLive(a.slots, i)) && b.slots.generation[i] == a.slots.generation[i] &&
    b.descriptors.at[i] == a.descriptors.at[i] && b.links.to.slot[i] == a.links.to.slot[i] &&
    MappingKept(a.domain, b.domain, DXGMAP_ID(i)) &&
    b.views.place[i] == a.views.place[i] && b.views.span[i] == a.views.span[i];
  predicate OthersKept(dxgmap_adapter a, dxgmap_adapter b, integer x) =
    \forall integer i; 0 <= i < DXGMAP_SLOTS && i != x ==> SlotKept(a, b, i);

  // Every mapping, live or not, is in b what it was in a.
  predicate MappingsKept(dxgmap_adapter a, dxgmap_adapter b) =
    b.generation == a.generation && b.slots.live == a.slots.live &&
    (\forall integer i; 0 <= i < DXGMAP_SLOTS ==> SlotKept(a, b, i)) &&
    \forall integer p; 0 <= p < DXGMAP_PAGES ==> b.domain.counts.count[p] == a.domain.counts.count[p];

  // The step from a to b made slot i live, and did nothing else.
  predicate Taken(dxgmap_adapter a, dxgmap_adapter b, integer i) =
    0 <= i < DXGMAP_SLOTS && SlotIdle(a.slots, i) && SlotLive(b.slots, i) &&
    b.slots.generation[i] == a.slots.generation[i] && b.slots.live == a.slots.live + 1 && ConfigurationKept(a, b) &&
    OthersKept(a, b, i);
  // The step from a to b ended the life of slot i, and did nothing else.
  predicate Released(dxgmap_adapter a, dxgmap_adapter b, integer i) =
    SlotLive(a.slots, i) && !SlotLive(b.slots, i) && b.slots.generation[i] == a.slots.generation[i] + 1 &&
    b.slots.live == a.slots.live - 1 && ConfigurationKept(a, b) && OthersKept(a, b, i);
*/

#endif
/* dxgmap: end spec/logic/adapter.h */

/* Makes a mapping of n captured pages; `target` is the slot + 1 of what it belongs to, or 0. Its handle field is the slot.
   The causes: DXGMAP_NO_SLOT, DXGMAP_NO_RANGE. */
/*@ requires valid: \valid(a) && \valid_read(pages + (0 .. n - 1));
    requires separated: \separated(a, pages + (..));
    requires ok: AdapterOk(*a);
    requires kind: InDomain(d.kind);
    requires link: LinkFits(a->descriptors, d.kind, target);
    requires pin: IsPin(d.kind) ==> d.index < a->saves.chain && a->saves.pin[d.index] == 0 && n <= a->saves.maximum.pages[d.index];
    requires mode: ModeFits(a->mode, d.kind);
    requires pages: n >= 1 && PagesInMemory(pages, n);
    terminates \true;
    exits \false;
    assigns *a;
    ensures ok: AdapterOk(*a);
    ensures status: PagesStatus(\old(*a), n, \result.status);
    ensures atomic: \result.status != DXGMAP_OK ==> *a == \old(*a) && \result.handle == 0;
    ensures taken: \result.status == DXGMAP_OK ==> Taken(\old(*a), *a, \result.handle);
    ensures descriptor: \result.status == DXGMAP_OK ==> a->descriptors.at[\result.handle] == d;
    ensures captured: \result.status == DXGMAP_OK ==> a->domain.ranges.length[DXGMAP_ID(\result.handle)] == n
                      && Captured(a->domain, DXGMAP_ID(\result.handle), pages, n);
    ensures linked: \result.status == DXGMAP_OK ==> a->links.to.slot[\result.handle] == target;
    ensures pinned: \result.status == DXGMAP_OK && IsPin(d.kind) ==> a->saves.pin[d.index] == \result.handle + 1; */
dxgmap_outcome dxgmap_adapter_take_pages(dxgmap_adapter *a, dxgmap_descriptor d, const uint64_t *pages, uint32_t n,
                                         uint32_t target);

/* Makes a mapping that captures no page: `span` window pages from page `place` (span 0: ports, or an object); `target` as
   above. Its handle field is the slot. The cause: DXGMAP_NO_SLOT. */
/*@ requires valid: \valid(a);
    requires ok: AdapterOk(*a);
    requires kind: 1 <= d.kind <= DXGMAP_OBJECT_VIEW && !InDomain(d.kind);
    requires mode: ModeFits(a->mode, d.kind);
    requires link: LinkFits(a->descriptors, d.kind, target);
    requires descriptor: DXGMAP_POINTER <= d.kind <= DXGMAP_VIDEO ==> ViewDescribed(*a, d);
    requires place: span > 0 <==> InWindow(d);
    requires room: span > 0 ==> ViewRoom(a->views, place, span);
    terminates \true;
    exits \false;
    assigns *a;
    ensures ok: AdapterOk(*a);
    ensures domain: a->domain == \old(a->domain);
    ensures status: SlotStatus(\old(*a), \result.status);
    ensures atomic: \result.status != DXGMAP_OK ==> *a == \old(*a) && \result.handle == 0;
    ensures taken: \result.status == DXGMAP_OK ==> Taken(\old(*a), *a, \result.handle);
    ensures descriptor: \result.status == DXGMAP_OK ==> a->descriptors.at[\result.handle] == d;
    ensures placed: \result.status == DXGMAP_OK ==> a->views.span[\result.handle] == span
                    && (span > 0 ==> a->views.place[\result.handle] == place);
    ensures linked: \result.status == DXGMAP_OK ==> a->links.to.slot[\result.handle] == target; */
dxgmap_outcome dxgmap_adapter_take(dxgmap_adapter *a, dxgmap_descriptor d, uint32_t place, uint32_t span,
                                   uint32_t target);

/* Ends the mapping of slot i, whatever it is, and frees all that it held. Nothing may belong to it any more. */
/*@ requires valid: \valid(a);
    requires ok: AdapterOk(*a);
    requires live: SlotLive(a->slots, i);
    requires free: LinkFree(a->links, i);
    terminates \true;
    exits \false;
    assigns *a;
    ensures ok: AdapterOk(*a);
    ensures released: Released(\old(*a), *a, i);
    ensures unpinned: IsPin(\old(*a).descriptors.at[i].kind) ==> a->saves.pin[\old(*a).descriptors.at[i].index] == 0; */
void dxgmap_adapter_release(dxgmap_adapter *a, uint32_t i);

/* How many pages lie below the highest address that the adapter can reach. */
/*@ requires valid: \valid(d);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures pages: \result == PagesVisible(*d); */
uint64_t dxgmap_adapter_visible(const dxgmap_start *d);

/* Starts a stopped adapter with what it asks for. */
/*@ requires valid: \valid(a) && \valid(d);
    requires separated: \separated(a, d);
    requires ok: AdapterOk(*a);
    requires stopped: a->started == 0 && AdapterStopped(*a) && a->generation < DXGMAP_GENERATION_MAX;
    requires request: d->chain <= DXGMAP_CHAIN && d->resources <= DXGMAP_RESOURCES && d->mode <= DXGMAP_REMAPPING
                      && d->quarantine <= DXGMAP_QUARANTINE;
    requires charge: RequestSum(*d, d->chain) <= DXGMAP_CHARGE_MAX;
    terminates \true;
    exits \false;
    assigns *a;
    ensures ok: AdapterOk(*a);
    ensures started: StartsWith(*a, *d) && a->charge == RequestSum(*d, d->chain);
    ensures kept: MappingsKept(\old(*a), *a); */
void dxgmap_adapter_open(dxgmap_adapter *a, const dxgmap_start *d);

/* Sets the two switches of a started adapter. */
/*@ requires valid: \valid(a);
    requires ok: AdapterOk(*a);
    requires started: a->started != 0;
    requires attached: a->mode == DXGMAP_REMAPPING ==> attached != 0;
    terminates \true;
    exits \false;
    assigns *a;
    ensures ok: AdapterOk(*a);
    ensures kept: MappingsKept(\old(*a), *a);
    ensures same: StartKept(\old(*a), *a);
    ensures set: a->attached == attached && a->exclusive == exclusive; */
void dxgmap_adapter_switch(dxgmap_adapter *a, uint32_t attached, uint32_t exclusive);

/* Ends every mapping of the adapter, and stops it: no handle of it, nor its own, is ever valid again. */
/*@ requires valid: \valid(a);
    requires ok: AdapterOk(*a);
    requires started: a->started != 0;
    terminates \true;
    exits \false;
    assigns *a;
    ensures ok: AdapterOk(*a);
    ensures stopped: a->started == 0 && AdapterStopped(*a) && a->charge == 0 && a->generation == \old(a->generation) + 1;
    ensures emptied: Emptied(\old(*a), *a); */
void dxgmap_adapter_close(dxgmap_adapter *a);

/* A fact for the proofs of callers; it does not run. */
/*@ ghost
  // Nothing belongs to what is neither an object nor an adapter object.
  /@ requires links: AdapterLinks(a);
     requires slot: i < DXGMAP_SLOTS;
     requires kind: a.descriptors.at[i].kind != DXGMAP_OBJECT && a.descriptors.at[i].kind != DXGMAP_ADAPTER_OBJECT;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures free: LinkFree(a.links, i); @/
  void dxgmap_adapter_unlinked(dxgmap_adapter a, uint32_t i);
*/

#endif
/* dxgmap: end model/core/adapter.h */

/* Member by member: of a struct copy some compilers make a call of memcpy, and the core calls nothing. */
/*@ requires valid: \valid(a);
    requires slot: i < DXGMAP_SLOTS;
    terminates \true;
    exits \false;
    assigns a->descriptors.at[i];
    ensures set: a->descriptors.at[i] == d; */
static void dxgmap_adapter_describe(dxgmap_adapter *a, uint32_t i, dxgmap_descriptor d)
{
  a->descriptors.at[i].kind = d.kind;
  a->descriptors.at[i].index = d.index;
  a->descriptors.at[i].space = d.space;
  a->descriptors.at[i].user = d.user;
  a->descriptors.at[i].cache = d.cache;
  a->descriptors.at[i].slack = d.slack;
  a->descriptors.at[i].object = d.object;
  a->descriptors.at[i].physical = d.physical;
  a->descriptors.at[i].length = d.length;
  a->descriptors.at[i].process = d.process;
}

/* Steps of the proofs, none of which runs. */
/*@ ghost
  void dxgmap_adapter_unlinked(dxgmap_adapter a, uint32_t i)
  {
    return;
  }
*/
/*@ ghost
  // Slot i changed, and its own parts are in use as its kind says.
  /@ requires slot: i < DXGMAP_SLOTS;
     requires others: OthersKept(was, now, i);
     requires parts: AdapterParts(was);
     requires kind: now.descriptors.at[i].kind <= DXGMAP_OBJECT_VIEW;
     requires live: SlotLive(now.slots, i) <==> now.descriptors.at[i].kind != DXGMAP_NO_KIND;
     requires pages: now.domain.ranges.length[DXGMAP_ID(i)] > 0 <==> InDomain(now.descriptors.at[i].kind);
     requires place: now.views.span[i] > 0 <==> InWindow(now.descriptors.at[i]);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures parts: AdapterParts(now); @/
  void dxgmap_adapter_reparted(dxgmap_adapter was, dxgmap_adapter now, uint32_t i)
  {
    /@ assert live: \forall integer j; 0 <= j < DXGMAP_SLOTS ==>
         (SlotLive(now.slots, j) <==> now.descriptors.at[j].kind != DXGMAP_NO_KIND); @/
    /@ assert pages: \forall integer j; 0 <= j < DXGMAP_SLOTS ==> now.descriptors.at[j].kind <= DXGMAP_OBJECT_VIEW &&
         (now.domain.ranges.length[DXGMAP_ID(j)] > 0 <==> InDomain(now.descriptors.at[j].kind)); @/
    /@ assert place: \forall integer j; 0 <= j < DXGMAP_SLOTS ==>
         (now.views.span[j] > 0 <==> InWindow(now.descriptors.at[j])); @/
    return;
  }
*/
/*@ ghost
  // Slot i changed, which is no view or one that fits.
  /@ requires slot: i < DXGMAP_SLOTS;
     requires others: OthersKept(was, now, i);
     requires views: AdapterViews(was);
     requires same: now.resources == was.resources && now.saves.maximum == was.saves.maximum
                    && now.saves.chain == was.saves.chain;
     requires own: DXGMAP_POINTER <= now.descriptors.at[i].kind <= DXGMAP_VIDEO
       ==> ViewDescribed(now, now.descriptors.at[i]);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures views: AdapterViews(now); @/
  void dxgmap_adapter_reviewed(dxgmap_adapter was, dxgmap_adapter now, uint32_t i)
  {
    /@ assert kept: \forall integer j; 0 <= j < DXGMAP_SLOTS && j != i ==> now.descriptors.at[j] == was.descriptors.at[j]; @/
    return;
  }
*/
/*@ ghost
  // Slot i changed, to which nothing belongs, and its own link fits.
  /@ requires slot: i < DXGMAP_SLOTS;
     requires others: OthersKept(was, now, i);
     requires links: AdapterLinks(was);
     requires free: LinkFree(was.links, i);
     requires own: LinkFits(now.descriptors, now.descriptors.at[i].kind, now.links.to.slot[i]);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures links: AdapterLinks(now); @/
  void dxgmap_adapter_relinked(dxgmap_adapter was, dxgmap_adapter now, uint32_t i)
  {
    /@ assert same: \forall integer j; 0 <= j < DXGMAP_SLOTS && j != i ==> now.links.to.slot[j] == was.links.to.slot[j]
         && now.descriptors.at[j].kind == was.descriptors.at[j].kind; @/
    /@ assert apart: \forall integer j; 0 <= j < DXGMAP_SLOTS && j != i ==> now.links.to.slot[j] != i + 1; @/
    /@ assert fitted: \forall integer j; 0 <= j < DXGMAP_SLOTS && j != i
         ==> LinkFits(was.descriptors, now.descriptors.at[j].kind, now.links.to.slot[j]); @/
    /@ assert fits: \forall integer j; 0 <= j < DXGMAP_SLOTS && j != i
         ==> LinkFits(now.descriptors, now.descriptors.at[j].kind, now.links.to.slot[j]); @/
    return;
  }
*/
/*@ ghost
  // Slot i changed, which was no pin and is none.
  /@ requires slot: i < DXGMAP_SLOTS;
     requires others: OthersKept(was, now, i);
     requires pins: AdapterPins(was);
     requires same: now.saves == was.saves;
     requires no_pin: !IsPin(was.descriptors.at[i].kind) && !IsPin(now.descriptors.at[i].kind);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures pins: AdapterPins(now); @/
  void dxgmap_adapter_repinned(dxgmap_adapter was, dxgmap_adapter now, uint32_t i)
  {
    return;
  }
*/
/*@ ghost
  // Slot i began; if it is a pin, of a save area that nobody had pinned and that is large enough.
  /@ requires slot: i < DXGMAP_SLOTS;
     requires others: OthersKept(was, now, i);
     requires pins: AdapterPins(was);
     requires same: now.saves.chain == was.saves.chain && now.saves.maximum == was.saves.maximum;
     requires chain: was.saves.chain <= DXGMAP_CHAIN;
     requires idle: was.descriptors.at[i].kind == DXGMAP_NO_KIND;
     requires own: IsPin(now.descriptors.at[i].kind) ==> now.descriptors.at[i].index < was.saves.chain
       && was.saves.pin[now.descriptors.at[i].index] == 0 && now.saves.pin[now.descriptors.at[i].index] == i + 1
       && now.domain.ranges.length[DXGMAP_ID(i)] <= was.saves.maximum.pages[now.descriptors.at[i].index];
     requires rest: \forall integer k; 0 <= k < DXGMAP_CHAIN
       && !(IsPin(now.descriptors.at[i].kind) && k == now.descriptors.at[i].index)
       ==> now.saves.pin[k] == was.saves.pin[k];
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures pins: AdapterPins(now); @/
  void dxgmap_adapter_pin_began(dxgmap_adapter was, dxgmap_adapter now, uint32_t i)
  {
    /@ assert kept: \forall integer j; 0 <= j < DXGMAP_SLOTS && j != i ==> now.descriptors.at[j] == was.descriptors.at[j]
         && now.domain.ranges.length[DXGMAP_ID(j)] == was.domain.ranges.length[DXGMAP_ID(j)]; @/
    /@ assert apart: \forall integer k; 0 <= k < DXGMAP_CHAIN ==> was.saves.pin[k] != i + 1; @/
    /@ assert slots: \forall integer k; 0 <= k < DXGMAP_CHAIN && was.saves.pin[k] != 0
         ==> was.saves.pin[k] <= DXGMAP_SLOTS
             && now.descriptors.at[was.saves.pin[k] - 1] == was.descriptors.at[was.saves.pin[k] - 1]
             && now.domain.ranges.length[DXGMAP_ID(was.saves.pin[k] - 1)]
                == was.domain.ranges.length[DXGMAP_ID(was.saves.pin[k] - 1)]; @/
    /@ assert known: \forall integer j; 0 <= j < DXGMAP_SLOTS && j != i && IsPin(was.descriptors.at[j].kind)
         ==> now.saves.pin[was.descriptors.at[j].index] == j + 1; @/
    return;
  }
*/
/*@ ghost
  // Slot i ended, and with it the pin that it may have been.
  /@ requires slot: i < DXGMAP_SLOTS;
     requires others: OthersKept(was, now, i);
     requires pins: AdapterPins(was);
     requires same: now.saves.chain == was.saves.chain && now.saves.maximum == was.saves.maximum;
     requires chain: was.saves.chain <= DXGMAP_CHAIN;
     requires none: now.descriptors.at[i].kind == DXGMAP_NO_KIND;
     requires cleared: \forall integer k; 0 <= k < DXGMAP_CHAIN && now.saves.pin[k] != 0
       ==> now.saves.pin[k] == was.saves.pin[k] && now.saves.pin[k] != i + 1;
     requires linked: \forall integer k; 0 <= k < DXGMAP_SLOTS && IsPin(now.descriptors.at[k].kind)
       ==> now.saves.pin[now.descriptors.at[k].index] == k + 1;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures pins: AdapterPins(now); @/
  void dxgmap_adapter_pin_ended(dxgmap_adapter was, dxgmap_adapter now, uint32_t i)
  {
    /@ assert kept: \forall integer j; 0 <= j < DXGMAP_SLOTS && j != i ==> now.descriptors.at[j] == was.descriptors.at[j]
         && now.domain.ranges.length[DXGMAP_ID(j)] == was.domain.ranges.length[DXGMAP_ID(j)]; @/
    /@ assert slots: \forall integer k; 0 <= k < DXGMAP_CHAIN && now.saves.pin[k] != 0
         ==> now.descriptors.at[now.saves.pin[k] - 1] == was.descriptors.at[now.saves.pin[k] - 1]
             && now.domain.ranges.length[DXGMAP_ID(now.saves.pin[k] - 1)]
                == was.domain.ranges.length[DXGMAP_ID(now.saves.pin[k] - 1)]; @/
    /@ assert saves: \forall integer k; 0 <= k < DXGMAP_CHAIN && now.saves.pin[k] != 0
         ==> k < now.saves.chain && now.saves.pin[k] <= DXGMAP_SLOTS; @/
    /@ assert known: \forall integer k; 0 <= k < DXGMAP_SLOTS && IsPin(now.descriptors.at[k].kind)
         ==> k != i && now.descriptors.at[k].index < now.saves.chain; @/
    return;
  }
*/
/*@ ghost
  // One life more ended.
  /@ requires ended: SlotsEnded(first.slots, was.slots);
     requires released: Released(was, now, i);
     requires slot: i < DXGMAP_SLOTS;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures ended: SlotsEnded(first.slots, now.slots);
     ensures links: \forall integer j; 0 <= j < DXGMAP_SLOTS && j != i ==> now.links.to.slot[j] == was.links.to.slot[j]; @/
  void dxgmap_adapter_ended(dxgmap_adapter first, dxgmap_adapter was, dxgmap_adapter now, uint32_t i)
  {
    return;
  }
*/
/*@ ghost
  // Without a mapping no range is held.
  /@ requires parts: AdapterParts(a);
     requires none: \forall integer i; 0 <= i < DXGMAP_SLOTS ==> a.descriptors.at[i].kind == DXGMAP_NO_KIND;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures empty: \forall integer i; DXGMAP_FIRST <= i < DXGMAP_HEAP_IDS ==> a.domain.ranges.length[i] == 0; @/
  void dxgmap_adapter_rangeless(dxgmap_adapter a)
  {
    /@ assert each: \forall integer i; DXGMAP_FIRST <= i < DXGMAP_HEAP_IDS
         ==> a.descriptors.at[i - DXGMAP_FIRST].kind == DXGMAP_NO_KIND && a.domain.ranges.length[i] == 0; @/
    return;
  }
*/

dxgmap_outcome dxgmap_adapter_take_pages(dxgmap_adapter *a, dxgmap_descriptor d, const uint64_t *pages, uint32_t n,
                                         uint32_t target)
{
  /*@ ghost dxgmap_adapter was = *a; */
  uint32_t i = dxgmap_slots_next(&a->slots);
  if (i == DXGMAP_SLOTS) return dxgmap_refuse(DXGMAP_NO_SLOT);
  /*@ assert unused: was.descriptors.at[i].kind == DXGMAP_NO_KIND; */
  /*@ ghost dxgmap_adapter_unlinked(was, i); */
  if (!dxgmap_domain_map(&a->domain, a->mode, DXGMAP_ID(i), pages, n)) return dxgmap_refuse(DXGMAP_NO_RANGE);
  dxgmap_slots_take(&a->slots);
  dxgmap_links_set(&a->links, i, target);
  dxgmap_adapter_describe(a, i, d);
  if (d.kind == DXGMAP_PIN || d.kind == DXGMAP_PIN2) a->saves.pin[d.index] = i + 1u;
  /*@ assert others: OthersKept(was, *a, i); */
  /*@ ghost dxgmap_adapter_reparted(was, *a, i); */
  /*@ assert kinds: AdapterKinds(*a); */
  /*@ ghost dxgmap_adapter_pin_began(was, *a, i); */
  /*@ ghost dxgmap_adapter_reviewed(was, *a, i); */
  /*@ ghost dxgmap_adapter_relinked(was, *a, i); */
  return dxgmap_accept(i);
}

dxgmap_outcome dxgmap_adapter_take(dxgmap_adapter *a, dxgmap_descriptor d, uint32_t place, uint32_t span,
                                   uint32_t target)
{
  /*@ ghost dxgmap_adapter was = *a; */
  uint32_t i = dxgmap_slots_next(&a->slots);
  if (i == DXGMAP_SLOTS) return dxgmap_refuse(DXGMAP_NO_SLOT);
  /*@ assert unused: was.descriptors.at[i].kind == DXGMAP_NO_KIND; */
  /*@ ghost dxgmap_adapter_unlinked(was, i); */
  if (span > 0) dxgmap_views_put(&a->views, i, place, span);
  dxgmap_slots_take(&a->slots);
  dxgmap_links_set(&a->links, i, target);
  dxgmap_adapter_describe(a, i, d);
  /*@ assert others: OthersKept(was, *a, i); */
  /*@ ghost dxgmap_adapter_reparted(was, *a, i); */
  /*@ assert kinds: AdapterKinds(*a); */
  /*@ ghost dxgmap_adapter_repinned(was, *a, i); */
  /*@ ghost dxgmap_adapter_reviewed(was, *a, i); */
  /*@ ghost dxgmap_adapter_relinked(was, *a, i); */
  return dxgmap_accept(i);
}

/* Frees the pages, or the place in the window, that slot i holds. */
/*@ requires valid: \valid(a);
    requires ok: DomainOk(a->domain) && ViewsOk(a->views);
    requires coherent: Coherent(a->domain, a->mode);
    requires slot: i < DXGMAP_SLOTS;
    terminates \true;
    exits \false;
    assigns a->domain, a->views;
    ensures ok: DomainOk(a->domain) && ViewsOk(a->views);
    ensures coherent: Coherent(a->domain, a->mode);
    ensures limits: RangeLimits(\old(a->domain.ranges), a->domain.ranges);
    ensures gone: a->domain.ranges.length[DXGMAP_ID(i)] == 0 && a->views.span[i] == 0;
    ensures pages: DomainKept(\old(a->domain), a->domain, DXGMAP_ID(i));
    ensures places: ViewsKept(\old(a->views), a->views, i); */
static void dxgmap_adapter_free(dxgmap_adapter *a, uint32_t i)
{
  if (a->domain.ranges.length[DXGMAP_ID(i)] > 0) dxgmap_domain_unmap(&a->domain, a->mode, DXGMAP_ID(i));
  if (a->views.span[i] > 0) dxgmap_views_drop(&a->views, i);
}

/* Takes the request of slot i away, and with it the pin that it may be. */
/*@ requires valid: \valid(a);
    requires pins: AdapterPins(*a);
    requires chain: a->saves.chain <= DXGMAP_CHAIN;
    requires slot: i < DXGMAP_SLOTS;
    terminates \true;
    exits \false;
    assigns a->saves.pin[0 .. DXGMAP_CHAIN - 1], a->descriptors.at[i].kind;
    ensures none: a->descriptors.at[i].kind == DXGMAP_NO_KIND;
    ensures unpinned: IsPin(\old(a->descriptors.at[i].kind)) ==> a->saves.pin[\old(a->descriptors.at[i].index)] == 0;
    ensures cleared: \forall integer k; 0 <= k < DXGMAP_CHAIN && a->saves.pin[k] != 0
                     ==> a->saves.pin[k] == \old(a->saves.pin[k]) && a->saves.pin[k] != i + 1;
    ensures linked: \forall integer k; 0 <= k < DXGMAP_SLOTS && IsPin(a->descriptors.at[k].kind)
                    ==> k != i && a->saves.pin[a->descriptors.at[k].index] == k + 1; */
static void dxgmap_adapter_forget(dxgmap_adapter *a, uint32_t i)
{
  if (a->descriptors.at[i].kind == DXGMAP_PIN || a->descriptors.at[i].kind == DXGMAP_PIN2)
    a->saves.pin[a->descriptors.at[i].index] = 0;
  a->descriptors.at[i].kind = DXGMAP_NO_KIND;
}

void dxgmap_adapter_release(dxgmap_adapter *a, uint32_t i)
{
  /*@ ghost dxgmap_adapter was = *a; */
  dxgmap_adapter_free(a, i);
  dxgmap_adapter_forget(a, i);
  dxgmap_links_set(&a->links, i, 0);
  dxgmap_slots_release(&a->slots, i);
  /*@ assert others: OthersKept(was, *a, i); */
  /*@ ghost dxgmap_adapter_reparted(was, *a, i); */
  /*@ assert kinds: AdapterKinds(*a); */
  /*@ ghost dxgmap_adapter_pin_ended(was, *a, i); */
  /*@ ghost dxgmap_adapter_reviewed(was, *a, i); */
  /*@ ghost dxgmap_adapter_relinked(was, *a, i); */
}

uint64_t dxgmap_adapter_visible(const dxgmap_start *d)
{
  /* whole pages below the bound, and the page that it closes */
  return d->highest_visible / DXGMAP_PAGE_SIZE +
         (d->highest_visible % DXGMAP_PAGE_SIZE == DXGMAP_PAGE_SIZE - 1u ? 1u : 0u);
}

/* How many logical pages the adapter is given. */
/*@ requires valid: \valid(d);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures limit: \result == LogicalLimit(*d);
    ensures range: 1 <= \result <= DXGMAP_CELLS; */
static uint32_t dxgmap_adapter_limit(const dxgmap_start *d)
{
  uint64_t seen = dxgmap_adapter_visible(d);
  if (d->mode == DXGMAP_IDENTITY || seen >= DXGMAP_CELLS) return DXGMAP_CELLS;
  return seen == 0 ? 1u : (uint32_t)seen;
}

void dxgmap_adapter_open(dxgmap_adapter *a, const dxgmap_start *d)
{
  /*@ assert none: \forall integer i; 0 <= i < DXGMAP_SLOTS ==> a->descriptors.at[i].kind == DXGMAP_NO_KIND; */
  /*@ assert unpinned: \forall integer k; 0 <= k < DXGMAP_CHAIN ==> a->saves.pin[k] == 0; */
  uint64_t charge = 0;
  /*@ loop invariant range: 0 <= k <= d->chain;
      loop invariant copied: \forall integer j; 0 <= j < k
                             ==> a->saves.maximum.pages[j] == d->save_bytes[j] / DXGMAP_PAGE_SIZE;
      loop invariant charge: charge == RequestSum(*d, k) && charge <= k * 0xFFFFFFFFFFFFF;
      loop assigns k, charge, a->saves.maximum.pages[0 .. DXGMAP_CHAIN - 1];
      loop variant d->chain - k; */
  for (uint32_t k = 0; k < d->chain; k++) {
    a->saves.maximum.pages[k] = d->save_bytes[k] / DXGMAP_PAGE_SIZE;
    charge += d->save_bytes[k] / DXGMAP_PAGE_SIZE;
  }
  /*@ ghost
      /@ loop invariant range: 0 <= j <= d->chain;
         loop invariant sum: SaveSum(a->saves.maximum, j) == RequestSum(*d, j);
         loop assigns j;
         loop variant d->chain - j; @/
      for (uint32_t j = 0; j < d->chain; j++) { }
  */
  /*@ loop invariant range: 0 <= k <= d->resources;
      loop invariant copied: \forall integer j; 0 <= j < k ==> a->resources.at[j] == d->resource[j];
      loop assigns k, a->resources.at[0 .. DXGMAP_RESOURCES - 1];
      loop variant d->resources - k; */
  for (uint32_t k = 0; k < d->resources; k++)
    a->resources.at[k] = d->resource[k];
  a->resources.count = d->resources;
  a->saves.chain = d->chain;
  a->charge = charge;
  a->mode = d->mode;
  /* a domain that remaps is attached before the driver starts */
  a->attached = d->mode == DXGMAP_IDENTITY ? 0 : 1u;
  a->exclusive = 0;
  a->started = 1;
  /*@ ghost dxgmap_adapter_rangeless(*a); */
  dxgmap_domain_open(&a->domain, dxgmap_adapter_limit(d), d->quarantine);
  /*@ assert parts: AdapterParts(*a); */
  /*@ assert pins: AdapterPins(*a); */
  /*@ assert views: AdapterViews(*a); */
  /*@ assert links: AdapterLinks(*a); */
  /*@ assert kinds: AdapterKinds(*a); */
}

void dxgmap_adapter_switch(dxgmap_adapter *a, uint32_t attached, uint32_t exclusive)
{
  a->attached = attached;
  a->exclusive = exclusive;
  /*@ assert parts: AdapterParts(*a); */
  /*@ assert pinned: \forall integer k; 0 <= k < DXGMAP_CHAIN && a->saves.pin[k] != 0
             ==> IsPin(\at(*a, Pre).descriptors.at[a->saves.pin[k] - 1].kind); */
  /*@ assert pins: AdapterPins(*a); */
  /*@ assert views: AdapterViews(*a); */
  /*@ assert links: AdapterLinks(*a); */
  /*@ assert kinds: AdapterKinds(*a); */
}

/* Ends the mappings that belong to others. */
/*@ requires valid: \valid(a);
    requires ok: AdapterOk(*a);
    terminates \true;
    exits \false;
    assigns *a;
    ensures ok: AdapterOk(*a);
    ensures same: ConfigurationKept(\old(*a), *a);
    ensures some: SlotsEnded(\old(a->slots), a->slots);
    ensures none: \forall integer i; 0 <= i < DXGMAP_SLOTS ==> a->links.to.slot[i] == 0; */
static void dxgmap_adapter_close_linked(dxgmap_adapter *a)
{
  /*@ ghost dxgmap_adapter first = *a; */
  /*@ loop invariant range: 0 <= i <= DXGMAP_SLOTS;
      loop invariant ok: AdapterOk(*a);
      loop invariant same: ConfigurationKept(\at(*a, Pre), *a);
      loop invariant some: SlotsEnded(first.slots, a->slots);
      loop invariant none: \forall integer j; 0 <= j < i ==> a->links.to.slot[j] == 0;
      loop assigns i, *a;
      loop variant DXGMAP_SLOTS - i; */
  for (uint32_t i = 0; i < a->slots.high; i++) {
    if (a->links.to.slot[i] != 0) {
      /*@ ghost dxgmap_adapter_unlinked(*a, i); */
      /*@ ghost dxgmap_adapter before = *a; */
      dxgmap_adapter_release(a, i);
      /*@ ghost dxgmap_adapter_ended(first, before, *a, i); */
      /*@ assert unlinked: AdapterParts(*a) && AdapterLinks(*a) && a->descriptors.at[i].kind == DXGMAP_NO_KIND
                 && a->links.to.slot[i] == 0; */
      /*@ assert none: \forall integer j; 0 <= j < i ==> a->links.to.slot[j] == 0; */
    }
  }
  /*@ assert parts: AdapterParts(*a) && AdapterLinks(*a) && SlotsOk(a->slots); */
  /*@ assert fresh: \forall integer j; a->slots.high <= j < DXGMAP_SLOTS
             ==> a->descriptors.at[j].kind == DXGMAP_NO_KIND; */
}

void dxgmap_adapter_close(dxgmap_adapter *a)
{
  /*@ ghost dxgmap_adapter first = *a; */
  dxgmap_adapter_close_linked(a);
  /*@ loop invariant ok: AdapterOk(*a);
      loop invariant same: ConfigurationKept(\at(*a, Pre), *a);
      loop invariant some: SlotsEnded(first.slots, a->slots);
      loop invariant none: \forall integer i; 0 <= i < DXGMAP_SLOTS ==> a->links.to.slot[i] == 0;
      loop assigns *a;
      loop variant a->slots.live; */
  while (a->slots.live > 0) {
    uint32_t i = dxgmap_slots_at(&a->slots, 0);
    /*@ ghost dxgmap_adapter before = *a; */
    dxgmap_adapter_release(a, i);
    /*@ ghost dxgmap_adapter_ended(first, before, *a, i); */
  }
  /*@ assert none: \forall integer i; 0 <= i < DXGMAP_SLOTS ==> !SlotLive(a->slots, i); */
  /*@ assert kinds: \forall integer i; 0 <= i < DXGMAP_SLOTS ==> a->descriptors.at[i].kind == DXGMAP_NO_KIND; */
  /*@ assert unpinned: \forall integer k; 0 <= k < DXGMAP_CHAIN ==> a->saves.pin[k] == 0; */
  a->started = 0;
  a->attached = 0;
  a->exclusive = 0;
  a->charge = 0;
  a->saves.chain = 0;
  a->resources.count = 0;
  a->generation++;
  /*@ assert parts: AdapterParts(*a); */
  /*@ assert pins: AdapterPins(*a); */
  /*@ assert views: AdapterViews(*a); */
  /*@ assert links: AdapterLinks(*a); */
  /*@ assert kinds: AdapterKinds(*a); */
}
/* dxgmap: end model/core/adapter.c */
/* dxgmap: begin model/core/check.c sha256 4268b1e3cb964720a99dd9c9f71a272c5ef74a6b5029e566d1ccc5b76e3839a6 */
/* #include "check.h" */
/* dxgmap: begin model/core/check.h sha256 7635fb5c0df15d9e223f6bf8e63f47b97a02b3d76279a29501741a2ebeb4d48f */
#ifndef DXGMAP_CHECK_H
#define DXGMAP_CHECK_H

/* #include "state.h" */
/* dxgmap: begin model/core/state.h sha256 e8db64834d412ebfd3d13b43104e94e8f9167a0c2e37a0ed69e7684a822109bd */
#ifndef DXGMAP_STATE_H
#define DXGMAP_STATE_H

#include <stdint.h>

/* #include "adapter.h" */
/* #include "handle.h" */
/* dxgmap: begin model/core/handle.h sha256 da1d3c0da7d40acfdf689d17fda8c871d49f845f0fe6e8da736aa4a23c6ca9a0 */
#ifndef DXGMAP_HANDLE_H
#define DXGMAP_HANDLE_H

#include <stdint.h>

/* #include "profile.h" */

/* A handle is tag * 2^56 + generation * 2^24 + index + 1, so NULL is never one. The tag of a mapping handle is its
   adapter's place in the table; adapter handles have a tag that no mapping handle has. */
#define DXGMAP_ADAPTER_TAG 128u
#define DXGMAP_HANDLE_INDEXES 16777215u /* 2^24 - 1: index + 1 has 24 bits */

/* #include "logic/handle.h" */
/* dxgmap: begin spec/logic/handle.h sha256 b5f873c835a36bd741cc213413fd23d9b109ca53e52a302ae8549f804ae810f7 */
#ifndef DXGMAP_LOGIC_HANDLE_H
#define DXGMAP_LOGIC_HANDLE_H

/* How a handle is a tag, a generation and an index. */

/*@
  logic integer Handle(integer tag, integer generation, integer index) =
    tag * 0x100000000000000 + generation * 0x1000000 + index + 1;
  logic integer HandleTag(integer h) = h / 0x100000000000000;
  logic integer HandleGeneration(integer h) = h / 0x1000000 % 0x100000000;
  logic integer HandleIndex(integer h) = h % 0x1000000 - 1; // -1: none
*/

#endif
/* dxgmap: end spec/logic/handle.h */

/* The handle of life `generation` of slot (or adapter) `index`. */
/*@ requires index: index < DXGMAP_HANDLE_INDEXES;
    requires tag: tag <= DXGMAP_ADAPTER_TAG;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures value: \result == Handle(tag, generation, index);
    ensures tag: HandleTag(\result) == tag;
    ensures generation: HandleGeneration(\result) == generation;
    ensures index: HandleIndex(\result) == index;
    ensures never_null: \result != 0; */
uint64_t dxgmap_handle_make(uint32_t tag, uint32_t generation, uint32_t index);

/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures tag: \result == HandleTag(handle);
    ensures range: \result < 256; */
uint32_t dxgmap_handle_tag(uint64_t handle);

/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures generation: \result == HandleGeneration(handle); */
uint32_t dxgmap_handle_generation(uint64_t handle);

/* 0xFFFFFFFF when the handle has no index. */
/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures index: HandleIndex(handle) >= 0 ==> \result == HandleIndex(handle) && \result < DXGMAP_HANDLE_INDEXES;
    ensures none: HandleIndex(handle) < 0 ==> \result == 0xFFFFFFFF; */
uint32_t dxgmap_handle_index(uint64_t handle);

/* For the proofs; these do not run. */
/*@ ghost
  /@ requires index: index < DXGMAP_HANDLE_INDEXES;
     requires tag: tag <= DXGMAP_ADAPTER_TAG;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures tag: HandleTag(\result) == tag;
     ensures generation: HandleGeneration(\result) == generation;
     ensures index: HandleIndex(\result) == index; @/
  uint64_t dxgmap_handle_name(uint32_t tag, uint32_t generation, uint32_t index);
*/
/*@ ghost
  // A handle is its tag, its generation and its index.
  /@ terminates \true;
     exits \false;
     assigns \nothing;
     ensures one: \forall integer a, b; HandleIndex(a) >= 0 && HandleTag(a) == HandleTag(b) &&
       HandleGeneration(a) == HandleGeneration(b) && HandleIndex(a) == HandleIndex(b) ==> a == b; @/
  void dxgmap_handle_parts(void);
*/

#endif
/* dxgmap: end model/core/handle.h */
/* #include "profile.h" */
/* #include "status.h" */
/* #include "types.h" */

/* Of each physical memory object: the adapter object that it is opened by. */
typedef struct {
  uint32_t place[DXGMAP_SLOTS + DXGMAP_APART]; /* its adapter's place in the table + 1, or 0 */
  uint32_t slot[DXGMAP_SLOTS + DXGMAP_APART];
} dxgmap_opened;

/* The whole machine: every adapter, and what they share. All-zero memory is the machine with no adapter started. */
typedef struct {
  uint64_t commit; /* pages that the save areas of the started adapters charge */
  dxgmap_opened opened;
  dxgmap_adapter adapter[DXGMAP_PLACES]; /* the last, DXGMAP_MACHINE, holds the objects and their views */
} dxgmap_state;

/* #include "logic/state.h" */
/* dxgmap: begin spec/logic/state.h sha256 333d60f7ff818d63426e94384a5721671f98aa0fed17c2187df7f936d067d7cd */
#ifndef DXGMAP_LOGIC_STATE_H
#define DXGMAP_LOGIC_STATE_H

/* The machine: its invariant, its identities, and the only ways in which a step may change it. */

/*@
  // How often a physical page is locked: as often as the domains count it.
  logic integer LockSum(dxgmap_state s, integer n, integer p) =
    n <= 0 ? 0 : LockSum(s, n - 1, p) + s.adapter[n - 1].domain.counts.count[p];

  logic integer ChargeSum(dxgmap_state s, integer n) = n <= 0 ? 0 : ChargeSum(s, n - 1) + s.adapter[n - 1].charge;
  predicate Charged(dxgmap_state s) = s.commit == ChargeSum(s, DXGMAP_PLACES);

  predicate AdaptersOk(dxgmap_state s) = \forall integer k; 0 <= k < DXGMAP_PLACES ==> AdapterOk(s.adapter[k]);
  predicate StoppedOk(dxgmap_state s) =
    (\forall integer k; 0 <= k < DXGMAP_ADAPTERS && s.adapter[k].started == 0 ==> AdapterStopped(s.adapter[k])) &&
    s.adapter[DXGMAP_MACHINE].started == 0 && s.adapter[DXGMAP_MACHINE].saves.chain == 0;

  // The machine's place holds objects and their views, an adapter's all the rest.
  predicate OfMachine(integer kind) = kind == DXGMAP_OBJECT || kind == DXGMAP_OBJECT_VIEW;
  predicate KindPlaced(integer k, integer kind) =
    kind != DXGMAP_NO_KIND ==> (OfMachine(kind) <==> k == DXGMAP_MACHINE);
  predicate KindsPlaced(dxgmap_state s) = \forall integer k, i; 0 <= k < DXGMAP_PLACES && 0 <= i < DXGMAP_SLOTS ==>
    KindPlaced(k, s.adapter[k].descriptors.at[i].kind);

  // An adapter object knows its object, and an object its adapter object: at most one.
  predicate OpenedBy(dxgmap_opened o, integer x, integer k, integer i) = o.place[x] == k + 1 && o.slot[x] == i;
  predicate ObjectKnown(dxgmap_state s, integer k, integer i) =
    s.adapter[k].descriptors.at[i].kind == DXGMAP_ADAPTER_OBJECT ==>
      1 <= s.adapter[k].descriptors.at[i].object <= DXGMAP_SLOTS &&
      s.adapter[DXGMAP_MACHINE].descriptors.at[s.adapter[k].descriptors.at[i].object - 1].kind == DXGMAP_OBJECT &&
      OpenedBy(s.opened, s.adapter[k].descriptors.at[i].object - 1, k, i);
  predicate Opened(dxgmap_state s, integer x) =
    s.opened.place[x] <= DXGMAP_ADAPTERS && s.opened.slot[x] < DXGMAP_SLOTS &&
    s.adapter[s.opened.place[x] - 1].descriptors.at[s.opened.slot[x]].kind == DXGMAP_ADAPTER_OBJECT &&
    s.adapter[s.opened.place[x] - 1].descriptors.at[s.opened.slot[x]].object == x + 1;
  predicate ObjectsKnown(dxgmap_state s) =
    \forall integer k, i; 0 <= k < DXGMAP_ADAPTERS && 0 <= i < DXGMAP_SLOTS ==> ObjectKnown(s, k, i);
  predicate OpenedKnown(dxgmap_state s) =
    \forall integer x; 0 <= x < DXGMAP_SLOTS && s.opened.place[x] != 0 ==> Opened(s, x);
  predicate OpenedOk(dxgmap_state s) = ObjectsKnown(s) && OpenedKnown(s);

  // What every step keeps.
  predicate Inv(dxgmap_state s) = AdaptersOk(s) && StoppedOk(s) && KindsPlaced(s) && OpenedOk(s) && Charged(s);

  // The adapter that a raw handle names: the handle has its generation, and it is started.
  logic integer AdapterOf(integer h) = HandleIndex(h);
  predicate KnownAdapter(dxgmap_state s, integer h) =
    HandleTag(h) == DXGMAP_ADAPTER_TAG && 0 <= AdapterOf(h) < DXGMAP_ADAPTERS &&
    s.adapter[AdapterOf(h)].started != 0 && s.adapter[AdapterOf(h)].generation == HandleGeneration(h);

  predicate GateStatus(dxgmap_state s, dxgmap_caller c, integer h, integer limit, integer status) =
    (!KnownAdapter(s, h) ==> status == DXGMAP_BAD_ADAPTER) && (KnownAdapter(s, h) ==>
    (c.irql > limit ==> status == DXGMAP_BAD_IRQL) && (c.irql <= limit ==>
    (s.adapter[AdapterOf(h)].exclusive != 0 ==> status == DXGMAP_EXCLUSIVE) &&
    (s.adapter[AdapterOf(h)].exclusive == 0 ==> status == DXGMAP_OK)));

  // The identities: a handle is valid while the mapping lives that it was given for.
  predicate Valid(dxgmap_state s, integer h) =
    0 <= HandleTag(h) < DXGMAP_PLACES &&
    SlotValid(s.adapter[HandleTag(h)].slots, HandleIndex(h), HandleGeneration(h));
  predicate Describes(dxgmap_state s, integer h, dxgmap_descriptor d) =
    s.adapter[HandleTag(h)].descriptors.at[HandleIndex(h)] == d;
  predicate HandleOf(dxgmap_state s, integer k, integer kind, integer h) =
    HandleTag(h) == k && Valid(s, h) && s.adapter[k].descriptors.at[HandleIndex(h)].kind == kind;

  // How many pages the mapping of a handle has captured, from which logical page on (in remapping mode), and which.
  logic integer PagesOf(dxgmap_state s, integer h) =
    s.adapter[HandleTag(h)].domain.ranges.length[DXGMAP_ID(HandleIndex(h))];
  logic integer BaseOf(dxgmap_state s, integer h) =
    s.adapter[HandleTag(h)].domain.ranges.base[DXGMAP_ID(HandleIndex(h))];
  logic integer PageOf(dxgmap_state s, integer h, integer k) =
    CapturedPage(s.adapter[HandleTag(h)].domain, DXGMAP_ID(HandleIndex(h)), k);
  predicate Holds{L}(dxgmap_state s, integer h, uint64_t *pages, integer n) =
    PagesOf(s, h) == n && \forall integer k; 0 <= k < n ==> PageOf(s, h, k) == pages[k];
  // What the mapping of a handle belongs to in its place: slot + 1, or 0.
  logic integer TargetOf(dxgmap_state s, integer h) = s.adapter[HandleTag(h)].links.to.slot[HandleIndex(h)];
  predicate PlacedAt(dxgmap_state s, integer h, integer place, integer span) =
    s.adapter[HandleTag(h)].views.span[HandleIndex(h)] == span &&
    (span > 0 ==> s.adapter[HandleTag(h)].views.place[HandleIndex(h)] == place);

  // The provers take this for one fact and never look inside, which keeps the frame of a step cheap.
  predicate AdapterSame(dxgmap_adapter a, dxgmap_adapter b) = a == b;
  predicate AdaptersKept(dxgmap_state a, dxgmap_state b, integer k) =
    \forall integer j; 0 <= j < DXGMAP_PLACES && j != k ==> AdapterSame(b.adapter[j], a.adapter[j]);

  // The object that an adapter object opens: slot + 1; 0 for any other mapping.
  logic integer Opens(dxgmap_descriptor d) = d.kind == DXGMAP_ADAPTER_OBJECT ? d.object : 0;
  // Every object but that of slot x - 1 has the adapter object that it had.
  predicate OpenedKept(dxgmap_opened a, dxgmap_opened b, integer x) =
    \forall integer j; 0 <= j < DXGMAP_SLOTS && j + 1 != x ==> b.place[j] == a.place[j] && b.slot[j] == a.slot[j];
  // No object is opened for adapter k any more, and nothing else is closed.
  predicate OpenedClosed(dxgmap_opened a, dxgmap_opened b, integer k) = \forall integer j; 0 <= j < DXGMAP_SLOTS ==>
    b.place[j] == (a.place[j] == k + 1 ? 0 : a.place[j]) && b.slot[j] == a.slot[j];

  // For the proofs: of the descriptors of one adapter, or of all, what an adapter object is known by, but for slot x.
  predicate OpensSame(dxgmap_adapter a, dxgmap_adapter b, integer x) = \forall integer i; 0 <= i < DXGMAP_SLOTS && i != x ==>
    b.descriptors.at[i].kind == a.descriptors.at[i].kind && b.descriptors.at[i].object == a.descriptors.at[i].object;
  predicate OpensKept(dxgmap_state a, dxgmap_state b, integer k, integer x) =
    OpensSame(a.adapter[k], b.adapter[k], x) &&
    \forall integer j; 0 <= j < DXGMAP_PLACES && j != k ==> OpensSame(a.adapter[j], b.adapter[j], DXGMAP_SLOTS);

  // The step gave the identity h, on adapter k, and did nothing else.
  predicate Acquires(dxgmap_state a, dxgmap_state b, integer k, integer h) =
    h != 0 && HandleTag(h) == k && Taken(a.adapter[k], b.adapter[k], HandleIndex(h)) &&
    HandleGeneration(h) == b.adapter[k].slots.generation[HandleIndex(h)] && b.commit == a.commit &&
    OpenedKept(a.opened, b.opened, Opens(b.adapter[k].descriptors.at[HandleIndex(h)])) && AdaptersKept(a, b, k);
  // The step ended the identity h, on adapter k, and did nothing else.
  predicate Releases(dxgmap_state a, dxgmap_state b, integer k, integer h) =
    h != 0 && HandleTag(h) == k && Released(a.adapter[k], b.adapter[k], HandleIndex(h)) &&
    HandleGeneration(h) == a.adapter[k].slots.generation[HandleIndex(h)] && b.commit == a.commit &&
    OpenedKept(a.opened, b.opened, Opens(a.adapter[k].descriptors.at[HandleIndex(h)])) && AdaptersKept(a, b, k);
*/

#endif
/* dxgmap: end spec/logic/state.h */

/* The place in the table of the adapter that a raw handle names; DXGMAP_ADAPTERS when it names none that is started. */
/*@ requires valid: \valid(s);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures known: KnownAdapter(*s, adapter) ==> \result == AdapterOf(adapter) && \result < DXGMAP_ADAPTERS;
    ensures unknown: !KnownAdapter(*s, adapter) ==> \result == DXGMAP_ADAPTERS; */
uint32_t dxgmap_state_find(const dxgmap_state *s, uint64_t adapter);

/* The causes that every driver callback shares. */
/*@ requires valid: \valid(s);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures status: GateStatus(*s, caller, adapter, limit, \result); */
uint32_t dxgmap_state_gate(const dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, uint32_t limit);

/* Whether the handle names a live mapping of this kind in place k. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    requires place: k < DXGMAP_PLACES;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> HandleOf(*s, k, kind, handle); */
int dxgmap_state_holds(const dxgmap_state *s, uint32_t k, uint32_t kind, uint64_t handle);

/* Makes a mapping of n captured pages on adapter k; `target` is the slot + 1 of what it belongs to there, or 0. */
/*@ requires valid: \valid(s) && \valid_read(pages + (0 .. n - 1));
    requires separated: \separated(s, pages + (..));
    requires inv: Inv(*s);
    requires adapter: k < DXGMAP_ADAPTERS && s->adapter[k].started != 0;
    requires kind: InDomain(d.kind);
    requires link: LinkFits(s->adapter[k].descriptors, d.kind, target);
    requires pin: IsPin(d.kind) ==> d.index < s->adapter[k].saves.chain && s->adapter[k].saves.pin[d.index] == 0
                                    && n <= s->adapter[k].saves.maximum.pages[d.index];
    requires mode: ModeFits(s->adapter[k].mode, d.kind);
    requires pages: n >= 1 && PagesInMemory(pages, n);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: PagesStatus(\old(*s).adapter[k], n, \result.status);
    ensures atomic: \result.status != DXGMAP_OK ==> *s == \old(*s) && \result.handle == 0;
    ensures acquired: \result.status == DXGMAP_OK ==> Acquires(\old(*s), *s, k, \result.handle);
    ensures descriptor: \result.status == DXGMAP_OK ==> Describes(*s, \result.handle, d);
    ensures captured: \result.status == DXGMAP_OK ==> Holds(*s, \result.handle, pages, n);
    ensures linked: \result.status == DXGMAP_OK ==> TargetOf(*s, \result.handle) == target; */
dxgmap_outcome dxgmap_state_take_pages(dxgmap_state *s, uint32_t k, dxgmap_descriptor d, const uint64_t *pages,
                                       uint32_t n, uint32_t target);

/* Makes a mapping that captures no page in place k: `span` window pages from page `place` (span 0: ports, or an object);
   `target` as above. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    requires place: k < DXGMAP_PLACES && (k < DXGMAP_ADAPTERS ==> s->adapter[k].started != 0);
    requires kind: 1 <= d.kind <= DXGMAP_OBJECT_VIEW && !InDomain(d.kind) && KindPlaced(k, d.kind);
    requires mode: ModeFits(s->adapter[k].mode, d.kind);
    requires link: LinkFits(s->adapter[k].descriptors, d.kind, target);
    requires opens: d.kind == DXGMAP_ADAPTER_OBJECT ==> k < DXGMAP_ADAPTERS && 1 <= d.object <= DXGMAP_SLOTS
                    && s->adapter[DXGMAP_MACHINE].descriptors.at[d.object - 1].kind == DXGMAP_OBJECT
                    && s->opened.place[d.object - 1] == 0;
    requires descriptor: DXGMAP_POINTER <= d.kind <= DXGMAP_VIDEO ==> ViewDescribed(s->adapter[k], d);
    requires window: span > 0 <==> InWindow(d);
    requires room: span > 0 ==> ViewRoom(s->adapter[k].views, place, span);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: SlotStatus(\old(*s).adapter[k], \result.status);
    ensures atomic: \result.status != DXGMAP_OK ==> *s == \old(*s) && \result.handle == 0;
    ensures acquired: \result.status == DXGMAP_OK ==> Acquires(\old(*s), *s, k, \result.handle);
    ensures descriptor: \result.status == DXGMAP_OK ==> Describes(*s, \result.handle, d);
    ensures placed: \result.status == DXGMAP_OK ==> PlacedAt(*s, \result.handle, place, span);
    ensures linked: \result.status == DXGMAP_OK ==> TargetOf(*s, \result.handle) == target; */
dxgmap_outcome dxgmap_state_take(dxgmap_state *s, uint32_t k, dxgmap_descriptor d, uint32_t place, uint32_t span,
                                 uint32_t target);

/* Ends the mapping of slot i in place k, to which nothing belongs any more; the handle is the one that was valid until
   now. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    requires place: k < DXGMAP_PLACES;
    requires live: SlotLive(s->adapter[k].slots, i);
    requires free: LinkFree(s->adapter[k].links, i);
    requires closed: k == DXGMAP_MACHINE ==> s->opened.place[i] == 0;
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: \result.status == DXGMAP_OK;
    ensures released: Releases(\old(*s), *s, k, \result.handle) && HandleIndex(\result.handle) == i;
    ensures closed: k < DXGMAP_ADAPTERS && \old(*s).adapter[k].descriptors.at[i].kind == DXGMAP_ADAPTER_OBJECT
                    ==> s->opened.place[\old(*s).adapter[k].descriptors.at[i].object - 1] == 0;
    ensures unpinned: IsPin(\old(*s).adapter[k].descriptors.at[i].kind)
                      ==> s->adapter[k].saves.pin[\old(*s).adapter[k].descriptors.at[i].index] == 0; */
dxgmap_outcome dxgmap_state_release(dxgmap_state *s, uint32_t k, uint32_t i);

/* A request of this kind, with nothing else said yet. */
/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures kind: \result.kind == kind && \result.index == index && \result.space == DXGMAP_MEMORY_SPACE && \result.user == 0
                  && \result.object == 0 && \result.process == 0; */
dxgmap_descriptor dxgmap_describe(uint32_t kind, uint32_t index);

/* Facts for the proofs of the operations; none of these runs. */
/*@ ghost
  // Each adapter is the same as itself.
  /@ terminates \true;
     exits \false;
     assigns \nothing;
     ensures same: \forall integer j; 0 <= j < DXGMAP_PLACES ==> AdapterSame(s.adapter[j], s.adapter[j]); @/
  void dxgmap_state_itself(dxgmap_state s);
*/
/*@ ghost
  // What one adapter's charge gains, the machine's commit gains.
  /@ requires adapter: k < DXGMAP_PLACES;
     requires kept: AdaptersKept(was, now, k);
     requires commit: now.commit - was.commit == now.adapter[k].charge - was.adapter[k].charge;
     requires charged: Charged(was);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures charged: Charged(now); @/
  void dxgmap_state_sums(dxgmap_state was, dxgmap_state now, uint32_t k);
*/

/*@ ghost
  // One place changed, and holds nothing when it is stopped.
  /@ requires place: k < DXGMAP_PLACES;
     requires kept: AdaptersKept(was, now, k);
     requires empty: k < DXGMAP_ADAPTERS && now.adapter[k].started == 0 ==> AdapterStopped(now.adapter[k]);
     requires machine: k == DXGMAP_MACHINE ==> now.adapter[k].saves.chain == was.adapter[k].saves.chain
                       && now.adapter[k].started == was.adapter[k].started;
     requires stopped: StoppedOk(was);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures stopped: StoppedOk(now); @/
  void dxgmap_state_stopped(dxgmap_state was, dxgmap_state now, uint32_t k);
*/
/*@ ghost
  // One place changed, and what it opened or opens; what is said of stopped adapters and of opened objects holds again.
  /@ requires place: k < DXGMAP_PLACES;
     requires kept: AdaptersKept(was, now, k);
     requires others: OthersKept(was.adapter[k], now.adapter[k], i);
     requires same: now.adapter[k].started == was.adapter[k].started && now.adapter[k].attached == was.adapter[k].attached
                    && now.adapter[k].exclusive == was.adapter[k].exclusive
                    && now.adapter[k].saves.chain == was.adapter[k].saves.chain
                    && now.adapter[k].resources.count == was.adapter[k].resources.count;
     requires slot: i < DXGMAP_SLOTS;
     requires running: k < DXGMAP_ADAPTERS ==> now.adapter[k].started != 0;
     requires object: k == DXGMAP_MACHINE ==> was.opened.place[i] == 0;
     requires placed: KindsPlaced(was) && KindPlaced(k, now.adapter[k].descriptors.at[i].kind);
     requires before: k < DXGMAP_ADAPTERS && was.adapter[k].descriptors.at[i].kind == DXGMAP_ADAPTER_OBJECT
       ==> now.opened.place[was.adapter[k].descriptors.at[i].object - 1] == 0
           && now.adapter[k].descriptors.at[i].kind != DXGMAP_ADAPTER_OBJECT
           && OpenedKept(was.opened, now.opened, was.adapter[k].descriptors.at[i].object);
     requires after: k < DXGMAP_ADAPTERS && now.adapter[k].descriptors.at[i].kind == DXGMAP_ADAPTER_OBJECT
       ==> 1 <= now.adapter[k].descriptors.at[i].object <= DXGMAP_SLOTS
           && now.adapter[DXGMAP_MACHINE].descriptors.at[now.adapter[k].descriptors.at[i].object - 1].kind == DXGMAP_OBJECT
           && was.opened.place[now.adapter[k].descriptors.at[i].object - 1] == 0
           && OpenedBy(now.opened, now.adapter[k].descriptors.at[i].object - 1, k, i)
           && OpenedKept(was.opened, now.opened, now.adapter[k].descriptors.at[i].object);
     requires neither: (k == DXGMAP_MACHINE || (was.adapter[k].descriptors.at[i].kind != DXGMAP_ADAPTER_OBJECT
                        && now.adapter[k].descriptors.at[i].kind != DXGMAP_ADAPTER_OBJECT))
       ==> OpenedKept(was.opened, now.opened, 0);
     requires stopped: StoppedOk(was);
     requires opened: OpenedOk(was);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures stopped: StoppedOk(now);
     ensures placed: KindsPlaced(now);
     ensures opened: OpenedOk(now); @/
  void dxgmap_state_moved(dxgmap_state was, dxgmap_state now, uint32_t k, uint32_t i);
*/
/*@ ghost
  // No mapping moved.
  /@ requires place: k < DXGMAP_PLACES;
     requires kept: AdaptersKept(was, now, k);
     requires mappings: MappingsKept(was.adapter[k], now.adapter[k]);
     requires same: OpenedKept(was.opened, now.opened, 0);
     requires placed: KindsPlaced(was);
     requires opened: OpenedOk(was);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures placed: KindsPlaced(now);
     ensures opened: OpenedOk(now); @/
  void dxgmap_state_still(dxgmap_state was, dxgmap_state now, uint32_t k);
*/

#endif
/* dxgmap: end model/core/state.h */

/* Whether the machine is in a state that the invariant allows. For debug builds and tests: it asks nothing of the
   memory but that it is there, so it may be called on a state that something else has overwritten. Scratch is where
   cells and links are tallied; its contents do not matter. */
/*@ requires valid: \valid(s) && \valid(scratch);
    requires separated: \separated(s, scratch);
    terminates \true;
    exits \false;
    assigns *scratch;
    ensures iff: \result != 0 <==> Inv(*s); */
int dxgmap_check(const dxgmap_state *s, dxgmap_counts *scratch);

#endif
/* dxgmap: end model/core/check.h */

/* #include "check_adapter.h" */
/* dxgmap: begin model/core/check_adapter.h sha256 8a2c5320603a5064c5e9156e9fbbe8fa568d13d6e789ce181cb3d14c7dd29a3a */
#ifndef DXGMAP_CHECK_ADAPTER_H
#define DXGMAP_CHECK_ADAPTER_H

/* #include "adapter.h" */

/* Whether the adapter is one that steps can reach; true of any memory. Scratch is where its cells and links are
   tallied. */
/*@ requires valid: \valid(a) && \valid(scratch);
    requires separated: \separated(a, scratch);
    terminates \true;
    exits \false;
    assigns *scratch;
    ensures iff: \result != 0 <==> AdapterOk(*a); */
int dxgmap_check_adapter(const dxgmap_adapter *a, dxgmap_counts *scratch);

#endif
/* dxgmap: end model/core/check_adapter.h */

/*@ requires valid: \valid(s) && \valid(scratch);
    requires separated: \separated(s, scratch);
    terminates \true;
    exits \false;
    assigns *scratch;
    ensures iff: \result != 0 <==> AdaptersOk(*s); */
static int dxgmap_check_adapters(const dxgmap_state *s, dxgmap_counts *scratch)
{
  /*@ loop invariant range: 0 <= k <= DXGMAP_PLACES;
      loop invariant ok: \forall integer j; 0 <= j < k ==> AdapterOk(s->adapter[j]);
      loop assigns k, *scratch;
      loop variant DXGMAP_PLACES - k; */
  for (uint32_t k = 0; k < DXGMAP_PLACES; k++) {
    if (!dxgmap_check_adapter(&s->adapter[k], scratch)) return 0;
  }
  return 1;
}

/*@ requires valid: \valid(s);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> StoppedOk(*s); */
static int dxgmap_check_stopped(const dxgmap_state *s)
{
  /*@ loop invariant range: 0 <= k <= DXGMAP_ADAPTERS;
      loop invariant stopped: \forall integer j;
        0 <= j < k && s->adapter[j].started == 0 ==> AdapterStopped(s->adapter[j]);
      loop assigns k;
      loop variant DXGMAP_ADAPTERS - k; */
  for (uint32_t k = 0; k < DXGMAP_ADAPTERS; k++) {
    if (s->adapter[k].started != 0) continue;
    if (s->adapter[k].slots.live != 0 || s->adapter[k].attached != 0 || s->adapter[k].exclusive != 0) return 0;
    if (s->adapter[k].saves.chain != 0 || s->adapter[k].resources.count != 0) return 0;
  }
  return s->adapter[DXGMAP_MACHINE].started == 0 && s->adapter[DXGMAP_MACHINE].saves.chain == 0;
}

/*@ requires valid: \valid(s);
    requires place: k < DXGMAP_PLACES;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==>
      \forall integer i; 0 <= i < DXGMAP_SLOTS ==> KindPlaced(k, s->adapter[k].descriptors.at[i].kind); */
static int dxgmap_check_placed_in(const dxgmap_state *s, uint32_t k)
{
  /*@ loop invariant range: 0 <= i <= DXGMAP_SLOTS;
      loop invariant placed: \forall integer j; 0 <= j < i ==> KindPlaced(k, s->adapter[k].descriptors.at[j].kind);
      loop assigns i;
      loop variant DXGMAP_SLOTS - i; */
  for (uint32_t i = 0; i < DXGMAP_SLOTS; i++) {
    uint32_t kind = s->adapter[k].descriptors.at[i].kind;
    int of_machine = kind == DXGMAP_OBJECT || kind == DXGMAP_OBJECT_VIEW;
    if (kind != DXGMAP_NO_KIND && of_machine != (k == DXGMAP_MACHINE)) return 0;
  }
  return 1;
}

/*@ requires valid: \valid(s);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> KindsPlaced(*s); */
static int dxgmap_check_placed(const dxgmap_state *s)
{
  /*@ loop invariant range: 0 <= k <= DXGMAP_PLACES;
      loop invariant placed: \forall integer j, i; 0 <= j < k && 0 <= i < DXGMAP_SLOTS
                             ==> KindPlaced(j, s->adapter[j].descriptors.at[i].kind);
      loop assigns k;
      loop variant DXGMAP_PLACES - k; */
  for (uint32_t k = 0; k < DXGMAP_PLACES; k++) {
    if (!dxgmap_check_placed_in(s, k)) return 0;
  }
  return 1;
}

/* Whether slot i of adapter k, if it is an adapter object, knows its object, and that it. */
/*@ requires valid: \valid(s);
    requires slot: k < DXGMAP_ADAPTERS && i < DXGMAP_SLOTS;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> ObjectKnown(*s, k, i); */
static int dxgmap_check_object_known(const dxgmap_state *s, uint32_t k, uint32_t i)
{
  uint32_t object = s->adapter[k].descriptors.at[i].object;
  if (s->adapter[k].descriptors.at[i].kind != DXGMAP_ADAPTER_OBJECT) return 1;
  if (object == 0 || object > DXGMAP_SLOTS) return 0;
  if (s->adapter[DXGMAP_MACHINE].descriptors.at[object - 1u].kind != DXGMAP_OBJECT) return 0;
  return s->opened.place[object - 1u] == k + 1u && s->opened.slot[object - 1u] == i;
}

/*@ requires valid: \valid(s);
    requires place: k < DXGMAP_ADAPTERS;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> \forall integer i; 0 <= i < DXGMAP_SLOTS ==> ObjectKnown(*s, k, i); */
static int dxgmap_check_objects_of(const dxgmap_state *s, uint32_t k)
{
  /*@ loop invariant range: 0 <= i <= DXGMAP_SLOTS;
      loop invariant known: \forall integer j; 0 <= j < i ==> ObjectKnown(*s, k, j);
      loop assigns i;
      loop variant DXGMAP_SLOTS - i; */
  for (uint32_t i = 0; i < DXGMAP_SLOTS; i++) {
    if (!dxgmap_check_object_known(s, k, i)) return 0;
  }
  return 1;
}

/*@ requires valid: \valid(s);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> ObjectsKnown(*s); */
static int dxgmap_check_objects(const dxgmap_state *s)
{
  /*@ loop invariant range: 0 <= k <= DXGMAP_ADAPTERS;
      loop invariant known: \forall integer j, i; 0 <= j < k && 0 <= i < DXGMAP_SLOTS ==> ObjectKnown(*s, j, i);
      loop assigns k;
      loop variant DXGMAP_ADAPTERS - k; */
  for (uint32_t k = 0; k < DXGMAP_ADAPTERS; k++) {
    if (!dxgmap_check_objects_of(s, k)) return 0;
  }
  return 1;
}

/* Whether every object that is opened knows an adapter object that knows it. */
/*@ requires valid: \valid(s);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> OpenedKnown(*s); */
static int dxgmap_check_opened(const dxgmap_state *s)
{
  /*@ loop invariant range: 0 <= k <= DXGMAP_SLOTS;
      loop invariant known: \forall integer x; 0 <= x < k && s->opened.place[x] != 0 ==> Opened(*s, x);
      loop assigns k;
      loop variant DXGMAP_SLOTS - k; */
  for (uint32_t k = 0; k < DXGMAP_SLOTS; k++) {
    uint32_t place = s->opened.place[k];
    uint32_t slot = s->opened.slot[k];
    if (place == 0) continue;
    if (place > DXGMAP_ADAPTERS || slot >= DXGMAP_SLOTS) return 0;
    if (s->adapter[place - 1u].descriptors.at[slot].kind != DXGMAP_ADAPTER_OBJECT) return 0;
    if (s->adapter[place - 1u].descriptors.at[slot].object != k + 1u) return 0;
  }
  return 1;
}

/*@ requires valid: \valid(s);
    requires charges: \forall integer k; 0 <= k < DXGMAP_PLACES ==> s->adapter[k].charge <= DXGMAP_CHARGE_MAX;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> Charged(*s); */
static int dxgmap_check_charged(const dxgmap_state *s)
{
  uint64_t sum = 0;
  /*@ loop invariant range: 0 <= k <= DXGMAP_PLACES;
      loop invariant sum: sum == ChargeSum(*s, k) && sum <= k * DXGMAP_CHARGE_MAX;
      loop assigns k, sum;
      loop variant DXGMAP_PLACES - k; */
  for (uint32_t k = 0; k < DXGMAP_PLACES; k++)
    sum += s->adapter[k].charge;
  return s->commit == sum;
}

int dxgmap_check(const dxgmap_state *s, dxgmap_counts *scratch)
{
  if (!dxgmap_check_stopped(s) || !dxgmap_check_placed(s)) return 0;
  if (!dxgmap_check_objects(s) || !dxgmap_check_opened(s)) return 0;
  if (!dxgmap_check_adapters(s, scratch)) return 0;
  /*@ assert adapters: \forall integer k; 0 <= k < DXGMAP_PLACES ==> AdapterOk(s->adapter[k]); */
  return dxgmap_check_charged(s);
}
/* dxgmap: end model/core/check.c */
/* dxgmap: begin model/core/check_adapter.c sha256 f705155023370f69f994d3f3114d1a591cc74bb2382c1138b3aa42d05d1398db */
/* #include "check_adapter.h" */

/* #include "check_domain.h" */
/* dxgmap: begin model/core/check_domain.h sha256 9cdccecec859e804e24ed068a943a3b7012452e662d6ced15920d082ad078263 */
#ifndef DXGMAP_CHECK_DOMAIN_H
#define DXGMAP_CHECK_DOMAIN_H

/* #include "domain.h" */

/* Whether the domain of an adapter of this mode is one that steps can reach; true of any memory. Scratch is where the
   cells are tallied. */
/*@ requires valid: \valid(d) && \valid(scratch);
    requires separated: \separated(d, scratch);
    terminates \true;
    exits \false;
    assigns *scratch;
    ensures iff: \result != 0 <==> DomainOk(*d) && Coherent(*d, mode); */
int dxgmap_check_domain(const dxgmap_domain *d, uint32_t mode, dxgmap_counts *scratch);

#endif
/* dxgmap: end model/core/check_domain.h */
/* #include "check_links.h" */
/* dxgmap: begin model/core/check_links.h sha256 cf3b6274935fcfc776050a6f6cd4ef2231af823898063a038ef2bc8b0118a560 */
#ifndef DXGMAP_CHECK_LINKS_H
#define DXGMAP_CHECK_LINKS_H

/* #include "domain.h" */
/* #include "links.h" */

/* Whether the links are counted as they are; true of any memory. Scratch is where they are tallied. */
/*@ requires valid: \valid(l) && \valid(scratch);
    requires separated: \separated(l, scratch);
    terminates \true;
    exits \false;
    assigns *scratch;
    ensures iff: \result != 0 <==> LinksOk(*l); */
int dxgmap_check_links(const dxgmap_links *l, dxgmap_counts *scratch);

#endif
/* dxgmap: end model/core/check_links.h */
/* #include "check_slots.h" */
/* dxgmap: begin model/core/check_slots.h sha256 f7b3d481d67e1d1dbfdef4fcac241107eb3962c7e6df045f103cf6a133388d58 */
#ifndef DXGMAP_CHECK_SLOTS_H
#define DXGMAP_CHECK_SLOTS_H

/* #include "slots.h" */

/* Whether the handle table is one that steps can reach; true of any memory. */
/*@ requires valid: \valid(t);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> SlotsOk(*t); */
int dxgmap_check_slots(const dxgmap_slots *t);

#endif
/* dxgmap: end model/core/check_slots.h */
/* #include "check_views.h" */
/* dxgmap: begin model/core/check_views.h sha256 407ce635c9ad73e41ae94aae157cd395f0922578a8fb54ef85a487bc080be855 */
#ifndef DXGMAP_CHECK_VIEWS_H
#define DXGMAP_CHECK_VIEWS_H

/* #include "views.h" */

/* Whether each window page belongs to the one view that has it; true of any memory. */
/*@ requires valid: \valid(v);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> ViewsOk(*v); */
int dxgmap_check_views(const dxgmap_views *v);

#endif
/* dxgmap: end model/core/check_views.h */

/* #include "logic/check_adapter.h" */
/* dxgmap: begin spec/logic/check_adapter.h sha256 0ab25b879ca031a57422e03c3803a87c08f92594d4cadaa85561933b333d9cf3 */
#ifndef DXGMAP_LOGIC_CHECK_ADAPTER_H
#define DXGMAP_LOGIC_CHECK_ADAPTER_H

/* The halves of AdapterPins, each of which is checked by itself, and what keeps the check from overflow. */

/*@
  predicate SavePinned(dxgmap_adapter a, integer k) =
    k < a.saves.chain && a.saves.pin[k] <= DXGMAP_SLOTS && IsPin(a.descriptors.at[a.saves.pin[k] - 1].kind) &&
    a.descriptors.at[a.saves.pin[k] - 1].index == k &&
    a.domain.ranges.length[DXGMAP_ID(a.saves.pin[k] - 1)] <= a.saves.maximum.pages[k];
  predicate SavesPinned(dxgmap_adapter a) =
    \forall integer k; 0 <= k < DXGMAP_CHAIN && a.saves.pin[k] != 0 ==> SavePinned(a, k);
  predicate PinsKnown(dxgmap_adapter a) =
    \forall integer i; 0 <= i < DXGMAP_SLOTS && IsPin(a.descriptors.at[i].kind) ==>
      a.descriptors.at[i].index < a.saves.chain && a.saves.pin[a.descriptors.at[i].index] == i + 1;

  predicate SavesBounded(dxgmap_adapter a) =
    \forall integer k; 0 <= k < a.saves.chain ==> a.saves.maximum.pages[k] <= DXGMAP_CHARGE_MAX;
*/

#endif
/* dxgmap: end spec/logic/check_adapter.h */

/* Whether each part of slot i is in use as its kind says. */
/*@ requires valid: \valid(a);
    requires slot: i < DXGMAP_SLOTS;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==>
      a->descriptors.at[i].kind <= DXGMAP_OBJECT_VIEW &&
      (SlotLive(a->slots, i) <==> a->descriptors.at[i].kind != DXGMAP_NO_KIND) &&
      (a->domain.ranges.length[DXGMAP_ID(i)] > 0 <==> InDomain(a->descriptors.at[i].kind)) &&
      (a->views.span[i] > 0 <==> InWindow(a->descriptors.at[i])); */
static int dxgmap_check_slot_parts(const dxgmap_adapter *a, uint32_t i)
{
  uint32_t kind = a->descriptors.at[i].kind;
  uint32_t place = a->slots.place[i];
  int live = i < a->slots.high && place >= a->slots.free && place - a->slots.free < a->slots.live;
  int in_domain = (kind >= DXGMAP_PIN && kind <= DXGMAP_CONTIGUOUS) || kind == DXGMAP_ADL;
  int in_window = kind == DXGMAP_POINTER || kind == DXGMAP_OBJECT_VIEW ||
                  ((kind == DXGMAP_VIEW || kind == DXGMAP_VIDEO) && a->descriptors.at[i].space == DXGMAP_MEMORY_SPACE);
  if (kind > DXGMAP_OBJECT_VIEW || live != (kind != DXGMAP_NO_KIND)) return 0;
  return (a->domain.ranges.length[DXGMAP_ID(i)] > 0) == in_domain && (a->views.span[i] > 0) == in_window;
}

/*@ requires valid: \valid(a);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> AdapterParts(*a); */
static int dxgmap_check_parts(const dxgmap_adapter *a)
{
  /*@ loop invariant range: 0 <= k <= DXGMAP_SLOTS;
      loop invariant parts: \forall integer i; 0 <= i < k ==>
        a->descriptors.at[i].kind <= DXGMAP_OBJECT_VIEW &&
        (SlotLive(a->slots, i) <==> a->descriptors.at[i].kind != DXGMAP_NO_KIND) &&
        (a->domain.ranges.length[DXGMAP_ID(i)] > 0 <==> InDomain(a->descriptors.at[i].kind)) &&
        (a->views.span[i] > 0 <==> InWindow(a->descriptors.at[i]));
      loop assigns k;
      loop variant DXGMAP_SLOTS - k; */
  for (uint32_t k = 0; k < DXGMAP_SLOTS; k++) {
    if (!dxgmap_check_slot_parts(a, k)) return 0;
  }
  return 1;
}

/* Whether every mapping is of a kind that the adapter's mode allows. */
/*@ requires valid: \valid(a);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> AdapterKinds(*a); */
static int dxgmap_check_kinds(const dxgmap_adapter *a)
{
  /*@ loop invariant range: 0 <= k <= DXGMAP_SLOTS;
      loop invariant kinds: \forall integer i; 0 <= i < k ==> ModeFits(a->mode, a->descriptors.at[i].kind);
      loop assigns k;
      loop variant DXGMAP_SLOTS - k; */
  for (uint32_t k = 0; k < DXGMAP_SLOTS; k++) {
    uint32_t kind = a->descriptors.at[k].kind;
    int captures = kind == DXGMAP_PIN || (kind >= DXGMAP_MDL && kind <= DXGMAP_CONTIGUOUS);
    int of_object = kind == DXGMAP_ADL || kind == DXGMAP_ADAPTER_OBJECT;
    if ((captures && a->mode != DXGMAP_IDENTITY) || (of_object && a->mode != DXGMAP_REMAPPING)) return 0;
  }
  return 1;
}

/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> IsPin(kind); */
static int dxgmap_check_is_pin(uint32_t kind)
{
  return kind == DXGMAP_PIN || kind == DXGMAP_PIN2;
}

/* Whether every save area that is pinned knows a pin that knows it. */
/*@ requires valid: \valid(a);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> SavesPinned(*a); */
static int dxgmap_check_saves_pinned(const dxgmap_adapter *a)
{
  /*@ loop invariant range: 0 <= j <= DXGMAP_CHAIN;
      loop invariant pinned: \forall integer k; 0 <= k < j && a->saves.pin[k] != 0 ==> SavePinned(*a, k);
      loop assigns j;
      loop variant DXGMAP_CHAIN - j; */
  for (uint32_t j = 0; j < DXGMAP_CHAIN; j++) {
    uint32_t pin = a->saves.pin[j];
    if (pin == 0) continue;
    if (j >= a->saves.chain || pin > DXGMAP_SLOTS || !dxgmap_check_is_pin(a->descriptors.at[pin - 1u].kind)) return 0;
    if (a->descriptors.at[pin - 1u].index != j ||
        a->domain.ranges.length[DXGMAP_ID(pin - 1u)] > a->saves.maximum.pages[j])
      return 0;
  }
  return 1;
}

/* Whether every pin is known to its save area. */
/*@ requires valid: \valid(a);
    requires chain: a->saves.chain <= DXGMAP_CHAIN;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> PinsKnown(*a); */
static int dxgmap_check_pins_known(const dxgmap_adapter *a)
{
  /*@ loop invariant range: 0 <= k <= DXGMAP_SLOTS;
      loop invariant known: \forall integer i; 0 <= i < k && IsPin(a->descriptors.at[i].kind) ==>
        a->descriptors.at[i].index < a->saves.chain && a->saves.pin[a->descriptors.at[i].index] == i + 1;
      loop assigns k;
      loop variant DXGMAP_SLOTS - k; */
  for (uint32_t k = 0; k < DXGMAP_SLOTS; k++) {
    uint32_t index = a->descriptors.at[k].index;
    if (!dxgmap_check_is_pin(a->descriptors.at[k].kind)) continue;
    if (index >= a->saves.chain || a->saves.pin[index] != k + 1u) return 0;
  }
  return 1;
}

/*@ ghost
  // a longer chain asks for no less
  /@ requires valid: \valid(m);
     requires from: from <= to;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures grows: SaveSum(*m, from) <= SaveSum(*m, to); @/
  void dxgmap_check_sum_grows(const dxgmap_maxima *m, uint32_t from, uint32_t to)
  {
    /@ loop invariant range: from <= k <= to;
       loop invariant grows: SaveSum(*m, from) <= SaveSum(*m, k);
       loop assigns k;
       loop variant to - k; @/
    for (uint32_t k = from; k < to; k++) { }
    return;
  }
*/

/*@ requires valid: \valid(m);
    requires chain: chain <= DXGMAP_CHAIN;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> charge == SaveSum(*m, chain) && charge <= DXGMAP_CHARGE_MAX;
    ensures bounded: \result != 0 ==> \forall integer k; 0 <= k < chain ==> m->pages[k] <= DXGMAP_CHARGE_MAX; */
static int dxgmap_check_charge(const dxgmap_maxima *m, uint32_t chain, uint64_t charge)
{
  uint64_t sum = 0;
  /*@ loop invariant range: 0 <= k <= chain;
      loop invariant sum: sum == SaveSum(*m, k) && sum <= DXGMAP_CHARGE_MAX;
      loop invariant bounded: \forall integer j; 0 <= j < k ==> m->pages[j] <= DXGMAP_CHARGE_MAX;
      loop assigns k, sum;
      loop variant chain - k; */
  for (uint32_t k = 0; k < chain; k++) {
    if (m->pages[k] > DXGMAP_CHARGE_MAX - sum) {
      /*@ assert above: SaveSum(*m, k + 1) > DXGMAP_CHARGE_MAX; */
      /*@ ghost dxgmap_check_sum_grows(m, k + 1u, chain); */
      return 0;
    }
    sum += m->pages[k];
  }
  return charge == sum;
}

/*@ requires valid: \valid(r);
    requires count: r->count <= DXGMAP_RESOURCES;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> Owns(*r, space, start, length); */
static int dxgmap_check_owns(const dxgmap_resources *r, uint32_t space, uint64_t start, uint64_t length)
{
  /*@ loop invariant range: 0 <= k <= r->count;
      loop invariant none: \forall integer j; 0 <= j < k ==> !(r->at[j].space == space && r->at[j].start <= start &&
        start + length <= r->at[j].start + r->at[j].length);
      loop assigns k;
      loop variant r->count - k; */
  for (uint32_t k = 0; k < r->count; k++) {
    if (r->at[k].space != space || r->at[k].start > start) continue;
    uint64_t skipped = start - r->at[k].start;
    if (skipped <= r->at[k].length && length <= r->at[k].length - skipped) return 1;
  }
  return 0;
}

/*@ requires valid: \valid(a);
    requires bounds: a->saves.chain <= DXGMAP_CHAIN && a->resources.count <= DXGMAP_RESOURCES;
    requires saves: SavesBounded(*a);
    requires slot: i < DXGMAP_SLOTS;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> ViewDescribed(*a, a->descriptors.at[i]); */
static int dxgmap_check_view_described(const dxgmap_adapter *a, uint32_t i)
{
  uint32_t kind = a->descriptors.at[i].kind;
  uint32_t index = a->descriptors.at[i].index;
  uint64_t physical = a->descriptors.at[i].physical;
  uint64_t length = a->descriptors.at[i].length;
  if (length == 0) return 0;
  if (kind == DXGMAP_VIEW || kind == DXGMAP_VIDEO)
    return dxgmap_check_owns(&a->resources, a->descriptors.at[i].space, physical, length);
  if (kind != DXGMAP_POINTER || index >= a->saves.chain) return 0;
  uint64_t size = a->saves.maximum.pages[index] * DXGMAP_PAGE_SIZE;
  return physical <= size && length <= size - physical;
}

/*@ requires valid: \valid(a);
    requires bounds: a->saves.chain <= DXGMAP_CHAIN && a->resources.count <= DXGMAP_RESOURCES;
    requires saves: SavesBounded(*a);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> AdapterViews(*a); */
static int dxgmap_check_described(const dxgmap_adapter *a)
{
  /*@ loop invariant range: 0 <= k <= DXGMAP_SLOTS;
      loop invariant views: \forall integer i;
        0 <= i < k && DXGMAP_POINTER <= a->descriptors.at[i].kind <= DXGMAP_VIDEO ==>
          ViewDescribed(*a, a->descriptors.at[i]);
      loop assigns k;
      loop variant DXGMAP_SLOTS - k; */
  for (uint32_t k = 0; k < DXGMAP_SLOTS; k++) {
    uint32_t kind = a->descriptors.at[k].kind;
    if (kind < DXGMAP_POINTER || kind > DXGMAP_VIDEO) continue;
    if (!dxgmap_check_view_described(a, k)) return 0;
  }
  return 1;
}

/*@ requires valid: \valid(a);
    requires slot: i < DXGMAP_SLOTS;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> LinkFits(a->descriptors, a->descriptors.at[i].kind, a->links.to.slot[i]); */
static int dxgmap_check_link(const dxgmap_adapter *a, uint32_t i)
{
  uint32_t kind = a->descriptors.at[i].kind;
  uint32_t target = a->links.to.slot[i];
  if (kind != DXGMAP_ADL && kind != DXGMAP_OBJECT_VIEW) return target == 0;
  if (target == 0 || target > DXGMAP_SLOTS) return 0;
  return a->descriptors.at[target - 1u].kind == (kind == DXGMAP_ADL ? DXGMAP_ADAPTER_OBJECT : DXGMAP_OBJECT);
}

/*@ requires valid: \valid(a);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> AdapterLinks(*a); */
static int dxgmap_check_linked(const dxgmap_adapter *a)
{
  /*@ loop invariant range: 0 <= k <= DXGMAP_SLOTS;
      loop invariant fit: \forall integer i;
        0 <= i < k ==> LinkFits(a->descriptors, a->descriptors.at[i].kind, a->links.to.slot[i]);
      loop assigns k;
      loop variant DXGMAP_SLOTS - k; */
  for (uint32_t k = 0; k < DXGMAP_SLOTS; k++) {
    if (!dxgmap_check_link(a, k)) return 0;
  }
  return 1;
}

int dxgmap_check_adapter(const dxgmap_adapter *a, dxgmap_counts *scratch)
{
  if (a->saves.chain > DXGMAP_CHAIN || a->resources.count > DXGMAP_RESOURCES) return 0;
  if (a->started != 0 && a->generation >= DXGMAP_GENERATION_MAX) return 0;
  if (a->mode > DXGMAP_REMAPPING || (a->started != 0 && a->mode == DXGMAP_REMAPPING && a->attached == 0)) return 0;
  if (!dxgmap_check_charge(&a->saves.maximum, a->saves.chain, a->charge)) return 0;
  if (!dxgmap_check_slots(&a->slots) || !dxgmap_check_views(&a->views)) return 0;
  if (!dxgmap_check_parts(a) || !dxgmap_check_kinds(a)) return 0;
  if (!dxgmap_check_described(a) || !dxgmap_check_linked(a)) return 0;
  if (!dxgmap_check_saves_pinned(a) || !dxgmap_check_pins_known(a)) return 0;
  return dxgmap_check_links(&a->links, scratch) && dxgmap_check_domain(&a->domain, a->mode, scratch);
}
/* dxgmap: end model/core/check_adapter.c */
/* dxgmap: begin model/core/check_domain.c sha256 b4ee019f7826551aeeffbc9925c64fe8d828ec4a480919770c45e20630f0fe58 */
/* #include "check_domain.h" */

/* #include "check_quarantine.h" */
/* dxgmap: begin model/core/check_quarantine.h sha256 261ff167304a102378a0d73077bdf13d719bdf0641a36ebebab5eab56f723146 */
#ifndef DXGMAP_CHECK_QUARANTINE_H
#define DXGMAP_CHECK_QUARANTINE_H

/* #include "quarantine.h" */

/* Whether the memory is a range allocator with a quarantine: exactly the ids of the row have runs that wait; true of
   any memory. */
/*@ requires valid: \valid(r);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> RangesOk(*r); */
int dxgmap_check_quarantine(const dxgmap_ranges *r);

#endif
/* dxgmap: end model/core/check_quarantine.h */
/* #include "check_translation.h" */
/* dxgmap: begin model/core/check_translation.h sha256 9aca77795d941db2741b17d99cf87b60a9c40d4bbde2f65509912d84d9eba8cd */
#ifndef DXGMAP_CHECK_TRANSLATION_H
#define DXGMAP_CHECK_TRANSLATION_H

/* #include "translation.h" */

/* Whether the translation names pages of memory only, so that it can be read; true of any memory. */
/*@ requires valid: \valid(t);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> TranslationOk(*t); */
int dxgmap_check_translation(const dxgmap_translation *t);

#endif
/* dxgmap: end model/core/check_translation.h */

/*@ requires valid: \valid(c);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> CellsBounded(*c); */
static int dxgmap_check_cells_bounded(const dxgmap_cells *c)
{
  /*@ loop invariant range: 0 <= k <= DXGMAP_CELLS;
      loop invariant bounded: \forall integer l; 0 <= l < k ==> 0 <= c->cell[l] <= DXGMAP_PAGES;
      loop assigns k;
      loop variant DXGMAP_CELLS - k; */
  for (uint32_t k = 0; k < DXGMAP_CELLS; k++) {
    if (c->cell[k] > DXGMAP_PAGES) return 0;
  }
  return 1;
}

/*@ requires valid: \valid(c) && \valid(n);
    requires separated: \separated(c, n);
    requires bounded: CellsBounded(*c);
    terminates \true;
    exits \false;
    assigns *n;
    ensures counted: Counted(*c, *n);
    ensures bounded: CountsBounded(*n); */
static void dxgmap_check_tally(const dxgmap_cells *c, dxgmap_counts *n)
{
  /*@ loop invariant range: 0 <= k <= DXGMAP_PAGES;
      loop invariant zero: \forall integer p; 0 <= p < k ==> n->count[p] == 0;
      loop assigns k, n->count[0 .. DXGMAP_PAGES - 1];
      loop variant DXGMAP_PAGES - k; */
  for (uint32_t k = 0; k < DXGMAP_PAGES; k++)
    n->count[k] = 0;
  /*@ loop invariant range: 0 <= j <= DXGMAP_CELLS;
      loop invariant counted: \forall integer p; 0 <= p < DXGMAP_PAGES ==> n->count[p] == CellCount(*c, j, p + 1);
      loop invariant bounded: \forall integer p; 0 <= p < DXGMAP_PAGES ==> 0 <= n->count[p] <= j;
      loop assigns j, n->count[0 .. DXGMAP_PAGES - 1];
      loop variant DXGMAP_CELLS - j; */
  for (uint32_t j = 0; j < DXGMAP_CELLS; j++) {
    uint32_t v = c->cell[j];
    if (v != 0) n->count[v - 1u]++;
  }
}

/*@ requires valid: \valid(d) && \valid(scratch);
    requires separated: \separated(d, scratch);
    requires bounded: CellsBounded(d->cells);
    terminates \true;
    exits \false;
    assigns *scratch;
    ensures iff: \result != 0 <==> Counted(d->cells, d->counts) && CountsBounded(d->counts); */
static int dxgmap_check_counted(const dxgmap_domain *d, dxgmap_counts *scratch)
{
  dxgmap_check_tally(&d->cells, scratch);
  /*@ loop invariant range: 0 <= k <= DXGMAP_PAGES;
      loop invariant same: \forall integer p; 0 <= p < k ==> d->counts.count[p] == scratch->count[p];
      loop assigns k;
      loop variant DXGMAP_PAGES - k; */
  for (uint32_t k = 0; k < DXGMAP_PAGES; k++) {
    if (d->counts.count[k] != scratch->count[k]) return 0;
  }
  return 1;
}

/* Whether every cell of the run of id i has it as its owner. */
/*@ requires valid: \valid(d);
    requires ranges: RangesOk(d->ranges);
    requires id: DXGMAP_FIRST <= i < DXGMAP_HEAP_IDS;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> \forall integer l; RangeCovers(d->ranges, i, l) ==> d->owners.id[l] == i; */
static int dxgmap_check_run_known(const dxgmap_domain *d, uint32_t i)
{
  uint32_t base = d->ranges.base[i];
  uint32_t length = d->ranges.length[i];
  /*@ ghost dxgmap_quarantine_apart(&d->ranges); */
  /*@ assert inside: length > 0 ==> RangeLive(d->ranges, i) && base + length <= DXGMAP_CELLS; */
  /*@ loop invariant range: 0 <= k <= length;
      loop invariant known: \forall integer l; base <= l < base + k ==> d->owners.id[l] == i;
      loop assigns k;
      loop variant length - k; */
  for (uint32_t k = 0; k < length; k++) {
    if (d->owners.id[base + k] != i) {
      /*@ assert here: RangeCovers(d->ranges, i, base + k); */
      return 0;
    }
  }
  return 1;
}

/*@ requires valid: \valid(d);
    requires ranges: RangesOk(d->ranges);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> OwnersKnown(*d); */
static int dxgmap_check_owners_known(const dxgmap_domain *d)
{
  /*@ loop invariant range: DXGMAP_FIRST <= i <= DXGMAP_HEAP_IDS;
      loop invariant known: \forall integer j; j < i ==>
        \forall integer l; RangeCovers(d->ranges, j, l) ==> d->owners.id[l] == j;
      loop assigns i;
      loop variant DXGMAP_HEAP_IDS - i; */
  for (uint32_t i = DXGMAP_FIRST; i < DXGMAP_HEAP_IDS; i++) {
    if (!dxgmap_check_run_known(d, i)) return 0;
  }
  return 1;
}

/*@ requires valid: \valid(d);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> OwnersCover(*d) && OwnersUsed(d->cells, d->owners); */
static int dxgmap_check_owners_cover(const dxgmap_domain *d)
{
  /*@ loop invariant range: 0 <= k <= DXGMAP_CELLS;
      loop invariant cover: \forall integer l;
        0 <= l < k && d->owners.id[l] != 0 ==> RangeCovers(d->ranges, d->owners.id[l], l);
      loop invariant used: \forall integer l; 0 <= l < k ==> (d->cells.cell[l] != 0 <==> d->owners.id[l] != 0);
      loop assigns k;
      loop variant DXGMAP_CELLS - k; */
  for (uint32_t k = 0; k < DXGMAP_CELLS; k++) {
    uint32_t owner = d->owners.id[k];
    if ((d->cells.cell[k] != 0) != (owner != 0)) return 0;
    if (owner == 0) continue;
    if (owner < DXGMAP_FIRST || owner >= DXGMAP_HEAP_IDS) return 0;
    if (k < d->ranges.base[owner] || k - d->ranges.base[owner] >= d->ranges.length[owner]) return 0;
  }
  return 1;
}

/* Whether in identity mode what is counted is translated, and nothing else. */
/*@ requires valid: \valid(d);
    requires translation: TranslationOk(d->translation);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> CoherentCounts(d->translation, d->counts); */
static int dxgmap_check_coherent_counts(const dxgmap_domain *d)
{
  /* no logical page lies beyond the physical ones in any profile; in one where some do, this would not prove */
  /*@ loop invariant range: 0 <= k <= DXGMAP_PAGES;
      loop invariant counts: \forall integer p; 0 <= p < k
                             ==> Translated(d->translation, p) == (d->counts.count[p] != 0 ? p + 1 : 0);
      loop assigns k;
      loop variant DXGMAP_PAGES - k; */
  for (uint32_t k = 0; k < DXGMAP_PAGES; k++) {
    uint32_t expected = d->counts.count[k] != 0 ? k + 1u : 0;
    if (dxgmap_translation_find(&d->translation, k) != expected) return 0;
  }
  return 1;
}

/* Whether in remapping mode what is captured is translated, and nothing else. */
/*@ requires valid: \valid(d);
    requires translation: TranslationOk(d->translation);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> CoherentCells(d->translation, d->cells); */
static int dxgmap_check_coherent_cells(const dxgmap_domain *d)
{
  /*@ loop invariant range: 0 <= k <= DXGMAP_CELLS;
      loop invariant cells: \forall integer l; 0 <= l < k ==> Translated(d->translation, l) == d->cells.cell[l];
      loop assigns k;
      loop variant DXGMAP_CELLS - k; */
  for (uint32_t k = 0; k < DXGMAP_CELLS; k++) {
    if (dxgmap_translation_find(&d->translation, k) != d->cells.cell[k]) return 0;
  }
  return 1;
}

/*@ requires valid: \valid(d);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> Coherent(*d, mode); */
static int dxgmap_check_coherent(const dxgmap_domain *d, uint32_t mode)
{
  if (!dxgmap_check_translation(&d->translation)) return 0;
  return mode == DXGMAP_IDENTITY ? dxgmap_check_coherent_counts(d) : dxgmap_check_coherent_cells(d);
}

int dxgmap_check_domain(const dxgmap_domain *d, uint32_t mode, dxgmap_counts *scratch)
{
  if (!dxgmap_check_quarantine(&d->ranges) || !dxgmap_check_cells_bounded(&d->cells)) return 0;
  if (!dxgmap_check_owners_cover(d) || !dxgmap_check_owners_known(d)) return 0;
  return dxgmap_check_counted(d, scratch) && dxgmap_check_coherent(d, mode);
}
/* dxgmap: end model/core/check_domain.c */
/* dxgmap: begin model/core/check_heap.c sha256 d4898a5f06424d161fcf17df4286483e423baf9e99dce6a30ee705c605384803 */
/* #include "check_heap.h" */
/* dxgmap: begin model/core/check_heap.h sha256 bca0690da9360c68aa86a29e61267f57ed607fe5d5a034ec343badb72903f14f */
#ifndef DXGMAP_CHECK_HEAP_H
#define DXGMAP_CHECK_HEAP_H

/* #include "heap.h" */

/* Whether the memory is a heap of gaps; true of any memory. */
/*@ requires valid: \valid(heap);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> HeapOk(*heap); */
int dxgmap_check_heap(const dxgmap_heap *heap);

#endif
/* dxgmap: end model/core/check_heap.h */

/*@ requires valid: \valid(heap);
    requires high: heap->high <= DXGMAP_HEAP_IDS;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> HeapPerm(*heap); */
static int dxgmap_check_heap_perm(const dxgmap_heap *heap)
{
  /*@ loop invariant range: 0 <= k <= heap->high;
      loop invariant order: \forall integer p;
        0 <= p < k ==> 0 <= heap->order[p] < heap->high && heap->place[heap->order[p]] == p;
      loop invariant place: \forall integer i;
        0 <= i < k ==> 0 <= heap->place[i] < heap->high && heap->order[heap->place[i]] == i;
      loop assigns k;
      loop variant heap->high - k; */
  for (uint32_t k = 0; k < heap->high; k++) {
    if (heap->order[k] >= heap->high || heap->place[heap->order[k]] != k) return 0;
    if (heap->place[k] >= heap->high || heap->order[heap->place[k]] != k) return 0;
  }
  return 1;
}

/*@ requires valid: \valid(heap);
    requires perm: heap->count <= heap->high <= DXGMAP_HEAP_IDS && HeapPerm(*heap);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> HeapEdges(*heap); */
static int dxgmap_check_heap_edges(const dxgmap_heap *heap)
{
  /*@ loop invariant range: 1 <= k && (k <= heap->count || k == 1);
      loop invariant edges: \forall integer q; 1 <= q < k ==> HeapEdge(*heap, q);
      loop assigns k;
      loop variant heap->count - k; */
  for (uint32_t k = 1; k < heap->count; k++) {
    if (heap->gap[heap->order[(k - 1u) / 2u]] < heap->gap[heap->order[k]]) {
      /*@ assert above: !HeapEdge(*heap, k); */
      return 0;
    }
  }
  return 1;
}

/*@ requires valid: \valid(heap);
    requires high: heap->high <= DXGMAP_HEAP_IDS;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> HeapMembers(*heap); */
static int dxgmap_check_heap_members(const dxgmap_heap *heap)
{
  /*@ loop invariant range: 0 <= k <= heap->high;
      loop invariant members: \forall integer i; 0 <= i < k ==> (heap->place[i] < heap->count <==> heap->gap[i] > 0);
      loop assigns k;
      loop variant heap->high - k; */
  for (uint32_t k = 0; k < heap->high; k++) {
    if ((heap->place[k] < heap->count) != (heap->gap[k] > 0)) return 0;
  }
  return 1;
}

/*@ requires valid: \valid(heap);
    requires high: heap->high <= DXGMAP_HEAP_IDS;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> HeapUntouched(*heap); */
static int dxgmap_check_heap_untouched(const dxgmap_heap *heap)
{
  /*@ loop invariant range: heap->high <= k <= DXGMAP_HEAP_IDS;
      loop invariant untouched: \forall integer i; heap->high <= i < k ==> heap->gap[i] == 0;
      loop assigns k;
      loop variant DXGMAP_HEAP_IDS - k; */
  for (uint32_t k = heap->high; k < DXGMAP_HEAP_IDS; k++) {
    if (heap->gap[k] != 0) return 0;
  }
  return 1;
}

int dxgmap_check_heap(const dxgmap_heap *heap)
{
  if (heap->high > DXGMAP_HEAP_IDS || heap->count > heap->high) return 0;
  if (!dxgmap_check_heap_perm(heap)) return 0;
  return dxgmap_check_heap_edges(heap) && dxgmap_check_heap_members(heap) && dxgmap_check_heap_untouched(heap);
}
/* dxgmap: end model/core/check_heap.c */
/* dxgmap: begin model/core/check_links.c sha256 c3ac43c6388a592c887443cd2d22c7915440bb3cf059d786c92b72f9d22ea2dd */
/* #include "check_links.h" */

/*@ requires valid: \valid(t);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> LinksBounded(*t); */
static int dxgmap_check_links_bounded(const dxgmap_targets *t)
{
  /*@ loop invariant range: 0 <= k <= DXGMAP_SLOTS;
      loop invariant bounded: \forall integer i; 0 <= i < k ==> 0 <= t->slot[i] <= DXGMAP_SLOTS;
      loop assigns k;
      loop variant DXGMAP_SLOTS - k; */
  for (uint32_t k = 0; k < DXGMAP_SLOTS; k++) {
    if (t->slot[k] > DXGMAP_SLOTS) return 0;
  }
  return 1;
}

/* Counts the links to each slot, where pages are counted otherwise: no profile has more slots than pages. */
/*@ requires valid: \valid(t) && \valid(n);
    requires separated: \separated(t, n);
    requires bounded: LinksBounded(*t);
    terminates \true;
    exits \false;
    assigns *n;
    ensures counted: \forall integer x; 0 <= x < DXGMAP_SLOTS ==> n->count[x] == LinkCount(*t, DXGMAP_SLOTS, x + 1);
    ensures bounded: \forall integer x; 0 <= x < DXGMAP_SLOTS ==> 0 <= n->count[x] <= DXGMAP_SLOTS; */
static void dxgmap_check_links_tally(const dxgmap_targets *t, dxgmap_counts *n)
{
  /*@ loop invariant range: 0 <= k <= DXGMAP_SLOTS;
      loop invariant zero: \forall integer x; 0 <= x < k ==> n->count[x] == 0;
      loop assigns k, n->count[0 .. DXGMAP_SLOTS - 1];
      loop variant DXGMAP_SLOTS - k; */
  for (uint32_t k = 0; k < DXGMAP_SLOTS; k++)
    n->count[k] = 0;
  /*@ loop invariant range: 0 <= j <= DXGMAP_SLOTS;
      loop invariant counted: \forall integer x; 0 <= x < DXGMAP_SLOTS ==> n->count[x] == LinkCount(*t, j, x + 1);
      loop invariant bounded: \forall integer x; 0 <= x < DXGMAP_SLOTS ==> 0 <= n->count[x] <= j;
      loop assigns j, n->count[0 .. DXGMAP_SLOTS - 1];
      loop variant DXGMAP_SLOTS - j; */
  for (uint32_t j = 0; j < DXGMAP_SLOTS; j++) {
    uint32_t v = t->slot[j];
    if (v != 0) n->count[v - 1u]++;
  }
}

int dxgmap_check_links(const dxgmap_links *l, dxgmap_counts *scratch)
{
  if (!dxgmap_check_links_bounded(&l->to)) return 0;
  dxgmap_check_links_tally(&l->to, scratch);
  /*@ loop invariant range: 0 <= k <= DXGMAP_SLOTS;
      loop invariant same: \forall integer x; 0 <= x < k ==> l->uses.count[x] == scratch->count[x];
      loop assigns k;
      loop variant DXGMAP_SLOTS - k; */
  for (uint32_t k = 0; k < DXGMAP_SLOTS; k++) {
    if (l->uses.count[k] != scratch->count[k]) return 0;
  }
  return 1;
}
/* dxgmap: end model/core/check_links.c */
/* dxgmap: begin model/core/check_quarantine.c sha256 d25e1b8bc69afeb561b3dd971beae989f8a337bdd500554dd25672ba6a38e2bd */
/* #include "check_quarantine.h" */

/* #include "check_ranges.h" */
/* dxgmap: begin model/core/check_ranges.h sha256 abe98be7a056d3e8de87f924de5cf4981d77c6b8f23e5c3a20b8ffb54a1c3d4d */
#ifndef DXGMAP_CHECK_RANGES_H
#define DXGMAP_CHECK_RANGES_H

/* #include "ranges.h" */

/* Whether the memory is a range allocator: zeroed, or a ring that tiles the pages; true of any memory. What waits is
   checked in check_quarantine.h. */
/*@ requires valid: \valid(r);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> RunsOk(*r); */
int dxgmap_check_ranges(const dxgmap_ranges *r);

#endif
/* dxgmap: end model/core/check_ranges.h */

/*@ requires valid: \valid(r);
    requires bounds: WaitingBounds(r->waiting);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> WaitingRuns(*r); */
static int dxgmap_check_waiting_runs(const dxgmap_ranges *r)
{
  uint32_t oldest = r->waiting.oldest;
  uint32_t newest = oldest + r->waiting.count;
  /*@ loop invariant range: 1 <= k <= DXGMAP_FIRST;
      loop invariant runs: \forall integer i; 1 <= i < k ==> (r->length[i] > 0 <==> Waits(r->waiting, i));
      loop assigns k;
      loop variant DXGMAP_FIRST - k; */
  for (uint32_t k = 1; k < DXGMAP_FIRST; k++) {
    int waits = (oldest < k && k <= newest) || k + DXGMAP_QUARANTINE <= newest;
    if ((r->length[k] > 0) != waits) return 0;
  }
  return 1;
}

int dxgmap_check_quarantine(const dxgmap_ranges *r)
{
  if (r->waiting.limit > DXGMAP_QUARANTINE || r->waiting.count > r->waiting.limit) return 0;
  if (r->waiting.oldest >= DXGMAP_QUARANTINE || !dxgmap_check_ranges(r)) return 0;
  return dxgmap_check_waiting_runs(r);
}
/* dxgmap: end model/core/check_quarantine.c */
/* dxgmap: begin model/core/check_ranges.c sha256 206800c5c6e55a12709bddb1f58dd504032e320a443267bc34d8fc01dc44a907 */
/* #include "check_ranges.h" */

/* #include "check_heap.h" */

/*@ requires valid: \valid(r);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> RunsZero(*r); */
static int dxgmap_check_ranges_zero(const dxgmap_ranges *r)
{
  if (r->limit > DXGMAP_CELLS || r->heap.count != 0 || r->heap.high != 0) return 0;
  /*@ loop invariant range: 0 <= k <= DXGMAP_HEAP_IDS;
      loop invariant zero: \forall integer i; 0 <= i < k ==>
           r->heap.order[i] == 0 && r->heap.place[i] == 0 && r->heap.gap[i] == 0
        && r->base[i] == 0 && r->length[i] == 0 && r->next[i] == 0 && r->prev[i] == 0;
      loop assigns k;
      loop variant DXGMAP_HEAP_IDS - k; */
  for (uint32_t k = 0; k < DXGMAP_HEAP_IDS; k++) {
    if (r->heap.order[k] != 0 || r->heap.place[k] != 0 || r->heap.gap[k] != 0) return 0;
    if (r->base[k] != 0 || r->length[k] != 0 || r->next[k] != 0 || r->prev[k] != 0) return 0;
  }
  return 1;
}

/*@ requires valid: \valid(r);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> RunsKnown(*r); */
static int dxgmap_check_ranges_known(const dxgmap_ranges *r)
{
  /*@ assert head: RunOn(*r, DXGMAP_RANGE_HEAD); */
  if (r->heap.high == 0) return 0;
  /*@ loop invariant range: 1 <= k <= DXGMAP_HEAP_IDS;
      loop invariant known: \forall integer i; RunOn(*r, i) && i < k ==> i < r->heap.high;
      loop assigns k;
      loop variant DXGMAP_HEAP_IDS - k; */
  for (uint32_t k = 1; k < DXGMAP_HEAP_IDS; k++) {
    if (r->length[k] > 0 && k >= r->heap.high) {
      /*@ assert on: RunOn(*r, k); */
      return 0;
    }
  }
  return 1;
}

/*@ requires valid: \valid(r);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> RunsIdle(*r); */
static int dxgmap_check_ranges_idle(const dxgmap_ranges *r)
{
  /*@ loop invariant range: 1 <= k <= DXGMAP_HEAP_IDS;
      loop invariant idle: \forall integer i; 1 <= i < k && r->length[i] == 0 ==> r->heap.gap[i] == 0;
      loop assigns k;
      loop variant DXGMAP_HEAP_IDS - k; */
  for (uint32_t k = 1; k < DXGMAP_HEAP_IDS; k++) {
    if (r->length[k] == 0 && r->heap.gap[k] != 0) return 0;
  }
  return 1;
}

/*@ requires valid: \valid(r);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> RunOn(*r, i); */
static int dxgmap_check_ranges_on(const dxgmap_ranges *r, uint32_t i)
{
  return i == DXGMAP_RANGE_HEAD || (i < DXGMAP_HEAP_IDS && r->length[i] > 0);
}

/*@ requires valid: \valid(r);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> RunsRing(*r); */
static int dxgmap_check_ranges_ring(const dxgmap_ranges *r)
{
  /*@ loop invariant range: 0 <= k <= DXGMAP_HEAP_IDS;
      loop invariant ring: \forall integer i; i < k && RunOn(*r, i) ==>
           RunOn(*r, r->next[i]) && r->prev[r->next[i]] == i
        && RunOn(*r, r->prev[i]) && r->next[r->prev[i]] == i;
      loop assigns k;
      loop variant DXGMAP_HEAP_IDS - k; */
  for (uint32_t k = 0; k < DXGMAP_HEAP_IDS; k++) {
    if (!dxgmap_check_ranges_on(r, k)) continue;
    if (!dxgmap_check_ranges_on(r, r->next[k]) || r->prev[r->next[k]] != k) return 0;
    if (!dxgmap_check_ranges_on(r, r->prev[k]) || r->next[r->prev[k]] != k) return 0;
  }
  return 1;
}

/*@ requires valid: \valid(r);
    requires ring: RunsRing(*r);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> RunsTile(*r); */
static int dxgmap_check_ranges_tile(const dxgmap_ranges *r)
{
  /*@ loop invariant range: 0 <= k <= DXGMAP_HEAP_IDS;
      loop invariant tile: \forall integer i; i < k && RunOn(*r, i) ==>
           RunEnd(*r, i) == (r->next[i] == DXGMAP_RANGE_HEAD ? r->limit : r->base[r->next[i]])
        && RunEnd(*r, i) <= r->limit;
      loop assigns k;
      loop variant DXGMAP_HEAP_IDS - k; */
  for (uint32_t k = 0; k < DXGMAP_HEAP_IDS; k++) {
    if (!dxgmap_check_ranges_on(r, k)) continue;
    uint64_t end = (uint64_t)r->base[k] + r->length[k] + r->heap.gap[k];
    /*@ assert on: RunOn(*r, r->next[k]); */
    /*@ assert end: end == RunEnd(*r, k); */
    if (end > r->limit) return 0;
    if (end != (r->next[k] == DXGMAP_RANGE_HEAD ? r->limit : r->base[r->next[k]])) return 0;
  }
  return 1;
}

/* Why no page need be looked at: a ring that tiles passes each page once. */
/*@ ghost
  // the owner of page 0
  /@ requires valid: \valid(r);
     requires ring: RunsHead(*r) && RunsRing(*r) && RunsTile(*r);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures some: r->limit >= 1;
     ensures has: RunHas(*r, 0);
     ensures one: \forall integer i, j; RunOwns(*r, i, 0) && RunOwns(*r, j, 0) ==> i == j; @/
  void dxgmap_check_ranges_first(const dxgmap_ranges *r)
  {
    /@ assert head: RunOn(*r, DXGMAP_RANGE_HEAD) && RunEnd(*r, DXGMAP_RANGE_HEAD) >= 1; @/
    /@ assert has: RunOwns(*r, DXGMAP_RANGE_HEAD, 0); @/
    /@ assert came: \forall integer i; RunOwns(*r, i, 0) && i != DXGMAP_RANGE_HEAD ==>
         RunOn(*r, r->prev[i]) && RunEnd(*r, r->prev[i]) == 0 && r->next[r->prev[i]] == i; @/
    /@ assert none: \forall integer i; RunOn(*r, i) ==> RunEnd(*r, i) > 0; @/
    return;
  }
*/
/*@ ghost
  // the owner of page p is that of the page before, or the next on the ring
  /@ requires valid: \valid(r);
     requires ring: RunsHead(*r) && RunsRing(*r) && RunsTile(*r);
     requires page: 0 < p < r->limit;
     requires has: RunHas(*r, p - 1);
     requires one: \forall integer i, j; RunOwns(*r, i, p - 1) && RunOwns(*r, j, p - 1) ==> i == j;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures has: RunHas(*r, p);
     ensures one: \forall integer i, j; RunOwns(*r, i, p) && RunOwns(*r, j, p) ==> i == j; @/
  void dxgmap_check_ranges_step(const dxgmap_ranges *r, uint32_t p)
  {
    /@ assert on: \forall integer i; RunOwns(*r, i, p - 1) ==> RunOwns(*r, i, p) || RunOwns(*r, r->next[i], p); @/
    /@ assert came: \forall integer i; RunOwns(*r, i, p) ==> RunOwns(*r, i, p - 1)
         || (RunOwns(*r, r->prev[i], p - 1) && RunEnd(*r, r->prev[i]) == p && r->next[r->prev[i]] == i); @/
    return;
  }
*/
/*@ ghost
  /@ requires valid: \valid(r);
     requires ring: RunsHead(*r) && RunsRing(*r) && RunsTile(*r);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures full: RunsFull(*r);
     ensures one: \forall integer i, j, page; RunOwns(*r, i, page) && RunOwns(*r, j, page) ==> i == j; @/
  void dxgmap_check_ranges_walk(const dxgmap_ranges *r)
  {
    dxgmap_check_ranges_first(r);
    /@ loop invariant range: 1 <= p <= r->limit;
       loop invariant full: \forall integer page; 0 <= page < p ==> RunHas(*r, page);
       loop invariant one: \forall integer page, i, j;
         0 <= page < p && RunOwns(*r, i, page) && RunOwns(*r, j, page) ==> i == j;
       loop assigns p;
       loop variant r->limit - p; @/
    for (uint32_t p = 1; p < r->limit; p++) dxgmap_check_ranges_step(r, p);
    return;
  }
*/
/*@ ghost
  /@ requires valid: \valid(r);
     requires tile: RunsHead(*r) && RunsTile(*r);
     requires one: \forall integer i, j, page; RunOwns(*r, i, page) && RunOwns(*r, j, page) ==> i == j;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures apart: RunsApart(*r); @/
  void dxgmap_check_ranges_apart(const dxgmap_ranges *r)
  {
    /@ assert some: \forall integer i; RunOn(*r, i) ==> r->base[i] < RunEnd(*r, i); @/
    /@ assert own: \forall integer i; RunOn(*r, i) ==> RunOwns(*r, i, r->base[i]); @/
    /@ assert inside: \forall integer i, j; RunOn(*r, i) && RunOn(*r, j) && i != j ==> !RunOwns(*r, j, r->base[i]); @/
    return;
  }
*/

int dxgmap_check_ranges(const dxgmap_ranges *r)
{
  if (dxgmap_check_ranges_zero(r)) return 1;
  if (r->limit > DXGMAP_CELLS) return 0;
  if (r->base[DXGMAP_RANGE_HEAD] != 0 || r->length[DXGMAP_RANGE_HEAD] != 1) return 0;
  if (!dxgmap_check_heap(&r->heap) || !dxgmap_check_ranges_known(r) || !dxgmap_check_ranges_idle(r)) return 0;
  if (!dxgmap_check_ranges_ring(r) || !dxgmap_check_ranges_tile(r)) return 0;
  /*@ ghost dxgmap_check_ranges_walk(r); */
  /*@ ghost dxgmap_check_ranges_apart(r); */
  return 1;
}
/* dxgmap: end model/core/check_ranges.c */
/* dxgmap: begin model/core/check_slots.c sha256 c2c61543120746abd0f0289f055573b5646b17ecf18559632d50d8d7340ea044 */
/* #include "check_slots.h" */

/*@ requires valid: \valid(t);
    requires high: t->high <= DXGMAP_SLOTS;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> SlotsPermuted(*t); */
static int dxgmap_check_slots_permuted(const dxgmap_slots *t)
{
  /*@ loop invariant range: 0 <= k <= t->high;
      loop invariant order: \forall integer i; 0 <= i < k ==> 0 <= t->order[i] < t->high && t->place[t->order[i]] == i;
      loop invariant place: \forall integer i; 0 <= i < k ==> 0 <= t->place[i] < t->high && t->order[t->place[i]] == i;
      loop assigns k;
      loop variant t->high - k; */
  for (uint32_t k = 0; k < t->high; k++) {
    if (t->order[k] >= t->high || t->place[t->order[k]] != k) return 0;
    if (t->place[k] >= t->high || t->order[t->place[k]] != k) return 0;
  }
  return 1;
}

/*@ requires valid: \valid(t);
    requires high: t->high <= DXGMAP_SLOTS;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> SlotsFresh(*t); */
static int dxgmap_check_slots_fresh(const dxgmap_slots *t)
{
  /*@ loop invariant range: t->high <= k <= DXGMAP_SLOTS;
      loop invariant fresh: \forall integer i; t->high <= i < k ==> t->generation[i] == 0;
      loop assigns k;
      loop variant DXGMAP_SLOTS - k; */
  for (uint32_t k = t->high; k < DXGMAP_SLOTS; k++) {
    if (t->generation[k] != 0) return 0;
  }
  return 1;
}

/*@ requires valid: \valid(t);
    requires high: t->free + t->live <= t->high <= DXGMAP_SLOTS;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> SlotsRetire(*t); */
static int dxgmap_check_slots_retire(const dxgmap_slots *t)
{
  uint32_t retired = t->free + t->live;
  /*@ loop invariant range: 0 <= k <= t->high;
      loop invariant retire: \forall integer i;
        0 <= i < k ==> (t->generation[i] == DXGMAP_GENERATION_MAX <==> SlotRetired(*t, i));
      loop assigns k;
      loop variant t->high - k; */
  for (uint32_t k = 0; k < t->high; k++) {
    if ((t->generation[k] == DXGMAP_GENERATION_MAX) != (t->place[k] >= retired)) return 0;
  }
  return 1;
}

int dxgmap_check_slots(const dxgmap_slots *t)
{
  if (t->high > DXGMAP_SLOTS || (uint64_t)t->free + t->live > t->high) return 0;
  return dxgmap_check_slots_permuted(t) && dxgmap_check_slots_fresh(t) && dxgmap_check_slots_retire(t);
}
/* dxgmap: end model/core/check_slots.c */
/* dxgmap: begin model/core/check_translation.c sha256 08bf0d26d34db248e76ae9fcf1e6c7d993f6a1c38dcae59c080e07c7f44d0bfe */
/* #include "check_translation.h" */

/*@ requires valid: \valid(d);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> TranslationWords(*d); */
static int dxgmap_check_words(const dxgmap_directory *d)
{
  /*@ loop invariant range: 0 <= k <= DXGMAP_BLOCKS;
      loop invariant words: \forall integer b; 0 <= b < k ==> TranslationWordOk(d->word[b]);
      loop assigns k;
      loop variant DXGMAP_BLOCKS - k; */
  for (uint32_t k = 0; k < DXGMAP_BLOCKS; k++) {
    if (d->word[k] > DXGMAP_PAGES + 2u - DXGMAP_BLOCK) return 0;
  }
  return 1;
}

/*@ requires valid: \valid(e);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> TranslationEntries(*e); */
static int dxgmap_check_entries(const dxgmap_entries *e)
{
  /*@ loop invariant range: 0 <= k <= DXGMAP_CELLS;
      loop invariant entries: \forall integer l; 0 <= l < k ==> 0 <= e->value[l] <= DXGMAP_PAGES;
      loop assigns k;
      loop variant DXGMAP_CELLS - k; */
  for (uint32_t k = 0; k < DXGMAP_CELLS; k++) {
    if (e->value[k] > DXGMAP_PAGES) return 0;
  }
  return 1;
}

int dxgmap_check_translation(const dxgmap_translation *t)
{
  return dxgmap_check_words(&t->directory) && dxgmap_check_entries(&t->entries);
}
/* dxgmap: end model/core/check_translation.c */
/* dxgmap: begin model/core/check_views.c sha256 0508c0cb76c18927d101be26372b21fb6dffc99dc82502e2c628950c0dc5eb6a */
/* #include "check_views.h" */

/*@ requires valid: \valid(v);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> ViewsOwned(*v); */
static int dxgmap_check_views_owned(const dxgmap_views *v)
{
  /*@ loop invariant range: 0 <= k <= DXGMAP_WINDOW;
      loop invariant owned: \forall integer w; 0 <= w < k && v->owner[w] != 0 ==> ViewCovers(*v, v->owner[w] - 1, w);
      loop assigns k;
      loop variant DXGMAP_WINDOW - k; */
  for (uint32_t k = 0; k < DXGMAP_WINDOW; k++) {
    uint32_t owner = v->owner[k];
    if (owner == 0) continue;
    if (owner > DXGMAP_SLOTS || k < v->place[owner - 1u] || k - v->place[owner - 1u] >= v->span[owner - 1u]) return 0;
  }
  return 1;
}

/* Whether every window page of slot i's view exists and is its own. */
/*@ requires valid: \valid(v);
    requires slot: i < DXGMAP_SLOTS;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0
                 <==> \forall integer w; ViewCovers(*v, i, w) ==> 0 <= w < DXGMAP_WINDOW && v->owner[w] == i + 1; */
static int dxgmap_check_views_own_one(const dxgmap_views *v, uint32_t i)
{
  uint32_t place = v->place[i];
  uint32_t span = v->span[i];
  if (span == 0) return 1;
  /*@ assert last: ViewCovers(*v, i, place + span - 1); */
  if ((uint64_t)place + span > DXGMAP_WINDOW) return 0;
  /*@ loop invariant range: 0 <= k <= span;
      loop invariant own: \forall integer w; place <= w < place + k ==> v->owner[w] == i + 1;
      loop assigns k;
      loop variant span - k; */
  for (uint32_t k = 0; k < span; k++) {
    if (v->owner[place + k] != i + 1u) {
      /*@ assert here: ViewCovers(*v, i, place + k); */
      return 0;
    }
  }
  return 1;
}

/*@ requires valid: \valid(v);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> ViewsOwn(*v); */
static int dxgmap_check_views_own(const dxgmap_views *v)
{
  /*@ loop invariant range: 0 <= k <= DXGMAP_SLOTS;
      loop invariant own: \forall integer i; 0 <= i < k ==>
        \forall integer w; ViewCovers(*v, i, w) ==> 0 <= w < DXGMAP_WINDOW && v->owner[w] == i + 1;
      loop assigns k;
      loop variant DXGMAP_SLOTS - k; */
  for (uint32_t k = 0; k < DXGMAP_SLOTS; k++) {
    if (!dxgmap_check_views_own_one(v, k)) return 0;
  }
  return 1;
}

int dxgmap_check_views(const dxgmap_views *v)
{
  return dxgmap_check_views_owned(v) && dxgmap_check_views_own(v);
}
/* dxgmap: end model/core/check_views.c */
/* dxgmap: begin model/core/domain.c sha256 afc98dd530feaaa23f84511666038ab96df6fab2530a4ea90b6f88b5eb1fc1cf */
/* #include "domain.h" */

/* #include "access.h" */
/* dxgmap: begin model/core/access.h sha256 d77d3f272fe3740ee80f257015f0ba6232f477914815407f7e05d34b5d404133 */
#ifndef DXGMAP_ACCESS_H
#define DXGMAP_ACCESS_H

#include <stdint.h>

/* How words are read and written that other threads read without a lock. What is proved is the plain access: of one
   thread's steps an atomic one says the same. The proof alone defines DXGMAP_PLAIN.

   DXGMAP_STRICT, for whoever wants C11 to the letter, and for ThreadSanitizer: entries are stored by atomic stores too.
   By default they are stored by plain ones, of which a compiler makes vectors; loops of atomic ones take several times
   as long. */
#ifdef DXGMAP_PLAIN
#define DXGMAP_ATOMIC(builtin, plain) plain
#else
#define DXGMAP_ATOMIC(builtin, plain) builtin
#endif
#if defined(DXGMAP_STRICT) && !defined(DXGMAP_PLAIN)
#define DXGMAP_ATOMIC_IF_STRICT(builtin, plain) builtin
#else
#define DXGMAP_ATOMIC_IF_STRICT(builtin, plain) plain
#endif

/* Reads a word: whoever sees a value sees all that was written before that value was. */
/*@ requires valid: \valid(word);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures read: \result == *word; */
static inline uint32_t dxgmap_load_acquire(const uint32_t *word)
{
  return DXGMAP_ATOMIC(__atomic_load_n(word, __ATOMIC_ACQUIRE), *word);
}

/* Writes a word, after all that was written before it. */
/*@ requires valid: \valid(word);
    terminates \true;
    exits \false;
    assigns *word;
    ensures written: *word == value; */
static inline void dxgmap_store_release(uint32_t *word, uint32_t value)
{
  DXGMAP_ATOMIC(__atomic_store_n(word, value, __ATOMIC_RELEASE), *word = value);
}

/* Writes an entry, in no order with other entries: a word that is written by dxgmap_store_release puts them in order.
   Even the plain store writes an aligned word whole. */
/*@ requires valid: \valid(word);
    terminates \true;
    exits \false;
    assigns *word;
    ensures written: *word == value; */
static inline void dxgmap_store_entry(uint32_t *word, uint32_t value)
{
  DXGMAP_ATOMIC_IF_STRICT(__atomic_store_n(word, value, __ATOMIC_RELAXED), *word = value);
}

#endif
/* dxgmap: end model/core/access.h */
/* #include "translation_page.h" */
/* dxgmap: begin model/core/translation_page.h sha256 1e838a7403c9506814b41c730b5e8249aa04683e42206ab530f540bcad8adbf5 */
#ifndef DXGMAP_TRANSLATION_PAGE_H
#define DXGMAP_TRANSLATION_PAGE_H

#include <stdint.h>

/* #include "access.h" */
/* #include "translation.h" */

/* Maps one logical page to v - 1, or for v = 0 to nothing, if its block is a table, for then that is one store; answers 0
   and changes nothing if it is not. Here, and not in translation.c, because scattered pages are changed one by one, and a
   call for each would leave room for fewer stores at a time than the memory takes. */
/*@ requires valid: \valid(t);
    requires ok: TranslationOk(*t);
    requires in: l < DXGMAP_CELLS;
    requires memory: v <= DXGMAP_PAGES;
    terminates \true;
    exits \false;
    assigns *t;
    ensures ok: TranslationOk(*t);
    ensures mapped: \result != 0 ==> Translated(*t, l) == v;
    ensures others: TranslationKept(\old(*t), *t, l, l + 1);
    ensures refused: \result == 0 ==> *t == \old(*t); */
static inline int dxgmap_translation_page(dxgmap_translation *t, uint32_t l, uint32_t v)
{
  /*@ assert block: 0 <= l / DXGMAP_BLOCK < DXGMAP_BLOCKS; */
  if (dxgmap_load_acquire(&t->directory.word[l / DXGMAP_BLOCK]) != DXGMAP_TRANSLATION_TABLE) return 0;
  dxgmap_store_entry(&t->entries.value[l], v);
  return 1;
}

#endif
/* dxgmap: end model/core/translation_page.h */

int dxgmap_domain_in_memory(const uint64_t *pages, uint32_t n)
{
  /*@ loop invariant range: 0 <= i <= n;
      loop invariant so_far: PagesInMemory(pages, i);
      loop assigns i;
      loop variant n - i; */
  for (uint32_t i = 0; i < n; i++) {
    if (pages[i] >= DXGMAP_PAGES) return 0;
  }
  return 1;
}

/* Steps of the proofs, none of which runs. What the cells b .. b + n - 1 have of a value is CellCount up to their end less
   CellCount up to their begin. */
/*@ ghost
  // Counts rise with the cells, and are no more than the cells are.
  /@ terminates \true;
     exits \false;
     assigns \nothing;
     ensures rising: \forall integer i, w; 0 <= i <= DXGMAP_CELLS ==> 0 <= CellCount(c, i, w) <= CellCount(c, DXGMAP_CELLS, w);
     ensures between: \forall integer i, j, w; 0 <= i <= j <= DXGMAP_CELLS ==> CellCount(c, i, w) <= CellCount(c, j, w);
     ensures bounded: \forall integer w; CellCount(c, DXGMAP_CELLS, w) <= DXGMAP_CELLS; @/
  void dxgmap_domain_rising(dxgmap_cells c)
  {
    /@ loop invariant range: 0 <= j <= DXGMAP_CELLS;
       loop invariant rising: \forall integer i, w; 0 <= i <= j ==> 0 <= CellCount(c, i, w) <= CellCount(c, j, w);
       loop invariant between: \forall integer i, k, w; 0 <= i <= k <= j ==> CellCount(c, i, w) <= CellCount(c, k, w);
       loop invariant bounded: \forall integer w; CellCount(c, j, w) <= j;
       loop assigns j;
       loop variant DXGMAP_CELLS - j; @/
    for (uint32_t j = 0; j < DXGMAP_CELLS; j++) { }
    return;
  }
*/
/*@ ghost
  // Some cells have what stands in one of them, and nothing of what stands in none.
  /@ requires in: b + n <= DXGMAP_CELLS;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures some: \forall integer l; b <= l < b + n ==> CellCount(c, b + n, c.cell[l]) > CellCount(c, b, c.cell[l]);
     ensures none: \forall integer w; (\forall integer l; b <= l < b + n ==> c.cell[l] != w)
                   ==> CellCount(c, b + n, w) == CellCount(c, b, w); @/
  void dxgmap_domain_some(dxgmap_cells c, uint64_t b, uint64_t n)
  {
    /@ loop invariant range: 0 <= j <= n;
       loop invariant rising: \forall integer w; CellCount(c, b + j, w) >= CellCount(c, b, w);
       loop invariant some: \forall integer l; b <= l < b + j ==> CellCount(c, b + j, c.cell[l]) > CellCount(c, b, c.cell[l]);
       loop invariant none: \forall integer w; (\forall integer l; b <= l < b + j ==> c.cell[l] != w)
                            ==> CellCount(c, b + j, w) == CellCount(c, b, w);
       loop assigns j;
       loop variant n - j; @/
    for (uint64_t j = 0; j < n; j++) { }
    return;
  }
*/
/*@ ghost
  // Cells of pages that follow each other have each of them once, and no other.
  /@ requires in: b + n <= DXGMAP_CELLS;
     requires run: \forall integer l; b <= l < b + n ==> c.cell[l] == c.cell[b] + (l - b);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures once: \forall integer w; CellCount(c, b + n, w)
                   == CellCount(c, b, w) + (c.cell[b] <= w < c.cell[b] + n ? 1 : 0); @/
  void dxgmap_domain_follow(dxgmap_cells c, uint64_t b, uint64_t n)
  {
    /@ loop invariant range: 0 <= j <= n;
       loop invariant once: \forall integer w; CellCount(c, b + j, w)
                            == CellCount(c, b, w) + (c.cell[b] <= w < c.cell[b] + j ? 1 : 0);
       loop assigns j;
       loop variant n - j; @/
    for (uint64_t j = 0; j < n; j++) { }
    return;
  }
*/
/*@ ghost
  // Cells that are full in one and empty in the other are what the two differ by.
  /@ requires in: b + n <= DXGMAP_CELLS;
     requires empty: \forall integer l; b <= l < b + n ==> empty.cell[l] == 0;
     requires same: \forall integer l; 0 <= l < DXGMAP_CELLS && !(b <= l < b + n) ==> empty.cell[l] == full.cell[l];
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures counts: \forall integer w; w != 0 ==> CellCount(full, DXGMAP_CELLS, w)
                     == CellCount(empty, DXGMAP_CELLS, w) + CellCount(full, b + n, w) - CellCount(full, b, w); @/
  void dxgmap_domain_differ(dxgmap_cells empty, dxgmap_cells full, uint64_t b, uint64_t n)
  {
    /@ loop invariant range: 0 <= j <= DXGMAP_CELLS;
       loop invariant below: j <= b ==> \forall integer w; CellCount(full, j, w) == CellCount(empty, j, w);
       loop invariant here: b <= j <= b + n ==> \forall integer w; w != 0
                            ==> CellCount(empty, j, w) == CellCount(full, b, w);
       loop invariant above: b + n <= j ==> \forall integer w; w != 0 ==> CellCount(full, j, w)
                             == CellCount(empty, j, w) + CellCount(full, b + n, w) - CellCount(full, b, w);
       loop assigns j;
       loop variant DXGMAP_CELLS - j; @/
    for (uint32_t j = 0; j < DXGMAP_CELLS; j++) { }
    return;
  }
*/

/* Writes the pages of a list into the cells from b on. A loop of its own, as that of the owners is: the counts are in
   random order, and of a loop that only counts, more are on their way from memory at a time. */
/*@ requires valid: \valid(c) && \valid_read(pages + (0 .. n - 1));
    requires separated: \separated(c, pages + (..));
    requires in: b + n <= DXGMAP_CELLS;
    requires memory: PagesInMemory(pages, n);
    terminates \true;
    exits \false;
    assigns c->cell[0 .. DXGMAP_CELLS - 1];
    ensures written: \forall integer l; b <= l < b + n ==> c->cell[l] == pages[l - b] + 1;
    ensures same: \forall integer l; 0 <= l < DXGMAP_CELLS && !(b <= l < b + n) ==> c->cell[l] == \old(c->cell[l]); */
static void dxgmap_domain_write(dxgmap_cells *c, uint64_t b, uint64_t n, const uint64_t *pages)
{
  /*@ loop invariant range: 0 <= k <= n;
      loop invariant written: \forall integer l; b <= l < b + k ==> c->cell[l] == pages[l - b] + 1;
      loop invariant same: \forall integer l; 0 <= l < DXGMAP_CELLS && !(b <= l < b + k)
                           ==> c->cell[l] == \at(c->cell[l], Pre);
      loop assigns k, c->cell[0 .. DXGMAP_CELLS - 1];
      loop variant n - k; */
  for (uint64_t k = 0; k < n; k++) {
    c->cell[b + k] = (uint32_t)pages[k] + 1u;
  }
}

/* Makes id the owner of the cells from b on. */
/*@ requires valid: \valid(o);
    requires in: b + n <= DXGMAP_CELLS;
    terminates \true;
    exits \false;
    assigns o->id[0 .. DXGMAP_CELLS - 1];
    ensures owned: \forall integer l; b <= l < b + n ==> o->id[l] == id;
    ensures same: \forall integer l; 0 <= l < DXGMAP_CELLS && !(b <= l < b + n) ==> o->id[l] == \old(o->id[l]); */
static void dxgmap_domain_own(dxgmap_owners *o, uint64_t b, uint64_t n, uint32_t id)
{
  /*@ loop invariant range: 0 <= k <= n;
      loop invariant owned: \forall integer l; b <= l < b + k ==> o->id[l] == id;
      loop invariant same: \forall integer l; 0 <= l < DXGMAP_CELLS && !(b <= l < b + k)
                           ==> o->id[l] == \at(o->id[l], Pre);
      loop assigns k, o->id[0 .. DXGMAP_CELLS - 1];
      loop variant n - k; */
  for (uint64_t k = 0; k < n; k++) {
    o->id[b + k] = id;
  }
}

/* Empties the cells from b on, which then have no owner. */
/*@ requires valid: \valid(d);
    requires in: b + n <= DXGMAP_CELLS;
    terminates \true;
    exits \false;
    assigns d->cells.cell[0 .. DXGMAP_CELLS - 1], d->owners.id[0 .. DXGMAP_CELLS - 1];
    ensures emptied: \forall integer l; b <= l < b + n ==> d->cells.cell[l] == 0 && d->owners.id[l] == 0;
    ensures same: \forall integer l; 0 <= l < DXGMAP_CELLS && !(b <= l < b + n)
                  ==> d->cells.cell[l] == \old(d->cells.cell[l]) && d->owners.id[l] == \old(d->owners.id[l]); */
static void dxgmap_domain_erase(dxgmap_domain *d, uint64_t b, uint64_t n)
{
  /* Read as words of other threads are, so that no compiler makes a call of memset of the loop: the core calls nobody. */
  uint32_t zero = 0;
  uint32_t nothing = dxgmap_load_acquire(&zero);

  /*@ loop invariant range: 0 <= k <= n;
      loop invariant emptied: \forall integer l; b <= l < b + k ==> d->cells.cell[l] == 0 && d->owners.id[l] == 0;
      loop invariant same: \forall integer l; 0 <= l < DXGMAP_CELLS && !(b <= l < b + k)
                           ==> d->cells.cell[l] == \at(d->cells.cell[l], Pre)
                            && d->owners.id[l] == \at(d->owners.id[l], Pre);
      loop assigns k, d->cells.cell[0 .. DXGMAP_CELLS - 1], d->owners.id[0 .. DXGMAP_CELLS - 1];
      loop variant n - k; */
  for (uint64_t k = 0; k < n; k++) {
    d->cells.cell[b + k] = nothing;
    d->owners.id[b + k] = nothing;
  }
}

/* Counts and locks the pages in the cells b .. b + n - 1. */
/*@ requires valid: \valid(d);
    requires in: b + n <= DXGMAP_CELLS;
    requires pages: \forall integer l; b <= l < b + n ==> 1 <= d->cells.cell[l] <= DXGMAP_PAGES;
    requires room: \forall integer p; 0 <= p < DXGMAP_PAGES ==> d->counts.count[p]
                   + CellCount(d->cells, b + n, p + 1) - CellCount(d->cells, b, p + 1) <= DXGMAP_CELLS;
    terminates \true;
    exits \false;
    assigns d->counts.count[0 .. DXGMAP_PAGES - 1];
    ensures counts: \forall integer p; 0 <= p < DXGMAP_PAGES ==> d->counts.count[p] == \old(d->counts.count[p])
                    + CellCount(d->cells, b + n, p + 1) - CellCount(d->cells, b, p + 1); */
static void dxgmap_domain_count(dxgmap_domain *d, uint64_t b, uint64_t n)
{
  /*@ ghost dxgmap_domain_rising(d->cells); */
  /*@ loop invariant range: 0 <= k <= n;
      loop invariant counts: \forall integer p; 0 <= p < DXGMAP_PAGES ==> d->counts.count[p]
        == \at(d->counts.count[p], Pre) + CellCount(d->cells, b + k, p + 1) - CellCount(d->cells, b, p + 1);
      loop assigns k, d->counts.count[0 .. DXGMAP_PAGES - 1];
      loop variant n - k; */
  for (uint64_t k = 0; k < n; k++) {
    uint32_t v = d->cells.cell[b + k];
    /*@ assert next: CellCount(d->cells, b + k + 1, v) == CellCount(d->cells, b + k, v) + 1; */
    /*@ assert last: CellCount(d->cells, b + k + 1, v) <= CellCount(d->cells, b + n, v); */
    d->counts.count[v - 1]++;
  }
}

/* Takes back a count and a lock of each page in the cells b .. b + n - 1. */
/*@ requires valid: \valid(d);
    requires in: b + n <= DXGMAP_CELLS;
    requires pages: \forall integer l; b <= l < b + n ==> 1 <= d->cells.cell[l] <= DXGMAP_PAGES;
    requires held: \forall integer p; 0 <= p < DXGMAP_PAGES ==> d->counts.count[p]
                   >= CellCount(d->cells, b + n, p + 1) - CellCount(d->cells, b, p + 1);
    terminates \true;
    exits \false;
    assigns d->counts.count[0 .. DXGMAP_PAGES - 1];
    ensures counts: \forall integer p; 0 <= p < DXGMAP_PAGES ==> d->counts.count[p] == \old(d->counts.count[p])
                    - (CellCount(d->cells, b + n, p + 1) - CellCount(d->cells, b, p + 1)); */
static void dxgmap_domain_uncount(dxgmap_domain *d, uint64_t b, uint64_t n)
{
  /*@ ghost dxgmap_domain_rising(d->cells); */
  /*@ loop invariant range: 0 <= k <= n;
      loop invariant counts: \forall integer p; 0 <= p < DXGMAP_PAGES ==> d->counts.count[p]
        == \at(d->counts.count[p], Pre) - (CellCount(d->cells, b + k, p + 1) - CellCount(d->cells, b, p + 1));
      loop assigns k, d->counts.count[0 .. DXGMAP_PAGES - 1];
      loop variant n - k; */
  for (uint64_t k = 0; k < n; k++) {
    uint32_t v = d->cells.cell[b + k];
    /*@ assert next: CellCount(d->cells, b + k + 1, v) == CellCount(d->cells, b + k, v) + 1; */
    /*@ assert last: CellCount(d->cells, b + k + 1, v) <= CellCount(d->cells, b + n, v); */
    d->counts.count[v - 1]--;
  }
}

/* How many of the cells b .. b + n - 1, from the first on, have pages that follow each other. */
/*@ requires valid: \valid(d);
    requires in: 1 <= n && b + n <= DXGMAP_CELLS;
    requires counted: \forall integer l; b <= l < b + n ==> d->counts.count[d->cells.cell[l] - 1] != 0;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures range: 1 <= \result <= n;
    ensures last: d->cells.cell[b + \result - 1] == d->cells.cell[b] + \result - 1;
    ensures run: \forall integer l; b <= l < b + \result ==> d->cells.cell[l] == d->cells.cell[b] + (l - b);
    ensures counted: \forall integer p; d->cells.cell[b] <= p + 1 < d->cells.cell[b] + \result
                     ==> d->counts.count[p] != 0; */
static uint32_t dxgmap_domain_run(const dxgmap_domain *d, uint32_t b, uint32_t n)
{
  uint64_t v = d->cells.cell[b];

  /*@ loop invariant range: 1 <= r <= n;
      loop invariant last: d->cells.cell[b + r - 1] == v + r - 1;
      loop invariant run: \forall integer l; b <= l < b + r ==> d->cells.cell[l] == v + (l - b);
      loop invariant counted: \forall integer p; v <= p + 1 < v + r ==> d->counts.count[p] != 0;
      loop assigns r;
      loop variant n - r; */
  for (uint32_t r = 1; r < n; r++) {
    if (d->cells.cell[b + r] != v + r) return r;
    /*@ assert next: d->counts.count[d->cells.cell[b + r] - 1] != 0; */
  }
  return n;
}

/* The same of pages that no other cell has, and there may be none. */
/*@ requires valid: \valid(d);
    requires in: 1 <= n && b + n <= DXGMAP_CELLS;
    requires pages: \forall integer l; b <= l < b + n ==> 1 <= d->cells.cell[l] <= DXGMAP_PAGES;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures range: 0 <= \result <= n;
    ensures last: \result > 0 ==> d->cells.cell[b + \result - 1] == d->cells.cell[b] + \result - 1;
    ensures run: \forall integer l; b <= l < b + \result ==> d->cells.cell[l] == d->cells.cell[b] + (l - b);
    ensures alone: \forall integer p; d->cells.cell[b] <= p + 1 < d->cells.cell[b] + \result ==> d->counts.count[p] == 1;
    ensures shared: \result == 0 ==> d->counts.count[d->cells.cell[b] - 1] != 1; */
static uint32_t dxgmap_domain_alone(const dxgmap_domain *d, uint32_t b, uint32_t n)
{
  uint64_t v = d->cells.cell[b];

  /*@ loop invariant range: 0 <= r <= n;
      loop invariant last: r > 0 ==> d->cells.cell[b + r - 1] == v + r - 1;
      loop invariant run: \forall integer l; b <= l < b + r ==> d->cells.cell[l] == v + (l - b);
      loop invariant alone: \forall integer p; v <= p + 1 < v + r ==> d->counts.count[p] == 1;
      loop assigns r;
      loop variant n - r; */
  for (uint32_t r = 0; r < n; r++) {
    uint32_t w = d->cells.cell[b + r];
    if (w != v + r || d->counts.count[w - 1u] != 1u) return r;
  }
  return n;
}

/* In identity mode: maps the first of the pages in the cells b .. b + n - 1, which are counted, and answers how many. Pages
   that follow each other are mapped at once. */
/*@ requires valid: \valid(d);
    requires in: 1 <= n && b + n <= DXGMAP_CELLS;
    requires pages: \forall integer l; b <= l < b + n ==> 1 <= d->cells.cell[l] <= DXGMAP_PAGES;
    requires counted: \forall integer l; b <= l < b + n ==> d->counts.count[d->cells.cell[l] - 1] != 0;
    requires ok: TranslationOk(d->translation);
    terminates \true;
    exits \false;
    assigns d->translation;
    ensures range: 1 <= \result <= n;
    ensures ok: TranslationOk(d->translation);
    ensures shown: \forall integer l; b <= l < b + \result
                   ==> Translated(d->translation, d->cells.cell[l] - 1) == d->cells.cell[l];
    ensures others: \forall integer p; 0 <= p < DXGMAP_CELLS
                    ==> Translated(d->translation, p) == Translated(\old(*d).translation, p)
                        || (p < DXGMAP_PAGES && d->counts.count[p] != 0 && Translated(d->translation, p) == p + 1); */
static uint32_t dxgmap_domain_show_some(dxgmap_domain *d, uint32_t b, uint32_t n)
{
  uint32_t p = d->cells.cell[b] - 1u;

  if (n == 1u || d->cells.cell[b + 1u] != p + 2u) {
    if (!dxgmap_translation_page(&d->translation, p, p + 1u)) dxgmap_translation_map_run(&d->translation, p, 1, p);
    return 1;
  }
  uint32_t r = dxgmap_domain_run(d, b, n);
  dxgmap_translation_map_run(&d->translation, p, r, p);
  return r;
}

/* In identity mode: maps the pages in the cells b .. b + n - 1, which are counted, and the only ones that are not mapped
   yet. */
/*@ requires valid: \valid(d);
    requires in: b + n <= DXGMAP_CELLS;
    requires pages: \forall integer l; b <= l < b + n ==> 1 <= d->cells.cell[l] <= DXGMAP_PAGES;
    requires counted: \forall integer l; b <= l < b + n ==> d->counts.count[d->cells.cell[l] - 1] != 0;
    requires ok: TranslationOk(d->translation);
    requires held: \forall integer p; 0 <= p < DXGMAP_PAGES && Translated(d->translation, p) != 0
                   ==> Translated(d->translation, p) == p + 1 && d->counts.count[p] != 0;
    requires beyond: \forall integer l; DXGMAP_PAGES <= l < DXGMAP_CELLS ==> Translated(d->translation, l) == 0;
    requires missing: \forall integer p; 0 <= p < DXGMAP_PAGES && Translated(d->translation, p) == 0
                      && d->counts.count[p] != 0 ==> CellCount(d->cells, b + n, p + 1) != CellCount(d->cells, b, p + 1);
    terminates \true;
    exits \false;
    assigns d->translation;
    ensures ok: TranslationOk(d->translation);
    ensures coherent: CoherentCounts(d->translation, d->counts); */
static void dxgmap_domain_show(dxgmap_domain *d, uint32_t b, uint32_t n)
{
  uint32_t k = 0;

  /*@ ghost dxgmap_domain_some(d->cells, b, n); */
  /*@ loop invariant range: 0 <= k <= n;
      loop invariant ok: TranslationOk(d->translation);
      loop invariant shown: \forall integer l; b <= l < b + k
                            ==> Translated(d->translation, d->cells.cell[l] - 1) == d->cells.cell[l];
      loop invariant held: \forall integer p; 0 <= p < DXGMAP_PAGES && Translated(d->translation, p) != 0
                           ==> Translated(d->translation, p) == p + 1 && d->counts.count[p] != 0;
      loop invariant beyond: \forall integer l; DXGMAP_PAGES <= l < DXGMAP_CELLS ==> Translated(d->translation, l) == 0;
      loop invariant more: \forall integer p; 0 <= p < DXGMAP_PAGES && Translated(d->translation, p) == 0
                           ==> Translated(\at(*d, Pre).translation, p) == 0;
      loop assigns k, d->translation;
      loop variant n - k; */
  while (k < n) {
    k += dxgmap_domain_show_some(d, b + k, n - k);
  }
  /*@ assert none: \forall integer p; 0 <= p < DXGMAP_PAGES && Translated(d->translation, p) == 0
        ==> \forall integer l; b <= l < b + n ==> d->cells.cell[l] != p + 1; */
}

/* In identity mode: takes back a count and a lock of each of the first pages in the cells b .. b + n - 1, and answers how
   many they are. The last count takes the page's translation along, before its lock goes. Pages that follow each other are
   unmapped at once. */
/*@ requires valid: \valid(d);
    requires in: 1 <= n && b + n <= DXGMAP_CELLS;
    requires pages: \forall integer l; b <= l < b + n ==> 1 <= d->cells.cell[l] <= DXGMAP_PAGES;
    requires held: \forall integer p; 0 <= p < DXGMAP_PAGES ==> d->counts.count[p]
                   >= CellCount(d->cells, b + n, p + 1) - CellCount(d->cells, b, p + 1);
    requires ok: TranslationOk(d->translation);
    requires coherent: CoherentCounts(d->translation, d->counts);
    terminates \true;
    exits \false;
    assigns d->counts.count[0 .. DXGMAP_PAGES - 1], d->translation;
    ensures range: 1 <= \result <= n;
    ensures ok: TranslationOk(d->translation);
    ensures coherent: CoherentCounts(d->translation, d->counts);
    ensures counts: \forall integer p; 0 <= p < DXGMAP_PAGES ==> d->counts.count[p] == \old(d->counts.count[p])
                    - (CellCount(d->cells, b + \result, p + 1) - CellCount(d->cells, b, p + 1)); */
static uint32_t dxgmap_domain_hide_some(dxgmap_domain *d, uint32_t b, uint32_t n)
{
  uint32_t p = d->cells.cell[b] - 1u;

  /*@ ghost dxgmap_domain_rising(d->cells); */
  if (n == 1u || d->counts.count[p] != 1u || d->cells.cell[b + 1u] != p + 2u) {
    /*@ ghost dxgmap_domain_follow(d->cells, b, 1); */
    if (d->counts.count[p] == 1u && !dxgmap_translation_page(&d->translation, p, 0)) {
      dxgmap_translation_unmap(&d->translation, p, 1);
    }
    dxgmap_domain_uncount(d, b, 1);
    return 1;
  }
  uint32_t r = dxgmap_domain_alone(d, b, n);
  /*@ ghost dxgmap_domain_follow(d->cells, b, r); */
  dxgmap_translation_unmap(&d->translation, p, r);
  dxgmap_domain_uncount(d, b, r);
  return r;
}

/* In identity mode: takes back a count and a lock of each page in the cells b .. b + n - 1, and the translation of those
   that are no longer held. */
/*@ requires valid: \valid(d);
    requires in: b + n <= DXGMAP_CELLS;
    requires pages: \forall integer l; b <= l < b + n ==> 1 <= d->cells.cell[l] <= DXGMAP_PAGES;
    requires held: \forall integer p; 0 <= p < DXGMAP_PAGES ==> d->counts.count[p]
                   >= CellCount(d->cells, b + n, p + 1) - CellCount(d->cells, b, p + 1);
    requires ok: TranslationOk(d->translation);
    requires coherent: CoherentCounts(d->translation, d->counts);
    terminates \true;
    exits \false;
    assigns d->counts.count[0 .. DXGMAP_PAGES - 1], d->translation;
    ensures ok: TranslationOk(d->translation);
    ensures coherent: CoherentCounts(d->translation, d->counts);
    ensures counts: \forall integer p; 0 <= p < DXGMAP_PAGES ==> d->counts.count[p] == \old(d->counts.count[p])
                    - (CellCount(d->cells, b + n, p + 1) - CellCount(d->cells, b, p + 1)); */
static void dxgmap_domain_hide(dxgmap_domain *d, uint32_t b, uint32_t n)
{
  uint32_t k = 0;

  /*@ ghost dxgmap_domain_rising(d->cells); */
  /*@ loop invariant range: 0 <= k <= n;
      loop invariant ok: TranslationOk(d->translation);
      loop invariant coherent: CoherentCounts(d->translation, d->counts);
      loop invariant counts: \forall integer p; 0 <= p < DXGMAP_PAGES ==> d->counts.count[p]
        == \at(d->counts.count[p], Pre) - (CellCount(d->cells, b + k, p + 1) - CellCount(d->cells, b, p + 1));
      loop assigns k, d->counts.count[0 .. DXGMAP_PAGES - 1], d->translation;
      loop variant n - k; */
  while (k < n) {
    k += dxgmap_domain_hide_some(d, b + k, n - k);
  }
}

/* Writes the pages into the free cells b .. b + n - 1 for mapping id, counting and locking each. */
/*@ requires valid: \valid(d) && \valid_read(pages + (0 .. n - 1));
    requires separated: \separated(d, pages + (..));
    requires cells: CellsBounded(d->cells) && Counted(d->cells, d->counts);
    requires in: b + n <= DXGMAP_CELLS;
    requires id: id != 0;
    requires owners: OwnersUsed(d->cells, d->owners);
    requires free: \forall integer l; b <= l < b + n ==> d->cells.cell[l] == 0;
    requires memory: PagesInMemory(pages, n);
    terminates \true;
    exits \false;
    assigns d->cells, d->owners, d->counts;
    ensures owners: OwnersUsed(d->cells, d->owners);
    ensures cells: CellsBounded(d->cells) && Counted(d->cells, d->counts) && CountsBounded(d->counts);
    ensures more: \forall integer p; 0 <= p < DXGMAP_PAGES ==> d->counts.count[p] == \old(d->counts.count[p])
                  + CellCount(d->cells, b + n, p + 1) - CellCount(d->cells, b, p + 1);
    ensures kept: \forall integer p; 0 <= p < DXGMAP_PAGES ==> d->counts.count[p] >= \old(d->counts.count[p]);
    ensures counted: \forall integer l; b <= l < b + n ==> d->counts.count[d->cells.cell[l] - 1] != 0;
    ensures written: \forall integer l; b <= l < b + n ==> d->cells.cell[l] == pages[l - b] + 1;
    ensures owned: \forall integer l; b <= l < b + n ==> d->owners.id[l] == id;
    ensures same: \forall integer l; 0 <= l < DXGMAP_CELLS && !(b <= l < b + n)
                  ==> d->cells.cell[l] == \old(d->cells.cell[l]) && d->owners.id[l] == \old(d->owners.id[l]); */
static void dxgmap_domain_fill(dxgmap_domain *d, uint32_t id, uint32_t b, const uint64_t *pages, uint32_t n)
{
  /*@ ghost dxgmap_cells empty = d->cells; */
  dxgmap_domain_write(&d->cells, b, n, pages);
  dxgmap_domain_own(&d->owners, b, n, id);
  /*@ ghost dxgmap_domain_differ(empty, d->cells, b, n); */
  /*@ ghost dxgmap_domain_rising(d->cells); */
  /*@ ghost dxgmap_domain_some(d->cells, b, n); */
  dxgmap_domain_count(d, b, n);
}

/* Captures the pages at the free cells b .. b + n - 1 for mapping id, and maps them. */
/*@ requires valid: \valid(d) && \valid_read(pages + (0 .. n - 1));
    requires separated: \separated(d, pages + (..));
    requires cells: CellsBounded(d->cells) && Counted(d->cells, d->counts) && CountsBounded(d->counts);
    requires in: b + n <= DXGMAP_CELLS;
    requires id: id != 0;
    requires owners: OwnersUsed(d->cells, d->owners);
    requires free: \forall integer l; b <= l < b + n ==> d->cells.cell[l] == 0;
    requires memory: PagesInMemory(pages, n);
    requires coherent: Coherent(*d, mode);
    terminates \true;
    exits \false;
    assigns d->cells, d->owners, d->counts, d->translation;
    ensures owners: OwnersUsed(d->cells, d->owners);
    ensures cells: CellsBounded(d->cells) && Counted(d->cells, d->counts) && CountsBounded(d->counts);
    ensures coherent: Coherent(*d, mode);
    ensures listed: \forall integer k; 0 <= k < n ==> d->cells.cell[b + k] - 1 == pages[k];
    ensures owned: \forall integer l; b <= l < b + n ==> d->owners.id[l] == id;
    ensures same: \forall integer l; 0 <= l < DXGMAP_CELLS && !(b <= l < b + n)
                  ==> d->cells.cell[l] == \old(d->cells.cell[l]) && d->owners.id[l] == \old(d->owners.id[l]); */
static void dxgmap_domain_capture(dxgmap_domain *d, uint32_t mode, uint32_t id, uint32_t b, const uint64_t *pages,
                                  uint32_t n)
{
  dxgmap_domain_fill(d, id, b, pages, n);
  if (mode == DXGMAP_IDENTITY) {
    dxgmap_domain_show(d, b, n);
  } else {
    dxgmap_translation_map(&d->translation, b, n, pages);
  }
}

/* Gives back what the used cells b .. b + n - 1 have captured. The translation goes first, so that nothing is answered
   from pages that are no longer held. */
/*@ requires valid: \valid(d);
    requires cells: CellsBounded(d->cells) && Counted(d->cells, d->counts) && CountsBounded(d->counts);
    requires in: b + n <= DXGMAP_CELLS;
    requires owners: OwnersUsed(d->cells, d->owners);
    requires used: \forall integer l; b <= l < b + n ==> d->cells.cell[l] != 0;
    requires coherent: Coherent(*d, mode);
    terminates \true;
    exits \false;
    assigns d->cells, d->owners, d->counts, d->translation;
    ensures owners: OwnersUsed(d->cells, d->owners);
    ensures cells: CellsBounded(d->cells) && Counted(d->cells, d->counts) && CountsBounded(d->counts);
    ensures coherent: Coherent(*d, mode);
    ensures emptied: \forall integer l; b <= l < b + n ==> d->cells.cell[l] == 0 && d->owners.id[l] == 0;
    ensures same: \forall integer l; 0 <= l < DXGMAP_CELLS && !(b <= l < b + n)
                  ==> d->cells.cell[l] == \old(d->cells.cell[l]) && d->owners.id[l] == \old(d->owners.id[l]); */
static void dxgmap_domain_drop(dxgmap_domain *d, uint32_t mode, uint32_t b, uint32_t n)
{
  /*@ ghost dxgmap_cells full = d->cells; */
  /*@ ghost dxgmap_domain_rising(full); */
  if (mode == DXGMAP_IDENTITY) {
    dxgmap_domain_hide(d, b, n);
  } else {
    dxgmap_translation_unmap(&d->translation, b, n);
    dxgmap_domain_uncount(d, b, n);
  }
  dxgmap_domain_erase(d, b, n);
  /*@ ghost dxgmap_domain_differ(d->cells, full, b, n); */
  /*@ ghost dxgmap_domain_rising(d->cells); */
}

/*@ ghost
  // What stands in the cells of a mapping is what it has captured.
  /@ requires place: d.ranges.base[id] == b;
     requires listed: \forall integer k; 0 <= k < n ==> d.cells.cell[b + k] - 1 == pages[k];
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures captured: Captured(d, id, pages, n); @/
  void dxgmap_domain_said(dxgmap_domain d, uint32_t id, uint32_t b, const uint64_t *pages, uint32_t n)
  {
    return;
  }
*/

int dxgmap_domain_map(dxgmap_domain *d, uint32_t mode, uint32_t id, const uint64_t *pages, uint32_t n)
{
  uint32_t b = dxgmap_quarantine_alloc(&d->ranges, id, n);
  if (b == DXGMAP_CELLS) return 0;
  /*@ assert page: \forall integer l; b <= l < b + n ==> RangePageFree(\at(*d, Pre).ranges, l); */
  /*@ assert none: \forall integer l; 0 <= l < DXGMAP_CELLS && RangePageFree(\at(*d, Pre).ranges, l)
             ==> \at(*d, Pre).owners.id[l] == 0; */
  /*@ assert free: \forall integer l; b <= l < b + n ==> d->cells.cell[l] == 0; */
  dxgmap_domain_capture(d, mode, id, b, pages, n);
  /*@ assert was: \forall integer i, l; RangeCovers(\at(*d, Pre).ranges, i, l) ==> i != id && !(b <= l < b + n); */
  /*@ assert place: d->ranges.base[id] == b && d->ranges.length[id] == n; */
  /*@ assert new: \forall integer l; RangeCovers(d->ranges, id, l) <==> b <= l < b + n; */
  /*@ assert old: \forall integer i, l; i != id ==> (RangeCovers(d->ranges, i, l) <==> RangeCovers(\at(*d, Pre).ranges, i, l)); */
  /*@ assert known: OwnersKnown(*d); */
  /*@ assert cover: OwnersCover(*d); */
  /*@ ghost dxgmap_domain_said(*d, id, b, pages, n); */
  return 1;
}

void dxgmap_domain_unmap(dxgmap_domain *d, uint32_t mode, uint32_t id)
{
  uint32_t b = d->ranges.base[id];
  uint32_t n = d->ranges.length[id];
  /*@ ghost dxgmap_quarantine_apart(&d->ranges); */
  /*@ assert mine: \forall integer l; b <= l < b + n ==> RangeCovers(d->ranges, id, l); */
  dxgmap_domain_drop(d, mode, b, n);
  dxgmap_quarantine_release(&d->ranges, id);
  /*@ assert old: \forall integer i, l; i != id ==> (RangeCovers(d->ranges, i, l) <==> RangeCovers(\at(*d, Pre).ranges, i, l)); */
  /*@ assert apart: \forall integer i, l; RangeCovers(d->ranges, i, l) ==> i != id && !(b <= l < b + n); */
  /*@ assert known: OwnersKnown(*d); */
  /*@ assert cover: OwnersCover(*d); */
}

/*@ ghost
  void dxgmap_domain_held(dxgmap_domain d, uint64_t page)
  {
    /@ loop invariant range: 0 <= j <= DXGMAP_CELLS;
       loop invariant positive: CellCount(d.cells, j, page + 1) >= 0;
       loop invariant cell: CellCount(d.cells, j, page + 1) != 0
                            <==> \exists integer l; 0 <= l < j && d.cells.cell[l] == page + 1;
       loop assigns j;
       loop variant DXGMAP_CELLS - j; @/
    for (uint32_t j = 0; j < DXGMAP_CELLS; j++) { }
    return;
  }
*/

uint32_t dxgmap_domain_owner(const dxgmap_domain *d, uint64_t page)
{
  /*@ ghost dxgmap_quarantine_apart(&d->ranges); */
  if (page >= DXGMAP_CELLS) return 0;
  return d->owners.id[page];
}

/*@ ghost
  // Without a mapping nothing is captured, so nothing is counted.
  /@ requires ok: DomainOk(d);
     requires empty: \forall integer i; DXGMAP_FIRST <= i < DXGMAP_HEAP_IDS ==> d.ranges.length[i] == 0;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures cells: \forall integer l; 0 <= l < DXGMAP_CELLS ==> d.cells.cell[l] == 0;
     ensures counts: \forall integer p; 0 <= p < DXGMAP_PAGES ==> d.counts.count[p] == 0; @/
  void dxgmap_domain_empty(dxgmap_domain d)
  {
    /@ assert idle: \forall integer i, l; !RangeCovers(d.ranges, i, l); @/
    /@ assert owners: \forall integer l; 0 <= l < DXGMAP_CELLS ==> d.owners.id[l] == 0; @/
    /@ assert cells: \forall integer l; 0 <= l < DXGMAP_CELLS ==> d.cells.cell[l] == 0; @/
    /@ loop invariant range: 0 <= j <= DXGMAP_CELLS;
       loop invariant none: \forall integer v; v != 0 ==> CellCount(d.cells, j, v) == 0;
       loop assigns j;
       loop variant DXGMAP_CELLS - j; @/
    for (uint32_t j = 0; j < DXGMAP_CELLS; j++) { }
    return;
  }
*/

void dxgmap_domain_open(dxgmap_domain *d, uint32_t limit, uint32_t waiting)
{
  /*@ ghost dxgmap_domain_empty(*d); */
  /*@ assert nothing: \forall integer l; 0 <= l < DXGMAP_CELLS ==> Translated(d->translation, l) == 0; */
  dxgmap_quarantine_open(&d->ranges, limit, waiting);
}
/* dxgmap: end model/core/domain.c */
/* dxgmap: begin model/core/handle.c sha256 8927366e79a3ea880705522c3edbdfe9bbc023df3fa012a2502aedbe5cecfc1c */
/* #include "handle.h" */

uint64_t dxgmap_handle_make(uint32_t tag, uint32_t generation, uint32_t index)
{
  return (uint64_t)tag * 0x100000000000000u + (uint64_t)generation * 0x1000000u + index + 1u;
}

uint32_t dxgmap_handle_tag(uint64_t handle)
{
  return (uint32_t)(handle / 0x100000000000000u);
}

uint32_t dxgmap_handle_generation(uint64_t handle)
{
  return (uint32_t)(handle / 0x1000000u % 0x100000000u);
}

uint32_t dxgmap_handle_index(uint64_t handle)
{
  uint32_t above = (uint32_t)(handle % 0x1000000u);
  return above == 0 ? 0xFFFFFFFFu : above - 1u;
}

/*@ ghost
  uint64_t dxgmap_handle_name(uint32_t tag, uint32_t generation, uint32_t index)
  {
    return (uint64_t)tag * 0x100000000000000u + (uint64_t)generation * 0x1000000u + index + 1u;
  }
*/
/*@ ghost
  void dxgmap_handle_parts(void)
  {
    return;
  }
*/
/* dxgmap: end model/core/handle.c */
/* dxgmap: begin model/core/heap.c sha256 3c77c5e13dcdc8878d774144d959dfc385c950f427288a17a69defb055de5d0b */
/* #include "heap.h" */

/* Exchanges the ids at two positions. */
/*@ requires valid: \valid(heap);
    requires perm: HeapPerm(*heap) && heap->high <= DXGMAP_HEAP_IDS;
    requires known: a < heap->high && b < heap->high;
    terminates \true;
    exits \false;
    assigns heap->order[0 .. DXGMAP_HEAP_IDS - 1], heap->place[0 .. DXGMAP_HEAP_IDS - 1];
    ensures perm: HeapPerm(*heap);
    ensures order: heap->order[a] == \old(heap->order[b]) && heap->order[b] == \old(heap->order[a]);
    ensures order_same: \forall integer p; 0 <= p < heap->high && p != a && p != b ==>
      heap->order[p] == \old(heap->order[p]);
    ensures place: heap->place[\old(heap->order[a])] == b && heap->place[\old(heap->order[b])] == a;
    ensures place_same: \forall integer i;
      0 <= i < heap->high && i != \old(heap->order[a]) && i != \old(heap->order[b]) ==>
      heap->place[i] == \old(heap->place[i]); */
static void dxgmap_heap_swap(dxgmap_heap *heap, uint32_t a, uint32_t b)
{
  uint32_t at_a = heap->order[a];
  uint32_t at_b = heap->order[b];

  heap->order[a] = at_b;
  heap->order[b] = at_a;
  heap->place[at_b] = a;
  heap->place[at_a] = b;
}

/* One step of sift_up: p is above its parent. */
/*@ requires valid: \valid(heap);
    requires perm: HeapPerm(*heap);
    requires inside: 0 < p < heap->count <= heap->high <= DXGMAP_HEAP_IDS;
    requires but: HeapEdgesBut(*heap, p);
    requires children: HeapChildren(*heap, p);
    requires above: !HeapEdge(*heap, p);
    terminates \true;
    exits \false;
    assigns heap->order[0 .. DXGMAP_HEAP_IDS - 1], heap->place[0 .. DXGMAP_HEAP_IDS - 1];
    ensures perm: HeapPerm(*heap);
    ensures but: HeapEdgesBut(*heap, HeapParent(p));
    ensures children: HeapChildren(*heap, HeapParent(p));
    ensures members: HeapSameMembers(\old(*heap), *heap); */
static void dxgmap_heap_step_up(dxgmap_heap *heap, uint32_t p)
{
  uint32_t parent = (p - 1u) / 2u;

  dxgmap_heap_swap(heap, p, parent);
  /*@ assert keys: HeapKey(*heap, p) == HeapKey(\at(*heap, Pre), parent)
                && HeapKey(*heap, parent) == HeapKey(\at(*heap, Pre), p); */
  /*@ assert keys_same: \forall integer q;
        0 <= q < heap->count && q != p && q != parent ==> HeapKey(*heap, q) == HeapKey(\at(*heap, Pre), q); */
  /*@ assert self: HeapEdge(*heap, p); */
  /*@ assert below: \forall integer q; 1 <= q < heap->count && HeapParent(q) == p ==> HeapEdge(*heap, q); */
  /*@ assert beside: \forall integer q;
        1 <= q < heap->count && HeapParent(q) == parent && q != p ==>
        HeapEdge(\at(*heap, Pre), q) && HeapEdge(*heap, q); */
}

/* Mends the edge from p upwards. */
/*@ requires valid: \valid(heap);
    requires perm: HeapPerm(*heap);
    requires inside: p < heap->count <= heap->high <= DXGMAP_HEAP_IDS;
    requires but: HeapEdgesBut(*heap, p);
    requires children: HeapChildren(*heap, p);
    terminates \true;
    exits \false;
    assigns heap->order[0 .. DXGMAP_HEAP_IDS - 1], heap->place[0 .. DXGMAP_HEAP_IDS - 1];
    ensures perm: HeapPerm(*heap);
    ensures edges: HeapEdges(*heap);
    ensures members: HeapSameMembers(\old(*heap), *heap); */
static void dxgmap_heap_sift_up(dxgmap_heap *heap, uint32_t p)
{
  /*@ loop invariant inside: p < heap->count;
      loop invariant perm: HeapPerm(*heap);
      loop invariant but: HeapEdgesBut(*heap, p);
      loop invariant children: HeapChildren(*heap, p);
      loop invariant members: HeapSameMembers(\at(*heap, Pre), *heap);
      loop assigns p, heap->order[0 .. DXGMAP_HEAP_IDS - 1], heap->place[0 .. DXGMAP_HEAP_IDS - 1];
      loop variant p; */
  while (p > 0u && heap->gap[heap->order[(p - 1u) / 2u]] < heap->gap[heap->order[p]]) {
    dxgmap_heap_step_up(heap, p);
    p = (p - 1u) / 2u;
  }
}

/* One step of sift_down: the child is above p and not below its sibling. */
/*@ requires valid: \valid(heap);
    requires perm: HeapPerm(*heap);
    requires inside: child < heap->count <= heap->high <= DXGMAP_HEAP_IDS;
    requires child: child == 2 * p + 1 || child == 2 * p + 2;
    requires but: HeapEdgesBut(*heap, p);
    requires up: p > 0 ==> HeapEdge(*heap, p);
    requires above: HeapKey(*heap, child) > HeapKey(*heap, p);
    requires larger: \forall integer q;
      1 <= q < heap->count && HeapParent(q) == p ==> HeapKey(*heap, q) <= HeapKey(*heap, child);
    terminates \true;
    exits \false;
    assigns heap->order[0 .. DXGMAP_HEAP_IDS - 1], heap->place[0 .. DXGMAP_HEAP_IDS - 1];
    ensures perm: HeapPerm(*heap);
    ensures but: HeapEdgesBut(*heap, child);
    ensures up: HeapEdge(*heap, child);
    ensures members: HeapSameMembers(\old(*heap), *heap); */
static void dxgmap_heap_step_down(dxgmap_heap *heap, uint32_t p, uint32_t child)
{
  dxgmap_heap_swap(heap, p, child);
  /*@ assert keys: HeapKey(*heap, p) == HeapKey(\at(*heap, Pre), child)
                && HeapKey(*heap, child) == HeapKey(\at(*heap, Pre), p); */
  /*@ assert keys_same: \forall integer q;
        0 <= q < heap->count && q != p && q != child ==> HeapKey(*heap, q) == HeapKey(\at(*heap, Pre), q); */
  /*@ assert parent: HeapParent(child) == p; */
  /*@ assert self: HeapEdge(*heap, child); */
  /*@ assert above: p > 0 ==> HeapEdge(*heap, p); */
  /*@ assert beside: \forall integer q;
        1 <= q < heap->count && HeapParent(q) == p && q != child ==> HeapEdge(*heap, q); */
  /*@ assert below: \forall integer q; 1 <= q < heap->count && HeapParent(q) == child ==>
        HeapEdge(\at(*heap, Pre), q) && HeapKey(*heap, p) >= HeapKey(*heap, q); */
}

/* The child of p with the larger gap. */
/*@ requires valid: \valid(heap);
    requires perm: HeapPerm(*heap);
    requires inside: 2 * p + 1 < heap->count <= heap->high <= DXGMAP_HEAP_IDS;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures child: \result == 2 * p + 1 || \result == 2 * p + 2;
    ensures inside: \result < heap->count;
    ensures larger: \forall integer q;
      1 <= q < heap->count && HeapParent(q) == p ==> HeapKey(*heap, q) <= HeapKey(*heap, \result); */
static uint32_t dxgmap_heap_child(const dxgmap_heap *heap, uint32_t p)
{
  uint32_t left = 2u * p + 1u;
  uint32_t child = left;

  if (left + 1u < heap->count && heap->gap[heap->order[left + 1u]] > heap->gap[heap->order[left]]) {
    child = left + 1u;
  }
  /*@ assert two: \forall integer q; 1 <= q < heap->count && HeapParent(q) == p ==> q == left || q == left + 1; */
  return child;
}

/* Mends the edges from p downwards. */
/*@ requires valid: \valid(heap);
    requires perm: HeapPerm(*heap);
    requires inside: p < heap->count <= heap->high <= DXGMAP_HEAP_IDS;
    requires but: HeapEdgesBut(*heap, p);
    requires up: p > 0 ==> HeapEdge(*heap, p);
    terminates \true;
    exits \false;
    assigns heap->order[0 .. DXGMAP_HEAP_IDS - 1], heap->place[0 .. DXGMAP_HEAP_IDS - 1];
    ensures perm: HeapPerm(*heap);
    ensures edges: HeapEdges(*heap);
    ensures members: HeapSameMembers(\old(*heap), *heap); */
static void dxgmap_heap_sift_down(dxgmap_heap *heap, uint32_t p)
{
  /*@ loop invariant inside: p < heap->count;
      loop invariant perm: HeapPerm(*heap);
      loop invariant but: HeapEdgesBut(*heap, p);
      loop invariant up: p > 0 ==> HeapEdge(*heap, p);
      loop invariant members: HeapSameMembers(\at(*heap, Pre), *heap);
      loop assigns p, heap->order[0 .. DXGMAP_HEAP_IDS - 1], heap->place[0 .. DXGMAP_HEAP_IDS - 1];
      loop variant heap->count - p; */
  while (2u * p + 1u < heap->count) {
    uint32_t child = dxgmap_heap_child(heap, p);

    if (heap->gap[heap->order[child]] <= heap->gap[heap->order[p]]) {
      /*@ assert children: HeapChildren(*heap, p); */
      return;
    }
    dxgmap_heap_step_down(heap, p, child);
    p = child;
  }
}

/* Mends the edges that touch p, whichever way they are broken. */
/*@ requires valid: \valid(heap);
    requires perm: HeapPerm(*heap);
    requires inside: p < heap->count <= heap->high <= DXGMAP_HEAP_IDS;
    requires but: HeapEdgesBut(*heap, p);
    terminates \true;
    exits \false;
    assigns heap->order[0 .. DXGMAP_HEAP_IDS - 1], heap->place[0 .. DXGMAP_HEAP_IDS - 1];
    ensures perm: HeapPerm(*heap);
    ensures edges: HeapEdges(*heap);
    ensures members: HeapSameMembers(\old(*heap), *heap); */
static void dxgmap_heap_mend(dxgmap_heap *heap, uint32_t p)
{
  if (p > 0u && heap->gap[heap->order[(p - 1u) / 2u]] < heap->gap[heap->order[p]]) {
    /*@ assert children: HeapChildren(*heap, p); */
    dxgmap_heap_sift_up(heap, p);
  } else {
    dxgmap_heap_sift_down(heap, p);
  }
}

/*@ requires valid: \valid(heap);
    requires ok: HeapOk(*heap);
    requires none: id < heap->high && heap->gap[id] == 0;
    requires gap: gap > 0;
    terminates \true;
    exits \false;
    assigns *heap;
    ensures ok: HeapOk(*heap);
    ensures high: heap->high == \old(heap->high);
    ensures set: heap->gap[id] == gap;
    ensures same: \forall integer k; 0 <= k < DXGMAP_HEAP_IDS && k != id ==> heap->gap[k] == \old(heap->gap[k]); */
static void dxgmap_heap_insert(dxgmap_heap *heap, uint32_t id, uint32_t gap)
{
  uint32_t last = heap->count;

  dxgmap_heap_swap(heap, last, heap->place[id]);
  heap->gap[id] = gap;
  heap->count = last + 1u;
  /*@ assert placed: heap->order[last] == id; */
  /*@ assert keys: \forall integer q; 0 <= q < last ==> HeapKey(*heap, q) == HeapKey(\at(*heap, Pre), q); */
  /*@ assert but: HeapEdgesBut(*heap, last); */
  dxgmap_heap_sift_up(heap, last);
}

/*@ requires valid: \valid(heap);
    requires ok: HeapOk(*heap);
    requires some: id < heap->high && heap->gap[id] > 0;
    terminates \true;
    exits \false;
    assigns *heap;
    ensures ok: HeapOk(*heap);
    ensures high: heap->high == \old(heap->high);
    ensures set: heap->gap[id] == 0;
    ensures same: \forall integer k; 0 <= k < DXGMAP_HEAP_IDS && k != id ==> heap->gap[k] == \old(heap->gap[k]); */
static void dxgmap_heap_remove(dxgmap_heap *heap, uint32_t id)
{
  uint32_t p = heap->place[id];
  uint32_t last = heap->count - 1u;

  dxgmap_heap_swap(heap, p, last);
  heap->gap[id] = 0;
  heap->count = last;
  /*@ assert placed: heap->order[last] == id; */
  /*@ assert keys: \forall integer q; 0 <= q < last && q != p ==> HeapKey(*heap, q) == HeapKey(\at(*heap, Pre), q); */
  /*@ assert members: HeapMembers(*heap); */
  if (p < last) {
    /*@ assert around: p > 0 ==> \forall integer q;
          1 <= q < last && HeapParent(q) == p ==> HeapEdge(\at(*heap, Pre), q) && HeapEdge(\at(*heap, Pre), p); */
    /*@ assert but: HeapEdgesBut(*heap, p); */
    dxgmap_heap_mend(heap, p);
  }
  /*@ assert edges: HeapEdges(*heap); */
  /*@ assert perm: HeapPerm(*heap); */
  /*@ assert members_after: HeapMembers(*heap); */
  /*@ assert untouched: HeapUntouched(*heap); */
}

/*@ requires valid: \valid(heap);
    requires ok: HeapOk(*heap);
    requires some: id < heap->high && heap->gap[id] > 0;
    requires gap: gap > 0;
    terminates \true;
    exits \false;
    assigns *heap;
    ensures ok: HeapOk(*heap);
    ensures high: heap->high == \old(heap->high);
    ensures set: heap->gap[id] == gap;
    ensures same: \forall integer k; 0 <= k < DXGMAP_HEAP_IDS && k != id ==> heap->gap[k] == \old(heap->gap[k]); */
static void dxgmap_heap_change(dxgmap_heap *heap, uint32_t id, uint32_t gap)
{
  uint32_t p = heap->place[id];

  heap->gap[id] = gap;
  /*@ assert keys: \forall integer q;
        0 <= q < heap->count && q != p ==> HeapKey(*heap, q) == HeapKey(\at(*heap, Pre), q); */
  /*@ assert around: p > 0 ==> \forall integer q;
        1 <= q < heap->count && HeapParent(q) == p ==> HeapEdge(\at(*heap, Pre), q) && HeapEdge(\at(*heap, Pre), p); */
  /*@ assert but: HeapEdgesBut(*heap, p); */
  dxgmap_heap_mend(heap, p);
}

void dxgmap_heap_set(dxgmap_heap *heap, uint32_t id, uint32_t gap)
{
  if (heap->gap[id] > 0u && gap > 0u) {
    dxgmap_heap_change(heap, id, gap);
  } else if (heap->gap[id] > 0u) {
    dxgmap_heap_remove(heap, id);
  } else if (gap > 0u) {
    dxgmap_heap_insert(heap, id, gap);
  }
}

/*@ requires valid: \valid(heap);
    requires ok: HeapOk(*heap);
    requires known: from < heap->high && to < heap->high && from != to;
    requires none: heap->gap[to] == 0;
    requires shrink: 0 < gap <= heap->gap[from];
    terminates \true;
    exits \false;
    assigns *heap;
    ensures ok: HeapOk(*heap);
    ensures high: heap->high == \old(heap->high);
    ensures set: heap->gap[from] == 0 && heap->gap[to] == gap;
    ensures same: \forall integer k;
      0 <= k < DXGMAP_HEAP_IDS && k != from && k != to ==> heap->gap[k] == \old(heap->gap[k]); */
static void dxgmap_heap_replace(dxgmap_heap *heap, uint32_t from, uint32_t to, uint32_t gap)
{
  uint32_t p = heap->place[from];

  dxgmap_heap_swap(heap, p, heap->place[to]);
  heap->gap[from] = 0;
  heap->gap[to] = gap;
  /*@ assert placed: heap->order[p] == to; */
  /*@ assert keys: \forall integer q;
        0 <= q < heap->count && q != p ==> HeapKey(*heap, q) == HeapKey(\at(*heap, Pre), q); */
  /*@ assert around: p > 0 ==> \forall integer q;
        1 <= q < heap->count && HeapParent(q) == p ==> HeapEdge(\at(*heap, Pre), q) && HeapEdge(\at(*heap, Pre), p); */
  /*@ assert but: HeapEdgesBut(*heap, p); */
  /*@ assert up: p > 0 ==> HeapEdge(*heap, p); */
  /*@ assert members: HeapMembers(*heap); */
  dxgmap_heap_sift_down(heap, p);
}

void dxgmap_heap_pass(dxgmap_heap *heap, uint32_t from, uint32_t to, uint32_t gap)
{
  if (gap > 0u) {
    dxgmap_heap_replace(heap, from, to, gap);
  } else if (heap->gap[from] > 0u) {
    dxgmap_heap_remove(heap, from);
  }
}

void dxgmap_heap_merge(dxgmap_heap *heap, uint32_t from, uint32_t into, uint32_t gap)
{
  if (heap->gap[into] == 0u) {
    /* takes the place in the heap over: no sift down to remove the one, and a short way up for the other */
    dxgmap_heap_pass(heap, from, into, heap->gap[from]);
  } else {
    dxgmap_heap_set(heap, from, 0);
  }
  dxgmap_heap_set(heap, into, gap);
}

void dxgmap_heap_grow(dxgmap_heap *heap)
{
  uint32_t id = heap->high;

  heap->order[id] = id;
  heap->place[id] = id;
  heap->high = id + 1u;
  /*@ assert perm: HeapPerm(*heap); */
  /*@ assert keys: \forall integer p; 0 <= p < id ==> HeapKey(*heap, p) == HeapKey(\at(*heap, Pre), p); */
}

uint32_t dxgmap_heap_largest(const dxgmap_heap *heap)
{
  if (heap->count == 0u) {
    return DXGMAP_HEAP_IDS;
  }
  /*@ ghost
      /@ loop invariant inside: 1 <= p <= heap->count;
         loop invariant top: \forall integer q; 0 <= q < p ==> HeapKey(*heap, q) <= HeapKey(*heap, 0);
         loop assigns p;
         loop variant heap->count - p; @/
      for (uint32_t p = 1; p < heap->count; p++) {
        /@ assert edge: HeapEdge(*heap, p) && 0 <= HeapParent(p) < p; @/
      }
  */
  /*@ assert top: \forall integer k;
        0 <= k < heap->high && heap->place[k] < heap->count ==> HeapKey(*heap, heap->place[k]) <= HeapKey(*heap, 0); */
  return heap->order[0];
}

/* The smaller child of position p whose gap is at least `least`, or p itself when there is none. */
/*@ requires valid: \valid(heap);
    requires ok: HeapOk(*heap);
    requires inside: p < heap->count;
    requires fits: HeapKey(*heap, p) >= least;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures inside: p <= \result < heap->count;
    ensures fits: HeapKey(*heap, \result) >= least; */
static uint32_t dxgmap_heap_below(const dxgmap_heap *heap, uint32_t p, uint32_t least)
{
  uint32_t left = 2u * p + 1u;
  uint32_t right = left + 1u;
  if (left >= heap->count) {
    return p;
  }
  if (right < heap->count && heap->gap[heap->order[right]] >= least &&
      (heap->gap[heap->order[left]] < least || heap->gap[heap->order[right]] < heap->gap[heap->order[left]])) {
    return right;
  }
  return heap->gap[heap->order[left]] >= least ? left : p;
}

uint32_t dxgmap_heap_fit(const dxgmap_heap *heap, uint32_t least)
{
  uint32_t id = dxgmap_heap_largest(heap);
  if (id == DXGMAP_HEAP_IDS || heap->gap[id] < least) {
    return DXGMAP_HEAP_IDS;
  }
  uint32_t p = heap->place[id];
  uint32_t q = dxgmap_heap_below(heap, p, least);
  /*@ loop invariant inside: p <= q < heap->count;
      loop invariant fits: HeapKey(*heap, q) >= least;
      loop assigns p, q;
      loop variant heap->count - p; */
  while (q != p) {
    p = q;
    q = dxgmap_heap_below(heap, p, least);
  }
  return heap->order[q];
}
/* dxgmap: end model/core/heap.c */
/* dxgmap: begin model/core/keys.c sha256 306310026fdcad504031a64d353e78bf23ee61d0b9cc82bff64a09a14bf26017 */
/* #include "keys.h" */
/* dxgmap: begin model/core/keys.h sha256 5d272cff54115c5357b49c7de20dccb16306a3823b04a17f9b6205cfed1a1dc5 */
#ifndef DXGMAP_KEYS_H
#define DXGMAP_KEYS_H

/* #include "step.h" */
/* dxgmap: begin model/core/step.h sha256 fe7d641f3903ef1b60925dce84aaeaae0596aef5a7cbde40d7922d42a38120d4 */
#ifndef DXGMAP_STEP_H
#define DXGMAP_STEP_H

/* #include "leak.h" */
/* dxgmap: begin model/core/leak.h sha256 142eb2697197963b22f0e158c1584b67d823a11eb28f627bb6052ad28d8da3fc */
#ifndef DXGMAP_LEAK_H
#define DXGMAP_LEAK_H

/* #include "op_adapter.h" */
/* dxgmap: begin model/core/op_adapter.h sha256 ad39e4340873d7d3992f7c48993d3d951180b89ae7a1954cf782f488dc42a3a6 */
#ifndef DXGMAP_OP_ADAPTER_H
#define DXGMAP_OP_ADAPTER_H

/* #include "state.h" */

/* #include "logic/op_adapter.h" */
/* dxgmap: begin spec/logic/op_adapter.h sha256 7331df62609b481bf4e4f6e8316fc87b7be9f1cd8f82dbd982ffcba83f94492a */
#ifndef DXGMAP_LOGIC_OP_ADAPTER_H
#define DXGMAP_LOGIC_OP_ADAPTER_H

/* Start, attach, exclusive access, stop: the first cause that holds (spec/clauses/start.md, ...). */

/*@
  predicate SavesAligned(dxgmap_start d, integer n) =
    \forall integer k; 0 <= k < n ==> d.save_bytes[k] % DXGMAP_PAGE_SIZE == 0;
  predicate ResourceOk(dxgmap_resource r) =
    r.space <= DXGMAP_IO_SPACE && r.length >= 1 && r.start + r.length <= 0xFFFFFFFFFFFFFFFF;
  predicate ResourcesOk(dxgmap_start d, integer n) = \forall integer k; 0 <= k < n ==> ResourceOk(d.resource[k]);
  // The adapter can reach the last byte of installed memory, as it must where logical pages are physical ones.
  predicate SeesMemory(dxgmap_start d) = d.installed_pages * DXGMAP_PAGE_SIZE <= d.highest_visible + 1;
  predicate CanStart(dxgmap_adapter a) = a.started == 0 && a.generation < DXGMAP_GENERATION_MAX;
  predicate TableRoom(dxgmap_state s) = \exists integer k; 0 <= k < DXGMAP_ADAPTERS && CanStart(s.adapter[k]);

  predicate StartStatus(dxgmap_state s, dxgmap_start d, integer status) =
    (d.chain == 0 || d.chain > DXGMAP_CHAIN ==> status == DXGMAP_BAD_INDEX) &&
    (1 <= d.chain <= DXGMAP_CHAIN ==>
    (d.mode > DXGMAP_REMAPPING ==> status == DXGMAP_BAD_MODE) && (d.mode <= DXGMAP_REMAPPING ==>
    (d.quarantine > DXGMAP_QUARANTINE ==> status == DXGMAP_TOO_LARGE) && (d.quarantine <= DXGMAP_QUARANTINE ==>
    (!SavesAligned(d, d.chain) ==> status == DXGMAP_BAD_SIZE) && (SavesAligned(d, d.chain) ==>
    (d.resources > DXGMAP_RESOURCES ==> status == DXGMAP_BAD_RESOURCE) && (d.resources <= DXGMAP_RESOURCES ==>
    (!ResourcesOk(d, d.resources) ==> status == DXGMAP_BAD_RESOURCE) && (ResourcesOk(d, d.resources) ==>
    (d.mode == DXGMAP_IDENTITY && !SeesMemory(d) ==> status == DXGMAP_NOT_VISIBLE) &&
    (d.mode == DXGMAP_REMAPPING || SeesMemory(d) ==>
    (RequestSum(d, d.chain) > DXGMAP_CHARGE_MAX ==> status == DXGMAP_TOO_LARGE) &&
    (RequestSum(d, d.chain) <= DXGMAP_CHARGE_MAX ==>
    (s.commit + RequestSum(d, d.chain) > d.commit_limit ==> status == DXGMAP_NO_COMMIT) &&
    (s.commit + RequestSum(d, d.chain) <= d.commit_limit ==>
    (!TableRoom(s) ==> status == DXGMAP_NO_ADAPTER) && (TableRoom(s) ==> status == DXGMAP_OK))))))))));

  // The step started the adapter of handle h, and did nothing else.
  predicate Starts(dxgmap_state a, dxgmap_state b, integer h, dxgmap_start d) =
    !KnownAdapter(a, h) && KnownAdapter(b, h) && CanStart(a.adapter[AdapterOf(h)]) &&
    StartsWith(b.adapter[AdapterOf(h)], d) && AdaptersKept(a, b, AdapterOf(h)) &&
    MappingsKept(a.adapter[AdapterOf(h)], b.adapter[AdapterOf(h)]) && b.adapter[AdapterOf(h)].slots.live == 0 &&
    OpenedKept(a.opened, b.opened, 0) && b.commit == a.commit + RequestSum(d, d.chain);
  // The step stopped the adapter of handle h, ended every life on it, and did nothing else.
  predicate Stops(dxgmap_state a, dxgmap_state b, integer h) =
    KnownAdapter(a, h) && b.adapter[AdapterOf(h)].started == 0 &&
    b.adapter[AdapterOf(h)].generation == a.adapter[AdapterOf(h)].generation + 1 &&
    Emptied(a.adapter[AdapterOf(h)], b.adapter[AdapterOf(h)]) && AdaptersKept(a, b, AdapterOf(h)) &&
    OpenedClosed(a.opened, b.opened, AdapterOf(h)) && b.commit == a.commit - a.adapter[AdapterOf(h)].charge;

  // The step changed only the switches of the adapter of handle h.
  predicate Switches(dxgmap_state a, dxgmap_state b, integer h, integer attached, integer exclusive) =
    KnownAdapter(a, h) && KnownAdapter(b, h) && MappingsKept(a.adapter[AdapterOf(h)], b.adapter[AdapterOf(h)]) &&
    StartKept(a.adapter[AdapterOf(h)], b.adapter[AdapterOf(h)]) && b.adapter[AdapterOf(h)].attached == attached &&
    b.adapter[AdapterOf(h)].exclusive == exclusive && OpenedKept(a.opened, b.opened, 0) &&
    AdaptersKept(a, b, AdapterOf(h)) && b.commit == a.commit;

  predicate AttachStatus(dxgmap_state s, integer h, integer status) =
    (!KnownAdapter(s, h) ==> status == DXGMAP_BAD_ADAPTER) && (KnownAdapter(s, h) ==>
    (s.adapter[AdapterOf(h)].attached != 0 ==> status == DXGMAP_ATTACHED) &&
    (s.adapter[AdapterOf(h)].attached == 0 ==> status == DXGMAP_OK));
  predicate ExclusiveBeginStatus(dxgmap_state s, integer h, integer status) =
    (!KnownAdapter(s, h) ==> status == DXGMAP_BAD_ADAPTER) && (KnownAdapter(s, h) ==>
    (s.adapter[AdapterOf(h)].exclusive != 0 ==> status == DXGMAP_EXCLUSIVE) &&
    (s.adapter[AdapterOf(h)].exclusive == 0 ==> status == DXGMAP_OK));
  predicate ExclusiveEndStatus(dxgmap_state s, integer h, integer status) =
    (!KnownAdapter(s, h) ==> status == DXGMAP_BAD_ADAPTER) && (KnownAdapter(s, h) ==>
    (s.adapter[AdapterOf(h)].exclusive == 0 ==> status == DXGMAP_NOT_EXCLUSIVE) &&
    (s.adapter[AdapterOf(h)].exclusive != 0 ==> status == DXGMAP_OK));
  predicate StopStatus(dxgmap_state s, integer h, integer status) =
    (!KnownAdapter(s, h) ==> status == DXGMAP_BAD_ADAPTER) && (KnownAdapter(s, h) ==> status == DXGMAP_OK);

  predicate LiveStatus(dxgmap_state s, integer h, integer cursor, integer status) =
    (!KnownAdapter(s, h) ==> status == DXGMAP_BAD_ADAPTER) && (KnownAdapter(s, h) ==>
    (cursor >= s.adapter[AdapterOf(h)].slots.live ==> status == DXGMAP_NO_MORE) &&
    (cursor < s.adapter[AdapterOf(h)].slots.live ==> status == DXGMAP_OK));
  // The live mapping of handle h is the cursor-th: the cursors 0 .. live - 1 name each live mapping once.
  predicate LiveAt(dxgmap_state s, integer h, integer cursor) =
    s.adapter[HandleTag(h)].slots.place[HandleIndex(h)] == s.adapter[HandleTag(h)].slots.free + cursor;
  // The answer is the cursor-th live mapping in place k, and what it holds.
  predicate LiveIn(dxgmap_state s, integer k, integer cursor, dxgmap_live l) =
    Valid(s, l.handle) && HandleTag(l.handle) == k && LiveAt(s, l.handle, cursor) &&
    Describes(s, l.handle, l.descriptor) && l.pages == PagesOf(s, l.handle) && l.base == BaseOf(s, l.handle) &&
    PlacedAt(s, l.handle, l.place, l.span);
*/

#endif
/* dxgmap: end spec/logic/op_adapter.h */

/* Starts an adapter: charges its save areas and gives its handle, or changes nothing. Source: IOMMU-based GPU isolation,
   DXGK_FRAMEBUFFERSAVEAREA, IOMMU DMA remapping (visible bounds). */
/*@ requires valid: \valid(s) && \valid(d);
    requires separated: \separated(s, d);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: StartStatus(\old(*s), *d, \result.status);
    ensures atomic: \result.status != DXGMAP_OK ==> *s == \old(*s) && \result.handle == 0;
    ensures starts: \result.status == DXGMAP_OK ==> \result.handle != 0 && Starts(\old(*s), *s, \result.handle, *d); */
dxgmap_outcome dxgmap_op_start(dxgmap_state *s, const dxgmap_start *d);

/* Puts the IOMMU domain in force: from here the device reaches mapped pages only. Source: IOMMU-based GPU isolation. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: AttachStatus(\old(*s), adapter, \result);
    ensures atomic: \result != DXGMAP_OK ==> *s == \old(*s);
    ensures attached: \result == DXGMAP_OK
                      ==> Switches(\old(*s), *s, adapter, 1, \old(*s).adapter[AdapterOf(adapter)].exclusive); */
uint32_t dxgmap_op_attach(dxgmap_state *s, uint64_t adapter);

/* Begins exclusive access: the driver keeps its device silent and calls nothing. Source: IOMMU-based GPU isolation. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: ExclusiveBeginStatus(\old(*s), adapter, \result);
    ensures atomic: \result != DXGMAP_OK ==> *s == \old(*s);
    ensures begun: \result == DXGMAP_OK
                   ==> Switches(\old(*s), *s, adapter, \old(*s).adapter[AdapterOf(adapter)].attached, 1); */
uint32_t dxgmap_op_exclusive_begin(dxgmap_state *s, uint64_t adapter);

/* Ends exclusive access. Source: IOMMU-based GPU isolation. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: ExclusiveEndStatus(\old(*s), adapter, \result);
    ensures atomic: \result != DXGMAP_OK ==> *s == \old(*s);
    ensures ended: \result == DXGMAP_OK
                   ==> Switches(\old(*s), *s, adapter, \old(*s).adapter[AdapterOf(adapter)].attached, 0); */
uint32_t dxgmap_op_exclusive_end(dxgmap_state *s, uint64_t adapter);

/* Stops the adapter and ends every mapping that is still live: look at them with dxgmap_op_live before. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: StopStatus(\old(*s), adapter, \result);
    ensures atomic: \result != DXGMAP_OK ==> *s == \old(*s);
    ensures stops: \result == DXGMAP_OK ==> Stops(\old(*s), *s, adapter); */
uint32_t dxgmap_op_stop(dxgmap_state *s, uint64_t adapter);

/* The cursor-th live mapping of the adapter; cursors run from 0 until DXGMAP_NO_MORE. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures status: LiveStatus(*s, adapter, cursor, \result.status);
    ensures live: \result.status == DXGMAP_OK ==> LiveIn(*s, AdapterOf(adapter), cursor, \result); */
dxgmap_live dxgmap_op_live(const dxgmap_state *s, uint64_t adapter, uint32_t cursor);

/* The cursor-th live physical memory object or view of one; cursors run from 0 until DXGMAP_NO_MORE. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures status: \result.status == (cursor < s->adapter[DXGMAP_MACHINE].slots.live ? DXGMAP_OK : DXGMAP_NO_MORE);
    ensures live: \result.status == DXGMAP_OK ==> LiveIn(*s, DXGMAP_MACHINE, cursor, \result); */
dxgmap_live dxgmap_op_live_object(const dxgmap_state *s, uint32_t cursor);

#endif
/* dxgmap: end model/core/op_adapter.h */

/* #include "logic/leak.h" */
/* dxgmap: begin spec/logic/leak.h sha256 93d93e79b37d309bf45d44e59783ab01df7b1803e0cd187aa1e46eb5c13bb09c */
#ifndef DXGMAP_LOGIC_LEAK_H
#define DXGMAP_LOGIC_LEAK_H

/* What a state without live mappings holds: nothing. And how its live mappings are listed. */

/*@
  // No slot, no link, no logical page, no cell, no count, no window page and no pin is in use, and nothing is translated.
  predicate AdapterEmpty(dxgmap_adapter a) =
    (\forall integer i; 0 <= i < DXGMAP_SLOTS ==> !SlotLive(a.slots, i)) &&
    (\forall integer i; 0 <= i < DXGMAP_SLOTS ==> a.links.to.slot[i] == 0 && a.links.uses.count[i] == 0) &&
    (\forall integer i; !RangeLive(a.domain.ranges, i)) &&
    (\forall integer l; 0 <= l < DXGMAP_CELLS ==> a.domain.owners.id[l] == 0) &&
    (\forall integer l; 0 <= l < DXGMAP_CELLS ==> a.domain.cells.cell[l] == 0) &&
    (\forall integer p; 0 <= p < DXGMAP_PAGES ==> a.domain.counts.count[p] == 0) &&
    (\forall integer l; 0 <= l < DXGMAP_CELLS ==> Translated(a.domain.translation, l) == 0) &&
    (\forall integer w; 0 <= w < DXGMAP_WINDOW ==> a.views.owner[w] == 0) &&
    (\forall integer k; 0 <= k < DXGMAP_CHAIN ==> a.saves.pin[k] == 0);
  predicate Unlocked(dxgmap_state s) = \forall integer p; 0 <= p < DXGMAP_PAGES ==> LockSum(s, DXGMAP_PLACES, p) == 0;
  predicate AllClosed(dxgmap_state s) = \forall integer x; 0 <= x < DXGMAP_SLOTS ==> s.opened.place[x] == 0;
  predicate NothingHeld(dxgmap_state s) =
    Unlocked(s) && AllClosed(s) && \forall integer k; 0 <= k < DXGMAP_PLACES ==> AdapterEmpty(s.adapter[k]);

  predicate SomeValid(dxgmap_state s) = \exists integer h; Valid(s, h);

  predicate AllStopped(dxgmap_state s) = \forall integer k; 0 <= k < DXGMAP_ADAPTERS ==> s.adapter[k].started == 0;
  // Memory is committed only for adapters that are started: as much as they asked for.
  predicate Committed(dxgmap_state s) = Charged(s) && (AllStopped(s) ==> s.commit == 0);

  predicate ListedAt(dxgmap_state s, integer k, integer c) =
    \exists integer h; Valid(s, h) && HandleTag(h) == k && LiveAt(s, h, c);
  // The cursors 0 .. live - 1 of adapter k, or of the machine, name its live mappings: each cursor one, each mapping once, and no other.
  predicate Listed(dxgmap_state s, integer k) =
    (\forall integer c; 0 <= c < s.adapter[k].slots.live ==> ListedAt(s, k, c)) &&
    (\forall integer h; Valid(s, h) && HandleTag(h) == k ==>
       \exists integer c; 0 <= c < s.adapter[k].slots.live && LiveAt(s, h, c)) &&
    (\forall integer c, g, h; Valid(s, g) && HandleTag(g) == k && LiveAt(s, g, c) &&
       Valid(s, h) && HandleTag(h) == k && LiveAt(s, h, c) ==> g == h) &&
    (\forall integer c, d, h; LiveAt(s, h, c) && LiveAt(s, h, d) ==> c == d);
  predicate AllListed(dxgmap_state s) = \forall integer k; 0 <= k < DXGMAP_PLACES ==> Listed(s, k);
*/

#endif
/* dxgmap: end spec/logic/leak.h */

/* What every state says of leaks (T-LEAK); facts for the proofs, none of them runs. */
/*@ ghost
  // Cells that hold nothing count nothing.
  /@ requires empty: \forall integer l; 0 <= l < DXGMAP_CELLS ==> c.cell[l] == 0;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures none: \forall integer v; v != 0 ==> CellCount(c, DXGMAP_CELLS, v) == 0; @/
  void dxgmap_leak_cells(dxgmap_cells c);
*/
/*@ ghost
  // Links that name nothing count nothing.
  /@ requires none: \forall integer i; 0 <= i < DXGMAP_SLOTS ==> t.slot[i] == 0;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures none: \forall integer v; v != 0 ==> LinkCount(t, DXGMAP_SLOTS, v) == 0; @/
  void dxgmap_leak_links(dxgmap_targets t);
*/
/*@ ghost
  // Some handle is valid, or nothing is held.
  /@ requires inv: Inv(s);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures held: SomeValid(s) || NothingHeld(s); @/
  void dxgmap_leak_nothing(dxgmap_state s);
*/
/*@ ghost
  // What is committed is what the started adapters asked for.
  /@ requires inv: Inv(s);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures committed: Committed(s); @/
  void dxgmap_leak_committed(dxgmap_state s);
*/
/*@ ghost
  // The cursors name the live mappings.
  /@ requires inv: Inv(s);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures listed: AllListed(s); @/
  void dxgmap_leak_listed(dxgmap_state s);
*/

#endif
/* dxgmap: end model/core/leak.h */
/* #include "op_adapter.h" */
/* #include "op_object_view.h" */
/* dxgmap: begin model/core/op_object_view.h sha256 5eec4e20ceb3019396d57f531899ce6fb4d3c9003b9e7d65e120ae09b2243338 */
#ifndef DXGMAP_OP_OBJECT_VIEW_H
#define DXGMAP_OP_OBJECT_VIEW_H

/* #include "op_adl.h" */
/* dxgmap: begin model/core/op_adl.h sha256 d4a600a259b0e8a331d04d851d1df876c3e76a4c311a5865530ce3460f00e33a */
#ifndef DXGMAP_OP_ADL_H
#define DXGMAP_OP_ADL_H

/* #include "op_object.h" */
/* dxgmap: begin model/core/op_object.h sha256 1e1963da5b93302f629d3167e0212e44789fd2f16c5be7da8bc059f0e0f92347 */
#ifndef DXGMAP_OP_OBJECT_H
#define DXGMAP_OP_OBJECT_H

/* #include "state.h" */

/* #include "logic/op_object.h" */
/* dxgmap: begin spec/logic/op_object.h sha256 06d9c7aa0d158c05744f022d5db5d244e775e2c88352e104d87a67dbc7e1345d */
#ifndef DXGMAP_LOGIC_OP_OBJECT_H
#define DXGMAP_LOGIC_OP_OBJECT_H

/* Physical memory objects and their adapter objects: the first cause that holds (spec/clauses/object.md). */

/*@
  predicate ObjectBadSize(dxgmap_object_request r) =
    r.length == 0 || r.length % DXGMAP_PAGE_SIZE != 0 ||
    (r.type == DXGMAP_OBJECT_IO_SPACE && r.physical + r.length > 0xFFFFFFFFFFFFFFFF);

  predicate CreateAdmit(dxgmap_caller c, dxgmap_object_request r, integer status) =
    (c.irql > DXGMAP_APC_LEVEL ==> status == DXGMAP_BAD_IRQL) && (c.irql <= DXGMAP_APC_LEVEL ==>
    (r.type > DXGMAP_OBJECT_IO_SPACE ==> status == DXGMAP_BAD_KIND) && (r.type <= DXGMAP_OBJECT_IO_SPACE ==>
    (ObjectBadSize(r) ==> status == DXGMAP_BAD_SIZE) && (!ObjectBadSize(r) ==>
    (r.type == DXGMAP_OBJECT_IO_SPACE && r.physical % DXGMAP_PAGE_SIZE != 0 ==> status == DXGMAP_BAD_ADDRESS) &&
    (!(r.type == DXGMAP_OBJECT_IO_SPACE && r.physical % DXGMAP_PAGE_SIZE != 0) ==> status == DXGMAP_OK))));
  predicate CreateStatus(dxgmap_state s, dxgmap_caller c, dxgmap_object_request r, integer status) =
    (!CreateAdmit(c, r, DXGMAP_OK) ==> CreateAdmit(c, r, status)) && (CreateAdmit(c, r, DXGMAP_OK) ==>
    SlotStatus(s.adapter[DXGMAP_MACHINE], status));

  // The descriptor says what the object was asked for.
  predicate ObjectAsked(dxgmap_descriptor d, dxgmap_object_request r) =
    d.kind == DXGMAP_OBJECT && d.index == r.type && (d.user != 0 <==> r.bound != 0) && d.cache == r.cache &&
    d.physical == r.physical && d.length == r.length;

  // Parts of an object are whole pages of it.
  predicate PartBadSize(integer offset, integer bytes) =
    bytes == 0 || bytes % DXGMAP_PAGE_SIZE != 0 || offset % DXGMAP_PAGE_SIZE != 0;

  predicate IsObject(dxgmap_state s, integer h) = HandleOf(s, DXGMAP_MACHINE, DXGMAP_OBJECT, h);
  predicate IsAdapterObject(dxgmap_state s, integer h) =
    HandleTag(h) < DXGMAP_ADAPTERS && HandleOf(s, HandleTag(h), DXGMAP_ADAPTER_OBJECT, h);
  logic dxgmap_descriptor DescriptorOf(dxgmap_state s, integer h) =
    s.adapter[HandleTag(h)].descriptors.at[HandleIndex(h)];

  // A call names an object, or an adapter object of an adapter that is in use.
  predicate ObjectGate(dxgmap_state s, dxgmap_caller c, integer h, integer status) =
    (!IsObject(s, h) ==> status == DXGMAP_BAD_HANDLE) && (IsObject(s, h) ==>
    (c.irql > DXGMAP_APC_LEVEL ==> status == DXGMAP_BAD_IRQL) && (c.irql <= DXGMAP_APC_LEVEL ==> status == DXGMAP_OK));
  predicate AdapterObjectGate(dxgmap_state s, dxgmap_caller c, integer h, integer status) =
    (!IsAdapterObject(s, h) ==> status == DXGMAP_BAD_HANDLE) && (IsAdapterObject(s, h) ==>
    (c.irql > DXGMAP_APC_LEVEL ==> status == DXGMAP_BAD_IRQL) && (c.irql <= DXGMAP_APC_LEVEL ==>
    (s.adapter[HandleTag(h)].exclusive != 0 ==> status == DXGMAP_EXCLUSIVE) &&
    (s.adapter[HandleTag(h)].exclusive == 0 ==> status == DXGMAP_OK)));

  predicate BoundDiffers(dxgmap_descriptor d, integer creating) = !(d.user != 0 <==> creating != 0);
  predicate OpenStatus(dxgmap_state s, dxgmap_caller c, integer object, integer h, integer creating, integer status) =
    (!GateStatus(s, c, h, DXGMAP_APC_LEVEL, DXGMAP_OK) ==> GateStatus(s, c, h, DXGMAP_APC_LEVEL, status)) &&
    (GateStatus(s, c, h, DXGMAP_APC_LEVEL, DXGMAP_OK) ==>
    (s.adapter[AdapterOf(h)].mode != DXGMAP_REMAPPING ==> status == DXGMAP_BAD_MODE) &&
    (s.adapter[AdapterOf(h)].mode == DXGMAP_REMAPPING ==>
    (!IsObject(s, object) ==> status == DXGMAP_BAD_HANDLE) && (IsObject(s, object) ==>
    (BoundDiffers(DescriptorOf(s, object), creating) ==> status == DXGMAP_BOUND) &&
    (!BoundDiffers(DescriptorOf(s, object), creating) ==>
    (s.opened.place[HandleIndex(object)] != 0 ==> status == DXGMAP_OPENED) &&
    (s.opened.place[HandleIndex(object)] == 0 ==> SlotStatus(s.adapter[AdapterOf(h)], status))))));

  predicate CloseStatus(dxgmap_state s, dxgmap_caller c, integer h, integer status) =
    (!AdapterObjectGate(s, c, h, DXGMAP_OK) ==> AdapterObjectGate(s, c, h, status)) &&
    (AdapterObjectGate(s, c, h, DXGMAP_OK) ==>
    (!LinkFree(s.adapter[HandleTag(h)].links, HandleIndex(h)) ==> status == DXGMAP_IN_USE) &&
    (LinkFree(s.adapter[HandleTag(h)].links, HandleIndex(h)) ==> status == DXGMAP_OK));

  // No adapter object, no view: memory that nobody looks at.
  predicate ObjectFree(dxgmap_state s, integer h) =
    s.opened.place[HandleIndex(h)] == 0 && LinkFree(s.adapter[DXGMAP_MACHINE].links, HandleIndex(h));
  predicate DestroyStatus(dxgmap_state s, dxgmap_caller c, integer h, integer status) =
    (!ObjectGate(s, c, h, DXGMAP_OK) ==> ObjectGate(s, c, h, status)) && (ObjectGate(s, c, h, DXGMAP_OK) ==>
    (!ObjectFree(s, h) ==> status == DXGMAP_IN_USE) && (ObjectFree(s, h) ==> status == DXGMAP_OK));
*/

#endif
/* dxgmap: end spec/logic/op_object.h */

/* The causes that decide the creation of an object before memory is at hand.
   Source: DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT. */
/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures status: CreateAdmit(caller, r, \result); */
uint32_t dxgmap_create_admit(dxgmap_caller caller, dxgmap_object_request r);

/* Makes a physical memory object, which belongs to the machine and to no adapter.
   Source: DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: CreateStatus(\old(*s), caller, r, \result.status);
    ensures atomic: \result.status != DXGMAP_OK ==> *s == \old(*s) && \result.handle == 0;
    ensures acquired: \result.status == DXGMAP_OK ==> Acquires(\old(*s), *s, DXGMAP_MACHINE, \result.handle);
    ensures kind: \result.status == DXGMAP_OK ==> IsObject(*s, \result.handle);
    ensures asked: \result.status == DXGMAP_OK ==> ObjectAsked(DescriptorOf(*s, \result.handle), r); */
dxgmap_outcome dxgmap_op_create(dxgmap_state *s, dxgmap_caller caller, dxgmap_object_request r);

/* The causes that decide whether an object can be opened for an adapter; `creating` is not 0 when the object is made with
   the adapter, in one call of the driver. Source: DXGKARGCB_OPEN_PHYSICAL_MEMORY_OBJECT. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures status: OpenStatus(*s, caller, object, adapter, creating, \result); */
uint32_t dxgmap_open_admit(const dxgmap_state *s, dxgmap_caller caller, uint64_t object, uint64_t adapter,
                           uint32_t creating);

/* Opens an object for an adapter; the handle is the adapter object's. An object has one at most.
   Source: DXGKARGCB_OPEN_PHYSICAL_MEMORY_OBJECT, DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: OpenStatus(\old(*s), caller, object, adapter, creating, \result.status);
    ensures atomic: \result.status != DXGMAP_OK ==> *s == \old(*s) && \result.handle == 0;
    ensures acquired: \result.status == DXGMAP_OK ==> Acquires(\old(*s), *s, AdapterOf(adapter), \result.handle);
    ensures kind: \result.status == DXGMAP_OK ==> IsAdapterObject(*s, \result.handle);
    ensures object: \result.status == DXGMAP_OK
                    ==> DescriptorOf(*s, \result.handle).object == HandleIndex(object) + 1
                        && DescriptorOf(*s, \result.handle).length == DescriptorOf(\old(*s), object).length
                        && DescriptorOf(*s, \result.handle).index == DescriptorOf(\old(*s), object).index
                        && (DescriptorOf(*s, \result.handle).user != 0 <==> creating != 0); */
dxgmap_outcome dxgmap_op_open(dxgmap_state *s, dxgmap_caller caller, uint64_t object, uint64_t adapter,
                              uint32_t creating);

/* The causes that decide whether an adapter object can be closed. Source: DXGKARGCB_CLOSE_PHYSICAL_MEMORY_OBJECT. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures status: CloseStatus(*s, caller, object, \result); */
uint32_t dxgmap_close_admit(const dxgmap_state *s, dxgmap_caller caller, uint64_t object);

/* Closes an adapter object, none of whose ADLs may live. Source: DXGKARGCB_CLOSE_PHYSICAL_MEMORY_OBJECT. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: CloseStatus(\old(*s), caller, object, \result.status);
    ensures atomic: \result.status != DXGMAP_OK ==> *s == \old(*s) && \result.handle == 0;
    ensures released: \result.status == DXGMAP_OK ==> Releases(\old(*s), *s, HandleTag(object), object);
    ensures closed: \result.status == DXGMAP_OK ==> s->opened.place[DescriptorOf(\old(*s), object).object - 1] == 0;
    ensures named: \result.status == DXGMAP_OK ==> \result.handle == object; */
dxgmap_outcome dxgmap_op_close(dxgmap_state *s, dxgmap_caller caller, uint64_t object);

/* The causes that decide whether an object can be destroyed. Source: DXGKARGCB_DESTROY_PHYSICAL_MEMORY_OBJECT. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures status: DestroyStatus(*s, caller, object, \result); */
uint32_t dxgmap_destroy_admit(const dxgmap_state *s, dxgmap_caller caller, uint64_t object);

/* Destroys an object, which nobody may have open or in view. Source: DXGKARGCB_DESTROY_PHYSICAL_MEMORY_OBJECT. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: DestroyStatus(\old(*s), caller, object, \result.status);
    ensures atomic: \result.status != DXGMAP_OK ==> *s == \old(*s) && \result.handle == 0;
    ensures released: \result.status == DXGMAP_OK ==> Releases(\old(*s), *s, DXGMAP_MACHINE, object);
    ensures named: \result.status == DXGMAP_OK ==> \result.handle == object; */
dxgmap_outcome dxgmap_op_destroy(dxgmap_state *s, dxgmap_caller caller, uint64_t object);

/* Whether the handle names an object, or an adapter object, that the caller may use now; the shared causes. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures status: ObjectGate(*s, caller, object, \result); */
uint32_t dxgmap_object_gate(const dxgmap_state *s, dxgmap_caller caller, uint64_t object);
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures status: AdapterObjectGate(*s, caller, object, \result); */
uint32_t dxgmap_adapter_object_gate(const dxgmap_state *s, dxgmap_caller caller, uint64_t object);

#endif
/* dxgmap: end model/core/op_object.h */

/* #include "logic/op_adl.h" */
/* dxgmap: begin spec/logic/op_adl.h sha256 8eb373453f076e96996307cceef73748979a20a7b987023bc6e9566002e49671 */
#ifndef DXGMAP_LOGIC_OP_ADL_H
#define DXGMAP_LOGIC_OP_ADL_H

/* ADLs of adapter objects: the first cause that holds (spec/clauses/adl.md). */

/*@
  // A part that ends beyond the memory, or is more than an ADL can say.
  predicate PartTooLarge(integer length, integer offset, integer bytes) =
    offset + bytes > length || bytes / DXGMAP_PAGE_SIZE > 0xFFFFFFFF;
  predicate CanBeContiguous(integer type) = type == DXGMAP_OBJECT_CONTIGUOUS || type == DXGMAP_OBJECT_IO_SPACE;

  predicate AllocateAdmit(dxgmap_state s, dxgmap_caller c, integer h, integer offset, integer bytes, integer contiguous,
                          integer status) =
    (!AdapterObjectGate(s, c, h, DXGMAP_OK) ==> AdapterObjectGate(s, c, h, status)) &&
    (AdapterObjectGate(s, c, h, DXGMAP_OK) ==>
    (PartBadSize(offset, bytes) ==> status == DXGMAP_BAD_SIZE) && (!PartBadSize(offset, bytes) ==>
    (PartTooLarge(DescriptorOf(s, h).length, offset, bytes) ==> status == DXGMAP_TOO_LARGE) &&
    (!PartTooLarge(DescriptorOf(s, h).length, offset, bytes) ==>
    (contiguous != 0 && !CanBeContiguous(DescriptorOf(s, h).index) ==> status == DXGMAP_BAD_FLAGS) &&
    (contiguous == 0 || CanBeContiguous(DescriptorOf(s, h).index) ==> status == DXGMAP_OK))));

  predicate AllocateStatus{L}(dxgmap_state s, dxgmap_caller c, integer h, integer offset, integer bytes,
                              integer contiguous, uint64_t *pages, integer count, integer pressure, integer status) =
    (!AllocateAdmit(s, c, h, offset, bytes, contiguous, DXGMAP_OK)
       ==> AllocateAdmit(s, c, h, offset, bytes, contiguous, status)) &&
    (AllocateAdmit(s, c, h, offset, bytes, contiguous, DXGMAP_OK) ==>
    (pressure != 0 ==> status == DXGMAP_PRESSURE) && (pressure == 0 ==>
    (count != bytes / DXGMAP_PAGE_SIZE ==> status == DXGMAP_BAD_COUNT) && (count == bytes / DXGMAP_PAGE_SIZE ==>
    (!PagesInMemory(pages, count) ==> status == DXGMAP_BAD_PAGE) && (PagesInMemory(pages, count) ==>
    PagesStatus(s.adapter[HandleTag(h)], count, status)))));

  predicate IsAdl(dxgmap_state s, integer k, integer adl) = HandleOf(s, k, DXGMAP_ADL, adl);
  predicate FreeStatus(dxgmap_state s, dxgmap_caller c, integer h, integer adl, integer status) =
    (!AdapterObjectGate(s, c, h, DXGMAP_OK) ==> AdapterObjectGate(s, c, h, status)) &&
    (AdapterObjectGate(s, c, h, DXGMAP_OK) ==>
    (!IsAdl(s, HandleTag(h), adl) ==> status == DXGMAP_BAD_HANDLE) && (IsAdl(s, HandleTag(h), adl) ==>
    (TargetOf(s, adl) != HandleIndex(h) + 1 ==> status == DXGMAP_NOT_OF_OBJECT) &&
    (TargetOf(s, adl) == HandleIndex(h) + 1 ==> status == DXGMAP_OK)));
*/

#endif
/* dxgmap: end spec/logic/op_adl.h */

/* The causes that decide an ADL before any page is at hand; offset and bytes are of the object's memory, `contiguous` is
   the flag RequireContiguous. Source: DXGKARGCB_ALLOCATE_ADL. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures status: AllocateAdmit(*s, caller, object, offset, bytes, contiguous, \result); */
uint32_t dxgmap_adl_admit(const dxgmap_state *s, dxgmap_caller caller, uint64_t object, uint64_t offset, uint64_t bytes,
                          uint32_t contiguous);

/* Maps a part of the memory of an adapter object into its adapter's domain and locks it: the pages given, one number a
   page, at as many logical pages in a row (dxgmap_base_page). Source: DXGKARGCB_ALLOCATE_ADL. */
/*@ requires valid: \valid(s) && \valid_read(pages + (0 .. count - 1));
    requires separated: \separated(s, pages + (..));
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: AllocateStatus(\old(*s), caller, object, offset, bytes, contiguous, pages, count, pressure,
                                   \result.status);
    ensures atomic: \result.status != DXGMAP_OK ==> *s == \old(*s) && \result.handle == 0;
    ensures acquired: \result.status == DXGMAP_OK ==> Acquires(\old(*s), *s, HandleTag(object), \result.handle);
    ensures kind: \result.status == DXGMAP_OK ==> IsAdl(*s, HandleTag(object), \result.handle);
    ensures asked: \result.status == DXGMAP_OK ==> DescriptorOf(*s, \result.handle).physical == offset
                   && DescriptorOf(*s, \result.handle).length == bytes;
    ensures captured: \result.status == DXGMAP_OK ==> Holds(*s, \result.handle, pages, count);
    ensures linked: \result.status == DXGMAP_OK ==> TargetOf(*s, \result.handle) == HandleIndex(object) + 1; */
dxgmap_outcome dxgmap_op_allocate_adl(dxgmap_state *s, dxgmap_caller caller, uint64_t object, uint64_t offset,
                                      uint64_t bytes, uint32_t contiguous, const uint64_t *pages, uint32_t count,
                                      uint32_t pressure);

/* Unmaps and unlocks what an ADL of this adapter object holds. The ADL of a pin is none. Source: DXGKARGCB_FREE_ADL. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: FreeStatus(\old(*s), caller, object, adl, \result.status);
    ensures atomic: \result.status != DXGMAP_OK ==> *s == \old(*s) && \result.handle == 0;
    ensures released: \result.status == DXGMAP_OK ==> Releases(\old(*s), *s, HandleTag(object), adl);
    ensures named: \result.status == DXGMAP_OK ==> \result.handle == adl; */
dxgmap_outcome dxgmap_op_free_adl(dxgmap_state *s, dxgmap_caller caller, uint64_t object, uint64_t adl);

#endif
/* dxgmap: end model/core/op_adl.h */
/* #include "op_view.h" */
/* dxgmap: begin model/core/op_view.h sha256 6e161a5aa47bb3c205d4699a9b1852b2ccb75d3e429675565ef5195621a1c866 */
#ifndef DXGMAP_OP_VIEW_H
#define DXGMAP_OP_VIEW_H

/* #include "state.h" */

/* #include "logic/op_view.h" */
/* dxgmap: begin spec/logic/op_view.h sha256 c794d8d8ce6742f36a7c90526e2d3e82330af376d931f6402508f39287ed297b */
#ifndef DXGMAP_LOGIC_OP_VIEW_H
#define DXGMAP_LOGIC_OP_VIEW_H

/* CPU views of DxgkCbMapMemory and of the video port: the first cause that holds (spec/clauses/view.md, video.md). */

/*@
  predicate IsView(integer kind) = kind == DXGMAP_VIEW || kind == DXGMAP_VIDEO;

  predicate ViewBadSize(dxgmap_view_request r) =
    r.length == 0 || r.length > 0xFFFFFFFF || r.physical + r.length > 0xFFFFFFFFFFFFFFFF;

  // A live view of the video port lies over the same memory with another P6CACHE setting; ports have no caching.
  predicate Conflicts(dxgmap_descriptor d, dxgmap_view_request r) =
    d.kind == DXGMAP_VIDEO && d.space == DXGMAP_MEMORY_SPACE && r.space == DXGMAP_MEMORY_SPACE && d.cache != r.cache && d.physical < r.physical + r.length &&
    r.physical < d.physical + d.length;
  predicate CacheConflict(dxgmap_adapter a, dxgmap_view_request r) =
    \exists integer i; 0 <= i < DXGMAP_SLOTS && Conflicts(a.descriptors.at[i], r);

  predicate ViewAdmit(dxgmap_state s, dxgmap_caller c, integer h, dxgmap_view_request r, integer status) =
    (!GateStatus(s, c, h, DXGMAP_PASSIVE_LEVEL, DXGMAP_OK) ==> GateStatus(s, c, h, DXGMAP_PASSIVE_LEVEL, status)) &&
    (GateStatus(s, c, h, DXGMAP_PASSIVE_LEVEL, DXGMAP_OK) ==>
    (!IsView(r.kind) ==> status == DXGMAP_BAD_KIND) && (IsView(r.kind) ==>
    (r.space > DXGMAP_IO_SPACE ==> status == DXGMAP_BAD_SPACE) && (r.space <= DXGMAP_IO_SPACE ==>
    (ViewBadSize(r) ==> status == DXGMAP_BAD_SIZE) && (!ViewBadSize(r) ==>
    (r.kind == DXGMAP_VIDEO && r.process != 0 && r.process != c.process ==> status == DXGMAP_BAD_PROCESS) &&
    (!(r.kind == DXGMAP_VIDEO && r.process != 0 && r.process != c.process) ==>
    (!Owns(s.adapter[AdapterOf(h)].resources, r.space, r.physical, r.length) ==> status == DXGMAP_NOT_OWNED) &&
    (Owns(s.adapter[AdapterOf(h)].resources, r.space, r.physical, r.length) ==>
    (r.kind == DXGMAP_VIDEO && CacheConflict(s.adapter[AdapterOf(h)], r) ==> status == DXGMAP_CACHE_CONFLICT) &&
    (!(r.kind == DXGMAP_VIDEO && CacheConflict(s.adapter[AdapterOf(h)], r)) ==> status == DXGMAP_OK)))))));

  // How many window pages the view touches; the ports of I/O space need none.
  logic integer ViewSpan(dxgmap_view_request r) = r.space == DXGMAP_MEMORY_SPACE
    ? (r.physical % DXGMAP_PAGE_SIZE + r.length + DXGMAP_PAGE_SIZE - 1) / DXGMAP_PAGE_SIZE : 0;

  predicate MapViewStatus(dxgmap_state s, dxgmap_caller c, integer h, dxgmap_view_request r, integer status) =
    (!ViewAdmit(s, c, h, r, DXGMAP_OK) ==> ViewAdmit(s, c, h, r, status)) && (ViewAdmit(s, c, h, r, DXGMAP_OK) ==>
    (r.space == DXGMAP_MEMORY_SPACE && !ViewRoom(s.adapter[AdapterOf(h)].views, r.at, ViewSpan(r))
       ==> status == DXGMAP_PLACE_TAKEN) &&
    (r.space == DXGMAP_IO_SPACE || ViewRoom(s.adapter[AdapterOf(h)].views, r.at, ViewSpan(r))
       ==> SlotStatus(s.adapter[AdapterOf(h)], status)));

  // The descriptor says what the view was asked for.
  predicate ViewAsked(dxgmap_descriptor d, dxgmap_caller c, dxgmap_view_request r) =
    d.kind == r.kind && d.space == r.space && d.cache == r.cache && d.physical == r.physical && d.length == r.length &&
    (d.user != 0 <==> r.space == DXGMAP_MEMORY_SPACE && r.user != 0) && (d.user != 0 ==> d.process == c.process);

  // Where the view of slot i begins: a byte offset in the window, which keeps the byte offset in the page; or its port.
  logic integer ViewBase(dxgmap_adapter a, integer i) = a.descriptors.at[i].space == DXGMAP_MEMORY_SPACE
    ? a.views.place[i] * DXGMAP_PAGE_SIZE + a.descriptors.at[i].physical % DXGMAP_PAGE_SIZE
    : a.descriptors.at[i].physical;
  logic integer ViewEnd(dxgmap_adapter a, integer i) = a.descriptors.at[i].space == DXGMAP_MEMORY_SPACE
    ? (a.views.place[i] + a.views.span[i]) * DXGMAP_PAGE_SIZE
    : a.descriptors.at[i].physical + a.descriptors.at[i].length;

  // `address` releases the view of slot i: its base for DxgkCbUnmapMemory, any address inside for the video port.
  predicate ViewAt(dxgmap_adapter a, integer kind, integer space, integer address, integer i) =
    0 <= i < DXGMAP_SLOTS && a.descriptors.at[i].kind == kind && a.descriptors.at[i].space == space &&
    (kind == DXGMAP_VIEW ==> address == ViewBase(a, i)) && ViewBase(a, i) <= address < ViewEnd(a, i);

  // A view in user mode is released in its process; a process handle that is given is the one of the map. Ports are in
  // no process.
  predicate ProcessFits(dxgmap_descriptor d, dxgmap_caller c, integer process) =
    d.space == DXGMAP_IO_SPACE ||
    ((process == 0 || process == d.process) && (d.user != 0 ==> c.process == d.process));

  predicate UnmapViewStatus(dxgmap_state s, dxgmap_caller c, integer h, integer kind, integer space, integer address,
                            integer process, integer status) =
    (!GateStatus(s, c, h, DXGMAP_PASSIVE_LEVEL, DXGMAP_OK) ==> GateStatus(s, c, h, DXGMAP_PASSIVE_LEVEL, status)) &&
    (GateStatus(s, c, h, DXGMAP_PASSIVE_LEVEL, DXGMAP_OK) ==>
    (!IsView(kind) ==> status == DXGMAP_BAD_KIND) && (IsView(kind) ==>
    (space > DXGMAP_IO_SPACE ==> status == DXGMAP_BAD_SPACE) && (space <= DXGMAP_IO_SPACE ==>
    ((\forall integer i; !ViewAt(s.adapter[AdapterOf(h)], kind, space, address, i)) ==> status == DXGMAP_BAD_ADDRESS) &&
    (\forall integer i; ViewAt(s.adapter[AdapterOf(h)], kind, space, address, i) ==>
      (!ProcessFits(s.adapter[AdapterOf(h)].descriptors.at[i], c, process) ==> status == DXGMAP_BAD_PROCESS) &&
      (ProcessFits(s.adapter[AdapterOf(h)].descriptors.at[i], c, process) ==> status == DXGMAP_OK)))));
*/

#endif
/* dxgmap: end spec/logic/op_view.h */

/* The causes that decide a view before any resource is at hand. Source: DXGKCB_MAP_MEMORY, VideoPortMapMemory. */
/*@ requires valid: \valid(s) && \valid(r);
    requires separated: \separated(s, r);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures status: ViewAdmit(*s, caller, adapter, *r, \result); */
uint32_t dxgmap_view_admit(const dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, const dxgmap_view_request *r);

/* Maps a range of the adapter's resources for the CPU: memory at the window pages that the host offers, ports at
   themselves. Source: DXGKCB_MAP_MEMORY, VideoPortMapMemory. */
/*@ requires valid: \valid(s) && \valid(r);
    requires separated: \separated(s, r);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: MapViewStatus(\old(*s), caller, adapter, *r, \result.status);
    ensures atomic: \result.status != DXGMAP_OK ==> *s == \old(*s) && \result.handle == 0;
    ensures acquired: \result.status == DXGMAP_OK ==> Acquires(\old(*s), *s, AdapterOf(adapter), \result.handle);
    ensures kind: \result.status == DXGMAP_OK ==> HandleOf(*s, AdapterOf(adapter), r->kind, \result.handle);
    ensures asked: \result.status == DXGMAP_OK
                   ==> ViewAsked(s->adapter[AdapterOf(adapter)].descriptors.at[HandleIndex(\result.handle)], caller, *r);
    ensures placed: \result.status == DXGMAP_OK ==> PlacedAt(*s, \result.handle, r->at, ViewSpan(*r)); */
dxgmap_outcome dxgmap_op_map_view(dxgmap_state *s, dxgmap_caller caller, uint64_t adapter,
                                  const dxgmap_view_request *r);

/* Releases one view. `address` is a byte offset in the adapter's window, or a port: exactly the base for DXGMAP_VIEW,
   anywhere inside for DXGMAP_VIDEO. Where a port address has several views one of them is released.
   Source: DXGKCB_UNMAP_MEMORY, VideoPortUnmapMemory. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: UnmapViewStatus(\old(*s), caller, adapter, kind, space, address, process, \result.status);
    ensures atomic: \result.status != DXGMAP_OK ==> *s == \old(*s) && \result.handle == 0;
    ensures released: \result.status == DXGMAP_OK ==> Releases(\old(*s), *s, AdapterOf(adapter), \result.handle);
    ensures the_view: \result.status == DXGMAP_OK ==> ViewAt(\old(*s).adapter[AdapterOf(adapter)], kind, space, address,
                                                             HandleIndex(\result.handle)); */
dxgmap_outcome dxgmap_op_unmap_view(dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, uint32_t kind,
                                    uint32_t space, uint64_t address, uint64_t process);

#endif
/* dxgmap: end model/core/op_view.h */

/* #include "logic/op_object_view.h" */
/* dxgmap: begin spec/logic/op_object_view.h sha256 02c7dd5fe359a0e99292368fc45c3dc9e57f5fd69714d87504198df40277e86d */
#ifndef DXGMAP_LOGIC_OP_OBJECT_VIEW_H
#define DXGMAP_LOGIC_OP_OBJECT_VIEW_H

/* Views of physical memory objects: the first cause that holds (spec/clauses/object_view.md). */

/*@
  predicate ObjectViewAdmit(dxgmap_state s, dxgmap_caller c, integer h, integer user, integer offset, integer bytes,
                            integer status) =
    (!ObjectGate(s, c, h, DXGMAP_OK) ==> ObjectGate(s, c, h, status)) && (ObjectGate(s, c, h, DXGMAP_OK) ==>
    (user != 0 && DescriptorOf(s, h).index == DXGMAP_OBJECT_IO_SPACE ==> status == DXGMAP_BAD_FLAGS) &&
    (user == 0 || DescriptorOf(s, h).index != DXGMAP_OBJECT_IO_SPACE ==>
    (PartBadSize(offset, bytes) ==> status == DXGMAP_BAD_SIZE) && (!PartBadSize(offset, bytes) ==>
    (offset + bytes > DescriptorOf(s, h).length ==> status == DXGMAP_TOO_LARGE) &&
    (offset + bytes <= DescriptorOf(s, h).length ==> status == DXGMAP_OK))));

  predicate MapObjectStatus(dxgmap_state s, dxgmap_caller c, integer h, integer user, integer offset, integer bytes,
                            integer at, integer slack, integer pressure, integer status) =
    (!ObjectViewAdmit(s, c, h, user, offset, bytes, DXGMAP_OK)
       ==> ObjectViewAdmit(s, c, h, user, offset, bytes, status)) &&
    (ObjectViewAdmit(s, c, h, user, offset, bytes, DXGMAP_OK) ==>
    (pressure != 0 ==> status == DXGMAP_PRESSURE) && (pressure == 0 ==>
    (!ViewRoom(s.adapter[DXGMAP_MACHINE].views, at, slack + bytes / DXGMAP_PAGE_SIZE)
       ==> status == DXGMAP_PLACE_TAKEN) &&
    (ViewRoom(s.adapter[DXGMAP_MACHINE].views, at, slack + bytes / DXGMAP_PAGE_SIZE)
       ==> SlotStatus(s.adapter[DXGMAP_MACHINE], status))));

  predicate ObjectViewAsked(dxgmap_descriptor d, dxgmap_caller c, integer user, integer offset, integer bytes,
                            integer slack) =
    d.kind == DXGMAP_OBJECT_VIEW && (d.user != 0 <==> user != 0) && d.physical == offset && d.length == bytes &&
    d.slack == slack && (user != 0 ==> d.process == c.process);

  // Slot i is a live view of an object whose base is `address`, a byte offset in the machine's window.
  predicate ObjectViewAt(dxgmap_adapter a, integer address, integer i) =
    0 <= i < DXGMAP_SLOTS && a.descriptors.at[i].kind == DXGMAP_OBJECT_VIEW &&
    a.views.place[i] * DXGMAP_PAGE_SIZE == address;

  // A view in user mode is released in its process.
  predicate Elsewhere(dxgmap_descriptor d, dxgmap_caller c) = d.user != 0 && c.process != d.process;

  predicate UnmapObjectStatus(dxgmap_state s, dxgmap_caller c, integer h, integer address, integer bytes,
                              integer status) =
    (!ObjectGate(s, c, h, DXGMAP_OK) ==> ObjectGate(s, c, h, status)) && (ObjectGate(s, c, h, DXGMAP_OK) ==>
    ((\forall integer i; !ObjectViewAt(s.adapter[DXGMAP_MACHINE], address, i)) ==> status == DXGMAP_BAD_ADDRESS) &&
    (\forall integer i; ObjectViewAt(s.adapter[DXGMAP_MACHINE], address, i) ==>
      (s.adapter[DXGMAP_MACHINE].links.to.slot[i] != HandleIndex(h) + 1 ==> status == DXGMAP_NOT_OF_OBJECT) &&
      (s.adapter[DXGMAP_MACHINE].links.to.slot[i] == HandleIndex(h) + 1 ==>
      (bytes != s.adapter[DXGMAP_MACHINE].descriptors.at[i].length ==> status == DXGMAP_BAD_SIZE) &&
      (bytes == s.adapter[DXGMAP_MACHINE].descriptors.at[i].length ==>
      (Elsewhere(s.adapter[DXGMAP_MACHINE].descriptors.at[i], c) ==> status == DXGMAP_BAD_PROCESS) &&
      (!Elsewhere(s.adapter[DXGMAP_MACHINE].descriptors.at[i], c) ==> status == DXGMAP_OK)))));
*/

#endif
/* dxgmap: end spec/logic/op_object_view.h */

/* The causes that decide a view of an object before any resource is at hand; offset and bytes in whole pages.
   Source: DXGKARGCB_MAP_PHYSICAL_MEMORY. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures status: ObjectViewAdmit(*s, caller, object, user, offset, bytes, \result); */
uint32_t dxgmap_object_view_admit(const dxgmap_state *s, dxgmap_caller caller, uint64_t object, uint32_t user,
                                  uint64_t offset, uint64_t bytes);

/* Maps bytes offset .. offset + bytes - 1 of an object for the CPU, in user mode into the current process. The host offers
   the pages of the machine's window from page `at`: first `slack` pages that hold no data, then the data.
   Source: DXGKARGCB_MAP_PHYSICAL_MEMORY. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: MapObjectStatus(\old(*s), caller, object, user, offset, bytes, at, slack, pressure, \result.status);
    ensures atomic: \result.status != DXGMAP_OK ==> *s == \old(*s) && \result.handle == 0;
    ensures acquired: \result.status == DXGMAP_OK ==> Acquires(\old(*s), *s, DXGMAP_MACHINE, \result.handle);
    ensures kind: \result.status == DXGMAP_OK ==> HandleOf(*s, DXGMAP_MACHINE, DXGMAP_OBJECT_VIEW, \result.handle);
    ensures asked: \result.status == DXGMAP_OK
                   ==> ObjectViewAsked(DescriptorOf(*s, \result.handle), caller, user, offset, bytes, slack)
                       && DescriptorOf(*s, \result.handle).cache == DescriptorOf(\old(*s), object).cache;
    ensures linked: \result.status == DXGMAP_OK ==> TargetOf(*s, \result.handle) == HandleIndex(object) + 1;
    ensures placed: \result.status == DXGMAP_OK ==> PlacedAt(*s, \result.handle, at, slack + bytes / DXGMAP_PAGE_SIZE); */
dxgmap_outcome dxgmap_op_map_object(dxgmap_state *s, dxgmap_caller caller, uint64_t object, uint32_t user,
                                    uint64_t offset, uint64_t bytes, uint64_t at, uint32_t slack, uint32_t pressure);

/* Releases the view of this object whose base is exactly `address`, a byte offset in the machine's window, and whose size
   is `bytes`. Source: DXGKARGCB_UNMAP_PHYSICAL_MEMORY. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: UnmapObjectStatus(\old(*s), caller, object, address, bytes, \result.status);
    ensures atomic: \result.status != DXGMAP_OK ==> *s == \old(*s) && \result.handle == 0;
    ensures released: \result.status == DXGMAP_OK ==> Releases(\old(*s), *s, DXGMAP_MACHINE, \result.handle);
    ensures the_view: \result.status == DXGMAP_OK
                      ==> ObjectViewAt(\old(*s).adapter[DXGMAP_MACHINE], address, HandleIndex(\result.handle))
                          && TargetOf(\old(*s), \result.handle) == HandleIndex(object) + 1; */
dxgmap_outcome dxgmap_op_unmap_object(dxgmap_state *s, dxgmap_caller caller, uint64_t object, uint64_t address,
                                      uint64_t bytes);

#endif
/* dxgmap: end model/core/op_object_view.h */
/* #include "op_pages.h" */
/* dxgmap: begin model/core/op_pages.h sha256 da5833b70280a4afd0c86fd43497661d14356ff35fa8d9aaea469717fc268556 */
#ifndef DXGMAP_OP_PAGES_H
#define DXGMAP_OP_PAGES_H

/* #include "state.h" */

/* #include "logic/op_pages.h" */
/* dxgmap: begin spec/logic/op_pages.h sha256 a207c1894b82ccfef4d0b9f2891cdcf6fc62234d0c84a2ac98cfc20fa908e4c7 */
#ifndef DXGMAP_LOGIC_OP_PAGES_H
#define DXGMAP_LOGIC_OP_PAGES_H

/* Mappings that have a handle of their own: the first cause that holds (spec/clauses/mdl.md, allocate.md). */

/*@
  predicate HasHandle(integer kind) = kind == DXGMAP_MDL || kind == DXGMAP_PAGE_LIST || kind == DXGMAP_CONTIGUOUS;

  predicate MapPagesAdmit(dxgmap_state s, dxgmap_caller c, integer h, integer kind, integer status) =
    (!GateStatus(s, c, h, DXGMAP_APC_LEVEL, DXGMAP_OK) ==> GateStatus(s, c, h, DXGMAP_APC_LEVEL, status)) &&
    (GateStatus(s, c, h, DXGMAP_APC_LEVEL, DXGMAP_OK) ==>
    (!HasHandle(kind) ==> status == DXGMAP_BAD_KIND) && (HasHandle(kind) ==>
    (s.adapter[AdapterOf(h)].mode != DXGMAP_IDENTITY ==> status == DXGMAP_BAD_MODE) &&
    (s.adapter[AdapterOf(h)].mode == DXGMAP_IDENTITY ==> status == DXGMAP_OK)));

  predicate MapPagesStatus{L}(dxgmap_state s, dxgmap_caller c, integer h, integer kind, uint64_t *pages, integer count,
                              integer status) =
    (!MapPagesAdmit(s, c, h, kind, DXGMAP_OK) ==> MapPagesAdmit(s, c, h, kind, status)) &&
    (MapPagesAdmit(s, c, h, kind, DXGMAP_OK) ==>
    (count == 0 ==> status == DXGMAP_BAD_COUNT) && (count != 0 ==>
    (!PagesInMemory(pages, count) ==> status == DXGMAP_BAD_PAGE) && (PagesInMemory(pages, count) ==>
    PagesStatus(s.adapter[AdapterOf(h)], count, status))));

  predicate UnmapPagesStatus(dxgmap_state s, dxgmap_caller c, integer h, integer kind, integer handle, integer status) =
    (!MapPagesAdmit(s, c, h, kind, DXGMAP_OK) ==> MapPagesAdmit(s, c, h, kind, status)) &&
    (MapPagesAdmit(s, c, h, kind, DXGMAP_OK) ==>
    (!HandleOf(s, AdapterOf(h), kind, handle) ==> status == DXGMAP_BAD_HANDLE) &&
    (HandleOf(s, AdapterOf(h), kind, handle) ==> status == DXGMAP_OK));
*/

#endif
/* dxgmap: end spec/logic/op_pages.h */

/* The causes that decide a mapping of kind DXGMAP_MDL, DXGMAP_PAGE_LIST or DXGMAP_CONTIGUOUS before any page is at hand.
   Source: DXGKCB_MAPMDLTOIOMMU, DXGKCB_ALLOCATEPAGESFORMDL, DXGKCB_ALLOCATECONTIGUOUSMEMORY. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures status: MapPagesAdmit(*s, caller, adapter, kind, \result); */
uint32_t dxgmap_map_pages_admit(const dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, uint32_t kind);

/* Maps the pages into the domain and captures their numbers; the handle is what the driver gets. A page that is mapped
   already is counted once more. Source: as above. */
/*@ requires valid: \valid(s) && \valid_read(pages + (0 .. count - 1));
    requires separated: \separated(s, pages + (..));
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: MapPagesStatus(\old(*s), caller, adapter, kind, pages, count, \result.status);
    ensures atomic: \result.status != DXGMAP_OK ==> *s == \old(*s) && \result.handle == 0;
    ensures acquired: \result.status == DXGMAP_OK ==> Acquires(\old(*s), *s, AdapterOf(adapter), \result.handle);
    ensures kind: \result.status == DXGMAP_OK ==> HandleOf(*s, AdapterOf(adapter), kind, \result.handle);
    ensures captured: \result.status == DXGMAP_OK ==> Holds(*s, \result.handle, pages, count); */
dxgmap_outcome dxgmap_op_map_pages(dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, uint32_t kind,
                                   const uint64_t *pages, uint32_t count);

/* Unmaps exactly the pages that were captured when the handle was given.
   Source: DXGKCB_UNMAPMDLFROMIOMMU, DXGKCB_FREEPAGESFROMMDL, DXGKCB_FREECONTIGUOUSMEMORY. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: UnmapPagesStatus(\old(*s), caller, adapter, kind, handle, \result.status);
    ensures atomic: \result.status != DXGMAP_OK ==> *s == \old(*s) && \result.handle == 0;
    ensures released: \result.status == DXGMAP_OK ==> Releases(\old(*s), *s, AdapterOf(adapter), handle);
    ensures named: \result.status == DXGMAP_OK ==> \result.handle == handle; */
dxgmap_outcome dxgmap_op_unmap_pages(dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, uint32_t kind,
                                     uint64_t handle);

#endif
/* dxgmap: end model/core/op_pages.h */
/* #include "op_pin.h" */
/* dxgmap: begin model/core/op_pin.h sha256 5dc0dbaae761d47541abc529ee68e91516af6371c6c4830ba4145c9813e49980 */
#ifndef DXGMAP_OP_PIN_H
#define DXGMAP_OP_PIN_H

/* #include "state.h" */

/* #include "logic/op_pin.h" */
/* dxgmap: begin spec/logic/op_pin.h sha256 9e96a69e96fa6db3bb5de00092a9715e92fadb798e248be053b4604a1ddec9d5 */
#ifndef DXGMAP_LOGIC_OP_PIN_H
#define DXGMAP_LOGIC_OP_PIN_H

/* Pin and unpin of a save area: the first cause that holds (spec/clauses/pin.md, unpin.md). */

/*@
  // An MDL describes less than 4 GiB, an ADL less than 2^32 pages.
  predicate PinTooLarge(dxgmap_saves s, integer index, integer bytes, integer kind) =
    bytes / DXGMAP_PAGE_SIZE > s.maximum.pages[index] ||
    (kind == DXGMAP_PIN && bytes > 0xFFFFF000) || bytes / DXGMAP_PAGE_SIZE > 0xFFFFFFFF;

  predicate PinAdmit(dxgmap_state s, dxgmap_caller c, integer h, integer index, integer bytes, integer kind,
                     integer status) =
    (!GateStatus(s, c, h, DXGMAP_APC_LEVEL, DXGMAP_OK) ==> GateStatus(s, c, h, DXGMAP_APC_LEVEL, status)) &&
    (GateStatus(s, c, h, DXGMAP_APC_LEVEL, DXGMAP_OK) ==>
    (!IsPin(kind) ==> status == DXGMAP_BAD_KIND) && (IsPin(kind) ==>
    (kind == DXGMAP_PIN && s.adapter[AdapterOf(h)].mode != DXGMAP_IDENTITY ==> status == DXGMAP_BAD_MODE) &&
    (!(kind == DXGMAP_PIN && s.adapter[AdapterOf(h)].mode != DXGMAP_IDENTITY) ==>
    (index >= s.adapter[AdapterOf(h)].saves.chain ==> status == DXGMAP_BAD_INDEX) &&
    (index < s.adapter[AdapterOf(h)].saves.chain ==>
    (s.adapter[AdapterOf(h)].saves.maximum.pages[index] == 0 ==> status == DXGMAP_NO_SAVE_AREA) &&
    (s.adapter[AdapterOf(h)].saves.maximum.pages[index] != 0 ==>
    (bytes == 0 || bytes % DXGMAP_PAGE_SIZE != 0 ==> status == DXGMAP_BAD_SIZE) &&
    (bytes != 0 && bytes % DXGMAP_PAGE_SIZE == 0 ==>
    (PinTooLarge(s.adapter[AdapterOf(h)].saves, index, bytes, kind) ==> status == DXGMAP_TOO_LARGE) &&
    (!PinTooLarge(s.adapter[AdapterOf(h)].saves, index, bytes, kind) ==>
    (s.adapter[AdapterOf(h)].saves.pin[index] != 0 ==> status == DXGMAP_PINNED) &&
    (s.adapter[AdapterOf(h)].saves.pin[index] == 0 ==> status == DXGMAP_OK))))))));

  predicate PinStatus{L}(dxgmap_state s, dxgmap_caller c, integer h, integer index, integer bytes, integer kind,
                         uint64_t *pages, integer count, integer pressure, integer status) =
    (!PinAdmit(s, c, h, index, bytes, kind, DXGMAP_OK) ==> PinAdmit(s, c, h, index, bytes, kind, status)) &&
    (PinAdmit(s, c, h, index, bytes, kind, DXGMAP_OK) ==>
    (pressure != 0 ==> status == DXGMAP_PRESSURE) && (pressure == 0 ==>
    (count != bytes / DXGMAP_PAGE_SIZE ==> status == DXGMAP_BAD_COUNT) && (count == bytes / DXGMAP_PAGE_SIZE ==>
    (!PagesInMemory(pages, count) ==> status == DXGMAP_BAD_PAGE) && (PagesInMemory(pages, count) ==>
    PagesStatus(s.adapter[AdapterOf(h)], count, status)))));

  predicate UnpinStatus(dxgmap_state s, dxgmap_caller c, integer h, integer index, integer status) =
    (!GateStatus(s, c, h, DXGMAP_APC_LEVEL, DXGMAP_OK) ==> GateStatus(s, c, h, DXGMAP_APC_LEVEL, status)) &&
    (GateStatus(s, c, h, DXGMAP_APC_LEVEL, DXGMAP_OK) ==>
    (index >= s.adapter[AdapterOf(h)].saves.chain ==> status == DXGMAP_BAD_INDEX) &&
    (index < s.adapter[AdapterOf(h)].saves.chain ==>
    (s.adapter[AdapterOf(h)].saves.pin[index] == 0 ==> status == DXGMAP_NOT_PINNED) &&
    (s.adapter[AdapterOf(h)].saves.pin[index] != 0 ==> status == DXGMAP_OK)));
*/

#endif
/* dxgmap: end spec/logic/op_pin.h */

/* The causes that decide a pin before any page is at hand. Source: DXGKCB_PINFRAMEBUFFERFORSAVE, ...SAVE2. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures status: PinAdmit(*s, caller, adapter, index, bytes, kind, \result); */
uint32_t dxgmap_pin_admit(const dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, uint32_t index, uint64_t bytes,
                          uint32_t kind);

/* Pins the first `bytes` bytes of the save area of physical adapter `index` into the pages given, one number a page;
   kind is DXGMAP_PIN or DXGMAP_PIN2. Source: DXGKCB_PINFRAMEBUFFERFORSAVE, ...SAVE2. */
/*@ requires valid: \valid(s) && \valid_read(pages + (0 .. count - 1));
    requires separated: \separated(s, pages + (..));
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: PinStatus(\old(*s), caller, adapter, index, bytes, kind, pages, count, pressure, \result.status);
    ensures atomic: \result.status != DXGMAP_OK ==> *s == \old(*s) && \result.handle == 0;
    ensures acquired: \result.status == DXGMAP_OK ==> Acquires(\old(*s), *s, AdapterOf(adapter), \result.handle);
    ensures kind: \result.status == DXGMAP_OK ==> HandleOf(*s, AdapterOf(adapter), kind, \result.handle);
    ensures captured: \result.status == DXGMAP_OK ==> Holds(*s, \result.handle, pages, count);
    ensures pinned: \result.status == DXGMAP_OK
                    ==> s->adapter[AdapterOf(adapter)].saves.pin[index] == HandleIndex(\result.handle) + 1; */
dxgmap_outcome dxgmap_op_pin(dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, uint32_t index, uint64_t bytes,
                             uint32_t kind, const uint64_t *pages, uint32_t count, uint32_t pressure);

/* Releases what pins the save area of physical adapter `index`, be it by Pin or Pin2; the handle is the pin's.
   Source: DXGKCB_UNPINFRAMEBUFFERFORSAVE. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: UnpinStatus(\old(*s), caller, adapter, index, \result.status);
    ensures atomic: \result.status != DXGMAP_OK ==> *s == \old(*s) && \result.handle == 0;
    ensures released: \result.status == DXGMAP_OK ==> Releases(\old(*s), *s, AdapterOf(adapter), \result.handle);
    ensures the_pin: \result.status == DXGMAP_OK
                     ==> HandleIndex(\result.handle) + 1 == \old(*s).adapter[AdapterOf(adapter)].saves.pin[index];
    ensures unpinned: \result.status == DXGMAP_OK ==> s->adapter[AdapterOf(adapter)].saves.pin[index] == 0; */
dxgmap_outcome dxgmap_op_unpin(dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, uint32_t index);

#endif
/* dxgmap: end model/core/op_pin.h */
/* #include "op_pointer.h" */
/* dxgmap: begin model/core/op_pointer.h sha256 780effe346d8f999fbb4add7272ab37b27924439ad37a884e5f6635509500679 */
#ifndef DXGMAP_OP_POINTER_H
#define DXGMAP_OP_POINTER_H

/* #include "state.h" */

/* #include "logic/op_pointer.h" */
/* dxgmap: begin spec/logic/op_pointer.h sha256 c9f3eb1d1f9f3eac58be8b420d32da06f969e7ec0320d1cd08f4fedecb2673dd */
#ifndef DXGMAP_LOGIC_OP_POINTER_H
#define DXGMAP_LOGIC_OP_POINTER_H

/* Frame buffer pointers: the first cause that holds (spec/clauses/pointer.md). */

/*@
  predicate ChunkBadSize(integer size, integer offset) =
    size == 0 || size % DXGMAP_PAGE_SIZE != 0 || offset % DXGMAP_PAGE_SIZE != 0;

  predicate PointerAdmit(dxgmap_state s, dxgmap_caller c, integer h, integer index, integer size, integer offset,
                         integer status) =
    (!GateStatus(s, c, h, DXGMAP_APC_LEVEL, DXGMAP_OK) ==> GateStatus(s, c, h, DXGMAP_APC_LEVEL, status)) &&
    (GateStatus(s, c, h, DXGMAP_APC_LEVEL, DXGMAP_OK) ==>
    (index >= s.adapter[AdapterOf(h)].saves.chain ==> status == DXGMAP_BAD_INDEX) &&
    (index < s.adapter[AdapterOf(h)].saves.chain ==>
    (s.adapter[AdapterOf(h)].saves.maximum.pages[index] == 0 ==> status == DXGMAP_NO_SAVE_AREA) &&
    (s.adapter[AdapterOf(h)].saves.maximum.pages[index] != 0 ==>
    (ChunkBadSize(size, offset) ==> status == DXGMAP_BAD_SIZE) && (!ChunkBadSize(size, offset) ==>
    (offset + size > s.adapter[AdapterOf(h)].saves.maximum.pages[index] * DXGMAP_PAGE_SIZE
       ==> status == DXGMAP_TOO_LARGE) &&
    (offset + size <= s.adapter[AdapterOf(h)].saves.maximum.pages[index] * DXGMAP_PAGE_SIZE
       ==> status == DXGMAP_OK)))));

  predicate MapPointerStatus(dxgmap_state s, dxgmap_caller c, integer h, integer index, integer size, integer offset,
                             integer at, integer slack, integer pressure, integer status) =
    (!PointerAdmit(s, c, h, index, size, offset, DXGMAP_OK) ==> PointerAdmit(s, c, h, index, size, offset, status)) &&
    (PointerAdmit(s, c, h, index, size, offset, DXGMAP_OK) ==>
    (pressure != 0 ==> status == DXGMAP_PRESSURE) && (pressure == 0 ==>
    (!ViewRoom(s.adapter[AdapterOf(h)].views, at, slack + size / DXGMAP_PAGE_SIZE)
       ==> status == DXGMAP_PLACE_TAKEN) &&
    (ViewRoom(s.adapter[AdapterOf(h)].views, at, slack + size / DXGMAP_PAGE_SIZE)
       ==> SlotStatus(s.adapter[AdapterOf(h)], status))));

  // The descriptor says which bytes of which save area the pointer reaches, and what stands before them.
  predicate PointerAsked(dxgmap_descriptor d, integer index, integer size, integer offset, integer slack) =
    d.kind == DXGMAP_POINTER && d.index == index && d.length == size && d.physical == offset && d.slack == slack;

  // Slot i is a live pointer into save area `index` whose base is `address`, a byte offset in the window.
  predicate PointerAt(dxgmap_adapter a, integer index, integer address, integer i) =
    0 <= i < DXGMAP_SLOTS && a.descriptors.at[i].kind == DXGMAP_POINTER && a.descriptors.at[i].index == index &&
    a.views.place[i] * DXGMAP_PAGE_SIZE == address;

  predicate UnmapPointerStatus(dxgmap_state s, dxgmap_caller c, integer h, integer index, integer address,
                               integer status) =
    (!GateStatus(s, c, h, DXGMAP_APC_LEVEL, DXGMAP_OK) ==> GateStatus(s, c, h, DXGMAP_APC_LEVEL, status)) &&
    (GateStatus(s, c, h, DXGMAP_APC_LEVEL, DXGMAP_OK) ==>
    (index >= s.adapter[AdapterOf(h)].saves.chain ==> status == DXGMAP_BAD_INDEX) &&
    (index < s.adapter[AdapterOf(h)].saves.chain ==>
    ((\forall integer i; !PointerAt(s.adapter[AdapterOf(h)], index, address, i)) ==> status == DXGMAP_BAD_ADDRESS) &&
    (\forall integer i; PointerAt(s.adapter[AdapterOf(h)], index, address, i) ==> status == DXGMAP_OK)));
*/

#endif
/* dxgmap: end spec/logic/op_pointer.h */

/* The causes that decide a frame buffer pointer before any resource is at hand; size and offset in bytes.
   Source: DXGKARGCB_MAPFRAMEBUFFERPOINTER. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures status: PointerAdmit(*s, caller, adapter, index, size, offset, \result); */
uint32_t dxgmap_pointer_admit(const dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, uint32_t index,
                              uint64_t size, uint64_t offset);

/* Maps bytes offset .. offset + size - 1 of the save area of physical adapter `index` for the CPU. The host offers the
   window pages from page `at`: first `slack` pages that hold no data, then the data, so the base is at * 4096 and the
   output Offset slack * 4096. Source: DXGKARGCB_MAPFRAMEBUFFERPOINTER. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: MapPointerStatus(\old(*s), caller, adapter, index, size, offset, at, slack, pressure,
                                     \result.status);
    ensures atomic: \result.status != DXGMAP_OK ==> *s == \old(*s) && \result.handle == 0;
    ensures acquired: \result.status == DXGMAP_OK ==> Acquires(\old(*s), *s, AdapterOf(adapter), \result.handle);
    ensures kind: \result.status == DXGMAP_OK ==> HandleOf(*s, AdapterOf(adapter), DXGMAP_POINTER, \result.handle);
    ensures asked: \result.status == DXGMAP_OK
                   ==> PointerAsked(s->adapter[AdapterOf(adapter)].descriptors.at[HandleIndex(\result.handle)], index, size,
                                    offset, slack);
    ensures base: \result.status == DXGMAP_OK ==> PointerAt(s->adapter[AdapterOf(adapter)], index,
                                                            at * DXGMAP_PAGE_SIZE, HandleIndex(\result.handle));
    ensures placed: \result.status == DXGMAP_OK
                    ==> PlacedAt(*s, \result.handle, at, slack + size / DXGMAP_PAGE_SIZE); */
dxgmap_outcome dxgmap_op_map_pointer(dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, uint32_t index,
                                     uint64_t size, uint64_t offset, uint64_t at, uint32_t slack, uint32_t pressure);

/* Releases the pointer into save area `index` whose base is exactly `address`, a byte offset in the adapter's window.
   Source: DXGKARGCB_UNMAPFRAMEBUFFERPOINTER. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: UnmapPointerStatus(\old(*s), caller, adapter, index, address, \result.status);
    ensures atomic: \result.status != DXGMAP_OK ==> *s == \old(*s) && \result.handle == 0;
    ensures released: \result.status == DXGMAP_OK ==> Releases(\old(*s), *s, AdapterOf(adapter), \result.handle);
    ensures the_pointer: \result.status == DXGMAP_OK
                         ==> PointerAt(\old(*s).adapter[AdapterOf(adapter)], index, address,
                                       HandleIndex(\result.handle)); */
dxgmap_outcome dxgmap_op_unmap_pointer(dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, uint32_t index,
                                       uint64_t address);

#endif
/* dxgmap: end model/core/op_pointer.h */
/* #include "op_translate.h" */
/* dxgmap: begin model/core/op_translate.h sha256 27aa07c44c1f7411dc35c8859e90f8be6390aaebeb7962bb70ce877b1be72c37 */
#ifndef DXGMAP_OP_TRANSLATE_H
#define DXGMAP_OP_TRANSLATE_H

/* #include "state.h" */

/* #include "logic/op_translate.h" */
/* dxgmap: begin spec/logic/op_translate.h sha256 bd1d0c0909d4b6a594d5ef789d71779dbb3d01a6c96fe241e6c172145f9dc17f */
#ifndef DXGMAP_LOGIC_OP_TRANSLATE_H
#define DXGMAP_LOGIC_OP_TRANSLATE_H

/* #include "xlate.h" */
/* dxgmap: begin spec/logic/xlate.h sha256 538404782a3aca44bfdac5bc715276921ddf53e5d75021d97a14174e239f1ba9 */
#ifndef DXGMAP_LOGIC_XLATE_H
#define DXGMAP_LOGIC_XLATE_H

/* The reference translation: live mappings and the pages that they captured, and nothing else. In identity mode the
   logical page number is the physical one, so page l answers l or nothing; in remapping mode a mapping has as many logical
   pages as it captured, in their order. */

/*@
  // The mapping of slot i lives and has captured page p at offset o.
  predicate CapturedAt(dxgmap_adapter a, integer i, integer o, integer p) =
    0 <= i < DXGMAP_SLOTS && a.descriptors.at[i].kind != DXGMAP_NO_KIND && 0 <= o < a.domain.ranges.length[DXGMAP_ID(i)] &&
    CapturedPage(a.domain, DXGMAP_ID(i), o) == p;
  // The mapping of slot i answers logical page l with page p.
  predicate Answers(dxgmap_adapter a, integer i, integer l, integer p) =
    CapturedAt(a, i, l - a.domain.ranges.base[DXGMAP_ID(i)], p);
  predicate Xlate(dxgmap_adapter a, integer l, integer p) =
    (a.mode == DXGMAP_IDENTITY ==> l == p && \exists integer i, o; CapturedAt(a, i, o, p)) &&
    (a.mode != DXGMAP_IDENTITY ==> \exists integer i; Answers(a, i, l, p));
  predicate Translates(dxgmap_adapter a, integer l) = \exists integer p; Xlate(a, l, p);
*/

#endif
/* dxgmap: end spec/logic/xlate.h */

/* What the device gets for a logical page: the first cause that holds (spec/clauses/translate.md). */

/*@
  // The logical pages that there are.
  logic integer LogicalPages(dxgmap_adapter a) = a.mode == DXGMAP_IDENTITY ? DXGMAP_PAGES : DXGMAP_CELLS;

  // The cache answers logical page l as the reference does, with the same page or with none.
  predicate CoherentAt(dxgmap_adapter a, integer l) =
    (Translated(a.domain.translation, l) == 0 <==> !Translates(a, l)) &&
    \forall integer p; 0 <= p ==> (Translated(a.domain.translation, l) == p + 1 <==> Xlate(a, l, p));

  predicate TranslateStatus(dxgmap_state s, integer h, integer page, integer status) =
    (!KnownAdapter(s, h) ==> status == DXGMAP_BAD_ADAPTER) && (KnownAdapter(s, h) ==>
    (s.adapter[AdapterOf(h)].exclusive != 0 ==> status == DXGMAP_EXCLUSIVE) &&
    (s.adapter[AdapterOf(h)].exclusive == 0 ==>
    (page >= LogicalPages(s.adapter[AdapterOf(h)]) ==> status == DXGMAP_BLOCKED) &&
    (page < LogicalPages(s.adapter[AdapterOf(h)]) ==>
    (s.adapter[AdapterOf(h)].attached == 0 ==> status == DXGMAP_BYPASS) &&
    (s.adapter[AdapterOf(h)].attached != 0 ==>
    (Translates(s.adapter[AdapterOf(h)], page) ==> status == DXGMAP_OK) &&
    (!Translates(s.adapter[AdapterOf(h)], page) ==> status == DXGMAP_BLOCKED)))));

  // In remapping mode page p is given for the one live mapping that has the logical page, and h names it.
  predicate AnswersFor(dxgmap_state s, integer k, integer page, integer p, integer h) =
    (s.adapter[k].mode == DXGMAP_IDENTITY ==> h == 0) && (s.adapter[k].mode != DXGMAP_IDENTITY ==>
       h != 0 && Valid(s, h) && HandleTag(h) == k && 0 <= page - BaseOf(s, h) < PagesOf(s, h) &&
       PageOf(s, h, page - BaseOf(s, h)) == p);
*/

#endif
/* dxgmap: end spec/logic/op_translate.h */

/* What a device access to logical page `page` of the adapter's domain reaches. Before the domain is attached nothing is
   checked (DXGMAP_BYPASS). Source: IOMMU-based GPU isolation, IOMMU DMA remapping. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures status: TranslateStatus(*s, adapter, page, \result.status);
    ensures reference: \result.status == DXGMAP_OK ==> Xlate(s->adapter[AdapterOf(adapter)], page, \result.page);
    ensures bypass: \result.status == DXGMAP_BYPASS ==> \result.page == page;
    ensures behalf: \result.status == DXGMAP_OK ==> AnswersFor(*s, AdapterOf(adapter), page, \result.page, \result.handle);
    ensures nothing: \result.status != DXGMAP_OK ==> \result.handle == 0;
    ensures no_page: \result.status != DXGMAP_OK && \result.status != DXGMAP_BYPASS ==> \result.page == 0; */
dxgmap_answer dxgmap_op_translate(const dxgmap_state *s, uint64_t adapter, uint64_t page);

/* How many captured pages of live mappings, of all adapters, name this physical page: its frame may be used for
   something else only at 0. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures locks: page < DXGMAP_PAGES ==> \result == LockSum(*s, DXGMAP_PLACES, page);
    ensures outside: page >= DXGMAP_PAGES ==> \result == 0; */
uint32_t dxgmap_lock_count(const dxgmap_state *s, uint64_t page);

/* The first logical page of a mapping that captured pages, in remapping mode; 0 when the handle is not valid. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures base: Valid(*s, handle) ==> \result == BaseOf(*s, handle);
    ensures none: !Valid(*s, handle) ==> \result == 0; */
uint32_t dxgmap_base_page(const dxgmap_state *s, uint64_t handle);

/* A fact for the proofs of callers; it does not run. */
/*@ ghost
  // The translation of a logical page is what the reference says of it.
  /@ requires parts: AdapterParts(a) && DomainOk(a.domain);
     requires coherent: Coherent(a.domain, a.mode);
     requires page: page < LogicalPages(a);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures coherent: CoherentAt(a, page); @/
  void dxgmap_translate_coherent(dxgmap_adapter a, uint64_t page);
*/

#endif
/* dxgmap: end model/core/op_translate.h */
/* #include "op_view.h" */
/* #include "state.h" */

enum dxgmap_op {
  DXGMAP_OP_START = 0,
  DXGMAP_OP_ATTACH = 1,
  DXGMAP_OP_EXCLUSIVE_BEGIN = 2,
  DXGMAP_OP_EXCLUSIVE_END = 3,
  DXGMAP_OP_STOP = 4,
  DXGMAP_OP_PIN = 5,
  DXGMAP_OP_UNPIN = 6,
  DXGMAP_OP_MAP_PAGES = 7,
  DXGMAP_OP_UNMAP_PAGES = 8,
  DXGMAP_OP_MAP_POINTER = 9,
  DXGMAP_OP_UNMAP_POINTER = 10,
  DXGMAP_OP_MAP_VIEW = 11,
  DXGMAP_OP_UNMAP_VIEW = 12,
  DXGMAP_OP_TRANSLATE = 13,
  DXGMAP_OP_CREATE = 14,
  DXGMAP_OP_OPEN = 15,
  DXGMAP_OP_CLOSE = 16,
  DXGMAP_OP_DESTROY = 17,
  DXGMAP_OP_ALLOCATE_ADL = 18,
  DXGMAP_OP_FREE_ADL = 19,
  DXGMAP_OP_MAP_OBJECT = 20,
  DXGMAP_OP_UNMAP_OBJECT = 21,
  DXGMAP_OPS = 22
};

/* A call of any operation; each reads the fields that its arguments have the names of. */
typedef struct {
  uint32_t op; /* enum dxgmap_op */
  dxgmap_caller caller;
  uint64_t adapter; /* the raw handle */
  uint64_t object;  /* the handle of an object, or of an adapter object */
  uint32_t creating;
  uint32_t contiguous;
  uint32_t user;
  uint32_t index;
  uint32_t kind;
  uint32_t space;
  uint32_t slack;
  uint32_t pressure;
  uint32_t count; /* the page list: pages first .. first + count - 1 of the pool */
  uint64_t first;
  uint64_t bytes; /* of a pin, a pointer, an ADL or a view of an object */
  uint64_t offset;
  uint64_t at;
  uint64_t handle;
  uint64_t address;
  uint64_t process;
  uint64_t page; /* to translate */
  dxgmap_view_request view;
  dxgmap_object_request request;
  dxgmap_start start;
} dxgmap_call;

/* What the call answered. */
typedef struct {
  uint32_t status;
  uint64_t handle; /* of what was acquired, released, started or (in remapping mode) translated for; else 0 */
  uint64_t page;   /* of a translation; else 0 */
  uint64_t base;   /* first logical page of what was captured; else 0 */
} dxgmap_result;

/* #include "logic/step.h" */
/* dxgmap: begin spec/logic/step.h sha256 03fda9173ff856d956b9d2748a900adb7a619886e413248d6deaf56af05ec70c */
#ifndef DXGMAP_LOGIC_STEP_H
#define DXGMAP_LOGIC_STEP_H

/* One call and its answer: which status it must have, what it does to the state, and which lives it begins and ends. */

/*@
  predicate Acquiring(integer op) =
    op == DXGMAP_OP_PIN || op == DXGMAP_OP_MAP_PAGES || op == DXGMAP_OP_MAP_POINTER || op == DXGMAP_OP_MAP_VIEW ||
    op == DXGMAP_OP_CREATE || op == DXGMAP_OP_OPEN || op == DXGMAP_OP_ALLOCATE_ADL || op == DXGMAP_OP_MAP_OBJECT;
  predicate Capturing(integer op) =
    op == DXGMAP_OP_PIN || op == DXGMAP_OP_MAP_PAGES || op == DXGMAP_OP_ALLOCATE_ADL;
  predicate Releasing(integer op) =
    op == DXGMAP_OP_UNPIN || op == DXGMAP_OP_UNMAP_PAGES || op == DXGMAP_OP_UNMAP_POINTER ||
    op == DXGMAP_OP_UNMAP_VIEW || op == DXGMAP_OP_CLOSE || op == DXGMAP_OP_DESTROY || op == DXGMAP_OP_FREE_ADL ||
    op == DXGMAP_OP_UNMAP_OBJECT;
  predicate Switching(integer op) =
    op == DXGMAP_OP_ATTACH || op == DXGMAP_OP_EXCLUSIVE_BEGIN || op == DXGMAP_OP_EXCLUSIVE_END;

  // The place in the table where a call acts: that of the adapter, or of the adapter object, or the machine's.
  predicate OnMachine(integer op) =
    op == DXGMAP_OP_CREATE || op == DXGMAP_OP_DESTROY || op == DXGMAP_OP_MAP_OBJECT || op == DXGMAP_OP_UNMAP_OBJECT;
  predicate OnObject(integer op) =
    op == DXGMAP_OP_CLOSE || op == DXGMAP_OP_ALLOCATE_ADL || op == DXGMAP_OP_FREE_ADL;
  logic integer PlaceOf(integer op, integer adapter, integer object) =
    op == DXGMAP_OP_CREATE || op == DXGMAP_OP_DESTROY || op == DXGMAP_OP_MAP_OBJECT || op == DXGMAP_OP_UNMAP_OBJECT
      ? DXGMAP_MACHINE
      : op == DXGMAP_OP_CLOSE || op == DXGMAP_OP_ALLOCATE_ADL || op == DXGMAP_OP_FREE_ADL ? HandleTag(object)
                                                                                          : AdapterOf(adapter);

  // The slice of the page pool that a call names lies in the pool.
  predicate InPool(dxgmap_call c, integer n) = c.first + c.count <= n;

  predicate AcquireStatus{L}(dxgmap_state s, dxgmap_call c, uint64_t *pool, integer n, integer status) =
    (c.op == DXGMAP_OP_MAP_POINTER ==>
       MapPointerStatus(s, c.caller, c.adapter, c.index, c.bytes, c.offset, c.at, c.slack, c.pressure, status)) &&
    (c.op == DXGMAP_OP_MAP_VIEW ==> MapViewStatus(s, c.caller, c.adapter, c.view, status)) &&
    (c.op == DXGMAP_OP_CREATE ==> CreateStatus(s, c.caller, c.request, status)) &&
    (c.op == DXGMAP_OP_OPEN ==> OpenStatus(s, c.caller, c.object, c.adapter, c.creating, status)) &&
    (c.op == DXGMAP_OP_MAP_OBJECT ==>
       MapObjectStatus(s, c.caller, c.object, c.user, c.offset, c.bytes, c.at, c.slack, c.pressure, status)) &&
    (Capturing(c.op) && !InPool(c, n) ==> status == DXGMAP_BAD_COUNT) &&
    (c.op == DXGMAP_OP_PIN && InPool(c, n) ==>
       PinStatus(s, c.caller, c.adapter, c.index, c.bytes, c.kind, pool + c.first, c.count, c.pressure, status)) &&
    (c.op == DXGMAP_OP_MAP_PAGES && InPool(c, n) ==>
       MapPagesStatus(s, c.caller, c.adapter, c.kind, pool + c.first, c.count, status)) &&
    (c.op == DXGMAP_OP_ALLOCATE_ADL && InPool(c, n) ==>
       AllocateStatus(s, c.caller, c.object, c.offset, c.bytes, c.contiguous, pool + c.first, c.count, c.pressure, status));
  predicate ReleaseStatus(dxgmap_state s, dxgmap_call c, integer status) =
    (c.op == DXGMAP_OP_UNPIN ==> UnpinStatus(s, c.caller, c.adapter, c.index, status)) &&
    (c.op == DXGMAP_OP_UNMAP_PAGES ==> UnmapPagesStatus(s, c.caller, c.adapter, c.kind, c.handle, status)) &&
    (c.op == DXGMAP_OP_UNMAP_POINTER ==> UnmapPointerStatus(s, c.caller, c.adapter, c.index, c.address, status)) &&
    (c.op == DXGMAP_OP_UNMAP_VIEW ==>
       UnmapViewStatus(s, c.caller, c.adapter, c.kind, c.space, c.address, c.process, status)) &&
    (c.op == DXGMAP_OP_CLOSE ==> CloseStatus(s, c.caller, c.object, status)) &&
    (c.op == DXGMAP_OP_DESTROY ==> DestroyStatus(s, c.caller, c.object, status)) &&
    (c.op == DXGMAP_OP_FREE_ADL ==> FreeStatus(s, c.caller, c.object, c.handle, status)) &&
    (c.op == DXGMAP_OP_UNMAP_OBJECT ==> UnmapObjectStatus(s, c.caller, c.object, c.address, c.bytes, status));
  predicate SwitchStatus(dxgmap_state s, dxgmap_call c, integer status) =
    (c.op == DXGMAP_OP_ATTACH ==> AttachStatus(s, c.adapter, status)) &&
    (c.op == DXGMAP_OP_EXCLUSIVE_BEGIN ==> ExclusiveBeginStatus(s, c.adapter, status)) &&
    (c.op == DXGMAP_OP_EXCLUSIVE_END ==> ExclusiveEndStatus(s, c.adapter, status));
  predicate CallStatus{L}(dxgmap_state s, dxgmap_call c, uint64_t *pool, integer n, integer status) =
    (Acquiring(c.op) ==> AcquireStatus(s, c, pool, n, status)) &&
    (Releasing(c.op) ==> ReleaseStatus(s, c, status)) &&
    (Switching(c.op) ==> SwitchStatus(s, c, status)) &&
    (c.op == DXGMAP_OP_START ==> StartStatus(s, c.start, status)) &&
    (c.op == DXGMAP_OP_STOP ==> StopStatus(s, c.adapter, status)) &&
    (c.op == DXGMAP_OP_TRANSLATE ==> TranslateStatus(s, c.adapter, c.page, status)) &&
    (c.op >= DXGMAP_OPS ==> status == DXGMAP_BAD_KIND);

  // The provers take this for one fact, as they do AdapterSame.
  predicate StateSame(dxgmap_state a, dxgmap_state b) = a == b;
  // The step moved no mapping: at most what starting decides, on adapter k.
  predicate Calm(dxgmap_state a, dxgmap_state b, integer k) =
    0 <= k < DXGMAP_ADAPTERS && MappingsKept(a.adapter[k], b.adapter[k]) && AdaptersKept(a, b, k) &&
    OpenedKept(a.opened, b.opened, 0);

  // What a call of operation op (on `adapter`, if it switches or stops one), answered by status and handle, does to the mappings.
  predicate Effect(dxgmap_state a, dxgmap_state b, integer op, integer adapter, integer status, integer handle) =
    (status != DXGMAP_OK || op == DXGMAP_OP_TRANSLATE ==> StateSame(a, b)) &&
    (status == DXGMAP_OK && Acquiring(op) ==>
       0 <= HandleTag(handle) < DXGMAP_PLACES && Acquires(a, b, HandleTag(handle), handle)) &&
    (status == DXGMAP_OK && Releasing(op) ==>
       0 <= HandleTag(handle) < DXGMAP_PLACES && Releases(a, b, HandleTag(handle), handle)) &&
    (status == DXGMAP_OK && op == DXGMAP_OP_STOP ==>
       0 <= AdapterOf(adapter) < DXGMAP_ADAPTERS && Stops(a, b, adapter)) &&
    (status == DXGMAP_OK && op == DXGMAP_OP_START ==> Calm(a, b, AdapterOf(handle))) &&
    (status == DXGMAP_OK && Switching(op) ==> Calm(a, b, AdapterOf(adapter))) &&
    (op >= DXGMAP_OPS ==> status != DXGMAP_OK);

  // The call began the life h; ended it: released it, or stopped its adapter.
  predicate Acquired(integer op, integer status, integer handle, integer h) =
    Acquiring(op) && status == DXGMAP_OK && handle == h;
  predicate ReleasedBy(integer op, integer status, integer handle, integer h) =
    Releasing(op) && status == DXGMAP_OK && handle == h;
  predicate Ended(integer op, integer adapter, integer status, integer handle, integer h) =
    ReleasedBy(op, status, handle, h) ||
    (op == DXGMAP_OP_STOP && status == DXGMAP_OK && HandleTag(h) == AdapterOf(adapter));

  // The handle names a slot of an adapter, or of the machine.
  predicate InTable(integer h) = 0 <= HandleTag(h) < DXGMAP_PLACES && 0 <= HandleIndex(h) < DXGMAP_SLOTS;

  // The key by which a release names its mapping: the index of a save area, an address, a handle. Ports are mapped at
  // themselves, so any number of views share a port; a release by port has no key.
  predicate Keyed(integer op, integer space) =
    Releasing(op) && (op == DXGMAP_OP_UNMAP_VIEW ==> space == DXGMAP_MEMORY_SPACE);
  predicate KeyFits(dxgmap_state s, integer op, integer adapter, integer object, integer index, integer kind,
                    integer space, integer handle, integer address, integer h) =
    InTable(h) && HandleTag(h) == PlaceOf(op, adapter, object) &&
    (op == DXGMAP_OP_UNPIN ==>
       IsPin(s.adapter[HandleTag(h)].descriptors.at[HandleIndex(h)].kind) &&
       s.adapter[HandleTag(h)].descriptors.at[HandleIndex(h)].index == index) &&
    (op == DXGMAP_OP_UNMAP_PAGES || op == DXGMAP_OP_FREE_ADL ==> h == handle) &&
    (op == DXGMAP_OP_CLOSE || op == DXGMAP_OP_DESTROY ==> h == object) &&
    (op == DXGMAP_OP_UNMAP_OBJECT ==> ObjectViewAt(s.adapter[DXGMAP_MACHINE], address, HandleIndex(h))) &&
    (op == DXGMAP_OP_UNMAP_POINTER ==> PointerAt(s.adapter[HandleTag(h)], index, address, HandleIndex(h))) &&
    (op == DXGMAP_OP_UNMAP_VIEW ==>
       IsView(kind) && ViewAt(s.adapter[HandleTag(h)], kind, space, address, HandleIndex(h)));

  // The life is over, or was never begun and never will be: no step makes the handle valid again.
  predicate Spent(dxgmap_state s, integer h) =
    0 <= HandleTag(h) < DXGMAP_PLACES &&
    SlotSpent(s.adapter[HandleTag(h)].slots, HandleIndex(h), HandleGeneration(h));

  // The mapping is what it was: the same request, the same captured pages at the same logical pages, the same place.
  predicate MappingSame(dxgmap_state a, dxgmap_state b, integer h) =
    PagesOf(b, h) == PagesOf(a, h) && BaseOf(b, h) == BaseOf(a, h) && TargetOf(b, h) == TargetOf(a, h) &&
    (\forall integer o; 0 <= o < PagesOf(a, h) ==> PageOf(b, h, o) == PageOf(a, h, o)) &&
    b.adapter[HandleTag(h)].descriptors.at[HandleIndex(h)] == a.adapter[HandleTag(h)].descriptors.at[HandleIndex(h)] &&
    b.adapter[HandleTag(h)].views.place[HandleIndex(h)] == a.adapter[HandleTag(h)].views.place[HandleIndex(h)] &&
    b.adapter[HandleTag(h)].views.span[HandleIndex(h)] == a.adapter[HandleTag(h)].views.span[HandleIndex(h)];

  // The slots that handles can name, and what a step keeps of one, of all but slot x of adapter k, of all but adapter k.
  predicate SlotsBounded(dxgmap_state s) =
    \forall integer k; 0 <= k < DXGMAP_PLACES ==> s.adapter[k].slots.high <= DXGMAP_SLOTS;
  predicate CellsInside(dxgmap_ranges r) = \forall integer i, l; RangeCovers(r, i, l) ==> 0 <= l < DXGMAP_CELLS;
  predicate CapturesInside(dxgmap_state s) =
    \forall integer k; 0 <= k < DXGMAP_PLACES ==> CellsInside(s.adapter[k].domain.ranges);
  predicate HandleKept(dxgmap_state a, dxgmap_state b, integer h) =
    SlotKept(a.adapter[HandleTag(h)], b.adapter[HandleTag(h)], HandleIndex(h));
  predicate SlotsOfKept(dxgmap_adapter a, dxgmap_adapter b) =
    \forall integer i; 0 <= i < DXGMAP_SLOTS ==> SlotKept(a, b, i);
  predicate AdaptersSlotsKept(dxgmap_state a, dxgmap_state b, integer k) =
    \forall integer j; 0 <= j < DXGMAP_PLACES && j != k ==> SlotsOfKept(a.adapter[j], b.adapter[j]);
  predicate HandlesKept(dxgmap_state a, dxgmap_state b, integer k, integer x) =
    \forall integer h; InTable(h) && !(HandleTag(h) == k && HandleIndex(h) == x) ==> HandleKept(a, b, h);
  predicate HandlesLiveAsBefore(dxgmap_state a, dxgmap_state b, integer k, integer x) =
    \forall integer h; !(HandleTag(h) == k && HandleIndex(h) == x) ==> (Valid(b, h) <==> Valid(a, h));
  predicate HandlesSpentAsBefore(dxgmap_state a, dxgmap_state b, integer k, integer x) =
    \forall integer h; !(HandleTag(h) == k && HandleIndex(h) == x) ==> (Spent(b, h) <==> Spent(a, h));
  predicate HandlesSameAsBefore(dxgmap_state a, dxgmap_state b, integer k, integer x) =
    \forall integer h; !(HandleTag(h) == k && HandleIndex(h) == x) && InTable(h) ==> MappingSame(a, b, h);

  // What a call that acquired h in that place captured for it: pages first .. first + count - 1 of the pool, from logical
  // page base on, or none.
  predicate GivenBy{L}(dxgmap_state s, integer op, integer place, uint64_t *pool, integer first, integer count,
                       integer base, integer h) =
    (Capturing(op) ==> HandleTag(h) == place && PagesOf(s, h) == count && BaseOf(s, h) == base &&
       \forall integer o; 0 <= o < count ==> PageOf(s, h, o) == pool[first + o]) &&
    (!Capturing(op) ==> PagesOf(s, h) == 0);

  predicate SpentStays(dxgmap_state a, dxgmap_state b) = \forall integer h; Spent(a, h) ==> Spent(b, h);
  predicate MappingsSame(dxgmap_state a, dxgmap_state b) =
    \forall integer h; Valid(a, h) && Valid(b, h) ==> MappingSame(a, b, h);

  // From a to b the lives that the call names began and ended, and no other.
  predicate LivesMoved(dxgmap_state a, dxgmap_state b, integer op, integer adapter, integer status, integer handle) =
    \forall integer h; Valid(b, h) <==>
      (Valid(a, h) && !Ended(op, adapter, status, handle, h)) || Acquired(op, status, handle, h);
  // A life that begins was never one before; one that ends was one, and is over.
  predicate LivesNew(dxgmap_state a, integer op, integer status, integer handle) =
    \forall integer h; Acquired(op, status, handle, h) ==> !Valid(a, h) && !Spent(a, h);
  predicate LivesOver(dxgmap_state a, dxgmap_state b, integer op, integer adapter, integer status, integer handle) =
    (\forall integer h; ReleasedBy(op, status, handle, h) ==> Valid(a, h)) &&
    (\forall integer h; Valid(a, h) && Ended(op, adapter, status, handle, h) ==> Spent(b, h));
*/

#endif
/* dxgmap: end spec/logic/step.h */
/* #include "logic/trace.h" */
/* dxgmap: begin spec/logic/trace.h sha256 656cb05b252dbc0eded9acb738343b11b53a9a5803db56b3a5e9a871817ffa0c */
#ifndef DXGMAP_LOGIC_TRACE_H
#define DXGMAP_LOGIC_TRACE_H

/* A trace: the calls c[0], c[1], ... and their answers r[0], r[1], ... Its live set is a matter of the trace alone; no
   state occurs in it. */

/*@
  predicate AcquiredAt{L}(dxgmap_call *c, dxgmap_result *r, integer j, integer h) =
    Acquired(c[j].op, r[j].status, r[j].handle, h);
  predicate ReleasedAt{L}(dxgmap_call *c, dxgmap_result *r, integer j, integer h) =
    ReleasedBy(c[j].op, r[j].status, r[j].handle, h);
  predicate EndedAt{L}(dxgmap_call *c, dxgmap_result *r, integer j, integer h) =
    Ended(c[j].op, c[j].adapter, r[j].status, r[j].handle, h);
  predicate TranslatedAt{L}(dxgmap_call *c, dxgmap_result *r, integer j) =
    c[j].op == DXGMAP_OP_TRANSLATE && r[j].status == DXGMAP_OK;

  // Before call i the life h, which call q began, goes on.
  predicate LiveSince{L}(dxgmap_call *c, dxgmap_result *r, integer q, integer i, integer h) =
    0 <= q < i && AcquiredAt(c, r, q, h) && \forall integer m; q < m < i ==> !EndedAt(c, r, m, h);
  // Acquired before call i, and neither released nor stopped since.
  predicate Live{L}(dxgmap_call *c, dxgmap_result *r, integer i, integer h) =
    \exists integer q; LiveSince(c, r, q, i, h);

  // The place where call j acts.
  logic integer PlaceAt{L}(dxgmap_call *c, integer j) = PlaceOf(c[j].op, c[j].adapter, c[j].object);
  // Call q captured page p, for the adapter place k.
  predicate CapturedBy{L}(dxgmap_call *c, uint64_t *pool, integer q, integer k, integer p) =
    Capturing(c[q].op) && PlaceAt(c, q) == k &&
    \exists integer x; c[q].first <= x < c[q].first + c[q].count && pool[x] == p;
  // What call j was given a translation to is a page that a live mapping of the same adapter captured when it was made.
  predicate OnBehalf{L}(dxgmap_call *c, dxgmap_result *r, uint64_t *pool, integer j) =
    \exists integer q, h; LiveSince(c, r, q, j, h) &&
      CapturedBy(c, pool, q, AdapterOf(c[j].adapter), r[j].page);
  // When call j was told for which mapping it was answered: that one is live and of the same adapter, it began with call
  // q, and the page is the one that q captured at the offset of the logical page.
  predicate NamedPlace{L}(dxgmap_call *c, dxgmap_result *r, integer q, integer j) =
    Capturing(c[q].op) && PlaceAt(c, q) == AdapterOf(c[j].adapter) && 0 <= c[j].page - r[q].base < c[q].count;
  predicate NamedPage{L}(dxgmap_call *c, dxgmap_result *r, uint64_t *pool, integer q, integer j) =
    r[j].page == pool[c[q].first + (c[j].page - r[q].base)];
  predicate NamedBy{L}(dxgmap_call *c, dxgmap_result *r, uint64_t *pool, integer q, integer j) =
    LiveSince(c, r, q, j, r[j].handle) && NamedPlace(c, r, q, j) && NamedPage(c, r, pool, q, j);
  predicate Named{L}(dxgmap_call *c, dxgmap_result *r, uint64_t *pool, integer j) =
    r[j].handle != 0 ==> \exists integer q; NamedBy(c, r, pool, q, j);

  // Call j released by a key, and h has it; calls j and m give the same key; the life h began between call j and call i.
  predicate KeyReleasedAt{L}(dxgmap_call *c, dxgmap_result *r, integer j) =
    Keyed(c[j].op, c[j].space) && r[j].status == DXGMAP_OK;
  predicate KeyFitsAt{L}(dxgmap_state s, dxgmap_call *c, integer j, integer h) =
    KeyFits(s, c[j].op, c[j].adapter, c[j].object, c[j].index, c[j].kind, c[j].space, c[j].handle, c[j].address, h);
  predicate SameKey{L}(dxgmap_call *c, integer j, integer m) =
    c[j].op == c[m].op && PlaceAt(c, j) == PlaceAt(c, m) &&
    (c[j].op == DXGMAP_OP_UNPIN ==> c[j].index == c[m].index) &&
    (c[j].op == DXGMAP_OP_UNMAP_PAGES || c[j].op == DXGMAP_OP_FREE_ADL ==> c[j].handle == c[m].handle) &&
    (c[j].op == DXGMAP_OP_CLOSE || c[j].op == DXGMAP_OP_DESTROY ==> c[j].object == c[m].object) &&
    (c[j].op == DXGMAP_OP_UNMAP_OBJECT ==> c[j].address == c[m].address) &&
    (c[j].op == DXGMAP_OP_UNMAP_POINTER ==> c[j].index == c[m].index && c[j].address == c[m].address) &&
    (c[j].op == DXGMAP_OP_UNMAP_VIEW ==>
       c[j].kind == c[m].kind && c[j].space == c[m].space && c[j].address == c[m].address);
  predicate BegunAfter{L}(dxgmap_call *c, dxgmap_result *r, integer j, integer i, integer h) =
    \exists integer q; j < q < i && AcquiredAt(c, r, q, h);

  predicate IdentitiesOnce{L}(dxgmap_call *c, dxgmap_result *r, integer n) =
    (\forall integer j, m, h; 0 <= j < m < n && AcquiredAt(c, r, j, h) ==> !AcquiredAt(c, r, m, h)) &&
    (\forall integer j, m, h; 0 <= j < m < n && ReleasedAt(c, r, j, h) ==> !ReleasedAt(c, r, m, h));
  predicate KeysOnce{L}(dxgmap_call *c, dxgmap_result *r, integer n) =
    \forall integer j, m; 0 <= j < m < n && KeyReleasedAt(c, r, j) && KeyReleasedAt(c, r, m) && SameKey(c, j, m)
      ==> BegunAfter(c, r, j, m, r[m].handle);

  // The state holds for h what call q gave.
  predicate HeldAsGiven{L}(dxgmap_state s, dxgmap_call *c, dxgmap_result *r, uint64_t *pool, integer q, integer h) =
    GivenBy(s, c[q].op, PlaceAt(c, q), pool, c[q].first, c[q].count, r[q].base, h);

  // What the state knows of the calls before call i: which lives go on, that the others are over, what the lives hold.
  predicate KnowsLive{L}(dxgmap_state s, dxgmap_call *c, dxgmap_result *r, integer i) =
    \forall integer h; Valid(s, h) <==> Live(c, r, i, h);
  predicate KnowsOver{L}(dxgmap_state s, dxgmap_call *c, dxgmap_result *r, integer i) =
    (\forall integer j, h; 0 <= j < i && AcquiredAt(c, r, j, h) ==> Valid(s, h) || Spent(s, h)) &&
    (\forall integer j, h; 0 <= j < i && ReleasedAt(c, r, j, h) ==> Spent(s, h));
  predicate KnowsGiven{L}(dxgmap_state s, dxgmap_call *c, dxgmap_result *r, uint64_t *pool, integer i) =
    \forall integer q, h; 0 <= q < i && AcquiredAt(c, r, q, h) && Valid(s, h) ==> HeldAsGiven(s, c, r, pool, q, h);

  // What has the key of an earlier release began after it.
  predicate KnowsKeys{L}(dxgmap_state s, dxgmap_call *c, dxgmap_result *r, integer i) =
    \forall integer j, h; 0 <= j < i && KeyReleasedAt(c, r, j) && Valid(s, h) && KeyFitsAt(s, c, j, h)
      ==> BegunAfter(c, r, j, i, h);

  // A live mapping of adapter k has captured page p.
  predicate HeldBySome(dxgmap_state s, integer k, integer p) = \exists integer h, o;
    Valid(s, h) && HandleTag(h) == k && 0 <= o < PagesOf(s, h) && PageOf(s, h, o) == p;

  // Both handles name pins, of the same physical adapter of their chain.
  predicate PinsSame(dxgmap_state s, integer g, integer h) =
    IsPin(s.adapter[HandleTag(g)].descriptors.at[HandleIndex(g)].kind) &&
    IsPin(s.adapter[HandleTag(h)].descriptors.at[HandleIndex(h)].kind) &&
    s.adapter[HandleTag(g)].descriptors.at[HandleIndex(g)].index ==
      s.adapter[HandleTag(h)].descriptors.at[HandleIndex(h)].index;

  // A live mapping has logical page l of its domain. Both handles name adapter objects, of the same object.
  predicate CoversLogical(dxgmap_state s, integer h, integer l) = BaseOf(s, h) <= l < BaseOf(s, h) + PagesOf(s, h);
  predicate Opener(dxgmap_state s, integer h) = HandleTag(h) < DXGMAP_ADAPTERS &&
    s.adapter[HandleTag(h)].descriptors.at[HandleIndex(h)].kind == DXGMAP_ADAPTER_OBJECT;
  logic integer OpenedOf(dxgmap_state s, integer h) =
    s.adapter[HandleTag(h)].descriptors.at[HandleIndex(h)].object;
  predicate SameObject(dxgmap_state s, integer g, integer h) =
    Opener(s, g) && Opener(s, h) && OpenedOf(s, g) == OpenedOf(s, h);

  // The trace and its pool were not written to.
  predicate CallsSame{K, L}(dxgmap_call *c, integer n) = \forall integer j; 0 <= j < n ==>
    \at(c[j].op, L) == \at(c[j].op, K) && \at(c[j].adapter, L) == \at(c[j].adapter, K) &&
    \at(c[j].first, L) == \at(c[j].first, K) && \at(c[j].count, L) == \at(c[j].count, K) &&
    \at(c[j].index, L) == \at(c[j].index, K) && \at(c[j].kind, L) == \at(c[j].kind, K) &&
    \at(c[j].space, L) == \at(c[j].space, K) && \at(c[j].handle, L) == \at(c[j].handle, K) &&
    \at(c[j].address, L) == \at(c[j].address, K) && \at(c[j].object, L) == \at(c[j].object, K) &&
    \at(c[j].page, L) == \at(c[j].page, K);
  predicate ResultsSame{K, L}(dxgmap_result *r, integer n) = \forall integer j; 0 <= j < n ==>
    \at(r[j].status, L) == \at(r[j].status, K) && \at(r[j].handle, L) == \at(r[j].handle, K) &&
    \at(r[j].page, L) == \at(r[j].page, K) && \at(r[j].base, L) == \at(r[j].base, K);
  predicate PoolSame{K, L}(uint64_t *pool, integer n) =
    \forall integer o; 0 <= o < n ==> \at(pool[o], L) == \at(pool[o], K);
  predicate CallsInPool{L}(dxgmap_call *c, dxgmap_result *r, integer i, integer n) = \forall integer j;
    0 <= j < i && Capturing(c[j].op) && r[j].status == DXGMAP_OK ==> c[j].first + c[j].count <= n;
*/

#endif
/* dxgmap: end spec/logic/trace.h */
/* #include "logic/theorems.h" */
/* dxgmap: begin spec/logic/theorems.h sha256 2cb1e0d6815fc3e4ffce72b4df72dccf96340b3a2e0ad22c14316990e13191fa */
#ifndef DXGMAP_LOGIC_THEOREMS_H
#define DXGMAP_LOGIC_THEOREMS_H

/* The theorems (spec/theorems.md), each by its name. */

/*@
  // Atomicity: a call that did not succeed changed nothing.
  predicate TAtom(dxgmap_state a, dxgmap_state b, integer status) = status != DXGMAP_OK ==> StateSame(a, b);

  // Completeness: the status is the one of the first cause of failure that holds, DXGMAP_OK when none does.
  predicate TComp{L}(dxgmap_state s, dxgmap_call c, uint64_t *pool, integer n, integer status) =
    CallStatus(s, c, pool, n, status);

  // Isolation: all adapters are as they were but the one that the call names, or starts. A call that names an object alone
  // leaves every adapter as it was.
  predicate TIso(dxgmap_state a, dxgmap_state b, integer op, integer adapter, integer object, integer handle) =
    AdaptersKept(a, b, op == DXGMAP_OP_START ? AdapterOf(handle) : PlaceOf(op, adapter, object));

  // Exclusion: two live pins of one physical adapter are the same pin; a logical page of a domain belongs to one live
  // mapping; an object is opened by one adapter object; a page is counted in a domain exactly as often as its live mappings
  // have captured it, and has as many locks as all domains count (dxgmap_lock_count).
  predicate TExcl(dxgmap_state s) =
    (\forall integer g, h; Valid(s, g) && Valid(s, h) && HandleTag(g) == HandleTag(h) && PinsSame(s, g, h) ==> g == h) &&
    (\forall integer g, h, l; Valid(s, g) && Valid(s, h) && HandleTag(g) == HandleTag(h) && CoversLogical(s, g, l) &&
       CoversLogical(s, h, l) ==> g == h) &&
    (\forall integer g, h; Valid(s, g) && Valid(s, h) && SameObject(s, g, h) ==> g == h) &&
    (\forall integer k; 0 <= k < DXGMAP_PLACES ==>
      Counted(s.adapter[k].domain.cells, s.adapter[k].domain.counts));

  // Coherence: the translation cache of every adapter answers each logical page as the reference does, with the same page
  // or with none.
  predicate TCoh(dxgmap_state s) = \forall integer k, l; 0 <= k < DXGMAP_ADAPTERS && 0 <= l < LogicalPages(s.adapter[k])
    ==> CoherentAt(s.adapter[k], l);

  // No use after unmap: what a call released was live just before, and what it was given a translation to is the page
  // that a mapping which was live just before captured when it was made. Where the answer names the mapping, as it does in
  // remapping mode (AnswersFor, dxgmap_step), the page is the one captured at the offset of the logical page in it.
  predicate TUau{L}(dxgmap_call *c, dxgmap_result *r, uint64_t *pool, integer n) =
    (\forall integer j, h; 0 <= j < n && ReleasedAt(c, r, j, h) ==> Live(c, r, j, h)) &&
    (\forall integer j; 0 <= j < n && TranslatedAt(c, r, j) ==> OnBehalf(c, r, pool, j) && Named(c, r, pool, j));

  // No leak: the lives of the state are those that the trace acquired and did not end, and its cursors list them; without
  // lives nothing is held; the commit is what the started adapters charge.
  predicate TLeak{L}(dxgmap_state s, dxgmap_call *c, dxgmap_result *r, integer n) =
    KnowsLive(s, c, r, n) && AllListed(s) && ((\forall integer h; !Live(c, r, n, h)) ==> NothingHeld(s)) && Committed(s);

  // Once: no identity is given twice, and none is released twice; between two releases by the same key lies the
  // acquisition of what the second one released.
  predicate TOnce{L}(dxgmap_call *c, dxgmap_result *r, integer n) =
    IdentitiesOnce(c, r, n) && KeysOnce(c, r, n);

  // Traces: all of these after any calls, and the invariant, from which the next call starts.
  predicate TTrace{L}(dxgmap_state s, dxgmap_call *c, dxgmap_result *r, uint64_t *pool, integer n) =
    Inv(s) && TUau(c, r, pool, n) && TLeak(s, c, r, n) && TOnce(c, r, n) && TExcl(s) && TCoh(s);
*/

#endif
/* dxgmap: end spec/logic/theorems.h */

/* Any call whatsoever. The page lists of all calls stand in one pool of pool_size page numbers; a list that is not in the
   pool is refused with DXGMAP_BAD_COUNT, an unknown operation with DXGMAP_BAD_KIND. */
/*@ requires valid: \valid(s) && \valid(call) && \valid_read(pool + (0 .. pool_size - 1));
    requires separated: \separated(s, call, pool + (..));
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures TComp: TComp(\old(*s), *call, pool, pool_size, \result.status);
    ensures TAtom: TAtom(\old(*s), *s, \result.status);
    ensures TIso: \result.status == DXGMAP_OK && call->op != DXGMAP_OP_TRANSLATE
                  ==> TIso(\old(*s), *s, call->op, call->adapter, call->object, \result.handle);
    ensures effect: Effect(\old(*s), *s, call->op, call->adapter, \result.status, \result.handle);
    ensures keyed: \result.status == DXGMAP_OK && Releasing(call->op)
                   ==> KeyFits(\old(*s), call->op, call->adapter, call->object, call->index, call->kind, call->space, call->handle,
                               call->address, \result.handle);
    ensures started: call->op == DXGMAP_OP_START && \result.status == DXGMAP_OK
                     ==> Starts(\old(*s), *s, \result.handle, call->start);
    ensures kind: \result.status == DXGMAP_OK && Capturing(call->op)
                  ==> HandleOf(*s, PlaceOf(call->op, call->adapter, call->object),
                               call->op == DXGMAP_OP_ALLOCATE_ADL ? DXGMAP_ADL : call->kind, \result.handle);
    ensures place: \result.status == DXGMAP_OK && Acquiring(call->op)
                   ==> HandleTag(\result.handle) == PlaceOf(call->op, call->adapter, call->object);
    ensures captured: \result.status == DXGMAP_OK && Capturing(call->op)
                      ==> InPool(*call, pool_size) && Holds(*s, \result.handle, pool + call->first, call->count);
    ensures given: \result.status == DXGMAP_OK && Acquiring(call->op)
                   ==> GivenBy(*s, call->op, PlaceOf(call->op, call->adapter, call->object), pool, call->first,
                               call->count, \result.base, \result.handle);
    ensures translated: \result.status == DXGMAP_OK && call->op == DXGMAP_OP_TRANSLATE
                        ==> KnownAdapter(*s, call->adapter)
                            && Xlate(s->adapter[AdapterOf(call->adapter)], call->page, \result.page)
                            && AnswersFor(*s, AdapterOf(call->adapter), call->page, \result.page, \result.handle);
    ensures lives: LivesMoved(\old(*s), *s, call->op, call->adapter, \result.status, \result.handle);
    ensures new: LivesNew(\old(*s), call->op, \result.status, \result.handle);
    ensures over: LivesOver(\old(*s), *s, call->op, call->adapter, \result.status, \result.handle);
    ensures spent: SpentStays(\old(*s), *s);
    ensures kept: MappingsSame(\old(*s), *s); */
dxgmap_result dxgmap_step(dxgmap_state *s, const dxgmap_call *call, const uint64_t *pool, uint64_t pool_size);

/* A fact for the proofs; it does not run. */
/*@ ghost
  // The place that a handle names, when it names one.
  /@ terminates \true;
     exits \false;
     assigns \nothing;
     ensures index: HandleIndex(handle) >= 0 ==> \result == HandleIndex(handle); @/
  uint32_t dxgmap_step_place(uint64_t handle);
*/

#endif
/* dxgmap: end model/core/step.h */

/* Releases by key, over a trace (T-ONCE); facts for the proofs, none of them runs. */
/*@ ghost
  // A step keeps what is known of keys: what it began is new, what goes on kept its key, and what has the key of the
  // mapping that it ended is not there any more.
  /@ requires valid: \valid_read(calls + i) && \valid_read(results + i);
     requires inv: Inv(was);
     requires knows: KnowsKeys(was, calls, results, i);
     requires moved: LivesMoved(was, now, calls[i].op, calls[i].adapter, results[i].status, results[i].handle);
     requires over: LivesOver(was, now, calls[i].op, calls[i].adapter, results[i].status, results[i].handle);
     requires kept: MappingsSame(was, now);
     requires keyed: KeyReleasedAt(calls, results, i) ==> KeyFitsAt(was, calls, i, results[i].handle);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures now: KnowsKeys(now, calls, results, i + 1); @/
  void dxgmap_keys_step(dxgmap_state was, dxgmap_state now, const dxgmap_call *calls, const dxgmap_result *results,
                        uint32_t i);
*/
/*@ ghost
  /@ requires was: KeysOnce(calls, results, i);
     requires knows: KnowsKeys(was, calls, results, i);
     requires over: \forall integer h; ReleasedAt(calls, results, i, h) ==> Valid(was, h);
     requires keyed: KeyReleasedAt(calls, results, i) ==> KeyFitsAt(was, calls, i, results[i].handle);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures now: KeysOnce(calls, results, i + 1); @/
  void dxgmap_keys_once(dxgmap_state was, const dxgmap_call *calls, const dxgmap_result *results, uint32_t i);
*/

#endif
/* dxgmap: end model/core/keys.h */

/*@ ghost
  // In an adapter a key has one mapping.
  /@ requires ok: AdapterOk(a);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures pin: \forall integer i, j; 0 <= i < DXGMAP_SLOTS && 0 <= j < DXGMAP_SLOTS &&
       IsPin(a.descriptors.at[i].kind) && IsPin(a.descriptors.at[j].kind) &&
       a.descriptors.at[i].index == a.descriptors.at[j].index ==> i == j;
     ensures pointer: \forall integer index, address, i, j;
       PointerAt(a, index, address, i) && PointerAt(a, index, address, j) ==> i == j;
     ensures view: \forall integer kind, address, i, j; IsView(kind) &&
       ViewAt(a, kind, DXGMAP_MEMORY_SPACE, address, i) && ViewAt(a, kind, DXGMAP_MEMORY_SPACE, address, j)
       ==> i == j;
     ensures object: \forall integer address, i, j; ObjectViewAt(a, address, i) && ObjectViewAt(a, address, j)
       ==> i == j; @/
  void dxgmap_keys_adapter(dxgmap_adapter a)
  {
    /@ assert parts: AdapterParts(a) && AdapterPins(a) && ViewsOk(a.views); @/
    /@ assert pointers: \forall integer index, address, i; PointerAt(a, index, address, i)
         ==> ViewCovers(a.views, i, address / DXGMAP_PAGE_SIZE); @/
    /@ assert objects: \forall integer address, i; ObjectViewAt(a, address, i)
         ==> ViewCovers(a.views, i, address / DXGMAP_PAGE_SIZE); @/
    /@ assert views: \forall integer kind, address, i; IsView(kind) && ViewAt(a, kind, DXGMAP_MEMORY_SPACE, address, i)
         ==> ViewCovers(a.views, i, address / DXGMAP_PAGE_SIZE); @/
    return;
  }
*/
/*@ ghost
  // Of the live mappings one has the key.
  /@ requires inv: Inv(s);
     requires valid: \valid_read(calls + j);
     requires keyed: Keyed(calls[j].op, calls[j].space);
     requires here: Valid(s, g) && KeyFitsAt(s, calls, j, g);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures sole: \forall integer h; Valid(s, h) && KeyFitsAt(s, calls, j, h) ==> h == g; @/
  void dxgmap_keys_sole(dxgmap_state s, const dxgmap_call *calls, uint32_t j, uint64_t g)
  {
    uint32_t k = (uint32_t)(g / 0x100000000000000u);
    /@ assert ok: AdapterOk(s.adapter[k]); @/
    dxgmap_keys_adapter(s.adapter[k]);
    dxgmap_handle_parts();
    /@ assert pin: calls[j].op == DXGMAP_OP_UNPIN
         ==> \forall integer h; Valid(s, h) && KeyFitsAt(s, calls, j, h) ==> HandleIndex(h) == HandleIndex(g); @/
    /@ assert pointer: calls[j].op == DXGMAP_OP_UNMAP_POINTER
         ==> \forall integer h; Valid(s, h) && KeyFitsAt(s, calls, j, h) ==> HandleIndex(h) == HandleIndex(g); @/
    /@ assert view: calls[j].op == DXGMAP_OP_UNMAP_VIEW && calls[j].space == DXGMAP_MEMORY_SPACE
         ==> \forall integer h; Valid(s, h) && KeyFitsAt(s, calls, j, h) ==> HandleIndex(h) == HandleIndex(g); @/
    /@ assert object: calls[j].op == DXGMAP_OP_UNMAP_OBJECT
         ==> \forall integer h; Valid(s, h) && KeyFitsAt(s, calls, j, h) ==> HandleIndex(h) == HandleIndex(g); @/
    return;
  }
*/
/*@ ghost
  void dxgmap_keys_step(dxgmap_state was, dxgmap_state now, const dxgmap_call *calls, const dxgmap_result *results,
                        uint32_t i)
  {
    /@ assert fits: \forall integer j, h; Valid(was, h) && Valid(now, h) && KeyFitsAt(now, calls, j, h)
         ==> KeyFitsAt(was, calls, j, h); @/
    /@ assert later: \forall integer j, h; BegunAfter(calls, results, j, i, h)
         ==> BegunAfter(calls, results, j, i + 1, h); @/
    /@ assert old: \forall integer j, h; 0 <= j < i && KeyReleasedAt(calls, results, j) && Valid(was, h) &&
         Valid(now, h) && KeyFitsAt(now, calls, j, h) ==> BegunAfter(calls, results, j, i + 1, h); @/
    /@ assert new: \forall integer j, h; 0 <= j < i && AcquiredAt(calls, results, i, h)
         ==> BegunAfter(calls, results, j, i + 1, h); @/
    if (results[i].status == DXGMAP_OK &&
        (calls[i].op == DXGMAP_OP_UNPIN || calls[i].op == DXGMAP_OP_UNMAP_PAGES ||
         calls[i].op == DXGMAP_OP_UNMAP_POINTER || calls[i].op == DXGMAP_OP_CLOSE ||
         calls[i].op == DXGMAP_OP_DESTROY || calls[i].op == DXGMAP_OP_FREE_ADL ||
         calls[i].op == DXGMAP_OP_UNMAP_OBJECT ||
         (calls[i].op == DXGMAP_OP_UNMAP_VIEW && calls[i].space == DXGMAP_MEMORY_SPACE))) {
      dxgmap_keys_sole(was, calls, i, results[i].handle);
      /@ assert gone: \forall integer h; Valid(now, h) ==> Valid(was, h) && h != results[i].handle; @/
    }
    /@ assert here: \forall integer h; KeyReleasedAt(calls, results, i) && Valid(now, h)
         ==> !KeyFitsAt(now, calls, i, h); @/
    return;
  }
*/
/*@ ghost
  void dxgmap_keys_once(dxgmap_state was, const dxgmap_call *calls, const dxgmap_result *results, uint32_t i)
  {
    /@ assert same: \forall integer j; 0 <= j < i && KeyReleasedAt(calls, results, i) && SameKey(calls, j, i)
         ==> KeyFitsAt(was, calls, j, results[i].handle); @/
    return;
  }
*/
/* dxgmap: end model/core/keys.c */
/* dxgmap: begin model/core/leak.c sha256 8b289ea6df8843b627bec533505b2e12e6023f720916d830532b2d5f5b986b8c */
/* #include "leak.h" */

/*@ ghost
  void dxgmap_leak_cells(dxgmap_cells c)
  {
    /@ loop invariant range: 0 <= j <= DXGMAP_CELLS;
       loop invariant none: \forall integer v; v != 0 ==> CellCount(c, j, v) == 0;
       loop assigns j;
       loop variant DXGMAP_CELLS - j; @/
    for (uint32_t j = 0; j < DXGMAP_CELLS; j++) { }
    return;
  }
*/
/*@ ghost
  void dxgmap_leak_links(dxgmap_targets t)
  {
    /@ loop invariant range: 0 <= j <= DXGMAP_SLOTS;
       loop invariant none: \forall integer v; v != 0 ==> LinkCount(t, j, v) == 0;
       loop assigns j;
       loop variant DXGMAP_SLOTS - j; @/
    for (uint32_t j = 0; j < DXGMAP_SLOTS; j++) { }
    return;
  }
*/
/*@ ghost
  // Without a live slot no part of the adapter is in use.
  /@ requires ok: AdapterOk(a);
     requires none: \forall integer i; !SlotLive(a.slots, i);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures empty: AdapterEmpty(a); @/
  void dxgmap_leak_empty(dxgmap_adapter a)
  {
    /@ assert parts: AdapterParts(a) && AdapterPins(a) && DomainOk(a.domain) && ViewsOk(a.views); @/
    /@ assert kinds: \forall integer i; 0 <= i < DXGMAP_SLOTS ==> a.descriptors.at[i].kind == DXGMAP_NO_KIND; @/
    /@ assert links: AdapterLinks(a) && LinksOk(a.links); @/
    /@ assert targets: \forall integer i; 0 <= i < DXGMAP_SLOTS ==> a.links.to.slot[i] == 0; @/
    dxgmap_leak_links(a.links.to);
    /@ assert live: \forall integer i; RangeLive(a.domain.ranges, i)
         ==> a.descriptors.at[i - DXGMAP_FIRST].kind != DXGMAP_NO_KIND; @/
    /@ assert ranges: \forall integer i; !RangeLive(a.domain.ranges, i); @/
    /@ assert owners: OwnersCover(a.domain) && OwnersUsed(a.domain.cells, a.domain.owners); @/
    /@ assert unowned: \forall integer l; 0 <= l < DXGMAP_CELLS ==> a.domain.owners.id[l] == 0; @/
    /@ assert zeros: \forall integer l; 0 <= l < DXGMAP_CELLS ==> a.domain.cells.cell[l] == 0; @/
    dxgmap_leak_cells(a.domain.cells);
    /@ assert counts: Counted(a.domain.cells, a.domain.counts); @/
    /@ assert unused: \forall integer p; 0 <= p < DXGMAP_PAGES ==> a.domain.counts.count[p] == 0; @/
    /@ assert coherent: Coherent(a.domain, a.mode); @/
    /@ assert nothing: \forall integer l; 0 <= l < DXGMAP_CELLS ==> Translated(a.domain.translation, l) == 0; @/
    /@ assert spans: \forall integer i; 0 <= i < DXGMAP_SLOTS ==> a.views.span[i] == 0; @/
    /@ assert covers: \forall integer i, w; !ViewCovers(a.views, i, w); @/
    return;
  }
*/
/*@ ghost
  // No domain counts a page, so no page is locked.
  /@ requires empty: \forall integer k; 0 <= k < DXGMAP_PLACES ==> AdapterEmpty(s.adapter[k]);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures unlocked: Unlocked(s); @/
  void dxgmap_leak_unlocked(dxgmap_state s)
  {
    /@ loop invariant range: 0 <= k <= DXGMAP_PLACES;
       loop invariant none: \forall integer p; 0 <= p < DXGMAP_PAGES ==> LockSum(s, k, p) == 0;
       loop assigns k;
       loop variant DXGMAP_PLACES - k; @/
    for (uint32_t k = 0; k < DXGMAP_PLACES; k++) {
      /@ assert empty: AdapterEmpty(s.adapter[k]); @/
      /@ assert sum: \forall integer p; 0 <= p < DXGMAP_PAGES
           ==> LockSum(s, k + 1, p) == LockSum(s, k, p) + s.adapter[k].domain.counts.count[p]; @/
    }
    return;
  }
*/
/*@ ghost
  void dxgmap_leak_nothing(dxgmap_state s)
  {
    /@ loop invariant range: 0 <= k <= DXGMAP_PLACES;
       loop invariant empty: \forall integer j; 0 <= j < k ==> AdapterEmpty(s.adapter[j]);
       loop invariant kinds: \forall integer j, i; 0 <= j < k && 0 <= i < DXGMAP_SLOTS
         ==> s.adapter[j].descriptors.at[i].kind == DXGMAP_NO_KIND;
       loop assigns k;
       loop variant DXGMAP_PLACES - k; @/
    for (uint32_t k = 0; k < DXGMAP_PLACES; k++) {
      /@ assert ok: AdapterOk(s.adapter[k]) && SlotsOk(s.adapter[k].slots); @/
      if (s.adapter[k].slots.live != 0) {
        uint32_t i = s.adapter[k].slots.order[s.adapter[k].slots.free];
        /@ assert live: SlotLive(s.adapter[k].slots, i); @/
        uint64_t h = dxgmap_handle_name(k, s.adapter[k].slots.generation[i], i);
        /@ assert valid: Valid(s, h); @/
        return;
      }
      dxgmap_leak_empty(s.adapter[k]);
      /@ assert kinds: \forall integer i; 0 <= i < DXGMAP_SLOTS
           ==> s.adapter[k].descriptors.at[i].kind == DXGMAP_NO_KIND; @/
    }
    dxgmap_leak_unlocked(s);
    /@ assert opened: OpenedKnown(s); @/
    /@ assert idle: \forall integer k, i; 0 <= k < DXGMAP_ADAPTERS && 0 <= i < DXGMAP_SLOTS
         ==> s.adapter[k].descriptors.at[i].kind == DXGMAP_NO_KIND; @/
    return;
  }
*/
/*@ ghost
  void dxgmap_leak_committed(dxgmap_state s)
  {
    /@ assert machine: s.adapter[DXGMAP_MACHINE].saves.chain == 0; @/
    /@ loop invariant range: 0 <= k <= DXGMAP_PLACES;
       loop invariant none: AllStopped(s) ==> ChargeSum(s, k) == 0;
       loop assigns k;
       loop variant DXGMAP_PLACES - k; @/
    for (uint32_t k = 0; k < DXGMAP_PLACES; k++) {
      /@ assert ok: AdapterOk(s.adapter[k]); @/
      /@ assert stopped: s.adapter[k].started == 0 || k == DXGMAP_MACHINE ==> s.adapter[k].saves.chain == 0; @/
      /@ assert none: SaveSum(s.adapter[k].saves.maximum, 0) == 0; @/
      /@ assert charge: s.adapter[k].started == 0 || k == DXGMAP_MACHINE ==> s.adapter[k].charge == 0; @/
    }
    return;
  }
*/
/*@ ghost
  /@ requires ok: SlotsOk(s.adapter[k].slots);
     requires adapter: k < DXGMAP_PLACES;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures listed: Listed(s, k); @/
  void dxgmap_leak_listed_one(dxgmap_state s, uint32_t k)
  {
    dxgmap_handle_parts();
    /@ loop invariant range: 0 <= c <= s.adapter[k].slots.live;
       loop invariant some: \forall integer d; 0 <= d < c ==> ListedAt(s, k, d);
       loop assigns c;
       loop variant s.adapter[k].slots.live - c; @/
    for (uint32_t c = 0; c < s.adapter[k].slots.live; c++) {
      uint32_t i = s.adapter[k].slots.order[s.adapter[k].slots.free + c];
      /@ assert live: SlotLive(s.adapter[k].slots, i); @/
      uint64_t h = dxgmap_handle_name(k, s.adapter[k].slots.generation[i], i);
      /@ assert here: Valid(s, h) && HandleTag(h) == k && LiveAt(s, h, c); @/
    }
    /@ assert place: \forall integer i; SlotLive(s.adapter[k].slots, i)
         ==> s.adapter[k].slots.order[s.adapter[k].slots.place[i]] == i; @/
    /@ assert at: \forall integer h; Valid(s, h) && HandleTag(h) == k
         ==> LiveAt(s, h, s.adapter[k].slots.place[HandleIndex(h)] - s.adapter[k].slots.free); @/
    /@ assert slot: \forall integer c, g, h; Valid(s, g) && HandleTag(g) == k && LiveAt(s, g, c) &&
         Valid(s, h) && HandleTag(h) == k && LiveAt(s, h, c) ==> HandleIndex(g) == HandleIndex(h); @/
    return;
  }
*/
/*@ ghost
  void dxgmap_leak_listed(dxgmap_state s)
  {
    /@ loop invariant range: 0 <= k <= DXGMAP_PLACES;
       loop invariant listed: \forall integer j; 0 <= j < k ==> Listed(s, j);
       loop assigns k;
       loop variant DXGMAP_PLACES - k; @/
    for (uint32_t k = 0; k < DXGMAP_PLACES; k++) {
      /@ assert ok: AdapterOk(s.adapter[k]) && SlotsOk(s.adapter[k].slots); @/
      dxgmap_leak_listed_one(s, k);
    }
    return;
  }
*/
/* dxgmap: end model/core/leak.c */
/* dxgmap: begin model/core/links.c sha256 866211b5713ddc4f1eeb5a5e8649f794a5c86795d08c4e0a1c02564c2026bbe5 */
/* #include "links.h" */

/* The one writer of a link: every count over the links moves by what the write adds and takes away. */
/*@ requires valid: \valid(t);
    requires in: i < DXGMAP_SLOTS;
    terminates \true;
    exits \false;
    assigns t->slot[0 .. DXGMAP_SLOTS - 1];
    ensures written: t->slot[i] == v;
    ensures same: \forall integer k; 0 <= k < DXGMAP_SLOTS && k != i ==> t->slot[k] == \old(t->slot[k]);
    ensures counts: \forall integer w; LinkCount(*t, DXGMAP_SLOTS, w)
                    == LinkCount(\old(*t), DXGMAP_SLOTS, w) + (w == v ? 1 : 0) - (w == \old(t->slot[i]) ? 1 : 0);
    ensures bounded: \forall integer w; 0 <= LinkCount(*t, DXGMAP_SLOTS, w) <= DXGMAP_SLOTS; */
static void dxgmap_links_put(dxgmap_targets *t, uint32_t i, uint32_t v)
{
  t->slot[i] = v;
  /*@ ghost
      /@ loop invariant range: 0 <= j <= DXGMAP_SLOTS;
         loop invariant counts: \forall integer w; LinkCount(*t, j, w) == LinkCount(\at(*t, Pre), j, w)
                                + (i < j ? (w == v ? 1 : 0) - (w == \at(t->slot[i], Pre) ? 1 : 0) : 0);
         loop invariant bounded: \forall integer w; 0 <= LinkCount(*t, j, w) <= j;
         loop assigns j;
         loop variant DXGMAP_SLOTS - j; @/
      for (uint32_t j = 0; j < DXGMAP_SLOTS; j++) { }
  */
}

void dxgmap_links_set(dxgmap_links *l, uint32_t i, uint32_t target)
{
  uint32_t was = l->to.slot[i];
  if (was == target) return;
  dxgmap_links_put(&l->to, i, target);
  if (was != 0) l->uses.count[was - 1u]--;
  if (target != 0) l->uses.count[target - 1u]++;
}

/* Proof only: a slot is counted exactly when some link names it. */
/*@ requires valid: \valid(l);
    requires in: x < DXGMAP_SLOTS;
    requires counted: LinksCounted(l->to, l->uses);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures link: l->uses.count[x] != 0 <==> \exists integer i; 0 <= i < DXGMAP_SLOTS && l->to.slot[i] == x + 1; */
static void dxgmap_links_counted(const dxgmap_links *l, uint32_t x)
{
  /*@ ghost
      /@ loop invariant range: 0 <= j <= DXGMAP_SLOTS;
         loop invariant positive: LinkCount(l->to, j, x + 1) >= 0;
         loop invariant link: LinkCount(l->to, j, x + 1) != 0
                              <==> \exists integer i; 0 <= i < j && l->to.slot[i] == x + 1;
         loop assigns j;
         loop variant DXGMAP_SLOTS - j; @/
      for (uint32_t j = 0; j < DXGMAP_SLOTS; j++) { }
  */
  (void)l;
  (void)x;
}

int dxgmap_links_used(const dxgmap_links *l, uint32_t i)
{
  dxgmap_links_counted(l, i);
  return l->uses.count[i] != 0;
}
/* dxgmap: end model/core/links.c */
/* dxgmap: begin model/core/op_adapter.c sha256 d44c81eef6bfd4886a32f155a5496803ae45911a6b78317dd28c854cf800dbe5 */
/* #include "op_adapter.h" */

/*@ requires valid: \valid(d);
    requires chain: d->chain <= DXGMAP_CHAIN;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> SavesAligned(*d, d->chain); */
static int dxgmap_start_aligned(const dxgmap_start *d)
{
  /*@ loop invariant range: 0 <= k <= d->chain;
      loop invariant so_far: SavesAligned(*d, k);
      loop assigns k;
      loop variant d->chain - k; */
  for (uint32_t k = 0; k < d->chain; k++) {
    if (d->save_bytes[k] % DXGMAP_PAGE_SIZE != 0) return 0;
  }
  return 1;
}

/*@ requires valid: \valid(d);
    requires count: d->resources <= DXGMAP_RESOURCES;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> ResourcesOk(*d, d->resources); */
static int dxgmap_start_resources(const dxgmap_start *d)
{
  /*@ loop invariant range: 0 <= k <= d->resources;
      loop invariant so_far: ResourcesOk(*d, k);
      loop assigns k;
      loop variant d->resources - k; */
  for (uint32_t k = 0; k < d->resources; k++) {
    if (d->resource[k].space > DXGMAP_IO_SPACE || d->resource[k].length == 0 ||
        d->resource[k].start > 0xFFFFFFFFFFFFFFFFu - d->resource[k].length)
      return 0;
  }
  return 1;
}

/*@ requires valid: \valid(d);
    requires chain: d->chain <= DXGMAP_CHAIN;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures sum: \result == RequestSum(*d, d->chain); */
static uint64_t dxgmap_start_charge(const dxgmap_start *d)
{
  uint64_t sum = 0;
  /*@ loop invariant range: 0 <= k <= d->chain;
      loop invariant sum: sum == RequestSum(*d, k) && sum <= k * 0xFFFFFFFFFFFFF;
      loop assigns k, sum;
      loop variant d->chain - k; */
  for (uint32_t k = 0; k < d->chain; k++)
    sum += d->save_bytes[k] / DXGMAP_PAGE_SIZE;
  return sum;
}

/*@ requires valid: \valid(s);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures range: \result <= DXGMAP_ADAPTERS;
    ensures some: \result < DXGMAP_ADAPTERS ==> CanStart(s->adapter[\result]);
    ensures none: \result == DXGMAP_ADAPTERS <==> !TableRoom(*s); */
static uint32_t dxgmap_start_place(const dxgmap_state *s)
{
  /*@ loop invariant range: 0 <= k <= DXGMAP_ADAPTERS;
      loop invariant so_far: \forall integer j; 0 <= j < k ==> !CanStart(s->adapter[j]);
      loop assigns k;
      loop variant DXGMAP_ADAPTERS - k; */
  for (uint32_t k = 0; k < DXGMAP_ADAPTERS; k++) {
    if (s->adapter[k].started == 0 && s->adapter[k].generation < DXGMAP_GENERATION_MAX) return k;
  }
  return DXGMAP_ADAPTERS;
}

/*@ ghost
  // The commit is at least each adapter's charge, and far from overflowing.
  /@ requires valid: \valid(s);
     requires inv: Inv(*s);
     requires adapter: k < DXGMAP_PLACES;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures bound: s->adapter[k].charge <= s->commit <= DXGMAP_PLACES * DXGMAP_CHARGE_MAX; @/
  void dxgmap_start_commit(dxgmap_state *s, uint32_t k)
  {
    /@ loop invariant range: 0 <= j <= DXGMAP_PLACES;
       loop invariant sum: (j > k ? s->adapter[k].charge : 0) <= ChargeSum(*s, j) <= j * DXGMAP_CHARGE_MAX;
       loop assigns j;
       loop variant DXGMAP_PLACES - j; @/
    for (uint32_t j = 0; j < DXGMAP_PLACES; j++) {
      /@ assert one: AdapterOk(s->adapter[j]); @/
      /@ assert charge: 0 <= s->adapter[j].charge <= DXGMAP_CHARGE_MAX; @/
      /@ assert more: ChargeSum(*s, j + 1) == ChargeSum(*s, j) + s->adapter[j].charge; @/
    }
    return;
  }
*/

dxgmap_outcome dxgmap_op_start(dxgmap_state *s, const dxgmap_start *d)
{
  if (d->chain == 0 || d->chain > DXGMAP_CHAIN) return dxgmap_refuse(DXGMAP_BAD_INDEX);
  if (d->mode > DXGMAP_REMAPPING) return dxgmap_refuse(DXGMAP_BAD_MODE);
  if (d->quarantine > DXGMAP_QUARANTINE) return dxgmap_refuse(DXGMAP_TOO_LARGE);
  if (!dxgmap_start_aligned(d)) return dxgmap_refuse(DXGMAP_BAD_SIZE);
  if (d->resources > DXGMAP_RESOURCES) return dxgmap_refuse(DXGMAP_BAD_RESOURCE);
  if (!dxgmap_start_resources(d)) return dxgmap_refuse(DXGMAP_BAD_RESOURCE);
  if (d->mode == DXGMAP_IDENTITY && d->installed_pages > dxgmap_adapter_visible(d))
    return dxgmap_refuse(DXGMAP_NOT_VISIBLE);
  uint64_t charge = dxgmap_start_charge(d);
  if (charge > DXGMAP_CHARGE_MAX) return dxgmap_refuse(DXGMAP_TOO_LARGE);
  /*@ ghost dxgmap_start_commit(s, 0); */
  if (s->commit + charge > d->commit_limit) return dxgmap_refuse(DXGMAP_NO_COMMIT);
  uint32_t k = dxgmap_start_place(s);
  if (k == DXGMAP_ADAPTERS) return dxgmap_refuse(DXGMAP_NO_ADAPTER);
  /*@ ghost dxgmap_state was = *s; */
  /*@ ghost dxgmap_state_itself(was); */
  /*@ assert idle: AdapterOk(s->adapter[k]) && AdapterStopped(s->adapter[k]) && s->adapter[k].charge == 0; */
  dxgmap_adapter_open(&s->adapter[k], d);
  s->commit += charge;
  /*@ assert kept: AdaptersKept(was, *s, k); */
  /*@ ghost dxgmap_state_still(was, *s, k); */
  /*@ ghost dxgmap_state_stopped(was, *s, k); */
  /*@ ghost dxgmap_state_sums(was, *s, k); */
  /*@ assert adapters: AdaptersOk(*s); */
  /*@ assert stopped: StoppedOk(*s); */
  /*@ assert placed: KindsPlaced(*s); */
  /*@ assert opened: OpenedOk(*s); */
  return dxgmap_accept(dxgmap_handle_make(DXGMAP_ADAPTER_TAG, s->adapter[k].generation, k));
}

uint32_t dxgmap_op_attach(dxgmap_state *s, uint64_t adapter)
{
  uint32_t k = dxgmap_state_find(s, adapter);
  if (k == DXGMAP_ADAPTERS) return DXGMAP_BAD_ADAPTER;
  if (s->adapter[k].attached != 0) return DXGMAP_ATTACHED;
  /*@ ghost dxgmap_state was = *s; */
  /*@ ghost dxgmap_state_itself(was); */
  dxgmap_adapter_switch(&s->adapter[k], 1, s->adapter[k].exclusive);
  /*@ assert kept: AdaptersKept(was, *s, k); */
  /*@ ghost dxgmap_state_still(was, *s, k); */
  /*@ ghost dxgmap_state_stopped(was, *s, k); */
  /*@ ghost dxgmap_state_sums(was, *s, k); */
  /*@ assert adapters: AdaptersOk(*s); */
  /*@ assert stopped: StoppedOk(*s); */
  /*@ assert placed: KindsPlaced(*s); */
  /*@ assert opened: OpenedOk(*s); */
  return DXGMAP_OK;
}

uint32_t dxgmap_op_exclusive_begin(dxgmap_state *s, uint64_t adapter)
{
  uint32_t k = dxgmap_state_find(s, adapter);
  if (k == DXGMAP_ADAPTERS) return DXGMAP_BAD_ADAPTER;
  if (s->adapter[k].exclusive != 0) return DXGMAP_EXCLUSIVE;
  /*@ ghost dxgmap_state was = *s; */
  /*@ ghost dxgmap_state_itself(was); */
  dxgmap_adapter_switch(&s->adapter[k], s->adapter[k].attached, 1);
  /*@ assert kept: AdaptersKept(was, *s, k); */
  /*@ ghost dxgmap_state_still(was, *s, k); */
  /*@ ghost dxgmap_state_stopped(was, *s, k); */
  /*@ ghost dxgmap_state_sums(was, *s, k); */
  /*@ assert adapters: AdaptersOk(*s); */
  /*@ assert stopped: StoppedOk(*s); */
  /*@ assert placed: KindsPlaced(*s); */
  /*@ assert opened: OpenedOk(*s); */
  return DXGMAP_OK;
}

uint32_t dxgmap_op_exclusive_end(dxgmap_state *s, uint64_t adapter)
{
  uint32_t k = dxgmap_state_find(s, adapter);
  if (k == DXGMAP_ADAPTERS) return DXGMAP_BAD_ADAPTER;
  if (s->adapter[k].exclusive == 0) return DXGMAP_NOT_EXCLUSIVE;
  /*@ ghost dxgmap_state was = *s; */
  /*@ ghost dxgmap_state_itself(was); */
  dxgmap_adapter_switch(&s->adapter[k], s->adapter[k].attached, 0);
  /*@ assert kept: AdaptersKept(was, *s, k); */
  /*@ ghost dxgmap_state_still(was, *s, k); */
  /*@ ghost dxgmap_state_stopped(was, *s, k); */
  /*@ ghost dxgmap_state_sums(was, *s, k); */
  /*@ assert adapters: AdaptersOk(*s); */
  /*@ assert stopped: StoppedOk(*s); */
  /*@ assert placed: KindsPlaced(*s); */
  /*@ assert opened: OpenedOk(*s); */
  return DXGMAP_OK;
}

/* Forgets what the adapter objects of adapter k opened. */
/*@ requires valid: \valid(s);
    requires adapter: k < DXGMAP_ADAPTERS;
    requires slots: SlotsOk(s->adapter[k].slots) && AdapterParts(s->adapter[k]);
    requires opened: OpenedOk(*s);
    terminates \true;
    exits \false;
    assigns s->opened;
    ensures closed: OpenedClosed(\old(s->opened), s->opened, k); */
static void dxgmap_stop_objects(dxgmap_state *s, uint32_t k)
{
  /*@ loop invariant range: 0 <= i <= s->adapter[k].slots.high;
      loop invariant closed: \forall integer x; 0 <= x < DXGMAP_SLOTS && \at(s->opened, Pre).place[x] == k + 1
                             && \at(s->opened, Pre).slot[x] < i ==> s->opened.place[x] == 0;
      loop invariant rest: \forall integer x; 0 <= x < DXGMAP_SLOTS && !(\at(s->opened, Pre).place[x] == k + 1
                           && \at(s->opened, Pre).slot[x] < i) ==> s->opened.place[x] == \at(s->opened, Pre).place[x];
      loop assigns i, s->opened.place[0 .. DXGMAP_SLOTS - 1];
      loop variant s->adapter[k].slots.high - i; */
  for (uint32_t i = 0; i < s->adapter[k].slots.high; i++) {
    if (s->adapter[k].descriptors.at[i].kind == DXGMAP_ADAPTER_OBJECT)
      s->opened.place[s->adapter[k].descriptors.at[i].object - 1u] = 0;
  }
}

/*@ ghost
  // When adapter k is empty and nothing is opened for it, the rest is as it was.
  /@ requires adapter: k < DXGMAP_ADAPTERS;
     requires kept: AdaptersKept(was, now, k);
     requires empty: \forall integer i; 0 <= i < DXGMAP_SLOTS ==> now.adapter[k].descriptors.at[i].kind == DXGMAP_NO_KIND;
     requires closed: OpenedClosed(was.opened, now.opened, k);
     requires placed: KindsPlaced(was);
     requires opened: OpenedOk(was);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures placed: KindsPlaced(now);
     ensures opened: OpenedOk(now); @/
  void dxgmap_stop_opened(dxgmap_state was, dxgmap_state now, uint32_t k)
  {
    return;
  }
*/

uint32_t dxgmap_op_stop(dxgmap_state *s, uint64_t adapter)
{
  uint32_t k = dxgmap_state_find(s, adapter);
  if (k == DXGMAP_ADAPTERS) return DXGMAP_BAD_ADAPTER;
  uint64_t charge = s->adapter[k].charge;
  /*@ ghost dxgmap_state was = *s; */
  /*@ ghost dxgmap_state_itself(was); */
  /*@ ghost dxgmap_start_commit(s, k); */
  dxgmap_stop_objects(s, k);
  dxgmap_adapter_close(&s->adapter[k]);
  s->commit -= charge;
  /*@ assert kept: AdaptersKept(was, *s, k); */
  /*@ assert empty: AdapterParts(s->adapter[k]); */
  /*@ ghost dxgmap_stop_opened(was, *s, k); */
  /*@ ghost dxgmap_state_stopped(was, *s, k); */
  /*@ ghost dxgmap_state_sums(was, *s, k); */
  /*@ assert adapters: AdaptersOk(*s); */
  /*@ assert stopped: StoppedOk(*s); */
  /*@ assert placed: KindsPlaced(*s); */
  /*@ assert opened: OpenedOk(*s); */
  return DXGMAP_OK;
}

/* Member by member: of a struct copy some compilers make a call of memcpy, and the core calls nothing. */
/*@ requires valid: \valid(l) && \valid(s);
    requires separated: \separated(l, s);
    requires slot: k < DXGMAP_PLACES && i < DXGMAP_SLOTS;
    terminates \true;
    exits \false;
    assigns l->descriptor;
    ensures set: l->descriptor == s->adapter[k].descriptors.at[i]; */
static void dxgmap_live_describe(dxgmap_live *l, const dxgmap_state *s, uint32_t k, uint32_t i)
{
  l->descriptor.kind = s->adapter[k].descriptors.at[i].kind;
  l->descriptor.index = s->adapter[k].descriptors.at[i].index;
  l->descriptor.space = s->adapter[k].descriptors.at[i].space;
  l->descriptor.user = s->adapter[k].descriptors.at[i].user;
  l->descriptor.cache = s->adapter[k].descriptors.at[i].cache;
  l->descriptor.slack = s->adapter[k].descriptors.at[i].slack;
  l->descriptor.object = s->adapter[k].descriptors.at[i].object;
  l->descriptor.physical = s->adapter[k].descriptors.at[i].physical;
  l->descriptor.length = s->adapter[k].descriptors.at[i].length;
  l->descriptor.process = s->adapter[k].descriptors.at[i].process;
}

/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures status: \result.status == status;
    ensures none: \result.handle == 0 && \result.descriptor.kind == DXGMAP_NO_KIND; */
static dxgmap_live dxgmap_live_none(uint32_t status)
{
  dxgmap_live l;
  l.status = status;
  l.handle = 0;
  l.descriptor.kind = DXGMAP_NO_KIND;
  l.descriptor.index = 0;
  l.descriptor.space = 0;
  l.descriptor.user = 0;
  l.descriptor.cache = 0;
  l.descriptor.slack = 0;
  l.descriptor.object = 0;
  l.descriptor.physical = 0;
  l.descriptor.length = 0;
  l.descriptor.process = 0;
  l.pages = 0;
  l.base = 0;
  l.place = 0;
  l.span = 0;
  return l;
}

/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    requires place: k < DXGMAP_PLACES && cursor < s->adapter[k].slots.live;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures status: \result.status == DXGMAP_OK;
    ensures live: LiveIn(*s, k, cursor, \result); */
static dxgmap_live dxgmap_live_at(const dxgmap_state *s, uint32_t k, uint32_t cursor)
{
  dxgmap_live l = dxgmap_live_none(DXGMAP_OK);
  uint32_t i = dxgmap_slots_at(&s->adapter[k].slots, cursor);
  l.handle = dxgmap_handle_make(k, s->adapter[k].slots.generation[i], i);
  dxgmap_live_describe(&l, s, k, i);
  l.pages = s->adapter[k].domain.ranges.length[DXGMAP_ID(i)];
  l.base = s->adapter[k].domain.ranges.base[DXGMAP_ID(i)];
  l.place = s->adapter[k].views.place[i];
  l.span = s->adapter[k].views.span[i];
  return l;
}

dxgmap_live dxgmap_op_live(const dxgmap_state *s, uint64_t adapter, uint32_t cursor)
{
  uint32_t k = dxgmap_state_find(s, adapter);
  if (k == DXGMAP_ADAPTERS) return dxgmap_live_none(DXGMAP_BAD_ADAPTER);
  if (cursor >= s->adapter[k].slots.live) return dxgmap_live_none(DXGMAP_NO_MORE);
  return dxgmap_live_at(s, k, cursor);
}

dxgmap_live dxgmap_op_live_object(const dxgmap_state *s, uint32_t cursor)
{
  if (cursor >= s->adapter[DXGMAP_MACHINE].slots.live) return dxgmap_live_none(DXGMAP_NO_MORE);
  return dxgmap_live_at(s, DXGMAP_MACHINE, cursor);
}
/* dxgmap: end model/core/op_adapter.c */
/* dxgmap: begin model/core/op_adl.c sha256 0a973337b3be27660ac105cd47f766b17130819b8f7ba91523010d652e72b53a */
/* #include "op_adl.h" */

uint32_t dxgmap_adl_admit(const dxgmap_state *s, dxgmap_caller caller, uint64_t object, uint64_t offset, uint64_t bytes,
                          uint32_t contiguous)
{
  uint32_t status = dxgmap_adapter_object_gate(s, caller, object);
  if (status != DXGMAP_OK) return status;
  if (bytes == 0 || bytes % DXGMAP_PAGE_SIZE != 0 || offset % DXGMAP_PAGE_SIZE != 0) return DXGMAP_BAD_SIZE;
  uint32_t k = dxgmap_handle_tag(object);
  uint32_t i = dxgmap_handle_index(object);
  uint64_t length = s->adapter[k].descriptors.at[i].length;
  if (offset > length || bytes > length - offset || bytes / DXGMAP_PAGE_SIZE > 0xFFFFFFFFu) return DXGMAP_TOO_LARGE;
  uint32_t type = s->adapter[k].descriptors.at[i].index;
  if (contiguous != 0 && type != DXGMAP_OBJECT_CONTIGUOUS && type != DXGMAP_OBJECT_IO_SPACE) return DXGMAP_BAD_FLAGS;
  return DXGMAP_OK;
}

dxgmap_outcome dxgmap_op_allocate_adl(dxgmap_state *s, dxgmap_caller caller, uint64_t object, uint64_t offset,
                                      uint64_t bytes, uint32_t contiguous, const uint64_t *pages, uint32_t count,
                                      uint32_t pressure)
{
  uint32_t status = dxgmap_adl_admit(s, caller, object, offset, bytes, contiguous);
  if (status != DXGMAP_OK) return dxgmap_refuse(status);
  if (pressure != 0) return dxgmap_refuse(DXGMAP_PRESSURE);
  if (count != bytes / DXGMAP_PAGE_SIZE) return dxgmap_refuse(DXGMAP_BAD_COUNT);
  if (!dxgmap_domain_in_memory(pages, count)) return dxgmap_refuse(DXGMAP_BAD_PAGE);
  uint32_t i = dxgmap_handle_index(object);
  /*@ assert kinds: AdapterOk(s->adapter[HandleTag(object)]) && AdapterKinds(s->adapter[HandleTag(object)]); */
  /*@ assert mode: s->adapter[HandleTag(object)].mode == DXGMAP_REMAPPING; */
  dxgmap_descriptor d = dxgmap_describe(DXGMAP_ADL, 0);
  d.physical = offset;
  d.length = bytes;
  return dxgmap_state_take_pages(s, dxgmap_handle_tag(object), d, pages, count, i + 1u);
}

dxgmap_outcome dxgmap_op_free_adl(dxgmap_state *s, dxgmap_caller caller, uint64_t object, uint64_t adl)
{
  uint32_t status = dxgmap_adapter_object_gate(s, caller, object);
  if (status != DXGMAP_OK) return dxgmap_refuse(status);
  uint32_t k = dxgmap_handle_tag(object);
  if (!dxgmap_state_holds(s, k, DXGMAP_ADL, adl)) return dxgmap_refuse(DXGMAP_BAD_HANDLE);
  uint32_t i = dxgmap_handle_index(adl);
  if (s->adapter[k].links.to.slot[i] != dxgmap_handle_index(object) + 1u) return dxgmap_refuse(DXGMAP_NOT_OF_OBJECT);
  /*@ assert links: AdapterOk(s->adapter[k]) && AdapterLinks(s->adapter[k]); */
  /*@ ghost dxgmap_adapter_unlinked(s->adapter[k], i); */
  return dxgmap_state_release(s, k, i);
}
/* dxgmap: end model/core/op_adl.c */
/* dxgmap: begin model/core/op_bound.c sha256 4508038a8d5153f583d0818d3c7ef5b40c37bf256ca168c1360fa9861cc3c096 */
/* #include "op_bound.h" */
/* dxgmap: begin model/core/op_bound.h sha256 c33eb23c9a942cddb4fe5513f4dbb8b314946cdcadd069a8a4cd3cd3cfe289cc */
#ifndef DXGMAP_OP_BOUND_H
#define DXGMAP_OP_BOUND_H

/* #include "op_object.h" */

/* #include "logic/op_bound.h" */
/* dxgmap: begin spec/logic/op_bound.h sha256 8149a2d5f7af75b3cd569a3ee2c5ff02bd8903e01c1b8decc06f7b54bd8f7b55 */
#ifndef DXGMAP_LOGIC_OP_BOUND_H
#define DXGMAP_LOGIC_OP_BOUND_H

/* An object together with its adapter object: both steps, or none (spec/clauses/object.md, OBJECT-4, DESTROY-3). */

/*@
  // Whether one more object can be opened for the adapter.
  predicate BindStatus(dxgmap_state s, dxgmap_caller c, integer h, integer status) =
    (!GateStatus(s, c, h, DXGMAP_APC_LEVEL, DXGMAP_OK) ==> GateStatus(s, c, h, DXGMAP_APC_LEVEL, status)) &&
    (GateStatus(s, c, h, DXGMAP_APC_LEVEL, DXGMAP_OK) ==>
    (s.adapter[AdapterOf(h)].mode != DXGMAP_REMAPPING ==> status == DXGMAP_BAD_MODE) &&
    (s.adapter[AdapterOf(h)].mode == DXGMAP_REMAPPING ==> SlotStatus(s.adapter[AdapterOf(h)], status)));

  predicate CreateBoundAdmit(dxgmap_state s, dxgmap_caller c, dxgmap_object_request r, integer h, integer status) =
    (!CreateAdmit(c, r, DXGMAP_OK) ==> CreateAdmit(c, r, status)) &&
    (CreateAdmit(c, r, DXGMAP_OK) ==> BindStatus(s, c, h, status));
  predicate CreateBoundStatus(dxgmap_state s, dxgmap_caller c, dxgmap_object_request r, integer h, integer status) =
    (!CreateBoundAdmit(s, c, r, h, DXGMAP_OK) ==> CreateBoundAdmit(s, c, r, h, status)) &&
    (CreateBoundAdmit(s, c, r, h, DXGMAP_OK) ==> SlotStatus(s.adapter[DXGMAP_MACHINE], status));

  // The descriptor says what the object was asked for, and that it was made with an adapter.
  predicate BoundAsked(dxgmap_descriptor d, dxgmap_object_request r) =
    d.kind == DXGMAP_OBJECT && d.index == r.type && d.user != 0 && d.cache == r.cache && d.physical == r.physical &&
    d.length == r.length;
  // The step acquired an object, and then its adapter object on adapter k; or released them the other way round.
  predicate MakesBound(dxgmap_state a, dxgmap_state b, integer k, integer object, integer opened) =
    \exists dxgmap_state m; Acquires(a, m, DXGMAP_MACHINE, object) && Acquires(m, b, k, opened);
  predicate EndsBound(dxgmap_state a, dxgmap_state b, integer object, integer opened) =
    \exists dxgmap_state m; Releases(a, m, HandleTag(opened), opened) && Releases(m, b, DXGMAP_MACHINE, object);

  predicate OpensThis(dxgmap_state s, integer opened, integer object) =
    DescriptorOf(s, opened).object == HandleIndex(object) + 1;
  predicate DestroyBoundStatus(dxgmap_state s, dxgmap_caller c, integer object, integer opened, integer status) =
    (!CloseStatus(s, c, opened, DXGMAP_OK) ==> CloseStatus(s, c, opened, status)) &&
    (CloseStatus(s, c, opened, DXGMAP_OK) ==>
    (!ObjectGate(s, c, object, DXGMAP_OK) ==> ObjectGate(s, c, object, status)) &&
    (ObjectGate(s, c, object, DXGMAP_OK) ==>
    (!OpensThis(s, opened, object) ==> status == DXGMAP_NOT_OF_OBJECT) && (OpensThis(s, opened, object) ==>
    (!LinkFree(s.adapter[DXGMAP_MACHINE].links, HandleIndex(object)) ==> status == DXGMAP_IN_USE) &&
    (LinkFree(s.adapter[DXGMAP_MACHINE].links, HandleIndex(object)) ==> status == DXGMAP_OK))));
*/

#endif
/* dxgmap: end spec/logic/op_bound.h */

/* The causes that decide an object that is made with an adapter, before memory is at hand.
   Source: DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures status: CreateBoundAdmit(*s, caller, r, adapter, \result); */
uint32_t dxgmap_create_bound_admit(const dxgmap_state *s, dxgmap_caller caller, dxgmap_object_request r,
                                   uint64_t adapter);

/* Makes an object with an adapter: dxgmap_op_create, then dxgmap_op_open, or nothing.
   Source: DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: CreateBoundStatus(\old(*s), caller, r, adapter, \result.status);
    ensures atomic: \result.status != DXGMAP_OK ==> *s == \old(*s) && \result.object == 0 && \result.opened == 0;
    ensures makes: \result.status == DXGMAP_OK
                   ==> MakesBound(\old(*s), *s, AdapterOf(adapter), \result.object, \result.opened);
    ensures asked: \result.status == DXGMAP_OK ==> BoundAsked(DescriptorOf(*s, \result.object), r);
    ensures object: \result.status == DXGMAP_OK ==> IsObject(*s, \result.object);
    ensures opened: \result.status == DXGMAP_OK ==> IsAdapterObject(*s, \result.opened)
                    && OpensThis(*s, \result.opened, \result.object); */
dxgmap_bound dxgmap_op_create_bound(dxgmap_state *s, dxgmap_caller caller, dxgmap_object_request r, uint64_t adapter);

/* Ends an object with its adapter object: dxgmap_op_close, then dxgmap_op_destroy, or nothing.
   Source: DXGKARGCB_DESTROY_PHYSICAL_MEMORY_OBJECT. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: DestroyBoundStatus(\old(*s), caller, object, opened, \result);
    ensures atomic: \result != DXGMAP_OK ==> *s == \old(*s);
    ensures ends: \result == DXGMAP_OK ==> EndsBound(\old(*s), *s, object, opened);
    ensures closed: \result == DXGMAP_OK ==> Valid(\old(*s), opened) && !Valid(*s, opened);
    ensures destroyed: \result == DXGMAP_OK ==> Valid(\old(*s), object) && !Valid(*s, object); */
uint32_t dxgmap_op_destroy_bound(dxgmap_state *s, dxgmap_caller caller, uint64_t object, uint64_t opened);

#endif
/* dxgmap: end model/core/op_bound.h */

uint32_t dxgmap_create_bound_admit(const dxgmap_state *s, dxgmap_caller caller, dxgmap_object_request r,
                                   uint64_t adapter)
{
  uint32_t status = dxgmap_create_admit(caller, r);
  if (status != DXGMAP_OK) return status;
  status = dxgmap_state_gate(s, caller, adapter, DXGMAP_APC_LEVEL);
  if (status != DXGMAP_OK) return status;
  uint32_t k = dxgmap_state_find(s, adapter);
  if (s->adapter[k].mode != DXGMAP_REMAPPING) return DXGMAP_BAD_MODE;
  /*@ assert ok: AdapterOk(s->adapter[k]); */
  if (dxgmap_slots_next(&s->adapter[k].slots) == DXGMAP_SLOTS) return DXGMAP_NO_SLOT;
  return DXGMAP_OK;
}

/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures bound: \result.status == status && \result.object == object && \result.opened == opened; */
static dxgmap_bound dxgmap_bound_answer(uint32_t status, uint64_t object, uint64_t opened)
{
  dxgmap_bound b;
  b.status = status;
  b.object = object;
  b.opened = opened;
  return b;
}

/*@ ghost
  // A new object can be opened for an adapter that one more could be opened for.
  /@ requires adapter: k < DXGMAP_ADAPTERS;
     requires same: AdapterSame(now.adapter[k], was.adapter[k]);
     requires bind: AdapterOf(h) == k && BindStatus(was, c, h, DXGMAP_OK);
     requires bound: IsObject(now, object) && DescriptorOf(now, object).user != 0;
     requires closed: now.opened.place[HandleIndex(object)] == 0;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures open: OpenStatus(now, c, object, h, 1, DXGMAP_OK); @/
  void dxgmap_bound_opens(dxgmap_state was, dxgmap_state now, dxgmap_caller c, uint32_t k, uint64_t h, uint64_t object)
  {
    return;
  }
*/

/*@ ghost
  // What is said of a slot holds while its place stays as it was.
  /@ requires same: AdapterSame(now, was);
     requires slot: i < DXGMAP_SLOTS;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures live: SlotLive(was.slots, i) ==> SlotLive(now.slots, i);
     ensures life: now.slots.generation[i] == was.slots.generation[i];
     ensures free: LinkFree(was.links, i) ==> LinkFree(now.links, i);
     ensures kind: now.descriptors.at[i].kind == was.descriptors.at[i].kind;
     ensures asked: now.descriptors.at[i].index == was.descriptors.at[i].index
                    && now.descriptors.at[i].user == was.descriptors.at[i].user
                    && now.descriptors.at[i].cache == was.descriptors.at[i].cache
                    && now.descriptors.at[i].physical == was.descriptors.at[i].physical
                    && now.descriptors.at[i].length == was.descriptors.at[i].length; @/
  void dxgmap_bound_slot(dxgmap_adapter was, dxgmap_adapter now, uint32_t i)
  {
    return;
  }
*/
/*@ ghost
  // Two steps, by the states that they lead from and to.
  /@ requires created: Acquires(was, mid, DXGMAP_MACHINE, object);
     requires opened: Acquires(mid, now, k, opened);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures makes: MakesBound(was, now, k, object, opened); @/
  void dxgmap_bound_made(dxgmap_state was, dxgmap_state mid, dxgmap_state now, uint32_t k, uint64_t object, uint64_t opened)
  {
    return;
  }
*/
/*@ ghost
  /@ requires closed: Releases(was, mid, HandleTag(opened), opened);
     requires destroyed: Releases(mid, now, DXGMAP_MACHINE, object);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures ends: EndsBound(was, now, object, opened); @/
  void dxgmap_bound_ended(dxgmap_state was, dxgmap_state mid, dxgmap_state now, uint64_t object, uint64_t opened)
  {
    return;
  }
*/

dxgmap_bound dxgmap_op_create_bound(dxgmap_state *s, dxgmap_caller caller, dxgmap_object_request r, uint64_t adapter)
{
  uint32_t status = dxgmap_create_bound_admit(s, caller, r, adapter);
  if (status != DXGMAP_OK) return dxgmap_bound_answer(status, 0, 0);
  /*@ ghost dxgmap_state was = *s; */
  r.bound = 1;
  dxgmap_outcome o = dxgmap_op_create(s, caller, r);
  if (o.status != DXGMAP_OK) return dxgmap_bound_answer(o.status, 0, 0);
  /*@ ghost uint32_t k = (uint32_t)(adapter % 0x1000000u - 1u); */
  /*@ assert place: k == AdapterOf(adapter) && k < DXGMAP_ADAPTERS; */
  /*@ assert same: AdapterSame(s->adapter[k], was.adapter[k]); */
  /*@ assert bound: DescriptorOf(*s, o.handle).user != 0; */
  /*@ assert opened: OpenedOk(*s) && OpenedOk(was); */
  /*@ assert new: was.adapter[DXGMAP_MACHINE].descriptors.at[HandleIndex(o.handle)].kind == DXGMAP_NO_KIND; */
  /*@ assert was_closed: was.opened.place[HandleIndex(o.handle)] == 0; */
  /*@ assert closed: s->opened.place[HandleIndex(o.handle)] == 0; */
  /*@ ghost dxgmap_bound_opens(was, *s, caller, k, adapter, o.handle); */
  /*@ ghost dxgmap_state mid = *s; */
  /*@ ghost uint32_t x = (uint32_t)(o.handle % 0x1000000u - 1u); */
  /*@ assert asked: BoundAsked(DescriptorOf(mid, o.handle), r); */
  dxgmap_outcome a = dxgmap_op_open(s, caller, o.handle, adapter, 1);
  /*@ assert both: a.status == DXGMAP_OK; */
  /*@ ghost dxgmap_bound_made(was, mid, *s, k, o.handle, a.handle); */
  /*@ ghost dxgmap_bound_slot(mid.adapter[DXGMAP_MACHINE], s->adapter[DXGMAP_MACHINE], x); */
  /*@ assert object: IsObject(*s, o.handle); */
  return dxgmap_bound_answer(a.status, o.handle, a.handle);
}

/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures status: DestroyBoundStatus(*s, caller, object, opened, \result); */
static uint32_t dxgmap_destroy_bound_admit(const dxgmap_state *s, dxgmap_caller caller, uint64_t object,
                                           uint64_t opened)
{
  uint32_t status = dxgmap_close_admit(s, caller, opened);
  if (status != DXGMAP_OK) return status;
  status = dxgmap_object_gate(s, caller, object);
  if (status != DXGMAP_OK) return status;
  uint32_t o = dxgmap_handle_index(object);
  if (s->adapter[dxgmap_handle_tag(opened)].descriptors.at[dxgmap_handle_index(opened)].object != o + 1u)
    return DXGMAP_NOT_OF_OBJECT;
  /*@ assert ok: AdapterOk(s->adapter[DXGMAP_MACHINE]); */
  if (dxgmap_links_used(&s->adapter[DXGMAP_MACHINE].links, o)) return DXGMAP_IN_USE;
  return DXGMAP_OK;
}

uint32_t dxgmap_op_destroy_bound(dxgmap_state *s, dxgmap_caller caller, uint64_t object, uint64_t opened)
{
  uint32_t status = dxgmap_destroy_bound_admit(s, caller, object, opened);
  if (status != DXGMAP_OK) return status;
  /*@ ghost dxgmap_state was = *s; */
  /*@ assert admitted: IsObject(was, object) && IsAdapterObject(was, opened) && OpensThis(was, opened, object)
             && LinkFree(was.adapter[DXGMAP_MACHINE].links, HandleIndex(object)); */
  (void)dxgmap_op_close(s, caller, opened);
  /*@ ghost dxgmap_state mid = *s; */
  /*@ assert closed: Releases(was, mid, HandleTag(opened), opened); */
  /*@ assert same: AdapterSame(mid.adapter[DXGMAP_MACHINE], was.adapter[DXGMAP_MACHINE]); */
  /*@ ghost uint32_t x = (uint32_t)(object % 0x1000000u - 1u); */
  /*@ ghost dxgmap_bound_slot(was.adapter[DXGMAP_MACHINE], mid.adapter[DXGMAP_MACHINE], x); */
  /*@ assert object: IsObject(mid, object); */
  /*@ assert alone: s->opened.place[HandleIndex(object)] == 0; */
  dxgmap_outcome o = dxgmap_op_destroy(s, caller, object);
  /*@ assert destroyed: o.status == DXGMAP_OK; */
  /*@ ghost dxgmap_bound_ended(was, mid, *s, object, opened); */
  return o.status;
}
/* dxgmap: end model/core/op_bound.c */
/* dxgmap: begin model/core/op_object.c sha256 0585aaa99d77268a7d429f7933ea279dfa747604b6630cc7558d213bf3c0b19f */
/* #include "op_object.h" */

uint32_t dxgmap_create_admit(dxgmap_caller caller, dxgmap_object_request r)
{
  if (caller.irql > DXGMAP_APC_LEVEL) return DXGMAP_BAD_IRQL;
  if (r.type > DXGMAP_OBJECT_IO_SPACE) return DXGMAP_BAD_KIND;
  if (r.length == 0 || r.length % DXGMAP_PAGE_SIZE != 0) return DXGMAP_BAD_SIZE;
  if (r.type == DXGMAP_OBJECT_IO_SPACE && r.physical > 0xFFFFFFFFFFFFFFFFu - r.length) return DXGMAP_BAD_SIZE;
  if (r.type == DXGMAP_OBJECT_IO_SPACE && r.physical % DXGMAP_PAGE_SIZE != 0) return DXGMAP_BAD_ADDRESS;
  return DXGMAP_OK;
}

dxgmap_outcome dxgmap_op_create(dxgmap_state *s, dxgmap_caller caller, dxgmap_object_request r)
{
  uint32_t status = dxgmap_create_admit(caller, r);
  if (status != DXGMAP_OK) return dxgmap_refuse(status);
  dxgmap_descriptor d = dxgmap_describe(DXGMAP_OBJECT, r.type);
  d.user = r.bound;
  d.cache = r.cache;
  d.physical = r.physical;
  d.length = r.length;
  return dxgmap_state_take(s, DXGMAP_MACHINE, d, 0, 0, 0);
}

uint32_t dxgmap_object_gate(const dxgmap_state *s, dxgmap_caller caller, uint64_t object)
{
  if (!dxgmap_state_holds(s, DXGMAP_MACHINE, DXGMAP_OBJECT, object)) return DXGMAP_BAD_HANDLE;
  if (caller.irql > DXGMAP_APC_LEVEL) return DXGMAP_BAD_IRQL;
  return DXGMAP_OK;
}

uint32_t dxgmap_adapter_object_gate(const dxgmap_state *s, dxgmap_caller caller, uint64_t object)
{
  uint32_t k = dxgmap_handle_tag(object);
  if (k >= DXGMAP_ADAPTERS) return DXGMAP_BAD_HANDLE;
  if (!dxgmap_state_holds(s, k, DXGMAP_ADAPTER_OBJECT, object)) return DXGMAP_BAD_HANDLE;
  if (caller.irql > DXGMAP_APC_LEVEL) return DXGMAP_BAD_IRQL;
  if (s->adapter[k].exclusive != 0) return DXGMAP_EXCLUSIVE;
  return DXGMAP_OK;
}

uint32_t dxgmap_open_admit(const dxgmap_state *s, dxgmap_caller caller, uint64_t object, uint64_t adapter,
                           uint32_t creating)
{
  uint32_t status = dxgmap_state_gate(s, caller, adapter, DXGMAP_APC_LEVEL);
  if (status != DXGMAP_OK) return status;
  uint32_t k = dxgmap_state_find(s, adapter);
  if (s->adapter[k].mode != DXGMAP_REMAPPING) return DXGMAP_BAD_MODE;
  if (!dxgmap_state_holds(s, DXGMAP_MACHINE, DXGMAP_OBJECT, object)) return DXGMAP_BAD_HANDLE;
  uint32_t o = dxgmap_handle_index(object);
  if ((s->adapter[DXGMAP_MACHINE].descriptors.at[o].user != 0) != (creating != 0)) return DXGMAP_BOUND;
  if (s->opened.place[o] != 0) return DXGMAP_OPENED;
  /*@ assert ok: AdapterOk(s->adapter[k]); */
  if (dxgmap_slots_next(&s->adapter[k].slots) == DXGMAP_SLOTS) return DXGMAP_NO_SLOT;
  return DXGMAP_OK;
}

dxgmap_outcome dxgmap_op_open(dxgmap_state *s, dxgmap_caller caller, uint64_t object, uint64_t adapter,
                              uint32_t creating)
{
  uint32_t status = dxgmap_open_admit(s, caller, object, adapter, creating);
  if (status != DXGMAP_OK) return dxgmap_refuse(status);
  uint32_t o = dxgmap_handle_index(object);
  dxgmap_descriptor d = dxgmap_describe(DXGMAP_ADAPTER_OBJECT, s->adapter[DXGMAP_MACHINE].descriptors.at[o].index);
  d.user = creating;
  d.object = o + 1u;
  d.length = s->adapter[DXGMAP_MACHINE].descriptors.at[o].length;
  return dxgmap_state_take(s, dxgmap_state_find(s, adapter), d, 0, 0, 0);
}

uint32_t dxgmap_close_admit(const dxgmap_state *s, dxgmap_caller caller, uint64_t object)
{
  uint32_t status = dxgmap_adapter_object_gate(s, caller, object);
  if (status != DXGMAP_OK) return status;
  uint32_t k = dxgmap_handle_tag(object);
  /*@ assert ok: AdapterOk(s->adapter[k]); */
  if (dxgmap_links_used(&s->adapter[k].links, dxgmap_handle_index(object))) return DXGMAP_IN_USE;
  return DXGMAP_OK;
}

dxgmap_outcome dxgmap_op_close(dxgmap_state *s, dxgmap_caller caller, uint64_t object)
{
  uint32_t status = dxgmap_close_admit(s, caller, object);
  if (status != DXGMAP_OK) return dxgmap_refuse(status);
  return dxgmap_state_release(s, dxgmap_handle_tag(object), dxgmap_handle_index(object));
}

uint32_t dxgmap_destroy_admit(const dxgmap_state *s, dxgmap_caller caller, uint64_t object)
{
  uint32_t status = dxgmap_object_gate(s, caller, object);
  if (status != DXGMAP_OK) return status;
  uint32_t o = dxgmap_handle_index(object);
  /*@ assert ok: AdapterOk(s->adapter[DXGMAP_MACHINE]); */
  if (s->opened.place[o] != 0) return DXGMAP_IN_USE;
  if (dxgmap_links_used(&s->adapter[DXGMAP_MACHINE].links, o)) return DXGMAP_IN_USE;
  return DXGMAP_OK;
}

dxgmap_outcome dxgmap_op_destroy(dxgmap_state *s, dxgmap_caller caller, uint64_t object)
{
  uint32_t status = dxgmap_destroy_admit(s, caller, object);
  if (status != DXGMAP_OK) return dxgmap_refuse(status);
  return dxgmap_state_release(s, DXGMAP_MACHINE, dxgmap_handle_index(object));
}
/* dxgmap: end model/core/op_object.c */
/* dxgmap: begin model/core/op_object_view.c sha256 814e0023716a4c8b8be455760c00686022aedb24f1465c8530e58051de4b4203 */
/* #include "op_object_view.h" */

uint32_t dxgmap_object_view_admit(const dxgmap_state *s, dxgmap_caller caller, uint64_t object, uint32_t user,
                                  uint64_t offset, uint64_t bytes)
{
  uint32_t status = dxgmap_object_gate(s, caller, object);
  if (status != DXGMAP_OK) return status;
  uint32_t o = dxgmap_handle_index(object);
  if (user != 0 && s->adapter[DXGMAP_MACHINE].descriptors.at[o].index == DXGMAP_OBJECT_IO_SPACE)
    return DXGMAP_BAD_FLAGS;
  if (bytes == 0 || bytes % DXGMAP_PAGE_SIZE != 0 || offset % DXGMAP_PAGE_SIZE != 0) return DXGMAP_BAD_SIZE;
  uint64_t length = s->adapter[DXGMAP_MACHINE].descriptors.at[o].length;
  if (offset > length || bytes > length - offset) return DXGMAP_TOO_LARGE;
  return DXGMAP_OK;
}

dxgmap_outcome dxgmap_op_map_object(dxgmap_state *s, dxgmap_caller caller, uint64_t object, uint32_t user,
                                    uint64_t offset, uint64_t bytes, uint64_t at, uint32_t slack, uint32_t pressure)
{
  uint32_t status = dxgmap_object_view_admit(s, caller, object, user, offset, bytes);
  if (status != DXGMAP_OK) return dxgmap_refuse(status);
  if (pressure != 0) return dxgmap_refuse(DXGMAP_PRESSURE);
  uint64_t span = slack + bytes / DXGMAP_PAGE_SIZE;
  /*@ assert ok: AdapterOk(s->adapter[DXGMAP_MACHINE]); */
  if (!dxgmap_views_room(&s->adapter[DXGMAP_MACHINE].views, at, span)) return dxgmap_refuse(DXGMAP_PLACE_TAKEN);
  uint32_t o = dxgmap_handle_index(object);
  dxgmap_descriptor d = dxgmap_describe(DXGMAP_OBJECT_VIEW, 0);
  d.user = user;
  d.cache = s->adapter[DXGMAP_MACHINE].descriptors.at[o].cache;
  d.slack = slack;
  d.physical = offset;
  d.length = bytes;
  d.process = user != 0 ? caller.process : 0;
  return dxgmap_state_take(s, DXGMAP_MACHINE, d, (uint32_t)at, (uint32_t)span, o + 1u);
}

/* The slot of the view of an object whose base is `address`; DXGMAP_SLOTS when there is none. */
/*@ requires valid: \valid(a);
    requires ok: AdapterOk(*a);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures range: \result <= DXGMAP_SLOTS;
    ensures some: \result < DXGMAP_SLOTS ==> ObjectViewAt(*a, address, \result);
    ensures one: \forall integer i; ObjectViewAt(*a, address, i) ==> i == \result; */
static uint32_t dxgmap_object_view_at(const dxgmap_adapter *a, uint64_t address)
{
  uint32_t i = dxgmap_views_at(&a->views, address / DXGMAP_PAGE_SIZE);
  /*@ assert parts: AdapterParts(*a); */
  /*@ assert covered: \forall integer j; ObjectViewAt(*a, address, j)
             ==> ViewCovers(a->views, j, address / DXGMAP_PAGE_SIZE); */
  /*@ assert only: \forall integer j; ObjectViewAt(*a, address, j) ==> j == i; */
  if (i == DXGMAP_SLOTS || a->descriptors.at[i].kind != DXGMAP_OBJECT_VIEW ||
      (uint64_t)a->views.place[i] * DXGMAP_PAGE_SIZE != address)
    return DXGMAP_SLOTS;
  return i;
}

dxgmap_outcome dxgmap_op_unmap_object(dxgmap_state *s, dxgmap_caller caller, uint64_t object, uint64_t address,
                                      uint64_t bytes)
{
  uint32_t status = dxgmap_object_gate(s, caller, object);
  if (status != DXGMAP_OK) return dxgmap_refuse(status);
  /*@ assert ok: AdapterOk(s->adapter[DXGMAP_MACHINE]); */
  uint32_t i = dxgmap_object_view_at(&s->adapter[DXGMAP_MACHINE], address);
  if (i == DXGMAP_SLOTS) return dxgmap_refuse(DXGMAP_BAD_ADDRESS);
  if (s->adapter[DXGMAP_MACHINE].links.to.slot[i] != dxgmap_handle_index(object) + 1u)
    return dxgmap_refuse(DXGMAP_NOT_OF_OBJECT);
  if (bytes != s->adapter[DXGMAP_MACHINE].descriptors.at[i].length) return dxgmap_refuse(DXGMAP_BAD_SIZE);
  if (s->adapter[DXGMAP_MACHINE].descriptors.at[i].user != 0 &&
      caller.process != s->adapter[DXGMAP_MACHINE].descriptors.at[i].process)
    return dxgmap_refuse(DXGMAP_BAD_PROCESS);
  /*@ assert parts: AdapterParts(s->adapter[DXGMAP_MACHINE]) && AdapterLinks(s->adapter[DXGMAP_MACHINE])
             && OpenedOk(*s); */
  /*@ ghost dxgmap_adapter_unlinked(s->adapter[DXGMAP_MACHINE], i); */
  return dxgmap_state_release(s, DXGMAP_MACHINE, i);
}
/* dxgmap: end model/core/op_object_view.c */
/* dxgmap: begin model/core/op_pages.c sha256 5ef5aaab98c6caa23425e868169269619a460f884c1f240f0ce2e9146c7868ae */
/* #include "op_pages.h" */

uint32_t dxgmap_map_pages_admit(const dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, uint32_t kind)
{
  uint32_t status = dxgmap_state_gate(s, caller, adapter, DXGMAP_APC_LEVEL);
  if (status != DXGMAP_OK) return status;
  if (kind != DXGMAP_MDL && kind != DXGMAP_PAGE_LIST && kind != DXGMAP_CONTIGUOUS) return DXGMAP_BAD_KIND;
  if (s->adapter[dxgmap_state_find(s, adapter)].mode != DXGMAP_IDENTITY) return DXGMAP_BAD_MODE;
  return DXGMAP_OK;
}

dxgmap_outcome dxgmap_op_map_pages(dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, uint32_t kind,
                                   const uint64_t *pages, uint32_t count)
{
  uint32_t status = dxgmap_map_pages_admit(s, caller, adapter, kind);
  if (status != DXGMAP_OK) return dxgmap_refuse(status);
  if (count == 0) return dxgmap_refuse(DXGMAP_BAD_COUNT);
  if (!dxgmap_domain_in_memory(pages, count)) return dxgmap_refuse(DXGMAP_BAD_PAGE);
  return dxgmap_state_take_pages(s, dxgmap_state_find(s, adapter), dxgmap_describe(kind, 0), pages, count, 0);
}

dxgmap_outcome dxgmap_op_unmap_pages(dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, uint32_t kind,
                                     uint64_t handle)
{
  uint32_t status = dxgmap_map_pages_admit(s, caller, adapter, kind);
  if (status != DXGMAP_OK) return dxgmap_refuse(status);
  uint32_t k = dxgmap_state_find(s, adapter);
  if (!dxgmap_state_holds(s, k, kind, handle)) return dxgmap_refuse(DXGMAP_BAD_HANDLE);
  uint32_t i = dxgmap_handle_index(handle);
  /*@ assert links: AdapterOk(s->adapter[k]) && AdapterLinks(s->adapter[k]); */
  /*@ ghost dxgmap_adapter_unlinked(s->adapter[k], i); */
  /*@ assert names: HandleTag(handle) == k && HandleIndex(handle) == i
             && HandleGeneration(handle) == s->adapter[k].slots.generation[i]; */
  return dxgmap_state_release(s, k, i);
}
/* dxgmap: end model/core/op_pages.c */
/* dxgmap: begin model/core/op_pin.c sha256 575a4d5d2aebf8bdb57ef19977aa5f0f602b5853088e33e09a9c99e74384e3c2 */
/* #include "op_pin.h" */

uint32_t dxgmap_pin_admit(const dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, uint32_t index, uint64_t bytes,
                          uint32_t kind)
{
  uint32_t status = dxgmap_state_gate(s, caller, adapter, DXGMAP_APC_LEVEL);
  if (status != DXGMAP_OK) return status;
  if (kind != DXGMAP_PIN && kind != DXGMAP_PIN2) return DXGMAP_BAD_KIND;
  uint32_t k = dxgmap_state_find(s, adapter);
  if (kind == DXGMAP_PIN && s->adapter[k].mode != DXGMAP_IDENTITY) return DXGMAP_BAD_MODE;
  if (index >= s->adapter[k].saves.chain) return DXGMAP_BAD_INDEX;
  uint64_t maximum = s->adapter[k].saves.maximum.pages[index];
  if (maximum == 0) return DXGMAP_NO_SAVE_AREA;
  if (bytes == 0 || bytes % DXGMAP_PAGE_SIZE != 0) return DXGMAP_BAD_SIZE;
  if (bytes / DXGMAP_PAGE_SIZE > maximum) return DXGMAP_TOO_LARGE;
  if (kind == DXGMAP_PIN && bytes > 0xFFFFF000u) return DXGMAP_TOO_LARGE;
  if (bytes / DXGMAP_PAGE_SIZE > 0xFFFFFFFFu) return DXGMAP_TOO_LARGE;
  if (s->adapter[k].saves.pin[index] != 0) return DXGMAP_PINNED;
  return DXGMAP_OK;
}

dxgmap_outcome dxgmap_op_pin(dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, uint32_t index, uint64_t bytes,
                             uint32_t kind, const uint64_t *pages, uint32_t count, uint32_t pressure)
{
  uint32_t status = dxgmap_pin_admit(s, caller, adapter, index, bytes, kind);
  if (status != DXGMAP_OK) return dxgmap_refuse(status);
  if (pressure != 0) return dxgmap_refuse(DXGMAP_PRESSURE);
  if (count != bytes / DXGMAP_PAGE_SIZE) return dxgmap_refuse(DXGMAP_BAD_COUNT);
  if (!dxgmap_domain_in_memory(pages, count)) return dxgmap_refuse(DXGMAP_BAD_PAGE);
  return dxgmap_state_take_pages(s, dxgmap_state_find(s, adapter), dxgmap_describe(kind, index), pages, count, 0);
}

dxgmap_outcome dxgmap_op_unpin(dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, uint32_t index)
{
  uint32_t status = dxgmap_state_gate(s, caller, adapter, DXGMAP_APC_LEVEL);
  if (status != DXGMAP_OK) return dxgmap_refuse(status);
  uint32_t k = dxgmap_state_find(s, adapter);
  if (index >= s->adapter[k].saves.chain) return dxgmap_refuse(DXGMAP_BAD_INDEX);
  uint32_t pin = s->adapter[k].saves.pin[index];
  if (pin == 0) return dxgmap_refuse(DXGMAP_NOT_PINNED);
  /*@ assert adapter: AdapterPins(s->adapter[k]) && AdapterParts(s->adapter[k]) && AdapterLinks(s->adapter[k]); */
  /*@ assert mine: IsPin(s->adapter[k].descriptors.at[pin - 1].kind); */
  /*@ ghost dxgmap_adapter_unlinked(s->adapter[k], (uint32_t)(pin - 1)); */
  return dxgmap_state_release(s, k, pin - 1u);
}
/* dxgmap: end model/core/op_pin.c */
/* dxgmap: begin model/core/op_pointer.c sha256 9091171cc3f7915c4015ca224d58b7b7f4976d4f1a1b24ebea4b56a416b50019 */
/* #include "op_pointer.h" */

uint32_t dxgmap_pointer_admit(const dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, uint32_t index,
                              uint64_t size, uint64_t offset)
{
  uint32_t status = dxgmap_state_gate(s, caller, adapter, DXGMAP_APC_LEVEL);
  if (status != DXGMAP_OK) return status;
  uint32_t k = dxgmap_state_find(s, adapter);
  if (index >= s->adapter[k].saves.chain) return DXGMAP_BAD_INDEX;
  uint64_t maximum = s->adapter[k].saves.maximum.pages[index];
  if (maximum == 0) return DXGMAP_NO_SAVE_AREA;
  if (size == 0 || size % DXGMAP_PAGE_SIZE != 0 || offset % DXGMAP_PAGE_SIZE != 0) return DXGMAP_BAD_SIZE;
  /* in pages, so that nothing overflows */
  if (offset / DXGMAP_PAGE_SIZE > maximum || size / DXGMAP_PAGE_SIZE > maximum - offset / DXGMAP_PAGE_SIZE)
    return DXGMAP_TOO_LARGE;
  return DXGMAP_OK;
}

dxgmap_outcome dxgmap_op_map_pointer(dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, uint32_t index,
                                     uint64_t size, uint64_t offset, uint64_t at, uint32_t slack, uint32_t pressure)
{
  uint32_t status = dxgmap_pointer_admit(s, caller, adapter, index, size, offset);
  if (status != DXGMAP_OK) return dxgmap_refuse(status);
  if (pressure != 0) return dxgmap_refuse(DXGMAP_PRESSURE);
  uint32_t k = dxgmap_state_find(s, adapter);
  uint64_t span = slack + size / DXGMAP_PAGE_SIZE;
  if (!dxgmap_views_room(&s->adapter[k].views, at, span)) return dxgmap_refuse(DXGMAP_PLACE_TAKEN);
  dxgmap_descriptor d = dxgmap_describe(DXGMAP_POINTER, index);
  d.slack = slack;
  d.physical = offset;
  d.length = size;
  return dxgmap_state_take(s, k, d, (uint32_t)at, (uint32_t)span, 0);
}

dxgmap_outcome dxgmap_op_unmap_pointer(dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, uint32_t index,
                                       uint64_t address)
{
  uint32_t status = dxgmap_state_gate(s, caller, adapter, DXGMAP_APC_LEVEL);
  if (status != DXGMAP_OK) return dxgmap_refuse(status);
  uint32_t k = dxgmap_state_find(s, adapter);
  if (index >= s->adapter[k].saves.chain) return dxgmap_refuse(DXGMAP_BAD_INDEX);
  uint32_t i = dxgmap_views_at(&s->adapter[k].views, address / DXGMAP_PAGE_SIZE);
  /*@ assert parts: AdapterParts(s->adapter[k]); */
  /*@ assert covered: \forall integer j; PointerAt(s->adapter[k], index, address, j)
             ==> ViewCovers(s->adapter[k].views, j, address / DXGMAP_PAGE_SIZE); */
  /*@ assert only: \forall integer j; PointerAt(s->adapter[k], index, address, j) ==> j == i; */
  if (i == DXGMAP_SLOTS) return dxgmap_refuse(DXGMAP_BAD_ADDRESS);
  if (s->adapter[k].descriptors.at[i].kind != DXGMAP_POINTER || s->adapter[k].descriptors.at[i].index != index ||
      (uint64_t)s->adapter[k].views.place[i] * DXGMAP_PAGE_SIZE != address)
    return dxgmap_refuse(DXGMAP_BAD_ADDRESS);
  /*@ assert found: PointerAt(s->adapter[k], index, address, i); */
  /*@ assert links: AdapterLinks(s->adapter[k]); */
  /*@ ghost dxgmap_adapter_unlinked(s->adapter[k], i); */
  return dxgmap_state_release(s, k, i);
}
/* dxgmap: end model/core/op_pointer.c */
/* dxgmap: begin model/core/op_translate.c sha256 42cf3605d6693d3372139b12b1f4a7c7e58123367da284063f6bd6ebbfc29159 */
/* #include "op_translate.h" */

/*@ ghost
  // What the domain holds is what some live mapping has captured.
  /@ requires parts: AdapterParts(a);
     requires mode: a.mode == DXGMAP_IDENTITY;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures reference: DomainHolds(a.domain, page) <==> Xlate(a, page, page); @/
  void dxgmap_translate_reference(dxgmap_adapter a, uint64_t page)
  {
    /@ assert live: \forall integer i; RangeLive(a.domain.ranges, i)
         ==> a.descriptors.at[i - DXGMAP_FIRST].kind != DXGMAP_NO_KIND; @/
    /@ assert there: \forall integer i, l; RangeCovers(a.domain.ranges, i, l) && a.domain.cells.cell[l] == page + 1
         ==> CapturedAt(a, i - DXGMAP_FIRST, l - a.domain.ranges.base[i], page); @/
    /@ assert some: \forall integer i; Captures(a.domain, i, page) ==> Xlate(a, page, page); @/
    /@ assert here: \forall integer i, o; CapturedAt(a, i, o, page)
         ==> RangeCovers(a.domain.ranges, DXGMAP_ID(i), a.domain.ranges.base[DXGMAP_ID(i)] + o); @/
    /@ assert back: \forall integer i, o; CapturedAt(a, i, o, page) ==> Captures(a.domain, DXGMAP_ID(i), page); @/
    return;
  }
*/
/*@ ghost
  /@ requires parts: AdapterParts(a) && DomainOk(a.domain);
     requires coherent: CoherentCounts(a.domain.translation, a.domain.counts);
     requires mode: a.mode == DXGMAP_IDENTITY;
     requires page: page < DXGMAP_PAGES;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures coherent: CoherentAt(a, page); @/
  void dxgmap_translate_identity(dxgmap_adapter a, uint64_t page)
  {
    dxgmap_translate_reference(a, page);
    dxgmap_domain_held(a.domain, page);
    /@ assert only: \forall integer p; Xlate(a, page, p) ==> p == page; @/
    /@ assert value: Translated(a.domain.translation, page) == (a.domain.counts.count[page] != 0 ? page + 1 : 0); @/
    return;
  }
*/
/*@ ghost
  /@ requires parts: AdapterParts(a) && DomainOk(a.domain);
     requires coherent: CoherentCells(a.domain.translation, a.domain.cells);
     requires mode: a.mode != DXGMAP_IDENTITY;
     requires page: page < DXGMAP_CELLS;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures coherent: CoherentAt(a, page); @/
  void dxgmap_translate_remapping(dxgmap_adapter a, uint64_t page)
  {
    /@ assert value: Translated(a.domain.translation, page) == a.domain.cells.cell[page]; @/
    /@ assert used: a.domain.cells.cell[page] != 0 <==> a.domain.owners.id[page] != 0; @/
    uint32_t id = a.domain.owners.id[page];
    /@ assert covers: \forall integer i, p; Answers(a, i, page, p) ==> RangeCovers(a.domain.ranges, DXGMAP_ID(i), page); @/
    /@ assert only: \forall integer i, p; Answers(a, i, page, p)
         ==> id == DXGMAP_ID(i) && p == a.domain.cells.cell[page] - 1; @/
    /@ assert here: id != 0 ==> RangeCovers(a.domain.ranges, id, page); @/
    /@ assert answers: id != 0 ==> Answers(a, id - DXGMAP_FIRST, page, a.domain.cells.cell[page] - 1); @/
    /@ assert some: id != 0 ==> Xlate(a, page, a.domain.cells.cell[page] - 1); @/
    return;
  }
*/
/*@ ghost
  void dxgmap_translate_coherent(dxgmap_adapter a, uint64_t page)
  {
    if (a.mode == DXGMAP_IDENTITY) {
      dxgmap_translate_identity(a, page);
    } else {
      dxgmap_translate_remapping(a, page);
    }
    return;
  }
*/

/* What the domain answers for a logical page, once it is in force and in use. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    requires adapter: k < DXGMAP_ADAPTERS;
    requires page: page < LogicalPages(s->adapter[k]);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures status: \result.status == DXGMAP_OK || \result.status == DXGMAP_BLOCKED;
    ensures some: \result.status == DXGMAP_OK ==> Xlate(s->adapter[k], page, \result.page);
    ensures behalf: \result.status == DXGMAP_OK ==> AnswersFor(*s, k, page, \result.page, \result.handle);
    ensures none: \result.status != DXGMAP_OK ==> !Translates(s->adapter[k], page) && \result.page == 0
                  && \result.handle == 0; */
static dxgmap_answer dxgmap_translate_page(const dxgmap_state *s, uint32_t k, uint64_t page)
{
  dxgmap_answer a;
  a.status = DXGMAP_BLOCKED;
  a.page = 0;
  a.handle = 0;
  /*@ assert ok: AdapterOk(s->adapter[k]); */
  /*@ assert parts: AdapterParts(s->adapter[k]) && SlotsOk(s->adapter[k].slots) && DomainOk(s->adapter[k].domain)
             && Coherent(s->adapter[k].domain, s->adapter[k].mode); */
  /*@ ghost dxgmap_translate_coherent(s->adapter[k], page); */
  uint32_t value = dxgmap_translation_find(&s->adapter[k].domain.translation, page);
  if (value == 0) return a;
  a.status = DXGMAP_OK;
  a.page = value - 1u;
  /*@ assert some: Xlate(s->adapter[k], page, a.page); */
  if (s->adapter[k].mode == DXGMAP_IDENTITY) return a;
  uint32_t id = dxgmap_domain_owner(&s->adapter[k].domain, page);
  /*@ assert only: \forall integer i, p; Answers(s->adapter[k], i, page, p) ==> id == DXGMAP_ID(i); */
  uint32_t i = id - DXGMAP_FIRST;
  /*@ assert live: SlotLive(s->adapter[k].slots, i) && s->adapter[k].descriptors.at[i].kind != DXGMAP_NO_KIND; */
  a.handle = dxgmap_handle_make(k, s->adapter[k].slots.generation[i], i);
  /*@ assert covers: RangeCovers(s->adapter[k].domain.ranges, DXGMAP_ID(i), page); */
  /*@ assert captured: CapturedPage(s->adapter[k].domain, DXGMAP_ID(i), page - s->adapter[k].domain.ranges.base[DXGMAP_ID(i)])
             == a.page; */
  /*@ assert valid: Valid(*s, a.handle) && HandleTag(a.handle) == k && HandleIndex(a.handle) == i; */
  /*@ assert base: BaseOf(*s, a.handle) == s->adapter[k].domain.ranges.base[DXGMAP_ID(i)]; */
  /*@ assert pages: PagesOf(*s, a.handle) == s->adapter[k].domain.ranges.length[DXGMAP_ID(i)]; */
  /*@ assert page: PageOf(*s, a.handle, page - BaseOf(*s, a.handle)) == a.page; */
  /*@ assert within: 0 <= page - BaseOf(*s, a.handle) < PagesOf(*s, a.handle); */
  /*@ assert behalf: AnswersFor(*s, k, page, a.page, a.handle); */
  return a;
}

dxgmap_answer dxgmap_op_translate(const dxgmap_state *s, uint64_t adapter, uint64_t page)
{
  dxgmap_answer a;
  a.page = 0;
  a.handle = 0;
  uint32_t k = dxgmap_state_find(s, adapter);
  if (k == DXGMAP_ADAPTERS) {
    a.status = DXGMAP_BAD_ADAPTER;
    return a;
  }
  if (s->adapter[k].exclusive != 0) {
    a.status = DXGMAP_EXCLUSIVE;
    return a;
  }
  a.status = DXGMAP_BLOCKED;
  if (s->adapter[k].mode == DXGMAP_IDENTITY && page >= DXGMAP_PAGES) return a;
  if (s->adapter[k].mode != DXGMAP_IDENTITY && page >= DXGMAP_CELLS) return a;
  if (s->adapter[k].attached == 0) {
    a.status = DXGMAP_BYPASS;
    a.page = page;
    return a;
  }
  return dxgmap_translate_page(s, k, page);
}

uint32_t dxgmap_lock_count(const dxgmap_state *s, uint64_t page)
{
  uint32_t sum = 0;
  if (page >= DXGMAP_PAGES) return 0;
  /*@ loop invariant range: 0 <= k <= DXGMAP_PLACES;
      loop invariant sum: sum == LockSum(*s, k, page) && sum <= k * DXGMAP_CELLS;
      loop assigns k, sum;
      loop variant DXGMAP_PLACES - k; */
  for (uint32_t k = 0; k < DXGMAP_PLACES; k++) {
    /*@ assert ok: AdapterOk(s->adapter[k]) && DomainOk(s->adapter[k].domain)
               && CountsBounded(s->adapter[k].domain.counts); */
    sum += s->adapter[k].domain.counts.count[page];
  }
  return sum;
}

uint32_t dxgmap_base_page(const dxgmap_state *s, uint64_t handle)
{
  uint32_t k = dxgmap_handle_tag(handle);
  uint32_t i = dxgmap_handle_index(handle);
  /*@ assert slot: Valid(*s, handle) ==> k < DXGMAP_PLACES && i < DXGMAP_SLOTS && HandleIndex(handle) == i; */
  if (k >= DXGMAP_PLACES || i >= DXGMAP_SLOTS) return 0;
  /*@ assert ok: AdapterOk(s->adapter[k]) && SlotsOk(s->adapter[k].slots); */
  if (!dxgmap_slots_valid(&s->adapter[k].slots, i, dxgmap_handle_generation(handle))) return 0;
  return s->adapter[k].domain.ranges.base[DXGMAP_ID(i)];
}
/* dxgmap: end model/core/op_translate.c */
/* dxgmap: begin model/core/op_view.c sha256 fdce616e7dd03f638cb7ce60a055e37b827fa3642f384a386f2e830efe56aea6 */
/* #include "op_view.h" */

/*@ requires valid: \valid(a);
    requires count: a->resources.count <= DXGMAP_RESOURCES;
    requires range: start + length <= 0xFFFFFFFFFFFFFFFF;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> Owns(a->resources, space, start, length); */
static int dxgmap_view_owned(const dxgmap_adapter *a, uint32_t space, uint64_t start, uint64_t length)
{
  /*@ loop invariant range: 0 <= k <= a->resources.count;
      loop invariant none: \forall integer j; 0 <= j < k ==> !(a->resources.at[j].space == space
                           && a->resources.at[j].start <= start
                           && start + length <= a->resources.at[j].start + a->resources.at[j].length);
      loop assigns k;
      loop variant a->resources.count - k; */
  for (uint32_t k = 0; k < a->resources.count; k++) {
    /* distances, so that nothing overflows */
    if (a->resources.at[k].space == space && a->resources.at[k].start <= start && length <= a->resources.at[k].length &&
        start - a->resources.at[k].start <= a->resources.at[k].length - length)
      return 1;
  }
  return 0;
}

/*@ requires range: r.length >= 1 && r.physical + r.length <= 0xFFFFFFFFFFFFFFFF;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> Conflicts(d, r); */
static int dxgmap_view_conflicts(dxgmap_descriptor d, dxgmap_view_request r)
{
  if (d.kind != DXGMAP_VIDEO || d.space != DXGMAP_MEMORY_SPACE || r.space != DXGMAP_MEMORY_SPACE || d.cache == r.cache)
    return 0;
  if (d.physical <= r.physical) return r.physical - d.physical < d.length;
  return d.physical - r.physical < r.length;
}

/*@ requires valid: \valid(a) && \valid(r);
    requires separated: \separated(a, r);
    requires ok: AdapterOk(*a);
    requires range: r->length >= 1 && r->physical + r->length <= 0xFFFFFFFFFFFFFFFF;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> CacheConflict(*a, *r); */
static int dxgmap_view_conflict(const dxgmap_adapter *a, const dxgmap_view_request *r)
{
  /*@ assert slots: SlotsOk(a->slots) && AdapterParts(*a); */
  /*@ loop invariant range: 0 <= j <= a->slots.live;
      loop invariant none: \forall integer q; a->slots.free <= q < a->slots.free + j
                           ==> !Conflicts(a->descriptors.at[a->slots.order[q]], *r);
      loop assigns j;
      loop variant a->slots.live - j; */
  for (uint32_t j = 0; j < a->slots.live; j++) {
    if (dxgmap_view_conflicts(a->descriptors.at[dxgmap_slots_at(&a->slots, j)], *r)) return 1;
  }
  /*@ assert live: \forall integer i; 0 <= i < DXGMAP_SLOTS && Conflicts(a->descriptors.at[i], *r)
             ==> SlotLive(a->slots, i) && a->slots.order[a->slots.place[i]] == i; */
  return 0;
}

uint32_t dxgmap_view_admit(const dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, const dxgmap_view_request *r)
{
  uint32_t status = dxgmap_state_gate(s, caller, adapter, DXGMAP_PASSIVE_LEVEL);
  if (status != DXGMAP_OK) return status;
  if (r->kind != DXGMAP_VIEW && r->kind != DXGMAP_VIDEO) return DXGMAP_BAD_KIND;
  if (r->space > DXGMAP_IO_SPACE) return DXGMAP_BAD_SPACE;
  if (r->length == 0 || r->length > 0xFFFFFFFFu || r->physical > 0xFFFFFFFFFFFFFFFFu - r->length)
    return DXGMAP_BAD_SIZE;
  if (r->kind == DXGMAP_VIDEO && r->process != 0 && r->process != caller.process) return DXGMAP_BAD_PROCESS;
  uint32_t k = dxgmap_state_find(s, adapter);
  /*@ assert ok: AdapterOk(s->adapter[k]); */
  if (!dxgmap_view_owned(&s->adapter[k], r->space, r->physical, r->length)) return DXGMAP_NOT_OWNED;
  if (r->kind == DXGMAP_VIDEO && dxgmap_view_conflict(&s->adapter[k], r)) return DXGMAP_CACHE_CONFLICT;
  return DXGMAP_OK;
}

/*@ requires valid: \valid(r);
    requires length: r->length <= 0xFFFFFFFF;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures span: \result == ViewSpan(*r); */
static uint64_t dxgmap_view_span(const dxgmap_view_request *r)
{
  if (r->space != DXGMAP_MEMORY_SPACE) return 0;
  return (r->physical % DXGMAP_PAGE_SIZE + r->length + DXGMAP_PAGE_SIZE - 1u) / DXGMAP_PAGE_SIZE;
}

dxgmap_outcome dxgmap_op_map_view(dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, const dxgmap_view_request *r)
{
  uint32_t status = dxgmap_view_admit(s, caller, adapter, r);
  if (status != DXGMAP_OK) return dxgmap_refuse(status);
  uint32_t k = dxgmap_state_find(s, adapter);
  uint64_t span = dxgmap_view_span(r);
  if (r->space == DXGMAP_MEMORY_SPACE && !dxgmap_views_room(&s->adapter[k].views, r->at, span))
    return dxgmap_refuse(DXGMAP_PLACE_TAKEN);
  dxgmap_descriptor d = dxgmap_describe(r->kind, 0);
  d.space = r->space;
  d.user = r->space == DXGMAP_MEMORY_SPACE ? r->user : 0;
  d.cache = r->cache;
  d.physical = r->physical;
  d.length = r->length;
  d.process = d.user != 0 ? caller.process : 0;
  /* without window pages the place does not matter */
  return dxgmap_state_take(s, k, d, span > 0 ? (uint32_t)r->at : 0, (uint32_t)span, 0);
}

/*@ requires valid: \valid(a);
    requires ok: AdapterOk(*a);
    requires kind: IsView(kind);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures range: \result <= DXGMAP_SLOTS;
    ensures some: \result < DXGMAP_SLOTS ==> ViewAt(*a, kind, DXGMAP_IO_SPACE, address, \result);
    ensures none: \result == DXGMAP_SLOTS
                  ==> \forall integer i; !ViewAt(*a, kind, DXGMAP_IO_SPACE, address, i); */
static uint32_t dxgmap_view_port(const dxgmap_adapter *a, uint32_t kind, uint64_t address)
{
  /*@ assert slots: SlotsOk(a->slots) && AdapterParts(*a); */
  /*@ loop invariant range: 0 <= j <= a->slots.live;
      loop invariant none: \forall integer q; a->slots.free <= q < a->slots.free + j
                           ==> !ViewAt(*a, kind, DXGMAP_IO_SPACE, address, a->slots.order[q]);
      loop assigns j;
      loop variant a->slots.live - j; */
  for (uint32_t j = 0; j < a->slots.live; j++) {
    uint32_t i = dxgmap_slots_at(&a->slots, j);
    if (a->descriptors.at[i].kind == kind && a->descriptors.at[i].space == DXGMAP_IO_SPACE &&
        a->descriptors.at[i].physical <= address &&
        address - a->descriptors.at[i].physical < a->descriptors.at[i].length &&
        (kind != DXGMAP_VIEW || a->descriptors.at[i].physical == address))
      return i;
  }
  /*@ assert live: \forall integer i; ViewAt(*a, kind, DXGMAP_IO_SPACE, address, i)
             ==> SlotLive(a->slots, i) && a->slots.order[a->slots.place[i]] == i; */
  return DXGMAP_SLOTS;
}

/*@ requires valid: \valid(a);
    requires ok: AdapterOk(*a);
    requires kind: IsView(kind);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures range: \result <= DXGMAP_SLOTS;
    ensures some: \result < DXGMAP_SLOTS ==> ViewAt(*a, kind, DXGMAP_MEMORY_SPACE, address, \result);
    ensures one: \forall integer i; ViewAt(*a, kind, DXGMAP_MEMORY_SPACE, address, i) ==> i == \result; */
static uint32_t dxgmap_view_memory(const dxgmap_adapter *a, uint32_t kind, uint64_t address)
{
  uint32_t i = dxgmap_views_at(&a->views, address / DXGMAP_PAGE_SIZE);
  /*@ assert parts: AdapterParts(*a) && ViewsOk(a->views); */
  /*@ assert covered: \forall integer j; ViewAt(*a, kind, DXGMAP_MEMORY_SPACE, address, j)
             ==> ViewCovers(a->views, j, address / DXGMAP_PAGE_SIZE); */
  /*@ assert only: \forall integer j; ViewAt(*a, kind, DXGMAP_MEMORY_SPACE, address, j) ==> j == i; */
  if (i == DXGMAP_SLOTS) return DXGMAP_SLOTS;
  /* what has a window page is in memory space */
  if (a->descriptors.at[i].kind != kind) return DXGMAP_SLOTS;
  uint64_t base = (uint64_t)a->views.place[i] * DXGMAP_PAGE_SIZE + a->descriptors.at[i].physical % DXGMAP_PAGE_SIZE;
  if (address < base || (kind == DXGMAP_VIEW && address != base)) return DXGMAP_SLOTS;
  return i;
}

/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> ProcessFits(d, caller, process); */
static int dxgmap_view_process(dxgmap_descriptor d, dxgmap_caller caller, uint64_t process)
{
  if (d.space == DXGMAP_IO_SPACE) return 1;
  return (process == 0 || process == d.process) && (d.user == 0 || caller.process == d.process);
}

dxgmap_outcome dxgmap_op_unmap_view(dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, uint32_t kind,
                                    uint32_t space, uint64_t address, uint64_t process)
{
  uint32_t status = dxgmap_state_gate(s, caller, adapter, DXGMAP_PASSIVE_LEVEL);
  if (status != DXGMAP_OK) return dxgmap_refuse(status);
  if (kind != DXGMAP_VIEW && kind != DXGMAP_VIDEO) return dxgmap_refuse(DXGMAP_BAD_KIND);
  if (space > DXGMAP_IO_SPACE) return dxgmap_refuse(DXGMAP_BAD_SPACE);
  uint32_t k = dxgmap_state_find(s, adapter);
  /*@ assert ok: AdapterOk(s->adapter[k]); */
  uint32_t i = space == DXGMAP_IO_SPACE ? dxgmap_view_port(&s->adapter[k], kind, address)
                                        : dxgmap_view_memory(&s->adapter[k], kind, address);
  if (i == DXGMAP_SLOTS) return dxgmap_refuse(DXGMAP_BAD_ADDRESS);
  if (!dxgmap_view_process(s->adapter[k].descriptors.at[i], caller, process)) return dxgmap_refuse(DXGMAP_BAD_PROCESS);
  /*@ assert parts: AdapterParts(s->adapter[k]) && AdapterLinks(s->adapter[k]); */
  /*@ ghost dxgmap_adapter_unlinked(s->adapter[k], i); */
  return dxgmap_state_release(s, k, i);
}
/* dxgmap: end model/core/op_view.c */
/* dxgmap: begin model/core/outcome.c sha256 1f7a3a7f7e25c73febbaba0291f6630ce24c0daa7355210d87e89f1a4642a29f */
/* #include "outcome.h" */

dxgmap_outcome dxgmap_refuse(uint32_t status)
{
  dxgmap_outcome o;
  o.status = status;
  o.handle = 0;
  return o;
}

dxgmap_outcome dxgmap_accept(uint64_t handle)
{
  dxgmap_outcome o;
  o.status = DXGMAP_OK;
  o.handle = handle;
  return o;
}
/* dxgmap: end model/core/outcome.c */
/* dxgmap: begin model/core/quarantine.c sha256 7c86e58532fb47937979a03df783980121438e41c16709f5de369676f6d2bc17 */
/* #include "quarantine.h" */

/* The fact of quarantine.h that no code computes. */
/*@ ghost
  void dxgmap_quarantine_apart(const dxgmap_ranges *ranges) {
    dxgmap_ranges_apart(ranges);
    /@ assert runs: \forall integer i, page; RangeCovers(*ranges, i, page) ==> RunCovers(*ranges, i, page); @/
  }
*/

/* While nothing waits, what is free here is free outright. */
/*@ ghost
  /@ requires valid: \valid(ranges);
     requires none: WaitingRuns(*ranges) && ranges->waiting.count == 0 && ranges->waiting.oldest < DXGMAP_QUARANTINE;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures free: \forall integer first, pages; RangeFree(*ranges, first, pages) ==> RunFree(*ranges, first, pages); @/
  void dxgmap_quarantine_bare(const dxgmap_ranges *ranges) {
    /@ assert waits: \forall integer i; 1 <= i < DXGMAP_FIRST ==> !Waits(ranges->waiting, i); @/
    /@ assert idle: \forall integer i; 1 <= i < DXGMAP_FIRST ==> ranges->length[i] == 0; @/
    /@ assert live: \forall integer i; RunLive(*ranges, i) ==> RangeLive(*ranges, i); @/
    /@ assert covers: \forall integer i, page; RunCovers(*ranges, i, page) ==> RangeCovers(*ranges, i, page); @/
    /@ assert page: \forall integer page; RangePageFree(*ranges, page) ==> RunPageFree(*ranges, page); @/
  }
*/

/* Says which ids wait, and how many may. */
/*@ requires valid: \valid(ranges);
    requires ok: RunsOk(*ranges);
    terminates \true;
    exits \false;
    assigns ranges->waiting;
    ensures ok: RunsOk(*ranges);
    ensures set: ranges->waiting.oldest == oldest && ranges->waiting.count == count && ranges->waiting.limit == limit; */
static void dxgmap_quarantine_wait(dxgmap_ranges *ranges, uint32_t oldest, uint32_t count, uint32_t limit)
{
  ranges->waiting.oldest = oldest;
  ranges->waiting.count = count;
  ranges->waiting.limit = limit;
  /*@ assert zero: RunsZero(\at(*ranges, Pre)) ==> RunsZero(*ranges); */
  /*@ assert on: \forall integer i; RunOn(*ranges, i) <==> RunOn(\at(*ranges, Pre), i); */
  /*@ assert owns: \forall integer i, page; RunOwns(*ranges, i, page) <==> RunOwns(\at(*ranges, Pre), i, page); */
  /*@ assert has: \forall integer page; RunHas(\at(*ranges, Pre), page) ==> RunHas(*ranges, page); */
  /*@ assert started: RunsStarted(\at(*ranges, Pre)) ==> RunsStarted(*ranges); */
}

/* The run that has waited longest is free. */
/*@ requires valid: \valid(ranges);
    requires ok: RangesOk(*ranges);
    requires some: ranges->waiting.count > 0;
    terminates \true;
    exits \false;
    assigns *ranges;
    ensures ok: RangesOk(*ranges);
    ensures less: ranges->waiting.count == \old(ranges->waiting.count) - 1;
    ensures others: RangeOthers(\old(*ranges), *ranges, DXGMAP_RANGE_HEAD);
    ensures limits: RangeLimits(\old(*ranges), *ranges);
    ensures free: \forall integer page; RangePageFree(\old(*ranges), page) <==> RangePageFree(*ranges, page); */
static void dxgmap_quarantine_expire(dxgmap_ranges *ranges)
{
  uint32_t oldest = ranges->waiting.oldest;

  /*@ assert waits: Waits(ranges->waiting, 1 + oldest) && RunLive(*ranges, 1 + oldest); */
  dxgmap_ranges_free(ranges, 1u + oldest);
  dxgmap_quarantine_wait(ranges, oldest + 1u == DXGMAP_QUARANTINE ? 0u : oldest + 1u, ranges->waiting.count - 1u,
                         ranges->waiting.limit);
  /*@ assert places: \forall integer i; 1 <= i < DXGMAP_FIRST ==>
        (Waits(ranges->waiting, i) <==> i != 1 + oldest && Waits(\at(*ranges, Pre).waiting, i)); */
  /*@ assert runs: WaitingRuns(*ranges); */
  /*@ assert covers: \forall integer i, page; RangeCovers(\at(*ranges, Pre), i, page) <==> RangeCovers(*ranges, i, page); */
}

/* A page belongs to one run and the gap after it. */
/*@ ghost
  /@ requires valid: \valid(ranges);
     requires ok: RunsStarted(*ranges);
     requires on: RunOn(*ranges, i);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures waits: i < DXGMAP_FIRST ==>
       \forall integer page; 1 <= page && ranges->base[i] <= page < RunEnd(*ranges, i) ==> RangePageFree(*ranges, page);
     ensures gap: \forall integer page;
       ranges->base[i] + ranges->length[i] <= page < RunEnd(*ranges, i) ==> RangePageFree(*ranges, page);
     ensures outright: \forall integer page;
       ranges->base[i] + ranges->length[i] <= page < RunEnd(*ranges, i) ==> RunPageFree(*ranges, page);
     ensures held: i >= DXGMAP_FIRST ==> \forall integer page;
       ranges->base[i] <= page < ranges->base[i] + ranges->length[i] ==> !RangePageFree(*ranges, page); @/
  void dxgmap_quarantine_owned(const dxgmap_ranges *ranges, uint32_t i) {
    /@ assert one: \forall integer j, page; RunOwns(*ranges, j, page) && RunOwns(*ranges, i, page) ==> i == j; @/
    /@ assert owns: \forall integer j, page; RangeCovers(*ranges, j, page) ==> RunOwns(*ranges, j, page); @/
    /@ assert live: \forall integer j, page; RunCovers(*ranges, j, page) ==> RunOwns(*ranges, j, page); @/
    /@ assert held: \forall integer page; i >= DXGMAP_FIRST
         && ranges->base[i] <= page < ranges->base[i] + ranges->length[i] ==> RangeCovers(*ranges, i, page); @/
  }
*/

/* No free run of so many pages ends at or before `end`: none ends at or before `from`, the pages from there to `held` are
   not free, and too few follow. */
/*@ ghost
  /@ requires valid: \valid(ranges);
     requires pages: 1 <= pages;
     requires order: from <= end && held < end && end - held <= pages;
     requires before: \forall integer s; 0 <= s && s + pages <= from ==> !RangeFree(*ranges, s, pages);
     requires held: !RangePageFree(*ranges, held);
     requires taken: \forall integer page; from <= page <= held ==> !RangePageFree(*ranges, page);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures none: \forall integer s; 0 <= s && s + pages <= end ==> !RangeFree(*ranges, s, pages); @/
  void dxgmap_quarantine_blocked(const dxgmap_ranges *ranges, uint32_t from, uint32_t held, uint32_t end, uint32_t pages) {
    /@ assert across: \forall integer s; s <= held < s + pages ==> !RangeFree(*ranges, s, pages); @/
    /@ assert last: \forall integer s; RangeFree(*ranges, s, pages) ==> RangePageFree(*ranges, s + pages - 1); @/
    /@ assert within: \forall integer s; from < s + pages <= held ==> !RangeFree(*ranges, s, pages); @/
  }
*/

/* No free run of so many pages exists: none is free outright, and none starts where a run that does not wait ends before
   one that does. For of the free pages in a row that hold a free run, the first is where a run ends that does not wait;
   and if the next does not wait either, they are all free outright. Shown along the ring, with the run `held` that the
   free pages in a row start after. */
/*@ ghost
  /@ requires valid: \valid(ranges);
     requires ok: RunsStarted(*ranges);
     requires pages: 1 <= pages;
     requires outright: \forall integer s; 0 <= s && s + pages <= ranges->limit ==> !RunFree(*ranges, s, pages);
     requires waiting: \forall integer i; RunLive(*ranges, i) && WaitingId(i) && !WaitingId(ranges->prev[i]) ==>
       !RangeRoomAfter(*ranges, ranges->prev[i], pages);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures none: !RangeRoom(*ranges, pages); @/
  void dxgmap_quarantine_nowhere(const dxgmap_ranges *ranges, uint32_t pages) {
    uint32_t i = DXGMAP_RANGE_HEAD;
    uint32_t held = DXGMAP_RANGE_HEAD;
    uint32_t first = 1u;
    uint32_t end = 1u + ranges->heap.gap[DXGMAP_RANGE_HEAD];

    dxgmap_quarantine_owned(ranges, DXGMAP_RANGE_HEAD);
    /@ assert free: end - first >= pages ==> RunFree(*ranges, first, pages); @/
    /@ assert zero: !RangePageFree(*ranges, 0); @/
    dxgmap_quarantine_blocked(ranges, 0u, 0u, end, pages);
    /@ loop invariant on: RunOn(*ranges, i) && RunOn(*ranges, held) && !WaitingId(held);
       loop invariant first: 1 <= first == ranges->base[held] + ranges->length[held];
       loop invariant end: first <= end == RunEnd(*ranges, i) <= ranges->limit;
       loop invariant short: end < first + pages;
       loop invariant room: i == held || WaitingId(i) && !RangeRoomAfter(*ranges, held, pages);
       loop invariant free: \forall integer page; first <= page < end ==> RangePageFree(*ranges, page);
       loop invariant taken: !RangePageFree(*ranges, first - 1);
       loop invariant none: \forall integer s; 0 <= s && s + pages <= end ==> !RangeFree(*ranges, s, pages);
       loop assigns i, held, first, end;
       loop variant ranges->limit - end; @/
    while (ranges->next[i] != DXGMAP_RANGE_HEAD) {
      uint32_t from = first - 1u;

      /@ assert waits: WaitingId(ranges->next[i]) ==> !RangeRoomAfter(*ranges, held, pages); @/
      /@ assert touch: end == ranges->base[ranges->next[i]] && RunEnd(*ranges, ranges->next[i]) <= ranges->limit; @/
      i = ranges->next[i];
      dxgmap_quarantine_owned(ranges, i);
      if (i >= DXGMAP_FIRST) {
        held = i;
        from = end;
        first = end + ranges->length[i];
        /@ assert free: ranges->heap.gap[i] >= pages ==> RunFree(*ranges, first, pages); @/
      }
      end = end + ranges->length[i] + ranges->heap.gap[i];
      /@ assert short: end < first + pages; @/
      dxgmap_quarantine_blocked(ranges, from, (uint32_t)(first - 1u), end, pages);
    }
    /@ assert all: end == ranges->limit; @/
  }
*/

/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> WaitingId(id); */
static int dxgmap_quarantine_waits(uint32_t id)
{
  return id != DXGMAP_RANGE_HEAD && id < DXGMAP_FIRST;
}

/* Whether so many pages are free from the end of a run that does not wait: over the runs that follow and wait. */
/*@ requires valid: \valid(ranges);
    requires ok: RunsStarted(*ranges);
    requires on: RunOn(*ranges, held) && !WaitingId(held);
    requires pages: 1 <= pages;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> RangeRoomAfter(*ranges, held, pages); */
static int dxgmap_quarantine_fits_after(const dxgmap_ranges *ranges, uint32_t held, uint32_t pages)
{
  uint32_t i = ranges->next[held];
  uint32_t run = ranges->heap.gap[held];
  /*@ ghost uint32_t first = ranges->base[held] + ranges->length[held]; */

  /*@ ghost dxgmap_quarantine_owned(ranges, held); */
  /*@ loop invariant on: RunOn(*ranges, i);
      loop invariant end: first + run <= ranges->limit;
      loop invariant touch: first + run == (i == DXGMAP_RANGE_HEAD ? ranges->limit : ranges->base[i]);
      loop invariant free: RangeFree(*ranges, first, run);
      loop assigns i, run;
      loop variant ranges->limit - run; */
  while (run < pages && dxgmap_quarantine_waits(i)) {
    /*@ ghost dxgmap_quarantine_owned(ranges, i); */
    run = run + ranges->length[i] + ranges->heap.gap[i];
    i = ranges->next[i];
  }
  /*@ ghost dxgmap_quarantine_owned(ranges, i); */
  /*@ assert held: run < pages && i != DXGMAP_RANGE_HEAD ==> !RangePageFree(*ranges, first + run); */
  return run >= pages;
}

/* Whether a free run of so many pages exists once nothing waits, where none is free outright: then it holds one that
   waits. Each run that waits is passed over at most once, from the first of those that follow each other. */
/*@ requires valid: \valid(ranges);
    requires ok: RunsStarted(*ranges);
    requires row: WaitingBounds(ranges->waiting) && WaitingRuns(*ranges);
    requires pages: 1 <= pages;
    requires outright: \forall integer s; 0 <= s && s + pages <= ranges->limit ==> !RunFree(*ranges, s, pages);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> RangeRoom(*ranges, pages); */
static int dxgmap_quarantine_fits(const dxgmap_ranges *ranges, uint32_t pages)
{
  uint32_t place = ranges->waiting.oldest;

  /*@ loop invariant seen: 0 <= k <= ranges->waiting.count;
      loop invariant place: place < DXGMAP_QUARANTINE
        && (place == ranges->waiting.oldest + k || place + DXGMAP_QUARANTINE == ranges->waiting.oldest + k);
      loop invariant none: \forall integer i; WaitingId(i) && InRow(ranges->waiting.oldest, k, i)
        && !WaitingId(ranges->prev[i]) ==> !RangeRoomAfter(*ranges, ranges->prev[i], pages);
      loop assigns k, place;
      loop variant ranges->waiting.count - k; */
  for (uint32_t k = 0; k < ranges->waiting.count; k++) {
    /*@ assert waits: Waits(ranges->waiting, 1 + place) && RunLive(*ranges, 1 + place); */
    uint32_t before = ranges->prev[1u + place];

    /*@ assert on: RunOn(*ranges, before); */
    if (!dxgmap_quarantine_waits(before) && dxgmap_quarantine_fits_after(ranges, before, pages)) {
      return 1;
    }
    /*@ assert row: \forall integer i; WaitingId(i) ==> (InRow(ranges->waiting.oldest, k + 1, i)
          <==> i == 1 + place || InRow(ranges->waiting.oldest, k, i)); */
    place = place + 1u == DXGMAP_QUARANTINE ? 0u : place + 1u;
  }
  /*@ ghost dxgmap_quarantine_nowhere(ranges, pages); */
  return 0;
}

/* dxgmap_ranges_alloc, as it looks here: what waits stays out of reach. */
/*@ requires valid: \valid(ranges);
    requires ok: RangesOk(*ranges);
    requires id: DXGMAP_FIRST <= id < DXGMAP_HEAP_IDS;
    requires idle: !RangeLive(*ranges, id);
    requires pages: 1 <= pages;
    terminates \true;
    exits \false;
    assigns *ranges;
    ensures ok: RangesOk(*ranges);
    ensures range: \result <= DXGMAP_CELLS;
    ensures bounds: \result < DXGMAP_CELLS ==> 1 <= \result && \result + pages <= ranges->limit <= DXGMAP_CELLS;
    ensures sound: \result < DXGMAP_CELLS ==> RangeFree(\old(*ranges), \result, pages);
    ensures set: \result < DXGMAP_CELLS ==> ranges->base[id] == \result && ranges->length[id] == pages;
    ensures others: RangeOthers(\old(*ranges), *ranges, id);
    ensures waiting: ranges->limit == \old(ranges->limit) && ranges->waiting == \old(ranges->waiting);
    ensures unchanged: \result == DXGMAP_CELLS ==> *ranges == \old(*ranges);
    ensures room: \result < DXGMAP_CELLS ==> RangeRoom(\old(*ranges), pages);
    ensures outright: \result == DXGMAP_CELLS ==>
      \forall integer s; 0 <= s && s + pages <= ranges->limit ==> !RunFree(*ranges, s, pages);
    ensures none: \result == DXGMAP_CELLS && ranges->waiting.count == 0 ==> !RangeRoom(*ranges, pages); */
static uint32_t dxgmap_quarantine_try(dxgmap_ranges *ranges, uint32_t id, uint32_t pages)
{
  /*@ assert covers: \forall integer i, page; RangeCovers(*ranges, i, page) ==> RunCovers(*ranges, i, page); */
  /*@ assert page: \forall integer page; RunPageFree(*ranges, page) ==> RangePageFree(*ranges, page); */
  /*@ assert idle: !RunLive(*ranges, id); */
  uint32_t first = dxgmap_ranges_alloc(ranges, id, pages);

  /*@ assert runs: WaitingRuns(*ranges); */
  /*@ assert free: first < DXGMAP_CELLS ==> RangeFree(\at(*ranges, Pre), first, pages); */
  /*@ ghost
    if (ranges->waiting.count == 0u) dxgmap_quarantine_bare(ranges);
  */
  return first;
}

/* Lets the oldest runs go until the allocation succeeds, as it must by the time that nothing waits. */
/*@ requires valid: \valid(ranges);
    requires ok: RangesOk(*ranges);
    requires id: DXGMAP_FIRST <= id < DXGMAP_HEAP_IDS;
    requires idle: !RangeLive(*ranges, id);
    requires pages: 1 <= pages;
    requires some: ranges->waiting.count > 0;
    requires room: RangeRoom(*ranges, pages);
    terminates \true;
    exits \false;
    assigns *ranges;
    ensures ok: RangesOk(*ranges);
    ensures range: \result < DXGMAP_CELLS;
    ensures bounds: 1 <= \result && \result + pages <= ranges->limit <= DXGMAP_CELLS;
    ensures sound: RangeFree(\old(*ranges), \result, pages);
    ensures set: ranges->base[id] == \result && ranges->length[id] == pages;
    ensures others: RangeOthers(\old(*ranges), *ranges, id);
    ensures limits: RangeLimits(\old(*ranges), *ranges); */
static uint32_t dxgmap_quarantine_press(dxgmap_ranges *ranges, uint32_t id, uint32_t pages)
{
  uint32_t first = DXGMAP_CELLS;

  /*@ loop invariant ok: RangesOk(*ranges);
      loop invariant range: first <= DXGMAP_CELLS;
      loop invariant bounds: first < DXGMAP_CELLS ==> 1 <= first && first + pages <= ranges->limit <= DXGMAP_CELLS;
      loop invariant sound: first < DXGMAP_CELLS ==> RangeFree(\at(*ranges, Pre), first, pages);
      loop invariant set: first < DXGMAP_CELLS ==> ranges->base[id] == first && ranges->length[id] == pages;
      loop invariant idle: first == DXGMAP_CELLS ==> ranges->length[id] == 0;
      loop invariant others: RangeOthers(\at(*ranges, Pre), *ranges, id);
      loop invariant limits: RangeLimits(\at(*ranges, Pre), *ranges);
      loop invariant free: first == DXGMAP_CELLS ==> \forall integer page;
        RangePageFree(*ranges, page) <==> RangePageFree(\at(*ranges, Pre), page);
      loop invariant some: first == DXGMAP_CELLS ==> ranges->waiting.count > 0;
      loop assigns *ranges, first;
      loop variant ranges->waiting.count; */
  while (first == DXGMAP_CELLS) {
    dxgmap_quarantine_expire(ranges);
    /*@ assert kept: \forall integer s; RangeFree(\at(*ranges, Pre), s, pages) ==> RangeFree(*ranges, s, pages); */
    /*@ assert room: RangeRoom(*ranges, pages); */
    first = dxgmap_quarantine_try(ranges, id, pages);
    /*@ assert free: first < DXGMAP_CELLS ==>
          \forall integer page; first <= page < first + pages ==> RangePageFree(\at(*ranges, Pre), page); */
  }
  return first;
}

uint32_t dxgmap_quarantine_alloc(dxgmap_ranges *ranges, uint32_t id, uint32_t pages)
{
  uint32_t first = dxgmap_quarantine_try(ranges, id, pages);

  if (first < DXGMAP_CELLS || ranges->waiting.count == 0u) {
    return first;
  }
  /*@ assert waits: Waits(ranges->waiting, 1 + ranges->waiting.oldest)
                 && RunLive(*ranges, 1 + ranges->waiting.oldest); */
  /*@ assert started: RunsStarted(*ranges); */
  /*@ assert same: *ranges == \at(*ranges, Pre); */
  if (!dxgmap_quarantine_fits(ranges, pages)) {
    return DXGMAP_CELLS;
  }
  return dxgmap_quarantine_press(ranges, id, pages);
}

/* The run of id waits behind the others, where there is room for one more. */
/*@ requires valid: \valid(ranges);
    requires ok: RangesOk(*ranges);
    requires id: DXGMAP_FIRST <= id < DXGMAP_HEAP_IDS;
    requires live: RangeLive(*ranges, id);
    requires room: ranges->waiting.count < ranges->waiting.limit;
    terminates \true;
    exits \false;
    assigns *ranges;
    ensures ok: RangesOk(*ranges);
    ensures gone: ranges->length[id] == 0;
    ensures others: RangeOthers(\old(*ranges), *ranges, id);
    ensures limits: RangeLimits(\old(*ranges), *ranges);
    ensures waits: 1 <= \result < DXGMAP_FIRST && ranges->base[\result] == \old(ranges->base[id])
                && ranges->length[\result] == \old(ranges->length[id]); */
static uint32_t dxgmap_quarantine_enter(dxgmap_ranges *ranges, uint32_t id)
{
  uint32_t place = ranges->waiting.oldest + ranges->waiting.count;

  if (place >= DXGMAP_QUARANTINE) {
    place -= DXGMAP_QUARANTINE;
  }
  /*@ assert known: RunsStarted(*ranges); */
  /*@ assert empty: !Waits(ranges->waiting, 1 + place) && !RunLive(*ranges, 1 + place); */
  dxgmap_ranges_rename(ranges, id, 1u + place);
  dxgmap_quarantine_wait(ranges, ranges->waiting.oldest, ranges->waiting.count + 1u, ranges->waiting.limit);
  /*@ assert places: \forall integer i; 1 <= i < DXGMAP_FIRST ==>
        (Waits(ranges->waiting, i) <==> i == 1 + place || Waits(\at(*ranges, Pre).waiting, i)); */
  /*@ assert runs: WaitingRuns(*ranges); */
  return 1u + place;
}

void dxgmap_quarantine_release(dxgmap_ranges *ranges, uint32_t id)
{
  if (ranges->waiting.limit == 0u) {
    dxgmap_ranges_free(ranges, id);
    return;
  }
  if (ranges->waiting.count == ranges->waiting.limit) {
    dxgmap_quarantine_expire(ranges);
  }
  uint32_t at = dxgmap_quarantine_enter(ranges, id);
  (void)at; /* for the proof: the run is there */
}

void dxgmap_quarantine_open(dxgmap_ranges *ranges, uint32_t limit, uint32_t waiting)
{
  /*@ loop invariant ok: RangesOk(*ranges);
      loop invariant idle: \forall integer i; DXGMAP_FIRST <= i < DXGMAP_HEAP_IDS ==> ranges->length[i] == 0;
      loop invariant others: RangeOthers(\at(*ranges, Pre), *ranges, DXGMAP_RANGE_HEAD);
      loop assigns *ranges;
      loop variant ranges->waiting.count; */
  while (ranges->waiting.count > 0u) {
    dxgmap_quarantine_expire(ranges);
  }
  /*@ assert none: \forall integer i; 1 <= i < DXGMAP_FIRST ==> !Waits(ranges->waiting, i); */
  /*@ assert empty: \forall integer i; 1 <= i < DXGMAP_HEAP_IDS ==> ranges->length[i] == 0; */
  dxgmap_ranges_bound(ranges, limit);
  dxgmap_quarantine_wait(ranges, ranges->waiting.oldest, ranges->waiting.count, waiting);
  /*@ assert still: \forall integer i; 1 <= i < DXGMAP_FIRST ==> !Waits(ranges->waiting, i); */
  /*@ assert runs: WaitingRuns(*ranges); */
  /*@ assert ok: RunsOk(*ranges); */
}
/* dxgmap: end model/core/quarantine.c */
/* dxgmap: begin model/core/ranges.c sha256 061eecb987b9a55257f93f96efc32aa5e6d670c42c22fbb1f1fbfabe07b13198 */
/* #include "ranges.h" */

/* The fact of ranges.h that no code computes. */
/*@ ghost
  void dxgmap_ranges_apart(const dxgmap_ranges *ranges) {
    /@ assert one: RunsStarted(*ranges) ==> \forall integer i, j, page;
         RunOwns(*ranges, i, page) && RunOwns(*ranges, j, page) ==> i == j; @/
    /@ assert owns: \forall integer i, page; RunCovers(*ranges, i, page) ==> RunOwns(*ranges, i, page); @/
  }
*/

/* When every gap is shorter than the run asked for, no free run of that length exists: the page after any gap is
   taken. */
/*@ ghost
  /@ requires valid: \valid(ranges);
     requires ok: RunsStarted(*ranges);
     requires pages: 1 <= pages;
     requires shorter: \forall integer i; 0 <= i < DXGMAP_HEAP_IDS ==> ranges->heap.gap[i] < pages;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures complete: \forall integer first;
       0 <= first && first + pages <= ranges->limit ==> !RunFree(*ranges, first, pages); @/
  void dxgmap_ranges_none_fits(const dxgmap_ranges *ranges, uint32_t pages) {
    /@ assert each: \forall integer first, page;
         first <= page < first + pages && RunFree(*ranges, first, pages) ==> RunPageFree(*ranges, page); @/
    /@ assert split: \forall integer i, page; RunOwns(*ranges, i, page) && 1 <= page ==>
         RunCovers(*ranges, i, page) || page >= ranges->base[i] + ranges->length[i]; @/
    /@ assert in_gap: \forall integer i, page; RunOwns(*ranges, i, page) && RunPageFree(*ranges, page) ==>
         !RunCovers(*ranges, i, page) && page >= ranges->base[i] + ranges->length[i]
         && RunEnd(*ranges, i) < page + pages; @/
    /@ assert next: \forall integer i; RunOn(*ranges, i) && RunEnd(*ranges, i) < ranges->limit ==>
         RunCovers(*ranges, ranges->next[i], RunEnd(*ranges, i)); @/
    /@ assert taken: \forall integer i; RunOn(*ranges, i) && RunEnd(*ranges, i) < ranges->limit ==>
         !RunPageFree(*ranges, RunEnd(*ranges, i)); @/
    /@ assert reached: \forall integer first, i; 0 <= first && first + pages <= ranges->limit
         && RunOwns(*ranges, i, first) && RunPageFree(*ranges, first) ==>
         first <= RunEnd(*ranges, i) < first + pages && !RunPageFree(*ranges, RunEnd(*ranges, i)); @/
    /@ assert owned: \forall integer first, i; 0 <= first && first + pages <= ranges->limit
         && RunOwns(*ranges, i, first) && RunPageFree(*ranges, first) ==> !RunFree(*ranges, first, pages); @/
    /@ assert had: \forall integer first; 0 <= first && first + pages <= ranges->limit
         && RunHas(*ranges, first) && RunPageFree(*ranges, first) ==> !RunFree(*ranges, first, pages); @/
    /@ assert first: \forall integer first; !RunPageFree(*ranges, first) ==> !RunFree(*ranges, first, pages); @/
    /@ assert has: \forall integer first; 0 <= first && first + pages <= ranges->limit ==> RunHas(*ranges, first); @/
  }
*/

/* Apart again after a change: x and y are apart from all others, and nothing else has moved. */
/*@ ghost
  /@ requires apart: RunsApart(was);
     requires same: \forall integer j; RunOn(now, j) && j != x && j != y ==>
       RunOn(was, j) && RunEnd(now, j) == RunEnd(was, j) && now.base[j] == was.base[j];
     requires x: \forall integer k; RunOn(now, k) && k != x ==>
       RunEnd(now, x) <= now.base[k] || RunEnd(now, k) <= now.base[x];
     requires y: \forall integer k; RunOn(now, k) && k != y ==>
       RunEnd(now, y) <= now.base[k] || RunEnd(now, k) <= now.base[y];
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures apart: RunsApart(now); @/
  void dxgmap_ranges_moved(dxgmap_ranges was, dxgmap_ranges now, uint32_t x, uint32_t y) {
  }
*/

/* Makes the ring of zeroed memory: the head, with page 0 and all others as its gap. */
/*@ requires valid: \valid(ranges);
    requires zero: RunsZero(*ranges);
    requires limit: 1 < ranges->limit;
    terminates \true;
    exits \false;
    assigns ranges->heap.count, ranges->heap.high, ranges->heap.gap[DXGMAP_RANGE_HEAD],
            ranges->length[DXGMAP_RANGE_HEAD];
    ensures ok: RunsStarted(*ranges);
    ensures gap: ranges->heap.gap[DXGMAP_RANGE_HEAD] == ranges->limit - 1;
    ensures idle: \forall integer i; 1 <= i < DXGMAP_HEAP_IDS ==> ranges->length[i] == 0;
    ensures free: \forall integer page; RunPageFree(*ranges, page) ==> RunPageFree(\old(*ranges), page); */
static void dxgmap_ranges_start(dxgmap_ranges *ranges)
{
  ranges->heap.count = 1;
  ranges->heap.high = 1;
  ranges->heap.gap[DXGMAP_RANGE_HEAD] = ranges->limit - 1u;
  ranges->length[DXGMAP_RANGE_HEAD] = 1;
  /*@ assert heap: HeapOk(ranges->heap); */
  /*@ assert owns: \forall integer page; 0 <= page < ranges->limit ==> RunOwns(*ranges, DXGMAP_RANGE_HEAD, page); */
  /*@ assert has: \forall integer page; 0 <= page < ranges->limit ==> RunHas(*ranges, page); */
}

/* The id whose gap to cut: one that is long enough, and not much longer where there is a choice; DXGMAP_HEAP_IDS when none
   is. */
/*@ requires valid: \valid(ranges);
    requires ok: RunsStarted(*ranges);
    requires pages: 1 <= pages;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures range: \result <= DXGMAP_HEAP_IDS;
    ensures fits: \result < DXGMAP_HEAP_IDS ==> ranges->heap.gap[\result] >= pages;
    ensures complete: \result == DXGMAP_HEAP_IDS ==>
      \forall integer first; 0 <= first && first + pages <= ranges->limit ==> !RunFree(*ranges, first, pages); */
static uint32_t dxgmap_ranges_fit(const dxgmap_ranges *ranges, uint32_t pages)
{
  uint32_t after = dxgmap_heap_fit(&ranges->heap, pages);

  if (after < DXGMAP_HEAP_IDS) {
    return after;
  }
  /*@ ghost dxgmap_ranges_none_fits(ranges, pages); */
  return DXGMAP_HEAP_IDS;
}

/* Raises the high-water mark above id: each id is passed once in the life of the memory. */
/*@ requires valid: \valid(ranges);
    requires ok: RunsStarted(*ranges);
    requires id: id < DXGMAP_HEAP_IDS;
    terminates \true;
    exits \false;
    assigns ranges->heap.high, ranges->heap.order[0 .. DXGMAP_HEAP_IDS - 1], ranges->heap.place[0 .. DXGMAP_HEAP_IDS - 1];
    ensures ok: RunsStarted(*ranges);
    ensures known: id < ranges->heap.high;
    ensures free: \forall integer page; RunPageFree(*ranges, page) ==> RunPageFree(\old(*ranges), page); */
static void dxgmap_ranges_reach(dxgmap_ranges *ranges, uint32_t id)
{
  /*@ loop invariant heap: HeapOk(ranges->heap);
      loop invariant high: \at(ranges->heap.high, Pre) <= ranges->heap.high;
      loop assigns ranges->heap.high, ranges->heap.order[0 .. DXGMAP_HEAP_IDS - 1], ranges->heap.place[0 .. DXGMAP_HEAP_IDS - 1];
      loop variant id + 1 - ranges->heap.high; */
  while (ranges->heap.high <= id) {
    dxgmap_heap_grow(&ranges->heap);
  }
  /*@ assert on: \forall integer i; RunOn(*ranges, i) <==> RunOn(\at(*ranges, Pre), i); */
  /*@ assert owns: \forall integer i, page; RunOwns(*ranges, i, page) <==> RunOwns(\at(*ranges, Pre), i, page); */
  /*@ assert has: \forall integer page; RunHas(\at(*ranges, Pre), page) ==> RunHas(*ranges, page); */
  /*@ assert ring: RunsRing(*ranges); */
  /*@ assert tile: RunsTile(*ranges); */
  /*@ assert apart: RunsApart(*ranges); */
  /*@ assert full: RunsFull(*ranges); */
}

/* Cuts the run of id from the front of the gap of another. Any gap that is long enough will do: which one is the policy
   of dxgmap_ranges_fit alone, and may change there without touching this proof. */
/*@ requires valid: \valid(ranges);
    requires ok: RunsStarted(*ranges);
    requires id: 1 <= id < ranges->heap.high;
    requires idle: !RunLive(*ranges, id);
    requires pages: 1 <= pages;
    requires fits: after < DXGMAP_HEAP_IDS && ranges->heap.gap[after] >= pages;
    terminates \true;
    exits \false;
    assigns *ranges;
    ensures ok: RunsStarted(*ranges);
    ensures bounds: 1 <= \result && \result + pages <= ranges->limit;
    ensures sound: RunFree(\old(*ranges), \result, pages);
    ensures set: ranges->base[id] == \result && ranges->length[id] == pages;
    ensures others: RunOthers(\old(*ranges), *ranges, id);
    ensures same: RunsSame(\old(*ranges), *ranges); */
static uint32_t dxgmap_ranges_cut(dxgmap_ranges *ranges, uint32_t after, uint32_t id, uint32_t pages)
{
  /*@ ghost dxgmap_ranges was = *ranges; */
  /*@ assert on: RunOn(*ranges, after) && after != id; */
  uint32_t first = ranges->base[after] + ranges->length[after];
  uint32_t next = ranges->next[after];

  dxgmap_heap_pass(&ranges->heap, after, id, ranges->heap.gap[after] - pages);
  ranges->base[id] = first;
  ranges->length[id] = pages;
  ranges->next[after] = id;
  ranges->prev[id] = after;
  ranges->next[id] = next;
  ranges->prev[next] = id;
  /*@ assert was: \forall integer j; RunOn(*ranges, j) <==> j == id || RunOn(\at(*ranges, Pre), j); */
  /*@ assert same: \forall integer j; RunOn(\at(*ranges, Pre), j) && j != after ==>
        RunEnd(*ranges, j) == RunEnd(\at(*ranges, Pre), j) && ranges->base[j] == \at(*ranges, Pre).base[j]; */
  /*@ assert ends: RunEnd(*ranges, after) == first && ranges->base[after] == \at(*ranges, Pre).base[after]
                && RunEnd(*ranges, id) == RunEnd(\at(*ranges, Pre), after); */
  /*@ assert idle: RunsIdle(*ranges); */
  /*@ assert ring: RunsRing(*ranges); */
  /*@ assert tile: RunsTile(*ranges); */
  /*@ assert apart_old: \forall integer k; RunOn(\at(*ranges, Pre), k) && k != after ==>
        RunEnd(\at(*ranges, Pre), after) <= \at(*ranges, Pre).base[k]
        || RunEnd(\at(*ranges, Pre), k) <= \at(*ranges, Pre).base[after]; */
  /*@ assert apart_both: \forall integer k; RunOn(*ranges, k) && k != after && k != id ==>
        RunEnd(*ranges, id) <= ranges->base[k] || RunEnd(*ranges, k) <= ranges->base[after]; */
  /*@ assert apart_id: \forall integer k; RunOn(*ranges, k) && k != id ==>
        RunEnd(*ranges, id) <= ranges->base[k] || RunEnd(*ranges, k) <= ranges->base[id]; */
  /*@ assert apart_after: \forall integer k; RunOn(*ranges, k) && k != after ==>
        RunEnd(*ranges, after) <= ranges->base[k] || RunEnd(*ranges, k) <= ranges->base[after]; */
  /*@ ghost dxgmap_ranges_moved(was, *ranges, after, id); */
  /*@ assert owns: \forall integer page, j; RunOwns(\at(*ranges, Pre), j, page) ==>
        (j != after ? RunOwns(*ranges, j, page) : RunOwns(*ranges, after, page) || RunOwns(*ranges, id, page)); */
  /*@ assert has: \forall integer page; RunHas(\at(*ranges, Pre), page) ==> RunHas(*ranges, page); */
  /*@ assert full: RunsFull(*ranges); */
  /*@ assert inside: \forall integer page;
        first <= page < first + pages ==> RunOwns(\at(*ranges, Pre), after, page); */
  /*@ assert free: \forall integer page, j;
        first <= page < first + pages ==> !RunCovers(\at(*ranges, Pre), j, page); */
  return first;
}

uint32_t dxgmap_ranges_alloc(dxgmap_ranges *ranges, uint32_t id, uint32_t pages)
{
  uint32_t after = DXGMAP_RANGE_HEAD;

  if (pages >= ranges->limit) {
    /*@ assert first: !RunPageFree(*ranges, 0); */
    return DXGMAP_CELLS;
  }
  if (ranges->heap.high == 0u) {
    dxgmap_ranges_start(ranges);
  } else {
    after = dxgmap_ranges_fit(ranges, pages);
    if (after == DXGMAP_HEAP_IDS) {
      return DXGMAP_CELLS;
    }
  }
  dxgmap_ranges_reach(ranges, id);
  /*@ assert free: \forall integer page; RunPageFree(*ranges, page) ==> RunPageFree(\at(*ranges, Pre), page); */
  uint32_t first = dxgmap_ranges_cut(ranges, after, id, pages);
  /*@ assert sound: \forall integer page; first <= page < first + pages ==> RunPageFree(\at(*ranges, Pre), page); */
  return first;
}

void dxgmap_ranges_free(dxgmap_ranges *ranges, uint32_t id)
{
  /*@ ghost dxgmap_ranges was = *ranges; */
  uint32_t prev = ranges->prev[id];
  uint32_t next = ranges->next[id];
  /*@ assert started: RunsStarted(*ranges); */
  /*@ assert on: RunOn(*ranges, prev) && prev != id && RunOn(*ranges, next); */
  /*@ assert touch: RunEnd(*ranges, prev) == ranges->base[id]; */
  /*@ assert apart_id: \forall integer k; RunOn(*ranges, k) && k != id ==>
        RunEnd(*ranges, id) <= ranges->base[k] || RunEnd(*ranges, k) <= ranges->base[id]; */
  /*@ assert apart_prev: \forall integer k; RunOn(*ranges, k) && k != prev && k != id ==>
        RunEnd(*ranges, prev) <= ranges->base[k] || RunEnd(*ranges, k) <= ranges->base[prev]; */
  /*@ assert apart_both: \forall integer k; RunOn(*ranges, k) && k != prev && k != id ==>
        RunEnd(*ranges, id) <= ranges->base[k] || RunEnd(*ranges, k) <= ranges->base[prev]; */
  dxgmap_heap_merge(&ranges->heap, id, prev, ranges->heap.gap[prev] + ranges->length[id] + ranges->heap.gap[id]);
  ranges->length[id] = 0;
  ranges->next[prev] = next;
  ranges->prev[next] = prev;
  /*@ assert was: \forall integer j; RunOn(*ranges, j) <==> j != id && RunOn(\at(*ranges, Pre), j); */
  /*@ assert same: \forall integer j; RunOn(*ranges, j) && j != prev ==>
        RunEnd(*ranges, j) == RunEnd(\at(*ranges, Pre), j) && ranges->base[j] == \at(*ranges, Pre).base[j]; */
  /*@ assert ends: RunEnd(*ranges, prev) == RunEnd(\at(*ranges, Pre), id)
                && ranges->base[prev] == \at(*ranges, Pre).base[prev]; */
  /*@ assert idle: RunsIdle(*ranges); */
  /*@ assert ring: RunsRing(*ranges); */
  /*@ assert links: \forall integer j; RunOn(*ranges, j) && j != prev ==>
        ranges->next[j] == \at(*ranges, Pre).next[j] && ranges->next[j] != id; */
  /*@ assert tile_prev: RunEnd(*ranges, prev) == (next == DXGMAP_RANGE_HEAD ? ranges->limit : ranges->base[next]); */
  /*@ assert tile: RunsTile(*ranges); */
  /*@ assert apart_merged: \forall integer k; RunOn(*ranges, k) && k != prev ==>
        RunEnd(*ranges, prev) <= ranges->base[k] || RunEnd(*ranges, k) <= ranges->base[prev]; */
  /*@ ghost dxgmap_ranges_moved(was, *ranges, prev, prev); */
  /*@ assert owns: \forall integer page, j; RunOwns(\at(*ranges, Pre), j, page) ==>
        (j != id ? RunOwns(*ranges, j, page) : RunOwns(*ranges, prev, page)); */
  /*@ assert has: \forall integer page; RunHas(\at(*ranges, Pre), page) ==> RunHas(*ranges, page); */
  /*@ assert full: RunsFull(*ranges); */
}

void dxgmap_ranges_rename(dxgmap_ranges *ranges, uint32_t from, uint32_t to)
{
  /*@ ghost dxgmap_ranges was = *ranges; */
  uint32_t prev = ranges->prev[from];
  uint32_t next = ranges->next[from];
  /*@ assert started: RunsStarted(*ranges); */
  /*@ assert on: RunOn(*ranges, prev) && prev != from && RunOn(*ranges, next) && next != from; */
  /*@ assert off: !RunOn(*ranges, to) && to != from && prev != to && next != to; */
  dxgmap_heap_pass(&ranges->heap, from, to, ranges->heap.gap[from]);
  ranges->base[to] = ranges->base[from];
  ranges->length[to] = ranges->length[from];
  ranges->length[from] = 0;
  ranges->next[to] = next;
  ranges->prev[to] = prev;
  ranges->next[prev] = to;
  ranges->prev[next] = to;
  /*@ assert was: \forall integer j; RunOn(*ranges, j) <==> j == to || (j != from && RunOn(\at(*ranges, Pre), j)); */
  /*@ assert same: \forall integer j; RunOn(*ranges, j) && j != to ==>
        RunEnd(*ranges, j) == RunEnd(\at(*ranges, Pre), j) && ranges->base[j] == \at(*ranges, Pre).base[j]; */
  /*@ assert ends: RunEnd(*ranges, to) == RunEnd(\at(*ranges, Pre), from)
                && ranges->base[to] == \at(*ranges, Pre).base[from]; */
  /*@ assert idle: RunsIdle(*ranges); */
  /*@ assert ring: RunsRing(*ranges); */
  /*@ assert tile: RunsTile(*ranges); */
  /*@ assert apart_to: \forall integer k; RunOn(*ranges, k) && k != to ==>
        RunEnd(*ranges, to) <= ranges->base[k] || RunEnd(*ranges, k) <= ranges->base[to]; */
  /*@ ghost dxgmap_ranges_moved(was, *ranges, to, to); */
  /*@ assert owns: \forall integer page, j; RunOwns(\at(*ranges, Pre), j, page) ==>
        (j != from ? RunOwns(*ranges, j, page) : RunOwns(*ranges, to, page)); */
  /*@ assert has: \forall integer page; RunHas(\at(*ranges, Pre), page) ==> RunHas(*ranges, page); */
  /*@ assert full: RunsFull(*ranges); */
}

void dxgmap_ranges_bound(dxgmap_ranges *ranges, uint32_t limit)
{
  if (ranges->heap.high > 0u) {
    /*@ assert alone: RunsStarted(*ranges) && ranges->next[DXGMAP_RANGE_HEAD] == DXGMAP_RANGE_HEAD; */
    dxgmap_heap_set(&ranges->heap, DXGMAP_RANGE_HEAD, limit - 1u);
    ranges->limit = limit;
    /*@ assert on: \forall integer i; RunOn(*ranges, i) <==> i == DXGMAP_RANGE_HEAD; */
    /*@ assert owns: \forall integer page; 0 <= page < limit ==> RunOwns(*ranges, DXGMAP_RANGE_HEAD, page); */
    /*@ assert has: \forall integer page; 0 <= page < limit ==> RunHas(*ranges, page); */
    /*@ assert tile: RunsTile(*ranges); */
    /*@ assert ring: RunsRing(*ranges); */
    /*@ assert idle: RunsHead(*ranges) && RunsKnown(*ranges) && RunsIdle(*ranges); */
    /*@ assert apart: RunsApart(*ranges) && RunsFull(*ranges); */
    /*@ assert started: RunsStarted(*ranges); */
  } else {
    ranges->limit = limit;
    /*@ assert zero: RunsZero(*ranges); */
  }
  /*@ assert ok: RunsOk(*ranges); */
}
/* dxgmap: end model/core/ranges.c */
/* dxgmap: begin model/core/slots.c sha256 d7cc47e8ef695539072271a53699697d2430b45e7040a3b99b1eb9575f1f8135 */
/* #include "slots.h" */

int dxgmap_slots_valid(const dxgmap_slots *t, uint32_t i, uint32_t g)
{
  return i < t->high && t->generation[i] == g && t->place[i] >= t->free && t->place[i] - t->free < t->live;
}

uint32_t dxgmap_slots_next(const dxgmap_slots *t)
{
  return t->free > 0 ? t->order[t->free - 1] : t->high;
}

/*@ requires valid: \valid(t);
    requires permuted: t->high <= DXGMAP_SLOTS && SlotsPermuted(*t);
    requires in: a < t->high && b < t->high;
    terminates \true;
    exits \false;
    assigns t->order[0 .. DXGMAP_SLOTS - 1], t->place[0 .. DXGMAP_SLOTS - 1];
    ensures permuted: SlotsPermuted(*t);
    ensures swapped: t->place[\old(t->order[a])] == b && t->place[\old(t->order[b])] == a;
    ensures rest: \forall integer k; 0 <= k < DXGMAP_SLOTS && k != \old(t->order[a]) && k != \old(t->order[b])
                  ==> t->place[k] == \old(t->place[k]); */
static void dxgmap_slots_swap(dxgmap_slots *t, uint32_t a, uint32_t b)
{
  uint32_t x = t->order[a];
  uint32_t y = t->order[b];
  t->order[a] = y;
  t->order[b] = x;
  t->place[y] = a;
  t->place[x] = b;
}

/* Brings in the first slot that was never touched, as the last of the order. */
/*@ requires valid: \valid(t);
    requires ok: SlotsOk(*t);
    requires fresh: t->high < DXGMAP_SLOTS;
    terminates \true;
    exits \false;
    assigns t->high, t->order[0 .. DXGMAP_SLOTS - 1], t->place[0 .. DXGMAP_SLOTS - 1];
    ensures permuted: SlotsPermuted(*t);
    ensures high: t->high == \old(t->high) + 1;
    ensures last: \result == \old(t->high) && t->place[\result] == \result;
    ensures same: \forall integer k; 0 <= k < DXGMAP_SLOTS && k != \result ==> t->place[k] == \old(t->place[k]); */
static uint32_t dxgmap_slots_touch(dxgmap_slots *t)
{
  uint32_t i = t->high;
  t->order[i] = i;
  t->place[i] = i;
  t->high = i + 1;
  return i;
}

uint32_t dxgmap_slots_take(dxgmap_slots *t)
{
  if (t->free > 0) {
    t->free--;
    t->live++;
    /*@ assert permuted: SlotsPermuted(*t); */
    /*@ assert retire: SlotsRetire(*t); */
    /*@ assert kept: SlotsKept(\at(*t, Pre), *t, t->order[t->free]); */
    return t->order[t->free];
  }
  uint32_t i = dxgmap_slots_touch(t);
  /*@ assert below: \forall integer k; 0 <= k < i ==> t->place[k] < i; */
  dxgmap_slots_swap(t, i, t->live);
  /*@ assert same: \forall integer k; 0 <= k < i
             ==> (t->place[k] < t->live <==> \at(t->place[k], Pre) < t->live) && t->place[k] != t->live; */
  t->live++;
  /*@ assert permuted: SlotsPermuted(*t); */
  /*@ assert live: SlotLive(*t, i); */
  /*@ assert retire: SlotsRetire(*t); */
  /*@ assert low: \forall integer k; 0 <= k < i ==> (SlotLive(*t, k) <==> SlotLive(\at(*t, Pre), k)); */
  /*@ assert kept: SlotsKept(\at(*t, Pre), *t, i); */
  return i;
}

void dxgmap_slots_release(dxgmap_slots *t, uint32_t i)
{
  /* a slot whose generations are used up leaves at the end of the live ones, any other at their start, for reuse */
  int last = t->generation[i] == DXGMAP_GENERATION_MAX - 1;
  uint32_t p = t->place[i];
  uint32_t q = last ? t->free + t->live - 1 : t->free;
  /*@ ghost uint32_t j = t->order[q]; */
  dxgmap_slots_swap(t, p, q);
  if (!last) t->free++;
  t->live--;
  t->generation[i]++;
  /*@ assert permuted: SlotsPermuted(*t); */
  /*@ assert moved: t->place[i] == q && t->place[j] == p; */
  /*@ assert apart: \forall integer k; 0 <= k < t->high && k != i && k != j
             ==> t->place[k] == \at(t->place[k], Pre) && t->place[k] != p && t->place[k] != q; */
  /*@ assert beside: j != i ==> SlotLive(\at(*t, Pre), j) && SlotLive(*t, j) && p != q; */
  /*@ assert here: SlotRetired(*t, i) <==> t->generation[i] == DXGMAP_GENERATION_MAX; */
  /*@ assert elsewhere: \forall integer k; 0 <= k < t->high && k != i
             ==> (SlotRetired(*t, k) <==> SlotRetired(\at(*t, Pre), k)); */
  /*@ assert aged: \forall integer k; 0 <= k < t->high && k != i
             ==> t->generation[k] == \at(t->generation[k], Pre); */
  /*@ assert retire: SlotsRetire(*t); */
  /*@ assert others: \forall integer k; 0 <= k < t->high && k != i
             ==> (SlotLive(\at(*t, Pre), k) <==> SlotLive(*t, k)); */
}

uint32_t dxgmap_slots_at(const dxgmap_slots *t, uint32_t cursor)
{
  return t->order[t->free + cursor];
}
/* dxgmap: end model/core/slots.c */
/* dxgmap: begin model/core/state.c sha256 5f814f64a4fb931c02229d700146af128d822fa1db192e85bf9beb02ed4ef1a0 */
/* #include "state.h" */

dxgmap_descriptor dxgmap_describe(uint32_t kind, uint32_t index)
{
  dxgmap_descriptor d;
  d.kind = kind;
  d.index = index;
  d.space = DXGMAP_MEMORY_SPACE;
  d.user = 0;
  d.cache = 0;
  d.slack = 0;
  d.object = 0;
  d.physical = 0;
  d.length = 0;
  d.process = 0;
  return d;
}

uint32_t dxgmap_state_find(const dxgmap_state *s, uint64_t adapter)
{
  uint32_t k = dxgmap_handle_index(adapter);
  if (dxgmap_handle_tag(adapter) != DXGMAP_ADAPTER_TAG || k >= DXGMAP_ADAPTERS) return DXGMAP_ADAPTERS;
  if (s->adapter[k].started == 0 || s->adapter[k].generation != dxgmap_handle_generation(adapter))
    return DXGMAP_ADAPTERS;
  return k;
}

uint32_t dxgmap_state_gate(const dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, uint32_t limit)
{
  uint32_t k = dxgmap_state_find(s, adapter);
  if (k == DXGMAP_ADAPTERS) return DXGMAP_BAD_ADAPTER;
  if (caller.irql > limit) return DXGMAP_BAD_IRQL;
  if (s->adapter[k].exclusive != 0) return DXGMAP_EXCLUSIVE;
  return DXGMAP_OK;
}

int dxgmap_state_holds(const dxgmap_state *s, uint32_t k, uint32_t kind, uint64_t handle)
{
  uint32_t i = dxgmap_handle_index(handle);
  if (dxgmap_handle_tag(handle) != k) return 0;
  if (!dxgmap_slots_valid(&s->adapter[k].slots, i, dxgmap_handle_generation(handle))) return 0;
  return s->adapter[k].descriptors.at[i].kind == kind;
}

/* Steps of the proofs, none of which runs. */
/*@ ghost
  void dxgmap_state_itself(dxgmap_state s)
  {
    return;
  }
*/

/*@ ghost
  void dxgmap_state_sums(dxgmap_state was, dxgmap_state now, uint32_t k)
  {
    /@ loop invariant range: 0 <= j <= DXGMAP_PLACES;
       loop invariant charges: ChargeSum(now, j) == ChargeSum(was, j) + (j > k ? now.commit - was.commit : 0);
       loop assigns j;
       loop variant DXGMAP_PLACES - j; @/
    for (uint32_t j = 0; j < DXGMAP_PLACES; j++) {
    }
    return;
  }
*/

/*@ requires valid: \valid(s);
    requires live: k < DXGMAP_PLACES && i < DXGMAP_SLOTS && SlotLive(s->adapter[k].slots, i);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures status: \result.status == DXGMAP_OK;
    ensures tag: HandleTag(\result.handle) == k && HandleIndex(\result.handle) == i && \result.handle != 0;
    ensures life: HandleGeneration(\result.handle) == s->adapter[k].slots.generation[i]; */
static dxgmap_outcome dxgmap_state_name(const dxgmap_state *s, uint32_t k, uint32_t i)
{
  return dxgmap_accept(dxgmap_handle_make(k, s->adapter[k].slots.generation[i], i));
}

/*@ ghost
  // What a slot has captured, its handle holds.
  /@ requires handle: HandleTag(handle) == k && HandleIndex(handle) == i;
     requires length: s.adapter[k].domain.ranges.length[DXGMAP_ID(i)] == n;
     requires captured: Captured(s.adapter[k].domain, DXGMAP_ID(i), pages, n);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures holds: Holds(s, handle, pages, n); @/
  void dxgmap_state_held(dxgmap_state s, uint32_t k, uint32_t i, uint64_t handle, const uint64_t *pages, uint32_t n)
  {
    return;
  }
*/

/*@ ghost
  /@ requires same: AdapterSame(b, a);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures opens: OpensSame(a, b, DXGMAP_SLOTS);
     ensures stopped: b.started == a.started && b.saves.chain == a.saves.chain && (AdapterStopped(a) ==> AdapterStopped(b)); @/
  void dxgmap_state_same(dxgmap_adapter a, dxgmap_adapter b)
  {
    return;
  }
*/
/*@ ghost
  /@ requires place: k < DXGMAP_PLACES;
     requires kept: AdaptersKept(was, now, k);
     requires others: OthersKept(was.adapter[k], now.adapter[k], i);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures opens: OpensKept(was, now, k, i); @/
  void dxgmap_state_opens(dxgmap_state was, dxgmap_state now, uint32_t k, uint32_t i)
  {
    /@ loop invariant range: 0 <= j <= DXGMAP_PLACES;
       loop invariant opens: \forall integer m; 0 <= m < j && m != k
         ==> OpensSame(was.adapter[m], now.adapter[m], DXGMAP_SLOTS);
       loop assigns j;
       loop variant DXGMAP_PLACES - j; @/
    for (uint32_t j = 0; j < DXGMAP_PLACES; j++) {
      if (j != k) {
        /@ assert same: AdapterSame(now.adapter[j], was.adapter[j]); @/
        dxgmap_state_same(was.adapter[j], now.adapter[j]);
      }
    }
    return;
  }
*/
/*@ ghost
  void dxgmap_state_stopped(dxgmap_state was, dxgmap_state now, uint32_t k)
  {
    /@ loop invariant range: 0 <= j <= DXGMAP_PLACES;
       loop invariant stopped: \forall integer m; 0 <= m < j && m < DXGMAP_ADAPTERS && now.adapter[m].started == 0
         ==> AdapterStopped(now.adapter[m]);
       loop invariant machine: j > DXGMAP_MACHINE ==> now.adapter[DXGMAP_MACHINE].saves.chain == 0
         && now.adapter[DXGMAP_MACHINE].started == 0;
       loop assigns j;
       loop variant DXGMAP_PLACES - j; @/
    for (uint32_t j = 0; j < DXGMAP_PLACES; j++) {
      if (j != k) {
        /@ assert same: AdapterSame(now.adapter[j], was.adapter[j]); @/
        dxgmap_state_same(was.adapter[j], now.adapter[j]);
        /@ assert before: j < DXGMAP_ADAPTERS && was.adapter[j].started == 0 ==> AdapterStopped(was.adapter[j]); @/
      }
      /@ assert now: j < DXGMAP_ADAPTERS && now.adapter[j].started == 0 ==> AdapterStopped(now.adapter[j]); @/
    }
    return;
  }
*/
/*@ ghost
  // One slot changed, whose kind belongs where it is.
  /@ requires place: k < DXGMAP_PLACES && i <= DXGMAP_SLOTS;
     requires opens: OpensKept(was, now, k, i);
     requires fits: i < DXGMAP_SLOTS ==> KindPlaced(k, now.adapter[k].descriptors.at[i].kind);
     requires placed: KindsPlaced(was);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures placed: KindsPlaced(now); @/
  void dxgmap_state_placed(dxgmap_state was, dxgmap_state now, uint32_t k, uint32_t i)
  {
    return;
  }
*/
/*@ ghost
  // A slot of the machine changed that no adapter object opens, or one of an adapter that is none.
  /@ requires place: k < DXGMAP_PLACES && i <= DXGMAP_SLOTS;
     requires opens: OpensKept(was, now, k, i);
     requires object: k == DXGMAP_MACHINE && i < DXGMAP_SLOTS ==> was.opened.place[i] == 0;
     requires neither: k < DXGMAP_ADAPTERS && i < DXGMAP_SLOTS
       ==> was.adapter[k].descriptors.at[i].kind != DXGMAP_ADAPTER_OBJECT
           && now.adapter[k].descriptors.at[i].kind != DXGMAP_ADAPTER_OBJECT;
     requires same: OpenedKept(was.opened, now.opened, 0);
     requires opened: OpenedOk(was);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures opened: OpenedOk(now); @/
  void dxgmap_state_opened_other(dxgmap_state was, dxgmap_state now, uint32_t k, uint32_t i)
  {
    /@ assert objects: ObjectsKnown(now); @/
    /@ assert opened: OpenedKnown(now); @/
    return;
  }
*/
/*@ ghost
  // An adapter object ended.
  /@ requires place: k < DXGMAP_ADAPTERS && i < DXGMAP_SLOTS;
     requires opens: OpensKept(was, now, k, i);
     requires before: was.adapter[k].descriptors.at[i].kind == DXGMAP_ADAPTER_OBJECT;
     requires after: now.adapter[k].descriptors.at[i].kind != DXGMAP_ADAPTER_OBJECT;
     requires closed: now.opened.place[was.adapter[k].descriptors.at[i].object - 1] == 0;
     requires same: OpenedKept(was.opened, now.opened, was.adapter[k].descriptors.at[i].object);
     requires opened: OpenedOk(was);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures opened: OpenedOk(now); @/
  void dxgmap_state_opened_close(dxgmap_state was, dxgmap_state now, uint32_t k, uint32_t i)
  {
    /@ assert objects: ObjectsKnown(now); @/
    /@ assert opened: OpenedKnown(now); @/
    return;
  }
*/
/*@ ghost
  // An adapter object began.
  /@ requires place: k < DXGMAP_ADAPTERS && i < DXGMAP_SLOTS;
     requires opens: OpensKept(was, now, k, i);
     requires before: was.adapter[k].descriptors.at[i].kind != DXGMAP_ADAPTER_OBJECT;
     requires after: now.adapter[k].descriptors.at[i].kind == DXGMAP_ADAPTER_OBJECT;
     requires object: 1 <= now.adapter[k].descriptors.at[i].object <= DXGMAP_SLOTS
       && now.adapter[DXGMAP_MACHINE].descriptors.at[now.adapter[k].descriptors.at[i].object - 1].kind == DXGMAP_OBJECT
       && was.opened.place[now.adapter[k].descriptors.at[i].object - 1] == 0;
     requires opened: OpenedBy(now.opened, now.adapter[k].descriptors.at[i].object - 1, k, i);
     requires same: OpenedKept(was.opened, now.opened, now.adapter[k].descriptors.at[i].object);
     requires known: OpenedOk(was);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures opened: OpenedOk(now); @/
  void dxgmap_state_opened_open(dxgmap_state was, dxgmap_state now, uint32_t k, uint32_t i)
  {
    /@ assert own: ObjectKnown(now, k, i); @/
    /@ assert machine: \forall integer x; 0 <= x < DXGMAP_SLOTS
         ==> now.adapter[DXGMAP_MACHINE].descriptors.at[x].kind == was.adapter[DXGMAP_MACHINE].descriptors.at[x].kind; @/
    /@ assert same: \forall integer j, m; 0 <= j < DXGMAP_ADAPTERS && 0 <= m < DXGMAP_SLOTS && (j != k || m != i)
         ==> now.adapter[j].descriptors.at[m].kind == was.adapter[j].descriptors.at[m].kind
             && now.adapter[j].descriptors.at[m].object == was.adapter[j].descriptors.at[m].object; @/
    /@ assert others: \forall integer j, m; 0 <= j < DXGMAP_ADAPTERS && 0 <= m < DXGMAP_SLOTS && (j != k || m != i)
         ==> ObjectKnown(now, j, m); @/
    /@ assert objects: ObjectsKnown(now); @/
    /@ assert opened: OpenedKnown(now); @/
    return;
  }
*/
/*@ ghost
  void dxgmap_state_moved(dxgmap_state was, dxgmap_state now, uint32_t k, uint32_t i)
  {
    dxgmap_state_stopped(was, now, k);
    dxgmap_state_opens(was, now, k, i);
    dxgmap_state_placed(was, now, k, i);
    if (k == DXGMAP_MACHINE)
      dxgmap_state_opened_other(was, now, k, i);
    else if (was.adapter[k].descriptors.at[i].kind == DXGMAP_ADAPTER_OBJECT)
      dxgmap_state_opened_close(was, now, k, i);
    else if (now.adapter[k].descriptors.at[i].kind == DXGMAP_ADAPTER_OBJECT)
      dxgmap_state_opened_open(was, now, k, i);
    else
      dxgmap_state_opened_other(was, now, k, i);
    return;
  }
*/
/*@ ghost
  void dxgmap_state_still(dxgmap_state was, dxgmap_state now, uint32_t k)
  {
    /@ assert others: OthersKept(was.adapter[k], now.adapter[k], DXGMAP_SLOTS); @/
    dxgmap_state_opens(was, now, k, DXGMAP_SLOTS);
    dxgmap_state_placed(was, now, k, DXGMAP_SLOTS);
    dxgmap_state_opened_other(was, now, k, DXGMAP_SLOTS);
    return;
  }
*/

dxgmap_outcome dxgmap_state_take_pages(dxgmap_state *s, uint32_t k, dxgmap_descriptor d, const uint64_t *pages,
                                       uint32_t n, uint32_t target)
{
  /*@ ghost dxgmap_state was = *s; */
  /*@ ghost dxgmap_state_itself(was); */
  dxgmap_outcome o = dxgmap_adapter_take_pages(&s->adapter[k], d, pages, n, target);
  if (o.status != DXGMAP_OK) return o;
  /*@ ghost dxgmap_state_sums(was, *s, k); */
  /*@ assert adapters: AdaptersOk(*s); */
  uint32_t i = (uint32_t)o.handle;
  /*@ ghost dxgmap_state_moved(was, *s, k, i); */
  o = dxgmap_state_name(s, k, i);
  /*@ ghost dxgmap_state_held(*s, k, i, o.handle, pages, n); */
  return o;
}

/* Says of object x - 1 which adapter object it has: slot i in place k - 1, or none with k 0. */
/*@ requires valid: \valid(o);
    requires object: 1 <= x <= DXGMAP_SLOTS;
    terminates \true;
    exits \false;
    assigns *o;
    ensures set: o->place[x - 1] == k && o->slot[x - 1] == i;
    ensures others: OpenedKept(\old(*o), *o, x); */
static void dxgmap_state_open(dxgmap_opened *o, uint32_t x, uint32_t k, uint32_t i)
{
  o->place[x - 1u] = k;
  o->slot[x - 1u] = i;
}

dxgmap_outcome dxgmap_state_take(dxgmap_state *s, uint32_t k, dxgmap_descriptor d, uint32_t place, uint32_t span,
                                 uint32_t target)
{
  /*@ ghost dxgmap_state was = *s; */
  /*@ ghost dxgmap_state_itself(was); */
  dxgmap_outcome o = dxgmap_adapter_take(&s->adapter[k], d, place, span, target);
  if (o.status != DXGMAP_OK) return o;
  uint32_t i = (uint32_t)o.handle;
  if (d.kind == DXGMAP_ADAPTER_OBJECT) dxgmap_state_open(&s->opened, d.object, k + 1u, i);
  /*@ ghost dxgmap_state_sums(was, *s, k); */
  /*@ assert adapters: AdaptersOk(*s); */
  /*@ ghost dxgmap_state_moved(was, *s, k, i); */
  return dxgmap_state_name(s, k, i);
}

dxgmap_outcome dxgmap_state_release(dxgmap_state *s, uint32_t k, uint32_t i)
{
  /*@ ghost dxgmap_state was = *s; */
  /*@ ghost dxgmap_state_itself(was); */
  dxgmap_outcome o = dxgmap_state_name(s, k, i);
  if (k < DXGMAP_ADAPTERS && s->adapter[k].descriptors.at[i].kind == DXGMAP_ADAPTER_OBJECT)
    dxgmap_state_open(&s->opened, s->adapter[k].descriptors.at[i].object, 0, 0);
  dxgmap_adapter_release(&s->adapter[k], i);
  /*@ ghost dxgmap_state_sums(was, *s, k); */
  /*@ assert adapters: AdaptersOk(*s); */
  /*@ ghost dxgmap_state_moved(was, *s, k, i); */
  return o;
}
/* dxgmap: end model/core/state.c */
/* dxgmap: begin model/core/step.c sha256 b0459d856b8e125a557e2f4bb525446b3226559fac53f0ff97b3026595a4ab55 */
/* #include "step.h" */

/* What follows from the effect of a step for the identities; none of these runs. */
/*@ ghost
  // Captured cells are cells.
  /@ requires ok: RangesOk(r);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures inside: CellsInside(r); @/
  void dxgmap_step_inside(dxgmap_ranges r)
  {
    /@ assert some: \forall integer i, l; RangeCovers(r, i, l) ==> RunsStarted(r); @/
    /@ assert on: \forall integer i, l; RangeCovers(r, i, l) ==> RunOn(r, i) && RunsTile(r); @/
    return;
  }
*/
/*@ ghost
  /@ requires same: AdapterSame(b, a);
     requires bounded: a.slots.high <= DXGMAP_SLOTS;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures slots: \forall integer i; 0 <= i < DXGMAP_SLOTS ==>
       (SlotLive(b.slots, i) <==> SlotLive(a.slots, i)) && b.slots.generation[i] == a.slots.generation[i];
     ensures views: \forall integer i; 0 <= i < DXGMAP_SLOTS ==>
       b.views.place[i] == a.views.place[i] && b.views.span[i] == a.views.span[i];
     ensures descriptors: \forall integer i; 0 <= i < DXGMAP_SLOTS ==> b.descriptors.at[i] == a.descriptors.at[i];
     ensures links: \forall integer i; 0 <= i < DXGMAP_SLOTS ==> b.links.to.slot[i] == a.links.to.slot[i]; @/
  void dxgmap_step_adapter_slots(dxgmap_adapter a, dxgmap_adapter b)
  {
    return;
  }
*/
/*@ ghost
  /@ requires same: AdapterSame(b, a);
     requires inside: CellsInside(a.domain.ranges);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures mappings: \forall integer i; 0 <= i < DXGMAP_HEAP_IDS ==> MappingKept(a.domain, b.domain, i); @/
  void dxgmap_step_adapter_mappings(dxgmap_adapter a, dxgmap_adapter b)
  {
    /@ assert base: \forall integer i; 0 <= i < DXGMAP_HEAP_IDS ==> b.domain.ranges.base[i] == a.domain.ranges.base[i]; @/
    /@ assert length: \forall integer i; 0 <= i < DXGMAP_HEAP_IDS
         ==> b.domain.ranges.length[i] == a.domain.ranges.length[i]; @/
    /@ assert cells: \forall integer l; 0 <= l < DXGMAP_CELLS ==> b.domain.cells.cell[l] == a.domain.cells.cell[l]; @/
    return;
  }
*/
/*@ ghost
  /@ requires same: AdapterSame(b, a);
     requires bounded: a.slots.high <= DXGMAP_SLOTS;
     requires inside: CellsInside(a.domain.ranges);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures kept: SlotsOfKept(a, b); @/
  void dxgmap_step_adapter(dxgmap_adapter a, dxgmap_adapter b)
  {
    dxgmap_step_adapter_slots(a, b);
    dxgmap_step_adapter_mappings(a, b);
    return;
  }
*/
/*@ ghost
  /@ requires handles: HandlesKept(was, now, k, x);
     requires bounded: SlotsBounded(was) && SlotsBounded(now);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures lives: HandlesLiveAsBefore(was, now, k, x);
     ensures spent: HandlesSpentAsBefore(was, now, k, x);
     ensures kept: HandlesSameAsBefore(was, now, k, x); @/
  void dxgmap_step_kept(dxgmap_state was, dxgmap_state now, uint32_t k, uint32_t x)
  {
    /@ assert pages: \forall integer h; !(HandleTag(h) == k && HandleIndex(h) == x) && InTable(h)
         ==> PagesOf(now, h) == PagesOf(was, h) && BaseOf(now, h) == BaseOf(was, h); @/
    /@ assert page: \forall integer h, o; !(HandleTag(h) == k && HandleIndex(h) == x) && InTable(h) &&
         0 <= o < PagesOf(was, h) ==> PageOf(now, h, o) == PageOf(was, h, o); @/
    /@ assert target: \forall integer h; !(HandleTag(h) == k && HandleIndex(h) == x) && InTable(h)
         ==> TargetOf(now, h) == TargetOf(was, h); @/
    return;
  }
*/
/*@ ghost
  uint32_t dxgmap_step_place(uint64_t handle)
  {
    return handle % 0x1000000u == 0 ? 0 : (uint32_t)(handle % 0x1000000u - 1u);
  }
*/
/*@ ghost
  // What the handles of a sound state can name.
  /@ requires ok: AdaptersOk(s);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures bounded: SlotsBounded(s);
     ensures inside: CapturesInside(s); @/
  void dxgmap_step_bounds(dxgmap_state s)
  {
    /@ loop invariant range: 0 <= k <= DXGMAP_PLACES;
       loop invariant slots: \forall integer j; 0 <= j < k ==> s.adapter[j].slots.high <= DXGMAP_SLOTS;
       loop invariant cells: \forall integer j; 0 <= j < k ==> CellsInside(s.adapter[j].domain.ranges);
       loop assigns k;
       loop variant DXGMAP_PLACES - k; @/
    for (uint32_t k = 0; k < DXGMAP_PLACES; k++) {
      /@ assert one: AdapterOk(s.adapter[k]); @/
      /@ assert two: SlotsOk(s.adapter[k].slots) && DomainOk(s.adapter[k].domain); @/
      dxgmap_step_inside(s.adapter[k].domain.ranges);
    }
    return;
  }
*/
/*@ ghost
  /@ requires kept: AdaptersKept(was, now, k);
     requires bounded: SlotsBounded(was) && SlotsBounded(now);
     requires inside: CapturesInside(was);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures slots: AdaptersSlotsKept(was, now, k); @/
  void dxgmap_step_others(dxgmap_state was, dxgmap_state now, uint32_t k)
  {
    /@ loop invariant range: 0 <= j <= DXGMAP_PLACES;
       loop invariant kept: \forall integer m; 0 <= m < j && m != k ==> SlotsOfKept(was.adapter[m], now.adapter[m]);
       loop assigns j;
       loop variant DXGMAP_PLACES - j; @/
    for (uint32_t j = 0; j < DXGMAP_PLACES; j++) {
      if (j != k) dxgmap_step_adapter(was.adapter[j], now.adapter[j]);
    }
    return;
  }
*/
/*@ ghost
  /@ requires slots: AdaptersSlotsKept(was, now, k);
     requires one: k < DXGMAP_PLACES ==> OthersKept(was.adapter[k], now.adapter[k], x);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures handles: HandlesKept(was, now, k, x); @/
  void dxgmap_step_but(dxgmap_state was, dxgmap_state now, uint32_t k, uint32_t x)
  {
    return;
  }
*/
/*@ ghost
  /@ requires place: k < DXGMAP_PLACES;
     requires acquires: Acquires(was, now, k, handle);
     requires bounded: SlotsBounded(was) && SlotsBounded(now);
     requires inside: CapturesInside(was);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures new: !Valid(was, handle) && !Spent(was, handle) && Valid(now, handle);
     ensures lives: \forall integer h; Valid(now, h) <==> Valid(was, h) || h == handle;
     ensures spent: SpentStays(was, now);
     ensures kept: MappingsSame(was, now); @/
  void dxgmap_step_acquired(dxgmap_state was, dxgmap_state now, uint32_t k, uint64_t handle)
  {
    uint32_t x = dxgmap_step_place(handle);
    /@ assert index: x == HandleIndex(handle); @/
    /@ assert step: Taken(was.adapter[k], now.adapter[k], x); @/
    /@ assert rest: OthersKept(was.adapter[k], now.adapter[k], x); @/
    dxgmap_handle_parts();
    dxgmap_step_others(was, now, k);
    dxgmap_step_but(was, now, k, x);
    dxgmap_step_kept(was, now, k, x);
    return;
  }
*/
/*@ ghost
  /@ requires place: k < DXGMAP_PLACES;
     requires releases: Releases(was, now, k, handle);
     requires bounded: SlotsBounded(was) && SlotsBounded(now);
     requires inside: CapturesInside(was);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures over: Valid(was, handle) && !Valid(now, handle) && Spent(now, handle);
     ensures lives: \forall integer h; Valid(now, h) <==> Valid(was, h) && h != handle;
     ensures spent: SpentStays(was, now);
     ensures kept: MappingsSame(was, now); @/
  void dxgmap_step_released(dxgmap_state was, dxgmap_state now, uint32_t k, uint64_t handle)
  {
    uint32_t x = dxgmap_step_place(handle);
    /@ assert index: x == HandleIndex(handle); @/
    /@ assert step: Released(was.adapter[k], now.adapter[k], x); @/
    /@ assert rest: OthersKept(was.adapter[k], now.adapter[k], x); @/
    dxgmap_handle_parts();
    dxgmap_step_others(was, now, k);
    dxgmap_step_but(was, now, k, x);
    dxgmap_step_kept(was, now, k, x);
    return;
  }
*/
/*@ ghost
  /@ requires slots: AdaptersSlotsKept(was, now, k);
     requires bounded: SlotsBounded(was) && SlotsBounded(now);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures lives: \forall integer h; HandleTag(h) != k ==> (Valid(now, h) <==> Valid(was, h));
     ensures spent: \forall integer h; HandleTag(h) != k ==> (Spent(now, h) <==> Spent(was, h));
     ensures kept: \forall integer h; HandleTag(h) != k && InTable(h) ==> MappingSame(was, now, h); @/
  void dxgmap_step_elsewhere(dxgmap_state was, dxgmap_state now, uint32_t k)
  {
    /@ assert handles: \forall integer h; InTable(h) && HandleTag(h) != k ==> HandleKept(was, now, h); @/
    return;
  }
*/
/*@ ghost
  /@ requires adapter: k < DXGMAP_ADAPTERS && k == AdapterOf(adapter);
     requires stops: Stops(was, now, adapter);
     requires bounded: SlotsBounded(was) && SlotsBounded(now);
     requires inside: CapturesInside(was);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures over: \forall integer h; Valid(was, h) && HandleTag(h) == k ==> Spent(now, h);
     ensures lives: \forall integer h; Valid(now, h) <==> Valid(was, h) && HandleTag(h) != k;
     ensures spent: SpentStays(was, now);
     ensures kept: MappingsSame(was, now); @/
  void dxgmap_step_stopped(dxgmap_state was, dxgmap_state now, uint32_t k, uint64_t adapter)
  {
    dxgmap_step_others(was, now, k);
    dxgmap_step_elsewhere(was, now, k);
    /@ assert emptied: Emptied(was.adapter[k], now.adapter[k]); @/
    return;
  }
*/
/*@ ghost
  /@ requires calm: Calm(was, now, k);
     requires bounded: SlotsBounded(was) && SlotsBounded(now);
     requires inside: CapturesInside(was);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures lives: \forall integer h; Valid(now, h) <==> Valid(was, h);
     ensures spent: SpentStays(was, now);
     ensures kept: MappingsSame(was, now); @/
  void dxgmap_step_calm(dxgmap_state was, dxgmap_state now, uint32_t k)
  {
    dxgmap_step_others(was, now, k);
    dxgmap_step_but(was, now, k, DXGMAP_SLOTS);
    dxgmap_step_kept(was, now, k, DXGMAP_SLOTS);
    return;
  }
*/
/*@ ghost
  /@ requires same: StateSame(was, now);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures kept: AdaptersKept(was, now, DXGMAP_PLACES); @/
  void dxgmap_step_equal(dxgmap_state was, dxgmap_state now)
  {
    return;
  }
*/
/*@ ghost
  /@ requires kept: AdaptersKept(was, now, DXGMAP_PLACES);
     requires bounded: SlotsBounded(was) && SlotsBounded(now);
     requires inside: CapturesInside(was);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures lives: \forall integer h; Valid(now, h) <==> Valid(was, h);
     ensures spent: SpentStays(was, now);
     ensures kept: MappingsSame(was, now); @/
  void dxgmap_step_same(dxgmap_state was, dxgmap_state now)
  {
    dxgmap_step_others(was, now, DXGMAP_PLACES);
    dxgmap_step_elsewhere(was, now, DXGMAP_PLACES);
    return;
  }
*/
/*@ ghost
  /@ requires effect: Effect(was, now, op, adapter, status, handle);
     requires bounded: SlotsBounded(was) && SlotsBounded(now);
     requires inside: CapturesInside(was);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures lives: LivesMoved(was, now, op, adapter, status, handle);
     ensures new: LivesNew(was, op, status, handle);
     ensures over: LivesOver(was, now, op, adapter, status, handle);
     ensures spent: SpentStays(was, now);
     ensures kept: MappingsSame(was, now); @/
  void dxgmap_step_lives(dxgmap_state was, dxgmap_state now, uint32_t op, uint64_t adapter, uint32_t status,
                         uint64_t handle)
  {
    uint32_t k = dxgmap_step_place(adapter);
    uint32_t p = (uint32_t)(handle / 0x100000000000000u);
    /@ assert place: p == HandleTag(handle); @/
    if (status != DXGMAP_OK || op == DXGMAP_OP_TRANSLATE) {
      dxgmap_step_equal(was, now);
      dxgmap_step_same(was, now);
    } else if (op == DXGMAP_OP_STOP) {
      dxgmap_step_stopped(was, now, k, adapter);
    } else if (op == DXGMAP_OP_START) {
      dxgmap_step_calm(was, now, dxgmap_step_place(handle));
    } else if (op <= DXGMAP_OP_EXCLUSIVE_END) {
      dxgmap_step_calm(was, now, k);
    } else if (op == DXGMAP_OP_PIN || op == DXGMAP_OP_MAP_PAGES || op == DXGMAP_OP_MAP_POINTER ||
               op == DXGMAP_OP_MAP_VIEW || op == DXGMAP_OP_CREATE || op == DXGMAP_OP_OPEN ||
               op == DXGMAP_OP_ALLOCATE_ADL || op == DXGMAP_OP_MAP_OBJECT) {
      dxgmap_step_acquired(was, now, p, handle);
    } else {
      dxgmap_step_released(was, now, p, handle);
    }
    return;
  }
*/
/*@ ghost
  // What is not in the domain captured nothing.
  /@ requires inv: Inv(s);
     requires kind: status == DXGMAP_OK
       ==> Valid(s, handle) && !InDomain(s.adapter[HandleTag(handle)].descriptors.at[HandleIndex(handle)].kind);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures bare: status == DXGMAP_OK ==> PagesOf(s, handle) == 0; @/
  void dxgmap_step_bare(dxgmap_state s, uint32_t status, uint64_t handle)
  {
    uint32_t k = (uint32_t)(handle / 0x100000000000000u);
    /@ assert place: k == HandleTag(handle); @/
    /@ assert parts: status == DXGMAP_OK
         ==> AdapterOk(s.adapter[k]) && AdapterParts(s.adapter[k]) && SlotsOk(s.adapter[k].slots); @/
    return;
  }
*/
/*@ requires valid: \valid(s) && \valid(call);
    requires separated: \separated(s, call);
    requires inv: Inv(*s);
    requires op: Acquiring(call->op) && !Capturing(call->op);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: AcquireStatus(\old(*s), *call, (uint64_t *)\null, 0, \result.status);
    ensures atomic: \result.status != DXGMAP_OK ==> StateSame(\old(*s), *s) && \result.handle == 0;
    ensures place: \result.status == DXGMAP_OK
                   ==> 0 <= HandleTag(\result.handle) < DXGMAP_PLACES
                       && HandleTag(\result.handle) == PlaceOf(call->op, call->adapter, call->object);
    ensures acquired: \result.status == DXGMAP_OK
                      ==> Acquires(\old(*s), *s, HandleTag(\result.handle), \result.handle);
    ensures bare: \result.status == DXGMAP_OK ==> PagesOf(*s, \result.handle) == 0; */
static dxgmap_outcome dxgmap_step_take(dxgmap_state *s, const dxgmap_call *call)
{
  dxgmap_outcome o;
  if (call->op == DXGMAP_OP_MAP_POINTER) {
    o = dxgmap_op_map_pointer(s, call->caller, call->adapter, call->index, call->bytes, call->offset, call->at,
                              call->slack, call->pressure);
  } else if (call->op == DXGMAP_OP_MAP_VIEW) {
    o = dxgmap_op_map_view(s, call->caller, call->adapter, &call->view);
  } else if (call->op == DXGMAP_OP_CREATE) {
    o = dxgmap_op_create(s, call->caller, call->request);
  } else if (call->op == DXGMAP_OP_OPEN) {
    o = dxgmap_op_open(s, call->caller, call->object, call->adapter, call->creating);
  } else {
    o = dxgmap_op_map_object(s, call->caller, call->object, call->user, call->offset, call->bytes, call->at,
                             call->slack, call->pressure);
  }
  /*@ assert kind: o.status == DXGMAP_OK ==> Valid(*s, o.handle)
             && !InDomain(s->adapter[HandleTag(o.handle)].descriptors.at[HandleIndex(o.handle)].kind); */
  /*@ ghost dxgmap_step_bare(*s, o.status, o.handle); */
  return o;
}

/*@ requires valid: \valid(s) && \valid(call) && \valid_read(pool + (0 .. pool_size - 1));
    requires separated: \separated(s, call, pool + (..));
    requires inv: Inv(*s);
    requires op: Capturing(call->op);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: AcquireStatus(\old(*s), *call, pool, pool_size, \result.status);
    ensures atomic: \result.status != DXGMAP_OK ==> StateSame(\old(*s), *s) && \result.handle == 0;
    ensures place: \result.status == DXGMAP_OK
                   ==> 0 <= HandleTag(\result.handle) < DXGMAP_PLACES
                       && HandleTag(\result.handle) == PlaceOf(call->op, call->adapter, call->object);
    ensures acquired: \result.status == DXGMAP_OK
                      ==> Acquires(\old(*s), *s, HandleTag(\result.handle), \result.handle);
    ensures kind: \result.status == DXGMAP_OK
                  ==> HandleOf(*s, PlaceOf(call->op, call->adapter, call->object),
                               call->op == DXGMAP_OP_ALLOCATE_ADL ? DXGMAP_ADL : call->kind, \result.handle);
    ensures captured: \result.status == DXGMAP_OK
                      ==> InPool(*call, pool_size) && Holds(*s, \result.handle, pool + call->first, call->count); */
static dxgmap_outcome dxgmap_step_capture(dxgmap_state *s, const dxgmap_call *call, const uint64_t *pool,
                                          uint64_t pool_size)
{
  if (call->first > pool_size || call->count > pool_size - call->first) return dxgmap_refuse(DXGMAP_BAD_COUNT);
  if (call->op == DXGMAP_OP_PIN) {
    return dxgmap_op_pin(s, call->caller, call->adapter, call->index, call->bytes, call->kind, pool + call->first,
                         call->count, call->pressure);
  }
  if (call->op == DXGMAP_OP_ALLOCATE_ADL) {
    return dxgmap_op_allocate_adl(s, call->caller, call->object, call->offset, call->bytes, call->contiguous,
                                  pool + call->first, call->count, call->pressure);
  }
  return dxgmap_op_map_pages(s, call->caller, call->adapter, call->kind, pool + call->first, call->count);
}

/*@ requires valid: \valid(s) && \valid(call);
    requires separated: \separated(s, call);
    requires inv: Inv(*s);
    requires op: Releasing(call->op) && !OnMachine(call->op) && !OnObject(call->op);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: ReleaseStatus(\old(*s), *call, \result.status);
    ensures atomic: \result.status != DXGMAP_OK ==> StateSame(\old(*s), *s) && \result.handle == 0;
    ensures place: \result.status == DXGMAP_OK ==> 0 <= HandleTag(\result.handle) < DXGMAP_PLACES;
    ensures released: \result.status == DXGMAP_OK
                      ==> Releases(\old(*s), *s, HandleTag(\result.handle), \result.handle);
    ensures keyed: \result.status == DXGMAP_OK
                   ==> KeyFits(\old(*s), call->op, call->adapter, call->object, call->index, call->kind, call->space,
                               call->handle, call->address, \result.handle); */
static dxgmap_outcome dxgmap_step_unmap(dxgmap_state *s, const dxgmap_call *call)
{
  if (call->op == DXGMAP_OP_UNPIN) return dxgmap_op_unpin(s, call->caller, call->adapter, call->index);
  if (call->op == DXGMAP_OP_UNMAP_PAGES)
    return dxgmap_op_unmap_pages(s, call->caller, call->adapter, call->kind, call->handle);
  if (call->op == DXGMAP_OP_UNMAP_POINTER)
    return dxgmap_op_unmap_pointer(s, call->caller, call->adapter, call->index, call->address);
  return dxgmap_op_unmap_view(s, call->caller, call->adapter, call->kind, call->space, call->address, call->process);
}

/*@ requires valid: \valid(s) && \valid(call);
    requires separated: \separated(s, call);
    requires inv: Inv(*s);
    requires op: Releasing(call->op) && (OnMachine(call->op) || OnObject(call->op));
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: ReleaseStatus(\old(*s), *call, \result.status);
    ensures atomic: \result.status != DXGMAP_OK ==> StateSame(\old(*s), *s) && \result.handle == 0;
    ensures place: \result.status == DXGMAP_OK ==> 0 <= HandleTag(\result.handle) < DXGMAP_PLACES;
    ensures released: \result.status == DXGMAP_OK
                      ==> Releases(\old(*s), *s, HandleTag(\result.handle), \result.handle);
    ensures keyed: \result.status == DXGMAP_OK
                   ==> KeyFits(\old(*s), call->op, call->adapter, call->object, call->index, call->kind, call->space,
                               call->handle, call->address, \result.handle); */
static dxgmap_outcome dxgmap_step_let_go(dxgmap_state *s, const dxgmap_call *call)
{
  if (call->op == DXGMAP_OP_CLOSE) return dxgmap_op_close(s, call->caller, call->object);
  if (call->op == DXGMAP_OP_DESTROY) return dxgmap_op_destroy(s, call->caller, call->object);
  if (call->op == DXGMAP_OP_FREE_ADL) return dxgmap_op_free_adl(s, call->caller, call->object, call->handle);
  dxgmap_outcome o = dxgmap_op_unmap_object(s, call->caller, call->object, call->address, call->bytes);
  /*@ assert view: o.status == DXGMAP_OK
             ==> HandleTag(o.handle) == DXGMAP_MACHINE && 0 <= HandleIndex(o.handle) < DXGMAP_SLOTS
                 && ObjectViewAt(\at(*s, Pre).adapter[DXGMAP_MACHINE], call->address, HandleIndex(o.handle)); */
  /*@ assert keyed: o.status == DXGMAP_OK
             ==> KeyFits(\at(*s, Pre), call->op, call->adapter, call->object, call->index, call->kind, call->space,
                         call->handle, call->address, o.handle); */
  return o;
}

/*@ requires valid: \valid(s) && \valid(call);
    requires separated: \separated(s, call);
    requires inv: Inv(*s);
    requires op: Switching(call->op);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: SwitchStatus(\old(*s), *call, \result);
    ensures atomic: \result != DXGMAP_OK ==> StateSame(\old(*s), *s);
    ensures calm: \result == DXGMAP_OK ==> Calm(\old(*s), *s, AdapterOf(call->adapter)); */
static uint32_t dxgmap_step_switch(dxgmap_state *s, const dxgmap_call *call)
{
  if (call->op == DXGMAP_OP_ATTACH) return dxgmap_op_attach(s, call->adapter);
  if (call->op == DXGMAP_OP_EXCLUSIVE_BEGIN) return dxgmap_op_exclusive_begin(s, call->adapter);
  return dxgmap_op_exclusive_end(s, call->adapter);
}

/*@ requires valid: \valid(s) && \valid(call);
    requires separated: \separated(s, call);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: StartStatus(\old(*s), call->start, \result.status);
    ensures atomic: \result.status != DXGMAP_OK ==> StateSame(\old(*s), *s);
    ensures starts: \result.status == DXGMAP_OK ==> Starts(\old(*s), *s, \result.handle, call->start);
    ensures calm: \result.status == DXGMAP_OK ==> Calm(\old(*s), *s, AdapterOf(\result.handle)); */
static dxgmap_outcome dxgmap_step_start(dxgmap_state *s, const dxgmap_call *call)
{
  return dxgmap_op_start(s, &call->start);
}

/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: StopStatus(\old(*s), adapter, \result);
    ensures atomic: \result != DXGMAP_OK ==> StateSame(\old(*s), *s);
    ensures stops: \result == DXGMAP_OK
                   ==> 0 <= AdapterOf(adapter) < DXGMAP_ADAPTERS && Stops(\old(*s), *s, adapter); */
static uint32_t dxgmap_step_stop(dxgmap_state *s, uint64_t adapter)
{
  return dxgmap_op_stop(s, adapter);
}

/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> Capturing(op); */
static int dxgmap_step_capturing(uint32_t op)
{
  return op == DXGMAP_OP_PIN || op == DXGMAP_OP_MAP_PAGES || op == DXGMAP_OP_ALLOCATE_ADL;
}

/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> Acquiring(op) && !Capturing(op); */
static int dxgmap_step_taking(uint32_t op)
{
  return op == DXGMAP_OP_MAP_POINTER || op == DXGMAP_OP_MAP_VIEW || op == DXGMAP_OP_CREATE || op == DXGMAP_OP_OPEN ||
         op == DXGMAP_OP_MAP_OBJECT;
}

/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> Releasing(op) && !OnMachine(op) && !OnObject(op); */
static int dxgmap_step_unmapping(uint32_t op)
{
  return op == DXGMAP_OP_UNPIN || op == DXGMAP_OP_UNMAP_PAGES || op == DXGMAP_OP_UNMAP_POINTER ||
         op == DXGMAP_OP_UNMAP_VIEW;
}

/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> Releasing(op) && (OnMachine(op) || OnObject(op)); */
static int dxgmap_step_letting_go(uint32_t op)
{
  return op == DXGMAP_OP_CLOSE || op == DXGMAP_OP_DESTROY || op == DXGMAP_OP_FREE_ADL || op == DXGMAP_OP_UNMAP_OBJECT;
}

/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> Switching(op); */
static int dxgmap_step_switching(uint32_t op)
{
  return op == DXGMAP_OP_ATTACH || op == DXGMAP_OP_EXCLUSIVE_BEGIN || op == DXGMAP_OP_EXCLUSIVE_END;
}

/*@ requires valid: \valid(s) && \valid(call) && \valid_read(pool + (0 .. pool_size - 1));
    requires separated: \separated(s, call, pool + (..));
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: CallStatus(\old(*s), *call, pool, pool_size, \result.status);
    ensures atomic: \result.status != DXGMAP_OK ==> StateSame(\old(*s), *s);
    ensures effect: Effect(\old(*s), *s, call->op, call->adapter, \result.status, \result.handle);
    ensures keyed: \result.status == DXGMAP_OK && Releasing(call->op)
                   ==> KeyFits(\old(*s), call->op, call->adapter, call->object, call->index, call->kind, call->space,
                               call->handle, call->address, \result.handle);
    ensures started: call->op == DXGMAP_OP_START && \result.status == DXGMAP_OK
                     ==> Starts(\old(*s), *s, \result.handle, call->start);
    ensures place: \result.status == DXGMAP_OK && Acquiring(call->op)
                   ==> HandleTag(\result.handle) == PlaceOf(call->op, call->adapter, call->object);
    ensures kind: \result.status == DXGMAP_OK && Capturing(call->op)
                  ==> HandleOf(*s, PlaceOf(call->op, call->adapter, call->object),
                               call->op == DXGMAP_OP_ALLOCATE_ADL ? DXGMAP_ADL : call->kind, \result.handle);
    ensures captured: \result.status == DXGMAP_OK && Capturing(call->op)
                      ==> InPool(*call, pool_size) && Holds(*s, \result.handle, pool + call->first, call->count);
    ensures bare: \result.status == DXGMAP_OK && Acquiring(call->op) && !Capturing(call->op)
                  ==> PagesOf(*s, \result.handle) == 0;
    ensures base: \result.status == DXGMAP_OK && Capturing(call->op) ==> \result.base == BaseOf(*s, \result.handle);
    ensures translated: \result.status == DXGMAP_OK && call->op == DXGMAP_OP_TRANSLATE
                        ==> KnownAdapter(*s, call->adapter)
                            && Xlate(s->adapter[AdapterOf(call->adapter)], call->page, \result.page)
                            && AnswersFor(*s, AdapterOf(call->adapter), call->page, \result.page, \result.handle); */
static dxgmap_result dxgmap_step_dispatch(dxgmap_state *s, const dxgmap_call *call, const uint64_t *pool,
                                          uint64_t pool_size)
{
  dxgmap_answer a;
  a.page = 0;
  uint64_t base = 0;
  dxgmap_outcome o = dxgmap_refuse(DXGMAP_BAD_KIND);
  if (dxgmap_step_capturing(call->op)) {
    o = dxgmap_step_capture(s, call, pool, pool_size);
    if (o.status == DXGMAP_OK) base = dxgmap_base_page(s, o.handle);
  } else if (dxgmap_step_taking(call->op)) {
    o = dxgmap_step_take(s, call);
  } else if (dxgmap_step_unmapping(call->op)) {
    o = dxgmap_step_unmap(s, call);
  } else if (dxgmap_step_letting_go(call->op)) {
    o = dxgmap_step_let_go(s, call);
  } else if (dxgmap_step_switching(call->op)) {
    o = dxgmap_refuse(dxgmap_step_switch(s, call));
  } else if (call->op == DXGMAP_OP_START) {
    o = dxgmap_step_start(s, call);
  } else if (call->op == DXGMAP_OP_STOP) {
    o = dxgmap_refuse(dxgmap_step_stop(s, call->adapter));
  } else if (call->op == DXGMAP_OP_TRANSLATE) {
    a = dxgmap_op_translate(s, call->adapter, call->page);
    o = dxgmap_refuse(a.status);
    o.handle = a.handle;
  }
  dxgmap_result r;
  r.status = o.status;
  r.handle = o.handle;
  r.page = a.page;
  r.base = base;
  /*@ assert refused: r.status != DXGMAP_OK ==> StateSame(\at(*s, Pre), *s); */
  /*@ assert read: call->op == DXGMAP_OP_TRANSLATE ==> StateSame(\at(*s, Pre), *s); */
  /*@ assert acquires: r.status == DXGMAP_OK && Acquiring(call->op)
             ==> 0 <= HandleTag(r.handle) < DXGMAP_PLACES
                 && Acquires(\at(*s, Pre), *s, HandleTag(r.handle), r.handle); */
  /*@ assert releases: r.status == DXGMAP_OK && Releasing(call->op)
             ==> 0 <= HandleTag(r.handle) < DXGMAP_PLACES
                 && Releases(\at(*s, Pre), *s, HandleTag(r.handle), r.handle); */
  /*@ assert stops: r.status == DXGMAP_OK && call->op == DXGMAP_OP_STOP
             ==> 0 <= AdapterOf(call->adapter) < DXGMAP_ADAPTERS && Stops(\at(*s, Pre), *s, call->adapter); */
  /*@ assert starts: r.status == DXGMAP_OK && call->op == DXGMAP_OP_START
             ==> Calm(\at(*s, Pre), *s, AdapterOf(r.handle)); */
  /*@ assert switches: r.status == DXGMAP_OK && Switching(call->op)
             ==> Calm(\at(*s, Pre), *s, AdapterOf(call->adapter)); */
  return r;
}

/*@ ghost
  /@ requires held: Holds(s, handle, pages, count);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures pages: \forall integer o; 0 <= o < count ==> PageOf(s, handle, o) == pages[o]; @/
  void dxgmap_step_held(dxgmap_state s, const uint64_t *pages, uint32_t count, uint64_t handle)
  {
    return;
  }
*/
/*@ ghost
  /@ requires captured: status == DXGMAP_OK && Capturing(op)
       ==> HandleTag(handle) == place && Holds(s, handle, pool + first, count) && BaseOf(s, handle) == base;
     requires bare: status == DXGMAP_OK && Acquiring(op) && !Capturing(op) ==> PagesOf(s, handle) == 0;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures given: status == DXGMAP_OK && Acquiring(op) ==> GivenBy(s, op, place, pool, first, count, base, handle); @/
  void dxgmap_step_given(dxgmap_state s, uint32_t op, uint32_t status, uint32_t place, const uint64_t *pool,
                         uint64_t first, uint32_t count, uint64_t base, uint64_t handle)
  {
    if (status == DXGMAP_OK &&
        (op == DXGMAP_OP_PIN || op == DXGMAP_OP_MAP_PAGES || op == DXGMAP_OP_ALLOCATE_ADL))
      dxgmap_step_held(s, pool + first, count, handle);
    return;
  }
*/

dxgmap_result dxgmap_step(dxgmap_state *s, const dxgmap_call *call, const uint64_t *pool, uint64_t pool_size)
{
  /*@ ghost dxgmap_state was = *s; */
  /*@ ghost dxgmap_step_bounds(was); */
  dxgmap_result r = dxgmap_step_dispatch(s, call, pool, pool_size);
  /*@ ghost dxgmap_step_bounds(*s); */
  /*@ ghost dxgmap_step_lives(was, *s, call->op, call->adapter, r.status, r.handle); */
  /*@ ghost uint32_t place = (uint32_t)(r.handle / 0x100000000000000u); */
  /*@ assert tag: place == HandleTag(r.handle); */
  /*@ ghost
    dxgmap_step_given(*s, call->op, r.status, place, pool, call->first, call->count, r.base, r.handle); */
  return r;
}
/* dxgmap: end model/core/step.c */
/* dxgmap: begin model/core/trace.c sha256 534b2863a229c1761895791db89c664f9d22643760f7f231ef710a5ae3bde4da */
/* #include "trace.h" */
/* dxgmap: begin model/core/trace.h sha256 ccec92ebecbbe895e509021ff53503a1142712d41c9c8ae4a41bb85a520bc0ce */
#ifndef DXGMAP_TRACE_H
#define DXGMAP_TRACE_H

/* #include "step.h" */

/* Any calls, one after the other, from a state in which nothing is mapped, such as memory of zeros. */
/*@ requires valid: \valid(s) && \valid(calls + (0 .. n - 1)) && \valid(results + (0 .. n - 1))
                    && \valid_read(pool + (0 .. pool_size - 1));
    requires separated: \separated(s, calls + (..), results + (..), pool + (..));
    requires inv: Inv(*s);
    requires nothing: \forall integer h; !Valid(*s, h);
    terminates \true;
    exits \false;
    assigns *s, results[0 .. n - 1];
    ensures inv: Inv(*s);
    ensures TUau: TUau(calls, results, pool, n);
    ensures TLeak: TLeak(*s, calls, results, n);
    ensures TOnce: TOnce(calls, results, n);
    ensures TExcl: TExcl(*s);
    ensures TCoh: TCoh(*s);
    ensures TTrace: TTrace(*s, calls, results, pool, n); */
void dxgmap_run(dxgmap_state *s, const dxgmap_call *calls, dxgmap_result *results, uint32_t n, const uint64_t *pool,
                uint64_t pool_size);

#endif
/* dxgmap: end model/core/trace.h */

/* #include "keys.h" */

/* Steps of the proof, none of which runs. */
/*@ ghost
  // The live set after call i.
  /@ terminates \true;
     exits \false;
     assigns \nothing;
     ensures live: \forall integer h; Live(calls, results, i + 1, h) <==>
       (Live(calls, results, i, h) && !EndedAt(calls, results, i, h)) || AcquiredAt(calls, results, i, h); @/
  void dxgmap_trace_live(const dxgmap_call *calls, const dxgmap_result *results, uint32_t i)
  {
    /@ assert goes_on: \forall integer q, h; LiveSince(calls, results, q, i, h) && !EndedAt(calls, results, i, h)
         ==> LiveSince(calls, results, q, i + 1, h); @/
    /@ assert begins: \forall integer h; AcquiredAt(calls, results, i, h) ==> LiveSince(calls, results, i, i + 1, h); @/
    /@ assert back: \forall integer q, h; LiveSince(calls, results, q, i + 1, h) && q != i
         ==> LiveSince(calls, results, q, i, h) && !EndedAt(calls, results, i, h); @/
    return;
  }
*/
/*@ ghost
  /@ requires was: KnowsLive(was, calls, results, i);
     requires moved: LivesMoved(was, now, calls[i].op, calls[i].adapter, results[i].status, results[i].handle);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures now: KnowsLive(now, calls, results, i + 1); @/
  void dxgmap_trace_knows_live(dxgmap_state was, dxgmap_state now, const dxgmap_call *calls,
                               const dxgmap_result *results, uint32_t i)
  {
    dxgmap_trace_live(calls, results, i);
    return;
  }
*/
/*@ ghost
  /@ requires was: KnowsOver(was, calls, results, i);
     requires moved: LivesMoved(was, now, calls[i].op, calls[i].adapter, results[i].status, results[i].handle);
     requires over: LivesOver(was, now, calls[i].op, calls[i].adapter, results[i].status, results[i].handle);
     requires spent: SpentStays(was, now);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures now: KnowsOver(now, calls, results, i + 1); @/
  void dxgmap_trace_knows_over(dxgmap_state was, dxgmap_state now, const dxgmap_call *calls,
                               const dxgmap_result *results, uint32_t i)
  {
    return;
  }
*/
/*@ ghost
  /@ requires was: KnowsGiven(was, calls, results, pool, i);
     requires over: KnowsOver(was, calls, results, i);
     requires moved: LivesMoved(was, now, calls[i].op, calls[i].adapter, results[i].status, results[i].handle);
     requires new: LivesNew(was, calls[i].op, results[i].status, results[i].handle);
     requires kept: MappingsSame(was, now);
     requires given: \forall integer h; AcquiredAt(calls, results, i, h) ==> HeldAsGiven(now, calls, results, pool, i, h);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures now: KnowsGiven(now, calls, results, pool, i + 1); @/
  void dxgmap_trace_knows_given(dxgmap_state was, dxgmap_state now, const dxgmap_call *calls,
                                const dxgmap_result *results, const uint64_t *pool, uint32_t i)
  {
    /@ assert before: \forall integer q, h; 0 <= q < i && AcquiredAt(calls, results, q, h) && Valid(now, h)
         ==> Valid(was, h); @/
    /@ assert held: \forall integer q, h; Valid(was, h) && Valid(now, h) && HeldAsGiven(was, calls, results, pool, q, h)
         ==> HeldAsGiven(now, calls, results, pool, q, h); @/
    return;
  }
*/
/*@ ghost
  /@ requires was: IdentitiesOnce(calls, results, i);
     requires over: KnowsOver(was, calls, results, i);
     requires new: LivesNew(was, calls[i].op, results[i].status, results[i].handle);
     requires ends: \forall integer h; ReleasedAt(calls, results, i, h) ==> Valid(was, h);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures now: IdentitiesOnce(calls, results, i + 1); @/
  void dxgmap_trace_once(dxgmap_state was, const dxgmap_call *calls, const dxgmap_result *results, uint32_t i)
  {
    /@ assert acquired: \forall integer j, h; 0 <= j < i && AcquiredAt(calls, results, j, h)
         ==> !AcquiredAt(calls, results, i, h); @/
    /@ assert released: \forall integer j, h; 0 <= j < i && ReleasedAt(calls, results, j, h)
         ==> !ReleasedAt(calls, results, i, h); @/
    return;
  }
*/
/*@ ghost
  /@ requires was: TUau(calls, results, pool, i);
     requires released: \forall integer h; ReleasedAt(calls, results, i, h) ==> Live(calls, results, i, h);
     requires behalf: TranslatedAt(calls, results, i)
                      ==> OnBehalf(calls, results, pool, i) && Named(calls, results, pool, i);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures now: TUau(calls, results, pool, i + 1); @/
  void dxgmap_trace_used(const dxgmap_call *calls, const dxgmap_result *results, const uint64_t *pool, uint32_t i)
  {
    return;
  }
*/
/*@ ghost
  // The reference answers for a live mapping.
  /@ requires inv: Inv(s);
     requires adapter: 0 <= k < DXGMAP_ADAPTERS;
     requires reference: Xlate(s.adapter[k], l, p);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures some: HeldBySome(s, k, p); @/
  void dxgmap_trace_holder(dxgmap_state s, uint32_t k, uint64_t l, uint64_t p)
  {
    /@ assert parts: AdapterOk(s.adapter[k]) && AdapterParts(s.adapter[k]); @/
    /@ assert live: \forall integer i, o; CapturedAt(s.adapter[k], i, o, p) ==> SlotLive(s.adapter[k].slots, i); @/
    /@ assert some: \exists integer i, o; CapturedAt(s.adapter[k], i, o, p); @/
    /@ loop invariant range: 0 <= i <= DXGMAP_SLOTS;
       loop invariant so_far: \forall integer j, o; j < i && CapturedAt(s.adapter[k], j, o, p) ==> HeldBySome(s, k, p);
       loop assigns i;
       loop variant DXGMAP_SLOTS - i; @/
    for (uint32_t i = 0; i < DXGMAP_SLOTS; i++) {
      uint64_t h = dxgmap_handle_name(k, s.adapter[k].slots.generation[i], i);
      /@ assert valid: \forall integer o; CapturedAt(s.adapter[k], i, o, p) ==> Valid(s, h); @/
      /@ assert page: \forall integer o; CapturedAt(s.adapter[k], i, o, p) ==> o < PagesOf(s, h) && PageOf(s, h, o) == p; @/
      /@ assert here: \forall integer o; CapturedAt(s.adapter[k], i, o, p) ==> HeldBySome(s, k, p); @/
    }
    return;
  }
*/
/*@ ghost
  /@ requires live: KnowsLive(s, calls, results, n);
     requires held: SomeValid(s) || NothingHeld(s);
     requires committed: Committed(s);
     requires listed: AllListed(s);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures TLeak: TLeak(s, calls, results, n); @/
  void dxgmap_trace_leak(dxgmap_state s, const dxgmap_call *calls, const dxgmap_result *results, uint32_t n)
  {
    /@ assert some: SomeValid(s) ==> !(\forall integer h; !Live(calls, results, n, h)); @/
    return;
  }
*/
/*@ ghost
  /@ requires inv: Inv(s);
     requires uau: TUau(calls, results, pool, n);
     requires leak: TLeak(s, calls, results, n);
     requires once: TOnce(calls, results, n);
     requires excl: TExcl(s);
     requires coh: TCoh(s);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures TTrace: TTrace(s, calls, results, pool, n); @/
  void dxgmap_trace_all(dxgmap_state s, const dxgmap_call *calls, const dxgmap_result *results, const uint64_t *pool,
                        uint32_t n)
  {
    return;
  }
*/
/*@ ghost
  // A logical page has one mapping, by the owner that the domain knows.
  /@ requires inv: Inv(s);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures owner: \forall integer g, h, l; Valid(s, g) && Valid(s, h) && HandleTag(g) == HandleTag(h) &&
       CoversLogical(s, g, l) && CoversLogical(s, h, l) ==> g == h; @/
  void dxgmap_trace_logical(dxgmap_state s)
  {
    dxgmap_handle_parts();
    /@ assert domains: \forall integer k; 0 <= k < DXGMAP_PLACES
         ==> OwnersKnown(s.adapter[k].domain) && SlotsOk(s.adapter[k].slots); @/
    /@ assert inside: \forall integer h; Valid(s, h) ==> 0 <= HandleIndex(h) < DXGMAP_SLOTS; @/
    /@ assert covers: \forall integer h, l; Valid(s, h) && CoversLogical(s, h, l)
         ==> RangeCovers(s.adapter[HandleTag(h)].domain.ranges, DXGMAP_ID(HandleIndex(h)), l); @/
    /@ assert known: \forall integer h, l; Valid(s, h) && CoversLogical(s, h, l)
         ==> s.adapter[HandleTag(h)].domain.owners.id[l] == DXGMAP_ID(HandleIndex(h)); @/
    /@ assert slot: \forall integer g, h, l; Valid(s, g) && Valid(s, h) && HandleTag(g) == HandleTag(h) &&
         CoversLogical(s, g, l) && CoversLogical(s, h, l) ==> HandleIndex(g) == HandleIndex(h); @/
    return;
  }
*/
/*@ ghost
  /@ requires place: \forall integer h; Valid(s, h) && Opener(s, h)
       ==> s.opened.place[OpenedOf(s, h) - 1] == HandleTag(h) + 1;
     requires slot: \forall integer h; Valid(s, h) && Opener(s, h)
       ==> s.opened.slot[OpenedOf(s, h) - 1] == HandleIndex(h);
     requires inside: \forall integer h; Valid(s, h) ==> 0 <= HandleIndex(h) < DXGMAP_SLOTS;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures one: \forall integer g, h; Valid(s, g) && Valid(s, h) && SameObject(s, g, h) ==> g == h; @/
  void dxgmap_trace_object(dxgmap_state s)
  {
    dxgmap_handle_parts();
    /@ assert same_place: \forall integer g, h; Valid(s, g) && Valid(s, h) && SameObject(s, g, h)
         ==> HandleTag(g) == HandleTag(h); @/
    /@ assert same_slot: \forall integer g, h; Valid(s, g) && Valid(s, h) && SameObject(s, g, h)
         ==> HandleIndex(g) == HandleIndex(h); @/
    return;
  }
*/
/*@ ghost
  // An object has one adapter object, the one that it knows.
  /@ requires inv: Inv(s);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures one: \forall integer g, h; Valid(s, g) && Valid(s, h) && SameObject(s, g, h) ==> g == h; @/
  void dxgmap_trace_opened(dxgmap_state s)
  {
    dxgmap_handle_parts();
    /@ assert known: ObjectsKnown(s); @/
    /@ assert slots: \forall integer k; 0 <= k < DXGMAP_PLACES ==> SlotsOk(s.adapter[k].slots); @/
    /@ assert inside: \forall integer h; Valid(s, h) ==> 0 <= HandleIndex(h) < DXGMAP_SLOTS; @/
    /@ assert place: \forall integer h; Valid(s, h) && Opener(s, h)
         ==> s.opened.place[OpenedOf(s, h) - 1] == HandleTag(h) + 1; @/
    /@ assert slot: \forall integer h; Valid(s, h) && Opener(s, h)
         ==> s.opened.slot[OpenedOf(s, h) - 1] == HandleIndex(h); @/
    dxgmap_trace_object(s);
    return;
  }
*/
/*@ ghost
  // A save area has one pin, and counts are exact.
  /@ requires inv: Inv(s);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures TExcl: TExcl(s); @/
  void dxgmap_trace_exclusive(dxgmap_state s)
  {
    dxgmap_handle_parts();
    dxgmap_trace_logical(s);
    dxgmap_trace_opened(s);
    /@ assert ok: \forall integer k; 0 <= k < DXGMAP_PLACES
         ==> AdapterPins(s.adapter[k]) && SlotsOk(s.adapter[k].slots) && DomainOk(s.adapter[k].domain); @/
    /@ assert pins: \forall integer k; 0 <= k < DXGMAP_PLACES ==> AdapterPins(s.adapter[k]); @/
    /@ assert counted: \forall integer k; 0 <= k < DXGMAP_PLACES
         ==> Counted(s.adapter[k].domain.cells, s.adapter[k].domain.counts); @/
    /@ assert inside: \forall integer h; Valid(s, h) ==> 0 <= HandleIndex(h) < DXGMAP_SLOTS; @/
    /@ assert pinned: \forall integer h; Valid(s, h) &&
         IsPin(s.adapter[HandleTag(h)].descriptors.at[HandleIndex(h)].kind)
         ==> s.adapter[HandleTag(h)].saves.pin[s.adapter[HandleTag(h)].descriptors.at[HandleIndex(h)].index] == HandleIndex(h) + 1; @/
    /@ assert slot: \forall integer g, h; Valid(s, g) && Valid(s, h) && HandleTag(g) == HandleTag(h) && PinsSame(s, g, h)
         ==> HandleIndex(g) == HandleIndex(h); @/
    return;
  }
*/
/*@ ghost
  /@ requires parts: AdapterParts(a) && DomainOk(a.domain);
     requires coherent: Coherent(a.domain, a.mode);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures coherent: \forall integer l; 0 <= l < LogicalPages(a) ==> CoherentAt(a, l); @/
  void dxgmap_trace_cached(dxgmap_adapter a)
  {
    uint32_t pages = a.mode == DXGMAP_IDENTITY ? DXGMAP_PAGES : DXGMAP_CELLS;
    /@ loop invariant range: 0 <= l <= pages;
       loop invariant coherent: \forall integer j; 0 <= j < l ==> CoherentAt(a, j);
       loop assigns l;
       loop variant pages - l; @/
    for (uint32_t l = 0; l < pages; l++) {
      dxgmap_translate_coherent(a, l);
    }
    return;
  }
*/
/*@ ghost
  // Every cache is coherent.
  /@ requires inv: Inv(s);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures TCoh: TCoh(s); @/
  void dxgmap_trace_coherent(dxgmap_state s)
  {
    /@ loop invariant range: 0 <= k <= DXGMAP_ADAPTERS;
       loop invariant coherent: \forall integer j, l; 0 <= j < k && 0 <= l < LogicalPages(s.adapter[j])
         ==> CoherentAt(s.adapter[j], l);
       loop assigns k;
       loop variant DXGMAP_ADAPTERS - k; @/
    for (uint32_t k = 0; k < DXGMAP_ADAPTERS; k++) {
      /@ assert ok: AdapterOk(s.adapter[k]); @/
      dxgmap_trace_cached(s.adapter[k]);
    }
    return;
  }
*/
/*@ ghost
  /@ requires live: KnowsLive(s, calls, results, i);
     requires given: KnowsGiven(s, calls, results, pool, i);
     requires some: HeldBySome(s, AdapterOf(calls[i].adapter), results[i].page);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures behalf: OnBehalf(calls, results, pool, i); @/
  void dxgmap_trace_behalf(dxgmap_state s, const dxgmap_call *calls, const dxgmap_result *results,
                           const uint64_t *pool, uint32_t i)
  {
    /@ assert valid: \forall integer q, h; LiveSince(calls, results, q, i, h) ==> Live(calls, results, i, h); @/
    /@ assert held: \forall integer q, h; LiveSince(calls, results, q, i, h) ==> HeldAsGiven(s, calls, results, pool, q, h); @/
    /@ assert some: \forall integer q, h, o; LiveSince(calls, results, q, i, h) && 0 <= o < PagesOf(s, h)
         ==> Capturing(calls[q].op); @/
    /@ assert page: \forall integer q, h, o; LiveSince(calls, results, q, i, h) && 0 <= o < PagesOf(s, h)
         ==> o < calls[q].count && PageOf(s, h, o) == pool[calls[q].first + o]; @/
    /@ assert place: \forall integer q, h, o, x; LiveSince(calls, results, q, i, h) && 0 <= o < PagesOf(s, h)
         && x == calls[q].first + o
         ==> calls[q].first <= x < calls[q].first + calls[q].count && PageOf(s, h, o) == pool[x]; @/
    /@ assert captured: \forall integer q, h, o, x; LiveSince(calls, results, q, i, h) && x == calls[q].first + o &&
         HandleTag(h) == AdapterOf(calls[i].adapter) && 0 <= o < PagesOf(s, h) && PageOf(s, h, o) == results[i].page
         ==> CapturedBy(calls, pool, q, AdapterOf(calls[i].adapter), results[i].page); @/
    /@ assert all: \forall integer q, h, o; LiveSince(calls, results, q, i, h) &&
         HandleTag(h) == AdapterOf(calls[i].adapter) && 0 <= o < PagesOf(s, h) && PageOf(s, h, o) == results[i].page
         ==> CapturedBy(calls, pool, q, AdapterOf(calls[i].adapter), results[i].page); @/
    return;
  }
*/

/*@ ghost
  // The mapping that an answer names is live, and gives the page from where its capture says.
  /@ requires live: KnowsLive(s, calls, results, i);
     requires given: KnowsGiven(s, calls, results, pool, i);
     requires answers: AnswersFor(s, AdapterOf(calls[i].adapter), calls[i].page, results[i].page, results[i].handle);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures named: Named(calls, results, pool, i); @/
  void dxgmap_trace_named(dxgmap_state s, const dxgmap_call *calls, const dxgmap_result *results,
                          const uint64_t *pool, uint32_t i)
  {
    /@ assert valid: \forall integer q, h; LiveSince(calls, results, q, i, h) ==> Live(calls, results, i, h); @/
    /@ assert held: \forall integer q, h; LiveSince(calls, results, q, i, h)
         ==> HeldAsGiven(s, calls, results, pool, q, h); @/
    /@ assert some: results[i].handle != 0 ==> Live(calls, results, i, results[i].handle); @/
    /@ assert offset: results[i].handle != 0
         ==> 0 <= calls[i].page - BaseOf(s, results[i].handle) < PagesOf(s, results[i].handle); @/
    /@ assert capturing: \forall integer q; results[i].handle != 0 && LiveSince(calls, results, q, i, results[i].handle)
         ==> Capturing(calls[q].op); @/
    /@ assert based: \forall integer q; results[i].handle != 0 && LiveSince(calls, results, q, i, results[i].handle)
         ==> BaseOf(s, results[i].handle) == results[q].base && PagesOf(s, results[i].handle) == calls[q].count; @/
    /@ assert placed: \forall integer q; results[i].handle != 0 && LiveSince(calls, results, q, i, results[i].handle)
         ==> PlaceAt(calls, q) == AdapterOf(calls[i].adapter); @/
    /@ assert page: \forall integer q; results[i].handle != 0 && LiveSince(calls, results, q, i, results[i].handle)
         ==> PageOf(s, results[i].handle, calls[i].page - results[q].base)
             == pool[calls[q].first + (calls[i].page - results[q].base)]; @/
    /@ assert by: \forall integer q; results[i].handle != 0 && LiveSince(calls, results, q, i, results[i].handle)
         ==> NamedBy(calls, results, pool, q, i); @/
    return;
  }
*/

/*@ ghost
  // What is known of a call and its answer holds of them as they stand in the trace.
  /@ requires call: calls[i].op == op && calls[i].adapter == adapter && calls[i].object == object &&
       calls[i].index == index && calls[i].kind == kind && calls[i].space == space && calls[i].handle == handle &&
       calls[i].address == address && calls[i].page == page;
     requires written: results[i].status == r.status && results[i].handle == r.handle && results[i].page == r.page;
     requires keyed: r.status == DXGMAP_OK && Releasing(op)
       ==> KeyFits(was, op, adapter, object, index, kind, space, handle, address, r.handle);
     requires held: op == DXGMAP_OP_TRANSLATE && r.status == DXGMAP_OK ==> HeldBySome(now, AdapterOf(adapter), r.page);
     requires answers: op == DXGMAP_OP_TRANSLATE && r.status == DXGMAP_OK
                       ==> AnswersFor(now, AdapterOf(adapter), page, r.page, r.handle);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures keyed: KeyReleasedAt(calls, results, i) ==> KeyFitsAt(was, calls, i, results[i].handle);
     ensures held: TranslatedAt(calls, results, i) ==> HeldBySome(now, AdapterOf(calls[i].adapter), results[i].page);
     ensures answers: TranslatedAt(calls, results, i)
       ==> AnswersFor(now, AdapterOf(calls[i].adapter), calls[i].page, results[i].page, results[i].handle); @/
  void dxgmap_trace_filed(dxgmap_state was, dxgmap_state now, const dxgmap_call *calls, const dxgmap_result *results,
                          uint32_t i, uint32_t op, uint64_t adapter, uint64_t object, uint32_t index, uint32_t kind,
                          uint32_t space, uint64_t handle, uint64_t address, uint64_t page, dxgmap_result r)
  {
    return;
  }
*/
/*@ ghost
  /@ requires before: CallsInPool(calls, results, i, pool_size);
     requires here: results[i].status == DXGMAP_OK && Capturing(calls[i].op)
                    ==> calls[i].first + calls[i].count <= pool_size;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures in_pool: CallsInPool(calls, results, i + 1, pool_size); @/
  void dxgmap_trace_in_pool(const dxgmap_call *calls, const dxgmap_result *results, uint32_t i, uint64_t pool_size)
  {
    return;
  }
*/

/* The answer to call i changes nothing of what was known of the calls before it. */
/*@ requires valid: \valid(results + i);
    requires separated: \separated(calls + (..), results + (..), pool + (..));
    requires now: i < n;
    requires in_pool: CallsInPool(calls, results, i, pool_size);
    requires live: KnowsLive(was, calls, results, i);
    requires over: KnowsOver(was, calls, results, i);
    requires given: KnowsGiven(was, calls, results, pool, i);
    requires keys: KnowsKeys(was, calls, results, i);
    requires uau: TUau(calls, results, pool, i);
    requires once: TOnce(calls, results, i);
    terminates \true;
    exits \false;
    assigns results[i];
    ensures written: results[i].status == r.status && results[i].handle == r.handle && results[i].page == r.page
                     && results[i].base == r.base;
    ensures calls: CallsSame{Pre, Post}(calls, n);
    ensures pool: PoolSame{Pre, Post}(pool, pool_size);
    ensures in_pool: CallsInPool(calls, results, i, pool_size);
    ensures fits: \forall integer h; KeyFitsAt{Pre}(was, calls, i, h) ==> KeyFitsAt{Post}(was, calls, i, h);
    ensures was_live: KnowsLive(was, calls, results, i);
    ensures was_over: KnowsOver(was, calls, results, i);
    ensures was_given: KnowsGiven(was, calls, results, pool, i);
    ensures was_keys: KnowsKeys(was, calls, results, i);
    ensures was_uau: TUau(calls, results, pool, i);
    ensures was_once: TOnce(calls, results, i); */
static void dxgmap_trace_write(const dxgmap_call *calls, dxgmap_result *results, uint32_t n, uint32_t i,
                               const uint64_t *pool, uint64_t pool_size, dxgmap_result r)
/*@ ghost (dxgmap_state was) */
{
  /* only the contract speaks of these */
  (void)calls;
  (void)n;
  (void)pool;
  (void)pool_size;
  results[i].status = r.status;
  results[i].handle = r.handle;
  results[i].page = r.page;
  results[i].base = r.base;
  /*@ assert calls: CallsSame{Pre, Here}(calls, n); */
  /*@ assert results: ResultsSame{Pre, Here}(results, i); */
  /*@ assert pool: PoolSame{Pre, Here}(pool, pool_size); */
  /*@ assert acquired: \forall integer j, h; 0 <= j < i
             ==> (AcquiredAt{Here}(calls, results, j, h) <==> AcquiredAt{Pre}(calls, results, j, h)); */
  /*@ assert released: \forall integer j, h; 0 <= j < i
             ==> (ReleasedAt{Here}(calls, results, j, h) <==> ReleasedAt{Pre}(calls, results, j, h)); */
  /*@ assert ended: \forall integer j, h; 0 <= j < i
             ==> (EndedAt{Here}(calls, results, j, h) <==> EndedAt{Pre}(calls, results, j, h)); */
  /*@ assert by_key: \forall integer j; 0 <= j < i
             ==> (KeyReleasedAt{Here}(calls, results, j) <==> KeyReleasedAt{Pre}(calls, results, j)); */
  /*@ assert same_key: \forall integer j, m; 0 <= j < m < i
             ==> (SameKey{Here}(calls, j, m) <==> SameKey{Pre}(calls, j, m)); */
  /*@ assert since: \forall integer j, q, h; 0 <= j <= i
             ==> (LiveSince{Here}(calls, results, q, j, h) <==> LiveSince{Pre}(calls, results, q, j, h)); */
  /*@ assert live: \forall integer j, h; 0 <= j <= i
             ==> (Live{Here}(calls, results, j, h) <==> Live{Pre}(calls, results, j, h)); */
  /*@ assert begun: \forall integer j, m, h; 0 <= j && m <= i
             ==> (BegunAfter{Here}(calls, results, j, m, h) <==> BegunAfter{Pre}(calls, results, j, m, h)); */
  /*@ assert fits: \forall integer j, h; 0 <= j <= i
             ==> (KeyFitsAt{Here}(was, calls, j, h) <==> KeyFitsAt{Pre}(was, calls, j, h)); */
  /*@ assert inside: \forall integer q, h, x; 0 <= q < i && AcquiredAt{Pre}(calls, results, q, h)
             && \at(Capturing(calls[q].op) && x < calls[q].first + calls[q].count, Pre) ==> x < pool_size; */
  /*@ assert captured: \forall integer q, k, p, h; 0 <= q < i && AcquiredAt{Pre}(calls, results, q, h)
             && CapturedBy{Pre}(calls, pool, q, k, p) ==> CapturedBy{Here}(calls, pool, q, k, p); */
  /*@ assert behalf: \forall integer j; 0 <= j < i && OnBehalf{Pre}(calls, results, pool, j)
             ==> OnBehalf{Here}(calls, results, pool, j); */
  /*@ assert bases: \forall integer q; 0 <= q < i
             ==> results[q].base == \at(results[q].base, Pre) && results[q].handle == \at(results[q].handle, Pre)
                 && results[q].page == \at(results[q].page, Pre); */
  /*@ assert places: \forall integer q; 0 <= q < i ==> PlaceAt{Here}(calls, q) == PlaceAt{Pre}(calls, q); */
  /*@ assert begins: \forall integer q, j; 0 <= j < i && NamedBy{Pre}(calls, results, pool, q, j)
             ==> 0 <= q < i && AcquiredAt{Pre}(calls, results, q, \at(results[j].handle, Pre)); */
  /*@ assert named_since: \forall integer q, j; 0 <= j < i && NamedBy{Pre}(calls, results, pool, q, j)
             ==> LiveSince{Here}(calls, results, q, j, results[j].handle); */
  /*@ assert named_place: \forall integer q, j; 0 <= q < i && 0 <= j < i && NamedPlace{Pre}(calls, results, q, j)
             ==> NamedPlace{Here}(calls, results, q, j); */
  /*@ assert named_page: \forall integer q, j; 0 <= j < i && NamedBy{Pre}(calls, results, pool, q, j)
             ==> NamedPage{Here}(calls, results, pool, q, j); */
  /*@ assert named_by: \forall integer q, j; 0 <= j < i && NamedBy{Pre}(calls, results, pool, q, j)
             ==> NamedBy{Here}(calls, results, pool, q, j); */
  /*@ assert named: \forall integer j; 0 <= j < i && Named{Pre}(calls, results, pool, j)
             ==> Named{Here}(calls, results, pool, j); */
  /*@ assert given: \forall integer q, h; 0 <= q < i && AcquiredAt{Pre}(calls, results, q, h)
             && HeldAsGiven{Pre}(was, calls, results, pool, q, h)
             ==> GivenBy{Here}(was, \at(calls[q].op, Pre), PlaceAt{Pre}(calls, q), pool, \at(calls[q].first, Pre),
                               \at(calls[q].count, Pre), \at(results[q].base, Pre), h); */
  /*@ assert held: \forall integer q, h; 0 <= q < i && AcquiredAt{Pre}(calls, results, q, h)
             && HeldAsGiven{Pre}(was, calls, results, pool, q, h) ==> HeldAsGiven{Here}(was, calls, results, pool, q, h); */
  /*@ assert identities: IdentitiesOnce(calls, results, i); */
  /*@ assert keys: KeysOnce(calls, results, i); */
}

/*@ requires valid: \valid(s) && \valid(calls + (0 .. n - 1)) && \valid(results + (0 .. n - 1))
                    && \valid_read(pool + (0 .. pool_size - 1));
    requires separated: \separated(s, calls + (..), results + (..), pool + (..));
    requires now: i < n;
    requires inv: Inv(*s);
    requires in_pool: CallsInPool(calls, results, i, pool_size);
    requires live: KnowsLive(*s, calls, results, i);
    requires over: KnowsOver(*s, calls, results, i);
    requires given: KnowsGiven(*s, calls, results, pool, i);
    requires keys: KnowsKeys(*s, calls, results, i);
    requires uau: TUau(calls, results, pool, i);
    requires once: TOnce(calls, results, i);
    terminates \true;
    exits \false;
    assigns *s, results[i];
    ensures inv: Inv(*s);
    ensures moved: LivesMoved(\old(*s), *s, calls[i].op, calls[i].adapter, results[i].status, results[i].handle);
    ensures new: LivesNew(\old(*s), calls[i].op, results[i].status, results[i].handle);
    ensures over: LivesOver(\old(*s), *s, calls[i].op, calls[i].adapter, results[i].status, results[i].handle);
    ensures keyed: KeyReleasedAt(calls, results, i) ==> KeyFitsAt(\old(*s), calls, i, results[i].handle);
    ensures spent: SpentStays(\old(*s), *s);
    ensures kept: MappingsSame(\old(*s), *s);
    ensures given: results[i].status == DXGMAP_OK && Acquiring(calls[i].op)
                   ==> HeldAsGiven(*s, calls, results, pool, i, results[i].handle);
    ensures translated: TranslatedAt(calls, results, i)
                        ==> HeldBySome(*s, AdapterOf(calls[i].adapter), results[i].page);
    ensures answers: TranslatedAt(calls, results, i)
                     ==> AnswersFor(*s, AdapterOf(calls[i].adapter), calls[i].page, results[i].page, results[i].handle);
    ensures in_pool: CallsInPool(calls, results, i + 1, pool_size);
    ensures was_live: KnowsLive(\old(*s), calls, results, i);
    ensures was_over: KnowsOver(\old(*s), calls, results, i);
    ensures was_given: KnowsGiven(\old(*s), calls, results, pool, i);
    ensures was_keys: KnowsKeys(\old(*s), calls, results, i);
    ensures was_uau: TUau(calls, results, pool, i);
    ensures was_once: TOnce(calls, results, i); */
static void dxgmap_trace_call(dxgmap_state *s, const dxgmap_call *calls, dxgmap_result *results, uint32_t n, uint32_t i,
                              const uint64_t *pool, uint64_t pool_size)
{
  /*@ ghost dxgmap_state was = *s; */
  dxgmap_result r = dxgmap_step(s, &calls[i], pool, pool_size);
  /*@ ghost
    if (calls[i].op == DXGMAP_OP_TRANSLATE && r.status == DXGMAP_OK)
      dxgmap_trace_holder(*s, dxgmap_step_place(calls[i].adapter), calls[i].page, r.page); */
  /*@ assert pages: \forall integer o, x; r.status == DXGMAP_OK && Capturing(calls[i].op) && 0 <= o < calls[i].count
             && x == calls[i].first + o ==> x < pool_size && PageOf(*s, r.handle, o) == pool[x]; */
  /*@ ghost uint32_t op = calls[i].op; */
  /*@ ghost uint64_t adapter = calls[i].adapter; */
  /*@ ghost uint64_t object = calls[i].object; */
  /*@ ghost uint32_t index = calls[i].index; */
  /*@ ghost uint32_t kind = calls[i].kind; */
  /*@ ghost uint32_t space = calls[i].space; */
  /*@ ghost uint64_t handle = calls[i].handle; */
  /*@ ghost uint64_t address = calls[i].address; */
  /*@ ghost uint64_t page = calls[i].page; */
  /*@ assert keyed: r.status == DXGMAP_OK && Releasing(op)
             ==> KeyFits(was, op, adapter, object, index, kind, space, handle, address, r.handle); */
  /*@ assert held: op == DXGMAP_OP_TRANSLATE && r.status == DXGMAP_OK
             ==> HeldBySome(*s, AdapterOf(adapter), r.page); */
  /*@ assert answers: op == DXGMAP_OP_TRANSLATE && r.status == DXGMAP_OK
             ==> AnswersFor(*s, AdapterOf(adapter), page, r.page, r.handle); */
  /*@ assert pool: r.status == DXGMAP_OK && Capturing(calls[i].op) ==> calls[i].first + calls[i].count <= pool_size; */
  dxgmap_trace_write(calls, results, n, i, pool, pool_size, r) /*@ ghost (was) */;
  /*@ assert same_call: calls[i].op == \at(calls[i].op, Pre) && calls[i].first == \at(calls[i].first, Pre)
             && calls[i].adapter == \at(calls[i].adapter, Pre) && calls[i].object == \at(calls[i].object, Pre)
             && calls[i].count == \at(calls[i].count, Pre) && calls[i].page == \at(calls[i].page, Pre); */
  /*@ assert call_here: calls[i].op == op && calls[i].adapter == adapter && calls[i].object == object
             && calls[i].index == index && calls[i].kind == kind && calls[i].space == space && calls[i].handle == handle
             && calls[i].address == address && calls[i].page == page; */
  /*@ ghost dxgmap_trace_filed(was, *s, calls, results, i, op, adapter, object, index, kind, space, handle, address,
                               page, r); */
  /*@ assert pool_here: results[i].status == DXGMAP_OK && Capturing(calls[i].op)
             ==> calls[i].first + calls[i].count <= pool_size; */
  /*@ ghost dxgmap_trace_in_pool(calls, results, i, pool_size); */
  /*@ assert same_pool: \forall integer x; 0 <= x < pool_size ==> pool[x] == \at(pool[x], Pre); */
  /*@ assert still_here: \forall integer o, x; r.status == DXGMAP_OK && Capturing(\at(calls[i].op, Pre))
             && 0 <= o < \at(calls[i].count, Pre) && x == \at(calls[i].first, Pre) + o ==> PageOf(*s, r.handle, o) == pool[x]; */
  /*@ assert given: r.status == DXGMAP_OK && Acquiring(\at(calls[i].op, Pre))
             ==> GivenBy(*s, \at(calls[i].op, Pre), \at(PlaceAt(calls, i), Pre), pool, \at(calls[i].first, Pre),
                         \at(calls[i].count, Pre), r.base, r.handle); */
}

/*@ requires valid: \valid(s) && \valid(calls + (0 .. n - 1)) && \valid(results + (0 .. n - 1))
                    && \valid_read(pool + (0 .. pool_size - 1));
    requires separated: \separated(s, calls + (..), results + (..), pool + (..));
    requires now: i < n;
    requires inv: Inv(*s);
    requires in_pool: CallsInPool(calls, results, i, pool_size);
    requires live: KnowsLive(*s, calls, results, i);
    requires over: KnowsOver(*s, calls, results, i);
    requires given: KnowsGiven(*s, calls, results, pool, i);
    requires keys: KnowsKeys(*s, calls, results, i);
    requires uau: TUau(calls, results, pool, i);
    requires once: TOnce(calls, results, i);
    terminates \true;
    exits \false;
    assigns *s, results[i];
    ensures inv: Inv(*s);
    ensures in_pool: CallsInPool(calls, results, i + 1, pool_size);
    ensures live: KnowsLive(*s, calls, results, i + 1);
    ensures over: KnowsOver(*s, calls, results, i + 1);
    ensures given: KnowsGiven(*s, calls, results, pool, i + 1);
    ensures keys: KnowsKeys(*s, calls, results, i + 1);
    ensures uau: TUau(calls, results, pool, i + 1);
    ensures once: TOnce(calls, results, i + 1); */
static void dxgmap_trace_next(dxgmap_state *s, const dxgmap_call *calls, dxgmap_result *results, uint32_t n, uint32_t i,
                              const uint64_t *pool, uint64_t pool_size)
{
  /*@ ghost dxgmap_state was = *s; */
  dxgmap_trace_call(s, calls, results, n, i, pool, pool_size);
  /*@ assert given_here: \forall integer h; AcquiredAt(calls, results, i, h)
             ==> HeldAsGiven(*s, calls, results, pool, i, h); */
  /*@ assert released: \forall integer h; ReleasedAt(calls, results, i, h) ==> Live(calls, results, i, h); */
  /*@ ghost dxgmap_trace_knows_live(was, *s, calls, results, i); */
  /*@ ghost dxgmap_trace_knows_over(was, *s, calls, results, i); */
  /*@ ghost dxgmap_trace_knows_given(was, *s, calls, results, pool, i); */
  /*@ ghost dxgmap_trace_once(was, calls, results, i); */
  /*@ ghost dxgmap_keys_step(was, *s, calls, results, i); */
  /*@ ghost dxgmap_keys_once(was, calls, results, i); */
  /*@ ghost
    if (calls[i].op == DXGMAP_OP_TRANSLATE && results[i].status == DXGMAP_OK) {
      /@ assert live: KnowsLive(*s, calls, results, i); @/
      /@ assert held: KnowsGiven(*s, calls, results, pool, i); @/
      dxgmap_trace_behalf(*s, calls, results, pool, i);
      dxgmap_trace_named(*s, calls, results, pool, i);
    } */
  /*@ ghost dxgmap_trace_used(calls, results, pool, i); */
}

void dxgmap_run(dxgmap_state *s, const dxgmap_call *calls, dxgmap_result *results, uint32_t n, const uint64_t *pool,
                uint64_t pool_size)
{
  /*@ loop invariant range: 0 <= i <= n;
      loop invariant inv: Inv(*s);
      loop invariant in_pool: CallsInPool(calls, results, i, pool_size);
      loop invariant live: KnowsLive(*s, calls, results, i);
      loop invariant over: KnowsOver(*s, calls, results, i);
      loop invariant given: KnowsGiven(*s, calls, results, pool, i);
      loop invariant keys: KnowsKeys(*s, calls, results, i);
      loop invariant uau: TUau(calls, results, pool, i);
      loop invariant once: TOnce(calls, results, i);
      loop assigns i, *s, results[0 .. n - 1];
      loop variant n - i; */
  for (uint32_t i = 0; i < n; i++)
    dxgmap_trace_next(s, calls, results, n, i, pool, pool_size);
  /*@ ghost dxgmap_leak_nothing(*s); */
  /*@ ghost dxgmap_leak_committed(*s); */
  /*@ ghost dxgmap_leak_listed(*s); */
  /*@ ghost dxgmap_trace_exclusive(*s); */
  /*@ ghost dxgmap_trace_coherent(*s); */
  /*@ ghost dxgmap_trace_leak(*s, calls, results, n); */
  /*@ ghost dxgmap_trace_all(*s, calls, results, pool, n); */
}
/* dxgmap: end model/core/trace.c */
/* dxgmap: begin model/core/translation.c sha256 16e4b78abd585ed0b86d77b55566fac095f8890cd13fbe84b3bf40b4eb45a3f1 */
/* #include "translation.h" */

/* #include "access.h" */

uint32_t dxgmap_translation_find(const dxgmap_translation *t, uint64_t l)
{
  if (l >= DXGMAP_CELLS) return 0;
  /*@ assert block: 0 <= l / DXGMAP_BLOCK < DXGMAP_BLOCKS && 0 <= l % DXGMAP_BLOCK < DXGMAP_BLOCK; */
  uint32_t word = dxgmap_load_acquire(&t->directory.word[l / DXGMAP_BLOCK]);
  /* in this order: gcc lays the other one out with two jumps more for a page of a table, a third of the time */
  if (word > DXGMAP_TRANSLATION_TABLE) return word - 1u + (uint32_t)(l % DXGMAP_BLOCK);
  return word == DXGMAP_TRANSLATION_TABLE ? dxgmap_load_acquire(&t->entries.value[l]) : 0u;
}

/* Writes the entries lo .. hi - 1: v, v + 1, ..., or all 0. */
/*@ requires valid: \valid(e);
    requires in: lo <= hi <= DXGMAP_CELLS;
    requires ok: TranslationEntries(*e);
    requires memory: v == 0 || lo == hi || v + (hi - lo) - 1 <= DXGMAP_PAGES;
    requires small: v <= DXGMAP_PAGES + 1;
    terminates \true;
    exits \false;
    assigns *e;
    ensures ok: TranslationEntries(*e);
    ensures written: \forall integer l; lo <= l < hi ==> e->value[l] == TranslationNth(v, l - lo);
    ensures others: TranslationEntriesKept(\old(*e), *e, lo, hi); */
static void dxgmap_translation_fill(dxgmap_entries *e, uint64_t lo, uint64_t hi, uint32_t v)
{
  uint32_t step = v != 0u;

  /*@ loop invariant range: lo <= i <= hi;
      loop invariant ok: TranslationEntries(*e);
      loop invariant next: v == TranslationNth(\at(v, Pre), i - lo);
      loop invariant written: \forall integer l; lo <= l < i ==> e->value[l] == TranslationNth(\at(v, Pre), l - lo);
      loop invariant others: TranslationEntriesKept(\at(*e, Pre), *e, lo, i);
      loop assigns i, v, e->value[0 .. DXGMAP_CELLS - 1];
      loop variant hi - i; */
  for (uint64_t i = lo; i < hi; i++) {
    dxgmap_store_entry(&e->value[i], v);
    v += step;
  }
}

/* Writes the n pages of a list into the entries from lo on. */
/*@ requires valid: \valid(e) && \valid_read(pages + (0 .. n - 1));
    requires separated: \separated(e, pages + (..));
    requires in: lo + n <= DXGMAP_CELLS;
    requires ok: TranslationEntries(*e);
    requires memory: \forall integer k; 0 <= k < n ==> pages[k] < DXGMAP_PAGES;
    terminates \true;
    exits \false;
    assigns *e;
    ensures ok: TranslationEntries(*e);
    ensures written: \forall integer l; lo <= l < lo + n ==> e->value[l] == pages[l - lo] + 1;
    ensures others: TranslationEntriesKept(\old(*e), *e, lo, lo + n); */
static void dxgmap_translation_copy(dxgmap_entries *e, uint64_t lo, uint64_t n, const uint64_t *pages)
{
  /*@ loop invariant range: 0 <= k <= n;
      loop invariant ok: TranslationEntries(*e);
      loop invariant written: \forall integer l; lo <= l < lo + k ==> e->value[l] == pages[l - lo] + 1;
      loop invariant others: TranslationEntriesKept(\at(*e, Pre), *e, lo, lo + k);
      loop assigns k, e->value[0 .. DXGMAP_CELLS - 1];
      loop variant n - k; */
  for (uint64_t k = 0; k < n; k++) {
    dxgmap_store_entry(&e->value[lo + k], (uint32_t)pages[k] + 1u);
  }
}

/* Makes the entries of block b outside lo .. hi - 1 say what its word says, so that the word may become TABLE. */
/*@ requires valid: \valid(t);
    requires ok: TranslationOk(*t);
    requires in: b < DXGMAP_BLOCKS && b * DXGMAP_BLOCK <= lo <= hi <= b * DXGMAP_BLOCK + DXGMAP_BLOCK;
    requires word: word == t->directory.word[b] && word != DXGMAP_TRANSLATION_TABLE;
    terminates \true;
    exits \false;
    assigns t->entries;
    ensures ok: TranslationOk(*t);
    ensures said: \forall integer l; b * DXGMAP_BLOCK <= l < b * DXGMAP_BLOCK + DXGMAP_BLOCK && !(lo <= l < hi)
                  ==> t->entries.value[l] == Translated(\old(*t), l);
    ensures others: TranslationEntriesKept(\old(*t).entries, t->entries, b * DXGMAP_BLOCK,
                                           b * DXGMAP_BLOCK + DXGMAP_BLOCK); */
static void dxgmap_translation_spill(dxgmap_translation *t, uint64_t b, uint64_t lo, uint64_t hi, uint32_t word)
{
  uint64_t from = b * DXGMAP_BLOCK;
  uint64_t to = from + DXGMAP_BLOCK;
  uint32_t some = word != DXGMAP_TRANSLATION_EMPTY;

  /*@ assert block: \forall integer l; from <= l < to ==> l / DXGMAP_BLOCK == b && l % DXGMAP_BLOCK == l - from; */
  dxgmap_translation_fill(&t->entries, from, lo, word - some);
  dxgmap_translation_fill(&t->entries, hi, to, word - some + some * (uint32_t)(hi - from));
}

/* Writes the word of block b. */
/*@ requires valid: \valid(t);
    requires ok: TranslationOk(*t);
    requires in: b < DXGMAP_BLOCKS;
    requires word: TranslationWordOk(word);
    terminates \true;
    exits \false;
    assigns t->directory;
    ensures ok: TranslationOk(*t);
    ensures said: \forall integer l; b * DXGMAP_BLOCK <= l < b * DXGMAP_BLOCK + DXGMAP_BLOCK
                  ==> Translated(*t, l) == TranslationSaid(word, t->entries.value[l], l - b * DXGMAP_BLOCK);
    ensures others: TranslationKept(\old(*t), *t, b * DXGMAP_BLOCK, b * DXGMAP_BLOCK + DXGMAP_BLOCK); */
static void dxgmap_translation_publish(dxgmap_translation *t, uint64_t b, uint32_t word)
{
  dxgmap_store_release(&t->directory.word[b], word);
  /*@ assert block: \forall integer l; b * DXGMAP_BLOCK <= l < b * DXGMAP_BLOCK + DXGMAP_BLOCK
        ==> l / DXGMAP_BLOCK == b && l % DXGMAP_BLOCK == l - b * DXGMAP_BLOCK; */
  /*@ assert others: \forall integer l;
        0 <= l < DXGMAP_CELLS && !(b * DXGMAP_BLOCK <= l < b * DXGMAP_BLOCK + DXGMAP_BLOCK)
        ==> l / DXGMAP_BLOCK != b && 0 <= l / DXGMAP_BLOCK < DXGMAP_BLOCKS; */
}

/* Maps the pages lo .. hi - 1 of block b to the pages of a list, an entry each. */
/*@ requires valid: \valid(t) && \valid_read(pages + (0 .. hi - lo - 1));
    requires separated: \separated(t, pages + (..));
    requires ok: TranslationOk(*t);
    requires in: b < DXGMAP_BLOCKS && b * DXGMAP_BLOCK <= lo < hi <= b * DXGMAP_BLOCK + DXGMAP_BLOCK;
    requires memory: \forall integer k; 0 <= k < hi - lo ==> pages[k] < DXGMAP_PAGES;
    terminates \true;
    exits \false;
    assigns *t;
    ensures ok: TranslationOk(*t);
    ensures mapped: \forall integer l; lo <= l < hi ==> Translated(*t, l) == pages[l - lo] + 1;
    ensures others: TranslationKept(\old(*t), *t, lo, hi); */
static void dxgmap_translation_block_list(dxgmap_translation *t, uint64_t b, uint64_t lo, uint64_t hi,
                                          const uint64_t *pages)
{
  uint32_t word = dxgmap_load_acquire(&t->directory.word[b]);

  /*@ assert block: \forall integer l; b * DXGMAP_BLOCK <= l < b * DXGMAP_BLOCK + DXGMAP_BLOCK
        ==> l / DXGMAP_BLOCK == b && l % DXGMAP_BLOCK == l - b * DXGMAP_BLOCK; */
  if (word != DXGMAP_TRANSLATION_TABLE) dxgmap_translation_spill(t, b, lo, hi, word);
  dxgmap_translation_copy(&t->entries, lo, hi - lo, pages);
  /*@ assert outside: \forall integer l;
        0 <= l < DXGMAP_CELLS && !(b * DXGMAP_BLOCK <= l < b * DXGMAP_BLOCK + DXGMAP_BLOCK)
        ==> Translated(*t, l) == Translated(\at(*t, Pre), l); */
  if (word != DXGMAP_TRANSLATION_TABLE) dxgmap_translation_publish(t, b, DXGMAP_TRANSLATION_TABLE);
}

/* Maps the pages lo .. hi - 1 of block b to v - 1, v, ..., or for v = 0 to nothing. */
/*@ requires valid: \valid(t);
    requires ok: TranslationOk(*t);
    requires in: b < DXGMAP_BLOCKS && b * DXGMAP_BLOCK <= lo < hi <= b * DXGMAP_BLOCK + DXGMAP_BLOCK;
    requires memory: v == 0 || v + (hi - lo) - 1 <= DXGMAP_PAGES;
    terminates \true;
    exits \false;
    assigns *t;
    ensures ok: TranslationOk(*t);
    ensures mapped: TranslationRun(*t, lo, hi, v);
    ensures others: TranslationKept(\old(*t), *t, lo, hi); */
static void dxgmap_translation_block_run(dxgmap_translation *t, uint64_t b, uint64_t lo, uint64_t hi, uint32_t v)
{
  if (hi - lo == DXGMAP_BLOCK) {
    dxgmap_translation_publish(t, b, v == 0u ? DXGMAP_TRANSLATION_EMPTY : v - 1u + DXGMAP_TRANSLATION_RUN);
    return;
  }
  uint32_t word = dxgmap_load_acquire(&t->directory.word[b]);

  /*@ assert block: \forall integer l; b * DXGMAP_BLOCK <= l < b * DXGMAP_BLOCK + DXGMAP_BLOCK
        ==> l / DXGMAP_BLOCK == b && l % DXGMAP_BLOCK == l - b * DXGMAP_BLOCK; */
  if (word != DXGMAP_TRANSLATION_TABLE) dxgmap_translation_spill(t, b, lo, hi, word);
  dxgmap_translation_fill(&t->entries, lo, hi, v);
  /*@ assert outside: \forall integer l;
        0 <= l < DXGMAP_CELLS && !(b * DXGMAP_BLOCK <= l < b * DXGMAP_BLOCK + DXGMAP_BLOCK)
        ==> Translated(*t, l) == Translated(\at(*t, Pre), l); */
  if (word != DXGMAP_TRANSLATION_TABLE) dxgmap_translation_publish(t, b, DXGMAP_TRANSLATION_TABLE);
}

/* Whether as many pages of a list as a block has, from the one at k on, are one run. */
/*@ requires valid: \valid_read(pages + (k .. k + DXGMAP_BLOCK - 1));
    requires in: k + DXGMAP_BLOCK <= DXGMAP_CELLS;
    requires memory: \forall integer i; k <= i < k + DXGMAP_BLOCK ==> pages[i] < DXGMAP_PAGES;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> \forall integer i; k <= i < k + DXGMAP_BLOCK ==> pages[i] == pages[k] + (i - k); */
static int dxgmap_translation_contiguous(const uint64_t *pages, uint64_t k)
{
  uint64_t first = pages[k];

  /*@ loop invariant range: k < i <= k + DXGMAP_BLOCK;
      loop invariant so_far: \forall integer j; k <= j < i ==> pages[j] == first + (j - k);
      loop assigns i;
      loop variant k + DXGMAP_BLOCK - i; */
  for (uint64_t i = k + 1u; i < k + DXGMAP_BLOCK; i++) {
    if (pages[i] != first + (i - k)) return 0;
  }
  return 1;
}

void dxgmap_translation_map(dxgmap_translation *t, uint32_t base, uint32_t n, const uint64_t *pages)
{
  uint64_t end = (uint64_t)base + n;
  uint64_t l = base;

  /*@ loop invariant range: base <= l <= end;
      loop invariant ok: TranslationOk(*t);
      loop invariant mapped: \forall integer j; base <= j < l ==> Translated(*t, j) == pages[j - base] + 1;
      loop invariant others: TranslationKept(\at(*t, Pre), *t, base, l);
      loop assigns l, *t;
      loop variant end - l; */
  while (l < end) {
    uint64_t b = l / DXGMAP_BLOCK;
    uint64_t hi = b * DXGMAP_BLOCK + DXGMAP_BLOCK;
    if (hi > end) hi = end;
    if (hi - l == DXGMAP_BLOCK && dxgmap_translation_contiguous(pages, l - base)) {
      /*@ assert last: pages[l - base + (DXGMAP_BLOCK - 1)] == pages[l - base] + (DXGMAP_BLOCK - 1); */
      dxgmap_translation_block_run(t, b, l, hi, (uint32_t)pages[l - base] + 1u);
      /*@ assert run: \forall integer j; l <= j < hi ==> Translated(*t, j) == pages[j - base] + 1; */
    } else {
      dxgmap_translation_block_list(t, b, l, hi, pages + (l - base));
      /*@ assert list: \forall integer j; l <= j < hi ==> Translated(*t, j) == pages[j - base] + 1; */
    }
    l = hi;
  }
}

/* Maps n logical pages from base on to v - 1, v, ..., or for v = 0 to nothing. */
/*@ requires valid: \valid(t);
    requires ok: TranslationOk(*t);
    requires in: base + n <= DXGMAP_CELLS;
    requires memory: v == 0 || v + n - 1 <= DXGMAP_PAGES;
    terminates \true;
    exits \false;
    assigns *t;
    ensures ok: TranslationOk(*t);
    ensures mapped: TranslationRun(*t, base, base + n, v);
    ensures others: TranslationKept(\old(*t), *t, base, base + n); */
static void dxgmap_translation_put(dxgmap_translation *t, uint32_t base, uint32_t n, uint32_t v)
{
  uint64_t end = (uint64_t)base + n;
  uint64_t l = base;

  /*@ loop invariant range: base <= l <= end;
      loop invariant ok: TranslationOk(*t);
      loop invariant mapped: TranslationRun(*t, base, l, v);
      loop invariant others: TranslationKept(\at(*t, Pre), *t, base, l);
      loop assigns l, *t;
      loop variant end - l; */
  while (l < end) {
    uint64_t b = l / DXGMAP_BLOCK;
    uint64_t hi = b * DXGMAP_BLOCK + DXGMAP_BLOCK;
    if (hi > end) hi = end;
    dxgmap_translation_block_run(t, b, l, hi, v == 0u ? 0u : v + (uint32_t)(l - base));
    l = hi;
  }
}

void dxgmap_translation_map_run(dxgmap_translation *t, uint32_t base, uint32_t n, uint32_t first)
{
  dxgmap_translation_put(t, base, n, first + 1u);
}

void dxgmap_translation_unmap(dxgmap_translation *t, uint32_t base, uint32_t n)
{
  /* Read as words of other threads are, so that no compiler sees the zero and makes a call of memset of the loop: the
     core calls nobody, and for few pages the loop is faster. */
  uint32_t nothing = 0;

  dxgmap_translation_put(t, base, n, dxgmap_load_acquire(&nothing));
}

/* Where in lo .. hi, all in block b, the run v, v + 1, ... (or of nothing) ends. */
/*@ requires valid: \valid(t);
    requires ok: TranslationOk(*t);
    requires in: b < DXGMAP_BLOCKS && b * DXGMAP_BLOCK <= lo < hi <= b * DXGMAP_BLOCK + DXGMAP_BLOCK;
    requires small: v <= DXGMAP_PAGES + DXGMAP_CELLS;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures range: lo <= \result <= hi;
    ensures run: TranslationRun(*t, lo, \result, v);
    ensures maximal: \result < hi ==> Translated(*t, \result) != TranslationNth(v, \result - lo); */
static uint64_t dxgmap_translation_block_end(const dxgmap_translation *t, uint64_t b, uint64_t lo, uint64_t hi,
                                             uint32_t v)
{
  uint32_t word = dxgmap_load_acquire(&t->directory.word[b]);

  /*@ assert block: \forall integer l; lo <= l < hi
        ==> l / DXGMAP_BLOCK == b && l % DXGMAP_BLOCK == l - b * DXGMAP_BLOCK; */
  if (word == DXGMAP_TRANSLATION_EMPTY) return v == 0u ? hi : lo;
  if (word != DXGMAP_TRANSLATION_TABLE) return v != 0u && word - 1u + (lo - b * DXGMAP_BLOCK) == v ? hi : lo;
  /*@ loop invariant range: lo <= i <= hi;
      loop invariant run: TranslationRun(*t, lo, i, v);
      loop assigns i;
      loop variant hi - i; */
  for (uint64_t i = lo; i < hi; i++) {
    if (t->entries.value[i] != (v == 0u ? 0u : v + (i - lo))) return i;
  }
  return hi;
}

uint32_t dxgmap_translation_extent(const dxgmap_translation *t, uint32_t l, uint32_t end)
{
  uint32_t v = dxgmap_translation_find(t, l);
  uint64_t i = l;

  /*@ loop invariant range: l <= i <= end;
      loop invariant run: TranslationRun(*t, l, i, v);
      loop assigns i;
      loop variant end - i; */
  while (i < end) {
    uint64_t b = i / DXGMAP_BLOCK;
    uint64_t hi = b * DXGMAP_BLOCK + DXGMAP_BLOCK;
    if (hi > end) hi = end;
    uint64_t r = dxgmap_translation_block_end(t, b, i, hi, v == 0u ? 0u : v + (uint32_t)(i - l));
    if (r < hi) {
      /*@ assert first: r > l; */
      return (uint32_t)(r - l);
    }
    i = hi;
  }
  return end - l;
}

/* Writes the extent that begins at l. */
/*@ requires valid: \valid(t) && \valid(extent);
    requires separated: \separated(t, extent);
    requires ok: TranslationOk(*t);
    requires in: l < end <= DXGMAP_CELLS;
    terminates \true;
    exits \false;
    assigns *extent;
    ensures first: extent->first == l;
    ensures extent: TranslationExtent(*t, l, extent->pages, extent->value, end);
    ensures pages: 1 <= extent->pages <= end - l; */
static void dxgmap_translation_list(const dxgmap_translation *t, uint32_t l, uint32_t end, dxgmap_extent *extent)
{
  extent->first = l;
  extent->pages = dxgmap_translation_extent(t, l, end);
  extent->value = dxgmap_translation_find(t, l);
}

uint32_t dxgmap_translation_extents(const dxgmap_translation *t, uint32_t base, uint32_t n, dxgmap_extent *extents,
                                    uint32_t capacity, uint32_t *done)
{
  uint32_t end = base + n;
  uint32_t l = base;
  uint32_t c = 0;

  /*@ loop invariant range: base <= l <= end && 0 <= c <= capacity && (c == 0 <==> l == base);
      loop invariant first: c > 0 ==> extents[0].first == base;
      loop invariant chain: \forall integer i; 0 <= i < c - 1 ==>
        extents[i].first + extents[i].pages == extents[i + 1].first;
      loop invariant last: c > 0 ==> extents[c - 1].first + extents[c - 1].pages == l;
      loop invariant each: \forall integer i; 0 <= i < c ==> base <= extents[i].first &&
        TranslationExtent(*t, extents[i].first, extents[i].pages, extents[i].value, end);
      loop assigns l, c, extents[0 .. capacity - 1];
      loop variant end - l; */
  while (l < end && c < capacity) {
    dxgmap_translation_list(t, l, end, extents + c);
    /*@ assert kept: \forall integer i; 0 <= i < c ==> extents[i].first == \at(extents[i].first, LoopCurrent)
          && extents[i].pages == \at(extents[i].pages, LoopCurrent)
          && extents[i].value == \at(extents[i].value, LoopCurrent); */
    /*@ assert before: \forall integer i; 0 <= i < c ==> base <= extents[i].first &&
          TranslationExtent(*t, extents[i].first, extents[i].pages, extents[i].value, end); */
    l += extents[c].pages;
    c++;
  }
  *done = l - base;
  return c;
}

/*@ ghost
  void dxgmap_translation_zero(dxgmap_translation t)
  {
    return;
  }
*/

/*@ ghost
  void dxgmap_translation_bounded(dxgmap_translation t)
  {
    /@ assert block: \forall integer l; 0 <= l < DXGMAP_CELLS
         ==> 0 <= l / DXGMAP_BLOCK < DXGMAP_BLOCKS && 0 <= l % DXGMAP_BLOCK < DXGMAP_BLOCK; @/
    return;
  }
*/
/* dxgmap: end model/core/translation.c */
/* dxgmap: begin model/core/views.c sha256 3c410733b3ca768b6b45c6787cdab8ba1256cdb71b2e3871926dc1e75458d3ae */
/* #include "views.h" */

int dxgmap_views_room(const dxgmap_views *v, uint64_t place, uint64_t span)
{
  if (place > DXGMAP_WINDOW || span > DXGMAP_WINDOW - place) return 0;
  /*@ loop invariant range: 0 <= k <= span;
      loop invariant free: \forall integer w; place <= w < place + k ==> v->owner[w] == 0;
      loop assigns k;
      loop variant span - k; */
  for (uint64_t k = 0; k < span; k++) {
    if (v->owner[place + k] != 0) return 0;
  }
  return 1;
}

/* Makes `value` the owner of the window pages place .. place + span - 1. */
/*@ requires valid: \valid(v);
    requires in: place + span <= DXGMAP_WINDOW;
    terminates \true;
    exits \false;
    assigns v->owner[0 .. DXGMAP_WINDOW - 1];
    ensures owned: \forall integer w; place <= w < place + span ==> v->owner[w] == value;
    ensures same: \forall integer w; 0 <= w < DXGMAP_WINDOW && !(place <= w < place + span)
                  ==> v->owner[w] == \old(v->owner[w]); */
static void dxgmap_views_own(dxgmap_views *v, uint32_t place, uint32_t span, uint32_t value)
{
  /*@ loop invariant range: 0 <= k <= span;
      loop invariant owned: \forall integer w; place <= w < place + k ==> v->owner[w] == value;
      loop invariant same: \forall integer w; 0 <= w < DXGMAP_WINDOW && !(place <= w < place + k)
                           ==> v->owner[w] == \at(v->owner[w], Pre);
      loop assigns k, v->owner[0 .. DXGMAP_WINDOW - 1];
      loop variant span - k; */
  for (uint32_t k = 0; k < span; k++)
    v->owner[place + k] = value;
}

void dxgmap_views_put(dxgmap_views *v, uint32_t i, uint32_t place, uint32_t span)
{
  v->place[i] = place;
  v->span[i] = span;
  dxgmap_views_own(v, place, span, i + 1u);
  /*@ assert others: \forall integer k, w; k != i ==> (ViewCovers(*v, k, w) <==> ViewCovers(\at(*v, Pre), k, w)); */
  /*@ assert apart: \forall integer k, w; k != i && ViewCovers(*v, k, w) ==> !(place <= w < place + span); */
  /*@ assert owned: ViewsOwned(*v); */
  /*@ assert own: ViewsOwn(*v); */
}

void dxgmap_views_drop(dxgmap_views *v, uint32_t i)
{
  uint32_t place = v->place[i];
  uint32_t span = v->span[i];
  /*@ assert first: ViewCovers(*v, i, place); */
  /*@ assert last: ViewCovers(*v, i, place + span - 1); */
  /*@ assert mine: \forall integer w; place <= w < place + span ==> ViewCovers(*v, i, w) && v->owner[w] == i + 1; */
  dxgmap_views_own(v, place, span, 0);
  v->span[i] = 0;
  /*@ assert others: \forall integer k, w; k != i ==> (ViewCovers(*v, k, w) <==> ViewCovers(\at(*v, Pre), k, w)); */
  /*@ assert apart: \forall integer k, w; ViewCovers(*v, k, w) ==> k != i && !(place <= w < place + span); */
  /*@ assert owned: ViewsOwned(*v); */
  /*@ assert own: ViewsOwn(*v); */
}

uint32_t dxgmap_views_at(const dxgmap_views *v, uint64_t page)
{
  if (page >= DXGMAP_WINDOW || v->owner[page] == 0) return DXGMAP_SLOTS;
  return v->owner[page] - 1u;
}
/* dxgmap: end model/core/views.c */
/* dxgmap: begin model/core/zero.c sha256 d8782117db3815fe013d30be0a250c26f58951610088de230ce331b70e8d931a */
/* #include "zero.h" */
/* dxgmap: begin model/core/zero.h sha256 16abf955552921e1241efa9ace49757a2364d0449353be58de0ddb2c31482103 */
#ifndef DXGMAP_ZERO_H
#define DXGMAP_ZERO_H

/* #include "leak.h" */

/* #include "logic/zero.h" */
/* dxgmap: begin spec/logic/zero.h sha256 ca00cf53cd3057dcc5b8c81710dff9330c1237fe6255da23026103468931bc6e */
#ifndef DXGMAP_LOGIC_ZERO_H
#define DXGMAP_LOGIC_ZERO_H

/* Memory of zeros, part by part: where every history begins. */

/*@
  predicate ZeroSlots(dxgmap_slots t) =
    t.high == 0 && t.free == 0 && t.live == 0 &&
    \forall integer i; 0 <= i < DXGMAP_SLOTS ==> t.generation[i] == 0 && t.order[i] == 0 && t.place[i] == 0;

  predicate ZeroDescriptor(dxgmap_descriptor d) =
    d.kind == 0 && d.index == 0 && d.space == 0 && d.user == 0 && d.cache == 0 && d.slack == 0 && d.object == 0 && d.physical == 0 &&
    d.length == 0 && d.process == 0;
  predicate ZeroDescriptors(dxgmap_descriptors d) =
    \forall integer i; 0 <= i < DXGMAP_SLOTS ==> ZeroDescriptor(d.at[i]);

  predicate ZeroLinks(dxgmap_links l) =
    \forall integer i; 0 <= i < DXGMAP_SLOTS ==> l.to.slot[i] == 0 && l.uses.count[i] == 0;
  predicate ZeroOpened(dxgmap_opened o) = \forall integer i; 0 <= i < DXGMAP_SLOTS ==> o.place[i] == 0 && o.slot[i] == 0;

  predicate ZeroCells(dxgmap_cells c) = \forall integer l; 0 <= l < DXGMAP_CELLS ==> c.cell[l] == 0;
  predicate ZeroCounts(dxgmap_counts n) = \forall integer p; 0 <= p < DXGMAP_PAGES ==> n.count[p] == 0;
  predicate ZeroOwners(dxgmap_owners o) = \forall integer l; 0 <= l < DXGMAP_CELLS ==> o.id[l] == 0;
  predicate ZeroTranslation(dxgmap_translation t) =
    (\forall integer b; 0 <= b < DXGMAP_BLOCKS ==> t.directory.word[b] == 0) &&
    \forall integer l; 0 <= l < DXGMAP_CELLS ==> t.entries.value[l] == 0;
  predicate ZeroDomain(dxgmap_domain d) =
    RangesZero(d.ranges) && d.ranges.limit == 0 && ZeroCells(d.cells) && ZeroOwners(d.owners) && ZeroCounts(d.counts) &&
    ZeroTranslation(d.translation);

  predicate ZeroViews(dxgmap_views v) =
    (\forall integer i; 0 <= i < DXGMAP_SLOTS ==> v.place[i] == 0 && v.span[i] == 0) &&
    \forall integer w; 0 <= w < DXGMAP_WINDOW ==> v.owner[w] == 0;

  predicate ZeroSaves(dxgmap_saves s) =
    s.chain == 0 && \forall integer k; 0 <= k < DXGMAP_CHAIN ==> s.maximum.pages[k] == 0 && s.pin[k] == 0;
  predicate ZeroResources(dxgmap_resources r) =
    r.count == 0 && \forall integer k; 0 <= k < DXGMAP_RESOURCES ==>
      r.at[k].space == 0 && r.at[k].start == 0 && r.at[k].length == 0;

  predicate ZeroAdapter(dxgmap_adapter a) =
    a.generation == 0 && a.started == 0 && a.mode == 0 && a.attached == 0 && a.exclusive == 0 && a.charge == 0 && ZeroSaves(a.saves) &&
    ZeroResources(a.resources) && ZeroSlots(a.slots) && ZeroDescriptors(a.descriptors) && ZeroLinks(a.links) && ZeroDomain(a.domain) &&
    ZeroViews(a.views);

  predicate Zero(dxgmap_state s) =
    s.commit == 0 && ZeroOpened(s.opened) &&
    \forall integer k; 0 <= k < DXGMAP_PLACES ==> ZeroAdapter(s.adapter[k]);
*/

#endif
/* dxgmap: end spec/logic/zero.h */

/* Where every history begins; a fact for the proofs, it does not run. */
/*@ ghost
  // Memory of zeros is a machine: the empty one, in which no handle is valid.
  /@ requires valid: \valid(s);
     requires zero: Zero(*s);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures inv: Inv(*s);
     ensures nothing: \forall integer h; !Valid(*s, h); @/
  void dxgmap_zero(dxgmap_state *s);
*/

#endif
/* dxgmap: end model/core/zero.h */

/*@ ghost
  /@ requires zero: ZeroDomain(d);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures ok: DomainOk(d);
     ensures coherent: Coherent(d, DXGMAP_IDENTITY); @/
  void dxgmap_zero_domain(dxgmap_domain d)
  {
    dxgmap_translation_zero(d.translation);
    dxgmap_leak_cells(d.cells);
    return;
  }
*/

/*@ ghost
  /@ requires zero: ZeroAdapter(a);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures ok: AdapterOk(a); @/
  void dxgmap_zero_adapter(dxgmap_adapter a)
  {
    dxgmap_zero_domain(a.domain);
    /@ assert slots: SlotsOk(a.slots); @/
    /@ assert views: ViewsOk(a.views); @/
    /@ assert parts: AdapterParts(a); @/
    /@ assert pins: AdapterPins(a); @/
    /@ assert kinds: AdapterKinds(a) && AdapterMode(a); @/
    /@ assert pointers: AdapterViews(a); @/
    dxgmap_leak_links(a.links.to);
    /@ assert links: LinksOk(a.links) && AdapterLinks(a); @/
    /@ assert charge: SaveSum(a.saves.maximum, 0) == 0; @/
    return;
  }
*/

/*@ ghost
  void dxgmap_zero(dxgmap_state *s)
  {
    /@ loop invariant range: 0 <= k <= DXGMAP_PLACES;
       loop invariant ok: \forall integer j; 0 <= j < k ==> AdapterOk(s->adapter[j]);
       loop invariant locks: \forall integer p; 0 <= p < DXGMAP_PAGES ==> LockSum(*s, k, p) == 0;
       loop invariant kinds: \forall integer j, i; 0 <= j < k && 0 <= i < DXGMAP_SLOTS
         ==> s->adapter[j].descriptors.at[i].kind == DXGMAP_NO_KIND;
       loop invariant charges: ChargeSum(*s, k) == 0;
       loop assigns k;
       loop variant DXGMAP_PLACES - k; @/
    for (uint32_t k = 0; k < DXGMAP_PLACES; k++) {
      /@ assert one: ZeroAdapter(s->adapter[k]); @/
      dxgmap_zero_adapter(s->adapter[k]);
      /@ assert locks: \forall integer p; 0 <= p < DXGMAP_PAGES
           ==> LockSum(*s, k + 1, p) == LockSum(*s, k, p) + s->adapter[k].domain.counts.count[p]; @/
    }
    /@ assert stopped: StoppedOk(*s); @/
    /@ assert placed: KindsPlaced(*s); @/
    /@ assert opened: OpenedOk(*s); @/
    /@ assert idle: \forall integer k; 0 <= k < DXGMAP_PLACES ==> s->adapter[k].slots.high == 0; @/
    return;
  }
*/
/* dxgmap: end model/core/zero.c */

#if DXGMAP_HOST

/* With -fvisibility=hidden, what the public headers declare stays visible, and nothing else. */
#pragma GCC visibility push(default)
#include "d3dkmddi.h"
#include "d3dukmdt.h"
#include "dderror.h"
#include "devioctl.h"
#include "dispmprt.h"
#include "dxgmap.h"
#include "dxgmap_accessors.h"
#include "dxgmap_adl.h"
#include "dxgmap_callback.h"
#include "dxgmap_device_info.h"
#include "dxgmap_display_callbacks.h"
#include "dxgmap_dxgkcb.h"
#include "dxgmap_dxgkrnl_interface.h"
#include "dxgmap_frame_buffer.h"
#include "dxgmap_iommu.h"
#include "dxgmap_mdl.h"
#include "dxgmap_memory.h"
#include "dxgmap_page.h"
#include "dxgmap_physical_object.h"
#include "dxgmap_power.h"
#include "dxgmap_resource.h"
#include "dxgmap_sal.h"
#include "dxgmap_unconfirmed.h"
#include "dxgmap_video_accessors.h"
#include "dxgmap_video_miniport.h"
#include "dxgmap_wintypes.h"
#include "miniport.h"
#include "ntddk.h"
#include "ntddvdeo.h"
#include "ntdef.h"
#include "ntstatus.h"
#include "video.h"
#include "wdm.h"
#pragma GCC visibility pop

/* dxgmap: begin model/host/bits.c sha256 bd75047ee948e1ccbf80e140634a9af4730bd4f6f59230436be0119292c63eec */
/* SPDX-License-Identifier: MIT */
/* Sets of page numbers, one bit each, searched a word at a time. */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
/* #include "host_private.h" */
/* dxgmap: begin model/host/host_private.h sha256 cdb616efe71666ca2f1b6f09363a01dfc519433c7df83dd3a8b68681e7d24ef1 */
/* SPDX-License-Identifier: MIT */
/* What the files of the host share with each other and with nobody else. All of it runs under the host's lock, but
   for what says [any]. */
#ifndef DXGMAP_HOST_PRIVATE_H
#define DXGMAP_HOST_PRIVATE_H

/* #include "host.h" */
/* dxgmap: begin model/host/host.h sha256 c96138412a67adcd786c3e3aa4ed0c3ae406f1309de473ce2f4b51da926d5b73 */
/* SPDX-License-Identifier: MIT */
/*
 * The host: everything that the mapping callbacks need and that is not proved.
 *
 * Real memory behind page numbers, address windows that fault, save sections, device memory, call stacks, report
 * text, one lock, fault handling and fault injection. It serves the Windows face and knows neither it nor the core:
 * page numbers and identity handles are plain 64-bit numbers here.
 *
 * Conventions
 * - There is one host in a process: one machine.
 * - A page is DXGMAP_HOST_PAGE bytes. A "frame" is a physical page number; a frame list is an array of them.
 * - Units are in the names or the comments: `pages` counts pages, `bytes` and `length` count bytes.
 * - Whatever can fail answers a dxgmap_host_result (or NULL). Out parameters are written on success alone, and a
 *   failure leaves the host as it was. Nothing here aborts or exits. What releases cannot fail.
 * - The caller holds dxgmap_host_lock() around every call, but for those marked [any], which need no lock.
 * - A call on a host that is not open fails with DXGMAP_HOST_CLOSED, or with DXGMAP_HOST_BAD_ARGUMENT if it names a
 *   window, section or device: there are none. Calls without a result answer 0, NULL or false, or do nothing.
 * - Handle 0 means "no owner".
 */
#ifndef DXGMAP_HOST_H
#define DXGMAP_HOST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A build of one file may define this as `static`, so that no host name is exported. */
#ifndef DXGMAP_HOST_API
#define DXGMAP_HOST_API extern
#endif

#ifdef __cplusplus
extern "C" {
#endif

#define DXGMAP_HOST_PAGE ((uint64_t)4096)
#define DXGMAP_HOST_FRAMES_MAX ((uint64_t)1 << 31) /* most physical pages of one machine */
#define DXGMAP_HOST_WINDOWS 64u                    /* windows open at a time, the kernel's own included */
#define DXGMAP_HOST_DEVICES 256u                   /* device memories open at a time */
#define DXGMAP_HOST_SECTIONS 1024u                 /* save sections open at a time */
#define DXGMAP_HOST_PORTS 65536u                   /* I/O ports, one byte each */
#define DXGMAP_HOST_STACK_FRAMES 24u               /* call sites kept of one stack */

typedef enum dxgmap_host_result {
  DXGMAP_HOST_OK = 0,
  DXGMAP_HOST_CLOSED,       /* the host is not open (or, for open, is already) */
  DXGMAP_HOST_BAD_ARGUMENT, /* no such window, section, device; a range outside it; a count of zero */
  DXGMAP_HOST_NO_MEMORY,    /* the process has no memory or mapping left for it, or the injected failure */
  DXGMAP_HOST_NO_FRAMES,    /* too few free page numbers in the range that was asked for */
  DXGMAP_HOST_NO_ROOM,      /* no free place in the window, even without quarantine; a table is full */
  DXGMAP_HOST_BAD_ADDRESS,  /* memory of the process that cannot be read, or not written, as asked */
  DXGMAP_HOST_NOT_PRESENT,  /* the frame is nobody's memory */
  DXGMAP_HOST_BUSY,         /* the page numbers are in use, or the section is pinned already */
} dxgmap_host_result;

/* ---- The machine ------------------------------------------------------------------------------------------- */

typedef struct dxgmap_host_config {
  uint64_t pages;           /* physical memory: frames [0, pages); sparse, costs what is touched */
  uint64_t low_reserved;    /* frames [0, low_reserved) are never given out; at least frame 0 never is */
  uint64_t kernel_pages;    /* size of the kernel's window (dxgmap_host_kernel_map) */
  uint64_t quarantine;      /* its quarantine, in pages */
  uint64_t released_stacks; /* released identities whose stacks are remembered */
  uint64_t seed;            /* of every pseudo-random choice: equal seeds and calls give equal choices */
} dxgmap_host_config;

DXGMAP_HOST_API dxgmap_host_result dxgmap_host_open(const dxgmap_host_config *config);

/* Gives every byte, mapping, descriptor and signal handler back; blocks of dxgmap_host_allocate stay the caller's. */
DXGMAP_HOST_API void dxgmap_host_close(void);

DXGMAP_HOST_API bool dxgmap_host_is_open(void);

/* ---- Memory for the caller's own bookkeeping [any] ---------------------------------------------------------- */

/* A zeroed block of `bytes` from the heap (so that sanitizers watch it); NULL on failure or for zero bytes. */
DXGMAP_HOST_API void *dxgmap_host_allocate(size_t bytes);
DXGMAP_HOST_API void dxgmap_host_free(void *block, size_t bytes);

/* A zeroed region of whole pages that costs only what is touched; NULL on failure. Works on a closed host too. */
DXGMAP_HOST_API void *dxgmap_host_reserve(size_t bytes);
DXGMAP_HOST_API void dxgmap_host_unreserve(void *region, size_t bytes);

/* ---- Frames: physical memory -------------------------------------------------------------------------------- */

/*
 * A frame is given out with one hold; locking adds one, dxgmap_host_frames_hold adds one, dxgmap_host_frames_drop
 * takes one away. The frame is free again when the last is gone. So whoever maps pages for a device holds them, and
 * they are not reused before it drops them, whatever their owner does meanwhile.
 */
typedef enum dxgmap_host_frame_kind {
  DXGMAP_HOST_FRAME_NONE = 0, /* free, reserved or outside the machine */
  DXGMAP_HOST_FRAME_MEMORY,   /* memory of the machine, given out here */
  DXGMAP_HOST_FRAME_FOREIGN,  /* stands for a page of the process's own memory while that is locked */
  DXGMAP_HOST_FRAME_DEVICE,   /* a page of device memory; holds do not count on it */
} dxgmap_host_frame_kind;

/*
 * `count` zeroed frames out of [first, last], all or nothing. They are scattered: never frames[i] + 1 ==
 * frames[i + 1], other frames and another order each time. (Beyond 8192 pages they come in scattered short runs:
 * each run costs one mapping when it is mapped, and the kernel limits those.)
 */
DXGMAP_HOST_API dxgmap_host_result dxgmap_host_frames_allocate(uint64_t first, uint64_t last, uint64_t count,
                                                               uint64_t *frames);

/*
 * A zeroed run of `count` ascending frames within [first, last], at a pseudo-random place; if `boundary` (pages, a
 * power of two) is not 0 the run does not cross a multiple of it. Finds a run whenever there is one.
 */
DXGMAP_HOST_API dxgmap_host_result dxgmap_host_frames_allocate_run(uint64_t first, uint64_t last, uint64_t boundary,
                                                                   uint64_t count, uint64_t *base);

/* One more, one less hold on each. Frames of kind NONE and DEVICE are passed over. */
DXGMAP_HOST_API void dxgmap_host_frames_hold(const uint64_t *frames, uint64_t count);
DXGMAP_HOST_API void dxgmap_host_frames_drop(const uint64_t *frames, uint64_t count);

DXGMAP_HOST_API dxgmap_host_frame_kind dxgmap_host_frame_kind_of(uint64_t frame);
DXGMAP_HOST_API uint64_t dxgmap_host_frame_holds(uint64_t frame); /* 0 for NONE and DEVICE */

/*
 * What a device does: copy `length` bytes at `offset` of one frame (offset + length <= a page). NOT_PRESENT if the
 * frame is of kind NONE; BAD_ADDRESS if it is foreign and the process has taken the memory away meanwhile.
 */
DXGMAP_HOST_API dxgmap_host_result dxgmap_host_frame_read(uint64_t frame, uint64_t offset, void *to, uint64_t length);
DXGMAP_HOST_API dxgmap_host_result dxgmap_host_frame_write(uint64_t frame, uint64_t offset, const void *from,
                                                           uint64_t length);

/*
 * Locks the `pages` pages that begin at the page of `address`, all or nothing: each gets one hold and its frame is
 * stored. A page of a window resolves to the frame behind it; any other readable page (writable too if `write`) of
 * the process gets a frame that stands for it, the same one for as long as it is held. BAD_ADDRESS if one is not.
 * Undone by dxgmap_host_frames_drop.
 */
DXGMAP_HOST_API dxgmap_host_result dxgmap_host_lock_pages(const void *address, uint64_t pages, bool write,
                                                          uint64_t *frames);

/* Whether `length` bytes at `address` can be read (and written, if `write`), without touching their value. [any] */
DXGMAP_HOST_API bool dxgmap_host_probe(const void *address, uint64_t length, bool write);

/* ---- Windows: addresses that fault when nothing is mapped there --------------------------------------------- */

/*
 * A window is a reserved range of `pages` pages, named by an id > 0. A view is made in steps: claim a place, put
 * memory behind it (in one or more pieces; what is left out keeps faulting), name its owner; removing it takes all
 * back. Released places wait until `quarantine` pages of later ones are released, or until there is no room
 * otherwise, oldest first; the owner they had stays known until the place is claimed again.
 */
DXGMAP_HOST_API dxgmap_host_result dxgmap_host_window_open(uint64_t pages, uint64_t quarantine, uint32_t *window);
DXGMAP_HOST_API void dxgmap_host_window_close(uint32_t window);
DXGMAP_HOST_API void *dxgmap_host_window_base(uint32_t window);

/* Finds a pseudo-random free place of `pages` pages and takes it. Finds one whenever there is one. */
DXGMAP_HOST_API dxgmap_host_result dxgmap_host_window_claim(uint32_t window, uint64_t pages, uint64_t *at);

/* Put memory behind `count` pages at page `at`, which must be claimed and hold nothing yet. All or nothing. */
DXGMAP_HOST_API dxgmap_host_result dxgmap_host_window_place_frames(uint32_t window, uint64_t at, const uint64_t *frames,
                                                                   uint64_t count);
DXGMAP_HOST_API dxgmap_host_result dxgmap_host_window_place_device(uint32_t window, uint64_t at, uint64_t first_frame,
                                                                   uint64_t count);
DXGMAP_HOST_API dxgmap_host_result dxgmap_host_window_place_section(uint32_t window, uint64_t at, uint32_t section,
                                                                    uint64_t first_page, uint64_t count);

/* Names the owner of the claimed place [at, at + pages). */
DXGMAP_HOST_API void dxgmap_host_window_own(uint32_t window, uint64_t at, uint64_t pages, uint64_t handle);

/*
 * Gives [at, at + pages) back: every access faults again, and the place goes into quarantine under its owner's
 * name. A place that never had an owner (its mapping did not succeed) is free at once.
 */
DXGMAP_HOST_API void dxgmap_host_window_remove(uint32_t window, uint64_t at, uint64_t pages);

typedef enum dxgmap_host_place {
  DXGMAP_HOST_PLACE_UNKNOWN = 0, /* not in any window */
  DXGMAP_HOST_PLACE_FREE,        /* in a window, never used */
  DXGMAP_HOST_PLACE_LIVE,        /* claimed; `owner` is its owner */
  DXGMAP_HOST_PLACE_RELEASED,    /* was `owner`'s last, and nobody's now */
} dxgmap_host_place;

typedef struct dxgmap_host_location {
  dxgmap_host_place place;
  uint32_t window; /* 0 if UNKNOWN */
  uint64_t at;     /* page in the window */
  uint64_t owner;  /* 0 if none */
  bool backed;     /* the page has memory behind it (false in slack pages) */
  bool framed;     /* and that memory is `frame`; else it is the part of a section that no frame holds */
  uint64_t frame;
} dxgmap_host_location;

/* What an address of a window is. [any]: safe in a signal handler; exact if the lock is held. */
DXGMAP_HOST_API dxgmap_host_location dxgmap_host_locate(const void *address);

/*
 * Maps a frame list at a fresh address of the kernel's window. If every frame is foreign and their pages lie side
 * by side in the process, the address is that of the pages themselves: private memory has no second address. Other
 * lists with a foreign frame are refused with BAD_ARGUMENT.
 */
DXGMAP_HOST_API dxgmap_host_result dxgmap_host_kernel_map(const uint64_t *frames, uint64_t count, uint64_t owner,
                                                          void **address);
DXGMAP_HOST_API void dxgmap_host_kernel_unmap(void *address, uint64_t pages);

/* ---- Device memory and ports -------------------------------------------------------------------------------- */

/*
 * Memory behind the page numbers [first_frame, first_frame + pages): they are no longer given out. BUSY if one is
 * in use. The numbers may lie beyond the machine's memory. Views over it must be removed before it is closed.
 */
DXGMAP_HOST_API dxgmap_host_result dxgmap_host_device_open(uint64_t first_frame, uint64_t pages, uint32_t *device);
DXGMAP_HOST_API void dxgmap_host_device_close(uint32_t device);
DXGMAP_HOST_API void *dxgmap_host_device_base(uint32_t device); /* the device's own view of it */

/* `width` is 1, 2 or 4 bytes, little endian; false for another width or past the last port. */
DXGMAP_HOST_API bool dxgmap_host_port_read(uint32_t port, uint32_t width, uint32_t *value);
DXGMAP_HOST_API bool dxgmap_host_port_write(uint32_t port, uint32_t width, uint32_t value);

/* ---- Save sections ------------------------------------------------------------------------------------------ */

/* Zeroed backing store of `pages` pages, sparse. Views over it must be removed before it is closed. */
DXGMAP_HOST_API dxgmap_host_result dxgmap_host_section_open(uint64_t pages, uint32_t *section);
DXGMAP_HOST_API void dxgmap_host_section_close(uint32_t section);

/*
 * Moves pages [0, count) into `frames` (fresh ones of dxgmap_host_frames_allocate), or back. Live views of the
 * section follow: they show the same bytes before and after. Unpin does nothing on a section that is not pinned; the
 * frames stay the caller's to drop.
 */
DXGMAP_HOST_API dxgmap_host_result dxgmap_host_section_pin(uint32_t section, const uint64_t *frames, uint64_t count);
DXGMAP_HOST_API void dxgmap_host_section_unpin(uint32_t section);

/* The section's bytes, wherever they are now. */
DXGMAP_HOST_API dxgmap_host_result dxgmap_host_section_read(uint32_t section, uint64_t offset, void *to,
                                                            uint64_t length);
DXGMAP_HOST_API dxgmap_host_result dxgmap_host_section_write(uint32_t section, uint64_t offset, const void *from,
                                                             uint64_t length);

/* ---- Call stacks -------------------------------------------------------------------------------------------- */

typedef struct dxgmap_host_stack {
  uint32_t count; /* 0 if none was captured */
  const void *site[DXGMAP_HOST_STACK_FRAMES];
} dxgmap_host_stack;

typedef struct dxgmap_host_history {
  dxgmap_host_stack map;
  dxgmap_host_stack unmap; /* empty while live */
} dxgmap_host_history;

/*
 * The stack of the running thread from `caller` outwards, which is __builtin_return_address(0) of the public function
 * (so that no frame of the library shows), or NULL for all of it. Allocates nothing. [any]
 */
DXGMAP_HOST_API void dxgmap_host_stack_capture(const void *caller, dxgmap_host_stack *stack);

/*
 * History of an identity, in the order of an acquisition: reserve a record before the core is asked (the step that
 * can fail), then either bind it to the handle or cancel it. Release fills in the second stack; after
 * `released_stacks` later releases it is forgotten. Release of an unknown handle does nothing.
 */
DXGMAP_HOST_API dxgmap_host_result dxgmap_host_history_reserve(const void *caller, uint64_t *ticket);
DXGMAP_HOST_API void dxgmap_host_history_cancel(uint64_t ticket);
DXGMAP_HOST_API void dxgmap_host_history_bind(uint64_t ticket, uint64_t handle);
DXGMAP_HOST_API void dxgmap_host_history_release(uint64_t handle, const void *caller);

/* Copies what is known of `handle`; false if nothing is. */
DXGMAP_HOST_API bool dxgmap_host_history_find(uint64_t handle, dxgmap_host_history *history);

/* ---- Report text [any] -------------------------------------------------------------------------------------- */

/*
 * A writer with a buffer of its own; it never allocates, so it serves in a signal handler. When the buffer is full,
 * and at flush, `sink` gets the bytes. A string writer has no sink: text that does not fit is cut off, and the
 * string always ends in a zero byte.
 */
typedef void dxgmap_host_sink(void *context, const char *bytes, size_t length);

typedef struct dxgmap_host_text {
  char *buffer;
  size_t size, length;
  dxgmap_host_sink *sink;
  void *context;
  int descriptor;
  char own[512];
} dxgmap_host_text;

DXGMAP_HOST_API void dxgmap_host_text_to_sink(dxgmap_host_text *text, dxgmap_host_sink *sink, void *context);
DXGMAP_HOST_API void dxgmap_host_text_to_descriptor(dxgmap_host_text *text, int descriptor);
DXGMAP_HOST_API void dxgmap_host_text_to_string(dxgmap_host_text *text, char *string, size_t size);

DXGMAP_HOST_API void dxgmap_host_text_put(dxgmap_host_text *text, const char *string);
DXGMAP_HOST_API void dxgmap_host_text_decimal(dxgmap_host_text *text, uint64_t value);
DXGMAP_HOST_API void dxgmap_host_text_hex(dxgmap_host_text *text, uint64_t value,
                                          uint32_t digits); /* 0x..., at least */
DXGMAP_HOST_API void dxgmap_host_text_flush(dxgmap_host_text *text);

/* One line a call site, `indent` first: "#0 function+0x1c (program)". Nothing for an empty stack. */
DXGMAP_HOST_API void dxgmap_host_text_stack(dxgmap_host_text *text, const char *indent, const dxgmap_host_stack *stack);

/* ---- The lock and the running thread [any] ------------------------------------------------------------------ */

DXGMAP_HOST_API void dxgmap_host_lock(void); /* plain: a thread that holds it must not take it again */
DXGMAP_HOST_API void dxgmap_host_unlock(void);
DXGMAP_HOST_API bool dxgmap_host_locked(void); /* by this thread */

DXGMAP_HOST_API uint32_t dxgmap_host_irql(void); /* of this thread; PASSIVE_LEVEL 0 to begin with */
DXGMAP_HOST_API void dxgmap_host_set_irql(uint32_t irql);
DXGMAP_HOST_API uint64_t dxgmap_host_process(void); /* that this thread is in; that of the machine, 4, to begin with */
DXGMAP_HOST_API void dxgmap_host_set_process(uint64_t process);

/* ---- Faults of the CPU, on request -------------------------------------------------------------------------- */

typedef struct dxgmap_host_fault {
  const void *address;
  const void *instruction; /* for dxgmap_host_stack_capture */
  bool write;
  dxgmap_host_location where;
} dxgmap_host_fault;

/* Called in the signal handler, without the lock, for a fault inside a window alone. */
typedef void dxgmap_host_fault_handler(const dxgmap_host_fault *fault, void *context);

typedef enum dxgmap_host_fault_policy {
  DXGMAP_HOST_FAULT_PASS = 0, /* on to the handler that was there before */
  DXGMAP_HOST_FAULT_POISON,   /* map a page of poison (0xDB) there and go on, unless the place is live */
} dxgmap_host_fault_policy;

/*
 * Handles SIGSEGV and SIGBUS of the whole process until removed (or the host is closed); BUSY if it does already.
 * Faults outside every window, and those under the lock, always pass on. The handler runs on a signal stack in the
 * thread that calls this, and in others that have one; remove it in the same thread, which gives that stack back.
 */
DXGMAP_HOST_API dxgmap_host_result dxgmap_host_faults_install(dxgmap_host_fault_handler *handler, void *context,
                                                              dxgmap_host_fault_policy policy);
DXGMAP_HOST_API void dxgmap_host_faults_remove(void);

/* ---- Fault injection and accounting [any] ------------------------------------------------------------------- */

/* Every allocation, mapping, claim, pin and lock counts as one acquisition. The `nth` from now fails, once; 0: none. */
DXGMAP_HOST_API void dxgmap_host_fail_at(uint64_t nth);
DXGMAP_HOST_API uint64_t dxgmap_host_acquisitions(void); /* since the last dxgmap_host_fail_at */

typedef struct dxgmap_host_usage {
  uint64_t frames;         /* of kind MEMORY */
  uint64_t foreign_frames; /* of kind FOREIGN */
  uint64_t holds;          /* on both */
  uint64_t windows;        /* open, the kernel's not counted */
  uint64_t window_pages;   /* claimed in them */
  uint64_t kernel_pages;   /* claimed in the kernel's */
  uint64_t quarantined;    /* pages, in all windows */
  uint64_t devices;
  uint64_t sections;
  uint64_t pinned_pages;  /* of sections */
  uint64_t histories;     /* reserved or live */
  uint64_t released;      /* histories of released identities */
  uint64_t blocks, bytes; /* of dxgmap_host_allocate */
  uint64_t regions;       /* of dxgmap_host_reserve, the host's own included */
  uint64_t descriptors;   /* open files */
  uint64_t maps;          /* upper bound of the mappings that views have made in the process */
} dxgmap_host_usage;

DXGMAP_HOST_API dxgmap_host_usage dxgmap_host_usage_now(void);

#ifdef __cplusplus
}
#endif

#endif
/* dxgmap: end model/host/host.h */

/* ---- machine.c: what was opened ---- */
DXGMAP_HOST_API const dxgmap_host_config *dxgmap_host_machine(void); /* NULL while the host is closed */

/* ---- inject.c: every acquisition asks here first; false means that it is to fail. [any] ---- */
DXGMAP_HOST_API bool dxgmap_host_acquire(void);

/* ---- random.c ---- */
DXGMAP_HOST_API void dxgmap_host_random_seed(uint64_t seed);
DXGMAP_HOST_API uint64_t dxgmap_host_random_below(uint64_t bound); /* 0 if bound is 0 */

/* ---- memory.c: regions, files and mappings, counted ---- */
DXGMAP_HOST_API bool dxgmap_host_memory_open(void);
DXGMAP_HOST_API int dxgmap_host_file_open(const char *name, uint64_t pages); /* sparse, zeroed; -1 on failure */
DXGMAP_HOST_API void dxgmap_host_file_close(int file);
DXGMAP_HOST_API void *dxgmap_host_file_map(int file, uint64_t pages); /* all of it, shared; NULL on failure */
DXGMAP_HOST_API void dxgmap_host_file_unmap(void *base, uint64_t pages);
DXGMAP_HOST_API void dxgmap_host_file_punch(int file, uint64_t page, uint64_t pages); /* zero it, give memory back */
DXGMAP_HOST_API void *dxgmap_host_void_open(uint64_t pages); /* addresses that fault; NULL on failure */
DXGMAP_HOST_API void dxgmap_host_void_close(void *base, uint64_t pages);

/* The kernel allows a process a limited number of mappings. Views take theirs here, up to three quarters of the
   limit, so that the splits which a removal may need, and the rest of the process, never run out. What must not fail
   may go beyond. */
DXGMAP_HOST_API bool dxgmap_host_maps_take(uint64_t maps, bool must);
DXGMAP_HOST_API void dxgmap_host_maps_give(uint64_t maps);

DXGMAP_HOST_API void dxgmap_host_memory_usage(dxgmap_host_usage *usage); /* [any] */

/* ---- table.c: a growing hash table from non-zero keys to numbers ---- */
typedef struct dxgmap_host_table_entry {
  uint64_t key, value;
} dxgmap_host_table_entry;

typedef struct dxgmap_host_table {
  dxgmap_host_table_entry *entry;
  uint64_t size, used;
} dxgmap_host_table;

DXGMAP_HOST_API bool dxgmap_host_table_room(dxgmap_host_table *table, uint64_t entries); /* for so many in all */
DXGMAP_HOST_API void dxgmap_host_table_put(dxgmap_host_table *table, uint64_t key, uint64_t value);
DXGMAP_HOST_API bool dxgmap_host_table_get(const dxgmap_host_table *table, uint64_t key, uint64_t *value);
DXGMAP_HOST_API void dxgmap_host_table_remove(dxgmap_host_table *table, uint64_t key);
DXGMAP_HOST_API void dxgmap_host_table_close(dxgmap_host_table *table);

/* ---- bits.c: sets of page numbers ---- */
DXGMAP_HOST_API bool dxgmap_host_bit(const uint64_t *bits, uint64_t at);
DXGMAP_HOST_API void dxgmap_host_bits_set(uint64_t *bits, uint64_t first, uint64_t count, bool value);
/* The first bit of that value in [first, end), or end. */
DXGMAP_HOST_API uint64_t dxgmap_host_bits_find(const uint64_t *bits, uint64_t first, uint64_t end, bool value);

/* ---- physical.c, scatter.c, foreign.c: frames ---- */
DXGMAP_HOST_API dxgmap_host_result dxgmap_host_physical_open(const dxgmap_host_config *config);
DXGMAP_HOST_API void dxgmap_host_physical_close(void);
DXGMAP_HOST_API int dxgmap_host_physical_file(void);
DXGMAP_HOST_API void *dxgmap_host_physical_at(uint64_t frame);    /* the bytes of a frame of kind MEMORY */
DXGMAP_HOST_API const uint64_t *dxgmap_host_physical_taken(void); /* one bit a frame: not to be given out */
DXGMAP_HOST_API uint64_t dxgmap_host_physical_spare(void);        /* how many released frames wait to be used again */
DXGMAP_HOST_API uint64_t dxgmap_host_physical_spare_at(uint64_t index);
DXGMAP_HOST_API void dxgmap_host_physical_take(uint64_t frame, uint64_t foreign_page); /* 0: memory, zeroed */
DXGMAP_HOST_API void dxgmap_host_physical_hold(uint64_t frame);
DXGMAP_HOST_API uint64_t dxgmap_host_physical_foreign_page(uint64_t frame);    /* 0 unless FOREIGN */
DXGMAP_HOST_API bool dxgmap_host_physical_block(uint64_t first, uint64_t end); /* for device memory */
DXGMAP_HOST_API void dxgmap_host_physical_unblock(uint64_t first, uint64_t end);
DXGMAP_HOST_API void dxgmap_host_physical_usage(dxgmap_host_usage *usage);

/* One free frame of [first, end), which the caller must take; end if there is none. */
DXGMAP_HOST_API uint64_t dxgmap_host_scatter_one(uint64_t first, uint64_t end);
DXGMAP_HOST_API uint64_t dxgmap_host_scatter_low(void); /* the first frame that may be given out */

DXGMAP_HOST_API void dxgmap_host_foreign_forget(uint64_t page);
DXGMAP_HOST_API dxgmap_host_result dxgmap_host_foreign_copy(uint64_t page, uint64_t offset, void *bytes,
                                                            uint64_t length, bool write);
DXGMAP_HOST_API void dxgmap_host_foreign_close(void);

/* ---- device.c ---- */
typedef struct dxgmap_host_device_page {
  int file;
  uint64_t at; /* page in the file */
  void *bytes;
} dxgmap_host_device_page;

DXGMAP_HOST_API bool dxgmap_host_device_find(uint64_t frame, dxgmap_host_device_page *page);
DXGMAP_HOST_API void dxgmap_host_devices_close(void);
DXGMAP_HOST_API uint64_t dxgmap_host_devices_open(void);

/* ---- ports.c ---- */
DXGMAP_HOST_API void dxgmap_host_ports_clear(void);

/* ---- window.c ---- */
enum { DXGMAP_HOST_PAGE_FREE = 0, DXGMAP_HOST_PAGE_LIVE = 1, DXGMAP_HOST_PAGE_WAITS = 2 };

typedef struct dxgmap_host_released {
  uint64_t at, pages;
} dxgmap_host_released;

typedef struct dxgmap_host_window {
  bool open;
  unsigned char *base;
  uint64_t pages, quarantine;
  uint64_t claimed, waiting;  /* pages */
  uint64_t maps;              /* taken from the budget */
  uint8_t *state;             /* of each page: DXGMAP_HOST_PAGE_... */
  uint8_t *poison;            /* of each page: 1 if a poison page was mapped there */
  uint64_t *owner;            /* of each page: its handle, or the last one that it had */
  uint64_t *backing;          /* of each page: see view.c */
  dxgmap_host_released *ring; /* released places, the oldest at ring_first */
  uint64_t ring_first, ring_count;
} dxgmap_host_window;

#define DXGMAP_HOST_KERNEL_WINDOW 1u

DXGMAP_HOST_API dxgmap_host_window *dxgmap_host_window_of(uint32_t window); /* NULL if not open */
DXGMAP_HOST_API bool dxgmap_host_window_inside(const dxgmap_host_window *w, uint64_t at, uint64_t pages);
DXGMAP_HOST_API bool dxgmap_host_window_is(const dxgmap_host_window *w, uint64_t at, uint64_t pages, uint8_t state);
DXGMAP_HOST_API dxgmap_host_result dxgmap_host_window_open_as(uint32_t window, uint64_t pages, uint64_t quarantine);
DXGMAP_HOST_API void dxgmap_host_windows_close(void);
DXGMAP_HOST_API void dxgmap_host_windows_usage(dxgmap_host_usage *usage);

/* ---- place.c: which place a view gets, and when a released one is free again ---- */
DXGMAP_HOST_API bool dxgmap_host_place_find(dxgmap_host_window *w, uint64_t pages, uint64_t *at);
DXGMAP_HOST_API void dxgmap_host_place_release(dxgmap_host_window *w, uint64_t at, uint64_t pages);
DXGMAP_HOST_API size_t dxgmap_host_place_ring_size(void);

/* ---- view.c: what is behind the pages of a window; a backing word is 0 for nothing, else BACKED with these ---- */
#define DXGMAP_HOST_BACKED ((uint64_t)1 << 63)
#define DXGMAP_HOST_FRAMED ((uint64_t)1 << 62)       /* by the frame in the low bits; else by section memory */
#define DXGMAP_HOST_OF_SECTION ((uint64_t)1 << 61)   /* part of a section's view, framed or not */
#define DXGMAP_HOST_RUN_STARTS ((uint64_t)1 << 60)   /* a mapping of the process begins here */
#define DXGMAP_HOST_PIECE_STARTS ((uint64_t)1 << 59) /* and it is the first of those placed together */
#define DXGMAP_HOST_FRAME_BITS (DXGMAP_HOST_PIECE_STARTS - 1)

/* What to map, page by page: a section's file from page `first` on if `section` is true; else the frames of a list,
   or if that is NULL the ascending frames from `first` on. */
typedef struct dxgmap_host_source {
  bool section;
  int file;
  uint64_t first;
  const uint64_t *frames;
} dxgmap_host_source;

DXGMAP_HOST_API dxgmap_host_result dxgmap_host_view_place(uint32_t window, uint64_t at, uint64_t count,
                                                          const dxgmap_host_source *source);
/* Put `to` behind pages of a section's view that have `from` behind them. If `must`, the budget is not asked. */
DXGMAP_HOST_API bool dxgmap_host_view_replace(uint32_t window, uint64_t at, uint64_t count,
                                              const dxgmap_host_source *from, const dxgmap_host_source *to, bool must);
DXGMAP_HOST_API void dxgmap_host_view_clear(uint32_t window, uint64_t at, uint64_t pages);
DXGMAP_HOST_API bool dxgmap_host_view_poison(const void *address); /* a poison page there, unless it is live */
DXGMAP_HOST_API void dxgmap_host_view_unpoison(dxgmap_host_window *w, uint64_t at, uint64_t pages);

/* ---- section.c ---- */
DXGMAP_HOST_API void dxgmap_host_section_views_forget(uint32_t window, uint64_t at, uint64_t pages);
DXGMAP_HOST_API void dxgmap_host_sections_close(void);
DXGMAP_HOST_API void dxgmap_host_sections_usage(dxgmap_host_usage *usage);

/* ---- history.c, symbols.c ---- */
/* While true, captures of this thread give the caller alone: unwinding would read code that cannot be read. [any] */
DXGMAP_HOST_API void dxgmap_host_stack_shallow(bool shallow);
DXGMAP_HOST_API dxgmap_host_result dxgmap_host_history_open(uint64_t released);
DXGMAP_HOST_API void dxgmap_host_history_close(void);
DXGMAP_HOST_API void dxgmap_host_history_usage(dxgmap_host_usage *usage);

typedef struct dxgmap_host_symbol {
  char name[128];   /* empty if unknown */
  char module[128]; /* base name of the program or library */
  uint64_t offset;  /* from the symbol, or from the module's start if there is no name */
} dxgmap_host_symbol;

/* Allocates nothing. [any] */
DXGMAP_HOST_API void dxgmap_host_symbol_of(const void *site, dxgmap_host_symbol *symbol);

#endif
/* dxgmap: end model/host/host_private.h */

bool dxgmap_host_bit(const uint64_t *bits, uint64_t at)
{
  return (bits[at / 64] >> (at % 64)) & 1;
}

void dxgmap_host_bits_set(uint64_t *bits, uint64_t first, uint64_t count, bool value)
{
  for (uint64_t at = first; at < first + count; at++) {
    uint64_t mask = (uint64_t)1 << (at % 64);
    bits[at / 64] = value ? bits[at / 64] | mask : bits[at / 64] & ~mask;
  }
}

uint64_t dxgmap_host_bits_find(const uint64_t *bits, uint64_t first, uint64_t end, bool value)
{
  uint64_t at = first;
  while (at < end) {
    uint64_t word = (value ? bits[at / 64] : ~bits[at / 64]) >> (at % 64);
    if (word != 0) {
      at += (uint64_t)__builtin_ctzll(word);
      break;
    }
    at += 64 - at % 64;
  }
  return at < end ? at : end;
}
/* dxgmap: end model/host/bits.c */
/* dxgmap: begin model/host/device.c sha256 4f817e24da5222b07ae222a0465c52a1228b1d5fa9da36926e4653bffff88b97 */
/* SPDX-License-Identifier: MIT */
/* Memory of devices, which has page numbers like any other memory. */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
/* #include "host_private.h" */

static struct {
  uint64_t first, pages; /* pages is 0 if there is no such device */
  int file;
  unsigned char *bytes;
} dxgmap_host_device[DXGMAP_HOST_DEVICES + 1]; /* by id; 0 is nobody's */
static uint32_t dxgmap_host_device_highest;    /* id ever used: lookups are frequent and devices few */

static bool dxgmap_host_device_overlaps(uint64_t first, uint64_t end)
{
  for (uint32_t id = 1; id <= DXGMAP_HOST_DEVICES; id++) {
    if (dxgmap_host_device[id].pages != 0 && first < dxgmap_host_device[id].first + dxgmap_host_device[id].pages &&
        dxgmap_host_device[id].first < end) {
      return true;
    }
  }
  return false;
}

static uint32_t dxgmap_host_device_unused(void)
{
  for (uint32_t id = 1; id <= DXGMAP_HOST_DEVICES; id++) {
    if (dxgmap_host_device[id].pages == 0) return id;
  }
  return 0;
}

static dxgmap_host_result dxgmap_host_device_back(uint32_t id, uint64_t pages)
{
  int file = dxgmap_host_file_open("dxgmap-device", pages);
  if (file < 0) return DXGMAP_HOST_NO_MEMORY;
  dxgmap_host_device[id].bytes = dxgmap_host_file_map(file, pages);
  if (dxgmap_host_device[id].bytes == NULL) {
    dxgmap_host_file_close(file);
    return DXGMAP_HOST_NO_MEMORY;
  }
  dxgmap_host_device[id].file = file;
  return DXGMAP_HOST_OK;
}

dxgmap_host_result dxgmap_host_device_open(uint64_t first_frame, uint64_t pages, uint32_t *device)
{
  uint32_t id = dxgmap_host_device_unused();
  dxgmap_host_result result;
  if (dxgmap_host_machine() == NULL) return DXGMAP_HOST_CLOSED;
  /* A page number and a page's bytes must fit in what a view remembers of it. */
  if (pages == 0 || pages > DXGMAP_HOST_FRAMES_MAX || first_frame > DXGMAP_HOST_FRAME_BITS - pages) {
    return DXGMAP_HOST_BAD_ARGUMENT;
  }
  if (id == 0) return DXGMAP_HOST_NO_ROOM;
  if (dxgmap_host_device_overlaps(first_frame, first_frame + pages)) return DXGMAP_HOST_BUSY;
  result = dxgmap_host_device_back(id, pages);
  if (result != DXGMAP_HOST_OK) return result;
  if (!dxgmap_host_physical_block(first_frame, first_frame + pages)) {
    dxgmap_host_file_unmap(dxgmap_host_device[id].bytes, pages);
    dxgmap_host_file_close(dxgmap_host_device[id].file);
    return DXGMAP_HOST_BUSY;
  }
  dxgmap_host_device[id].first = first_frame;
  dxgmap_host_device[id].pages = pages;
  if (id > dxgmap_host_device_highest) dxgmap_host_device_highest = id;
  *device = id;
  return DXGMAP_HOST_OK;
}

void dxgmap_host_device_close(uint32_t device)
{
  uint64_t first, pages;
  if (device == 0 || device > DXGMAP_HOST_DEVICES || dxgmap_host_device[device].pages == 0) return;
  first = dxgmap_host_device[device].first;
  pages = dxgmap_host_device[device].pages;
  dxgmap_host_file_unmap(dxgmap_host_device[device].bytes, pages);
  dxgmap_host_file_close(dxgmap_host_device[device].file);
  dxgmap_host_physical_unblock(first, first + pages);
  dxgmap_host_device[device].pages = 0;
}

void *dxgmap_host_device_base(uint32_t device)
{
  return device <= DXGMAP_HOST_DEVICES && dxgmap_host_device[device].pages != 0 ? dxgmap_host_device[device].bytes
                                                                                : NULL;
}

bool dxgmap_host_device_find(uint64_t frame, dxgmap_host_device_page *page)
{
  for (uint32_t id = 1; id <= dxgmap_host_device_highest; id++) {
    uint64_t at = frame - dxgmap_host_device[id].first;
    if (frame >= dxgmap_host_device[id].first && at < dxgmap_host_device[id].pages) {
      page->file = dxgmap_host_device[id].file;
      page->at = at;
      page->bytes = dxgmap_host_device[id].bytes + at * DXGMAP_HOST_PAGE;
      return true;
    }
  }
  return false;
}

void dxgmap_host_devices_close(void)
{
  for (uint32_t id = 1; id <= DXGMAP_HOST_DEVICES; id++) {
    dxgmap_host_device_close(id);
  }
}

uint64_t dxgmap_host_devices_open(void)
{
  uint64_t open = 0;
  for (uint32_t id = 1; id <= DXGMAP_HOST_DEVICES; id++) {
    open += dxgmap_host_device[id].pages != 0;
  }
  return open;
}
/* dxgmap: end model/host/device.c */
/* dxgmap: begin model/host/fault.c sha256 1e47fdc49b5fec1af40a30e1332a71ee3fbc498a48c0413d33a97100786d7a0c */
/* SPDX-License-Identifier: MIT */
/* Faults of the CPU inside a window. Handlers that were there before, and those that come on top, keep working. */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
/* #include "host_private.h" */

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <string.h>
#include <ucontext.h>

#define DXGMAP_HOST_FAULT_STACK ((size_t)128 * 1024)
#define DXGMAP_HOST_FAULT_WRITE 2 /* in the error code of a page fault */

static const int dxgmap_host_fault_signals[2] = {SIGSEGV, SIGBUS};

static struct {
  struct sigaction before[2]; /* of each signal */
  bool linked[2];             /* our handler is installed, or somebody's who calls it */
  bool enabled;
  dxgmap_host_fault_handler *handler;
  void *context;
  dxgmap_host_fault_policy policy;
  void *stack; /* for handlers, of the thread that installed us, if it had none */
} dxgmap_host_faults;

/* ---- Passing on ---- */

static void dxgmap_host_fault_default(int number, const siginfo_t *info)
{
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = SIG_DFL;
  (void)sigaction(number, &action, NULL);
  /* The instruction faults again when we return; a signal that somebody sent must be sent again. */
  if (info->si_code <= 0) (void)raise(number);
}

static void dxgmap_host_fault_call(int number, const struct sigaction *action, siginfo_t *info, void *machine)
{
  sigset_t mask, before;
  (void)pthread_sigmask(SIG_BLOCK, &action->sa_mask, &before);
  if ((action->sa_flags & SA_NODEFER) != 0) {
    (void)sigemptyset(&mask);
    (void)sigaddset(&mask, number);
    (void)pthread_sigmask(SIG_UNBLOCK, &mask, NULL);
  }
  if ((action->sa_flags & SA_SIGINFO) != 0) {
    action->sa_sigaction(number, info, machine);
  } else {
    action->sa_handler(number);
  }
  (void)pthread_sigmask(SIG_SETMASK, &before, NULL);
}

static void dxgmap_host_fault_pass(int number, siginfo_t *info, void *machine)
{
  struct sigaction *before = &dxgmap_host_faults.before[number == SIGBUS];
  struct sigaction action = *before;
  bool plain = (action.sa_flags & SA_SIGINFO) == 0;
  if (plain && action.sa_handler == SIG_IGN && info->si_code <= 0) return;
  /* The kernel does not let a program ignore a fault. */
  if (plain && (action.sa_handler == SIG_DFL || action.sa_handler == SIG_IGN)) {
    dxgmap_host_fault_default(number, info);
    return;
  }
  if ((action.sa_flags & (int)SA_RESETHAND) != 0) {
    memset(before, 0, sizeof *before);
    before->sa_handler = SIG_DFL;
  }
  dxgmap_host_fault_call(number, &action, info, machine);
}

/* ---- The handler ---- */

/* Where the program was; if it jumped to where no code is, where it came from: the top of its stack says. */
static const void *dxgmap_host_fault_instruction(const ucontext_t *machine, bool *code)
{
  uint64_t instruction = (uint64_t)machine->uc_mcontext.gregs[REG_RIP], caller;
  uint64_t stack = (uint64_t)machine->uc_mcontext.gregs[REG_RSP];
  *code = dxgmap_host_probe((const void *)(uintptr_t)instruction, 1, false);
  if (!*code && dxgmap_host_foreign_copy(stack / DXGMAP_HOST_PAGE, stack % DXGMAP_HOST_PAGE, &caller, sizeof caller,
                                         false) == DXGMAP_HOST_OK) {
    instruction = caller;
  }
  return (const void *)(uintptr_t)instruction;
}

/* Reports a fault in a window; true if the program can go on. */
static bool dxgmap_host_fault_handle(const siginfo_t *info, const ucontext_t *machine)
{
  dxgmap_host_fault fault;
  bool poisoned = false, code;
  fault.address = info->si_addr;
  fault.instruction = dxgmap_host_fault_instruction(machine, &code);
  fault.write = (machine->uc_mcontext.gregs[REG_ERR] & DXGMAP_HOST_FAULT_WRITE) != 0;
  fault.where = dxgmap_host_locate(info->si_addr);
  if (fault.where.place == DXGMAP_HOST_PLACE_UNKNOWN) return false;
  dxgmap_host_stack_shallow(!code);
  dxgmap_host_faults.handler(&fault, dxgmap_host_faults.context);
  dxgmap_host_stack_shallow(false);
  if (dxgmap_host_faults.policy == DXGMAP_HOST_FAULT_POISON) {
    dxgmap_host_lock();
    poisoned = dxgmap_host_view_poison(info->si_addr);
    dxgmap_host_unlock();
  }
  return poisoned;
}

static void dxgmap_host_fault_on_signal(int number, siginfo_t *info, void *machine)
{
  int error = errno;
  /* A fault under the lock is the library's own: whatever is called now could not use the library. */
  bool ours =
      __atomic_load_n(&dxgmap_host_faults.enabled, __ATOMIC_ACQUIRE) && info->si_code > 0 && !dxgmap_host_locked();
  if (!ours || !dxgmap_host_fault_handle(info, machine)) dxgmap_host_fault_pass(number, info, machine);
  errno = error;
}

/* ---- Installing and removing ---- */

static bool dxgmap_host_fault_stack_open(void)
{
  stack_t stack;
  if (sigaltstack(NULL, &stack) != 0) return false;
  if ((stack.ss_flags & SS_DISABLE) == 0) return true;
  if (dxgmap_host_faults.stack == NULL) dxgmap_host_faults.stack = dxgmap_host_reserve(DXGMAP_HOST_FAULT_STACK);
  memset(&stack, 0, sizeof stack);
  stack.ss_sp = dxgmap_host_faults.stack;
  stack.ss_size = DXGMAP_HOST_FAULT_STACK;
  return stack.ss_sp != NULL && sigaltstack(&stack, NULL) == 0;
}

/* Another thread's signal stack cannot be taken away from it; the next installation uses it again. */
static void dxgmap_host_fault_stack_close(void)
{
  stack_t stack;
  if (dxgmap_host_faults.stack == NULL || sigaltstack(NULL, &stack) != 0) return;
  if (stack.ss_sp == dxgmap_host_faults.stack) {
    stack.ss_flags = SS_DISABLE;
    if (sigaltstack(&stack, NULL) != 0) return;
    dxgmap_host_unreserve(dxgmap_host_faults.stack, DXGMAP_HOST_FAULT_STACK);
    dxgmap_host_faults.stack = NULL;
  }
}

static bool dxgmap_host_fault_link(int i)
{
  struct sigaction action;
  if (dxgmap_host_faults.linked[i]) return true;
  memset(&action, 0, sizeof action);
  (void)sigemptyset(&action.sa_mask);
  action.sa_flags = SA_SIGINFO | SA_ONSTACK;
  action.sa_sigaction = dxgmap_host_fault_on_signal;
  dxgmap_host_faults.linked[i] = sigaction(dxgmap_host_fault_signals[i], &action, &dxgmap_host_faults.before[i]) == 0;
  return dxgmap_host_faults.linked[i];
}

/* Puts back what was there, unless somebody has installed a handler since: that one calls ours, which passes on. */
static void dxgmap_host_fault_unlink(int i)
{
  struct sigaction now;
  if (!dxgmap_host_faults.linked[i] || sigaction(dxgmap_host_fault_signals[i], NULL, &now) != 0) return;
  if ((now.sa_flags & SA_SIGINFO) != 0 && now.sa_sigaction == dxgmap_host_fault_on_signal) {
    (void)sigaction(dxgmap_host_fault_signals[i], &dxgmap_host_faults.before[i], NULL);
    dxgmap_host_faults.linked[i] = false;
  }
}

dxgmap_host_result dxgmap_host_faults_install(dxgmap_host_fault_handler *handler, void *context,
                                              dxgmap_host_fault_policy policy)
{
  if (dxgmap_host_machine() == NULL) return DXGMAP_HOST_CLOSED;
  if (handler == NULL) return DXGMAP_HOST_BAD_ARGUMENT;
  if (dxgmap_host_faults.enabled) return DXGMAP_HOST_BUSY;
  if (!dxgmap_host_acquire() || !dxgmap_host_fault_stack_open()) return DXGMAP_HOST_NO_MEMORY;
  dxgmap_host_faults.handler = handler;
  dxgmap_host_faults.context = context;
  dxgmap_host_faults.policy = policy;
  __atomic_store_n(&dxgmap_host_faults.enabled, true, __ATOMIC_RELEASE);
  if (!dxgmap_host_fault_link(0) || !dxgmap_host_fault_link(1)) {
    dxgmap_host_faults_remove();
    return DXGMAP_HOST_NO_MEMORY;
  }
  return DXGMAP_HOST_OK;
}

void dxgmap_host_faults_remove(void)
{
  if (!dxgmap_host_faults.enabled) return;
  dxgmap_host_fault_unlink(0);
  dxgmap_host_fault_unlink(1);
  __atomic_store_n(&dxgmap_host_faults.enabled, false, __ATOMIC_RELEASE);
  dxgmap_host_fault_stack_close();
}
/* dxgmap: end model/host/fault.c */
/* dxgmap: begin model/host/foreign.c sha256 b471a134380b360ea5709a5e66b2c1ce2ccf01e2e3a88df77bd805177361cd71 */
/* SPDX-License-Identifier: MIT */
/*
 * The process's own memory: probing it, locking its pages, copying to and from them.
 *
 * The kernel touches the memory for us (process_vm_readv and process_vm_writev on this process): what is not there,
 * or not writable, is an error number and not a signal, whatever other threads unmap meanwhile. Whether a page can be
 * written is found by asking the kernel to add zero to a word of it atomically (FUTEX_WAKE_OP), because reading a
 * byte and writing it back would undo what another thread writes in between. As a lock does, it also makes the
 * process's private copy of a page that was shared copy-on-write.
 */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
/* #include "host_private.h" */

#include <linux/futex.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#define DXGMAP_HOST_FOREIGN_BATCH ((uint64_t)256) /* pages probed in one call */

static dxgmap_host_table dxgmap_host_foreign_frames; /* page of the process -> frame */

/* ---- Probing ---- */

static void *dxgmap_host_foreign_address(uint64_t page, uint64_t offset)
{
  return (void *)(uintptr_t)(page * DXGMAP_HOST_PAGE + offset);
}

static bool dxgmap_host_foreign_readable(uint64_t page, uint64_t pages)
{
  struct iovec there[DXGMAP_HOST_FOREIGN_BATCH], here;
  unsigned char byte[DXGMAP_HOST_FOREIGN_BATCH];
  for (uint64_t done = 0; done < pages; done += DXGMAP_HOST_FOREIGN_BATCH) {
    uint64_t count = pages - done < DXGMAP_HOST_FOREIGN_BATCH ? pages - done : DXGMAP_HOST_FOREIGN_BATCH;
    for (uint64_t i = 0; i < count; i++) {
      there[i] = (struct iovec){dxgmap_host_foreign_address(page + done + i, 0), 1};
    }
    here = (struct iovec){byte, (size_t)count};
    if (process_vm_readv(getpid(), &here, 1, there, (unsigned long)count, 0) != (ssize_t)count) {
      return false;
    }
  }
  return true;
}

static bool dxgmap_host_foreign_writable(uint64_t page)
{
  uint32_t nobody_waits_here = 0;
  /* The comparison is one that hardly holds, and nobody is to be woken. */
  uint32_t add_zero = (uint32_t)FUTEX_OP_ADD << 28 | (uint32_t)FUTEX_OP_CMP_LT << 24 | 0x800u;
  return syscall(SYS_futex, &nobody_waits_here, FUTEX_WAKE_OP_PRIVATE, 0, NULL, dxgmap_host_foreign_address(page, 0),
                 add_zero) >= 0;
}

static bool dxgmap_host_foreign_probe(uint64_t page, uint64_t pages, bool write)
{
  if (!dxgmap_host_foreign_readable(page, pages)) {
    return false;
  }
  for (uint64_t i = 0; write && i < pages; i++) {
    if (!dxgmap_host_foreign_writable(page + i)) {
      return false;
    }
  }
  return true;
}

bool dxgmap_host_probe(const void *address, uint64_t length, bool write)
{
  uint64_t first = (uint64_t)(uintptr_t)address;
  if (length == 0) {
    return true;
  }
  if (length - 1 > UINT64_MAX - first) {
    return false;
  }
  return dxgmap_host_foreign_probe(first / DXGMAP_HOST_PAGE,
                                   (first + length - 1) / DXGMAP_HOST_PAGE - first / DXGMAP_HOST_PAGE + 1, write);
}

/* ---- Copying ---- */

dxgmap_host_result dxgmap_host_foreign_copy(uint64_t page, uint64_t offset, void *bytes, uint64_t length, bool write)
{
  struct iovec here = {bytes, (size_t)length}, there = {dxgmap_host_foreign_address(page, offset), (size_t)length};
  ssize_t done =
      write ? process_vm_writev(getpid(), &here, 1, &there, 1, 0) : process_vm_readv(getpid(), &here, 1, &there, 1, 0);
  return done == (ssize_t)length ? DXGMAP_HOST_OK : DXGMAP_HOST_BAD_ADDRESS;
}

/* ---- Locking ---- */

static dxgmap_host_result dxgmap_host_foreign_lock_own(uint64_t page, bool write, uint64_t *frame)
{
  uint64_t end = dxgmap_host_machine()->pages, found;
  if (page == 0 || !dxgmap_host_foreign_probe(page, 1, write)) {
    return DXGMAP_HOST_BAD_ADDRESS;
  }
  if (dxgmap_host_table_get(&dxgmap_host_foreign_frames, page, frame)) {
    dxgmap_host_physical_hold(*frame);
    return DXGMAP_HOST_OK;
  }
  found = dxgmap_host_scatter_one(dxgmap_host_scatter_low(), end);
  if (found == end) {
    return DXGMAP_HOST_NO_FRAMES;
  }
  dxgmap_host_physical_take(found, page);
  dxgmap_host_table_put(&dxgmap_host_foreign_frames, page, found);
  *frame = found;
  return DXGMAP_HOST_OK;
}

static dxgmap_host_result dxgmap_host_foreign_lock_page(uint64_t page, bool write, uint64_t *frame)
{
  dxgmap_host_location where = dxgmap_host_locate(dxgmap_host_foreign_address(page, 0));
  if (!where.framed) {
    return dxgmap_host_foreign_lock_own(page, write, frame);
  }
  switch (dxgmap_host_frame_kind_of(where.frame)) {
  case DXGMAP_HOST_FRAME_MEMORY:
    dxgmap_host_physical_hold(where.frame);
    break;
  case DXGMAP_HOST_FRAME_DEVICE:
    break;
  default:
    return DXGMAP_HOST_BAD_ADDRESS;
  }
  *frame = where.frame;
  return DXGMAP_HOST_OK;
}

dxgmap_host_result dxgmap_host_lock_pages(const void *address, uint64_t pages, bool write, uint64_t *frames)
{
  uint64_t first = (uint64_t)(uintptr_t)address / DXGMAP_HOST_PAGE;
  if (dxgmap_host_machine() == NULL) {
    return DXGMAP_HOST_CLOSED;
  }
  if (pages == 0) {
    return DXGMAP_HOST_BAD_ARGUMENT;
  }
  if (pages > UINT64_MAX / DXGMAP_HOST_PAGE - first) {
    return DXGMAP_HOST_BAD_ADDRESS;
  }
  if (!dxgmap_host_acquire() ||
      !dxgmap_host_table_room(&dxgmap_host_foreign_frames, dxgmap_host_foreign_frames.used + pages)) {
    return DXGMAP_HOST_NO_MEMORY;
  }
  for (uint64_t i = 0; i < pages; i++) {
    dxgmap_host_result result = dxgmap_host_foreign_lock_page(first + i, write, &frames[i]);
    if (result != DXGMAP_HOST_OK) {
      dxgmap_host_frames_drop(frames, i);
      return result;
    }
  }
  return DXGMAP_HOST_OK;
}

void dxgmap_host_foreign_forget(uint64_t page)
{
  dxgmap_host_table_remove(&dxgmap_host_foreign_frames, page);
}

void dxgmap_host_foreign_close(void)
{
  dxgmap_host_table_close(&dxgmap_host_foreign_frames);
}
/* dxgmap: end model/host/foreign.c */
/* dxgmap: begin model/host/history.c sha256 7ae031a07f8eb8392600e5e1012c2b016b554a6c988c459f1a0be2c892c3fbef */
/* SPDX-License-Identifier: MIT */
/* Call stacks, and those of each identity's acquisition and release. */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
/* #include "host_private.h" */

#include <execinfo.h>
#include <string.h>

#define DXGMAP_HOST_HISTORY_MAX ((uint64_t)1 << 24) /* records, live and released */
#define DXGMAP_HOST_HISTORY_DEPTH 96                /* frames looked at, those of the library included */

typedef struct dxgmap_host_history_record {
  uint64_t handle; /* 0 until it is bound */
  uint64_t next;   /* in the list of free, or of released records; plus one, 0 at the end */
  bool reserved, released;
  dxgmap_host_history stacks;
} dxgmap_host_history_record;

static struct {
  dxgmap_host_history_record *record;
  uint64_t used, live; /* records ever used; those reserved or bound to a live identity */
  uint64_t free;       /* list, plus one */
  uint64_t oldest, newest, released, released_most;
  dxgmap_host_table by_handle;
} dxgmap_host_histories;

static _Thread_local __attribute__((tls_model("initial-exec"))) bool dxgmap_host_stack_is_shallow;

static size_t dxgmap_host_history_size(void)
{
  return (size_t)DXGMAP_HOST_HISTORY_MAX * sizeof(dxgmap_host_history_record);
}

void dxgmap_host_stack_shallow(bool shallow)
{
  dxgmap_host_stack_is_shallow = shallow;
}

void dxgmap_host_stack_capture(const void *caller, dxgmap_host_stack *stack)
{
  void *site[DXGMAP_HOST_HISTORY_DEPTH];
  const void *innermost = caller != NULL ? caller : __builtin_return_address(0);
  int count = dxgmap_host_stack_is_shallow ? 0 : backtrace(site, DXGMAP_HOST_HISTORY_DEPTH), first = 0;
  while (first < count && site[first] != innermost) {
    first++;
  }
  if (first >= count) {
    /* All that is known: it sits deeper than was looked, or what it called has no unwind tables. */
    site[0] = (void *)(uintptr_t)innermost;
    first = 0;
    count = 1;
  }
  memset(stack, 0, sizeof *stack);
  for (int i = first; i < count && stack->count < DXGMAP_HOST_STACK_FRAMES; i++) {
    stack->site[stack->count] = site[i];
    stack->count++;
  }
}

dxgmap_host_result dxgmap_host_history_open(uint64_t released)
{
  dxgmap_host_stack stack;
  dxgmap_host_histories.record = dxgmap_host_reserve(dxgmap_host_history_size());
  if (dxgmap_host_histories.record == NULL) return DXGMAP_HOST_NO_MEMORY;
  dxgmap_host_histories.released_most = released;
  /* The first capture loads the unwinder, which allocates: not to be left to a signal handler. */
  dxgmap_host_stack_capture(NULL, &stack);
  return DXGMAP_HOST_OK;
}

void dxgmap_host_history_close(void)
{
  dxgmap_host_unreserve(dxgmap_host_histories.record, dxgmap_host_history_size());
  dxgmap_host_table_close(&dxgmap_host_histories.by_handle);
  memset(&dxgmap_host_histories, 0, sizeof dxgmap_host_histories);
}

/* ---- Records ---- */

static dxgmap_host_history_record *dxgmap_host_history_at(uint64_t place)
{
  return &dxgmap_host_histories.record[place - 1];
}

static void dxgmap_host_history_give(uint64_t place)
{
  dxgmap_host_history_at(place)->reserved = false;
  dxgmap_host_history_at(place)->next = dxgmap_host_histories.free;
  dxgmap_host_histories.free = place;
}

static void dxgmap_host_history_forget_oldest(void)
{
  uint64_t place = dxgmap_host_histories.oldest;
  dxgmap_host_histories.oldest = dxgmap_host_history_at(place)->next;
  dxgmap_host_histories.released--;
  dxgmap_host_table_remove(&dxgmap_host_histories.by_handle, dxgmap_host_history_at(place)->handle);
  dxgmap_host_history_give(place);
}

static uint64_t dxgmap_host_history_take(void)
{
  uint64_t place = dxgmap_host_histories.free;
  if (place != 0) {
    dxgmap_host_histories.free = dxgmap_host_history_at(place)->next;
  } else {
    dxgmap_host_histories.used++;
    place = dxgmap_host_histories.used;
  }
  return place;
}

dxgmap_host_result dxgmap_host_history_reserve(const void *caller, uint64_t *ticket)
{
  uint64_t live = dxgmap_host_histories.live + 1, place;
  if (dxgmap_host_histories.record == NULL) return DXGMAP_HOST_CLOSED;
  if (live + dxgmap_host_histories.released > DXGMAP_HOST_HISTORY_MAX) return DXGMAP_HOST_NO_ROOM;
  if (!dxgmap_host_acquire() ||
      !dxgmap_host_table_room(&dxgmap_host_histories.by_handle, live + dxgmap_host_histories.released)) {
    return DXGMAP_HOST_NO_MEMORY;
  }
  place = dxgmap_host_history_take();
  memset(dxgmap_host_history_at(place), 0, sizeof(dxgmap_host_history_record));
  dxgmap_host_history_at(place)->reserved = true;
  dxgmap_host_stack_capture(caller, &dxgmap_host_history_at(place)->stacks.map);
  dxgmap_host_histories.live = live;
  *ticket = place;
  return DXGMAP_HOST_OK;
}

/* A ticket of a reserved record, neither bound nor cancelled. */
static bool dxgmap_host_history_is_ticket(uint64_t ticket)
{
  return ticket != 0 && ticket <= dxgmap_host_histories.used && dxgmap_host_history_at(ticket)->reserved;
}

void dxgmap_host_history_cancel(uint64_t ticket)
{
  if (!dxgmap_host_history_is_ticket(ticket)) return;
  dxgmap_host_history_give(ticket);
  dxgmap_host_histories.live--;
}

void dxgmap_host_history_bind(uint64_t ticket, uint64_t handle)
{
  if (!dxgmap_host_history_is_ticket(ticket) || handle == 0) return;
  dxgmap_host_history_at(ticket)->reserved = false;
  dxgmap_host_history_at(ticket)->handle = handle;
  dxgmap_host_table_put(&dxgmap_host_histories.by_handle, handle, ticket);
}

void dxgmap_host_history_release(uint64_t handle, const void *caller)
{
  dxgmap_host_history_record *record;
  uint64_t place;
  if (!dxgmap_host_table_get(&dxgmap_host_histories.by_handle, handle, &place)) return;
  record = dxgmap_host_history_at(place);
  if (record->released) return;
  dxgmap_host_stack_capture(caller, &record->stacks.unmap);
  record->released = true;
  record->next = 0;
  if (dxgmap_host_histories.released == 0) {
    dxgmap_host_histories.oldest = place;
  } else {
    dxgmap_host_history_at(dxgmap_host_histories.newest)->next = place;
  }
  dxgmap_host_histories.newest = place;
  dxgmap_host_histories.released++;
  dxgmap_host_histories.live--;
  if (dxgmap_host_histories.released > dxgmap_host_histories.released_most) dxgmap_host_history_forget_oldest();
}

bool dxgmap_host_history_find(uint64_t handle, dxgmap_host_history *history)
{
  uint64_t place;
  if (!dxgmap_host_table_get(&dxgmap_host_histories.by_handle, handle, &place)) return false;
  *history = dxgmap_host_history_at(place)->stacks;
  return true;
}

void dxgmap_host_history_usage(dxgmap_host_usage *usage)
{
  usage->histories = dxgmap_host_histories.live;
  usage->released = dxgmap_host_histories.released;
}
/* dxgmap: end model/host/history.c */
/* dxgmap: begin model/host/inject.c sha256 80682ea1a58dbb5f4090f50218fd677dd4fc3868b5f59c8ae1e1444d98a34741 */
/* SPDX-License-Identifier: MIT */
/* Makes a chosen acquisition fail, so that a test can try every error path. */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
/* #include "host_private.h" */

#include <stdatomic.h>

static _Atomic uint64_t dxgmap_host_inject_count;
static _Atomic uint64_t dxgmap_host_inject_at;

void dxgmap_host_fail_at(uint64_t nth)
{
  atomic_store(&dxgmap_host_inject_count, 0);
  atomic_store(&dxgmap_host_inject_at, nth);
}

uint64_t dxgmap_host_acquisitions(void)
{
  return atomic_load(&dxgmap_host_inject_count);
}

bool dxgmap_host_acquire(void)
{
  return atomic_fetch_add(&dxgmap_host_inject_count, 1) + 1 != atomic_load(&dxgmap_host_inject_at);
}
/* dxgmap: end model/host/inject.c */
/* dxgmap: begin model/host/kernel.c sha256 55319508b642ee9a5d2d335c778e12d5c8a003717baee007fdd1269ec6429908 */
/* SPDX-License-Identifier: MIT */
/* Addresses of the kernel for a list of frames. */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
/* #include "host_private.h" */

/* The address of the process's own pages, if the frames stand for pages that lie side by side there; else NULL. */
static void *dxgmap_host_kernel_foreign(const uint64_t *frames, uint64_t count)
{
  uint64_t first = dxgmap_host_physical_foreign_page(frames[0]);
  for (uint64_t i = 0; i < count; i++) {
    if (first == 0 || dxgmap_host_physical_foreign_page(frames[i]) != first + i) return NULL;
  }
  return (void *)(uintptr_t)(first * DXGMAP_HOST_PAGE);
}

dxgmap_host_result dxgmap_host_kernel_map(const uint64_t *frames, uint64_t count, uint64_t owner, void **address)
{
  dxgmap_host_result result;
  void *foreign;
  uint64_t at;
  if (dxgmap_host_machine() == NULL) return DXGMAP_HOST_CLOSED;
  if (count == 0) return DXGMAP_HOST_BAD_ARGUMENT;
  foreign = dxgmap_host_kernel_foreign(frames, count);
  if (foreign != NULL) {
    *address = foreign;
    return DXGMAP_HOST_OK;
  }
  result = dxgmap_host_window_claim(DXGMAP_HOST_KERNEL_WINDOW, count, &at);
  if (result != DXGMAP_HOST_OK) return result;
  result = dxgmap_host_window_place_frames(DXGMAP_HOST_KERNEL_WINDOW, at, frames, count);
  if (result != DXGMAP_HOST_OK) {
    dxgmap_host_window_remove(DXGMAP_HOST_KERNEL_WINDOW, at, count);
    return result;
  }
  dxgmap_host_window_own(DXGMAP_HOST_KERNEL_WINDOW, at, count, owner);
  *address = (unsigned char *)dxgmap_host_window_base(DXGMAP_HOST_KERNEL_WINDOW) + at * DXGMAP_HOST_PAGE;
  return DXGMAP_HOST_OK;
}

void dxgmap_host_kernel_unmap(void *address, uint64_t pages)
{
  dxgmap_host_location where = dxgmap_host_locate(address);
  if (where.window == DXGMAP_HOST_KERNEL_WINDOW) dxgmap_host_window_remove(where.window, where.at, pages);
}
/* dxgmap: end model/host/kernel.c */
/* dxgmap: begin model/host/machine.c sha256 78f6032c2c181a7f7a262f66e18b286b4645ec1156819e76ba40492ebe8b58a1 */
/* SPDX-License-Identifier: MIT */
/* Opens and closes everything at once, and says how much of it is in use. */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
/* #include "host_private.h" */

#include <string.h>

static dxgmap_host_config dxgmap_host_machine_config;
static bool dxgmap_host_machine_open;

const dxgmap_host_config *dxgmap_host_machine(void)
{
  return dxgmap_host_machine_open ? &dxgmap_host_machine_config : NULL;
}

bool dxgmap_host_is_open(void)
{
  return dxgmap_host_machine_open;
}

dxgmap_host_result dxgmap_host_open(const dxgmap_host_config *config)
{
  dxgmap_host_result result;
  if (dxgmap_host_machine_open) return DXGMAP_HOST_CLOSED;
  if (!dxgmap_host_memory_open()) return DXGMAP_HOST_NO_MEMORY;
  result = dxgmap_host_physical_open(config);
  if (result != DXGMAP_HOST_OK) return result;
  result = dxgmap_host_window_open_as(DXGMAP_HOST_KERNEL_WINDOW, config->kernel_pages, config->quarantine);
  if (result == DXGMAP_HOST_OK) result = dxgmap_host_history_open(config->released_stacks);
  if (result != DXGMAP_HOST_OK) {
    dxgmap_host_windows_close();
    dxgmap_host_physical_close();
    return result;
  }
  dxgmap_host_random_seed(config->seed);
  dxgmap_host_ports_clear();
  dxgmap_host_machine_config = *config;
  dxgmap_host_machine_open = true;
  return DXGMAP_HOST_OK;
}

void dxgmap_host_close(void)
{
  if (!dxgmap_host_machine_open) return;
  dxgmap_host_faults_remove();
  dxgmap_host_windows_close();
  dxgmap_host_sections_close();
  dxgmap_host_devices_close();
  dxgmap_host_foreign_close();
  dxgmap_host_physical_close();
  dxgmap_host_history_close();
  dxgmap_host_machine_open = false;
}

dxgmap_host_usage dxgmap_host_usage_now(void)
{
  dxgmap_host_usage usage;
  memset(&usage, 0, sizeof usage);
  dxgmap_host_memory_usage(&usage);
  dxgmap_host_physical_usage(&usage);
  dxgmap_host_windows_usage(&usage);
  dxgmap_host_sections_usage(&usage);
  dxgmap_host_history_usage(&usage);
  usage.devices = dxgmap_host_devices_open();
  return usage;
}
/* dxgmap: end model/host/machine.c */
/* dxgmap: begin model/host/memory.c sha256 6875dc2ddfbee4065cdc406cfbf827e5f22fea4496fae174ea9e070fa8c69189 */
/* SPDX-License-Identifier: MIT */
/* Blocks, regions, sparse files and address ranges, all counted, and the budget of mappings. */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
/* #include "host_private.h" */

#include <fcntl.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#define DXGMAP_HOST_MAPS_USUAL ((uint64_t)65530) /* the kernel's default, if it does not say */

static _Atomic uint64_t dxgmap_host_memory_blocks, dxgmap_host_memory_bytes, dxgmap_host_memory_regions;
static _Atomic uint64_t dxgmap_host_memory_files, dxgmap_host_memory_maps;
static uint64_t dxgmap_host_memory_maps_most;

void *dxgmap_host_allocate(size_t bytes)
{
  void *block = bytes != 0 && dxgmap_host_acquire() ? calloc(1, bytes) : NULL;
  if (block != NULL) {
    dxgmap_host_memory_blocks++;
    dxgmap_host_memory_bytes += bytes;
  }
  return block;
}

void dxgmap_host_free(void *block, size_t bytes)
{
  if (block != NULL) {
    free(block);
    dxgmap_host_memory_blocks--;
    dxgmap_host_memory_bytes -= bytes;
  }
}

static void *dxgmap_host_memory_map(size_t bytes, int protection, int flags, int file)
{
  void *base = bytes != 0 && dxgmap_host_acquire() ? mmap(NULL, bytes, protection, flags, file, 0) : MAP_FAILED;
  if (base == MAP_FAILED) {
    return NULL;
  }
  dxgmap_host_memory_regions++;
  /* Sparse, often huge, and of no use in a core file; where the advice is refused nothing is lost. */
  (void)madvise(base, bytes, MADV_DONTDUMP);
  return base;
}

void *dxgmap_host_reserve(size_t bytes)
{
  return dxgmap_host_memory_map(bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1);
}

void dxgmap_host_unreserve(void *region, size_t bytes)
{
  if (region != NULL) {
    (void)munmap(region, bytes);
    dxgmap_host_memory_regions--;
  }
}

void *dxgmap_host_void_open(uint64_t pages)
{
  return dxgmap_host_memory_map((size_t)(pages * DXGMAP_HOST_PAGE), PROT_NONE,
                                MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1);
}

void dxgmap_host_void_close(void *base, uint64_t pages)
{
  dxgmap_host_unreserve(base, (size_t)(pages * DXGMAP_HOST_PAGE));
}

void *dxgmap_host_file_map(int file, uint64_t pages)
{
  return dxgmap_host_memory_map((size_t)(pages * DXGMAP_HOST_PAGE), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_NORESERVE,
                                file);
}

void dxgmap_host_file_unmap(void *base, uint64_t pages)
{
  dxgmap_host_unreserve(base, (size_t)(pages * DXGMAP_HOST_PAGE));
}

int dxgmap_host_file_open(const char *name, uint64_t pages)
{
  int file = dxgmap_host_acquire() ? memfd_create(name, MFD_CLOEXEC) : -1;
  if (file >= 0 && ftruncate(file, (off_t)(pages * DXGMAP_HOST_PAGE)) != 0) {
    (void)close(file);
    file = -1;
  }
  if (file >= 0) {
    dxgmap_host_memory_files++;
  }
  return file;
}

void dxgmap_host_file_close(int file)
{
  (void)close(file);
  dxgmap_host_memory_files--;
}

void dxgmap_host_file_punch(int file, uint64_t page, uint64_t pages)
{
  (void)fallocate(file, FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE, (off_t)(page * DXGMAP_HOST_PAGE),
                  (off_t)(pages * DXGMAP_HOST_PAGE));
}

bool dxgmap_host_memory_open(void)
{
  unsigned long most = 0;
  FILE *limit;
  if (!dxgmap_host_acquire()) {
    return false;
  }
  limit = fopen("/proc/sys/vm/max_map_count", "re");
  if (limit != NULL) {
    if (fscanf(limit, "%lu", &most) != 1) {
      most = 0;
    }
    (void)fclose(limit);
  }
  dxgmap_host_memory_maps_most = (most != 0 ? most : DXGMAP_HOST_MAPS_USUAL) / 4 * 3;
  return true;
}

bool dxgmap_host_maps_take(uint64_t maps, bool must)
{
  uint64_t taken = dxgmap_host_memory_maps, most = dxgmap_host_memory_maps_most;
  if (!must && (taken > most || maps > most - taken)) {
    return false;
  }
  dxgmap_host_memory_maps += maps;
  return true;
}

void dxgmap_host_maps_give(uint64_t maps)
{
  dxgmap_host_memory_maps -= maps;
}

void dxgmap_host_memory_usage(dxgmap_host_usage *usage)
{
  usage->blocks = dxgmap_host_memory_blocks;
  usage->bytes = dxgmap_host_memory_bytes;
  usage->regions = dxgmap_host_memory_regions;
  usage->descriptors = dxgmap_host_memory_files;
  usage->maps = dxgmap_host_memory_maps;
}
/* dxgmap: end model/host/memory.c */
/* dxgmap: begin model/host/physical.c sha256 369cc0bc4c38e4f01bc90803cb84862af4863759ef3df1bcc7117453bbf41dca */
/* SPDX-License-Identifier: MIT */
/* Physical memory: one sparse file, and a record for each page number. A frame that is released is filled with
   poison; only the last few thousand of them keep it, the older give their memory back to the process. */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
/* #include "host_private.h" */

#include <string.h>

#define DXGMAP_HOST_POISON 0xDB
#define DXGMAP_HOST_POISONED_MAX ((uint64_t)4096)

typedef struct dxgmap_host_physical_record {
  uint64_t holds;
  uint64_t foreign_page; /* page of the process that the frame stands for, 0 if it is memory */
  uint32_t spare;        /* place in the list of spare frames, plus one; 0 if it is not there */
  uint32_t poisoned;     /* place in the ring of poisoned frames, plus one; 0 if it is all zero */
} dxgmap_host_physical_record;

static struct {
  uint64_t pages, spares, poisoned_next;
  uint64_t frames, foreign_frames, holds;
  int file;
  unsigned char *bytes;
  dxgmap_host_physical_record *record;
  uint64_t *taken;    /* one bit a frame: held, or under device memory */
  uint32_t *spare;    /* frames that were released and are free; the rest of the free ones was never used */
  uint32_t *poisoned; /* ring */
} dxgmap_host_physical = {.file = -1};

static size_t dxgmap_host_physical_bits_size(void)
{
  return (size_t)(dxgmap_host_physical.pages / 64 + 1) * 8;
}

static size_t dxgmap_host_physical_records_size(void)
{
  return (size_t)dxgmap_host_physical.pages * sizeof(dxgmap_host_physical_record);
}

static size_t dxgmap_host_physical_spare_size(void)
{
  return (size_t)dxgmap_host_physical.pages * sizeof(uint32_t);
}

static size_t dxgmap_host_physical_ring_size(void)
{
  return (size_t)DXGMAP_HOST_POISONED_MAX * sizeof(uint32_t);
}

dxgmap_host_result dxgmap_host_physical_open(const dxgmap_host_config *config)
{
  if (config->pages == 0 || config->pages > DXGMAP_HOST_FRAMES_MAX) {
    return DXGMAP_HOST_BAD_ARGUMENT;
  }
  dxgmap_host_physical.pages = config->pages;
  dxgmap_host_physical.file = dxgmap_host_file_open("dxgmap-physical", config->pages);
  if (dxgmap_host_physical.file >= 0) {
    dxgmap_host_physical.bytes = dxgmap_host_file_map(dxgmap_host_physical.file, config->pages);
  }
  dxgmap_host_physical.record = dxgmap_host_reserve(dxgmap_host_physical_records_size());
  dxgmap_host_physical.taken = dxgmap_host_reserve(dxgmap_host_physical_bits_size());
  dxgmap_host_physical.spare = dxgmap_host_reserve(dxgmap_host_physical_spare_size());
  dxgmap_host_physical.poisoned = dxgmap_host_reserve(dxgmap_host_physical_ring_size());
  if (dxgmap_host_physical.bytes == NULL || dxgmap_host_physical.record == NULL || dxgmap_host_physical.taken == NULL ||
      dxgmap_host_physical.spare == NULL || dxgmap_host_physical.poisoned == NULL) {
    dxgmap_host_physical_close();
    return DXGMAP_HOST_NO_MEMORY;
  }
  return DXGMAP_HOST_OK;
}

void dxgmap_host_physical_close(void)
{
  dxgmap_host_unreserve(dxgmap_host_physical.poisoned, dxgmap_host_physical_ring_size());
  dxgmap_host_unreserve(dxgmap_host_physical.spare, dxgmap_host_physical_spare_size());
  dxgmap_host_unreserve(dxgmap_host_physical.taken, dxgmap_host_physical_bits_size());
  dxgmap_host_unreserve(dxgmap_host_physical.record, dxgmap_host_physical_records_size());
  dxgmap_host_file_unmap(dxgmap_host_physical.bytes, dxgmap_host_physical.pages);
  if (dxgmap_host_physical.file >= 0) {
    dxgmap_host_file_close(dxgmap_host_physical.file);
  }
  memset(&dxgmap_host_physical, 0, sizeof dxgmap_host_physical);
  dxgmap_host_physical.file = -1;
}

int dxgmap_host_physical_file(void)
{
  return dxgmap_host_physical.file;
}

void *dxgmap_host_physical_at(uint64_t frame)
{
  return dxgmap_host_physical.bytes + frame * DXGMAP_HOST_PAGE;
}

const uint64_t *dxgmap_host_physical_taken(void)
{
  return dxgmap_host_physical.taken;
}

uint64_t dxgmap_host_physical_spare(void)
{
  return dxgmap_host_physical.spares;
}

uint64_t dxgmap_host_physical_spare_at(uint64_t index)
{
  return dxgmap_host_physical.spare[index];
}

/* ---- Spare frames ---- */

static void dxgmap_host_physical_spare_add(uint64_t frame)
{
  dxgmap_host_physical.spare[dxgmap_host_physical.spares] = (uint32_t)frame;
  dxgmap_host_physical.spares++;
  dxgmap_host_physical.record[frame].spare = (uint32_t)dxgmap_host_physical.spares;
}

static void dxgmap_host_physical_spare_remove(uint64_t frame)
{
  uint32_t place = dxgmap_host_physical.record[frame].spare;
  if (place != 0) {
    uint32_t last = dxgmap_host_physical.spare[dxgmap_host_physical.spares - 1];
    dxgmap_host_physical.spare[place - 1] = last;
    dxgmap_host_physical.record[last].spare = place;
    dxgmap_host_physical.record[frame].spare = 0;
    dxgmap_host_physical.spares--;
  }
}

/* ---- Poison ---- */

static void dxgmap_host_physical_poison(uint64_t frame)
{
  uint64_t place = dxgmap_host_physical.poisoned_next;
  uint32_t *oldest = &dxgmap_host_physical.poisoned[place];
  dxgmap_host_physical.poisoned_next = (place + 1) % DXGMAP_HOST_POISONED_MAX;
  if (dxgmap_host_physical.record[*oldest].poisoned == place + 1) {
    dxgmap_host_physical.record[*oldest].poisoned = 0;
    dxgmap_host_file_punch(dxgmap_host_physical.file, *oldest, 1);
  }
  *oldest = (uint32_t)frame;
  dxgmap_host_physical.record[frame].poisoned = (uint32_t)place + 1;
  memset(dxgmap_host_physical_at(frame), DXGMAP_HOST_POISON, (size_t)DXGMAP_HOST_PAGE);
}

static void dxgmap_host_physical_clean(uint64_t frame)
{
  if (dxgmap_host_physical.record[frame].poisoned != 0) {
    dxgmap_host_physical.record[frame].poisoned = 0;
    memset(dxgmap_host_physical_at(frame), 0, (size_t)DXGMAP_HOST_PAGE);
  }
}

/* ---- Taking, holding and dropping ---- */

void dxgmap_host_physical_take(uint64_t frame, uint64_t foreign_page)
{
  dxgmap_host_bits_set(dxgmap_host_physical.taken, frame, 1, true);
  dxgmap_host_physical_spare_remove(frame);
  dxgmap_host_physical.record[frame].foreign_page = foreign_page;
  if (foreign_page != 0) {
    dxgmap_host_physical.foreign_frames++;
  } else {
    dxgmap_host_physical_clean(frame);
    dxgmap_host_physical.frames++;
  }
  dxgmap_host_physical_hold(frame);
}

void dxgmap_host_physical_hold(uint64_t frame)
{
  dxgmap_host_physical.record[frame].holds++;
  dxgmap_host_physical.holds++;
}

static void dxgmap_host_physical_release(uint64_t frame)
{
  dxgmap_host_physical_record *record = &dxgmap_host_physical.record[frame];
  dxgmap_host_bits_set(dxgmap_host_physical.taken, frame, 1, false);
  dxgmap_host_physical_spare_add(frame);
  if (record->foreign_page != 0) {
    dxgmap_host_foreign_forget(record->foreign_page);
    record->foreign_page = 0;
    dxgmap_host_physical.foreign_frames--;
  } else {
    dxgmap_host_physical_poison(frame);
    dxgmap_host_physical.frames--;
  }
}

static bool dxgmap_host_physical_held(uint64_t frame)
{
  return frame < dxgmap_host_physical.pages && dxgmap_host_bit(dxgmap_host_physical.taken, frame) &&
         dxgmap_host_physical.record[frame].holds != 0;
}

void dxgmap_host_frames_hold(const uint64_t *frames, uint64_t count)
{
  for (uint64_t i = 0; i < count; i++) {
    if (dxgmap_host_physical_held(frames[i])) {
      dxgmap_host_physical_hold(frames[i]);
    }
  }
}

void dxgmap_host_frames_drop(const uint64_t *frames, uint64_t count)
{
  for (uint64_t i = 0; i < count; i++) {
    if (dxgmap_host_physical_held(frames[i])) {
      dxgmap_host_physical.holds--;
      dxgmap_host_physical.record[frames[i]].holds--;
      if (dxgmap_host_physical.record[frames[i]].holds == 0) {
        dxgmap_host_physical_release(frames[i]);
      }
    }
  }
}

/* ---- What a frame is ---- */

uint64_t dxgmap_host_frame_holds(uint64_t frame)
{
  return dxgmap_host_physical_held(frame) ? dxgmap_host_physical.record[frame].holds : 0;
}

uint64_t dxgmap_host_physical_foreign_page(uint64_t frame)
{
  return dxgmap_host_physical_held(frame) ? dxgmap_host_physical.record[frame].foreign_page : 0;
}

dxgmap_host_frame_kind dxgmap_host_frame_kind_of(uint64_t frame)
{
  dxgmap_host_device_page page;
  if (dxgmap_host_physical_held(frame)) {
    return dxgmap_host_physical.record[frame].foreign_page != 0 ? DXGMAP_HOST_FRAME_FOREIGN : DXGMAP_HOST_FRAME_MEMORY;
  }
  return dxgmap_host_device_find(frame, &page) ? DXGMAP_HOST_FRAME_DEVICE : DXGMAP_HOST_FRAME_NONE;
}

static dxgmap_host_result dxgmap_host_physical_copy(uint64_t frame, uint64_t offset, void *bytes, uint64_t length,
                                                    bool write)
{
  uint64_t foreign = dxgmap_host_physical_foreign_page(frame);
  dxgmap_host_device_page device;
  unsigned char *page;
  if (offset > DXGMAP_HOST_PAGE || length > DXGMAP_HOST_PAGE - offset) return DXGMAP_HOST_BAD_ARGUMENT;
  if (foreign != 0) return dxgmap_host_foreign_copy(foreign, offset, bytes, length, write);
  if (dxgmap_host_physical_held(frame)) {
    page = dxgmap_host_physical_at(frame);
  } else if (dxgmap_host_device_find(frame, &device)) {
    page = device.bytes;
  } else {
    return DXGMAP_HOST_NOT_PRESENT;
  }
  memcpy(write ? page + offset : bytes, write ? bytes : page + offset, (size_t)length);
  return DXGMAP_HOST_OK;
}

dxgmap_host_result dxgmap_host_frame_read(uint64_t frame, uint64_t offset, void *to, uint64_t length)
{
  return dxgmap_host_physical_copy(frame, offset, to, length, false);
}

dxgmap_host_result dxgmap_host_frame_write(uint64_t frame, uint64_t offset, const void *from, uint64_t length)
{
  /* The copy reads `from` alone when it writes to the frame. */
  return dxgmap_host_physical_copy(frame, offset, (void *)(uintptr_t)from, length, true);
}

/* ---- Page numbers under device memory ---- */

bool dxgmap_host_physical_block(uint64_t first, uint64_t end)
{
  uint64_t last = end < dxgmap_host_physical.pages ? end : dxgmap_host_physical.pages;
  if (first >= last) {
    return true;
  }
  if (dxgmap_host_bits_find(dxgmap_host_physical.taken, first, last, true) != last) {
    return false;
  }
  for (uint64_t frame = first; frame < last && dxgmap_host_physical.spares != 0; frame++) {
    dxgmap_host_physical_spare_remove(frame);
  }
  dxgmap_host_bits_set(dxgmap_host_physical.taken, first, last - first, true);
  return true;
}

void dxgmap_host_physical_unblock(uint64_t first, uint64_t end)
{
  uint64_t last = end < dxgmap_host_physical.pages ? end : dxgmap_host_physical.pages;
  if (first < last) {
    dxgmap_host_bits_set(dxgmap_host_physical.taken, first, last - first, false);
  }
}

void dxgmap_host_physical_usage(dxgmap_host_usage *usage)
{
  usage->frames = dxgmap_host_physical.frames;
  usage->foreign_frames = dxgmap_host_physical.foreign_frames;
  usage->holds = dxgmap_host_physical.holds;
}
/* dxgmap: end model/host/physical.c */
/* dxgmap: begin model/host/place.c sha256 19ceccdaf5b6b0f53e6ee2b8a7b5f06b9539d32c59dd984571992648903feb7c */
/* SPDX-License-Identifier: MIT */
/* Which place of a window a view gets, and how long a released place waits before it is used again. */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
/* #include "host_private.h" */

#define DXGMAP_HOST_PLACE_TRIES 64
#define DXGMAP_HOST_PLACE_RING ((uint64_t)65536) /* released places remembered; beyond, the oldest wait no longer */

size_t dxgmap_host_place_ring_size(void)
{
  return (size_t)DXGMAP_HOST_PLACE_RING * sizeof(dxgmap_host_released);
}

static void dxgmap_host_place_set(dxgmap_host_window *w, uint64_t at, uint64_t pages, uint8_t state)
{
  for (uint64_t i = at; i < at + pages; i++) {
    __atomic_store_n(&w->state[i], state, __ATOMIC_RELAXED);
  }
}

/* ---- Quarantine ---- */

static dxgmap_host_released dxgmap_host_place_end_wait(dxgmap_host_window *w)
{
  dxgmap_host_released oldest = w->ring[w->ring_first];
  w->ring_first = (w->ring_first + 1) % DXGMAP_HOST_PLACE_RING;
  w->ring_count--;
  w->waiting -= oldest.pages;
  dxgmap_host_place_set(w, oldest.at, oldest.pages, DXGMAP_HOST_PAGE_FREE);
  return oldest;
}

static void dxgmap_host_place_wait(dxgmap_host_window *w, uint64_t at, uint64_t pages)
{
  if (w->ring_count == DXGMAP_HOST_PLACE_RING) {
    (void)dxgmap_host_place_end_wait(w);
  }
  w->ring[(w->ring_first + w->ring_count) % DXGMAP_HOST_PLACE_RING] = (dxgmap_host_released){at, pages};
  w->ring_count++;
  w->waiting += pages;
  dxgmap_host_place_set(w, at, pages, DXGMAP_HOST_PAGE_WAITS);
  while (w->ring_count != 0 && w->waiting - w->ring[w->ring_first].pages >= w->quarantine) {
    (void)dxgmap_host_place_end_wait(w);
  }
}

void dxgmap_host_place_release(dxgmap_host_window *w, uint64_t at, uint64_t pages)
{
  w->claimed -= pages;
  if (w->owner[at] != 0) {
    dxgmap_host_place_wait(w, at, pages);
  } else {
    dxgmap_host_place_set(w, at, pages, DXGMAP_HOST_PAGE_FREE);
  }
}

/* ---- Search ---- */

/* The first free run of `pages` pages in [first, end); end if there is none. */
static uint64_t dxgmap_host_place_first(const dxgmap_host_window *w, uint64_t first, uint64_t end, uint64_t pages)
{
  uint64_t run = 0;
  for (uint64_t at = first; at < end; at++) {
    run = w->state[at] == DXGMAP_HOST_PAGE_FREE ? run + 1 : 0;
    if (run == pages) return at + 1 - pages;
  }
  return end;
}

static bool dxgmap_host_place_guess(const dxgmap_host_window *w, uint64_t pages, uint64_t *at)
{
  for (int i = 0; i < DXGMAP_HOST_PLACE_TRIES; i++) {
    uint64_t guess = dxgmap_host_random_below(w->pages - pages + 1);
    if (dxgmap_host_place_first(w, guess, guess + pages, pages) == guess) {
      *at = guess;
      return true;
    }
  }
  return false;
}

static bool dxgmap_host_place_search(const dxgmap_host_window *w, uint64_t pages, uint64_t *at)
{
  uint64_t from = dxgmap_host_random_below(w->pages - pages + 1);
  uint64_t found = dxgmap_host_place_first(w, from, w->pages, pages);
  if (found == w->pages) {
    found = dxgmap_host_place_first(w, 0, w->pages, pages);
  }
  *at = found;
  return found != w->pages;
}

/* Ends the waiting of the oldest until a run around one of them is long enough. */
static bool dxgmap_host_place_scavenge(dxgmap_host_window *w, uint64_t pages, uint64_t *at)
{
  while (w->ring_count != 0) {
    dxgmap_host_released freed = dxgmap_host_place_end_wait(w);
    uint64_t from = freed.at > pages ? freed.at - pages : 0;
    uint64_t end = w->pages - freed.at - freed.pages > pages ? freed.at + freed.pages + pages : w->pages;
    *at = dxgmap_host_place_first(w, from, end, pages);
    if (*at != end) return true;
  }
  return false;
}

bool dxgmap_host_place_find(dxgmap_host_window *w, uint64_t pages, uint64_t *at)
{
  if (pages > w->pages) return false;
  if (!dxgmap_host_place_guess(w, pages, at) && !dxgmap_host_place_search(w, pages, at) &&
      !dxgmap_host_place_scavenge(w, pages, at)) {
    return false;
  }
  dxgmap_host_place_set(w, *at, pages, DXGMAP_HOST_PAGE_LIVE);
  w->claimed += pages;
  return true;
}
/* dxgmap: end model/host/place.c */
/* dxgmap: begin model/host/ports.c sha256 04aa3dc06ca8ac5fb73446a5adca1aa7ff7c64f5af410be5372066c8a6cdb266 */
/* SPDX-License-Identifier: MIT */
/* The I/O ports of the machine: bytes that remember what was written. */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
/* #include "host_private.h" */

#include <string.h>

static uint8_t dxgmap_host_ports[DXGMAP_HOST_PORTS];

void dxgmap_host_ports_clear(void)
{
  memset(dxgmap_host_ports, 0, sizeof dxgmap_host_ports);
}

static bool dxgmap_host_ports_exist(uint32_t port, uint32_t width)
{
  return dxgmap_host_machine() != NULL && (width == 1 || width == 2 || width == 4) && port <= DXGMAP_HOST_PORTS - width;
}

bool dxgmap_host_port_read(uint32_t port, uint32_t width, uint32_t *value)
{
  uint32_t bytes = 0;
  if (!dxgmap_host_ports_exist(port, width)) return false;
  for (uint32_t i = 0; i < width; i++) {
    bytes |= (uint32_t)dxgmap_host_ports[port + i] << (8 * i);
  }
  *value = bytes;
  return true;
}

bool dxgmap_host_port_write(uint32_t port, uint32_t width, uint32_t value)
{
  if (!dxgmap_host_ports_exist(port, width)) return false;
  for (uint32_t i = 0; i < width; i++) {
    dxgmap_host_ports[port + i] = (uint8_t)(value >> (8 * i));
  }
  return true;
}
/* dxgmap: end model/host/ports.c */
/* dxgmap: begin model/host/random.c sha256 37ae0913e46afbb6d11385b8c294162051c3dcb25283ce71bd0ead33dfc9c7a2 */
/* SPDX-License-Identifier: MIT */
/* Pseudo-random choices that a seed repeats: the splitmix64 sequence. */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
/* #include "host_private.h" */

static uint64_t dxgmap_host_random_state;

void dxgmap_host_random_seed(uint64_t seed)
{
  dxgmap_host_random_state = seed;
}

uint64_t dxgmap_host_random_below(uint64_t bound)
{
  uint64_t x;
  if (bound == 0) {
    return 0;
  }
  dxgmap_host_random_state += UINT64_C(0x9e3779b97f4a7c15);
  x = dxgmap_host_random_state;
  x = (x ^ (x >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
  x = (x ^ (x >> 27)) * UINT64_C(0x94d049bb133111eb);
  return (x ^ (x >> 31)) % bound;
}
/* dxgmap: end model/host/random.c */
/* dxgmap: begin model/host/readers.c sha256 71b022d41f358280a800d6a7c0c211055343ccd1f477be5433940e8c6cf160ee */
/* SPDX-License-Identifier: MIT */
/* Read sections. */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
/* #include "readers.h" */
/* dxgmap: begin model/host/readers.h sha256 1076b413e0c0846d355eaca59a5be4beff49db1cd7ad5559f5d5f9522d11ef65 */
/* SPDX-License-Identifier: MIT */
/*
 * Read sections: how a thread that looks a page up without a lock keeps it until it has copied.
 *
 * A reader holds a section around lookup and copy. Whoever unmaps a page calls dxgmap_host_readers_wait before the page
 * goes back to its owner: it returns when no section is open that began before the call. Why that is enough, and
 * which order of memory it takes, is in spec/protocol.md (R-SECTION).
 *
 * Memory of zeros has no readers. A reader is a number that one thread uses at a time, and its sections do not nest. One
 * thread at a time waits, and none does inside a section of its own: it would wait for itself.
 */
#ifndef DXGMAP_HOST_READERS_H
#define DXGMAP_HOST_READERS_H

/* #include "host.h" */

#define DXGMAP_HOST_READERS 64u /* at a time */

/* Each on a cache line of its own: a reader writes it at both ends of a section. */
typedef struct dxgmap_host_reader {
  _Alignas(64) uint64_t section; /* 0, or 1 more than the epoch in which the section began that is open */
  uint32_t taken;
} dxgmap_host_reader;

typedef struct dxgmap_host_readers {
  uint64_t epoch; /* calls of wait */
  dxgmap_host_reader reader[DXGMAP_HOST_READERS];
} dxgmap_host_readers;

/* A number for a new reader; DXGMAP_HOST_NO_ROOM when all are taken. */
DXGMAP_HOST_API dxgmap_host_result dxgmap_host_readers_join(dxgmap_host_readers *readers, uint32_t *reader);

/* Gives the number back, outside a section. */
DXGMAP_HOST_API void dxgmap_host_readers_quit(dxgmap_host_readers *readers, uint32_t reader);

DXGMAP_HOST_API void dxgmap_host_readers_enter(dxgmap_host_readers *readers, uint32_t reader);
DXGMAP_HOST_API void dxgmap_host_readers_leave(dxgmap_host_readers *readers, uint32_t reader);

/* Returns when each section that began before the call has been left. */
DXGMAP_HOST_API void dxgmap_host_readers_wait(dxgmap_host_readers *readers);

#endif
/* dxgmap: end model/host/readers.h */

#include <sched.h>

dxgmap_host_result dxgmap_host_readers_join(dxgmap_host_readers *readers, uint32_t *reader)
{
  for (uint32_t i = 0; i < DXGMAP_HOST_READERS; i++) {
    if (__atomic_exchange_n(&readers->reader[i].taken, 1u, __ATOMIC_ACQUIRE) == 0u) {
      *reader = i;
      return DXGMAP_HOST_OK;
    }
  }
  return DXGMAP_HOST_NO_ROOM;
}

void dxgmap_host_readers_quit(dxgmap_host_readers *readers, uint32_t reader)
{
  __atomic_store_n(&readers->reader[reader].taken, 0u, __ATOMIC_RELEASE);
}

void dxgmap_host_readers_enter(dxgmap_host_readers *readers, uint32_t reader)
{
  uint64_t epoch = __atomic_load_n(&readers->epoch, __ATOMIC_RELAXED);

  /* A release, because wait may find this section in place of the end of the one before it. */
  __atomic_store_n(&readers->reader[reader].section, epoch + 1u, __ATOMIC_RELEASE);
  /* The section is seen open before anything is looked up in it: the other fence is that of wait. */
  __atomic_thread_fence(__ATOMIC_SEQ_CST);
}

void dxgmap_host_readers_leave(dxgmap_host_readers *readers, uint32_t reader)
{
  __atomic_store_n(&readers->reader[reader].section, 0u, __ATOMIC_RELEASE);
}

void dxgmap_host_readers_wait(dxgmap_host_readers *readers)
{
  uint64_t epoch = __atomic_load_n(&readers->epoch, __ATOMIC_RELAXED) + 1u;

  /* What was unmapped is seen unmapped by every section that is not seen open below, and by those of the new epoch. */
  __atomic_thread_fence(__ATOMIC_SEQ_CST);
  __atomic_store_n(&readers->epoch, epoch, __ATOMIC_RELAXED);
  for (uint32_t i = 0; i < DXGMAP_HOST_READERS; i++) {
    uint64_t section = __atomic_load_n(&readers->reader[i].section, __ATOMIC_ACQUIRE);

    while (section != 0u && section != epoch + 1u) {
      (void)sched_yield();
      section = __atomic_load_n(&readers->reader[i].section, __ATOMIC_ACQUIRE);
    }
  }
}
/* dxgmap: end model/host/readers.c */
/* dxgmap: begin model/host/scatter.c sha256 095b7c57d3d1a75fbef44587b93fbbc92381c63db63390c5ecaaebaaea3d6dbe */
/* SPDX-License-Identifier: MIT */
/* Which frames an allocation gets. A driver that takes the pages of a list for neighbours, or expects the frames of
   last time, must not get away with it. */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
/* #include "host_private.h" */

#define DXGMAP_HOST_SCATTER_RUNS ((uint64_t)8192) /* scattered runs of one allocation, about */
#define DXGMAP_HOST_SCATTER_TRIES 64
#define DXGMAP_HOST_SCATTER_REUSE ((uint64_t)4096) /* spare frames that wait before they are used again */

/* A guess: a spare frame once enough of them wait (so that the memory touched stays bounded), else any. */
static uint64_t dxgmap_host_scatter_guess(uint64_t first, uint64_t end)
{
  uint64_t spares = dxgmap_host_physical_spare();
  if (spares > DXGMAP_HOST_SCATTER_REUSE) {
    return dxgmap_host_physical_spare_at(dxgmap_host_random_below(spares));
  }
  return first + dxgmap_host_random_below(end - first);
}

uint64_t dxgmap_host_scatter_one(uint64_t first, uint64_t end)
{
  const uint64_t *taken = dxgmap_host_physical_taken();
  uint64_t from, found;
  if (first >= end) {
    return end;
  }
  for (int i = 0; i < DXGMAP_HOST_SCATTER_TRIES; i++) {
    uint64_t frame = dxgmap_host_scatter_guess(first, end);
    if (frame >= first && frame < end && !dxgmap_host_bit(taken, frame)) {
      return frame;
    }
  }
  from = first + dxgmap_host_random_below(end - first);
  found = dxgmap_host_bits_find(taken, from, end, false);
  if (found == end) {
    found = dxgmap_host_bits_find(taken, first, from, false);
    found = found == from ? end : found;
  }
  return found;
}

uint64_t dxgmap_host_scatter_low(void)
{
  uint64_t reserved = dxgmap_host_machine()->low_reserved;
  return reserved != 0 ? reserved : 1;
}

/* The range of frames that may be given out of [first, last]: [*first, the result). */
static uint64_t dxgmap_host_scatter_range(uint64_t *first, uint64_t last)
{
  uint64_t low = dxgmap_host_scatter_low(), pages = dxgmap_host_machine()->pages;
  *first = *first > low ? *first : low;
  return last < pages ? last + 1 : pages;
}

static void dxgmap_host_scatter_take(uint64_t base, uint64_t count, uint64_t *frames)
{
  for (uint64_t i = 0; i < count; i++) {
    dxgmap_host_physical_take(base + i, 0);
    frames[i] = base + i;
  }
}

/* ---- Runs ---- */

/* The first free run of `count` frames in [first, end) that crosses no multiple of boundary; end if none. */
static uint64_t dxgmap_host_scatter_run_from(uint64_t first, uint64_t end, uint64_t boundary, uint64_t count)
{
  const uint64_t *taken = dxgmap_host_physical_taken();
  uint64_t base = first;
  while (base < end && count <= end - base) {
    uint64_t used = dxgmap_host_bits_find(taken, base, base + count, true);
    if (used != base + count) {
      base = dxgmap_host_bits_find(taken, used, end, false);
    } else if (boundary != 0 && base / boundary != (base + count - 1) / boundary) {
      base = (base / boundary + 1) * boundary;
    } else {
      return base;
    }
  }
  return end;
}

static uint64_t dxgmap_host_scatter_run(uint64_t first, uint64_t end, uint64_t boundary, uint64_t count)
{
  uint64_t from, base;
  if (first >= end || count > end - first || (boundary != 0 && count > boundary)) {
    return end;
  }
  from = first + dxgmap_host_random_below(end - first - count + 1);
  base = dxgmap_host_scatter_run_from(from, end, boundary, count);
  if (base == end) {
    uint64_t stop = from + count < end ? from + count : end;
    base = dxgmap_host_scatter_run_from(first, stop, boundary, count);
    base = base == stop ? end : base;
  }
  return base;
}

dxgmap_host_result dxgmap_host_frames_allocate_run(uint64_t first, uint64_t last, uint64_t boundary, uint64_t count,
                                                   uint64_t *base)
{
  uint64_t end, found;
  if (dxgmap_host_machine() == NULL) {
    return DXGMAP_HOST_CLOSED;
  }
  if (count == 0 || (boundary & (boundary - 1)) != 0) {
    return DXGMAP_HOST_BAD_ARGUMENT;
  }
  if (!dxgmap_host_acquire()) {
    return DXGMAP_HOST_NO_MEMORY;
  }
  end = dxgmap_host_scatter_range(&first, last);
  found = dxgmap_host_scatter_run(first, end, boundary, count);
  if (found >= end) {
    return DXGMAP_HOST_NO_FRAMES;
  }
  for (uint64_t i = 0; i < count; i++) {
    dxgmap_host_physical_take(found + i, 0);
  }
  *base = found;
  return DXGMAP_HOST_OK;
}

/* ---- Scattered frames ---- */

/* Short runs, for as much of a large allocation as they are found. */
static uint64_t dxgmap_host_scatter_runs(uint64_t first, uint64_t end, uint64_t count, uint64_t *frames)
{
  uint64_t length = count / DXGMAP_HOST_SCATTER_RUNS, got = 0;
  while (length > 1 && got + length <= count) {
    uint64_t base = dxgmap_host_scatter_run(first, end, 0, length);
    if (base >= end) {
      break;
    }
    dxgmap_host_scatter_take(base, length, frames + got);
    got += length;
  }
  return got;
}

static void dxgmap_host_scatter_swap(uint64_t *frames, uint64_t a, uint64_t b)
{
  uint64_t frame = frames[a];
  frames[a] = frames[b];
  frames[b] = frame;
}

/* Shuffles, then parts neighbours: swapping the two of an ascending pair makes no new ascending pair, because the
   frames that could make one are these two. */
static void dxgmap_host_scatter_shuffle(uint64_t *frames, uint64_t count)
{
  for (uint64_t i = count; i > 1; i--) {
    dxgmap_host_scatter_swap(frames, i - 1, dxgmap_host_random_below(i));
  }
  for (uint64_t i = 1; i < count; i++) {
    if (frames[i] == frames[i - 1] + 1) {
      dxgmap_host_scatter_swap(frames, i - 1, i);
    }
  }
}

dxgmap_host_result dxgmap_host_frames_allocate(uint64_t first, uint64_t last, uint64_t count, uint64_t *frames)
{
  uint64_t end, runs, got;
  if (dxgmap_host_machine() == NULL) {
    return DXGMAP_HOST_CLOSED;
  }
  if (count == 0) {
    return DXGMAP_HOST_BAD_ARGUMENT;
  }
  if (!dxgmap_host_acquire()) {
    return DXGMAP_HOST_NO_MEMORY;
  }
  end = dxgmap_host_scatter_range(&first, last);
  if (first >= end || count > end - first) {
    return DXGMAP_HOST_NO_FRAMES;
  }
  runs = got = dxgmap_host_scatter_runs(first, end, count, frames);
  while (got < count) {
    uint64_t frame = dxgmap_host_scatter_one(first, end);
    if (frame == end) {
      dxgmap_host_frames_drop(frames, got);
      return DXGMAP_HOST_NO_FRAMES;
    }
    dxgmap_host_scatter_take(frame, 1, frames + got);
    got++;
  }
  dxgmap_host_scatter_shuffle(frames + runs, count - runs);
  return DXGMAP_HOST_OK;
}
/* dxgmap: end model/host/scatter.c */
/* dxgmap: begin model/host/section.c sha256 8ae2b3e6d01a68a3c24ca9ae31e6a96592317ae7cb34fec142824fae07aa0c70 */
/* SPDX-License-Identifier: MIT */
/* Save sections: memory that lies in a file of its own, or, for as long as a prefix of it is pinned, in frames. */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
/* #include "host_private.h" */

#include <string.h>
#include <unistd.h>

#define DXGMAP_HOST_SECTION_VIEWS ((uint64_t)1 << 20) /* of one section */

typedef struct dxgmap_host_section_view {
  uint32_t window;
  uint64_t at, first, count; /* page in the window, page in the section, pages */
} dxgmap_host_section_view;

typedef struct dxgmap_host_section {
  uint64_t pages; /* 0 if there is no such section */
  int file;
  uint64_t *frames; /* of the pinned prefix */
  uint64_t pinned;  /* pages */
  dxgmap_host_section_view *view;
  uint64_t views;
} dxgmap_host_section;

static dxgmap_host_section dxgmap_host_section_table[DXGMAP_HOST_SECTIONS + 1]; /* by id; 0 is nobody's */

static dxgmap_host_section *dxgmap_host_section_of(uint32_t section)
{
  return section <= DXGMAP_HOST_SECTIONS && dxgmap_host_section_table[section].pages != 0
             ? &dxgmap_host_section_table[section]
             : NULL;
}

static size_t dxgmap_host_section_views_size(void)
{
  return (size_t)DXGMAP_HOST_SECTION_VIEWS * sizeof(dxgmap_host_section_view);
}

/* ---- Opening and closing ---- */

dxgmap_host_result dxgmap_host_section_open(uint64_t pages, uint32_t *section)
{
  uint32_t id = 1;
  int file;
  if (dxgmap_host_machine() == NULL) return DXGMAP_HOST_CLOSED;
  if (pages == 0 || pages > DXGMAP_HOST_FRAMES_MAX) return DXGMAP_HOST_BAD_ARGUMENT;
  while (id <= DXGMAP_HOST_SECTIONS && dxgmap_host_section_table[id].pages != 0) {
    id++;
  }
  if (id > DXGMAP_HOST_SECTIONS) return DXGMAP_HOST_NO_ROOM;
  file = dxgmap_host_file_open("dxgmap-section", pages);
  if (file < 0) return DXGMAP_HOST_NO_MEMORY;
  dxgmap_host_section_table[id].view = dxgmap_host_reserve(dxgmap_host_section_views_size());
  if (dxgmap_host_section_table[id].view == NULL) {
    dxgmap_host_file_close(file);
    return DXGMAP_HOST_NO_MEMORY;
  }
  dxgmap_host_section_table[id].file = file;
  dxgmap_host_section_table[id].pages = pages;
  *section = id;
  return DXGMAP_HOST_OK;
}

static size_t dxgmap_host_section_frames_size(const dxgmap_host_section *s)
{
  return (size_t)s->pinned * sizeof *s->frames;
}

void dxgmap_host_section_close(uint32_t section)
{
  dxgmap_host_section *s = dxgmap_host_section_of(section);
  if (s == NULL) return;
  dxgmap_host_unreserve(s->frames, dxgmap_host_section_frames_size(s));
  dxgmap_host_unreserve(s->view, dxgmap_host_section_views_size());
  dxgmap_host_file_close(s->file);
  memset(s, 0, sizeof *s);
}

void dxgmap_host_sections_close(void)
{
  for (uint32_t id = 1; id <= DXGMAP_HOST_SECTIONS; id++) {
    dxgmap_host_section_close(id);
  }
}

/* ---- Views ---- */

static dxgmap_host_source dxgmap_host_section_in_file(const dxgmap_host_section *s, uint64_t first)
{
  return (dxgmap_host_source){true, s->file, first, NULL};
}

/* The part of a view that the first `count` pages of the section hold. */
static uint64_t dxgmap_host_section_overlap(const dxgmap_host_section_view *view, uint64_t count)
{
  uint64_t pages = view->first < count ? count - view->first : 0;
  return pages < view->count ? pages : view->count;
}

dxgmap_host_result dxgmap_host_window_place_section(uint32_t window, uint64_t at, uint32_t section, uint64_t first_page,
                                                    uint64_t count)
{
  dxgmap_host_section *s = dxgmap_host_section_of(section);
  dxgmap_host_section_view view = {window, at, first_page, count};
  dxgmap_host_source file, frames;
  dxgmap_host_result result;
  uint64_t pinned;
  if (s == NULL || count == 0 || first_page >= s->pages || count > s->pages - first_page) {
    return DXGMAP_HOST_BAD_ARGUMENT;
  }
  if (s->views == DXGMAP_HOST_SECTION_VIEWS) return DXGMAP_HOST_NO_ROOM;
  file = dxgmap_host_section_in_file(s, first_page);
  result = dxgmap_host_view_place(window, at, count, &file);
  if (result != DXGMAP_HOST_OK) return result;
  pinned = dxgmap_host_section_overlap(&view, s->pinned);
  if (pinned != 0) {
    frames = (dxgmap_host_source){false, -1, 0, s->frames + first_page};
    if (!dxgmap_host_view_replace(window, at, pinned, &file, &frames, false)) {
      dxgmap_host_view_clear(window, at, count);
      return DXGMAP_HOST_NO_MEMORY;
    }
  }
  s->view[s->views] = view;
  s->views++;
  return DXGMAP_HOST_OK;
}

static void dxgmap_host_section_forget(dxgmap_host_section *s, uint32_t window, uint64_t at, uint64_t pages)
{
  uint64_t kept = 0;
  for (uint64_t i = 0; i < s->views; i++) {
    if (s->view[i].window != window || s->view[i].at < at || s->view[i].at >= at + pages) {
      s->view[kept] = s->view[i];
      kept++;
    }
  }
  s->views = kept;
}

void dxgmap_host_section_views_forget(uint32_t window, uint64_t at, uint64_t pages)
{
  for (uint32_t id = 1; id <= DXGMAP_HOST_SECTIONS; id++) {
    if (dxgmap_host_section_table[id].views != 0) {
      dxgmap_host_section_forget(&dxgmap_host_section_table[id], window, at, pages);
    }
  }
}

/* ---- Pinning ---- */

static bool dxgmap_host_section_data(int file, uint64_t page, unsigned char *bytes)
{
  ssize_t length = pread(file, bytes, (size_t)DXGMAP_HOST_PAGE, (off_t)(page * DXGMAP_HOST_PAGE));
  if (length != (ssize_t)DXGMAP_HOST_PAGE) return false;
  /* All zero: equal to itself one byte further on, and the first byte is zero. */
  return bytes[0] != 0 || memcmp(bytes, bytes + 1, (size_t)DXGMAP_HOST_PAGE - 1) != 0;
}

/* Copies a page that lies in one file to another where it is all zero; what is zero stays a hole. */
static void dxgmap_host_section_copy(int from, uint64_t from_page, int to, uint64_t to_page)
{
  unsigned char bytes[DXGMAP_HOST_PAGE];
  if (dxgmap_host_section_data(from, from_page, bytes)) {
    (void)!pwrite(to, bytes, sizeof bytes, (off_t)(to_page * DXGMAP_HOST_PAGE));
  }
}

static bool dxgmap_host_section_is_memory(const uint64_t *frames, uint64_t count)
{
  for (uint64_t i = 0; i < count; i++) {
    if (dxgmap_host_frame_kind_of(frames[i]) != DXGMAP_HOST_FRAME_MEMORY) return false;
  }
  return true;
}

/* Turns the first `views` views to the frames, or to the file. */
static bool dxgmap_host_section_turn(dxgmap_host_section *s, uint64_t views, bool to_frames, bool must,
                                     uint64_t *turned)
{
  for (*turned = 0; *turned < views; ++*turned) {
    const dxgmap_host_section_view *view = &s->view[*turned];
    uint64_t pages = dxgmap_host_section_overlap(view, s->pinned);
    dxgmap_host_source file = dxgmap_host_section_in_file(s, view->first);
    dxgmap_host_source frames = {false, -1, 0, s->frames + view->first};
    if (pages != 0 && !dxgmap_host_view_replace(view->window, view->at, pages, to_frames ? &file : &frames,
                                                to_frames ? &frames : &file, must)) {
      return false;
    }
  }
  return true;
}

static void dxgmap_host_section_let_go(dxgmap_host_section *s)
{
  dxgmap_host_unreserve(s->frames, dxgmap_host_section_frames_size(s));
  s->frames = NULL;
  s->pinned = 0;
}

dxgmap_host_result dxgmap_host_section_pin(uint32_t section, const uint64_t *frames, uint64_t count)
{
  dxgmap_host_section *s = dxgmap_host_section_of(section);
  uint64_t turned;
  if (s == NULL || count == 0 || count > s->pages || !dxgmap_host_section_is_memory(frames, count)) {
    return DXGMAP_HOST_BAD_ARGUMENT;
  }
  if (s->pinned != 0) return DXGMAP_HOST_BUSY;
  s->frames = dxgmap_host_reserve((size_t)count * sizeof *frames);
  if (s->frames == NULL) return DXGMAP_HOST_NO_MEMORY;
  memcpy(s->frames, frames, (size_t)count * sizeof *frames);
  s->pinned = count;
  for (uint64_t i = 0; i < count; i++) {
    dxgmap_host_section_copy(s->file, i, dxgmap_host_physical_file(), frames[i]);
  }
  if (!dxgmap_host_section_turn(s, s->views, true, false, &turned)) {
    (void)dxgmap_host_section_turn(s, turned, false, true, &turned);
    dxgmap_host_section_let_go(s);
    return DXGMAP_HOST_NO_MEMORY;
  }
  dxgmap_host_file_punch(s->file, 0, count);
  return DXGMAP_HOST_OK;
}

void dxgmap_host_section_unpin(uint32_t section)
{
  dxgmap_host_section *s = dxgmap_host_section_of(section);
  uint64_t turned;
  if (s == NULL || s->pinned == 0) return;
  for (uint64_t i = 0; i < s->pinned; i++) {
    dxgmap_host_section_copy(dxgmap_host_physical_file(), s->frames[i], s->file, i);
  }
  (void)dxgmap_host_section_turn(s, s->views, false, true, &turned);
  dxgmap_host_section_let_go(s);
}

/* ---- Access by offset ---- */

static dxgmap_host_result dxgmap_host_section_move(const dxgmap_host_section *s, uint64_t offset, void *bytes,
                                                   uint64_t length, bool write)
{
  uint64_t page = offset / DXGMAP_HOST_PAGE, in_page = offset % DXGMAP_HOST_PAGE;
  ssize_t done;
  if (page < s->pinned) {
    return write ? dxgmap_host_frame_write(s->frames[page], in_page, bytes, length)
                 : dxgmap_host_frame_read(s->frames[page], in_page, bytes, length);
  }
  done = write ? pwrite(s->file, bytes, (size_t)length, (off_t)offset)
               : pread(s->file, bytes, (size_t)length, (off_t)offset);
  return done == (ssize_t)length ? DXGMAP_HOST_OK : DXGMAP_HOST_NO_MEMORY;
}

static dxgmap_host_result dxgmap_host_section_access(uint32_t section, uint64_t offset, unsigned char *bytes,
                                                     uint64_t length, bool write)
{
  dxgmap_host_section *s = dxgmap_host_section_of(section);
  dxgmap_host_result result = DXGMAP_HOST_OK;
  if (s == NULL || offset > s->pages * DXGMAP_HOST_PAGE || length > s->pages * DXGMAP_HOST_PAGE - offset) {
    return DXGMAP_HOST_BAD_ARGUMENT;
  }
  for (uint64_t done = 0; done < length && result == DXGMAP_HOST_OK;) {
    uint64_t rest = DXGMAP_HOST_PAGE - (offset + done) % DXGMAP_HOST_PAGE;
    uint64_t part = length - done < rest ? length - done : rest;
    result = dxgmap_host_section_move(s, offset + done, bytes + done, part, write);
    done += part;
  }
  return result;
}

dxgmap_host_result dxgmap_host_section_read(uint32_t section, uint64_t offset, void *to, uint64_t length)
{
  return dxgmap_host_section_access(section, offset, to, length, false);
}

dxgmap_host_result dxgmap_host_section_write(uint32_t section, uint64_t offset, const void *from, uint64_t length)
{
  /* The access reads `from` alone when it writes to the section. */
  return dxgmap_host_section_access(section, offset, (void *)(uintptr_t)from, length, true);
}

void dxgmap_host_sections_usage(dxgmap_host_usage *usage)
{
  for (uint32_t id = 1; id <= DXGMAP_HOST_SECTIONS; id++) {
    usage->sections += dxgmap_host_section_table[id].pages != 0;
    usage->pinned_pages += dxgmap_host_section_table[id].pinned;
  }
}
/* dxgmap: end model/host/section.c */
/* dxgmap: begin model/host/symbols.c sha256 4df8cf28265f43c90e18bcdafb97ba4e472992de1afa7548c99f2c6cde4b1e89 */
/* SPDX-License-Identifier: MIT */
/*
 * Names of call sites. The dynamic linker knows the functions that a module exports; a driver's are mostly static, so
 * the symbol table of the file is read too. The file is mapped for the one lookup: reports are rare, and nothing is
 * allocated or kept.
 */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
/* #include "host_private.h" */

#include <dlfcn.h>
#include <elf.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct dxgmap_host_symbols_file {
  const unsigned char *bytes;
  size_t size;
} dxgmap_host_symbols_file;

static void dxgmap_host_symbols_copy(char *to, size_t size, const char *from, size_t length)
{
  size_t part = length < size - 1 ? length : size - 1;
  memcpy(to, from, part);
  to[part] = '\0';
}

static dxgmap_host_symbols_file dxgmap_host_symbols_map(const char *path)
{
  dxgmap_host_symbols_file file = {NULL, 0};
  struct stat status;
  int descriptor = open(path, O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return file;
  if (fstat(descriptor, &status) == 0 && (size_t)status.st_size >= sizeof(Elf64_Ehdr)) {
    void *bytes = mmap(NULL, (size_t)status.st_size, PROT_READ, MAP_PRIVATE, descriptor, 0);
    if (bytes != MAP_FAILED) file = (dxgmap_host_symbols_file){bytes, (size_t)status.st_size};
  }
  (void)close(descriptor);
  return file;
}

/* `count` entries of `size` bytes at `offset`, if the file has them; a file may be cut short or be something else. */
static const void *dxgmap_host_symbols_at(const dxgmap_host_symbols_file *file, uint64_t offset, uint64_t count,
                                          uint64_t size)
{
  bool inside = offset <= file->size && count <= (file->size - offset) / size && offset % 8 == 0;
  return inside ? file->bytes + offset : NULL;
}

static void dxgmap_host_symbols_search(const dxgmap_host_symbols_file *file, const Elf64_Shdr *table,
                                       const Elf64_Shdr *names, uint64_t value, dxgmap_host_symbol *symbol)
{
  uint64_t count = table->sh_size / sizeof(Elf64_Sym);
  const Elf64_Sym *entry = dxgmap_host_symbols_at(file, table->sh_offset, count, sizeof *entry);
  if (entry == NULL || names->sh_offset > file->size || names->sh_size > file->size - names->sh_offset) return;
  for (uint64_t i = 0; i < count; i++) {
    if (ELF64_ST_TYPE(entry[i].st_info) == STT_FUNC && value >= entry[i].st_value &&
        value - entry[i].st_value < entry[i].st_size && entry[i].st_name < names->sh_size) {
      const char *name = (const char *)file->bytes + names->sh_offset + entry[i].st_name;
      dxgmap_host_symbols_copy(symbol->name, sizeof symbol->name, name,
                               strnlen(name, names->sh_size - entry[i].st_name));
      symbol->offset = value - entry[i].st_value;
      return;
    }
  }
}

static void dxgmap_host_symbols_in_file(const dxgmap_host_symbols_file *file, uint64_t base, uint64_t address,
                                        dxgmap_host_symbol *symbol)
{
  const Elf64_Ehdr *header = dxgmap_host_symbols_at(file, 0, 1, sizeof *header);
  const Elf64_Shdr *section;
  if (header == NULL || memcmp(header->e_ident, ELFMAG, SELFMAG) != 0 || header->e_ident[EI_CLASS] != ELFCLASS64 ||
      header->e_shentsize != sizeof *section) {
    return;
  }
  section = dxgmap_host_symbols_at(file, header->e_shoff, header->e_shnum, sizeof *section);
  for (uint32_t i = 0; section != NULL && i < header->e_shnum; i++) {
    if (section[i].sh_type == SHT_SYMTAB && section[i].sh_link < header->e_shnum) {
      dxgmap_host_symbols_search(file, &section[i], &section[section[i].sh_link],
                                 header->e_type == ET_EXEC ? address : address - base, symbol);
    }
  }
}

void dxgmap_host_symbol_of(const void *site, dxgmap_host_symbol *symbol)
{
  /* A site is where a call returns to, which may be the first byte after the function: look one byte before. */
  uint64_t address = (uint64_t)(uintptr_t)site - 1, base;
  dxgmap_host_symbols_file file;
  const char *slash;
  Dl_info info;
  memset(symbol, 0, sizeof *symbol);
  symbol->offset = address + 1;
  if (site == NULL || dladdr((const char *)site - 1, &info) == 0 || info.dli_fname == NULL) return;
  base = (uint64_t)(uintptr_t)info.dli_fbase;
  slash = strrchr(info.dli_fname, '/');
  slash = slash != NULL ? slash + 1 : info.dli_fname;
  dxgmap_host_symbols_copy(symbol->module, sizeof symbol->module, slash, strlen(slash));
  symbol->offset = address - base;
  file = dxgmap_host_symbols_map(info.dli_fname);
  /* The program's own name may be relative to a directory that it has left. */
  if (file.bytes == NULL) file = dxgmap_host_symbols_map("/proc/self/exe");
  if (file.bytes != NULL) {
    dxgmap_host_symbols_in_file(&file, base, address, symbol);
    (void)munmap((void *)(uintptr_t)file.bytes, file.size);
  }
  if (symbol->name[0] == '\0' && info.dli_sname != NULL) {
    dxgmap_host_symbols_copy(symbol->name, sizeof symbol->name, info.dli_sname, strlen(info.dli_sname));
    symbol->offset = address - (uint64_t)(uintptr_t)info.dli_saddr;
  }
  symbol->offset++;
}
/* dxgmap: end model/host/symbols.c */
/* dxgmap: begin model/host/sync.c sha256 091ce070b343426c0ef320b34eb4bbd81f8fa1f0d7a7d90380b06ea898d7156a */
/* SPDX-License-Identifier: MIT */
/* The lock, and what belongs to the running thread. */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
/* #include "host_private.h" */

#include <pthread.h>

#define DXGMAP_HOST_SYSTEM_PROCESS ((uint64_t)4)

/* A signal handler reads these: this model of thread storage needs no allocation at the first access. */
#define DXGMAP_HOST_OF_THREAD _Thread_local __attribute__((tls_model("initial-exec")))

static pthread_mutex_t dxgmap_host_sync_mutex = PTHREAD_MUTEX_INITIALIZER;
static DXGMAP_HOST_OF_THREAD bool dxgmap_host_sync_locked;
static DXGMAP_HOST_OF_THREAD uint32_t dxgmap_host_sync_irql;
static DXGMAP_HOST_OF_THREAD uint64_t dxgmap_host_sync_process = DXGMAP_HOST_SYSTEM_PROCESS;

void dxgmap_host_lock(void)
{
  (void)pthread_mutex_lock(&dxgmap_host_sync_mutex);
  dxgmap_host_sync_locked = true;
}

void dxgmap_host_unlock(void)
{
  dxgmap_host_sync_locked = false;
  (void)pthread_mutex_unlock(&dxgmap_host_sync_mutex);
}

bool dxgmap_host_locked(void)
{
  return dxgmap_host_sync_locked;
}

uint32_t dxgmap_host_irql(void)
{
  return dxgmap_host_sync_irql;
}

void dxgmap_host_set_irql(uint32_t irql)
{
  dxgmap_host_sync_irql = irql;
}

uint64_t dxgmap_host_process(void)
{
  return dxgmap_host_sync_process;
}

void dxgmap_host_set_process(uint64_t process)
{
  dxgmap_host_sync_process = process;
}
/* dxgmap: end model/host/sync.c */
/* dxgmap: begin model/host/table.c sha256 49d4289fb3127c4958c471048e404c846b04de061e72f39c9140a0b03c1f717b */
/* SPDX-License-Identifier: MIT */
/* A hash table with open addressing, never more than half full; removal shifts entries back, so there are no
   tombstones and a search stays short however often entries come and go. */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
/* #include "host_private.h" */

#define DXGMAP_HOST_TABLE_FIRST_SIZE ((uint64_t)256)

static uint64_t dxgmap_host_table_home(const dxgmap_host_table *table, uint64_t key)
{
  return ((key * UINT64_C(0x9e3779b97f4a7c15)) >> 20) & (table->size - 1);
}

static size_t dxgmap_host_table_bytes(uint64_t size)
{
  return (size_t)size * sizeof(dxgmap_host_table_entry);
}

static void dxgmap_host_table_insert(dxgmap_host_table *table, uint64_t key, uint64_t value)
{
  uint64_t at = dxgmap_host_table_home(table, key);
  while (table->entry[at].key != 0 && table->entry[at].key != key) {
    at = (at + 1) & (table->size - 1);
  }
  table->used += table->entry[at].key == 0;
  table->entry[at].key = key;
  table->entry[at].value = value;
}

bool dxgmap_host_table_room(dxgmap_host_table *table, uint64_t entries)
{
  dxgmap_host_table bigger = {NULL, table->size ? table->size : DXGMAP_HOST_TABLE_FIRST_SIZE, 0};
  if (entries > UINT64_MAX / 4 / sizeof(dxgmap_host_table_entry)) {
    return false;
  }
  while (bigger.size / 2 < entries) {
    bigger.size *= 2;
  }
  if (bigger.size == table->size) {
    return true;
  }
  bigger.entry = dxgmap_host_reserve(dxgmap_host_table_bytes(bigger.size));
  if (bigger.entry == NULL) {
    return false;
  }
  for (uint64_t at = 0; at < table->size; at++) {
    if (table->entry[at].key != 0) {
      dxgmap_host_table_insert(&bigger, table->entry[at].key, table->entry[at].value);
    }
  }
  dxgmap_host_table_close(table);
  *table = bigger;
  return true;
}

void dxgmap_host_table_put(dxgmap_host_table *table, uint64_t key, uint64_t value)
{
  dxgmap_host_table_insert(table, key, value);
}

static bool dxgmap_host_table_find(const dxgmap_host_table *table, uint64_t key, uint64_t *at)
{
  if (table->size == 0 || key == 0) {
    return false;
  }
  *at = dxgmap_host_table_home(table, key);
  while (table->entry[*at].key != 0 && table->entry[*at].key != key) {
    *at = (*at + 1) & (table->size - 1);
  }
  return table->entry[*at].key == key;
}

bool dxgmap_host_table_get(const dxgmap_host_table *table, uint64_t key, uint64_t *value)
{
  uint64_t at;
  if (!dxgmap_host_table_find(table, key, &at)) {
    return false;
  }
  *value = table->entry[at].value;
  return true;
}

void dxgmap_host_table_remove(dxgmap_host_table *table, uint64_t key)
{
  uint64_t hole, mask = table->size - 1;
  if (!dxgmap_host_table_find(table, key, &hole)) {
    return;
  }
  for (uint64_t at = (hole + 1) & mask; table->entry[at].key != 0; at = (at + 1) & mask) {
    uint64_t home = dxgmap_host_table_home(table, table->entry[at].key);
    /* It may fill the hole if its own home is not between the two. */
    if (((at - home) & mask) >= ((at - hole) & mask)) {
      table->entry[hole] = table->entry[at];
      hole = at;
    }
  }
  table->entry[hole].key = 0;
  table->entry[hole].value = 0;
  table->used--;
}

void dxgmap_host_table_close(dxgmap_host_table *table)
{
  if (table->entry != NULL) {
    dxgmap_host_unreserve(table->entry, dxgmap_host_table_bytes(table->size));
  }
  *table = (dxgmap_host_table){NULL, 0, 0};
}
/* dxgmap: end model/host/table.c */
/* dxgmap: begin model/host/text.c sha256 214ecc2c3a52fa8d53d5f3106ed4926a1afadd3f41e5af9a1f120434433ba6b2 */
/* SPDX-License-Identifier: MIT */
/* Text of reports, written without any allocation. */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
/* #include "host_private.h" */

#include <errno.h>
#include <string.h>
#include <unistd.h>

static void dxgmap_host_text_write(void *context, const char *bytes, size_t length)
{
  const dxgmap_host_text *text = context;
  while (length != 0) {
    ssize_t done = write(text->descriptor, bytes, length);
    if (done < 0 && errno != EINTR) return;
    if (done > 0) {
      bytes += done;
      length -= (size_t)done;
    }
  }
}

void dxgmap_host_text_to_sink(dxgmap_host_text *text, dxgmap_host_sink *sink, void *context)
{
  text->buffer = text->own;
  text->size = sizeof text->own;
  text->length = 0;
  text->sink = sink;
  text->context = context;
  text->descriptor = -1;
}

void dxgmap_host_text_to_descriptor(dxgmap_host_text *text, int descriptor)
{
  dxgmap_host_text_to_sink(text, dxgmap_host_text_write, text);
  text->descriptor = descriptor;
}

void dxgmap_host_text_to_string(dxgmap_host_text *text, char *string, size_t size)
{
  dxgmap_host_text_to_sink(text, NULL, NULL);
  text->buffer = string;
  text->size = size;
  if (size != 0) string[0] = '\0';
}

void dxgmap_host_text_flush(dxgmap_host_text *text)
{
  if (text->sink != NULL && text->length != 0) {
    text->sink(text->context, text->buffer, text->length);
    text->length = 0;
  }
}

static void dxgmap_host_text_string_put(dxgmap_host_text *text, const char *string, size_t length)
{
  size_t room = text->size != 0 ? text->size - 1 - text->length : 0;
  size_t part = length < room ? length : room;
  if (text->size == 0) return;
  memcpy(text->buffer + text->length, string, part);
  text->length += part;
  text->buffer[text->length] = '\0';
}

void dxgmap_host_text_put(dxgmap_host_text *text, const char *string)
{
  size_t length = strlen(string);
  if (text->sink == NULL) {
    dxgmap_host_text_string_put(text, string, length);
    return;
  }
  while (length != 0) {
    size_t room = text->size - text->length;
    size_t part = length < room ? length : room;
    memcpy(text->buffer + text->length, string, part);
    text->length += part;
    string += part;
    length -= part;
    if (text->length == text->size) dxgmap_host_text_flush(text);
  }
}

static void dxgmap_host_text_number(dxgmap_host_text *text, uint64_t value, uint32_t base, uint32_t digits)
{
  char number[65];
  size_t at = sizeof number - 1;
  number[at] = '\0';
  do {
    at--;
    number[at] = "0123456789abcdef"[value % base];
    value /= base;
  } while (at != 0 && (value != 0 || sizeof number - 1 - at < digits));
  dxgmap_host_text_put(text, number + at);
}

void dxgmap_host_text_decimal(dxgmap_host_text *text, uint64_t value)
{
  dxgmap_host_text_number(text, value, 10, 1);
}

void dxgmap_host_text_hex(dxgmap_host_text *text, uint64_t value, uint32_t digits)
{
  dxgmap_host_text_put(text, "0x");
  dxgmap_host_text_number(text, value, 16, digits);
}

void dxgmap_host_text_stack(dxgmap_host_text *text, const char *indent, const dxgmap_host_stack *stack)
{
  dxgmap_host_symbol symbol;
  for (uint32_t i = 0; i < stack->count; i++) {
    dxgmap_host_symbol_of(stack->site[i], &symbol);
    dxgmap_host_text_put(text, indent);
    dxgmap_host_text_put(text, "#");
    dxgmap_host_text_decimal(text, i);
    dxgmap_host_text_put(text, " ");
    dxgmap_host_text_put(text, symbol.name[0] != '\0' ? symbol.name : "?");
    dxgmap_host_text_put(text, "+");
    dxgmap_host_text_hex(text, symbol.offset, 1);
    dxgmap_host_text_put(text, " (");
    dxgmap_host_text_put(text, symbol.module[0] != '\0' ? symbol.module : "?");
    dxgmap_host_text_put(text, ")\n");
  }
}
/* dxgmap: end model/host/text.c */
/* dxgmap: begin model/host/view.c sha256 f2eea9ae5e982c35929ecf6139f8f8d34c17c7cfd3d01bfd6be5e261caf34587 */
/* SPDX-License-Identifier: MIT */
/* What is behind the pages of a window. Pages that lie side by side in one file are one mapping of the process. */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
/* #include "host_private.h" */

#include <string.h>
#include <sys/mman.h>

#define DXGMAP_HOST_POISON_MAPS 2 /* a poison page, and the split of what was around it */
#define DXGMAP_HOST_VIEW_POISON 0xDB

typedef struct dxgmap_host_view_page {
  int file;
  uint64_t at, word;
} dxgmap_host_view_page;

static void *dxgmap_host_view_address(const dxgmap_host_window *w, uint64_t at)
{
  return w->base + at * DXGMAP_HOST_PAGE;
}

/* ---- Sources ---- */

static bool dxgmap_host_view_page_of(const dxgmap_host_source *source, uint64_t i, dxgmap_host_view_page *page)
{
  dxgmap_host_device_page device;
  uint64_t frame;
  if (source->section) {
    *page = (dxgmap_host_view_page){source->file, source->first + i, DXGMAP_HOST_BACKED | DXGMAP_HOST_OF_SECTION};
    return true;
  }
  frame = source->frames != NULL ? source->frames[i] : source->first + i;
  *page = (dxgmap_host_view_page){dxgmap_host_physical_file(), frame, DXGMAP_HOST_BACKED | DXGMAP_HOST_FRAMED | frame};
  if (dxgmap_host_frame_kind_of(frame) == DXGMAP_HOST_FRAME_MEMORY) return true;
  if (!dxgmap_host_device_find(frame, &device)) return false;
  page->file = device.file;
  page->at = device.at;
  return true;
}

/* The length of the run of pages, from the i-th on, that are one mapping; 0 if the first of them has no memory. */
static uint64_t dxgmap_host_view_run(const dxgmap_host_source *source, uint64_t i, uint64_t count,
                                     dxgmap_host_view_page *first)
{
  dxgmap_host_view_page next;
  uint64_t length = 1;
  if (!dxgmap_host_view_page_of(source, i, first)) return 0;
  while (i + length < count && dxgmap_host_view_page_of(source, i + length, &next) && next.file == first->file &&
         next.at == first->at + length) {
    length++;
  }
  return length;
}

/* How many mappings a source takes; 0 if one of its pages has no memory. */
static uint64_t dxgmap_host_view_runs(const dxgmap_host_source *source, uint64_t count)
{
  dxgmap_host_view_page first;
  uint64_t runs = 0, length;
  for (uint64_t i = 0; i < count; i += length) {
    length = dxgmap_host_view_run(source, i, count, &first);
    if (length == 0) return 0;
    runs++;
  }
  return runs;
}

/* ---- Mappings of the process ---- */

static bool dxgmap_host_view_void(const dxgmap_host_window *w, uint64_t at, uint64_t pages)
{
  return mmap(dxgmap_host_view_address(w, at), (size_t)(pages * DXGMAP_HOST_PAGE), PROT_NONE,
              MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_FIXED, -1, 0) != MAP_FAILED;
}

static bool dxgmap_host_view_map(const dxgmap_host_window *w, uint64_t at, uint64_t count,
                                 const dxgmap_host_source *source, bool must)
{
  dxgmap_host_view_page first;
  uint64_t length;
  for (uint64_t i = 0; i < count; i += length) {
    length = dxgmap_host_view_run(source, i, count, &first);
    if (length == 0 || (!must && !dxgmap_host_acquire()) ||
        mmap(dxgmap_host_view_address(w, at + i), (size_t)(length * DXGMAP_HOST_PAGE), PROT_READ | PROT_WRITE,
             MAP_SHARED | MAP_NORESERVE | MAP_FIXED, first.file, (off_t)(first.at * DXGMAP_HOST_PAGE)) == MAP_FAILED) {
      return false;
    }
  }
  return true;
}

static void dxgmap_host_view_note(dxgmap_host_window *w, uint64_t at, uint64_t word)
{
  __atomic_store_n(&w->backing[at], word, __ATOMIC_RELAXED);
}

/* Remembers what was mapped; `of_section` marks frames that a section's view shows while it is pinned. */
static void dxgmap_host_view_note_all(dxgmap_host_window *w, uint64_t at, uint64_t count,
                                      const dxgmap_host_source *source, uint64_t of_section)
{
  dxgmap_host_view_page page;
  uint64_t length;
  for (uint64_t i = 0; i < count; i += length) {
    length = dxgmap_host_view_run(source, i, count, &page);
    for (uint64_t k = i; k < i + length; k++) {
      uint64_t starts = (k == i ? DXGMAP_HOST_RUN_STARTS : 0) | (w->backing[at + k] & DXGMAP_HOST_PIECE_STARTS);
      (void)dxgmap_host_view_page_of(source, k, &page);
      dxgmap_host_view_note(w, at + k, page.word | starts | of_section);
    }
  }
}

static uint64_t dxgmap_host_view_cost(const dxgmap_host_window *w, uint64_t at, uint64_t pages, uint64_t marks)
{
  uint64_t cost = 0;
  for (uint64_t i = at; i < at + pages; i++) {
    cost += (uint64_t)__builtin_popcountll(w->backing[i] & marks);
  }
  return cost;
}

static bool dxgmap_host_view_take(dxgmap_host_window *w, uint64_t maps, bool must)
{
  if (!dxgmap_host_maps_take(maps, must)) return false;
  w->maps += maps;
  return true;
}

static void dxgmap_host_view_give(dxgmap_host_window *w, uint64_t maps)
{
  w->maps -= maps;
  dxgmap_host_maps_give(maps);
}

/* ---- Placing, replacing and clearing ---- */

static bool dxgmap_host_view_bare(const dxgmap_host_window *w, uint64_t at, uint64_t count)
{
  for (uint64_t i = at; i < at + count; i++) {
    if (w->backing[i] != 0) return false;
  }
  return true;
}

dxgmap_host_result dxgmap_host_view_place(uint32_t window, uint64_t at, uint64_t count,
                                          const dxgmap_host_source *source)
{
  dxgmap_host_window *w = dxgmap_host_window_of(window);
  uint64_t runs;
  if (w == NULL || !dxgmap_host_window_inside(w, at, count) ||
      !dxgmap_host_window_is(w, at, count, DXGMAP_HOST_PAGE_LIVE) || !dxgmap_host_view_bare(w, at, count)) {
    return DXGMAP_HOST_BAD_ARGUMENT;
  }
  runs = dxgmap_host_view_runs(source, count);
  if (runs == 0) return DXGMAP_HOST_BAD_ARGUMENT;
  if (!dxgmap_host_view_take(w, runs + 1, false)) return DXGMAP_HOST_NO_MEMORY;
  if (!dxgmap_host_view_map(w, at, count, source, false)) {
    (void)dxgmap_host_view_void(w, at, count);
    dxgmap_host_view_give(w, runs + 1);
    return DXGMAP_HOST_NO_MEMORY;
  }
  dxgmap_host_view_note_all(w, at, count, source, 0);
  dxgmap_host_view_note(w, at, w->backing[at] | DXGMAP_HOST_PIECE_STARTS);
  return DXGMAP_HOST_OK;
}

bool dxgmap_host_view_replace(uint32_t window, uint64_t at, uint64_t count, const dxgmap_host_source *from,
                              const dxgmap_host_source *to, bool must)
{
  dxgmap_host_window *w = dxgmap_host_window_of(window);
  uint64_t before = dxgmap_host_view_cost(w, at, count, DXGMAP_HOST_RUN_STARTS);
  uint64_t after = dxgmap_host_view_runs(to, count);
  if (after == 0 || !dxgmap_host_view_take(w, after, must)) return false;
  /* A kernel that refuses what must not fail leaves the old memory there: no worse than stopping the program. */
  if (!dxgmap_host_view_map(w, at, count, to, must) && !must) {
    (void)dxgmap_host_view_map(w, at, count, from, true);
    dxgmap_host_view_give(w, after);
    return false;
  }
  dxgmap_host_view_note_all(w, at, count, to, DXGMAP_HOST_OF_SECTION);
  dxgmap_host_view_give(w, before);
  return true;
}

void dxgmap_host_view_clear(uint32_t window, uint64_t at, uint64_t pages)
{
  dxgmap_host_window *w = dxgmap_host_window_of(window);
  uint64_t all = 0;
  for (uint64_t i = at; i < at + pages; i++) {
    all |= w->backing[i];
  }
  if (all == 0) return;
  if ((all & DXGMAP_HOST_OF_SECTION) != 0) dxgmap_host_section_views_forget(window, at, pages);
  (void)dxgmap_host_view_void(w, at, pages);
  dxgmap_host_view_give(w, dxgmap_host_view_cost(w, at, pages, DXGMAP_HOST_RUN_STARTS | DXGMAP_HOST_PIECE_STARTS));
  for (uint64_t i = at; i < at + pages; i++) {
    dxgmap_host_view_note(w, i, 0);
  }
}

/* ---- The public ways to place ---- */

dxgmap_host_result dxgmap_host_window_place_frames(uint32_t window, uint64_t at, const uint64_t *frames, uint64_t count)
{
  dxgmap_host_source source = {false, -1, 0, frames};
  return dxgmap_host_view_place(window, at, count, &source);
}

dxgmap_host_result dxgmap_host_window_place_device(uint32_t window, uint64_t at, uint64_t first_frame, uint64_t count)
{
  dxgmap_host_source source = {false, -1, first_frame, NULL};
  return dxgmap_host_view_place(window, at, count, &source);
}

/* ---- Poison ---- */

bool dxgmap_host_view_poison(const void *address)
{
  dxgmap_host_location where = dxgmap_host_locate(address);
  dxgmap_host_window *w = dxgmap_host_window_of(where.window);
  void *page;
  if (w == NULL || where.place == DXGMAP_HOST_PLACE_LIVE || w->poison[where.at] != 0) return false;
  if (!dxgmap_host_acquire() || !dxgmap_host_view_take(w, DXGMAP_HOST_POISON_MAPS, false)) return false;
  page = mmap(dxgmap_host_view_address(w, where.at), (size_t)DXGMAP_HOST_PAGE, PROT_READ | PROT_WRITE,
              MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0);
  if (page == MAP_FAILED) {
    dxgmap_host_view_give(w, DXGMAP_HOST_POISON_MAPS);
    return false;
  }
  memset(page, DXGMAP_HOST_VIEW_POISON, (size_t)DXGMAP_HOST_PAGE);
  w->poison[where.at] = 1;
  return true;
}

void dxgmap_host_view_unpoison(dxgmap_host_window *w, uint64_t at, uint64_t pages)
{
  for (uint64_t i = at; i < at + pages; i++) {
    if (w->poison[i] != 0) {
      (void)dxgmap_host_view_void(w, i, 1);
      w->poison[i] = 0;
      dxgmap_host_view_give(w, DXGMAP_HOST_POISON_MAPS);
    }
  }
}
/* dxgmap: end model/host/view.c */
/* dxgmap: begin model/host/window.c sha256 7da7063d2fed02a9ed08ca26cb2997b346c14fdc54c387b4ead56d9bde8b12c3 */
/* SPDX-License-Identifier: MIT */
/* Windows: reserved ranges of addresses, and what is known of each of their pages. */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
/* #include "host_private.h" */

#include <string.h>

#define DXGMAP_HOST_WINDOW_PAGES_MAX ((uint64_t)1 << 32)

static dxgmap_host_window dxgmap_host_windows[DXGMAP_HOST_WINDOWS + 1]; /* by id; 0 is nobody's */

dxgmap_host_window *dxgmap_host_window_of(uint32_t window)
{
  return window <= DXGMAP_HOST_WINDOWS && dxgmap_host_windows[window].open ? &dxgmap_host_windows[window] : NULL;
}

bool dxgmap_host_window_inside(const dxgmap_host_window *w, uint64_t at, uint64_t pages)
{
  return pages != 0 && pages <= w->pages && at <= w->pages - pages;
}

bool dxgmap_host_window_is(const dxgmap_host_window *w, uint64_t at, uint64_t pages, uint8_t state)
{
  for (uint64_t i = at; i < at + pages; i++) {
    if (w->state[i] != state) return false;
  }
  return true;
}

/* ---- Opening and closing ---- */

static void dxgmap_host_window_free(dxgmap_host_window *w)
{
  __atomic_store_n(&w->open, false, __ATOMIC_RELEASE);
  dxgmap_host_unreserve(w->ring, dxgmap_host_place_ring_size());
  dxgmap_host_unreserve(w->backing, (size_t)w->pages * sizeof *w->backing);
  dxgmap_host_unreserve(w->owner, (size_t)w->pages * sizeof *w->owner);
  dxgmap_host_unreserve(w->poison, (size_t)w->pages);
  dxgmap_host_unreserve(w->state, (size_t)w->pages);
  dxgmap_host_void_close(w->base, w->pages);
  dxgmap_host_maps_give(w->maps);
  memset(w, 0, sizeof *w);
}

dxgmap_host_result dxgmap_host_window_open_as(uint32_t window, uint64_t pages, uint64_t quarantine)
{
  dxgmap_host_window *w = &dxgmap_host_windows[window];
  if (pages == 0 || pages > DXGMAP_HOST_WINDOW_PAGES_MAX) return DXGMAP_HOST_BAD_ARGUMENT;
  w->pages = pages;
  w->quarantine = quarantine;
  w->base = dxgmap_host_void_open(pages);
  w->state = dxgmap_host_reserve((size_t)pages);
  w->poison = dxgmap_host_reserve((size_t)pages);
  w->owner = dxgmap_host_reserve((size_t)pages * sizeof *w->owner);
  w->backing = dxgmap_host_reserve((size_t)pages * sizeof *w->backing);
  w->ring = dxgmap_host_reserve(dxgmap_host_place_ring_size());
  if (w->base == NULL || w->state == NULL || w->poison == NULL || w->owner == NULL || w->backing == NULL ||
      w->ring == NULL) {
    dxgmap_host_window_free(w);
    return DXGMAP_HOST_NO_MEMORY;
  }
  /* A signal handler that sees the window open sees the rest of it. */
  __atomic_store_n(&w->open, true, __ATOMIC_RELEASE);
  return DXGMAP_HOST_OK;
}

dxgmap_host_result dxgmap_host_window_open(uint64_t pages, uint64_t quarantine, uint32_t *window)
{
  dxgmap_host_result result;
  if (dxgmap_host_machine() == NULL) return DXGMAP_HOST_CLOSED;
  for (uint32_t id = DXGMAP_HOST_KERNEL_WINDOW + 1; id <= DXGMAP_HOST_WINDOWS; id++) {
    if (!dxgmap_host_windows[id].open) {
      result = dxgmap_host_window_open_as(id, pages, quarantine);
      if (result == DXGMAP_HOST_OK) *window = id;
      return result;
    }
  }
  return DXGMAP_HOST_NO_ROOM;
}

static void dxgmap_host_window_close_as(uint32_t window)
{
  dxgmap_host_window *w = dxgmap_host_window_of(window);
  if (w != NULL) {
    dxgmap_host_section_views_forget(window, 0, w->pages);
    dxgmap_host_window_free(w);
  }
}

void dxgmap_host_window_close(uint32_t window)
{
  if (window != DXGMAP_HOST_KERNEL_WINDOW) dxgmap_host_window_close_as(window);
}

void dxgmap_host_windows_close(void)
{
  for (uint32_t id = 1; id <= DXGMAP_HOST_WINDOWS; id++) {
    dxgmap_host_window_close_as(id);
  }
}

void *dxgmap_host_window_base(uint32_t window)
{
  dxgmap_host_window *w = dxgmap_host_window_of(window);
  return w != NULL ? w->base : NULL;
}

/* ---- Claiming, naming and removing ---- */

dxgmap_host_result dxgmap_host_window_claim(uint32_t window, uint64_t pages, uint64_t *at)
{
  dxgmap_host_window *w = dxgmap_host_window_of(window);
  uint64_t found;
  if (w == NULL || pages == 0) return DXGMAP_HOST_BAD_ARGUMENT;
  if (!dxgmap_host_acquire() || !dxgmap_host_maps_take(1, false)) return DXGMAP_HOST_NO_MEMORY;
  if (!dxgmap_host_place_find(w, pages, &found)) {
    dxgmap_host_maps_give(1);
    return DXGMAP_HOST_NO_ROOM;
  }
  w->maps++;
  dxgmap_host_view_unpoison(w, found, pages);
  dxgmap_host_window_own(window, found, pages, 0);
  *at = found;
  return DXGMAP_HOST_OK;
}

void dxgmap_host_window_own(uint32_t window, uint64_t at, uint64_t pages, uint64_t handle)
{
  dxgmap_host_window *w = dxgmap_host_window_of(window);
  if (w == NULL || !dxgmap_host_window_inside(w, at, pages)) return;
  for (uint64_t i = at; i < at + pages; i++) {
    if (w->state[i] == DXGMAP_HOST_PAGE_LIVE) __atomic_store_n(&w->owner[i], handle, __ATOMIC_RELAXED);
  }
}

void dxgmap_host_window_remove(uint32_t window, uint64_t at, uint64_t pages)
{
  dxgmap_host_window *w = dxgmap_host_window_of(window);
  if (w == NULL || !dxgmap_host_window_inside(w, at, pages) ||
      !dxgmap_host_window_is(w, at, pages, DXGMAP_HOST_PAGE_LIVE)) {
    return;
  }
  dxgmap_host_view_clear(window, at, pages);
  dxgmap_host_place_release(w, at, pages);
  w->maps--;
  dxgmap_host_maps_give(1);
}

/* ---- Looking up ---- */

static dxgmap_host_location dxgmap_host_window_look(const dxgmap_host_window *w, uint32_t window, uint64_t at)
{
  uint64_t backing = __atomic_load_n(&w->backing[at], __ATOMIC_RELAXED);
  dxgmap_host_location where = {DXGMAP_HOST_PLACE_FREE,
                                window,
                                at,
                                __atomic_load_n(&w->owner[at], __ATOMIC_RELAXED),
                                (backing & DXGMAP_HOST_BACKED) != 0,
                                (backing & DXGMAP_HOST_FRAMED) != 0,
                                backing & DXGMAP_HOST_FRAME_BITS};
  if (__atomic_load_n(&w->state[at], __ATOMIC_RELAXED) == DXGMAP_HOST_PAGE_LIVE) {
    where.place = DXGMAP_HOST_PLACE_LIVE;
  } else if (where.owner != 0) {
    where.place = DXGMAP_HOST_PLACE_RELEASED;
  }
  return where;
}

dxgmap_host_location dxgmap_host_locate(const void *address)
{
  dxgmap_host_location nowhere = {DXGMAP_HOST_PLACE_UNKNOWN, 0, 0, 0, false, false, 0};
  for (uint32_t id = 1; id <= DXGMAP_HOST_WINDOWS; id++) {
    const dxgmap_host_window *w = &dxgmap_host_windows[id];
    if (__atomic_load_n(&w->open, __ATOMIC_ACQUIRE)) {
      uint64_t at = ((uint64_t)(uintptr_t)address - (uint64_t)(uintptr_t)w->base) / DXGMAP_HOST_PAGE;
      if ((uintptr_t)address >= (uintptr_t)w->base && at < w->pages) return dxgmap_host_window_look(w, id, at);
    }
  }
  return nowhere;
}

void dxgmap_host_windows_usage(dxgmap_host_usage *usage)
{
  for (uint32_t id = 1; id <= DXGMAP_HOST_WINDOWS; id++) {
    const dxgmap_host_window *w = &dxgmap_host_windows[id];
    usage->quarantined += w->waiting;
    if (id == DXGMAP_HOST_KERNEL_WINDOW) {
      usage->kernel_pages = w->claimed;
    } else {
      usage->windows += w->open;
      usage->window_pages += w->claimed;
    }
  }
}
/* dxgmap: end model/host/window.c */
/* dxgmap: begin model/ddi/accessors.c sha256 df750ce4637207fb81d0bbfd3cb6db9ca147da4cb9858de7e3e3290f05afde1e */
/* #include "ddi/call.h" */
/* dxgmap: begin model/ddi/call.h sha256 376ef905efcd19b1873646dd84c0347900fa470140181b9f8e4eb5e2ff1e5f19 */
#ifndef DXGMAP_DDI_CALL_H
#define DXGMAP_DDI_CALL_H

#include <stdint.h>

/* #include "core/types.h" */
#include "dxgmap.h"

/* One call of the driver or the harness, from the moment it takes the lock to the reports that follow it. */

#define DXGMAP_DDI_DETAIL 256u
#define DXGMAP_DDI_NOTES 2u

/* Something to report. */
typedef struct {
  uint32_t cause;
  uint32_t index;   /* physical adapter */
  uint64_t mapping; /* identity of the object; 0: none */
  uint64_t address;
  char detail[DXGMAP_DDI_DETAIL];
} dxgmap_ddi_note;

typedef struct {
  uint32_t operation;
  uint32_t open;    /* the system is open, and its lock is held */
  const void *site; /* the caller's return address, where stacks begin */
  uint64_t adapter; /* raw handle */
  dxgmap_caller who;
  dxgmap_ddi_note subject; /* what the failure is about, if it fails */
  uint32_t notes;          /* reports besides the failure */
  dxgmap_ddi_note note[DXGMAP_DDI_NOTES];
} dxgmap_ddi_call;

/* Takes the lock. 0: the system is not open, nothing may be called but leave. */
int dxgmap_ddi_enter(dxgmap_ddi_call *call, uint32_t operation, HANDLE adapter, const void *site);

/* Gives the lock back, then delivers what there is to report. The answer is the status of `cause`. */
NTSTATUS dxgmap_ddi_leave(dxgmap_ddi_call *call, uint32_t cause);

/* Says what exactly is wrong; returns DXGMAP_CAUSE_BAD_ARGUMENT. */
uint32_t dxgmap_ddi_bad(dxgmap_ddi_call *call, const char *detail);

/* Adds a report that does not make the call fail; the note is there to be filled. */
dxgmap_ddi_note *dxgmap_ddi_also(dxgmap_ddi_call *call, uint32_t cause, uint64_t mapping);

void dxgmap_ddi_detail(dxgmap_ddi_note *note, const char *detail);

/* "CommitSize is 0x7000, the save area has 0x6000": two names, two numbers. */
void dxgmap_ddi_detail_numbers(dxgmap_ddi_note *note, const char *first, uint64_t number, const char *second,
                               uint64_t other);

/* The return address of the function it stands in. */
#define DXGMAP_DDI_SITE __builtin_extract_return_addr(__builtin_return_address(0))

#endif
/* dxgmap: end model/ddi/call.h */
/* #include "ddi/registers.h" */
/* dxgmap: begin model/ddi/registers.h sha256 d2d2e21afbe3acc29d734ed9198fe1e6747abcc12a29ff44f38c1d7a64600902 */
#ifndef DXGMAP_DDI_REGISTERS_H
#define DXGMAP_DDI_REGISTERS_H

#include <stdint.h>

/* The accesses behind every port and register accessor. `width` is 1, 2 or 4 bytes. An access whose target is not
   inside a live view is reported; then a read gives all ones, and a write goes nowhere. */

uint32_t dxgmap_ddi_read_port(const void *port, uint32_t width, const void *site);
void dxgmap_ddi_write_port(const void *port, uint32_t width, uint32_t value, const void *site);
uint32_t dxgmap_ddi_read_register(const volatile void *address, uint32_t width, const void *site);
void dxgmap_ddi_write_register(volatile void *address, uint32_t width, uint32_t value, const void *site);

#endif
/* dxgmap: end model/ddi/registers.h */
#include "dxgmap_accessors.h"
#include "dxgmap_video_accessors.h"

/* READ_PORT_UCHAR, VideoPortReadPortUchar and their kin: one access each, or Count of them in a row. A port buffer is
   transferred through one port, a register buffer through consecutive registers, as the pages say. */

UCHAR READ_PORT_UCHAR(PUCHAR Port)
{
  return (UCHAR)dxgmap_ddi_read_port(Port, sizeof(UCHAR), DXGMAP_DDI_SITE);
}

VOID WRITE_PORT_UCHAR(PUCHAR Port, UCHAR Value)
{
  dxgmap_ddi_write_port(Port, sizeof(UCHAR), Value, DXGMAP_DDI_SITE);
}

VOID READ_PORT_BUFFER_UCHAR(PUCHAR Port, PUCHAR Buffer, ULONG Count)
{
  for (ULONG i = 0; i < Count; i++) {
    Buffer[i] = (UCHAR)dxgmap_ddi_read_port(Port, sizeof(UCHAR), DXGMAP_DDI_SITE);
  }
}

VOID WRITE_PORT_BUFFER_UCHAR(PUCHAR Port, PUCHAR Buffer, ULONG Count)
{
  for (ULONG i = 0; i < Count; i++) {
    dxgmap_ddi_write_port(Port, sizeof(UCHAR), Buffer[i], DXGMAP_DDI_SITE);
  }
}

USHORT READ_PORT_USHORT(PUSHORT Port)
{
  return (USHORT)dxgmap_ddi_read_port(Port, sizeof(USHORT), DXGMAP_DDI_SITE);
}

VOID WRITE_PORT_USHORT(PUSHORT Port, USHORT Value)
{
  dxgmap_ddi_write_port(Port, sizeof(USHORT), Value, DXGMAP_DDI_SITE);
}

VOID READ_PORT_BUFFER_USHORT(PUSHORT Port, PUSHORT Buffer, ULONG Count)
{
  for (ULONG i = 0; i < Count; i++) {
    Buffer[i] = (USHORT)dxgmap_ddi_read_port(Port, sizeof(USHORT), DXGMAP_DDI_SITE);
  }
}

VOID WRITE_PORT_BUFFER_USHORT(PUSHORT Port, PUSHORT Buffer, ULONG Count)
{
  for (ULONG i = 0; i < Count; i++) {
    dxgmap_ddi_write_port(Port, sizeof(USHORT), Buffer[i], DXGMAP_DDI_SITE);
  }
}

ULONG READ_PORT_ULONG(PULONG Port)
{
  return (ULONG)dxgmap_ddi_read_port(Port, sizeof(ULONG), DXGMAP_DDI_SITE);
}

VOID WRITE_PORT_ULONG(PULONG Port, ULONG Value)
{
  dxgmap_ddi_write_port(Port, sizeof(ULONG), Value, DXGMAP_DDI_SITE);
}

VOID READ_PORT_BUFFER_ULONG(PULONG Port, PULONG Buffer, ULONG Count)
{
  for (ULONG i = 0; i < Count; i++) {
    Buffer[i] = (ULONG)dxgmap_ddi_read_port(Port, sizeof(ULONG), DXGMAP_DDI_SITE);
  }
}

VOID WRITE_PORT_BUFFER_ULONG(PULONG Port, PULONG Buffer, ULONG Count)
{
  for (ULONG i = 0; i < Count; i++) {
    dxgmap_ddi_write_port(Port, sizeof(ULONG), Buffer[i], DXGMAP_DDI_SITE);
  }
}

UCHAR READ_REGISTER_UCHAR(volatile UCHAR *Register)
{
  return (UCHAR)dxgmap_ddi_read_register(Register, sizeof(UCHAR), DXGMAP_DDI_SITE);
}

VOID WRITE_REGISTER_UCHAR(volatile UCHAR *Register, UCHAR Value)
{
  dxgmap_ddi_write_register(Register, sizeof(UCHAR), Value, DXGMAP_DDI_SITE);
}

VOID READ_REGISTER_BUFFER_UCHAR(volatile UCHAR *Register, PUCHAR Buffer, ULONG Count)
{
  for (ULONG i = 0; i < Count; i++) {
    Buffer[i] = (UCHAR)dxgmap_ddi_read_register(Register + i, sizeof(UCHAR), DXGMAP_DDI_SITE);
  }
}

VOID WRITE_REGISTER_BUFFER_UCHAR(volatile UCHAR *Register, PUCHAR Buffer, ULONG Count)
{
  for (ULONG i = 0; i < Count; i++) {
    dxgmap_ddi_write_register(Register + i, sizeof(UCHAR), Buffer[i], DXGMAP_DDI_SITE);
  }
}

USHORT READ_REGISTER_USHORT(volatile USHORT *Register)
{
  return (USHORT)dxgmap_ddi_read_register(Register, sizeof(USHORT), DXGMAP_DDI_SITE);
}

VOID WRITE_REGISTER_USHORT(volatile USHORT *Register, USHORT Value)
{
  dxgmap_ddi_write_register(Register, sizeof(USHORT), Value, DXGMAP_DDI_SITE);
}

VOID READ_REGISTER_BUFFER_USHORT(volatile USHORT *Register, PUSHORT Buffer, ULONG Count)
{
  for (ULONG i = 0; i < Count; i++) {
    Buffer[i] = (USHORT)dxgmap_ddi_read_register(Register + i, sizeof(USHORT), DXGMAP_DDI_SITE);
  }
}

VOID WRITE_REGISTER_BUFFER_USHORT(volatile USHORT *Register, PUSHORT Buffer, ULONG Count)
{
  for (ULONG i = 0; i < Count; i++) {
    dxgmap_ddi_write_register(Register + i, sizeof(USHORT), Buffer[i], DXGMAP_DDI_SITE);
  }
}

ULONG READ_REGISTER_ULONG(volatile ULONG *Register)
{
  return (ULONG)dxgmap_ddi_read_register(Register, sizeof(ULONG), DXGMAP_DDI_SITE);
}

VOID WRITE_REGISTER_ULONG(volatile ULONG *Register, ULONG Value)
{
  dxgmap_ddi_write_register(Register, sizeof(ULONG), Value, DXGMAP_DDI_SITE);
}

VOID READ_REGISTER_BUFFER_ULONG(volatile ULONG *Register, PULONG Buffer, ULONG Count)
{
  for (ULONG i = 0; i < Count; i++) {
    Buffer[i] = (ULONG)dxgmap_ddi_read_register(Register + i, sizeof(ULONG), DXGMAP_DDI_SITE);
  }
}

VOID WRITE_REGISTER_BUFFER_ULONG(volatile ULONG *Register, PULONG Buffer, ULONG Count)
{
  for (ULONG i = 0; i < Count; i++) {
    dxgmap_ddi_write_register(Register + i, sizeof(ULONG), Buffer[i], DXGMAP_DDI_SITE);
  }
}

UCHAR VideoPortReadPortUchar(PUCHAR Port)
{
  return (UCHAR)dxgmap_ddi_read_port(Port, sizeof(UCHAR), DXGMAP_DDI_SITE);
}

VOID VideoPortWritePortUchar(PUCHAR Port, UCHAR Value)
{
  dxgmap_ddi_write_port(Port, sizeof(UCHAR), Value, DXGMAP_DDI_SITE);
}

VOID VideoPortReadPortBufferUchar(PUCHAR Port, PUCHAR Buffer, ULONG Count)
{
  for (ULONG i = 0; i < Count; i++) {
    Buffer[i] = (UCHAR)dxgmap_ddi_read_port(Port, sizeof(UCHAR), DXGMAP_DDI_SITE);
  }
}

VOID VideoPortWritePortBufferUchar(PUCHAR Port, PUCHAR Buffer, ULONG Count)
{
  for (ULONG i = 0; i < Count; i++) {
    dxgmap_ddi_write_port(Port, sizeof(UCHAR), Buffer[i], DXGMAP_DDI_SITE);
  }
}

USHORT VideoPortReadPortUshort(PUSHORT Port)
{
  return (USHORT)dxgmap_ddi_read_port(Port, sizeof(USHORT), DXGMAP_DDI_SITE);
}

VOID VideoPortWritePortUshort(PUSHORT Port, USHORT Value)
{
  dxgmap_ddi_write_port(Port, sizeof(USHORT), Value, DXGMAP_DDI_SITE);
}

VOID VideoPortReadPortBufferUshort(PUSHORT Port, PUSHORT Buffer, ULONG Count)
{
  for (ULONG i = 0; i < Count; i++) {
    Buffer[i] = (USHORT)dxgmap_ddi_read_port(Port, sizeof(USHORT), DXGMAP_DDI_SITE);
  }
}

VOID VideoPortWritePortBufferUshort(PUSHORT Port, PUSHORT Buffer, ULONG Count)
{
  for (ULONG i = 0; i < Count; i++) {
    dxgmap_ddi_write_port(Port, sizeof(USHORT), Buffer[i], DXGMAP_DDI_SITE);
  }
}

ULONG VideoPortReadPortUlong(PULONG Port)
{
  return (ULONG)dxgmap_ddi_read_port(Port, sizeof(ULONG), DXGMAP_DDI_SITE);
}

VOID VideoPortWritePortUlong(PULONG Port, ULONG Value)
{
  dxgmap_ddi_write_port(Port, sizeof(ULONG), Value, DXGMAP_DDI_SITE);
}

VOID VideoPortReadPortBufferUlong(PULONG Port, PULONG Buffer, ULONG Count)
{
  for (ULONG i = 0; i < Count; i++) {
    Buffer[i] = (ULONG)dxgmap_ddi_read_port(Port, sizeof(ULONG), DXGMAP_DDI_SITE);
  }
}

VOID VideoPortWritePortBufferUlong(PULONG Port, PULONG Buffer, ULONG Count)
{
  for (ULONG i = 0; i < Count; i++) {
    dxgmap_ddi_write_port(Port, sizeof(ULONG), Buffer[i], DXGMAP_DDI_SITE);
  }
}

UCHAR VideoPortReadRegisterUchar(PUCHAR Register)
{
  return (UCHAR)dxgmap_ddi_read_register(Register, sizeof(UCHAR), DXGMAP_DDI_SITE);
}

VOID VideoPortWriteRegisterUchar(PUCHAR Register, UCHAR Value)
{
  dxgmap_ddi_write_register(Register, sizeof(UCHAR), Value, DXGMAP_DDI_SITE);
}

VOID VideoPortReadRegisterBufferUchar(PUCHAR Register, PUCHAR Buffer, ULONG Count)
{
  for (ULONG i = 0; i < Count; i++) {
    Buffer[i] = (UCHAR)dxgmap_ddi_read_register(Register + i, sizeof(UCHAR), DXGMAP_DDI_SITE);
  }
}

VOID VideoPortWriteRegisterBufferUchar(PUCHAR Register, PUCHAR Buffer, ULONG Count)
{
  for (ULONG i = 0; i < Count; i++) {
    dxgmap_ddi_write_register(Register + i, sizeof(UCHAR), Buffer[i], DXGMAP_DDI_SITE);
  }
}

USHORT VideoPortReadRegisterUshort(PUSHORT Register)
{
  return (USHORT)dxgmap_ddi_read_register(Register, sizeof(USHORT), DXGMAP_DDI_SITE);
}

VOID VideoPortWriteRegisterUshort(PUSHORT Register, USHORT Value)
{
  dxgmap_ddi_write_register(Register, sizeof(USHORT), Value, DXGMAP_DDI_SITE);
}

VOID VideoPortReadRegisterBufferUshort(PUSHORT Register, PUSHORT Buffer, ULONG Count)
{
  for (ULONG i = 0; i < Count; i++) {
    Buffer[i] = (USHORT)dxgmap_ddi_read_register(Register + i, sizeof(USHORT), DXGMAP_DDI_SITE);
  }
}

VOID VideoPortWriteRegisterBufferUshort(PUSHORT Register, PUSHORT Buffer, ULONG Count)
{
  for (ULONG i = 0; i < Count; i++) {
    dxgmap_ddi_write_register(Register + i, sizeof(USHORT), Buffer[i], DXGMAP_DDI_SITE);
  }
}

ULONG VideoPortReadRegisterUlong(PULONG Register)
{
  return (ULONG)dxgmap_ddi_read_register(Register, sizeof(ULONG), DXGMAP_DDI_SITE);
}

VOID VideoPortWriteRegisterUlong(PULONG Register, ULONG Value)
{
  dxgmap_ddi_write_register(Register, sizeof(ULONG), Value, DXGMAP_DDI_SITE);
}

VOID VideoPortReadRegisterBufferUlong(PULONG Register, PULONG Buffer, ULONG Count)
{
  for (ULONG i = 0; i < Count; i++) {
    Buffer[i] = (ULONG)dxgmap_ddi_read_register(Register + i, sizeof(ULONG), DXGMAP_DDI_SITE);
  }
}

VOID VideoPortWriteRegisterBufferUlong(PULONG Register, PULONG Buffer, ULONG Count)
{
  for (ULONG i = 0; i < Count; i++) {
    dxgmap_ddi_write_register(Register + i, sizeof(ULONG), Buffer[i], DXGMAP_DDI_SITE);
  }
}
/* dxgmap: end model/ddi/accessors.c */
/* dxgmap: begin model/ddi/adapter.c sha256 151d41b40c8446bbabff52555fded8c16fc29face909abbb396c774f2f13e777 */
/* #include "ddi/adapter.h" */
/* dxgmap: begin model/ddi/adapter.h sha256 96987d54486cb59ca06412579ed4d0f1b8554ebffb3ea70963991a417e0cf858 */
#ifndef DXGMAP_DDI_ADAPTER_H
#define DXGMAP_DDI_ADAPTER_H

/* #include "ddi/system.h" */
/* dxgmap: begin model/ddi/system.h sha256 4f84e2a01414cd5dc3b9a5cb6b93fd3d432b6b00f453993feb9641ddf0ea4765 */
#ifndef DXGMAP_DDI_SYSTEM_H
#define DXGMAP_DDI_SYSTEM_H

#include <stdint.h>

/* #include "ddi/core.h" */
/* dxgmap: begin model/ddi/core.h sha256 dff68286c4f8aa04457d51bdd3ed582be10f4f64c2fd1057dfd3000e179c51b9 */
#ifndef DXGMAP_DDI_CORE_H
#define DXGMAP_DDI_CORE_H

/* The proved core, all of it that the Windows face calls. */

/* #include "core/op_adapter.h" */
/* #include "core/op_adl.h" */
/* #include "core/op_bound.h" */
/* #include "core/op_object.h" */
/* #include "core/op_object_view.h" */
/* #include "core/op_pages.h" */
/* #include "core/op_pin.h" */
/* #include "core/op_pointer.h" */
/* #include "core/op_translate.h" */
/* #include "core/op_view.h" */
/* #include "core/state.h" */
/* #include "core/status.h" */
/* #include "core/types.h" */

#endif
/* dxgmap: end model/ddi/core.h */
/* #include "ddi/call.h" */
#include "dxgmap.h"
/* #include "host/host.h" */

/* Addresses for CPU views. */
typedef struct {
  uint32_t id;   /* the host's; 0: none */
  uint8_t *base; /* first byte */
} dxgmap_ddi_window;

/* The host's side of one started adapter. */
typedef struct {
  uint64_t handle; /* 0: this place is free */
  uint32_t mode;   /* enum dxgmap_adapter_mode */
  dxgmap_ddi_window window;
  uint32_t chain;
  uint32_t section[DXGMAP_CHAIN];    /* save area of each physical adapter; 0: none */
  uint64_t save_bytes[DXGMAP_CHAIN]; /* and its size */
  uint32_t resources;
  dxgmap_resource resource[DXGMAP_RESOURCES];
  uint32_t device[DXGMAP_RESOURCES]; /* the memory behind it; 0 for ports */
  PCM_RESOURCE_LIST list;            /* what DxgkCbGetDeviceInformation shows */
  size_t list_bytes;
  PVOID miniport_context;
  PVOID physical_device_object;
  dxgmap_register_hook *hook;
  void *hook_context;
  PVOID extension; /* HwDeviceExtension, or NULL */
  size_t extension_bytes;
  dxgmap_start_io *start_io;
} dxgmap_ddi_adapter;

/* The one system of the process. All of it is guarded by the host's lock. */
typedef struct {
  dxgmap_state *state; /* NULL: not open */
  uint64_t installed_pages;
  uint64_t commit_pages;
  uint64_t quarantine_pages;
  uint64_t choices;         /* how many the library has made: drives what the pages leave open */
  dxgmap_ddi_window window; /* of views of physical memory objects */
  uint32_t fail_pins;
  uint32_t fail_pointers;
  uint32_t fail_adls;
  uint32_t fail_maps;
  dxgmap_pressure *pressure;
  void *pressure_context;
  dxgmap_ddi_adapter adapter[DXGMAP_ADAPTERS];
} dxgmap_ddi_system;

extern dxgmap_ddi_system dxgmap_ddi;

/* The adapter of a raw handle; NULL when none is started under it. */
dxgmap_ddi_adapter *dxgmap_ddi_adapter_of(uint64_t handle);

/* Names the numbers that a pin or a frame buffer pointer was refused for. */
void dxgmap_ddi_blame_size(dxgmap_ddi_call *call, uint32_t cause, uint32_t index, uint64_t size, uint64_t offset);

/* The next choice of what the pages leave open: a number below `below`, equal for equal seeds and calls. */
uint64_t dxgmap_ddi_choose(uint64_t below);

/* Whether this call meets memory pressure. It uses up one failure that was asked for. */
uint32_t dxgmap_ddi_pressed(uint32_t operation, uint32_t index, uint64_t offset, uint64_t bytes);

#endif
/* dxgmap: end model/ddi/system.h */

/* Gives back what the host holds for an adapter that has nothing live, and frees its place. */
void dxgmap_ddi_adapter_release(dxgmap_ddi_adapter *a);

#endif
/* dxgmap: end model/ddi/adapter.h */

#include <string.h>

/* #include "ddi/resources.h" */
/* dxgmap: begin model/ddi/resources.h sha256 c401ff2142e2b6906525df8b13807476c0b9133dfcb466faa66ee98529d05744 */
#ifndef DXGMAP_DDI_RESOURCES_H
#define DXGMAP_DDI_RESOURCES_H

/* #include "ddi/system.h" */

/* The ranges that an adapter owns: their memory, and the list that the driver is shown. */

/* DXGMAP_CAUSE_BAD_RESOURCE: a range overlaps memory or another one, or cannot be listed. DXGMAP_CAUSE_NO_HOST. After
   a failure dxgmap_ddi_resources_close undoes what was done. */
uint32_t dxgmap_ddi_resources_open(dxgmap_ddi_adapter *a, const dxgmap_start *start);
void dxgmap_ddi_resources_close(dxgmap_ddi_adapter *a);

/* The resource of that space that holds all of [start, start + length); DXGMAP_RESOURCES when none does. */
uint32_t dxgmap_ddi_resource_of(const dxgmap_ddi_adapter *a, uint32_t space, uint64_t start, uint64_t length);

/* The device's own view of a byte of memory resource i. */
uint8_t *dxgmap_ddi_resource_byte(const dxgmap_ddi_adapter *a, uint32_t i, uint64_t physical);

#endif
/* dxgmap: end model/ddi/resources.h */
/* #include "ddi/status.h" */
/* dxgmap: begin model/ddi/status.h sha256 7a030693f5a97724314057981fba97bc7f01e85aacd90292a21d20a09d3b4ae1 */
#ifndef DXGMAP_DDI_STATUS_H
#define DXGMAP_DDI_STATUS_H

#include <stdint.h>

#include "dxgmap.h"

/* Whose fault a cause is, and so whether it is reported. */
enum dxgmap_ddi_class {
  DXGMAP_DDI_ANSWER = 0,    /* nobody's */
  DXGMAP_DDI_REFUSAL = 1,   /* nobody's: a correct driver expects it and goes on */
  DXGMAP_DDI_HARNESS = 2,   /* the harness's: it gets the cause as a result */
  DXGMAP_DDI_VIOLATION = 3, /* the driver's: reported */
};

/* What the specification's table says of a cause. */
typedef struct {
  uint32_t cause;
  const char *name;
  NTSTATUS status;
  uint32_t fault;
  const char *sentence;
  const char *rules;
  const char *theorems;
  const char *analogue;
} dxgmap_ddi_cause;

typedef struct {
  uint32_t operation;
  uint32_t harness; /* not 0: a call of the harness, whose causes are results and not reports */
  const char *name; /* as the driver or the harness calls it */
} dxgmap_ddi_operation;

/* Never NULL: an unknown number has a row that says so. */
const dxgmap_ddi_cause *dxgmap_ddi_cause_row(uint32_t cause);
const dxgmap_ddi_operation *dxgmap_ddi_operation_row(uint32_t operation);

/* What Windows would do, by the kind of the mapping that the report is about. */
const char *dxgmap_ddi_analogue(uint32_t cause, uint32_t kind);

/* Whether the cause, met by the operation, is a fault of the driver. */
int dxgmap_ddi_is_violation(uint32_t operation, uint32_t cause);

/* What the operation answers, overrides of the harness included. */
NTSTATUS dxgmap_ddi_status(uint32_t operation, uint32_t cause);

/* DXGMAP_CAUSE_NO_HOST: 64 overrides are set already. */
uint32_t dxgmap_ddi_override_set(uint32_t operation, uint32_t cause, NTSTATUS status);
void dxgmap_ddi_override_reset(void);

#endif
/* dxgmap: end model/ddi/status.h */

#define DXGMAP_DDI_QUARANTINE_RANGES 16u

_Static_assert((int)DXGMAP_MODE_IDENTITY == (int)DXGMAP_IDENTITY && (int)DXGMAP_MODE_REMAPPING == (int)DXGMAP_REMAPPING,
               "public and core numbers differ: the modes");

static dxgmap_ddi_adapter *dxgmap_ddi_adapter_place(void)
{
  for (uint32_t i = 0; i < DXGMAP_ADAPTERS; i++) {
    if (dxgmap_ddi.adapter[i].handle == 0) {
      return &dxgmap_ddi.adapter[i];
    }
  }
  return NULL;
}

/* In identity mode a logical page comes back with its physical one, whatever waits, so by itself nothing does. */
static uint32_t dxgmap_ddi_quarantine(uint32_t mode, uint32_t ranges)
{
  if (ranges == 0 && mode == DXGMAP_MODE_IDENTITY) {
    return 0;
  }
  if (ranges == 0) {
    return DXGMAP_QUARANTINE < DXGMAP_DDI_QUARANTINE_RANGES ? DXGMAP_QUARANTINE : DXGMAP_DDI_QUARANTINE_RANGES;
  }
  return ranges != DXGMAP_NO_QUARANTINE ? ranges : 0;
}

static void dxgmap_ddi_start_decode(const dxgmap_adapter_description *d, dxgmap_start *start)
{
  memset(start, 0, sizeof(*start));
  start->mode = d->mode;
  start->quarantine = dxgmap_ddi_quarantine(d->mode, d->quarantine_ranges);
  start->chain = d->physical_adapters;
  for (uint32_t i = 0; i < d->physical_adapters && i < DXGMAP_CHAIN && d->save_bytes != NULL; i++) {
    start->save_bytes[i] = d->save_bytes[i];
  }
  start->commit_limit = dxgmap_ddi.commit_pages;
  start->installed_pages = dxgmap_ddi.installed_pages;
  start->highest_visible = d->highest_visible_address != 0 ? d->highest_visible_address : UINT64_MAX;
  start->resources = d->resources;
  for (uint32_t i = 0; i < d->resources && i < DXGMAP_RESOURCES; i++) {
    start->resource[i].space = d->resource[i].space;
    start->resource[i].start = d->resource[i].start;
    start->resource[i].length = d->resource[i].length;
  }
}

static void dxgmap_ddi_sections_close(dxgmap_ddi_adapter *a)
{
  for (uint32_t i = 0; i < DXGMAP_CHAIN; i++) {
    if (a->section[i] != 0) {
      dxgmap_host_section_close(a->section[i]);
    }
  }
}

static int dxgmap_ddi_sections_open(dxgmap_ddi_adapter *a, const dxgmap_start *start)
{
  for (uint32_t i = 0; i < start->chain; i++) {
    uint64_t pages = start->save_bytes[i] / PAGE_SIZE;
    a->save_bytes[i] = start->save_bytes[i];
    if (pages > 0 && dxgmap_host_section_open(pages, &a->section[i]) != DXGMAP_HOST_OK) {
      return 0;
    }
  }
  return 1;
}

void dxgmap_ddi_adapter_release(dxgmap_ddi_adapter *a)
{
  if (a->window.id != 0) {
    dxgmap_host_window_close(a->window.id);
  }
  dxgmap_ddi_resources_close(a);
  dxgmap_ddi_sections_close(a);
  dxgmap_host_free(a->extension, a->extension_bytes);
  memset(a, 0, sizeof(*a));
}

static uint32_t dxgmap_ddi_adapter_acquire(dxgmap_ddi_adapter *a, const dxgmap_start *start)
{
  a->chain = start->chain;
  uint32_t cause = dxgmap_ddi_resources_open(a, start);
  if (cause != DXGMAP_CAUSE_NONE) {
    return cause;
  }
  if (!dxgmap_ddi_sections_open(a, start) ||
      dxgmap_host_window_open(DXGMAP_WINDOW, dxgmap_ddi.quarantine_pages, &a->window.id) != DXGMAP_HOST_OK) {
    return DXGMAP_CAUSE_NO_HOST;
  }
  a->window.base = dxgmap_host_window_base(a->window.id);
  return DXGMAP_CAUSE_NONE;
}

static void dxgmap_ddi_adapter_describe(dxgmap_ddi_adapter *a, const dxgmap_adapter_description *d, uint64_t handle)
{
  a->handle = handle;
  a->mode = d->mode;
  a->miniport_context = d->miniport_context;
  a->physical_device_object = d->physical_device_object;
  a->hook = d->hook;
  a->hook_context = d->hook_context;
}

static int dxgmap_ddi_hopeless_resource(const dxgmap_resource *r)
{
  return r->space > DXGMAP_IO_SPACE || r->length == 0 || r->start > UINT64_MAX - r->length;
}

/* Whether the core is sure to refuse, so that the host need not, and could not, be asked for what is described. */
static int dxgmap_ddi_hopeless(const dxgmap_start *start)
{
  int hopeless = start->chain == 0 || start->chain > DXGMAP_CHAIN || start->resources > DXGMAP_RESOURCES ||
                 start->mode > DXGMAP_REMAPPING || start->quarantine > DXGMAP_QUARANTINE;
  for (uint32_t i = 0; !hopeless && i < start->chain; i++) {
    uint64_t bytes = start->save_bytes[i];
    hopeless = bytes % PAGE_SIZE != 0 || bytes / PAGE_SIZE > start->commit_limit;
  }
  for (uint32_t i = 0; !hopeless && i < start->resources; i++) {
    hopeless = dxgmap_ddi_hopeless_resource(&start->resource[i]);
  }
  return hopeless;
}

static uint32_t dxgmap_ddi_start(const dxgmap_adapter_description *d, HANDLE *adapter)
{
  dxgmap_start start;
  dxgmap_ddi_start_decode(d, &start);
  dxgmap_ddi_adapter *a = dxgmap_ddi_adapter_place();
  if (a == NULL || dxgmap_ddi_hopeless(&start)) {
    return dxgmap_op_start(dxgmap_ddi.state, &start).status;
  }
  uint32_t cause = dxgmap_ddi_adapter_acquire(a, &start);
  dxgmap_outcome outcome = {cause, 0};
  if (cause == DXGMAP_CAUSE_NONE) {
    outcome = dxgmap_op_start(dxgmap_ddi.state, &start);
  }
  if (outcome.status != DXGMAP_OK) {
    dxgmap_ddi_adapter_release(a);
    return outcome.status;
  }
  dxgmap_ddi_adapter_describe(a, d, outcome.handle);
  *adapter = (HANDLE)(uintptr_t)outcome.handle;
  return DXGMAP_CAUSE_NONE;
}

uint32_t dxgmap_adapter_start(const dxgmap_adapter_description *description, HANDLE *adapter)
{
  dxgmap_ddi_call call;
  if (!dxgmap_ddi_enter(&call, DXGMAP_OPERATION_START, NULL, DXGMAP_DDI_SITE)) {
    return DXGMAP_CAUSE_NOT_OPEN;
  }
  uint32_t cause = DXGMAP_CAUSE_BAD_ARGUMENT;
  if (description != NULL && adapter != NULL && (description->resources == 0 || description->resource != NULL)) {
    cause = dxgmap_ddi_start(description, adapter);
  }
  (void)dxgmap_ddi_leave(&call, cause);
  return cause;
}

/* A step of the harness that has an adapter alone. */
static uint32_t dxgmap_ddi_simple(uint32_t operation, HANDLE adapter, uint32_t (*step)(dxgmap_state *, uint64_t),
                                  const void *site)
{
  dxgmap_ddi_call call;
  if (!dxgmap_ddi_enter(&call, operation, adapter, site)) {
    return DXGMAP_CAUSE_NOT_OPEN;
  }
  uint32_t cause = step(dxgmap_ddi.state, call.adapter);
  (void)dxgmap_ddi_leave(&call, cause);
  return cause;
}

uint32_t dxgmap_adapter_attach(HANDLE adapter)
{
  return dxgmap_ddi_simple(DXGMAP_OPERATION_ATTACH, adapter, dxgmap_op_attach, DXGMAP_DDI_SITE);
}

uint32_t dxgmap_adapter_exclusive_begin(HANDLE adapter)
{
  return dxgmap_ddi_simple(DXGMAP_OPERATION_EXCLUSIVE_BEGIN, adapter, dxgmap_op_exclusive_begin, DXGMAP_DDI_SITE);
}

uint32_t dxgmap_adapter_exclusive_end(HANDLE adapter)
{
  return dxgmap_ddi_simple(DXGMAP_OPERATION_EXCLUSIVE_END, adapter, dxgmap_op_exclusive_end, DXGMAP_DDI_SITE);
}
/* dxgmap: end model/ddi/adapter.c */
/* dxgmap: begin model/ddi/adl.c sha256 841c6ea3165aa894b73de7844e04557be5cfafb9cb671773c12881428ac707ae */
/* #include "ddi/adl.h" */
/* dxgmap: begin model/ddi/adl.h sha256 8b7271ca943666afdb22084cbeb6d763b1948ec273c57716251bfd8a80b852d2 */
#ifndef DXGMAP_DDI_ADL_H
#define DXGMAP_DDI_ADL_H

/* #include "ddi/record.h" */
/* dxgmap: begin model/ddi/record.h sha256 eb7e9e7223838e4595d8f4d8b26914bd17e3b652e189ccfed0a5560812c83852 */
#ifndef DXGMAP_DDI_RECORD_H
#define DXGMAP_DDI_RECORD_H

#include <stdint.h>

#include "dxgmap_mdl.h"

/* What the Windows face keeps beside the core's descriptor of one mapping: the host's side of it, and enough to name
   it in a report after it was released. The caller holds the lock. */
typedef struct dxgmap_ddi_record {
  struct dxgmap_ddi_record *next;      /* in its bucket */
  struct dxgmap_ddi_record *next_list; /* in the bucket of its list */
  struct dxgmap_ddi_record *later;     /* released after this one */
  uint64_t mapping;                    /* identity; 0 before the core gave one */
  uint64_t adapter;                    /* handle; of an object or a view of one: the adapter that it ends with, or 0 */
  uint64_t parent; /* what it belongs to: adapter object of an ADL, object of an adapter object or a view; or 0 */
  uint64_t ticket; /* of the call stacks, until bound */
  uint32_t kind;   /* enum dxgmap_mapping_kind */
  uint32_t index;  /* physical adapter */
  uint32_t live;
  uint32_t space;    /* of a view */
  uint32_t type;     /* of an object, or a view of one: enum dxgmap_object_type */
  uint32_t slack;    /* of a view of an object: window pages before its data */
  uint64_t process;  /* of a view of an object in user mode: where it is */
  uint64_t pages;    /* captured, or in view */
  uint64_t logical;  /* with remapping: the first of its logical pages, `pages` in a row; else 0 */
  uint64_t physical; /* of a view or an object: address; of a pointer, an ADL or a view of an object: offset in it */
  uint64_t length;   /* bytes */
  uint64_t *frames;  /* `pages` of them, held, as the core has captured them; NULL for views */
  void *address;     /* where the driver sees it; the port in I/O space */
  uint32_t window;
  uint64_t at;   /* window place */
  uint64_t span; /* window pages; 0: none */
  void *list;    /* the MDL or ADL that Dxgkrnl lends */
  size_t list_bytes;
  struct dxgmap_ddi_mdl *lent;         /* registry entry of the MDL in `list`, or NULL */
  struct dxgmap_ddi_mdl *source;       /* MapMdlToIoMmu: entry of the driver's MDL; NULL once it is not what it was */
  struct dxgmap_ddi_record *beside;    /* another live mapping of the same MDL */
  struct dxgmap_ddi_record *stopped;   /* another one that the same stop releases */
  struct dxgmap_ddi_record *next_port; /* another live view in I/O space */
  uint32_t leaked;                     /* reported as a leak already */
  PMDL mdl;                            /* MapMdlToIoMmu: where it was; never read */
  MDL head;                            /* as captured */
} dxgmap_ddi_record;

/* A record with room for `frames` page numbers and a list of `list_bytes` bytes, its map stack captured; NULL when the
   host has no memory. It is in no table yet. */
dxgmap_ddi_record *dxgmap_ddi_record_new(const void *site, uint32_t kind, uint64_t adapter, uint64_t frames,
                                         size_t list_bytes);

/* Undoes dxgmap_ddi_record_new: the mapping did not come to be. */
void dxgmap_ddi_record_cancel(dxgmap_ddi_record *record);

/* The mapping lives under this identity. Cannot fail. */
void dxgmap_ddi_record_bind(dxgmap_ddi_record *record, uint64_t mapping);

/* The mapping was released: its frames are dropped, its list is poisoned, and it is remembered among the released. */
void dxgmap_ddi_record_release(dxgmap_ddi_record *record, const void *site);

/* Live or remembered; NULL when nothing is known of the identity. */
dxgmap_ddi_record *dxgmap_ddi_record_find(uint64_t mapping);

/* The mapping, live or remembered, that Dxgkrnl lent the list at this address for; NULL when it never lent it. */
dxgmap_ddi_record *dxgmap_ddi_record_of_list(const void *list);

/* Who released the place last, for a report: the youngest remembered record that matches; NULL if none does. */
dxgmap_ddi_record *dxgmap_ddi_record_last_pin(uint64_t adapter, uint32_t index);
dxgmap_ddi_record *dxgmap_ddi_record_last_port(uint64_t adapter, uint64_t port);

/* The same for a page, by the number that the device of the adapter has for it. */
dxgmap_ddi_record *dxgmap_ddi_record_last_page(uint64_t adapter, uint64_t page);

/* A live view in I/O space that holds the ports [port, port + width); NULL when none does. */
dxgmap_ddi_record *dxgmap_ddi_record_of_port(uint64_t port, uint32_t width);

/* Empty tables that remember `remembered` released mappings; 0 if the host has no room. */
int dxgmap_ddi_records_open(uint64_t remembered);
void dxgmap_ddi_records_close(void);

#endif
/* dxgmap: end model/ddi/record.h */
/* #include "ddi/system.h" */

/* The ADLs that Dxgkrnl lends: of a pin, of a part of an object. They stand in the record's list and are poisoned when
   it is released. */

/* How the driver wants the pages of an ADL to lie. */
enum dxgmap_ddi_adl_wish { DXGMAP_DDI_ADL_ANY = 0, DXGMAP_DDI_ADL_PREFER = 1, DXGMAP_DDI_ADL_REQUIRE = 2 };

/* Bytes of an ADL with room for an array. */
size_t dxgmap_ddi_adl_bytes(uint64_t pages);

/* Whether this hint is followed: every other time, so that a driver that does not look at the flag fails soon. */
int dxgmap_ddi_adl_follows(uint32_t wish);

/* An ADL of the frames as they are: without remapping. */
DXGK_ADL *dxgmap_ddi_adl_physical(const dxgmap_ddi_record *record);

/* With remapping the core maps its page list to logical pages in a row. Decides how the ADL names them, and puts
   record->frames, one a page of the memory, in the order in which the core is to have them. */
void dxgmap_ddi_adl_arrange(dxgmap_ddi_record *record, uint32_t wish);

/* The mapping lives: the ADL of a record that was arranged. */
DXGK_ADL *dxgmap_ddi_adl_lend(dxgmap_ddi_record *record);

#endif
/* dxgmap: end model/ddi/adl.h */

#include <string.h>

size_t dxgmap_ddi_adl_bytes(uint64_t pages)
{
  return sizeof(DXGK_ADL) + (size_t)pages * sizeof(DXGK_PAGE_NUMBER);
}

int dxgmap_ddi_adl_follows(uint32_t wish)
{
  return wish == DXGMAP_DDI_ADL_REQUIRE || (wish == DXGMAP_DDI_ADL_PREFER && dxgmap_ddi_choose(2) == 0);
}

static DXGK_PAGE_NUMBER *dxgmap_ddi_adl_array(const dxgmap_ddi_record *record)
{
  return (DXGK_PAGE_NUMBER *)((DXGK_ADL *)record->list + 1);
}

static DXGK_ADL *dxgmap_ddi_adl_describe(const dxgmap_ddi_record *record, int run, DXGK_PAGE_NUMBER base)
{
  DXGK_ADL *adl = record->list;
  adl->PageCount = (UINT32)record->pages;
  adl->Flags.Value = 0;
  adl->Flags.Contiguous = run ? 1u : 0u;
  if (run) {
    adl->BasePageNumber = base;
  } else {
    adl->Pages = dxgmap_ddi_adl_array(record);
  }
  return adl;
}

/* A list of one page is left an array: a driver must look at the flag and not at the count. */
static int dxgmap_ddi_adl_is_run(const dxgmap_ddi_record *record)
{
  for (uint64_t i = 1; i < record->pages; i++) {
    if (record->frames[i] != record->frames[0] + i) {
      return 0;
    }
  }
  return record->pages > 1;
}

DXGK_ADL *dxgmap_ddi_adl_physical(const dxgmap_ddi_record *record)
{
  int run = dxgmap_ddi_adl_is_run(record);
  if (!run) {
    memcpy(dxgmap_ddi_adl_array(record), record->frames, (size_t)record->pages * sizeof(DXGK_PAGE_NUMBER));
  }
  return dxgmap_ddi_adl_describe(record, run, record->frames[0]);
}

/* Two pages of the memory change their numbers, and so the places of their frames. */
static void dxgmap_ddi_adl_swap(const dxgmap_ddi_record *record, uint64_t a, uint64_t b)
{
  DXGK_PAGE_NUMBER *page = dxgmap_ddi_adl_array(record);
  DXGK_PAGE_NUMBER number = page[a];
  uint64_t frame = record->frames[number];
  record->frames[number] = record->frames[page[b]];
  record->frames[page[b]] = frame;
  page[a] = page[b];
  page[b] = number;
}

/* Shuffles, then parts neighbours: swapping the two of an ascending pair makes no new one. */
static void dxgmap_ddi_adl_scatter(const dxgmap_ddi_record *record)
{
  DXGK_PAGE_NUMBER *page = dxgmap_ddi_adl_array(record);
  for (uint64_t i = 0; i < record->pages; i++) {
    page[i] = i;
  }
  for (uint64_t i = record->pages; i > 1; i--) {
    dxgmap_ddi_adl_swap(record, i - 1, dxgmap_ddi_choose(i));
  }
  for (uint64_t i = 1; i < record->pages; i++) {
    if (page[i] == page[i - 1] + 1) {
      dxgmap_ddi_adl_swap(record, i - 1, i);
    }
  }
}

void dxgmap_ddi_adl_arrange(dxgmap_ddi_record *record, uint32_t wish)
{
  int run = dxgmap_ddi_adl_follows(wish) && (record->pages > 1 || wish == DXGMAP_DDI_ADL_REQUIRE);
  if (!run) {
    dxgmap_ddi_adl_scatter(record);
  }
  (void)dxgmap_ddi_adl_describe(record, run, 0);
}

DXGK_ADL *dxgmap_ddi_adl_lend(dxgmap_ddi_record *record)
{
  DXGK_ADL *adl = record->list;
  DXGK_PAGE_NUMBER *page = dxgmap_ddi_adl_array(record);
  record->logical = dxgmap_base_page(dxgmap_ddi.state, record->mapping);
  if (adl->Flags.Contiguous != 0) {
    adl->BasePageNumber = record->logical;
    return adl;
  }
  for (uint64_t i = 0; i < record->pages; i++) {
    page[i] += record->logical;
  }
  return adl;
}
/* dxgmap: end model/ddi/adl.c */
/* dxgmap: begin model/ddi/allocate.c sha256 144dbd23fb9cab699fc61466f013d5f9aff7b7b0518a28539d4aae01b0b3e29e */
/* #include "ddi/frames.h" */
/* dxgmap: begin model/ddi/frames.h sha256 b8d5cc3dc22529313fd0121d4ba7eb0cd4a7ad7c236ebbd92e53cfd6cd9ca544 */
#ifndef DXGMAP_DDI_FRAMES_H
#define DXGMAP_DDI_FRAMES_H

/* #include "ddi/record.h" */
/* #include "ddi/system.h" */

/* Physical memory as drivers ask for it. Each fills record->frames with record->pages page numbers; 0: the host has
   none such. */

/* What MmAllocatePagesForMdl is given. */
typedef struct {
  PHYSICAL_ADDRESS low;
  PHYSICAL_ADDRESS high; /* the last byte */
  PHYSICAL_ADDRESS skip;
  ULONG flags;
} dxgmap_ddi_frames_wish;

/* Scattered, within [low, high]; when that range has too few pages, the next one, `skip` further up, is tried. */
int dxgmap_ddi_frames_search(const dxgmap_ddi_frames_wish *wish, dxgmap_ddi_record *record);

/* A run within [low, high] that crosses no multiple of `boundary` (bytes, a power of two, or 0). */
int dxgmap_ddi_frames_run(PHYSICAL_ADDRESS low, PHYSICAL_ADDRESS high, PHYSICAL_ADDRESS boundary,
                          dxgmap_ddi_record *record);

/* What is wrong with such a skip or boundary; NULL: nothing. */
const char *dxgmap_ddi_skip_fault(PHYSICAL_ADDRESS skip);
const char *dxgmap_ddi_boundary_fault(PHYSICAL_ADDRESS boundary);

#endif
/* dxgmap: end model/ddi/frames.h */
/* #include "ddi/handle.h" */
/* dxgmap: begin model/ddi/handle.h sha256 593b3cdcf422e6ec2bdc73a5b0fb9efc9ca9ad49e6b0100ce053f5b9d6a25bbc */
#ifndef DXGMAP_DDI_HANDLE_H
#define DXGMAP_DDI_HANDLE_H

/* #include "ddi/system.h" */

/* Handles as they come from the driver. */

/* Says whose the handle that could not be released is, or was. */
void dxgmap_ddi_blame_handle(dxgmap_ddi_call *call, HANDLE handle, uint32_t kind);

/* The same for BAD_HANDLE, and no other cause, where an object's handle was expected, or an adapter object's. */
void dxgmap_ddi_blame_object(dxgmap_ddi_call *call, uint32_t cause, HANDLE handle);

/* A live mapping of this kind that belongs to `parent`; 0: none. Looks at all that is live: for reports. */
uint64_t dxgmap_ddi_child(uint64_t parent, uint32_t kind);

#endif
/* dxgmap: end model/ddi/handle.h */
/* #include "ddi/lend.h" */
/* dxgmap: begin model/ddi/lend.h sha256 48881d41b7361a68f37649cc99f624f4776dd5fafc1a1e384c59ab1a19883183 */
#ifndef DXGMAP_DDI_LEND_H
#define DXGMAP_DDI_LEND_H

/* #include "ddi/record.h" */
/* #include "ddi/system.h" */

/* The MDLs that Dxgkrnl lends: of a pin, of allocated pages. They stand in the record's list and are poisoned when it
   is released. */

/* Makes the registry's entry for the MDL in record->list, over all frames of the record. 0: no memory. */
int dxgmap_ddi_lend_prepare(dxgmap_ddi_record *record, uint64_t bytes);
void dxgmap_ddi_lend_cancel(dxgmap_ddi_record *record);

/* The mapping lives: the MDL is one that the driver may use. */
PMDL dxgmap_ddi_lend(dxgmap_ddi_record *record);

#endif
/* dxgmap: end model/ddi/lend.h */
/* #include "ddi/mdls.h" */
/* dxgmap: begin model/ddi/mdls.h sha256 204aa33a4b734e957e7fb2131a63a652be3e86a94578978c290f03b4030178d3 */
#ifndef DXGMAP_DDI_MDLS_H
#define DXGMAP_DDI_MDLS_H

#include <stdint.h>

#include "dxgmap_mdl.h"

/* Which MDLs are alive. An MDL is driver memory that the driver may have freed, so nothing is read through a pointer
   that this registry does not know. The caller holds the lock. */

enum dxgmap_ddi_mdl_state {
  DXGMAP_DDI_MDL_EMPTY = 0,  /* allocated; its page numbers mean nothing */
  DXGMAP_DDI_MDL_LOCKED = 1, /* by MmProbeAndLockPages */
  DXGMAP_DDI_MDL_BUILT = 2,  /* by MmBuildMdlForNonPagedPool */
  DXGMAP_DDI_MDL_LENT = 3,   /* Dxgkrnl's own, with its pages */
  DXGMAP_DDI_MDL_GONE = 4,   /* Dxgkrnl's own, taken back: poison */
};

typedef struct dxgmap_ddi_mdl {
  struct dxgmap_ddi_mdl *next; /* in its bucket */
  PMDL mdl;
  uint32_t state;                 /* enum dxgmap_ddi_mdl_state */
  uint64_t bytes;                 /* of the structure and its page numbers */
  uint64_t pages;                 /* room for page numbers */
  uint64_t *frames;               /* the true page numbers: of the lock, or those lent */
  struct dxgmap_ddi_record *maps; /* the live mappings made of it, linked by `beside` */
  uint64_t locked;                /* how many of them hold their frame on behalf of this MDL */
  uint64_t owner;                 /* identity of the mapping that lends it; 0: it is the driver's */
  void *system;                   /* first page where MmMapLockedPagesSpecifyCache put it, or NULL */
  uint64_t system_pages;
} dxgmap_ddi_mdl;

/* NULL: no such MDL is alive. */
dxgmap_ddi_mdl *dxgmap_ddi_mdl_find(PMDL mdl);

/* An entry with room for `pages` true page numbers (none for 0), in no table yet; NULL: no memory. */
dxgmap_ddi_mdl *dxgmap_ddi_mdl_entry(PMDL mdl, uint64_t bytes, uint64_t pages);
void dxgmap_ddi_mdl_entry_free(dxgmap_ddi_mdl *entry);

void dxgmap_ddi_mdl_add(dxgmap_ddi_mdl *entry);
void dxgmap_ddi_mdl_remove(dxgmap_ddi_mdl *entry); /* and frees the entry */

/* The record is a mapping of the entry's MDL, and no longer is. */
void dxgmap_ddi_mdl_join(dxgmap_ddi_mdl *entry, struct dxgmap_ddi_record *record);
void dxgmap_ddi_mdl_part(struct dxgmap_ddi_record *record);

/* The MDL is freed, unlocked or taken back: no mapping of it looks at it again. The identity of one of them, with
   how many there were; 0 if it was not mapped. */
uint64_t dxgmap_ddi_mdl_abandon(dxgmap_ddi_mdl *entry, uint64_t *mappings);

/* A fresh, empty MDL over [address, address + bytes) in `mdl`, with the layout of W1. */
void dxgmap_ddi_mdl_describe(PMDL mdl, const void *address, uint64_t bytes);

/* Bytes of an MDL with room for `pages` page numbers. */
size_t dxgmap_ddi_mdl_size(uint64_t pages);

/* Page numbers that a header speaks of. */
uint64_t dxgmap_ddi_mdl_span(const MDL *head);

int dxgmap_ddi_mdls_open(void); /* 0 if the host has no room */

/* Frees the entries, and the MDLs that IoAllocateMdl made and nobody freed. */
void dxgmap_ddi_mdls_close(void);

#endif
/* dxgmap: end model/ddi/mdls.h */
/* #include "ddi/release.h" */
/* dxgmap: begin model/ddi/release.h sha256 606f95387d5e218193f81426fe9baec32b059507eb37df076d61277ab329fbe2 */
#ifndef DXGMAP_DDI_RELEASE_H
#define DXGMAP_DDI_RELEASE_H

/* #include "ddi/record.h" */
/* #include "ddi/system.h" */

/* The core released the mapping: the host takes back what it gave for it. What the driver still does with its MDL is
   reported by `call`. */
void dxgmap_ddi_give_back(dxgmap_ddi_call *call, dxgmap_ddi_record *record);

/* The same without reports, for a stop. */
void dxgmap_ddi_take_back(dxgmap_ddi_record *record, const void *site);

/* Reports that the MDL of a mapping is not what it was when it was mapped, if so. */
void dxgmap_ddi_check_mdl(dxgmap_ddi_call *call, const dxgmap_ddi_record *record);

#endif
/* dxgmap: end model/ddi/release.h */
/* #include "ddi/system.h" */

/* DxgkCbAllocatePagesForMdl, DxgkCbAllocateContiguousMemory, and the calls that free what they gave. */

#define DXGMAP_DDI_MDL_BYTES_MAX (((uint64_t)1 << 32) - PAGE_SIZE) /* MDL.ByteCount is a ULONG */

static dxgmap_ddi_record *dxgmap_ddi_pages_acquire(const dxgmap_ddi_call *call,
                                                   const DXGKARGCB_ALLOCATEPAGESFORMDL *arguments)
{
  uint64_t pages = BYTES_TO_PAGES(arguments->TotalBytes);
  dxgmap_ddi_record *record =
      dxgmap_ddi_record_new(call->site, DXGMAP_MAPPING_PAGE_LIST, call->adapter, pages, dxgmap_ddi_mdl_size(pages));
  if (record == NULL) {
    return NULL;
  }
  dxgmap_ddi_frames_wish wish = {arguments->LowAddress, arguments->HighAddress, arguments->SkipBytes, arguments->Flags};
  if (!dxgmap_ddi_frames_search(&wish, record)) {
    dxgmap_ddi_record_cancel(record);
    return NULL;
  }
  if (!dxgmap_ddi_lend_prepare(record, pages * PAGE_SIZE)) {
    dxgmap_host_frames_drop(record->frames, pages);
    dxgmap_ddi_record_cancel(record);
    return NULL;
  }
  return record;
}

static const char *dxgmap_ddi_pages_fault(const DXGKARGCB_ALLOCATEPAGESFORMDL *arguments)
{
  if (arguments == NULL) {
    return "the argument structure is NULL";
  }
  if (arguments->TotalBytes == 0 || arguments->TotalBytes > DXGMAP_DDI_MDL_BYTES_MAX) {
    return "TotalBytes is zero, or more than an MDL can describe (4 GiB less a page)";
  }
  return dxgmap_ddi_skip_fault(arguments->SkipBytes);
}

static uint32_t dxgmap_ddi_allocate_pages(dxgmap_ddi_call *call, DXGKARGCB_ALLOCATEPAGESFORMDL *arguments)
{
  const char *fault = dxgmap_ddi_pages_fault(arguments);
  if (fault != NULL) {
    return dxgmap_ddi_bad(call, fault);
  }
  uint32_t cause = dxgmap_map_pages_admit(dxgmap_ddi.state, call->who, call->adapter, DXGMAP_MAPPING_PAGE_LIST);
  if (cause != DXGMAP_OK) {
    return cause;
  }
  dxgmap_ddi_record *record = dxgmap_ddi_pages_acquire(call, arguments);
  if (record == NULL) {
    return DXGMAP_CAUSE_NO_HOST;
  }
  dxgmap_outcome outcome = dxgmap_op_map_pages(dxgmap_ddi.state, call->who, call->adapter, DXGMAP_MAPPING_PAGE_LIST,
                                               record->frames, (uint32_t)record->pages);
  if (outcome.status != DXGMAP_OK) {
    dxgmap_ddi_lend_cancel(record);
    dxgmap_host_frames_drop(record->frames, record->pages);
    dxgmap_ddi_record_cancel(record);
    return outcome.status;
  }
  dxgmap_ddi_record_bind(record, outcome.handle);
  arguments->pMdl = dxgmap_ddi_lend(record);
  arguments->hMemoryHandle = (HANDLE)(uintptr_t)outcome.handle;
  return DXGMAP_CAUSE_NONE;
}

NTSTATUS DxgkCbAllocatePagesForMdl(IN_CONST_HANDLE hAdapter, INOUT_PDXGKARGCB_ALLOCATEPAGESFORMDL pAllocatePagesForMdl)
{
  dxgmap_ddi_call call;
  int open = dxgmap_ddi_enter(&call, DXGMAP_OPERATION_ALLOCATE_PAGES, hAdapter, DXGMAP_DDI_SITE);
  return dxgmap_ddi_leave(&call, open ? dxgmap_ddi_allocate_pages(&call, pAllocatePagesForMdl)
                                      : (uint32_t)DXGMAP_CAUSE_BAD_ADAPTER);
}

static int dxgmap_ddi_contiguous_fill(const DXGKARGCB_ALLOCATECONTIGUOUSMEMORY *arguments, dxgmap_ddi_record *record)
{
  if (!dxgmap_ddi_frames_run(arguments->LowestAcceptableAddress, arguments->HighestAcceptableAddress,
                             arguments->BoundaryAddressMultiple, record)) {
    return 0;
  }
  if (dxgmap_host_kernel_map(record->frames, record->pages, 0, &record->address) != DXGMAP_HOST_OK) {
    dxgmap_host_frames_drop(record->frames, record->pages);
    return 0;
  }
  return 1;
}

static dxgmap_ddi_record *dxgmap_ddi_contiguous_acquire(const dxgmap_ddi_call *call,
                                                        const DXGKARGCB_ALLOCATECONTIGUOUSMEMORY *arguments)
{
  uint64_t pages = BYTES_TO_PAGES(arguments->NumberOfBytes);
  if (pages > dxgmap_ddi.installed_pages) {
    return NULL;
  }
  dxgmap_ddi_record *record = dxgmap_ddi_record_new(call->site, DXGMAP_MAPPING_CONTIGUOUS, call->adapter, pages, 0);
  if (record != NULL && !dxgmap_ddi_contiguous_fill(arguments, record)) {
    dxgmap_ddi_record_cancel(record);
    return NULL;
  }
  return record;
}

static const char *dxgmap_ddi_contiguous_fault(const DXGKARGCB_ALLOCATECONTIGUOUSMEMORY *arguments)
{
  if (arguments == NULL) {
    return "the argument structure is NULL";
  }
  if (arguments->NumberOfBytes == 0) {
    return "NumberOfBytes is zero";
  }
  return dxgmap_ddi_boundary_fault(arguments->BoundaryAddressMultiple);
}

static void dxgmap_ddi_contiguous_own(const dxgmap_ddi_record *record)
{
  dxgmap_host_location where = dxgmap_host_locate(record->address);
  dxgmap_host_window_own(where.window, where.at, record->pages, record->mapping);
}

static uint32_t dxgmap_ddi_allocate_contiguous(dxgmap_ddi_call *call, DXGKARGCB_ALLOCATECONTIGUOUSMEMORY *arguments)
{
  const char *fault = dxgmap_ddi_contiguous_fault(arguments);
  if (fault != NULL) {
    return dxgmap_ddi_bad(call, fault);
  }
  uint32_t cause = dxgmap_map_pages_admit(dxgmap_ddi.state, call->who, call->adapter, DXGMAP_MAPPING_CONTIGUOUS);
  if (cause != DXGMAP_OK) {
    return cause;
  }
  dxgmap_ddi_record *record = dxgmap_ddi_contiguous_acquire(call, arguments);
  if (record == NULL) {
    return DXGMAP_CAUSE_NO_HOST;
  }
  dxgmap_outcome outcome = dxgmap_op_map_pages(dxgmap_ddi.state, call->who, call->adapter, DXGMAP_MAPPING_CONTIGUOUS,
                                               record->frames, (uint32_t)record->pages);
  if (outcome.status != DXGMAP_OK) {
    dxgmap_host_kernel_unmap(record->address, record->pages);
    dxgmap_host_frames_drop(record->frames, record->pages);
    dxgmap_ddi_record_cancel(record);
    return outcome.status;
  }
  dxgmap_ddi_record_bind(record, outcome.handle);
  dxgmap_ddi_contiguous_own(record);
  arguments->pMemory = record->address;
  arguments->hMemoryHandle = (HANDLE)(uintptr_t)outcome.handle;
  return DXGMAP_CAUSE_NONE;
}

NTSTATUS DxgkCbAllocateContiguousMemory(IN_CONST_HANDLE hAdapter,
                                        INOUT_PDXGKARGCB_ALLOCATECONTIGUOUSMEMORY pAllocateContiguousMemory)
{
  dxgmap_ddi_call call;
  int open = dxgmap_ddi_enter(&call, DXGMAP_OPERATION_ALLOCATE_CONTIGUOUS, hAdapter, DXGMAP_DDI_SITE);
  return dxgmap_ddi_leave(&call, open ? dxgmap_ddi_allocate_contiguous(&call, pAllocateContiguousMemory)
                                      : (uint32_t)DXGMAP_CAUSE_BAD_ADAPTER);
}

static uint32_t dxgmap_ddi_free(dxgmap_ddi_call *call, uint32_t kind, const HANDLE *handle)
{
  if (handle == NULL) {
    return dxgmap_ddi_bad(call, "the argument structure is NULL");
  }
  dxgmap_outcome outcome =
      dxgmap_op_unmap_pages(dxgmap_ddi.state, call->who, call->adapter, kind, (uint64_t)(uintptr_t)*handle);
  if (outcome.status == DXGMAP_OK) {
    dxgmap_ddi_give_back(call, dxgmap_ddi_record_find(outcome.handle));
  }
  if (outcome.status == DXGMAP_BAD_HANDLE) {
    dxgmap_ddi_blame_handle(call, *handle, kind);
  }
  return outcome.status;
}

NTSTATUS DxgkCbFreePagesFromMdl(IN_CONST_HANDLE hAdapter, IN_CONST_PDXGKARGCB_FREEPAGESFROMMDL pFreePagesFromMdl)
{
  dxgmap_ddi_call call;
  const HANDLE *handle = pFreePagesFromMdl != NULL ? &pFreePagesFromMdl->hMemoryHandle : NULL;
  int open = dxgmap_ddi_enter(&call, DXGMAP_OPERATION_FREE_PAGES, hAdapter, DXGMAP_DDI_SITE);
  return dxgmap_ddi_leave(&call, open ? dxgmap_ddi_free(&call, DXGMAP_MAPPING_PAGE_LIST, handle)
                                      : (uint32_t)DXGMAP_CAUSE_BAD_ADAPTER);
}

NTSTATUS DxgkCbFreeContiguousMemory(IN_CONST_HANDLE hAdapter,
                                    IN_CONST_PDXGKARGCB_FREECONTIGUOUSMEMORY pFreeContiguousMemory)
{
  dxgmap_ddi_call call;
  const HANDLE *handle = pFreeContiguousMemory != NULL ? &pFreeContiguousMemory->hMemoryHandle : NULL;
  int open = dxgmap_ddi_enter(&call, DXGMAP_OPERATION_FREE_CONTIGUOUS, hAdapter, DXGMAP_DDI_SITE);
  return dxgmap_ddi_leave(&call, open ? dxgmap_ddi_free(&call, DXGMAP_MAPPING_CONTIGUOUS, handle)
                                      : (uint32_t)DXGMAP_CAUSE_BAD_ADAPTER);
}
/* dxgmap: end model/ddi/allocate.c */
/* dxgmap: begin model/ddi/allocate_adl.c sha256 a541fb80365e5149fb16bd6f49b4f12cf84bca06ccdbdd0654dfa72694db12da */
#include <string.h>

/* #include "ddi/adl.h" */
/* #include "ddi/handle.h" */
/* #include "ddi/release.h" */

/* DxgkCbAllocateAdl, DxgkCbFreeAdl. */

static uint32_t dxgmap_ddi_adl_wish_of(const DXGKARGCB_ALLOCATE_ADL *arguments)
{
  if (arguments->Flags.RequireContiguous != 0) {
    return DXGMAP_DDI_ADL_REQUIRE;
  }
  return arguments->Flags.PreferContiguous != 0 ? DXGMAP_DDI_ADL_PREFER : DXGMAP_DDI_ADL_ANY;
}

static dxgmap_ddi_record *dxgmap_ddi_adl_acquire(const dxgmap_ddi_call *call, const DXGKARGCB_ALLOCATE_ADL *arguments)
{
  uint64_t pages = arguments->Size / PAGE_SIZE;
  const dxgmap_ddi_record *opened = dxgmap_ddi_record_find((uint64_t)(uintptr_t)arguments->hAdapterMemoryObject);
  const dxgmap_ddi_record *object = dxgmap_ddi_record_find(opened->parent);
  dxgmap_ddi_record *record =
      dxgmap_ddi_record_new(call->site, DXGMAP_MAPPING_ADL, opened->adapter, pages, dxgmap_ddi_adl_bytes(pages));
  if (record == NULL) {
    return NULL;
  }
  record->parent = opened->mapping;
  record->physical = arguments->Offset;
  record->length = arguments->Size;
  memcpy(record->frames, object->frames + arguments->Offset / PAGE_SIZE, (size_t)pages * sizeof(uint64_t));
  dxgmap_ddi_adl_arrange(record, dxgmap_ddi_adl_wish_of(arguments));
  return record;
}

static void dxgmap_ddi_allocate_blame(dxgmap_ddi_call *call, const DXGKARGCB_ALLOCATE_ADL *arguments, uint32_t cause)
{
  uint64_t opened = (uint64_t)(uintptr_t)arguments->hAdapterMemoryObject;
  dxgmap_ddi_blame_object(call, cause, arguments->hAdapterMemoryObject);
  if (cause == DXGMAP_BAD_SIZE) {
    dxgmap_ddi_detail_numbers(&call->subject, "Size is ", arguments->Size, ", Offset ", arguments->Offset);
  }
  if (cause == DXGMAP_TOO_LARGE) {
    dxgmap_ddi_detail_numbers(&call->subject, "the range would end at ", arguments->Offset + arguments->Size,
                              ", the object has ", dxgmap_ddi_record_find(opened)->length);
  }
  if (cause == DXGMAP_BAD_FLAGS) {
    dxgmap_ddi_detail(&call->subject, "RequireContiguous is for CONTIGUOUS_MEMORY and IO_SPACE objects alone");
  }
  if (cause == DXGMAP_BAD_PAGE) {
    dxgmap_ddi_detail(&call->subject, "the I/O space lies beyond the pages of the profile, which the model can lock");
  }
  call->subject.mapping = opened;
}

static uint32_t dxgmap_ddi_allocate(dxgmap_ddi_call *call, const DXGKARGCB_ALLOCATE_ADL *arguments,
                                    dxgmap_ddi_record **adl)
{
  uint64_t opened = (uint64_t)(uintptr_t)arguments->hAdapterMemoryObject;
  uint32_t contiguous = arguments->Flags.RequireContiguous;
  uint32_t cause =
      dxgmap_adl_admit(dxgmap_ddi.state, call->who, opened, arguments->Offset, arguments->Size, contiguous);
  if (cause != DXGMAP_OK) {
    return cause;
  }
  dxgmap_ddi_record *record = dxgmap_ddi_adl_acquire(call, arguments);
  if (record == NULL) {
    return DXGMAP_CAUSE_NO_HOST;
  }
  uint32_t pressure = dxgmap_ddi_pressed(call->operation, 0, arguments->Offset, arguments->Size);
  dxgmap_outcome outcome =
      dxgmap_op_allocate_adl(dxgmap_ddi.state, call->who, opened, arguments->Offset, arguments->Size, contiguous,
                             record->frames, (uint32_t)record->pages, pressure);
  if (outcome.status != DXGMAP_OK) {
    dxgmap_ddi_record_cancel(record);
    return outcome.status;
  }
  dxgmap_host_frames_hold(record->frames, record->pages);
  dxgmap_ddi_record_bind(record, outcome.handle);
  *adl = record;
  return DXGMAP_CAUSE_NONE;
}

static uint32_t dxgmap_ddi_allocate_adl(dxgmap_ddi_call *call, DXGKARGCB_ALLOCATE_ADL *arguments)
{
  dxgmap_ddi_record *record = NULL;
  if (arguments == NULL) {
    return dxgmap_ddi_bad(call, "the argument structure is NULL");
  }
  if (arguments->Flags.Reserved != 0) {
    return dxgmap_ddi_bad(call, "a reserved bit of Flags is set");
  }
  uint32_t cause = dxgmap_ddi_allocate(call, arguments, &record);
  if (cause != DXGMAP_CAUSE_NONE) {
    dxgmap_ddi_allocate_blame(call, arguments, cause);
    return cause;
  }
  arguments->pAdl = dxgmap_ddi_adl_lend(record);
  return DXGMAP_CAUSE_NONE;
}

NTSTATUS DxgkCbAllocateAdl(INOUT_PDXGKARGCB_ALLOCATE_ADL pArgs)
{
  dxgmap_ddi_call call;
  int open = dxgmap_ddi_enter(&call, DXGMAP_OPERATION_ALLOCATE_ADL, NULL, DXGMAP_DDI_SITE);
  return dxgmap_ddi_leave(&call, open ? dxgmap_ddi_allocate_adl(&call, pArgs) : (uint32_t)DXGMAP_CAUSE_BAD_HANDLE);
}

static const char *dxgmap_ddi_adl_fault(const dxgmap_ddi_record *record)
{
  if (record == NULL) {
    return "Dxgkrnl never lent an ADL at pAdl, or it was freed long ago";
  }
  switch (record->kind) {
  case DXGMAP_MAPPING_ADL:
    return record->live != 0 ? "the ADL is another adapter's" : "the ADL was freed already, or its adapter stopped";
  case DXGMAP_MAPPING_PIN2:
    return record->live != 0 ? "the ADL is a pin's, and so Dxgkrnl's: the unpin takes it back (decision 6)"
                             : "the ADL was a pin's, and Dxgkrnl took it back at the unpin (decision 6)";
  default:
    return "an MDL that Dxgkrnl lent is at pAdl";
  }
}

static void dxgmap_ddi_free_blame(dxgmap_ddi_call *call, const dxgmap_ddi_record *record, uint64_t opened,
                                  uint32_t cause)
{
  if (cause == DXGMAP_BAD_HANDLE) {
    call->subject.mapping = record != NULL ? record->mapping : 0;
    dxgmap_ddi_detail(&call->subject, dxgmap_ddi_adl_fault(record));
  }
  if (record != NULL && cause == DXGMAP_NOT_OF_OBJECT) {
    call->subject.mapping = record->mapping;
    dxgmap_ddi_detail_numbers(&call->subject, "the ADL is of adapter object ", record->parent, ", the call names ",
                              opened);
  }
}

/* The ADL is found by its address: nothing is read through the driver's pointer. */
static uint32_t dxgmap_ddi_free_adl(dxgmap_ddi_call *call, const DXGKARGCB_FREE_ADL *arguments)
{
  if (arguments == NULL) {
    return dxgmap_ddi_bad(call, "the argument structure is NULL");
  }
  uint64_t opened = (uint64_t)(uintptr_t)arguments->hAdapterMemoryObject;
  uint32_t cause = dxgmap_adapter_object_gate(dxgmap_ddi.state, call->who, opened);
  call->subject.address = (uint64_t)(uintptr_t)arguments->pAdl;
  if (cause != DXGMAP_OK) {
    dxgmap_ddi_blame_object(call, cause, arguments->hAdapterMemoryObject);
    return cause;
  }
  dxgmap_ddi_record *record = dxgmap_ddi_record_of_list(arguments->pAdl);
  dxgmap_outcome outcome =
      dxgmap_op_free_adl(dxgmap_ddi.state, call->who, opened, record != NULL ? record->mapping : 0);
  if (outcome.status == DXGMAP_OK) {
    dxgmap_ddi_give_back(call, record);
  }
  dxgmap_ddi_free_blame(call, record, opened, outcome.status);
  return outcome.status;
}

VOID DxgkCbFreeAdl(IN_CONST_PDXGKARGCB_FREE_ADL pArgs)
{
  dxgmap_ddi_call call;
  int open = dxgmap_ddi_enter(&call, DXGMAP_OPERATION_FREE_ADL, NULL, DXGMAP_DDI_SITE);
  (void)dxgmap_ddi_leave(&call, open ? dxgmap_ddi_free_adl(&call, pArgs) : (uint32_t)DXGMAP_CAUSE_BAD_HANDLE);
}
/* dxgmap: end model/ddi/allocate_adl.c */
/* dxgmap: begin model/ddi/call.c sha256 81dcfd64e72d97d408f3b0f3b448ef5db057182e92eb2fcff168b883eb98b8bf */
/* #include "ddi/call.h" */

#include <string.h>

/* #include "ddi/record.h" */
/* #include "ddi/report.h" */
/* dxgmap: begin model/ddi/report.h sha256 5bde241dc88a3c971f93d9fd4b4842191395c6fcb089a45a360f4d6367adedd0 */
#ifndef DXGMAP_DDI_REPORT_H
#define DXGMAP_DDI_REPORT_H

/* #include "ddi/call.h" */

/* Builds the report of one note under the lock and delivers it outside. The caller does not hold the lock. */
void dxgmap_ddi_report(const dxgmap_ddi_call *call, const dxgmap_ddi_note *note, NTSTATUS status);

/* How reports are delivered. */
void dxgmap_ddi_report_open(dxgmap_violation_handler *handler, void *context, uint32_t policy);

#endif
/* dxgmap: end model/ddi/report.h */
/* #include "ddi/status.h" */
/* #include "ddi/system.h" */

int dxgmap_ddi_enter(dxgmap_ddi_call *call, uint32_t operation, HANDLE adapter, const void *site)
{
  memset(call, 0, sizeof(*call));
  call->operation = operation;
  call->site = site;
  call->adapter = (uint64_t)(uintptr_t)adapter;
  call->who.irql = dxgmap_host_irql();
  call->who.process = dxgmap_host_process();
  dxgmap_host_lock();
  if (dxgmap_ddi.state == NULL) {
    dxgmap_host_unlock();
    return 0;
  }
  call->open = 1;
  return 1;
}

static const char *dxgmap_ddi_adapter_fault(const dxgmap_ddi_call *call)
{
  if (call->open == 0) {
    return "the system is not open";
  }
  if (call->adapter == 0) {
    return "there is no adapter handle";
  }
  return dxgmap_ddi_record_find(call->adapter) != NULL ? "the handle is that of a mapping"
                                                       : "no adapter ever had the handle, or it was stopped since";
}

static const char *dxgmap_ddi_mode_fault(const dxgmap_ddi_call *call)
{
  const dxgmap_ddi_adapter *a = dxgmap_ddi_adapter_of(call->adapter);
  return a != NULL && a->mode == DXGMAP_MODE_REMAPPING
             ? "the adapter remaps DMA (WDDM 2.9): its driver uses PinFrameBufferForSave2, objects and ADLs instead"
             : "the adapter is in identity mode (WDDM 2.4): no object can be opened for it";
}

/* What the gate found, where the operation has not said it better. */
static void dxgmap_ddi_explain(dxgmap_ddi_call *call, uint32_t cause)
{
  if (cause == DXGMAP_CAUSE_BAD_ADAPTER) {
    dxgmap_ddi_detail(&call->subject, dxgmap_ddi_adapter_fault(call));
  }
  if (cause == DXGMAP_CAUSE_BAD_MODE) {
    dxgmap_ddi_detail(&call->subject, dxgmap_ddi_mode_fault(call));
  }
  if (cause == DXGMAP_CAUSE_BAD_IRQL) {
    dxgmap_ddi_detail(&call->subject, call->who.irql == DXGMAP_APC_LEVEL ? "the IRQL is APC_LEVEL"
                                                                         : "the IRQL is DISPATCH_LEVEL or above");
  }
}

NTSTATUS dxgmap_ddi_leave(dxgmap_ddi_call *call, uint32_t cause)
{
  NTSTATUS status = dxgmap_ddi_status(call->operation, cause);
  dxgmap_ddi_explain(call, cause);
  if (call->open != 0) {
    dxgmap_host_unlock();
  }
  for (uint32_t i = 0; i < call->notes; i++) {
    dxgmap_ddi_report(call, &call->note[i], status);
  }
  if (dxgmap_ddi_is_violation(call->operation, cause)) {
    call->subject.cause = cause;
    dxgmap_ddi_report(call, &call->subject, status);
  }
  return status;
}

void dxgmap_ddi_detail(dxgmap_ddi_note *note, const char *detail)
{
  dxgmap_host_text text;
  dxgmap_host_text_to_string(&text, note->detail, sizeof(note->detail));
  dxgmap_host_text_put(&text, detail);
  dxgmap_host_text_flush(&text);
}

void dxgmap_ddi_detail_numbers(dxgmap_ddi_note *note, const char *first, uint64_t number, const char *second,
                               uint64_t other)
{
  dxgmap_host_text text;
  dxgmap_host_text_to_string(&text, note->detail, sizeof(note->detail));
  dxgmap_host_text_put(&text, first);
  dxgmap_host_text_hex(&text, number, 1);
  dxgmap_host_text_put(&text, second);
  dxgmap_host_text_hex(&text, other, 1);
  dxgmap_host_text_flush(&text);
}

uint32_t dxgmap_ddi_bad(dxgmap_ddi_call *call, const char *detail)
{
  dxgmap_ddi_detail(&call->subject, detail);
  return DXGMAP_CAUSE_BAD_ARGUMENT;
}

dxgmap_ddi_note *dxgmap_ddi_also(dxgmap_ddi_call *call, uint32_t cause, uint64_t mapping)
{
  dxgmap_ddi_note *note = &call->note[call->notes];
  call->notes += 1;
  note->cause = cause;
  note->mapping = mapping;
  return note;
}
/* dxgmap: end model/ddi/call.c */
/* dxgmap: begin model/ddi/clauses.c sha256 7c5189aed463d576065bfc473942ca31324e9322e762a573f713c3dc73493c77 */
/* #include "ddi/clauses.h" */
/* dxgmap: begin model/ddi/clauses.h sha256 d26a77ba0fe4d7796189ddfcd211bc802bbe65d801808e6183d57cb3cef3c332 */
#ifndef DXGMAP_DDI_CLAUSES_H
#define DXGMAP_DDI_CLAUSES_H

#include <stdint.h>

/* The clause of the specification that a cause of an operation breaks, with the rules it rests on: "PIN-14 (S7; decision
   2)", by the kind of the mapping that the report is about where that tells more. What has no clause of its own has the
   rules of its cause. Never NULL. */
const char *dxgmap_ddi_clause(uint32_t operation, uint32_t cause, uint32_t kind);

#endif
/* dxgmap: end model/ddi/clauses.h */

/* #include "ddi/status.h" */

/* As in the tables of spec/clauses; the conformance tests compare. */
static const struct {
  uint32_t operation;
  uint32_t cause;
  const char *clause;
} dxgmap_ddi_clauses[] = {
    {DXGMAP_OPERATION_PIN, DXGMAP_CAUSE_BAD_ARGUMENT, "GATE-5 (decision 33)"},
    {DXGMAP_OPERATION_PIN, DXGMAP_CAUSE_BAD_INDEX, "PIN-10 (decision 18)"},
    {DXGMAP_OPERATION_PIN, DXGMAP_CAUSE_NO_SAVE_AREA, "PIN-11 (S9; decision 18)"},
    {DXGMAP_OPERATION_PIN, DXGMAP_CAUSE_BAD_SIZE, "PIN-12 (S3; decision 18)"},
    {DXGMAP_OPERATION_PIN, DXGMAP_CAUSE_TOO_LARGE, "PIN-13 (S3; decision 17)"},
    {DXGMAP_OPERATION_PIN, DXGMAP_CAUSE_PINNED, "PIN-14 (S7; decision 2)"},
    {DXGMAP_OPERATION_PIN2, DXGMAP_CAUSE_BAD_ARGUMENT, "GATE-5 (decision 33)"},
    {DXGMAP_OPERATION_PIN2, DXGMAP_CAUSE_BAD_INDEX, "PIN-10 (decision 18)"},
    {DXGMAP_OPERATION_PIN2, DXGMAP_CAUSE_NO_SAVE_AREA, "PIN-11 (S9; decision 18)"},
    {DXGMAP_OPERATION_PIN2, DXGMAP_CAUSE_BAD_SIZE, "PIN-12 (S3; decision 18)"},
    {DXGMAP_OPERATION_PIN2, DXGMAP_CAUSE_TOO_LARGE, "PIN-13 (S3; decision 17)"},
    {DXGMAP_OPERATION_PIN2, DXGMAP_CAUSE_PINNED, "PIN-14 (S7; decision 2)"},
    {DXGMAP_OPERATION_UNPIN, DXGMAP_CAUSE_BAD_ARGUMENT, "GATE-5 (decision 33)"},
    {DXGMAP_OPERATION_UNPIN, DXGMAP_CAUSE_BAD_INDEX, "UNPIN-7 (decision 18)"},
    {DXGMAP_OPERATION_UNPIN, DXGMAP_CAUSE_NOT_PINNED, "UNPIN-8 (S7; decision 2)"},
    {DXGMAP_OPERATION_MAP_POINTER, DXGMAP_CAUSE_BAD_ARGUMENT, "GATE-5 (decision 33)"},
    {DXGMAP_OPERATION_MAP_POINTER, DXGMAP_CAUSE_BAD_INDEX, "POINTER-7 (decision 18)"},
    {DXGMAP_OPERATION_MAP_POINTER, DXGMAP_CAUSE_NO_SAVE_AREA, "POINTER-8 (S9; decision 18)"},
    {DXGMAP_OPERATION_MAP_POINTER, DXGMAP_CAUSE_BAD_SIZE, "POINTER-9, POINTER-10 (F1; decision 18)"},
    {DXGMAP_OPERATION_MAP_POINTER, DXGMAP_CAUSE_TOO_LARGE, "POINTER-11 (S3; decision 18)"},
    {DXGMAP_OPERATION_UNMAP_POINTER, DXGMAP_CAUSE_BAD_ARGUMENT, "GATE-5 (decision 33)"},
    {DXGMAP_OPERATION_UNMAP_POINTER, DXGMAP_CAUSE_BAD_INDEX, "UNPOINTER-5 (decision 18)"},
    {DXGMAP_OPERATION_UNMAP_POINTER, DXGMAP_CAUSE_BAD_ADDRESS, "UNPOINTER-6 (F3; decision 3)"},
    {DXGMAP_OPERATION_MAP_MDL, DXGMAP_CAUSE_BAD_ARGUMENT, "GATE-5 (decision 33)"},
    {DXGMAP_OPERATION_MAP_MDL, DXGMAP_CAUSE_LIST_GONE, "MDL-14 (decisions 6, 33)"},
    {DXGMAP_OPERATION_MAP_MDL, DXGMAP_CAUSE_BAD_COUNT, "MDL-10 (M1; decision 18)"},
    {DXGMAP_OPERATION_MAP_MDL, DXGMAP_CAUSE_BAD_PAGE, "MDL-11 (M1)"},
    {DXGMAP_OPERATION_UNMAP_MDL, DXGMAP_CAUSE_BAD_ARGUMENT, "GATE-5 (decision 33)"},
    {DXGMAP_OPERATION_UNMAP_MDL, DXGMAP_CAUSE_BAD_HANDLE, "UNMDL-7 (G3, M4; decision 22)"},
    {DXGMAP_OPERATION_ALLOCATE_PAGES, DXGMAP_CAUSE_BAD_ARGUMENT, "ALLOC-7 (A1, A2; decisions 17, 18, 33)"},
    {DXGMAP_OPERATION_ALLOCATE_CONTIGUOUS, DXGMAP_CAUSE_BAD_ARGUMENT, "ALLOC-8 (A3; decisions 18, 33)"},
    {DXGMAP_OPERATION_FREE_PAGES, DXGMAP_CAUSE_BAD_ARGUMENT, "GATE-5 (decision 33)"},
    {DXGMAP_OPERATION_FREE_PAGES, DXGMAP_CAUSE_BAD_HANDLE, "FREE-7 (G3, A2; decision 22)"},
    {DXGMAP_OPERATION_FREE_CONTIGUOUS, DXGMAP_CAUSE_BAD_ARGUMENT, "GATE-5 (decision 33)"},
    {DXGMAP_OPERATION_FREE_CONTIGUOUS, DXGMAP_CAUSE_BAD_HANDLE, "FREE-7 (G3, A2; decision 22)"},
    {DXGMAP_OPERATION_MAP_VIEW, DXGMAP_CAUSE_BAD_ARGUMENT, "GATE-5 (decision 33)"},
    {DXGMAP_OPERATION_MAP_VIEW, DXGMAP_CAUSE_BAD_SIZE, "VIEW-9 (decision 18)"},
    {DXGMAP_OPERATION_MAP_VIEW, DXGMAP_CAUSE_NOT_OWNED, "VIEW-10 (D1)"},
    {DXGMAP_OPERATION_UNMAP_VIEW, DXGMAP_CAUSE_BAD_ADDRESS, "UNVIEW-6 (D3; decision 3)"},
    {DXGMAP_OPERATION_UNMAP_VIEW, DXGMAP_CAUSE_BAD_PROCESS, "UNVIEW-7 (D2; decision 29)"},
    {DXGMAP_OPERATION_VIDEO_MAP, DXGMAP_CAUSE_BAD_ARGUMENT, "GATE-5 (decision 33)"},
    {DXGMAP_OPERATION_VIDEO_MAP, DXGMAP_CAUSE_BAD_SIZE, "VIDEO-10 (decision 18)"},
    {DXGMAP_OPERATION_VIDEO_MAP, DXGMAP_CAUSE_BAD_PROCESS, "VIDEO-11 (V3; decision 35)"},
    {DXGMAP_OPERATION_VIDEO_MAP, DXGMAP_CAUSE_NOT_OWNED, "VIDEO-12 (D1, V5)"},
    {DXGMAP_OPERATION_VIDEO_MAP, DXGMAP_CAUSE_CACHE_CONFLICT, "VIDEO-13 (V4; decision 34)"},
    {DXGMAP_OPERATION_VIDEO_UNMAP, DXGMAP_CAUSE_BAD_ADDRESS, "UNVIDEO-6 (V6; decision 3)"},
    {DXGMAP_OPERATION_VIDEO_UNMAP, DXGMAP_CAUSE_BAD_PROCESS, "UNVIDEO-7 (V7; decision 29)"},
    {DXGMAP_OPERATION_DEVICE_INFORMATION, DXGMAP_CAUSE_BAD_ARGUMENT, "GATE-5 (decision 33)"},
    {DXGMAP_OPERATION_DEVICE_ACCESS, DXGMAP_CAUSE_EXCLUSIVE, "TRANSLATE-7 (G5; decision 32)"},
    {DXGMAP_OPERATION_DEVICE_ACCESS, DXGMAP_CAUSE_BLOCKED, "TRANSLATE-8 (G10)"},
    {DXGMAP_OPERATION_PIN, DXGMAP_CAUSE_BAD_MODE, "PIN-20 (S8, G8; decision 16)"},
    {DXGMAP_OPERATION_MAP_MDL, DXGMAP_CAUSE_BAD_MODE, "MDL-15 (G8; decision 16)"},
    {DXGMAP_OPERATION_UNMAP_MDL, DXGMAP_CAUSE_BAD_MODE, "UNMDL-8 (G8; decision 16)"},
    {DXGMAP_OPERATION_ALLOCATE_PAGES, DXGMAP_CAUSE_BAD_MODE, "ALLOC-14 (G8; decision 16)"},
    {DXGMAP_OPERATION_ALLOCATE_CONTIGUOUS, DXGMAP_CAUSE_BAD_MODE, "ALLOC-14 (G8; decision 16)"},
    {DXGMAP_OPERATION_FREE_PAGES, DXGMAP_CAUSE_BAD_MODE, "FREE-8 (G8; decision 16)"},
    {DXGMAP_OPERATION_FREE_CONTIGUOUS, DXGMAP_CAUSE_BAD_MODE, "FREE-8 (G8; decision 16)"},
    {DXGMAP_OPERATION_CREATE_OBJECT, DXGMAP_CAUSE_BAD_ARGUMENT, "OBJECT-7 (A2, A3, P12; decisions 18, 33)"},
    {DXGMAP_OPERATION_CREATE_OBJECT, DXGMAP_CAUSE_BAD_SIZE, "OBJECT-9 (decisions 18, 45)"},
    {DXGMAP_OPERATION_CREATE_OBJECT, DXGMAP_CAUSE_BAD_ADDRESS, "OBJECT-10 (P11; decision 51)"},
    {DXGMAP_OPERATION_CREATE_OBJECT, DXGMAP_CAUSE_BAD_MODE, "OPEN-5 (decision 16)"},
    {DXGMAP_OPERATION_CREATE_OBJECT, DXGMAP_CAUSE_NOT_OWNED, "OBJECT-12 (D1, P11; decision 53)"},
    {DXGMAP_OPERATION_OPEN_OBJECT, DXGMAP_CAUSE_BAD_ARGUMENT, "GATE-5 (decision 33)"},
    {DXGMAP_OPERATION_OPEN_OBJECT, DXGMAP_CAUSE_BAD_MODE, "OPEN-5 (decision 16)"},
    {DXGMAP_OPERATION_OPEN_OBJECT, DXGMAP_CAUSE_BAD_HANDLE, "OPEN-6 (G3; decision 22)"},
    {DXGMAP_OPERATION_OPEN_OBJECT, DXGMAP_CAUSE_BOUND, "OPEN-7 (P2; decision 43)"},
    {DXGMAP_OPERATION_OPEN_OBJECT, DXGMAP_CAUSE_OPENED, "OPEN-8 (P2; decision 43)"},
    {DXGMAP_OPERATION_OPEN_OBJECT, DXGMAP_CAUSE_NOT_OWNED, "OPEN-10 (D1, P11; decision 53)"},
    {DXGMAP_OPERATION_CLOSE_OBJECT, DXGMAP_CAUSE_BAD_ARGUMENT, "GATE-5 (decision 33)"},
    {DXGMAP_OPERATION_CLOSE_OBJECT, DXGMAP_CAUSE_BAD_HANDLE, "CLOSE-5 (P3; decision 22)"},
    {DXGMAP_OPERATION_CLOSE_OBJECT, DXGMAP_CAUSE_IN_USE, "CLOSE-6 (P4; decision 43)"},
    {DXGMAP_OPERATION_DESTROY_OBJECT, DXGMAP_CAUSE_BAD_ARGUMENT, "GATE-5 (decision 33)"},
    {DXGMAP_OPERATION_DESTROY_OBJECT, DXGMAP_CAUSE_BAD_HANDLE, "CLOSE-5, DESTROY-6 (G3, P3; decision 22)"},
    {DXGMAP_OPERATION_DESTROY_OBJECT, DXGMAP_CAUSE_NOT_OF_OBJECT, "DESTROY-7 (P3; decision 42)"},
    {DXGMAP_OPERATION_DESTROY_OBJECT, DXGMAP_CAUSE_IN_USE, "CLOSE-6, DESTROY-8 (P3, P4; decisions 43, 44)"},
    {DXGMAP_OPERATION_MAP_OBJECT, DXGMAP_CAUSE_BAD_ARGUMENT, "GATE-5 (decision 33)"},
    {DXGMAP_OPERATION_MAP_OBJECT, DXGMAP_CAUSE_BAD_HANDLE, "OBJECTVIEW-9 (G3; decision 22)"},
    {DXGMAP_OPERATION_MAP_OBJECT, DXGMAP_CAUSE_BAD_FLAGS, "OBJECTVIEW-10 (P11)"},
    {DXGMAP_OPERATION_MAP_OBJECT, DXGMAP_CAUSE_BAD_SIZE, "OBJECTVIEW-11 (decisions 18, 46)"},
    {DXGMAP_OPERATION_MAP_OBJECT, DXGMAP_CAUSE_TOO_LARGE, "OBJECTVIEW-12 (decision 18)"},
    {DXGMAP_OPERATION_UNMAP_OBJECT, DXGMAP_CAUSE_BAD_ARGUMENT, "GATE-5 (decision 33)"},
    {DXGMAP_OPERATION_UNMAP_OBJECT, DXGMAP_CAUSE_BAD_HANDLE, "UNOBJECTVIEW-6 (G3; decision 22)"},
    {DXGMAP_OPERATION_UNMAP_OBJECT, DXGMAP_CAUSE_BAD_ADDRESS, "UNOBJECTVIEW-7 (P10; decision 49)"},
    {DXGMAP_OPERATION_UNMAP_OBJECT, DXGMAP_CAUSE_NOT_OF_OBJECT, "UNOBJECTVIEW-8 (decision 49)"},
    {DXGMAP_OPERATION_UNMAP_OBJECT, DXGMAP_CAUSE_BAD_SIZE, "UNOBJECTVIEW-9 (P10)"},
    {DXGMAP_OPERATION_UNMAP_OBJECT, DXGMAP_CAUSE_BAD_PROCESS, "UNOBJECTVIEW-10 (decision 29)"},
    {DXGMAP_OPERATION_ALLOCATE_ADL, DXGMAP_CAUSE_BAD_ARGUMENT, "GATE-5 (P5; decision 33)"},
    {DXGMAP_OPERATION_ALLOCATE_ADL, DXGMAP_CAUSE_BAD_HANDLE, "ADL-10 (P1; decision 22)"},
    {DXGMAP_OPERATION_ALLOCATE_ADL, DXGMAP_CAUSE_BAD_SIZE, "ADL-11 (P5; decision 18)"},
    {DXGMAP_OPERATION_ALLOCATE_ADL, DXGMAP_CAUSE_TOO_LARGE, "ADL-12 (P5; decisions 17, 45)"},
    {DXGMAP_OPERATION_ALLOCATE_ADL, DXGMAP_CAUSE_BAD_FLAGS, "ADL-13 (P5)"},
    {DXGMAP_OPERATION_ALLOCATE_ADL, DXGMAP_CAUSE_BAD_PAGE, "ADL-16 (decision 30)"},
    {DXGMAP_OPERATION_FREE_ADL, DXGMAP_CAUSE_BAD_ARGUMENT, "GATE-5 (decision 33)"},
    {DXGMAP_OPERATION_FREE_ADL, DXGMAP_CAUSE_BAD_HANDLE, "FREEADL-7, FREEADL-8 (P1, P6; decisions 6, 22)"},
    {DXGMAP_OPERATION_FREE_ADL, DXGMAP_CAUSE_NOT_OF_OBJECT, "FREEADL-9 (decision 49)"},
    {DXGMAP_OPERATION_STOP, DXGMAP_CAUSE_LEAK, "STOP-4 (G3, D4; decision 13)"},
    {DXGMAP_OPERATION_CLOSE, DXGMAP_CAUSE_LEAK, "STOP-9 (G3; decision 44)"},
};

/* Where the kind of the mapping decides; DXGMAP_OPERATION_NONE: whatever the operation. */
static const struct {
  uint32_t operation;
  uint32_t cause;
  uint32_t kind;
  const char *clause;
} dxgmap_ddi_kind_clauses[] = {
    {DXGMAP_OPERATION_STOP, DXGMAP_CAUSE_LEAK, DXGMAP_MAPPING_OBJECT, "STOP-8 (G3, D4, P3; decisions 44, 53)"},
    {DXGMAP_OPERATION_STOP, DXGMAP_CAUSE_LEAK, DXGMAP_MAPPING_OBJECT_VIEW, "STOP-8 (G3, D4, P3; decisions 44, 53)"},
    {DXGMAP_OPERATION_NONE, DXGMAP_CAUSE_CPU_ACCESS, DXGMAP_MAPPING_VIEW, "UNVIEW-3 (D3)"},
    {DXGMAP_OPERATION_NONE, DXGMAP_CAUSE_CPU_ACCESS, DXGMAP_MAPPING_VIDEO, "VIDEO-3, UNVIDEO-3 (V2, V6)"},
    {DXGMAP_OPERATION_NONE, DXGMAP_CAUSE_CPU_ACCESS, DXGMAP_MAPPING_POINTER, "POINTER-3, UNPOINTER-3 (F2, F3)"},
    {DXGMAP_OPERATION_NONE, DXGMAP_CAUSE_CPU_ACCESS, DXGMAP_MAPPING_OBJECT_VIEW,
     "OBJECTVIEW-3, UNOBJECTVIEW-3 (P9, P10; decision 46)"},
};

static const char *dxgmap_ddi_kind_clause(uint32_t operation, uint32_t cause, uint32_t kind)
{
  for (size_t i = 0; i < sizeof(dxgmap_ddi_kind_clauses) / sizeof(dxgmap_ddi_kind_clauses[0]); i++) {
    uint32_t of = dxgmap_ddi_kind_clauses[i].operation;
    if ((of == operation || of == DXGMAP_OPERATION_NONE) && dxgmap_ddi_kind_clauses[i].cause == cause &&
        dxgmap_ddi_kind_clauses[i].kind == kind) {
      return dxgmap_ddi_kind_clauses[i].clause;
    }
  }
  return NULL;
}

const char *dxgmap_ddi_clause(uint32_t operation, uint32_t cause, uint32_t kind)
{
  const char *clause = dxgmap_ddi_kind_clause(operation, cause, kind);
  if (clause != NULL) {
    return clause;
  }
  for (size_t i = 0; i < sizeof(dxgmap_ddi_clauses) / sizeof(dxgmap_ddi_clauses[0]); i++) {
    if (dxgmap_ddi_clauses[i].operation == operation && dxgmap_ddi_clauses[i].cause == cause) {
      return dxgmap_ddi_clauses[i].clause;
    }
  }
  return dxgmap_ddi_cause_row(cause)->rules;
}
/* dxgmap: end model/ddi/clauses.c */
/* dxgmap: begin model/ddi/device.c sha256 576a658fa1d198440b6d437019760b0b0f171f2d94a50d2cb65d026361fd6cee */
#include <string.h>

/* #include "ddi/record.h" */
/* #include "ddi/resources.h" */
/* #include "ddi/system.h" */

/* The device: its reads and writes by logical address, and its own memory. */

/* What a read of physical memory that is not there gives. */
#define DXGMAP_DDI_FLOATING 0xFF

/* What a poisoned page number times the page gives, in pages again. */
#define DXGMAP_DDI_POISON_PAGE ((uint64_t)0xDBDBDBDBDBDBDBDB * PAGE_SIZE / PAGE_SIZE)

typedef struct {
  uint64_t logical;
  size_t length;
  uint8_t *to;         /* of a read, or NULL */
  const uint8_t *from; /* of a write, or NULL */
} dxgmap_ddi_transfer;

static const char *dxgmap_ddi_page_fault(const dxgmap_ddi_record *last, uint64_t logical, uint32_t cause)
{
  if (cause == DXGMAP_EXCLUSIVE) {
    return "the device must be silent between begin and end";
  }
  if (logical / PAGE_SIZE == DXGMAP_DDI_POISON_PAGE) {
    return "the page number is poison, read from a list that Dxgkrnl took back (UNPIN-4, FREEADL-4)";
  }
  return last != NULL ? "the page was mapped before, and released"
                      : "no mapping of this adapter is known to have had the page";
}

static void dxgmap_ddi_blame_page(dxgmap_ddi_call *call, uint64_t logical, uint32_t cause)
{
  const dxgmap_ddi_record *last = dxgmap_ddi_record_last_page(call->adapter, logical / PAGE_SIZE);
  call->subject.address = logical;
  call->subject.mapping = last != NULL ? last->mapping : 0;
  dxgmap_ddi_detail(&call->subject, dxgmap_ddi_page_fault(last, logical, cause));
}

/* One page's worth. Where nobody's memory is (possible before the domain is attached), writes go nowhere. */
static void dxgmap_ddi_transfer_page(const dxgmap_ddi_transfer *t, size_t done, uint64_t page, uint64_t offset,
                                     size_t length)
{
  if (t->to == NULL) {
    (void)dxgmap_host_frame_write(page, offset, t->from + done, length);
  } else if (dxgmap_host_frame_read(page, offset, t->to + done, length) != DXGMAP_HOST_OK) {
    memset(t->to + done, DXGMAP_DDI_FLOATING, length);
  }
}

static uint32_t dxgmap_ddi_transfer_all(dxgmap_ddi_call *call, const dxgmap_ddi_transfer *t, size_t *done)
{
  *done = 0;
  while (*done < t->length) {
    uint64_t logical = t->logical + *done;
    uint64_t offset = logical % PAGE_SIZE;
    size_t left = t->length - *done;
    size_t length = left < PAGE_SIZE - offset ? left : (size_t)(PAGE_SIZE - offset);
    dxgmap_answer answer = dxgmap_op_translate(dxgmap_ddi.state, call->adapter, logical / PAGE_SIZE);
    if (answer.status != DXGMAP_OK && answer.status != DXGMAP_BYPASS) {
      dxgmap_ddi_blame_page(call, logical, answer.status);
      return answer.status;
    }
    dxgmap_ddi_transfer_page(t, *done, answer.page, offset, length);
    *done += length;
  }
  return DXGMAP_CAUSE_NONE;
}

static uint32_t dxgmap_ddi_device_access(HANDLE adapter, const dxgmap_ddi_transfer *t, size_t *done, const void *site)
{
  dxgmap_ddi_call call;
  size_t moved = 0;
  if (!dxgmap_ddi_enter(&call, DXGMAP_OPERATION_DEVICE_ACCESS, adapter, site)) {
    return DXGMAP_CAUSE_NOT_OPEN;
  }
  uint32_t cause = DXGMAP_CAUSE_NONE;
  if ((t->to == NULL && t->from == NULL) || t->length > UINT64_MAX - t->logical) {
    cause = dxgmap_ddi_bad(&call, "the buffer is NULL, or the range ends beyond the last address");
  } else {
    cause = dxgmap_ddi_transfer_all(&call, t, &moved);
  }
  (void)dxgmap_ddi_leave(&call, cause);
  if (done != NULL) {
    *done = moved;
  }
  return cause;
}

uint32_t dxgmap_device_read(HANDLE adapter, uint64_t logical, void *to, size_t length, size_t *done)
{
  dxgmap_ddi_transfer t = {logical, length, to, NULL};
  return dxgmap_ddi_device_access(adapter, &t, done, DXGMAP_DDI_SITE);
}

uint32_t dxgmap_device_write(HANDLE adapter, uint64_t logical, const void *from, size_t length, size_t *done)
{
  dxgmap_ddi_transfer t = {logical, length, NULL, from};
  return dxgmap_ddi_device_access(adapter, &t, done, DXGMAP_DDI_SITE);
}

uint32_t dxgmap_device_translate(HANDLE adapter, uint64_t logical, uint64_t *physical)
{
  dxgmap_ddi_call call;
  if (!dxgmap_ddi_enter(&call, DXGMAP_OPERATION_LIVE, adapter, DXGMAP_DDI_SITE)) {
    return DXGMAP_CAUSE_NOT_OPEN;
  }
  dxgmap_answer answer = dxgmap_op_translate(dxgmap_ddi.state, call.adapter, logical / PAGE_SIZE);
  if (physical != NULL && (answer.status == DXGMAP_OK || answer.status == DXGMAP_BYPASS)) {
    *physical = answer.page * PAGE_SIZE + logical % PAGE_SIZE;
  }
  (void)dxgmap_ddi_leave(&call, answer.status);
  return answer.status;
}

void *dxgmap_device_memory(HANDLE adapter, uint64_t physical, uint64_t length)
{
  dxgmap_ddi_call call;
  void *memory = NULL;
  if (!dxgmap_ddi_enter(&call, DXGMAP_OPERATION_LIVE, adapter, DXGMAP_DDI_SITE)) {
    return NULL;
  }
  const dxgmap_ddi_adapter *a = dxgmap_ddi_adapter_of(call.adapter);
  uint32_t i = DXGMAP_RESOURCES;
  if (a != NULL) {
    i = dxgmap_ddi_resource_of(a, DXGMAP_RESOURCE_MEMORY, physical, length);
  }
  if (i < DXGMAP_RESOURCES) {
    memory = dxgmap_ddi_resource_byte(a, i, physical);
  }
  (void)dxgmap_ddi_leave(&call, DXGMAP_CAUSE_NONE);
  return memory;
}
/* dxgmap: end model/ddi/device.c */
/* dxgmap: begin model/ddi/fault.c sha256 4acace80844fc5c8fd1b7914a0a6fcbbfe39eed81e45cdc9fa3670226323a0ff */
/* #include "ddi/fault.h" */
/* dxgmap: begin model/ddi/fault.h sha256 83273743817033510fb55b40956f237cec97d74057df31d919c2ba3f2caa4b9b */
#ifndef DXGMAP_DDI_FAULT_H
#define DXGMAP_DDI_FAULT_H

#include <stdint.h>

/* Faults of the CPU inside the library's windows, by policy (enum dxgmap_fault_policy). 0: the host could not. The
   caller does not hold the lock. */
int dxgmap_ddi_faults_open(uint32_t policy);
void dxgmap_ddi_faults_close(void);

#endif
/* dxgmap: end model/ddi/fault.h */

#include <string.h>

/* #include "ddi/report.h" */
/* #include "host/host.h" */

static const char *dxgmap_ddi_fault_detail(const dxgmap_host_fault *fault)
{
  switch (fault->where.place) {
  case DXGMAP_HOST_PLACE_RELEASED:
    return fault->write ? "a write to a mapping that was released" : "a read of a mapping that was released";
  case DXGMAP_HOST_PLACE_LIVE:
    return "a page of a live mapping that holds no data: the data begins at the output Offset";
  default:
    return "an address where nothing was ever mapped";
  }
}

static void dxgmap_ddi_fault(const dxgmap_host_fault *fault, void *context)
{
  dxgmap_ddi_call call;
  (void)context;
  if (dxgmap_host_locked()) {
    return; /* the library itself read a bad pointer of the driver: a report would need the lock */
  }
  memset(&call, 0, sizeof(call));
  call.operation = DXGMAP_OPERATION_CPU_ACCESS;
  call.site = fault->instruction;
  call.subject.cause = DXGMAP_CAUSE_CPU_ACCESS;
  call.subject.mapping = fault->where.owner;
  call.subject.address = (uint64_t)(uintptr_t)fault->address;
  dxgmap_ddi_detail(&call.subject, dxgmap_ddi_fault_detail(fault));
  dxgmap_ddi_report(&call, &call.subject, STATUS_SUCCESS);
}

int dxgmap_ddi_faults_open(uint32_t policy)
{
  if (policy == DXGMAP_FAULT_UNHANDLED) {
    return 1;
  }
  dxgmap_host_fault_policy host = policy == DXGMAP_FAULT_POISON ? DXGMAP_HOST_FAULT_POISON : DXGMAP_HOST_FAULT_PASS;
  return dxgmap_host_faults_install(dxgmap_ddi_fault, NULL, host) == DXGMAP_HOST_OK;
}

void dxgmap_ddi_faults_close(void)
{
  dxgmap_host_faults_remove();
}
/* dxgmap: end model/ddi/fault.c */
/* dxgmap: begin model/ddi/frames.c sha256 15539053f1d8f7736f98b3dbb3adbbd75ceab4f680d3aa74150df592687be6eb */
/* #include "ddi/frames.h" */

/* Physical pages that lie wholly in [low, high], bytes; none when first > last. */
typedef struct {
  uint64_t first;
  uint64_t last;
} dxgmap_ddi_page_range;

static dxgmap_ddi_page_range dxgmap_ddi_pages_within(uint64_t low, uint64_t high)
{
  dxgmap_ddi_page_range range = {1, 0};
  if (high < DXGMAP_IN_PAGE) {
    return range;
  }
  uint64_t last = (high - DXGMAP_IN_PAGE) / PAGE_SIZE;
  range.first = low / PAGE_SIZE + (low % PAGE_SIZE != 0 ? 1 : 0);
  range.last = last < dxgmap_ddi.installed_pages ? last : dxgmap_ddi.installed_pages - 1;
  return range;
}

static int dxgmap_ddi_run(dxgmap_ddi_page_range range, uint64_t boundary, dxgmap_ddi_record *record)
{
  uint64_t base;
  if (range.first > range.last ||
      dxgmap_host_frames_allocate_run(range.first, range.last, boundary, record->pages, &base) != DXGMAP_HOST_OK) {
    return 0;
  }
  for (uint64_t i = 0; i < record->pages; i++) {
    record->frames[i] = base + i;
  }
  return 1;
}

static int dxgmap_ddi_pages_of(dxgmap_ddi_page_range range, ULONG flags, dxgmap_ddi_record *record)
{
  if ((flags & MM_ALLOCATE_REQUIRE_CONTIGUOUS_CHUNKS) != 0) {
    return dxgmap_ddi_run(range, 0, record);
  }
  return range.first <= range.last &&
         dxgmap_host_frames_allocate(range.first, range.last, record->pages, record->frames) == DXGMAP_HOST_OK;
}

int dxgmap_ddi_frames_search(const dxgmap_ddi_frames_wish *wish, dxgmap_ddi_record *record)
{
  uint64_t low = (uint64_t)wish->low.QuadPart;
  uint64_t high = (uint64_t)wish->high.QuadPart;
  uint64_t skip = (uint64_t)wish->skip.QuadPart;
  while (low / PAGE_SIZE < dxgmap_ddi.installed_pages) {
    if (dxgmap_ddi_pages_of(dxgmap_ddi_pages_within(low, high), wish->flags, record)) {
      return 1;
    }
    if (skip == 0 || skip > UINT64_MAX - low) {
      return 0;
    }
    low += skip;
    high = skip > UINT64_MAX - high ? UINT64_MAX : high + skip;
  }
  return 0;
}

int dxgmap_ddi_frames_run(PHYSICAL_ADDRESS low, PHYSICAL_ADDRESS high, PHYSICAL_ADDRESS boundary,
                          dxgmap_ddi_record *record)
{
  uint64_t bytes = (uint64_t)boundary.QuadPart;
  uint64_t pages = bytes != 0 && bytes < PAGE_SIZE ? 1 : bytes / PAGE_SIZE;
  return dxgmap_ddi_run(dxgmap_ddi_pages_within((uint64_t)low.QuadPart, (uint64_t)high.QuadPart), pages, record);
}

const char *dxgmap_ddi_skip_fault(PHYSICAL_ADDRESS skip)
{
  return (uint64_t)skip.QuadPart % PAGE_SIZE != 0 ? "SkipBytes is not a multiple of the page" : NULL;
}

const char *dxgmap_ddi_boundary_fault(PHYSICAL_ADDRESS boundary)
{
  uint64_t bytes = (uint64_t)boundary.QuadPart;
  return bytes != 0 && (bytes & (bytes - 1)) != 0 ? "BoundaryAddressMultiple is not a power of two" : NULL;
}
/* dxgmap: end model/ddi/frames.c */
/* dxgmap: begin model/ddi/handle.c sha256 1855b1772fb9742f0ee7dd2724468068d4ffafda34a78ecc3db8e0f7c5f3a8d9 */
/* #include "ddi/handle.h" */

/* #include "ddi/live.h" */
/* dxgmap: begin model/ddi/live.h sha256 c1692e7992642d97352fb807d9a4ad70c2ff5dc2cb67e833258ce09ad5693dae */
#ifndef DXGMAP_DDI_LIVE_H
#define DXGMAP_DDI_LIVE_H

/* #include "ddi/system.h" */

/* The cursor-th live mapping of the adapter; with 0, of the physical memory objects and their views. */
dxgmap_live dxgmap_ddi_live(uint64_t adapter, uint32_t cursor);

#endif
/* dxgmap: end model/ddi/live.h */
/* #include "ddi/record.h" */

static const char *dxgmap_ddi_handle_fault(const dxgmap_ddi_record *record, uint64_t adapter, uint32_t kind)
{
  if (record == NULL) {
    return "no mapping ever had this handle, or it was released long ago";
  }
  if (record->adapter != adapter) {
    return "the handle belongs to another adapter, or to an earlier start of this one";
  }
  if (record->live == 0) {
    return "the mapping was released already";
  }
  return record->kind != kind ? "the handle came from another callback" : "";
}

void dxgmap_ddi_blame_handle(dxgmap_ddi_call *call, HANDLE handle, uint32_t kind)
{
  uint64_t mapping = (uint64_t)(uintptr_t)handle;
  const dxgmap_ddi_record *record = dxgmap_ddi_record_find(mapping);
  call->subject.mapping = mapping;
  dxgmap_ddi_detail(&call->subject, dxgmap_ddi_handle_fault(record, call->adapter, kind));
}

static const char *dxgmap_ddi_handle_kind_fault(const dxgmap_ddi_record *record, uint64_t mapping)
{
  if (mapping == 0) {
    return "the handle is NULL";
  }
  if (record == NULL) {
    return "no object ever had this handle, or it was released long ago";
  }
  if (record->live == 0) {
    return record->kind == DXGMAP_MAPPING_OBJECT ? "the object was destroyed already, or its adapter stopped"
                                                 : "it was closed or destroyed already, or its adapter stopped";
  }
  if (record->kind == DXGMAP_MAPPING_OBJECT) {
    return "the handle is a physical memory object's: an adapter object's is asked for";
  }
  return record->kind == DXGMAP_MAPPING_ADAPTER_OBJECT
             ? "the handle is an adapter object's: a physical memory object's is asked for"
             : "the handle came from another callback";
}

void dxgmap_ddi_blame_object(dxgmap_ddi_call *call, uint32_t cause, HANDLE handle)
{
  uint64_t mapping = (uint64_t)(uintptr_t)handle;
  if (cause == DXGMAP_BAD_HANDLE) {
    call->subject.mapping = mapping;
    dxgmap_ddi_detail(&call->subject, dxgmap_ddi_handle_kind_fault(dxgmap_ddi_record_find(mapping), mapping));
  }
}

static uint64_t dxgmap_ddi_child_in(uint64_t adapter, uint64_t parent, uint32_t kind)
{
  dxgmap_live live = dxgmap_ddi_live(adapter, 0);
  for (uint32_t cursor = 1; live.status == DXGMAP_OK; cursor++) {
    if (live.descriptor.kind == kind && dxgmap_ddi_record_find(live.handle)->parent == parent) {
      return live.handle;
    }
    live = dxgmap_ddi_live(adapter, cursor);
  }
  return 0;
}

uint64_t dxgmap_ddi_child(uint64_t parent, uint32_t kind)
{
  uint64_t child = dxgmap_ddi_child_in(0, parent, kind);
  for (uint32_t i = 0; i < DXGMAP_ADAPTERS && child == 0; i++) {
    if (dxgmap_ddi.adapter[i].handle != 0) {
      child = dxgmap_ddi_child_in(dxgmap_ddi.adapter[i].handle, parent, kind);
    }
  }
  return child;
}
/* dxgmap: end model/ddi/handle.c */
/* dxgmap: begin model/ddi/information.c sha256 c74a3f24fdbf6b683934edfab70fe47e26af37e4ec573bb6de1ba8aedd885535 */
#include <string.h>

/* #include "ddi/system.h" */

/* DxgkCbGetDeviceInformation. */

static uint32_t dxgmap_ddi_information(dxgmap_ddi_call *call, PDXGK_DEVICE_INFO info)
{
  if (info == NULL) {
    return dxgmap_ddi_bad(call, "DeviceInfo is NULL");
  }
  uint32_t cause = dxgmap_state_gate(dxgmap_ddi.state, call->who, call->adapter, DXGMAP_PASSIVE_LEVEL);
  if (cause != DXGMAP_OK) {
    return cause;
  }
  const dxgmap_ddi_adapter *a = dxgmap_ddi_adapter_of(call->adapter);
  LONGLONG bytes = (LONGLONG)(dxgmap_ddi.installed_pages * PAGE_SIZE);
  memset(info, 0, sizeof(*info));
  info->MiniportDeviceContext = a->miniport_context;
  info->PhysicalDeviceObject = a->physical_device_object;
  info->TranslatedResourceList = a->list;
  info->SystemMemorySize.QuadPart = bytes;
  info->HighestPhysicalAddress.QuadPart = bytes - 1;
  info->DockingState = DockStateUnsupported;
  return DXGMAP_CAUSE_NONE;
}

NTSTATUS DxgkCbGetDeviceInformation(HANDLE DeviceHandle, PDXGK_DEVICE_INFO DeviceInfo)
{
  dxgmap_ddi_call call;
  int open = dxgmap_ddi_enter(&call, DXGMAP_OPERATION_DEVICE_INFORMATION, DeviceHandle, DXGMAP_DDI_SITE);
  return dxgmap_ddi_leave(&call, open ? dxgmap_ddi_information(&call, DeviceInfo) : (uint32_t)DXGMAP_CAUSE_BAD_ADAPTER);
}
/* dxgmap: end model/ddi/information.c */
/* dxgmap: begin model/ddi/interface.c sha256 d28c566693e068511be86e4bf5e0b47231c4ca22864a5a972056d2e1be374213 */
#include <string.h>

/* #include "ddi/status.h" */
/* #include "ddi/system.h" */
/* #include "ddi/unmodelled.h" */
/* dxgmap: begin model/ddi/unmodelled.h sha256 b59d76a9dd0be7f977bd065ae8c8c452216087a538a6e6869a0223550beede18 */
#ifndef DXGMAP_DDI_UNMODELLED_H
#define DXGMAP_DDI_UNMODELLED_H

#include "dispmprt.h"

/* Points every member of the interface to a function that reports the member's name as not modelled, changes nothing
   and answers STATUS_NOT_SUPPORTED (FALSE, NULL or nothing where the member's type says so). */
void dxgmap_ddi_fill_unmodelled(DXGKRNL_INTERFACE *dxgkrnl);

#endif
/* dxgmap: end model/ddi/unmodelled.h */

/* DXGKRNL_INTERFACE, as much of it as the caller has. */

_Static_assert(sizeof(DXGKRNL_INTERFACE) == 0x240, "the library knows every member that it may have to fill");

/* How long the structure is in each version of the interface. */
static const struct {
  ULONG version;
  ULONG size;
} dxgmap_ddi_interface_sizes[] = {
    {DXGKDDI_INTERFACE_VERSION_VISTA, 0xb8},    {DXGKDDI_INTERFACE_VERSION_WIN8, 0x100},
    {DXGKDDI_INTERFACE_VERSION_WDDM1_3, 0x108}, {DXGKDDI_INTERFACE_VERSION_WDDM2_0, 0x138},
    {DXGKDDI_INTERFACE_VERSION_WDDM2_1, 0x148}, {DXGKDDI_INTERFACE_VERSION_WDDM2_2, 0x168},
    {DXGKDDI_INTERFACE_VERSION_WDDM2_3, 0x170}, {DXGKDDI_INTERFACE_VERSION_WDDM2_4, 0x1c8},
    {DXGKDDI_INTERFACE_VERSION_WDDM2_5, 0x1d0}, {DXGKDDI_INTERFACE_VERSION_WDDM2_6, 0x1e0},
    {DXGKDDI_INTERFACE_VERSION_WDDM2_8, 0x1e8}, {DXGKDDI_INTERFACE_VERSION_WDDM2_9, 0x238},
    {DXGKDDI_INTERFACE_VERSION_WDDM3_1, 0x240},
};

static size_t dxgmap_ddi_interface_size(ULONG version)
{
  size_t size = 0;
  for (size_t i = 0; i < RTL_NUMBER_OF(dxgmap_ddi_interface_sizes); i++) {
    size = dxgmap_ddi_interface_sizes[i].version <= version ? dxgmap_ddi_interface_sizes[i].size : size;
  }
  return size;
}

static void dxgmap_ddi_fill_modelled(DXGKRNL_INTERFACE *dxgkrnl)
{
  dxgkrnl->DxgkCbGetDeviceInformation = DxgkCbGetDeviceInformation;
  dxgkrnl->DxgkCbMapMemory = DxgkCbMapMemory;
  dxgkrnl->DxgkCbUnmapMemory = DxgkCbUnmapMemory;
  dxgkrnl->DxgkCbAllocateContiguousMemory = DxgkCbAllocateContiguousMemory;
  dxgkrnl->DxgkCbFreeContiguousMemory = DxgkCbFreeContiguousMemory;
  dxgkrnl->DxgkCbAllocatePagesForMdl = DxgkCbAllocatePagesForMdl;
  dxgkrnl->DxgkCbFreePagesFromMdl = DxgkCbFreePagesFromMdl;
  dxgkrnl->DxgkCbPinFrameBufferForSave = DxgkCbPinFrameBufferForSave;
  dxgkrnl->DxgkCbUnpinFrameBufferForSave = DxgkCbUnpinFrameBufferForSave;
  dxgkrnl->DxgkCbMapFrameBufferPointer = DxgkCbMapFrameBufferPointer;
  dxgkrnl->DxgkCbUnmapFrameBufferPointer = DxgkCbUnmapFrameBufferPointer;
  dxgkrnl->DxgkCbMapMdlToIoMmu = DxgkCbMapMdlToIoMmu;
  dxgkrnl->DxgkCbUnmapMdlFromIoMmu = DxgkCbUnmapMdlFromIoMmu;
  dxgkrnl->DxgkCbCreatePhysicalMemoryObject = DxgkCbCreatePhysicalMemoryObject;
  dxgkrnl->DxgkCbDestroyPhysicalMemoryObject = DxgkCbDestroyPhysicalMemoryObject;
  dxgkrnl->DxgkCbMapPhysicalMemory = DxgkCbMapPhysicalMemory;
  dxgkrnl->DxgkCbUnmapPhysicalMemory = DxgkCbUnmapPhysicalMemory;
  dxgkrnl->DxgkCbAllocateAdl = DxgkCbAllocateAdl;
  dxgkrnl->DxgkCbFreeAdl = DxgkCbFreeAdl;
  dxgkrnl->DxgkCbOpenPhysicalMemoryObject = DxgkCbOpenPhysicalMemoryObject;
  dxgkrnl->DxgkCbClosePhysicalMemoryObject = DxgkCbClosePhysicalMemoryObject;
  dxgkrnl->DxgkCbPinFrameBufferForSave2 = DxgkCbPinFrameBufferForSave2;
}

static uint32_t dxgmap_ddi_interface(const dxgmap_ddi_call *call, DXGKRNL_INTERFACE *dxgkrnl)
{
  const size_t head = offsetof(DXGKRNL_INTERFACE, DeviceHandle);
  if (dxgkrnl == NULL || dxgkrnl->Size < head + sizeof(HANDLE)) {
    return DXGMAP_CAUSE_BAD_ARGUMENT;
  }
  size_t size = dxgmap_ddi_interface_size(dxgkrnl->Version);
  if (size == 0) {
    return DXGMAP_CAUSE_BAD_ARGUMENT;
  }
  if (dxgmap_ddi_adapter_of(call->adapter) == NULL) {
    return DXGMAP_CAUSE_BAD_ADAPTER;
  }
  size = dxgkrnl->Size < size ? dxgkrnl->Size : size;
  DXGKRNL_INTERFACE whole;
  memset(&whole, 0, sizeof(whole));
  dxgmap_ddi_fill_unmodelled(&whole);
  dxgmap_ddi_fill_modelled(&whole);
  whole.DeviceHandle = (HANDLE)(uintptr_t)call->adapter;
  size_t members = (size - head) / sizeof(PVOID) * sizeof(PVOID);
  memcpy((PUCHAR)dxgkrnl + head, (PUCHAR)&whole + head, members);
  return DXGMAP_CAUSE_NONE;
}

uint32_t dxgmap_adapter_interface(HANDLE adapter, DXGKRNL_INTERFACE *dxgkrnl)
{
  dxgmap_ddi_call call;
  if (!dxgmap_ddi_enter(&call, DXGMAP_OPERATION_LIVE, adapter, DXGMAP_DDI_SITE)) {
    return DXGMAP_CAUSE_NOT_OPEN;
  }
  uint32_t cause = dxgmap_ddi_interface(&call, dxgkrnl);
  (void)dxgmap_ddi_leave(&call, cause);
  return cause;
}
/* dxgmap: end model/ddi/interface.c */
/* dxgmap: begin model/ddi/iommu.c sha256 b1ebeb8df5e0a624d232db63878a352e740a20473fd6b517d3625018e63935be */
#include <string.h>

/* #include "ddi/handle.h" */
/* #include "ddi/mdl.h" */
/* dxgmap: begin model/ddi/mdl.h sha256 2c0cd9f036a820a5d84a6de4ff5b8725f6cde8a2f7983b7b046d382ca782e4a8 */
#ifndef DXGMAP_DDI_MDL_H
#define DXGMAP_DDI_MDL_H

/* #include "ddi/call.h" */
/* #include "ddi/mdls.h" */
/* #include "ddi/record.h" */

/* In what the MDL of a mapping differs from what was captured; NULL when it does not, when the mapping has none, and
   when it is not known to be alive. */
const char *dxgmap_ddi_mdl_change(const dxgmap_ddi_record *record);

/* The MDL is freed, unlocked or taken back. If it is mapped to the IOMMU, that is reported. */
void dxgmap_ddi_report_gone(dxgmap_ddi_call *call, dxgmap_ddi_mdl *entry, const char *why);

/* Ends the system mapping of the MDL, if it has one. */
void dxgmap_ddi_mdl_unmap_system(dxgmap_ddi_mdl *entry);

#endif
/* dxgmap: end model/ddi/mdl.h */
/* #include "ddi/release.h" */
/* #include "ddi/system.h" */

/* DxgkCbMapMdlToIoMmu, DxgkCbUnmapMdlFromIoMmu. */

/* A page number that is not the one of the lock is refused here, but for one outside the machine, which the core
   refuses: so a mapping never names a frame that nobody holds. */
static int dxgmap_ddi_iommu_pages_true(const dxgmap_ddi_mdl *entry, uint64_t pages)
{
  const PFN_NUMBER *page = MmGetMdlPfnArray(entry->mdl);
  for (uint64_t i = 0; i < pages; i++) {
    if (page[i] != entry->frames[i] && page[i] < DXGMAP_PAGES) {
      return 0;
    }
  }
  return 1;
}

/* The entry of an MDL that may be mapped; NULL with the cause otherwise. */
static dxgmap_ddi_mdl *dxgmap_ddi_iommu_entry(dxgmap_ddi_call *call, PMDL mdl, uint32_t *cause)
{
  dxgmap_ddi_mdl *entry = dxgmap_ddi_mdl_find(mdl);
  *cause = DXGMAP_CAUSE_BAD_ARGUMENT;
  if (entry == NULL) {
    (void)dxgmap_ddi_bad(call, mdl == NULL ? "pMdl is NULL" : "no MDL is alive at pMdl: it was freed, or never made");
    return NULL;
  }
  call->subject.address = (uint64_t)(uintptr_t)mdl;
  call->subject.mapping = entry->owner;
  if (entry->state == DXGMAP_DDI_MDL_GONE) {
    *cause = DXGMAP_CAUSE_LIST_GONE;
    return NULL;
  }
  if (entry->state == DXGMAP_DDI_MDL_EMPTY) {
    (void)dxgmap_ddi_bad(call, "the MDL is neither locked nor built, so its page numbers mean nothing");
    return NULL;
  }
  uint64_t pages = dxgmap_ddi_mdl_span(mdl);
  uint64_t held = entry->locked > 0 ? entry->locked : entry->pages;
  if (pages > held || !dxgmap_ddi_iommu_pages_true(entry, pages)) {
    (void)dxgmap_ddi_bad(call, "the MDL was changed after it was locked: its pages are not those of the lock");
    return NULL;
  }
  *cause = DXGMAP_CAUSE_NONE;
  return entry;
}

static dxgmap_ddi_record *dxgmap_ddi_iommu_capture(const dxgmap_ddi_call *call, const dxgmap_ddi_mdl *entry)
{
  uint64_t pages = dxgmap_ddi_mdl_span(entry->mdl);
  dxgmap_ddi_record *record = dxgmap_ddi_record_new(call->site, DXGMAP_MAPPING_MDL, call->adapter, pages, 0);
  if (record != NULL) {
    record->mdl = entry->mdl;
    record->head = *entry->mdl;
    if (pages > 0) {
      memcpy(record->frames, MmGetMdlPfnArray(entry->mdl), (size_t)pages * sizeof(PFN_NUMBER));
    }
  }
  return record;
}

static void dxgmap_ddi_iommu_warn_chain(dxgmap_ddi_call *call, const dxgmap_ddi_record *record)
{
  if (record->head.Next != NULL) {
    dxgmap_ddi_note *note = dxgmap_ddi_also(call, DXGMAP_CAUSE_MDL_CHAIN, record->mapping);
    note->address = (uint64_t)(uintptr_t)record->head.Next;
    dxgmap_ddi_detail(note, "Next is not NULL; the MDLs that follow are not mapped");
  }
}

static uint32_t dxgmap_ddi_map_mdl(dxgmap_ddi_call *call, DXGKARGCB_MAPMDLTOIOMMU *arguments)
{
  if (arguments == NULL) {
    return dxgmap_ddi_bad(call, "the argument structure is NULL");
  }
  uint32_t cause;
  dxgmap_ddi_mdl *entry = dxgmap_ddi_iommu_entry(call, arguments->pMdl, &cause);
  if (entry == NULL) {
    return cause;
  }
  cause = dxgmap_map_pages_admit(dxgmap_ddi.state, call->who, call->adapter, DXGMAP_MAPPING_MDL);
  if (cause != DXGMAP_OK) {
    return cause;
  }
  dxgmap_ddi_record *record = dxgmap_ddi_iommu_capture(call, entry);
  if (record == NULL) {
    return DXGMAP_CAUSE_NO_HOST;
  }
  dxgmap_outcome outcome = dxgmap_op_map_pages(dxgmap_ddi.state, call->who, call->adapter, DXGMAP_MAPPING_MDL,
                                               record->frames, (uint32_t)record->pages);
  if (outcome.status != DXGMAP_OK) {
    dxgmap_ddi_record_cancel(record);
    return outcome.status;
  }
  dxgmap_host_frames_hold(record->frames, record->pages);
  dxgmap_ddi_record_bind(record, outcome.handle);
  dxgmap_ddi_mdl_join(entry, record);
  arguments->hMemoryHandle = (HANDLE)(uintptr_t)outcome.handle;
  dxgmap_ddi_iommu_warn_chain(call, record);
  return DXGMAP_CAUSE_NONE;
}

NTSTATUS DxgkCbMapMdlToIoMmu(IN_CONST_HANDLE hAdapter, INOUT_PDXGKARGCB_MAPMDLTOIOMMU pMapMdlToIoMmu)
{
  dxgmap_ddi_call call;
  int open = dxgmap_ddi_enter(&call, DXGMAP_OPERATION_MAP_MDL, hAdapter, DXGMAP_DDI_SITE);
  return dxgmap_ddi_leave(&call, open ? dxgmap_ddi_map_mdl(&call, pMapMdlToIoMmu) : (uint32_t)DXGMAP_CAUSE_BAD_ADAPTER);
}

static uint32_t dxgmap_ddi_unmap_mdl(dxgmap_ddi_call *call, const DXGKARGCB_UNMAPMDLFROMIOMMU *arguments)
{
  if (arguments == NULL) {
    return dxgmap_ddi_bad(call, "the argument structure is NULL");
  }
  dxgmap_outcome outcome = dxgmap_op_unmap_pages(dxgmap_ddi.state, call->who, call->adapter, DXGMAP_MAPPING_MDL,
                                                 (uint64_t)(uintptr_t)arguments->hMemoryHandle);
  if (outcome.status == DXGMAP_OK) {
    dxgmap_ddi_give_back(call, dxgmap_ddi_record_find(outcome.handle));
  }
  if (outcome.status == DXGMAP_BAD_HANDLE) {
    dxgmap_ddi_blame_handle(call, arguments->hMemoryHandle, DXGMAP_MAPPING_MDL);
  }
  return outcome.status;
}

VOID DxgkCbUnmapMdlFromIoMmu(IN_CONST_HANDLE hAdapter, IN_CONST_PDXGKARGCB_UNMAPMDLFROMIOMMU pUnmapMdlFromIoMmu)
{
  dxgmap_ddi_call call;
  int open = dxgmap_ddi_enter(&call, DXGMAP_OPERATION_UNMAP_MDL, hAdapter, DXGMAP_DDI_SITE);
  (void)dxgmap_ddi_leave(&call,
                         open ? dxgmap_ddi_unmap_mdl(&call, pUnmapMdlFromIoMmu) : (uint32_t)DXGMAP_CAUSE_BAD_ADAPTER);
}
/* dxgmap: end model/ddi/iommu.c */
/* dxgmap: begin model/ddi/irql.c sha256 dcfd704791c804e14f9af7035dbaaf2ed3eecbd95ce88f3798b0f5e77de4a0e4 */
/* #include "ddi/call.h" */
/* #include "host/host.h" */

/* KeGetCurrentIrql, KeRaiseIrql, KeLowerIrql: of the calling thread. */

/* 1: the move is one that Windows allows; 0: it was reported and nothing changes. */
static int dxgmap_ddi_irql_allowed(uint32_t operation, int allowed, const char *fault, const void *site)
{
  dxgmap_ddi_call call;
  (void)dxgmap_ddi_enter(&call, operation, NULL, site);
  (void)dxgmap_ddi_leave(&call, allowed ? (uint32_t)DXGMAP_CAUSE_NONE : dxgmap_ddi_bad(&call, fault));
  return allowed;
}

KIRQL KeGetCurrentIrql(VOID)
{
  return (KIRQL)dxgmap_host_irql();
}

VOID KeRaiseIrql(KIRQL NewIrql, PKIRQL OldIrql)
{
  uint32_t old = dxgmap_host_irql();
  int allowed = NewIrql >= old && NewIrql <= HIGH_LEVEL && OldIrql != NULL;
  if (dxgmap_ddi_irql_allowed(DXGMAP_OPERATION_RAISE_IRQL, allowed,
                              "the new IRQL is below the current one, or OldIrql is NULL", DXGMAP_DDI_SITE)) {
    *OldIrql = (KIRQL)old;
    dxgmap_host_set_irql(NewIrql);
  }
}

VOID KeLowerIrql(KIRQL NewIrql)
{
  int allowed = NewIrql <= dxgmap_host_irql();
  if (dxgmap_ddi_irql_allowed(DXGMAP_OPERATION_LOWER_IRQL, allowed, "the new IRQL is above the current one",
                              DXGMAP_DDI_SITE)) {
    dxgmap_host_set_irql(NewIrql);
  }
}
/* dxgmap: end model/ddi/irql.c */
/* dxgmap: begin model/ddi/lend.c sha256 a8f0a4719116cc2a795acf0c42628d9242ae408e6f56cac538d283c130247dd3 */
/* #include "ddi/lend.h" */

#include <string.h>

/* #include "ddi/mdls.h" */

int dxgmap_ddi_lend_prepare(dxgmap_ddi_record *record, uint64_t bytes)
{
  PMDL mdl = record->list;
  size_t size = (size_t)record->pages * sizeof(uint64_t);
  record->lent = dxgmap_ddi_mdl_entry(mdl, record->list_bytes, record->pages);
  if (record->lent == NULL) {
    return 0;
  }
  dxgmap_ddi_mdl_describe(mdl, NULL, bytes);
  mdl->MdlFlags = MDL_PAGES_LOCKED;
  memcpy(MmGetMdlPfnArray(mdl), record->frames, size);
  memcpy(record->lent->frames, record->frames, size);
  record->lent->state = DXGMAP_DDI_MDL_LENT;
  return 1;
}

void dxgmap_ddi_lend_cancel(dxgmap_ddi_record *record)
{
  if (record->lent != NULL) {
    dxgmap_ddi_mdl_entry_free(record->lent);
    record->lent = NULL;
  }
}

PMDL dxgmap_ddi_lend(dxgmap_ddi_record *record)
{
  record->lent->owner = record->mapping;
  dxgmap_ddi_mdl_add(record->lent);
  return record->list;
}
/* dxgmap: end model/ddi/lend.c */
/* dxgmap: begin model/ddi/live.c sha256 b111037bfa3e6d16c71ac2b4b0ffb135a4cc1e16c6809066ca013e34f404e73a */
/* #include "ddi/live.h" */

#include <string.h>

/* #include "ddi/record.h" */

dxgmap_live dxgmap_ddi_live(uint64_t adapter, uint32_t cursor)
{
  return adapter != 0 ? dxgmap_op_live(dxgmap_ddi.state, adapter, cursor)
                      : dxgmap_op_live_object(dxgmap_ddi.state, cursor);
}

static void dxgmap_ddi_show(const dxgmap_live *live, dxgmap_mapping *mapping)
{
  const dxgmap_ddi_record *record = dxgmap_ddi_record_find(live->handle);
  dxgmap_host_history history;
  memset(mapping, 0, sizeof(*mapping));
  mapping->mapping = live->handle;
  mapping->kind = live->descriptor.kind;
  mapping->physical_adapter = live->descriptor.index;
  mapping->pages = live->pages > 0 ? live->pages : live->span;
  mapping->length = live->descriptor.length;
  mapping->physical = live->descriptor.physical;
  mapping->address = record->address;
  mapping->logical = record->logical;
  mapping->object = record->parent;
  if (dxgmap_host_history_find(live->handle, &history)) {
    mapping->map.count = history.map.count;
    memcpy(mapping->map.site, history.map.site, sizeof(mapping->map.site));
  }
}

static uint32_t dxgmap_ddi_live_shown(uint64_t adapter, uint32_t cursor, dxgmap_mapping *mapping)
{
  dxgmap_live live = dxgmap_ddi_live(adapter, cursor);
  if (mapping == NULL) {
    return DXGMAP_CAUSE_BAD_ARGUMENT;
  }
  if (live.status == DXGMAP_OK) {
    dxgmap_ddi_show(&live, mapping);
  }
  return live.status;
}

uint32_t dxgmap_adapter_live(HANDLE adapter, uint32_t cursor, dxgmap_mapping *mapping)
{
  dxgmap_ddi_call call;
  if (!dxgmap_ddi_enter(&call, DXGMAP_OPERATION_LIVE, adapter, DXGMAP_DDI_SITE)) {
    return DXGMAP_CAUSE_NOT_OPEN;
  }
  uint32_t cause =
      call.adapter != 0 ? dxgmap_ddi_live_shown(call.adapter, cursor, mapping) : (uint32_t)DXGMAP_CAUSE_BAD_ADAPTER;
  (void)dxgmap_ddi_leave(&call, cause);
  return cause;
}

uint32_t dxgmap_object_live(uint32_t cursor, dxgmap_mapping *mapping)
{
  dxgmap_ddi_call call;
  if (!dxgmap_ddi_enter(&call, DXGMAP_OPERATION_LIVE, NULL, DXGMAP_DDI_SITE)) {
    return DXGMAP_CAUSE_NOT_OPEN;
  }
  uint32_t cause = dxgmap_ddi_live_shown(0, cursor, mapping);
  (void)dxgmap_ddi_leave(&call, cause);
  return cause;
}
/* dxgmap: end model/ddi/live.c */
/* dxgmap: begin model/ddi/mdl.c sha256 a410e8395634ae4c2923d2fdd3aa32436bb7ba2f18e130332b8a7ea45ac21250 */
/* #include "ddi/mdl.h" */

#include <string.h>

/* #include "ddi/system.h" */
#include "dxgmap_mdl.h"

/* The functions of the I/O and memory managers that make, lock, build and map MDLs. Where Windows raises an exception
   or stops, these report, and leave the MDL as it was: a driver sees it in MdlFlags. */

/* What the library itself may change while the MDL is mapped to the IOMMU. */
#define DXGMAP_DDI_MDL_OWN_FLAGS ((uint32_t)MDL_MAPPED_TO_SYSTEM_VA)

static uint32_t dxgmap_ddi_mdl_flags(const MDL *mdl)
{
  return (uint16_t)mdl->MdlFlags & ~DXGMAP_DDI_MDL_OWN_FLAGS;
}

const char *dxgmap_ddi_mdl_change(const dxgmap_ddi_record *record)
{
  if (record->source == NULL) {
    return NULL;
  }
  const MDL *now = record->source->mdl;
  const MDL *then = &record->head;
  if (now->StartVa != then->StartVa || now->ByteCount != then->ByteCount || now->ByteOffset != then->ByteOffset) {
    return "the range in the header of the MDL";
  }
  if (now->Next != then->Next || now->Size != then->Size || now->Process != then->Process) {
    return "Next, Size or Process in the header of the MDL";
  }
  if (dxgmap_ddi_mdl_flags(now) != dxgmap_ddi_mdl_flags(then)) {
    return "MdlFlags";
  }
  size_t size = (size_t)record->pages * sizeof(PFN_NUMBER);
  return memcmp(MmGetMdlPfnArray(record->source->mdl), record->frames, size) != 0 ? "a page number of the MDL" : NULL;
}

void dxgmap_ddi_report_gone(dxgmap_ddi_call *call, dxgmap_ddi_mdl *entry, const char *why)
{
  uint64_t mappings;
  uint64_t one = dxgmap_ddi_mdl_abandon(entry, &mappings);
  if (mappings > 0) {
    dxgmap_ddi_note *note = dxgmap_ddi_also(call, DXGMAP_CAUSE_MDL_GONE, one);
    note->address = (uint64_t)(uintptr_t)entry->mdl;
    dxgmap_ddi_detail(note, why);
  }
}

void dxgmap_ddi_mdl_unmap_system(dxgmap_ddi_mdl *entry)
{
  if (entry->system != NULL) {
    dxgmap_host_kernel_unmap(entry->system, entry->system_pages);
    entry->system = NULL;
    entry->mdl->MdlFlags = (CSHORT)(entry->mdl->MdlFlags & ~MDL_MAPPED_TO_SYSTEM_VA);
    entry->mdl->MappedSystemVa = NULL;
  }
}

/* The entry of an MDL that the driver names; NULL, with the subject filled, when it may not use it so. */
static dxgmap_ddi_mdl *dxgmap_ddi_mdl_of_driver(dxgmap_ddi_call *call, PMDL mdl)
{
  dxgmap_ddi_mdl *entry = dxgmap_ddi_mdl_find(mdl);
  call->subject.address = (uint64_t)(uintptr_t)mdl;
  if (entry == NULL) {
    (void)dxgmap_ddi_bad(call, "no MDL is alive at this address: it was freed, or IoAllocateMdl never gave it");
    return NULL;
  }
  if (entry->state == DXGMAP_DDI_MDL_LENT || entry->state == DXGMAP_DDI_MDL_GONE) {
    call->subject.mapping = entry->owner;
    (void)dxgmap_ddi_bad(call, "the MDL is Dxgkrnl's: the driver neither frees nor unlocks it");
    return NULL;
  }
  return entry;
}

PMDL IoAllocateMdl(PVOID VirtualAddress, ULONG Length, BOOLEAN SecondaryBuffer, BOOLEAN ChargeQuota, PIRP Irp)
{
  dxgmap_ddi_call call;
  PMDL mdl = NULL;
  uint32_t cause = DXGMAP_CAUSE_NONE;
  uint64_t pages = ADDRESS_AND_SIZE_TO_SPAN_PAGES(VirtualAddress, Length);
  size_t bytes = dxgmap_ddi_mdl_size(pages);
  (void)SecondaryBuffer;
  (void)ChargeQuota;
  if (!dxgmap_ddi_enter(&call, DXGMAP_OPERATION_ALLOCATE_MDL, NULL, DXGMAP_DDI_SITE)) {
    return NULL;
  }
  if (Irp != NULL) {
    cause = dxgmap_ddi_bad(&call, "an IRP was given, and IRPs are not modelled");
  } else {
    mdl = dxgmap_host_allocate(bytes);
  }
  dxgmap_ddi_mdl *entry = mdl != NULL ? dxgmap_ddi_mdl_entry(mdl, bytes, pages) : NULL;
  if (entry == NULL) {
    dxgmap_host_free(mdl, bytes);
    mdl = NULL;
  } else {
    dxgmap_ddi_mdl_describe(mdl, VirtualAddress, Length);
    dxgmap_ddi_mdl_add(entry);
  }
  (void)dxgmap_ddi_leave(&call, cause);
  return mdl;
}

static uint32_t dxgmap_ddi_free_mdl(dxgmap_ddi_call *call, PMDL mdl)
{
  dxgmap_ddi_mdl *entry = dxgmap_ddi_mdl_of_driver(call, mdl);
  uint32_t cause = DXGMAP_CAUSE_NONE;
  if (entry == NULL) {
    return DXGMAP_CAUSE_BAD_ARGUMENT;
  }
  if (entry->maps != NULL) {
    dxgmap_ddi_report_gone(call, entry, "IoFreeMdl of an MDL that is mapped to the IOMMU");
  } else if (entry->state == DXGMAP_DDI_MDL_LOCKED) {
    cause = dxgmap_ddi_bad(call, "the MDL is freed while its pages are locked; they are unlocked");
  }
  dxgmap_ddi_mdl_unmap_system(entry);
  dxgmap_host_frames_drop(entry->frames, entry->locked);
  dxgmap_host_free(mdl, (size_t)entry->bytes);
  dxgmap_ddi_mdl_remove(entry);
  return cause;
}

VOID IoFreeMdl(PMDL Mdl)
{
  dxgmap_ddi_call call;
  int open = dxgmap_ddi_enter(&call, DXGMAP_OPERATION_FREE_MDL, NULL, DXGMAP_DDI_SITE);
  (void)dxgmap_ddi_leave(&call, open ? dxgmap_ddi_free_mdl(&call, Mdl) : (uint32_t)DXGMAP_CAUSE_BAD_ARGUMENT);
}

static uint32_t dxgmap_ddi_lock_mdl(dxgmap_ddi_call *call, PMDL mdl, uint32_t state, bool write)
{
  dxgmap_ddi_mdl *entry = dxgmap_ddi_mdl_of_driver(call, mdl);
  if (entry == NULL) {
    return DXGMAP_CAUSE_BAD_ARGUMENT;
  }
  if (entry->state != DXGMAP_DDI_MDL_EMPTY) {
    return dxgmap_ddi_bad(call, "the MDL is locked or built already");
  }
  uint64_t pages = dxgmap_ddi_mdl_span(mdl);
  if (pages == 0 || pages > entry->pages) {
    return dxgmap_ddi_bad(call, "the MDL is empty, or its header speaks of more pages than it has room for");
  }
  dxgmap_host_result result = dxgmap_host_lock_pages(mdl->StartVa, pages, write, entry->frames);
  if (result == DXGMAP_HOST_BAD_ADDRESS) {
    return dxgmap_ddi_bad(call, "the memory cannot be accessed as asked; Windows raises an exception here");
  }
  if (result != DXGMAP_HOST_OK) {
    return DXGMAP_CAUSE_NO_HOST;
  }
  memcpy(MmGetMdlPfnArray(mdl), entry->frames, (size_t)pages * sizeof(PFN_NUMBER));
  entry->locked = pages;
  entry->state = state;
  return DXGMAP_CAUSE_NONE;
}

VOID MmProbeAndLockPages(PMDL MemoryDescriptorList, KPROCESSOR_MODE AccessMode, LOCK_OPERATION Operation)
{
  dxgmap_ddi_call call;
  bool write = Operation != IoReadAccess;
  uint32_t cause = DXGMAP_CAUSE_BAD_ARGUMENT;
  (void)AccessMode;
  if (dxgmap_ddi_enter(&call, DXGMAP_OPERATION_LOCK_MDL, NULL, DXGMAP_DDI_SITE)) {
    cause = dxgmap_ddi_lock_mdl(&call, MemoryDescriptorList, DXGMAP_DDI_MDL_LOCKED, write);
  }
  if (cause == DXGMAP_CAUSE_NONE) {
    int flags = MDL_PAGES_LOCKED | (write ? MDL_WRITE_OPERATION : 0);
    MemoryDescriptorList->MdlFlags = (CSHORT)(MemoryDescriptorList->MdlFlags | flags);
  }
  (void)dxgmap_ddi_leave(&call, cause);
}

VOID MmBuildMdlForNonPagedPool(PMDL MemoryDescriptorList)
{
  dxgmap_ddi_call call;
  uint32_t cause = DXGMAP_CAUSE_BAD_ARGUMENT;
  if (dxgmap_ddi_enter(&call, DXGMAP_OPERATION_BUILD_MDL, NULL, DXGMAP_DDI_SITE)) {
    cause = dxgmap_ddi_lock_mdl(&call, MemoryDescriptorList, DXGMAP_DDI_MDL_BUILT, true);
  }
  if (cause == DXGMAP_CAUSE_NONE) {
    MemoryDescriptorList->MdlFlags = (CSHORT)(MemoryDescriptorList->MdlFlags | MDL_SOURCE_IS_NONPAGED_POOL);
    MemoryDescriptorList->MappedSystemVa = MmGetMdlVirtualAddress(MemoryDescriptorList);
  }
  (void)dxgmap_ddi_leave(&call, cause);
}

static uint32_t dxgmap_ddi_unlock_mdl(dxgmap_ddi_call *call, PMDL mdl)
{
  dxgmap_ddi_mdl *entry = dxgmap_ddi_mdl_of_driver(call, mdl);
  if (entry == NULL) {
    return DXGMAP_CAUSE_BAD_ARGUMENT;
  }
  if (entry->state != DXGMAP_DDI_MDL_LOCKED) {
    return dxgmap_ddi_bad(call, "the pages of the MDL are not locked");
  }
  dxgmap_ddi_report_gone(call, entry, "MmUnlockPages of an MDL that is mapped to the IOMMU");
  dxgmap_ddi_mdl_unmap_system(entry);
  dxgmap_host_frames_drop(entry->frames, entry->locked);
  entry->locked = 0;
  entry->state = DXGMAP_DDI_MDL_EMPTY;
  mdl->MdlFlags = (CSHORT)(mdl->MdlFlags & ~(MDL_PAGES_LOCKED | MDL_WRITE_OPERATION));
  return DXGMAP_CAUSE_NONE;
}

VOID MmUnlockPages(PMDL MemoryDescriptorList)
{
  dxgmap_ddi_call call;
  int open = dxgmap_ddi_enter(&call, DXGMAP_OPERATION_UNLOCK_MDL, NULL, DXGMAP_DDI_SITE);
  (void)dxgmap_ddi_leave(&call, open ? dxgmap_ddi_unlock_mdl(&call, MemoryDescriptorList)
                                     : (uint32_t)DXGMAP_CAUSE_BAD_ARGUMENT);
}

/* The entry of an MDL whose pages are there, be it the driver's or lent; NULL, with the subject filled, otherwise. */
static dxgmap_ddi_mdl *dxgmap_ddi_mdl_with_pages(dxgmap_ddi_call *call, PMDL mdl, uint32_t *cause)
{
  dxgmap_ddi_mdl *entry = dxgmap_ddi_mdl_find(mdl);
  call->subject.address = (uint64_t)(uintptr_t)mdl;
  *cause = DXGMAP_CAUSE_BAD_ARGUMENT;
  if (entry == NULL) {
    (void)dxgmap_ddi_bad(call, "no MDL is alive at this address");
    return NULL;
  }
  call->subject.mapping = entry->owner;
  if (entry->state == DXGMAP_DDI_MDL_GONE) {
    *cause = DXGMAP_CAUSE_LIST_GONE;
    return NULL;
  }
  if (entry->state == DXGMAP_DDI_MDL_EMPTY) {
    (void)dxgmap_ddi_bad(call, "the MDL is neither locked nor built");
    return NULL;
  }
  *cause = DXGMAP_CAUSE_NONE;
  return entry;
}

static uint32_t dxgmap_ddi_map_locked(dxgmap_ddi_call *call, PMDL mdl, PVOID *address)
{
  uint32_t cause;
  dxgmap_ddi_mdl *entry = dxgmap_ddi_mdl_with_pages(call, mdl, &cause);
  if (entry == NULL) {
    return cause;
  }
  if (entry->system != NULL || entry->state == DXGMAP_DDI_MDL_BUILT) {
    return dxgmap_ddi_bad(call, "the MDL has a system address already");
  }
  uint64_t pages = entry->locked > 0 ? entry->locked : entry->pages;
  void *first;
  if (dxgmap_host_kernel_map(entry->frames, pages, entry->owner, &first) != DXGMAP_HOST_OK) {
    return DXGMAP_CAUSE_NO_HOST;
  }
  entry->system = first;
  entry->system_pages = pages;
  *address = (PCHAR)first + mdl->ByteOffset;
  mdl->MdlFlags = (CSHORT)(mdl->MdlFlags | MDL_MAPPED_TO_SYSTEM_VA);
  mdl->MappedSystemVa = *address;
  return DXGMAP_CAUSE_NONE;
}

PVOID MmMapLockedPagesSpecifyCache(PMDL MemoryDescriptorList, KPROCESSOR_MODE AccessMode, MEMORY_CACHING_TYPE CacheType,
                                   PVOID RequestedAddress, ULONG BugCheckOnFailure, ULONG Priority)
{
  dxgmap_ddi_call call;
  PVOID address = NULL;
  (void)AccessMode;
  (void)CacheType;
  (void)RequestedAddress;
  (void)BugCheckOnFailure;
  (void)Priority;
  int open = dxgmap_ddi_enter(&call, DXGMAP_OPERATION_MAP_LOCKED, NULL, DXGMAP_DDI_SITE);
  (void)dxgmap_ddi_leave(&call, open ? dxgmap_ddi_map_locked(&call, MemoryDescriptorList, &address)
                                     : (uint32_t)DXGMAP_CAUSE_BAD_ARGUMENT);
  return address;
}

static uint32_t dxgmap_ddi_unmap_locked(dxgmap_ddi_call *call, PVOID base, PMDL mdl)
{
  uint32_t cause;
  dxgmap_ddi_mdl *entry = dxgmap_ddi_mdl_with_pages(call, mdl, &cause);
  if (entry == NULL) {
    return cause;
  }
  if (entry->system == NULL || mdl->MappedSystemVa != base) {
    return dxgmap_ddi_bad(call, "the MDL is not mapped at this address");
  }
  dxgmap_ddi_mdl_unmap_system(entry);
  return DXGMAP_CAUSE_NONE;
}

VOID MmUnmapLockedPages(PVOID BaseAddress, PMDL MemoryDescriptorList)
{
  dxgmap_ddi_call call;
  int open = dxgmap_ddi_enter(&call, DXGMAP_OPERATION_UNMAP_LOCKED, NULL, DXGMAP_DDI_SITE);
  (void)dxgmap_ddi_leave(&call, open ? dxgmap_ddi_unmap_locked(&call, BaseAddress, MemoryDescriptorList)
                                     : (uint32_t)DXGMAP_CAUSE_BAD_ARGUMENT);
}
/* dxgmap: end model/ddi/mdl.c */
/* dxgmap: begin model/ddi/mdls.c sha256 0e52bc316c678e5af74e46e2f6c0d53be0b8e5aa57bfe8540325dea8e834ada2 */
/* #include "ddi/mdls.h" */

/* #include "ddi/record.h" */
/* #include "host/host.h" */

#define DXGMAP_DDI_MDL_BUCKETS ((size_t)1 << 12)

static dxgmap_ddi_mdl **dxgmap_ddi_mdl_bucket;

static size_t dxgmap_ddi_mdl_hash(PMDL mdl)
{
  return (size_t)(((uint64_t)(uintptr_t)mdl * 0x9E3779B97F4A7C15u) >> 52) % DXGMAP_DDI_MDL_BUCKETS;
}

dxgmap_ddi_mdl *dxgmap_ddi_mdl_find(PMDL mdl)
{
  dxgmap_ddi_mdl *entry = NULL;
  if (dxgmap_ddi_mdl_bucket != NULL) {
    entry = dxgmap_ddi_mdl_bucket[dxgmap_ddi_mdl_hash(mdl)];
  }
  while (entry != NULL && entry->mdl != mdl) {
    entry = entry->next;
  }
  return entry;
}

dxgmap_ddi_mdl *dxgmap_ddi_mdl_entry(PMDL mdl, uint64_t bytes, uint64_t pages)
{
  dxgmap_ddi_mdl *entry = dxgmap_host_allocate(sizeof(*entry));
  if (entry == NULL) {
    return NULL;
  }
  entry->mdl = mdl;
  entry->bytes = bytes;
  entry->pages = pages;
  entry->frames = dxgmap_host_allocate((size_t)pages * sizeof(uint64_t));
  if (pages > 0 && entry->frames == NULL) {
    dxgmap_host_free(entry, sizeof(*entry));
    return NULL;
  }
  return entry;
}

void dxgmap_ddi_mdl_entry_free(dxgmap_ddi_mdl *entry)
{
  dxgmap_host_free(entry->frames, (size_t)entry->pages * sizeof(uint64_t));
  dxgmap_host_free(entry, sizeof(*entry));
}

void dxgmap_ddi_mdl_add(dxgmap_ddi_mdl *entry)
{
  size_t hash = dxgmap_ddi_mdl_hash(entry->mdl);
  entry->next = dxgmap_ddi_mdl_bucket[hash];
  dxgmap_ddi_mdl_bucket[hash] = entry;
}

void dxgmap_ddi_mdl_remove(dxgmap_ddi_mdl *entry)
{
  dxgmap_ddi_mdl **link = &dxgmap_ddi_mdl_bucket[dxgmap_ddi_mdl_hash(entry->mdl)];
  while (*link != entry) {
    link = &(*link)->next;
  }
  *link = entry->next;
  dxgmap_ddi_mdl_entry_free(entry);
}

void dxgmap_ddi_mdl_join(dxgmap_ddi_mdl *entry, dxgmap_ddi_record *record)
{
  record->source = entry;
  record->beside = entry->maps;
  entry->maps = record;
}

void dxgmap_ddi_mdl_part(dxgmap_ddi_record *record)
{
  if (record->source == NULL) {
    return;
  }
  dxgmap_ddi_record **link = &record->source->maps;
  while (*link != record) {
    link = &(*link)->beside;
  }
  *link = record->beside;
  record->beside = NULL;
  record->source = NULL;
}

uint64_t dxgmap_ddi_mdl_abandon(dxgmap_ddi_mdl *entry, uint64_t *mappings)
{
  uint64_t one = 0;
  *mappings = 0;
  while (entry->maps != NULL) {
    one = entry->maps->mapping;
    *mappings += 1;
    dxgmap_ddi_mdl_part(entry->maps);
  }
  return one;
}

void dxgmap_ddi_mdl_describe(PMDL mdl, const void *address, uint64_t bytes)
{
  uintptr_t first = (uintptr_t)address;
  uint64_t size = dxgmap_ddi_mdl_size(ADDRESS_AND_SIZE_TO_SPAN_PAGES(address, bytes));
  mdl->Next = NULL;
  mdl->Size = (CSHORT)(uint16_t)(size & 0xFFFFu); /* 16 bits is all that Windows has for it */
  mdl->MdlFlags = 0;
  mdl->Process = NULL;
  mdl->MappedSystemVa = NULL;
  mdl->StartVa = (PVOID)(first & ~DXGMAP_IN_PAGE);
  mdl->ByteCount = (ULONG)bytes;
  mdl->ByteOffset = BYTE_OFFSET(address);
}

size_t dxgmap_ddi_mdl_size(uint64_t pages)
{
  return sizeof(MDL) + (size_t)pages * sizeof(PFN_NUMBER);
}

uint64_t dxgmap_ddi_mdl_span(const MDL *head)
{
  return ADDRESS_AND_SIZE_TO_SPAN_PAGES((uintptr_t)head->ByteOffset, head->ByteCount);
}

int dxgmap_ddi_mdls_open(void)
{
  dxgmap_ddi_mdl_bucket = dxgmap_host_reserve(DXGMAP_DDI_MDL_BUCKETS * sizeof(dxgmap_ddi_mdl *));
  return dxgmap_ddi_mdl_bucket != NULL;
}

static void dxgmap_ddi_mdl_close(dxgmap_ddi_mdl *entry)
{
  int driver = entry->state != DXGMAP_DDI_MDL_LENT && entry->state != DXGMAP_DDI_MDL_GONE;
  if (driver) {
    dxgmap_host_free(entry->mdl, (size_t)entry->bytes);
  }
  dxgmap_ddi_mdl_entry_free(entry);
}

void dxgmap_ddi_mdls_close(void)
{
  if (dxgmap_ddi_mdl_bucket == NULL) {
    return;
  }
  for (size_t i = 0; i < DXGMAP_DDI_MDL_BUCKETS; i++) {
    while (dxgmap_ddi_mdl_bucket[i] != NULL) {
      dxgmap_ddi_mdl *entry = dxgmap_ddi_mdl_bucket[i];
      dxgmap_ddi_mdl_bucket[i] = entry->next;
      dxgmap_ddi_mdl_close(entry);
    }
  }
  dxgmap_host_unreserve(dxgmap_ddi_mdl_bucket, DXGMAP_DDI_MDL_BUCKETS * sizeof(dxgmap_ddi_mdl *));
  dxgmap_ddi_mdl_bucket = NULL;
}
/* dxgmap: end model/ddi/mdls.c */
/* dxgmap: begin model/ddi/object.c sha256 c84d5da1d2f57fc225f23c16231ef9c1175628ee2896347988a7a628e6ef45dc */
/* #include "ddi/object.h" */
/* dxgmap: begin model/ddi/object.h sha256 e4ca8abf756114fc30172d0325a40b02052981ab538e258295b877aec3a1c8e3 */
#ifndef DXGMAP_DDI_OBJECT_H
#define DXGMAP_DDI_OBJECT_H

/* #include "ddi/record.h" */
/* #include "ddi/system.h" */

/* Physical memory objects: what they are made of, and what else their callbacks share. */

/* What is wrong with the arguments of a creation; NULL: nothing. */
const char *dxgmap_ddi_object_fault(const DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT *arguments);

/* The adapter whose memory the I/O space is that a creation names; 0: no started adapter's. */
uint64_t dxgmap_ddi_object_owner(const DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT *arguments);

/* Fills record->frames with the memory, zeroed but for I/O space. 0: the host has none such. */
int dxgmap_ddi_object_fill(const DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT *arguments, dxgmap_ddi_record *record);

/* The record of an adapter object; NULL: the host has no memory. */
dxgmap_ddi_record *dxgmap_ddi_opened_new(const dxgmap_ddi_call *call, uint64_t adapter, uint64_t length);

#endif
/* dxgmap: end model/ddi/object.h */

#include <string.h>

/* DxgkCbCreatePhysicalMemoryObject. */

/* What a creation makes: an object and, with an adapter, its adapter object. */
typedef struct {
  dxgmap_object_request request;
  uint64_t ending; /* the adapter that the object ends with, or 0 */
  dxgmap_ddi_record *object;
  dxgmap_ddi_record *opened;
} dxgmap_ddi_creation;

static void dxgmap_ddi_create_decode(const DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT *arguments, dxgmap_ddi_creation *c)
{
  int io = arguments->Type == DXGK_PHYSICAL_MEMORY_TYPE_IO_SPACE;
  memset(c, 0, sizeof(*c));
  c->request.type = (uint32_t)arguments->Type;
  c->request.bound = arguments->hAdapter != NULL ? 1 : 0;
  c->request.cache = (uint32_t)arguments->CacheType;
  c->request.physical = io ? (uint64_t)arguments->IOSpace.BaseAddress.QuadPart : 0;
  c->request.length = ROUND_TO_PAGES(arguments->Size); /* zero, which the core refuses, for the last bytes of all */
  c->ending = io ? dxgmap_ddi_object_owner(arguments) : (uint64_t)(uintptr_t)arguments->hAdapter;
}

/* The causes of Create, then those of Open (decision 42). */
static uint32_t dxgmap_ddi_create_causes(const dxgmap_ddi_call *call, const dxgmap_ddi_creation *c)
{
  uint32_t cause = c->request.bound != 0
                       ? dxgmap_create_bound_admit(dxgmap_ddi.state, call->who, c->request, call->adapter)
                       : dxgmap_create_admit(call->who, c->request);
  if (cause != DXGMAP_OK || c->request.type != DXGMAP_OBJECT_IO_SPACE) {
    return cause;
  }
  int owned = c->ending != 0 && (c->request.bound == 0 || c->ending == call->adapter);
  return owned ? DXGMAP_OK : DXGMAP_NOT_OWNED;
}

static uint32_t dxgmap_ddi_create_admit(dxgmap_ddi_call *call, const dxgmap_ddi_creation *c)
{
  uint32_t cause = dxgmap_ddi_create_causes(call, c);
  if (cause == DXGMAP_BAD_SIZE || cause == DXGMAP_BAD_ADDRESS || cause == DXGMAP_NOT_OWNED) {
    dxgmap_ddi_detail_numbers(&call->subject, "the range begins at ", c->request.physical,
                              ", its length in whole pages is ", c->request.length);
  }
  return cause;
}

static void dxgmap_ddi_create_cancel(dxgmap_ddi_creation *c)
{
  dxgmap_host_frames_drop(c->object->frames, c->object->pages);
  dxgmap_ddi_record_cancel(c->object);
  if (c->opened != NULL) {
    dxgmap_ddi_record_cancel(c->opened);
  }
}

dxgmap_ddi_record *dxgmap_ddi_opened_new(const dxgmap_ddi_call *call, uint64_t adapter, uint64_t length)
{
  dxgmap_ddi_record *record = dxgmap_ddi_record_new(call->site, DXGMAP_MAPPING_ADAPTER_OBJECT, adapter, 0, 0);
  if (record != NULL) {
    record->length = length;
  }
  return record;
}

static dxgmap_ddi_record *dxgmap_ddi_object_new(const dxgmap_ddi_call *call, const dxgmap_ddi_creation *c,
                                                const DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT *arguments)
{
  uint64_t pages = c->request.length / PAGE_SIZE;
  if (c->request.type != DXGMAP_OBJECT_IO_SPACE && pages > dxgmap_ddi.installed_pages) {
    return NULL;
  }
  dxgmap_ddi_record *record = dxgmap_ddi_record_new(call->site, DXGMAP_MAPPING_OBJECT, c->ending, pages, 0);
  if (record != NULL && !dxgmap_ddi_object_fill(arguments, record)) {
    dxgmap_ddi_record_cancel(record);
    return NULL;
  }
  return record;
}

static int dxgmap_ddi_create_acquire(const dxgmap_ddi_call *call, dxgmap_ddi_creation *c,
                                     const DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT *arguments)
{
  c->object = dxgmap_ddi_object_new(call, c, arguments);
  if (c->object == NULL) {
    return 0;
  }
  c->object->type = c->request.type;
  c->object->physical = c->request.physical;
  c->object->length = c->request.length;
  if (c->request.bound == 0) {
    return 1;
  }
  c->opened = dxgmap_ddi_opened_new(call, call->adapter, c->request.length);
  if (c->opened == NULL) {
    dxgmap_ddi_create_cancel(c);
    return 0;
  }
  return 1;
}

static uint32_t dxgmap_ddi_create_alone(const dxgmap_ddi_call *call, const dxgmap_ddi_creation *c)
{
  dxgmap_outcome made = dxgmap_op_create(dxgmap_ddi.state, call->who, c->request);
  if (made.status == DXGMAP_OK) {
    dxgmap_ddi_record_bind(c->object, made.handle);
  }
  return made.status;
}

static uint32_t dxgmap_ddi_create_bound(const dxgmap_ddi_call *call, const dxgmap_ddi_creation *c)
{
  dxgmap_bound made = dxgmap_op_create_bound(dxgmap_ddi.state, call->who, c->request, call->adapter);
  if (made.status == DXGMAP_OK) {
    c->opened->parent = made.object;
    dxgmap_ddi_record_bind(c->opened, made.opened);
    dxgmap_ddi_record_bind(c->object, made.object);
  }
  return made.status;
}

static uint32_t dxgmap_ddi_create(dxgmap_ddi_call *call, DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT *arguments)
{
  dxgmap_ddi_creation c;
  if (arguments == NULL) {
    return dxgmap_ddi_bad(call, "the argument structure is NULL");
  }
  const char *fault = dxgmap_ddi_object_fault(arguments);
  if (fault != NULL) {
    return dxgmap_ddi_bad(call, fault);
  }
  dxgmap_ddi_create_decode(arguments, &c);
  uint32_t cause = dxgmap_ddi_create_admit(call, &c);
  if (cause != DXGMAP_OK) {
    return cause;
  }
  if (!dxgmap_ddi_create_acquire(call, &c, arguments)) {
    return DXGMAP_CAUSE_NO_HOST;
  }
  cause = c.opened != NULL ? dxgmap_ddi_create_bound(call, &c) : dxgmap_ddi_create_alone(call, &c);
  if (cause != DXGMAP_CAUSE_NONE) {
    dxgmap_ddi_create_cancel(&c);
    return cause;
  }
  arguments->hPhysicalMemoryObject = (HANDLE)(uintptr_t)c.object->mapping;
  arguments->hAdapterMemoryObject = c.opened != NULL ? (HANDLE)(uintptr_t)c.opened->mapping : NULL;
  return DXGMAP_CAUSE_NONE;
}

NTSTATUS DxgkCbCreatePhysicalMemoryObject(INOUT_PDXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT pArgs)
{
  dxgmap_ddi_call call;
  int open =
      dxgmap_ddi_enter(&call, DXGMAP_OPERATION_CREATE_OBJECT, pArgs != NULL ? pArgs->hAdapter : NULL, DXGMAP_DDI_SITE);
  return dxgmap_ddi_leave(&call, open ? dxgmap_ddi_create(&call, pArgs) : (uint32_t)DXGMAP_CAUSE_BAD_ADAPTER);
}
/* dxgmap: end model/ddi/object.c */
/* dxgmap: begin model/ddi/object_memory.c sha256 5c543819ed98a23d8b77ddd9776162ca0c72b0acfcefdb753a5f47c4c51f0ddb */
/* #include "ddi/frames.h" */
/* #include "ddi/object.h" */
/* #include "ddi/resources.h" */

_Static_assert((int)DXGK_PHYSICAL_MEMORY_TYPE_MDL == (int)DXGMAP_OBJECT_MDL &&
                   (int)DXGK_PHYSICAL_MEMORY_TYPE_CONTIGUOUS_MEMORY == (int)DXGMAP_OBJECT_CONTIGUOUS &&
                   (int)DXGK_PHYSICAL_MEMORY_TYPE_SECTION == (int)DXGMAP_OBJECT_SECTION &&
                   (int)DXGK_PHYSICAL_MEMORY_TYPE_IO_SPACE == (int)DXGMAP_OBJECT_IO_SPACE,
               "public and core numbers differ: the types of objects");

static int dxgmap_ddi_protection_known(ULONG protection)
{
  return protection == PAGE_READONLY || protection == PAGE_READWRITE || protection == PAGE_EXECUTE ||
         protection == PAGE_WRITECOPY;
}

static const char *dxgmap_ddi_section_fault(const DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT *arguments)
{
  if (arguments->CacheType == DXGK_MEMORY_CACHING_TYPE_NON_CACHED) {
    return "a section is cached or write-combined (P12)";
  }
  return dxgmap_ddi_protection_known(arguments->Section.PageProtection)
             ? NULL
             : "PageProtection is not one of PAGE_READONLY, PAGE_READWRITE, PAGE_EXECUTE and PAGE_WRITECOPY (P12)";
}

const char *dxgmap_ddi_object_fault(const DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT *arguments)
{
  if ((uint32_t)arguments->CacheType > DXGK_MEMORY_CACHING_TYPE_WRITE_COMBINED) {
    return "CacheType is unknown";
  }
  switch ((uint32_t)arguments->Type) {
  case DXGK_PHYSICAL_MEMORY_TYPE_MDL:
    return dxgmap_ddi_skip_fault(arguments->Mdl.SkipBytes);
  case DXGK_PHYSICAL_MEMORY_TYPE_CONTIGUOUS_MEMORY:
    return dxgmap_ddi_boundary_fault(arguments->ContiguousMemory.BoundaryAddressMultiple);
  case DXGK_PHYSICAL_MEMORY_TYPE_SECTION:
    return dxgmap_ddi_section_fault(arguments);
  case DXGK_PHYSICAL_MEMORY_TYPE_IO_SPACE:
    return NULL;
  default:
    return "Type is unknown";
  }
}

uint64_t dxgmap_ddi_object_owner(const DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT *arguments)
{
  uint64_t start = (uint64_t)arguments->IOSpace.BaseAddress.QuadPart;
  for (uint32_t i = 0; i < DXGMAP_ADAPTERS; i++) {
    const dxgmap_ddi_adapter *a = &dxgmap_ddi.adapter[i];
    if (a->handle != 0 &&
        dxgmap_ddi_resource_of(a, DXGMAP_RESOURCE_MEMORY, start, arguments->Size) < DXGMAP_RESOURCES) {
      return a->handle;
    }
  }
  return 0;
}

static int dxgmap_ddi_object_io(uint64_t first, dxgmap_ddi_record *record)
{
  for (uint64_t i = 0; i < record->pages; i++) {
    record->frames[i] = first + i;
  }
  return 1;
}

int dxgmap_ddi_object_fill(const DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT *arguments, dxgmap_ddi_record *record)
{
  uint64_t last = dxgmap_ddi.installed_pages - 1;
  dxgmap_ddi_frames_wish wish;
  switch ((uint32_t)arguments->Type) {
  case DXGK_PHYSICAL_MEMORY_TYPE_MDL:
    wish.low = arguments->Mdl.LowAddress;
    wish.high = arguments->Mdl.HighAddress;
    wish.skip = arguments->Mdl.SkipBytes;
    wish.flags = arguments->Mdl.Flags;
    return dxgmap_ddi_frames_search(&wish, record);
  case DXGK_PHYSICAL_MEMORY_TYPE_CONTIGUOUS_MEMORY:
    return dxgmap_ddi_frames_run(arguments->ContiguousMemory.LowestAcceptableAddress,
                                 arguments->ContiguousMemory.HighestAcceptableAddress,
                                 arguments->ContiguousMemory.BoundaryAddressMultiple, record);
  case DXGK_PHYSICAL_MEMORY_TYPE_IO_SPACE:
    return dxgmap_ddi_object_io((uint64_t)arguments->IOSpace.BaseAddress.QuadPart / PAGE_SIZE, record);
  default:
    return dxgmap_host_frames_allocate(0, last, record->pages, record->frames) == DXGMAP_HOST_OK;
  }
}
/* dxgmap: end model/ddi/object_memory.c */
/* dxgmap: begin model/ddi/object_open.c sha256 2f20e8df016d55c6c85ecf7d3a6ce3167149acec3c6acad957b3b2aeeb127c00 */
/* #include "ddi/handle.h" */
/* #include "ddi/object.h" */
/* #include "ddi/release.h" */

/* DxgkCbOpenPhysicalMemoryObject, DxgkCbClosePhysicalMemoryObject, DxgkCbDestroyPhysicalMemoryObject. */

static void dxgmap_ddi_open_blame(dxgmap_ddi_call *call, HANDLE object, uint32_t cause)
{
  uint64_t mapping = (uint64_t)(uintptr_t)object;
  dxgmap_ddi_blame_object(call, cause, object);
  if (cause == DXGMAP_BOUND || cause == DXGMAP_OPENED) {
    uint64_t opened = dxgmap_ddi_child(mapping, DXGMAP_MAPPING_ADAPTER_OBJECT);
    call->subject.mapping = opened != 0 ? opened : mapping;
  }
}

/* The memory of an adapter ends with it, so it is opened for no other. */
static uint32_t dxgmap_ddi_open_admit(dxgmap_ddi_call *call, HANDLE object)
{
  uint64_t mapping = (uint64_t)(uintptr_t)object;
  uint32_t cause = dxgmap_open_admit(dxgmap_ddi.state, call->who, mapping, call->adapter, 0);
  if (cause != DXGMAP_OK) {
    dxgmap_ddi_open_blame(call, object, cause);
    return cause;
  }
  const dxgmap_ddi_record *record = dxgmap_ddi_record_find(mapping);
  if (record->adapter != 0 && record->adapter != call->adapter) {
    call->subject.mapping = mapping;
    dxgmap_ddi_detail(&call->subject, "the object is of another adapter's I/O space");
    return DXGMAP_CAUSE_NOT_OWNED;
  }
  return DXGMAP_OK;
}

static uint32_t dxgmap_ddi_open_object(dxgmap_ddi_call *call, DXGKARGCB_OPEN_PHYSICAL_MEMORY_OBJECT *arguments)
{
  if (arguments == NULL) {
    return dxgmap_ddi_bad(call, "the argument structure is NULL");
  }
  uint64_t mapping = (uint64_t)(uintptr_t)arguments->hPhysicalMemoryObject;
  uint32_t cause = dxgmap_ddi_open_admit(call, arguments->hPhysicalMemoryObject);
  if (cause != DXGMAP_OK) {
    return cause;
  }
  const dxgmap_ddi_record *object = dxgmap_ddi_record_find(mapping);
  dxgmap_ddi_record *opened = dxgmap_ddi_opened_new(call, call->adapter, object->length);
  if (opened == NULL) {
    return DXGMAP_CAUSE_NO_HOST;
  }
  dxgmap_outcome outcome = dxgmap_op_open(dxgmap_ddi.state, call->who, mapping, call->adapter, 0);
  if (outcome.status != DXGMAP_OK) {
    dxgmap_ddi_record_cancel(opened);
    return outcome.status;
  }
  opened->parent = mapping;
  dxgmap_ddi_record_bind(opened, outcome.handle);
  arguments->hAdapterMemoryObject = (HANDLE)(uintptr_t)outcome.handle;
  return DXGMAP_CAUSE_NONE;
}

NTSTATUS DxgkCbOpenPhysicalMemoryObject(INOUT_PDXGKARGCB_OPEN_PHYSICAL_MEMORY_OBJECT pArgs)
{
  dxgmap_ddi_call call;
  int open =
      dxgmap_ddi_enter(&call, DXGMAP_OPERATION_OPEN_OBJECT, pArgs != NULL ? pArgs->hAdapter : NULL, DXGMAP_DDI_SITE);
  return dxgmap_ddi_leave(&call, open ? dxgmap_ddi_open_object(&call, pArgs) : (uint32_t)DXGMAP_CAUSE_BAD_ADAPTER);
}

static void dxgmap_ddi_close_blame(dxgmap_ddi_call *call, HANDLE opened, uint32_t cause)
{
  dxgmap_ddi_blame_object(call, cause, opened);
  if (cause == DXGMAP_IN_USE) {
    call->subject.mapping = dxgmap_ddi_child((uint64_t)(uintptr_t)opened, DXGMAP_MAPPING_ADL);
    dxgmap_ddi_detail(&call->subject, "an ADL of it is not freed yet");
  }
}

static uint32_t dxgmap_ddi_close_object(dxgmap_ddi_call *call, const DXGKARGCB_CLOSE_PHYSICAL_MEMORY_OBJECT *arguments)
{
  if (arguments == NULL) {
    return dxgmap_ddi_bad(call, "the argument structure is NULL");
  }
  dxgmap_outcome outcome =
      dxgmap_op_close(dxgmap_ddi.state, call->who, (uint64_t)(uintptr_t)arguments->hAdapterMemoryObject);
  if (outcome.status == DXGMAP_OK) {
    dxgmap_ddi_give_back(call, dxgmap_ddi_record_find(outcome.handle));
  }
  dxgmap_ddi_close_blame(call, arguments->hAdapterMemoryObject, outcome.status);
  return outcome.status;
}

VOID DxgkCbClosePhysicalMemoryObject(IN_CONST_PDXGKARGCB_CLOSE_PHYSICAL_MEMORY_OBJECT pArgs)
{
  dxgmap_ddi_call call;
  int open = dxgmap_ddi_enter(&call, DXGMAP_OPERATION_CLOSE_OBJECT, NULL, DXGMAP_DDI_SITE);
  (void)dxgmap_ddi_leave(&call, open ? dxgmap_ddi_close_object(&call, pArgs) : (uint32_t)DXGMAP_CAUSE_BAD_HANDLE);
}

/* What keeps the object: an ADL of its adapter object before that, and that before a view. */
static void dxgmap_ddi_destroy_in_use(dxgmap_ddi_call *call, uint64_t object, int closing)
{
  uint64_t opened = closing ? 0 : dxgmap_ddi_child(object, DXGMAP_MAPPING_ADAPTER_OBJECT);
  uint64_t adl = opened != 0 ? dxgmap_ddi_child(opened, DXGMAP_MAPPING_ADL) : 0;
  if (adl != 0) {
    call->subject.mapping = adl;
    dxgmap_ddi_detail(&call->subject, "an ADL of its memory is not freed yet");
  } else if (opened != 0) {
    call->subject.mapping = opened;
    dxgmap_ddi_detail(&call->subject, "its adapter object is neither closed nor named in hAdapterMemoryObject");
  } else {
    call->subject.mapping = dxgmap_ddi_child(object, DXGMAP_MAPPING_OBJECT_VIEW);
    dxgmap_ddi_detail(&call->subject, "a view of it is not unmapped yet");
  }
}

static uint32_t dxgmap_ddi_destroy_alone(dxgmap_ddi_call *call, HANDLE object)
{
  uint64_t mapping = (uint64_t)(uintptr_t)object;
  dxgmap_outcome outcome = dxgmap_op_destroy(dxgmap_ddi.state, call->who, mapping);
  if (outcome.status == DXGMAP_OK) {
    dxgmap_ddi_give_back(call, dxgmap_ddi_record_find(mapping));
  }
  dxgmap_ddi_blame_object(call, outcome.status, object);
  if (outcome.status == DXGMAP_IN_USE) {
    dxgmap_ddi_destroy_in_use(call, mapping, 0);
  }
  return outcome.status;
}

/* The causes of Close, then those of Destroy (decision 42). */
static void dxgmap_ddi_destroy_blame(dxgmap_ddi_call *call, HANDLE object, HANDLE opened, uint32_t cause)
{
  uint64_t mapping = (uint64_t)(uintptr_t)object;
  uint64_t adapter_object = (uint64_t)(uintptr_t)opened;
  if (dxgmap_close_admit(dxgmap_ddi.state, call->who, adapter_object) != DXGMAP_OK) {
    dxgmap_ddi_close_blame(call, opened, cause);
  } else if (cause == DXGMAP_NOT_OF_OBJECT) {
    call->subject.mapping = adapter_object;
    dxgmap_ddi_detail_numbers(&call->subject, "hAdapterMemoryObject is of object ",
                              dxgmap_ddi_record_find(adapter_object)->parent, ", the call destroys ", mapping);
  } else if (cause == DXGMAP_IN_USE) {
    dxgmap_ddi_destroy_in_use(call, mapping, 1);
  } else {
    dxgmap_ddi_blame_object(call, cause, object);
  }
}

static uint32_t dxgmap_ddi_destroy_both(dxgmap_ddi_call *call, HANDLE object, HANDLE opened)
{
  uint64_t mapping = (uint64_t)(uintptr_t)object;
  uint64_t adapter_object = (uint64_t)(uintptr_t)opened;
  uint32_t cause = dxgmap_op_destroy_bound(dxgmap_ddi.state, call->who, mapping, adapter_object);
  if (cause != DXGMAP_OK) {
    dxgmap_ddi_destroy_blame(call, object, opened, cause);
    return cause;
  }
  dxgmap_ddi_give_back(call, dxgmap_ddi_record_find(adapter_object));
  dxgmap_ddi_give_back(call, dxgmap_ddi_record_find(mapping));
  return DXGMAP_CAUSE_NONE;
}

static uint32_t dxgmap_ddi_destroy(dxgmap_ddi_call *call, const DXGKARGCB_DESTROY_PHYSICAL_MEMORY_OBJECT *arguments)
{
  if (arguments == NULL) {
    return dxgmap_ddi_bad(call, "the argument structure is NULL");
  }
  return arguments->hAdapterMemoryObject != NULL
             ? dxgmap_ddi_destroy_both(call, arguments->hPhysicalMemoryObject, arguments->hAdapterMemoryObject)
             : dxgmap_ddi_destroy_alone(call, arguments->hPhysicalMemoryObject);
}

VOID DxgkCbDestroyPhysicalMemoryObject(IN_CONST_PDXGKARGCB_DESTROY_PHYSICAL_MEMORY_OBJECT pArgs)
{
  dxgmap_ddi_call call;
  int open = dxgmap_ddi_enter(&call, DXGMAP_OPERATION_DESTROY_OBJECT, NULL, DXGMAP_DDI_SITE);
  (void)dxgmap_ddi_leave(&call, open ? dxgmap_ddi_destroy(&call, pArgs) : (uint32_t)DXGMAP_CAUSE_BAD_HANDLE);
}
/* dxgmap: end model/ddi/object_open.c */
/* dxgmap: begin model/ddi/object_view.c sha256 4cea11e1ff9831977504c3380b6684be1613742e0279beb6c65ccbfc243d4bcf */
/* #include "ddi/handle.h" */
/* #include "ddi/place.h" */
/* dxgmap: begin model/ddi/place.h sha256 55a0f2495d6478ed1324bd19777a2967ad65443f0cc061051aeb0e8a032e565e */
#ifndef DXGMAP_DDI_PLACE_H
#define DXGMAP_DDI_PLACE_H

/* #include "ddi/record.h" */
/* #include "ddi/system.h" */

/* Where CPU views stand in a window: their adapter's, or that of the physical memory objects. */

/* An address that no view has: what the core is asked about when the driver's pointer is not in the window. */
#define DXGMAP_DDI_NOWHERE UINT64_MAX

/* Byte offset of an address in the window, DXGMAP_DDI_NOWHERE when it is outside. */
uint64_t dxgmap_ddi_window_offset(const dxgmap_ddi_window *window, const void *address);

/* How many pages without data stand before the data of a view. The pages of the callbacks leave the output Offset open,
   so it is neither less than a page nor the input. */
uint32_t dxgmap_ddi_slack(uint64_t offset);

/* Takes `span` window pages for the record. 0: the host has no room. */
int dxgmap_ddi_place_claim(const dxgmap_ddi_window *window, dxgmap_ddi_record *record, uint64_t span);

/* The mapping is no more: its window pages are free. */
void dxgmap_ddi_place_remove(const dxgmap_ddi_record *record);

/* The mapping did not come to be: nor does the record, and its window pages are free. */
void dxgmap_ddi_place_cancel(dxgmap_ddi_record *record);

/* What the core answered to the map: the mapping lives there under its identity, or did not come to be. The cause. */
uint32_t dxgmap_ddi_place_settle(dxgmap_ddi_record *record, dxgmap_outcome outcome);

/* Says who had, or has, the address that could not be released. */
void dxgmap_ddi_blame_address(dxgmap_ddi_call *call, const void *address);

#endif
/* dxgmap: end model/ddi/place.h */
/* #include "ddi/release.h" */

/* DxgkCbMapPhysicalMemory, DxgkCbUnmapPhysicalMemory. */

/* The whole pages of an object that hold what is asked for. */
typedef struct {
  uint32_t user;
  uint32_t slack;
  uint64_t object;
  uint64_t offset; /* of the first page */
  uint64_t bytes;
} dxgmap_ddi_part;

/* Outwards to whole pages; none for a range that is empty, or ends beyond the last page. */
static void dxgmap_ddi_part_of(const DXGKARGCB_MAP_PHYSICAL_MEMORY *arguments, dxgmap_ddi_part *part)
{
  const uint64_t end = UINT64_MAX - DXGMAP_IN_PAGE; /* a multiple of the page */
  part->user = arguments->AccessMode == DXGK_ACCESS_MODE_USER_MODE ? 1 : 0;
  part->slack = dxgmap_ddi_slack(arguments->Offset);
  part->object = (uint64_t)(uintptr_t)arguments->hPhysicalMemoryObject;
  part->offset = arguments->Offset - arguments->Offset % PAGE_SIZE;
  part->bytes = 0;
  if (arguments->Size > 0 && arguments->Offset <= end && arguments->Size <= end - arguments->Offset) {
    part->bytes = ROUND_TO_PAGES(arguments->Offset + arguments->Size) - part->offset;
  }
}

static dxgmap_ddi_record *dxgmap_ddi_object_view_acquire(const dxgmap_ddi_call *call, const dxgmap_ddi_part *part)
{
  const dxgmap_ddi_record *object = dxgmap_ddi_record_find(part->object);
  uint64_t pages = part->bytes / PAGE_SIZE;
  dxgmap_ddi_record *record = dxgmap_ddi_record_new(call->site, DXGMAP_MAPPING_OBJECT_VIEW, object->adapter, 0, 0);
  if (record == NULL) {
    return NULL;
  }
  if (!dxgmap_ddi_place_claim(&dxgmap_ddi.window, record, part->slack + pages) ||
      dxgmap_host_window_place_frames(record->window, record->at + part->slack,
                                      object->frames + part->offset / PAGE_SIZE, pages) != DXGMAP_HOST_OK) {
    dxgmap_ddi_place_cancel(record);
    return NULL;
  }
  record->parent = part->object;
  record->type = object->type;
  record->slack = part->slack;
  record->process = part->user != 0 ? call->who.process : 0;
  record->pages = pages;
  record->physical = part->offset;
  record->length = part->bytes;
  record->address = dxgmap_ddi.window.base + record->at * PAGE_SIZE;
  return record;
}

static void dxgmap_ddi_map_object_blame(dxgmap_ddi_call *call, const dxgmap_ddi_part *part, uint32_t cause)
{
  if (cause == DXGMAP_BAD_HANDLE) {
    dxgmap_ddi_blame_object(call, cause, (HANDLE)(uintptr_t)part->object);
    return;
  }
  call->subject.mapping = part->object;
  if (cause == DXGMAP_BAD_FLAGS) {
    dxgmap_ddi_detail(&call->subject, "I/O space is mapped in kernel mode alone (P11)");
  }
  if (cause == DXGMAP_BAD_SIZE) {
    dxgmap_ddi_detail(&call->subject, "Size is zero, or the range ends beyond the last page");
  }
  if (cause == DXGMAP_TOO_LARGE) {
    dxgmap_ddi_detail_numbers(&call->subject, "the range would end at ", part->offset + part->bytes,
                              ", the object has ", dxgmap_ddi_record_find(part->object)->length);
  }
}

static uint32_t dxgmap_ddi_map_part(dxgmap_ddi_call *call, const dxgmap_ddi_part *part, dxgmap_ddi_record **view)
{
  uint32_t cause =
      dxgmap_object_view_admit(dxgmap_ddi.state, call->who, part->object, part->user, part->offset, part->bytes);
  if (cause != DXGMAP_OK) {
    return cause;
  }
  dxgmap_ddi_record *record = dxgmap_ddi_object_view_acquire(call, part);
  if (record == NULL) {
    return DXGMAP_CAUSE_NO_HOST;
  }
  uint32_t pressure = dxgmap_ddi_pressed(call->operation, 0, part->offset, part->bytes);
  dxgmap_outcome outcome = dxgmap_op_map_object(dxgmap_ddi.state, call->who, part->object, part->user, part->offset,
                                                part->bytes, record->at, part->slack, pressure);
  cause = dxgmap_ddi_place_settle(record, outcome);
  if (cause != DXGMAP_OK) {
    return cause;
  }
  *view = record;
  return DXGMAP_CAUSE_NONE;
}

static uint32_t dxgmap_ddi_map_object(dxgmap_ddi_call *call, DXGKARGCB_MAP_PHYSICAL_MEMORY *arguments)
{
  dxgmap_ddi_part part;
  dxgmap_ddi_record *record = NULL;
  if (arguments == NULL) {
    return dxgmap_ddi_bad(call, "the argument structure is NULL");
  }
  if ((uint32_t)arguments->AccessMode > DXGK_ACCESS_MODE_USER_MODE) {
    return dxgmap_ddi_bad(call, "AccessMode is unknown");
  }
  dxgmap_ddi_part_of(arguments, &part);
  uint32_t cause = dxgmap_ddi_map_part(call, &part, &record);
  if (cause != DXGMAP_CAUSE_NONE) {
    dxgmap_ddi_map_object_blame(call, &part, cause);
    return cause;
  }
  arguments->Offset = part.slack * (SIZE_T)PAGE_SIZE + arguments->Offset % PAGE_SIZE;
  arguments->Size = record->span * PAGE_SIZE;
  arguments->pMappedAddress = record->address;
  return DXGMAP_CAUSE_NONE;
}

NTSTATUS DxgkCbMapPhysicalMemory(INOUT_PDXGKARGCB_MAP_PHYSICAL_MEMORY pArgs)
{
  dxgmap_ddi_call call;
  int open = dxgmap_ddi_enter(&call, DXGMAP_OPERATION_MAP_OBJECT, NULL, DXGMAP_DDI_SITE);
  return dxgmap_ddi_leave(&call, open ? dxgmap_ddi_map_object(&call, pArgs) : (uint32_t)DXGMAP_CAUSE_BAD_HANDLE);
}

/* The view of an object at an address, to which the core is to be asked about; NULL when there is none. */
static const dxgmap_ddi_record *dxgmap_ddi_object_view_at(const void *address)
{
  dxgmap_host_location where = dxgmap_host_locate(address);
  const dxgmap_ddi_record *record = dxgmap_ddi_record_find(where.owner);
  return where.place == DXGMAP_HOST_PLACE_LIVE && where.window == dxgmap_ddi.window.id ? record : NULL;
}

static void dxgmap_ddi_unmap_object_blame(dxgmap_ddi_call *call, const DXGKARGCB_UNMAP_PHYSICAL_MEMORY *arguments,
                                          const dxgmap_ddi_record *view, uint32_t cause)
{
  dxgmap_ddi_blame_object(call, cause, arguments->hPhysicalMemoryObject);
  if (cause == DXGMAP_BAD_ADDRESS || cause == DXGMAP_BAD_PROCESS) {
    dxgmap_ddi_blame_address(call, arguments->pBaseAddress);
  }
  if (view != NULL && cause == DXGMAP_NOT_OF_OBJECT) {
    call->subject.mapping = view->mapping;
    dxgmap_ddi_detail_numbers(&call->subject, "the view is of object ", view->parent, ", the call names ",
                              (uint64_t)(uintptr_t)arguments->hPhysicalMemoryObject);
  }
  if (view != NULL && cause == DXGMAP_BAD_SIZE) {
    call->subject.mapping = view->mapping;
    dxgmap_ddi_detail_numbers(&call->subject, "Size is ", arguments->Size, ", the Size that the map gave out is ",
                              view->span * PAGE_SIZE);
  }
}

/* The driver's Size counts the pages before the data, the core's does not. */
static uint32_t dxgmap_ddi_unmap_object(dxgmap_ddi_call *call, const DXGKARGCB_UNMAP_PHYSICAL_MEMORY *arguments)
{
  if (arguments == NULL) {
    return dxgmap_ddi_bad(call, "the argument structure is NULL");
  }
  const dxgmap_ddi_record *view = dxgmap_ddi_object_view_at(arguments->pBaseAddress);
  uint64_t slack = view != NULL ? view->slack * (uint64_t)PAGE_SIZE : 0;
  dxgmap_outcome outcome =
      dxgmap_op_unmap_object(dxgmap_ddi.state, call->who, (uint64_t)(uintptr_t)arguments->hPhysicalMemoryObject,
                             dxgmap_ddi_window_offset(&dxgmap_ddi.window, arguments->pBaseAddress),
                             arguments->Size - slack); /* wraps to what no view has */
  if (outcome.status == DXGMAP_OK) {
    dxgmap_ddi_give_back(call, dxgmap_ddi_record_find(outcome.handle));
  }
  dxgmap_ddi_unmap_object_blame(call, arguments, view, outcome.status);
  return outcome.status;
}

VOID DxgkCbUnmapPhysicalMemory(IN_CONST_PDXGKARGCB_UNMAP_PHYSICAL_MEMORY pArgs)
{
  dxgmap_ddi_call call;
  int open = dxgmap_ddi_enter(&call, DXGMAP_OPERATION_UNMAP_OBJECT, NULL, DXGMAP_DDI_SITE);
  (void)dxgmap_ddi_leave(&call, open ? dxgmap_ddi_unmap_object(&call, pArgs) : (uint32_t)DXGMAP_CAUSE_BAD_HANDLE);
}
/* dxgmap: end model/ddi/object_view.c */
/* dxgmap: begin model/ddi/pin.c sha256 59d5bc3a7e2588b526249744290024a1e46f3eb75f35d7b77de406b086cac407 */
#include <string.h>

/* #include "ddi/adl.h" */
/* #include "ddi/lend.h" */
/* #include "ddi/mdls.h" */
/* #include "ddi/release.h" */
/* #include "ddi/system.h" */

/* DxgkCbPinFrameBufferForSave, DxgkCbPinFrameBufferForSave2, DxgkCbUnpinFrameBufferForSave. */

typedef struct {
  uint32_t kind;
  uint32_t index;
  uint64_t bytes;
  uint32_t wish; /* enum dxgmap_ddi_adl_wish */
} dxgmap_ddi_pin_request;

static size_t dxgmap_ddi_pin_list_bytes(uint32_t kind, uint64_t pages)
{
  if (kind == DXGMAP_MAPPING_PIN) {
    return dxgmap_ddi_mdl_size(pages);
  }
  return dxgmap_ddi_adl_bytes(pages);
}

/* With remapping the order of the frames is no business of the device's. */
static dxgmap_host_result dxgmap_ddi_pin_frames(const dxgmap_ddi_pin_request *r, int remapped,
                                                dxgmap_ddi_record *record)
{
  uint64_t last = dxgmap_ddi.installed_pages - 1;
  uint64_t base = 0;
  if (remapped || !dxgmap_ddi_adl_follows(r->wish) ||
      dxgmap_host_frames_allocate_run(0, last, 0, record->pages, &base) != DXGMAP_HOST_OK) {
    return dxgmap_host_frames_allocate(0, last, record->pages, record->frames);
  }
  for (uint64_t i = 0; i < record->pages; i++) {
    record->frames[i] = base + i;
  }
  return DXGMAP_HOST_OK;
}

static int dxgmap_ddi_pin_fill(const dxgmap_ddi_pin_request *r, uint32_t section, dxgmap_ddi_record *record)
{
  if (dxgmap_host_section_pin(section, record->frames, record->pages) != DXGMAP_HOST_OK) {
    return 0;
  }
  if (r->kind == DXGMAP_MAPPING_PIN && !dxgmap_ddi_lend_prepare(record, r->bytes)) {
    dxgmap_host_section_unpin(section);
    return 0;
  }
  return 1;
}

static dxgmap_ddi_record *dxgmap_ddi_pin_acquire(const dxgmap_ddi_call *call, const dxgmap_ddi_pin_request *r)
{
  uint64_t pages = r->bytes / PAGE_SIZE;
  const dxgmap_ddi_adapter *a = dxgmap_ddi_adapter_of(call->adapter);
  dxgmap_ddi_record *record =
      dxgmap_ddi_record_new(call->site, r->kind, call->adapter, pages, dxgmap_ddi_pin_list_bytes(r->kind, pages));
  if (record == NULL) {
    return NULL;
  }
  int remapped = a->mode == DXGMAP_MODE_REMAPPING;
  record->index = r->index;
  if (dxgmap_ddi_pin_frames(r, remapped, record) != DXGMAP_HOST_OK) {
    dxgmap_ddi_record_cancel(record);
    return NULL;
  }
  if (!dxgmap_ddi_pin_fill(r, a->section[r->index], record)) {
    dxgmap_host_frames_drop(record->frames, pages);
    dxgmap_ddi_record_cancel(record);
    return NULL;
  }
  if (remapped) {
    dxgmap_ddi_adl_arrange(record, r->wish);
  }
  return record;
}

static void dxgmap_ddi_pin_cancel(dxgmap_ddi_record *record)
{
  const dxgmap_ddi_adapter *a = dxgmap_ddi_adapter_of(record->adapter);
  dxgmap_ddi_lend_cancel(record);
  dxgmap_host_section_unpin(a->section[record->index]);
  dxgmap_host_frames_drop(record->frames, record->pages);
  dxgmap_ddi_record_cancel(record);
}

/* Names the pin that is in the way. */
static void dxgmap_ddi_pin_in_the_way(dxgmap_ddi_call *call, uint32_t index)
{
  dxgmap_live live = dxgmap_op_live(dxgmap_ddi.state, call->adapter, 0);
  for (uint32_t cursor = 1; live.status == DXGMAP_OK; cursor++) {
    uint32_t kind = live.descriptor.kind;
    if ((kind == DXGMAP_MAPPING_PIN || kind == DXGMAP_MAPPING_PIN2) && live.descriptor.index == index) {
      call->subject.mapping = live.handle;
    }
    live = dxgmap_op_live(dxgmap_ddi.state, call->adapter, cursor);
  }
}

static uint32_t dxgmap_ddi_pin(dxgmap_ddi_call *call, const dxgmap_ddi_pin_request *r, dxgmap_ddi_record **pinned)
{
  call->subject.index = r->index;
  uint32_t cause = dxgmap_pin_admit(dxgmap_ddi.state, call->who, call->adapter, r->index, r->bytes, r->kind);
  if (cause == DXGMAP_PINNED) {
    dxgmap_ddi_pin_in_the_way(call, r->index);
  }
  if (cause != DXGMAP_OK) {
    dxgmap_ddi_blame_size(call, cause, r->index, r->bytes, 0);
    return cause;
  }
  dxgmap_ddi_record *record = dxgmap_ddi_pin_acquire(call, r);
  if (record == NULL) {
    return DXGMAP_CAUSE_NO_HOST;
  }
  uint32_t pressure = dxgmap_ddi_pressed(call->operation, r->index, 0, r->bytes);
  dxgmap_outcome outcome = dxgmap_op_pin(dxgmap_ddi.state, call->who, call->adapter, r->index, r->bytes, r->kind,
                                         record->frames, (uint32_t)record->pages, pressure);
  if (outcome.status != DXGMAP_OK) {
    dxgmap_ddi_pin_cancel(record);
    return outcome.status;
  }
  dxgmap_ddi_record_bind(record, outcome.handle);
  *pinned = record;
  return DXGMAP_CAUSE_NONE;
}

static uint32_t dxgmap_ddi_pin_mdl(dxgmap_ddi_call *call, DXGKARGCB_PINFRAMEBUFFERFORSAVE *arguments)
{
  if (arguments == NULL) {
    return dxgmap_ddi_bad(call, "the argument structure is NULL");
  }
  dxgmap_ddi_pin_request r = {DXGMAP_MAPPING_PIN, arguments->PhysicalAdapterIndex, arguments->CommitSize,
                              DXGMAP_DDI_ADL_ANY};
  dxgmap_ddi_record *record = NULL;
  uint32_t cause = dxgmap_ddi_pin(call, &r, &record);
  if (cause == DXGMAP_CAUSE_NONE) {
    arguments->pMdl = dxgmap_ddi_lend(record);
  }
  return cause;
}

NTSTATUS DxgkCbPinFrameBufferForSave(IN_CONST_HANDLE hAdapter,
                                     INOUT_PDXGKARGCB_PINFRAMEBUFFERFORSAVE pPinFrameBufferForSave)
{
  dxgmap_ddi_call call;
  int open = dxgmap_ddi_enter(&call, DXGMAP_OPERATION_PIN, hAdapter, DXGMAP_DDI_SITE);
  return dxgmap_ddi_leave(&call, open ? dxgmap_ddi_pin_mdl(&call, pPinFrameBufferForSave)
                                      : (uint32_t)DXGMAP_CAUSE_BAD_ADAPTER);
}

static DXGK_ADL *dxgmap_ddi_pin_adl(dxgmap_ddi_record *record)
{
  int remapped = dxgmap_ddi_adapter_of(record->adapter)->mode == DXGMAP_MODE_REMAPPING;
  return remapped ? dxgmap_ddi_adl_lend(record) : dxgmap_ddi_adl_physical(record);
}

static uint32_t dxgmap_ddi_pin2(dxgmap_ddi_call *call, DXGKARGCB_PINFRAMEBUFFERFORSAVE2 *arguments)
{
  if (arguments == NULL) {
    return dxgmap_ddi_bad(call, "the argument structure is NULL");
  }
  if (arguments->Flags.Reserved != 0) {
    return dxgmap_ddi_bad(call, "a reserved bit of Flags is set");
  }
  uint32_t wish = arguments->Flags.PreferContiguous != 0 ? DXGMAP_DDI_ADL_PREFER : DXGMAP_DDI_ADL_ANY;
  dxgmap_ddi_pin_request r = {DXGMAP_MAPPING_PIN2, arguments->PhysicalAdapterIndex, arguments->CommitSize, wish};
  dxgmap_ddi_record *record = NULL;
  uint32_t cause = dxgmap_ddi_pin(call, &r, &record);
  if (cause == DXGMAP_CAUSE_NONE) {
    arguments->pAdl = dxgmap_ddi_pin_adl(record);
  }
  return cause;
}

NTSTATUS DxgkCbPinFrameBufferForSave2(IN_CONST_HANDLE hAdapter,
                                      INOUT_PDXGKARGCB_PINFRAMEBUFFERFORSAVE2 pPinFrameBufferForSave2)
{
  dxgmap_ddi_call call;
  int open = dxgmap_ddi_enter(&call, DXGMAP_OPERATION_PIN2, hAdapter, DXGMAP_DDI_SITE);
  return dxgmap_ddi_leave(&call,
                          open ? dxgmap_ddi_pin2(&call, pPinFrameBufferForSave2) : (uint32_t)DXGMAP_CAUSE_BAD_ADAPTER);
}

static uint32_t dxgmap_ddi_unpin(dxgmap_ddi_call *call, const DXGKARGCB_UNPINFRAMEBUFFERFORSAVE *arguments)
{
  if (arguments == NULL) {
    return dxgmap_ddi_bad(call, "the argument structure is NULL");
  }
  uint32_t index = arguments->PhysicalAdapterIndex;
  call->subject.index = index;
  dxgmap_outcome outcome = dxgmap_op_unpin(dxgmap_ddi.state, call->who, call->adapter, index);
  if (outcome.status == DXGMAP_OK) {
    dxgmap_ddi_give_back(call, dxgmap_ddi_record_find(outcome.handle));
  }
  dxgmap_ddi_blame_size(call, outcome.status, index, 0, 0);
  if (outcome.status == DXGMAP_NOT_PINNED) {
    const dxgmap_ddi_record *last = dxgmap_ddi_record_last_pin(call->adapter, index);
    call->subject.mapping = last != NULL ? last->mapping : 0;
    dxgmap_ddi_detail(&call->subject,
                      last != NULL ? "it was pinned before, and unpinned already" : "it never was pinned");
  }
  return outcome.status;
}

NTSTATUS DxgkCbUnpinFrameBufferForSave(IN_CONST_HANDLE hAdapter,
                                       IN_CONST_PDXGKARGCB_UNPINFRAMEBUFFERFORSAVE pUnpinFrameBufferForSave)
{
  dxgmap_ddi_call call;
  int open = dxgmap_ddi_enter(&call, DXGMAP_OPERATION_UNPIN, hAdapter, DXGMAP_DDI_SITE);
  return dxgmap_ddi_leave(&call, open ? dxgmap_ddi_unpin(&call, pUnpinFrameBufferForSave)
                                      : (uint32_t)DXGMAP_CAUSE_BAD_ADAPTER);
}
/* dxgmap: end model/ddi/pin.c */
/* dxgmap: begin model/ddi/place.c sha256 3795d6db3441f12422e9d4c6a96e74935a77938a7072517bae1dc62a9109f18c */
/* #include "ddi/place.h" */

#define DXGMAP_DDI_SLACK_MAX 3u

uint64_t dxgmap_ddi_window_offset(const dxgmap_ddi_window *window, const void *address)
{
  uint64_t size = (uint64_t)DXGMAP_WINDOW * PAGE_SIZE;
  uint64_t offset = (uint64_t)(uintptr_t)address - (uint64_t)(uintptr_t)window->base;
  return offset < size ? offset : DXGMAP_DDI_NOWHERE;
}

uint32_t dxgmap_ddi_slack(uint64_t offset)
{
  uint32_t slack = 1 + (uint32_t)dxgmap_ddi_choose(DXGMAP_DDI_SLACK_MAX);
  return slack != offset / PAGE_SIZE ? slack : slack % DXGMAP_DDI_SLACK_MAX + 1;
}

int dxgmap_ddi_place_claim(const dxgmap_ddi_window *window, dxgmap_ddi_record *record, uint64_t span)
{
  if (dxgmap_host_window_claim(window->id, span, &record->at) != DXGMAP_HOST_OK) {
    return 0;
  }
  record->window = window->id;
  record->span = span;
  return 1;
}

void dxgmap_ddi_place_remove(const dxgmap_ddi_record *record)
{
  if (record->span > 0) {
    dxgmap_host_window_remove(record->window, record->at, record->span);
  }
}

void dxgmap_ddi_place_cancel(dxgmap_ddi_record *record)
{
  dxgmap_ddi_place_remove(record);
  dxgmap_ddi_record_cancel(record);
}

uint32_t dxgmap_ddi_place_settle(dxgmap_ddi_record *record, dxgmap_outcome outcome)
{
  if (outcome.status != DXGMAP_OK) {
    dxgmap_ddi_place_cancel(record);
    return outcome.status;
  }
  dxgmap_ddi_record_bind(record, outcome.handle);
  if (record->span > 0) {
    dxgmap_host_window_own(record->window, record->at, record->span, record->mapping);
  }
  return DXGMAP_OK;
}

void dxgmap_ddi_blame_address(dxgmap_ddi_call *call, const void *address)
{
  dxgmap_host_location where = dxgmap_host_locate(address);
  const dxgmap_ddi_record *port = dxgmap_ddi_record_last_port(call->adapter, (uint64_t)(uintptr_t)address);
  call->subject.address = (uint64_t)(uintptr_t)address;
  call->subject.mapping = where.owner;
  switch (where.place) {
  case DXGMAP_HOST_PLACE_LIVE:
    dxgmap_ddi_detail(&call->subject, "the address lies in a live mapping that this call may not release by it");
    break;
  case DXGMAP_HOST_PLACE_RELEASED:
    dxgmap_ddi_detail(&call->subject, "the mapping at the address was released already");
    break;
  case DXGMAP_HOST_PLACE_FREE:
    dxgmap_ddi_detail(&call->subject, "nothing was ever mapped at the address");
    break;
  default:
    call->subject.mapping = port != NULL ? port->mapping : 0;
    dxgmap_ddi_detail(&call->subject, port != NULL ? "the map of the port was released already"
                                                   : "the address is none that the library ever gave");
    break;
  }
}
/* dxgmap: end model/ddi/place.c */
/* dxgmap: begin model/ddi/pointer.c sha256 907ca8f6a3c7bbef83aed3c589d695deadf65b603cf0ce2a4d6ce5ef12782248 */
/* #include "ddi/place.h" */
/* #include "ddi/release.h" */

/* DxgkCbMapFrameBufferPointer, DxgkCbUnmapFrameBufferPointer. */

static dxgmap_ddi_record *dxgmap_ddi_pointer_acquire(const dxgmap_ddi_call *call, uint32_t index, uint64_t size,
                                                     uint64_t offset, uint32_t slack)
{
  const dxgmap_ddi_adapter *a = dxgmap_ddi_adapter_of(call->adapter);
  uint64_t pages = size / PAGE_SIZE;
  dxgmap_ddi_record *record = dxgmap_ddi_record_new(call->site, DXGMAP_MAPPING_POINTER, call->adapter, 0, 0);
  if (record == NULL) {
    return NULL;
  }
  record->index = index;
  record->physical = offset;
  record->length = size;
  if (!dxgmap_ddi_place_claim(&a->window, record, slack + pages) ||
      dxgmap_host_window_place_section(a->window.id, record->at + slack, a->section[index], offset / PAGE_SIZE,
                                       pages) != DXGMAP_HOST_OK) {
    dxgmap_ddi_place_cancel(record);
    return NULL;
  }
  record->address = a->window.base + record->at * PAGE_SIZE;
  return record;
}

static uint32_t dxgmap_ddi_map_pointer(dxgmap_ddi_call *call, DXGKARGCB_MAPFRAMEBUFFERPOINTER *arguments)
{
  if (arguments == NULL) {
    return dxgmap_ddi_bad(call, "the argument structure is NULL");
  }
  uint32_t index = arguments->PhysicalAdapterIndex;
  uint64_t size = arguments->Size;
  uint64_t offset = arguments->Offset;
  call->subject.index = index;
  uint32_t cause = dxgmap_pointer_admit(dxgmap_ddi.state, call->who, call->adapter, index, size, offset);
  if (cause != DXGMAP_OK) {
    dxgmap_ddi_blame_size(call, cause, index, size, offset);
    return cause;
  }
  uint32_t slack = dxgmap_ddi_slack(offset);
  dxgmap_ddi_record *record = dxgmap_ddi_pointer_acquire(call, index, size, offset, slack);
  if (record == NULL) {
    return DXGMAP_CAUSE_NO_HOST;
  }
  uint32_t pressure = dxgmap_ddi_pressed(call->operation, index, offset, size);
  dxgmap_outcome outcome = dxgmap_op_map_pointer(dxgmap_ddi.state, call->who, call->adapter, index, size, offset,
                                                 record->at, slack, pressure);
  cause = dxgmap_ddi_place_settle(record, outcome);
  if (cause != DXGMAP_OK) {
    return cause;
  }
  arguments->Offset = (SIZE_T)slack * PAGE_SIZE;
  arguments->pBaseAddress = record->address;
  return DXGMAP_CAUSE_NONE;
}

NTSTATUS DxgkCbMapFrameBufferPointer(IN_CONST_HANDLE hAdapter,
                                     INOUT_PDXGKARGCB_MAPFRAMEBUFFERPOINTER pMapFrameBufferPointer)
{
  dxgmap_ddi_call call;
  int open = dxgmap_ddi_enter(&call, DXGMAP_OPERATION_MAP_POINTER, hAdapter, DXGMAP_DDI_SITE);
  return dxgmap_ddi_leave(&call, open ? dxgmap_ddi_map_pointer(&call, pMapFrameBufferPointer)
                                      : (uint32_t)DXGMAP_CAUSE_BAD_ADAPTER);
}

static uint32_t dxgmap_ddi_unmap_pointer(dxgmap_ddi_call *call, const DXGKARGCB_UNMAPFRAMEBUFFERPOINTER *arguments)
{
  if (arguments == NULL) {
    return dxgmap_ddi_bad(call, "the argument structure is NULL");
  }
  const dxgmap_ddi_adapter *a = dxgmap_ddi_adapter_of(call->adapter);
  uint64_t offset = a != NULL ? dxgmap_ddi_window_offset(&a->window, arguments->pBaseAddress) : DXGMAP_DDI_NOWHERE;
  call->subject.index = arguments->PhysicalAdapterIndex;
  dxgmap_outcome outcome =
      dxgmap_op_unmap_pointer(dxgmap_ddi.state, call->who, call->adapter, arguments->PhysicalAdapterIndex, offset);
  if (outcome.status == DXGMAP_OK) {
    dxgmap_ddi_give_back(call, dxgmap_ddi_record_find(outcome.handle));
  }
  dxgmap_ddi_blame_size(call, outcome.status, arguments->PhysicalAdapterIndex, 0, 0);
  if (outcome.status == DXGMAP_BAD_ADDRESS) {
    dxgmap_ddi_blame_address(call, arguments->pBaseAddress);
  }
  return outcome.status;
}

NTSTATUS DxgkCbUnmapFrameBufferPointer(IN_CONST_HANDLE hAdapter,
                                       IN_CONST_PDXGKARGCB_UNMAPFRAMEBUFFERPOINTER pUnmapFrameBufferPointer)
{
  dxgmap_ddi_call call;
  int open = dxgmap_ddi_enter(&call, DXGMAP_OPERATION_UNMAP_POINTER, hAdapter, DXGMAP_DDI_SITE);
  return dxgmap_ddi_leave(&call, open ? dxgmap_ddi_unmap_pointer(&call, pUnmapFrameBufferPointer)
                                      : (uint32_t)DXGMAP_CAUSE_BAD_ADAPTER);
}
/* dxgmap: end model/ddi/pointer.c */
/* dxgmap: begin model/ddi/record.c sha256 ac220b129ee30a357b0e48c5eee766ae709da46b3fc970ac7c23e3e9a9f2e0f6 */
/* #include "ddi/record.h" */

#include <string.h>

/* #include "ddi/mdls.h" */
#include "dxgmap.h"
/* #include "host/host.h" */

#define DXGMAP_DDI_BUCKETS ((size_t)1 << 16)
#define DXGMAP_DDI_POISON 0xDB

static struct {
  dxgmap_ddi_record **bucket;
  dxgmap_ddi_record **list;  /* buckets of those that have a list, by its address */
  dxgmap_ddi_record *oldest; /* of the released */
  dxgmap_ddi_record *youngest;
  dxgmap_ddi_record *ports; /* live views in I/O space */
  uint64_t released;
  uint64_t remembered;
} dxgmap_ddi_records;

static size_t dxgmap_ddi_record_hash(uint64_t key)
{
  return (size_t)((key * 0x9E3779B97F4A7C15u) >> 48) % DXGMAP_DDI_BUCKETS;
}

static dxgmap_ddi_record **dxgmap_ddi_record_list_bucket(const void *list)
{
  return &dxgmap_ddi_records.list[dxgmap_ddi_record_hash((uint64_t)(uintptr_t)list)];
}

static void dxgmap_ddi_record_free(dxgmap_ddi_record *record)
{
  dxgmap_host_free(record->frames, (size_t)record->pages * sizeof(uint64_t));
  dxgmap_host_free(record->list, record->list_bytes);
  dxgmap_host_free(record, sizeof(*record));
}

dxgmap_ddi_record *dxgmap_ddi_record_new(const void *site, uint32_t kind, uint64_t adapter, uint64_t frames,
                                         size_t list_bytes)
{
  dxgmap_ddi_record *record = dxgmap_host_allocate(sizeof(*record));
  if (record == NULL) {
    return NULL;
  }
  record->kind = kind;
  record->adapter = adapter;
  record->pages = frames;
  record->list_bytes = list_bytes;
  record->frames = dxgmap_host_allocate((size_t)frames * sizeof(uint64_t));
  record->list = dxgmap_host_allocate(list_bytes);
  if ((frames > 0 && record->frames == NULL) || (list_bytes > 0 && record->list == NULL) ||
      dxgmap_host_history_reserve(site, &record->ticket) != DXGMAP_HOST_OK) {
    dxgmap_ddi_record_free(record);
    return NULL;
  }
  return record;
}

void dxgmap_ddi_record_cancel(dxgmap_ddi_record *record)
{
  dxgmap_host_history_cancel(record->ticket);
  dxgmap_ddi_record_free(record);
}

void dxgmap_ddi_record_bind(dxgmap_ddi_record *record, uint64_t mapping)
{
  size_t hash = dxgmap_ddi_record_hash(mapping);
  record->mapping = mapping;
  record->live = 1;
  record->next = dxgmap_ddi_records.bucket[hash];
  dxgmap_ddi_records.bucket[hash] = record;
  if (record->space == DXGMAP_RESOURCE_PORTS) {
    record->next_port = dxgmap_ddi_records.ports;
    dxgmap_ddi_records.ports = record;
  }
  if (record->list != NULL) {
    dxgmap_ddi_record **lists = dxgmap_ddi_record_list_bucket(record->list);
    record->next_list = *lists;
    *lists = record;
  }
  dxgmap_host_history_bind(record->ticket, mapping);
}

static void dxgmap_ddi_record_leave_lists(const dxgmap_ddi_record *record)
{
  dxgmap_ddi_record **link = dxgmap_ddi_record_list_bucket(record->list);
  while (*link != record) {
    link = &(*link)->next_list;
  }
  *link = record->next_list;
}

static void dxgmap_ddi_record_forget(dxgmap_ddi_record *record)
{
  dxgmap_ddi_record **link = &dxgmap_ddi_records.bucket[dxgmap_ddi_record_hash(record->mapping)];
  while (*link != record) {
    link = &(*link)->next;
  }
  *link = record->next;
  if (record->list != NULL) {
    dxgmap_ddi_record_leave_lists(record);
  }
  if (record->lent != NULL) {
    dxgmap_ddi_mdl_remove(record->lent);
  }
  dxgmap_ddi_record_free(record);
}

static void dxgmap_ddi_record_forget_oldest(void)
{
  dxgmap_ddi_record *record = dxgmap_ddi_records.oldest;
  dxgmap_ddi_records.oldest = record->later;
  if (record->later == NULL) {
    dxgmap_ddi_records.youngest = NULL;
  }
  dxgmap_ddi_records.released -= 1;
  dxgmap_ddi_record_forget(record);
}

static void dxgmap_ddi_record_leave_ports(const dxgmap_ddi_record *record)
{
  dxgmap_ddi_record **link = &dxgmap_ddi_records.ports;
  while (*link != record) {
    link = &(*link)->next_port;
  }
  *link = record->next_port;
}

void dxgmap_ddi_record_release(dxgmap_ddi_record *record, const void *site)
{
  if (record->space == DXGMAP_RESOURCE_PORTS) {
    dxgmap_ddi_record_leave_ports(record);
  }
  if (record->frames != NULL) {
    dxgmap_host_frames_drop(record->frames, record->pages);
  }
  if (record->list != NULL) {
    memset(record->list, DXGMAP_DDI_POISON, record->list_bytes);
  }
  dxgmap_host_history_release(record->mapping, site);
  record->live = 0;
  if (dxgmap_ddi_records.youngest != NULL) {
    dxgmap_ddi_records.youngest->later = record;
  } else {
    dxgmap_ddi_records.oldest = record;
  }
  dxgmap_ddi_records.youngest = record;
  dxgmap_ddi_records.released += 1;
  if (dxgmap_ddi_records.released > dxgmap_ddi_records.remembered) {
    dxgmap_ddi_record_forget_oldest();
  }
}

dxgmap_ddi_record *dxgmap_ddi_record_find(uint64_t mapping)
{
  dxgmap_ddi_record *record = NULL;
  if (dxgmap_ddi_records.bucket != NULL) {
    record = dxgmap_ddi_records.bucket[dxgmap_ddi_record_hash(mapping)];
  }
  while (record != NULL && record->mapping != mapping) {
    record = record->next;
  }
  return record;
}

dxgmap_ddi_record *dxgmap_ddi_record_of_list(const void *list)
{
  dxgmap_ddi_record *record = *dxgmap_ddi_record_list_bucket(list);
  while (record != NULL && record->list != list) {
    record = record->next_list;
  }
  return record;
}

dxgmap_ddi_record *dxgmap_ddi_record_last_pin(uint64_t adapter, uint32_t index)
{
  dxgmap_ddi_record *last = NULL;
  for (dxgmap_ddi_record *r = dxgmap_ddi_records.oldest; r != NULL; r = r->later) {
    int pin = r->kind == DXGMAP_MAPPING_PIN || r->kind == DXGMAP_MAPPING_PIN2;
    last = pin && r->adapter == adapter && r->index == index ? r : last;
  }
  return last;
}

dxgmap_ddi_record *dxgmap_ddi_record_last_port(uint64_t adapter, uint64_t port)
{
  dxgmap_ddi_record *last = NULL;
  for (dxgmap_ddi_record *r = dxgmap_ddi_records.oldest; r != NULL; r = r->later) {
    int holds = r->space == DXGMAP_RESOURCE_PORTS && port >= r->physical && port - r->physical < r->length;
    last = holds && r->adapter == adapter ? r : last;
  }
  return last;
}

static int dxgmap_ddi_record_had_page(const dxgmap_ddi_record *record, uint64_t page)
{
  if (record->kind == DXGMAP_MAPPING_OBJECT) {
    return 0; /* it holds frames, but gives no device a page */
  }
  if (record->logical != 0) {
    return page >= record->logical && page - record->logical < record->pages;
  }
  for (uint64_t i = 0; record->frames != NULL && i < record->pages; i++) {
    if (record->frames[i] == page) {
      return 1;
    }
  }
  return 0;
}

dxgmap_ddi_record *dxgmap_ddi_record_last_page(uint64_t adapter, uint64_t page)
{
  dxgmap_ddi_record *last = NULL;
  for (dxgmap_ddi_record *r = dxgmap_ddi_records.oldest; r != NULL; r = r->later) {
    last = r->adapter == adapter && dxgmap_ddi_record_had_page(r, page) ? r : last;
  }
  return last;
}

dxgmap_ddi_record *dxgmap_ddi_record_of_port(uint64_t port, uint32_t width)
{
  dxgmap_ddi_record *r = dxgmap_ddi_records.ports;
  while (r != NULL &&
         (port < r->physical || port - r->physical >= r->length || width > r->length - (port - r->physical))) {
    r = r->next_port;
  }
  return r;
}

int dxgmap_ddi_records_open(uint64_t remembered)
{
  dxgmap_ddi_records.bucket = dxgmap_host_reserve(DXGMAP_DDI_BUCKETS * sizeof(dxgmap_ddi_record *));
  dxgmap_ddi_records.list = dxgmap_host_reserve(DXGMAP_DDI_BUCKETS * sizeof(dxgmap_ddi_record *));
  dxgmap_ddi_records.remembered = remembered;
  return dxgmap_ddi_records.bucket != NULL && dxgmap_ddi_records.list != NULL;
}

void dxgmap_ddi_records_close(void)
{
  while (dxgmap_ddi_records.oldest != NULL) {
    dxgmap_ddi_record_forget_oldest();
  }
  dxgmap_host_unreserve(dxgmap_ddi_records.bucket, DXGMAP_DDI_BUCKETS * sizeof(dxgmap_ddi_record *));
  dxgmap_host_unreserve(dxgmap_ddi_records.list, DXGMAP_DDI_BUCKETS * sizeof(dxgmap_ddi_record *));
  dxgmap_ddi_records.bucket = NULL;
  dxgmap_ddi_records.list = NULL;
}
/* dxgmap: end model/ddi/record.c */
/* dxgmap: begin model/ddi/registers.c sha256 ea0f44e968875a533e8e3aab9a614764db2acd43bcf3826400b72ffba79198b2 */
/* #include "ddi/registers.h" */

#include <string.h>

/* #include "ddi/place.h" */
/* #include "ddi/record.h" */
/* #include "ddi/system.h" */

/* An access that was found legal: what the hook of the adapter is told. */
typedef struct {
  dxgmap_register_access seen;
  dxgmap_register_hook *hook;
  void *context;
} dxgmap_ddi_access;

static void dxgmap_ddi_access_begin(dxgmap_ddi_access *access, uint32_t space, uint32_t write, uint32_t width,
                                    uint32_t value)
{
  memset(access, 0, sizeof(*access));
  access->seen.space = space;
  access->seen.write = write;
  access->seen.width = width;
  access->seen.value = value;
}

static void dxgmap_ddi_access_on(dxgmap_ddi_access *access, uint64_t adapter, uint64_t physical)
{
  const dxgmap_ddi_adapter *a = dxgmap_ddi_adapter_of(adapter);
  access->seen.adapter = (HANDLE)(uintptr_t)adapter;
  access->seen.address = physical;
  access->hook = a->hook;
  access->context = a->hook_context;
}

static uint32_t dxgmap_ddi_ones(uint32_t width)
{
  return width == 4 ? 0xFFFFFFFFu : (1u << (8 * width)) - 1;
}

/* The hook runs outside the lock: it plays the device and may call the library. */
static uint32_t dxgmap_ddi_access_end(dxgmap_ddi_call *call, dxgmap_ddi_access *access, uint32_t cause)
{
  (void)dxgmap_ddi_leave(call, cause);
  if (cause != DXGMAP_CAUSE_NONE) {
    return dxgmap_ddi_ones(access->seen.width);
  }
  if (access->hook != NULL) {
    access->hook(&access->seen, access->context);
  }
  return access->seen.value;
}

static uint32_t dxgmap_ddi_port(dxgmap_ddi_call *call, const void *port, dxgmap_ddi_access *access)
{
  uint64_t number = (uint64_t)(uintptr_t)port;
  const dxgmap_ddi_record *record = dxgmap_ddi_record_of_port(number, access->seen.width);
  call->subject.address = number;
  if (record == NULL) {
    dxgmap_ddi_detail(&call->subject, "no live view in I/O space holds the port");
    return DXGMAP_CAUSE_CPU_ACCESS;
  }
  dxgmap_ddi_access_on(access, record->adapter, number);
  if (access->seen.write != 0) {
    (void)dxgmap_host_port_write((uint32_t)number, access->seen.width, access->seen.value);
  } else {
    (void)dxgmap_host_port_read((uint32_t)number, access->seen.width, &access->seen.value);
  }
  return DXGMAP_CAUSE_NONE;
}

static uint32_t dxgmap_ddi_access_port(const void *port, uint32_t write, uint32_t width, uint32_t value,
                                       const void *site)
{
  dxgmap_ddi_call call;
  dxgmap_ddi_access access;
  dxgmap_ddi_access_begin(&access, DXGMAP_RESOURCE_PORTS, write, width, value);
  int open = dxgmap_ddi_enter(&call, DXGMAP_OPERATION_PORT_ACCESS, NULL, site);
  return dxgmap_ddi_access_end(&call, &access,
                               open ? dxgmap_ddi_port(&call, port, &access) : (uint32_t)DXGMAP_CAUSE_CPU_ACCESS);
}

uint32_t dxgmap_ddi_read_port(const void *port, uint32_t width, const void *site)
{
  return dxgmap_ddi_access_port(port, 0, width, 0, site);
}

void dxgmap_ddi_write_port(const void *port, uint32_t width, uint32_t value, const void *site)
{
  (void)dxgmap_ddi_access_port(port, 1, width, value, site);
}

static uint32_t dxgmap_ddi_load(const volatile void *address, uint32_t width)
{
  switch (width) {
  case 1:
    return *(const volatile uint8_t *)address;
  case 2:
    return *(const volatile uint16_t *)address;
  default:
    return *(const volatile uint32_t *)address;
  }
}

static void dxgmap_ddi_store(volatile void *address, uint32_t width, uint32_t value)
{
  switch (width) {
  case 1:
    *(volatile uint8_t *)address = (uint8_t)value;
    break;
  case 2:
    *(volatile uint16_t *)address = (uint16_t)value;
    break;
  default:
    *(volatile uint32_t *)address = value;
    break;
  }
}

static int dxgmap_ddi_register_memory(const dxgmap_ddi_record *record)
{
  return record->kind == DXGMAP_MAPPING_VIEW || record->kind == DXGMAP_MAPPING_VIDEO ||
         (record->kind == DXGMAP_MAPPING_OBJECT_VIEW && record->type == DXGMAP_OBJECT_IO_SPACE);
}

/* From where the data of the view begins; more than any length for what is before it. */
static uint64_t dxgmap_ddi_register_offset(const dxgmap_ddi_record *record, const void *address)
{
  return (uint64_t)(uintptr_t)address - (uint64_t)(uintptr_t)record->address - record->slack * (uint64_t)PAGE_SIZE;
}

/* The physical address of the first byte of the view. */
static uint64_t dxgmap_ddi_register_start(const dxgmap_ddi_record *record)
{
  const dxgmap_ddi_record *object = record->parent != 0 ? dxgmap_ddi_record_find(record->parent) : NULL;
  return record->physical + (object != NULL ? object->physical : 0);
}

/* The live view of device memory that holds all of the access; NULL, with the subject filled, when none does. What
   lies in the view's last page but beyond the length that was asked for is not the driver's (V2). */
static const dxgmap_ddi_record *dxgmap_ddi_register_view(dxgmap_ddi_call *call, const void *address, uint32_t width)
{
  dxgmap_host_location where = dxgmap_host_locate(address);
  const dxgmap_ddi_record *record = dxgmap_ddi_record_find(where.owner);
  if (where.place != DXGMAP_HOST_PLACE_LIVE || record == NULL) {
    dxgmap_ddi_blame_address(call, address);
    return NULL;
  }
  call->subject.mapping = record->mapping;
  call->subject.address = (uint64_t)(uintptr_t)address;
  if (!dxgmap_ddi_register_memory(record)) {
    dxgmap_ddi_detail(&call->subject, "the address is not one of device memory");
    return NULL;
  }
  uint64_t offset = dxgmap_ddi_register_offset(record, address);
  if (offset >= record->length || width > record->length - offset) {
    dxgmap_ddi_detail(&call->subject, "the access is not inside the length that was mapped");
    return NULL;
  }
  return record;
}

static uint32_t dxgmap_ddi_register(dxgmap_ddi_call *call, volatile void *address, dxgmap_ddi_access *access)
{
  const void *plain = (const void *)(uintptr_t)address;
  const dxgmap_ddi_record *record = dxgmap_ddi_register_view(call, plain, access->seen.width);
  if (record == NULL) {
    return DXGMAP_CAUSE_CPU_ACCESS;
  }
  uint64_t offset = dxgmap_ddi_register_offset(record, plain);
  dxgmap_ddi_access_on(access, record->adapter, dxgmap_ddi_register_start(record) + offset);
  if (access->seen.write != 0) {
    dxgmap_ddi_store(address, access->seen.width, access->seen.value);
  } else {
    access->seen.value = dxgmap_ddi_load(address, access->seen.width);
  }
  return DXGMAP_CAUSE_NONE;
}

static uint32_t dxgmap_ddi_access_register(volatile void *address, uint32_t write, uint32_t width, uint32_t value,
                                           const void *site)
{
  dxgmap_ddi_call call;
  dxgmap_ddi_access access;
  dxgmap_ddi_access_begin(&access, DXGMAP_RESOURCE_MEMORY, write, width, value);
  int open = dxgmap_ddi_enter(&call, DXGMAP_OPERATION_REGISTER_ACCESS, NULL, site);
  return dxgmap_ddi_access_end(&call, &access,
                               open ? dxgmap_ddi_register(&call, address, &access) : (uint32_t)DXGMAP_CAUSE_CPU_ACCESS);
}

uint32_t dxgmap_ddi_read_register(const volatile void *address, uint32_t width, const void *site)
{
  return dxgmap_ddi_access_register((volatile void *)(uintptr_t)address, 0, width, 0, site);
}

void dxgmap_ddi_write_register(volatile void *address, uint32_t width, uint32_t value, const void *site)
{
  (void)dxgmap_ddi_access_register(address, 1, width, value, site);
}
/* dxgmap: end model/ddi/registers.c */
/* dxgmap: begin model/ddi/release.c sha256 e20c178d406129e35ba580b7f71a0b1c96f7c845fea1b79be4d0fc260ecc9026 */
/* #include "ddi/release.h" */

/* #include "ddi/mdl.h" */
/* #include "ddi/mdls.h" */
/* #include "ddi/place.h" */

void dxgmap_ddi_check_mdl(dxgmap_ddi_call *call, const dxgmap_ddi_record *record)
{
  const char *change = dxgmap_ddi_mdl_change(record);
  if (change != NULL) {
    dxgmap_ddi_note *note = dxgmap_ddi_also(call, DXGMAP_CAUSE_MDL_CHANGED, record->mapping);
    note->address = (uint64_t)(uintptr_t)record->mdl;
    dxgmap_ddi_detail(note, change);
  }
}

static void dxgmap_ddi_report_lent(dxgmap_ddi_call *call, const dxgmap_ddi_record *record)
{
  if (record->lent != NULL) {
    dxgmap_ddi_report_gone(call, record->lent, "Dxgkrnl took the MDL back while the driver had it mapped to the IOMMU");
  }
}

void dxgmap_ddi_give_back(dxgmap_ddi_call *call, dxgmap_ddi_record *record)
{
  dxgmap_ddi_check_mdl(call, record);
  dxgmap_ddi_report_lent(call, record);
  dxgmap_ddi_take_back(record, call->site);
}

static void dxgmap_ddi_take_list(dxgmap_ddi_record *record)
{
  if (record->lent != NULL) {
    uint64_t mappings;
    (void)dxgmap_ddi_mdl_abandon(record->lent, &mappings);
    dxgmap_ddi_mdl_unmap_system(record->lent);
    record->lent->state = DXGMAP_DDI_MDL_GONE;
  }
}

void dxgmap_ddi_take_back(dxgmap_ddi_record *record, const void *site)
{
  dxgmap_ddi_place_remove(record);
  if (record->kind == DXGMAP_MAPPING_PIN || record->kind == DXGMAP_MAPPING_PIN2) {
    dxgmap_host_section_unpin(dxgmap_ddi_adapter_of(record->adapter)->section[record->index]);
  }
  if (record->kind == DXGMAP_MAPPING_CONTIGUOUS) {
    dxgmap_host_kernel_unmap(record->address, record->pages);
  }
  dxgmap_ddi_mdl_part(record);
  dxgmap_ddi_take_list(record);
  dxgmap_ddi_record_release(record, site);
}
/* dxgmap: end model/ddi/release.c */
/* dxgmap: begin model/ddi/report.c sha256 2dae617d13c8f213bbae4afbc13995ff11e0ce50204f22d9b52144a34a747c62 */
/* #include "ddi/report.h" */

#include <stdlib.h>
#include <string.h>

/* #include "core/types.h" */
/* #include "ddi/clauses.h" */
/* #include "ddi/record.h" */
/* #include "ddi/status.h" */
/* #include "host/host.h" */

#define DXGMAP_DDI_REPORT_BYTES 12288u
#define DXGMAP_DDI_LINE_BYTES 320u

_Static_assert(DXGMAP_STACK_SITES == DXGMAP_HOST_STACK_FRAMES, "a stack of the host fits a public one");

static struct {
  dxgmap_violation_handler *handler;
  void *context;
  uint32_t policy;
  uint64_t count;
} dxgmap_ddi_reports;

static const char *const dxgmap_ddi_kinds[] = {
    "no mapping",
    "save area pinned by MDL",
    "save area pinned by ADL",
    "MDL mapped to the IOMMU",
    "pages allocated for an MDL",
    "contiguous memory",
    "frame buffer pointer",
    "view of DxgkCbMapMemory",
    "view of the video port",
    "ADL",
    "physical memory object",
    "adapter object",
    "view",
};

/* What objects are made of, by their type. */
static const char *const dxgmap_ddi_types[] = {"MDL pages", "contiguous memory", "a section", "I/O space"};

/* Everything that a report points to, so that it needs no memory of its own. */
typedef struct {
  dxgmap_violation violation;
  char verdict[DXGMAP_DDI_LINE_BYTES];
  char object[DXGMAP_DDI_LINE_BYTES];
  char text[DXGMAP_DDI_REPORT_BYTES];
} dxgmap_ddi_report_space;

/* Where reports are written. A fault of the CPU is reported on a signal stack, which may be small; and a handler may
   call the library and so cause another report before its own is done. */
#define DXGMAP_DDI_POOL 4u
static dxgmap_ddi_report_space dxgmap_ddi_pool[DXGMAP_DDI_POOL];
static uint32_t dxgmap_ddi_pool_used[DXGMAP_DDI_POOL];

void dxgmap_ddi_report_open(dxgmap_violation_handler *handler, void *context, uint32_t policy)
{
  dxgmap_ddi_reports.handler = handler;
  dxgmap_ddi_reports.context = context;
  dxgmap_ddi_reports.policy = policy;
  dxgmap_ddi_reports.count = 0;
  memset(dxgmap_ddi_pool_used, 0, sizeof(dxgmap_ddi_pool_used)); /* a handler may have left by a jump */
}

static void dxgmap_ddi_put_number(dxgmap_host_text *text, const char *before, uint64_t value)
{
  dxgmap_host_text_put(text, before);
  dxgmap_host_text_decimal(text, value);
}

static void dxgmap_ddi_put_hex(dxgmap_host_text *text, const char *before, uint64_t value)
{
  dxgmap_host_text_put(text, before);
  dxgmap_host_text_hex(text, value, 1);
}

static void dxgmap_ddi_put_logical(dxgmap_host_text *text, const dxgmap_ddi_record *record)
{
  if (record->logical != 0) {
    dxgmap_ddi_put_hex(text, " at logical ", record->logical * PAGE_SIZE);
  }
}

/* "ADL of 16 pages at logical 0x5000, from offset 0x1000 of adapter object 0x..." */
static void dxgmap_ddi_put_adl(dxgmap_host_text *text, const dxgmap_ddi_record *record)
{
  dxgmap_ddi_put_number(text, " of ", record->pages);
  dxgmap_host_text_put(text, " pages");
  dxgmap_ddi_put_logical(text, record);
  dxgmap_ddi_put_hex(text, ", from offset ", record->physical);
  dxgmap_ddi_put_hex(text, " of adapter object ", record->parent);
}

/* "physical memory object (a section)", or "view of object 0x... from offset 0x1000": the object says the rest. */
static void dxgmap_ddi_put_object(dxgmap_host_text *text, const dxgmap_ddi_record *record)
{
  if (record->kind != DXGMAP_MAPPING_OBJECT) {
    dxgmap_ddi_put_hex(text, " of object ", record->parent);
  } else {
    dxgmap_host_text_put(text, " (");
    dxgmap_host_text_put(text, dxgmap_ddi_types[record->type]);
    dxgmap_host_text_put(text, ")");
  }
  if (record->kind == DXGMAP_MAPPING_OBJECT_VIEW) {
    dxgmap_ddi_put_hex(text, " from offset ", record->physical);
  }
  if (record->kind == DXGMAP_MAPPING_OBJECT && record->type == DXGMAP_OBJECT_IO_SPACE) {
    dxgmap_ddi_put_hex(text, " of physical ", record->physical);
  }
}

static void dxgmap_ddi_put_extent(dxgmap_host_text *text, const dxgmap_ddi_record *record)
{
  if (record->kind == DXGMAP_MAPPING_ADL) {
    dxgmap_ddi_put_adl(text, record);
    return;
  }
  if (record->kind >= DXGMAP_MAPPING_OBJECT) {
    dxgmap_ddi_put_object(text, record);
  }
  dxgmap_ddi_put_logical(text, record);
  if (record->kind <= DXGMAP_MAPPING_PIN2 || record->kind == DXGMAP_MAPPING_POINTER) {
    dxgmap_ddi_put_number(text, ", physical adapter ", record->index);
  }
  if (record->kind == DXGMAP_MAPPING_VIEW || record->kind == DXGMAP_MAPPING_VIDEO) {
    dxgmap_ddi_put_hex(text, record->space == DXGMAP_RESOURCE_PORTS ? " of port " : " of physical ", record->physical);
  }
  if (record->address != NULL) {
    dxgmap_ddi_put_hex(text, " at ", (uint64_t)(uintptr_t)record->address);
  }
  if (record->length > 0) {
    dxgmap_ddi_put_number(text, ", ", record->length);
    dxgmap_host_text_put(text, " bytes");
  } else {
    dxgmap_ddi_put_number(text, ", ", record->pages);
    dxgmap_host_text_put(text, " pages");
  }
}

static void dxgmap_ddi_describe(char *object, const dxgmap_ddi_record *record)
{
  dxgmap_host_text text;
  dxgmap_host_text_to_string(&text, object, DXGMAP_DDI_LINE_BYTES);
  if (record != NULL) {
    dxgmap_host_text_put(&text, dxgmap_ddi_kinds[record->kind]);
    dxgmap_ddi_put_extent(&text, record);
    dxgmap_ddi_put_hex(&text, ", mapping ", record->mapping);
    int named = record->kind == DXGMAP_MAPPING_ADL || record->kind == DXGMAP_MAPPING_OBJECT_VIEW; /* by its parent */
    if (record->adapter != 0 && !named) {
      dxgmap_ddi_put_hex(&text, " of adapter ", record->adapter);
    }
    dxgmap_host_text_put(&text, record->live != 0 ? " (live)" : " (released before)");
  }
  dxgmap_host_text_flush(&text);
}

static void dxgmap_ddi_put_line(dxgmap_host_text *text, const char *head, const char *line)
{
  if (line[0] != '\0') {
    dxgmap_host_text_put(text, head);
    dxgmap_host_text_put(text, line);
    dxgmap_host_text_put(text, "\n");
  }
}

static void dxgmap_ddi_put_stack(dxgmap_host_text *text, const char *head, const dxgmap_stack *stack)
{
  dxgmap_host_stack shown;
  shown.count = stack->count;
  memcpy(shown.site, stack->site, sizeof(shown.site));
  if (stack->count > 0) {
    dxgmap_host_text_put(text, head);
    dxgmap_host_text_stack(text, "    ", &shown);
  }
}

static void dxgmap_ddi_put_done(dxgmap_host_text *text, const dxgmap_violation *v)
{
  dxgmap_host_text_put(text, "  done:      ");
  dxgmap_host_text_put(text, v->operation_name);
  if (v->adapter != NULL) {
    dxgmap_ddi_put_hex(text, ", adapter ", (uint64_t)(uintptr_t)v->adapter);
  }
  if (v->address != 0) {
    dxgmap_ddi_put_hex(text, ", address ", v->address);
  }
  if (v->status != STATUS_SUCCESS) {
    dxgmap_host_text_put(text, ", answered ");
    dxgmap_host_text_hex(text, (uint32_t)v->status, 8);
  }
  dxgmap_host_text_put(text, "\n");
}

static void dxgmap_ddi_write(char *string, const dxgmap_violation *v)
{
  dxgmap_host_text text;
  dxgmap_host_text_to_string(&text, string, DXGMAP_DDI_REPORT_BYTES);
  dxgmap_ddi_put_line(&text, "dxgmap: ", v->verdict);
  dxgmap_ddi_put_done(&text, v);
  dxgmap_ddi_put_line(&text, "  exactly:   ", v->detail);
  dxgmap_ddi_put_line(&text, "  cause:     ", dxgmap_ddi_cause_row(v->cause)->name);
  dxgmap_ddi_put_line(&text, "  rules:     ", v->rules);
  dxgmap_ddi_put_line(&text, "  theorems:  ", v->theorems);
  dxgmap_ddi_put_line(&text, "  object:    ", v->object);
  dxgmap_ddi_put_stack(&text, "  this call:\n", &v->call);
  dxgmap_ddi_put_stack(&text, "  its map:\n", &v->map);
  dxgmap_ddi_put_stack(&text, "  its unmap:\n", &v->unmap);
  dxgmap_ddi_put_line(&text, "  Windows:   ", v->analogue);
  dxgmap_host_text_flush(&text);
}

static void dxgmap_ddi_stack_copy(dxgmap_stack *to, const dxgmap_host_stack *from)
{
  to->count = from->count;
  memcpy(to->site, from->site, sizeof(to->site));
}

static void dxgmap_ddi_fill_object(dxgmap_ddi_report_space *space, const dxgmap_ddi_note *note)
{
  dxgmap_violation *v = &space->violation;
  const dxgmap_ddi_record *record = note->mapping != 0 ? dxgmap_ddi_record_find(note->mapping) : NULL;
  dxgmap_host_history history;
  v->mapping = note->mapping;
  v->physical_adapter = note->index;
  v->address = note->address;
  if (record != NULL) {
    v->kind = record->kind;
    v->pages = record->pages;
    v->physical_adapter = record->index;
  }
  dxgmap_ddi_describe(space->object, record);
  if (note->mapping != 0 && dxgmap_host_history_find(note->mapping, &history)) {
    dxgmap_ddi_stack_copy(&v->map, &history.map);
    dxgmap_ddi_stack_copy(&v->unmap, &history.unmap);
  }
}

static void dxgmap_ddi_fill_texts(dxgmap_ddi_report_space *space, const dxgmap_ddi_note *note)
{
  dxgmap_violation *v = &space->violation;
  dxgmap_host_text text;
  dxgmap_host_text_to_string(&text, space->verdict, sizeof(space->verdict));
  dxgmap_host_text_put(&text, v->operation_name);
  dxgmap_host_text_put(&text, ": ");
  dxgmap_host_text_put(&text, v->sentence);
  dxgmap_host_text_flush(&text);
  v->verdict = space->verdict;
  v->detail = note->detail;
  v->object = space->object;
  v->text = space->text;
}

static void dxgmap_ddi_build(dxgmap_ddi_report_space *space, const dxgmap_ddi_call *call, const dxgmap_ddi_note *note,
                             NTSTATUS status)
{
  dxgmap_violation *v = &space->violation;
  const dxgmap_ddi_cause *row = dxgmap_ddi_cause_row(note->cause);
  dxgmap_host_stack stack;
  memset(v, 0, sizeof(*v));
  v->cause = note->cause;
  v->operation = call->operation;
  v->status = status;
  v->adapter = (HANDLE)(uintptr_t)call->adapter;
  v->operation_name = dxgmap_ddi_operation_row(call->operation)->name;
  if (note->cause == DXGMAP_CAUSE_NOT_MODELLED) {
    v->operation_name = note->detail; /* which of the members it is */
  }
  v->sentence = row->sentence;
  v->theorems = row->theorems;
  dxgmap_host_stack_capture(call->site, &stack);
  dxgmap_ddi_stack_copy(&v->call, &stack);
  dxgmap_ddi_fill_object(space, note);
  v->rules = dxgmap_ddi_clause(call->operation, note->cause, v->kind);
  v->analogue = dxgmap_ddi_analogue(note->cause, v->kind);
  dxgmap_ddi_fill_texts(space, note);
  dxgmap_ddi_write(space->text, v);
}

static void dxgmap_ddi_print(const dxgmap_violation *violation)
{
  dxgmap_host_text text;
  dxgmap_host_text_to_descriptor(&text, 2);
  dxgmap_host_text_put(&text, violation->text);
  dxgmap_host_text_flush(&text);
}

/* Builds under the lock, delivers outside it. */
static void dxgmap_ddi_deliver(dxgmap_ddi_report_space *space, const dxgmap_ddi_call *call, const dxgmap_ddi_note *note,
                               NTSTATUS status)
{
  dxgmap_host_lock();
  dxgmap_ddi_build(space, call, note, status);
  dxgmap_ddi_reports.count += 1;
  dxgmap_violation_handler *handler = dxgmap_ddi_reports.handler;
  void *context = dxgmap_ddi_reports.context;
  uint32_t policy = dxgmap_ddi_reports.policy;
  dxgmap_host_unlock();
  if (handler != NULL) {
    handler(&space->violation, context);
  } else {
    dxgmap_ddi_print(&space->violation);
  }
  if (policy == DXGMAP_VIOLATION_ABORT) {
    abort();
  }
}

/* Apart, so that only a report without a space of the pool needs the stack for it. */
__attribute__((noinline)) static void dxgmap_ddi_deliver_deep(const dxgmap_ddi_call *call, const dxgmap_ddi_note *note,
                                                              NTSTATUS status)
{
  dxgmap_ddi_report_space space;
  dxgmap_ddi_deliver(&space, call, note, status);
}

/* A place of the pool that nobody uses, now the caller's; DXGMAP_DDI_POOL when all are used. */
static uint32_t dxgmap_ddi_pool_take(void)
{
  uint32_t i = 0;
  dxgmap_host_lock();
  while (i < DXGMAP_DDI_POOL && dxgmap_ddi_pool_used[i] != 0) {
    i++;
  }
  if (i < DXGMAP_DDI_POOL) {
    dxgmap_ddi_pool_used[i] = 1;
  }
  dxgmap_host_unlock();
  return i;
}

static void dxgmap_ddi_pool_give(uint32_t i)
{
  dxgmap_host_lock();
  dxgmap_ddi_pool_used[i] = 0;
  dxgmap_host_unlock();
}

void dxgmap_ddi_report(const dxgmap_ddi_call *call, const dxgmap_ddi_note *note, NTSTATUS status)
{
  uint32_t i = dxgmap_ddi_pool_take();
  if (i == DXGMAP_DDI_POOL) {
    dxgmap_ddi_deliver_deep(call, note, status);
    return;
  }
  dxgmap_ddi_deliver(&dxgmap_ddi_pool[i], call, note, status);
  dxgmap_ddi_pool_give(i);
}

void dxgmap_set_handler(dxgmap_violation_handler *handler, void *context)
{
  dxgmap_host_lock();
  dxgmap_ddi_reports.handler = handler;
  dxgmap_ddi_reports.context = context;
  dxgmap_host_unlock();
}

void dxgmap_set_violation_policy(uint32_t policy)
{
  dxgmap_host_lock();
  dxgmap_ddi_reports.policy = policy;
  dxgmap_host_unlock();
}

uint64_t dxgmap_violations(void)
{
  dxgmap_host_lock();
  uint64_t count = dxgmap_ddi_reports.count;
  dxgmap_host_unlock();
  return count;
}
/* dxgmap: end model/ddi/report.c */
/* dxgmap: begin model/ddi/resources.c sha256 c20aac5568a3eefa27dce16059cea5389b43646fa205685c852cf7fb56726ba5 */
/* #include "ddi/resources.h" */

/* #include "ddi/status.h" */

#define DXGMAP_DDI_LIST_MAX ((uint64_t)0xFFFFFFFFu) /* a resource list has 32 bits for a length */

static uint64_t dxgmap_ddi_first_page(const dxgmap_resource *r)
{
  return r->start / PAGE_SIZE;
}

static uint64_t dxgmap_ddi_last_page(const dxgmap_resource *r)
{
  return (r->start + (r->length - 1)) / PAGE_SIZE;
}

static int dxgmap_ddi_resource_fits(const dxgmap_resource *r)
{
  if (r->length > DXGMAP_DDI_LIST_MAX) {
    return 0;
  }
  if (r->space == DXGMAP_RESOURCE_PORTS) {
    return r->start < DXGMAP_HOST_PORTS && r->length <= DXGMAP_HOST_PORTS - r->start;
  }
  return dxgmap_ddi_first_page(r) >= dxgmap_ddi.installed_pages;
}

static uint32_t dxgmap_ddi_resource_open(dxgmap_ddi_adapter *a, uint32_t i)
{
  const dxgmap_resource *r = &a->resource[i];
  if (!dxgmap_ddi_resource_fits(r)) {
    return DXGMAP_CAUSE_BAD_RESOURCE;
  }
  if (r->space == DXGMAP_RESOURCE_PORTS) {
    return DXGMAP_CAUSE_NONE;
  }
  uint64_t first = dxgmap_ddi_first_page(r);
  uint64_t pages = dxgmap_ddi_last_page(r) - first + 1;
  switch (dxgmap_host_device_open(first, pages, &a->device[i])) {
  case DXGMAP_HOST_OK:
    return DXGMAP_CAUSE_NONE;
  case DXGMAP_HOST_BUSY:
  case DXGMAP_HOST_BAD_ARGUMENT:
    return DXGMAP_CAUSE_BAD_RESOURCE;
  default:
    return DXGMAP_CAUSE_NO_HOST;
  }
}

static void dxgmap_ddi_list_one(PCM_PARTIAL_RESOURCE_DESCRIPTOR d, const dxgmap_resource *r)
{
  int ports = r->space == DXGMAP_RESOURCE_PORTS;
  d->Type = ports ? CmResourceTypePort : CmResourceTypeMemory;
  d->ShareDisposition = CmResourceShareDeviceExclusive;
  d->Flags = ports ? CM_RESOURCE_PORT_IO : CM_RESOURCE_MEMORY_READ_WRITE;
  d->u.Generic.Start.QuadPart = (LONGLONG)r->start;
  d->u.Generic.Length = (ULONG)r->length;
}

static int dxgmap_ddi_list_open(dxgmap_ddi_adapter *a)
{
  a->list_bytes = sizeof(CM_RESOURCE_LIST) + a->resources * sizeof(CM_PARTIAL_RESOURCE_DESCRIPTOR);
  a->list = dxgmap_host_allocate(a->list_bytes);
  if (a->list == NULL) {
    return 0;
  }
  PCM_PARTIAL_RESOURCE_LIST part = &a->list->List[0].PartialResourceList;
  a->list->Count = 1;
  a->list->List[0].InterfaceType = PCIBus;
  part->Version = 1;
  part->Revision = 1;
  part->Count = a->resources;
  /* The array is as long as Count says, whatever its declaration does. */
  PCM_PARTIAL_RESOURCE_DESCRIPTOR d = part->PartialDescriptors;
  for (uint32_t i = 0; i < a->resources; i++) {
    dxgmap_ddi_list_one(d + i, &a->resource[i]);
  }
  return 1;
}

uint32_t dxgmap_ddi_resources_open(dxgmap_ddi_adapter *a, const dxgmap_start *start)
{
  for (uint32_t i = 0; i < start->resources; i++) {
    a->resource[i] = start->resource[i];
    uint32_t cause = dxgmap_ddi_resource_open(a, i);
    if (cause != DXGMAP_CAUSE_NONE) {
      return cause;
    }
  }
  a->resources = start->resources;
  return dxgmap_ddi_list_open(a) ? DXGMAP_CAUSE_NONE : DXGMAP_CAUSE_NO_HOST;
}

void dxgmap_ddi_resources_close(dxgmap_ddi_adapter *a)
{
  for (uint32_t i = 0; i < DXGMAP_RESOURCES; i++) {
    if (a->device[i] != 0) {
      dxgmap_host_device_close(a->device[i]);
    }
  }
  dxgmap_host_free(a->list, a->list_bytes);
}

uint32_t dxgmap_ddi_resource_of(const dxgmap_ddi_adapter *a, uint32_t space, uint64_t start, uint64_t length)
{
  for (uint32_t i = 0; i < a->resources; i++) {
    const dxgmap_resource *r = &a->resource[i];
    if (r->space == space && start >= r->start && start - r->start < r->length &&
        length <= r->length - (start - r->start)) {
      return i;
    }
  }
  return DXGMAP_RESOURCES;
}

uint8_t *dxgmap_ddi_resource_byte(const dxgmap_ddi_adapter *a, uint32_t i, uint64_t physical)
{
  uint64_t first = dxgmap_ddi_first_page(&a->resource[i]) * PAGE_SIZE;
  return (uint8_t *)dxgmap_host_device_base(a->device[i]) + (physical - first);
}
/* dxgmap: end model/ddi/resources.c */
/* dxgmap: begin model/ddi/status.c sha256 5a982bbef6e7dc613ab3bd49d8c804ab9dced6799ed632f972a6fcb703ed5121 */
/* #include "ddi/status.h" */

/* #include "core/status.h" */

/* The one place where a cause meets its NTSTATUS. spec/status.md says the same; the conformance tests compare. */

#define DXGMAP_DDI_MEMORY_ANALOGUE "bug check 0x1E4 VIDEO_DXGKRNL_SYSMM_FATAL_ERROR"
#define DXGMAP_DDI_VERIFIER "bug check 0xC4 DRIVER_VERIFIER_DETECTED_VIOLATION"

static const dxgmap_ddi_cause dxgmap_ddi_causes[] = {
    {DXGMAP_CAUSE_NONE, "DXGMAP_OK", STATUS_SUCCESS, DXGMAP_DDI_ANSWER, "the call succeeded", "", "", ""},
    {DXGMAP_CAUSE_BAD_ADAPTER, "DXGMAP_BAD_ADAPTER", STATUS_INVALID_HANDLE, DXGMAP_DDI_VIOLATION,
     "the adapter handle is not that of a started adapter's lead device", "GATE-1 (G1, D1; decision 22)",
     "T-ISO, T-ATOM", DXGMAP_DDI_VERIFIER},
    {DXGMAP_CAUSE_BAD_IRQL, "DXGMAP_BAD_IRQL", STATUS_INVALID_DEVICE_REQUEST, DXGMAP_DDI_VIOLATION,
     "the call was made above the IRQL limit of the operation", "GATE-2 (G2; decision 5)", "T-COMP, T-ATOM",
     DXGMAP_DDI_VERIFIER},
    {DXGMAP_CAUSE_EXCLUSIVE, "DXGMAP_EXCLUSIVE", STATUS_INVALID_DEVICE_STATE, DXGMAP_DDI_VIOLATION,
     "the call was made between begin and end of exclusive access", "GATE-3 (G5; decision 20)", "T-COMP, T-ATOM", ""},
    {DXGMAP_CAUSE_BAD_KIND, "DXGMAP_BAD_KIND", STATUS_INVALID_PARAMETER, DXGMAP_DDI_HARNESS,
     "the operation has no mapping of this kind", "", "T-COMP, T-ATOM", ""},
    {DXGMAP_CAUSE_BAD_INDEX, "DXGMAP_BAD_INDEX", STATUS_INVALID_PARAMETER, DXGMAP_DDI_VIOLATION,
     "there is no such physical adapter in the chain", "decision 18", "T-COMP, T-ATOM", ""},
    {DXGMAP_CAUSE_NO_SAVE_AREA, "DXGMAP_NO_SAVE_AREA", STATUS_INVALID_PARAMETER, DXGMAP_DDI_VIOLATION,
     "the physical adapter declared a save area of size zero", "S2, S9, decision 18", "T-COMP, T-ATOM", ""},
    {DXGMAP_CAUSE_BAD_SIZE, "DXGMAP_BAD_SIZE", STATUS_INVALID_PARAMETER, DXGMAP_DDI_VIOLATION,
     "a size or offset is zero where it must not be, not a multiple of the page, overflows, or is not the one that "
     "came out",
     "S3, F1, decision 18", "T-COMP, T-ATOM", ""},
    {DXGMAP_CAUSE_TOO_LARGE, "DXGMAP_TOO_LARGE", STATUS_INVALID_PARAMETER, DXGMAP_DDI_VIOLATION,
     "the range ends beyond the save area or the object, or beyond what an MDL can describe",
     "S3, A1, decisions 4 and 17", "T-COMP, T-ATOM", ""},
    {DXGMAP_CAUSE_PINNED, "DXGMAP_PINNED", STATUS_RESOURCE_IN_USE, DXGMAP_DDI_VIOLATION,
     "the save area is pinned already; it must be unpinned first", "S7, decision 2", "T-EXCL, T-ATOM", ""},
    {DXGMAP_CAUSE_NOT_PINNED, "DXGMAP_NOT_PINNED", STATUS_NOT_LOCKED, DXGMAP_DDI_VIOLATION,
     "the save area is not pinned, so there is nothing to unpin", "S7, decision 2", "T-ONCE, T-ATOM",
     DXGMAP_DDI_VERIFIER},
    {DXGMAP_CAUSE_BAD_COUNT, "DXGMAP_BAD_COUNT", STATUS_INVALID_PARAMETER, DXGMAP_DDI_VIOLATION,
     "the page list is empty or does not have the size asked for", "M1, W1", "T-COMP, T-ATOM", ""},
    {DXGMAP_CAUSE_BAD_PAGE, "DXGMAP_BAD_PAGE", STATUS_INVALID_ADDRESS, DXGMAP_DDI_VIOLATION,
     "a page number lies beyond physical memory", "M1", "T-COMP, T-ATOM", ""},
    {DXGMAP_CAUSE_BAD_HANDLE, "DXGMAP_BAD_HANDLE", STATUS_INVALID_HANDLE, DXGMAP_DDI_VIOLATION,
     "the handle is not that of a live mapping or object of this kind on this adapter", "G3, M4, A2, decision 22",
     "T-ONCE, T-UAU, T-ISO", DXGMAP_DDI_VERIFIER},
    {DXGMAP_CAUSE_BAD_ADDRESS, "DXGMAP_BAD_ADDRESS", STATUS_NOT_MAPPED_VIEW, DXGMAP_DDI_VIOLATION,
     "no live view that this call may release lies at the address, or I/O space does not begin on a page",
     "F3, D3, V6, decision 3", "T-ONCE, T-UAU", "bug check 0xDA SYSTEM_PTE_MISUSE"},
    {DXGMAP_CAUSE_BAD_PROCESS, "DXGMAP_BAD_PROCESS", STATUS_ACCESS_DENIED, DXGMAP_DDI_VIOLATION,
     "the view belongs to another process than the one named or running", "D2, V3, V7, decisions 29 and 35",
     "T-COMP, T-ATOM", ""},
    {DXGMAP_CAUSE_BAD_SPACE, "DXGMAP_BAD_SPACE", STATUS_INVALID_PARAMETER, DXGMAP_DDI_VIOLATION,
     "the range is neither in memory space nor in I/O space", "D2", "T-COMP, T-ATOM", ""},
    {DXGMAP_CAUSE_NOT_OWNED, "DXGMAP_NOT_OWNED", STATUS_RANGE_NOT_FOUND, DXGMAP_DDI_VIOLATION,
     "the range is not inside a resource of the adapter", "D1", "T-COMP, T-ATOM", ""},
    {DXGMAP_CAUSE_CACHE_CONFLICT, "DXGMAP_CACHE_CONFLICT", STATUS_CONFLICTING_ADDRESSES, DXGMAP_DDI_VIOLATION,
     "the physical range is mapped already with another P6CACHE setting", "V4, decision 34", "T-COMP, T-ATOM", ""},
    {DXGMAP_CAUSE_PLACE_TAKEN, "DXGMAP_PLACE_TAKEN", STATUS_INSUFFICIENT_RESOURCES, DXGMAP_DDI_REFUSAL,
     "the window has no free place at the pages offered", "", "T-COMP, T-ATOM", ""},
    {DXGMAP_CAUSE_PRESSURE, "DXGMAP_PRESSURE", STATUS_NO_MEMORY, DXGMAP_DDI_REFUSAL,
     "memory pressure: the pages cannot be locked now", "S5, S6", "T-COMP, T-ATOM", ""},
    {DXGMAP_CAUSE_NO_SLOT, "DXGMAP_NO_SLOT", STATUS_INSUFFICIENT_RESOURCES, DXGMAP_DDI_REFUSAL,
     "no mapping handle is left", "", "T-COMP, T-ATOM", ""},
    {DXGMAP_CAUSE_NO_RANGE, "DXGMAP_NO_RANGE", STATUS_INSUFFICIENT_RESOURCES, DXGMAP_DDI_REFUSAL,
     "no free run of capture cells, or of logical pages, holds the page list", "", "T-COMP, T-ATOM", ""},
    {DXGMAP_CAUSE_NO_ADAPTER, "DXGMAP_NO_ADAPTER", STATUS_INSUFFICIENT_RESOURCES, DXGMAP_DDI_HARNESS,
     "the adapter table is full", "", "T-COMP, T-ATOM", ""},
    {DXGMAP_CAUSE_NO_COMMIT, "DXGMAP_NO_COMMIT", STATUS_COMMITMENT_LIMIT, DXGMAP_DDI_HARNESS,
     "the commit limit does not hold the save areas", "S2, decision 21", "T-COMP, T-ATOM", ""},
    {DXGMAP_CAUSE_NOT_VISIBLE, "DXGMAP_NOT_VISIBLE", STATUS_NOT_SUPPORTED, DXGMAP_DDI_HARNESS,
     "the adapter's visible bounds do not reach all installed memory", "G11, decision 21", "T-COMP, T-ATOM", ""},
    {DXGMAP_CAUSE_BAD_RESOURCE, "DXGMAP_BAD_RESOURCE", STATUS_DEVICE_CONFIGURATION_ERROR, DXGMAP_DDI_HARNESS,
     "the resource list is malformed", "D1", "T-COMP, T-ATOM", ""},
    {DXGMAP_CAUSE_ATTACHED, "DXGMAP_ATTACHED", STATUS_INVALID_DEVICE_STATE, DXGMAP_DDI_HARNESS,
     "the domain is attached already and cannot be attached again", "G6, decision 20", "T-COMP, T-ATOM", ""},
    {DXGMAP_CAUSE_NOT_EXCLUSIVE, "DXGMAP_NOT_EXCLUSIVE", STATUS_INVALID_DEVICE_STATE, DXGMAP_DDI_HARNESS,
     "exclusive access ends without having begun", "G5", "T-COMP, T-ATOM", ""},
    {DXGMAP_CAUSE_BLOCKED, "DXGMAP_BLOCKED", STATUS_ACCESS_VIOLATION, DXGMAP_DDI_VIOLATION,
     "the device reached a logical page that is not mapped; the access was blocked", "G10", "T-UAU, T-ISO",
     "bug check 0xE6/26 DRIVER_VERIFIER_DMA_VIOLATION, 0x158 or 0x159 ILLEGAL_IOMMU_PAGE_FAULT"},
    {DXGMAP_CAUSE_BYPASS, "DXGMAP_BYPASS", STATUS_SUCCESS, DXGMAP_DDI_ANSWER,
     "the domain is not attached: the access is not checked", "decisions 20 and 31", "", ""},
    {DXGMAP_CAUSE_NO_MORE, "DXGMAP_NO_MORE", STATUS_NO_MORE_ENTRIES, DXGMAP_DDI_ANSWER,
     "the cursor is past the last live mapping", "", "T-LEAK", ""},
    {DXGMAP_CAUSE_BAD_MODE, "DXGMAP_BAD_MODE", STATUS_NOT_SUPPORTED, DXGMAP_DDI_VIOLATION,
     "the callback does not belong to the mode of the adapter", "G8, S8; decision 16", "T-COMP, T-ATOM", ""},
    {DXGMAP_CAUSE_BOUND, "DXGMAP_BOUND", STATUS_INVALID_PARAMETER, DXGMAP_DDI_VIOLATION,
     "the object was created with an adapter, so it is not for Open", "P2", "T-COMP, T-ATOM", ""},
    {DXGMAP_CAUSE_OPENED, "DXGMAP_OPENED", STATUS_INVALID_DEVICE_STATE, DXGMAP_DDI_VIOLATION,
     "the object is open for an adapter already", "P2", "T-COMP, T-ATOM", ""},
    {DXGMAP_CAUSE_IN_USE, "DXGMAP_IN_USE", STATUS_RESOURCE_IN_USE, DXGMAP_DDI_VIOLATION,
     "an ADL, a view or an adapter object of it is still live", "P3, P4", "T-COMP, T-ATOM", DXGMAP_DDI_MEMORY_ANALOGUE},
    {DXGMAP_CAUSE_NOT_OF_OBJECT, "DXGMAP_NOT_OF_OBJECT", STATUS_INVALID_HANDLE, DXGMAP_DDI_VIOLATION,
     "the ADL, view or adapter object belongs to another object", "P3, P10", "T-COMP, T-ATOM", ""},
    {DXGMAP_CAUSE_BAD_FLAGS, "DXGMAP_BAD_FLAGS", STATUS_INVALID_PARAMETER, DXGMAP_DDI_VIOLATION,
     "objects of this type have no contiguous ADL, or no view in user mode", "P5, P11", "T-COMP, T-ATOM", ""},
    {DXGMAP_CAUSE_BAD_ARGUMENT, "DXGMAP_BAD_ARGUMENT", STATUS_INVALID_PARAMETER, DXGMAP_DDI_VIOLATION,
     "an argument breaks a rule of the page: a null pointer, a reserved bit, a skip, a boundary, a size, or an MDL "
     "that "
     "is neither locked nor built",
     "decisions 18, 23 and 33", "T-ATOM", ""},
    {DXGMAP_CAUSE_NO_HOST, "DXGMAP_NO_HOST", STATUS_INSUFFICIENT_RESOURCES, DXGMAP_DDI_REFUSAL,
     "the host could not give memory, frames, an address or a record", "", "T-ATOM", ""},
    {DXGMAP_CAUSE_NOT_MODELLED, "DXGMAP_NOT_MODELLED", STATUS_NOT_SUPPORTED, DXGMAP_DDI_VIOLATION,
     "the callback is not modelled", "decision 16", "", ""},
    {DXGMAP_CAUSE_NOT_OPEN, "DXGMAP_NOT_OPEN", STATUS_INVALID_DEVICE_STATE, DXGMAP_DDI_HARNESS,
     "the system is not open, or is open already", "", "", ""},
    {DXGMAP_CAUSE_LEAK, "DXGMAP_LEAK", STATUS_SUCCESS, DXGMAP_DDI_VIOLATION,
     "a mapping or object is still live at stop or at the end", "STOP-4, STOP-8, STOP-9, G3, D4", "T-LEAK",
     DXGMAP_DDI_VERIFIER},
    {DXGMAP_CAUSE_LIVE_AT_END, "DXGMAP_LIVE_AT_END", STATUS_SUCCESS, DXGMAP_DDI_VIOLATION,
     "a video port mapping lives when its adapter ends; it is not a leak", "VIDEO-7, decision 13", "T-LEAK", ""},
    {DXGMAP_CAUSE_MDL_CHANGED, "DXGMAP_MDL_CHANGED", STATUS_SUCCESS, DXGMAP_DDI_VIOLATION,
     "the MDL changed while it was mapped; what was captured at the map is what was unmapped",
     "MDL-6, M2, W2, decision 7", "T-UAU", DXGMAP_DDI_VERIFIER},
    {DXGMAP_CAUSE_MDL_GONE, "DXGMAP_MDL_GONE", STATUS_SUCCESS, DXGMAP_DDI_VIOLATION,
     "the MDL was freed or unlocked while it was mapped; its pages stay the device's until the unmap",
     "MDL-7, M3, decision 23", "T-UAU", DXGMAP_DDI_MEMORY_ANALOGUE " (5)"},
    {DXGMAP_CAUSE_MDL_CHAIN, "DXGMAP_MDL_CHAIN", STATUS_SUCCESS, DXGMAP_DDI_VIOLATION,
     "a chain of MDLs was given; only its head is mapped", "MDL-5, decision 8", "T-UAU", ""},
    {DXGMAP_CAUSE_CPU_ACCESS, "DXGMAP_CPU_ACCESS", STATUS_SUCCESS, DXGMAP_DDI_VIOLATION,
     "the CPU touched an address where nothing is mapped", "UNVIEW-3, UNVIDEO-3, UNPOINTER-3, UNOBJECTVIEW-3, D3, V2",
     "T-UAU", "bug check 0xDA SYSTEM_PTE_MISUSE"},
    {DXGMAP_CAUSE_LIST_GONE, "DXGMAP_LIST_GONE", STATUS_INVALID_PARAMETER, DXGMAP_DDI_VIOLATION,
     "an MDL or ADL that Dxgkrnl took back was used", "UNPIN-4, decision 6", "T-UAU",
     DXGMAP_DDI_MEMORY_ANALOGUE " (4)"},
    {DXGMAP_CAUSE_BAD_ANSWER, "DXGMAP_BAD_ANSWER", STATUS_SUCCESS, DXGMAP_DDI_VIOLATION,
     "the miniport answered an IOCTL wrongly", "IOCTL-3, I1, I2, I3, I4", "", ""},
};

static const dxgmap_ddi_cause dxgmap_ddi_unknown_cause = {
    0xFFFFFFFFu, "unknown", STATUS_INVALID_PARAMETER, DXGMAP_DDI_HARNESS, "an unknown cause", "", "", ""};

static const dxgmap_ddi_operation dxgmap_ddi_operations[] = {
    {DXGMAP_OPERATION_NONE, 1, "no operation"},
    {DXGMAP_OPERATION_START, 1, "dxgmap_adapter_start"},
    {DXGMAP_OPERATION_ATTACH, 1, "dxgmap_adapter_attach"},
    {DXGMAP_OPERATION_EXCLUSIVE_BEGIN, 1, "dxgmap_adapter_exclusive_begin"},
    {DXGMAP_OPERATION_EXCLUSIVE_END, 1, "dxgmap_adapter_exclusive_end"},
    {DXGMAP_OPERATION_STOP, 1, "dxgmap_adapter_stop"},
    {DXGMAP_OPERATION_LIVE, 1, "dxgmap_adapter_live"},
    {DXGMAP_OPERATION_PIN, 0, "DxgkCbPinFrameBufferForSave"},
    {DXGMAP_OPERATION_PIN2, 0, "DxgkCbPinFrameBufferForSave2"},
    {DXGMAP_OPERATION_UNPIN, 0, "DxgkCbUnpinFrameBufferForSave"},
    {DXGMAP_OPERATION_MAP_POINTER, 0, "DxgkCbMapFrameBufferPointer"},
    {DXGMAP_OPERATION_UNMAP_POINTER, 0, "DxgkCbUnmapFrameBufferPointer"},
    {DXGMAP_OPERATION_MAP_MDL, 0, "DxgkCbMapMdlToIoMmu"},
    {DXGMAP_OPERATION_UNMAP_MDL, 0, "DxgkCbUnmapMdlFromIoMmu"},
    {DXGMAP_OPERATION_ALLOCATE_PAGES, 0, "DxgkCbAllocatePagesForMdl"},
    {DXGMAP_OPERATION_FREE_PAGES, 0, "DxgkCbFreePagesFromMdl"},
    {DXGMAP_OPERATION_ALLOCATE_CONTIGUOUS, 0, "DxgkCbAllocateContiguousMemory"},
    {DXGMAP_OPERATION_FREE_CONTIGUOUS, 0, "DxgkCbFreeContiguousMemory"},
    {DXGMAP_OPERATION_MAP_VIEW, 0, "DxgkCbMapMemory"},
    {DXGMAP_OPERATION_UNMAP_VIEW, 0, "DxgkCbUnmapMemory"},
    {DXGMAP_OPERATION_VIDEO_MAP, 0, "VideoPortMapMemory"},
    {DXGMAP_OPERATION_VIDEO_UNMAP, 0, "VideoPortUnmapMemory"},
    {DXGMAP_OPERATION_VIDEO_REQUEST, 0, "HwVidStartIO"},
    {DXGMAP_OPERATION_DEVICE_INFORMATION, 0, "DxgkCbGetDeviceInformation"},
    {DXGMAP_OPERATION_NOT_MODELLED, 0, "a member of DXGKRNL_INTERFACE"},
    {DXGMAP_OPERATION_DEVICE_ACCESS, 0, "access of the device"},
    {DXGMAP_OPERATION_CPU_ACCESS, 0, "access of the CPU"},
    {DXGMAP_OPERATION_PORT_ACCESS, 0, "port accessor"},
    {DXGMAP_OPERATION_REGISTER_ACCESS, 0, "register accessor"},
    {DXGMAP_OPERATION_ALLOCATE_MDL, 0, "IoAllocateMdl"},
    {DXGMAP_OPERATION_FREE_MDL, 0, "IoFreeMdl"},
    {DXGMAP_OPERATION_LOCK_MDL, 0, "MmProbeAndLockPages"},
    {DXGMAP_OPERATION_UNLOCK_MDL, 0, "MmUnlockPages"},
    {DXGMAP_OPERATION_BUILD_MDL, 0, "MmBuildMdlForNonPagedPool"},
    {DXGMAP_OPERATION_MAP_LOCKED, 0, "MmMapLockedPagesSpecifyCache"},
    {DXGMAP_OPERATION_UNMAP_LOCKED, 0, "MmUnmapLockedPages"},
    {DXGMAP_OPERATION_RAISE_IRQL, 0, "KeRaiseIrql"},
    {DXGMAP_OPERATION_LOWER_IRQL, 0, "KeLowerIrql"},
    {DXGMAP_OPERATION_CREATE_OBJECT, 0, "DxgkCbCreatePhysicalMemoryObject"},
    {DXGMAP_OPERATION_DESTROY_OBJECT, 0, "DxgkCbDestroyPhysicalMemoryObject"},
    {DXGMAP_OPERATION_OPEN_OBJECT, 0, "DxgkCbOpenPhysicalMemoryObject"},
    {DXGMAP_OPERATION_CLOSE_OBJECT, 0, "DxgkCbClosePhysicalMemoryObject"},
    {DXGMAP_OPERATION_MAP_OBJECT, 0, "DxgkCbMapPhysicalMemory"},
    {DXGMAP_OPERATION_UNMAP_OBJECT, 0, "DxgkCbUnmapPhysicalMemory"},
    {DXGMAP_OPERATION_ALLOCATE_ADL, 0, "DxgkCbAllocateAdl"},
    {DXGMAP_OPERATION_FREE_ADL, 0, "DxgkCbFreeAdl"},
    {DXGMAP_OPERATION_CLOSE, 1, "dxgmap_close"},
};

_Static_assert(sizeof(dxgmap_ddi_operations) / sizeof(dxgmap_ddi_operations[0]) == DXGMAP_OPERATIONS,
               "an operation has no row");

/* The public causes are the core's, number for number. */
#define DXGMAP_DDI_SAME(name) \
  _Static_assert((int)DXGMAP_CAUSE_##name == (int)DXGMAP_##name, "public and core numbers differ: " #name)
DXGMAP_DDI_SAME(BAD_ADAPTER);
DXGMAP_DDI_SAME(BAD_IRQL);
DXGMAP_DDI_SAME(EXCLUSIVE);
DXGMAP_DDI_SAME(BAD_KIND);
DXGMAP_DDI_SAME(BAD_INDEX);
DXGMAP_DDI_SAME(NO_SAVE_AREA);
DXGMAP_DDI_SAME(BAD_SIZE);
DXGMAP_DDI_SAME(TOO_LARGE);
DXGMAP_DDI_SAME(PINNED);
DXGMAP_DDI_SAME(NOT_PINNED);
DXGMAP_DDI_SAME(BAD_COUNT);
DXGMAP_DDI_SAME(BAD_PAGE);
DXGMAP_DDI_SAME(BAD_HANDLE);
DXGMAP_DDI_SAME(BAD_ADDRESS);
DXGMAP_DDI_SAME(BAD_PROCESS);
DXGMAP_DDI_SAME(BAD_SPACE);
DXGMAP_DDI_SAME(NOT_OWNED);
DXGMAP_DDI_SAME(CACHE_CONFLICT);
DXGMAP_DDI_SAME(PLACE_TAKEN);
DXGMAP_DDI_SAME(PRESSURE);
DXGMAP_DDI_SAME(NO_SLOT);
DXGMAP_DDI_SAME(NO_RANGE);
DXGMAP_DDI_SAME(NO_ADAPTER);
DXGMAP_DDI_SAME(NO_COMMIT);
DXGMAP_DDI_SAME(NOT_VISIBLE);
DXGMAP_DDI_SAME(BAD_RESOURCE);
DXGMAP_DDI_SAME(ATTACHED);
DXGMAP_DDI_SAME(NOT_EXCLUSIVE);
DXGMAP_DDI_SAME(BLOCKED);
DXGMAP_DDI_SAME(BYPASS);
DXGMAP_DDI_SAME(NO_MORE);
DXGMAP_DDI_SAME(BAD_MODE);
DXGMAP_DDI_SAME(BOUND);
DXGMAP_DDI_SAME(OPENED);
DXGMAP_DDI_SAME(IN_USE);
DXGMAP_DDI_SAME(NOT_OF_OBJECT);
DXGMAP_DDI_SAME(BAD_FLAGS);

typedef struct {
  uint32_t operation;
  uint32_t cause;
  NTSTATUS status;
} dxgmap_ddi_override;

#define DXGMAP_DDI_OVERRIDES 64u
static dxgmap_ddi_override dxgmap_ddi_overrides[DXGMAP_DDI_OVERRIDES];
static uint32_t dxgmap_ddi_override_count;

const dxgmap_ddi_cause *dxgmap_ddi_cause_row(uint32_t cause)
{
  size_t rows = sizeof(dxgmap_ddi_causes) / sizeof(dxgmap_ddi_causes[0]);
  for (size_t i = 0; i < rows; i++) {
    if (dxgmap_ddi_causes[i].cause == cause) {
      return &dxgmap_ddi_causes[i];
    }
  }
  return &dxgmap_ddi_unknown_cause;
}

const dxgmap_ddi_operation *dxgmap_ddi_operation_row(uint32_t operation)
{
  return &dxgmap_ddi_operations[operation < DXGMAP_OPERATIONS ? operation : (uint32_t)DXGMAP_OPERATION_NONE];
}

const char *dxgmap_ddi_analogue(uint32_t cause, uint32_t kind)
{
  int adl = kind == DXGMAP_MAPPING_ADL;
  int object = kind == DXGMAP_MAPPING_ADAPTER_OBJECT;
  if ((cause != DXGMAP_CAUSE_IN_USE && cause != DXGMAP_CAUSE_LEAK) || (!adl && !object)) {
    return dxgmap_ddi_cause_row(cause)->analogue;
  }
  return adl ? DXGMAP_DDI_MEMORY_ANALOGUE " (7)" : DXGMAP_DDI_MEMORY_ANALOGUE " (6)";
}

int dxgmap_ddi_is_violation(uint32_t operation, uint32_t cause)
{
  uint32_t fault = dxgmap_ddi_cause_row(cause)->fault;
  return fault == DXGMAP_DDI_VIOLATION && dxgmap_ddi_operation_row(operation)->harness == 0;
}

static dxgmap_ddi_override *dxgmap_ddi_override_of(uint32_t operation, uint32_t cause)
{
  for (uint32_t i = 0; i < dxgmap_ddi_override_count; i++) {
    if (dxgmap_ddi_overrides[i].operation == operation && dxgmap_ddi_overrides[i].cause == cause) {
      return &dxgmap_ddi_overrides[i];
    }
  }
  return NULL;
}

NTSTATUS dxgmap_ddi_status(uint32_t operation, uint32_t cause)
{
  const dxgmap_ddi_override *o = dxgmap_ddi_override_of(operation, cause);
  return o != NULL ? o->status : dxgmap_ddi_cause_row(cause)->status;
}

uint32_t dxgmap_ddi_override_set(uint32_t operation, uint32_t cause, NTSTATUS status)
{
  dxgmap_ddi_override *o = dxgmap_ddi_override_of(operation, cause);
  if (o == NULL && dxgmap_ddi_override_count == DXGMAP_DDI_OVERRIDES) {
    return DXGMAP_CAUSE_NO_HOST;
  }
  if (o == NULL) {
    o = &dxgmap_ddi_overrides[dxgmap_ddi_override_count];
    dxgmap_ddi_override_count += 1;
  }
  o->operation = operation;
  o->cause = cause;
  o->status = status;
  return DXGMAP_CAUSE_NONE;
}

void dxgmap_ddi_override_reset(void)
{
  dxgmap_ddi_override_count = 0;
}

const char *dxgmap_cause_name(uint32_t cause)
{
  return dxgmap_ddi_cause_row(cause)->name;
}

const char *dxgmap_cause_sentence(uint32_t cause)
{
  return dxgmap_ddi_cause_row(cause)->sentence;
}

const char *dxgmap_operation_name(uint32_t operation)
{
  return dxgmap_ddi_operation_row(operation)->name;
}
/* dxgmap: end model/ddi/status.c */
/* dxgmap: begin model/ddi/stop.c sha256 16ed127413245b7968f642cb97a988baf8b22358609d2e44bd45c9349f8e1f4b */
/* #include "ddi/stop.h" */
/* dxgmap: begin model/ddi/stop.h sha256 6df32d40549a5014f215a34723ba1094abc851db5d73434e162e4fbf4731b2da */
#ifndef DXGMAP_DDI_STOP_H
#define DXGMAP_DDI_STOP_H

/* #include "ddi/system.h" */

/* dxgmap_adapter_stop, for a call site of the caller's. */
uint32_t dxgmap_ddi_stop(HANDLE adapter, uint64_t *leaks, const void *site);

/* When no adapter is started any more: reports the physical memory objects that are left as leaks, and destroys them. */
void dxgmap_ddi_stop_objects(const void *site);

#endif
/* dxgmap: end model/ddi/stop.h */

/* #include "ddi/adapter.h" */
/* #include "ddi/live.h" */
/* #include "ddi/record.h" */
/* #include "ddi/release.h" */

/* A search through what is live for what was not reported as a leak yet. A handler may change what is live between two
   reports: then it begins again. */
typedef struct {
  uint64_t among;  /* as of dxgmap_ddi_live */
  uint64_t ending; /* the adapter that it has to end with */
  uint32_t cursor;
  uint64_t last; /* what is right before the cursor */
} dxgmap_ddi_search;

static dxgmap_ddi_record *dxgmap_ddi_next_leak(dxgmap_ddi_search *s)
{
  if (s->cursor > 0 && dxgmap_ddi_live(s->among, s->cursor - 1).handle != s->last) {
    s->cursor = 0;
  }
  for (;;) {
    dxgmap_live live = dxgmap_ddi_live(s->among, s->cursor);
    if (live.status != DXGMAP_OK) {
      return NULL;
    }
    dxgmap_ddi_record *record = dxgmap_ddi_record_find(live.handle);
    s->cursor += 1;
    s->last = live.handle;
    if (record->adapter == s->ending && record->leaked == 0) {
      return record;
    }
  }
}

static const char *dxgmap_ddi_leak_detail(uint32_t kind)
{
  switch (kind) {
  case DXGMAP_MAPPING_ADL:
    return "the ADL was never freed";
  case DXGMAP_MAPPING_OBJECT:
    return "the object was never destroyed; it is now, with the views of it";
  case DXGMAP_MAPPING_ADAPTER_OBJECT:
    return "the adapter object was never closed";
  case DXGMAP_MAPPING_OBJECT_VIEW:
    return "the view was never unmapped";
  default:
    return "";
  }
}

static void dxgmap_ddi_note_leak(dxgmap_ddi_call *call, dxgmap_ddi_record *record, uint64_t *leaks)
{
  uint32_t video = record->kind == DXGMAP_MAPPING_VIDEO;
  record->leaked = 1;
  *leaks += video ? 0 : 1;
  dxgmap_ddi_note *note = dxgmap_ddi_also(call, video ? DXGMAP_CAUSE_LIVE_AT_END : DXGMAP_CAUSE_LEAK, record->mapping);
  dxgmap_ddi_detail(note, dxgmap_ddi_leak_detail(record->kind));
  dxgmap_ddi_check_mdl(call, record);
}

/* The live mappings of an adapter, linked by `stopped`. */
static dxgmap_ddi_record *dxgmap_ddi_all_live(uint64_t adapter)
{
  dxgmap_ddi_record *all = NULL;
  dxgmap_live live = dxgmap_ddi_live(adapter, 0);
  for (uint32_t cursor = 1; live.status == DXGMAP_OK; cursor++) {
    dxgmap_ddi_record *record = dxgmap_ddi_record_find(live.handle);
    record->stopped = all;
    all = record;
    live = dxgmap_ddi_live(adapter, cursor);
  }
  return all;
}

/* The live objects, or the live views of them, that end with an adapter, linked by `stopped`. */
static dxgmap_ddi_record *dxgmap_ddi_all_ending(uint64_t adapter, uint32_t kind)
{
  dxgmap_ddi_record *all = NULL;
  dxgmap_live live = dxgmap_ddi_live(0, 0);
  for (uint32_t cursor = 1; live.status == DXGMAP_OK; cursor++) {
    dxgmap_ddi_record *record = dxgmap_ddi_record_find(live.handle);
    if (record->kind == kind && record->adapter == adapter) {
      record->stopped = all;
      all = record;
    }
    live = dxgmap_ddi_live(0, cursor);
  }
  return all;
}

/* When nobody has them open any more. */
static void dxgmap_ddi_end_objects(uint64_t adapter, const void *site)
{
  dxgmap_ddi_record *all = dxgmap_ddi_all_ending(adapter, DXGMAP_MAPPING_OBJECT_VIEW);
  while (all != NULL) {
    dxgmap_ddi_record *view = all;
    dxgmap_caller owner = {DXGMAP_PASSIVE_LEVEL, view->process};
    all = view->stopped;
    (void)dxgmap_op_unmap_object(dxgmap_ddi.state, owner, view->parent, view->at * PAGE_SIZE, view->pages * PAGE_SIZE);
    dxgmap_ddi_take_back(view, site);
  }
  all = dxgmap_ddi_all_ending(adapter, DXGMAP_MAPPING_OBJECT);
  while (all != NULL) {
    dxgmap_ddi_record *object = all;
    dxgmap_caller anybody = {DXGMAP_PASSIVE_LEVEL, 0};
    all = object->stopped;
    (void)dxgmap_op_destroy(dxgmap_ddi.state, anybody, object->mapping);
    dxgmap_ddi_take_back(object, site);
  }
}

static uint32_t dxgmap_ddi_stop_now(const dxgmap_ddi_call *call)
{
  dxgmap_ddi_record *all = dxgmap_ddi_all_live(call->adapter);
  uint32_t cause = dxgmap_op_stop(dxgmap_ddi.state, call->adapter);
  if (cause != DXGMAP_OK) {
    return cause;
  }
  while (all != NULL) {
    dxgmap_ddi_record *record = all;
    all = record->stopped;
    dxgmap_ddi_take_back(record, call->site);
  }
  dxgmap_ddi_end_objects(call->adapter, call->site);
  dxgmap_ddi_adapter_release(dxgmap_ddi_adapter_of(call->adapter));
  return DXGMAP_CAUSE_NONE;
}

/* What is not reported yet; NULL when all is, or when there is no such adapter. */
static dxgmap_ddi_record *dxgmap_ddi_stop_search(uint64_t adapter, dxgmap_ddi_search *mappings,
                                                 dxgmap_ddi_search *objects)
{
  if (dxgmap_ddi_adapter_of(adapter) == NULL) {
    return NULL;
  }
  dxgmap_ddi_record *record = dxgmap_ddi_next_leak(mappings);
  return record != NULL ? record : dxgmap_ddi_next_leak(objects);
}

/* The step itself is made under the same lock that found nothing left to report. */
uint32_t dxgmap_ddi_stop(HANDLE adapter, uint64_t *leaks, const void *site)
{
  uint64_t handle = (uint64_t)(uintptr_t)adapter;
  uint64_t count = 0;
  dxgmap_ddi_search mappings = {handle, handle, 0, 0};
  dxgmap_ddi_search objects = {0, handle, 0, 0};
  for (;;) {
    dxgmap_ddi_call call;
    if (!dxgmap_ddi_enter(&call, DXGMAP_OPERATION_STOP, adapter, site)) {
      return DXGMAP_CAUSE_NOT_OPEN;
    }
    dxgmap_ddi_record *record = dxgmap_ddi_stop_search(handle, &mappings, &objects);
    if (record == NULL) {
      uint32_t cause = dxgmap_ddi_stop_now(&call);
      (void)dxgmap_ddi_leave(&call, cause);
      if (cause == DXGMAP_CAUSE_NONE && leaks != NULL) {
        *leaks = count;
      }
      return cause;
    }
    dxgmap_ddi_note_leak(&call, record, &count);
    (void)dxgmap_ddi_leave(&call, DXGMAP_CAUSE_NONE);
  }
}

uint32_t dxgmap_adapter_stop(HANDLE adapter, uint64_t *leaks)
{
  return dxgmap_ddi_stop(adapter, leaks, DXGMAP_DDI_SITE);
}

void dxgmap_ddi_stop_objects(const void *site)
{
  uint64_t count = 0;
  dxgmap_ddi_search objects = {0, 0, 0, 0};
  for (;;) {
    dxgmap_ddi_call call;
    if (!dxgmap_ddi_enter(&call, DXGMAP_OPERATION_CLOSE, NULL, site)) {
      return;
    }
    dxgmap_ddi_record *record = dxgmap_ddi_next_leak(&objects);
    if (record == NULL) {
      dxgmap_ddi_end_objects(0, site);
      (void)dxgmap_ddi_leave(&call, DXGMAP_CAUSE_NONE);
      return;
    }
    dxgmap_ddi_note_leak(&call, record, &count);
    (void)dxgmap_ddi_leave(&call, DXGMAP_CAUSE_NONE);
  }
}
/* dxgmap: end model/ddi/stop.c */
/* dxgmap: begin model/ddi/system.c sha256 6d8a8f70cc21242cf41d6a706e855e5a4a5d05aa197c2c4ca818942b394c1e9b */
/* #include "ddi/system.h" */

#include <string.h>

/* #include "ddi/fault.h" */
/* #include "ddi/mdls.h" */
/* #include "ddi/record.h" */
/* #include "ddi/report.h" */
/* #include "ddi/status.h" */
/* #include "ddi/stop.h" */

#define DXGMAP_DDI_PAGES_DEFAULT ((uint64_t)1 << 20)
#define DXGMAP_DDI_LOW_RESERVED ((uint64_t)256) /* of a machine that has them to spare */
#define DXGMAP_DDI_KERNEL_PAGES_MAX ((uint64_t)1 << 24)
#define DXGMAP_DDI_REMEMBERED_DEFAULT ((uint64_t)1024)
#define DXGMAP_DDI_QUARANTINE_DEFAULT ((uint64_t)1024)

dxgmap_ddi_system dxgmap_ddi;

dxgmap_ddi_adapter *dxgmap_ddi_adapter_of(uint64_t handle)
{
  for (uint32_t i = 0; i < DXGMAP_ADAPTERS; i++) {
    if (handle != 0 && dxgmap_ddi.adapter[i].handle == handle) {
      return &dxgmap_ddi.adapter[i];
    }
  }
  return NULL;
}

void dxgmap_ddi_blame_size(dxgmap_ddi_call *call, uint32_t cause, uint32_t index, uint64_t size, uint64_t offset)
{
  const dxgmap_ddi_adapter *a = dxgmap_ddi_adapter_of(call->adapter);
  if (cause == DXGMAP_BAD_INDEX) {
    dxgmap_ddi_detail_numbers(&call->subject, "PhysicalAdapterIndex is ", index, ", the chain has ", a->chain);
  }
  if (cause == DXGMAP_BAD_SIZE) {
    dxgmap_ddi_detail_numbers(&call->subject, "the size is ", size, " bytes, the offset ", offset);
  }
  if (cause == DXGMAP_TOO_LARGE) {
    dxgmap_ddi_detail_numbers(&call->subject, "the range would end at ", offset + size, ", the save area at ",
                              a->save_bytes[index]);
  }
}

uint64_t dxgmap_ddi_choose(uint64_t below)
{
  dxgmap_ddi.choices += 0x9E3779B97F4A7C15u;
  uint64_t mixed = (dxgmap_ddi.choices ^ (dxgmap_ddi.choices >> 30)) * 0xBF58476D1CE4E5B9u;
  mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBu;
  return (mixed ^ (mixed >> 31)) % below;
}

static uint32_t *dxgmap_ddi_failures(uint32_t operation)
{
  switch (operation) {
  case DXGMAP_OPERATION_MAP_POINTER:
    return &dxgmap_ddi.fail_pointers;
  case DXGMAP_OPERATION_ALLOCATE_ADL:
    return &dxgmap_ddi.fail_adls;
  case DXGMAP_OPERATION_MAP_OBJECT:
    return &dxgmap_ddi.fail_maps;
  default:
    return &dxgmap_ddi.fail_pins;
  }
}

static uint32_t dxgmap_ddi_use_failure(uint32_t *left)
{
  if (*left == 0) {
    return 0;
  }
  *left -= 1;
  return 1;
}

uint32_t dxgmap_ddi_pressed(uint32_t operation, uint32_t index, uint64_t offset, uint64_t bytes)
{
  if (dxgmap_ddi_use_failure(dxgmap_ddi_failures(operation)) != 0) {
    return 1;
  }
  if (dxgmap_ddi.pressure == NULL) {
    return 0;
  }
  return dxgmap_ddi.pressure(operation, index, offset, bytes, dxgmap_ddi.pressure_context) != 0;
}

static uint64_t dxgmap_ddi_or(uint64_t value, uint64_t otherwise)
{
  return value != 0 ? value : otherwise;
}

static uint64_t dxgmap_ddi_installed(const dxgmap_system_description *d)
{
  uint64_t most = DXGMAP_PAGES;
  uint64_t usual = most < DXGMAP_DDI_PAGES_DEFAULT ? most : DXGMAP_DDI_PAGES_DEFAULT;
  return dxgmap_ddi_or(d->installed_pages, usual);
}

static uint32_t dxgmap_ddi_check(const dxgmap_system_description *d)
{
  int pages = dxgmap_ddi_installed(d) <= DXGMAP_PAGES;
  int policies = d->fault_policy <= DXGMAP_FAULT_POISON && d->violation_policy <= DXGMAP_VIOLATION_ABORT;
  return pages && policies ? DXGMAP_CAUSE_NONE : DXGMAP_CAUSE_BAD_ARGUMENT;
}

static dxgmap_host_result dxgmap_ddi_open_host(const dxgmap_system_description *d)
{
  dxgmap_host_config config;
  uint64_t pages = dxgmap_ddi_installed(d);
  memset(&config, 0, sizeof(config));
  config.pages = pages;
  config.low_reserved = pages >= 16 * DXGMAP_DDI_LOW_RESERVED ? DXGMAP_DDI_LOW_RESERVED : 1;
  config.kernel_pages = 2 * pages < DXGMAP_DDI_KERNEL_PAGES_MAX ? 2 * pages : DXGMAP_DDI_KERNEL_PAGES_MAX;
  config.quarantine = dxgmap_ddi_or(d->quarantine_pages, DXGMAP_DDI_QUARANTINE_DEFAULT);
  config.released_stacks = dxgmap_ddi_or(d->remembered, DXGMAP_DDI_REMEMBERED_DEFAULT);
  config.seed = d->seed;
  return dxgmap_host_open(&config);
}

static void dxgmap_ddi_set_up(const dxgmap_system_description *d, dxgmap_state *state, uint32_t window)
{
  memset(&dxgmap_ddi, 0, sizeof(dxgmap_ddi));
  dxgmap_ddi.state = state;
  dxgmap_ddi.window.id = window;
  dxgmap_ddi.window.base = dxgmap_host_window_base(window);
  dxgmap_ddi.installed_pages = dxgmap_ddi_installed(d);
  dxgmap_ddi.commit_pages = dxgmap_ddi_or(d->commit_pages, dxgmap_ddi.installed_pages);
  dxgmap_ddi.quarantine_pages = dxgmap_ddi_or(d->quarantine_pages, DXGMAP_DDI_QUARANTINE_DEFAULT);
  dxgmap_ddi.choices = d->seed;
  dxgmap_ddi_report_open(d->handler, d->context, d->violation_policy);
  dxgmap_ddi_override_reset();
}

static void dxgmap_ddi_tear_down(dxgmap_state *state)
{
  dxgmap_ddi_records_close();
  dxgmap_ddi_mdls_close();
  dxgmap_host_unreserve(state, sizeof(dxgmap_state));
  dxgmap_host_close();
}

static uint32_t dxgmap_ddi_open(const dxgmap_system_description *d)
{
  if (dxgmap_ddi.state != NULL) {
    return DXGMAP_CAUSE_NOT_OPEN;
  }
  uint32_t cause = dxgmap_ddi_check(d);
  if (cause != DXGMAP_CAUSE_NONE) {
    return cause;
  }
  if (dxgmap_ddi_open_host(d) != DXGMAP_HOST_OK) {
    return DXGMAP_CAUSE_NO_HOST;
  }
  dxgmap_state *state = dxgmap_host_reserve(sizeof(dxgmap_state));
  uint64_t remembered = dxgmap_ddi_or(d->remembered, DXGMAP_DDI_REMEMBERED_DEFAULT);
  uint64_t quarantine = dxgmap_ddi_or(d->quarantine_pages, DXGMAP_DDI_QUARANTINE_DEFAULT);
  uint32_t window;
  if (state == NULL || !dxgmap_ddi_records_open(remembered) || !dxgmap_ddi_mdls_open() ||
      dxgmap_host_window_open(DXGMAP_WINDOW, quarantine, &window) != DXGMAP_HOST_OK) {
    dxgmap_ddi_tear_down(state);
    return DXGMAP_CAUSE_NO_HOST;
  }
  dxgmap_ddi_set_up(d, state, window);
  return DXGMAP_CAUSE_NONE;
}

uint32_t dxgmap_open(const dxgmap_system_description *description)
{
  static const dxgmap_system_description usual;
  const dxgmap_system_description *d = description != NULL ? description : &usual;
  dxgmap_host_lock();
  uint32_t cause = dxgmap_ddi_open(d);
  dxgmap_host_unlock();
  if (cause == DXGMAP_CAUSE_NONE && !dxgmap_ddi_faults_open(d->fault_policy)) {
    dxgmap_close();
    return DXGMAP_CAUSE_NO_HOST;
  }
  return cause;
}

/* One that is started; NULL when none is. */
static HANDLE dxgmap_ddi_any_adapter(void)
{
  uint64_t handle = 0;
  dxgmap_host_lock();
  for (uint32_t i = 0; i < DXGMAP_ADAPTERS && handle == 0; i++) {
    handle = dxgmap_ddi.adapter[i].handle;
  }
  dxgmap_host_unlock();
  return (HANDLE)(uintptr_t)handle;
}

void dxgmap_close(void)
{
  const void *site = DXGMAP_DDI_SITE;
  for (HANDLE adapter = dxgmap_ddi_any_adapter(); adapter != NULL; adapter = dxgmap_ddi_any_adapter()) {
    (void)dxgmap_ddi_stop(adapter, NULL, site);
  }
  dxgmap_ddi_stop_objects(site);
  dxgmap_host_lock();
  dxgmap_state *state = dxgmap_ddi.state;
  dxgmap_ddi.state = NULL;
  dxgmap_host_unlock();
  if (state == NULL) {
    return;
  }
  dxgmap_ddi_faults_close();
  dxgmap_host_lock();
  dxgmap_ddi_tear_down(state);
  dxgmap_host_unlock();
}

void dxgmap_set_process(uint64_t process)
{
  dxgmap_host_set_process(process);
}

uint64_t dxgmap_process(void)
{
  return dxgmap_host_process();
}

uint32_t dxgmap_set_status(uint32_t operation, uint32_t cause, NTSTATUS status)
{
  if (NT_SUCCESS(status) || operation >= DXGMAP_OPERATIONS || cause == DXGMAP_CAUSE_NONE) {
    return DXGMAP_CAUSE_BAD_ARGUMENT;
  }
  dxgmap_host_lock();
  uint32_t answer = dxgmap_ddi_override_set(operation, cause, status);
  dxgmap_host_unlock();
  return answer;
}

void dxgmap_reset_statuses(void)
{
  dxgmap_host_lock();
  dxgmap_ddi_override_reset();
  dxgmap_host_unlock();
}

void dxgmap_fail_next(uint32_t pins, uint32_t pointers)
{
  dxgmap_host_lock();
  dxgmap_ddi.fail_pins = pins;
  dxgmap_ddi.fail_pointers = pointers;
  dxgmap_host_unlock();
}

void dxgmap_fail_next_objects(uint32_t adls, uint32_t maps)
{
  dxgmap_host_lock();
  dxgmap_ddi.fail_adls = adls;
  dxgmap_ddi.fail_maps = maps;
  dxgmap_host_unlock();
}

void dxgmap_set_pressure(dxgmap_pressure *pressure, void *context)
{
  dxgmap_host_lock();
  dxgmap_ddi.pressure = pressure;
  dxgmap_ddi.pressure_context = context;
  dxgmap_host_unlock();
}
/* dxgmap: end model/ddi/system.c */
/* dxgmap: begin model/ddi/unmodelled.c sha256 b5bacc3279edfefe733c4e7e0d803eb82c0e45a0df1076a6cecada1fb5f8d435 */
/* #include "ddi/unmodelled.h" */

/* #include "ddi/call.h" */

static NTSTATUS dxgmap_ddi_unmodelled(const char *member, HANDLE adapter, const void *site)
{
  dxgmap_ddi_call call;
  (void)dxgmap_ddi_enter(&call, DXGMAP_OPERATION_NOT_MODELLED, adapter, site);
  dxgmap_ddi_detail(&call.subject, member);
  return dxgmap_ddi_leave(&call, DXGMAP_CAUSE_NOT_MODELLED);
}

/* Members whose argument structures the headers do not describe: callable whatever the driver passes. */
#define DXGMAP_DDI_UNDESCRIBED(list)                                                                               \
  list(DxgkCbQueryServices) list(DxgkCbIsDevicePresent) list(DxgkCbGetHandleParent) list(DxgkCbEnumHandleChildren) \
      list(DxgkCbQueryVidPnInterface) list(DxgkCbQueryMonitorInterface) list(DxgkCbGetCaptureAddress)              \
          list(DxgkCbLogEtwEvent) list(DxgkCbExcludeAdapterAccess) list(DxgkCbCreateContextAllocation)             \
              list(DxgkCbDestroyContextAllocation) list(DxgkCbSetPowerComponentActive)                             \
                  list(DxgkCbSetPowerComponentIdle) list(DxgkCbPowerRuntimeControlRequest)                         \
                      list(DxgkCbSetPowerComponentLatency) list(DxgkCbSetPowerComponentResidency)                  \
                          list(DxgkCbCompleteFStateTransition) list(DxgkCbCompletePStateTransition)                \
                              list(DxgkCbMapContextAllocation) list(DxgkCbUpdateContextAllocation)                 \
                                  list(DxgkCbReserveGpuVirtualAddressRange) list(DxgkCbAcquireHandleData)          \
                                      list(DxgkCbReleaseHandleData) list(DxgkCbHardwareContentProtectionTeardown)  \
                                          list(DxgkCbMultiPlaneOverlayDisabled) list(DxgkCbMitigatedRangeUpdate)   \
                                              list(DxgkCbInvalidateHwContext) list(DxgkCbIndicateConnectorChange)  \
                                                  list(DxgkCbUnblockUEFIFrameBufferRanges)                         \
                                                      list(DxgkCbAcquirePostDisplayOwnership2)                     \
                                                          list(DxgkCbSetProtectedSessionStatus)                    \
                                                              list(DxgkCbReportDiagnostic) list(DxgkCbSignalEvent) \
                                                                  list(DxgkCbIsFeatureEnabled)                     \
                                                                      list(DxgkCbSaveMemoryForHotUpdate)           \
                                                                          list(DxgkCbNotifyCursorSupportChange)    \
                                                                              list(DxgkCbQueryFeatureSupport)      \
                                                                                  list(DxgkCbDisconnectDoorbell)

#define DXGMAP_DDI_DEFINE(member)                                 \
  static NTSTATUS dxgmap_ddi_##member(void)                       \
  {                                                               \
    return dxgmap_ddi_unmodelled(#member, NULL, DXGMAP_DDI_SITE); \
  }
DXGMAP_DDI_UNDESCRIBED(DXGMAP_DDI_DEFINE)

static NTSTATUS dxgmap_ddi_DxgkCbEvalAcpiMethod(HANDLE DeviceHandle, ULONG DeviceUid,
                                                struct _ACPI_EVAL_INPUT_BUFFER_COMPLEX *AcpiInputBuffer,
                                                ULONG AcpiInputSize, struct _ACPI_EVAL_OUTPUT_BUFFER *AcpiOutputBuffer,
                                                ULONG AcpiOutputSize)
{
  (void)DeviceUid;
  (void)AcpiInputBuffer;
  (void)AcpiInputSize;
  (void)AcpiOutputBuffer;
  (void)AcpiOutputSize;
  return dxgmap_ddi_unmodelled("DxgkCbEvalAcpiMethod", DeviceHandle, DXGMAP_DDI_SITE);
}

static NTSTATUS dxgmap_ddi_DxgkCbIndicateChildStatus(HANDLE DeviceHandle, struct _DXGK_CHILD_STATUS *ChildStatus)
{
  (void)ChildStatus;
  return dxgmap_ddi_unmodelled("DxgkCbIndicateChildStatus", DeviceHandle, DXGMAP_DDI_SITE);
}

static BOOLEAN dxgmap_ddi_DxgkCbQueueDpc(HANDLE DeviceHandle)
{
  (void)dxgmap_ddi_unmodelled("DxgkCbQueueDpc", DeviceHandle, DXGMAP_DDI_SITE);
  return FALSE;
}

static NTSTATUS dxgmap_ddi_DxgkCbReadDeviceSpace(HANDLE DeviceHandle, ULONG DataType, PVOID Buffer, ULONG Offset,
                                                 ULONG Length, PULONG BytesRead)
{
  (void)DataType;
  (void)Buffer;
  (void)Offset;
  (void)Length;
  (void)BytesRead;
  return dxgmap_ddi_unmodelled("DxgkCbReadDeviceSpace", DeviceHandle, DXGMAP_DDI_SITE);
}

static NTSTATUS dxgmap_ddi_DxgkCbWriteDeviceSpace(HANDLE DeviceHandle, ULONG DataType, PVOID Buffer, ULONG Offset,
                                                  ULONG Length, PULONG BytesWritten)
{
  (void)DataType;
  (void)Buffer;
  (void)Offset;
  (void)Length;
  (void)BytesWritten;
  return dxgmap_ddi_unmodelled("DxgkCbWriteDeviceSpace", DeviceHandle, DXGMAP_DDI_SITE);
}

static NTSTATUS dxgmap_ddi_DxgkCbSynchronizeExecution(HANDLE DeviceHandle, PKSYNCHRONIZE_ROUTINE SynchronizeRoutine,
                                                      PVOID Context, ULONG MessageNumber, PBOOLEAN ReturnValue)
{
  (void)SynchronizeRoutine;
  (void)Context;
  (void)MessageNumber;
  (void)ReturnValue;
  return dxgmap_ddi_unmodelled("DxgkCbSynchronizeExecution", DeviceHandle, DXGMAP_DDI_SITE);
}

static PVOID dxgmap_ddi_DxgkCbGetHandleData(const struct _DXGKARGCB_GETHANDLEDATA *pGetHandleData)
{
  (void)pGetHandleData;
  (void)dxgmap_ddi_unmodelled("DxgkCbGetHandleData", NULL, DXGMAP_DDI_SITE);
  return NULL;
}

static VOID dxgmap_ddi_DxgkCbNotifyInterrupt(IN_CONST_HANDLE hAdapter,
                                             const struct _DXGKARGCB_NOTIFY_INTERRUPT_DATA *pNotifyData)
{
  (void)pNotifyData;
  (void)dxgmap_ddi_unmodelled("DxgkCbNotifyInterrupt", hAdapter, DXGMAP_DDI_SITE);
}

static VOID dxgmap_ddi_DxgkCbNotifyDpc(IN_CONST_HANDLE hAdapter)
{
  (void)dxgmap_ddi_unmodelled("DxgkCbNotifyDpc", hAdapter, DXGMAP_DDI_SITE);
}

static NTSTATUS dxgmap_ddi_DxgkCbAcquirePostDisplayOwnership(HANDLE DeviceHandle,
                                                             struct _DXGK_DISPLAY_INFORMATION *DisplayInfo)
{
  (void)DisplayInfo;
  return dxgmap_ddi_unmodelled("DxgkCbAcquirePostDisplayOwnership", DeviceHandle, DXGMAP_DDI_SITE);
}

void dxgmap_ddi_fill_unmodelled(DXGKRNL_INTERFACE *dxgkrnl)
{
#define DXGMAP_DDI_POINT(member) dxgkrnl->member = (DXGMAP_UNDESCRIBED_CALLBACK)dxgmap_ddi_##member;
  DXGMAP_DDI_UNDESCRIBED(DXGMAP_DDI_POINT)
  dxgkrnl->DxgkCbEvalAcpiMethod = dxgmap_ddi_DxgkCbEvalAcpiMethod;
  dxgkrnl->DxgkCbIndicateChildStatus = dxgmap_ddi_DxgkCbIndicateChildStatus;
  dxgkrnl->DxgkCbQueueDpc = dxgmap_ddi_DxgkCbQueueDpc;
  dxgkrnl->DxgkCbReadDeviceSpace = dxgmap_ddi_DxgkCbReadDeviceSpace;
  dxgkrnl->DxgkCbSynchronizeExecution = dxgmap_ddi_DxgkCbSynchronizeExecution;
  dxgkrnl->DxgkCbWriteDeviceSpace = dxgmap_ddi_DxgkCbWriteDeviceSpace;
  dxgkrnl->DxgkCbGetHandleData = dxgmap_ddi_DxgkCbGetHandleData;
  dxgkrnl->DxgkCbNotifyInterrupt = dxgmap_ddi_DxgkCbNotifyInterrupt;
  dxgkrnl->DxgkCbNotifyDpc = dxgmap_ddi_DxgkCbNotifyDpc;
  dxgkrnl->DxgkCbAcquirePostDisplayOwnership = dxgmap_ddi_DxgkCbAcquirePostDisplayOwnership;
}
/* dxgmap: end model/ddi/unmodelled.c */
/* dxgmap: begin model/ddi/video.c sha256 6d1aea8bd3d080924fac35f95137dd5148324a94fc4156faf5e5e307b6e97814 */
/* #include "ddi/extension.h" */
/* dxgmap: begin model/ddi/extension.h sha256 7229c82657b882003f10a999a0b5ad418917dbd3557fdd95165c1fd18e0f942c */
#ifndef DXGMAP_DDI_EXTENSION_H
#define DXGMAP_DDI_EXTENSION_H

/* #include "ddi/system.h" */

/* The adapter whose video miniport has this HwDeviceExtension; NULL when none has. */
dxgmap_ddi_adapter *dxgmap_ddi_adapter_of_extension(const void *extension);

#endif
/* dxgmap: end model/ddi/extension.h */

#include <string.h>

/* #include "ddi/status.h" */
/* #include "ddi/view.h" */
/* dxgmap: begin model/ddi/view.h sha256 451dfee39c912cf736386ac2b485a1164e966adc0cbc84a27c37f8d36e59bbb4 */
#ifndef DXGMAP_DDI_VIEW_H
#define DXGMAP_DDI_VIEW_H

/* #include "ddi/system.h" */

/* CPU views of an adapter's resources, for DxgkCbMapMemory and VideoPortMapMemory alike. */

/* Makes the view; `*address` is written on success. */
uint32_t dxgmap_ddi_map_view(dxgmap_ddi_call *call, dxgmap_view_request *request, void **address);

/* Releases what the core finds at the address. An address of the adapter's window is in memory space, one below the
   number of ports in I/O space. */
uint32_t dxgmap_ddi_unmap_view(dxgmap_ddi_call *call, uint32_t kind, void *address, uint64_t process);

#endif
/* dxgmap: end model/ddi/view.h */
#include "video.h"

/* VideoPortMapMemory, VideoPortUnmapMemory. */

#define DXGMAP_DDI_VIDEO_FLAGS \
  (VIDEO_MEMORY_SPACE_IO | VIDEO_MEMORY_SPACE_USER_MODE | VIDEO_MEMORY_SPACE_DENSE | VIDEO_MEMORY_SPACE_P6CACHE)

dxgmap_ddi_adapter *dxgmap_ddi_adapter_of_extension(const void *extension)
{
  for (uint32_t i = 0; i < DXGMAP_ADAPTERS; i++) {
    if (extension != NULL && dxgmap_ddi.adapter[i].extension == extension) {
      return &dxgmap_ddi.adapter[i];
    }
  }
  return NULL;
}

/* The video port knows two answers (V1). */
static VP_STATUS dxgmap_ddi_video_leave(dxgmap_ddi_call *call, uint32_t cause)
{
  (void)dxgmap_ddi_leave(call, cause);
  return cause == DXGMAP_CAUSE_NONE ? NO_ERROR : ERROR_INVALID_PARAMETER;
}

/* Takes the lock and finds the adapter behind the extension; the core refuses the call when there is none. */
static int dxgmap_ddi_video_enter(dxgmap_ddi_call *call, uint32_t operation, const void *extension, const void *site)
{
  if (!dxgmap_ddi_enter(call, operation, NULL, site)) {
    return 0;
  }
  const dxgmap_ddi_adapter *a = dxgmap_ddi_adapter_of_extension(extension);
  call->adapter = a != NULL ? a->handle : 0;
  return 1;
}

/* V2 lets the length come out rounded up, so it does, wherever a ULONG holds it. */
static ULONG dxgmap_ddi_video_length(ULONG length)
{
  uint64_t rounded = ROUND_TO_PAGES(length);
  return rounded <= MAXULONG ? (ULONG)rounded : length;
}

static uint32_t dxgmap_ddi_video_map(dxgmap_ddi_call *call, PHYSICAL_ADDRESS physical, PULONG length, PULONG space,
                                     PVOID *address)
{
  if (length == NULL || space == NULL || address == NULL) {
    return dxgmap_ddi_bad(call, "Length, InIoSpace or VirtualAddress is NULL");
  }
  if ((*space & ~(ULONG)DXGMAP_DDI_VIDEO_FLAGS) != 0) {
    return dxgmap_ddi_bad(call, "*InIoSpace has a bit that no flag has");
  }
  dxgmap_view_request request;
  memset(&request, 0, sizeof(request));
  request.kind = DXGMAP_MAPPING_VIDEO;
  request.space = (*space & VIDEO_MEMORY_SPACE_IO) != 0 ? DXGMAP_IO_SPACE : DXGMAP_MEMORY_SPACE;
  request.process = (uint64_t)(uintptr_t)*address;
  request.user = request.space == DXGMAP_MEMORY_SPACE && request.process != 0 ? 1 : 0;
  request.cache = (*space & VIDEO_MEMORY_SPACE_P6CACHE) != 0 ? 1 : 0;
  request.physical = (uint64_t)physical.QuadPart;
  request.length = *length;
  uint32_t cause = dxgmap_ddi_map_view(call, &request, address);
  if (cause == DXGMAP_CAUSE_NONE) {
    *length = dxgmap_ddi_video_length(*length);
  }
  return cause;
}

VP_STATUS VideoPortMapMemory(PVOID HwDeviceExtension, PHYSICAL_ADDRESS PhysicalAddress, PULONG Length, PULONG InIoSpace,
                             PVOID *VirtualAddress)
{
  dxgmap_ddi_call call;
  int open = dxgmap_ddi_video_enter(&call, DXGMAP_OPERATION_VIDEO_MAP, HwDeviceExtension, DXGMAP_DDI_SITE);
  return dxgmap_ddi_video_leave(&call,
                                open ? dxgmap_ddi_video_map(&call, PhysicalAddress, Length, InIoSpace, VirtualAddress)
                                     : (uint32_t)DXGMAP_CAUSE_BAD_ADAPTER);
}

VP_STATUS VideoPortUnmapMemory(PVOID HwDeviceExtension, PVOID VirtualAddress, HANDLE ProcessHandle)
{
  dxgmap_ddi_call call;
  int open = dxgmap_ddi_video_enter(&call, DXGMAP_OPERATION_VIDEO_UNMAP, HwDeviceExtension, DXGMAP_DDI_SITE);
  uint64_t process = (uint64_t)(uintptr_t)ProcessHandle;
  return dxgmap_ddi_video_leave(&call, open
                                           ? dxgmap_ddi_unmap_view(&call, DXGMAP_MAPPING_VIDEO, VirtualAddress, process)
                                           : (uint32_t)DXGMAP_CAUSE_BAD_ADAPTER);
}
/* dxgmap: end model/ddi/video.c */
/* dxgmap: begin model/ddi/video_request.c sha256 7dcab3ff99eb5d6137d9f328186e460ded6ddf9de78658b3dbdc165a1e37fdd4 */
#include <string.h>

/* #include "ddi/place.h" */
/* #include "ddi/record.h" */
/* #include "ddi/extension.h" */
#include "video.h"

/* The harness's side of a video miniport: its extension, and requests to its HwVidStartIO, whose answers are judged. */

#define DXGMAP_DDI_PATTERN 0xA5 /* behind the input, in the buffer that input and output share */

typedef struct {
  dxgmap_start_io *start_io;
  PVOID extension;
  uint64_t base_mapping; /* of an unmap: the live view whose base is asked to be released, or 0 */
  uint32_t views;        /* live video port views before the request */
  VIDEO_REQUEST_PACKET packet;
  STATUS_BLOCK status;
} dxgmap_ddi_video_request;

static uint32_t dxgmap_ddi_video_attach(const dxgmap_ddi_call *call, size_t bytes, dxgmap_start_io *start_io,
                                        PVOID *extension)
{
  dxgmap_ddi_adapter *a = dxgmap_ddi_adapter_of(call->adapter);
  if (a == NULL) {
    return DXGMAP_CAUSE_BAD_ADAPTER;
  }
  if (bytes == 0 || extension == NULL || a->extension != NULL) {
    return DXGMAP_CAUSE_BAD_ARGUMENT;
  }
  a->extension = dxgmap_host_allocate(bytes);
  if (a->extension == NULL) {
    return DXGMAP_CAUSE_NO_HOST;
  }
  a->extension_bytes = bytes;
  a->start_io = start_io;
  *extension = a->extension;
  return DXGMAP_CAUSE_NONE;
}

uint32_t dxgmap_video_attach(HANDLE adapter, size_t bytes, dxgmap_start_io *start_io, PVOID *extension)
{
  dxgmap_ddi_call call;
  if (!dxgmap_ddi_enter(&call, DXGMAP_OPERATION_LIVE, adapter, DXGMAP_DDI_SITE)) {
    return DXGMAP_CAUSE_NOT_OPEN;
  }
  uint32_t cause = dxgmap_ddi_video_attach(&call, bytes, start_io, extension);
  (void)dxgmap_ddi_leave(&call, cause);
  return cause;
}

static uint32_t dxgmap_ddi_video_views(uint64_t adapter)
{
  uint32_t views = 0;
  dxgmap_live live = dxgmap_op_live(dxgmap_ddi.state, adapter, 0);
  for (uint32_t cursor = 1; live.status == DXGMAP_OK; cursor++) {
    views += live.descriptor.kind == DXGMAP_MAPPING_VIDEO ? 1 : 0;
    live = dxgmap_op_live(dxgmap_ddi.state, adapter, cursor);
  }
  return views;
}

/* The live video port view that holds [base, base + length), rounded up as the map says it; NULL when none does. */
static const dxgmap_ddi_record *dxgmap_ddi_video_view_of(uint64_t adapter, const void *base, uint64_t length)
{
  dxgmap_host_location where = dxgmap_host_locate(base);
  const dxgmap_ddi_record *record = dxgmap_ddi_record_find(where.owner);
  if (where.place != DXGMAP_HOST_PLACE_LIVE || record == NULL || record->kind != DXGMAP_MAPPING_VIDEO ||
      record->adapter != adapter) {
    return NULL;
  }
  uint64_t offset = (uint64_t)((const uint8_t *)base - (const uint8_t *)record->address);
  uint64_t whole = ROUND_TO_PAGES(record->length);
  return offset < whole && length <= whole - offset ? record : NULL;
}

static const char *dxgmap_ddi_judge_ranges(const dxgmap_ddi_call *call, const VIDEO_MEMORY_INFORMATION *info)
{
  uint64_t ram = (uint64_t)(uintptr_t)info->VideoRamBase;
  uint64_t frame = (uint64_t)(uintptr_t)info->FrameBufferBase;
  if (dxgmap_ddi_video_view_of(call->adapter, info->VideoRamBase, info->VideoRamLength) == NULL) {
    return "IOCTL-6: the video RAM that is returned does not lie inside a live view of the video port";
  }
  if (frame < ram || frame - ram > info->VideoRamLength ||
      info->FrameBufferLength > info->VideoRamLength - (frame - ram)) {
    return "IOCTL-7: the frame buffer that is returned does not lie inside the video RAM";
  }
  return NULL;
}

static const char *dxgmap_ddi_judge_map(const dxgmap_ddi_call *call, const dxgmap_ddi_video_request *r)
{
  LONG status = r->status.Status;
  int small = r->packet.OutputBufferLength < sizeof(VIDEO_MEMORY_INFORMATION) ||
              r->packet.InputBufferLength < sizeof(VIDEO_MEMORY);
  if (small && status != ERROR_INSUFFICIENT_BUFFER && status != ERROR_MORE_DATA) {
    return "IOCTL-4: the buffer is too small, and Status is neither ERROR_INSUFFICIENT_BUFFER nor ERROR_MORE_DATA";
  }
  ULONG_PTR filled = status == NO_ERROR ? sizeof(VIDEO_MEMORY_INFORMATION) : 0;
  if (r->status.Information != filled) {
    return "IOCTL-5: Information is not sizeof(VIDEO_MEMORY_INFORMATION) on success, or not 0 on failure";
  }
  return status == NO_ERROR ? dxgmap_ddi_judge_ranges(call, r->packet.OutputBuffer) : NULL;
}

static const char *dxgmap_ddi_judge_unmap(const dxgmap_ddi_call *call, const dxgmap_ddi_video_request *r)
{
  const dxgmap_ddi_record *asked = dxgmap_ddi_record_find(r->base_mapping);
  if (r->status.Status != NO_ERROR && r->base_mapping != 0) {
    return "IOCTL-8: Status is not NO_ERROR, though the base given is that of a live view";
  }
  if (r->status.Information != 0) {
    return "IOCTL-9: Information was set";
  }
  if (r->status.Status != NO_ERROR) {
    return NULL;
  }
  int released = asked != NULL && asked->live == 0;
  if (!released || dxgmap_ddi_video_views(call->adapter) != r->views - 1) {
    return "IOCTL-10: the view with the given base was not released, or another one was";
  }
  return NULL;
}

static const char *dxgmap_ddi_judge(const dxgmap_ddi_call *call, const dxgmap_ddi_video_request *r)
{
  switch (r->packet.IoControlCode) {
  case IOCTL_VIDEO_MAP_VIDEO_MEMORY:
    return dxgmap_ddi_judge_map(call, r);
  case IOCTL_VIDEO_UNMAP_VIDEO_MEMORY:
    return dxgmap_ddi_judge_unmap(call, r);
  default:
    return NULL;
  }
}

/* What must be known of the state before the miniport runs. */
static uint32_t dxgmap_ddi_video_before(const dxgmap_ddi_call *call, dxgmap_ddi_video_request *r)
{
  const dxgmap_ddi_adapter *a = dxgmap_ddi_adapter_of(call->adapter);
  if (a == NULL) {
    return DXGMAP_CAUSE_BAD_ADAPTER;
  }
  if (a->start_io == NULL) {
    return DXGMAP_CAUSE_BAD_ARGUMENT;
  }
  r->start_io = a->start_io;
  r->extension = a->extension;
  r->views = dxgmap_ddi_video_views(call->adapter);
  if (r->packet.IoControlCode == IOCTL_VIDEO_UNMAP_VIDEO_MEMORY &&
      r->packet.InputBufferLength >= sizeof(VIDEO_MEMORY)) {
    VIDEO_MEMORY input;
    memcpy(&input, r->packet.InputBuffer, sizeof(input));
    const dxgmap_ddi_record *view = dxgmap_ddi_video_view_of(call->adapter, input.RequestedVirtualAddress, 0);
    r->base_mapping = view != NULL && view->address == input.RequestedVirtualAddress ? view->mapping : 0;
  }
  return DXGMAP_CAUSE_NONE;
}

static void dxgmap_ddi_video_pack(dxgmap_ddi_video_request *r, ULONG code, PVOID buffer, ULONG input, ULONG output)
{
  memset(r, 0, sizeof(*r));
  r->packet.IoControlCode = code;
  r->packet.StatusBlock = &r->status;
  r->packet.InputBuffer = buffer;
  r->packet.InputBufferLength = input;
  r->packet.OutputBuffer = buffer;
  r->packet.OutputBufferLength = output;
  if (output > input) {
    memset((PUCHAR)buffer + input, DXGMAP_DDI_PATTERN, output - input);
  }
}

/* Judges the answer; 1 when it earned a report. */
static uint32_t dxgmap_ddi_video_after(HANDLE adapter, const dxgmap_ddi_video_request *r, const void *site)
{
  dxgmap_ddi_call call;
  if (!dxgmap_ddi_enter(&call, DXGMAP_OPERATION_VIDEO_REQUEST, adapter, site)) {
    return 0;
  }
  const char *fault = dxgmap_ddi_judge(&call, r);
  if (fault != NULL) {
    dxgmap_ddi_note *note = dxgmap_ddi_also(&call, DXGMAP_CAUSE_BAD_ANSWER, r->base_mapping);
    dxgmap_ddi_detail(note, fault);
  }
  (void)dxgmap_ddi_leave(&call, DXGMAP_CAUSE_NONE);
  return fault != NULL ? 1 : 0;
}

uint32_t dxgmap_video_send(HANDLE adapter, ULONG io_control_code, PVOID buffer, ULONG input_length, ULONG output_length,
                           dxgmap_video_answer *answer)
{
  const void *site = DXGMAP_DDI_SITE;
  dxgmap_ddi_call call;
  dxgmap_ddi_video_request request;
  if (buffer == NULL || answer == NULL) {
    return DXGMAP_CAUSE_BAD_ARGUMENT;
  }
  dxgmap_ddi_video_pack(&request, io_control_code, buffer, input_length, output_length);
  if (!dxgmap_ddi_enter(&call, DXGMAP_OPERATION_LIVE, adapter, site)) {
    return DXGMAP_CAUSE_NOT_OPEN;
  }
  uint32_t cause = dxgmap_ddi_video_before(&call, &request);
  (void)dxgmap_ddi_leave(&call, cause);
  if (cause != DXGMAP_CAUSE_NONE) {
    return cause;
  }
  answer->handled = request.start_io(request.extension, &request.packet);
  answer->status = request.status.Status;
  answer->information = request.status.Information;
  answer->wrong = dxgmap_ddi_video_after(adapter, &request, site);
  return DXGMAP_CAUSE_NONE;
}
/* dxgmap: end model/ddi/video_request.c */
/* dxgmap: begin model/ddi/view.c sha256 a42fe345fbe706c8987e124c236c4d6b1c49fd16b7bca7d9786718e0e027e268 */
/* #include "ddi/view.h" */

#include <string.h>

/* #include "ddi/place.h" */
/* #include "ddi/release.h" */

/* DxgkCbMapMemory, DxgkCbUnmapMemory. */

static int dxgmap_ddi_view_place(const dxgmap_ddi_adapter *a, const dxgmap_view_request *r, dxgmap_ddi_record *record)
{
  uint64_t first = r->physical / PAGE_SIZE;
  uint64_t span = (r->physical + (r->length - 1)) / PAGE_SIZE - first + 1;
  if (r->space == DXGMAP_IO_SPACE) {
    record->address = (void *)(uintptr_t)r->physical;
    return 1;
  }
  if (!dxgmap_ddi_place_claim(&a->window, record, span)) {
    return 0;
  }
  record->pages = span;
  record->address = a->window.base + record->at * PAGE_SIZE + r->physical % PAGE_SIZE;
  return dxgmap_host_window_place_device(a->window.id, record->at, first, span) == DXGMAP_HOST_OK;
}

static dxgmap_ddi_record *dxgmap_ddi_view_acquire(const dxgmap_ddi_call *call, const dxgmap_view_request *r)
{
  const dxgmap_ddi_adapter *a = dxgmap_ddi_adapter_of(call->adapter);
  dxgmap_ddi_record *record = dxgmap_ddi_record_new(call->site, r->kind, call->adapter, 0, 0);
  if (record == NULL) {
    return NULL;
  }
  record->space = r->space;
  record->physical = r->physical;
  record->length = r->length;
  if (!dxgmap_ddi_view_place(a, r, record)) {
    dxgmap_ddi_place_cancel(record);
    return NULL;
  }
  return record;
}

uint32_t dxgmap_ddi_map_view(dxgmap_ddi_call *call, dxgmap_view_request *request, void **address)
{
  call->subject.address = request->physical;
  uint32_t cause = dxgmap_view_admit(dxgmap_ddi.state, call->who, call->adapter, request);
  if (cause != DXGMAP_OK) {
    dxgmap_ddi_detail_numbers(&call->subject, "the range begins at ", request->physical, ", its length is ",
                              request->length);
    return cause;
  }
  dxgmap_ddi_record *record = dxgmap_ddi_view_acquire(call, request);
  if (record == NULL) {
    return DXGMAP_CAUSE_NO_HOST;
  }
  request->at = record->at;
  dxgmap_outcome outcome = dxgmap_op_map_view(dxgmap_ddi.state, call->who, call->adapter, request);
  cause = dxgmap_ddi_place_settle(record, outcome);
  if (cause != DXGMAP_OK) {
    return cause;
  }
  *address = record->address;
  return DXGMAP_CAUSE_NONE;
}

uint32_t dxgmap_ddi_unmap_view(dxgmap_ddi_call *call, uint32_t kind, void *address, uint64_t process)
{
  const dxgmap_ddi_adapter *a = dxgmap_ddi_adapter_of(call->adapter);
  uint64_t at = a != NULL ? dxgmap_ddi_window_offset(&a->window, address) : DXGMAP_DDI_NOWHERE;
  uint32_t space = DXGMAP_MEMORY_SPACE;
  if ((uint64_t)(uintptr_t)address < DXGMAP_HOST_PORTS) {
    space = DXGMAP_IO_SPACE;
    at = (uint64_t)(uintptr_t)address;
  }
  dxgmap_outcome outcome = dxgmap_op_unmap_view(dxgmap_ddi.state, call->who, call->adapter, kind, space, at, process);
  if (outcome.status == DXGMAP_OK) {
    dxgmap_ddi_give_back(call, dxgmap_ddi_record_find(outcome.handle));
  }
  if (outcome.status == DXGMAP_BAD_ADDRESS || outcome.status == DXGMAP_BAD_PROCESS) {
    dxgmap_ddi_blame_address(call, address);
  }
  return outcome.status;
}

static uint32_t dxgmap_ddi_map_memory(dxgmap_ddi_call *call, dxgmap_view_request *request, PVOID *address)
{
  if (address == NULL) {
    return dxgmap_ddi_bad(call, "VirtualAddress is NULL");
  }
  return dxgmap_ddi_map_view(call, request, address);
}

NTSTATUS DxgkCbMapMemory(HANDLE DeviceHandle, PHYSICAL_ADDRESS TranslatedAddress, ULONG Length, BOOLEAN InIoSpace,
                         BOOLEAN MapToUserMode, MEMORY_CACHING_TYPE CacheType, PVOID *VirtualAddress)
{
  dxgmap_ddi_call call;
  dxgmap_view_request request;
  memset(&request, 0, sizeof(request));
  request.kind = DXGMAP_MAPPING_VIEW;
  request.space = InIoSpace != 0 ? DXGMAP_IO_SPACE : DXGMAP_MEMORY_SPACE;
  request.user = InIoSpace == 0 && MapToUserMode != 0 ? 1 : 0;
  request.cache = (uint32_t)CacheType;
  request.physical = (uint64_t)TranslatedAddress.QuadPart;
  request.length = Length;
  int open = dxgmap_ddi_enter(&call, DXGMAP_OPERATION_MAP_VIEW, DeviceHandle, DXGMAP_DDI_SITE);
  return dxgmap_ddi_leave(&call, open ? dxgmap_ddi_map_memory(&call, &request, VirtualAddress)
                                      : (uint32_t)DXGMAP_CAUSE_BAD_ADAPTER);
}

NTSTATUS DxgkCbUnmapMemory(HANDLE DeviceHandle, PVOID VirtualAddress)
{
  dxgmap_ddi_call call;
  int open = dxgmap_ddi_enter(&call, DXGMAP_OPERATION_UNMAP_VIEW, DeviceHandle, DXGMAP_DDI_SITE);
  return dxgmap_ddi_leave(&call, open ? dxgmap_ddi_unmap_view(&call, DXGMAP_MAPPING_VIEW, VirtualAddress, 0)
                                      : (uint32_t)DXGMAP_CAUSE_BAD_ADAPTER);
}
/* dxgmap: end model/ddi/view.c */

#endif /* DXGMAP_HOST */
