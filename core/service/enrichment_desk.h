// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The window's way to the sources that know more about people: keys, test calls, the work and what became of it,
// pausing, and writing back after a look at what would change.
#pragma once

#include "core/service/enrichment.h"

#include <QFuture>
#include <QObject>

namespace kith::service {

struct SourceFacts {
    QString name;      ///< attio, onyx
    QString keyPlace;  ///< stored, environment; empty: there is none
    bool on{false};    ///< the user agreed that names and addresses of contacts go there
    QString trouble;   ///< why the last visit was stopped; empty: it was not
};

struct EnrichmentStatus {
    bool running{false};
    bool paused{false};
    bool offline{false};
    QString source;     ///< that is visited now
    qint64 visited{0};  ///< contacts of this run
    qint64 fieldsAdded{0};
    storage::TaskCounts tasks;
};

struct EnrichmentFacts {
    std::vector<SourceFacts> sources;
    EnrichmentSettings settings;
    EnrichmentStatus status;
};

struct EnrichmentRow {
    Task task;
    ContactId contact;
    QString source;
    QString who;  ///< name, else address
};

/// What is known of the contact, and what writing it would change.
struct WriteBackView {
    ContactId contact;
    QString who;
    people::WriteBack changes;
};

/// On the window's thread; answers come as futures.
class EnrichmentDesk : public QObject {
    Q_OBJECT
public:
    template <class T>
    using Answer = QFuture<Result<T>>;

    virtual Answer<EnrichmentFacts> facts() = 0;
    /// Newest first; state below 0: any.
    virtual Answer<std::vector<EnrichmentRow>> tasks(int state, TaskId before, int limit) = 0;
    /// Into the place of secrets; empty: forgotten. A key that is given is the user's word as well.
    virtual Answer<void> setKey(const QString& source, const QString& key) = 0;
    virtual Answer<void> setOn(const QString& source, bool on) = 0;
    /// One small question: whose key it is.
    virtual Answer<QString> test(const QString& source) = 0;
    virtual Answer<void> save(const EnrichmentSettings& settings) = 0;
    virtual Answer<void> retry(TaskId task) = 0;
    virtual Answer<qint64> retryFailed() = 0;
    /// Looks for work now, whatever the schedule says.
    virtual void visitNow() = 0;
    virtual Answer<WriteBackView> preview(const QString& source, ContactId contact) = 0;
    /// Conflict where it is not what was shown any more.
    virtual Answer<void> write(const QString& source, const WriteBackView& shown) = 0;

Q_SIGNALS:
    /// On the thread of this object; at most five times a second.
    void moved(const kith::service::EnrichmentStatus& status);
};

/// What Kith believes of the contact, as wishes for another system.
std::vector<people::FieldWish> wishesOf(const ContactCard& card);

}  // namespace kith::service
