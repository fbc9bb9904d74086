// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// kith: the window.
#include "app/desktop/desktop.h"
#include "app/desktop/screenshots.h"
#include "app/signal_watcher.h"
#include "core/base/log.h"
#include "ui/stall_watchdog.h"

#include <CLI/CLI.hpp>

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QLibraryInfo>
#include <QStandardPaths>
#include <QTranslator>

#include <cstdio>
#include <optional>

namespace {

std::optional<int> readOptions(int argc, char** argv, kith::desktop::DesktopOptions& options) {
    CLI::App app{"Kith: a CRM for people who sell by e-mail"};
    std::string workspace;
    std::string database;
    std::string theme;
    std::string screenshots;
    std::vector<std::string> files;
    app.add_option("--workspace", workspace, "folder of the workspace")->envname("KITH_WORKSPACE");
    app.add_option("--database", database, "postgresql:// address of a team's database")->envname("KITH_DATABASE");
    app.add_option("--theme", theme, "colours")->check(CLI::IsMember({"light", "dark", "contrast"}));
    app.add_option("--screenshot", screenshots, "save a picture of each screen to this folder, then end");
    app.add_flag("--offline", options.offline, "forbid every socket");
    app.add_option("files", files, "mail files to take in");
    app.set_version_flag("--version", KITH_VERSION);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : 2;
    }
    options.workspace = QString::fromStdString(workspace);
    options.database = QString::fromStdString(database);
    options.theme = QString::fromStdString(theme);
    options.screenshots = QString::fromStdString(screenshots);
    for (const std::string& file : files) {
        options.files << QFileInfo(QString::fromStdString(file)).absoluteFilePath();
    }
    return {};
}

/// English first, for its plurals; over it the language of the desktop where there is one.
void loadTranslations(QApplication& application) {
    const auto install = [&](const QLocale& locale, const QString& name, const QString& folder) {
        auto* translator = new QTranslator(&application);
        if (translator->load(locale, name, QStringLiteral("_"), folder)) {
            QCoreApplication::installTranslator(translator);
        }
    };
    const QString ours = QStringLiteral("kith");
    install(QLocale(QLocale::English), ours, QStringLiteral(":/i18n"));
    install(QLocale(), QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    if (QLocale().language() != QLocale::English && QLocale().language() != QLocale::C) {
        install(QLocale(), ours, QStringLiteral(":/i18n"));
    }
}

/// In debug builds always; elsewhere where it is asked for.
bool watchesStalls() {
#ifdef NDEBUG
    return qEnvironmentVariableIsSet("KITH_WATCH_STALLS");
#else
    return true;
#endif
}

int run(QApplication& application, kith::desktop::DesktopOptions options) {
    const QString pictures = options.screenshots;
    kith::desktop::Desktop desktop(application, std::move(options));
    if (!desktop.start()) {
        return 0;
    }
    if (!pictures.isEmpty()) {
        auto* screenshots = new kith::desktop::Screenshots(desktop.window(), desktop.theme(), pictures, &desktop);
        QObject::connect(screenshots, &kith::desktop::Screenshots::finished, &application,
                         [](bool saved) { QCoreApplication::exit(saved ? 0 : 1); });
        screenshots->start();
    }
    std::optional<kith::ui::StallWatchdog> watchdog;
    if (watchesStalls()) {
        watchdog.emplace();
    }
    const int code = QApplication::exec();
    if (watchdog) {
        std::fprintf(stderr, "%s\n", qPrintable(watchdog->sentence()));
    }
    return code;
}

}  // namespace

int main(int argc, char** argv) {
    kith::desktop::DesktopOptions options;
    if (const auto code = readOptions(argc, argv, options)) {
        return *code;
    }
    const kith::SignalWatcher watcher(
        [] { QMetaObject::invokeMethod(qApp, &QCoreApplication::quit, Qt::QueuedConnection); });
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("kith"));
    QApplication::setApplicationDisplayName(QStringLiteral("Kith"));
    QApplication::setDesktopFileName(QStringLiteral("kith"));
    kith::log::setUp(kith::log::Level::Warning);
    loadTranslations(application);
    if (options.workspace.isEmpty()) {
        options.workspace = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    }
    return run(application, std::move(options));
}
