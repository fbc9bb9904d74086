// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What is read before the first question: exactly what would leave for one real message, what it costs, and what never
// leaves.
#pragma once

#include "core/service/model_desk.h"
#include "ui/settings_column.h"

class QPlainTextEdit;
class QRadioButton;

namespace kith::ui {

class ModelConsent : public SettingsColumn {
    Q_OBJECT
public:
    ModelConsent(const Theme& theme, QWidget* parent);

    void show(const service::ConsentSample& sample, const service::ModelFacts& facts);
    using SettingsColumn::show;

Q_SIGNALS:
    void agreed();
    void declined();
    void privacyAsked();

private:
    void addNever();
    void showBody();

    service::ConsentSample m_sample;
    TextLabel* m_whose{nullptr};
    QPlainTextEdit* m_body{nullptr};
    QRadioButton* m_readable{nullptr};
    QRadioButton* m_exact{nullptr};
    Paragraph* m_cost{nullptr};
    Button* m_agree{nullptr};
    const Theme& m_theme;
};

}  // namespace kith::ui
