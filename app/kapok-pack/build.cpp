// SPDX-License-Identifier: Apache-2.0
#include "app/kapok-pack/commands.h"
#include "app/kapok-pack/output.h"

#include <iostream>
#include <memory>

namespace kapok::pack {
namespace {

struct Options {
    std::string folder;
    std::string output;
    std::string key;
    std::string since;
};

/// Prints what a device that has the package \p since downloads to get to \p built.
int printUpdate(const std::string &since, const course::BuiltPackage &built)
{
    const auto old = course::PackageReader::openUntrusted(since);
    if (!old.ok())
        return refuse(since, old.error());
    if (old->manifest().course.id != built.manifest.course.id) {
        std::cerr << "kapok-pack: " << since << " is a package of another course ("
                  << old->manifest().course.id.value << ").\n";
        return kRefused;
    }
    std::uint64_t bytes = course::writeManifest(built.manifest).size();
    const auto missing = course::missingBlobs(built.manifest, old->manifest());
    for (const course::BlobRef &blob : missing)
        bytes += blob.size;
    std::cout << "A device that has version " << old->manifest().course.version << " downloads "
              << bytesText(bytes) << " (" << missing.size() << " of " << built.manifest.blobs.size()
              << " files).\n";
    if (!missing.empty() &&
        course::compareVersions(built.manifest.course.version, old->manifest().course.version) <= 0)
        std::cerr << "kapok-pack: the course has changed, but its version (" << built.manifest.course.version
                  << ") is not newer; raise \"version\" in course.yaml, or devices keep what they have.\n";
    return kDone;
}

int build(const Options &options)
{
    const auto key = course::SecretKey::load(options.key);
    if (!key.ok())
        return refuse(options.key, key.error());
    const auto report = course::readSource(options.folder);
    printFindings(std::cerr, report, options.folder);
    if (!report.course) {
        std::cerr << "kapok-pack: " << options.folder << ": " << countText(report)
                  << "; nothing was packed.\n";
        return kRefused;
    }
    auto built = [&] {
        ProgressLine progress("Packing " + report.course->id.value);
        return course::buildPackage(*report.course, options.folder, *key, options.output,
                                    progress.callback());
    }();
    if (!built.ok())
        return refuse(options.output, built.error());
    std::cout << options.output << ": " << built->manifest.course.id.value << " "
              << built->manifest.course.version << ", " << bytesText(built->bytes) << ", "
              << built->manifest.blobs.size() << " files, signed with key " << key->publicKey().id() << " ("
              << key->publicKey().name << ")\n";
    return options.since.empty() ? kDone : printUpdate(options.since, *built);
}

} // namespace

void addBuild(CLI::App &app, Run &run)
{
    auto options = std::make_shared<Options>();
    CLI::App *command = app.add_subcommand("build", "Check a course and pack it into one signed file");
    command->add_option("DIR", options->folder, "Folder of the course (it has course.yaml)")->required();
    command->add_option("-o,--output", options->output, "Package to write, such as planning.kapok")
        ->required();
    command->add_option("--key", options->key, "Secret key to sign with (see keygen)")->required();
    command->add_option("--since", options->since,
                        "An older package of the course: say how much a device that has it will download");
    command->footer(
        "The same course and key always give the same bytes. A course with errors is not packed.");
    command->callback([options, &run] { run = [options] { return build(*options); }; });
}

} // namespace kapok::pack
