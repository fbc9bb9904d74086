// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Who did what to what, when and why: one link of the hash-chained log.
#pragma once

#include "core/domain/ids.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <chrono>

namespace kith {

struct Event {
    EventId id;    ///< position in the chain, 1, 2, 3 …
    QString type;  ///< e.g. message.archived, feedback.given, import.finished
    std::chrono::milliseconds at{0};
    QString entity;     ///< kind:id, e.g. message:1234
    QString actor;      ///< user, rule:ID, local, model:NAME, import:ID
    QString requestId;  ///< ties together the events of one click or one run
    QJsonObject context;
    QByteArray previousHash;  ///< hex SHA-256; 64 zeros for the first
    QByteArray hash;          ///< SHA-256 over previousHash and the canonical rest
};

}  // namespace kith
