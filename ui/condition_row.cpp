// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/condition_row.h"

#include "core/service/rule_grammar.h"
#include "ui/buttons.h"
#include "ui/paragraph.h"
#include "ui/priority_mark.h"
#include "ui/rule_texts.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace kith::ui {

namespace {

constexpr RuleField shownFields[] = {RuleField::Sender,     RuleField::Domain, RuleField::Recipient,
                                     RuleField::Subject,    RuleField::Body,   RuleField::Label,
                                     RuleField::Priority,   RuleField::Kind,   RuleField::List,
                                     RuleField::Attachment, RuleField::Age,    RuleField::Account};
constexpr int fieldWidth = 132;
constexpr int operatorWidth = 132;

bool chooses(RuleField field) {
    return field == RuleField::Priority || field == RuleField::Kind;
}

}  // namespace

ConditionRow::ConditionRow(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_field(new QComboBox(this))
    , m_op(new QComboBox(this))
    , m_choice(new QComboBox(this))
    , m_value(new QLineEdit(this))
    , m_problem(new Paragraph(theme, this, TextStyle::Caption, Role::Bad)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::half);
    auto* row = new QHBoxLayout;
    row->setSpacing(space::one);
    column->addLayout(row);
    column->addWidget(m_problem);
    build(*row);
    setProblem({});
    setCondition({});
}

void ConditionRow::build(QHBoxLayout& row) {
    m_field->setObjectName(QStringLiteral("conditionField"));
    m_field->setAccessibleName(tr("What to look at"));
    m_field->setFixedWidth(m_theme.scaled(fieldWidth));
    for (const RuleField one : shownFields) {
        m_field->addItem(RuleTexts::field(one), static_cast<int>(one));
    }
    m_op->setObjectName(QStringLiteral("conditionOperator"));
    m_op->setAccessibleName(tr("How to compare"));
    m_op->setFixedWidth(m_theme.scaled(operatorWidth));
    m_value->setObjectName(QStringLiteral("conditionValue"));
    m_value->setAccessibleName(tr("What to look for"));
    m_choice->setObjectName(QStringLiteral("conditionChoice"));
    m_choice->setAccessibleName(tr("What to look for"));
    auto* remove = new IconButton(m_theme, this);
    remove->setObjectName(QStringLiteral("conditionRemove"));
    remove->setFace(QStringLiteral("x"), tr("Take this condition out"));
    m_remove = remove;
    m_keptWords = new Paragraph(m_theme, this);
    m_keptWords->setToolTip(tr("This page cannot edit this form; it stays as it is."));
    row.addWidget(m_keptWords, 10);
    row.addWidget(m_field);
    row.addWidget(m_op);
    row.addWidget(m_value, 10);
    row.addWidget(m_choice);
    row.addStretch(1);
    row.addWidget(remove);
    setFocusProxy(m_field);
    connect(m_field, &QComboBox::activated, this, [this] {
        fillOperators(service::ruleOperators(field()).front(), false);
        fillValues();
        Q_EMIT edited();
    });
    connect(m_op, &QComboBox::activated, this, [this] {
        fillValues();
        Q_EMIT edited();
    });
    connect(m_choice, &QComboBox::activated, this, &ConditionRow::edited);
    connect(m_value, &QLineEdit::textEdited, this, &ConditionRow::edited);
    connect(remove, &QAbstractButton::clicked, this, &ConditionRow::removeAsked);
}

bool ConditionRow::canShow(const RuleCondition& condition) {
    using Kind = RuleCondition::Kind;
    const RuleCondition& test = condition.kind == Kind::Not ? condition.parts.front() : condition;
    return test.kind == Kind::Test && (test.values.size() <= 1 || !chooses(test.field));
}

RuleField ConditionRow::field() const {
    return static_cast<RuleField>(m_field->currentData().toInt());
}

RuleOperator ConditionRow::op() const {
    return static_cast<RuleOperator>(std::abs(m_op->currentData().toInt()) - 1);
}

/// Each operator, and its opposite below it as a negative number.
void ConditionRow::fillOperators(RuleOperator chosen, bool negated) {
    m_op->clear();
    for (const bool opposite : {false, true}) {
        for (const RuleOperator one : service::ruleOperators(field())) {
            const int number = static_cast<int>(one) + 1;
            m_op->addItem(RuleTexts::op(one, opposite), opposite ? -number : number);
        }
    }
    const int wanted = static_cast<int>(chosen) + 1;
    m_op->setCurrentIndex(std::max(0, m_op->findData(negated ? -wanted : wanted)));
}

/// A field to write in, marks or kinds to choose from, or nothing for yes and no.
void ConditionRow::fillValues() {
    const bool says = op() == RuleOperator::Is;
    m_value->setVisible(!says && !chooses(field()));
    m_choice->setVisible(!says && chooses(field()));
    const bool several = op() == RuleOperator::OneOf || op() == RuleOperator::Contains;
    m_value->setPlaceholderText(field() == RuleField::Age       ? tr("days")
                                : op() == RuleOperator::Matches ? tr("e.g. invoice [0-9]+")
                                : several                       ? tr("words, or several with |")
                                                                : QString());
    const QVariant before = m_choice->currentData();
    m_choice->clear();
    if (field() == RuleField::Priority) {
        for (int priority = 4; priority >= 0; --priority) {
            m_choice->addItem(PriorityWords::name(static_cast<Priority>(priority)), QString::number(priority));
        }
    } else if (field() == RuleField::Kind) {
        for (const QString& kind : service::ruleKinds()) {
            m_choice->addItem(RuleTexts::kind(kind), kind);
        }
    }
    m_choice->setCurrentIndex(std::max(0, m_choice->findData(before)));
}

void ConditionRow::setCondition(const RuleCondition& condition) {
    m_kept = canShow(condition) ? std::optional<RuleCondition>() : condition;
    m_keptWords->setText(m_kept ? RuleTexts::condition(condition) : QString());
    m_keptWords->setVisible(m_kept.has_value());
    m_field->setVisible(!m_kept);
    m_op->setVisible(!m_kept);
    if (m_kept) {
        m_value->hide();
        m_choice->hide();
        return;
    }
    const bool negated = condition.kind == RuleCondition::Kind::Not;
    const RuleCondition& test = negated ? condition.parts.front() : condition;
    const QSignalBlocker quiet(this);
    m_field->setCurrentIndex(m_field->findData(static_cast<int>(test.field)));
    const bool saysNo = test.op == RuleOperator::Is && test.values.value(0) == QLatin1String("no");
    fillOperators(test.op, negated != saysNo);
    fillValues();
    m_value->setText(test.values.join(QStringLiteral(" | ")));
    if (const int at = m_choice->findData(test.values.value(0)); at >= 0) {
        m_choice->setCurrentIndex(at);
    }
}

bool ConditionRow::isFilled() const {
    return m_kept || op() == RuleOperator::Is || chooses(field()) || !m_value->text().trimmed().isEmpty();
}

RuleCondition ConditionRow::condition() const {
    if (m_kept) {
        return *m_kept;
    }
    const bool negated = m_op->currentData().toInt() < 0;
    RuleCondition test;
    test.field = field();
    test.op = op();
    if (test.op == RuleOperator::Is) {
        test.values = {negated ? QStringLiteral("no") : QStringLiteral("yes")};
        return test;
    }
    if (chooses(test.field)) {
        test.values = {m_choice->currentData().toString()};
    } else if (test.op == RuleOperator::Contains || test.op == RuleOperator::OneOf) {
        for (const QString& value : m_value->text().split(QLatin1Char('|'), Qt::SkipEmptyParts)) {
            test.values << value.trimmed();
        }
    } else {
        test.values = {m_value->text().trimmed()};
    }
    if (test.values.isEmpty()) {
        test.values = {QString()};
    }
    if (!negated) {
        return test;
    }
    RuleCondition around;
    around.kind = RuleCondition::Kind::Not;
    around.parts = {test};
    return around;
}

void ConditionRow::setProblem(const QString& sentence) {
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
    m_value->setAccessibleDescription(sentence);
}

void ConditionRow::setRemovable(bool removable) {
    m_remove->setEnabled(removable);
}

}  // namespace kith::ui
