// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// How the user writes: what was learned of their edits, and texts that they use again and again.
#pragma once

#include <QString>

#include <chrono>

namespace kith {

/// kind: greeting, closing, length, exclamation, omit.
struct ToneNote {
    qint64 id{0};
    QString kind{};
    QString words{};   ///< "Hi", "Cheers", "40" (words), empty for exclamation, the phrase that is left out
    QString before{};  ///< as Kith had written it
    QString after{};   ///< as the user wrote it; empty where it was taken out
    qint64 draft{0};
    int support{1};  ///< how many drafts taught it
    std::chrono::milliseconds madeAt{0};
};

/// A text with {fields}: {first_name}, {name}, {company}, {subject}, {my_name}, {today}.
struct Snippet {
    qint64 id{0};
    QString name;
    QString body;
    std::chrono::milliseconds changedAt{0};
};

/// "Tell me if nobody answers."
struct Reminder {
    enum class State { Waiting, Answered, Due, Dismissed };
    qint64 id{0};
    qint64 thread{0};
    qint64 draft{0};
    std::chrono::milliseconds since{0};  ///< what comes after it is an answer
    std::chrono::milliseconds dueAt{0};
    State state{State::Waiting};
    std::chrono::milliseconds madeAt{0};
};

}  // namespace kith
