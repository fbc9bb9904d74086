// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/triage/sentence_shape.h"

#include "core/triage/hashing.h"

#include <QHash>
#include <QString>

#include <algorithm>

namespace kith::triage {

namespace {

// What stands for a word that is not known by itself.
enum WordClass : quint32 {
    kNone = 1,
    kStart,
    kEnd,
    kNumber,
    kVerb,
    kPast,
    kDoing,
    kDay,
    kName,
    kAdverb,
    kPlural,
    kOther,
    kComma,
    kColon,
    kDash,
    kAsks,
    kShouts,
    kMoney,
    kClassCount,
};

// English only: other languages are told by their n-grams and cues.
constexpr const char* kFunctionWords =
    "a able about after again all also am an and another any anyone anything are as asap at be because "
    "been before being between both but by can cannot cant could couldnt dear did didnt do does doesnt "
    "dont down during each etc ever every everybody everything few first for free from had has have "
    "having he hell hello her here hes hey hi him his how i id if ill im in into is it its ive just last "
    "let lets like lot many may maybe me might mine more most much must my need never next no not nothing "
    "now of off ok okay on one only or other our out over per perhaps please pls possible re really shall "
    "she should shouldnt so some someone something soon still sure than thank thanks that thats the their "
    "them then there these they theyll theyre this those through to today tomorrow tonight too under "
    "until up us very via want was we wed well were weve what when where which who whom whose why will "
    "with within without wont would wouldnt yes you youd youll your youre yours youve";

constexpr const char* kVerbs =
    "accept acknowledge acquire act add address admit advise agree alert allow analyze answer appear "
    "apply appreciate approve archive argue arrange ask assign assume assure attach attend avoid back bcc "
    "bear become begin believe belong bet beware bill book brief bring browse budget build buy calculate "
    "call cancel carry catch cc celebrate change charge chat check choose circle circulate cite clarify "
    "clean clear click close collect come commit compare complete compromise concentrate confirm "
    "congratulate connect consider consist consult contact contain convert cook coordinate copy correct "
    "count cover create cut dance dare date deal debate debrief decline decrease define delegate delete "
    "deliver demonstrate depend deploy deposit describe design develop dial dig direct disagree disclose "
    "disconnect discover discuss disregard distribute donate double download draft drink drive drop dry "
    "earn eat edit elaborate email enable end enjoy ensure enter erase estimate evaluate examine exchange "
    "exclude excuse exist expect expedite explain explore expose extend facilitate fax feel fetch figure "
    "file fill finalize find finish fix flag fly focus fold follow forgive forward gain gather generate "
    "get give go grab greet guard guess hand handle happen hate hear help hide highlight hit hold hope "
    "hurry ignore imagine include increase inform initial inspect install insure introduce invest "
    "investigate invite invoice involve join jump keep know label launch learn leave let lift like limit "
    "link list listen lock log login logon look lose love lower mail maintain make manage mark match "
    "matter mean measure meet mention merge move need negotiate note notify obtain occur offer open order "
    "organize own pack page pardon pass pay permit phone pick ping pitch plan play plug point post "
    "postpone pray prepare present press prevent print proceed process produce promise propose protect "
    "provide publish pull push put quote raise reach react read realize reboot receive recheck recognize "
    "recommend reconfirm reconsider recover reduce refer refund register reject relax release rely remain "
    "remember remind remove renew repair replace reply report request require reread reschedule resend "
    "reserve reset resolve respond rest restart restore retain retrieve return retweet reveal revert "
    "review revise rework rewrite ride ring risk rsvp run rush save say scan schedule seal secure see "
    "seem select sell send serve set settle share ship shoot shop show sign sing sit sleep solve sort "
    "speak spell split sponsor stamp stand start stay step stick stop store study submit subscribe "
    "suggest support suppose swap swear swing tag take talk teach tell test text think throw tie touch "
    "trade train transfer travel treat try turn tweet type underline understand unlock unplug unsubscribe "
    "update upload use validate verify view visit volunteer vote wait walk want warn wash watch wear "
    "weigh welcome win wire wish withdraw work write";

constexpr const char* kPastVerbs = "asked came did felt found gave got had heard kept knew left made met put received "
                                   "said saw sent thought told took was went were wrote";

constexpr const char* kDays =
    "april august december february fri friday january july june march mon monday november october "
    "saturday september sunday thu thur thurs thursday tue tuesday wed wednesday";

// May stand before the verb of "please send it" without making it a statement.
constexpr const char* kLeadIns = "so and also then just please pls hi hello again ok but well now yes thanks still";
constexpr const char* kJoints = "and or but so then";
constexpr const char* kSubjects = "i we you he she they it this that there who what im id ill ive youre lets let";
constexpr const char* kYou = "you your youre";
constexpr const char* kUs = "i im my me we our us";
constexpr const char* kSettings = "if when once before after to for as in";

quint32 wordKey(QStringView word) {
    quint32 hash = kHashSeed;
    for (const QChar c : word) {
        if (c != u'\'' && c.unicode() != 0x2019) {
            hash = hashUnit(hash, c.toCaseFolded().unicode());
        }
    }
    return hash;
}

enum Trait : quint32 {
    kLeadIn = 1u << 8,
    kJoint = 1u << 9,
    kSubject = 1u << 10,
    kYouWord = 1u << 11,
    kUsWord = 1u << 12,
    kSetting = 1u << 13,
    kItself = 1u << 14
};

/// A known word's class in the low byte (or kItself) and its traits above.
const QHash<quint32, quint32>& knownWords() {
    static const QHash<quint32, quint32> table = [] {
        QHash<quint32, quint32> known;
        const auto add = [&](const char* words, quint32 traits, bool asClass) {
            for (const QString& word : QString::fromLatin1(words).split(QLatin1Char(' '))) {
                quint32& entry = known[wordKey(word)];
                entry |= asClass && entry != 0 ? 0 : traits;
            }
        };
        add(kFunctionWords, kItself, true);
        add(kDays, kDay, true);
        add(kVerbs, kVerb, true);
        add(kPastVerbs, kPast, true);
        add(kLeadIns, kLeadIn, false);
        add(kJoints, kJoint, false);
        add(kSubjects, kSubject, false);
        add(kYou, kYouWord, false);
        add(kUs, kUsWord, false);
        add(kSettings, kSetting, false);
        return known;
    }();
    return table;
}

struct Token {
    quint32 code{kOther};
    quint32 traits{0};

    bool leadsIn() const {
        return (traits & kLeadIn) != 0 || code == kNumber || code == kName || code == kOther || code == kDash ||
               code == kComma || code == kColon || code == kShouts || code == kAdverb || code == kPast;
    }
    bool parts() const {
        return (traits & kJoint) != 0 || code == kComma || code == kColon || code == kDash || code == kShouts ||
               code == kAsks;
    }
};

quint32 classByForm(QStringView word, bool first) {
    const auto endsWith = [&](QLatin1String end, qsizetype atLeast) {
        return word.size() >= atLeast && word.endsWith(end, Qt::CaseInsensitive);
    };
    if (endsWith(QLatin1String("ing"), 6)) {
        return kDoing;
    }
    if (endsWith(QLatin1String("ed"), 5)) {
        return kPast;
    }
    if (word[0].isUpper() && !first) {
        return kName;
    }
    if (endsWith(QLatin1String("ly"), 5)) {
        return kAdverb;
    }
    return endsWith(QLatin1String("s"), 4) ? kPlural : kOther;
}

Token tokenOf(QStringView word, bool first) {
    if (word[0].isDigit()) {
        return {kNumber, 0};
    }
    const quint32 key = wordKey(word);
    const quint32 known = knownWords().value(key, 0);
    const quint32 traits = known & ~0xFFu;
    if ((traits & kItself) != 0) {
        return {key, traits};
    }
    const quint32 byClass = known & 0xFFu;
    return {byClass != 0 ? byClass : classByForm(word, first), traits};
}

quint32 markCode(char16_t unit) {
    switch (unit) {
    case u',':
    case u';':
        return kComma;
    case u':':
        return kColon;
    case u'-':
    case 0x2013:
        return kDash;
    case u'?':
        return kAsks;
    case u'!':
        return kShouts;
    case u'$':
    case u'%':
    case 0x20AC:
    case 0xA3:
        return kMoney;
    default:
        return 0;
    }
}

std::vector<Token> tokensOf(QStringView text) {
    std::vector<Token> tokens{{kStart, 0}};
    tokens.reserve(48);
    for (qsizetype i = 0; i < text.size();) {
        qsizetype end = i;
        while (end < text.size() &&
               (text[end].isLetterOrNumber() || ((text[end] == u'\'' || text[end].unicode() == 0x2019) && end > i &&
                                                 end + 1 < text.size() && text[end + 1].isLetter()))) {
            ++end;
        }
        if (end > i) {
            tokens.push_back(tokenOf(text.mid(i, end - i), tokens.size() == 1));
            i = end;
            continue;
        }
        if (const quint32 mark = markCode(text[i].unicode()); mark != 0) {
            tokens.push_back({mark, 0});
        }
        ++i;
    }
    tokens.push_back({kEnd, 0});
    return tokens;
}

// What a gram says: the first words, an order, what follows a mark, …
enum class Say : quint32 {
    First = 0x51A9E001u,
    Order,
    OrderOf,
    AfterSetting,
    AfterLead,
    AfterJoint,
    OrderInside,
    Subject,
    AskedBy,
    AskedOf,
    AsksYou,
    Yous,
    Wes,
    Pasts,
    Verbs,
    Length
};

class ShapeReader {
public:
    ShapeReader(QStringView sentence, std::vector<quint32>& grams)
        : m_tokens(tokensOf(sentence))
        , m_grams(grams) {}

    void read() {
        firstWords();
        order();
        setting();
        joints();
        voices();
        counts();
    }

private:
    void say(Say what, quint32 code) { m_grams.push_back(joinedHash(static_cast<quint32>(what), code)); }
    size_t behindLeadIns(size_t from) const {
        while (from + 1 < m_tokens.size() && m_tokens[from].leadsIn()) {
            ++from;
        }
        return from;
    }

    void firstWords() {
        quint32 joined = 0;
        for (size_t i = 1; i < std::min<size_t>(4, m_tokens.size()); ++i) {
            joined = joinedHash(joined + static_cast<quint32>(i), m_tokens[i].code);
            say(Say::First, joined);
        }
    }
    void order() {
        const size_t verb = behindLeadIns(1);
        if (m_tokens[verb].code == kVerb) {
            say(Say::Order, 0);
            say(Say::OrderOf, m_tokens[verb + 1].code);
        }
    }
    /// "If you are late, call me": what stands behind the first comma.
    void setting() {
        const auto comma =
            std::find_if(m_tokens.begin(), m_tokens.end(), [](const Token& t) { return t.code == kComma; });
        if ((m_tokens[1].traits & kSetting) == 0 || m_tokens.end() - comma < 3) {
            return;
        }
        say(Say::AfterSetting, comma[1].code);
        if (comma[1].leadsIn()) {
            say(Say::AfterLead, comma[2].code);
        }
    }
    void joints() {
        bool orders = false;
        for (size_t i = 1; i + 2 < m_tokens.size(); ++i) {
            if (!m_tokens[i].parts()) {
                continue;
            }
            const Token& next = m_tokens[i + 1].leadsIn() ? m_tokens[i + 2] : m_tokens[i + 1];
            orders = orders || next.code == kVerb;
            const bool word = (m_tokens[i].traits & kJoint) != 0;
            say(Say::AfterJoint, joinedHash(word ? m_tokens[i].code : kComma, next.code));
        }
        if (orders) {
            say(Say::OrderInside, 0);
        }
    }
    void voices() {
        const auto subject =
            std::find_if(m_tokens.begin(), m_tokens.end(), [](const Token& t) { return (t.traits & kSubject) != 0; });
        const quint32 who = subject == m_tokens.end() ? quint32{kNone} : subject->code;
        say(Say::Subject, who);
        if (m_tokens[m_tokens.size() - 2].code == kAsks) {
            say(Say::AskedBy, m_tokens[1].code);
            say(Say::AskedOf, who);
            if (has(kYouWord) > 0) {
                say(Say::AsksYou, 0);
            }
        }
    }
    void counts() {
        const auto of = [&](quint32 code) {
            return static_cast<quint32>(
                std::count_if(m_tokens.begin(), m_tokens.end(), [&](const Token& t) { return t.code == code; }));
        };
        say(Say::Yous, std::min(3u, has(kYouWord)));
        say(Say::Wes, std::min(3u, has(kUsWord)));
        say(Say::Pasts, std::min(3u, of(kPast)));
        say(Say::Verbs, std::min(4u, of(kVerb)));
        quint32 length = 0;
        for (size_t words = m_tokens.size(); words > 2; words = words * 5 / 7) {
            ++length;
        }
        say(Say::Length, length);
    }
    quint32 has(quint32 trait) const {
        return static_cast<quint32>(
            std::count_if(m_tokens.begin(), m_tokens.end(), [&](const Token& t) { return (t.traits & trait) != 0; }));
    }

    std::vector<Token> m_tokens;
    std::vector<quint32>& m_grams;
};

}  // namespace

void appendShapeGrams(QStringView sentence, std::vector<quint32>& grams) {
    ShapeReader(sentence, grams).read();
}

}  // namespace kith::triage
