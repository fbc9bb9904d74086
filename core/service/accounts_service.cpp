// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/accounts_service.h"

#include "core/storage/journal.h"

#include <QFile>

namespace kith::service {

namespace {

/// Rows of settings that say which accounts are on their way out: what is still to be undone at the server and in the
/// secret store after the account's own row is gone.
const QString kLeavingPrefix = QStringLiteral("account.leaving.");

QString leavingKey(const Account& account) {
    return kLeavingPrefix + QString::number(account.id.value);
}

Account leavingAccount(const QString& key, const QJsonObject& kept) {
    Account account;
    account.id = AccountId{key.mid(kLeavingPrefix.size()).toLongLong()};
    account.kind = kept.value(QStringLiteral("kind")).toString();
    account.address = kept.value(QStringLiteral("address")).toString();
    account.secret = kept.value(QStringLiteral("secret")).toString();
    account.detail = kept.value(QStringLiteral("detail")).toObject();
    account.state = AccountState::Removing;
    return account;
}

Result<QByteArray> readSmallFile(const QString& path) {
    constexpr qint64 kMost = 64 * 1024;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{ErrorKind::NotFound, QStringLiteral("cannot read %1: %2").arg(path, file.errorString()),
                     QStringLiteral("Name the JSON file that Google's console gave you.")};
    }
    if (file.size() > kMost) {
        return Error{ErrorKind::Malformed, QStringLiteral("%1 is too big to be a key file").arg(path),
                     QStringLiteral("Name the JSON file that Google's console gave you.")};
    }
    return file.readAll();
}

void takeOver(Account& account, const mail::SignedIn& signedIn, Millis now) {
    account.state = AccountState::Ready;
    account.scopes = signedIn.scopes;
    account.missingScopes = signedIn.missingScopes;
    account.tokenExpiresAt = signedIn.tokenExpiresAt;
    account.signedInAt = now;
    account.secret = signedIn.secret;
    account.detail = signedIn.detail;
}

}  // namespace

AccountsService::AccountsService(Cellar& cellar, Clock& clock, MailPorts& ports)
    : m_cellar(cellar)
    , m_clock(clock)
    , m_ports(ports)
    , m_store(*cellar.database) {
}

Result<Account> AccountsService::account(AccountId id) {
    auto found = m_store.account(id);
    if (!found) {
        return found.error();
    }
    if (!*found) {
        return Error{ErrorKind::NotFound, QStringLiteral("there is no account %1").arg(id.value), {}};
    }
    return std::move(**found);
}

Result<Account> AccountsService::find(const QString& word) {
    auto all = m_store.list();
    if (!all) {
        return all.error();
    }
    for (Account& one : *all) {
        if (QString::number(one.id.value) == word || one.address.compare(word, Qt::CaseInsensitive) == 0) {
            return std::move(one);
        }
    }
    return Error{ErrorKind::NotFound, QStringLiteral("there is no account \"%1\" in this workspace").arg(word),
                 QStringLiteral("See: kithctl account list")};
}

Result<Account> AccountsService::keep(const mail::SignedIn& signedIn) {
    auto known = m_store.find(signedIn.kind, signedIn.address);
    if (!known) {
        return known.error();
    }
    Account account = *known ? std::move(**known) : Account{};
    if (account.state == AccountState::Removing) {
        return Error{ErrorKind::Conflict, QStringLiteral("%1 is still being removed").arg(account.address),
                     QStringLiteral("Wait until it is gone, then sign in again.")};
    }
    const bool isNew = !account.id;
    account.kind = signedIn.kind;
    account.address = signedIn.address;
    takeOver(account, signedIn, m_clock.now());
    if (isNew) {
        auto added = m_store.add(std::move(account));
        if (!added) {
            return added.error();
        }
        account = std::move(*added);
    } else if (const auto saved = m_store.save(account); !saved) {
        return saved.error();
    }
    const auto noted = isNew ? note(account, QStringLiteral("account.added"), QStringLiteral("Add a mail account"))
                             : note(account, QStringLiteral("account.signed-in"), QStringLiteral("Sign in again"));
    return noted ? Result<Account>(std::move(account)) : Result<Account>(noted.error());
}

Result<Account> AccountsService::addServiceAccount(const QString& keyFile, const QString& subject,
                                                   std::stop_token stop) {
    const auto key = readSmallFile(keyFile);
    if (!key) {
        return key.error();
    }
    const auto signedIn = m_ports.provider().addServiceAccount(*key, subject, stop);
    return signedIn ? keep(*signedIn) : Result<Account>(signedIn.error());
}

Result<QString> AccountsService::importClient(const QString& path) {
    const auto file = readSmallFile(path);
    return file ? m_ports.provider().importClient(*file) : Result<QString>(file.error());
}

Result<AccountRemovalReport> AccountsService::remove(AccountId id, const RemovalWish& wish, std::stop_token stop) {
    const auto found = account(id);
    if (!found) {
        return found.error();
    }
    if (const auto remembered = rememberLeaving(*found, wish.keepMail); !remembered) {
        return remembered.error();
    }
    if (const auto marked = m_store.setState(id, AccountState::Removing); !marked) {
        return marked.error();
    }
    return takeOut(*found, wish, stop);
}

Result<void> AccountsService::finishRemovals(const RemovalWish& wish, std::stop_token stop) {
    const auto leaving = m_cellar.settings.all(kLeavingPrefix);
    if (!leaving) {
        return leaving.error();
    }
    for (auto one = leaving->begin(); one != leaving->end(); ++one) {
        const QJsonObject kept = one.value().toObject();
        RemovalWish same = wish;
        same.keepMail = kept.value(QStringLiteral("keep_mail")).toBool();
        if (const auto done = takeOut(leavingAccount(one.key(), kept), same, stop); !done) {
            return done.error();
        }
    }
    return {};
}

Result<AccountRemovalReport> AccountsService::takeOut(const Account& leaving, const RemovalWish& wish,
                                                      std::stop_token stop) {
    const auto row = m_store.account(leaving.id);
    if (!row) {
        return row.error();
    }
    AccountRemovalReport report;
    if (*row) {
        auto mailbox = m_ports.provider().open(leaving);
        AccountRemoval removal{leaving.id, wish.keepMail, mailbox ? mailbox->get() : nullptr, wish.progress,
                               wish.changed};
        auto removed = removeAccount(m_cellar, m_clock, removal, stop);
        if (!removed) {
            return removed.error();
        }
        report = std::move(*removed);
        if (const auto compacted = m_cellar.search.compact(); !compacted) {
            return compacted.error();
        }
        if (!mailbox) {
            report.serverProblem = mailbox.error().detail;
        }
    }
    if (const auto dropped = dropSecret(leaving, stop); !dropped) {
        return dropped.error();
    }
    if (const auto forgotten = m_cellar.settings.forget(leavingKey(leaving)); !forgotten) {
        return forgotten.error();
    }
    const auto noted = note(leaving, QStringLiteral("account.removed"), QStringLiteral("Remove a mail account"));
    return noted ? Result<AccountRemovalReport>(std::move(report)) : Result<AccountRemovalReport>(noted.error());
}

Result<void> AccountsService::dropSecret(const Account& leaving, std::stop_token stop) {
    if (leaving.secret.isEmpty()) {
        return {};
    }
    return m_ports.provider().signOut(leaving, stop);
}

Result<void> AccountsService::rememberLeaving(const Account& account, bool keepMail) {
    return m_cellar.settings.remember(leavingKey(account), QJsonObject{{QStringLiteral("kind"), account.kind},
                                                                       {QStringLiteral("address"), account.address},
                                                                       {QStringLiteral("secret"), account.secret},
                                                                       {QStringLiteral("detail"), account.detail},
                                                                       {QStringLiteral("keep_mail"), keepMail}});
}

/// No address: the log is never rewritten, and nothing of a removed account may stay in it.
Result<void> AccountsService::note(const Account& account, const QString& kind, const QString& summary) {
    storage::ChangeWriter change(*m_cellar.database, {kind,
                                                      QStringLiteral("user"),
                                                      QStringLiteral("account:%1").arg(account.id.value),
                                                      {},
                                                      summary,
                                                      {{QStringLiteral("kind"), account.kind}},
                                                      false});
    const auto done = change.commit();
    return done ? Result<void>() : Result<void>(done.error());
}

}  // namespace kith::service
