// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/storage/database_url.h"

#include <QDir>

namespace kith::storage {

DatabaseUrl DatabaseUrl::workspace(const QString& folder) {
    return file(QDir(folder).filePath(QStringLiteral("kith.sqlite")));
}

DatabaseUrl DatabaseUrl::parse(const QString& text) {
    const bool server =
        text.startsWith(QLatin1String("postgresql://")) || text.startsWith(QLatin1String("postgres://"));
    return server ? DatabaseUrl{Dialect::Postgres, text} : file(text);
}

QString DatabaseUrl::shown() const {
    const qsizetype scheme = location.indexOf(QLatin1String("://"));
    const qsizetype at = location.indexOf(QLatin1Char('@'), scheme + 3);
    if (dialect == Dialect::Sqlite || scheme < 0 || at < 0) {
        return dialect == Dialect::Sqlite ? location : location.section(QStringLiteral("password="), 0, 0);
    }
    const QString account = location.mid(scheme + 3, at - scheme - 3).section(QLatin1Char(':'), 0, 0);
    return location.left(scheme + 3) + account + location.mid(at);
}

}  // namespace kith::storage
