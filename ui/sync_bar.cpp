// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/sync_bar.h"

#include "ui/buttons.h"
#include "ui/sync_words.h"

#include <algorithm>

namespace kith::ui {

SyncBar::SyncBar(const Theme& theme, QWidget* parent)
    : WorkBar(theme, parent, QStringLiteral("syncSentence"))
    , m_pause(addLink("syncPause")) {
    setObjectName(QStringLiteral("syncBar"));
    connect(m_pause, &QAbstractButton::clicked, this, [this] { Q_EMIT pauseAsked(m_account, !m_paused); });
}

void SyncBar::show(const AccountViews& views, const QDateTime& now) {
    const auto filling = std::find_if(views.begin(), views.end(), SyncWords::isFilling);
    if (filling == views.end()) {
        hide();
        return;
    }
    m_account = filling->account.id;
    m_paused = filling->account.state == AccountState::Paused;
    const QString words = SyncWords::filling(*filling, now);
    say(views.size() > 1 ? QStringLiteral("%1 · %2").arg(filling->account.address, words) : words);
    setPermille(SyncWords::permille(filling->status.completeness));
    m_pause->setText(m_paused ? tr("Resume") : tr("Pause"));
    m_pause->setVisible(filling->account.state == AccountState::Ready || m_paused);
    setVisible(true);
}

}  // namespace kith::ui
