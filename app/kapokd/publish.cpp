// SPDX-License-Identifier: Apache-2.0
#include "app/kapokd/publish.h"

#include "core/base/hash.h"
#include "core/course/package.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace kapok::kapokd {
namespace {

using nlohmann::json;

json coverOf(const course::FileRef &cover)
{
    if (cover.empty())
        return nullptr;
    return {{"sha256", cover.sha256}, {"size", cover.size}, {"type", cover.mediaType}};
}

json entryOf(const course::PackageReader &package, const std::string &sha256, Time published)
{
    const course::Manifest &manifest = package.manifest();
    const course::Course &course = manifest.course;
    return {{"id", course.id.value},
            {"version", course.version},
            {"manifest", sha256},
            {"manifest_size", package.manifestBytes().size()},
            {"size", manifest.totalBytes()},
            {"title", course.title.byLanguage},
            {"summary", course.summary.byLanguage},
            {"subject", course.subject},
            {"languages", course.languages},
            {"minutes", course.minutes},
            {"periods", course.periods},
            {"lessons", course.lessons.size()},
            {"cover", coverOf(course.cover)},
            {"cover_dark", coverOf(course.coverDark)},
            {"published", toIso8601(published)}};
}

Status keepBlobs(Service &service, course::PackageReader &package)
{
    for (const auto &blob : package.manifest().blobs) {
        if (service.blobs.has(blob.sha256, blob.size))
            continue;
        KAPOK_TRY(service.blobs.put(
            blob.sha256, [&](const BlobFolder::Sink &sink) { return package.copyBlob(blob.sha256, sink); }));
    }
    return success();
}

} // namespace

Result<course::TrustedKeys> trustedKeys(Service &service)
{
    course::TrustedKeys keys;
    KAPOK_TRY_ASSIGN(const auto stored, service.roster.trustedKeys());
    for (const auto &one : stored) {
        KAPOK_TRY_ASSIGN(const std::string bytes, fromBase64(one.publicKey));
        course::PublicKey key;
        if (bytes.size() != key.bytes.size())
            return Error{ErrorCode::Corrupt, "A trusted key of the database has the wrong length."};
        std::copy(bytes.begin(), bytes.end(), key.bytes.begin());
        key.name = one.name;
        keys.add(key);
    }
    return keys;
}

Result<Published> publishPackage(Service &service, const std::filesystem::path &file)
{
    KAPOK_TRY_ASSIGN(const auto keys, trustedKeys(service));
    KAPOK_TRY_ASSIGN(auto package, course::PackageReader::open(file, keys));
    KAPOK_TRY(package.verifyAll());
    KAPOK_TRY(keepBlobs(service, package));
    const course::Course &course = package.manifest().course;
    roster::CourseVersion version;
    version.course = course.id.value;
    version.version = course.version;
    version.iri = course.iri;
    version.lessons = static_cast<int>(course.lessons.size());
    version.published = service.clock.now();
    version.manifestSha256 = sha256(package.manifestBytes());
    version.entry = entryOf(package, version.manifestSha256, version.published).dump();
    version.manifest = package.manifestBytes();
    version.signature = package.signatureBytes();
    std::vector<roster::BlobInfo> blobs;
    for (const auto &blob : package.manifest().blobs)
        blobs.push_back({blob.sha256, blob.size, blob.mediaType});
    const auto offered = service.roster.offered(version.course);
    if (!offered.ok() && offered.error().code != ErrorCode::NotFound)
        return offered.error();
    const bool isNewest = !offered.ok() || course::compareVersions(version.version, offered->version) > 0;
    KAPOK_TRY_ASSIGN(const bool isNew, service.roster.publish(version, blobs, isNewest));
    return Published{version.course, version.version, version.entry, isNew};
}

} // namespace kapok::kapokd
