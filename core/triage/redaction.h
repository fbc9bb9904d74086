// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Takes e-mail addresses, phone numbers, amounts, account numbers and web addresses out of a text before it leaves,
// and puts them back into what is answered. Pure; rather too much is taken out than too little.
#pragma once

#include <QHash>
#include <QString>

namespace kith::triage {

/// For the texts of one call: the same words get the same token in all of them.
class Redactor {
public:
    /// "Write to ana@firm.example" → "Write to [EMAIL_1]". What looks like a token already becomes one too, so that
    /// restore() gives back exactly what was there.
    QString redact(const QString& text);
    /// Tokens of this call as the words that they stand for; others stay as they are.
    QString restore(const QString& text) const;
    /// How many places were taken out.
    int count() const { return m_count; }

private:
    QString tokenFor(const QString& kind, const QString& words);

    QHash<QString, QString> m_tokens;  ///< words → token
    QHash<QString, QString> m_words;   ///< token → words
    QHash<QString, int> m_numbers;     ///< kind → last number
    int m_count{0};
};

}  // namespace kith::triage
