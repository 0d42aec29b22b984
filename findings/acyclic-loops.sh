#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# acyclic of Graphviz 2.42.2 (Debian 12, graphviz 2.42.2-7+deb12u1).
#
# `acyclic -n FILE` exits with 0 if a graph has no cycle and with 1 if it has one, which makes it a check of layers, of
# includes or of what a build depends upon. One would guess that it looks at each edge of all that it is given.
# - An edge from a node to itself, the shortest cycle, does not count: "is acyclic", exit status 0. Without -n the edge
#   stands in the output, which is to be acyclic; tred and sccmap see no cycle there either.
# - Of a file with several graphs, and of several files, the first graph is read; the rest is ignored without a word.
# - An undirected graph, which may be one letter too few (graph for digraph), has status 255, the manual says 2.
# shellcheck source-path=SCRIPTDIR source=common.sh
source "$(dirname "$0")/common.sh"
debs graphviz=2.42.2-7+deb12u1 libcgraph6 libcdt5

echo 'digraph fine { a -> b }' >fine.gv
echo 'digraph two { a -> b; b -> a }' >two.gv
echo 'digraph one { a -> a }' >one.gv
cat fine.gv two.gv >both.gv
echo 'graph pair { a -- b }' >undirected.gv

# status FILE...: of acyclic, and what it says.
status() {
  local code=0
  acyclic -nv "$@" 2>log || code=$?
  echo "exit $code, $(paste -sd ';' log)"
}
same 'no cycle' 'exit 0, Graph "fine" is acyclic' "$(status fine.gv)"
same 'a cycle of two' 'exit 1, Graph "two" has cycles; 1 reversed edges' "$(status two.gv)"
same 'a cycle of one' 'exit 0, Graph "one" is acyclic' "$(status one.gv)"
same 'what acyclic makes of it' 'digraph one {a -> a;}' "$(acyclic one.gv | tr -d '\n\t')"
same 'what sccmap counts' '1 nodes, 1 edges, 0 strong components' "$(sccmap -s one.gv 2>&1)"
same 'the second graph of a file has a cycle' 'exit 0, Graph "fine" is acyclic' "$(status both.gv)"
same 'the second file has a cycle' 'exit 0, Graph "fine" is acyclic' "$(status fine.gv two.gv)"
same 'an undirected graph' 'exit 255, Graph "pair" is undirected' "$(status undirected.gv)"
verdict
