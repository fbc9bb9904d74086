// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/people/signature_vote.h"

#include "core/base/text.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace kith::people {
namespace {

constexpr int mostVoteLines = 25;
constexpr qsizetype longestVoteLine = 300;

/// A line at the end of a text that is not blank.
struct EndLine {
    qsizetype start{0};
    qsizetype end{0};
    QString key;  ///< folded
};

/// The last lines that are not blank, the last one first.
std::vector<EndLine> endLines(const QString& text) {
    std::vector<EndLine> lines;
    qsizetype end = text.size();
    while (end > 0 && int(lines.size()) < mostVoteLines) {
        const qsizetype start = text.lastIndexOf(u'\n', end - 1) + 1;
        const QStringView whole = QStringView(text).mid(start, end - start);
        const QStringView line = whole.trimmed();
        if (!line.isEmpty()) {
            const qsizetype from = start + (line.data() - whole.data());
            lines.push_back({from, from + line.size(), text::folded(line.left(longestVoteLine))});
        }
        end = start - 1;
    }
    return lines;
}

struct Tally {
    int votes{0};
    int first{0};  ///< the first text with this ending
};

struct Choice {
    int lines{0};
    int votes{0};
    int first{0};
};

/// An ending says something when it has two lines, or one with an address or digits in it.
bool saysSomething(const std::vector<EndLine>& lines, int count) {
    int letters = 0;
    bool value = false;
    for (int i = 0; i < count; ++i) {
        const QString& key = lines[std::size_t(i)].key;
        const auto digits = std::count_if(key.begin(), key.end(), [](QChar c) { return c.isDigit(); });
        letters += int(std::count_if(key.begin(), key.end(), [](QChar c) { return c.isLetter(); }));
        value = value || key.contains(u'@') || digits >= 6 || key.contains(QLatin1String("www."));
    }
    return value || (count >= 2 && letters >= 8);
}

Choice bestEnding(const std::vector<std::vector<EndLine>>& ends, const std::vector<bool>& counted) {
    QHash<QString, Tally> tallies;
    Choice best;
    for (std::size_t text = 0; text < ends.size(); ++text) {
        QString ending;
        for (std::size_t i = 0; counted[text] && i < ends[text].size(); ++i) {
            ending += ends[text][i].key + u'\n';
            Tally& tally = tallies[ending];
            tally.first = tally.votes == 0 ? int(text) : tally.first;
            ++tally.votes;
        }
    }
    for (std::size_t text = 0; text < ends.size(); ++text) {
        QString ending;
        for (std::size_t i = 0; counted[text] && i < ends[text].size(); ++i) {
            ending += ends[text][i].key + u'\n';
            const Tally tally = tallies.value(ending);
            const int lines = int(i) + 1;
            const int worth = (tally.votes - 1) * lines;
            if (tally.votes >= 2 && worth > (best.votes - 1) * best.lines && saysSomething(ends[text], lines)) {
                best = {lines, tally.votes, tally.first};
            }
        }
    }
    return best;
}

bool endsLike(const std::vector<EndLine>& lines, const std::vector<EndLine>& model, int count) {
    if (int(lines.size()) < count) {
        return false;
    }
    for (int i = 0; i < count; ++i) {
        if (lines[std::size_t(i)].key != model[std::size_t(i)].key) {
            return false;
        }
    }
    return true;
}

}  // namespace

std::optional<VotedSignature> votedSignature(const std::vector<QString>& ownTexts) {
    std::vector<std::vector<EndLine>> ends;
    std::vector<bool> counted;
    QSet<QString> seen;
    for (const QString& text : ownTexts) {
        ends.push_back(endLines(text));
        const QString whole = text::folded(QStringView(text).right(20'000));
        counted.push_back(!seen.contains(whole));
        seen.insert(whole);
    }
    const Choice best = bestEnding(ends, counted);
    if (best.lines == 0) {
        return std::nullopt;
    }
    VotedSignature voted;
    const auto& model = ends[std::size_t(best.first)];
    for (int i = best.lines; i-- > 0;) {
        const EndLine& line = model[std::size_t(i)];
        voted.lines << ownTexts[std::size_t(best.first)].mid(line.start, line.end - line.start);
    }
    voted.votes = best.votes;
    voted.confidence = 1.0 - 0.5 / best.votes;
    for (std::size_t text = 0; text < ends.size(); ++text) {
        if (endsLike(ends[text], model, best.lines)) {
            const QStringView view(ownTexts[text]);
            const int start = int(text::codePoints(view.left(ends[text][std::size_t(best.lines) - 1].start)));
            const int end = int(text::codePoints(view.left(ends[text].front().end)));
            voted.places.push_back({int(text), start, end});
        }
    }
    return voted;
}

}  // namespace kith::people
