// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Drops files on the window, imports, takes back and imports again; every step as a picture, what came of it in words:
// import_gallery FOLDER FILE…
#include "tests/unit/gui/import_support.h"

#include <QDir>
#include <QLabel>

#include <cstdio>

using namespace kith;
using namespace kith::ui;
using Step = ContactImportPage::Step;

namespace {

struct Pictures {
    ImportWindow& test;
    QString stem;

    void shoot(const QString& step) const {
        for (const auto& [choice, name] :
             {std::pair(Theme::Choice::Light, "light"), std::pair(Theme::Choice::Dark, "dark")}) {
            test.window->forceColours(choice);
            ImportWindow::settle();
            test.window->grab().save(stem + u'-' + step + u'-' + QLatin1String(name) + QStringLiteral(".png"));
        }
    }
};

void say(const char* what, const QString& words) {
    std::printf("  %-8s %s\n", what, qUtf8Printable(words));
    std::fflush(stdout);
}

QString textOf(ImportWindow& test, const char* name) {
    const auto* label = test.find<QLabel>(name);
    return label ? label->text().replace(u'\n', QStringLiteral(" / ")) : QString();
}

bool importNow(ImportWindow& test, const Pictures& pictures, const char* round) {
    if (test.page()->step() == Step::Columns) {  // cards have none
        test.key(Qt::Key_Return, Qt::ControlModifier);
    }
    if (!test.rests() || test.page()->step() != Step::Check) {
        say("refused", textOf(test, "importRefusal"));
        return false;
    }
    pictures.shoot(QStringLiteral("check") + QLatin1String(round));
    test.key(Qt::Key_Return, Qt::ControlModifier);
    if (!test.reaches(Step::Result)) {
        return false;
    }
    say("result", textOf(test, "importResult") + QStringLiteral(" | ") + textOf(test, "importResultWords"));
    pictures.shoot(QStringLiteral("result") + QLatin1String(round));
    return true;
}

void wholeWay(ImportWindow& test, const QString& path, const QString& folder, int number) {
    std::printf("%s\n", qUtf8Printable(QFileInfo(path).fileName()));
    const Pictures pictures{test, folder + QStringLiteral("/%1").arg(number, 2, 10, QLatin1Char('0'))};
    test.drop(path);
    if (!test.rests() || test.page()->step() == Step::File) {
        say("refused", textOf(test, "importRefusal"));
        pictures.shoot(QStringLiteral("refused"));
        return;
    }
    const qint64 before = test.number("SELECT count(*) FROM contacts");
    if (test.page()->step() == Step::Columns) {
        say("read", textOf(test, "importFileLine") + QStringLiteral(" | ") + textOf(test, "importRemembered"));
        QTest::qWait(300);
        pictures.shoot(QStringLiteral("columns"));
        test.click("importOrder-dmy");
    }
    if (!importNow(test, pictures, "")) {
        return;
    }
    const qint64 after = test.number("SELECT count(*) FROM contacts");
    test.click("importUndo");
    test.rests();
    pictures.shoot(QStringLiteral("undone"));
    say("undone", QStringLiteral("%1 contacts before, %2 after, %3 undone")
                      .arg(before)
                      .arg(after)
                      .arg(test.number("SELECT count(*) FROM contacts")));
    test.key(Qt::Key_Return, Qt::ControlModifier);
    test.rests();
    importNow(test, pictures, "-again");
    say("again", QStringLiteral("%1 contacts").arg(test.number("SELECT count(*) FROM contacts")));
}

}  // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const QStringList words = application.arguments();
    const QString folder = words.value(1, QStringLiteral("."));
    QDir().mkpath(folder);
    ImportWindow test;
    test.theme.dress(application);
    for (int i = 2; i < words.size(); ++i) {
        wholeWay(test, words[i], folder, i - 1);
    }
    return 0;
}
