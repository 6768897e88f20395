// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/sync/transport.h"

#include <filesystem>
#include <memory>

namespace kapok::sync {

/// What a CurlTransport can be given; the defaults are what an app uses.
struct CurlOptions {
    std::filesystem::path
        caFile; ///< PEM bundle to believe instead of the system's; for schools with their own CA
    std::string userAgent = "Kapok";
};

/// The network, by libcurl: TLS verified, HTTP/2 where the server speaks it, connections kept for the next
/// request, answers decompressed. A cancel or a dead connection ends send() at once, at any point, name
/// look-up included. Thread-safety: one thread at a time.
class CurlTransport final : public Transport {
public:
    explicit CurlTransport(CurlOptions options = {});
    ~CurlTransport() override;

    [[nodiscard]] Result<Response> send(const Request &request, const CancelToken &cancel,
                                        BodySink *sink = nullptr) override;
    [[nodiscard]] std::unique_ptr<Pending> begin(const Request &request, const CancelToken &cancel) override;

private:
    struct Handles;
    class Running;
    std::unique_ptr<Handles> m_handles;
};

} // namespace kapok::sync
