// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/support/mail_forge.h"

namespace kith::testing {

QByteArray LetterForge::eml() const {
    QByteArray text = "Message-ID: <" + m_id + ">\nDate: " + QByteArray::number(m_day) + " May 2026 " +
                      QByteArray::number(m_hour).rightJustified(2, '0') + ":00:00 +0000\nFrom: " + m_from +
                      "\nTo: " + m_to + "\nSubject: " + m_subject + "\n";
    if (!m_answers.isEmpty()) {
        text += "In-Reply-To: <" + m_answers + ">\nReferences: <" + m_answers + ">\n";
    }
    if (!m_labels.isEmpty()) {
        text += "X-Gmail-Labels: " + m_labels + "\n";
    }
    return text + m_extra + "Content-Type: text/plain; charset=utf-8\n\n" + m_body;
}

QByteArray LetterForge::mbox() const {
    return "From MAILER-DAEMON Fri May 15 00:00:00 2026\n" + eml() + "\n";
}

QByteArray aMailbox(int weeks) {
    QByteArray box;
    for (int i = 1; i <= weeks; ++i) {
        const QByteArray n = QByteArray::number(i);
        box += aLetter().id("q" + n + "@caldervoss.example").subject("Probe question " + n).day(i, 9).mbox();
        box += aLetter()
                   .from("Mara Lindqvist <mara@fjordlight.example>")
                   .to("Ana Ruiz <ana@caldervoss.example>")
                   .id("r" + n + "@fjordlight.example")
                   .answers("q" + n + "@caldervoss.example")
                   .subject("Re: Probe question " + n)
                   .day(i, 10)
                   .labels("Sent")
                   .body("Hi Ana,\n\nhere it is.\n\nMara\n")
                   .mbox();
        box += aLetter()
                   .from("Metrology Weekly <news@metrology.example>")
                   .id("n" + n + "@metrology.example")
                   .subject("Issue " + QByteArray::number(200 + i))
                   .day(i, 12)
                   .header("List-Id: <weekly.metrology.example>")
                   .header("List-Unsubscribe: <mailto:off@metrology.example>")
                   .body("Five ways to read a drift curve. Unsubscribe at any time.\n")
                   .mbox();
    }
    return box;
}

}  // namespace kith::testing
