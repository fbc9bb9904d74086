// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The style sheets inside a mail, as far as they decide what of its text is seen.
#pragma once

#include "core/mail/html_style.h"

#include <QHash>
#include <QStringList>

namespace kith::mail {

/// Rules for one screen of ordinary width; what holds for some screens only is left out.
class StyleSheet {
public:
    explicit StyleSheet(const GumboNode* root);

    bool isEmpty() const { return m_rules.empty(); }
    /// What holds for the element, the weaker first; its own style attribute in its place.
    CssDeclarations styleOf(const GumboNode* element) const;

private:
    struct Compound {
        QString tag;
        QString id;
        QStringList classes;
    };
    struct Rule {
        std::vector<Compound> path;  ///< outermost first
        CssDeclarations declarations;
        int weight{0};
        bool important{false};
    };
    void read(const QString& css, int depth);
    void add(const QString& selectors, const QString& block);
    static bool compoundOf(QStringView text, Compound* compound);
    static bool fits(const Compound& compound, const GumboNode* element);
    static bool fits(const Rule& rule, const GumboNode* element);

    std::vector<Rule> m_rules;
    QHash<QString, std::vector<size_t>> m_byKey;  ///< "#id", ".class", "tag" or "*" of the last compound
};

}  // namespace kith::mail
