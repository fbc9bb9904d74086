// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/sync_pace.h"

#include <algorithm>

namespace kith::service {

namespace {

constexpr Millis kShortest{1'000};
constexpr Millis kFirstTry{5'000};
constexpr Millis kOfflineMost{120'000};  // asking a network that is not there costs nobody anything
constexpr Millis kTroubleFirst{15'000};
constexpr Millis kTroubleMost{900'000};
constexpr Millis kServerMost{3'600'000};

}  // namespace

SyncPace::SyncPace(quint32 seed)
    : m_random(seed) {
}

Millis SyncPace::jittered(Millis length, double share) {
    std::uniform_real_distribution<double> around(1.0 - share, 1.0 + share);
    return Millis{static_cast<qint64>(static_cast<double>(length.count()) * around(m_random))};
}

Millis SyncPace::grown(Millis first, Millis most) {
    const int doublings = std::clamp(m_troubles - 1, 0, 20);
    return jittered(std::min<Millis>(first * (qint64{1} << doublings), most), 0.25);
}

SyncPause SyncPace::afterSuccess(std::chrono::seconds interval) {
    m_troubles = 0;
    return {std::max(kShortest / 2, jittered(interval, 0.1)), SyncWaker::Action};
}

SyncPause SyncPace::afterTrouble(const Error& error, std::chrono::seconds interval) {
    ++m_troubles;
    const Millis first = std::clamp<Millis>(interval, kShortest, kFirstTry);
    switch (error.kind) {
    case ErrorKind::RateLimited: {
        const Millis own = grown(first, kTroubleMost);
        if (!error.retryAfter) {
            return {own, SyncWaker::Nobody};
        }
        const Millis asked = std::min(*error.retryAfter, kServerMost);
        return {std::max(own, asked + jittered(first / 2, 0.5)), SyncWaker::Nobody};
    }
    case ErrorKind::Unreachable:
        return {grown(first, kOfflineMost), SyncWaker::Person};
    case ErrorKind::Busy:  // another process has the workspace, and syncs it or will be gone soon
        return {grown(first, std::max<Millis>(interval, kFirstTry)), SyncWaker::Person};
    case ErrorKind::SignInNeeded:  // nothing is asked meanwhile: only our own row is looked at
        return {jittered(std::max<Millis>(interval, kShortest), 0.1), SyncWaker::Person};
    default:
        return {grown(std::max(first, std::min<Millis>(kTroubleFirst, interval * 2)), kTroubleMost), SyncWaker::Person};
    }
}

}  // namespace kith::service
