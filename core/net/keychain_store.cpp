// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/net/keychain_store.h"

#include "core/net/keychain_desk.h"

#include <QRandomGenerator>

namespace kith::net {

namespace {

using Verb = KeychainCall::Verb;

QString problemSentence(const Error& error) {
    QString text = error.detail;
    if (!text.isEmpty()) {
        text[0] = text.at(0).toUpper();
    }
    return text.endsWith(QLatin1Char('.')) ? text : text + QLatin1Char('.');
}

}  // namespace

Result<std::optional<QByteArray>> KeychainStore::get(const QString& name) {
    auto secret = askKeychain({Verb::Read, m_options.service, name, {}, m_options.atMost});
    if (secret && !*secret && expected(name)) {
        return Error{
            ErrorKind::NotFound,
            QStringLiteral("the keyring no longer holds what was stored there for %1").arg(name),
            QStringLiteral("This is another keyring, or it was emptied. Bring the old one back, or sign in again."),
            {}};
    }
    return secret;
}

Result<void> KeychainStore::set(const QString& name, const QByteArray& secret) {
    if (const auto written = askKeychain({Verb::Write, m_options.service, name, secret, m_options.atMost}); !written) {
        return written.error();
    }
    const auto back = askKeychain({Verb::Read, m_options.service, name, {}, m_options.atMost});
    if (!back) {
        return back.error();
    }
    if (*back != secret) {
        return Error{ErrorKind::Failed,
                     QStringLiteral("the keyring did not keep what it was given"),
                     QStringLiteral("Keep secrets in a vault with a passphrase instead."),
                     {}};
    }
    expect(name);
    return {};
}

Result<void> KeychainStore::remove(const QString& name) {
    const auto removed = askKeychain({Verb::Remove, m_options.service, name, {}, m_options.atMost});
    if (!removed) {
        return removed.error();
    }
    const auto back = askKeychain({Verb::Read, m_options.service, name, {}, m_options.atMost});
    if (!back) {
        return back.error();
    }
    if (*back) {
        return Error{ErrorKind::Failed, QStringLiteral("the keyring did not remove the secret"), {}, {}};
    }
    const std::lock_guard lock(m_mutex);
    m_options.expected.remove(name);
    return {};
}

void KeychainStore::expect(const QString& name) {
    const std::lock_guard lock(m_mutex);
    m_options.expected.insert(name);
}

bool KeychainStore::expected(const QString& name) {
    const std::lock_guard lock(m_mutex);
    return m_options.expected.contains(name);
}

KeychainState probeKeychain(Millis atMost) {
    KeychainStore store({.atMost = atMost});
    const QString name =
        QStringLiteral("probe-%1").arg(QRandomGenerator::system()->generate64(), 16, 16, QLatin1Char('0'));
    Result<void> tried = store.set(name, "of no meaning");
    if (tried) {
        tried = store.remove(name);
    }
    if (tried) {
        return {true, ErrorKind::Failed, {}, {}};
    }
    return {false, tried.error().kind, problemSentence(tried.error()), tried.error().hint};
}

}  // namespace kith::net
