// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/net/ledger_transport.h"

#include "core/base/log.h"

#include <QUrlQuery>

namespace kith::net {

namespace {

bool holdsSecret(const QString& key) {
    for (const char* word : {"key", "token", "secret", "code", "password", "assertion", "state", "signature"}) {
        if (key.contains(QLatin1String(word), Qt::CaseInsensitive)) {
            return key.compare(QLatin1String("pageToken"), Qt::CaseInsensitive) != 0;
        }
    }
    return false;
}

qint64 headSize(const HttpHeaders& headers) {
    qint64 bytes = 0;
    for (const auto& [name, value] : headers) {
        bytes += name.size() + value.size() + 4;
    }
    return bytes;
}

}  // namespace

QString ledgerUrl(const QUrl& url) {
    QUrl kept = url.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveFragment);
    QUrlQuery query;
    for (const auto& [key, value] : QUrlQuery(url).queryItems(QUrl::FullyEncoded)) {
        query.addQueryItem(key, holdsSecret(key) ? QStringLiteral("***") : value);
    }
    kept.setQuery(query);
    return QString::fromUtf8(kept.toEncoded());
}

LedgerTransport::LedgerTransport(HttpTransport& next, EgressLedger& ledger, const Clock& clock, LedgerOptions options)
    : m_next(next)
    , m_ledger(ledger)
    , m_clock(clock)
    , m_options(std::move(options)) {
}

Result<HttpResponse> LedgerTransport::send(const HttpRequest& request, std::stop_token stop) {
    const Millis at = m_clock.now();
    auto answer = m_next.send(request, std::move(stop));
    if (!answer && answer.error().kind == ErrorKind::Denied) {
        return answer;
    }
    EgressRecord record;
    record.at = at;
    record.service = request.service;
    record.purpose = request.purpose;
    record.method = QString::fromLatin1(request.verb);
    record.url = ledgerUrl(request.url);
    record.bytesOut =
        request.verb.size() + request.url.toEncoded().size() + headSize(request.headers) + request.body.size();
    record.redactions = request.redactions;
    record.body = request.ledgerBody.value_or(request.body).left(m_options.mostBody);
    if (answer) {
        record.status = answer->status;
        record.bytesIn = headSize(answer->headers) + answer->body.size();
        record.cost = m_options.cost ? m_options.cost(request, *answer) : 0;
    }
    m_requests += 1;
    m_bytesOut += record.bytesOut;
    m_bytesIn += record.bytesIn;
    log::debug("net", QStringLiteral("%1 %2 %3 %4 %5 ms")
                          .arg(request.service, record.method)
                          .arg(request.url.host() + request.url.path())
                          .arg(record.status)
                          .arg((m_clock.now() - at).count()));
    m_ledger.record(record);
    return answer;
}

Traffic LedgerTransport::traffic() const {
    return {m_requests, m_bytesOut, m_bytesIn};
}

}  // namespace kith::net
