// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/appearance_section.h"

#include "ui/page_column.h"
#include "ui/text_label.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QVBoxLayout>

#include <cmath>

namespace kith::ui {

namespace {

constexpr int appearanceWidth = 560;

}  // namespace

AppearanceSection::AppearanceSection(const Theme& theme, Looks looks, QWidget* parent)
    : PlacePage(theme, parent)
    , m_looks(std::move(looks)) {
    setObjectName(QStringLiteral("appearanceSection"));
    setAccessibleName(tr("Appearance"));
    build();
}

void AppearanceSection::build() {
    auto* page = new PageColumn(this, appearanceWidth, Qt::AlignLeft);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(page);
    auto* title = new TextLabel(theme(), page->holder(), TextStyle::Heading);
    title->setText(tr("Appearance"));
    page->column().addSpacing(space::pane);
    page->column().addWidget(title);
    page->column().addSpacing(space::two);
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(space::pane);
    form->setVerticalSpacing(space::two);
    form->setFieldGrowthPolicy(QFormLayout::FieldsStayAtSizeHint);
    m_colours = addChoice(*form, "appearanceColours", tr("Colours"));
    m_colours->addItem(tr("As the system"), static_cast<int>(Theme::Choice::System));
    m_colours->addItem(tr("Light"), static_cast<int>(Theme::Choice::Light));
    m_colours->addItem(tr("Dark"), static_cast<int>(Theme::Choice::Dark));
    m_colours->addItem(tr("High contrast"), static_cast<int>(Theme::Choice::HighContrast));
    m_text = addChoice(*form, "appearanceText", tr("Size of text"));
    for (const int percent : {80, 100, 125, 150, 200}) {
        m_text->addItem(tr("%1 %").arg(percent), percent);
    }
    m_compact = new QCheckBox(tr("Compact rows: more conversations on the screen"), this);
    m_compact->setObjectName(QStringLiteral("appearanceCompact"));
    form->addRow(QString(), m_compact);
    page->column().addLayout(form);
    page->column().addStretch();
    setFocusProxy(m_colours);
    connect(m_colours, &QComboBox::activated, this,
            [this] { m_looks.chooseColours(static_cast<Theme::Choice>(m_colours->currentData().toInt())); });
    connect(m_text, &QComboBox::activated, this,
            [this] { m_looks.setTextScale(m_text->currentData().toInt() / 100.0); });
    connect(m_compact, &QCheckBox::clicked, this, [this](bool on) { m_looks.setCompact(on); });
    connect(&theme(), &Theme::changed, this, &AppearanceSection::arrive);
}

QComboBox* AppearanceSection::addChoice(QFormLayout& form, const char* name, const QString& label) {
    auto* box = new QComboBox(this);
    box->setObjectName(QLatin1String(name));
    box->setAccessibleName(label);
    auto* words = new TextLabel(theme(), this);
    words->setText(label);
    words->setBuddy(box);
    form.addRow(words, box);
    return box;
}

void AppearanceSection::arrive() {
    m_colours->setCurrentIndex(m_colours->findData(static_cast<int>(theme().choice())));
    m_text->setCurrentIndex(m_text->findData(static_cast<int>(std::lround(theme().textScale() * 100))));
    m_compact->setChecked(m_looks.isCompact());
}

}  // namespace kith::ui
