// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Port: a source that may know more about a person. Identities in; values with where they stand, and the document, out.
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

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

/// Callable from several workers at a time; blocks the worker and ends at once when a stop is asked for.
class EnrichmentSource {
public:
    virtual ~EnrichmentSource() = default;
    virtual QString name() const = 0;  ///< signature, attio, onyx
    /// Nothing: the source knows nobody like that. An error is a failure and never data: SignInNeeded (key), Denied
    /// (plan, rights), RateLimited, Unreachable, Malformed (an answer or a schema that means nothing), Cancelled.
    virtual Result<std::optional<EnrichmentFinding>> lookUp(const EnrichmentSubject& subject, std::stop_token stop) = 0;
    /// One small question with the key: whom it belongs to, in words for the user.
    virtual Result<QString> greet(std::stop_token stop) = 0;
};

}  // namespace kith::people
