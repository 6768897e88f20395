// SPDX-License-Identifier: Apache-2.0
#include "app/kapok/quit_on_signal.h"

#include <QCoreApplication>
#include <QSocketNotifier>

#include <array>
#include <csignal>
#include <unistd.h>

namespace kapok {
namespace {

std::array<int, 2> g_pipe{-1, -1};

// A signal handler may do next to nothing; writing a byte is allowed (signal-safety(7)).
void wake(int)
{
    const char byte = 0;
    [[maybe_unused]] const auto written = ::write(g_pipe[1], &byte, 1);
}

} // namespace

void quitOnSignal()
{
    if (::pipe(g_pipe.data()) != 0)
        return; // signals then end the program at once, which loses nothing either
    auto *notifier = new QSocketNotifier(g_pipe[0], QSocketNotifier::Read, QCoreApplication::instance());
    QObject::connect(notifier, &QSocketNotifier::activated, QCoreApplication::instance(),
                     &QCoreApplication::quit);
    std::signal(SIGTERM, wake);
    std::signal(SIGINT, wake);
}

} // namespace kapok
