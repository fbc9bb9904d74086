// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/start_page.h"

#include "ui/app_mark.h"
#include "ui/buttons.h"
#include "ui/key_cap.h"
#include "ui/start_choice.h"
#include "ui/text_label.h"
#include "ui/text_paint.h"

#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>
#include <QUrl>
#include <QVBoxLayout>

namespace kith::ui {

namespace {

constexpr int columnWidth = 760;

/// Something painted of a fixed size, that a screen reader passes over.
class StartPicture : public QWidget {
public:
    StartPicture(QWidget* parent, const Theme& theme, int size, std::function<void(QPainter&, QRectF)> paint)
        : QWidget(parent)
        , m_paint(std::move(paint)) {
        setFixedSize(size, size);
        connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        m_paint(painter, QRectF(rect()));
    }

private:
    std::function<void(QPainter&, QRectF)> m_paint;
};

QStringList localFiles(const QMimeData& data) {
    QStringList paths;
    for (const QUrl& url : data.urls()) {
        if (url.isLocalFile()) {
            paths << url.toLocalFile();
        }
    }
    return paths;
}

}  // namespace

StartPage::StartPage(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_greeting(new TextLabel(theme, this, TextStyle::Display))
    , m_language(new Button(theme, this, ButtonKind::Quiet))
    , m_colours(new Button(theme, this, ButtonKind::Quiet)) {
    setObjectName(QStringLiteral("startPage"));
    setAcceptDrops(true);
    build();
    greet(DayTime::Morning);
    setFooter(tr("English"), tr("Follows the system’s colours"));
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void StartPage::build() {
    auto* page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 18);
    page->setSpacing(0);
    page->addSpacerItem(new QSpacerItem(0, 112, QSizePolicy::Minimum, QSizePolicy::Preferred));
    auto* middle = new QHBoxLayout;
    middle->addStretch(1);
    middle->addWidget(buildColumn(), 100);
    middle->addStretch(1);
    page->addLayout(middle);
    page->addStretch(1);
    page->addWidget(buildFooter());
}

QWidget* StartPage::buildColumn() {
    auto* holder = new QWidget(this);
    holder->setMaximumWidth(columnWidth + 2 * (space::pane + space::half));
    auto* column = new QVBoxLayout(holder);
    column->setContentsMargins(space::half, 0, space::half, 0);
    column->setSpacing(0);
    auto* head = new QVBoxLayout;
    head->setContentsMargins(space::pane, 0, space::pane, 0);
    head->setSpacing(0);
    head->addWidget(new StartPicture(holder, m_theme, 56,
                                     [this](QPainter& painter, QRectF box) { paintAppMark(painter, m_theme, box); }));
    head->addSpacing(space::pane + space::half);
    head->addWidget(m_greeting);
    head->addSpacing(space::half);
    auto* lead = new TextLabel(m_theme, holder, TextStyle::Lead, Role::Text2);
    lead->setText(tr("The few messages that matter on top, the person behind each beside them."));
    head->addWidget(lead);
    column->addLayout(head);
    column->addSpacing(40);
    buildChoices();
    for (size_t i = 0; i < m_choices.size(); ++i) {
        m_choices[i]->setParent(holder);
        column->addWidget(m_choices[i]);
        column->addSpacing(i == 0 ? space::one : 1);
    }
    column->addSpacing(39);
    column->addWidget(buildPromise());
    return holder;
}

void StartPage::buildChoices() {
    const ChoiceFace faces[] = {
        {QStringLiteral("compass"), tr("Explore the sample workspace"),
         tr("120 invented messages from 30 people. One click removes it all."), tr("5 seconds"), QStringLiteral("1")},
        {QStringLiteral("hard-drive"), tr("Open my mail file"),
         tr("Drop an mbox, Takeout zip, Maildir, .eml or contacts .csv anywhere here."), tr("1 minute"),
         QStringLiteral("2")},
        {QStringLiteral("mail"), tr("Connect Gmail"),
         tr("Signs in with your browser to read, label and draft; sending stays off until you allow it."),
         tr("2 minutes"), QStringLiteral("3")},
    };
    for (size_t i = 0; i < m_choices.size(); ++i) {
        m_choices[i] = new StartChoice(m_theme, this, faces[i]);
        m_choices[i]->setObjectName(QStringLiteral("startChoice%1").arg(i + 1));
    }
    connect(m_choices[0], &QAbstractButton::clicked, this, &StartPage::chooseSample);
    connect(m_choices[1], &QAbstractButton::clicked, this, [this] { Q_EMIT chooseMailFile({}); });
    connect(m_choices[2], &QAbstractButton::clicked, this, &StartPage::connectGmail);
}

QWidget* StartPage::buildPromise() {
    auto* promise = new QWidget(this);
    auto* row = new QHBoxLayout(promise);
    row->setContentsMargins(space::pane, 0, space::pane, 0);
    row->setSpacing(space::one);
    row->addWidget(new StartPicture(promise, m_theme, 16, [this](QPainter& painter, QRectF box) {
        paintIcon(painter, m_theme, box, QStringLiteral("shield-check"), Role::Ok, 16);
    }));
    auto* words = new TextLabel(m_theme, promise, TextStyle::Body, Role::Text2);
    words->setWordWrap(true);
    words->setText(tr("Nothing leaves this computer until you choose 3 or enter a model key. No account needed."));
    row->addWidget(words, 1);
    return promise;
}

QWidget* StartPage::buildFooter() {
    auto* footer = new QWidget(this);
    auto* row = new QHBoxLayout(footer);
    row->setContentsMargins(space::pane, 0, space::screen, 0);
    row->setSpacing(space::one);
    for (Button* button : {m_language, m_colours}) {
        button->setParent(footer);
        row->addWidget(button);
    }
    m_language->setIconName(QStringLiteral("globe"));
    m_language->setObjectName(QStringLiteral("language"));
    m_colours->setIconName(QStringLiteral("monitor"));
    m_colours->setObjectName(QStringLiteral("colours"));
    row->addStretch(1);
    auto* other = new Button(m_theme, footer, ButtonKind::Link);
    other->setObjectName(QStringLiteral("openAnotherWorkspace"));
    other->setText(tr("Open another workspace"));
    auto* help = new Button(m_theme, footer, ButtonKind::Link);
    help->setObjectName(QStringLiteral("help"));
    help->setText(tr("Help"));
    auto* key = new KeyCap(m_theme, footer);
    key->setKeys(QKeySequence(Qt::Key_Question));
    row->addWidget(other);
    row->addSpacing(space::two);
    row->addWidget(help);
    row->addSpacing(space::two);
    row->addWidget(key);
    connect(m_language, &QAbstractButton::clicked, this, &StartPage::chooseLanguage);
    connect(m_colours, &QAbstractButton::clicked, this, &StartPage::chooseColours);
    connect(other, &QAbstractButton::clicked, this, &StartPage::openAnotherWorkspace);
    connect(help, &QAbstractButton::clicked, this, &StartPage::helpAsked);
    return footer;
}

void StartPage::greet(DayTime time) {
    m_greeting->setText(time == DayTime::Morning     ? tr("Good morning. Where do we begin?")
                        : time == DayTime::Afternoon ? tr("Good afternoon. Where do we begin?")
                                                     : tr("Good evening. Where do we begin?"));
    setAccessibleName(m_greeting->text());
}

void StartPage::setFooter(const QString& language, const QString& colours) {
    m_language->setText(language);
    m_language->setAccessibleName(tr("Language: %1").arg(language));
    m_colours->setText(colours);
    m_colours->setAccessibleName(tr("Colours: %1").arg(colours));
}

void StartPage::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.colour(Role::Base));
    const QPoint left = m_choices[1]->mapTo(this, QPoint(space::pane, m_choices[1]->height()));
    painter.fillRect(QRect(left.x(), left.y(), m_choices[1]->width() - 2 * space::pane, 1), m_theme.colour(Role::Line));
    if (m_taking) {
        painter.setPen(QPen(m_theme.colour(Role::Accent), 2));
        painter.drawRect(rect().adjusted(3, 3, -3, -3));
    }
}

void StartPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    m_choices[0]->setFocus(Qt::OtherFocusReason);
}

void StartPage::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_1:
        m_choices[0]->click();
        break;
    case Qt::Key_2:
        m_choices[1]->click();
        break;
    case Qt::Key_3:
        m_choices[2]->click();
        break;
    case Qt::Key_Question:
        Q_EMIT helpAsked();
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void StartPage::setTaking(bool taking) {
    m_taking = taking;
    update();
}

void StartPage::dragEnterEvent(QDragEnterEvent* event) {
    if (!localFiles(*event->mimeData()).isEmpty()) {
        event->acceptProposedAction();
        setTaking(true);
    }
}

void StartPage::dragLeaveEvent(QDragLeaveEvent*) {
    setTaking(false);
}

void StartPage::dropEvent(QDropEvent* event) {
    setTaking(false);
    const QStringList paths = localFiles(*event->mimeData());
    event->acceptProposedAction();
    for (const QString& path : paths) {
        Q_EMIT chooseMailFile(path);
    }
}

}  // namespace kith::ui
