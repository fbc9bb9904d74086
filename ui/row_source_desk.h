// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Feeds the virtual list with rows from the inbox's desk.
#pragma once

#include "core/base/error.h"
#include "ui/message_list_model.h"

#include <QObject>

namespace kith::ui {

class InboxDoor;

class RowSourceDesk : public QObject, public RowSource {
    Q_OBJECT
public:
    explicit RowSourceDesk(InboxDoor& inbox, QObject* parent = nullptr);

    void requestRows(const std::vector<ThreadId>& threads, std::function<void(std::vector<InboxRow>)> answer) override;

Q_SIGNALS:
    /// The rows stay as they are.
    void failed(const kith::Error& error);

private:
    InboxDoor& m_inbox;
};

}  // namespace kith::ui
