// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The control endpoint: what a test does to the services behind Kith's back, and the log of what Kith asked.
//
//   POST /__control/quota    {units_per_minute, concurrent, table: "2026"|"legacy"}   0: none; absent: as it is
//   POST /__control/latency  {milliseconds}                   before every answer of Gmail and of the model
//   POST /__control/clock    {advance_seconds}                                        -> {now}
//   POST /__control/mail     {account, raw (base64url), labels}                       -> {id, threadId}
//   POST /__control/change   {account, id, add, remove, trash, untrash, delete}       labels by id or name
//   POST /__control/account  {address}                                                one more mailbox
//   POST /__control/history  {expire: true, account}
//   POST /__control/tokens   {expire: true} or {revoke: true}
//   POST /__control/faults   [{service, match, kind, times, …}] as in fault_desk.h
//   POST /__control/consent  {decision, account, without} as in google_oauth.h
//   POST /__control/model    {manner, schemas, say} as in model_emulator.h, where a model is there
//   POST /__control/attio    {revoke, rates, people, rename, merge, forget, delete} as in enrichment_emulators.h
//   POST /__control/onyx     {edition, revoke, fail_inside, document}
//   POST /__control/reset    faults, quota, latency, consent, model and log; mail and tokens stay
//   GET  /__control/log?since=N                                                       -> {requests, last}
// account may be left out: the first. What a call does not know is refused with 400 and {"error": …}.
#pragma once

#include "tests/emulators/google_emulator.h"
#include "tests/emulators/model_emulator.h"

#include <functional>

namespace kith::emulator {

/// A further service: its own control call, and its part of those that all have.
struct ServedPart {
    QString call;
    std::function<Result<QJsonObject>(const QJsonObject&)> order;
    std::function<void()> reset;
    std::function<void(Millis)> latency;
};

class GoogleControl {
public:
    explicit GoogleControl(GoogleEmulator& google)
        : m_google(google) {}

    /// The services that stand: model may be none; without Google its own calls are not known.
    void serve(ModelEmulator* model, bool google) {
        m_model = model;
        m_hasGoogle = google;
    }
    void serve(ServedPart part) { m_parts.push_back(std::move(part)); }
    Answer handle(const Request& request);

private:
    const ServedPart* part(const QString& call) const;
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
    Answer model(const QJsonObject& order);
    Answer reset(const QJsonObject& order);
    Mailbox* mailboxOf(const QJsonObject& order);

    bool knows(const QString& call) const;

    GoogleEmulator& m_google;
    ModelEmulator* m_model{nullptr};
    std::vector<ServedPart> m_parts;
    bool m_hasGoogle{true};
};

}  // namespace kith::emulator
