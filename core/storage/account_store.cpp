// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/storage/account_store.h"

#include "core/domain/address.h"
#include "core/storage/owner_store.h"
#include "core/storage/rows.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace kith::storage {

namespace {

using std::chrono::milliseconds;

AccountState accountStateOf(const QString& word) {
    for (const AccountState state : {AccountState::SignInNeeded, AccountState::Paused, AccountState::Removing}) {
        if (word == accountStateWord(state)) {
            return state;
        }
    }
    return AccountState::Ready;
}

/// The columns of the table hold what is asked for in SQL; the rest rides in one object.
QByteArray accountDetail(const Account& account) {
    const QJsonObject detail{
        {QStringLiteral("scopes"), QJsonArray::fromStringList(account.scopes)},
        {QStringLiteral("missing_scopes"), QJsonArray::fromStringList(account.missingScopes)},
        {QStringLiteral("token_expires_at"), qint64(account.tokenExpiresAt.count())},
        {QStringLiteral("signed_in_at"), qint64(account.signedInAt.count())},
        {QStringLiteral("secret"), account.secret},
        {QStringLiteral("provider"), account.detail},
        {QStringLiteral("write_labels"), account.writeLabels},
        {QStringLiteral("interval"), qint64(account.interval.count())},
    };
    return QJsonDocument(detail).toJson(QJsonDocument::Compact);
}

QStringList wordsOf(const QJsonValue& array) {
    QStringList words;
    for (const QJsonValue& word : array.toArray()) {
        words << word.toString();
    }
    return words;
}

Account readAccount(const Statement& row) {
    Account account;
    account.id = row.id<AccountId>(0);
    account.kind = row.text(1);
    account.address = row.text(2);
    account.state = accountStateOf(row.text(3));
    const QJsonObject detail = QJsonDocument::fromJson(row.utf8(4).toByteArray()).object();
    account.scopes = wordsOf(detail.value(QStringLiteral("scopes")));
    account.missingScopes = wordsOf(detail.value(QStringLiteral("missing_scopes")));
    account.tokenExpiresAt = milliseconds{detail.value(QStringLiteral("token_expires_at")).toInteger()};
    account.signedInAt = milliseconds{detail.value(QStringLiteral("signed_in_at")).toInteger()};
    account.secret = detail.value(QStringLiteral("secret")).toString();
    account.detail = detail.value(QStringLiteral("provider")).toObject();
    account.writeLabels = detail.value(QStringLiteral("write_labels")).toBool(account.writeLabels);
    account.interval =
        std::chrono::seconds{detail.value(QStringLiteral("interval")).toInteger(qint64(account.interval.count()))};
    return account;
}

constexpr auto kAccounts = "SELECT id, kind, address, state, detail FROM accounts ";

}  // namespace

QString accountStateWord(AccountState state) {
    switch (state) {
    case AccountState::Ready:
        return QStringLiteral("ready");
    case AccountState::SignInNeeded:
        return QStringLiteral("sign-in-needed");
    case AccountState::Paused:
        return QStringLiteral("paused");
    case AccountState::Removing:
        return QStringLiteral("removing");
    }
    return {};
}

Result<std::vector<Account>> AccountStore::list() {
    return allRows(m_database.query(QByteArray(kAccounts) + "ORDER BY id"), readAccount);
}

Result<std::optional<Account>> AccountStore::account(AccountId id) {
    return firstRow(m_database.query(QByteArray(kAccounts) + "WHERE id = ?", id), readAccount);
}

Result<std::optional<Account>> AccountStore::find(const QString& kind, const QString& address) {
    auto all = list();
    if (!all) {
        return all.error();
    }
    for (Account& one : *all) {
        if (one.kind == kind && addressKey(one.address) == addressKey(address)) {
            return std::optional(std::move(one));
        }
    }
    return std::optional<Account>();
}

Result<Account> AccountStore::add(Account account) {
    Transaction transaction(m_database);
    const auto known = find(account.kind, account.address);
    if (!known) {
        return known.error();
    }
    if (*known) {
        return Error{ErrorKind::Conflict, QStringLiteral("the account %1 is there already").arg(account.address), {}};
    }
    account.id = m_database.ids().make<AccountId>();
    const auto added = m_database.run("INSERT INTO accounts (id, kind, address, state, detail) VALUES (?, ?, ?, ?, ?)",
                                      account.id, account.kind, account.address, accountStateWord(account.state),
                                      Statement::Utf8{accountDetail(account)});
    if (!added) {
        return added.error();
    }
    if (const auto own = OwnerStore(m_database).addAddresses({account.address}, QStringLiteral("account")); !own) {
        return own.error();
    }
    const auto committed = transaction.commit();
    return committed ? Result<Account>(std::move(account)) : Result<Account>(committed.error());
}

Result<void> AccountStore::save(const Account& account) {
    const auto saved = m_database.run("UPDATE accounts SET kind = ?, address = ?, state = ?, detail = ? WHERE id = ?",
                                      account.kind, account.address, accountStateWord(account.state),
                                      Statement::Utf8{accountDetail(account)}, account.id);
    if (saved && *saved == 0) {
        return Error{ErrorKind::NotFound, QStringLiteral("there is no account %1").arg(account.id.value), {}};
    }
    return done(saved);
}

Result<void> AccountStore::setState(AccountId id, AccountState state) {
    return done(m_database.run("UPDATE accounts SET state = ? WHERE id = ?", accountStateWord(state), id));
}

Result<void> AccountStore::remove(AccountId id) {
    Transaction transaction(m_database);
    for (const char* sql :
         {"DELETE FROM outbox WHERE account_id = ?", "DELETE FROM remote_messages WHERE account_id = ?",
          "DELETE FROM remote_labels WHERE account_id = ?", "DELETE FROM remote_aliases WHERE account_id = ?",
          "DELETE FROM sync_state WHERE account_id = ?", "UPDATE messages SET account_id = NULL WHERE account_id = ?",
          "DELETE FROM accounts WHERE id = ?"}) {
        if (const auto gone = m_database.run(sql, id); !gone) {
            return gone.error();
        }
    }
    return transaction.commit();
}

}  // namespace kith::storage
