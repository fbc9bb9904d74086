// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/emulators/gmail/edit.h"

#include "tests/emulators/gmail/listing.h"

#include <QJsonArray>

namespace kith::emulator {
namespace {

constexpr qsizetype kMostLabels = 100;

QStringList labelIds(const QJsonObject& body, QStringView key) {
    QStringList ids;
    for (const QJsonValue& id : body[key].toArray()) {
        ids << id.toString();
    }
    return ids;
}

/// Labels that say what a message is; only sending and drafting set them.
bool isFixed(LabelKey key) {
    return key == LabelKey::Sent || key == LabelKey::Draft || key == LabelKey::Chat;
}

std::variant<LabelKeys, ApiError> editable(const Mailbox& mailbox, const QStringList& ids) {
    if (ids.size() > kMostLabels) {
        return errors::badRequest(QStringLiteral("Too many labels specified."));
    }
    auto keys = labelKeys(mailbox, ids);
    if (const auto* found = std::get_if<LabelKeys>(&keys)) {
        for (const LabelKey key : *found) {
            if (isFixed(key)) {
                return errors::badRequest(QStringLiteral("Invalid label: %1").arg(mailbox.labels.label(key).id));
            }
        }
    }
    return keys;
}

}  // namespace

std::variant<LabelEdit, ApiError> labelEdit(const Call& call) {
    const auto add = editable(call.mailbox, labelIds(call.body, u"addLabelIds"));
    const auto remove = editable(call.mailbox, labelIds(call.body, u"removeLabelIds"));
    for (const auto* side : {&add, &remove}) {
        if (const auto* error = std::get_if<ApiError>(side)) {
            return *error;
        }
    }
    LabelEdit edit{std::get<LabelKeys>(add), std::get<LabelKeys>(remove)};
    if (edit.add.isEmpty() && edit.remove.isEmpty()) {
        return errors::badRequest(QStringLiteral("No label add or removes specified"));
    }
    for (const LabelKey key : edit.add) {
        if (edit.remove.contains(key)) {
            return errors::badRequest(QStringLiteral("Cannot both add and remove the same label"));
        }
    }
    const bool leaves = edit.add.contains(LabelKey::Trash) || edit.add.contains(LabelKey::Spam);
    if (leaves && !edit.add.contains(LabelKey::Inbox) && !edit.remove.contains(LabelKey::Inbox)) {
        edit.remove << LabelKey::Inbox;
    }
    return edit;
}

}  // namespace kith::emulator
