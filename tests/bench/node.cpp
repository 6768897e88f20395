// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/node.h"

#include <nlohmann/json.hpp>

namespace kapok::bench {

Node startNode(const std::filesystem::path &bin, const std::filesystem::path &folder)
{
    Node server;
    const auto database = "sqlite:" + (folder / "node.db").string();
    const auto kapokd = [&](std::vector<std::string> words, std::string *output) {
        words.insert(words.begin(), (bin / "kapokd").string());
        words.insert(words.end(), {"--database", database});
        return e2e::run(words, folder / "kapokd.log", std::chrono::minutes{1}, output);
    };
    std::string unit;
    std::string client;
    if (kapokd({"add-unit", "--kind", "school", "--name", "en=School"}, &unit) != 0 ||
        kapokd({"add-client", "bench", "--scope", "all"}, &client) != 0)
        return server;
    const auto json = nlohmann::json::parse(client, nullptr, false);
    server.credential = {json.value("key", ""), json.value("secret", "")};
    auto process = e2e::Process::start(
        {(bin / "kapokd").string(), "serve", "--database", database, "--listen", "127.0.0.1:0"},
        folder / "kapokd.log");
    server.process = *std::move(process);
    server.url =
        server.process->readLine(std::chrono::seconds{20})->substr(std::string("listening on ").size());
    return server;
}

} // namespace kapok::bench
