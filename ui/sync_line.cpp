// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/sync_line.h"

#include "ui/focus_ring.h"
#include "ui/text_paint.h"

#include <QPainter>

namespace kith::ui {

namespace {

struct SyncSign {
    const char* icon;
    Role role;
};

SyncSign syncSign(SyncState state) {
    switch (state) {
    case SyncState::UpToDate:
        return {"circle-check", Role::Ok};
    case SyncState::Working:
        return {"refresh-cw", Role::Accent};
    case SyncState::Waiting:
        return {"clock", Role::Warn};
    case SyncState::Paused:
        return {"pause", Role::Text2};
    case SyncState::Failed:
        return {"triangle-alert", Role::Bad};
    case SyncState::Offline:
        return {"wifi-off", Role::Text2};
    case SyncState::SignInNeeded:
        break;
    }
    return {"key-round", Role::Bad};
}

}  // namespace

SyncLine::SyncLine(const Theme& theme, QWidget* parent)
    : QAbstractButton(parent)
    , m_theme(theme) {
    setObjectName(QStringLiteral("syncLine"));
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    if (parent) {
        FocusRing::follow(*this, theme, radius::chip);
    }
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void SyncLine::setFace(const SyncFace& face) {
    m_face = face;
    setAccessibleName(face.count.isEmpty() ? face.now : QStringLiteral("%1. %2").arg(face.now, face.count));
    setToolTip(accessibleName());
    update();
}

void SyncLine::setSingle() {
    m_single = true;
    updateGeometry();
}

QSize SyncLine::sizeHint() const {
    return {180, (m_single ? 1 : 2) * m_theme.lineHeight(TextStyle::Caption)};
}

void SyncLine::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const SyncSign sign = syncSign(m_face.state);
    const double line = m_theme.lineHeight(TextStyle::Caption);
    paintIcon(painter, m_theme, QRectF(0, 0, 12, line), QLatin1String(sign.icon), sign.role, 12);
    paintLine(painter, m_theme, QRectF(20, 0, width() - 20, line), m_face.now, TextStyle::Caption, Role::Text2);
    if (m_single) {
        return;
    }
    paintLine(painter, m_theme, QRectF(20, line, width() - 20, line), m_face.count, TextStyle::Caption, Role::Text3);
}

}  // namespace kith::ui
