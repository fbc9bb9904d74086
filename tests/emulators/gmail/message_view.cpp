// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/emulators/gmail/message_view.h"

#include "tests/emulators/gmail/mime_view.h"
#include "tests/emulators/gmail/snippet.h"

namespace kith::emulator {
namespace {

MessageFormat formatOf(const QString& word) {
    return word == u"minimal"    ? MessageFormat::Minimal
           : word == u"metadata" ? MessageFormat::Metadata
           : word == u"raw"      ? MessageFormat::Raw
                                 : MessageFormat::Full;
}

}  // namespace

ViewOptions viewOptions(const Call& call) {
    return {formatOf(call.query.value(QStringLiteral("format"))), call.query.values(QStringLiteral("metadataHeaders"))};
}

bool hasMetadataOnly(const Call& call) {
    static const QString metadata = QStringLiteral("https://www.googleapis.com/auth/gmail.metadata");
    for (const QString& scope : call.method.scopes) {
        if (scope != metadata && call.scopes.contains(scope)) {
            return false;
        }
    }
    return true;
}

std::optional<ApiError> beyondMetadata(const Call& call, const ViewOptions& view) {
    const bool beyond = view.format == MessageFormat::Full || view.format == MessageFormat::Raw;
    if (!beyond || !hasMetadataOnly(call)) {
        return std::nullopt;
    }
    return errors::forbidden(
        QStringLiteral("Metadata scope doesn't allow format %1")
            .arg(view.format == MessageFormat::Raw ? QStringLiteral("RAW") : QStringLiteral("FULL")));
}

void writeRef(JsonOut& out, const StoredMessage& message) {
    out.ascii("id", idText(message.id));
    out.ascii("threadId", idText(message.threadId));
}

void writeLabelIds(JsonOut& out, const Mailbox& mailbox, const LabelKeys& keys) {
    if (keys.isEmpty() || !out.array("labelIds")) {
        return;
    }
    for (const LabelKey key : keys) {
        out.element(mailbox.labels.label(key).id);
    }
    out.end();
}

void writeBrief(JsonOut& out, const Mailbox& mailbox, const StoredMessage& message) {
    writeRef(out, message);
    writeLabelIds(out, mailbox, message.labels);
}

Answer briefAnswer(const Call& call, const StoredMessage& message) {
    JsonOut out = call.out();
    writeBrief(out, call.mailbox, message);
    return json(out);
}

void writeMessage(JsonOut& out, Call& call, const StoredMessage& message, const ViewOptions& view) {
    writeBrief(out, call.mailbox, message);
    if (out.wants("snippet")) {
        out.text("snippet", snippetOf(message.raw));
    }
    if (view.format == MessageFormat::Full && out.object("payload")) {
        writePayload(out, message, call.service.dice.random());
        out.end();
    } else if (view.format == MessageFormat::Metadata && out.object("payload")) {
        writeHeaderPayload(out, message, view.metadataHeaders);
        out.end();
    }
    out.number("sizeEstimate", message.raw.size());
    out.longNumber("historyId", message.historyId);
    out.ascii("internalDate", QByteArray::number(message.internalDate));
    if (view.format == MessageFormat::Raw) {
        out.bytes("raw", message.raw);
    }
}

}  // namespace kith::emulator
