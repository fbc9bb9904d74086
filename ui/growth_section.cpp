// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/growth_section.h"

#include "core/service/people_desk.h"
#include "ui/bring_home.h"
#include "ui/paragraph.h"
#include "ui/settings_column.h"
#include "ui/text_label.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QRegularExpression>
#include <QVBoxLayout>

namespace kith::ui {

using people::PersonRules;

GrowthSection::GrowthSection(const Theme& theme, service::PeopleDesk& desk, QWidget* parent)
    : PlacePage(theme, parent)
    , m_desk(desk) {
    setObjectName(QStringLiteral("growthSection"));
    setAccessibleName(tr("Contacts"));
    build();
}

void GrowthSection::build() {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    m_page = new SettingsColumn(theme(), this, tr("Contacts"));
    column->addWidget(m_page);
    m_page->addParagraph(tr("Contacts grow out of your mail whenever mail comes in. Newsletters, mailing lists, bulk "
                            "mail, automatic answers and addresses that nobody reads never become contacts."));
    addChoice("growthOn", tr("Let contacts grow out of my mail"), &PersonRules::growing, false);
    m_page->addGroup(tr("Who becomes a contact"));
    addChoice("growthWrittenTo", tr("Whom I wrote to"), &PersonRules::writtenTo);
    addChoice("growthAnswered", tr("Whom I answered"), &PersonRules::answered);
    addChoice("growthMattering", tr("Whose mail in the inbox is of high or critical priority"),
              &PersonRules::mattering);
    addChoice("growthWroteTwice", tr("Who wrote to me twice"), &PersonRules::wroteTwice);
    addChoice("growthRoles", tr("Also addresses of a function: info@, sales@, support@ …"),
              &PersonRules::roleAddresses);
    m_page->addGroup(tr("Exceptions"));
    m_always = addNames("growthAlways", tr("Always"), tr("ada@north.example, south.example"), &PersonRules::always);
    m_never = addNames("growthNever", tr("Never"), tr("old.example"), &PersonRules::never);
    auto* hint = m_page->addCaption("growthHint", SettingsColumn::Under::Field);
    hint->setText(tr("Addresses or domains with commas between them. Who is a contact already stays one."));
    hint->show();
    m_page->addGroup(tr("Now"));
    m_progress = new TextLabel(theme(), m_page->holder(), TextStyle::Body, Role::Text2);
    m_progress->setObjectName(QStringLiteral("growthProgress"));
    m_progress->setWordWrap(true);
    m_page->column().addWidget(m_progress);
    m_page->column().addSpacing(space::screen);
    m_page->column().addStretch();
    setFocusProxy(m_choices.front().box);
}

void GrowthSection::addChoice(const char* name, const QString& words, bool PersonRules::*rule, bool indented) {
    auto* box = new QCheckBox(words, m_page->holder());
    box->setObjectName(QLatin1String(name));
    m_page->addRow()->addWidget(box);
    m_choices.push_back({box, rule});
    connect(box, &QCheckBox::clicked, this, [this, rule](bool on) {
        m_rules.*rule = on;
        save();
    });
    if (indented) {
        connect(m_choices.front().box, &QCheckBox::toggled, box, &QWidget::setEnabled);
    }
}

QLineEdit* GrowthSection::addNames(const char* name, const QString& label, const QString& example,
                                   QStringList PersonRules::*rule) {
    auto* line = new QLineEdit(m_page->holder());
    line->setObjectName(QLatin1String(name));
    line->setPlaceholderText(example);
    m_page->addField(label, line);
    connect(line, &QLineEdit::editingFinished, this, [this, line, rule] {
        static const QRegularExpression between(QStringLiteral("[,;\\s]+"));
        const QStringList names = line->text().split(between, Qt::SkipEmptyParts);
        if (names != m_rules.*rule) {
            m_rules.*rule = names;
            save();
        }
    });
    return line;
}

void GrowthSection::arrive() {
    m_made = 0;
    bringHome(this, m_desk.growth(), [this](const Result<service::GrowthFacts>& facts) {
        if (!facts) {
            tell(facts.error());
            return;
        }
        showFacts(*facts);
        growOn();
    });
}

void GrowthSection::showFacts(const service::GrowthFacts& facts) {
    m_rules = facts.rules;
    for (const Choice& choice : m_choices) {
        choice.box->setChecked(m_rules.*choice.rule);
        choice.box->setEnabled(choice.rule == &PersonRules::growing || m_rules.growing);
    }
    m_always->setText(m_rules.always.join(QStringLiteral(", ")));
    m_never->setText(m_rules.never.join(QStringLiteral(", ")));
    tell(facts);
}

void GrowthSection::save() {
    bringHome(this, m_desk.saveRules(m_rules), [this](const Result<service::GrowthFacts>& facts) {
        if (!facts) {
            tell(facts.error());
            return;
        }
        tell(*facts);
        growOn();
    });
}

/// One part after the other, so that the window's other questions are answered between.
void GrowthSection::growOn() {
    if (m_growing) {
        return;
    }
    m_growing = true;
    bringHome(this, m_desk.growSome(), [this](const Result<service::GrowthFacts>& facts) {
        m_growing = false;
        if (!facts) {
            tell(facts.error());
            return;
        }
        m_made += facts->made;
        tell(*facts);
        if (facts->left > 0) {
            growOn();
        }
    });
}

void GrowthSection::tell(const service::GrowthFacts& facts) {
    const QLocale locale;
    const QString grown = tr("%Ln contact(s) grew out of your mail.", nullptr, static_cast<int>(facts.grown));
    m_progress->setRole(Role::Text2);
    m_progress->setText(facts.left > 0
                            ? tr("Looking at %1 addresses · %2 new").arg(locale.toString(facts.left)).arg(m_made)
                        : m_made > 0 ? tr("%1 %2 of them just now.").arg(grown, locale.toString(m_made))
                                     : grown);
}

void GrowthSection::tell(const Error& error) {
    m_progress->setRole(Role::Bad);
    m_progress->setText(tr("It did not work: %1.").arg(error.detail));
}

}  // namespace kith::ui
