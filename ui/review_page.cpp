// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/review_page.h"

#include "ui/buttons.h"
#include "ui/chip.h"
#include "ui/empty_state.h"
#include "ui/field_change_row.h"
#include "ui/priority_choices.h"
#include "ui/priority_mark.h"
#include "ui/review_head.h"
#include "ui/review_source.h"
#include "ui/review_words.h"
#include "ui/text_label.h"

#include <QKeyEvent>
#include <QStackedWidget>

#include <algorithm>

namespace kith::ui {

namespace {

constexpr int reviewLine = 40;
constexpr int reviewLeaf = 400;

bool isOpportunity(ChipKind kind) {
    switch (kind) {
    case ChipKind::Pricing:
    case ChipKind::Demo:
    case ChipKind::Partnership:
    case ChipKind::Speaking:
    case ChipKind::Publicity:
    case ChipKind::Submission:
    case ChipKind::Cancellation:
        return true;
    default:
        return false;
    }
}

}  // namespace

void ReviewPage::ask(const ReviewItem& item) {
    const bool hadFocus = isAncestorOf(focusWidget()) || hasFocus();
    m_item = item;
    m_proposed = item.conversation.row.priority;
    m_taking = true;
    m_editing = false;
    m_priorityRow->setWanted(true);
    m_choices->setChosen({});
    m_stack->setCurrentIndex(1);
    complete(item);
    if (hadFocus) {
        setFocus(Qt::OtherFocusReason);
    }
}

void ReviewPage::complete(const ReviewItem& item) {
    if (!m_item || asked() != item.conversation.thread) {
        return;
    }
    m_item = item;
    m_source->setItem(item);
    const std::optional<Decision>& decision = item.conversation.decision;
    m_why->setText(decision ? ReviewWords::whyAsked(*decision, item.conversation.row.sender) : QString());
    m_alike->setVisible(item.alike > 1);
    m_alikeWords->setText(item.alike > 1 ? ReviewWords::alike(item, item.conversation.row.priority) : QString());
    m_alikeButton->setText(tr("Accept all %1").arg(item.alike));
    showProposal();
}

void ReviewPage::wait() {
    m_taking = false;
    updateButtons();
}

void ReviewPage::showNothing() {
    m_item.reset();
    m_taking = false;
    m_stack->setCurrentIndex(0);
    updateButtons();
}

void ReviewPage::setProgress(const ReviewProgress& progress) {
    m_canUndo = progress.canUndo;
    m_head->setProgress(progress);
    m_nothing->say(tr("Nothing waits for you."), progress.canUndo ? tr("Undo the last answer") : QString());
    updateButtons();
}

void ReviewPage::tell(const QString& sentence) {
    m_notice->setText(sentence);
    m_notice->setVisible(!sentence.isEmpty());
}

ThreadId ReviewPage::asked() const {
    return m_item ? m_item->conversation.thread : ThreadId{};
}

void ReviewPage::showProposal() {
    const bool suggested = m_proposed == m_item->conversation.row.priority;
    m_mark->setMark(m_proposed, Certainty::InReview);
    m_question->setText(suggested ? ReviewWords::question(m_proposed)
                                  : tr("Make it %1?").arg(PriorityWords::name(m_proposed)));
    showRows();
    updateButtons();
}

void ReviewPage::showRows() {
    const service::Conversation& asked = m_item->conversation;
    const bool suggested = m_proposed == asked.row.priority;
    FieldChange change;
    change.label = tr("Priority");
    change.before = FieldValue{tr("Open"), asked.row.priority, Certainty::InReview};
    change.after = FieldValue{PriorityWords::name(m_proposed), m_proposed, Certainty::Sure};
    if (asked.decision) {
        change.evidence = suggested ? ReviewWords::evidence(*asked.decision) : tr("as you say");
        change.confidence = suggested ? std::optional(asked.decision->confidence) : std::nullopt;
    }
    m_priorityRow->setChange(change);
    const auto& chips = asked.row.chips;
    const auto found =
        std::find_if(chips.begin(), chips.end(), [](const Chip& chip) { return isOpportunity(chip.kind); });
    m_opportunityRow->setVisible(found != chips.end());
    if (found != chips.end()) {
        FieldChange opportunity;
        opportunity.label = tr("Opportunity");
        opportunity.after.text = ChipWords::face(*found).text;
        opportunity.evidence = asked.decision ? ReviewWords::opportunityEvidence(*asked.decision) : QString();
        opportunity.choice = false;
        m_opportunityRow->setChange(opportunity);
    }
}

void ReviewPage::updateButtons() {
    const bool asking = m_taking && m_item;
    m_accept->setEnabled(asking && m_priorityRow->isWanted());
    m_alikeButton->setEnabled(m_accept->isEnabled() && m_item->alike > 1);
    for (QWidget* one : std::initializer_list<QWidget*>{m_reject, m_edit, m_skip, m_choices}) {
        one->setEnabled(asking);
    }
    m_undo->setEnabled(m_canUndo);
}

void ReviewPage::accept() {
    if (m_accept->isEnabled()) {
        Q_EMIT answered(m_proposed);
    }
}

void ReviewPage::acceptAlike() {
    if (m_alikeButton->isEnabled()) {
        Q_EMIT answeredAlike(m_proposed);
    }
}

void ReviewPage::reject() {
    if (m_reject->isEnabled()) {
        m_editing = false;
        m_choices->setChosen({});
        m_choices->focusOn(m_proposed);
    }
}

void ReviewPage::edit() {
    if (m_edit->isEnabled()) {
        m_editing = true;
        m_choices->setChosen(m_proposed);
        m_choices->focusOn(m_proposed);
    }
}

void ReviewPage::skip() {
    if (m_skip->isEnabled()) {
        Q_EMIT skipped();
    }
}

void ReviewPage::undo() {
    if (m_canUndo) {
        Q_EMIT undoAsked();
    }
}

void ReviewPage::correct(Priority priority) {
    if (!m_taking || !m_item) {
        return;
    }
    if (!m_editing) {
        Q_EMIT answered(priority);
        return;
    }
    m_editing = false;
    m_proposed = priority;
    m_priorityRow->setWanted(true);
    m_choices->setChosen({});
    showProposal();
    m_accept->setFocus(Qt::OtherFocusReason);
}

bool ReviewPage::scrollKey(int key) {
    switch (key) {
    case Qt::Key_Down:
        m_source->scrollBy(reviewLine);
        return true;
    case Qt::Key_Up:
        m_source->scrollBy(-reviewLine);
        return true;
    case Qt::Key_PageDown:
        m_source->scrollBy(reviewLeaf);
        return true;
    case Qt::Key_PageUp:
        m_source->scrollBy(-reviewLeaf);
        return true;
    default:
        return false;
    }
}

/// The same keys as in the table of shortcuts, for where that table does not handle them.
void ReviewPage::keyPressEvent(QKeyEvent* event) {
    const int key = event->key();
    const Qt::KeyboardModifiers modifiers = event->modifiers() & ~Qt::KeypadModifier;
    if (modifiers == Qt::ShiftModifier && key == Qt::Key_Y) {
        acceptAlike();
    } else if (modifiers != Qt::NoModifier) {
        Pane::keyPressEvent(event);
    } else if (key >= Qt::Key_1 && key <= Qt::Key_5) {
        correct(static_cast<Priority>(5 - (key - Qt::Key_0)));
    } else if (key == Qt::Key_Y) {
        accept();
    } else if (key == Qt::Key_N) {
        reject();
    } else if (key == Qt::Key_E) {
        edit();
    } else if (key == Qt::Key_S) {
        skip();
    } else if (key == Qt::Key_Z) {
        undo();
    } else if (!scrollKey(key)) {
        Pane::keyPressEvent(event);
    }
}

}  // namespace kith::ui
