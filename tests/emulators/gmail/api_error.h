// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Google's error answers: one envelope, told apart by reason and status.
#pragma once

#include "tests/emulators/exchange.h"

#include "core/base/clock.h"

namespace kith::emulator {

struct ApiError {
    int code{400};
    QString message;
    QString reason{QStringLiteral("invalidArgument")};
    QString status{QStringLiteral("INVALID_ARGUMENT")};
    QString domain{QStringLiteral("global")};
    QString entryMessage{};  ///< in errors[], where it says it differently
    QString location{};      ///< name of the parameter at fault; empty where none is told
    QJsonObject detail{};    ///< the one entry of details[]; empty: none
    Millis retryAfter{-1};   ///< a Retry-After header, where wished
};

/// withErrors: the older errors[] list, which "$.xgafv=2" leaves out.
Answer answerOf(const ApiError& error, bool withErrors = true);

namespace errors {

ApiError badRequest(const QString& message);
/// What the front end says where a body or a query parameter does not fit the contract.
ApiError invalidPayload(const QString& message);
ApiError unknownParameter(const QString& name);
ApiError unknownField(const QString& name, const QString& at);
ApiError invalidMask(const QString& selection);
ApiError failedPrecondition(const QString& message);
ApiError tooLarge();
ApiError notFound();
ApiError conflict(const QString& message);
ApiError forbidden(const QString& message);
ApiError missingScope(const QString& method);
/// Until when, as Gmail writes it; the reason is one of the two that are seen.
ApiError quota(Millis until, bool userReason);
ApiError tooManyConcurrent();
ApiError notBuilt(const QString& method);

}  // namespace errors

/// The front end's page for a path that no service serves.
Answer noSuchPath(const QString& path);

}  // namespace kith::emulator
