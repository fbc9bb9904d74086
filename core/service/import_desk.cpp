// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/import_desk.h"

#include "core/service/import_runner.h"

namespace kith::service {

void ImportDesk::start(const QStringList& paths, const QStringList& owners) {
    ImportRequest request;
    request.paths = paths;
    request.owners = owners;
    m_runner.enqueue(std::move(request));
}

void ImportDesk::startSample() {
    ImportRequest request;
    request.sample = true;  // without paths: the runner unpacks it
    m_runner.enqueue(std::move(request));
}

void ImportDesk::pause() {
    m_runner.setPaused(true);
}

void ImportDesk::resume() {
    m_runner.setPaused(false);
}

void ImportDesk::cancel() {
    m_runner.cancel();
}

}  // namespace kith::service
