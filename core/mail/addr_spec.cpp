// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/mail/address_parser.h"

#include <QHostAddress>
#include <QUrl>

namespace kith::mail {

namespace {

bool addrAtomChar(QChar c) {
    const char16_t u = c.unicode();
    return u >= 0x80 || c.isLetterOrNumber() || QStringView(u"!#$%&'*+-/=?^_`{|}~").contains(c);
}

bool dotAtom(QStringView text) {
    bool dot = true;
    for (const QChar c : text) {
        if (c == QLatin1Char('.')) {
            if (dot) {
                return false;
            }
            dot = true;
            continue;
        }
        if (!addrAtomChar(c)) {
            return false;
        }
        dot = false;
    }
    return !text.isEmpty() && !dot;
}

bool quotedLocal(QStringView text) {
    if (text.size() < 2 || text.front() != QLatin1Char('"') || text.back() != QLatin1Char('"')) {
        return false;
    }
    const QStringView inside = text.sliced(1, text.size() - 2);
    for (qsizetype i = 0; i < inside.size(); ++i) {
        const char16_t u = inside[i].unicode();
        if (u == '\\') {
            if (++i >= inside.size() || inside[i].unicode() < 0x20 || inside[i].unicode() >= 0x7F) {
                return false;
            }
        } else if (u < 0x20 || u == '"' || u == 0x7F) {
            return false;
        }
    }
    return true;
}

bool hostName(QStringView domain) {
    QString ascii = domain.toString();
    for (const QChar c : domain) {
        if (c.unicode() >= 0x80) {
            ascii = QString::fromLatin1(QUrl::toAce(ascii, QUrl::IgnoreIDNWhitelist));
            break;
        }
    }
    const auto labels = QStringView(ascii).split(QLatin1Char('.'));
    if (ascii.isEmpty() || ascii.size() > 253 || labels.size() < 2) {
        return false;
    }
    for (const QStringView label : labels) {
        if (label.isEmpty() || label.size() > 63 || label.front() == QLatin1Char('-') ||
            label.back() == QLatin1Char('-')) {
            return false;
        }
        for (const QChar c : label) {
            const char16_t u = c.unicode();
            if (!((u >= 'a' && u <= 'z') || (u >= 'A' && u <= 'Z') || (u >= '0' && u <= '9') || u == '-')) {
                return false;
            }
        }
    }
    const QStringView top = labels.back();
    return std::any_of(top.begin(), top.end(), [](QChar c) { return !c.isDigit(); });
}

bool addressLiteral(QStringView domain) {
    if (domain.size() < 4 || domain.front() != QLatin1Char('[') || domain.back() != QLatin1Char(']')) {
        return false;
    }
    const QStringView inside = domain.sliced(1, domain.size() - 2);
    QHostAddress host;
    if (inside.startsWith(QLatin1String("IPv6:"), Qt::CaseInsensitive)) {
        const qsizetype groups = inside.sliced(5).split(u':', Qt::SkipEmptyParts).size() + inside.contains(u'.');
        const bool shortened = inside.contains(QLatin1String("::"));  // stands for two groups at least
        return !inside.contains(QLatin1Char('%')) && (!shortened || groups <= 6) &&
               host.setAddress(inside.sliced(5).toString()) && host.protocol() == QAbstractSocket::IPv6Protocol;
    }
    return inside.count(QLatin1Char('.')) == 3 && host.setAddress(inside.toString()) &&
           host.protocol() == QAbstractSocket::IPv4Protocol;
}

}  // namespace

bool isAddrSpec(QStringView text) {
    const qsizetype at = text.lastIndexOf(QLatin1Char('@'));
    if (at < 1 || text.toUtf8().size() > 254) {
        return false;
    }
    const QStringView local = text.first(at);
    const QStringView domain = text.sliced(at + 1);
    return local.toUtf8().size() <= 64 && (dotAtom(local) || quotedLocal(local)) &&
           (hostName(domain) || addressLiteral(domain));
}

}  // namespace kith::mail
