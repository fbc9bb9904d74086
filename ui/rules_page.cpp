// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/rules_page.h"

#include "ui/bring_home.h"
#include "ui/buttons.h"
#include "ui/empty_state.h"
#include "ui/house_door.h"
#include "ui/nav_item.h"
#include "ui/rule_editor.h"
#include "ui/rule_questions.h"
#include "ui/rule_texts.h"
#include "ui/rule_trial_view.h"
#include "ui/text_label.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QListView>
#include <QLocale>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace kith::ui {

namespace {

enum RulesShown { FormShown, QuestionsShown, NoRules };
constexpr qint64 runsUnasked = 100;

bool saysTheSame(const Rule& a, const Rule& b) {
    return a.name == b.name && a.enabled == b.enabled && a.stop == b.stop && a.when == b.when && a.then == b.then;
}

RuleLine lineOf(const Rule& rule, qint64 acted, bool unsaved) {
    const QString then = RuleTexts::actions(rule.then);
    const QString when = RuleTexts::condition(rule.when);
    if (rule.name.isEmpty()) {
        return {rule.id, RulesPage::tr("New rule"), {}, rule.enabled, unsaved, acted};
    }
    return {rule.id,
            rule.name,
            rule.name.compare(when, Qt::CaseInsensitive) == 0 ? then : when + QStringLiteral(" → ") + then,
            rule.enabled,
            unsaved,
            acted};
}

}  // namespace

RulesPage::RulesPage(const Theme& theme, HouseDoor& house, service::RulesDesk& desk, const Seams& seams,
                     QWidget* parent)
    : PlacePage(theme, parent)
    , m_house(house)
    , m_desk(desk)
    , m_seams(seams) {
    setObjectName(QStringLiteral("rulesPage"));
    setAccessibleName(tr("Rules"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildHead());
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(buildList());
    row->addWidget(buildForm(), 1);
    column->addLayout(row, 1);
    m_trialLater.setSingleShot(true);
    connectParts();
    m_stack->setCurrentIndex(NoRules);
    setFocusProxy(m_list);
}

RulesPage::~RulesPage() {
    m_trialStop.request_stop();
    m_runStop.request_stop();
}

void RulesPage::arrive() {
    lookAgain();
}

void RulesPage::leave() {
    m_trialStop.request_stop();
}

void RulesPage::show(const QString& part) {
    if (part == QLatin1String("new")) {
        startNew();
        return;
    }
    m_wanted = part;
}

void RulesPage::lookAgain() {
    const int asked = ++m_viewAsked;
    bringHome(this, m_desk.view(), [this, asked](const Result<service::RulesView>& view) {
        if (asked != m_viewAsked) {
            return;
        }
        if (!view) {
            complain(view.error());
            return;
        }
        take(*view);
    });
}

void RulesPage::take(service::RulesView view) {
    const bool first = !m_chosen;
    m_view = std::move(view);
    m_editor->setLabels(m_view.labels);
    m_mode->setCurrentIndex(m_mode->findData(static_cast<int>(m_view.mode)));
    const auto asks = std::count_if(m_view.waiting.begin(), m_view.waiting.end(),
                                    [](const service::WaitingDeed& deed) { return !deed.delayed; });
    m_waiting->setCount(static_cast<int>(m_view.waiting.size()));
    m_waiting->setVisible(!m_view.waiting.empty());
    m_questions->setWaiting(m_view.waiting);
    const auto on = std::count_if(m_view.rules.begin(), m_view.rules.end(),
                                  [](const service::RuleStanding& one) { return one.rule.enabled; });
    m_facts->setText(m_view.rules.empty() ? QString() : tr("%1 of %2 on").arg(on).arg(m_view.rules.size()));
    showLines();
    const bool questions = m_wanted == QLatin1String("questions") || (first && m_wanted.isEmpty() && asks > 0) ||
                           (m_stack->currentIndex() == QuestionsShown && !m_view.waiting.empty());
    const RuleId wanted = m_wanted.toLongLong() > 0 ? RuleId{m_wanted.toLongLong()} : m_current;
    m_wanted.clear();
    if (questions) {
        showQuestions();
    } else if (m_model->rowCount() == 0) {
        m_chosen = false;
        m_nothing->say(
            tr("No rules yet. A rule does by itself what you do by hand with the same kind of mail each time."),
            tr("Write a rule"));
        m_stack->setCurrentIndex(NoRules);
    } else {
        const RuleLine* line = m_model->at(std::max(0, m_model->rowOf(wanted)));
        choose(line->id);
    }
}

void RulesPage::showLines() {
    std::vector<RuleLine> lines;
    for (const service::RuleStanding& one : m_view.rules) {
        const auto unsaved = m_unsaved.find(one.rule.id.value);
        const bool differs = unsaved != m_unsaved.end();
        lines.push_back(lineOf(differs ? unsaved->second : one.rule, one.acted, differs));
        lines.back().enabled = one.rule.enabled;
    }
    if (const auto fresh = m_unsaved.find(0); fresh != m_unsaved.end()) {
        lines.push_back(lineOf(fresh->second, 0, true));
    }
    const QSignalBlocker quiet(m_list->selectionModel());
    m_model->setLines(std::move(lines));
}

const Rule* RulesPage::stored(RuleId id) const {
    const auto found = std::find_if(m_view.rules.begin(), m_view.rules.end(),
                                    [id](const service::RuleStanding& one) { return one.rule.id == id; });
    return found == m_view.rules.end() ? nullptr : &found->rule;
}

void RulesPage::choose(RuleId id) {
    const bool same = m_chosen && id == m_current && m_stack->currentIndex() == FormShown;
    m_current = id;
    m_chosen = true;
    m_waiting->setChecked(false);
    m_stack->setCurrentIndex(FormShown);
    if (const QModelIndex index = m_model->index(m_model->rowOf(id)); index != m_list->currentIndex()) {
        const QSignalBlocker quiet(m_list->selectionModel());
        m_list->setCurrentIndex(index);
        m_list->viewport()->update();
    }
    const auto unsaved = m_unsaved.find(id.value);
    const Rule* kept = stored(id);
    const Rule wanted = unsaved != m_unsaved.end() ? unsaved->second : kept ? *kept : Rule{};
    if (!same || !saysTheSame(m_editor->rule(), wanted)) {
        m_editor->setRule(wanted);
        m_trialLater.start(0);
    }
    refreshFoot();
}

void RulesPage::showQuestions() {
    m_waiting->setChecked(true);
    m_chosen = true;
    m_list->clearSelection();
    m_stack->setCurrentIndex(QuestionsShown);
}

void RulesPage::refreshFoot() {
    const bool unsaved = m_unsaved.contains(m_current.value);
    const Rule* kept = stored(m_current);
    m_save->setEnabled(unsaved);
    m_discard->setVisible(unsaved);
    m_run->setText(m_running ? tr("Stop") : tr("Run on past mail"));
    m_run->setEnabled(m_running || (kept && kept->enabled && !unsaved));
    m_run->setToolTip(m_running || m_run->isEnabled() ? QString()
                      : unsaved                       ? tr("Save it first.")
                                                      : tr("Switch it on first."));
}

void RulesPage::onEdited() {
    const Rule now = m_editor->rule();
    const Rule* kept = stored(m_current);
    if (kept && saysTheSame(*kept, now)) {
        m_unsaved.erase(m_current.value);
    } else {
        m_unsaved[m_current.value] = now;
    }
    showLines();
    refreshFoot();
    m_trialStop.request_stop();
    m_trialLater.start(trialPause);
}

void RulesPage::tryOut(qint64 limit) {
    m_trialLater.stop();
    m_trialStop.request_stop();
    const int asked = ++m_trialAsked;
    if (!m_editor->isFilled()) {
        m_editor->setProblem({});
        m_trial->showUnfilled();
        return;
    }
    m_trialStop = {};
    m_trial->showTrying();
    bringHome(this, m_desk.tryOut(m_editor->rule(), limit, m_trialStop.get_token()),
              [this, asked, limit](const Result<service::RuleTrial>& trial) {
                  if (asked != m_trialAsked || (!trial && trial.error().kind == ErrorKind::Cancelled)) {
                      return;
                  }
                  if (!trial) {
                      m_trial->showProblem(trial.error());
                      return;
                  }
                  const bool everything = limit == 0 || trial->run.lookedAt < limit;
                  m_editor->setProblem(trial->refused);
                  m_trial->show(*trial, everything);
                  m_matches = trial->run.rules.empty() ? 0 : trial->run.rules.front().matches;
                  m_tried = RuleTexts::matches(m_matches, trial->run.lookedAt, everything);
              });
}

void RulesPage::save() {
    if (!m_chosen || !m_unsaved.contains(m_current.value) || m_stack->currentIndex() != FormShown) {
        return;
    }
    const Rule rule = m_editor->rule();
    bringHome(this, m_desk.save(rule), [this, id = rule.id](const Result<service::SavedRule>& saved) {
        if (!saved) {
            if (saved.error().kind == ErrorKind::Malformed && id == m_current) {
                service::RulePlace place = service::rulePlaceOf(saved.error());
                m_editor->setProblem(place);
            }
            complain(saved.error());
            return;
        }
        m_unsaved.erase(id.value);
        m_wanted = QString::number(saved->rule.id.value);
        Q_EMIT said(
            {QStringLiteral("check"), tr("Saved %1.").arg(RuleTexts::named(saved->rule.name)), saved->receipt.change});
        lookAgain();
    });
}

void RulesPage::startNew() {
    if (!m_unsaved.contains(0)) {
        m_unsaved[0] = Rule{};
        m_unsaved[0].then = {{RuleActionKind::Label, {}, {}, {}, {}, {}, {}}};
    }
    showLines();
    choose({});
    m_editor->start();
}

void RulesPage::discard() {
    m_unsaved.erase(m_current.value);
    showLines();
    take(m_view);
    m_list->setFocus();
}

void RulesPage::removeCurrent() {
    if (!m_chosen || m_stack->currentIndex() != FormShown) {
        return;
    }
    if (!m_current) {
        discard();
        return;
    }
    const Rule* kept = stored(m_current);
    m_unsaved.erase(m_current.value);
    follow(m_desk.remove(m_current), QStringLiteral("trash-2"),
           tr("Deleted %1. What it did stays done.").arg(RuleTexts::named(kept ? kept->name : QString())));
}

void RulesPage::moveCurrent(int by) {
    const int row = m_model->rowOf(m_current);
    const int place = row + by;
    if (!m_current || row < 0 || place < 0 || place >= static_cast<int>(m_view.rules.size())) {
        return;
    }
    follow(m_desk.move(m_current, place), QStringLiteral("check"), tr("Moved to place %1.").arg(place + 1));
}

void RulesPage::toggle(const QModelIndex& index) {
    const RuleLine* line = m_model->at(index.row());
    if (!line || !line->id) {
        return;
    }
    const bool on = !line->enabled;
    follow(m_desk.enable(line->id, on), QStringLiteral("check"),
           on ? tr("%1 is on.").arg(RuleTexts::named(line->name)) : tr("%1 is off.").arg(RuleTexts::named(line->name)));
}

void RulesPage::askAndRun() {
    if (m_running) {
        m_runStop.request_stop();
        return;
    }
    const Rule* kept = stored(m_current);
    if (kept &&
        (m_matches <= runsUnasked ||
         m_seams.confirm(
             this, tr("Run %1 on all past mail?\n%2. You can undo it.").arg(RuleTexts::named(kept->name), m_tried),
             tr("Run")))) {
        run();
    }
}

void RulesPage::run() {
    m_runStop = {};
    m_running = true;
    refreshFoot();
    bringHome(this, m_desk.run(m_current, m_runStop.get_token()), [this](const Result<service::RuleRun>& ran) {
        m_running = false;
        refreshFoot();
        if (!ran) {
            complain(ran.error());
            return;
        }
        Q_EMIT said({QStringLiteral("check"), RuleTexts::ran(*ran), ran->change});
        lookAgain();
        tryOut(triedOn);
    });
}

void RulesPage::follow(const QFuture<Result<service::Receipt>>& deed, const QString& icon, const QString& sentence) {
    bringHome(this, deed, [this, icon, sentence](const Result<service::Receipt>& receipt) {
        if (receipt) {
            Q_EMIT said({icon, sentence, receipt->change});
        } else {
            complain(receipt.error());
        }
        lookAgain();
    });
}

void RulesPage::complain(const Error& error) {
    const bool words = error.kind == ErrorKind::Malformed;
    const QString sentence = words ? service::rulePlaceOf(error).sentence : RuleTexts::problem(error);
    Q_EMIT said({QStringLiteral("triangle-alert"), sentence, {}});
}

bool RulesPage::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Space) {
            toggle(m_list->currentIndex());
            return true;
        }
        if (key == Qt::Key_Return && m_stack->currentIndex() == FormShown) {
            m_editor->start();
            return true;
        }
    }
    return PlacePage::eventFilter(watched, event);
}

}  // namespace kith::ui
