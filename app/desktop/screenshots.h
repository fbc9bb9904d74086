// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Pictures of the window for the README and for looking at: each screen, light, dark and in high contrast, then the
// end.
#pragma once

#include "ui/theme.h"

#include <QObject>
#include <QTemporaryDir>

#include <functional>
#include <vector>

namespace kith::ui {
class MainWindow;
}

namespace kith::desktop {

class Screenshots : public QObject {
    Q_OBJECT
public:
    /// Fills an empty workspace with the sample; the folder is made if it is not there.
    Screenshots(ui::MainWindow& window, ui::Theme& theme, QString folder, QObject* parent);

    void start();

Q_SIGNALS:
    /// Everything was saved; false: the folder cannot be written.
    void finished(bool saved);

private:
    struct Scene {
        QString name;
        std::function<void()> set;
        std::function<void()> clear;
    };

    void begin();
    void plan();
    void planRules();
    void type(const char* field, const QString& text);
    /// The steps of importing the sample's table of people; taken back at the end.
    void planImport();
    void nextScene();
    void shoot(const QString& name);
    void whenQuiet(std::function<void()> then);

    ui::MainWindow& m_window;
    ui::Theme& m_theme;
    QString m_folder;
    QTemporaryDir m_dropped;  ///< where the table lies that is dropped on the window
    std::vector<Scene> m_scenes;
    size_t m_next{0};
    bool m_saved{true};
    bool m_ruleKept{false};
};

}  // namespace kith::desktop
