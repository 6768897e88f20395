// SPDX-License-Identifier: Apache-2.0
#include "core/course/manifest.h"

#include <algorithm>

namespace kapok::course {
namespace {

Error corruptPage(const Lesson &lesson, const Page &page, const std::string &why)
{
    return {ErrorCode::Corrupt, "page " + lesson.id.value + "/" + page.id.value + " " + why};
}

/// Every file that \p page uses is in the manifest, with the size and type the page says.
Status checkFiles(const Manifest &manifest, const Lesson &lesson, const Page &page)
{
    for (const FileRef &file : filesOf(page)) {
        const BlobRef *blob = manifest.find(file.sha256);
        if (!blob || blob->size != file.size || blob->mediaType != file.mediaType)
            return corruptPage(lesson, page, "uses a file that is not in the manifest");
    }
    return success();
}

Result<Page> readPage(const Manifest &manifest, const Lesson &lesson, const Page &listed,
                      const BlobReader &blobs)
{
    const auto blob = manifest.pageBlobs.find({lesson.id, listed.id});
    if (blob == manifest.pageBlobs.end())
        return corruptPage(lesson, listed, "has no content in the manifest");
    KAPOK_TRY_ASSIGN(const std::string bytes, blobs(blob->second));
    auto page = pageFromJson(bytes);
    if (!page.ok())
        return corruptPage(lesson, listed, "cannot be read: " + page.error().detail);
    if (page->id != listed.id || page->kind != listed.kind || page->title != listed.title)
        return corruptPage(lesson, listed, "is not the one the manifest names");
    KAPOK_TRY(checkFiles(manifest, lesson, *page));
    return page;
}

} // namespace

const BlobRef *Manifest::find(std::string_view sha256) const
{
    const auto found =
        std::lower_bound(blobs.begin(), blobs.end(), sha256,
                         [](const BlobRef &blob, std::string_view wanted) { return blob.sha256 < wanted; });
    return found == blobs.end() || found->sha256 != sha256 ? nullptr : &*found;
}

std::uint64_t Manifest::totalBytes() const
{
    std::uint64_t total = 0;
    for (const BlobRef &blob : blobs)
        total += blob.size;
    return total;
}

Result<Course> assemble(const Manifest &manifest, const BlobReader &blobs)
{
    Course course = manifest.course;
    for (Lesson &lesson : course.lessons) {
        for (Page &page : lesson.pages) {
            KAPOK_TRY_ASSIGN(page, readPage(manifest, lesson, page, blobs));
        }
    }
    return course;
}

std::vector<BlobRef> missingBlobs(const Manifest &wanted, const Manifest &have)
{
    std::vector<BlobRef> missing;
    std::copy_if(wanted.blobs.begin(), wanted.blobs.end(), std::back_inserter(missing),
                 [&](const BlobRef &blob) { return !have.find(blob.sha256); });
    return missing;
}

} // namespace kapok::course
