// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/base/text.h"
#include "core/mail/html_sanitizer.h"
#include "core/mail/mime_parser.h"
#include "core/service/aimed_letter.h"
#include "core/service/conversation_reader.h"

namespace kith::service {

QStringList spoofWarnings(const Message& message) {
    QStringList warnings;
    const QString domain = addressDomain(message.from.address);
    const QString name = message.from.name.toLower();
    if (const qsizetype at = name.indexOf(QLatin1Char('@'));
        at > 0 && !name.contains(addressKey(message.from.address))) {
        warnings << QStringLiteral("name-is-other-address");
    }
    for (const Address& reply : message.replyTo) {
        if (!reply.address.isEmpty() && addressDomain(reply.address) != domain && message.bulk.listId.isEmpty()) {
            warnings << QStringLiteral("reply-to-differs");
            break;
        }
    }
    if (domain.startsWith(QStringLiteral("xn--")) || domain.contains(QStringLiteral(".xn--"))) {
        warnings << QStringLiteral("punycode-domain");
    }
    return warnings;
}

LetterView viewOf(const Message& message, const QByteArray& source, const QString& text,
                  const std::vector<Zone>& zones) {
    LetterView view;
    view.message = message;
    view.text = text;
    view.zones = zones;
    view.spoofWarnings = spoofWarnings(message);
    Letter letter = mail::parseMime(source, {});
    letter.text = text;  // positions are those of what was stored
    view.attachments = letter.attachments;
    if (!letter.html.isEmpty()) {
        mail::SafeHtml safe = mail::sanitizeHtml(letter.html);
        view.safeHtml = std::move(safe.html);
        view.remoteImages = std::move(safe.remoteImages);
        view.trackingPixels = safe.trackingPixels;
        view.blocked = safe.blocked;
        view.hiddenText = std::move(safe.hiddenText);
    }
    for (const QString& words : letter.unseenText.split(u'\n', Qt::SkipEmptyParts)) {
        view.hiddenText += (view.hiddenText.isEmpty() ? QString() : QStringLiteral("\n")) + words;
    }
    AimedAt aimed = aimedAt(letter, view.hiddenText, source);
    view.aimedAtAssistant = !aimed.places.isEmpty();
    view.assistantPlaces = std::move(aimed.places);
    if (aimed.span) {
        view.assistantStart = static_cast<int>(text::codePoints(QStringView(letter.text).left(aimed.span->start)));
        view.assistantEnd = static_cast<int>(text::codePoints(QStringView(letter.text).left(aimed.span->end)));
    }
    return view;
}

}  // namespace kith::service
