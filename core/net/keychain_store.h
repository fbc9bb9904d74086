// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Secrets in the desktop's keyring, through QtKeychain; a keyring that is locked, absent, slow or another one is named.
#pragma once

#include "core/base/clock.h"
#include "core/net/secret_store.h"

#include <QSet>

#include <mutex>
#include <utility>

namespace kith::net {

/// What stands in the way of the keyring now. works: nothing.
struct KeychainState {
    bool works{false};
    ErrorKind kind{ErrorKind::Failed};  ///< Denied: locked; Unreachable: absent or slow
    QString problem;                    ///< one sentence, empty where it works
    QString hint;
};

/// Asks the keyring whether it is there and open, and stores, reads and removes a secret of no meaning.
KeychainState probeKeychain(Millis atMost = Millis{5'000});

struct KeychainOptions {
    QString service{QStringLiteral("Kith")};  ///< under which the keyring lists our secrets
    Millis atMost{5'000};                     ///< a keyring that is slower is Unreachable
    /// Names that were stored here according to the workspace: where one is missing, the keyring changed.
    QSet<QString> expected{};
};

/// Thread-safe. A call blocks its worker, as long as options say at most.
class KeychainStore final : public SecretStore {
public:
    explicit KeychainStore(KeychainOptions options = {})
        : m_options(std::move(options)) {}

    SecretPlace place() const override { return SecretPlace::Keychain; }
    /// NotFound (an error): it was stored here and is gone, so this is another keyring or somebody emptied it.
    Result<std::optional<QByteArray>> get(const QString& name) override;
    Result<void> set(const QString& name, const QByteArray& secret) override;
    Result<void> remove(const QString& name) override;
    /// The workspace knows that this name is stored here.
    void expect(const QString& name);

private:
    bool expected(const QString& name);

    KeychainOptions m_options;
    std::mutex m_mutex;  ///< of m_options.expected
};

}  // namespace kith::net
