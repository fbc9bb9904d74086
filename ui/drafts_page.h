// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Drafts to approve: the thread beside the draft, what each fact rests on, what must be looked at. Nothing is sent.
#pragma once

#include "core/service/drafts_desk.h"
#include "ui/place_page.h"

#include <optional>

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

class DraftsPage : public PlacePage {
    Q_OBJECT
public:
    DraftsPage(const Theme& theme, service::DraftsDesk& desk, QWidget* parent);

    void arrive() override;
    void leave() override;
    bool undo() override;
    ShortcutContext keys() const override { return ShortcutContext::Drafts; }
    /// A draft by its id.
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
    void reallyApprove();
    QString warnings() const;

    service::DraftsDesk& m_desk;
    std::vector<Draft> m_list;
    std::optional<service::DraftView> m_view;
    qint64 m_lastDone{0};  ///< approved or put away last; z takes it up again
    bool m_editing{false};
    bool m_busy{false};
    bool m_asked{false};  ///< approving was asked for once, and its warnings named
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
};

}  // namespace kith::ui
