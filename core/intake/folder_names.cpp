// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/intake/folder_names.h"

namespace kith::intake {

namespace {

constexpr QLatin1Char kSlash{'/'};

QString withoutEnding(QString name, std::initializer_list<const char*> endings) {
    for (const char* ending : endings) {
        if (name.endsWith(QLatin1String(ending), Qt::CaseInsensitive)) {
            name.chop(static_cast<int>(qstrlen(ending)));
        }
    }
    return name;
}

}  // namespace

QString folderName(const QString& name) {
    const QString low = name.toLower();
    if (low == QLatin1String("inbox") || low == QLatin1String("in")) {
        return QStringLiteral("Inbox");
    }
    for (const char* sent : {"sent", "sent items", "sent mail", "sent-mail", "sent messages", "outbox.sent"}) {
        if (low == QLatin1String(sent)) {
            return QStringLiteral("Sent");
        }
    }
    return name;
}

QString folderOfMbox(const QString& path) {
    QString name = path.section(kSlash, -1).section(QLatin1Char('!'), -1);
    if (name == QLatin1String("mbox")) {
        const QString above = path.section(kSlash, -2, -2);
        if (above.endsWith(QLatin1String(".mbox"), Qt::CaseInsensitive)) {
            name = above;
        }
    }
    return folderName(withoutEnding(name, {".gz", ".xz", ".bz2", ".zst", ".mbox", ".mbx", ".mbs"}));
}

QString folderOfMaildir(const QString& relativePath) {
    if (relativePath.isEmpty()) {
        return QStringLiteral("Inbox");
    }
    QStringList names;
    for (QString part : relativePath.split(kSlash, Qt::SkipEmptyParts)) {
        if (part.startsWith(QLatin1Char('.'))) {
            part = part.mid(1).replace(QLatin1Char('.'), kSlash);
        }
        names << withoutEnding(part, {".sbd"});
    }
    return folderName(names.join(kSlash));
}

QStringList maildirFlags(const QString& fileName) {
    const qsizetype info = fileName.lastIndexOf(QLatin1String("2,"));
    if (info < 1 || !QStringLiteral(":;!").contains(fileName[info - 1])) {
        return {};
    }
    QStringList words;
    for (const QChar letter : QStringView(fileName).mid(info + 2)) {
        switch (letter.unicode()) {
        case 'S':
            words << QStringLiteral("seen");
            break;
        case 'R':
            words << QStringLiteral("replied");
            break;
        case 'F':
            words << QStringLiteral("flagged");
            break;
        case 'T':
            words << QStringLiteral("trashed");
            break;
        case 'D':
            words << QStringLiteral("draft");
            break;
        case 'P':
            words << QStringLiteral("passed");
            break;
        default:
            break;
        }
    }
    return words;
}

std::optional<std::chrono::milliseconds> maildirTime(const QString& fileName) {
    bool number = false;
    const qint64 seconds = fileName.section(QLatin1Char('.'), 0, 0).toLongLong(&number);
    const bool sensible = number && seconds >= 315532800 && seconds < 4102444800;  // 1980 to 2100
    return sensible && fileName.contains(QLatin1Char('.')) ? std::optional(std::chrono::milliseconds(seconds * 1000))
                                                           : std::nullopt;
}

qint64 maildirSize(const QString& fileName) {
    const qsizetype at = fileName.indexOf(QLatin1String(",S="));
    qint64 size = 0;
    qsizetype digit = at + 3;
    for (; at >= 0 && digit < fileName.size() && fileName[digit].isDigit() && size < (1LL << 40); ++digit) {
        size = size * 10 + fileName[digit].digitValue();
    }
    return at >= 0 && digit > at + 3 ? size : -1;
}

}  // namespace kith::intake
