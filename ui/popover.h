// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// A popover: head, body and a quieter foot, 328 wide, with an arrow to what it explains.
#pragma once

#include <QFrame>
#include <QPixmap>
#include <QPointer>

class QVBoxLayout;

namespace kith::ui {

class Theme;

class Popover : public QFrame {
    Q_OBJECT
public:
    static constexpr int contentWidth = 328;

    Popover(const Theme& theme, QWidget* parent);

    QWidget* body() { return m_body; }
    QVBoxLayout* bodyLayout();  ///< 20 px inside
    QVBoxLayout* footLayout();  ///< on the quiet ground; shown once it holds something
    /// Beside the anchor where there is room: below it, else left of it; never outside its window by less than 8 px.
    void openAt(QWidget& anchor);
    void openAt(QWidget& window, const QRect& anchorOnScreen);
    /// At the right edge of the window, as high as the anchor, without an arrow: what is read stays in sight.
    void openAtEdge(QWidget& anchor);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void fit();
    QRectF card() const;
    void keepBehind(const QWidget& window);

    const Theme& m_theme;
    QWidget* m_body;
    QWidget* m_foot;
    QPointer<QWidget> m_returnTo;
    QPixmap m_behind;    ///< the window, where the desktop does not let it shine through
    QPoint m_behindAt;   ///< on the screen
    QPoint m_arrow;      ///< tip, in own coordinates
    bool m_below{true};  ///< of the anchor: the arrow points up
};

}  // namespace kith::ui
