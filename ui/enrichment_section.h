// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Settings, Enrichment: the services with their keys, the schedule, the work and what became of it.
#pragma once

#include "core/service/enrichment_desk.h"
#include "ui/place_page.h"

#include <map>

class QComboBox;
class QListView;

namespace kith::ui {

class Button;
class EnrichmentTaskModel;
class PageColumn;
class SourceCard;
class TextLabel;

class EnrichmentSection : public PlacePage {
    Q_OBJECT
public:
    EnrichmentSection(const Theme& theme, service::EnrichmentDesk& desk, QWidget* parent);

    void arrive() override;

private:
    void build();
    void buildSources(PageColumn& page);
    void buildSchedule(PageColumn& page);
    void buildTasks(PageColumn& page);
    Button* addButton(QLayout& row, const char* name, const QString& text);
    void showFacts(const service::EnrichmentFacts& facts);
    void showStatus(const service::EnrichmentStatus& status);
    void readTasks();
    void judgeRow();
    void retryRow();
    void previewRow();
    void showPreview(const QString& source, const service::WriteBackView& view);
    void tell(const Error& error);

    service::EnrichmentDesk& m_desk;
    service::EnrichmentSettings m_settings;
    std::map<QString, SourceCard*> m_cards;
    QComboBox* m_every{nullptr};
    TextLabel* m_progress{nullptr};
    TextLabel* m_counts{nullptr};
    TextLabel* m_said{nullptr};
    Button* m_pause{nullptr};
    Button* m_look{nullptr};
    QComboBox* m_filter{nullptr};
    QListView* m_list{nullptr};
    EnrichmentTaskModel* m_model{nullptr};
    Button* m_retry{nullptr};
    Button* m_retryAll{nullptr};
    Button* m_write{nullptr};
};

}  // namespace kith::ui
