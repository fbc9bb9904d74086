// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/work_page.h"

#include "ui/accounts_corner.h"
#include "ui/accounts_page.h"
#include "ui/activity_controller.h"
#include "ui/activity_page.h"
#include "ui/bring_home.h"
#include "ui/connect_page.h"
#include "ui/empty_state.h"
#include "ui/house_door.h"
#include "ui/import_bar.h"
#include "ui/import_words.h"
#include "ui/inbox_tabs.h"
#include "ui/insights_house.h"
#include "ui/list_pane.h"
#include "ui/list_words.h"
#include "ui/mail_actions.h"
#include "ui/notice_bar.h"
#include "ui/pane.h"
#include "ui/place_page.h"
#include "ui/rejects_dialog.h"
#include "ui/review_controller.h"
#include "ui/review_page.h"
#include "ui/sidebar.h"
#include "ui/sync_bar.h"
#include "ui/theme.h"

#include <QLocale>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace kith::ui {

using Phase = service::ImportProgress::Phase;

namespace {

constexpr int countsPause = 200;

std::optional<MailList> listOf(Place place) {
    switch (place) {
    case Place::Inbox:
        return MailList::Priority;
    case Place::Snoozed:
        return MailList::Snoozed;
    case Place::Sent:
        return MailList::Sent;
    case Place::Starred:
        return MailList::Starred;
    default:
        return {};
    }
}

}  // namespace

WorkPage::WorkPage(const Theme& theme, HouseDoor& house, const Seams& seams, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_house(house)
    , m_seams(seams) {
    setObjectName(QStringLiteral("workPage"));
    m_countsLater.setSingleShot(true);
    connect(&m_countsLater, &QTimer::timeout, this, &WorkPage::readCounts);
    build();
    connectPages();
    connectImport();
    connectAccounts();
    readCounts();
}

void WorkPage::build() {
    m_splitter = new QSplitter(Qt::Horizontal, this);
    m_splitter->setObjectName(QStringLiteral("windowSplitter"));
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_sidebar = new Sidebar(m_theme, this);
    m_sidebar->setMinimumWidth(180);
    auto* right = new QWidget(this);
    auto* column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    buildPages(*column);
    m_splitter->addWidget(m_sidebar);
    m_splitter->addWidget(right);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({Sidebar::usualWidth, 1220});
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_splitter);
}

void WorkPage::buildPages(QVBoxLayout& column) {
    m_sample = new NoticeBar(m_theme, this);
    m_sample->setObjectName(QStringLiteral("sampleBanner"));
    m_import = new ImportBar(m_theme, this);
    m_accounts = new AccountsCorner(m_theme, m_house, m_seams, this);
    m_pages = new QStackedWidget(this);
    m_inbox = new InboxPage(m_theme, m_house, m_seams, this);
    m_review = new ReviewPage(m_theme, this);
    m_activity = new ActivityPage(m_theme, this);
    buildControllers();
    m_coming = new Pane(m_theme, Role::Base, this);
    m_comingWords = new EmptyState(m_theme, m_coming);
    m_comingWords->setMaximumWidth(520);
    auto* middle = new QHBoxLayout(m_coming);
    middle->addStretch();
    middle->addWidget(m_comingWords, 1);
    middle->addStretch();
    m_pages->addWidget(m_inbox);
    m_pages->addWidget(m_review);
    m_pages->addWidget(m_activity);
    m_pages->addWidget(m_coming);
    m_pages->addWidget(&m_accounts->page());
    m_pages->addWidget(&m_accounts->connectPage());
    column.addWidget(&m_accounts->banner());
    column.addWidget(m_sample);
    column.addWidget(m_import);
    column.addWidget(&m_accounts->bar());
    column.addWidget(m_pages, 1);
}

/// Review and activity come with their own hands; here they are given the house.
void WorkPage::buildControllers() {
    InboxDoor& inbox = m_house.inbox();
    ReviewHouse review;
    review.order = [&inbox] { return inbox.order(MailList::Review); };
    review.rows = [&inbox](const std::vector<ThreadId>& threads) { return inbox.rows(threads); };
    review.open = [&inbox](ThreadId thread) { return inbox.open(thread); };
    review.card = [&inbox](const QString& address) { return inbox.card(address); };
    review.giveFeedback = [&inbox](const Feedback& feedback) { return inbox.giveFeedback(feedback); };
    review.undo = [&inbox](ChangeId change) { return inbox.undo(change); };
    review.setting = [this](const QString& key, const QString& fallback) { return m_house.setting(key, fallback); };
    review.setSetting = [this](const QString& key, const QString& value) { return m_house.setSetting(key, value); };
    if (service::InsightsDesk* insights = m_house.rooms().insights) {
        review.measure = [insights] { return reviewMeasure(*insights); };
    }
    m_reviewing = new ReviewController(std::move(review), *m_review, this);
    ActivityHouse activity;
    activity.list = [this](const ActivityAsk& ask) { return m_house.activity(ask.before, ask.limit, ask.by); };
    activity.undo = [&inbox](ChangeId change) { return inbox.undo(change); };
    activity.verify = [this] { return m_house.verifyLog(); };
    m_activities = new ActivityController(std::move(activity), *m_activity, this);
    connect(&m_house, &HouseDoor::changed, m_reviewing, &ReviewController::lookAgain);
    connect(&m_house, &HouseDoor::changed, m_activities, &ActivityController::lookAgain);
}

void WorkPage::connectPages() {
    connect(m_sidebar, &Sidebar::chosen, this, [this](Place place) { go(place); });
    connect(m_sidebar, &Sidebar::searchAsked, this, &WorkPage::search);
    connect(m_sidebar, &Sidebar::settingsAsked, this, &WorkPage::settingsAsked);
    connect(m_sample, &NoticeBar::acted, this, &WorkPage::sampleRemovalAsked);
    connect(m_inbox, &InboxPage::said, this, &WorkPage::said);
    connect(m_inbox, &InboxPage::otherAsked, this, &WorkPage::openThread);
    connect(m_inbox, &InboxPage::replyAsked, this, [this](MessageId message, bool all) {
        go(Place::Drafts, (all ? QStringLiteral("reply-all:%1") : QStringLiteral("reply:%1")).arg(message.value));
    });
    connect(m_inbox, &InboxPage::panesChanged, this, &WorkPage::panesChanged);
    connect(m_inbox, &InboxPage::listShown, this, [this](MailList list) {
        if (ListWords::isTab(list) && m_place != Place::Inbox) {
            m_place = Place::Inbox;
            m_sidebar->setCurrent(m_place);
        }
        Q_EMIT placeChanged(m_place);
    });
    connect(m_comingWords, &EmptyState::acted, this, &WorkPage::comingActed);
    connect(m_splitter, &QSplitter::splitterMoved, this, &WorkPage::panesChanged);
    connect(&m_house, &HouseDoor::changed, this, [this](const service::Changes& changes) {
        if ((changes.counts || changes.order) && !m_countsLater.isActive()) {
            m_countsLater.start(m_countsUnderWay ? countsPause : 0);
        }
    });
    m_sidebar->setCurrent(m_place);
}

void WorkPage::connectImport() {
    connect(&m_house, &HouseDoor::importProgress, this, &WorkPage::setProgress);
    connect(m_import, &ImportBar::pauseRequested, this, [this] { m_house.pauseImport(); });
    connect(m_import, &ImportBar::resumeRequested, this, [this] { m_house.resumeImport(); });
    connect(m_import, &ImportBar::cancelRequested, this, [this] { m_house.cancelImport(); });
    connect(m_import, &ImportBar::rejectsRequested, this, &WorkPage::showRejects);
}

void WorkPage::connectAccounts() {
    connect(m_accounts, &AccountsCorner::said, this, &WorkPage::said);
    connect(m_accounts, &AccountsCorner::goAsked, this, [this](Place place) { go(place); });
    connect(m_accounts, &AccountsCorner::changed, this, &WorkPage::showSync);
    connect(m_accounts, &AccountsCorner::accountsChanged, this,
            [this] { m_sidebar->setAccounts(m_accounts->addresses()); });
    connect(m_sidebar, &Sidebar::syncClicked, this, [this] { m_accounts->openPanel(m_sidebar->syncLine()); });
}

void WorkPage::go(Place place, const QString& part) {
    if (m_place == Place::ConnectGmail && place != Place::ConnectGmail) {
        m_accounts->connectPage().letGo();
    }
    if (place != m_place && m_own.contains(m_place)) {
        m_own.at(m_place)->leave();
    }
    m_place = place;
    m_sidebar->setCurrent(place);
    if (const auto list = listOf(place)) {
        m_pages->setCurrentWidget(m_inbox);
        m_inbox->show(*list);
        m_inbox->list().focusFirstWhenThere();
        m_inbox->setFocus();
    } else if (place == Place::Review) {
        m_pages->setCurrentWidget(m_review);
        m_review->setFocus();
    } else if (place == Place::Activity) {
        m_pages->setCurrentWidget(m_activity);
        m_activity->setFocus();
    } else if (place == Place::Accounts) {
        m_pages->setCurrentWidget(&m_accounts->page());
        m_accounts->feed().readOutbox();
        m_accounts->page().setFocus();
    } else if (place == Place::ConnectGmail) {
        m_pages->setCurrentWidget(&m_accounts->connectPage());
        m_accounts->connectPage().begin();
    } else if (!showOwnPage(place, part)) {
        showComing(place);
    }
    Q_EMIT placeChanged(place);
}

void WorkPage::showComing(Place place) {
    const bool files = place == Place::Imports;
    m_comingWords->say(PlaceWords::yetToCome(place), files ? tr("Open a mail file") : tr("Go to the inbox"));
    m_pages->setCurrentWidget(m_coming);
}

void WorkPage::comingActed() {
    if (m_place == Place::Imports) {
        Q_EMIT importAsked();
    } else {
        go(Place::Inbox);
    }
}

void WorkPage::search() {
    if (m_pages->currentWidget() != m_inbox) {
        go(Place::Inbox);
    }
    m_inbox->list().startSearch();
}

void WorkPage::undo() {
    if (m_own.contains(m_place) && m_own.at(m_place)->undo()) {
        return;
    }
    if (m_place == Place::Review) {
        m_review->undo();
    } else if (m_place == Place::Activity) {
        m_activity->undoCurrent();
    } else {
        m_inbox->actions().undo();
    }
}

void WorkPage::setSidebarShown(bool shown) {
    m_sidebar->setVisible(shown);
    Q_EMIT panesChanged();
}

bool WorkPage::isSidebarShown() const {
    return !m_sidebar->isHidden();
}

void WorkPage::setInfo(const service::WorkspaceInfo& info) {
    m_sidebar->setOwner(info.ownerName, info.ownerAddress);
    m_inbox->setOwner(info.ownerAddress);
    if (info.sample) {
        m_sample->say(QStringLiteral("compass"), tr("This is sample data: everybody in it is invented."), tr("Remove"));
    } else {
        m_sample->hide();
    }
}

void WorkPage::readCounts() {
    m_countsUnderWay = true;
    bringHome(this, m_house.inbox().counts(), [this](const auto& counts) {
        m_countsUnderWay = false;
        if (!counts) {
            return;
        }
        m_counts = *counts;
        m_sidebar->setCounts(m_counts);
        m_inbox->list().tabs().setCounts(m_counts);
        showSync();
    });
}

void WorkPage::showSync() {
    if (const auto accounts = m_accounts->face(); accounts && !m_importing) {
        m_sidebar->setSync(*accounts);
        return;
    }
    SyncFace face;
    face.state = m_importing ? SyncState::Working : SyncState::UpToDate;
    face.now = !m_importing                          ? tr("Local file")
               : m_progress.paused                   ? tr("Reading is paused")
               : m_progress.phase == Phase::Learning ? tr("Learning from your mail")
               : m_progress.phase == Phase::People   ? tr("Looking for people")
                                                     : tr("Reading mail");
    face.count =
        tr("%1 message(s)", nullptr, static_cast<int>(m_counts.messages)).arg(QLocale().toString(m_counts.messages));
    m_sidebar->setSync(face);
}

void WorkPage::setProgress(const service::ImportProgress& progress) {
    m_progress = progress;
    m_importing =
        progress.phase == Phase::Reading || progress.phase == Phase::Learning || progress.phase == Phase::People;
    m_import->setProgress(progress);
    showSync();
    if (!m_importing) {
        finishImport(progress);
    }
}

void WorkPage::finishImport(const service::ImportProgress& progress) {
    if (progress.phase == Phase::Failed) {
        Q_EMIT said({QStringLiteral("triangle-alert"), progress.problem, {}});
        return;
    }
    const bool nothing = progress.added == 0;
    Q_EMIT said({QStringLiteral("file-up"), ImportWords::result(progress), progress.change, !nothing});
    m_inbox->list().catchUp();
}

void WorkPage::showRejects() {
    auto* dialog = new RejectsDialog(m_theme, m_progress, window());
    dialog->open();
}

QList<int> WorkPage::paneWidths() const {
    QList<int> widths{m_splitter->sizes().value(0)};
    return widths + m_inbox->paneWidths();
}

void WorkPage::setPaneWidths(const QList<int>& widths) {
    if (widths.size() == 4 && widths[0] > 0) {
        m_splitter->setSizes({widths[0], std::max(1, m_splitter->width() - widths[0])});
        m_inbox->setPaneWidths(widths.mid(1));
    }
}

QWidget* WorkPage::toastPlace() {
    return m_pages->currentWidget() == m_inbox ? static_cast<QWidget*>(&m_inbox->list()) : m_pages;
}

}  // namespace kith::ui
