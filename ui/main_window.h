// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The frame of the window: start page, work page or a problem; toast, help, dropped files, and what is remembered.
#pragma once

#include "core/service/workspace.h"
#include "ui/seams.h"
#include "ui/session_memory.h"
#include "ui/theme.h"

#include <QWidget>

#include <memory>

class QStackedWidget;

namespace kith::ui {

class CommandPalette;
class HelpOverlay;
class HouseDoor;
class ProblemPage;
class ShortcutRegistry;
class StartPage;
class Toast;
class WorkPage;
struct ActionNews;
enum class Place;

class MainWindow : public QWidget {
    Q_OBJECT
public:
    MainWindow(Theme& theme, Seams seams);
    ~MainWindow() override;

    /// From now on the window shows this workspace; what it showed before is closed.
    void setHouse(std::unique_ptr<HouseDoor> house);
    void showProblem(const Error& error, const QString& folder);
    /// Takes in mail files, dropped or named at the start; waits for a workspace where there is none yet.
    void openFiles(const QStringList& paths);
    void openSample();
    void go(Place place);
    void toggleHelp();
    void openPalette();
    void zoom(double by);
    void zoomTo(double scale);
    /// A choice from the command line, not remembered.
    void forceColours(Theme::Choice choice);

    ShortcutRegistry& shortcuts() { return *m_shortcuts; }
    CommandPalette& palette() { return *m_palette; }
    WorkPage* work() { return m_work; }
    StartPage* start() { return m_start; }
    Toast& toast() { return *m_toast; }
    bool showsStart() const;
    /// An import was asked for and has not ended yet.
    bool awaitsImport() const { return m_wanted; }

Q_SIGNALS:
    /// Empty: the same one again.
    void workspaceAsked(const QString& folder);
    /// The first time that something of the workspace stands on the screen.
    void ready();

protected:
    void closeEvent(QCloseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void moveEvent(QMoveEvent* event) override;

private:
    void build();
    void connectStart();
    void connectWork();
    void showWork();
    void decidePage(const service::WorkspaceInfo& info);
    void readInfo();
    void importProgressed(const service::ImportProgress& progress);
    void present(const ActionNews& news);
    void undoFromToast();
    void askFiles();
    void removeSample();
    void openSettings();
    void chooseColours(Theme::Choice choice);
    void setCompact(bool compact);
    void recall(const Session& session);
    void keepSession();

    Theme& m_theme;
    Seams m_seams;
    std::unique_ptr<HouseDoor> m_house;
    ShortcutRegistry* m_shortcuts{nullptr};
    QStackedWidget* m_pages{nullptr};
    StartPage* m_start{nullptr};
    ProblemPage* m_problem{nullptr};
    QWidget* m_blank{nullptr};
    WorkPage* m_work{nullptr};
    Toast* m_toast{nullptr};
    HelpOverlay* m_help{nullptr};
    CommandPalette* m_palette{nullptr};
    SessionMemory* m_memory{nullptr};
    service::WorkspaceInfo m_info;
    Session m_session;
    ChangeId m_toastChange;
    bool m_toastNewest{false};
    bool m_recalled{false};
    bool m_forcedColours{false};
    bool m_wanted{false};  ///< an import was asked for: no start page any more
    QStringList m_filesWaiting;
};

}  // namespace kith::ui
