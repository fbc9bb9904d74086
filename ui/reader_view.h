// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The reader: one conversation, its newest letter open, with the tools over it and the answers below.
#pragma once

#include "core/service/conversation.h"
#include "core/service/inbox_desk.h"

#include <QDate>
#include <QStringList>
#include <QTimer>
#include <QUrl>
#include <QWidget>

#include <vector>

class QScrollArea;
class QStackedWidget;
class QVBoxLayout;

namespace kith::ui {

class EmptyState;
class LetterView;
class ReaderBar;
class ReaderFoot;
class Theme;

class ReaderView : public QWidget {
    Q_OBJECT
public:
    ReaderView(const Theme& theme, QWidget* parent);

    /// position counts from 1.
    void showConversation(const service::Conversation& conversation, int position, int of);
    /// Grey shapes after 200 ms, if nothing came meanwhile.
    void showLoading();
    void showNothing();
    /// What failed, and the words of the link that asks again ("Try again" where empty).
    void showError(const QString& sentence, const QString& hint);

    /// Lights words (code points of the letter's text) and scrolls to them; false where they are not found.
    bool highlight(MessageId message, int start, int end);
    void highlightNothing();
    /// A picture that travelled with a letter, after inlineImageWanted().
    void setInlineImage(MessageId message, int part, const QByteArray& bytes);

    /// The user's own addresses, so that "you" can be said.
    void setOwners(const QStringList& addresses);
    /// For tests and at midnight; otherwise the day of the machine.
    void setToday(QDate today);
    ThreadId thread() const { return m_conversation.thread; }
    /// Where the popover about the priority stands.
    QWidget* whyAnchor() const { return m_whyAnchor; }

Q_SIGNALS:
    void actionRequested(kith::service::MailAction action);
    void replyRequested(bool all);
    void labelRequested();
    void moveRequested();
    void whyRequested();
    void nextRequested();
    void previousRequested();
    void showRemoteOnce(kith::MessageId message);
    void alwaysShowFor(const QString& address);
    void openAttachment(kith::MessageId message, int part, const QString& filename);
    void saveAttachment(kith::MessageId message, int part, const QString& filename);
    void inlineImageWanted(kith::MessageId message, int part);
    void senderActivated(const QString& address);
    void retryRequested();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Slot {
        QWidget* line{nullptr};     ///< folded; may be absent
        LetterView* view{nullptr};  ///< made when first unfolded
    };

    void buildContent();
    void buildHead(QVBoxLayout& column);
    void addLabels(QVBoxLayout& column);
    void buildDecision(QVBoxLayout& column);
    void buildLetters(QVBoxLayout& column);
    QWidget* makeLine(size_t index);
    LetterView* makeView(size_t index);
    LetterView* unfold(size_t index);
    void fold(size_t index);
    void hideMiddle(QVBoxLayout& column);
    void connectLetter(LetterView& view, MessageId message);
    void scrollToLit();
    void openLink(const QUrl& target);
    void showPage(QWidget* page, bool withFoot);
    QDate today() const;

    const Theme& m_theme;
    service::Conversation m_conversation;
    QStringList m_owners;
    QDate m_today;
    std::vector<Slot> m_slots;
    std::vector<QVBoxLayout*> m_places;  ///< one a letter: its line and, unfolded, its view
    ReaderBar* m_bar;
    ReaderFoot* m_foot;
    QStackedWidget* m_pages;
    QScrollArea* m_scroll;
    QWidget* m_content{nullptr};
    QWidget* m_skeleton;
    EmptyState* m_empty;
    QWidget* m_whyAnchor{nullptr};
    LetterView* m_lit{nullptr};  ///< the letter that holds lit words
    QTimer m_waiting;
};

}  // namespace kith::ui
