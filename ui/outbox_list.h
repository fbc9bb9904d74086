// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The changes on their way to the server: refused with the reason first, then what waits, then what went out.
#pragma once

#include "core/domain/account.h"

#include <QDateTime>
#include <QWidget>

class QVBoxLayout;

namespace kith::ui {

class TextLabel;
class Theme;

class OutboxList : public QWidget {
    Q_OBJECT
public:
    static constexpr size_t rowsShown = 30;

    OutboxList(const Theme& theme, QWidget* parent);

    void show(const std::vector<OutboxEntry>& entries, const QDateTime& now);

Q_SIGNALS:
    void retryAsked(qint64 entry);

private:
    QWidget* makeRow(const OutboxEntry& entry, const QDateTime& now);

    const Theme& m_theme;
    TextLabel* m_summary;
    QVBoxLayout* m_rows;
    QString m_shown;  ///< what the rows were made from
};

}  // namespace kith::ui
