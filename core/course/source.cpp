// SPDX-License-Identifier: Apache-2.0
#include "core/course/source.h"

#include "core/course/source_parts.h"

#include <algorithm>

namespace kapok::course {

bool SourceContext::isInside(const std::string &path) const
{
    std::error_code code;
    const auto root = std::filesystem::canonical(folder, code);
    const auto real = code ? root : std::filesystem::canonical(folder / path, code);
    return !code && std::mismatch(root.begin(), root.end(), real.begin(), real.end()).first == root.end();
}

std::vector<Finding> SourceContext::takeFindings()
{
    std::stable_sort(m_findings.begin(), m_findings.end(), [this](const Finding &a, const Finding &b) {
        const auto orderA = m_order[a.path];
        const auto orderB = m_order[b.path];
        return orderA != orderB ? orderA < orderB : a.line < b.line;
    });
    return std::move(m_findings);
}

bool SourceReport::hasErrors() const
{
    return std::any_of(findings.begin(), findings.end(),
                       [](const Finding &finding) { return finding.severity == Severity::Error; });
}

SourceReport readSource(const std::filesystem::path &folder)
{
    SourceReport report;
    std::error_code code;
    if (!std::filesystem::is_regular_file(folder / "course.yaml", code)) {
        report.findings.push_back(
            {Severity::Error, "course.yaml", 1,
             "There is no course.yaml here, so this is no course folder; name the folder of a "
             "course, or make one with: kapok-pack new FOLDER"});
        return report;
    }
    SourceContext context;
    context.folder = folder;
    try {
        Course course = readCourseFile(context);
        warnOfUnusedFiles(context);
        report.findings = context.takeFindings();
        if (!report.hasErrors())
            report.course = std::move(course);
    } catch (const std::exception &failure) {
        report.findings = context.takeFindings();
        report.findings.push_back({Severity::Error, "course.yaml", 1,
                                   std::string("The course cannot be read: ") + failure.what() + "."});
    }
    return report;
}

std::string toLine(const Finding &finding, const std::filesystem::path &folder)
{
    return (folder / finding.path).generic_string() + ":" + std::to_string(finding.line) + ": " +
           (finding.severity == Severity::Error ? "error: " : "warning: ") + finding.sentence;
}

} // namespace kapok::course
