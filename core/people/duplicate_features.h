// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// A contact in the forms in which two of them are compared; only duplicates.h includes it.
#pragma once

#include "core/people/duplicates.h"

#include <QHash>

#include <string>
#include <vector>

namespace kith::people::duplicate_features {

enum Field { Given, Surname, Email, Phone, Company, Title, City, fieldCount };
enum GivenLevel : qint8 { GivenOther, GivenLike, GivenInitial, GivenNickname, GivenSame };
enum SurnameLevel : qint8 { SurnameOther, SurnameFar, SurnameLike, SurnameSame };
enum EmailLevel : qint8 { EmailOther, EmailLike, EmailSameLocal, EmailSame };
enum PhoneLevel : qint8 { PhoneOther, PhoneTail, PhoneSame };
enum CompanyLevel : qint8 { CompanyOther, CompanyPartly, CompanySame };
enum TitleLevel : qint8 { TitleOther, TitlePartly, TitleSame };
enum CityLevel : qint8 { CityOther, CitySame };

struct Mailbox {
    std::u16string local;
    std::u16string stem;  ///< local without figures at its end
    std::u16string domain;
    bool own{false};  ///< of one person: not a function's, not a machine's
    bool free{false};
};

struct Features {
    std::u16string given;     ///< Latin, small, one spelling
    char16_t initial{u'\0'};  ///< of the given name as it is written in Latin
    std::u16string surname;
    QString givenWord;  ///< folded as written, for nicknames
    QString givenLatin;
    std::u16string givenRoot;  ///< of all its short forms
    std::vector<Mailbox> mailboxes;
    std::vector<std::u16string> phones;
    std::vector<std::u16string> externalIds;
    std::vector<std::u16string> company;  ///< words without legal forms, sorted
    std::vector<std::u16string> title;
    std::u16string city;
    std::u16string companyKey;
};

/// Remembers words that it has seen: names and companies come again and again.
class FeatureMaker {
public:
    Features of(const PersonRecord& record);

private:
    const std::u16string& spelling(const QString& word);
    const std::vector<std::u16string>& company(const QString& name);
    const std::vector<std::u16string>& title(const QString& words);

    QHash<QString, std::u16string> m_spellings;
    QHash<QString, std::vector<std::u16string>> m_companies;
    QHash<QString, std::vector<std::u16string>> m_titles;
};

std::vector<int> levelsOfFields();
/// How two records of one person usually agree: for books too small to learn from.
std::vector<std::vector<double>> usualAgreement();
Agreement agreementOf(const Features& a, const Features& b);
std::vector<BlockingPass> passesOf(const std::vector<Features>& features);

bool sharesOwnAddress(const Features& a, const Features& b);
bool sharesExternalId(const Features& a, const Features& b);
/// Must never be joined: unlike first names, or two people of one company with their own addresses and unlike names.
bool contradict(const Features& a, const Features& b);

/// How often a record's value occurs among all.
class Frequencies {
public:
    explicit Frequencies(const std::vector<Features>& features);
    double of(int field, int record) const;

private:
    std::vector<float> m_given;
    std::vector<float> m_surname;
    std::vector<float> m_company;
};

}  // namespace kith::people::duplicate_features
