// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/sources/model_classifier.h"

#include "core/sources/fresh_marker.h"
#include "core/triage/literal_check.h"
#include "core/triage/model_prompt.h"

namespace kith::sources {

namespace {

constexpr int kAsked = 2;
constexpr int kAnswerTokens = 700;

ChatRequest classifyRequest(const QString& model, const triage::AskedLetter& letter,
                            const triage::ModelQuestion& question) {
    return {.model = model,
            .messages = {{QStringLiteral("system"), question.system}, {QStringLiteral("user"), question.user}},
            .schema = question.schema,
            .temperature = 0,
            .maxTokens = kAnswerTokens,
            .purpose = QStringLiteral("score a message"),
            .redactions = letter.redactions};
}

triage::ModelQuestion freshQuestion(const triage::AskedLetter& letter) {
    const triage::ClassifyPrompt& prompt = letter.prompt ? *letter.prompt : triage::shippedClassifyPrompt();
    return triage::classifyQuestion(letter.message, letter.text, freshMarker(), prompt);
}

}  // namespace

QByteArray ModelClassifier::question(const triage::AskedLetter& letter) const {
    return m_chat.question(classifyRequest(m_model, letter, freshQuestion(letter)));
}

Result<triage::ModelAnswer> ModelClassifier::classify(const triage::AskedLetter& letter,
                                                      const Preferences& /*preferences*/, std::stop_token stop,
                                                      double& spentUsd) {
    Error last;
    for (int asked = 0; asked < kAsked; ++asked) {
        const triage::ModelQuestion question = freshQuestion(letter);
        const auto reply = m_chat.ask(classifyRequest(m_model, letter, question), stop);
        if (reply) {
            spentUsd += reply->usage.costUsd;
            auto answer = triage::readModelAnswer(reply->content.toUtf8(), m_model, question.version);
            if (answer) {
                triage::dropForeignTargets(*answer, question.user);
                return answer;
            }
            last = answer.error();
        } else {
            last = reply.error();
        }
        if (last.kind != ErrorKind::Malformed) {
            break;
        }
    }
    return last;
}

}  // namespace kith::sources
