// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// A mailbox that keeps no drafts says so.
#include "core/mail/remote_mailbox.h"

namespace kith::mail {

namespace {

Error noDrafts() {
    return {ErrorKind::Unsupported, QStringLiteral("this mailbox keeps no drafts"), {}};
}

}  // namespace

Result<std::vector<RemoteDraft>> RemoteMailbox::findDrafts(const QString&, std::stop_token) {
    return noDrafts();
}

Result<RemoteDraft> RemoteMailbox::createDraft(const QByteArray&, const QString&, std::stop_token) {
    return noDrafts();
}

Result<RemoteDraft> RemoteMailbox::updateDraft(const RemoteDraft&, const QByteArray&, std::stop_token) {
    return noDrafts();
}

Result<void> RemoteMailbox::deleteDraft(const QString&, std::stop_token) {
    return noDrafts();
}

Result<RemoteRef> RemoteMailbox::sendDraft(const QString&, std::stop_token) {
    return noDrafts();
}

Result<std::optional<RemoteRef>> RemoteMailbox::findSent(const QString&, std::stop_token) {
    return noDrafts();
}

Result<RemoteMessage> RemoteMailbox::draftMessage(const QString&, std::stop_token) {
    return noDrafts();
}

}  // namespace kith::mail
