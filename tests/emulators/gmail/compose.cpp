// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/emulators/gmail/compose.h"

#include "tests/emulators/gmail/header_scan.h"
#include "tests/emulators/gmail/listing.h"
#include "tests/emulators/gmail/thread_marks.h"

#include "core/mail/address_parser.h"

#include <QDateTime>
#include <QJsonArray>
#include <QLocale>

#include <algorithm>

namespace kith::emulator {
namespace {

constexpr qsizetype kMostRecipients = 500;

/// Padded or not, URL-safe or plain: all of it is accepted, nothing else.
std::optional<QByteArray> decodedRaw(const QString& text) {
    QByteArray base64 = text.toLatin1();
    base64.replace('+', '-').replace('/', '_');
    auto decoded =
        QByteArray::fromBase64Encoding(base64, QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    return decoded ? std::optional(std::move(decoded.decoded)) : std::nullopt;
}

std::variant<QByteArray, ApiError> rawOf(const Call& call, const QJsonObject& message) {
    if (call.media) {
        return *call.media;
    }
    const QString text = message[u"raw"].toString();
    if (text.isEmpty()) {
        return errors::badRequest(
            QStringLiteral("'raw' RFC822 payload message string or uploading message via /upload/* URL required"));
    }
    auto raw = decodedRaw(text);
    if (!raw) {
        return errors::invalidPayload(QStringLiteral("Invalid value at '%1raw' (TYPE_BYTES), Base64 decoding failed")
                                          .arg(call.method.body == u"Draft" ? QStringLiteral("message.") : QString()));
    }
    return std::move(*raw);
}

struct Recipients {
    QStringList addresses;
    std::optional<ApiError> wrong;
};

Recipients recipientsOf(const QByteArray& raw) {
    Recipients found;
    for (const char* name : {"To", "Cc", "Bcc"}) {
        for (const Address& address : mail::parseAddresses(headerValue(raw, name))) {
            if (address.address.isEmpty() && address.name.isEmpty()) {
                continue;
            }
            if (!mail::isAddrSpec(address.address)) {
                found.wrong = errors::badRequest(QStringLiteral("Invalid %1 header").arg(QLatin1String(name)));
                return found;
            }
            found.addresses << address.address.toLower();
        }
    }
    found.addresses.removeDuplicates();
    if (found.addresses.isEmpty()) {
        found.wrong = errors::badRequest(QStringLiteral("Recipient address required"));
    } else if (found.addresses.size() > kMostRecipients) {
        found.wrong = errors::badRequest(QStringLiteral("Too many recipients"));
    }
    return found;
}

bool isOwn(const Mailbox& mailbox, const QString& address) {
    return std::ranges::any_of(
        mailbox.sendAs, [&](const SendAs& alias) { return alias.address.compare(address, Qt::CaseInsensitive) == 0; });
}

QByteArray completed(Call& call, QByteArray raw) {
    const Addresses from = mail::parseAddresses(headerValue(raw, "From"));
    if (from.empty() || !isOwn(call.mailbox, from.front().address)) {
        raw = withHeader(withoutHeader(raw, "From"), "From", call.mailbox.address().toUtf8());
    }
    if (headerValue(raw, "Date").isEmpty()) {
        const QDateTime now = QDateTime::fromMSecsSinceEpoch(call.now().count(), Qt::UTC);
        const QString date = QLocale::c().toString(now, QStringLiteral("ddd, d MMM yyyy HH:mm:ss '+0000'"));
        raw = withHeader(raw, "Date", date.toLatin1());
    }
    if (messageIdOf(raw).isEmpty()) {
        const QByteArray id = "<" + idText(call.mailbox.ids.random()) + "@mail.gmail.example>";
        raw = withHeader(withoutHeader(raw, "Message-ID"), "Message-ID", id);
    }
    return raw;
}

void deliver(Mailbox& mailbox, const QByteArray& raw, Millis now) {
    NewMessage message;
    message.raw = raw;
    message.internalDate = now.count();
    message.labels = {LabelKey::Inbox, LabelKey::Unread};
    mailbox.add(message);
}

}  // namespace

std::variant<Composed, ApiError> composed(const Call& call, const QJsonObject& message) {
    auto raw = rawOf(call, message);
    if (const auto* error = std::get_if<ApiError>(&raw)) {
        return *error;
    }
    Composed made;
    made.raw = std::get<QByteArray>(std::move(raw));
    if (made.raw.size() > call.method.upload) {
        return errors::tooLarge();
    }
    if (made.raw.trimmed().isEmpty()) {
        return errors::badRequest(QStringLiteral("Missing message"));
    }
    QStringList labels;
    for (const QJsonValue& label : message[u"labelIds"].toArray()) {
        labels << label.toString();
    }
    const auto keys = labelKeys(call.mailbox, labels);
    if (const auto* error = std::get_if<ApiError>(&keys)) {
        return *error;
    }
    made.labels = std::get<LabelKeys>(keys);
    made.labelsTold = message.contains(u"labelIds");
    const QString thread = message[u"threadId"].toString();
    if (!thread.isEmpty()) {
        made.thread = idOf(thread);
        if (!made.thread) {
            return errors::badRequest(QStringLiteral("Invalid threadId value"));
        }
        if (!call.mailbox.thread(*made.thread)) {
            return errors::notFound();
        }
    }
    return made;
}

NewMessage newMessage(const Composed& composed, qint64 internalDate) {
    NewMessage message;
    message.raw = composed.raw;
    message.labels = composed.labels;
    message.internalDate = internalDate;
    message.threading = composed.threadIsSure ? NewMessage::Threading::Inside
                        : composed.thread     ? NewMessage::Threading::OnlyInto
                                              : NewMessage::Threading::Alone;
    message.intoThread = composed.thread.value_or(0);
    return message;
}

std::variant<StoredMessage*, ApiError> sendOut(Call& call, const Composed& composed) {
    const Recipients recipients = recipientsOf(composed.raw);
    if (recipients.wrong) {
        return *recipients.wrong;
    }
    Composed whole = composed;
    whole.raw = completed(call, composed.raw);
    whole.labels = {LabelKey::Sent};
    const QByteArray forOthers = withoutHeader(whole.raw, "Bcc");
    for (const QString& address : recipients.addresses) {
        if (isOwn(call.mailbox, address)) {
            whole.labels << LabelKey::Inbox << LabelKey::Unread;
        } else if (Account* other = call.service.account(address)) {
            deliver(*other->mailbox, forOthers, call.now());
        }
    }
    return &call.mailbox.add(newMessage(whole, call.now().count()));
}

}  // namespace kith::emulator
