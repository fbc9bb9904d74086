// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// One window a workspace: a second start hands its files to the first and lets it come to the front.
#pragma once

#include <QLocalServer>
#include <QObject>
#include <QStringList>

namespace kith::desktop {

class SingleInstance : public QObject {
    Q_OBJECT
public:
    /// key: what makes the workspace the same one, its folder or its database.
    explicit SingleInstance(const QString& key, QObject* parent = nullptr);

    /// True: another window has taken the files and is coming to the front.
    bool handOver(const QStringList& files);
    void listen();

Q_SIGNALS:
    void called(const QStringList& files);

private:
    void answer();

    QString m_name;
    QLocalServer m_server;
};

}  // namespace kith::desktop
