// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/triage/assistant_guard.h"

#include <algorithm>
#include <array>

namespace kith::triage {

namespace {

using GuardPhrase = const char16_t*;

/// Enough alone: nobody writes these to a person.
constexpr std::array<GuardPhrase, 21> kGuardAlone{u"ignore all previous instructions",
                                                  u"ignore previous instructions",
                                                  u"ignore the previous instructions",
                                                  u"ignore all prior instructions",
                                                  u"ignore your instructions",
                                                  u"ignore all instructions above",
                                                  u"disregard all previous instructions",
                                                  u"disregard previous instructions",
                                                  u"disregard your instructions",
                                                  u"disregard the above instructions",
                                                  u"forget all previous instructions",
                                                  u"forget your previous instructions",
                                                  u"override your instructions",
                                                  u"new instructions for the assistant",
                                                  u"instructions for the ai",
                                                  u"instruction to the assistant",
                                                  u"note to the ai",
                                                  u"note to ai assistants",
                                                  u"begin system prompt",
                                                  u"<|im_start|>",
                                                  u"[system](#assistant"};

constexpr std::array<GuardPhrase, 22> kGuardAddressee{u"ai assistant",
                                                      u"ai agent",
                                                      u"ai system",
                                                      u"ai model",
                                                      u"ai reading",
                                                      u"an ai",
                                                      u"dear ai",
                                                      u"email assistant",
                                                      u"mail assistant",
                                                      u"automated assistant",
                                                      u"virtual assistant",
                                                      u"language model",
                                                      u"llm",
                                                      u"chatgpt",
                                                      u"copilot",
                                                      u"chatbot",
                                                      u"system prompt",
                                                      u"your assistant must",
                                                      u"assistant:",
                                                      u"attention assistant",
                                                      u"assistants processing",
                                                      u"automated reader"};

constexpr std::array<GuardPhrase, 26> kGuardOrder{
    u"ignore ",        u"disregard",   u"forget ",   u"must ",       u"should ",
    u"mark this",      u"mark it",     u"classify",  u"rate this",   u"set the priority",
    u"set priority",   u"priority to", u"forward ",  u"reply with",  u"respond with",
    u"send ",          u"summarise",   u"summarize", u"do not tell", u"don't tell",
    u"do not mention", u"reveal",      u"output ",   u"execute",     u"treat this",
    u"follow these"};

bool guardIsWordChar(QChar c) {
    return c.isLetterOrNumber() || c == QLatin1Char('_');
}

/// Position of the phrase standing on its own on the left (so that "an ai" is not found in "can aid").
template <size_t N>
qsizetype guardFind(QStringView sentence, const std::array<GuardPhrase, N>& phrases) {
    for (const GuardPhrase phrase : phrases) {
        const QStringView wanted(phrase);
        for (qsizetype at = sentence.indexOf(wanted); at >= 0; at = sentence.indexOf(wanted, at + 1)) {
            const qsizetype end = at + wanted.size();
            const bool leftFree = at == 0 || !guardIsWordChar(sentence[at - 1]);
            const bool rightFree =
                end >= sentence.size() || !guardIsWordChar(wanted.back()) || !guardIsWordChar(sentence[end]);
            if (leftFree && rightFree) {
                return at;
            }
        }
    }
    return -1;
}

bool guardOrders(QStringView sentence) {
    return guardFind(sentence, kGuardAlone) >= 0 ||
           (guardFind(sentence, kGuardAddressee) >= 0 && guardFind(sentence, kGuardOrder) >= 0);
}

/// Words without which no phrase above can be there; most mail has none of them, and is done with one pass.
bool guardTriggers(QStringView word) {
    static constexpr std::array<QStringView, 13> triggers{
        u"ai",        u"llm",   u"chatgpt", u"copilot",      u"chatbot",     u"assistant", u"assistants",
        u"automated", u"model", u"prompt",  u"instructions", u"instruction", u"im_start"};
    return std::find(triggers.begin(), triggers.end(), word) != triggers.end();
}

bool guardMayOrder(QStringView text) {
    qsizetype start = -1;
    for (qsizetype i = 0; i <= text.size(); ++i) {
        const bool inWord = i < text.size() && guardIsWordChar(text[i]);
        if (inWord && start < 0) {
            start = i;
        } else if (!inWord && start >= 0) {
            const qsizetype length = i - start;
            if (length >= 2 && length <= 12 && guardTriggers(text.mid(start, length))) {
                return true;
            }
            start = -1;
        }
    }
    return false;
}

bool guardEndsSentence(const QString& text, qsizetype i) {
    const QChar c = text[i];
    if (c == QLatin1Char('\n')) {
        return i + 1 < text.size() && text[i + 1] == QLatin1Char('\n');
    }
    return (c == QLatin1Char('.') || c == QLatin1Char('!') || c == QLatin1Char('?')) &&
           (i + 1 == text.size() || text[i + 1].isSpace());
}

}  // namespace

std::optional<AssistantSpan> addressesAssistant(const QString& text) {
    QString lower = text.toLower();
    if (lower.size() != text.size()) {
        lower = text;  // a letter whose small form is longer: positions would not fit
    }
    lower.replace(QLatin1Char('\r'), QLatin1Char(' '));
    if (!guardMayOrder(lower)) {
        return std::nullopt;
    }
    qsizetype start = 0;
    for (qsizetype i = 0; i < lower.size(); ++i) {
        if (!guardEndsSentence(lower, i) && i + 1 < lower.size()) {
            continue;
        }
        QString sentence = lower.mid(start, i + 1 - start);
        sentence.replace(QLatin1Char('\n'), QLatin1Char(' '));
        if (guardMayOrder(sentence) && guardOrders(sentence)) {
            while (start < i && lower[start].isSpace()) {
                ++start;
            }
            return AssistantSpan{start, i + 1};
        }
        start = i + 1;
    }
    return std::nullopt;
}

}  // namespace kith::triage
