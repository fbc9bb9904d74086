// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What the palette lists for what was typed: sections with their entries, best first, what was used lately on top.
#pragma once

#include "ui/palette_entry.h"

#include <QAbstractListModel>
#include <QStringList>

namespace kith::ui {

class PaletteModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { EntryRole = Qt::UserRole + 1, HeadingRole };

    explicit PaletteModel(QObject* parent);

    /// Everything that can be named; recent: ids, newest first.
    void setCommands(std::vector<PaletteEntry> commands, QStringList recent);
    /// Conversations found for what was typed; answers that come late for another text are the caller's to drop.
    void setMail(const std::vector<InboxRow>& rows);
    void type(const QString& typed);
    const QString& typed() const { return m_typed; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    /// Nothing for a heading.
    const PaletteEntry* entry(const QModelIndex& index) const;
    QModelIndex firstEntry() const;
    int entryCount() const;
    static QString heading(PaletteSection section);

private:
    struct Line {
        QString heading;  ///< empty: an entry
        PaletteEntry entry;
    };
    void refill();
    void addSection(std::vector<Line>& lines, PaletteSection section, std::vector<PaletteEntry> entries) const;

    std::vector<PaletteEntry> m_commands;
    QStringList m_recent;
    std::vector<PaletteEntry> m_mail;
    QString m_typed;
    std::vector<Line> m_lines;
};

}  // namespace kith::ui

Q_DECLARE_METATYPE(kith::ui::PaletteEntry)
