// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/people/person_rules.h"

#include "core/base/text.h"

#include <QSet>

#include <algorithm>

namespace kith::people {
namespace {

const QSet<QString>& roleWords() {
    static const QSet<QString> words = [] {
        const QString list = QStringLiteral(
            "info information infos office kontakt contact contacto contato contatto mail email post hello hallo hi "
            "sales vertrieb verkauf ventas vendas vendite vente ventes verkoop support help helpdesk service "
            "servicedesk "
            "kundenservice customerservice customercare care billing invoice invoices rechnung buchhaltung accounting "
            "accounts finance admin administration administrator webmaster postmaster hostmaster abuse security "
            "privacy "
            "datenschutz legal press presse media marketing jobs careers karriere hr recruiting bewerbung team "
            "sekretariat secretary reception empfang orders order bestellung shop store booking bookings reservations "
            "events newsletter news notifications notification alerts alert updates system root daemon feedback "
            "enquiries inquiries general zentrale verwaltung bureau secretariat administracion comercial commercial "
            "amministrazione segreteria receptie biuro sekretariat kancelaria obchod podpora it edv");
        const QStringList parts = list.split(u' ', Qt::SkipEmptyParts);
        return QSet<QString>(parts.begin(), parts.end());
    }();
    return words;
}

QString localPart(const QString& address) {
    const QString key = addressKey(address);
    return key.left(key.lastIndexOf(u'@'));
}

bool namedIn(const QStringList& list, const QString& key) {
    const QString domain = addressDomain(key);
    for (const QString& entry : list) {
        const QString wanted = addressKey(entry);
        if (wanted == key || (!wanted.isEmpty() && (wanted == domain || domain.endsWith(u'.' + wanted)))) {
            return true;
        }
    }
    return false;
}

bool answersByItself(const Dealings& dealings) {
    const QString automatic = dealings.bulk.autoSubmitted.trimmed().toLower();
    if (!automatic.isEmpty() && automatic != QLatin1String("no")) {
        return true;
    }
    if (dealings.bulk.precedence.trimmed().toLower() == QLatin1String("auto_reply")) {
        return true;
    }
    static const QStringList starts{QStringLiteral("automatic reply"),
                                    QStringLiteral("auto reply"),
                                    QStringLiteral("autoreply"),
                                    QStringLiteral("auto:"),
                                    QStringLiteral("out of office"),
                                    QStringLiteral("out of the office"),
                                    QStringLiteral("automatische antwort"),
                                    QStringLiteral("abwesenheitsnotiz"),
                                    QStringLiteral("reponse automatique"),
                                    QStringLiteral("respuesta automatica"),
                                    QStringLiteral("resposta automatica"),
                                    QStringLiteral("risposta automatica"),
                                    QStringLiteral("automatisch antwoord"),
                                    QStringLiteral("automatiskt svar"),
                                    QStringLiteral("automatisk svar"),
                                    QStringLiteral("automatyczna odpowiedz"),
                                    QStringLiteral("automaticka odpoved"),
                                    text::folded(QStringLiteral("автоматический ответ"))};
    const QString subject = text::folded(QStringView(dealings.subject).left(80));
    return std::any_of(starts.begin(), starts.end(), [&](const QString& start) { return subject.startsWith(start); });
}

/// The reason that keeps an address out however much was written; empty where none does.
QString refusal(const QString& key, const Dealings& dealings, const PersonRules& rules) {
    if (isNoReply(key)) {
        return key.startsWith(QLatin1String("mailer-daemon")) ? QStringLiteral("bounce") : QStringLiteral("no-reply");
    }
    if (dealings.bulk.emptyReturnPath && dealings.ownerAnswered == 0) {
        return QStringLiteral("bounce");
    }
    if (!dealings.bulk.listId.isEmpty() && dealings.ownerWrote + dealings.ownerAnswered == 0) {
        return QStringLiteral("list");
    }
    const QString precedence = dealings.bulk.precedence.trimmed().toLower();
    const bool bulk = !dealings.bulk.listUnsubscribe.isEmpty() || precedence == QLatin1String("bulk") ||
                      precedence == QLatin1String("junk") || precedence == QLatin1String("list");
    if (bulk && dealings.ownerAnswered == 0) {
        return QStringLiteral("bulk");
    }
    if (answersByItself(dealings) && dealings.ownerWrote + dealings.ownerAnswered == 0) {
        return QStringLiteral("auto-reply");
    }
    return !rules.roleAddresses && isRoleAddress(key) ? QStringLiteral("role-address") : QString();
}

}  // namespace

bool isNoReply(const QString& address) {
    QString local = localPart(address);
    if (local.startsWith(QLatin1String("bounce")) || local.startsWith(QLatin1String("prvs=")) ||
        local.startsWith(QLatin1String("mailer-daemon"))) {
        return true;
    }
    local.remove(u'-').remove(u'_').remove(u'.');
    for (const QLatin1String word :
         {QLatin1String("noreply"), QLatin1String("donotreply"), QLatin1String("dontreply"),
          QLatin1String("neantworten"), QLatin1String("nichtantworten"), QLatin1String("keineantwort"),
          QLatin1String("nepasrepondre"), QLatin1String("noresponder"), QLatin1String("naoresponda"),
          QLatin1String("nonrispondere"), QLatin1String("unsubscribe")}) {
        if (local.contains(word)) {
            return true;
        }
    }
    return false;
}

bool isRoleAddress(const QString& address) {
    QString local = localPart(address);
    const qsizetype plus = local.indexOf(u'+');
    local = plus > 0 ? local.left(plus) : local;
    if (roleWords().contains(local)) {
        return true;
    }
    const qsizetype cut = local.indexOf(QLatin1Char(local.contains(u'-') ? '-' : '.'));
    return cut > 0 && roleWords().contains(local.left(cut)) && roleWords().contains(local.mid(cut + 1));
}

PersonDecision personDecision(const Address& address, const Dealings& dealings, const PersonRules& rules) {
    const QString key = addressKey(address.address);
    const qsizetype at = key.lastIndexOf(u'@');
    if (at <= 0 || at + 1 == key.size()) {
        return {false, QStringLiteral("no-address")};
    }
    if (namedIn(rules.ownAddresses, key)) {
        return {false, QStringLiteral("own-address")};
    }
    if (namedIn(rules.never, key)) {
        return {false, QStringLiteral("never")};
    }
    if (namedIn(rules.always, key)) {
        return {true, QStringLiteral("always")};
    }
    if (!rules.growing) {
        return {false, QStringLiteral("off")};
    }
    const QString refused = refusal(key, dealings, rules);
    if (!refused.isEmpty()) {
        return {false, refused};
    }
    if (rules.answered && dealings.ownerAnswered >= rules.enough) {
        return {true, QStringLiteral("was-answered")};
    }
    if (rules.writtenTo && dealings.ownerWrote >= rules.enough) {
        return {true, QStringLiteral("owner-wrote")};
    }
    if (rules.mattering && dealings.mattered > 0) {
        return {true, QStringLiteral("mail-matters")};
    }
    if (rules.wroteTwice && dealings.received >= 2) {
        return {true, QStringLiteral("wrote-twice")};
    }
    return {false, QStringLiteral("no-dealings")};
}

}  // namespace kith::people
