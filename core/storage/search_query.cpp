// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/storage/search_query.h"

#include "core/base/text.h"

#include <QDateTime>

namespace kith::storage {

namespace {

bool isCjk(char32_t c) {
    return (c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7AF) || (c >= 0xF900 && c <= 0xFAFF) ||
           (c >= 0x20000 && c <= 0x3FFFF);
}

struct RawWord {
    QString text;
    bool quoted{false};
    bool negated{false};
    bool last{false};  ///< nothing, not even a space, comes after it
};

/// Splits at white space; quotes hold together, also after an operator (subject:"two words").
std::vector<RawWord> rawWords(const QString& text) {
    std::vector<RawWord> words;
    qsizetype at = 0;
    while (at < text.size()) {
        while (at < text.size() && text[at].isSpace()) {
            ++at;
        }
        RawWord word;
        if (at + 1 < text.size() && text[at] == u'-' && !text[at + 1].isSpace()) {
            word.negated = true;
            ++at;
        }
        bool inQuotes = false;
        while (at < text.size() && (inQuotes || !text[at].isSpace())) {
            if (text[at] == u'"') {
                inQuotes = !inQuotes;
                word.quoted = true;
            } else {
                word.text += text[at];
            }
            ++at;
        }
        if (!word.text.isEmpty()) {
            word.last = at >= text.size();
            words.push_back(word);
        }
    }
    return words;
}

std::optional<std::chrono::milliseconds> dayOf(QString value) {
    value.replace(QLatin1Char('/'), QLatin1Char('-'));
    const QDate date = QDate::fromString(value, QStringLiteral("yyyy-M-d"));
    if (!date.isValid()) {
        return std::nullopt;
    }
    return std::chrono::milliseconds{QDateTime(date, QTime(0, 0), Qt::UTC).toMSecsSinceEpoch()};
}

class SearchParser {
public:
    explicit SearchParser(Typing typing)
        : m_typing(typing) {}

    SearchQuery parse(const QString& text) {
        for (const RawWord& word : rawWords(text)) {
            if (!word.quoted && !word.negated && word.text == QLatin1String("OR")) {
                m_or = !m_query.groups.empty();
                continue;
            }
            if (!filter(word)) {
                addTerm(word);
            }
            m_or = false;
        }
        return std::move(m_query);
    }

private:
    /// True where the word was an operator with a value that makes sense.
    bool filter(const RawWord& word) {
        const qsizetype colon = word.text.indexOf(QLatin1Char(':'));
        if (colon <= 0) {
            return false;
        }
        const QString name = word.text.left(colon).toLower();
        const QString value = word.text.mid(colon + 1);
        if (name == QLatin1String("label") && !value.isEmpty()) {
            (word.negated ? m_query.notLabels : m_query.labels) << value;
            return true;
        }
        if (name == QLatin1String("before") || name == QLatin1String("after")) {
            const auto day = word.negated ? std::nullopt : dayOf(value);
            if (day) {
                (name == QLatin1String("before") ? m_query.before : m_query.after) = day;
            }
            return day.has_value();
        }
        return flag(name, value.toLower(), !word.negated);
    }

    bool flag(const QString& name, const QString& value, bool wanted) {
        if (name == QLatin1String("has") &&
            (value == QLatin1String("attachment") || value == QLatin1String("attachments"))) {
            m_query.hasAttachment = wanted;
        } else if (name == QLatin1String("is") && value == QLatin1String("unread")) {
            m_query.unread = wanted;
        } else if (name == QLatin1String("is") && value == QLatin1String("read")) {
            m_query.unread = !wanted;
        } else if (name == QLatin1String("is") && value == QLatin1String("starred")) {
            m_query.starred = wanted;
        } else if (name == QLatin1String("priority") && wanted && value.size() == 1 && value[0] >= u'0' &&
                   value[0] <= u'4') {
            m_query.priority = value.toInt();
        } else {
            return false;
        }
        return true;
    }

    void addTerm(const RawWord& word) {
        SearchTerm term;
        term.negated = word.negated;
        QString text = word.text;
        const std::pair<QLatin1String, SearchField> fields[] = {{QLatin1String("from:"), SearchField::Sender},
                                                                {QLatin1String("to:"), SearchField::Recipients},
                                                                {QLatin1String("subject:"), SearchField::Subject}};
        for (const auto& [name, field] : fields) {
            if (text.startsWith(name, Qt::CaseInsensitive) && text.size() > name.size()) {
                term.field = field;
                text = text.mid(name.size());
                break;
            }
        }
        term.words = searchWords(text);
        if (term.words.isEmpty()) {
            return;
        }
        const bool typing =
            m_typing == Typing::InProgress && word.last && !word.quoted && term.words.last().size() >= 3;
        term.prefix = text.endsWith(QLatin1Char('*')) || typing;
        if (m_or && !m_query.groups.empty()) {
            m_query.groups.back().push_back(term);
        } else {
            m_query.groups.push_back({term});
        }
    }

    Typing m_typing;
    SearchQuery m_query;
    bool m_or{false};
};

}  // namespace

bool SearchQuery::isEmpty() const {
    return groups.empty() && labels.isEmpty() && notLabels.isEmpty() && !hasAttachment && !unread && !starred &&
           !priority && !before && !after;
}

QStringList searchWords(QStringView text) {
    // Composed again, so that a Korean syllable is one character as in writing.
    const QString folded = text::folded(text).normalized(QString::NormalizationForm_C);
    QStringList words;
    qsizetype start = -1;
    const auto finish = [&](qsizetype end) {
        if (start >= 0) {
            words << folded.mid(start, end - start);
            start = -1;
        }
    };
    for (qsizetype at = 0; at < folded.size();) {
        const bool pair = folded[at].isHighSurrogate() && at + 1 < folded.size();
        const char32_t c = pair ? QChar::surrogateToUcs4(folded[at], folded[at + 1]) : folded[at].unicode();
        const qsizetype length = pair ? 2 : 1;
        if (!QChar::isLetterOrNumber(c)) {
            finish(at);
        } else if (isCjk(c)) {
            finish(at);
            words << folded.mid(at, length);
        } else if (start < 0) {
            start = at;
        }
        at += length;
    }
    finish(folded.size());
    return words;
}

SearchQuery parseSearch(const QString& text, Typing typing) {
    return SearchParser(typing).parse(text);
}

}  // namespace kith::storage
