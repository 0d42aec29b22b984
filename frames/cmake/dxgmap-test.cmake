# SPDX-License-Identifier: MIT
# Tests of drivers for CTest.
#
#   dxgmap_add_test(NAME name [FAIL_EACH] COMMAND program [argument...] [EXPECT cause [IN function]]...)
#
# The program prints its reports on standard error, as it does by default. The test passes when each expectation is met
# by a report of that cause (DXGMAP_PINNED, or PINNED) that names the function in a stack, when there is no report that
# none of them expects, and, where nothing is expected, when the program exits with 0. A test that fails shows the
# reports.
#
# With FAIL_EACH dxgmap-fail runs the program again and again, and in the nth run the nth acquisition fails: the reports
# are those of all runs, no run may crash, hang, or end before dxgmap_close, and whatever else the program exits with is
# no fault. `IN function` is then where what leaks was acquired: the call, or its caller.
include_guard(GLOBAL)
set(DXGMAP_JUDGE "${CMAKE_CURRENT_LIST_DIR}/dxgmap-judge.cmake" CACHE INTERNAL "what judges the reports of a test")
# In this tree, installed, and installed for one of several architectures.
set(DXGMAP_BIN "${CMAKE_CURRENT_LIST_DIR}/../../tools" "${CMAKE_CURRENT_LIST_DIR}/../../../bin"
               "${CMAKE_CURRENT_LIST_DIR}/../../../../bin" CACHE INTERNAL "where dxgmap-fail may be")

function(dxgmap_add_test)
  cmake_parse_arguments(PARSE_ARGV 0 TEST "FAIL_EACH" "NAME" "COMMAND;EXPECT")
  if(NOT TEST_NAME OR NOT TEST_COMMAND OR TEST_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "dxgmap_add_test(NAME name [FAIL_EACH] COMMAND program [argument...] "
                        "[EXPECT cause [IN function]]...)")
  endif()
  set(fail "")
  if(TEST_FAIL_EACH)
    find_program(DXGMAP_FAIL dxgmap-fail HINTS ${DXGMAP_BIN})
    if(NOT DXGMAP_FAIL)
      message(FATAL_ERROR "FAIL_EACH needs the program dxgmap-fail, which is not in ${DXGMAP_BIN} nor in the PATH: "
                          "say where by -DDXGMAP_FAIL=/path/dxgmap-fail")
    endif()
    set(fail "-DFAIL=${DXGMAP_FAIL}")
  endif()
  # An expectation becomes one word, cause@function.
  set(expected "")
  set(words ${TEST_EXPECT})
  while(words)
    list(POP_FRONT words cause)
    string(REGEX REPLACE "^DXGMAP_" "" cause "${cause}")
    set(function "")
    if(words)
      list(GET words 0 next)
      if(next STREQUAL "IN")
        list(REMOVE_AT words 0)
        list(POP_FRONT words function)
      endif()
    endif()
    list(APPEND expected "DXGMAP_${cause}@${function}")
  endwhile()
  list(GET TEST_COMMAND 0 program)
  list(REMOVE_AT TEST_COMMAND 0)
  if(TARGET ${program})
    set(program "$<TARGET_FILE:${program}>")
  endif()
  string(REPLACE ";" "," expected "${expected}")
  add_test(NAME "${TEST_NAME}" COMMAND "${CMAKE_COMMAND}" "-DEXPECTED=${expected}" ${fail} -P "${DXGMAP_JUDGE}" --
                                       "${program}" ${TEST_COMMAND})
endfunction()
