// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/triage/comment_prompt.h"

#include "core/base/json.h"
#include "core/base/text.h"

#include <QFile>
#include <QRegularExpression>

namespace kith::triage {

namespace {

constexpr qsizetype kAskedComment = 1000;
constexpr qsizetype kMostFiledTopics = 3;
constexpr int kFiledWord = 60;

const ClassifyPrompt& commentPrompt() {
    static const ClassifyPrompt prompt = [] {
        QFile file(QStringLiteral(":/kith/prompts/comment.txt"));
        [[maybe_unused]] const bool opened = file.open(QIODevice::ReadOnly);
        const auto read = readClassifyPrompt(file.readAll());
        Q_ASSERT(read);
        return read ? *read : ClassifyPrompt{};
    }();
    return prompt;
}

QJsonObject filedSchema() {
    const QJsonObject text{{QStringLiteral("type"), QStringLiteral("string")}};
    return {{QStringLiteral("type"), QStringLiteral("object")},
            {QStringLiteral("properties"),
             QJsonObject{{QStringLiteral("topics"), QJsonObject{{QStringLiteral("type"), QStringLiteral("array")},
                                                                {QStringLiteral("items"), text},
                                                                {QStringLiteral("maxItems"), int(kMostFiledTopics)}}},
                         {QStringLiteral("source"), text}}},
            {QStringLiteral("required"), QJsonArray{QStringLiteral("topics"), QStringLiteral("source")}},
            {QStringLiteral("additionalProperties"), false}};
}

/// As whole words, whatever their case and the space between them.
bool standsIn(const QString& words, const QString& text) {
    static const QRegularExpression space(QStringLiteral(R"(\s+)"));
    const QStringList parts = words.split(space, Qt::SkipEmptyParts);
    QStringList escaped;
    for (const QString& part : parts) {
        escaped << QRegularExpression::escape(part);
    }
    const QRegularExpression pattern(QStringLiteral(R"((?<!\w)%1(?!\w))").arg(escaped.join(QStringLiteral(R"(\s+)"))),
                                     QRegularExpression::CaseInsensitiveOption |
                                         QRegularExpression::UseUnicodePropertiesOption);
    return !parts.isEmpty() && pattern.match(text).hasMatch();
}

QString filedWord(const QJsonValue& value) {
    return text::elided(text::oneLine(value.toString()), kFiledWord);
}

}  // namespace

bool needsFiling(const QString& comment) {
    return !comment.trimmed().isEmpty() && !comment.contains(QStringLiteral("unsubscribe"), Qt::CaseInsensitive);
}

QString commentVersion() {
    return commentPrompt().version;
}

ModelQuestion commentQuestion(const AskedComment& asked, const QString& marker) {
    const auto clean = [&marker](QString words) { return words.remove(marker); };
    QString words;
    if (!asked.aimedAtAssistant) {
        const Address& from = asked.message.from;
        words = QStringLiteral("From: ") + text::oneLine(from.name) + QStringLiteral(" <") + from.address +
                QStringLiteral(">\nSubject: ") + text::oneLine(asked.message.subject) + u'\n';
    }
    words += QStringLiteral("Remark: ") + text::oneLine(asked.comment).left(kAskedComment);
    ModelQuestion question;
    question.system = QString(commentPrompt().text).replace(QStringLiteral("{marker}"), marker);
    question.user = marker + u'\n' + clean(words) + u'\n' + marker;
    question.schema = filedSchema();
    question.version = commentPrompt().version;
    return question;
}

Result<FiledComment> readFiledComment(const QByteArray& content, const AskedComment& asked) {
    const qsizetype first = content.indexOf('{');
    const qsizetype last = content.lastIndexOf('}');
    const auto whole =
        json::parseObject(first < 0 || last < first ? QByteArray() : content.mid(first, last - first + 1));
    const auto topics = whole ? json::array(*whole, QStringLiteral("topics")) : Result<QJsonArray>(whole.error());
    const auto source = topics ? json::string(*whole, QStringLiteral("source")) : Result<QString>(topics.error());
    if (!source) {
        return Error{ErrorKind::Malformed, QStringLiteral("the model did not file the remark as asked"), {}};
    }
    const Message& message = asked.message;
    QStringList ground{asked.comment};
    if (!asked.aimedAtAssistant) {
        ground << message.subject << message.from.name << message.from.address << asked.text;
    }
    const QString said = ground.join(u'\n');
    FiledComment filed;
    for (const QJsonValue& topic : *topics) {
        const QString word = filedWord(topic);
        if (standsIn(word, said) && filed.topics.size() < kMostFiledTopics &&
            !filed.topics.contains(word, Qt::CaseInsensitive)) {
            filed.topics << word;
        }
    }
    const QString word = filedWord(*source);
    filed.source = standsIn(word, said) ? word : QString();
    return filed;
}

}  // namespace kith::triage
