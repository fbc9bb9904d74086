// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What became of saved drafts at the server: changed, sent or deleted there comes back here.
#pragma once

#include "core/mail/remote_mailbox.h"
#include "core/service/cellar.h"

namespace kith::service {

class DraftReturn {
public:
    DraftReturn(Cellar& cellar, Clock& clock, mail::RemoteMailbox& mailbox)
        : m_cellar(cellar)
        , m_clock(clock)
        , m_mailbox(mailbox) {}

    /// How many drafts are another than before. Asks nothing where no draft of the account is saved.
    Result<int> look(AccountId account, std::stop_token stop);

private:
    Result<bool> lookAt(const Draft& draft, const std::vector<mail::RemoteDraft>& there, std::stop_token stop);
    Result<bool> changed(Draft draft, const mail::RemoteDraft& there, std::stop_token stop);
    Result<bool> gone(Draft draft, std::stop_token stop);
    Result<bool> store(const Draft& draft, const char* kind, const QString& summary);

    Cellar& m_cellar;
    Clock& m_clock;
    mail::RemoteMailbox& m_mailbox;
};

/// The text before the original that is quoted below it.
QString withoutQuotedOriginal(const QString& text);

}  // namespace kith::service
