// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/triage/signals.h"

#include <QCborArray>
#include <QCborValue>

#include <cmath>

namespace kith::triage {

namespace {

constexpr int kSignalsVersion = 1;
constexpr double kThousandths = 1000.0;
/// Below it a head says nothing, and its sentence is not worth keeping.
constexpr double kEvidenceFloor = 0.05;

enum SignalBit {
    Money = 1,
    Deadline = 2,
    Unsubscribes = 4,
    Document = 8,
    Calendar = 16,
    Image = 32,
    OtherFile = 64,
    AutomaticReply = 128,
    Assistant = 256
};

int packedBits(const Signals& s) {
    int bits = 0;
    const auto set = [&bits](bool on, SignalBit bit) { bits |= on ? bit : 0; };
    set(s.content.namesMoney, Money);
    set(s.content.namesDeadline, Deadline);
    set(s.content.unsubscribes, Unsubscribes);
    set(s.attachments.document, Document);
    set(s.attachments.calendar, Calendar);
    set(s.attachments.image, Image);
    set(s.attachments.other, OtherFile);
    set(s.automaticReply, AutomaticReply);
    set(s.aimedAtAssistant, Assistant);
    return bits;
}

void unpackBits(int bits, Signals& s) {
    s.content.namesMoney = (bits & Money) != 0;
    s.content.namesDeadline = (bits & Deadline) != 0;
    s.content.unsubscribes = (bits & Unsubscribes) != 0;
    s.attachments.document = (bits & Document) != 0;
    s.attachments.calendar = (bits & Calendar) != 0;
    s.attachments.image = (bits & Image) != 0;
    s.attachments.other = (bits & OtherFile) != 0;
    s.automaticReply = (bits & AutomaticReply) != 0;
    s.aimedAtAssistant = (bits & Assistant) != 0;
}

}  // namespace

QByteArray toBytes(const Signals& mailSignals) {
    const ContentScores& content = mailSignals.content;
    QCborArray heads;
    for (int head = 0; head < kHeadCount; ++head) {
        const auto at = static_cast<size_t>(head);
        const double p = content.probability[at];
        heads.append(static_cast<int>(std::lround(p * kThousandths)));
        const int sentence = content.evidence[at];
        if (p >= kEvidenceFloor && sentence >= 0 && sentence < static_cast<int>(content.sentences.size())) {
            const SentenceScore& evidence = content.sentences[static_cast<size_t>(sentence)];
            heads.append(evidence.start);
            heads.append(evidence.end);
        } else {
            heads.append(-1);
            heads.append(-1);
        }
    }
    return QCborValue(QCborArray{kSignalsVersion, packedBits(mailSignals), content.words, heads}).toCbor();
}

Result<Signals> signalsFromBytes(const QByteArray& bytes) {
    const QCborArray root = QCborValue::fromCbor(bytes).toArray();
    if (root.size() != 4 || root.at(0).toInteger() != kSignalsVersion) {
        return Error{ErrorKind::Malformed, QStringLiteral("stored signals of an unknown form"), {}};
    }
    Signals s;
    unpackBits(static_cast<int>(root.at(1).toInteger()), s);
    s.content.words = static_cast<int>(root.at(2).toInteger());
    const QCborArray heads = root.at(3).toArray();
    for (size_t head = 0; head < kHeadCount; ++head) {
        const auto at = static_cast<qsizetype>(3 * head);
        const double p = static_cast<double>(heads.at(at).toInteger()) / kThousandths;
        s.content.probability[head] = p;
        SentenceScore evidence;
        evidence.start = static_cast<int>(heads.at(at + 1).toInteger(-1));
        evidence.end = static_cast<int>(heads.at(at + 2).toInteger(-1));
        if (evidence.start < 0) {
            continue;
        }
        evidence.probability[head] = p;
        s.content.evidence[head] = static_cast<int>(s.content.sentences.size());
        s.content.sentences.push_back(evidence);
    }
    return s;
}

}  // namespace kith::triage
