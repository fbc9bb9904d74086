// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/inbox_page.h"

#include "ui/bring_home.h"
#include "ui/bulk_bar.h"
#include "ui/card_provenance.h"
#include "ui/context_panel.h"
#include "ui/conversation_loader.h"
#include "ui/house_door.h"
#include "ui/list_feed.h"
#include "ui/list_pane.h"
#include "ui/mail_actions.h"
#include "ui/message_list_model.h"
#include "ui/message_list_view.h"
#include "ui/reader_view.h"
#include "ui/receipt_words.h"
#include "ui/theme.h"
#include "ui/why_popover.h"

#include <QFile>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QSplitter>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace kith::ui {

using service::MailAction;

namespace {

constexpr int listWidth = 420;
constexpr int contextWidth = 320;
constexpr int overlayBelow = 1100;
constexpr int onePaneBelow = 800;
constexpr auto seenAfter = std::chrono::milliseconds(1500);

}  // namespace

InboxPage::InboxPage(const Theme& theme, HouseDoor& house, const Seams& seams, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_house(house)
    , m_seams(seams) {
    setObjectName(QStringLiteral("inboxPage"));
    build();
    connectList();
    connectReader();
    connectContext();
    connectHouse();
}

void InboxPage::build() {
    m_splitter = new QSplitter(Qt::Horizontal, this);
    m_splitter->setObjectName(QStringLiteral("mailSplitter"));
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_list = new ListPane(m_theme, m_house.inbox(), this);
    m_list->setMinimumWidth(280);
    m_reader = new ReaderView(m_theme, this);
    m_reader->setMinimumWidth(320);
    m_context = new ContextPanel(m_theme, this);
    m_context->setMinimumWidth(240);
    m_splitter->addWidget(m_list);
    m_splitter->addWidget(m_reader);
    m_splitter->addWidget(m_context);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({listWidth, 480, contextWidth});
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_splitter);
    m_actions = new MailActions(m_house.inbox(), m_list->feed(), this);
    m_loader = new ConversationLoader(m_house.inbox(), this);
    m_seen = new QTimer(this);
    m_seen->setSingleShot(true);
    m_seen->setInterval(seenAfter);
    connect(m_splitter, &QSplitter::splitterMoved, this, &InboxPage::panesChanged);
    setFocusProxy(m_list);
}

void InboxPage::connectList() {
    connect(m_list, &ListPane::focusedChanged, this, &InboxPage::focusOn);
    connect(&m_list->feed(), &ListFeed::applied, this, [this] {
        if (std::exchange(m_rowsStale, false)) {
            m_list->model().refreshKnown();
            reopen();
        }
    });
    connect(m_list, &ListPane::opened, this, [this] { openFocused(); });
    connect(m_list, &ListPane::zoneClicked, this, &InboxPage::zoneClicked);
    connect(m_list, &ListPane::listChosen, this, &InboxPage::listShown);
    connect(&m_list->bulkBar(), &BulkBar::actionRequested, this, &InboxPage::act);
    connect(&m_list->bulkBar(), &BulkBar::snoozeRequested, this, &InboxPage::snooze);
    connect(&m_list->bulkBar(), &BulkBar::labelRequested, this, [this] { askLabels(LabelPurpose::Label); });
    connect(&m_list->bulkBar(), &BulkBar::moveRequested, this, [this] { askLabels(LabelPurpose::Move); });
    connect(m_actions, &MailActions::said, this, &InboxPage::said);
    connect(m_actions, &MailActions::touched, this, &InboxPage::rowsTouched);
    connect(m_actions, &MailActions::restored, this, [this](const std::vector<ThreadId>& threads) {
        if (!threads.empty()) {
            m_list->focusWhenThere(threads.front());
        }
    });
    connect(m_seen, &QTimer::timeout, this, [this] {
        if (m_shown && m_shown->row.unread && m_shown->thread == m_list->focused()) {
            m_actions->markSeen(m_shown->thread);
        }
    });
}

void InboxPage::connectReader() {
    connect(m_loader, &ConversationLoader::waiting, m_reader, &ReaderView::showLoading);
    connect(m_loader, &ConversationLoader::loaded, this, &InboxPage::showConversation);
    connect(m_loader, &ConversationLoader::failed, this, [this](ThreadId, const Error& error) {
        m_reader->showError(ReceiptWords::problem(error), tr("Try again"));
    });
    connect(m_reader, &ReaderView::actionRequested, this, &InboxPage::act);
    connect(m_reader, &ReaderView::replyRequested, this, &InboxPage::reply);
    connect(m_reader, &ReaderView::labelRequested, this, [this] { askLabels(LabelPurpose::Label); });
    connect(m_reader, &ReaderView::moveRequested, this, [this] { askLabels(LabelPurpose::Move); });
    connect(m_reader, &ReaderView::whyRequested, this, &InboxPage::showWhy);
    connect(m_reader, &ReaderView::nextRequested, this, [this] { moveBy(1); });
    connect(m_reader, &ReaderView::previousRequested, this, [this] { moveBy(-1); });
    connect(m_reader, &ReaderView::openAttachment, this, &InboxPage::saveAttachment);
    connect(m_reader, &ReaderView::saveAttachment, this, &InboxPage::saveAttachment);
    connect(m_reader, &ReaderView::inlineImageWanted, this, [this](MessageId message, int part) {
        bringHome(this, m_house.inbox().attachment(message, part), [this, message, part](const auto& bytes) {
            if (bytes) {
                m_reader->setInlineImage(message, part, *bytes);
            }
        });
    });
    connect(m_reader, &ReaderView::retryRequested, this, [this] {
        if (m_list->focused()) {
            m_loader->want(m_list->focused());
        }
    });
    connect(m_reader, &ReaderView::senderActivated, this,
            [this](const QString& address) { m_list->searchFor(QStringLiteral("from:") + address); });
    const auto notYet = [this] {
        Q_EMIT said(
            {QStringLiteral("image-off"), tr("Remote images come with the next version. Nothing was fetched."), {}});
    };
    connect(m_reader, &ReaderView::showRemoteOnce, this, notYet);
    connect(m_reader, &ReaderView::alwaysShowFor, this, notYet);
}

void InboxPage::connectContext() {
    connect(m_context, &ContextPanel::conversationActivated, this, [this](ThreadId thread) {
        if (m_list->model().rowOf(thread) >= 0) {
            m_list->focusWhenThere(thread);
        } else {
            m_loader->want(thread);
        }
    });
    auto* people = m_house.rooms().people;
    if (people == nullptr) {
        connect(m_context, &ContextPanel::factActivated, this,
                [this](const service::FactView& fact) { highlight(fact.source, fact.start, fact.end); });
        return;
    }
    auto* provenance = new CardProvenance(m_theme, *people, *m_context);
    connect(m_context, &ContextPanel::factActivated, provenance,
            [this, provenance](const service::FactView& fact) { provenance->explain(m_cardOf, fact.field); });
    connect(provenance, &CardProvenance::evidenceAsked, this, &InboxPage::highlight);
    connect(provenance, &CardProvenance::said, this, &InboxPage::said);
    connect(provenance, &CardProvenance::settled, this, [this] {
        const QString address = std::exchange(m_cardOf, QString());
        showCard(address);
    });
}

void InboxPage::connectHouse() {
    connect(&m_house, &HouseDoor::changed, this, [this](const service::Changes& changes) {
        if (changes.order && changes.threads.empty()) {
            m_loader->forgetAll();
            m_rowsStale = true;
        }
        if (changes.order) {
            m_list->feed().reload();
        }
        if (!changes.threads.empty()) {
            rowsTouched({changes.threads.begin(), changes.threads.end()});
        }
    });
}

void InboxPage::show(MailList list) {
    m_reading = false;
    m_list->show(list);
    layOut();
    Q_EMIT listShown(list);
}

void InboxPage::moveBy(int steps) {
    if (!m_list->focused()) {
        m_list->focusFirstWhenThere();
        return;
    }
    m_list->view().moveCurrent(steps);
}

void InboxPage::focusOn(ThreadId thread) {
    m_seen->stop();
    if (!thread) {
        m_shown.reset();
        m_cardOf.clear();
        m_reader->showNothing();
        m_context->showNothing();
        return;
    }
    m_loader->want(thread);
    m_loader->foresee(m_list->around(thread));
}

void InboxPage::showConversation(const service::Conversation& conversation) {
    m_shown = conversation;
    m_reader->showConversation(conversation, m_list->positionOf(conversation.thread), m_list->feed().size());
    showCard(conversation.row.sender.address);
    if (conversation.row.unread) {
        m_seen->start();
    }
}

void InboxPage::showCard(const QString& address) {
    if (address == m_cardOf) {
        return;
    }
    m_cardOf = address;
    bringHome(this, m_house.inbox().card(address), [this, address](const auto& card) {
        if (address != m_cardOf) {
            return;
        }
        if (card) {
            m_context->showCard(*card);
        } else {
            m_context->showNothing();
        }
    });
}

void InboxPage::rowsTouched(const std::vector<ThreadId>& threads) {
    m_list->model().refresh(threads);
    for (const ThreadId thread : threads) {
        m_loader->forget(thread);
    }
    if (m_shown && std::find(threads.begin(), threads.end(), m_shown->thread) != threads.end()) {
        reopen();
    }
}

/// Reads again what the reader shows; nothing blinks when it is still the same.
void InboxPage::reopen() {
    if (!m_shown || m_shown->thread != m_list->focused()) {
        return;
    }
    bringHome(this, m_house.inbox().open(m_shown->thread), [this](const auto& conversation) {
        const bool same = conversation && m_shown && conversation->row == m_shown->row &&
                          conversation->letters.size() == m_shown->letters.size();
        if (conversation && !same && conversation->thread == m_list->focused()) {
            showConversation(*conversation);
        }
    });
}

void InboxPage::openFocused() {
    if (!m_list->focused()) {
        m_list->focusFirstWhenThere();
        return;
    }
    m_reading = true;
    layOut();
    if (m_shown && m_shown->row.unread && m_shown->thread == m_list->focused()) {
        m_seen->stop();
        m_actions->markSeen(m_shown->thread);
    }
}

void InboxPage::back() {
    if (m_contextOver) {
        toggleContext();
    } else if (m_reading && width() < onePaneBelow) {
        m_reading = false;
        layOut();
        m_list->view().setFocus();
    } else if (m_list->isSearching()) {
        m_list->leaveSearch();
    } else if (!m_list->model().checked().empty()) {
        m_list->selectAll(false);
    } else {
        m_reading = false;
        m_list->unfocus();
    }
}

void InboxPage::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        back();
    } else {
        QWidget::keyPressEvent(event);
    }
}

void InboxPage::resizeEvent(QResizeEvent*) {
    layOut();
}

/// Three panes, two with the context over them, or one at a time.
void InboxPage::layOut() {
    const int room = window()->width();
    const bool narrow = room < onePaneBelow;
    const bool over = room < overlayBelow;
    m_list->setVisible(!narrow || !m_reading);
    m_reader->setVisible(!narrow || m_reading);
    if (over && m_splitter->indexOf(m_context) >= 0) {
        m_context->setParent(this);
        m_context->hide();
        m_contextOver = false;
    } else if (!over && m_splitter->indexOf(m_context) < 0) {
        m_splitter->addWidget(m_context);
        m_contextOver = false;
        m_splitter->setSizes({m_list->width(), m_reader->width() - contextWidth, contextWidth});
    }
    m_context->setVisible(over ? m_contextOver : m_contextAsked);
    if (over && m_contextOver) {
        m_context->setGeometry(std::max(0, width() - contextWidth), 0, std::min(width(), contextWidth), height());
        m_context->raise();
    }
}

void InboxPage::toggleContext() {
    if (window()->width() < overlayBelow) {
        m_contextOver = !m_contextOver;
    } else {
        m_contextAsked = !m_contextAsked;
    }
    layOut();
}

QList<int> InboxPage::paneWidths() const {
    return m_splitter->sizes();
}

void InboxPage::setPaneWidths(const QList<int>& widths) {
    if (widths.size() == 3 && std::all_of(widths.begin(), widths.end(), [](int width) { return width > 0; })) {
        m_splitter->setSizes(widths);
    }
}

void InboxPage::setOwner(const QString& address) {
    m_reader->setOwners(address.isEmpty() ? QStringList() : QStringList{address});
}

void InboxPage::setRowDensity(RowDensity density) {
    m_list->view().rows().setDensity(density);
}

void InboxPage::saveAttachment(MessageId message, int part, const QString& name) {
    const QString path = m_seams.askSaveName(this, name);
    if (path.isEmpty()) {
        return;
    }
    bringHome(this, m_house.inbox().attachment(message, part), [this, path, name](const auto& bytes) {
        QFile file(path);
        const bool saved = bytes && file.open(QIODevice::WriteOnly) && file.write(*bytes) == bytes->size();
        Q_EMIT said({QStringLiteral("paperclip"),
                     saved ? tr("Saved %1").arg(name) : tr("%1 could not be saved there.").arg(name),
                     {}});
    });
}

void InboxPage::highlight(MessageId message, int start, int end) {
    if (!m_shown) {
        return;
    }
    const auto& letters = m_shown->letters;
    if (std::any_of(letters.begin(), letters.end(), [&](const auto& l) { return l.message.id == message; })) {
        m_reader->highlight(message, start, end);
    } else {
        Q_EMIT said({QStringLiteral("mail"), tr("That stands in another conversation with this person."), {}});
    }
}

}  // namespace kith::ui
