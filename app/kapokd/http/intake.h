// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <http_parser.h>
#include <string>
#include <string_view>

namespace kapok::kapokd {

/// Bytes of requests and answers that may lie in memory at once, over all connections.
/// Thread-safety: everything from any thread.
class MemoryBudget {
public:
    explicit MemoryBudget(std::size_t most) : m_most(most) {}

    /// Whether \p bytes could be taken now.
    [[nodiscard]] bool hasRoomFor(std::uint64_t bytes) const;
    /// Takes \p bytes when there is room for them.
    [[nodiscard]] bool take(std::size_t bytes);
    /// Takes them in any case: they are there already.
    void add(std::size_t bytes) { m_used += bytes; }
    void give(std::size_t bytes) { m_used -= bytes; }
    [[nodiscard]] std::size_t used() const { return m_used; }

private:
    std::size_t m_most;
    std::atomic<std::size_t> m_used = 0;
};

struct IntakeRules {
    /// Most bytes of the body of a request with this method and path.
    std::function<std::uint64_t(std::string_view method, std::string_view path)> bodyLimit;
    /// Added to a request whose body is left out; its value is the status wanted. Nobody outside can know it.
    std::string refusalHeader;
    /// Bytes of refused bodies that are read and thrown away, so that the client gets to read the answer.
    std::uint64_t mostSwallowed = 256u << 20;
};

/// What stands between one connection and the HTTP parser behind it: lets whole requests through one after
/// the other, and in place of a request whose body is too large, or for which there is no memory now, the
/// same one without its body, so that it gets a real answer. Bodies in chunks get a Content-Length.
/// What is no HTTP/1, can be read in two ways, or has too large a head, does not go through: problem() says
/// so.
class Intake {
public:
    /// Both outlive this.
    Intake(const IntakeRules &rules, MemoryBudget &budget);
    ~Intake();
    Intake(const Intake &) = delete;
    Intake &operator=(const Intake &) = delete;

    /// Takes in what the connection sent.
    void receive(std::string_view bytes) { m_in.append(bytes); }
    /// Copies at most \p size bytes of the current request to \p to. 0: nothing to give before more comes in
    /// (or, when isOver(), ever). Asked for more after the end of a request, it begins with the next one.
    [[nodiscard]] std::size_t take(char *to, std::size_t size);
    /// Whether "100 Continue" is due; true once for each request that waits for it.
    [[nodiscard]] bool takeContinue();
    /// Whether the connection is to be closed: it sends on and on what was refused.
    [[nodiscard]] bool isOver() const { return m_swallowed > m_rules.mostSwallowed; }

    /// The status to refuse the connection with: 400 when what came is no HTTP/1 or can be read in two ways,
    /// 431 when a head is too large, 503 when there is no memory left for the rest of a body; 0 as long as
    /// all is well. Nothing more comes out then.
    [[nodiscard]] int problem() const { return m_problem; }

    enum class Phase { Idle, Head, Body };
    /// Where in a request the connection is.
    [[nodiscard]] Phase phase() const;
    /// Requests that were begun, the current one too.
    [[nodiscard]] std::uint64_t requests() const { return m_requests; }
    /// Bytes of the current request's body that came in.
    [[nodiscard]] std::uint64_t bodyBytes() const { return m_bodyBytes; }

private:
    enum class Mode { Head, Through, Collect, Swallow };

    static int onHeadersComplete(http_parser *parser);
    static int onBody(http_parser *parser, const char *at, std::size_t size);
    static int onMessageComplete(http_parser *parser);
    static const http_parser_settings &callbacks();

    void begin();
    void parse();
    void endHead(std::size_t consumed);
    void admit();
    [[nodiscard]] bool waitsForContinue() const;
    void refuse(int status);
    void letGo();
    void takeBody(std::string_view bytes);
    [[nodiscard]] bool reserve(std::size_t bytes);
    void endMessage();
    void giveUp(int status);
    void giveBack();

    const IntakeRules &m_rules;
    MemoryBudget &m_budget;
    http_parser m_parser{};
    Mode m_mode = Mode::Head;
    bool m_headIsWhole = false; ///< the parser stands at the end of the head
    bool m_isComplete = false;  ///< the whole request was parsed
    bool m_continueDue = false;
    bool m_isFull = false; ///< no memory for what just came of the body
    std::string m_in;      ///< came in, not parsed
    std::string m_head;    ///< of the current request
    std::string m_body;    ///< collected from chunks
    std::string m_held;    ///< a refused request that waits for the end of its body
    std::string m_out;     ///< for the parser behind
    std::size_t m_outAt = 0;
    int m_problem = 0;
    std::uint64_t m_requests = 0;
    std::uint64_t m_limit = 0;
    std::uint64_t m_bodyBytes = 0;
    std::uint64_t m_swallowed = 0;
    std::size_t m_reserved = 0;
};

} // namespace kapok::kapokd
