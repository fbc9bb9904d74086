// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/triage/rule_engine.h"

#include "core/base/text.h"
#include "core/domain/address.h"
#include "core/triage/whole_words.h"

#include <re2/re2.h>

#include <algorithm>

namespace kith::triage {

namespace {

constexpr int64_t kPatternMemory = 4 << 20;

std::shared_ptr<const re2::RE2> compiledPattern(const QString& pattern) {
    re2::RE2::Options options;
    options.set_case_sensitive(false);
    options.set_max_mem(kPatternMemory);
    options.set_log_errors(false);
    const QByteArray bytes = pattern.toUtf8();
    return std::make_shared<const re2::RE2>(re2::StringPiece(bytes.constData(), static_cast<size_t>(bytes.size())),
                                            options);
}

bool patternFinds(const re2::RE2& pattern, const QString& text) {
    const QByteArray bytes = QStringView(text).left(kPatternText).toUtf8();
    return re2::RE2::PartialMatch(re2::StringPiece(bytes.constData(), static_cast<size_t>(bytes.size())), pattern);
}

/// The texts of a message that a field looks at; one that finds is enough.
QStringList textsOf(const RuleFacts& facts, RuleField field) {
    switch (field) {
    case RuleField::Sender:
        return {facts.senderAddress + QLatin1Char(' ') + facts.senderName};
    case RuleField::Recipient:
        return facts.recipients;
    case RuleField::Domain:
        return {addressDomain(facts.senderAddress)};
    case RuleField::Subject:
        return {facts.subject};
    case RuleField::Body:
        return {facts.body};
    case RuleField::Label:
        return facts.labels;
    case RuleField::Kind:
        return facts.kinds;
    case RuleField::Attachment:
        return facts.attachments;
    case RuleField::Account:
        return {facts.account};
    default:
        return {};
    }
}

/// What "is" compares: an address or a name by itself, not both in one.
QStringList wholesOf(const RuleFacts& facts, RuleField field) {
    if (field == RuleField::Sender) {
        return {facts.senderAddress, facts.senderName};
    }
    if (field != RuleField::Recipient) {
        return textsOf(facts, field);
    }
    QStringList wholes;
    for (const QString& one : facts.recipients) {
        wholes << one.section(QLatin1Char(' '), 0, 0) << one.section(QLatin1Char(' '), 1);
    }
    return wholes;
}

std::optional<int> numberOf(const RuleFacts& facts, RuleField field) {
    if (field == RuleField::Age) {
        return static_cast<int>(facts.age.count() / 24);
    }
    return facts.priority ? std::optional(static_cast<int>(*facts.priority)) : std::nullopt;
}

std::function<bool(const RuleFacts&)> numberTest(const RuleCondition& test) {
    std::vector<int> numbers;
    for (const QString& value : test.values) {
        numbers.push_back(value.toInt());
    }
    return [field = test.field, op = test.op, numbers](const RuleFacts& facts) {
        const auto number = numberOf(facts, field);
        if (!number || numbers.empty()) {
            return false;
        }
        if (op == RuleOperator::AtLeast) {
            return *number >= numbers.front();
        }
        return op == RuleOperator::AtMost ? *number <= numbers.front()
                                          : std::find(numbers.begin(), numbers.end(), *number) != numbers.end();
    };
}

std::function<bool(const RuleFacts&)> wordsTest(const RuleCondition& test) {
    std::vector<QStringList> wanted;
    for (const QString& value : test.values) {
        wanted.push_back(wholeWords(value));
    }
    return [field = test.field, wanted](const RuleFacts& facts) {
        const QStringList texts = textsOf(facts, field);
        return std::any_of(texts.begin(), texts.end(), [&](const QString& text) {
            const QStringList words = wholeWords(text);
            return std::any_of(wanted.begin(), wanted.end(),
                               [&](const QStringList& one) { return holdsInOrder(words, one); });
        });
    };
}

std::function<bool(const RuleFacts&)> equalsTest(const RuleCondition& test) {
    QStringList wanted;
    for (const QString& value : test.values) {
        wanted << text::folded(value);
    }
    return [field = test.field, wanted](const RuleFacts& facts) {
        const QStringList texts = wholesOf(facts, field);
        return std::any_of(texts.begin(), texts.end(),
                           [&](const QString& text) { return wanted.contains(text::folded(text)); });
    };
}

}  // namespace

Result<void> checkPattern(const QString& pattern) {
    if (pattern.isEmpty() || pattern.size() > kLongestPattern) {
        return Error{
            ErrorKind::Malformed,
            QStringLiteral("a pattern has 1 to %1 characters, this one %2").arg(kLongestPattern).arg(pattern.size()),
            {}};
    }
    const auto compiled = compiledPattern(pattern);
    if (compiled->ok()) {
        return {};
    }
    const QString part = QString::fromStdString(compiled->error_arg());
    const qsizetype at = part.isEmpty() ? -1 : pattern.indexOf(part);
    return Error{
        ErrorKind::Malformed,
        QStringLiteral("at character %1: %2").arg((at < 0 ? 0 : at) + 1).arg(QString::fromStdString(compiled->error())),
        QStringLiteral("Patterns are RE2's: no look-around and no back-references.")};
}

RuleEngine::RuleEngine(std::vector<Rule> rules, RuleMode mode)
    : m_rules(std::move(rules))
    , m_mode(mode) {
    std::stable_sort(m_rules.begin(), m_rules.end(),
                     [](const Rule& a, const Rule& b) { return a.position < b.position; });
    for (const Rule& rule : m_rules) {
        m_tests.push_back(compiled(rule.when));
    }
}

RuleEngine::Test RuleEngine::compiled(const RuleCondition& condition) {
    if (condition.kind == RuleCondition::Kind::Test) {
        return compiledTest(condition);
    }
    std::vector<Test> parts;
    for (const RuleCondition& part : condition.parts) {
        parts.push_back(compiled(part));
    }
    return [kind = condition.kind, parts](const RuleFacts& facts) {
        const auto holds = [&facts](const Test& part) { return part(facts); };
        if (kind == RuleCondition::Kind::All) {
            return !parts.empty() && std::all_of(parts.begin(), parts.end(), holds);
        }
        const bool any = std::any_of(parts.begin(), parts.end(), holds);
        return kind == RuleCondition::Kind::Any ? any : !any;
    };
}

RuleEngine::Test RuleEngine::compiledTest(const RuleCondition& test) {
    m_needs.body = m_needs.body || test.field == RuleField::Body;
    if (test.field == RuleField::Priority || test.field == RuleField::Age) {
        return numberTest(test);
    }
    if (test.op == RuleOperator::Is) {
        return [wanted = test.values.value(0) == QLatin1String("yes"), field = test.field](const RuleFacts& facts) {
            return (field == RuleField::List ? facts.list : facts.attachmentCount > 0) == wanted;
        };
    }
    m_needs.attachmentNames = m_needs.attachmentNames || test.field == RuleField::Attachment;
    if (test.op == RuleOperator::Contains) {
        return wordsTest(test);
    }
    if (test.op != RuleOperator::Matches) {
        return equalsTest(test);
    }
    return [field = test.field, pattern = compiledPattern(test.values.value(0))](const RuleFacts& facts) {
        const QStringList texts = textsOf(facts, field);
        return pattern->ok() && std::any_of(texts.begin(), texts.end(),
                                            [&](const QString& text) { return patternFinds(*pattern, text); });
    };
}

bool RuleEngine::holds(size_t rule, const RuleFacts& facts) const {
    return m_tests[rule](facts);
}

std::vector<size_t> RuleEngine::matching(const RuleFacts& facts) const {
    std::vector<size_t> found;
    for (size_t i = 0; i < m_rules.size(); ++i) {
        if (!m_rules[i].enabled || !holds(i, facts)) {
            continue;
        }
        found.push_back(i);
        if (m_mode == RuleMode::FirstMatch || m_rules[i].stop) {
            break;
        }
    }
    return found;
}

}  // namespace kith::triage
