// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/outbox_list.h"

#include "ui/buttons.h"
#include "ui/elided_label.h"
#include "ui/icon_label.h"
#include "ui/outbox_words.h"
#include "ui/paragraph.h"
#include "ui/sync_words.h"
#include "ui/text_label.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace kith::ui {

namespace {

int outboxRank(OutboxState state) {
    switch (state) {
    case OutboxState::Refused:
        return 0;
    case OutboxState::Sending:
        return 1;
    case OutboxState::Pending:
        return 2;
    default:
        return 3;
    }
}

QString fingerprint(const std::vector<OutboxEntry>& entries) {
    QStringList parts;
    for (const OutboxEntry& entry : entries) {
        parts << QStringLiteral("%1 %2 %3 %4 %5")
                     .arg(entry.id)
                     .arg(static_cast<int>(entry.state))
                     .arg(entry.attempts)
                     .arg(entry.nextAttempt.count())
                     .arg(entry.add.size() * 100 + entry.remove.size());
    }
    return parts.join(QLatin1Char('\n'));
}

}  // namespace

OutboxList::OutboxList(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_summary(new TextLabel(theme, this, TextStyle::Body, Role::Text2))
    , m_rows(new QVBoxLayout) {
    setObjectName(QStringLiteral("outboxList"));
    m_summary->setObjectName(QStringLiteral("outboxSummary"));
    m_summary->setWordWrap(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::one);
    column->addWidget(m_summary);
    column->addLayout(m_rows);
    m_rows->setSpacing(0);
}

void OutboxList::show(const std::vector<OutboxEntry>& entries, const QDateTime& now) {
    const auto count = [&entries](int rank) {
        return static_cast<int>(std::count_if(entries.begin(), entries.end(), [rank](const OutboxEntry& entry) {
            return outboxRank(entry.state) == rank;
        }));
    };
    QStringList summary;
    if (const int refused = count(0); refused > 0) {
        summary << tr("%n refused", nullptr, refused);
    }
    if (const int waiting = count(1) + count(2); waiting > 0) {
        summary << tr("%n waiting", nullptr, waiting);
    }
    m_summary->setText(entries.empty()
                           ? tr("Nothing waits. What you do to mail of an account goes out from here, in order.")
                       : summary.isEmpty() ? tr("Everything went out.")
                                           : summary.join(QStringLiteral(" · ")));
    const QString shown = fingerprint(entries);
    if (shown == m_shown) {
        return;
    }
    m_shown = shown;
    while (QLayoutItem* item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    std::vector<OutboxEntry> ordered = entries;
    std::stable_sort(ordered.begin(), ordered.end(), [](const OutboxEntry& a, const OutboxEntry& b) {
        return outboxRank(a.state) < outboxRank(b.state);
    });
    ordered.resize(std::min(ordered.size(), rowsShown));
    for (const OutboxEntry& entry : ordered) {
        m_rows->addWidget(new Hairline(m_theme, this));
        m_rows->addWidget(makeRow(entry, now));
    }
}

QWidget* OutboxList::makeRow(const OutboxEntry& entry, const QDateTime& now) {
    auto* row = new QWidget(this);
    row->setObjectName(QStringLiteral("outboxRow%1").arg(entry.id));
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 10, 0, 10);
    line->setSpacing(12);
    auto* sign = new IconLabel(m_theme, row);
    sign->setFixedHeight(m_theme.lineHeight(TextStyle::Body));
    sign->setFace(OutboxWords::icon(entry.state), OutboxWords::role(entry.state));
    line->addWidget(sign, 0, Qt::AlignTop);
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    auto* subject = new ElidedLabel(m_theme, row, TextStyle::BodyMedium);
    subject->setText(entry.subject.isEmpty() ? tr("(no subject)") : entry.subject);
    auto* deed =
        new Paragraph(m_theme, row, TextStyle::Caption, entry.state == OutboxState::Refused ? Role::Bad : Role::Text2);
    deed->setObjectName(QStringLiteral("outboxDeed"));
    deed->setText(QStringLiteral("%1 · %2").arg(OutboxWords::deed(entry), OutboxWords::state(entry, now)));
    words->addWidget(subject);
    words->addWidget(deed);
    line->addLayout(words, 1);
    if (entry.state == OutboxState::Refused) {
        auto* retry = new Button(m_theme, row, ButtonKind::Link);
        retry->setObjectName(QStringLiteral("outboxRetry"));
        retry->setText(tr("Try again"));
        retry->setAccessibleName(tr("Try again: %1").arg(entry.subject));
        connect(retry, &QAbstractButton::clicked, this, [this, id = entry.id] { Q_EMIT retryAsked(id); });
        line->addWidget(retry, 0, Qt::AlignTop);
    }
    auto* when = new TextLabel(m_theme, row, TextStyle::Caption, Role::Text3);
    when->setText(SyncWords::clock(entry.at, now));
    when->setMinimumHeight(m_theme.lineHeight(TextStyle::Body));
    line->addWidget(when, 0, Qt::AlignTop);
    row->setAccessibleName(QStringLiteral("%1. %2").arg(subject->text(), deed->text()));
    return row;
}

}  // namespace kith::ui
