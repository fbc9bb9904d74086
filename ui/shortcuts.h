// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Every action that has a key: its word, its default keys and where they work. One table for all.
#pragma once

#include <QCoreApplication>
#include <QKeySequence>
#include <QList>
#include <QString>
#include <QStringList>

#include <vector>

namespace kith::ui {

/// Where keys work. Window keys work everywhere; the others while their screen is in front. Start has none.
enum class ShortcutContext { Window, Mail, Review, Drafts, Rules, Start };

struct Shortcut {
    QString id;    ///< stable word, e.g. mail.archive; settings remember it
    QString text;  ///< for menus, tooltips, the palette, the help
    QList<QKeySequence> keys;
    ShortcutContext context{ShortcutContext::Mail};
    QKeySequence alsoShown;  ///< handled by the widget that has the focus, e.g. Enter in the list
};

struct ShortcutTable {
    Q_DECLARE_TR_FUNCTIONS(kith::ui::ShortcutTable)
public:
    static std::vector<Shortcut> defaults();
    static QString name(ShortcutContext context);
    /// A sentence for each key that means two things in one place, or that begins the sequence of another.
    static QStringList conflicts(const std::vector<Shortcut>& shortcuts);
};

}  // namespace kith::ui
