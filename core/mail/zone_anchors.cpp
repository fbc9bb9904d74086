// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/mail/zone_anchors.h"

#include "core/mail/zone_words.h"

#include <algorithm>

namespace kith::mail {
namespace {

enum FieldBit : unsigned { FromBit = 1, ToBit = 2, CopyBit = 4, DateBit = 8, SubjectBit = 16, OtherBit = 32 };

constexpr std::size_t blockLimit = 400;  // lines of one header: keeps the search linear

class HeaderFinder {
public:
    HeaderFinder(const ZoneLines& text, const std::vector<Signals>& signals)
        : m_lines(text.lines)
        , m_signals(signals)
        , m_header(text.lines.size(), false) {}

    std::vector<bool> find() {
        for (std::size_t i = 0; i < m_lines.size(); ++i) {
            markSeparator(i);
        }
        for (std::size_t i = 0; i < m_lines.size(); ++i) {
            markAttribution(i);
            markColumns(i);
            if (!m_header[i] || has(i, Signal::FieldFrom) || has(i, Signal::FieldTo)) {
                i = std::max(i, markBlock(i));
            }
        }
        return std::move(m_header);
    }

private:
    bool has(std::size_t i, Signal signal) const { return m_signals[i].has(signal); }
    QStringView content(std::size_t i) const { return m_lines[i].content; }
    bool endsColon(std::size_t i) const { return has(i, Signal::EndsColon); }
    bool nextIsDeeper(std::size_t i) const { return i + 1 < m_lines.size() && m_lines[i + 1].depth > m_lines[i].depth; }
    void mark(std::size_t from, std::size_t to) {
        for (std::size_t i = from; i <= to && i < m_header.size(); ++i) {
            m_header[i] = true;
        }
    }

    unsigned field(std::size_t i) const {
        return (has(i, Signal::FieldFrom) ? FromBit : 0U) | (has(i, Signal::FieldTo) ? ToBit : 0U) |
               (has(i, Signal::FieldCopy) ? CopyBit : 0U) | (has(i, Signal::FieldDate) ? DateBit : 0U) |
               (has(i, Signal::FieldSubject) ? SubjectBit : 0U) | (has(i, Signal::FieldOther) ? OtherBit : 0U);
    }

    static bool startsWithRule(QStringView text) {
        const QChar c = text.front();
        return text.size() > 3 && text[1] == c &&
               (c == u'-' || c == u'_' || c == u'*' || c == u'=' || c == u'#' || c == QChar(0x2013) ||
                c == QChar(0x2014) || c == QChar(0x2500));
    }
    static bool endsWithRule(QStringView text) {
        return text.size() > 3 && text[text.size() - 2] == text.back() &&
               (text.back() == u'-' || text.back() == u'_' || text.back() == u'*' || text.back() == u'=' ||
                text.back() == QChar(0x2014) || text.back() == QChar(0x2500));
    }

    void markSeparator(std::size_t i) {
        const QStringView text = content(i);
        const bool next = i + 1 < m_lines.size();
        const bool forward = has(i, Signal::ForwardStart) && (endsColon(i) || startsWithRule(text));
        const bool original = has(i, Signal::Original) && text.size() < 240 && (startsWithRule(text) || isBareTitle(i));
        const bool ruled = next && has(i, Signal::Rule) && m_lines[i + 1].blanksBefore <= 1 && text.size() >= 5 &&
                           has(i + 1, Signal::FieldFrom) && i + 2 < m_lines.size() && field(i + 2) != 0;
        m_header[i] = m_header[i] || forward || original || ruled;
        if (original && !forward) {
            for (std::size_t k = i + 1;
                 k < m_lines.size() && k <= i + 2 && m_lines[k].blanksBefore == 0 && !endsWithRule(content(k - 1));
                 ++k) {
                if (endsWithRule(content(k))) {
                    mark(i, k);
                }
            }
        }
    }

    /// "Original Message" alone on its line, a header right after it.
    bool isBareTitle(std::size_t i) const {
        return content(i).size() < 40 && i + 1 < m_lines.size() && (field(i + 1) & (FromBit | ToBit | DateBit)) != 0 &&
               (field(i) == 0);
    }

    bool evidence(std::size_t i) const {
        return has(i, Signal::MailAddress) || has(i, Signal::ManyDigits) || has(i, Signal::AngleAddress);
    }

    void markAttribution(std::size_t i) {
        if (m_header[i]) {
            return;
        }
        const QStringView text = content(i);
        if (has(i, Signal::Wrote) && has(i, Signal::SomeDigits) && startsWithRule(text) && endsWithRule(text)) {
            m_header[i] = true;
            return;
        }
        const bool opener = has(i, Signal::AttributionStart) || has(i, Signal::MailAddress) || has(i, Signal::Wrote) ||
                            has(i, Signal::StartsDigit);
        if (!opener || has(i, Signal::SentenceInside)) {
            return;
        }
        bool wrote = false;
        bool strong = false;
        bool digits = false;
        for (std::size_t last = i; last < m_lines.size() && last < i + 4; ++last) {
            if (last > i && !continuesAttribution(i, last)) {
                return;
            }
            wrote = wrote || has(last, Signal::Wrote);
            strong = strong || evidence(last);
            digits = digits || has(last, Signal::SomeDigits);
            if (endsAttribution(i, last, wrote, strong, digits)) {
                mark(i, last);
                return;
            }
            if (endsColon(last) || has(last, Signal::EndsPeriod) || content(last).size() > 300) {
                return;
            }
        }
    }

    /// Breaks happen inside the angle brackets too; then '>' stands at the start of a line like a quote mark.
    bool continuesAttribution(std::size_t first, std::size_t i) const {
        const bool openAddress =
            !content(i - 1).contains(u'>') && (content(i - 1).endsWith(u'<') || has(i - 1, Signal::MailAddress));
        const int slack = openAddress ? 1 : 0;
        return m_lines[i].blanksBefore <= slack && m_lines[i].depth <= m_lines[first].depth + slack;
    }

    static bool endsWithWrote(QStringView text) {
        const qsizetype space = text.lastIndexOf(u' ');
        return space > 0 && (phrases().classesWithin(FoldedStart(text.sliced(space + 1)).view()) & WroteWord) != 0;
    }

    bool endsAttribution(std::size_t first, std::size_t last, bool wrote, bool strong, bool digits) const {
        const QStringView text = content(last);
        const bool deeper = nextIsDeeper(last);
        if (!endsColon(last)) {
            return wrote && strong && has(first, Signal::AttributionStart) && has(last, Signal::Wrote) &&
                   (deeper || endsWithWrote(text));
        }
        const bool opener = has(first, Signal::AttributionStart) || has(first, Signal::StartsDigit);
        if (wrote && strong) {
            return last == first || opener || has(first, Signal::MailAddress) || deeper;
        }
        if (wrote) {
            const bool dated = has(first, Signal::AttributionStart) && has(first, Signal::PostcodeShape) &&
                               m_lines[first].blanksBefore > 0 && last == first && text.size() < 80;
            return dated || (deeper && (digits || m_lines[first].content.size() < 60));
        }
        const bool address = text.endsWith(u">:") || text.endsWith(u">）：") || text.endsWith(u")：");
        return address && strong && digits && (opener || deeper);
    }

    /// Lines in which "To:", "cc:" and "Subject:" stand in a column to the right of the sender's name and the date.
    void markColumns(std::size_t i) {
        if (!has(i, Signal::ColumnField) || m_header[i]) {
            return;
        }
        std::size_t first = i;
        while (first > 0 && i - first < 5 && m_lines[first].blanksBefore == 0 && m_lines[first - 1].indent >= 8) {
            --first;
        }
        std::size_t last = i;
        std::size_t fields = 1;
        while (last + 1 < m_lines.size() && m_lines[last + 1].blanksBefore == 0 && last - i < 80 &&
               m_lines[last + 1].depth <= m_lines[i].depth) {
            ++last;
            fields += has(last, Signal::ColumnField) ? 1 : 0;
        }
        if (fields >= 2 || has(i, Signal::LotusDate)) {
            mark(first, last);
        }
    }

    struct Block {
        std::size_t first{0};
        std::size_t last{0};
        unsigned fields{0};
        unsigned lastField{0};
    };

    Block readBlock(std::size_t first) const {
        Block block{first, first, field(first), field(first)};
        std::size_t pending = 0;
        for (std::size_t j = first + 1; j < m_lines.size() && j < first + blockLimit; ++j) {
            const ZoneLine& line = m_lines[j];
            if (line.blanksBefore > (block.fields & SubjectBit ? 1 : 3) || line.depth > m_lines[first].depth) {
                break;
            }
            if (const unsigned found = field(j); found != 0) {
                if ((found & FromBit) != 0 && (block.fields & SubjectBit) != 0) {
                    break;
                }
                block.fields |= found;
                block.last = j;
                block.lastField = found;
                pending = 0;
                continue;
            }
            const std::size_t limit = (block.lastField & (ToBit | CopyBit)) != 0 ? 300 : 3;
            if (line.blanksBefore > 0 || ++pending > limit) {
                break;
            }
        }
        return block;
    }

    bool isBlock(const Block& block) const {
        if ((block.fields & FromBit) != 0) {
            return (block.fields & (ToBit | DateBit | SubjectBit | CopyBit)) != 0;
        }
        if ((block.fields & ToBit) != 0 && (block.fields & SubjectBit) != 0) {
            return true;
        }
        const bool introduced = block.first > 0 && m_header[block.first - 1];
        return introduced && (block.fields & (ToBit | DateBit | SubjectBit)) != 0;
    }

    std::size_t markBlock(std::size_t i) {
        if ((field(i) & (FromBit | ToBit | DateBit | SubjectBit | CopyBit | OtherBit)) == 0) {
            return i;
        }
        Block block = readBlock(i);
        if (!isBlock(block)) {
            return i;
        }
        block.last = withContinuation(block);
        mark(block.first, block.last);
        markSenderAbove(block);
        return block.last;
    }

    /// Recipients or a subject that go on in the lines after the last field.
    std::size_t withContinuation(const Block& block) const {
        std::size_t last = block.last;
        const bool recipients = (block.lastField & (ToBit | CopyBit)) != 0;
        while (last + 1 < m_lines.size() && last - block.last < (recipients ? 300U : 2U)) {
            const ZoneLine& next = m_lines[last + 1];
            if (next.blanksBefore > 0 || next.depth > m_lines[block.first].depth) {
                break;
            }
            const bool folded = next.indent > m_lines[block.last].indent;
            const QStringView before = content(last);
            const bool open = recipients && (before.endsWith(u',') || before.endsWith(u';') ||
                                             has(last + 1, Signal::AtSign) || has(last + 1, Signal::MailAddress));
            const bool wrapped =
                before.size() + m_lines[last].indent >= 62 && next.blanksAfter > 0 && next.content.size() < 60;
            if (!folded && !open && !wrapped) {
                break;
            }
            ++last;
        }
        return last;
    }

    /// The name and the date that Lotus Notes puts above "To:", and what stands below a forwarding rule.
    void markSenderAbove(const Block& block) {
        const std::size_t first = block.first;
        for (std::size_t back = 1; back <= 6 && back <= first; ++back) {
            if (m_header[first - back]) {
                if (has(first - back, Signal::Original) || has(first - back, Signal::Rule)) {
                    mark(first - back, first);
                }
                break;
            }
        }
        if ((block.fields & FromBit) != 0 && (field(first) & FromBit) != 0) {
            return;
        }
        for (std::size_t back = 1; back <= 3 && back <= first && content(first - back).size() <= 110; ++back) {
            const std::size_t date = first - back;
            if (!has(date, Signal::LotusDate)) {
                continue;
            }
            mark(date, first);
            const auto named = [&](std::size_t k) {
                return content(k).size() <= 60 && !has(k, Signal::Common3) && !has(k, Signal::EndsPeriod);
            };
            for (std::size_t up = 1;
                 up <= 3 && up <= date && m_lines[date - up + 1].blanksBefore == 0 && named(date - up); ++up) {
                m_header[date - up] = true;
            }
            return;
        }
    }

    const std::vector<ZoneLine>& m_lines;
    const std::vector<Signals>& m_signals;
    std::vector<bool> m_header;
};

}  // namespace

std::vector<bool> headerLines(const ZoneLines& text, const std::vector<Signals>& signals) {
    return HeaderFinder(text, signals).find();
}

}  // namespace kith::mail
