// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/viewmodels/lesson_session.h"
#include "tests/viewmodels/tablet.h"

#include <QSignalSpy>

#include <gtest/gtest.h>
#include <memory>
#include <variant>
#include <vector>

namespace kapok::viewmodels {

/// Mai with the short course open on her tablet.
class LessonTest : public testing::Test {
protected:
    void SetUp() override
    {
        m_tablet.install();
        begin();
    }

    /// Starts the app as it is after a kill: nothing was closed.
    void begin()
    {
        if (m_session)
            m_left.push_back(std::move(m_session));
        m_before.push_back(std::move(m_device)); // still open, like the files of a killed process
        m_device = m_tablet.start();
        m_device->setReading({"en", "vi"});
        m_session = std::make_unique<LessonSession>();
        m_session->start(m_device.get());
        Tablet::signIn(*m_device);
    }

    void TearDown() override
    {
        m_session.reset();
        m_left.clear();
        m_device.reset();
    }

    void open()
    {
        m_session->open(Tablet::kCourse, "");
        ASSERT_TRUE(comes([&] { return m_session->step() == LessonSession::Page; }));
        settle();
    }

    /// Waits until the page has come back from the worker.
    void settle()
    {
        QSignalSpy shown(m_session.get(), &LessonSession::pageChanged);
        bool reached = false;
        m_device->worker().run(
            m_session.get(), [](Desk &) { return true; }, [&](bool) { reached = true; });
        ASSERT_TRUE(comes([&] { return reached; }));
    }

    void goTo(LessonSession::PageKind kind)
    {
        for (int i = 0; i < m_session->pageCount(); ++i) {
            m_session->goTo(i);
            settle();
            if (m_session->pageKind() == kind)
                return;
        }
        FAIL() << "the course has no such page";
    }

    const course::Page &page() const
    {
        return m_tablet.course().lessons.front().pages.at(static_cast<std::size_t>(m_session->pageIndex()));
    }

    void choose(bool right)
    {
        for (const course::Option &option : std::get<course::ChoiceBody>(page().body).options) {
            if (option.right == right) {
                m_session->choose(toQt(option.id));
                if (m_session->pageKind() == LessonSession::Choice)
                    return;
            }
        }
    }

    void putInOrder()
    {
        const auto &items = std::get<course::OrderBody>(page().body).items;
        for (int place = 0; place < static_cast<int>(items.size()); ++place)
            m_session->moveItem(m_session->options()->rowOf(toQt(items[static_cast<std::size_t>(place)].id)),
                                place);
    }

    void check()
    {
        ASSERT_TRUE(m_session->canCheck());
        m_session->check();
        ASSERT_TRUE(comes([&] { return m_session->savedState() != LessonSession::Saving; }));
    }

    int queued()
    {
        int count = -1;
        m_device->worker().run(
            m_session.get(), [](Desk &desk) { return desk.record->outbox().counts()->queued; },
            [&](int value) { count = value; });
        EXPECT_TRUE(comes([&] { return count >= 0; }));
        return count;
    }

    Tablet m_tablet;
    std::vector<std::unique_ptr<Device>> m_before;
    std::vector<std::unique_ptr<LessonSession>> m_left;
    std::unique_ptr<Device> m_device;
    std::unique_ptr<LessonSession> m_session;
};

} // namespace kapok::viewmodels
