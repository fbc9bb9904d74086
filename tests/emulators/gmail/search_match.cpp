// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/emulators/gmail/search_match.h"

#include "tests/emulators/gmail/header_scan.h"
#include "tests/emulators/gmail/thread_marks.h"

#include "core/base/text.h"
#include "core/mail/mime_parser.h"

#include <algorithm>

namespace kith::emulator {
namespace {

/// Letters and digits stay, everything between them is one blank; a blank at both ends: words can be looked for.
QString asWords(const QString& text) {
    QString words(1, u' ');
    for (const QChar c : text::folded(text)) {
        if (c.isLetterOrNumber() || c.isSurrogate()) {
            words += c;
        } else if (words.back() != u' ') {
            words += u' ';
        }
    }
    if (words.back() != u' ') {
        words += u' ';
    }
    return words;
}

bool hasWord(const QByteArray& raw, const char* word) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
    const QByteArrayView wanted(word);
    const auto same = [&](char a, char b) { return lower(a) == b; };
    return std::search(raw.begin(), raw.end(), wanted.begin(), wanted.end(), same) != raw.end();
}

/// Whether the bytes are text as it stands, so that a word that is not in them is not in the mail.
bool isPlainText(const QByteArray& raw) {
    const bool ascii = std::ranges::all_of(raw, [](char c) { return static_cast<quint8>(c) < 0x80; });
    return ascii && !raw.contains("=?") && !hasWord(raw, "base64") && !hasWord(raw, "quoted-printable") &&
           !hasWord(raw, "text/html");
}

/// Compared as q= writes label names: without case, blanks and slashes may be minus signs.
QString plainLabel(const QString& name) {
    QString plain = name.toCaseFolded();
    return plain.replace(u' ', u'-').replace(u'/', u'-').replace(u'_', u'-');
}

}  // namespace

QByteArray SearchMatch::bareMessageId(const QString& value) {
    QString bare = value.trimmed();
    if (bare.startsWith(u'<') && bare.endsWith(u'>')) {
        bare = bare.mid(1, bare.size() - 2);
    }
    return bare.toUtf8();
}

bool SearchMatch::matches(const SearchQuery::Node& node) {
    const auto fits = [this](const SearchQuery::Node& child) { return matches(child); };
    switch (node.kind) {
    case SearchQuery::Kind::All:
        return std::ranges::all_of(node.children, fits);
    case SearchQuery::Kind::Any:
        return std::ranges::any_of(node.children, fits);
    case SearchQuery::Kind::Not:
        return !std::ranges::any_of(node.children, fits);
    case SearchQuery::Kind::Term:
        break;
    }
    return term(node);
}

bool SearchMatch::term(const SearchQuery::Node& node) {
    bool known = true;
    const bool fits = byMarks(node, known);
    if (known) {
        return fits;
    }
    if (node.field == u"has") {
        return hasPart(node.value.toLower());
    }
    if (node.field == u"filename") {
        return filename(node.value);
    }
    if (node.field == u"rfc822msgid") {
        return messageIdOf(m_message.raw) == bareMessageId(node.value);
    }
    if (node.field == u"deliveredto") {
        return header("Delivered-To", node.value);
    }
    if (node.field == u"list") {
        return header("List-Id", node.value);
    }
    if (node.field == u"to" && (header("Cc", node.value) || header("Bcc", node.value))) {
        return true;
    }
    return node.field.isEmpty() ? words(node.value) : header(node.field.toLatin1().constData(), node.value);
}

bool SearchMatch::byMarks(const SearchQuery::Node& node, bool& known) const {
    const QString& field = node.field;
    if (field == u"label") {
        return hasLabel(node.value);
    }
    if (field == u"category") {
        return hasLabel(QStringLiteral("CATEGORY_") +
                        (node.value == u"primary" ? QStringLiteral("personal") : node.value));
    }
    if (field == u"in") {
        return inPlace(node.value.toLower());
    }
    if (field == u"is") {
        return hasState(node.value.toLower());
    }
    if (field == u"after" || field == u"newer" || field == u"newer_than") {
        return m_message.internalDate >= node.number;
    }
    if (field == u"before" || field == u"older" || field == u"older_than") {
        return m_message.internalDate < node.number;
    }
    if (field == u"larger" || field == u"size") {
        return m_message.raw.size() > node.number;
    }
    if (field == u"smaller") {
        return m_message.raw.size() < node.number;
    }
    known = false;
    return false;
}

bool SearchMatch::inPlace(const QString& place) const {
    if (place == u"anywhere") {
        return true;
    }
    if (place == u"drafts") {
        return m_message.has(LabelKey::Draft);
    }
    if (place == u"bin") {
        return m_message.has(LabelKey::Trash);
    }
    if (place == u"archive") {
        return !m_message.has(LabelKey::Inbox) && !m_message.has(LabelKey::Trash) && !m_message.has(LabelKey::Spam) &&
               !m_message.has(LabelKey::Draft) && !m_message.has(LabelKey::Sent);
    }
    return hasLabel(place);
}

bool SearchMatch::hasState(const QString& state) const {
    return state == u"unread"      ? m_message.has(LabelKey::Unread)
           : state == u"read"      ? !m_message.has(LabelKey::Unread)
           : state == u"starred"   ? m_message.has(LabelKey::Starred)
           : state == u"important" ? m_message.has(LabelKey::Important)
           : state == u"sent"      ? m_message.has(LabelKey::Sent)
                                   : false;
}

bool SearchMatch::hasLabel(const QString& name) const {
    const QString wanted = plainLabel(name);
    return std::ranges::any_of(m_message.labels, [&](LabelKey key) {
        const StoredLabel& label = m_mailbox.labels.label(key);
        return plainLabel(label.name) == wanted || plainLabel(label.id) == wanted;
    });
}

bool SearchMatch::hasPart(const QString& what) {
    const bool own = std::ranges::any_of(m_message.labels, [](LabelKey key) { return key >= LabelKey::FirstOfUser; });
    return what == u"attachment" ? filename({}) : what == u"userlabels" ? own : what == u"nouserlabels" ? !own : false;
}

bool SearchMatch::filename(const QString& value) {
    if (!m_attachments) {
        m_attachments.emplace();
        for (const Attachment& attachment : mail::parseMime(m_message.raw).attachments) {
            *m_attachments << attachment.filename;
        }
    }
    return std::ranges::any_of(*m_attachments, [&](const QString& name) {
        return value.isEmpty() ? !name.isEmpty() : name.contains(value, Qt::CaseInsensitive);
    });
}

bool SearchMatch::words(const QString& folded) {
    const QString wanted = asWords(folded);
    if (wanted.size() <= 1) {
        return true;
    }
    const QByteArray first = wanted.section(u' ', 1, 1).toUtf8();
    if (isPlainText(m_message.raw) && !hasWord(m_message.raw, first.constData())) {
        return false;
    }
    for (const char* name : {"Subject", "From", "To", "Cc"}) {
        if (asWords(headerText(m_message.raw, name)).contains(wanted)) {
            return true;
        }
    }
    if (!m_text) {
        m_text = asWords(mail::parseMime(m_message.raw).text);
    }
    return m_text->contains(wanted);
}

bool SearchMatch::header(const char* name, const QString& value) const {
    const QString wanted = asWords(value == u"me" ? m_mailbox.address() : value);
    return wanted.size() > 1 && asWords(headerText(m_message.raw, name)).contains(wanted);
}

}  // namespace kith::emulator
