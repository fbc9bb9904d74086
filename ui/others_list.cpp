// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/others_list.h"

#include "ui/priority_mark.h"

#include <QDateTime>
#include <QKeyEvent>
#include <QLocale>

#include <algorithm>

namespace kith::ui {

namespace {

constexpr int othersInSight = 5;
constexpr int othersThread = Qt::UserRole;

}  // namespace

OthersList::OthersList(const Theme& theme, QWidget* parent)
    : QListWidget(parent)
    , m_theme(theme) {
    setObjectName(QStringLiteral("whyOthersList"));
    setFrameShape(QFrame::NoFrame);
    setFont(theme.font(TextStyle::Caption));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTextElideMode(Qt::ElideRight);
    setUniformItemSizes(true);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(this, &QListWidget::itemActivated, this,
            [this](const QListWidgetItem* item) { Q_EMIT opened(ThreadId{item->data(othersThread).toLongLong()}); });
}

void OthersList::show(const std::vector<service::PastMessage>& messages, int inAll) {
    clear();
    for (const service::PastMessage& message : messages) {
        const QString day =
            QLocale().toString(QDateTime::fromMSecsSinceEpoch(message.date.count()).date(), QLocale::ShortFormat);
        const QString done = message.answered ? tr("answered") : tr("not answered");
        auto* item = new QListWidgetItem(tr("%1 · %2 · %3").arg(day, message.subject, done), this);
        item->setData(othersThread, message.thread.value);
        item->setToolTip(tr("%1, from %2").arg(message.subject, message.sender));
        item->setData(Qt::AccessibleTextRole, tr("%1 from %2, %3, %4").arg(message.subject, message.sender, day, done));
    }
    const int shown = static_cast<int>(messages.size());
    setAccessibleName(shown < inAll ? tr("The newest %1 of %2 past messages treated otherwise").arg(shown).arg(inAll)
                                    : tr("Past messages treated otherwise"));
    if (count() > 0) {
        setCurrentRow(0);
    }
    updateGeometry();
}

void OthersList::keyPressEvent(QKeyEvent* event) {
    QListWidget::keyPressEvent(event);
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        event->accept();  // a view passes on what it opened by, and the popover would save
    }
}

QSize OthersList::sizeHint() const {
    return {200, std::clamp(count(), 1, othersInSight) * m_theme.scaled(24) + 4};
}

}  // namespace kith::ui
