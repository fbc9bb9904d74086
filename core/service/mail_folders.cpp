// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/mail_folders.h"

#include "core/base/text.h"

#include <QHash>

namespace kith::service {

namespace {

enum class FolderWord { Inbox, Sent, Trash, Spam, Draft, Archived, Unread, Read, Starred, Important, Ignored };

const QHash<QString, FolderWord>& folderWords() {
    static const QHash<QString, FolderWord> words = [] {
        QHash<QString, FolderWord> table;
        const auto row = [&table](FolderWord meaning, std::initializer_list<const char*> names) {
            for (const char* name : names) {
                table.insert(QString::fromUtf8(name), meaning);
            }
        };
        row(FolderWord::Inbox, {"inbox", "posteingang", "boite de reception", "bandeja de entrada", "recibidos",
                                "posta in arrivo", "postvak in", "caixa de entrada", "innboks", "inkorg", "indbakke",
                                "notes inbox", "skrzynka odbiorcza", "входящие", "new"});
        row(FolderWord::Sent, {"sent",
                               "sent items",
                               "sent mail",
                               "sent messages",
                               "gesendet",
                               "gesendete elemente",
                               "gesendete objekte",
                               "envoyes",
                               "messages envoyes",
                               "elements envoyes",
                               "enviados",
                               "elementos enviados",
                               "posta inviata",
                               "inviati",
                               "verzonden",
                               "verzonden items",
                               "itens enviados",
                               "sendt",
                               "skickat",
                               "wyslane",
                               "отправленные",
                               "outbox"});
        row(FolderWord::Trash, {"trash", "deleted", "deleted items", "deleted messages", "bin", "e mail bin",
                                "papierkorb", "geloschte elemente", "corbeille", "elements supprimes", "papelera",
                                "cestino", "prullenbak", "lixeira", "trashed", "корзина"});
        row(FolderWord::Spam, {"spam", "junk", "junk mail", "junk e-mail", "junk email", "inbox.junk file",
                               "courrier indesirable", "correo no deseado", "posta indesiderata", "bulk mail"});
        row(FolderWord::Draft, {"draft", "drafts", "entwurfe", "brouillons", "borradores", "bozze", "concepten",
                                "rascunhos", "черновики"});
        row(FolderWord::Archived, {"archived", "archive", "archives", "all mail", "all documents", "discussion threads",
                                   "passed", "replied", "opened", "geoffnet"});
        row(FolderWord::Unread, {"unread", "ungelesen", "non lus", "no leidos", "da leggere"});
        row(FolderWord::Read, {"seen", "read"});
        row(FolderWord::Starred, {"starred", "flagged", "markiert", "suivis", "destacados", "speciali"});
        row(FolderWord::Important, {"important", "wichtig"});
        row(FolderWord::Ignored, {"cur", "tmp", "mbox", "mail", "chat"});
        return table;
    }();
    return words;
}

QString folderKey(const QString& name) {
    QString key = text::folded(name);
    key.remove(QLatin1Char('['));
    key.remove(QLatin1Char(']'));
    for (const QChar mark : {QLatin1Char('_'), QLatin1Char('\\')}) {
        key.replace(mark, QLatin1Char(' '));
    }
    key = key.simplified();
    for (const char* prefix : {"gmail/", "google mail/", "inbox/", "inbox."}) {
        const QString word = QString::fromLatin1(prefix);
        if (key.startsWith(word) && folderWords().contains(key.mid(word.size()))) {
            return key.mid(word.size());
        }
    }
    return key;
}

struct PlacementVotes {
    bool inbox{false};
    bool archived{false};
    bool saidUnread{false};
    bool saidRead{false};
    bool statusLetters{false};
};

void placeWord(const QString& name, Placement& place, PlacementVotes& votes) {
    const auto add = [&place](const char* label) {
        const QString word = QString::fromLatin1(label);
        if (!place.labels.contains(word)) {
            place.labels << word;
        }
    };
    const QString key = folderKey(name);
    const auto found = folderWords().find(key);
    if (found == folderWords().end()) {
        if (!key.isEmpty() && !place.labels.contains(name)) {
            place.labels << name;
            votes.archived = true;
        }
        return;
    }
    switch (*found) {
    case FolderWord::Inbox:
        votes.inbox = true;
        break;
    case FolderWord::Sent:
        place.sent = true;
        add("SENT");
        break;
    case FolderWord::Trash:
        add("TRASH");
        break;
    case FolderWord::Spam:
        add("SPAM");
        break;
    case FolderWord::Draft:
        add("DRAFT");
        break;
    case FolderWord::Archived:
        votes.archived =
            votes.archived || key.startsWith(QStringLiteral("arch")) || key.startsWith(QStringLiteral("all "));
        break;
    case FolderWord::Unread:
        votes.saidUnread = true;
        break;
    case FolderWord::Read:
        votes.saidRead = true;
        break;
    case FolderWord::Starred:
        place.starred = true;
        break;
    case FolderWord::Important:
        add("IMPORTANT");
        break;
    case FolderWord::Ignored:
        break;
    }
}

}  // namespace

Placement placementOf(const QStringList& flags, const QStringList& labels, const QString& status) {
    Placement place;
    PlacementVotes votes;
    // The letter's own labels say more than the name of the file it came in.
    const bool ownLabels = !labels.isEmpty();
    for (const QString& word : labels) {
        placeWord(word, place, votes);
    }
    for (const QString& word : flags) {
        const auto known = folderWords().find(folderKey(word));
        const bool isFlag = known != folderWords().end() && *known != FolderWord::Inbox;
        if (!ownLabels || isFlag) {
            placeWord(word, place, votes);
        }
    }
    const auto says = [&status](char letter) { return status.contains(QLatin1Char(letter)); };
    place.starred = place.starred || says('F');
    if (says('D') && !place.labels.contains(QStringLiteral("TRASH"))) {
        place.labels << QStringLiteral("TRASH");
    }
    const bool elsewhere = place.sent || votes.archived || place.labels.contains(QStringLiteral("TRASH")) ||
                           place.labels.contains(QStringLiteral("SPAM")) ||
                           place.labels.contains(QStringLiteral("DRAFT"));
    if (votes.inbox || !elsewhere) {
        place.labels.prepend(QStringLiteral("INBOX"));
    }
    place.unread = votes.saidUnread || (!votes.saidRead && !status.isEmpty() && !says('R'));
    return place;
}

}  // namespace kith::service
