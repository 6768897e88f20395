// SPDX-License-Identifier: Apache-2.0
#include "app/kapok-pack/commands.h"
#include "app/kapok-pack/output.h"
#include "app/kapok-pack/template_files.h"

#include "core/base/files.h"
#include "core/base/text.h"

#include <iostream>
#include <memory>

namespace kapok::pack {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kTemplateId = "my-course";

struct Options {
    std::string folder;
    std::string id;
};

/// An id made of the folder's name: "Kế hoạch bài dạy" gives "ke-hoach-bai-day".
std::string idFrom(const std::string &name)
{
    std::string id;
    for (const char c : foldForSearch(name)) {
        const bool allowed = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (allowed)
            id.push_back(c);
        else if (!id.empty() && id.back() != '-')
            id.push_back('-');
    }
    id.resize(std::min<std::size_t>(id.size(), 64));
    while (id.ends_with('-'))
        id.pop_back();
    return id.empty() ? std::string(kTemplateId) : id;
}

std::string withId(std::string_view content, const std::string &id)
{
    std::string result;
    for (std::size_t at = 0; at < content.size();) {
        const std::size_t found = std::min(content.find(kTemplateId, at), content.size());
        result += content.substr(at, found - at);
        if (found < content.size())
            result += id;
        at = found + kTemplateId.size();
    }
    return result;
}

int makeCourse(const Options &options)
{
    const fs::path folder = options.folder;
    std::error_code code;
    if (fs::exists(folder, code) && (!fs::is_directory(folder, code) || !fs::is_empty(folder, code)))
        return refuse(folder, {ErrorCode::Conflict,
                               folder.string() + " is there already and not empty; name a new folder"});
    const fs::path name = fs::absolute(folder).lexically_normal();
    const std::string id = options.id.empty()
                               ? idFrom((name.has_filename() ? name : name.parent_path()).filename().string())
                               : options.id;
    if (!course::isCourseId(id))
        return refuse(folder, {ErrorCode::InvalidInput,
                               "\"" + id + "\" cannot be an id; use small letters a-z, digits and hyphens"});
    for (const TemplateFile &file : kTemplateFiles) {
        const fs::path path = folder / file.path;
        fs::create_directories(path.parent_path(), code);
        if (code)
            return refuse(folder, storageError(code.value(), "cannot create " + path.parent_path().string()));
        if (const auto written = writeFileAtomically(path, withId(file.content, id)); !written.ok())
            return refuse(folder, written.error());
    }
    std::cout << "Made the example course " << id << " in " << options.folder << ".\n"
              << "Edit " << (folder / "course.yaml").string()
              << " first: iri, title, authors and publisher are examples.\n"
              << "Then see what is missing: kapok-pack check " << options.folder << "\n";
    return kDone;
}

} // namespace

void addNew(CLI::App &app, Run &run)
{
    auto options = std::make_shared<Options>();
    CLI::App *command = app.add_subcommand("new", "Make a small example course to start from");
    command->add_option("DIR", options->folder, "Folder to make")->required();
    command->add_option("--id", options->id,
                        "Id of the course; without it, one is made of the folder's name");
    command->callback([options, &run] { run = [options] { return makeCourse(*options); }; });
}

} // namespace kapok::pack
