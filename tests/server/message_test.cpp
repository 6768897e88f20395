// SPDX-License-Identifier: Apache-2.0
#include "app/kapokd/http/message.h"
#include "app/kapokd/router.h"

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

TEST(HeaderValue, IsWithoutTheBlanksAroundIt) // RFC 9110, 5.5
{
    const std::pair<std::string_view, std::string_view> values[] = {
        {"1.0.3", "1.0.3"},     {" \t1.0.3\t ", "1.0.3"},
        {"Basic a", "Basic a"}, {"a  ", "a"},
        {" \t ", ""},           {"", ""}};
    for (const auto &[came, meant] : values)
        EXPECT_EQ(withoutBlanks(came), meant) << came;
}

TEST(Response, WritesNoLineBreakIntoAHeader)
{
    Response response;
    response.header("Content-Type", "text/html\r\nSet-Cookie: a=b");
    EXPECT_EQ(response.headerValue("Content-Type"), "text/html  Set-Cookie: a=b");
}

TEST(ClientAddress, IsWhatAProxyNamesOnlyWhenItIsBelieved)
{
    const std::vector<std::string> proxies = {"10.0.0.10"};
    const auto address = [&](const std::string &from, const std::string &forwarded) {
        Request request;
        request.remoteAddress = from;
        request.headers["x-forwarded-for"] = forwarded;
        return clientAddressOf(request, proxies);
    };
    for (const char *proxy : {"127.0.0.1", "::1", "10.0.0.10", "::ffff:10.0.0.10", "::ffff:127.0.0.1"}) {
        EXPECT_EQ(address(proxy, "192.0.2.1, 203.0.113.7"), "203.0.113.7") << proxy; // the first may be a lie
        EXPECT_EQ(address(proxy, "203.0.113.7"), "203.0.113.7") << proxy;
        EXPECT_EQ(address(proxy, ""), proxy);
        EXPECT_EQ(address(proxy, "203.0.113.7,"), proxy);
    }
    for (const char *other : {"10.0.0.11", "192.0.2.2", "10.0.0.1", "::2"})
        EXPECT_EQ(address(other, "203.0.113.7"), other);
}

TEST(ClientAddress, OfAProxyMayBeWrittenInAnyForm)
{
    EXPECT_EQ(canonicalAddress("10.0.0.10"), "10.0.0.10");
    EXPECT_EQ(canonicalAddress("2001:DB8:0:0::0010"), "2001:db8::10");
    EXPECT_EQ(canonicalAddress("::ffff:10.0.0.10"), "10.0.0.10");
    for (const char *other : {"", "10.0.0", "10.0.0.10:80", "proxy.example", "[::1]", "10.0.0.0/8"})
        EXPECT_EQ(canonicalAddress(other), "") << other;
}

} // namespace
} // namespace kapok::kapokd
