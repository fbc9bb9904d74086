// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// One column of a file to import: name, samples, the field it becomes, how sure and why; and the words of the import.
#pragma once

#include "core/service/contact_import.h"

#include <QAbstractButton>

class QComboBox;
class QHBoxLayout;

namespace kith::ui {

class Theme;

/// One of the two readings of a date, with what it makes of the samples.
class ImportOrderChoice : public QAbstractButton {
    Q_OBJECT
public:
    ImportOrderChoice(const Theme& theme, const QString& title, const QString& readings, QWidget* parent);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    QString m_title;
    QString m_readings;
};

/// The words above the columns.
class ImportColumnHead : public QWidget {
    Q_OBJECT
public:
    ImportColumnHead(const Theme& theme, QWidget* parent);
};

class ImportColumnLine : public QWidget {
    Q_OBJECT
public:
    ImportColumnLine(const Theme& theme, const service::ColumnView& column, QWidget* parent);
    /// Where the keyboard begins.
    QWidget* field() const;

Q_SIGNALS:
    void chosen(const QString& field);
    void ordered(const QString& order);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QComboBox* makeField(const service::ColumnView& column);
    void addOrders(const service::ColumnView& column);

    const Theme& m_theme;
    QComboBox* m_field;
    bool m_asks;
};

struct ContactImportWords {
    static QString field(const QString& word);
    static QString icon(const QString& word);
    static QString encoding(const QString& name);
    static QString delimiter(const QString& sign);
    /// An outcome; -1: all; 5: likely known.
    static QString filter(int outcome);
    static QString likely(const service::SamePerson& same);
    static QString changes(const service::RowPreview& row);
    /// "214 rows · Windows-1252 · semicolon · header in row 1"
    static QString reading(const service::TableView& table);
    static QString result(const service::ContactImportReport& report);
    static QString rejects(const service::ContactImportReport& report);
};

}  // namespace kith::ui
