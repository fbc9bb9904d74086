// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Settings, Appearance: colours, size of text, density of rows; each choice shows at once.
#pragma once

#include "ui/looks.h"
#include "ui/place_page.h"

class QCheckBox;
class QComboBox;
class QFormLayout;

namespace kith::ui {

class AppearanceSection : public PlacePage {
    Q_OBJECT
public:
    AppearanceSection(const Theme& theme, Looks looks, QWidget* parent);

    void arrive() override;

private:
    void build();
    QComboBox* addChoice(QFormLayout& form, const char* name, const QString& label);

    Looks m_looks;
    QComboBox* m_colours{nullptr};
    QComboBox* m_text{nullptr};
    QCheckBox* m_compact{nullptr};
};

}  // namespace kith::ui
