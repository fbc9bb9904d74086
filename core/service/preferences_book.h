// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The user's preferences as they are kept: one document in the settings, changed through the journal.
#pragma once

#include "core/domain/feedback.h"
#include "core/domain/message.h"
#include "core/domain/preferences.h"
#include "core/service/cellar.h"
#include "core/storage/journal.h"

#include <QJsonObject>

namespace kith::service {

Result<Preferences> loadPreferences(Cellar& cellar);
/// Journalled with the change; the version grows by one.
void savePreferences(storage::ChangeWriter& change, Cellar& cellar, Preferences preferences);

QJsonObject toJson(const Preferences& preferences);
Result<Preferences> preferencesFromJson(const QJsonObject& document);

/// "Everything from this sender (or domain) is of this priority", replacing an earlier such rule.
void setSenderRule(Preferences& preferences, const Message& message, FeedbackScope scope, Priority assigned);

}  // namespace kith::service
