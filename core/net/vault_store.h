// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Secrets in one file of the workspace, sealed with a passphrase (libsodium: Argon2id, XSalsa20-Poly1305).
#pragma once

#include "core/net/secret_store.h"

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <vector>

namespace kith::net {

class VaultKey;
struct VaultHead;

/// What guessing a passphrase costs. The default takes about a second and 256 MB; tests take the least.
struct VaultCost {
    quint64 operations{3};
    quint64 memory{256u << 20};
};

/// Names are sealed like their secrets. Thread-safe; several processes may share one vault.
class VaultStore final : public SecretStore {
public:
    static QString fileIn(const QString& folder);  ///< secrets.vault
    static bool exists(const QString& folder);
    /// Makes the vault where there is none. Denied: wrong or empty passphrase. Damaged: the file is not whole; it is
    /// left as it is. TooNew: written by a later Kith.
    static Result<std::unique_ptr<VaultStore>> open(const QString& folder, const QByteArray& passphrase,
                                                    VaultCost cost = {});
    ~VaultStore() override;

    SecretPlace place() const override { return SecretPlace::Vault; }
    Result<std::optional<QByteArray>> get(const QString& name) override;
    Result<void> set(const QString& name, const QByteArray& secret) override;
    Result<void> remove(const QString& name) override;
    Result<std::vector<QString>> names();

private:
    using Secrets = std::map<QString, QByteArray>;
    VaultStore();
    Result<Secrets> read() const;
    Result<void> write(const Secrets& secrets) const;
    Result<void> change(const std::function<void(Secrets&)>& what);

    QString m_path;
    std::unique_ptr<VaultHead> m_head;
    std::unique_ptr<VaultKey> m_key;
    std::mutex m_mutex;
};

}  // namespace kith::net
