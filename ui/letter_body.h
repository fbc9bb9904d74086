// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Shows the text or the safe HTML of one letter; loads nothing, opens nothing, lights words on demand.
#pragma once

#include "ui/letter_document.h"

#include <QHash>
#include <QImage>
#include <QRectF>
#include <QTextBrowser>

#include <utility>
#include <vector>

namespace kith::ui {

class Theme;

/// As high as what it shows: the pane around it scrolls.
class LetterBody : public QTextBrowser {
    Q_OBJECT
public:
    LetterBody(const Theme& theme, QWidget* parent);

    void showParagraphs(std::vector<LetterParagraph> paragraphs);
    /// On a light page unless the mail sets no colours of its own.
    void showHtml(const QString& safeHtml);
    /// A picture that travelled with the mail, by its Content-ID.
    void setInlineImage(const QString& contentId, const QImage& image);

    /// Lights a stretch of the letter's text; false where this body does not hold it.
    bool light(TextStretch stretch, const QString& letterText);
    void lightNothing();
    /// Where the lit words stand, in the coordinates of this widget.
    QRectF litBox() const;

    QVariant loadResource(int type, const QUrl& name) override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

Q_SIGNALS:
    void linkActivated(const QUrl& target);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void doSetSource(const QUrl& url, QTextDocument::ResourceType type) override;

private:
    struct Place {
        qsizetype from{0};
        int at{0};
        int length{0};
    };
    struct Underline {
        int from{0};
        int upTo{0};
        MarkedSpan::Look look{MarkedSpan::Look::Evidence};
    };

    void rebuild();
    void writeParagraphs();
    void writeHtml();
    void layOn(const QString& ground);
    void forgetHeights();
    void takeOwnWidth() const;
    void paintUnderline(QPainter& painter, const Underline& line) const;
    std::pair<int, int> positionsOf(TextStretch stretch) const;

    const Theme& m_theme;
    std::vector<LetterParagraph> m_paragraphs;
    QString m_html;
    QString m_ground;
    QHash<QString, QImage> m_images;
    std::vector<Place> m_places;
    std::vector<Underline> m_underlines;
    std::pair<int, int> m_lit{0, 0};
    mutable QHash<int, int> m_heights;  ///< by width
};

}  // namespace kith::ui
