// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Why a message has its priority: bars on one zero line, largest first; a table to screen readers and the keyboard.
#pragma once

#include "core/domain/decision.h"

#include <QString>
#include <QTableView>

#include <vector>

class QStandardItemModel;

namespace kith::ui {

class Theme;

/// One bar. Small effects are added up in one "other" line, so that the bars always sum up to the score.
struct EffectBar {
    enum class Kind { Reason, Others, Bias };
    Kind kind{Kind::Reason};
    QString sentence;  ///< whole, for screen readers and the tooltip
    QString lead;
    QString quote;  ///< evidence; empty where there is none
    double effect{0};
    int evidenceStart{-1};
    int evidenceEnd{-1};
};

/// At most `reasons` of them by size, then the others, then where every message starts. From text, the letter's, come
/// the quotes that the decision itself does not hold.
std::vector<EffectBar> effectBars(const Decision& decision, int reasons = 7, const QString& text = {});
/// "+1.4", "−0.5"
QString effectText(double effect);

class ContributionBars : public QTableView {
    Q_OBJECT
public:
    ContributionBars(const Theme& theme, QWidget* parent);

    void setBars(std::vector<EffectBar> bars);
    const std::vector<EffectBar>& bars() const { return m_bars; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    /// Code points of the message's text.
    void evidenceActivated(int start, int end);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    void fit();
    void follow(const QModelIndex& index);

    const Theme& m_theme;
    std::vector<EffectBar> m_bars;
    QStandardItemModel* m_table;
};

}  // namespace kith::ui
