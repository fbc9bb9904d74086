// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/triage/assistant_guard.h"

#include "core/triage/assistant_fold.h"
#include "core/triage/assistant_words.h"

#include <QSet>

#include <algorithm>
#include <array>
#include <vector>

namespace kith::triage {

namespace {

constexpr int kGuardEnough = 8;
constexpr int kGuardWeakOrder = 6;
constexpr int kGuardErrands = 6;  ///< at most, however many there are
constexpr int kGuardVerbs = 3;
constexpr int kGuardHint = 4;  ///< without so much about a machine, orders are orders among people
constexpr size_t kGuardNear = 7;
constexpr qsizetype kGuardLongest = 700;  ///< of a "sentence" that never ends
constexpr int kGuardPrefix = 4;
constexpr qsizetype kGuardRun = 16;

bool guardIsWordChar(QChar c) {
    return c.isLetterOrNumber() || c == u'_';
}

bool guardHasPhrase(QStringView text, QStringView wanted) {
    for (qsizetype at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
        const qsizetype end = at + wanted.size();
        const bool leftFree = at == 0 || !guardIsWordChar(text[at - 1]);
        const bool rightFree = end >= text.size() || !guardIsWordChar(wanted.back()) || !guardIsWordChar(text[end]);
        if (leftFree && rightFree) {
            return true;
        }
    }
    return false;
}

struct GuardSum {
    int best{0};
    int all{0};
    int withOthers() const { return best + (all - best) / 2; }
};

GuardSum guardSum(QStringView text, PhraseKind kind) {
    GuardSum sum;
    for (const WeightedPhrase& one : AssistantWords::shipped().phrases[static_cast<size_t>(kind)]) {
        if (kind == PhraseKind::Mark ? text.contains(one.words) : guardHasPhrase(text, one.words)) {
            sum.best = std::max(sum.best, one.weight);
            sum.all += one.weight;
        }
    }
    return sum;
}

bool guardStartsWith(QStringView word, const QStringList& stems) {
    return std::any_of(stems.begin(), stems.end(), [&](const QString& stem) { return word.startsWith(stem); });
}

bool guardHolds(QStringView text, const QStringList& parts) {
    return std::any_of(parts.begin(), parts.end(), [&](const QString& part) { return text.contains(part); });
}

std::vector<QStringView> guardWords(QStringView text) {
    std::vector<QStringView> words;
    qsizetype start = -1;
    for (qsizetype i = 0; i <= text.size(); ++i) {
        const bool inside = i < text.size() && (text[i].isLetterOrNumber() || text[i].isMark() || text[i] == u'\'');
        if (inside && start < 0) {
            start = i;
        } else if (!inside && start >= 0) {
            words.push_back(text.mid(start, i - start));
            start = -1;
        }
    }
    return words;
}

bool guardNegated(const std::vector<QStringView>& words, size_t at) {
    static constexpr std::array<QStringView, 8> negations{u"not",    u"don't", u"dont", u"never",
                                                          u"didn't", u"nicht", u"pas",  u"can't"};
    return at > 0 && std::find(negations.begin(), negations.end(), words[at - 1]) != negations.end();
}

/// "ignore all previous instructions", in whatever language puts the verb first: 10, or 6 for orders among people.
int guardDismissal(QStringView text) {
    const AssistantWords& shipped = AssistantWords::shipped();
    if (guardHolds(text, shipped.dismissParts) && guardHolds(text, shipped.orderParts)) {
        return kGuardEnough;
    }
    const std::vector<QStringView> words = guardWords(text);
    int worst = 0;
    for (size_t i = 0; i < words.size(); ++i) {
        if (!guardStartsWith(words[i], shipped.dismiss) || guardNegated(words, i)) {
            continue;
        }
        bool earlier = false;
        for (size_t j = i + 1; j < words.size() && j <= i + kGuardNear; ++j) {
            const bool strong = guardStartsWith(words[j], shipped.orders);
            if (strong || guardStartsWith(words[j], shipped.weakOrders)) {
                for (size_t k = j + 1; k < words.size() && k <= j + 3 && !earlier; ++k) {
                    earlier = guardStartsWith(words[k], shipped.earlier);
                }
                worst = std::max(worst, !earlier ? 4 : strong ? kGuardEnough : kGuardWeakOrder);
            }
            earlier = earlier || guardStartsWith(words[j], shipped.earlier);
        }
    }
    return worst;
}

int guardWeight(QStringView text) {
    const GuardSum instructions = guardSum(text, PhraseKind::Instructions);
    const GuardSum voice = guardSum(text, PhraseKind::Voice);
    const int about = guardSum(text, PhraseKind::Addressee).best + instructions.withOthers() + voice.withOthers() +
                      guardSum(text, PhraseKind::Mark).all + guardDismissal(text);
    if (about < kGuardHint || about >= kGuardEnough) {
        return about;
    }
    return about + std::min(kGuardErrands, guardSum(text, PhraseKind::Errand).all) +
           std::min(kGuardVerbs, guardSum(text, PhraseKind::Verb).all);
}

/// Beginnings of the words without which nothing above weighs enough: most mail has none, and is done with one pass.
const QSet<QStringView>& guardTriggers() {
    static const QSet<QStringView> triggers = [] {
        QSet<QStringView> set{
            u"ai",   u"ki",   u"ia",   u"ии",   u"ші",    u"llm",  u"inst", u"assi", u"mode", u"lang", u"prom", u"chat",
            u"copi", u"clas", u"tria", u"syst", u"auto",  u"summ", u"scor", u"prio", u"outp", u"tool", u"draf", u"rule",
            u"user", u"owne", u"oper", u"jail", u"over",  u"deve", u"task", u"pret", u"prev", u"dire", u"impo", u"flag",
            u"resp", u"answ", u"reve", u"base", u"stri",  u"spra", u"spro", u"kiel", u"dil",  u"yapa", u"teko", u"язык",
            u"мовн", u"инст", u"інст", u"нейр", u"искус", u"искy", u"штуч", u"jazy", u"asis", u"asys", u"mo",   u"γλωσ",
            u"τεχν", u"nyel", u"mest", u"mail", u"revi",  u"inte", u"taal", u"tro",  u"send", u"forw", u"sear", u"crea",
            u"upda", u"appr", u"assu", u"feed", u"add_",  u"cont", u"huma", u"time", u"busi", u"emai", u"sugg", u"func",
            u"acti", u"vafg", u"snoi", u"nffv", u"thou",  u"obse"};
        const AssistantWords& words = AssistantWords::shipped();
        for (const QStringList* stems : {&words.orders, &words.weakOrders, &words.dismissParts, &words.orderParts}) {
            for (const QString& stem : *stems) {
                set.insert(QStringView(stem).left(kGuardPrefix));
            }
        }
        return set;
    }();
    return triggers;
}

bool guardForeignScript(QChar c) {
    const char16_t u = c.unicode();
    return (u >= 0x0590 && u < 0x1100) || (u >= 0x3040 && u < 0xA000) || (u >= 0xAC00 && u < 0xD7A4);
}

/// What a sentence has in it that may be worth weighing; hidden: it may say something else than it shows.
struct GuardSigns {
    bool words{false};
    bool hidden{false};
};

GuardSigns guardSigns(QStringView text) {
    GuardSigns signs;
    int singles = 0;  // letters that stand alone, one after the other
    qsizetype start = -1;
    for (qsizetype i = 0; i <= text.size(); ++i) {
        const QChar c = i < text.size() ? text[i] : QChar(u' ');
        signs.words = signs.words || guardForeignScript(c) || c == u'<' || c == u'{' || c == u'[' || c == u'"';
        signs.hidden = signs.hidden || c == u'%' || c == u'\\' || c == u'@' || c == u'$' || c == u'|';
        if (guardIsWordChar(c) && start < 0) {
            start = i;
        } else if (!guardIsWordChar(c) && start >= 0) {
            const QStringView word = text.mid(start, i - start);
            singles = word.size() == 1 ? singles + 1 : 0;
            const bool mixed = word.size() > 3 && word.front().isLetter() != word[1].isLetter();
            signs.words = signs.words || guardTriggers().contains(word.left(kGuardPrefix));
            signs.hidden = signs.hidden || word.size() >= kGuardRun || singles >= 6 || mixed ||
                           std::any_of(word.begin() + 1, word.end(), [](QChar d) { return d.isDigit(); });
            start = -1;
        }
    }
    return signs;
}

/// "i g n o r e" and "i.g.n.o.r.e" as one word; two spaces keep words apart.
QString guardClosedUp(QStringView text) {
    QString out;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool between = i > 0 && i + 1 < text.size() && !text[i].isLetterOrNumber() &&
                             text[i - 1].isLetterOrNumber() && text[i + 1].isLetterOrNumber();
        const bool leftAlone = i < 2 || !text[i - 2].isLetterOrNumber();
        const bool rightAlone = i + 2 >= text.size() || !text[i + 2].isLetterOrNumber();
        if (!between || !leftAlone || !rightAlone) {
            out += text[i];
        }
    }
    return out;
}

/// Without any spaces: the phrases lose their borders, so that only long ones are looked for.
bool guardRunTogether(QStringView text) {
    QString letters;
    for (const QChar c : text) {
        letters += c.isLetter() ? QString(c) : QString();
    }
    for (const char16_t* words :
         {u"ignoreprevious", u"ignoreall", u"ignoreyour", u"previousinstructions", u"systemprompt", u"disregardall",
          u"disregardprevious", u"yourinstructions", u"aiassistant"}) {
        if (letters.contains(words)) {
            return true;
        }
    }
    return false;
}

bool guardWeighsEnough(QStringView text) {
    return guardWeight(text) >= kGuardEnough;
}

/// The same words in another dress.
bool guardHiddenOrder(QStringView sentence, QStringView original) {
    if (const QString decoded = decodedRuns(original); !decoded.isEmpty()) {
        const QString plain = foldedLetters(decoded).text;
        if (guardWeighsEnough(plain) || guardWeighsEnough(rotatedBy13(plain))) {
            return true;
        }
    }
    QString undigited;
    for (const QStringView word : sentence.split(u' ')) {
        undigited += withoutDigitLetters(word) + u' ';
    }
    const QString closed = guardClosedUp(sentence);
    return (undigited.trimmed() != sentence.trimmed() && guardWeighsEnough(undigited)) ||
           (closed.size() + 8 < sentence.size() && (guardWeighsEnough(closed) || guardRunTogether(closed)));
}

bool guardTurnedOrder(QStringView sentence) {
    QString reversed = sentence.toString();
    std::reverse(reversed.begin(), reversed.end());
    return guardWeighsEnough(rotatedBy13(sentence)) || guardWeighsEnough(reversed);
}

bool guardEndsSentence(QStringView text, qsizetype i) {
    const QChar c = text[i];
    if (c == u'\n') {
        return i + 1 < text.size() && text[i + 1] == u'\n';
    }
    return c == u'。' || c == u'！' || c == u'？' || c == u'।' ||
           ((c == u'.' || c == u'!' || c == u'?') && (i + 1 == text.size() || text[i + 1].isSpace()));
}

std::vector<AssistantSpan> guardSentences(QStringView text) {
    std::vector<AssistantSpan> list;
    qsizetype start = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool tooLong = i - start >= kGuardLongest && text[i].isSpace();
        if (!guardEndsSentence(text, i) && !tooLong && i + 1 < text.size()) {
            continue;
        }
        while (start < i && text[start].isSpace()) {
            ++start;
        }
        list.push_back({start, i + 1});
        start = i + 1;
    }
    return list;
}

/// A line end stays before a role ("System: …") and is a space elsewhere.
QString guardOneLine(QStringView text) {
    QString line = QStringLiteral("\n") + text.toString();
    for (qsizetype i = 1; i + 1 < line.size(); ++i) {
        if (line[i] == u'\n') {
            const qsizetype colon = line.indexOf(u':', i);
            line[i] = colon > 0 && colon - i < 14 ? QChar(u'\n') : QChar(u' ');
        }
    }
    return line;
}

}  // namespace

std::optional<AssistantSpan> addressesAssistant(const QString& text) {
    const FoldedText folded = foldedLetters(text);
    const QStringView all(folded.text);
    const std::vector<AssistantSpan> sentences = guardSentences(all);
    const auto place = [&](qsizetype start, qsizetype end) {
        const auto last = static_cast<size_t>(end - 1);
        return AssistantSpan{folded.origin[static_cast<size_t>(start)], folded.origin[last] + 1};
    };
    for (size_t i = 0; i < sentences.size(); ++i) {
        const auto [start, end] = sentences[i];
        const QStringView sentence = all.mid(start, end - start);
        const GuardSigns signs = guardSigns(sentence);
        const AssistantSpan here = place(start, end);
        if (signs.words) {
            const QString line = guardOneLine(sentence);
            const int weight = guardWeight(line);
            if (weight >= kGuardEnough) {
                return here;
            }
            const bool follows = weight >= kGuardHint && i + 1 < sentences.size();
            if (follows && guardWeighsEnough(QString(line + guardOneLine(all.mid(end, sentences[i + 1].end - end))))) {
                return place(start, sentences[i + 1].end);
            }
        }
        if (signs.hidden && guardHiddenOrder(sentence, QStringView(text).mid(here.start, here.end - here.start))) {
            return here;
        }
        if ((sentence.contains(u"vafgehpg") || sentence.contains(u"nffvfgnag") || sentence.contains(u"cebzcg") ||
             sentence.contains(u"snoitcurtsni") || sentence.contains(u"tnatsissa")) &&
            guardTurnedOrder(sentence)) {
            return here;
        }
    }
    return std::nullopt;
}

}  // namespace kith::triage
