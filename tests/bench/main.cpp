// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/benches.h"

#include <CLI/CLI.hpp>

int main(int argc, char **argv)
{
    CLI::App app("Kapok's figures, each against a peer in the same run, as JSON lines.", "kapok-bench");
    std::string bin;
    std::vector<std::string> wanted;
    app.add_option("--bin", bin, "folder of the programs")->required();
    app.add_option("figures", wanted, "record, ingest, queries, sync, start; default: all of these; growth");
    std::size_t rows = 200'000;
    app.add_option("--rows", rows, "statements that queries are asked of, or to which growth goes");
    CLI11_PARSE(app, argc, argv);
    const auto runs = [&](const std::string &name) {
        return wanted.empty() || std::find(wanted.begin(), wanted.end(), name) != wanted.end();
    };
    if (runs("record"))
        kapok::bench::benchRecord();
    if (runs("ingest"))
        kapok::bench::benchIngest();
    if (std::find(wanted.begin(), wanted.end(), "growth") != wanted.end()) // takes minutes
        kapok::bench::benchGrowth(rows);
    if (runs("queries"))
        kapok::bench::benchQueries(rows);
    if (runs("sync"))
        kapok::bench::benchSync(bin);
    if (runs("start"))
        kapok::bench::benchStart(bin);
    return 0;
}
