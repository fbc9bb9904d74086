// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/draft_ground.h"

#include "core/base/text.h"
#include "core/service/conversation_reader.h"
#include "core/service/owner_book.h"
#include "core/storage/contact_list.h"
#include "core/storage/tone_store.h"
#include "core/triage/signals.h"
#include "core/triage/tone_lessons.h"

#include <QDateTime>
#include <QSet>

#include <algorithm>

namespace kith::service {

namespace {

constexpr double kTakesLeave = 0.5;
constexpr int kCustomersRead = 400;

QString ownWords(const storage::LetterParts& parts) {
    QString words;
    for (const Zone& zone : parts.zones) {
        if (zone.kind == ZoneKind::Author || zone.kind == ZoneKind::Greeting || zone.kind == ZoneKind::Closing) {
            const qsizetype from = text::utf16Index(parts.text, zone.start);
            words += QStringView(parts.text).mid(from, text::utf16Index(parts.text, zone.end) - from);
        }
    }
    return words.isEmpty() ? parts.text : words;
}

void addThreadPeople(Addresses& list, const Addresses& people) {
    for (const Address& who : people) {
        const bool there = std::any_of(list.begin(), list.end(), [&](const Address& one) {
            return addressKey(one.address) == addressKey(who.address);
        });
        if (!there && !who.address.isEmpty()) {
            list.push_back(who);
        }
    }
}

/// The owner's addresses with the name that the thread gives them.
Result<Addresses> draftSenders(Cellar& cellar, const std::vector<Message>& thread) {
    const auto addresses = cellar.owners.addresses();
    if (!addresses) {
        return addresses.error();
    }
    Addresses own;
    for (const QString& address : *addresses) {
        Address mine{{}, address};
        for (const Message& message : thread) {
            for (const Addresses& list : {Addresses{message.from}, message.to, message.cc}) {
                for (const Address& who : list) {
                    const bool same = addressKey(who.address) == addressKey(address);
                    mine.name = same && !who.name.isEmpty() && !who.name.contains(u'@') ? who.name : mine.name;
                }
            }
        }
        own.push_back(mine);
    }
    if (own.empty()) {
        return Error{ErrorKind::Unsupported, QStringLiteral("it is not known which address is the owner's"),
                     QStringLiteral("Name it with kithctl import mail --owner, or connect the account.")};
    }
    return own;
}

mail::ReplyKind replyKind(DraftKind kind) {
    return kind == DraftKind::ReplyAll  ? mail::ReplyKind::ReplyAll
           : kind == DraftKind::Forward ? mail::ReplyKind::Forward
                                        : mail::ReplyKind::Reply;
}

Result<void> addThread(Cellar& cellar, const std::vector<Message>& thread, DraftMaterial& material) {
    const auto privacy = PrivacyBook::load(cellar);
    if (!privacy) {
        return privacy.error();
    }
    for (const Message& message : thread) {
        material.level = std::max(material.level, privacy->levelOf(message));
        const auto parts = cellar.messages.letterParts(message.id);
        if (!parts) {
            return parts.error();
        }
        triage::ThreadLetter letter;
        letter.author = message.from.name.isEmpty() ? message.from.address : message.from.name;
        letter.byOwner = message.fromOwner;
        letter.date = message.date + message.dateOffset;
        letter.text = *parts ? ownWords(**parts) : QString();
        material.ground.texts << letter.text;
        material.brief.thread.push_back(std::move(letter));
        for (const Addresses& list : {Addresses{message.from}, message.to, message.cc, message.replyTo}) {
            addThreadPeople(material.ground.inThread, list);
        }
        if (message.id == material.answered.id) {
            return {};  // what came later is not answered by this
        }
    }
    return {};
}

Result<void> addCard(Cellar& cellar, std::chrono::milliseconds now, DraftMaterial& material) {
    if (material.head.to.empty()) {
        return {};  // forwarded to somebody who is not chosen yet
    }
    const Address& person = material.head.to.front();
    const auto card = readSenderCard(cellar, person.address, now);
    if (!card) {
        return card.error();
    }
    for (const FactView& fact : card->facts) {
        material.ground.card << fact.value;
        material.brief.card << fact.field + QStringLiteral(": ") + fact.value;
    }
    material.brief.person = !person.name.isEmpty() ? person.name : card->address.name;
    return {};
}

/// People and firms with whom the owner deals elsewhere: their names must not slip into this thread.
Result<void> addOthers(Cellar& cellar, DraftMaterial& material) {
    storage::ContactQuery query;
    query.order = storage::ContactQuery::Order::Recent;
    query.limit = kCustomersRead;
    const auto contacts = storage::ContactList(*cellar.database).list(query);
    if (!contacts) {
        return contacts.error();
    }
    QSet<QString> firmsHere;
    QStringList firms;
    for (const storage::ContactSummary& contact : *contacts) {
        const bool here =
            std::any_of(material.ground.inThread.begin(), material.ground.inThread.end(),
                        [&](const Address& who) { return addressKey(who.address) == addressKey(contact.email); });
        if (here) {
            firmsHere.insert(text::folded(contact.company));
        } else {
            firms << contact.company;
            material.ground.otherCustomers << (contact.name.contains(u' ') ? contact.name : QString());
        }
    }
    firms.removeDuplicates();
    for (const QString& firm : firms) {
        material.ground.otherCustomers << (firmsHere.contains(text::folded(firm)) ? QString() : firm);
    }
    material.ground.otherCustomers.removeAll(QString());
    return {};
}

constexpr size_t kTonesTold = 8;

Result<void> addTone(Cellar& cellar, DraftMaterial& material) {
    const auto notes = storage::ToneStore(*cellar.database).notes();
    if (!notes) {
        return notes.error();
    }
    for (size_t i = 0; i < std::min(kTonesTold, notes->size()); ++i) {
        material.brief.tone << triage::toneLine((*notes)[i]);
    }
    return {};
}

Result<void> addMessageSigns(Cellar& cellar, DraftMaterial& material) {
    const auto stored = cellar.signs.of(material.answered.id);
    if (!stored) {
        return stored.error();
    }
    const Message& message = material.answered;
    material.suspicious = !message.bulk.listId.isEmpty() || !message.bulk.listUnsubscribe.isEmpty() ||
                          !message.bulk.autoSubmitted.isEmpty() || triage::looksNoReply(message.from.address) ||
                          message.fromOwner || !spoofWarnings(message).isEmpty();
    if (*stored) {
        if (const auto signs = triage::signalsFromBytes(**stored)) {
            material.suspicious = material.suspicious || signs->aimedAtAssistant || signs->automaticReply;
            material.ground.cancellation = signs->content[triage::Head::Cancellation] >= kTakesLeave;
        }
    }
    return {};
}

}  // namespace

Result<DraftMaterial> draftMaterial(Cellar& cellar, MessageId id, std::chrono::milliseconds now, DraftKind kind) {
    const auto message = cellar.messages.message(id);
    if (!message || !*message) {
        return !message ? message.error() : Error{ErrorKind::NotFound, QStringLiteral("no such message"), {}};
    }
    const auto thread = cellar.messages.thread((*message)->thread);
    if (!thread) {
        return thread.error();
    }
    const auto own = draftSenders(cellar, *thread);
    if (!own) {
        return own.error();
    }
    DraftMaterial material;
    material.answered = **message;
    material.head = mail::replyHead(material.answered, *own, replyKind(kind));
    if (material.head.to.empty() && kind != DraftKind::Forward) {
        return Error{ErrorKind::Unsupported, QStringLiteral("nobody would get an answer to this message"), {}};
    }
    material.ground.own = *own;
    material.ground.subject = material.answered.subject;
    material.ground.today = QDateTime::fromMSecsSinceEpoch(now.count(), Qt::UTC).date().toString(Qt::ISODate);
    material.brief.subject = material.answered.subject;
    material.brief.owner =
        material.head.from.name.isEmpty() ? material.head.from.address.section(u'@', 0, 0) : material.head.from.name;
    material.lastTo = material.answered.to;
    Result<void> added = addThread(cellar, *thread, material);
    added = added ? addCard(cellar, now, material) : added;
    added = added ? addOthers(cellar, material) : added;
    added = added ? addMessageSigns(cellar, material) : added;
    added = added ? addTone(cellar, material) : added;
    return added ? Result<DraftMaterial>(std::move(material)) : Result<DraftMaterial>(added.error());
}

}  // namespace kith::service
