// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Whose deeds the activity shows: everybody's, yours, Kith's, those of imports.
#pragma once

#include "core/service/activity_desk.h"

#include <QWidget>

#include <optional>

class QButtonGroup;

namespace kith::ui {

class Theme;

class ActivityFilter : public QWidget {
    Q_OBJECT
public:
    ActivityFilter(const Theme& theme, QWidget* parent);

    std::optional<service::ActivityBy> chosen() const;

Q_SIGNALS:
    void changed();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QButtonGroup* m_group;
};

}  // namespace kith::ui
