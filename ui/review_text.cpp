// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/review_text.h"

#include "core/base/text.h"

#include <QStringList>

#include <algorithm>

namespace kith::ui {

namespace {

constexpr qsizetype reviewLongest = 20'000;  ///< characters shown; the reader shows all of it
constexpr qsizetype reviewWrappedFrom = 60;  ///< a line this long was broken by the sender's program

struct ReviewStretch {
    qsizetype from{0};
    qsizetype upTo{0};
    bool signature{false};
};

/// UTF-16, in order, not overlapping.
std::vector<ReviewStretch> litStretches(const QString& text, const std::optional<Decision>& decision) {
    std::vector<ReviewStretch> lit;
    for (const Contribution& one : decision ? decision->contributions : std::vector<Contribution>()) {
        if (one.evidenceStart >= 0 && one.evidenceEnd > one.evidenceStart) {
            lit.push_back({text::utf16Index(text, one.evidenceStart), text::utf16Index(text, one.evidenceEnd), false});
        }
    }
    std::sort(lit.begin(), lit.end(), [](const auto& a, const auto& b) { return a.from < b.from; });
    std::vector<ReviewStretch> merged;
    for (const ReviewStretch& one : lit) {
        if (!merged.empty() && one.from <= merged.back().upTo) {
            merged.back().upTo = std::max(merged.back().upTo, one.upTo);
        } else {
            merged.push_back(one);
        }
    }
    return merged;
}

/// What the author wrote and signed; all of it where nothing is known about its parts.
std::vector<ReviewStretch> shownStretches(const service::LetterView& letter) {
    std::vector<ReviewStretch> shown;
    for (const Zone& zone : letter.zones) {
        const bool written =
            zone.kind == ZoneKind::Author || zone.kind == ZoneKind::Greeting || zone.kind == ZoneKind::Closing;
        if (written || zone.kind == ZoneKind::Signature) {
            shown.push_back(
                {text::utf16Index(letter.text, zone.start), text::utf16Index(letter.text, zone.end), !written});
        }
    }
    if (std::all_of(shown.begin(), shown.end(), [](const ReviewStretch& one) { return one.signature; })) {
        return {{0, letter.text.size(), false}};
    }
    return shown;
}

class ReviewTextWriter {
public:
    ReviewTextWriter(const QString& text, std::vector<ReviewStretch> lit, const ReviewTextColours& colours)
        : m_text(text)
        , m_lit(std::move(lit))
        , m_colours(colours) {}

    void write(const ReviewStretch& part) {
        qsizetype at = part.from;
        while (at < part.upTo) {
            const qsizetype end = paragraphEnd(at, part.upTo);
            writeParagraph(at, end, part.signature);
            at = end;
            while (at < part.upTo && m_text.at(at).isSpace()) {
                ++at;
            }
        }
    }
    QString html() const { return m_html; }

private:
    qsizetype paragraphEnd(qsizetype from, qsizetype upTo) const {
        bool blank = false;
        for (qsizetype i = from; i < upTo; ++i) {
            if (m_text.at(i) == QLatin1Char('\n')) {
                if (blank) {
                    return i;
                }
                blank = true;
            } else if (!m_text.at(i).isSpace()) {
                blank = false;
            }
        }
        return upTo;
    }

    void writeParagraph(qsizetype from, qsizetype upTo, bool signature) {
        while (from < upTo && m_text.at(from).isSpace()) {
            ++from;
        }
        while (upTo > from && m_text.at(upTo - 1).isSpace()) {
            --upTo;
        }
        if (from == upTo) {
            return;
        }
        m_html += signature ? QStringLiteral("<p style=\"margin:0 0 12px 0;font-size:13px;line-height:20px;color:%1\">")
                                  .arg(m_colours.quiet)
                            : QStringLiteral("<p style=\"margin:0 0 12px 0;line-height:24px\">");
        for (qsizetype line = from; line < upTo;) {
            const qsizetype found = m_text.indexOf(QLatin1Char('\n'), line);
            const qsizetype end = found < 0 ? upTo : std::min(found, upTo);
            writeLine(line, end);
            if (end < upTo) {
                m_html += goesOn(end - line, end + 1, signature) ? QStringLiteral(" ") : QStringLiteral("<br/>");
            }
            line = end + 1;
        }
        m_html += QStringLiteral("</p>");
    }

    /// The sender's program broke the line, not the sender.
    bool goesOn(qsizetype length, qsizetype next, bool signature) const {
        return !signature && length >= reviewWrappedFrom && next < m_text.size() && m_text.at(next).isLetter();
    }

    void writeLine(qsizetype from, qsizetype upTo) {
        for (const ReviewStretch& lit : m_lit) {
            const qsizetype start = std::clamp(lit.from, from, upTo);
            const qsizetype end = std::clamp(lit.upTo, from, upTo);
            if (end > start) {
                m_html += m_text.mid(from, start - from).toHtmlEscaped();
                m_html += QStringLiteral("<span style=\"background-color:%1;color:%2\">")
                              .arg(m_colours.mark, m_colours.markText) +
                          m_text.mid(start, end - start).toHtmlEscaped() + QStringLiteral("</span>");
                from = end;
            }
        }
        m_html += m_text.mid(from, upTo - from).toHtmlEscaped();
    }

    const QString& m_text;
    std::vector<ReviewStretch> m_lit;
    const ReviewTextColours& m_colours;
    QString m_html;
};

}  // namespace

ReviewText reviewText(const service::LetterView& letter, const std::optional<Decision>& decision,
                      const ReviewTextColours& colours) {
    ReviewTextWriter writer(letter.text, litStretches(letter.text, decision), colours);
    ReviewText made;
    qsizetype left = reviewLongest;
    for (ReviewStretch part : shownStretches(letter)) {
        if (part.upTo - part.from > left) {
            part.upTo = part.from + left;
            made.shortened = true;
        }
        left -= part.upTo - part.from;
        writer.write(part);
    }
    made.html = writer.html();
    return made;
}

}  // namespace kith::ui
