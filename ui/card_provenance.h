// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Opens the popover about a value of the card beside the mail, and hands the user's word on it to the people's desk.
#pragma once

#include "core/service/people_desk.h"
#include "ui/mail_actions.h"

namespace kith::ui {

class ContextPanel;
class ProvenancePopover;
class Theme;

class CardProvenance : public QObject {
    Q_OBJECT
public:
    CardProvenance(const Theme& theme, service::PeopleDesk& desk, ContextPanel& panel);

    /// The value of this person that was asked about; the popover stands at its row.
    void explain(const QString& address, const QString& field);

Q_SIGNALS:
    void evidenceAsked(kith::MessageId message, int start, int end);
    void said(const kith::ui::ActionNews& news);
    void settled();

private:
    void decide(qint64 observation, service::ValueVerdict verdict);

    service::PeopleDesk& m_desk;
    ContextPanel& m_panel;
    ProvenancePopover* m_popover;
    int m_question{0};
};

}  // namespace kith::ui
