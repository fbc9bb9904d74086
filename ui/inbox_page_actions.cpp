// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/inbox_page.h"

#include "core/service/learned_desk.h"
#include "ui/bring_home.h"
#include "ui/house_door.h"
#include "ui/label_popover.h"
#include "ui/list_feed.h"
#include "ui/list_pane.h"
#include "ui/mail_actions.h"
#include "ui/message_list_model.h"
#include "ui/message_list_view.h"
#include "ui/reader_view.h"
#include "ui/snooze_popover.h"
#include "ui/theme.h"
#include "ui/why_popover.h"

#include <QLocale>
#include <QTimer>

#include <algorithm>

namespace kith::ui {

using service::MailAction;

namespace {

/// More than this many at once: ask first.
constexpr int manyConversations = 100;

}  // namespace

bool InboxPage::agreed(int count, const QString& question) {
    return count <= manyConversations || m_seams.confirm(this, question, tr("Do it"));
}

void InboxPage::act(MailAction action) {
    const std::vector<ThreadId> threads = m_list->targets();
    const int count = static_cast<int>(threads.size());
    if (action == MailAction::Snooze) {
        snooze();
        return;
    }
    if (count == 0 || !agreed(count, tr("Change %n conversation(s)? z takes it back.", nullptr, count))) {
        return;
    }
    m_seen->stop();
    m_list->selectAll(false);
    m_actions->act(action, threads);
}

void InboxPage::toggleStar() {
    const auto threads = m_list->targets();
    if (threads.empty()) {
        return;
    }
    const QModelIndex index = m_list->model().index(m_list->model().rowOf(threads.front()));
    const bool starred = index.data(MessageListModel::RowRole).value<InboxRow>().starred;
    act(starred ? MailAction::Unstar : MailAction::Star);
}

void InboxPage::snooze() {
    const auto threads = m_list->targets();
    if (threads.empty()) {
        return;
    }
    auto* popover = new SnoozePopover(m_theme, this);
    connect(popover, &SnoozePopover::chosen, this, [this, threads](const QDateTime& until) {
        m_seen->stop();
        m_list->selectAll(false);
        m_actions->act(MailAction::Snooze, threads, std::chrono::milliseconds(until.toMSecsSinceEpoch()));
    });
    openAtRow(*popover);
}

/// Beside the row on which the keyboard is; at the head of the list where it is out of sight.
void InboxPage::openAtRow(Popover& popover) {
    MessageListView& view = m_list->view();
    const QRect row = view.visualRect(view.currentIndex()).intersected(view.viewport()->rect());
    const QRect anchor = row.isEmpty() ? QRect(0, 0, view.viewport()->width(), 48) : row;
    popover.openAt(*window(), QRect(view.viewport()->mapToGlobal(anchor.topLeft()), anchor.size()));
    popover.setFocus();
}

void InboxPage::askLabels(LabelPurpose purpose) {
    const auto threads = m_list->targets();
    const int count = static_cast<int>(threads.size());
    if (count == 0 || !agreed(count, tr("Change %n conversation(s)? z takes it back.", nullptr, count))) {
        return;
    }
    auto* popover = new LabelPopover(m_theme, purpose, this);
    bringHome(popover, m_house.inbox().labels(threads), [popover, count](const auto& labels) {
        if (labels) {
            popover->setLabels(*labels, count);
        }
    });
    const auto settle = [this] {
        m_seen->stop();
        m_list->selectAll(false);
    };
    connect(popover, &LabelPopover::labelled, this, [this, threads, settle](const service::LabelChange& change) {
        settle();
        m_actions->setLabels(threads, change);
    });
    connect(popover, &LabelPopover::movedTo, this, [this, threads, settle](const QString& label) {
        settle();
        m_actions->setLabels(threads, {{label}, {QStringLiteral("INBOX")}});
    });
    connect(popover, &LabelPopover::movedBy, this, [this, threads, settle](MailAction action) {
        settle();
        m_actions->act(action, threads);
    });
    openAtRow(*popover);
}

void InboxPage::zoneClicked(RowZone zone, ThreadId thread) {
    const auto one = std::vector<ThreadId>{thread};
    switch (zone) {
    case RowZone::Archive:
        m_actions->act(MailAction::Archive, one);
        break;
    case RowZone::Snooze:
        m_list->focusWhenThere(thread);
        snooze();
        break;
    case RowZone::Star: {
        const QModelIndex index = m_list->model().index(m_list->model().rowOf(thread));
        const bool starred = index.data(MessageListModel::RowRole).value<InboxRow>().starred;
        m_actions->act(starred ? MailAction::Unstar : MailAction::Star, one);
        break;
    }
    case RowZone::Mark:
        m_list->focusWhenThere(thread);
        showWhy();
        break;
    default:
        break;
    }
}

/// The messages that the rows decide by; rows that were never in sight have none yet and are left out.
std::vector<MessageId> InboxPage::targetMessages() const {
    std::vector<MessageId> messages;
    for (const ThreadId thread : m_list->targets()) {
        const QModelIndex index = m_list->model().index(m_list->model().rowOf(thread));
        const auto row = index.data(MessageListModel::RowRole).value<InboxRow>();
        if (row.message) {
            messages.push_back(row.message);
        }
    }
    return messages;
}

void InboxPage::setPriority(Priority priority) {
    const std::vector<MessageId> messages = targetMessages();
    if (messages.empty() ||
        !agreed(static_cast<int>(messages.size()),
                tr("Set the priority of %n conversation(s)?", nullptr, static_cast<int>(messages.size())))) {
        return;
    }
    const QModelIndex index = m_list->model().index(m_list->model().rowOf(m_list->targets().front()));
    const auto row = index.data(MessageListModel::RowRole).value<InboxRow>();
    m_list->selectAll(false);
    m_actions->setPriority(messages, priority, row.priority);
}

void InboxPage::sayRight() {
    if (m_shown && m_shown->row.decided) {
        m_actions->setPriority({m_shown->row.message}, m_shown->row.priority, m_shown->row.priority);
    }
}

void InboxPage::showWhy() {
    if (!m_shown || !m_shown->decision) {
        Q_EMIT said({QStringLiteral("circle-question-mark"), tr("This one is not scored yet."), {}});
        return;
    }
    if (m_why) {
        m_why->close();
    }
    m_why = new WhyPopover(m_theme, this);
    m_why->setAttribute(Qt::WA_DeleteOnClose);
    m_why->explain(*m_shown->decision, m_shown->row.sender, m_shown->row.certainty);
    connectWhy(*m_why);
    askSuggestions(*m_why, m_shown->row.message);
    m_why->openAtEdge(*m_reader->whyAnchor());
}

void InboxPage::connectWhy(WhyPopover& why) {
    connect(&why, &WhyPopover::previewRequested, &why, [this, &why](MessageId message, Priority assigned) {
        bringHome(&why, m_house.inbox().preview(message, assigned), [&why](const auto& preview) {
            if (preview) {
                why.setPreview(*preview);
            }
        });
    });
    connect(&why, &WhyPopover::confirmed, this, [this] { sayRight(); });
    connect(&why, &WhyPopover::corrected, m_actions, &MailActions::giveFeedback);
    connect(&why, &WhyPopover::evidenceActivated, this, &InboxPage::highlight);
    connect(&why, &WhyPopover::replayRequested, &why, [this, &why](MessageId message) {
        bringHome(&why, m_house.inbox().replay(message), [&why](const auto& same) {
            if (same) {
                why.setReplay(*same);
            }
        });
    });
    connect(&why, &WhyPopover::otherOpened, this, &InboxPage::otherAsked);
    connect(&why, &WhyPopover::suggestionAnswered, this, &InboxPage::answerSuggestion);
    connect(&why, &QObject::destroyed, m_reader, &ReaderView::highlightNothing);
}

/// What the user's corrections suggest for this mail; comes later than the popover.
void InboxPage::askSuggestions(WhyPopover& why, MessageId message) {
    if (service::LearnedDesk* learned = m_house.rooms().learned) {
        bringHome(&why, learned->about(message), [&why](const auto& suggestions) {
            if (suggestions && !suggestions->empty()) {
                why.setSuggestions(*suggestions);
            }
        });
    }
}

void InboxPage::answerSuggestion(qint64 suggestion, bool apply) {
    service::LearnedDesk* learned = m_house.rooms().learned;
    if (!learned) {
        return;
    }
    bringHome(this, apply ? learned->apply(suggestion) : learned->setAside(suggestion),
              [this, apply](const Result<service::Receipt>& receipt) {
                  if (!receipt) {
                      Q_EMIT said({QStringLiteral("triangle-alert"), receipt.error().detail, {}});
                      return;
                  }
                  Q_EMIT said({QStringLiteral("check"),
                               apply ? tr("The suggestion is a rule now.") : tr("The suggestion was set aside."),
                               receipt->change});
              });
}

void InboxPage::reply(bool all) {
    if (!m_shown || m_shown->letters.empty()) {
        Q_EMIT said({QStringLiteral("reply"), tr("Open a conversation first."), {}});
        return;
    }
    const service::LetterView& newest = m_shown->letters.back();
    if (newest.aimedAtAssistant) {
        Q_EMIT said({QStringLiteral("shield-alert"), tr("Replying is off: this message speaks to an assistant."), {}});
        return;
    }
    Q_EMIT replyAsked(newest.message.id, all);
}

bool InboxPage::whyIsOpen() const {
    return m_why && m_why->isVisible();
}

}  // namespace kith::ui
