// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/sources/onyx_source.h"

#include "core/base/text.h"

#include <algorithm>

namespace kith::sources {

namespace {

constexpr qsizetype kOnyxQuestion = 2'048;
constexpr qsizetype kOnyxPassage = 1'000;

/// Phrases and addresses; empty where there is nothing that would mean this person alone.
QString onyxQuestion(const people::EnrichmentSubject& subject) {
    QStringList words;
    if (subject.name.contains(QLatin1Char(' '))) {
        words << QLatin1Char('"') + QString(subject.name).remove(QLatin1Char('"')) + QLatin1Char('"');
    }
    words << subject.emails.mid(0, 5);
    return words.join(QLatin1Char(' ')).left(kOnyxQuestion);
}

bool mentions(const OnyxDocument& document, const people::EnrichmentSubject& subject) {
    const QString all = text::folded(QString(document.title + QLatin1Char(' ') + document.text));
    const bool byMail =
        std::ranges::any_of(subject.emails, [&](const QString& email) { return all.contains(text::folded(email)); });
    return byMail || (subject.name.contains(QLatin1Char(' ')) && all.contains(text::folded(subject.name)));
}

QJsonObject onyxKept(const OnyxDocument& document) {
    return {{QStringLiteral("id"), document.id},
            {QStringLiteral("title"), document.title},
            {QStringLiteral("link"), document.link},
            {QStringLiteral("source"), document.source},
            {QStringLiteral("score"), document.score ? QJsonValue(*document.score) : QJsonValue()},
            {QStringLiteral("cited"), document.cited},
            {QStringLiteral("updated_at"), qint64(document.updatedAt.count())},
            {QStringLiteral("passage"), text::elided(document.text, kOnyxPassage)}};
}

}  // namespace

Result<std::optional<people::EnrichmentFinding>> OnyxSource::lookUp(const people::EnrichmentSubject& subject,
                                                                    std::stop_token stop) {
    const QString question = onyxQuestion(subject);
    if (question.isEmpty()) {
        return std::optional<people::EnrichmentFinding>();
    }
    const auto answer = m_client.ask(question, stop);
    if (!answer) {
        return answer.error();
    }
    people::EnrichmentFinding finding;
    finding.reference = subject.emails.isEmpty() ? subject.name : subject.emails.first();
    finding.title = subject.name;
    QJsonArray kept;
    for (const OnyxDocument& document : answer->documents) {
        if (!mentions(document, subject)) {
            continue;
        }
        kept.append(onyxKept(document));
        for (people::SourcedValue& fact : onyxFacts(document, subject)) {
            // What a chat found and did not rely on is no citation.
            if (document.cited) {
                finding.values.push_back(std::move(fact));
            }
        }
    }
    if (kept.isEmpty()) {
        return std::optional<people::EnrichmentFinding>();
    }
    finding.document = {{QStringLiteral("way"), answer->way}, {QStringLiteral("documents"), kept}};
    return std::optional(std::move(finding));
}

Result<QString> OnyxSource::greet(std::stop_token stop) {
    const auto server = m_client.server(stop);
    if (!server) {
        return server.error();
    }
    const QString version = server->version.isEmpty() ? QStringLiteral("?") : server->version;
    return server->account.isEmpty() ? QStringLiteral("Onyx %1").arg(version)
                                     : QStringLiteral("Onyx %1, %2").arg(version, server->account);
}

}  // namespace kith::sources
