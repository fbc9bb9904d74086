// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/sources/gmail_parts.h"

#include "core/sources/gmail_batch.h"

#include <algorithm>
#include <cmath>
#include <thread>

namespace kith::sources {

namespace {

constexpr double partsAnswerSeconds = 2;  // of a batch, as Gmail is known for: one sender reaches a quota below that
constexpr int partsAttempts = 4;          // of one call, besides refusals for quota or crowding
constexpr int partsCrowded = 40;          // refusals of one call for quota or crowding: ten of them are worth one try
constexpr int partsLosses = 4;
constexpr int partsTokenRefusals = 3;
constexpr int partsMost = 100;            // calls in a batch, as Gmail allows
constexpr double partsSecondsAtOnce = 3;  // of the quota in one request: what it brings shows soon

QByteArray freshBoundary(std::function<double()>& random) {
    QByteArray boundary = "kith_batch_";
    for (int i = 0; i < 16; ++i) {
        boundary += char('a' + int(random() * 26) % 26);
    }
    return boundary;
}

}  // namespace

GmailParts::GmailParts(GmailCaller& caller, PartTaker& taker, const QString& purpose)
    : m_caller(caller)
    , m_taker(taker)
    , m_purpose(purpose) {
}

Result<void> GmailParts::run(std::vector<PartCall> calls, std::stop_token stop) {
    m_waiting.assign(std::make_move_iterator(calls.begin()), std::make_move_iterator(calls.end()));
    m_senders = senders();
    {
        std::vector<std::jthread> helpers;
        for (int i = 1; i < m_senders; ++i) {
            helpers.emplace_back([this, stop] { work(stop); });
        }
        work(stop);
    }
    if (stop.stop_requested()) {
        return Error{ErrorKind::Cancelled, QStringLiteral("stopped while asking Gmail"), {}};
    }
    return m_end ? Result<void>(*m_end) : Result<void>();
}

/// As many as the quota can feed while answers are on their way, and as there are batches for.
int GmailParts::senders() const {
    const int width = std::max(1, m_caller.shared().width->width());
    const int bounded = m_caller.shared().mostSenders;
    int most = bounded;
    if (const double limit = m_caller.shared().pacer->bulkLimit(); limit > 0 && !m_waiting.empty()) {
        const double perSecond = limit / 60 / m_waiting.front().units;
        most = std::clamp(int(std::ceil(perSecond * partsAnswerSeconds / width)), 1, bounded);
    }
    return std::clamp(int(m_waiting.size()) * most / width, 1, most);
}

void GmailParts::work(std::stop_token stop) {
    std::unique_lock lock(m_mutex);
    Sent sent;
    while (next(lock, sent, stop)) {
        lock.unlock();
        send(sent, stop);
        lock.lock();
        m_inFlight -= int(sent.calls.size());
        --m_requests;
        ++m_round;
        m_changed.notify_all();
    }
}

int GmailParts::room() const {
    return m_caller.shared().width->width() - m_inFlight;
}

/// Chooses the next batch, waiting for room or for the earliest time; false when nothing is left or the run ended.
bool GmailParts::next(std::unique_lock<std::mutex>& lock, Sent& sent, std::stop_token stop) {
    for (;;) {
        if (m_end || stop.stop_requested() || (m_waiting.empty() && m_requests == 0)) {
            return false;
        }
        const Millis now = m_caller.clock().now();
        if (!m_waiting.empty() && room() > 0) {
            pick(sent, now);
            if (!sent.calls.empty()) {
                m_inFlight += int(sent.calls.size());
                ++m_requests;
                sent.inFlight = m_inFlight;
                return true;
            }
            if (!m_sleeping && m_requests == 0) {
                const auto earliest = std::min_element(
                    m_waiting.begin(), m_waiting.end(),
                    [](const PartCall& one, const PartCall& other) { return one.notBefore < other.notBefore; });
                const Millis pause = earliest->notBefore - now;
                m_sleeping = true;
                lock.unlock();
                m_caller.clock().wait(pause, stop);
                lock.lock();
                m_sleeping = false;
                ++m_round;
                m_changed.notify_all();
                continue;
            }
        }
        const quint64 seen = m_round;
        m_changed.wait(lock, stop, [&] { return m_round != seen; });
    }
}

double GmailParts::unitsAtOnce() const {
    const GmailPacer& pacer = *m_caller.shared().pacer;
    return pacer.isLimited() ? pacer.fitting(pacer.bulkLimit() * partsSecondsAtOnce / 60) : 1e9;
}

void GmailParts::pick(Sent& sent, Millis now) {
    const GmailWidth& width = *m_caller.shared().width;
    const int share = (width.width() + m_senders - 1) / m_senders;
    const int most = m_oneByOne ? 1 : std::min({room(), share, width.mostForMemory(), partsMost});
    const double units = unitsAtOnce();
    sent = {};
    for (auto call = m_waiting.begin(); call != m_waiting.end() && int(sent.calls.size()) < most;) {
        if (call->notBefore > now) {
            ++call;
            continue;
        }
        if (!sent.calls.empty() && sent.units + call->units > units) {
            break;
        }
        sent.units += call->units;
        sent.calls.push_back(std::move(*call));
        call = m_waiting.erase(call);
    }
}

GmailCall GmailParts::wrapped(const Sent& sent) {
    if (sent.calls.size() == 1) {
        const PartCall& one = sent.calls.front();
        return {one.verb, one.target, one.json, {}, sent.units, m_purpose};
    }
    std::vector<BatchCall> calls;
    for (const PartCall& call : sent.calls) {
        calls.push_back({call.verb, call.target, call.json});
    }
    std::function<double()> random = m_caller.shared().random;
    BatchBody body = writeBatch(calls, freshBoundary(random));
    return {"POST", m_caller.batchTarget(), std::move(body.bytes), std::move(body.contentType), sent.units, m_purpose};
}

void GmailParts::send(Sent& sent, std::stop_token stop) {
    Result<GmailAnswer> answer = m_caller.once(wrapped(sent), stop);
    if (!answer) {
        lost(sent, answer.error());
        return;
    }
    const bool batch = sent.calls.size() > 1;
    const GmailRefusal refusal = refusalOf(answer->response, m_caller.clock().now());
    if (batch && refusal.kind != Refusal::None) {
        const bool free = isThrottle(refusal.kind) || refusal.kind == Refusal::TokenRefused;
        m_caller.settled(*answer, sent.units, free ? sent.units : 0);
        refusedWhole(sent, refusal, answer->token);
        return;
    }
    answered(sent, *answer);
}

/// No answer at all. Reads and label sets may be repeated.
void GmailParts::lost(Sent& sent, const Error& why) {
    Told told;
    if (why.kind != ErrorKind::Unreachable) {
        told.end = why;
    }
    for (PartCall& call : sent.calls) {
        again(std::move(call), why, told);
    }
    const std::scoped_lock lock(m_mutex);
    if (++m_losses >= partsLosses && !told.end) {
        told.end = why;
    }
    finish(told);
}

void GmailParts::refusedWhole(Sent& sent, const GmailRefusal& refusal, const QByteArray& token) {
    Told told;
    m_caller.learn(refusal, token);
    const Error why = errorOf(refusal, m_caller.clock().now());
    if (refusal.kind == Refusal::Concurrency) {
        m_caller.shared().width->refused(sent.inFlight, sent.inFlight / 2);
    }
    const bool batchRefused = refusal.kind == Refusal::Rejected || refusal.kind == Refusal::Gone;
    if (!isTransient(refusal.kind) && !batchRefused && refusal.kind != Refusal::TokenRefused) {
        told.end = why;
    }
    for (PartCall& call : sent.calls) {
        if (isTransient(refusal.kind) && !isThrottle(refusal.kind)) {
            again(std::move(call), why, told, refusal.retryAfter);
        } else {
            told.again.push_back(std::move(call));
        }
    }
    const std::scoped_lock lock(m_mutex);
    m_oneByOne = m_oneByOne || batchRefused;
    if (refusal.kind == Refusal::TokenRefused && ++m_tokenRefusals >= partsTokenRefusals) {
        told.end = why;
    }
    if ((isTransient(refusal.kind) && ++m_losses >= partsLosses * (isThrottle(refusal.kind) ? 4 : 1)) && !told.end) {
        told.end = why;
    }
    finish(told);
}

void GmailParts::answered(Sent& sent, const GmailAnswer& answer) {
    Told told;
    std::vector<std::optional<net::HttpResponse>> parts;
    if (sent.calls.size() == 1) {
        parts.emplace_back(answer.response);
    } else if (auto read = readBatch(answer.response, qsizetype(sent.calls.size())); read) {
        parts = std::move(*read);
    } else {
        parts.resize(sent.calls.size());  // nothing of it can be read: all are asked again
    }
    for (size_t i = 0; i < sent.calls.size(); ++i) {
        settlePart(std::move(sent.calls[i]), parts[i], answer.token, told);
        parts[i].reset();
    }
    m_caller.settled(answer, sent.units, told.refunded);
    if (told.concurrent > 0) {
        m_caller.shared().width->refused(sent.inFlight, told.concurrent);
    } else {
        m_caller.shared().width->served(told.served, answer.response.body.size());
    }
    const std::scoped_lock lock(m_mutex);
    m_losses = told.served > 0 ? 0 : m_losses;
    m_tokenRefusals = told.tokenRefused ? m_tokenRefusals + 1 : told.served > 0 ? 0 : m_tokenRefusals;
    if (m_tokenRefusals >= partsTokenRefusals && !told.end) {
        told.end = Error{ErrorKind::SignInNeeded, QStringLiteral("Gmail refuses fresh access tokens"), {}};
    }
    finish(told);
}

void GmailParts::settlePart(PartCall call, const std::optional<net::HttpResponse>& part, const QByteArray& token,
                            Told& told) {
    if (!part) {
        again(std::move(call),
              {ErrorKind::Malformed, QStringLiteral("Gmail's batch answer has no whole part for a call"), {}}, told);
        return;
    }
    const GmailRefusal refusal = refusalOf(*part, m_caller.clock().now());
    if (refusal.kind != Refusal::None) {
        refusedPart(std::move(call), refusal, token, told);
        return;
    }
    ++told.served;
    const Result<void> taken = m_taker.take(call.tag, *part);
    if (!taken && taken.error().kind == ErrorKind::Unsupported) {
        giveUp(call, taken.error(), told);
    } else if (!taken) {
        again(std::move(call), taken.error(), told);
    }
}

void GmailParts::refusedPart(PartCall call, const GmailRefusal& refusal, const QByteArray& token, Told& told) {
    if (refusal.kind != Refusal::TokenRefused || !told.tokenRefused) {
        m_caller.learn(refusal, token);
    }
    const Error why = errorOf(refusal, m_caller.clock().now());
    const bool throttled = isThrottle(refusal.kind);
    told.refunded += throttled || refusal.kind == Refusal::TokenRefused ? call.units : 0;
    told.concurrent += refusal.kind == Refusal::Concurrency ? 1 : 0;
    if (refusal.kind == Refusal::TokenRefused) {
        told.tokenRefused = true;
        told.again.push_back(std::move(call));
    } else if (refusal.kind == Refusal::ScopeMissing || refusal.kind == Refusal::Denied ||
               (throttled && !isTransient(refusal.kind))) {
        told.end = why;  // a right is missing, or the day's limit is reached: it is the same for every call
        told.again.push_back(std::move(call));
    } else if (throttled) {
        // A tenth of a try: being one of many is no fault of the call.
        call.attempts += 1;
        if (call.attempts >= partsCrowded) {
            told.end = why;
        }
        if (refusal.kind == Refusal::Concurrency) {
            call.notBefore = m_caller.clock().now() + m_caller.pauseFor(0, {}) / 4;
        }
        told.again.push_back(std::move(call));
    } else if (isTransient(refusal.kind)) {
        again(std::move(call), why, told, refusal.retryAfter);
    } else {
        told.served += refusal.kind == Refusal::Gone ? 1 : 0;
        giveUp(call, why, told);
    }
}

/// One more try after a pause of its own, until the tries are used up.
void GmailParts::again(PartCall call, const Error& why, Told& told, std::optional<Millis> asked) {
    call.attempts += partsCrowded / partsAttempts;
    if (call.attempts >= partsCrowded) {
        giveUp(call, why, told);
        return;
    }
    const int tries = call.attempts * partsAttempts / partsCrowded;
    call.notBefore = m_caller.clock().now() + m_caller.pauseFor(tries - 1, asked);
    told.again.push_back(std::move(call));
}

void GmailParts::giveUp(const PartCall& call, const Error& why, Told& told) {
    for (PartCall& other : m_taker.refused(call.tag, why)) {
        told.again.push_back(std::move(other));
    }
}

/// Under the lock: what must be asked again goes to the front, so that a run stays in order.
void GmailParts::finish(Told& told) {
    if (!told.again.empty()) {
        m_caller.countRetries(qint64(told.again.size()));
    }
    m_waiting.insert(m_waiting.begin(), std::make_move_iterator(told.again.begin()),
                     std::make_move_iterator(told.again.end()));
    if (told.end && !m_end) {
        m_end = told.end;
    }
}

}  // namespace kith::sources
