// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The review: one question at a time, what Kith read on the left, what would change on the right, keys for all of it.
#pragma once

#include "ui/pane.h"
#include "ui/review_item.h"

#include <optional>

class QStackedWidget;

namespace kith::ui {

class Button;
class EmptyState;
class FieldChangeRow;
class PriorityChoices;
class PriorityMark;
class ReviewHead;
class ReviewSource;
class TextLabel;

class ReviewPage : public Pane {
    Q_OBJECT
public:
    ReviewPage(const Theme& theme, QWidget* parent);

    /// Asks about it; answers are taken from now on.
    void ask(const ReviewItem& item);
    /// What became known meanwhile about the item that is asked: sender, alike. Touches no answer.
    void complete(const ReviewItem& item);
    /// The next one is not there yet: keeps what is shown, takes no answers.
    void wait();
    void showNothing();
    void setProgress(const ReviewProgress& progress);
    /// One sentence over the foot, until the next answer.
    void tell(const QString& sentence);
    /// The thread that is asked; 0 while nothing is.
    ThreadId asked() const;
    bool isTaking() const { return m_taking; }

public Q_SLOTS:
    void accept();
    void acceptAlike();
    void reject();
    void edit();
    void skip();
    void undo();
    void correct(kith::Priority priority);

Q_SIGNALS:
    void answered(kith::Priority priority);
    void answeredAlike(kith::Priority priority);
    void skipped();
    void undoAsked();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* buildQuestion();
    QWidget* buildRows(QWidget* parent);
    QWidget* buildAlike(QWidget* parent);
    QWidget* buildFoot(QWidget* parent);
    void choose(Priority priority);
    void showProposal();
    void showRows();
    void updateButtons();
    bool scrollKey(int key);

    ReviewHead* m_head;
    QStackedWidget* m_stack{nullptr};
    EmptyState* m_nothing{nullptr};
    ReviewSource* m_source{nullptr};
    PriorityMark* m_mark{nullptr};
    TextLabel* m_question{nullptr};
    TextLabel* m_why{nullptr};
    FieldChangeRow* m_priorityRow{nullptr};
    FieldChangeRow* m_opportunityRow{nullptr};
    QWidget* m_alike{nullptr};
    TextLabel* m_alikeWords{nullptr};
    Button* m_alikeButton{nullptr};
    PriorityChoices* m_choices{nullptr};
    TextLabel* m_notice{nullptr};
    Button* m_accept{nullptr};
    Button* m_reject{nullptr};
    Button* m_edit{nullptr};
    Button* m_skip{nullptr};
    Button* m_undo{nullptr};
    std::optional<ReviewItem> m_item;
    Priority m_proposed{Priority::Medium};
    bool m_taking{false};   ///< answers are taken
    bool m_editing{false};  ///< a mark changes the proposal instead of answering
    bool m_canUndo{false};
};

}  // namespace kith::ui
