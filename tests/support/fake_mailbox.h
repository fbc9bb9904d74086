// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// A mailbox in memory that behaves as Gmail's does, with history, and with every fault that a server has.
#pragma once

#include "core/mail/remote_mailbox.h"

#include <QByteArrayList>
#include <QMap>
#include <QSet>

#include <functional>
#include <map>

namespace kith::testing {

struct FakeMessage {
    QString id;
    QString threadId;
    QByteArray raw;
    QStringList labels;  ///< ids, sorted
    std::chrono::milliseconds date{0};
};

/// The server's own state; what other clients of the mailbox do happens here.
class FakeServer {
public:
    struct Step {
        quint64 record{0};
        mail::HistoryStep step;
    };

    QString add(const QByteArray& raw, const QStringList& labels, const QString& threadId = {});
    void remove(const QString& id);
    void setLabel(const QString& id, const QString& labelId, bool on);
    QString makeLabel(const QString& name);
    void renameLabel(const QString& id, const QString& name);
    void removeLabel(const QString& id);
    /// History before now is forgotten.
    void expireHistory();
    QStringList userLabels() const;
    QStringList namesOf(const QString& id) const;
    /// Names of the labels of each message.
    QMap<QString, QStringList> named() const;

    std::map<QString, FakeMessage> messages;
    std::vector<QString> order;  ///< newest first, as it is listed
    QMap<QString, mail::RemoteLabel> labels;
    std::vector<Step> history;
    quint64 now{1000};
    quint64 oldest{0};  ///< history from here on is known
    int nextId{1};
    int nextLabel{1};
};

class FakeMailbox final : public mail::RemoteMailbox {
public:
    explicit FakeMailbox(FakeServer& server)
        : m_server(server) {}

    Result<mail::RemoteProfile> profile(std::stop_token stop) override;
    Result<mail::RemotePage> list(const QString& page, std::stop_token stop) override;
    Result<mail::RemotePage> listLabelled(const QString& labelId, const QString& page, std::stop_token stop) override;
    int fetchSize() const override { return batch; }
    Result<mail::RemoteFetch> fetch(std::span<const mail::RemoteRef> refs, std::stop_token stop) override;
    Result<mail::HistoryPage> history(quint64 since, const QString& page, std::stop_token stop) override;
    Result<std::vector<mail::RemoteLabel>> labels(std::stop_token stop) override;
    Result<mail::RemoteLabel> createLabel(const mail::RemoteLabel& wanted, std::stop_token stop) override;
    Result<void> deleteLabel(const QString& labelId, std::stop_token stop) override;
    Result<void> modify(std::span<const QString> ids, const mail::LabelEdit& edit, std::stop_token stop) override;
    Result<std::vector<mail::RemoteAlias>> aliases(std::stop_token stop) override;
    mail::RemoteUsage takeUsage() override { return std::exchange(m_usage, {}); }
    void setUrgent(bool) override {}

    int pageSize{500};
    int batch{50};
    bool tellsAfter{true};     ///< label steps carry all labels of the message
    bool shortHistory{false};  ///< pages of history may be empty or come twice, steps out of order
    QString address{QStringLiteral("mara@fjordlight.example")};
    std::vector<mail::RemoteAlias> ownAliases;
    /// Before each request: an error is answered in its place. Called with the request's name.
    std::function<std::optional<Error>(const QString&)> before;
    /// After each request had its effect: an error means that the answer was lost.
    std::function<std::optional<Error>(const QString&)> after;
    /// Single messages that cannot be fetched now.
    std::function<bool(const QString&)> failsToFetch;
    QStringList log;  ///< names of the requests

private:
    std::optional<Error> begin(const QString& name, std::stop_token stop, int units);
    std::optional<Error> end(const QString& name) { return after ? after(name) : std::nullopt; }
    Result<mail::RemotePage> page(const QString& name, const QString& labelId, const QString& page,
                                  std::stop_token stop);

    FakeServer& m_server;
    mail::RemoteUsage m_usage;
};

}  // namespace kith::testing
