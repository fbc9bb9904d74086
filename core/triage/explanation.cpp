// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/triage/explanation.h"

#include "core/base/text.h"
#include "core/triage/feature_list.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace kith::triage {

namespace {

constexpr QChar kPart{0x1F};

std::optional<Head> headOfFeature(quint32 feature, const TriageInput& input) {
    switch (static_cast<Dense>(feature)) {
    case Dense::Request:
        return Head::Request;
    case Dense::Question:
        return Head::Question;
    case Dense::Commitment:
        return Head::Commitment;
    case Dense::Meeting:
        return Head::Meeting;
    case Dense::Cancellation:
        return Head::Cancellation;
    case Dense::DirectAsk:
        return input.content[Head::Request] >= input.content[Head::Question] ? Head::Request : Head::Question;
    case Dense::Opportunity: {
        const auto first = input.content.probability.begin();
        const auto best = std::max_element(first + kFirstOpportunity, first + static_cast<int>(Head::Cancellation));
        return static_cast<Head>(best - first);
    }
    default:
        return std::nullopt;
    }
}

const SentenceScore* evidenceSentence(Head head, const TriageInput& input) {
    const int index = input.content.evidence[static_cast<size_t>(head)];
    const bool there = index >= 0 && static_cast<size_t>(index) < input.content.sentences.size();
    return there ? &input.content.sentences[static_cast<size_t>(index)] : nullptr;
}

QString sentenceNote(Head head, const TriageInput& input) {
    const SentenceScore* sentence = evidenceSentence(head, input);
    QString quote;
    if (sentence != nullptr && !input.authorText.isEmpty()) {
        const qsizetype start = text::utf16Index(input.authorText, sentence->start);
        const qsizetype end =
            start + text::utf16Index(QStringView(input.authorText).mid(start), sentence->end - sentence->start);
        quote = text::elided(text::oneLine(QStringView(input.authorText).mid(start, end - start)), 80);
    }
    return QString(headWord(head)) + kPart + quote;
}

QString joinedNumbers(std::initializer_list<int> numbers) {
    QStringList parts;
    for (const int number : numbers) {
        parts << QString::number(number);
    }
    return parts.join(kPart);
}

struct EnglishSentence {
    QLatin1String key;
    const char* words;
};

constexpr std::array kEnglish{
    EnglishSentence{QLatin1String("sender.sent_to"), "You wrote to them %1 times"},
    EnglishSentence{QLatin1String("sender.replied_fraction"), "You answered %1 of %2"},
    EnglishSentence{QLatin1String("sender.replied_count"), "You answered them %1 times"},
    EnglishSentence{QLatin1String("sender.fast_reply"), "You usually answer within %1 hours"},
    EnglishSentence{QLatin1String("sender.recent_contact"), "You were in touch %1 days ago"},
    EnglishSentence{QLatin1String("sender.new"), "First mail from this sender"},
    EnglishSentence{QLatin1String("sender.new_person"), "A person who writes to you for the first time"},
    EnglishSentence{QLatin1String("sender.same_domain"), "From your own organisation"},
    EnglishSentence{QLatin1String("sender.known_contact"), "A contact of yours"},
    EnglishSentence{QLatin1String("sender.open_opportunity"), "An opportunity with them is open"},
    EnglishSentence{QLatin1String("sender.unanswered_run"), "The last %1 went unanswered"},
    EnglishSentence{QLatin1String("sender.volume"), "%1 mails from them so far"},
    EnglishSentence{QLatin1String("domain.replied_fraction"), "You answered %1 of %2 from their organisation"},
    EnglishSentence{QLatin1String("domain.sent_to"), "You wrote to their organisation %1 times"},
    EnglishSentence{QLatin1String("address.to_owner_alone"), "Sent to you alone"},
    EnglishSentence{QLatin1String("address.to_owner"), "Sent to you"},
    EnglishSentence{QLatin1String("address.cc_owner"), "You are only in copy"},
    EnglishSentence{QLatin1String("address.not_named"), "You are not among the recipients"},
    EnglishSentence{QLatin1String("address.recipients"), "%1 recipients"},
    EnglishSentence{QLatin1String("address.many"), "More than ten recipients"},
    EnglishSentence{QLatin1String("bulk.list_id"), "Sent through a mailing list"},
    EnglishSentence{QLatin1String("bulk.unsubscribe"), "Carries an unsubscribe header"},
    EnglishSentence{QLatin1String("bulk.precedence"), "Marked as bulk mail"},
    EnglishSentence{QLatin1String("bulk.auto_submitted"), "Sent by a machine"},
    EnglishSentence{QLatin1String("bulk.no_reply"), "From an address that takes no replies"},
    EnglishSentence{QLatin1String("bulk.dkim_mismatch"), "Signed by another domain"},
    EnglishSentence{QLatin1String("bulk.text"), "Reads like a mass mailing"},
    EnglishSentence{QLatin1String("thread.owner_wrote"), "You wrote in this conversation"},
    EnglishSentence{QLatin1String("thread.owner_started"), "You began this conversation"},
    EnglishSentence{QLatin1String("thread.owner_spoke_last"), "It answers you"},
    EnglishSentence{QLatin1String("thread.depth"), "%1 messages before it"},
    EnglishSentence{QLatin1String("subject.reply"), "A reply"},
    EnglishSentence{QLatin1String("subject.forward"), "A forwarded message"},
    EnglishSentence{QLatin1String("subject.question"), "The subject asks"},
    EnglishSentence{QLatin1String("subject.urgent"), "The subject is urgent"},
    EnglishSentence{QLatin1String("subject.empty"), "No subject"},
    EnglishSentence{QLatin1String("subject.long"), "A long subject"},
    EnglishSentence{QLatin1String("subject.words"), "Words in the subject that you taught"},
    EnglishSentence{QLatin1String("content.request"), "Asks for something: %2"},
    EnglishSentence{QLatin1String("content.question"), "Asks a question: %2"},
    EnglishSentence{QLatin1String("content.commitment"), "Promises something: %2"},
    EnglishSentence{QLatin1String("content.meeting"), "About a meeting: %2"},
    EnglishSentence{QLatin1String("content.opportunity"), "An opportunity (%1): %2"},
    EnglishSentence{QLatin1String("content.cancellation"), "May cancel: %2"},
    EnglishSentence{QLatin1String("content.money"), "Names an amount"},
    EnglishSentence{QLatin1String("content.deadline"), "Names a date or a deadline"},
    EnglishSentence{QLatin1String("content.direct_ask"), "Asks you directly: %2"},
    EnglishSentence{QLatin1String("content.short"), "Short mail"},
    EnglishSentence{QLatin1String("content.long"), "Long mail"},
    EnglishSentence{QLatin1String("attachment.document"), "A document is attached"},
    EnglishSentence{QLatin1String("attachment.calendar"), "An invitation is attached"},
    EnglishSentence{QLatin1String("time.night"), "Sent at night"},
    EnglishSentence{QLatin1String("time.weekend"), "Sent on a weekend"},
    EnglishSentence{QLatin1String("user.shift"), "All mail counts a little more or less, as you accepted"},
    EnglishSentence{QLatin1String("rule.floor"), "Your rule lifts it: %1"},
    EnglishSentence{QLatin1String("rule.action"), "Your rule sets it: %1"},
    EnglishSentence{QLatin1String("rule.cap"), "Your rule holds it down: %1"},
    EnglishSentence{QLatin1String("bias"), "Where every message starts"},
};

}  // namespace

QString evidenceNote(quint32 feature, const TriageInput& input) {
    const SenderHistory& sender = input.sender;
    if (const auto head = headOfFeature(feature, input)) {
        return sentenceNote(*head, input);
    }
    switch (static_cast<Dense>(feature)) {
    case Dense::SentTo:
        return joinedNumbers({sender.sentTo});
    case Dense::RepliedFraction:
        return joinedNumbers({sender.repliedTo, sender.received});
    case Dense::RepliedCount:
        return joinedNumbers({sender.repliedTo});
    case Dense::FastReply:
        return joinedNumbers({static_cast<int>(std::ceil(sender.medianReplyHours))});
    case Dense::RecentContact: {
        const auto last = std::max(sender.lastSent, sender.lastReplied);
        return joinedNumbers({static_cast<int>(std::max<qint64>((input.date - last).count(), 0) / 86'400'000)});
    }
    case Dense::UnansweredRun:
        return joinedNumbers({sender.receivedUnanswered});
    case Dense::Volume:
        return joinedNumbers({sender.received});
    case Dense::DomainReplied:
        return joinedNumbers({sender.domainRepliedTo, sender.domainReceived});
    case Dense::DomainSentTo:
        return joinedNumbers({sender.domainSentTo});
    case Dense::Recipients:
        return joinedNumbers({input.recipients});
    case Dense::ThreadDepth:
        return joinedNumbers({input.thread.depth});
    default:
        return {};
    }
}

std::pair<int, int> evidenceSpan(quint32 feature, const TriageInput& input) {
    if (const auto head = headOfFeature(feature, input)) {
        if (const SentenceScore* sentence = evidenceSentence(*head, input)) {
            return {sentence->start, sentence->end};
        }
    }
    return {-1, -1};
}

Reason reasonOf(const Contribution& one) {
    return {one.name, one.note.isEmpty() ? QStringList() : one.note.split(kPart), one.effect, one.evidenceStart,
            one.evidenceEnd};
}

std::vector<Reason> reasons(const Decision& decision, int count) {
    std::vector<Reason> all;
    for (const Contribution& one : decision.contributions) {
        if (one.name != QLatin1String("bias") && one.effect != 0) {
            all.push_back(reasonOf(one));
        }
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const Reason& a, const Reason& b) { return std::abs(a.effect) > std::abs(b.effect); });
    if (all.size() > static_cast<size_t>(std::max(count, 0))) {
        all.resize(static_cast<size_t>(std::max(count, 0)));
    }
    return all;
}

QString english(const Reason& reason) {
    const auto found = std::find_if(kEnglish.begin(), kEnglish.end(),
                                    [&](const EnglishSentence& one) { return one.key == reason.key; });
    if (found == kEnglish.end()) {
        return reason.key;
    }
    QString sentence = QString::fromLatin1(found->words);
    for (qsizetype i = 0; i < reason.args.size(); ++i) {
        sentence.replace(QLatin1Char('%') + QString::number(i + 1), reason.args.at(i));
    }
    return sentence.endsWith(QLatin1String(": ")) ? sentence.chopped(2) : sentence;
}

Reason reasonOfKey(const QString& stored) {
    QStringList parts = stored.split(kPart);
    const QString key = parts.takeFirst();
    return {key, parts};
}

QString reasonKey(const std::vector<Contribution>& contributions, double score) {
    const Contribution* best = nullptr;
    for (const Contribution& one : contributions) {
        const bool rule = one.name.startsWith(QLatin1String("rule."));
        const bool agrees = rule || (one.effect > 0) == (score > 0);
        if (one.name == QLatin1String("bias") || one.effect == 0 || !agrees) {
            continue;
        }
        if (best == nullptr || rule || std::abs(one.effect) > std::abs(best->effect)) {
            best = &one;
        }
    }
    return best == nullptr ? QString() : best->name + (best->note.isEmpty() ? QString() : kPart + best->note);
}

}  // namespace kith::triage
