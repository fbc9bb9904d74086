// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/triage/draft_facts.h"

#include "core/base/text.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <array>

namespace kith::triage {

namespace {

QSet<QString> draftWordSet(const char16_t* words) {
    const QStringList list = QString::fromUtf16(words).split(u' ', Qt::SkipEmptyParts);
    return {list.begin(), list.end()};
}

/// Days and months in the languages that drafts are written in; equal days share a key.
const QHash<QString, QString>& dayKeys() {
    static const QHash<QString, QString> keys = [] {
        QHash<QString, QString> hash;
        const auto row = [&hash](const char16_t* words) {
            const QStringList list = QString::fromUtf16(words).split(u' ');
            for (const QString& word : list) {
                hash.insert(word, list.front());
            }
        };
        row(u"monday montag lundi lunes lunedi maandag mon");
        row(u"tuesday dienstag mardi martes martedi dinsdag tue");
        row(u"wednesday mittwoch mercredi miercoles mercoledi woensdag wed");
        row(u"thursday donnerstag jeudi jueves giovedi donderdag thu");
        row(u"friday freitag vendredi viernes venerdi vrijdag fri");
        row(u"saturday samstag samedi sabado sabato zaterdag sat");
        row(u"sunday sonntag dimanche domingo domenica zondag sun");
        row(u"january januar janvier enero gennaio janeiro januari jan");
        row(u"february februar fevrier febrero febbraio fevereiro feb");
        row(u"april avril abril aprile apr");
        row(u"june juin junio giugno junho");
        row(u"july juli juillet julio luglio julho");
        row(u"august aout agosto augustus aug");
        row(u"september septembre septiembre settembre setembro sept");
        row(u"october oktober octobre octubre ottobre outubro oct");
        row(u"november novembre noviembre novembro nov");
        row(u"december dezember decembre diciembre dicembre dezembro dec");
        row(u"tomorrow morgen demain manana domani amanha");
        row(u"tonight");
        row(u"noon mittag midi mediodia mezzogiorno");
        return hash;
    }();
    return keys;
}

const QHash<QString, int>& numberWords() {
    static const QHash<QString, int> words = [] {
        QHash<QString, int> hash;
        const auto rows = [&hash](const char16_t* list) {
            int value = 2;
            for (const QString& word : QString::fromUtf16(list).split(u' ')) {
                hash.insert(word, value++);
            }
        };
        rows(u"two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
             u"eighteen nineteen twenty");
        rows(u"zwei drei vier funf sechs sieben acht neun zehn elf zwolf");
        rows(u"deux trois quatre cinq six sept huit neuf dix onze douze");
        rows(u"dos tres cuatro cinco seis siete ocho nueve diez once doce");
        for (const auto& [word, value] : {std::pair("thirty", 30),
                                          {"forty", 40},
                                          {"fifty", 50},
                                          {"sixty", 60},
                                          {"ninety", 90},
                                          {"hundred", 100},
                                          {"zwanzig", 20},
                                          {"dreissig", 30},
                                          {"vingt", 20},
                                          {"trente", 30},
                                          {"veinte", 20},
                                          {"treinta", 30}}) {
            hash.insert(QLatin1String(word), value);
        }
        return hash;
    }();
    return words;
}

/// After a number word these make it a fact; "in two parts" and "one of two" say little.
bool countedUnit(const QString& folded) {
    static const QSet<QString> units = draftWordSet(
        u"percent per day days week weeks month months year years hour hours minute minutes euro euros dollar dollars "
        u"seats licences licenses users units people pieces prozent tage tagen woche wochen monat monate monaten jahre "
        u"jahren stunden stuck lizenzen platze jours semaines mois ans heures pour dias semanas meses anos horas por "
        u"sensors instruments devices invoices sites labs copies boxes pallets months' weeks' days' working business");
    return units.contains(folded);
}

/// Words that begin sentences and are no names.
bool ordinaryCapital(const QString& folded) {
    static const QSet<QString> words = draftWordSet(
        u"i i'm i'll i've i'd we we're we'll we've you you're your he she it it's its they their there there's this "
        u"that "
        u"these those the a an and but or so if when while once since because although though as at by for from in "
        u"into "
        u"of on our out over per to under until up with without within about above after again all also any are be "
        u"been "
        u"before both can could do does each either every few first further had has have here how however just last "
        u"later let let's like many may maybe might more most much must my name neither never new next no none nor not "
        u"nothing now once one only other otherwise perhaps please rather same second several shall should some soon "
        u"still such sure thank thanks then therefore third today too until very was we well were what whatever where "
        u"whether which who whom whose why will would yes yet yours best kind regards sincerely dear hi hello good "
        u"morning afternoon evening great happy glad sorry apologies unfortunately certainly of course absolutely "
        u"attached enclosed below meanwhile instead regarding concerning looking following given based including "
        u"understood noted agreed fine ok okay right sounds many cheers warm warmly yours faithfully once either "
        u"bonjour merci cordialement nous vous je votre notre la le les des un une pour dans avec si cela c'est bien "
        u"hola gracias saludos nosotros usted el los las una por con si esto estimado estimada su nuestro ciao grazie "
        u"saluti gentile il lo gli per con se questo caro cara beste bedankt hallo wij u ik met vriendelijke groeten "
        u"re fw fwd ps pps faq pdf csv crm api ok asap fyi eur usd gbp chf vat iso ceo cto cfo it hr pr ai id "
        u"english german french spanish italian dutch european europe internet english-language gmail excel word");
    return words.contains(folded);
}

QString foldedWord(const QString& word) {
    QString plain = text::folded(word);
    plain.replace(QChar(0x2019), u'\'');
    if (plain.endsWith(QLatin1String("'s"))) {
        plain.chop(2);
    }
    return plain;
}

/// "1,200.50" and "1.200,50" and "1200" by their digits: the way of writing is the country's.
QString numberKey(QString digits) {
    static const QRegularExpression cents(QStringLiteral("[.,]00?$"));
    digits.remove(cents);
    return digits.remove(QRegularExpression(QStringLiteral("[^0-9]")));
}

class FactReader {
public:
    FactReader(const QString& text, bool names)
        : m_text(text)
        , m_names(names) {}
    std::vector<DraftFact> read();

private:
    void addMatches(const QRegularExpression& pattern, FactKind kind, QString (*key)(const QString&));
    void addWords();
    bool taken(qsizetype start, qsizetype end) const;
    bool startsSentence(qsizetype at) const;

    const QString& m_text;
    bool m_names;
    std::vector<DraftFact> m_facts;
};

bool FactReader::taken(qsizetype start, qsizetype end) const {
    return std::any_of(m_facts.begin(), m_facts.end(),
                       [&](const DraftFact& fact) { return start < fact.end && fact.start < end; });
}

void FactReader::addMatches(const QRegularExpression& pattern, FactKind kind, QString (*key)(const QString&)) {
    auto matches = pattern.globalMatch(m_text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        if (!taken(match.capturedStart(), match.capturedEnd())) {
            m_facts.push_back({kind, key(match.captured()), match.capturedStart(), match.capturedEnd()});
        }
    }
}

bool FactReader::startsSentence(qsizetype at) const {
    qsizetype before = at - 1;
    while (before >= 0 &&
           (m_text[before] == u' ' || m_text[before] == u'"' || m_text[before] == u'(' || m_text[before] == u'*')) {
        --before;
    }
    return before < 0 || QStringView(u".!?¿¡:\n-•").contains(m_text[before]);
}

/// Days, counted things in words, and names.
void FactReader::addWords() {
    static const QRegularExpression word(QStringLiteral("[\\p{L}][\\p{L}'’-]*"));
    struct Seen {
        QString plain;
        qsizetype start;
        qsizetype end;
    };
    std::vector<Seen> words;
    for (auto matches = word.globalMatch(m_text); matches.hasNext();) {
        const auto match = matches.next();
        words.push_back({foldedWord(match.captured()), match.capturedStart(), match.capturedEnd()});
    }
    for (size_t i = 0; i < words.size(); ++i) {
        const auto& [plain, start, end] = words[i];
        if (taken(start, end)) {
            continue;
        }
        const bool capital = m_text[start].isUpper();
        const bool shortMonth = plain.size() <= 4 && !capital;
        if (const auto day = dayKeys().find(plain); day != dayKeys().end() && !shortMonth) {
            m_facts.push_back({FactKind::Day, *day, start, end});
        } else if (plain == u"may" && capital && !startsSentence(start)) {
            m_facts.push_back({FactKind::Day, plain, start, end});
        } else if (numberWords().contains(plain) && i + 1 < words.size() && countedUnit(words[i + 1].plain)) {
            m_facts.push_back({FactKind::Number, QString::number(numberWords().value(plain)), start, end});
        } else if (m_names && capital && plain.size() > 1 && !ordinaryCapital(plain)) {
            const bool first = startsSentence(start);
            const bool pair = i + 1 < words.size() && words[i + 1].start == end + 1 &&
                              m_text[words[i + 1].start].isUpper() && !ordinaryCapital(words[i + 1].plain);
            static const QSet<QString> does =
                draftWordSet(u"will is was has can and would asked said told from at wants");
            const bool acts = i + 1 < words.size() && does.contains(words[i + 1].plain);
            const bool verbal = plain.endsWith(QLatin1String("ing")) || plain.endsWith(QLatin1String("ly")) ||
                                plain.endsWith(QLatin1String("ed"));
            if (!first || ((pair || acts) && !verbal)) {
                m_facts.push_back({FactKind::Name, plain, start, end});
            }
        }
    }
}

std::vector<DraftFact> FactReader::read() {
    static const QRegularExpression link(QStringLiteral(
        "(?:https?://|www\\.)[^\\s<>\"']+|[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+|\\b[\\w-]+(?:\\.[\\w-]+)*\\.(?:com|"
        "org|net|io|example|co|eu|de|fr|uk)(?:/[^\\s<>\"']*)?\\b"));
    static const QRegularExpression code(
        QStringLiteral("\\b(?=[\\p{L}\\d/-]*\\d)(?=[\\p{L}\\d/"
                       "-]*\\p{L})(?!\\d+(?:st|nd|rd|th|h|am|pm|k|x|er|e)\\b)[\\p{L}\\d]+(?:[-/][\\p{L}\\d]+)*\\b"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression number(QStringLiteral("\\d+(?:[.,:'’ ]\\d+)*"));
    addMatches(link, FactKind::Link, [](const QString& words) {
        QString key = words.toLower();
        key.remove(QRegularExpression(QStringLiteral("^https?://|^www\\.|[).,;!?/]+$")));
        return key;
    });
    addMatches(code, FactKind::Code, [](const QString& words) { return words.toLower(); });
    addMatches(number, FactKind::Number, [](const QString& words) { return numberKey(words); });
    addWords();
    std::sort(m_facts.begin(), m_facts.end(), [](const DraftFact& a, const DraftFact& b) { return a.start < b.start; });
    return std::move(m_facts);
}

}  // namespace

std::vector<DraftFact> factsIn(const QString& text, bool names) {
    return FactReader(text, names).read();
}

QString languageOf(const QString& text) {
    struct Language {
        const char* name;
        QSet<QString> words;
    };
    static const std::array<Language, 9> languages{{
        {"en", draftWordSet(u"the and you for with that this we will our your is are have please of to from would")},
        {"de",
         draftWordSet(u"der die das und sie wir mit fur ist nicht ihnen ihre bitte auf wird haben eine den ein zu")},
        {"fr", draftWordSet(u"le la les et vous nous pour avec est pas votre des une dans que merci du ce sur au")},
        {"es", draftWordSet(u"el la los y usted para con es no su una de que gracias por nos en del las le")},
        {"it", draftWordSet(u"il la gli e per con non di che una grazie sono del nel ci vi suo della le un")},
        {"pt", draftWordSet(u"o a os e para com nao de que uma obrigado por em seu sua do da no nos as")},
        {"nl", draftWordSet(u"de het een en voor met is niet u wij van dat uw op aan zijn we bedankt te ik")},
        {"pl", draftWordSet(u"i w na do z nie jest sie dla prosze dziekuje pan pani za czy jak ze od po tak")},
        {"sv", draftWordSet(u"och att det som en for med pa ar inte vi du tack av till ni har om den er")},
    }};
    std::array<int, languages.size()> counts{};
    static const QRegularExpression word(QStringLiteral("[\\p{L}']+"));
    for (auto matches = word.globalMatch(text); matches.hasNext();) {
        const QString plain = text::folded(matches.next().captured());
        for (size_t i = 0; i < languages.size(); ++i) {
            counts[i] += languages[i].words.contains(plain) ? 1 : 0;
        }
    }
    const auto best = std::max_element(counts.begin(), counts.end());
    const bool close = std::count_if(counts.begin(), counts.end(), [&](int one) { return one * 4 >= *best * 3; }) > 1;
    return *best < 4 || close ? QString()
                              : QString::fromLatin1(languages[static_cast<size_t>(best - counts.begin())].name);
}

}  // namespace kith::triage
