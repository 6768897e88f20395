// SPDX-License-Identifier: Apache-2.0
#include "app/kapok-pack/commands.h"
#include "app/kapok-pack/output.h"

#include <iostream>
#include <memory>
#include <vector>

namespace kapok::pack {
namespace {

struct Options {
    std::string file;
    std::vector<std::string> trust;
};

/// Reads every file of the package; returns an exit code.
int readAll(course::PackageReader &reader, const std::string &file)
{
    ProgressLine progress("Verifying " + file);
    const auto verified = reader.verifyAll(progress.callback());
    return verified.ok() ? kDone : refuse(file, verified.error());
}

/// Without a trusted key all but the signer can be checked; the answer is still no.
int verifyWithoutTrust(const std::string &file)
{
    auto reader = course::PackageReader::openUntrusted(file);
    if (!reader.ok())
        return refuse(file, reader.error());
    if (const int code = readAll(*reader, file); code != kDone)
        return code;
    const auto keyId = course::signingKeyId(reader->signatureBytes());
    if (!keyId.ok())
        return refuse(file, keyId.error());
    return refuse(
        file, {ErrorCode::NotTrusted,
               "its files are whole, but whether its signer can be trusted was not checked. Name the public "
               "key that you got from them, key " +
                   *keyId + ", with --trust FILE"});
}

int verify(const Options &options)
{
    if (options.trust.empty())
        return verifyWithoutTrust(options.file);
    course::TrustedKeys keys;
    for (const std::string &path : options.trust) {
        if (const auto loaded = keys.load(path); !loaded.ok())
            return refuse(path, loaded.error());
    }
    auto reader = course::PackageReader::open(options.file, keys);
    if (!reader.ok())
        return refuse(options.file, reader.error());
    if (const int code = readAll(*reader, options.file); code != kDone)
        return code;
    const auto keyId = course::signingKeyId(reader->signatureBytes());
    const auto *key = keyId.ok() ? keys.find(*keyId) : nullptr;
    const course::Manifest &manifest = reader->manifest();
    std::cout << options.file << ": good. " << manifest.course.id.value << " " << manifest.course.version
              << ", " << manifest.blobs.size() << " files, " << bytesText(manifest.totalBytes())
              << ", signed by " << (key ? key->name + " (key " + key->id() + ")" : std::string("nobody"))
              << "\n";
    return kDone;
}

} // namespace

void addVerify(CLI::App &app, Run &run)
{
    auto options = std::make_shared<Options>();
    CLI::App *command =
        app.add_subcommand("verify", "Check a package's signature and every file in it; nothing is unpacked");
    command->add_option("FILE", options->file, "The package")->required();
    command
        ->add_option("--trust", options->trust, "Public key, or folder of *.pub, to accept; may be repeated")
        ->envname("KAPOK_TRUST");
    command->footer(
        "Without --trust, the key file or folder in the environment variable KAPOK_TRUST is used.");
    command->callback([options, &run] { run = [options] { return verify(*options); }; });
}

} // namespace kapok::pack
