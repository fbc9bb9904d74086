// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// A request's parameters and body, held against the contract: what it does not allow is refused as Google does.
#pragma once

#include "tests/emulators/gmail/call.h"

namespace kith::emulator {

struct Query {
    Parameters parameters;
    bool pretty{true};
    bool withErrors{true};  ///< the errors[] list in error bodies
    QString fields;
    QString accessToken;  ///< in place of the header
    QString uploadType;
};

/// withErrors of what is refused, too: it is read before the rest.
bool wantsErrorList(const QUrlQuery& query);
std::variant<Query, ApiError> readQuery(const QUrlQuery& query, const Method& method);
/// An empty body is an empty object.
std::variant<QJsonObject, ApiError> readBody(const QByteArray& body, const Method& method);
/// The content type of a body must be JSON's; nothing where all is well.
std::optional<ApiError> wrongContentType(const Request& request);

}  // namespace kith::emulator
