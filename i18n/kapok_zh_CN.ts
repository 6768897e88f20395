<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en_US">
<context>
    <name>AddPersonCard</name>
    <message>
        <source>Add a person</source>
        <extracomment>In the choice of people: lets one more person use this tablet.</extracomment>
        <translation>添加用户</translation>
    </message>
    <message>
        <source>You need an account from your school</source>
        <extracomment>Below &quot;Add a person&quot;: what one needs for it.</extracomment>
        <translation>需要学校给的账号</translation>
    </message>
</context>
<context>
    <name>AnswerFeedback</name>
    <message>
        <source>Right</source>
        <extracomment>Title of the feedback on a right answer.</extracomment>
        <translation>对了</translation>
    </message>
    <message>
        <source>Not right yet. Let us look again</source>
        <extracomment>Title of the feedback on an answer that is not right, while one may try again.</extracomment>
        <translation>还不对，我们再看一看</translation>
    </message>
    <message>
        <source>Here is the answer</source>
        <extracomment>Title of the feedback after the last try: the right answer is shown.</extracomment>
        <translation>答案在这里</translation>
    </message>
    <message numerus="yes">
        <source>%n more tries. Only your best answer counts.</source>
        <extracomment>Last line of the feedback. %n how often one may still answer.</extracomment>
        <translation>
            <numerusform>还可以再试 %n 次，只计最好的一次。</numerusform>
        </translation>
    </message>
    <message>
        <source>Hint</source>
        <extracomment>Above the hint in the feedback on an answer.</extracomment>
        <translation>提示</translation>
    </message>
    <message>
        <source>Read page %1 again</source>
        <extracomment>Link in the feedback on an answer. %1 page number.</extracomment>
        <translation>重读第 %1 页</translation>
    </message>
</context>
<context>
    <name>AppSettings</name>
    <message>
        <source>This app</source>
        <extracomment>Title of a group of settings: version, other servers.</extracomment>
        <translation>本应用</translation>
    </message>
    <message>
        <source>Another record store (xAPI)</source>
        <extracomment>Setting: results go to another xAPI record store instead of the own server.</extracomment>
        <translation>其他学习记录库（xAPI）</translation>
    </message>
    <message>
        <source>Change</source>
        <extracomment>Button: change a setting.</extracomment>
        <translation>更改</translation>
    </message>
    <message>
        <source>Kapok %1</source>
        <extracomment>In the settings. %1 is the version of the app, e.g. 1.0.</extracomment>
        <translation>Kapok %1</translation>
    </message>
    <message>
        <source>None. Results go to your own server.</source>
        <translation>没有。成绩发送到您自己的服务器。</translation>
    </message>
    <message numerus="yes">
        <source>%n trusted course makers</source>
        <extracomment>Setting: the list of those whose courses this device accepts. %n is how many there are.</extracomment>
        <translation>
            <numerusform>%n 个可信的课程制作方</numerusform>
        </translation>
    </message>
    <message>
        <source>Only courses they signed can be opened</source>
        <extracomment>Below the setting &quot;trusted course makers&quot;.</extracomment>
        <translation>只能打开由它们签名的课程</translation>
    </message>
    <message>
        <source>Show</source>
        <extracomment>Button in the settings: opens a list.</extracomment>
        <translation>查看</translation>
    </message>
    <message>
        <source>Trusted course makers</source>
        <translation>可信的课程制作方</translation>
    </message>
    <message>
        <source>Support file</source>
        <extracomment>Button in the settings: makes a file for whoever looks for a fault.</extracomment>
        <translation>支持文件</translation>
    </message>
</context>
<context>
    <name>AssignedPage</name>
    <message>
        <source>Learn</source>
        <translation>学习</translation>
    </message>
    <message>
        <source>Assigned to you</source>
        <extracomment>Title: courses an authority asks the teacher to take.</extracomment>
        <translation>指派给我</translation>
    </message>
</context>
<context>
    <name>CompetencyResult</name>
    <message>
        <source>Competency</source>
        <extracomment>Above the AI competency that a finished course builds.</extracomment>
        <translation>能力</translation>
    </message>
</context>
<context>
    <name>CourseAction</name>
    <message>
        <source>Stop the download</source>
        <extracomment>Button: stop a download. What has arrived is kept.</extracomment>
        <translation>停止下载</translation>
    </message>
</context>
<context>
    <name>CourseGoals</name>
    <message>
        <source>After this course you can</source>
        <extracomment>Title above what one can do after the course.</extracomment>
        <translation>学完本课程，您能够</translation>
    </message>
    <message>
        <source>Competencies</source>
        <extracomment>Title above the AI competencies a course builds.</extracomment>
        <translation>能力</translation>
    </message>
</context>
<context>
    <name>CourseHead</name>
    <message>
        <source>%1 of training</source>
        <extracomment>How many training hours a course counts for, beside how long it takes. %1 is such as &quot;4 hours&quot;.</extracomment>
        <translation>研修 %1</translation>
    </message>
</context>
<context>
    <name>CoursePage</name>
    <message>
        <source>Lessons</source>
        <extracomment>Title of the list of lessons on a course page.</extracomment>
        <translation>课程目录</translation>
    </message>
    <message>
        <source>On this device</source>
        <extracomment>On the course page: what of the course is stored here.</extracomment>
        <translation>已在本机</translation>
    </message>
    <message>
        <source>Remove this course from the device?</source>
        <extracomment>Question before a course is removed from the device.</extracomment>
        <translation>从本机移除这门课程吗？</translation>
    </message>
    <message>
        <source>Your results stay. You need a connection to get the course again.</source>
        <extracomment>Text of the question before a course is removed.</extracomment>
        <translation>您的成绩会保留。再次获取课程需要联网。</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保留</translation>
    </message>
</context>
<context>
    <name>EndpointDialog</name>
    <message>
        <source>Save</source>
        <extracomment>Button of a dialog.</extracomment>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>xAPI address</source>
        <extracomment>Field: web address of an xAPI record store.</extracomment>
        <translation>xAPI 地址</translation>
    </message>
    <message>
        <source>https://lrs.example.edu/xapi</source>
        <extracomment>Example in the field &quot;xAPI address&quot;.</extracomment>
        <translation>https://lrs.example.edu/xapi</translation>
    </message>
    <message>
        <source>Key</source>
        <extracomment>Field: user name for an xAPI record store.</extracomment>
        <translation>访问密钥</translation>
    </message>
    <message>
        <source>Secret</source>
        <extracomment>Field: password for an xAPI record store.</extracomment>
        <translation>访问密码</translation>
    </message>
    <message>
        <source>Send results to another record store?</source>
        <extracomment>Title of the dialog for another xAPI record store.</extracomment>
        <translation>把成绩发送到其他记录库吗？</translation>
    </message>
    <message>
        <source>Any xAPI record store works. What is waiting goes there from now on. Leave the address empty to send to your own server.</source>
        <extracomment>Text of the dialog for another xAPI record store.</extracomment>
        <translation>任何 xAPI 学习记录库都可以。待发送的内容从现在起发往那里。地址留空则发送到您自己的服务器。</translation>
    </message>
</context>
<context>
    <name>ExamplePage</name>
    <message>
        <source>Show the first step</source>
        <extracomment>Button of a worked example. %1 number of the step it shows, %2 how many there are.</extracomment>
        <translation>显示第一步</translation>
    </message>
    <message>
        <source>Show step %1 of %2</source>
        <translation>显示第 %1 步（共 %2 步）</translation>
    </message>
    <message numerus="yes">
        <source>All %n steps are shown</source>
        <extracomment>Below a worked example whose steps are all shown.</extracomment>
        <translation>
            <numerusform>全部 %n 步都已显示</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FinishedPage</name>
    <message>
        <source>Your result</source>
        <extracomment>Title above the results of a course.</extracomment>
        <translation>您的成绩</translation>
    </message>
    <message>
        <source>Mark</source>
        <extracomment>Above the mark of a finished course.</extracomment>
        <translation>分数</translation>
    </message>
    <message>
        <source>Training</source>
        <extracomment>Above the training hours a finished course brings.</extracomment>
        <translation>研修</translation>
    </message>
    <message>
        <source>Back to my courses</source>
        <extracomment>Button after a course is finished.</extracomment>
        <translation>返回学习页</translation>
    </message>
    <message>
        <source>Also assigned to you</source>
        <extracomment>On the screen after a finished course: another course that was assigned.</extracomment>
        <translation>还指派给您</translation>
    </message>
</context>
<context>
    <name>FirstPinPage</name>
    <message>
        <source>Choose four digits that only you know. They open your lessons on this device.</source>
        <extracomment>On the page where a person chooses her first PIN.</extracomment>
        <translation>请选四位只有您知道的数字，用来在本机打开您的课程。</translation>
    </message>
    <message>
        <source>Start learning</source>
        <extracomment>Button: take the PIN that was typed and begin.</extracomment>
        <translation>开始学习</translation>
    </message>
</context>
<context>
    <name>HomeHead</name>
    <message>
        <source>Pick up where you left off</source>
        <extracomment>Above the course that was left unfinished, on the home page.</extracomment>
        <translation>继续学习</translation>
    </message>
    <message>
        <source>No course under way</source>
        <extracomment>On the home page when no course is half done: before the first lesson, and after every finished course.</extracomment>
        <translation>目前没有在学的课程</translation>
    </message>
    <message>
        <source>Choose a course below. You can stop at any time and go on from there later.</source>
        <translation>请选一门课程。可以随时停下，下次接着学。</translation>
    </message>
    <message>
        <source>My record</source>
        <translation>我的记录</translation>
    </message>
    <message>
        <source>Assigned to you</source>
        <translation>指派给我</translation>
    </message>
    <message>
        <source>See all (%1)</source>
        <extracomment>Link beside &quot;Assigned to you&quot;. %1 is the number of assigned courses.</extracomment>
        <translation>全部（%1）</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>课程库</translation>
    </message>
    <message>
        <source>No courses here yet</source>
        <translation>这里还没有课程</translation>
    </message>
    <message>
        <source>Courses appear here after the next connection.</source>
        <translation>下次联网后，课程会出现在这里。</translation>
    </message>
</context>
<context>
    <name>ImagePage</name>
    <message>
        <source>Hide the description</source>
        <extracomment>Button under a picture: shows or hides the words that describe it.</extracomment>
        <translation>隐藏说明</translation>
    </message>
    <message>
        <source>Describe this picture</source>
        <translation>描述这张图片</translation>
    </message>
</context>
<context>
    <name>KSheet</name>
    <message>
        <source>Close</source>
        <extracomment>Button of every sheet, read aloud only.</extracomment>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>KpiCards</name>
    <message>
        <source>Assigned courses finished</source>
        <extracomment>Figure: how much of what was assigned is completed, in percent.</extracomment>
        <translation>指派课程完成率</translation>
    </message>
    <message>
        <source>Teachers who finished it</source>
        <extracomment>Figure: how many teachers finished at least one course, or the chosen course.</extracomment>
        <translation>已完成的教师</translation>
    </message>
    <message>
        <source>Teachers with a finished course</source>
        <translation>已完成课程的教师</translation>
    </message>
    <message>
        <source>Teachers who are late</source>
        <extracomment>Figure: how many teachers are past a due date.</extracomment>
        <translation>逾期的教师</translation>
    </message>
    <message>
        <source>Silent for more than 14 days</source>
        <extracomment>Figure: how many devices did not connect for two weeks; their figures may be old.</extracomment>
        <translation>超过 14 天没有同步</translation>
    </message>
</context>
<context>
    <name>LanguageChoice</name>
    <message>
        <source>Language</source>
        <extracomment>Read aloud for the choice of the interface language.</extracomment>
        <translation>语言</translation>
    </message>
</context>
<context>
    <name>LanguageNames</name>
    <message>
        <source>Off</source>
        <extracomment>Choice of the captions menu.</extracomment>
        <translation>关</translation>
    </message>
</context>
<context>
    <name>LanguageSettings</name>
    <message>
        <source>Language</source>
        <extracomment>Title of a group of settings.</extracomment>
        <translation>语言</translation>
    </message>
    <message>
        <source>App</source>
        <extracomment>Setting: the language the app speaks.</extracomment>
        <translation>应用</translation>
    </message>
    <message>
        <source>Courses</source>
        <extracomment>Setting: the language of the courses.</extracomment>
        <translation>课程</translation>
    </message>
    <message>
        <source>Lessons in two languages</source>
        <extracomment>Setting: a second language beside the first one in lessons.</extracomment>
        <translation>双语课文</translation>
    </message>
    <message>
        <source>Shows both side by side where the screen is wide enough</source>
        <extracomment>Below the setting &quot;Lessons in two languages&quot;.</extracomment>
        <translation>屏幕够宽时，两种语言并排显示</translation>
    </message>
    <message>
        <source>One</source>
        <extracomment>Choice of the setting &quot;Lessons in two languages&quot;: only one.</extracomment>
        <translation>一种</translation>
    </message>
</context>
<context>
    <name>LessonEndPage</name>
    <message>
        <source>Lesson finished</source>
        <extracomment>Title at the end of a lesson when everything is done.</extracomment>
        <translation>本课已完成</translation>
    </message>
    <message>
        <source>Your best mark</source>
        <extracomment>Above the mark of a lesson.</extracomment>
        <translation>最好成绩</translation>
    </message>
    <message>
        <source>Still to do</source>
        <extracomment>Above the list of pages that are still to be done.</extracomment>
        <translation>还要完成</translation>
    </message>
    <message>
        <source>Next lesson</source>
        <extracomment>Above the title of the lesson that follows.</extracomment>
        <translation>下一课</translation>
    </message>
    <message>
        <source>Not finished yet</source>
        <extracomment>Title at the end of a lesson when something is left to do.</extracomment>
        <translation>这一课还没学完</translation>
    </message>
</context>
<context>
    <name>LibraryHead</name>
    <message>
        <source>Library</source>
        <extracomment>Title of the page with all courses.</extracomment>
        <translation>课程库</translation>
    </message>
    <message>
        <source>Search for a course or a word in it</source>
        <extracomment>In the empty search field of the library.</extracomment>
        <translation>搜索课程或课文中的词</translation>
    </message>
    <message>
        <source>No course fits your search</source>
        <extracomment>Title in the library when no course fits the search.</extracomment>
        <translation>没有找到符合的课程</translation>
    </message>
    <message>
        <source>No courses here yet</source>
        <translation>这里还没有课程</translation>
    </message>
    <message>
        <source>Try another word, or another subject.</source>
        <translation>换一个词或换一个学科试试。</translation>
    </message>
    <message>
        <source>Courses appear here after the next connection.</source>
        <translation>下次联网后，课程会出现在这里。</translation>
    </message>
</context>
<context>
    <name>LookSettings</name>
    <message>
        <source>Display</source>
        <extracomment>Title of a group of settings: theme and text size.</extracomment>
        <translation>显示</translation>
    </message>
    <message>
        <source>Light paper</source>
        <extracomment>A theme.</extracomment>
        <translation>浅色纸张</translation>
    </message>
    <message>
        <source>Night</source>
        <extracomment>A theme.</extracomment>
        <translation>夜间</translation>
    </message>
    <message>
        <source>High contrast</source>
        <extracomment>A theme.</extracomment>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>As the device</source>
        <extracomment>A theme: the same as the rest of the device.</extracomment>
        <translation>跟随设备</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <extracomment>Setting: no moving pictures and transitions.</extracomment>
        <translation>减少动态效果</translation>
    </message>
</context>
<context>
    <name>MediaBar</name>
    <message>
        <source>%1 of %2</source>
        <extracomment>How far a recording has played, read aloud. %1 now, %2 the whole, both as minutes:seconds.</extracomment>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>Captions: %1</source>
        <extracomment>Button of a video or sound, read aloud. %1 the languages of the captions, or &quot;off&quot;.</extracomment>
        <translation>字幕：%1</translation>
    </message>
    <message>
        <source>Captions</source>
        <extracomment>Menu of a video or sound, read aloud.</extracomment>
        <translation>字幕</translation>
    </message>
    <message>
        <source>Speed: %1</source>
        <extracomment>Button of a video or sound, read aloud. %1 is &quot;1.25×&quot;.</extracomment>
        <translation>速度：%1</translation>
    </message>
    <message>
        <source>Speed</source>
        <extracomment>Menu of a video or sound, read aloud.</extracomment>
        <translation>速度</translation>
    </message>
    <message>
        <source>Leave full screen</source>
        <extracomment>Button of a video, read aloud.</extracomment>
        <translation>退出全屏</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
</context>
<context>
    <name>MediaSeek</name>
    <message>
        <source>Place in the recording</source>
        <extracomment>The time line of a video or sound, read aloud.</extracomment>
        <translation>播放位置</translation>
    </message>
</context>
<context>
    <name>MediaStage</name>
    <message>
        <source>Made with AI</source>
        <extracomment>Mark on a video or a piece of sound.</extracomment>
        <translation>由 AI 制作</translation>
    </message>
</context>
<context>
    <name>MediaTransport</name>
    <message>
        <source>Play again</source>
        <extracomment>Button of a video or sound, read aloud.</extracomment>
        <translation>重播</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>10 seconds back</source>
        <extracomment>Button of a video or sound, read aloud.</extracomment>
        <translation>后退 10 秒</translation>
    </message>
    <message>
        <source>10 seconds on</source>
        <extracomment>Button of a video or sound, read aloud.</extracomment>
        <translation>前进 10 秒</translation>
    </message>
</context>
<context>
    <name>MediaTrouble</name>
    <message>
        <source>The picture cannot be drawn on this device</source>
        <extracomment>In the place of a video or sound that cannot be played.</extracomment>
        <translation>本机无法显示画面</translation>
    </message>
    <message>
        <source>This video cannot be played on this device</source>
        <translation>本机无法播放这段视频</translation>
    </message>
    <message>
        <source>This sound cannot be played on this device</source>
        <translation>本机无法播放这段声音</translation>
    </message>
    <message>
        <source>You can listen, and read every word in the transcript.</source>
        <extracomment>Below &quot;This video cannot be played on this device&quot;.</extracomment>
        <translation>您可以听，也可以在文字稿里阅读全部内容。</translation>
    </message>
    <message>
        <source>Every word is in the transcript. You can read it and go on.</source>
        <translation>文字稿里有全部内容，您可以阅读后继续学习。</translation>
    </message>
</context>
<context>
    <name>MediaVolume</name>
    <message>
        <source>Sound is off</source>
        <extracomment>Button of a video or sound, read aloud. %1 from 0 to 100.</extracomment>
        <translation>已静音</translation>
    </message>
    <message>
        <source>Volume: %1 percent</source>
        <translation>音量：百分之 %1</translation>
    </message>
    <message>
        <source>Sound on</source>
        <extracomment>Button beside the volume slider, read aloud.</extracomment>
        <translation>打开声音</translation>
    </message>
    <message>
        <source>Sound off</source>
        <translation>关闭声音</translation>
    </message>
    <message>
        <source>Volume</source>
        <extracomment>The volume slider, read aloud.</extracomment>
        <translation>音量</translation>
    </message>
</context>
<context>
    <name>NavPane</name>
    <message>
        <source>Areas</source>
        <extracomment>Read aloud for the drawer, rail or bottom bar with the areas Learn, Library, My record …</extracomment>
        <translation>主要栏目</translation>
    </message>
    <message>
        <source>Learn</source>
        <extracomment>Area of the app: home page with what is being learnt.</extracomment>
        <translation>学习</translation>
    </message>
    <message>
        <source>Library</source>
        <extracomment>Area of the app: all courses.</extracomment>
        <translation>课程库</translation>
    </message>
    <message>
        <source>My record</source>
        <extracomment>Area of the app: the teacher&apos;s own results, marks and hours.</extracomment>
        <translation>我的记录</translation>
    </message>
    <message>
        <source>My record</source>
        <comment>short</comment>
        <extracomment>Area &quot;My record&quot; where there is little room, below an icon.</extracomment>
        <translation>记录</translation>
    </message>
    <message>
        <source>Overview</source>
        <extracomment>Area of the app for those who look after a school, commune or province.</extracomment>
        <translation>概览</translation>
    </message>
    <message>
        <source>Settings</source>
        <extracomment>Area of the app: language, look, downloads.</extracomment>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>NotSavedBanner</name>
    <message>
        <source>Not saved yet</source>
        <extracomment>Title of the message shown when an answer could not be saved.</extracomment>
        <translation>尚未保存</translation>
    </message>
    <message>
        <source>Save again</source>
        <extracomment>Button of the message shown when an answer could not be saved.</extracomment>
        <translation>再保存一次</translation>
    </message>
</context>
<context>
    <name>OrderButtons</name>
    <message>
        <source>Move up: %1</source>
        <extracomment>Button beside an item of an ordering question, read aloud. %1 the words of the item.</extracomment>
        <translation>上移：%1</translation>
    </message>
    <message>
        <source>Move down: %1</source>
        <extracomment>Button beside an item of an ordering question, read aloud. %1 the words of the item.</extracomment>
        <translation>下移：%1</translation>
    </message>
</context>
<context>
    <name>PageDots</name>
    <message>
        <source>Page %1 of %2</source>
        <extracomment>Read aloud for the page dots of a lesson. %1 page number, %2 number of pages.</extracomment>
        <translation>第 %1 页，共 %2 页</translation>
    </message>
</context>
<context>
    <name>PageHeader</name>
    <message>
        <source>Back to %1</source>
        <extracomment>Read aloud for the button that goes back. %1 is the page it leads to.</extracomment>
        <translation>返回%1</translation>
    </message>
    <message>
        <source>Search the library</source>
        <extracomment>Button that opens the search in the library, read aloud only.</extracomment>
        <translation>搜索课程库</translation>
    </message>
</context>
<context>
    <name>PeopleFilters</name>
    <message>
        <source>Teachers</source>
        <extracomment>Title above the list of teachers with their courses.</extracomment>
        <translation>教师</translation>
    </message>
    <message>
        <source>Find a name</source>
        <extracomment>Search field above the list of teachers.</extracomment>
        <translation>查找姓名</translation>
    </message>
    <message>
        <source>Show</source>
        <extracomment>Which teachers are listed: everybody, late ones, …</extracomment>
        <translation>显示</translation>
    </message>
    <message>
        <source>Sorted by</source>
        <translation>排序方式</translation>
    </message>
</context>
<context>
    <name>PeopleHead</name>
    <message>
        <source>Teacher</source>
        <extracomment>Column of the list: name of a teacher.</extracomment>
        <translation>教师</translation>
    </message>
    <message>
        <source>Course</source>
        <extracomment>Column of the list: title of a course.</extracomment>
        <translation>课程</translation>
    </message>
    <message>
        <source>State</source>
        <extracomment>Column of the list: finished, started, late.</extracomment>
        <translation>状态</translation>
    </message>
    <message>
        <source>Mark</source>
        <extracomment>Column of the list: mark out of 10.</extracomment>
        <translation>分数</translation>
    </message>
    <message>
        <source>Date</source>
        <extracomment>Column of the list: day a course was finished, or is due.</extracomment>
        <translation>日期</translation>
    </message>
</context>
<context>
    <name>PersonForm</name>
    <message>
        <source>Server address</source>
        <extracomment>Field: the web address of the school&apos;s training server.</extracomment>
        <translation>服务器地址</translation>
    </message>
    <message>
        <source>kapok.example.edu</source>
        <extracomment>Example in the field &quot;Server address&quot;.</extracomment>
        <translation>kapok.example.edu</translation>
    </message>
    <message>
        <source>It is on the card your school gave you.</source>
        <extracomment>Help below the field &quot;Server address&quot;.</extracomment>
        <translation>地址印在学校发的卡片上。</translation>
    </message>
    <message>
        <source>Account</source>
        <extracomment>Field: the teacher&apos;s account name on the training server.</extracomment>
        <translation>账号</translation>
    </message>
    <message>
        <source>Password</source>
        <extracomment>Field: password of the account.</extracomment>
        <translation>密码</translation>
    </message>
    <message>
        <source>Sign in</source>
        <extracomment>Button of the form that adds a person to this tablet.</extracomment>
        <translation>登录</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>正在登录</translation>
    </message>
    <message>
        <source>Cancel</source>
        <extracomment>Button: leave the form without doing anything.</extracomment>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>PersonRow</name>
    <message>
        <source>Mark %1</source>
        <extracomment>Beside a teacher&apos;s name in a narrow list. %1 is a mark out of 10.</extracomment>
        <translation>%1 分</translation>
    </message>
</context>
<context>
    <name>PersonSettings</name>
    <message>
        <source>Switch user</source>
        <translation>切换用户</translation>
    </message>
    <message>
        <source>Change PIN</source>
        <extracomment>Button: choose a new PIN.</extracomment>
        <translation>更改 PIN</translation>
    </message>
</context>
<context>
    <name>PictureFrame</name>
    <message>
        <source>Picture made with AI</source>
        <extracomment>Read aloud before the description of a picture.</extracomment>
        <translation>由 AI 制作的图片</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Made with AI</source>
        <extracomment>Mark on a picture.</extracomment>
        <translation>由 AI 制作</translation>
    </message>
    <message>
        <source>This picture cannot be shown. Its description is below.</source>
        <extracomment>In place of a picture whose file cannot be read.</extracomment>
        <translation>这张图片无法显示，下面是它的文字说明。</translation>
    </message>
</context>
<context>
    <name>PictureViewer</name>
    <message>
        <source>Smaller</source>
        <extracomment>Button of an enlarged picture, read aloud only.</extracomment>
        <translation>小一些</translation>
    </message>
    <message>
        <source>Larger</source>
        <extracomment>Button of an enlarged picture, read aloud only.</extracomment>
        <translation>大一些</translation>
    </message>
    <message>
        <source>Close the picture</source>
        <extracomment>Button of an enlarged picture, read aloud only.</extracomment>
        <translation>关闭图片</translation>
    </message>
</context>
<context>
    <name>PinDialog</name>
    <message>
        <source>Which PIN do you want?</source>
        <extracomment>Title of the dialog for a new PIN.</extracomment>
        <translation>您想用哪个 PIN？</translation>
    </message>
    <message>
        <source>It opens your lessons on this device. Your results stay as they are.</source>
        <extracomment>Text of the dialog for a new PIN.</extracomment>
        <translation>它用来在本机打开您的课程。学习成绩保持不变。</translation>
    </message>
    <message>
        <source>Change PIN</source>
        <extracomment>Button of the dialog for a new PIN.</extracomment>
        <translation>更改 PIN</translation>
    </message>
    <message>
        <source>Keep the old one</source>
        <translation>保留原来的</translation>
    </message>
</context>
<context>
    <name>PinFields</name>
    <message>
        <source>New PIN, 4 digits</source>
        <extracomment>Field: the four digits that will open this person&apos;s lessons.</extracomment>
        <translation>新 PIN，4 位数字</translation>
    </message>
    <message>
        <source>PIN once more</source>
        <extracomment>Field: the four digits once more.</extracomment>
        <translation>再输入一次</translation>
    </message>
    <message>
        <source>The two PINs are not the same yet. Type the second one again.</source>
        <extracomment>Below the two fields for a new PIN when they differ.</extracomment>
        <translation>两次输入的 PIN 不一样，请重新输入第二个。</translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message>
        <source>PIN, %1 of 4 digits</source>
        <extracomment>Read aloud: the four dots that show how much of the PIN was typed. %1 is 0 to 4.</extracomment>
        <translation>PIN，已输入 %1/4 位</translation>
    </message>
    <message>
        <source>Delete the last digit</source>
        <extracomment>Key of the PIN pad, read aloud only.</extracomment>
        <translation>删除最后一位</translation>
    </message>
</context>
<context>
    <name>PinPanel</name>
    <message>
        <source>Forgot PIN?</source>
        <extracomment>Key of the PIN pad: what to do when the PIN is forgotten.</extracomment>
        <translation>忘记 PIN？</translation>
    </message>
</context>
<context>
    <name>PlayerActions</name>
    <message>
        <source>Next</source>
        <extracomment>Button at the bottom of a lesson.</extracomment>
        <translation>下一页</translation>
    </message>
    <message>
        <source>Check</source>
        <extracomment>Button under a question: is my answer right?</extracomment>
        <translation>检查</translation>
    </message>
    <message>
        <source>Try again</source>
        <extracomment>Button under a question that was not right yet.</extracomment>
        <translation>再试一次</translation>
    </message>
    <message>
        <source>Skip this question</source>
        <extracomment>Button under a question.</extracomment>
        <translation>跳过这一题</translation>
    </message>
    <message>
        <source>Next lesson</source>
        <extracomment>Button at the end of a lesson.</extracomment>
        <translation>下一课</translation>
    </message>
    <message>
        <source>Go on</source>
        <extracomment>Button at the end of the last lesson.</extracomment>
        <translation>继续</translation>
    </message>
    <message>
        <source>Do this lesson again</source>
        <extracomment>Button at the end of a lesson; the best mark counts.</extracomment>
        <translation>重学本课</translation>
    </message>
    <message>
        <source>Skip</source>
        <extracomment>Button under a question: skip it. Short.</extracomment>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Back to the course</source>
        <extracomment>Button at the end of a lesson that is not passed yet: to the page of the course.</extracomment>
        <translation>返回课程</translation>
    </message>
</context>
<context>
    <name>PlayerBottomBar</name>
    <message>
        <source>Page %1 of %2</source>
        <extracomment>Below the page dots of a lesson. %1 number of the page, %2 how many there are.</extracomment>
        <translation>第 %1 页，共 %2 页</translation>
    </message>
    <message>
        <source>Back</source>
        <extracomment>Button at the bottom of a lesson: the page before.</extracomment>
        <translation>上一页</translation>
    </message>
</context>
<context>
    <name>PlayerPage</name>
    <message>
        <source>Close the lesson</source>
        <extracomment>Button when a lesson cannot be opened.</extracomment>
        <translation>关闭本课</translation>
    </message>
</context>
<context>
    <name>PlayerSheets</name>
    <message>
        <source>Languages</source>
        <extracomment>Title of a sheet in a lesson.</extracomment>
        <translation>语言</translation>
    </message>
    <message>
        <source>Text size</source>
        <extracomment>Title of a sheet in a lesson.</extracomment>
        <translation>文字大小</translation>
    </message>
</context>
<context>
    <name>PlayerTopBar</name>
    <message>
        <source>Close the lesson; your place is kept</source>
        <extracomment>Button at the top of a lesson, read aloud only.</extracomment>
        <translation>关闭本课，学习位置会保留</translation>
    </message>
    <message>
        <source>Lesson %1 of %2 · %3</source>
        <extracomment>Below the course title in a lesson. %1 number of the lesson, %2 how many there are, %3 its title.</extracomment>
        <translation>第 %1 课（共 %2 课）·%3</translation>
    </message>
    <message>
        <source>Languages</source>
        <extracomment>Button at the top of a lesson, read aloud only.</extracomment>
        <translation>语言</translation>
    </message>
    <message>
        <source>Text size</source>
        <extracomment>Button &quot;Aa&quot; at the top of a lesson, read aloud only.</extracomment>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Lesson %1 of %2</source>
        <extracomment>Below the title of a lesson on a phone. %1 number of the lesson, %2 how many there are.</extracomment>
        <translation>第 %1 课（共 %2 课）</translation>
    </message>
</context>
<context>
    <name>QuestionPage</name>
    <message>
        <source>Question %1 of %2 · %3</source>
        <extracomment>Above a question. %1 its number, %2 how many there are, %3 what to do (&quot;choose one&quot;).</extracomment>
        <translation>第 %1 题（共 %2 题）·%3</translation>
    </message>
    <message>
        <source>choose one answer</source>
        <extracomment>What to do with a question.</extracomment>
        <translation>选一个答案</translation>
    </message>
    <message>
        <source>choose every right answer</source>
        <extracomment>What to do with a question.</extracomment>
        <translation>选出所有正确答案</translation>
    </message>
    <message>
        <source>put these in order</source>
        <extracomment>What to do with a question.</extracomment>
        <translation>请排序</translation>
    </message>
</context>
<context>
    <name>RecordPage</name>
    <message>
        <source>My record</source>
        <translation>我的记录</translation>
    </message>
    <message>
        <source>My courses</source>
        <extracomment>Title above the list of courses a teacher has started or finished.</extracomment>
        <translation>我的课程</translation>
    </message>
    <message>
        <source>No results yet</source>
        <extracomment>On the page &quot;My record&quot; before the first lesson.</extracomment>
        <translation>还没有成绩</translation>
    </message>
    <message>
        <source>Marks and hours appear here when you finish lessons. They are kept on this device and sent to your school.</source>
        <translation>学完一课后，分数和学时会出现在这里。它们保存在本机，并发送给学校。</translation>
    </message>
</context>
<context>
    <name>ReviewFooter</name>
    <message>
        <source>Getting the figures</source>
        <extracomment>In place of figures that were never fetched.</extracomment>
        <translation>正在获取数据</translation>
    </message>
    <message>
        <source>No figures on this device yet</source>
        <translation>本机还没有数据</translation>
    </message>
    <message>
        <source>For this course and time there are none here. They come with the next connection and are then kept for when you are offline.</source>
        <translation>这门课程和这段时间还没有数据。下次联网时会取回并保留，离线也能看。</translation>
    </message>
    <message>
        <source>The units you look after and their figures come with the next connection. They are then kept on this device.</source>
        <translation>您负责的单位及其数据会在下次联网时取回，并保存在本机。</translation>
    </message>
    <message>
        <source>Get them now</source>
        <translation>立即获取</translation>
    </message>
</context>
<context>
    <name>ReviewHead</name>
    <message>
        <source>Back to %1</source>
        <extracomment>Read aloud for the button that goes to the unit above. %1 is its name.</extracomment>
        <translation>返回%1</translation>
    </message>
    <message>
        <source>Getting newer figures</source>
        <extracomment>Button that fetches newer figures, read aloud only.</extracomment>
        <translation>正在获取最新数据</translation>
    </message>
    <message>
        <source>Get newer figures</source>
        <translation>获取最新数据</translation>
    </message>
    <message>
        <source>Export</source>
        <extracomment>Button: writes the list of teachers as it is shown into a file for spreadsheets (CSV).</extracomment>
        <translation>导出</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Teachers and their courses</source>
        <extracomment>Read aloud for the list of teachers with their courses.</extracomment>
        <translation>教师与课程</translation>
    </message>
    <message>
        <source>Exported to %1</source>
        <extracomment>Said once after the list was written to a file. %1 is where the file is.</extracomment>
        <translation>已导出到 %1</translation>
    </message>
    <message>
        <source>Close</source>
        <extracomment>Button that closes a message.</extracomment>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>ReviewTop</name>
    <message>
        <source>Course</source>
        <translation>课程</translation>
    </message>
    <message>
        <source>Time</source>
        <extracomment>Filter: which time the figures count.</extracomment>
        <translation>时间</translation>
    </message>
    <message>
        <source>Units</source>
        <extracomment>Title above the list of units that belong to the chosen one.</extracomment>
        <translation>单位</translation>
    </message>
</context>
<context>
    <name>SavedCard</name>
    <message>
        <source>Saved on this device</source>
        <extracomment>After finishing a course.</extracomment>
        <translation>已保存在本机</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>尚未保存</translation>
    </message>
    <message>
        <source>Your result is sent by itself when there is a connection. You need do nothing more.</source>
        <extracomment>Below &quot;Saved on this device&quot; after finishing a course.</extracomment>
        <translation>有网络时会自动发送成绩，您不用再做什么。</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting to be sent</source>
        <extracomment>How many results still wait to be sent.</extracomment>
        <translation>
            <numerusform>%n 项待发送</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SavedLine</name>
    <message>
        <source>Not saved yet</source>
        <extracomment>In the top bar of a lesson.</extracomment>
        <translation>尚未保存</translation>
    </message>
    <message>
        <source>Saving</source>
        <extracomment>In the top bar of a lesson.</extracomment>
        <translation>正在保存</translation>
    </message>
    <message>
        <source>Offline · saved here as usual</source>
        <extracomment>In the top bar of a lesson: no connection, and everything is kept all the same.</extracomment>
        <translation>离线·照常保存在本机</translation>
    </message>
    <message>
        <source>Saved on this device</source>
        <extracomment>In the top bar of a lesson.</extracomment>
        <translation>已保存在本机</translation>
    </message>
</context>
<context>
    <name>SendingSettings</name>
    <message>
        <source>Receiving and storage</source>
        <extracomment>Title of a group of settings: downloads and storage.</extracomment>
        <translation>接收与存储</translation>
    </message>
    <message>
        <source>Large files over Wi-Fi only</source>
        <extracomment>Setting: courses with sound and video are fetched over Wi-Fi only.</extracomment>
        <translation>仅用 Wi-Fi 下载大文件</translation>
    </message>
    <message>
        <source>Results are small and always sent</source>
        <extracomment>Below the setting &quot;Large files over Wi-Fi only&quot;.</extracomment>
        <translation>成绩数据很小，总会发送</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <extracomment>Title of the settings page.</extracomment>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>The new PIN is set.</source>
        <extracomment>Said once after a new PIN was chosen.</extracomment>
        <translation>新 PIN 已设置。</translation>
    </message>
</context>
<context>
    <name>ShellMessages</name>
    <message>
        <source>The course is on this device now.</source>
        <extracomment>Said once after a course file was opened.</extracomment>
        <translation>课程已在本机。</translation>
    </message>
    <message>
        <source>Removed. Your results are kept.</source>
        <extracomment>Said once after a course was removed from the device.</extracomment>
        <translation>已移除。您的成绩会保留。</translation>
    </message>
    <message>
        <source>Close</source>
        <extracomment>Button that closes a message.</extracomment>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>ShellPages</name>
    <message>
        <source>Library</source>
        <translation>课程库</translation>
    </message>
    <message>
        <source>Assigned to you</source>
        <translation>指派给我</translation>
    </message>
    <message>
        <source>Learn</source>
        <translation>学习</translation>
    </message>
</context>
<context>
    <name>SignInAgain</name>
    <message>
        <source>Please sign in once more</source>
        <extracomment>Title in the sync sheet when the password has to be typed again.</extracomment>
        <translation>请您重新登录</translation>
    </message>
    <message>
        <source>The server does not know this device any more. Everything you did is safe here and is sent after you sign in.</source>
        <extracomment>Below &quot;Please sign in once more&quot;.</extracomment>
        <translation>服务器不再识别这台设备。您的记录都安全地保存在这里，登录后就会发送。</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>正在登录</translation>
    </message>
</context>
<context>
    <name>SignersSheet</name>
    <message>
        <source>Trusted course makers</source>
        <extracomment>Title of the sheet that lists whose courses this device accepts.</extracomment>
        <translation>可信的课程制作方</translation>
    </message>
    <message>
        <source>Kapok opens only courses signed by one of these, also without a connection. To be sure, compare the fingerprint with what the course maker tells you.</source>
        <extracomment>On the sheet of trusted course makers.</extracomment>
        <translation>Kapok 只打开由以下制作方签名的课程，没有网络时也一样。想确认的话，请与制作方告知的指纹核对。</translation>
    </message>
</context>
<context>
    <name>SortButton</name>
    <message>
        <source>Sort by %1</source>
        <extracomment>Read aloud for the head of a column. %1 is its title.</extracomment>
        <translation>按%1排序</translation>
    </message>
    <message>
        <source>%1, sorted from last to first</source>
        <translation>%1，按降序排列</translation>
    </message>
    <message>
        <source>%1, sorted from first to last</source>
        <translation>%1，按升序排列</translation>
    </message>
</context>
<context>
    <name>StartColumn</name>
    <message>
        <source>Welcome to Kapok</source>
        <extracomment>Title of the choice of people, and of the first start.</extracomment>
        <translation>欢迎使用 Kapok</translation>
    </message>
    <message>
        <source>Who is learning today?</source>
        <translation>今天谁来学习？</translation>
    </message>
    <message>
        <source>Short courses about teaching with AI. They work without internet: what you do is kept on this device and sent when there is a connection.</source>
        <extracomment>On the first start, below &quot;Welcome to Kapok&quot;.</extracomment>
        <translation>关于用 AI 教学的短课程。没有网络也能学：您的学习记录保存在本机，联网后再发送。</translation>
    </message>
</context>
<context>
    <name>StartEntry</name>
    <message>
        <source>Back to the people of this device</source>
        <extracomment>Read aloud for the arrow that leads back to the choice of people.</extracomment>
        <translation>返回本机用户</translation>
    </message>
    <message>
        <source>Type your 4-digit PIN</source>
        <extracomment>Below the name on the PIN page.</extracomment>
        <translation>请输入 4 位 PIN</translation>
    </message>
    <message>
        <source>The PIN opens your own lessons. Your results are kept on this device and sent when there is a connection.</source>
        <extracomment>Below the PIN pad.</extracomment>
        <translation>PIN 用来打开您自己的课程。成绩保存在本机，联网后发送。</translation>
    </message>
    <message>
        <source>Choose a new PIN</source>
        <extracomment>Title of the form that signs a person in on this device, and of the one for a forgotten PIN.</extracomment>
        <translation>设置新的 PIN</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>添加用户</translation>
    </message>
    <message>
        <source>Sign in with the password of your account. What you did on this device is not lost.</source>
        <extracomment>Below the title of the form that signs a person in.</extracomment>
        <translation>请用账号密码登录。您在本机的学习记录不会丢失。</translation>
    </message>
    <message>
        <source>This needs a connection once. Afterwards the lessons work without one.</source>
        <translation>只需联网一次，之后没有网络也能学习。</translation>
    </message>
</context>
<context>
    <name>StartWelcome</name>
    <message>
        <source>Tap your name to go on learning.</source>
        <extracomment>At the right of the choice of people before anyone is chosen.</extracomment>
        <translation>点一下您的名字，继续学习。</translation>
    </message>
</context>
<context>
    <name>StorageSettings</name>
    <message>
        <source>Storage on this device</source>
        <extracomment>Setting: what the app takes of the device&apos;s storage.</extracomment>
        <translation>本机存储</translation>
    </message>
    <message>
        <source>Remove “%1” from this device?</source>
        <extracomment>Question before a course is removed. %1 is the title of the course.</extracomment>
        <translation>从本机移除“%1”吗？</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保留</translation>
    </message>
</context>
<context>
    <name>SupportDialog</name>
    <message>
        <source>Make a support file?</source>
        <extracomment>Title of the dialog before a support file is made.</extracomment>
        <translation>生成支持文件？</translation>
    </message>
    <message>
        <source>A small text file for whoever looks for a fault. It is saved on this device and sent nowhere.</source>
        <extracomment>Text of the dialog before a support file is made.</extracomment>
        <translation>给排查问题的人看的小文本文件。它只保存在本机，不会发送到任何地方。</translation>
    </message>
    <message>
        <source>Make the file</source>
        <translation>生成文件</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>It contains: versions of Kapok and of the system, settings, courses on this device with their sizes, free storage, how many results wait, and what kind of problem there is.</source>
        <extracomment>In the dialog about the support file: its contents.</extracomment>
        <translation>包含：Kapok 和系统的版本、设置、本机上的课程及大小、剩余空间、待发送的成绩数量，以及问题的类型。</translation>
    </message>
    <message>
        <source>It does not contain: names, accounts, PINs, passwords, answers or marks.</source>
        <extracomment>In the dialog about the support file: what it does not contain.</extracomment>
        <translation>不包含：姓名、账号、PIN 码、密码、回答或分数。</translation>
    </message>
</context>
<context>
    <name>SyncItemRow</name>
    <message>
        <source>Get now</source>
        <extracomment>Button in the sync sheet: fetch this course at once.</extracomment>
        <translation>现在获取</translation>
    </message>
</context>
<context>
    <name>SyncProblemPanel</name>
    <message>
        <source>Show less</source>
        <extracomment>Button of a problem in the sync sheet: shows what happened, or hides it again.</extracomment>
        <translation>收起</translation>
    </message>
    <message>
        <source>See why</source>
        <translation>查看原因</translation>
    </message>
    <message>
        <source>Send again</source>
        <extracomment>Button of a problem in the sync sheet: tries once more to send this result.</extracomment>
        <translation>重新发送</translation>
    </message>
    <message>
        <source>Try again</source>
        <extracomment>Button of a problem in the sync sheet: tries once more to fetch this course.</extracomment>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>SyncRefusedRow</name>
    <message>
        <source>Send this again</source>
        <extracomment>Button in the sync sheet: sends this one result once more.</extracomment>
        <translation>重新发送这一项</translation>
    </message>
</context>
<context>
    <name>SyncSheet</name>
    <message>
        <source>Sending and receiving</source>
        <extracomment>Title of the sheet about sending results and receiving courses.</extracomment>
        <translation>发送与接收</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <extracomment>Section of the sync sheet: results that were not sent yet.</extracomment>
        <translation>待发送</translation>
    </message>
    <message>
        <source>To receive</source>
        <extracomment>Section of the sync sheet: courses that can be or are being downloaded.</extracomment>
        <translation>待接收</translation>
    </message>
    <message>
        <source>Also use mobile data</source>
        <extracomment>Switch in the sync sheet: large files over mobile data too.</extracomment>
        <translation>同时使用移动数据</translation>
    </message>
    <message>
        <source>Off: large files wait for Wi-Fi</source>
        <extracomment>Below the switch &quot;Also use mobile data&quot;.</extracomment>
        <translation>已关闭：大文件等待 Wi-Fi</translation>
    </message>
    <message>
        <source>On: large files may use mobile data</source>
        <translation>已开启：大文件可使用移动数据</translation>
    </message>
    <message>
        <source>Send now</source>
        <extracomment>Button of the sync sheet.</extracomment>
        <translation>立即发送</translation>
    </message>
    <message>
        <source>Sending</source>
        <extracomment>The button &quot;Send now&quot; while it sends.</extracomment>
        <translation>正在发送</translation>
    </message>
    <message>
        <source>Sent</source>
        <extracomment>Section of the sync sheet: results the training centre has confirmed.</extracomment>
        <translation>已发送</translation>
    </message>
</context>
<context>
    <name>TextSizeSetting</name>
    <message>
        <source>Text size</source>
        <extracomment>Setting: how large text is.</extracomment>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>%1%</source>
        <extracomment>The text size that is set. %1 is a number from 100 to 200.</extracomment>
        <translation>%1%</translation>
    </message>
</context>
<context>
    <name>TranscriptPanel</name>
    <message>
        <source>Transcript</source>
        <extracomment>Title of the words of a video or sound.</extracomment>
        <translation>文字稿</translation>
    </message>
</context>
<context>
    <name>TroublePage</name>
    <message>
        <source>Try again</source>
        <extracomment>Button: open the data of this device once more, after it could not be opened.</extracomment>
        <translation>再试一次</translation>
    </message>
</context>
<context>
    <name>UnitTree</name>
    <message>
        <source>Units</source>
        <extracomment>Title above the tree of provinces, communes and schools.</extracomment>
        <translation>单位</translation>
    </message>
    <message>
        <source>Find a commune or school</source>
        <extracomment>Search field above the tree of units.</extracomment>
        <translation>找乡、坊或学校</translation>
    </message>
    <message>
        <source>No unit has this name.</source>
        <extracomment>In place of the tree when the search finds nothing.</extracomment>
        <translation>没有这个名称的单位。</translation>
    </message>
</context>
<context>
    <name>UnitTreeRow</name>
    <message>
        <source>open</source>
        <extracomment>Read aloud for a unit in the tree whose units below are shown, or are not.</extracomment>
        <translation>已展开</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>已收起</translation>
    </message>
</context>
<context>
    <name>UnknownPage</name>
    <message>
        <source>This page needs a newer Kapok</source>
        <extracomment>In place of a page made for a newer version of the app.</extracomment>
        <translation>这一页需要更新的 Kapok</translation>
    </message>
    <message>
        <source>Everything you have done is kept. You can go on with the other pages, and come back here after Kapok has been updated.</source>
        <extracomment>Below &quot;This page needs a newer Kapok&quot;.</extracomment>
        <translation>您做过的都已保存。可以先学其他页面，更新 Kapok 后再回到这里。</translation>
    </message>
</context>
<context>
    <name>UserButton</name>
    <message>
        <source>%1, switch user</source>
        <extracomment>Read aloud for the picture of the person who is learning. %1 is her name.</extracomment>
        <translation>%1，切换用户</translation>
    </message>
    <message>
        <source>Switch user</source>
        <extracomment>Below the name of the person who is learning: leads to the choice of people.</extracomment>
        <translation>切换用户</translation>
    </message>
</context>
<context>
    <name>kapok::viewmodels::CourseModel</name>
    <message>
        <source>On this device. Works without internet.</source>
        <translation>已在本机。没有网络也能学。</translation>
    </message>
    <message>
        <source>Remove, %1</source>
        <extracomment>Button: removes a course from the device. %1 is its size.</extracomment>
        <translation>移除，%1</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Continue lesson %1</source>
        <extracomment>Button of a course page. %1 is the number of the lesson.</extracomment>
        <translation>继续第 %1 课</translation>
    </message>
    <message>
        <source>Not on this device yet.</source>
        <translation>还不在本机。</translation>
    </message>
    <message>
        <source>Update, %1</source>
        <translation>更新，%1</translation>
    </message>
    <message>
        <source>Download, %1</source>
        <extracomment>Button: fetches a course. %1 is what has to be transferred, such as 21 MB.</extracomment>
        <translation>下载，%1</translation>
    </message>
    <message numerus="yes">
        <source>%n lessons</source>
        <translation>
            <numerusform>%n 课</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n done</source>
        <extracomment>How many lessons of a course are done. %1 of %n.</extracomment>
        <translation>
            <numerusform>已完成 %1/%n</numerusform>
        </translation>
    </message>
    <message>
        <source>Text, pictures and sound, %1.</source>
        <extracomment>What a course on this device takes. %1 is a size such as 24 MB.</extracomment>
        <translation>文字、图片和声音，%1。</translation>
    </message>
    <message>
        <source>It works without internet once it is here.</source>
        <translation>下载到本机后，没有网络也能学。</translation>
    </message>
    <message>
        <source>%1 of %2. You can go on with something else.</source>
        <extracomment>Progress of a download. %1 of %2, sizes such as &quot;14 MB&quot;.</extracomment>
        <translation>%1/%2。您可以先做别的事。</translation>
    </message>
    <message>
        <source>What has arrived is kept.</source>
        <translation>已收到的部分会保留。</translation>
    </message>
    <message>
        <source>Go on with the download</source>
        <translation>继续下载</translation>
    </message>
    <message>
        <source>This course needs a newer version of Kapok.</source>
        <translation>这门课程需要更新版本的 Kapok。</translation>
    </message>
    <message>
        <source>Update the app, then the course can be fetched.</source>
        <translation>更新应用后就能获取这门课程。</translation>
    </message>
    <message>
        <source>Read it again</source>
        <translation>重读</translation>
    </message>
    <message>
        <source>Start lesson %1</source>
        <extracomment>Button of a course page. %1 is the number of the lesson.</extracomment>
        <translation>开始第 %1 课</translation>
    </message>
    <message>
        <source>Version %1.</source>
        <extracomment>Version of a course. %1 is a number such as 1.2.0.</extracomment>
        <translation>版本 %1。</translation>
    </message>
    <message>
        <source>Published by %1.</source>
        <extracomment>Who made a course. %1 is a name.</extracomment>
        <translation>发布者：%1。</translation>
    </message>
    <message>
        <source>The signature is valid: nobody has changed this course since it was published.</source>
        <translation>签名有效：课程发布后没有人改动过。</translation>
    </message>
    <message>
        <source>This device no longer knows who signed this course.</source>
        <translation>本机不再信任这门课程的签名者。</translation>
    </message>
    <message>
        <source>Reading, video and questions</source>
        <translation>阅读、视频与练习</translation>
    </message>
    <message>
        <source>Reading, sound and questions</source>
        <translation>阅读、音频与练习</translation>
    </message>
    <message>
        <source>Reading and questions</source>
        <translation>阅读与练习</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>阅读</translation>
    </message>
    <message>
        <source>Done · %1</source>
        <extracomment>State of a lesson. %1 is a mark such as &quot;8 of 10&quot;.</extracomment>
        <translation>已完成·%1</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Not passed yet · %1</source>
        <extracomment>%1 is a mark such as &quot;4 of 10&quot;.</extracomment>
        <translation>尚未通过·%1</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <extracomment>Where one stopped in a lesson. %1 is the page, %2 the number of pages.</extracomment>
        <translation>第 %1 页，共 %2 页</translation>
    </message>
    <message>
        <source>Lesson %1</source>
        <translation>第 %1 课</translation>
    </message>
</context>
<context>
    <name>kapok::viewmodels::CourseWords</name>
    <message>
        <source>Finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Finished · %1</source>
        <extracomment>State of a finished course. %1 is a mark such as &quot;9 of 10&quot;.</extracomment>
        <translation>已完成·%1</translation>
    </message>
    <message>
        <source>Downloading %1</source>
        <extracomment>State of a course tile. %1 is a share such as &quot;62%&quot;.</extracomment>
        <translation>正在下载 %1</translation>
    </message>
    <message>
        <source>Waiting for Wi-Fi</source>
        <translation>等待 Wi-Fi</translation>
    </message>
    <message>
        <source>Download stopped</source>
        <translation>下载已停止</translation>
    </message>
    <message>
        <source>On this device</source>
        <translation>已在本机</translation>
    </message>
    <message>
        <source>Update, %1</source>
        <extracomment>State of a course tile: a newer version can be fetched. %1 is its size.</extracomment>
        <translation>更新，%1</translation>
    </message>
    <message>
        <source>Needs a newer Kapok</source>
        <translation>需要更新的 Kapok</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>未开始</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n lessons</source>
        <extracomment>How far one is in a course. %1 lessons are done of %n.</extracomment>
        <translation>
            <numerusform>%1/%n 课</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days late</source>
        <translation>
            <numerusform>逾期 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>Due %1</source>
        <extracomment>When an assigned course is due. %1 is a date.</extracomment>
        <translation>%1前</translation>
    </message>
    <message>
        <source>Due today</source>
        <translation>今天到期</translation>
    </message>
    <message numerus="yes">
        <source>%n days left</source>
        <translation>
            <numerusform>还有 %n 天</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kapok::viewmodels::HomeModel</name>
    <message>
        <source>Continue</source>
        <translation>继续学习</translation>
    </message>
    <message numerus="yes">
        <source>Lesson %1 of %n</source>
        <extracomment>Which lesson comes next. %1 is its number, %n the number of lessons.</extracomment>
        <translation>
            <numerusform>第 %1 课（共 %n 课）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About %n minutes left</source>
        <extracomment>How long the rest of a course takes.</extracomment>
        <translation>
            <numerusform>大约还需 %n 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>Training hours</source>
        <extracomment>Title above the training hours (giờ bồi dưỡng, 学时) of a teacher.</extracomment>
        <translation>研修学时</translation>
    </message>
    <message>
        <source>of %1</source>
        <extracomment>Below the hours one has. %1 is how many hours are planned.</extracomment>
        <translation>/ %1</translation>
    </message>
    <message>
        <source>%1 to go</source>
        <extracomment>%1 is a number of hours such as &quot;6.5 hours&quot;.</extracomment>
        <translation>还差 %1</translation>
    </message>
    <message>
        <source>All hours done</source>
        <translation>学时已满</translation>
    </message>
    <message>
        <source>until %1</source>
        <extracomment>Until when hours are wanted. %1 is a date.</extracomment>
        <translation>截止 %1</translation>
    </message>
    <message>
        <source>Finished on %1</source>
        <extracomment>State of a finished course. %1 is a date.</extracomment>
        <translation>%1 完成</translation>
    </message>
    <message>
        <source>A course that is no longer offered</source>
        <extracomment>In &quot;My record&quot;: a course whose name is not known any more.</extracomment>
        <translation>已不再提供的课程</translation>
    </message>
    <message>
        <source>no longer offered</source>
        <extracomment>In &quot;My record&quot;: a finished course that can no longer be opened or downloaded.</extracomment>
        <translation>已不再提供</translation>
    </message>
    <message>
        <source>Course with the lesson “%1”</source>
        <extracomment>In &quot;My record&quot;: a course whose own name is not known any more. %1 is the title of one of its lessons.</extracomment>
        <translation>包含“%1”这一课的课程</translation>
    </message>
    <message>
        <source>Not finished</source>
        <translation>未学完</translation>
    </message>
    <message numerus="yes">
        <source>%n lessons done</source>
        <extracomment>In &quot;My record&quot;: what was done in a course that was begun and is gone.</extracomment>
        <translation>
            <numerusform>已学完 %n 课</numerusform>
        </translation>
    </message>
    <message>
        <source>not on this device, no longer offered</source>
        <extracomment>In &quot;My record&quot;: a course that is not on the device any more and not offered either.</extracomment>
        <translation>不在本机，也不再提供</translation>
    </message>
</context>
<context>
    <name>kapok::viewmodels::LessonSession</name>
    <message>
        <source>Passed, %1 needed</source>
        <extracomment>Below a mark. %1 is the mark that is needed, such as 5.</extracomment>
        <translation>已通过，%1 分及格</translation>
    </message>
    <message>
        <source>%1 needed to pass</source>
        <extracomment>Below a mark. %1 is the mark that is needed, such as 5.</extracomment>
        <translation>%1 分及格</translation>
    </message>
    <message>
        <source>You have finished!</source>
        <extracomment>On the page after a course was finished. Vietnamese: {You} is the form of address (&quot;Cô đã hoàn thành!&quot;), here and in every sentence to her.</extracomment>
        <translation>您完成了！</translation>
    </message>
    <message>
        <source>+ %1</source>
        <extracomment>Training hours that were just credited. %1 is &quot;1.5 hours&quot;.</extracomment>
        <translation>+ %1</translation>
    </message>
    <message numerus="yes">
        <source>%n lessons</source>
        <translation>
            <numerusform>%n 课</numerusform>
        </translation>
    </message>
    <message>
        <source>Training hours</source>
        <extracomment>Title above the bar of training hours (giờ bồi dưỡng, 学时).</extracomment>
        <translation>研修学时</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>Hours earned of hours planned. %1 is a number, %2 is &quot;20 hours&quot;.</extracomment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 before</source>
        <extracomment>Below the bar of hours. %1 is &quot;13.5 hours&quot;.</extracomment>
        <translation>之前 %1</translation>
    </message>
    <message>
        <source>%1 added now</source>
        <extracomment>Below the bar of hours. %1 is &quot;1.5 hours&quot;.</extracomment>
        <translation>本次新增 %1</translation>
    </message>
    <message>
        <source>%1 to go</source>
        <extracomment>Below the bar of hours. %1 is &quot;5 hours&quot;.</extracomment>
        <translation>还差 %1</translation>
    </message>
    <message>
        <source>Not opened yet</source>
        <translation>还没有打开</translation>
    </message>
    <message>
        <source>Not answered yet</source>
        <translation>还没有回答</translation>
    </message>
    <message>
        <source>Not right yet</source>
        <translation>还不对</translation>
    </message>
    <message>
        <source>Some things are in the right place, others not yet.</source>
        <extracomment>Feedback when items are not in the right order yet.</extracomment>
        <translation>有些位置对了，有些还不对。</translation>
    </message>
    <message>
        <source>You chose this · right</source>
        <translation>您选了这个·正确</translation>
    </message>
    <message>
        <source>You chose this · not right yet</source>
        <translation>您选了这个·还不对</translation>
    </message>
    <message>
        <source>The right answer</source>
        <translation>正确答案</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>已选</translation>
    </message>
    <message>
        <source>not in its place yet</source>
        <translation>位置还不对</translation>
    </message>
    <message>
        <source>%1 of %2, %3</source>
        <extracomment>Read aloud for an item to bring into order. %1 its place, %2 how many there are, %3 its text.</extracomment>
        <translation>%1/%2，%3</translation>
    </message>
    <message>
        <source>Page %1 of %2, %3</source>
        <extracomment>Read aloud for the dot of a page. %1 is its number, %2 how many pages there are, %3 its title.</extracomment>
        <translation>第 %1 页，共 %2 页，%3</translation>
    </message>
</context>
<context>
    <name>kapok::viewmodels::PeopleModel</name>
    <message numerus="yes">
        <source>%n waiting to be sent</source>
        <translation>
            <numerusform>%n 项待发送</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Too many wrong PINs. Wait %n seconds.</source>
        <extracomment>On the PIN page. %n is how many seconds to wait.</extracomment>
        <translation>
            <numerusform>PIN 输错次数过多，请等 %n 秒。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>That was not the PIN. %n more tries.</source>
        <extracomment>After a wrong PIN. %n is how often one may still try before a pause.</extracomment>
        <translation>
            <numerusform>PIN 不对，还可以试 %n 次。</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a PIN of four digits.</source>
        <translation>请选择四位数字的 PIN。</translation>
    </message>
</context>
<context>
    <name>kapok::viewmodels::ReviewModel</name>
    <message>
        <source>Finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>学习中</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>未开始</translation>
    </message>
    <message>
        <source>Name</source>
        <extracomment>What a list is sorted by.</extracomment>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>课程</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>分数</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>截止日期</translation>
    </message>
    <message>
        <source>Figures as of</source>
        <translation>数据截至</translation>
    </message>
    <message>
        <source>As of %1</source>
        <extracomment>How fresh figures are. %1 is a date and a time.</extracomment>
        <translation>数据截至 %1</translation>
    </message>
    <message>
        <source>All courses</source>
        <extracomment>Filter: figures of every course together.</extracomment>
        <translation>全部课程</translation>
    </message>
    <message>
        <source>All time</source>
        <translation>全部时间</translation>
    </message>
    <message>
        <source>This school year</source>
        <translation>本学年</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>最近 30 天</translation>
    </message>
    <message>
        <source>Everybody</source>
        <extracomment>Filter: teachers whatever their state.</extracomment>
        <translation>所有人</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>逾期</translation>
    </message>
    <message numerus="yes">
        <source>%Ln communes</source>
        <extracomment>How many communes (xã, 乡镇) a province has.</extracomment>
        <translation>
            <numerusform>%Ln 个乡坊</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln schools</source>
        <translation>
            <numerusform>%Ln 所学校</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln teachers</source>
        <translation>
            <numerusform>%Ln 名教师</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln devices have sent</source>
        <extracomment>Devices that sent results lately. %1 is how many of %Ln did.</extracomment>
        <translation>
            <numerusform>%Ln 台设备中 %1 台已发送</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln assigned courses</source>
        <extracomment>Below a percentage. %1 of %Ln courses that were assigned are finished.</extracomment>
        <translation>
            <numerusform>%1/%Ln 门指派课程</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is assigned here</source>
        <translation>这里没有指派课程</translation>
    </message>
    <message numerus="yes">
        <source>of %Ln devices in all your units</source>
        <extracomment>Below how many devices were not heard from.</extracomment>
        <translation>
            <numerusform>您所有单位共 %Ln 台设备</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %Ln teachers</source>
        <extracomment>Below how many teachers finished a course.</extracomment>
        <translation>
            <numerusform>/%Ln 名教师</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The longest by %Ln days</source>
        <translation>
            <numerusform>最久 %Ln 天</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody is past a due date</source>
        <translation>没有人逾期</translation>
    </message>
    <message>
        <source>This semester</source>
        <translation>本学期</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>no figures</source>
        <extracomment>Read aloud for a unit whose figures are not known.</extracomment>
        <translation>没有数据</translation>
    </message>
    <message numerus="yes">
        <source>%Ln late</source>
        <extracomment>Read aloud: how many assigned courses are past their date in a unit.</extracomment>
        <translation>
            <numerusform>%Ln 人逾期</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln days late</source>
        <translation>
            <numerusform>逾期 %Ln 天</numerusform>
        </translation>
    </message>
    <message>
        <source>due %1</source>
        <comment>a date</comment>
        <translation>%1前</translation>
    </message>
    <message>
        <source>Last heard from</source>
        <extracomment>Column of an exported table: when somebody was last heard from.</extracomment>
        <translation>最近一次发送</translation>
    </message>
    <message>
        <source>Finished on</source>
        <translation>完成日期</translation>
    </message>
    <message>
        <source>The teachers of this unit are on their way.</source>
        <translation>正在接收本单位的教师名单。</translation>
    </message>
    <message>
        <source>The teachers of this unit are not on this device yet. They come with the next connection.</source>
        <translation>本机还没有该单位的教师名单，联网后会自动获取。</translation>
    </message>
    <message>
        <source>Nobody here fits what you are looking for.</source>
        <translation>没有符合条件的人。</translation>
    </message>
    <message>
        <source>only the first of this unit; open a smaller one to see everybody</source>
        <extracomment>Below the number of teachers: the list is longer than what is shown.</extracomment>
        <translation>仅为本单位名单的开头部分；打开下级单位可查看全部</translation>
    </message>
    <message>
        <source>a new assignment is still being counted</source>
        <extracomment>After how fresh figures are.</extracomment>
        <translation>新指派的课程还在统计中</translation>
    </message>
</context>
<context>
    <name>kapok::viewmodels::SettingsModel</name>
    <message>
        <source>%1 free</source>
        <extracomment>Room that is left on the device. %1 is a size such as 3.1 GB.</extracomment>
        <translation>剩余 %1</translation>
    </message>
    <message>
        <source>Your results stay, also those that were not sent yet.</source>
        <translation>您的成绩会保留，尚未发送的也一样。</translation>
    </message>
    <message>
        <source>You need a connection to get the course again.</source>
        <translation>重新获取课程需要联网。</translation>
    </message>
    <message>
        <source>You need the course file to get the course again.</source>
        <translation>重新安装课程需要课程文件。</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n lessons</source>
        <extracomment>A course in the list of what takes room. %1 is its size, %n how many lessons it has.</extracomment>
        <translation>
            <numerusform>%1，%n 课</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove, %1</source>
        <extracomment>Button: removes a course from the device. %1 is its size.</extracomment>
        <translation>移除，%1</translation>
    </message>
    <message>
        <source>Comes with Kapok</source>
        <translation>Kapok 自带</translation>
    </message>
    <message>
        <source>Named by your training centre</source>
        <translation>由培训中心指定</translation>
    </message>
    <message>
        <source>Accepted on this device</source>
        <translation>已在本机确认</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>未命名</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <extracomment>In the settings after a support file was made. %1 is the file.</extracomment>
        <translation>已保存：%1</translation>
    </message>
</context>
<context>
    <name>kapok::viewmodels::SyncModel</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <extracomment>In the sync indicator. %n lessons wait to be sent.</extracomment>
        <translation>
            <numerusform>%n 项待发送</numerusform>
        </translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>需要您处理</translation>
    </message>
    <message>
        <source>nothing is lost</source>
        <translation>数据没有丢</translation>
    </message>
    <message>
        <source>Sending %1 of %2</source>
        <extracomment>In the sync indicator. %1 is the number of the lesson being sent, %2 how many there are.</extracomment>
        <translation>正在发送 %1/%2</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>waiting for Wi-Fi</source>
        <translation>等待 Wi-Fi</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>everything is saved here</source>
        <translation>都已保存在本机</translation>
    </message>
    <message>
        <source>All sent</source>
        <translation>已全部发送</translation>
    </message>
    <message>
        <source>No network</source>
        <translation>没有网络</translation>
    </message>
    <message>
        <source>Not connected yet</source>
        <translation>尚未连接</translation>
    </message>
    <message>
        <source>Last sent %1</source>
        <translation>上次发送：%1</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>正在发送</translation>
    </message>
    <message>
        <source>No connection to the training centre</source>
        <translation>未连接到培训中心</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>已连接</translation>
    </message>
    <message numerus="yes">
        <source>Last sent %1, %n items</source>
        <extracomment>In the sync sheet. %1 is a time such as &quot;today at 07:58&quot;, %n is how many lessons were sent then.</extracomment>
        <translation>
            <numerusform>上次发送：%1，%n 项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n items</source>
        <translation>
            <numerusform>%n 项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n items, %1</source>
        <extracomment>Above the list of courses to receive. %n courses of altogether %1, e.g. &quot;20 MB&quot;.</extracomment>
        <translation>
            <numerusform>%n 项，%1</numerusform>
        </translation>
    </message>
    <message>
        <source>Results are not taken at the moment</source>
        <translation>目前不接收成绩</translation>
    </message>
    <message>
        <source>The training centre knows you but does not accept results. They are safe on this device. Ask your school.</source>
        <translation>培训中心能识别您的账号，但目前不接收成绩。成绩安全地保存在本机。请询问学校。</translation>
    </message>
    <message>
        <source>The training centre answers strangely</source>
        <translation>培训中心的回应异常</translation>
    </message>
    <message>
        <source>Everything is safe on this device. It is tried again by itself; if this stays, tell your school.</source>
        <translation>一切都安全地保存在本机。会自动再试；如果一直这样，请告诉学校。</translation>
    </message>
    <message>
        <source>This account belongs to somebody else. Sign in with your own.</source>
        <translation>这是别人的账号，请用自己的账号登录。</translation>
    </message>
    <message>
        <source>sending</source>
        <translation>正在发送</translation>
    </message>
    <message>
        <source>Saved on this device. It goes by itself when there is a connection.</source>
        <translation>已保存在本机，有网络时会自动发送。</translation>
    </message>
    <message>
        <source>Everything else has been sent.</source>
        <translation>其余的都已发送。</translation>
    </message>
    <message>
        <source>Everything has been sent.</source>
        <translation>已全部发送。</translation>
    </message>
    <message>
        <source>There is nothing to send yet.</source>
        <translation>还没有需要发送的内容。</translation>
    </message>
    <message>
        <source>sent %1</source>
        <extracomment>State of a lesson in the sync sheet. %1 is a time such as 08:05.</extracomment>
        <translation>%1 已发送</translation>
    </message>
    <message numerus="yes">
        <source>%n results need you</source>
        <extracomment>Title of a problem in the sync sheet. %n results of a lesson were not taken.</extracomment>
        <translation>
            <numerusform>%n 项成绩需要您处理</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The training centre did not take %n results of “%1” (%2). They are safe on this device and hold up nothing else.</source>
        <extracomment>A problem in the sync sheet. %1 is a lesson, %2 a date, %n how many results.</extracomment>
        <translation>
            <numerusform>培训中心没有接收“%1”（%2）的 %n 项成绩。成绩安全地保存在本机，不影响其他内容的发送。</numerusform>
        </translation>
    </message>
    <message>
        <source>Show this to your school. You can also send it again.</source>
        <translation>请把这里给学校看，也可以重新发送。</translation>
    </message>
    <message>
        <source>Your record store does not accept this key</source>
        <translation>其他学习记录库不接受访问密钥</translation>
    </message>
    <message>
        <source>Everything is safe on this device. Check the address, the key and the secret in the settings.</source>
        <translation>一切都安全地保存在本机。请在设置中检查地址、访问密钥和访问密码。</translation>
    </message>
</context>
<context>
    <name>kapok::viewmodels::SyncWords</name>
    <message>
        <source>A course that is no longer on this device</source>
        <extracomment>In the sync sheet: results of a course whose name is not known any more.</extracomment>
        <translation>已不在本机上的课程</translation>
    </message>
    <message>
        <source>Lesson %1</source>
        <extracomment>A lesson that waits to be sent. %1 is its number.</extracomment>
        <translation>第 %1 课</translation>
    </message>
    <message>
        <source>course finished</source>
        <translation>课程已完成</translation>
    </message>
    <message numerus="yes">
        <source>%n answers, finished</source>
        <extracomment>What waits of a lesson. %n is how many answers.</extracomment>
        <translation>
            <numerusform>%n 个回答，已完成</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answers</source>
        <translation>
            <numerusform>%n 个回答</numerusform>
        </translation>
    </message>
    <message>
        <source>finished</source>
        <translation>已完成</translation>
    </message>
    <message numerus="yes">
        <source>%n pages read</source>
        <extracomment>What waits of a lesson. %n is how many pages were read.</extracomment>
        <translation>
            <numerusform>读了 %n 页</numerusform>
        </translation>
    </message>
    <message>
        <source>opened</source>
        <translation>已打开</translation>
    </message>
    <message>
        <source>An answer</source>
        <extracomment>A result that was not taken. %1 is the title of the question.</extracomment>
        <translation>一个回答</translation>
    </message>
    <message>
        <source>Answer: %1</source>
        <translation>回答：%1</translation>
    </message>
    <message>
        <source>A page that was read</source>
        <extracomment>A result that was not taken. %1 is the title of the page.</extracomment>
        <translation>一个读过的页面</translation>
    </message>
    <message>
        <source>Page read: %1</source>
        <translation>已读页面：%1</translation>
    </message>
    <message>
        <source>The result of the lesson</source>
        <translation>本课的成绩</translation>
    </message>
    <message>
        <source>The lesson is finished</source>
        <translation>本课已完成</translation>
    </message>
    <message>
        <source>The course is finished</source>
        <translation>课程已完成</translation>
    </message>
    <message>
        <source>The lesson was opened or left</source>
        <extracomment>A result that was not taken: the note that a lesson was opened or left.</extracomment>
        <translation>打开或离开了本课</translation>
    </message>
    <message>
        <source>%1. The answer was: “%2”</source>
        <extracomment>Why a result was not taken. %1 is when it was done, %2 what the other side answered, in English.</extracomment>
        <translation>%1。对方的答复：“%2”</translation>
    </message>
</context>
<context>
    <name>kapok::viewmodels::Wording</name>
    <message>
        <source>today at %1</source>
        <extracomment>When something was done. %1 is a time such as 08:05.</extracomment>
        <translation>今天 %1</translation>
    </message>
    <message>
        <source>All subjects</source>
        <translation>所有学科</translation>
    </message>
    <message>
        <source>Language and literature</source>
        <translation>语文</translation>
    </message>
    <message>
        <source>Maths</source>
        <translation>数学</translation>
    </message>
    <message>
        <source>Science</source>
        <translation>科学</translation>
    </message>
    <message>
        <source>Foreign languages</source>
        <translation>外语</translation>
    </message>
    <message>
        <source>This is not saved: the device is full.</source>
        <translation>没有保存成功：设备存储已满。</translation>
    </message>
    <message>
        <source>This is not saved: the device&apos;s storage did not take it.</source>
        <translation>没有保存成功：设备存储无法写入。</translation>
    </message>
    <message>
        <source>This course cannot be opened.</source>
        <translation>无法打开这门课程。</translation>
    </message>
    <message>
        <source>The course was not added: the device is full.</source>
        <translation>课程没有添加成功：设备存储已满。</translation>
    </message>
    <message>
        <source>The course was not added.</source>
        <translation>课程没有添加成功。</translation>
    </message>
    <message>
        <source>The course could not be removed.</source>
        <translation>课程没有移除成功。</translation>
    </message>
    <message>
        <source>The download stopped: the device is full.</source>
        <translation>下载已停止：设备存储已满。</translation>
    </message>
    <message>
        <source>The download stopped.</source>
        <translation>下载已停止。</translation>
    </message>
    <message>
        <source>The account and the password do not fit together.</source>
        <translation>账号和密码不匹配。</translation>
    </message>
    <message>
        <source>You are not signed in yet.</source>
        <translation>您还没有登录成功。</translation>
    </message>
    <message>
        <source>Kapok cannot open what it keeps on this device.</source>
        <translation>Kapok 无法打开保存在本机的数据。</translation>
    </message>
    <message>
        <source>You may not see these figures.</source>
        <translation>您没有查看这些数据的权限。</translation>
    </message>
    <message>
        <source>There are no newer figures.</source>
        <translation>目前没有更新的数据可取。</translation>
    </message>
    <message>
        <source>The change is not saved: the device is full.</source>
        <translation>更改没有保存：设备存储已满。</translation>
    </message>
    <message>
        <source>The change is not saved.</source>
        <translation>更改没有保存。</translation>
    </message>
    <message>
        <source>The file was not written.</source>
        <translation>文件没有写成。</translation>
    </message>
    <message>
        <source>Everything you did before is kept on this device.</source>
        <translation>之前做过的都保存在本机。</translation>
    </message>
    <message>
        <source>Your results and the other courses are as they were.</source>
        <translation>您的成绩和其他课程保持原样。</translation>
    </message>
    <message>
        <source>What has arrived is kept.</source>
        <translation>已收到的部分会保留。</translation>
    </message>
    <message>
        <source>Nothing on this device has changed.</source>
        <translation>本机上没有任何改变。</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>没有任何改变。</translation>
    </message>
    <message>
        <source>The last figures stay here.</source>
        <translation>上一次的数据仍保留在这里。</translation>
    </message>
    <message>
        <source>Your lessons and results are as they were.</source>
        <translation>您的课程和成绩保持原样。</translation>
    </message>
    <message>
        <source>The figures are as they were.</source>
        <translation>数据保持原样。</translation>
    </message>
    <message>
        <source>Make room: remove a course you have finished, or other files. Then try again.</source>
        <translation>请腾出空间：移除已学完的课程或其他文件，然后再试。</translation>
    </message>
    <message>
        <source>Restart the device and try again. If it happens again, show it to your school.</source>
        <translation>请重启设备再试。如果再次出现，请告诉学校。</translation>
    </message>
    <message>
        <source>It continues by itself when there is a connection.</source>
        <translation>有网络时会自动继续。</translation>
    </message>
    <message>
        <source>There is no connection. Try again when you are connected.</source>
        <translation>没有网络，请联网后再试。</translation>
    </message>
    <message>
        <source>Type them again, or ask your school.</source>
        <translation>请重新输入，或询问学校。</translation>
    </message>
    <message>
        <source>Please sign in once more.</source>
        <translation>请您重新登录。</translation>
    </message>
    <message>
        <source>Ask your school for the right to do this.</source>
        <translation>请向学校申请权限。</translation>
    </message>
    <message>
        <source>Too many tries. Wait a minute, then try again.</source>
        <translation>尝试次数过多，请等一分钟再试。</translation>
    </message>
    <message>
        <source>Wait a minute, then try again.</source>
        <translation>请等一分钟再试。</translation>
    </message>
    <message>
        <source>It was made with a newer version of Kapok. Update the app, then open it again.</source>
        <translation>它由更新版本的 Kapok 制作。请更新应用后再打开。</translation>
    </message>
    <message>
        <source>It is not signed by a publisher that this device knows. Ask your school for the right file.</source>
        <translation>它没有本机认可的发布者签名。请向学校索取正确的文件。</translation>
    </message>
    <message>
        <source>The file is damaged. Get it once more.</source>
        <translation>文件已损坏，请重新获取。</translation>
    </message>
    <message>
        <source>The same or a newer version is already here.</source>
        <translation>本机已有相同或更新的版本。</translation>
    </message>
    <message>
        <source>Open the page once more.</source>
        <translation>请重新打开这一页。</translation>
    </message>
    <message>
        <source>There is no Kapok at this address. Check the address.</source>
        <translation>这个地址没有 Kapok，请检查地址。</translation>
    </message>
    <message>
        <source>It is not there any more. Get it once more.</source>
        <translation>它已不在了，请重新获取。</translation>
    </message>
    <message>
        <source>Check the address and what you typed.</source>
        <translation>请检查地址和输入的内容。</translation>
    </message>
    <message>
        <source>Check it and try again.</source>
        <translation>请检查后再试。</translation>
    </message>
    <message>
        <source>The other side did not answer as Kapok does. Check the address.</source>
        <translation>对方的回应不像 Kapok 服务器，请检查地址。</translation>
    </message>
    <message>
        <source>Try again later. If it happens again, show it to your school.</source>
        <translation>请稍后再试。如果再次出现，请告诉学校。</translation>
    </message>
    <message>
        <source>Try again. If it happens again, show it to your school.</source>
        <translation>请再试一次。如果再次出现，请告诉学校。</translation>
    </message>
    <message>
        <source>%1 KB</source>
        <extracomment>A size.</extracomment>
        <translation>%1 KB</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <extracomment>A size.</extracomment>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>%1 GB</source>
        <extracomment>A size.</extracomment>
        <translation>%1 GB</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <extracomment>A date, in Qt&apos;s form: &quot;d MMMM yyyy&quot; in English, &quot;dd/MM/yyyy&quot; in Vietnamese, &quot;yyyy年M月d日&quot; in Chinese.</extracomment>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <extracomment>A date without the year, in Qt&apos;s form: &quot;d MMMM&quot; in English, &quot;dd/MM&quot; in Vietnamese, &quot;M月d日&quot; in Chinese.</extracomment>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>dddd d MMMM</source>
        <extracomment>Today, in Qt&apos;s form: &quot;dddd d MMMM&quot; in English, &quot;dddd d/M&quot; in Vietnamese, &quot;M月d日 dddd&quot; in Chinese.</extracomment>
        <translation>M月d日 dddd</translation>
    </message>
    <message>
        <source>%1 / 10</source>
        <extracomment>A mark out of 10. %1 is a number such as 8.5.</extracomment>
        <translation>%1 / 10</translation>
    </message>
    <message>
        <source>Hello, %1</source>
        <extracomment>Greeting on the home page and above the PIN. %1 is the name she is called by; {person} is her form of address (&quot;cô&quot;), for Vietnamese.</extracomment>
        <translation>%1，您好</translation>
    </message>
    <message>
        <source>%1%</source>
        <extracomment>A share. %1 is a number from 0 to 100.</extracomment>
        <translation>%1%</translation>
    </message>
    <message>
        <source>1 hour</source>
        <extracomment>Training hours (giờ bồi dưỡng, 学时).</extracomment>
        <translation>1 学时</translation>
    </message>
    <message>
        <source>%1 hours</source>
        <extracomment>Training hours (giờ bồi dưỡng, 学时). %1 is a number such as 1.5.</extracomment>
        <translation>%1 学时</translation>
    </message>
    <message>
        <source>%1 min</source>
        <extracomment>How long a course or lesson takes.</extracomment>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>yesterday at %1</source>
        <extracomment>When something was done. %1 is a time such as 08:05.</extracomment>
        <translation>昨天 %1</translation>
    </message>
    <message>
        <source>Primary school</source>
        <translation>小学</translation>
    </message>
    <message>
        <source>School leadership</source>
        <translation>学校管理</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>省</translation>
    </message>
    <message>
        <source>City</source>
        <translation>市</translation>
    </message>
    <message>
        <source>County</source>
        <translation>县</translation>
    </message>
    <message>
        <source>Commune</source>
        <translation>乡</translation>
    </message>
    <message>
        <source>School</source>
        <translation>学校</translation>
    </message>
    <message>
        <source>University</source>
        <translation>大学</translation>
    </message>
    <message>
        <source>Human-centred mindset</source>
        <extracomment>One of the five aspects of UNESCO&apos;s AI competency framework for teachers.</extracomment>
        <translation>以人为本的理念</translation>
    </message>
    <message>
        <source>Ethics of AI</source>
        <extracomment>One of the five aspects of UNESCO&apos;s AI competency framework for teachers.</extracomment>
        <translation>AI 伦理</translation>
    </message>
    <message>
        <source>AI foundations</source>
        <extracomment>One of the five aspects of UNESCO&apos;s AI competency framework for teachers.</extracomment>
        <translation>AI 基础</translation>
    </message>
    <message>
        <source>AI pedagogy</source>
        <extracomment>One of the five aspects of UNESCO&apos;s AI competency framework for teachers.</extracomment>
        <translation>AI 教学法</translation>
    </message>
    <message>
        <source>AI for professional growth</source>
        <extracomment>One of the five aspects of UNESCO&apos;s AI competency framework for teachers.</extracomment>
        <translation>用 AI 促进专业发展</translation>
    </message>
    <message>
        <source>Level 3 of 3 · Create</source>
        <translation>第 3 级（共 3 级）·创造</translation>
    </message>
    <message>
        <source>Level 2 of 3 · Deepen</source>
        <translation>第 2 级（共 3 级）·深化</translation>
    </message>
    <message>
        <source>Level 1 of 3 · Acquire</source>
        <translation>第 1 级（共 3 级）·获取</translation>
    </message>
</context>
</TS>
