// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The checks of a draft in two columns: what to look at, and what is good.
#pragma once

#include "core/service/draft_view.h"

#include <QWidget>

namespace kith::ui {

class Theme;

class DraftCheckGrid : public QWidget {
    Q_OBJECT
public:
    DraftCheckGrid(const Theme& theme, QWidget* parent);
    void setReport(const triage::DraftReport& report);

private:
    QWidget* line(const triage::DraftCheck& check);

    const Theme& m_theme;
    QWidget* m_content{nullptr};
};

}  // namespace kith::ui
