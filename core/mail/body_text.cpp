// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/mail/body_text.h"

#include <QStringList>

namespace kith::mail {

namespace {

struct FlowedLine {
    int depth{0};
    QStringView content;
};

FlowedLine flowedLine(QStringView line) {
    FlowedLine out;
    while (out.depth < line.size() && line[out.depth] == u'>') {
        ++out.depth;
    }
    out.content = line.sliced(out.depth);
    if (out.content.startsWith(u' ')) {  // space-stuffing
        out.content = out.content.sliced(1);
    }
    return out;
}

}  // namespace

QString cleanedText(const QString& text) {
    QString clean;
    clean.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t u = text[i].unicode();
        if (u == '\r') {
            if (i + 1 >= text.size() || text[i + 1] != u'\n') {
                clean += u'\n';
            }
        } else if (u == '\f' || u == 0x2028 || u == 0x2029) {
            clean += u'\n';
        } else if ((u >= 0x20 && u != 0x7F) || u == '\n' || u == '\t') {
            clean += text[i];
        }
    }
    return clean;
}

QString unflowed(const QString& text, bool delSp) {
    QString out;
    out.reserve(text.size());
    bool open = false;  // the last line ended softly
    int openDepth = 0;
    const auto lines = QStringView(text).split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        FlowedLine line = flowedLine(lines[i]);
        const bool signature = line.content == u"-- ";
        if (open && (line.depth != openDepth || signature)) {
            out += u'\n';
            open = false;
        }
        if (!open && line.depth > 0) {
            out += QString(line.depth, u'>') + (line.content.isEmpty() ? QString() : QStringLiteral(" "));
        }
        const bool soft = line.content.endsWith(u' ') && !signature && i + 1 < lines.size();
        if (soft && delSp) {
            line.content.chop(1);
        }
        out += line.content;
        open = soft;
        openDepth = line.depth;
        if (!soft && i + 1 < lines.size()) {
            out += u'\n';
        }
    }
    return out;
}

bool isStub(QStringView plain, QStringView textOfHtml) {
    const QStringView trimmed = plain.trimmed();
    if (trimmed.isEmpty()) {
        return true;
    }
    if (textOfHtml.trimmed().isEmpty() || trimmed.size() > 400) {
        return false;
    }
    static const QStringList phrases{QStringLiteral("not support html"),
                                     QStringLiteral("view this email in html"),
                                     QStringLiteral("html format"),
                                     QStringLiteral("html-format"),
                                     QStringLiteral("html email"),
                                     QStringLiteral("html e-mail"),
                                     QStringLiteral("enable html"),
                                     QStringLiteral("html message"),
                                     QStringLiteral("html version"),
                                     QStringLiteral("unable to display html"),
                                     QStringLiteral("kein html"),
                                     QStringLiteral("html-version"),
                                     QStringLiteral("html compatible"),
                                     QStringLiteral("html capable"),
                                     QStringLiteral("view it in your browser")};
    const QString lower = trimmed.toString().toLower();
    for (const QString& phrase : phrases) {
        if (lower.contains(phrase)) {
            return textOfHtml.size() > trimmed.size();
        }
    }
    return trimmed.size() < 20 && textOfHtml.size() > 20 * trimmed.size();
}

}  // namespace kith::mail
