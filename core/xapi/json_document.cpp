// SPDX-License-Identifier: Apache-2.0
#include "core/xapi/json_document.h"

#include "core/xapi/json_string.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

namespace kapok::xapi {
namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// Whether a number that no double can hold is too small for it, not too great.
bool isNearZero(std::string_view number)
{
    const auto mantissa = number.substr(0, number.find_first_of("eE"));
    std::int64_t exponent = 0;
    if (mantissa.size() < number.size()) {
        auto digits = number.substr(mantissa.size() + 1);
        if (digits.starts_with('+'))
            digits.remove_prefix(1);
        const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), exponent);
        if (read.ec == std::errc::result_out_of_range)
            return digits.starts_with('-');
    }
    const auto point = std::min(mantissa.find('.'), mantissa.size());
    const auto first = mantissa.find_first_of("123456789");
    return static_cast<std::int64_t>(point) - static_cast<std::int64_t>(first) < -exponent;
}

} // namespace

/// Reads one text into the nodes of one document.
class JsonParser {
public:
    JsonParser(std::string_view text, JsonDocument &document, int depth)
        : m_document(document),
          m_begin(text.data()),
          m_at(text.data()),
          m_end(text.data() + text.size()),
          m_depth(depth)
    {
        constexpr std::size_t kBytesOfOneNode = 16; // of a statement, about
        document.m_nodes.reserve(std::min(text.size() / kBytesOfOneNode, JsonDocument::kMostValues) + 1);
    }

    Status parse()
    {
        skipBlanks();
        const bool isRead = value(0);
        skipBlanks();
        if (isRead && m_at == m_end)
            return success();
        return Error{ErrorCode::InvalidInput, std::string("$: ") + m_why};
    }

private:
    using Node = JsonNode;

    void skipBlanks()
    {
        while (m_at != m_end && isBlank(*m_at))
            ++m_at;
    }

    [[nodiscard]] std::uint32_t here() const { return static_cast<std::uint32_t>(m_at - m_begin); }

    std::uint32_t open(JsonKind kind)
    {
        m_document.m_nodes.push_back({here(), 0, 0, 0, kind});
        return static_cast<std::uint32_t>(m_document.m_nodes.size() - 1);
    }

    bool close(std::uint32_t node)
    {
        m_document.m_nodes[node].end = here();
        m_document.m_nodes[node].next = static_cast<std::uint32_t>(m_document.m_nodes.size());
        return true;
    }

    bool take(char c)
    {
        if (m_at == m_end || *m_at != c)
            return false;
        ++m_at;
        return true;
    }

    bool value(int depth)
    {
        if (m_at == m_end || areTooMany())
            return false;
        switch (*m_at) {
        case '{':
            return object(depth + 1);
        case '[':
            return array(depth + 1);
        case '"':
            return string();
        case 't':
            return word("true", JsonKind::True);
        case 'f':
            return word("false", JsonKind::False);
        case 'n':
            return word("null", JsonKind::Null);
        default:
            return number();
        }
    }

    bool isTooDeep(int depth)
    {
        if (depth > m_depth)
            m_why = "is nested too deeply";
        return depth > m_depth;
    }

    bool areTooMany()
    {
        const bool areMore = m_document.m_nodes.size() >= JsonDocument::kMostValues;
        if (areMore)
            m_why = "has more than 500000 values and keys";
        return areMore;
    }

    bool array(int depth)
    {
        if (isTooDeep(depth))
            return false;
        const auto node = open(JsonKind::Array);
        ++m_at;
        std::uint32_t count = 0;
        skipBlanks();
        while (!take(']')) {
            if (count > 0 && !comma())
                return false;
            if (!value(depth))
                return false;
            ++count;
            skipBlanks();
        }
        m_document.m_nodes[node].extra = count;
        return close(node);
    }

    bool object(int depth)
    {
        if (isTooDeep(depth))
            return false;
        const auto node = open(JsonKind::Object);
        ++m_at;
        std::uint32_t count = 0;
        skipBlanks();
        while (!take('}')) {
            if (count > 0 && !comma())
                return false;
            if (m_at == m_end || *m_at != '"' || !string())
                return false;
            skipBlanks();
            if (!take(':'))
                return false;
            skipBlanks();
            if (!value(depth))
                return false;
            ++count;
            skipBlanks();
        }
        m_document.m_nodes[node].extra = count;
        return close(node) && !repeatsKey(node);
    }

    bool comma()
    {
        const bool taken = take(',');
        skipBlanks();
        return taken;
    }

    bool repeatsKey(std::uint32_t node)
    {
        constexpr std::size_t kFew = 16;
        m_keys.clear();
        for (const JsonMember &member : JsonValue(m_document, node).members())
            m_keys.push_back(member.name());
        bool isRepeated = false;
        if (m_keys.size() > kFew) {
            std::sort(m_keys.begin(), m_keys.end());
            isRepeated = std::adjacent_find(m_keys.begin(), m_keys.end()) != m_keys.end();
        } else {
            for (std::size_t i = 1; i < m_keys.size() && !isRepeated; ++i)
                isRepeated = std::find(m_keys.begin(), m_keys.begin() + static_cast<std::ptrdiff_t>(i),
                                       m_keys[i]) != m_keys.begin() + static_cast<std::ptrdiff_t>(i);
        }
        if (isRepeated)
            m_why = "names a key twice";
        return isRepeated;
    }

    bool word(std::string_view expected, JsonKind kind)
    {
        const auto node = open(kind);
        if (static_cast<std::size_t>(m_end - m_at) < expected.size() ||
            std::string_view(m_at, expected.size()) != expected)
            return false;
        m_at += expected.size();
        return close(node);
    }

    bool digits()
    {
        const char *const from = m_at;
        while (m_at != m_end && isDigit(*m_at))
            ++m_at;
        return m_at != from;
    }

    bool number()
    {
        const auto node = open(JsonKind::Number);
        const char *const from = m_at;
        take('-');
        if (!take('0') && !digits())
            return false;
        if (take('.') && !digits())
            return false;
        bool mayBeTooGreat = m_at - from > std::numeric_limits<double>::max_exponent10;
        if (take('e') || take('E')) {
            if (!take('-'))
                take('+');
            if (!digits())
                return false;
            mayBeTooGreat = true;
        }
        close(node);
        return !mayBeTooGreat || std::isfinite(*JsonValue(m_document, node).number());
    }

    bool string()
    {
        const auto node = open(JsonKind::String);
        const char *const from = m_at + 1;
        const char *end = endOfPlainText(from, m_end);
        if (end && *end == '\\') {
            m_document.m_unescaped.emplace_back(from, end);
            end = unescape(end, m_end, m_document.m_unescaped.back());
            m_document.m_nodes[node].extra = static_cast<std::uint32_t>(m_document.m_unescaped.size());
        }
        if (!end)
            return false;
        m_at = end + 1;
        return close(node);
    }

    JsonDocument &m_document;
    const char *m_begin;
    const char *m_at;
    const char *m_end;
    int m_depth;
    const char *m_why = "is not JSON in UTF-8";
    std::vector<std::string_view> m_keys; ///< of the object that ends
};

Result<JsonDocument> JsonDocument::parse(std::string_view text, int depth)
{
    constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";
    if (text.starts_with(kByteOrderMark))
        text.remove_prefix(kByteOrderMark.size());
    if (text.size() > std::numeric_limits<std::uint32_t>::max())
        return Error{ErrorCode::InvalidInput, "$: is too long"};
    JsonDocument document;
    document.m_text = text;
    KAPOK_TRY(JsonParser(text, document, depth).parse());
    return document;
}

std::optional<double> JsonValue::number() const
{
    if (!isNumber())
        return {};
    const std::string_view digits = text();
    double number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error == std::errc::result_out_of_range)
        return isNearZero(digits) ? 0 : std::numeric_limits<double>::infinity();
    return number;
}

std::optional<std::int64_t> JsonValue::integer() const
{
    if (!isNumber())
        return {};
    const std::string_view digits = text();
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc() || end != digits.data() + digits.size())
        return {};
    return number;
}

} // namespace kapok::xapi
