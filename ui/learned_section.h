// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Settings, Learned: what Kith concluded from the user's words; each piece can be changed or taken away.
#pragma once

#include "core/service/learned_desk.h"
#include "ui/place_page.h"

class QBoxLayout;
class QVBoxLayout;

namespace kith::ui {

class HouseDoor;
class Paragraph;
class SettingsColumn;

class LearnedSection : public PlacePage {
    Q_OBJECT
public:
    /// Marks listed before the rest is asked for.
    static constexpr size_t marksShown = 30;

    LearnedSection(const Theme& theme, HouseDoor& house, service::LearnedDesk& desk, QWidget* parent);

    void arrive() override;

private:
    void build();
    void lookAgain();
    void showView(const service::LearnedView& view);
    void fill(const service::LearnedView& view);
    void addSuggestions();
    void addSuggestion(const storage::StoredSuggestion& suggestion);
    void addRule(const service::LearnedRule& rule);
    void addMark(const service::LearnedMark& mark);
    void addMarks();
    QVBoxLayout* addGroup(const QString& title);
    QBoxLayout* addLine(QVBoxLayout& group, const char* name, const QString& words, const QString& below);
    void addPriorities(QBoxLayout& row, const char* name, const QString& what, Priority now,
                       const std::function<void(Priority)>& chosen);
    void addRemove(QBoxLayout& row, const char* name, const QString& what, const std::function<void()>& remove);
    void follow(const QFuture<Result<service::Receipt>>& deed, const QString& sentence);

    HouseDoor& m_house;
    service::LearnedDesk& m_desk;
    service::LearnedView m_view;
    SettingsColumn* m_page{nullptr};
    QWidget* m_holder{nullptr};
    QVBoxLayout* m_rows{nullptr};
    QVBoxLayout* m_suggestionGroup{nullptr};
    QVBoxLayout* m_ruleGroup{nullptr};
    QVBoxLayout* m_markGroup{nullptr};
    qsizetype m_focusPlace{-1};  ///< among what can be tabbed to, while a new view is not there yet
    bool m_allMarks{false};
    bool m_underWay{false};
    bool m_again{false};
};

}  // namespace kith::ui
