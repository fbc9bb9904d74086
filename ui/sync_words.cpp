// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/sync_words.h"

#include "ui/import_words.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace kith::ui {

namespace {

using std::chrono::milliseconds;

/// A right that ends sooner than this after the sign-in is an access token's, which Kith renews by itself.
constexpr auto shortestRight = std::chrono::hours(12);

QString number(qint64 value) {
    return QLocale().toString(value);
}

QString upToDate(const AccountView& view, const QDateTime& now) {
    const Completeness& completeness = view.status.completeness;
    if (completeness.checkedAt.count() == 0) {
        return SyncWords::tr("Not compared yet");
    }
    if (completeness.gaps > 0 || !completeness.complete) {
        return SyncWords::tr("Incomplete · compared %1").arg(SyncWords::clock(completeness.checkedAt, now));
    }
    const milliseconds last = std::max(completeness.checkedAt, view.status.syncedAt);
    return SyncWords::tr("Up to date · %1").arg(SyncWords::clock(last, now));
}

QString filled(const AccountView& view) {
    if (view.status.remaining && *view.status.remaining > milliseconds(0)) {
        const auto left = std::chrono::duration_cast<std::chrono::seconds>(*view.status.remaining);
        return SyncWords::tr("Fetching · %1").arg(ImportWords::timeLeft(left));
    }
    return SyncWords::tr("Fetching mail …");
}

struct StateWords {
    SyncState state;
    QString words;
};

StateWords stateOf(const AccountView& view, const QDateTime& now) {
    const SyncStatus& status = view.status;
    if (view.account.state == AccountState::SignInNeeded || status.phase == SyncPhase::SignInNeeded) {
        return {SyncState::SignInNeeded, SyncWords::tr("Sign in again")};
    }
    if (view.account.state == AccountState::Removing) {
        return {SyncState::Working, SyncWords::tr("Removing the account …")};
    }
    if (view.account.state == AccountState::Paused) {
        return {SyncState::Paused, SyncWords::tr("Paused")};
    }
    switch (status.phase) {
    case SyncPhase::Listing:
        return {SyncState::Working, SyncWords::tr("Counting your messages …")};
    case SyncPhase::Filling:
        return {SyncState::Working, filled(view)};
    case SyncPhase::Updating:
        return {SyncState::Working, SyncWords::tr("Catching up …")};
    case SyncPhase::Sending:
        return {SyncState::Working, status.outgoing > 0 ? SyncWords::tr("Sending %n change(s) …", nullptr,
                                                                        static_cast<int>(status.outgoing))
                                                        : SyncWords::tr("Sending changes …")};
    case SyncPhase::Reconciling:
        return {SyncState::Working, SyncWords::tr("Comparing with Google …")};
    case SyncPhase::People:
        return {SyncState::Working, SyncWords::tr("Looking for people · %1 left").arg(number(status.peopleLeft))};
    case SyncPhase::Waiting:
        return {SyncState::Waiting,
                status.retryAt.count() > 0
                    ? SyncWords::tr("Google asked to wait until %1").arg(SyncWords::clock(status.retryAt, now))
                    : SyncWords::tr("Google asked to wait")};
    case SyncPhase::Offline:
        return {SyncState::Offline, SyncWords::tr("Offline")};
    case SyncPhase::Failed:
        return {SyncState::Failed,
                status.retryAt.count() > 0
                    ? SyncWords::tr("Trouble · next try %1").arg(SyncWords::clock(status.retryAt, now))
                    : SyncWords::tr("Sync does not work now")};
    case SyncPhase::SignInNeeded:
    case SyncPhase::Idle:
        break;
    }
    if (!view.heard || (status.completeness.checkedAt.count() == 0 && status.completeness.localTotal == 0)) {
        return {SyncState::Working, SyncWords::tr("Beginning …")};
    }
    const bool whole = status.completeness.gaps == 0 && status.completeness.complete;
    return {whole ? SyncState::UpToDate : SyncState::Waiting, upToDate(view, now)};
}

/// Which of several states the user should hear of first.
int urgency(SyncState state) {
    switch (state) {
    case SyncState::SignInNeeded:
        return 6;
    case SyncState::Failed:
        return 5;
    case SyncState::Offline:
        return 4;
    case SyncState::Waiting:
        return 3;
    case SyncState::Working:
        return 2;
    case SyncState::Paused:
        return 1;
    case SyncState::UpToDate:
        break;
    }
    return 0;
}

/// Where something keeps changes from going out, how many wait matters more than how many messages there are.
QString secondLine(SyncState state, const Completeness& completeness, qint64 outgoing) {
    const QString waiting = SyncWords::waiting(outgoing);
    const bool held = state == SyncState::SignInNeeded || state == SyncState::Offline || state == SyncState::Paused ||
                      state == SyncState::Failed;
    if (held && !waiting.isEmpty()) {
        return waiting;
    }
    const QString count = completeness.serverTotal > 0 || completeness.localTotal > 0
                              ? SyncWords::tr("%1 messages").arg(SyncWords::count(completeness))
                              : QString();
    return count.isEmpty() ? waiting : count;
}

}  // namespace

SyncFace SyncWords::face(const AccountView& view, const QDateTime& now) {
    const StateWords words = stateOf(view, now);
    return {words.state, words.words, secondLine(words.state, view.status.completeness, view.status.outgoing)};
}

SyncFace SyncWords::face(const AccountViews& views, const QDateTime& now) {
    if (views.size() == 1) {
        return face(views.front(), now);
    }
    StateWords loudest{SyncState::UpToDate, {}};
    Completeness sum;
    qint64 outgoing = 0;
    int alike = 0;
    for (const AccountView& view : views) {
        const StateWords words = stateOf(view, now);
        if (loudest.words.isEmpty() || urgency(words.state) > urgency(loudest.state)) {
            loudest = words;
            alike = 0;
        }
        alike += words.state == loudest.state;
        sum.serverTotal += view.status.completeness.serverTotal;
        sum.localTotal += view.status.completeness.localTotal;
        outgoing += view.status.outgoing;
    }
    const auto all = static_cast<int>(views.size());
    const bool some = alike < all && (loudest.state == SyncState::SignInNeeded || loudest.state == SyncState::Paused);
    return {loudest.state, some ? tr("%1 · %2 of %3").arg(loudest.words).arg(alike).arg(all) : loudest.words,
            secondLine(loudest.state, sum, outgoing)};
}

bool SyncWords::isFilling(const AccountView& view) {
    if (!view.heard || view.account.state == AccountState::Removing || view.status.completeness.complete) {
        return false;
    }
    const SyncPhase phase = view.status.phase;
    return phase == SyncPhase::Listing || phase == SyncPhase::Filling || view.status.todo > 0;
}

QString SyncWords::filling(const AccountView& view, const QDateTime& now) {
    const SyncStatus& status = view.status;
    const StateWords state = stateOf(view, now);
    QStringList parts;
    if (state.state != SyncState::Working || status.phase != SyncPhase::Filling) {
        parts << state.words;
    }
    if (const Completeness& all = status.completeness; all.serverTotal > 0) {
        parts << count(all);
    } else if (all.localTotal > 0) {
        parts << tr("%1 so far").arg(number(all.localTotal));
    } else if (parts.isEmpty()) {
        parts << state.words;
    }
    if (state.state == SyncState::Working) {
        const auto rate = static_cast<qint64>(std::lround(status.messagesPerMinute));
        const auto limit = static_cast<qint64>(std::lround(status.messagesLimit));
        if (rate > 0) {
            parts << tr("%1 a minute").arg(number(rate));
        }
        if (limit > 0) {
            parts << tr("Google’s limit is %1 a minute").arg(number(limit));
        }
        if (status.remaining && *status.remaining > milliseconds(0)) {
            parts << ImportWords::timeLeft(std::chrono::duration_cast<std::chrono::seconds>(*status.remaining));
        }
    }
    return parts.join(QStringLiteral(" · "));
}

QString SyncWords::problem(const SyncStatus& status) {
    QStringList sentences;
    for (const QString& one : {status.problem.trimmed(), status.hint.trimmed()}) {
        if (!one.isEmpty()) {
            const QString end =
                one.endsWith(QLatin1Char('.')) || one.endsWith(QLatin1Char('!')) ? QString() : QStringLiteral(".");
            sentences << one.at(0).toUpper() + one.mid(1) + end;
        }
    }
    return sentences.join(QLatin1Char(' '));
}

int SyncWords::permille(const Completeness& completeness) {
    if (completeness.serverTotal <= 0) {
        return -1;
    }
    return static_cast<int>(std::clamp<qint64>(completeness.localTotal * 1000 / completeness.serverTotal, 0, 1000));
}

QString SyncWords::count(const Completeness& completeness) {
    return completeness.serverTotal > 0
               ? tr("%1 of %2").arg(number(completeness.localTotal), number(completeness.serverTotal))
               : number(completeness.localTotal);
}

QString SyncWords::waiting(qint64 outgoing) {
    return outgoing > 0 ? tr("%n change(s) waiting", nullptr, static_cast<int>(outgoing)) : QString();
}

QString SyncWords::clock(milliseconds at, const QDateTime& now) {
    const QDateTime when = QDateTime::fromMSecsSinceEpoch(at.count());
    const QLocale locale;
    return when.date() == now.date() ? locale.toString(when.time(), QStringLiteral("HH:mm"))
                                     : locale.toString(when, tr("d MMM, HH:mm", "a moment on another day"));
}

QString SyncWords::signInBy(const Account& account) {
    if (account.tokenExpiresAt.count() == 0 || account.tokenExpiresAt - account.signedInAt < shortestRight) {
        return {};
    }
    const QDateTime end = QDateTime::fromMSecsSinceEpoch(account.tokenExpiresAt.count());
    return tr("Google asks you to sign in again by %1.")
        .arg(QLocale().toString(end.date(), tr("d MMMM", "the day by which to sign in again")));
}

}  // namespace kith::ui
