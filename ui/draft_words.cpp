// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/draft_words.h"

#include <QDateTime>
#include <QLocale>
#include <QSet>

namespace kith::ui {

DraftCheckWords DraftWords::check(const triage::DraftCheck& check) {
    const int count = static_cast<int>(check.found.size());
    const QString found = check.found.join(QStringLiteral(", "));
    const auto is = [&](const char* name) { return check.name == QLatin1String(name); };
    if (is("recipients")) {
        return check.ok     ? DraftCheckWords{tr("Everybody is in the thread"), {}}
               : count == 0 ? DraftCheckWords{tr("Nobody gets it"), {}}
                            : DraftCheckWords{tr("%n recipient(s) not in this thread", nullptr, count), found};
    }
    if (is("placeholders")) {
        return check.ok ? DraftCheckWords{tr("No gap left"), {}}
                        : DraftCheckWords{tr("%n placeholder(s) left", nullptr, count), found};
    }
    if (is("attachment")) {
        return check.ok ? DraftCheckWords{tr("No attachment promised"), {}}
                        : DraftCheckWords{tr("An attachment is promised and none is there"), found};
    }
    if (is("facts")) {
        return check.ok ? DraftCheckWords{check.good > 0 ? tr("%n fact(s) found", nullptr, check.good)
                                                         : tr("No facts to check"),
                                          check.good > 0 ? tr("in the thread or on the card") : QString()}
                        : DraftCheckWords{tr("%n fact(s) without a source", nullptr, count), found};
    }
    if (is("links")) {
        return check.ok ? DraftCheckWords{tr("No unknown link"), {}}
                        : DraftCheckWords{tr("%n link(s) that the thread does not know", nullptr, count), found};
    }
    if (is("promises")) {
        return check.ok ? DraftCheckWords{tr("Nothing is promised"), {}}
                        : DraftCheckWords{tr("%n promise(s) without a source", nullptr, count), found};
    }
    if (is("other-customer")) {
        return check.ok ? DraftCheckWords{tr("No other customer named"), {}}
                        : DraftCheckWords{tr("Another customer is named"), found};
    }
    if (is("thread")) {
        return check.ok ? DraftCheckWords{tr("In the right thread"), tr("one Re:, same subject")}
                        : DraftCheckWords{tr("Another subject than the thread's"), found};
    }
    if (is("language")) {
        return check.ok ? DraftCheckWords{tr("In the language of the thread"), {}}
                        : DraftCheckWords{tr("In another language than the thread"), found};
    }
    if (is("tone")) {
        return check.ok ? DraftCheckWords{tr("The tone fits"), {}}
                        : DraftCheckWords{tr("Somebody takes their leave, and this does not sound like it"), found};
    }
    if (is("length") && found == QLatin1String("0")) {
        return {tr("Nothing is written yet"), {}};
    }
    if (is("length")) {
        return check.ok ? DraftCheckWords{tr("Short enough"), {}}
                        : DraftCheckWords{tr("Long for an answer"), tr("%n word(s)", nullptr, found.toInt())};
    }
    return check.ok ? DraftCheckWords{tr("Plain text"), {}}
                    : DraftCheckWords{tr("Headers, mark-up or hidden characters in the text"), found};
}

bool DraftWords::tellsWhenGood(const QString& name) {
    static const QSet<QString> told{QStringLiteral("thread"), QStringLiteral("facts"), QStringLiteral("attachment"),
                                    QStringLiteral("other-customer"), QStringLiteral("recipients")};
    return told.contains(name);
}

QString DraftWords::name(const Address& who) {
    return who.name.isEmpty() ? who.address : who.name;
}

QString DraftWords::title(const Draft& draft) {
    return draft.to.empty() ? tr("Answer") : tr("Reply to %1").arg(name(draft.to.front()));
}

QString DraftWords::origin(const Draft& draft) {
    if (draft.model.isEmpty()) {
        return tr("Your own words");
    }
    if (draft.model == QLatin1String("template")) {
        return tr("From a template · no model was asked");
    }
    return tr("%1 · prompt %2 · read this thread only").arg(draft.model.section(u'/', -1), draft.promptVersion);
}

QString DraftWords::state(const Draft& draft) {
    if (draft.sendAt.count() > 0) {
        const auto at = QDateTime::fromMSecsSinceEpoch(draft.sendAt.count()).toLocalTime();
        return tr("It goes on %1.").arg(QLocale().toString(at, QLocale::ShortFormat));
    }
    if (!draft.reason.isEmpty() && draft.savedAt.count() > 0) {
        return tr("It was not sent: %1").arg(draft.reason);
    }
    if (!draft.reason.isEmpty()) {
        return tr("It is approved and not saved yet: %1").arg(draft.reason);
    }
    return draft.state == DraftState::Approved ? tr("It is approved and waits for the next sync.") : QString();
}

QString DraftWords::promise(const Draft& draft) {
    return draft.account.value > 0 ? tr("Approving saves this into the thread as a Gmail draft. Nothing is sent.")
                                   : tr("Approving keeps this here; its mail came from a file. Nothing is sent.");
}

}  // namespace kith::ui
