// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/base/text.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QTimeZone>
#include <QtEndian>

namespace kith::text {

QString folded(QStringView text) {
    const QString decomposed = text.toString().toCaseFolded().normalized(QString::NormalizationForm_KD);
    QString plain;
    plain.reserve(decomposed.size());
    for (const QChar c : decomposed) {
        if (c == QChar(0x00DF)) {  // Qt folds simply, one character to one
            plain.append(QStringLiteral("ss"));
        } else if (c.category() != QChar::Mark_NonSpacing) {
            plain.append(c);
        }
    }
    return plain.simplified();
}

QString oneLine(QStringView text) {
    return text.toString().simplified();
}

qsizetype codePoints(QStringView text) {
    qsizetype count = 0;
    for (qsizetype i = 0; i < text.size(); ++i, ++count) {
        if (text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            ++i;
        }
    }
    return count;
}

qsizetype utf16Index(QStringView text, qsizetype codePoint) {
    qsizetype i = 0;
    for (; codePoint > 0 && i < text.size(); --codePoint, ++i) {
        if (text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            ++i;
        }
    }
    return i;
}

QString elided(const QString& text, qsizetype maxCodePoints) {
    if (codePoints(text) <= maxCodePoints) {
        return text;
    }
    const qsizetype end = utf16Index(text, maxCodePoints - 1);
    const qsizetype space = text.lastIndexOf(QLatin1Char(' '), end);
    return text.left(space > end / 2 ? space : end).trimmed() + QChar(0x2026);
}

QString rfc3339(std::chrono::milliseconds sinceEpoch, std::chrono::minutes offset) {
    const auto seconds = static_cast<int>(std::chrono::seconds(offset).count());
    QDateTime time = QDateTime::fromMSecsSinceEpoch(sinceEpoch.count(), Qt::OffsetFromUTC, seconds);
    const bool fraction = sinceEpoch.count() % 1000 != 0;
    QString out =
        time.toString(fraction ? QStringLiteral("yyyy-MM-ddTHH:mm:ss.zzz") : QStringLiteral("yyyy-MM-ddTHH:mm:ss"));
    const int minutes = seconds / 60;
    out += QStringLiteral("%1%2:%3")
               .arg(QLatin1Char(minutes < 0 ? '-' : '+'))
               .arg(qAbs(minutes) / 60, 2, 10, QLatin1Char('0'))
               .arg(qAbs(minutes) % 60, 2, 10, QLatin1Char('0'));
    return out;
}

qint64 stableHash(QByteArrayView bytes) {
    const QByteArray digest = QCryptographicHash::hash(bytes.toByteArray(), QCryptographicHash::Sha256);
    return static_cast<qint64>(qFromBigEndian<quint64>(digest.constData()) >> 1);
}

}  // namespace kith::text
