// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "app/cli/session.h"

#include "app/cli/passphrase.h"
#include "app/composition.h"

#include <QStandardPaths>

namespace kith::cli {

Session::Session()
    : m_terminal(m_options) {
}

service::CellarOptions Session::cellarOptions(service::CellarMode mode) {
    service::CellarOptions options;
    options.folder = m_options.workspace.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)
                                                   : m_options.workspace;
    options.database = m_options.database;
    options.mode = mode;
    options.ids = &m_ids;
    return options;
}

Result<std::unique_ptr<service::Cellar>> Session::open(service::CellarMode mode) {
    return service::Cellar::open(cellarOptions(mode), m_clock);
}

std::unique_ptr<service::MailPorts> Session::compose() {
    return std::make_unique<app::Composition>(cellarOptions(service::CellarMode::Share), m_clock,
                                              app::CompositionOptions{m_options.offline, askPassphrase});
}

Result<MessageId> findMessage(service::Cellar& cellar, const QString& word) {
    bool isNumber = false;
    const MessageId id{word.toLongLong(&isNumber)};
    if (isNumber && id.value > 0) {
        return id;
    }
    const auto found = cellar.messages.withMessageId(word);
    if (!found) {
        return found.error();
    }
    if (found->empty()) {
        return Error{ErrorKind::NotFound, QStringLiteral("no message \"%1\" in this workspace").arg(word),
                     QStringLiteral("Use an id that inbox or search printed, or a Message-ID.")};
    }
    return found->front();
}

}  // namespace kith::cli
