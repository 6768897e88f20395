// SPDX-License-Identifier: Apache-2.0
#include "app/kapokd/http/range.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace kapok::kapokd {
namespace {

std::optional<std::uint64_t> number(std::string_view text)
{
    std::uint64_t value = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (code != std::errc() || end != text.data() + text.size())
        return {};
    return value;
}

} // namespace

Range rangeOf(const Request &request, const std::string &etag, std::uint64_t fileSize)
{
    constexpr std::string_view kUnit = "bytes=";
    const Range whole{Range::Kind::Whole, 0, fileSize};
    const std::string_view asked = request.header("range");
    const std::string &onlyIf = request.header("if-range");
    const auto dash = asked.find('-');
    if (request.method != "GET" || !asked.starts_with(kUnit) || dash == std::string_view::npos ||
        (!onlyIf.empty() && onlyIf != etag))
        return whole;
    const std::string_view first = asked.substr(kUnit.size(), dash - kUnit.size());
    const std::string_view last = asked.substr(dash + 1);
    const auto from = number(first);
    const auto to = number(last);
    if (first.empty() && to) { // the last bytes
        const std::uint64_t size = std::min(*to, fileSize);
        return {size == 0 ? Range::Kind::Unsatisfiable : Range::Kind::Part, fileSize - size, size};
    }
    if (!from || (!last.empty() && !to) || (to && *to < *from))
        return whole;
    if (*from >= fileSize)
        return {Range::Kind::Unsatisfiable, 0, 0};
    const std::uint64_t end = to ? std::min(*to, fileSize - 1) : fileSize - 1;
    return {Range::Kind::Part, *from, end - *from + 1};
}

} // namespace kapok::kapokd
