// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "signature_set.h"

#include "core/base/text.h"

#include <QFile>

#include <algorithm>

namespace kith {
namespace {

Expected expectedOf(const QString& line) {
    Expected wanted;
    wanted.field = line.section(QStringLiteral(": "), 0, 0).trimmed();
    QString rest = line.section(QStringLiteral(": "), 1).trimmed();
    if (wanted.field == QLatin1String("phone") && rest.endsWith(u')')) {
        const qsizetype open = rest.lastIndexOf(u'(');
        wanted.kind = rest.mid(open + 1, rest.size() - open - 2);
        rest = rest.left(open).trimmed();
    }
    const qsizetype equals = rest.indexOf(QStringLiteral(" = "));
    wanted.value = equals < 0 ? rest : rest.left(equals);
    wanted.raw = equals < 0 ? QString() : rest.mid(equals + 3);
    return wanted;
}

QString bodyIn(const QString& locale) {
    static const QMap<QString, QString> bodies{
        {QStringLiteral("de"),
         QStringLiteral("Hallo Herr Klein,\n\nvielen Dank für Ihre Nachricht. Das Angebot schicke ich Ihnen bis "
                        "Freitag, dann können wir in Ruhe darüber sprechen.\n\n")},
        {QStringLiteral("fr"), QStringLiteral("Bonjour Monsieur,\n\nMerci pour votre message. Je vous envoie le devis "
                                              "avant vendredi, nous pourrons en parler ensuite.\n\n")},
        {QStringLiteral("es"), QStringLiteral("Buenos días:\n\nGracias por su mensaje. Le envío el presupuesto antes "
                                              "del viernes y lo comentamos con calma.\n\n")},
        {QStringLiteral("it"), QStringLiteral("Buongiorno,\n\ngrazie per il Suo messaggio. Le mando l'offerta entro "
                                              "venerdì, così possiamo parlarne.\n\n")},
        {QStringLiteral("nl"), QStringLiteral("Beste Pieter,\n\nBedankt voor je bericht. Ik stuur de offerte voor "
                                              "vrijdag, dan kunnen we het bespreken.\n\n")},
        {QStringLiteral("pt"),
         QStringLiteral(
             "Bom dia,\n\nObrigado pela mensagem. Envio a proposta até sexta-feira e depois falamos com calma.\n\n")},
        {QStringLiteral("sv"),
         QStringLiteral(
             "Hej Lars,\n\nTack för ditt meddelande. Jag skickar offerten före fredag så kan vi prata om den.\n\n")},
        {QStringLiteral("pl"),
         QStringLiteral("Dzień dobry,\n\ndziękuję za wiadomość. Wyślę ofertę do piątku i wtedy porozmawiamy.\n\n")},
        {QStringLiteral("ru"),
         QStringLiteral("Добрый день!\n\nСпасибо за письмо. Я пришлю предложение до пятницы, тогда и обсудим.\n\n")},
        {QStringLiteral("en"), QStringLiteral("Hi Paul,\n\nThanks for your message. I will send the quote before "
                                              "Friday so that we can talk about it.\n\n")}};
    return bodies.value(locale, bodies.value(QStringLiteral("en")));
}

}  // namespace

std::vector<SignatureExample> readSignatures(const QString& path) {
    std::vector<SignatureExample> examples;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return examples;
    }
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
    for (const QString& line : lines) {
        if (line.startsWith(QStringLiteral("== "))) {
            examples.push_back({});
            examples.back().id = line.mid(3).trimmed();
            examples.back().locale = examples.back().id.section(u'-', 0, 0);
        } else if (examples.empty() || line.trimmed().isEmpty()) {
            continue;
        } else if (line.startsWith(QStringLiteral("From: "))) {
            const qsizetype open = line.indexOf(u'<');
            examples.back().from = {line.mid(6, open - 6).trimmed(), line.mid(open + 1).chopped(1)};
        } else if (line.startsWith(u'|')) {
            examples.back().card += line.mid(line.startsWith(QStringLiteral("| ")) ? 2 : 1) + u'\n';
        } else {
            examples.back().expected.push_back(expectedOf(line));
        }
    }
    return examples;
}

Letter letterOf(const SignatureExample& example) {
    Letter letter;
    letter.from = {example.from};
    const QString body = bodyIn(example.locale);
    letter.text = body + example.card;
    const int cut = int(text::codePoints(body));
    letter.zones = {{ZoneKind::Author, 0, cut}, {ZoneKind::Signature, cut, int(text::codePoints(letter.text))}};
    return letter;
}

bool slicesTrue(const QString& whole, const people::ContactField& field) {
    if (field.start < 0) {
        return field.start == -1 && field.end == -1 && field.method == QLatin1String("header.from");
    }
    const qsizetype from = text::utf16Index(whole, field.start);
    return field.end > field.start && whole.mid(from, text::utf16Index(whole, field.end) - from) == field.raw;
}

void SetScore::add(const SignatureExample& example, const Letter& letter,
                   const std::vector<people::ContactField>& found) {
    std::vector<Expected> open = example.expected;
    for (const people::ContactField& field : found) {
        ++values;
        badSpans += slicesTrue(letter.text, field) ? 0 : 1;
        if (field.start < 0) {
            continue;
        }
        const auto match = std::find_if(open.begin(), open.end(), [&](const Expected& wanted) {
            return wanted.field == field.field && wanted.value == field.value &&
                   (wanted.raw.isEmpty() || wanted.raw == field.raw) &&
                   (wanted.kind.isEmpty() || wanted.kind == field.kind);
        });
        if (match == open.end()) {
            ++fields[field.field].wrong;
            mistakes << QStringLiteral("%1: wrong %2 '%3' raw '%4' %5 %6")
                            .arg(example.id, field.field, field.value, field.raw, field.kind)
                            .arg(field.confidence);
        } else {
            ++fields[field.field].right;
            open.erase(match);
        }
    }
    for (const Expected& wanted : open) {
        ++fields[wanted.field].missed;
        mistakes << QStringLiteral("%1: missed %2 '%3'").arg(example.id, wanted.field, wanted.value);
    }
}

QString SetScore::table() const {
    QString lines;
    for (auto field = fields.begin(); field != fields.end(); ++field) {
        lines += QStringLiteral("%1 precision %2 recall %3 (%4 right, %5 wrong, %6 missed)\n")
                     .arg(field.key(), -12)
                     .arg(field->precision(), 0, 'f', 3)
                     .arg(field->recall(), 0, 'f', 3)
                     .arg(field->right)
                     .arg(field->wrong)
                     .arg(field->missed);
    }
    return lines;
}

}  // namespace kith
