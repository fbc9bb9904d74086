// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Chips: a small icon and word on a tinted ground, in rows of the list and beside titles.
#pragma once

#include "core/domain/inbox.h"
#include "ui/palette_roles.h"
#include "ui/small_piece.h"

#include <QCoreApplication>
#include <QRectF>
#include <QString>

class QPainter;

namespace kith::ui {

class Theme;

enum class ChipTone { Neutral, Accent, Ok, Warn, Bad };

/// A chip as it is drawn.
struct ChipFace {
    QString icon;  ///< Lucide name; may be empty
    QString text;  ///< may be empty: then only the icon is shown
    ChipTone tone{ChipTone::Neutral};
};

struct ChipWords {
    Q_DECLARE_TR_FUNCTIONS(kith::ui::ChipWords)
public:
    static ChipFace face(const Chip& chip);
};

enum class ChipGround { Usual, FocusedRow };

double chipWidth(const Theme& theme, const ChipFace& face);
int chipHeight(const Theme& theme);
void paintChip(QPainter& painter, const Theme& theme, const QRectF& box, const ChipFace& face,
               ChipGround ground = ChipGround::Usual);

/// A chip as a widget.
class ChipLabel : public SmallPiece {
    Q_OBJECT
public:
    ChipLabel(const Theme& theme, QWidget* parent);

    void setFace(const ChipFace& face);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    ChipFace m_face;
};

}  // namespace kith::ui
