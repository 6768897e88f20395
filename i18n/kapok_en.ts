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
    <name>kapok::viewmodels::PeopleModel</name>
    <message numerus="yes">
        <source>%n item(s) waiting</source>
        <extracomment>Under a name in the picker: results of hers that are not sent yet.</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>That PIN is not right. %n more try(s) before a pause.</source>
        <extracomment>Under the name while a PIN is entered.</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Too many tries. Wait %n second(s), then enter the PIN again.</source>
        <extracomment>While a PIN may not be entered after too many wrong ones.</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
</TS>
