// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/system_scheme.h"

#include "ui/theme.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QGuiApplication>
#include <QPalette>

namespace kith::ui {

namespace {

const QString portalService = QStringLiteral("org.freedesktop.portal.Desktop");
const QString portalPath = QStringLiteral("/org/freedesktop/portal/desktop");
const QString portalSettings = QStringLiteral("org.freedesktop.portal.Settings");
const QString appearance = QStringLiteral("org.freedesktop.appearance");
const QString colourKey = QStringLiteral("color-scheme");
const QString contrastKey = QStringLiteral("contrast");

QVariant unwrapped(QVariant value) {
    while (value.canConvert<QDBusVariant>()) {
        value = value.value<QDBusVariant>().variant();
    }
    return value;
}

}  // namespace

SystemScheme::SystemScheme(Theme& theme, QObject* parent)
    : QObject(parent)
    , m_theme(theme) {
    const QPalette palette = QGuiApplication::palette();
    if (palette.color(QPalette::Window).lightnessF() < palette.color(QPalette::WindowText).lightnessF()) {
        m_fallback = Scheme::Dark;
    }
    m_theme.setSystemScheme(m_fallback);
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (bus.isConnected()) {
        bus.connect(portalService, portalPath, portalSettings, QStringLiteral("SettingChanged"), this,
                    SLOT(settingChanged(QString, QString, QDBusVariant)));
        ask(colourKey);
        ask(contrastKey);
    }
}

void SystemScheme::ask(const QString& key) {
    QDBusMessage call =
        QDBusMessage::createMethodCall(portalService, portalPath, portalSettings, QStringLiteral("Read"));
    call << appearance << key;
    auto* answer = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, key, answer] {
        const QDBusPendingReply<QDBusVariant> reply = *answer;
        if (!reply.isError()) {
            take(key, unwrapped(reply.value().variant()).toUInt());
        }
        answer->deleteLater();
    });
}

void SystemScheme::settingChanged(const QString& space, const QString& key, const QDBusVariant& value) {
    if (space == appearance) {
        take(key, unwrapped(value.variant()).toUInt());
    }
}

void SystemScheme::take(const QString& key, uint value) {
    if (key == colourKey) {
        m_colours = value;
    } else if (key == contrastKey) {
        m_contrast = value;
    } else {
        return;
    }
    const Scheme plain = m_colours == 1 ? Scheme::Dark : m_colours == 2 ? Scheme::Light : m_fallback;
    m_theme.setSystemScheme(m_contrast == 1 ? Scheme::HighContrast : plain);
}

}  // namespace kith::ui
