// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Onyx as Kith uses it: what the server has is found out, then documents about a question by the best way there is.
#pragma once

#include "core/sources/service_caller.h"

#include <QJsonArray>

#include <mutex>

namespace kith::sources {

struct OnyxDocument {
    QString id{};
    QString title{};
    QString link{};    ///< empty: it has none
    QString source{};  ///< confluence, gmail …
    QString text{};    ///< plain; the passages that the server gave
    QStringList highlights{};
    std::optional<double> score{};  ///< comparable within one answer only
    bool cited{false};              ///< by the answer of a chat, or a result of a search
    Millis updatedAt{0};
};

struct OnyxAnswer {
    std::vector<OnyxDocument> documents;  ///< best first
    QString words;                        ///< what a chat answered; empty after a search
    QString way;                          ///< search, search-message, chat
};

struct OnyxServer {
    QString version;
    QString account;  ///< whom the key belongs to
};

/// Callable from several workers at a time; see EnrichmentSource for the errors.
class OnyxClient {
public:
    /// baseUrl: https://host/api behind nginx, http://localhost:8080 at the backend itself.
    OnyxClient(net::HttpTransport& transport, Clock& clock, const QString& baseUrl, ServiceCaller::Key key);

    /// Health, version and the key. Unreachable where there is no Onyx at this address.
    Result<OnyxServer> server(std::stop_token stop);
    Result<OnyxAnswer> ask(const QString& question, std::stop_token stop);
    ServiceUse use() const { return m_caller.use(); }

private:
    enum class Way { Search, SearchMessage, Chat };
    Result<OnyxAnswer> askBy(Way way, const QString& question, std::stop_token stop);

    ServiceCaller m_caller;
    std::mutex m_mutex;
    Way m_way{Way::Search};  ///< the best that was not refused with 404 yet
};

/// The stream of /chat/send-chat-message, or the whole answer where the server does not stream. Unreachable: it broke
/// off before the end, or says that trying again may help.
Result<OnyxAnswer> onyxChatAnswer(const QByteArray& body);
Error onyxError(const net::HttpResponse& response, Millis now);

/// A highlight as HTML: everything escaped, the hits bold.
QString onyxHighlightHtml(const QString& highlight);
/// Without its marks.
QString onyxHighlightText(const QString& highlight);

}  // namespace kith::sources
