// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// One request to its method: path, caller, mailbox, scopes, parameters, quota, in the order in which Google asks.
#pragma once

#include "tests/emulators/gmail/call.h"
#include "tests/emulators/gmail/gmail_api.h"
#include "tests/emulators/gmail/upload.h"

#include <functional>

namespace kith::emulator {

/// What differs between a call of its own and one inside a batch.
struct Surroundings {
    std::function<std::variant<Caller, Answer>(const QByteArray& authorization)> who;
    std::function<bool(Account&)> mayRun;  ///< false: too many at once
    GmailApi::InPlace inPlace;             ///< may be empty
    bool inBatch{false};
};

class Router {
public:
    Router(Service& service, Uploads& uploads)
        : m_service(service)
        , m_uploads(uploads) {}

    Answer route(const Request& request, const Surroundings& around, CallReport& report);
    /// Empty where the path and verb are no method's.
    static QString methodOf(const Request& request);

private:
    struct Target;
    struct Found;
    static std::optional<Target> targetOf(const QString& path);
    Answer carryOut(const Request& request, const std::optional<QByteArray>& media, const Surroundings& around,
                    CallReport& report);
    Outcome asCaller(const Request& request, const Found& found, const Surroundings& around, CallReport& report);
    Outcome withMailbox(const Request& request, const Found& found, Account& account, const Surroundings& around,
                        CallReport& report);
    std::variant<UploadedBody, Answer, ApiError> bodyOf(const Request& request, const Found& found,
                                                        const QString& uploadType);
    std::optional<ApiError> charged(Account& account, const Method& method, const Surroundings& around,
                                    CallReport& report);

    Service& m_service;
    Uploads& m_uploads;
};

}  // namespace kith::emulator
