// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/net/web_address.h"

#include <QHostAddress>

namespace kith::net {

bool isLoopback(const QString& host) {
    if (host.compare(QLatin1String("localhost"), Qt::CaseInsensitive) == 0) {
        return true;
    }
    QHostAddress address;
    return address.setAddress(host) && address.isLoopback();
}

Result<void> checkAddress(const QUrl& url) {
    if (!url.isValid() || url.host().isEmpty()) {
        return Error{
            ErrorKind::Denied,
            QStringLiteral("not a web address: %1").arg(url.toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery)),
            {},
            {}};
    }
    if (url.scheme() == QLatin1String("https") || (url.scheme() == QLatin1String("http") && isLoopback(url.host()))) {
        return {};
    }
    if (url.scheme() == QLatin1String("http")) {
        return Error{ErrorKind::Denied,
                     QStringLiteral("plain http to %1 is refused: it would travel unencrypted").arg(url.host()),
                     QStringLiteral("Use https; plain http is for this computer only."),
                     {}};
    }
    return Error{ErrorKind::Denied, QStringLiteral("%1 is not spoken here").arg(url.scheme()), {}, {}};
}

}  // namespace kith::net
