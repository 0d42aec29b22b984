# SPDX-License-Identifier: MIT
# Tests of drivers for CTest.
#
#   dxgmap_add_test(NAME name COMMAND program [argument...] [EXPECT cause [IN function]]...)
#
# The program prints its reports on standard error, as it does by default. The test passes when each expectation is met
# by a report of that cause (DXGMAP_PINNED, or PINNED) that names the function in a stack, when there is no report that
# none of them expects, and, where nothing is expected, when the program exits with 0. A test that fails shows the
# reports.
include_guard(GLOBAL)
set(DXGMAP_JUDGE "${CMAKE_CURRENT_LIST_DIR}/dxgmap-judge.cmake" CACHE INTERNAL "what judges the reports of a test")

function(dxgmap_add_test)
  cmake_parse_arguments(PARSE_ARGV 0 TEST "" "NAME" "COMMAND;EXPECT")
  if(NOT TEST_NAME OR NOT TEST_COMMAND OR TEST_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "dxgmap_add_test(NAME name COMMAND program [argument...] [EXPECT cause [IN function]]...)")
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
  add_test(NAME "${TEST_NAME}" COMMAND "${CMAKE_COMMAND}" "-DEXPECTED=${expected}" -P "${DXGMAP_JUDGE}" -- "${program}"
                                       ${TEST_COMMAND})
endfunction()
