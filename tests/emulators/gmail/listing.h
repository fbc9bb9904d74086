// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What the list methods share: which messages are meant, from where on, and the token of the next page.
#pragma once

#include "tests/emulators/gmail/call.h"
#include "tests/emulators/gmail/search_query.h"

namespace kith::emulator {

/// Newest first: by internalDate, then by arrival. A page begins after this place, whatever came or went meanwhile.
struct ListPlace {
    qint64 internalDate{0};
    quint64 sequence{0};
};

struct Listing {
    LabelKeys labels;  ///< all must be there
    SearchQuery query;
    bool spamAndTrash{false};
    std::optional<ListPlace> after;
    int most{100};
    quint64 question{0};  ///< hash of the parameters that every page must repeat

    bool matches(const Mailbox& mailbox, const StoredMessage& message) const;
};

std::variant<Listing, ApiError> listingOf(const Call& call);

struct ListPage {
    std::vector<const StoredMessage*> messages;  ///< newest first
    QByteArray nextPageToken;                    ///< empty: the last page
};

/// accept: called for messages that match; false passes over one of them.
ListPage pageOf(const Call& call, const Listing& listing,
                const std::function<bool(const StoredMessage&)>& accept = nullptr);

/// The label for each id, or the error that names the one that does not exist.
std::variant<LabelKeys, ApiError> labelKeys(const Mailbox& mailbox, const QStringList& ids);

}  // namespace kith::emulator
