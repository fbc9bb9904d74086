// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/source_card.h"

#include "ui/buttons.h"
#include "ui/enrichment_words.h"
#include "ui/paragraph.h"
#include "ui/text_label.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace kith::ui {

SourceCard::SourceCard(const Theme& theme, const QString& source, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_source(source) {
    setObjectName(QStringLiteral("sourceCard_") + source);
    setAccessibleName(EnrichmentWords::service(source));
    build();
}

void SourceCard::build() {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, space::two, 0, space::two);
    column->setSpacing(space::one);
    auto* head = new QHBoxLayout;
    auto* name = new TextLabel(m_theme, this, TextStyle::LeadStrong);
    name->setText(EnrichmentWords::service(m_source));
    m_state = new TextLabel(m_theme, this, TextStyle::Caption, Role::Text3);
    head->addWidget(name);
    head->addStretch();
    head->addWidget(m_state);
    column->addLayout(head);
    auto* what = new Paragraph(m_theme, this, TextStyle::Body, Role::Text2);
    what->setText(EnrichmentWords::leaves(m_source));
    column->addWidget(what);
    auto* row = new QHBoxLayout;
    row->setSpacing(space::one);
    m_key = new QLineEdit(this);
    m_key->setObjectName(QStringLiteral("sourceKey_") + m_source);
    m_key->setAccessibleName(tr("Key of %1").arg(EnrichmentWords::service(m_source)));
    m_key->setEchoMode(QLineEdit::Password);
    row->addWidget(m_key, 1);
    const auto button = [&](const char* called, const QString& text) {
        auto* made = new Button(m_theme, this);
        made->setObjectName(QLatin1String(called) + m_source);
        made->setText(text);
        row->addWidget(made);
        return made;
    };
    m_save = button("sourceSave_", tr("Keep the key"));
    m_forget = button("sourceForget_", tr("Forget it"));
    m_test = button("sourceTest_", tr("Test"));
    column->addLayout(row);
    m_on = new QCheckBox(tr("Ask %1 about my contacts").arg(EnrichmentWords::service(m_source)), this);
    m_on->setObjectName(QStringLiteral("sourceOn_") + m_source);
    column->addWidget(m_on);
    m_said = new Paragraph(m_theme, this, TextStyle::Caption, Role::Text2);
    m_said->setObjectName(QStringLiteral("sourceSaid_") + m_source);
    m_said->hide();
    column->addWidget(m_said);
    setFocusProxy(m_key);
    connect(m_save, &QAbstractButton::clicked, this, &SourceCard::giveKey);
    connect(m_key, &QLineEdit::returnPressed, this, &SourceCard::giveKey);
    connect(m_key, &QLineEdit::textChanged, this,
            [this](const QString& text) { m_save->setEnabled(!text.trimmed().isEmpty()); });
    connect(m_forget, &QAbstractButton::clicked, this, [this] { Q_EMIT keyGiven({}); });
    connect(m_test, &QAbstractButton::clicked, this, &SourceCard::testAsked);
    connect(m_on, &QCheckBox::clicked, this, &SourceCard::onChanged);
    m_save->setEnabled(false);
}

void SourceCard::giveKey() {
    const QString key = m_key->text().trimmed();
    if (!key.isEmpty()) {
        m_key->clear();
        Q_EMIT keyGiven(key);
    }
}

void SourceCard::show(const service::SourceFacts& facts) {
    const bool has = !facts.keyPlace.isEmpty();
    const bool stored = facts.keyPlace == QLatin1String("stored");
    m_state->setText(stored ? tr("A key is kept in the place of secrets.")
                     : has  ? tr("The key comes from the environment.")
                            : tr("No key yet."));
    m_key->setPlaceholderText(has ? tr("Another key") : tr("Paste the key here"));
    m_forget->setVisible(stored);
    m_test->setEnabled(has);
    m_on->setEnabled(has);
    m_on->setChecked(facts.on && has);
    if (!facts.trouble.isEmpty()) {
        tell(facts.trouble, false);
    }
}

void SourceCard::tell(const QString& sentence, bool good) {
    m_said->setRole(good ? Role::Ok : Role::Bad);
    m_said->setText(sentence);
    m_said->setVisible(!sentence.isEmpty());
}

}  // namespace kith::ui
