// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// One column of a file to import: name, samples, the field it becomes, how sure and why; and the words of the import.
#pragma once

#include "core/service/contact_import.h"

#include <QWidget>

namespace kith::ui {

class Theme;

class ImportColumnLine : public QWidget {
    Q_OBJECT
public:
    ImportColumnLine(const Theme& theme, const service::ColumnView& column, QWidget* parent);

Q_SIGNALS:
    void chosen(const QString& field);
    void ordered(const QString& order);

private:
    void addOrders(const service::ColumnView& column);

    const Theme& m_theme;
};

struct ContactImportWords {
    static QString field(const QString& word);
    static QString delimiter(const QString& sign);
    static QString filter(int outcome);
    static QString changes(const service::RowPreview& row);
    static QString sums(const service::ContactImportReport& report);
    static QString rejects(const service::ContactImportReport& report);
};

}  // namespace kith::ui
