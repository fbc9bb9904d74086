// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/mail/zones.h"

#include "core/base/text.h"
#include "core/mail/zone_model.h"
#include "core/mail/zone_words.h"

#include <algorithm>
#include <optional>

namespace kith::mail {
namespace {

using Kinds = std::vector<std::optional<ZoneKind>>;

/// Turns the roles of lines into the zones of the outer message.
class ZoneDeriver {
public:
    ZoneDeriver(const SeenLines& seen, std::vector<LineLabel> labels)
        : m_seen(seen)
        , m_lines(seen.text.lines)
        , m_labels(std::move(labels))
        , m_kinds(m_lines.size()) {}

    Kinds derive() {
        markQuotes();
        for (std::size_t first = 0; first < m_lines.size();) {
            std::size_t end = first;
            while (end < m_lines.size() && !m_kinds[end]) {
                ++end;
            }
            if (end > first) {
                markRun(first, end);
            }
            first = std::max(end, first + 1);
        }
        return std::move(m_kinds);
    }

private:
    bool has(std::size_t i, Signal signal) const { return m_seen.signals[i].has(signal); }
    bool header(std::size_t i) const { return m_labels[i] == LineLabel::Header; }

    void markQuotes() {
        bool openQuote = false;  // a header without quote marks after it: the rest is somebody else's
        for (std::size_t i = 0; i < m_lines.size(); ++i) {
            if (header(i)) {
                m_kinds[i] = ZoneKind::QuoteHeader;
                if (i + 1 == m_lines.size() || !header(i + 1)) {
                    openQuote = openQuote || (i + 1 < m_lines.size() && m_lines[i + 1].depth <= m_lines[i].depth &&
                                              m_lines[i].depth == 0);
                }
            } else if (m_lines[i].depth > 0 || openQuote || isWrappedQuote(i)) {
                m_kinds[i] = ZoneKind::Quote;
            }
        }
    }

    /// The end of a quoted line that a mailer broke without repeating the mark.
    bool isWrappedQuote(std::size_t i) const {
        const auto next = std::size_t(m_lines[i].row) + 1;
        return i > 0 && m_lines[i - 1].depth > 0 && m_lines[i].blanksBefore == 0 && next < m_seen.text.depths.size() &&
               m_seen.text.depths[next] > 0 && m_lines[i - 1].content.size() >= 55 &&
               (m_lines[i].content.size() <= 30 || (has(i, Signal::StartsLower) && m_lines[i].content.size() <= 60));
    }

    /// Author's lines without a quotation between them.
    void markRun(std::size_t first, std::size_t end) {
        for (std::size_t i = first; i < end; ++i) {
            m_kinds[i] = plainKind(i);
        }
        if (first == 0 && has(0, Signal::NameWithComma)) {
            m_kinds[0] = ZoneKind::Greeting;
        }
        markAfterMark(first, end);
        markPostscripts(first, end);
        markTail(first, end);
        for (std::size_t i = first + 1; i < end; ++i) {
            const bool reach = has(i, Signal::WebAddress) || has(i, Signal::MailAddress) || has(i, Signal::PhoneShape);
            if (m_kinds[i] == ZoneKind::Author && m_kinds[i - 1] == ZoneKind::Signature && reach &&
                has(i, Signal::TailNoSentence) && m_lines[i].content.size() <= 60) {
                m_kinds[i] = ZoneKind::Signature;
            }
        }
    }

    ZoneKind plainKind(std::size_t i) const {
        if (has(i, Signal::Device) && m_lines[i].content.size() < 80 &&
            (has(i, Signal::NearEnd) || has(i, Signal::ParagraphAlone))) {
            return ZoneKind::Signature;
        }
        switch (m_labels[i]) {
        case LineLabel::Intro:
            return ZoneKind::Greeting;
        case LineLabel::Outro:
            return ZoneKind::Closing;
        case LineLabel::Signature:
            return ZoneKind::Signature;
        default:
            return ZoneKind::Author;
        }
    }

    /// RFC 3676: what follows "-- " is the signature.
    void markAfterMark(std::size_t first, std::size_t end) {
        for (std::size_t i = first; i < end; ++i) {
            if (m_lines[i].content == u"--" && (i > first || end - i <= 12)) {
                std::fill(m_kinds.begin() + std::ptrdiff_t(i), m_kinds.begin() + std::ptrdiff_t(end),
                          ZoneKind::Signature);
                return;
            }
        }
    }

    void markPostscripts(std::size_t first, std::size_t end) {
        bool inside = false;
        for (std::size_t i = first; i < end; ++i) {
            const QStringView text = m_lines[i].content;
            const bool starts = text.startsWith(u"PS:") || text.startsWith(u"PS ") || text.startsWith(u"P.S") ||
                                text.startsWith(u"p.s") || text.startsWith(u"P.P.S") || text.startsWith(u"P.-S");
            inside = starts || (inside && m_lines[i].blanksBefore == 0);
            if (inside) {
                m_kinds[i] = ZoneKind::Author;
            }
        }
    }

    /// From the end upwards: disclaimers and footers, the signature, and a name alone as the closing.
    void markTail(std::size_t first, std::size_t end) {
        std::size_t paragraphEnd = end;
        while (paragraphEnd > first) {
            std::size_t begin = paragraphEnd - 1;
            while (begin > first && m_lines[begin].blanksBefore == 0 && !has(begin, Signal::Rule)) {
                --begin;
            }
            if (isDisclaimer(begin, paragraphEnd)) {
                std::fill(m_kinds.begin() + std::ptrdiff_t(begin), m_kinds.begin() + std::ptrdiff_t(paragraphEnd),
                          ZoneKind::Disclaimer);
            } else if (!markNames(begin, paragraphEnd, first)) {
                return;
            }
            paragraphEnd = begin;
        }
    }

    bool isDisclaimer(std::size_t begin, std::size_t end) const {
        int hits = 0;
        bool footer = false;
        for (std::size_t i = begin; i < end && i < begin + 40; ++i) {
            footer = footer || (has(i, Signal::Footer) && !has(i, Signal::EndsQuestion));
            hits += has(i, Signal::Disclaimer) ? disclaimerHits(m_lines[i].content) : 0;
        }
        return hits >= 2 || (footer && end - begin <= 8 && m_lines[begin].content.size() < 200);
    }

    static int disclaimerHits(QStringView content) {
        int hits = 0;
        const QStringView looked = content.first(std::min<qsizetype>(content.size(), 4000));
        for (qsizetype from = 0; from < looked.size(); from += FoldedStart::capacity) {
            const FoldedStart folded(looked.sliced(from));
            const QStringView view = folded.view();
            for (qsizetype at = 0; at < view.size(); ++at) {
                if ((at == 0 || !isWordCharacter(view[at - 1])) && isWordCharacter(view[at])) {
                    hits += (phrases().classesAt(view, at) & DisclaimerWord) != 0 ? 1 : 0;
                }
            }
        }
        return hits;
    }

    /// A name on top, short lines without sentences, and something only signatures have.
    bool isCard(std::size_t begin, std::size_t end) const {
        bool sure = false;
        for (std::size_t i = begin; i < end; ++i) {
            if (!has(i, Signal::TailNoSentence) || has(i, Signal::EndsColon) || m_lines[i].content.size() > 60) {
                return false;
            }
            sure = sure || (i > begin && (has(i, Signal::Title) || has(i, Signal::Company) ||
                                          has(i, Signal::PhoneShape) || has(i, Signal::MailAddress)));
        }
        return sure && end - begin <= 9 && has(begin, Signal::NameLike) && !has(begin, Signal::Initials);
    }

    /// True where the paragraph holds no words of the author's own.
    bool markNames(std::size_t begin, std::size_t end, std::size_t first) {
        if (begin > first && isCard(begin, end)) {
            std::fill(m_kinds.begin() + std::ptrdiff_t(begin), m_kinds.begin() + std::ptrdiff_t(end),
                      ZoneKind::Signature);
            return true;
        }
        bool only = true;
        for (std::size_t i = end; i-- > begin;) {
            if (m_kinds[i] != ZoneKind::Author) {
                continue;
            }
            const bool name = has(i, Signal::NameLike) || has(i, Signal::DashName) || has(i, Signal::Initials);
            if (only && name && i > first && has(i, Signal::TailNoSentence) && i + 1 == end &&
                (has(i, Signal::ParagraphAlone) || has(i - 1, Signal::Common1) || has(i - 1, Signal::EndsPeriod) ||
                 m_kinds[i - 1] == ZoneKind::Closing)) {
                m_kinds[i] = ZoneKind::Closing;
            } else if (has(i, Signal::Rule)) {
                m_kinds[i] = ZoneKind::Signature;
            } else {
                only = false;
            }
        }
        return only;
    }

    const SeenLines& m_seen;
    const std::vector<ZoneLine>& m_lines;
    std::vector<LineLabel> m_labels;
    Kinds m_kinds;
};

constexpr int kMostLines = 50'000;  // what follows belongs to the zone of the last of them: letters are shorter

QStringView firstLines(QStringView text) {
    qsizetype at = 0;
    for (int lines = 0; lines < kMostLines; ++lines) {
        const qsizetype newline = text.indexOf(u'\n', at);
        if (newline < 0) {
            return text;
        }
        at = newline + 1;
    }
    return text.first(at);
}

/// Code points before each row, and after the last.
std::vector<int> rowStarts(QStringView text, std::size_t rows) {
    std::vector<int> starts;
    starts.reserve(rows + 1);
    starts.push_back(0);
    int points = 0;
    for (qsizetype at = 0; at < text.size(); ++at) {
        points += text[at].isLowSurrogate() && at > 0 && text[at - 1].isHighSurrogate() ? 0 : 1;
        if (text[at] == u'\n') {
            starts.push_back(points);
        }
    }
    if (starts.size() <= rows) {
        starts.push_back(points);
    }
    return starts;
}

void applyHints(Kinds& kinds, const ZoneLines& text, const std::vector<int>& starts, const ZoneHints& hints) {
    for (const Zone& hint : hints.marked) {
        for (std::size_t i = 0; i < kinds.size(); ++i) {
            const int start = starts[std::size_t(text.lines[i].row)];
            const int end = starts[std::size_t(text.lines[i].row) + 1];
            const int shared = std::min(end, hint.end) - std::max(start, hint.start);
            const bool quoted = kinds[i] == ZoneKind::Quote || kinds[i] == ZoneKind::QuoteHeader;
            if (shared * 2 < end - start || shared <= 0 || quoted) {
                continue;
            }
            if (hint.kind == ZoneKind::Quote || hint.kind == ZoneKind::QuoteHeader ||
                hint.kind == ZoneKind::Signature) {
                kinds[i] = hint.kind;
            }
        }
    }
}

}  // namespace

std::vector<Zone> zonesOf(const QString& text, const ZoneHints& hints) {
    return zonesBy(shippedZoneWeights(), text, hints);
}

std::vector<Zone> zonesBy(const ZoneWeights& weights, const QString& text, const ZoneHints& hints) {
    const QStringView looked = firstLines(text);
    const SeenLines seen = seenLines(looked);
    if (seen.text.lines.empty()) {
        return {};
    }
    Kinds kinds = ZoneDeriver(seen, bestLabels(seen, weights)).derive();
    const std::vector<int> starts = rowStarts(looked, seen.text.rows.size());
    applyHints(kinds, seen.text, starts, hints);
    std::vector<Zone> zones;
    const auto begin = [&](ZoneKind kind, std::size_t row) {
        if (!zones.empty() && zones.back().kind == kind) {
            return;
        }
        if (!zones.empty()) {
            zones.back().end = starts[row];
        }
        zones.push_back({kind, starts[row], starts[row]});
    };
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        const auto row = std::size_t(seen.text.lines[i].row);
        const ZoneKind kind = kinds[i].value_or(ZoneKind::Author);
        begin(kind, row);
        const std::size_t next = i + 1 < kinds.size() ? std::size_t(seen.text.lines[i + 1].row) : seen.text.rows.size();
        for (std::size_t bare = row + 1; bare < next && kind != ZoneKind::QuoteHeader; ++bare) {
            if (seen.text.depths[bare] > 0) {
                begin(ZoneKind::Quote, bare);  // quote marks alone
                break;
            }
        }
    }
    zones.back().end = starts.back() + static_cast<int>(text::codePoints(QStringView(text).sliced(looked.size())));
    return zones;
}

QString authorText(const QString& text, const std::vector<Zone>& zones) {
    const auto joined = [&](std::initializer_list<ZoneKind> kinds) {
        QString result;
        qsizetype at = 0;      // UTF-16 index …
        qsizetype points = 0;  // … of this code point
        for (const Zone& zone : zones) {
            const qsizetype start = at + text::utf16Index(QStringView(text).sliced(at), zone.start - points);
            const qsizetype end = start + text::utf16Index(QStringView(text).sliced(start), zone.end - zone.start);
            if (std::find(kinds.begin(), kinds.end(), zone.kind) != kinds.end()) {
                result += QStringView(text).sliced(start, end - start);
            }
            at = end;
            points = zone.end;
        }
        return result.trimmed();
    };
    const QString own = joined({ZoneKind::Author});
    return own.isEmpty() ? joined({ZoneKind::Greeting, ZoneKind::Closing}) : own;
}

}  // namespace kith::mail
