#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# z3-solver 5.2.0 of npm, beside Z3 4.8.12 of Debian 12.
#
# - Who writes down the version of the prover by the number of the package is wrong: the package 5.2.0 has Z3 5.1.0.
# - A formula that Z3 prints is a formula that Z3 reads, one would guess. It reads bv2int and int2bv as ever, and prints
#   them by their names of SMT-LIB 2.7, ubv_to_int and int_to_bv, which Z3 4.8.12 does not know: what the newer one
#   simplified, the older one refuses, and nothing in the input had changed.
# shellcheck source-path=SCRIPTDIR source=common.sh
source "$(dirname "$0")/common.sh"
packages z3-solver@5.2.0
debs z3=4.8.12-3.1

cat >run.js <<'SCRIPT'
const { init } = require("z3-solver");
(async () => {
  const { Z3 } = await init();
  const context = Z3.mk_context(Z3.mk_config());
  process.stdout.write(await Z3.eval_smtlib2_string(context, require("fs").readFileSync(0, "utf8")));
  process.exit(0);
})();
SCRIPT
terms='(declare-const b (_ BitVec 8)) (declare-const x Int)'
newer() { node run.js <<<"$terms $1"; }
older() { z3 -in <<<"$terms $1" 2>&1 || true; }

same 'the version of z3-solver 5.2.0' '(:version "5.1.0")' "$(newer '(get-info :version)')"
same 'the version of the package of Debian' '(:version "4.8.12")' "$(older '(get-info :version)')"
same 'bv2int as Z3 4.8.12 prints it' '(bv2int b)' "$(older '(simplify (bv2int b))')"
printed=$(newer '(simplify (bv2int b))')
same 'the same by z3-solver' '(ubv_to_int b)' "$printed"
same 'int2bv by z3-solver' '((_ int_to_bv 8) x)' "$(newer '(simplify ((_ int2bv 8) x))')"
same 'what z3-solver printed, read by Z3 4.8.12' 'unknown constant ubv_to_int' \
  "$(older "(simplify $printed)" | grep -o 'unknown constant ubv_to_int')"
verdict
