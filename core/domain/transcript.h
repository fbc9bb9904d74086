// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What was said in a meeting, as a recorder wrote it down, and the meetings that it may belong to.
#pragma once

#include "core/domain/address.h"
#include "core/domain/ids.h"

#include <QDate>
#include <QString>
#include <QStringList>
#include <QTime>

#include <chrono>
#include <optional>
#include <vector>

namespace kith {

struct TranscriptTurn {
    QString speaker;                      ///< empty where nobody is named
    std::chrono::milliseconds start{-1};  ///< from the beginning of the recording; −1: not told
    QString text;

    bool operator==(const TranscriptTurn&) const = default;
};

/// When a recording says that it was made. Several dates: the name can be read in several ways, e.g. 03/04/2026.
struct TranscriptTime {
    std::vector<QDate> dates;
    std::optional<QTime> time;
    std::optional<std::chrono::minutes> offset;  ///< from UTC; nothing: local to whoever recorded
};

struct Transcript {
    QString file;
    QString title;
    TranscriptTime when;
    Addresses participants;  ///< as its head lists them
    QStringList speakers;    ///< in the order of their first words
    std::vector<TranscriptTurn> turns;
    QString language;

    /// Everything that was said, a line a turn.
    QString text() const {
        QStringList lines;
        for (const TranscriptTurn& turn : turns) {
            lines << (turn.speaker.isEmpty() ? turn.text : turn.speaker + QStringLiteral(": ") + turn.text);
        }
        return lines.join(QLatin1Char('\n'));
    }
};

enum class MeetingSource { Invitation, Conversation };

struct Meeting {
    QString key;  ///< stable: uid and start of an invitation, or thread:ID
    QString title;
    QString bareTitle;  ///< without the dates that some write into it; empty: the title is bare
    std::chrono::milliseconds start{0};
    std::chrono::milliseconds end{0};  ///< a conversation: its last message
    std::chrono::minutes offset{0};    ///< of its calendar day from UTC
    Addresses people;
    MeetingSource source{MeetingSource::Invitation};
    ThreadId thread;
    MessageId message;
};

}  // namespace kith
