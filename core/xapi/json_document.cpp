// SPDX-License-Identifier: Apache-2.0
#include "core/xapi/json_document.h"

#include "core/xapi/json_string.h"
#include "core/xapi/place.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <unordered_set>

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

    /// \p before: the bytes of the text that are not read.
    Status parse(std::size_t before)
    {
        skipBlanks();
        const bool isRead = value(0);
        if (isRead)
            skipBlanks();
        if (isRead && m_at == m_end)
            return success();
        if (m_why.empty())
            return Error{ErrorCode::InvalidInput, "$: is not JSON in UTF-8" + whereNot(before)};
        return Error{ErrorCode::InvalidInput, placeOfOpen() + ": " + m_why};
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

    /// Where the text stops being JSON. Counted from 1, as editors do.
    [[nodiscard]] std::string whereNot(std::size_t before) const
    {
        const std::string byte = std::to_string(before + here() + 1);
        if (m_isInString)
            return ": the string at byte " + byte + " does not end, or has a wrong escape or character";
        return m_at == m_end ? ": it ends too early" : ", from byte " + byte + " on";
    }

    [[nodiscard]] bool isClosed(std::size_t node) const
    {
        return node < m_document.m_nodes.size() && m_document.m_nodes[node].end != 0;
    }

    /// The path of the value that was being read, or would have come next.
    [[nodiscard]] std::string placeOfOpen() const
    {
        std::string path = "$";
        std::size_t node = 0;
        while (node < m_document.m_nodes.size()) {
            const JsonKind kind = m_document.m_nodes[node].kind;
            std::size_t at = node + 1;
            std::size_t index = 0;
            if (kind == JsonKind::Array) {
                for (; isClosed(at); at = m_document.m_nodes[at].next)
                    ++index;
                addElement(path, index);
            } else if (kind == JsonKind::Object) {
                while (isClosed(at) && isClosed(at + 1))
                    at = m_document.m_nodes[at + 1].next;
                if (!isClosed(at))
                    break; // before a key
                const JsonMember member{{m_document, static_cast<std::uint32_t>(at)}, {}};
                addMember(path, member.name());
                ++at;
            } else {
                break;
            }
            node = at;
        }
        return path;
    }

    /// What to say of the value at \p node, as if it had not been read to its end.
    [[gnu::cold]] bool refuse(std::uint32_t node, const char *why)
    {
        m_document.m_nodes[node].end = 0;
        m_why = why;
        return false;
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

    // What is wrong is put into words away from what is read, or the compiler takes them for one piece.

    [[gnu::cold]] bool refuseWhole(const char *why)
    {
        m_why = why;
        m_document.m_nodes.clear();
        return false;
    }

    [[gnu::cold]] bool refuseDepth(const char *what)
    {
        m_why = std::string("is ") + what + " nested deeper than " + std::to_string(m_depth) + " levels";
        return false;
    }

    bool areTooMany()
    {
        const bool areMore = m_document.m_nodes.size() >= JsonDocument::kMostValues;
        return areMore && !refuseWhole("has more than 500000 values and keys");
    }

    bool array(int depth)
    {
        if (depth > m_depth)
            return refuseDepth("an array");
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
        if (depth > m_depth)
            return refuseDepth("an object");
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
        return isRepeated && !refuseRepeated(node);
    }

    [[gnu::cold]] bool refuseRepeated(std::uint32_t node)
    {
        std::unordered_set<std::string_view> seen;
        for (const JsonMember &member : JsonValue(m_document, node).members())
            if (!seen.insert(member.name()).second) {
                m_document.m_nodes.resize(member.key.m_node + 1); // so that its value is the one being read
                break;
            }
        return refuse(node, "is a key that its object has twice");
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
        const bool fits = !mayBeTooGreat || std::isfinite(*JsonValue(m_document, node).number());
        return fits || refuse(node, "must be a number that a double can hold, not this number");
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
        if (!end) {
            m_isInString = true;
            return false;
        }
        m_at = end + 1;
        return close(node);
    }

    JsonDocument &m_document;
    const char *m_begin;
    const char *m_at;
    const char *m_end;
    int m_depth;
    std::string m_why; ///< "" when it is no JSON
    bool m_isInString = false;
    std::vector<std::string_view> m_keys; ///< of the object that ends
};

Result<JsonDocument> JsonDocument::parse(std::string_view text, int depth)
{
    constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";
    const std::size_t before = text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
    text.remove_prefix(before);
    if (text.size() > std::numeric_limits<std::uint32_t>::max())
        return Error{ErrorCode::InvalidInput, "$: is too long"};
    JsonDocument document;
    document.m_text = text;
    KAPOK_TRY(JsonParser(text, document, depth).parse(before));
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
