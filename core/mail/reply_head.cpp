// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/mail/reply_head.h"

#include "core/mail/subject.h"

#include <QDateTime>
#include <QLocale>
#include <QSet>

#include <algorithm>

namespace kith::mail {

namespace {

constexpr qsizetype kMostReferences = 30;

bool holds(const Addresses& list, const QString& address) {
    return std::any_of(list.begin(), list.end(),
                       [&](const Address& one) { return addressKey(one.address) == addressKey(address); });
}

void addOnce(Addresses& list, const Address& who, const Addresses& besides) {
    if (!who.address.isEmpty() && !holds(list, who.address) && !holds(besides, who.address)) {
        list.push_back(who);
    }
}

/// A Reply-To that only leads back to the list is no wish of the author's.
bool namesTheList(const Message& original, const Address& reply) {
    return !original.bulk.listId.isEmpty() && (holds(original.to, reply.address) || holds(original.cc, reply.address));
}

Addresses answersTo(const Message& original, ReplyKind kind) {
    Addresses to;
    for (const Address& reply : original.replyTo) {
        if (kind == ReplyKind::ReplyAll || !namesTheList(original, reply)) {
            addOnce(to, reply, {});
        }
    }
    if (to.empty() || (kind == ReplyKind::ReplyAll && !original.bulk.listId.isEmpty())) {
        addOnce(to, original.from, {});
    }
    return to;
}

Address ownAddress(const Message& original, const Addresses& own) {
    for (const Addresses* list : {&original.to, &original.cc}) {
        for (const Address& who : *list) {
            const auto mine = std::find_if(own.begin(), own.end(), [&](const Address& one) {
                return addressKey(one.address) == addressKey(who.address);
            });
            if (mine != own.end()) {
                return mine->name.isEmpty() ? Address{who.name, mine->address} : *mine;
            }
        }
    }
    return own.front();
}

}  // namespace

ReplyHead replyHead(const Message& original, const Addresses& own, ReplyKind kind) {
    Q_ASSERT(!own.empty());
    ReplyHead head;
    const QString bare = normalizedSubject(original.subject);
    head.subject = (kind == ReplyKind::Forward ? QStringLiteral("Fwd: ") : QStringLiteral("Re: ")) + bare;
    const bool mine = holds(own, original.from.address);
    head.from = mine ? original.from : ownAddress(original, own);
    for (const QStringList* ids : {&original.references, &original.inReplyTo}) {
        for (const QString& id : *ids) {
            if (!id.isEmpty() && !head.references.contains(id)) {
                head.references << id;
            }
        }
    }
    head.references.removeAll(original.rfc822MessageId);
    if (!original.rfc822MessageId.isEmpty()) {
        head.references << original.rfc822MessageId;
        head.inReplyTo = original.rfc822MessageId;
    }
    while (head.references.size() > kMostReferences) {
        head.references.removeAt(1);  // the first one holds the thread together
    }
    if (kind == ReplyKind::Forward) {
        head.inReplyTo.clear();
        return head;
    }
    head.to = mine ? original.to : answersTo(original, kind);
    if (!mine) {
        std::erase_if(head.to, [&](const Address& who) { return holds(own, who.address); });
        if (head.to.empty()) {
            head.to.push_back(original.from);
        }
    }
    if (kind == ReplyKind::ReplyAll) {
        for (const Addresses* list : {&original.to, &original.cc}) {
            for (const Address& who : *list) {
                if (!holds(own, who.address)) {
                    addOnce(head.cc, who, head.to);
                }
            }
        }
    }
    return head;
}

QString quotedOriginal(const Message& original, const QString& text) {
    const auto local = QDateTime::fromMSecsSinceEpoch((original.date + original.dateOffset).count(), Qt::UTC);
    const QString when = QLocale::c().toString(local, QStringLiteral("d MMM yyyy 'at' HH:mm"));
    QString out = QStringLiteral("On %1, %2 wrote:\n")
                      .arg(when, original.from.name.isEmpty() ? original.from.address : original.from.name);
    const QString trimmed = text.trimmed();
    for (const QStringView line : QStringView(trimmed).split(u'\n')) {
        out += (line.startsWith(u'>') ? QStringLiteral(">")
                : line.isEmpty()      ? QStringLiteral(">")
                                      : QStringLiteral("> ")) +
               line + u'\n';
    }
    return out;
}

}  // namespace kith::mail
