// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Other people's mail on this computer, where KITH_CORPORA names its folder; tests skip without it.
#pragma once

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QStringList>

namespace kith::corpora {

inline QString folder(const QString& name) {
    const QString root = qEnvironmentVariable("KITH_CORPORA");
    const QString path = root + u'/' + name;
    return root.isEmpty() || !QDir(path).exists() ? QString() : path;
}

inline QByteArray bytesOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline QStringList files(const QString& path, const QStringList& patterns = {}) {
    QStringList list;
    QDirIterator walk(path, patterns, QDir::Files, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        list << walk.next();
    }
    list.sort();
    return list;
}

}  // namespace kith::corpora
