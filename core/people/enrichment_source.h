// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Port: a source that may know more about a person. Identities in; values with where they stand, and the document, out.
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>
#include <vector>

namespace kith::people {

/// Whom a source is asked about.
struct EnrichmentSubject {
    QString name{};
    QStringList emails{};
    QString company{};
    QString reference{};  ///< what this source called the person last time; empty: never met
};

struct SourcedValue {
    QString field;  ///< as in ContactField: name, job_title, company, email, phone, linkedin_url, url, address
    QString value;
    QString evidence;   ///< the sentence that says it, as it stands there; empty: it is a field of a record
    QString reference;  ///< the record or document that says it; a web address where it has one
    QString method;     ///< attio.record, onyx.sentence …
    double confidence{0};
    Millis validFrom{0};  ///< 0: not told

    bool operator==(const SourcedValue&) const = default;
};

struct EnrichmentFinding {
    QString reference;     ///< the source's name for the person
    QString formerly;      ///< the reference that was asked for, where the person has moved to another one since
    QString title;         ///< for the screen
    QString link;          ///< empty: it has none
    QJsonObject document;  ///< what the source said, kept as its version; equal documents say that nothing changed
    std::vector<SourcedValue> values;
};

/// A person as a source lists them.
struct ListedPerson {
    QString reference;
    QString link;
    QString name;
    QStringList emails;
    QStringList phones;
    QString jobTitle;
    QString company;
    Millis createdAt{0};
    QJsonObject values{};  ///< all of the record, texts by the source's own names of fields
};

/// What Kith believes and the source may take over.
struct FieldWish {
    QString field;
    QString value;
};

struct FieldChange {
    QString field;  ///< Kith's
    QString slug;   ///< the source's
    QString title;
    QStringList before;
    QStringList after;

    bool changes() const { return before != after; }
    bool operator==(const FieldChange&) const = default;
};

/// What writing to the source would change; nothing is written yet, and no value of several is ever dropped.
struct WriteBack {
    QString record;    ///< empty: a person that would be made
    QString matching;  ///< by which the source finds the person
    std::vector<FieldChange> fields;
    QStringList refused;  ///< Kith's fields that the source has no place for, or does not let be written
    QJsonObject values;   ///< as they would be sent

    bool changes() const {
        for (const FieldChange& field : fields) {
            if (field.changes()) {
                return true;
            }
        }
        return false;
    }
};

/// Callable from several workers at a time; blocks the worker and ends at once when a stop is asked for.
class EnrichmentSource {
public:
    virtual ~EnrichmentSource();
    virtual QString name() const = 0;  ///< signature, attio, onyx
    /// Nothing: the source knows nobody like that. An error is a failure and never data: SignInNeeded (key), Denied
    /// (plan, rights), RateLimited, Unreachable, Malformed (an answer or a schema that means nothing), Cancelled.
    virtual Result<std::optional<EnrichmentFinding>> lookUp(const EnrichmentSubject& subject, std::stop_token stop) = 0;
    /// One small question with the key: whom it belongs to, in words for the user.
    virtual Result<QString> greet(std::stop_token stop) = 0;

    // What not every source can: Unsupported unless it is said otherwise.
    /// Everybody, page by page; how many. sink: false ends it.
    virtual Result<qint64> everyPerson(const std::function<bool(std::vector<ListedPerson>&&)>& sink,
                                       std::stop_token stop);
    virtual Result<WriteBack> preview(const EnrichmentSubject& subject, const std::vector<FieldWish>& wishes,
                                      std::stop_token stop);
    /// Only what was shown: Conflict where the source has changed since.
    virtual Result<void> write(const WriteBack& shown, const EnrichmentSubject& subject,
                               const std::vector<FieldWish>& wishes, std::stop_token stop);
};

}  // namespace kith::people
