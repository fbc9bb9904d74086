// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What was seen about people, with where it was seen; and the people themselves.
#pragma once

#include "core/storage/journal.h"

#include <span>

namespace kith::storage {

struct Observation {
    qint64 id{0};
    QString entity;  ///< contact:ID, or address:key before there is a contact
    QString field;   ///< name, job_title, company, email, phone …
    QString value;
    QString normalized;
    QString source;  ///< signature, header, attio, onyx, import, user
    QString sourceRef;
    MessageId message;
    int start{-1};  ///< code points of the message's text
    int end{-1};
    QString method;
    double confidence{0};
    std::chrono::milliseconds observedAt{0};
    std::chrono::milliseconds validFrom{0};
    std::chrono::milliseconds validTo{0};  ///< 0: still
    bool locked{false};
    QString state;                           ///< believed, chosen, rejected; empty: believed
    std::chrono::milliseconds decidedAt{0};  ///< when the user chose, locked or rejected it; 0: never
    ImportId import;                         ///< the file that brought it, where one did
    QString kind;                            ///< of a phone: mobile, work, fax, direct
};

class ObservationStore {
public:
    explicit ObservationStore(Database& database)
        : m_database(database) {}

    /// Machine's finds in bulk, without inverse (see BulkInverse): one row each distinct (entity, field, normalized,
    /// source, sourceRef, message); how many were new.
    Result<qint64> addFound(std::span<const Observation> found);
    Result<qint64> add(ChangeWriter& change, const Observation& observation);
    Result<std::vector<Observation>> of(const QString& entity);
    Result<std::optional<Observation>> one(qint64 id);
    /// Those that the user accepted and rejected, by (source, field).
    struct Verdicts {
        QString source;
        QString field;
        int accepted{0};
        int rejected{0};
    };
    Result<std::vector<Verdicts>> verdicts();
    /// How sure Kith said it was of a value, and whether the user then said that it is right; the newest 500.
    Result<std::vector<std::pair<double, bool>>> outcomes();

private:
    Database& m_database;
};

}  // namespace kith::storage
