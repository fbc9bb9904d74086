// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/sources/model_classifier.h"

#include "core/triage/literal_check.h"
#include "core/triage/model_prompt.h"

#include <QRandomGenerator>

#include <array>

namespace kith::sources {

namespace {

constexpr int kAsked = 2;
constexpr int kAnswerTokens = 700;

QString freshMarker() {
    std::array<quint32, 4> words{};
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    return QStringLiteral("kith-") +
           QString::fromLatin1(QByteArray(reinterpret_cast<const char*>(words.data()), sizeof words).toHex());
}

}  // namespace

Result<triage::ModelAnswer> ModelClassifier::classify(const Message& message, const QString& text,
                                                      const Preferences& /*preferences*/, std::stop_token stop,
                                                      double& spentUsd) {
    Error last;
    for (int asked = 0; asked < kAsked; ++asked) {
        const triage::ModelQuestion question = triage::classifyQuestion(message, text, freshMarker());
        const auto reply = m_chat.ask(
            {.model = m_model,
             .messages = {{QStringLiteral("system"), question.system}, {QStringLiteral("user"), question.user}},
             .schema = question.schema,
             .temperature = 0,
             .maxTokens = kAnswerTokens,
             .purpose = QStringLiteral("score a message"),
             .redactions = 0},
            stop);
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
