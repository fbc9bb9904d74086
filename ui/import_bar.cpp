// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/import_bar.h"

#include "ui/buttons.h"
#include "ui/import_words.h"
#include "ui/text_label.h"

#include <QHBoxLayout>
#include <QPainter>

namespace kith::ui {

using Phase = service::ImportProgress::Phase;

ImportBar::ImportBar(const Theme& theme, QWidget* parent)
    : Pane(theme, Role::Well, parent) {
    setObjectName(QStringLiteral("importBar"));
    setLines(Qt::BottomEdge);
    build();
    hide();
}

void ImportBar::build() {
    setFixedHeight(theme().scaled(40));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(space::two, 0, space::two, 0);
    row->setSpacing(space::two);
    m_sentence = new TextLabel(theme(), this, TextStyle::Body, Role::Text2);
    m_sentence->setObjectName(QStringLiteral("importSentence"));
    m_sentence->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    row->addWidget(m_sentence, 1);
    const auto link = [&](const char* name) {
        auto* button = new Button(theme(), this, ButtonKind::Link);
        button->setObjectName(QLatin1String(name));
        row->addWidget(button);
        return button;
    };
    m_rejects = link("importRejects");
    m_pause = link("importPause");
    m_cancel = link("importCancel");
    m_cancel->setText(tr("Cancel"));
    connect(m_rejects, &QAbstractButton::clicked, this, &ImportBar::rejectsRequested);
    connect(m_pause, &QAbstractButton::clicked, this, [this] {
        if (m_progress.paused) {
            Q_EMIT resumeRequested();
        } else {
            Q_EMIT pauseRequested();
        }
    });
    connect(m_cancel, &QAbstractButton::clicked, this, [this] {
        if (running()) {
            Q_EMIT cancelRequested();
        } else {
            hide();
        }
    });
}

bool ImportBar::running() const {
    return m_progress.phase == Phase::Reading || m_progress.phase == Phase::Learning;
}

void ImportBar::setProgress(const service::ImportProgress& progress) {
    m_progress = progress;
    const QString rejects = ImportWords::rejects(progress);
    const bool failed = progress.phase == Phase::Failed;
    m_sentence->setRole(failed ? Role::Bad : Role::Text2);
    m_sentence->setText(failed      ? QString(progress.problem + QLatin1Char(' ') + progress.hint).trimmed()
                        : running() ? ImportWords::now(progress)
                                    : ImportWords::result(progress));
    m_sentence->setToolTip(m_sentence->text());
    setAccessibleName(m_sentence->text());
    m_rejects->setText(rejects.isEmpty() ? QString() : tr("%1 – show").arg(rejects));
    m_rejects->setVisible(!rejects.isEmpty());
    m_pause->setText(progress.paused ? tr("Resume") : tr("Pause"));
    m_pause->setVisible(progress.phase == Phase::Reading);
    m_cancel->setText(running() ? tr("Cancel") : tr("Close"));
    setVisible(running() || failed || progress.rejected > 0);
    update();
}

void ImportBar::paintEvent(QPaintEvent* event) {
    Pane::paintEvent(event);
    const int permille = m_progress.phase == Phase::Reading ? ImportWords::permille(m_progress) : -1;
    if (permille >= 0) {
        QPainter painter(this);
        painter.fillRect(QRectF(0, height() - 2, width() * permille / 1000.0, 2), theme().colour(Role::Accent));
    }
}

}  // namespace kith::ui
