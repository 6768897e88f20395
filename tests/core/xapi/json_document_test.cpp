// SPDX-License-Identifier: Apache-2.0
#include "core/xapi/json_document.h"

#include "tests/core/xapi/any_statement.h"

#include <cmath>
#include <gtest/gtest.h>

namespace kapok::xapi {
namespace {

using nlohmann::json;

/// The same value as nlohmann's.
json asJson(JsonValue value)
{
    switch (value.kind()) {
    case JsonKind::Object: {
        json object = json::object();
        for (const JsonMember &member : value.members())
            object[std::string(member.name())] = asJson(member.value);
        return object;
    }
    case JsonKind::Array: {
        json array = json::array();
        for (const JsonValue element : value.elements())
            array.push_back(asJson(element));
        return array;
    }
    case JsonKind::String:
        return std::string(value.string());
    case JsonKind::Number:
        if (const auto integer = value.integer())
            return *integer;
        return *value.number();
    case JsonKind::True:
    case JsonKind::False:
        return value.kind() == JsonKind::True;
    default:
        return nullptr;
    }
}

/// Why \p text is refused.
std::string detail(std::string_view text)
{
    const auto document = JsonDocument::parse(text);
    return document.ok() ? "" : document.error().detail;
}

Result<json> read(std::string_view text)
{
    KAPOK_TRY_ASSIGN(const auto document, JsonDocument::parse(text));
    return asJson(document.root());
}

TEST(JsonDocument, ReadsWhatJsonHas)
{
    const std::string text =
        " { \"a\" : [ 1 , -2.5e+3, true,false , null,\"\", {} , [ ] ] ,\t\"b\":\r\n{\"c\":{\"d\":0}}} ";
    const auto document = JsonDocument::parse(text);
    ASSERT_TRUE(document.ok());
    const JsonValue root = document->root();
    EXPECT_EQ(asJson(root), json::parse(text));
    EXPECT_EQ(root["a"].size(), 8u);
    EXPECT_EQ(root["b"]["c"]["d"].integer(), 0);
    EXPECT_EQ(root["b"].text(), R"({"c":{"d":0}})");
    EXPECT_EQ((*root.members().begin()).text(), text.substr(3, text.find(" ,\t") - 3));
}

TEST(JsonDocument, KnowsTheTextOfEachValueToTheLastDigit)
{
    const std::string text = R"([1.50e+0, 123456789012345678901234567890,"a\u0062" ,{"x" :0.10}])";
    const auto document = JsonDocument::parse(text);
    ASSERT_TRUE(document.ok());
    std::vector<std::string_view> texts;
    for (const JsonValue element : document->root().elements())
        texts.push_back(element.text());
    EXPECT_EQ(texts, (std::vector<std::string_view>{"1.50e+0", "123456789012345678901234567890",
                                                    R"("a\u0062")", R"({"x" :0.10})"}));
}

TEST(JsonDocument, TellsWhatIsNotThereByNothing)
{
    const auto document = JsonDocument::parse(R"({"a":"x","n":1.5})");
    ASSERT_TRUE(document.ok());
    const JsonValue nothing = document->root()["b"]["c"];
    EXPECT_FALSE(nothing);
    EXPECT_EQ(nothing.kind(), JsonKind::None);
    EXPECT_EQ(nothing.string(), "");
    EXPECT_EQ(nothing.text(), "");
    EXPECT_TRUE(nothing.empty());
    EXPECT_EQ(nothing.number(), std::nullopt);
    for (const JsonValue value : {nothing, document->root()["a"]}) {
        EXPECT_TRUE(value.elements().begin() == value.elements().end());
        EXPECT_TRUE(value.members().begin() == value.members().end());
        EXPECT_EQ(value.integer(), std::nullopt);
    }
    EXPECT_EQ(document->root()["n"].integer(), std::nullopt);
    EXPECT_EQ(document->root()["n"].number(), 1.5);
}

TEST(JsonDocument, ReadsEscapesAsTheirCharacters)
{
    const std::string text = R"({"\u0061\"b":"\\\/\b\f\n\r\t \u00e9\u4e2d\ud83d\ude00 x"})";
    const auto value = read(text);
    ASSERT_TRUE(value.ok());
    EXPECT_EQ(*value, json::parse(text));
    for (const std::string wrong :
         {R"("\x")", R"("\u12")", R"("\u12g4")", R"("\ud800")", R"("\ud800\n")", R"("\ud800A")",
          R"("\udc00")", R"("\udfff")", R"("\ud800\ue000")", R"("\u+123")", R"("\)", R"("\")", R"("\u)"})
        EXPECT_FALSE(read(wrong).ok()) << wrong;
}

TEST(JsonDocument, RefusesWhatIsNotUtf8)
{
    for (const std::string right : {"\xc2\x80", "\xe0\xa0\x80", "\xed\x9f\xbf", "\xef\xbf\xbf",
                                    "\xf0\x90\x80\x80", "\xf4\x8f\xbf\xbf", "12345678\xc3\xa9", "\x7f"})
        EXPECT_TRUE(read("\"" + right + "\"").ok()) << right;
    for (const std::string wrong :
         {"\x80", "\xc1\xbf", "\xc3", "\xe0\x9f\xbf", "\xed\xa0\x80", "\xf0\x8f\xbf\xbf", "\xf4\x90\x80\x80",
          "\xf5\x80\x80\x80", "\xe4\xb8", "1234567\xff", "\xc3(", "\xe4\xb8(", "\xf0\x9f\x98(", "1234567\n"})
        EXPECT_FALSE(read("\"" + wrong + "\"").ok()) << wrong;
    for (char control = 0; control < 0x20; ++control) // RFC 8259, 7: never as they are
        for (const std::size_t before : {0U, 7U, 8U})
            EXPECT_FALSE(read("\"" + std::string(before, 'a') + control + "\"").ok()) << int{control};
    EXPECT_TRUE(read("\xef\xbb\xbf{}").ok()); // a byte order mark
    EXPECT_FALSE(read("\xef\xbb\xbf\xef\xbb\xbf{}").ok());
}

TEST(JsonDocument, RefusesWhatIsNoJson)
{
    for (const std::string wrong :
         {"",         " ",          "{",      "[",    "{]",    "[}",    "{\"a\"}",
          "{\"a\":}", "{\"a\":1,}", "[1,]",   "[,1]", "[1 2]", "{a:1}", "{\"a\":1 \"b\":2}",
          "tru",      "nul",        "True",   "01",   "-",     "+1",    "1.",
          ".5",       "1e",         "1e+",    "1 2",  "[]]",   "'a'",   "\"a",
          "NaN",      "1e400",      "-1e400", "{,}",  "[1}",   "\f1",   "//\n1"})
        EXPECT_FALSE(read(wrong).ok()) << wrong;
    EXPECT_FALSE(read(std::string("[1]\0", 4)).ok());
    EXPECT_FALSE(read("1" + std::string(400, '0')).ok());
}

TEST(JsonDocument, TellsWhereATextStopsBeingJson) // RFC 8259, 2
{
    const auto from = [](const std::string &byte) {
        return "$: is not JSON in UTF-8, from byte " + byte + " on";
    };
    const auto string = [](const std::string &byte) {
        return "$: is not JSON in UTF-8: the string at byte " + byte +
               " does not end, or has a wrong escape or character";
    };
    const std::string early = "$: is not JSON in UTF-8: it ends too early";
    EXPECT_EQ(detail(""), early);
    EXPECT_EQ(detail(" "), early);
    EXPECT_EQ(detail(R"({"a":1)"), early);
    EXPECT_EQ(detail("1."), early);
    EXPECT_EQ(detail("x"), from("1"));
    EXPECT_EQ(detail("\xef\xbb\xbf[1,]"), from("7")); // the byte order mark counts
    EXPECT_EQ(detail("{\"a\":1,}"), from("8"));
    EXPECT_EQ(detail("{\"a\":1} x"), from("9"));
    EXPECT_EQ(detail("[tru]"), from("2"));
    EXPECT_EQ(detail("[01]"), from("3"));
    EXPECT_EQ(detail(R"({"a":"b)"), string("6"));
    EXPECT_EQ(detail("[\"\xff\"]"), string("2"));
    EXPECT_EQ(detail(R"(["a","\x"])"), string("6"));
}

TEST(JsonDocument, CallsANumberTooGreatWhatItIs) // RFC 8259, 6
{
    const std::string rule = ": must be a number that a double can hold, not this number";
    EXPECT_EQ(detail(R"({"raw":1e999})"), "$.raw" + rule);
    EXPECT_EQ(detail("-1e400"), "$" + rule);
    EXPECT_EQ(detail("[1,{\"a\":0},1" + std::string(400, '0') + "]"), "$[2]" + rule);
}

TEST(JsonDocument, ReadsNumbersThatNoDoubleHoldsAsNearZero)
{
    const std::string zeros(400, '0');
    for (const std::string &tiny :
         {std::string("1e-400"), std::string("-1e-400"), std::string("1e-99999999999999999999"),
          "0." + zeros + "1", "0." + zeros + "1e5"})
        EXPECT_EQ(*read(tiny), 0.0) << tiny;
    EXPECT_EQ(*read("1" + zeros + "e-400"), 1.0);
    EXPECT_EQ(*read("0." + zeros + "1e401"), 1.0);
    EXPECT_FALSE(read("0." + zeros + "1e800").ok());
    EXPECT_FALSE(read("1e99999999999999999999").ok());
    EXPECT_EQ(*read("0e99999999999999999999"), 0.0);
}

TEST(JsonDocument, RefusesOneKeyTwiceInOneObject)
{
    std::string many = "{\"k0\":0";
    for (int i = 1; i < 100; ++i)
        many += ",\"k" + std::to_string(i) + "\":0";
    EXPECT_TRUE(read(many + "}").ok());
    const std::string rule = ": is a key that its object has twice";
    EXPECT_EQ(detail(many + ",\"k50\":1}"), "$.k50" + rule);
    EXPECT_EQ(detail(R"({"a":1,"\u0061":2})"), "$.a" + rule);
    EXPECT_EQ(detail(R"({"a":1,"b":{"c":0,"d":{},"c":1,"e":2}})"), "$.b.c" + rule);
    EXPECT_EQ(detail(R"([0,[{}],{"":[1,{"a b":0,"a b":0}]}])"), R"($[2][""][1]["a?b"])" + rule);
    EXPECT_TRUE(read(R"({"a":{"a":{"a":1}},"b":{"a":1}})").ok());
}

TEST(JsonDocument, BoundsHowDeepItGoes)
{
    const auto nested = [](std::size_t levels) {
        return std::string(levels, '[') + std::string(levels, ']');
    };
    EXPECT_TRUE(read(nested(64)).ok());
    const auto path = [](std::size_t levels) {
        std::string text = "$";
        for (std::size_t i = 0; i < levels; ++i)
            text += "[0]";
        return text;
    };
    const std::string array = path(64) + ": is an array nested deeper than 64 levels";
    EXPECT_EQ(detail(nested(65)), array);
    EXPECT_EQ(detail(std::string(1'000'000, '[')), array);
    EXPECT_EQ(detail(std::string(63, '[') + R"([],{"a":1,"b":{)"),
              path(62) + "[1].b: is an object nested deeper than 64 levels");
}

TEST(JsonDocument, BoundsHowManyValuesItHas)
{
    std::string most = "[0";
    for (std::size_t i = 2; i < JsonDocument::kMostValues; ++i)
        most += ",0";
    EXPECT_TRUE(read(most + "]").ok());
    EXPECT_EQ(read(most + ",0]").error().detail, "$: has more than 500000 values and keys");
}

TEST(JsonDocument, ReadsWhateverIsWrittenAsItWasMeant)
{
    EXPECT_TRUE(rc::check([](const std::map<std::string, std::vector<std::string>> &content, double real,
                             std::int64_t integer) {
        json object{{"statement", test::anyStatement()}, {"integer", integer}};
        if (std::isfinite(real))
            object["real"] = real;
        for (const auto &[key, list] : content) // what is replaced below must not make two keys the same
            object["more"][std::to_string(object["more"].size()) + key] = list;
        const std::string text =
            object.dump(test::pick(3) - 1, ' ', test::coin(), json::error_handler_t::replace);
        const auto again = read(text);
        RC_ASSERT(again.ok());
        RC_ASSERT(*again == json::parse(text));
    }));
}

TEST(JsonDocument, AcceptsOfBrokenTextsWhatAnotherReaderAccepts)
{
    EXPECT_TRUE(rc::check([] {
        std::string text = test::anyStatement().dump();
        for (int i = 0; i <= test::pick(3); ++i)
            text[static_cast<std::size_t>(test::pick(static_cast<int>(text.size())))] =
                *rc::gen::elementOf(std::string("\"\\{}[],:0e.- u\x80\xc3\xa9\x01tfn"));
        const json other = json::parse(text, nullptr, false);
        const auto ours = read(text);
        if (ours.ok())
            RC_ASSERT(*ours == other);
        else // the other one keeps the last of two equal keys
            RC_ASSERT(other.is_discarded() ||
                      ours.error().detail.ends_with(": is a key that its object has twice"));
    }));
}

} // namespace
} // namespace kapok::xapi
