// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The model's other side in memory, without a wire: the fastest way through many histories.
#pragma once

#include "tests/support/fake_clock.h"
#include "tests/support/fake_mailbox.h"
#include "tests/unit/sync/model_world.h"

#include <memory>

namespace kith::testing {

class FakeWorld final : public ModelWorld, private ServerHand {
public:
    void begin(quint32 seed, Dice& dice) override;
    ServerHand& server() override { return *this; }
    mail::RemoteMailbox& mailbox() override { return *m_mailbox; }
    Clock& clock() override { return m_clock; }
    void pass(Millis time) override { m_clock.advance(time); }
    void jump(Millis time) override { m_clock.advance(time); }
    void disturb(Disturbance disturbance) override;
    void calm() override;
    std::stop_token freshStop() override { return {}; }
    service::PreparedLetter prepare(intake::RawMessage raw) override;
    bool bears(const Error&) const override { return false; }
    int idleRequests() const override { return m_mailbox->shortHistory ? 2 : 1; }
    QStringList takeLog() override { return std::exchange(m_mailbox->log, {}); }

private:
    QStringList order() const override;
    std::optional<SeenMessage> message(const QString& id) const override;
    QMap<QString, QString> labels() const override;
    QString add(int number, const QStringList& labels, const QString& beside) override;
    void remove(const QString& id) override { m_server->remove(id); }
    void rewrite(const QString& id) override;
    void setLabel(const QString& id, const QString& labelId, bool on) override { m_server->setLabel(id, labelId, on); }
    QString makeLabel(const QString& name) override { return m_server->makeLabel(name); }
    void renameLabel(const QString& id, const QString& name) override { m_server->renameLabel(id, name); }
    void removeLabel(const QString& id) override { m_server->removeLabel(id); }
    void expireHistory() override { m_server->expireHistory(); }

    std::optional<Error> fault(const QString& request, bool afterwards);

    FakeClock m_clock;
    std::unique_ptr<FakeServer> m_server;
    std::unique_ptr<FakeMailbox> m_mailbox;
    Disturbance m_disturbance;
    Dice* m_dice{nullptr};
};

}  // namespace kith::testing
