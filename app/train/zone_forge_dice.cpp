// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "app/train/zone_forge_dice.h"

#include <algorithm>

namespace kith::train {

QString ForgeDice::number(int digits) {
    QString text;
    for (int i = 0; i < digits; ++i) {
        text += QChar(char16_t(u'0' + below(10)));
    }
    return text;
}

QString ForgeDice::fullName() {
    const QString middle =
        chance(12) ? QStringLiteral(" %1. ").arg(QChar(char16_t(u'A' + below(26)))) : QStringLiteral(" ");
    return firstName() + middle + lastName();
}

QString ForgeDice::address() {
    static const QStringList hosts{QStringLiteral("mail.example"), QStringLiteral("northwind.example"),
                                   QStringLiteral("harbour.example"), QStringLiteral("lists.example"),
                                   QStringLiteral("web.example")};
    QString local = firstName();
    local += chance(50) ? QString(u'.' + lastName()) : number(2);
    return local.toLower().remove(u' ') + u'@' + pick(hosts);
}

QString ForgeDice::lotusName() {
    static const QStringList tails{QStringLiteral("/HOU/NWP"),
                                   QStringLiteral("/Corp/Harbour@HARBOUR"),
                                   QStringLiteral("@NWP"),
                                   QStringLiteral("/NA/Northwind@Northwind"),
                                   QString(),
                                   QStringLiteral("/LON/NWP@NWP")};
    return fullName() + pick(tails);
}

QString ForgeDice::date() {
    static const QStringList months{QStringLiteral("Jan"), QStringLiteral("Feb"), QStringLiteral("Mar"),
                                    QStringLiteral("Apr"), QStringLiteral("May"), QStringLiteral("Jun"),
                                    QStringLiteral("Oct"), QStringLiteral("Nov")};
    const QString day = QString::number(1 + below(28));
    const QString year = QString::number(2000 + below(26));
    switch (below(5)) {
    case 0:
        return QStringLiteral("%1/%2/%3").arg(QString::number(1 + below(12)), day, year);
    case 1:
        return QStringLiteral("%1-%2-%3").arg(year, QString::number(10 + below(3)), day.rightJustified(2, u'0'));
    case 2:
        return QStringLiteral("%1.%2.%3").arg(day.rightJustified(2, u'0'), QString::number(10 + below(3)), year);
    case 3:
        return QStringLiteral("%1 %2 %3").arg(day, pick(months), year);
    default:
        return QStringLiteral("%1 %2, %3").arg(pick(months), day, year);
    }
}

QString ForgeDice::clock() {
    return QStringLiteral("%1:%2").arg(1 + below(12)).arg(10 + below(50)) +
           (chance(60) ? (chance(50) ? QStringLiteral(" AM") : QStringLiteral(" PM")) : QString());
}

QStringList ForgeDice::matter() {
    QStringList lines;
    const std::size_t kind = below(11);
    for (std::size_t i = 2 + below(6); i > 0; --i) {
        QString line;
        switch (kind) {
        case 0:
            line = QStringLiteral(" - %1").arg(pick(m_language->sentences));
            break;
        case 1:
            line = QStringLiteral("%1. %2").arg(i).arg(pick(m_language->sentences));
            break;
        case 2:
            line = QStringLiteral("%1\t%2\t%3").arg(lastName(), number(3), number(5));
            break;
        case 3:
            line =
                QStringLiteral("    <field name=\"%1\" type=\"string\" indexed=\"true\"/>").arg(firstName().toLower());
            break;
        case 4:
            line = QStringLiteral("\tat com.example.%1.run(%1.java:%2)").arg(firstName(), number(3));
            break;
        case 5:
            line = fullName();
            break;
        case 6:
            line = QStringLiteral("%1: %2").arg(
                pick({QStringLiteral("Request ID"), QStringLiteral("Deal"), QStringLiteral("Name"),
                      QStringLiteral("Status"), QStringLiteral("Volume"), QStringLiteral("Counterparty")}),
                number(6));
            break;
        case 7:
            line = QStringLiteral("http://www.%1.example/%2/%3?id=%4")
                       .arg(firstName().toLower(), number(2), lastName().toLower(), number(4));
            break;
        case 8:
            line = QStringLiteral(" - %1%2.doc").arg(firstName(), number(3));
            break;
        case 9:
            line = QStringLiteral("%1  %2  %3 %4")
                       .arg(fullName(), pick(m_language->titles), pick(m_language->phones), address());
            break;
        default:
            line = (i % 2 ? pick(m_language->companies) : pick(m_language->titles).toUpper());
            break;
        }
        lines << line;
    }
    return lines;
}

QStringList ForgeDice::code() {
    static const QStringList shapes{QStringLiteral("{"),
                                    QStringLiteral("}"),
                                    QStringLiteral("},"),
                                    QStringLiteral("]"),
                                    QStringLiteral("\"%1\": %2,"),
                                    QStringLiteral("\"%1\":\"%3\","),
                                    QStringLiteral("\"%1\": {"),
                                    QStringLiteral("\"time\": 0"),
                                    QStringLiteral("</%1>"),
                                    QStringLiteral("<%1>"),
                                    QStringLiteral("<str name=\"%1\">%3</str>"),
                                    QStringLiteral("<%1 class=\"%3\"/>"),
                                    QStringLiteral("%1=%2"),
                                    QStringLiteral("%1"),
                                    QStringLiteral("%2"),
                                    QStringLiteral("|- %1%2 - replica1"),
                                    QStringLiteral("at org.example.%1.%3(%3.java:%2)"),
                                    QStringLiteral("$ %1 -x %2"),
                                    QStringLiteral("%1.%3 = %2;"),
                                    QStringLiteral("<!-- %1 %3 -->"),
                                    QStringLiteral("+--- %1"),
                                    QStringLiteral("."),
                                    QStringLiteral("'%1': '%3.%1',"),
                                    QStringLiteral("%2 %2 %2"),
                                    QStringLiteral("%1 : %3"),
                                    QStringLiteral("%3 %1 %2 INFO"),
                                    QStringLiteral("[%1]")};
    QStringList lines;
    int indent = int(below(4)) * 2;
    const QString first = pick(shapes);
    for (std::size_t i = 4 + below(45); i > 0; --i) {
        indent = std::clamp(indent + int(below(3)) * 2 - 2, 0, 12);
        const QString shape = chance(25) ? first : pick(shapes);
        const QString word = chance(50) ? firstName().toLower() : lastName();
        lines << QString(indent, u' ') + QString(shape)
                                             .replace(QStringLiteral("%1"), word)
                                             .replace(QStringLiteral("%2"), number(int(1 + below(5))))
                                             .replace(QStringLiteral("%3"), firstName());
        if (chance(4)) {
            lines << QString();
        }
    }
    return lines;
}

QStringList ForgeDice::listing() {
    QStringList lines;
    const bool numbers = chance(50);
    for (std::size_t i = 3 + below(20); i > 0; --i) {
        const std::size_t kind = below(7);
        QString line = kind == 0              ? fullName()
                       : kind == 1            ? pick(m_language->companies)
                       : kind == 2            ? pick(m_language->streets).section(u'|', 0, 0)
                       : kind == 3 && numbers ? pick(m_language->phones)
                       : kind == 4            ? pick(m_language->titles)
                       : kind == 5            ? QString(lastName() + u' ' + number(3))
                                              : QString(firstName() + QStringLiteral(" - ") + lastName());
        lines << line;
        if (chance(12)) {
            lines << QString();
        }
    }
    return lines;
}

}  // namespace kith::train
