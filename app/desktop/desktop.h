// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// One run of the window: theme, workspace and window put together, and taken apart in the right order.
#pragma once

#include "core/base/clock.h"
#include "ui/main_window.h"
#include "ui/system_scheme.h"
#include "ui/theme.h"

#include <QObject>

#include <memory>

class QApplication;

namespace kith::desktop {

class SingleInstance;

struct DesktopOptions {
    QString workspace;
    QString database;
    QString theme;
    QString screenshots;
    QStringList files;
    bool offline{false};
};

class Desktop : public QObject {
    Q_OBJECT
public:
    Desktop(QApplication& application, DesktopOptions options);
    ~Desktop() override;

    /// False: another window has this workspace and took the files.
    bool start();
    ui::MainWindow& window() { return *m_window; }
    ui::Theme& theme() { return m_theme; }

private:
    void open(const QString& folder);
    void chooseTheme();

    DesktopOptions m_options;
    SystemClock m_clock;
    ui::Theme m_theme;
    std::unique_ptr<SingleInstance> m_instance;
    std::unique_ptr<ui::MainWindow> m_window;
};

}  // namespace kith::desktop
