// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/storage/pair_store.h"

#include "core/storage/rows.h"

#include <algorithm>

namespace kith::storage {

namespace {

constexpr auto kSelectPairs = "SELECT p.one, p.other, p.probability, p.evidence, p.state FROM contact_pairs p ";
constexpr auto kStillTwo =
    "JOIN contacts a ON a.id = p.one AND a.merged_into = 0 JOIN contacts b ON b.id = p.other AND "
    "b.merged_into = 0 WHERE p.state = 'open' ";

ContactPair readPair(const Statement& row) {
    return {row.id<ContactId>(0), row.id<ContactId>(1), row.real(2), row.utf8(3).toByteArray(), row.text(4)};
}

}  // namespace

Result<qint64> PairStore::replaceOpen(std::span<const ContactPair> pairs) {
    Transaction transaction(m_database);
    if (const auto emptied = m_database.run("DELETE FROM contact_pairs WHERE state = 'open'"); !emptied) {
        return emptied.error();
    }
    qint64 added = 0;
    for (const ContactPair& pair : pairs) {
        const auto written = m_database.run("INSERT INTO contact_pairs (one, other, probability, evidence, state, "
                                            "found_at) VALUES (?, ?, ?, ?, 'open', ?) ON CONFLICT DO NOTHING",
                                            std::min(pair.one, pair.other), std::max(pair.one, pair.other),
                                            pair.probability, QString::fromUtf8(pair.evidence), m_database.now());
        if (!written) {
            return written;
        }
        added += *written;
    }
    const auto done = transaction.commit();
    return done ? Result<qint64>(added) : Result<qint64>(done.error());
}

Result<std::vector<ContactPair>> PairStore::open(int limit) {
    return allRows(
        m_database.query(QByteArray(kSelectPairs) + kStillTwo + "ORDER BY p.probability DESC, p.one, p.other LIMIT ?",
                         limit),
        readPair);
}

Result<qint64> PairStore::countOpen() {
    const auto number = m_database.number(QByteArray("SELECT count(*) FROM contact_pairs p ") + kStillTwo);
    return number ? Result<qint64>(number->value_or(0)) : Result<qint64>(number.error());
}

Result<std::optional<ContactPair>> PairStore::one(ContactId a, ContactId b) {
    return firstRow(
        m_database.query(QByteArray(kSelectPairs) + "WHERE p.one = ? AND p.other = ?", std::min(a, b), std::max(a, b)),
        readPair);
}

Result<void> PairStore::part(ChangeWriter& change, ContactId a, ContactId b) {
    const QJsonObject key{{QStringLiteral("one"), std::min(a, b).value},
                          {QStringLiteral("other"), std::max(a, b).value}};
    const auto known = one(a, b);
    if (!known) {
        return known.error();
    }
    if (*known) {
        change.updateRow("contact_pairs", key, {{QStringLiteral("state"), QStringLiteral("apart")}});
    } else {
        QJsonObject row = key;
        row.insert(QStringLiteral("probability"), 0.0);
        row.insert(QStringLiteral("evidence"), QStringLiteral("[]"));
        row.insert(QStringLiteral("state"), QStringLiteral("apart"));
        row.insert(QStringLiteral("found_at"), qint64(m_database.now().count()));
        change.insertRow("contact_pairs", row);
    }
    return change.error() ? Result<void>(*change.error()) : Result<void>();
}

Result<std::vector<ContactPair>> PairStore::apart() {
    return allRows(m_database.query(QByteArray(kSelectPairs) + "WHERE p.state = 'apart' ORDER BY p.one, p.other"),
                   readPair);
}

}  // namespace kith::storage
