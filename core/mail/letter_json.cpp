// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/mail/letter_json.h"

#include "core/base/text.h"

#include <QJsonArray>

namespace kith::mail {

namespace {

QJsonValue orNull(const QString& text) {
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonObject addressJson(const Address& address) {
    return {{QStringLiteral("name"), orNull(address.name)}, {QStringLiteral("address"), orNull(address.address)}};
}

QJsonArray addressesJson(const Addresses& addresses) {
    QJsonArray list;
    for (const Address& address : addresses) {
        list.append(addressJson(address));
    }
    return list;
}

QJsonArray attachmentsJson(const std::vector<Attachment>& attachments) {
    QJsonArray list;
    for (const Attachment& a : attachments) {
        list.append(QJsonObject{{QStringLiteral("filename"), orNull(a.filename)},
                                {QStringLiteral("content_type"), orNull(a.contentType)},
                                {QStringLiteral("disposition"), orNull(a.disposition)},
                                {QStringLiteral("content_id"), orNull(a.contentId)},
                                {QStringLiteral("size"), a.size},
                                {QStringLiteral("sha256"), QString::fromLatin1(a.sha256)}});
    }
    return list;
}

QJsonArray defectsJson(const std::vector<Defect>& defects) {
    QJsonArray list;
    for (const Defect& defect : defects) {
        list.append(defect.detail.isEmpty() ? defect.name
                                            : QString(defect.name + QStringLiteral(": ") + defect.detail));
    }
    return list;
}

}  // namespace

QJsonObject toJson(const Letter& letter) {
    const QJsonValue none(QJsonValue::Null);
    return {{QStringLiteral("subject"), orNull(letter.subject)},
            {QStringLiteral("from"), addressesJson(letter.from)},
            {QStringLiteral("sender"), letter.sender ? QJsonValue(addressJson(*letter.sender)) : none},
            {QStringLiteral("reply_to"), addressesJson(letter.replyTo)},
            {QStringLiteral("to"), addressesJson(letter.to)},
            {QStringLiteral("cc"), addressesJson(letter.cc)},
            {QStringLiteral("bcc"), addressesJson(letter.bcc)},
            {QStringLiteral("date"),
             letter.date ? QJsonValue(text::rfc3339(letter.date->sinceEpoch, letter.date->offset)) : none},
            {QStringLiteral("message_id"), orNull(letter.rfc822MessageId)},
            {QStringLiteral("in_reply_to"), QJsonArray::fromStringList(letter.inReplyTo)},
            {QStringLiteral("references"), QJsonArray::fromStringList(letter.references)},
            {QStringLiteral("text"), orNull(letter.text)},
            {QStringLiteral("html"), orNull(letter.html)},
            {QStringLiteral("attachments"), attachmentsJson(letter.attachments)},
            {QStringLiteral("list_id"), orNull(letter.bulk.listId)},
            {QStringLiteral("list_unsubscribe"), orNull(letter.bulk.listUnsubscribe)},
            {QStringLiteral("auto_submitted"), orNull(letter.bulk.autoSubmitted)},
            {QStringLiteral("defects"), defectsJson(letter.defects)}};
}

}  // namespace kith::mail
