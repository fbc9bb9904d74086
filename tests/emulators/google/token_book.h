// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What Google remembers of sign-ins: codes, refresh tokens and access tokens, and when each of them ends.
#pragma once

#include "tests/emulators/emulator_clock.h"

#include <QHash>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>

namespace kith::emulator {

/// What a person allowed a client to do with a mailbox.
struct Consent {
    QString address;
    QStringList scopes;  ///< whole URLs
    QString clientId;    ///< of a service account: its e-mail address
};

/// A code of the authorize page, until it is exchanged.
struct PendingCode {
    Consent consent;
    QString redirectUri;
    QString challenge;  ///< empty: the request had none
    QString challengeMethod;
    Millis ends{0};
};

struct Grant {
    Consent consent;
    Millis issued{0};
    Millis lastUsed{0};
    std::optional<Millis> ends;  ///< projects in testing: seven days
};

struct AccessToken {
    Consent consent;
    QString refreshToken;  ///< empty: of a service account
    Millis ends{0};
};

class TokenBook {
public:
    TokenBook(EmulatorClock& clock, quint64 seed);

    QString mint(const QByteArray& prefix, int characters);

    QString keepCode(PendingCode code);
    /// Nothing where it is unknown, late, or was taken before.
    std::optional<PendingCode> takeCode(const QString& code);

    /// The new refresh token. Beyond 100 of one address and client the oldest dies without a word.
    QString grant(const Consent& consent, std::optional<Millis> lifetime);
    /// Null where it is unknown, revoked, ended or was idle for six months.
    const Grant* use(const QString& refreshToken);

    QString mintAccess(const Consent& consent, const QString& refreshToken);
    const AccessToken* access(const QString& token) const;
    static constexpr std::chrono::seconds accessLifetime{3599};

    /// Either kind of token; the whole grant goes. False where it is unknown.
    bool revoke(const QString& token);
    void expireAccess();
    void revokeAll();

    QJsonObject toJson() const;
    void read(const QJsonObject& json);

private:
    void dropGrant(const QString& refreshToken);

    EmulatorClock& m_clock;
    quint64 m_state;
    QHash<QString, PendingCode> m_codes;
    QHash<QString, Grant> m_grants;
    QHash<QString, AccessToken> m_access;
};

}  // namespace kith::emulator
