// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/net/oauth_client.h"

#include "core/base/json.h"
#include "core/net/web_address.h"

namespace kith::net {

namespace {

Error badClientFile(const QString& what) {
    return {ErrorKind::Malformed,
            QStringLiteral("OAuth client file: ") + what,
            QStringLiteral("Download the client's JSON file from Google's console again."),
            {}};
}

/// Optional address of the file; ours where it is not there.
Result<void> readAddress(const QJsonObject& object, const QString& key, QUrl& into) {
    if (!object.contains(key)) {
        return {};
    }
    const QUrl url(object.value(key).toString(), QUrl::StrictMode);
    if (!url.isValid() || url.isEmpty()) {
        return badClientFile(QStringLiteral("%1 is no web address").arg(key));
    }
    if (const auto allowed = checkAddress(url); !allowed) {
        return allowed.error();
    }
    into = url;
    return {};
}

}  // namespace

Result<OAuthClient> parseOAuthClient(const QByteArray& bytes) {
    const auto file = json::parseObject(bytes);
    if (!file) {
        return badClientFile(file.error().detail);
    }
    if (file->contains(QLatin1String("web"))) {
        return Error{ErrorKind::Unsupported,
                     QStringLiteral("OAuth client file: this is a client for web servers (\"web\")"),
                     QStringLiteral(
                         "In Google's console, create an OAuth client of the type \"Desktop app\" and take its file."),
                     {}};
    }
    if (file->value(QLatin1String("type")).toString() == QLatin1String("service_account")) {
        return Error{ErrorKind::Unsupported,
                     QStringLiteral("OAuth client file: this is the key of a service account"),
                     QStringLiteral("Add it as a service account instead."),
                     {}};
    }
    const auto installed = json::object(*file, QStringLiteral("installed"));
    if (!installed) {
        return badClientFile(QStringLiteral("\"installed\" is missing"));
    }
    OAuthClient client;
    for (const auto& [key, into] :
         {std::pair{"client_id", &client.clientId}, {"client_secret", &client.clientSecret}}) {
        const auto value = json::string(*installed, QLatin1String(key));
        if (!value || value->trimmed().isEmpty()) {
            return badClientFile(QStringLiteral("%1 is missing").arg(QLatin1String(key)));
        }
        *into = value->trimmed();
    }
    for (const auto& [key, into] :
         {std::pair{"auth_uri", &client.authUri}, {"token_uri", &client.tokenUri}, {"revoke_uri", &client.revokeUri}}) {
        if (const auto read = readAddress(*installed, QLatin1String(key), *into); !read) {
            return read.error();
        }
    }
    return client;
}

}  // namespace kith::net
