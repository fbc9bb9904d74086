// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What becomes of a source's answer: a version, values with provenance, and finished tasks, in one transaction.
#include "core/service/enrichment_visit.h"

#include <QJsonArray>

#include <algorithm>

namespace kith::service {

namespace {

constexpr std::chrono::hours kConfirmEvery{24};

bool isOfKind(const QString& field, const QString& kind) {
    const bool company = field == QLatin1String("company");
    const bool social = field.endsWith(QLatin1String("_url")) || field == QLatin1String("url");
    return kind == QLatin1String("enrich.company_info")   ? company
           : kind == QLatin1String("enrich.social_media") ? social
           : kind == QLatin1String("enrich.contact_info") ? !company && !social
                                                          : true;
}

storage::Observation observed(const QString& source, const people::SourcedValue& value) {
    storage::Observation one;
    one.field = value.field;
    one.value = value.value;
    one.source = source;
    one.sourceRef = value.reference;
    one.method = value.method;
    one.confidence = value.confidence;
    one.validFrom = value.validFrom;
    return one;
}

/// The document with what was taken out of it, so that each value's sentence can be shown.
QJsonObject keptDocument(const people::EnrichmentFinding& finding) {
    QJsonObject document = finding.document;
    QJsonArray facts;
    for (const people::SourcedValue& value : finding.values) {
        if (!value.evidence.isEmpty()) {
            facts.append(QJsonObject{{QStringLiteral("field"), value.field},
                                     {QStringLiteral("value"), value.value},
                                     {QStringLiteral("evidence"), value.evidence},
                                     {QStringLiteral("reference"), value.reference}});
        }
    }
    if (!facts.isEmpty()) {
        document.insert(QStringLiteral("facts"), facts);
    }
    return document;
}

storage::ChangeInfo enrichmentChange(const QString& source, ContactId contact) {
    return {QStringLiteral("contact.enriched"),
            QStringLiteral("source:") + source,
            contactEntity(contact),
            {},
            QStringLiteral("Values from %1").arg(source),
            {{QStringLiteral("source"), source}},
            true};
}

}  // namespace

Result<void> Enrichment::unknown(const QString& source, const Visit& visit) {
    const QString entity = contactEntity(visit.contact);
    const auto before = m_sources.newest(source, entity);
    if (!before) {
        return before.error();
    }
    if (*before && (*before)->reference.isEmpty()) {
        const auto touched = m_sources.touch((*before)->id);
        return touched ? finishAll(visit.group, {}, source) : touched;
    }
    storage::ChangeWriter change(*m_cellar.database, enrichmentChange(source, visit.contact));
    m_sources.put(change, {.source = source, .entity = entity}, *before);
    if (const auto closed = closeUnsaid(change, source, visit.contact, {}); !closed) {
        return closed;
    }
    if (const auto finished = finishAll(visit.group, {}, source); !finished) {
        return finished;
    }
    const auto done = change.commit();
    return done ? Result<void>() : Result<void>(done.error());
}

Result<void> Enrichment::enter(const QString& source, const Visit& visit) {
    const people::EnrichmentFinding& finding = *visit.answer->value();
    const QString entity = contactEntity(visit.contact);
    const auto before = m_sources.newest(source, entity);
    if (!before) {
        return before.error();
    }
    const QJsonObject document = keptDocument(finding);
    const bool same = *before && (*before)->reference == finding.reference && (*before)->document == document;
    if (same && m_clock.now() - (*before)->checkedAt < kConfirmEvery) {
        m_report.fieldsConfirmed += qint64(finding.values.size());
        const auto touched = m_sources.touch((*before)->id);
        return touched ? finishAll(visit.group, finding.values, source) : touched;
    }
    storage::ChangeWriter change(*m_cellar.database, enrichmentChange(source, visit.contact));
    if (!same) {
        m_sources.put(change, {0, source, entity, finding.reference, finding.title, finding.link, document, {}, {}, {}},
                      *before);
    }
    std::vector<storage::Observation> said;
    for (const people::SourcedValue& value : finding.values) {
        said.push_back(observed(source, value));
    }
    const auto counts = ContactBook(m_cellar).observe(change, visit.contact, said);
    const auto closed = counts ? closeUnsaid(change, source, visit.contact, said) : Result<void>(counts.error());
    const auto touched = closed && same ? m_sources.touch((*before)->id) : closed;
    const auto finished = touched ? finishAll(visit.group, finding.values, source) : touched;
    if (!finished) {
        return finished;
    }
    const auto done = change.commit();
    if (!done) {
        return done.error();
    }
    m_report.fieldsAdded += counts->added;
    m_report.fieldsConfirmed += counts->confirmed;
    m_report.conflicts += counts->conflicts;
    return {};
}

/// What this source said before and says no more ends now; the card keeps it as the past.
Result<void> Enrichment::closeUnsaid(storage::ChangeWriter& change, const QString& source, ContactId contact,
                                     const std::vector<storage::Observation>& said) {
    const auto known = m_cellar.observations.of(contactEntity(contact));
    if (!known) {
        return known.error();
    }
    ContactBook book(m_cellar);
    for (const storage::Observation& one : *known) {
        const bool again = std::ranges::any_of(said, [&](const storage::Observation& fresh) {
            return fresh.field == one.field && fresh.value == one.value && fresh.sourceRef == one.sourceRef;
        });
        if (one.source == source && one.validTo.count() == 0 && !again) {
            if (const auto closed = book.setOpen(change, one.id, false); !closed) {
                return closed;
            }
        }
    }
    return {};
}

Result<void> Enrichment::finishAll(const Group& group, const std::vector<people::SourcedValue>& values,
                                   const QString& source) {
    for (const Task& task : group.tasks) {
        const auto ofIt = std::ranges::count_if(
            values, [&](const people::SourcedValue& value) { return isOfKind(value.field, task.kind); });
        const QString nothing = values.empty() ? QStringLiteral("%1 knows nobody with this address").arg(source)
                                               : QStringLiteral("%1 has nothing of this kind").arg(source);
        const auto done = ofIt > 0 ? m_tasks.finish(task.id, TaskState::Completed)
                                   : m_tasks.finish(task.id, TaskState::Skipped, nothing);
        if (!done) {
            return done;
        }
    }
    return {};
}

}  // namespace kith::service
