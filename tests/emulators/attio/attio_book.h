// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The records, list entries and notes of the emulated workspace, in memory, with every value's time and its past.
#pragma once

#include "tests/emulators/attio/attio_schema.h"

#include "core/base/clock.h"

#include <QHash>
#include <QJsonArray>

#include <deque>

namespace kith::emulator {

struct AttioRecord {
    QString id;
    QString object;  ///< slug; a list's slug for an entry
    QString createdAt;
    QString parentRecord;               ///< of an entry
    QHash<QString, QJsonArray> values;  ///< by slug: what holds now
    QHash<QString, QJsonArray> past;
};

struct AttioNote {
    QString id;
    QString parentObject;
    QString parentRecord;
    QString title;
    QString content;
    QString createdAt;
};

class AttioBook {
public:
    AttioBook();

    AttioSchema& schema() { return m_schema; }
    const AttioSchema& schema() const { return m_schema; }

    /// Empty, with created_at, created_by and record_id.
    AttioRecord& addRecord(const QString& object, Millis now, const QString& id = {});
    AttioRecord& addEntry(const AttioShape& list, const QString& parentRecord, Millis now);
    AttioNote& addNote(AttioNote note);
    bool removeNote(const QString& id);
    /// Null where it is not there, or was merged and forgotten. A merged one answers under its new id.
    AttioRecord* record(const QString& object, const QString& id);
    AttioRecord* entry(const QString& list, const QString& id);
    bool remove(const QString& object, const QString& id);
    bool removeEntry(const QString& list, const QString& id);
    /// The primary's values win; others join. The id is new. forget: both old ids are 404 from now on.
    QString merge(const QString& object, const QString& primary, const QString& secondary, Millis now, bool forget);

    /// values: as attioValues() makes them; equal payloads keep their time, what goes becomes the past.
    void put(AttioRecord& record, const AttioAttribute& attribute, const QJsonArray& values, Millis now);
    /// Whoever has this value of a unique attribute (folded).
    QString owner(const QString& object, const QString& slug, const QString& value) const;
    /// In the order in which they came.
    std::vector<AttioRecord*> all(const QString& objectOrList);
    const std::vector<AttioNote>& notes() const { return m_notes; }
    void rename(const QString& object, const QString& from, const QString& to);

private:
    void index(const AttioRecord& record, const AttioAttribute& attribute, bool there);

    AttioSchema m_schema;
    std::deque<AttioRecord> m_records;
    QHash<QString, AttioRecord*> m_byId;
    QHash<QString, QString> m_moved;
    QHash<QString, QString> m_owners;  ///< "object slug value" → record
    std::vector<AttioNote> m_notes;
    qint64 m_made{0};
};

/// "2023-01-01T15:00:00.000000000Z"
QString attioTime(Millis time);
QJsonObject attioActor();
/// The payload by which a value is known: its address, number, title, id … folded where the service folds it.
QString attioValueKey(const QJsonObject& value);

}  // namespace kith::emulator
