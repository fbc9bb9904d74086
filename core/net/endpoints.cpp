// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/net/endpoints.h"

#include "core/net/web_address.h"

namespace kith::net {

namespace {

struct EndpointRow {
    const char* setting;
    const char* variable;
    QString Endpoints::*field;
};

constexpr EndpointRow kEndpointRows[] = {
    {"endpoints.google_api", "KITH_ENDPOINT_GOOGLE_API", &Endpoints::googleApi},
    {"endpoints.google_oauth", "KITH_ENDPOINT_GOOGLE_OAUTH", &Endpoints::googleOauth},
    {"endpoints.deepinfra", "KITH_ENDPOINT_DEEPINFRA", &Endpoints::deepinfra},
    {"endpoints.attio", "KITH_ENDPOINT_ATTIO", &Endpoints::attio},
    {"endpoints.onyx", "KITH_ENDPOINT_ONYX", &Endpoints::onyx},
};

Result<QString> baseAddress(const QString& from, QString text) {
    while (text.endsWith(QLatin1Char('/'))) {
        text.chop(1);
    }
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || url.hasQuery() || url.hasFragment()) {
        return Error{ErrorKind::Malformed,
                     QStringLiteral("%1 is no base address").arg(from),
                     QStringLiteral("It looks like https://host or https://host/path."),
                     {}};
    }
    if (const auto allowed = checkAddress(url); !allowed) {
        Error error = allowed.error();
        error.detail = from + QStringLiteral(": ") + error.detail;
        return error;
    }
    return text;
}

}  // namespace

OAuthClient Endpoints::applied(OAuthClient client) const {
    if (!googleOauth.isEmpty()) {
        client.authUri = QUrl(googleOauth + QStringLiteral("/o/oauth2/v2/auth"));
        client.tokenUri = QUrl(googleOauth + QStringLiteral("/token"));
        client.revokeUri = QUrl(googleOauth + QStringLiteral("/revoke"));
    }
    return client;
}

Result<Endpoints> readEndpoints(const QMap<QString, QString>& settings,
                                const std::function<QString(const char*)>& environment) {
    Endpoints endpoints;
    for (const EndpointRow& row : kEndpointRows) {
        const QString setting = QLatin1String(row.setting);
        const QString said = environment(row.variable).trimmed();
        const QString text = said.isEmpty() ? settings.value(setting).trimmed() : said;
        if (text.isEmpty()) {
            continue;
        }
        auto base = baseAddress(said.isEmpty() ? setting : QString(QLatin1String(row.variable)), text);
        if (!base) {
            return base.error();
        }
        endpoints.*row.field = std::move(*base);
    }
    return endpoints;
}

Result<Endpoints> readEndpoints(const QMap<QString, QString>& settings) {
    return readEndpoints(settings, [](const char* name) { return qEnvironmentVariable(name); });
}

}  // namespace kith::net
