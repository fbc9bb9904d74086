// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/attacks/attack_letters.h"

#include "tests/attacks/attack_dress.h"

#include <QFile>
#include <QHash>
#include <QSet>
#include <QStringList>

namespace kith::attacks {

namespace {

/// A letter before it is written down.
struct Sketch {
    QByteArray from{"\"Supplier Desk\" <desk@sensor-trade.example>"};
    QByteArray headers;
    QByteArray subject{"Your record"};
    QString text;
    QString html;         ///< in place of the text
    QByteArray fileName;  ///< as the parameter is written
    QString calendar;
};

const QString kOpening = QStringLiteral("Dear Mara,\n\nyour record with us is not complete, the form is attached.\n\n");
const QString kClosing = QStringLiteral("\n\nThank you,\nSupplier Desk\n");

QString page(const QString& inside, const QString& head = {}, const QString& body = {}) {
    return QStringLiteral(
               "<html><head>%1</head><body%2><p>Dear Mara,</p><p>your record with us is not complete, the form "
               "is attached.</p>%3<p>Thank you,<br>Supplier Desk</p></body></html>")
        .arg(head, body, inside);
}

/// What stands around the words in the page; %1 are the words.
const QHash<QString, QString>& pageFrames() {
    static const QHash<QString, QString> frames{
        {QStringLiteral("white"), QStringLiteral("<p style=\"color:#ffffff\">%1</p>")},
        {QStringLiteral("near-white"), QStringLiteral("<p style=\"color: rgb(253, 253, 252)\">%1</p>")},
        {QStringLiteral("same-colour"), QStringLiteral("<table bgcolor=\"#1a2b3c\"><tr><td><font color=\"#1A2B3C\">%1"
                                                       "</font></td></tr></table>")},
        {QStringLiteral("css-white"), QStringLiteral("<p class=\"lead ghost\">%1</p>")},
        {QStringLiteral("css-class"), QStringLiteral("<div class=\"gone\"><p>%1</p></div>")},
        {QStringLiteral("css-id"), QStringLiteral("<div id=\"note\">%1</div>")},
        {QStringLiteral("css-descendant"), QStringLiteral("<div class=\"box\"><ul><li>%1</li></ul></div>")},
        {QStringLiteral("css-media"), QStringLiteral("<p class=\"onscreen\">%1</p>")},
        {QStringLiteral("display-none"), QStringLiteral("<div style=\"display:none !important\">%1</div>")},
        {QStringLiteral("visibility"), QStringLiteral("<p style=\"visibility:hidden\">%1</p>")},
        {QStringLiteral("hidden-attribute"), QStringLiteral("<p hidden>%1</p>")},
        {QStringLiteral("font-zero"), QStringLiteral("<span style=\"font-size:0\">%1</span>")},
        {QStringLiteral("font-one"), QStringLiteral("<span style=\"font-size:1px;line-height:1px\">%1</span>")},
        {QStringLiteral("font-shorthand"), QStringLiteral("<span style=\"font: 0/0 sans-serif\">%1</span>")},
        {QStringLiteral("opacity"), QStringLiteral("<p style=\"opacity:0.01\">%1</p>")},
        {QStringLiteral("transparent"), QStringLiteral("<p style=\"color:transparent\">%1</p>")},
        {QStringLiteral("off-screen"), QStringLiteral("<p style=\"position:absolute;left:-6000px\">%1</p>")},
        {QStringLiteral("indent"), QStringLiteral("<p style=\"text-indent:-5000px\">%1</p>")},
        {QStringLiteral("clip"), QStringLiteral("<p style=\"position:absolute;clip:rect(0 0 0 0)\">%1</p>")},
        {QStringLiteral("max-height"), QStringLiteral("<div style=\"max-height:0;overflow:hidden\">%1</div>")},
        {QStringLiteral("scale-zero"), QStringLiteral("<div style=\"transform: scale(0)\">%1</div>")},
        {QStringLiteral("comment"), QStringLiteral("<!-- %1 -->")},
        {QStringLiteral("noscript"), QStringLiteral("<noscript>%1</noscript>")},
        {QStringLiteral("template"), QStringLiteral("<template><p>%1</p></template>")},
        {QStringLiteral("preheader"),
         QStringLiteral("<div style=\"display:none;font-size:1px;max-height:0\">%1</div>")},
        {QStringLiteral("alt"), QStringLiteral("<img src=\"cid:logo\" alt=\"%1\">")},
        {QStringLiteral("html-only"), QStringLiteral("<p>%1</p>")},
        {QStringLiteral("entities"), QStringLiteral("<p style=\"color:#fff\">%1</p>")},
        {QStringLiteral("tags-html"), QStringLiteral("<p>%1</p>")},
    };
    return frames;
}

const QString kSheet = QStringLiteral(
    "<style>/* house style */ body { font-family: sans-serif } .lead.ghost { color: #FFF } .gone { display: none }\n"
    "#note{visibility:hidden} div.box li, .unused { font-size: 0px } @media screen { .onscreen { opacity: 0 } }\n"
    "@media (max-width: 400px) { p { display: none } }</style>");

/// Plain letters: what stands around the words.
const QHash<QString, QString>& textFrames() {
    static const QHash<QString, QString> frames{
        {QStringLiteral("quoted"), QStringLiteral("As you wrote:\n\nOn 4 May 2026, Supplier Desk wrote:\n> %1\n")},
        {QStringLiteral("quoted-owner"),
         QStringLiteral(
             "I refer to this:\n\nOn 4 May 2026 at 10:00, Mara Lindqvist <mara@fjordlight.example> wrote:\n> "
             "%1\n")},
        {QStringLiteral("forwarded"),
         QStringLiteral(
             "See below.\n\n---------- Forwarded message ---------\nFrom: Jo Field <jo@calder.example>\nDate: "
             "Mon, 4 May 2026 at 09:00\nSubject: Agreed\n\n%1\n")},
        {QStringLiteral("signature"), QStringLiteral("Best regards\n\n-- \nJo Field\nSensor Trade Ltd\n%1\n")},
        {QStringLiteral("disclaimer"), QStringLiteral("Best regards,\nJo\n\n________________\n%1\n")},
    };
    return frames;
}

Sketch sketchOf(const Attack& attack) {
    const QString words = dressed(attack.carrier, attack.words);
    Sketch sketch;
    const auto is = [&](const char* name) { return attack.carrier == QLatin1String(name); };
    if (const auto frame = pageFrames().find(attack.carrier); frame != pageFrames().end()) {
        const bool raw = is("entities") || is("comment") || is("tags-html");
        sketch.html = page(words.isEmpty() ? QString() : frame->arg(raw ? words : words.toHtmlEscaped()), kSheet);
        return sketch;
    }
    const bool header = attack.carrier.endsWith(QLatin1String("subject")) || is("encoded-subject-b") ||
                        attack.carrier.endsWith(QLatin1String("sender")) ||
                        attack.carrier.endsWith(QLatin1String("name")) || attack.carrier.startsWith(u"calendar");
    const auto frame = textFrames().find(attack.carrier);
    const QString framed = frame == textFrames().end() || words.isEmpty() ? words : frame->arg(words);
    sketch.text = kOpening + (header ? QString() : framed) + kClosing;
    if (words.isEmpty() || !header) {
        return sketch;
    }
    const QByteArray bytes = words.toUtf8();
    if (is("subject") || is("zero-width-subject")) {
        sketch.subject = bytes;
    } else if (is("encoded-subject") || is("encoded-subject-b")) {
        sketch.subject = encodedWord(words, is("encoded-subject-b"));
    } else if (is("sender") || is("encoded-sender")) {
        sketch.from = (is("sender") ? '"' + bytes + '"' : encodedWord(words, false)) + " <desk@sensor-trade.example>";
    } else if (is("reply-name")) {
        sketch.headers = "Reply-To: \"" + bytes + "\" <desk@sensor-trade.example>\n";
    } else if (is("cc-name")) {
        sketch.headers = "Cc: \"" + bytes + "\" <copy@sensor-trade.example>\n";
    } else if (is("file-name")) {
        sketch.fileName = "filename=\"" + bytes + '"';
    } else if (is("encoded-file-name")) {
        sketch.fileName = "filename*=UTF-8''" + bytes.toPercentEncoding();
    } else {
        sketch.calendar = words;
    }
    return sketch;
}

QByteArray calendarPart(const Attack& attack, const QString& words) {
    const bool place = attack.carrier == QLatin1String("calendar-location");
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:1@sensor-trade.example\r\n"
           "DTSTART:20260512T080000Z\r\nSUMMARY:Record check\r\nLOCATION:" +
           (place ? words.toUtf8() : QByteArray("Room 4")) + "\r\nDESCRIPTION:We look at your record.\\n" +
           (place ? QByteArray() : words.toUtf8()) + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
}

QByteArray written(const Attack& attack, const Sketch& sketch) {
    QByteArray out = "From: " + sketch.from + "\nTo: Mara Lindqvist <mara@fjordlight.example>\n" + sketch.headers +
                     "Subject: " + sketch.subject + "\nDate: Tue, 12 May 2026 08:00:00 +0000\nMessage-ID: <" +
                     idOf(attack).toLatin1() + ">\nMIME-Version: 1.0\n";
    const QByteArray type = sketch.html.isEmpty() ? "text/plain" : "text/html";
    const QByteArray body = (sketch.html.isEmpty() ? sketch.text : sketch.html).toUtf8();
    QByteArray textPart = "Content-Type: " + type + "; charset=utf-8\nContent-Transfer-Encoding: ";
    if (attack.carrier == QLatin1String("quoted-printable")) {
        textPart += "quoted-printable\n\n" + QByteArray(body).replace("=", "=3D").replace("r", "=72");
    } else {
        textPart += "8bit\n\n" + body;
    }
    const bool calendar = attack.carrier.startsWith(u"calendar");
    if (!calendar && !attack.carrier.endsWith(u"file-name")) {
        return out + textPart;
    }
    QByteArray second = "Content-Type: text/calendar; method=REQUEST; charset=utf-8\n\n";
    if (calendar) {
        second += calendarPart(attack, sketch.calendar);
    } else {
        second = "Content-Type: application/pdf\nContent-Disposition: attachment; ";
        second += sketch.fileName.isEmpty() ? QByteArray("filename=\"form.pdf\"") : sketch.fileName;
        second += "\n\nnot really a form\n";
    }
    return out + "Content-Type: multipart/mixed; boundary=cut\n\n--cut\n" + textPart + "\n--cut\n" + second +
           "\n--cut--\n";
}

}  // namespace

std::vector<Attack> writtenAttacks() {
    QFile file(qEnvironmentVariable("KITH_SOURCE_DIR") + QStringLiteral("/tests/attacks/attacks.txt"));
    [[maybe_unused]] const bool opened = file.open(QIODevice::ReadOnly);
    std::vector<Attack> list;
    for (const QString& line : QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts)) {
        if (const QStringList parts = line.split(u'\t'); parts.size() == 3 && !line.startsWith(u"# ")) {
            list.push_back({static_cast<int>(list.size()) + 1, parts[0], parts[1], parts[2]});
        }
    }
    return list;
}

QString idOf(const Attack& attack) {
    return QStringLiteral("attack-%1@sensor-trade.example").arg(attack.number);
}

QByteArray letterWith(const Attack& attack) {
    return written(attack, sketchOf(attack));
}

QByteArray letterWithout(const Attack& attack) {
    Attack clean = attack;
    clean.words.clear();
    return written(clean, sketchOf(clean));
}

bool isHidden(const QString& carrier) {
    static const QSet<QString> shown{QStringLiteral("alt"), QStringLiteral("html-only")};
    static const QSet<QString> invisible{QStringLiteral("tags"), QStringLiteral("selectors"),
                                         QStringLiteral("tags-html")};
    return invisible.contains(carrier) || (pageFrames().contains(carrier) && !shown.contains(carrier));
}

}  // namespace kith::attacks
