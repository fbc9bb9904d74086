// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/intake/csv_header_words.h"

#include "core/base/text.h"

#include <QSet>
#include <QStringList>

namespace kith::intake {

namespace {

QStringList headerTokens(const QString& header) {
    QString spaced;
    for (qsizetype i = 0; i < header.size(); ++i) {
        const QChar c = header.at(i);
        if (i > 0 && c.isUpper() && header.at(i - 1).isLower()) {
            spaced += u' ';
        }
        spaced += c.isLetterOrNumber() ? c : QChar(u' ');
    }
    return text::folded(spaced).split(u' ', Qt::SkipEmptyParts);
}

QSet<QString> headerSet(const char* words) {
    const QStringList list = QString::fromUtf8(words).split(u' ', Qt::SkipEmptyParts);
    QSet<QString> set;
    for (const QString& word : list) {
        set.insert(text::folded(word));
    }
    return set;
}

const QSet<QString>& phoneWords() {
    static const QSet<QString> words = headerSet(
        "phone phones telephone tel telefon telefone telefono téléphone mobile mobil mobiltelefon handy cell cellphone "
        "cellular celular móvil fax telefax telefonnummer telefonnr telephon phonenumber телефон моб мобильный факс "
        "電話 "
        "电话 手机 携帯 전화 telefoon gsm portable puhelin telefoni pager tlf rufnummer durchwahl");
    return words;
}

const QSet<QString>& dateWords() {
    static const QSet<QString> words = headerSet("date dates day datum birthday birthdate geburtstag geburtsdatum "
                                                 "erstkontakt created updated modified when since "
                                                 "fecha data дата 日期 日付 날짜 fødselsdato naissance nascimento "
                                                 "nascita timestamp time kontaktiert anniversary "
                                                 "closed start end due päivä tarih dato");
    return words;
}

const QSet<QString>& codeWords() {
    static const QSet<QString> words = headerSet("zip zipcode postal postcode plz postleitzahl cap cep code sic iban");
    return words;
}

const QSet<QString>& commonWords() {
    static const QSet<QString> words = headerSet(
        "name names first last middle full given family surname forename firstname lastname nickname vorname nachname "
        "familienname prénom nom nombre nombres apellido apellidos nome cognome sobrenome naam voornaam achternaam "
        "imię "
        "nazwisko имя фамилия отчество фио 姓名 姓 名 氏名 이름 성명 förnamn efternamn namn fornavn etternavn etunimi "
        "sukunimi jméno příjmení ad soyad isim név email mail emails e address adresse dirección indirizzo endereço "
        "adres "
        "адрес почта 邮箱 メール 이메일 correo courriel epost sähköposti company firma organization organisation "
        "account entreprise société empresa azienda società bedrijf företag компания организация 公司 会社 회사 "
        "unternehmen title titel position role job funktion poste cargo puesto ruolo funzione stanowisko должность "
        "职位 "
        "役職 직책 befattning id record key number no nr nummer numéro número city stadt ort ville ciudad città cidade "
        "stad miasto город 城市 country land pays país paese kraj страна 国家 state region province bundesland street "
        "straße strasse rue calle via ulica улица notes note notiz notizen bemerkung comment comments kommentar "
        "remarques "
        "notas website web url homepage site webseite linkedin twitter facebook instagram industry branche type status "
        "stage owner source quelle lead tags tag label category kategorie group groups gender geschlecht amount betrag "
        "price preis total value wert currency quantity qty menge description beschreibung department abteilung "
        "created modified language sprache salutation anrede deal value year month jahr monat age alter");
    return words;
}

bool anyIn(const QString& header, const QSet<QString>& words) {
    const QStringList tokens = headerTokens(header);
    return std::any_of(tokens.begin(), tokens.end(), [&](const QString& token) { return words.contains(token); });
}

}  // namespace

bool headerSays(const QString& header, HeaderSense sense) {
    switch (sense) {
    case HeaderSense::Phone:
        return anyIn(header, phoneWords());
    case HeaderSense::Date:
        return anyIn(header, dateWords());
    case HeaderSense::Code:
        return anyIn(header, codeWords());
    }
    return false;
}

bool isHeaderWord(const QString& cell) {
    return cell.size() <= 40 && (anyIn(cell, commonWords()) || anyIn(cell, phoneWords()) || anyIn(cell, dateWords()) ||
                                 anyIn(cell, codeWords()));
}

}  // namespace kith::intake
