// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace kapok {

/// Lets SIGTERM and SIGINT (a log-out, Ctrl-C) end the application as closing its window does: the event loop
/// ends, what was asked to be recorded is recorded, the exit code is 0. Call once, with the application made.
void quitOnSignal();

} // namespace kapok
