// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// A window on a house without a database, driven by keys and clicks.
#pragma once

#include "fake_house.h"
#include "ui/list_pane.h"
#include "ui/mail_actions.h"
#include "ui/main_window.h"
#include "ui/message_list_model.h"
#include "ui/message_list_view.h"
#include "ui/place.h"
#include "ui/theme.h"
#include "ui/toast.h"
#include "ui/work_page.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QTest>

namespace kith::ui {

struct TestWindow {
    explicit TestWindow(bool filled = true) {
        auto owned = std::make_unique<FakeHouse>();
        house = owned.get();
        if (filled) {
            house->fill();
        }
        seams.askMailFiles = [this](QWidget*) { return files; };
        seams.confirm = [this](QWidget*, const QString&, const QString&) {
            ++questions;
            return agreed;
        };
        seams.askJsonFile = [this](QWidget*, const QString&) { return jsonFile; };
        seams.openUrl = [this](const QUrl& url) {
            opened << url;
            return hasBrowser;
        };
        seams.askFolder = [](QWidget*) { return QString(); };
        seams.askSaveName = [](QWidget*, const QString&) { return QString(); };
        window = std::make_unique<MainWindow>(theme, seams);
        window->setHouse(std::move(owned));
        window->resize(1440, 900);
        window->show();
        window->activateWindow();
        settle();
    }

    /// Lets answers, queued calls and short pauses come home.
    static void settle() {
        for (int i = 0; i < 30; ++i) {
            QCoreApplication::sendPostedEvents();
            QCoreApplication::processEvents();
        }
    }
    /// Where keys go: into the popover in front, else into the window.
    QWidget* keyTarget() const {
        QWidget* front = QApplication::activePopupWidget();
        front = front ? front : window.get();
        return front->focusWidget() ? front->focusWidget() : front;
    }
    void key(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QTest::keyClick(keyTarget(), static_cast<Qt::Key>(key), modifiers);
        settle();
    }
    void type(const QString& text) {
        for (const QChar letter : text) {
            QTest::keyClick(keyTarget(), letter.toLatin1());
        }
        settle();
    }
    ListPane& list() { return window->work()->inbox().list(); }
    qint64 focused() { return list().focused().value; }
    int rowOf(qint64 thread) { return list().model().rowOf(ThreadId{thread}); }
    /// Waits until it is so, at most five seconds.
    template <class Condition>
    static bool until(Condition condition) {
        return QTest::qWaitFor(condition, 5000);
    }
    template <class T>
    T* find(const char* name) {
        return window->findChild<T*>(QString::fromLatin1(name));
    }
    /// The one of that name that is in sight.
    template <class T>
    T* shown(const char* name) {
        for (T* one : window->findChildren<T*>(QString::fromLatin1(name))) {
            if (one->isVisible()) {
                return one;
            }
        }
        return nullptr;
    }
    bool click(const char* name) {
        auto* button = shown<QAbstractButton>(name);
        if (!button || !button->isEnabled()) {
            return false;
        }
        QTest::mouseClick(button, Qt::LeftButton);
        settle();
        return true;
    }
    QString words(const char* name) {
        const auto* label = shown<QLabel>(name);
        return label ? label->text() : QString();
    }

    Theme theme;
    Seams seams;
    QStringList files;
    QString jsonFile;
    QList<QUrl> opened;  ///< in the system's browser
    bool hasBrowser{true};
    bool agreed{true};
    int questions{0};
    FakeHouse* house{nullptr};
    std::unique_ptr<MainWindow> window;
};

}  // namespace kith::ui
