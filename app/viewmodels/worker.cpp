// SPDX-License-Identifier: Apache-2.0
#include "app/viewmodels/worker.h"

namespace kapok::viewmodels {

Worker::Worker(QObject *parent) : QObject(parent), m_there(new QObject)
{
    m_thread.setObjectName(QStringLiteral("kapok-worker"));
    m_there->moveToThread(&m_thread);
    m_thread.start();
}

Worker::~Worker()
{
    // Behind every job that was posted; connections close on the thread that used them.
    post([this](Desk &desk) {
        desk.record.reset();
        desk.library.reset();
        desk.people.reset();
        m_thread.quit();
    });
    m_thread.wait();
    delete m_there;
}

void Worker::post(std::function<void(Desk &)> job)
{
    QMetaObject::invokeMethod(
        m_there, [this, job = std::move(job)]() { job(m_desk); }, Qt::QueuedConnection);
}

void Worker::deliver(std::function<void()> call)
{
    QMetaObject::invokeMethod(this, std::move(call), Qt::QueuedConnection);
}

} // namespace kapok::viewmodels
