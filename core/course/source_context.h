// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/course/course.h"
#include "core/course/source.h"

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace kapok::course {

/// What the parts of the source reader share while they read one course folder.
struct SourceContext {
    std::filesystem::path folder;
    std::vector<std::string> languages;       ///< empty as long as course.yaml did not give them
    std::set<std::string> readFiles;          ///< YAML files that belong to the course
    std::map<std::string, FileRef> usedFiles; ///< media by path; empty FileRef when it was refused

    /// \p path is relative to the folder; \p line from 1.
    void error(const std::string &path, int line, std::string sentence)
    {
        add({Severity::Error, path, line, std::move(sentence)});
    }
    void warn(const std::string &path, int line, std::string sentence)
    {
        add({Severity::Warning, path, line, std::move(sentence)});
    }

    /// Sets the place of \p path in the report; later calls change nothing.
    void announce(const std::string &path) { m_order.emplace(path, m_order.size()); }

    /// Whether \p path, all links followed, is still in the folder.
    [[nodiscard]] bool isInside(const std::string &path) const;

    /// All findings, by order of files and line.
    [[nodiscard]] std::vector<Finding> takeFindings();

private:
    void add(Finding finding)
    {
        announce(finding.path);
        m_findings.push_back(std::move(finding));
    }

    std::map<std::string, std::size_t> m_order;
    std::vector<Finding> m_findings;
};

} // namespace kapok::course
