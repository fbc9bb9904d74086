// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What a model is asked about one message, and how strictly its answer is read. Pure.
#pragma once

#include "core/domain/message.h"
#include "core/triage/classifier.h"

#include <QJsonObject>

namespace kith::triage {

struct ModelQuestion {
    QString system;
    QString user;
    QJsonObject schema;  ///< JSON schema of the only answer that counts
    QString version;     ///< of the prompt, first line of resources/prompts/classify.txt
};

/// What a model is told before the mail, as reviewed text with a version.
struct ClassifyPrompt {
    QString version;
    QString text;  ///< {marker} stands for what encloses the mail
};

const ClassifyPrompt& shippedClassifyPrompt();
/// "version: NAME" in the first line, then the text. Malformed says what is missing.
Result<ClassifyPrompt> readClassifyPrompt(const QByteArray& bytes);

/// text: the author's own words; at most 12,000 characters of it are asked about. marker: fresh for each call, at least
/// 16 characters; where the message holds it, it is taken out of the message.
ModelQuestion classifyQuestion(const Message& message, const QString& text, const QString& marker,
                               const ClassifyPrompt& prompt = shippedClassifyPrompt());
/// The version of the shipped prompt, without making a question.
QString classifyVersion();

/// content: what the model said, fences around it allowed. Malformed names what is missing or out of range; unknown
/// keys are dropped, topics and source that do not fit are cut, the model's own idea of a priority is not read.
Result<ModelAnswer> readModelAnswer(const QByteArray& content, const QString& model, const QString& promptVersion);

/// The same answer as JSON, as decisions and the cache keep it, and back.
QJsonObject toJson(const ModelAnswer& answer);
Result<ModelAnswer> modelAnswerFromJson(const QJsonObject& stored);

}  // namespace kith::triage
