// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The pieces that Gmail's answers have in common: references, label lists, numbers in strings. For gmail_json only.
#pragma once

#include "core/mail/remote_mailbox.h"

#include <QJsonArray>
#include <QJsonObject>

namespace kith::sources::gmail_fields {

Error malformed(const QString& field, const QString& why);
/// Absent: empty.
Result<QJsonArray> listOf(const QJsonObject& object, const QString& key);
Result<QString> optionalText(const QJsonObject& object, const QString& key);
Result<QStringList> textsOf(const QJsonObject& object, const QString& key);
Result<mail::RemoteRef> readRef(const QJsonValue& value, const QString& where);
/// Id, thread, labels, history, date; not the bytes.
Result<mail::RemoteMessage> readMessageFacts(const QJsonObject& object);
Result<mail::RemoteLabel> labelOf(const QJsonObject& object);

}  // namespace kith::sources::gmail_fields
