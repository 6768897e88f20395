// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.h"
#include "core/learner/people.h"
#include "core/learner/record.h"
#include "core/library/library.h"

#include <QObject>
#include <QPointer>
#include <QThread>

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>

namespace kapok::viewmodels {

/// What the worker thread has open. Only jobs touch it, on the worker's thread.
struct Desk {
    std::filesystem::path dataDir;
    const Clock *clock = nullptr;
    std::optional<learner::People> people;
    std::optional<library::Library> library;
    std::optional<learner::Record> record; ///< of the person who is signed in
};

/// The thread on which the app reads and writes its disk, so that no screen ever waits for it. Jobs run one
/// after another in the order they were posted; what they return comes back to the GUI thread.
///
/// Lives on the GUI thread. The destructor lets the posted jobs finish (an answer that was tapped is still
/// recorded), then stops the thread; results not delivered by then are dropped.
class Worker : public QObject {
    Q_OBJECT

public:
    explicit Worker(QObject *parent = nullptr);
    ~Worker() override;

    /// Runs \p job on the worker's thread.
    void post(std::function<void(Desk &)> job);

    /// Runs \p job on the worker's thread and then, on the GUI thread, \p done with what it returned, unless
    /// \p receiver is gone by then.
    template <class Job, class Done> void run(QObject *receiver, Job job, Done done)
    {
        using Value = std::invoke_result_t<Job, Desk &>;
        post([this, guard = QPointer<QObject>(receiver), job = std::move(job),
              done = std::move(done)](Desk &desk) mutable {
            auto value = std::make_shared<Value>(job(desk));
            deliver([guard, value, done]() mutable {
                if (guard)
                    done(std::move(*value));
            });
        });
    }

private:
    void deliver(std::function<void()> call);

    QThread m_thread;
    QObject *m_there; ///< lives on m_thread; jobs are its events
    Desk m_desk;
};

} // namespace kapok::viewmodels
