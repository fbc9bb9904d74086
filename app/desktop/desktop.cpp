// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "app/desktop/desktop.h"

#include "app/composition.h"
#include "app/desktop/single_instance.h"
#include "app/desktop/workspace_door.h"

#include <QApplication>
#include <QDir>
#include <QTimer>

namespace kith::desktop {

Desktop::Desktop(QApplication& application, DesktopOptions options)
    : m_options(std::move(options)) {
    new ui::SystemScheme(m_theme, this);
    m_theme.dress(application);
    m_window = std::make_unique<ui::MainWindow>(m_theme, ui::Seams::ofDesktop());
    chooseTheme();
    connect(m_window.get(), &ui::MainWindow::workspaceAsked, this,
            [this](const QString& folder) { open(folder.isEmpty() ? m_options.workspace : folder); });
}

Desktop::~Desktop() = default;

void Desktop::chooseTheme() {
    using Choice = ui::Theme::Choice;
    if (m_options.theme == QLatin1String("light")) {
        m_window->forceColours(Choice::Light);
    } else if (m_options.theme == QLatin1String("dark")) {
        m_window->forceColours(Choice::Dark);
    } else if (m_options.theme == QLatin1String("contrast")) {
        m_window->forceColours(Choice::HighContrast);
    }
}

bool Desktop::start() {
    const QString key = m_options.database.isEmpty() ? QDir(m_options.workspace).absolutePath() : m_options.database;
    m_instance = std::make_unique<SingleInstance>(key, this);
    if (m_instance->handOver(m_options.files)) {
        return false;
    }
    m_instance->listen();
    connect(m_instance.get(), &SingleInstance::called, this, [this](const QStringList& files) {
        m_window->setWindowState(m_window->windowState() & ~Qt::WindowMinimized);
        m_window->raise();
        m_window->activateWindow();
        m_window->openFiles(files);
    });
    m_window->openFiles(m_options.files);
    m_window->show();
    QTimer::singleShot(0, this, [this] { open(m_options.workspace); });  // the window stands before its data
    return true;
}

void Desktop::open(const QString& folder) {
    service::WorkspaceOptions options;
    options.folder = folder;
    options.database = m_options.database;
    options.mail = app::composer(m_clock, {.offline = m_options.offline});
    auto workspace = service::Workspace::open(options, m_clock);
    if (!workspace) {
        m_window->showProblem(workspace.error(), m_options.database.isEmpty() ? folder : QString());
        return;
    }
    m_options.workspace = folder;
    m_window->setHouse(std::make_unique<WorkspaceDoor>(std::move(*workspace)));
}

}  // namespace kith::desktop
