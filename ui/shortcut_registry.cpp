// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/shortcut_registry.h"

#include "ui/key_cap.h"

#include <QAction>
#include <QWidget>

#include <algorithm>

namespace kith::ui {

ShortcutRegistry::ShortcutRegistry(QWidget& window, std::vector<Shortcut> shortcuts)
    : QObject(&window)
    , m_window(window)
    , m_shortcuts(std::move(shortcuts)) {
    Q_ASSERT(ShortcutTable::conflicts(m_shortcuts).isEmpty());
    for (const Shortcut& shortcut : m_shortcuts) {
        auto* action = new QAction(shortcut.text, this);
        action->setObjectName(shortcut.id);
        action->setShortcutContext(Qt::WindowShortcut);
        action->setShortcuts(shortcut.keys);
        m_window.addAction(action);
        m_actions.insert(shortcut.id, action);
        refresh(shortcut);
    }
}

const Shortcut* ShortcutRegistry::find(const QString& id) const {
    const auto found =
        std::find_if(m_shortcuts.begin(), m_shortcuts.end(), [&](const Shortcut& s) { return s.id == id; });
    return found == m_shortcuts.end() ? nullptr : &*found;
}

void ShortcutRegistry::refresh(const Shortcut& shortcut) {
    const bool here = shortcut.context == ShortcutContext::Window || shortcut.context == m_active;
    m_actions.value(shortcut.id)
        ->setEnabled(here && m_handlers.value(shortcut.id) > 0 && !m_impossible.contains(shortcut.id));
}

void ShortcutRegistry::on(const QString& id, QObject* context, std::function<void()> handler) {
    const Shortcut* shortcut = find(id);
    Q_ASSERT_X(shortcut, "ShortcutRegistry::on", qPrintable(id));
    connect(m_actions.value(id), &QAction::triggered, context, std::move(handler));
    ++m_handlers[id];
    connect(context, &QObject::destroyed, this, [this, id] {
        --m_handlers[id];
        refresh(*find(id));
    });
    refresh(*shortcut);
}

void ShortcutRegistry::setActive(ShortcutContext context) {
    m_active = context;
    for (const Shortcut& shortcut : m_shortcuts) {
        refresh(shortcut);
    }
}

void ShortcutRegistry::setImpossible(const QString& id, const QString& reason) {
    if (reason.isEmpty()) {
        m_impossible.remove(id);
    } else {
        m_impossible.insert(id, reason);
    }
    if (const Shortcut* shortcut = find(id)) {
        refresh(*shortcut);
    }
}

QAction* ShortcutRegistry::action(const QString& id) const {
    return m_actions.value(id);
}

QKeySequence ShortcutRegistry::keys(const QString& id) const {
    const Shortcut* shortcut = find(id);
    return shortcut && !shortcut->keys.isEmpty() ? shortcut->keys.front() : QKeySequence();
}

QString ShortcutRegistry::tooltip(const QString& id) const {
    const Shortcut* shortcut = find(id);
    if (!shortcut) {
        return {};
    }
    return shortcut->keys.isEmpty() ? shortcut->text
                                    : QStringLiteral("%1 · %2").arg(shortcut->text, keyText(shortcut->keys.front()));
}

bool ShortcutRegistry::rebind(const QString& id, const QList<QKeySequence>& keys) {
    std::vector<Shortcut> tried = m_shortcuts;
    const auto found = std::find_if(tried.begin(), tried.end(), [&](const Shortcut& s) { return s.id == id; });
    if (found == tried.end()) {
        return false;
    }
    found->keys = keys;
    if (!ShortcutTable::conflicts(tried).isEmpty()) {
        return false;
    }
    m_shortcuts = std::move(tried);
    m_actions.value(id)->setShortcuts(keys);
    Q_EMIT changed();
    return true;
}

}  // namespace kith::ui
