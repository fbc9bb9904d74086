// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Draws the model's sections of the settings, light, dark and in high contrast: settings_gallery FOLDER
#include "fake_model_desks.h"
#include "fake_privacy_desks.h"
#include "ui/ledger_section.h"
#include "ui/model_section.h"
#include "ui/privacy_section.h"
#include "ui/settings_page.h"
#include "ui/theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QTest>
#include <QTranslator>

using namespace kith;
using namespace kith::ui;

int main(int count, char** arguments) {
    QApplication application(count, arguments);
    QTranslator plurals;
    if (plurals.load(QStringLiteral(":/i18n/kith_en.qm"))) {
        QApplication::installTranslator(&plurals);
    }
    Theme theme;
    theme.dress(application);
    const QString folder = application.arguments().value(1, QStringLiteral("."));
    FakeModelDesk model;
    FakePrivacyDesk privacy;
    for (const char* name : {"domain:law.example", "label:Board"}) {
        privacy.set(QLatin1String(name), triage::PrivacyLevel::LocalOnly);
    }
    privacy.set(QStringLiteral("domain:bank.example"), triage::PrivacyLevel::Redacted);
    FakeLedgerDesk ledger(60);
    const Seams seams = Seams::ofDesktop();
    SettingsPage page(theme,
                      {{QStringLiteral("model"), QStringLiteral("Model"), QStringLiteral("compass"),
                        [&](QWidget* parent) { return new ModelSection(theme, model, parent); }},
                       {QStringLiteral("privacy"), QStringLiteral("Privacy"), QStringLiteral("lock"),
                        [&](QWidget* parent) { return new PrivacySection(theme, privacy, parent); }},
                       {QStringLiteral("ledger"), QStringLiteral("Ledger"), QStringLiteral("receipt-text"),
                        [&](QWidget* parent) { return new LedgerSection(theme, ledger, seams, parent); }}},
                      nullptr);
    page.resize(1220, 1180);
    page.QWidget::show();
    page.arrive();
    const auto click = [&page](const char* name) {
        if (auto* button = page.findChild<QAbstractButton*>(QLatin1String(name))) {
            button->click();
        }
        QTest::qWait(60);
    };
    for (const auto& [choice, word] : {std::pair{Theme::Choice::Light, "light"}, std::pair{Theme::Choice::Dark, "dark"},
                                       std::pair{Theme::Choice::HighContrast, "contrast"}}) {
        theme.choose(choice);
        const auto shoot = [&](const char* scene) {
            QTest::qWait(150);
            page.grab().save(QStringLiteral("%1/%2-%3.png").arg(folder, QLatin1String(scene), QLatin1String(word)));
        };
        model.setAllowed(false);
        model.setKey({});
        model.reports.clear();
        page.show(QStringLiteral("model"));
        shoot("model-off");
        click("modelTurn");
        shoot("model-consent");
        model.setKey(QStringLiteral("di-invented"));
        click("consentAgree");
        click("modelOffers");
        click("modelTest");
        page.findChild<QComboBox*>(QStringLiteral("modelOther"))->setEditText(QStringLiteral("example/small"));
        click("modelCompare");
        shoot("model-on");
        page.show(QStringLiteral("privacy"));
        shoot("privacy");
        page.show(QStringLiteral("ledger"));
        shoot("ledger");
    }
    return 0;
}
