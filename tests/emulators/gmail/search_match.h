// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Whether a message is what a search asks for; its headers and text are only read where a term needs them.
#pragma once

#include "tests/emulators/gmail/search_query.h"

#include <optional>

namespace kith::emulator {

class SearchMatch {
public:
    SearchMatch(const Mailbox& mailbox, const StoredMessage& message)
        : m_mailbox(mailbox)
        , m_message(message) {}

    bool matches(const SearchQuery::Node& node);
    static QByteArray bareMessageId(const QString& value);

private:
    bool term(const SearchQuery::Node& node);
    bool byMarks(const SearchQuery::Node& node, bool& known) const;
    bool inPlace(const QString& place) const;
    bool hasState(const QString& state) const;
    bool hasLabel(const QString& name) const;
    bool hasPart(const QString& what);
    bool words(const QString& folded);
    bool header(const char* name, const QString& value) const;
    bool filename(const QString& value);

    const Mailbox& m_mailbox;
    const StoredMessage& m_message;
    std::optional<QString> m_text;
    std::optional<QStringList> m_attachments;
};

}  // namespace kith::emulator
