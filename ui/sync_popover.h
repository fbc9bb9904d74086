// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Behind the sync line: each account, how complete it is, and what can be done about it now.
#pragma once

#include "ui/popover.h"

#include "core/domain/ids.h"

#include <QDateTime>

#include <functional>
#include <map>

namespace kith::ui {

class AccountsFeed;
class Button;
class SyncFacts;
class SyncLine;
class TextLabel;
struct AccountView;

class SyncPopover : public Popover {
    Q_OBJECT
public:
    using Now = std::function<QDateTime()>;

    SyncPopover(
        const Theme& theme, AccountsFeed& feed, QWidget* parent, Now now = [] { return QDateTime::currentDateTime(); });

Q_SIGNALS:
    void accountsAsked();
    void addAsked();
    void signInAsked(kith::AccountId account);

private:
    /// What is shown of one account.
    struct Block {
        SyncLine* state{nullptr};
        TextLabel* problem{nullptr};
        SyncFacts* facts{nullptr};
        Button* now{nullptr};
        Button* pause{nullptr};
        Button* repair{nullptr};
        Button* signIn{nullptr};
        Button* waiting{nullptr};
    };

    void build();
    void refresh();
    Block& blockOf(const AccountView& view);
    void buildButtons(Block& block, QVBoxLayout& column, AccountId account);
    void leaveFor(void (SyncPopover::*signal)());

    const Theme& m_theme;
    AccountsFeed& m_feed;
    Now m_now;
    std::map<AccountId, Block> m_blocks;
};

}  // namespace kith::ui
