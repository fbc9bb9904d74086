// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/triage/draft_checks.h"

#include "core/base/text.h"
#include "core/triage/draft_facts.h"
#include "core/triage/draft_manners.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <array>

namespace kith::triage {

namespace {

constexpr qsizetype kShortestCustomer = 4;

class DraftChecker {
public:
    DraftChecker(const DraftText& draft, const DraftGround& ground)
        : m_draft(draft)
        , m_ground(ground)
        , m_folded(text::folded(draft.body)) {}
    DraftReport check();

private:
    void checkRecipients();
    void checkPlaceholders();
    void checkAttachment();
    void checkFacts();
    void checkPromises();
    void checkOtherCustomers();
    DraftCheck& add(const char* name, bool blocking = false);
    void markFact(const DraftFact& fact);
    bool known(const DraftFact& fact, DraftMark* mark) const;
    bool mark(DraftMark mark);
    void find(const QRegularExpression& pattern, DraftMarkKind kind, DraftCheck& check);

    const DraftText& m_draft;
    const DraftGround& m_ground;
    QString m_folded;
    DraftReport m_report;
};

DraftCheck& DraftChecker::add(const char* name, bool blocking) {
    m_report.checks.push_back({QLatin1String(name), true, blocking, {}, 0});
    return m_report.checks.back();
}

bool draftHolds(const Addresses& list, const QString& address) {
    return std::any_of(list.begin(), list.end(),
                       [&](const Address& one) { return addressKey(one.address) == addressKey(address); });
}

/// False where another mark stands there already.
bool DraftChecker::mark(DraftMark one) {
    const bool free = std::none_of(m_report.marks.begin(), m_report.marks.end(), [&](const DraftMark& other) {
        return one.start < other.end && other.start < one.end;
    });
    if (free) {
        m_report.marks.push_back(one);
    }
    return free;
}

void DraftChecker::find(const QRegularExpression& pattern, DraftMarkKind kind, DraftCheck& check) {
    for (auto matches = pattern.globalMatch(m_draft.body); matches.hasNext();) {
        const auto match = matches.next();
        if (mark({kind, match.capturedStart(), match.capturedEnd()})) {
            check.ok = false;
            check.found << text::elided(text::oneLine(match.captured()), 60);
        }
    }
}

/// The first name that the greeting uses; empty where it greets nobody by name.
QString greetedName(const QString& body) {
    static const QRegularExpression greeting(
        QStringLiteral("^\\s*(?:hi|hello|dear|hey|hallo|liebe[r]?|guten (?:tag|morgen)|sehr geehrte[r]? (?:frau|herr)|"
                       "bonjour|cher|ch.re|hola|estimad[oa]|buen(?:os|as) \\w+|ciao|gentile|caro|cara|beste|good "
                       "(?:morning|afternoon|evening))[ ,]+(?:(?:mr|mrs|ms|dr|frau|herr|madame|monsieur|sr|sra)\\.? "
                       "+)?([\\p{Lu}][\\p{L}'-]+)"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    const auto match = greeting.match(body);
    static const QSet<QString> nobody{QStringLiteral("all"),   QStringLiteral("team"),  QStringLiteral("everyone"),
                                      QStringLiteral("there"), QStringLiteral("both"),  QStringLiteral("colleagues"),
                                      QStringLiteral("sir"),   QStringLiteral("madam"), QStringLiteral("thank"),
                                      QStringLiteral("thanks")};
    const QString name = match.hasMatch() ? text::folded(match.captured(1)) : QString();
    return nobody.contains(name) ? QString() : name;
}

void DraftChecker::checkRecipients() {
    DraftCheck& check = add("recipients", true);
    for (const Addresses* list : {&m_draft.to, &m_draft.cc}) {
        for (const Address& who : *list) {
            if (who.address.isEmpty() || (m_ground.answersAMessage && !draftHolds(m_ground.inThread, who.address))) {
                check.ok = false;
                check.found << (who.name.isEmpty() ? who.address : who.name);
            }
        }
    }
    const bool onlyOwn = std::all_of(m_draft.to.begin(), m_draft.to.end(),
                                     [this](const Address& who) { return draftHolds(m_ground.own, who.address); });
    if (onlyOwn) {
        check.ok = false;  // nobody, or oneself
    }
    const QString greeted = greetedName(m_draft.body);
    if (greeted.isEmpty() || m_draft.to.empty()) {
        return;
    }
    bool meant = false;
    for (const Addresses* list : {&m_draft.to, &m_draft.cc}) {
        for (const Address& who : *list) {
            const QString words = text::folded(QString(who.name + u' ' + who.address));
            meant = meant || words.contains(greeted) ||
                    (who.name.isEmpty() && m_ground.texts.join(u' ').contains(greeted, Qt::CaseInsensitive));
        }
    }
    for (const QString& value : m_ground.card) {
        meant = meant || text::folded(value).contains(greeted);
    }
    if (!meant) {
        check.ok = false;
        check.found << greeted;
    }
}

void DraftChecker::checkPlaceholders() {
    DraftCheck& check = add("placeholders", true);
    static const QRegularExpression brackets(QStringLiteral(
        "\\[[^\\]\\n]{1,80}\\]|\\{\\{?[^}\\n]{1,60}\\}\\}?|<(?![^>@\\s]+[@:/])[\\p{L}][^<>\\n@]{1,40}>|_{3,}|"
        "\\b(?:XX+|YY+|TBD|TBC|TODO|N\\.N\\.|xxx+|INSERT [A-Z]+|lorem "
        "ipsum|dd\\.mm|DD/MM(?:/"
        "YYYY)?)(?![\\p{L}\\d])|%[a-zA-Z_]{3,}%|\\$[A-Z]{3,}[A-Z_]*\\b|…{2,}|\\.{4,}|\\?\\?\\?+"));
    find(brackets, DraftMarkKind::Placeholder, check);
}

void DraftChecker::checkAttachment() {
    DraftCheck& check = add("attachment", true);
    static const QRegularExpression promise(
        QStringLiteral("\\b(?:attached|attachments?|attaching|enclosed|enclosing|find (?:the|a|our) .{0,30} "
                       "attached|anbei|im anhang|"
                       "angeh.ngt|beigef.gt|ci-joint[es]*|(?:en )?pi.ces? "
                       "jointes?|adjunt[oa]s?|adjuntamos|allegat[oa]|in allegato|alleghiamo|"
                       "bijgevoegd|bijlage|w za..czniku|bifogad|anexo|em anexo)\\b"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression theirs(
        QStringLiteral(
            "\\b(?:your (?:\\w+ )?attach|you (?:have |had )?(?:attached|enclosed)|thank(?:s| "
            "you)\\b[^.]{0,40}\\b(?:attached|attachment|enclosed)|"
            "you sent|ihre[nm]? anhang|votre pi.ce|su adjunto|attached to your|in your attachment|no attachment|"
            "without (?:an |the )?attachment|ohne anhang|not attached|attached to the "
            "(?:wall|unit|machine|probe|sensor)|"
            "(?:vielen )?dank f.r (?:den|die|das) (?:\\w+ )?(?:angeh.ngt|beigef.gt)|merci pour "
            "(?:la|le|les|votre)|gracias por)"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression sentenceEnd(QStringLiteral("(?<=[.!?])\\s+|\\n+"));
    for (const QString& sentence : m_draft.body.split(sentenceEnd)) {
        const auto match = promise.match(sentence);
        if (match.hasMatch() && !theirs.match(sentence).hasMatch() && m_draft.files == 0) {
            check.ok = false;
            check.found << text::elided(text::oneLine(sentence), 80);
        }
    }
}

bool draftSameFact(const DraftFact& one, const DraftFact& other) {
    if (one.key != other.key) {
        return false;
    }
    return one.kind == other.kind || (one.kind != FactKind::Link && other.kind != FactKind::Link);
}

/// Whether thread, card, own names or the calendar know it; mark gets its place in the thread.
bool DraftChecker::known(const DraftFact& fact, DraftMark* place) const {
    for (int i = static_cast<int>(m_ground.texts.size()) - 1; i >= 0; --i) {
        for (const DraftFact& there : factsIn(m_ground.texts[i], true)) {
            if (draftSameFact(fact, there)) {
                *place = {DraftMarkKind::Supported, fact.start, fact.end, i, there.start, there.end};
                return true;
            }
        }
    }
    const QString words = m_draft.body.mid(fact.start, fact.end - fact.start);
    const auto says = [&](const QString& text) {
        const QString folded = text::folded(text);
        const qsizetype at = folded.indexOf(fact.key);
        const auto letter = [&](qsizetype i) { return i >= 0 && i < folded.size() && folded[i].isLetterOrNumber(); };
        return (at >= 0 && !letter(at - 1) && !letter(at + fact.key.size())) || folded.contains(text::folded(words));
    };
    const bool named = fact.kind == FactKind::Name || fact.kind == FactKind::Code || fact.kind == FactKind::Day;
    if (named && std::any_of(m_ground.texts.begin(), m_ground.texts.end(), says)) {
        return true;
    }
    if (says(m_ground.subject) || std::any_of(m_ground.card.begin(), m_ground.card.end(), says)) {
        return true;
    }
    for (const Addresses* list : {&m_ground.inThread, &m_ground.own, &m_draft.to, &m_draft.cc}) {
        for (const Address& who : *list) {
            if (says(who.name) || (fact.kind == FactKind::Name ? text::folded(who.address).contains(fact.key)
                                                               : who.address.toLower() == fact.key)) {
                return true;
            }
        }
    }
    return !m_ground.today.isEmpty() && fact.kind == FactKind::Number && m_ground.today.startsWith(fact.key) &&
           fact.key.size() == 4;
}

void DraftChecker::checkFacts() {
    QString language = languageOf(m_draft.body);
    language = language.isEmpty() && !m_ground.texts.isEmpty() ? languageOf(m_ground.texts.last()) : language;
    const bool german = language == QLatin1String("de");
    DraftCheck facts{QStringLiteral("facts"), true, false, {}, 0};
    DraftCheck links{QStringLiteral("links"), true, true, {}, 0};
    for (const DraftFact& fact : factsIn(m_draft.body, !german)) {
        DraftCheck& check = fact.kind == FactKind::Link ? links : facts;
        DraftMark place{DraftMarkKind::Supported, fact.start, fact.end};
        const bool inGap = std::any_of(m_report.marks.begin(), m_report.marks.end(), [&](const DraftMark& gap) {
            return gap.kind == DraftMarkKind::Placeholder && fact.start < gap.end && gap.start < fact.end;
        });
        if (inGap || (fact.kind == FactKind::Name && m_folded.startsWith(text::folded(m_draft.body.left(fact.end))) &&
                      greetedName(m_draft.body) == fact.key)) {
            continue;  // a gap is told as one, a greeting among the recipients
        }
        if (known(fact, &place)) {
            ++check.good;
            if (place.text >= 0) {
                mark(place);
            }
        } else {
            check.ok = false;
            check.found << m_draft.body.mid(fact.start, fact.end - fact.start);
            mark({DraftMarkKind::Unsupported, fact.start, fact.end});
        }
    }
    m_report.checks.push_back(facts);
    m_report.checks.push_back(links);
}

/// What binds the firm and stands nowhere in the thread.
void DraftChecker::checkPromises() {
    DraftCheck& check = add("promises");
    struct Promise {
        QRegularExpression words;
        QRegularExpression source;
    };
    const auto pattern = [](const char* words) {
        return QRegularExpression(QString::fromUtf8(words), QRegularExpression::CaseInsensitiveOption |
                                                                QRegularExpression::UseUnicodePropertiesOption);
    };
    static const std::array<Promise, 6> promises{{
        {pattern("\\b(discount|rebate|price reduction|rabatt|nachlass|remise|descuento|sconto|korting)\\w*"),
         pattern("discount|rebate|reduc|rabatt|nachlass|remise|descuento|sconto|korting")},
        {pattern("\\b(free of charge|at no (?:extra )?cost|for "
                 "free|complimentary|waive[ds]?|kostenlos|gratuit\\w*|gratis)\\b"),
         pattern("free|cost|waive|complimentary|kosten|gratuit|gratis")},
        {pattern("\\b(refund\\w*|money back|credit note|erstatt\\w*|gutschrift|rembours\\w*|reembols\\w*)\\b"),
         pattern("refund|money back|credit|erstatt|gutschrift|rembours|reembols")},
        {pattern("\\b(guarantee[ds]?|warrant\\w+|garantier\\w*|garantie\\w*|garantiz\\w*)\\b"),
         pattern("guarant|warrant|garant")},
        {pattern("\\b(exclusiv\\w+|exklusiv\\w*)\\b"), pattern("exclusiv|exklusiv")},
        {pattern("\\b(we (?:accept|agree to|commit to)|is possible|we can offer|wir akzeptieren|ist m.glich)\\b"),
         pattern("possible|can you|could you|would it|m.glich|offer|accept|agree|k.nn")},
    }};
    const QString thread = m_ground.subject + u'\n' + m_ground.texts.join(u'\n') + u'\n' + m_ground.card.join(u'\n');
    for (const Promise& promise : promises) {
        if (!promise.source.match(thread).hasMatch()) {
            find(promise.words, DraftMarkKind::Promise, check);
        }
    }
}

void DraftChecker::checkOtherCustomers() {
    DraftCheck& check = add("other-customer", true);
    const QString thread =
        text::folded(QString(m_ground.texts.join(u' ') + u' ' + m_ground.subject + u' ' + m_ground.card.join(u' ')));
    for (const QString& customer : m_ground.otherCustomers) {
        const QString plain = text::folded(customer);
        if (plain.size() < kShortestCustomer || thread.contains(plain)) {
            continue;
        }
        const QRegularExpression whole(
            QStringLiteral("(?<![\\p{L}\\d])%1(?![\\p{L}\\d])").arg(QRegularExpression::escape(plain)));
        if (whole.match(m_folded).hasMatch()) {
            check.ok = false;
            check.found << customer;
            const qsizetype at = m_draft.body.indexOf(customer, 0, Qt::CaseInsensitive);
            if (at >= 0) {
                mark({DraftMarkKind::Foreign, at, at + customer.size()});
            }
        }
    }
}

DraftReport DraftChecker::check() {
    checkRecipients();
    checkPlaceholders();
    checkAttachment();
    checkOtherCustomers();
    checkFacts();
    checkPromises();
    for (DraftCheck& one : draftManners(m_draft, m_ground)) {
        m_report.checks.push_back(std::move(one));
    }
    std::sort(m_report.marks.begin(), m_report.marks.end(),
              [](const DraftMark& a, const DraftMark& b) { return a.start < b.start; });
    return std::move(m_report);
}

}  // namespace

bool DraftReport::clean() const {
    return std::all_of(checks.begin(), checks.end(), [](const DraftCheck& check) { return check.ok; });
}

const DraftCheck* DraftReport::find(const QString& name) const {
    const auto at = std::find_if(checks.begin(), checks.end(), [&](const DraftCheck& one) { return one.name == name; });
    return at == checks.end() ? nullptr : &*at;
}

DraftReport checkDraft(const DraftText& draft, const DraftGround& ground) {
    return DraftChecker(draft, ground).check();
}

}  // namespace kith::triage
