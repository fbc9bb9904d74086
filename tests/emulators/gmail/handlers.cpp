// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/emulators/gmail/methods.h"

namespace kith::emulator {

Handler handlerOf(const QString& method) {
    using namespace methods;
    static const QHash<QString, Handler> handlers = {
        {QStringLiteral("getProfile"), getProfile},
        {QStringLiteral("watch"), watch},
        {QStringLiteral("stop"), stop},
        {QStringLiteral("messages.list"), messagesList},
        {QStringLiteral("messages.get"), messagesGet},
        {QStringLiteral("messages.insert"), messagesInsert},
        {QStringLiteral("messages.import"), messagesImport},
        {QStringLiteral("messages.send"), messagesSend},
        {QStringLiteral("messages.modify"), messagesModify},
        {QStringLiteral("messages.batchModify"), messagesBatchModify},
        {QStringLiteral("messages.trash"), messagesTrash},
        {QStringLiteral("messages.untrash"), messagesUntrash},
        {QStringLiteral("messages.delete"), messagesDelete},
        {QStringLiteral("messages.batchDelete"), messagesBatchDelete},
        {QStringLiteral("messages.attachments.get"), attachmentsGet},
        {QStringLiteral("threads.list"), threadsList},
        {QStringLiteral("threads.get"), threadsGet},
        {QStringLiteral("threads.modify"), threadsModify},
        {QStringLiteral("threads.trash"), threadsTrash},
        {QStringLiteral("threads.untrash"), threadsUntrash},
        {QStringLiteral("threads.delete"), threadsDelete},
        {QStringLiteral("labels.list"), labelsList},
        {QStringLiteral("labels.get"), labelsGet},
        {QStringLiteral("labels.create"), labelsCreate},
        {QStringLiteral("labels.update"), labelsUpdate},
        {QStringLiteral("labels.patch"), labelsPatch},
        {QStringLiteral("labels.delete"), labelsDelete},
        {QStringLiteral("history.list"), historyList},
        {QStringLiteral("drafts.list"), draftsList},
        {QStringLiteral("drafts.get"), draftsGet},
        {QStringLiteral("drafts.create"), draftsCreate},
        {QStringLiteral("drafts.update"), draftsUpdate},
        {QStringLiteral("drafts.send"), draftsSend},
        {QStringLiteral("drafts.delete"), draftsDelete},
        {QStringLiteral("settings.sendAs.list"), sendAsList},
        {QStringLiteral("settings.sendAs.get"), sendAsGet},
        {QStringLiteral("settings.getVacation"), quietSettings},
        {QStringLiteral("settings.getAutoForwarding"), quietSettings},
        {QStringLiteral("settings.getLanguage"), quietSettings},
        {QStringLiteral("settings.getImap"), quietSettings},
        {QStringLiteral("settings.getPop"), quietSettings},
        {QStringLiteral("settings.filters.list"), quietSettings},
        {QStringLiteral("settings.forwardingAddresses.list"), quietSettings},
        {QStringLiteral("settings.delegates.list"), quietSettings},
    };
    return handlers.value(method, nullptr);
}

}  // namespace kith::emulator
