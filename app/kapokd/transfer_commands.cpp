// SPDX-License-Identifier: Apache-2.0
#include "app/kapokd/attachment_folder.h"
#include "app/kapokd/commands.h"
#include "app/kapokd/importer.h"
#include "app/kapokd/remote_lrs.h"
#include "core/base/files.h"
#include "core/lrs/history.h"
#include "core/store/lock_file.h"

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>

namespace kapok::kapokd {
namespace {

using nlohmann::json;

constexpr int kPage = 500;

struct ExportOptions {
    CommonOptions common;
    std::string output;
    std::string after;
    std::string attachments;
};

/// Where the bytes of attachments are beside \p file, when it is not said; nothing beside standard output.
std::optional<AttachmentFolder> folderBeside(const std::string &file, const std::string &said)
{
    if (!said.empty())
        return AttachmentFolder(said);
    return file.empty() ? std::nullopt : std::optional(AttachmentFolder(file + ".attachments"));
}

/// Where an export goes on: behind the last whole line of \p file; a line that was cut off is taken away.
Result<lrs::Micros> endOfExport(const std::string &file)
{
    const Error foreign{ErrorCode::InvalidInput, file + " is no export of Kapok; give another file."};
    std::ifstream stream(file, std::ios::binary);
    std::string last;
    std::uintmax_t whole = 0;
    for (std::string line; std::getline(stream, line) && !stream.eof();) {
        whole += line.size() + 1;
        last = std::move(line);
    }
    stream.close();
    lrs::Micros after = 0;
    if (!last.empty()) {
        const auto statement = json::parse(last, nullptr, false);
        if (!statement.is_object() || !statement.contains("stored") || !statement.at("stored").is_string())
            return foreign;
        KAPOK_TRY_ASSIGN(after, lrs::parseMicros(statement.at("stored").get<std::string>()));
    } else if (std::filesystem::file_size(file) > 0) {
        return Error{ErrorCode::InvalidInput,
                     file + " has no whole line. If an export broke off there, delete it and try again; else"
                            " give another file."};
    }
    std::error_code code;
    std::filesystem::resize_file(file, whole, code);
    if (code)
        return Error{ErrorCode::StorageBroken, "Cannot write " + file + ": " + code.message() + "."};
    return after;
}

/// Without line ends, which a client may have sent between the values; no string has one as it is.
std::string inOneLine(std::string text)
{
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
    return text;
}

/// Writes to \p out what was stored after \p after, and to \p attachments, if any, what came with it; a
/// sentence on standard error says how to go on.
Status writeHistory(Service &service, std::ostream &out, lrs::Micros after,
                    std::optional<AttachmentFolder> attachments)
{
    std::uint64_t written = 0;
    std::uint64_t withoutBytes = 0;
    KAPOK_TRY_ASSIGN(auto database, service.pool.take());
    for (;;) {
        KAPOK_TRY_ASSIGN(const auto page, lrs::readHistory(*database, after, kPage));
        for (const auto &entry : page) {
            withoutBytes += entry.hasBytes && !attachments;
            if (entry.hasBytes && attachments) { // before its line, so that going on misses none
                KAPOK_TRY_ASSIGN(const auto bytes, lrs::readAttachments(*database, entry.id));
                KAPOK_TRY(attachments->keep(entry.id, bytes));
            }
            out << inOneLine(entry.json) << '\n';
        }
        out.flush();
        if (!out)
            return Error{ErrorCode::StorageFull, "Not all statements could be written; is the disk full?"};
        if (page.empty())
            break;
        written += page.size();
        after = page.back().stored;
    }
    std::cerr << "Exported " << written << " statements.";
    if (after > 0)
        std::cerr << " Go on later with --after " << lrs::microsText(after) << ".";
    if (withoutBytes > 0)
        std::cerr << " The bytes of the attachments of " << withoutBytes
                  << " statements are not in it: give --output or --attachments for them.";
    std::cerr << "\n";
    return success();
}

/// Two at a time would write into each other's lines.
Result<store::LockFile> lockOutput(const std::string &file)
{
    auto lock = store::LockFile::take(file + ".lock");
    if (lock.ok() || lock.error().code != ErrorCode::Conflict)
        return lock;
    return Error{ErrorCode::Conflict, file + " is being written by another export (" + lock.error().detail +
                                          "); try again when that has ended."};
}

Status exportToFile(Service &service, const ExportOptions &options, lrs::Micros after)
{
    std::error_code code;
    const auto isThere = [&] { return std::filesystem::exists(options.output, code); };
    if (isThere() && !std::filesystem::is_regular_file(options.output, code))
        return Error{ErrorCode::InvalidInput, "--output " + options.output +
                                                  " is there and no file; give the path of a file, or leave"
                                                  " it out for standard output."};
    KAPOK_TRY_ASSIGN(const auto lock, lockOutput(options.output));
    if (isThere()) {
        KAPOK_TRY_ASSIGN(const lrs::Micros end, endOfExport(options.output));
        after = std::max(after, end);
    }
    std::ofstream out(options.output, std::ios::binary | std::ios::app);
    if (!out)
        return storageError(errno, "cannot write " + options.output);
    if (const Status written =
            writeHistory(service, out, after, folderBeside(options.output, options.attachments));
        !written.ok())
        return Error{written.error().code, options.output + ": " + written.error().detail +
                                               " The same command goes on where it ended."};
    out.close();
    return syncToDisk(options.output);
}

Status exportStatements(Service &service, const ExportOptions &options)
{
    lrs::Micros after = 0;
    if (!options.after.empty()) {
        const auto time = lrs::parseMicros(options.after);
        if (!time.ok())
            return Error{ErrorCode::InvalidInput, "--after " + options.after +
                                                      " is no time; give one as an export tells it, such as"
                                                      " 2026-11-22T08:05:00.123456Z."};
        after = *time;
    }
    for (const std::string &made : {options.output, options.attachments})
        KAPOK_TRY(checkFolderOf(made));
    if (options.output.empty())
        return writeHistory(service, std::cout, after, folderBeside({}, options.attachments));
    return exportToFile(service, options, after);
}

struct ImportOptions {
    CommonOptions common;
    std::string file;
    std::string url;
    std::string key;
    std::string secret;
    std::string secretFile;
    std::string attachments;
};

Status importFile(Importer &importer, const std::string &file, const std::string &attachments)
{
    const auto folder = folderBeside(file, attachments);
    const auto brought = [&](const std::string &id, const std::string &) { return folder->read(id); };
    std::ifstream stream(file, std::ios::binary);
    if (!stream)
        return Error{ErrorCode::NotFound, "There is no readable file " + file + "."};
    std::vector<std::string> lines;
    for (std::string line; std::getline(stream, line);) {
        if (line.find_first_not_of(" \t\r") == std::string::npos)
            continue;
        lines.push_back(std::move(line));
        if (lines.size() == kPage) {
            KAPOK_TRY(importer.add(lines, brought));
            lines.clear();
        }
    }
    return stream.bad() ? Error{ErrorCode::StorageBroken, "Cannot read " + file + "."}
                        : importer.add(lines, brought);
}

/// Those of a page's attachments whose digest stands in \p statement; the store looks where.
std::vector<lrs::Attachment> mentionedIn(std::string statement, const std::vector<lrs::Attachment> &all)
{
    std::transform(statement.begin(), statement.end(), statement.begin(),
                   [](char c) { return c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c; });
    std::vector<lrs::Attachment> some;
    for (const auto &attachment : all)
        if (statement.find(attachment.sha2) != std::string::npos)
            some.push_back(attachment);
    return some;
}

/// What import_source is told: many servers keep several stores at one address, which the key tells apart.
std::string sourceOf(const ImportOptions &options)
{
    return options.url + " " + options.key;
}

/// Everything up to here was read from \p source before; "" for the beginning.
Result<std::string> readSince(Service &service, const std::string &source)
{
    KAPOK_TRY_ASSIGN(auto database, service.pool.take());
    KAPOK_TRY_ASSIGN(auto since, database->query("SELECT since FROM import_source WHERE url = ?", {source})
                                     .one([](const store::Query &row) { return row.text(0); }));
    return since.value_or("");
}

/// Remembers that everything stored there up to a millisecond before \p lastStored was read: some servers
/// give one time to many statements, and `since` leaves out all that have it.
Status rememberSince(Service &service, const std::string &source, const RemotePage &page,
                     const std::string &consistentThrough)
{
    const auto last = parseIso8601(page.lastStored);
    if (!last.ok())
        return success();
    Time since = *last - std::chrono::milliseconds{1};
    // What that server was still writing when it began to answer may lie before it.
    if (const auto bound = parseIso8601(consistentThrough); bound.ok())
        since = std::min(since, *bound);
    const std::string text = toIso8601(since);
    const auto now = service.clock.now().time_since_epoch().count();
    return service.writer.run([&](store::Database &database, const lrs::CommitQueue::Stamp &) {
        return database.run("INSERT INTO import_source (url, since, updated) VALUES (?, ?, ?)"
                            " ON CONFLICT (url) DO UPDATE SET since = excluded.since,"
                            " updated = excluded.updated",
                            {source, text, now});
    });
}

Status importUrl(Service &service, Importer &importer, const ImportOptions &options)
{
    std::string secret = options.secret;
    if (!options.secretFile.empty()) {
        KAPOK_TRY_ASSIGN(secret, readFile(options.secretFile, 4096));
        secret = secret.substr(0, secret.find_first_of("\r\n"));
    }
    if (options.key.empty() || secret.empty())
        return Error{ErrorCode::InvalidInput,
                     "Reading another server needs --key, and --secret or --secret-file."};
    RemoteLrs remote(options.url, options.key, secret);
    KAPOK_TRY_ASSIGN(const std::string since, readSince(service, sourceOf(options)));
    KAPOK_TRY_ASSIGN(RemotePage page, remote.first(since));
    const std::string consistentThrough = page.consistentThrough;
    for (;;) {
        const auto brought = [&page](const std::string &, const std::string &statement) {
            return Result(mentionedIn(statement, page.attachments));
        };
        KAPOK_TRY(importer.add(page.statements, brought));
        KAPOK_TRY(rememberSince(service, sourceOf(options), page, consistentThrough));
        if (page.more.empty())
            return success();
        KAPOK_TRY_ASSIGN(page, remote.next(page.more));
    }
}

Status importStatements(Service &service, const ImportOptions &options)
{
    Importer importer(service, [](const std::string &id, const Error &reason) {
        std::cerr << "refused " << (id.empty() ? "a statement without id" : id) << ": " << reason.detail
                  << "\n";
    });
    const Status done = options.url.empty() ? importFile(importer, options.file, options.attachments)
                                            : importUrl(service, importer, options);
    const ImportCounts &counts = importer.counts();
    std::cout << "read " << counts.read << ", added " << counts.added << ", known " << counts.known
              << ", refused " << counts.refused << "\n";
    KAPOK_TRY(done);
    if (counts.refused > 0)
        return Error{ErrorCode::InvalidInput,
                     std::to_string(counts.refused) + " statements were refused; the others are stored"};
    return success();
}

} // namespace

void addExportCommand(CLI::App &app, Run &run)
{
    auto options = std::make_shared<ExportOptions>();
    CLI::App *command = app.add_subcommand(
        "export", "Write all statements as JSON Lines, in the order they were stored; may run beside serve");
    options->common.declare(*command);
    command->add_option("--output", options->output,
                        "File; one that is there is gone on with. Default: standard output");
    command->add_option("--attachments", options->attachments,
                        "Folder for the bytes of attachments. Default: OUTPUT.attachments");
    command->add_option("--after,--since", options->after,
                        "Only what was stored after this time, such as 2026-11-22T08:05:00.123456Z");
    command->callback([options, &run] {
        run = [options] {
            return withService(options->common,
                               [&](Service &service) { return exportStatements(service, *options); });
        };
    });
}

void addImportCommand(CLI::App &app, Run &run)
{
    auto options = std::make_shared<ImportOptions>();
    CLI::App *command = app.add_subcommand(
        "import", "Store the statements of another LRS or of an export; goes on where it stopped");
    options->common.declare(*command);
    CLI::Option *file = command->add_option("--file", options->file, "JSON Lines, one statement each");
    command
        ->add_option("--attachments", options->attachments,
                     "Folder with the bytes of attachments. Default: FILE.attachments")
        ->needs(file);
    CLI::Option *url =
        command->add_option("--url", options->url, "xAPI endpoint, such as https://lrs.example/xapi");
    command->add_option("--key", options->key, "Key (user name) for --url")->needs(url);
    command
        ->add_option("--secret", options->secret,
                     "Secret for --url; others may see it in the list of processes")
        ->needs(url);
    command->add_option("--secret-file", options->secretFile, "File whose first line is the secret")
        ->needs(url);
    file->excludes(url);
    command->callback([options, &run] {
        if (options->file.empty() && options->url.empty())
            throw CLI::RequiredError("--file or --url");
        run = [options] {
            const Status checked = options->file.empty() ? success() : checkIsThere(options->file);
            if (!checked.ok())
                return refuse(checked.error());
            return withService(
                options->common, [&](Service &service) { return importStatements(service, *options); },
                store::IfAbsent::Make);
        };
    });
}

} // namespace kapok::kapokd
