// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/emulators/google/scopes.h"

#include <QHash>

namespace kith::emulator {

QString gmailScope(const char* shortName) {
    return QStringLiteral("https://www.googleapis.com/auth/") + QLatin1String(shortName);
}

const QStringList& knownScopes() {
    static const QStringList scopes{fullMailScope(),
                                    gmailScope("gmail.modify"),
                                    gmailScope("gmail.readonly"),
                                    gmailScope("gmail.compose"),
                                    gmailScope("gmail.send"),
                                    gmailScope("gmail.insert"),
                                    gmailScope("gmail.labels"),
                                    gmailScope("gmail.metadata"),
                                    gmailScope("gmail.settings.basic"),
                                    gmailScope("gmail.settings.sharing"),
                                    gmailScope("userinfo.email"),
                                    gmailScope("userinfo.profile"),
                                    QStringLiteral("openid"),
                                    QStringLiteral("email"),
                                    QStringLiteral("profile")};
    return scopes;
}

const QStringList& delegatedScopes() {
    static const QStringList scopes{gmailScope("gmail.readonly"), gmailScope("gmail.labels"),
                                    gmailScope("gmail.modify"), fullMailScope()};
    return scopes;
}

QString scopeInWords(const QString& scope) {
    static const QHash<QString, QString> words{
        {fullMailScope(), QStringLiteral("Read, compose, send and permanently delete all your email from Gmail")},
        {gmailScope("gmail.modify"), QStringLiteral("Read, compose and send emails from your Gmail account")},
        {gmailScope("gmail.readonly"), QStringLiteral("View your email messages and settings")},
        {gmailScope("gmail.compose"), QStringLiteral("Manage drafts and send emails")},
        {gmailScope("gmail.send"), QStringLiteral("Send email on your behalf")},
        {gmailScope("gmail.labels"), QStringLiteral("See and edit your email labels")},
        {gmailScope("gmail.metadata"), QStringLiteral("View your email message metadata, not the email body")},
        {gmailScope("gmail.settings.basic"), QStringLiteral("See, edit, create or change your email settings")}};
    return words.value(scope, scope);
}

}  // namespace kith::emulator
