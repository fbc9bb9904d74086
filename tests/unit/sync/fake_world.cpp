// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/unit/sync/fake_world.h"

#include "tests/unit/sync/sync_model.h"

namespace kith::testing {

void FakeWorld::begin(quint32, Dice& dice) {
    m_dice = &dice;
    m_clock.advance(Millis{1'778'846'400'000} - m_clock.now());
    m_server = std::make_unique<FakeServer>();
    m_mailbox = std::make_unique<FakeMailbox>(*m_server);
    m_mailbox->pageSize = 1 + dice.below(9);
    m_mailbox->batch = 1 + dice.below(6);
    m_mailbox->tellsAfter = dice.chance(50);
    m_mailbox->shortHistory = dice.chance(20);
}

void FakeWorld::disturb(Disturbance disturbance) {
    m_disturbance = std::move(disturbance);
    m_mailbox->before = [this](const QString& request) { return fault(request, false); };
    m_mailbox->after = [this](const QString& request) { return fault(request, true); };
    m_mailbox->failsToFetch = [this](const QString&) { return m_dice->chance(m_disturbance.faults / 3); };
}

void FakeWorld::calm() {
    m_mailbox->before = nullptr;
    m_mailbox->after = nullptr;
    m_mailbox->failsToFetch = nullptr;
}

std::optional<Error> FakeWorld::fault(const QString& request, bool afterwards) {
    m_disturbance.told((afterwards ? QStringLiteral("  did ") : QStringLiteral("  asks ")) + request);
    if (m_dice->chance(m_disturbance.between)) {
        m_disturbance.meanwhile();
    }
    if (!m_dice->chance(m_disturbance.faults)) {
        return std::nullopt;
    }
    switch (m_dice->below(afterwards ? 2 : 5)) {
    case 0:
        return Error{ErrorKind::Unreachable, QStringLiteral("the answer was lost"), {}};
    case 1:
        return Error{ErrorKind::Malformed, QStringLiteral("the answer was cut"), {}};
    case 2:
        return Error{ErrorKind::RateLimited, QStringLiteral("too fast"), {}, Millis{m_dice->below(90'000)}};
    case 3:
        if (request == QLatin1String("modify") || request == QLatin1String("createLabel")) {
            m_disturbance.refused();
            return Error{ErrorKind::Denied, QStringLiteral("it will not have it"), {}};
        }
        if (request == QLatin1String("history")) {
            m_server->expireHistory();
        }
        return std::nullopt;
    default:
        return Error{ErrorKind::Cancelled, QStringLiteral("stopped"), {}};
    }
}

service::PreparedLetter FakeWorld::prepare(intake::RawMessage raw) {
    const int number = raw.bytes.left(raw.bytes.indexOf('\n')).toInt();
    return lightPrepare(std::move(raw), number);
}

QStringList FakeWorld::order() const {
    return QStringList(m_server->order.begin(), m_server->order.end());
}

std::optional<SeenMessage> FakeWorld::message(const QString& id) const {
    const auto found = m_server->messages.find(id);
    if (found == m_server->messages.end()) {
        return std::nullopt;
    }
    return SeenMessage{id, found->second.threadId, found->second.labels};
}

QMap<QString, QString> FakeWorld::labels() const {
    QMap<QString, QString> names;
    for (const mail::RemoteLabel& label : m_server->labels) {
        names.insert(label.id, label.name);
    }
    return names;
}

QString FakeWorld::add(int number, const QStringList& labels, const QString& beside) {
    return m_server->add(QByteArray::number(number) + "\n0\n", labels,
                         beside.isEmpty() ? QString() : m_server->messages.at(beside).threadId);
}

void FakeWorld::rewrite(const QString& id) {
    const FakeMessage draft = m_server->messages.at(id);
    m_server->remove(id);
    m_server->add(draft.raw, draft.labels, draft.threadId);
}

}  // namespace kith::testing
