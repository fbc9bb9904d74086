// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What happened with one person, in order of time.
#include "core/mail/invitation.h"
#include "core/mail/mime_parser.h"
#include "core/service/inbox_reader.h"
#include "core/service/person_reader.h"
#include "core/storage/event_log.h"
#include "core/storage/opportunity_store.h"
#include "core/storage/relation_store.h"
#include "core/storage/transcript_store.h"

#include <QSet>

#include <algorithm>

namespace kith::service {

namespace {

using Kind = PersonMoment::Kind;

constexpr int kShownConversations = 12;
constexpr int kLooked = 60;
constexpr int kShownOfOther = 8;
constexpr std::chrono::milliseconds kEver{4'102'444'800'000};  // 2100

QStringList addressesOf(const ContactCard& card) {
    QStringList addresses;
    for (const storage::HeldIdentity& held : card.identities) {
        if (held.identity.kind == QStringLiteral("email")) {
            addresses << held.identity.value;
        }
    }
    return addresses;
}

Result<void> addMail(Cellar& cellar, const QStringList& addresses, Person& person) {
    std::vector<MessageId> newest;
    storage::RelationStore relations(*cellar.database);
    for (const QString& address : addresses) {
        const auto from = cellar.messages.fromSender(address, {}, kLooked);
        const auto to = from ? relations.sentTo(address, kLooked) : from;
        if (!to) {
            return to.error();
        }
        newest.insert(newest.end(), from->begin(), from->end());
        newest.insert(newest.end(), to->begin(), to->end());
    }
    std::ranges::sort(newest, std::ranges::greater{});
    std::vector<ThreadId> threads;
    for (const MessageId message : newest) {
        if (int(threads.size()) == kShownConversations) {
            break;
        }
        const auto thread = cellar.messages.threadOf(message);
        if (!thread) {
            return thread.error();
        }
        if (*thread && std::ranges::count(threads, **thread) == 0) {
            threads.push_back(**thread);
        }
    }
    auto rows = readRows(cellar, threads);
    if (!rows) {
        return rows.error();
    }
    person.conversations = std::move(*rows);
    for (const InboxRow& row : person.conversations) {
        const bool theirs = addresses.contains(addressKey(row.sender.address));
        person.moments.push_back({theirs ? Kind::Mail : Kind::Sent, row.date, row.subject,
                                  row.messageCount > 1 ? QString::number(row.messageCount) : QString(), row.thread});
    }
    return {};
}

Result<void> addMeetings(Cellar& cellar, const QStringList& addresses, Person& person) {
    storage::RelationStore relations(*cellar.database);
    QSet<QString> seen;  // the newest mail about an event is read first
    for (const QString& address : addresses) {
        const auto mails = relations.calendars(address, kShownOfOther);
        if (!mails) {
            return mails.error();
        }
        for (const storage::CalendarMail& one : *mails) {
            const auto source = cellar.messages.source(one.message);
            if (!source) {
                return source.error();
            }
            const QByteArray calendar = *source ? mail::partContent(**source, one.part) : QByteArray();
            for (const mail::Invitation& event : mail::readInvitations(calendar, {}, kEver)) {
                const bool known = seen.contains(event.uid) || int(person.moments.size()) > 200;
                seen.insert(event.uid);
                if (!known && event.method != QLatin1String("REPLY")) {
                    person.moments.push_back({Kind::Meeting, event.start, event.summary,
                                              event.cancelled ? QStringLiteral("cancelled") : QString(), one.thread});
                }
            }
        }
    }
    return {};
}

Result<void> addTalks(Cellar& cellar, const QStringList& addresses, Person& person) {
    storage::TranscriptStore transcripts(*cellar.database);
    storage::OpportunityStore opportunities(*cellar.database);
    QSet<qint64> seen;
    for (const QString& address : addresses) {
        const auto with = transcripts.with(address, kShownOfOther);
        if (!with) {
            return with.error();
        }
        for (const storage::StoredTranscript& one : *with) {
            const bool sure = one.state == QStringLiteral("automatic") || one.state == QStringLiteral("confirmed");
            if (sure && !seen.contains(one.id)) {
                seen.insert(one.id);
                person.moments.push_back({Kind::Transcript,
                                          one.saidAt.count() > 0 ? one.saidAt : one.takenAt,
                                          one.meetingTitle.isEmpty() ? one.title : one.meetingTitle,
                                          {},
                                          one.thread});
            }
        }
        storage::OpportunityQuery query;
        query.address = address;
        query.limit = kShownOfOther;
        const auto found = opportunities.list(query);
        if (!found) {
            return found.error();
        }
        for (const Opportunity& one : *found) {
            if (one.open() || one.status == OpportunityStatus::Completed) {
                person.moments.push_back({Kind::Opportunity, one.saidAt, one.kind,
                                          one.evidence.empty() ? QString() : one.evidence.front().text, one.thread});
            }
        }
    }
    return {};
}

Result<void> addChanges(Cellar& cellar, const ContactCard& card, const QStringList& addresses, Person& person) {
    QStringList entities{contactEntity(card.id)};
    for (const QString& address : addresses) {
        entities << QStringLiteral("address:") + address;
    }
    for (const QString& entity : entities) {
        const auto events = storage::EventLog(*cellar.database).list({{}, entity, {}, kShownOfOther});
        if (!events) {
            return events.error();
        }
        for (const Event& event : *events) {
            person.moments.push_back({Kind::Change, event.at, event.type, {}, {}});
        }
    }
    return {};
}

}  // namespace

Result<void> addTimeline(Cellar& cellar, const ContactCard& card, Person& person) {
    const QStringList addresses = addressesOf(card);
    Result<void> added = addMail(cellar, addresses, person);
    added = added ? addMeetings(cellar, addresses, person) : added;
    added = added ? addTalks(cellar, addresses, person) : added;
    added = added ? addChanges(cellar, card, addresses, person) : added;
    std::ranges::stable_sort(person.moments, std::ranges::greater{}, &PersonMoment::at);
    return added;
}

}  // namespace kith::service
