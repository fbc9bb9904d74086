// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Why a message has its priority, and the place to say that it should have another one.
#pragma once

#include "core/domain/feedback.h"
#include "core/service/conversation.h"
#include "core/service/suggestion_service.h"
#include "ui/popover.h"

#include <QCoreApplication>
#include <QDate>

#include <optional>
#include <vector>

class QHBoxLayout;

namespace kith::ui {

class Button;
class ContributionBars;
class OthersList;
class PriorityChooser;
class PriorityMark;
class ScopeChoice;
class TextLabel;

/// The sentences about a decision.
struct WhyWords {
    Q_DECLARE_TR_FUNCTIONS(kith::ui::WhyWords)
public:
    static QString title(const Decision& decision);         ///< "Priority 2 · 78 %"
    static QString alternatives(const Decision& decision);  ///< "Else 3 with 11 %, or 1 with 9 %"
    static QString origin(const Decision& decision, QDate today);
};

class WhyPopover : public Popover {
    Q_OBJECT
public:
    WhyPopover(const Theme& theme, QWidget* parent);

    /// text: the letter's, for the quotes; without it the reasons still link to their evidence.
    void explain(const Decision& decision, const Address& sender, Certainty certainty = Certainty::Sure,
                 const QString& text = {});
    /// The answer to previewRequested(); one for an earlier choice is not to be handed over.
    void setPreview(const service::FeedbackPreview& preview);
    /// The answer to replayRequested().
    void setReplay(bool same);
    void setToday(QDate today);
    /// Rules that the user's corrections suggest for this mail.
    void setSuggestions(const std::vector<storage::StoredSuggestion>& suggestions);

Q_SIGNALS:
    void evidenceActivated(kith::MessageId message, int start, int end);
    void previewRequested(kith::MessageId message, kith::Priority assigned);
    void confirmed(kith::MessageId message);
    void corrected(const kith::Feedback& feedback);
    void replayRequested(kith::MessageId message);
    void sentRequested(kith::MessageId message);
    /// One of the past messages whose treatment speaks against the new priority is to be read.
    void otherOpened(kith::ThreadId thread);
    void suggestionAnswered(qint64 suggestion, bool apply);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void buildHead();
    void buildOrigin();
    void buildQuestion();
    void buildScope();
    void choose(Priority priority);
    void openScope(bool open);
    void showOthers();
    void fit();
    void confirm();
    void save();
    Button* addButton(QHBoxLayout& row, const char* objectName, const QString& text);

    const Theme& m_theme;
    Decision m_decision;
    Address m_sender;
    std::optional<Priority> m_assigned;
    QDate m_today;
    PriorityMark* m_mark{nullptr};
    TextLabel* m_title{nullptr};
    TextLabel* m_alternatives{nullptr};
    ContributionBars* m_bars{nullptr};
    TextLabel* m_origin{nullptr};
    QWidget* m_suggestions{nullptr};
    Button* m_replay{nullptr};
    Button* m_sent{nullptr};
    Button* m_right{nullptr};
    PriorityChooser* m_chooser{nullptr};
    QWidget* m_scopePart{nullptr};
    TextLabel* m_scopeTitle{nullptr};
    ScopeChoice* m_scopes{nullptr};
    Button* m_others{nullptr};
    OthersList* m_othersList{nullptr};
};

}  // namespace kith::ui
