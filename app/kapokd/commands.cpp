// SPDX-License-Identifier: Apache-2.0
#include "app/kapokd/commands.h"

#include <iostream>

namespace kapok::kapokd {

void CommonOptions::declare(CLI::App &command)
{
    command
        .add_option("--database", database,
                    "Where everything is kept: sqlite:PATH or postgresql://USER@HOST/NAME")
        ->required();
    command.add_option("--home-page", homePage,
                       "Address that names everybody's accounts; fixed once there are people");
    command.add_option(
        "--blobs", blobs,
        "Folder of the courses' files, which serve, publish and demo use; default: blobs beside the"
        " SQLite database");
}

Status CommonOptions::checkBlobs() const
{
    std::error_code code;
    if (!hasFiles || blobs.empty() || std::filesystem::is_directory(blobs, code))
        return success();
    return Error{ErrorCode::NotFound, "There is no folder " + blobs +
                                          " for the courses' files. Look for a slip in --blobs; a new server"
                                          " is given an empty folder, which you make first."};
}

int refuse(const Error &error)
{
    const bool isWhole = error.detail.ends_with('.') || error.detail.ends_with('?');
    std::cerr << "kapokd: " << error.detail << (isWhole ? "" : ".") << "\n";
    return kRefused;
}

int withService(const CommonOptions &options, const std::function<Status(Service &)> &work,
                store::IfAbsent ifAbsent)
{
    if (const Status checked = options.checkBlobs(); !checked.ok())
        return refuse(checked.error());
    const SystemClock clock;
    const auto service = Service::open(options.service(ifAbsent), clock);
    if (!service.ok())
        return refuse(service.error());
    if ((*service)->isNew)
        std::cerr << "kapokd: made a new database, " << withoutSecrets(options.database) << "\n";
    const Status done = work(**service);
    return done.ok() ? kDone : refuse(done.error());
}

Result<LocalizedText> readTexts(const std::vector<std::string> &words)
{
    LocalizedText text;
    for (const auto &word : words) {
        const auto equals = word.find('=');
        if (equals == std::string::npos || equals == 0 || equals + 1 == word.size() || !isUtf8(word))
            return Error{ErrorCode::InvalidInput, "A text is given as LANGUAGE=TEXT, such as vi=Tiểu học."};
        text.byLanguage[word.substr(0, equals)] = word.substr(equals + 1);
    }
    return text;
}

} // namespace kapok::kapokd
