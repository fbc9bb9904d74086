// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The dice of the mail forge, and what they can throw: names, dates, addresses, listings, code.
#pragma once

#include "app/train/zone_forge_words.h"

#include <random>

namespace kith::train {

class ForgeDice {
public:
    explicit ForgeDice(unsigned seed)
        : m_random(seed) {}

    /// What language the following throws are in.
    void speak(const ForgeLanguage& language) { m_language = &language; }
    const ForgeLanguage& language() const { return *m_language; }

    std::size_t below(std::size_t end) { return std::size_t(m_random() % end); }
    bool chance(unsigned percent) { return m_random() % 100 < percent; }
    QString pick(const QStringList& list) { return list[qsizetype(below(std::size_t(list.size())))]; }

    QString number(int digits);
    QString firstName() { return pick(m_language->firstNames); }
    QString lastName() { return pick(m_language->lastNames); }
    QString fullName();
    QString address();
    QString lotusName();
    QString date();
    QString clock();

    /// What stands in bodies besides sentences: lists, tables, people's names and numbers, file names.
    QStringList matter();
    /// A stretch of markup, JSON or a log, as technical lists have it.
    QStringList code();
    /// Addresses of others, agendas, scores: lines as short as those of signatures, amid the text.
    QStringList listing();

private:
    std::mt19937 m_random;
    const ForgeLanguage* m_language{nullptr};
};

}  // namespace kith::train
