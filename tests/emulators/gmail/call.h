// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// One call of a method, checked against the contract: what the methods work with.
#pragma once

#include "tests/emulators/gmail/api_error.h"
#include "tests/emulators/gmail/contract.h"
#include "tests/emulators/gmail/gmail_options.h"
#include "tests/emulators/gmail/json_out.h"
#include "tests/emulators/gmail/mailbox.h"
#include "tests/emulators/gmail/quota_meter.h"

#include <QJsonObject>

#include <memory>
#include <optional>
#include <variant>

namespace kith::emulator {

/// Where a message's bytes stand in the file of saved bytes.
struct SavedPlace {
    qint64 offset{0};
    qint64 size{0};
};

struct Account {
    std::unique_ptr<Mailbox> mailbox;
    QuotaMeter meter;
    QHash<quint64, SavedPlace> saved{};
};

/// What all mailboxes of the emulator share.
struct Service {
    EmulatorClock& clock;
    GmailOptions options;
    std::vector<Account> accounts;
    IdSource dice;      ///< for what may come out either way; mailboxes have ids of their own
    QString savedIn{};  ///< the folder that the accounts' saved places are about

    Account* account(const QString& address);
};

/// Query parameters, decoded and found sound.
class Parameters {
public:
    void add(const QString& name, const QString& value) { m_values.emplace_back(name, value); }
    QString value(const QString& name) const;
    QStringList values(const QString& name) const;
    bool flag(const QString& name) const { return value(name) == QLatin1String("true"); }
    /// maxResults as Gmail takes it: 100 where it is not told, never over 500.
    int pageSize() const;

private:
    std::vector<std::pair<QString, QString>> m_values;
};

struct Call {
    Service& service;
    Mailbox& mailbox;
    const Method& method;
    QStringList ids;     ///< of the path, after the user
    QStringList scopes;  ///< the caller's
    Parameters query;
    QJsonObject body;
    std::optional<QByteArray> media;  ///< a message that was uploaded beside the JSON
    MaskNode mask;
    bool pretty{true};

    JsonOut out(qsizetype sizeHint = 512) const { return {mask, pretty, sizeHint}; }
    /// Of the path; null where it is no id or of nothing here.
    StoredMessage* message() const;
    Millis now() const { return service.clock.now(); }
};

using Outcome = std::variant<Answer, ApiError>;
using Handler = Outcome (*)(Call& call);

Answer json(JsonOut& out);
Answer noContent();

/// Null where the emulator does not carry this method out.
Handler handlerOf(const QString& method);

}  // namespace kith::emulator
