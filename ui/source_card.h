// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// One service that knows more about people: what leaves when it is asked, its key, a test call, on or off.
#pragma once

#include "core/service/enrichment_desk.h"

#include <QWidget>

class QCheckBox;
class QLineEdit;

namespace kith::ui {

class Button;
class Paragraph;
class TextLabel;
class Theme;

class SourceCard : public QWidget {
    Q_OBJECT
public:
    SourceCard(const Theme& theme, const QString& source, QWidget* parent);

    void show(const service::SourceFacts& facts);
    using QWidget::show;
    /// What a test call or a kept key brought.
    void tell(const QString& sentence, bool good);

Q_SIGNALS:
    void keyGiven(const QString& key);
    void testAsked();
    void onChanged(bool on);

private:
    void build();
    void giveKey();

    const Theme& m_theme;
    QString m_source;
    TextLabel* m_state{nullptr};
    QLineEdit* m_key{nullptr};
    Button* m_save{nullptr};
    Button* m_test{nullptr};
    Button* m_forget{nullptr};
    QCheckBox* m_on{nullptr};
    Paragraph* m_said{nullptr};
};

}  // namespace kith::ui
