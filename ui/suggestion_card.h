// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// A suggestion where the mail it came from is read: what it would say, how that fits past mail, and yes or not now.
#pragma once

#include "core/service/learned_desk.h"

#include <QWidget>

namespace kith::ui {

class Theme;

class SuggestionCard : public QWidget {
    Q_OBJECT
public:
    /// width: of the room that it gets, so that its lines are known before it is laid out.
    SuggestionCard(const Theme& theme, const storage::StoredSuggestion& suggestion, int width, QWidget* parent);

Q_SIGNALS:
    void answered(qint64 suggestion, bool apply);
};

}  // namespace kith::ui
