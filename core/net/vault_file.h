// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The bytes of a vault: how names and secrets are sealed into one file and how damage is told from a wrong passphrase.
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <map>
#include <memory>

namespace kith::net {

using VaultSecrets = std::map<QString, QByteArray>;

/// What a vault says in clear: how its key is made from the passphrase.
struct VaultHead {
    quint64 operations{0};
    quint64 memory{0};
    QByteArray salt;
};

/// A key in memory that is not swapped out and wiped at its end.
class VaultKey {
public:
    /// Nothing where the memory for it is not to be had.
    static std::unique_ptr<VaultKey> derive(const QByteArray& passphrase, const VaultHead& head);
    ~VaultKey();
    VaultKey(const VaultKey&) = delete;
    VaultKey& operator=(const VaultKey&) = delete;
    const unsigned char* bytes() const { return m_bytes; }

private:
    VaultKey() = default;
    unsigned char* m_bytes{nullptr};
};

VaultHead freshVaultHead(quint64 operations, quint64 memory);
/// Damaged where the file is not whole, TooNew where a later Kith wrote it.
Result<VaultHead> readVaultHead(const QByteArray& file);
QByteArray sealVault(const VaultHead& head, const VaultKey& key, const VaultSecrets& secrets);
/// Denied: not this key.
Result<VaultSecrets> openVault(const QByteArray& file, const VaultKey& key);

}  // namespace kith::net
