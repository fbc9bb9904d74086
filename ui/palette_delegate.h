// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Paints the palette's lines: headings, entries with their keys at the right, what was typed lit in each.
#pragma once

#include "ui/palette_entry.h"

#include <QStyledItemDelegate>

namespace kith::ui {

class Theme;

class PaletteDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    static constexpr int entryHeight = 40;
    static constexpr int headingHeight = 32;

    PaletteDelegate(const Theme& theme, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme) {}

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintEntry(QPainter& painter, const QRectF& box, const PaletteEntry& entry, bool current) const;
    double paintLit(QPainter& painter, const QRectF& box, const PaletteEntry& entry) const;
    double paintKeys(QPainter& painter, const QRectF& box, const PaletteEntry& entry) const;

    const Theme& m_theme;
};

}  // namespace kith::ui
