// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// A stand-in for DeepInfra's OpenAI-compatible API: chat and the list of models, strict about what it accepts. The
// answers come from a table, from a reader that looks at the message, or from a model that obeys whoever wrote the
// mail.
#pragma once

#include "tests/emulators/exchange.h"

#include <QJsonObject>

#include <deque>
#include <map>

namespace kith::emulator {

enum class ModelManner {
    Reader,    ///< scores by what stands in the mail; the same mail, the same answer
    Obedient,  ///< does what the text of the mail tells it, as a weak model would
    Nonsense,  ///< words where JSON is asked for
    OutOfRange,
};

struct ModelOptions {
    QString key{QStringLiteral("di-emulator-key")};
    std::map<QString, double> models{{QStringLiteral("NousResearch/Hermes-3-Llama-3.1-405B"), 1.0},
                                     {QStringLiteral("example/small"), 0.05}};  ///< USD for a million tokens
    bool takesSchemas{true};
    ModelManner manner{ModelManner::Reader};
};

/// No sockets, no time. Paths below /v1/openai.
class DeepInfraApi {
public:
    explicit DeepInfraApi(ModelOptions options = {});

    Answer handle(const Request& request);
    void setManner(ModelManner manner) { m_options.manner = manner; }
    void setTakesSchemas(bool takes) { m_options.takesSchemas = takes; }
    /// The next questions get these contents, in order, before the manner speaks again.
    void say(const QString& content) { m_table.push_back(content); }
    void sayNothing() { m_table.clear(); }
    qint64 questions() const { return m_questions; }

private:
    Answer chat(const Request& request);
    Answer models() const;
    QString content(const QJsonObject& body);
    Answer wholeAnswer(const QJsonObject& body, const QString& content) const;
    Answer streamedAnswer(const QJsonObject& body, const QString& content) const;
    QJsonObject usage(const QJsonObject& body, const QString& content) const;

    ModelOptions m_options;
    std::deque<QString> m_table;
    qint64 m_questions{0};
};

}  // namespace kith::emulator
