// SPDX-License-Identifier: Apache-2.0
#include "core/course/captions.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace kapok::course {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view kArrow = "-->";
constexpr std::string_view kTimesForm = R"(write them like "00:01.000 --> 00:04.000")";

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\f';
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && isSpace(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isSpace(text.back()))
        text.remove_suffix(1);
    return text;
}

/// Lines of \p bytes at LF, CRLF or CR (WebVTT 6.1, steps 1 to 3).
std::vector<std::string_view> linesOf(std::string_view bytes)
{
    std::vector<std::string_view> lines;
    while (!bytes.empty()) {
        const std::size_t end = std::min(bytes.find_first_of("\r\n"), bytes.size());
        lines.push_back(bytes.substr(0, end));
        bytes.remove_prefix(end);
        if (bytes.starts_with("\r\n"))
            bytes.remove_prefix(2);
        else if (!bytes.empty())
            bytes.remove_prefix(1);
    }
    return lines;
}

/// Takes exactly \p digits digits (or, when 0, at least two) off \p text.
std::optional<std::int64_t> takeDigits(std::string_view &text, std::size_t digits)
{
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const auto length = static_cast<std::size_t>(end - text.data());
    const bool fits = digits == 0 ? length >= 2 && length <= 6 : length == digits;
    if (error != std::errc() || text.starts_with('-') || !fits)
        return std::nullopt;
    text.remove_prefix(length);
    return value;
}

bool take(std::string_view &text, char c)
{
    if (!text.starts_with(c))
        return false;
    text.remove_prefix(1);
    return true;
}

/// Takes "[hh:]mm:ss.mmm" off \p text (WebVTT 6.3, collect a timestamp).
std::optional<std::int64_t> takeTimestamp(std::string_view &text)
{
    std::int64_t hours = 0;
    auto minutes = takeDigits(text, 0);
    if (!minutes || !take(text, ':'))
        return std::nullopt;
    auto seconds = takeDigits(text, 2);
    if (seconds && take(text, ':')) {
        hours = *minutes;
        minutes = seconds;
        seconds = takeDigits(text, 2);
    }
    if (!seconds || !take(text, '.') || *minutes > 59 || *seconds > 59)
        return std::nullopt;
    const auto milliseconds = takeDigits(text, 3);
    if (!milliseconds)
        return std::nullopt;
    return ((hours * 60 + *minutes) * 60 + *seconds) * 1000 + *milliseconds;
}

/// Times of the cue whose timing line is \p line; settings behind them are for browsers only.
std::optional<Cue> parseTimes(std::string_view line)
{
    line = trimmed(line);
    const auto start = takeTimestamp(line);
    line = trimmed(line);
    if (!start || !line.starts_with(kArrow))
        return std::nullopt;
    line = trimmed(line.substr(kArrow.size()));
    const auto end = takeTimestamp(line);
    if (!end || (!line.empty() && !isSpace(line.front())))
        return std::nullopt;
    return Cue{*start, *end, {}};
}

/// The character of the entity at the start of \p text, which it takes off; the ampersand itself for others.
std::string_view takeEntity(std::string_view &text)
{
    struct Entity {
        std::string_view name;
        std::string_view character;
    };
    static constexpr std::array<Entity, 6> kEntities = {{{"&amp;", "&"},
                                                         {"&lt;", "<"},
                                                         {"&gt;", ">"},
                                                         {"&nbsp;", "\u00a0"},
                                                         {"&lrm;", "\u200e"},
                                                         {"&rlm;", "\u200f"}}};
    for (const Entity &entity : kEntities) {
        if (text.starts_with(entity.name)) {
            text.remove_prefix(entity.name.size());
            return entity.character;
        }
    }
    text.remove_prefix(1);
    return "&";
}

/// Cue text without tags (<b>, <v Lan>, <00:01.000>) and with entities resolved.
std::string plainText(std::string_view text)
{
    std::string plain;
    while (!text.empty()) {
        if (text.front() == '<') {
            text.remove_prefix(std::min(text.find('>'), text.size() - 1) + 1);
        } else if (text.front() == '&') {
            plain += takeEntity(text);
        } else if (text.front() == '\0') {
            plain += "\ufffd";
            text.remove_prefix(1);
        } else {
            plain += text.front();
            text.remove_prefix(1);
        }
    }
    return plain;
}

/// Goes through the blocks of one file.
class VttReader {
public:
    explicit VttReader(std::string_view bytes) : m_lines(linesOf(bytes)) {}

    Captions read()
    {
        if (!takeSignature())
            return std::move(m_captions);
        while (m_at < m_lines.size()) {
            if (m_lines[m_at].empty())
                ++m_at;
            else
                readBlock();
        }
        if (m_captions.cues.empty() && m_captions.faults.empty())
            fault(0, "There are no captions in this file.");
        std::stable_sort(m_captions.cues.begin(), m_captions.cues.end(),
                         [](const Cue &a, const Cue &b) { return a.startMs < b.startMs; });
        return std::move(m_captions);
    }

private:
    void fault(std::size_t index, std::string sentence)
    {
        m_captions.faults.push_back({static_cast<int>(index) + 1, std::move(sentence)});
    }

    bool takeSignature()
    {
        const std::string_view first = m_lines.empty() ? ""sv : m_lines.front();
        if (!first.starts_with("WEBVTT") || (first.size() > 6 && !isSpace(first[6]))) {
            fault(0, R"(This is no WebVTT file: its first line must be "WEBVTT".)");
            return false;
        }
        for (m_at = 1; m_at < m_lines.size() && !m_lines[m_at].empty(); ++m_at) {
            if (m_lines[m_at].find(kArrow) != std::string_view::npos) {
                fault(m_at, R"(Leave an empty line between "WEBVTT" and the first caption.)");
                break;
            }
        }
        return true;
    }

    /// Reads a block that starts at a line which is not empty.
    void readBlock()
    {
        const std::size_t first = m_at;
        const bool hasArrow = isTimes(first);
        if (hasArrow || (first + 1 < m_lines.size() && isTimes(first + 1))) {
            m_at = hasArrow ? first : first + 1;
            readCue();
            return;
        }
        const std::string_view line = m_lines[first];
        const bool isOther =
            line.starts_with("NOTE") || line.starts_with("STYLE") || line.starts_with("REGION");
        if (!isOther)
            fault(first,
                  "This text has no times above it, so it is never shown; " + std::string(kTimesForm) + ".");
        while (m_at < m_lines.size() && !m_lines[m_at].empty() && (m_at == first || !isTimes(m_at)))
            ++m_at;
    }

    [[nodiscard]] bool isTimes(std::size_t index) const
    {
        return m_lines[index].find(kArrow) != std::string_view::npos;
    }

    /// Reads the timing line at m_at and the text under it, up to an empty line or the next timing line.
    void readCue()
    {
        const std::size_t timesAt = m_at++;
        auto cue = parseTimes(m_lines[timesAt]);
        std::string text;
        for (; m_at < m_lines.size() && !m_lines[m_at].empty(); ++m_at) {
            if (isTimes(m_at)) {
                fault(m_at, "Leave an empty line before each caption.");
                break;
            }
            text += text.empty() ? "" : "\n";
            text += m_lines[m_at];
        }
        if (!cue) {
            fault(timesAt, "The times of this caption cannot be read; " + std::string(kTimesForm) + ".");
            return;
        }
        cue->text = plainText(text);
        keep(std::move(*cue), timesAt);
    }

    void keep(Cue cue, std::size_t timesAt)
    {
        if (cue.endMs <= cue.startMs) {
            fault(timesAt, "This caption ends before it starts, so it is never shown; correct its times.");
            return;
        }
        if (trimmed(cue.text).empty())
            fault(timesAt, "This caption has no text; write it below the times or remove them.");
        if (!m_captions.cues.empty() && cue.startMs < m_captions.cues.back().startMs)
            fault(timesAt, "This caption starts before the one above it; put captions in the order of time.");
        m_captions.cues.push_back(std::move(cue));
    }

    std::vector<std::string_view> m_lines;
    std::size_t m_at = 0;
    Captions m_captions;
};

} // namespace

Captions readCaptions(std::string_view bytes)
{
    if (bytes.starts_with("\ufeff"))
        bytes.remove_prefix(3);
    if (!isUtf8(bytes))
        return {{}, {{1, "This file is not in UTF-8; save it again as UTF-8 text."}}};
    return VttReader(bytes).read();
}

const Cue *cueAt(const std::vector<Cue> &cues, std::int64_t ms)
{
    auto after = std::upper_bound(cues.begin(), cues.end(), ms,
                                  [](std::int64_t time, const Cue &cue) { return time < cue.startMs; });
    while (after != cues.begin()) {
        --after;
        if (ms < after->endMs)
            return &*after;
    }
    return nullptr;
}

std::optional<int> parseClock(std::string_view text)
{
    int total = 0;
    int parts = 0;
    while (true) {
        int value = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        const auto length = static_cast<std::size_t>(end - text.data());
        const bool isFirst = parts == 0;
        if (error != std::errc() || text.starts_with('-') || length > (isFirst ? 3u : 2u) ||
            (!isFirst && (length != 2 || value > 59)))
            return std::nullopt;
        total = total * 60 + value;
        text.remove_prefix(length);
        if (++parts > 3)
            return std::nullopt;
        if (text.empty())
            return parts >= 2 ? std::optional(total) : std::nullopt;
        if (!take(text, ':'))
            return std::nullopt;
    }
}

} // namespace kapok::course
