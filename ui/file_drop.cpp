// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/file_drop.h"

#include "ui/buttons.h"
#include "ui/elided_label.h"
#include "ui/icon_label.h"

#include <QDragEnterEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QMimeData>
#include <QPainter>
#include <QUrl>

namespace kith::ui {

namespace {

QString droppedFile(const QMimeData& data) {
    for (const QUrl& url : data.urls()) {
        if (url.isLocalFile()) {
            return url.toLocalFile();
        }
    }
    return {};
}

}  // namespace

FileDrop::FileDrop(const Theme& theme, QWidget* parent, const QString& invitation)
    : QWidget(parent)
    , m_theme(theme)
    , m_invitation(invitation)
    , m_words(new ElidedLabel(theme, this, TextStyle::Body, Role::Text2))
    , m_choose(new Button(theme, this)) {
    setAcceptDrops(true);
    setMinimumHeight(theme.scaled(64));
    m_choose->setObjectName(QStringLiteral("chooseFile"));
    m_choose->setText(tr("Choose the file …"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(space::two, space::one, space::two, space::one);
    row->setSpacing(12);
    auto* sign = new IconLabel(theme, this);
    sign->setFace(QStringLiteral("file-input"), Role::Text3);
    row->addWidget(sign);
    row->addWidget(m_words, 1);
    row->addWidget(m_choose);
    connect(m_choose, &QAbstractButton::clicked, this, &FileDrop::chooseAsked);
    connect(&theme, &Theme::changed, this, [this] {
        setMinimumHeight(m_theme.scaled(64));
        update();
    });
    setFile({});
}

void FileDrop::setFile(const QString& path) {
    m_file = path;
    m_words->setText(path.isEmpty() ? m_invitation : QFileInfo(path).fileName());
    m_words->setRole(path.isEmpty() ? Role::Text2 : Role::Text);
    m_choose->setText(path.isEmpty() ? tr("Choose the file …") : tr("Choose another …"));
    setAccessibleName(m_words->text());
}

QWidget* FileDrop::chooseButton() {
    return m_choose;
}

void FileDrop::setTaking(bool taking) {
    m_taking = taking;
    update();
}

void FileDrop::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPen pen(m_theme.colour(m_taking ? Role::Accent : Role::StrongLine), m_taking ? 2 : 1, Qt::CustomDashLine);
    pen.setDashPattern(m_taking ? QList<qreal>{2, 2} : QList<qreal>{4, 4});
    painter.setPen(pen);
    painter.setBrush(m_theme.colour(m_taking ? Role::Tint : Role::Base));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), radius::card, radius::card);
}

void FileDrop::dragEnterEvent(QDragEnterEvent* event) {
    if (!droppedFile(*event->mimeData()).isEmpty()) {
        event->acceptProposedAction();
        setTaking(true);
    }
}

void FileDrop::dragLeaveEvent(QDragLeaveEvent*) {
    setTaking(false);
}

void FileDrop::dropEvent(QDropEvent* event) {
    setTaking(false);
    const QString path = droppedFile(*event->mimeData());
    if (!path.isEmpty()) {
        event->acceptProposedAction();
        Q_EMIT dropped(path);
    }
}

}  // namespace kith::ui
