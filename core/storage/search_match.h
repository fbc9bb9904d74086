// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The words of a search in the languages of the two full-text indexes.
#pragma once

#include "core/storage/search_query.h"

#include <QByteArray>

namespace kith::storage {

/// wanted: what must match (negations inside); unwanted: only filled where nothing but negations was asked.
struct MatchWords {
    QByteArray wanted;
    QByteArray unwanted;
};

MatchWords sqliteMatch(const SearchQuery& query);
MatchWords postgresMatch(const SearchQuery& query);

}  // namespace kith::storage
