// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The bar of a first sync: how far, how fast against Google's limit, how long still; pause and resume.
#pragma once

#include "ui/account_view.h"
#include "ui/work_bar.h"

#include <QDateTime>

namespace kith::ui {

class SyncBar : public WorkBar {
    Q_OBJECT
public:
    SyncBar(const Theme& theme, QWidget* parent);

    /// Shows itself while the first of them fills; hides when all are whole.
    void show(const AccountViews& views, const QDateTime& now);

Q_SIGNALS:
    void pauseAsked(kith::AccountId account, bool paused);

private:
    AccountId m_account;
    bool m_paused{false};
    Button* m_pause;
};

}  // namespace kith::ui
