// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Port: the service that models are asked at. Made in app/composition, faked in tests. Every call may block.
#pragma once

#include "core/triage/classifier.h"
#include "core/triage/comment_prompt.h"
#include "core/triage/model_offer.h"

#include <QByteArray>

#include <memory>
#include <stop_token>

namespace kith::service {

using triage::ModelOffer;

/// How this workspace gets to its models.
struct ModelAccess {
    bool hasKey{false};
    bool keyFromEnvironment{false};  ///< KITH_DEEPINFRA_KEY: nothing is stored
    QString address;                 ///< base address of the service
    bool addressFromEnvironment{false};
    bool vendorsOwnAddress{true};  ///< nobody put another one in its place
};

class ModelPort {
public:
    virtual ~ModelPort() = default;
    /// May ask the desktop's keyring.
    virtual Result<ModelAccess> access() = 0;
    /// Into the place of secrets; empty: forgotten.
    virtual Result<void> setKey(const QByteArray& key) = 0;
    /// Empty: the vendor's own. Malformed or Denied: no such address can be used.
    virtual Result<void> setAddress(const QString& address) = 0;
    /// Needs no key on most services.
    virtual Result<std::vector<triage::ModelOffer>> offers(std::stop_token stop) = 0;
    /// Nothing where no key is set. Ends before this port does.
    virtual Result<std::unique_ptr<triage::Classifier>> classifier(const QString& model) = 0;
    /// Reads the user's remarks; nothing where no key is set, or the service does not do that.
    virtual Result<std::unique_ptr<triage::CommentFiler>> commentFiler(const QString& model) {
        Q_UNUSED(model)
        return std::unique_ptr<triage::CommentFiler>();
    }
    /// What would leave about this letter, to the byte but for the marker that is fresh for each question.
    virtual QByteArray question(const QString& model, const triage::AskedLetter& letter) = 0;
};

}  // namespace kith::service
