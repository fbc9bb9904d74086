// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The other side of the model test: a server that others change too, the way to it, and what goes wrong on that way.
#pragma once

#include "core/base/clock.h"
#include "core/mail/remote_mailbox.h"
#include "core/service/prepared_letter.h"

#include <QMap>

#include <functional>
#include <random>

namespace kith::testing {

class Dice {
public:
    void seed(quint32 seed) { m_random.seed(seed); }
    int below(int bound) { return int(m_random() % quint32(bound)); }
    bool chance(int percent) { return below(100) < percent; }

private:
    std::mt19937 m_random;
};

struct SeenMessage {
    QString id;
    QString threadId;
    QStringList labels;  ///< ids, sorted
};

/// The mailbox as another client sees and changes it.
class ServerHand {
public:
    virtual ~ServerHand() = default;
    virtual QStringList order() const = 0;  ///< ids, newest first
    virtual std::optional<SeenMessage> message(const QString& id) const = 0;
    virtual QMap<QString, QString> labels() const = 0;  ///< the user's own: id → name

    /// A letter with this number; beside: a message whose conversation it joins, or empty. Its id.
    virtual QString add(int number, const QStringList& labels, const QString& beside) = 0;
    virtual void remove(const QString& id) = 0;
    /// As a draft that is written again: the same in another message.
    virtual void rewrite(const QString& id) = 0;
    virtual void setLabel(const QString& id, const QString& labelId, bool on) = 0;
    virtual QString makeLabel(const QString& name) = 0;
    virtual void renameLabel(const QString& id, const QString& name) = 0;
    virtual void removeLabel(const QString& id) = 0;
    virtual void expireHistory() = 0;
};

/// What may happen while a cycle runs.
struct Disturbance {
    int faults{0};                    ///< percent of requests
    int between{0};                   ///< percent of requests before which somebody does something
    std::function<void()> meanwhile;  ///< somebody does it
    std::function<void()> refused;    ///< a change was refused: it is lost with right
    std::function<void(const QString&)> told;
};

/// One world is used for many histories one after the other.
class ModelWorld {
public:
    virtual ~ModelWorld() = default;
    /// An empty server, and whatever else makes this history another one.
    virtual void begin(quint32 seed, Dice& dice) = 0;
    virtual ServerHand& server() = 0;
    virtual mail::RemoteMailbox& mailbox() = 0;
    virtual Clock& clock() = 0;
    virtual void pass(Millis time) = 0;  ///< for both sides
    virtual void jump(Millis time) = 0;  ///< the clock is set, forward or back
    virtual void disturb(Disturbance disturbance) = 0;
    virtual void calm() = 0;  ///< from here on nothing goes wrong
    virtual std::stop_token freshStop() = 0;
    virtual service::PreparedLetter prepare(intake::RawMessage raw) = 0;
    /// Whether a cycle may end so although no fault was drawn.
    virtual bool bears(const Error& error) const = 0;
    /// How many messages there are at first, at most; and whether the user changes everything at once now and then.
    virtual int mostAtFirst() const { return 13; }
    virtual bool isBulky() const { return false; }
    virtual int idleRequests() const = 0;          ///< that finding nothing new may cost
    virtual QStringList takeLog() = 0;             ///< names of the requests since the last call
    virtual QStringList findings() { return {}; }  ///< what went wrong on the way by itself
};

}  // namespace kith::testing
