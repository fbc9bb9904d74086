// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// A secret store in memory that can be told to fail, e.g. as a locked keyring does.
#pragma once

#include "core/net/secret_store.h"

#include <map>
#include <mutex>

namespace kith::testing {

class FakeSecrets final : public net::SecretStore {
public:
    net::SecretPlace place() const override { return net::SecretPlace::Keychain; }
    Result<std::optional<QByteArray>> get(const QString& name) override {
        const std::lock_guard lock(m_mutex);
        if (m_failure) {
            return *m_failure;
        }
        const auto found = m_secrets.find(name);
        return found == m_secrets.end() ? std::optional<QByteArray>() : std::optional<QByteArray>(found->second);
    }
    Result<void> set(const QString& name, const QByteArray& secret) override {
        const std::lock_guard lock(m_mutex);
        if (m_failure) {
            return *m_failure;
        }
        m_secrets[name] = secret;
        return {};
    }
    Result<void> remove(const QString& name) override {
        const std::lock_guard lock(m_mutex);
        if (m_failure) {
            return *m_failure;
        }
        m_secrets.erase(name);
        return {};
    }

    /// From now on every call answers this; nothing: works again.
    void failWith(std::optional<Error> failure) {
        const std::lock_guard lock(m_mutex);
        m_failure = std::move(failure);
    }
    std::map<QString, QByteArray> secrets() const {
        const std::lock_guard lock(m_mutex);
        return m_secrets;
    }

private:
    mutable std::mutex m_mutex;
    std::optional<Error> m_failure;
    std::map<QString, QByteArray> m_secrets;
};

}  // namespace kith::testing
