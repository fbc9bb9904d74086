// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What a model is asked about a remark of the user, and what of its answer counts: words that really stand there. Pure.
#pragma once

#include "core/triage/model_prompt.h"

namespace kith::triage {

/// A remark on a message, in the keys of a feedback entry.
struct FiledComment {
    QStringList topics;
    QString source;

    bool isEmpty() const { return topics.isEmpty() && source.isEmpty(); }
    bool operator==(const FiledComment&) const = default;
};

/// The remark and the message that it belongs to, as they may leave.
struct AskedComment {
    QString comment;
    Message message;
    QString text;  ///< the author's own words; checked against, never sent
    /// The mail gives orders to an assistant: then it is not shown at all, and only words of the remark count.
    bool aimedAtAssistant{false};
    int redactions{0};
};

/// Remarks that need no model: nothing in them, or they speak of unsubscribing, which caps at Medium by itself.
bool needsFiling(const QString& comment);

/// Only remark, sender and subject are shown; of mail that is aimed at an assistant only the remark.
ModelQuestion commentQuestion(const AskedComment& asked, const QString& marker);
QString commentVersion();

/// Malformed: not the shape that was asked for. Topics and source that stand neither in the remark nor in the message
/// are dropped.
Result<FiledComment> readFiledComment(const QByteArray& content, const AskedComment& asked);

/// Port: a model that files remarks.
class CommentFiler {
public:
    virtual ~CommentFiler() = default;
    /// Blocks the calling worker until an answer or a stop; spentUsd grows by what it cost.
    virtual Result<FiledComment> file(const AskedComment& asked, std::stop_token stop, double& spentUsd) = 0;
};

}  // namespace kith::triage
