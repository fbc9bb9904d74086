// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What drafts take from the way in which the user writes, and give to it.
#include "core/base/clock.h"
#include "core/service/draft_service.h"
#include "core/storage/tone_store.h"
#include "core/triage/snippet_fields.h"
#include "core/triage/tone_lessons.h"

namespace kith::service {

/// What the user changed in a model's words is how they write.
Result<void> DraftService::learnTone(const Draft& draft) {
    const bool ofAModel = !draft.model.isEmpty() && draft.model != QLatin1String("template");
    const auto lessons = ofAModel ? triage::toneLessons(draft.proposedBody, draft.body) : std::vector<ToneNote>();
    if (lessons.empty()) {
        return {};
    }
    storage::ChangeWriter change(*m_cellar.database, {QStringLiteral("tone.learned"),
                                                      QStringLiteral("local"),
                                                      QStringLiteral("draft:%1").arg(draft.id),
                                                      {},
                                                      QStringLiteral("Remember how you write"),
                                                      {},
                                                      true});
    storage::ToneStore tone(*m_cellar.database);
    for (ToneNote note : lessons) {
        note.draft = draft.id;
        note.madeAt = m_clock.now();
        if (const auto learned = tone.learn(change, note); !learned) {
            return learned;
        }
    }
    const auto done = change.commit();
    return done ? Result<void>() : Result<void>(done.error());
}

/// A snippet filled in with what is known of the thread, for the user to place.
Result<QString> DraftService::filled(qint64 id, const QString& snippet) {
    const auto draft = m_cellar.drafts.draft(id);
    const auto stored = storage::ToneStore(*m_cellar.database).snippet(snippet);
    if (!draft || !*draft || !stored || !*stored) {
        return !draft    ? draft.error()
               : !stored ? stored.error()
                         : Error{ErrorKind::NotFound, QStringLiteral("no such draft or snippet"), {}};
    }
    const auto material = draftMaterial(m_cellar, (*draft)->message, m_clock.now(), (*draft)->kind);
    if (!material) {
        return material.error();
    }
    QHash<QString, QString> known{{QStringLiteral("name"), material->brief.person},
                                  {QStringLiteral("first_name"), material->brief.person.section(u' ', 0, 0)},
                                  {QStringLiteral("subject"), material->brief.subject},
                                  {QStringLiteral("my_name"), material->brief.owner},
                                  {QStringLiteral("today"), material->ground.today}};
    for (const QString& line : material->brief.card) {
        if (line.startsWith(QStringLiteral("company: "), Qt::CaseInsensitive)) {
            known.insert(QStringLiteral("company"), line.section(u':', 1).trimmed());
        }
    }
    return triage::filledSnippet((*stored)->body, known);
}

}  // namespace kith::service
