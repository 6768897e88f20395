// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/kapokd/demo_data.h"
#include "app/kapokd/service.h"
#include "core/course/course.h"

namespace kapok::kapokd::demo {

/// What one teacher did in \p course over the past weeks, as the app would have told it: stored through the
/// statement store, as her own. \p index varies days and marks, always in the same manner.
Status storePast(Service &service, const roster::Person &person, const course::Course &course, Way way,
                 int index);

} // namespace kapok::kapokd::demo
