// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Random histories of a mailbox and of its user, from a seed: both sides must agree when everything came to rest.
#pragma once

#include "core/service/mail_sync.h"
#include "core/storage/database_url.h"
#include "tests/unit/sync/model_world.h"

#include <QHash>
#include <QTemporaryDir>

#include <memory>

namespace kith::testing {

/// Ids that are the same in every run.
class CountedIds final : public storage::IdSource {
public:
    qint64 next() override { return ++m_last; }
    void restart() { m_last = qint64(1) << 40; }

private:
    qint64 m_last{qint64(1) << 40};
};

/// One workspace, used for many histories one after the other.
class SyncModel {
public:
    /// database: the words for a PostgreSQL; empty for SQLite in a folder of its own.
    explicit SyncModel(ModelWorld& world, const QString& database = {});

    /// Everything that was found wrong, one line each; nothing: both sides agree. The seed says it all.
    QStringList run(quint32 seed);
    qint64 requests() const { return m_requests; }
    qint64 cycles() const { return m_cycles; }
    qint64 mostRequests() const { return m_mostRequests; }  ///< of one cycle

private:
    struct Wish {
        bool on{false};
        int at{0};
    };

    void begin(quint32 seed);
    void wipe();
    int below(int bound) { return m_dice.below(bound); }
    bool chance(int percent) { return m_dice.chance(percent); }
    ServerHand& server() { return m_world.server(); }
    QStringList namesOf(const SeenMessage& message);

    void serverDeed();
    void addAtServer();
    void labelAtServer(const QString& id);
    void labelsOfServer();
    void localDeed();
    void actOnAll();
    void actHere(MessageId message, const QString& remoteId);
    void labelHere(MessageId message, const QString& remoteId);
    void wished(const QString& remoteId, const QString& label, bool on);
    void seenAtServer(const QString& remoteId, const QString& label, bool on);
    QString anyRemote();
    void cycle();
    void rest();
    void compare();
    void compareMessage(const SeenMessage& message);
    void compareWishes();
    void compareCosts();
    void wrong(const QString& what) { m_wrong << what; }
    /// With KITH_SEED every step is told.
    void tell(const QString& what) const;

    ModelWorld& m_world;
    QTemporaryDir m_folder;
    CountedIds m_ids;
    std::unique_ptr<service::Cellar> m_cellar;
    AccountId m_account;
    Dice m_dice;
    int m_faults{0};   ///< percent of requests
    int m_between{0};  ///< percent of requests before which somebody does something
    bool m_told{qEnvironmentVariableIsSet("KITH_SEED")};
    int m_number{0};
    int m_step{0};
    bool m_wishesHold{true};  ///< nothing was refused, undone or renamed: the last word on a label can be told
    QHash<QString, Wish> m_here;
    QHash<QString, Wish> m_there;
    QStringList m_wrong;
    qint64 m_requests{0};
    qint64 m_cycles{0};
    qint64 m_mostRequests{0};
};

/// The model's own letter of this number; stands in for service::prepare, which has its own tests.
service::PreparedLetter lightPrepare(intake::RawMessage raw, int number);
/// Whose last word can be told without knowing what else an action does.
bool isToldLabel(const QString& label);

}  // namespace kith::testing
