// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The lines at the author's own end of a mail, with their words: what the detectors look at.
#pragma once

#include "core/people/contact_fields.h"

#include <QStringView>

#include <cstdint>
#include <vector>

namespace kith::people {

/// Offsets are UTF-16 units of Letter.text, ends exclusive.
struct CardWord {
    qsizetype start{0};
    qsizetype end{0};
    QString key;              ///< folded, dots left out
    std::uint32_t senses{0};  ///< lexicon.h
    bool colon{false};        ///< a colon follows
};

struct CardLine {
    QStringView text;  ///< trimmed, at most the first few hundred characters
    qsizetype start{0};
    int number{0};        ///< of the line within the card; a blank line leaves a gap
    bool closing{false};  ///< stands in a closing zone
    std::vector<CardWord> words;

    qsizetype end() const { return start + text.size(); }
};

/// The lines of the author's closings and signatures. What stands below a quotation counts only when the quotation
/// is marked line by line and the lines name the sender.
std::vector<CardLine> cardLines(const Letter& letter, const ContactHints& hints);

/// Words of a stretch of text that begins at start.
std::vector<CardWord> cardWords(QStringView text, qsizetype start);

/// Between code points and UTF-16 units of one text; near positions are cheap, whatever their order.
class CodePointCursor {
public:
    explicit CodePointCursor(QStringView text)
        : m_text(text) {}
    qsizetype unitAt(qsizetype point);
    qsizetype pointAt(qsizetype unit);

private:
    void forward();
    void back();

    QStringView m_text;
    qsizetype m_unit{0};
    qsizetype m_point{0};
};

}  // namespace kith::people
