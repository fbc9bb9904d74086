// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/mail/mime_parser.h"

#include "core/mail/address_parser.h"
#include "core/mail/header_text.h"
#include "core/mail/mail_body.h"
#include "core/mail/mail_date.h"
#include "core/mail/mime_tree.h"

#include <QSet>

namespace kith::mail {

namespace {

QByteArrayView firstFilled(const std::vector<QByteArrayView>& values) {
    for (const QByteArrayView value : values) {
        if (!value.trimmed().isEmpty()) {
            return value;
        }
    }
    return {};
}

QString textOf(const MimeTree& tree, const char* name) {
    return decodedHeader(firstFilled(tree.headers(name)));
}

Addresses addressesOf(const MimeTree& tree, const char* name) {
    Addresses all;
    for (const QByteArrayView value : tree.headers(name)) {
        Addresses some = parseAddresses(value);
        all.insert(all.end(), std::make_move_iterator(some.begin()), std::make_move_iterator(some.end()));
    }
    return all;
}

/// Words in order, each once; bounded, because a hostile header names hundreds of thousands.
class WordList {
public:
    bool isFull() const { return m_words.size() >= kMostWords; }
    void add(const QString& word) {
        if (!word.isEmpty() && !isFull() && !m_known.contains(word)) {
            m_known.insert(word);
            m_words << word;
        }
    }
    QStringList words() && { return std::move(m_words); }

private:
    static constexpr qsizetype kMostWords = 1000;
    QStringList m_words;
    QSet<QString> m_known;
};

QStringList idsOf(const MimeTree& tree, const char* name) {
    WordList ids;
    for (const QByteArrayView value : tree.headers(name)) {
        if (ids.isFull()) {
            break;
        }
        for (const QString& id : messageIds(value)) {
            ids.add(id);
        }
    }
    return std::move(ids).words();
}

void addDefect(Letter* letter, const char* name, const QString& detail = {}) {
    letter->defects.push_back({QString::fromLatin1(name), detail});
}

void readPeople(const MimeTree& tree, Letter* letter) {
    letter->from = addressesOf(tree, "From");
    const Addresses senders = addressesOf(tree, "Sender");
    if (!senders.empty()) {
        letter->sender = senders.front();
    }
    letter->replyTo = addressesOf(tree, "Reply-To");
    letter->to = addressesOf(tree, "To");
    letter->cc = addressesOf(tree, "Cc");
    letter->bcc = addressesOf(tree, "Bcc");
    WordList mailboxes;
    for (const char* name : {"Delivered-To", "X-Original-To", "Envelope-To"}) {
        for (const Address& address : addressesOf(tree, name)) {
            mailboxes.add(address.address);
        }
    }
    letter->deliveredTo = std::move(mailboxes).words();
    if (letter->from.empty()) {
        addDefect(letter, "missing-from");
    }
    for (const char* name : {"From", "Subject", "Date", "Message-ID"}) {
        if (tree.headers(name).size() > 1) {
            addDefect(letter, "duplicate-header", QString::fromLatin1(name));
        }
    }
}

void readIds(const MimeTree& tree, Letter* letter) {
    const QByteArrayView raw = firstFilled(tree.headers("Message-ID"));
    const QStringList ids = messageIds(raw);
    letter->rfc822MessageId = ids.isEmpty() ? decodedHeader(raw).section(u' ', 0, 0) : ids.front();
    if (letter->rfc822MessageId.isEmpty()) {
        addDefect(letter, "missing-message-id");
    }
    letter->inReplyTo = idsOf(tree, "In-Reply-To");
    letter->references = idsOf(tree, "References");
}

void readDate(const MimeTree& tree, const ParseContext& context, Letter* letter) {
    const QByteArrayView raw = firstFilled(tree.headers("Date"));
    letter->date = dateOf(raw, tree.headers("Received"), context.fileDate);
    if (!letter->date || letter->date->origin != MailDate::Origin::DateHeader) {
        addDefect(letter, raw.trimmed().isEmpty() ? "missing-date" : "bad-date", decodedHeader(raw).left(100));
    }
}

void readBulkMarks(const MimeTree& tree, Letter* letter) {
    BulkMarks& bulk = letter->bulk;
    bulk.listId = textOf(tree, "List-Id");
    bulk.listUnsubscribe = textOf(tree, "List-Unsubscribe");
    bulk.autoSubmitted = textOf(tree, "Auto-Submitted");
    bulk.precedence = textOf(tree, "Precedence").toLower();
    const auto paths = tree.headers("Return-Path");
    if (!paths.empty()) {
        const QByteArray path = paths.front().trimmed().toByteArray();
        bulk.emptyReturnPath = path == "<>";
        const Addresses addresses = bulk.emptyReturnPath ? Addresses{} : parseAddresses(QByteArrayView(path));
        bulk.returnPath = addresses.empty() ? QString() : addresses.front().address;
    }
    const auto signatures = tree.headers("DKIM-Signature");
    if (!signatures.empty()) {
        for (const QByteArray& tag : unfolded(signatures.front()).split(';')) {
            if (const QByteArray pair = tag.trimmed(); pair.startsWith("d=")) {
                bulk.dkimDomain = QString::fromUtf8(pair.mid(2)).trimmed().toLower();
            }
        }
    }
}

void readLabels(const MimeTree& tree, Letter* letter) {
    WordList labels;
    const QString folder = textOf(tree, "X-Folder").replace(u'\\', u'/');
    for (const char* name : {"X-Gmail-Labels", "X-Keywords"}) {
        for (const QString& label : textOf(tree, name).split(u',')) {
            labels.add(label.trimmed());
        }
    }
    labels.add(folder.section(u'/', -1, -1, QString::SectionSkipEmpty).trimmed());
    letter->labels = std::move(labels).words();
    letter->status = textOf(tree, "Status") + textOf(tree, "X-Status");
}

}  // namespace

Letter parseMime(QByteArrayView bytes, const ParseContext& context) {
    const MimeTree tree(bytes);
    Letter letter;
    letter.defects = tree.defects();
    letter.subject = textOf(tree, "Subject");
    readPeople(tree, &letter);
    readIds(tree, &letter);
    readDate(tree, context, &letter);
    readBulkMarks(tree, &letter);
    readLabels(tree, &letter);
    MailBody body = bodyOf(tree);
    letter.text = std::move(body.text);
    letter.html = std::move(body.html);
    letter.textIsFromHtml = body.textIsFromHtml;
    letter.unseenText = body.unseen;
    letter.attachments = std::move(body.attachments);
    letter.defects.insert(letter.defects.end(), body.defects.begin(), body.defects.end());
    return letter;
}

QByteArray partContent(QByteArrayView bytes, int part) {
    const MimeTree tree(bytes);
    const bool known = part >= 0 && part < static_cast<int>(tree.nodes().size());
    return known ? tree.content(tree.nodes()[static_cast<size_t>(part)]) : QByteArray();
}

std::vector<Attachment> leafParts(QByteArrayView bytes) {
    const MimeTree tree(bytes);
    std::vector<Attachment> leaves;
    for (const MimeNode& node : tree.nodes()) {
        if (node.children.empty()) {
            leaves.push_back(MimeTree::describe(node, tree.content(node)));
        }
    }
    return leaves;
}

}  // namespace kith::mail
