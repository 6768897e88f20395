# SPDX-License-Identifier: Apache-2.0
find_package(GTest REQUIRED)
find_path(KAPOK_RAPIDCHECK_INCLUDE rapidcheck.h REQUIRED)
find_library(KAPOK_RAPIDCHECK rapidcheck REQUIRED)
add_library(kapok_rapidcheck INTERFACE)
target_include_directories(kapok_rapidcheck SYSTEM INTERFACE ${KAPOK_RAPIDCHECK_INCLUDE})
target_link_libraries(kapok_rapidcheck INTERFACE ${KAPOK_RAPIDCHECK})

include(GoogleTest)

# kapok_test(NAME SOURCES ... [DEPENDS ...] [LABELS ...] [TIMEOUT s]): one GoogleTest program.
# POSTGRES: it uses tests/support/postgres.h; ctest starts one server for all of these.
# BOTH_DATABASES: its servers are ServerDatabase's; each test runs a second time, as Postgres/..., against PostgreSQL.
# SERIAL: not beside other tests (it has a window, or the machine, to itself). Each test case is a ctest of its own; labels choose subsets (`ctest -L unit`).
function(kapok_test name)
    cmake_parse_arguments(ARG "SERIAL;POSTGRES;BOTH_DATABASES" "TIMEOUT" "SOURCES;DEPENDS;LABELS" ${ARGN})
    if(NOT ARG_LABELS)
        set(ARG_LABELS unit)
    endif()
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 120)
    endif()
    if(KAPOK_SANITIZERS) # some of them make a program ten times as slow
        math(EXPR ARG_TIMEOUT "${ARG_TIMEOUT} * 10")
    endif()
    add_executable(${name} ${ARG_SOURCES})
    target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR})
    target_compile_definitions(${name} PRIVATE
        KAPOK_SOURCE_DIR="${PROJECT_SOURCE_DIR}" KAPOK_BIN_DIR="${CMAKE_BINARY_DIR}/bin")
    target_link_libraries(${name} PRIVATE kapok_flags ${ARG_DEPENDS} GTest::gmock GTest::gtest_main)
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
    set(properties LABELS "${ARG_LABELS}" TIMEOUT ${ARG_TIMEOUT} RUN_SERIAL ${ARG_SERIAL})
    set(server KAPOK_TEST_POSTGRES=${CMAKE_BINARY_DIR}/tests/postgres.address)
    if(ARG_POSTGRES OR ARG_BOTH_DATABASES)
        target_link_libraries(${name} PRIVATE kapok_test_postgres)
    endif()
    if(ARG_POSTGRES)
        list(APPEND properties FIXTURES_REQUIRED postgres ENVIRONMENT ${server})
    endif()
    gtest_discover_tests(${name} DISCOVERY_TIMEOUT 60 PROPERTIES ${properties})
    if(ARG_BOTH_DATABASES)
        gtest_discover_tests(${name} DISCOVERY_TIMEOUT 60 TEST_PREFIX Postgres/ TEST_LIST ${name}_postgres
            PROPERTIES ${properties} FIXTURES_REQUIRED postgres ENVIRONMENT ${server})
    endif()
endfunction()
