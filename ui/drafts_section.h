// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Settings, Drafts: what Kith may write ahead and send, how the user writes, and texts to be used again.
#pragma once

#include "core/service/drafts_desk.h"
#include "ui/place_page.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QVBoxLayout;

namespace kith::ui {

class SettingsColumn;
class TextLabel;

class DraftsSection : public PlacePage {
    Q_OBJECT
public:
    DraftsSection(const Theme& theme, service::DraftsDesk& desk, QWidget* parent);

    void arrive() override;
    /// "Greets with “Hi”".
    static QString toneWords(const ToneNote& note);

private:
    void build();
    void buildAhead();
    void buildSending();
    void buildSnippets();
    void show(const service::DraftSettings& settings);
    void show(const service::WritingFacts& facts);
    void keep();
    void keepSnippet();
    void addRow(QVBoxLayout& rows, const QString& words, const QString& detail, const QString& away,
                const std::function<void()>& remove);
    void took(const Result<void>& done);
    using PlacePage::show;

    service::DraftsDesk& m_desk;
    SettingsColumn* m_page{nullptr};
    service::DraftSettings m_settings;
    QCheckBox* m_ahead{nullptr};
    QComboBox* m_least{nullptr};
    TextLabel* m_needsModel{nullptr};
    QCheckBox* m_send{nullptr};
    QComboBox* m_undo{nullptr};
    QVBoxLayout* m_tone{nullptr};
    TextLabel* m_noTone{nullptr};
    QVBoxLayout* m_snippets{nullptr};
    QLineEdit* m_name{nullptr};
    QPlainTextEdit* m_body{nullptr};
    TextLabel* m_problem{nullptr};
};

}  // namespace kith::ui
