// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Fetches the conversation one stops on: held keys ask once, neighbours are fetched ahead.
#pragma once

#include "core/base/error.h"
#include "core/service/conversation.h"

#include <QCache>
#include <QObject>

#include <vector>

namespace kith::ui {

class InboxDoor;

class ConversationLoader : public QObject {
    Q_OBJECT
public:
    ConversationLoader(InboxDoor& inbox, QObject* parent);

    /// Answers with loaded or failed for the last one wanted only; at once when it is known already.
    void want(ThreadId thread);
    /// The next ones to be wanted, fetched when nothing else waits.
    void foresee(const std::vector<ThreadId>& threads);
    void forget(ThreadId thread);
    void forgetAll();

Q_SIGNALS:
    void waiting(kith::ThreadId thread);
    void loaded(const kith::service::Conversation& conversation);
    void failed(kith::ThreadId thread, const kith::Error& error);

private:
    void fetch(ThreadId thread);
    void fetchNext();

    InboxDoor& m_inbox;
    QCache<qint64, service::Conversation> m_known;
    ThreadId m_wanted;
    bool m_open{false};  ///< the wanted one has not been answered yet
    ThreadId m_underWay;
    quint64 m_age{0};
    std::vector<ThreadId> m_ahead;
};

}  // namespace kith::ui
