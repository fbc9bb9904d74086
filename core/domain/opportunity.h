// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Something that may become business, or business that may be lost: what was said, by whom, and how far it came.
#pragma once

#include "core/domain/ids.h"

#include <QDate>
#include <QLatin1String>
#include <QString>

#include <algorithm>
#include <array>
#include <chrono>
#include <optional>
#include <vector>

namespace kith {

enum class OpportunityStatus { New, Active, Completed, Dismissed, Expired };
enum class OpportunityStage { New, Talking, Quote, Decision, Won };

inline constexpr std::array<QLatin1String, 5> kOpportunityStatusWords{
    QLatin1String("new"), QLatin1String("active"), QLatin1String("completed"), QLatin1String("dismissed"),
    QLatin1String("expired")};
inline constexpr std::array<QLatin1String, 5> kOpportunityStageWords{QLatin1String("new"), QLatin1String("talking"),
                                                                     QLatin1String("quote"), QLatin1String("decision"),
                                                                     QLatin1String("won")};

inline QLatin1String wordOf(OpportunityStatus status) {
    return kOpportunityStatusWords[static_cast<size_t>(status)];
}
inline QLatin1String wordOf(OpportunityStage stage) {
    return kOpportunityStageWords[static_cast<size_t>(stage)];
}
template <class Word>
std::optional<Word> opportunityWord(const std::array<QLatin1String, 5>& words, QStringView word) {
    const auto found = std::find(words.begin(), words.end(), word);
    return found == words.end() ? std::nullopt : std::optional<Word>(static_cast<Word>(found - words.begin()));
}
inline std::optional<OpportunityStatus> opportunityStatusFrom(QStringView word) {
    return opportunityWord<OpportunityStatus>(kOpportunityStatusWords, word);
}
inline std::optional<OpportunityStage> opportunityStageFrom(QStringView word) {
    return opportunityWord<OpportunityStage>(kOpportunityStageWords, word);
}

/// Words of the author; offsets are code points of the message's text, end exclusive.
struct OpportunityQuote {
    QString text;
    int start{0};
    int end{0};

    bool operator==(const OpportunityQuote&) const = default;
};

struct Opportunity {
    OpportunityId id;
    QString kind;  ///< demo, pricing, partnership, speaking, publicity, submission, cancellation
    OpportunityStatus status{OpportunityStatus::New};
    OpportunityStage stage{OpportunityStage::New};
    double confidence{0};
    QString address;  ///< who said it
    QString name;
    ContactId contact;  ///< 0: nobody known yet
    MessageId message;
    QString rfc822MessageId;
    ThreadId thread;
    std::vector<OpportunityQuote> evidence;
    double amount{0};  ///< 0: none named
    QString currency;
    QDate due;  ///< invalid: none named
    QString nextStep;
    QString owner;      ///< who of the firm takes care of it
    QString settledBy;  ///< user, local, rule
    std::chrono::milliseconds saidAt{0};
    std::chrono::milliseconds changedAt{0};

    bool open() const { return status == OpportunityStatus::New || status == OpportunityStatus::Active; }
    bool operator==(const Opportunity&) const = default;
};

}  // namespace kith
