// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/context_panel.h"

#include "ui/avatar.h"
#include "ui/elided_label.h"
#include "ui/fact_row.h"
#include "ui/letter_words.h"
#include "ui/message_words.h"
#include "ui/month_chart.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace kith::ui {

using service::FactView;
using service::SenderCard;

namespace {

constexpr int panelWidth = 320;
constexpr int personAvatar = 40;
constexpr size_t mostConversations = 6;

ElidedLabel* cardLabel(const Theme& theme, QWidget* parent, const QString& text, TextStyle style, Role role) {
    auto* label = new ElidedLabel(theme, parent, style, role);
    label->setText(text);
    return label;
}

QVBoxLayout* section(const Theme& theme, QWidget* content, QVBoxLayout& column) {
    column.addWidget(new Hairline(theme, content));
    auto* inner = new QVBoxLayout;
    inner->setContentsMargins(space::pane, space::two, space::pane, space::two);
    inner->setSpacing(0);
    column.addLayout(inner);
    return inner;
}

/// The address comes first, whether or not anybody stated it as a fact.
std::vector<FactView> factsToShow(const SenderCard& card) {
    std::vector<FactView> facts = card.facts;
    std::erase_if(facts, [&](const FactView& fact) {
        return fact.value.isEmpty() || (fact.field == QStringLiteral("name") && fact.value == card.address.name &&
                                        fact.origin != FactView::Origin::Conflict);
    });
    const bool hasEmail = std::any_of(facts.begin(), facts.end(),
                                      [](const FactView& fact) { return fact.field == QStringLiteral("email"); });
    if (!hasEmail && !card.address.address.isEmpty()) {
        facts.insert(facts.begin(),
                     {QStringLiteral("email"), card.address.address, FactView::Origin::Mail, 1.0, {}, -1, -1});
    }
    std::stable_partition(facts.begin(), facts.end(),
                          [](const FactView& fact) { return fact.field == QStringLiteral("email"); });
    return facts;
}

}  // namespace

QString BondWords::debt(const SenderCard& card) {
    const QString name = LetterWords::shortName(card.address);
    if (card.ownerOwes) {
        return tr("You owe %1 a reply").arg(name);
    }
    if (card.theyOwe) {
        return tr("%1 owes you a reply").arg(name);
    }
    return card.sentTo == 0 ? tr("You never wrote to this sender") : tr("Nobody owes a reply");
}

QString BondWords::traffic(const SenderCard& card, QDate today) {
    const int all = card.received + card.sentTo;
    if (card.sentTo == 0) {
        return all == 1 ? tr("1 message in all") : tr("%n messages in all", nullptr, all);
    }
    const int month = card.perMonth.empty() ? 0 : card.perMonth.back();
    const QString count = month == 1 ? tr("1 message this month") : tr("%n messages this month", nullptr, month);
    return tr("%1 · you wrote %2").arg(count, MessageWords::time(card.lastSent, today));
}

ContextPanel::ContextPanel(const Theme& theme, QWidget* parent)
    : QScrollArea(parent)
    , m_theme(theme) {
    setObjectName(QStringLiteral("contextPanel"));
    setAccessibleName(tr("The person behind the conversation"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMinimumWidth(panelWidth * 3 / 4);
    viewport()->setAutoFillBackground(false);
    connect(&theme, &Theme::changed, this, [this] { viewport()->update(); });
    showNothing();
}

QSize ContextPanel::sizeHint() const {
    return {panelWidth, 600};
}

QDate ContextPanel::today() const {
    return m_today.isValid() ? m_today : QDate::currentDate();
}

void ContextPanel::setToday(QDate today) {
    m_today = today;
}

void ContextPanel::freshContent() {
    m_content = new QWidget;
    m_content->setObjectName(QStringLiteral("card"));
    auto* column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
}

void ContextPanel::showNothing() {
    freshContent();
    setWidget(m_content);
    m_content->setAutoFillBackground(false);
}

void ContextPanel::showCard(const SenderCard& card) {
    freshContent();
    auto* column = static_cast<QVBoxLayout*>(m_content->layout());
    buildPerson(*column, card);
    buildBond(*column, card);
    if (!card.recent.empty()) {
        buildConversations(*column, card);
    }
    column->addStretch();
    setWidget(m_content);
    m_content->setAutoFillBackground(false);
}

void ContextPanel::buildPerson(QVBoxLayout& column, const SenderCard& card) {
    auto* head = new QHBoxLayout;
    head->setContentsMargins(space::pane, space::pane, space::pane, 12);
    head->setSpacing(12);
    auto* avatar = new Avatar(m_theme, m_content);
    avatar->setDiameter(personAvatar);
    avatar->setPerson(LetterWords::person(card.address));
    head->addWidget(avatar);
    auto* names = new QVBoxLayout;
    names->setSpacing(0);
    auto* name = cardLabel(m_theme, m_content, LetterWords::person(card.address), TextStyle::LeadStrong, Role::Text);
    name->setObjectName(QStringLiteral("personName"));
    names->addWidget(name);
    const QString who = !card.title.isEmpty() ? card.title : card.company;
    if (!who.isEmpty()) {
        names->addWidget(cardLabel(m_theme, m_content, who, TextStyle::Body, Role::Text2));
    }
    head->addLayout(names, 1);
    column.addLayout(head);
    auto* rows = new QVBoxLayout;
    rows->setContentsMargins(space::two, 0, space::two, 0);  // the ground under the pointer is 8 px wider
    rows->setSpacing(0);
    for (const FactView& fact : factsToShow(card)) {
        auto* row = new FactRow(m_theme, fact, m_content);
        connect(row, &QAbstractButton::clicked, this, [this, fact] { Q_EMIT factActivated(fact); });
        rows->addWidget(row);
    }
    column.addLayout(rows);
    auto* legend = new QVBoxLayout;
    legend->setContentsMargins(space::pane, space::one, space::pane, space::two);
    legend->addWidget(new FactLegend(m_theme, m_content));
    column.addLayout(legend);
}

void ContextPanel::buildBond(QVBoxLayout& column, const SenderCard& card) {
    QVBoxLayout* inner = section(m_theme, m_content, column);
    auto* debt = cardLabel(m_theme, m_content, BondWords::debt(card), TextStyle::BodyMedium, Role::Text);
    debt->setObjectName(QStringLiteral("debt"));
    inner->addWidget(debt);
    auto* traffic = cardLabel(m_theme, m_content, BondWords::traffic(card, today()), TextStyle::Body, Role::Text3);
    traffic->setObjectName(QStringLiteral("traffic"));
    inner->addWidget(traffic);
    if (!card.perMonth.empty()) {
        auto* chart = new MonthChart(m_theme, m_content);
        chart->setCounts(card.perMonth, today());
        inner->addSpacing(space::one);
        inner->addWidget(chart);
    }
}

void ContextPanel::buildConversations(QVBoxLayout& column, const SenderCard& card) {
    QVBoxLayout* inner = section(m_theme, m_content, column);
    for (size_t i = 0; i < std::min(card.recent.size(), mostConversations); ++i) {
        const InboxRow& row = card.recent[i];
        auto* line =
            new ConversationLine(m_theme, MessageWords::subject(row), MessageWords::time(row.date, today()), m_content);
        connect(line, &QAbstractButton::clicked, this,
                [this, thread = row.thread] { Q_EMIT conversationActivated(thread); });
        inner->addWidget(line);
    }
}

void ContextPanel::paintEvent(QPaintEvent* event) {
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), m_theme.colour(Role::List));
    QScrollArea::paintEvent(event);
}

}  // namespace kith::ui
