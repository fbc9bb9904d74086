// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/reader_view.h"

#include "ui/chip.h"
#include "ui/elided_label.h"
#include "ui/empty_state.h"
#include "ui/letter_line.h"
#include "ui/letter_view.h"
#include "ui/letter_words.h"
#include "ui/message_words.h"
#include "ui/priority_line.h"
#include "ui/reader_bar.h"
#include "ui/reader_foot.h"
#include "ui/skeleton.h"

#include <QDesktopServices>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace kith::ui {

namespace {

constexpr int skeletonDelay = 200;
constexpr int labelsShown = 4;
constexpr size_t linesAlwaysShown = 6;  // of earlier letters; more of them hide behind one line
constexpr size_t linesBeforeNewest = 3;

/// Grey shapes in place of a conversation.
class ReaderSkeleton : public QWidget {
public:
    ReaderSkeleton(const Theme& theme, QWidget* parent)
        : QWidget(parent)
        , m_theme(theme) {}

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        for (int i = 0; i < 4; ++i) {
            paintSkeletonRow(painter, m_theme, QRectF(-8, 24 + i * 56, width(), 56), i);
        }
    }

private:
    const Theme& m_theme;
};

}  // namespace

ReaderView::ReaderView(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_bar(new ReaderBar(theme, this))
    , m_foot(new ReaderFoot(theme, this))
    , m_pages(new QStackedWidget(this))
    , m_scroll(new QScrollArea(this))
    , m_skeleton(new ReaderSkeleton(theme, this))
    , m_empty(new EmptyState(theme, this)) {
    setObjectName(QStringLiteral("reader"));
    setAccessibleName(tr("Open conversation"));
    m_scroll->setObjectName(QStringLiteral("readerScroll"));
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_empty->setObjectName(QStringLiteral("readerEmpty"));
    m_empty->setContentsMargins(space::one, 0, space::one, 0);
    for (QWidget* page : {static_cast<QWidget*>(m_scroll), m_skeleton, static_cast<QWidget*>(m_empty)}) {
        m_pages->addWidget(page);
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(m_pages, 1);
    column->addWidget(m_foot);
    connect(m_bar, &ReaderBar::actionRequested, this, &ReaderView::actionRequested);
    connect(m_bar, &ReaderBar::labelRequested, this, &ReaderView::labelRequested);
    connect(m_bar, &ReaderBar::moveRequested, this, &ReaderView::moveRequested);
    connect(m_bar, &ReaderBar::nextRequested, this, &ReaderView::nextRequested);
    connect(m_bar, &ReaderBar::previousRequested, this, &ReaderView::previousRequested);
    connect(m_foot, &ReaderFoot::actionRequested, this, &ReaderView::actionRequested);
    connect(m_foot, &ReaderFoot::replyRequested, this, &ReaderView::replyRequested);
    connect(m_empty, &EmptyState::acted, this, &ReaderView::retryRequested);
    // a page that was just built takes its height later; then the lit words move
    connect(m_scroll->verticalScrollBar(), &QScrollBar::rangeChanged, this, &ReaderView::scrollToLit);
    m_waiting.setSingleShot(true);
    m_waiting.setInterval(skeletonDelay);
    connect(&m_waiting, &QTimer::timeout, this, [this] { showPage(m_skeleton, false); });
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    showNothing();
}

QDate ReaderView::today() const {
    return m_today.isValid() ? m_today : QDate::currentDate();
}

void ReaderView::setToday(QDate today) {
    m_today = today;
}

void ReaderView::setOwners(const QStringList& addresses) {
    m_owners.clear();
    for (const QString& address : addresses) {
        m_owners << addressKey(address);
    }
}

void ReaderView::showPage(QWidget* page, bool withFoot) {
    m_waiting.stop();
    m_pages->setCurrentWidget(page);
    m_foot->setVisible(withFoot);
    m_bar->setOpen(withFoot);
}

void ReaderView::showLoading() {
    m_waiting.start();
}

void ReaderView::showNothing() {
    m_conversation = {};
    m_bar->showPlace(0, 0);
    m_empty->say(tr("Choose a conversation to read it."), {});
    showPage(m_empty, false);
}

void ReaderView::showError(const QString& sentence, const QString& hint) {
    m_conversation = {};
    m_empty->say(sentence, hint.isEmpty() ? tr("Try again") : hint);
    showPage(m_empty, false);
}

void ReaderView::showConversation(const service::Conversation& conversation, int position, int of) {
    m_conversation = conversation;
    for (const service::LetterView& letter : conversation.letters) {
        if (letter.message.fromOwner && !m_owners.contains(addressKey(letter.message.from.address))) {
            m_owners << addressKey(letter.message.from.address);
        }
    }
    buildContent();
    showPage(m_scroll, true);
    m_bar->showPlace(position, of);
    m_bar->showStarred(conversation.row.starred);
    m_foot->showFor(!conversation.letters.empty() && conversation.letters.back().aimedAtAssistant);
    m_scroll->verticalScrollBar()->setValue(0);
}

void ReaderView::buildContent() {
    m_lit = nullptr;
    m_slots.assign(m_conversation.letters.size(), {});
    m_places.clear();
    m_whyAnchor = nullptr;
    m_content = new QWidget;
    m_content->setObjectName(QStringLiteral("conversation"));
    m_content->setAutoFillBackground(false);
    auto* column = new QVBoxLayout(m_content);
    column->setContentsMargins(space::pane, space::two, space::pane, space::pane);
    column->setSpacing(0);
    buildHead(*column);
    buildLetters(*column);
    column->addStretch();
    m_scroll->setWidget(m_content);  // the one before goes
    m_content->setAutoFillBackground(false);
}

void ReaderView::buildHead(QVBoxLayout& column) {
    auto* title = new TextLabel(m_theme, m_content, TextStyle::Heading);
    title->setObjectName(QStringLiteral("conversationTitle"));
    title->setText(m_conversation.subject.isEmpty() ? tr("(no subject)") : m_conversation.subject);
    title->setWordWrap(true);
    title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column.addWidget(title);
    column.addSpacing(space::half);
    if (m_conversation.decision || m_conversation.row.decided) {
        auto* line = new PriorityLine(m_theme, m_content);
        line->showRow(m_conversation.row, m_conversation.decision);
        connect(line, &PriorityLine::whyRequested, this, &ReaderView::whyRequested);
        m_whyAnchor = line->anchor();
        column.addWidget(line);
    }
    addLabels(column);
    column.addSpacing(space::one);
}

/// The user's labels as chips; the mark above says what a Priority label says.
void ReaderView::addLabels(QVBoxLayout& column) {
    auto* row = new QHBoxLayout;
    row->setContentsMargins(0, space::half, 0, 0);
    row->setSpacing(space::half);
    QStringList more;
    for (const QString& name : m_conversation.labels) {
        if (name.startsWith(QLatin1String("Priority/"))) {
            continue;
        }
        if (row->count() >= labelsShown) {
            more << name;
            continue;
        }
        auto* chip = new ChipLabel(m_theme, m_content);
        chip->setObjectName(QStringLiteral("labelChip"));
        chip->setFace({QStringLiteral("tag"), name});
        chip->setAccessibleName(tr("Label %1").arg(name));
        row->addWidget(chip);
    }
    if (!more.isEmpty()) {
        auto* rest = new TextLabel(m_theme, m_content, TextStyle::Caption, Role::Text3);
        rest->setText(tr("+%n more", nullptr, static_cast<int>(more.size())));
        rest->setToolTip(more.join(QStringLiteral(", ")));
        row->addWidget(rest);
    }
    row->addStretch();
    column.addLayout(row);
}

void ReaderView::buildLetters(QVBoxLayout& column) {
    const size_t count = m_conversation.letters.size();
    const bool warned = count == 1 && m_conversation.letters.back().aimedAtAssistant;
    if (!warned) {
        column.addWidget(new Hairline(m_theme, m_content));
    }
    for (size_t i = 0; i < count; ++i) {
        auto* place = new QVBoxLayout;
        place->setSpacing(0);
        m_places.push_back(place);
        column.addLayout(place);
        if (i + 1 < count) {
            m_slots[i].line = makeLine(i);
            place->addWidget(m_slots[i].line);
        }
    }
    if (count > linesAlwaysShown + 1) {
        hideMiddle(column);
    }
    if (count > 0) {
        column.insertSpacing(column.indexOf(m_places.back()), warned ? space::half : space::two);
        unfold(count - 1);
    }
}

void ReaderView::hideMiddle(QVBoxLayout& column) {
    const size_t end = m_slots.size() - 1 - linesBeforeNewest;
    for (size_t i = 1; i < end; ++i) {
        m_slots[i].line->hide();
    }
    auto* more = new FoldLine(m_theme, tr("%n earlier messages", nullptr, static_cast<int>(end) - 1), m_content);
    more->setObjectName(QStringLiteral("showEarlier"));
    connect(more, &QAbstractButton::clicked, this, [this, more, end] {
        more->hide();
        for (size_t i = 1; i < end; ++i) {
            m_slots[i].line->setVisible(m_slots[i].view == nullptr || m_slots[i].view->isHidden());
        }
    });
    auto* row = new QVBoxLayout;
    row->setContentsMargins(0, space::one, 0, space::one);
    row->addWidget(more, 0, Qt::AlignLeft);
    column.insertLayout(column.indexOf(m_places[1]), row);
}

QWidget* ReaderView::makeLine(size_t index) {
    const Message& message = m_conversation.letters[index].message;
    auto* line = new LetterLine(m_theme,
                                {LetterWords::person(message.from), LetterWords::author(message), message.snippet,
                                 MessageWords::time(message.date, today())},
                                m_content);
    connect(line, &QAbstractButton::clicked, this, [this, index] { unfold(index); });
    return line;
}

LetterView* ReaderView::makeView(size_t index) {
    const service::LetterView& letter = m_conversation.letters[index];
    auto* view = new LetterView(m_theme, m_content);
    connectLetter(*view, letter.message.id);
    connect(
        view, &LetterView::foldRequested, this, [this, index] { fold(index); }, Qt::QueuedConnection);
    view->showLetter(letter, {m_conversation.decision, m_owners, today()});
    const bool newest = index + 1 == m_slots.size();
    view->setContentsMargins(0, newest ? 0 : space::two, 0, newest ? 0 : space::pane);
    m_places[index]->addWidget(view);
    return view;
}

LetterView* ReaderView::unfold(size_t index) {
    Slot& slot = m_slots[index];
    if (slot.view == nullptr) {
        slot.view = makeView(index);
    }
    if (slot.line != nullptr) {
        slot.line->hide();
    }
    slot.view->show();
    return slot.view;
}

void ReaderView::fold(size_t index) {
    if (index >= m_slots.size() || m_slots[index].view == nullptr) {
        return;
    }
    Slot& slot = m_slots[index];
    slot.view->hide();
    if (slot.line == nullptr) {
        slot.line = makeLine(index);
        m_places[index]->addWidget(slot.line);
    }
    slot.line->show();
    slot.line->setFocus(Qt::OtherFocusReason);
}

void ReaderView::connectLetter(LetterView& view, MessageId message) {
    connect(&view, &LetterView::showRemoteOnce, this, [this, message] { Q_EMIT showRemoteOnce(message); });
    connect(&view, &LetterView::alwaysShowFor, this, &ReaderView::alwaysShowFor);
    connect(&view, &LetterView::openAttachment, this,
            [this, message](int part, const QString& name) { Q_EMIT openAttachment(message, part, name); });
    connect(&view, &LetterView::saveAttachment, this,
            [this, message](int part, const QString& name) { Q_EMIT saveAttachment(message, part, name); });
    connect(&view, &LetterView::inlineImageWanted, this,
            [this, message](int part) { Q_EMIT inlineImageWanted(message, part); });
    connect(&view, &LetterView::senderActivated, this, &ReaderView::senderActivated);
    connect(&view, &LetterView::linkActivated, this, &ReaderView::openLink);
    connect(&view, &LetterView::spamReported, this, [this] { Q_EMIT actionRequested(service::MailAction::Spam); });
}

void ReaderView::openLink(const QUrl& target) {
    static const QStringList schemes{QStringLiteral("http"), QStringLiteral("https"), QStringLiteral("mailto")};
    if (schemes.contains(target.scheme())) {
        QDesktopServices::openUrl(target);
    }
}

bool ReaderView::highlight(MessageId message, int start, int end) {
    for (size_t i = 0; i < m_slots.size(); ++i) {
        if (m_conversation.letters[i].message.id != message) {
            continue;
        }
        highlightNothing();
        LetterView* view = unfold(i);
        if (!view->light(start, end)) {
            return false;
        }
        m_lit = view;
        scrollToLit();
        return true;
    }
    return false;
}

void ReaderView::scrollToLit() {
    if (m_lit == nullptr) {
        return;
    }
    const QRect words = m_lit->litBox();
    const QPoint middle = m_lit->mapTo(m_content, words.center());
    m_scroll->ensureVisible(middle.x(), middle.y(), 0, words.height() / 2 + space::screen);
}

void ReaderView::highlightNothing() {
    m_lit = nullptr;
    for (const Slot& slot : m_slots) {
        if (slot.view != nullptr) {
            slot.view->lightNothing();
        }
    }
}

void ReaderView::setInlineImage(MessageId message, int part, const QByteArray& bytes) {
    for (const Slot& slot : m_slots) {
        if (slot.view != nullptr && slot.view->message() == message) {
            slot.view->setInlineImage(part, bytes);
        }
    }
}

void ReaderView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.colour(Role::Base));
}

}  // namespace kith::ui
