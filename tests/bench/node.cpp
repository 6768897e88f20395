// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/node.h"

#include <nlohmann/json.hpp>

namespace kapok::bench {

Node startNode(const std::filesystem::path &bin, const std::filesystem::path &folder)
{
    Node server;
    const auto database = "sqlite:" + (folder / "node.db").string();
    std::string client;
    if (e2e::run({(bin / "kapokd").string(), "add-client", "bench", "--scope", "all", "--database", database},
                 folder / "kapokd.log", std::chrono::minutes{1}, &client) != 0)
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
