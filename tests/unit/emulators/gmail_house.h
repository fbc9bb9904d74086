// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// A Gmail emulator with accounts, and the requests that a client would make of it, for the stories of its tests.
#pragma once

#include "tests/emulators/gmail/gmail_api.h"
#include "tests/emulators/gmail/other_client.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <gtest/gtest.h>

namespace kith::emulator {

inline const QString kMail = QStringLiteral("https://mail.google.com/");
inline const QString kMara = QStringLiteral("mara@fjord.example");
inline const QString kOlle = QStringLiteral("olle@fjord.example");

inline QString scope(const char* name) {
    return QStringLiteral("https://www.googleapis.com/auth/") + QLatin1String(name);
}

/// A letter of few words; more headers may be told ("In-Reply-To: <x>\r\n").
inline QByteArray letter(const QByteArray& subject, const QByteArray& messageId, const QByteArray& more = {}) {
    return "From: Olle Berg <olle@fjord.example>\r\nTo: mara@fjord.example\r\nSubject: " + subject +
           "\r\nMessage-ID: <" + messageId + ">\r\nDate: Mon, 02 Mar 2026 10:00:00 +0000\r\n" + more +
           "\r\nThe offer is ready for you.\r\n";
}

/// The token is the address; its scopes are set by the test.
class GmailHouse : public testing::Test {
protected:
    GmailHouse()
        : api(clock, options()) {
        api.addAccount(kMara);
        api.addAccount(kOlle);
    }

    static GmailOptions options() {
        GmailOptions made;
        made.seed = 7;
        return made;
    }

    Answer send(const QByteArray& verb, const QString& pathAndQuery, const QByteArray& body = {},
                const Headers& more = {}) {
        Request request;
        request.verb = verb;
        request.path = pathAndQuery.section(u'?', 0, 0);
        request.query = QUrlQuery(pathAndQuery.section(u'?', 1));
        request.headers = more;
        if (request.header("Authorization").isEmpty()) {
            request.headers.emplace_back("Authorization", "Bearer " + kMara.toUtf8());
        }
        if (!body.isEmpty() && request.header("Content-Type").isEmpty()) {
            request.headers.emplace_back("Content-Type", "application/json");
        }
        request.body = body;
        return api.handle(request, [this](const QByteArray& header) { return who(header); });
    }

    Answer get(const QString& path) { return send("GET", users + path); }
    Answer post(const QString& path, const QJsonObject& body = {}) {
        return send("POST", users + path, body.isEmpty() ? QByteArray() : QJsonDocument(body).toJson());
    }

    static QJsonObject object(const Answer& answer) { return QJsonDocument::fromJson(answer.body).object(); }
    static QString reason(const Answer& answer) { return object(answer)[u"error"][u"errors"][0][u"reason"].toString(); }
    static QString message(const Answer& answer) { return object(answer)[u"error"][u"message"].toString(); }
    static QByteArray raw(const QJsonObject& answer) {
        return QByteArray::fromBase64(answer[u"raw"].toString().toLatin1(), QByteArray::Base64UrlEncoding);
    }
    static QString base64(const QByteArray& bytes) {
        return QString::fromLatin1(bytes.toBase64(QByteArray::Base64UrlEncoding));
    }
    static QStringList strings(const QJsonValue& list) {
        QStringList all;
        for (const QJsonValue& one : list.toArray()) {
            all << one.toString();
        }
        all.sort();
        return all;
    }
    QStringList labelsOf(const QString& id) {
        return strings(object(get(QStringLiteral("messages/%1?format=minimal").arg(id)))[u"labelIds"]);
    }

    Mailbox& mara() { return *api.mailbox(kMara); }
    OtherClient phone() { return OtherClient(mara()); }

    std::variant<Caller, Answer> who(const QByteArray& header) {
        ++asked;
        const QString address = QString::fromUtf8(header.mid(7));
        if (!api.mailbox(address)) {
            Answer refused;
            refused.status = 401;
            return refused;
        }
        return Caller{address, scopes};
    }

    const QString users = QStringLiteral("/gmail/v1/users/me/");
    EmulatorClock clock{Millis(1'790'000'000'000)};
    GmailApi api;
    QStringList scopes{kMail};
    int asked{0};
};

}  // namespace kith::emulator
