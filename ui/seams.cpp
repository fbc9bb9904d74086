// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/seams.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>

namespace kith::ui {

namespace {

QString seamText(const char* text) {
    return QCoreApplication::translate("kith::ui::Seams", text);
}

}  // namespace

Seams Seams::ofDesktop() {
    Seams seams;
    seams.askMailFiles = [](QWidget* parent) {
        return QFileDialog::getOpenFileNames(
            parent, seamText(QT_TRANSLATE_NOOP("kith::ui::Seams", "Open mail files")), {},
            seamText(
                QT_TRANSLATE_NOOP("kith::ui::Seams", "Mail (*.mbox *.mbx *.eml *.zip *.tgz *.gz);;All files (*)")));
    };
    seams.askSaveName = [](QWidget* parent, const QString& name) {
        return QFileDialog::getSaveFileName(
            parent, seamText(QT_TRANSLATE_NOOP("kith::ui::Seams", "Save the attachment")), name);
    };
    seams.confirm = [](QWidget* parent, const QString& question, const QString& yes) {
        QMessageBox box(QMessageBox::Question, {}, question, QMessageBox::Cancel, parent);
        const auto* agree = box.addButton(yes, QMessageBox::AcceptRole);
        box.exec();
        return box.clickedButton() == agree;
    };
    seams.askJsonFile = [](QWidget* parent, const QString& title) {
        return QFileDialog::getOpenFileName(
            parent, title, {}, seamText(QT_TRANSLATE_NOOP("kith::ui::Seams", "JSON (*.json);;All files (*)")));
    };
    seams.openUrl = [](const QUrl& url) { return QDesktopServices::openUrl(url); };
    seams.askFolder = [](QWidget* parent) {
        return QFileDialog::getExistingDirectory(
            parent, seamText(QT_TRANSLATE_NOOP("kith::ui::Seams", "Open another workspace")));
    };
    return seams;
}

}  // namespace kith::ui
