// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/reader_foot.h"

#include "ui/buttons.h"
#include "ui/text_label.h"

#include <QHBoxLayout>
#include <QPainter>

#include <array>

namespace kith::ui {

namespace {

constexpr int footHeight = 56;

}  // namespace

ReaderFoot::ReaderFoot(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme) {
    setObjectName(QStringLiteral("readerFoot"));
    m_row = new QHBoxLayout(this);
    m_row->setContentsMargins(space::pane, 1, space::pane, 0);
    m_row->setSpacing(space::one);
    m_reply = addButton("reply", tr("Reply"), "reply", "R");
    m_replyAll = addButton("replyAll", tr("All"), "reply-all", "A");
    m_replyAll->setKind(ButtonKind::Flat);
    m_replyAll->setAccessibleName(tr("Reply to all"));
    m_spam = addButton("spam", tr("Spam"), "shield-alert", "!");
    m_archive = addButton("archiveNow", tr("Archive"), "archive", "E");
    m_replyOff = new TextLabel(theme, this, TextStyle::Body, Role::Text3);
    m_replyOff->setText(tr("Replying is off"));
    for (QWidget* part :
         {static_cast<QWidget*>(m_reply), static_cast<QWidget*>(m_replyAll), static_cast<QWidget*>(m_spam)}) {
        m_row->addWidget(part);
    }
    m_row->addStretch();
    m_row->addWidget(m_replyOff);
    connect(m_reply, &QAbstractButton::clicked, this, [this] { Q_EMIT replyRequested(false); });
    connect(m_replyAll, &QAbstractButton::clicked, this, [this] { Q_EMIT replyRequested(true); });
    connect(m_spam, &QAbstractButton::clicked, this, [this] { Q_EMIT actionRequested(service::MailAction::Spam); });
    connect(m_archive, &QAbstractButton::clicked, this,
            [this] { Q_EMIT actionRequested(service::MailAction::Archive); });
    showFor(false);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

Button* ReaderFoot::addButton(const char* objectName, const QString& text, const char* icon, const char* keys) {
    auto* button = new Button(m_theme, this);
    button->setObjectName(QLatin1String(objectName));
    button->setText(text);
    button->setIconName(QLatin1String(icon));
    button->setKeys(QKeySequence(QLatin1String(keys)));
    return button;
}

void ReaderFoot::showFor(bool aimedAtAssistant) {
    const std::array<QWidget*, 2> usual{m_reply, m_replyAll};
    const std::array<QWidget*, 2> guarded{m_spam, m_replyOff};
    for (QWidget* part : aimedAtAssistant ? usual : guarded) {
        part->hide();  // first, so that the bar is never wide enough for all of them
    }
    for (QWidget* part : aimedAtAssistant ? guarded : usual) {
        part->show();
    }
    m_row->removeWidget(m_archive);
    m_row->insertWidget(aimedAtAssistant ? m_row->indexOf(m_spam) + 1 : m_row->count(), m_archive);
}

QSize ReaderFoot::sizeHint() const {
    return {360, m_theme.scaled(footHeight)};
}

void ReaderFoot::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(QRect(0, 0, width(), 1), m_theme.colour(Role::Line));
}

}  // namespace kith::ui
