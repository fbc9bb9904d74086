// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The model's other side over the wire: the real Gmail client with real token refresh, and Google in memory with quota,
// faults and a mailbox that others change. No sockets, one thread, time only on the emulator's clock.
#pragma once

#include "core/sources/gmail_client.h"
#include "tests/emulators/gmail/other_client.h"
#include "tests/emulators/google_emulator.h"
#include "tests/support/fake_secrets.h"
#include "tests/unit/sync/model_world.h"
#include "tests/unit/sync/wire_line.h"

namespace kith::testing {

class WireWorld final : public ModelWorld, private ServerHand {
public:
    void begin(quint32 seed, Dice& dice) override;
    ServerHand& server() override { return *this; }
    mail::RemoteMailbox& mailbox() override { return *m_ground->client; }
    Clock& clock() override { return m_clock; }
    void pass(Millis time) override { m_ground->time.advance(time); }
    void jump(Millis time) override;
    void disturb(Disturbance disturbance) override;
    void calm() override;
    std::stop_token freshStop() override;
    service::PreparedLetter prepare(intake::RawMessage raw) override;
    bool bears(const Error& error) const override;
    int mostAtFirst() const override { return m_bulky ? 45 : 13; }
    bool isBulky() const override { return m_bulky; }
    int idleRequests() const override;
    QStringList takeLog() override { return std::exchange(m_ground->line.log, {}); }
    QStringList findings() override { return std::exchange(m_findings, {}); }

    /// How often each kind of fault was drawn.
    const QMap<QString, int>& struck() const { return m_struck; }

private:
    /// One Google, one client; made anew for each history.
    struct Ground {
        Ground(quint32 seed, WireClock& clock);
        void open(WireClock& clock, double unitsPerMinute, quint32 seed);

        EmulatorTime time;
        emulator::GoogleEmulator google;
        WireLine line;
        FakeSecrets secrets;
        std::unique_ptr<sources::GmailClient> client;
    };
    emulator::Mailbox& box() const { return m_ground->google.firstMailbox(); }
    void setServerUp(Dice& dice);
    void happens(const net::HttpRequest& request);
    void strike();
    void strikeWhole(emulator::Fault fault);
    void strikeAnswer(emulator::Fault fault);
    void strikePart(emulator::Fault fault);
    void strikeHistory(emulator::Fault fault);
    void put(emulator::Fault fault);

    QStringList order() const override;
    std::optional<SeenMessage> message(const QString& id) const override;
    QMap<QString, QString> labels() const override;
    QString add(int number, const QStringList& labels, const QString& beside) override;
    void remove(const QString& id) override { emulator::OtherClient(box()).deleteForGood(id); }
    void rewrite(const QString& id) override;
    void setLabel(const QString& id, const QString& labelId, bool on) override;
    QString makeLabel(const QString& name) override { return emulator::OtherClient(box()).createLabel(name); }
    void renameLabel(const QString& id, const QString& name) override;
    void removeLabel(const QString& id) override;
    void expireHistory() override { box().history.expire(); }

    WireClock m_clock;
    std::unique_ptr<Ground> m_ground;
    std::stop_source m_stop;
    Disturbance m_disturbance;
    Dice* m_dice{nullptr};
    bool m_bulky{false};
    bool m_limited{false};  ///< Google has a quota, or Kith believes in one, or waits by a wrong clock
    QStringList m_findings;
    QMap<QString, int> m_struck;
};

/// The same number gives the same letter; forms differ, so that each way over the wire is gone.
QByteArray wireLetter(int number);

}  // namespace kith::testing
