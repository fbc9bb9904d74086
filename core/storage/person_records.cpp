// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/storage/person_records.h"

#include "core/storage/rows.h"

#include <QHash>

namespace kith::storage {

namespace {

Result<void> addValues(Database& database, std::vector<PersonRow>& people, const QHash<qint64, size_t>& places) {
    Statement rows =
        database.query("SELECT contact_id, field, value, normalized, position FROM contact_values ORDER BY "
                       "contact_id, field, position");
    while (rows.next()) {
        const auto place = places.constFind(rows.integer(0));
        if (place == places.cend()) {
            continue;
        }
        PersonRow& person = people[*place];
        const QString field = rows.text(1);
        if (field == QStringLiteral("email")) {
            person.emails << rows.text(3);
        } else if (field == QStringLiteral("phone")) {
            person.phones << rows.text(3);
        } else if (rows.integer(4) == 0) {
            QString& value = field == QStringLiteral("name")      ? person.name
                             : field == QStringLiteral("company") ? person.company
                                                                  : person.title;
            value = rows.text(2);
        }
    }
    return rows.failed() ? Result<void>(rows.error()) : Result<void>();
}

/// Also of those that were absorbed: they stand for the same person.
Result<void> addIdentities(Database& database, std::vector<PersonRow>& people, const QHash<qint64, size_t>& places) {
    Statement rows =
        database.query("SELECT i.kind, i.value, i.contact_id, c.merged_into FROM identities i JOIN contacts "
                       "c ON c.id = i.contact_id ORDER BY i.contact_id, i.position");
    while (rows.next()) {
        auto place = places.constFind(rows.integer(2));
        place = place == places.cend() ? places.constFind(rows.integer(3)) : place;
        if (place == places.cend()) {
            continue;
        }
        PersonRow& person = people[*place];
        const QString kind = rows.text(0);
        QStringList& values = kind == QStringLiteral("email")   ? person.emails
                              : kind == QStringLiteral("phone") ? person.phones
                                                                : person.externalIds;
        const QString value = &values == &person.externalIds ? kind + QLatin1Char(':') + rows.text(1) : rows.text(1);
        if (!values.contains(value)) {
            values << value;
        }
    }
    return rows.failed() ? Result<void>(rows.error()) : Result<void>();
}

}  // namespace

Result<std::vector<PersonRow>> personRows(Database& database) {
    auto people = allRows(database.query("SELECT id, name FROM contacts WHERE merged_into = 0 ORDER BY id"),
                          [](const Statement& row) {
                              PersonRow person;
                              person.contact = row.id<ContactId>(0);
                              person.name = row.text(1);
                              return person;
                          });
    if (!people) {
        return people;
    }
    QHash<qint64, size_t> places;
    places.reserve(qsizetype(people->size()));
    for (size_t i = 0; i < people->size(); ++i) {
        places.insert((*people)[i].contact.value, i);
    }
    const auto valued = addValues(database, *people, places);
    const auto named = valued ? addIdentities(database, *people, places) : valued;
    return named ? people : Result<std::vector<PersonRow>>(named.error());
}

}  // namespace kith::storage
