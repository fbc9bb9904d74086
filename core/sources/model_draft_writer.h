// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// DraftWriter over an OpenAI-compatible chat; the words come as they are written.
#pragma once

#include "core/sources/openai_chat.h"
#include "core/triage/draft_writer.h"

namespace kith::sources {

class ModelDraftWriter final : public triage::DraftWriter {
public:
    ModelDraftWriter(OpenAiChat& chat, QString model)
        : m_chat(chat)
        , m_model(std::move(model)) {}

    Result<triage::DraftWords> write(const triage::DraftBrief& brief, const OnWords& onWords, std::stop_token stop,
                                     double& spentUsd) override;

private:
    OpenAiChat& m_chat;
    QString m_model;
};

}  // namespace kith::sources
