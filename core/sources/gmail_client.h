// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// A Gmail mailbox behind the port: requests in quota units, answers checked field by field, refusals by their reason.
#pragma once

#include "core/base/clock.h"
#include "core/mail/remote_mailbox.h"
#include "core/net/http.h"
#include "core/sources/gmail_shared.h"

#include <QUrl>

#include <memory>

namespace kith::sources {

class GmailCaller;
class ThreadLuck;

class GmailClient final : public mail::RemoteMailbox {
public:
    /// api: the root before /gmail/v1, without a slash at its end. transport and clock outlive the client.
    GmailClient(net::HttpTransport& transport, Clock& clock, const QUrl& api, GmailShared shared);
    ~GmailClient() override;
    Q_DISABLE_COPY_MOVE(GmailClient)

    Result<mail::RemoteProfile> profile(std::stop_token stop) override;
    Result<mail::RemotePage> list(const QString& page, std::stop_token stop) override;
    Result<mail::RemotePage> listLabelled(const QString& labelId, const QString& page, std::stop_token stop) override;
    int fetchSize() const override;
    Result<mail::RemoteFetch> fetch(std::span<const mail::RemoteRef> refs, std::stop_token stop) override;
    Result<mail::HistoryPage> history(quint64 since, const QString& page, std::stop_token stop) override;
    Result<std::vector<mail::RemoteLabel>> labels(std::stop_token stop) override;
    Result<mail::RemoteLabel> createLabel(const mail::RemoteLabel& wanted, std::stop_token stop) override;
    Result<void> deleteLabel(const QString& labelId, std::stop_token stop) override;
    Result<void> modify(std::span<const QString> ids, const mail::LabelEdit& edit, std::stop_token stop) override;
    Result<std::vector<mail::RemoteAlias>> aliases(std::stop_token stop) override;
    Result<std::vector<mail::RemoteDraft>> findDrafts(const QString& rfc822MessageId, std::stop_token stop) override;
    Result<mail::RemoteDraft> createDraft(const QByteArray& raw, const QString& threadId,
                                          std::stop_token stop) override;
    Result<mail::RemoteDraft> updateDraft(const mail::RemoteDraft& draft, const QByteArray& raw,
                                          std::stop_token stop) override;
    Result<void> deleteDraft(const QString& draftId, std::stop_token stop) override;
    Result<mail::RemoteMessage> draftMessage(const QString& draftId, std::stop_token stop) override;
    Result<mail::RemoteRef> sendDraft(const QString& draftId, std::stop_token stop) override;
    Result<std::optional<mail::RemoteRef>> findSent(const QString& rfc822MessageId, std::stop_token stop) override;
    mail::RemoteUsage takeUsage() override;
    void setUrgent(bool urgent) override;

private:
    Result<mail::RemotePage> listWith(const QString& labelId, const QString& page, std::stop_token stop);

    Result<void> modifyOne(const QString& id, const QByteArray& edit, std::stop_token stop);
    Result<void> modifyEach(std::span<const QString> ids, const QByteArray& edit, std::stop_token stop);
    Result<void> modifyTogether(std::span<const QString> ids, const mail::LabelEdit& edit, std::stop_token stop);

    std::unique_ptr<GmailCaller> m_caller;
    std::unique_ptr<ThreadLuck> m_luck;
};

}  // namespace kith::sources
