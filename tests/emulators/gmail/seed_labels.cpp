// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/emulators/gmail/seed_labels.h"

#include "tests/emulators/gmail/header_scan.h"
#include "tests/emulators/gmail/other_client.h"

#include "core/mail/address_parser.h"

#include <algorithm>

namespace kith::emulator {
namespace {

/// Names of Takeout and of mail folders for the system's labels; an empty one stands for no label.
std::optional<LabelKeys> systemLabels(const QString& name) {
    static const QHash<QString, LabelKeys> known = {
        {QStringLiteral("inbox"), {LabelKey::Inbox}},
        {QStringLiteral("sent"), {LabelKey::Sent}},
        {QStringLiteral("sent mail"), {LabelKey::Sent}},
        {QStringLiteral("draft"), {LabelKey::Draft}},
        {QStringLiteral("drafts"), {LabelKey::Draft}},
        {QStringLiteral("unread"), {LabelKey::Unread}},
        {QStringLiteral("starred"), {LabelKey::Starred}},
        {QStringLiteral("important"), {LabelKey::Important}},
        {QStringLiteral("spam"), {LabelKey::Spam}},
        {QStringLiteral("junk"), {LabelKey::Spam}},
        {QStringLiteral("trash"), {LabelKey::Trash}},
        {QStringLiteral("chat"), {LabelKey::Chat}},
        {QStringLiteral("chats"), {LabelKey::Chat}},
        {QStringLiteral("category personal"), {LabelKey::Personal}},
        {QStringLiteral("category social"), {LabelKey::Social}},
        {QStringLiteral("category promotions"), {LabelKey::Promotions}},
        {QStringLiteral("category updates"), {LabelKey::Updates}},
        {QStringLiteral("category forums"), {LabelKey::Forums}},
        {QStringLiteral("opened"), {}},
        {QStringLiteral("archived"), {}},
        {QStringLiteral("archive"), {}},
        {QStringLiteral("all mail"), {}},
    };
    const auto found = known.constFind(name.toCaseFolded());
    return found == known.cend() ? std::nullopt : std::optional(*found);
}

void addNamed(Mailbox& mailbox, const QString& told, LabelKeys& keys) {
    const QString name = told.trimmed();
    if (name.isEmpty()) {
        return;
    }
    if (const auto system = systemLabels(name)) {
        keys << *system;
    } else if (const StoredLabel* label = mailbox.labels.byName(name)) {
        keys << label->key;
    } else if (!LabelBook::isReserved(name)) {
        keys << mailbox.labels.byId(makeLabel(mailbox, name))->key;
    }
}

bool isFrom(const Mailbox& mailbox, const QByteArray& raw) {
    const Addresses from = mail::parseAddresses(headerValue(raw, "From"));
    return std::ranges::any_of(from, [&](const Address& address) {
        return address.address.compare(mailbox.address(), Qt::CaseInsensitive) == 0;
    });
}

/// The folder where it is one of several, INBOX or SENT else.
void addPlace(Mailbox& mailbox, const intake::RawMessage& message, bool ofFolders, LabelKeys& keys) {
    const QString folder = message.flags.value(0);
    const auto system = systemLabels(folder);
    if (ofFolders && (!system || !system->contains(LabelKey::Inbox))) {
        addNamed(mailbox, folder, keys);
    } else if (system && !system->contains(LabelKey::Inbox)) {
        keys << *system;
    } else {
        keys << (isFrom(mailbox, message.bytes) ? LabelKey::Sent : LabelKey::Inbox);
    }
}

void addFlags(const intake::RawMessage& message, LabelKeys& keys) {
    const auto flagged = [&](const char* flag) { return message.flags.indexOf(QLatin1String(flag), 1) > 0; };
    const QByteArray status = headerValue(message.bytes, "Status") + headerValue(message.bytes, "X-Status");
    const bool ofMaildir = message.source.contains(u"/cur/") || message.source.contains(u"/new/");
    if ((ofMaildir && !flagged("seen")) || (!status.isEmpty() && !status.contains('R'))) {
        keys << LabelKey::Unread;
    }
    if (flagged("flagged") || status.contains('F')) {
        keys << LabelKey::Starred;
    }
    if (flagged("trashed") || status.contains('D')) {
        keys.removeAll(LabelKey::Inbox);
        keys << LabelKey::Trash;
    }
    if (flagged("draft") || status.contains('T')) {
        keys.removeAll(LabelKey::Inbox);
        keys << LabelKey::Draft;
    }
}

}  // namespace

LabelKeys seedLabels(Mailbox& mailbox, const intake::RawMessage& message, bool ofFolders) {
    LabelKeys keys;
    const QString told = headerText(message.bytes, "X-Gmail-Labels");
    if (!told.isEmpty()) {
        for (const QString& name : told.split(u',')) {
            addNamed(mailbox, name, keys);
        }
        return keys;
    }
    addPlace(mailbox, message, ofFolders, keys);
    addFlags(message, keys);
    return keys;
}

}  // namespace kith::emulator
