// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Gmail's API v1 over mailboxes in memory: a request goes in, the answer that Google would give comes out.
#pragma once

#include "tests/emulators/emulator_clock.h"
#include "tests/emulators/exchange.h"
#include "tests/emulators/gmail/gmail_options.h"
#include "tests/emulators/gmail/mailbox.h"

#include "core/base/result.h"

#include <functional>
#include <memory>
#include <optional>
#include <variant>

namespace kith::emulator {

struct Caller {
    QString address;
    QStringList scopes;  ///< whole URLs
};

/// What one call cost, for the request log; a batch has its calls in inner.
struct CallReport {
    QString method;  ///< "messages.get"; "batch"; empty where the path is none of Gmail's
    QString account;
    int status{200};
    int units{0};  ///< of a batch the sum
    std::vector<CallReport> inner;
};

class GmailApi {
public:
    /// Asked once a request and, inside a batch, for parts with a header of their own.
    using Authenticate = std::function<std::variant<Caller, Answer>(const QByteArray& authorizationHeader)>;

    GmailApi(EmulatorClock& clock, GmailOptions options);
    ~GmailApi();
    Q_DISABLE_COPY_MOVE(GmailApi)

    /// /gmail/v1/…, /upload/gmail/v1/…, /resumable/upload/gmail/v1/…, /batch and /batch/gmail/v1; else 404.
    static bool serves(const QString& path);
    Answer handle(const Request& request, const Authenticate& authenticate);
    /// "messages.get"; empty where the request is none of Gmail's methods.
    static QString methodOf(const Request& request);
    /// Asked before a part of a batch is carried out: an answer in its place, or nothing. For faults.
    using InPlace = std::function<std::optional<Answer>(const Request& part, const QString& method)>;
    void setInPlace(InPlace inPlace);
    /// Of the last handle().
    const CallReport& report() const;

    /// Compared without case; null where there is none.
    Mailbox* mailbox(const QString& address);
    /// The existing one where there is one of this address.
    Mailbox& addAccount(const QString& address);
    /// In the order in which they were added.
    QStringList accounts() const;

    /// Per mailbox; 0: no limit. Units over a moving minute; calls of one batch beyond concurrent get 429.
    void setQuota(double unitsPerMinute, int concurrent);
    void setUnitTable(UnitTable table);
    GmailOptions& options();

    /// Everything that handle() depends on, into a folder and back; message bytes are only ever appended there.
    Result<void> save(const QString& folder) const;
    /// NotFound where nothing was saved there.
    Result<void> load(const QString& folder);

private:
    class Rooms;
    std::unique_ptr<Rooms> m_rooms;
};

}  // namespace kith::emulator
