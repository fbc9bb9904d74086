// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// One value of a person: field, value, and the dot that says where it comes from.
#pragma once

#include "core/service/conversation.h"
#include "ui/letter_line.h"
#include "ui/provenance_dot.h"

namespace kith::ui {

/// Words and dot of a fact.
struct FactWords {
    Q_DECLARE_TR_FUNCTIONS(kith::ui::FactWords)
public:
    static QString field(const QString& stableWord);
    static QString origin(service::FactView::Origin origin);
    /// "94 % · found in mail"
    static QString source(const service::FactView& fact);
};

Provenance provenanceOf(service::FactView::Origin origin);

class FactRow : public ReaderLine {
    Q_OBJECT
public:
    FactRow(const Theme& theme, const service::FactView& fact, QWidget* parent);
    const service::FactView& fact() const { return m_fact; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    bool isStacked() const;

    service::FactView m_fact;
};

/// "● you  ◐ mail  ○ outside  ! conflict"
class FactLegend : public QWidget {
    Q_OBJECT
public:
    FactLegend(const Theme& theme, QWidget* parent);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
};

/// Another conversation: an envelope, its subject, its date.
class ConversationLine : public ReaderLine {
    Q_OBJECT
public:
    ConversationLine(const Theme& theme, const QString& subject, const QString& date, QWidget* parent);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_date;
};

}  // namespace kith::ui
