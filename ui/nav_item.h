// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// One line of the sidebar: icon, name, and a count or a key at the end.
#pragma once

#include <QAbstractButton>

namespace kith::ui {

class Theme;

class NavItem : public QAbstractButton {
    Q_OBJECT
public:
    NavItem(const Theme& theme, const QString& icon, const QString& title, QWidget* parent);

    /// Shown from 1 to 999.
    void setCount(int count);
    /// A key cap in place of the count.
    void setKey(const QString& key);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    const Theme& m_theme;
    QString m_icon;
    QString m_title;
    QString m_key;
    int m_count{0};
};

}  // namespace kith::ui
