// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/rule_texts.h"

#include "ui/priority_mark.h"

#include <QDateTime>
#include <QLocale>

namespace kith::ui {

namespace {

QString quotedList(const QStringList& values) {
    return QStringLiteral("“%1”").arg(values.join(RuleTexts::tr("” or “")));
}

QString priorityValue(const QString& value) {
    return PriorityWords::name(static_cast<Priority>(value.toInt()));
}

QString testWords(const RuleCondition& test, bool negated) {
    if (test.op == RuleOperator::Is) {
        const bool yes = (test.values.value(0) == QLatin1String("yes")) != negated;
        if (test.field == RuleField::List) {
            return yes ? RuleTexts::tr("it is list mail") : RuleTexts::tr("it is no list mail");
        }
        return yes ? RuleTexts::tr("it has an attachment") : RuleTexts::tr("it has no attachment");
    }
    QStringList values = test.values;
    if (test.field == RuleField::Priority) {
        for (QString& value : values) {
            value = priorityValue(value);
        }
    }
    const bool pattern = test.op == RuleOperator::Matches;
    const QString what = test.field == RuleField::Age ? RuleTexts::tr("%1 days").arg(values.value(0))
                         : pattern                    ? QStringLiteral("/%1/").arg(values.value(0))
                                                      : quotedList(values);
    return QStringLiteral("%1 %2 %3")
        .arg(RuleTexts::field(test.field).toLower(), RuleTexts::op(test.op, negated), what);
}

QString conditionWords(const RuleCondition& condition, bool negated) {
    using Kind = RuleCondition::Kind;
    if (condition.kind == Kind::Test) {
        return testWords(condition, negated);
    }
    if (condition.kind == Kind::Not) {
        const RuleCondition& part = condition.parts.front();
        return part.kind == Kind::Test ? testWords(part, !negated)
                                       : RuleTexts::tr("not (%1)").arg(conditionWords(part, negated));
    }
    QStringList parts;
    for (const RuleCondition& part : condition.parts) {
        const bool nested = part.parts.size() > 1;
        parts << (nested ? QStringLiteral("(%1)").arg(conditionWords(part, false)) : conditionWords(part, false));
    }
    const QString joint = condition.kind == Kind::All ? RuleTexts::tr(" and ") : RuleTexts::tr(" or ");
    return negated ? RuleTexts::tr("not (%1)").arg(parts.join(joint)) : parts.join(joint);
}

}  // namespace

QString RuleTexts::field(RuleField field) {
    switch (field) {
    case RuleField::Sender:
        return tr("Sender");
    case RuleField::Recipient:
        return tr("Recipient");
    case RuleField::Domain:
        return tr("Sender's domain");
    case RuleField::Subject:
        return tr("Subject");
    case RuleField::Body:
        return tr("Text");
    case RuleField::Label:
        return tr("Label");
    case RuleField::Priority:
        return tr("Priority");
    case RuleField::Kind:
        return tr("Opportunity");
    case RuleField::List:
        return tr("List mail");
    case RuleField::Attachment:
        return tr("Attachment");
    case RuleField::Age:
        return tr("Age");
    case RuleField::Account:
        return tr("Account");
    }
    return {};
}

QString RuleTexts::op(RuleOperator op, bool negated) {
    switch (op) {
    case RuleOperator::Contains:
        return negated ? tr("does not contain") : tr("contains");
    case RuleOperator::Equals:
        return negated ? tr("is not") : tr("is");
    case RuleOperator::OneOf:
        return negated ? tr("is none of") : tr("is one of");
    case RuleOperator::Matches:
        return negated ? tr("does not match") : tr("matches");
    case RuleOperator::AtLeast:
        return negated ? tr("is below") : tr("is at least");
    case RuleOperator::AtMost:
        return negated ? tr("is above") : tr("is at most");
    case RuleOperator::Is:
        return negated ? tr("no") : tr("yes");
    }
    return {};
}

QString RuleTexts::actionName(RuleActionKind kind) {
    switch (kind) {
    case RuleActionKind::Archive:
        return tr("Archive");
    case RuleActionKind::ToInbox:
        return tr("Move to the inbox");
    case RuleActionKind::Label:
        return tr("Label as");
    case RuleActionKind::RemoveLabel:
        return tr("Take off the label");
    case RuleActionKind::MarkRead:
        return tr("Mark as read");
    case RuleActionKind::Star:
        return tr("Star");
    case RuleActionKind::Forward:
        return tr("Forward to");
    case RuleActionKind::Trash:
        return tr("Move to the trash");
    case RuleActionKind::Snooze:
        return tr("Snooze for");
    case RuleActionKind::SetPriority:
        return tr("Set the priority");
    case RuleActionKind::DraftReply:
        return tr("Draft a reply");
    case RuleActionKind::CreateOpportunity:
        return tr("Create an opportunity");
    case RuleActionKind::AddToContact:
        return tr("Add the sender to the contacts");
    }
    return {};
}

QString RuleTexts::kind(const QString& opportunity) {
    static const std::pair<const char*, const char*> words[] = {{"demo", QT_TR_NOOP("Demo")},
                                                                {"pricing", QT_TR_NOOP("Pricing")},
                                                                {"partnership", QT_TR_NOOP("Partnership")},
                                                                {"speaking", QT_TR_NOOP("Speaking")},
                                                                {"publicity", QT_TR_NOOP("Publicity")},
                                                                {"submission", QT_TR_NOOP("Submission")},
                                                                {"cancellation", QT_TR_NOOP("Cancellation")}};
    for (const auto& [word, name] : words) {
        if (opportunity == QLatin1String(word)) {
            return tr(name);
        }
    }
    return opportunity;
}

QString RuleTexts::unless(RuleUnless unless) {
    switch (unless) {
    case RuleUnless::Never:
        return tr("in any case");
    case RuleUnless::Answered:
        return tr("unless answered");
    case RuleUnless::Read:
        return tr("unless read");
    case RuleUnless::Archived:
        return tr("unless archived");
    }
    return {};
}

QString RuleTexts::span(std::chrono::minutes span) {
    const auto minutes = span.count();
    if (minutes % (24 * 60) == 0) {
        const auto days = minutes / (24 * 60);
        return days == 1 ? tr("1 day") : tr("%1 days").arg(QLocale().toString(qlonglong(days)));
    }
    if (minutes % 60 == 0) {
        return minutes == 60 ? tr("1 hour") : tr("%1 hours").arg(QLocale().toString(qlonglong(minutes / 60)));
    }
    return tr("%1 minutes").arg(QLocale().toString(qlonglong(minutes)));
}

QString RuleTexts::action(const RuleAction& action) {
    QString words = actionName(action.kind);
    if (action.kind == RuleActionKind::Label || action.kind == RuleActionKind::RemoveLabel) {
        words += QStringLiteral(" “%1”").arg(action.text);
    } else if (action.kind == RuleActionKind::Forward) {
        words += QLatin1Char(' ') + action.text;
    } else if (action.kind == RuleActionKind::SetPriority) {
        words = tr("Set the priority to %1").arg(PriorityWords::name(action.priority));
    } else if (action.kind == RuleActionKind::CreateOpportunity) {
        words += QStringLiteral(" (%1)").arg(kind(action.text));
    } else if (action.kind == RuleActionKind::Snooze) {
        words = action.until.count() > 0
                    ? tr("Snooze until %1")
                          .arg(QLocale().toString(QDateTime::fromMSecsSinceEpoch(action.until.count()),
                                                  QLocale::ShortFormat))
                    : tr("Snooze for %1").arg(span(action.wait));
    }
    if (action.after.count() > 0) {
        words = tr("%1 after %2").arg(words, span(action.after));
    }
    return action.unless == RuleUnless::Never ? words : QStringLiteral("%1, %2").arg(words, unless(action.unless));
}

QString RuleTexts::actions(const std::vector<RuleAction>& actions) {
    QStringList words;
    for (const RuleAction& one : actions) {
        words << action(one);
    }
    return words.join(QStringLiteral(" · "));
}

QString RuleTexts::condition(const RuleCondition& condition) {
    QString words = conditionWords(condition, false);
    if (!words.isEmpty()) {
        words[0] = words[0].toUpper();
    }
    return words;
}

QString RuleTexts::fate(const service::PlannedDeed& deed) {
    const QString what = action(deed.action);
    switch (deed.fate) {
    case service::DeedFate::Done:
        return what;
    case service::DeedFate::Already:
        return tr("%1: it is so already").arg(what);
    case service::DeedFate::Kept:
        return tr("%1: no, you set it by hand").arg(what);
    case service::DeedFate::Outvoted:
        return tr("%1: no, a rule before it wants otherwise").arg(what);
    case service::DeedFate::Asks:
        return tr("%1: asks first").arg(what);
    case service::DeedFate::Delayed:
        return tr("%1: on %2")
            .arg(what,
                 QLocale().toString(QDateTime::fromMSecsSinceEpoch(deed.dueAt.count()).date(), QLocale::ShortFormat));
    case service::DeedFate::Waits:
        return tr("%1: waits").arg(what);
    case service::DeedFate::Needless:
        return deed.action.kind == RuleActionKind::DraftReply
                   ? tr("%1: no, it is answered or wants no answer").arg(what)
                   : tr("%1: not needed any more").arg(what);
    }
    return what;
}

QString RuleTexts::question(const service::WaitingDeed& deed, int together) {
    if (deed.action.kind == RuleActionKind::Trash && deed.asks) {
        return together == 1 ? tr("%1 wants to move a message to the trash. After your yes it does so by itself.")
                                   .arg(named(deed.ruleName))
                             : tr("%1 wants to move %2 messages to the trash. After your yes it does so by itself.")
                                   .arg(named(deed.ruleName), QLocale().toString(together));
    }
    if (deed.action.kind == RuleActionKind::Forward) {
        return deed.asks ? tr("%1 wants to forward a message to %2.").arg(named(deed.ruleName), deed.action.text)
                         : tr("Forward this to %1 from your mail program, then tick it off: Kith sends no mail itself.")
                               .arg(deed.action.text);
    }
    if (deed.delayed) {
        return tr("%1 on %2: %3")
            .arg(named(deed.ruleName),
                 QLocale().toString(QDateTime::fromMSecsSinceEpoch(deed.dueAt.count()).date(), QLocale::ShortFormat),
                 action(deed.action));
    }
    return tr("%1 waits: %2").arg(named(deed.ruleName), action(deed.action));
}

QString RuleTexts::named(const QString& name) {
    QString inner = name;
    inner.replace(QChar(0x201C), QChar(0x2018)).replace(QChar(0x201D), QChar(0x2019));
    return QStringLiteral("“%1”").arg(inner);
}

QString RuleTexts::matches(qint64 matches, qint64 lookedAt, bool everything) {
    const QString of = QLocale().toString(lookedAt);
    const QString some = QLocale().toString(matches);
    if (everything) {
        return matches == 0 ? tr("Holds for none of your %1 messages").arg(of)
                            : tr("Holds for %1 of your %2 messages").arg(some, of);
    }
    return matches == 0 ? tr("Holds for none of the newest %1 messages").arg(of)
                        : tr("Holds for %1 of the newest %2 messages").arg(some, of);
}

QString RuleTexts::fates(const std::map<service::DeedFate, qint64>& fates) {
    using Fate = service::DeedFate;
    QStringList words;
    for (const auto& [fate, count] : fates) {
        const QString number = QLocale().toString(count);
        switch (fate) {
        case Fate::Done:
            words << (count == 1 ? tr("1 message") : tr("%1 messages").arg(number));
            break;
        case Fate::Already:
            words << tr("%1 so already").arg(number);
            break;
        case Fate::Kept:
            words << tr("%1 set by you, kept").arg(number);
            break;
        case Fate::Outvoted:
            words << tr("%1 where an earlier rule wants otherwise").arg(number);
            break;
        case Fate::Asks:
            words << tr("%1 after your yes").arg(number);
            break;
        case Fate::Delayed:
            words << tr("%1 later").arg(number);
            break;
        case Fate::Waits:
            words << tr("%1 wait").arg(number);
            break;
        case Fate::Needless:
            words << tr("%1 not needed").arg(number);
            break;
        }
    }
    return words.join(QStringLiteral(" · "));
}

QString RuleTexts::ran(const service::RuleRun& run) {
    qint64 done = 0;
    qint64 asks = 0;
    for (const service::RuleTally& tally : run.rules) {
        done += tally.matches - tally.before;
        asks += tally.total(service::DeedFate::Asks);
    }
    if (done == 0) {
        return tr("Nothing to do: no message that a rule had not dealt with");
    }
    const QString messages =
        done == 1 ? tr("Dealt with one message") : tr("Dealt with %1 messages").arg(QLocale().toString(done));
    return asks == 0 ? messages : tr("%1; %2 wait for your answer").arg(messages, QLocale().toString(asks));
}

QString RuleTexts::problem(const Error& error) {
    switch (error.kind) {
    case ErrorKind::Full:
        return tr("The disk is full: nothing was changed.");
    case ErrorKind::Busy:
        return tr("Another program works on this workspace. Try again in a moment.");
    default:
        break;
    }
    const QString what = error.detail.isEmpty() ? tr("This did not work. Try again.") : error.detail;
    return error.hint.isEmpty() ? what : QStringLiteral("%1 %2").arg(what, error.hint);
}

}  // namespace kith::ui
