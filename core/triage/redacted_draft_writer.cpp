// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/triage/redacted_draft_writer.h"

#include "core/base/unseen_text.h"

#include <utility>

namespace kith::triage {

namespace {

constexpr qsizetype kLongestToken = 24;  ///< "[ACCOUNT_123]"; a bracket that goes on is the writer's own gap

DraftBrief redactedBrief(DraftBrief brief, Redactor& redactor) {
    const auto redact = [&](QString& words) {
        words = redactor.redact(text::withoutUnseen(words).seen);  // unseen marks could part a number
    };
    redact(brief.subject);
    redact(brief.person);
    for (ThreadLetter& letter : brief.thread) {
        redact(letter.author);
        redact(letter.text);
    }
    for (QStringList* lines : {&brief.card, &brief.tone}) {
        for (QString& line : *lines) {
            redact(line);
        }
    }
    redact(brief.note);
    brief.redactions = redactor.count();
    return brief;
}

}  // namespace

void RestoredStream::tell(const QString& words) {
    if (!words.isEmpty()) {
        m_onWords(m_redactor.restore(words));
    }
}

void RestoredStream::take(const QString& words) {
    m_held += words;
    const qsizetype open = m_held.lastIndexOf(u'[');
    const bool whole = open < 0 || m_held.indexOf(u']', open) >= 0 || m_held.size() - open > kLongestToken;
    const QString ready = whole ? m_held : m_held.left(open);
    m_held = m_held.mid(ready.size());
    tell(ready);
}

void RestoredStream::end() {
    tell(std::exchange(m_held, QString()));
}

Result<DraftWords> RedactedDraftWriter::write(const DraftBrief& brief, const OnWords& onWords, std::stop_token stop,
                                              double& spentUsd) {
    Redactor redactor;
    const DraftBrief told = redactedBrief(brief, redactor);
    RestoredStream stream(redactor, onWords);
    auto words = onWords ? m_writer.write(
                               told, [&stream](const QString& piece) { stream.take(piece); }, stop, spentUsd)
                         : m_writer.write(told, {}, stop, spentUsd);
    if (!words) {
        return words;
    }
    if (onWords) {
        stream.end();
    }
    words->body = redactor.restore(words->body);
    return words;
}

}  // namespace kith::triage
