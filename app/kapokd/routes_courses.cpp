// SPDX-License-Identifier: Apache-2.0
#include "app/kapokd/http/answers.h"
#include "app/kapokd/http/range.h"
#include "app/kapokd/publish.h"
#include "app/kapokd/router.h"
#include "core/base/files.h"
#include "core/base/hash.h"

#include <nlohmann/json.hpp>

namespace kapok::kapokd {
namespace {

using nlohmann::json;
namespace fs = std::filesystem;

Response notModified(const std::string &etag)
{
    Response response;
    response.status = 304;
    response.header("ETag", etag);
    return response;
}

/// A file of this process only, gone afterwards.
class ScratchFile {
public:
    ScratchFile() : m_path(fs::temp_directory_path() / ("kapokd-" + uuidV7(0) + ".kapok")) {}
    ~ScratchFile()
    {
        std::error_code ignored;
        fs::remove(m_path, ignored);
    }
    ScratchFile(const ScratchFile &) = delete;
    ScratchFile &operator=(const ScratchFile &) = delete;
    [[nodiscard]] const fs::path &path() const { return m_path; }

private:
    fs::path m_path;
};

} // namespace

Response getCatalogue(const Call &call)
{
    const auto entries = call.service.roster.catalogue();
    if (!entries.ok())
        return errorResponse(entries.error());
    json list = json::array();
    std::string all;
    for (const auto &entry : *entries) {
        list.push_back(json::parse(entry, nullptr, false));
        all += entry;
    }
    const std::string etag = "\"" + sha256(all) + "\"";
    if (isNotModified(call.request, etag))
        return notModified(etag);
    Response response =
        jsonResponse(200, {{"courses", list}, {"as_of", toIso8601(call.service.clock.now())}});
    response.header("ETag", etag);
    return response;
}

Response getManifest(const Call &call)
{
    const auto version = call.service.roster.offered(call.captures.front());
    if (!version.ok())
        return errorResponse(version.error());
    const std::string etag = "\"" + version->manifestSha256 + "\"";
    if (isNotModified(call.request, etag))
        return notModified(etag);
    Response response;
    response.header("Content-Type", "application/json");
    response.header("ETag", etag);
    response.header("X-Kapok-Signature", toBase64(version->signature));
    response.body = version->manifest;
    return response;
}

Response getBlob(const Call &call)
{
    const std::string &hash = call.captures.front();
    const auto blob = isSha256(hash) ? call.service.roster.blob(hash)
                                     : Error{ErrorCode::NotFound, "There is no file with this hash."};
    if (!blob.ok())
        return errorResponse(blob.error());
    if (!call.service.blobs.has(hash, blob->size))
        return errorResponse({ErrorCode::StorageBroken, "The server has lost this file; publish it again."});
    const std::string etag = "\"" + hash + "\"";
    if (isNotModified(call.request, etag))
        return notModified(etag);
    Response response;
    response.header("ETag", etag);
    response.header("Accept-Ranges", "bytes");
    const Range range = rangeOf(call.request, etag, blob->size);
    if (range.kind == Range::Kind::Unsatisfiable) {
        response = errorResponse(416, {ErrorCode::InvalidInput, "The file does not have these bytes."});
        response.header("Content-Range", "bytes */" + std::to_string(blob->size));
        return response;
    }
    response.header("Content-Type", blob->mediaType);
    response.header("Cache-Control", "private, max-age=31536000, immutable");
    response.file = FileSlice{call.service.blobs.path(hash), range.offset, range.size};
    if (range.kind == Range::Kind::Part) {
        response.status = 206;
        response.header("Content-Range", "bytes " + std::to_string(range.offset) + "-" +
                                             std::to_string(range.offset + range.size - 1) + "/" +
                                             std::to_string(blob->size));
    }
    return response;
}

Response postCourse(const Call &call)
{
    const ScratchFile file;
    if (const auto written = writeFileAtomically(file.path(), call.request.body); !written.ok())
        return errorResponse(written.error());
    const auto published = publishPackage(call.service, file.path());
    if (!published.ok()) {
        Error error = published.error();
        if (const auto at = error.detail.find(file.path().string()); at != std::string::npos)
            error.detail.replace(at, file.path().string().size(), "the package");
        return errorResponse(error);
    }
    return jsonResponse(published->isNew ? 201 : 200, json::parse(published->entry, nullptr, false));
}

} // namespace kapok::kapokd
