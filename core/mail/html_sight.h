// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Whether the words inside an element of a mail can be seen: colour on ground, followed down the tree.
#pragma once

#include "core/mail/html_colour.h"
#include "core/mail/html_sheet.h"

#include <vector>

namespace kith::mail {

class HtmlSight {
public:
    explicit HtmlSight(const GumboNode* root)
        : m_sheet(root) {}

    CssDeclarations styleOf(const GumboNode* element) const { return m_sheet.styleOf(element); }
    /// Going into an element or the document, and out of it again.
    void enter(const GumboNode* node, const CssDeclarations& style);
    void leave() { m_looks.pop_back(); }

    /// Letters here have the colour of their ground, or none.
    bool wordsUnseen() const;
    /// The ground here; nothing where it is a picture.
    const std::optional<Colour>& ground() const { return m_looks.back().ground; }
    const std::optional<Colour>& ink() const { return m_looks.back().ink; }

private:
    struct Look {
        std::optional<Colour> ink;
        std::optional<Colour> ground;
    };

    StyleSheet m_sheet;
    std::vector<Look> m_looks{{Colour{0, 0, 0, 1}, Colour{255, 255, 255, 1}}};
};

}  // namespace kith::mail
