<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en_US">
<context>
    <name>KSheet</name>
    <message>
        <source>Close</source>
        <extracomment>Button of every sheet, read aloud only.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NavPane</name>
    <message>
        <source>Areas</source>
        <extracomment>Read aloud for the drawer, rail or bottom bar with the areas Learn, Library, My record …</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learn</source>
        <extracomment>Area of the app: home page with what is being learnt.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Library</source>
        <extracomment>Area of the app: all courses.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My record</source>
        <extracomment>Area of the app: the teacher&apos;s own results, marks and hours.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My record</source>
        <comment>short</comment>
        <extracomment>Area &quot;My record&quot; where there is little room, below an icon.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overview</source>
        <extracomment>Area of the app for those who look after a school, commune or province.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <extracomment>Area of the app: language, look, downloads.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PageDots</name>
    <message>
        <source>Page %1 of %2</source>
        <extracomment>Read aloud for the page dots of a lesson. %1 page number, %2 number of pages.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PersonForm</name>
    <message>
        <source>Server address</source>
        <extracomment>Field: the web address of the school&apos;s training server.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kapok.example.edu</source>
        <extracomment>Example in the field &quot;Server address&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is on the card your school gave you.</source>
        <extracomment>Help below the field &quot;Server address&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account</source>
        <extracomment>Field: the teacher&apos;s account name on the training server.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <extracomment>Field: password of the account.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in</source>
        <extracomment>Button of the form that adds a person to this tablet.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <extracomment>Button: leave the form without doing anything.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PinFields</name>
    <message>
        <source>New PIN, 4 digits</source>
        <extracomment>Field: the four digits that will open this person&apos;s lessons.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PIN once more</source>
        <extracomment>Field: the four digits once more.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two PINs are not the same yet. Type the second one again.</source>
        <extracomment>Below the two fields for a new PIN when they differ.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message>
        <source>PIN, %1 of 4 digits</source>
        <extracomment>Read aloud: the four dots that show how much of the PIN was typed. %1 is 0 to 4.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the last digit</source>
        <extracomment>Key of the PIN pad, read aloud only.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PinPanel</name>
    <message>
        <source>Forgot PIN?</source>
        <extracomment>Key of the PIN pad: what to do when the PIN is forgotten.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SyncProblemPanel</name>
    <message>
        <source>Show less</source>
        <extracomment>Button of a problem in the sync sheet: shows what happened, or hides it again.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See why</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UserButton</name>
    <message>
        <source>%1, switch user</source>
        <extracomment>Read aloud for the picture of the person who is learning. %1 is her name.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch user</source>
        <extracomment>Below the name of the person who is learning: leads to the choice of people.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
