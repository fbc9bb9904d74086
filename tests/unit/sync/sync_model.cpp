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

service::PreparedLetter lightPrepare(intake::RawMessage raw, int number) {
    service::PreparedLetter prepared;
    Letter& letter = prepared.letter;
    letter.rfc822MessageId = QStringLiteral("n%1@model.example").arg(number);
    letter.subject = QStringLiteral("Letter %1").arg(number);
    letter.from = {{QStringLiteral("Ada"), QStringLiteral("ada@north.example")}};
    letter.to = {{QString(), QStringLiteral("mara@fjordlight.example")}};
    letter.date = MailDate{std::chrono::seconds{1'770'000'000 + number * 60}, {}, {}};
    letter.text = letter.subject;
    prepared.snippet = letter.subject;
    prepared.raw = std::move(raw);
    return prepared;
}

SyncModel::SyncModel(ModelWorld& world, const QString& database)
    : m_world(world) {
    const storage::DatabaseUrl url = database.isEmpty() ? storage::DatabaseUrl::workspace(m_folder.path())
                                                        : storage::DatabaseUrl{storage::Dialect::Postgres, database};
    auto opened = storage::openCurrent(url, storage::OpenMode::Create, {m_world.clock(), m_ids});
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
    m_dice.seed(seed);
    m_ids.restart();
    wipe();
    m_world.begin(seed, m_dice);
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
    for (int i = below(m_world.mostAtFirst() + 1); i > 0; --i) {
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
            m_world.jump(Millis{(below(5) == 0 ? -1 : 1) * qint64(below(9'000'000))});
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
    m_world.calm();
    for (int i = 0; i < 6; ++i) {
        m_world.pass(Millis{5'000'000});
        cycle();
    }
}

void SyncModel::cycle() {
    if (m_faults > 0 || m_between > 0) {
        m_world.disturb({m_faults, m_between, [this] { chance(60) ? serverDeed() : localDeed(); },
                         [this] { m_wishesHold = false; }, [this](const QString& what) { tell(what); }});
    }
    service::SyncTuning tuning;
    tuning.workers = 0;
    tuning.prepare = [this](intake::RawMessage raw) { return m_world.prepare(std::move(raw)); };
    tuning.triage = [](service::Cellar&, Clock&) { return service::SyncTriage{}; };
    service::MailSync engine(*m_cellar, m_world.clock(), m_world.mailbox(), m_account, {}, tuning);
    service::SyncOptions options;
    options.repair = m_faults > 0 && chance(4);
    tell(QStringLiteral("cycle"));
    const auto done = engine.cycle(options, m_world.freshStop());
    tell(done ? QStringLiteral("cycle ends") : QStringLiteral("cycle fails: ") + done.error().detail);
    ++m_cycles;
    m_requests += engine.lastReport().requests;
    m_mostRequests = std::max(m_mostRequests, engine.lastReport().requests);
    if (!done && m_faults == 0 && !m_world.bears(done.error())) {
        wrong(QStringLiteral("a cycle without faults failed: ") + done.error().detail);
    }
}

QString SyncModel::anyRemote() {
    const QStringList order = server().order();
    return order.isEmpty() ? QString() : order[below(int(order.size()))];
}

QStringList SyncModel::namesOf(const SeenMessage& message) {
    const QMap<QString, QString> own = server().labels();
    QStringList names;
    for (const QString& label : message.labels) {
        names << own.value(label, label);
    }
    names.sort();
    return names;
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
    for (const QString& own : server().labels().keys()) {
        if (chance(25)) {
            labels << own;
        }
    }
    const QString thread = chance(30) ? anyRemote() : QString();
    const int number = m_number > 0 && chance(12) ? below(m_number) : m_number++;  // a letter that is there already
    const QString id = server().add(number, labels, thread);
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
        server().remove(id);
    } else if (what < 80) {
        labelAtServer(id);
    } else if (what < 95) {
        labelsOfServer();
    } else if (what < 98) {
        tell(QStringLiteral("there: history expires"));
        server().expireHistory();
    } else {  // a draft that is written again has another id
        tell(QStringLiteral("there: %1 is written again").arg(id));
        server().rewrite(id);
    }
}

void SyncModel::labelAtServer(const QString& id) {
    const QMap<QString, QString> names = server().labels();
    const QStringList own = names.keys();
    const QString label =
        !own.isEmpty() && chance(45) ? own[below(int(own.size()))] : QString::fromLatin1(kSystem[below(6)]);
    const bool on = chance(50);
    const bool was = server().message(id)->labels.contains(label);
    tell(QStringLiteral("there: %1 %2%3").arg(id, on ? QStringLiteral("+") : QStringLiteral("-"), label));
    server().setLabel(id, label, on);
    if (was != on) {
        seenAtServer(id, names.value(label, label), on);
    }
}

void SyncModel::labelsOfServer() {
    const QMap<QString, QString> names = server().labels();
    const QStringList own = names.keys();
    const QString name = QString::fromLatin1(kOwn[below(5)]);
    const bool taken = std::any_of(names.begin(), names.end(),
                                   [&](const QString& one) { return one.compare(name, Qt::CaseInsensitive) == 0; });
    if (own.isEmpty() || chance(50)) {
        if (!taken) {
            const QString made = chance(20) ? name.toUpper() : name;
            tell(QStringLiteral("there: %1 is %2").arg(server().makeLabel(made), made));
        }
        return;
    }
    m_wishesHold = false;  // a name is another label from here on
    const QString id = own[below(int(own.size()))];
    tell(QStringLiteral("there: %1 is renamed or deleted: %2").arg(id, name));
    if (chance(60) && !taken) {
        server().renameLabel(id, name);
    } else {
        server().removeLabel(id);
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
    m_world.pass(Millis{5});
    const int what = below(100);
    if (what < 12) {
        m_wishesHold = false;
        tell(what < 8 ? QStringLiteral("here: undo") : QStringLiteral("here: redo"));
        (void)(what < 8 ? service::undoChange(*m_cellar, {}) : service::redoChange(*m_cellar));
        return;
    }
    if (m_world.isBulky() && chance(20)) {
        return actOnAll();
    }
    const QString remoteId = anyRemote();
    const auto row = storage::RemoteStore(*m_cellar->database, m_account).row(remoteId);
    if (!row || !*row || !(*row)->message) {
        return;
    }
    what < 70 ? actHere((*row)->message, remoteId) : labelHere((*row)->message, remoteId);
}

void SyncModel::actOnAll() {
    static constexpr MailAction kActions[] = {MailAction::Archive, MailAction::ToInbox, MailAction::MarkRead,
                                              MailAction::MarkUnread, MailAction::Trash};
    const MailAction action = kActions[below(5)];
    std::vector<ThreadId> threads;
    {
        storage::Statement rows = m_cellar->database->query("SELECT id FROM threads ORDER BY id");
        while (rows.next()) {
            threads.push_back(ThreadId{rows.integer(0)});
        }
    }
    tell(QStringLiteral("here: all %1").arg(service::actionWord(action)));
    if (!threads.empty() && !service::act(*m_cellar, action, threads, {})) {
        wrong(QStringLiteral("an action on everything failed"));
    }
}

void SyncModel::actHere(MessageId message, const QString& remoteId) {
    static constexpr MailAction kActions[] = {MailAction::Archive,    MailAction::ToInbox, MailAction::Trash,
                                              MailAction::Star,       MailAction::Unstar,  MailAction::MarkRead,
                                              MailAction::MarkUnread, MailAction::Snooze,  MailAction::Unsnooze,
                                              MailAction::Spam,       MailAction::Mute};
    const MailAction action = kActions[below(11)];
    const auto thread = m_cellar->messages.threadOf(message);
    if (!thread || !*thread) {
        return;
    }
    tell(QStringLiteral("here: %1 %2").arg(remoteId, service::actionWord(action)));
    const auto done = service::act(*m_cellar, action, {**thread}, m_world.clock().now() + Millis{below(4'000'000)});
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
    storage::ChangeWriter change(
        *m_cellar->database,
        {QStringLiteral("message.labelled"), QStringLiteral("user"), {}, {}, QStringLiteral("Label"), {}, true});
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
