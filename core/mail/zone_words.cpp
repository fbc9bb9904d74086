// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/mail/zone_words.h"

#include "core/mail/zone_lines.h"
#include "core/mail/zone_phrases.h"

#include <QList>

#include <algorithm>
#include <array>

namespace kith::mail {
namespace {

constexpr std::size_t slotCount = 4096;

std::size_t bucketOf(QChar first) {
    return first.unicode() % 64;
}

/// Chinese, Japanese, Korean: written without spaces, so that every character may start a phrase.
bool isIdeographic(QChar character) {
    return character.unicode() > 0x2E80;
}

std::size_t slotOf(QStringView folded, qsizetype at) {
    std::uint32_t hash = 2166136261U;
    for (; at < folded.size() && isWordCharacter(folded[at]); ++at) {
        hash = (hash ^ folded[at].unicode()) * 16777619U;
        if (isIdeographic(folded[at])) {
            break;
        }
    }
    return (hash ^ (hash >> 15)) % slotCount;
}

bool phraseAt(QStringView folded, qsizetype at, const QString& phrase) {
    const QStringView rest = folded.sliced(at);
    if (!rest.startsWith(phrase)) {
        return false;
    }
    return rest.size() == phrase.size() || !isWordCharacter(phrase.back()) || isIdeographic(phrase.back()) ||
           !isWordCharacter(rest[phrase.size()]);
}

struct FieldWord {
    QString word;
    HeaderField field;
};

void addFields(std::array<std::vector<FieldWord>, 64>& table, HeaderField field, const char16_t* words) {
    for (QStringView word : QStringView(words).split(u',')) {
        const FoldedStart folded(word.trimmed());
        table[bucketOf(folded.view().front())].push_back({folded.view().toString(), field});
    }
}

const std::array<std::vector<FieldWord>, 64>& fieldWords() {
    static const std::array<std::vector<FieldWord>, 64> table = [] {
        std::array<std::vector<FieldWord>, 64> made;
        addFields(
            made, HeaderField::From,
            u"from,von,de,da,van,fra,från,frå,lähettäjä,od,feladó,expéditeur,remitente,remetente,mittente,afzender,"
            u"absender,от,от кого,від,кимден,kimden,gönderen,από,nga,odesílatel,nadawca,отправитель,din,saatja,"
            u"nuo,no,发件人,寄件者,寄件人,差出人,送信者,보낸 사람,보낸사람,מאת,من,dari,từ,จาก,x-from,sent by,reply-to");
        addFields(made, HeaderField::To,
                  u"to,an,à,a,para,per,naar,aan,til,till,vastaanottaja,do,komu,címzett,destinataire,destinatario,"
                  u"destinatário,empfänger,кому,до,kime,kimden,προς,adresat,către,catre,saaja,kam,收件人,收件者,宛先,"
                  u"받는 사람,"
                  u"받는사람,אל,إلى,kepada,đến,ถึง,x-to,pre,za,primatelj,geadresseerde,ontvanger");
        addFields(made, HeaderField::Copy,
                  u"cc,bcc,kopie,kopi,kopia,copie,copie "
                  u"à,copia,cópia,копия,копія,bilgi,dw,udw,ccn,cci,cco,rcpt,抄送,副本,참조,"
                  u"עותק,نسخة,x-cc,x-bcc,másolatot kap,tiedoksi,kópia,κοιν,κοινοποίηση,tembusan");
        addFields(
            made, HeaderField::Date,
            u"date,sent,gesendet,datum,envoyé,envoyé le,enviado,enviado el,enviado em,enviada em,enviada,inviato,data,"
            u"verzonden,sendt,skickat,skickades,dato,lähetetty,päivämäärä,päiväys,wysłano,odesláno,elküldve,dátum,"
            u"отправлено,дата,надіслано,gönderildi,gönderilme tarihi,tarih,ημερομηνία,στάλθηκε,trimis,data wysłania,"
            u"fecha,date d'envoi,poslano,odoslané,发送时间,寄件日期,发送日期,日期,时间,日時,送信日時,날짜,보낸 "
            u"날짜,נשלח,תאריך,"
            u"تاريخ,تم الإرسال,dikirim,tanggal,ngày,วันที่,send time,datetime,sent on,received,date sent");
        addFields(
            made, HeaderField::Subject,
            u"subject,betreff,objet,asunto,assunto,oggetto,onderwerp,emne,ämne,aihe,temat,předmět,predmet,tárgy,"
            u"тема,konu,θέμα,subiect,subject line,re,betr,主题,主旨,标题,件名,제목,נושא,الموضوع,perihal,chủ đề,เรื่อง,"
            u"teema,tema,asia,assumpte,x-subject");
        addFields(
            made, HeaderField::Other,
            u"importance,sensitivity,attachments,attachment,reply to,priority,message-id,mime-version,content-type,"
            u"content-transfer-encoding,organization,newsgroups,x-mailer,x-priority,x-folder,x-origin,x-filename,"
            u"please respond to,in-reply-to,references,return-path,received from,user-agent,wichtigkeit,anlagen,"
            u"pièces jointes,importancia,datos adjuntos,allegati,priorität,organisation,antwort an,répondre à,"
            u"responder a,rispondi a,bijlagen,prioridade,anexos,conversation,auto-submitted,list-id,categories,"
            u"delivered-to,resent-from,resent-to,resent-date,x-mozilla-status,x-mozilla-status2,x-accept-language,"
            u"location,when,where,sender,fax to,x-sender,x-mimeole,x-originating-ip,errors-to,precedence,status");
        return made;
    }();
    return table;
}

}  // namespace

PhraseIndex::PhraseIndex()
    : m_slots(slotCount) {
    addPhrases([this](WordClass kind, const char16_t* words) { add(kind, words); });
}

void PhraseIndex::add(WordClass kind, const char16_t* commaSeparated) {
    for (QStringView word : QStringView(commaSeparated).split(u',')) {
        const FoldedStart folded(word.trimmed());
        if (folded.view().isEmpty()) {
            continue;
        }
        const QString phrase = folded.view().toString();
        std::vector<Entry>& slot = m_slots[slotOf(phrase, 0)];
        const auto known = std::find_if(slot.begin(), slot.end(), [&](const Entry& e) { return e.phrase == phrase; });
        if (known == slot.end()) {
            slot.push_back({phrase, kind});
        } else {
            known->classes |= kind;
        }
    }
}

std::uint32_t PhraseIndex::classesAt(QStringView folded, qsizetype at) const {
    std::uint32_t classes = 0;
    for (const Entry& entry : m_slots[slotOf(folded, at)]) {
        if (phraseAt(folded, at, entry.phrase)) {
            classes |= entry.classes;
        }
    }
    return classes;
}

qsizetype PhraseIndex::lengthAtStart(QStringView folded, std::uint32_t classes) const {
    qsizetype longest = 0;
    if (folded.isEmpty()) {
        return longest;
    }
    for (const Entry& entry : m_slots[slotOf(folded, 0)]) {
        if ((entry.classes & classes) != 0 && entry.phrase.size() > longest && phraseAt(folded, 0, entry.phrase)) {
            longest = entry.phrase.size();
        }
    }
    return longest;
}

std::uint32_t PhraseIndex::classesWithin(QStringView folded) const {
    std::uint32_t classes = 0;
    bool inWord = false;
    for (qsizetype at = 0; at < folded.size(); ++at) {
        const bool word = isWordCharacter(folded[at]);
        if (word && (!inWord || isIdeographic(folded[at]))) {
            classes |= classesAt(folded, at);
        }
        inWord = word;
    }
    return classes;
}

const PhraseIndex& phrases() {
    static const PhraseIndex index;
    return index;
}

HeaderField headerField(QStringView folded) {
    qsizetype from = 0;
    while (from < folded.size() &&
           (folded[from] == u'*' || folded[from] == u' ' || folded[from] == u'|' || folded[from] == u'_')) {
        ++from;
    }
    const QStringView rest = folded.sliced(from);
    if (rest.isEmpty() || (!rest.first(std::min<qsizetype>(rest.size(), 34)).contains(u':') &&
                           !rest.first(std::min<qsizetype>(rest.size(), 34)).contains(QChar(0xFF1A)))) {
        return HeaderField::None;
    }
    for (const FieldWord& entry : fieldWords()[bucketOf(rest.front())]) {
        if (!rest.startsWith(entry.word)) {
            continue;
        }
        qsizetype at = entry.word.size();
        while (at < rest.size() && (rest[at] == u' ' || rest[at] == u'*' || rest[at] == u'_')) {
            ++at;
        }
        if (at < rest.size() && (rest[at] == u':' || rest[at].unicode() == 0xFF1A)) {
            return entry.field;
        }
    }
    return HeaderField::None;
}

}  // namespace kith::mail
