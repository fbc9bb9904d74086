// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/triage/history.h"

#include <algorithm>
#include <iterator>

namespace kith::triage {

namespace {

using namespace std::chrono_literals;

constexpr auto kAnswerWindow = std::chrono::hours(24 * 14);
constexpr size_t kWaitingKept = 32;
constexpr size_t kReplyHoursKept = 64;

bool isReplyPrefix(QStringView word) {
    static constexpr QStringView known[] = {u"re", u"aw",   u"fw", u"fwd", u"wg", u"sv",
                                            u"vs", u"antw", u"rv", u"tr",  u"odp"};
    return std::any_of(std::begin(known), std::end(known),
                       [&](QStringView k) { return word.compare(k, Qt::CaseInsensitive) == 0; });
}

/// Index behind one leading "Re:" or "Re[2]:", 0 where there is none.
qsizetype behindPrefix(QStringView subject) {
    qsizetype end = 0;
    while (end < subject.size() && subject[end].isLetter()) {
        ++end;
    }
    if (!isReplyPrefix(subject.left(end))) {
        return 0;
    }
    qsizetype colon = end;
    while (colon < subject.size() && colon < end + 5 && subject[colon] != u':') {
        ++colon;
    }
    const bool plain = colon == end;
    const bool counted = colon < subject.size() && subject[end] == u'[';
    return colon < subject.size() && subject[colon] == u':' && (plain || counted) ? colon + 1 : 0;
}

std::chrono::milliseconds earliest(std::chrono::milliseconds a, std::chrono::milliseconds b) {
    return a == 0ms ? b : std::min(a, b);
}

}  // namespace

QString normalSubject(const QString& subject) {
    QStringView rest = QStringView(subject).trimmed();
    while (const qsizetype behind = behindPrefix(rest)) {
        rest = rest.mid(behind).trimmed();
    }
    return rest.toString().simplified().toCaseFolded();
}

SenderHistory MailHistory::sender(const QString& address) const {
    const QString key = addressKey(address);
    SenderHistory history;
    if (const auto found = m_senders.constFind(key); found != m_senders.cend()) {
        history = found->history;
        if (!found->replyHours.empty()) {
            history.medianReplyHours = found->replyHours[found->replyHours.size() / 2];
        }
    }
    if (const auto found = m_domains.constFind(addressDomain(key)); found != m_domains.cend()) {
        history.domainReceived = found->received;
        history.domainSentTo = found->sentTo;
        history.domainRepliedTo = found->repliedTo;
    }
    return history;
}

QString MailHistory::conversation(const Passing& message) const {
    if (!message.threadKey.isEmpty()) {
        return QLatin1Char('#') + message.threadKey;
    }
    return normalSubject(message.subject);
}

ThreadState MailHistory::thread(const Passing& message) const {
    const QString conversationKey = conversation(message);
    if (conversationKey.isEmpty()) {
        return {};
    }
    if (!message.threadKey.isEmpty()) {
        return m_threads.value(conversationKey);
    }
    return m_threads.value(conversationKey + u'\n' + addressKey(message.from.address));
}

void MailHistory::observeIncoming(const Passing& message) {
    const QString who = addressKey(message.from.address);
    Counts& counts = m_senders[who];
    SenderHistory& history = counts.history;
    history.received++;
    history.receivedUnanswered++;
    history.firstSeen = earliest(history.firstSeen, message.date);
    history.lastReceived = std::max(history.lastReceived, message.date);
    m_domains[addressDomain(who)].received++;

    const QString subject = normalSubject(message.subject);
    counts.waiting.push_back({message.key, who, subject, message.date});
    m_waitingSender.insert(message.key, who);
    if (counts.waiting.size() > kWaitingKept) {
        m_waitingSender.remove(counts.waiting.front().key);
        counts.waiting.pop_front();
    }
    const QString conversationKey = conversation(message);
    if (!conversationKey.isEmpty()) {
        ThreadState& state =
            m_threads[message.threadKey.isEmpty() ? QString(conversationKey + u'\n' + who) : conversationKey];
        state.depth++;
        state.lastSpeakerOwner = false;
    }
}

QStringList MailHistory::observeOutgoing(const Passing& message) {
    const QStringList answeredKeys = matchAnswered(message);
    const QString conversationKey = conversation(message);
    const auto spoke = [&](const QString& key) {
        ThreadState& state = m_threads[key];
        state.ownerStarted = state.ownerStarted || state.depth == 0;
        state.depth++;
        state.ownerWrote = true;
        state.lastSpeakerOwner = true;
    };
    if (!message.threadKey.isEmpty()) {
        spoke(conversationKey);
    }
    for (const QString& recipient : message.recipients) {
        const QString who = addressKey(recipient);
        SenderHistory& history = m_senders[who].history;
        history.sentTo++;
        history.firstSeen = earliest(history.firstSeen, message.date);
        history.lastSent = std::max(history.lastSent, message.date);
        m_domains[addressDomain(who)].sentTo++;
        if (message.threadKey.isEmpty() && !conversationKey.isEmpty()) {
            spoke(conversationKey + u'\n' + who);
        }
    }
    return answeredKeys;
}

void MailHistory::answered(Counts& counts, const Waiting& which, std::chrono::milliseconds at) {
    SenderHistory& history = counts.history;
    history.repliedTo++;
    history.receivedUnanswered = 0;
    history.lastReplied = std::max(history.lastReplied, at);
    m_domains[addressDomain(which.sender)].repliedTo++;
    const double hours =
        static_cast<double>(std::max((at - which.date).count(), std::chrono::milliseconds::rep{0})) / 3.6e6;
    auto& kept = counts.replyHours;
    if (kept.size() < kReplyHoursKept) {
        kept.insert(std::upper_bound(kept.begin(), kept.end(), static_cast<float>(hours)), static_cast<float>(hours));
    }
}

QStringList MailHistory::matchAnswered(const Passing& message) {
    QStringList keys;
    const auto take = [&](const QString& who, const auto& wanted) {
        const auto counts = m_senders.find(who);
        if (counts == m_senders.end()) {
            return;
        }
        auto& waiting = counts->waiting;
        for (auto it = waiting.begin(); it != waiting.end();) {
            if (!wanted(*it)) {
                ++it;
                continue;
            }
            keys << it->key;
            m_waitingSender.remove(it->key);
            answered(*counts, *it, message.date);
            it = waiting.erase(it);
        }
    };
    for (const QString& key : message.inReplyTo) {
        take(m_waitingSender.value(key), [&](const Waiting& one) { return one.key == key; });
    }
    const QString subject = normalSubject(message.subject);
    if (!keys.isEmpty() || subject.isEmpty() || behindPrefix(QStringView(message.subject).trimmed()) == 0) {
        return keys;
    }
    for (const QString& recipient : message.recipients) {
        take(addressKey(recipient), [&](const Waiting& one) {
            return one.subject == subject && message.date >= one.date && message.date - one.date <= kAnswerWindow;
        });
    }
    return keys;
}

}  // namespace kith::triage
