// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// One request and its answer as the emulators see them: no sockets, so that tests can call an emulator directly.
#pragma once

#include "core/base/clock.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QUrl>
#include <QUrlQuery>

#include <utility>
#include <vector>

namespace kith::emulator {

using Headers = std::vector<std::pair<QByteArray, QByteArray>>;

struct Request {
    QByteArray verb;
    QString path;  ///< percent-decoded only where a segment is taken out of it; no query
    QUrlQuery query;
    Headers headers;
    QByteArray body;

    QByteArray header(const QByteArray& name) const;  ///< name without case; empty where there is none
};

/// How the bytes leave, for faults: whole, cut off in the middle of the body, never, or slowly.
enum class Delivery { Whole, CutOff, NoAnswer, Stalled };

struct Answer {
    int status{200};
    Headers headers;
    QByteArray body;
    Delivery delivery{Delivery::Whole};
    Millis stall{60'000};  ///< Stalled: how long the line is silent in the middle of the body

    Millis delay{0};  ///< before the first byte, as a network takes its time
    Millis pause{0};  ///< between the events of a stream

    QByteArray header(const QByteArray& name) const;  ///< as in Request
};

/// With the headers that Google's JSON answers carry.
Answer jsonAnswer(int status, const QJsonObject& body);
Answer htmlAnswer(int status, const QByteArray& page);

}  // namespace kith::emulator
