// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/text.h"
#include "core/course/source_context.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>
#include <yaml-cpp/yaml.h>

namespace kapok::course {

/// A value in a YAML file and the line of its key (or, in a list, of itself).
struct YamlValue {
    YAML::Node node;
    int line = 1;
};

enum class Presence { Required, Optional };
/// Feedback and Hint are plain texts under a heading of their own.
enum class TextKind { Plain, Markdown, Feedback, Hint };

/// A mapping in a source file, read key by key. Every getter reports what is wrong at its line and then
/// returns an empty value, so that one pass finds everything; keys nobody asked for are reported on
/// destruction.
class YamlMap {
public:
    /// \p what names the thing in messages (`option "b"`); "" for the file itself.
    YamlMap(SourceContext &context, std::string path, const YamlValue &value, std::string what);
    ~YamlMap();
    YamlMap(const YamlMap &) = delete;
    YamlMap &operator=(const YamlMap &) = delete;

    [[nodiscard]] int line() const { return m_line; }
    [[nodiscard]] const std::string &path() const { return m_path; }
    /// Line of \p key, or of the mapping when it is not there.
    [[nodiscard]] int lineOf(const std::string &key) const;

    [[nodiscard]] std::optional<YamlValue> value(const std::string &key, Presence presence);
    [[nodiscard]] std::string text(const std::string &key, Presence presence = Presence::Required);
    [[nodiscard]] std::string id(const std::string &key = "id");
    /// 0 when it is not fit.
    [[nodiscard]] int integer(const std::string &key, int least, int most, std::optional<int> fallback = {});
    [[nodiscard]] double number(const std::string &key, double least, double most);
    [[nodiscard]] bool boolean(const std::string &key, bool fallback);
    [[nodiscard]] LocalizedText localized(const std::string &key, Presence presence = Presence::Required,
                                          TextKind kind = TextKind::Plain);
    /// Elements of a list of at least \p least.
    [[nodiscard]] std::vector<YamlValue> list(const std::string &key, std::size_t least,
                                              Presence presence = Presence::Required);

    /// Says nothing about keys that were not asked for.
    void ignoreRest();

    void error(int line, const std::string &sentence) { m_context.error(m_path, line, sentence); }
    void warn(int line, const std::string &sentence) { m_context.warn(m_path, line, sentence); }
    /// `"key"` or `"key" of option "b"`, to begin a sentence.
    [[nodiscard]] std::string label(const std::string &key) const;

private:
    /// Whether \p language is one of the course and new in \p soFar; else says what is wrong with it.
    bool isTextOfLanguage(const std::string &key, const std::string &language, const YamlValue &written,
                          const LocalizedText &soFar);
    void readTranslation(const std::string &key, const std::string &language, const YamlValue &written,
                         TextKind kind, LocalizedText &result);
    void checkLanguages(const std::string &key, const LocalizedText &text, int line);
    void checkText(const std::string &label, const std::string &text, int line, TextKind kind);
    void checkHeading(const std::string &label, const std::string &text, const std::string &language,
                      int line, TextKind kind);

    SourceContext &m_context;
    std::string m_path;
    std::string m_what;
    int m_line = 1;
    std::map<std::string, YamlValue> m_values;
    std::set<std::string> m_asked;
};

/// A list's element or a key's value as one text, when it is one: what YAML wrote, line ends as "\n".
[[nodiscard]] std::optional<std::string> scalarText(const YamlValue &value);

/// The mapping in file \p path of the course; reports and returns nothing when it cannot be read. The file
/// must exist.
[[nodiscard]] std::optional<YamlValue> loadYaml(SourceContext &context, const std::string &path);

} // namespace kapok::course
