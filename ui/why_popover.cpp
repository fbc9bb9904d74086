// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/why_popover.h"

#include "ui/buttons.h"
#include "ui/contribution_bars.h"
#include "ui/elided_label.h"
#include "ui/message_words.h"
#include "ui/others_list.h"
#include "ui/priority_mark.h"
#include "ui/scope_choice.h"
#include "ui/suggestion_card.h"

#include <QHBoxLayout>
#include <QJsonDocument>
#include <QJsonObject>
#include <QKeyEvent>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace kith::ui {

namespace {

constexpr int titleMark = 28;
constexpr int questionHeight = 28;
constexpr double worthNaming = 0.005;  // rounds to 1 %

constexpr int whySide = 20;

void insetPart(QVBoxLayout& column, QWidget* part) {
    auto* row = new QHBoxLayout;
    row->setContentsMargins(whySide, 0, whySide, 0);
    row->addWidget(part);
    column.addLayout(row);
}

QHBoxLayout* whyRow(QVBoxLayout& column, int spacing) {
    auto* row = new QHBoxLayout;
    row->setContentsMargins(whySide, 0, whySide, 0);
    row->setSpacing(spacing);
    column.addLayout(row);
    return row;
}

TextLabel* whyLabel(const Theme& theme, QWidget* parent, TextStyle style, Role role) {
    auto* label = new TextLabel(theme, parent, style, role);
    label->setWordWrap(true);
    return label;
}

QString percent(double share) {
    return QString::number(std::lround(share * 100));
}

}  // namespace

QString WhyWords::title(const Decision& decision) {
    const QString key = QString::number(shownKey(decision.priority));
    return decision.decidedBy == DecidedBy::User ? tr("Priority %1 · set by you").arg(key)
                                                 : tr("Priority %1 · %2 %").arg(key, percent(decision.confidence));
}

QString WhyWords::alternatives(const Decision& decision) {
    std::vector<Priority> others;
    for (int stored = 0; stored < 5; ++stored) {
        if (stored != static_cast<int>(decision.priority) &&
            decision.bandProbability[static_cast<size_t>(stored)] >= worthNaming) {
            others.push_back(static_cast<Priority>(stored));
        }
    }
    const auto share = [&](Priority p) { return decision.bandProbability[static_cast<size_t>(p)]; };
    std::stable_sort(others.begin(), others.end(), [&](Priority a, Priority b) { return share(a) > share(b); });
    if (others.empty() || decision.decidedBy == DecidedBy::User) {
        return {};
    }
    const QString first = tr("Else %1 with %2 %").arg(shownKey(others[0])).arg(percent(share(others[0])));
    return others.size() == 1
               ? first
               : tr("%1, or %2 with %3 %").arg(first).arg(shownKey(others[1])).arg(percent(share(others[1])));
}

QString WhyWords::origin(const Decision& decision, QDate today) {
    const QString day = MessageWords::time(decision.decidedAt, today);
    switch (decision.decidedBy) {
    case DecidedBy::Model:
    case DecidedBy::Cache: {
        const QJsonObject model = QJsonDocument::fromJson(decision.modelRecord).object();
        const QString version = model.value(QStringLiteral("prompt_version")).toVariant().toString();
        return version.isEmpty() ? tr("Decided by the model, %1.").arg(day)
                                 : tr("Decided by the model, prompt %1, %2.").arg(version, day);
    }
    case DecidedBy::Rule:
        return tr("Decided by your rule %1, %2.").arg(decision.rules.value(0), day);
    case DecidedBy::User:
        return tr("Decided by you, %1.").arg(day);
    case DecidedBy::Local:
        break;
    }
    return tr("Decided on this computer, ranker %1, %2.").arg(decision.rankerVersion, day);
}

WhyPopover::WhyPopover(const Theme& theme, QWidget* parent)
    : Popover(theme, parent)
    , m_theme(theme) {
    setObjectName(QStringLiteral("whyPopover"));
    setAccessibleName(tr("Why this priority"));
    bodyLayout()->setContentsMargins(0, 12, 0, 12);
    bodyLayout()->setSpacing(0);
    footLayout()->setContentsMargins(0, space::two, 0, space::two);
    footLayout()->setSpacing(0);
    buildHead();
    bodyLayout()->addSpacing(12);
    insetPart(*bodyLayout(), new Hairline(theme, body(), Role::PopoverLine));
    bodyLayout()->addSpacing(space::one);
    m_bars = new ContributionBars(theme, body());
    insetPart(*bodyLayout(), m_bars);
    bodyLayout()->addSpacing(space::one);
    insetPart(*bodyLayout(), new Hairline(theme, body(), Role::PopoverLine));
    bodyLayout()->addSpacing(12);
    buildOrigin();
    m_suggestions = new QWidget(body());
    m_suggestions->setLayout(new QVBoxLayout);
    m_suggestions->layout()->setContentsMargins(0, 0, 0, 0);
    insetPart(*bodyLayout(), m_suggestions);
    buildQuestion();
    buildScope();
    setTabOrder(m_right, body()->findChild<QWidget*>(QStringLiteral("whyClose")));  // the reasons come first
    connect(m_bars, &ContributionBars::evidenceActivated, this,
            [this](int start, int end) { Q_EMIT evidenceActivated(m_decision.message, start, end); });
}

Button* WhyPopover::addButton(QHBoxLayout& row, const char* objectName, const QString& text) {
    auto* button = new Button(m_theme, row.parentWidget());
    button->setObjectName(QLatin1String(objectName));
    button->setText(text);
    button->setButtonSize(ButtonSize::Small);
    row.addWidget(button);
    return button;
}

void WhyPopover::buildHead() {
    QHBoxLayout* row = whyRow(*bodyLayout(), 12);
    m_mark = new PriorityMark(m_theme, body());
    m_mark->setMarkSize(titleMark);
    row->addWidget(m_mark);
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    m_title = whyLabel(m_theme, body(), TextStyle::LeadStrong, Role::Text);
    m_title->setObjectName(QStringLiteral("whyTitle"));
    m_alternatives = whyLabel(m_theme, body(), TextStyle::Body, Role::Text3);
    m_alternatives->setObjectName(QStringLiteral("whyAlternatives"));
    words->addWidget(m_title);
    words->addWidget(m_alternatives);
    row->addLayout(words, 1);
    auto* shut = new IconButton(m_theme, body());
    shut->setObjectName(QStringLiteral("whyClose"));
    shut->setFace(QStringLiteral("x"), tr("Close"), QKeySequence(Qt::Key_Escape));
    connect(shut, &QAbstractButton::clicked, this, &QWidget::close);
    row->addWidget(shut, 0, Qt::AlignTop);
    row->setContentsMargins(whySide, 0, space::one, 0);
}

void WhyPopover::buildOrigin() {
    m_origin = whyLabel(m_theme, body(), TextStyle::Caption, Role::Text3);
    m_origin->setObjectName(QStringLiteral("whyOrigin"));
    insetPart(*bodyLayout(), m_origin);
    QHBoxLayout* row = whyRow(*bodyLayout(), space::two);
    row->addStretch();
    m_replay = addButton(*row, "whyReplay", tr("Replay"));
    m_sent = addButton(*row, "whySent", tr("What was sent"));
    for (Button* link : {m_replay, m_sent}) {
        link->setKind(ButtonKind::Link);
    }
    m_replay->setToolTip(tr("Decides again from what was stored"));
    connect(m_replay, &QAbstractButton::clicked, this, [this] { Q_EMIT replayRequested(m_decision.message); });
    connect(m_sent, &QAbstractButton::clicked, this, [this] { Q_EMIT sentRequested(m_decision.message); });
}

void WhyPopover::buildQuestion() {
    QHBoxLayout* first = whyRow(*footLayout(), 0);
    auto* question = whyLabel(m_theme, this, TextStyle::BodyMedium, Role::Text);
    question->setText(tr("Is that right?"));
    first->addWidget(question, 1);
    m_right = addButton(*first, "whyRight", tr("Right"));
    m_right->setIconName(QStringLiteral("check"));
    m_right->setKeys(QKeySequence(Qt::Key_Y));
    connect(m_right, &QAbstractButton::clicked, this, &WhyPopover::confirm);
    footLayout()->addSpacing(space::half);
    QHBoxLayout* second = whyRow(*footLayout(), 0);
    auto* no = whyLabel(m_theme, this, TextStyle::BodyMedium, Role::Text);
    no->setText(tr("No, it is"));
    no->setMinimumHeight(m_theme.scaled(questionHeight));
    second->addWidget(no, 1);
    m_chooser = new PriorityChooser(m_theme, this);
    m_chooser->setObjectName(QStringLiteral("whyChooser"));
    connect(m_chooser, &PriorityChooser::chose, this, &WhyPopover::choose);
    second->addWidget(m_chooser);
}

void WhyPopover::buildScope() {
    m_scopePart = new QWidget(this);
    m_scopePart->setObjectName(QStringLiteral("whyScope"));
    footLayout()->addWidget(m_scopePart);
    auto* column = new QVBoxLayout(m_scopePart);
    column->setContentsMargins(0, space::one, 0, 0);
    column->setSpacing(0);
    QHBoxLayout* head = whyRow(*column, space::one);
    m_scopeTitle = whyLabel(m_theme, m_scopePart, TextStyle::CaptionStrong, Role::Text3);
    auto* agrees = new TextLabel(m_theme, m_scopePart, TextStyle::Caption, Role::Text3);
    agrees->setText(tr("agrees with past mail"));
    head->addWidget(m_scopeTitle, 1);
    head->addWidget(agrees);
    column->addSpacing(space::half);
    m_scopes = new ScopeChoice(m_theme, m_scopePart);
    connect(m_scopes, &ScopeChoice::changed, this, &WhyPopover::showOthers);
    auto* scopes = new QHBoxLayout;
    scopes->setContentsMargins(whySide - 4, 0, whySide - 4, 0);  // the lines keep 4 px for the ring of the keyboard
    scopes->addWidget(m_scopes);
    column->addLayout(scopes);
    m_othersList = new OthersList(m_theme, m_scopePart);
    m_othersList->hide();
    connect(m_othersList, &OthersList::opened, this, [this](ThreadId thread) {
        close();
        Q_EMIT otherOpened(thread);
    });
    auto* list = new QHBoxLayout;
    list->setContentsMargins(whySide - 4, space::half, whySide - 4, 0);
    list->addWidget(m_othersList);
    column->addLayout(list);
    column->addSpacing(12);
    QHBoxLayout* foot = whyRow(*column, space::half);
    m_others = addButton(*foot, "whyOthers", {});
    m_others->setKind(ButtonKind::Link);
    connect(m_others, &QAbstractButton::clicked, this, [this] {
        m_othersList->setVisible(m_othersList->isHidden());
        showOthers();
        m_othersList->setFocus(Qt::OtherFocusReason);
        fit();
    });
    foot->addStretch();
    Button* cancel = addButton(*foot, "whyCancel", tr("Cancel"));
    cancel->setKind(ButtonKind::Flat);
    connect(cancel, &QAbstractButton::clicked, this, [this] { openScope(false); });
    Button* keep = addButton(*foot, "whySave", tr("Save"));
    keep->setKind(ButtonKind::Primary);
    keep->setKeys(QKeySequence(Qt::Key_Return));
    connect(keep, &QAbstractButton::clicked, this, &WhyPopover::save);
}

void WhyPopover::explain(const Decision& decision, const Address& sender, Certainty certainty, const QString& text) {
    m_decision = decision;
    m_sender = sender;
    m_mark->setMark(decision.priority, certainty);
    m_title->setText(WhyWords::title(decision));
    m_alternatives->setText(WhyWords::alternatives(decision));
    m_alternatives->setVisible(!m_alternatives->text().isEmpty());
    m_bars->setBars(effectBars(decision, m_theme.textScale() > 1.4 ? 4 : 7, text));
    m_origin->setText(WhyWords::origin(decision, m_today.isValid() ? m_today : QDate::currentDate()));
    m_replay->setText(tr("Replay"));
    m_replay->setEnabled(decision.decidedBy != DecidedBy::User);
    const bool nothingSent = decision.modelRecord.isEmpty();
    m_sent->setEnabled(!nothingSent);
    m_sent->setToolTip(nothingSent ? tr("Nothing was sent: this was decided on this computer") : QString());
    m_chooser->setCurrent(decision.priority);
    openScope(false);
}

void WhyPopover::setToday(QDate today) {
    m_today = today;
}

void WhyPopover::setSuggestions(const std::vector<storage::StoredSuggestion>& suggestions) {
    for (const storage::StoredSuggestion& one : suggestions) {
        auto* card = new SuggestionCard(m_theme, one, m_theme.scaled(contentWidth) - 2 * whySide, m_suggestions);
        m_suggestions->layout()->addWidget(card);
        connect(card, &SuggestionCard::answered, this, [this](qint64 suggestion, bool apply) {
            close();
            Q_EMIT suggestionAnswered(suggestion, apply);
        });
    }
    fit();
}

void WhyPopover::choose(Priority priority) {
    if (priority == m_decision.priority) {
        confirm();
        return;
    }
    m_assigned = priority;
    m_chooser->setChosen(priority);
    m_scopes->reset(m_sender);
    m_scopeTitle->setText(tr("Make it %1 for").arg(shownKey(priority)));
    openScope(true);
    m_scopes->focusChosen();
    Q_EMIT previewRequested(m_decision.message, priority);
}

void WhyPopover::openScope(bool open) {
    if (!open) {
        m_assigned.reset();
        m_chooser->setChosen(std::nullopt);
    }
    m_scopePart->setVisible(open);
    showOthers();
    fit();
    if (!open && isVisible()) {
        m_right->setFocus(Qt::OtherFocusReason);
    }
}

void WhyPopover::fit() {
    constexpr int shadow = 24;
    setFixedWidth(m_theme.scaled(contentWidth) + 2 * shadow);
    layout()->invalidate();
    const int wanted = layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width()) : sizeHint().height();
    resize(width(), wanted);
    const QRect room = screen()->availableGeometry();
    if (isVisible() && y() + height() - shadow > room.bottom()) {
        move(x(), std::max(room.top(), room.bottom() - height() + shadow));
    }
}

void WhyPopover::showEvent(QShowEvent* event) {
    Popover::showEvent(event);
    fit();
}

void WhyPopover::showOthers() {
    const auto* effect = m_scopes->effect();
    const int others = effect == nullptr ? 0 : effect->messages - effect->agree;
    m_others->setVisible(others > 0 && !effect->disagreeing.empty());
    if (m_others->isHidden()) {
        m_othersList->hide();
    } else if (!m_othersList->isHidden()) {
        m_othersList->show(effect->disagreeing, others);
    }
    m_others->setText(!m_othersList->isHidden() ? tr("Hide the list")
                      : others == 1             ? tr("Show the other")
                                                : tr("Show the other %n", nullptr, others));
    m_others->updateGeometry();
}

void WhyPopover::setPreview(const service::FeedbackPreview& preview) {
    if (m_assigned) {
        m_scopes->setPreview(preview);
    }
}

void WhyPopover::setReplay(bool same) {
    m_replay->setText(same ? tr("Same again") : tr("Came out otherwise"));
    m_replay->updateGeometry();
}

void WhyPopover::confirm() {
    Q_EMIT confirmed(m_decision.message);
    close();
}

void WhyPopover::save() {
    if (!m_assigned) {
        return;
    }
    Feedback feedback;
    feedback.message = m_decision.message;
    feedback.assigned = *m_assigned;
    feedback.suggested = m_decision.priority;
    feedback.scope = m_scopes->chosen();
    Q_EMIT corrected(feedback);
    close();
}

void WhyPopover::keyPressEvent(QKeyEvent* event) {
    const int key = event->key();
    const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (plain && key == Qt::Key_Y) {
        confirm();
    } else if (plain && key >= Qt::Key_1 && key <= Qt::Key_5) {
        choose(static_cast<Priority>(5 - (key - Qt::Key_0)));
    } else if (plain && (key == Qt::Key_Return || key == Qt::Key_Enter) && m_assigned) {
        save();
    } else {
        Popover::keyPressEvent(event);
    }
}

}  // namespace kith::ui
