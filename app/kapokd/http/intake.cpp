// SPDX-License-Identifier: Apache-2.0
#include "app/kapokd/http/intake.h"

#include "app/kapokd/http/message.h"

#include <algorithm>
#include <climits>
#include <cstring>
#include <initializer_list>

namespace kapok::kapokd {
namespace {

// Less than what the parser behind stops at, for it closes the connection without a word.
constexpr std::size_t kMostHead = 64 * 1024;
constexpr std::size_t kMostFields = 100;
constexpr std::size_t kLongestName = 256;
constexpr std::size_t kLongestValue = 16 * 1024;

/// Calls \p visit with each line of \p head, line break included, but the last, empty one.
template <class Visit> void eachLine(std::string_view head, Visit visit)
{
    while (!head.empty()) {
        const auto end = std::min(head.find('\n'), head.size() - 1) + 1;
        if (head.substr(0, end) == "\r\n" || head.substr(0, end) == "\n")
            return;
        visit(head.substr(0, end));
        head.remove_prefix(end);
    }
}

bool isFieldOf(std::string_view line, std::initializer_list<std::string_view> names)
{
    const std::string_view name = line.substr(0, line.find(':'));
    return std::ranges::any_of(names, [&](std::string_view other) { return sameToken(name, other); });
}

/// The request line and the fields of \p head without those named, with \p added (lines), and its end.
std::string rewrittenHead(std::string_view head, std::initializer_list<std::string_view> without,
                          const std::string &added)
{
    std::string out;
    bool dropping = false;
    eachLine(head, [&](std::string_view line) {
        const bool continues = !out.empty() && (line.front() == ' ' || line.front() == '\t');
        dropping = continues ? dropping : !out.empty() && isFieldOf(line, without);
        if (!dropping)
            out += line;
    });
    return out + added + "\r\n";
}

bool expectsContinue(std::string_view head)
{
    bool expects = false;
    eachLine(head, [&](std::string_view line) {
        expects = expects || (isFieldOf(line, {"expect"}) && line.find("100-") != std::string_view::npos);
    });
    return expects;
}

bool hasTooManyFields(std::string_view head)
{
    std::size_t count = 0;
    std::size_t length = 0; // of the value, which may go on in further lines
    bool isTooMuch = false;
    eachLine(head, [&](std::string_view line) {
        const bool continues = count > 0 && (line.front() == ' ' || line.front() == '\t');
        const auto colon = continues ? 0 : std::min(line.find(':'), line.size());
        count += continues ? 0 : 1;
        length = (continues ? length : 0) + line.size() - colon;
        const bool isField = count > 1; // the first line is the request's
        isTooMuch = isTooMuch || (isField && (colon > kLongestName || length > kLongestValue));
    });
    return isTooMuch || count > kMostFields + 1;
}

/// The value of a field's \p line, without the blanks around it.
std::string_view valueOf(std::string_view line)
{
    constexpr std::string_view kBlanks = " \t\r\n";
    line.remove_prefix(std::min(line.find(':') + 1, line.size()));
    line.remove_prefix(std::min(line.find_first_not_of(kBlanks), line.size()));
    return line.substr(0, line.find_last_not_of(kBlanks) + 1);
}

/// Whether \p head is not of HTTP/1, or can be read in two ways (RFC 9112, 3.2, 5.1 and 6.1): what stands in
/// front of this server, or the parser behind, might see another request in the same bytes.
bool isAmbiguous(std::string_view head, const http_parser &parser)
{
    std::size_t lines = 0;
    std::size_t hosts = 0;
    bool isCoding = false; // the field that goes on
    bool hasCoding = false;
    bool isWrong = parser.http_major != 1;
    eachLine(head, [&](std::string_view line) {
        if (lines++ == 0) // the request's own
            return;
        const bool continues = line.front() == ' ' || line.front() == '\t';
        const std::string_view name = line.substr(0, line.find(':'));
        isWrong =
            isWrong || (continues ? isCoding : name.empty() || name.ends_with(' ') || name.ends_with('\t'));
        if (continues)
            return;
        isCoding = sameToken(name, "transfer-encoding");
        isWrong = isWrong || (isCoding && (hasCoding || !sameToken(valueOf(line), "chunked")));
        hasCoding = hasCoding || isCoding;
        hosts += sameToken(name, "host") ? 1 : 0;
    });
    const bool isOld = parser.http_minor == 0;
    return isWrong || hosts > 1 || (isOld ? hasCoding : hosts == 0);
}

/// What the request line asks for.
std::string_view targetOf(std::string_view head)
{
    const auto begin = head.find(' ');
    if (begin == std::string_view::npos)
        return {};
    return head.substr(begin + 1, head.find_first_of(" \r\n", begin + 1) - begin - 1);
}

} // namespace

bool MemoryBudget::take(std::size_t bytes)
{
    std::size_t used = m_used;
    do {
        if (bytes > m_most || used > m_most - bytes)
            return false;
    } while (!m_used.compare_exchange_weak(used, used + bytes));
    return true;
}

bool MemoryBudget::hasRoomFor(std::uint64_t bytes) const
{
    const std::size_t used = m_used;
    return bytes <= m_most && used <= m_most - bytes;
}

Intake::Intake(const IntakeRules &rules, MemoryBudget &budget) : m_rules(rules), m_budget(budget)
{
    begin();
}

Intake::~Intake()
{
    giveBack();
}

const http_parser_settings &Intake::callbacks()
{
    static const http_parser_settings all = [] {
        http_parser_settings settings;
        http_parser_settings_init(&settings);
        settings.on_headers_complete = onHeadersComplete;
        settings.on_body = onBody;
        settings.on_message_complete = onMessageComplete;
        return settings;
    }();
    return all;
}

int Intake::onHeadersComplete(http_parser *parser)
{
    static_cast<Intake *>(parser->data)->m_headIsWhole = true;
    http_parser_pause(parser, 1);
    return 0;
}

int Intake::onBody(http_parser *parser, const char *at, std::size_t size)
{
    static_cast<Intake *>(parser->data)->takeBody({at, size});
    return 0;
}

int Intake::onMessageComplete(http_parser *parser)
{
    static_cast<Intake *>(parser->data)->m_isComplete = true;
    http_parser_pause(parser, 1); // the next request waits in m_in
    return 0;
}

void Intake::giveBack()
{
    m_budget.give(m_reserved);
    m_reserved = 0;
}

void Intake::begin()
{
    giveBack();
    ++m_requests;
    http_parser_init(&m_parser, HTTP_REQUEST);
    m_parser.data = this;
    m_mode = Mode::Head;
    m_headIsWhole = m_isComplete = m_continueDue = false;
    m_head.clear();
    m_body.clear();
    m_bodyBytes = 0;
}

Intake::Phase Intake::phase() const
{
    if (m_mode == Mode::Head)
        return m_head.empty() && m_in.empty() ? Phase::Idle : Phase::Head;
    return m_isComplete ? Phase::Idle : Phase::Body;
}

std::size_t Intake::take(char *to, std::size_t size)
{
    for (;;) {
        const std::size_t ready = std::min(size, m_out.size() - m_outAt);
        if (ready > 0) {
            std::memcpy(to, m_out.data() + m_outAt, ready);
            m_outAt += ready;
            if (m_outAt == m_out.size()) {
                m_out.clear();
                m_outAt = 0;
            }
            return ready;
        }
        if (m_isComplete)
            begin();
        if (m_in.empty() || isOver() || m_problem != 0)
            return 0;
        parse();
    }
}

void Intake::parse()
{
    // Empty lines before a request mean nothing (RFC 9112, 2.2); in m_head they would be its end.
    if (m_mode == Mode::Head && m_head.empty())
        m_in.erase(0, m_in.find_first_not_of("\r\n"));
    if (m_in.empty())
        return;
    const std::size_t consumed = http_parser_execute(&m_parser, &callbacks(), m_in.data(), m_in.size());
    const auto error = HTTP_PARSER_ERRNO(&m_parser);
    if (error != HPE_OK && error != HPE_PAUSED) {
        giveUp(error == HPE_HEADER_OVERFLOW ? 431 : 400);
        return;
    }
    if (m_mode == Mode::Head) {
        endHead(consumed);
        return;
    }
    if (m_isFull) { // what came of the body stays with the parser behind, and counted, until the end
        m_problem = 503;
        m_isComplete = false;
        m_in = {};
        return;
    }
    m_in.erase(0, consumed);
    if (m_isComplete)
        endMessage();
}

/// The parser has read \p consumed bytes of m_in as (a part of) a head.
void Intake::endHead(std::size_t consumed)
{
    if (!m_headIsWhole) {
        m_head.append(m_in, 0, consumed);
        m_in.erase(0, consumed);
        if (m_head.size() > kMostHead)
            giveUp(431);
        return;
    }
    // Paused here, it stands before the head's last line feed and will read it again.
    m_head.append(m_in, 0, consumed + 1);
    m_in.erase(0, consumed);
    if (isAmbiguous(m_head, m_parser)) {
        giveUp(400);
        return;
    }
    if (m_head.size() > kMostHead || hasTooManyFields(m_head)) {
        giveUp(431);
        return;
    }
    admit();
    http_parser_pause(&m_parser, 0);
}

void Intake::admit()
{
    const bool isChunked = (m_parser.flags & F_CHUNKED) != 0;
    const bool hasLength = m_parser.content_length != ULLONG_MAX;
    const std::uint64_t length = isChunked || !hasLength ? 0 : m_parser.content_length;
    m_limit = m_rules.bodyLimit(http_method_str(static_cast<http_method>(m_parser.method)),
                                pathOf(targetOf(m_head)));
    if (length > m_limit) {
        refuse(413);
    } else if (!m_budget.hasRoomFor(length)) {
        refuse(503);
    } else {
        // Taken as the body comes: else a few clients that only announce one would keep all others out.
        m_mode = isChunked ? Mode::Collect : Mode::Through;
        m_continueDue = (isChunked || length > 0) && waitsForContinue();
        if (!isChunked)
            m_out += m_head;
    }
}

/// HTTP/1.0 knows no "100 Continue" (RFC 9110, 10.1.1).
bool Intake::waitsForContinue() const
{
    return m_parser.http_minor > 0 && expectsContinue(m_head);
}

void Intake::refuse(int status)
{
    giveBack();
    m_body = {};
    m_mode = Mode::Swallow;
    // A client that waits for "100 Continue" may send the body or not after a refusal: no way to go on.
    const char *close = waitsForContinue() ? "Connection: close\r\n" : "";
    m_held = rewrittenHead(m_head, {"content-length", "transfer-encoding", "trailer", "expect"},
                           m_rules.refusalHeader + ": " + std::to_string(status) +
                               "\r\nContent-Length: 0\r\n" + close);
    // After the answer such a connection is closed. With bytes unread it would be reset, and the answer lost.
    if (*close != '\0' || http_should_keep_alive(&m_parser) != 0)
        letGo();
}

void Intake::letGo()
{
    m_out += m_held;
    m_held.clear();
}

void Intake::takeBody(std::string_view bytes)
{
    m_bodyBytes += bytes.size();
    if (m_mode == Mode::Through) {
        m_isFull = !reserve(bytes.size());
        if (!m_isFull)
            m_out += bytes;
    } else if (m_mode == Mode::Swallow) {
        m_swallowed += bytes.size();
        if (isOver())
            letGo();
    } else if (m_bodyBytes > m_limit) {
        refuse(413);
    } else if (!reserve(bytes.size())) {
        refuse(503);
    } else {
        m_body += bytes;
    }
}

bool Intake::reserve(std::size_t bytes)
{
    const bool isTaken = m_budget.take(bytes);
    m_reserved += isTaken ? bytes : 0;
    return isTaken;
}

void Intake::endMessage()
{
    letGo();
    if (m_mode != Mode::Collect)
        return;
    m_out += rewrittenHead(m_head, {"content-length", "transfer-encoding", "trailer", "expect"},
                           "Content-Length: " + std::to_string(m_body.size()) + "\r\n");
    m_out += m_body;
    m_body = {};
}

void Intake::giveUp(int status)
{
    giveBack();
    m_problem = status;
    m_in = {};
    m_head = {};
    m_body = {};
    m_held = {};
}

bool Intake::takeContinue()
{
    const bool isDue = m_continueDue && m_bodyBytes == 0 && !m_isComplete;
    m_continueDue = false;
    return isDue;
}

} // namespace kapok::kapokd
