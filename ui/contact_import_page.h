// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Import contacts: the file as understood, one line a column, what would be done row by row, the result with Undo.
#pragma once

#include "core/service/contact_import.h"
#include "ui/place_page.h"

class QComboBox;
class QHBoxLayout;
class QLineEdit;
class QSpinBox;
class QStackedWidget;
class QStandardItemModel;
class QTableView;
class QTimer;
class QVBoxLayout;

namespace kith::service {
class ContactImportDesk;
}

namespace kith::ui {

class Button;
class ContactImportBar;
class ElidedLabel;
class FileDrop;
class IconLabel;
class ImportSteps;
class ImportSums;
class Paragraph;
class TextLabel;
struct Seams;

class ContactImportPage : public PlacePage {
    Q_OBJECT
public:
    enum class Step { File, Columns, Check, Result };

    ContactImportPage(const Theme& theme, service::ContactImportDesk& desk, const Seams& seams, QWidget* parent);

    bool takeFiles(const QStringList& paths) override;
    bool undo() override;
    Step step() const { return m_step; }
    bool isBusy() const { return m_busy; }
    /// A table or a file of cards, by its name.
    static bool isTable(const QString& path);

Q_SIGNALS:
    /// A step is shown, or a run has ended.
    void settled();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* buildHead();
    QWidget* buildFile();
    QWidget* buildColumns();
    QWidget* buildReading();
    QWidget* buildCheck();
    QWidget* buildQuestion();
    QWidget* buildFix();
    QWidget* buildResult();
    QWidget* buildFoot();
    void buildFilters(QHBoxLayout& row);
    void askFile();
    void understand();
    void showColumns(const service::TableView& table);
    void showReading(const service::TableView& table);
    void readDifferently();
    void countQuietly();
    void check();
    void showCheck(const service::ContactImportReport& report);
    void fillRows();
    void addRow(const service::RowPreview& row);
    void addSuggestion(const service::SamePerson& same);
    void showRow();
    void fixValue();
    void answerSame(bool same);
    void take();
    void showResult(const service::ContactImportReport& report);
    void saveRejects();
    void takeBack();
    void go(Step step);
    void forward();
    void back();
    void setBusy(bool busy, const QString& words = {}, bool pausable = false);
    void fail(const Error& error);
    std::vector<service::SamePerson> openQuestions() const;

    service::ContactImportDesk& m_desk;
    const Seams& m_seams;
    Step m_step{Step::File};
    service::ContactImportRequest m_request;
    service::ContactImportReport m_report;
    int m_filter{-1};     ///< an outcome; -1: all; 5: who is likely known
    int m_generation{0};  ///< of the request: what was counted for an older one is not shown
    bool m_busy{false};
    bool m_counting{false};
    bool m_undone{false};
    ImportSteps* m_steps{nullptr};
    QStackedWidget* m_stack{nullptr};
    FileDrop* m_drop{nullptr};
    Paragraph* m_refusal{nullptr};
    ElidedLabel* m_fileName{nullptr};
    ElidedLabel* m_fileLine{nullptr};
    TextLabel* m_remembered{nullptr};
    Button* m_differently{nullptr};
    QWidget* m_reading{nullptr};
    QComboBox* m_encoding{nullptr};
    QComboBox* m_delimiter{nullptr};
    QSpinBox* m_headerRow{nullptr};
    QStandardItemModel* m_firstRows{nullptr};
    QWidget* m_columnHolder{nullptr};
    QVBoxLayout* m_columns{nullptr};
    QWidget* m_firstField{nullptr};
    std::vector<Button*> m_filters;
    QTableView* m_rows{nullptr};
    QStandardItemModel* m_model{nullptr};
    QWidget* m_fix{nullptr};
    ElidedLabel* m_fixWords{nullptr};
    QLineEdit* m_fixEdit{nullptr};
    QWidget* m_question{nullptr};
    ElidedLabel* m_questionWords{nullptr};
    Button* m_same{nullptr};
    IconLabel* m_resultSign{nullptr};
    TextLabel* m_resultTitle{nullptr};
    Paragraph* m_resultWords{nullptr};
    Button* m_undo{nullptr};
    Button* m_save{nullptr};
    ContactImportBar* m_bar{nullptr};
    ImportSums* m_sums{nullptr};
    TextLabel* m_promise{nullptr};
    Button* m_back{nullptr};
    Button* m_forward{nullptr};
    QTimer* m_ticks{nullptr};
};

}  // namespace kith::ui
