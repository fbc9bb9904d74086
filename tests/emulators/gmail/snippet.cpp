// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/emulators/gmail/snippet.h"

#include "tests/emulators/gmail/header_scan.h"

#include "core/mail/charset.h"

#include <gmime/gmime.h>

#include <algorithm>

namespace kith::emulator {
namespace {

constexpr qsizetype kReadPlain = 1536;
constexpr qsizetype kReadHtml = 6 * 1024;  ///< much of it does not show
constexpr int kDeepest = 5;
constexpr qsizetype kSnippetLength = 200;

struct TextStart {
    QByteArrayView bytes;  ///< still encoded
    QByteArray encoding;
    QByteArray charset;
    bool html{false};
};

bool findText(QByteArrayView part, int depth, TextStart& found);

/// The parts between the boundary's lines, one after the other, until one holds text.
bool findTextBetween(QByteArrayView body, const QByteArray& boundary, int depth, TextStart& found) {
    const QByteArray mark = "--" + boundary;
    const QByteArray line = "\n--" + boundary;
    qsizetype at = body.startsWith(mark) ? 0 : body.indexOf(line) + 1;
    while (at > 0 || body.startsWith(mark)) {
        const qsizetype start = body.indexOf('\n', at) + 1;
        if (start == 0 || body.sliced(at + mark.size()).startsWith("--")) {
            return false;
        }
        const qsizetype next = body.indexOf(line, start - 1);
        const qsizetype end = next < 0 ? body.size() : next;
        if (end > start && findText(body.sliced(start, end - start), depth + 1, found)) {
            return true;
        }
        if (next < 0) {
            return false;
        }
        at = next + 1;
    }
    return false;
}

bool findText(QByteArrayView part, int depth, TextStart& found) {
    const QByteArrayView type = headerValue(part, "Content-Type");
    const QByteArray kind =
        type.first(type.indexOf(';') < 0 ? type.size() : type.indexOf(';')).trimmed().toByteArray().toLower();
    const QByteArrayView body = part.sliced(bodyStart(part));
    if (kind.startsWith("multipart/")) {
        const QByteArray boundary = headerParameter(type, "boundary");
        return depth < kDeepest && !boundary.isEmpty() && findTextBetween(body, boundary, depth, found);
    }
    if (!kind.isEmpty() && !kind.startsWith("text/")) {
        return false;
    }
    found.html = kind == "text/html";
    found.bytes = body.first(qMin(body.size(), found.html ? kReadHtml : kReadPlain));
    found.encoding = headerValue(part, "Content-Transfer-Encoding").toByteArray().trimmed().toLower();
    found.charset = headerParameter(type, "charset");
    return true;
}

QByteArray decoded(const TextStart& start) {
    const bool base64 = start.encoding == "base64";
    if (!base64 && start.encoding != "quoted-printable") {
        return start.bytes.toByteArray();
    }
    GMimeEncoding state;
    g_mime_encoding_init_decode(&state,
                                base64 ? GMIME_CONTENT_ENCODING_BASE64 : GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE);
    const auto size = static_cast<size_t>(start.bytes.size());
    QByteArray out(static_cast<qsizetype>(g_mime_encoding_outlen(&state, size)), Qt::Uninitialized);
    out.truncate(static_cast<qsizetype>(g_mime_encoding_flush(&state, start.bytes.data(), size, out.data())));
    return out;
}

QStringView entity(QStringView name) {
    return name == u"amp"    ? u"&"
           : name == u"lt"   ? u"<"
           : name == u"gt"   ? u">"
           : name == u"quot" ? u"\""
           : name == u"nbsp" ? u" "
           : name == u"#39"  ? u"'"
                             : QStringView();
}

/// Where what does not show (style, script, head's title, comments) ends; the tag's own end elsewhere.
qsizetype afterTag(QStringView html, qsizetype at) {
    const auto upTo = [&](QStringView closing) {
        const qsizetype end = html.indexOf(closing, at, Qt::CaseInsensitive);
        return end < 0 ? html.size() : end + closing.size();
    };
    const QStringView rest = html.sliced(at);
    return rest.startsWith(u"<!--")                           ? upTo(u"-->")
           : rest.startsWith(u"<style", Qt::CaseInsensitive)  ? upTo(u"</style>")
           : rest.startsWith(u"<script", Qt::CaseInsensitive) ? upTo(u"</script>")
           : rest.startsWith(u"<title", Qt::CaseInsensitive)  ? upTo(u"</title>")
                                                              : upTo(u">");
}

QString withoutTags(QStringView html) {
    QString text;
    for (qsizetype i = 0; i < html.size();) {
        if (html[i] == u'<') {
            i = afterTag(html, i);
            text += u' ';
            continue;
        }
        const qsizetype end = html[i] == u'&' ? html.indexOf(u';', i) : -1;
        const QStringView known = end > i && end - i < 8 ? entity(html.sliced(i + 1, end - i - 1)) : QStringView();
        text += known.isEmpty() ? html.sliced(i, 1) : known;
        i = known.isEmpty() ? i + 1 : end + 1;
    }
    return text;
}

}  // namespace

QString snippetOf(QByteArrayView mail) {
    TextStart start;
    if (!findText(mail, 0, start)) {
        return {};
    }
    const QByteArray bytes = decoded(start);
    const bool ascii = std::ranges::all_of(bytes, [](char c) { return static_cast<quint8>(c) < 0x80; });
    QString text = ascii ? QString::fromLatin1(bytes) : mail::decodeText(bytes, start.charset).text;
    text = (start.html ? withoutTags(text) : text).simplified().left(kSnippetLength);
    if (!text.isEmpty() && text.back().isHighSurrogate()) {
        text.chop(1);
    }
    return text.toHtmlEscaped().replace(u'\'', QStringLiteral("&#39;"));
}

}  // namespace kith::emulator
