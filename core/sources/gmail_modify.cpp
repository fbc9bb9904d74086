// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The same change of labels on one message, on some, on many: each by the call that costs least.
#include "core/sources/gmail_caller.h"
#include "core/sources/gmail_client.h"
#include "core/sources/gmail_parts.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace kith::sources {

namespace {

constexpr size_t modifyTogetherFrom = 10;  // one batchModify costs as much as ten single ones
constexpr size_t modifyMostTogether = 1000;

QJsonObject modifyJson(const mail::LabelEdit& edit) {
    QJsonObject json;
    if (!edit.add.isEmpty()) {
        json.insert(QStringLiteral("addLabelIds"), QJsonArray::fromStringList(edit.add));
    }
    if (!edit.remove.isEmpty()) {
        json.insert(QStringLiteral("removeLabelIds"), QJsonArray::fromStringList(edit.remove));
    }
    return json;
}

class ModifyTaker final : public PartTaker {
public:
    Result<void> take(int, const net::HttpResponse&) override { return {}; }
    std::vector<PartCall> refused(int, const Error& why) override {
        const std::scoped_lock lock(m_mutex);
        if (why.kind != ErrorKind::NotFound && !m_refusal) {
            m_refusal = why;
        }
        return {};
    }
    Result<void> outcome() const { return m_refusal ? Result<void>(*m_refusal) : Result<void>(); }

private:
    std::mutex m_mutex;
    std::optional<Error> m_refusal;
};

}  // namespace

Result<void> GmailClient::modifyOne(const QString& id, const QByteArray& edit, std::stop_token stop) {
    const auto answer =
        m_caller->call({"POST",
                        m_caller->base() + "/messages/" + QUrl::toPercentEncoding(id) + "/modify?fields=id",
                        edit,
                        {},
                        m_caller->shared().units->of(QLatin1String("messages.modify")),
                        QStringLiteral("labels of mail")},
                       stop);
    return answer ? Result<void>() : Result<void>(answer.error());
}

Result<void> GmailClient::modifyEach(std::span<const QString> ids, const QByteArray& edit, std::stop_token stop) {
    std::vector<PartCall> calls;
    for (const QString& id : ids) {
        PartCall call{"POST", m_caller->base() + "/messages/" + QUrl::toPercentEncoding(id) + "/modify?fields=id",
                      edit};
        call.units = m_caller->shared().units->of(QLatin1String("messages.modify"));
        call.tag = int(calls.size());
        calls.push_back(std::move(call));
    }
    ModifyTaker taker;
    const Result<void> ran = GmailParts(*m_caller, taker, QStringLiteral("labels of mail")).run(std::move(calls), stop);
    return ran ? taker.outcome() : ran;
}

Result<void> GmailClient::modifyTogether(std::span<const QString> ids, const mail::LabelEdit& edit,
                                         std::stop_token stop) {
    QJsonObject json = modifyJson(edit);
    for (size_t at = 0; at < ids.size(); at += modifyMostTogether) {
        const auto some = ids.subspan(at, std::min(modifyMostTogether, ids.size() - at));
        json.insert(QStringLiteral("ids"), QJsonArray::fromStringList(QStringList(some.begin(), some.end())));
        const auto answer = m_caller->call({"POST",
                                            m_caller->base() + "/messages/batchModify",
                                            QJsonDocument(json).toJson(QJsonDocument::Compact),
                                            {},
                                            m_caller->shared().units->of(QLatin1String("messages.batchModify")),
                                            QStringLiteral("labels of mail")},
                                           stop);
        // One id that it does not like spoils them all: then each is told on its own.
        const ErrorKind kind = answer ? ErrorKind::Cancelled : answer.error().kind;
        const bool apart = kind == ErrorKind::NotFound || kind == ErrorKind::Failed;
        if (!answer && !apart) {
            return answer.error();
        }
        if (apart) {
            const QByteArray each = QJsonDocument(modifyJson(edit)).toJson(QJsonDocument::Compact);
            if (Result<void> done = modifyEach(some, each, stop); !done) {
                return done;
            }
        }
    }
    return {};
}

Result<void> GmailClient::modify(std::span<const QString> ids, const mail::LabelEdit& edit, std::stop_token stop) {
    if (ids.empty() || (edit.add.isEmpty() && edit.remove.isEmpty())) {
        return {};
    }
    const QByteArray json = QJsonDocument(modifyJson(edit)).toJson(QJsonDocument::Compact);
    if (ids.size() == 1) {
        return modifyOne(ids.front(), json, stop);
    }
    QStringList unique(ids.begin(), ids.end());
    unique.removeDuplicates();
    const std::span<const QString> once(unique.constData(), size_t(unique.size()));
    if (once.size() == 1) {
        return modifyOne(once.front(), json, stop);
    }
    return once.size() < modifyTogetherFrom ? modifyEach(once, json, stop) : modifyTogether(once, edit, stop);
}

}  // namespace kith::sources
