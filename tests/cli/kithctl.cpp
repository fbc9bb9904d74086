// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/cli/kithctl.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QProcess>

#include <gtest/gtest.h>

namespace kith::testing {

namespace {

Ran run(const QProcessEnvironment& environment, const QStringList& arguments, const QByteArray& input) {
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(KITHCTL), arguments);
    process.write(input);
    process.closeWriteChannel();
    Ran ran;
    if (process.waitForFinished(300000) && process.exitStatus() == QProcess::NormalExit) {
        ran.exit = process.exitCode();
    }
    ran.out = process.readAllStandardOutput();
    ran.err = process.readAllStandardError();
    return ran;
}

QByteArray letter(int day, const char* from, const char* to, const char* subject, const char* id, const char* extra,
                  const char* body) {
    return QStringLiteral("From MAILER-DAEMON Thu Jan  1 00:00:00 1970\n"
                          "Message-ID: <%1>\nDate: %2 May 2026 %8:00:00 +0200\nFrom: %3\nTo: %4\nSubject: %5\n%6"
                          "Content-Type: text/plain; charset=utf-8\n\n%7\n\n")
        .arg(QString::fromUtf8(id), QString::number(day), QString::fromUtf8(from), QString::fromUtf8(to),
             QString::fromUtf8(subject), QString::fromUtf8(extra), QString::fromUtf8(body),
             QString::number(QByteArrayView(subject).startsWith("Re: ") ? 11
                                                                        : 10))  // an answer comes after its question
        .toUtf8();
}

}  // namespace

QJsonObject Ran::json() const {
    const QJsonDocument document = QJsonDocument::fromJson(out);
    EXPECT_TRUE(document.isObject()) << "not one JSON object: " << out.toStdString() << err.toStdString();
    return document.object();
}

QJsonObject Ran::error() const {
    return QJsonDocument::fromJson(err.trimmed().split('\n').last()).object().value(QStringLiteral("error")).toObject();
}

std::vector<QJsonObject> Ran::lines() const {
    std::vector<QJsonObject> objects;
    for (const QByteArray& line : out.split('\n')) {
        if (!line.trimmed().isEmpty()) {
            objects.push_back(QJsonDocument::fromJson(line).object());
        }
    }
    return objects;
}

Kithctl::Kithctl() {
    QDir(m_folder.path()).mkpath(QStringLiteral("workspace"));
}

Ran Kithctl::operator()(const QStringList& arguments, const QByteArray& input) const {
    return run(processEnvironment(),
               QStringList{QStringLiteral("--workspace"), workspace(), QStringLiteral("--json")} + arguments, input);
}

Ran Kithctl::plain(const QStringList& arguments) const {
    return run(processEnvironment(), QStringList{QStringLiteral("--workspace"), workspace()} + arguments, {});
}

QProcessEnvironment Kithctl::processEnvironment() const {
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString& name : environment.keys()) {
        const bool screen = name == QStringLiteral("DISPLAY") || name == QStringLiteral("WAYLAND_DISPLAY");
        if (screen || name.startsWith(QStringLiteral("KITH_")) || name == QStringLiteral("DBUS_SESSION_BUS_ADDRESS")) {
            environment.remove(name);
        }
    }
    for (auto one = m_environment.begin(); one != m_environment.end(); ++one) {
        environment.insert(one.key(), one.value());
    }
    return environment;
}

QString Kithctl::file(const QString& name, const QByteArray& content) const {
    const QString path = m_folder.filePath(name);
    QFile file(path);
    EXPECT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(content);
    return path;
}

QStringList args(const char* words) {
    return QString::fromUtf8(words).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

QByteArray smallMailbox() {
    const char* mara = "Mara Lindqvist <mara@fjordlight.example>";
    const char* ana = "Ana Ruiz <ana@caldervoss.example>";
    const char* weekly = "Metrology Weekly <news@metrology.example>";
    const char* list = "List-Id: <weekly.metrology.example>\nList-Unsubscribe: <mailto:off@metrology.example>\n";
    const char* inbox = "X-Gmail-Labels: Inbox,Unread\n";
    const char* sent = "X-Gmail-Labels: Sent\n";
    QByteArray box;
    for (int i = 1; i <= 6; ++i) {
        const QByteArray asked = "q" + QByteArray::number(i) + "@caldervoss.example";
        const QByteArray answered = "a" + QByteArray::number(i) + "@fjordlight.example";
        const QByteArray reply = "In-Reply-To: <" + asked + ">\nReferences: <" + asked + ">\n" + sent;
        const QByteArray issue = "Issue " + QByteArray::number(200 + i);
        const QByteArray newsHeaders = QByteArray(list) + inbox;
        const QByteArray newsId = "n" + QByteArray::number(i) + "@metrology.example";
        const QByteArray topic = "Probe question " + QByteArray::number(i);
        const QByteArray re = "Re: " + topic;
        box += letter(2 * i, ana, mara, topic.constData(), asked.constData(), inbox,
                      "Hi Mara,\n\ncould you send me the data sheet of the probe?\n\nBest,\nAna");
        box += letter(2 * i, mara, ana, re.constData(), answered.constData(), reply.constData(),
                      "Hi Ana,\n\nhere it is.\n\nMara");
        box += letter(2 * i + 1, weekly, mara, issue.constData(), newsId.constData(), newsHeaders.constData(),
                      "Five ways to read a drift curve. Unsubscribe at any time.");
    }
    box +=
        letter(20, ana, mara, "Revised quote for 40 seats by Friday", "top@caldervoss.example", inbox,
               "Hi Mara,\n\nCould you send a revised quote for 40 seats instead of 25, by Friday noon?\n\nBest,\nAna");
    return box;
}

}  // namespace kith::testing
