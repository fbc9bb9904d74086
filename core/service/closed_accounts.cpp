// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/closed_accounts.h"

namespace kith::service {

namespace {

template <class T>
QFuture<Result<T>> closedAnswer() {
    return QtFuture::makeReadyFuture(Result<T>(
        Error{ErrorKind::Unsupported, QStringLiteral("this workspace was opened without mail accounts"), {}}));
}

}  // namespace

QFuture<Result<GmailSetUp>> ClosedAccounts::setUp() {
    return closedAnswer<GmailSetUp>();
}

QFuture<Result<QString>> ClosedAccounts::importClient(const QString&) {
    return closedAnswer<QString>();
}

QFuture<Result<void>> ClosedAccounts::choosePlace(const QString&, const QString&) {
    return closedAnswer<void>();
}

QFuture<Result<std::vector<Account>>> ClosedAccounts::accounts() {
    return QtFuture::makeReadyFuture(Result<std::vector<Account>>(std::vector<Account>{}));
}

AccountsDesk::SignInCall ClosedAccounts::signIn(AccountId) {
    return {closedAnswer<QUrl>(), closedAnswer<Account>()};
}

QFuture<Result<Account>> ClosedAccounts::addServiceAccount(const QString&, const QString&) {
    return closedAnswer<Account>();
}

QFuture<Result<void>> ClosedAccounts::save(const Account&) {
    return closedAnswer<void>();
}

QFuture<Result<void>> ClosedAccounts::remove(AccountId, bool) {
    return closedAnswer<void>();
}

QFuture<Result<std::vector<SyncStatus>>> ClosedAccounts::status() {
    return QtFuture::makeReadyFuture(Result<std::vector<SyncStatus>>(std::vector<SyncStatus>{}));
}

QFuture<Result<std::vector<OutboxEntry>>> ClosedAccounts::outbox(int) {
    return QtFuture::makeReadyFuture(Result<std::vector<OutboxEntry>>(std::vector<OutboxEntry>{}));
}

QFuture<Result<void>> ClosedAccounts::retryRefused(qint64) {
    return closedAnswer<void>();
}

}  // namespace kith::service
