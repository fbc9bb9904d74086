// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The sync line: what the account does now over what it counts; one sentence for a screen reader.
#pragma once

#include <QAbstractButton>
#include <QString>

namespace kith::ui {

class Theme;

enum class SyncState { UpToDate, Working, Waiting, Paused, Offline, Failed, SignInNeeded };

struct SyncFace {
    SyncState state{SyncState::UpToDate};
    QString now;    ///< "Up to date · 10:42"
    QString count;  ///< "12,431 of 12,431 messages"
};

class SyncLine : public QAbstractButton {
    Q_OBJECT
public:
    SyncLine(const Theme& theme, QWidget* parent);

    void setFace(const SyncFace& face);
    /// Only the state: where the count stands beside it anyway.
    void setSingle();
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    SyncFace m_face;
    bool m_single{false};
};

}  // namespace kith::ui
