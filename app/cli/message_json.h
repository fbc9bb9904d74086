// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Stored messages as the JSON of the contract.
#pragma once

#include "core/base/result.h"
#include "core/domain/message.h"
#include "core/storage/inbox_messages.h"

#include <QJsonArray>
#include <QJsonObject>

namespace kith::service {
struct Cellar;
}

namespace kith::cli {

QString idText(qint64 id);
QJsonObject addressJson(const Address& address);
/// Everything of one message, its text and attachments too.
Result<QJsonObject> messageJson(service::Cellar& cellar, MessageId id);
/// The short form that search prints.
QJsonObject messageLine(const Message& message);
/// {id, message_id, thread_id, from, subject, date, priority, importance, confidence, decided_by, needs_review, reason}
QJsonObject inboxLine(const storage::InboxMessage& message);

}  // namespace kith::cli
