// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What writing a person back to Attio would change, before anything is written: old beside new, and no value of a
// multiselect is ever dropped.
#pragma once

#include "core/people/enrichment_source.h"
#include "core/sources/attio_values.h"

namespace kith::sources {

/// What Kith believes: of several values of one field, each is written where Attio takes several.
struct AttioWish {
    QString field;  ///< name, email, phone, job_title, linkedin_url
    QString value;
};

struct AttioFieldChange {
    QString field;  ///< Kith's
    QString slug;
    QString title;
    QStringList before;
    QStringList after;

    bool changes() const { return before != after; }
    bool operator==(const AttioFieldChange&) const = default;
};

struct AttioPreview {
    QString record;  ///< empty: a person that would be made
    QString matching;
    std::vector<AttioFieldChange> fields;
    QStringList refused;  ///< Kith's fields that Attio has no place for, or does not let be written
    QJsonObject values;   ///< as they would be sent: only what changes, and the matching attribute

    bool changes() const;
};

/// current: nothing where Attio does not know the person. Malformed where the shape has no e-mail addresses.
Result<AttioPreview> attioPreview(const AttioShape& shape, const std::optional<AttioRecord>& current,
                                  const std::vector<AttioWish>& wishes);

}  // namespace kith::sources
