// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Many calls that read or set single things, in batches, several at a time; each is tried again on its own.
#pragma once

#include "core/sources/gmail_caller.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <span>

namespace kith::sources {

/// One call that may be repeated. tag: what its owner knows it by.
struct PartCall {
    QByteArray verb{"GET"};
    QByteArray target;
    QByteArray json;
    double units{0};
    int tag{0};
    int attempts{0};  ///< in tenths of a try
    Millis notBefore{0};
};

/// Who wants the answers. Called from several threads at once, never for one tag twice at a time.
class PartTaker {
public:
    virtual ~PartTaker() = default;
    /// A 2xx. Malformed has the call tried again, Unsupported not; the last error is told by refused().
    virtual Result<void> take(int tag, const net::HttpResponse& answer) = 0;
    /// No more tries: NotFound, Failed, Conflict, Malformed, Unreachable. Other calls may be given in its place.
    virtual std::vector<PartCall> refused(int tag, const Error& why) = 0;
};

class GmailParts {
public:
    GmailParts(GmailCaller& caller, PartTaker& taker, const QString& purpose);

    /// Every call ends in take() or refused(), unless an error ends the run: then the rest got no answer.
    Result<void> run(std::vector<PartCall> calls, std::stop_token stop);

private:
    struct Sent {
        std::vector<PartCall> calls;
        int inFlight{0};  ///< when it went out, its own included
        double units{0};
    };
    struct Told {  ///< what the parts of one answer said beside their content
        int concurrent{0};
        int served{0};
        double refunded{0};
        bool tokenRefused{false};
        std::vector<PartCall> again;
        std::optional<Error> end;
    };

    int senders() const;
    void work(std::stop_token stop);
    bool next(std::unique_lock<std::mutex>& lock, Sent& sent, std::stop_token stop);
    void pick(Sent& sent, Millis now);
    int room() const;
    double unitsAtOnce() const;
    GmailCall wrapped(const Sent& sent);
    void send(Sent& sent, std::stop_token stop);
    void lost(Sent& sent, const Error& why);
    void refusedWhole(Sent& sent, const GmailRefusal& refusal, const QByteArray& token);
    void answered(Sent& sent, const GmailAnswer& answer);
    void settlePart(PartCall call, const std::optional<net::HttpResponse>& part, const QByteArray& token, Told& told);
    void refusedPart(PartCall call, const GmailRefusal& refusal, const QByteArray& token, Told& told);
    void again(PartCall call, const Error& why, Told& told, std::optional<Millis> asked = {});
    void giveUp(const PartCall& call, const Error& why, Told& told);
    void finish(Told& told);

    GmailCaller& m_caller;
    PartTaker& m_taker;
    const QString m_purpose;
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::deque<PartCall> m_waiting;
    int m_senders{1};
    int m_inFlight{0};       ///< calls
    int m_requests{0};       ///< that carry them
    quint64 m_round{0};      ///< answers so far: those who wait look again
    bool m_sleeping{false};  ///< somebody waits for the earliest notBefore
    bool m_oneByOne{false};  ///< the server did not like our batches
    int m_losses{0};         ///< requests without any answer, one after the other
    int m_tokenRefusals{0};
    std::optional<Error> m_end;
};

}  // namespace kith::sources
