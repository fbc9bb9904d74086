// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The letters that an import could not read, each with its place and the reason.
#pragma once

#include "core/service/import_desk.h"

#include <QDialog>

namespace kith::ui {

class Theme;

class RejectsDialog : public QDialog {
    Q_OBJECT
public:
    RejectsDialog(const Theme& theme, const service::ImportProgress& progress, QWidget* parent);
};

}  // namespace kith::ui
