// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// One of the large choices on the start page: icon, title, what happens, how long it takes, its key.
#pragma once

#include <QAbstractButton>

namespace kith::ui {

class Theme;

struct ChoiceFace {
    QString icon;
    QString title;
    QString detail;
    QString duration;
    QString key;
};

class StartChoice : public QAbstractButton {
    Q_OBJECT
public:
    StartChoice(const Theme& theme, QWidget* parent, const ChoiceFace& face);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    const Theme& m_theme;
    ChoiceFace m_face;
};

}  // namespace kith::ui
