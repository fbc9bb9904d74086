// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/mail/html_tree.h"

#include <algorithm>
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

constexpr int kMostTags = 250'000;  // a page of two million characters has some forty thousand

struct Tag {
    GumboTag name{GUMBO_TAG_UNKNOWN};
    bool closing{false};
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
    tag->name = gumbo_tagn_enum(text.data() + start, static_cast<unsigned>(i - start));
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
    tag->end = qMin(i + 1, text.size());
    return true;
}

/// What is open at some place of a page, about as a browser sees it: never less deep than the parser's own stack.
class OpenTags {
public:
    int depth() const { return static_cast<int>(m_open.size()); }
    void open(GumboTag name) {
        if (name == GUMBO_TAG_TR || isCell(name)) {
            endWithin(name == GUMBO_TAG_TR ? isTablePart : isCell);
        } else if (endsItself(name) && !m_open.empty() && m_open.back() == name) {
            m_open.pop_back();  // the one before it ends here
        }
        m_open.push_back(name);
    }
    void close(GumboTag name) {
        const bool format = isFormat(name);
        for (auto it = m_open.rbegin(); it != m_open.rend(); ++it) {
            if (*it == name) {
                m_open.erase(it.base() - 1, format ? it.base() : m_open.end());
                return;
            }
            if (*it == GUMBO_TAG_TABLE || (isCell(*it) && !isTablePart(name))) {
                return;  // nothing inside a table closes what stands around it
            }
        }
    }

private:
    /// A row or a cell ends the one before it, with all that is open inside.
    void endWithin(bool (*part)(GumboTag)) {
        for (size_t at = m_open.size(); at > 0 && m_open[at - 1] != GUMBO_TAG_TABLE; --at) {
            const GumboTag name = m_open[at - 1];
            if (part(name) && (isCell(name) || name == GUMBO_TAG_TR)) {
                m_open.resize(at - 1);
            } else if (isTablePart(name)) {
                return;
            }
        }
    }
    static bool endsItself(GumboTag name) {
        return name == GUMBO_TAG_P || name == GUMBO_TAG_LI || name == GUMBO_TAG_OPTION || name == GUMBO_TAG_DT ||
               name == GUMBO_TAG_DD;
    }
    static bool isFormat(GumboTag name) {
        static constexpr GumboTag kNames[] = {GUMBO_TAG_A,  GUMBO_TAG_B,     GUMBO_TAG_BIG,    GUMBO_TAG_CODE,
                                              GUMBO_TAG_EM, GUMBO_TAG_FONT,  GUMBO_TAG_I,      GUMBO_TAG_NOBR,
                                              GUMBO_TAG_S,  GUMBO_TAG_SMALL, GUMBO_TAG_STRIKE, GUMBO_TAG_STRONG,
                                              GUMBO_TAG_TT, GUMBO_TAG_U};
        return std::find(std::begin(kNames), std::end(kNames), name) != std::end(kNames);
    }
    static bool isCell(GumboTag name) {
        return name == GUMBO_TAG_TD || name == GUMBO_TAG_TH || name == GUMBO_TAG_CAPTION;
    }
    static bool isTablePart(GumboTag name) {
        return isCell(name) || name == GUMBO_TAG_TABLE || name == GUMBO_TAG_TR || name == GUMBO_TAG_TBODY ||
               name == GUMBO_TAG_THEAD || name == GUMBO_TAG_TFOOT;
    }
    std::vector<GumboTag> m_open;
};

bool staysOpen(GumboTag name) {
    switch (name) {
    case GUMBO_TAG_BR:
    case GUMBO_TAG_IMG:
    case GUMBO_TAG_HR:
    case GUMBO_TAG_META:
    case GUMBO_TAG_LINK:
    case GUMBO_TAG_INPUT:
    case GUMBO_TAG_AREA:
    case GUMBO_TAG_BASE:
    case GUMBO_TAG_COL:
    case GUMBO_TAG_WBR:
    case GUMBO_TAG_EMBED:
    case GUMBO_TAG_PARAM:
    case GUMBO_TAG_SOURCE:
    case GUMBO_TAG_TRACK:
        return false;
    default:
        return true;
    }
}

/// Tags beyond the bounds become line breaks, so that their text stays and stays apart.
QByteArray bounded(const QByteArray& html, bool* flattened) {
    QByteArray out;
    qsizetype copied = 0;
    OpenTags open;
    Tag tag;
    int tags = 0;
    for (qsizetype at = html.indexOf('<'); at >= 0;) {
        if (!scanTag(html, at, &tag)) {
            at = html.indexOf('<', at + 1);
            continue;
        }
        if (++tags > kMostTags) {
            *flattened = true;
            return out.append(QByteArrayView(html).sliced(copied, at - copied));
        }
        const bool opens = !tag.closing && staysOpen(tag.name);
        if ((opens && open.depth() >= kDeepest) || tag.gaps > kMostAttributes) {
            out.append(QByteArrayView(html).sliced(copied, at - copied)).append("<br>");
            copied = tag.end;
            *flattened = true;
        } else if (opens) {
            open.open(tag.name);
        } else if (tag.closing) {
            open.close(tag.name);
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
