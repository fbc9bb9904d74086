// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The undo toast: one sentence and one way back, for 8 seconds, without ever taking the focus.
#pragma once

#include <QKeySequence>
#include <QString>
#include <QTimer>
#include <QWidget>

namespace kith::ui {

class Theme;

struct ToastFace {
    QString icon;
    QString sentence;
    QString action;     ///< e.g. Undo; may be empty
    QKeySequence keys;  ///< shown beside the action
};

/// A child of the window, raised; stands 16 px from the bottom and the left of the place that it is given.
class Toast : public QWidget {
    Q_OBJECT
public:
    static constexpr int shownFor = 8000;

    Toast(const Theme& theme, QWidget* parent);

    /// A new sentence replaces the old one and starts the time again.
    void present(const ToastFace& face);
    /// The widget over whose lower left corner it stands, a descendant of the parent.
    void setPlace(QWidget* place);
    void dismiss();
    bool paused() const { return m_remaining > 0; }
    QSize sizeHint() const override;

Q_SIGNALS:
    void acted();
    void dismissed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void stand();
    double actionLeft() const;

    const Theme& m_theme;
    ToastFace m_face;
    QWidget* m_place{nullptr};
    QTimer m_time;
    int m_remaining{0};  ///< milliseconds left while the pointer rests on it
};

}  // namespace kith::ui
