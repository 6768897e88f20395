// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

/// The figures of `scripts/bench`. Each prints its JSON lines and measures its peer in the same run.
namespace kapok::bench {

void benchRecord();
void benchIngest();
/// Ingest into PostgreSQL, on a server of its own.
void benchPostgres();
/// Whether a statement costs the same in a small database as in one of so many \p statements, in slices.
/// PostgreSQL's own processor time is not counted.
void benchGrowth(std::size_t statements, bool onPostgres);
/// Pages of 50 out of \p statements.
void benchQueries(std::size_t statements, bool onPostgres);
/// Figures of branches of a country with so many learners. The kapokd in \p bin moves it to PostgreSQL.
void benchBranches(const std::filesystem::path &bin, std::size_t learners, bool onPostgres);
/// \p bin holds kapokd.
void benchSync(const std::filesystem::path &bin);
/// How many devices, over how many minutes, by how many threads; the server's database lies in
/// `serverFolder` (a temporary one when empty), the devices' in temporary folders.
struct DevicesWish {
    int devices = 20'000;
    double minutes = 10;
    int threads = 16;
    std::filesystem::path serverFolder;
};
/// \p bin holds kapokd.
void benchDevices(const std::filesystem::path &bin, const DevicesWish &wish);
/// \p bin holds kapok and kapok-bench-window.
void benchStart(const std::filesystem::path &bin);

} // namespace kapok::bench
