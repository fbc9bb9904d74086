// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What a workspace needs of the outside world: the provider of mailboxes, a model, and the places of secrets.
// Made in app/composition, faked in tests; service never sees what stands behind.
#pragma once

#include "core/mail/mail_provider.h"
#include "core/people/enrichment_source.h"
#include "core/service/accounts_desk.h"
#include "core/service/model_port.h"
#include "core/triage/classifier.h"
#include "core/triage/draft_writer.h"

#include <functional>
#include <memory>

namespace kith::service {

struct CellarOptions;

class MailPorts {
public:
    virtual ~MailPorts() = default;
    virtual mail::MailProvider& provider() = 0;
    /// May ask the desktop's keyring: never on the window's thread.
    virtual SecretPlaces secretPlaces() = 0;
    /// Secrets that exist move along; Denied for a wrong passphrase, Unreachable where the place cannot be used.
    virtual Result<void> choosePlace(const QString& place, const QString& passphrase) = 0;
    /// A model that scores mail, over the same ledger; nothing where no key is set. Ends before these ports do. May
    /// ask the desktop's keyring.
    virtual Result<std::unique_ptr<triage::Classifier>> classifier(const QString& model) = 0;
    /// A source that knows more about people: attio, onyx; nothing where no key is set. Ends before these ports do. May
    /// ask the desktop's keyring.
    virtual Result<std::unique_ptr<people::EnrichmentSource>> enrichmentSource(const QString& name);
    /// Where the key of such a source is: stored, environment, or empty for nowhere.
    virtual QString enrichmentKeyPlace(const QString& name);
    /// An empty key takes the stored one away.
    virtual Result<void> keepEnrichmentKey(const QString& name, const QString& key);
    /// The same for a writer of drafts.
    virtual Result<std::unique_ptr<triage::DraftWriter>> draftWriter(const QString& model) {
        Q_UNUSED(model)
        return std::unique_ptr<triage::DraftWriter>();
    }
    /// The service of models; nothing in a house without one.
    virtual ModelPort* model() { return nullptr; }
    /// True: no socket is allowed, so nothing is tried.
    virtual bool offline() const = 0;
};

/// Called once the workspace stands; the options open further connections of this process.
using MailPortsFactory = std::function<std::unique_ptr<MailPorts>(const CellarOptions& cellar)>;

}  // namespace kith::service
