<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en_US">
<context>
    <name>AnswerFeedback</name>
    <message numerus="yes">
        <source>%n more tries. Only your best answer counts.</source>
        <extracomment>Last line of the feedback. %n how often one may still answer.</extracomment>
        <translation>
            <numerusform>%n more try. Only your best answer counts.</numerusform>
            <numerusform>%n more tries. Only your best answer counts.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AppSettings</name>
    <message numerus="yes">
        <source>%n trusted course makers</source>
        <extracomment>Setting: the list of those whose courses this device accepts. %n is how many there are.</extracomment>
        <translation>
            <numerusform>%n trusted course maker</numerusform>
            <numerusform>%n trusted course makers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExamplePage</name>
    <message numerus="yes">
        <source>All %n steps are shown</source>
        <extracomment>Below a worked example whose steps are all shown.</extracomment>
        <translation>
            <numerusform>The one step is shown</numerusform>
            <numerusform>All %n steps are shown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SavedCard</name>
    <message numerus="yes">
        <source>%n waiting to be sent</source>
        <extracomment>How many results still wait to be sent.</extracomment>
        <translation>
            <numerusform>%n waiting to be sent</numerusform>
            <numerusform>%n waiting to be sent</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kapok::viewmodels::CourseModel</name>
    <message numerus="yes">
        <source>%n lessons</source>
        <translation>
            <numerusform>%n lesson</numerusform>
            <numerusform>%n lessons</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n done</source>
        <extracomment>How many lessons of a course are done. %1 of %n.</extracomment>
        <translation>
            <numerusform>%1 of %n done</numerusform>
            <numerusform>%1 of %n done</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kapok::viewmodels::CourseWords</name>
    <message numerus="yes">
        <source>%1 of %n lessons</source>
        <extracomment>How far one is in a course. %1 lessons are done of %n.</extracomment>
        <translation>
            <numerusform>%1 of %n lesson</numerusform>
            <numerusform>%1 of %n lessons</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days late</source>
        <translation>
            <numerusform>%n day late</numerusform>
            <numerusform>%n days late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days left</source>
        <translation>
            <numerusform>%n day left</numerusform>
            <numerusform>%n days left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kapok::viewmodels::HomeModel</name>
    <message numerus="yes">
        <source>Lesson %1 of %n</source>
        <extracomment>Which lesson comes next. %1 is its number, %n the number of lessons.</extracomment>
        <translation>
            <numerusform>Lesson %1 of %n</numerusform>
            <numerusform>Lesson %1 of %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About %n minutes left</source>
        <extracomment>How long the rest of a course takes.</extracomment>
        <translation>
            <numerusform>About %n minute left</numerusform>
            <numerusform>About %n minutes left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lessons done</source>
        <extracomment>In &quot;My record&quot;: what was done in a course that was begun and is gone.</extracomment>
        <translation>
            <numerusform>%n lesson done</numerusform>
            <numerusform>%n lessons done</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kapok::viewmodels::LessonSession</name>
    <message numerus="yes">
        <source>%n lessons</source>
        <translation>
            <numerusform>%n lesson</numerusform>
            <numerusform>%n lessons</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kapok::viewmodels::PeopleModel</name>
    <message numerus="yes">
        <source>%n waiting to be sent</source>
        <translation>
            <numerusform>%n waiting to be sent</numerusform>
            <numerusform>%n waiting to be sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Too many wrong PINs. Wait %n seconds.</source>
        <extracomment>On the PIN page. %n is how many seconds to wait.</extracomment>
        <translation>
            <numerusform>Too many wrong PINs. Wait %n second.</numerusform>
            <numerusform>Too many wrong PINs. Wait %n seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>That was not the PIN. %n more tries.</source>
        <extracomment>After a wrong PIN. %n is how often one may still try before a pause.</extracomment>
        <translation>
            <numerusform>That was not the PIN. %n more try.</numerusform>
            <numerusform>That was not the PIN. %n more tries.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kapok::viewmodels::ReviewModel</name>
    <message numerus="yes">
        <source>%Ln communes</source>
        <extracomment>How many communes (xã, 乡镇) a province has.</extracomment>
        <translation>
            <numerusform>%Ln commune</numerusform>
            <numerusform>%Ln communes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln schools</source>
        <translation>
            <numerusform>%Ln school</numerusform>
            <numerusform>%Ln schools</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln teachers</source>
        <translation>
            <numerusform>%Ln teacher</numerusform>
            <numerusform>%Ln teachers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln devices have sent</source>
        <extracomment>Devices that sent results lately. %1 is how many of %Ln did.</extracomment>
        <translation>
            <numerusform>%1 of %Ln device has sent</numerusform>
            <numerusform>%1 of %Ln devices have sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln assigned courses</source>
        <extracomment>Below a percentage. %1 of %Ln courses that were assigned are finished.</extracomment>
        <translation>
            <numerusform>%1 of %Ln assigned course</numerusform>
            <numerusform>%1 of %Ln assigned courses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %Ln devices in all your units</source>
        <extracomment>Below how many devices were not heard from.</extracomment>
        <translation>
            <numerusform>of %Ln device in all your units</numerusform>
            <numerusform>of %Ln devices in all your units</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %Ln teachers</source>
        <extracomment>Below how many teachers finished a course.</extracomment>
        <translation>
            <numerusform>of %Ln teacher</numerusform>
            <numerusform>of %Ln teachers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The longest by %Ln days</source>
        <translation>
            <numerusform>The longest by %Ln day</numerusform>
            <numerusform>The longest by %Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln late</source>
        <extracomment>Read aloud: how many assigned courses are past their date in a unit.</extracomment>
        <translation>
            <numerusform>%Ln late</numerusform>
            <numerusform>%Ln late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln days late</source>
        <translation>
            <numerusform>%Ln day late</numerusform>
            <numerusform>%Ln days late</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kapok::viewmodels::SettingsModel</name>
    <message numerus="yes">
        <source>%1, %n lessons</source>
        <extracomment>A course in the list of what takes room. %1 is its size, %n how many lessons it has.</extracomment>
        <translation>
            <numerusform>%1, %n lesson</numerusform>
            <numerusform>%1, %n lessons</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kapok::viewmodels::SyncModel</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <extracomment>In the sync indicator. %n lessons wait to be sent.</extracomment>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last sent %1, %n items</source>
        <extracomment>In the sync sheet. %1 is a time such as &quot;today at 07:58&quot;, %n is how many lessons were sent then.</extracomment>
        <translation>
            <numerusform>Last sent %1, %n item</numerusform>
            <numerusform>Last sent %1, %n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n items</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n items, %1</source>
        <extracomment>Above the list of courses to receive. %n courses of altogether %1, e.g. &quot;20 MB&quot;.</extracomment>
        <translation>
            <numerusform>%n item, %1</numerusform>
            <numerusform>%n items, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n results need you</source>
        <extracomment>Title of a problem in the sync sheet. %n results of a lesson were not taken.</extracomment>
        <translation>
            <numerusform>One result needs you</numerusform>
            <numerusform>%n results need you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The training centre did not take %n results of “%1” (%2). They are safe on this device and hold up nothing else.</source>
        <extracomment>A problem in the sync sheet. %1 is a lesson, %2 a date, %n how many results.</extracomment>
        <translation>
            <numerusform>The training centre did not take one result of “%1” (%2). It is safe on this device and holds up nothing else.</numerusform>
            <numerusform>The training centre did not take %n results of “%1” (%2). They are safe on this device and hold up nothing else.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kapok::viewmodels::SyncWords</name>
    <message numerus="yes">
        <source>%n answers, finished</source>
        <extracomment>What waits of a lesson. %n is how many answers.</extracomment>
        <translation>
            <numerusform>%n answer, finished</numerusform>
            <numerusform>%n answers, finished</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answers</source>
        <translation>
            <numerusform>%n answer</numerusform>
            <numerusform>%n answers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pages read</source>
        <extracomment>What waits of a lesson. %n is how many pages were read.</extracomment>
        <translation>
            <numerusform>%n page read</numerusform>
            <numerusform>%n pages read</numerusform>
        </translation>
    </message>
</context>
</TS>
