// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Facts in prose: numbers, dates, names, addresses, each in a form in which two mentions of it are equal.
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace kith::triage {

enum class FactKind { Number, Day, Name, Code, Link };

struct DraftFact {
    FactKind kind{FactKind::Number};
    QString key;  ///< "40", "friday", "soler", "q-2207", "caldervoss.example/price"
    qsizetype start{0};
    qsizetype end{0};
};

/// In the order of the text. names: capitalised words are looked at (not in German, where all nouns are).
std::vector<DraftFact> factsIn(const QString& text, bool names);

/// en, de, fr, es, it, pt, nl, pl, sv; empty where the text is too short to say.
QString languageOf(const QString& text);

}  // namespace kith::triage
