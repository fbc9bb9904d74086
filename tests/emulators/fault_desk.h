// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What is to go wrong, and when: faults wait here for the requests that they match.
//
// A fault as JSON: {"service": "google_api"|"google_oauth"|"deepinfra"|"attio"|"onyx" (absent: any), "match": text,
// "kind": kind, "times": n}. match is found in "VERB /path?query" or in the method ("messages.get"), as it stands or as
// a regular expression; absent: every request (batch parts are matched too, each for itself). times: 1 unless said; -1:
// until reset. Kinds that answer in place of the service, before anything is done: rate_429, rate_403, server_500,
// server_502_html, server_503, unauthorized_401, history_404, payment_402 (not of Google). Kinds that let it be done
// and spoil the answer: cut (the line breaks in the middle of the body), truncate (half the body, whole by its length),
// stall, no_answer. duplicate_history doubles the records of a history page; empty_history_page puts a page without
// records before it. Also: "after": n matching requests are spared first; "executed": true|false turns the default of
// its kind round; "retry_after": seconds (1), told by rate_… and server_503 as "retry_after_form" says: "seconds" or
// "date" in a header, "text" in the words that Google writes and no header, "none"; by default in a header, by rate_403
// in words too; "seconds": how long a stall lasts (60).
#pragma once

#include "core/base/result.h"
#include "tests/emulators/endpoint.h"
#include "tests/emulators/exchange.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <vector>

namespace kith::emulator {

enum class FaultKind {
    Rate429,
    Rate403,
    Server500,
    Server502Html,
    Server503,
    Unauthorized401,
    History404,
    Payment402,
    Cut,
    Truncate,
    Stall,
    NoAnswer,
    DuplicateHistory,
    EmptyHistoryPage,
};

enum class RetryForm { Default, Seconds, Date, Text, None };

struct Fault {
    std::optional<Endpoint> endpoint{};
    QString match;
    FaultKind kind{FaultKind::Server503};
    int times{1};  ///< below 0: for ever
    int after{0};
    bool executed{false};  ///< the service does its work before the answer is spoilt or replaced
    int retryAfter{1};
    RetryForm form{RetryForm::Default};
    Millis stall{60'000};
};

/// One call as faults see it.
struct FaultTarget {
    Endpoint endpoint{Endpoint::GoogleApi};
    const Request& request;
    QString method;       ///< "messages.get"; empty where it has no such name
    bool inBatch{false};  ///< a part of a batch: its answer can be replaced, not cut
};

class FaultDesk {
public:
    /// An array of faults, one fault, or {"faults": […]}; all or none are taken. The error names what is wrong.
    Result<int> add(const QJsonValue& faults);
    void add(Fault fault);
    void clear() { m_waiting.clear(); }
    bool isEmpty() const { return m_waiting.empty(); }
    /// The first fault that waits for this call; it counts as used.
    std::optional<Fault> take(const FaultTarget& target);

private:
    struct Waiting {
        Fault fault;
        QRegularExpression pattern;
    };
    static bool matches(const Waiting& waiting, const FaultTarget& target);

    std::vector<Waiting> m_waiting;
};

QString faultName(FaultKind kind);

}  // namespace kith::emulator
