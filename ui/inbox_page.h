// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Mail on one page: the list, the reader and the person behind the mail, and everything done to a conversation here.
#pragma once

#include "core/service/inbox_desk.h"
#include "ui/label_model.h"
#include "ui/message_delegate.h"
#include "ui/seams.h"

#include <QPointer>
#include <QWidget>

#include <optional>

class QSplitter;
class QTimer;

namespace kith::ui {

class ContextPanel;
class ConversationLoader;
class HouseDoor;
class ListPane;
class MailActions;
class Popover;
class ReaderView;
class Theme;
class WhyPopover;
struct ActionNews;

class InboxPage : public QWidget {
    Q_OBJECT
public:
    InboxPage(const Theme& theme, HouseDoor& house, const Seams& seams, QWidget* parent);

    ListPane& list() { return *m_list; }
    MailActions& actions() { return *m_actions; }
    ReaderView& reader() { return *m_reader; }

    void show(MailList list);
    void moveBy(int steps);
    void openFocused();
    /// One step back: out of a search, a selection, the reader, the focus.
    void back();
    void act(service::MailAction action);
    void toggleStar();
    void snooze();
    /// Labels on and off, or a place to move to, asked in a popover.
    void askLabels(LabelPurpose purpose);
    void setPriority(Priority priority);
    void sayRight();
    void showWhy();
    /// Answers the newest letter of what is open.
    void reply(bool all);
    void setOwner(const QString& address);
    void setRowDensity(RowDensity density);
    /// Beside the reader, or over it where the window is narrow.
    void toggleContext();
    QList<int> paneWidths() const;
    void setPaneWidths(const QList<int>& widths);
    const std::optional<service::Conversation>& shown() const { return m_shown; }
    bool whyIsOpen() const;

Q_SIGNALS:
    void said(const kith::ui::ActionNews& news);
    void panesChanged();
    void listShown(kith::MailList list);
    /// A conversation that may stand in no list at hand.
    void otherAsked(kith::ThreadId thread);
    void replyAsked(kith::MessageId message, bool all);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void build();
    void connectList();
    void connectReader();
    void connectContext();
    void connectHouse();
    void focusOn(ThreadId thread);
    void showConversation(const service::Conversation& conversation);
    void showCard(const QString& address);
    void reopen();
    void rowsTouched(const std::vector<ThreadId>& threads);
    bool agreed(int count, const QString& question);
    void openAtRow(Popover& popover);
    void zoneClicked(RowZone zone, ThreadId thread);
    void saveAttachment(MessageId message, int part, const QString& name);
    void highlight(MessageId message, int start, int end);
    void layOut();
    void connectWhy(WhyPopover& why);
    void askSuggestions(WhyPopover& why, MessageId message);
    void answerSuggestion(qint64 suggestion, bool apply);
    std::vector<MessageId> targetMessages() const;

    const Theme& m_theme;
    HouseDoor& m_house;
    const Seams& m_seams;
    QSplitter* m_splitter{nullptr};
    ListPane* m_list{nullptr};
    ReaderView* m_reader{nullptr};
    ContextPanel* m_context{nullptr};
    MailActions* m_actions{nullptr};
    ConversationLoader* m_loader{nullptr};
    QPointer<WhyPopover> m_why;
    std::optional<service::Conversation> m_shown;
    QString m_cardOf;
    QTimer* m_seen{nullptr};
    bool m_reading{false};      ///< one pane: the reader is in front
    bool m_contextAsked{true};  ///< by the user, where there is room
    bool m_rowsStale{false};    ///< any row may have changed
    bool m_contextOver{false};  ///< lies over the reader now
};

}  // namespace kith::ui
