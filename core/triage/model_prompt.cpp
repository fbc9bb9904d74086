// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/triage/model_prompt.h"

#include "core/base/json.h"
#include "core/base/text.h"
#include "core/base/unseen_text.h"

#include <QFile>

#include <array>
#include <cmath>

namespace kith::triage {

namespace {

constexpr qsizetype kAskedCharacters = 12'000;
constexpr int kReasonCodePoints = 200;
constexpr int kWordCodePoints = 60;
constexpr qsizetype kMostTopics = 5;

struct ScoreField {
    const char* key;
    ModelScore ModelAnswer::*member;
};
constexpr std::array<ScoreField, 5> kScores{{{"automation_score", &ModelAnswer::automation},
                                             {"content_value", &ModelAnswer::contentValue},
                                             {"human_interaction", &ModelAnswer::humanInteraction},
                                             {"time_value", &ModelAnswer::timeValue},
                                             {"business_impact", &ModelAnswer::businessImpact}}};
constexpr std::array kEmailTypes{"client_communication", "marketing",       "notification",
                                 "business_operation",   "form_submission", "other"};

QJsonObject scoreSchema() {
    return {{QStringLiteral("type"), QStringLiteral("object")},
            {QStringLiteral("properties"),
             QJsonObject{{QStringLiteral("score"), QJsonObject{{QStringLiteral("type"), QStringLiteral("number")},
                                                               {QStringLiteral("minimum"), 0},
                                                               {QStringLiteral("maximum"), 1}}},
                         {QStringLiteral("reason"), QJsonObject{{QStringLiteral("type"), QStringLiteral("string")}}}}},
            {QStringLiteral("required"), QJsonArray{QStringLiteral("score"), QStringLiteral("reason")}},
            {QStringLiteral("additionalProperties"), false}};
}

QJsonObject closedObject(const QJsonObject& properties) {
    return {{QStringLiteral("type"), QStringLiteral("object")},
            {QStringLiteral("properties"), properties},
            {QStringLiteral("required"), QJsonArray::fromStringList(properties.keys())},
            {QStringLiteral("additionalProperties"), false}};
}

QJsonObject answerSchema() {
    QJsonObject scores;
    for (const ScoreField& field : kScores) {
        scores.insert(QLatin1String(field.key), scoreSchema());
    }
    QJsonArray types;
    for (const char* type : kEmailTypes) {
        types.append(QLatin1String(type));
    }
    const QJsonObject text{{QStringLiteral("type"), QStringLiteral("string")}};
    const QJsonObject metadata{
        {QStringLiteral("topics"), QJsonObject{{QStringLiteral("type"), QStringLiteral("array")},
                                               {QStringLiteral("items"), text},
                                               {QStringLiteral("maxItems"), int(kMostTopics)}}},
        {QStringLiteral("source"), text},
        {QStringLiteral("email_type"),
         QJsonObject{{QStringLiteral("type"), QStringLiteral("string")}, {QStringLiteral("enum"), types}}}};
    return closedObject(
        {{QStringLiteral("scores"), closedObject(scores)}, {QStringLiteral("metadata"), closedObject(metadata)}});
}

QString addressLine(const Address& address) {
    return address.name.isEmpty() ? address.address : address.name + QStringLiteral(" <") + address.address + u'>';
}

/// The outermost object in what was said: models like to put words or code fences around it.
QByteArray outermostObject(const QByteArray& content) {
    const qsizetype first = content.indexOf('{');
    const qsizetype last = content.lastIndexOf('}');
    return first < 0 || last < first ? QByteArray() : content.mid(first, last - first + 1);
}

Result<ModelScore> readScore(const QJsonObject& scores, const char* key) {
    const QString name = QLatin1String(key);
    const auto object = json::object(scores, name);
    if (!object) {
        return object.error();
    }
    const auto value = json::number(*object, QStringLiteral("score"));
    if (!value) {
        return Error{ErrorKind::Malformed, QStringLiteral("%1 has no number as its score").arg(name), {}};
    }
    if (!std::isfinite(*value) || *value < 0 || *value > 1) {
        return Error{ErrorKind::Malformed, QStringLiteral("%1 is %2, not between 0 and 1").arg(name).arg(*value), {}};
    }
    const QString reason = object->value(QStringLiteral("reason")).toString();
    return ModelScore{*value, text::elided(text::oneLine(reason), kReasonCodePoints)};
}

QString shortWord(const QJsonValue& value) {
    return text::elided(text::oneLine(value.toString()), kWordCodePoints);
}

Result<void> readMetadata(const QJsonObject& metadata, ModelAnswer& answer) {
    const QJsonArray topics = metadata.value(QStringLiteral("topics")).toArray();
    for (const QJsonValue& topic : topics) {
        if (const QString word = shortWord(topic); !word.isEmpty() && answer.topics.size() < kMostTopics) {
            answer.topics << word;
        }
    }
    answer.source = shortWord(metadata.value(QStringLiteral("source")));
    answer.emailType = metadata.value(QStringLiteral("email_type")).toString();
    for (const char* type : kEmailTypes) {
        if (answer.emailType == QLatin1String(type)) {
            return {};
        }
    }
    return Error{ErrorKind::Malformed, QStringLiteral("email_type is \"%1\"").arg(answer.emailType.left(40)), {}};
}

}  // namespace

const ClassifyPrompt& shippedClassifyPrompt() {
    static const ClassifyPrompt prompt = [] {
        QFile file(QStringLiteral(":/kith/prompts/classify.txt"));
        [[maybe_unused]] const bool opened = file.open(QIODevice::ReadOnly);
        const auto read = readClassifyPrompt(file.readAll());
        Q_ASSERT(read);
        return read ? *read : ClassifyPrompt{};
    }();
    return prompt;
}

Result<ClassifyPrompt> readClassifyPrompt(const QByteArray& bytes) {
    const QString all = QString::fromUtf8(bytes);
    const QString first = all.section(QLatin1Char('\n'), 0, 0);
    const QString version = first.section(QLatin1Char(':'), 1).trimmed();
    if (!first.startsWith(QStringLiteral("version:")) || version.isEmpty()) {
        return Error{ErrorKind::Malformed, QStringLiteral("the prompt does not begin with \"version: NAME\""), {}};
    }
    const QString text = all.mid(first.size() + 1);
    if (!text.contains(QStringLiteral("{marker}"))) {
        return Error{
            ErrorKind::Malformed, QStringLiteral("the prompt never names {marker}, which encloses the mail"), {}};
    }
    return ClassifyPrompt{version, text};
}

QString classifyVersion() {
    return shippedClassifyPrompt().version;
}

ModelQuestion classifyQuestion(const Message& message, const QString& text, const QString& marker,
                               const ClassifyPrompt& prompt) {
    const auto clean = [&marker](const QString& words) { return kith::text::withoutUnseen(words).seen.remove(marker); };
    QString mail = QStringLiteral("From: ") + addressLine(message.from) + u'\n';
    mail += QStringLiteral("Subject: ") + text::oneLine(message.subject) + u'\n';
    mail += QStringLiteral("Recipients: %1 in To, %2 in Cc\n").arg(message.to.size()).arg(message.cc.size());
    if (!message.bulk.listId.isEmpty() || !message.bulk.listUnsubscribe.isEmpty()) {
        mail += QStringLiteral("Sent to a mailing list\n");
    }
    mail += u'\n' + text.left(kAskedCharacters);
    ModelQuestion question;
    question.system = QString(prompt.text).replace(QStringLiteral("{marker}"), marker);
    question.user = marker + u'\n' + clean(mail) + u'\n' + marker;
    question.schema = answerSchema();
    question.version = prompt.version;
    return question;
}

Result<ModelAnswer> readModelAnswer(const QByteArray& content, const QString& model, const QString& promptVersion) {
    const auto whole = json::parseObject(outermostObject(content));
    if (!whole) {
        return Error{ErrorKind::Malformed, QStringLiteral("the model did not answer with a JSON object"), {}};
    }
    ModelAnswer answer;
    const auto scores = json::object(*whole, QStringLiteral("scores"));
    const auto metadata = json::object(*whole, QStringLiteral("metadata"));
    if (!scores || !metadata) {
        return !scores ? scores.error() : metadata.error();
    }
    for (const ScoreField& field : kScores) {
        auto score = readScore(*scores, field.key);
        if (!score) {
            return score.error();
        }
        answer.*field.member = std::move(*score);
    }
    if (auto read = readMetadata(*metadata, answer); !read) {
        return read.error();
    }
    answer.model = model;
    answer.promptVersion = promptVersion;
    return answer;
}

QJsonObject toJson(const ModelAnswer& answer) {
    QJsonObject scores;
    for (const ScoreField& field : kScores) {
        const ModelScore& score = answer.*field.member;
        scores.insert(QLatin1String(field.key),
                      QJsonObject{{QStringLiteral("score"), score.value}, {QStringLiteral("reason"), score.reason}});
    }
    return {
        {QStringLiteral("name"), answer.model},
        {QStringLiteral("prompt_version"), answer.promptVersion},
        {QStringLiteral("scores"), scores},
        {QStringLiteral("metadata"), QJsonObject{{QStringLiteral("topics"), QJsonArray::fromStringList(answer.topics)},
                                                 {QStringLiteral("source"), answer.source},
                                                 {QStringLiteral("email_type"), answer.emailType}}}};
}

Result<ModelAnswer> modelAnswerFromJson(const QJsonObject& stored) {
    return readModelAnswer(json::canonical(stored), stored.value(QStringLiteral("name")).toString(),
                           stored.value(QStringLiteral("prompt_version")).toString());
}

}  // namespace kith::triage
