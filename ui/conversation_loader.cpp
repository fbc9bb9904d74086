// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/conversation_loader.h"

#include "ui/bring_home.h"
#include "ui/house_door.h"

namespace kith::ui {

namespace {

constexpr int conversationsKept = 8;

}  // namespace

ConversationLoader::ConversationLoader(InboxDoor& inbox, QObject* parent)
    : QObject(parent)
    , m_inbox(inbox)
    , m_known(conversationsKept) {
}

void ConversationLoader::want(ThreadId thread) {
    m_wanted = thread;
    if (const auto* known = m_known.object(thread.value)) {
        m_open = false;
        const service::Conversation shown = *known;
        Q_EMIT loaded(shown);
        return;
    }
    m_open = true;
    Q_EMIT waiting(thread);
    if (!m_underWay) {
        fetch(thread);
    }
}

void ConversationLoader::foresee(const std::vector<ThreadId>& threads) {
    m_ahead = threads;
    if (!m_underWay) {
        fetchNext();
    }
}

void ConversationLoader::forget(ThreadId thread) {
    m_known.remove(thread.value);
    ++m_age;
}

void ConversationLoader::forgetAll() {
    m_known.clear();
    ++m_age;
}

void ConversationLoader::fetch(ThreadId thread) {
    m_underWay = thread;
    bringHome(this, m_inbox.open(thread), [this, thread, age = m_age](const auto& conversation) {
        m_underWay = {};
        if (conversation && age == m_age) {
            m_known.insert(thread.value, new service::Conversation(*conversation));
        }
        if (m_open && thread == m_wanted) {
            m_open = false;
            if (conversation) {
                Q_EMIT loaded(*conversation);
            } else {
                Q_EMIT failed(thread, conversation.error());
            }
        }
        fetchNext();
    });
}

void ConversationLoader::fetchNext() {
    if (m_underWay) {
        return;
    }
    if (m_open) {
        fetch(m_wanted);
        return;
    }
    while (!m_ahead.empty()) {
        const ThreadId next = m_ahead.front();
        m_ahead.erase(m_ahead.begin());
        if (!m_known.contains(next.value)) {
            fetch(next);
            return;
        }
    }
}

}  // namespace kith::ui
