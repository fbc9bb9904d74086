// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/main_window.h"

#include "ui/list_feed.h"
#include "ui/list_pane.h"
#include "ui/list_words.h"
#include "ui/place.h"
#include "ui/settings_menu.h"
#include "ui/sidebar.h"
#include "ui/start_page.h"
#include "ui/work_page.h"

#include <QCloseEvent>
#include <QLocale>

namespace kith::ui {

namespace {

struct ColourWord {
    Theme::Choice choice;
    const char* word;
};

constexpr ColourWord colourWords[] = {{Theme::Choice::System, "system"},
                                      {Theme::Choice::Light, "light"},
                                      {Theme::Choice::Dark, "dark"},
                                      {Theme::Choice::HighContrast, "contrast"}};

QString colourSentence(Theme::Choice choice) {
    switch (choice) {
    case Theme::Choice::System:
        return MainWindow::tr("Follows the system’s colours");
    case Theme::Choice::Light:
        return MainWindow::tr("Light");
    case Theme::Choice::Dark:
        return MainWindow::tr("Dark");
    case Theme::Choice::HighContrast:
        return MainWindow::tr("High contrast");
    }
    return {};
}

QString languageName() {
    const QString name = QLocale().nativeLanguageName();
    return name.isEmpty() ? QStringLiteral("English") : name;
}

}  // namespace

void MainWindow::recall(const Session& session) {
    m_session = session;
    if (!session.geometry.isEmpty() && !m_recalled) {
        restoreGeometry(session.geometry);
    }
    if (!m_forcedColours) {
        for (const ColourWord& known : colourWords) {
            if (session.colours == QLatin1String(known.word)) {
                m_theme.choose(known.choice);
            }
        }
    }
    m_theme.setTextScale(session.textScale);
    m_work->setSidebarShown(session.sidebar);
    m_work->setPaneWidths(session.panes);
    m_work->inbox().setRowDensity(session.compact ? RowDensity::Compact : RowDensity::Comfortable);
    m_start->setFooter(languageName(), colourSentence(m_theme.choice()));
    m_recalled = true;
}

void MainWindow::keepSession() {
    if (!m_recalled || !m_memory || !m_work) {
        return;
    }
    m_session.geometry = saveGeometry();
    m_session.panes = m_work->paneWidths();
    m_session.sidebar = m_work->isSidebarShown();
    m_session.textScale = m_theme.textScale();
    m_session.list = ListWords::word(m_work->inbox().list().feed().list());
    if (const ThreadId thread = m_work->inbox().list().focused()) {
        m_session.thread = thread.value;
    }
    m_memory->keep(m_session);
}

void MainWindow::chooseColours(Theme::Choice choice) {
    m_forcedColours = false;
    m_theme.choose(choice);
    for (const ColourWord& known : colourWords) {
        if (known.choice == choice) {
            m_session.colours = QLatin1String(known.word);
        }
    }
    m_start->setFooter(languageName(), colourSentence(choice));
    keepSession();
}

void MainWindow::setCompact(bool compact) {
    m_session.compact = compact;
    m_work->inbox().setRowDensity(compact ? RowDensity::Compact : RowDensity::Comfortable);
    keepSession();
}

void MainWindow::openSettings() {
    auto* menu = new SettingsMenu(m_theme.choice(), m_session.compact, m_theme.textScale(), this);
    if (m_info.sample) {
        menu->offerRemovingSample();
    }
    connect(menu, &SettingsMenu::coloursChosen, this, &MainWindow::chooseColours);
    connect(menu, &SettingsMenu::compactChosen, this, &MainWindow::setCompact);
    connect(menu, &SettingsMenu::textScaleChosen, this, [this](double scale) { zoomTo(scale); });
    connect(menu, &SettingsMenu::settingsAsked, this, [this] { go(Place::Settings); });
    connect(menu, &SettingsMenu::accountsAsked, this, [this] { go(Place::Accounts); });
    connect(menu, &SettingsMenu::addAccountAsked, this, [this] { go(Place::ConnectGmail); });
    connect(menu, &SettingsMenu::importAsked, this, &MainWindow::askFiles);
    connect(menu, &SettingsMenu::removeSampleAsked, this, &MainWindow::removeSample);
    connect(menu, &SettingsMenu::helpAsked, this, &MainWindow::toggleHelp);
    const QWidget& cog = m_work->sidebar().settingsButton();
    menu->popup(cog.mapToGlobal(QPoint(0, -menu->sizeHint().height())));
}

void MainWindow::closeEvent(QCloseEvent* event) {
    keepSession();
    if (m_memory) {
        m_memory->flush();
    }
    event->accept();
}

void MainWindow::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    keepSession();
}

void MainWindow::moveEvent(QMoveEvent* event) {
    QWidget::moveEvent(event);
    keepSession();
}

}  // namespace kith::ui
