// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/mail/mail_body.h"

#include "core/base/unseen_text.h"
#include "core/mail/body_text.h"
#include "core/mail/charset.h"
#include "core/mail/html_text.h"

namespace kith::mail {

namespace {

/// Bytes of text and HTML of one mail; what stands behind them is kept with the mail's bytes, but nobody reads it.
constexpr qsizetype kMostText = 4 * 1024 * 1024;

/// One thing a reader sees: a text, or a page, or two forms of the same.
struct BodyUnit {
    QString plain;
    QString html;
};

bool readableType(const QByteArray& type) {
    return type == "text/plain" || type == "text/html" || type == "text/enriched" || type == "text/markdown" ||
           type == "text/x-amp-html" || type == "text/richtext" || type == "text/";
}

bool sealedType(const QByteArray& type) {
    return type == "application/pkcs7-mime" || type == "application/x-pkcs7-mime" ||
           type == "application/pgp-encrypted" || type == "application/pgp";
}

class BodyReader {
public:
    explicit BodyReader(const MimeTree& tree, int level = 0)
        : m_tree(tree)
        , m_level(level) {}
    MailBody read();

private:
    void visit(int index, BodyUnit* unit);
    void visitAlternative(const MimeNode& node);
    bool isBody(const MimeNode& node) const;
    void readText(const MimeNode& node, BodyUnit* unit);
    void attach(const MimeNode& node);
    void close(BodyUnit* unit);
    void readForwarded();
    void assemble();
    void defect(const char* name, const QString& detail = {}) {
        m_body.defects.push_back({QString::fromLatin1(name), detail});
    }
    const MimeNode& node(int index) const { return m_tree.nodes()[static_cast<size_t>(index)]; }

    const MimeTree& m_tree;
    int m_level{0};  ///< how many mails around this one
    qsizetype m_readable{kMostText};
    MailBody m_body;
    std::vector<BodyUnit> m_units;
};

MailBody BodyReader::read() {
    if (!m_tree.nodes().empty()) {
        BodyUnit unit;
        visit(0, &unit);
        close(&unit);
    }
    assemble();
    if (m_level < 3) {
        readForwarded();
    }
    return std::move(m_body);
}

/// unit collects the forms of one alternative; outside of alternatives every text is a unit of its own.
void BodyReader::visit(int index, BodyUnit* unit) {
    const MimeNode& part = node(index);
    const bool inAlternative = part.parent >= 0 && node(part.parent).type == "multipart/alternative";
    if (part.type == "multipart/encrypted" || sealedType(part.type)) {
        defect("encrypted", QString::fromLatin1(part.type));
    }
    if (part.unreadable || isBody(part)) {
        readText(part, unit);
        if (!inAlternative) {
            close(unit);
        }
    } else if (part.children.empty()) {
        attach(part);
    } else if (part.type == "multipart/alternative") {
        close(unit);
        visitAlternative(part);
    } else {
        if (!inAlternative) {
            close(unit);
        }
        if (!GMIME_IS_MULTIPART(part.object)) {
            attach(part);  // a forwarded mail that is all there is: whole, and opened
        }
        for (const int child : part.children) {
            visit(child, unit);
        }
    }
}

/// A mail that only carries another one says what that one says.
void BodyReader::readForwarded() {
    for (const MimeNode& part : m_tree.nodes()) {
        if (m_body.text.trimmed().isEmpty() && m_body.html.isEmpty() && GMIME_IS_MESSAGE_PART(part.object) &&
            part.children.empty()) {
            const MimeTree inner(m_tree.content(part));
            MailBody body = BodyReader(inner, m_level + 1).read();
            m_body.text = body.text;
            m_body.html = body.html;
            m_body.textIsFromHtml = body.textIsFromHtml;
            m_body.unseen += body.unseen;
        }
    }
}

void BodyReader::visitAlternative(const MimeNode& part) {
    BodyUnit unit;
    for (const int child : part.children) {
        if (isBody(node(child)) || node(child).children.empty()) {
            visit(child, &unit);
            continue;
        }
        // related or mixed inside: its texts are one more form of the same
        const size_t before = m_units.size();
        BodyUnit inner;
        visit(child, &inner);
        close(&inner);
        for (size_t i = before; i < m_units.size(); ++i) {
            if (unit.html.isEmpty() || !m_units[i].html.isEmpty()) {
                unit.html += m_units[i].html;
            }
            if (!unit.plain.contains(m_units[i].plain)) {
                unit.plain += (unit.plain.isEmpty() ? QString() : QStringLiteral("\n")) + m_units[i].plain;
            }
        }
        m_units.resize(before);
    }
    close(&unit);
}

bool BodyReader::isBody(const MimeNode& part) const {
    if (!readableType(part.type) || !GMIME_IS_PART(part.object) || MimeTree::disposition(part) == "attachment") {
        return false;
    }
    if (part.parent < 0) {
        return true;
    }
    const MimeNode& parent = node(part.parent);
    const bool first = parent.children.front() == part.number;
    return first || parent.type == "multipart/alternative" ||
           (MimeTree::filename(part).isEmpty() && parent.type != "multipart/related");
}

void BodyReader::readText(const MimeNode& part, BodyUnit* unit) {
    QByteArray bytes = m_tree.content(part);
    if (bytes.size() > m_readable) {
        bytes.truncate(m_readable);
        defect("text-too-long");
    }
    m_readable -= bytes.size();
    QByteArray charset = MimeTree::parameter(part, "charset");
    const bool html = part.type == "text/html" || part.type == "text/x-amp-html";
    const DecodedText decoded = decodeText(bytes, charset);
    if (decoded.outcome == CharsetOutcome::Unknown) {
        defect("unknown-charset", QString::fromLatin1(charset));
    } else if (decoded.outcome == CharsetOutcome::Wrong) {
        defect("wrong-charset", QString::fromLatin1(charset));
    }
    QString text = cleanedText(decoded.text);
    if (html) {
        if (part.type == "text/html" || unit->html.isEmpty()) {
            unit->html = part.type == "text/html" ? text : unit->html;
        }
        return;
    }
    text::SeenText parts = text::withoutUnseen(text);
    text = std::move(parts.seen);
    m_body.unseen += parts.unseen.isEmpty() ? QString() : QString(parts.unseen + u'\n');
    if (MimeTree::parameter(part, "format").toLower() == "flowed") {
        text = unflowed(text, MimeTree::parameter(part, "delsp").toLower() == "yes");
    }
    if (part.type == "text/enriched" || part.type == "text/richtext") {
        text = unit->plain.isEmpty() ? textFromHtml(text) : unit->plain;
        unit->plain = text;
        return;
    }
    unit->plain = unit->plain.isEmpty() ? text : QString(unit->plain + u'\n' + text);
}

void BodyReader::attach(const MimeNode& part) {
    if (GMIME_IS_MULTIPART(part.object) && !part.unreadable && part.depth < 100) {
        return;  // a multipart without parts holds nothing
    }
    Attachment attachment = MimeTree::describe(part, m_tree.content(part));
    if (attachment.filename.isEmpty() && sealedType(part.type)) {
        attachment.filename = part.type.contains("pkcs7") ? QStringLiteral("smime.p7m") : QString();
    }
    m_body.attachments.push_back(std::move(attachment));
}

void BodyReader::close(BodyUnit* unit) {
    if (!unit->plain.isEmpty() || !unit->html.isEmpty()) {
        m_units.push_back(std::exchange(*unit, {}));
    }
}

void BodyReader::assemble() {
    bool anyHtml = false;
    bool allFromHtml = !m_units.empty();
    for (const BodyUnit& unit : m_units) {
        anyHtml = anyHtml || !unit.html.isEmpty();
    }
    for (const BodyUnit& unit : m_units) {
        QString text = unit.plain;
        bool fromHtml = false;
        if (!unit.html.isEmpty() && text.trimmed().size() <= 400) {
            const QString made = textFromHtml(unit.html);
            fromHtml = isStub(text, made) && !made.isEmpty();
            text = fromHtml ? made : text;
        }
        allFromHtml = allFromHtml && fromHtml;
        if (!m_body.text.isEmpty() && !m_body.text.endsWith(u'\n')) {
            m_body.text += u'\n';
        }
        m_body.text += text;
        if (anyHtml) {
            m_body.html +=
                !unit.html.isEmpty()
                    ? unit.html
                    : QString(QStringLiteral("<pre>") + unit.plain.toHtmlEscaped() + QStringLiteral("</pre>"));
        }
    }
    m_body.textIsFromHtml = allFromHtml;
}

}  // namespace

MailBody bodyOf(const MimeTree& tree) {
    return BodyReader(tree).read();
}

}  // namespace kith::mail
