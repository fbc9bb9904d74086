// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/bring_home.h"
#include "ui/buttons.h"
#include "ui/contacts_page.h"
#include "ui/elided_label.h"
#include "ui/fact_row.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

#include <cmath>

namespace kith::ui {

namespace {

constexpr int mostPairs = 50;

}  // namespace

void ContactsPage::showDuplicates() {
    m_current = {};
    m_companyShown.clear();
    m_elsewhere = true;
    const int question = ++m_question;
    auto* waiting = freshColumn();
    addWords(*waiting, tr("Comparing all contacts …"), TextStyle::Body, Role::Text2);
    waiting->addStretch();
    bringHome(
        this, m_desk.duplicates(mostPairs), [this, question](const Result<std::vector<service::TwoPeople>>& pairs) {
            if (question != m_question) {
                return;
            }
            auto* column = freshColumn();
            addWords(*column, tr("Who may be one person"), TextStyle::Heading, Role::Text);
            if (!pairs || pairs->empty()) {
                addWords(*column,
                         pairs ? tr("Nobody looks like anybody else.") : tr("The contacts could not be compared."),
                         TextStyle::Body, Role::Text2);
            } else {
                for (const service::TwoPeople& two : *pairs) {
                    addPair(*column, two);
                }
            }
            column->addStretch();
        });
}

void ContactsPage::addPair(QVBoxLayout& column, const service::TwoPeople& two) {
    QWidget* content = m_detail->widget();
    column.addSpacing(space::one);
    column.addWidget(new Hairline(theme(), content));
    const auto who = [](const service::PersonLine& line) {
        return line.name.isEmpty() ? line.email : QStringLiteral("%1 (%2)").arg(line.name, line.email);
    };
    addWords(column, tr("%1 and %2 · %3 %").arg(who(two.one), who(two.other)).arg(std::lround(two.probability * 100)),
             TextStyle::BodyStrong, Role::Text);
    for (const auto& one : two.evidence) {
        addWords(column,
                 tr("%1: %2 / %3")
                     .arg(FactWords::field(one.field), one.one.isEmpty() ? tr("nothing") : one.one,
                          one.other.isEmpty() ? tr("nothing") : one.other),
                 TextStyle::Body, one.weight > 0 ? Role::Ok : Role::Text3);
    }
    auto* row = new QHBoxLayout;
    auto* join = new Button(theme(), content, ButtonKind::Normal);
    join->setObjectName(QStringLiteral("joinPair"));
    join->setText(tr("One person"));
    join->setAccessibleName(tr("%1 and %2 are one person").arg(two.one.name, two.other.name));
    auto* apart = new Button(theme(), content, ButtonKind::Flat);
    apart->setObjectName(QStringLiteral("partPair"));
    apart->setText(tr("Two people"));
    apart->setAccessibleName(tr("%1 and %2 are two people").arg(two.one.name, two.other.name));
    row->addWidget(join);
    row->addWidget(apart);
    row->addStretch();
    column.addLayout(row);
    connect(join, &Button::clicked, this, [this, two] {
        bringHome(this, m_desk.merge(two.one.id, two.other.id), [this](const Result<service::Receipt>& receipt) {
            say(receipt, tr("The two are one contact now."));
            showDuplicates();
        });
    });
    connect(apart, &Button::clicked, this, [this, two] {
        bringHome(this, m_desk.part(two.one.id, two.other.id), [this](const Result<service::Receipt>& receipt) {
            say(receipt, tr("They stay two contacts."));
            showDuplicates();
        });
    });
}

}  // namespace kith::ui
