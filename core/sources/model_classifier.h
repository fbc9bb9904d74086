// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Classifier over an OpenAI-compatible chat: asks for five scores of one message and reads the answer strictly.
#pragma once

#include "core/sources/openai_chat.h"
#include "core/triage/classifier.h"

namespace kith::sources {

class ModelClassifier final : public triage::Classifier {
public:
    ModelClassifier(OpenAiChat& chat, QString model)
        : m_chat(chat)
        , m_model(std::move(model)) {}

    /// An answer that means nothing is asked for once more, then it is Malformed; the ranker's word stands.
    Result<triage::ModelAnswer> classify(const triage::AskedLetter& letter, const Preferences& preferences,
                                         std::stop_token stop, double& spentUsd) override;

    QByteArray question(const triage::AskedLetter& letter) const;

private:
    OpenAiChat& m_chat;
    QString m_model;
};

}  // namespace kith::sources
