// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// HTML through gumbo with bounds: depth, attributes and size of hostile input, memory in one piece.
#pragma once

#include <QByteArray>
#include <QString>

#include <gumbo.h>

#include <memory>
#include <vector>

namespace kith::mail {

/// A parsed document; its nodes live as long as it does.
class HtmlTree {
public:
    explicit HtmlTree(const QString& html);
    ~HtmlTree();
    Q_DISABLE_COPY_MOVE(HtmlTree)

    const GumboNode* root() const;
    bool wasFlattened() const { return m_flattened; }

private:
    class Arena;
    bool m_flattened{false};  // before the source, which sets it
    QByteArray m_source;
    std::unique_ptr<Arena> m_arena;
    GumboOutput* m_output{nullptr};
};

/// Lower-case name, also of elements gumbo does not know; empty for other nodes.
QByteArray elementName(const GumboNode* node);
/// Value of an attribute; null where it is absent.
QString attributeOf(const GumboNode* node, const char* name);
bool isElement(const GumboNode* node);
const GumboVector* childrenOf(const GumboNode* node);

/// Depth-first without recursion: enter(node) says whether to go inside, leave(node) follows then.
template <class Enter, class Leave>
void walkHtml(const GumboNode* root, Enter enter, Leave leave) {
    struct Frame {
        const GumboNode* node;
        unsigned next;
    };
    std::vector<Frame> stack;
    if (root && enter(root)) {
        stack.push_back({root, 0});
    }
    while (!stack.empty()) {
        const GumboVector* children = childrenOf(stack.back().node);
        if (!children || stack.back().next >= children->length) {
            leave(stack.back().node);
            stack.pop_back();
            continue;
        }
        const auto* child = static_cast<const GumboNode*>(children->data[stack.back().next++]);
        if (enter(child)) {
            stack.push_back({child, 0});
        }
    }
}

}  // namespace kith::mail
