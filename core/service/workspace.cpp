// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/workspace.h"

#include "core/service/change_board.h"
#include "core/service/closed_accounts.h"
#include "core/service/contact_import_desk.h"
#include "core/service/desk.h"
#include "core/service/import_runner.h"
#include "core/service/insights_desk.h"
#include "core/service/learned_desk.h"
#include "core/service/live_accounts.h"
#include "core/service/live_drafts.h"
#include "core/service/live_enrichment.h"
#include "core/service/live_model.h"
#include "core/service/mail_actions.h"
#include "core/service/opportunity_desk.h"
#include "core/service/people_desk.h"
#include "core/service/privacy_office.h"
#include "core/service/rule_hands.h"
#include "core/service/rule_work.h"
#include "core/service/rules_desk.h"
#include "core/service/sample.h"
#include "core/service/sync_board.h"
#include "core/service/triage_room.h"

#include <QTimer>

namespace kith::service {

namespace {

constexpr int kSnoozeLookMs = 30'000;

}  // namespace

/// Members close in reverse order: the importer first, then the desks, last the lock of the folder.
struct Workspace::House {
    House(std::unique_ptr<storage::WorkspaceLock> workspaceLock, const WorkspaceOptions& options, Clock& systemClock)
        : lock(std::move(workspaceLock))
        , clock(systemClock)
        , ids(systemClock)
        , founding{options.folder, options.database, CellarMode::Found, &ids}
        , sharing{options.folder, options.database, CellarMode::Share, &ids}
        , mail(options.mail)
        , pin([this](const Changes& changes) { pinAndSend(changes); })
        , reading([this] { return Cellar::open(founding, clock); })
        , triage([this] { return TriageRoom::open(sharing, clock); })
        , trying([this] { return Cellar::open(sharing, clock); })
        , inbox(reading, triage, clock, pin)
        , activity(reading, inbox)
        , insights(reading, triage, clock, pin)
        , opportunities(reading, clock, pin)
        , people(reading, triage, pin)
        , rules(reading, trying, triage, clock, pin)
        , learned(triage, pin)
        , privacy(reading, triage,
                  [this](const Changes& changes) {
                      board.pin(changes);
                      wakeModel();
                  })
        , ledger(reading, [this] { return Cellar::open(sharing, clock); }) {
        rooms.insights = &insights;
        rooms.opportunities = &opportunities;
        rooms.people = &people;
        rooms.rules = &rules;
        rooms.learned = &learned;
        rooms.privacy = &privacy;
        rooms.ledger = &ledger;
    }

    ~House() {
        const std::lock_guard hold(liveMutex);
        live = nullptr;
        liveModel = nullptr;
        liveDrafts = nullptr;
    }

    /// What a person or a rule changed is told to the window and to the outbox; what the sync brought only to the
    /// window.
    void pinAndSend(const Changes& changes) {
        inbox.note(changes);
        board.pin(changes);
        const std::lock_guard hold(liveMutex);
        if (live != nullptr) {
            live->wakeForAction();
        }
    }
    void openAccounts() {
        auto forgetMailbox = [this] {
            triage.ask([](TriageRoom& room) -> Result<void> {
                room.forgetMailbox();
                return {};
            });
            wakeModel();
        };
        auto opened = std::make_unique<LiveAccounts>(LiveAccounts::Ground{
            [this] { return Cellar::open(sharing, clock); }, clock, reading, syncBoard, mail(sharing),
            [this](const Changes& changes) {
                inbox.note(changes);
                board.pin(changes);
            },
            std::move(forgetMailbox)});
        enrichment = std::make_unique<LiveEnrichment>(
            LiveEnrichment::Ground{[this] { return Cellar::open(sharing, clock); }, clock, opened->ports(),
                                   [this](const Changes& changes) { board.pin(changes); }});
        rooms.enrichment = enrichment.get();
        if (ModelPort* port = opened->ports().model()) {
            model = std::make_unique<LiveModel>(LiveModel::Ground{[this] { return Cellar::open(sharing, clock); },
                                                                  clock, *port, opened->ports().offline(),
                                                                  [this](const Changes& changes) {
                                                                      inbox.note(changes);
                                                                      board.pin(changes);
                                                                  }});
            rooms.model = model.get();
        }
        const std::lock_guard hold(liveMutex);
        live = opened.get();
        liveModel = model.get();
        accounts = std::move(opened);
    }
    /// After the accounts, whose way to the outside it takes.
    void openDrafts() {
        drafts = std::make_unique<LiveDrafts>(LiveDrafts::Ground{[this] { return Cellar::open(sharing, clock); }, clock,
                                                                 live != nullptr ? &live->ports() : nullptr, pin});
        rooms.drafts = drafts.get();
        {
            const std::lock_guard hold(liveMutex);
            liveDrafts = drafts.get();
        }
        drafts->look();
    }
    /// New mail may be worth a question.
    void wakeModel() {
        const std::lock_guard hold(liveMutex);
        if (liveModel != nullptr) {
            liveModel->mailCame();
        }
        if (liveDrafts != nullptr) {
            liveDrafts->look();
        }
    }
    void startImporter(Workspace& workspace) {
        importer = std::make_unique<ImportRunner>(
            [this] { return Cellar::open(sharing, clock); }, clock,
            [this, &workspace](const ImportProgress& progress) { tell(workspace, progress); }, pin);
        imports = std::make_unique<ImportDesk>(*importer);
    }
    void tell(Workspace& workspace, const ImportProgress& progress) {
        if (progress.phase == ImportProgress::Phase::Done || progress.phase == ImportProgress::Phase::Cancelled) {
            triage.ask([](TriageRoom& room) -> Result<void> {
                room.forgetMailbox();
                return {};
            });
            wakeModel();
        }
        QMetaObject::invokeMethod(
            &workspace, [&workspace, progress] { Q_EMIT workspace.importProgress(progress); }, Qt::QueuedConnection);
    }

    std::unique_ptr<storage::WorkspaceLock> lock;
    Clock& clock;
    storage::TimeIdSource ids;
    CellarOptions founding;
    CellarOptions sharing;
    std::mutex liveMutex;
    LiveAccounts* live{nullptr};  ///< accounts, where they can reach the outside
    LiveModel* liveModel{nullptr};
    LiveDrafts* liveDrafts{nullptr};
    ChangeBoard board;
    SyncBoard syncBoard;
    MailPortsFactory mail;
    InboxDesk::Changed pin;
    Desk<Cellar> reading;
    Desk<TriageRoom> triage;
    Desk<Cellar> trying;  ///< rules that are being written
    InboxDesk inbox;
    ActivityDesk activity;
    InsightsDesk insights;
    OpportunityDesk opportunities;
    PeopleDesk people;
    RulesDesk rules;
    LearnedDesk learned;
    std::unique_ptr<ImportRunner> importer;
    std::unique_ptr<ImportDesk> imports;
    std::unique_ptr<AccountsDesk> accounts{std::make_unique<ClosedAccounts>()};
    ContactImportDesk contactImports{
        [this] { return Cellar::open(sharing, clock); },
        [this] { board.pin({.order = false, .counts = false, .journal = true, .threads = {}}); }};
    PrivacyOffice privacy;
    LedgerOffice ledger;
    std::unique_ptr<LiveEnrichment> enrichment;  ///< ends before the accounts, whose ports it uses
    std::unique_ptr<LiveModel> model;            ///< likewise
    std::unique_ptr<LiveDrafts> drafts;          ///< likewise
    RoomDesks rooms;                             ///< of the desks above
    QTimer snoozeTimer;
};

Result<std::unique_ptr<Workspace>> Workspace::open(const WorkspaceOptions& options, Clock& clock) {
    auto lock = lockWorkspace({options.folder, options.database, CellarMode::Write, nullptr}, clock);
    if (!lock) {
        return lock.error();
    }
    auto house = std::make_unique<House>(std::move(*lock), options, clock);
    const auto opened = house->reading.ask([](Cellar&) { return Result<void>(); }).result();
    if (!opened) {
        return opened.error();
    }
    return std::unique_ptr<Workspace>(new Workspace(std::move(house)));
}

Workspace::Workspace(std::unique_ptr<House> house)
    : m_house(std::move(house)) {
    connect(&m_house->board, &ChangeBoard::told, this, &Workspace::changed);
    connect(&m_house->syncBoard, &SyncBoard::told, this, &Workspace::syncStatus);
    m_house->startImporter(*this);
    m_house->rooms.contactImports = &m_house->contactImports;
    if (m_house->mail) {
        m_house->openAccounts();
    }
    m_house->openDrafts();
    connect(&m_house->snoozeTimer, &QTimer::timeout, this, [this] {
        m_house->drafts->look();
        m_house->triage.ask([&clock = m_house->clock, pin = m_house->pin](TriageRoom& room) -> Result<void> {
            const auto woken = wakeSnoozed(room.cellar(), clock.now());
            if (woken && *woken > 0) {
                pin({.order = true, .counts = true, .journal = false, .threads = {}});
            }
            if (!woken) {
                return woken.error();
            }
            const auto ruled = runRules(
                room.cellar(), clock, [&room] { return room.learned(); }, {}, ruleHands(room.cellar(), clock));
            if (ruled && *ruled > 0) {
                pin({.order = true, .counts = true, .journal = true, .threads = {}});
            }
            return ruled ? Result<void>() : Result<void>(ruled.error());
        });
    });
    m_house->snoozeTimer.start(kSnoozeLookMs);
}

Workspace::~Workspace() = default;

InboxDesk& Workspace::inbox() {
    return m_house->inbox;
}

ImportDesk& Workspace::imports() {
    return *m_house->imports;
}

ActivityDesk& Workspace::activity() {
    return m_house->activity;
}

AccountsDesk& Workspace::accounts() {
    return *m_house->accounts;
}

RoomDesks Workspace::rooms() {
    return m_house->rooms;
}

QFuture<Result<WorkspaceInfo>> Workspace::info() {
    return m_house->reading.ask([](Cellar& cellar) -> Result<WorkspaceInfo> {
        WorkspaceInfo info;
        info.folder = cellar.folder;
        const auto counts = cellar.messages.counts();
        const auto addresses = cellar.owners.addresses();
        const auto name = cellar.settings.text(QStringLiteral("owner.name"));
        const auto sample = holdsSample(cellar);
        if (!counts || !addresses || !name || !sample) {
            return !counts ? counts.error() : !addresses ? addresses.error() : !name ? name.error() : sample.error();
        }
        info.messages = counts->messages;
        info.empty = counts->messages == 0;
        info.ownerAddress = addresses->value(0);
        info.ownerName = *name;
        info.sample = *sample;
        return info;
    });
}

QFuture<Result<Receipt>> Workspace::removeSample() {
    return m_house->triage.ask([pin = m_house->pin](TriageRoom& room) {
        auto receipt = service::removeSample(room.cellar());
        room.forgetMailbox();
        pin({.order = true, .counts = true, .journal = true, .threads = {}});
        return receipt;
    });
}

QFuture<Result<QString>> Workspace::setting(const QString& key, const QString& fallback) {
    return m_house->reading.ask([key, fallback](Cellar& cellar) { return cellar.settings.text(key, fallback); });
}

QFuture<Result<void>> Workspace::setSetting(const QString& key, const QString& value) {
    return m_house->triage.ask([key, value](TriageRoom& room) { return room.cellar().settings.remember(key, value); });
}

}  // namespace kith::service
