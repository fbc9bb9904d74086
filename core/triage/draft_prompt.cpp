// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/triage/draft_prompt.h"

#include "core/base/text.h"
#include "core/base/unseen_text.h"

#include <QFile>
#include <QRegularExpression>

namespace kith::triage {

namespace {

constexpr qsizetype kAskedOfLetter = 4'000;
constexpr size_t kAskedLetters = 8;
constexpr qsizetype kLongestDraft = 8'000;

struct DraftPrompt {
    QString version;
    QString text;
};

const DraftPrompt& shippedDraftPrompt() {
    static const DraftPrompt prompt = [] {
        QFile file(QStringLiteral(":/kith/prompts/draft.txt"));
        [[maybe_unused]] const bool opened = file.open(QIODevice::ReadOnly);
        const QString all = QString::fromUtf8(file.readAll());
        const qsizetype line = all.indexOf(u'\n');
        return DraftPrompt{all.left(line).section(u' ', 1), all.mid(line + 1)};
    }();
    return prompt;
}

}  // namespace

DraftQuestion draftQuestion(const DraftBrief& brief, const QString& marker) {
    QString thread = QStringLiteral("Subject: ") + text::oneLine(brief.subject) + u'\n';
    const size_t from = brief.thread.size() > kAskedLetters ? brief.thread.size() - kAskedLetters : 0;
    for (size_t i = from; i < brief.thread.size(); ++i) {
        const ThreadLetter& letter = brief.thread[i];
        thread += QStringLiteral("\nFrom %1, %2:\n%3\n")
                      .arg(letter.byOwner ? brief.owner : text::oneLine(letter.author),
                           text::rfc3339(letter.date).left(10), letter.text.trimmed().left(kAskedOfLetter));
    }
    if (!brief.card.isEmpty()) {
        thread += QStringLiteral("\nCard of %1:\n%2\n").arg(text::oneLine(brief.person), brief.card.join(u'\n'));
    }
    DraftQuestion question;
    const DraftPrompt& prompt = shippedDraftPrompt();
    question.version = prompt.version;
    question.system = QString(prompt.text)
                          .replace(QStringLiteral("{marker}"), marker)
                          .replace(QStringLiteral("{owner}"), text::oneLine(brief.owner));
    for (const QString& words : brief.tone) {
        question.system += QStringLiteral("\nThe owner about the way to write: ") + text::oneLine(words);
    }
    question.user = marker + u'\n' + text::withoutUnseen(thread).seen.remove(marker) + u'\n' + marker;
    if (!brief.note.isEmpty()) {
        question.user += QStringLiteral("\nThe owner about this answer: ") + text::oneLine(brief.note);
    }
    return question;
}

Result<QString> draftBody(const QString& said) {
    QString body = text::withoutUnseen(said).seen;
    body.remove(u'\r');
    static const QRegularExpression fences(QStringLiteral("^```\\w*\\s*$"), QRegularExpression::MultilineOption);
    static const QRegularExpression opening(
        QStringLiteral("^\\s*(?:sure|certainly|of course|here(?:'s| is)|draft|below is)\\b[^\\n]*:\\s*\\n+"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression header(
        QStringLiteral("^\\s*(?:subject|betreff|objet|asunto|oggetto)\\s*:[^\\n]*\\n+"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression quotes(QStringLiteral("^>.*\\n?"), QRegularExpression::MultilineOption);
    static const QRegularExpression gaps(QStringLiteral("\\n{3,}"));
    body.remove(fences).remove(opening).remove(header).remove(quotes).replace(gaps, QStringLiteral("\n\n"));
    body = body.trimmed().left(kLongestDraft);
    return body.isEmpty() ? Result<QString>(Error{ErrorKind::Malformed, QStringLiteral("the model wrote nothing"), {}})
                          : Result<QString>(body + u'\n');
}

}  // namespace kith::triage
