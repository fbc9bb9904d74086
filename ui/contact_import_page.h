// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Import contacts: the file as understood, one line a column, what would be done row by row, the result with Undo.
#pragma once

#include "core/service/contact_import.h"
#include "ui/place_page.h"

class QComboBox;
class QStackedWidget;
class QStandardItemModel;
class QTableView;
class QLineEdit;
class QVBoxLayout;
class QHBoxLayout;

namespace kith::service {
class ContactImportDesk;
}

namespace kith::ui {

class Button;
class ElidedLabel;
class FileDrop;
class TextLabel;
struct Seams;

class ContactImportPage : public PlacePage {
    Q_OBJECT
public:
    enum class Step { File, Columns, Check, Result };

    ContactImportPage(const Theme& theme, service::ContactImportDesk& desk, const Seams& seams, QWidget* parent);

    bool takeFiles(const QStringList& paths) override;
    Step step() const { return m_step; }
    /// A table or a file of cards, by its name.
    static bool isTable(const QString& path);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* buildHead();
    QWidget* buildFile();
    QWidget* buildColumns();
    QWidget* buildCheck();
    QWidget* buildResult();
    QWidget* buildFoot();
    void buildFilters(QHBoxLayout& row);
    void askFile();
    void understand();
    void showColumns(const service::TableView& table);
    void check();
    void showCheck(const service::ContactImportReport& report);
    void fillRows();
    void fixValue();
    void take();
    void showResult(const service::ContactImportReport& report);
    void takeBack();
    void go(Step step);
    void forward();
    void back();
    void setBusy(bool busy, const QString& words = {});
    void fail(const Error& error);

    service::ContactImportDesk& m_desk;
    const Seams& m_seams;
    Step m_step{Step::File};
    service::ContactImportRequest m_request;
    service::ContactImportReport m_report;
    int m_filter{-1};  ///< an outcome; -1: all
    bool m_busy{false};
    std::vector<TextLabel*> m_steps;
    QStackedWidget* m_stack{nullptr};
    FileDrop* m_drop{nullptr};
    TextLabel* m_refusal{nullptr};
    ElidedLabel* m_fileLine{nullptr};
    QWidget* m_columnHolder{nullptr};
    QVBoxLayout* m_columns{nullptr};
    std::vector<Button*> m_filters;
    QTableView* m_rows{nullptr};
    QStandardItemModel* m_model{nullptr};
    QWidget* m_fix{nullptr};
    ElidedLabel* m_fixWords{nullptr};
    QLineEdit* m_fixEdit{nullptr};
    TextLabel* m_resultTitle{nullptr};
    TextLabel* m_resultWords{nullptr};
    Button* m_undo{nullptr};
    ElidedLabel* m_sums{nullptr};
    Button* m_back{nullptr};
    Button* m_forward{nullptr};
};

}  // namespace kith::ui
