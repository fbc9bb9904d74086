// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The content lines of vCard files (RFC 6350 §3.2–3.3, vCard 2.1 §2.1): unfolded, taken apart, decoded.
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QIODevice>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace kith::intake {

/// No property is longer; a photo of this size is no portrait.
inline constexpr qint64 kMostVCardLine = 32LL * 1024 * 1024;

struct VCardProperty {
    qint64 line{0};                                       ///< 1-based, of its first line
    QString group;                                        ///< lower case, e.g. item1
    QString name;                                         ///< upper case, e.g. TEL
    std::vector<std::pair<QString, QString>> parameters;  ///< names upper case; TYPE=a,b stands twice
    QByteArray bytes;                                     ///< the value; transfer encoding undone
    QString value;                                        ///< the same as text, escapes still in it

    QString parameter(const QString& key) const;
    QStringList parameterAll(const QString& key) const;
};

/// Reads property after property; keeps one in memory.
class VCardLines {
public:
    explicit VCardLines(QIODevice& input)
        : m_input(input) {}

    /// Nothing at the end. A line that is no property comes with an empty name and the line as its value.
    /// Malformed: a line beyond all measure.
    Result<std::optional<VCardProperty>> next();

private:
    struct Line {
        QByteArray bytes;
        qint64 number{0};
    };
    Result<std::optional<Line>> physical();
    Result<std::optional<Line>> logical();

    QIODevice& m_input;
    std::optional<Line> m_ahead;
    qint64 m_number{0};
};

/// \n, \, \; and \\ undone.
QString vcardUnescaped(const QString& value);
/// Split at the separator where it is not escaped; parts stay escaped.
QStringList vcardSplit(const QString& value, QChar separator);

}  // namespace kith::intake
