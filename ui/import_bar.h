// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The bar of a running import: count, rate, time left; pause, cancel, and what could not be read.
#pragma once

#include "core/service/import_desk.h"
#include "ui/pane.h"

namespace kith::ui {

class Button;
class TextLabel;

class ImportBar : public Pane {
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

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void build();
    bool running() const;

    service::ImportProgress m_progress;
    TextLabel* m_sentence{nullptr};
    Button* m_rejects{nullptr};
    Button* m_pause{nullptr};
    Button* m_cancel{nullptr};
};

}  // namespace kith::ui
