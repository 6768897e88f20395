# SPDX-License-Identifier: Apache-2.0
# kapok_dictionary(TARGET FILE CONSTANT): compiles the bytes of FILE into TARGET.
#
# FILE is relative to the caller, e.g. kapok_dictionary(kapok_xapi dictionary/statements.txt kStatements) gives
#   #include "kapok_dictionary/statements.h"
#   kapok::dictionary::kStatements    an array of unsigned char
# Bytes and not a string: compilers need not take strings of more than 64 KB.
function(kapok_dictionary target file constant)
    set(path ${CMAKE_CURRENT_SOURCE_DIR}/${file})
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${path})
    get_filename_component(name ${path} NAME_WE)
    file(READ ${path} bytes HEX)
    string(REGEX REPLACE "(................................................................)" "\\1\n" bytes "${bytes}")
    string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${bytes}")
    file(GENERATE OUTPUT ${CMAKE_BINARY_DIR}/generated/kapok_dictionary/${name}.h CONTENT
"// Generated from ${file} by cmake/KapokDictionary.cmake.
#pragma once

namespace kapok::dictionary {

inline constexpr unsigned char ${constant}[] = {
${bytes}};

} // namespace kapok::dictionary
")
    target_include_directories(${target} PRIVATE ${CMAKE_BINARY_DIR}/generated)
endfunction()
