// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The priority mark: the key 1–5 in a shape of its own, filled when sure, outlined when not, dashed "?" in review.
#pragma once

#include "core/domain/inbox.h"

#include <QAbstractButton>
#include <QCoreApplication>
#include <QRectF>

#include <array>
#include <optional>

class QPainter;

namespace kith::ui {

class Theme;

void paintPriorityMark(QPainter& painter, const Theme& theme, const QRectF& box, Priority priority,
                       Certainty certainty = Certainty::Sure);

/// Words for priorities, for labels and screen readers.
struct PriorityWords {
    Q_DECLARE_TR_FUNCTIONS(kith::ui::PriorityWords)
public:
    static QString name(Priority priority);
    /// "priority 2 of 5, not sure"
    static QString spoken(Priority priority, Certainty certainty);
    /// One letter of who decided: R, M, L, U.
    static QString letter(DecidedBy by);
    static QString decidedBy(DecidedBy by);
};

/// A mark as a widget: a picture beside a title, or a button in the chooser.
class PriorityMark : public QAbstractButton {
    Q_OBJECT
public:
    PriorityMark(const Theme& theme, QWidget* parent);

    void setMark(Priority priority, Certainty certainty = Certainty::Sure);
    Priority priority() const { return m_priority; }
    /// 20 in lines, 28 in titles; the clickable box is 8 px larger.
    void setMarkSize(int pixels);
    /// A picture takes neither focus nor clicks; a button does.
    void setInteractive(bool interactive);
    void setFaded(bool faded);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    Priority m_priority{Priority::Medium};
    Certainty m_certainty{Certainty::Sure};
    int m_size{20};
    bool m_interactive{false};
    bool m_faded{false};
};

/// The five marks side by side; answers to clicks, arrows, Space and the keys 1–5.
class PriorityChooser : public QWidget {
    Q_OBJECT
public:
    PriorityChooser(const Theme& theme, QWidget* parent);

    /// Shown faded: the priority that the message has now.
    void setCurrent(Priority priority);
    void setChosen(std::optional<Priority> priority);
    std::optional<Priority> chosen() const { return m_chosen; }

Q_SIGNALS:
    void chose(kith::Priority priority);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void choose(Priority priority);

    std::array<PriorityMark*, 5> m_marks{};  ///< by shown key, 1 first
    std::optional<Priority> m_chosen;
};

}  // namespace kith::ui
