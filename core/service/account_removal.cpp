// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/account_removal.h"

#include "core/storage/account_store.h"
#include "core/storage/event_log.h"
#include "core/storage/growth_store.h"
#include "core/storage/message_removal.h"
#include "core/storage/outbox_store.h"
#include "core/storage/remote_merge.h"
#include "core/storage/transaction.h"

#include <QJsonObject>

#include <algorithm>

namespace kith::service {

namespace {

using storage::StoredLabel;

constexpr int kRemovalSlice = 100;
constexpr size_t kMostModifiedAtOnce = 1000;

class AccountRemover {
public:
    AccountRemover(Cellar& cellar, const AccountRemoval& removal, std::stop_token stop)
        : m_cellar(cellar)
        , m_removal(removal)
        , m_stop(std::move(stop))
        , m_accounts(*cellar.database)
        , m_remote(*cellar.database, removal.account)
        , m_labels(*cellar.database, removal.account)
        , m_merge(*cellar.database, removal.account) {
        m_merge.setQuiet(true);
    }

    Result<AccountRemovalReport> run() {
        const auto account = m_accounts.account(m_removal.account);
        if (!account) {
            return account.error();
        }
        if (!*account) {
            return Error{
                ErrorKind::NotFound, QStringLiteral("there is no account %1").arg(m_removal.account.value), {}};
        }
        Result<void> done = m_accounts.setState(m_removal.account, AccountState::Removing);
        done = done ? storage::OutboxStore(*m_cellar.database).dropOpen(m_removal.account) : done;
        if (done && m_removal.mailbox != nullptr) {
            if (const auto cleaned = cleanServer(); !cleaned) {
                m_report.serverProblem = cleaned.error().detail;
            }
        }
        done = done && !m_removal.keepMail ? takeOutMail() : done;
        done = done ? takeOutAccount(**account) : done;
        return done ? Result<AccountRemovalReport>(m_report) : Result<AccountRemovalReport>(done.error());
    }

private:
    Result<void> cleanServer() {
        const auto book = m_labels.book();
        if (!book) {
            return book.error();
        }
        if (const QString snoozed = book->id(storage::snoozedLabel()); !snoozed.isEmpty()) {
            if (const auto back = backToInbox(snoozed); !back) {
                return back;
            }
        }
        for (const StoredLabel& label : book->labels()) {
            if (!label.madeHere) {
                continue;
            }
            const auto deleted = m_removal.mailbox->deleteLabel(label.id, m_stop);
            if (!deleted && deleted.error().kind != ErrorKind::NotFound) {
                return deleted;
            }
            ++m_report.labelsDeleted;
        }
        return {};
    }

    Result<void> backToInbox(const QString& snoozed) {
        std::vector<QString> ids;
        const auto walked = m_remote.walk([&](const QString& remoteId, const QStringList& labels) {
            if (labels.contains(snoozed)) {
                ids.push_back(remoteId);
            }
        });
        if (!walked) {
            return walked;
        }
        const mail::LabelEdit edit{{QStringLiteral("INBOX")}, {snoozed}};
        for (size_t from = 0; from < ids.size(); from += kMostModifiedAtOnce) {
            const auto some = std::span(ids).subspan(from, std::min(kMostModifiedAtOnce, ids.size() - from));
            const auto modified = m_removal.mailbox->modify(some, edit, m_stop);
            if (!modified && modified.error().kind != ErrorKind::NotFound) {
                return modified;
            }
            m_report.backToInbox += qint64(some.size());
        }
        return {};
    }

    Result<void> takeOutMail() {
        while (true) {
            if (m_stop.stop_requested()) {
                return Error{ErrorKind::Cancelled, {}, {}};
            }
            const auto rows = m_remote.linked({}, kRemovalSlice);
            if (!rows || rows->empty()) {
                return rows ? Result<void>() : Result<void>(rows.error());
            }
            storage::Transaction transaction(*m_cellar.database);
            for (const storage::RemoteRow& row : *rows) {
                const auto gone = m_merge.gone(row);
                if (!gone) {
                    return gone.error();
                }
                ++(*gone ? m_report.messages : m_report.kept);
            }
            const auto threads = m_merge.settle();
            if (const auto done = threads ? transaction.commit() : Result<void>(threads.error()); !done) {
                return done;
            }
            if (m_removal.changed) {
                m_removal.changed({.order = true, .counts = true, .journal = false, .threads = {}});
            }
            tellProgress();
        }
    }

    void tellProgress() const {
        const auto counts =
            m_removal.progress ? m_remote.counts() : Result<storage::RemoteCounts>(Error{ErrorKind::NotFound, {}, {}});
        if (counts) {
            m_removal.progress(counts->here);
        }
    }

    Result<void> takeOutAccount(const Account& account) {
        if (m_removal.keepMail) {
            const auto counts = m_remote.counts();
            if (!counts) {
                return counts.error();
            }
            m_report.kept = counts->here;
        }
        auto addresses = ownAddresses(account);
        if (!addresses) {
            return addresses.error();
        }
        storage::Transaction transaction(*m_cellar.database);
        if (const auto dropped = m_removal.keepMail ? Result<void>() : dropLabels(); !dropped) {
            return dropped;
        }
        if (const auto removed = m_accounts.remove(account.id); !removed) {
            return removed;
        }
        if (!m_removal.keepMail) {
            for (const QString& address : *addresses) {
                if (const auto gone = m_cellar.owners.removeAddress(address); !gone) {
                    return gone;
                }
            }
            if (const auto counted = m_cellar.correspondents.rebuild(); !counted) {
                return counted.error();
            }
            if (const auto lonely = storage::GrowthStore(*m_cellar.database).removeLonely(); !lonely) {
                return lonely.error();
            }
            if (const auto forgotten = storage::forgetRowsOfTheGone(*m_cellar.database); !forgotten) {
                return forgotten.error();
            }
        }
        const auto event =
            storage::EventLog(*m_cellar.database)
                .append({QStringLiteral("account.removed"),
                         QStringLiteral("account:%1").arg(account.id.value),
                         QStringLiteral("user"),
                         {},
                         {{QStringLiteral("messages"), m_report.messages}, {QStringLiteral("kept"), m_report.kept}}});
        const auto done = event ? transaction.commit() : Result<void>(event.error());
        if (done && m_removal.changed) {
            m_removal.changed({.order = true, .counts = true, .journal = true, .threads = {}});
        }
        return done;
    }

    Result<void> dropLabels() {
        const auto book = m_labels.book();
        if (!book) {
            return book.error();
        }
        for (const QString& id : book->labels().keys()) {
            if (const auto dropped = m_merge.dropLabel(id); !dropped) {
                return dropped;
            }
        }
        return {};
    }

    /// Those that came with this account and that no other one sends from.
    Result<QStringList> ownAddresses(const Account& account) {
        const auto aliases = m_labels.aliases();
        const auto all = m_accounts.list();
        if (!aliases || !all) {
            return aliases ? all.error() : aliases.error();
        }
        QStringList mine{account.address};
        for (const storage::StoredAlias& alias : *aliases) {
            mine << alias.address;
        }
        for (const Account& other : *all) {
            if (other.id == account.id) {
                continue;
            }
            mine.removeAll(other.address);
            const auto theirs = storage::RemoteLabelStore(*m_cellar.database, other.id).aliases();
            if (!theirs) {
                return theirs.error();
            }
            for (const storage::StoredAlias& alias : *theirs) {
                mine.removeAll(alias.address);
            }
        }
        return mine;
    }

    Cellar& m_cellar;
    const AccountRemoval& m_removal;
    std::stop_token m_stop;
    storage::AccountStore m_accounts;
    mutable storage::RemoteStore m_remote;
    storage::RemoteLabelStore m_labels;
    storage::RemoteMerge m_merge;
    AccountRemovalReport m_report;
};

}  // namespace

Result<AccountRemovalReport> removeAccount(Cellar& cellar, Clock&, const AccountRemoval& removal,
                                           std::stop_token stop) {
    return AccountRemover(cellar, removal, std::move(stop)).run();
}

}  // namespace kith::service
