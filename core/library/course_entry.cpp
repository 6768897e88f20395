// SPDX-License-Identifier: Apache-2.0
#include "core/library/course_entry.h"

#include "core/course/course.h"

namespace kapok::library {

bool CourseEntry::hasUpdate() const
{
    return installedVersion && offeredVersion &&
           course::compareVersions(*installedVersion, *offeredVersion) < 0;
}

} // namespace kapok::library
