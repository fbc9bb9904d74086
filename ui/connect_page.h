// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The page on which an account is connected: one step in front at a time, led by the answers of the accounts desk.
#pragma once

#include "ui/pane.h"
#include "ui/seams.h"

#include "core/base/error.h"
#include "core/service/accounts_desk.h"

class QStackedWidget;

namespace kith::ui {

class ConnectBrowser;
class ConnectClient;
class ConnectPromise;
class ConnectResult;
class ConnectSecrets;
class ConnectService;
class ConnectStep;

class ConnectPage : public Pane {
    Q_OBJECT
public:
    ConnectPage(const Theme& theme, service::AccountsDesk& desk, const Seams& seams, QWidget* parent);

    /// From the promise on.
    void begin();
    /// Straight to the browser, for an account that is known; everything of it is kept.
    void signInAgain(const Account& account);
    /// Lets go of a sign-in that waits for the browser.
    void letGo();
    /// A file fell on the window while a step wants one; false: none does.
    bool takeFile(const QString& path);

Q_SIGNALS:
    void connected(const kith::Account& account);
    void toInbox();
    void toAccounts();
    void left();

private:
    void build();
    void connectSteps();
    void front(ConnectStep& step);
    void lookAround(bool thenGoOn);
    void goOn();
    void importClient(const QString& path);
    void choosePlace(const QString& place, const QString& passphrase);
    void signIn();
    void openBrowser(const QUrl& url);
    void takeSignedIn(const Result<Account>& account);
    void addServiceAccount(const QString& keyFile, const QString& subject);
    bool secretsNeedAnswer() const;
    QString askFile(const QString& title);

    service::AccountsDesk& m_desk;
    const Seams& m_seams;
    QStackedWidget* m_steps{nullptr};
    ConnectPromise* m_promise{nullptr};
    ConnectClient* m_client{nullptr};
    ConnectSecrets* m_secrets{nullptr};
    ConnectBrowser* m_browser{nullptr};
    ConnectResult* m_result{nullptr};
    ConnectService* m_service{nullptr};
    service::GmailSetUp m_setUp;
    Account m_again;        ///< the account that signs in again; no id: a new one
    bool m_byKey{false};    ///< on the way to a service account
    int m_attempt{0};       ///< answers of an older one are not taken
    bool m_waiting{false};  ///< for the browser
};

}  // namespace kith::ui
