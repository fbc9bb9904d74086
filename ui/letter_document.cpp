// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/letter_document.h"

#include "core/base/text.h"

#include <QRegularExpression>

#include <algorithm>

namespace kith::ui {

namespace {

struct PlacedSpan {
    TextStretch at;
    MarkedSpan::Look look{MarkedSpan::Look::Evidence};
};

struct PlacedZone {
    TextStretch at;
    ZoneKind kind{ZoneKind::Author};
};

struct PlacedLink {
    TextStretch at;
    QString target;
};

/// Sorted, without overlaps: the earlier span wins; of two that start together, the warning.
std::vector<PlacedSpan> placedSpans(const QString& text, const std::vector<MarkedSpan>& spans) {
    std::vector<PlacedSpan> result;
    for (const MarkedSpan& span : spans) {
        if (span.start >= 0 && span.end > span.start) {
            result.push_back({stretchOf(text, span.start, span.end), span.look});
        }
    }
    std::sort(result.begin(), result.end(), [](const PlacedSpan& a, const PlacedSpan& b) {
        return a.at.from != b.at.from ? a.at.from < b.at.from : a.look > b.look;
    });
    qsizetype free = 0;
    for (PlacedSpan& span : result) {
        span.at.from = std::max(span.at.from, free);
        span.at.upTo = std::max(span.at.upTo, span.at.from);
        free = span.at.upTo;
    }
    return result;
}

std::vector<PlacedZone> placedZones(const QString& text, const std::vector<Zone>& zones) {
    std::vector<PlacedZone> result;
    for (const Zone& zone : zones) {
        result.push_back({stretchOf(text, zone.start, zone.end), zone.kind});
    }
    return result;
}

bool isQuoted(ZoneKind kind) {
    return kind == ZoneKind::Quote || kind == ZoneKind::QuoteHeader;
}

bool isFoldedAway(ZoneKind kind) {
    return isQuoted(kind) || kind == ZoneKind::Signature || kind == ZoneKind::Disclaimer;
}

/// Addresses of the web and of mail; the text of a link is always the address itself.
std::vector<PlacedLink> linksIn(const QString& text, TextStretch line) {
    static const QRegularExpression address(
        QStringLiteral(R"re((https?://[^\s<>"]*[^\s<>".,;:!?)\]}'])|([\w.+-]+@[\w-]+\.[\w.-]*\w))re"));
    std::vector<PlacedLink> links;
    const QString words = text.mid(line.from, line.upTo - line.from);
    if (!words.contains(QLatin1Char('@')) && !words.contains(QStringLiteral("://"))) {
        return links;
    }
    for (auto matches = address.globalMatch(words); matches.hasNext();) {
        const auto match = matches.next();
        const TextStretch at{line.from + match.capturedStart(), line.from + match.capturedEnd()};
        links.push_back({at, match.captured(1).isEmpty() ? QString(QStringLiteral("mailto:") + match.captured(2))
                                                         : match.captured(1)});
    }
    return links;
}

/// Characters that mean something to a text document become harmless ones of the same length.
QString tame(QString words) {
    for (QChar& c : words) {
        const char16_t u = c.unicode();
        if (u == 0 || u == u'\r' || u == 0x2028 || u == 0x2029 || u == 0xFFFC || (u >= 0xFDD0 && u <= 0xFDEF)) {
            c = QLatin1Char(' ');
        }
    }
    return words;
}

/// The first of items that holds index or comes after it.
template <class Item>
const Item* itemFrom(const std::vector<Item>& items, qsizetype index) {
    const auto found = std::find_if(items.begin(), items.end(), [index](const Item& item) {
        return item.at.upTo > index && item.at.upTo > item.at.from;
    });
    return found == items.end() ? nullptr : &*found;
}

template <class Item>
qsizetype nextEdge(const Item* item, qsizetype index, qsizetype end) {
    return item == nullptr ? end : std::min(end, item->at.from > index ? item->at.from : item->at.upTo);
}

void appendLine(std::vector<LetterRun>& runs, const QString& text, TextStretch line,
                const std::vector<PlacedSpan>& spans) {
    const std::vector<PlacedLink> links = linksIn(text, line);
    for (qsizetype at = line.from; at < line.upTo;) {
        const PlacedSpan* span = itemFrom(spans, at);
        const PlacedLink* link = itemFrom(links, at);
        const qsizetype end = std::min(nextEdge(span, at, line.upTo), nextEdge(link, at, line.upTo));
        LetterRun run{tame(text.mid(at, end - at)), at, {}, {}};
        if (span != nullptr && span->at.from <= at) {
            run.look = span->look;
        }
        if (link != nullptr && link->at.from <= at) {
            run.link = link->target;
        }
        runs.push_back(std::move(run));
        at = end;
    }
}

constexpr qsizetype leastWrap = 55;  // a column at which programs break lines
constexpr qsizetype mostWrap = 80;

/// The column at which the sender's program broke lines; 0 where it did not: then every break is meant.
qsizetype wrapColumn(QStringView text) {
    qsizetype column = 0;
    int lines = 0;
    int longer = 0;
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype found = text.indexOf(QLatin1Char('\n'), at);
        const QStringView line = text.mid(at, (found < 0 ? text.size() : found) - at).trimmed();
        // Quotes and the line above them were broken by other programs, at other columns.
        const bool foreign = line.startsWith(QLatin1Char('>')) || line.contains(QLatin1Char('@'));
        const qsizetype length = foreign ? 0 : line.size();
        lines += length > 0 ? 1 : 0;
        longer += length > mostWrap ? 1 : 0;
        column = length <= mostWrap ? std::max(column, length) : column;
        at = found < 0 ? text.size() : found + 1;
    }
    return column >= leastWrap && longer * 10 <= lines ? column : 0;
}

/// Whether next stands on a line of its own only because it had no room left on the one before.
bool wasWrapped(qsizetype before, QStringView next, qsizetype column) {
    if (column == 0 || !(next.front().isLetterOrNumber() || next.front() == QLatin1Char('('))) {
        return false;
    }
    const auto end = std::find_if(next.begin(), next.end(), [](QChar c) { return c.isSpace(); });
    const qsizetype word = end - next.begin();
    const QChar last = next.at(word - 1);
    const bool isPoint = next.front().isDigit() && (last == QLatin1Char('.') || last == QLatin1Char(')'));
    return !isPoint && before + 1 + word > column;
}

/// Puts lines where they belong; a blank line or a change of place begins a paragraph.
class PartsBuilder {
public:
    PartsBuilder(const QString& text, const std::vector<Zone>& zones, const std::vector<MarkedSpan>& spans)
        : m_text(text)
        , m_zones(placedZones(text, zones))
        , m_spans(placedSpans(text, spans))
        , m_column(wrapColumn(text)) {
        m_folds = std::any_of(zones.begin(), zones.end(), [](const Zone& zone) {
            return zone.kind == ZoneKind::Author || zone.kind == ZoneKind::Greeting;
        });
        for (const Zone& zone : zones) {
            m_parts.hasSignature = m_parts.hasSignature || zone.kind == ZoneKind::Signature;
            m_parts.quotedMessages += zone.kind == ZoneKind::QuoteHeader ? 1 : 0;
            if (zone.kind == ZoneKind::Quote && m_parts.quotedMessages == 0) {
                m_parts.quotedMessages = 1;
            }
        }
    }

    LetterParts build() {
        for (qsizetype at = 0; at < m_text.size();) {
            const qsizetype found = m_text.indexOf(QLatin1Char('\n'), at);
            const qsizetype end = found < 0 ? m_text.size() : found;
            addLine({at, end});
            at = end + 1;
        }
        return std::move(m_parts);
    }

private:
    ZoneKind kindAt(qsizetype index) {
        while (m_zone < m_zones.size() && m_zones[m_zone].at.upTo <= index) {
            ++m_zone;
        }
        const bool inside = m_zone < m_zones.size() && m_zones[m_zone].at.from <= index;
        return inside ? m_zones[m_zone].kind : ZoneKind::Author;
    }

    void addLine(TextStretch line) {
        while (line.upTo > line.from && m_text.at(line.upTo - 1).isSpace()) {
            --line.upTo;
        }
        qsizetype first = line.from;
        while (first < line.upTo && m_text.at(first).isSpace()) {
            ++first;
        }
        if (first == line.upTo) {
            m_open = nullptr;
            return;
        }
        const ZoneKind kind = kindAt(first);
        auto& list = m_folds && isFoldedAway(kind) ? m_parts.folded : m_parts.shown;
        if (m_open != &list || list.back().quoted != isQuoted(kind)) {
            list.push_back({{}, isQuoted(kind)});
            m_open = &list;
        } else {
            const bool flows = !isQuoted(kind) && first == line.from &&
                               wasWrapped(m_before, QStringView(m_text).mid(first, line.upTo - first), m_column);
            const QChar joint = flows ? QLatin1Char(' ') : QChar(QChar::LineSeparator);
            list.back().runs.push_back({QString(joint), line.from - 1, {}, {}});
        }
        m_before = line.upTo - line.from;
        appendLine(list.back().runs, m_text, line, m_spans);
    }

    const QString& m_text;
    std::vector<PlacedZone> m_zones;
    std::vector<PlacedSpan> m_spans;
    LetterParts m_parts;
    std::vector<LetterParagraph>* m_open{nullptr};
    qsizetype m_column{0};
    qsizetype m_before{0};  ///< length of the line before
    size_t m_zone{0};
    bool m_folds{false};
};

bool isBulk(const BulkMarks& marks) {
    return !marks.listId.isEmpty() || !marks.listUnsubscribe.isEmpty() ||
           marks.precedence.compare(QStringLiteral("bulk"), Qt::CaseInsensitive) == 0;
}

qsizetype inkOf(QStringView text) {
    return std::count_if(text.begin(), text.end(), [](QChar c) { return !c.isSpace(); });
}

/// Characters that HTML shows, roughly: what stands outside of tags.
qsizetype inkOfHtml(QStringView html) {
    qsizetype ink = 0;
    bool inTag = false;
    for (const QChar c : html) {
        if (c == QLatin1Char('<')) {
            inTag = true;
        } else if (c == QLatin1Char('>')) {
            inTag = false;
        } else if (!inTag && !c.isSpace()) {
            ++ink;
        }
    }
    return ink;
}

}  // namespace

TextStretch stretchOf(const QString& text, int startCodePoint, int endCodePoint) {
    return {text::utf16Index(text, startCodePoint), text::utf16Index(text, endCodePoint)};
}

QString unwrapped(const QString& text) {
    const qsizetype column = wrapColumn(text);
    QString joined = text;
    qsizetype before = 0;  // of the line above, as long as it is; 0: a paragraph begins
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype found = text.indexOf(u'\n', at);
        const qsizetype end = found < 0 ? text.size() : found;
        const QStringView line = QStringView(text).mid(at, end - at);
        const bool indented = !line.isEmpty() && line.front().isSpace();
        if (before > 0 && !line.trimmed().isEmpty() && !indented && wasWrapped(before, line, column)) {
            joined[at - 1] = u' ';
        }
        before = line.trimmed().size();
        at = end + 1;
    }
    return joined;
}

LetterParts letterParts(const QString& text, const std::vector<Zone>& zones, const std::vector<MarkedSpan>& spans) {
    return PartsBuilder(text, zones, spans).build();
}

qsizetype lengthOf(const std::vector<LetterParagraph>& paragraphs) {
    qsizetype length = 0;
    for (const LetterParagraph& paragraph : paragraphs) {
        for (const LetterRun& run : paragraph.runs) {
            length += run.text.size();
        }
    }
    return length;
}

std::vector<LetterParagraph> beginningOf(const std::vector<LetterParagraph>& paragraphs, qsizetype characters) {
    std::vector<LetterParagraph> beginning;
    for (const LetterParagraph& paragraph : paragraphs) {
        beginning.push_back({{}, paragraph.quoted});
        for (LetterRun run : paragraph.runs) {
            run.text.truncate(characters);
            characters -= run.text.size();
            beginning.back().runs.push_back(std::move(run));
            if (characters <= 0) {
                return beginning;
            }
        }
    }
    return beginning;
}

std::vector<MarkedSpan> markedSpans(const service::LetterView& letter, const std::optional<Decision>& decision) {
    std::vector<MarkedSpan> spans;
    if (letter.aimedAtAssistant && letter.assistantStart >= 0) {
        spans.push_back({letter.assistantStart, letter.assistantEnd, MarkedSpan::Look::Warning});
    }
    if (decision && decision->message == letter.message.id) {
        for (const Contribution& reason : decision->contributions) {
            if (reason.evidenceStart >= 0 && reason.effect > 0) {
                spans.push_back({reason.evidenceStart, reason.evidenceEnd, MarkedSpan::Look::Evidence});
            }
        }
    }
    return spans;
}

bool readsBetterAsHtml(const service::LetterView& letter) {
    if (letter.safeHtml.isEmpty()) {
        return false;
    }
    // "Your program cannot show this message": a text that says far less than the HTML is not the letter
    constexpr qsizetype farLess = 3;
    return isBulk(letter.message.bulk) || inkOf(letter.text) * farLess < inkOfHtml(letter.safeHtml);
}

}  // namespace kith::ui
