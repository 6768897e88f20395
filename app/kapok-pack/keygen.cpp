// SPDX-License-Identifier: Apache-2.0
#include "app/kapok-pack/commands.h"
#include "app/kapok-pack/output.h"

#include "core/base/files.h"

#include <iostream>
#include <memory>

namespace kapok::pack {
namespace {

struct Options {
    std::string output = "kapok.key";
    std::string name;
};

int keygen(const Options &options)
{
    const std::filesystem::path secretFile = options.output;
    std::filesystem::path publicFile = secretFile;
    publicFile.replace_extension(".pub");
    if (publicFile == secretFile) {
        std::cerr << "kapok-pack: the secret key cannot end in .pub; that is for the public one.\n";
        return kWrongUsage;
    }
    std::error_code code;
    if (std::filesystem::exists(publicFile, code))
        return refuse(publicFile, {ErrorCode::Conflict,
                                   publicFile.string() + " exists already; a key is never overwritten"});
    const auto key = course::SecretKey::generate(options.name);
    if (!key.ok())
        return refuse(secretFile, key.error());
    if (const auto saved = key->save(secretFile); !saved.ok())
        return refuse(secretFile, saved.error());
    if (const auto saved = writeFileAtomically(publicFile, course::toText(key->publicKey())); !saved.ok()) {
        std::filesystem::remove(secretFile, code);
        return refuse(publicFile, saved.error());
    }
    std::cout << "Key " << key->publicKey().id() << " (" << options.name << ")\n"
              << "Secret key: " << secretFile.string()
              << " - keep it to yourself, and keep a copy in a safe place.\n"
              << "Public key: " << publicFile.string()
              << " - give it to everyone who shall accept your packages.\n";
    return kDone;
}

} // namespace

void addKeygen(CLI::App &app, Run &run)
{
    auto options = std::make_shared<Options>();
    CLI::App *command = app.add_subcommand("keygen", "Make the pair of keys that signs your packages");
    command
        ->add_option("-o,--output", options->output, "Secret key file; the public one beside it ends in .pub")
        ->capture_default_str();
    command->add_option("--name", options->name, "Who signs with it, such as \"Ha Giang training centre\"")
        ->required();
    command->callback([options, &run] { run = [options] { return keygen(*options); }; });
}

} // namespace kapok::pack
