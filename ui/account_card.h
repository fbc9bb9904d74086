// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// One account on the page of accounts: how it stands, its settings, and what can be done with it.
#pragma once

#include "ui/account_view.h"

#include <QDateTime>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QHBoxLayout;
class QVBoxLayout;

namespace kith::ui {

class Button;
class ElidedLabel;
class SyncFacts;
class SyncLine;
class TextLabel;
class Theme;

class AccountCard : public QWidget {
    Q_OBJECT
public:
    AccountCard(const Theme& theme, const AccountView& view, QWidget* parent);

    void show(const AccountView& view, const QDateTime& now);

Q_SIGNALS:
    void syncAsked(kith::AccountId account);
    void pauseAsked(kith::AccountId account, bool paused);
    void repairAsked(kith::AccountId account);
    void signInAsked(kith::AccountId account);
    /// interval or writeLabels were changed.
    void saveAsked(const kith::Account& account);
    void removeConfirmed(kith::AccountId account, bool keepMail);

private:
    void buildHead(QVBoxLayout& column);
    void buildSettings(QVBoxLayout& column);
    void buildFoot(QVBoxLayout& column);
    void showMissing();
    void askRemoval();

    const Theme& m_theme;
    AccountView m_view;
    SyncLine* m_state{nullptr};
    TextLabel* m_problem{nullptr};
    SyncFacts* m_facts{nullptr};
    QComboBox* m_interval{nullptr};
    QCheckBox* m_labels{nullptr};
    TextLabel* m_until{nullptr};
    QVBoxLayout* m_missing{nullptr};
    QStringList m_missingShown;
    Button* m_now{nullptr};
    Button* m_pause{nullptr};
    Button* m_signIn{nullptr};
    Button* m_repair{nullptr};
    Button* m_again{nullptr};
    Button* m_remove{nullptr};
};

}  // namespace kith::ui
