// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Letters as Kith writes them, each with what was meant as JSON beside it, for a reader that others wrote:
// mime_samples FOLDER
#include "core/mail/mime_writer.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <random>

using namespace kith;

namespace {

constexpr int kSamples = 200;

class Sampler {
public:
    mail::OutgoingLetter letter(int number) {
        mail::OutgoingLetter out;
        out.from = {pick(kNames), QStringLiteral("mara@fjordlight.example")};
        out.to = people(1 + below(4), number);
        out.cc = people(below(3), number + 1'000);
        out.bcc = below(4) == 0 ? people(1, number + 2'000) : Addresses();
        out.subject = pick(kSubjects);
        out.text = text();
        out.withHtml = below(4) != 0;
        out.rfc822MessageId = QStringLiteral("kith-%1@fjordlight.example").arg(number);
        for (int i = below(25); i > 0; --i) {
            out.references << QStringLiteral("reference-%1-%2@caldervoss.example").arg(number).arg(i);
        }
        out.inReplyTo = out.references.isEmpty() ? QString() : out.references.last();
        out.date = std::chrono::milliseconds(1'778'846'400'000 + number * 60'000);
        out.dateOffset = std::chrono::minutes(60 * (below(25) - 12));
        for (int i = below(3); i > 0; --i) {
            out.files.push_back({pick(kFiles), QStringLiteral("application/octet-stream"), bytes(below(5'000))});
        }
        return out;
    }

private:
    int below(int limit) { return static_cast<int>(m_random() % static_cast<unsigned>(limit)); }
    QString pick(const QStringList& list) { return list[below(static_cast<int>(list.size()))]; }
    Addresses people(int count, int number) {
        Addresses list;
        for (int i = 0; i < count; ++i) {
            const QString domain = below(5) == 0 ? QStringLiteral("bücher.example") : QStringLiteral("firm.example");
            list.push_back({pick(kNames), QStringLiteral("person.%1.%2@%3").arg(number).arg(i).arg(domain)});
        }
        return list;
    }
    QString text() {
        QString out;
        for (int i = 1 + below(8); i > 0; --i) {
            QStringList words;
            for (int w = 1 + below(60); w > 0; --w) {
                words << pick(kWords);
            }
            out += (below(6) == 0 ? QStringLiteral("> ") : QString()) + words.join(u' ') +
                   (below(3) == 0 ? QStringLiteral("\n") : QStringLiteral("\n\n"));
        }
        return out;
    }
    QByteArray bytes(int size) {
        QByteArray out(size, '\0');
        for (char& one : out) {
            one = static_cast<char>(below(256));
        }
        return out;
    }

    const QStringList kNames{QStringLiteral("Ana Ruiz"),
                             QStringLiteral("Iñaki Soler"),
                             QString(),
                             QStringLiteral("\"Quoted\" O'Neil, Esq."),
                             QStringLiteral("李小龙"),
                             QStringLiteral("Dr. Grüße (Vertrieb)"),
                             QStringLiteral("Zoë 🚀 Ångström")};
    const QStringList kSubjects{
        QStringLiteral("Re: Quote Q-2207"),
        QStringLiteral("Re: Grüße aus Köln"),
        QStringLiteral("Re: 見積もりについて、ご確認をお願いいたします。よろしくお願いいたします。"),
        QStringLiteral("Re: a subject that is rather long, so long in fact that it has to be "
                       "folded over more than one line when it is written"),
        QStringLiteral("Re: =?utf-8?Q?not_encoded?= but text"),
        QStringLiteral("Re: 🚀 launch")};
    const QStringList kFiles{QStringLiteral("quote.pdf"), QStringLiteral("Preisliste für März.xlsx"),
                             QStringLiteral("a very long name of a file that somebody thought was a good idea to have "
                                            "in the first place – really.txt")};
    const QStringList kWords{QStringLiteral("quote"),
                             QStringLiteral("From"),
                             QStringLiteral("."),
                             QStringLiteral("Grüße"),
                             QStringLiteral("--"),
                             QStringLiteral("<b>"),
                             QStringLiteral("40"),
                             QStringLiteral("日本語"),
                             QStringLiteral("=3D"),
                             QStringLiteral("seats,"),
                             QStringLiteral("averyveryverylongwordthatgoesonandonandonandonand"
                                            "onandonandonforeverandever"),
                             QStringLiteral("&amp;"),
                             QStringLiteral("🚀")};
    std::mt19937 m_random{20'260'528};
};

QJsonArray peopleJson(const Addresses& people) {
    QJsonArray list;
    for (const Address& who : people) {
        list.append(QJsonArray{who.name, who.address});
    }
    return list;
}

QJsonObject meant(const mail::OutgoingLetter& letter) {
    QJsonArray files;
    for (const mail::OutgoingFile& file : letter.files) {
        const QByteArray hash = QCryptographicHash::hash(file.bytes, QCryptographicHash::Sha256).toHex();
        files.append(QJsonArray{file.name, QString::fromLatin1(hash)});
    }
    return {{QStringLiteral("from"), peopleJson({letter.from})},
            {QStringLiteral("to"), peopleJson(letter.to)},
            {QStringLiteral("cc"), peopleJson(letter.cc)},
            {QStringLiteral("bcc"), peopleJson(letter.bcc)},
            {QStringLiteral("subject"), letter.subject},
            {QStringLiteral("text"), letter.text},
            {QStringLiteral("html"), letter.withHtml},
            {QStringLiteral("message_id"), letter.rfc822MessageId},
            {QStringLiteral("in_reply_to"), letter.inReplyTo},
            {QStringLiteral("references"), QJsonArray::fromStringList(letter.references)},
            {QStringLiteral("date"), static_cast<qint64>(letter.date.count() / 1000)},
            {QStringLiteral("offset_minutes"), static_cast<int>(letter.dateOffset.count())},
            {QStringLiteral("files"), files}};
}

bool write(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

}  // namespace

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    const QDir folder(application.arguments().value(1, QStringLiteral(".")));
    Sampler sampler;
    for (int i = 0; i < kSamples; ++i) {
        const mail::OutgoingLetter letter = sampler.letter(i);
        const auto raw = mail::writeMime(letter);
        const QString base = folder.filePath(QString::number(i));
        if (!raw || !write(base + QStringLiteral(".eml"), *raw) ||
            !write(base + QStringLiteral(".json"), QJsonDocument(meant(letter)).toJson())) {
            return 1;
        }
    }
    return 0;
}
