// SPDX-License-Identifier: Apache-2.0
// Stands in for libFuzzer: gives a fuzz target every file of a folder. Usage: NAME_fuzz FOLDER
#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

namespace {

namespace fs = std::filesystem;

std::vector<fs::path> filesOf(const fs::path &folder)
{
    std::vector<fs::path> files;
    std::error_code absent;
    for (const auto &entry : fs::directory_iterator(folder, absent))
        if (entry.is_regular_file())
            files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

/// Exactly the bytes, so that AddressSanitizer sees the first one behind them read.
std::vector<std::uint8_t> bytesOf(const fs::path &path)
{
    std::ifstream file(path, std::ios::binary);
    std::vector<std::uint8_t> bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    bytes.shrink_to_fit();
    return bytes;
}

} // namespace

int main(int argc, char **argv)
{
    const fs::path folder = argc == 2 ? argv[1] : "";
    const auto files = filesOf(folder);
    if (files.empty()) {
        std::cerr << folder << " has no inputs\n";
        return 1;
    }
    for (const fs::path &path : files) {
        std::cerr << path.filename().string() << '\n'; // the last one named is the one that broke it
        const auto bytes = bytesOf(path);
        LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
    }
    std::cerr << files.size() << " inputs\n";
    return 0;
}
