// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Contacts that are due visit the sources that know more about people. Work is rows: a failure leaves its task for
// later and the card as it was. Straight-line; a worker or kithctl runs it.
#pragma once

#include "core/base/clock.h"
#include "core/people/enrichment_source.h"
#include "core/service/contact_book.h"
#include "core/storage/source_store.h"
#include "core/storage/task_store.h"

#include <functional>
#include <map>
#include <stop_token>

namespace kith::service {

/// The user's; stored under enrich.*
struct EnrichmentSettings {
    int batch{50};         ///< people at a time
    int inFlight{16};      ///< of them asked about at once
    int maxAttempts{5};    ///< of one task
    int refreshDays{30};   ///< after which a source is asked again
    int everyMinutes{60};  ///< how often the running house looks for work; 0: only by hand
    bool paused{false};
};

Result<EnrichmentSettings> enrichmentSettings(Cellar& cellar);

struct SourceReport {
    qint64 asked{0};
    qint64 found{0};
    qint64 unknown{0};             ///< whom the source does not know
    qint64 failed{0};              ///< left for later, or for ever after the last attempt
    std::optional<Error> stopped;  ///< why nothing more was asked: the key, the plan
};

struct EnrichmentReport {
    std::map<QString, SourceReport> sources;
    qint64 fieldsAdded{0};
    qint64 fieldsConfirmed{0};
    qint64 conflicts{0};

    bool complete() const;  ///< nothing failed and nothing was stopped
};

class Enrichment {
public:
    Enrichment(Cellar& cellar, Clock& clock, EnrichmentSettings settings);

    /// Tasks for contacts that this source was not asked about lately; how many contacts.
    Result<qint64> plan(const QString& source, int most);
    /// What failed for good goes again.
    Result<qint64> retryFailed();
    /// Due tasks of this source, at most so many contacts. Errors are of our own database and Cancelled only: what a
    /// source did wrong stands in the report. after: each contact.
    Result<void> run(people::EnrichmentSource& source, int most, std::stop_token stop,
                     const std::function<void()>& after = {});
    /// The same for "signature": the contact's own letters, read again.
    Result<void> runSignatures(int most, std::stop_token stop, const std::function<void()>& after = {});
    Result<storage::TaskCounts> counts();
    const EnrichmentReport& report() const { return m_report; }

    /// Whom a source is asked about; nothing where the contact is gone.
    Result<std::optional<people::EnrichmentSubject>> subject(ContactId contact, const QString& source);

private:
    using Group = storage::TaskStore::EntityTasks;
    struct Visit;
    Result<std::vector<Visit>> visits(std::vector<Group>&& groups, const QString& source);
    Result<void> visitAll(people::EnrichmentSource& source, std::vector<Visit>&& visits, std::stop_token stop,
                          const std::function<void()>& after);
    Result<void> settle(const QString& source, Visit& visit);
    Result<void> failed(const QString& source, const Group& group, const Error& error);
    Result<void> unknown(const QString& source, const Visit& visit);
    Result<void> enter(const QString& source, const Visit& visit);
    Result<void> closeUnsaid(storage::ChangeWriter& change, const QString& source, ContactId contact,
                             const std::vector<storage::Observation>& said);
    Result<void> finishAll(const Group& group, const std::vector<people::SourcedValue>& values, const QString& source);
    Result<void> releaseAll(const Group& group, const QString& reason);
    Result<qint64> readLetters(ContactId contact);
    Result<void> noteLettersRead(ContactId contact);

    Cellar& m_cellar;
    Clock& m_clock;
    EnrichmentSettings m_settings;
    storage::TaskStore m_tasks;
    storage::SourceStore m_sources;
    EnrichmentReport m_report;
};

/// What the tasks of a source are called: enrich.contact_info, enrich.company_info …
QStringList enrichmentKinds(const QString& source);
/// contact:12/attio
QString enrichmentEntity(ContactId contact, const QString& source);
struct EnrichmentTarget {
    ContactId contact;
    QString source;
};
EnrichmentTarget enrichmentTarget(const QString& entity);
/// 5 min · 2ⁿ with jitter, at most a day; what the service asked for is a floor. random in [0, 1).
Millis enrichmentDelay(int attempts, double random, std::optional<Millis> asked);

}  // namespace kith::service
