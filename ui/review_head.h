// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The head of the review: how much is left, how long it takes, how far it is.
#pragma once

#include "ui/pane.h"
#include "ui/review_item.h"

namespace kith::ui {

class TextLabel;

class ReviewHead : public Pane {
    Q_OBJECT
public:
    ReviewHead(const Theme& theme, QWidget* parent);

    void setProgress(const ReviewProgress& progress);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

private:
    class Bar;

    TextLabel* m_meta;
    Bar* m_bar;
    TextLabel* m_done;
};

}  // namespace kith::ui
