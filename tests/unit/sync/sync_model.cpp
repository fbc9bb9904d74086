// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/unit/sync/sync_model.h"

#include "core/service/mail_actions.h"
#include "core/storage/account_store.h"
#include "core/storage/journal.h"
#include "core/storage/local_labels.h"
#include "core/storage/message_marks.h"
#include "core/storage/migrations.h"
#include "core/storage/remote_store.h"
#include "core/storage/transaction.h"

namespace kith::testing {

namespace {

using service::MailAction;

const char* const kSystem[] = {"INBOX", "UNREAD", "STARRED", "IMPORTANT", "TRASH", "SPAM"};
const char* const kOwn[] = {"Alpha", "beta", "Priority/High", "Priority/Low", "Gamma/One"};
QString wishKey(const QString& remoteId, const QString& label) {
    return remoteId + QLatin1Char(' ') + label;
}

}  // namespace

bool isToldLabel(const QString& label) {
    return label == QLatin1String("STARRED") || label == QLatin1String("Alpha") || label == QLatin1String("beta");
}

QByteArray lightLetter(int number, int thread) {
    return QByteArray::number(number) + '\n' + QByteArray::number(thread) + '\n';
}

service::PreparedLetter lightPrepare(intake::RawMessage raw) {
    service::PreparedLetter prepared;
    const QByteArrayList lines = raw.bytes.split('\n');
    Letter& letter = prepared.letter;
    letter.rfc822MessageId = QStringLiteral("n%1@model.example").arg(QString::fromLatin1(lines.value(0)));
    letter.subject = QStringLiteral("Letter ") + QString::fromLatin1(lines.value(0));
    letter.from = {{QStringLiteral("Ada"), QStringLiteral("ada@north.example")}};
    letter.to = {{QString(), QStringLiteral("mara@fjordlight.example")}};
    letter.date = MailDate{std::chrono::seconds{1'770'000'000 + lines.value(0).toInt() * 60}, {}, {}};
    letter.text = letter.subject;
    prepared.snippet = letter.subject;
    prepared.raw = std::move(raw);
    return prepared;
}

SyncModel::SyncModel(const QString& database) {
    const storage::DatabaseUrl url = database.isEmpty() ? storage::DatabaseUrl::workspace(m_folder.path())
                                                        : storage::DatabaseUrl{storage::Dialect::Postgres, database};
    auto opened = storage::openCurrent(url, storage::OpenMode::Create, {m_clock, m_ids});
    Q_ASSERT(opened);
    m_cellar = std::make_unique<service::Cellar>(m_folder.path(), nullptr, nullptr, std::move(*opened));
}

void SyncModel::wipe() {
    storage::Database& db = *m_cellar->database;
    storage::Transaction transaction(db);
    (void)db.script(db.isSqlite() ? "INSERT INTO message_search (message_search) VALUES ('delete-all')"
                                  : "DELETE FROM message_search");
    for (const char* table :
         {"outbox", "remote_messages", "remote_labels", "remote_aliases", "sync_state", "accounts", "owner_addresses",
          "change_rows", "changes", "events", "message_labels", "labels", "messages", "thread_keys", "threads"}) {
        (void)db.run(QByteArray("DELETE FROM ") + table);
    }
    (void)transaction.commit();
}

void SyncModel::begin(quint32 seed) {
    m_random.seed(seed);
    m_ids.restart();
    wipe();
    m_clock.advance(Millis{1'778'846'400'000} - m_clock.now());
    m_server = std::make_unique<FakeServer>();
    m_mailbox = std::make_unique<FakeMailbox>(*m_server);
    m_mailbox->pageSize = 1 + below(9);
    m_mailbox->batch = 1 + below(6);
    m_mailbox->tellsAfter = chance(50);
    m_mailbox->shortHistory = chance(20);
    m_faults = chance(60) ? below(12) : 0;
    m_between = chance(60) ? below(30) : 0;
    m_number = m_step = 0;
    m_wishesHold = true;
    m_here.clear();
    m_there.clear();
    m_wrong.clear();
    Account fresh;
    fresh.kind = QStringLiteral("gmail");
    fresh.address = QStringLiteral("mara@fjordlight.example");
    m_account = storage::AccountStore(*m_cellar->database).add(fresh)->id;
}

QStringList SyncModel::run(quint32 seed) {
    begin(seed);
    for (int i = below(14); i > 0; --i) {
        addAtServer();
    }
    for (int i = 8 + below(30); i > 0; --i) {
        const int what = below(100);
        if (what < 40) {
            serverDeed();
        } else if (what < 75) {
            localDeed();
        } else if (what < 95) {
            cycle();
        } else {
            m_clock.advance(Millis{(below(5) == 0 ? -1 : 1) * qint64(below(9'000'000))});
        }
    }
    rest();
    compare();
    return m_wrong;
}

void SyncModel::tell(const QString& what) const {
    if (m_told) {
        fprintf(stderr, "  %s\n", qPrintable(what));
    }
}

void SyncModel::rest() {
    tell(QStringLiteral("rest"));
    m_faults = 0;
    m_between = 0;
    m_mailbox->before = nullptr;
    m_mailbox->after = nullptr;
    m_mailbox->failsToFetch = nullptr;
    for (int i = 0; i < 6; ++i) {
        m_clock.advance(Millis{5'000'000});
        cycle();
    }
}

void SyncModel::cycle() {
    if (m_faults > 0 || m_between > 0) {
        m_mailbox->before = [this](const QString& request) { return fault(request, false); };
        m_mailbox->after = [this](const QString& request) { return fault(request, true); };
        m_mailbox->failsToFetch = [this](const QString&) { return chance(m_faults / 3); };
    }
    service::SyncTuning tuning;
    tuning.workers = 0;
    tuning.prepare = lightPrepare;
    tuning.triage = [](service::Cellar&, Clock&) { return service::SyncTriage{}; };
    service::MailSync engine(*m_cellar, m_clock, *m_mailbox, m_account, {}, tuning);
    service::SyncOptions options;
    options.repair = m_faults > 0 && chance(4);
    tell(QStringLiteral("cycle"));
    const auto done = engine.cycle(options, {});
    tell(done ? QStringLiteral("cycle ends") : QStringLiteral("cycle fails: ") + done.error().detail);
    ++m_cycles;
    m_requests += engine.lastReport().requests;
    if (!done && m_faults == 0) {
        wrong(QStringLiteral("a cycle without faults failed: ") + done.error().detail);
    }
}

std::optional<Error> SyncModel::fault(const QString& request, bool afterwards) {
    tell((afterwards ? QStringLiteral("  did ") : QStringLiteral("  asks ")) + request);
    if (chance(m_between)) {
        chance(60) ? serverDeed() : localDeed();
    }
    if (!chance(m_faults)) {
        return std::nullopt;
    }
    switch (below(afterwards ? 2 : 5)) {
    case 0:
        return Error{ErrorKind::Unreachable, QStringLiteral("the answer was lost"), {}};
    case 1:
        return Error{ErrorKind::Malformed, QStringLiteral("the answer was cut"), {}};
    case 2:
        return Error{ErrorKind::RateLimited, QStringLiteral("too fast"), {}, Millis{below(90'000)}};
    case 3:
        if (request == QLatin1String("modify") || request == QLatin1String("createLabel")) {
            m_wishesHold = false;
            return Error{ErrorKind::Denied, QStringLiteral("it will not have it"), {}};
        }
        if (request == QLatin1String("history")) {
            m_server->expireHistory();
        }
        return std::nullopt;
    default:
        return Error{ErrorKind::Cancelled, QStringLiteral("stopped"), {}};
    }
}

QString SyncModel::anyRemote() {
    if (m_server->messages.empty()) {
        return {};
    }
    return m_server->order[size_t(below(int(m_server->order.size())))];
}

void SyncModel::addAtServer() {
    QStringList labels;
    for (const char* name : {"INBOX", "UNREAD", "STARRED", "TRASH", "IMPORTANT"}) {
        if (chance(name == kSystem[0] || name == kSystem[1] ? 60 : 12)) {
            labels << QString::fromLatin1(name);
        }
    }
    if (chance(10)) {
        labels << QStringLiteral("SENT");
    }
    if (chance(10)) {
        labels << QStringLiteral("DRAFT");
    }
    for (const QString& own : m_server->userLabels()) {
        if (chance(25)) {
            labels << own;
        }
    }
    const QString thread = chance(30) ? anyRemote() : QString();
    const int number = m_number > 0 && chance(12) ? below(m_number) : m_number++;  // a letter that is there already
    const QString id = m_server->add(lightLetter(number, 0), labels,
                                     thread.isEmpty() ? QString() : m_server->messages.at(thread).threadId);
    tell(QStringLiteral("there: %1 is letter %2 with %3").arg(id).arg(number).arg(labels.join(QLatin1Char(' '))));
}

void SyncModel::serverDeed() {
    ++m_step;
    const int what = below(100);
    const QString id = anyRemote();
    if (what < 25 || id.isEmpty()) {
        addAtServer();
    } else if (what < 35) {
        tell(QStringLiteral("there: %1 is deleted").arg(id));
        m_server->remove(id);
    } else if (what < 80) {
        labelAtServer(id);
    } else if (what < 95) {
        labelsOfServer();
    } else if (what < 98) {
        tell(QStringLiteral("there: history expires"));
        m_server->expireHistory();
    } else {  // a draft that is written again has another id
        const FakeMessage draft = m_server->messages.at(id);
        m_server->remove(id);
        m_server->add(draft.raw, draft.labels, draft.threadId);
    }
}

void SyncModel::labelAtServer(const QString& id) {
    const QStringList own = m_server->userLabels();
    const QString label = !own.isEmpty() && chance(45) ? own[below(int(own.size()))]
                                                       : QString::fromLatin1(kSystem[below(6)]);
    const bool on = chance(50);
    const bool was = m_server->messages.at(id).labels.contains(label);
    tell(QStringLiteral("there: %1 %2%3").arg(id, on ? QStringLiteral("+") : QStringLiteral("-"), label));
    m_server->setLabel(id, label, on);
    if (was != on) {
        seenAtServer(id, m_server->labels.contains(label) ? m_server->labels[label].name : label, on);
    }
}

void SyncModel::labelsOfServer() {
    const QStringList own = m_server->userLabels();
    const QString name = QString::fromLatin1(kOwn[below(5)]);
    const bool taken = std::any_of(m_server->labels.begin(), m_server->labels.end(), [&](const mail::RemoteLabel& one) {
        return one.name.compare(name, Qt::CaseInsensitive) == 0;
    });
    if (own.isEmpty() || chance(50)) {
        if (!taken) {
            const QString made = m_server->makeLabel(chance(20) ? name.toUpper() : name);
            tell(QStringLiteral("there: %1 is %2").arg(made, m_server->labels[made].name));
        }
        return;
    }
    m_wishesHold = false;  // a name is another label from here on
    const QString id = own[below(int(own.size()))];
    tell(QStringLiteral("there: %1 is renamed or deleted: %2").arg(id, name));
    if (chance(60) && !taken) {
        m_server->renameLabel(id, name);
    } else {
        m_server->removeLabel(id);
    }
}

void SyncModel::wished(const QString& remoteId, const QString& label, bool on) {
    if (isToldLabel(label)) {
        m_here[wishKey(remoteId, label)] = {on, ++m_step};
    }
}

void SyncModel::seenAtServer(const QString& remoteId, const QString& label, bool on) {
    m_there[wishKey(remoteId, label)] = {on, ++m_step};
}

void SyncModel::localDeed() {
    ++m_step;
    m_clock.advance(Millis{5});
    const int what = below(100);
    if (what < 12) {
        m_wishesHold = false;
        tell(what < 8 ? QStringLiteral("here: undo") : QStringLiteral("here: redo"));
        (void)(what < 8 ? service::undoChange(*m_cellar, {}) : service::redoChange(*m_cellar));
        return;
    }
    const QString remoteId = anyRemote();
    const auto row = storage::RemoteStore(*m_cellar->database, m_account).row(remoteId);
    if (!row || !*row || !(*row)->message) {
        return;
    }
    what < 70 ? actHere((*row)->message, remoteId) : labelHere((*row)->message, remoteId);
}

void SyncModel::actHere(MessageId message, const QString& remoteId) {
    static constexpr MailAction kActions[] = {
        MailAction::Archive,  MailAction::ToInbox,    MailAction::Trash,  MailAction::Star, MailAction::Unstar,
        MailAction::MarkRead, MailAction::MarkUnread, MailAction::Snooze, MailAction::Unsnooze,
        MailAction::Spam,     MailAction::Mute};
    const MailAction action = kActions[below(11)];
    const auto thread = m_cellar->messages.threadOf(message);
    if (!thread || !*thread) {
        return;
    }
    tell(QStringLiteral("here: %1 %2").arg(remoteId, service::actionWord(action)));
    const auto done = service::act(*m_cellar, action, {**thread}, m_clock.now() + Millis{below(4'000'000)});
    if (!done) {
        wrong(QStringLiteral("an action failed: ") + done.error().detail);
    }
    if (action == MailAction::Star || action == MailAction::Unstar) {
        m_here.clear();  // it is about the whole conversation, and the newest of it
        wished(remoteId, QStringLiteral("UNREAD"), false);
    }
}

void SyncModel::labelHere(MessageId message, const QString& remoteId) {
    const QString name = chance(30) ? QStringLiteral("STARRED") : QString::fromLatin1(kOwn[below(5)]);
    const bool on = chance(60);
    tell(QStringLiteral("here: %1 %2%3").arg(remoteId, on ? QStringLiteral("+") : QStringLiteral("-"), name));
    storage::ChangeWriter change(*m_cellar->database, {QStringLiteral("message.labelled"), QStringLiteral("user"),
                                                       {}, {}, QStringLiteral("Label"), {}, true});
    const auto before = storage::localLabels(*m_cellar->database, message);
    const MessageId ids[] = {message};
    storage::MessageMarks(change).setLabel(ids, name, on);
    if (!change.commit()) {
        wrong(QStringLiteral("a label was not set"));
    }
    if (before && before->labels.contains(storage::labelKey(name)) != on) {
        wished(remoteId, name, on);  // what was so already is no wish
    }
}

}  // namespace kith::testing
