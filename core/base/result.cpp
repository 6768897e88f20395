// SPDX-License-Identifier: Apache-2.0
#include "core/base/result.h"

namespace kapok {

const char *toString(ErrorCode code)
{
    switch (code) {
    case ErrorCode::NotFound:
        return "not_found";
    case ErrorCode::InvalidInput:
        return "invalid_input";
    case ErrorCode::Conflict:
        return "conflict";
    case ErrorCode::Unauthorized:
        return "unauthorized";
    case ErrorCode::Forbidden:
        return "forbidden";
    case ErrorCode::Throttled:
        return "throttled";
    case ErrorCode::StorageFull:
        return "storage_full";
    case ErrorCode::StorageBroken:
        return "storage_broken";
    case ErrorCode::NewerFormat:
        return "newer_format";
    case ErrorCode::NotTrusted:
        return "not_trusted";
    case ErrorCode::Corrupt:
        return "corrupt";
    case ErrorCode::Network:
        return "network";
    case ErrorCode::Refused:
        return "refused";
    case ErrorCode::Cancelled:
        return "cancelled";
    case ErrorCode::Internal:
        return "internal";
    }
    return "internal";
}

const Error &noError()
{
    static const Error kNone{ErrorCode::Internal, "nothing failed"};
    return kNone;
}

} // namespace kapok
