// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/triage/sentence_cues.h"

#include "core/triage/hashing.h"
#include "core/triage/sentence_shape.h"

#include <QHash>
#include <QString>

#include <algorithm>

namespace kith::triage {

namespace {

constexpr quint32 kSentenceStart = 0x5EB63BBBu;
constexpr quint32 kSentenceEnd = 0x1C7A43D9u;

struct CuePhrases {
    Cue cue;
    const char* phrases;  ///< parted by |, words as they are compared, ^ for the start of the sentence
};

// Phrases of one to three words; digits are written 0.
constexpr CuePhrases kPhrases[] = {
    {Cue::Interrogative,
     "^who|^what|^when|^where|^why|^how|^which|^whose|^wer|^was|^wann|^wo|^warum|^wie|^welche|^qui|^que|^quand|^où|"
     "^pourquoi|^comment|^quel|^quelle|^cuándo|^dónde|^cómo|^cuál|^cuánto|^chi|^che|^quando|^dove|^come|^quanto|^wie|"
     "^wat|^wanneer|^waar|^hoe|^welke|^is|^are|^do|^does|^did|^have|^has|^was|^were|^should|^may|^shall|^any"},
    {Cue::AsksYou,
     "can you|could you|would you|will you|can we|could we|can someone|could someone|could somebody|do you|are you|"
     "have you|did you|would it be|is it possible|are we able|können sie|könnten sie|kannst du|könntest du|würden sie|"
     "würdest du|pouvez vous|pourriez vous|pourrais tu|peux tu|puede usted|podría|podrías|puedes|potete|potrebbe|"
     "potresti|puoi|kunt u|kun je|zou u|zou je|wilt u"},
    {Cue::Please, "please|pls|plz|kindly|bitte|merci de|veuillez|por favor|per favore|per cortesia|graag|alstublieft|"
                  "would appreciate|grateful if|be great if|be helpful if|appreciate it if"},
    {Cue::LetMeKnow,
     "let me know|let us know|get back to|hear from you|your thoughts|your view|your feedback|please advise|need you "
     "to|"
     "we need|i need|would like you|want you to|need your|waiting for your|remind you|tell me|give me|send me|"
     "call me|give us|geben sie|sagen sie|melden sie|tenez moi|dites moi|hágame saber|fammi sapere|laat me weten"},
    {Cue::ImperativeStart,
     "^send|^call|^check|^make|^review|^confirm|^take|^see|^let|^forward|^provide|^get|^add|^use|^keep|^go|^ask|^tell|"
     "^talk|^note|^remember|^print|^schedule|^contact|^set|^put|^bring|^sign|^return|^complete|^fill|^reply|^respond|"
     "^look|^give|^remove|^update|^find|^try|^read|^attach|^copy|^move|^share|^join|^change|^feel|^ensure|^prepare"},
    {Cue::Promise,
     "i will|i ll|ill|we will|we ll|i shall|we shall|i am going|i m going|im going|let me check|i promise|"
     "will send|will get back|will let you|will call|will have|on it|consider it done|ich werde|wir werden|"
     "ich schicke|wir schicken|ich melde|je vais|nous allons|nous vous|je vous|enviaré|le enviaré|vamos a|manderò|"
     "invierò|ti mando|ik zal|we zullen|ik stuur|you will hear|you will receive|you will have|ill be|i am sending"},
    {Cue::DayOrTime,
     "monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|tonight|today|next week|this week|am|pm|oclock|"
     "0pm|0am|montag|dienstag|mittwoch|donnerstag|freitag|morgen|uhr|lundi|mardi|mercredi|jeudi|vendredi|demain|lunes|"
     "martes|miércoles|jueves|viernes|mañana|lunedì|martedì|mercoledì|giovedì|venerdì|domani|maandag|dinsdag|woensdag|"
     "donderdag|vrijdag|noon|afternoon|0th|0st|0nd|0rd"},
    {Cue::MeetWord,
     "meet|meeting|meetings|call|conference call|lunch|dinner|breakfast|coffee|schedule|reschedule|appointment|get "
     "together|sit down|available|free on|catch up|calendar|invite|treffen|termin|besprechung|telefonat|telefonieren|"
     "réunion|rendez|rencontrer|reunión|reunirnos|llamada|incontro|riunione|sentirci|incontrarci|afspraak|overleg|"
     "vergadering|afspreken|teleconference|videoconference|face to face"},
    {Cue::Money,
     "$ 0|€ 0|£ 0|0 €|0 $|0 euros|0 euro|0 eur|0 usd|0 dollars|0 pounds|0 chf|0k|eur 0|usd 0|0 million|0 francs"},
    {Cue::Deadline,
     "by monday|by tuesday|by wednesday|by thursday|by friday|by tomorrow|by tonight|by noon|by the end|by end|by 0|"
     "by close|deadline|due by|due on|due date|no later than|until friday|asap|as soon as|bis zum|bis freitag|bis "
     "montag|bis morgen|spätestens|avant le|au plus tard|antes del|a más tardar|entro il|entro venerdì|uiterlijk|eod|"
     "before 0|this afternoon|right away|before friday|before monday|before the end|before we sign"},
    {Cue::You, "you|your|yours|sie|ihr|ihre|ihren|du|dich|dir|vous|votre|vos|usted|su|tu|lei|vostro|voi|u|uw|je|jouw"},
    {Cue::Negation, "not|no|never|dont|cant|wont|cannot|nicht|kein|keine|ne|pas|non|niet|geen|nunca|doesnt|didnt|isnt"},
    {Cue::BulkWord,
     "click here|click below|click the link|subscribe|newsletter|offer ends|free shipping|special offer|limited time|"
     "order now|shop now|sale|save 0|0 off|advertisement|webinar series|privacy policy|all rights reserved|winner|"
     "sign up|log in|follow us|this message was|automatically generated|do not reply"},
    {Cue::Unsubscribe,
     "unsubscribe|view in browser|in your browser|opt out|email preferences|mailing preferences|abbestellen|"
     "désabonner|se désinscrire|darse de baja|disiscriverti|afmelden|manage your subscription|no longer wish to"},
    {Cue::DemoWord,
     "demo|demos|demonstration|demonstrate|trial|pilot|walkthrough|show us|see it in|try it|test it|live demo|"
     "product tour|vorführen|vorführung|testzugang|démonstration|essai|demostración|prueba|dimostrazione|prova|"
     "demonstratie|proefperiode|evaluation licence|evaluate|presentation of your"},
    {Cue::PricingWord,
     "price|prices|pricing|quote|quotes|quotation|quotations|budget|discount|rates|rate|offer|bid|cost|costs|proposal|"
     "net 0|terms|invoice|purchase|order|buy|seats|licences|licenses|volume|preis|preise|angebot|rabatt|kosten|devis|"
     "prix|tarif|remise|commander|presupuesto|precio|precios|descuento|oferta|preventivo|prezzo|prezzi|sconto|offerte|"
     "prijs|prijzen|korting|how much"},
    {Cue::PartnerWord,
     "partner|partners|partnership|joint venture|reseller|resell|alliance|cooperation|co operation|distribute|"
     "distribution|distributor|collaborate|collaboration|invest|investment|work together|team up|introduce you|"
     "introduction|joint|partnerschaft|zusammenarbeit|vertriebspartner|partenariat|collaborer|distributeur|"
     "colaboración|socio|alianza|collaborazione|distribuzione|samenwerking|samenwerken|equity|merger|acquisition"},
    {Cue::SpeakWord,
     "speak|speaker|speakers|speaking|keynote|panel|panelist|talk at|give a talk|lecture|stage|moderate|podium|vortrag|"
     "sprechen|referent|conférence|intervenir|conférencier|ponencia|ponente|charla|intervento|relatore|lezing|spreker|"
     "your talk|address the|present at|conference"},
    {Cue::PressWord,
     "interview|article|press|journalist|reporter|magazine|newspaper|podcast|award|feature|story|quote you|editor|"
     "broadcast|media|publish|photo|profile|coverage|presse|zeitung|artikel|zeitschrift|auszeichnung|journal|prix|"
     "entrevista|periodista|revista|premio|intervista|giornalista|rivista|krant|tijdschrift|journal|tv"},
    {Cue::SubmitWord,
     "paper|papers|abstract|manuscript|submission|submit|submissions|reviewer|review this|referee|call for|chapter|"
     "application|proposal for the|proceedings|camera ready|beitrag|einreichen|einreichung|manuskript|gutachten|"
     "soumettre|résumé|manuscrit|enviar un|resumen|comunicación|manoscritto|sottoporre|inzenden|bijdrage|workshop "
     "track"},
    {Cue::CancelWord,
     "cancel|cancels|cancelled|canceled|cancelling|cancellation|terminate|termination|not renew|not be "
     "renewing|renewal|"
     "withdraw|withdrawing|switch to|switching to|moving to another|end our|end the contract|stop using|discontinue|"
     "kündigen|kündigung|stornieren|résilier|résiliation|annuler|rescindir|anular|cancelar|disdire|annullare|recesso|"
     "opzeggen|annuleren|close our account|refund|call off|pull out"},
    {Cue::PastTense, "was|were|had|did|said|went|got|came|sent|received|made|took|wrote|told|asked|has been|have been"},
    {Cue::Proposal,
     "lets|let s|should we|shall we|how about|what about|why dont we|would like to|id like to|we should|we need to|"
     "i want to|like to discuss|to discuss|follow up|feel free|dont hesitate|looking forward|look forward to|"
     "make sure|be sure|need to talk|would love to|wollen wir|sollen wir|wie wäre|on pourrait|podríamos|potremmo|"
     "zullen we|possible to|possible for|suggest that|i suggest|i propose|we propose|id suggest"},
    {Cue::Conditional,
     "if you|if possible|if so|if not|if anyone|if your|in case|when you get|when you have|once you|whenever you|"
     "wenn sie|falls sie|si vous|si usted|se vuole|als u|unless"},
    {Cue::Courtesy,
     "thank you|thanks|thanks for|best regards|regards|sincerely|danke|vielen dank|merci|gracias|grazie|bedankt|"
     "congratulations|happy to|glad to|pleased to|sorry|apologize|apologies|hope you"},
    {Cue::FirstPerson,
     "i|we|us|our|my|me|im|id|ill|ive|were|well|ich|wir|uns|unser|unsere|unseren|mir|mich|je|nous|notre|nos|moi|yo|"
     "nosotros|nuestro|nuestra|nos|quiero|queremos|quisiera|quisiéramos|necesitamos|io|noi|nostro|nostra|vorrei|"
     "vorremmo|ci|wij|ons|onze|ik|mijn|nós|nosso|nossa|eu|gostaria|gostaríamos|queremos"},
    {Cue::ThirdPerson, "he|she|they|his|her|their|them|it"},
};

/// Words of a phrase hashed the way a sentence's grams are.
quint32 phraseHash(const QString& phrase) {
    std::vector<quint32> words;
    if (phrase.startsWith(QLatin1Char('^'))) {
        words.push_back(kSentenceStart);
    }
    appendWordHashes(phrase, words);
    quint32 hash = words.empty() ? 0 : words[0];
    for (size_t i = 1; i < words.size(); ++i) {
        hash = joinedHash(hash, words[i]);
    }
    return hash;
}

const QHash<quint32, quint32>& cueTable() {
    static const QHash<quint32, quint32> table = [] {
        QHash<quint32, quint32> masks;
        for (const CuePhrases& group : kPhrases) {
            for (const QString& phrase : QString::fromUtf8(group.phrases).split(QLatin1Char('|'))) {
                masks[phraseHash(phrase)] |= 1u << static_cast<unsigned>(group.cue);
            }
        }
        return masks;
    }();
    return table;
}

void combinedCues(SentenceParts& parts) {
    const auto set = [&](Cue cue, bool holds) { parts.cue[static_cast<size_t>(cue)] = holds; };
    const auto any = [&](std::initializer_list<Cue> cues) {
        return std::any_of(cues.begin(), cues.end(), [&](Cue cue) { return parts.has(cue); });
    };
    const bool topic = any({Cue::DemoWord, Cue::PricingWord, Cue::PartnerWord, Cue::SpeakWord, Cue::PressWord,
                            Cue::SubmitWord, Cue::CancelWord});
    const bool addressed = any({Cue::FirstPerson, Cue::You, Cue::Please, Cue::AsksYou, Cue::QuestionMark});
    set(Cue::TopicUnaddressed, topic && !addressed);
    set(Cue::VeryShort, parts.words <= 3);
    set(Cue::Short, parts.words > 3 && parts.words <= 8);
    set(Cue::Long, parts.words > 25);
}

}  // namespace

SentenceParts sentenceParts(QStringView sentence) {
    static const quint32 questionMark = phraseHash(QStringLiteral("?"));
    SentenceParts parts;
    std::vector<quint32> words{kSentenceStart};
    words.reserve(64);
    appendWordHashes(sentence, words);
    parts.words = static_cast<int>(words.size()) - 1;
    const bool asks = std::find(words.begin(), words.end(), questionMark) != words.end();
    words.push_back(kSentenceEnd);
    parts.grams.reserve(words.size() * 3);
    quint32 cues = 0;
    const auto take = [&](quint32 gram) {
        parts.grams.push_back(gram);
        cues |= cueTable().value(gram, 0);
    };
    for (size_t i = 0; i < words.size(); ++i) {
        take(words[i]);
        if (i + 1 < words.size()) {
            const quint32 two = joinedHash(words[i], words[i + 1]);
            take(two);
            if (i + 2 < words.size()) {
                take(joinedHash(two, words[i + 2]));
            }
        }
    }
    for (size_t cue = 0; cue < kCueCount; ++cue) {
        parts.cue[cue] = (cues >> cue & 1u) != 0;
    }
    parts.cue[static_cast<size_t>(Cue::QuestionMark)] = asks;
    combinedCues(parts);
    appendShapeGrams(sentence, parts.grams);
    std::sort(parts.grams.begin(), parts.grams.end());
    parts.grams.erase(std::unique(parts.grams.begin(), parts.grams.end()), parts.grams.end());
    return parts;
}

}  // namespace kith::triage
