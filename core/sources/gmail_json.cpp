// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/sources/gmail_json.h"

#include "core/base/json.h"
#include "core/sources/gmail_json_fields.h"

namespace kith::sources {

using namespace gmail_fields;

Result<mail::RemoteProfile> readProfile(const QByteArray& body) {
    const Result<QJsonObject> object = json::parseObject(body);
    if (!object) {
        return object.error();
    }
    const Result<QString> address = json::string(*object, QStringLiteral("emailAddress"));
    if (!address) {
        return address.error();
    }
    const Result<quint64> history = unsignedNumber(*object, QStringLiteral("historyId"));
    if (!history) {
        return history.error();
    }
    if (address->isEmpty()) {
        return malformed(QStringLiteral("emailAddress"), QStringLiteral("is empty"));
    }
    mail::RemoteProfile profile{*address, *history, 0, 0};
    profile.messagesTotal = object->value(u"messagesTotal").toInteger();
    profile.threadsTotal = object->value(u"threadsTotal").toInteger();
    return profile;
}

Result<mail::RemotePage> readPage(const QByteArray& body) {
    const Result<QJsonObject> object = json::parseObject(body);
    if (!object) {
        return object.error();
    }
    const Result<QJsonArray> messages = listOf(*object, QStringLiteral("messages"));
    const Result<QString> next = optionalText(*object, QStringLiteral("nextPageToken"));
    if (!messages || !next) {
        return messages ? next.error() : messages.error();
    }
    mail::RemotePage page{{}, *next};
    page.refs.reserve(size_t(messages->size()));
    for (const QJsonValue value : *messages) {
        Result<mail::RemoteRef> ref = readRef(value, QStringLiteral("messages[]"));
        if (!ref) {
            return ref.error();
        }
        page.refs.push_back(std::move(*ref));
    }
    return page;
}

Result<mail::RemoteMessage> readRawMessage(const QByteArray& body, const QString& wantedId) {
    const Result<QJsonObject> object = json::parseObject(body);
    if (!object) {
        return object.error();
    }
    Result<mail::RemoteMessage> message = readMessageFacts(*object);
    if (!message) {
        return message;
    }
    if (message->ref.id != wantedId) {
        return malformed(QStringLiteral("id"), QStringLiteral("is not the message that was asked for"));
    }
    const Result<QString> raw = json::string(*object, QStringLiteral("raw"));
    if (!raw) {
        return raw.error();
    }
    Result<QByteArray> bytes = fromBase64Url(*raw, QStringLiteral("raw"));
    if (!bytes) {
        return bytes.error();
    }
    message->raw = std::move(*bytes);
    return message;
}

Result<std::vector<ThreadMessage>> readThread(const QByteArray& body, const QString& wantedId) {
    const Result<QJsonObject> object = json::parseObject(body);
    if (!object) {
        return object.error();
    }
    if (object->value(u"id").toString() != wantedId) {
        return malformed(QStringLiteral("id"), QStringLiteral("is not the thread that was asked for"));
    }
    const Result<QJsonArray> messages = listOf(*object, QStringLiteral("messages"));
    if (!messages) {
        return messages.error();
    }
    std::vector<ThreadMessage> thread;
    for (const QJsonValue value : *messages) {
        const QJsonObject one = value.toObject();
        Result<mail::RemoteMessage> message = readMessageFacts(one);
        if (!message) {
            return message.error();
        }
        thread.push_back({std::move(*message), one.value(u"payload").toObject()});
    }
    return thread;
}

Result<std::vector<mail::RemoteLabel>> readLabels(const QByteArray& body) {
    const Result<QJsonObject> object = json::parseObject(body);
    if (!object) {
        return object.error();
    }
    const Result<QJsonArray> list = listOf(*object, QStringLiteral("labels"));
    if (!list) {
        return list.error();
    }
    std::vector<mail::RemoteLabel> labels;
    for (const QJsonValue value : *list) {
        Result<mail::RemoteLabel> label = labelOf(value.toObject());
        if (!label) {
            return label.error();
        }
        labels.push_back(std::move(*label));
    }
    return labels;
}

Result<mail::RemoteLabel> readLabel(const QByteArray& body) {
    const Result<QJsonObject> object = json::parseObject(body);
    return object ? labelOf(*object) : Result<mail::RemoteLabel>(object.error());
}

Result<std::vector<mail::RemoteAlias>> readAliases(const QByteArray& body) {
    const Result<QJsonObject> object = json::parseObject(body);
    if (!object) {
        return object.error();
    }
    const Result<QJsonArray> list = listOf(*object, QStringLiteral("sendAs"));
    if (!list) {
        return list.error();
    }
    std::vector<mail::RemoteAlias> aliases;
    for (const QJsonValue value : *list) {
        const QJsonObject one = value.toObject();
        const Result<QString> address = json::string(one, QStringLiteral("sendAsEmail"));
        if (!address) {
            return address.error();
        }
        // An alias that its owner has not confirmed is nobody's own address yet.
        if (one.value(u"verificationStatus").toString() == u"pending") {
            continue;
        }
        aliases.push_back({*address, one.value(u"displayName").toString(), one.value(u"signature").toString(),
                           one.value(u"isDefault").toBool()});
    }
    return aliases;
}

}  // namespace kith::sources
