// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What the refusals of a token endpoint mean: who can help, and what to tell that person.
#pragma once

#include "core/base/clock.h"
#include "core/net/http.h"

#include <QJsonObject>

namespace kith::net {

struct TokenRefusal {
    QString error;        ///< OAuth's word; empty where the body holds none
    QString subtype;      ///< invalid_rapt
    QString description;  ///< for people, as the server says it
};

TokenRefusal readRefusal(const QByteArray& body);
/// The error for any answer but 200 of a person's sign-in.
Error tokenRefusal(const HttpResponse& response, Millis now);
/// RateLimited and Unreachable: the token is still good, wait. Nothing: the server refused for good.
std::optional<Error> passingTrouble(const HttpResponse& response, const TokenRefusal& refusal, Millis now);

}  // namespace kith::net
