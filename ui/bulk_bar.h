// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The bar over the list while anything is selected.
#pragma once

#include "core/service/inbox_desk.h"
#include "ui/pane.h"

namespace kith::ui {

class TextLabel;

class BulkBar : public Pane {
    Q_OBJECT
public:
    BulkBar(const Theme& theme, QWidget* parent);

    /// of: all that are in the list.
    void setSelected(int count, int of);

Q_SIGNALS:
    void actionRequested(kith::service::MailAction action);
    void snoozeRequested();
    void labelRequested();
    void moveRequested();
    void allRequested();
    void cleared();

private:
    void build();

    TextLabel* m_sentence{nullptr};
    QWidget* m_all{nullptr};
};

}  // namespace kith::ui
