// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// How complete the copy of a mailbox is: at Google, here, missing, last compared.
#pragma once

#include "ui/account_view.h"

#include <QDateTime>
#include <QWidget>

#include <array>

namespace kith::ui {

class TextLabel;
class Theme;

class SyncFacts : public QWidget {
    Q_OBJECT
public:
    /// columns: 2 in a popover, 4 on a page.
    SyncFacts(const Theme& theme, QWidget* parent, int columns);

    void show(const AccountView& view, const QDateTime& now);

private:
    struct Fact {
        TextLabel* name{nullptr};
        TextLabel* value{nullptr};
    };
    void tell(size_t place, const QString& value);

    std::array<Fact, 4> m_facts;
};

}  // namespace kith::ui
