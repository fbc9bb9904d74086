// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What the desktop wants: light, dark or high contrast, asked of the settings portal and followed while we run.
#pragma once

#include "ui/palette_roles.h"

#include <QDBusVariant>
#include <QObject>
#include <QString>

namespace kith::ui {

class Theme;

/// Without a portal the desktop's own palette decides once; make it before the theme dresses the application.
class SystemScheme : public QObject {
    Q_OBJECT
public:
    SystemScheme(Theme& theme, QObject* parent);

private Q_SLOTS:
    void settingChanged(const QString& space, const QString& key, const QDBusVariant& value);

private:
    void ask(const QString& key);
    void take(const QString& key, uint value);

    Theme& m_theme;
    uint m_colours{0};   ///< portal: 0 no wish, 1 dark, 2 light
    uint m_contrast{0};  ///< portal: 1 high
    Scheme m_fallback{Scheme::Light};
};

}  // namespace kith::ui
