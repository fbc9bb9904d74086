// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Files the user's remarks over an OpenAI-compatible chat.
#pragma once

#include "core/sources/openai_chat.h"
#include "core/triage/comment_prompt.h"

namespace kith::sources {

class ModelCommentFiler final : public triage::CommentFiler {
public:
    ModelCommentFiler(OpenAiChat& chat, QString model)
        : m_chat(chat)
        , m_model(std::move(model)) {}

    Result<triage::FiledComment> file(const triage::AskedComment& asked, std::stop_token stop,
                                      double& spentUsd) override;

private:
    OpenAiChat& m_chat;
    QString m_model;
};

}  // namespace kith::sources
