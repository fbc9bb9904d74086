// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Gmail's search language, as much of it as q= is used with: operators, words, phrases, OR, groups, minus.
#pragma once

#include "tests/emulators/gmail/mailbox.h"

#include <QString>

#include <optional>
#include <vector>

namespace kith::emulator {

class SearchQuery {
public:
    /// Never fails: what means nothing is looked for as a word, as Gmail does. now: for older_than: and newer_than:.
    static SearchQuery parsed(const QString& text, Millis now);

    bool isEmpty() const { return m_root.children.empty(); }
    bool matches(const Mailbox& mailbox, const StoredMessage& message) const;
    /// The query asks for spam or trash by name, so these are not left out.
    bool asksForSpamOrTrash() const { return m_spamOrTrash; }
    /// A Message-ID that every hit must have: the index finds it.
    std::optional<QByteArray> messageId() const;

private:
    enum class Kind { All, Any, Not, Term };
    struct Node {
        Kind kind{Kind::All};
        std::vector<Node> children;
        QString field;  ///< of a term; empty: words
        QString value;  ///< folded for words
        qint64 number{0};
    };
    friend class SearchReader;
    friend class SearchMatch;

    Node m_root;
    bool m_spamOrTrash{false};
};

}  // namespace kith::emulator
