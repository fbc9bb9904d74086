// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The source that is always there: the contact's own letters, read again by today's methods.
#include "core/service/enrichment.h"
#include "core/service/letter_intake.h"

namespace kith::service {

namespace {

constexpr int kLettersOfOne = 20;
const QString kSignature = QStringLiteral("signature");

}  // namespace

Result<qint64> Enrichment::readLetters(ContactId contact) {
    const auto whom = subject(contact, kSignature);
    if (!whom || !*whom) {
        return whom ? Result<qint64>(0) : Result<qint64>(whom.error());
    }
    qint64 added = 0;
    for (const QString& address : (*whom)->emails) {
        const auto letters = m_cellar.messages.fromSender(address, {}, kLettersOfOne);
        if (!letters) {
            return letters.error();
        }
        for (const MessageId id : *letters) {
            const auto bytes = m_cellar.messages.source(id);
            if (!bytes) {
                return bytes.error();
            }
            intake::RawMessage raw;
            raw.bytes = bytes->value_or(QByteArray());
            const auto stored = storeFacts(m_cellar, m_clock, id, prepare(std::move(raw)));
            if (!stored) {
                return stored;
            }
            added += *stored;
        }
    }
    return added;
}

Result<void> Enrichment::runSignatures(int most, std::stop_token stop, const std::function<void()>& after) {
    SourceReport& report = m_report.sources[kSignature];
    while (most > 0 && !stop.stop_requested()) {
        const auto groups = m_tasks.takeEntities(QStringLiteral("enrich."), QLatin1Char('/') + kSignature,
                                                 std::min(most, m_settings.batch));
        if (!groups || groups->empty()) {
            return groups ? Result<void>() : Result<void>(groups.error());
        }
        most -= int(groups->size());
        for (const Group& group : *groups) {
            if (stop.stop_requested()) {
                if (const auto released = releaseAll(group, QStringLiteral("stopped")); !released) {
                    return released;
                }
                continue;
            }
            const ContactId contact = enrichmentTarget(group.entity).contact;
            const auto added = readLetters(contact);
            const auto version = added ? noteLettersRead(contact) : Result<void>(added.error());
            if (!version) {
                return version;
            }
            ++report.asked;
            ++(*added > 0 ? report.found : report.unknown);
            m_report.fieldsAdded += *added;
            for (const Task& task : group.tasks) {
                const auto done = *added > 0 ? m_tasks.finish(task.id, TaskState::Completed)
                                             : m_tasks.finish(task.id, TaskState::Skipped,
                                                              QStringLiteral("nothing new in the letters"));
                if (!done) {
                    return done;
                }
            }
            if (after) {
                after();
            }
        }
    }
    return stop.stop_requested() ? Error{ErrorKind::Cancelled, QStringLiteral("stopped"), {}} : Result<void>();
}

/// That and when they were read; by which methods, so that better ones read them again.
Result<void> Enrichment::noteLettersRead(ContactId contact) {
    const QString entity = contactEntity(contact);
    const auto before = m_sources.newest(kSignature, entity);
    if (!before) {
        return before.error();
    }
    if (*before) {
        return m_sources.touch((*before)->id);
    }
    storage::ChangeWriter change(*m_cellar.database, {QStringLiteral("contact.letters_read"),
                                                      QStringLiteral("source:signature"),
                                                      entity,
                                                      {},
                                                      QStringLiteral("Letters read"),
                                                      {},
                                                      false});
    m_sources.put(change,
                  {.source = kSignature,
                   .entity = entity,
                   .reference = kSignature,
                   .document = {{QStringLiteral("method"), people::contactMethodVersion}}},
                  {});
    const auto done = change.commit();
    return done ? Result<void>() : Result<void>(done.error());
}

}  // namespace kith::service
