// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/benches.h"

#include <CLI/CLI.hpp>

int main(int argc, char **argv)
{
    CLI::App app("Kapok's figures, each against a peer in the same run, as JSON lines.", "kapok-bench");
    std::string bin;
    std::vector<std::string> wanted;
    app.add_option("--bin", bin, "folder of the programs")->required();
    app.add_option("figures", wanted,
                   "record, ingest, postgres, queries, branches, sync, start; default: all of these; growth");
    std::size_t rows = 200'000;
    app.add_option("--rows", rows, "statements that queries are asked of, or to which growth goes");
    bool onPostgres = false;
    app.add_flag("--on-postgres", onPostgres,
                 "queries, growth and branches of PostgreSQL, on a server of its own");
    std::size_t learners = 50'000;
    app.add_option("--learners", learners, "learners of the country whose branches are counted");
    kapok::bench::DevicesWish wish;
    app.add_option("--devices", wish.devices, "how many devices sync (figure devices, only when named)");
    app.add_option("--minutes", wish.minutes, "over how many minutes they begin");
    app.add_option("--threads", wish.threads, "how many of them sync at once at most");
    std::string serverFolder;
    app.add_option(
        "--server-folder", serverFolder,
        "empty folder for the server's database, on a real disk; TMPDIR is where the devices' are");
    CLI11_PARSE(app, argc, argv);
    const auto runs = [&](const std::string &name) {
        return wanted.empty() || std::find(wanted.begin(), wanted.end(), name) != wanted.end();
    };
    if (runs("record"))
        kapok::bench::benchRecord();
    if (runs("ingest"))
        kapok::bench::benchIngest();
    if (runs("postgres"))
        kapok::bench::benchPostgres();
    if (runs("queries"))
        kapok::bench::benchQueries(rows, onPostgres);
    if (runs("branches"))
        kapok::bench::benchBranches(bin, learners, onPostgres);
    if (runs("sync"))
        kapok::bench::benchSync(bin);
    if (std::find(wanted.begin(), wanted.end(), "growth") != wanted.end()) // takes minutes
        kapok::bench::benchGrowth(rows, onPostgres);
    if (std::find(wanted.begin(), wanted.end(), "devices") != wanted.end()) { // takes minutes
        wish.serverFolder = serverFolder;
        kapok::bench::benchDevices(bin, wish);
    }
    if (runs("start"))
        kapok::bench::benchStart(bin);
    return 0;
}
