// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Invented accounts, how their syncs stand, and changes on their way; English with its plurals.
#pragma once

#include "core/domain/account.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QTranslator>

namespace kith::ui {

/// The sentences as people read them, as long as it lives.
class EnglishWords {
public:
    EnglishWords() {
        m_loaded = m_translator.load(QStringLiteral(":/i18n/kith_en.qm"));
        QCoreApplication::installTranslator(&m_translator);
    }
    ~EnglishWords() { QCoreApplication::removeTranslator(&m_translator); }
    bool loaded() const { return m_loaded; }

private:
    QTranslator m_translator;
    bool m_loaded{false};
};

inline std::chrono::milliseconds todayAt(int hour, int minute) {
    return std::chrono::milliseconds(QDateTime(QDate::currentDate(), QTime(hour, minute)).toMSecsSinceEpoch());
}

inline Account marasAccount() {
    Account account;
    account.id = AccountId{7};
    account.kind = QStringLiteral("gmail");
    account.address = QStringLiteral("mara@fjordlight.example");
    account.scopes = QStringList{QStringLiteral("https://www.googleapis.com/auth/gmail.modify"),
                                 QStringLiteral("https://www.googleapis.com/auth/gmail.settings.basic")};
    account.signedInAt = std::chrono::milliseconds(QDateTime(QDate(2026, 11, 23), QTime(9, 0)).toMSecsSinceEpoch());
    account.tokenExpiresAt = account.signedInAt + std::chrono::hours(7 * 24);
    return account;
}

inline SyncStatus wholeSync(const Account& account) {
    SyncStatus status;
    status.account = account.id;
    status.address = account.address;
    status.completeness = {12'431, 12'431, 0, true, todayAt(10, 42)};
    return status;
}

inline SyncStatus firstSync(const Account& account) {
    SyncStatus status;
    status.account = account.id;
    status.address = account.address;
    status.phase = SyncPhase::Filling;
    status.completeness = {12'431, 4'120, 8'311, false, {}};
    status.todo = 8'311;
    status.messagesPerMinute = 290.4;
    status.unitsPerMinute = 6'000;
    status.messagesLimit = 300;
    status.remaining = std::chrono::minutes(28);
    return status;
}

inline OutboxEntry change(qint64 id, OutboxState state, const QStringList& add, const QStringList& remove,
                          const char* subject, const char* reason = "") {
    OutboxEntry entry;
    entry.id = id;
    entry.account = AccountId{7};
    entry.message = MessageId{id * 10};
    entry.add = add;
    entry.remove = remove;
    entry.state = state;
    entry.at = todayAt(10, 30) + std::chrono::minutes(id);
    entry.subject = QString::fromUtf8(subject);
    entry.reason = QString::fromUtf8(reason);
    return entry;
}

}  // namespace kith::ui
