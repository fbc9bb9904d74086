// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// An accounts desk without a server: answers at once from what the test put there, and remembers what was asked.
#pragma once

#include "core/service/accounts_desk.h"

#include <QPromise>
#include <QStringList>

#include <algorithm>
#include <optional>

namespace kith::ui {

class FakeAccounts : public service::AccountsDesk {
public:
    service::GmailSetUp facts{QStringLiteral("client.apps.example"),
                              {QStringLiteral("keychain"), true, {}, {}, {}, {}}};
    std::vector<Account> known;
    std::vector<SyncStatus> statuses;
    std::vector<OutboxEntry> waiting;
    std::optional<Error> refusal;  ///< for the next question that can fail
    QStringList asked;             ///< in the order of the calls: "sync 7", "remove 7 keep" …

    /// The browser came back with this account.
    void browserComesBack(const Account& account) {
        known.push_back(account);
        answerSignIn(account);
    }
    void browserFails(const Error& error) { answerSignIn(error); }

    QFuture<Result<service::GmailSetUp>> setUp() override { return ready(facts); }
    QFuture<Result<QString>> importClient(const QString& path) override {
        asked << QStringLiteral("client ") + path;
        return orRefuse(facts.clientId);
    }
    QFuture<Result<void>> choosePlace(const QString& place, const QString&) override {
        asked << QStringLiteral("place ") + place;
        facts.secrets.chosen = place;
        return orRefuse();
    }
    QFuture<Result<std::vector<Account>>> accounts() override { return ready(known); }
    SignInCall signIn(AccountId again) override {
        asked << QStringLiteral("sign-in %1").arg(again.value);
        m_signIn.emplace();
        m_signIn->start();
        return {ready(QUrl(QStringLiteral("https://accounts.example/auth"))), m_signIn->future()};
    }
    void cancelSignIn() override {
        asked << QStringLiteral("cancel");
        answerSignIn(Error{ErrorKind::Cancelled, {}, {}});
    }
    QFuture<Result<Account>> addServiceAccount(const QString& keyFile, const QString& subject) override {
        asked << QStringLiteral("service %1 %2").arg(keyFile, subject);
        Account account;
        account.id = AccountId{static_cast<qint64>(known.size()) + 1};
        account.kind = QStringLiteral("gmail-service");
        account.address = subject;
        return orRefuse(account);
    }
    QFuture<Result<void>> save(const Account& account) override {
        asked << QStringLiteral("save %1").arg(account.id.value);
        std::replace_if(
            known.begin(), known.end(), [&account](const Account& one) { return one.id == account.id; }, account);
        return orRefuse();
    }
    QFuture<Result<void>> remove(AccountId account, bool keepMail) override {
        asked << QStringLiteral("remove %1%2").arg(account.value).arg(QLatin1String(keepMail ? " keep" : ""));
        std::erase_if(known, [account](const Account& one) { return one.id == account; });
        return orRefuse();
    }
    void syncNow(AccountId account) override { asked << QStringLiteral("sync %1").arg(account.value); }
    void setPaused(AccountId account, bool paused) override {
        asked << QStringLiteral("%1 %2").arg(QLatin1String(paused ? "pause" : "resume")).arg(account.value);
        for (Account& one : known) {
            one.state = one.id != account ? one.state : paused ? AccountState::Paused : AccountState::Ready;
        }
    }
    void repair(AccountId account) override { asked << QStringLiteral("repair %1").arg(account.value); }
    QFuture<Result<std::vector<SyncStatus>>> status() override { return ready(statuses); }
    QFuture<Result<std::vector<OutboxEntry>>> outbox(int) override { return ready(waiting); }
    QFuture<Result<void>> retryRefused(qint64 entry) override {
        asked << QStringLiteral("retry %1").arg(entry);
        return orRefuse();
    }

private:
    template <class T>
    static QFuture<Result<T>> ready(T value) {
        return QtFuture::makeReadyFuture(Result<T>(std::move(value)));
    }
    template <class T>
    QFuture<Result<T>> orRefuse(T value) {
        return refusal ? QtFuture::makeReadyFuture(Result<T>(*std::exchange(refusal, std::nullopt)))
                       : ready(std::move(value));
    }
    QFuture<Result<void>> orRefuse() {
        return QtFuture::makeReadyFuture(refusal ? Result<void>(*std::exchange(refusal, std::nullopt))
                                                 : Result<void>());
    }
    void answerSignIn(const Result<Account>& answer) {
        if (m_signIn) {
            m_signIn->addResult(answer);
            m_signIn->finish();
            m_signIn.reset();
        }
    }

    std::optional<QPromise<Result<Account>>> m_signIn;
};

}  // namespace kith::ui
