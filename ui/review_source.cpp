// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/review_source.h"

#include "core/base/text.h"
#include "ui/avatar.h"
#include "ui/message_words.h"
#include "ui/pane.h"
#include "ui/review_text.h"
#include "ui/review_words.h"
#include "ui/text_label.h"
#include "ui/text_paint.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QScrollBar>
#include <QVBoxLayout>

namespace kith::ui {

/// Name and address in one line, recipients below, both cut where there is no room.
class ReviewSource::Person : public QWidget {
public:
    Person(const Theme& theme, QWidget* parent)
        : QWidget(parent)
        , m_theme(theme) {
        setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    }
    void setWords(const Address& sender, const QString& below) {
        m_name = sender.name.isEmpty() ? sender.address : sender.name;
        m_address = sender.name.isEmpty() ? QString() : sender.address;
        m_below = below;
        setAccessibleName(QStringList{m_name, m_address, m_below}.join(QStringLiteral(", ")));
        update();
    }
    QSize sizeHint() const override { return {200, m_theme.scaled(40)}; }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        const double line = m_theme.lineHeight(TextStyle::Body);
        const double caption = m_theme.lineHeight(TextStyle::Caption);
        const double top = (height() - line - caption) / 2;
        const double used =
            paintLine(painter, m_theme, QRectF(0, top, width(), line), m_name, TextStyle::BodyStrong, Role::Text);
        paintLine(painter, m_theme, QRectF(used + 4, top, width() - used - 4, line), m_address, TextStyle::Body,
                  Role::Text3);
        paintLine(painter, m_theme, QRectF(0, top + line, width(), caption), m_below, TextStyle::Caption, Role::Text3);
    }

private:
    const Theme& m_theme;
    QString m_name;
    QString m_address;
    QString m_below;
};

/// An icon and a sentence; away while it has nothing to say.
class ReviewSource::Note : public QWidget {
public:
    Note(const Theme& theme, const QString& icon, Role role, QWidget* parent)
        : QWidget(parent)
        , m_theme(theme)
        , m_icon(icon)
        , m_role(role)
        , m_words(new TextLabel(theme, this, TextStyle::Body, Role::Text2)) {
        m_words->setWordWrap(true);
        auto* row = new QHBoxLayout(this);
        row->setContentsMargins(24, 0, 0, 0);
        row->addWidget(m_words);
        say({});
    }
    void say(const QString& words) {
        m_words->setText(words);
        setVisible(!words.isEmpty());
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        paintIcon(painter, m_theme, QRectF(0, 0, 16, m_theme.lineHeight(TextStyle::Body)), m_icon, m_role, 16);
    }

private:
    const Theme& m_theme;
    QString m_icon;
    Role m_role;
    TextLabel* m_words;
};

ReviewSource::ReviewSource(const Theme& theme, QWidget* parent)
    : QScrollArea(parent)
    , m_theme(theme) {
    setObjectName(QStringLiteral("reviewSource"));
    setAccessibleName(tr("What Kith read"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setWidget(buildColumn());
    connect(&theme, &Theme::changed, this, &ReviewSource::showText);
}

QWidget* ReviewSource::buildColumn() {
    auto* column = new Pane(m_theme, Role::List, this);
    auto* title = new TextLabel(m_theme, column, TextStyle::CaptionStrong, Role::Text3);
    title->setText(tr("What Kith read"));
    m_subject = new TextLabel(m_theme, column, TextStyle::LeadStrong);
    m_subject->setObjectName(QStringLiteral("reviewSubject"));
    m_subject->setWordWrap(true);
    m_avatar = new Avatar(m_theme, column);
    m_person = new Person(m_theme, column);
    m_time = new TextLabel(m_theme, column, TextStyle::Caption, Role::Text3);
    m_text = new QLabel(column);
    m_text->setObjectName(QStringLiteral("reviewText"));
    m_text->setTextFormat(Qt::RichText);
    m_text->setWordWrap(true);
    m_text->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_cut = new Note(m_theme, QStringLiteral("ellipsis"), Role::Text3, column);
    m_warning = new Note(m_theme, QStringLiteral("shield-alert"), Role::Warn, column);
    m_history = new Note(m_theme, QStringLiteral("search"), Role::Text3, column);
    m_history->setObjectName(QStringLiteral("reviewHistory"));
    auto* hair = new Pane(m_theme, Role::Line, column);
    hair->setFixedHeight(1);

    auto* person = new QHBoxLayout;
    person->setSpacing(12);
    person->addWidget(m_avatar);
    person->addWidget(m_person, 1);
    person->addWidget(m_time);
    auto* layout = new QVBoxLayout(column);
    layout->setContentsMargins(space::screen, space::pane, 40, space::pane);
    layout->setSpacing(0);
    layout->addWidget(title);
    layout->addSpacing(12);
    layout->addWidget(m_subject);
    layout->addSpacing(space::one);
    layout->addLayout(person);
    layout->addSpacing(space::two);
    layout->addWidget(m_text);
    layout->addWidget(m_cut);
    layout->addSpacing(space::pane);
    layout->addWidget(hair);
    layout->addSpacing(space::two);
    layout->addWidget(m_warning);
    layout->addSpacing(space::half);
    layout->addWidget(m_history);
    layout->addStretch();
    return column;
}

void ReviewSource::setItem(const ReviewItem& item) {
    const bool same = m_item.conversation.thread == item.conversation.thread;
    m_item = item;
    const InboxRow& row = item.conversation.row;
    const service::LetterView* letter = askedLetter(item.conversation);
    m_subject->setText(item.conversation.subject.isEmpty() ? tr("(no subject)") : item.conversation.subject);
    m_avatar->setPerson(row.sender.name.isEmpty() ? row.sender.address : row.sender.name);
    m_person->setWords(row.sender, ReviewWords::recipients(item));
    m_time->setText(MessageWords::time(letter ? letter->message.date : row.date, item.today));
    m_history->say(ReviewWords::history(item));
    m_warning->say(letter && letter->aimedAtAssistant
                       ? tr("This message gives orders to an assistant. Kith obeyed none of them.")
                       : QString());
    showText();
    if (!same) {
        verticalScrollBar()->setValue(0);
    }
}

void ReviewSource::showText() {
    m_text->setFont(m_theme.font(TextStyle::Lead));
    QPalette colours = m_text->palette();
    colours.setColor(QPalette::WindowText, m_theme.colour(Role::Text));
    m_text->setPalette(colours);
    const service::LetterView* letter = askedLetter(m_item.conversation);
    if (!letter) {
        m_text->setText({});
        return;
    }
    const ReviewText text = reviewText(
        *letter, m_item.conversation.decision,
        {m_theme.colour(Role::Mark).name(), m_theme.colour(Role::MarkText).name(), m_theme.colour(Role::Text2).name()});
    m_text->setText(text.html);
    m_text->setAccessibleName(text::elided(letter->text, 4000));
    m_cut->say(text.shortened ? tr("The rest of this long mail is in the inbox.") : QString());
}

void ReviewSource::scrollBy(int pixels) {
    verticalScrollBar()->setValue(verticalScrollBar()->value() + pixels);
}

}  // namespace kith::ui
