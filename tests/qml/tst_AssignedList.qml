// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtTest
import Kapok.Models
import Kapok.Tests
import Kapok.Ui

TestCase {
    id: testCase

    name: "AssignedList"
    when: windowShown
    visible: true
    width: 1000
    height: 600

    Component {
        id: listComponent

        AssignedList {}
    }

    SignalSpy {
        id: opened

        signalName: "opened"
    }

    function init() {
        failOnWarning(/.?/);
        opened.clear();
    }

    function list(width: int): AssignedList {
        const rows = [];
        for (let i = 0; i < 5; ++i)
            rows.push({
                courseId: "c" + i,
                title: "Khoá " + i,
                dueText: "Quá hạn 2 ngày",
                dueState: CourseListModel.Late
            });
        const made = createTemporaryObject(listComponent, testCase, {
            width: width,
            limit: 3,
            courses: Samples.courses(rows)
        });
        opened.target = made;
        waitForRendering(made);
        return made;
    }

    function test_showsThreeAndOpensTheOneThatIsTapped() {
        const made = list(984);
        compare(made.shown, 3);
        mouseClick(made, 984 / 2, 60);
        compare(opened.count, 1);
        compare(opened.signalArguments[0][0], "c1");
    }

    function test_cardsOfARowAreEquallyTallAndHoldTheirBadges() {
        const made = createTemporaryObject(listComponent, testCase, {
            width: 640,
            courses: Samples.courses([
                {
                    courseId: "long",
                    title: "Planning with AI: ask, check, revise, and then ask and check again",
                    dueText: "Due 29 November · 6 days left, and not a day more",
                    dueState: CourseListModel.DueSoon
                },
                {
                    courseId: "short",
                    title: "Short"
                }
            ])
        });
        waitForRendering(made);
        compare(made.columns, 2);
        const cards = Array.from(made.children[1].children).filter(child => child.courseId !== undefined);
        compare(cards.length, 2);
        compare(cards[0].height, cards[1].height);
        const words = cards[0].contentItem.children[1];
        const badge = words.children[words.children.length - 1];
        compare(badge.text.slice(0, 3), "Due");
        verify(badge.visible);
        verify(badge.width <= words.width, "badge " + badge.width + " in " + words.width);
    }

    function test_isOneListOnAPhone() {
        const made = list(358);
        compare(made.columns, 1);
        compare(made.shown, 3);
    }
}
