// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// One thing that happened with somebody, on the line of time: an icon, what it was, when.
#pragma once

#include "core/service/person_view.h"
#include "ui/letter_line.h"

#include <QCoreApplication>

namespace kith::ui {

struct MomentWords {
    Q_DECLARE_TR_FUNCTIONS(kith::ui::MomentWords)
public:
    static QString icon(service::PersonMoment::Kind kind);
    /// "Revised quote", "Meeting: Pilot review", "A value was settled"
    static QString title(const service::PersonMoment& moment);
};

class MomentLine : public ReaderLine {
    Q_OBJECT
public:
    MomentLine(const Theme& theme, const service::PersonMoment& moment, QDate today, QWidget* parent);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_icon;
    QString m_date;
    bool m_opens;
};

}  // namespace kith::ui
