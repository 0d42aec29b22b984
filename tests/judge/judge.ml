(* SPDX-License-Identifier: MIT *)
(* Calls of the extracted machine, made of numbers: the order is that of machine.h. It decides nothing. *)

open Bigarray

type numbers = (int64, int64_elt, c_layout) Array1.t

let two64 = Z.shift_left Z.one 64
let unsigned i =
  if Int64.compare i 0L < 0 then Z.add (Z.of_int64 i) two64
  else if Int64.compare i 0x3FFFFFFFFFFFFFFFL <= 0 then Z.of_int (Int64.to_int i)
  else Z.of_int64 i
let bits z =
  if Z.fits_int z then Int64.of_int (Z.to_int z)
  else if Z.numbits z < 64 then Z.to_int64 z
  else Z.to_int64 (Z.sub (Z.extract z 0 64) two64)

let get (a : numbers) k = unsigned (Array1.get a k)
let small (a : numbers) k =
  let i = Array1.get a k in
  if Int64.compare i 0L < 0 || Int64.compare i 0xFFFFFFFFL > 0 then max_int else Int64.to_int i
let truth (a : numbers) k = not (Int64.equal (Array1.get a k) 0L)
let pick names number otherwise = if number < Array.length names then names.(number) else otherwise

open Machine

(* Numbers of the C; what is no kind is Object, which no call has for an argument. *)
let kinds = [| Object; Pin; Pin2; Mdl; PageList; Contiguous; Pointer; View; Video; Adl; Object; AdapterObject;
               ObjectView; System |]
let statuses = [| Ok; BadAdapter; BadIrql; Exclusive; BadKind; BadIndex; NoSaveArea; BadSize; TooLarge; Pinned;
                  NotPinned; BadCount; BadPage; BadHandle; BadAddress; BadProcess; BadSpace; NotOwned; CacheConflict;
                  PlaceTaken; Pressure; NoSlot; NoRange; NoAdapter; NoCommit; NotVisible; BadResource; Attached;
                  NotExclusive; Blocked; Bypass; Ok (* NO_MORE, which is no call of the machine *); BadMode; Bound;
                  Opened; InUse; NotOfObject; BadFlags; NotLead; Linked; Removed; Asleep; BadPower |]
let place_in names it = (* from behind: the first Object stands for what is no kind, the second Ok for NO_MORE *)
  let rec look k = if names.(k) = it then k else look (k - 1) in
  look (Array.length names - 1)
let number_of_status = function Ok -> 0 | s -> place_in statuses s
let spaces = [| Memory; Ports |]
let memories = [| MdlMemory; ContiguousMemory; Section; IoSpace |]
let kind a k = pick kinds (small a k) Object
let space a k = pick spaces (small a k) NoSpace

let listed a first count =
  let pages = Array.init count (fun k -> get a (first + k)) in
  fun k -> if Z.sign k >= 0 && Z.lt k (Z.of_int count) then pages.(Z.to_int k) else Z.zero

let no_resource = { rspace = NoSpace; start = Z.zero; size = Z.zero }

let start_of sizes a at =
  let chain = min (small a (at + 4)) (Z.to_int sizes.all_chain) in
  let resources = min (small a (at + 8)) (Z.to_int sizes.all_resources) in
  let first = at + 9 + chain in
  let resource k = { rspace = space a (first + (3 * k)); start = get a (first + (3 * k) + 1);
                     size = get a (first + (3 * k) + 2) } in
  let resources_of = Array.init resources resource in
  { smode = pick [| Identity; Remapping |] (small a at) NoMode;
    scapability = pick [| ByMdl; ByAdl |] (small a (at + 1)) NoCapability;
    slinked = truth a (at + 2); waiting = get a (at + 3); schain = get a (at + 4);
    save_bytes = listed a (at + 9) chain; commit_limit = get a (at + 5); installed_pages = get a (at + 6);
    highest_visible = get a (at + 7); resources = get a (at + 8);
    nth_resource = (fun k -> if Z.sign k >= 0 && Z.lt k (Z.of_int resources) then resources_of.(Z.to_int k)
                             else no_resource) }

let x = 8 and o = 9 and h = 10 and address = 11 and process = 12 and bytes = 13 and offset = 14
let index = 17 and user = 24 and view = 25 and count = 40 and pages = 41

let call_of sizes a =
  let g = get a in
  match small a 0 with
  | 0 -> Start (start_of sizes a (pages + small a count))
  | 1 -> Stop (g x)
  | 2 -> Attach (g x)
  | 3 -> ExclusiveBegin (g x)
  | 4 -> ExclusiveEnd (g x)
  | 5 -> PinSave (g x, kind a 18, g index, g bytes)
  | 6 -> UnpinSave (g x, g index)
  | 7 -> MapPages (g x, kind a 18)
  | 8 -> UnmapPages (g x, kind a 18, g h)
  | 9 -> MapPointer (g x, g index, g bytes, g offset)
  | 10 -> UnmapPointer (g x, g index, g address)
  | 11 -> MapView (g x, { vkind = kind a view; vspace = space a (view + 1); vuser = truth a (view + 2);
                          vcache = g (view + 3); vprocess = g (view + 4); vphysical = g (view + 5);
                          vlength = g (view + 6) })
  | 12 -> UnmapView (g x, kind a 18, space a 19, g address, g process)
  | 13 -> Create { omemory = pick memories (small a 33) NoMemory; obound = truth a 34; ocache = g 35;
                   ophysical = g 36; olength = g 37 }
  | 14 -> Open (g o, g x, truth a 22)
  | 15 -> Close (g o)
  | 16 -> Destroy (g o)
  | 17 -> AllocateAdl (g o, g offset, g bytes, truth a 23)
  | 18 -> FreeAdl (g o, g h)
  | 19 -> MapObject (g o, truth a user, g offset, g bytes)
  | 20 -> UnmapObject (g o, g address, g bytes)
  | 21 -> SetPower (g x, pick [| D0; D1; D2; D3 |] (small a index) NoPower)
  | 22 -> Remove (g x)
  | 23 -> Link (g x, g o)
  | 24 -> EndView (g o, g process)
  | 25 -> Translate (g x, g 16)
  | n -> failwith (Printf.sprintf "machine: operation %d is none of the machine's" n)

let caller_of a =
  let n = small a count in
  { irql = get a 5; current = get a 38; strict = truth a 6; pressure = truth a 21; handle_left = truth a 7;
    list = { count = Z.of_int n; nth = listed a pages n };
    offered = get a (if small a 0 = 11 then 32 else 15); slack = get a 20 }

let sizes = ref { all_handles = two64; all_memory = Z.zero; all_logical = Z.zero; all_window = Z.zero;
                  all_chain = Z.zero; all_resources = Z.zero; all_waiting = Z.zero }
let book = ref (nothing ())
let kept = Array.make 16 !book

let judged a =
  let e = caller_of a and c = call_of !sizes a in
  let status = pick statuses (small a 1) Ok in
  let answer = { status1 = status; id = get a 2; where = get a 39; first_page = get a 3; page = get a 4 } in
  judge !sizes !book e c answer

let put_mapping (out : numbers) m =
  let fields = [| Z.of_int (place_in kinds m.kind1); m.on; m.parent; m.index; m.base; m.place; m.span;
                  Z.of_int (match m.space1 with Ports -> 1 | _ -> 0); m.physical; m.length;
                  (if m.user then Z.one else Z.zero); m.process; m.cache;
                  Z.of_int (match m.memory1 with NoMemory -> 0 | it -> place_in memories it);
                  (if m.bound then Z.one else Z.zero); m.captured.count |] in
  Array.iteri (fun k z -> Array1.set out k (bits z)) fields;
  for k = 0 to Z.to_int m.captured.count - 1 do
    Array1.set out (Array.length fields + k) (bits (m.captured.nth (Z.of_int k)))
  done

(* The state in words, whatever the order in which it came about. *)
let digest b =
  let out = Buffer.create 1000 in
  let number z = Buffer.add_string out (Z.to_string z); Buffer.add_char out ' ' in
  let truth x = Buffer.add_char out (if x then 't' else 'f') in
  let each n f = for k = 0 to Z.to_int n - 1 do f (Z.of_int k) done in
  let rec given path = function (* the tree has one shape for one set *)
    | Nobody -> ()
    | One k -> Buffer.add_string out path; number k
    | Split (even, odd) -> given (path ^ "e") even; given (path ^ "o") odd in
  let mapping m =
    List.iter number [ Z.of_int (place_in kinds m.kind1); m.on; m.parent; m.index; m.base; m.place; m.span;
                       Z.of_int (match m.space1 with Memory -> 0 | Ports -> 1 | NoSpace -> 2); m.physical; m.length;
                       m.process; m.cache;
                       Z.of_int (match m.memory1 with NoMemory -> 9 | it -> place_in memories it) ];
    truth m.user; truth m.bound;
    each m.captured.count (fun k -> number (m.captured.nth k)) in
  let adapter a =
    List.iter truth [ a.running; a.mode1 = Identity; a.capability1 = ByMdl; a.linked; a.attached; a.exclusive;
                      a.removed ];
    List.iter number [ a.lead; a.chain; a.owned; a.limit;
                       Z.of_int (match a.power1 with D0 -> 0 | D1 -> 1 | D2 -> 2 | D3 -> 3 | NoPower -> 4) ];
    each a.chain (fun k -> number (a.save k));
    each a.owned (fun k -> let r = a.resource1 k in
                           truth (r.rspace = Memory); number r.start; number r.size) in
  let rec entries = function NoEntry -> [] | Entry (h, m, rest) -> (h, m) :: entries rest in
  let rec domains = function NoDomain -> [] | Domain (x, a, rest) -> (x, a) :: domains rest in
  let sorted l = List.sort (fun (a, _) (b, _) -> Z.compare a b) l in
  given "" b.ever;
  List.iter (fun (h, m) -> number h; mapping m) (sorted (entries b.entries1));
  List.iter (fun (x, a) -> number x; adapter a) (sorted (domains b.domains1));
  number b.charged;
  String.get_int64_le (Digest.string (Buffer.contents out)) 0

let () =
  Callback.register "machine_begin" (fun (a : numbers) ->
      sizes := { all_handles = two64; all_memory = get a 0; all_logical = get a 1; all_window = get a 2;
                 all_chain = get a 3; all_resources = get a 4; all_waiting = get a 5 });
  Callback.register "machine_reset" (fun () -> book := nothing ());
  Callback.register "machine_status" (fun (a : numbers) ->
      number_of_status (status_found !sizes !book (caller_of a) (call_of !sizes a)));
  Callback.register "machine_allows" (fun (a : numbers) ->
      match judged a with Allowed _ -> true | Refused -> false);
  Callback.register "machine_step" (fun (a : numbers) ->
      match judged a with
      | Allowed after -> book := after; true
      | Refused -> false);
  Callback.register "machine_mapping" (fun (a : numbers) ->
      let id = get a 0 in
      let live = live_has !book id (fun _ -> true) in
      if live then put_mapping a (what_of !book id);
      live);
  Callback.register "machine_commit" (fun (a : numbers) -> Array1.set a 0 (bits !book.charged));
  Callback.register "machine_digest" (fun (a : numbers) -> Array1.set a 0 (digest !book));
  Callback.register "machine_keep" (fun n -> kept.(n) <- !book);
  Callback.register "machine_return" (fun n -> book := kept.(n))
