// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/net/session_store.h"

#include <sodium.h>

namespace kith::net {

SessionStore::~SessionStore() {
    for (auto& [name, secret] : m_secrets) {
        sodium_memzero(secret.data(), static_cast<size_t>(secret.size()));
    }
}

Result<std::optional<QByteArray>> SessionStore::get(const QString& name) {
    const std::lock_guard lock(m_mutex);
    const auto found = m_secrets.find(name);
    return found == m_secrets.end() ? std::optional<QByteArray>() : std::optional(found->second);
}

Result<void> SessionStore::set(const QString& name, const QByteArray& secret) {
    const std::lock_guard lock(m_mutex);
    m_secrets[name] = secret;
    return {};
}

Result<void> SessionStore::remove(const QString& name) {
    const std::lock_guard lock(m_mutex);
    m_secrets.erase(name);
    return {};
}

}  // namespace kith::net
