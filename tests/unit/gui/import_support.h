// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The window with the import of contacts on a workspace of its own; files are dropped, keys are pressed.
#pragma once

#include "core/service/cellar.h"
#include "core/service/contact_book.h"
#include "core/service/contact_import_desk.h"
#include "core/service/contact_import_job.h"
#include "core/service/room_desks.h"
#include "tests/support/fake_clock.h"
#include "tests/unit/gui/fake_house.h"
#include "ui/contact_import_page.h"
#include "ui/main_window.h"
#include "ui/place.h"
#include "ui/theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDragEnterEvent>
#include <QMimeData>
#include <QTemporaryDir>
#include <QTest>

namespace kith::ui {

class ImportHouse : public FakeHouse {
public:
    explicit ImportHouse(service::ContactImportDesk& imports)
        : m_imports(imports) {}
    service::RoomDesks rooms() override {
        service::RoomDesks desks;
        desks.contactImports = &m_imports;
        return desks;
    }

private:
    service::ContactImportDesk& m_imports;
};

struct ImportWindow {
    explicit ImportWindow(QStringList people = {})
        : known(std::move(people)) {
        seams.askMailFiles = [](QWidget*) { return QStringList(); };
        seams.confirm = [](QWidget*, const QString&, const QString&) { return true; };
        seams.askSaveName = [this](QWidget*, const QString&) { return saveName; };
        auto house = std::make_unique<ImportHouse>(desk);
        house->fill();
        window = std::make_unique<MainWindow>(theme, seams);
        window->setHouse(std::move(house));
        window->resize(1440, 900);
        window->show();
        window->activateWindow();
        settle();
    }
    ~ImportWindow() { window.reset(); }

    Result<std::unique_ptr<service::Cellar>> open(service::CellarMode mode) {
        return service::Cellar::open({folder.filePath(QStringLiteral("workspace")), {}, mode, nullptr}, clock);
    }
    Result<std::unique_ptr<service::Cellar>> opened() {
        auto cellar = open(service::CellarMode::Write);
        if (cellar && !known.isEmpty()) {
            service::ContactImportRequest request;
            request.path = file("known.csv", "Name,E-mail\n" + known.join(u',').toUtf8());
            if (!service::ContactImportJob(**cellar).run(request) || !service::ContactBook(**cellar).refresh()) {
                return Error{ErrorKind::Failed, {}, {}};
            }
        }
        return cellar;
    }
    static void settle() {
        for (int i = 0; i < 30; ++i) {
            QCoreApplication::sendPostedEvents();
            QCoreApplication::processEvents();
        }
    }
    template <class Condition>
    static bool until(Condition condition) {
        return QTest::qWaitFor(condition, 60'000);
    }
    /// As from a file manager, wherever the window is.
    void drop(const QString& path) {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path)});
        QDragEnterEvent enter(QPoint(700, 400), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(window.get(), &enter);
        accepted = enter.isAccepted();
        QDropEvent dropped(QPointF(700, 400), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(window.get(), &dropped);
        settle();
    }
    ContactImportPage* page() { return window->findChild<ContactImportPage*>(); }
    /// Until the page rests; false: it never did.
    bool rests() {
        return until([this] { return page() != nullptr && !page()->isBusy(); });
    }
    bool reaches(ContactImportPage::Step step) {
        return until([this, step] { return page() != nullptr && !page()->isBusy() && page()->step() == step; });
    }
    void key(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QWidget* at = window->focusWidget() ? window->focusWidget() : window.get();
        QTest::keyClick(at, static_cast<Qt::Key>(key), modifiers);
        settle();
    }
    template <class T>
    T* find(const char* name) {
        for (T* one : window->findChildren<T*>(QString::fromLatin1(name))) {
            if (one->isVisible()) {
                return one;
            }
        }
        return nullptr;
    }
    bool click(const char* name) {
        auto* button = find<QAbstractButton>(name);
        if (button == nullptr || !button->isEnabled()) {
            return false;
        }
        button->click();
        settle();
        return true;
    }
    /// Tab until that control has the keyboard; false: it is never reached.
    bool tabTo(const char* name) {
        for (int i = 0; i < 60; ++i) {
            if (window->focusWidget() && window->focusWidget()->objectName() == QLatin1String(name)) {
                return true;
            }
            key(Qt::Key_Tab);
        }
        return false;
    }
    /// What the workspace knows, by a connection of its own.
    qint64 number(const char* sql) {
        const auto cellar = open(service::CellarMode::Read);
        return cellar ? (*cellar)->database->number(sql)->value_or(-1) : -1;
    }
    QString file(const char* name, const QByteArray& content) const {
        QFile out(folder.filePath(QString::fromLatin1(name)));
        if (out.open(QIODevice::WriteOnly)) {
            out.write(content);
        }
        return out.fileName();
    }

    QTemporaryDir folder;
    SystemClock clock;
    Theme theme;
    Seams seams;
    QString saveName;
    bool accepted{false};
    /// Who is known already: name and address by turns.
    QStringList known;
    service::ContactImportDesk desk{[this] { return opened(); }, [] {}};
    std::unique_ptr<MainWindow> window;
};

}  // namespace kith::ui
