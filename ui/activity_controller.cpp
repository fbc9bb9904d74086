// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/activity_controller.h"

#include "ui/activity_page.h"
#include "ui/activity_words.h"
#include "ui/bring_home.h"

namespace kith::ui {

ActivityController::ActivityController(ActivityHouse house, ActivityPage& page, QObject* parent)
    : QObject(parent)
    , m_house(std::move(house))
    , m_page(page)
    , m_model(*this) {
    connect(&page, &ActivityPage::undoAsked, this, &ActivityController::undo);
    connect(&page, &ActivityPage::verifyAsked, this, &ActivityController::verify);
    page.setActivity(m_model);
    m_model.fetchMore({});
}

void ActivityController::lookAgain(const service::Changes& changes) {
    if (changes.journal || changes.order) {
        m_model.setToday(QDate::currentDate());
        m_model.refresh();
    }
}

void ActivityController::requestActivity(const ActivityAsk& ask,
                                         std::function<void(std::optional<service::ActivityPart>)> answer) {
    bringHome(this, m_house.list(ask), [answer = std::move(answer)](const Result<service::ActivityPart>& part) {
        answer(part ? std::optional(*part) : std::nullopt);
    });
}

void ActivityController::undo(ChangeId change) {
    bringHome(this, m_house.undo(change), [this, change](const Result<service::Receipt>& receipt) {
        const QString note = receipt ? ActivityWords::conflict(*receipt) : ActivityWords::problem(receipt.error());
        if (receipt) {
            m_model.markUndone(change);
            m_page.tell(note.isEmpty() ? tr("Taken back.") : note);
        } else {
            m_page.tell(note);
        }
        m_model.setNote(change, note);
        m_model.refresh();
    });
}

void ActivityController::verify() {
    m_page.showVerifying();
    bringHome(this, m_house.verify(), [this](const Result<service::LogReport>& report) {
        if (report) {
            m_page.showVerified(*report);
        } else {
            m_page.showNotVerified(ActivityWords::problem(report.error()));
        }
    });
}

}  // namespace kith::ui
