// SPDX-License-Identifier: Apache-2.0
// The page of a LessonSession: its texts, its question, its answer.
#include "app/viewmodels/device.h"
#include "app/viewmodels/lesson_session.h"
#include "app/viewmodels/markdown.h"
#include "app/viewmodels/wording.h"

#include <QCryptographicHash>

#include <algorithm>

namespace kapok::viewmodels {
namespace {

QString letterOf(std::size_t index)
{
    return index < 26 ? QString(QChar(static_cast<char16_t>(u'A' + index))) : QString::number(index + 1);
}

/// An order that is not the right one and is the same each time the page is opened.
QStringList shuffled(const course::Page &page, const std::vector<course::OrderItem> &items)
{
    std::vector<std::pair<QByteArray, QString>> keyed;
    QStringList right;
    for (const course::OrderItem &item : items) {
        const QByteArray seed = QByteArray::fromStdString(page.id.value + "/" + item.id);
        keyed.emplace_back(QCryptographicHash::hash(seed, QCryptographicHash::Sha256), toQt(item.id));
        right.append(toQt(item.id));
    }
    std::sort(keyed.begin(), keyed.end());
    QStringList order;
    for (const auto &[key, id] : keyed)
        order.append(id);
    if (order == right && order.size() > 1)
        order.swapItemsAt(0, order.size() - 1);
    return order;
}

const learning::Mark *markOf(const std::optional<learning::Grade> &grade, const std::string &id)
{
    if (!grade)
        return nullptr;
    for (const learning::Mark &mark : grade->marks) {
        if (mark.id == id)
            return &mark;
    }
    return nullptr;
}

} // namespace

void LessonSession::showPage()
{
    const course::Page *shown = page();
    if (!shown)
        return;
    const Reading languages = reading();
    m_page.title = languages.in(shown->title);
    m_page.titleSecond = languages.beside(shown->title);
    const LocalizedText *markdown = nullptr;
    if (const auto *text = std::get_if<course::TextBody>(&shown->body)) {
        markdown = &text->markdown;
    } else if (const auto *image = std::get_if<course::ImageBody>(&shown->body)) {
        markdown = &image->markdown;
        m_page.description = languages.in(image->description);
        m_page.caption = languages.in(image->caption);
        m_page.captionSecond = languages.beside(image->caption);
        m_page.aiGenerated = image->aiGenerated;
    } else if (const auto *media = std::get_if<course::MediaBody>(&shown->body)) {
        markdown = &media->markdown;
        m_page.description = languages.in(media->description);
        m_page.aiGenerated = media->aiGenerated;
    } else if (const auto *example = std::get_if<course::ExampleBody>(&shown->body)) {
        markdown = &example->introduction;
        m_page.stepCount = static_cast<int>(example->steps.size());
    }
    m_blocks->setRows(markdown ? pairedBlocks(languages.in(*markdown), toQt(languages.first),
                                              languages.beside(*markdown), toQt(languages.second))
                               : std::vector<ListRow>{});
    showSteps();
    showQuestion();
    emit pageChanged();
}

void LessonSession::showSteps()
{
    std::vector<ListRow> rows;
    const course::Page *shown = page();
    const auto *example = shown ? std::get_if<course::ExampleBody>(&shown->body) : nullptr;
    const Reading languages = reading();
    for (std::size_t i = 0; example && i < example->steps.size(); ++i) {
        const course::ExampleStep &step = example->steps[i];
        const QString id = toQt(step.id);
        rows.push_back({id,
                        {id, static_cast<int>(i) + 1, languages.in(step.title), languages.beside(step.title),
                         markdownToStyledText(languages.in(step.markdown)),
                         markdownToStyledText(languages.beside(step.markdown)),
                         static_cast<int>(i) < m_page.revealedCount}});
    }
    m_steps->setRows(rows);
}

void LessonSession::showQuestion()
{
    LessonQuestionView view;
    const course::Page *shown = page();
    const Reading languages = reading();
    if (shown && shown->isQuestion()) {
        for (const course::Page &each : lesson()->pages) {
            view.questionNumber += each.isQuestion() ? 1 : 0;
            if (each.id == shown->id)
                break;
        }
        if (const auto *choice = std::get_if<course::ChoiceBody>(&shown->body)) {
            view.question = languages.in(choice->question);
            view.questionSecond = languages.beside(choice->question);
            view.canCheck = m_feedback == NoFeedback && !m_chosen.isEmpty();
        } else if (const auto *order = std::get_if<course::OrderBody>(&shown->body)) {
            view.question = languages.in(order->question);
            view.questionSecond = languages.beside(order->question);
            if (m_chosen.isEmpty())
                m_chosen = shuffled(*shown, order->items);
            view.canCheck = m_feedback == NoFeedback;
        }
        view.canCheck = view.canCheck && m_saved != Saving;
        fillFeedback(view);
    }
    showOptions();
    m_question = view;
    emit questionChanged();
}

void LessonSession::fillFeedback(LessonQuestionView &view) const
{
    view.triesLeft = m_feedback == NotYet ? m_triesLeft : -1;
    if (m_feedback == NoFeedback)
        return;
    const Reading languages = reading();
    const LocalizedText *text = nullptr;
    const LocalizedText *hint = nullptr;
    std::optional<PageId> review;
    if (const auto *choice = std::get_if<course::ChoiceBody>(&page()->body)) {
        text = &choice->explanation;
        hint = &choice->hint;
        review = choice->review;
        for (const course::Option &option : choice->options) {
            // What she chose speaks first: the wrong one while it is not right, else the right one.
            if (m_chosen.contains(toQt(option.id)) && option.right == (m_feedback == RightAnswer) &&
                m_feedback != NoTriesLeft && !option.feedback.empty())
                text = &option.feedback;
        }
    } else if (const auto *order = std::get_if<course::OrderBody>(&page()->body)) {
        text = m_feedback == NotYet ? nullptr : &order->explanation;
        hint = &order->hint;
        review = order->review;
    }
    if (text) {
        view.feedbackText = languages.in(*text);
        view.feedbackTextSecond = languages.beside(*text);
    } else {
        //: Feedback when items are not in the right order yet.
        view.feedbackText = tr("Some things are in the right place, others not yet.");
    }
    if (m_feedback != NotYet)
        return;
    view.hint = hint ? languages.in(*hint) : QString();
    view.hintSecond = hint ? languages.beside(*hint) : QString();
    const course::Lesson *open = lesson();
    for (std::size_t i = 0; review && i < open->pages.size(); ++i) {
        if (open->pages[i].id != *review)
            continue;
        view.reviewPage = static_cast<int>(i);
        view.reviewTitle = languages.in(open->pages[i].title);
    }
}

void LessonSession::showOptions()
{
    const course::Page *shown = page();
    const auto *choice = shown ? std::get_if<course::ChoiceBody>(&shown->body) : nullptr;
    if (const auto *order = shown ? std::get_if<course::OrderBody>(&shown->body) : nullptr) {
        showOrder(*order);
        return;
    }
    std::vector<ListRow> rows;
    const Reading languages = reading();
    const bool answered = m_feedback != NoFeedback;
    for (std::size_t i = 0; choice && i < choice->options.size(); ++i) {
        const course::Option &option = choice->options[i];
        const QString id = toQt(option.id);
        const bool chosen = m_chosen.contains(id);
        OptionListModel::Mark mark = chosen ? OptionListModel::Chosen : OptionListModel::Plain;
        QString words;
        if (answered && chosen) {
            mark = option.right ? OptionListModel::Right : OptionListModel::NotRight;
            words = option.right ? tr("You chose this · right") : tr("You chose this · not right yet");
        } else if (answered && option.right && m_feedback != NotYet) {
            mark = OptionListModel::Right;
            words = tr("The right answer");
        } else if (answered) {
            mark = m_feedback == NotYet ? OptionListModel::Plain : OptionListModel::Closed;
        }
        const LocalizedText empty;
        const LocalizedText &feedback = answered && chosen ? option.feedback : empty;
        QStringList spoken{letterOf(i), languages.in(option.text),
                           chosen && !answered ? tr("chosen") : QString(), words};
        spoken.removeAll(QString());
        rows.push_back(
            {id,
             {id, letterOf(i), languages.in(option.text), languages.beside(option.text), chosen,
              static_cast<int>(mark), words, feedback.empty() ? QString() : languages.in(feedback),
              feedback.empty() ? QString() : languages.beside(feedback), spoken.join(QStringLiteral(", "))}});
    }
    m_options->setRows(rows);
}

void LessonSession::showOrder(const course::OrderBody &body)
{
    std::vector<ListRow> rows;
    const Reading languages = reading();
    QStringList order = m_chosen;
    if (m_feedback == NoTriesLeft && m_grade) { // the right one is shown
        order.clear();
        for (const std::string &id : m_grade->correct)
            order.append(toQt(id));
    }
    int place = 0;
    for (const QString &id : std::as_const(order)) {
        const auto item = std::find_if(body.items.begin(), body.items.end(),
                                       [&](const course::OrderItem &each) { return toQt(each.id) == id; });
        if (item == body.items.end())
            continue;
        ++place;
        OptionListModel::Mark mark = OptionListModel::Plain;
        QString words;
        const learning::Mark *given = markOf(m_grade, item->id);
        if (m_feedback == RightAnswer || m_feedback == NoTriesLeft) {
            mark = OptionListModel::Right;
        } else if (m_feedback == NotYet && given) {
            mark = given->right ? OptionListModel::Closed : OptionListModel::NotRight;
            words = given->right ? QString() : tr("not in its place yet");
        }
        //: Read aloud for an item to bring into order. %1 its place, %2 how many there are, %3 its text.
        const QString spoken =
            tr("%1 of %2, %3").arg(place).arg(body.items.size()).arg(languages.in(item->text));
        rows.push_back({id,
                        {id, QString::number(place), languages.in(item->text), languages.beside(item->text),
                         false, static_cast<int>(mark), words, QString(), QString(), spoken}});
    }
    m_options->setRows(rows);
}

void LessonSession::choose(const QString &optionId)
{
    if (m_feedback != NoFeedback || m_saved == Saving)
        return;
    const PageKind kind = pageKind();
    if (kind == Choice) {
        m_chosen = QStringList{optionId};
    } else if (kind == Multiple) {
        if (m_chosen.removeAll(optionId) == 0)
            m_chosen.append(optionId);
    } else {
        return;
    }
    showQuestion();
}

void LessonSession::moveItem(int from, int to)
{
    if (pageKind() != Order || m_feedback != NoFeedback || from < 0 || to < 0 || from >= m_chosen.size() ||
        to >= m_chosen.size() || from == to)
        return;
    m_chosen.move(from, to);
    m_options->moveRow(from, to); // the view follows the hand; then the places get their numbers
    showQuestion();
}

void LessonSession::tryAgain()
{
    if (m_feedback != NotYet)
        return;
    m_feedback = NoFeedback;
    m_grade.reset();
    if (pageKind() != Order)
        m_chosen.clear();
    m_onPage.restart();
    showQuestion();
}

void LessonSession::check()
{
    const course::Page *shown = page();
    if (!shown || !m_question.canCheck)
        return;
    std::vector<std::string> response;
    for (const QString &id : std::as_const(m_chosen))
        response.push_back(id.toStdString());
    setSaved(Saving);
    showQuestion();
    m_device->worker().run(
        this,
        [opened = *m_opened, page = shown->id, response,
         duration = std::chrono::milliseconds(m_onPage.elapsed())](Desk &desk) {
            return saveAnswer(desk, opened, page, response, duration);
        },
        [this, page = shown->id, generation = m_generation](const Result<AnswerSaved> &saved) {
            if (generation == m_generation && m_opened)
                answered(page, saved);
        });
}

void LessonSession::answered(const PageId &answeredPage, const Result<AnswerSaved> &saved)
{
    const bool here = page() && page()->id == answeredPage;
    if (!saved) { // what she chose stays on the screen; it is not shown as answered
        notSaved(saved.error(), [this] {
            m_question.canCheck = true;
            check();
        });
        showQuestion();
        return;
    }
    m_opened->progress = saved->progress;
    m_skipped.erase(answeredPage);
    setSaved(Saved);
    if (here) {
        m_grade = saved->recorded.grade;
        m_triesLeft = saved->recorded.question.triesLeft;
        m_feedback = saved->recorded.question.right    ? RightAnswer
                     : saved->recorded.question.closed ? NoTriesLeft
                                                       : NotYet;
        showQuestion();
    }
    showPages();
    m_device->recorded();
}

} // namespace kapok::viewmodels
