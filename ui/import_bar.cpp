// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/import_bar.h"

#include "ui/buttons.h"
#include "ui/import_words.h"

namespace kith::ui {

using Phase = service::ImportProgress::Phase;

ImportBar::ImportBar(const Theme& theme, QWidget* parent)
    : WorkBar(theme, parent, QStringLiteral("importSentence")) {
    setObjectName(QStringLiteral("importBar"));
    build();
}

void ImportBar::build() {
    m_rejects = addLink("importRejects");
    m_pause = addLink("importPause");
    m_cancel = addLink("importCancel");
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
    return m_progress.phase == Phase::Reading || m_progress.phase == Phase::Learning ||
           m_progress.phase == Phase::People;
}

void ImportBar::setProgress(const service::ImportProgress& progress) {
    m_progress = progress;
    const QString rejects = ImportWords::rejects(progress);
    const bool failed = progress.phase == Phase::Failed;
    say(failed      ? QString(progress.problem + QLatin1Char(' ') + progress.hint).trimmed()
        : running() ? ImportWords::now(progress)
                    : ImportWords::result(progress),
        failed ? Role::Bad : Role::Text2);
    m_rejects->setText(rejects.isEmpty() ? QString() : tr("%1 – show").arg(rejects));
    m_rejects->setVisible(!rejects.isEmpty());
    m_pause->setText(progress.paused ? tr("Resume") : tr("Pause"));
    m_pause->setVisible(progress.phase == Phase::Reading);
    m_cancel->setText(running() ? tr("Cancel") : tr("Close"));
    setVisible(running() || failed || progress.rejected > 0);
    setPermille(progress.phase == Phase::Reading ? ImportWords::permille(progress) : -1);
}

}  // namespace kith::ui
