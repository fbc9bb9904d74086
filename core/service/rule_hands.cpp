// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/rule_hands.h"

#include "core/base/clock.h"
#include "core/base/text.h"
#include "core/service/draft_service.h"
#include "core/service/opportunity_book.h"

#include <algorithm>

namespace kith::service {

namespace {

constexpr int kQuoteLength = 200;

/// The first line of the author's own words, with its place in the text.
std::vector<OpportunityQuote> firstWords(const storage::LetterParts& parts) {
    for (const Zone& zone : parts.zones) {
        if (zone.kind != ZoneKind::Author) {
            continue;
        }
        const qsizetype from = text::utf16Index(parts.text, zone.start);
        const QString words = parts.text.mid(from, text::utf16Index(parts.text, zone.end) - from);
        for (qsizetype at = 0; at < words.size();) {
            const qsizetype end = words.indexOf(u'\n', at) < 0 ? words.size() : words.indexOf(u'\n', at);
            const QString line = words.mid(at, std::min<qsizetype>(end - at, kQuoteLength));
            if (!line.trimmed().isEmpty()) {
                const int start = zone.start + static_cast<int>(text::codePoints(words.left(at)));
                return {{line, start, start + static_cast<int>(text::codePoints(line))}};
            }
            at = end + 1;
        }
    }
    return {};
}

Result<void> keepOpportunity(Cellar& cellar, Clock& clock, storage::ChangeWriter& change, const Message& message,
                             const QString& kind) {
    const auto parts = cellar.messages.letterParts(message.id);
    const auto contact = contactBehind(cellar, addressKey(message.from.address));
    if (!parts || !contact) {
        return !parts ? parts.error() : contact.error();
    }
    Opportunity one;
    one.kind = kind;
    one.confidence = 1.0;  // the user's own rule says so
    one.address = addressKey(message.from.address);
    one.name = message.from.name.isEmpty() ? message.from.address : message.from.name;
    one.contact = *contact;
    one.message = message.id;
    one.thread = message.thread;
    one.evidence = *parts ? firstWords(**parts) : std::vector<OpportunityQuote>{};
    one.settledBy = QStringLiteral("rule");
    one.saidAt = message.date;
    one.changedAt = clock.now();
    cellar.opportunities.add(change, one);
    return change.error() ? Result<void>(*change.error()) : Result<void>();
}

Result<QString> whyNoDraft(Cellar& cellar, const Clock& clock, const Message& message) {
    const auto thread = cellar.messages.thread(message.thread);
    if (!thread) {
        return thread.error();
    }
    if (std::any_of(thread->begin(), thread->end(),
                    [&](const Message& other) { return other.fromOwner && other.date >= message.date; })) {
        return QStringLiteral("No draft: you have answered.");
    }
    const auto material = draftMaterial(cellar, message.id, clock.now());
    if (!material && material.error().kind == ErrorKind::Unsupported) {
        return QStringLiteral("No draft: %1.").arg(material.error().detail);
    }
    if (!material) {
        return material.error();
    }
    return material->suspicious ? QStringLiteral("No draft: nobody is expected to read an answer to this.") : QString();
}

}  // namespace

RuleHands ruleHands(Cellar& cellar, Clock& clock) {
    RuleHands hands;
    hands.opportunity = [&cellar, &clock](storage::ChangeWriter& change, const Message& message,
                                          const RuleAction& action) {
        return keepOpportunity(cellar, clock, change, message, action.text);
    };
    hands.draftReply = [&cellar, &clock](storage::ChangeWriter& change, const Message& message,
                                         const RuleAction& action) -> Result<void> {
        triage::TemplateDraftWriter writer;
        DraftWish wish;
        wish.message = message.id;
        wish.note = action.text;
        const auto draft = DraftService(cellar, clock).proposeInto(change, wish, writer);
        return draft ? Result<void>() : Result<void>(draft.error());
    };
    hands.whyNot = [&cellar, &clock](const Message& message, const RuleAction& action) -> Result<QString> {
        return action.kind == RuleActionKind::DraftReply ? whyNoDraft(cellar, clock, message)
                                                         : Result<QString>(QString());
    };
    return hands;
}

}  // namespace kith::service
