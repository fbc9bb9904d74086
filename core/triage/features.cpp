// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/triage/features.h"

#include "core/triage/calibration.h"
#include "core/triage/feature_list.h"
#include "core/triage/hashing.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace kith::triage {

namespace {

constexpr std::array<QLatin1String, kDenseFeatures> kDenseNames{
#define KITH_DENSE_NAME(id, name) QLatin1String(name),
    KITH_DENSE_FEATURES(KITH_DENSE_NAME)
#undef KITH_DENSE_NAME
};

class DenseWriter {
public:
    explicit DenseWriter(FeatureVector& out)
        : m_out(out) {}
    void set(Dense feature, double value) {
        if (value != 0) {
            m_out.push_back({static_cast<quint32>(feature), value});
        }
    }
    void flag(Dense feature, bool holds) { set(feature, holds ? 1.0 : 0.0); }

private:
    FeatureVector& m_out;
};

double grown(int count) {
    return std::log1p(std::max(count, 0));
}

/// Replied fraction with Beta(1,12), as distance in logits from "never seen": 0 for a new sender.
double repliedLogit(int replied, int received) {
    return logit((replied + 1.0) / (std::max(received, replied) + 13.0)) - logit(1.0 / 13.0);
}

double recency(const TriageInput& input) {
    const auto last = std::max(input.sender.lastSent, input.sender.lastReplied);
    if (last.count() == 0) {
        return 0;
    }
    const double days = static_cast<double>(std::max<qint64>((input.date - last).count(), 0)) / 86'400'000.0;
    return std::exp(-days / 30.0);
}

void historyFeatures(const TriageInput& input, bool bulk, DenseWriter& out) {
    const SenderHistory& sender = input.sender;
    const bool fresh = sender.received == 0 && sender.sentTo == 0;
    out.set(Dense::SentTo, grown(std::min(sender.sentTo, 400)));
    out.set(Dense::RepliedFraction, repliedLogit(sender.repliedTo, sender.received));
    out.set(Dense::RepliedCount, grown(std::min(sender.repliedTo, 400)));
    out.set(Dense::FastReply, sender.medianReplyHours >= 0 ? 1.0 / (1.0 + sender.medianReplyHours / 8.0) : 0.0);
    out.set(Dense::RecentContact, recency(input));
    out.flag(Dense::NewSender, fresh);
    out.flag(Dense::NewPerson, fresh && !bulk && (input.ownerInTo || input.recipients <= 3));
    out.flag(Dense::SameDomain, input.sameDomain);
    out.flag(Dense::KnownContact, sender.knownContact);
    out.flag(Dense::OpenOpportunity, sender.openOpportunity);
    out.set(Dense::UnansweredRun, grown(std::min(sender.receivedUnanswered, 400)));
    out.set(Dense::Volume, grown(std::min(sender.received, 1000)));
    out.set(Dense::DomainReplied, input.sameDomain ? 0 : repliedLogit(sender.domainRepliedTo, sender.domainReceived));
    out.set(Dense::DomainSentTo, input.sameDomain ? 0 : grown(std::min(sender.domainSentTo, 400)));
}

void addressFeatures(const TriageInput& input, DenseWriter& out) {
    out.flag(Dense::ToOwnerAlone, input.ownerInTo && input.recipients <= 1);
    out.flag(Dense::ToOwner, input.ownerInTo && input.recipients > 1);
    out.flag(Dense::CcOwner, input.ownerInCc && !input.ownerInTo);
    out.flag(Dense::NotNamed, !input.ownerInTo && !input.ownerInCc);
    out.set(Dense::Recipients, std::log(static_cast<double>(std::clamp(input.recipients, 1, 200))));
    out.flag(Dense::ManyRecipients, input.recipients > 10);
}

bool dkimMismatch(const TriageInput& input) {
    const QString& signer = input.bulk.dkimDomain;
    if (signer.isEmpty()) {
        return false;
    }
    const QString from = addressDomain(input.from.address);
    const auto within = [](const QString& inner, const QString& outer) {
        return inner.compare(outer, Qt::CaseInsensitive) == 0 ||
               inner.endsWith(QLatin1Char('.') + outer, Qt::CaseInsensitive);
    };
    return !within(from, signer) && !within(signer, from);
}

bool saysAutomatic(const QString& autoSubmitted) {
    return !autoSubmitted.isEmpty() && autoSubmitted.compare(QLatin1String("no"), Qt::CaseInsensitive) != 0;
}

bool saysBulk(const QString& precedence) {
    for (const char* word : {"bulk", "list", "junk"}) {
        if (precedence.contains(QLatin1String(word), Qt::CaseInsensitive)) {
            return true;
        }
    }
    return false;
}

void bulkFeatures(const TriageInput& input, DenseWriter& out) {
    out.flag(Dense::ListId, !input.bulk.listId.isEmpty());
    out.flag(Dense::Unsubscribe, !input.bulk.listUnsubscribe.isEmpty());
    out.flag(Dense::Precedence, saysBulk(input.bulk.precedence));
    out.flag(Dense::AutoSubmitted, saysAutomatic(input.bulk.autoSubmitted) || input.automaticReply);
    out.flag(Dense::NoReply, looksNoReply(input.from.address));
    out.flag(Dense::DkimMismatch, dkimMismatch(input));
    out.flag(Dense::BulkText, input.content.unsubscribes);
}

enum class SubjectPrefix { None, Reply, Forward };

SubjectPrefix subjectPrefix(const QString& subject) {
    const qsizetype colon = subject.indexOf(QLatin1Char(':'));
    if (colon < 2 || colon > 6) {
        return SubjectPrefix::None;
    }
    const QString word = subject.left(colon).trimmed().toLower();
    for (const char* forward : {"fw", "fwd", "wg", "tr"}) {
        if (word == QLatin1String(forward)) {
            return SubjectPrefix::Forward;
        }
    }
    return normalSubject(subject) != subject.simplified().toCaseFolded() ? SubjectPrefix::Reply : SubjectPrefix::None;
}

bool subjectUrgent(const QString& subject) {
    for (const char* word : {"urgent", "asap", "deadline", "today", "immediately", "action required", "eilt"}) {
        if (subject.contains(QLatin1String(word), Qt::CaseInsensitive)) {
            return true;
        }
    }
    return false;
}

void threadFeatures(const TriageInput& input, bool bulk, DenseWriter& out) {
    out.flag(Dense::OwnerWrote, input.thread.ownerWrote);
    out.flag(Dense::OwnerStarted, input.thread.ownerStarted);
    out.flag(Dense::OwnerSpokeLast, input.thread.lastSpeakerOwner);
    out.set(Dense::ThreadDepth, grown(std::min(input.thread.depth, 50)));
    const SubjectPrefix prefix = subjectPrefix(input.subject);
    out.flag(Dense::SubjectReply, prefix == SubjectPrefix::Reply);
    out.flag(Dense::SubjectForward, prefix == SubjectPrefix::Forward);
    out.flag(Dense::SubjectQuestion, !bulk && input.subject.contains(QLatin1Char('?')));
    out.flag(Dense::SubjectUrgent, !bulk && subjectUrgent(input.subject));
    out.flag(Dense::SubjectEmpty, input.subject.trimmed().isEmpty());
    out.flag(Dense::SubjectLong, input.subject.size() > 60);
}

void contentFeatures(const TriageInput& input, bool bulk, DenseWriter& out) {
    const ContentScores& content = input.content;
    const double trust = bulk ? 0.0 : 1.0;  // what bulk mail asks for, it asks of everybody
    double opportunity = 0;
    for (int head = kFirstOpportunity; head < static_cast<int>(Head::Cancellation); ++head) {
        opportunity = std::max(opportunity, content.probability[static_cast<size_t>(head)]);
    }
    const double ask = std::max(content[Head::Request], content[Head::Question]);
    const bool direct = input.ownerInTo && input.recipients <= 3;
    out.set(Dense::Request, trust * content[Head::Request]);
    out.set(Dense::Question, trust * content[Head::Question]);
    out.set(Dense::Commitment, trust * content[Head::Commitment]);
    out.set(Dense::Meeting, trust * content[Head::Meeting]);
    out.set(Dense::Opportunity, trust * opportunity);
    out.set(Dense::Cancellation, trust * content[Head::Cancellation]);
    out.flag(Dense::Money, !bulk && content.namesMoney);
    out.flag(Dense::Deadline, !bulk && content.namesDeadline);
    out.set(Dense::DirectAsk, direct ? trust * ask : 0.0);
    out.flag(Dense::Short, content.words > 0 && content.words < 12);
    out.flag(Dense::Long, content.words > 250);
    out.flag(Dense::Document, !bulk && input.attachments.document);
    out.flag(Dense::Calendar, input.attachments.calendar);
    out.flag(Dense::Night, input.hour < 6 || input.hour >= 22);
    out.flag(Dense::Weekend, input.weekday >= 6);
}

void subjectWords(const QString& subject, FeatureVector& out) {
    std::vector<quint32> words;
    appendWordHashes(normalSubject(subject), words);
    if (words.size() > 24) {
        words.resize(24);
    }
    std::vector<quint32> buckets;
    for (size_t i = 0; i < words.size(); ++i) {
        buckets.push_back(bucketOf(words[i], kHashBuckets));
        if (i + 1 < words.size()) {
            buckets.push_back(bucketOf(joinedHash(words[i], words[i + 1]), kHashBuckets));
        }
    }
    std::sort(buckets.begin(), buckets.end());
    buckets.erase(std::unique(buckets.begin(), buckets.end()), buckets.end());
    const double value = buckets.empty() ? 0.0 : 1.0 / std::sqrt(static_cast<double>(buckets.size()));
    for (const quint32 bucket : buckets) {
        out.push_back({kDenseFeatures + bucket, value});
    }
}

}  // namespace

bool looksNoReply(const QString& address) {
    QString local;
    for (const QChar c : address.left(address.indexOf(QLatin1Char('@'))).toLower()) {
        if (c.isLetterOrNumber()) {
            local += c;
        }
    }
    for (const char* word :
         {"noreply", "donotreply", "mailerdaemon", "notification", "newsletter", "mailing", "bounce"}) {
        if (local.contains(QLatin1String(word))) {
            return true;
        }
    }
    return false;
}

bool looksBulk(const TriageInput& input) {
    return !input.bulk.listId.isEmpty() || !input.bulk.listUnsubscribe.isEmpty() || saysBulk(input.bulk.precedence) ||
           saysAutomatic(input.bulk.autoSubmitted) || input.automaticReply || looksNoReply(input.from.address) ||
           input.content.unsubscribes;
}

FeatureVector features(const TriageInput& input) {
    FeatureVector out;
    out.reserve(64);
    DenseWriter dense(out);
    const bool bulk = looksBulk(input);
    historyFeatures(input, bulk, dense);
    addressFeatures(input, dense);
    bulkFeatures(input, dense);
    threadFeatures(input, bulk, dense);
    contentFeatures(input, bulk, dense);
    subjectWords(input.subject, out);
    return out;
}

quint32 denseCount() {
    return kDenseFeatures;
}
quint32 featureSpace() {
    return kDenseFeatures + kHashBuckets;
}

QLatin1String featureName(quint32 index) {
    return index < kDenseFeatures ? kDenseNames[index] : QLatin1String("subject.words");
}

quint32 featureIndex(QLatin1String name) {
    const auto found = std::find(kDenseNames.begin(), kDenseNames.end(), name);
    return found == kDenseNames.end() ? featureSpace() : static_cast<quint32>(found - kDenseNames.begin());
}

}  // namespace kith::triage
