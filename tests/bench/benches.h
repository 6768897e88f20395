// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

/// The figures of `scripts/bench`. Each prints its JSON lines and measures its peer in the same run.
namespace kapok::bench {

void benchRecord();
void benchIngest();
/// Whether a statement costs the same in a small database as in one of so many \p statements, in slices.
void benchGrowth(std::size_t statements);
/// Pages of 50 out of \p statements.
void benchQueries(std::size_t statements);
/// \p bin holds kapokd.
void benchSync(const std::filesystem::path &bin);
/// \p bin holds kapok and kapok-bench-window.
void benchStart(const std::filesystem::path &bin);

} // namespace kapok::bench
