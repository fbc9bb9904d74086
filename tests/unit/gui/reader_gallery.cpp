// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The reader, the card and the popover as pictures, with invented people: reader_gallery FOLDER
#include "reader_support.h"
#include "ui/context_panel.h"
#include "ui/reader_view.h"
#include "ui/theme.h"
#include "ui/why_popover.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollArea>

#include <cstdio>

using namespace kith;
using namespace kith::ui;

namespace {

struct Scene {
    QWidget window;
    ReaderView reader;
    ContextPanel panel;

    explicit Scene(const Theme& theme)
        : reader(theme, &window)
        , panel(theme, &window) {
        window.resize(800, 900);
        auto* row = new QHBoxLayout(&window);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(1);
        panel.setFixedWidth(320);
        row->addWidget(&reader, 1);
        row->addWidget(&panel);
        reader.setToday(readerToday);
        panel.setToday(readerToday);
        window.show();
    }

    void settle() {
        for (int i = 0; i < 5; ++i) {
            QApplication::sendPostedEvents();
            QApplication::processEvents();
        }
    }

    void save(const QString& file) {
        settle();
        window.grab().save(file);
    }
};

service::Conversation newsletter() {
    service::Conversation c = assistantConversation();
    c.subject = QStringLiteral("Issue 212: living with uncertainty");
    service::LetterView& letter = c.letters.front();
    letter.aimedAtAssistant = false;
    letter.spoofWarnings.clear();
    letter.attachments.clear();
    letter.message.bulk.listUnsubscribe =
        QStringLiteral("<mailto:leave@metrology.example>, <https://metrology.example/leave?u=7>");
    letter.safeHtml = QStringLiteral(
        "<table bgcolor=\"#eef3ff\" width=\"100%\"><tr><td><h2>Living with uncertainty</h2><p>Five ways to read a "
        "certificate, and <a href=\"https://metrology.example/5\">why the fifth one "
        "matters</a>.</p></td></tr></table>");
    c.decision->decidedBy = DecidedBy::Rule;
    return c;
}

void whyPicture(const Theme& theme, Scene& scene, const QString& file) {
    scene.reader.showConversation(tobiasConversation(), 3, 12);
    scene.settle();
    const QString text = tobiasText();
    const int start = static_cast<int>(text.indexOf(QStringLiteral("before we sign")));
    scene.reader.highlight(MessageId{23}, start, start + 14);
    WhyPopover why(theme, &scene.window);
    why.setToday(readerToday);
    why.explain(tobiasDecision(), tobias());
    why.openAt(scene.window, QRect(scene.window.mapToGlobal(QPoint(700, 100)), QSize(20, 20)));
    QKeyEvent one(QEvent::KeyPress, Qt::Key_1, Qt::NoModifier, QStringLiteral("1"));
    QApplication::sendEvent(&why, &one);
    why.setPreview(aPreview());
    scene.settle();
    QPixmap all = scene.window.grab();
    QPainter painter(&all);
    painter.drawPixmap(scene.window.mapFromGlobal(why.pos()), why.grab());
    painter.end();
    all.save(file);
}

void pictures(Theme& theme, const QString& folder, const QString& name) {
    const QString file = folder + QStringLiteral("/%1-") + name + QStringLiteral(".png");
    Scene scene(theme);
    scene.panel.showCard(anasCard());
    scene.reader.showNothing();
    scene.save(file.arg(QStringLiteral("nothing")));
    scene.reader.showConversation(anasConversation(), 1, 12);
    scene.save(file.arg(QStringLiteral("inbox")));
    scene.reader.showConversation(assistantConversation(), 10, 12);
    scene.save(file.arg(QStringLiteral("assistant")));
    scene.reader.showConversation(newsletter(), 12, 12);
    scene.save(file.arg(QStringLiteral("newsletter")));
    whyPicture(theme, scene, file.arg(QStringLiteral("why")));
}

void measure(const Theme& theme) {
    Scene scene(theme);
    scene.settle();
    QElapsedTimer time;
    qint64 worst = 0;
    qint64 sum = 0;
    constexpr int rounds = 40;
    for (int i = 0; i < rounds; ++i) {
        time.start();
        scene.reader.showConversation(i % 2 == 0 ? anasConversation() : tobiasConversation(), 1, 12);
        scene.panel.showCard(anasCard());
        scene.settle();
        scene.window.repaint();
        worst = std::max(worst, time.nsecsElapsed());
        sum += time.nsecsElapsed();
    }
    service::Conversation heavy = anasConversation();
    heavy.letters.back().text = anasText().repeated(400);
    heavy.letters.back().zones.clear();
    time.start();
    scene.reader.showConversation(heavy, 1, 12);
    scene.settle();
    std::printf("open: mean %.1f ms, worst %.1f ms; %lld KB of text: %.1f ms\n", double(sum) / rounds / 1e6,
                double(worst) / 1e6, static_cast<long long>(heavy.letters.back().text.size() / 1024),
                double(time.nsecsElapsed()) / 1e6);
    service::Conversation designed = newsletter();
    QString& html = designed.letters.front().safeHtml;
    html = html.repeated(150);
    time.start();
    scene.reader.showConversation(designed, 1, 12);
    scene.settle();
    std::printf("%lld KB of designed mail: %.1f ms\n", static_cast<long long>(html.size() / 1024),
                double(time.nsecsElapsed()) / 1e6);
}

}  // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const QString folder = argc > 1 ? QString::fromLocal8Bit(argv[1]) : QStringLiteral(".");
    Theme theme;
    theme.dress(application);
    const std::pair<const char*, Theme::Choice> schemes[] = {
        {"light", Theme::Choice::Light}, {"dark", Theme::Choice::Dark}, {"contrast", Theme::Choice::HighContrast}};
    for (const auto& [name, choice] : schemes) {
        theme.choose(choice);
        pictures(theme, folder, QLatin1String(name));
    }
    theme.choose(Theme::Choice::Light);
    theme.setTextScale(2.0);
    pictures(theme, folder, QStringLiteral("large"));
    theme.setTextScale(0.8);
    pictures(theme, folder, QStringLiteral("small"));
    theme.setTextScale(1.0);
    measure(theme);
    return 0;
}
