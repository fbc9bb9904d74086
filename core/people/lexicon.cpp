// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/people/lexicon.h"

#include "core/base/text.h"

#include <QHash>
#include <QSet>
#include <QStringList>

#include <algorithm>
#include <array>
#include <vector>

namespace kith::people {
namespace {

struct Lexicon {
    QHash<QString, std::uint32_t> words;
    std::vector<std::pair<QString, std::uint32_t>> endings;

    Lexicon() {
        const AddWords add = [this](std::uint32_t sense, const char16_t* list) {
            const QStringList parts = QString::fromUtf16(list).split(u' ', Qt::SkipEmptyParts);
            for (const QString& part : parts) {
                if (part.startsWith(u'*')) {
                    endings.emplace_back(wordKey(QStringView(part).mid(1)), sense);
                } else {
                    words[wordKey(part)] |= sense;
                }
            }
        };
        addCardWords(add);
        addLabelWords(add);
    }
};

const Lexicon& lexicon() {
    static const Lexicon words;
    return words;
}

using RegionWords = QHash<QString, QList<RegionHint>>;

using AddRegion = std::function<void(const char16_t*, double, const char16_t*)>;

void addPlaceRegions(const AddRegion& add) {
    add(u"DE", 3, u"deutschland germany allemagne alemania alemanha germania duitsland tyskland niemcy");
    add(u"AT", 3, u"österreich austria autriche oostenrijk österrike wien vienna");
    add(u"CH", 3, u"schweiz switzerland suisse svizzera suiza zürich");
    add(u"FR", 3, u"frankreich france francia frankrijk frankrike paris lyon");
    add(u"IT", 3, u"italien italy italia italie italië milano roma");
    add(u"ES", 3, u"spanien spain españa espagne spagna spanje madrid barcelona");
    add(u"PT", 3, u"portugal lisboa porto");
    add(u"BR", 3, u"brasil brazil brasilien");
    add(u"NL", 3, u"nederland netherlands niederlande amsterdam rotterdam");
    add(u"BE", 3, u"belgien belgium belgië belgique bruxelles brussel");
    add(u"GB", 3, u"uk england scotland wales kingdom london");
    add(u"IE", 3, u"ireland irland éire dublin");
    add(u"US", 3, u"usa");
    add(u"CA", 3, u"canada kanada");
    add(u"AU", 3, u"australia australien");
    add(u"SE", 3, u"sverige sweden schweden stockholm göteborg");
    add(u"NO", 3, u"norge norway norwegen oslo");
    add(u"DK", 3, u"danmark denmark dänemark københavn copenhagen");
    add(u"FI", 3, u"suomi finland finnland helsinki");
    add(u"PL", 3, u"polska poland polen warszawa kraków");
    add(u"CZ", 3, u"česko czechia czech tschechien praha brno");
    add(u"SK", 3, u"slovensko slovakia slowakei bratislava");
    add(u"RU", 3, u"россия russia russland москва moscow");
    add(u"UA", 3, u"україна ukraine");
    add(u"IN", 3, u"india indien");
    add(u"JP", 3, u"japan 日本");
    add(u"MX", 3, u"méxico mexico");
    add(u"AR", 3, u"argentina");
}

void addCustomRegions(const AddRegion& add) {
    add(u"DE", 1, u"gmbh ug kg ohg gbr ev mbh durchwahl mobilfunk büro telefax straße strasse");
    add(u"CH", 1.1, u"sàrl");
    add(u"FR", 1, u"sas sarl eurl télécopie téléphone rue boulevard portable");
    add(u"IT", 1, u"srl spa snc cellulare via viale piazza corso");
    add(u"ES", 1, u"sl slu móvil teléfono calle avda");
    add(u"PT", 1, u"lda telemóvel telefone rua praça");
    add(u"BR", 1.2, u"ltda eireli celular");
    add(u"NL", 1, u"bv telefoon mobiel straat");
    add(u"SE", 1, u"mobiltelefon växel gatan ab");
    add(u"NO", 1, u"asa mob tlf");
    add(u"DK", 1, u"aps vej tlf");
    add(u"FI", 1, u"oy oyj puh gsm katu");
    add(u"PL", 1, u"zoo kom ul ulica telkom faks");
    add(u"CZ", 1, u"sro ulice náměstí nám");
    add(u"GB", 1, u"ltd plc llp limited");
    add(u"US", 1, u"inc llc corp incorporated corporation");
    add(u"AU", 1.2, u"pty");
    add(u"RU", 1, u"ооо оао зао тел моб факс ул улица");
}

/// Closings and small words: weak signs, of the language more than of the country.
void addTongueRegions(const AddRegion& add) {
    add(u"DE", 0.4, u"grüßen grüße gruß mfg freundlichen viele vielen dank und nicht wir ich telefon mobil tel handy");
    add(u"AT", 0.2, u"grüßen grüße telefon");
    add(u"CH", 1, u"mwst eidg natel treuhand");
    add(u"DK", 0.8, u"kh indehaver direktør medarbejder cvr");
    add(u"NO", 0.8, u"daglig sjef salgssjef mva");
    add(u"FR", 0.4, u"cordialement salutations bonjour vous nous pour est merci ligne standard directe tel");
    add(u"ES", 0.4, u"saludos saludo atentamente gracias usted para con por el los móvil tel");
    add(u"IT", 0.4, u"saluti cordiali distinti grazie per della sono che tel cell");
    add(u"PT", 0.4, u"cumprimentos obrigado obrigada para com não uma telef");
    add(u"BR", 0.5, u"atenciosamente att abs abraços");
    add(u"NL", 0.4, u"groet groeten vriendelijke bedankt het een voor ik je");
    add(u"SE", 0.4, u"hälsningar hälsning vänliga vänlig mvh tack och jag för telefon mobil");
    add(u"DK", 0.4, u"hilsen venlig tak og jeg ikke telefon mobil");
    add(u"NO", 0.4, u"hilsen vennlig takk og jeg ikke telefon mobil");
    add(u"FI", 0.4, u"terveisin ystävällisin kiitos ja puh");
    add(u"PL", 0.4, u"pozdrawiam poważaniem dziękuję się nie jest do telefon tel kom");
    add(u"CZ", 0.4, u"pozdravem děkuji je na se tel mobil telefon");
    add(u"RU", 0.4, u"уважением спасибо и в на до не");
}

RegionWords regionWords() {
    RegionWords hints;
    const AddRegion add = [&](const char16_t* region, double weight, const char16_t* list) {
        const QStringList parts = QString::fromUtf16(list).split(u' ', Qt::SkipEmptyParts);
        for (const QString& part : parts) {
            hints[wordKey(part)].append({QString::fromUtf16(region), weight});
        }
    };
    addPlaceRegions(add);
    addCustomRegions(add);
    addTongueRegions(add);
    return hints;
}

constexpr std::array kNicknames{u"robert bob rob bobby bert",
                                u"william will bill billy liam",
                                u"richard rick dick rich",
                                u"james jim jimmy jamie",
                                u"john jack johnny jon",
                                u"jonathan jon jonny",
                                u"michael mike mick micha michi mischa",
                                u"thomas tom tommy",
                                u"elizabeth liz beth betty eliza lisa",
                                u"katherine catherine kate katie kathy cathy katharina kathi",
                                u"margaret maggie meg peggy greta",
                                u"alexander alex sascha sasha xander",
                                u"alexandra alex sandra sasha",
                                u"andreas andi andy",
                                u"andrew andy drew",
                                u"christopher chris kit",
                                u"christian chris",
                                u"christina chris tina",
                                u"daniel dan danny dani",
                                u"david dave",
                                u"edward ed eddie ted",
                                u"benjamin ben benny",
                                u"samuel sam",
                                u"samantha sam",
                                u"joseph joe joey",
                                u"josef sepp jo",
                                u"stephen steve steven",
                                u"stefan steff",
                                u"matthew matt",
                                u"matthias matze mats",
                                u"nicholas nick nico nicolas",
                                u"anthony tony",
                                u"antonio toni tonio",
                                u"charles charlie chuck",
                                u"patrick pat paddy",
                                u"patricia pat trish patty",
                                u"susan sue susie",
                                u"susanne susi",
                                u"deborah deb debbie",
                                u"jennifer jen jenny",
                                u"jessica jess",
                                u"rebecca becky",
                                u"victoria vicky tori",
                                u"gregory greg",
                                u"jeffrey jeff",
                                u"kenneth ken",
                                u"lawrence larry",
                                u"philip phil",
                                u"ronald ron",
                                u"timothy tim",
                                u"walter walt",
                                u"johannes hannes hans jo",
                                u"maximilian max",
                                u"sebastian basti seb",
                                u"friedrich fritz fred",
                                u"wolfgang wolf",
                                u"ulrich uli",
                                u"heinrich heiner heinz",
                                u"giuseppe beppe peppe pino",
                                u"francesco franco",
                                u"francisco paco pancho curro",
                                u"josé pepe",
                                u"ignacio nacho",
                                u"guillermo memo",
                                u"eduardo edu",
                                u"jan honza",
                                u"małgorzata gosia",
                                u"katarzyna kasia",
                                u"aleksandra ola",
                                u"tomasz tomek",
                                u"дмитрий дима",
                                u"александр саша",
                                u"алексей лёша",
                                u"екатерина катя",
                                u"мария маша",
                                u"johanna hanna jo",
                                u"wilhelmina mina",
                                u"theodore ted theo",
                                u"dmitry dmitri dmitriy dima mitya",
                                u"sergey sergei seryozha",
                                u"ekaterina katya katia",
                                u"maria masha"};

std::vector<QStringList> nicknameSets() {
    std::vector<QStringList> all;
    all.reserve(kNicknames.size());
    for (const char16_t* set : kNicknames) {
        all.push_back(text::folded(QString::fromUtf16(set)).split(u' '));
    }
    return all;
}

}  // namespace

QString wordKey(QStringView word) {
    QString key;
    key.reserve(word.size());
    bool plain = true;
    for (const QChar c : word) {
        if (c.unicode() >= 128) {
            plain = false;
            break;
        }
        if (c != u'.') {
            key.append(c >= u'A' && c <= u'Z' ? QChar(c.unicode() + 32) : c);
        }
    }
    return plain ? key : text::folded(word).remove(u'.');
}

std::uint32_t sensesOf(const QString& key) {
    const auto found = lexicon().words.constFind(key);
    std::uint32_t senses = found == lexicon().words.constEnd() ? 0U : *found;
    if (senses == 0 && key.size() >= 6 && key.size() <= 48 && key.front().isLetter()) {
        for (const auto& [ending, sense] : lexicon().endings) {
            if (key.size() > ending.size() + 1 && key.endsWith(ending)) {
                senses |= sense;
            }
        }
    }
    return senses;
}

QList<RegionHint> regionsOfWord(const QString& key) {
    static const RegionWords hints = regionWords();
    return hints.value(key);
}

namespace {

const QHash<QString, QStringList>& firstNameSets() {
    static const QHash<QString, QStringList> sets = [] {
        QHash<QString, QStringList> index;
        for (const QStringList& set : nicknameSets()) {
            for (const QString& name : set) {
                index[name].append(set.front());
            }
        }
        return index;
    }();
    return sets;
}

}  // namespace

bool sameFirstName(const QString& one, const QString& other) {
    if (one == other) {
        return true;
    }
    const auto mine = firstNameSets().constFind(one);
    const auto theirs = firstNameSets().constFind(other);
    return mine != firstNameSets().cend() && theirs != firstNameSets().cend() &&
           std::any_of(mine->begin(), mine->end(), [&](const QString& set) { return theirs->contains(set); });
}

QString firstNameRoot(const QString& name) {
    const auto sets = firstNameSets().constFind(name);
    return sets == firstNameSets().cend() ? name : sets->front();
}

bool isFreeMail(const QString& domain) {
    static const QSet<QString> names = [] {
        const QStringList list =
            QStringLiteral(
                "gmail googlemail yahoo ymail rocketmail hotmail outlook live msn aol gmx web freenet t-online icloud "
                "me mac "
                "proton protonmail pm mail yandex ya rambler bk inbox list zoho fastmail hey tutanota tuta posteo "
                "mailbox "
                "arcor online orange wanadoo free laposte sfr neuf bbox libero virgilio alice tin tiscali terra uol "
                "bol ig "
                "ziggo kpnmail planet xs4all hetnet telenet skynet bluewin sunrise hispeed comcast verizon att "
                "sbcglobal "
                "bellsouth cox charter earthlink shaw rogers sympatico btinternet ntlworld sky talktalk virginmedia "
                "blueyonder wp o2 onet interia seznam centrum volny telia comhem hushmail qq 163 126 naver daum")
                .split(u' ');
        return QSet<QString>(list.begin(), list.end());
    }();
    return names.contains(domain.section(u'.', 0, 0)) && domain.count(u'.') <= 2;
}

}  // namespace kith::people
