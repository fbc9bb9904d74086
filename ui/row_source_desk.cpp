// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/row_source_desk.h"

#include "ui/bring_home.h"
#include "ui/house_door.h"

namespace kith::ui {

RowSourceDesk::RowSourceDesk(InboxDoor& inbox, QObject* parent)
    : QObject(parent)
    , m_inbox(inbox) {
}

void RowSourceDesk::requestRows(const std::vector<ThreadId>& threads,
                                std::function<void(std::vector<InboxRow>)> answer) {
    bringHome(this, m_inbox.rows(threads), [this, answer = std::move(answer)](const auto& rows) {
        if (rows) {
            answer(*rows);
        } else {
            answer({});
            Q_EMIT failed(rows.error());
        }
    });
}

}  // namespace kith::ui
