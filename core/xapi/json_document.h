// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kapok::xapi {

/// What a value is; None stands for a value that is not there.
enum class JsonKind : std::uint8_t { None, Null, False, True, Number, String, Array, Object };

/// A value of a JSON text in one flat array: values in the order in which they stand, a member's key before
/// its value. Private to JsonDocument and its values.
struct JsonNode {
    std::uint32_t begin = 0; ///< of its text
    std::uint32_t end = 0;   ///< behind its text
    std::uint32_t next = 0;  ///< the node behind it and all that is in it
    std::uint32_t extra = 0; ///< Array, Object: how many; String: 0, or 1 + place of its unescaped text
    JsonKind kind = JsonKind::None;
};

class JsonDocument;
class JsonElements;
class JsonMembers;

/// A value of a JsonDocument, or one that is not there: then it has no members, no elements, no text, and is
/// of kind None. Cheap to copy. Must not outlive its document nor the text that was read.
class JsonValue {
public:
    JsonValue() = default;
    JsonValue(const JsonDocument &document, std::uint32_t node) : m_document(&document), m_node(node) {}

    [[nodiscard]] explicit operator bool() const { return m_document != nullptr; }
    [[nodiscard]] JsonKind kind() const;
    [[nodiscard]] bool isObject() const { return kind() == JsonKind::Object; }
    [[nodiscard]] bool isArray() const { return kind() == JsonKind::Array; }
    [[nodiscard]] bool isString() const { return kind() == JsonKind::String; }
    [[nodiscard]] bool isNumber() const { return kind() == JsonKind::Number; }
    [[nodiscard]] bool isBoolean() const { return kind() == JsonKind::True || kind() == JsonKind::False; }

    /// Its text as it was written, without what stands around it.
    [[nodiscard]] std::string_view text() const;
    /// The characters of a string; "" when it is none.
    [[nodiscard]] std::string_view string() const;
    /// Nothing when it is no number. A fraction is rounded to the nearest double.
    [[nodiscard]] std::optional<double> number() const;
    /// Nothing when it is no number that is written without fraction and exponent, or too great.
    [[nodiscard]] std::optional<std::int64_t> integer() const;
    /// How many elements or members it has.
    [[nodiscard]] std::size_t size() const;
    [[nodiscard]] bool empty() const { return size() == 0; }

    /// The member \p key of an object.
    [[nodiscard]] JsonValue operator[](std::string_view key) const;
    [[nodiscard]] bool contains(std::string_view key) const { return static_cast<bool>((*this)[key]); }
    /// What to go through with `for`; nothing when it is no array, or no object.
    [[nodiscard]] JsonElements elements() const;
    [[nodiscard]] JsonMembers members() const;

private:
    friend class JsonElements;
    friend class JsonMembers;
    friend class JsonParser;
    [[nodiscard]] const JsonNode &node() const;

    const JsonDocument *m_document = nullptr;
    std::uint32_t m_node = 0;
};

/// A member of an object.
struct JsonMember {
    JsonValue key;
    JsonValue value;

    [[nodiscard]] std::string_view name() const { return key.string(); }
    /// `"key": value` as it was written.
    [[nodiscard]] std::string_view text() const;
};

/// A JSON text (RFC 8259), checked whole, for reading much of it once: its values lie in one array, point
/// into the text, and know the text that they stand for, so that what is kept of it is kept to the last
/// digit. Thread-safety: a document that was read may be used from any number of threads.
class JsonDocument {
public:
    /// So many levels of nesting, as one statement, and so many values and keys: some hundred times those of
    /// a full batch of the app, and 10 MB.
    static constexpr int kDepth = 64;
    static constexpr std::size_t kMostValues = 500'000;

    /// \p text must outlive the document. InvalidInput for what is no JSON in UTF-8 (numbers beyond a
    /// double's range included), for nesting deeper than \p depth, for more than kMostValues, and for an
    /// object that names one key twice (xAPI leaves their meaning open, so they are refused). The detail
    /// begins with the JSON path of what is wrong, and tells the byte of what is no JSON. A byte order mark
    /// is left out.
    [[nodiscard]] static Result<JsonDocument> parse(std::string_view text, int depth = kDepth);

    JsonDocument(JsonDocument &&) = default;
    JsonDocument &operator=(JsonDocument &&) = default;

    /// Values point to the document: take them when it lies where it will stay.
    [[nodiscard]] JsonValue root() const { return {*this, 0}; }

private:
    friend class JsonParser;
    friend class JsonValue;
    friend class JsonElements;
    friend class JsonMembers;
    JsonDocument() = default;

    std::string_view m_text;
    std::vector<JsonNode> m_nodes;
    std::vector<std::string> m_unescaped; ///< strings with escapes
};

/// The elements of an array.
class JsonElements {
public:
    class Iterator {
    public:
        Iterator(const JsonDocument *document, std::uint32_t node) : m_document(document), m_node(node) {}
        JsonValue operator*() const { return {*m_document, m_node}; }
        Iterator &operator++()
        {
            m_node = m_document->m_nodes[m_node].next;
            return *this;
        }
        bool operator==(const Iterator &other) const { return m_node == other.m_node; }

    private:
        const JsonDocument *m_document;
        std::uint32_t m_node;
    };

    explicit JsonElements(JsonValue array)
        : m_document(array.m_document),
          m_begin(array.m_node + 1),
          m_end(array.isArray() ? array.node().next : m_begin)
    {}
    [[nodiscard]] Iterator begin() const { return {m_document, m_begin}; }
    [[nodiscard]] Iterator end() const { return {m_document, m_end}; }

private:
    const JsonDocument *m_document;
    std::uint32_t m_begin;
    std::uint32_t m_end;
};

/// The members of an object.
class JsonMembers {
public:
    class Iterator {
    public:
        Iterator(const JsonDocument *document, std::uint32_t key) : m_document(document), m_key(key) {}
        JsonMember operator*() const { return {{*m_document, m_key}, {*m_document, m_key + 1}}; }
        Iterator &operator++()
        {
            m_key = m_document->m_nodes[m_key + 1].next;
            return *this;
        }
        bool operator==(const Iterator &other) const { return m_key == other.m_key; }

    private:
        const JsonDocument *m_document;
        std::uint32_t m_key;
    };

    explicit JsonMembers(JsonValue object)
        : m_document(object.m_document),
          m_begin(object.m_node + 1),
          m_end(object.isObject() ? object.node().next : m_begin)
    {}
    [[nodiscard]] Iterator begin() const { return {m_document, m_begin}; }
    [[nodiscard]] Iterator end() const { return {m_document, m_end}; }

private:
    const JsonDocument *m_document;
    std::uint32_t m_begin;
    std::uint32_t m_end;
};

inline const JsonNode &JsonValue::node() const
{
    static constexpr JsonNode kNothing{};
    return m_document ? m_document->m_nodes[m_node] : kNothing;
}

inline JsonKind JsonValue::kind() const
{
    return node().kind;
}

inline std::string_view JsonValue::text() const
{
    return m_document ? m_document->m_text.substr(node().begin, node().end - node().begin)
                      : std::string_view();
}

inline std::string_view JsonValue::string() const
{
    const JsonNode &it = node();
    if (it.kind != JsonKind::String)
        return {};
    if (it.extra != 0)
        return m_document->m_unescaped[it.extra - 1];
    return m_document->m_text.substr(it.begin + 1, it.end - it.begin - 2);
}

inline std::size_t JsonValue::size() const
{
    const JsonNode &it = node();
    return it.kind == JsonKind::Array || it.kind == JsonKind::Object ? it.extra : 0;
}

inline JsonElements JsonValue::elements() const
{
    return JsonElements(*this);
}

inline JsonMembers JsonValue::members() const
{
    return JsonMembers(*this);
}

inline JsonValue JsonValue::operator[](std::string_view key) const
{
    for (const JsonMember &member : members())
        if (member.name() == key)
            return member.value;
    return {};
}

inline std::string_view JsonMember::text() const
{
    const char *const begin = key.text().data();
    return {begin, static_cast<std::size_t>(value.text().data() + value.text().size() - begin)};
}

} // namespace kapok::xapi
