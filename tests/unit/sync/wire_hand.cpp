// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What another client sees and does in the emulator's mailbox.
#include "tests/unit/sync/wire_world.h"

namespace kith::testing {

namespace {

using emulator::LabelKey;
using emulator::NewMessage;
using emulator::OtherClient;
using emulator::StoredMessage;

const StoredMessage* wireMessage(const emulator::Mailbox& box, const QString& id) {
    return box.find(emulator::idOf(id).value_or(0));
}

QString wireDraftOf(const emulator::Mailbox& box, const QString& id) {
    const emulator::StoredDraft* draft = box.drafts.ofMessage(emulator::idOf(id).value_or(0));
    return draft ? draft->id : QString();
}

}  // namespace

QStringList WireWorld::order() const {
    QStringList ids;
    for (const StoredMessage* message : box().inOrder()) {
        ids.prepend(QString::fromLatin1(emulator::idText(message->id)));
    }
    return ids;
}

std::optional<SeenMessage> WireWorld::message(const QString& id) const {
    const StoredMessage* message = wireMessage(box(), id);
    if (!message) {
        return std::nullopt;
    }
    SeenMessage seen{id, QString::fromLatin1(emulator::idText(message->threadId)), {}};
    for (const LabelKey key : message->labels) {
        seen.labels << box().labels.label(key).id;
    }
    seen.labels.sort();
    return seen;
}

QMap<QString, QString> WireWorld::labels() const {
    QMap<QString, QString> names;
    for (const emulator::StoredLabel* label : box().labels.all()) {
        if (!label->system()) {
            names.insert(label->id, label->name);
        }
    }
    return names;
}

QString WireWorld::add(int number, const QStringList& labels, const QString& beside) {
    NewMessage fresh;
    fresh.raw = wireLetter(number);
    fresh.internalDate = box().clock().now().count();
    fresh.threading = beside.isEmpty() ? NewMessage::Threading::Alone : NewMessage::Threading::Inside;
    fresh.intoThread = beside.isEmpty() ? 0 : wireMessage(box(), beside)->threadId;
    if (labels.contains(QStringLiteral("DRAFT"))) {
        const QString draft = emulator::makeDraft(box(), fresh);
        return QString::fromLatin1(emulator::idText(box().drafts.find(draft)->message));
    }
    for (const QString& label : labels) {
        fresh.labels << box().labels.byId(label)->key;
    }
    return QString::fromLatin1(emulator::idText(box().add(fresh).id));
}

void WireWorld::rewrite(const QString& id) {
    const StoredMessage* old = wireMessage(box(), id);
    NewMessage again;
    again.raw = old->raw;
    again.internalDate = box().clock().now().count();
    again.threading = NewMessage::Threading::Inside;
    again.intoThread = old->threadId;
    again.labels = old->labels;
    if (const QString draft = wireDraftOf(box(), id); !draft.isEmpty()) {
        emulator::remakeDraft(box(), draft, again);
        return;
    }
    box().add(again);
    box().erase(emulator::idOf(id).value_or(0));
}

void WireWorld::setLabel(const QString& id, const QString& labelId, bool on) {
    const QStringList label{labelId};
    OtherClient(box()).edit(id, on ? label : QStringList(), on ? QStringList() : label);
}

void WireWorld::renameLabel(const QString& id, const QString& name) {
    OtherClient(box()).renameLabel(id, name);
}

void WireWorld::removeLabel(const QString& id) {
    OtherClient(box()).deleteLabel(id, m_ground->google.gmail().options().historyTellsLabelDeletion);
}

}  // namespace kith::testing
