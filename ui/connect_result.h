// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// How the sign-in ended: what was allowed and what was not, or why it did not come to an end and what to do.
#pragma once

#include "ui/connect_step.h"

#include "core/base/error.h"
#include "core/domain/account.h"

#include <QCoreApplication>

namespace kith::ui {

class ConnectResult : public ConnectStep {
    Q_OBJECT
public:
    ConnectResult(const Theme& theme, QWidget* parent);

    void focusFirst() override;
    void showConnected(const Account& account);
    void showFailure(const Error& error);

Q_SIGNALS:
    void toInbox();
    void askAgain();
    void left();

private:
    void empty();
    void addRights(const Account& account);
    void addMissing(const Account& account);

    QWidget* m_content{nullptr};
    Button* m_primary;
    Button* m_second;
    bool m_connected{false};
};

/// Why a sign-in did not come to an end.
struct SignInWords {
    Q_DECLARE_TR_FUNCTIONS(kith::ui::SignInWords)
public:
    static QString title(const Error& error);
    static QString advice(const Error& error);
};

}  // namespace kith::ui
