// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/reason_text.h"

#include <QCoreApplication>
#include <QHash>
#include <QStringList>

namespace kith::ui {

namespace {

using ReasonTable = QHash<QString, const char*>;

struct ReasonRow {
    const char* key;
    const char* words;
};

template <size_t N>
ReasonTable reasonTable(const ReasonRow (&rows)[N]) {
    ReasonTable table;
    for (const ReasonRow& row : rows) {
        table.insert(QString::fromLatin1(row.key), row.words);
    }
    return table;
}

/// Sentences whose places are filled with numbers or short words.
const ReasonTable& plainReasons() {
    static const ReasonRow rows[] = {
        {"sender.sent_to", QT_TRANSLATE_NOOP("Reason", "You wrote to them %1 times")},
        {"sender.replied_fraction", QT_TRANSLATE_NOOP("Reason", "You answered %1 of %2")},
        {"sender.replied_count", QT_TRANSLATE_NOOP("Reason", "You answered them %1 times")},
        {"sender.fast_reply", QT_TRANSLATE_NOOP("Reason", "You usually answer within %1 hours")},
        {"sender.recent_contact", QT_TRANSLATE_NOOP("Reason", "You were in touch %1 days ago")},
        {"sender.new", QT_TRANSLATE_NOOP("Reason", "First mail from this sender")},
        {"sender.new_person", QT_TRANSLATE_NOOP("Reason", "A person who writes to you for the first time")},
        {"sender.same_domain", QT_TRANSLATE_NOOP("Reason", "From your own organisation")},
        {"sender.known_contact", QT_TRANSLATE_NOOP("Reason", "A contact of yours")},
        {"sender.open_opportunity", QT_TRANSLATE_NOOP("Reason", "An open opportunity")},
        {"sender.unanswered_run", QT_TRANSLATE_NOOP("Reason", "The last %1 went unanswered")},
        {"sender.volume", QT_TRANSLATE_NOOP("Reason", "%1 mails from them so far")},
        {"domain.replied_fraction", QT_TRANSLATE_NOOP("Reason", "You answered %1 of %2 from their organisation")},
        {"domain.sent_to", QT_TRANSLATE_NOOP("Reason", "You wrote to their organisation %1 times")},
        {"address.to_owner_alone", QT_TRANSLATE_NOOP("Reason", "Sent to you alone")},
        {"address.to_owner", QT_TRANSLATE_NOOP("Reason", "Sent to you")},
        {"address.cc_owner", QT_TRANSLATE_NOOP("Reason", "You are only in copy")},
        {"address.not_named", QT_TRANSLATE_NOOP("Reason", "You are not among the recipients")},
        {"address.recipients", QT_TRANSLATE_NOOP("Reason", "%1 recipients")},
        {"address.many", QT_TRANSLATE_NOOP("Reason", "More than ten recipients")},
        {"bulk.list_id", QT_TRANSLATE_NOOP("Reason", "Sent through a mailing list")},
        {"bulk.unsubscribe", QT_TRANSLATE_NOOP("Reason", "Carries an unsubscribe header")},
        {"bulk.precedence", QT_TRANSLATE_NOOP("Reason", "Marked as bulk mail")},
        {"bulk.auto_submitted", QT_TRANSLATE_NOOP("Reason", "Sent by a machine")},
        {"bulk.no_reply", QT_TRANSLATE_NOOP("Reason", "From an address that takes no replies")},
        {"bulk.dkim_mismatch", QT_TRANSLATE_NOOP("Reason", "Signed by another domain")},
        {"bulk.text", QT_TRANSLATE_NOOP("Reason", "The text offers to unsubscribe")},
        {"thread.owner_wrote", QT_TRANSLATE_NOOP("Reason", "You wrote in this conversation")},
        {"thread.owner_started", QT_TRANSLATE_NOOP("Reason", "You began this conversation")},
        {"thread.owner_spoke_last", QT_TRANSLATE_NOOP("Reason", "It answers you")},
        {"thread.depth", QT_TRANSLATE_NOOP("Reason", "%1 messages before it")},
        {"subject.reply", QT_TRANSLATE_NOOP("Reason", "A reply")},
        {"subject.forward", QT_TRANSLATE_NOOP("Reason", "A forwarded message")},
        {"subject.question", QT_TRANSLATE_NOOP("Reason", "The subject asks")},
        {"subject.urgent", QT_TRANSLATE_NOOP("Reason", "The subject is urgent")},
        {"subject.empty", QT_TRANSLATE_NOOP("Reason", "No subject")},
        {"subject.long", QT_TRANSLATE_NOOP("Reason", "A long subject")},
        {"subject.words", QT_TRANSLATE_NOOP("Reason", "Words in the subject that you taught")},
        {"content.money", QT_TRANSLATE_NOOP("Reason", "Names an amount")},
        {"content.deadline", QT_TRANSLATE_NOOP("Reason", "Names a date or a deadline")},
        {"content.short", QT_TRANSLATE_NOOP("Reason", "Short mail")},
        {"content.long", QT_TRANSLATE_NOOP("Reason", "Long mail")},
        {"attachment.document", QT_TRANSLATE_NOOP("Reason", "A document is attached")},
        {"attachment.calendar", QT_TRANSLATE_NOOP("Reason", "An invitation is attached")},
        {"time.night", QT_TRANSLATE_NOOP("Reason", "Sent at night")},
        {"time.weekend", QT_TRANSLATE_NOOP("Reason", "Sent on a weekend")},
        {"user.shift", QT_TRANSLATE_NOOP("Reason", "All mail counts a little more or less, as you accepted")},
        {"rule.floor", QT_TRANSLATE_NOOP("Reason", "Your rule lifts it: %1")},
        {"rule.action", QT_TRANSLATE_NOOP("Reason", "Your rule sets it: %1")},
        {"rule.cap", QT_TRANSLATE_NOOP("Reason", "Your rule holds it down: %1")},
        {"bias", QT_TRANSLATE_NOOP("Reason", "Where all mail starts")},
        {"user.mark", QT_TRANSLATE_NOOP("Reason", "You marked it yourself")},
    };
    static const ReasonTable table = reasonTable(rows);
    return table;
}

/// Leads that a quote of the mail follows.
const ReasonTable& quotingReasons() {
    static const ReasonRow rows[] = {
        {"content.request", QT_TRANSLATE_NOOP("Reason", "Asks for something")},
        {"content.question", QT_TRANSLATE_NOOP("Reason", "Asks a question")},
        {"content.commitment", QT_TRANSLATE_NOOP("Reason", "Promises something")},
        {"content.meeting", QT_TRANSLATE_NOOP("Reason", "About a meeting")},
        {"content.opportunity", QT_TRANSLATE_NOOP("Reason", "An opportunity")},
        {"content.cancellation", QT_TRANSLATE_NOOP("Reason", "May cancel")},
        {"content.direct_ask", QT_TRANSLATE_NOOP("Reason", "Asks you")},
    };
    static const ReasonTable table = reasonTable(rows);
    return table;
}

/// The same leads where the quote says the rest.
const ReasonTable& shortLeads() {
    static const ReasonRow rows[] = {
        {"content.request", QT_TRANSLATE_NOOP("Reason", "Asks")},
        {"content.question", QT_TRANSLATE_NOOP("Reason", "Asks")},
        {"content.commitment", QT_TRANSLATE_NOOP("Reason", "Promises")},
        {"content.meeting", QT_TRANSLATE_NOOP("Reason", "Meeting")},
        {"content.opportunity", QT_TRANSLATE_NOOP("Reason", "Opportunity")},
        {"content.cancellation", QT_TRANSLATE_NOOP("Reason", "May cancel")},
        {"content.direct_ask", QT_TRANSLATE_NOOP("Reason", "Asks you")},
    };
    static const ReasonTable table = reasonTable(rows);
    return table;
}

QString translated(const char* words) {
    return QCoreApplication::translate("Reason", words);
}

ReasonText filled(const QString& key, const QStringList& args) {
    ReasonText text;
    if (const auto lead = quotingReasons().find(key); lead != quotingReasons().end()) {
        text.quote = args.value(1);
        text.lead = translated(text.quote.isEmpty() ? *lead : shortLeads().value(key));
        text.sentence = text.quote.isEmpty()
                            ? text.lead
                            : QCoreApplication::translate("Reason", "%1 \u201c%2\u201d").arg(text.lead, text.quote);
        return text;
    }
    const auto words = plainReasons().find(key);
    text.sentence = words == plainReasons().end() ? key : translated(*words);
    for (const QString& arg : args) {
        if (text.sentence.contains(QLatin1Char('%'))) {
            text.sentence = text.sentence.arg(arg);
        }
    }
    text.lead = text.sentence;
    return text;
}

}  // namespace

ReasonText reasonText(const Contribution& contribution) {
    return filled(contribution.name,
                  contribution.note.isEmpty() ? QStringList{} : contribution.note.split(QChar(0x1F)));
}

QString reasonSentence(const QString& storedReason) {
    QStringList parts = storedReason.split(QChar(0x1F));
    const QString key = parts.takeFirst();
    return filled(key, parts).sentence;
}

}  // namespace kith::ui
