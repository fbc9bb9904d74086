// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/letter_line.h"

#include "ui/avatar.h"
#include "ui/focus_ring.h"
#include "ui/text_paint.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace kith::ui {

namespace {

constexpr int lineHeight = 36;
constexpr int authorHeight = 40;
constexpr int smallAvatar = 24;
constexpr double foldChipWidth = 26;

}  // namespace

ReaderLine::ReaderLine(const Theme& theme, int height, QWidget* parent)
    : QAbstractButton(parent)
    , m_theme(theme)
    , m_height(height) {
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    FocusRing::follow(*this, theme, radius::chip);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

QSize ReaderLine::sizeHint() const {
    return {m_theme.scaled(280), m_theme.scaled(m_height)};
}

void ReaderLine::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

LetterLine::LetterLine(const Theme& theme, const Words& words, QWidget* parent)
    : ReaderLine(theme, lineHeight, parent)
    , m_words(words) {
    setObjectName(QStringLiteral("earlierLetter"));
    setAccessibleName(tr("Earlier message of %1, %2: %3").arg(words.author, words.date, words.snippet));
}

void LetterLine::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const QRectF box = QRectF(rect()).adjusted(0, 0, 0, -1);
    const double top = box.center().y() - smallAvatar / 2.0;
    paintAvatar(painter, theme(), QRectF(0, top, smallAvatar, smallAvatar), m_words.initialsOf);
    const double dateWidth = lineWidth(theme(), m_words.date, TextStyle::Caption);
    paintLine(painter, theme(), QRectF(box.right() - dateWidth - 0.5, box.top(), dateWidth + 1, box.height()),
              m_words.date, TextStyle::Caption, Role::Text3);
    const double right = box.right() - dateWidth - space::one;
    double left = smallAvatar + space::one;
    const double authorRoom =
        std::min(lineWidth(theme(), m_words.author, TextStyle::BodyMedium) + 1, (right - left) / 2);
    left += paintLine(painter, theme(), QRectF(left, box.top(), authorRoom, box.height()), m_words.author,
                      TextStyle::BodyMedium, underMouse() ? Role::Text : Role::Text2);
    left += space::one;
    paintLine(painter, theme(), QRectF(left, box.top(), right - left, box.height()), m_words.snippet, TextStyle::Body,
              Role::Text3);
    painter.fillRect(QRectF(0, height() - 1, width(), 1), theme().colour(Role::Line));
}

AuthorLine::AuthorLine(const Theme& theme, const Words& words, QWidget* parent)
    : ReaderLine(theme, authorHeight, parent)
    , m_words(words) {
    setObjectName(QStringLiteral("author"));
    setAccessibleName(tr("From %1, %2, %3").arg(words.author, words.address, words.recipients));
    setToolTip(QStringLiteral("%1 <%2>\n%3").arg(words.author, words.address, words.recipients));
}

void AuthorLine::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const double high = theme().scaled(18);
    const double top = (height() - high - theme().lineHeight(TextStyle::Caption)) / 2.0;
    const QRectF first(0, top, width(), high);
    const double used =
        paintLine(painter, theme(), first, m_words.author, TextStyle::BodyStrong, Role::Text) + space::half;
    if (m_words.address != m_words.author) {
        paintLine(painter, theme(), first.adjusted(used, 0, 0, 0), m_words.address, TextStyle::Body, Role::Text3);
    }
    paintLine(painter, theme(), QRectF(0, top + high, width(), theme().lineHeight(TextStyle::Caption)),
              m_words.recipients, TextStyle::Caption, Role::Text3);
}

FoldLine::FoldLine(const Theme& theme, const QString& words, QWidget* parent)
    : ReaderLine(theme, 20, parent) {
    setObjectName(QStringLiteral("foldedParts"));
    setText(words);
    setAccessibleName(words);
    setCheckable(true);
}

QSize FoldLine::sizeHint() const {
    const double words = lineWidth(theme(), text(), TextStyle::Body);
    return {static_cast<int>(std::ceil(foldChipWidth + space::one + words)) + 1, theme().scaled(20)};
}

void FoldLine::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF chip(0, 0, foldChipWidth, height());
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme().colour(isChecked() || underMouse() ? Role::Press : Role::Chip));
    painter.drawRoundedRect(chip, radius::chip, radius::chip);
    paintIcon(painter, theme(), chip, QStringLiteral("ellipsis"), Role::Text2, 14);
    paintLine(painter, theme(), QRectF(rect()).adjusted(foldChipWidth + space::one, 0, 0, 0), text(), TextStyle::Body,
              Role::Text3);
}

FileLine::FileLine(const Theme& theme, const QString& name, const QString& size, bool staysShut, QWidget* parent)
    : ReaderLine(theme, 28, parent)
    , m_size(size)
    , m_shut{QString(), tr("Not opened"), ChipTone::Warn}
    , m_staysShut(staysShut) {
    setObjectName(QStringLiteral("attachment"));
    setText(name);
    setAccessibleName(staysShut ? tr("Attachment %1, %2, not opened").arg(name, size)
                                : tr("Open attachment %1, %2").arg(name, size));
    setToolTip(staysShut ? tr("Kith does not open files of this kind. Save it if you trust the sender.") : name);
}

QSize FileLine::sizeHint() const {
    const double words = lineWidth(theme(), text(), TextStyle::Body) + lineWidth(theme(), m_size, TextStyle::Body);
    const double chip = m_staysShut ? chipWidth(theme(), m_shut) + space::one : 0;
    return {static_cast<int>(std::ceil(words + chip)) + 16 + 2 * space::one + 2, theme().scaled(28)};
}

void FileLine::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintIcon(painter, theme(), QRectF(0, 0, 16, height()), QStringLiteral("paperclip"), Role::Text2, 16);
    const double sizeWidth = lineWidth(theme(), m_size, TextStyle::Body);
    const double chip = m_staysShut ? chipWidth(theme(), m_shut) : 0;
    double left = 16 + space::one;
    const double room = width() - left - sizeWidth - chip - 2 * space::one;
    left += paintLine(painter, theme(), QRectF(left, 0, room, height()), text(), TextStyle::Body,
                      underMouse() && !m_staysShut ? Role::Accent : Role::Text2);
    left += space::one;
    paintLine(painter, theme(), QRectF(left, 0, sizeWidth + 1, height()), m_size, TextStyle::Body, Role::Text3);
    if (m_staysShut) {
        left += sizeWidth + space::one;
        const double high = chipHeight(theme());
        paintChip(painter, theme(), QRectF(left, (height() - high) / 2, chip, high), m_shut);
    }
}

}  // namespace kith::ui
