// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// An import of contacts while it runs: how far, how long still, pause and stop.
#pragma once

#include "ui/work_bar.h"

#include <QElapsedTimer>

namespace kith::ui {

class ContactImportBar : public WorkBar {
    Q_OBJECT
public:
    ContactImportBar(const Theme& theme, QWidget* parent);

    /// what: "Importing", "Reading list.csv". pausable: whether it can be held.
    void begin(const QString& what, bool pausable);
    /// share: 0 to 1; rows: of all of them; 0: not known.
    void tell(double share, qint64 rows);
    void end();
    bool isPaused() const { return m_paused; }

Q_SIGNALS:
    void pauseAsked(bool pause);
    void stopAsked();

private:
    void setPaused(bool paused);

    Button* m_pause;
    Button* m_stop;
    QString m_what;
    QElapsedTimer m_since;
    qint64 m_worked{0};  ///< milliseconds before the last pause
    double m_share{0};
    qint64 m_rows{0};
    bool m_paused{false};
};

}  // namespace kith::ui
