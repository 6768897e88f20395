// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace kapok {

/// What went wrong, for code. The view-model turns it into a sentence for a teacher;
/// a program turns it into its exit line.
enum class ErrorCode {
    NotFound,      ///< The thing asked for does not exist here.
    InvalidInput,  ///< The caller's input breaks a rule; detail says which and where.
    Conflict,      ///< Same id, different content.
    Unauthorized,  ///< No or wrong credential.
    Forbidden,     ///< Known credential without the right.
    Throttled,     ///< Too many tries; wait.
    StorageFull,   ///< No room on the disk.
    StorageBroken, ///< Read-only, damaged or otherwise unusable storage.
    NewerFormat,   ///< Written by a newer version of Kapok; left untouched.
    NotTrusted,    ///< Signature missing, wrong, or of an unknown signer.
    Corrupt,       ///< Content does not match its hash or its own structure.
    Network,       ///< No connection, or it broke, or it stayed silent.
    Refused,       ///< The other side answered and said no.
    Cancelled,     ///< Stopped on request.
    Internal,      ///< A failure that is none of the above.
};

/// Stable English name of \p code, for logs and JSON ("not_found").
[[nodiscard]] const char *toString(ErrorCode code);

/// A failure. `detail` is a plain English sentence: what, where, and what to do. It never holds
/// a secret or a person's name.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    std::string detail;
};

/// What error() of a success gives, so that a mistake of ours is a sentence and not undefined behaviour:
/// Internal.
[[nodiscard]] const Error &noError();

/// Either the value asked for or the Error that prevented it. Ignoring one is a compile error
/// under -Werror. No exception leaves a core header; failures come back as this.
template <class T> class [[nodiscard]] Result {
public:
    // Implicit on purpose: `return value;` and `return Error{…};` both read well.
    Result(T value) : m_state(std::move(value)) {}
    Result(Error error) : m_state(tl::make_unexpected(std::move(error))) {}

    explicit operator bool() const { return m_state.has_value(); }
    [[nodiscard]] bool ok() const { return m_state.has_value(); }
    const T &value() const & { return *m_state; }
    T &value() & { return *m_state; }
    T &&value() && { return *std::move(m_state); }
    const T &operator*() const & { return *m_state; }
    T &operator*() & { return *m_state; }
    T &&operator*() && { return *std::move(m_state); }
    const T *operator->() const { return &*m_state; }
    T *operator->() { return &*m_state; }
    const Error &error() const { return ok() ? noError() : m_state.error(); }

private:
    tl::expected<T, Error> m_state;
};

/// The outcome of work that has nothing to return.
template <> class [[nodiscard]] Result<void> {
public:
    Result() = default;
    Result(Error error) : m_state(tl::make_unexpected(std::move(error))) {}

    explicit operator bool() const { return m_state.has_value(); }
    [[nodiscard]] bool ok() const { return m_state.has_value(); }
    const Error &error() const { return ok() ? noError() : m_state.error(); }

private:
    tl::expected<void, Error> m_state;
};

using Status = Result<void>;

/// Success, for `return success();`.
[[nodiscard]] inline Status success()
{
    return {};
}

} // namespace kapok

/// Returns the error of \p expression from the calling function, if it failed.
#define KAPOK_TRY(expression)                                                                                \
    do {                                                                                                     \
        if (auto kapokStatus = (expression); !kapokStatus.ok())                                              \
            return kapokStatus.error();                                                                      \
    } while (false)

#define KAPOK_CONCAT_INNER(a, b) a##b
#define KAPOK_CONCAT(a, b) KAPOK_CONCAT_INNER(a, b)

/// Declares \p declaration from the value of \p expression, or returns its error.
#define KAPOK_TRY_ASSIGN(declaration, expression)                                                            \
    auto KAPOK_CONCAT(kapokResult, __LINE__) = (expression);                                                 \
    if (!KAPOK_CONCAT(kapokResult, __LINE__).ok())                                                           \
        return KAPOK_CONCAT(kapokResult, __LINE__).error();                                                  \
    declaration = *std::move(KAPOK_CONCAT(kapokResult, __LINE__))
