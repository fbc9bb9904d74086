// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Port: a mailbox on a server, in Gmail's words. Ids are opaque text of the server.
#pragma once

#include "core/base/result.h"
#include "core/mail/remote_usage.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

namespace kith::mail {

struct RemoteProfile {
    QString address;
    quint64 historyId{0};
    qint64 messagesTotal{0};
    qint64 threadsTotal{0};
};

struct RemoteRef {
    QString id;
    QString threadId;

    bool operator==(const RemoteRef&) const = default;
};

struct RemotePage {
    std::vector<RemoteRef> refs;
    QString nextPage;  ///< empty: the last page
};

struct RemoteMessage {
    RemoteRef ref;
    quint64 historyId{0};
    std::chrono::milliseconds internalDate{0};
    QStringList labelIds;
    QByteArray raw;  ///< RFC 5322 bytes
};

/// What a fetch brought; found + gone + failed hold every id that was asked for, once.
struct RemoteFetch {
    struct Failure {
        QString id;
        Error error;  ///< of this message alone: it is tried again later
    };
    std::vector<RemoteMessage> found;
    QStringList gone;  ///< deleted on the server meanwhile
    std::vector<Failure> failed;
};

enum class HistoryKind { MessageAdded, MessageDeleted, LabelsAdded, LabelsRemoved };

struct HistoryStep {
    HistoryKind kind{HistoryKind::MessageAdded};
    quint64 recordId{0};
    RemoteRef ref;
    QStringList labelIds;  ///< LabelsAdded, LabelsRemoved: those that came or went
    QStringList after;     ///< all labels of the message where the server told them
    bool toldAfter{false};
};

struct HistoryPage {
    std::vector<HistoryStep> steps;  ///< oldest first; may be empty on a page that is not the last
    QString nextPage;
    quint64 historyId{0};  ///< the mailbox's now: the cursor after the last page
};

struct RemoteLabel {
    QString id;
    QString name;
    bool system{false};
    QString background;  ///< #rrggbb of the palette, or empty
    QString foreground;
};

struct RemoteAlias {
    QString address;
    QString name;
    QString signatureHtml;
    bool isDefault{false};
};

struct RemoteDraft {
    QString id;  ///< of the draft; its message has another
    RemoteRef message;
};

struct LabelEdit {
    QStringList add;  ///< label ids
    QStringList remove;

    bool operator==(const LabelEdit&) const = default;
};

/// All calls block their worker and return Cancelled on stop. Errors beside that: SignInNeeded, RateLimited (with
/// retryAfter, after the client's own patience ended), Unreachable, Denied (a scope is missing: detail names it),
/// NotFound where said, Malformed (an answer that means nothing), Failed.
class RemoteMailbox {
public:
    virtual ~RemoteMailbox() = default;

    virtual Result<RemoteProfile> profile(std::stop_token stop) = 0;
    /// Everything, trash and spam too, at most 500 a page; newest first as a rule, not strictly.
    virtual Result<RemotePage> list(const QString& page, std::stop_token stop) = 0;
    /// The same for one label.
    virtual Result<RemotePage> listLabelled(const QString& labelId, const QString& page, std::stop_token stop) = 0;
    /// How many messages the next fetch() should ask for: what the server bears now.
    virtual int fetchSize() const = 0;
    /// Messages of one thread that are asked for together may cost less; refs should know their threadId.
    virtual Result<RemoteFetch> fetch(std::span<const RemoteRef> refs, std::stop_token stop) = 0;
    /// NotFound: the cursor is too old (or not of this mailbox).
    virtual Result<HistoryPage> history(quint64 since, const QString& page, std::stop_token stop) = 0;

    virtual Result<std::vector<RemoteLabel>> labels(std::stop_token stop) = 0;
    /// Conflict: a label of that name exists (compared without case).
    virtual Result<RemoteLabel> createLabel(const RemoteLabel& wanted, std::stop_token stop) = 0;
    virtual Result<void> deleteLabel(const QString& labelId, std::stop_token stop) = 0;
    /// The same edit on each; one id: NotFound where it is gone. Many: gone ones are left out without a word.
    virtual Result<void> modify(std::span<const QString> ids, const LabelEdit& edit, std::stop_token stop) = 0;
    /// Empty where the granted scopes do not allow it.
    virtual Result<std::vector<RemoteAlias>> aliases(std::stop_token stop) = 0;

    /// Drafts whose message has this Message-ID (without brackets).
    virtual Result<std::vector<RemoteDraft>> findDrafts(const QString& rfc822MessageId, std::stop_token stop);
    /// Asked once: Unreachable leaves open whether it was made, findDrafts() tells. threadId may be empty.
    virtual Result<RemoteDraft> createDraft(const QByteArray& raw, const QString& threadId, std::stop_token stop);
    /// Its message is another one afterwards. NotFound where it was sent or deleted.
    virtual Result<RemoteDraft> updateDraft(const RemoteDraft& draft, const QByteArray& raw, std::stop_token stop);
    virtual Result<void> deleteDraft(const QString& draftId, std::stop_token stop);
    /// As it stands there now. NotFound where it was sent or deleted.
    virtual Result<RemoteMessage> draftMessage(const QString& draftId, std::stop_token stop);
    /// Asked once: Unreachable leaves open whether it went, findSent() tells. NotFound where it was sent or deleted.
    virtual Result<RemoteRef> sendDraft(const QString& draftId, std::stop_token stop);
    /// The sent message of this Message-ID; nothing where none went.
    virtual Result<std::optional<RemoteRef>> findSent(const QString& rfc822MessageId, std::stop_token stop);

    /// Counted since the last call.
    virtual RemoteUsage takeUsage() = 0;
    /// True: requests are made for a person who waits, who may use the reserve.
    virtual void setUrgent(bool urgent) = 0;
};

}  // namespace kith::mail
