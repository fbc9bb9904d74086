// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/mail/html_sanitizer.h"

#include "core/base/unseen_text.h"
#include "core/mail/html_sight.h"
#include "core/mail/html_text.h"
#include "core/mail/html_tree.h"

#include <QSet>

namespace kith::mail {

namespace {

constexpr qsizetype kBiggestDataImage = 200 * 1024;
constexpr qsizetype kMostHiddenText = 20000;

QSet<QByteArray> wordSet(const char* words) {
    const QList<QByteArray> list = QByteArray(words).split(' ');
    return {list.begin(), list.end()};
}

bool allowedElement(const QByteArray& name) {
    static const QSet<QByteArray> names = wordSet(
        "a abbr address b bdo big blockquote br caption center cite code col colgroup dd del dfn div dl dt em font "
        "h1 h2 h3 h4 h5 h6 hr i img ins kbd li ol p pre q s samp small span strike strong sub sup table tbody td "
        "tfoot th thead tr tt u ul var");
    return names.contains(name);
}

/// Left out with all that stands in them; other unknown elements only lose their tags.
bool droppedWhole(const QByteArray& name) {
    static const QSet<QByteArray> names = wordSet(
        "script style head title template noscript noembed noframes object embed applet iframe frame frameset svg "
        "math audio video canvas select option datalist textarea xmp plaintext link meta base map area input button");
    return names.contains(name);
}

bool harmlessDrop(const QByteArray& name) {
    static const QSet<QByteArray> names = wordSet("head style title meta link html body");
    return names.contains(name);
}

bool allowedAttribute(const QByteArray& element, const QByteArray& name) {
    static const QSet<QByteArray> anywhere = wordSet("align valign dir lang title width height bgcolor color");
    static const QSet<QByteArray> tables = wordSet("border cellpadding cellspacing colspan rowspan nowrap span");
    static const QSet<QByteArray> lists = wordSet("start type value");
    if (anywhere.contains(name)) {
        return true;
    }
    if (element == "img") {
        return name == "alt" || name == "border";
    }
    if (element == "font") {
        return name == "face" || name == "size";
    }
    return (element.startsWith('t') || element.startsWith("col"))
               ? tables.contains(name)
               : (element == "ol" || element == "li") && lists.contains(name);
}

bool voidElement(const QByteArray& name) {
    return name == "br" || name == "hr" || name == "img" || name == "col";
}

/// The address without what browsers skip over; empty where its scheme is not one of the few allowed.
QString safeTarget(const QString& href) {
    QString target;
    for (const QChar c : href) {
        if (c.unicode() > 0x20 && c.category() != QChar::Other_Format && c.category() != QChar::Other_Control) {
            target += c;
        }
    }
    for (const char* scheme : {"http://", "https://", "mailto:", "tel:"}) {
        if (target.startsWith(QLatin1String(scheme), Qt::CaseInsensitive)) {
            return target;
        }
    }
    return {};
}

class Sanitizer {
public:
    Sanitizer(const GumboNode* root, RemoteImages remote)
        : m_remote(remote)
        , m_sight(root) {}
    bool enter(const GumboNode* node);
    void leave(const GumboNode* node);
    SafeHtml result() && { return std::move(m_out); }

private:
    void text(const char* utf8);
    void comment(const char* utf8);
    void element(const GumboNode* node, const QByteArray& name, const CssDeclarations& style);
    void page();
    void image(const GumboNode* node);
    void attribute(const QByteArray& name, const QString& value);
    void hide(const GumboNode* node);
    void addHidden(const QString& text);

    RemoteImages m_remote;
    SafeHtml m_out;
    HtmlSight m_sight;
    bool m_pageOpen{false};  ///< the body has a ground or ink of its own, in a division
};

bool Sanitizer::enter(const GumboNode* node) {
    if (node->type == GUMBO_NODE_COMMENT) {
        comment(node->v.text.text);
        return false;
    }
    if (node->type == GUMBO_NODE_DOCUMENT) {
        m_sight.enter(node, {});
        return true;
    }
    if (!isElement(node)) {
        text(node->v.text.text);
        return false;
    }
    const QByteArray name = elementName(node);
    if (droppedWhole(name)) {
        m_out.blocked += harmlessDrop(name) ? 0 : 1;
        if (name == "noscript" || name == "template" || name == "textarea" || name == "object") {
            hide(node);
        }
        return false;
    }
    const CssDeclarations style = m_sight.styleOf(node);
    if (hidesItself(node, style) && name != "img" && name != "body" && name != "html") {
        hide(node);
        return false;
    }
    if (name == "img") {
        image(node);
        return false;
    }
    m_sight.enter(node, style);
    if (allowedElement(name)) {
        element(node, name, style);
    } else if (name == "body") {
        page();
    } else if (!harmlessDrop(name)) {
        ++m_out.blocked;
    }
    return true;
}

void Sanitizer::leave(const GumboNode* node) {
    m_sight.leave();
    const QByteArray name = elementName(node);
    if (name == "body" && m_pageOpen) {
        m_out.html += QStringLiteral("</div>");
        m_pageOpen = false;
    }
    if (allowedElement(name) && !voidElement(name)) {
        m_out.html += QStringLiteral("</") + QString::fromLatin1(name) + u'>';
    }
}

/// The body itself is not written: what stands on it must keep its ground, or it would be unseen the second time.
void Sanitizer::page() {
    const auto& ground = m_sight.ground();
    const auto& ink = m_sight.ink();
    const bool grounded = ground && *ground != Colour{255, 255, 255, 1};
    const bool inked = ink && *ink != Colour{0, 0, 0, 1} && ink->opacity >= 1;
    if (!m_pageOpen && (grounded || inked)) {
        m_out.html += QStringLiteral("<div style=\"") +
                      (grounded ? QStringLiteral("background-color: ") + hexOf(*ground) : QString()) +
                      (grounded && inked ? QStringLiteral("; ") : QString()) +
                      (inked ? QStringLiteral("color: ") + hexOf(*ink) : QString()) + QStringLiteral("\">");
        m_pageOpen = true;
    }
}

/// Words in the colour of their ground are shown in no colour of their own and told as hidden.
void Sanitizer::text(const char* utf8) {
    text::SeenText all = text::withoutUnseen(QString::fromUtf8(utf8));
    addHidden(all.unseen);
    all.seen.removeIf([](QChar c) { return c.unicode() < 0x20 && !c.isSpace(); });
    if (m_sight.wordsUnseen() && !all.seen.trimmed().isEmpty()) {
        addHidden(all.seen);
        return;
    }
    m_out.html += all.seen.toHtmlEscaped();
}

/// Conditional comments of mail programs are no message; words in a comment may be one to an assistant.
void Sanitizer::comment(const char* utf8) {
    QString words = QString::fromUtf8(utf8).simplified();
    if (words.startsWith(QLatin1String("[if")) || words.startsWith(QLatin1String("[endif"))) {
        return;
    }
    if (words.contains(u'<')) {
        words = textFromHtml(words).simplified();  // mark-up that was put aside
    }
    if (words.count(u' ') >= 3 || (words.size() >= 8 && words.front().unicode() > 0x2E80)) {
        addHidden(words);
    }
}

void Sanitizer::addHidden(const QString& text) {
    const QString line = text.simplified();
    if (!line.isEmpty() && m_out.hiddenText.size() < kMostHiddenText) {
        m_out.hiddenText +=
            (m_out.hiddenText.isEmpty() ? QString() : QStringLiteral("\n")) + line.left(kMostHiddenText);
    }
}

void Sanitizer::hide(const GumboNode* node) {
    QString words;
    walkHtml(
        node,
        [&](const GumboNode* inner) {
            if (inner->type == GUMBO_NODE_TEXT && words.size() < kMostHiddenText) {
                words += QString::fromUtf8(inner->v.text.text) + u' ';
            }
            return inner == node || !droppedWhole(elementName(inner));
        },
        [](const GumboNode*) {});
    const text::SeenText parts = text::withoutUnseen(words);
    addHidden(QString(parts.seen).remove(QChar(0x200C)).remove(QChar(0x200D)) + u' ' + parts.unseen);
}

void Sanitizer::attribute(const QByteArray& name, const QString& value) {
    m_out.html += u' ' + QString::fromLatin1(name) + QStringLiteral("=\"") + value.toHtmlEscaped() + u'"';
}

/// style: with what the mail's sheets say of colour and ground, which are not written themselves.
void Sanitizer::element(const GumboNode* node, const QByteArray& name, const CssDeclarations& style) {
    m_out.html += u'<' + QString::fromLatin1(name);
    QString ownStyle = attributeOf(node, "style");
    const CssDeclarations own = cssDeclarations(ownStyle);
    for (const char* property : {"color", "background-color", "background"}) {
        const QString value = cssValue(style, QLatin1String(property));
        if (!value.isEmpty() && value != cssValue(own, QLatin1String(property)) && colourOf(value)) {
            ownStyle += QStringLiteral("; ") + QLatin1String(property) + QStringLiteral(": ") + value;
        }
    }
    if (const QString safe = safeStyle(ownStyle, &m_out.blocked); !safe.isEmpty()) {
        attribute("style", safe);
    }
    const GumboVector& attributes = node->v.element.attributes;
    for (unsigned i = 0; i < attributes.length; ++i) {
        const auto* one = static_cast<const GumboAttribute*>(attributes.data[i]);
        const QByteArray key = QByteArray(one->name).toLower();
        const QString value = QString::fromUtf8(one->value);
        if (key == "href" && name == "a") {
            const QString target = safeTarget(value);
            m_out.blocked += target.isEmpty() && !value.startsWith(u'#') ? 1 : 0;
            if (!target.isEmpty()) {
                attribute(key, target);
            }
        } else if (key != "style" && allowedAttribute(name, key) && value.size() < 1000) {
            attribute(key, value);
        } else if (key.startsWith("on") || key == "action" || key == "formaction" || key == "srcset") {
            ++m_out.blocked;
        }
    }
    m_out.html += u'>';
}

bool smallData(const QString& source) {
    if (source.size() > kBiggestDataImage) {
        return false;
    }
    for (const char* type : {"png", "jpeg", "gif", "webp"}) {
        if (source.startsWith(QStringLiteral("data:image/") + QLatin1String(type) + QStringLiteral(";base64,"),
                              Qt::CaseInsensitive)) {
            return true;
        }
    }
    return false;
}

void Sanitizer::image(const GumboNode* node) {
    const QString source = attributeOf(node, "src").trimmed();
    const CssDeclarations style = m_sight.styleOf(node);
    QString address = source;
    address = address.startsWith(QLatin1String("//")) ? QString(QStringLiteral("https:") + address) : address;
    const bool web = address.startsWith(QLatin1String("http"), Qt::CaseInsensitive) && !safeTarget(address).isEmpty();
    const auto dot = [&](const char* name) {
        const QString value = attributeOf(node, name).trimmed();
        const QString css = cssValue(style, QLatin1String(name));
        return value == u"0" || value == u"1" || value == u"1px" || css == u"0" || css == u"0px" || css == u"1px";
    };
    if (web && (hidesItself(node, style) || (dot("width") && dot("height")))) {
        ++m_out.trackingPixels;
        return;
    }
    element(node, "img", style);
    m_out.html.chop(1);
    if (source.startsWith(QLatin1String("cid:"), Qt::CaseInsensitive) || smallData(source)) {
        attribute("src", source);
    } else if (web) {
        if (m_remote == RemoteImages::Show) {
            attribute("src", safeTarget(address));
        } else if (!m_out.remoteImages.contains(address)) {
            m_out.remoteImages << address;
        }
    } else if (!source.isEmpty()) {
        ++m_out.blocked;
    }
    m_out.html += u'>';
}

SafeHtml sanitizedOnce(const QString& html, RemoteImages remote) {
    const HtmlTree tree(html);
    Sanitizer sanitizer(tree.root(), remote);
    walkHtml(
        tree.root(), [&](const GumboNode* node) { return sanitizer.enter(node); },
        [&](const GumboNode* node) { sanitizer.leave(node); });
    return std::move(sanitizer).result();
}

}  // namespace

/// Written again until it stays the same: what a second parser run would change, an attacker could use.
SafeHtml sanitizeHtml(const QString& html, RemoteImages remote) {
    SafeHtml safe = sanitizedOnce(html, remote);
    for (int round = 0; round < 4; ++round) {
        const QString again = sanitizedOnce(safe.html, remote).html;
        if (again == safe.html) {
            return safe;
        }
        safe.html = again;
    }
    safe.html = QStringLiteral("<pre>") + textFromHtml(html).toHtmlEscaped() + QStringLiteral("</pre>");
    safe.html = sanitizedOnce(safe.html, remote).html;
    return safe;
}

QString hiddenTextOf(const QString& html) {
    return sanitizedOnce(html, RemoteImages::Hold).hiddenText;
}

}  // namespace kith::mail
