// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/sources/gmail_client.h"

#include "core/sources/gmail_caller.h"
#include "core/sources/gmail_fetch.h"
#include "core/sources/gmail_json.h"
#include "core/sources/gmail_palette.h"

#include <QJsonDocument>

#include <algorithm>

namespace kith::sources {

namespace {

constexpr int clientPageSize = 500;

double clientUnits(const GmailCaller& caller, const char* method) {
    return caller.shared().units->of(QLatin1String(method));
}

QByteArray clientJson(const QJsonObject& object) {
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

GmailCall reading(const GmailCaller& caller, const QByteArray& target, const char* method, const QString& purpose) {
    return {"GET", caller.base() + target, {}, {}, clientUnits(caller, method), purpose};
}

}  // namespace

GmailClient::GmailClient(net::HttpTransport& transport, Clock& clock, const QUrl& api, GmailShared shared)
    : m_caller(std::make_unique<GmailCaller>(transport, clock, api, std::move(shared)))
    , m_luck(std::make_unique<ThreadLuck>()) {
}

GmailClient::~GmailClient() = default;

Result<mail::RemoteProfile> GmailClient::profile(std::stop_token stop) {
    const auto answer =
        m_caller->call(reading(*m_caller, "/profile", "getProfile", QStringLiteral("who and how many")), stop);
    return answer ? readProfile(answer->body) : Result<mail::RemoteProfile>(answer.error());
}

Result<mail::RemotePage> GmailClient::list(const QString& page, std::stop_token stop) {
    return listWith({}, page, stop);
}

Result<mail::RemotePage> GmailClient::listLabelled(const QString& labelId, const QString& page, std::stop_token stop) {
    return listWith(labelId, page, stop);
}

Result<mail::RemotePage> GmailClient::listWith(const QString& labelId, const QString& page, std::stop_token stop) {
    const QByteArray query = gmailQuery({{"maxResults", QString::number(clientPageSize)},
                                         {"includeSpamTrash", QStringLiteral("true")},
                                         {"labelIds", labelId},
                                         {"pageToken", page},
                                         {"fields", QStringLiteral("nextPageToken,messages(id,threadId)")}});
    const auto answer =
        m_caller->call(reading(*m_caller, "/messages" + query, "messages.list", QStringLiteral("list of mail")), stop);
    return answer ? readPage(answer->body) : Result<mail::RemotePage>(answer.error());
}

int GmailClient::fetchSize() const {
    const GmailShared& shared = m_caller->shared();
    const double limit = shared.pacer->bulkLimit();
    if (limit <= 0) {
        return std::clamp(shared.width->width() * 2, 1, std::max(1, shared.width->mostForMemory() * 2));
    }
    // Ten seconds' worth: often enough on the screen, and room to find messages of one thread.
    const double each = clientUnits(*m_caller, "messages.get");
    return std::clamp(int(limit / 6 / each), 1, 100);
}

Result<mail::RemoteFetch> GmailClient::fetch(std::span<const mail::RemoteRef> refs, std::stop_token stop) {
    return GmailFetch(*m_caller, *m_luck).run(refs, stop);
}

Result<mail::HistoryPage> GmailClient::history(quint64 since, const QString& page, std::stop_token stop) {
    const QByteArray query = gmailQuery(
        {{"startHistoryId", QString::number(since)},
         {"maxResults", QString::number(clientPageSize)},
         {"pageToken", page},
         {"fields",
          QStringLiteral(
              "nextPageToken,historyId,history(id,messagesAdded,messagesDeleted,labelsAdded,labelsRemoved)")}});
    const auto answer =
        m_caller->call(reading(*m_caller, "/history" + query, "history.list", QStringLiteral("what is new")), stop);
    if (answer) {
        return readHistory(answer->body);
    }
    // 400: the number is none of this mailbox. A page that is refused says nothing about the cursor.
    const bool unknown = answer.error().kind == ErrorKind::Failed && page.isEmpty();
    return unknown ? Error{ErrorKind::NotFound, answer.error().detail, {}} : answer.error();
}

Result<std::vector<mail::RemoteLabel>> GmailClient::labels(std::stop_token stop) {
    const QByteArray query = gmailQuery({{"fields", QStringLiteral("labels(id,name,type,color)")}});
    const auto answer =
        m_caller->call(reading(*m_caller, "/labels" + query, "labels.list", QStringLiteral("labels")), stop);
    return answer ? readLabels(answer->body) : Result<std::vector<mail::RemoteLabel>>(answer.error());
}

Result<mail::RemoteLabel> GmailClient::createLabel(const mail::RemoteLabel& wanted, std::stop_token stop) {
    QJsonObject label{{QStringLiteral("name"), wanted.name},
                      {QStringLiteral("labelListVisibility"), QStringLiteral("labelShow")},
                      {QStringLiteral("messageListVisibility"), QStringLiteral("show")}};
    if (const QString background = nearestGmailColour(wanted.background); !background.isEmpty()) {
        const QString text = nearestGmailColour(wanted.foreground);
        label.insert(QStringLiteral("color"), QJsonObject{{QStringLiteral("backgroundColor"), background},
                                                          {QStringLiteral("textColor"),
                                                           text.isEmpty() ? readableGmailColour(background) : text}});
    }
    const auto answer = m_caller->call({"POST",
                                        m_caller->base() + "/labels",
                                        clientJson(label),
                                        {},
                                        clientUnits(*m_caller, "labels.create"),
                                        QStringLiteral("new label")},
                                       stop);
    return answer ? readLabel(answer->body) : Result<mail::RemoteLabel>(answer.error());
}

Result<void> GmailClient::deleteLabel(const QString& labelId, std::stop_token stop) {
    const auto answer = m_caller->call({"DELETE",
                                        m_caller->base() + "/labels/" + QUrl::toPercentEncoding(labelId),
                                        {},
                                        {},
                                        clientUnits(*m_caller, "labels.delete"),
                                        QStringLiteral("label deleted")},
                                       stop);
    return answer ? Result<void>() : Result<void>(answer.error());
}

Result<std::vector<mail::RemoteAlias>> GmailClient::aliases(std::stop_token stop) {
    const auto answer = m_caller->call(
        reading(*m_caller, "/settings/sendAs", "settings.sendAs.list", QStringLiteral("own addresses")), stop);
    if (!answer) {
        using Aliases = std::vector<mail::RemoteAlias>;
        return answer.error().kind == ErrorKind::Denied ? Result<Aliases>(Aliases()) : Result<Aliases>(answer.error());
    }
    return readAliases(answer->body);
}

mail::RemoteUsage GmailClient::takeUsage() {
    return m_caller->takeUsage();
}

void GmailClient::setUrgent(bool urgent) {
    m_caller->setUrgent(urgent);
}

}  // namespace kith::sources
