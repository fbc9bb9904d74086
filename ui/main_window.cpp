// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/main_window.h"

#include "ui/accounts_corner.h"
#include "ui/app_mark.h"
#include "ui/bring_home.h"
#include "ui/command_palette.h"
#include "ui/contact_import_page.h"
#include "ui/drop_target.h"
#include "ui/help_overlay.h"
#include "ui/house_door.h"
#include "ui/import_words.h"
#include "ui/list_feed.h"
#include "ui/list_pane.h"
#include "ui/list_words.h"
#include "ui/mail_actions.h"
#include "ui/pane.h"
#include "ui/problem_page.h"
#include "ui/receipt_words.h"
#include "ui/settings_menu.h"
#include "ui/shortcut_registry.h"
#include "ui/sidebar.h"
#include "ui/start_page.h"
#include "ui/toast.h"
#include "ui/window_commands.h"
#include "ui/work_page.h"

#include <QCloseEvent>
#include <QLocale>
#include <QStackedWidget>
#include <QTime>
#include <QVBoxLayout>

namespace kith::ui {

namespace {

DayTime dayTimeOf(QTime time) {
    return time.hour() < 12 ? DayTime::Morning : time.hour() < 18 ? DayTime::Afternoon : DayTime::Evening;
}

}  // namespace

MainWindow::MainWindow(Theme& theme, Seams seams)
    : m_theme(theme)
    , m_seams(std::move(seams)) {
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(QStringLiteral("Kith"));
    setWindowIcon(appIcon(theme));
    resize(1440, 900);
    setMinimumSize(480, 400);
    build();
    connectStart();
    connectWindowCommands(*m_shortcuts, *this);
}

MainWindow::~MainWindow() {
    if (m_memory) {
        m_memory->flush();
    }
    delete m_work;  // before the house that it reads from
    m_work = nullptr;
}

void MainWindow::build() {
    m_shortcuts = new ShortcutRegistry(*this);
    m_pages = new QStackedWidget(this);
    m_blank = new Pane(m_theme, Role::Base, m_pages);
    m_start = new StartPage(m_theme, m_pages);
    m_problem = new ProblemPage(m_theme, m_pages);
    m_pages->addWidget(m_blank);
    m_pages->addWidget(m_start);
    m_pages->addWidget(m_problem);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_pages);
    m_toast = new Toast(m_theme, this);
    m_toast->setPlace(m_pages);
    connect(m_toast, &Toast::acted, this, &MainWindow::undoFromToast);
    m_help = new HelpOverlay(m_theme, *m_shortcuts, this);
    m_palette = new CommandPalette(m_theme, *m_shortcuts, this);
    connect(m_palette, &CommandPalette::threadChosen, this, [this](ThreadId thread) {
        if (m_work) {
            showWork();
            m_work->openThread(thread);
        }
    });
    auto* drop = new DropTarget(m_theme, this);
    connect(drop, &DropTarget::dropped, this, &MainWindow::openFiles);
    connect(m_problem, &ProblemPage::retryAsked, this, [this] { Q_EMIT workspaceAsked({}); });
    connect(m_problem, &ProblemPage::otherWorkspaceAsked, m_start, &StartPage::openAnotherWorkspace);
}

void MainWindow::connectStart() {
    m_start->setAcceptDrops(false);  // the whole window takes them
    m_start->greet(dayTimeOf(QTime::currentTime()));
    connect(m_start, &StartPage::chooseSample, this, &MainWindow::openSample);
    connect(m_start, &StartPage::chooseMailFile, this, [this](const QString& path) {
        if (path.isEmpty()) {
            askFiles();
        } else {
            openFiles({path});
        }
    });
    connect(m_start, &StartPage::connectGmail, this, [this] {
        if (m_work) {
            showWork();
            m_work->go(Place::ConnectGmail);
        }
    });
    connect(m_start, &StartPage::chooseColours, this, [this] {
        const int next = (static_cast<int>(m_theme.choice()) + 1) % 4;
        chooseColours(static_cast<Theme::Choice>(next));
    });
    connect(m_start, &StartPage::openAnotherWorkspace, this, [this] {
        const QString folder = m_seams.askFolder(this);
        if (!folder.isEmpty()) {
            Q_EMIT workspaceAsked(folder);
        }
    });
    connect(m_start, &StartPage::helpAsked, this, &MainWindow::toggleHelp);
    connect(m_start, &StartPage::chooseLanguage, this, [this] {
        present({QStringLiteral("globe"), tr("Kith speaks the language of your desktop where it knows it."), {}});
    });
}

void MainWindow::setHouse(std::unique_ptr<HouseDoor> house) {
    if (m_memory) {
        m_memory->flush();
    }
    delete m_memory;
    delete m_work;
    m_work = nullptr;
    m_palette->setHouse(nullptr);
    m_house = std::move(house);
    m_palette->setHouse(m_house.get());
    m_wanted = false;
    m_memory = new SessionMemory(*m_house, this);
    m_work = new WorkPage(m_theme, *m_house, m_seams, m_pages);
    m_work->bringPages({[this](Theme::Choice choice) { chooseColours(choice); },
                        [this](double scale) { zoomTo(scale); }, [this](bool compact) { setCompact(compact); },
                        [this] { return m_session.compact; }});
    m_pages->addWidget(m_work);
    m_pages->setCurrentWidget(m_blank);
    connectWork();
    connectMailCommands(*m_shortcuts, *m_work);
    m_memory->load([this](const Session& session) {
        recall(session);
        readInfo();
    });
    if (!m_filesWaiting.isEmpty()) {
        openFiles(std::exchange(m_filesWaiting, {}));
    }
}

void MainWindow::connectWork() {
    connect(m_work, &WorkPage::said, this, &MainWindow::present);
    connect(m_work, &WorkPage::panesChanged, this, &MainWindow::keepSession);
    connect(m_work, &WorkPage::placeChanged, this, [this] {
        m_shortcuts->setActive(m_work->keys());
        m_toast->setPlace(m_work->toastPlace());
        keepSession();
    });
    connect(m_work, &WorkPage::settingsAsked, this, &MainWindow::openSettings);
    connect(m_work, &WorkPage::importAsked, this, &MainWindow::askFiles);
    connect(m_work, &WorkPage::sampleRemovalAsked, this, &MainWindow::removeSample);
    connect(&m_work->accounts(), &AccountsCorner::accountsChanged, this, &MainWindow::readInfo);
    connect(&m_work->accounts(), &AccountsCorner::connectingLeft, this, &MainWindow::readInfo);
    connect(&m_work->inbox().list(), &ListPane::focusedChanged, this, &MainWindow::keepSession);
    connect(m_house.get(), &HouseDoor::importProgress, this, &MainWindow::importProgressed);
}

void MainWindow::readInfo() {
    bringHome(m_work, m_house->info(), [this](const auto& info) {
        if (info) {
            decidePage(*info);
        } else {
            showProblem(info.error(), m_info.folder);
        }
    });
}

void MainWindow::decidePage(const service::WorkspaceInfo& info) {
    m_info = info;
    m_work->setInfo(info);
    AccountsFeed& feed = m_work->accounts().feed();
    if (info.empty && !feed.isKnown()) {  // an account whose mail has yet to come is a beginning, too
        connect(&feed, &AccountsFeed::changed, this, &MainWindow::readInfo, Qt::SingleShotConnection);
        return;
    }
    if (info.empty && !m_wanted && !m_work->isImporting() && feed.accounts().empty()) {
        if (m_pages->currentWidget() != m_work || m_work->place() != Place::ConnectGmail) {
            m_shortcuts->setActive(ShortcutContext::Start);
            m_pages->setCurrentWidget(m_start);
        }
    } else if (m_pages->currentWidget() != m_work) {
        showWork();
        m_work->go(Place::Inbox);
        if (ListWords::isTab(ListWords::fromWord(m_session.list))) {
            m_work->inbox().show(ListWords::fromWord(m_session.list));
        }
        m_work->inbox().list().focusWhenThere(ThreadId{m_session.thread});
        m_work->inbox().list().focusFirstWhenThere();
    }
    Q_EMIT ready();
}

void MainWindow::showWork() {
    m_shortcuts->setActive(ShortcutContext::Mail);
    m_pages->setCurrentWidget(m_work);
    m_toast->setPlace(m_work->toastPlace());
}

bool MainWindow::showsStart() const {
    return m_pages->currentWidget() == m_start;
}

void MainWindow::showProblem(const Error& error, const QString& folder) {
    m_problem->say(error, folder);
    m_shortcuts->setActive(ShortcutContext::Start);
    m_pages->setCurrentWidget(m_problem);
    m_problem->setFocus();
    Q_EMIT ready();
}

void MainWindow::openSample() {
    if (m_work) {
        m_wanted = true;
        showWork();
        m_work->go(Place::Inbox);
        m_work->inbox().list().unfocus();  // rows flow in freely until one is read
        m_house->startSample();
    }
}

void MainWindow::openFiles(const QStringList& paths) {
    if (paths.isEmpty()) {
        return;
    }
    if (!m_work) {
        m_filesWaiting += paths;
        return;
    }
    if (paths.size() == 1 && ContactImportPage::isTable(paths.front()) && m_pages->currentWidget() != m_work) {
        m_wanted = true;
        showWork();
    }
    if (m_work->takeFiles(paths)) {
        return;
    }
    m_wanted = true;
    if (m_pages->currentWidget() != m_work || m_work->place() == Place::ConnectGmail) {
        showWork();
        m_work->go(Place::Inbox);
        m_work->inbox().list().unfocus();
    }
    m_house->startImport(paths);
}

void MainWindow::askFiles() {
    openFiles(m_seams.askMailFiles(this));
}

void MainWindow::importProgressed(const service::ImportProgress& progress) {
    using Phase = service::ImportProgress::Phase;
    if (progress.phase != Phase::Reading && progress.phase != Phase::Learning && progress.phase != Phase::People) {
        m_wanted = m_wanted && progress.phase == Phase::Failed;  // its sentence stays in sight
        readInfo();
    }
}

void MainWindow::removeSample() {
    bringHome(m_work, m_house->removeSample(), [this](const auto& receipt) {
        present({QStringLiteral("trash-2"),
                 receipt ? tr("The sample data is gone.") : ReceiptWords::problem(receipt.error()),
                 {}});
        readInfo();
    });
}

void MainWindow::present(const ActionNews& news) {
    m_toastChange = news.undoable;
    m_toastNewest = news.undoNewest;
    const bool undoable = news.undoable || news.undoNewest;
    m_toast->present({news.icon, news.sentence, undoable ? tr("Undo") : QString(),
                      undoable ? QKeySequence(Qt::Key_Z) : QKeySequence()});
}

void MainWindow::undoFromToast() {
    if (m_work && m_toastChange) {
        m_work->inbox().actions().undoChange(m_toastChange);
    } else if (m_work && m_toastNewest) {
        m_work->inbox().actions().undoChange({});
    }
}

void MainWindow::go(Place place) {
    if (m_work && m_pages->currentWidget() == m_work) {
        m_work->go(place);
    }
}

void MainWindow::openPalette() {
    m_palette->open(m_work && m_pages->currentWidget() == m_work ? PlaceWords::title(m_work->place()) : QString());
}

void MainWindow::toggleHelp() {
    if (m_help->isVisible()) {
        m_help->hide();
    } else {
        m_help->open();
    }
}

void MainWindow::zoom(double by) {
    zoomTo(by == 0 ? 1.0 : m_theme.textScale() + by);
}

void MainWindow::zoomTo(double scale) {
    m_theme.setTextScale(scale);
    keepSession();
}

void MainWindow::forceColours(Theme::Choice choice) {
    m_forcedColours = true;
    m_theme.choose(choice);
}

}  // namespace kith::ui
