// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The words of cards themselves: titles, legal forms, organisations, streets, countries, honours.
#include "core/people/lexicon.h"

namespace kith::people {
namespace {

void addTitles(const AddWords& add) {
    add(TitleSense,
        u"manager director head chief officer president vp svp evp vicepresident chairman chairwoman chairperson chair "
        u"ceo cto cfo coo cmo cio cpo ciso cro founder co-founder cofounder owner partner principal associate engineer "
        u"developer architect designer analyst consultant adviser advisor specialist executive representative "
        u"coordinator supervisor administrator assistant secretary treasurer accountant controller auditor lawyer "
        u"attorney counsel paralegal notary scientist researcher professor lecturer fellow librarian teacher editor "
        u"writer journalist photographer translator buyer planner strategist recruiter evangelist lead leader "
        u"superintendent foreman technician broker trader agent realtor nurse physician surgeon dentist pharmacist "
        u"veterinarian therapist curator producer intern trainee apprentice copywriter programmer webmaster actuary "
        u"economist ambassador minister dean rector provost postdoc bookkeeper dispatcher "
        u"geschäftsführer geschäftsführerin geschäftsleitung geschäftsführung leiter leiterin leitung vorstand inhaber "
        u"inhaberin prokurist prokuristin referent referentin berater beraterin sachbearbeiter sachbearbeiterin "
        u"assistent assistentin assistenz ingenieur ingenieurin entwickler entwicklerin architektin kaufmann kauffrau "
        u"buchhalter buchhalterin rechtsanwalt rechtsanwältin steuerberater steuerberaterin notar meister meisterin "
        u"redakteur redakteurin werkstudent werkstudentin praktikant praktikantin gesellschafter gesellschafterin "
        u"vorsitzender vorsitzende direktor direktorin disponent disponentin einkäufer einkäuferin verkäufer "
        u"sekretär sekretärin vertriebsbeauftragter fachreferent partnerin beauftragter beauftragte techniker "
        u"directeur directrice responsable chargé chargée gérant gérante ingénieur ingénieure conseiller conseillère "
        u"consultante assistante président présidente fondateur fondatrice avocat avocate comptable développeur "
        u"développeuse commercial commerciale technicien technicienne architecte rédacteur rédactrice associé associée "
        u"gestionnaire acheteur acheteuse adjoint adjointe coordinateur coordinatrice secrétaire délégué formateur "
        u"directora gerente jefe jefa ingeniero ingeniera asesor asesora consultora abogado abogada socio socia "
        u"presidenta fundador fundadora coordinador coordinadora administrador administradora desarrollador "
        u"desarrolladora comprador asistente técnico contable arquitecto arquitecta encargado encargada analista "
        u"direttore direttrice responsabile amministratore amministratrice ingegnere consulente avvocato titolare "
        u"presidente fondatore fondatrice socio impiegata impiegato commercialista architetto sviluppatore venditore "
        u"segretaria assistente addetto addetta tecnico ricercatore ricercatrice coordinatore capo "
        u"diretor diretora sócio sócia engenheiro engenheira consultor coordenador coordenadora advogado advogada "
        u"vendedor supervisor chefe sócio-gerente programador técnica arquiteto gestor gestora "
        u"directeur hoofd adviseur medewerker medewerkster eigenaar eigenaresse projectleider ontwikkelaar inkoper "
        u"vertegenwoordiger bestuurder voorzitter secretaris advocaat boekhouder beheerder vennoot teamleider "
        u"direktör säljare vd projektledare konsult ingenjör utvecklare ekonom chef rådgivare inköpare ordförande "
        u"daglig leder sjef rådgiver utvikler selger konsulent ingeniør direktør medarbejder indehaver advokat jurist "
        u"leder projektleder salgschef sælger udvikler arkitekt grundare grundlegger "
        u"toimitusjohtaja johtaja päällikkö myyntipäällikkö asiantuntija insinööri suunnittelija kehittäjä "
        u"dyrektor kierownik kierowniczka specjalista specjalistka prezes inżynier konsultant konsultantka doradca "
        u"właściciel właścicielka księgowa księgowy radca adwokat koordynator programista handlowiec przedstawiciel "
        u"ředitel ředitelka vedoucí jednatel jednatelka obchodník specialista inženýr účetní majitel majitelka "
        u"projektant konzultant konzultantka manažer manažerka vývojář referentka zástupce riaditeľ konateľ "
        u"директор менеджер руководитель начальник инженер специалист консультант бухгалтер юрист разработчик "
        u"президент заместитель аналитик администратор секретарь эксперт координатор архитектор "
        u"estimator journalist journalistin fotograf fotografin photographe dozent dozentin mitarbeiter mitarbeiterin "
        u"professore "
        u"professeur profesor profesora zaakvoerder beleidsmedewerker psychologe psychologin ärztin arzt coach trainer "
        u"部長 課長 代表取締役 取締役 営業部長 経理 经理 总监 总经理 董事长 工程师 대표 대표이사 과장 부장 팀장");
    add(TitleSense,
        u"*leiter *leiterin *leitung *führer *führerin *berater *beraterin *entwickler *entwicklerin *ingenieur "
        u"*ingenieurin *beauftragter *beauftragte *referent *referentin *sachbearbeiter *sachbearbeiterin *assistent "
        u"*assistentin *manager *managerin *direktor *direktorin *betreuer *betreuerin *techniker *technikerin "
        u"*architekt *architektin *kaufmann *kauffrau *anwalt *anwältin *meister *verantwortlicher *spezialist "
        u"*spezialistin *ledare *sjef *chef *chefin *leder *rådgiver *päällikkö *johtaja *insinööri *medewerker "
        u"*leider "
        u"*adviseur *konsulent *konsult *ingeniør *ingenjör *utvecklare *utvikler *udvikler *redakteur *redakteurin "
        u"*vorsitzender *vorsitzende *vorstand *ologist *angestellte *angestellter");
}

void addFirms(const AddWords& add) {
    add(LegalSense, u"oo ro gmbh mbh ug ohg gbr ev eg kgaa ggmbh partg partgmbb mbb pllc ltd limited llc llp plc inc "
                    u"incorporated corp corporation "
                    u"pty pte pvt sarl sàrl eurl sasu scop srl srls spa snc sapa ltda lda eireli slu bvba vof nv bv "
                    u"aps oyj sro doo sau ао "
                    u"dooel kft zrt nyrt zoo gmbh&co co.kg sp.j ooo ооо оао зао пао ип тов 株式会社 有限公司 "
                    u"股份有限公司 합자회사 주식회사 oü "
                    u"ehf sia uab s.c.r.l");
    add(ShortLegalSense, u"ag kg se sa sas sl ab as a/s k/s oy spk cv co kk lp pc sca scs sc ood ad ks asa hf");
    add(OrganSense,
        u"university universität hochschule college institute institut school schule bank foundation stiftung verein "
        u"association society council ministry ministerium agency agentur verlag group gruppe holding "
        u"partners solutions consulting consultants technologies software systems services industries laboratories "
        u"labs "
        u"studio studios media logistics pharma energy stadtwerke klinik klinikum hospital museum theater "
        u"université école institut agence groupe cabinet société fondation universidad instituto fundación grupo "
        u"universidade fundação università istituto gruppo fondazione universiteit hogeschool stichting groep "
        u"universitet universitetet högskola yliopisto uniwersytet fundacja instytut univerzita ústav nadace "
        u"университет институт банк компания werke werk ventures capital advisors associates brothers company "
        u"kanzlei praxis apotheke bäckerei schreinerei handwerk agentur architekten ingenieure rechtsanwälte "
        u"大学 公司 会社");
    add(OrganSense, u"*werke *bank *verlag *kanzlei *institut *museum *klinik *verband *agentur *gesellschaft");
    add(DivisionSense,
        u"sales marketing vertrieb einkauf verkauf support service services finance hr team abteilung bereich division "
        u"unit development entwicklung research forschung operations logistics logistik produktion production legal "
        u"recht controlling it edv communications kommunikation press presse export import purchasing procurement "
        u"global international customer customers digital business project projects product products technology "
        u"strategy innovation engineering quality regional national european sustainability accounting office "
        u"marché ventes achats ventas compras vendite acquisti verkoop inkoop försäljning salg inköp sprzedaży obchod "
        u"продаж отдел marketingu security messaging desk recherche headquarters campus centre center zentrum");
}

void addPlaces(const AddWords& add) {
    add(StreetSense,
        u"street st road avenue lane drive boulevard blvd parkway highway square court crescent terrace ave rd hwy "
        u"pkwy "
        u"plaza row mews wharf quay broadway way gate hill "
        u"straße strasse str weg gasse platz allee ring ufer damm chaussee "
        u"rue av allée impasse quai cours chemin route faubourg "
        u"via viale piazza corso largo vicolo calle avenida avda paseo plaza ronda carrer camino carretera "
        u"rua praça travessa alameda estrada rodovia straat laan plein gracht kade weg dreef "
        u"gatan vägen gata väg torg vej gade allé stræde veien vei gate katu tie kuja ul ulica aleja al pl plac os "
        u"ulice náměstí nám třída tř nábřeží улица ул проспект пр-т пр-кт переулок пер площадь шоссе бульвар наб utca");
    add(StreetSense,
        u"*straße *strasse *str *weg *gasse *platz *allee *ufer *damm *chaussee *straat *laan *plein *gracht *kade "
        u"*singel *dijk *gatan *vägen *gata *torget *vej *gade *veien *vegen *gata *katu *tie *kuja *stræde *torv "
        u"*promenade *markt *graben *steig *ring");
    add(UnitSense,
        u"suite ste postbus floor bâtiment fl room building bldg unit apt level po box postfach pobox etage stock og "
        u"büro bp cs cedex "
        u"piso planta andar sala apartado interno scala lok lokal m. patro офис оф кв дом д корп стр block tower");
    add(CountrySense,
        u"deutschland germany austria österreich schweiz switzerland suisse svizzera france frankreich italia italy "
        u"italien españa spain spanien portugal brasil brazil nederland netherlands niederlande belgium belgië "
        u"belgique "
        u"belgien uk england scotland wales ireland usa canada australia sverige sweden norge norway danmark denmark "
        u"suomi finland polska poland česko czechia slovensko россия russia україна ukraine india japan singapore "
        u"luxembourg luxemburg mexico méxico argentina chile colombia turkey türkiye greece hungary magyarország");
    add(HonourSense,
        u"dr prof professor mag dipl dipl-ing ceng hons ing ing. dipl-kfm dipl-kffr dipl-inf dipl-wirt-ing mba msc bsc "
        u"phd md ba "
        u"ma llm jd cpa esq mgr bc rndr phdr judr mudr mr mrs ms miss mx herr frau hr fr m mme mlle sr sra srta sig "
        u"dott "
        u"dott.ssa dottssa avv arch geom drs ir mevr dhr d-r д-р eng pmp cfa frcs fca habil med rer nat jur h.c. pe "
        u"b.a. m.a. m.sc. b.sc. ll.m. rn cissp ia iv ppa he him she her they them");
    add(ParticleSense, u"von van vom zu zum zur der den de del della di da das do dos du la le les el al bin ibn ben "
                       u"ten ter te op af av "
                       u"y e i und og dalla degli lo st san mac mc o jr jun sen ii iii iv");
}

}  // namespace

void addCardWords(const AddWords& add) {
    addTitles(add);
    addFirms(add);
    addPlaces(add);
}

}  // namespace kith::people
