// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/sources/model_comment_filer.h"

#include "core/sources/fresh_marker.h"

namespace kith::sources {

namespace {

constexpr int kFiledTokens = 200;

}  // namespace

Result<triage::FiledComment> ModelCommentFiler::file(const triage::AskedComment& asked, std::stop_token stop,
                                                     double& spentUsd) {
    const triage::ModelQuestion question = triage::commentQuestion(asked, freshMarker());
    const auto reply =
        m_chat.ask({.model = m_model,
                    .messages = {{QStringLiteral("system"), question.system}, {QStringLiteral("user"), question.user}},
                    .schema = question.schema,
                    .temperature = 0,
                    .maxTokens = kFiledTokens,
                    .purpose = QStringLiteral("file a remark"),
                    .redactions = asked.redactions},
                   std::move(stop));
    if (!reply) {
        return reply.error();
    }
    spentUsd += reply->usage.costUsd;
    return triage::readFiledComment(reply->content.toUtf8(), asked);
}

}  // namespace kith::sources
