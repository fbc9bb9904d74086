// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// A stand-in for an Onyx server behind nginx: health, version, search as its edition has it, chat whole or as a stream.
#pragma once

#include "tests/emulators/exchange.h"
#include "tests/emulators/onyx/onyx_library.h"

namespace kith::emulator {

enum class OnyxEdition {
    Search,      ///< 2026: POST /search, results without scores
    Enterprise,  ///< POST /search/send-search-message, documents with scores
    Chat,        ///< neither: only chat
};

struct OnyxOptions {
    QString key{QStringLiteral("on_emulator-key")};
    OnyxEdition edition{OnyxEdition::Search};
};

/// No sockets, no time. Paths below /api.
class OnyxApi {
public:
    explicit OnyxApi(OnyxOptions options = {})
        : m_options(std::move(options)) {}

    Answer handle(const Request& request);
    OnyxLibrary& library() { return m_library; }
    QString key() const { return m_options.key; }
    void setEdition(OnyxEdition edition) { m_options.edition = edition; }
    void revoke(bool revoked) { m_revoked = revoked; }
    /// The next search says in a 200 that it failed, as the enterprise edition does.
    void failInside(bool fails) { m_failsInside = fails; }

private:
    bool knows(const Request& request) const;
    Answer search(const QJsonObject& body);
    Answer searchMessage(const QJsonObject& body);
    Answer chat(const QJsonObject& body);
    Answer wholeChat(const QString& question, const std::vector<OnyxHit>& hits);
    Answer streamedChat(const QString& question, const std::vector<OnyxHit>& hits);

    OnyxOptions m_options;
    OnyxLibrary m_library;
    bool m_revoked{false};
    bool m_failsInside{false};
    int m_messages{0};
};

}  // namespace kith::emulator
