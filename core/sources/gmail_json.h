// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Gmail's JSON becomes the nouns of the port; every field is checked, Malformed names the one that is wrong.
#pragma once

#include "core/mail/remote_mailbox.h"

#include <QJsonObject>

namespace kith::sources {

/// uint64 comes as a decimal string, from some servers as a number.
Result<quint64> unsignedNumber(const QJsonObject& object, const QString& key);
/// base64url or base64, padded or not; Malformed for anything else.
Result<QByteArray> fromBase64Url(const QString& text, const QString& field);

Result<mail::RemoteProfile> readProfile(const QByteArray& body);
/// An absent list is an empty one.
Result<mail::RemotePage> readPage(const QByteArray& body);
/// format=raw; the id must be the one that was asked for.
Result<mail::RemoteMessage> readRawMessage(const QByteArray& body, const QString& wantedId);

/// A message of threads.get format=full: all but the bytes.
struct ThreadMessage {
    mail::RemoteMessage message;
    QJsonObject payload;
};
Result<std::vector<ThreadMessage>> readThread(const QByteArray& body, const QString& wantedId);

Result<mail::HistoryPage> readHistory(const QByteArray& body);
Result<std::vector<mail::RemoteLabel>> readLabels(const QByteArray& body);
Result<mail::RemoteLabel> readLabel(const QByteArray& body);
Result<std::vector<mail::RemoteAlias>> readAliases(const QByteArray& body);

/// {id, message {id, threadId}}
Result<mail::RemoteDraft> readDraft(const QByteArray& body);
/// The drafts of a listing.
Result<std::vector<mail::RemoteDraft>> readDrafts(const QByteArray& body);

}  // namespace kith::sources
