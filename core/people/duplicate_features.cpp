// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/people/duplicate_features.h"

#include "core/base/text.h"
#include "core/domain/address.h"
#include "core/people/latin_form.h"
#include "core/people/lexicon.h"
#include "core/people/person_rules.h"
#include "core/people/value_forms.h"

#include <algorithm>

namespace kith::people::duplicate_features {

namespace {

constexpr double kAlike = 0.92;
constexpr double kFarAlike = 0.84;
constexpr size_t kPhoneTail = 7;
constexpr qsizetype kTellingLocal = 4;

/// Spellings of one sound that transliterations choose between.
std::u16string oneSpelling(const QString& word) {
    struct Spelling {
        std::u16string_view from;
        std::u16string_view to;
    };
    static constexpr Spelling spellings[] = {
        {u"iy", u"y"}, {u"ii", u"y"}, {u"ij", u"y"},  {u"yy", u"y"}, {u"ey", u"ei"}, {u"ya", u"ia"}, {u"yu", u"iu"},
        {u"ye", u"e"}, {u"ks", u"x"}, {u"tz", u"ts"}, {u"kh", u"h"}, {u"ph", u"f"},  {u"ae", u"a"},  {u"oe", u"o"},
        {u"ue", u"u"}, {u"aa", u"a"}, {u"ie", u"i"},  {u"w", u"v"},  {u"j", u"y"}};
    const std::u16string from = word.toStdU16String();
    std::u16string out;
    for (size_t at = 0; at < from.size();) {
        const auto rest = std::u16string_view(from).substr(at);
        const auto* const found =
            std::ranges::find_if(spellings, [&](const Spelling& s) { return rest.starts_with(s.from); });
        if (found == std::end(spellings)) {
            out += from[at++];
        } else {
            out += found->to;
            at += found->from.size();
        }
    }
    return out;
}

Mailbox mailboxOf(const QString& address) {
    const qsizetype at = address.lastIndexOf(u'@');
    QString local = address.left(at);
    local = local.section(u'+', 0, 0);
    const QString domain = address.mid(at + 1);
    QString stem = local;
    while (stem.size() > kTellingLocal && stem.back().isDigit()) {
        stem.chop(1);
    }
    return {local.toStdU16String(), stem.toStdU16String(), domain.toStdU16String(),
            !isRoleAddress(address) && !isNoReply(address), isFreeMail(domain)};
}

/// An initial stands for the letter as it is written, or as other spellings of the name write it: Y. is Yuki, J. Yuri.
bool sameInitial(const Features& a, const Features& b) {
    return a.given.front() == b.given.front() || a.initial == b.initial || a.initial == b.given.front() ||
           a.given.front() == b.initial;
}

qint8 compareGiven(const Features& a, const Features& b) {
    if (a.given.empty() || b.given.empty()) {
        return nothingSaid;
    }
    if (a.given == b.given) {
        return a.given.size() > 1 ? GivenSame : GivenInitial;
    }
    if (a.given.size() == 1 || b.given.size() == 1) {
        return sameInitial(a, b) ? GivenInitial : GivenOther;
    }
    if (sameFirstName(a.givenWord, b.givenWord) || sameFirstName(a.givenLatin, b.givenLatin)) {
        return GivenNickname;
    }
    const double like = jaroWinkler(a.given, b.given);
    return like >= kAlike ? GivenNickname : like >= kFarAlike ? GivenLike : GivenOther;
}

qint8 compareSurname(const std::u16string& a, const std::u16string& b) {
    if (a.empty() || b.empty()) {
        return nothingSaid;
    }
    if (a == b) {
        return SurnameSame;
    }
    const double like = jaroWinkler(a, b);
    return like >= kAlike ? SurnameLike : like >= kFarAlike ? SurnameFar : SurnameOther;
}

bool spellsName(const Features& one, const Mailbox& box) {
    return one.surname.size() > 2 &&
           oneSpelling(QString::fromStdU16String(box.stem)).find(one.surname) != std::u16string::npos;
}

qint8 compareMail(const Features& a, const Features& b) {
    qint8 best = nothingSaid;
    bool namesOnly = false;
    for (const Mailbox& one : a.mailboxes) {
        for (const Mailbox& other : b.mailboxes) {
            qint8 level = EmailOther;
            if (one.local == other.local && one.domain == other.domain) {
                level = one.own ? qint8(EmailSame) : qint8(EmailLike);
            } else if (one.own && other.own && one.stem == other.stem && qsizetype(one.stem.size()) >= kTellingLocal &&
                       one.domain != other.domain) {
                // A local part made of the name says no more than the name.
                level = spellsName(a, one) ? nothingSaid : qint8(EmailSameLocal);
            } else if (one.own && other.own && one.domain == other.domain && one.local.size() > 5 &&
                       jaroWinkler(one.local, other.local) >= 0.94) {
                level = EmailLike;
            }
            namesOnly = namesOnly || level == nothingSaid;
            best = std::max(best, level);
        }
    }
    return best == EmailOther && namesOnly ? nothingSaid : best;
}

std::u16string_view tailOf(const std::u16string& phone) {
    return std::u16string_view(phone).substr(phone.size() > kPhoneTail ? phone.size() - kPhoneTail : 0);
}

qint8 comparePhones(const Features& a, const Features& b) {
    qint8 best = a.phones.empty() || b.phones.empty() ? nothingSaid : qint8(PhoneOther);
    for (const auto& one : a.phones) {
        for (const auto& other : b.phones) {
            best = std::max(best, one == other                   ? qint8(PhoneSame)
                                  : tailOf(one) == tailOf(other) ? qint8(PhoneTail)
                                                                 : qint8(PhoneOther));
        }
    }
    return best;
}

bool shareWord(const std::vector<std::u16string>& a, const std::vector<std::u16string>& b, size_t least) {
    return std::ranges::any_of(
        a, [&](const auto& word) { return word.size() >= least && std::ranges::count(b, word) > 0; });
}

bool shareCompanyDomain(const Features& a, const Features& b) {
    return std::ranges::any_of(a.mailboxes, [&](const Mailbox& one) {
        return !one.free &&
               std::ranges::any_of(b.mailboxes, [&](const Mailbox& other) { return one.domain == other.domain; });
    });
}

/// "holmsteindiagnostics.example" is the house of Holmstein Diagnostics.
bool domainNames(const Features& one, const Features& other) {
    if (one.company.empty()) {
        return false;
    }
    return std::ranges::any_of(other.mailboxes, [&](const Mailbox& box) {
        return !box.free && std::ranges::all_of(one.company, [&](const auto& word) {
            return word.size() >= 3 && box.domain.find(word) != std::u16string::npos;
        });
    });
}

qint8 compareCompany(const Features& a, const Features& b) {
    const bool domain = shareCompanyDomain(a, b) || domainNames(a, b) || domainNames(b, a);
    if (a.company.empty() || b.company.empty()) {
        return domain ? qint8(CompanySame) : nothingSaid;
    }
    if (a.company == b.company || domain) {
        return CompanySame;
    }
    return shareWord(a.company, b.company, 4) ? CompanyPartly : CompanyOther;
}

qint8 compareTitle(const Features& a, const Features& b) {
    if (a.title.empty() || b.title.empty()) {
        return nothingSaid;
    }
    return a.title == b.title ? TitleSame : shareWord(a.title, b.title, 5) ? TitlePartly : TitleOther;
}

std::vector<std::u16string> sortedWords(const QStringList& words) {
    std::vector<std::u16string> sorted;
    for (const QString& word : words) {
        const QString latin = latinForm(word);
        if (!latin.isEmpty()) {
            sorted.push_back(latin.toStdU16String());
        }
    }
    std::sort(sorted.begin(), sorted.end());
    return sorted;
}

std::u16string joined(const std::vector<std::u16string>& words) {
    std::u16string all;
    for (const auto& word : words) {
        all += word + u' ';
    }
    return all;
}

}  // namespace

const std::u16string& FeatureMaker::spelling(const QString& word) {
    auto it = m_spellings.find(word);
    if (it == m_spellings.end()) {
        it = m_spellings.insert(word, oneSpelling(latinForm(word).remove(u' ')));
    }
    return *it;
}

const std::vector<std::u16string>& FeatureMaker::company(const QString& name) {
    auto it = m_companies.find(name);
    if (it == m_companies.end()) {
        it = m_companies.insert(name, sortedWords(companyWords(name)));
    }
    return *it;
}

const std::vector<std::u16string>& FeatureMaker::title(const QString& words) {
    auto it = m_titles.find(words);
    if (it == m_titles.end()) {
        it = m_titles.insert(words, sortedWords(text::folded(words).split(u' ', Qt::SkipEmptyParts)));
    }
    return *it;
}

Features FeatureMaker::of(const PersonRecord& record) {
    Features features;
    const QStringList words = nameWords(record.name);
    if (!words.isEmpty()) {
        features.givenWord = words.front();
        features.given = spelling(words.front());
        const QString latin = latinForm(words.front());
        features.initial = latin.isEmpty() ? u'\0' : latin.front().unicode();
        features.givenLatin = QString::fromStdU16String(features.given);
        const QString root = firstNameRoot(features.givenWord);
        features.givenRoot = spelling(root == features.givenWord ? firstNameRoot(features.givenLatin) : root);
    }
    if (words.size() > 1) {
        features.surname = spelling(words.back());
    }
    for (const QString& address : record.emails) {
        if (address.contains(u'@')) {
            features.mailboxes.push_back(mailboxOf(addressKey(address)));
        }
    }
    for (const QString& phone : record.phones) {
        if (phone.size() >= 6) {
            features.phones.push_back(phone.toStdU16String());
        }
    }
    for (const QString& id : record.externalIds) {
        features.externalIds.push_back(id.toStdU16String());
    }
    features.company = company(record.company);
    features.companyKey = joined(features.company);
    features.title = title(record.title);
    features.city = spelling(record.city);
    return features;
}

std::vector<int> levelsOfFields() {
    return {GivenSame + 1, SurnameSame + 1, EmailSame + 1, PhoneSame + 1, CompanySame + 1, TitleSame + 1, CitySame + 1};
}

std::vector<std::vector<double>> usualAgreement() {
    return {{0.02, 0.03, 0.05, 0.15, 0.75},
            {0.03, 0.02, 0.05, 0.9},
            {0.5, 0.02, 0.03, 0.45},
            {0.4, 0.02, 0.58},
            {0.25, 0.05, 0.7},
            {0.4, 0.1, 0.5},
            {0.2, 0.8}};
}

Agreement agreementOf(const Features& a, const Features& b) {
    Agreement agreement;
    agreement.fill(nothingSaid);
    agreement[Given] = compareGiven(a, b);
    agreement[Surname] = compareSurname(a.surname, b.surname);
    if (agreement[Surname] == SurnameOther && agreement[Given] == GivenOther && a.given == b.surname &&
        a.surname == b.given) {
        agreement[Given] = GivenSame;  // written in the other order
        agreement[Surname] = SurnameSame;
    }
    agreement[Email] = compareMail(a, b);
    agreement[Phone] = comparePhones(a, b);
    agreement[Company] = compareCompany(a, b);
    agreement[Title] = compareTitle(a, b);
    agreement[City] = a.city.empty() || b.city.empty() ? nothingSaid
                      : a.city == b.city               ? qint8(CitySame)
                                                       : qint8(CityOther);
    return agreement;
}

std::vector<BlockingPass> passesOf(const std::vector<Features>& features) {
    enum Pass {
        Address,
        External,
        PhoneNumber,
        FullName,
        Initial,
        Local,
        DomainName,
        CompanyGiven,
        Sound,
        Root,
        CompanyName,
        passCount
    };
    std::vector<BlockingPass> passes(passCount);
    for (auto& pass : passes) {
        pass.keys.resize(features.size());
    }
    passes[Address].deterministic = passes[External].deterministic = true;
    passes[Address].heldOut = {Email, Company};
    passes[PhoneNumber].heldOut = {Phone};
    passes[FullName].heldOut = passes[Initial].heldOut = passes[Sound].heldOut = {Given, Surname};
    passes[Root].heldOut = {Given, Surname};
    passes[CompanyName].heldOut = {Surname, Company};
    passes[Local].heldOut = {Email};
    passes[DomainName].heldOut = {Surname, Company, Given};
    passes[CompanyGiven].heldOut = {Given, Company};
    for (size_t i = 0; i < features.size(); ++i) {
        const Features& one = features[i];
        const auto add = [&](Pass pass, const std::u16string& word) {
            if (!word.empty()) {
                passes[pass].keys[i].push_back(blockingKey(word, pass));
            }
        };
        for (const Mailbox& box : one.mailboxes) {
            if (box.own) {
                add(Address, box.local + u'@' + box.domain);
                add(Local, qsizetype(box.stem.size()) >= kTellingLocal ? box.stem : std::u16string());
            }
            if (!box.free && !one.surname.empty()) {
                add(DomainName, box.domain + u' ' + one.surname.substr(0, 4));
            }
        }
        for (const auto& id : one.externalIds) {
            add(External, id);
        }
        for (const auto& phone : one.phones) {
            const std::u16string& name = one.surname.empty() ? one.given : one.surname;
            add(PhoneNumber, std::u16string(tailOf(phone)) + (name.empty() ? u'?' : name.front()));
        }
        if (!one.given.empty() && !one.surname.empty()) {
            add(FullName, std::min(one.given, one.surname) + u' ' + std::max(one.given, one.surname));
            add(Initial, one.surname + u' ' + one.given.front());
            if (one.initial != one.given.front()) {
                add(Initial, one.surname + u' ' + one.initial);
            }
            add(Root, one.surname + u' ' + one.givenRoot);
            add(Sound, soundOf(QString::fromStdU16String(one.surname)).toStdU16String() + u' ' +
                           soundOf(QString::fromStdU16String(one.given)).toStdU16String());
        }
        if (!one.companyKey.empty() && !one.given.empty()) {
            add(CompanyGiven, one.companyKey + one.given);
            add(CompanyName, one.surname.empty() ? std::u16string() : one.companyKey + one.surname);
        }
    }
    return passes;
}

bool sharesOwnAddress(const Features& a, const Features& b) {
    return std::ranges::any_of(a.mailboxes, [&](const Mailbox& one) {
        return one.own && std::ranges::any_of(b.mailboxes, [&](const Mailbox& other) {
                   return one.local == other.local && one.domain == other.domain;
               });
    });
}

bool sharesExternalId(const Features& a, const Features& b) {
    return std::ranges::any_of(a.externalIds,
                               [&](const auto& id) { return std::ranges::count(b.externalIds, id) > 0; });
}

bool contradict(const Features& a, const Features& b) {
    const Agreement agreement = agreementOf(a, b);
    if (agreement[Given] == GivenOther) {
        return true;
    }
    const bool unlike = agreement[Surname] == SurnameOther && agreement[Given] != GivenSame;
    const bool twoOfOneHouse = shareCompanyDomain(a, b) && agreement[Email] == EmailOther;
    return unlike || (twoOfOneHouse && (agreement[Surname] < SurnameSame || agreement[Given] < GivenInitial));
}

}  // namespace kith::people::duplicate_features
