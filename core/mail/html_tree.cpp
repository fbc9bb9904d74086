// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/mail/html_tree.h"

#include <QSet>

#include <cstddef>

namespace kith::mail {

namespace {

/// Gmail shows the first hundred kilobytes; what stands behind two million characters nobody wrote by hand.
constexpr qsizetype kMostHtml = 2 * 1024 * 1024;
constexpr int kDeepest = 400;  // no mail program nests deeper; the parser's time grows with depth
constexpr int kMostAttributes = 200;

bool htmlNameChar(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

struct Tag {
    QByteArray name;
    bool closing{false};
    bool selfClosing{false};
    int gaps{0};       ///< white space outside quotes: an upper bound for the attributes
    qsizetype end{0};  ///< index after >
};

/// A tag at text[at] == '<'; false where it is no tag.
bool scanTag(QByteArrayView text, qsizetype at, Tag* tag) {
    qsizetype i = at + 1;
    tag->closing = i < text.size() && text[i] == '/';
    i += tag->closing;
    const qsizetype start = i;
    while (i < text.size() && htmlNameChar(text[i])) {
        ++i;
    }
    if (i == start) {
        return false;
    }
    tag->name = text.sliced(start, i - start).toByteArray().toLower();
    tag->gaps = 0;
    char quote = 0;
    for (; i < text.size() && (quote || text[i] != '>'); ++i) {
        const char c = text[i];
        if (quote) {
            quote = c == quote ? 0 : quote;
        } else if ((c == '"' || c == '\'') && text[i - 1] == '=') {
            quote = c;
        } else if (c == ' ' || c == '\n' || c == '\t' || c == '/' || c == '"' || c == '\'') {
            ++tag->gaps;
        }
    }
    tag->selfClosing = i < text.size() && text[i - 1] == '/';
    tag->end = qMin(i + 1, text.size());
    return true;
}

bool staysOpen(const QByteArray& name) {
    static const QSet<QByteArray> never{"br",   "img", "hr",  "meta",  "link",  "input",  "area",
                                        "base", "col", "wbr", "embed", "param", "source", "track"};
    return !never.contains(name);
}

/// Tags beyond the bounds become line breaks, so that their text stays and stays apart.
QByteArray bounded(const QByteArray& html, bool* flattened) {
    QByteArray out;
    qsizetype copied = 0;
    int depth = 0;
    qsizetype at = html.indexOf('<');
    Tag tag;
    while (at >= 0) {
        if (!scanTag(html, at, &tag)) {
            at = html.indexOf('<', at + 1);
            continue;
        }
        const bool opens = !tag.closing && staysOpen(tag.name);
        depth = tag.closing ? qMax(0, depth - 1) : depth + (opens ? 1 : 0);
        if ((opens && depth > kDeepest) || tag.gaps > kMostAttributes) {
            depth = opens ? depth - 1 : depth;
            out.append(QByteArrayView(html).sliced(copied, at - copied)).append("<br>");
            copied = tag.end;
            *flattened = true;
        }
        at = html.indexOf('<', tag.end);
    }
    return copied == 0 ? html : out.append(QByteArrayView(html).sliced(copied));
}

}  // namespace

/// gumbo frees its tree by recursion; memory given back in one piece needs none.
class HtmlTree::Arena {
public:
    static void* allocate(void* arena, size_t size) { return static_cast<Arena*>(arena)->take(size); }
    static void release(void*, void*) {}

private:
    void* take(size_t size) {
        size = (size + alignof(std::max_align_t) - 1) & ~(alignof(std::max_align_t) - 1);
        if (size > m_left) {
            const size_t block = qMax<size_t>(size, m_nextBlock);
            m_nextBlock = qMin<size_t>(m_nextBlock * 2, 1024 * 1024);
            m_blocks.push_back(std::make_unique_for_overwrite<std::byte[]>(block));
            m_free = m_blocks.back().get();
            m_left = block;
        }
        void* memory = m_free;
        m_free += size;
        m_left -= size;
        return memory;
    }
    std::vector<std::unique_ptr<std::byte[]>> m_blocks;
    std::byte* m_free{nullptr};
    size_t m_left{0};
    size_t m_nextBlock{16 * 1024};
};

HtmlTree::HtmlTree(const QString& html)
    : m_source(bounded(html.left(kMostHtml).toUtf8(), &m_flattened))
    , m_arena(std::make_unique<Arena>()) {
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = &Arena::allocate;
    options.deallocator = &Arena::release;
    options.userdata = m_arena.get();
    options.max_errors = 0;
    m_output = gumbo_parse_with_options(&options, m_source.constData(), static_cast<size_t>(m_source.size()));
}

HtmlTree::~HtmlTree() = default;

const GumboNode* HtmlTree::root() const {
    return m_output->document;
}

bool isElement(const GumboNode* node) {
    return node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
}

const GumboVector* childrenOf(const GumboNode* node) {
    return isElement(node)                     ? &node->v.element.children
           : node->type == GUMBO_NODE_DOCUMENT ? &node->v.document.children
                                               : nullptr;
}

QByteArray elementName(const GumboNode* node) {
    if (!isElement(node)) {
        return {};
    }
    const GumboElement& element = node->v.element;
    if (element.tag != GUMBO_TAG_UNKNOWN) {
        return QByteArray::fromRawData(gumbo_normalized_tagname(element.tag),
                                       static_cast<qsizetype>(qstrlen(gumbo_normalized_tagname(element.tag))));
    }
    GumboStringPiece name = element.original_tag;
    gumbo_tag_from_original_text(&name);
    return QByteArray(name.data, static_cast<qsizetype>(name.length)).toLower();
}

QString attributeOf(const GumboNode* node, const char* name) {
    const GumboAttribute* attribute =
        isElement(node) ? gumbo_get_attribute(&node->v.element.attributes, name) : nullptr;
    return attribute ? QString::fromUtf8(attribute->value) : QString();
}

}  // namespace kith::mail
