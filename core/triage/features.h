// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What the local ranker looks at: dense named features and hashed subject words, made from plain values.
#pragma once

#include "core/domain/message.h"
#include "core/triage/content.h"
#include "core/triage/history.h"

#include <QLatin1String>
#include <QString>
#include <QStringList>

#include <vector>

namespace kith::triage {

/// Grows whenever a feature's meaning or place changes; stored with every decision.
inline constexpr int kFeatureVersion = 1;
inline constexpr quint32 kHashBuckets = 1u << 16;

struct AttachmentKinds {
    bool document{false};
    bool calendar{false};
    bool image{false};
    bool other{false};
};

/// Everything that a decision about one message depends on, as plain values.
struct TriageInput {
    MessageId message;
    QString subject;
    Address from;
    QStringList topics;  ///< for rules
    QString source;      ///< for rules
    bool ownerInTo{false};
    bool ownerInCc{false};
    int recipients{1};       ///< To and Cc together
    bool sameDomain{false};  ///< sender and owner
    bool automaticReply{false};
    BulkMarks bulk;
    SenderHistory sender;
    ThreadState thread;
    ContentScores content;
    QString authorText;  ///< only for evidence notes; may be empty
    AttachmentKinds attachments;
    std::chrono::milliseconds date{0};
    int hour{12};    ///< 0–23, the owner's local time
    int weekday{1};  ///< 1 is Monday
};

struct Feature {
    quint32 index{0};
    double value{0};

    bool operator==(const Feature&) const = default;
};

/// Ascending by index; dense features first, then hashed words from denseCount() on.
using FeatureVector = std::vector<Feature>;

FeatureVector features(const TriageInput& input);

quint32 denseCount();
quint32 featureSpace();  ///< denseCount() + kHashBuckets
/// Stable word such as sender.sent_to; "subject.words" for every hashed one.
QLatin1String featureName(quint32 index);
/// featureSpace() where there is no such feature.
quint32 featureIndex(QLatin1String name);

/// List-Id, List-Unsubscribe, Precedence, Auto-Submitted or a no-reply address: sent to many, or by a machine.
bool looksBulk(const TriageInput& input);
bool looksNoReply(const QString& address);

}  // namespace kith::triage
