// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Names and values as a browser's form or a query string carries them: + is a blank, %XX is a byte.
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <utility>
#include <vector>

namespace kith::emulator {

class Form {
public:
    Form() = default;
    static Form parse(const QByteArray& encoded);

    bool has(const QString& name) const;
    /// The first of that name; empty where there is none.
    QString value(const QString& name) const;
    QStringList values(const QString& name) const;
    const std::vector<std::pair<QString, QString>>& all() const { return m_fields; }
    void add(const QString& name, const QString& value) { m_fields.emplace_back(name, value); }
    /// Percent-encoded, blanks as %20.
    QByteArray encoded() const;

private:
    std::vector<std::pair<QString, QString>> m_fields;
};

}  // namespace kith::emulator
