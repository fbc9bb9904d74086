// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/emulators/gmail/listing.h"

#include "tests/emulators/gmail/thread_marks.h"

#include <QDataStream>
#include <QIODevice>

#include <algorithm>

namespace kith::emulator {
namespace {

constexpr quint64 kListSalt = 0x6c697374;

QByteArray tokenAfter(const StoredMessage& message, quint64 question) {
    QByteArray content;
    QDataStream(&content, QIODevice::WriteOnly) << question << message.internalDate << message.sequence;
    return sealed(content, kListSalt);
}

std::optional<ListPlace> placeOf(const QString& token, quint64 question) {
    const auto content = unsealed(token.toLatin1(), kListSalt);
    if (!content) {
        return std::nullopt;
    }
    quint64 asked = 0;
    ListPlace place;
    QDataStream stream(*content);
    stream >> asked >> place.internalDate >> place.sequence;
    return asked == question && stream.atEnd() ? std::optional(place) : std::nullopt;
}

quint64 questionOf(const Call& call) {
    QByteArray text = call.mailbox.address().toUtf8() + call.method.name.toUtf8();
    for (const char* name : {"q", "labelIds", "includeSpamTrash"}) {
        QStringList values = call.query.values(QString::fromLatin1(name));
        values.sort();
        text += '\n' + values.join(u'\t').toUtf8();
    }
    return hashOf(text);
}

bool isNewer(const StoredMessage& message, const ListPlace& place) {
    return message.internalDate != place.internalDate ? message.internalDate > place.internalDate
                                                      : message.sequence >= place.sequence;
}

/// Newest first, as the whole mailbox: what has the Message-ID that the query asks for, or everything.
template <class Visit>
void eachCandidate(const Mailbox& mailbox, const Listing& listing, Visit visit) {
    if (const auto messageId = listing.query.messageId()) {
        auto found = mailbox.withMessageId(*messageId);
        std::ranges::sort(found, std::greater{},
                          [](const StoredMessage* one) { return std::pair(one->internalDate, one->sequence); });
        std::erase_if(found, [&](const StoredMessage* one) { return listing.after && isNewer(*one, *listing.after); });
        std::ranges::all_of(found, [&](const StoredMessage* one) { return visit(*one); });
        return;
    }
    const auto& order = mailbox.inOrder();
    auto end = order.end();
    if (listing.after) {
        end = std::ranges::partition_point(order,
                                           [&](const StoredMessage* one) { return !isNewer(*one, *listing.after); });
    }
    while (end != order.begin()) {
        --end;
        if (!visit(**end)) {
            return;
        }
    }
}

}  // namespace

bool Listing::matches(const Mailbox& mailbox, const StoredMessage& message) const {
    if (!spamAndTrash && (message.has(LabelKey::Spam) || message.has(LabelKey::Trash))) {
        return false;
    }
    for (const LabelKey key : labels) {
        if (!message.has(key)) {
            return false;
        }
    }
    return query.isEmpty() || query.matches(mailbox, message);
}

std::variant<Listing, ApiError> listingOf(const Call& call) {
    Listing listing;
    const auto keys = labelKeys(call.mailbox, call.query.values(QStringLiteral("labelIds")));
    if (const auto* error = std::get_if<ApiError>(&keys)) {
        return *error;
    }
    listing.labels = std::get<LabelKeys>(keys);
    const QString q = call.query.value(QStringLiteral("q"));
    if (!q.isEmpty()) {
        listing.query = SearchQuery::parsed(q, call.now());
    }
    listing.spamAndTrash = call.query.flag(QStringLiteral("includeSpamTrash")) || listing.query.asksForSpamOrTrash() ||
                           listing.labels.contains(LabelKey::Spam) || listing.labels.contains(LabelKey::Trash);
    listing.most = call.query.pageSize();
    listing.question = questionOf(call);
    const QString token = call.query.value(QStringLiteral("pageToken"));
    if (!token.isEmpty()) {
        listing.after = placeOf(token, listing.question);
        if (!listing.after) {
            return errors::badRequest(QStringLiteral("Invalid pageToken"));
        }
    }
    return listing;
}

ListPage pageOf(const Call& call, const Listing& listing, const std::function<bool(const StoredMessage&)>& accept) {
    ListPage page;
    page.messages.reserve(static_cast<std::size_t>(listing.most));
    eachCandidate(call.mailbox, listing, [&](const StoredMessage& message) {
        if (!listing.matches(call.mailbox, message) || (accept && !accept(message))) {
            return true;
        }
        if (static_cast<int>(page.messages.size()) == listing.most) {
            page.nextPageToken = tokenAfter(*page.messages.back(), listing.question);
            return false;
        }
        page.messages.push_back(&message);
        return true;
    });
    return page;
}

std::variant<LabelKeys, ApiError> labelKeys(const Mailbox& mailbox, const QStringList& ids) {
    LabelKeys keys;
    for (const QString& id : ids) {
        const StoredLabel* label = mailbox.labels.byId(id);
        if (!label) {
            return errors::badRequest(QStringLiteral("Invalid label: %1").arg(id));
        }
        keys << label->key;
    }
    return keys;
}

}  // namespace kith::emulator
