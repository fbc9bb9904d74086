// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/emulators/gmail/methods.h"

#include "tests/emulators/gmail/other_client.h"

#include <QSet>

namespace kith::emulator::methods {
namespace {

constexpr qsizetype kLongestName = 225;
constexpr qsizetype kMostLabels = 10'000;

struct Counts {
    qint64 messages{0};
    qint64 unread{0};
    QSet<quint64> threads;
    QSet<quint64> unreadThreads;
};

Counts counted(const Mailbox& mailbox, LabelKey key) {
    Counts counts;
    for (const StoredMessage* message : mailbox.inOrder()) {
        if (!message->has(key)) {
            continue;
        }
        ++counts.messages;
        counts.threads.insert(message->threadId);
        if (message->has(LabelKey::Unread)) {
            ++counts.unread;
            counts.unreadThreads.insert(message->threadId);
        }
    }
    return counts;
}

void writeLabel(JsonOut& out, const StoredLabel& label) {
    out.text("id", label.id);
    out.text("name", label.name);
    if (!label.messageListVisibility.isEmpty()) {
        out.text("messageListVisibility", label.messageListVisibility);
    }
    if (!label.labelListVisibility.isEmpty()) {
        out.text("labelListVisibility", label.labelListVisibility);
    }
    out.text("type", label.system() ? u"system" : u"user");
    if (!label.textColor.isEmpty() && out.object("color")) {
        out.text("textColor", label.textColor);
        out.text("backgroundColor", label.backgroundColor);
        out.end();
    }
}

Answer labelAnswer(const Call& call, const StoredLabel& label) {
    JsonOut out = call.out();
    writeLabel(out, label);
    return json(out);
}

/// What is wrong with a name for a label that is, or will be, `own`.
std::optional<ApiError> wrongName(const Call& call, const QString& name, const StoredLabel* own) {
    const bool sound = !name.trimmed().isEmpty() && name.size() <= kLongestName && !name.startsWith(u'/') &&
                       !name.endsWith(u'/') && !name.contains(QLatin1String("//"));
    if (!sound || LabelBook::isReserved(name)) {
        return errors::badRequest(QStringLiteral("Invalid label name"));
    }
    const StoredLabel* other = call.mailbox.labels.byName(name);
    return other && other != own ? std::optional(errors::conflict(QStringLiteral("Label name exists or conflicts")))
                                 : std::nullopt;
}

std::optional<ApiError> wrongColor(const QJsonValue& color) {
    if (!color.isObject()) {
        return std::nullopt;
    }
    for (const QStringView key : {QStringView(u"textColor"), QStringView(u"backgroundColor")}) {
        const QString value = color[key].toString();
        if (value.isEmpty()) {
            return errors::badRequest(QStringLiteral("Both text color and background color must be set"));
        }
        if (!Contract::gmail().inPalette(value)) {
            return errors::badRequest(QStringLiteral("Label color %1 is not on the allowed color palette").arg(value));
        }
    }
    return std::nullopt;
}

/// Takes over what the body tells and, for update, forgets what it does not.
void takeOver(StoredLabel& label, const QJsonObject& body, bool whole) {
    const auto take = [&](QString& field, const QJsonValue& value, const QString& otherwise) {
        if (value.isString()) {
            field = value.toString();
        } else if (whole) {
            field = otherwise;
        }
    };
    take(label.messageListVisibility, body[u"messageListVisibility"], QStringLiteral("show"));
    take(label.labelListVisibility, body[u"labelListVisibility"], QStringLiteral("labelShow"));
    take(label.textColor, body[u"color"][u"textColor"], {});
    take(label.backgroundColor, body[u"color"][u"backgroundColor"], {});
}

Outcome edited(Call& call, bool whole) {
    StoredLabel* label = call.mailbox.labels.byId(call.ids.front());
    if (!label) {
        return errors::notFound();
    }
    const QJsonValue id = call.body[u"id"];
    if (label->system() || (id.isString() && id.toString() != label->id)) {
        return errors::badRequest(QStringLiteral("Invalid update request"));
    }
    if (whole && !call.body[u"name"].isString()) {
        return errors::badRequest(QStringLiteral("Invalid label name"));
    }
    const QString name = call.body[u"name"].toString(label->name);
    if (const auto error = wrongName(call, name, label)) {
        return *error;
    }
    if (const auto error = wrongColor(call.body[u"color"])) {
        return *error;
    }
    call.mailbox.labels.rename(label->key, name);
    takeOver(*label, call.body, whole);
    call.mailbox.history.advance();
    return labelAnswer(call, *label);
}

}  // namespace

Outcome labelsList(Call& call) {
    const QList<const StoredLabel*> all = call.mailbox.labels.all();
    JsonOut out = call.out(128 * all.size());
    if (out.array("labels")) {
        for (const StoredLabel* label : all) {
            out.object();
            writeLabel(out, *label);
            out.end();
        }
        out.end();
    }
    return json(out);
}

Outcome labelsGet(Call& call) {
    const StoredLabel* label = call.mailbox.labels.byId(call.ids.front());
    if (!label) {
        return errors::notFound();
    }
    const Counts counts = counted(call.mailbox, label->key);
    JsonOut out = call.out();
    writeLabel(out, *label);
    out.number("messagesTotal", counts.messages);
    out.number("messagesUnread", counts.unread);
    out.number("threadsTotal", counts.threads.size());
    out.number("threadsUnread", counts.unreadThreads.size());
    return json(out);
}

Outcome labelsCreate(Call& call) {
    const QString name = call.body[u"name"].toString();
    if (const auto error = wrongName(call, name, nullptr)) {
        return *error;
    }
    if (const auto error = wrongColor(call.body[u"color"])) {
        return *error;
    }
    if (call.mailbox.labels.count() >= kMostLabels) {
        return errors::failedPrecondition(QStringLiteral("Too many labels"));
    }
    StoredLabel* label = call.mailbox.labels.byId(makeLabel(call.mailbox, name));
    takeOver(*label, call.body, true);
    return labelAnswer(call, *label);
}

Outcome labelsUpdate(Call& call) {
    return edited(call, true);
}

Outcome labelsPatch(Call& call) {
    return edited(call, false);
}

Outcome labelsDelete(Call& call) {
    const StoredLabel* label = call.mailbox.labels.byId(call.ids.front());
    if (!label) {
        return errors::notFound();
    }
    if (label->system()) {
        return errors::badRequest(QStringLiteral("Invalid delete request"));
    }
    call.mailbox.removeLabel(label->key, call.service.options.historyTellsLabelDeletion);
    return noContent();
}

}  // namespace kith::emulator::methods
