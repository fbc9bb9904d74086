// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The part of the page of drafts with which letters begin and go: answers, sending, handing over, snippets.
#include "ui/bring_home.h"
#include "ui/buttons.h"
#include "ui/drafts_page.h"
#include "ui/seams.h"
#include "ui/snooze_popover.h"
#include "ui/text_label.h"

#include <QComboBox>
#include <QLocale>
#include <QMenu>
#include <QSaveFile>
#include <QTextEdit>
#include <QUrlQuery>

namespace kith::ui {

namespace {

QString peopleList(const Addresses& people) {
    QStringList list;
    for (const Address& who : people) {
        list << who.address;
    }
    return list.join(u',');
}

QUrl mailtoUrl(const Draft& draft) {
    QUrl url;
    url.setScheme(QStringLiteral("mailto"));
    url.setPath(peopleList(draft.to));
    QUrlQuery query;
    const auto add = [&](const char* key, const QString& value) {
        if (!value.isEmpty()) {
            query.addQueryItem(QLatin1String(key), QString::fromLatin1(QUrl::toPercentEncoding(value)));
        }
    };
    add("cc", peopleList(draft.cc));
    add("subject", draft.subject);
    add("body", draft.body);
    url.setQuery(query);
    return url;
}

}  // namespace

void DraftsPage::readSettings() {
    bringHome(this, m_desk.settings(), [this](const Result<service::DraftSettings>& settings) {
        if (settings) {
            m_settings = *settings;
            m_view ? showSending() : showNothing({});
        }
    });
}

void DraftsPage::emptyActed() {
    m_settings.ahead ? goAsked(Place::Inbox) : goAsked(Place::Settings, QStringLiteral("drafts"));
}

void DraftsPage::begin(MessageId message, DraftKind kind) {
    if (m_editing) {
        finishEditing({});
    }
    m_beginning = true;
    bringHome(this, m_desk.begin(message, kind), [this](const Result<Draft>& draft) {
        m_beginning = false;
        if (!draft) {
            return showNothing(tr("The answer cannot be begun: %1").arg(draft.error().detail));
        }
        m_editNext = draft->body.isEmpty();
        reload(draft->id);
    });
}

/// What can be done with what is shown: sent, held back, or handed over.
void DraftsPage::showSending() {
    const Draft& draft = m_view->draft;
    const bool goes = draft.sendAt.count() > 0;
    const bool remote = draft.account.value > 0;
    m_send->setVisible(remote && (m_settings.maySend || goes));
    m_send->setText(goes ? tr("Hold back") : tr("Send"));
    m_later->setVisible(remote && m_settings.maySend && !goes);
    m_remind->setVisible(remote && m_settings.maySend && !goes);
    m_approve->setVisible(!goes);
    const bool full = remote && (m_settings.maySend || goes);  // less room for the others
    const bool hand = !remote && m_seams != nullptr;
    m_again->setText(full || hand ? tr("Again …") : tr("Regenerate with a note"));
    m_again->setAccessibleName(tr("Regenerate with a note"));
    m_discard->setText(full ? QString() : tr("Discard"));
    m_discard->setAccessibleName(tr("Discard"));
    m_discard->setToolTip(full ? tr("Discard") : QString());
    m_promise->setVisible(!full);
    m_hand->setVisible(hand);
}

void DraftsPage::send() {
    if (!m_view || m_busy) {
        return;
    }
    if (m_view->draft.sendAt.count() > 0) {
        return holdBack(current());
    }
    if (!m_settings.maySend || m_view->draft.account.value == 0) {
        return tell(tr("Sending is off. The settings of drafts turn it on."));
    }
    m_sends = true;
    m_choice = {std::chrono::milliseconds{0}, m_remind->currentData().toInt()};
    release();
}

void DraftsPage::sendLater() {
    if (!m_view || m_busy) {
        return;
    }
    auto* popover = new SnoozePopover(theme(), this);
    connect(popover, &SnoozePopover::chosen, this, [this](const QDateTime& at) {
        m_sends = true;
        m_choice = {std::chrono::milliseconds(at.toMSecsSinceEpoch()), m_remind->currentData().toInt()};
        release();
    });
    popover->openAt(*window(), QRect(m_later->mapToGlobal(QPoint(0, 0)), m_later->size()));
    popover->setFocus();
}

void DraftsPage::reallySend(qint64 id) {
    bringHome(this, m_desk.send(id, m_choice), [this](const Result<Draft>& draft) {
        m_sends = false;
        const QDateTime at = draft ? QDateTime::fromMSecsSinceEpoch(draft->sendAt.count()).toLocalTime() : QDateTime();
        const bool later = m_choice.at.count() > 0;
        afterDeed(draft, QStringLiteral("send"),
                  later ? tr("It goes on %1. Z holds it back.").arg(QLocale().toString(at, QLocale::ShortFormat))
                        : tr("It goes in %n second(s). Z holds it back.", nullptr, m_settings.undoSeconds));
        m_lastSent = draft ? draft->id : 0;
    });
}

/// Held back it waits for the user again, as it was before it was approved.
void DraftsPage::holdBack(qint64 id) {
    bringHome(this, m_desk.holdBack(id), [this](const Result<Draft>& held) {
        if (!held) {
            return tell(tr("It cannot be held back: %1").arg(held.error().detail));
        }
        bringHome(this, m_desk.reopen(held->id), [this, id = held->id](const Result<Draft>&) {
            Q_EMIT said({QStringLiteral("circle-check"), tr("It was not sent."), {}});
            reload(id);
        });
    });
}

void DraftsPage::handOver() {
    if (!m_view || m_busy || !m_seams) {
        return;
    }
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("Open in the mail program")), &QAction::triggered, this, [this] {
        if (!m_seams->openUrl(mailtoUrl(m_view->draft))) {
            tell(tr("There is no mail program."));
        }
    });
    connect(menu->addAction(tr("Save as a mail file …")), &QAction::triggered, this, [this, id = current()] {
        const QString path = m_seams->askSaveName(this, QStringLiteral("draft.eml"));
        if (!path.isEmpty()) {
            saveLetter(id, path);
        }
    });
    menu->popup(m_hand->mapToGlobal(QPoint(0, -menu->sizeHint().height())));
}

void DraftsPage::saveLetter(qint64 id, const QString& path) {
    bringHome(this, m_desk.letter(id), [this, path](const Result<QByteArray>& bytes) {
        QSaveFile file(path);
        const bool written =
            bytes && file.open(QIODevice::WriteOnly) && file.write(*bytes) == bytes->size() && file.commit();
        tell(written ? tr("Saved. Open it with your mail program to send it.")
                     : tr("It could not be saved: %1").arg(bytes ? file.errorString() : bytes.error().detail));
    });
}

void DraftsPage::offerSnippets() {
    bringHome(this, m_desk.writing(), [this](const Result<service::WritingFacts>& facts) {
        if (!facts || !m_editing || facts->snippets.empty()) {
            return;
        }
        auto* menu = new QMenu(m_snippets);
        for (const Snippet& snippet : facts->snippets) {
            connect(menu->addAction(snippet.name), &QAction::triggered, this,
                    [this, name = snippet.name] { insertSnippet(name); });
        }
        delete m_snippets->menu();
        m_snippets->setMenu(menu);
        m_snippets->show();
    });
}

void DraftsPage::insertSnippet(const QString& name) {
    bringHome(this, m_desk.filled(current(), name), [this](const Result<QString>& text) {
        if (text && m_editing) {
            m_text->insertPlainText(*text);
            m_text->setFocus();
        }
    });
}

}  // namespace kith::ui
