// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/rule_deed.h"

#include "core/service/contact_book.h"
#include "core/storage/message_marks.h"
#include "core/storage/outbox_planner.h"
#include "core/triage/rule_words.h"

#include <algorithm>
#include <array>

namespace kith::service {

namespace {

bool carriesLabel(const Message& message, const QString& label) {
    return message.labels.contains(label, Qt::CaseInsensitive);
}

PlannedDeed fated(const RuleAction& action, DeedFate fate, const QString& reason) {
    return {action, fate, reason, Millis{0}};
}

storage::Identity identityOf(const Message& message) {
    return {QStringLiteral("email"), addressKey(message.from.address)};
}

/// Why there is nobody to hand this to yet.
QString missingHand(RuleActionKind kind) {
    switch (kind) {
    case RuleActionKind::DraftReply:
        return QStringLiteral("Waits: drafts cannot be written from here yet.");
    case RuleActionKind::CreateOpportunity:
        return QStringLiteral("Waits: opportunities cannot be kept here yet.");
    default:
        return QStringLiteral("Kith sends no mail itself: once you say yes, forward it from your mail program and "
                              "tick it off here.");
    }
}

}  // namespace

QString deedFateWord(DeedFate fate) {
    static const std::array words{"done", "already", "kept", "outvoted", "asks", "delayed", "waits", "needless"};
    return QString::fromLatin1(words[static_cast<size_t>(fate)]);
}

Millis snoozeEnd(const RuleAction& action, Millis now) {
    return action.until.count() > 0 ? action.until : now + action.wait;
}

const RuleHands::Hand* RuleDeeds::handFor(RuleActionKind kind) const {
    switch (kind) {
    case RuleActionKind::DraftReply:
        return &m_hands.draftReply;
    case RuleActionKind::CreateOpportunity:
        return &m_hands.opportunity;
    case RuleActionKind::Forward:
        return &m_hands.forwardDraft;
    default:
        return nullptr;
    }
}

Result<PlannedDeed> RuleDeeds::planned(const RuleAction& action, const Message& message, bool mayTrash) {
    const Millis due = message.date + action.after;
    if (action.after.count() > 0 && due > m_clock.now()) {
        PlannedDeed later = fated(action, DeedFate::Delayed, QStringLiteral("Waits for its time."));
        later.dueAt = due;
        return later;
    }
    return plannedNow(action, message, mayTrash);
}

Result<PlannedDeed> RuleDeeds::plannedNow(const RuleAction& action, const Message& message, bool mayTrash) {
    const auto over = needless(action.unless, message);
    const auto so = already(action, message);
    const auto kept = byHand(action, message);
    if (!over || !so || !kept) {
        return !over ? over.error() : !so ? so.error() : kept.error();
    }
    if (*over) {
        return fated(action, DeedFate::Needless,
                     QStringLiteral("Not needed: the message is %1.").arg(triage::ruleUnlessWord(action.unless)));
    }
    if (*so) {
        return fated(action, DeedFate::Already, QStringLiteral("The message is so already."));
    }
    if (*kept) {
        return fated(action, DeedFate::Kept, QStringLiteral("You set this by hand; it stays."));
    }
    if (action.kind == RuleActionKind::Forward) {
        return fated(action, DeedFate::Asks, QStringLiteral("Asks before it forwards to %1.").arg(action.text));
    }
    if (action.kind == RuleActionKind::Trash && !mayTrash) {
        return fated(action, DeedFate::Asks, QStringLiteral("Asks once before it moves mail to the trash."));
    }
    return handFor(action.kind) != nullptr ? plannedByHand(action, message) : fated(action, DeedFate::Done, {});
}

Result<PlannedDeed> RuleDeeds::plannedByHand(const RuleAction& action, const Message& message) {
    if (!hasHand(action.kind)) {
        return fated(action, DeedFate::Waits, missingHand(action.kind));
    }
    const auto reason = m_hands.whyNot ? m_hands.whyNot(message, action) : Result<QString>(QString());
    if (!reason) {
        return reason.error();
    }
    return reason->isEmpty() ? fated(action, DeedFate::Done, {}) : fated(action, DeedFate::Needless, *reason);
}

Result<bool> RuleDeeds::needless(RuleUnless unless, const Message& message) {
    if (unless == RuleUnless::Read) {
        return !message.unread;
    }
    if (unless == RuleUnless::Archived) {
        return !carriesLabel(message, QStringLiteral("INBOX"));
    }
    if (unless == RuleUnless::Never) {
        return false;
    }
    const auto thread = m_cellar.messages.thread(message.thread);
    if (!thread) {
        return thread.error();
    }
    return std::any_of(thread->begin(), thread->end(),
                       [&message](const Message& other) { return other.fromOwner && other.date >= message.date; });
}

Result<bool> RuleDeeds::already(const RuleAction& action, const Message& message) {
    switch (action.kind) {
    case RuleActionKind::Archive:
        return !carriesLabel(message, QStringLiteral("INBOX"));
    case RuleActionKind::ToInbox:
        return carriesLabel(message, QStringLiteral("INBOX"));
    case RuleActionKind::Trash:
        return carriesLabel(message, QStringLiteral("TRASH"));
    case RuleActionKind::Label:
        return carriesLabel(message, action.text);
    case RuleActionKind::RemoveLabel:
        return !carriesLabel(message, action.text);
    case RuleActionKind::MarkRead:
        return !message.unread;
    case RuleActionKind::Star:
        return message.starred;
    case RuleActionKind::Snooze:
        return snoozeEnd(action, m_clock.now()) <= std::max(message.snoozedUntil, m_clock.now());
    case RuleActionKind::SetPriority: {
        const auto stands = m_cellar.rules.priorityOf(message.id);
        return stands ? Result<bool>(*stands && (*stands)->priority == action.priority) : Result<bool>(stands.error());
    }
    case RuleActionKind::AddToContact: {
        const auto contact = ContactBook(m_cellar).find(identityOf(message));
        return contact ? Result<bool>(*contact || message.from.address.isEmpty()) : Result<bool>(contact.error());
    }
    case RuleActionKind::DraftReply: {
        const auto draft = m_cellar.drafts.ofMessage(message.id);
        return draft ? Result<bool>(draft->has_value()) : Result<bool>(draft.error());
    }
    case RuleActionKind::CreateOpportunity: {
        const auto there = m_cellar.opportunities.inThread(message.thread, action.text);
        return there ? Result<bool>(there->has_value()) : Result<bool>(there.error());
    }
    case RuleActionKind::Forward:
        return false;
    }
    return false;
}

Result<bool> RuleDeeds::byHand(const RuleAction& action, const Message& message) {
    storage::Database& database = *m_cellar.database;
    switch (action.kind) {
    case RuleActionKind::Archive:
    case RuleActionKind::ToInbox:
    case RuleActionKind::Trash:
        return storage::touchedByHand(database, message.id, QStringLiteral("in_inbox"));
    case RuleActionKind::Label:
    case RuleActionKind::RemoveLabel:
        return storage::labelTouchedByHand(database, message.id, action.text);
    case RuleActionKind::MarkRead:
        return storage::touchedByHand(database, message.id, QStringLiteral("unread"));
    case RuleActionKind::Star:
        return storage::touchedByHand(database, message.id, QStringLiteral("starred"));
    case RuleActionKind::Snooze:
        return storage::touchedByHand(database, message.id, QStringLiteral("snoozed_until"));
    case RuleActionKind::SetPriority:
        break;
    default:
        return false;
    }
    const auto marks = m_cellar.triage.feedbackOn(message.id);
    if (!marks || !marks->empty()) {
        return marks ? Result<bool>(true) : Result<bool>(marks.error());
    }
    for (int priority = 0; priority <= 4; ++priority) {
        const auto touched =
            storage::labelTouchedByHand(database, message.id, gmailLabel(static_cast<Priority>(priority)));
        if (!touched || *touched) {
            return touched;
        }
    }
    return false;
}

Result<void> RuleDeeds::setPriority(storage::ChangeWriter& change, const Rule& rule, Priority priority,
                                    const Message& message) {
    const auto service = m_learned();
    const auto links = storage::OutboxPlanner(*m_cellar.database).links(message.id);
    if (!service || !links) {
        return !service ? service.error() : links.error();
    }
    m_cellar.rules.setPriority(change, {message.id, rule.id, rule.name, priority});
    (*service)->judge().ruled.insert(message.id.value, {priority, rule.name});
    if (!links->empty()) {
        const std::array one{message.id};
        storage::MessageMarks(change).setLabel(one, gmailLabel(priority), true);
    }
    const auto scored = (*service)->scoreInto(change, {message.id});
    return scored ? Result<void>() : Result<void>(scored.error());
}

Result<void> RuleDeeds::addToContact(storage::ChangeWriter& change, const Message& message) {
    const QString name = message.from.name.isEmpty() ? message.from.address : message.from.name;
    const std::array identities{identityOf(message)};
    const auto added = ContactBook(m_cellar).ensure(change, name, identities);
    return added ? Result<void>() : Result<void>(added.error());
}

Result<void> RuleDeeds::perform(storage::ChangeWriter& change, const Rule& rule, const RuleAction& action,
                                const Message& message) {
    storage::MessageMarks marks(change);
    const std::array one{message.id};
    switch (action.kind) {
    case RuleActionKind::Archive:
        marks.archive(one);
        break;
    case RuleActionKind::ToInbox:
        marks.setLabel(one, QStringLiteral("TRASH"), false);
        marks.moveToInbox(one);
        break;
    case RuleActionKind::Trash:
        marks.archive(one);
        marks.setLabel(one, QStringLiteral("TRASH"), true);
        break;
    case RuleActionKind::Label:
    case RuleActionKind::RemoveLabel:
        marks.setLabel(one, action.text, action.kind == RuleActionKind::Label);
        break;
    case RuleActionKind::MarkRead:
        marks.setUnread(one, false);
        break;
    case RuleActionKind::Star:
        marks.setStarred(one, true);
        break;
    case RuleActionKind::Snooze:
        marks.snooze(one, snoozeEnd(action, m_clock.now()));
        break;
    case RuleActionKind::SetPriority:
        return setPriority(change, rule, action.priority, message);
    case RuleActionKind::AddToContact:
        return addToContact(change, message);
    case RuleActionKind::Forward:
    case RuleActionKind::DraftReply:
    case RuleActionKind::CreateOpportunity:
        return (*handFor(action.kind))(change, message, action);
    }
    return change.error() ? Result<void>(*change.error()) : Result<void>();
}

}  // namespace kith::service
