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
    /// acknowledged: names of blocking checks that the user finds right.
    void setReport(const triage::DraftReport& report, const QStringList& acknowledged = {});

Q_SIGNALS:
    void acknowledged(const QString& check, bool right);

private:
    void addAnswer(QWidget& line, const triage::DraftCheck& check);
    QWidget* line(const triage::DraftCheck& check);

    const Theme& m_theme;
    QStringList m_acknowledged;
    QWidget* m_content{nullptr};
};

}  // namespace kith::ui
