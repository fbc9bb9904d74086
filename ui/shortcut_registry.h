// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The one registry of actions with keys: it drives handlers, menus, tooltips, the help and the palette.
#pragma once

#include "ui/shortcuts.h"

#include <QHash>
#include <QObject>

#include <functional>

class QAction;
class QWidget;

namespace kith::ui {

/// Plain keys rest while a text field has the focus: the field takes them before any shortcut does.
class ShortcutRegistry : public QObject {
    Q_OBJECT
public:
    explicit ShortcutRegistry(QWidget& window, std::vector<Shortcut> shortcuts = ShortcutTable::defaults());

    /// Only actions that someone handles react to their keys.
    void on(const QString& id, QObject* context, std::function<void()> handler);
    /// The screen in front; Window keys always work.
    void setActive(ShortcutContext context);
    ShortcutContext active() const { return m_active; }
    /// Greyed with its reason, for the palette; an empty reason makes it possible again.
    void setImpossible(const QString& id, const QString& reason);
    QString impossible(const QString& id) const { return m_impossible.value(id); }

    const std::vector<Shortcut>& shortcuts() const { return m_shortcuts; }
    QAction* action(const QString& id) const;
    QKeySequence keys(const QString& id) const;  ///< the first of them
    /// "Archive · e"
    QString tooltip(const QString& id) const;
    /// False, and nothing changed, where the keys would mean two things.
    bool rebind(const QString& id, const QList<QKeySequence>& keys);

Q_SIGNALS:
    void changed();

private:
    const Shortcut* find(const QString& id) const;
    void refresh(const Shortcut& shortcut);

    QWidget& m_window;
    std::vector<Shortcut> m_shortcuts;
    QHash<QString, QAction*> m_actions;
    QHash<QString, int> m_handlers;
    QHash<QString, QString> m_impossible;
    ShortcutContext m_active{ShortcutContext::Mail};
};

}  // namespace kith::ui
