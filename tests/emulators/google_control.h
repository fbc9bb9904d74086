// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The control endpoint: what a test does to Google behind Kith's back, and the log of what Kith asked.
//
//   POST /__control/quota    {units_per_minute, concurrent, table: "2026"|"legacy"}   0: none; absent: as it is
//   POST /__control/latency  {milliseconds}                   before every answer of Gmail
//   POST /__control/clock    {advance_seconds}                                        -> {now}
//   POST /__control/mail     {account, raw (base64url), labels}                       -> {id, threadId}
//   POST /__control/change   {account, id, add, remove, trash, untrash, delete}       labels by id or name
//   POST /__control/account  {address}                                                one more mailbox
//   POST /__control/history  {expire: true, account}
//   POST /__control/tokens   {expire: true} or {revoke: true}
//   POST /__control/faults   [{service, match, kind, times, …}] as in fault_desk.h
//   POST /__control/consent  {decision, account, without} as in google_oauth.h
//   POST /__control/reset    faults, quota, latency, consent and log; mail and tokens stay
//   GET  /__control/log?since=N                                                       -> {requests, last}
// account may be left out: the first. What a call does not know is refused with 400 and {"error": …}.
#pragma once

#include "tests/emulators/google_emulator.h"

namespace kith::emulator {

class GoogleControl {
public:
    explicit GoogleControl(GoogleEmulator& google)
        : m_google(google) {}

    Answer handle(const Request& request);

private:
    Answer posted(const QString& call, const Request& request);
    Answer quota(const QJsonObject& order);
    Answer latency(const QJsonObject& order);
    Answer clock(const QJsonObject& order);
    Answer mail(const QJsonObject& order);
    Answer change(const QJsonObject& order);
    Answer account(const QJsonObject& order);
    Answer history(const QJsonObject& order);
    Answer tokens(const QJsonObject& order);
    Answer consent(const QJsonObject& order);
    Answer reset();
    Mailbox* mailboxOf(const QJsonObject& order);

    GoogleEmulator& m_google;
};

}  // namespace kith::emulator
