// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The words by which text gives itself away that speaks to an assistant: resources/words/assistant.txt, read once.
#pragma once

#include <QString>
#include <QStringList>

#include <array>
#include <vector>

namespace kith::triage {

struct WeightedPhrase {
    QString words;
    int weight{0};  ///< tenths of what is enough
};

enum class PhraseKind {
    Addressee,     ///< whom it speaks to
    Instructions,  ///< what only a machine is told about: its instructions, its answer, its scores
    Voice,         ///< in whose name
    Errand,        ///< what it is to do
    Verb,          ///< words that people say to each other just as well
    Mark,          ///< chat templates, tool calls, answers in the shape of ours, scripts without spaces
};
inline constexpr size_t kPhraseKinds = 6;

struct AssistantWords {
    /// They stand on their own on the left and, where they end in a letter, on the right; marks need not.
    std::array<std::vector<WeightedPhrase>, kPhraseKinds> phrases;
    QStringList dismiss;       ///< beginnings of words: "ignore", "vergiss" …
    QStringList orders;        ///< "instructions", "Anweisungen" …
    QStringList weakOrders;    ///< as people are given them too
    QStringList earlier;       ///< "previous", "all", "your" …
    QStringList dismissParts;  ///< where the verb comes last or words have no spaces: anywhere in the sentence
    QStringList orderParts;

    static const AssistantWords& shipped();
};

}  // namespace kith::triage
