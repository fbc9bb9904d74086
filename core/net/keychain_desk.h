// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The thread on which QtKeychain's jobs run, and one call to it.
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace kith::net {

struct KeychainCall {
    enum class Verb { Read, Write, Remove };
    Verb verb{Verb::Read};
    QString service;
    QString name;
    QByteArray secret{};
    Millis atMost{5'000};
};

/// Read: the secret, or nothing where an open keyring holds none. Blocks the worker; after atMost it is Unreachable.
Result<std::optional<QByteArray>> askKeychain(const KeychainCall& call);

}  // namespace kith::net
