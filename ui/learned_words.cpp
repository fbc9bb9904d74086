// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/learned_words.h"

#include "ui/message_words.h"
#include "ui/priority_mark.h"

#include <QLocale>

namespace kith::ui {

namespace {

QString mailWith(const QStringList& fields, const QStringList& keywords) {
    const QString words = keywords.join(LearnedWords::tr(" or "));
    if (fields == QStringList{QStringLiteral("sender")}) {
        return LearnedWords::tr("Mail from %1").arg(words);
    }
    if (fields == QStringList{QStringLiteral("domain")}) {
        return LearnedWords::tr("Mail from anybody at %1").arg(words);
    }
    if (fields == QStringList{QStringLiteral("topics")}) {
        return LearnedWords::tr("Mail about %1").arg(words);
    }
    if (fields == QStringList{QStringLiteral("subject")}) {
        return LearnedWords::tr("Mail with %1 in the subject").arg(words);
    }
    return LearnedWords::tr("Mail with %1").arg(words);
}

QString number(qint64 count) {
    return QLocale().toString(count);
}

}  // namespace

QString LearnedWords::rule(const PreferenceRule& rule) {
    const QString mail = mailWith(rule.fields, rule.keywords);
    const bool topmost = rule.minPriority == Priority::Critical;
    const bool lowest = !rule.minPriority && rule.maxPriority == Priority::VeryLow;
    if (topmost || lowest) {  // nothing lies beyond
        return tr("%1 is %2").arg(mail, PriorityWords::name(topmost ? Priority::Critical : Priority::VeryLow));
    }
    if (rule.minPriority && rule.minPriority == rule.maxPriority) {
        return tr("%1 is %2").arg(mail, PriorityWords::name(*rule.minPriority));
    }
    if (rule.minPriority && rule.maxPriority) {
        return tr("%1 is between %2 and %3")
            .arg(mail, PriorityWords::name(*rule.minPriority), PriorityWords::name(*rule.maxPriority));
    }
    return rule.minPriority   ? tr("%1 is at least %2").arg(mail, PriorityWords::name(*rule.minPriority))
           : rule.maxPriority ? tr("%1 is at most %2").arg(mail, PriorityWords::name(*rule.maxPriority))
                              : mail;
}

QString LearnedWords::effect(const service::LearnedRule& rule, int lookedAt) {
    if (rule.holdsFor == 0) {
        return tr("Holds for none of the newest %1 messages.").arg(number(lookedAt));
    }
    const QString holds = tr("Holds for %1 of the newest %2 messages, decides %3.")
                              .arg(number(rule.holdsFor), number(lookedAt), number(rule.decides));
    return rule.markedAgainst == 0
               ? holds
               : holds + QLatin1Char(' ') + tr("You marked %1 of them otherwise.").arg(number(rule.markedAgainst));
}

QString LearnedWords::suggestion(const storage::StoredSuggestion& suggestion) {
    if (suggestion.type == QLatin1String("adjust_weight")) {
        return suggestion.raised ? tr("All mail counts a little more") : tr("All mail counts a little less");
    }
    PreferenceRule would;
    would.fields = {suggestion.field};
    would.keywords = {suggestion.keyword};
    (suggestion.raised ? would.minPriority : would.maxPriority) = suggestion.priority;
    return rule(would);
}

QString LearnedWords::backtest(const storage::StoredSuggestion& suggestion) {
    const QString support = tr("From %1 of your corrections.").arg(number(suggestion.support));
    if (suggestion.wouldChange == 0) {
        return support + QLatin1Char(' ') + tr("On past mail it would change nothing.");
    }
    return support + QLatin1Char(' ') +
           tr("On past mail it would change %1: %2 as you treated them, %3 not.")
               .arg(number(suggestion.wouldChange), number(suggestion.wouldAgree), number(suggestion.wouldDisagree));
}

QString LearnedWords::conflict(const service::PreferenceConflict& conflict, const service::LearnedView& view) {
    const QString both =
        tr("“%1” against “%2”.").arg(rule(view.rules[conflict.one].rule), rule(view.rules[conflict.other].rule));
    if (conflict.messages == 0) {
        return both + QLatin1Char(' ') + tr("No mail shows it yet.");
    }
    return both + QLatin1Char(' ') +
           tr("Both hold for %1 messages, as “%2”; such mail comes out as %3.")
               .arg(number(conflict.messages), conflict.example, PriorityWords::name(conflict.comesOut));
}

QString LearnedWords::mark(const service::LearnedMark& mark, QDate today) {
    const Feedback& said = mark.mark;
    QStringList parts;
    parts << (said.assigned == said.suggested
                  ? tr("%1, as Kith said").arg(PriorityWords::name(said.assigned))
                  : tr("%1, not %2").arg(PriorityWords::name(said.assigned), PriorityWords::name(said.suggested)));
    switch (said.scope) {
    case FeedbackScope::Message:
        break;
    case FeedbackScope::Sender:
        parts << tr("everything from this sender");
        break;
    case FeedbackScope::Domain:
        parts << tr("all of this domain");
        break;
    case FeedbackScope::Similar:
        parts << tr("mails like this one");
        break;
    }
    parts << MessageWords::time(said.at, today);
    if (!said.comment.isEmpty()) {
        parts << QStringLiteral("“%1”").arg(said.comment);
    }
    return parts.join(QStringLiteral(" · "));
}

QString LearnedWords::shift(double logits) {
    return logits > 0   ? tr("All mail counts a little more than the ranker says, as you accepted.")
           : logits < 0 ? tr("All mail counts a little less than the ranker says, as you accepted.")
                        : QString();
}

}  // namespace kith::ui
