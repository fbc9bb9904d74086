// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/mail/zone_lines.h"

#include <QString>

#include <algorithm>

namespace kith::mail {
namespace {

constexpr char16_t foldTableEnd = 0x0500;  // Latin, Greek and Cyrillic; the rest has no case or comes rarely

using FoldTable = std::array<char16_t, foldTableEnd>;

FoldTable makeFoldTable() {
    FoldTable table{};
    for (char16_t unit = 0; unit < foldTableEnd; ++unit) {
        const QString parts = QString(QChar(unit).toLower()).normalized(QString::NormalizationForm_D);
        table[unit] = parts.isEmpty() ? unit : parts.at(0).unicode();
    }
    table[0x00A0] = u' ';
    table[u'\t'] = u' ';
    return table;
}

bool isSpace(char16_t unit) {
    return unit == u' ' || unit == u'\t' || unit == u'\r' || unit == u'\f' || unit == u'\v' || unit == 0x00A0 ||
           unit == 0x3000 || unit == 0x200B || unit == 0xFEFF || unit == 0x200E || unit == 0x200F ||
           (unit >= 0x202A && unit <= 0x202E);
}

QStringView trimmedView(QStringView text) {
    qsizetype from = 0;
    qsizetype to = text.size();
    while (from < to && isSpace(text[from].unicode())) {
        ++from;
    }
    while (to > from && isSpace(text[to - 1].unicode())) {
        --to;
    }
    return text.sliced(from, to - from);
}

/// Tabs and spaces that old archives kept in quoted-printable: "=09", "=20".
QStringView withoutEncodedSpace(QStringView text) {
    while (text.startsWith(u"=09") || text.startsWith(u"=20")) {
        text = trimmedView(text.sliced(3));
    }
    while (text.endsWith(u"=09") || text.endsWith(u"=20")) {
        text = trimmedView(text.chopped(3));
    }
    return text;
}

int columns(QStringView space) {
    int count = 0;
    for (const QChar unit : space) {
        count += unit == u'\t' ? 8 : 1;
    }
    return count;
}

void addRow(ZoneLines& all, QStringView row, int& blanks) {
    if (row.endsWith(u'\r')) {
        row.chop(1);
    }
    qsizetype after = 0;
    ZoneLine line;
    line.depth = quoteDepth(row, after);
    line.row = qsizetype(all.rows.size());
    all.rows.push_back(row);
    all.depths.push_back(line.depth);
    const QStringView rest = row.sliced(after);
    line.content = withoutEncodedSpace(trimmedView(rest));
    if (line.content.isEmpty()) {
        ++blanks;
        return;
    }
    line.indent = columns(rest.first(line.content.begin() - rest.begin()));
    line.blanksBefore = blanks;
    if (!all.lines.empty()) {
        all.lines.back().blanksAfter = blanks;
    }
    blanks = 0;
    all.lines.push_back(line);
}

}  // namespace

char16_t foldedCharacter(char16_t character) {
    static const FoldTable table = makeFoldTable();
    return character < foldTableEnd ? table[character] : character;
}

int quoteDepth(QStringView row, qsizetype& after) {
    int depth = 0;
    after = 0;
    qsizetype at = 0;
    while (at < row.size()) {
        const char16_t unit = row[at].unicode();
        if (unit == u'>') {
            ++depth;
            after = at + 1;
        } else if (!(isSpace(unit) && (depth > 0 || at < 2)) || at - after > 2) {
            break;  // deep white space after a mark is the content's own indent
        }
        ++at;
    }
    return depth;
}

FoldedStart::FoldedStart(QStringView content) {
    bool space = false;
    for (const QChar unit : content) {
        const char16_t folded = foldedCharacter(unit.unicode());
        if (folded == u' ' && space) {
            continue;
        }
        space = folded == u' ';
        if (folded >= 0x0300 && folded < 0x0370) {
            continue;  // a combining accent
        }
        if (m_size == capacity) {
            break;
        }
        m_characters[std::size_t(m_size++)] = folded;
    }
}

ZoneLines zoneLines(QStringView text) {
    ZoneLines all;
    const auto count = std::size_t(text.count(u'\n')) + 1;
    all.rows.reserve(count);
    all.depths.reserve(count);
    all.lines.reserve(count);
    int blanks = 0;
    qsizetype from = 0;
    while (from <= text.size()) {
        qsizetype to = text.indexOf(u'\n', from);
        if (to < 0) {
            to = text.size();
        }
        if (from < text.size() || to > from) {
            addRow(all, text.sliced(from, to - from), blanks);
        }
        from = to + 1;
    }
    if (!all.lines.empty()) {
        all.lines.back().blanksAfter = std::max(blanks, 1);
    }
    return all;
}

}  // namespace kith::mail
