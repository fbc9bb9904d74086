// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The OAuth client that signs people in: brought along in the file that Google's console gives, or typed in.
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>
#include <QUrl>

namespace kith::net {

struct OAuthClient {
    QString clientId;
    QString clientSecret;  ///< not confidential for desktop clients, and still needed
    QUrl authUri{QStringLiteral("https://accounts.google.com/o/oauth2/v2/auth")};
    QUrl tokenUri{QStringLiteral("https://oauth2.googleapis.com/token")};
    QUrl revokeUri{QStringLiteral("https://oauth2.googleapis.com/revoke")};
};

/// Google's credentials file ("installed"). Malformed names the field; a "web" client is Unsupported with a sentence.
Result<OAuthClient> parseOAuthClient(const QByteArray& json);

}  // namespace kith::net
