// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/unit/sync/wire_line.h"

#include <QDateTime>
#include <QLocale>
#include <QUrlQuery>

namespace kith::testing {

Result<net::HttpResponse> WireLine::send(const net::HttpRequest& request, std::stop_token stop) {
    if (request.url.port() == 8001) {
        log << QString::fromLatin1(request.verb) + QLatin1Char(' ') + request.url.path();
    }
    if (before) {
        before(request);
    }
    net::HttpRequest asked = request;
    QUrlQuery query(request.url);
    if (const QString most = QStringLiteral("maxResults"); query.hasQueryItem(most)) {
        query.removeQueryItem(most);
        query.addQueryItem(most, QString::number(pageSize));
        asked.url.setQuery(query);
    }
    auto answer = m_line.send(asked, stop);
    if (answer && answer->header("Date").isEmpty()) {
        const QDateTime now = QDateTime::fromMSecsSinceEpoch(m_time.now().count(), Qt::UTC);
        const QString date = QLocale::c().toString(now, QStringLiteral("ddd, dd MMM yyyy HH:mm:ss"));
        answer->headers.emplace_back("Date", date.toLatin1() + " GMT");
    }
    return answer;
}

}  // namespace kith::testing
