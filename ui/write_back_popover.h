// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What writing a person to another system would change: old beside new; nothing is written before the button.
#pragma once

#include "core/service/enrichment_desk.h"
#include "ui/popover.h"

namespace kith::ui {

class WriteBackPopover : public Popover {
    Q_OBJECT
public:
    WriteBackPopover(const Theme& theme, const QString& source, const service::WriteBackView& view, QWidget* parent);

Q_SIGNALS:
    void confirmed();

private:
    void build(const QString& source, const service::WriteBackView& view);

    const Theme& m_theme;
};

}  // namespace kith::ui
