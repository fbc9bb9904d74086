// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/cli/mail_world.h"

#include <QEventLoop>
#include <QFile>
#include <QJsonDocument>
#include <QNetworkReply>
#include <QRegularExpression>
#include <QUrlQuery>

#include <gtest/gtest.h>

namespace kith::testing {

namespace {

constexpr int kWatchdog = 120'000;  ///< milliseconds: only a hang is longer

QByteArray readLineOf(QProcess& process) {
    while (!process.canReadLine() && process.state() != QProcess::NotRunning) {
        if (!process.waitForReadyRead(kWatchdog)) {
            break;
        }
    }
    return process.readLine();
}

Page answered(QNetworkAccessManager& network, QNetworkReply* reply) {
    QEventLoop loop;
    QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
    if (!reply->isFinished()) {
        loop.exec();
    }
    Page page;
    page.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    page.type = reply->header(QNetworkRequest::ContentTypeHeader).toByteArray();
    page.body = reply->readAll();
    const QUrl location = reply->attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl();
    page.url = location.isEmpty() ? reply->url() : reply->url().resolved(location);
    delete reply;
    Q_UNUSED(network)
    return page;
}

QNetworkRequest browserRequest(const QUrl& url) {
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::UserAgentHeader, QStringLiteral("Mozilla/5.0 (X11; Linux x86_64) Firefox/140"));
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setTransferTimeout(kWatchdog);
    return request;
}

QString unescaped(QString html) {
    return html.replace(QStringLiteral("&quot;"), QStringLiteral("\""))
        .replace(QStringLiteral("&#39;"), QStringLiteral("'"))
        .replace(QStringLiteral("&lt;"), QStringLiteral("<"))
        .replace(QStringLiteral("&gt;"), QStringLiteral(">"))
        .replace(QStringLiteral("&amp;"), QStringLiteral("&"));
}

QString attributeOf(const QString& tag, const char* name) {
    static const QRegularExpression attribute(QStringLiteral(R"re(\b([a-z]+)="([^"]*)")re"));
    for (const auto& match : attribute.globalMatch(tag)) {
        if (match.captured(1) == QLatin1String(name)) {
            return unescaped(match.captured(2));
        }
    }
    return {};
}

/// What the form would send: hidden fields, the radio button and the boxes that are ticked.
QByteArray filledForm(const QString& html, const QString& decision, const QStringList& untick) {
    static const QRegularExpression input(QStringLiteral("<input[^>]*>"));
    QByteArray form;
    const auto add = [&form](const QString& name, const QString& value) {
        form += (form.isEmpty() ? "" : "&") + QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value);
    };
    for (const auto& match : input.globalMatch(html)) {
        const QString tag = match.captured(0);
        const QString type = attributeOf(tag, "type");
        const bool checkable = type == QStringLiteral("radio") || type == QStringLiteral("checkbox");
        const QString value = attributeOf(tag, "value");
        if (!checkable || (tag.contains(QStringLiteral(" checked")) && !untick.contains(value))) {
            add(attributeOf(tag, "name"), value);
        }
    }
    add(QStringLiteral("decision"), decision);
    return form;
}

}  // namespace

MailWorld::MailWorld(const QByteArray& seed, const QStringList& more) {
    QStringList arguments{QStringLiteral("--google"), QStringLiteral("--stdin")};
    if (!seed.isEmpty()) {
        QFile file(m_folder.filePath(QStringLiteral("seed.mbox")));
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(seed);
        arguments << QStringLiteral("--seed") << file.fileName();
    }
    m_process.start(QStringLiteral(KITH_EMULATOR), arguments + more);
    m_ready = QJsonDocument::fromJson(readLineOf(m_process)).object();
    EXPECT_TRUE(stands()) << m_process.readAllStandardError().toStdString();
}

MailWorld::~MailWorld() {
    m_process.closeWriteChannel();
    if (!m_process.waitForFinished(kWatchdog)) {
        m_process.kill();
        m_process.waitForFinished();
    }
}

QMap<QString, QString> MailWorld::environment() const {
    const QJsonObject client = m_ready.value(QStringLiteral("google_client")).toObject();
    const auto word = [](const QJsonObject& object, const char* key) {
        return object.value(QLatin1String(key)).toString();
    };
    QMap<QString, QString> variables;
    if (m_ready.contains(QStringLiteral("deepinfra"))) {
        variables = {{QStringLiteral("KITH_ENDPOINT_DEEPINFRA"), word(m_ready, "deepinfra")},
                     {QStringLiteral("KITH_DEEPINFRA_KEY"),
                      word(m_ready.value(QStringLiteral("keys")).toObject(), "deepinfra")}};
    }
    variables.insert({{QStringLiteral("KITH_ENDPOINT_GOOGLE_API"), word(m_ready, "google_api")},
                      {QStringLiteral("KITH_ENDPOINT_GOOGLE_OAUTH"), word(m_ready, "google_oauth")},
                      {QStringLiteral("KITH_GOOGLE_CLIENT_ID"), word(client, "client_id")},
                      {QStringLiteral("KITH_GOOGLE_CLIENT_SECRET"), word(client, "client_secret")},
                      {QStringLiteral("KITH_SECRETS"), QStringLiteral("vault")},
                      {QStringLiteral("KITH_VAULT_PASSPHRASE"), QStringLiteral("four invented words here")}});
    return variables;
}

QJsonObject MailWorld::control(const char* call, const QJsonValue& order) {
    QNetworkAccessManager network;
    const QString base = m_ready.value(QStringLiteral("control")).toString();
    QNetworkRequest request = browserRequest(QUrl(base + QStringLiteral("/__control/") + QLatin1String(call)));
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    const QByteArray body =
        order.isArray() ? QJsonDocument(order.toArray()).toJson() : QJsonDocument(order.toObject()).toJson();
    const Page page = answered(network, network.post(request, body));
    EXPECT_EQ(page.status, 200) << call << ": " << page.body.toStdString();
    return QJsonDocument::fromJson(page.body).object();
}

QString MailWorld::deliver(const char* subject) {
    const QByteArray raw =
        "From: Ana Ruiz <ana@caldervoss.example>\r\nTo: " + address().toUtf8() + "\r\nSubject: " + subject +
        "\r\nMessage-ID: <" + QByteArray(subject).toHex() +
        "@caldervoss.example>\r\n"
        "Date: Fri, 29 May 2026 10:00:00 +0200\r\n"
        "Content-Type: text/plain; charset=utf-8\r\n\r\nHi Mara,\r\n\r\ncould you call me today?\r\n\r\nAna\r\n";
    const QJsonObject order{{QStringLiteral("account"), address()},
                            {QStringLiteral("raw"), QString::fromLatin1(raw.toBase64(QByteArray::Base64UrlEncoding))}};
    return control("mail", order).value(QStringLiteral("id")).toString();
}

QJsonArray MailWorld::calls(const char* service) {
    QNetworkAccessManager network;
    const QString base = m_ready.value(QStringLiteral("control")).toString();
    const QUrl url(base + QStringLiteral("/__control/log?since=%1").arg(m_seen));
    const QJsonObject log = QJsonDocument::fromJson(answered(network, network.get(browserRequest(url))).body).object();
    m_seen = log.value(QStringLiteral("last")).toInteger();
    QJsonArray calls;
    for (const QJsonValue& one : log.value(QStringLiteral("requests")).toArray()) {
        if (one.toObject().value(QStringLiteral("service")).toString() == QLatin1String(service)) {
            calls.append(one);
        }
    }
    return calls;
}

Running::Running(const Kithctl& kithctl, const QStringList& arguments) {
    m_process.setProcessEnvironment(kithctl.processEnvironment());
    m_process.start(QStringLiteral(KITHCTL),
                    QStringList{QStringLiteral("--workspace"), kithctl.workspace(), QStringLiteral("--json")} +
                        arguments);
}

Running::~Running() {
    if (m_process.state() != QProcess::NotRunning) {
        m_process.kill();
        m_process.waitForFinished();
    }
}

QJsonObject Running::nextLine() {
    return QJsonDocument::fromJson(readLineOf(m_process)).object();
}

int Running::exitCode() {
    const bool ended = m_process.state() == QProcess::NotRunning || m_process.waitForFinished(kWatchdog);
    return ended && m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
}

Page fetchPage(const QUrl& url) {
    QNetworkAccessManager network;
    return answered(network, network.get(browserRequest(url)));
}

Page browse(const QUrl& authorizeUrl, const QString& decision, const QStringList& untick) {
    QNetworkAccessManager network;
    const Page asked = answered(network, network.get(browserRequest(authorizeUrl)));
    EXPECT_EQ(asked.status, 200) << asked.body.toStdString();
    QNetworkRequest post = browserRequest(authorizeUrl.adjusted(QUrl::RemoveQuery));
    post.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/x-www-form-urlencoded"));
    const QByteArray form = filledForm(QString::fromUtf8(asked.body), decision, untick);
    const Page decided = answered(network, network.post(post, form));
    EXPECT_EQ(decided.status / 100, 3) << decided.body.toStdString();
    return answered(network, network.get(browserRequest(decided.url)));
}

SignedInRun signIn(const Kithctl& kithctl, const QString& decision, const QStringList& untick) {
    Running add(kithctl, args("account add gmail --no-browser"));
    SignedInRun run;
    run.first = add.nextLine();
    const QUrl url(run.first.value(QStringLiteral("authorize_url")).toString());
    if (url.isValid() && !url.isEmpty()) {
        run.page = browse(url, decision, untick);
        run.account = add.nextLine();
    }
    run.exit = add.exitCode();
    run.errors = add.errors();
    return run;
}

}  // namespace kith::testing
