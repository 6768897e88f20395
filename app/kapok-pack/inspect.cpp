// SPDX-License-Identifier: Apache-2.0
#include "app/kapok-pack/commands.h"
#include "app/kapok-pack/output.h"

#include <iostream>
#include <memory>

namespace kapok::pack {
namespace {

struct Options {
    std::string file;
    bool json = false;
};

std::string inAllLanguages(const LocalizedText &text, const std::vector<std::string> &languages)
{
    std::string all;
    for (const std::string &language : languages) {
        if (text.has(language))
            all += (all.empty() ? "" : " / ") + text.in(language);
    }
    return all;
}

void printCourse(const course::Course &course)
{
    std::string languages;
    for (const std::string &language : course.languages)
        languages += (languages.empty() ? "" : ", ") + language;
    std::string authors;
    for (const std::string &author : course.authors)
        authors += (authors.empty() ? "" : ", ") + author;
    std::cout << "Course:     " << course.id.value << " " << course.version << "\n"
              << "Title:      " << inAllLanguages(course.title, course.languages) << "\n"
              << "Languages:  " << languages << "\n"
              << "Address:    " << course.iri << "\n"
              << "Publisher:  " << inAllLanguages(course.publisher, course.languages) << "\n"
              << "Authors:    " << authors << "\n"
              << "Licence:    " << course.licence << "\n"
              << "Periods:    " << course.periods << "\n"
              << "Minutes:    " << course.minutes << "\n";
}

void printLessons(const course::Manifest &manifest)
{
    std::cout << "Lessons:\n";
    for (const course::Lesson &lesson : manifest.course.lessons) {
        std::cout << "  " << lesson.id.value << " (" << lesson.minutes
                  << " minutes): " << inAllLanguages(lesson.title, manifest.course.languages) << "\n";
        for (const course::Page &page : lesson.pages)
            std::cout << "    " << page.id.value << " [" << page.kind
                      << "]: " << inAllLanguages(page.title, manifest.course.languages) << "\n";
    }
}

void printFiles(const course::Manifest &manifest)
{
    std::map<std::string, std::pair<std::size_t, std::uint64_t>> byType;
    for (const course::BlobRef &blob : manifest.blobs) {
        auto &[count, bytes] = byType[blob.mediaType];
        ++count;
        bytes += blob.size;
    }
    std::cout << "Files:      " << manifest.blobs.size() << ", " << bytesText(manifest.totalBytes()) << "\n";
    for (const auto &[type, sum] : byType)
        std::cout << "  " << type << ": " << sum.first << ", " << bytesText(sum.second) << "\n";
}

int inspect(const Options &options)
{
    const auto reader = course::PackageReader::openUntrusted(options.file);
    if (!reader.ok())
        return refuse(options.file, reader.error());
    if (options.json) {
        std::cout << reader->manifestBytes();
        return kDone;
    }
    const auto key = course::signingKeyId(reader->signatureBytes());
    std::cout << "Package:    " << options.file << " (format " << reader->manifest().format << ")\n"
              << "Signed by:  " << (key.ok() ? "key " + *key : key.error().detail)
              << ", not checked here; use kapok-pack verify\n";
    printCourse(reader->manifest().course);
    printLessons(reader->manifest());
    printFiles(reader->manifest());
    return kDone;
}

} // namespace

void addInspect(CLI::App &app, Run &run)
{
    auto options = std::make_shared<Options>();
    CLI::App *command = app.add_subcommand("inspect", "Show what a package holds, whoever signed it");
    command->add_option("FILE", options->file, "The package")->required();
    command->add_flag("--json", options->json, "Print the manifest as it is in the package");
    command->callback([options, &run] { run = [options] { return inspect(*options); }; });
}

} // namespace kapok::pack
