// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/provenance_popover.h"

#include "ui/buttons.h"
#include "ui/elided_label.h"
#include "ui/fact_row.h"
#include "ui/letter_words.h"
#include "ui/message_words.h"
#include "ui/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace kith::ui {

using service::PersonField;
using service::PersonValue;
using service::ValueVerdict;

namespace {

constexpr size_t mostValues = 4;
constexpr int provenanceSide = 20;

TextLabel* provenanceLabel(const Theme& theme, QWidget* parent, const QString& text, TextStyle style, Role role) {
    auto* label = new TextLabel(theme, parent, style, role);
    label->setWordWrap(true);
    label->setTextFormat(Qt::RichText);
    label->setText(text);
    return label;
}

/// From where on two values differ.
qsizetype sameUntil(const QString& a, const QString& b) {
    qsizetype at = 0;
    while (at < std::min(a.size(), b.size()) && a[at] == b[at]) {
        ++at;
    }
    return at;
}

}  // namespace

QString ProvenanceWords::title(const PersonField& field, const QString& person) {
    const auto open = std::ranges::count_if(field.values, [](const PersonValue& one) { return !one.rejected; });
    const QString name = FactWords::field(field.field);
    const QString who = person.section(QLatin1Char(' '), 0, 0);
    if (open < 2) {
        return who.isEmpty() ? name : tr("%1 of %2").arg(name, who);
    }
    return who.isEmpty() ? tr("%n values for %1", nullptr, int(open)).arg(name)
                         : tr("%n values for %1 of %2", nullptr, int(open)).arg(name, who);
}

QString ProvenanceWords::subtitle(const PersonField& field) {
    if (field.values.size() < 2 || field.values[1].rejected) {
        return tr("Every source says the same.");
    }
    const QString& a = field.values[0].value;
    const QString& b = field.values[1].value;
    const qsizetype from = sameUntil(a, b);
    if (from >= a.size() / 2 && a.size() == b.size()) {
        return tr("The last %n characters differ.", nullptr, int(a.size() - from));
    }
    return tr("The sources disagree.");
}

QString ProvenanceWords::source(const PersonValue& value, QDate today) {
    const QString when = MessageWords::time(value.best.observedAt, today);
    const QString& source = value.best.source;
    if (source == QStringLiteral("signature")) {
        return tr("Signature in a mail of %1").arg(when);
    }
    if (source == QStringLiteral("header")) {
        return tr("Sender line of a mail of %1").arg(when);
    }
    if (source == QStringLiteral("user")) {
        return tr("You typed it on %1").arg(when);
    }
    if (source == QStringLiteral("attio")) {
        return tr("Attio, person record, %1").arg(when);
    }
    if (source == QStringLiteral("onyx")) {
        return tr("Onyx, %1").arg(when);
    }
    return source == QStringLiteral("import") ? tr("Imported file, %1").arg(when) : tr("%1, %2").arg(source, when);
}

QString ProvenanceWords::again(const PersonValue& value, QDate today) {
    return value.times < 2
               ? QString()
               : tr("The same %n times since %1", nullptr, value.times).arg(MessageWords::time(value.firstSeen, today));
}

QString ProvenanceWords::marked(const QString& value, const QString& other) {
    const qsizetype from = other.isEmpty() ? value.size() : sameUntil(value, other);
    return from < value.size() / 2 ? value.toHtmlEscaped()
                                   : value.left(from).toHtmlEscaped() + QStringLiteral("<u>") +
                                         value.mid(from).toHtmlEscaped() + QStringLiteral("</u>");
}

ProvenancePopover::ProvenancePopover(const Theme& theme, QWidget* parent)
    : Popover(theme, parent)
    , m_theme(theme) {
    setObjectName(QStringLiteral("provenancePopover"));
}

void ProvenancePopover::explain(const PersonField& field, const QString& person) {
    m_field = field;
    delete m_values;
    delete m_deeds;
    m_values = new QWidget(body());
    m_values->setObjectName(QStringLiteral("provenanceValues"));
    auto* column = new QVBoxLayout(m_values);
    column->setContentsMargins(provenanceSide, space::two, provenanceSide, space::two);
    column->setSpacing(space::half);
    const QString title = ProvenanceWords::title(field, person);
    setAccessibleName(title);
    column->addWidget(provenanceLabel(m_theme, m_values, title.toHtmlEscaped(), TextStyle::LeadStrong, Role::Text));
    column->addWidget(
        provenanceLabel(m_theme, m_values, ProvenanceWords::subtitle(field), TextStyle::Body, Role::Text3));
    for (size_t i = 0; i < std::min(mostValues, field.values.size()); ++i) {
        const PersonValue* other = field.values.size() < 2 ? nullptr : &field.values[i == 0 ? 1 : 0];
        addValue(*column, field.values[i], other);
    }
    bodyLayout()->addWidget(m_values);
    addFoot();
}

void ProvenancePopover::addValue(QVBoxLayout& column, const PersonValue& value, const PersonValue* other) {
    const QDate today = m_today.isValid() ? m_today : QDate::currentDate();
    column.addSpacing(space::one);
    column.addWidget(new Hairline(m_theme, m_values));
    column.addSpacing(space::one);
    auto* head = new QHBoxLayout;
    head->setSpacing(space::one);
    auto* words = provenanceLabel(m_theme, m_values,
                                  ProvenanceWords::marked(value.value, other != nullptr ? other->value : QString()),
                                  TextStyle::Lead, value.rejected ? Role::Off : Role::Text);
    words->setAccessibleName(tr("%1, %2 %").arg(value.value).arg(std::lround(value.confidence * 100)));
    head->addWidget(words, 1);
    const QString state = value.rejected ? tr("Wrong")
                          : value.locked ? tr("Locked")
                          : value.byUser ? tr("Yours")
                          : value.shown  ? tr("Shown")
                                         : QString();
    if (!state.isEmpty()) {
        head->addWidget(
            new TextLabel(m_theme, m_values, TextStyle::CaptionMedium, value.rejected ? Role::Bad : Role::TintText));
        static_cast<QLabel*>(head->itemAt(head->count() - 1)->widget())->setText(state);
    }
    auto* share = new TextLabel(m_theme, m_values, TextStyle::Body, Role::Text2);
    share->setText(tr("%1 %").arg(std::lround(value.confidence * 100)));
    head->addWidget(share);
    column.addLayout(head);
    column.addWidget(provenanceLabel(m_theme, m_values, ProvenanceWords::source(value, today).toHtmlEscaped(),
                                     TextStyle::Body, Role::Text2));
    if (!value.best.line.isEmpty()) {
        const QString mark = QStringLiteral("<span style=\"background-color:%1;color:%2\">%3</span>")
                                 .arg(m_theme.colour(Role::Mark).name(), m_theme.colour(Role::MarkText).name(),
                                      value.best.line.toHtmlEscaped());
        column.addWidget(provenanceLabel(m_theme, m_values, mark, TextStyle::Body, Role::Text));
    }
    auto* foot = new QHBoxLayout;
    foot->setSpacing(space::two);
    auto* again = new TextLabel(m_theme, m_values, TextStyle::Caption, Role::Text3);
    again->setText(ProvenanceWords::again(value, today));
    foot->addWidget(again, 1);
    if (!value.shown && value.best.observation != 0) {
        auto* use = new Button(m_theme, m_values, ButtonKind::Link);
        use->setObjectName(QStringLiteral("useInstead"));
        use->setText(tr("Use this instead"));
        connect(use, &Button::clicked, this, [this, id = value.best.observation] {
            Q_EMIT decided(id, ValueVerdict::Use);
            hide();
        });
        foot->addWidget(use);
    }
    if (value.best.message) {
        auto* open = new Button(m_theme, m_values, ButtonKind::Link);
        open->setObjectName(QStringLiteral("openMail"));
        open->setText(tr("Open mail"));
        connect(open, &Button::clicked, this, [this, best = value.best] {
            Q_EMIT mailAsked(best.message, best.start, best.end);
            hide();
        });
        foot->addWidget(open);
    }
    column.addLayout(foot);
}

void ProvenancePopover::addFoot() {
    m_deeds = new QWidget(this);
    auto* row = new QHBoxLayout(m_deeds);
    row->setContentsMargins(provenanceSide, 12, provenanceSide, 12);
    row->setSpacing(space::one);
    const bool locked = !m_field.values.empty() && m_field.values.front().locked;
    struct Deed {
        const char* name;
        QString text;
        ButtonKind kind;
        ValueVerdict verdict;
    };
    const Deed deeds[] = {
        {"useThis", tr("Use this"), ButtonKind::Primary, ValueVerdict::Use},
        {"lockValue", locked ? tr("Unlock") : tr("Lock"), ButtonKind::Normal,
         locked ? ValueVerdict::Unlock : ValueVerdict::Lock},
        {"wrongValue", tr("Wrong"), ButtonKind::Flat, ValueVerdict::Wrong},
    };
    for (const Deed& deed : deeds) {
        if (deed.verdict == ValueVerdict::Wrong) {
            row->addStretch();
        }
        auto* button = new Button(m_theme, m_deeds, deed.kind);
        button->setObjectName(QString::fromLatin1(deed.name));
        button->setButtonSize(ButtonSize::Small);
        button->setText(deed.text);
        connect(button, &Button::clicked, this, [this, verdict = deed.verdict] { settle(verdict); });
        row->addWidget(button);
    }
    footLayout()->addWidget(m_deeds);
}

void ProvenancePopover::settle(ValueVerdict verdict) {
    if (!m_field.values.empty() && m_field.values.front().best.observation != 0) {
        Q_EMIT decided(m_field.values.front().best.observation, verdict);
    }
    hide();
}

void ProvenancePopover::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        settle(ValueVerdict::Use);
        return;
    }
    Popover::keyPressEvent(event);
}

}  // namespace kith::ui
