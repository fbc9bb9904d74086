// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "app/train/zone_forge_words.h"

#include <array>

namespace kith::train {
namespace {

/// Eighteen lists a language, in the order of the struct; entries are parted by ';'.
using LanguageTable = std::array<const char*, 18>;

constexpr LanguageTable english{
    "Ada;Ben;Carol;David;Erin;Frank;Grace;Henry;Iris;Jack;Kate;Liam;Mona;Nick;Olga;Paul;Rita;Sam;Tina;Walt;Jim;Sue;Tom",
    "Lindqvist;Barrow;Castell;Dunmore;Ellery;Farrow;Gale;Hollis;Ivory;Jessop;Kerr;Lomax;Marsh;Norden;Oakes;Prior;Quill;"
    "Rowe",
    "Hi;Hi all;Hello;Hello everyone;Dear Sir or Madam;Dear colleagues;Hi there;Good morning;Hey guys;Dear list;Hi "
    "team;Greetings",
    "Hi %1;Hello %1;Dear %1;Hey %1;Dear Ms. %2;Dear Mr. %2;Good morning %1;Hi, %1;Dear Dr. %2",
    "The meeting moved to Thursday at three and the room stays the same.;I have attached the draft contract for your "
    "review.;"
    "We tested the new build on two machines and both of them failed after about an hour.;Please let me know if you "
    "need anything else.;"
    "The counterparty wants to change the delivery point and we have not agreed to that yet.;I will call you tomorrow "
    "to talk about it.;"
    "Per our conversation, here are the numbers for the last quarter.;Let me know what you think.;FYI;See below.;"
    "I am out of the office until Monday, so it will have to wait until then.;We are using version 6.4 with the "
    "default settings.;"
    "It works for me when I remove the second parameter.;The invoice for March was sent to the wrong address last "
    "week.;"
    "Sounds good to me.;That is correct.;I am not sure why the log shows this twice, but it does not seem to "
    "hurt.;OK;Done.;"
    "As discussed, the price is $4.50 per unit for the first 1,000 units.;Nothing else has changed since the last "
    "version.;"
    "Our index has 20 million documents and the heap is set to 8 GB on every node.;I forwarded your note to legal.;"
    "This is the first time that I hear about a delay.;Please review and confirm by Friday.;You can find it under the "
    "second tab.;"
    "The following people will attend the workshop in May:;It would be great to see you there.;Give me a call if you "
    "have questions.;"
    "Thanks for the quick answer, that solved it.;I agree with the changes on page 3 and 4.;Attached is the revised "
    "schedule.;"
    "Your account has been set up and you should have received a password by now.;Please call me at 555-0142 when you "
    "arrive.",
    "Can you send me the file again?;Would Tuesday work for you?;Did you get a chance to look at this?;What is the "
    "status?;"
    "Is there a way to do this without a restart?;Could you please approve the request?;Any ideas?;Who should sign it?",
    "Regards;Best regards;Kind regards;Best;Cheers;Sincerely;Best wishes;Take care;Warm regards;Yours "
    "sincerely;Love;See you;"
    "Talk to you soon;All the best;Rgds;Have a great weekend;Respectfully;Yours truly",
    "Thanks;Thank you;Many thanks;Thanks in advance;Thanks again;Thx;Thank you very much;Thanks a lot;Thanks for your "
    "help;"
    "Thanks and regards;Thank you for your time;Thanks for any help;Thanks so much",
    "Sales Manager;Senior Software Engineer;Vice President, Trading;Assistant General Counsel;Director of Operations;"
    "Managing Director;Account Executive;Research Analyst;Administrative Assistant;Chief Financial Officer;Team "
    "Lead;Consultant",
    "Northwind Pumps Inc.;Harbour Energy Services;Larkspur Systems Ltd;Bluefield Partners LLP;Orchard & Vane LLC;"
    "Tidewater Corp.;Maple Software;Red Kite Consulting Group;University of Eastmoor;Gable Trading Company",
    "1400 Harbor Street, Suite 210|Eastmoor, TX 77002;22 Mill Lane|Norwick NR1 4AB;P.O. Box 1188|Lakeview, CA 94016;"
    "55 Kings Road, 3rd Floor|London W1 2AB;EB 3801a;100 Main Street|Springvale, NY 10012|USA",
    "(555) 010-1234;555-010-9876;+1 555 010 4455;555.010.7788;+44 20 7946 "
    "0123;1-800-555-0199;x5-7735;011-44-20-7946-0000",
    "Phone;Tel;Fax;Mobile;Cell;Office;Direct;T;M;F;Ph;Facsimile",
    "On %3 at %4, %1 <%2> wrote:;On %3, %1 wrote:;On %3, %1 <%2>|wrote:;On %3 at %4 %1 <|%2> wrote:;%1 wrote:;%1 <%2> "
    "wrote:;"
    "On %3, at %4, %1 wrote:;%3 %4 GMT+01:00 %1 <%2>:;In message <123@mail.example>, %1 writes:;* %1 (%2) [%3 %4] "
    "wrote:;"
    "At %4 %3, you wrote:;%1 said:;On %4 %3, %1 wrote:;Quoting %1 <%2>:",
    "-----Original Message-----; -----Original Message-----;________________________________;---------- Forwarded "
    "message ----------;"
    "Begin forwarded message:;-------- Original Message --------;------ Forwarded Message",
    "From;Sent;To;Cc;Subject",
    "This e-mail and any attachments are confidential and intended solely for the use of the individual|"
    "to whom they are addressed. If you have received this message in error, please notify the sender and delete it.;"
    "CONFIDENTIALITY NOTICE: This message may contain privileged information. If you are not the|intended recipient, "
    "any disclosure, copying or distribution is prohibited.;Please consider the environment before printing this "
    "e-mail.;"
    "Registered office: 22 Mill Lane, Norwick. Registered in England, company number 01234567.",
    "Sent from my iPhone;Sent from my iPad;Sent from my BlackBerry wireless device;Get Outlook for Android;Sent from "
    "Mail for Windows 10"};

constexpr LanguageTable german{
    "Anna;Bernd;Christa;Dieter;Eva;Felix;Greta;Hans;Ilse;Jens;Karin;Lukas;Martina;Nils;Petra;Ralf;Sabine;Uwe",
    "Ahrens;Böhm;Clausen;Dietz;Engel;Fuchs;Grünwald;Hartmann;Iversen;Jahn;Köhler;Lorenz;Möller;Neumann;Özer;Pfeiffer",
    "Hallo;Guten Tag;Hallo zusammen;Sehr geehrte Damen und Herren;Liebe Kolleginnen und Kollegen;Moin;Guten Morgen",
    "Hallo %1;Liebe %1;Lieber %1;Sehr geehrte Frau %2;Sehr geehrter Herr %2;Guten Tag Herr %2;Hi %1;Moin %1",
    "Das Treffen ist auf Donnerstag um 15 Uhr verschoben.;Anbei der Entwurf des Vertrags zur Durchsicht.;Das passt für "
    "mich.;"
    "Wir haben die neue Version auf zwei Rechnern getestet, beide sind nach einer Stunde abgestürzt.;Vielen Dank für "
    "die schnelle Antwort.;"
    "Bitte geben Sie mir bis Freitag Bescheid, ob das so in Ordnung ist.;Ich melde mich morgen noch einmal bei Ihnen.;"
    "Die Rechnung für März ging leider an die falsche Adresse.;Im Anhang finden Sie das Angebot Nr. 4711 vom 3. "
    "Mai.;Zur Info.;"
    "Der Preis beträgt 4,50 Euro pro Stück bei Abnahme von 1.000 Stück.;Ich bin bis Montag nicht im Büro.",
    "Können Sie mir die Datei noch einmal schicken?;Passt Ihnen Dienstag?;Gibt es schon etwas Neues?;Wer unterschreibt "
    "das?",
    "Mit freundlichen Grüßen;Viele Grüße;Liebe Grüße;Beste Grüße;Freundliche Grüße;Gruß;MfG;LG;VG;Herzliche Grüße;Bis "
    "bald;"
    "Mit freundlichem Gruß;Schöne Grüße",
    "Danke;Vielen Dank;Danke im Voraus;Besten Dank;Herzlichen Dank;Vielen Dank im Voraus",
    "Geschäftsführer;Vertriebsleiterin;Projektleiter;Leiter Einkauf;Softwareentwickler;Abteilung "
    "Buchhaltung;Prokuristin",
    "Nordlicht Pumpen GmbH;Holzmann & Söhne KG;Seeblick Software AG;Institut für Angewandte Optik;Lindenhof UG",
    "Hafenstraße 12|20457 Hamburg;Lindenallee 3a|D-80331 München;Postfach 10 20|50667 Köln",
    "+49 40 123456-0;040/1234567;0171 2345678;+49 (0)89 123 45 67",
    "Tel.;Telefon;Fax;Mobil;Durchwahl;Handy",
    "Am %3 um %4 schrieb %1 <%2>:;Am %3 schrieb %1:;Am %3 um %4 schrieb %1|<%2>:;%1 schrieb am %3:;Am %3 %4, schrieb "
    "%1:;"
    "%1 <%2> hat am %3 %4 geschrieben:",
    "-----Ursprüngliche Nachricht-----;________________________________;-------- Ursprüngliche Nachricht --------;"
    "Anfang der weitergeleiteten Nachricht:;-----Originalnachricht-----;-------- Weitergeleitete Nachricht --------",
    "Von;Gesendet;An;Cc;Betreff",
    "Diese E-Mail enthält vertrauliche Informationen. Wenn Sie nicht der richtige Adressat sind oder diese|"
    "E-Mail irrtümlich erhalten haben, informieren Sie bitte den Absender.;Geschäftsführer: Anna Ahrens, Sitz der "
    "Gesellschaft: "
    "Hamburg|Amtsgericht Hamburg, Handelsregister HRB 12345",
    "Von meinem iPhone gesendet;Gesendet von Mail für Windows;Gesendet mit der Mail-App;Diese Nachricht wurde von "
    "meinem Android-Gerät gesendet."};

constexpr LanguageTable french{
    "Anne;Bruno;Chloé;Didier;Élise;François;Gérard;Hélène;Inès;Jean;Karine;Luc;Manon;Noël;Paule;Rémi;Sylvie;Thierry",
    "Aubert;Blanc;Charpentier;Dubreuil;Évrard;Fontaine;Garnier;Hébert;Jolivet;Lacroix;Marchand;Noiret;Perrin;Roussel",
    "Bonjour;Bonjour à tous;Madame, Monsieur;Bonsoir;Chers collègues;Salut;Chers tous",
    "Bonjour %1;Cher %1;Chère %1;Salut %1;Bonjour Madame %2;Cher Monsieur %2;Bonsoir %1",
    "La réunion est reportée à jeudi à 15 heures.;Vous trouverez ci-joint le projet de contrat.;Je vous rappelle "
    "demain matin.;"
    "Nous avons testé la nouvelle version sur deux machines, sans succès.;Merci pour votre réponse rapide.;Ça marche "
    "pour moi.;"
    "La facture de mars a été envoyée à la mauvaise adresse.;Merci de me confirmer cela avant vendredi.;Je suis "
    "absente jusqu'à lundi.;"
    "Le prix est de 4,50 euros par pièce à partir de 1 000 pièces.;Pour information.",
    "Pouvez-vous me renvoyer le fichier ?;Est-ce que mardi vous convient ?;Où en est-on ?;Qui doit signer ?",
    "Cordialement;Bien cordialement;Bien à vous;Amicalement;Sincères salutations;Bonne journée;À "
    "bientôt;Salutations;Cdlt;Bises;"
    "Meilleures salutations;Respectueusement",
    "Merci;Merci d'avance;Merci beaucoup;Merci et bonne journée;Merci pour votre aide",
    "Directrice commerciale;Responsable des achats;Ingénieur logiciel;Chargée de mission;Gérant;Chef de projet",
    "Pompes du Nord SARL;Vallon Conseil SAS;Éditions du Tilleul;Institut d'Optique de Valmont;Atelier Roche SA",
    "12 rue du Port|59000 Lille;3 avenue des Tilleuls|69002 Lyon;BP 120|31000 Toulouse",
    "+33 3 20 00 12 34;01 99 00 12 34;06 39 98 12 34;+33 (0)4 72 00 11 22",
    "Tél.;Tél;Téléphone;Portable;Fax;Mobile;Télécopie",
    "Le %3 à %4, %1 <%2> a écrit :;Le %3, %1 a écrit :;Le %3 à %4, %1|<%2> a écrit :;%1 <%2> a écrit :;Le %3 %4, %1 a "
    "écrit :",
    "-----Message d'origine-----;________________________________;-------- Message transféré --------;Début du message "
    "réexpédié :;"
    "-------- Message original --------",
    "De ;Envoyé ;À ;Cc ;Objet ",
    "Ce message est confidentiel. Si vous n'en êtes pas le destinataire, merci de le détruire|et d'en avertir "
    "l'expéditeur reçu par erreur.",
    "Envoyé de mon iPhone;Envoyé depuis mon téléphone Orange;Télécharger Outlook pour iOS;Envoyé à partir de Courrier"};

constexpr LanguageTable spanish{
    "Alba;Bruno;Carmen;Diego;Elena;Fermín;Gloria;Hugo;Inés;Javier;Lucía;Marcos;Nuria;Óscar;Pilar;Raúl;Sofía;Tomás",
    "Alonso;Benítez;Cano;Durán;Espinosa;Fuentes;Gallego;Herrera;Ibáñez;Lozano;Molina;Navarro;Ortega;Pardo;Quiroga",
    "Hola;Buenos días;Buenas tardes;Hola a todos;Estimados señores;Estimados compañeros",
    "Hola %1;Estimado %1;Estimada %1;Querida %1;Buenos días, %1;Estimado Sr. %2;Buenas %1",
    "La reunión se pasa al jueves a las tres.;Adjunto el borrador del contrato para su revisión.;Le llamo mañana por "
    "la mañana.;"
    "Hemos probado la nueva versión en dos equipos y ha fallado.;Gracias por la respuesta tan rápida.;Me parece bien.;"
    "La factura de marzo se envió a otra dirección.;Por favor, confirme antes del viernes.;Estoy fuera hasta el lunes.;"
    "El precio es de 4,50 euros por unidad.;Para su información.",
    "¿Me puede enviar otra vez el archivo?;¿Le viene bien el martes?;¿Hay novedades?;¿Quién firma?",
    "Saludos;Un saludo;Saludos cordiales;Atentamente;Un abrazo;Cordialmente;Un cordial saludo;Hasta pronto;Atte.",
    "Gracias;Muchas gracias;Gracias de antemano;Mil gracias;Muchas gracias por todo",
    "Directora comercial;Jefe de compras;Ingeniera de software;Gerente;Responsable de proyectos",
    "Bombas del Norte S.L.;Olivar Consultores S.A.;Instituto de Óptica de Villamar;Talleres Roca",
    "Calle del Puerto 12|28013 Madrid;Avda. de los Tilos, 3|08002 Barcelona",
    "+34 91 000 12 34;600 123 456;+34 600 12 34 56;(55) 5000-1234",
    "Tel.;Teléfono;Móvil;Fax;Celular",
    "El %3 a las %4, %1 <%2> escribió:;El %3, %1 escribió:;El %3, %1|<%2> escribió:;%1 <%2> escribió:",
    "-----Mensaje original-----;________________________________;---------- Mensaje reenviado ----------;Inicio del "
    "mensaje reenviado:",
    "De;Enviado el;Para;CC;Asunto",
    "Este mensaje es confidencial y va dirigido solo a su destinatario. Si lo ha recibido por error,|bórrelo y avise "
    "al remitente.",
    "Enviado desde mi iPhone;Enviado desde Correo para Windows;Obtener Outlook para Android"};

constexpr LanguageTable italian{
    "Alba;Bruno;Chiara;Dario;Elisa;Franco;Giulia;Ivo;Laura;Marco;Nadia;Paolo;Rosa;Sergio;Tullio",
    "Amato;Bianco;Colombo;Donati;Esposito;Ferri;Galli;Lombardi;Marino;Negri;Orsini;Pagani;Riva;Serra",
    "Buongiorno;Ciao a tutti;Salve;Gentili signori;Buonasera;Cari colleghi",
    "Ciao %1;Gentile %1;Caro %1;Cara %1;Buongiorno %1;Egregio Sig. %2;Gentile Dott.ssa %2",
    "La riunione è spostata a giovedì alle tre.;In allegato la bozza del contratto.;La richiamo domani mattina.;Per me "
    "va bene.;"
    "Abbiamo provato la nuova versione su due macchine.;Grazie per la risposta veloce.;La fattura di marzo è andata "
    "all'indirizzo sbagliato.;"
    "La prego di confermare entro venerdì.;Sono fuori ufficio fino a lunedì.;Il prezzo è di 4,50 euro al pezzo.",
    "Può inviarmi di nuovo il file?;Va bene martedì?;Ci sono novità?;Chi firma?",
    "Cordiali saluti;Saluti;Distinti saluti;Un saluto;A presto;Un caro saluto;Buona giornata;Cordialmente",
    "Grazie;Grazie mille;Grazie in anticipo;Molte grazie",
    "Direttore commerciale;Responsabile acquisti;Ingegnere;Ufficio vendite;Titolare",
    "Pompe del Nord S.r.l.;Ulivo Consulting S.p.A.;Istituto di Ottica di Valdoro;Officine Rocca",
    "Via del Porto 12|20121 Milano;Piazza dei Tigli 3|10121 Torino",
    "+39 02 0000 1234;333 1234567;+39 333 123 4567;011/1234567",
    "Tel.;Telefono;Cell.;Fax;Cellulare",
    "Il giorno %3 alle ore %4 %1 <%2> ha scritto:;Il %3, %1 ha scritto:;Il %3 %4, %1|<%2> ha scritto:;%1 <%2> ha "
    "scritto:",
    "-----Messaggio originale-----;________________________________;---------- Messaggio inoltrato ----------;Inizio "
    "messaggio inoltrato:",
    "Da;Inviato;A;Cc;Oggetto",
    "Questo messaggio è riservato. Se lo avete ricevuto per errore, vi preghiamo di avvisare il mittente|e di "
    "cancellarlo: il destinatario è uno solo.",
    "Inviato da iPhone;Inviato dal mio telefono;Scarica Outlook per Android"};

constexpr LanguageTable dutch{
    "Anke;Bas;Carla;Dirk;Els;Floor;Gijs;Hanneke;Ilse;Joost;Koen;Lotte;Marijn;Niels;Pim;Roos;Sander;Tessa",
    "Bakker;De Boer;Van Dam;Dijkstra;Hendriks;Jansen;Kuiper;Meijer;Mulder;Peters;Smit;Visser;De Wit",
    "Hallo;Goedemorgen;Beste collega's;Goedemiddag;Hoi allemaal;Geachte heer, mevrouw",
    "Hoi %1;Beste %1;Hallo %1;Dag %1;Geachte mevrouw %2;Geachte heer %2;Goedemorgen %1",
    "De vergadering is verplaatst naar donderdag om drie uur.;In de bijlage vindt u het concept.;Ik bel u morgen "
    "terug.;Prima.;"
    "We hebben de nieuwe versie op twee machines getest.;Bedankt voor het snelle antwoord.;De factuur van maart ging "
    "naar het verkeerde adres.;"
    "Graag voor vrijdag bevestigen.;Ik ben tot maandag niet op kantoor.;De prijs is 4,50 euro per stuk.",
    "Kunt u het bestand nog eens sturen?;Komt dinsdag uit?;Is er al nieuws?;Wie tekent?",
    "Met vriendelijke groet;Met vriendelijke groeten;Groeten;Groet;Mvg;Hartelijke groet;Vriendelijke groet;Tot ziens",
    "Bedankt;Dank je wel;Alvast bedankt;Hartelijk dank;Dank u",
    "Verkoopleider;Directeur;Adviseur;Afdeling inkoop;Projectleider",
    "Noord Pompen B.V.;De Linde Advies;Zeezicht Software BV;Instituut voor Optica",
    "Havenstraat 12|1011 AB Amsterdam;Lindelaan 3|3511 KV Utrecht",
    "+31 20 000 1234;06 12345678;+31 (0)6 1234 5678;030-1234567",
    "Tel.;Telefoon;Mobiel;Fax;M",
    "Op %3 om %4 schreef %1 <%2>:;Op %3 schreef %1:;Op %3 %4 schreef %1|<%2>:;%1 <%2> schreef op %3:",
    "-----Oorspronkelijk bericht-----;________________________________;---------- Doorgestuurd bericht "
    "----------;Begin doorgestuurd bericht:",
    "Van;Verzonden;Aan;CC;Onderwerp",
    "Dit bericht is vertrouwelijk en alleen bestemd voor de geadresseerde. Hebt u het per abuis ontvangen,|wilt u het "
    "dan verwijderen.",
    "Verstuurd vanaf mijn iPhone;Verzonden vanuit Mail voor Windows;Outlook voor Android downloaden"};

constexpr LanguageTable swedish{
    "Astrid;Björn;Cecilia;David;Elin;Fredrik;Gunnel;Håkan;Ida;Johan;Karin;Lars;Maja;Nils;Olle;Petra;Sven;Åsa",
    "Ahlgren;Berg;Dahl;Ekman;Fors;Granqvist;Holm;Isaksson;Lind;Malm;Nyberg;Sandell;Wik;Öberg",
    "Hej;Hej alla;God morgon;Hejsan;God dag",
    "Hej %1;Hejsan %1;Kära %1;Bästa %1;Hej, %1;Kære %1",
    "Mötet flyttas till torsdag klockan tre.;Bifogat finns utkastet till avtal.;Jag ringer i morgon.;Det går bra.;"
    "Vi har testat den nya versionen på två datorer.;Tack för det snabba svaret.;Fakturan för mars gick till fel "
    "adress.;"
    "Bekräfta gärna före fredag.;Jag är borta till måndag.;Priset är 45 kronor per styck.;Mødet er flyttet til "
    "torsdag.",
    "Kan du skicka filen igen?;Passar tisdag?;Något nytt?;Vem skriver under?",
    "Med vänliga hälsningar;Vänliga hälsningar;Hälsningar;Mvh;Med vänlig hälsning;Med venlig hilsen;Med vennlig "
    "hilsen;Hilsen;Ystävällisin terveisin;Terveisin",
    "Tack;Tack på förhand;Tusen tack;Mange tak;Takk;Kiitos",
    "Försäljningschef;Verkställande direktör;Projektledare;Inköpare;Salgschef;Toimitusjohtaja",
    "Norrpumpar AB;Lindens Konsult AB;Sjöutsikt Programvara;Nordlys ApS;Havn A/S;Pohjoinen Oy",
    "Hamngatan 12|111 47 Stockholm;Lindvägen 3|411 03 Göteborg;Havnegade 4|1058 København",
    "+46 8 000 12 34;070-123 45 67;+45 33 00 12 34;+358 9 000 1234",
    "Tel;Telefon;Mobil;Fax;Puh.;Tlf.",
    "Den %3 kl. %4 skrev %1 <%2>:;%1 <%2> skrev den %3:;Den %3 skrev %1:;Den %3 kl %4 skrev %1|<%2>:;%1 skrev:;%1 "
    "kirjoitti %3 kello %4:",
    "-----Ursprungligt meddelande-----;________________________________;-----Oprindelig "
    "meddelelse-----;Vidarebefordrat brev:;-----Alkuperäinen viesti-----",
    "Från;Skickat;Till;Kopia;Ämne",
    "Detta meddelande är konfidentiellt och avsett endast för mottagaren.|Konfidentiell information får inte spridas.",
    "Skickat från min iPhone;Hämta Outlook för Android;Sendt fra min iPhone"};

constexpr LanguageTable russian{
    "Анна;Борис;Вера;Глеб;Дарья;Егор;Жанна;Иван;Ксения;Лев;Мария;Никита;Ольга;Пётр;Рита;Сергей;Татьяна",
    "Абрамов;Белов;Волков;Громов;Дубов;Ершов;Жуков;Зимин;Котов;Ларин;Маслов;Носов;Орлов;Попов",
    "Здравствуйте;Добрый день;Коллеги;Привет;Доброе утро;Всем привет",
    "Здравствуйте, %1;Уважаемый %1;Добрый день, %1;Привет, %1;Уважаемая %1;%1, добрый день",
    "Встреча перенесена на четверг на три часа.;Во вложении проект договора.;Я перезвоню завтра утром.;Мне подходит.;"
    "Мы проверили новую версию на двух машинах.;Спасибо за быстрый ответ.;Счёт за март ушёл не на тот адрес.;"
    "Прошу подтвердить до пятницы.;Меня не будет до понедельника.;Цена 450 рублей за штуку.",
    "Можете прислать файл ещё раз?;Вам удобно во вторник?;Есть новости?;Кто подпишет?",
    "С уважением;Всего доброго;С наилучшими пожеланиями;До встречи;С уважением и наилучшими пожеланиями;З повагою",
    "Спасибо;Заранее спасибо;Большое спасибо;Благодарю",
    "Директор по продажам;Менеджер по закупкам;Ведущий инженер;Генеральный директор",
    "ООО «Северный насос»;ЗАО «Липа»;Институт оптики;ООО Морской вид",
    "ул. Портовая, д. 12|190000 Санкт-Петербург;Липовая ул., 3|101000 Москва",
    "+7 495 000-12-34;8 (812) 000-12-34;+7 900 123 45 67",
    "тел.;тел;моб.;факс;Телефон",
    "%3 в %4, %1 <%2> написал:;%3, %4 от %1 <%2>:;%1 <%2> писал(а) %3:;%3 %4 пользователь %1|<%2> написал:;%3, %1 "
    "пишет:",
    "-------- Исходное сообщение --------;________________________________;-------- Пересылаемое сообщение "
    "--------;Начало переадресованного сообщения:",
    "От;Отправлено;Кому;Копия;Тема",
    "Сообщение является конфиденциальным. Если вы получили его по ошибке,|удалите конфиденциальную информацию.",
    "Отправлено с iPhone;Отправлено из мобильной Почты"};

QStringList listOf(const char* entries) {
    return QString::fromUtf8(entries).split(u';');
}

ForgeLanguage languageOf(const LanguageTable& table) {
    ForgeLanguage language;
    QStringList* const lists[] = {
        &language.firstNames, &language.lastNames,   &language.greetings,   &language.openings,     &language.sentences,
        &language.questions,  &language.closings,    &language.thanks,      &language.titles,       &language.companies,
        &language.streets,    &language.phones,      &language.phoneLabels, &language.attributions, &language.originals,
        &language.fields,     &language.disclaimers, &language.devices};
    for (std::size_t i = 0; i < table.size(); ++i) {
        *lists[i] = listOf(table[i]);
    }
    return language;
}

}  // namespace

const std::vector<ForgeLanguage>& forgeLanguages() {
    static const std::vector<ForgeLanguage> languages{languageOf(english), languageOf(german),  languageOf(french),
                                                      languageOf(spanish), languageOf(italian), languageOf(dutch),
                                                      languageOf(swedish), languageOf(russian)};
    return languages;
}

}  // namespace kith::train
