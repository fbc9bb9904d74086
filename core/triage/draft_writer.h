// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Port: somebody who writes the answer to one message, from its thread alone.
#pragma once

#include "core/base/result.h"
#include "core/domain/message.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <stop_token>
#include <vector>

namespace kith::triage {

struct ThreadLetter {
    QString author;  ///< name, or the address where there is none
    bool byOwner{false};
    std::chrono::milliseconds date{0};
    QString text;  ///< the author's own words
};

/// Everything that a draft is written from; one thread and one card.
struct DraftBrief {
    QString subject;
    std::vector<ThreadLetter> thread;  ///< oldest first; the last is answered
    QString person;                    ///< whom the answer goes to
    QStringList card;                  ///< "Company: Calder & Voss"
    QString owner;                     ///< the name to close with
    QString note;                      ///< what the user wants changed; may be empty
    QStringList tone;                  ///< how the user writes
    int redactions{0};                 ///< how much was taken out of it
};

struct DraftWords {
    QString body;
    QString model;  ///< "template" where none was asked
    QString promptVersion;
};

class DraftWriter {
public:
    using OnWords = std::function<void(const QString&)>;

    virtual ~DraftWriter() = default;
    /// Blocks the calling worker. onWords gets the words as they come, where they come so. spentUsd grows by the cost.
    virtual Result<DraftWords> write(const DraftBrief& brief, const OnWords& onWords, std::stop_token stop,
                                     double& spentUsd) = 0;
};

/// Without a model: acknowledges in the language of the thread and leaves the rest in brackets.
class TemplateDraftWriter final : public DraftWriter {
public:
    Result<DraftWords> write(const DraftBrief& brief, const OnWords& onWords, std::stop_token stop,
                             double& spentUsd) override;
};

}  // namespace kith::triage
