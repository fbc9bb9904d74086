// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "app/desktop/single_instance.h"

#include <QCryptographicHash>
#include <QLocalSocket>

namespace kith::desktop {

namespace {

constexpr int answerWithin = 500;
constexpr qint64 longestMessage = 1 << 20;

}  // namespace

SingleInstance::SingleInstance(const QString& key, QObject* parent)
    : QObject(parent) {
    const QByteArray hash = QCryptographicHash::hash(key.toUtf8(), QCryptographicHash::Sha256).toHex().left(24);
    m_name = QStringLiteral("kith-") + QString::fromLatin1(hash);
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &SingleInstance::answer);
}

bool SingleInstance::handOver(const QStringList& files) {
    QLocalSocket socket;
    socket.connectToServer(m_name);
    if (!socket.waitForConnected(answerWithin)) {
        return false;
    }
    socket.write(files.join(QLatin1Char('\n')).toUtf8() + '\0');
    return socket.waitForBytesWritten(answerWithin) && socket.waitForReadyRead(answerWithin);
}

void SingleInstance::listen() {
    if (!m_server.listen(m_name)) {
        QLocalServer::removeServer(m_name);  // left behind by one that was killed
        m_server.listen(m_name);
    }
}

void SingleInstance::answer() {
    while (QLocalSocket* socket = m_server.nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
            const QByteArray message = socket->peek(longestMessage);
            if (!message.contains('\0')) {
                return;
            }
            socket->readAll();
            socket->write("ok");
            socket->flush();
            const QString files = QString::fromUtf8(message.left(message.indexOf('\0')));
            Q_EMIT called(files.split(QLatin1Char('\n'), Qt::SkipEmptyParts));
        });
    }
}

}  // namespace kith::desktop
