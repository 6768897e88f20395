// SPDX-License-Identifier: Apache-2.0
#include "app/kapokd/http/message.h"

#include <gtest/gtest.h>

namespace kapok::kapokd {
namespace {

TEST(PathOf, IsWithoutSchemeHostQueryAndEmptySegments)
{
    const std::pair<std::string, std::string> targets[] = {
        {"/xapi/about", "/xapi/about"},
        {"/xapi/about?x=/y//z", "/xapi/about"},
        {"/xapi//about/", "/xapi/about"},
        {"///", "/"},
        {"/", "/"},
        {"http://node.example:8080/xapi//about?x", "/xapi/about"}, // RFC 9112, 3.2.2
        {"https://node.example", "/"},
        {"/go/http://node.example/x", "/go/http:/node.example/x"},
        {"/a%2F%2Fb", "/a%2F%2Fb"},
        {"*", "*"},
        {"", ""},
    };
    for (const auto &[target, path] : targets)
        EXPECT_EQ(pathOf(target), path) << target;
}

} // namespace
} // namespace kapok::kapokd
