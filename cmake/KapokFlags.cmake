# SPDX-License-Identifier: Apache-2.0
# Flags of every target of ours, carried by one INTERFACE target and linked PRIVATE.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)
# Where QML modules are laid out; qmllint and the tools look here.
set(KAPOK_QML_OUT ${CMAKE_BINARY_DIR}/qml)

find_program(KAPOK_CCACHE ccache)
if(KAPOK_CCACHE)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${KAPOK_CCACHE})
endif()
find_program(KAPOK_MOLD mold)
if(KAPOK_MOLD AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    add_link_options(-fuse-ld=mold)
endif()

add_library(kapok_flags INTERFACE)
target_compile_options(kapok_flags INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion)
if(KAPOK_WERROR)
    target_compile_options(kapok_flags INTERFACE -Werror)
endif()
if(KAPOK_SANITIZERS)
    # Global, so that libraries shared by tests and programs agree.
    add_compile_options(-fsanitize=${KAPOK_SANITIZERS} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    add_link_options(-fsanitize=${KAPOK_SANITIZERS})
    # With sanitizers GCC 12 sees uninitialised values where there are none, and warns of fences in Asio.
    target_compile_options(kapok_flags INTERFACE "$<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized;-Wno-tsan>")
endif()

# kapok_library(NAME SOURCES ... [DEPENDS ...]): one static library per core folder. DEPENDS are public.
function(kapok_library name)
    cmake_parse_arguments(ARG "" "" "SOURCES;DEPENDS;PRIVATE_DEPENDS" ${ARGN})
    add_library(${name} STATIC ${ARG_SOURCES})
    target_include_directories(${name} PUBLIC ${PROJECT_SOURCE_DIR})
    target_link_libraries(${name} PUBLIC ${ARG_DEPENDS} PRIVATE kapok_flags ${ARG_PRIVATE_DEPENDS})
endfunction()
