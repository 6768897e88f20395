<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi" sourcelanguage="en_US">
<context>
    <name>AddPersonCard</name>
    <message>
        <source>Add a person</source>
        <extracomment>In the choice of people: lets one more person use this tablet.</extracomment>
        <translation>Thêm người</translation>
    </message>
    <message>
        <source>You need an account from your school</source>
        <extracomment>Below &quot;Add a person&quot;: what one needs for it.</extracomment>
        <translation>Cần tài khoản của trường</translation>
    </message>
</context>
<context>
    <name>AnswerFeedback</name>
    <message>
        <source>Right</source>
        <extracomment>Title of the feedback on a right answer.</extracomment>
        <translation>Đúng rồi</translation>
    </message>
    <message>
        <source>Not right yet. Let us look again</source>
        <extracomment>Title of the feedback on an answer that is not right, while one may try again.</extracomment>
        <translation>Chưa đúng. Mình xem lại nhé</translation>
    </message>
    <message>
        <source>Here is the answer</source>
        <extracomment>Title of the feedback after the last try: the right answer is shown.</extracomment>
        <translation>Đây là đáp án</translation>
    </message>
    <message numerus="yes">
        <source>%n more tries. Only your best answer counts.</source>
        <extracomment>Last line of the feedback. %n how often one may still answer.</extracomment>
        <translation>
            <numerusform>Còn %n lần thử. Chỉ tính câu trả lời tốt nhất.</numerusform>
        </translation>
    </message>
    <message>
        <source>Hint</source>
        <extracomment>Above the hint in the feedback on an answer.</extracomment>
        <translation>Gợi ý</translation>
    </message>
    <message>
        <source>Read page %1 again</source>
        <extracomment>Link in the feedback on an answer. %1 page number.</extracomment>
        <translation>Đọc lại trang %1</translation>
    </message>
</context>
<context>
    <name>AppSettings</name>
    <message>
        <source>This app</source>
        <extracomment>Title of a group of settings: version, other servers.</extracomment>
        <translation>Ứng dụng</translation>
    </message>
    <message>
        <source>Another record store (xAPI)</source>
        <extracomment>Setting: results go to another xAPI record store instead of the own server.</extracomment>
        <translation>Kho kết quả khác (xAPI)</translation>
    </message>
    <message>
        <source>Change</source>
        <extracomment>Button: change a setting.</extracomment>
        <translation>Thay đổi</translation>
    </message>
    <message>
        <source>Kapok %1</source>
        <extracomment>In the settings. %1 is the version of the app, e.g. 1.0.</extracomment>
        <translation>Kapok %1</translation>
    </message>
    <message>
        <source>None. Results go to your own server.</source>
        <translation>Không có. Kết quả gửi về máy chủ của mình.</translation>
    </message>
    <message numerus="yes">
        <source>%n trusted course makers</source>
        <extracomment>Setting: the list of those whose courses this device accepts. %n is how many there are.</extracomment>
        <translation>
            <numerusform>%n nơi soạn khoá học được tin cậy</numerusform>
        </translation>
    </message>
    <message>
        <source>Only courses they signed can be opened</source>
        <extracomment>Below the setting &quot;trusted course makers&quot;.</extracomment>
        <translation>Chỉ mở được khoá học do họ ký</translation>
    </message>
    <message>
        <source>Show</source>
        <extracomment>Button in the settings: opens a list.</extracomment>
        <translation>Xem</translation>
    </message>
    <message>
        <source>Trusted course makers</source>
        <translation>Nơi soạn khoá học được tin cậy</translation>
    </message>
    <message>
        <source>Support file</source>
        <extracomment>Button in the settings: makes a file for whoever looks for a fault.</extracomment>
        <translation>Tệp hỗ trợ</translation>
    </message>
</context>
<context>
    <name>AssignedPage</name>
    <message>
        <source>Learn</source>
        <translation>Học</translation>
    </message>
    <message>
        <source>Assigned to you</source>
        <extracomment>Title: courses an authority asks the teacher to take.</extracomment>
        <translation>Được giao</translation>
    </message>
</context>
<context>
    <name>CompetencyResult</name>
    <message>
        <source>Competency</source>
        <extracomment>Above the AI competency that a finished course builds.</extracomment>
        <translation>Năng lực</translation>
    </message>
</context>
<context>
    <name>CourseAction</name>
    <message>
        <source>Stop the download</source>
        <extracomment>Button: stop a download. What has arrived is kept.</extracomment>
        <translation>Dừng tải</translation>
    </message>
</context>
<context>
    <name>CourseGoals</name>
    <message>
        <source>After this course you can</source>
        <extracomment>Title above what one can do after the course.</extracomment>
        <translation>Sau khoá học này, {you} có thể</translation>
    </message>
    <message>
        <source>Competencies</source>
        <extracomment>Title above the AI competencies a course builds.</extracomment>
        <translation>Năng lực</translation>
    </message>
</context>
<context>
    <name>CourseHead</name>
    <message>
        <source>%1 of training</source>
        <extracomment>How many training hours a course counts for, beside how long it takes. %1 is such as &quot;4 hours&quot;.</extracomment>
        <translation>%1 bồi dưỡng</translation>
    </message>
</context>
<context>
    <name>CoursePage</name>
    <message>
        <source>Lessons</source>
        <extracomment>Title of the list of lessons on a course page.</extracomment>
        <translation>Các bài học</translation>
    </message>
    <message>
        <source>On this device</source>
        <extracomment>On the course page: what of the course is stored here.</extracomment>
        <translation>Trên máy</translation>
    </message>
    <message>
        <source>Remove this course from the device?</source>
        <extracomment>Question before a course is removed from the device.</extracomment>
        <translation>Xoá khoá học này khỏi máy?</translation>
    </message>
    <message>
        <source>Your results stay. You need a connection to get the course again.</source>
        <extracomment>Text of the question before a course is removed.</extracomment>
        <translation>Kết quả vẫn còn. Muốn tải lại khoá học thì cần có mạng.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Giữ lại</translation>
    </message>
</context>
<context>
    <name>EndpointDialog</name>
    <message>
        <source>Save</source>
        <extracomment>Button of a dialog.</extracomment>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Huỷ</translation>
    </message>
    <message>
        <source>xAPI address</source>
        <extracomment>Field: web address of an xAPI record store.</extracomment>
        <translation>Địa chỉ xAPI</translation>
    </message>
    <message>
        <source>https://lrs.example.edu/xapi</source>
        <extracomment>Example in the field &quot;xAPI address&quot;.</extracomment>
        <translation>https://lrs.example.edu/xapi</translation>
    </message>
    <message>
        <source>Key</source>
        <extracomment>Field: user name for an xAPI record store.</extracomment>
        <translation>Khoá truy cập</translation>
    </message>
    <message>
        <source>Secret</source>
        <extracomment>Field: password for an xAPI record store.</extracomment>
        <translation>Mật khẩu truy cập</translation>
    </message>
    <message>
        <source>Send results to another record store?</source>
        <extracomment>Title of the dialog for another xAPI record store.</extracomment>
        <translation>Gửi kết quả đến kho khác?</translation>
    </message>
    <message>
        <source>Any xAPI record store works. What is waiting goes there from now on. Leave the address empty to send to your own server.</source>
        <extracomment>Text of the dialog for another xAPI record store.</extracomment>
        <translation>Dùng được mọi kho kết quả xAPI. Từ nay kết quả đang chờ sẽ gửi đến đó. Để trống địa chỉ nếu gửi về máy chủ của mình.</translation>
    </message>
</context>
<context>
    <name>ExamplePage</name>
    <message>
        <source>Show the first step</source>
        <extracomment>Button of a worked example. %1 number of the step it shows, %2 how many there are.</extracomment>
        <translation>Xem bước đầu tiên</translation>
    </message>
    <message>
        <source>Show step %1 of %2</source>
        <translation>Xem bước %1 / %2</translation>
    </message>
    <message numerus="yes">
        <source>All %n steps are shown</source>
        <extracomment>Below a worked example whose steps are all shown.</extracomment>
        <translation>
            <numerusform>Đã hiện đủ %n bước</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FinishedPage</name>
    <message>
        <source>Your result</source>
        <extracomment>Title above the results of a course.</extracomment>
        <translation>Kết quả của {you}</translation>
    </message>
    <message>
        <source>Mark</source>
        <extracomment>Above the mark of a finished course.</extracomment>
        <translation>Điểm</translation>
    </message>
    <message>
        <source>Training</source>
        <extracomment>Above the training hours a finished course brings.</extracomment>
        <translation>Bồi dưỡng</translation>
    </message>
    <message>
        <source>Back to my courses</source>
        <extracomment>Button after a course is finished.</extracomment>
        <translation>Về trang học</translation>
    </message>
    <message>
        <source>Also assigned to you</source>
        <extracomment>On the screen after a finished course: another course that was assigned.</extracomment>
        <translation>Cũng được giao</translation>
    </message>
</context>
<context>
    <name>FirstPinPage</name>
    <message>
        <source>Choose four digits that only you know. They open your lessons on this device.</source>
        <extracomment>On the page where a person chooses her first PIN.</extracomment>
        <translation>Chọn bốn chữ số chỉ mình {you} biết. Mã này mở bài học của {you} trên máy.</translation>
    </message>
    <message>
        <source>Start learning</source>
        <extracomment>Button: take the PIN that was typed and begin.</extracomment>
        <translation>Bắt đầu học</translation>
    </message>
</context>
<context>
    <name>HomeHead</name>
    <message>
        <source>Pick up where you left off</source>
        <extracomment>Above the course that was left unfinished, on the home page.</extracomment>
        <translation>Đang học dở</translation>
    </message>
    <message>
        <source>No course under way</source>
        <extracomment>On the home page when no course is half done: before the first lesson, and after every finished course.</extracomment>
        <translation>Không có khoá nào đang học dở</translation>
    </message>
    <message>
        <source>Choose a course below. You can stop at any time and go on from there later.</source>
        <translation>Chọn một khoá học bên dưới. Lúc nào cũng có thể dừng, lần sau học tiếp từ chỗ đó.</translation>
    </message>
    <message>
        <source>My record</source>
        <translation>Kết quả của tôi</translation>
    </message>
    <message>
        <source>Assigned to you</source>
        <translation>Được giao</translation>
    </message>
    <message>
        <source>See all (%1)</source>
        <extracomment>Link beside &quot;Assigned to you&quot;. %1 is the number of assigned courses.</extracomment>
        <translation>Xem tất cả (%1)</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Thư viện</translation>
    </message>
    <message>
        <source>No courses here yet</source>
        <translation>Chưa có khoá học nào</translation>
    </message>
    <message>
        <source>Courses appear here after the next connection.</source>
        <translation>Khoá học sẽ hiện ở đây sau lần kết nối tới.</translation>
    </message>
</context>
<context>
    <name>ImagePage</name>
    <message>
        <source>Hide the description</source>
        <extracomment>Button under a picture: shows or hides the words that describe it.</extracomment>
        <translation>Ẩn phần mô tả</translation>
    </message>
    <message>
        <source>Describe this picture</source>
        <translation>Mô tả hình này</translation>
    </message>
</context>
<context>
    <name>KSheet</name>
    <message>
        <source>Close</source>
        <extracomment>Button of every sheet, read aloud only.</extracomment>
        <translation>Đóng</translation>
    </message>
</context>
<context>
    <name>KpiCards</name>
    <message>
        <source>Assigned courses finished</source>
        <extracomment>Figure: how much of what was assigned is completed, in percent.</extracomment>
        <translation>Khoá được giao đã xong</translation>
    </message>
    <message>
        <source>Teachers who finished it</source>
        <extracomment>Figure: how many teachers finished at least one course, or the chosen course.</extracomment>
        <translation>Giáo viên đã xong</translation>
    </message>
    <message>
        <source>Teachers with a finished course</source>
        <translation>Giáo viên đã xong ít nhất một khoá</translation>
    </message>
    <message>
        <source>Teachers who are late</source>
        <extracomment>Figure: how many teachers are past a due date.</extracomment>
        <translation>Giáo viên quá hạn</translation>
    </message>
    <message>
        <source>Silent for more than 14 days</source>
        <extracomment>Figure: how many devices did not connect for two weeks; their figures may be old.</extracomment>
        <translation>Hơn 14 ngày chưa gửi</translation>
    </message>
</context>
<context>
    <name>LanguageChoice</name>
    <message>
        <source>Language</source>
        <extracomment>Read aloud for the choice of the interface language.</extracomment>
        <translation>Ngôn ngữ</translation>
    </message>
</context>
<context>
    <name>LanguageNames</name>
    <message>
        <source>Off</source>
        <extracomment>Choice of the captions menu.</extracomment>
        <translation>Tắt</translation>
    </message>
</context>
<context>
    <name>LanguageSettings</name>
    <message>
        <source>Language</source>
        <extracomment>Title of a group of settings.</extracomment>
        <translation>Ngôn ngữ</translation>
    </message>
    <message>
        <source>App</source>
        <extracomment>Setting: the language the app speaks.</extracomment>
        <translation>Ứng dụng</translation>
    </message>
    <message>
        <source>Courses</source>
        <extracomment>Setting: the language of the courses.</extracomment>
        <translation>Khoá học</translation>
    </message>
    <message>
        <source>Lessons in two languages</source>
        <extracomment>Setting: a second language beside the first one in lessons.</extracomment>
        <translation>Bài học song ngữ</translation>
    </message>
    <message>
        <source>Shows both side by side where the screen is wide enough</source>
        <extracomment>Below the setting &quot;Lessons in two languages&quot;.</extracomment>
        <translation>Hiện hai thứ tiếng cạnh nhau khi màn hình đủ rộng</translation>
    </message>
    <message>
        <source>One</source>
        <extracomment>Choice of the setting &quot;Lessons in two languages&quot;: only one.</extracomment>
        <translation>Một</translation>
    </message>
</context>
<context>
    <name>LessonEndPage</name>
    <message>
        <source>Lesson finished</source>
        <extracomment>Title at the end of a lesson when everything is done.</extracomment>
        <translation>Đã xong bài học</translation>
    </message>
    <message>
        <source>Your best mark</source>
        <extracomment>Above the mark of a lesson.</extracomment>
        <translation>Điểm cao nhất</translation>
    </message>
    <message>
        <source>Still to do</source>
        <extracomment>Above the list of pages that are still to be done.</extracomment>
        <translation>Còn phải làm</translation>
    </message>
    <message>
        <source>Next lesson</source>
        <extracomment>Above the title of the lesson that follows.</extracomment>
        <translation>Bài tiếp theo</translation>
    </message>
    <message>
        <source>Not finished yet</source>
        <extracomment>Title at the end of a lesson when something is left to do.</extracomment>
        <translation>Chưa xong bài này</translation>
    </message>
</context>
<context>
    <name>LibraryHead</name>
    <message>
        <source>Library</source>
        <extracomment>Title of the page with all courses.</extracomment>
        <translation>Thư viện</translation>
    </message>
    <message>
        <source>Search for a course or a word in it</source>
        <extracomment>In the empty search field of the library.</extracomment>
        <translation>Tìm khoá học hoặc từ trong bài</translation>
    </message>
    <message>
        <source>No course fits your search</source>
        <extracomment>Title in the library when no course fits the search.</extracomment>
        <translation>Không có khoá nào khớp</translation>
    </message>
    <message>
        <source>No courses here yet</source>
        <translation>Chưa có khoá học nào</translation>
    </message>
    <message>
        <source>Try another word, or another subject.</source>
        <translation>Thử từ khác, hoặc môn khác.</translation>
    </message>
    <message>
        <source>Courses appear here after the next connection.</source>
        <translation>Khoá học sẽ hiện ở đây sau lần kết nối tới.</translation>
    </message>
</context>
<context>
    <name>LookSettings</name>
    <message>
        <source>Display</source>
        <extracomment>Title of a group of settings: theme and text size.</extracomment>
        <translation>Hiển thị</translation>
    </message>
    <message>
        <source>Light paper</source>
        <extracomment>A theme.</extracomment>
        <translation>Giấy sáng</translation>
    </message>
    <message>
        <source>Night</source>
        <extracomment>A theme.</extracomment>
        <translation>Đêm</translation>
    </message>
    <message>
        <source>High contrast</source>
        <extracomment>A theme.</extracomment>
        <translation>Tương phản cao</translation>
    </message>
    <message>
        <source>As the device</source>
        <extracomment>A theme: the same as the rest of the device.</extracomment>
        <translation>Theo máy</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <extracomment>Setting: no moving pictures and transitions.</extracomment>
        <translation>Giảm chuyển động</translation>
    </message>
</context>
<context>
    <name>MediaBar</name>
    <message>
        <source>%1 of %2</source>
        <extracomment>How far a recording has played, read aloud. %1 now, %2 the whole, both as minutes:seconds.</extracomment>
        <translation>%1 trên %2</translation>
    </message>
    <message>
        <source>Captions: %1</source>
        <extracomment>Button of a video or sound, read aloud. %1 the languages of the captions, or &quot;off&quot;.</extracomment>
        <translation>Phụ đề: %1</translation>
    </message>
    <message>
        <source>Captions</source>
        <extracomment>Menu of a video or sound, read aloud.</extracomment>
        <translation>Phụ đề</translation>
    </message>
    <message>
        <source>Speed: %1</source>
        <extracomment>Button of a video or sound, read aloud. %1 is &quot;1.25×&quot;.</extracomment>
        <translation>Tốc độ: %1</translation>
    </message>
    <message>
        <source>Speed</source>
        <extracomment>Menu of a video or sound, read aloud.</extracomment>
        <translation>Tốc độ</translation>
    </message>
    <message>
        <source>Leave full screen</source>
        <extracomment>Button of a video, read aloud.</extracomment>
        <translation>Thoát toàn màn hình</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Toàn màn hình</translation>
    </message>
</context>
<context>
    <name>MediaSeek</name>
    <message>
        <source>Place in the recording</source>
        <extracomment>The time line of a video or sound, read aloud.</extracomment>
        <translation>Vị trí trong bản ghi</translation>
    </message>
</context>
<context>
    <name>MediaStage</name>
    <message>
        <source>Made with AI</source>
        <extracomment>Mark on a video or a piece of sound.</extracomment>
        <translation>Tạo bằng AI</translation>
    </message>
</context>
<context>
    <name>MediaTransport</name>
    <message>
        <source>Play again</source>
        <extracomment>Button of a video or sound, read aloud.</extracomment>
        <translation>Phát lại</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Tạm dừng</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Phát</translation>
    </message>
    <message>
        <source>10 seconds back</source>
        <extracomment>Button of a video or sound, read aloud.</extracomment>
        <translation>Lùi 10 giây</translation>
    </message>
    <message>
        <source>10 seconds on</source>
        <extracomment>Button of a video or sound, read aloud.</extracomment>
        <translation>Tiến 10 giây</translation>
    </message>
</context>
<context>
    <name>MediaTrouble</name>
    <message>
        <source>The picture cannot be drawn on this device</source>
        <extracomment>In the place of a video or sound that cannot be played.</extracomment>
        <translation>Máy này không hiện được hình</translation>
    </message>
    <message>
        <source>This video cannot be played on this device</source>
        <translation>Máy này không phát được video này</translation>
    </message>
    <message>
        <source>This sound cannot be played on this device</source>
        <translation>Máy này không phát được âm thanh này</translation>
    </message>
    <message>
        <source>You can listen, and read every word in the transcript.</source>
        <extracomment>Below &quot;This video cannot be played on this device&quot;.</extracomment>
        <translation>{You} có thể nghe, và đọc toàn bộ lời trong bản ghi.</translation>
    </message>
    <message>
        <source>Every word is in the transcript. You can read it and go on.</source>
        <translation>Toàn bộ lời nói có trong bản ghi. {You} có thể đọc rồi học tiếp.</translation>
    </message>
</context>
<context>
    <name>MediaVolume</name>
    <message>
        <source>Sound is off</source>
        <extracomment>Button of a video or sound, read aloud. %1 from 0 to 100.</extracomment>
        <translation>Đang tắt tiếng</translation>
    </message>
    <message>
        <source>Volume: %1 percent</source>
        <translation>Âm lượng: %1 phần trăm</translation>
    </message>
    <message>
        <source>Sound on</source>
        <extracomment>Button beside the volume slider, read aloud.</extracomment>
        <translation>Bật tiếng</translation>
    </message>
    <message>
        <source>Sound off</source>
        <translation>Tắt tiếng</translation>
    </message>
    <message>
        <source>Volume</source>
        <extracomment>The volume slider, read aloud.</extracomment>
        <translation>Âm lượng</translation>
    </message>
</context>
<context>
    <name>NavPane</name>
    <message>
        <source>Areas</source>
        <extracomment>Read aloud for the drawer, rail or bottom bar with the areas Learn, Library, My record …</extracomment>
        <translation>Các mục chính</translation>
    </message>
    <message>
        <source>Learn</source>
        <extracomment>Area of the app: home page with what is being learnt.</extracomment>
        <translation>Học</translation>
    </message>
    <message>
        <source>Library</source>
        <extracomment>Area of the app: all courses.</extracomment>
        <translation>Thư viện</translation>
    </message>
    <message>
        <source>My record</source>
        <extracomment>Area of the app: the teacher&apos;s own results, marks and hours.</extracomment>
        <translation>Kết quả của tôi</translation>
    </message>
    <message>
        <source>My record</source>
        <comment>short</comment>
        <extracomment>Area &quot;My record&quot; where there is little room, below an icon.</extracomment>
        <translation>Kết quả</translation>
    </message>
    <message>
        <source>Overview</source>
        <extracomment>Area of the app for those who look after a school, commune or province.</extracomment>
        <translation>Tổng quan</translation>
    </message>
    <message>
        <source>Settings</source>
        <extracomment>Area of the app: language, look, downloads.</extracomment>
        <translation>Cài đặt</translation>
    </message>
</context>
<context>
    <name>NotSavedBanner</name>
    <message>
        <source>Not saved yet</source>
        <extracomment>Title of the message shown when an answer could not be saved.</extracomment>
        <translation>Chưa lưu được</translation>
    </message>
    <message>
        <source>Save again</source>
        <extracomment>Button of the message shown when an answer could not be saved.</extracomment>
        <translation>Thử lưu lại</translation>
    </message>
</context>
<context>
    <name>OrderButtons</name>
    <message>
        <source>Move up: %1</source>
        <extracomment>Button beside an item of an ordering question, read aloud. %1 the words of the item.</extracomment>
        <translation>Chuyển lên: %1</translation>
    </message>
    <message>
        <source>Move down: %1</source>
        <extracomment>Button beside an item of an ordering question, read aloud. %1 the words of the item.</extracomment>
        <translation>Chuyển xuống: %1</translation>
    </message>
</context>
<context>
    <name>PageDots</name>
    <message>
        <source>Page %1 of %2</source>
        <extracomment>Read aloud for the page dots of a lesson. %1 page number, %2 number of pages.</extracomment>
        <translation>Trang %1 / %2</translation>
    </message>
</context>
<context>
    <name>PageHeader</name>
    <message>
        <source>Back to %1</source>
        <extracomment>Read aloud for the button that goes back. %1 is the page it leads to.</extracomment>
        <translation>Quay lại %1</translation>
    </message>
    <message>
        <source>Search the library</source>
        <extracomment>Button that opens the search in the library, read aloud only.</extracomment>
        <translation>Tìm trong thư viện</translation>
    </message>
</context>
<context>
    <name>PeopleFilters</name>
    <message>
        <source>Teachers</source>
        <extracomment>Title above the list of teachers with their courses.</extracomment>
        <translation>Giáo viên</translation>
    </message>
    <message>
        <source>Find a name</source>
        <extracomment>Search field above the list of teachers.</extracomment>
        <translation>Tìm tên</translation>
    </message>
    <message>
        <source>Show</source>
        <extracomment>Which teachers are listed: everybody, late ones, …</extracomment>
        <translation>Hiển thị</translation>
    </message>
    <message>
        <source>Sorted by</source>
        <translation>Sắp xếp theo</translation>
    </message>
</context>
<context>
    <name>PeopleHead</name>
    <message>
        <source>Teacher</source>
        <extracomment>Column of the list: name of a teacher.</extracomment>
        <translation>Giáo viên</translation>
    </message>
    <message>
        <source>Course</source>
        <extracomment>Column of the list: title of a course.</extracomment>
        <translation>Khoá học</translation>
    </message>
    <message>
        <source>State</source>
        <extracomment>Column of the list: finished, started, late.</extracomment>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Mark</source>
        <extracomment>Column of the list: mark out of 10.</extracomment>
        <translation>Điểm</translation>
    </message>
    <message>
        <source>Date</source>
        <extracomment>Column of the list: day a course was finished, or is due.</extracomment>
        <translation>Ngày</translation>
    </message>
</context>
<context>
    <name>PersonForm</name>
    <message>
        <source>Server address</source>
        <extracomment>Field: the web address of the school&apos;s training server.</extracomment>
        <translation>Địa chỉ máy chủ</translation>
    </message>
    <message>
        <source>kapok.example.edu</source>
        <extracomment>Example in the field &quot;Server address&quot;.</extracomment>
        <translation>kapok.example.edu</translation>
    </message>
    <message>
        <source>It is on the card your school gave you.</source>
        <extracomment>Help below the field &quot;Server address&quot;.</extracomment>
        <translation>Địa chỉ có trên thẻ nhà trường phát.</translation>
    </message>
    <message>
        <source>Account</source>
        <extracomment>Field: the teacher&apos;s account name on the training server.</extracomment>
        <translation>Tài khoản</translation>
    </message>
    <message>
        <source>Password</source>
        <extracomment>Field: password of the account.</extracomment>
        <translation>Mật khẩu</translation>
    </message>
    <message>
        <source>Sign in</source>
        <extracomment>Button of the form that adds a person to this tablet.</extracomment>
        <translation>Đăng nhập</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>Đang đăng nhập</translation>
    </message>
    <message>
        <source>Cancel</source>
        <extracomment>Button: leave the form without doing anything.</extracomment>
        <translation>Huỷ</translation>
    </message>
</context>
<context>
    <name>PersonRow</name>
    <message>
        <source>Mark %1</source>
        <extracomment>Beside a teacher&apos;s name in a narrow list. %1 is a mark out of 10.</extracomment>
        <translation>Điểm %1</translation>
    </message>
</context>
<context>
    <name>PersonSettings</name>
    <message>
        <source>Switch user</source>
        <translation>Đổi người dùng</translation>
    </message>
    <message>
        <source>Change PIN</source>
        <extracomment>Button: choose a new PIN.</extracomment>
        <translation>Đổi PIN</translation>
    </message>
</context>
<context>
    <name>PictureFrame</name>
    <message>
        <source>Picture made with AI</source>
        <extracomment>Read aloud before the description of a picture.</extracomment>
        <translation>Hình tạo bằng AI</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Hình ảnh</translation>
    </message>
    <message>
        <source>Made with AI</source>
        <extracomment>Mark on a picture.</extracomment>
        <translation>Tạo bằng AI</translation>
    </message>
    <message>
        <source>This picture cannot be shown. Its description is below.</source>
        <extracomment>In place of a picture whose file cannot be read.</extracomment>
        <translation>Không hiện được hình này. Phần mô tả ở bên dưới.</translation>
    </message>
</context>
<context>
    <name>PictureViewer</name>
    <message>
        <source>Smaller</source>
        <extracomment>Button of an enlarged picture, read aloud only.</extracomment>
        <translation>Nhỏ hơn</translation>
    </message>
    <message>
        <source>Larger</source>
        <extracomment>Button of an enlarged picture, read aloud only.</extracomment>
        <translation>Lớn hơn</translation>
    </message>
    <message>
        <source>Close the picture</source>
        <extracomment>Button of an enlarged picture, read aloud only.</extracomment>
        <translation>Đóng hình</translation>
    </message>
</context>
<context>
    <name>PinDialog</name>
    <message>
        <source>Which PIN do you want?</source>
        <extracomment>Title of the dialog for a new PIN.</extracomment>
        <translation>{You} muốn dùng mã PIN nào?</translation>
    </message>
    <message>
        <source>It opens your lessons on this device. Your results stay as they are.</source>
        <extracomment>Text of the dialog for a new PIN.</extracomment>
        <translation>Mã này mở bài học của {you} trên máy này. Kết quả vẫn giữ nguyên.</translation>
    </message>
    <message>
        <source>Change PIN</source>
        <extracomment>Button of the dialog for a new PIN.</extracomment>
        <translation>Đổi PIN</translation>
    </message>
    <message>
        <source>Keep the old one</source>
        <translation>Giữ mã cũ</translation>
    </message>
</context>
<context>
    <name>PinFields</name>
    <message>
        <source>New PIN, 4 digits</source>
        <extracomment>Field: the four digits that will open this person&apos;s lessons.</extracomment>
        <translation>Mã PIN mới, 4 số</translation>
    </message>
    <message>
        <source>PIN once more</source>
        <extracomment>Field: the four digits once more.</extracomment>
        <translation>Nhập lại mã PIN</translation>
    </message>
    <message>
        <source>The two PINs are not the same yet. Type the second one again.</source>
        <extracomment>Below the two fields for a new PIN when they differ.</extracomment>
        <translation>Hai mã PIN chưa giống nhau. Mời nhập lại mã thứ hai.</translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message>
        <source>PIN, %1 of 4 digits</source>
        <extracomment>Read aloud: the four dots that show how much of the PIN was typed. %1 is 0 to 4.</extracomment>
        <translation>Mã PIN, đã nhập %1 trên 4 số</translation>
    </message>
    <message>
        <source>Delete the last digit</source>
        <extracomment>Key of the PIN pad, read aloud only.</extracomment>
        <translation>Xoá chữ số cuối</translation>
    </message>
</context>
<context>
    <name>PinPanel</name>
    <message>
        <source>Forgot PIN?</source>
        <extracomment>Key of the PIN pad: what to do when the PIN is forgotten.</extracomment>
        <translation>Quên PIN?</translation>
    </message>
</context>
<context>
    <name>PlayerActions</name>
    <message>
        <source>Next</source>
        <extracomment>Button at the bottom of a lesson.</extracomment>
        <translation>Tiếp</translation>
    </message>
    <message>
        <source>Check</source>
        <extracomment>Button under a question: is my answer right?</extracomment>
        <translation>Kiểm tra</translation>
    </message>
    <message>
        <source>Try again</source>
        <extracomment>Button under a question that was not right yet.</extracomment>
        <translation>Thử lại</translation>
    </message>
    <message>
        <source>Skip this question</source>
        <extracomment>Button under a question.</extracomment>
        <translation>Bỏ qua câu này</translation>
    </message>
    <message>
        <source>Next lesson</source>
        <extracomment>Button at the end of a lesson.</extracomment>
        <translation>Bài tiếp theo</translation>
    </message>
    <message>
        <source>Go on</source>
        <extracomment>Button at the end of the last lesson.</extracomment>
        <translation>Học tiếp</translation>
    </message>
    <message>
        <source>Do this lesson again</source>
        <extracomment>Button at the end of a lesson; the best mark counts.</extracomment>
        <translation>Học lại bài này</translation>
    </message>
    <message>
        <source>Skip</source>
        <extracomment>Button under a question: skip it. Short.</extracomment>
        <translation>Bỏ qua</translation>
    </message>
    <message>
        <source>Back to the course</source>
        <extracomment>Button at the end of a lesson that is not passed yet: to the page of the course.</extracomment>
        <translation>Về khoá học</translation>
    </message>
</context>
<context>
    <name>PlayerBottomBar</name>
    <message>
        <source>Page %1 of %2</source>
        <extracomment>Below the page dots of a lesson. %1 number of the page, %2 how many there are.</extracomment>
        <translation>Trang %1 / %2</translation>
    </message>
    <message>
        <source>Back</source>
        <extracomment>Button at the bottom of a lesson: the page before.</extracomment>
        <translation>Trước</translation>
    </message>
</context>
<context>
    <name>PlayerPage</name>
    <message>
        <source>Close the lesson</source>
        <extracomment>Button when a lesson cannot be opened.</extracomment>
        <translation>Đóng bài học</translation>
    </message>
</context>
<context>
    <name>PlayerSheets</name>
    <message>
        <source>Languages</source>
        <extracomment>Title of a sheet in a lesson.</extracomment>
        <translation>Ngôn ngữ</translation>
    </message>
    <message>
        <source>Text size</source>
        <extracomment>Title of a sheet in a lesson.</extracomment>
        <translation>Cỡ chữ</translation>
    </message>
</context>
<context>
    <name>PlayerTopBar</name>
    <message>
        <source>Close the lesson; your place is kept</source>
        <extracomment>Button at the top of a lesson, read aloud only.</extracomment>
        <translation>Đóng bài học, chỗ đang học được giữ lại</translation>
    </message>
    <message>
        <source>Lesson %1 of %2 · %3</source>
        <extracomment>Below the course title in a lesson. %1 number of the lesson, %2 how many there are, %3 its title.</extracomment>
        <translation>Bài %1/%2 · %3</translation>
    </message>
    <message>
        <source>Languages</source>
        <extracomment>Button at the top of a lesson, read aloud only.</extracomment>
        <translation>Ngôn ngữ</translation>
    </message>
    <message>
        <source>Text size</source>
        <extracomment>Button &quot;Aa&quot; at the top of a lesson, read aloud only.</extracomment>
        <translation>Cỡ chữ</translation>
    </message>
    <message>
        <source>Lesson %1 of %2</source>
        <extracomment>Below the title of a lesson on a phone. %1 number of the lesson, %2 how many there are.</extracomment>
        <translation>Bài %1/%2</translation>
    </message>
</context>
<context>
    <name>QuestionPage</name>
    <message>
        <source>Question %1 of %2 · %3</source>
        <extracomment>Above a question. %1 its number, %2 how many there are, %3 what to do (&quot;choose one&quot;).</extracomment>
        <translation>Câu hỏi %1 / %2 · %3</translation>
    </message>
    <message>
        <source>choose one answer</source>
        <extracomment>What to do with a question.</extracomment>
        <translation>chọn một đáp án</translation>
    </message>
    <message>
        <source>choose every right answer</source>
        <extracomment>What to do with a question.</extracomment>
        <translation>chọn mọi đáp án đúng</translation>
    </message>
    <message>
        <source>put these in order</source>
        <extracomment>What to do with a question.</extracomment>
        <translation>sắp xếp theo thứ tự</translation>
    </message>
</context>
<context>
    <name>RecordPage</name>
    <message>
        <source>My record</source>
        <translation>Kết quả của tôi</translation>
    </message>
    <message>
        <source>My courses</source>
        <extracomment>Title above the list of courses a teacher has started or finished.</extracomment>
        <translation>Các khoá của tôi</translation>
    </message>
    <message>
        <source>No results yet</source>
        <extracomment>On the page &quot;My record&quot; before the first lesson.</extracomment>
        <translation>Chưa có kết quả</translation>
    </message>
    <message>
        <source>Marks and hours appear here when you finish lessons. They are kept on this device and sent to your school.</source>
        <translation>Điểm và giờ bồi dưỡng sẽ hiện ở đây khi {you} học xong bài. Tất cả được giữ trên máy này và gửi về trường.</translation>
    </message>
</context>
<context>
    <name>ReviewFooter</name>
    <message>
        <source>Getting the figures</source>
        <extracomment>In place of figures that were never fetched.</extracomment>
        <translation>Đang lấy số liệu</translation>
    </message>
    <message>
        <source>No figures on this device yet</source>
        <translation>Máy này chưa có số liệu</translation>
    </message>
    <message>
        <source>For this course and time there are none here. They come with the next connection and are then kept for when you are offline.</source>
        <translation>Chưa có số liệu cho khoá và thời gian này. Số liệu sẽ về khi có mạng và được giữ lại để xem lúc ngoại tuyến.</translation>
    </message>
    <message>
        <source>The units you look after and their figures come with the next connection. They are then kept on this device.</source>
        <translation>Các đơn vị {you} phụ trách và số liệu sẽ về khi có mạng, rồi được giữ trên máy này.</translation>
    </message>
    <message>
        <source>Get them now</source>
        <translation>Lấy ngay</translation>
    </message>
</context>
<context>
    <name>ReviewHead</name>
    <message>
        <source>Back to %1</source>
        <extracomment>Read aloud for the button that goes to the unit above. %1 is its name.</extracomment>
        <translation>Quay lại %1</translation>
    </message>
    <message>
        <source>Getting newer figures</source>
        <extracomment>Button that fetches newer figures, read aloud only.</extracomment>
        <translation>Đang lấy số liệu mới</translation>
    </message>
    <message>
        <source>Get newer figures</source>
        <translation>Lấy số liệu mới</translation>
    </message>
    <message>
        <source>Export</source>
        <extracomment>Button: writes the list of teachers as it is shown into a file for spreadsheets (CSV).</extracomment>
        <translation>Xuất</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Teachers and their courses</source>
        <extracomment>Read aloud for the list of teachers with their courses.</extracomment>
        <translation>Giáo viên và khoá học</translation>
    </message>
    <message>
        <source>Exported to %1</source>
        <extracomment>Said once after the list was written to a file. %1 is where the file is.</extracomment>
        <translation>Đã xuất ra %1</translation>
    </message>
    <message>
        <source>Close</source>
        <extracomment>Button that closes a message.</extracomment>
        <translation>Đóng</translation>
    </message>
</context>
<context>
    <name>ReviewTop</name>
    <message>
        <source>Course</source>
        <translation>Khoá học</translation>
    </message>
    <message>
        <source>Time</source>
        <extracomment>Filter: which time the figures count.</extracomment>
        <translation>Thời gian</translation>
    </message>
    <message>
        <source>Units</source>
        <extracomment>Title above the list of units that belong to the chosen one.</extracomment>
        <translation>Đơn vị</translation>
    </message>
</context>
<context>
    <name>SavedCard</name>
    <message>
        <source>Saved on this device</source>
        <extracomment>After finishing a course.</extracomment>
        <translation>Đã lưu trên máy này</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Chưa lưu được</translation>
    </message>
    <message>
        <source>Your result is sent by itself when there is a connection. You need do nothing more.</source>
        <extracomment>Below &quot;Saved on this device&quot; after finishing a course.</extracomment>
        <translation>Kết quả sẽ tự gửi khi có mạng. {You} không cần làm gì thêm.</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting to be sent</source>
        <extracomment>How many results still wait to be sent.</extracomment>
        <translation>
            <numerusform>%n mục chờ gửi</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SavedLine</name>
    <message>
        <source>Not saved yet</source>
        <extracomment>In the top bar of a lesson.</extracomment>
        <translation>Chưa lưu được</translation>
    </message>
    <message>
        <source>Saving</source>
        <extracomment>In the top bar of a lesson.</extracomment>
        <translation>Đang lưu</translation>
    </message>
    <message>
        <source>Offline · saved here as usual</source>
        <extracomment>In the top bar of a lesson: no connection, and everything is kept all the same.</extracomment>
        <translation>Ngoại tuyến · vẫn lưu bình thường</translation>
    </message>
    <message>
        <source>Saved on this device</source>
        <extracomment>In the top bar of a lesson.</extracomment>
        <translation>Đã lưu trên máy này</translation>
    </message>
</context>
<context>
    <name>SendingSettings</name>
    <message>
        <source>Receiving and storage</source>
        <extracomment>Title of a group of settings: downloads and storage.</extracomment>
        <translation>Tải về và bộ nhớ</translation>
    </message>
    <message>
        <source>Large files over Wi-Fi only</source>
        <extracomment>Setting: courses with sound and video are fetched over Wi-Fi only.</extracomment>
        <translation>Tệp lớn chỉ tải khi có Wi-Fi</translation>
    </message>
    <message>
        <source>Results are small and always sent</source>
        <extracomment>Below the setting &quot;Large files over Wi-Fi only&quot;.</extracomment>
        <translation>Kết quả rất nhẹ nên luôn được gửi</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <extracomment>Title of the settings page.</extracomment>
        <translation>Cài đặt</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>The new PIN is set.</source>
        <extracomment>Said once after a new PIN was chosen.</extracomment>
        <translation>Đã đặt mã PIN mới.</translation>
    </message>
</context>
<context>
    <name>ShellMessages</name>
    <message>
        <source>The course is on this device now.</source>
        <extracomment>Said once after a course file was opened.</extracomment>
        <translation>Khoá học đã có trên máy này.</translation>
    </message>
    <message>
        <source>Removed. Your results are kept.</source>
        <extracomment>Said once after a course was removed from the device.</extracomment>
        <translation>Đã xoá. Kết quả vẫn được giữ.</translation>
    </message>
    <message>
        <source>Close</source>
        <extracomment>Button that closes a message.</extracomment>
        <translation>Đóng</translation>
    </message>
</context>
<context>
    <name>ShellPages</name>
    <message>
        <source>Library</source>
        <translation>Thư viện</translation>
    </message>
    <message>
        <source>Assigned to you</source>
        <translation>Được giao</translation>
    </message>
    <message>
        <source>Learn</source>
        <translation>Học</translation>
    </message>
</context>
<context>
    <name>SignInAgain</name>
    <message>
        <source>Please sign in once more</source>
        <extracomment>Title in the sync sheet when the password has to be typed again.</extracomment>
        <translation>Mời {you} đăng nhập lại</translation>
    </message>
    <message>
        <source>The server does not know this device any more. Everything you did is safe here and is sent after you sign in.</source>
        <extracomment>Below &quot;Please sign in once more&quot;.</extracomment>
        <translation>Máy chủ không còn nhận ra máy này. Mọi việc đã làm vẫn an toàn ở đây và sẽ được gửi sau khi đăng nhập.</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Tài khoản</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mật khẩu</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Đăng nhập</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>Đang đăng nhập</translation>
    </message>
</context>
<context>
    <name>SignersSheet</name>
    <message>
        <source>Trusted course makers</source>
        <extracomment>Title of the sheet that lists whose courses this device accepts.</extracomment>
        <translation>Nơi soạn khoá học được tin cậy</translation>
    </message>
    <message>
        <source>Kapok opens only courses signed by one of these, also without a connection. To be sure, compare the fingerprint with what the course maker tells you.</source>
        <extracomment>On the sheet of trusted course makers.</extracomment>
        <translation>Kapok chỉ mở những khoá học do một trong các nơi này ký, kể cả khi không có mạng. Để chắc chắn, hãy so dấu vân tay với dấu mà nơi soạn khoá học cho biết.</translation>
    </message>
</context>
<context>
    <name>SortButton</name>
    <message>
        <source>Sort by %1</source>
        <extracomment>Read aloud for the head of a column. %1 is its title.</extracomment>
        <translation>Sắp xếp theo %1</translation>
    </message>
    <message>
        <source>%1, sorted from last to first</source>
        <translation>%1, sắp xếp giảm dần</translation>
    </message>
    <message>
        <source>%1, sorted from first to last</source>
        <translation>%1, sắp xếp tăng dần</translation>
    </message>
</context>
<context>
    <name>StartColumn</name>
    <message>
        <source>Welcome to Kapok</source>
        <extracomment>Title of the choice of people, and of the first start.</extracomment>
        <translation>Chào mừng đến với Kapok</translation>
    </message>
    <message>
        <source>Who is learning today?</source>
        <translation>Hôm nay ai học?</translation>
    </message>
    <message>
        <source>Short courses about teaching with AI. They work without internet: what you do is kept on this device and sent when there is a connection.</source>
        <extracomment>On the first start, below &quot;Welcome to Kapok&quot;.</extracomment>
        <translation>Các khoá học ngắn về dạy học với AI. Học được khi không có mạng: bài làm được giữ trên máy này và gửi đi khi có kết nối.</translation>
    </message>
</context>
<context>
    <name>StartEntry</name>
    <message>
        <source>Back to the people of this device</source>
        <extracomment>Read aloud for the arrow that leads back to the choice of people.</extracomment>
        <translation>Quay lại danh sách người dùng của máy</translation>
    </message>
    <message>
        <source>Type your 4-digit PIN</source>
        <extracomment>Below the name on the PIN page.</extracomment>
        <translation>Nhập mã PIN 4 số</translation>
    </message>
    <message>
        <source>The PIN opens your own lessons. Your results are kept on this device and sent when there is a connection.</source>
        <extracomment>Below the PIN pad.</extracomment>
        <translation>Mã PIN mở bài học của riêng từng người. Kết quả được giữ trên máy này và gửi đi khi có mạng.</translation>
    </message>
    <message>
        <source>Choose a new PIN</source>
        <extracomment>Title of the form that signs a person in on this device, and of the one for a forgotten PIN.</extracomment>
        <translation>Chọn mã PIN mới</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>Thêm người</translation>
    </message>
    <message>
        <source>Sign in with the password of your account. What you did on this device is not lost.</source>
        <extracomment>Below the title of the form that signs a person in.</extracomment>
        <translation>Đăng nhập bằng mật khẩu tài khoản. Những gì đã học trên máy này không mất.</translation>
    </message>
    <message>
        <source>This needs a connection once. Afterwards the lessons work without one.</source>
        <translation>Chỉ cần kết nối mạng một lần. Sau đó học được khi không có mạng.</translation>
    </message>
</context>
<context>
    <name>StartWelcome</name>
    <message>
        <source>Tap your name to go on learning.</source>
        <extracomment>At the right of the choice of people before anyone is chosen.</extracomment>
        <translation>Chạm vào tên mình để học tiếp.</translation>
    </message>
</context>
<context>
    <name>StorageSettings</name>
    <message>
        <source>Storage on this device</source>
        <extracomment>Setting: what the app takes of the device&apos;s storage.</extracomment>
        <translation>Bộ nhớ máy</translation>
    </message>
    <message>
        <source>Remove “%1” from this device?</source>
        <extracomment>Question before a course is removed. %1 is the title of the course.</extracomment>
        <translation>Xoá “%1” khỏi máy này?</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Giữ lại</translation>
    </message>
</context>
<context>
    <name>SupportDialog</name>
    <message>
        <source>Make a support file?</source>
        <extracomment>Title of the dialog before a support file is made.</extracomment>
        <translation>Tạo tệp hỗ trợ?</translation>
    </message>
    <message>
        <source>A small text file for whoever looks for a fault. It is saved on this device and sent nowhere.</source>
        <extracomment>Text of the dialog before a support file is made.</extracomment>
        <translation>Một tệp văn bản nhỏ cho người tìm lỗi. Tệp được lưu trên máy này và không gửi đi đâu.</translation>
    </message>
    <message>
        <source>Make the file</source>
        <translation>Tạo tệp</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Huỷ</translation>
    </message>
    <message>
        <source>It contains: versions of Kapok and of the system, settings, courses on this device with their sizes, free storage, how many results wait, and what kind of problem there is.</source>
        <extracomment>In the dialog about the support file: its contents.</extracomment>
        <translation>Tệp có: phiên bản Kapok và hệ thống, các cài đặt, khoá học trên máy và dung lượng, bộ nhớ còn trống, số kết quả đang chờ gửi và loại sự cố.</translation>
    </message>
    <message>
        <source>It does not contain: names, accounts, PINs, passwords, answers or marks.</source>
        <extracomment>In the dialog about the support file: what it does not contain.</extracomment>
        <translation>Tệp không có: họ tên, tài khoản, mã PIN, mật khẩu, câu trả lời hay điểm.</translation>
    </message>
</context>
<context>
    <name>SyncItemRow</name>
    <message>
        <source>Get now</source>
        <extracomment>Button in the sync sheet: fetch this course at once.</extracomment>
        <translation>Tải ngay</translation>
    </message>
</context>
<context>
    <name>SyncProblemPanel</name>
    <message>
        <source>Show less</source>
        <extracomment>Button of a problem in the sync sheet: shows what happened, or hides it again.</extracomment>
        <translation>Thu gọn</translation>
    </message>
    <message>
        <source>See why</source>
        <translation>Xem lý do</translation>
    </message>
    <message>
        <source>Send again</source>
        <extracomment>Button of a problem in the sync sheet: tries once more to send this result.</extracomment>
        <translation>Gửi lại</translation>
    </message>
    <message>
        <source>Try again</source>
        <extracomment>Button of a problem in the sync sheet: tries once more to fetch this course.</extracomment>
        <translation>Thử lại</translation>
    </message>
</context>
<context>
    <name>SyncRefusedRow</name>
    <message>
        <source>Send this again</source>
        <extracomment>Button in the sync sheet: sends this one result once more.</extracomment>
        <translation>Gửi lại mục này</translation>
    </message>
</context>
<context>
    <name>SyncSheet</name>
    <message>
        <source>Sending and receiving</source>
        <extracomment>Title of the sheet about sending results and receiving courses.</extracomment>
        <translation>Gửi và nhận</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <extracomment>Section of the sync sheet: results that were not sent yet.</extracomment>
        <translation>Chờ gửi</translation>
    </message>
    <message>
        <source>To receive</source>
        <extracomment>Section of the sync sheet: courses that can be or are being downloaded.</extracomment>
        <translation>Chờ nhận</translation>
    </message>
    <message>
        <source>Also use mobile data</source>
        <extracomment>Switch in the sync sheet: large files over mobile data too.</extracomment>
        <translation>Dùng cả dữ liệu di động</translation>
    </message>
    <message>
        <source>Off: large files wait for Wi-Fi</source>
        <extracomment>Below the switch &quot;Also use mobile data&quot;.</extracomment>
        <translation>Đang tắt: tệp lớn chờ Wi-Fi</translation>
    </message>
    <message>
        <source>On: large files may use mobile data</source>
        <translation>Đang bật: tệp lớn dùng được dữ liệu di động</translation>
    </message>
    <message>
        <source>Send now</source>
        <extracomment>Button of the sync sheet.</extracomment>
        <translation>Gửi ngay</translation>
    </message>
    <message>
        <source>Sending</source>
        <extracomment>The button &quot;Send now&quot; while it sends.</extracomment>
        <translation>Đang gửi</translation>
    </message>
    <message>
        <source>Sent</source>
        <extracomment>Section of the sync sheet: results the training centre has confirmed.</extracomment>
        <translation>Đã gửi</translation>
    </message>
</context>
<context>
    <name>TextSizeSetting</name>
    <message>
        <source>Text size</source>
        <extracomment>Setting: how large text is.</extracomment>
        <translation>Cỡ chữ</translation>
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
        <translation>Bản ghi lời</translation>
    </message>
</context>
<context>
    <name>TroublePage</name>
    <message>
        <source>Try again</source>
        <extracomment>Button: open the data of this device once more, after it could not be opened.</extracomment>
        <translation>Thử lại</translation>
    </message>
</context>
<context>
    <name>UnitTree</name>
    <message>
        <source>Units</source>
        <extracomment>Title above the tree of provinces, communes and schools.</extracomment>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Find a commune or school</source>
        <extracomment>Search field above the tree of units.</extracomment>
        <translation>Tìm xã hoặc trường</translation>
    </message>
    <message>
        <source>No unit has this name.</source>
        <extracomment>In place of the tree when the search finds nothing.</extracomment>
        <translation>Không có đơn vị nào tên này.</translation>
    </message>
</context>
<context>
    <name>UnitTreeRow</name>
    <message>
        <source>open</source>
        <extracomment>Read aloud for a unit in the tree whose units below are shown, or are not.</extracomment>
        <translation>đang mở</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>đang đóng</translation>
    </message>
</context>
<context>
    <name>UnknownPage</name>
    <message>
        <source>This page needs a newer Kapok</source>
        <extracomment>In place of a page made for a newer version of the app.</extracomment>
        <translation>Trang này cần bản Kapok mới hơn</translation>
    </message>
    <message>
        <source>Everything you have done is kept. You can go on with the other pages, and come back here after Kapok has been updated.</source>
        <extracomment>Below &quot;This page needs a newer Kapok&quot;.</extracomment>
        <translation>Mọi việc đã làm đều được giữ. {You} có thể học các trang khác, rồi quay lại đây sau khi cập nhật Kapok.</translation>
    </message>
</context>
<context>
    <name>UserButton</name>
    <message>
        <source>%1, switch user</source>
        <extracomment>Read aloud for the picture of the person who is learning. %1 is her name.</extracomment>
        <translation>%1, đổi người dùng</translation>
    </message>
    <message>
        <source>Switch user</source>
        <extracomment>Below the name of the person who is learning: leads to the choice of people.</extracomment>
        <translation>Đổi người dùng</translation>
    </message>
</context>
<context>
    <name>kapok::viewmodels::CourseModel</name>
    <message>
        <source>On this device. Works without internet.</source>
        <translation>Đã có trên máy. Học được khi không có mạng.</translation>
    </message>
    <message>
        <source>Remove, %1</source>
        <extracomment>Button: removes a course from the device. %1 is its size.</extracomment>
        <translation>Xoá, %1</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Bắt đầu</translation>
    </message>
    <message>
        <source>Continue lesson %1</source>
        <extracomment>Button of a course page. %1 is the number of the lesson.</extracomment>
        <translation>Học tiếp bài %1</translation>
    </message>
    <message>
        <source>Not on this device yet.</source>
        <translation>Chưa có trên máy này.</translation>
    </message>
    <message>
        <source>Update, %1</source>
        <translation>Bản mới, %1</translation>
    </message>
    <message>
        <source>Download, %1</source>
        <extracomment>Button: fetches a course. %1 is what has to be transferred, such as 21 MB.</extracomment>
        <translation>Tải về, %1</translation>
    </message>
    <message numerus="yes">
        <source>%n lessons</source>
        <translation>
            <numerusform>%n bài</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n done</source>
        <extracomment>How many lessons of a course are done. %1 of %n.</extracomment>
        <translation>
            <numerusform>Xong %1/%n</numerusform>
        </translation>
    </message>
    <message>
        <source>Text, pictures and sound, %1.</source>
        <extracomment>What a course on this device takes. %1 is a size such as 24 MB.</extracomment>
        <translation>Bài đọc, hình và âm thanh, %1.</translation>
    </message>
    <message>
        <source>It works without internet once it is here.</source>
        <translation>Khi đã có trên máy thì học được khi không có mạng.</translation>
    </message>
    <message>
        <source>%1 of %2. You can go on with something else.</source>
        <extracomment>Progress of a download. %1 of %2, sizes such as &quot;14 MB&quot;.</extracomment>
        <translation>%1 trên %2. {You} có thể làm việc khác trong lúc chờ.</translation>
    </message>
    <message>
        <source>What has arrived is kept.</source>
        <translation>Phần đã tải được giữ lại.</translation>
    </message>
    <message>
        <source>Go on with the download</source>
        <translation>Tải tiếp</translation>
    </message>
    <message>
        <source>This course needs a newer version of Kapok.</source>
        <translation>Khoá học này cần bản Kapok mới hơn.</translation>
    </message>
    <message>
        <source>Update the app, then the course can be fetched.</source>
        <translation>Cập nhật ứng dụng rồi tải được khoá học.</translation>
    </message>
    <message>
        <source>Read it again</source>
        <translation>Đọc lại</translation>
    </message>
    <message>
        <source>Start lesson %1</source>
        <extracomment>Button of a course page. %1 is the number of the lesson.</extracomment>
        <translation>Bắt đầu bài %1</translation>
    </message>
    <message>
        <source>Version %1.</source>
        <extracomment>Version of a course. %1 is a number such as 1.2.0.</extracomment>
        <translation>Phiên bản %1.</translation>
    </message>
    <message>
        <source>Published by %1.</source>
        <extracomment>Who made a course. %1 is a name.</extracomment>
        <translation>Đơn vị xuất bản: %1.</translation>
    </message>
    <message>
        <source>The signature is valid: nobody has changed this course since it was published.</source>
        <translation>Chữ ký hợp lệ: không ai sửa khoá học này từ khi xuất bản.</translation>
    </message>
    <message>
        <source>This device no longer knows who signed this course.</source>
        <translation>Máy này không còn biết ai đã ký khoá học này.</translation>
    </message>
    <message>
        <source>Reading, video and questions</source>
        <translation>Đọc, video và câu hỏi</translation>
    </message>
    <message>
        <source>Reading, sound and questions</source>
        <translation>Đọc, nghe và câu hỏi</translation>
    </message>
    <message>
        <source>Reading and questions</source>
        <translation>Đọc và câu hỏi</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Bài đọc</translation>
    </message>
    <message>
        <source>Done · %1</source>
        <extracomment>State of a lesson. %1 is a mark such as &quot;8 of 10&quot;.</extracomment>
        <translation>Xong · %1</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Xong</translation>
    </message>
    <message>
        <source>Not passed yet · %1</source>
        <extracomment>%1 is a mark such as &quot;4 of 10&quot;.</extracomment>
        <translation>Chưa đạt · %1</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <extracomment>Where one stopped in a lesson. %1 is the page, %2 the number of pages.</extracomment>
        <translation>Trang %1 / %2</translation>
    </message>
    <message>
        <source>Lesson %1</source>
        <translation>Bài %1</translation>
    </message>
</context>
<context>
    <name>kapok::viewmodels::CourseWords</name>
    <message>
        <source>Finished</source>
        <translation>Hoàn thành</translation>
    </message>
    <message>
        <source>Finished · %1</source>
        <extracomment>State of a finished course. %1 is a mark such as &quot;9 of 10&quot;.</extracomment>
        <translation>Hoàn thành · %1</translation>
    </message>
    <message>
        <source>Downloading %1</source>
        <extracomment>State of a course tile. %1 is a share such as &quot;62%&quot;.</extracomment>
        <translation>Đang tải %1</translation>
    </message>
    <message>
        <source>Waiting for Wi-Fi</source>
        <translation>Chờ Wi-Fi</translation>
    </message>
    <message>
        <source>Download stopped</source>
        <translation>Đã dừng tải</translation>
    </message>
    <message>
        <source>On this device</source>
        <translation>Trên máy</translation>
    </message>
    <message>
        <source>Update, %1</source>
        <extracomment>State of a course tile: a newer version can be fetched. %1 is its size.</extracomment>
        <translation>Bản mới, %1</translation>
    </message>
    <message>
        <source>Needs a newer Kapok</source>
        <translation>Cần bản Kapok mới hơn</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>Chưa bắt đầu</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n lessons</source>
        <extracomment>How far one is in a course. %1 lessons are done of %n.</extracomment>
        <translation>
            <numerusform>%1/%n bài</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days late</source>
        <translation>
            <numerusform>Quá hạn %n ngày</numerusform>
        </translation>
    </message>
    <message>
        <source>Due %1</source>
        <extracomment>When an assigned course is due. %1 is a date.</extracomment>
        <translation>Hạn %1</translation>
    </message>
    <message>
        <source>Due today</source>
        <translation>Hạn hôm nay</translation>
    </message>
    <message numerus="yes">
        <source>%n days left</source>
        <translation>
            <numerusform>còn %n ngày</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kapok::viewmodels::HomeModel</name>
    <message>
        <source>Continue</source>
        <translation>Học tiếp</translation>
    </message>
    <message numerus="yes">
        <source>Lesson %1 of %n</source>
        <extracomment>Which lesson comes next. %1 is its number, %n the number of lessons.</extracomment>
        <translation>
            <numerusform>Bài %1/%n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About %n minutes left</source>
        <extracomment>How long the rest of a course takes.</extracomment>
        <translation>
            <numerusform>Còn khoảng %n phút</numerusform>
        </translation>
    </message>
    <message>
        <source>Training hours</source>
        <extracomment>Title above the training hours (giờ bồi dưỡng, 学时) of a teacher.</extracomment>
        <translation>Giờ bồi dưỡng</translation>
    </message>
    <message>
        <source>of %1</source>
        <extracomment>Below the hours one has. %1 is how many hours are planned.</extracomment>
        <translation>/ %1</translation>
    </message>
    <message>
        <source>%1 to go</source>
        <extracomment>%1 is a number of hours such as &quot;6.5 hours&quot;.</extracomment>
        <translation>Còn %1</translation>
    </message>
    <message>
        <source>All hours done</source>
        <translation>Đã đủ giờ</translation>
    </message>
    <message>
        <source>until %1</source>
        <extracomment>Until when hours are wanted. %1 is a date.</extracomment>
        <translation>đến %1</translation>
    </message>
    <message>
        <source>Finished on %1</source>
        <extracomment>State of a finished course. %1 is a date.</extracomment>
        <translation>Hoàn thành ngày %1</translation>
    </message>
    <message>
        <source>A course that is no longer offered</source>
        <extracomment>In &quot;My record&quot;: a course whose name is not known any more.</extracomment>
        <translation>Một khoá học không còn được mở</translation>
    </message>
    <message>
        <source>no longer offered</source>
        <extracomment>In &quot;My record&quot;: a finished course that can no longer be opened or downloaded.</extracomment>
        <translation>không còn được mở</translation>
    </message>
    <message>
        <source>Course with the lesson “%1”</source>
        <extracomment>In &quot;My record&quot;: a course whose own name is not known any more. %1 is the title of one of its lessons.</extracomment>
        <translation>Khoá học có bài “%1”</translation>
    </message>
    <message>
        <source>Not finished</source>
        <translation>Chưa xong</translation>
    </message>
    <message numerus="yes">
        <source>%n lessons done</source>
        <extracomment>In &quot;My record&quot;: what was done in a course that was begun and is gone.</extracomment>
        <translation>
            <numerusform>đã xong %n bài</numerusform>
        </translation>
    </message>
    <message>
        <source>not on this device, no longer offered</source>
        <extracomment>In &quot;My record&quot;: a course that is not on the device any more and not offered either.</extracomment>
        <translation>không có trên máy này và không còn được mở</translation>
    </message>
</context>
<context>
    <name>kapok::viewmodels::LessonSession</name>
    <message>
        <source>Passed, %1 needed</source>
        <extracomment>Below a mark. %1 is the mark that is needed, such as 5.</extracomment>
        <translation>Đạt, cần từ %1</translation>
    </message>
    <message>
        <source>%1 needed to pass</source>
        <extracomment>Below a mark. %1 is the mark that is needed, such as 5.</extracomment>
        <translation>cần từ %1 để đạt</translation>
    </message>
    <message>
        <source>You have finished!</source>
        <extracomment>On the page after a course was finished. Vietnamese: {You} is the form of address (&quot;Cô đã hoàn thành!&quot;), here and in every sentence to her.</extracomment>
        <translation>{You} đã hoàn thành!</translation>
    </message>
    <message>
        <source>+ %1</source>
        <extracomment>Training hours that were just credited. %1 is &quot;1.5 hours&quot;.</extracomment>
        <translation>+ %1</translation>
    </message>
    <message numerus="yes">
        <source>%n lessons</source>
        <translation>
            <numerusform>%n bài</numerusform>
        </translation>
    </message>
    <message>
        <source>Training hours</source>
        <extracomment>Title above the bar of training hours (giờ bồi dưỡng, 学时).</extracomment>
        <translation>Giờ bồi dưỡng</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>Hours earned of hours planned. %1 is a number, %2 is &quot;20 hours&quot;.</extracomment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 before</source>
        <extracomment>Below the bar of hours. %1 is &quot;13.5 hours&quot;.</extracomment>
        <translation>%1 trước đó</translation>
    </message>
    <message>
        <source>%1 added now</source>
        <extracomment>Below the bar of hours. %1 is &quot;1.5 hours&quot;.</extracomment>
        <translation>%1 vừa thêm</translation>
    </message>
    <message>
        <source>%1 to go</source>
        <extracomment>Below the bar of hours. %1 is &quot;5 hours&quot;.</extracomment>
        <translation>Còn %1</translation>
    </message>
    <message>
        <source>Not opened yet</source>
        <translation>Chưa mở</translation>
    </message>
    <message>
        <source>Not answered yet</source>
        <translation>Chưa trả lời</translation>
    </message>
    <message>
        <source>Not right yet</source>
        <translation>Chưa đúng</translation>
    </message>
    <message>
        <source>Some things are in the right place, others not yet.</source>
        <extracomment>Feedback when items are not in the right order yet.</extracomment>
        <translation>Một số mục đã đúng chỗ, số khác thì chưa.</translation>
    </message>
    <message>
        <source>You chose this · right</source>
        <translation>{You} đã chọn · đúng</translation>
    </message>
    <message>
        <source>You chose this · not right yet</source>
        <translation>{You} đã chọn · chưa đúng</translation>
    </message>
    <message>
        <source>The right answer</source>
        <translation>Đáp án đúng</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>đã chọn</translation>
    </message>
    <message>
        <source>not in its place yet</source>
        <translation>chưa đúng chỗ</translation>
    </message>
    <message>
        <source>%1 of %2, %3</source>
        <extracomment>Read aloud for an item to bring into order. %1 its place, %2 how many there are, %3 its text.</extracomment>
        <translation>%1 trên %2, %3</translation>
    </message>
    <message>
        <source>Page %1 of %2, %3</source>
        <extracomment>Read aloud for the dot of a page. %1 is its number, %2 how many pages there are, %3 its title.</extracomment>
        <translation>Trang %1 / %2, %3</translation>
    </message>
</context>
<context>
    <name>kapok::viewmodels::PeopleModel</name>
    <message numerus="yes">
        <source>%n waiting to be sent</source>
        <translation>
            <numerusform>%n mục chờ gửi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Too many wrong PINs. Wait %n seconds.</source>
        <extracomment>On the PIN page. %n is how many seconds to wait.</extracomment>
        <translation>
            <numerusform>Đã nhập sai PIN nhiều lần. Chờ %n giây.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>That was not the PIN. %n more tries.</source>
        <extracomment>After a wrong PIN. %n is how often one may still try before a pause.</extracomment>
        <translation>
            <numerusform>Mã PIN chưa đúng. Còn %n lần thử.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a PIN of four digits.</source>
        <translation>Chọn mã PIN gồm bốn chữ số.</translation>
    </message>
</context>
<context>
    <name>kapok::viewmodels::ReviewModel</name>
    <message>
        <source>Finished</source>
        <translation>Hoàn thành</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Đang học</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>Chưa bắt đầu</translation>
    </message>
    <message>
        <source>Name</source>
        <extracomment>What a list is sorted by.</extracomment>
        <translation>Họ tên</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Tài khoản</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>Khoá học</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Tiến độ</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Điểm</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Hạn</translation>
    </message>
    <message>
        <source>Figures as of</source>
        <translation>Số liệu đến</translation>
    </message>
    <message>
        <source>As of %1</source>
        <extracomment>How fresh figures are. %1 is a date and a time.</extracomment>
        <translation>Số liệu đến %1</translation>
    </message>
    <message>
        <source>All courses</source>
        <extracomment>Filter: figures of every course together.</extracomment>
        <translation>Mọi khoá học</translation>
    </message>
    <message>
        <source>All time</source>
        <translation>Mọi thời gian</translation>
    </message>
    <message>
        <source>This school year</source>
        <translation>Năm học này</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>30 ngày qua</translation>
    </message>
    <message>
        <source>Everybody</source>
        <extracomment>Filter: teachers whatever their state.</extracomment>
        <translation>Mọi người</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Quá hạn</translation>
    </message>
    <message numerus="yes">
        <source>%Ln communes</source>
        <extracomment>How many communes (xã, 乡镇) a province has.</extracomment>
        <translation>
            <numerusform>%Ln xã</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln schools</source>
        <translation>
            <numerusform>%Ln trường</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln teachers</source>
        <translation>
            <numerusform>%Ln giáo viên</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln devices have sent</source>
        <extracomment>Devices that sent results lately. %1 is how many of %Ln did.</extracomment>
        <translation>
            <numerusform>%1/%Ln máy đã gửi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln assigned courses</source>
        <extracomment>Below a percentage. %1 of %Ln courses that were assigned are finished.</extracomment>
        <translation>
            <numerusform>%1/%Ln khoá được giao</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is assigned here</source>
        <translation>Ở đây chưa giao khoá nào</translation>
    </message>
    <message numerus="yes">
        <source>of %Ln devices in all your units</source>
        <extracomment>Below how many devices were not heard from.</extracomment>
        <translation>
            <numerusform>trên %Ln máy của mọi đơn vị</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %Ln teachers</source>
        <extracomment>Below how many teachers finished a course.</extracomment>
        <translation>
            <numerusform>/ %Ln giáo viên</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The longest by %Ln days</source>
        <translation>
            <numerusform>Lâu nhất %Ln ngày</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody is past a due date</source>
        <translation>Không ai quá hạn</translation>
    </message>
    <message>
        <source>This semester</source>
        <translation>Học kì này</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>no figures</source>
        <extracomment>Read aloud for a unit whose figures are not known.</extracomment>
        <translation>chưa có số liệu</translation>
    </message>
    <message numerus="yes">
        <source>%Ln late</source>
        <extracomment>Read aloud: how many assigned courses are past their date in a unit.</extracomment>
        <translation>
            <numerusform>%Ln quá hạn</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln days late</source>
        <translation>
            <numerusform>Quá hạn %Ln ngày</numerusform>
        </translation>
    </message>
    <message>
        <source>due %1</source>
        <comment>a date</comment>
        <translation>hạn %1</translation>
    </message>
    <message>
        <source>Last heard from</source>
        <extracomment>Column of an exported table: when somebody was last heard from.</extracomment>
        <translation>Lần gửi gần nhất</translation>
    </message>
    <message>
        <source>Finished on</source>
        <translation>Ngày xong</translation>
    </message>
    <message>
        <source>The teachers of this unit are on their way.</source>
        <translation>Đang nhận danh sách giáo viên của đơn vị này.</translation>
    </message>
    <message>
        <source>The teachers of this unit are not on this device yet. They come with the next connection.</source>
        <translation>Danh sách giáo viên của đơn vị này chưa có trên máy. Danh sách sẽ đến khi có mạng.</translation>
    </message>
    <message>
        <source>Nobody here fits what you are looking for.</source>
        <translation>Không có ai phù hợp.</translation>
    </message>
    <message>
        <source>only the first of this unit; open a smaller one to see everybody</source>
        <extracomment>Below the number of teachers: the list is longer than what is shown.</extracomment>
        <translation>chỉ là phần đầu của đơn vị này; hãy mở đơn vị nhỏ hơn để xem đủ</translation>
    </message>
    <message>
        <source>a new assignment is still being counted</source>
        <extracomment>After how fresh figures are.</extracomment>
        <translation>đang tính thêm một khoá vừa giao</translation>
    </message>
</context>
<context>
    <name>kapok::viewmodels::SettingsModel</name>
    <message>
        <source>%1 free</source>
        <extracomment>Room that is left on the device. %1 is a size such as 3.1 GB.</extracomment>
        <translation>còn trống %1</translation>
    </message>
    <message>
        <source>Your results stay, also those that were not sent yet.</source>
        <translation>Kết quả vẫn được giữ, kể cả những kết quả chưa gửi.</translation>
    </message>
    <message>
        <source>You need a connection to get the course again.</source>
        <translation>Cần có mạng để tải lại khoá học.</translation>
    </message>
    <message>
        <source>You need the course file to get the course again.</source>
        <translation>Cần có tệp khoá học để cài lại.</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n lessons</source>
        <extracomment>A course in the list of what takes room. %1 is its size, %n how many lessons it has.</extracomment>
        <translation>
            <numerusform>%1, %n bài</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove, %1</source>
        <extracomment>Button: removes a course from the device. %1 is its size.</extracomment>
        <translation>Xoá, %1</translation>
    </message>
    <message>
        <source>Comes with Kapok</source>
        <translation>Có sẵn trong Kapok</translation>
    </message>
    <message>
        <source>Named by your training centre</source>
        <translation>Do trung tâm bồi dưỡng công bố</translation>
    </message>
    <message>
        <source>Accepted on this device</source>
        <translation>Đã được chấp nhận trên máy này</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>Không có tên</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <extracomment>In the settings after a support file was made. %1 is the file.</extracomment>
        <translation>Đã lưu: %1</translation>
    </message>
</context>
<context>
    <name>kapok::viewmodels::SyncModel</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <extracomment>In the sync indicator. %n lessons wait to be sent.</extracomment>
        <translation>
            <numerusform>%n mục chờ gửi</numerusform>
        </translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>Cần {you} xem</translation>
    </message>
    <message>
        <source>nothing is lost</source>
        <translation>không mất gì</translation>
    </message>
    <message>
        <source>Sending %1 of %2</source>
        <extracomment>In the sync indicator. %1 is the number of the lesson being sent, %2 how many there are.</extracomment>
        <translation>Đang gửi %1/%2</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Tạm dừng</translation>
    </message>
    <message>
        <source>waiting for Wi-Fi</source>
        <translation>chờ Wi-Fi</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Ngoại tuyến</translation>
    </message>
    <message>
        <source>everything is saved here</source>
        <translation>mọi thứ đã lưu ở đây</translation>
    </message>
    <message>
        <source>All sent</source>
        <translation>Đã gửi hết</translation>
    </message>
    <message>
        <source>No network</source>
        <translation>Không có mạng</translation>
    </message>
    <message>
        <source>Not connected yet</source>
        <translation>Chưa kết nối</translation>
    </message>
    <message>
        <source>Last sent %1</source>
        <translation>Gửi lần cuối %1</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>đang chờ</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Đang gửi</translation>
    </message>
    <message>
        <source>No connection to the training centre</source>
        <translation>Chưa kết nối được với trung tâm bồi dưỡng</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Đã kết nối</translation>
    </message>
    <message numerus="yes">
        <source>Last sent %1, %n items</source>
        <extracomment>In the sync sheet. %1 is a time such as &quot;today at 07:58&quot;, %n is how many lessons were sent then.</extracomment>
        <translation>
            <numerusform>Gửi lần cuối %1, %n mục</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n items</source>
        <translation>
            <numerusform>%n mục</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n items, %1</source>
        <extracomment>Above the list of courses to receive. %n courses of altogether %1, e.g. &quot;20 MB&quot;.</extracomment>
        <translation>
            <numerusform>%n mục, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Results are not taken at the moment</source>
        <translation>Hiện chưa nhận được kết quả</translation>
    </message>
    <message>
        <source>The training centre knows you but does not accept results. They are safe on this device. Ask your school.</source>
        <translation>Trung tâm bồi dưỡng biết {you} nhưng chưa nhận kết quả. Kết quả vẫn an toàn trên máy này. Mời hỏi nhà trường.</translation>
    </message>
    <message>
        <source>The training centre answers strangely</source>
        <translation>Trung tâm bồi dưỡng phản hồi bất thường</translation>
    </message>
    <message>
        <source>Everything is safe on this device. It is tried again by itself; if this stays, tell your school.</source>
        <translation>Mọi thứ vẫn an toàn trên máy này. Kapok sẽ tự thử lại; nếu vẫn vậy, báo cho nhà trường.</translation>
    </message>
    <message>
        <source>This account belongs to somebody else. Sign in with your own.</source>
        <translation>Tài khoản này là của người khác. Mời đăng nhập bằng tài khoản của mình.</translation>
    </message>
    <message>
        <source>sending</source>
        <translation>đang gửi</translation>
    </message>
    <message>
        <source>Saved on this device. It goes by itself when there is a connection.</source>
        <translation>Đã lưu trên máy này. Khi có mạng, máy sẽ tự gửi.</translation>
    </message>
    <message>
        <source>Everything else has been sent.</source>
        <translation>Mọi mục khác đã được gửi.</translation>
    </message>
    <message>
        <source>Everything has been sent.</source>
        <translation>Mọi thứ đã được gửi.</translation>
    </message>
    <message>
        <source>There is nothing to send yet.</source>
        <translation>Chưa có gì để gửi.</translation>
    </message>
    <message>
        <source>sent %1</source>
        <extracomment>State of a lesson in the sync sheet. %1 is a time such as 08:05.</extracomment>
        <translation>đã gửi %1</translation>
    </message>
    <message numerus="yes">
        <source>%n results need you</source>
        <extracomment>Title of a problem in the sync sheet. %n results of a lesson were not taken.</extracomment>
        <translation>
            <numerusform>%n kết quả cần {you} xem</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The training centre did not take %n results of “%1” (%2). They are safe on this device and hold up nothing else.</source>
        <extracomment>A problem in the sync sheet. %1 is a lesson, %2 a date, %n how many results.</extracomment>
        <translation>
            <numerusform>Trung tâm bồi dưỡng chưa nhận %n kết quả của “%1” (%2). Kết quả vẫn an toàn trên máy này và không làm chậm các mục khác.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show this to your school. You can also send it again.</source>
        <translation>Hãy cho nhà trường xem mục này. Cũng có thể gửi lại.</translation>
    </message>
    <message>
        <source>Your record store does not accept this key</source>
        <translation>Kho kết quả khác không chấp nhận khoá truy cập</translation>
    </message>
    <message>
        <source>Everything is safe on this device. Check the address, the key and the secret in the settings.</source>
        <translation>Mọi thứ vẫn an toàn trên máy này. Hãy kiểm tra địa chỉ, khoá và mật khẩu truy cập trong phần cài đặt.</translation>
    </message>
</context>
<context>
    <name>kapok::viewmodels::SyncWords</name>
    <message>
        <source>A course that is no longer on this device</source>
        <extracomment>In the sync sheet: results of a course whose name is not known any more.</extracomment>
        <translation>Một khoá học không còn trên máy này</translation>
    </message>
    <message>
        <source>Lesson %1</source>
        <extracomment>A lesson that waits to be sent. %1 is its number.</extracomment>
        <translation>Bài %1</translation>
    </message>
    <message>
        <source>course finished</source>
        <translation>đã hoàn thành khoá học</translation>
    </message>
    <message numerus="yes">
        <source>%n answers, finished</source>
        <extracomment>What waits of a lesson. %n is how many answers.</extracomment>
        <translation>
            <numerusform>%n câu trả lời, đã hoàn thành</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answers</source>
        <translation>
            <numerusform>%n câu trả lời</numerusform>
        </translation>
    </message>
    <message>
        <source>finished</source>
        <translation>đã hoàn thành</translation>
    </message>
    <message numerus="yes">
        <source>%n pages read</source>
        <extracomment>What waits of a lesson. %n is how many pages were read.</extracomment>
        <translation>
            <numerusform>đã đọc %n trang</numerusform>
        </translation>
    </message>
    <message>
        <source>opened</source>
        <translation>đã mở</translation>
    </message>
    <message>
        <source>An answer</source>
        <extracomment>A result that was not taken. %1 is the title of the question.</extracomment>
        <translation>Một câu trả lời</translation>
    </message>
    <message>
        <source>Answer: %1</source>
        <translation>Câu trả lời: %1</translation>
    </message>
    <message>
        <source>A page that was read</source>
        <extracomment>A result that was not taken. %1 is the title of the page.</extracomment>
        <translation>Một trang đã đọc</translation>
    </message>
    <message>
        <source>Page read: %1</source>
        <translation>Đã đọc trang: %1</translation>
    </message>
    <message>
        <source>The result of the lesson</source>
        <translation>Kết quả của bài học</translation>
    </message>
    <message>
        <source>The lesson is finished</source>
        <translation>Bài học đã hoàn thành</translation>
    </message>
    <message>
        <source>The course is finished</source>
        <translation>Khoá học đã hoàn thành</translation>
    </message>
    <message>
        <source>The lesson was opened or left</source>
        <extracomment>A result that was not taken: the note that a lesson was opened or left.</extracomment>
        <translation>Đã mở hoặc rời bài học</translation>
    </message>
    <message>
        <source>%1. The answer was: “%2”</source>
        <extracomment>Why a result was not taken. %1 is when it was done, %2 what the other side answered, in English.</extracomment>
        <translation>%1. Câu trả lời nhận được: “%2”</translation>
    </message>
</context>
<context>
    <name>kapok::viewmodels::Wording</name>
    <message>
        <source>today at %1</source>
        <extracomment>When something was done. %1 is a time such as 08:05.</extracomment>
        <translation>hôm nay lúc %1</translation>
    </message>
    <message>
        <source>All subjects</source>
        <translation>Mọi môn học</translation>
    </message>
    <message>
        <source>Language and literature</source>
        <translation>Ngữ văn</translation>
    </message>
    <message>
        <source>Maths</source>
        <translation>Toán</translation>
    </message>
    <message>
        <source>Science</source>
        <translation>Khoa học</translation>
    </message>
    <message>
        <source>Foreign languages</source>
        <translation>Ngoại ngữ</translation>
    </message>
    <message>
        <source>This is not saved: the device is full.</source>
        <translation>Chưa lưu được: máy đã đầy.</translation>
    </message>
    <message>
        <source>This is not saved: the device&apos;s storage did not take it.</source>
        <translation>Chưa lưu được: bộ nhớ máy không ghi được.</translation>
    </message>
    <message>
        <source>This course cannot be opened.</source>
        <translation>Không mở được khoá học này.</translation>
    </message>
    <message>
        <source>The course was not added: the device is full.</source>
        <translation>Chưa thêm được khoá học: máy đã đầy.</translation>
    </message>
    <message>
        <source>The course was not added.</source>
        <translation>Chưa thêm được khoá học.</translation>
    </message>
    <message>
        <source>The course could not be removed.</source>
        <translation>Chưa xoá được khoá học.</translation>
    </message>
    <message>
        <source>The download stopped: the device is full.</source>
        <translation>Việc tải đã dừng: máy đã đầy.</translation>
    </message>
    <message>
        <source>The download stopped.</source>
        <translation>Việc tải đã dừng.</translation>
    </message>
    <message>
        <source>The account and the password do not fit together.</source>
        <translation>Tài khoản và mật khẩu không khớp.</translation>
    </message>
    <message>
        <source>You are not signed in yet.</source>
        <translation>{You} chưa đăng nhập được.</translation>
    </message>
    <message>
        <source>Kapok cannot open what it keeps on this device.</source>
        <translation>Kapok không mở được dữ liệu trên máy này.</translation>
    </message>
    <message>
        <source>You may not see these figures.</source>
        <translation>{You} chưa có quyền xem số liệu này.</translation>
    </message>
    <message>
        <source>There are no newer figures.</source>
        <translation>Chưa có số liệu mới hơn.</translation>
    </message>
    <message>
        <source>The change is not saved: the device is full.</source>
        <translation>Thay đổi chưa được lưu: máy đã đầy.</translation>
    </message>
    <message>
        <source>The change is not saved.</source>
        <translation>Thay đổi chưa được lưu.</translation>
    </message>
    <message>
        <source>The file was not written.</source>
        <translation>Chưa ghi được tệp.</translation>
    </message>
    <message>
        <source>Everything you did before is kept on this device.</source>
        <translation>Mọi việc đã làm trước đó vẫn được giữ trên máy này.</translation>
    </message>
    <message>
        <source>Your results and the other courses are as they were.</source>
        <translation>Kết quả và các khoá khác vẫn như cũ.</translation>
    </message>
    <message>
        <source>What has arrived is kept.</source>
        <translation>Phần đã tải được giữ lại.</translation>
    </message>
    <message>
        <source>Nothing on this device has changed.</source>
        <translation>Trên máy này không có gì thay đổi.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Không có gì bị thay đổi.</translation>
    </message>
    <message>
        <source>The last figures stay here.</source>
        <translation>Số liệu lần trước vẫn giữ ở đây.</translation>
    </message>
    <message>
        <source>Your lessons and results are as they were.</source>
        <translation>Bài học và kết quả vẫn như cũ.</translation>
    </message>
    <message>
        <source>The figures are as they were.</source>
        <translation>Số liệu vẫn như cũ.</translation>
    </message>
    <message>
        <source>Make room: remove a course you have finished, or other files. Then try again.</source>
        <translation>Giải phóng bộ nhớ: xoá khoá đã học xong hoặc tệp khác, rồi thử lại.</translation>
    </message>
    <message>
        <source>Restart the device and try again. If it happens again, show it to your school.</source>
        <translation>Khởi động lại máy rồi thử lại. Nếu vẫn vậy, báo cho nhà trường.</translation>
    </message>
    <message>
        <source>It continues by itself when there is a connection.</source>
        <translation>Sẽ tự tải tiếp khi có mạng.</translation>
    </message>
    <message>
        <source>There is no connection. Try again when you are connected.</source>
        <translation>Chưa có mạng. Thử lại khi đã kết nối.</translation>
    </message>
    <message>
        <source>Type them again, or ask your school.</source>
        <translation>Mời nhập lại, hoặc hỏi nhà trường.</translation>
    </message>
    <message>
        <source>Please sign in once more.</source>
        <translation>Mời {you} đăng nhập lại.</translation>
    </message>
    <message>
        <source>Ask your school for the right to do this.</source>
        <translation>Mời {you} liên hệ nhà trường để được cấp quyền.</translation>
    </message>
    <message>
        <source>Too many tries. Wait a minute, then try again.</source>
        <translation>Đã thử nhiều lần. Chờ một phút rồi thử lại.</translation>
    </message>
    <message>
        <source>Wait a minute, then try again.</source>
        <translation>Chờ một phút rồi thử lại.</translation>
    </message>
    <message>
        <source>It was made with a newer version of Kapok. Update the app, then open it again.</source>
        <translation>Nội dung được tạo bằng bản Kapok mới hơn. Cập nhật ứng dụng rồi mở lại.</translation>
    </message>
    <message>
        <source>It is not signed by a publisher that this device knows. Ask your school for the right file.</source>
        <translation>Tệp không có chữ ký của đơn vị xuất bản mà máy này biết. Mời {you} hỏi nhà trường để lấy đúng tệp.</translation>
    </message>
    <message>
        <source>The file is damaged. Get it once more.</source>
        <translation>Tệp bị hỏng. Mời tải lại.</translation>
    </message>
    <message>
        <source>The same or a newer version is already here.</source>
        <translation>Máy đã có đúng bản này hoặc bản mới hơn.</translation>
    </message>
    <message>
        <source>Open the page once more.</source>
        <translation>Mời mở lại trang.</translation>
    </message>
    <message>
        <source>There is no Kapok at this address. Check the address.</source>
        <translation>Địa chỉ này không có máy chủ Kapok. Kiểm tra lại địa chỉ.</translation>
    </message>
    <message>
        <source>It is not there any more. Get it once more.</source>
        <translation>Tệp không còn nữa. Mời tải lại.</translation>
    </message>
    <message>
        <source>Check the address and what you typed.</source>
        <translation>Kiểm tra lại địa chỉ và những gì đã nhập.</translation>
    </message>
    <message>
        <source>Check it and try again.</source>
        <translation>Kiểm tra lại rồi thử lần nữa.</translation>
    </message>
    <message>
        <source>The other side did not answer as Kapok does. Check the address.</source>
        <translation>Máy chủ đó không phải của Kapok. Kiểm tra lại địa chỉ.</translation>
    </message>
    <message>
        <source>Try again later. If it happens again, show it to your school.</source>
        <translation>Thử lại sau. Nếu vẫn vậy, báo cho nhà trường.</translation>
    </message>
    <message>
        <source>Try again. If it happens again, show it to your school.</source>
        <translation>Thử lại lần nữa. Nếu vẫn vậy, báo cho nhà trường.</translation>
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
        <translation>dd/MM/yyyy</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <extracomment>A date without the year, in Qt&apos;s form: &quot;d MMMM&quot; in English, &quot;dd/MM&quot; in Vietnamese, &quot;M月d日&quot; in Chinese.</extracomment>
        <translation>dd/MM</translation>
    </message>
    <message>
        <source>dddd d MMMM</source>
        <extracomment>Today, in Qt&apos;s form: &quot;dddd d MMMM&quot; in English, &quot;dddd d/M&quot; in Vietnamese, &quot;M月d日 dddd&quot; in Chinese.</extracomment>
        <translation>dddd d/M</translation>
    </message>
    <message>
        <source>%1 / 10</source>
        <extracomment>A mark out of 10. %1 is a number such as 8.5.</extracomment>
        <translation>%1 / 10</translation>
    </message>
    <message>
        <source>Hello, %1</source>
        <extracomment>Greeting on the home page and above the PIN. %1 is the name she is called by; {person} is her form of address (&quot;cô&quot;), for Vietnamese.</extracomment>
        <translation>Chào {person} %1</translation>
    </message>
    <message>
        <source>%1%</source>
        <extracomment>A share. %1 is a number from 0 to 100.</extracomment>
        <translation>%1%</translation>
    </message>
    <message>
        <source>1 hour</source>
        <extracomment>Training hours (giờ bồi dưỡng, 学时).</extracomment>
        <translation>1 giờ</translation>
    </message>
    <message>
        <source>%1 hours</source>
        <extracomment>Training hours (giờ bồi dưỡng, 学时). %1 is a number such as 1.5.</extracomment>
        <translation>%1 giờ</translation>
    </message>
    <message>
        <source>%1 min</source>
        <extracomment>How long a course or lesson takes.</extracomment>
        <translation>%1 phút</translation>
    </message>
    <message>
        <source>yesterday at %1</source>
        <extracomment>When something was done. %1 is a time such as 08:05.</extracomment>
        <translation>hôm qua lúc %1</translation>
    </message>
    <message>
        <source>Primary school</source>
        <translation>Tiểu học</translation>
    </message>
    <message>
        <source>School leadership</source>
        <translation>Quản lý trường học</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>Tỉnh</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Thành phố</translation>
    </message>
    <message>
        <source>County</source>
        <translation>Huyện</translation>
    </message>
    <message>
        <source>Commune</source>
        <translation>Xã</translation>
    </message>
    <message>
        <source>School</source>
        <translation>Trường học</translation>
    </message>
    <message>
        <source>University</source>
        <translation>Đại học</translation>
    </message>
    <message>
        <source>Human-centred mindset</source>
        <extracomment>One of the five aspects of UNESCO&apos;s AI competency framework for teachers.</extracomment>
        <translation>Lấy con người làm trung tâm</translation>
    </message>
    <message>
        <source>Ethics of AI</source>
        <extracomment>One of the five aspects of UNESCO&apos;s AI competency framework for teachers.</extracomment>
        <translation>Đạo đức AI</translation>
    </message>
    <message>
        <source>AI foundations</source>
        <extracomment>One of the five aspects of UNESCO&apos;s AI competency framework for teachers.</extracomment>
        <translation>Nền tảng AI</translation>
    </message>
    <message>
        <source>AI pedagogy</source>
        <extracomment>One of the five aspects of UNESCO&apos;s AI competency framework for teachers.</extracomment>
        <translation>Sư phạm với AI</translation>
    </message>
    <message>
        <source>AI for professional growth</source>
        <extracomment>One of the five aspects of UNESCO&apos;s AI competency framework for teachers.</extracomment>
        <translation>Phát triển nghề nghiệp với AI</translation>
    </message>
    <message>
        <source>Level 3 of 3 · Create</source>
        <translation>Mức 3/3 · Sáng tạo</translation>
    </message>
    <message>
        <source>Level 2 of 3 · Deepen</source>
        <translation>Mức 2/3 · Đào sâu</translation>
    </message>
    <message>
        <source>Level 1 of 3 · Acquire</source>
        <translation>Mức 1/3 · Tiếp nhận</translation>
    </message>
</context>
</TS>
