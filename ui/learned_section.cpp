// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/learned_section.h"

#include "ui/bring_home.h"
#include "ui/buttons.h"
#include "ui/elided_label.h"
#include "ui/fact_row.h"
#include "ui/house_door.h"
#include "ui/learned_words.h"
#include "ui/paragraph.h"
#include "ui/priority_mark.h"
#include "ui/settings_column.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace kith::ui {

namespace {

/// What can be tabbed to, in the order in which it was made.
QList<QWidget*> stopsIn(const QWidget& holder) {
    QList<QWidget*> stops = holder.findChildren<QWidget*>();
    stops.removeIf([](QWidget* one) { return (one->focusPolicy() & Qt::TabFocus) == 0 || !one->isEnabled(); });
    return stops;
}

}  // namespace

LearnedSection::LearnedSection(const Theme& theme, HouseDoor& house, service::LearnedDesk& desk, QWidget* parent)
    : PlacePage(theme, parent)
    , m_house(house)
    , m_desk(desk) {
    setObjectName(QStringLiteral("learnedSection"));
    setAccessibleName(tr("Learned"));
    build();
    connect(&house, &HouseDoor::changed, this, [this] {
        if (isVisible()) {
            lookAgain();
        }
    });
}

void LearnedSection::build() {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    m_page = new SettingsColumn(theme(), this, tr("Learned"), 720);
    column->addWidget(m_page);
    m_page->addParagraph(tr("What Kith concluded from your words. Whatever you change or take away here is forgotten "
                            "as if it had never been said, and can be undone."));
    m_holder = new QWidget(m_page->holder());
    m_rows = new QVBoxLayout(m_holder);
    m_rows->setContentsMargins(0, 0, 0, space::screen);
    m_rows->setSpacing(0);
    m_page->column().addWidget(m_holder);
    m_page->column().addStretch();
}

void LearnedSection::arrive() {
    lookAgain();
}

/// One question at a time: the answer takes the whole mailbox to find.
void LearnedSection::lookAgain() {
    if (m_underWay) {
        m_again = true;
        return;
    }
    m_underWay = true;
    bringHome(this, m_desk.view(), [this](const Result<service::LearnedView>& view) {
        m_underWay = false;
        if (view) {
            showView(*view);
        } else {
            Q_EMIT said({QStringLiteral("triangle-alert"),
                         tr("What was learned could not be read: %1").arg(view.error().detail),
                         {}});
        }
        if (std::exchange(m_again, false)) {
            lookAgain();
        }
    });
}

QVBoxLayout* LearnedSection::addGroup(const QString& title) {
    auto* heading = new TextLabel(theme(), m_holder, TextStyle::LeadStrong);
    heading->setText(title);
    auto* group = new QVBoxLayout;
    group->setSpacing(space::two);
    m_rows->addSpacing(space::two);
    m_rows->addWidget(heading);
    m_rows->addSpacing(space::one);
    m_rows->addLayout(group);
    m_rows->addSpacing(space::one);
    return group;
}

QBoxLayout* LearnedSection::addLine(QVBoxLayout& group, const char* name, const QString& words, const QString& below) {
    auto* line = new QWidget(m_holder);
    line->setObjectName(QLatin1String(name));
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::one);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(0);
    auto* sentence = new Paragraph(theme(), line, TextStyle::BodyMedium, Role::Text);
    sentence->setText(words);
    texts->addWidget(sentence);
    auto* caption = new Paragraph(theme(), line, TextStyle::Caption, Role::Text2);
    caption->setText(below);
    texts->addWidget(caption);
    row->addLayout(texts, 1);
    group.addWidget(line);
    return row;
}

void LearnedSection::addPriorities(QBoxLayout& row, const char* name, const QString& what, Priority now,
                                   const std::function<void(Priority)>& chosen) {
    auto* box = new QComboBox(row.parentWidget());
    box->setObjectName(QLatin1String(name));
    box->setAccessibleName(tr("Priority: %1").arg(what));
    for (int priority = 4; priority >= 0; --priority) {
        box->addItem(PriorityWords::name(static_cast<Priority>(priority)), priority);
    }
    box->setCurrentIndex(box->findData(static_cast<int>(now)));
    connect(box, &QComboBox::activated, this, [box, now, chosen] {
        if (const auto picked = static_cast<Priority>(box->currentData().toInt()); picked != now) {
            chosen(picked);
        }
    });
    row.addWidget(box, 0, Qt::AlignTop);
}

void LearnedSection::addRemove(QBoxLayout& row, const char* name, const QString& what,
                               const std::function<void()>& remove) {
    auto* away = new IconButton(theme(), row.parentWidget());
    away->setObjectName(QLatin1String(name));
    away->setFace(QStringLiteral("trash-2"), tr("Forget: %1").arg(what));
    connect(away, &QAbstractButton::clicked, this, [remove] { remove(); });
    row.addWidget(away, 0, Qt::AlignTop);
}

/// Whoever worked in it by keys goes on at the same place.
void LearnedSection::showView(const service::LearnedView& view) {
    if (m_focusPlace < 0) {  // else a view came before the last one was tabbed to
        m_focusPlace = stopsIn(*m_holder).indexOf(window()->focusWidget());
    }
    fill(view);
    if (m_focusPlace >= 0) {
        QTimer::singleShot(0, m_holder, [this] {
            const QList<QWidget*> stops = stopsIn(*m_holder);
            const qsizetype place = std::exchange(m_focusPlace, -1);
            if (!stops.isEmpty()) {
                stops[std::min(place, stops.size() - 1)]->setFocus(Qt::OtherFocusReason);
            }
        });
    }
}

void LearnedSection::fill(const service::LearnedView& view) {
    m_view = view;
    auto* old = m_holder;
    m_holder = new QWidget(m_page->holder());
    m_rows = new QVBoxLayout(m_holder);
    m_rows->setContentsMargins(0, 0, 0, space::screen);
    m_rows->setSpacing(0);
    delete m_page->column().replaceWidget(old, m_holder);
    old->hide();
    old->deleteLater();  // the button that was pressed is in it
    if (view.rules.empty() && view.marks.empty() && view.suggestions.empty()) {
        auto* nothing = new Paragraph(theme(), m_holder, TextStyle::Body, Role::Text2);
        nothing->setText(tr("Nothing yet. Press 1 to 5 on a message whose priority is wrong, and what follows from it "
                            "stands here."));
        auto* go = new Button(theme(), m_holder, ButtonKind::Link);
        go->setText(tr("Go to the inbox"));
        connect(go, &QAbstractButton::clicked, this, [this] { Q_EMIT goAsked(Place::Inbox); });
        m_rows->addWidget(nothing);
        m_rows->addWidget(go, 0, Qt::AlignLeft);
        return;
    }
    addSuggestions();
    if (!view.rules.empty()) {
        QVBoxLayout* group = addGroup(tr("Your rules about priority"));
        for (const service::PreferenceConflict& conflict : view.conflicts) {
            auto* words = new Paragraph(theme(), m_holder, TextStyle::Body, Role::Warn);
            words->setObjectName(QStringLiteral("learnedConflict"));
            words->setText(LearnedWords::conflict(conflict, view));
            group->addWidget(words);
        }
        m_ruleGroup = group;
        for (const service::LearnedRule& rule : view.rules) {
            addRule(rule);
        }
    }
    addMarks();
}

/// What is proposed first, then what is applied or set aside.
void LearnedSection::addSuggestions() {
    if (m_view.suggestions.empty()) {
        return;
    }
    m_suggestionGroup = addGroup(tr("Suggestions"));
    std::vector<storage::StoredSuggestion> ordered = m_view.suggestions;
    std::stable_partition(ordered.begin(), ordered.end(),
                          [](const storage::StoredSuggestion& one) { return one.state == QLatin1String("proposed"); });
    for (const storage::StoredSuggestion& one : ordered) {
        addSuggestion(one);
    }
    if (const QString shift = LearnedWords::shift(m_view.shift); !shift.isEmpty()) {
        auto* words = new Paragraph(theme(), m_holder, TextStyle::Caption, Role::Text2);
        words->setText(shift);
        m_suggestionGroup->addWidget(words);
    }
}

void LearnedSection::addSuggestion(const storage::StoredSuggestion& suggestion) {
    const bool applied = suggestion.state == QLatin1String("applied");
    const bool aside = suggestion.state == QLatin1String("dismissed");
    const QString words = LearnedWords::suggestion(suggestion);
    const QString backtest = LearnedWords::backtest(suggestion);
    QBoxLayout* row = addLine(*m_suggestionGroup, "learnedSuggestion", words,
                              applied ? tr("Applied. %1").arg(backtest)
                              : aside ? tr("Set aside. %1").arg(backtest)
                                      : backtest);
    const auto button = [&](const char* name, const QString& text, auto deed, const QString& sentence) {
        auto* one = new Button(theme(), row->parentWidget());
        one->setObjectName(QLatin1String(name));
        one->setText(text);
        connect(one, &QAbstractButton::clicked, this, [this, deed, sentence] { follow(deed(), sentence); });
        row->addWidget(one, 0, Qt::AlignTop);
    };
    const qint64 id = suggestion.id;
    if (applied) {
        button(
            "learnedRevert", tr("Revert"), [this, id] { return m_desk.revert(id); }, tr("Reverted: %1.").arg(words));
        return;
    }
    button(
        "learnedApply", tr("Apply"), [this, id] { return m_desk.apply(id); }, tr("Applied: %1.").arg(words));
    if (!aside) {
        button(
            "learnedNotNow", tr("Not now"), [this, id] { return m_desk.setAside(id); },
            tr("Set aside: %1.").arg(words));
    }
}

void LearnedSection::addRule(const service::LearnedRule& learned) {
    const PreferenceRule rule = learned.rule;
    const QString words = LearnedWords::rule(rule);
    QBoxLayout* row = addLine(*m_ruleGroup, "learnedRule", words, LearnedWords::effect(learned, m_view.lookedAt));
    const auto change = [this, index = learned.index, rule](const std::optional<PreferenceRule>& becomes,
                                                            const QString& sentence) {
        follow(m_desk.changeRule(index, rule, becomes), sentence);
    };
    if (rule.minPriority || rule.maxPriority) {
        addPriorities(*row, "learnedRulePriority", words, rule.minPriority ? *rule.minPriority : *rule.maxPriority,
                      [rule, change](Priority picked) {
                          PreferenceRule becomes = rule;
                          becomes.maxPriority = rule.minPriority && rule.minPriority != rule.maxPriority
                                                    ? rule.maxPriority
                                                : rule.maxPriority ? std::optional(picked)
                                                                   : std::nullopt;
                          becomes.minPriority = rule.minPriority ? std::optional(picked) : std::nullopt;
                          change(becomes, tr("Changed: %1.").arg(LearnedWords::rule(becomes)));
                      });
    }
    addRemove(*row, "learnedRuleRemove", words, [change, words] { change({}, tr("Forgotten: %1.").arg(words)); });
}

void LearnedSection::addMarks() {
    if (m_view.marks.empty()) {
        return;
    }
    m_markGroup = addGroup(tr("Your marks (%1)").arg(m_view.marksTotal));
    const size_t shown = m_allMarks ? m_view.marks.size() : std::min(m_view.marks.size(), marksShown);
    for (size_t at = 0; at < shown; ++at) {
        addMark(m_view.marks[at]);
    }
    if (shown < m_view.marks.size()) {
        auto* more = new Button(theme(), m_holder, ButtonKind::Link);
        more->setObjectName(QStringLiteral("learnedMore"));
        more->setText(tr("Show more"));
        connect(more, &QAbstractButton::clicked, this, [this] {
            m_allMarks = true;
            showView(service::LearnedView(m_view));
        });
        m_markGroup->addWidget(more, 0, Qt::AlignLeft);
    }
}

void LearnedSection::addMark(const service::LearnedMark& mark) {
    auto* line = new QWidget(m_holder);
    line->setObjectName(QStringLiteral("learnedMark"));
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::one);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(0);
    const QString subject = mark.subject.isEmpty() ? tr("(no subject)") : mark.subject;
    auto* mail = new ConversationLine(theme(), subject,
                                      mark.sender.name.isEmpty() ? mark.sender.address : mark.sender.name, line);
    connect(mail, &QAbstractButton::clicked, this, [this, thread = mark.thread] { Q_EMIT threadAsked(thread); });
    texts->addWidget(mail);
    auto* caption = new Paragraph(theme(), line, TextStyle::Caption, Role::Text2);
    caption->setText(LearnedWords::mark(mark, QDate::currentDate()));
    auto* indented = new QHBoxLayout;
    indented->addSpacing(space::pane);
    indented->addWidget(caption, 1);
    texts->addLayout(indented);
    row->addLayout(texts, 1);
    const FeedbackId id = mark.mark.id;
    addPriorities(*row, "learnedMarkPriority", subject, mark.mark.assigned, [this, id](Priority picked) {
        follow(m_desk.changeMark(id, picked), tr("The mark says %1 now.").arg(PriorityWords::name(picked)));
    });
    addRemove(*row, "learnedMarkRemove", subject,
              [this, id] { follow(m_desk.changeMark(id, {}), tr("The mark and what it taught are gone.")); });
    m_markGroup->addWidget(line);
}

void LearnedSection::follow(const QFuture<Result<service::Receipt>>& deed, const QString& sentence) {
    bringHome(this, deed, [this, sentence](const Result<service::Receipt>& receipt) {
        if (receipt) {
            Q_EMIT said({QStringLiteral("check"), sentence, receipt->change});
        } else {
            Q_EMIT said(
                {QStringLiteral("triangle-alert"), tr("That did not work: %1").arg(receipt.error().detail), {}});
        }
        lookAgain();
    });
}

}  // namespace kith::ui
