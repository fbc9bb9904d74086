// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Draws the enrichment settings, light, dark and in high contrast: enrichment_gallery FOLDER
#include "fake_enrichment.h"
#include "ui/enrichment_section.h"
#include "ui/theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QListView>
#include <QPainter>
#include <QTest>

int main(int argc, char** argv) {
    using namespace kith;
    QApplication application(argc, argv);
    const QString folder = argc > 1 ? QString::fromLocal8Bit(argv[1]) : QStringLiteral(".");
    ui::Theme theme;
    theme.dress(application);
    testing::FakeEnrichment desk;
    ui::EnrichmentSection section(theme, desk, nullptr);
    section.resize(820, 1060);
    section.show();
    section.arrive();
    for (const auto& [choice, name] :
         {std::pair(ui::Theme::Choice::Light, "light"), std::pair(ui::Theme::Choice::Dark, "dark"),
          std::pair(ui::Theme::Choice::HighContrast, "contrast")}) {
        theme.choose(choice);
        QTest::qWait(200);
        auto* list = section.findChild<QListView*>(QStringLiteral("enrichmentTasks"));
        list->setCurrentIndex(list->model()->index(2, 0));
        section.findChild<QAbstractButton*>(QStringLiteral("sourceTest_attio"))->click();
        QTest::qWait(100);
        section.grab().save(QStringLiteral("%1/enrichment-%2.png").arg(folder, QLatin1String(name)));
        section.findChild<QAbstractButton*>(QStringLiteral("enrichmentWriteBack"))->click();
        QTest::qWait(200);
        QPixmap picture = section.grab();
        if (QWidget* popup = QApplication::activePopupWidget()) {
            QPainter painter(&picture);
            QPixmap over(popup->size());
            over.fill(Qt::transparent);
            popup->render(&over, {}, {}, QWidget::DrawChildren);
            painter.drawPixmap(popup->mapToGlobal(QPoint(0, 0)) - section.mapToGlobal(QPoint(0, 0)), over);
            popup->close();
        }
        picture.save(QStringLiteral("%1/write-back-%2.png").arg(folder, QLatin1String(name)));
    }
    return 0;
}
