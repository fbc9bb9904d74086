// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/review_words.h"

#include "ui/priority_mark.h"
#include "ui/reason_text.h"
#include "ui/review_queue.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace kith::ui {

namespace {

bool isNewSender(const Contribution& contribution) {
    return contribution.name == QStringLiteral("sender.new") ||
           contribution.name == QStringLiteral("sender.new_person");
}

/// What a reason quotes is lit in the mail beside it: here it is only named.
QString namedReason(const Contribution& contribution) {
    const ReasonText text = reasonText(contribution);
    if (text.quote.isEmpty()) {
        return text.sentence;
    }
    Contribution unquoted = contribution;
    unquoted.note.clear();
    return reasonText(unquoted).sentence;
}

/// Reasons begin a sentence; inside one they do not.
QString insideSentence(const QString& reason) {
    const bool acronym = reason.size() > 1 && reason.at(1).isUpper();
    return acronym || reason.isEmpty() ? reason : reason.at(0).toLower() + reason.mid(1);
}

QString reviewReason(const Contribution& contribution, const Address& sender) {
    if (isNewSender(contribution) && !sender.name.isEmpty()) {
        return ReviewWords::tr("%1 is new to you").arg(sender.name);
    }
    return insideSentence(namedReason(contribution));
}

/// Largest effect in this direction first; where every message starts is no reason.
std::vector<const Contribution*> strongest(const Decision& decision, bool forIt, size_t count) {
    std::vector<const Contribution*> found;
    for (const Contribution& one : decision.contributions) {
        if (one.name != QStringLiteral("bias") && (forIt ? one.effect > 0 : one.effect < 0)) {
            found.push_back(&one);
        }
    }
    std::sort(found.begin(), found.end(),
              [](const Contribution* a, const Contribution* b) { return std::abs(a->effect) > std::abs(b->effect); });
    found.resize(std::min(found.size(), count));
    return found;
}

/// The band that is most probable beside the suggested one.
Priority runnerUp(const Decision& decision) {
    const auto suggested = static_cast<size_t>(decision.priority);
    size_t best = suggested == 0 ? 1 : suggested - 1;
    for (size_t band = 0; band < decision.bandProbability.size(); ++band) {
        if (band != suggested && decision.bandProbability[band] > decision.bandProbability[best]) {
            best = band;
        }
    }
    return static_cast<Priority>(best);
}

QString reviewBetween(const Decision& decision) {
    const Priority other = runnerUp(decision);
    const QString upper = PriorityWords::name(std::max(decision.priority, other));
    const QString lower = PriorityWords::name(std::min(decision.priority, other));
    if (decision.decidedBy == DecidedBy::Model || decision.decidedBy == DecidedBy::Cache) {
        return ReviewWords::tr("The model wavers between %1 and %2").arg(upper, lower);
    }
    return ReviewWords::tr("Kith wavers between %1 and %2").arg(upper, lower);
}

QString recipientNames(const Message& message) {
    const qsizetype others = static_cast<qsizetype>(message.to.size() + message.cc.size());
    if (others <= 1) {
        return message.to.empty() ? QString()
                                  : ReviewWords::tr("to %1").arg(message.to[0].name.isEmpty() ? message.to[0].address
                                                                                              : message.to[0].name);
    }
    return ReviewWords::tr("to %n people", nullptr, static_cast<int>(others));
}

}  // namespace

QString ReviewWords::question(Priority suggested) {
    return tr("Is this one %1?").arg(PriorityWords::name(suggested));
}

QString ReviewWords::whyAsked(const Decision& decision, const Address& sender) {
    if (decision.spotCheck) {
        return tr("Spot check: Kith is %1 sure of this one. It was drawn by lot, to measure how often Kith is wrong "
                  "where "
                  "it does not ask.")
            .arg(percent(decision.confidence));
    }
    const auto more = strongest(decision, true, 1);
    const auto less = strongest(decision, false, 1);
    const QString between = reviewBetween(decision);
    if (!more.empty() && !less.empty()) {
        return tr("%1: %2, but %3. Your answer teaches it.")
            .arg(between, reviewReason(*more[0], sender), reviewReason(*less[0], sender));
    }
    if (!more.empty() || !less.empty()) {
        return tr("%1: %2. Your answer teaches it.")
            .arg(between, reviewReason(*(more.empty() ? less : more)[0], sender));
    }
    return tr("%1, and knows too little to tell. Your answer teaches it.").arg(between);
}

QString ReviewWords::evidence(const Decision& decision) {
    QStringList reasons;
    for (const Contribution* one : strongest(decision, decision.priority >= Priority::Medium, 2)) {
        const QString reason = namedReason(*one);
        reasons << (reasons.isEmpty() ? reason : insideSentence(reason));
    }
    return reasons.join(QStringLiteral(", "));
}

QString ReviewWords::opportunityEvidence(const Decision& decision) {
    for (const Contribution& one : decision.contributions) {
        if (one.name == QStringLiteral("content.opportunity") || one.name == QStringLiteral("content.cancellation")) {
            const ReasonText text = reasonText(one);
            return text.quote.isEmpty() ? text.sentence : tr("\u201c%1\u201d").arg(text.quote);
        }
    }
    return {};
}

QString ReviewWords::recipients(const ReviewItem& item) {
    const service::LetterView* letter = askedLetter(item.conversation);
    QStringList parts;
    if (letter && !recipientNames(letter->message).isEmpty()) {
        parts << recipientNames(letter->message);
    }
    if (item.sender && item.sender->received <= 1) {
        parts << tr("first mail from this sender");
    }
    return parts.join(QStringLiteral(" · "));
}

QString ReviewWords::history(const ReviewItem& item) {
    if (!item.sender) {
        return {};
    }
    const service::SenderCard& card = *item.sender;
    if (card.received <= 1 && card.sentTo == 0) {
        return tr("No other mail from %1").arg(card.address.address);
    }
    const QString received =
        card.received == 1 ? tr("One mail from them") : tr("%n mails from them", nullptr, card.received);
    return tr("%1, %2").arg(received,
                            card.answered == 0 ? tr("none answered") : tr("you answered %n", nullptr, card.answered));
}

QString ReviewWords::head(const ReviewProgress& progress) {
    const QString usual = tr("%1 · %2 · %3")
                              .arg(tr("%n left", nullptr, progress.left), tr("about %n min", nullptr, progress.minutes),
                                   tr("error budget %1").arg(percent(progress.errorBudget)));
    if (!progress.measure.measured) {
        return usual;
    }
    return tr("%1 · %2 wrong by %3 answers").arg(usual, percent(progress.measure.error)).arg(progress.measure.answers);
}

QString ReviewWords::doneOf(const ReviewProgress& progress) {
    return tr("%1 of %2 done").arg(progress.done).arg(progress.done + progress.left);
}

QString ReviewWords::alike(const ReviewItem& item, Priority suggested) {
    const QString key = alikeKey(item.conversation.row.sender);
    return tr("%n more from %1 are judged %2 too", nullptr, item.alike - 1).arg(key, PriorityWords::name(suggested));
}

QString ReviewWords::percent(double share) {
    return tr("%1 %", "percent").arg(std::lround(share * 100));
}

QString ReviewWords::problem(const Error& error) {
    switch (error.kind) {
    case ErrorKind::NotFound:
        return tr("This conversation is gone.");
    case ErrorKind::Conflict:
        return tr("It was changed meanwhile and stays as it is.");
    case ErrorKind::Full:
        return tr("The disk is full: the answer was not saved.");
    case ErrorKind::Busy:
        return tr("The workspace is busy: the answer was not saved. Try again.");
    default:
        break;
    }
    return error.hint.isEmpty() ? tr("The answer could not be saved.") : error.hint;
}

}  // namespace kith::ui
