// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The words around values: labels of numbers and addresses, closings, what the law wants, words of sentences.
#include "core/people/lexicon.h"

namespace kith::people {
namespace {

void addPhoneLabels(const AddWords& add) {
    add(MobileSense,
        u"m c mob mobile mobil mobiltelefon mobilfunk handy cell cellular cellphone cel celular celu móvil movil movel "
        u"móvel "
        u"telemóvel tlm portable gsm cellulare port mobiel mobilnr mobilní komórka kom телмоб моб м мобильный "
        u"мобильный "
        u"сотовый matkapuhelin natel whatsapp 手机 携帯 휴대폰 мобилен mobiltlf mobilt");
    add(FaxSense,
        u"f fax telefax fx facsimile télécopie télécopieur telecopie faks факс ф 传真 ファックス 팩스 faksi telfax");
    add(DirectSense,
        u"d direct directo direkt direkte direct-dial ddi did dd durchwahl dw dir durchw direktwahl direktnummer "
        u"diretto doorkiesnummer doorkies прямой ligne");
    add(WorkSense,
        u"o w office work büro buero b bur bureau oficina ufficio kantoor kontor kontoret zentrale hauptnummer main "
        u"switchboard standard firma business escritório praca práce práca рабочий biuro centrala växel dienstlich");
    add(PhoneSense, u"t p tel phone ph telephone telefon telephon fon tél téléphone telefono teléfono tlf tfn telefone "
                    u"telefoon puh "
                    u"puhelin тел т телефон tel/fax telnr call 电话 電話 전화 fono te telf tfno hotline tln");
    add(HomeSense, u"h home privat private privé privat casa particular домашний");
}

void addOtherLabels(const AddWords& add) {
    add(MailSense,
        u"e e-mail email mail mailto courriel correo eposta e-post epost sähköposti почта эл.почта mel posta "
        u"e-mailová @ 邮箱 メール");
    add(WebSense, u"web website w www homepage internet url site sito sitio webseite webbplats blog linkedin online "
                  u"strona сайт hjemmeside xing twitter github visit");
    add(NoPhoneSense,
        u"order orders bestellung bestellnummer bestell-nr auftrag auftragsnummer invoice rechnung rechnungsnummer "
        u"rechnungsnr facture factura fattura iban bic swift blz konto kontonummer kto account acct bank sort vat "
        u"vat-id ust ust-id ustid ust-idnr ustidnr uid uid-nr mwst tva btw btw-nr moms p.iva piva iva cif nif nip "
        u"regon company "
        u"krs siret siren rcs naf ape kvk cvr cvr-nr orgnr org-nr org.nr org ico ičo dič dic инн огрн кпп окпо abn acn "
        u"hrb hra hr-nr registernummer registration registered reg regno companyno ticket case ref reference referenz "
        u"id meeting-id passcode password pin code customer kunden kundennummer kundennr kunde client steuer "
        u"steuernummer steuernr st-nr stnr vertrag contract policy licence license lic serial sn sku model version "
        u"ticketnummer vorgang aktenzeichen az zeichen nummer reklamation dossier cnpj cpf rfc cuit nit duns lei gln "
        u"ean isbn issn personalnummer crn charity eori wee weee lucid p.i. c.f. codice cod zamówienie objednávka "
        u"faktura factuur rekening rekeningnummer bankgiro bg plusgiro conto cuenta conta счет заказ bar finra nmls "
        u"dre");
    add(ImprintSense,
        u"amtsgericht handelsregister registergericht hrb hra firmenbuch sitz gesellschaft aufsichtsrat aufsichtsrats "
        u"registered registernummer rcs siret siren kvk cvr ust-idnr ust-id ustid steuernummer vat iban bic "
        u"firmenbuchnummer geschäftssitz firmensitz impressum krs regon инн огрн p.iva piva kapitał capitale companies "
        u"incorporated-in rejstřík ičo dič");
    add(OtherPersonSense,
        u"assistant assistent assistentin assistenz assistente asistente assistante secretary sekretariat sekretärin "
        u"secretariat secretaria segreteria secrétariat pa ea vorzimmer geschäftsführer geschäftsführerin "
        u"geschäftsführung vorstand vorsitzender vorsitzende aufsichtsratsvorsitzender gérant amministratore prezes "
        u"jednatel директор directors director directeur ceo cc vertretungsberechtigt vertreten managing inhaber");
}

void addLetterWords(const AddWords& add) {
    add(CloseSense,
        u"regards best kind kindest warm warmest wishes cheers sincerely yours truly faithfully respectfully cordially "
        u"thanks thank thx rgds br kr brgds love hugs greetings "
        u"mit freundlichen freundlichem freundliche freundlicher grüßen grüssen gruß gruss grüße grüsse viele liebe "
        u"lieben "
        u"beste besten herzliche herzlichen schöne lg vg mfg bg hochachtungsvoll danke dank vielen ihr ihre euer eure "
        u"dein "
        u"deine cordialement bien sincères salutations meilleures amicalement merci cdlt cdt votre respectueusement "
        u"saludos saludo cordiales cordial atentamente cordialmente abrazo gracias atte "
        u"atenciosamente cumprimentos melhores abraço abraços obrigado obrigada att saudações "
        u"cordiali distinti saluti grazie met vriendelijke hartelijke groet groeten mvg bedankt "
        u"vänliga vänlig hälsningar hälsning mvh tack bästa venlig hilsen mange vennlig kh vh tak takk hilsner "
        u"ystävällisin terveisin kiitos pozdrawiam pozdrowienia poważaniem serdecznie dziękuję "
        u"pozdravem pozdravom děkuji úctou zdraví uważaniem "
        u"уважением спасибо наилучшими пожеланиями всего доброго 敬具 此致 敬礼 谢谢 よろしくお願いいたします "
        u"감사합니다");
    add(CommonSense,
        u"the a an and or of for with to in on at is are was we you your our my please this that it if be will have "
        u"not "
        u"from by as can all any visit follow join read more click here sent get download book see call new now "
        u"der die das und oder für mit zu im ist sind wir sie ihre unsere nicht bitte von auf aus bei ein eine "
        u"gesendet "
        u"besuchen folgen le la les et ou pour avec dans est sont nous vous notre nos votre vos ce cette envoyé un une "
        u"el los las y o para con en es son nosotros usted nuestro su este enviado por "
        u"il lo gli e per con in sono noi nostro questo inviato da mio "
        u"o os as e ou para com em é são nós nosso enviado meu de het een en of voor met naar op zijn wij u onze "
        u"verzonden och eller för med till är vi ni vår skickat från og eller for til er sendt fra "
        u"i lub dla z do jest są my nasz wysłano a nebo pro s na je odesláno и или для с в не это мы вы отправлено "
        u"iphone ipad android samsung outlook confidential disclaimer privacy hours monday friday mon fri montag "
        u"freitag "
        u"mo-fr january february march april may june july august september october november december januar");
}

}  // namespace

void addLabelWords(const AddWords& add) {
    addPhoneLabels(add);
    addOtherLabels(add);
    addLetterWords(add);
}

}  // namespace kith::people
