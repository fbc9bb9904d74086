// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Gmail's drafts: found by Message-ID, made once, read back.
#include "core/base/json.h"
#include "core/sources/gmail_caller.h"
#include "core/sources/gmail_client.h"
#include "core/sources/gmail_json.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace kith::sources {

namespace {

Result<mail::RemoteDraft> draftIn(const QJsonObject& object) {
    mail::RemoteDraft draft;
    draft.id = object.value(u"id").toString();
    const QJsonObject message = object.value(u"message").toObject();
    draft.message = {message.value(u"id").toString(), message.value(u"threadId").toString()};
    if (draft.id.isEmpty() || draft.message.id.isEmpty()) {
        return Error{ErrorKind::Malformed, QStringLiteral("Gmail's draft has no id or no message"), {}};
    }
    return draft;
}

}  // namespace

Result<mail::RemoteDraft> readDraft(const QByteArray& body) {
    const auto object = json::parseObject(body);
    return object ? draftIn(*object) : Result<mail::RemoteDraft>(object.error());
}

Result<std::vector<mail::RemoteDraft>> readDrafts(const QByteArray& body) {
    const auto object = json::parseObject(body);
    if (!object) {
        return object.error();
    }
    std::vector<mail::RemoteDraft> drafts;
    for (const QJsonValue& one : object->value(u"drafts").toArray()) {
        auto draft = draftIn(one.toObject());
        if (!draft) {
            return draft.error();
        }
        drafts.push_back(std::move(*draft));
    }
    return drafts;
}

Result<std::optional<mail::RemoteDraft>> GmailClient::findDraft(const QString& rfc822MessageId, std::stop_token stop) {
    const QByteArray query = gmailQuery({{"q", QStringLiteral("rfc822msgid:") + rfc822MessageId}});
    const auto answer = m_caller->call({"GET",
                                        m_caller->base() + "/drafts" + query,
                                        {},
                                        {},
                                        m_caller->shared().units->of(QLatin1String("drafts.list")),
                                        QStringLiteral("is the draft there")},
                                       stop);
    if (!answer) {
        return answer.error();
    }
    const auto drafts = readDrafts(answer->body);
    if (!drafts) {
        return drafts.error();
    }
    return drafts->empty() ? std::optional<mail::RemoteDraft>() : std::optional(drafts->front());
}

Result<mail::RemoteDraft> GmailClient::createDraft(const QByteArray& raw, const QString& threadId,
                                                   std::stop_token stop) {
    const auto form = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
    QJsonObject message{{QStringLiteral("raw"), QString::fromLatin1(raw.toBase64(form))}};
    if (!threadId.isEmpty()) {
        message.insert(QStringLiteral("threadId"), threadId);
    }
    GmailCall call{"POST", m_caller->base() + "/drafts"};
    call.body = QJsonDocument(QJsonObject{{QStringLiteral("message"), message}}).toJson(QJsonDocument::Compact);
    call.units = m_caller->shared().units->of(QLatin1String("drafts.create"));
    call.purpose = QStringLiteral("save a draft");
    const auto answer = m_caller->once(call, stop);
    if (!answer) {
        return answer.error();
    }
    const GmailRefusal refusal = refusalOf(answer->response, m_caller->clock().now());
    const bool free = isThrottle(refusal.kind) || refusal.kind == Refusal::TokenRefused;
    m_caller->settled(*answer, call.units, free ? call.units : 0);
    if (refusal.kind != Refusal::None) {
        m_caller->learn(refusal, answer->token);
        return errorOf(refusal, m_caller->clock().now());
    }
    return readDraft(answer->response.body);
}

Result<mail::RemoteMessage> GmailClient::draftMessage(const QString& draftId, std::stop_token stop) {
    const auto answer =
        m_caller->call({"GET",
                        m_caller->base() + "/drafts/" + QUrl::toPercentEncoding(draftId) + "?format=raw",
                        {},
                        {},
                        m_caller->shared().units->of(QLatin1String("drafts.get")),
                        QStringLiteral("read a draft back")},
                       stop);
    if (!answer) {
        return answer.error();
    }
    const auto draft = readDraft(answer->body);
    const auto object = json::parseObject(answer->body);
    if (!draft || !object) {
        return !draft ? draft.error() : object.error();
    }
    return readRawMessage(QJsonDocument(object->value(u"message").toObject()).toJson(), draft->message.id);
}

}  // namespace kith::sources
