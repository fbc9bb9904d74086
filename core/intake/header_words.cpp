// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/intake/header_words.h"

namespace kith::intake {

// English, German, French, Spanish, Italian, Portuguese, Dutch, Swedish, Danish and Norwegian, Finnish, Polish, Czech,
// Hungarian, Turkish, Russian, Ukrainian, Japanese, Chinese, Korean.
const std::array<HeaderWords, 61> kHeaderWords{{
    {"record_id",
     "record id|id|contact id|lead id|person id|customer id|kundennummer|kunden nr|kontakt id|unique id|uid|guid|uuid|"
     "external id|identifier|id de contact|identifiant|id contacto|identificador|id contatto|klant id|klantnummer|"
     "kundnummer|kundenr|asiakasnumero|identyfikator|id klienta|azonosító|müşteri "
     "no|идентификатор|ид|顧客番号|编号|客户编号|"
     "아이디|고객번호|vid|record"},
    {"name",
     "name|full name|fullname|display name|contact name|contact|person|file as|formatted name|fn|common name|lead name|"
     "customer name|client name|vollständiger name|voller name|anzeigename|vor und nachname|ansprechpartner|kontakt|"
     "kontaktperson|nom complet|nom et prénom|nom prénom|prénom nom|contact principal|nombre completo|nombre y "
     "apellidos|"
     "nome completo|nome e cognome|nominativo|volledige naam|naam|contactpersoon|namn|fullständigt namn|fulde "
     "navn|navn|"
     "fullt navn|nimi|koko nimi|imię i nazwisko|pełna nazwa|celé jméno|jméno a příjmení|teljes név|név|ad soyad|"
     "adı soyadı|isim|фио|полное имя|имя и фамилия|контактное лицо|піб|повне "
     "ім'я|氏名|名前|お名前|姓名|联系人|客户姓名|이름|성명|"
     "full name of contact|recipient|attendee name|guest name"},
    {"first_name",
     "first name|firstname|given name|givenname|forename|fname|first|christian name|vorname|rufname|prénom|prenom|"
     "nombre|nombres|nombre de pila|nome|primo nome|primeiro nome|nome "
     "próprio|voornaam|roepnaam|förnamn|fornavn|etunimi|"
     "imię|imie|jméno|křestní jméno|keresztnév|utónév|ad|adı|имя|ім'я|名|ファーストネーム|名字|이름 이름|first name "
     "s|vorname n"},
    {"middle_name",
     "middle name|middlename|middle|additional name|middle initial|mittelname|zweiter vorname|weitere vornamen|"
     "deuxième prénom|segundo nombre|secondo nome|nome do meio|tussenvoegsel|mellannamn|mellemnavn|mellomnavn|"
     "drugie imię|отчество|по батькові|ミドルネーム|中间名"},
    {"last_name",
     "last name|lastname|surname|family name|familyname|lname|last|sur name|nachname|familienname|zuname|nom|"
     "nom de famille|apellido|apellidos|primer apellido|cognome|sobrenome|apelido|último nome|achternaam|familienaam|"
     "efternamn|efternavn|etternavn|sukunimi|nazwisko|příjmení|vezetéknév|családnév|soyad|soyadı|фамилия|прізвище|姓|"
     "苗字|名字 姓|姓氏|성|성씨"},
    {"prefix",
     "prefix|salutation|honorific|honorific prefix|name prefix|courtesy title|anrede|titel|namenspräfix|civilité|"
     "tratamiento|saludo|titolo|appellativo|tratamento|aanhef|tilltalsnamn|hälsning|tiltale|zwrot|oslovení|megszólítás|"
     "hitap|обращение|звернення|敬称|称谓|호칭"},
    {"suffix",
     "suffix|name suffix|honorific suffix|generation|namenssuffix|namenszusatz|suffixe|sufijo|suffisso|sufixo|"
     "achtervoegsel|后缀"},
    {"nickname", "nickname|nick name|nick|alias|spitzname|surnom|pseudo|apodo|soprannome|apelido carinhoso|bijnaam|"
                 "smeknamn|kaldenavn|pseudonim|přezdívka|becenév|takma ad|псевдоним|ニックネーム|昵称|별명"},
    {"email",
     "email|e mail|mail|email address|e mail address|emailaddress|email addresses|e mail addresses|primary email|"
     "email 1|e mail 1|e mail 1 value|email address 1|contact email|your email|mail address|emails|e mails|mailadresse|"
     "e mail adresse|emailadresse|e mail adressen|adresse e mail|adresse email|adresse mail|courriel|mél|"
     "adresse électronique|correo|correo electrónico|correo electronico|dirección de correo electrónico|"
     "dirección de correo|indirizzo e mail|indirizzo email|posta elettronica|endereço de e mail|endereço de email|"
     "e mailadres|mailadres|emailadres|e postadress|epost|e post|e postadresse|mejladress|sähköposti|"
     "sähköpostiosoite|adres e mail|adres email|adres poczty elektronicznej|e mailová adresa|e mail cím|email cím|"
     "e posta|eposta|e posta adresi|эл почта|электронная почта|почта|адрес электронной почты|имейл|"
     "електронна пошта|ел "
     "пошта|пошта|メール|メールアドレス|eメール|電子メール|邮箱|电子邮件|电子邮箱|邮件地址|邮件|電子郵件|이메일|이메일 "
     "주소|메일|"
     "internet email|email id|email addr"},
    {"email:work",
     "work email|business email|email work|company email|office email|geschäftliche e mail|dienstliche e mail|"
     "email professionnel|e mail professionnel|correo de trabajo|email aziendale|email profissional|"
     "email comercial|zakelijk e mailadres|рабочая почта|рабочий email|勤務先メール|工作邮箱|회사 이메일"},
    {"email:home",
     "home email|personal email|private email|email home|private e mail|privat e mail|email personnel|"
     "e mail personnel|correo personal|email personale|email pessoal|privé e mail|личная почта|личный email|"
     "個人メール|个人邮箱|개인 이메일"},
    {"email:other", "secondary email|email 2|email 3|e mail 2|e mail 3|e mail 2 value|e mail 3 value|email 2 address|"
                    "e mail 2 address|e mail 3 address|other email|alternate email|additional email|email other|"
                    "secondary e mail|additional email addresses|zweite e mail|weitere e mail|autre e mail"},
    {"phone",
     "phone|phones|phone number|telephone|telephone number|tel|phone 1|phone 1 value|primary phone|phone numbers|"
     "main phone|contact number|contact phone|telefon|telefonnummer|tel "
     "nr|telefonnr|rufnummer|fon|fernsprecher|téléphone|"
     "telephone fixe|téléphone fixe|numéro de téléphone|teléfono|telefono|número de teléfono|numero di telefono|"
     "recapito telefonico|telefone|número de telefone|fone|telefoonnummer|telefoon|tel nummer|telefonnummer 1|"
     "puhelin|puhelinnumero|numer telefonu|telefonní číslo|telefonszám|telefon numarası|телефон|номер телефона|тел|"
     "телефонний номер|電話|電話番号|tel 番号|电话|电话号码|联系电话|電話號碼|전화|전화번호|연락처|other phone|phone "
     "2|phone 3|"
     "phone 2 value|phone 3 value|company main phone|callback|car phone|primary phone 2|assistant's phone|pager|pager "
     "number"},
    {"phone:work",
     "work phone|business phone|office phone|phone work|business phone 2|direct phone|direct dial|telefon geschäftlich|"
     "geschäftstelefon|tel büro|telefon büro|telefon arbeit|tel geschäftlich|durchwahl|telefon dienstlich|"
     "téléphone professionnel|tél bureau|tél pro|téléphone bureau|teléfono del trabajo|teléfono trabajo|teléfono "
     "oficina|"
     "telefono ufficio|telefono lavoro|telefone comercial|telefone trabalho|telefoon werk|telefon arbete|arbetstelefon|"
     "arbejdstelefon|telefon arbeid|työpuhelin|telefon służbowy|telefon do pracy|iş telefonu|munkahelyi telefon|"
     "рабочий телефон|телефон рабочий|робочий телефон|勤務先電話|会社電話|工作电话|办公电话|회사 전화|직장 전화"},
    {"phone:mobile",
     "mobile|mobile phone|mobile number|mobile no|cell|cell phone|cellphone|cell number|mobil|mobiltelefon|handy|"
     "handynummer|mobilnummer|mobil nr|telefon mobil|portable|téléphone portable|tél portable|tél mobile|mobile perso|"
     "téléphone mobile|móvil|movil|celular|teléfono móvil|teléfono celular|cellulare|telefono cellulare|telemóvel|"
     "telefone celular|mobiel|mobiele telefoon|mobiel nummer|gsm|mobiltelefonnummer|mobilnr|matkapuhelin|kännykkä|"
     "telefon komórkowy|komórka|tel kom|mobilní telefon|mobiltelefonszám|cep telefonu|cep|мобильный|мобильный телефон|"
     "моб тел|сотовый|мобільний "
     "телефон|мобільний|携帯|携帯電話|携帯番号|手机|手机号|手机号码|移动电话|휴대폰|휴대전화|핸드폰|whatsapp|"
     "phone mobile"},
    {"phone:home", "home phone|phone home|private phone|home phone 2|telefon privat|tel privat|privattelefon|"
                   "telefon zuhause|téléphone domicile|tél domicile|teléfono de casa|teléfono particular|telefono casa|"
                   "telefono abitazione|telefone residencial|telefoon thuis|telefon hem|hemtelefon|privattelefon nr|"
                   "kotipuhelin|telefon domowy|домашний телефон|自宅電話|家庭电话|住宅电话|자택 전화"},
    {"phone:fax", "fax|fax number|business fax|work fax|home fax|telefax|faxnummer|fax geschäftlich|télécopie|"
                  "télécopieur|número de fax|numero fax|faks|факс|ファックス|fax番号|传真|팩스|other fax"},
    {"phone:other", "phone other|other telephone"},
    {"company",
     "company|company name|organization|organisation|organization name|organization 1 name|organisation name|employer|"
     "account|account name|business|business name|firm|firma|firmenname|unternehmen|unternehmensname|organisation 1 "
     "name|"
     "betrieb|arbeitgeber|gesellschaft|entreprise|société|societe|nom de l'entreprise|nom de la société|raison sociale|"
     "organisme|empresa|nombre de la empresa|compañía|razón social|organización|azienda|società|ragione sociale|"
     "organizzazione|nome azienda|nome da empresa|companhia|organização|razão social|bedrijf|bedrijfsnaam|organisatie|"
     "werkgever|företag|företagsnamn|virksomhed|virksomhedsnavn|selskap|bedrift|firmanavn|yritys|yrityksen nimi|"
     "nazwa firmy|przedsiębiorstwo|organizacja|společnost|název firmy|cég|cégnév|vállalat|şirket|şirket adı|firma adı|"
     "kurum|компания|организация|название компании|фирма|место "
     "работы|компанія|організація|会社|会社名|企業名|法人名|勤務先|公司|"
     "公司名称|单位|企业|企业名称|회사|회사명|업체명|current company|company associated|associated company|client "
     "company"},
    {"job_title",
     "job title|jobtitle|title|position|role|job|organization title|organization 1 "
     "title|occupation|designation|function|"
     "headline|berufsbezeichnung|position im unternehmen|funktion|stellung|stelle|beruf|jobtitel|stellenbezeichnung|"
     "poste|fonction|intitulé du poste|titre|profession|intitulé de poste|cargo|puesto|puesto de trabajo|título|"
     "ocupación|profesión|ruolo|mansione|qualifica|posizione|carica|função|profissão|posição|functie|functietitel|"
     "functienaam|befattning|roll|yrke|stilling|titel job|jobbtittel|stillingsbetegnelse|tehtävänimike|ammatti|titteli|"
     "stanowisko|pozycja|pracovní pozice|funkce|pozice|beosztás|munkakör|pozíció|ünvan|unvan|görev|pozisyon|должность|"
     "позиция|посада|役職|職位|肩書き|職種|职位|职务|岗位|頭銜|직책|직위|직함|직급"},
    {"department",
     "department|dept|organization department|organization 1 department|division|team|abteilung|bereich|service|"
     "département|departamento|área|reparto|dipartimento|ufficio|setor|afdeling|avdelning|avdeling|osasto|dział|"
     "oddělení|osztály|departman|bölüm|отдел|подразделение|відділ|部署|部門|部门|부서"},
    {"linkedin_url", "linkedin|linkedin url|linkedin profile|linkedin profile url|person linkedin url|linkedin link|"
                     "profile url|linkedin bio|profil linkedin|perfil de linkedin|linkedin profil|linked in|li url"},
    {"twitter", "twitter|twitter username|twitter handle|twitter url|x|x handle|x twitter|twitter profile"},
    {"facebook", "facebook|facebook url|facebook profile|fb|facebook page"},
    {"instagram", "instagram|instagram url|instagram handle|ig|insta"},
    {"url",
     "website|web site|web page|webpage|url|homepage|home page|website 1 value|web page 1|web|internet|internetseite|"
     "webseite|webadresse|site web|site internet|page web|sitio web|página web|pagina web|sito web|sito internet|site|"
     "página|websites|webbplats|hemsida|hjemmeside|nettsted|nettside|verkkosivu|kotisivu|strona internetowa|strona www|"
     "www|webové stránky|web stránka|honlap|weboldal|web sitesi|сайт|веб "
     "сайт|вебсайт|ウェブサイト|ホームページ|网站|网址|主页|"
     "웹사이트|홈페이지|web page 2|company website|company url|website url|blog|business web page|company "
     "domain|domain"},
    {"street",
     "street|street address|address|address 1|address line 1|mailing street|mailing address|billing street|"
     "business street|home street|work address|home address|address 1 street|business address|postal address|"
     "address 1 formatted|other street|straße|strasse|anschrift|adresse|postanschrift|straße und hausnummer|str|"
     "straße geschäftlich|straße privat|rue|adresse postale|adresse 1|calle|dirección|direccion|domicilio|"
     "dirección postal|via|indirizzo|endereço|morada|rua|logradouro|adres|straat|straat en huisnummer|postadres|adress|"
     "gatuadress|gata|postadress|gade|vej|gateadresse|osoite|katuosoite|lähiosoite|ulica|adres korespondencyjny|ulice|"
     "adresa|utca|cím|lakcím|sokak|adres satırı|адрес|улица|адреса|вулиця|почтовый "
     "адрес|住所|番地|地址|街道|详细地址|주소|도로명"},
    {"street:2", "address 2|address line 2|street 2|street 3|business street 2|business street 3|home street 2|"
                 "home street 3|home address 2|work address 2|address 1 extended address|other street 2|other street 3|"
                 "adresszusatz|zusatz|complément d'adresse|complemento|建物名"},
    {"po_box",
     "po box|p o box|business address po box|home address po box|other address po box|address 1 po box|postfach|"
     "boîte postale|apartado|casella postale|caixa postal|postbus|skrytka pocztowa|а я"},
    {"city",
     "city|town|mailing city|billing city|business city|home city|work city|other city|address 1 city|locality|"
     "primary location city|location city|stadt|ort|wohnort|ort geschäftlich|ort privat|ville|localité|commune|ciudad|"
     "población|localidad|municipio|città|comune|località|cidade|localidade|município|stad|plaats|woonplaats|postort|"
     "by|"
     "poststed|kaupunki|postitoimipaikka|miasto|miejscowość|město|obec|város|település|şehir|il|город|населенный пункт|"
     "місто|市区町村|都市|市|城市|도시|시 군 구"},
    {"state",
     "state|province|region|county|state province|mailing state|billing state|business state|home state|work state|"
     "other state|address 1 region|state region|primary location state|bundesland|kanton|land region|région|"
     "département region|canton|estado|provincia|comunidad autónoma|regione|stato|estado uf|uf|distrito|provincie|län|"
     "fylke|maakunta|województwo|megye|eyalet|ilçe|область|регион|край|регіон|都道府県|省|省份|州|시도|도"},
    {"postal_code",
     "zip|zip code|zipcode|postal code|postcode|post code|mailing zip|mailing postal code|billing zip|"
     "billing postal code|business postal code|home postal code|home zip code|work zip code|other postal code|"
     "address 1 postal code|mailing zip postal code|plz|postleitzahl|plz ort|code postal|cp|código postal|codigo "
     "postal|"
     "cap|codice postale|cep|postnummer|postnr|postinumero|kod pocztowy|psč|irányítószám|posta kodu|индекс|"
     "почтовый индекс|поштовий індекс|郵便番号|〒|邮编|邮政编码|우편번호"},
    {"country",
     "country|country region|country code|mailing country|billing country|business country|home country|work country|"
     "other country|business country region|home country region|other country region|address 1 country|"
     "primary location country|nation|land|staat|länderkennzeichen|land geschäftlich|land region geschäftlich|land "
     "region privat|weiteres land region|pays|país|pais|paese|nazione|"
     "landkod|maa|kraj|kraj państwo|państwo|země|stát|ország|ülke|страна|країна|国|国名|国家|국가|나라"},
    {"location",
     "location|primary location|ort land|standort|emplacement|ubicación|località geografica|localização|locatie|"
     "plats|sted|sijainti|lokalizacja|местоположение|所在地|位置|위치|current location"},
    {"birthday",
     "birthday|birth date|birthdate|date of birth|dob|geburtstag|geburtsdatum|date de naissance|anniversaire|"
     "fecha de nacimiento|cumpleaños|data di nascita|compleanno|data de nascimento|aniversário|geboortedatum|"
     "verjaardag|födelsedag|födelsedatum|fødselsdag|fødselsdato|syntymäpäivä|data urodzenia|urodziny|"
     "datum narození|születésnap|születési dátum|doğum tarihi|doğum günü|дата рождения|день рождения|"
     "дата народження|誕生日|生年月日|生日|出生日期|생일|생년월일"},
    {"note",
     "note|notes|comment|comments|remarks|remark|memo|notiz|notizen|bemerkung|bemerkungen|anmerkung|anmerkungen|"
     "kommentar|"
     "remarque|remarques|commentaire|commentaires|observations|nota|notas|comentario|comentarios|observaciones|"
     "commento|commenti|osservazioni|annotazioni|comentário|comentários|observações|obs|opmerking|opmerkingen|notitie|"
     "notities|anteckning|anteckningar|kommentarer|noter|bemærkning|bemærkninger|notat|merknad|muistiinpano|"
     "muistiinpanot|huomautus|lisätiedot|uwagi|notatka|notatki|poznámka|poznámky|megjegyzés|jegyzet|not|notlar|"
     "açıklama|"
     "примечание|примечания|комментарий|заметки|заметка|примітка|примітки|коментар|備考|メモ|コメント|备注|备注信息|"
     "说明|"
     "비고|메모|참고|background"},
    {"description",
     "description|about|bio|biography|summary|beschreibung|über|infos|description du contact|descripción|"
     "descrizione|descrição|beschrijving|omschrijving|beskrivning|beskrivelse|kuvaus|opis|popis|leírás|"
     "tanım|описание|опис|説明|描述|简介|설명"},
    {"label",
     "label|labels|tag|tags|category|categories|group|groups|group membership|contact groups|segment|list|lists|"
     "marketing lists|kategorie|kategorien|gruppe|gruppen|schlagwort|schlagworte|verteiler|étiquette|étiquettes|"
     "catégorie|catégories|groupe|mots clés|etiqueta|etiquetas|categoría|categorías|grupo|grupos|etichetta|etichette|"
     "categoria|categorie|gruppo|categorias|marcador|groep|groepen|labels en groepen|etikett|etiketter|kategori|grupp|"
     "tunniste|ryhmä|etykieta|etykiety|kategoria|grupa|štítek|štítky|skupina|címke|kategória|csoport|etiket|etiketler|"
     "grup|теги|тег|метка|метки|группа|категория|мітка|група|タグ|ラベル|グループ|分類|标签|分组|类别|태그|라벨|그룹|"
     "분류"},
    {"gender", "gender|sex|geschlecht|genre|sexe|género|sexo|sesso|genere|gênero|geslacht|kön|køn|kjønn|sukupuoli|płeć|"
               "pohlaví|nem|cinsiyet|пол|стать|性別|性别|성별"},
    {"language",
     "language|preferred language|lang|sprache|langue|idioma|lingua|língua|taal|språk|sprog|kieli|język|jazyk|"
     "nyelv|dil|язык|мова|言語|语言|언어|locale"},
    {"source",
     "source|lead source|original source|origin|channel|quelle|herkunft|leadquelle|source du lead|origine|fuente|"
     "origen|fonte|origem|bron|herkomst|källa|kilde|lähde|źródło|zdroj|forrás|kaynak|источник|джерело|情報源|来源|"
     "출처|유입경로|original source type|heard about us"},
    {"status",
     "status|lead status|contact status|stage|lifecycle stage|état|statut|estado del lead|stato lead|situação|"
     "fase|tila|stav|állapot|durum|статус|стадия|ステータス|状態|状态|상태"},
    {"owner",
     "owner|contact owner|account owner|lead owner|assigned to|assignee|record owner|sales rep|besitzer|zuständig|"
     "zugewiesen an|betreuer|verantwortlich|propriétaire|responsable|propietario|asignado a|proprietario|"
     "assegnato a|responsável|proprietário|eigenaar|ägare|ansvarig|ejer|eier|omistaja|vastuuhenkilö|właściciel|"
     "opiekun|vlastník|tulajdonos|sahip|владелец|ответственный|відповідальний|担当者|担当|负责人|所有者|담당자|owner "
     "id"},
    {"industry",
     "industry|sector|branche|industrie|wirtschaftszweig|secteur|secteur d'activité|industria|settore|indústria|"
     "sector de actividad|bransch|branche industri|bransje|toimiala|branża|odvětví|iparág|sektör|отрасль|"
     "сфера деятельности|галузь|業種|業界|行业|업종|산업"},
    {"first_contact",
     "first contact|first seen|first contacted|erstkontakt|erster kontakt|premier contact|primer contacto|"
     "primo contatto|primeiro contato|eerste contact|första kontakt|первый контакт|初回連絡日|首次联系"},
    {"last_contact",
     "last contact|last contacted|last seen|last activity|last activity date|last email interaction when|"
     "last email interaction|last interaction|letzter kontakt|letzte aktivität|dernier contact|"
     "último contacto|ultimo contatto|último contato|laatste contact|senaste kontakt|siste kontakt|"
     "ostatni kontakt|последний контакт|最終連絡日|最后联系|최근 연락"},
    {"last_meeting", "last calendar interaction when|last calendar interaction|last meeting"},
    {"created_at",
     "created|created at|created date|create date|date created|creation date|createdon|created on|date added|"
     "connected on|erstellt|erstellt am|angelegt am|erstelldatum|créé le|date de création|fecha de creación|"
     "creado|data creazione|data di creazione|criado em|data de criação|aangemaakt op|aanmaakdatum|skapad|"
     "oprettet|opprettet|luotu|data utworzenia|utworzono|vytvořeno|létrehozva|oluşturulma tarihi|"
     "дата создания|создано|дата створення|作成日|登録日|创建时间|创建日期|생성일|등록일"},
    {"modified_at",
     "modified|updated|last modified|last modified date|modified on|updated at|updated on|lastmodified|"
     "geändert|geändert am|aktualisiert am|modifié le|date de modification|fecha de modificación|"
     "data modifica|data de modificação|gewijzigd op|ändrad|data modyfikacji|дата изменения|изменено|更新日|"
     "修改时间|更新时间|수정일"},
    {"connection_strength", "connection strength|strength|relationship strength"},
    {"number_of_accounts", "of accounts|number of accounts|accounts"},
    {"cash", "cash"},
    {"balance", "balance|saldo|solde"},
    {"employees",
     "employees|number of employees|employee count|company size|headcount|no of employees|mitarbeiter|"
     "mitarbeiterzahl|anzahl mitarbeiter|effectif|nombre d'employés|empleados|número de empleados|dipendenti|"
     "funcionários|medewerkers|antal anställda|antal ansatte|liczba pracowników|количество сотрудников|従業員数|"
     "员工人数|직원수"},
    {"revenue", "annual revenue|revenue|turnover|umsatz|jahresumsatz|chiffre d'affaires|ingresos|facturación|fatturato|"
                "receita|omzet|omsättning|omsætning|przychód|оборот|выручка|売上|营业额|매출"},
    {"manager", "manager|manager's name|reports to|supervisor|vorgesetzter|responsable hiérarchique|jefe|capo|gerente"},
    {"assistant", "assistant|assistant's name|assistant name|assistent|assistentin|asistente|assistente"},
    {"spouse", "spouse|partner|spouse partner|ehepartner|conjoint|cónyuge|coniuge|cônjuge"},
    {"anniversary", "anniversary|wedding anniversary|jahrestag|hochzeitstag|aniversario"},
    {"opt_out",
     "email opt out|unsubscribed|do not email|do not call|has opted out of email|opted out|marketing opt out|"
     "opt out|no marketing|newsletter|has newsletter"},
    {"", "photo|photo url|picture|image|avatar|avatar url|profile picture|e mail 1 label|e mail 1 type|e mail type|"
         "e mail display name|e mail 2 type|e mail 2 display name|e mail 3 type|e mail 3 display name|phone 1 type|"
         "phone 1 label|phone 2 type|phone 2 label|address 1 type|address 1 label|website 1 type|website 1 label|"
         "e mail 2 label|e mail 3 label|phone 3 type|phone 3 label|organization 1 type|sensitivity|priority|private|"
         "initials|yomi name|given name yomi|family name yomi|additional name yomi|phonetic first name|"
         "phonetic middle name|phonetic last name|organization 1 yomi name|organization 1 symbol|is deleted|"
         "screen name|e mail type 1|email 1 type|relation 1 type|custom field 1 type|event 1 type|im 1 type"},
}};

}  // namespace kith::intake
