// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What the reader says about a letter in words: people, recipients, warnings, folded parts, sizes.
#pragma once

#include "core/domain/message.h"
#include "ui/letter_document.h"

#include <QCoreApplication>
#include <QDate>
#include <QString>
#include <QStringList>
#include <QUrl>

namespace kith::ui {

struct LetterWords {
    Q_DECLARE_TR_FUNCTIONS(kith::ui::LetterWords)
public:
    static QString person(const Address& address);
    /// The word by which one would call them: the first name, else the address before the @.
    static QString shortName(const Address& address);
    static QString author(const Message& message);
    /// "to you and Lena Hoffmann", "to Lena Hoffmann and 4 others", "to undisclosed recipients"
    static QString recipients(const Message& message, const QStringList& owners);
    /// "Signature and 2 quoted messages"; empty where nothing is folded.
    static QString folded(const LetterParts& parts);
    /// One sentence for a stable word of spoofWarnings.
    static QString warning(const QString& word, const Message& message);
    static QString remoteImages(int images, int trackingPixels);
    /// Where orders to an assistant stand, as far as that is not in the text that is read; empty for the text alone.
    static QString assistantPlaces(const QStringList& places);
    static QString size(qint64 bytes);
    /// A file name without characters that turn the direction of writing.
    static QString fileName(const Attachment& attachment);
};

/// Attachments a reader wants to see listed: not the pictures that stand inside the HTML.
std::vector<Attachment> listedAttachments(const service::LetterView& letter);
/// Programs, scripts and pages: never opened, only saved.
bool opensWithDanger(const Attachment& attachment);
/// The first https or mailto target of List-Unsubscribe; invalid where there is none.
QUrl unsubscribeTarget(const QString& listUnsubscribe);

}  // namespace kith::ui
