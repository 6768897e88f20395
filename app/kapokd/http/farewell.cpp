// SPDX-License-Identifier: Apache-2.0
#include "app/kapokd/http/farewell.h"

#include "app/kapokd/http/answers.h"

namespace kapok::kapokd {
namespace {

struct Words {
    const char *reason;
    ErrorCode code;
    const char *detail;
};

Words wordsOf(int status)
{
    switch (status) {
    case 408:
        return {"Request Timeout", ErrorCode::InvalidInput,
                "The request did not come to its end in time; send it again on a new connection."};
    case 431:
        return {"Request Header Fields Too Large", ErrorCode::InvalidInput,
                "The head of the request is too large: at most 64 KB in 100 fields of 16 KB."};
    case 503:
        return {"Service Unavailable", ErrorCode::Throttled, "Too much to do at once; come back later."};
    default:
        return {"Bad Request", ErrorCode::InvalidInput,
                "This is no HTTP/1.1 request, or can be read in two ways: look at Host, Content-Length and "
                "Transfer-Encoding."};
    }
}

} // namespace

std::string farewell(int status)
{
    const Words words = wordsOf(status);
    const Response response = errorResponse(status, {words.code, words.detail});
    std::string text = "HTTP/1.1 " + std::to_string(status) + " " + words.reason + "\r\n";
    for (const auto &[name, value] : response.headers)
        text += name + ": " + value + "\r\n";
    return text + "Content-Length: " + std::to_string(response.body.size()) +
           "\r\nConnection: close\r\n\r\n" + response.body;
}

} // namespace kapok::kapokd
