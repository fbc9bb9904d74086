// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The small signs of the import page: how far one is, what would be done in numbers, how sure a guess is.
#pragma once

#include "core/service/contact_import.h"

#include <QWidget>

namespace kith::ui {

class Theme;

/// "✓ File  ② Columns  ③ Check  ④ Result"
class ImportSteps : public QWidget {
    Q_OBJECT
public:
    ImportSteps(const Theme& theme, QWidget* parent);
    /// From 0.
    void setStep(int step);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    QStringList m_words;
    int m_step{0};
};

/// "148 to create   51 to update   12 to skip   3 with a problem"
class ImportSums : public QWidget {
    Q_OBJECT
public:
    ImportSums(const Theme& theme, QWidget* parent);
    /// A sentence instead of numbers; empty: the numbers.
    void say(const QString& sentence);
    void setReport(const service::ContactImportReport& report);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    QString m_sentence;
    qint64 m_counts[4]{};
};

/// A short bar and its percentage.
class ImportSure : public QWidget {
    Q_OBJECT
public:
    /// share: 0 to 1; below 0: nothing was guessed.
    ImportSure(const Theme& theme, double share, QWidget* parent);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    double m_share;
};

}  // namespace kith::ui
