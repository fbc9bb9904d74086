// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Attio's schema and its typed values, of every kind that its contract knows; what it does not know is kept as it came.
#pragma once

#include "core/base/clock.h"

#include <QJsonObject>
#include <QMap>
#include <QString>

#include <optional>
#include <vector>

namespace kith::sources {

struct AttioAttribute {
    QString id;
    QString slug;
    QString title;
    QString type;
    bool unique{false};
    bool several{false};
    bool writable{false};
    bool archived{false};
};

/// What of an object Kith can read: found by type first, then by slug or title, so that renaming does no harm.
struct AttioShape {
    QString object;  ///< slug
    std::vector<AttioAttribute> attributes;

    const AttioAttribute* bySlug(const QString& slug) const;
    const AttioAttribute* byType(const QString& type) const;
    /// The attribute that holds one of Kith's fields (job_title, company, linkedin_url …); null where there is none.
    const AttioAttribute* forField(const QString& field) const;
};

struct AttioValue {
    QString type;
    QString text;      ///< as a person would read it; empty for kinds that nobody knows
    QString key;       ///< by which two values are the same: folded address, E.164, id …
    QString target;    ///< record-reference: the object
    QString targetId;  ///< record-reference and actor-reference
    Millis activeFrom{0};
    Millis activeUntil{0};  ///< 0: it holds
    QJsonObject raw;
};

struct AttioRecord {
    QString id;
    QString link;
    Millis createdAt{0};
    QMap<QString, std::vector<AttioValue>> values;  ///< by slug; what holds now

    QString text(const AttioAttribute* attribute) const;  ///< the first value's; empty where there is none
};

/// Nothing where it has no id: the rest may be missing, null or of a new shape.
std::optional<AttioRecord> attioRecord(const QJsonObject& json);
AttioValue attioValue(const QJsonObject& json);
std::vector<AttioValue> attioValues(const QJsonValue& list);
std::optional<AttioAttribute> attioAttribute(const QJsonObject& json);
/// Timestamps have nine decimals; also without zone, and dates. 0 where it is none.
Millis attioTime(const QString& text);

}  // namespace kith::sources
