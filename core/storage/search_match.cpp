// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/storage/search_match.h"

namespace kith::storage {

namespace {

QByteArray sqliteTerm(const SearchTerm& term) {
    static constexpr const char* kColumns[] = {"", "sender : ", "recipients : ", "subject : "};
    const QByteArray words = term.words.join(QLatin1Char(' ')).toUtf8();
    return QByteArray(kColumns[int(term.field)]) + '"' + words + '"' + (term.prefix ? " *" : "");
}

/// Words hold letters and digits only (see searchWords), so they cannot break out of the quotes.
QByteArray postgresTerm(const SearchTerm& term) {
    static constexpr const char* kWeights[] = {"", "B", "C", "A"};
    const QByteArray weight = kWeights[int(term.field)];
    QByteArray out;
    for (qsizetype i = 0; i < term.words.size(); ++i) {
        const bool open = term.prefix && i + 1 == term.words.size();
        out += QByteArray(i == 0 ? "" : " <-> ") + '\'' + term.words[i].toUtf8() + '\'';
        out += open || !weight.isEmpty() ? ":" + weight + (open ? "*" : "") : QByteArray();
    }
    return term.words.size() > 1 ? "(" + out + ")" : out;
}

struct MatchSyntax {
    QByteArray (*term)(const SearchTerm&);
    const char* both;
    const char* either;
    const char* without;
};

MatchWords matchWords(const SearchQuery& query, const MatchSyntax& syntax) {
    QByteArray wanted;
    QByteArrayList unwanted;
    for (const auto& group : query.groups) {
        QByteArray some;
        for (const SearchTerm& term : group) {
            if (term.negated) {
                unwanted << syntax.term(term);
            } else {
                some += (some.isEmpty() ? QByteArray() : QByteArray(syntax.either)) + syntax.term(term);
            }
        }
        if (!some.isEmpty()) {
            wanted += (wanted.isEmpty() ? QByteArray() : QByteArray(syntax.both)) + "(" + some + ")";
        }
    }
    if (wanted.isEmpty()) {
        return {{}, unwanted.join(syntax.either)};
    }
    if (unwanted.isEmpty()) {
        return {wanted, {}};
    }
    // One after the other: each is asked only of what the ones before it left, which takes half the time of one OR.
    return {"(" + wanted + ")" + syntax.without + "(" + unwanted.join(")" + QByteArray(syntax.without) + "(") + ")",
            {}};
}

}  // namespace

MatchWords sqliteMatch(const SearchQuery& query) {
    return matchWords(query, {sqliteTerm, " AND ", " OR ", " NOT "});
}
MatchWords postgresMatch(const SearchQuery& query) {
    return matchWords(query, {postgresTerm, " & ", " | ", " & !"});
}

}  // namespace kith::storage
