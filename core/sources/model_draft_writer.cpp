// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/sources/model_draft_writer.h"

#include "core/triage/draft_prompt.h"

#include <QRandomGenerator>

#include <array>

namespace kith::sources {

namespace {

constexpr int kDraftTokens = 900;
constexpr double kDraftTemperature = 0.3;

QString draftMarker() {
    std::array<quint32, 4> words{};
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    return QStringLiteral("kith-") +
           QString::fromLatin1(QByteArray(reinterpret_cast<const char*>(words.data()), sizeof words).toHex());
}

}  // namespace

Result<triage::DraftWords> ModelDraftWriter::write(const triage::DraftBrief& brief, const OnWords& onWords,
                                                   std::stop_token stop, double& spentUsd) {
    const triage::DraftQuestion question = triage::draftQuestion(brief, draftMarker());
    const ChatRequest request{
        .model = m_model,
        .messages = {{QStringLiteral("system"), question.system}, {QStringLiteral("user"), question.user}},
        .temperature = kDraftTemperature,
        .maxTokens = kDraftTokens,
        .purpose = QStringLiteral("draft an answer"),
        .redactions = brief.redactions};
    const auto reply = onWords ? m_chat.stream(request, onWords, stop) : m_chat.ask(request, stop);
    if (!reply) {
        return reply.error();
    }
    spentUsd += reply->usage.costUsd;
    auto body = triage::draftBody(reply->content);
    if (!body) {
        return body.error();
    }
    return triage::DraftWords{std::move(*body), m_model, question.version};
}

}  // namespace kith::sources
