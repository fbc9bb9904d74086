// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "app/desktop/screenshots.h"

#include "ui/accounts_corner.h"
#include "ui/command_palette.h"
#include "ui/inbox_page.h"
#include "ui/list_pane.h"
#include "ui/main_window.h"
#include "ui/place.h"
#include "ui/rules_page.h"
#include "ui/sidebar.h"
#include "ui/theme.h"
#include "ui/toast.h"
#include "ui/work_page.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QTimer>

#include <utility>

namespace kith::desktop {

namespace {

/// Long enough for answers of the desks and for skeletons not to show; a picture needs no more.
constexpr int quietFor = 700;
constexpr ui::Theme::Choice shownIn[] = {ui::Theme::Choice::Light, ui::Theme::Choice::Dark,
                                         ui::Theme::Choice::HighContrast};

void closePopup() {
    if (QWidget* popup = QApplication::activePopupWidget()) {
        popup->close();
    }
}

}  // namespace

Screenshots::Screenshots(ui::MainWindow& window, ui::Theme& theme, QString folder, QObject* parent)
    : QObject(parent)
    , m_window(window)
    , m_theme(theme)
    , m_folder(std::move(folder)) {
}

void Screenshots::start() {
    QDir().mkpath(m_folder);
    m_window.resize(1440, 900);
    connect(&m_window, &ui::MainWindow::ready, this, &Screenshots::begin, Qt::SingleShotConnection);
}

void Screenshots::begin() {
    if (m_window.awaitsImport()) {
        connect(&m_window, &ui::MainWindow::ready, this, &Screenshots::begin, Qt::SingleShotConnection);
        return;
    }
    if (!m_window.work()) {  // the workspace could not be opened: that is the picture
        shoot(QStringLiteral("problem"));
        Q_EMIT finished(false);
        return;
    }
    if (!m_window.showsStart()) {
        plan();
        nextScene();
        return;
    }
    whenQuiet([this] {
        for (const auto choice : shownIn) {
            m_window.forceColours(choice);
            shoot(QStringLiteral("start"));
        }
        connect(&m_window, &ui::MainWindow::ready, this, &Screenshots::begin, Qt::SingleShotConnection);
        m_window.openSample();
    });
}

void Screenshots::plan() {
    auto& work = *m_window.work();
    const auto add = [this](
                         const char* name, std::function<void()> set, std::function<void()> clear = [] {}) {
        m_scenes.push_back({QString::fromLatin1(name), std::move(set), std::move(clear)});
    };
    for (const auto choice : shownIn) {
        add("inbox", [this, &work, choice] {
            m_window.forceColours(choice);
            m_window.go(ui::Place::Inbox);
            work.inbox().list().focusFirstWhenThere();
            m_window.toast().dismiss();
        });
        add(
            "why", [&work] { work.inbox().showWhy(); }, closePopup);
        add(
            "labels", [&work] { work.inbox().askLabels(ui::LabelPurpose::Label); }, closePopup);
        add(
            "move", [&work] { work.inbox().askLabels(ui::LabelPurpose::Move); }, closePopup);
        add(
            "sync", [&work] { work.accounts().openPanel(work.sidebar().syncLine()); }, closePopup);
        add("review", [this] { m_window.go(ui::Place::Review); });
        add("connect", [this] { m_window.go(ui::Place::ConnectGmail); });
        add("accounts", [this] { m_window.go(ui::Place::Accounts); });
        add("contacts", [this] { m_window.go(ui::Place::Contacts); });
        add("person", [&work] { work.go(ui::Place::Contacts, QStringLiteral("ana.ruiz@caldervoss.example")); });
        add("company", [&work] { work.go(ui::Place::Contacts, QStringLiteral("company:Calder & Voss Diagnostics")); });
        add("relations", [&work] { work.go(ui::Place::Contacts, QStringLiteral("relations")); });
        add("opportunities", [this] { m_window.go(ui::Place::Opportunities); });
        add("insights", [this] { m_window.go(ui::Place::Insights); });
        planRules();
        add("imports", [this] { m_window.go(ui::Place::Imports); });
        planImport();
        add("drafts", [this] { m_window.go(ui::Place::Drafts); });
        add("reply", [this, &work] {
            m_window.go(ui::Place::Inbox);
            work.inbox().list().focusFirstWhenThere();
            QTimer::singleShot(quietFor / 2, &work, [&work] { work.inbox().reply(false); });
        });
        add("growth", [this, &work] {
            m_window.toast().dismiss();
            work.go(ui::Place::Settings, QStringLiteral("contacts"));
        });
        for (const char* section : {"learned", "model", "drafts-settings", "privacy", "ledger", "enrichment"}) {
            add(section,
                [&work, section] { work.go(ui::Place::Settings, QString::fromLatin1(section).section(u'-', 0, 0)); });
        }
        add(
            "palette",
            [this] {
                m_window.go(ui::Place::Inbox);
                m_window.openPalette();
                if (auto* field = m_window.findChild<QLineEdit*>(QStringLiteral("paletteField"))) {
                    field->setText(QStringLiteral("re"));
                }
            },
            [this] { m_window.palette().close(); });
        add("settings", [this] { m_window.go(ui::Place::Settings); });
        add(
            "help", [this] { m_window.toggleHelp(); }, [this] { m_window.toggleHelp(); });
    }
}

/// Into the field of that name, as a hand would type it.
void Screenshots::type(const char* field, const QString& text) {
    for (QLineEdit* edit : m_window.findChildren<QLineEdit*>(QString::fromLatin1(field))) {
        if (edit->isVisible()) {
            edit->clear();
            QKeyEvent typed(QEvent::KeyPress, 0, Qt::NoModifier, text);
            QApplication::sendEvent(edit, &typed);
            return;
        }
    }
}

/// A rule being written, so that the test of it shows; kept when it is first drawn, dropped later.
void Screenshots::planRules() {
    const auto page = [this] { return qobject_cast<ui::RulesPage*>(m_window.work()->page(ui::Place::Rules)); };
    m_scenes.push_back({QStringLiteral("rules-editor"),
                        [this] {
                            m_window.work()->go(ui::Place::Rules, QStringLiteral("new"));
                            QTimer::singleShot(0, this, [this] {
                                type("conditionValue", QStringLiteral("example"));
                                type("actionText", QStringLiteral("Examples"));
                            });
                        },
                        [this, page] {
                            if (!std::exchange(m_ruleKept, true)) {
                                page()->save();
                            } else {
                                page()->removeCurrent();
                            }
                        }});
    m_scenes.push_back({QStringLiteral("rules"), [this] { m_window.go(ui::Place::Rules); }, [] {}});
}

void Screenshots::planImport() {
    const QString table = m_dropped.filePath(QStringLiteral("fair-leads-spring.csv"));
    QFile::copy(QStringLiteral(":/sample/contacts.csv"), table);
    const auto press = [this](const char* name) {
        if (auto* button = m_window.findChild<QAbstractButton*>(QLatin1String(name))) {
            button->click();
        }
    };
    const auto add = [this](const char* name, std::function<void()> set) {
        m_scenes.push_back({QString::fromLatin1(name), std::move(set), [] {}});
    };
    add("import-columns", [this, table] { m_window.openFiles({table}); });
    add("import-check", [press] { press("importForward"); });
    add("import-result", [press] { press("importForward"); });
    add("import-undone", [press] { press("importUndo"); });
}

void Screenshots::whenQuiet(std::function<void()> then) {
    QTimer::singleShot(quietFor, this, std::move(then));
}

void Screenshots::nextScene() {
    if (m_next == m_scenes.size()) {
        Q_EMIT finished(m_saved);
        return;
    }
    m_scenes[m_next].set();
    whenQuiet([this] {
        shoot(m_scenes[m_next].name);
        m_scenes[m_next].clear();
        ++m_next;
        nextScene();
    });
}

/// Popups are windows of their own: they are painted where they stand.
void Screenshots::shoot(const QString& name) {
    QPixmap picture = m_window.grab();
    if (QWidget* popup = QApplication::activePopupWidget()) {
        QPainter painter(&picture);
        QPixmap over(popup->size() * popup->devicePixelRatio());
        over.setDevicePixelRatio(popup->devicePixelRatio());
        over.fill(Qt::transparent);
        popup->render(&over, {}, {}, QWidget::DrawChildren);
        painter.drawPixmap(popup->mapToGlobal(QPoint(0, 0)) - m_window.mapToGlobal(QPoint(0, 0)), over);
    }
    const ui::Scheme colours = m_theme.scheme();
    const QString scheme = colours == ui::Scheme::Dark           ? QStringLiteral("dark")
                           : colours == ui::Scheme::HighContrast ? QStringLiteral("contrast")
                                                                 : QStringLiteral("light");
    m_saved = picture.save(QStringLiteral("%1/%2-%3.png").arg(m_folder, name, scheme)) && m_saved;
}

}  // namespace kith::desktop
