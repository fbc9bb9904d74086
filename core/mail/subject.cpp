// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/mail/subject.h"

#include <QSet>

namespace kith::mail {

namespace {

enum class SubjectMark { None, Reply, Forward };

/// What programs put in front, by language; compared in lower case.
SubjectMark subjectMarkOf(const QString& word) {
    static const QSet<QString> replies{
        QStringLiteral("re"),   QStringLiteral("aw"),   QStringLiteral("antw"),  QStringLiteral("sv"),
        QStringLiteral("vs"),   QStringLiteral("res"),  QStringLiteral("rif"),   QStringLiteral("odp"),
        QStringLiteral("ynt"),  QStringLiteral("atb"),  QStringLiteral("bls"),   QStringLiteral("vá"),
        QStringLiteral("ref"),  QStringLiteral("отв"),  QStringLiteral("ответ"), QStringLiteral("απ"),
        QStringLiteral("σχετ"), QStringLiteral("回复"), QStringLiteral("回覆"),  QStringLiteral("答复"),
        QStringLiteral("返信"), QStringLiteral("회신"), QStringLiteral("השב"),   QStringLiteral("رد")};
    static const QSet<QString> forwards{QStringLiteral("fwd"),        QStringLiteral("fw"),   QStringLiteral("wg"),
                                        QStringLiteral("tr"),         QStringLiteral("rv"),   QStringLiteral("enc"),
                                        QStringLiteral("vb"),         QStringLiteral("vl"),   QStringLiteral("pd"),
                                        QStringLiteral("doorst"),     QStringLiteral("i"),    QStringLiteral("ilt"),
                                        QStringLiteral("továbbítás"), QStringLiteral("fs"),   QStringLiteral("пересл"),
                                        QStringLiteral("πρθ"),        QStringLiteral("转发"), QStringLiteral("轉寄"),
                                        QStringLiteral("転送"),       QStringLiteral("전달"), QStringLiteral("הועבר")};
    return replies.contains(word)    ? SubjectMark::Reply
           : forwards.contains(word) ? SubjectMark::Forward
                                     : SubjectMark::None;
}

/// The mark in front, "Re", "Re[2]", "Re (3)" or "Re^2", and what follows its colon.
SubjectMark takeMark(QStringView* rest) {
    const qsizetype ascii = rest->indexOf(u':');
    const qsizetype wide = rest->indexOf(QChar(0xFF1A));
    const qsizetype colon = ascii < 0 ? wide : wide < 0 ? ascii : qMin(ascii, wide);
    if (colon < 1 || colon > 16) {
        return SubjectMark::None;
    }
    QString word = rest->first(colon).trimmed().toString().toLower();
    qsizetype letters = 0;
    while (letters < word.size() && (word[letters].isLetter() || word[letters].isMark())) {
        ++letters;
    }
    for (const QChar c : QStringView(word).sliced(letters)) {
        if (!c.isDigit() && !QStringView(u"[]()^* .").contains(c)) {
            return SubjectMark::None;
        }
    }
    const SubjectMark mark = subjectMarkOf(word.left(letters));
    if (mark != SubjectMark::None) {
        *rest = rest->sliced(colon + 1).trimmed();
    }
    return mark;
}

bool takeListTag(QStringView* rest) {
    const qsizetype end = rest->startsWith(u'[') ? rest->indexOf(u']') : -1;
    if (end < 2 || end > 60 || rest->sliced(end + 1).trimmed().isEmpty()) {
        return false;
    }
    *rest = rest->sliced(end + 1).trimmed();
    return true;
}

}  // namespace

QString normalizedSubject(QStringView subject) {
    const QString line = subject.toString().simplified();
    QStringView rest(line);
    while (takeMark(&rest) != SubjectMark::None || takeListTag(&rest)) {
    }
    return rest.toString();
}

bool isReplySubject(QStringView subject) {
    QStringView rest = subject.trimmed();
    while (true) {
        const SubjectMark mark = takeMark(&rest);
        if (mark == SubjectMark::Reply) {
            return true;
        }
        if (mark == SubjectMark::None && !takeListTag(&rest)) {
            return false;
        }
    }
}

}  // namespace kith::mail
