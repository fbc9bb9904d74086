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

QByteArray rawBody(const QByteArray& raw, const QString& threadId, const QString& draftId) {
    const auto form = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
    QJsonObject message{{QStringLiteral("raw"), QString::fromLatin1(raw.toBase64(form))}};
    if (!threadId.isEmpty()) {
        message.insert(QStringLiteral("threadId"), threadId);
    }
    QJsonObject draft{{QStringLiteral("message"), message}};
    if (!draftId.isEmpty()) {
        draft.insert(QStringLiteral("id"), draftId);
    }
    return QJsonDocument(draft).toJson(QJsonDocument::Compact);
}

GmailCall draftCall(GmailCaller& caller, const QByteArray& verb, const QByteArray& path, const char* method,
                    const QString& purpose) {
    GmailCall call{verb, caller.base() + path};
    call.units = caller.shared().units->of(QLatin1String(method));
    call.purpose = purpose;
    return call;
}

/// Asked once: what had an effect must not have it twice.
Result<QByteArray> askedOnce(GmailCaller& caller, const GmailCall& call, std::stop_token stop) {
    const auto answer = caller.once(call, stop);
    if (!answer) {
        return answer.error();
    }
    const GmailRefusal refusal = refusalOf(answer->response, caller.clock().now());
    const bool free = isThrottle(refusal.kind) || refusal.kind == Refusal::TokenRefused;
    caller.settled(*answer, call.units, free ? call.units : 0);
    if (refusal.kind != Refusal::None) {
        caller.learn(refusal, answer->token);
        return errorOf(refusal, caller.clock().now());
    }
    return answer->response.body;
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

Result<std::vector<mail::RemoteDraft>> GmailClient::findDrafts(const QString& rfc822MessageId, std::stop_token stop) {
    const QByteArray query = gmailQuery({{"q", QStringLiteral("rfc822msgid:") + rfc822MessageId}});
    const auto answer = m_caller->call(
        draftCall(*m_caller, "GET", "/drafts" + query, "drafts.list", QStringLiteral("is the draft there")), stop);
    return answer ? readDrafts(answer->body) : Result<std::vector<mail::RemoteDraft>>(answer.error());
}

Result<mail::RemoteDraft> GmailClient::createDraft(const QByteArray& raw, const QString& threadId,
                                                   std::stop_token stop) {
    GmailCall call = draftCall(*m_caller, "POST", "/drafts", "drafts.create", QStringLiteral("save a draft"));
    call.body = rawBody(raw, threadId, {});
    const auto body = askedOnce(*m_caller, call, stop);
    return body ? readDraft(*body) : Result<mail::RemoteDraft>(body.error());
}

Result<mail::RemoteDraft> GmailClient::updateDraft(const mail::RemoteDraft& draft, const QByteArray& raw,
                                                   std::stop_token stop) {
    GmailCall call = draftCall(*m_caller, "PUT", "/drafts/" + QUrl::toPercentEncoding(draft.id), "drafts.update",
                               QStringLiteral("change a draft"));
    call.body = rawBody(raw, draft.message.threadId, draft.id);
    const auto answer = m_caller->call(call, stop);  // the same words twice are the same draft
    return answer ? readDraft(answer->body) : Result<mail::RemoteDraft>(answer.error());
}

Result<void> GmailClient::deleteDraft(const QString& draftId, std::stop_token stop) {
    const auto answer = m_caller->call(draftCall(*m_caller, "DELETE", "/drafts/" + QUrl::toPercentEncoding(draftId),
                                                 "drafts.delete", QStringLiteral("remove a draft")),
                                       stop);
    return answer || answer.error().kind == ErrorKind::NotFound ? Result<void>() : Result<void>(answer.error());
}

Result<mail::RemoteMessage> GmailClient::draftMessage(const QString& draftId, std::stop_token stop) {
    const auto answer =
        m_caller->call(draftCall(*m_caller, "GET", "/drafts/" + QUrl::toPercentEncoding(draftId) + "?format=raw",
                                 "drafts.get", QStringLiteral("read a draft back")),
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

Result<mail::RemoteRef> GmailClient::sendDraft(const QString& draftId, std::stop_token stop) {
    GmailCall call = draftCall(*m_caller, "POST", "/drafts/send", "drafts.send", QStringLiteral("send a draft"));
    call.body = QJsonDocument(QJsonObject{{QStringLiteral("id"), draftId}}).toJson(QJsonDocument::Compact);
    const auto body = askedOnce(*m_caller, call, stop);
    const auto object = body ? json::parseObject(*body) : Result<QJsonObject>(body.error());
    if (!object) {
        return object.error();
    }
    mail::RemoteRef sent{object->value(u"id").toString(), object->value(u"threadId").toString()};
    return sent.id.isEmpty()
               ? Result<mail::RemoteRef>(Error{ErrorKind::Malformed, QStringLiteral("Gmail names no sent message"), {}})
               : Result<mail::RemoteRef>(std::move(sent));
}

Result<std::optional<mail::RemoteRef>> GmailClient::findSent(const QString& rfc822MessageId, std::stop_token stop) {
    const QByteArray query = gmailQuery({{"q", QStringLiteral("in:sent rfc822msgid:") + rfc822MessageId},
                                         {"includeSpamTrash", QStringLiteral("true")},
                                         {"fields", QStringLiteral("nextPageToken,messages(id,threadId)")}});
    const auto answer = m_caller->call(
        draftCall(*m_caller, "GET", "/messages" + query, "messages.list", QStringLiteral("was the letter sent")), stop);
    const auto page = answer ? readPage(answer->body) : Result<mail::RemotePage>(answer.error());
    if (!page) {
        return page.error();
    }
    return page->refs.empty() ? std::optional<mail::RemoteRef>() : std::optional(page->refs.front());
}

}  // namespace kith::sources
