// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// All contacts that stand, in the few values by which people are told apart; read in three walks.
#pragma once

#include "core/domain/ids.h"
#include "core/storage/database.h"

#include <QStringList>

namespace kith::storage {

struct PersonRow {
    ContactId contact;
    QString name;
    QString company;
    QString title;
    QStringList emails;
    QStringList phones;
    QStringList externalIds;  ///< kind:value
};

/// From what the lists show: refresh the contact book first.
Result<std::vector<PersonRow>> personRows(Database& database);

}  // namespace kith::storage
