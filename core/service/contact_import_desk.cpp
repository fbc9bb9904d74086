// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/contact_import_desk.h"

#include "core/service/contact_import_job.h"

namespace kith::service {

ContactImportDesk::ContactImportDesk(Opener opener, std::function<void()> changed)
    : m_changed(std::move(changed))
    , m_desk(std::make_unique<Desk<Cellar>>(std::move(opener))) {
}

ContactImportDesk::~ContactImportDesk() {
    cancel();
}

void ContactImportDesk::cancel() {
    const std::lock_guard lock(m_mutex);
    m_stop.request_stop();
}

void ContactImportDesk::setPaused(bool paused) {
    {
        const std::lock_guard lock(m_mutex);
        m_paused = paused;
    }
    m_wake.notify_all();
}

ContactImportDesk::Answer<TableView> ContactImportDesk::understand(const ContactImportRequest& request) {
    return m_desk->ask([request](Cellar& cellar) -> Result<TableView> {
        const auto table = understandTable(cellar, request, {});
        return table ? Result<TableView>(viewOf(*table)) : Result<TableView>(table.error());
    });
}

ContactImportDesk::Answer<ContactImportReport> ContactImportDesk::run(ContactImportRequest request) {
    std::stop_token stop;
    {
        const std::lock_guard lock(m_mutex);
        m_stop = std::stop_source();
        stop = m_stop.get_token();
    }
    m_share = 0;
    return m_desk->ask([this, stop, asked = std::move(request)](Cellar& cellar) -> Result<ContactImportReport> {
        ContactImportHooks hooks;
        hooks.progress = [this](const ContactImportReport&, double share) { m_share = share; };
        hooks.pause = [this](std::stop_token token) {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, token, [this] { return !m_paused; });
        };
        auto report = ContactImportJob(cellar, hooks).run(asked, stop);
        if (report && !asked.dryRun && m_changed) {
            m_changed();
        }
        return report;
    });
}

ContactImportDesk::Answer<ContactImportReport> ContactImportDesk::check(ContactImportRequest request) {
    constexpr int shownOfEach = 200;
    request.dryRun = true;
    request.previewed = shownOfEach;
    request.rejectsFile.clear();
    return run(std::move(request));
}

ContactImportDesk::Answer<ContactImportReport> ContactImportDesk::take(ContactImportRequest request) {
    request.dryRun = false;
    return run(std::move(request));
}

ContactImportDesk::Answer<qint64> ContactImportDesk::saveRejects(ContactImportRequest request, const QString& path) {
    request.dryRun = true;
    request.previewed = 0;
    request.rejectsFile = path;
    return m_desk->ask([asked = std::move(request)](Cellar& cellar) -> Result<qint64> {
        const auto report = ContactImportJob(cellar).run(asked);
        return report ? Result<qint64>(report->rejected) : Result<qint64>(report.error());
    });
}

ContactImportDesk::Answer<int> ContactImportDesk::undo(ImportId import) {
    return m_desk->ask([this, import](Cellar& cellar) -> Result<int> {
        const auto undone = undoContactImport(cellar, import);
        if (undone && m_changed) {
            m_changed();
        }
        return undone ? Result<int>(undone->restored) : Result<int>(undone.error());
    });
}

}  // namespace kith::service
