// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Rules: the list in its order, the chosen one as a form with what it would do beside it, and what rules ask.
#pragma once

#include "core/service/rules_desk.h"
#include "ui/place_page.h"
#include "ui/rule_model.h"
#include "ui/seams.h"

#include <QTimer>

#include <map>

class QBoxLayout;
class QComboBox;
class QListView;
class QStackedWidget;

namespace kith::ui {

class Button;
class EmptyState;
class HouseDoor;
class NavItem;
class RuleEditor;
class RuleQuestions;
class RuleTrialView;
class TextLabel;

class RulesPage : public PlacePage {
    Q_OBJECT
public:
    static constexpr int listWidth = 300;
    static constexpr int trialWidth = 300;
    /// Narrower than this the test stands below the form.
    static constexpr int besideFrom = 1040;
    /// Newest messages that a rule is tried on while it is written.
    static constexpr qint64 triedOn = 2000;
    static constexpr int trialPause = 250;  ///< ms without a key

    RulesPage(const Theme& theme, HouseDoor& house, service::RulesDesk& desk, const Seams& seams, QWidget* parent);
    ~RulesPage() override;

    void arrive() override;
    void leave() override;
    ShortcutContext keys() const override { return ShortcutContext::Rules; }
    /// A rule's id, "new" or "questions".
    void show(const QString& part) override;
    using PlacePage::show;

    void save();
    void startNew();
    void removeCurrent();
    /// In the order, by so many places.
    void moveCurrent(int by);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* buildHead();
    QWidget* buildList();
    QWidget* buildForm();
    QWidget* buildFoot();
    void connectParts();
    void lookAgain();
    void take(service::RulesView view);
    void showLines();
    void choose(RuleId id);
    void showQuestions();
    void refreshFoot();
    void onEdited();
    void discard();
    void tryOut(qint64 limit);
    void run();
    void askAndRun();
    void toggle(const QModelIndex& index);
    void follow(const QFuture<Result<service::Receipt>>& deed, const QString& icon, const QString& sentence);
    void complain(const Error& error);
    const Rule* stored(RuleId id) const;

    HouseDoor& m_house;
    service::RulesDesk& m_desk;
    const Seams& m_seams;
    service::RulesView m_view;
    std::map<qint64, Rule> m_unsaved;  ///< forms that differ from what is kept; 0: a new rule
    RuleId m_current;
    bool m_chosen{false};  ///< m_current means something, be it 0
    QString m_wanted;
    RuleModel* m_model{nullptr};
    RuleDelegate* m_delegate{nullptr};
    QListView* m_list{nullptr};
    NavItem* m_waiting{nullptr};
    QComboBox* m_mode{nullptr};
    TextLabel* m_facts{nullptr};
    QStackedWidget* m_stack{nullptr};
    QBoxLayout* m_body{nullptr};
    RuleEditor* m_editor{nullptr};
    RuleTrialView* m_trial{nullptr};
    RuleQuestions* m_questions{nullptr};
    EmptyState* m_nothing{nullptr};
    Button* m_save{nullptr};
    Button* m_discard{nullptr};
    Button* m_run{nullptr};
    Button* m_remove{nullptr};
    QTimer m_trialLater;
    std::stop_source m_trialStop;
    std::stop_source m_runStop;
    QString m_tried;  ///< what the test found, for the question before a run
    qint64 m_matches{0};
    int m_viewAsked{0};
    int m_trialAsked{0};
    bool m_running{false};
};

}  // namespace kith::ui
