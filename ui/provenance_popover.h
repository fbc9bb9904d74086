// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Where a value of a person comes from, what else is said, and the place to settle it.
#pragma once

#include "core/service/people_desk.h"
#include "ui/popover.h"

#include <QCoreApplication>
#include <QDate>

namespace kith::ui {

class Button;

struct ProvenanceWords {
    Q_DECLARE_TR_FUNCTIONS(kith::ui::ProvenanceWords)
public:
    static QString title(const service::PersonField& field, const QString& person);  ///< "Two numbers for Ana"
    static QString subtitle(const service::PersonField& field);                      ///< "The last 2 characters differ"
    static QString source(const service::PersonValue& value, QDate today);  ///< "Signature in a mail of 12 May"
    static QString again(const service::PersonValue& value, QDate today);   ///< "The same 6 times since January"
    /// What differs from the other value underlined, as rich text.
    static QString marked(const QString& value, const QString& other);
};

class ProvenancePopover : public Popover {
    Q_OBJECT
public:
    ProvenancePopover(const Theme& theme, QWidget* parent);

    /// Forgets what it showed; call before openAt().
    void explain(const service::PersonField& field, const QString& person);
    void setToday(QDate today) { m_today = today; }

Q_SIGNALS:
    void decided(qint64 observation, kith::service::ValueVerdict verdict);
    void mailAsked(kith::MessageId message, int start, int end);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void addValue(QVBoxLayout& column, const service::PersonValue& value, const service::PersonValue* other);
    void addFoot();
    void settle(service::ValueVerdict verdict);

    const Theme& m_theme;
    service::PersonField m_field;
    QWidget* m_values{nullptr};
    QWidget* m_deeds{nullptr};
    QDate m_today;
};

}  // namespace kith::ui
