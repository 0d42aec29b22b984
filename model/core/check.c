#include "check.h"

#include "check_adapter.h"

/*@ requires valid: \valid(s) && \valid(scratch);
    requires separated: \separated(s, scratch);
    terminates \true;
    exits \false;
    assigns *scratch;
    ensures iff: \result != 0 <==> AdaptersOk(*s); */
static int dxgmap_check_adapters(const dxgmap_state *s, dxgmap_counts *scratch)
{
  /*@ loop invariant range: 0 <= k <= DXGMAP_ADAPTERS;
      loop invariant ok: \forall integer j; 0 <= j < k ==> AdapterOk(s->adapter[j]);
      loop assigns k, *scratch;
      loop variant DXGMAP_ADAPTERS - k; */
  for (uint32_t k = 0; k < DXGMAP_ADAPTERS; k++) {
    if (!dxgmap_check_adapter(&s->adapter[k], scratch)) return 0;
  }
  return 1;
}

/* How many captured cells of all adapters name page p. */
/*@ requires valid: \valid(s);
    requires page: p < DXGMAP_PAGES;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures sum: \result == LockSum(*s, DXGMAP_ADAPTERS, p); */
static uint64_t dxgmap_check_lock_sum(const dxgmap_state *s, uint32_t p)
{
  uint64_t sum = 0;
  /*@ loop invariant range: 0 <= k <= DXGMAP_ADAPTERS;
      loop invariant sum: sum == LockSum(*s, k, p) && sum <= k * 0xFFFFFFFF;
      loop assigns k, sum;
      loop variant DXGMAP_ADAPTERS - k; */
  for (uint32_t k = 0; k < DXGMAP_ADAPTERS; k++)
    sum += s->adapter[k].domain.counts.count[p];
  return sum;
}

/*@ requires valid: \valid(s);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> Locked(*s); */
static int dxgmap_check_locked(const dxgmap_state *s)
{
  /*@ loop invariant range: 0 <= k <= DXGMAP_PAGES;
      loop invariant locked: \forall integer p; 0 <= p < k ==> s->locks.count[p] == LockSum(*s, DXGMAP_ADAPTERS, p);
      loop assigns k;
      loop variant DXGMAP_PAGES - k; */
  for (uint32_t k = 0; k < DXGMAP_PAGES; k++) {
    if (s->locks.count[k] != dxgmap_check_lock_sum(s, k)) return 0;
  }
  return 1;
}

/*@ requires valid: \valid(s);
    requires charges: \forall integer k; 0 <= k < DXGMAP_ADAPTERS ==> s->adapter[k].charge <= DXGMAP_CHARGE_MAX;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> Charged(*s); */
static int dxgmap_check_charged(const dxgmap_state *s)
{
  uint64_t sum = 0;
  /*@ loop invariant range: 0 <= k <= DXGMAP_ADAPTERS;
      loop invariant sum: sum == ChargeSum(*s, k) && sum <= k * DXGMAP_CHARGE_MAX;
      loop assigns k, sum;
      loop variant DXGMAP_ADAPTERS - k; */
  for (uint32_t k = 0; k < DXGMAP_ADAPTERS; k++)
    sum += s->adapter[k].charge;
  return s->commit == sum;
}

int dxgmap_check(const dxgmap_state *s, dxgmap_counts *scratch)
{
  if (!dxgmap_check_adapters(s, scratch)) return 0;
  /*@ assert adapters: \forall integer k; 0 <= k < DXGMAP_ADAPTERS ==> AdapterOk(s->adapter[k]); */
  return dxgmap_check_locked(s) && dxgmap_check_charged(s);
}
