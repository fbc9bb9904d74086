// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What to believe where sources disagree: each value of a field with the probability that it is right, and why.
#pragma once

#include <QHash>
#include <QString>

#include <chrono>
#include <span>
#include <utility>
#include <vector>

namespace kith::people {

/// One source saying one thing.
struct Claim {
    qint64 id{0};
    QString field;
    QString value;       ///< as it is shown
    QString normalized;  ///< as it was understood (E.164 …); empty: from value
    QString source;      ///< signature, header, import, attio, onyx, user …
    QString reference;   ///< which message, record or file of it: two values out of one reference do not contradict
    QString kind;        ///< of a phone
    double confidence{1};
    std::chrono::milliseconds observedAt{0};
    bool closed{false};  ///< the source took it back
    bool locked{false};
    bool chosen{false};
    bool rejected{false};
    std::chrono::milliseconds decidedAt{0};  ///< by the user
};

/// What the user's answers taught about each source; a fresh one holds nothing.
struct SourceTrust {
    struct Answers {
        double accepted{0};
        double rejected{0};
    };
    QHash<std::pair<QString, QString>, Answers> answers;  ///< by source and field
    double slope{1};                                      ///< of the calibration, see calibrationOf()
    double shift{0};
};

/// How often what this source says of this field is right.
double reliability(const SourceTrust& trust, const QString& source, const QString& field);

/// One value of a field with all who say it.
struct Choice {
    QString value;
    QString form;  ///< compared form
    QString kind;
    double confidence{0};
    std::vector<qint64> claims;  ///< the strongest first
    bool shown{false};
    bool byUser{false};  ///< typed, chosen or locked
    bool locked{false};
    bool rejected{false};
    bool closed{false};  ///< everybody who said it took it back
    std::chrono::milliseconds firstSeen{0};
    std::chrono::milliseconds lastSeen{0};
};

struct FieldFacts {
    QString field;
    std::vector<Choice> choices;  ///< the best first, rejected ones last
    bool disputed{false};         ///< another value is likely too, and the user has not said which
};

/// By field name. The order of the claims does not matter.
std::vector<FieldFacts> resolveFacts(std::span<const Claim> claims, const SourceTrust& trust,
                                     std::chrono::milliseconds now);

/// Slope and shift (Platt) that make stated confidences true, from (stated, was right); as they are for few.
std::pair<double, double> calibrationOf(std::span<const std::pair<double, bool>> outcomes);

}  // namespace kith::people
