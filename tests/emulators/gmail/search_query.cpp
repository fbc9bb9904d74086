// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/emulators/gmail/search_query.h"

#include "tests/emulators/gmail/search_match.h"

#include "core/base/text.h"

#include <QDateTime>
#include <QTimeZone>

#include <array>

namespace kith::emulator {
namespace {

constexpr qint64 kDay = 86'400'000;

/// "2026/01/31" (or with minus signs) is midnight in California; a plain number is seconds since 1970.
std::optional<qint64> searchDate(const QString& text) {
    bool isNumber = false;
    const qint64 seconds = text.toLongLong(&isNumber);
    if (isNumber) {
        return seconds * 1000;
    }
    QString plain = text;
    plain.replace(u'-', u'/');
    QDate date = QDate::fromString(plain, QStringLiteral("yyyy/M/d"));
    date = date.isValid() ? date : QDate::fromString(plain, QStringLiteral("M/d/yyyy"));
    static const QTimeZone california("America/Los_Angeles");
    return date.isValid() ? std::optional(QDateTime(date, QTime(0, 0), california).toMSecsSinceEpoch()) : std::nullopt;
}

/// "3d", "2m", "1y" back from now.
std::optional<qint64> searchAge(const QString& text, Millis now) {
    bool isNumber = false;
    const qint64 count = text.chopped(qMin<qsizetype>(1, text.size())).toLongLong(&isNumber);
    const QChar unit = text.isEmpty() ? QChar() : text.back();
    const qint64 days = unit == u'd' ? 1 : unit == u'm' ? 30 : unit == u'y' ? 365 : 0;
    return isNumber && days > 0 ? std::optional(now.count() - count * days * kDay) : std::nullopt;
}

/// "10M", "500K", "2000".
std::optional<qint64> searchSize(const QString& text) {
    const QChar unit = text.isEmpty() ? QChar() : text.back().toLower();
    const qint64 factor = unit == u'k' ? 1024 : unit == u'm' ? 1024 * 1024 : 1;
    bool isNumber = false;
    const qint64 count = (factor == 1 ? text : text.chopped(1)).toLongLong(&isNumber);
    return isNumber ? std::optional(count * factor) : std::nullopt;
}

bool knownField(QStringView field) {
    static constexpr std::array fields = {
        QStringView(u"from"),    QStringView(u"to"),          QStringView(u"cc"),         QStringView(u"bcc"),
        QStringView(u"subject"), QStringView(u"rfc822msgid"), QStringView(u"label"),      QStringView(u"in"),
        QStringView(u"is"),      QStringView(u"has"),         QStringView(u"after"),      QStringView(u"newer"),
        QStringView(u"before"),  QStringView(u"older"),       QStringView(u"older_than"), QStringView(u"newer_than"),
        QStringView(u"larger"),  QStringView(u"size"),        QStringView(u"smaller"),    QStringView(u"filename"),
        QStringView(u"list"),    QStringView(u"deliveredto"), QStringView(u"category")};
    return std::ranges::find(fields, field) != fields.end();
}

}  // namespace

class SearchReader {
public:
    SearchReader(const QString& text, Millis now, SearchQuery& query)
        : m_text(text)
        , m_now(now)
        , m_query(query) {}

    using Node = SearchQuery::Node;
    using Kind = SearchQuery::Kind;

    /// all = any {any}, where "a OR b" binds closer than the blank; ends at `closing`.
    Node all(QChar closing, const QString& field) {
        Node node;
        bool joins = false;
        while (skipBlanks(), m_at < m_text.size()) {
            if (!closing.isNull() && m_text[m_at] == closing) {
                ++m_at;
                break;
            }
            if (!joins && takeOr()) {
                joins = !node.children.empty();
                continue;
            }
            add(node, one(field), std::exchange(joins, false));
        }
        return node;
    }

private:
    static void add(Node& node, Node child, bool joins) {
        if (child.kind != Kind::Term && child.children.empty()) {
            return;
        }
        if (!joins) {
            node.children.push_back(std::move(child));
            return;
        }
        Node& last = node.children.back();
        if (last.kind != Kind::Any) {
            Node any{Kind::Any, {}, {}, {}, 0};
            any.children.push_back(std::move(last));
            last = std::move(any);
        }
        last.children.push_back(std::move(child));
    }

    Node one(const QString& field) {
        const QChar c = m_text[m_at];
        if (c == u'-' && m_at + 1 < m_text.size() && !m_text[m_at + 1].isSpace()) {
            ++m_at;
            Node node{Kind::Not, {}, {}, {}, 0};
            node.children.push_back(one(field));
            return node;
        }
        if (c == u'(' || c == u'{') {
            ++m_at;
            Node node = all(c == u'(' ? u')' : u'}', field);
            node.kind = c == u'(' ? Kind::All : Kind::Any;
            return node;
        }
        return c == u'"' ? term(field, phrase()) : wordOrField(field);
    }

    Node wordOrField(const QString& field) {
        const qsizetype start = m_at;
        while (m_at < m_text.size() && !m_text[m_at].isSpace() && !QStringView(u"(){}\"").contains(m_text[m_at])) {
            if (m_text[m_at] == u':' && knownField(m_text.mid(start, m_at - start).toLower())) {
                const QString name = m_text.mid(start, m_at - start).toLower();
                ++m_at;
                return m_at < m_text.size() && !m_text[m_at].isSpace() ? value(name) : Node();
            }
            ++m_at;
        }
        m_at = m_at == start ? start + 1 : m_at;
        return term(field, m_text.mid(start, m_at - start));
    }

    Node value(const QString& name) {
        const QChar c = m_text[m_at];
        if (c == u'(' || c == u'{') {
            return one(name);
        }
        if (c == u'"') {
            return term(name, phrase());
        }
        const qsizetype start = m_at;
        while (m_at < m_text.size() && !m_text[m_at].isSpace() && m_text[m_at] != u')' && m_text[m_at] != u'}') {
            ++m_at;
        }
        return term(name, m_text.mid(start, m_at - start));
    }

    Node term(const QString& field, const QString& value) {
        Node node{Kind::Term, {}, field, value, 0};
        std::optional<qint64> number = 0;
        if (field == u"after" || field == u"newer" || field == u"before" || field == u"older") {
            number = searchDate(value);
        } else if (field == u"older_than" || field == u"newer_than") {
            number = searchAge(value, m_now);
        } else if (field == u"larger" || field == u"size" || field == u"smaller") {
            number = searchSize(value);
        } else if (field == u"in" && QStringList{QStringLiteral("spam"), QStringLiteral("trash"),
                                                 QStringLiteral("anywhere"), QStringLiteral("bin")}
                                         .contains(value.toLower())) {
            m_query.m_spamOrTrash = true;
        }
        if (!number) {
            node.field.clear();
        }
        node.number = number.value_or(0);
        if (node.field.isEmpty()) {
            node.value = text::folded(value);
        }
        return node;
    }

    QString phrase() {
        const qsizetype end = m_text.indexOf(u'"', m_at + 1);
        const qsizetype stop = end < 0 ? m_text.size() : end;
        const QString content = m_text.mid(m_at + 1, stop - m_at - 1);
        m_at = end < 0 ? stop : stop + 1;
        return content;
    }

    bool takeOr() {
        const QStringView rest = QStringView(m_text).sliced(m_at);
        const bool word = rest.startsWith(u"OR") && (rest.size() == 2 || rest[2].isSpace());
        const bool bar = rest.startsWith(u'|');
        m_at += word ? 2 : bar ? 1 : 0;
        return word || bar;
    }

    void skipBlanks() {
        while (m_at < m_text.size() && m_text[m_at].isSpace()) {
            ++m_at;
        }
    }

    QString m_text;
    Millis m_now;
    SearchQuery& m_query;
    qsizetype m_at{0};
};

SearchQuery SearchQuery::parsed(const QString& text, Millis now) {
    SearchQuery query;
    query.m_root = SearchReader(text, now, query).all({}, {});
    return query;
}

bool SearchQuery::matches(const Mailbox& mailbox, const StoredMessage& message) const {
    return SearchMatch(mailbox, message).matches(m_root);
}

std::optional<QByteArray> SearchQuery::messageId() const {
    for (const Node& node : m_root.children) {
        if (node.kind == Kind::Term && node.field == u"rfc822msgid") {
            return SearchMatch::bareMessageId(node.value);
        }
    }
    return std::nullopt;
}

}  // namespace kith::emulator
