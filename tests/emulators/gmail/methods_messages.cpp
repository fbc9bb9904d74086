// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/emulators/gmail/methods.h"

#include "tests/emulators/gmail/edit.h"
#include "tests/emulators/gmail/listing.h"
#include "tests/emulators/gmail/message_view.h"
#include "tests/emulators/gmail/mime_view.h"
#include "tests/emulators/gmail/other_client.h"

#include <QJsonArray>

namespace kith::emulator::methods {
namespace {

constexpr qsizetype kMostBatchIds = 1000;
constexpr int kGuessedResults = 201;

std::variant<std::vector<quint64>, ApiError> messageIds(const Call& call) {
    const QJsonArray ids = call.body[u"ids"].toArray();
    if (ids.isEmpty()) {
        return errors::badRequest(QStringLiteral("No message ids specified."));
    }
    if (ids.size() > kMostBatchIds) {
        return errors::badRequest(QStringLiteral("Too many message ids specified."));
    }
    std::vector<quint64> found;
    for (const QJsonValue& text : ids) {
        const auto id = idOf(text.toString());
        if (!id) {
            return errors::badRequest(QStringLiteral("Invalid id value"));
        }
        found.push_back(*id);
    }
    return found;
}

}  // namespace

ApiError unknownId(const Call& call) {
    return idOf(call.ids.front()) ? errors::notFound() : errors::badRequest(QStringLiteral("Invalid id value"));
}

Outcome messagesList(Call& call) {
    if (!call.query.value(QStringLiteral("q")).isEmpty() && hasMetadataOnly(call)) {
        return errors::forbidden(QStringLiteral("Metadata scope does not support 'q' parameter"));
    }
    const auto listing = listingOf(call);
    if (const auto* error = std::get_if<ApiError>(&listing)) {
        return *error;
    }
    const ListPage page = pageOf(call, std::get<Listing>(listing));
    JsonOut out = call.out(128 + 96 * static_cast<qsizetype>(page.messages.size()));
    if (!page.messages.empty() && out.array("messages")) {
        for (const StoredMessage* message : page.messages) {
            out.object();
            writeRef(out, *message);
            out.end();
        }
        out.end();
    }
    if (!page.nextPageToken.isEmpty()) {
        out.ascii("nextPageToken", page.nextPageToken);
    }
    out.number("resultSizeEstimate",
               page.nextPageToken.isEmpty() ? static_cast<qint64>(page.messages.size()) : qint64(kGuessedResults));
    return json(out);
}

Outcome messagesGet(Call& call) {
    const ViewOptions view = viewOptions(call);
    if (const auto error = beyondMetadata(call, view)) {
        return *error;
    }
    const StoredMessage* message = call.message();
    if (!message) {
        return unknownId(call);
    }
    JsonOut out = call.out(view.format == MessageFormat::Raw ? message->raw.size() * 4 / 3 + 1024 : 1024);
    writeMessage(out, call, *message, view);
    return json(out);
}

Outcome messagesModify(Call& call) {
    const auto edit = labelEdit(call);
    if (const auto* error = std::get_if<ApiError>(&edit)) {
        return *error;
    }
    StoredMessage* message = call.message();
    if (!message) {
        return unknownId(call);
    }
    std::get<LabelEdit>(edit).apply(call.mailbox, *message);
    return briefAnswer(call, *message);
}

Outcome messagesBatchModify(Call& call) {
    const auto ids = messageIds(call);
    if (const auto* error = std::get_if<ApiError>(&ids)) {
        return *error;
    }
    const auto edit = labelEdit(call);
    if (const auto* error = std::get_if<ApiError>(&edit)) {
        return *error;
    }
    call.mailbox.beginBulk();
    for (const quint64 id : std::get<std::vector<quint64>>(ids)) {
        if (StoredMessage* message = call.mailbox.find(id)) {
            std::get<LabelEdit>(edit).apply(call.mailbox, *message);
        }
    }
    call.mailbox.endBulk();
    return noContent();
}

Outcome messagesTrash(Call& call) {
    StoredMessage* message = call.message();
    if (!message) {
        return unknownId(call);
    }
    moveToTrash(call.mailbox, *message);
    return briefAnswer(call, *message);
}

Outcome messagesUntrash(Call& call) {
    StoredMessage* message = call.message();
    if (!message) {
        return unknownId(call);
    }
    call.mailbox.relabel(*message, {}, {LabelKey::Trash});
    return briefAnswer(call, *message);
}

Outcome messagesDelete(Call& call) {
    const StoredMessage* message = call.message();
    if (!message) {
        return unknownId(call);
    }
    call.mailbox.erase(message->id);
    return noContent();
}

Outcome messagesBatchDelete(Call& call) {
    const auto ids = messageIds(call);
    if (const auto* error = std::get_if<ApiError>(&ids)) {
        return *error;
    }
    call.mailbox.beginBulk();
    for (const quint64 id : std::get<std::vector<quint64>>(ids)) {
        call.mailbox.erase(id);
    }
    call.mailbox.endBulk();
    return noContent();
}

Outcome attachmentsGet(Call& call) {
    const StoredMessage* message = call.message();
    if (!message) {
        return unknownId(call);
    }
    const auto content = attachmentOf(*message, call.ids[1]);
    if (!content) {
        return errors::badRequest(QStringLiteral("Invalid attachment token"));
    }
    JsonOut out = call.out(content->size() * 4 / 3 + 256);
    out.number("size", content->size());
    out.bytes("data", *content);
    return json(out);
}

}  // namespace kith::emulator::methods
