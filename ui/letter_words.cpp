// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/letter_words.h"

#include <QLocale>

#include <algorithm>

namespace kith::ui {

namespace {

bool isOwner(const Address& address, const QStringList& owners) {
    return owners.contains(addressKey(address.address));
}

QString withoutDirectionMarks(const QString& name) {
    QString plain;
    for (const QChar c : name) {
        const char16_t u = c.unicode();
        const bool turns = (u >= 0x202A && u <= 0x202E) || (u >= 0x2066 && u <= 0x2069) || u == 0x200E || u == 0x200F;
        if (!turns && u >= 0x20) {
            plain += c;
        }
    }
    return plain;
}

}  // namespace

QString LetterWords::person(const Address& address) {
    const QString name = withoutDirectionMarks(address.name).simplified();
    return name.isEmpty() ? address.address : name;
}

QString LetterWords::shortName(const Address& address) {
    const QString name = withoutDirectionMarks(address.name).simplified();
    if (name.isEmpty() || name.contains(QLatin1Char('@'))) {
        return address.address.section(QLatin1Char('@'), 0, 0);
    }
    if (name.contains(QStringLiteral(", "))) {
        return name.section(QStringLiteral(", "), 1).section(QLatin1Char(' '), 0, 0);
    }
    const QString first = name.section(QLatin1Char(' '), 0, 0);
    return first.endsWith(QLatin1Char('.')) ? name : first;
}

QString LetterWords::author(const Message& message) {
    return message.fromOwner ? tr("You") : person(message.from);
}

QString LetterWords::recipients(const Message& message, const QStringList& owners) {
    QStringList names;
    Addresses all = message.to;
    all.insert(all.end(), message.cc.begin(), message.cc.end());
    for (const Address& address : all) {
        if (isOwner(address, owners)) {
            names.prepend(tr("you"));
        } else if (!address.address.isEmpty()) {
            names << person(address);
        }
    }
    names.removeDuplicates();
    const int others = static_cast<int>(names.size()) - 2;
    switch (names.size()) {
    case 0:
        return tr("to undisclosed recipients");
    case 1:
        return tr("to %1").arg(names[0]);
    case 2:
        return tr("to %1 and %2").arg(names[0], names[1]);
    case 3:
        return tr("to %1, %2 and %3").arg(names[0], names[1], names[2]);
    default:
        return tr("to %1, %2 and %n others", nullptr, others).arg(names[0], names[1]);
    }
}

QString LetterWords::folded(const LetterParts& parts) {
    if (parts.folded.empty()) {
        return {};
    }
    const int n = parts.quotedMessages;
    if (n == 0) {
        return parts.hasSignature ? tr("Signature") : tr("Small print");
    }
    if (!parts.hasSignature) {
        return n == 1 ? tr("1 quoted message") : tr("%n quoted messages", nullptr, n);
    }
    return n == 1 ? tr("Signature and 1 quoted message") : tr("Signature and %n quoted messages", nullptr, n);
}

QString LetterWords::warning(const QString& word, const Message& message) {
    if (word == QStringLiteral("reply-to-differs")) {
        const QString other = message.replyTo.empty() ? QString() : message.replyTo.front().address;
        return tr("A reply would go to another organisation: %1").arg(other);
    }
    if (word.startsWith(QStringLiteral("name-is"))) {
        return tr("The name shows another address than the sender’s, which is %1").arg(message.from.address);
    }
    if (word == QStringLiteral("punycode-domain")) {
        return tr("The domain is spelled with look-alike letters: %1").arg(addressDomain(message.from.address));
    }
    return tr("Something about the sender looks disguised (%1)").arg(word);
}

QString LetterWords::assistantPlaces(const QStringList& places) {
    QStringList named;
    for (const QString& place : places) {
        if (place == QLatin1String("hidden")) {
            named << tr("text that nobody sees");
        } else if (place == QLatin1String("subject")) {
            named << tr("the subject");
        } else if (place == QLatin1String("sender")) {
            named << tr("a person's name");
        } else if (place == QLatin1String("file-name")) {
            named << tr("the name of a file");
        } else if (place == QLatin1String("calendar")) {
            named << tr("the invitation");
        }
    }
    return named.isEmpty() ? QString() : tr("They stand in %1.").arg(QLocale().createSeparatedList(named));
}

QString LetterWords::remoteImages(int images, int trackingPixels) {
    const QString blocked =
        images == 1 ? tr("1 remote image blocked") : tr("%n remote images blocked", nullptr, images);
    if (trackingPixels == 0) {
        return blocked;
    }
    return trackingPixels == 1 ? tr("%1, 1 of them a tracker").arg(blocked)
                               : tr("%1, %n of them trackers", nullptr, trackingPixels).arg(blocked);
}

QString LetterWords::size(qint64 bytes) {
    constexpr double kilo = 1024;
    const QLocale locale;
    if (bytes < kilo) {
        return tr("%1 bytes").arg(locale.toString(bytes));
    }
    return bytes < kilo * kilo ? tr("%1 KB").arg(locale.toString(bytes / kilo, 'f', 0))
                               : tr("%1 MB").arg(locale.toString(bytes / kilo / kilo, 'f', 1));
}

QString LetterWords::fileName(const Attachment& attachment) {
    const QString name = withoutDirectionMarks(attachment.filename);
    return name.isEmpty() ? tr("Unnamed (%1)").arg(attachment.contentType) : name;
}

std::vector<Attachment> listedAttachments(const service::LetterView& letter) {
    std::vector<Attachment> listed;
    std::copy_if(letter.attachments.begin(), letter.attachments.end(), std::back_inserter(listed),
                 [&](const Attachment& attachment) {
                     const bool inside =
                         !attachment.contentId.isEmpty() &&
                         attachment.contentType.startsWith(QStringLiteral("image/")) &&
                         letter.safeHtml.contains(QString(QStringLiteral("cid:") + attachment.contentId));
                     return !inside;
                 });
    return listed;
}

bool opensWithDanger(const Attachment& attachment) {
    static const QStringList endings{
        QStringLiteral("exe"),  QStringLiteral("com"),  QStringLiteral("bat"),     QStringLiteral("cmd"),
        QStringLiteral("scr"),  QStringLiteral("js"),   QStringLiteral("vbs"),     QStringLiteral("ps1"),
        QStringLiteral("sh"),   QStringLiteral("jar"),  QStringLiteral("html"),    QStringLiteral("htm"),
        QStringLiteral("svg"),  QStringLiteral("lnk"),  QStringLiteral("iso"),     QStringLiteral("msi"),
        QStringLiteral("docm"), QStringLiteral("xlsm"), QStringLiteral("desktop"), QStringLiteral("appimage")};
    return endings.contains(attachment.filename.section(QLatin1Char('.'), -1).toLower()) ||
           attachment.contentType == QStringLiteral("text/html");
}

QUrl unsubscribeTarget(const QString& listUnsubscribe) {
    QUrl mail;
    for (const QString& part : listUnsubscribe.split(QLatin1Char(','))) {
        QString target = part.trimmed();
        if (target.startsWith(QLatin1Char('<')) && target.endsWith(QLatin1Char('>'))) {
            target = target.mid(1, target.size() - 2);
        }
        const QUrl url(target, QUrl::StrictMode);
        if (url.isValid() && url.scheme() == QStringLiteral("https")) {
            return url;
        }
        if (url.isValid() && url.scheme() == QStringLiteral("mailto") && !mail.isValid()) {
            mail = url;
        }
    }
    return mail;
}

}  // namespace kith::ui
