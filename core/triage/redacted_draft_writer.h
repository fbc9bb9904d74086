// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Stands before a writer whom the user does not tell everything: addresses, numbers and amounts leave as tokens and
// come back as words.
#pragma once

#include "core/triage/draft_writer.h"
#include "core/triage/redaction.h"

namespace kith::triage {

/// The writer outlives it.
class RedactedDraftWriter final : public DraftWriter {
public:
    explicit RedactedDraftWriter(DraftWriter& writer)
        : m_writer(writer) {}

    Result<DraftWords> write(const DraftBrief& brief, const OnWords& onWords, std::stop_token stop,
                             double& spentUsd) override;

private:
    DraftWriter& m_writer;
};

/// Words that come in pieces of any size, with the tokens of a redactor in them; a token is never told in halves.
class RestoredStream {
public:
    RestoredStream(const Redactor& redactor, DraftWriter::OnWords onWords)
        : m_redactor(redactor)
        , m_onWords(std::move(onWords)) {}

    void take(const QString& words);
    /// What is still held back.
    void end();

private:
    void tell(const QString& words);

    const Redactor& m_redactor;
    DraftWriter::OnWords m_onWords;
    QString m_held;
};

}  // namespace kith::triage
