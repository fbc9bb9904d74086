// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/rule_reading.h"

#include "core/mail/zones.h"
#include "core/storage/account_store.h"
#include "core/triage/rule_words.h"

#include <algorithm>

namespace kith::service {

namespace {

bool isListMail(const BulkMarks& bulk) {
    const QString precedence = bulk.precedence.toLower();
    return !bulk.listId.isEmpty() || !bulk.listUnsubscribe.isEmpty() || precedence == QLatin1String("bulk") ||
           precedence == QLatin1String("list") || precedence == QLatin1String("junk");
}

}  // namespace

bool isForRules(const Message& message) {
    const auto lies = [&message](const char* label) { return message.labels.contains(QLatin1String(label)); };
    return !message.fromOwner && !lies("TRASH") && !lies("SPAM") && !lies("DRAFT");
}

Result<QString> RuleReading::accountOf(AccountId account) {
    if (!account) {
        return QString();
    }
    const auto known = m_accounts.constFind(account.value);
    if (known != m_accounts.cend()) {
        return *known;
    }
    const auto stored = storage::AccountStore(*m_cellar.database).account(account);
    if (!stored) {
        return stored.error();
    }
    const QString address = *stored ? (*stored)->address : QString();
    m_accounts.insert(account.value, address);
    return address;
}

Result<triage::RuleFacts> RuleReading::factsOf(const Message& message) {
    triage::RuleFacts facts;
    facts.senderAddress = message.from.address;
    facts.senderName = message.from.name;
    for (const Addresses* list : {&message.to, &message.cc}) {
        for (const Address& who : *list) {
            facts.recipients << who.address + QLatin1Char(' ') + who.name;
        }
    }
    facts.subject = message.subject;
    facts.labels = message.labels;
    facts.list = isListMail(message.bulk);
    facts.attachmentCount = message.attachmentCount;
    facts.age = std::chrono::duration_cast<std::chrono::hours>(std::max(Millis{0}, m_clock.now() - message.date));
    const auto standing = m_cellar.rules.standing(message.id);
    const auto account = accountOf(message.account);
    if (!standing || !account) {
        return !standing ? standing.error() : account.error();
    }
    facts.priority = standing->priority;
    facts.account = *account;
    const QStringList kinds = triage::opportunityKinds();
    std::copy_if(standing->chips.begin(), standing->chips.end(), std::back_inserter(facts.kinds),
                 [&kinds](const QString& chip) { return kinds.contains(chip); });
    if (m_needs.body) {
        const auto parts = m_cellar.messages.letterParts(message.id);
        if (!parts) {
            return parts.error();
        }
        facts.body = *parts ? mail::authorText((*parts)->text, (*parts)->zones) : QString();
    }
    if (m_needs.attachmentNames && message.attachmentCount > 0) {
        const auto attachments = m_cellar.messages.attachments(message.id);
        if (!attachments) {
            return attachments.error();
        }
        for (const Attachment& one : *attachments) {
            facts.attachments << one.filename;
        }
    }
    return facts;
}

}  // namespace kith::service
