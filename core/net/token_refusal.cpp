// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/net/token_refusal.h"

#include "core/base/json.h"
#include "core/net/backoff.h"

namespace kith::net {

namespace {

struct RefusalHint {
    const char* error;
    const char* subtype;
    const char* hint;
};

constexpr RefusalHint kRefusalHints[] = {
    {"invalid_grant", "invalid_rapt",
     "Your organisation asks for a new sign-in from time to time. Sign in again; nothing is lost."},
    {"invalid_grant", "", "Google no longer accepts the earlier sign-in. Sign in again; nothing is lost."},
    {"invalid_client", "",
     "Google does not know this OAuth client, or its secret is wrong. Import the client's file again."},
    {"deleted_client", "", "This OAuth client was deleted in Google's console. Import the file of another one."},
    {"disabled_client", "", "This OAuth client is switched off in Google's console."},
    {"unauthorized_client", "", "This OAuth client may not sign people in. Create one of the type \"Desktop app\"."},
    {"invalid_scope", "", "Google does not know a permission that was asked for."},
    {"admin_policy_enforced", "", "The administrator of this Google Workspace does not allow this program."},
    {"invalid_request", "", "Google did not accept the request. Is the OAuth client's secret set?"},
};

QString hintFor(const TokenRefusal& refusal) {
    for (const RefusalHint& row : kRefusalHints) {
        if (refusal.error == QLatin1String(row.error) &&
            (*row.subtype == 0 || refusal.subtype == QLatin1String(row.subtype))) {
            return QString::fromUtf8(row.hint);
        }
    }
    return QStringLiteral("Sign in again.");
}

QString sentence(const HttpResponse& response, const TokenRefusal& refusal) {
    QString text = QStringLiteral("the token endpoint answered HTTP %1").arg(response.status);
    for (const QString& part : {refusal.error, refusal.subtype, refusal.description.left(300)}) {
        text += part.isEmpty() ? QString() : QStringLiteral(" – ") + part;
    }
    return text;
}

}  // namespace

TokenRefusal readRefusal(const QByteArray& body) {
    const auto object = json::parseObject(body);
    if (!object) {
        return {};
    }
    const auto text = [&](const char* key) { return object->value(QLatin1String(key)).toString(); };
    return {text("error"), text("error_subtype"), text("error_description")};
}

std::optional<Error> passingTrouble(const HttpResponse& response, const TokenRefusal& refusal, Millis now) {
    const auto asked = retryAfter(response, now);
    if (response.status == 429 || refusal.error == QLatin1String("slow_down")) {
        return Error{ErrorKind::RateLimited, sentence(response, refusal), {}, asked};
    }
    const bool refused = response.status >= 400 && response.status < 500 && response.status != 408 &&
                         !refusal.error.isEmpty() && refusal.error != QLatin1String("internal_failure") &&
                         refusal.error != QLatin1String("temporarily_unavailable");
    if (refused) {
        return std::nullopt;
    }
    return Error{ErrorKind::Unreachable, sentence(response, refusal),
                 QStringLiteral("Google's sign-in service has trouble; it is tried again by itself."), asked};
}

Error tokenRefusal(const HttpResponse& response, Millis now) {
    const TokenRefusal refusal = readRefusal(response.body);
    if (auto trouble = passingTrouble(response, refusal, now)) {
        return *trouble;
    }
    return {ErrorKind::SignInNeeded, sentence(response, refusal), hintFor(refusal), {}};
}

}  // namespace kith::net
