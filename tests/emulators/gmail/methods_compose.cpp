// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/emulators/gmail/methods.h"

#include "tests/emulators/gmail/compose.h"
#include "tests/emulators/gmail/mail_time.h"
#include "tests/emulators/gmail/message_view.h"

namespace kith::emulator::methods {
namespace {

/// insert and import differ in what is taken when the call does not say it.
Outcome added(Call& call, const QString& dateSource, bool asDelivered) {
    auto read = composed(call, call.body);
    if (const auto* error = std::get_if<ApiError>(&read)) {
        return *error;
    }
    auto& message = std::get<Composed>(read);
    if (message.labels.contains(LabelKey::Draft) || message.labels.contains(LabelKey::Chat)) {
        return errors::badRequest(QStringLiteral("Invalid label: DRAFT"));
    }
    if (call.query.flag(QStringLiteral("deleted"))) {
        return errors::badRequest(QStringLiteral("deleted is only for Google Workspace accounts"));
    }
    if (asDelivered && !message.labelsTold) {
        message.labels = {LabelKey::Inbox, LabelKey::Unread};
    }
    const QString told = call.query.value(QStringLiteral("internalDateSource"));
    const bool byHeader = (told.isEmpty() ? dateSource : told) == u"dateHeader";
    const auto date = byHeader ? dateHeaderOf(message.raw) : std::nullopt;
    NewMessage made = newMessage(message, date.value_or(call.now().count()));
    if (asDelivered && !message.thread) {
        made.threading = NewMessage::Threading::AsDelivered;
    }
    return briefAnswer(call, call.mailbox.add(made));
}

}  // namespace

Outcome messagesInsert(Call& call) {
    return added(call, QStringLiteral("receivedTime"), false);
}

Outcome messagesImport(Call& call) {
    return added(call, QStringLiteral("dateHeader"), true);
}

Outcome messagesSend(Call& call) {
    const auto read = composed(call, call.body);
    if (const auto* error = std::get_if<ApiError>(&read)) {
        return *error;
    }
    const auto sent = sendOut(call, std::get<Composed>(read));
    if (const auto* error = std::get_if<ApiError>(&sent)) {
        return *error;
    }
    return briefAnswer(call, *std::get<StoredMessage*>(sent));
}

}  // namespace kith::emulator::methods
