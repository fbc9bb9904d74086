// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/emulators/gmail/methods.h"

#include "tests/emulators/gmail/compose.h"
#include "tests/emulators/gmail/listing.h"
#include "tests/emulators/gmail/message_view.h"
#include "tests/emulators/gmail/other_client.h"

namespace kith::emulator::methods {
namespace {

Answer draftAnswer(const Call& call, const StoredDraft& draft) {
    JsonOut out = call.out();
    out.text("id", draft.id);
    if (out.object("message")) {
        writeBrief(out, call.mailbox, *call.mailbox.find(draft.message));
        out.end();
    }
    return json(out);
}

std::variant<NewMessage, ApiError> draftMessage(const Call& call) {
    const auto read = composed(call, call.body[u"message"].toObject());
    if (const auto* error = std::get_if<ApiError>(&read)) {
        return *error;
    }
    return newMessage(std::get<Composed>(read), call.now().count());
}

}  // namespace

Outcome draftsList(Call& call) {
    auto asked = listingOf(call);
    if (const auto* error = std::get_if<ApiError>(&asked)) {
        return *error;
    }
    auto& listing = std::get<Listing>(asked);
    listing.labels << LabelKey::Draft;
    const ListPage page = pageOf(call, listing, [&](const StoredMessage& message) {
        return call.mailbox.drafts.ofMessage(message.id) != nullptr;
    });
    JsonOut out = call.out(128 + 128 * static_cast<qsizetype>(page.messages.size()));
    if (!page.messages.empty() && out.array("drafts")) {
        for (const StoredMessage* message : page.messages) {
            out.object();
            out.text("id", call.mailbox.drafts.ofMessage(message->id)->id);
            if (out.object("message")) {
                writeRef(out, *message);
                out.end();
            }
            out.end();
        }
        out.end();
    }
    if (!page.nextPageToken.isEmpty()) {
        out.ascii("nextPageToken", page.nextPageToken);
    }
    out.number("resultSizeEstimate", static_cast<qint64>(page.messages.size()));
    return json(out);
}

Outcome draftsGet(Call& call) {
    const StoredDraft* draft = call.mailbox.drafts.find(call.ids.front());
    if (!draft) {
        return errors::notFound();
    }
    JsonOut out = call.out(1024);
    out.text("id", draft->id);
    if (out.object("message")) {
        writeMessage(out, call, *call.mailbox.find(draft->message), viewOptions(call));
        out.end();
    }
    return json(out);
}

Outcome draftsCreate(Call& call) {
    const auto message = draftMessage(call);
    if (const auto* error = std::get_if<ApiError>(&message)) {
        return *error;
    }
    const QString id = makeDraft(call.mailbox, std::get<NewMessage>(message));
    return draftAnswer(call, *call.mailbox.drafts.find(id));
}

Outcome draftsUpdate(Call& call) {
    const QString id = call.ids.front();
    if (!call.mailbox.drafts.find(id)) {
        return errors::notFound();
    }
    const QJsonValue told = call.body[u"id"];
    if (told.isString() && told.toString() != id) {
        return errors::badRequest(QStringLiteral("Invalid draft id"));
    }
    const auto message = draftMessage(call);
    if (const auto* error = std::get_if<ApiError>(&message)) {
        return *error;
    }
    remakeDraft(call.mailbox, id, std::get<NewMessage>(message));
    return draftAnswer(call, *call.mailbox.drafts.find(id));
}

/// The draft as it is, or with the message that the body brings; it is gone once it was sent.
Outcome draftsSend(Call& call) {
    const QString id = call.body[u"id"].toString();
    const StoredDraft* draft = call.mailbox.drafts.find(id);
    if (!draft) {
        return id.isEmpty() ? errors::badRequest(QStringLiteral("Missing draft id")) : errors::notFound();
    }
    const StoredMessage* written = call.mailbox.find(draft->message);
    Composed message;
    if (call.media || call.body[u"message"].toObject().contains(u"raw")) {
        auto read = composed(call, call.body[u"message"].toObject());
        if (const auto* error = std::get_if<ApiError>(&read)) {
            return *error;
        }
        message = std::get<Composed>(std::move(read));
    } else {
        message.raw = written->raw;
    }
    const quint64 old = written->id;
    if (!message.thread) {
        message.thread = written->threadId;
        message.threadIsSure = true;
    }
    const auto sent = sendOut(call, message);
    if (const auto* error = std::get_if<ApiError>(&sent)) {
        return *error;
    }
    call.mailbox.erase(old);
    return briefAnswer(call, *std::get<StoredMessage*>(sent));
}

Outcome draftsDelete(Call& call) {
    const StoredDraft* draft = call.mailbox.drafts.find(call.ids.front());
    if (!draft) {
        return errors::notFound();
    }
    call.mailbox.erase(draft->message);
    return noContent();
}

}  // namespace kith::emulator::methods
