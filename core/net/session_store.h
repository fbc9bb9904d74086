// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Secrets for this run only: nothing is written anywhere.
#pragma once

#include "core/net/secret_store.h"

#include <map>
#include <mutex>

namespace kith::net {

class SessionStore final : public SecretStore {
public:
    ~SessionStore() override;
    SecretPlace place() const override { return SecretPlace::Session; }
    Result<std::optional<QByteArray>> get(const QString& name) override;
    Result<void> set(const QString& name, const QByteArray& secret) override;
    Result<void> remove(const QString& name) override;

private:
    std::mutex m_mutex;
    std::map<QString, QByteArray> m_secrets;
};

}  // namespace kith::net
