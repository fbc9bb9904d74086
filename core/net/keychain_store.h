// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Secrets in the desktop's keyring (QtKeychain), on a thread of their own, with the lies of a locked keyring found out.
#pragma once

#include "core/base/clock.h"
#include "core/net/secret_store.h"

#include <QSet>
#include <QThread>

#include <mutex>

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

class KeychainStore final : public SecretStore {
public:
    explicit KeychainStore(KeychainOptions options = {});
    ~KeychainStore() override;
    KeychainStore(const KeychainStore&) = delete;
    KeychainStore& operator=(const KeychainStore&) = delete;

    SecretPlace place() const override { return SecretPlace::Keychain; }
    /// NotFound (an error): it was stored here and is gone, so this is another keyring or somebody emptied it.
    Result<std::optional<QByteArray>> get(const QString& name) override;
    Result<void> set(const QString& name, const QByteArray& secret) override;
    Result<void> remove(const QString& name) override;
    void expect(const QString& name);

private:
    struct Answer;
    enum class Verb { Read, Write, Remove };
    Result<Answer> ask(Verb verb, const QString& name, const QByteArray& secret = {});
    Result<std::optional<QByteArray>> readBack(const QString& name);

    KeychainOptions m_options;
    QThread m_thread;
    QObject* m_desk{nullptr};  ///< lives in m_thread, ends with it
    std::mutex m_mutex;        ///< of expected
};

}  // namespace kith::net
