// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Sends calls to Gmail: token, quota units, counting, and for single calls the retries that their kind allows.
#pragma once

#include "core/net/access_tokens.h"
#include "core/net/http.h"
#include "core/sources/gmail_errors.h"
#include "core/sources/gmail_pacer.h"
#include "core/sources/gmail_shared.h"

#include "core/mail/remote_mailbox.h"

#include <atomic>
#include <mutex>
#include <utility>
#include <vector>

namespace kith::sources {

struct GmailCall {
    QByteArray verb{"GET"};
    QByteArray target{};  ///< path and query, encoded
    QByteArray body{};
    QByteArray contentType{};
    double units{0};
    QString purpose{};  ///< for the ledger
};

/// An answer, and what is needed to judge it.
struct GmailAnswer {
    net::HttpResponse response;
    QByteArray token;  ///< with which it was asked
    GmailPacer::Place place;
};

class GmailCaller {
public:
    GmailCaller(net::HttpTransport& transport, Clock& clock, const QUrl& api, GmailShared shared);

    /// Until it succeeds or patience ends; the error says why. Only for calls that may be repeated.
    Result<net::HttpResponse> call(const GmailCall& call, std::stop_token stop);
    /// Once, whatever the answer. Not settled with the pacer: the caller does that by settled().
    Result<GmailAnswer> once(const GmailCall& call, std::stop_token stop);
    /// refunded: units of calls that were refused and that Gmail does not count.
    void settled(const GmailAnswer& answer, double units, double refunded);
    /// Takes note of a refusal: limits, counts, the token.
    void learn(const GmailRefusal& refusal, const QByteArray& token);

    Millis patience() const;
    Millis pauseFor(int attempt, std::optional<Millis> asked);
    Clock& clock() { return m_clock; }
    const GmailShared& shared() const { return m_shared; }
    /// /gmail/v1/users/me, with whatever path the server's root has.
    QByteArray base() const { return m_base; }
    QByteArray batchTarget() const { return m_root + "/batch/gmail/v1"; }

    void setUrgent(bool urgent) { m_urgent = urgent; }
    void countRetries(qint64 retries);
    mail::RemoteUsage takeUsage();

private:
    struct Try {
        int attempt{0};
        int tokenRefusals{0};
        Millis waited{0};
    };
    bool mayRetry(Try& state, const GmailRefusal& refusal, std::stop_token stop);
    bool waitBefore(Try& state, std::optional<Millis> asked, std::stop_token stop);

    net::HttpTransport& m_transport;
    Clock& m_clock;
    QUrl m_api;
    QByteArray m_root;
    QByteArray m_base;
    GmailShared m_shared;
    std::atomic<bool> m_urgent{false};
    std::mutex m_mutex;
    mail::RemoteUsage m_usage;
};

/// name=value&…, percent-encoded; values that are empty are left out.
QByteArray gmailQuery(const std::vector<std::pair<QByteArray, QString>>& fields);

}  // namespace kith::sources
