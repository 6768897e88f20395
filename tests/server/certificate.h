// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

namespace kapok::test {

/// Writes a new self-signed certificate of 127.0.0.1 and localhost, valid for a day, and its key as PEM.
void makeCertificate(const std::filesystem::path &certificate, const std::filesystem::path &key);

} // namespace kapok::test
