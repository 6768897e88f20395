# SPDX-License-Identifier: Apache-2.0
# kapok_sql(TARGET DIR): compiles the migrations of DIR (0001_name.sql, 0002_name.sql, ...) into TARGET.
#
# DIR is relative to the caller, e.g. kapok_sql(kapok_learner sql/device) in core/learner gives
#   #include "kapok_sql/learner_device.h"
#   kapok::sql::kLearnerDevice    an std::array of store::Migration, in order
# "sql" and "core" drop out of the name: core/lrs with DIR `sql` gives kapok_sql/lrs.h and kapok::sql::kLrs.
# The numbers must rise from 0001; a gap is a number that was given out and not used. A new file is picked up by itself.
function(kapok_sql target dir)
    set(folder ${CMAKE_CURRENT_SOURCE_DIR}/${dir})
    file(GLOB files CONFIGURE_DEPENDS ${folder}/*.sql) # the folder's content is the list, by its numbers
    list(SORT files)
    file(RELATIVE_PATH place ${PROJECT_SOURCE_DIR} ${folder})
    string(REPLACE "/" ";" words "${place}")
    list(REMOVE_ITEM words core sql)
    string(REPLACE ";" "_" name "${words}")
    set(constant k)
    foreach(word IN LISTS words)
        string(SUBSTRING ${word} 0 1 first)
        string(SUBSTRING ${word} 1 -1 rest)
        string(TOUPPER ${first} first)
        string(APPEND constant ${first}${rest})
    endforeach()

    set(rows "")
    set(count 0)
    set(last 0)
    foreach(file IN LISTS files)
        math(EXPR count "${count} + 1")
        get_filename_component(file_name ${file} NAME)
        if(NOT file_name MATCHES "^0*([1-9][0-9]*)_[a-z0-9_]+\\.sql$" OR NOT CMAKE_MATCH_1 GREATER last)
            message(FATAL_ERROR "${place}: expected a migration with a number above ${last}, found ${file_name}")
        endif()
        set(last ${CMAKE_MATCH_1})
        set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
        file(READ ${file} text)
        string(APPEND rows "    {${last}, \"${file_name}\", R\"kapok(${text})kapok\"},\n")
    endforeach()
    if(count EQUAL 0)
        message(FATAL_ERROR "${place}: no migrations")
    endif()
    file(GENERATE OUTPUT ${CMAKE_BINARY_DIR}/generated/kapok_sql/${name}.h CONTENT
"// Generated from ${place} by cmake/KapokSql.cmake.
#pragma once

#include \"core/store/migration.h\"

#include <array>

namespace kapok::sql {

inline constexpr std::array<store::Migration, ${count}> ${constant} = {{
${rows}}};

} // namespace kapok::sql
")
    target_include_directories(${target} PRIVATE ${CMAKE_BINARY_DIR}/generated)
endfunction()
