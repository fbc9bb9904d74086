// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/emulators/google/token_book.h"

#include <QJsonArray>

#include <algorithm>

namespace kith::emulator {
namespace {

using namespace std::chrono_literals;

constexpr Millis codeLifetime = 10min;
constexpr Millis idleLimit = 24h * 183;
constexpr int grantsPerClient = 100;

QJsonObject toJson(const Consent& consent) {
    return {{QStringLiteral("address"), consent.address},
            {QStringLiteral("scopes"), QJsonArray::fromStringList(consent.scopes)},
            {QStringLiteral("client_id"), consent.clientId}};
}

Consent consentFrom(const QJsonObject& json) {
    QStringList scopes;
    for (const QJsonValue& scope : json[u"scopes"].toArray()) {
        scopes << scope.toString();
    }
    return {json[u"address"].toString(), scopes, json[u"client_id"].toString()};
}

Millis millisFrom(const QJsonValue& value) {
    return Millis(value.toInteger());
}

}  // namespace

TokenBook::TokenBook(EmulatorClock& clock, quint64 seed)
    : m_clock(clock)
    , m_state(seed) {
}

QString TokenBook::mint(const QByteArray& prefix, int characters) {
    static constexpr char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    QByteArray token = prefix;
    for (int i = 0; i < characters; ++i) {
        quint64 mixed = (m_state += 0x9e3779b97f4a7c15ULL);  // splitmix64
        mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9ULL;
        mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebULL;
        token += alphabet[(mixed ^ (mixed >> 31)) & 63];
    }
    return QString::fromLatin1(token);
}

QString TokenBook::keepCode(PendingCode code) {
    code.ends = m_clock.now() + codeLifetime;
    const QString text = mint("4/0A", 40) + QLatin1Char('/') + mint({}, 24);
    m_codes.insert(text, std::move(code));
    return text;
}

std::optional<PendingCode> TokenBook::takeCode(const QString& code) {
    const auto found = m_codes.constFind(code);
    if (found == m_codes.cend()) {
        return std::nullopt;
    }
    PendingCode taken = *found;
    m_codes.erase(found);
    return m_clock.now() < taken.ends ? std::optional(taken) : std::nullopt;
}

QString TokenBook::grant(const Consent& consent, std::optional<Millis> lifetime) {
    QString oldest;
    int held = 0;
    for (auto it = m_grants.cbegin(); it != m_grants.cend(); ++it) {
        if (it->consent.address == consent.address && it->consent.clientId == consent.clientId) {
            ++held;
            oldest = oldest.isEmpty() || it->issued < m_grants[oldest].issued ? it.key() : oldest;
        }
    }
    if (held >= grantsPerClient) {
        dropGrant(oldest);
    }
    const Millis now = m_clock.now();
    const QString token = mint("1//0", 30) + QLatin1Char('/') + mint({}, 40);
    m_grants.insert(token, {consent, now, now, lifetime ? std::optional(now + *lifetime) : std::nullopt});
    return token;
}

const Grant* TokenBook::use(const QString& refreshToken) {
    const auto found = m_grants.find(refreshToken);
    const Millis now = m_clock.now();
    if (found == m_grants.end()) {
        return nullptr;
    }
    if ((found->ends && now >= *found->ends) || now - found->lastUsed >= idleLimit) {
        dropGrant(refreshToken);
        return nullptr;
    }
    found->lastUsed = now;
    return &*found;
}

QString TokenBook::mintAccess(const Consent& consent, const QString& refreshToken) {
    const Millis now = m_clock.now();
    m_access.removeIf([&](const auto& entry) { return entry.value().ends <= now; });
    const QString token = mint("ya29.a0", 150);
    m_access.insert(token, {consent, refreshToken, now + accessLifetime});
    return token;
}

const AccessToken* TokenBook::access(const QString& token) const {
    const auto found = m_access.constFind(token);
    return found == m_access.cend() || m_clock.now() >= found->ends ? nullptr : &*found;
}

bool TokenBook::revoke(const QString& token) {
    if (m_grants.contains(token)) {
        dropGrant(token);
        return true;
    }
    const AccessToken* found = access(token);
    if (!found) {
        return false;
    }
    const QString refreshToken = found->refreshToken;
    m_access.remove(token);
    if (!refreshToken.isEmpty()) {
        dropGrant(refreshToken);
    }
    return true;
}

void TokenBook::expireAccess() {
    m_access.clear();
}

void TokenBook::revokeAll() {
    m_access.clear();
    m_grants.clear();
    m_codes.clear();
}

void TokenBook::dropGrant(const QString& refreshToken) {
    m_grants.remove(refreshToken);
    m_access.removeIf([&](const auto& entry) { return entry.value().refreshToken == refreshToken; });
}

QJsonObject TokenBook::toJson() const {
    QJsonObject grants;
    for (auto it = m_grants.cbegin(); it != m_grants.cend(); ++it) {
        QJsonObject row = kith::emulator::toJson(it->consent);
        row.insert(QStringLiteral("issued"), qint64(it->issued.count()));
        row.insert(QStringLiteral("last_used"), qint64(it->lastUsed.count()));
        if (it->ends) {
            row.insert(QStringLiteral("ends"), qint64(it->ends->count()));
        }
        grants.insert(it.key(), row);
    }
    QJsonObject access;
    for (auto it = m_access.cbegin(); it != m_access.cend(); ++it) {
        QJsonObject row = kith::emulator::toJson(it->consent);
        row.insert(QStringLiteral("refresh_token"), it->refreshToken);
        row.insert(QStringLiteral("ends"), qint64(it->ends.count()));
        access.insert(it.key(), row);
    }
    return {{QStringLiteral("grants"), grants},
            {QStringLiteral("access"), access},
            {QStringLiteral("state"), QString::number(m_state)}};
}

void TokenBook::read(const QJsonObject& json) {
    revokeAll();
    m_state = json[u"state"].toString().toULongLong();
    const QJsonObject grants = json[u"grants"].toObject();
    for (auto it = grants.begin(); it != grants.end(); ++it) {
        const QJsonObject row = it.value().toObject();
        m_grants.insert(it.key(), {consentFrom(row), millisFrom(row[u"issued"]), millisFrom(row[u"last_used"]),
                                   row.contains(u"ends") ? std::optional(millisFrom(row[u"ends"])) : std::nullopt});
    }
    const QJsonObject access = json[u"access"].toObject();
    for (auto it = access.begin(); it != access.end(); ++it) {
        const QJsonObject row = it.value().toObject();
        m_access.insert(it.key(), {consentFrom(row), row[u"refresh_token"].toString(), millisFrom(row[u"ends"])});
    }
}

}  // namespace kith::emulator
