// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Google as Kith sees it: OAuth and Gmail behind one handle(), with faults, quota and a log. No sockets, no real time
// unless the clock goes: a test may make thousands of them.
#pragma once

#include "tests/emulators/fault_desk.h"
#include "tests/emulators/gmail/gmail_api.h"
#include "tests/emulators/google/google_oauth.h"
#include "tests/emulators/request_log.h"

namespace kith::emulator {

struct GoogleOptions {
    QStringList accounts;  ///< the first is where planted mail goes
    quint64 seed{1};       ///< of everything that is made up: ids, tokens
    GmailOptions gmail{};
    bool testing{false};  ///< refresh tokens end after seven days, and say so
};

/// Used from one thread at a time.
class GoogleEmulator {
public:
    GoogleEmulator(EmulatorClock& clock, const GoogleOptions& options);
    Q_DISABLE_COPY_MOVE(GoogleEmulator)

    Answer handle(Endpoint endpoint, const Request& request);

    GmailApi& gmail() { return m_gmail; }
    GoogleOAuth& oauth() { return m_oauth; }
    FaultDesk& faults() { return m_faults; }
    RequestLog& log() { return m_log; }
    EmulatorClock& clock() { return m_clock; }
    Mailbox& firstMailbox();

    /// A sign-in without the pages: the refresh token of a new grant. Empty scopes: all of Gmail's.
    QString signIn(const QString& address, const QStringList& scopes = {});

    /// Every answer of Gmail takes so long, and its calls count as running meanwhile.
    void setLatency(Millis latency);

    /// Counts changes that a save would keep.
    qint64 changes() const { return m_changes; }
    void noteChange() { ++m_changes; }
    Result<void> save(const QString& folder) const;
    /// Into an emulator without accounts. NotFound where nothing was saved there.
    Result<void> load(const QString& folder);

private:
    Answer served(Endpoint endpoint, const Request& request);
    std::optional<Answer> struckInside(const Request& call, const QString& method);

    EmulatorClock& m_clock;
    GmailApi m_gmail;
    GoogleOAuth m_oauth;
    FaultDesk m_faults;
    RequestLog m_log;
    Millis m_latency{0};
    qint64 m_changes{0};
};

}  // namespace kith::emulator
