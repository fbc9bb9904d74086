// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/emulators/gmail/methods.h"

#include "tests/emulators/gmail/edit.h"
#include "tests/emulators/gmail/listing.h"
#include "tests/emulators/gmail/message_view.h"
#include "tests/emulators/gmail/other_client.h"
#include "tests/emulators/gmail/snippet.h"

#include <algorithm>

namespace kith::emulator::methods {
namespace {

/// A copy: erasing changes the thread itself.
std::optional<std::vector<StoredMessage*>> threadOf(const Call& call) {
    const auto id = idOf(call.ids.front());
    const StoredThread* thread = id ? call.mailbox.thread(*id) : nullptr;
    return thread ? std::optional(thread->messages) : std::nullopt;
}

quint64 historyIdOf(const std::vector<StoredMessage*>& messages) {
    quint64 newest = 0;
    for (const StoredMessage* message : messages) {
        newest = std::max(newest, message->historyId);
    }
    return newest;
}

template <class Change>
Outcome changed(Call& call, Change change) {
    const auto messages = threadOf(call);
    if (!messages) {
        return unknownId(call);
    }
    call.mailbox.beginBulk();
    for (StoredMessage* message : *messages) {
        change(*message);
    }
    call.mailbox.endBulk();
    JsonOut out = call.out();
    out.text("id", call.ids.front());
    if (out.array("messages")) {
        for (const StoredMessage* message : *messages) {
            out.object();
            writeBrief(out, call.mailbox, *message);
            out.end();
        }
        out.end();
    }
    return json(out);
}

}  // namespace

Outcome threadsList(Call& call) {
    if (!call.query.value(QStringLiteral("q")).isEmpty() && hasMetadataOnly(call)) {
        return errors::forbidden(QStringLiteral("Metadata scope does not support 'q' parameter"));
    }
    const auto asked = listingOf(call);
    if (const auto* error = std::get_if<ApiError>(&asked)) {
        return *error;
    }
    const auto& listing = std::get<Listing>(asked);
    const ListPage page = pageOf(call, listing, [&](const StoredMessage& message) {
        const auto& all = call.mailbox.thread(message.threadId)->messages;
        const auto newest = std::ranges::find_if(all.rbegin(), all.rend(), [&](const StoredMessage* other) {
            return other == &message || listing.matches(call.mailbox, *other);
        });
        return *newest == &message;
    });
    JsonOut out = call.out(256 + 384 * static_cast<qsizetype>(page.messages.size()));
    if (!page.messages.empty() && out.array("threads")) {
        for (const StoredMessage* message : page.messages) {
            out.object();
            out.ascii("id", idText(message->threadId));
            if (out.wants("snippet")) {
                out.text("snippet", snippetOf(message->raw));
            }
            out.longNumber("historyId", historyIdOf(call.mailbox.thread(message->threadId)->messages));
            out.end();
        }
        out.end();
    }
    if (!page.nextPageToken.isEmpty()) {
        out.ascii("nextPageToken", page.nextPageToken);
    }
    out.number("resultSizeEstimate", page.nextPageToken.isEmpty() ? static_cast<qint64>(page.messages.size()) : 201);
    return json(out);
}

Outcome threadsGet(Call& call) {
    const ViewOptions view = viewOptions(call);
    if (const auto error = beyondMetadata(call, view)) {
        return *error;
    }
    const auto messages = threadOf(call);
    if (!messages) {
        return unknownId(call);
    }
    JsonOut out = call.out(1024 * static_cast<qsizetype>(messages->size()));
    out.text("id", call.ids.front());
    out.longNumber("historyId", historyIdOf(*messages));
    if (out.array("messages")) {
        for (const StoredMessage* message : *messages) {
            out.object();
            writeMessage(out, call, *message, view);
            out.end();
        }
        out.end();
    }
    return json(out);
}

Outcome threadsModify(Call& call) {
    const auto edit = labelEdit(call);
    if (const auto* error = std::get_if<ApiError>(&edit)) {
        return *error;
    }
    return changed(call, [&](StoredMessage& message) { std::get<LabelEdit>(edit).apply(call.mailbox, message); });
}

Outcome threadsTrash(Call& call) {
    return changed(call, [&](StoredMessage& message) { moveToTrash(call.mailbox, message); });
}

Outcome threadsUntrash(Call& call) {
    return changed(call, [&](StoredMessage& message) { call.mailbox.relabel(message, {}, {LabelKey::Trash}); });
}

Outcome threadsDelete(Call& call) {
    const auto messages = threadOf(call);
    if (!messages) {
        return unknownId(call);
    }
    call.mailbox.beginBulk();
    for (const StoredMessage* message : *messages) {
        call.mailbox.erase(message->id);
    }
    call.mailbox.endBulk();
    return noContent();
}

}  // namespace kith::emulator::methods
