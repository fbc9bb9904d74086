// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/conversation_reader.h"

#include "core/service/card_facts.h"
#include "core/service/cellar.h"
#include "core/service/inbox_reader.h"
#include "core/service/mail_labels.h"

#include <QDateTime>

#include <algorithm>

namespace kith::service {

namespace {

constexpr int kCardMonths = 12;
constexpr int kCardMessages = 2000;
constexpr size_t kCardRecent = 5;

Result<LetterView> readLetter(Cellar& cellar, const Message& message) {
    const auto parts = cellar.messages.letterParts(message.id);
    if (!parts) {
        return parts.error();
    }
    const auto source = cellar.messages.source(message.id);
    if (!source) {
        return source.error();
    }
    const storage::LetterParts none;
    const storage::LetterParts& letter = *parts ? **parts : none;
    return viewOf(message, source->value_or(QByteArray()), letter.text, letter.zones);
}

int monthsBetween(const QDate& earlier, const QDate& later) {
    return (later.year() - earlier.year()) * 12 + later.month() - earlier.month();
}

void countMonth(SenderCard& card, std::chrono::milliseconds at, const QDate& today) {
    const QDate day = QDateTime::fromMSecsSinceEpoch(at.count(), Qt::UTC).date();
    const int ago = monthsBetween(day, today);
    if (ago >= 0 && ago < kCardMonths) {
        ++card.perMonth[static_cast<size_t>(kCardMonths - 1 - ago)];
    }
}

/// Their messages and, from the same threads, the owner's: months, who spoke last, other conversations.
Result<void> addHistory(Cellar& cellar, SenderCard& card, std::chrono::milliseconds now) {
    const auto ids = cellar.messages.fromSender(addressKey(card.address.address), {}, kCardMessages);
    if (!ids) {
        return ids.error();
    }
    const auto messages = cellar.messages.messages(*ids);
    if (!messages) {
        return messages.error();
    }
    const QDate today = QDateTime::fromMSecsSinceEpoch(now.count(), Qt::UTC).date();
    card.perMonth.assign(kCardMonths, 0);
    std::vector<ThreadId> threads;
    for (const Message& message : *messages) {
        countMonth(card, message.date, today);
        if (std::find(threads.begin(), threads.end(), message.thread) == threads.end() &&
            threads.size() < kCardRecent) {
            threads.push_back(message.thread);
        }
        if (card.address.name.isEmpty()) {
            card.address.name = message.from.name;
        }
    }
    auto rows = readRows(cellar, threads);
    if (!rows) {
        return rows.error();
    }
    card.recent = std::move(*rows);
    if (!threads.empty()) {
        const auto letters = cellar.messages.thread(threads.front());
        if (letters && !letters->empty()) {
            card.theyOwe = letters->back().fromOwner;
            card.ownerOwes = !letters->back().fromOwner;
        }
    }
    return {};
}

QStringList userLabels(const std::vector<Message>& messages) {
    QStringList labels;
    for (const Message& message : messages) {
        std::copy_if(message.labels.begin(), message.labels.end(), std::back_inserter(labels), isUserLabel);
    }
    labels.removeDuplicates();
    labels.sort(Qt::CaseInsensitive);
    return labels;
}

}  // namespace

Result<Conversation> readConversation(Cellar& cellar, ThreadId thread) {
    const auto messages = cellar.messages.thread(thread);
    if (!messages) {
        return messages.error();
    }
    if (messages->empty()) {
        return Error{ErrorKind::NotFound, QStringLiteral("this conversation is gone"), {}};
    }
    Conversation conversation;
    conversation.thread = thread;
    conversation.subject = messages->back().subject;
    for (const Message& message : *messages) {
        auto letter = readLetter(cellar, message);
        if (!letter) {
            return letter.error();
        }
        conversation.letters.push_back(std::move(*letter));
    }
    conversation.labels = userLabels(*messages);
    auto rows = readRows(cellar, {thread});
    if (!rows) {
        return rows.error();
    }
    if (!rows->empty()) {
        conversation.row = std::move(rows->front());
        auto decision = cellar.triage.latest(conversation.row.message);
        if (!decision) {
            return decision.error();
        }
        conversation.decision = std::move(*decision);
    }
    return conversation;
}

Result<SenderCard> readSenderCard(Cellar& cellar, const QString& address, std::chrono::milliseconds now) {
    SenderCard card;
    card.address.address = address;
    const auto known = cellar.correspondents.one(addressKey(address));
    if (!known) {
        return known.error();
    }
    if (*known) {
        card.address.name = (*known)->name;
        card.received = static_cast<int>((*known)->received);
        card.sentTo = static_cast<int>((*known)->sentTo);
        card.answered = static_cast<int>((*known)->replied);
        card.firstSeen = (*known)->firstSeen;
        card.lastReceived = (*known)->lastSeen;
        card.lastSent = (*known)->lastSentTo;
    }
    const auto believed = ContactBook(cellar).cardOfAddress(address);
    if (!believed) {
        return believed.error();
    }
    card.facts = cardFacts(address, *believed);
    for (const FactView& fact : card.facts) {
        if (fact.field == QStringLiteral("job_title")) {
            card.title = fact.value;
        } else if (fact.field == QStringLiteral("company")) {
            card.company = fact.value;
        }
    }
    if (auto history = addHistory(cellar, card, now); !history) {
        return history.error();
    }
    return card;
}

}  // namespace kith::service
