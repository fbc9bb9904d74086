// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/unit/sync/wire_line.h"

#include <QUrlQuery>

namespace kith::testing {

Result<net::HttpResponse> WireLine::send(const net::HttpRequest& request, std::stop_token stop) {
    if (request.url.port() == 8001) {
        log << QString::fromLatin1(request.verb) + QLatin1Char(' ') + request.url.path();
    }
    if (before) {
        before(request);
    }
    QUrlQuery query(request.url);
    const QString most = QStringLiteral("maxResults");
    if (!query.hasQueryItem(most)) {
        return m_line.send(request, stop);
    }
    query.removeQueryItem(most);
    query.addQueryItem(most, QString::number(pageSize));
    net::HttpRequest shorter = request;
    shorter.url.setQuery(query);
    return m_line.send(shorter, stop);
}

}  // namespace kith::testing
