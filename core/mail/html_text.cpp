// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/mail/html_text.h"

#include "core/base/unseen_text.h"
#include "core/mail/html_sight.h"
#include "core/mail/html_tree.h"

#include <QSet>

namespace kith::mail {

namespace {

QSet<QByteArray> nameSet(const char* words) {
    const QList<QByteArray> list = QByteArray(words).split(' ');
    return {list.begin(), list.end()};
}

bool skippedElement(const QByteArray& name) {
    static const QSet<QByteArray> names = nameSet(
        "head script style title template noscript object embed applet iframe svg math audio video select datalist");
    return names.contains(name);
}

bool blockElement(const QByteArray& name) {
    static const QSet<QByteArray> names =
        nameSet("div section article header footer main nav aside address center form fieldset table tr tbody thead "
                "tfoot caption dl dt dd li figure figcaption html body");
    return names.contains(name);
}

bool spacedElement(const QByteArray& name) {
    static const QSet<QByteArray> names = nameSet("p h1 h2 h3 h4 h5 h6 ul ol blockquote pre");
    return names.contains(name);
}

/// So many marks stand before the deepest line: no reader counts more, and hostile depth must not multiply the text.
constexpr int kMostQuoteMarks = 20;

/// Text that grows by words and line ends; blank lines never double, quote marks come by themselves.
class LineWriter {
public:
    void words(QStringView text, bool preformatted) {
        for (const QChar c : text) {
            const bool space = c == u' ' || c == u'\t' || c == u'\n' || c == u'\r' || c == u'\f';
            if (preformatted && c == u'\n') {
                lineBreak();
            } else if (preformatted || !space) {
                put(c == QChar(0x00A0) ? QChar(u' ') : c);
            } else {
                m_space = true;
            }
        }
    }
    /// At the start of a line, with so many empty lines before it.
    void separate(int emptyLines) {
        m_space = false;
        if (m_started) {
            m_wanted = qMax(m_wanted, (m_lineOpen || m_prefixed ? 1 : m_ended) + emptyLines);
        }
    }
    void lineBreak() {
        settle();
        if (m_started) {
            openLine();
            endLine();
        }
        m_space = false;
    }
    void mark(const QString& text) {  // a bullet: stands at the start of its line
        words(text, true);
        m_space = false;
        m_freshMark = true;
    }
    void quote(int by) {
        separate(0);
        m_nextDepth += by;
    }
    bool lineIsOpen() const { return m_lineOpen && m_wanted == 0; }
    qsizetype size() const { return m_out.size(); }
    QString tail(qsizetype from) const { return m_out.mid(from); }
    QString finished() && {
        while (!m_out.isEmpty() && m_out.back().isSpace()) {
            m_out.chop(1);
        }
        return m_out.isEmpty() ? m_out : QString(m_out + u'\n');
    }

private:
    void put(QChar c) {
        settle();
        openLine();
        if (m_space && m_lineOpen && !m_freshMark && !m_out.endsWith(u' ')) {
            m_out += u' ';
        }
        m_space = false;
        m_freshMark = false;
        m_out += c;
        m_lineOpen = m_started = true;
    }
    void settle() {
        int ended = m_lineOpen || m_prefixed ? 0 : m_ended;
        if (m_wanted > 0 && ended == 0) {
            endLine();
            ended = 1;
        }
        m_depth = qMin(m_depth, m_nextDepth);
        for (; m_wanted > ended; ++ended) {
            openLine();
            endLine();
        }
        m_wanted = 0;
        m_depth = m_nextDepth;
    }
    void openLine() {
        if (!m_lineOpen && !m_prefixed && m_depth > 0) {
            m_out += QString(qMin(m_depth, kMostQuoteMarks), u'>') + u' ';
        }
        m_prefixed = m_depth > 0;
    }
    void endLine() {
        while (m_out.endsWith(u' ')) {
            m_out.chop(1);
        }
        m_out += u'\n';
        m_ended = m_lineOpen ? 1 : m_ended + 1;
        m_lineOpen = m_prefixed = m_freshMark = false;
    }

    QString m_out;
    int m_wanted{0};
    int m_ended{0};
    int m_depth{0};
    int m_nextDepth{0};
    bool m_space{false};
    bool m_started{false};
    bool m_lineOpen{false};
    bool m_prefixed{false};
    bool m_freshMark{false};
};

struct OpenList {
    bool numbered{false};
    int next{1};
};

class TextMaker {
public:
    explicit TextMaker(const GumboNode* root)
        : m_sight(root) {}
    bool enter(const GumboNode* node);
    void leave(const GumboNode* node);
    QString text() && { return std::move(m_out).finished(); }

private:
    void openElement(const GumboNode* node, const QByteArray& name);
    void startItem();
    void startCell(const GumboNode* node);
    void endLink(const GumboNode* node);

    HtmlSight m_sight;
    LineWriter m_out;
    std::vector<OpenList> m_lists;
    std::vector<qsizetype> m_links;
    int m_preformatted{0};
};

bool TextMaker::enter(const GumboNode* node) {
    if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE || node->type == GUMBO_NODE_CDATA) {
        if (!m_sight.wordsUnseen()) {
            m_out.words(QString::fromUtf8(node->v.text.text), m_preformatted > 0);
        }
        return false;
    }
    if (node->type == GUMBO_NODE_DOCUMENT) {
        m_sight.enter(node, {});
        return true;
    }
    const QByteArray name = elementName(node);
    if (name.isEmpty() || skippedElement(name)) {
        return false;
    }
    const CssDeclarations style = m_sight.styleOf(node);
    if (hidesItself(node, style)) {
        return false;
    }
    m_sight.enter(node, style);
    openElement(node, name);
    return true;
}

void TextMaker::openElement(const GumboNode* node, const QByteArray& name) {
    if (name == "br") {
        m_out.lineBreak();
    } else if (name == "hr") {
        m_out.separate(0);
        m_out.words(u"---", true);
        m_out.separate(0);
    } else if (name == "img") {
        const QString alt = attributeOf(node, "alt").simplified();
        m_out.words(alt, false);
    } else if (spacedElement(name)) {
        m_out.separate(m_lists.empty() || name == "p" ? 1 : 0);
    } else if (blockElement(name)) {
        m_out.separate(0);
    }
    if (name == "ul" || name == "ol") {
        m_lists.push_back({name == "ol", qMax(1, attributeOf(node, "start").toInt())});
    } else if (name == "li") {
        startItem();
    } else if (name == "td" || name == "th") {
        startCell(node);
    } else if (name == "pre" || name == "textarea") {
        ++m_preformatted;
    } else if (name == "blockquote") {
        m_out.quote(1);
    } else if (name == "a") {
        m_links.push_back(m_out.size());
    }
}

void TextMaker::leave(const GumboNode* node) {
    m_sight.leave();
    const QByteArray name = elementName(node);
    if (name == "pre" || name == "textarea") {
        --m_preformatted;
    } else if ((name == "ul" || name == "ol") && !m_lists.empty()) {
        m_lists.pop_back();
    } else if (name == "blockquote") {
        m_out.quote(-1);
    } else if (name == "a") {
        endLink(node);
    }
    if (spacedElement(name)) {
        m_out.separate(m_lists.empty() ? 1 : 0);
    } else if (blockElement(name)) {
        m_out.separate(0);
    }
}

void TextMaker::startItem() {
    const int indent = qMin<int>(8, qMax(0, static_cast<int>(m_lists.size()) - 1)) * 2;
    if (!m_lists.empty() && m_lists.back().numbered) {
        m_out.mark(QString(indent, u' ') + QString::number(m_lists.back().next++) + QStringLiteral(". "));
    } else {
        m_out.mark(QString(indent, u' ') + QStringLiteral("• "));
    }
}

/// A bar between the cells of a row where both say something on one line.
void TextMaker::startCell(const GumboNode* node) {
    const bool first = node->index_within_parent == 0;
    if (!first && m_out.lineIsOpen()) {
        m_out.words(u" | ", false);
    }
}

void TextMaker::endLink(const GumboNode* node) {
    const qsizetype from = m_links.empty() ? 0 : m_links.back();
    if (!m_links.empty()) {
        m_links.pop_back();
    }
    QString target = attributeOf(node, "href").trimmed();
    const bool web = target.startsWith(QLatin1String("http://"), Qt::CaseInsensitive) ||
                     target.startsWith(QLatin1String("https://"), Qt::CaseInsensitive);
    const bool mailto = target.startsWith(QLatin1String("mailto:"), Qt::CaseInsensitive);
    const QString said = m_out.tail(from).simplified();
    if ((!web && !mailto) || said.isEmpty() || target.size() > 300) {
        return;
    }
    target = mailto ? target.mid(7).section(u'?', 0, 0) : target;
    QString bare = web ? target.mid(target.indexOf(QLatin1String("//")) + 2) : target;
    while (bare.endsWith(u'/')) {
        bare.chop(1);
    }
    if (!bare.isEmpty() && !said.contains(bare, Qt::CaseInsensitive)) {
        m_out.words(QString(u' ' + QStringLiteral("<") + target + u'>'), false);
    }
}

}  // namespace

QString textFromHtml(const QString& html) {
    const HtmlTree tree(html);
    TextMaker maker(tree.root());
    walkHtml(
        tree.root(), [&](const GumboNode* node) { return maker.enter(node); },
        [&](const GumboNode* node) { maker.leave(node); });
    return text::withoutUnseen(std::move(maker).text()).seen;
}

}  // namespace kith::mail
