// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/contact_duplicates.h"

#include "core/people/duplicates.h"
#include "core/service/contact_book.h"
#include "core/storage/person_records.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>

namespace kith::service {

namespace {

constexpr qsizetype kMostEvidence = 8;

QByteArray evidenceText(const std::vector<people::DuplicateEvidence>& evidence) {
    QJsonArray lines;
    for (const people::DuplicateEvidence& one : evidence) {
        if (lines.size() < kMostEvidence) {
            lines.append(QJsonObject{{QStringLiteral("field"), one.field},
                                     {QStringLiteral("one"), one.one},
                                     {QStringLiteral("other"), one.other},
                                     {QStringLiteral("weight"), one.weight}});
        }
    }
    return QJsonDocument(lines).toJson(QJsonDocument::Compact);
}

people::PersonRecord recordOf(const storage::PersonRow& row) {
    people::PersonRecord record;
    record.id = row.contact.value;
    record.name = row.name;
    record.emails = row.emails;
    record.phones = row.phones;
    record.externalIds = row.externalIds;
    record.company = row.company;
    record.title = row.title;
    return record;
}

storage::ChangeInfo infoOf(const char* kind, const char* actor, ContactId contact, const QString& summary) {
    return {QString::fromLatin1(kind), QString::fromLatin1(actor), contactEntity(contact), {}, summary, {}, true};
}

Result<Receipt> receiptOf(storage::ChangeWriter& change, Cellar& cellar, const char* kind, const QString& what) {
    const auto done = change.commit();
    const auto listed = done ? ContactBook(cellar).refresh() : Result<qint64>(done.error());
    if (!listed) {
        return listed.error();
    }
    Receipt receipt;
    receipt.change = *done;
    receipt.kind = QString::fromLatin1(kind);
    receipt.count = 1;
    receipt.what = what;
    return receipt;
}

/// Which pair, whatever its order.
std::pair<qint64, qint64> sorted(qint64 a, qint64 b) {
    return {std::min(a, b), std::max(a, b)};
}

Result<qint64> joinUnasked(Cellar& cellar, const std::vector<people::DuplicatePair>& pairs,
                           const QSet<std::pair<qint64, qint64>>& apart) {
    storage::ContactStore store(*cellar.database);
    qint64 joined = 0;
    for (const people::DuplicatePair& pair : pairs) {
        if (!pair.automatic || apart.contains(sorted(pair.one, pair.other))) {
            continue;
        }
        const ContactId survivor{std::min(pair.one, pair.other)};
        const ContactId absorbed{std::max(pair.one, pair.other)};
        const auto one = store.standing(survivor);
        const auto other = store.standing(absorbed);
        if (!one || !other) {
            return one ? other.error() : one.error();
        }
        if (*one == *other) {
            continue;
        }
        storage::ChangeWriter change(*cellar.database, infoOf("contact.merged", "local", survivor,
                                                              QStringLiteral("Join two contacts of one person")));
        const auto merged = store.merge(change, {absorbed,
                                                 survivor,
                                                 QStringLiteral("local"),
                                                 QStringLiteral("same address or record"),
                                                 evidenceText(pair.evidence),
                                                 {}});
        const auto done = merged ? change.commit() : Result<ChangeId>(merged.error());
        if (!done) {
            return done.error();
        }
        ++joined;
    }
    return joined;
}

}  // namespace

Result<DuplicateSearch> searchDuplicates(Cellar& cellar, bool joinSure, std::stop_token stop) {
    if (const auto fresh = ContactBook(cellar).refresh(stop); !fresh) {
        return fresh.error();
    }
    storage::PairStore pairs(*cellar.database);
    const auto rows = storage::personRows(*cellar.database);
    const auto parted = pairs.apart();
    if (!rows || !parted) {
        return rows ? parted.error() : rows.error();
    }
    std::vector<people::PersonRecord> records;
    records.reserve(rows->size());
    for (const storage::PersonRow& row : *rows) {
        records.push_back(recordOf(row));
    }
    QSet<std::pair<qint64, qint64>> apart;
    for (const storage::ContactPair& pair : *parted) {
        apart.insert(sorted(pair.one.value, pair.other.value));
    }
    const people::DuplicateReport found = people::findDuplicates(records, {}, stop);
    if (stop.stop_requested()) {
        return Error{ErrorKind::Cancelled, QStringLiteral("the search was stopped"), {}};
    }
    DuplicateSearch search;
    search.contacts = qint64(records.size());
    search.compared = found.compared;
    search.cappedBlocks = found.cappedBlocks;
    if (joinSure) {
        const auto joined = joinUnasked(cellar, found.pairs, apart);
        if (!joined) {
            return joined.error();
        }
        search.joined = *joined;
    }
    std::vector<storage::ContactPair> open;
    for (const people::DuplicatePair& pair : found.pairs) {
        open.push_back({ContactId{pair.one}, ContactId{pair.other}, pair.probability, evidenceText(pair.evidence),
                        QStringLiteral("open")});
    }
    const auto kept = pairs.replaceOpen(open);
    const auto waiting = kept ? pairs.countOpen() : kept;
    const auto listed = waiting ? ContactBook(cellar).refresh(stop) : waiting;
    if (!listed) {
        return listed.error();
    }
    search.open = *waiting;
    return search;
}

Result<Receipt> mergeContacts(Cellar& cellar, ContactId survivor, ContactId absorbed) {
    storage::ContactStore store(*cellar.database);
    for (const ContactId id : {survivor, absorbed}) {
        const auto row = store.row(id);
        if (!row || !*row) {
            return row ? Error{ErrorKind::NotFound, QStringLiteral("there is no contact %1").arg(id.value),
                               QStringLiteral("kithctl contacts list names them.")}
                       : row.error();
        }
    }
    const auto pair = storage::PairStore(*cellar.database).one(survivor, absorbed);
    if (!pair) {
        return pair.error();
    }
    storage::ChangeWriter change(*cellar.database, infoOf("contact.merged", "user", survivor,
                                                          QStringLiteral("Join two contacts of one person")));
    const auto merged = store.merge(change, {absorbed,
                                             survivor,
                                             QStringLiteral("user"),
                                             QStringLiteral("by hand"),
                                             *pair ? (*pair)->evidence : QByteArray("[]"),
                                             {}});
    if (!merged) {
        return merged.error();
    }
    change.addContext(QStringLiteral("absorbed"), merged->absorbed.value);
    return receiptOf(change, cellar, "merge-contacts", QStringLiteral("Join two contacts of one person"));
}

Result<Receipt> unmergeContact(Cellar& cellar, ContactId absorbed) {
    storage::ChangeWriter change(
        *cellar.database, infoOf("contact.unmerged", "user", absorbed, QStringLiteral("Part two contacts again")));
    const auto parted = storage::ContactStore(*cellar.database).unmerge(change, absorbed);
    return parted ? receiptOf(change, cellar, "unmerge-contact", QStringLiteral("Part two contacts again"))
                  : Result<Receipt>(parted.error());
}

Result<Receipt> partContacts(Cellar& cellar, ContactId one, ContactId other) {
    storage::ChangeWriter change(
        *cellar.database, infoOf("contact.told-apart", "user", one, QStringLiteral("Two contacts are two people")));
    const auto parted = storage::PairStore(*cellar.database).part(change, one, other);
    return parted ? receiptOf(change, cellar, "part-contacts", QStringLiteral("Two contacts are two people"))
                  : Result<Receipt>(parted.error());
}

}  // namespace kith::service
