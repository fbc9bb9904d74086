// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/mail/zone_anchors.h"
#include "core/mail/zone_features.h"

namespace kith::mail {
namespace {

bool closes(const Signals& s) {
    return s.has(Signal::ClosingShort) || s.has(Signal::ThanksShort) ||
           (s.has(Signal::ClosingStart) && s.has(Signal::EndsComma));
}

/// Sets the signals of one block: lines of one quote depth without a header among them.
class BlockContext {
public:
    BlockContext(SeenLines& seen, std::size_t first, std::size_t end)
        : m_seen(seen)
        , m_first(first)
        , m_end(end) {}

    void set() {
        setPlaces();
        setAfter();
        setTail();
        setParagraphs();
    }

private:
    Signals& at(std::size_t i) { return m_seen.signals[i]; }
    const ZoneLine& line(std::size_t i) const { return m_seen.text.lines[i]; }

    void setPlaces() {
        const std::size_t size = m_end - m_first;
        at(m_first).set(Signal::First);
        at(m_first).set(Signal::OnlyLine, size == 1);
        at(m_end - 1).set(Signal::Last);
        if (size > 1) {
            at(m_first + 1).set(Signal::Second);
            at(m_end - 2).set(Signal::LastButOne);
        }
        if (size > 2) {
            at(m_first + 2).set(Signal::Third);
        }
        for (std::size_t i = m_end; i-- > m_first && m_end - i <= 8;) {
            at(i).set(Signal::NearEnd);
        }
        for (std::size_t i = m_first; i < m_end; ++i) {
            at(i).set(Signal::BlockSmall, size <= 4);
        }
    }

    void setAfter() {
        std::size_t sinceMark = 1000;
        std::size_t sinceClosing = 1000;
        for (std::size_t i = m_first; i < m_end; ++i) {
            at(i).set(Signal::AfterMark, sinceMark < 15);
            at(i).set(Signal::AfterClosing1, sinceClosing == 0);
            at(i).set(Signal::AfterClosing3, sinceClosing <= 3);
            ++sinceMark;
            ++sinceClosing;
            sinceMark = at(i).has(Signal::SignatureMark) ? 0 : sinceMark;
            sinceClosing = closes(at(i)) ? 0 : sinceClosing;
        }
    }

    void setTail() {
        for (std::size_t i = m_end; i-- > m_first;) {
            if (at(i).has(Signal::Common3) || at(i).has(Signal::SentenceInside) || at(i).has(Signal::WordsMany)) {
                break;
            }
            at(i).set(Signal::TailNoSentence);
        }
    }

    void setParagraphs() {
        std::size_t from = m_first;
        for (std::size_t i = m_first; i < m_end; ++i) {
            if (i + 1 < m_end && line(i + 1).blanksBefore == 0) {
                continue;
            }
            for (std::size_t k = from; k <= i; ++k) {
                at(k).set(Signal::ParagraphAlone, from == i);
                at(k).set(Signal::ParagraphShort, i - from < 3);
            }
            from = i + 1;
        }
    }

    SeenLines& m_seen;
    std::size_t m_first;
    std::size_t m_end;
};

void setSurroundings(SeenLines& seen) {
    const std::vector<ZoneLine>& lines = seen.text.lines;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        Signals& signals = seen.signals[i];
        signals.set(Signal::InHeader, seen.header[i]);
        signals.set(Signal::BlankBefore, lines[i].blanksBefore > 0);
        signals.set(Signal::BlanksBefore, lines[i].blanksBefore > 1);
        signals.set(Signal::BlankAfter, lines[i].blanksAfter > 0);
        signals.set(Signal::BlanksAfter, lines[i].blanksAfter > 1);
        signals.set(Signal::DepthRises, i > 0 && lines[i].depth > lines[i - 1].depth);
        signals.set(Signal::DepthFalls, i > 0 && lines[i].depth < lines[i - 1].depth);
        signals.set(Signal::HeaderBefore, i > 0 && seen.header[i - 1]);
        signals.set(Signal::HeaderAfter, i + 1 < lines.size() && seen.header[i + 1]);
    }
}

}  // namespace

SeenLines seenLines(QStringView text) {
    SeenLines seen;
    seen.text = zoneLines(text);
    const std::vector<ZoneLine>& lines = seen.text.lines;
    seen.signals.reserve(lines.size());
    for (const ZoneLine& line : lines) {
        seen.signals.push_back(shapeOf(line));
    }
    seen.header = headerLines(seen.text, seen.signals);
    setSurroundings(seen);
    for (std::size_t first = 0; first < lines.size();) {
        std::size_t end = first + 1;
        while (end < lines.size() && lines[end].depth == lines[first].depth && seen.header[end] == seen.header[first]) {
            ++end;
        }
        BlockContext(seen, first, end).set();
        first = end;
    }
    return seen;
}

}  // namespace kith::mail
