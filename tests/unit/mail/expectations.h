// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// How much of what another parser expects of a mail we say too; the differences by file and field.
#pragma once

#include <QSet>
#include <QString>
#include <QStringList>

namespace kith::corpora {

class Expectations {
public:
    void compare(const QString& file, const QString& field, const QString& ours, const QString& theirs) {
        ++m_total;
        if (ours == theirs) {
            ++m_matched;
            return;
        }
        m_different << file + u' ' + field;
        m_report << file + u' ' + field + QStringLiteral("\n   ours   ") + ours.left(300) +
                        QStringLiteral("\n   theirs ") + theirs.left(300);
    }
    int total() const { return m_total; }
    int matched() const { return m_matched; }
    /// What differs without being among the exceptions, and exceptions that differ no more.
    QStringList surprises(const QStringList& exceptions) const {
        const QSet<QString> known(exceptions.begin(), exceptions.end());
        const QSet<QString> found(m_different.begin(), m_different.end());
        QStringList list;
        for (qsizetype i = 0; i < m_different.size(); ++i) {
            if (!known.contains(m_different[i])) {
                list << m_report[i];
            }
        }
        for (const QString& exception : exceptions) {
            if (!found.contains(exception)) {
                list << exception + QStringLiteral(" agrees now: take it off the list");
            }
        }
        return list;
    }

private:
    int m_total{0};
    int m_matched{0};
    QStringList m_different;
    QStringList m_report;
};

/// White space does not count: where lines end is the other parser's own affair.
inline QString loose(const QString& text) {
    return QString(text).remove(QChar(0)).simplified();
}

}  // namespace kith::corpora
