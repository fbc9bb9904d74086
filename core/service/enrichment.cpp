// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/enrichment_visit.h"

#include "core/base/ordered_pipeline.h"

#include <QRandomGenerator>

#include <algorithm>
#include <atomic>
#include <cmath>

namespace kith::service {

namespace {

const QString kEnrichKinds = QStringLiteral("enrich.");
constexpr Millis kFirstDelay{std::chrono::minutes{5}};
constexpr Millis kLongestDelay{std::chrono::hours{24}};

bool endsTheVisits(const Error& error) {
    return error.kind == ErrorKind::SignInNeeded || error.kind == ErrorKind::Denied;
}

}  // namespace

bool EnrichmentReport::complete() const {
    return std::ranges::none_of(sources, [](const auto& one) { return one.second.failed > 0 || one.second.stopped; });
}

Result<EnrichmentSettings> enrichmentSettings(Cellar& cellar) {
    EnrichmentSettings settings;
    struct Row {
        const char* key;
        int* value;
        int least;
        int most;
    };
    for (const Row& row :
         {Row{"enrich.batch", &settings.batch, 1, 1'000}, Row{"enrich.in_flight", &settings.inFlight, 1, 32},
          Row{"enrich.max_attempts", &settings.maxAttempts, 1, 20},
          Row{"enrich.refresh_days", &settings.refreshDays, 1, 3'650},
          Row{"enrich.every_minutes", &settings.everyMinutes, 0, 7 * 24 * 60}}) {
        const auto stored = cellar.settings.integer(QLatin1String(row.key), *row.value);
        if (!stored) {
            return stored.error();
        }
        *row.value = int(std::clamp<qint64>(*stored, row.least, row.most));
    }
    const auto paused = cellar.settings.flag(QStringLiteral("enrich.paused"), false);
    if (!paused) {
        return paused.error();
    }
    settings.paused = *paused;
    return settings;
}

QStringList enrichmentKinds(const QString& source) {
    if (source == QLatin1String("signature")) {
        return {QStringLiteral("enrich.email_metadata")};
    }
    return {QStringLiteral("enrich.contact_info"), QStringLiteral("enrich.company_info"),
            QStringLiteral("enrich.social_media")};
}

QString enrichmentEntity(ContactId contact, const QString& source) {
    return contactEntity(contact) + QLatin1Char('/') + source;
}

EnrichmentTarget enrichmentTarget(const QString& entity) {
    const QString contact = entity.section(QLatin1Char('/'), 0, 0);
    return {ContactId{contact.section(QLatin1Char(':'), 1).toLongLong()}, entity.section(QLatin1Char('/'), 1)};
}

Millis enrichmentDelay(int attempts, double random, std::optional<Millis> asked) {
    const qint64 doubled = kFirstDelay.count() << std::clamp(attempts, 0, 12);
    const qint64 base = std::min<qint64>(doubled, kLongestDelay.count() * 4 / 5);
    const Millis delay{base + qint64(std::clamp(random, 0.0, 1.0) * double(base) / 4)};
    return std::min(std::max(delay, asked.value_or(Millis{0})), kLongestDelay);
}

Enrichment::Enrichment(Cellar& cellar, Clock& clock, EnrichmentSettings settings)
    : m_cellar(cellar)
    , m_clock(clock)
    , m_settings(settings)
    , m_tasks(*cellar.database)
    , m_sources(*cellar.database) {
}

Result<qint64> Enrichment::plan(const QString& source, int most) {
    const Millis since = m_clock.now() - std::chrono::hours(24) * m_settings.refreshDays;
    const auto due = m_sources.due(source, since, most);
    if (!due) {
        return due.error();
    }
    storage::Transaction transaction(*m_cellar.database);
    for (const ContactId contact : *due) {
        for (const QString& kind : enrichmentKinds(source)) {
            Task task;
            task.kind = kind;
            task.entity = enrichmentEntity(contact, source);
            task.maxAttempts = m_settings.maxAttempts;
            if (const auto added = m_tasks.add(task); !added) {
                return added.error();
            }
        }
    }
    const auto planned = transaction.commit();
    return planned ? Result<qint64>(qint64(due->size())) : Result<qint64>(planned.error());
}

Result<qint64> Enrichment::retryFailed() {
    qint64 retried = 0;
    for (const char* kind : {"contact_info", "company_info", "social_media", "email_metadata"}) {
        const auto some = m_tasks.retryFailed(kEnrichKinds + QLatin1String(kind));
        if (!some) {
            return some;
        }
        retried += *some;
    }
    return retried;
}

Result<storage::TaskCounts> Enrichment::counts() {
    return m_tasks.countsAll(kEnrichKinds);
}

Result<std::optional<people::EnrichmentSubject>> Enrichment::subject(ContactId contact, const QString& source) {
    ContactBook book(m_cellar);
    const auto card = book.card(contact);
    if (!card) {
        return card.error().kind == ErrorKind::NotFound
                   ? Result<std::optional<people::EnrichmentSubject>>(std::nullopt)
                   : Result<std::optional<people::EnrichmentSubject>>(card.error());
    }
    const auto before = m_sources.newest(source, contactEntity(card->id));
    if (!before) {
        return before.error();
    }
    people::EnrichmentSubject subject;
    const QString name = card->value(QStringLiteral("name"));
    subject.name = name.isEmpty() ? card->name : name;
    for (const storage::HeldIdentity& held : card->identities) {
        if (held.identity.kind == QLatin1String("email")) {
            subject.emails << held.identity.value;
        }
    }
    subject.company = card->value(QStringLiteral("company"));
    subject.reference = *before ? (*before)->reference : QString();
    return std::optional(std::move(subject));
}

Result<std::vector<Enrichment::Visit>> Enrichment::visits(std::vector<Group>&& groups, const QString& source) {
    ContactBook book(m_cellar);
    std::vector<Visit> all;
    for (Group& group : groups) {
        const auto standing = book.standing(enrichmentTarget(group.entity).contact);
        const auto whom =
            standing ? subject(*standing, source) : Result<std::optional<people::EnrichmentSubject>>(standing.error());
        if (!whom && whom.error().kind != ErrorKind::NotFound) {
            return whom.error();
        }
        if (whom && *whom) {
            all.push_back({std::move(group), *standing, **whom, {}});
            continue;
        }
        for (const Task& task : group.tasks) {
            if (const auto done = m_tasks.finish(task.id, TaskState::Cancelled, QStringLiteral("the contact is gone"));
                !done) {
                return done.error();
            }
        }
    }
    return all;
}

Result<void> Enrichment::run(people::EnrichmentSource& source, int most, std::stop_token stop,
                             const std::function<void()>& after) {
    const QString name = source.name();
    SourceReport& report = m_report.sources[name];
    while (most > 0 && !report.stopped && !stop.stop_requested()) {
        auto groups = m_tasks.takeEntities(kEnrichKinds, QLatin1Char('/') + name, std::min(most, m_settings.batch));
        if (!groups || groups->empty()) {
            return groups ? Result<void>() : Result<void>(groups.error());
        }
        most -= int(groups->size());
        auto whom = visits(*std::move(groups), name);
        if (!whom) {
            return whom.error();
        }
        if (const auto visited = visitAll(source, *std::move(whom), stop, after); !visited) {
            return visited;
        }
    }
    return stop.stop_requested() ? Error{ErrorKind::Cancelled, QStringLiteral("stopped"), {}} : Result<void>();
}

Result<void> Enrichment::visitAll(people::EnrichmentSource& source, std::vector<Visit>&& visits, std::stop_token stop,
                                  const std::function<void()>& after) {
    std::atomic<bool> ending{false};
    size_t next = 0;
    OrderedPipeline<Visit, Visit> pipeline(
        {.read = [&]() -> std::optional<Visit> {
             return next < visits.size() ? std::optional(std::move(visits[next++])) : std::nullopt;
         },
         .work =
             [&](Visit&& visit) {
                 if (!ending && !stop.stop_requested()) {
                     visit.answer = source.lookUp(visit.subject, stop);
                     ending = ending || (!*visit.answer && endsTheVisits(visit.answer->error()));
                 }
                 return std::move(visit);
             },
         .weight = [](const Visit&) -> size_t { return 1; },
         .maxWeight = size_t(m_settings.inFlight) * 2,
         .workers = m_settings.inFlight});
    Result<void> trouble;
    while (auto visit = pipeline.next()) {
        // After a failure of our own the rest still comes home, and stays to be done.
        const auto settled =
            trouble ? settle(source.name(), *visit) : releaseAll(visit->group, QStringLiteral("not reached"));
        trouble = trouble ? settled : trouble;
        if (after) {
            after();
        }
    }
    return trouble;
}

Result<void> Enrichment::settle(const QString& source, Visit& visit) {
    SourceReport& report = m_report.sources[source];
    if (!visit.answer) {
        return releaseAll(visit.group, QStringLiteral("not reached"));
    }
    if (*visit.answer) {
        ++report.asked;
        ++(**visit.answer ? report.found : report.unknown);
        return **visit.answer ? enter(source, visit) : unknown(source, visit);
    }
    const Error& error = visit.answer->error();
    if (error.kind == ErrorKind::Cancelled) {
        return releaseAll(visit.group, QStringLiteral("stopped"));
    }
    ++report.asked;
    ++report.failed;
    if (endsTheVisits(error)) {
        report.stopped = error;
        return releaseAll(visit.group, error.detail);
    }
    return failed(source, visit.group, error);
}

Result<void> Enrichment::failed(const QString& /*source*/, const Group& group, const Error& error) {
    for (const Task& task : group.tasks) {
        const Millis delay =
            enrichmentDelay(task.attempts, QRandomGenerator::global()->generateDouble(), error.retryAfter);
        if (const auto left = m_tasks.fail(task.id, error.detail, delay); !left) {
            return left.error();
        }
    }
    return {};
}

Result<void> Enrichment::releaseAll(const Group& group, const QString& reason) {
    for (const Task& task : group.tasks) {
        if (const auto released = m_tasks.release(task.id, reason); !released) {
            return released;
        }
    }
    return {};
}

}  // namespace kith::service
