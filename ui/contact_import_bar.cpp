// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/contact_import_bar.h"

#include "ui/buttons.h"
#include "ui/import_words.h"

#include <QLocale>

#include <algorithm>

namespace kith::ui {

namespace {

constexpr qint64 kTellsTimeAfter = 2000;

}  // namespace

ContactImportBar::ContactImportBar(const Theme& theme, QWidget* parent)
    : WorkBar(theme, parent, QStringLiteral("contactImportSentence"))
    , m_pause(addLink("contactImportPause"))
    , m_stop(addLink("contactImportStop")) {
    setObjectName(QStringLiteral("contactImportBar"));
    m_stop->setText(tr("Stop"));
    connect(m_pause, &QAbstractButton::clicked, this, [this] { setPaused(!m_paused); });
    connect(m_stop, &QAbstractButton::clicked, this, &ContactImportBar::stopAsked);
}

void ContactImportBar::begin(const QString& what, bool pausable) {
    m_what = what;
    m_paused = false;
    m_worked = 0;
    m_share = 0;
    m_rows = 0;
    m_since.start();
    m_pause->setText(tr("Pause"));
    m_pause->setVisible(pausable);
    tell(0, 0);
    show();
}

void ContactImportBar::setPaused(bool paused) {
    m_paused = paused;
    m_worked += paused ? m_since.elapsed() : 0;
    m_since.restart();
    m_pause->setText(paused ? tr("Resume") : tr("Pause"));
    tell(m_share, m_rows);
    Q_EMIT pauseAsked(paused);
}

void ContactImportBar::tell(double share, qint64 rows) {
    m_share = share;
    m_rows = rows;
    QStringList words{m_paused ? tr("Paused") : m_what};
    if (share > 0 && rows > 0) {
        const QLocale locale;
        words << tr("%1 of %2 rows")
                     .arg(locale.toString(static_cast<qint64>(share * static_cast<double>(rows))),
                          locale.toString(rows));
    }
    const qint64 worked = m_worked + (m_paused ? 0 : m_since.elapsed());
    if (share > 0.01 && !m_paused && worked > kTellsTimeAfter) {
        const double left = static_cast<double>(worked) * (1 - share) / share / 1000;
        words << ImportWords::timeLeft(std::chrono::seconds(static_cast<qint64>(left)));
    }
    say(words.join(QStringLiteral(" · ")));
    setPermille(static_cast<int>(std::clamp(share, 0.0, 1.0) * 1000));
}

void ContactImportBar::end() {
    hide();
}

}  // namespace kith::ui
