// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/sync_labels.h"

#include "core/domain/priority.h"
#include "core/storage/message_writer.h"
#include "core/storage/transaction.h"

#include <algorithm>

namespace kith::service {

namespace {

using storage::StoredLabel;

constexpr Millis kLabelsEvery{3'600'000};
constexpr Millis kAddressesEvery{24 * 3'600'000};
constexpr size_t kGoneSlice = 200;

struct LabelColours {
    const char* background;
    const char* foreground;
};

/// Of Gmail's palette, from the loudest to the quietest.
std::optional<LabelColours> coloursFor(const QString& name) {
    static constexpr std::pair<Priority, LabelColours> kColours[] = {
        {Priority::Critical, {"#cc3a21", "#ffffff"}}, {Priority::High, {"#eaa041", "#ffffff"}},
        {Priority::Medium, {"#f2c960", "#000000"}},   {Priority::Low, {"#4a86e8", "#ffffff"}},
        {Priority::VeryLow, {"#cccccc", "#000000"}},
    };
    for (const auto& [priority, colours] : kColours) {
        if (storage::labelKey(gmailLabel(priority)) == storage::labelKey(name)) {
            return colours;
        }
    }
    return std::nullopt;
}

StoredLabel storedLabel(const mail::RemoteLabel& label, bool madeHere) {
    return {label.id, label.name, label.system, label.background, label.foreground, madeHere};
}

}  // namespace

Result<void> SyncLabels::refreshWhenDue(std::stop_token stop) {
    const Millis now = m_context.clock.now();
    if (now - m_context.state.labelsAt >= kLabelsEvery || now < m_context.state.labelsAt) {
        if (const auto fresh = refresh(stop); !fresh) {
            return fresh;
        }
    }
    const bool addressesDue = now - m_context.state.aliasesAt >= kAddressesEvery || now < m_context.state.aliasesAt;
    return addressesDue ? refreshAddresses(stop) : Result<void>();
}

Result<void> SyncLabels::refreshAddresses(std::stop_token stop) {
    const auto aliases = m_context.mailbox.aliases(stop);
    if (!aliases && isServerTrouble(aliases.error())) {
        return aliases.error();
    }
    storage::Transaction transaction(*m_context.cellar.database);
    if (aliases) {
        std::vector<storage::StoredAlias> stored;
        QStringList addresses{m_context.report.address};
        for (const mail::RemoteAlias& alias : *aliases) {
            stored.push_back({alias.address, alias.name, alias.signatureHtml, alias.isDefault});
            addresses << alias.address;
        }
        storage::RemoteLabelStore store(*m_context.cellar.database, m_context.account);
        if (const auto saved = store.saveAliases(stored); !saved) {
            return saved;
        }
        if (const auto own = m_context.cellar.owners.addAddresses(addresses, QStringLiteral("account")); !own) {
            return own.error();
        }
    }
    m_context.state.aliasesAt = m_context.clock.now();
    const auto saved = m_context.saveState();
    return saved ? transaction.commit() : saved;
}

Result<void> SyncLabels::refresh(std::stop_token stop, bool must) {
    if (m_context.labelsFresh && !must) {
        return {};
    }
    const auto listed = m_context.mailbox.labels(stop);
    if (!listed) {
        return listed.error();
    }
    m_context.labelsFresh = true;
    const auto gone = goneSince(*listed);
    if (!gone) {
        return gone.error();
    }
    for (const QString& id : *gone) {
        if (const auto taken = takeGone(id, stop); !taken) {
            return taken;
        }
    }
    return take(*listed);
}

/// Labels of people that the server does not list any more, those too that were never known by name.
Result<QStringList> SyncLabels::goneSince(const std::vector<mail::RemoteLabel>& listed) {
    const auto book = m_context.merge->book();
    auto carried = carriedLabels();
    if (!book || !carried) {
        return book ? carried.error() : book.error();
    }
    for (const StoredLabel& label : (*book)->labels()) {
        if (!label.system) {
            carried->insert(label.id);
        }
    }
    for (const mail::RemoteLabel& label : listed) {
        carried->remove(label.id);
    }
    QStringList gone;
    for (const QString& id : *carried) {
        if (!storage::isSystemLabel(id)) {
            gone << id;
        }
    }
    gone.sort();
    return gone;
}

Result<QSet<QString>> SyncLabels::carriedLabels() {
    QSet<QString> carried;
    const auto walked = m_context.remote.walk([&](const QString&, const QStringList& labels) {
        for (const QString& id : labels) {
            carried.insert(id);
        }
    });
    return walked ? Result<QSet<QString>>(std::move(carried)) : Result<QSet<QString>>(walked.error());
}

Result<void> SyncLabels::take(const std::vector<mail::RemoteLabel>& listed) {
    storage::Transaction transaction(*m_context.cellar.database);
    std::vector<StoredLabel> fresh;
    std::vector<StoredLabel> renamed;
    for (const mail::RemoteLabel& label : listed) {
        const auto book = m_context.merge->book();
        if (!book) {
            return book.error();
        }
        const auto known = (*book)->labels().constFind(label.id);
        if (known == (*book)->labels().constEnd()) {
            fresh.push_back(storedLabel(label, false));
            continue;
        }
        const StoredLabel now = storedLabel(label, known->madeHere);
        if (known->name != now.name) {
            renamed.push_back(now);
        } else if (*known != now) {
            if (const auto kept = m_context.merge->keepLabel(now); !kept) {
                return kept;
            }
        }
    }
    if (const auto taken = takeRenamed(std::move(renamed)); !taken) {
        return taken;
    }
    if (const auto taken = takeNew(fresh); !taken) {
        return taken;
    }
    m_context.state.labelsAt = m_context.clock.now();
    const auto threads = m_context.merge->settle();
    const auto saved = threads ? m_context.saveState() : Result<void>(threads.error());
    const auto done = saved ? transaction.commit() : saved;
    if (done) {
        m_context.changed(*threads);
    }
    return done;
}

/// First those whose new name is free, so that names that move on in a row do not meet.
Result<void> SyncLabels::takeRenamed(std::vector<StoredLabel> renamed) {
    while (!renamed.empty()) {
        const auto book = m_context.merge->book();
        if (!book) {
            return book.error();
        }
        const auto isFree = [&](const StoredLabel& label) {
            const QString holder = (*book)->id(label.name);
            return holder.isEmpty() || holder == label.id;
        };
        const auto found = std::ranges::find_if(renamed, isFree);
        const auto next = found == renamed.end() ? renamed.begin() : found;
        const StoredLabel label = *next;
        renamed.erase(next);
        if (const auto taken = m_context.merge->renamed(label); !taken) {
            return taken;
        }
    }
    return {};
}

/// A label that messages carried before its name was known comes to be seen on them.
Result<void> SyncLabels::takeNew(const std::vector<StoredLabel>& fresh) {
    if (fresh.empty()) {
        return {};
    }
    const auto carried = carriedLabels();
    if (!carried) {
        return carried.error();
    }
    for (const StoredLabel& label : fresh) {
        const bool silent = label.system && label.name == label.id;
        const auto taken = carried->contains(label.id) && !silent ? m_context.merge->renamed(label)
                                                                  : m_context.merge->keepLabel(label);
        if (!taken) {
            return taken;
        }
    }
    return {};
}

Result<void> SyncLabels::takeGone(const QString& id, std::stop_token stop) {
    std::vector<QString> carriers;
    const auto walked = m_context.remote.walk([&](const QString& remoteId, const QStringList& labels) {
        if (labels.contains(id)) {
            carriers.push_back(remoteId);
        }
    });
    if (!walked) {
        return walked;
    }
    for (size_t from = 0; from < carriers.size() && !stop.stop_requested(); from += kGoneSlice) {
        storage::Transaction transaction(*m_context.cellar.database);
        for (size_t i = from; i < std::min(carriers.size(), from + kGoneSlice); ++i) {
            const auto row = m_context.remote.row(carriers[i]);
            if (!row) {
                return row.error();
            }
            if (*row && (*row)->message) {
                QStringList rest = (*row)->labels;
                rest.removeAll(id);
                if (const auto taken = m_context.merge->labels(**row, rest); !taken) {
                    return taken.error();
                }
            }
        }
        const auto threads = m_context.merge->settle();
        const auto done = threads ? transaction.commit() : Result<void>(threads.error());
        if (!done) {
            return done;
        }
        m_context.changed(*threads);
    }
    if (stop.stop_requested()) {
        return Error{ErrorKind::Cancelled, {}, {}};
    }
    storage::Transaction transaction(*m_context.cellar.database);
    const auto dropped = m_context.merge->dropLabel(id);
    return dropped ? transaction.commit() : dropped;
}

Result<void> SyncLabels::learn(const QStringList& ids, std::stop_token stop) {
    const auto book = m_context.merge->book();
    if (!book) {
        return book.error();
    }
    return (*book)->knows(ids) ? Result<void>() : refresh(stop);
}

Result<QString> SyncLabels::idFor(const QString& name, std::stop_token stop) {
    const auto known = [&]() -> Result<QString> {
        const auto book = m_context.merge->book();
        return book ? Result<QString>((*book)->id(name)) : Result<QString>(book.error());
    };
    const auto id = known();
    if (!id || !id->isEmpty()) {
        return id;
    }
    mail::RemoteLabel wanted;
    wanted.name = name;
    if (const auto colours = coloursFor(name)) {
        wanted.background = QString::fromLatin1(colours->background);
        wanted.foreground = QString::fromLatin1(colours->foreground);
    }
    const auto made = m_context.mailbox.createLabel(wanted, stop);
    if (!made && made.error().kind == ErrorKind::Conflict) {
        const auto fresh = refresh(stop, true);
        const auto found = fresh ? known() : Result<QString>(fresh.error());
        return !found || !found->isEmpty() ? found : Result<QString>(made.error());
    }
    if (!made || made->id.isEmpty()) {
        return made ? Error{ErrorKind::Malformed, QStringLiteral("a label was made without an id"), {}} : made.error();
    }
    storage::Transaction transaction(*m_context.cellar.database);
    const auto kept = m_context.merge->keepLabel(storedLabel(*made, true));
    const auto done = kept ? transaction.commit() : kept;
    return done ? Result<QString>(made->id) : Result<QString>(done.error());
}

}  // namespace kith::service
