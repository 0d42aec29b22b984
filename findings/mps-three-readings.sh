#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# GLPK 5.0, lp_solve 5.5.2.5 and CBC 2.10.8 (Debian 12: glpk-utils, lp-solve and coinor-cbc).
#
# MPS is the format in which solvers exchange problems. One would guess that a file that three of them read without a
# complaint is the same problem to all. Of files with one row and one column each:
# - An integer column without a bound is [0, 1] to GLPK and CBC and [0, inf) to lp_solve. With a lower bound of 2 and no
#   other it is [2, 1] to GLPK, which has no answer then, and [2, inf) to the other two.
# - A right-hand side for the objective is a constant, which GLPK and lp_solve add and CBC subtracts.
# - With an upper bound below zero and no lower one, the lower one is minus infinity to CBC and 0 to GLPK and lp_solve,
#   which have no answer then.
# The exit status is 0 throughout, and where there is an answer there is no warning. Who checks one solver by another
# writes every bound, and no constant.
# shellcheck source-path=SCRIPTDIR source=common.sh
source "$(dirname "$0")/common.sh"
debs glpk-utils=5.0-1 libglpk40=5.0-1 libcolamd2 libsuitesparseconfig5 libamd2 libltdl7 lp-solve=5.5.2.5-2 \
  coinor-cbc=2.10.8+ds1-1 coinor-libcbc3=2.10.8+ds1-1 coinor-libcgl1 coinor-libclp1 coinor-libcoinutils3v5 \
  coinor-libosi1v5 libmumps-seq-5.5 liblapack3 libblas3 libgfortran5 libquadmath0
for folder in lp_solve x86_64-linux-gnu/lapack x86_64-linux-gnu/blas; do
  LD_LIBRARY_PATH=$LD_LIBRARY_PATH:$work/root/usr/lib/$folder
done

# card WORDS...: a line of the fixed format, in which each word has its columns.
card() {
  printf ' %-2s %-8s  %-8s  %12s   %-8s  %12s\n' "$@" | sed 's/ *$//'
}
# problem KIND SENSE COST RHS CONSTANT BOUND: minimize COST * X where X is at most (L) or at least (G) RHS.
problem() {
  printf 'NAME          ONE\nROWS\n N  COST\n %s  ROW\nCOLUMNS\n' "$2"
  [ "$1" != integer ] || card '' M1 "'MARKER'" '' "'INTORG'"
  card '' X COST "$3" ROW 1
  [ "$1" != integer ] || card '' M2 "'MARKER'" '' "'INTEND'"
  echo RHS
  card '' RHS ROW "$4"
  [ -z "$5" ] || card '' RHS COST "$5"
  [ -z "$6" ] || { echo BOUNDS && card "${6% *}" BND X "${6#* }"; }
  echo ENDATA
}
# optima: the optimum of problem.mps by each, or none.
optima() {
  local glpk lp cbc
  glpsol --mps problem.mps -o glpk >log
  glpk=$(awk '/^Status:/ { good = /OPTIMAL/ } /^Objective:/ && good { print $4 }' glpk)
  lp_solve -mps problem.mps >lp.log 2>log
  lp=$(awk '/^Value of objective/ { print $NF + 0 }' lp.log)
  cbc=$(cbc problem.mps solve solution - quit | awk '/^Optimal - objective/ { last = $NF + 0 } END { print last }')
  echo "GLPK ${glpk:-none}, lp_solve ${lp:-none}, CBC ${cbc:-none}"
}
problem real L -1 7.5 '' 'UP 3' >problem.mps
same 'for comparison: a bound of 3' 'GLPK -3, lp_solve -3, CBC -3' "$(optima)"
problem integer L -1 7.5 '' '' >problem.mps
same 'an integer without a bound' 'GLPK -1, lp_solve -7, CBC -1' "$(optima)"
problem integer L -1 7.5 '' 'LO 2' >problem.mps
same 'an integer that is at least 2' 'GLPK none, lp_solve -7, CBC -7' "$(optima)"
problem real G 1 2 10 '' >problem.mps
same 'a constant' 'GLPK 12, lp_solve 12, CBC -8' "$(optima)"
problem real G 1 -7.5 '' 'UP -1' >problem.mps
same 'an upper bound below zero' 'GLPK none, lp_solve none, CBC -7.5' "$(optima)"
verdict
