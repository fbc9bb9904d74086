// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Drafts to approve: the thread beside the draft, what each fact rests on, what must be looked at. Only the user sends.
#pragma once

#include "core/service/drafts_desk.h"
#include "ui/place_page.h"

#include <optional>

class QComboBox;
class QHBoxLayout;
class QLineEdit;
class QStackedWidget;
class QTextBrowser;
class QTextEdit;

namespace kith::ui {

class Button;
class DraftCheckGrid;
class DraftRecipients;
class EmptyState;
class IconButton;
class TextLabel;
struct Seams;

class DraftsPage : public PlacePage {
    Q_OBJECT
public:
    DraftsPage(const Theme& theme, service::DraftsDesk& desk, QWidget* parent);

    /// For handing a letter over; without them there is no such button.
    void setSeams(const Seams& seams) { m_seams = &seams; }

    void arrive() override;
    void leave() override;
    bool undo() override;
    ShortcutContext keys() const override { return ShortcutContext::Drafts; }
    /// A draft by its id; reply:ID and reply-all:ID begin the answer to a message.
    void show(const QString& part) override;
    using PlacePage::show;

    /// Text that is read has no frame; while it is written it looks like a field.
    static QString readingSheet() {
        return QStringLiteral("QTextEdit { border: 0; background: transparent; padding: 0; }");
    }

    /// Of what is shown; 0 while nothing is.
    qint64 current() const { return m_view ? m_view->draft.id : 0; }
    bool isEditing() const { return m_editing; }
    int waiting() const { return static_cast<int>(m_list.size()); }

public Q_SLOTS:
    void approve();
    /// Approves and sends; while it waits to go: holds it back.
    void send();
    void sendLater();
    void handOver();
    void edit();
    void discard();
    void askAgain();
    void next();
    void previous();

Q_SIGNALS:
    void waitingChanged(int count);

private:
    void build();
    QWidget* buildHead();
    QWidget* buildDraft(QWidget* parent);
    QWidget* buildFoot(QWidget* parent);
    QHBoxLayout* buildChecksLine(QWidget* checks);
    QComboBox* buildRemind(QWidget* parent);
    void connectFoot();
    void reload(qint64 wanted);
    void take(const std::vector<Draft>& list, qint64 wanted);
    void open(qint64 id);
    void showView(service::DraftView view);
    void showNothing(const QString& sentence);
    void step(int by);
    void finishEditing(const std::function<void()>& then);
    void removeRecipient(const QString& address);
    void writeAgain();
    void heard(const QString& words);
    void setBusy(bool busy);
    void tell(const QString& sentence);
    void afterDeed(const Result<Draft>& draft, const QString& icon, const QString& sentence);
    void release();
    void reallyApprove();
    void reallySend(qint64 id);
    void holdBack(qint64 id);
    void begin(MessageId message, DraftKind kind);
    void readSettings();
    void showSending();
    void emptyActed();
    void offerSnippets();
    void insertSnippet(const QString& name);
    void saveLetter(qint64 id, const QString& path);
    /// Of the checks that are not good: those that forbid approving, or the others.
    QString warnings(bool blocking) const;
    void acknowledge(const QString& check, bool right);

    service::DraftsDesk& m_desk;
    std::vector<Draft> m_list;
    std::optional<service::DraftView> m_view;
    qint64 m_lastDone{0};  ///< approved or put away last; z takes it up again
    qint64 m_lastSent{0};  ///< asked to go last; z holds it back
    const Seams* m_seams{nullptr};
    service::DraftSettings m_settings;
    service::SendChoice m_choice;
    bool m_sends{false};      ///< what is approved now goes, too
    bool m_beginning{false};  ///< an answer is on its way to the page
    bool m_editNext{false};   ///< what is opened next is written in
    bool m_editing{false};
    bool m_busy{false};
    bool m_asked{false};         ///< approving was asked for once, and its warnings named
    QStringList m_acknowledged;  ///< blocking checks of what is shown that the user finds right
    QString m_stream;
    TextLabel* m_title{nullptr};
    TextLabel* m_place{nullptr};
    IconButton* m_up{nullptr};
    IconButton* m_down{nullptr};
    QStackedWidget* m_stack{nullptr};
    EmptyState* m_nothing{nullptr};
    QTextBrowser* m_thread{nullptr};
    TextLabel* m_origin{nullptr};
    DraftRecipients* m_recipients{nullptr};
    QTextEdit* m_text{nullptr};
    DraftCheckGrid* m_checks{nullptr};
    TextLabel* m_promise{nullptr};
    TextLabel* m_notice{nullptr};
    QLineEdit* m_note{nullptr};
    Button* m_approve{nullptr};
    Button* m_edit{nullptr};
    Button* m_again{nullptr};
    Button* m_discard{nullptr};
    Button* m_send{nullptr};
    Button* m_hand{nullptr};
    Button* m_snippets{nullptr};
    IconButton* m_later{nullptr};
    QComboBox* m_remind{nullptr};
};

}  // namespace kith::ui
