// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Port: where tokens and keys live. Never silently a plain file.
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace kith::net {

enum class SecretPlace { Keychain, Vault, Session };

class SecretStore {
public:
    virtual ~SecretStore() = default;
    virtual SecretPlace place() const = 0;
    /// Nothing: no such secret. A locked store is Denied, an absent or slow one Unreachable, never "no such secret".
    virtual Result<std::optional<QByteArray>> get(const QString& name) = 0;
    /// Read back before it answers: what it calls stored is stored.
    virtual Result<void> set(const QString& name, const QByteArray& secret) = 0;
    /// Read back as well: what it calls removed is gone.
    virtual Result<void> remove(const QString& name) = 0;
};

}  // namespace kith::net
