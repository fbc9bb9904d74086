// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The seams through which dialogs and the browser are opened, so that tests can answer: files, yes or no, addresses.
#pragma once

#include <QString>
#include <QStringList>
#include <QUrl>

#include <functional>

class QWidget;

namespace kith::ui {

struct Seams {
    /// Mail files or folders to take in; empty: none.
    std::function<QStringList(QWidget* parent)> askMailFiles;
    /// Where to save under that name; empty: nowhere.
    std::function<QString(QWidget* parent, const QString& name)> askSaveName;
    std::function<bool(QWidget* parent, const QString& question, const QString& yes)> confirm;
    /// A JSON file that Google gives; empty: none.
    std::function<QString(QWidget* parent, const QString& title)> askJsonFile;
    /// In the system's browser; false: there is none.
    std::function<bool(const QUrl& url)> openUrl;
    /// The folder of another workspace; empty: none.
    std::function<QString(QWidget* parent)> askFolder;

    /// Qt's own dialogs.
    static Seams ofDesktop();
};

}  // namespace kith::ui
