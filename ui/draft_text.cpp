// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/draft_text.h"

#include "ui/letter_document.h"
#include "ui/theme.h"

#include <QDateTime>
#include <QLocale>
#include <QTextCursor>

#include <algorithm>

namespace kith::ui {

namespace {

constexpr qsizetype excerptLength = 90;

/// One stretch of a text of the thread that a fact rests on.
struct LitStretch {
    qsizetype start{0};
    qsizetype end{0};
    int number{0};
};

QTextCharFormat plainFormat(const Theme& theme, TextStyle style, Role role) {
    QTextCharFormat format;
    format.setFont(theme.font(style));
    format.setForeground(theme.colour(role));
    return format;
}

QTextBlockFormat lineFormat(const Theme& theme, TextStyle style, int below) {
    QTextBlockFormat format;
    format.setLineHeight(theme.lineHeight(style), QTextBlockFormat::FixedHeight);
    format.setBottomMargin(below);
    return format;
}

void insertNumber(QTextCursor& cursor, const Theme& theme, int number) {
    QTextCharFormat format = plainFormat(theme, TextStyle::CaptionStrong, Role::Accent);
    format.setVerticalAlignment(QTextCharFormat::AlignSuperScript);
    cursor.insertText(QString::number(number), format);
}

/// Paragraph by paragraph; a lone line end stays one.
void insertText(QTextCursor& cursor, const QString& text, const QTextCharFormat& format) {
    const QStringList lines = text.split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (i > 0) {
            cursor.insertText(QString(QChar::LineSeparator), format);
        }
        cursor.insertText(lines[i], format);
    }
}

QTextCharFormat markFormat(const Theme& theme, const QTextCharFormat& plain, triage::DraftMarkKind kind) {
    QTextCharFormat format = plain;
    switch (kind) {
    case triage::DraftMarkKind::Supported:
        format.setUnderlineStyle(QTextCharFormat::DashUnderline);
        format.setUnderlineColor(theme.colour(Role::Accent));
        break;
    case triage::DraftMarkKind::Promise:
        format.setUnderlineStyle(QTextCharFormat::DotLine);
        format.setUnderlineColor(theme.colour(Role::Warn));
        break;
    case triage::DraftMarkKind::Unsupported:
        format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        format.setUnderlineColor(theme.colour(Role::Warn));
        format.setForeground(theme.colour(Role::Warn));
        break;
    case triage::DraftMarkKind::Placeholder:
    case triage::DraftMarkKind::Foreign:
        format.setBackground(theme.colour(Role::WarnTint));
        format.setForeground(theme.colour(Role::Warn));
        format.setFontWeight(QFont::DemiBold);
        break;
    }
    return format;
}

std::vector<LitStretch> litIn(const service::DraftView& view, const std::vector<int>& numbers, int text) {
    std::vector<LitStretch> lit;
    for (size_t i = 0; i < view.report.marks.size(); ++i) {
        const triage::DraftMark& mark = view.report.marks[i];
        const bool there =
            std::any_of(lit.begin(), lit.end(), [&](const LitStretch& one) { return one.number == numbers[i]; });
        if (mark.text == text && numbers[i] > 0 && !there) {
            lit.push_back({mark.textStart, mark.textEnd, numbers[i]});
        }
    }
    std::sort(lit.begin(), lit.end(), [](const LitStretch& a, const LitStretch& b) { return a.start < b.start; });
    return lit;
}

void insertLit(QTextCursor& cursor, const Theme& theme, const QString& text, const std::vector<LitStretch>& lit,
               const QTextCharFormat& plain) {
    QTextCharFormat bright = plain;
    bright.setBackground(theme.colour(Role::Mark));
    bright.setForeground(theme.colour(Role::MarkText));
    qsizetype at = 0;
    for (const LitStretch& one : lit) {
        if (one.start < at || one.end > text.size()) {
            continue;
        }
        insertText(cursor, text.mid(at, one.start - at), plain);
        insertText(cursor, text.mid(one.start, one.end - one.start), bright);
        insertNumber(cursor, theme, one.number);
        at = one.end;
    }
    insertText(cursor, text.mid(at), plain);
}

QString dayOf(std::chrono::milliseconds date) {
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(date.count(), Qt::UTC).date(), QStringLiteral("d MMM"));
}

/// One line of an earlier letter, around the first words that a fact rests on.
void insertEarlier(QTextCursor& cursor, const Theme& theme, const service::DraftView& view, size_t index,
                   std::vector<LitStretch> lit) {
    const triage::ThreadLetter& letter = view.thread[index];
    cursor.insertText(letter.byOwner ? QObject::tr("You") : letter.author,
                      plainFormat(theme, TextStyle::BodyStrong, Role::Text));
    cursor.insertText(QStringLiteral("   "));
    const qsizetype from = lit.empty() ? 0 : std::max<qsizetype>(0, lit.front().start - 30);
    QString words = letter.text.mid(from, excerptLength);
    words.replace(u'\n', u' ');
    for (LitStretch& one : lit) {
        one.start -= from;
        one.end -= from;
    }
    insertLit(cursor, theme, words, lit, plainFormat(theme, TextStyle::Body, Role::Text2));
    cursor.insertText((letter.text.size() > from + excerptLength ? QStringLiteral("…   ") : QStringLiteral("   ")) +
                          dayOf(letter.date),
                      plainFormat(theme, TextStyle::Caption, Role::Text3));
}

}  // namespace

std::vector<int> draftNumbers(const service::DraftView& view) {
    std::vector<int> numbers;
    std::vector<std::tuple<int, qsizetype, qsizetype>> places;
    for (const triage::DraftMark& mark : view.report.marks) {
        if (mark.kind != triage::DraftMarkKind::Supported || mark.text < 0) {
            numbers.push_back(0);
            continue;
        }
        const std::tuple place(mark.text, mark.textStart, mark.textEnd);
        const auto known = std::find(places.begin(), places.end(), place);
        numbers.push_back(static_cast<int>(known - places.begin()) + 1);
        if (known == places.end()) {
            places.push_back(place);
        }
    }
    return numbers;
}

void writeDraft(QTextDocument& document, const Theme& theme, const service::DraftView& view) {
    document.clear();
    QTextCursor cursor(&document);
    cursor.setBlockFormat(lineFormat(theme, TextStyle::Lead, 0));
    const QTextCharFormat plain = plainFormat(theme, TextStyle::Lead, Role::Text);
    const std::vector<int> numbers = draftNumbers(view);
    const QString& body = view.draft.body;
    qsizetype at = 0;
    for (size_t i = 0; i < view.report.marks.size(); ++i) {
        const triage::DraftMark& mark = view.report.marks[i];
        if (mark.start < at || mark.end > body.size()) {
            continue;
        }
        insertText(cursor, body.mid(at, mark.start - at), plain);
        insertText(cursor, body.mid(mark.start, mark.end - mark.start), markFormat(theme, plain, mark.kind));
        if (numbers[i] > 0) {
            insertNumber(cursor, theme, numbers[i]);
        }
        at = mark.end;
    }
    insertText(cursor, body.mid(at).trimmed().isEmpty() ? QString() : body.mid(at), plain);
}

void writeThread(QTextDocument& document, const Theme& theme, const service::DraftView& view) {
    document.clear();
    QTextCursor cursor(&document);
    const std::vector<int> numbers = draftNumbers(view);
    cursor.setBlockFormat(lineFormat(theme, TextStyle::LeadStrong, space::two));
    cursor.insertText(view.subject, plainFormat(theme, TextStyle::LeadStrong, Role::Text));
    for (size_t i = 0; i < view.thread.size(); ++i) {
        const bool last = i + 1 == view.thread.size();
        const std::vector<LitStretch> lit = litIn(view, numbers, static_cast<int>(i));
        if (!last) {
            cursor.insertBlock(lineFormat(theme, TextStyle::Body, 12));
            insertEarlier(cursor, theme, view, i, lit);
            continue;
        }
        cursor.insertBlock(lineFormat(theme, TextStyle::Body, 12));
        cursor.insertText(view.thread[i].author, plainFormat(theme, TextStyle::BodyStrong, Role::Text));
        cursor.insertText(QStringLiteral("   ") + dayOf(view.thread[i].date),
                          plainFormat(theme, TextStyle::Caption, Role::Text3));
        cursor.insertBlock(lineFormat(theme, TextStyle::Lead, 0));
        insertLit(cursor, theme, view.thread[i].text.trimmed().isEmpty() ? QString() : unwrapped(view.thread[i].text),
                  lit, plainFormat(theme, TextStyle::Lead, Role::Text));
    }
}

}  // namespace kith::ui
