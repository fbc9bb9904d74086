// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "app/cli/message_json.h"

#include "core/base/text.h"
#include "core/mail/letter_json.h"
#include "core/mail/mime_parser.h"
#include "core/service/cellar.h"
#include "core/triage/explanation.h"

#include <QJsonArray>

namespace kith::cli {

QString idText(qint64 id) {
    return QString::number(id);
}

QJsonObject addressJson(const Address& address) {
    return {{QStringLiteral("name"), address.name}, {QStringLiteral("address"), address.address}};
}

QJsonObject messageLine(const Message& message) {
    QJsonArray to;
    for (const Address& who : message.to) {
        to.append(addressJson(who));
    }
    return {{QStringLiteral("id"), idText(message.id.value)},
            {QStringLiteral("message_id"), message.rfc822MessageId},
            {QStringLiteral("thread_id"), idText(message.thread.value)},
            {QStringLiteral("from"), addressJson(message.from)},
            {QStringLiteral("to"), to},
            {QStringLiteral("subject"), message.subject},
            {QStringLiteral("date"), text::rfc3339(message.date, message.dateOffset)},
            {QStringLiteral("snippet"), message.snippet},
            {QStringLiteral("unread"), message.unread},
            {QStringLiteral("starred"), message.starred},
            {QStringLiteral("labels"), QJsonArray::fromStringList(message.labels)}};
}

Result<QJsonObject> messageJson(service::Cellar& cellar, MessageId id) {
    const auto message = cellar.messages.message(id);
    if (!message) {
        return message.error();
    }
    if (!*message) {
        return Error{ErrorKind::NotFound, QStringLiteral("no message %1 in this workspace").arg(id.value),
                     QStringLiteral("Use an id that inbox or search printed.")};
    }
    const auto source = cellar.messages.source(id);
    if (!source) {
        return source.error();
    }
    QJsonObject json = mail::toJson(mail::parseMime(source->value_or(QByteArray())));
    const QJsonObject stored = messageLine(**message);
    for (const char* key : {"id", "thread_id", "date", "snippet", "unread", "starred", "labels"}) {
        json.insert(QLatin1String(key), stored.value(QLatin1String(key)));
    }
    return json;
}

QJsonObject inboxLine(const storage::InboxMessage& message) {
    QString reason;
    if (!message.reason.isEmpty()) {
        Contribution strongest;
        const qsizetype mark = message.reason.indexOf(QChar(0x1F));
        strongest.name = mark < 0 ? message.reason : message.reason.left(mark);
        strongest.note = mark < 0 ? QString() : message.reason.mid(mark + 1);
        reason = triage::english(triage::reasonOf(strongest));
    }
    const bool decided = message.priority.has_value();
    return {{QStringLiteral("id"), idText(message.id.value)},
            {QStringLiteral("message_id"), message.rfc822MessageId},
            {QStringLiteral("thread_id"), idText(message.thread.value)},
            {QStringLiteral("from"), addressJson(message.from)},
            {QStringLiteral("subject"), message.subject},
            {QStringLiteral("date"), text::rfc3339(message.date, message.dateOffset)},
            {QStringLiteral("priority"), decided ? QJsonValue(static_cast<int>(*message.priority)) : QJsonValue()},
            {QStringLiteral("importance"), decided ? QJsonValue(message.importance) : QJsonValue()},
            {QStringLiteral("confidence"), decided ? QJsonValue(message.confidence) : QJsonValue()},
            {QStringLiteral("decided_by"), decided ? QJsonValue(decidedByWord(message.decidedBy)) : QJsonValue()},
            {QStringLiteral("needs_review"), message.needsReview},
            {QStringLiteral("reason"), reason}};
}

}  // namespace kith::cli
