// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/mail/html_sheet.h"

#include <QSet>

#include <algorithm>
#include <array>

namespace kith::mail {

namespace {

constexpr size_t kMostRules = 2000;
constexpr qsizetype kMostSheet = 256 * 1024;
constexpr int kDeepestBlock = 3;

bool decidesSight(const QString& property) {
    static const QSet<QString> names = [] {
        const QStringList list =
            QStringLiteral("display visibility mso-hide max-height height max-width width overflow "
                           "font-size font color background background-color background-image "
                           "opacity text-indent left top margin-left position clip clip-path "
                           "transform")
                .split(u' ');
        return QSet<QString>(list.begin(), list.end());
    }();
    return names.contains(property);
}

QString withoutComments(QString css) {
    css.remove(QLatin1String("<!--")).remove(QLatin1String("-->"));
    for (qsizetype from = css.indexOf(QLatin1String("/*")); from >= 0; from = css.indexOf(QLatin1String("/*"), from)) {
        const qsizetype end = css.indexOf(QLatin1String("*/"), from + 2);
        css.remove(from, end < 0 ? css.size() - from : end + 2 - from);
    }
    return css;
}

/// Of the block that opens at the brace: the index of its closing brace, or the end.
qsizetype blockEnd(const QString& css, qsizetype open) {
    int depth = 0;
    for (qsizetype i = open; i < css.size(); ++i) {
        depth += css[i] == u'{' ? 1 : css[i] == u'}' ? -1 : 0;
        if (depth == 0) {
            return i;
        }
    }
    return css.size();
}

bool everyScreen(const QString& atRule) {
    return atRule.startsWith(QLatin1String("@media")) && !atRule.contains(u'(') &&
           (atRule.contains(QLatin1String("screen")) || atRule.contains(QLatin1String("all")));
}

QStringList wordsOf(const GumboNode* element, const char* attribute) {
    return attributeOf(element, attribute).simplified().toLower().split(u' ', Qt::SkipEmptyParts);
}

}  // namespace

StyleSheet::StyleSheet(const GumboNode* root) {
    QString css;
    walkHtml(
        root,
        [&](const GumboNode* node) {
            if (!isElement(node) || elementName(node) != "style") {
                return isElement(node) || node->type == GUMBO_NODE_DOCUMENT;
            }
            const GumboVector* children = childrenOf(node);
            for (unsigned i = 0; children && i < children->length && css.size() < kMostSheet; ++i) {
                const auto* child = static_cast<const GumboNode*>(children->data[i]);
                css += isElement(child) ? QString() : QString::fromUtf8(child->v.text.text) + u'\n';
            }
            return false;
        },
        [](const GumboNode*) {});
    if (!css.isEmpty()) {
        read(withoutComments(css.left(kMostSheet)).toLower(), 0);
    }
}

void StyleSheet::read(const QString& css, int depth) {
    qsizetype at = 0;
    while (at < css.size() && m_rules.size() < kMostRules) {
        const qsizetype open = css.indexOf(u'{', at);
        if (open < 0) {
            return;
        }
        QString head = css.mid(at, open - at);
        head = head.mid(head.lastIndexOf(u';') + 1).trimmed();  // @import and @charset end so
        const qsizetype end = blockEnd(css, open);
        const QString block = css.mid(open + 1, end - open - 1);
        if (!head.startsWith(u'@')) {
            add(head, block);
        } else if (everyScreen(head) && depth < kDeepestBlock) {
            read(block, depth + 1);
        }
        at = end + 1;
    }
}

bool StyleSheet::compoundOf(QStringView text, Compound* compound) {
    QString* part = &compound->tag;
    for (const QChar c : text) {
        if (c == u'.') {
            compound->classes << QString();
            part = &compound->classes.back();
        } else if (c == u'#') {
            part = &compound->id;
        } else if (c.isLetterOrNumber() || c == u'-' || c == u'_') {
            *part += c;
        } else if (c != u'*') {
            return false;  // a state, an attribute: nobody knows whether it holds
        }
    }
    return true;
}

void StyleSheet::add(const QString& selectors, const QString& block) {
    std::array<CssDeclarations, 2> declared;  // ordinary, important
    for (const QString& piece : block.split(u';')) {
        for (auto& one : cssDeclarations(piece)) {
            if (decidesSight(one.first)) {
                declared[piece.contains(QLatin1String("!important")) ? 1 : 0].push_back(std::move(one));
            }
        }
    }
    for (QString selector : selectors.split(u',')) {
        Rule rule;
        bool known = true;
        for (const QString& word : selector.replace(u'>', u' ').simplified().split(u' ', Qt::SkipEmptyParts)) {
            Compound compound;
            known = known && compoundOf(word, &compound);
            rule.weight += (compound.id.isEmpty() ? 0 : 100) + 10 * static_cast<int>(compound.classes.size()) +
                           (compound.tag.isEmpty() ? 0 : 1);
            rule.path.push_back(std::move(compound));
        }
        if (!known || rule.path.empty()) {
            continue;
        }
        const Compound& last = rule.path.back();
        const QString key = !last.id.isEmpty()        ? QString(u'#' + last.id)
                            : !last.classes.isEmpty() ? QString(u'.' + last.classes.front())
                            : last.tag.isEmpty()      ? QStringLiteral("*")
                                                      : last.tag;
        for (size_t i = 0; i < declared.size() && m_rules.size() < kMostRules; ++i) {
            if (!declared[i].empty()) {
                rule.declarations = declared[i];
                rule.important = i == 1;
                m_byKey[key].push_back(m_rules.size());
                m_rules.push_back(rule);
            }
        }
    }
}

bool StyleSheet::fits(const Compound& compound, const GumboNode* element) {
    if (!compound.tag.isEmpty() && QString::fromLatin1(elementName(element)) != compound.tag) {
        return false;
    }
    if (!compound.id.isEmpty() && attributeOf(element, "id").toLower() != compound.id) {
        return false;
    }
    const QStringList classes = compound.classes.isEmpty() ? QStringList() : wordsOf(element, "class");
    return std::all_of(compound.classes.begin(), compound.classes.end(),
                       [&](const QString& name) { return classes.contains(name); });
}

bool StyleSheet::fits(const Rule& rule, const GumboNode* element) {
    if (!fits(rule.path.back(), element)) {
        return false;
    }
    size_t left = rule.path.size() - 1;
    for (const GumboNode* outer = element->parent; left > 0 && outer && isElement(outer); outer = outer->parent) {
        left -= fits(rule.path[left - 1], outer) ? 1 : 0;
    }
    return left == 0;
}

CssDeclarations StyleSheet::styleOf(const GumboNode* element) const {
    CssDeclarations own = cssDeclarations(attributeOf(element, "style"));
    if (m_rules.empty()) {
        return own;
    }
    QStringList keys{QStringLiteral("*"), QString::fromLatin1(elementName(element))};
    if (const QString id = attributeOf(element, "id").toLower(); !id.isEmpty()) {
        keys << u'#' + id;
    }
    for (const QString& name : wordsOf(element, "class")) {
        keys << u'.' + name;
    }
    std::vector<size_t> found;
    for (const QString& key : keys) {
        const auto rules = m_byKey.find(key);
        for (size_t i = 0; rules != m_byKey.end() && i < rules->size(); ++i) {
            if (fits(m_rules[(*rules)[i]], element)) {
                found.push_back((*rules)[i]);
            }
        }
    }
    std::sort(found.begin(), found.end(),
              [this](size_t a, size_t b) { return std::pair(m_rules[a].weight, a) < std::pair(m_rules[b].weight, b); });
    CssDeclarations style;
    for (const bool important : {false, true}) {
        for (const size_t i : found) {
            if (m_rules[i].important == important) {
                style.insert(style.end(), m_rules[i].declarations.begin(), m_rules[i].declarations.end());
            }
        }
        if (!important) {
            style.insert(style.end(), own.begin(), own.end());
        }
    }
    return style;
}

}  // namespace kith::mail
