// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/letter_document.h"

#include "core/base/text.h"

#include <QRegularExpression>

#include <algorithm>

namespace kith::ui {

namespace {

/// UTF-16 positions, sorted, without overlaps.
struct PlacedSpan {
    qsizetype start{0};
    qsizetype end{0};
    MarkedSpan::Look look{MarkedSpan::Look::Evidence};
};

std::vector<PlacedSpan> placedSpans(const QString& text, const std::vector<MarkedSpan>& spans) {
    std::vector<PlacedSpan> result;
    for (const MarkedSpan& span : spans) {
        if (span.start >= 0 && span.end > span.start) {
            result.push_back({text::utf16Index(text, span.start), text::utf16Index(text, span.end), span.look});
        }
    }
    std::sort(result.begin(), result.end(), [](const auto& a, const auto& b) { return a.start < b.start; });
    qsizetype free = 0;
    for (PlacedSpan& span : result) {
        span.start = std::max(span.start, free);
        span.end = std::max(span.end, span.start);
        free = span.end;
    }
    return result;
}

QString openingTag(MarkedSpan::Look look, const LetterColours& colours) {
    switch (look) {
    case MarkedSpan::Look::Evidence:
        return QStringLiteral("<span style=\"text-decoration: underline;\">");
    case MarkedSpan::Look::Lit:
        return QStringLiteral("<span style=\"background-color: %1; color: %2;\">").arg(colours.mark, colours.markText);
    case MarkedSpan::Look::Warning:
        return QStringLiteral("<span style=\"text-decoration: underline; color: %1;\">").arg(colours.warn);
    }
    return {};
}

QString escapedLines(const QString& part) {
    QString html = part.toHtmlEscaped();
    html.replace(QStringLiteral("  "), QStringLiteral("&nbsp; "));
    return html.replace(QLatin1Char('\n'), QStringLiteral("<br>"));
}

/// Escaped; addresses of the web and of mail become links whose text is the address itself.
QString linked(QStringView plain, const LetterColours& colours) {
    static const QRegularExpression address(
        QStringLiteral(R"re((https?://[^\s<>"]+[^\s<>".,;:!?)\]}'])|([\w.+-]+@[\w-]+\.[\w.-]*\w))re"));
    const QString text = plain.toString();
    QString html;
    qsizetype done = 0;
    for (auto matches = address.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        html += escapedLines(text.mid(done, match.capturedStart() - done));
        const QString target =
            match.captured(1).isEmpty() ? QString(QStringLiteral("mailto:") + match.captured(2)) : match.captured(1);
        html += QStringLiteral("<a href=\"%1\" style=\"color: %2; text-decoration: none;\">%3</a>")
                    .arg(target.toHtmlEscaped(), colours.accent, match.captured(0).toHtmlEscaped());
        done = match.capturedEnd();
    }
    return html + escapedLines(text.mid(done));
}

struct Stretch {
    qsizetype from{0};
    qsizetype upTo{0};
};

QString stretchHtml(const QString& text, Stretch stretch, const std::vector<PlacedSpan>& spans,
                    const LetterColours& colours) {
    QString html;
    qsizetype at = stretch.from;
    for (const PlacedSpan& span : spans) {
        const qsizetype start = std::clamp(span.start, at, std::max(at, stretch.upTo));
        const qsizetype end = std::clamp(span.end, start, std::max(start, stretch.upTo));
        if (end == start) {
            continue;
        }
        html += linked(QStringView(text).mid(at, start - at), colours);
        html += openingTag(span.look, colours);
        html += linked(QStringView(text).mid(start, end - start), colours) + QStringLiteral("</span>");
        at = end;
    }
    return html + linked(QStringView(text).mid(at, stretch.upTo - at), colours);
}

bool isQuoted(ZoneKind kind) { return kind == ZoneKind::Quote || kind == ZoneKind::QuoteHeader; }

bool isFoldedAway(ZoneKind kind) {
    return isQuoted(kind) || kind == ZoneKind::Signature || kind == ZoneKind::Disclaimer;
}

QString withoutOuterBreaks(QString html) {
    const QString lineBreak = QStringLiteral("<br>");
    while (html.startsWith(lineBreak)) {
        html.remove(0, lineBreak.size());
    }
    while (html.endsWith(lineBreak)) {
        html.chop(lineBreak.size());
    }
    const QString three = lineBreak + lineBreak + lineBreak;
    while (html.contains(three)) {
        html.replace(three, lineBreak + lineBreak);
    }
    return html;
}

void addZone(LetterParts& parts, const Zone& zone, const QString& html, bool foldable, const LetterColours& colours) {
    parts.hasSignature = parts.hasSignature || zone.kind == ZoneKind::Signature;
    parts.quotedMessages += zone.kind == ZoneKind::QuoteHeader ? 1 : 0;
    if (zone.kind == ZoneKind::Quote && parts.quotedMessages == 0) {
        parts.quotedMessages = 1;
    }
    if (!foldable) {
        parts.html += html;
    } else if (isQuoted(zone.kind)) {
        parts.foldedHtml += QStringLiteral("<span style=\"color: %1;\">%2</span>").arg(colours.quiet, html);
    } else {
        parts.foldedHtml += html;
    }
}

}  // namespace

LetterParts letterParts(const QString& text, const std::vector<Zone>& zones, const std::vector<MarkedSpan>& spans,
                        const LetterColours& colours) {
    LetterParts parts;
    const std::vector<PlacedSpan> marks = placedSpans(text, spans);
    const bool hasAuthor = std::any_of(zones.begin(), zones.end(), [](const Zone& zone) {
        return zone.kind == ZoneKind::Author || zone.kind == ZoneKind::Greeting;
    });
    qsizetype done = 0;
    for (const Zone& zone : zones) {
        const Stretch stretch{std::max(done, text::utf16Index(text, zone.start)), text::utf16Index(text, zone.end)};
        const QString html = stretchHtml(text, stretch, marks, colours);
        addZone(parts, zone, html, hasAuthor && isFoldedAway(zone.kind), colours);
        done = std::max(done, stretch.upTo);
    }
    if (zones.empty()) {
        parts.html = stretchHtml(text, {0, text.size()}, marks, colours);
    }
    parts.html = withoutOuterBreaks(parts.html);
    parts.foldedHtml = withoutOuterBreaks(parts.foldedHtml);
    return parts;
}

}  // namespace kith::ui
