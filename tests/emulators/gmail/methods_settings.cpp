// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/emulators/gmail/methods.h"

#include <QRegularExpression>

namespace kith::emulator::methods {
namespace {

constexpr Millis kWatchTime{7LL * 86'400'000};

void writeSendAs(JsonOut& out, const SendAs& alias) {
    out.text("sendAsEmail", alias.address);
    out.text("displayName", alias.name);
    out.text("replyToAddress", alias.replyTo);
    out.text("signature", alias.signatureHtml);
    if (alias.isPrimary) {
        out.boolean("isPrimary", true);
    }
    if (alias.isDefault) {
        out.boolean("isDefault", true);
    }
    if (!alias.isPrimary) {
        out.boolean("treatAsAlias", true);
        out.text("verificationStatus", u"accepted");
    }
}

}  // namespace

Outcome getProfile(Call& call) {
    JsonOut out = call.out();
    out.text("emailAddress", call.mailbox.address());
    out.number("messagesTotal", call.mailbox.messageCount());
    out.number("threadsTotal", call.mailbox.threadCount());
    out.longNumber("historyId", call.mailbox.history.current());
    return json(out);
}

/// Taken up as Gmail does, and that is all: no notification leaves the emulator.
Outcome watch(Call& call) {
    static const QRegularExpression topic(QStringLiteral("^projects/[^/]+/topics/[^/]+$"));
    if (!topic.match(call.body[u"topicName"].toString()).hasMatch()) {
        return errors::badRequest(QStringLiteral("Invalid topicName does not match projects/*/topics/*"));
    }
    JsonOut out = call.out();
    out.longNumber("historyId", call.mailbox.history.current());
    out.longNumber("expiration", static_cast<quint64>((call.now() + kWatchTime).count()));
    return json(out);
}

Outcome stop(Call&) {
    return noContent();
}

Outcome sendAsList(Call& call) {
    JsonOut out = call.out();
    if (out.array("sendAs")) {
        for (const SendAs& alias : call.mailbox.sendAs) {
            out.object();
            writeSendAs(out, alias);
            out.end();
        }
        out.end();
    }
    return json(out);
}

Outcome sendAsGet(Call& call) {
    for (const SendAs& alias : call.mailbox.sendAs) {
        if (alias.address.compare(call.ids.front(), Qt::CaseInsensitive) == 0) {
            JsonOut out = call.out();
            writeSendAs(out, alias);
            return json(out);
        }
    }
    return errors::notFound();
}

Outcome quietSettings(Call& call) {
    JsonOut out = call.out();
    if (call.method.name == u"settings.getVacation") {
        out.boolean("enableAutoReply", false);
    } else if (call.method.name == u"settings.getAutoForwarding") {
        out.boolean("enabled", false);
    } else if (call.method.name == u"settings.getLanguage") {
        out.text("displayLanguage", u"en");
    } else if (call.method.name == u"settings.getImap") {
        out.boolean("enabled", true);
        out.boolean("autoExpunge", true);
        out.text("expungeBehavior", u"archive");
    } else if (call.method.name == u"settings.getPop") {
        out.text("accessWindow", u"disabled");
        out.text("disposition", u"leaveInInbox");
    }
    return json(out);  // the lists (filters, forwarding addresses, delegates) are empty, so absent
}

}  // namespace kith::emulator::methods
