// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/chip.h"

#include "ui/text_paint.h"
#include "ui/theme.h"

#include <QPainter>

#include <cmath>

namespace kith::ui {

namespace {

constexpr double chipPadding = 6;
constexpr int chipIcon = 12;
constexpr double chipGap = 4;

Role chipText(ChipTone tone) {
    switch (tone) {
    case ChipTone::Neutral:
        return Role::Text2;
    case ChipTone::Accent:
        return Role::TintText;
    case ChipTone::Ok:
        return Role::Ok;
    case ChipTone::Warn:
        return Role::Warn;
    case ChipTone::Bad:
        return Role::Bad;
    }
    return Role::Text2;
}

Role chipGroundRole(ChipTone tone) {
    switch (tone) {
    case ChipTone::Neutral:
        return Role::Chip;
    case ChipTone::Accent:
        return Role::Tint;
    case ChipTone::Ok:
        return Role::OkTint;
    case ChipTone::Warn:
        return Role::WarnTint;
    case ChipTone::Bad:
        return Role::BadTint;
    }
    return Role::Chip;
}

}  // namespace

ChipFace ChipWords::face(const Chip& chip) {
    switch (chip.kind) {
    case ChipKind::Pricing:
        return {QStringLiteral("receipt-text"), tr("Pricing")};
    case ChipKind::Demo:
        return {QStringLiteral("presentation"), tr("Demo")};
    case ChipKind::Partnership:
        return {QStringLiteral("handshake"), tr("Partnership")};
    case ChipKind::Speaking:
        return {QStringLiteral("mic-vocal"), tr("Speaking")};
    case ChipKind::Publicity:
        return {QStringLiteral("megaphone"), tr("Publicity")};
    case ChipKind::Submission:
        return {QStringLiteral("file-input"), tr("Submission")};
    case ChipKind::Cancellation:
        return {QStringLiteral("trending-down"), tr("Cancellation"), ChipTone::Bad};
    case ChipKind::DraftReady:
        return {QStringLiteral("file-check-2"), tr("Draft ready"), ChipTone::Accent};
    case ChipKind::InReview:
        return {QStringLiteral("circle-question-mark"), tr("In review")};
    case ChipKind::AimedAtAssistant:
        return {QStringLiteral("shield-alert"), tr("Aimed at an assistant"), ChipTone::Warn};
    case ChipKind::Newsletter:
        return {QStringLiteral("newspaper"), tr("Newsletter")};
    case ChipKind::Attachment:
        return {QStringLiteral("paperclip"), tr("Attachment")};
    case ChipKind::Snoozed:
        return {QStringLiteral("clock"), chip.text.isEmpty() ? tr("Snoozed") : chip.text};
    case ChipKind::Label:
        break;
    }
    return {QStringLiteral("tag"), chip.text};
}

double chipWidth(const Theme& theme, const ChipFace& face) {
    const double icon = face.icon.isEmpty() ? 0 : chipIcon;
    const double gap = face.icon.isEmpty() || face.text.isEmpty() ? 0 : chipGap;
    const double text = face.text.isEmpty() ? 0 : lineWidth(theme, face.text, TextStyle::CaptionMedium);
    return std::ceil(2 * chipPadding + icon + gap + text);
}

int chipHeight(const Theme& theme) {
    return theme.scaled(18);
}

void paintChip(QPainter& painter, const Theme& theme, const QRectF& box, const ChipFace& face, ChipGround ground) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.colour(ground == ChipGround::FocusedRow ? Role::Base : chipGroundRole(face.tone)));
    painter.drawRoundedRect(box, radius::chip, radius::chip);
    const Role text = chipText(face.tone);
    QRectF rest = box.adjusted(chipPadding, 0, -chipPadding, 0);
    if (!face.icon.isEmpty()) {
        paintIcon(painter, theme, QRectF(rest.left(), rest.top(), chipIcon, rest.height()), face.icon, text, chipIcon);
        rest.setLeft(rest.left() + chipIcon + chipGap);
    }
    if (!face.text.isEmpty()) {
        paintLine(painter, theme, rest, face.text, TextStyle::CaptionMedium, text);
    }
    painter.restore();
}

ChipLabel::ChipLabel(const Theme& theme, QWidget* parent)
    : SmallPiece(theme, parent) {
}

void ChipLabel::setFace(const ChipFace& face) {
    m_face = face;
    setAccessibleName(face.text);
    showAnew();
}

QSize ChipLabel::sizeHint() const {
    return {static_cast<int>(chipWidth(theme(), m_face)), chipHeight(theme())};
}

void ChipLabel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintChip(painter, theme(), rect(), m_face);
}

}  // namespace kith::ui
