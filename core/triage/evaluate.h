// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Replays a mailbox in time order: scores each message before it learns from it, as an honest measure of the ranker.
#pragma once

#include "core/triage/answer_chance.h"
#include "core/triage/calibration.h"
#include "core/triage/history.h"
#include "core/triage/ranker.h"

#include <deque>
#include <functional>
#include <optional>

namespace kith::triage {

/// One message of the mailbox: the input without history, which the replay itself keeps.
struct ReplayMessage {
    QString messageId;
    bool outgoing{false};
    Passing passing;
    TriageInput input;  ///< sender and thread are filled by the replay; unused for outgoing
};

struct ReplayLine {
    QString messageId;
    std::chrono::milliseconds date{0};
    double importance{0};
    double confidence{0};
    Priority priority{Priority::Low};
    double baseline{0};           ///< the sender-history-only score of the same message
    double answerProbability{0};  ///< that the owner answers within two weeks
    double uncertainty{0};
    double score{0};                ///< logits
    double spread{1};               ///< of the bands around it
    std::array<double, 5> bands{};  ///< probability of each band, index = stored priority
};

struct ReplayOptions {
    bool learns{true};
    std::chrono::milliseconds patience{
        std::chrono::hours(48)};  ///< unanswered after it, with the owner at work: slightly unimportant
};

/// Smoothed replied fraction and sent-to count, nothing else.
double historyBaseline(const SenderHistory& sender);

class Replay {
public:
    explicit Replay(const ReplayOptions& options = {});
    /// Incoming: the line with its score; outgoing: nothing, but the replay learns from it. Call in time order.
    std::optional<ReplayLine> pass(const ReplayMessage& message);
    /// The input with what the replay knows so far of sender and thread.
    TriageInput completed(const ReplayMessage& message) const;
    const RankerState& state() const { return m_state; }
    const MailHistory& history() const { return m_history; }
    /// What was said about answers against what came, of all mail old enough to know.
    const std::vector<Scored>& outcomes() const { return m_outcomes; }

private:
    struct Open {
        FeatureVector features;
        std::chrono::milliseconds date{0};
    };
    struct Said {
        QString key;
        std::chrono::milliseconds date{0};
        double score{0};
        double probability{0};
    };
    void closeExpired(std::chrono::milliseconds now);
    void closeOutcomes(std::chrono::milliseconds now);
    void owner(const ReplayMessage& message);

    ReplayOptions m_options;
    RankerState m_state;
    MailHistory m_history;
    QHash<QString, Open> m_open;    ///< by message key
    std::deque<QString> m_patient;  ///< not yet held to be ignored
    std::deque<QString> m_late;     ///< ignored, but an answer would still teach
    std::deque<Said> m_said;
    QSet<QString> m_answeredKeys;  ///< of m_said
    AnswerChance m_chance;
    std::vector<Scored> m_outcomes;
    std::chrono::milliseconds m_lastSent{0};
    qint64 m_answered{0};
    qint64 m_ignored{0};
};

/// Pulls messages until there are none; hands each line on.
void replayAll(const std::function<std::optional<ReplayMessage>()>& next,
               const std::function<void(const ReplayLine&)>& line, const ReplayOptions& options = {});

}  // namespace kith::triage
