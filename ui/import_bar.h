// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The bar of a running import: count, rate, time left; pause, cancel, and what could not be read.
#pragma once

#include "core/service/import_desk.h"
#include "ui/work_bar.h"

namespace kith::ui {

class ImportBar : public WorkBar {
    Q_OBJECT
public:
    ImportBar(const Theme& theme, QWidget* parent);

    /// Shows itself while the import runs; stays with a result that needs to be read.
    void setProgress(const service::ImportProgress& progress);

Q_SIGNALS:
    void pauseRequested();
    void resumeRequested();
    void cancelRequested();
    void rejectsRequested();

private:
    void build();
    bool running() const;

    service::ImportProgress m_progress;
    Button* m_rejects{nullptr};
    Button* m_pause{nullptr};
    Button* m_cancel{nullptr};
};

}  // namespace kith::ui
