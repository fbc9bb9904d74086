// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The window once there is mail: sidebar, the page of the chosen place, and the bars that tell what goes on.
#pragma once

#include "core/service/import_desk.h"
#include "core/service/workspace.h"
#include "ui/inbox_page.h"
#include "ui/place_pages.h"
#include "ui/shortcuts.h"

#include <QTimer>

#include <map>

class QSplitter;
class QStackedWidget;
class QVBoxLayout;

namespace kith::ui {

class AccountsCorner;
class EmptyState;
class ImportBar;
class NoticeBar;
class Pane;
class PlacePage;
class ActivityController;
class ActivityPage;
class ReviewController;
class ReviewPage;
class Sidebar;

class WorkPage : public QWidget {
    Q_OBJECT
public:
    WorkPage(const Theme& theme, HouseDoor& house, const Seams& seams, QWidget* parent);

    InboxPage& inbox() { return *m_inbox; }
    ReviewPage& review() { return *m_review; }
    Sidebar& sidebar() { return *m_sidebar; }
    Place place() const { return m_place; }
    /// part: what to show there, for places that have parts.
    void go(Place place, const QString& part = {});
    /// The further pages; called once.
    void bringPages(const Looks& looks);
    /// Made where it is not there yet; nothing where the place brings no page of its own.
    PlacePage* page(Place place);
    /// The keys of the page that is in front.
    ShortcutContext keys();
    void openThread(ThreadId thread);
    void search();
    /// What z means on the page that is in front.
    void undo();
    void setSidebarShown(bool shown);
    bool isSidebarShown() const;
    AccountsCorner& accounts() { return *m_accounts; }
    /// Files fell on the window; whether the page in front wanted it.
    bool takeFiles(const QStringList& paths);
    void setInfo(const service::WorkspaceInfo& info);
    void setProgress(const service::ImportProgress& progress);
    bool isImporting() const { return m_importing; }
    QList<int> paneWidths() const;
    void setPaneWidths(const QList<int>& widths);
    /// Where the toast stands: the list, or the page that is in front.
    QWidget* toastPlace();

Q_SIGNALS:
    void said(const kith::ui::ActionNews& news);
    void placeChanged(kith::ui::Place place);
    void panesChanged();
    void settingsAsked();
    void importAsked();
    void sampleRemovalAsked();

private:
    void build();
    void buildPages(QVBoxLayout& column);
    void connectPages();
    bool showOwnPage(Place place, const QString& part);
    void connectImport();
    void buildControllers();
    void showComing(Place place);
    void comingActed();
    void readCounts();
    void connectAccounts();
    void showSync();
    void showRejects();
    void finishImport(const service::ImportProgress& progress);

    const Theme& m_theme;
    HouseDoor& m_house;
    const Seams& m_seams;
    QSplitter* m_splitter{nullptr};
    Sidebar* m_sidebar{nullptr};
    NoticeBar* m_sample{nullptr};
    ImportBar* m_import{nullptr};
    AccountsCorner* m_accounts{nullptr};
    QStackedWidget* m_pages{nullptr};
    InboxPage* m_inbox{nullptr};
    ReviewPage* m_review{nullptr};
    ActivityPage* m_activity{nullptr};
    ReviewController* m_reviewing{nullptr};
    ActivityController* m_activities{nullptr};
    Pane* m_coming{nullptr};
    EmptyState* m_comingWords{nullptr};
    std::vector<PageMaker> m_makers;
    std::map<Place, PlacePage*> m_own;
    Place m_place{Place::Inbox};
    ListCounts m_counts;
    service::ImportProgress m_progress;
    bool m_importing{false};
    bool m_countsUnderWay{false};
    QTimer m_countsLater;
};

}  // namespace kith::ui
