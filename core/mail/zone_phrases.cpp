// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/mail/zone_phrases.h"

namespace kith::mail {
namespace {

using AddPhrases = std::function<void(WordClass, const char16_t*)>;

void addLetterPhrases(const AddPhrases& add) {
    add(GreetingWord,
        u"hi,hello,hey,dear,good morning,good afternoon,good evening,greetings,hiya,howdy,gentlemen,ladies,team,all,"
        u"everyone,folks,guys,hi all,hello everyone,to whom it may concern,morning,good day,"
        u"hallo,guten tag,guten morgen,guten abend,liebe,lieber,sehr geehrte,sehr geehrter,geehrte,moin,servus,grüß "
        u"gott,"
        u"grüezi,werte,werter,bonjour,bonsoir,salut,cher,chère,chers,chères,madame,monsieur,mesdames,coucou,"
        u"hola,buenos días,buenas tardes,buenas,buen día,estimado,estimada,estimados,querido,querida,"
        u"olá,oi,bom dia,boa tarde,boa noite,prezado,prezada,prezados,caro,cara,caros,exmo,"
        u"ciao,buongiorno,buonasera,salve,gentile,gentili,egregio,spettabile,"
        u"beste,geachte,goedemorgen,goedemiddag,goedendag,dag,hoi,hej,hejsan,hei,god morgen,god dag,kære,kjære,bästa,"
        u"goddag,tere,moi,terve,hyvää päivää,hyvä,arvoisa,dzień dobry,cześć,witam,szanowny,szanowna,szanowni,drogi,"
        u"droga,dobrý den,ahoj,vážený,vážená,vážení,milý,milá,dobrý deň,kedves,tisztelt,szia,üdv,jó napot,bună,"
        u"bună ziua,stimate,stimată,dragă,здравствуйте,привет,добрый день,доброе утро,уважаемый,уважаемая,уважаемые,"
        u"дорогой,дорогая,добрий день,вітаю,шановний,шановна,здравей,здравейте,уважаеми,merhaba,sayın,selam,günaydın,"
        u"iyi günler,γεια,γεια σας,καλημέρα,αγαπητέ,αγαπητή,šalom,שלום,היי,مرحبا,السلام عليكم,您好,你好,尊敬的,"
        u"お世話になっております,こんにちは,안녕하세요,xin chào,kính gửi,halo,selamat "
        u"pagi,yth,poštovani,pozdravljeni,bok");
    add(ClosingWord,
        u"regards,best regards,kind regards,kindest regards,warm regards,warmest regards,with regards,with best "
        u"regards,"
        u"with kind regards,best,best wishes,with best wishes,all the best,cheers,sincerely,sincerely yours,"
        u"yours sincerely,yours truly,yours faithfully,very truly yours,yours,respectfully,respectfully "
        u"yours,cordially,"
        u"love,hugs,xoxo,take care,talk soon,talk to you soon,see you,see you soon,see ya,later,ttyl,rgds,br,kr,brgds,"
        u"warmly,have a great day,have a nice day,have a good weekend,have a great weekend,have a good one,ciao,"
        u"looking forward to hearing from you,until then,bye,"
        u"mit freundlichen grüßen,mit freundlichem gruß,freundliche grüße,freundliche grüsse,mit freundlichen grüssen,"
        u"viele grüße,viele grüsse,liebe grüße,liebe grüsse,beste grüße,beste grüsse,herzliche grüße,schöne grüße,gruß,"
        u"grüße,lg,vg,mfg,hochachtungsvoll,schönen tag noch,bis bald,bis dann,bis dahin,"
        u"cordialement,bien cordialement,bien à vous,bien à toi,sincères salutations,salutations,meilleures "
        u"salutations,"
        u"amicalement,amitiés,bonne journée,bonne soirée,à bientôt,cdlt,bises,veuillez agréer,respectueusement,"
        u"saludos,un saludo,saludos cordiales,atentamente,cordialmente,un abrazo,abrazos,atte,un cordial saludo,"
        u"hasta luego,hasta pronto,quedo atento,quedo atenta,"
        u"atenciosamente,cumprimentos,com os melhores cumprimentos,melhores cumprimentos,abraço,abraços,att,um abraço,"
        u"até logo,saudações,cordiali saluti,distinti saluti,saluti,un saluto,a presto,un caro saluto,buona giornata,"
        u"met vriendelijke groet,met vriendelijke groeten,vriendelijke groet,vriendelijke groeten,groeten,groet,mvg,"
        u"hartelijke groet,hartelijke groeten,tot ziens,"
        u"med vänliga hälsningar,med vänlig hälsning,vänliga hälsningar,hälsningar,mvh,vänligen,bästa hälsningar,"
        u"med venlig hilsen,venlig hilsen,de bedste hilsner,hilsen,kh,vh,med vennlig hilsen,vennlig hilsen,hilsner,"
        u"ystävällisin terveisin,terveisin,parhain terveisin,t,yt,pozdrawiam,z poważaniem,serdecznie pozdrawiam,"
        u"pozdrowienia,z wyrazami szacunku,s pozdravem,hezký den,zdraví,s úctou,s pozdravom,üdvözlettel,tisztelettel,"
        u"cu stimă,cu respect,toate cele bune,с уважением,всего доброго,с наилучшими пожеланиями,з повагою,до встречи,"
        u"поздрави,saygılarımla,saygılar,iyi çalışmalar,sevgiler,kolay gelsin,με εκτίμηση,φιλικά,χαιρετισμούς,בברכה,"
        u"مع تحياتي,تحياتي,此致,敬礼,祝好,顺祝商祺,よろしくお願いします,よろしくお願いいたします,敬具,감사합니다,trân "
        u"trọng,salam,hormat kami,"
        u"lep pozdrav,srdačan pozdrav,lijep pozdrav,pozdrav");
    add(ThanksWord,
        u"thanks,thank you,many thanks,thx,tia,thnx,thanks again,thanks in advance,ty,tks,much appreciated,"
        u"thanks and regards,thanks & regards,danke,vielen dank,besten dank,herzlichen dank,dankeschön,merci,"
        u"merci d'avance,merci beaucoup,gracias,muchas gracias,mil gracias,obrigado,obrigada,muito obrigado,grazie,"
        u"grazie mille,dank,dank je,dank u,bedankt,alvast bedankt,tack,tack på förhand,tak,mange tak,takk,på forhånd "
        u"tak,"
        u"kiitos,dziękuję,dzięki,děkuji,díky,ďakujem,köszönöm,köszi,mulțumesc,спасибо,заранее спасибо,дякую,"
        u"благодаря,teşekkürler,teşekkür ederim,ευχαριστώ,תודה,شكرا,谢谢,多谢,ありがとうございます,hvala,cảm ơn,terima "
        u"kasih");
}

void addQuotePhrases(const AddPhrases& add) {
    add(WroteWord,
        u"wrote,writes,said,schrieb,schrieben,hat geschrieben,a écrit,écrit,écrivait,escribió,ha escrito,escreveu,"
        u"ha scritto,scrive,ha scritto il,schreef,geschreven,skrev,kirjoitti,napisał,napisała,napisał(a),pisze,napsal,"
        u"napsala,napsal(a),napísal,napísala,írta,ezt írta,a scris,написа,пишет,написал,написала,писал,писала,написав,"
        u"пише,пишете,yazdı,şunları "
        u"yazdı,yazmış,έγραψε,כתב,כתבה,כתב/ה,كتب,写道,寫道,写到,書きました,のメール,のメッセージ,작성,"
        u"je napisao,je napisala,napisao,je pisao,rašė,rakstīja,kirjutas,va escriure,đã viết,menulis,เขียนว่า,skrifaði,"
        u"escribiu,idatzi du,님이 작성,wrote on,hat am,escrito,scritto");
    add(AttributionWord,
        u"on,in message,at,am,um,le,el,em,il,il giorno,op,den,på,ti,ke,pe,ma,to,la,su,lø,sø,on mon,dnia,w dniu,dne,dňa,"
        u"în,на,в,tarihinde,στις,ב,في,在,le lun,pada,vào,vid,dana,quoting,hat,mi,je,pt,śr,wt,pn,sob,niedz,"
        u"2019,2020,2021,2022,2023,2024,2025,2026,lun,mar,mer,jeu,ven,sam,dim,lunes,пн,вт,ср,чт,пт,сб,вс");
    add(OriginalWord,
        u"original message,original appointment,original-nachricht,forwarded message,forwarded by,forwarded mail,"
        u"forwarded letter,forward message,begin forwarded message,originalnachricht,ursprüngliche nachricht,"
        u"ursprünglicher termin,weitergeleitete nachricht,weitergeleitet von,message d'origine,message original,"
        u"message transféré,message initial,message réexpédié,transféré par,mail original,mensaje original,"
        u"mensaje reenviado,remitente original,reenviado por,mensagem original,mensagem encaminhada,encaminhado por,"
        u"messaggio originale,messaggio inoltrato,inoltrato da,oorspronkelijk bericht,origineel bericht,"
        u"doorgestuurd bericht,doorgestuurd door,originalmeddelande,ursprungligt meddelande,vidarebefordrat meddelande,"
        u"vidarebefordrat av,oprindelig meddelelse,original meddelelse,videresendt meddelelse,videresendt af,"
        u"opprinnelig melding,videresendt melding,alkuperäinen viesti,välitetty viesti,oryginalna wiadomość,"
        u"wiadomość oryginalna,wiadomość przekazana,przekazana wiadomość,původní zpráva,přeposlaná zpráva,"
        u"pôvodná správa,eredeti üzenet,továbbított üzenet,mesaj original,mesajul original,mesaj redirecționat,"
        u"исходное сообщение,пересылаемое сообщение,пересланное сообщение,переслане повідомлення,оригинално съобщение,"
        u"orijinal ileti,orijinal mesaj,özgün ileti,iletilmiş mesaj,αρχικό μήνυμα,προωθημένο μήνυμα,הודעה מקורית,"
        u"הודעה שהועברה,الرسالة الأصلية,رسالة معاد "
        u"توجيهها,原始邮件,原始郵件,转发邮件,转发的邮件,元のメッセージ,転送メッセージ,転送されたメッセージ,"
        u"원본 메시지,전달된 메시지,pesan asli,pesan terusan,tin nhắn gốc,izvorna poruka,proslijeđena poruka,izvirno "
        u"sporočilo,"
        u"oprindelig besked,original besked,videresendt besked,mensaje inicial,messaggio originario,ursprungligt "
        u"mail,opprinnelig e-post,"
        u"reply separator,reply message,reply to message,inline attachment follows,original email,mensaje de "
        u"origen,forwarded");
    add(ForwardWord,
        u"begin forwarded message,anfang der weitergeleiteten nachricht,anfang der weitergeleiteten e-mail,"
        u"début du message réexpédié,début du message transféré,inicio del mensaje reenviado,"
        u"início da mensagem encaminhada,início da mensagem reenviada,inizio messaggio inoltrato,"
        u"begin doorgestuurd bericht,vidarebefordrat brev,start på videresendt besked,videresendt melding,"
        u"välitetty viesti alkaa,alkaa välitetty viesti,początek przekazywanej wiadomości,"
        u"začátek přeposlané zprávy,továbbított levél kezdete,начало переадресованного сообщения,"
        u"начало пересылаемого сообщения,iletilen ileti "
        u"başlangıcı,下面是被转发的邮件,以下是轉寄的郵件,転送されたメッセージ,"
        u"전달된 메시지 시작");
}

void addFooterPhrases(const AddPhrases& add) {
    add(DisclaimerWord,
        u"confidential,confidentiality,confidentiality notice,intended recipient,intended only for,solely for the use,"
        u"intended solely,privileged,legally privileged,disclaimer,unauthorized,unauthorised,in error,"
        u"please notify the sender,please delete,virus,viruses,consider the environment,registered in england,"
        u"registered office,company number,any views or opinions,property of,disclosure,dissemination,distribution,"
        u"vertraulich,vertrauliche,irrtümlich,adressat,informieren sie bitte,den "
        u"absender,geschäftsführer,handelsregister,amtsgericht,"
        u"sitz der gesellschaft,denken sie an die umwelt,confidentiel,confidentielle,destinataire,par erreur,"
        u"confidencial,destinatario,por error,por erro,destinatário,riservato,riservate,per errore,vertrouwelijk,"
        u"geadresseerde,per abuis,fortroligt,konfidentiell,konfidentiellt,luottamuksellinen,poufne,poufna,důvěrné,"
        u"bizalmas,confidențial,конфиденциально,конфиденциальной,конфиденциальную,gizli,εμπιστευτικό,机密,保密,機密");
    add(FooterWord,
        u"to unsubscribe,unsubscribe,unsubscribe:,view this message in context,mailing list,mailing list archive,"
        u"sent from the,for additional commands,to post to this list,list archives,yahoo! groups,do you yahoo,"
        u"get your free,get more from the web,free msn,msn,hotmail,join the world,you received this message because,"
        u"you are receiving this,view it on github,reply to this email directly,terms of service,privacy policy,"
        u"diese e-mail wurde von,virenfrei,virus-free,avast,avg,scanned by,this email has been checked,abmelden,"
        u"se désabonner,cancelar suscripción,cancelar "
        u"inscrição,disiscriviti,uitschrijven,avregistrera,afmeld,отписаться");
    add(DeviceWord,
        u"sent from my,sent from mail,sent from outlook,sent from yahoo,sent from samsung,sent via,sent using,"
        u"sent with,sent by,sent on the go,sent wirelessly,sent from,get outlook for,von meinem,gesendet von,"
        u"gesendet mit,gesendet von mail,von unterwegs gesendet,envoyé de mon,envoyé depuis,envoyé à partir,"
        u"télécharger outlook,obtenez outlook,enviado desde,enviado de,enviado do meu,enviado via,obtener outlook para,"
        u"obter o outlook,inviato da,inviato dal,scarica outlook,verstuurd vanaf,verzonden vanaf,verstuurd vanuit,"
        u"skickat från,skickat från min,hämta outlook,sendt fra,sendt fra min,lähetetty,wysłane z,wysłano z,odesláno z,"
        u"odoslané z,küldve,trimis de pe,отправлено с,отправлено из,надіслано з,изпратено от,στάλθηκε από,"
        u"den gönderildi,iphone'umdan gönderildi,发自我的,从我的,從我的,iphoneから送信,내 iphone에서,나의 "
        u"iphone에서,נשלח מה,"
        u"أرسل من,poslano z,dikirim dari,my iphone,composed on,typed on,blackberry");
}

void addCardPhrases(const AddPhrases& add) {
    add(PhoneWord,
        u"tel,phone,ph,fax,facsimile,mobile,mob,cell,cellular,office,direct,direct "
        u"line,telephone,voice,pager,main,desk,"
        u"tel.,fon,telefon,telefax,mobil,handy,durchwahl,téléphone,portable,télécopie,tél,móvil,movil,teléfono,celular,"
        u"telefone,telemóvel,cellulare,telefono,mobiel,telefoon,puh,puhelin,gsm,kom,kom.,тел,телефон,факс,моб,ext,"
        u"extension,skype,whatsapp,電話,电话,传真,手机,전화,e-mail,email,mail,web,website,http,https,www,toll "
        u"free,cep");
    add(TitleWord,
        u"manager,director,president,vice president,vp,svp,evp,engineer,developer,consultant,analyst,assistant,"
        u"coordinator,specialist,officer,ceo,cto,cfo,coo,chief,head of,head,lead,partner,associate,attorney,counsel,"
        u"architect,administrator,executive,founder,co-founder,professor,prof,prof.,dr,dr.,phd,ph.d,mba,esq,"
        u"representative,supervisor,secretary,trader,scheduler,scientist,researcher,editor,designer,owner,principal,"
        u"paralegal,department,dept,division,support,sales,marketing,geschäftsführer,geschäftsführerin,leiter,leiterin,"
        u"vertrieb,einkauf,abteilung,dipl,ingenieur,entwickler,prokurist,projektleiter,projektleiterin,berater,"
        u"directeur,directrice,responsable,chef,ingénieur,gérant,gérante,chargé,chargée,conseiller,service,gerente,"
        u"directora,jefe,jefa,ingeniero,ingeniera,responsabile,direttore,direttrice,ingegnere,ufficio,diretor,"
        u"engenheiro,engenheira,coordenador,verkoopleider,directie,adviseur,afdeling,chef de projet,säljare,"
        u"försäljningschef,verkställande direktör,direktør,salgschef,toimitusjohtaja,myyntipäällikkö,dyrektor,"
        u"kierownik,specjalista,ředitel,obchodní,директор,менеджер,инженер,müdür,müdürü");
    add(CompanyWord,
        u"inc,inc.,incorporated,ltd,ltd.,limited,llc,l.l.c,llp,l.l.p,lp,l.p,corp,corp.,corporation,company,co.,plc,"
        u"gmbh,"
        u"ag,kg,ug,ohg,mbh,e.v,sa,s.a,sarl,s.a.r.l,sas,s.l,sl,srl,s.r.l,spa,s.p.a,lda,ltda,bv,b.v,nv,n.v,ab,aps,a/s,"
        u"as,oy,oyj,sp. z o.o,s.r.o,a.s,kft,zrt,ооо,зао,оао,a.ş,ltd. şti,pty,university,universität,université,"
        u"universidad,università,universiteit,institute,institut,group,holding,partners,associates,services,systems,"
        u"solutions,technologies,foundation,bank,consulting,energy,north america");
    add(StreetWord,
        u"street,st.,st,avenue,ave,ave.,road,rd,rd.,suite,ste,floor,fl,blvd,boulevard,drive,dr,lane,plaza,square,p.o,"
        u"p.o.,po box,box,building,bldg,room,rm,straße,strasse,str,str.,platz,weg,allee,gasse,postfach,rue,place,"
        u"quai,calle,avenida,av,av.,avda,plaza,piso,rua,praça,andar,via,viale,piazza,corso,straat,laan,plein,gracht,"
        u"gatan,vägen,gade,vej,katu,tie,ul,ul.,ulica,aleja,náměstí,ulice,utca,út,strada,улица,ул,ул.,проспект,cadde,"
        u"caddesi,sokak,mah,tx,texas,ca,ny,nw,usa,uk,germany,deutschland,france,españa,italia,india,house");
    add(CommonWord,
        u"the,a,an,to,of,and,is,are,was,were,be,have,has,had,will,would,can,could,should,do,does,did,not,i,you,we,they,"
        u"he,"
        u"she,it,this,that,these,there,if,but,or,for,with,on,in,at,as,my,your,our,me,us,what,when,how,please,just,so,"
        u"i'm,i'll,don't,der,die,das,und,ist,sind,nicht,ich,sie,wir,ein,eine,zu,mit,auf,für,den,dem,es,wie,bitte,haben,"
        u"le,la,les,des,un,une,et,est,que,qui,pas,je,vous,nous,pour,dans,sur,ce,cette,avec,el,los,las,una,y,es,no,se,"
        u"por,para,con,o,e,os,não,uma,com,em,do,il,gli,che,di,non,per,sono,è,de,het,een,en,ik,je,niet,van,op,met,att,"
        u"och,det,är,jag,vi,inte,som,på,og,er,jeg,ikke,til,ja,ei,se,on,i,w,na,z,nie,jest,a,že,se,и,в,не,на,я,что,мы,"
        u"ve,bir,bu,için,και,το,να");
}

}  // namespace

void addPhrases(const AddPhrases& add) {
    addLetterPhrases(add);
    addQuotePhrases(add);
    addFooterPhrases(add);
    addCardPhrases(add);
}

}  // namespace kith::mail
