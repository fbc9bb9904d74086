// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/drafts_page.h"

#include "ui/bring_home.h"
#include "ui/buttons.h"
#include "ui/draft_check_grid.h"
#include "ui/draft_recipients.h"
#include "ui/draft_text.h"
#include "ui/draft_words.h"
#include "ui/empty_state.h"
#include "ui/text_label.h"

#include <QLineEdit>
#include <QPointer>
#include <QStackedWidget>
#include <QTextBrowser>
#include <QTextEdit>

namespace kith::ui {

DraftsPage::DraftsPage(const Theme& theme, service::DraftsDesk& desk, QWidget* parent)
    : PlacePage(theme, parent)
    , m_desk(desk) {
    setObjectName(QStringLiteral("draftsPage"));
    setAccessibleName(tr("Drafts to approve"));
    setFocusPolicy(Qt::StrongFocus);
    build();
    showNothing({});
    connect(&theme, &Theme::changed, this, [this] {
        if (m_view && !m_editing) {
            showView(*m_view);
        }
    });
}

void DraftsPage::arrive() {
    readSettings();
    if (!m_beginning) {
        reload(current());
    }
}

void DraftsPage::leave() {
    if (m_editing) {
        finishEditing({});
    }
    m_desk.stopWriting();
}

void DraftsPage::show(const QString& part) {
    const MessageId message{part.section(u':', 1).toLongLong()};
    if (part.startsWith(QStringLiteral("reply-all:"))) {
        return begin(message, DraftKind::ReplyAll);
    }
    if (part.startsWith(QStringLiteral("reply:"))) {
        return begin(message, DraftKind::Reply);
    }
    reload(part.toLongLong());
}

void DraftsPage::reload(qint64 wanted) {
    bringHome(this, m_desk.waiting(), [this, wanted](const Result<std::vector<Draft>>& list) {
        list ? take(*list, wanted) : showNothing(tr("The drafts cannot be read: %1").arg(list.error().detail));
    });
}

void DraftsPage::take(const std::vector<Draft>& list, qint64 wanted) {
    m_list = list;
    Q_EMIT waitingChanged(waiting());
    if (m_list.empty()) {
        return showNothing({});
    }
    const auto at = std::find_if(m_list.begin(), m_list.end(), [&](const Draft& one) { return one.id == wanted; });
    open(at == m_list.end() ? m_list.front().id : at->id);
}

void DraftsPage::open(qint64 id) {
    bringHome(this, m_desk.view(id), [this](const Result<service::DraftView>& view) {
        view ? showView(*view) : showNothing(tr("The draft cannot be read: %1").arg(view.error().detail));
    });
}

/// An empty sentence: there is nothing to approve.
void DraftsPage::showNothing(const QString& sentence) {
    m_view.reset();
    m_title->setText(tr("Drafts to approve"));
    m_place->clear();
    m_nothing->say(!sentence.isEmpty() ? sentence
                   : m_settings.ahead  ? tr("Nothing waits for you. Answers to critical mail will lie here.")
                                       : tr("Nothing waits for you. Answer a message with R, or let Kith draft ahead."),
                   sentence.isEmpty() && !m_settings.ahead ? tr("Draft answers ahead …") : tr("Go to the inbox"));
    m_stack->setCurrentIndex(0);
    m_up->setEnabled(false);
    m_down->setEnabled(false);
}

void DraftsPage::showView(service::DraftView view) {
    const bool same = m_view && m_view->draft.id == view.draft.id && m_view->draft.changedAt == view.draft.changedAt;
    m_acknowledged = same ? m_acknowledged : QStringList();
    m_view = std::move(view);
    m_asked = false;
    const Draft& draft = m_view->draft;
    const auto at = std::find_if(m_list.begin(), m_list.end(), [&](const Draft& one) { return one.id == draft.id; });
    const auto number = at - m_list.begin() + 1;
    m_title->setText(DraftWords::title(draft));
    m_place->setText(tr("%1 of %n draft(s)", nullptr, waiting()).arg(number));
    m_up->setEnabled(number > 1);
    m_down->setEnabled(number < static_cast<qsizetype>(m_list.size()));
    m_origin->setText(DraftWords::origin(draft));
    m_recipients->setView(*m_view);
    writeThread(*m_thread->document(), theme(), *m_view);
    if (!m_editing) {
        writeDraft(*m_text->document(), theme(), *m_view);
    }
    m_checks->setReport(m_view->report, m_acknowledged);
    m_promise->setText(DraftWords::promise(draft));
    tell(DraftWords::state(draft));
    setBusy(false);
    showSending();
    m_stack->setCurrentIndex(1);
    if (std::exchange(m_editNext, false)) {
        edit();
    }
}

void DraftsPage::tell(const QString& sentence) {
    m_notice->setText(sentence);
    m_notice->setVisible(!sentence.isEmpty());
}

void DraftsPage::setBusy(bool busy) {
    m_busy = busy;
    for (QWidget* one :
         std::initializer_list<QWidget*>{m_approve, m_edit, m_again, m_discard, m_send, m_later, m_hand}) {
        one->setEnabled(!busy);
    }
}

void DraftsPage::step(int by) {
    const auto at =
        std::find_if(m_list.begin(), m_list.end(), [this](const Draft& one) { return one.id == current(); });
    const auto to = at - m_list.begin() + by;
    if (at == m_list.end() || to < 0 || to >= static_cast<qsizetype>(m_list.size())) {
        return;
    }
    const qint64 id = m_list[static_cast<size_t>(to)].id;
    m_editing ? finishEditing([this, id] { open(id); }) : open(id);
}

void DraftsPage::next() {
    step(1);
}

void DraftsPage::previous() {
    step(-1);
}

void DraftsPage::edit() {
    if (!m_view || m_busy) {
        return;
    }
    if (m_editing) {
        return finishEditing({});
    }
    m_editing = true;
    offerSnippets();
    m_text->setPlainText(m_view->draft.body);
    m_text->setReadOnly(false);
    m_text->setStyleSheet({});
    m_text->setFocus();
    m_edit->setText(tr("Done"));
    m_edit->setKeys({});
}

/// The text as it stands is stored; then what was meant to follow.
void DraftsPage::finishEditing(const std::function<void()>& then) {
    m_editing = false;
    m_snippets->hide();
    m_text->setReadOnly(true);
    m_text->setStyleSheet(readingSheet());
    m_edit->setText(tr("Edit"));
    m_edit->setKeys(QKeySequence(Qt::Key_E));
    setFocus();
    const QString body = m_text->toPlainText().trimmed() + u'\n';
    if (!m_view || body == m_view->draft.body) {
        if (m_view) {
            writeDraft(*m_text->document(), theme(), *m_view);
        }
        return then ? then() : void();
    }
    bringHome(this, m_desk.edit(current(), {.body = body}), [this, then](const Result<Draft>& draft) {
        if (!draft) {
            return tell(tr("The text is not kept: %1").arg(draft.error().detail));
        }
        then ? then() : open(draft->id);
    });
}

void DraftsPage::removeRecipient(const QString& address) {
    if (!m_view || m_busy) {
        return;
    }
    service::DraftEdit edit;
    const auto without = [&address](Addresses list) {
        std::erase_if(list, [&](const Address& who) { return addressKey(who.address) == addressKey(address); });
        return list;
    };
    edit.to = without(m_view->draft.to);
    edit.cc = without(m_view->draft.cc);
    bringHome(this, m_desk.edit(current(), edit), [this](const Result<Draft>& draft) {
        draft ? open(draft->id) : tell(tr("The recipients are not kept: %1").arg(draft.error().detail));
    });
}

QString DraftsPage::warnings(bool blocking) const {
    QStringList words;
    for (const triage::DraftCheck& check : m_view->report.checks) {
        if (!check.ok && check.blocking == blocking && !m_acknowledged.contains(check.name)) {
            const DraftCheckWords told = DraftWords::check(check);
            words << (told.detail.isEmpty() ? told.sentence : tr("%1 (%2)").arg(told.sentence, told.detail));
        }
    }
    return words.join(QStringLiteral(" · "));
}

void DraftsPage::acknowledge(const QString& check, bool right) {
    m_acknowledged.removeAll(check);
    if (right) {
        m_acknowledged << check;
    }
    m_checks->setReport(m_view->report, m_acknowledged);
    tell({});
    setFocus();
}

void DraftsPage::approve() {
    m_sends = false;
    release();
}

void DraftsPage::release() {
    if (!m_view || m_busy) {
        return;
    }
    if (m_editing) {
        return finishEditing([this, id = current()] {
            bringHome(this, m_desk.view(id), [this](const Result<service::DraftView>& view) {
                if (view) {
                    showView(*view);
                    release();
                }
            });
        });
    }
    if (const QString blocking = warnings(true); !blocking.isEmpty()) {
        return tell(tr("Change the draft first, or say that it is right: %1").arg(blocking));
    }
    if (const QString others = warnings(false); !others.isEmpty() && !m_asked) {
        m_asked = true;
        return tell(tr("Approve all the same? %1").arg(others));
    }
    reallyApprove();
}

void DraftsPage::reallyApprove() {
    setBusy(true);
    tell({});
    bringHome(this, m_desk.approve(current(), m_acknowledged), [this](const Result<Draft>& draft) {
        if (draft && m_sends) {
            return reallySend(draft->id);
        }
        const bool saved = draft && draft->state == DraftState::Saved;
        afterDeed(draft, QStringLiteral("circle-check"),
                  saved ? tr("In its thread as a Gmail draft, read back. You send it there.")
                        : tr("Approved. Nothing was sent."));
    });
}

void DraftsPage::discard() {
    if (!m_view || m_busy) {
        return;
    }
    m_editing = false;
    m_text->setReadOnly(true);
    setBusy(true);
    bringHome(this, m_desk.discard(current()), [this](const Result<Draft>& draft) {
        afterDeed(draft, QStringLiteral("trash-2"), tr("The draft is put away. Z takes it up again."));
    });
}

void DraftsPage::afterDeed(const Result<Draft>& draft, const QString& icon, const QString& sentence) {
    setBusy(false);
    if (!draft) {
        return tell(draft.error().detail);
    }
    m_lastDone = draft->id;
    Q_EMIT said({icon, sentence, {}});
    const auto at = std::find_if(m_list.begin(), m_list.end(), [&](const Draft& one) { return one.id == draft->id; });
    const bool more = at != m_list.end() && at + 1 != m_list.end();
    reload(more ? (at + 1)->id : 0);
}

bool DraftsPage::undo() {
    if (m_lastSent != 0) {
        holdBack(std::exchange(m_lastSent, 0));
        return true;
    }
    if (m_lastDone == 0) {
        return false;
    }
    bringHome(this, m_desk.reopen(std::exchange(m_lastDone, 0)), [this](const Result<Draft>& draft) {
        draft ? reload(draft->id) : tell(tr("It cannot be taken up again: %1").arg(draft.error().detail));
    });
    return true;
}

void DraftsPage::askAgain() {
    if (!m_view || m_busy) {
        return;
    }
    m_note->setVisible(true);
    m_note->setFocus();
}

void DraftsPage::writeAgain() {
    const QString note = m_note->text().trimmed();
    m_note->clear();
    m_note->hide();
    setFocus();
    setBusy(true);
    m_stream.clear();
    tell(tr("It is being written again …"));
    const QPointer<DraftsPage> page(this);
    const auto onWords = [page](const QString& words) {
        QMetaObject::invokeMethod(
            qApp,
            [page, words] {
                if (page) {
                    page->heard(words);
                }
            },
            Qt::QueuedConnection);
    };
    bringHome(this, m_desk.write(m_view->draft.message, note, onWords), [this](const Result<Draft>& draft) {
        setBusy(false);
        if (!draft) {
            showView(*m_view);
            return tell(tr("It could not be written again: %1").arg(draft.error().detail));
        }
        reload(draft->id);
    });
}

/// Words as they come; what they rest on is known at the end.
void DraftsPage::heard(const QString& words) {
    if (m_busy) {
        m_stream += words;
        m_text->setPlainText(m_stream);
    }
}

}  // namespace kith::ui
