// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/letter_intake.h"

#include <algorithm>

namespace kith::service {

Result<qint64> storeFacts(Cellar& cellar, const Clock& clock, MessageId message, const PreparedLetter& prepared) {
    std::vector<storage::Observation> found;
    for (const people::ContactField& field : prepared.facts) {
        storage::Observation one;
        one.entity = QStringLiteral("address:") + addressKey(prepared.letter.from.front().address);
        one.field = field.field;
        one.value = field.raw;
        one.normalized = field.value;
        one.source = field.start < 0 ? QStringLiteral("header") : QStringLiteral("signature");
        one.kind = field.kind;
        one.message = message;
        one.start = field.start;
        one.end = field.end;
        one.method = QStringLiteral("%1/%2").arg(field.method).arg(people::contactMethodVersion);
        one.confidence = field.confidence;
        one.observedAt = prepared.letter.date ? prepared.letter.date->sinceEpoch : clock.now();
        one.validFrom = one.observedAt;
        found.push_back(std::move(one));
    }
    return found.empty() ? Result<qint64>(0) : cellar.observations.addFound(found);
}

Result<storage::AddOutcome> storeLetter(Cellar& cellar, const Clock& clock, const PreparedLetter& prepared,
                                        const LetterOrigin& origin) {
    const Letter& letter = prepared.letter;
    const triage::ContentScores& content = prepared.signs.content;
    const bool asks = std::max(content[triage::Head::Request], content[triage::Head::Question]) >= 0.5;
    const storage::IncomingMessage incoming{
        .letter = letter,
        .raw = prepared.raw.bytes,
        .import = origin.import,
        .account = origin.account,
        .fromOwner = origin.fromOwner,
        .unread = origin.unread,
        .starred = origin.starred,
        .ownerAsks = origin.fromOwner && asks,
        .labels = origin.labels,
        .snippet = prepared.snippet,
        .searchText = {},
        .language = {},
        .identity = origin.identity,
        .threadKeys = origin.threadKeys,
    };
    auto outcome = cellar.messages.add(incoming);
    if (!outcome || !outcome->added) {
        return outcome;
    }
    if (const auto kept = cellar.signs.save(outcome->message, triage::toBytes(prepared.signs), letter.inReplyTo);
        !kept) {
        return kept.error();
    }
    const auto facts = storeFacts(cellar, clock, outcome->message, prepared);
    return facts ? outcome : Result<storage::AddOutcome>(facts.error());
}

}  // namespace kith::service
