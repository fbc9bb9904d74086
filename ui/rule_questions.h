// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What rules ask, wait for, or will do later: each with its message and the answers one can give.
#pragma once

#include "core/service/rules_desk.h"
#include "ui/page_column.h"
#include "ui/theme.h"

namespace kith::ui {

class RuleQuestions : public PageColumn {
    Q_OBJECT
public:
    RuleQuestions(const Theme& theme, QWidget* parent);

    void setWaiting(const std::vector<service::WaitingDeed>& waiting);
    /// The keyboard on the first answer.
    void start();

Q_SIGNALS:
    void answered(qint64 id, bool yes);
    void opened(kith::ThreadId thread);

private:
    void clear();
    void addDeed(const service::WaitingDeed& deed, int together);

    const Theme& m_theme;
};

}  // namespace kith::ui
