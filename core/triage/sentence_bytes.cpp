// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/triage/sentence_model.h"

#include <QDataStream>
#include <QIODevice>
#include <QtEndian>

#include <algorithm>
#include <cmath>

namespace kith::triage {

namespace {

constexpr quint32 kSentenceMagic = 0x4B53454E;  // KSEN
constexpr quint32 kSentenceFormat = 2;
constexpr quint32 kGramsAllowed = 200'000;

QDataStream& settled(QDataStream& stream) {
    stream.setVersion(QDataStream::Qt_6_4);
    stream.setByteOrder(QDataStream::LittleEndian);
    stream.setFloatingPointPrecision(QDataStream::SinglePrecision);
    return stream;
}

std::array<float, kHeadCount> quantisingScales(const SentenceWeights& weights) {
    std::array<float, kHeadCount> scales{};
    for (const auto& row : weights.gramWeights) {
        for (size_t head = 0; head < kHeadCount; ++head) {
            scales[head] = std::max(scales[head], std::abs(row[head]) / 127.0F);
        }
    }
    return scales;
}

qint8 quantised(float weight, float scale) {
    return scale > 0 ? static_cast<qint8>(std::lround(weight / scale)) : qint8{0};
}

/// At one go: word by word, a model of this size takes longer to read than the window to open.
template <class Value>
bool readBlock(QDataStream& in, std::vector<Value>& values) {
    const auto size = static_cast<int>(values.size() * sizeof(Value));
    return in.readRawData(reinterpret_cast<char*>(values.data()), size) == size;
}

}  // namespace

QByteArray toBytes(const SentenceWeights& weights) {
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    settled(out) << kSentenceMagic << kSentenceFormat << static_cast<quint32>(kHeadCount)
                 << static_cast<quint32>(kCueCount) << static_cast<quint32>(weights.grams.size()) << weights.version;
    const auto scales = quantisingScales(weights);
    for (size_t head = 0; head < kHeadCount; ++head) {
        out << scales[head] << weights.bias[head] << static_cast<float>(weights.platt[head].slope)
            << static_cast<float>(weights.platt[head].offset) << static_cast<float>(weights.prior[head]);
        for (const auto& row : weights.cueWeights) {
            out << row[head];
        }
    }
    for (const quint32 gram : weights.grams) {
        out << gram;
    }
    for (const auto& row : weights.gramWeights) {
        for (size_t head = 0; head < kHeadCount; ++head) {
            out << quantised(row[head], scales[head]);
        }
    }
    return bytes;
}

Result<SentenceModel> SentenceModel::fromBytes(const QByteArray& bytes) {
    QDataStream in(bytes);
    quint32 magic = 0, format = 0, heads = 0, cues = 0, grams = 0;
    SentenceModel model;
    settled(in) >> magic >> format >> heads >> cues >> grams;
    if (magic != kSentenceMagic || format != kSentenceFormat || heads != kHeadCount || cues != kCueCount ||
        grams > kGramsAllowed) {
        return Error{ErrorKind::Malformed, QStringLiteral("not sentence weights of this version"), {}};
    }
    in >> model.m_version;
    for (size_t head = 0; head < kHeadCount; ++head) {
        float slope = 1, offset = 0, prior = 0;
        in >> model.m_scale[head] >> model.m_bias[head] >> slope >> offset >> prior;
        model.m_platt[head] = {slope, offset};
        model.m_prior[head] = static_cast<double>(prior);
        for (auto& row : model.m_cueWeights) {
            in >> row[head];
        }
    }
    model.m_grams.resize(grams);
    model.m_weights.resize(grams);
    const bool whole = readBlock(in, model.m_grams) && readBlock(in, model.m_weights);
    qFromLittleEndian<quint32>(model.m_grams.data(), qsizetype(grams), model.m_grams.data());
    if (!whole || in.status() != QDataStream::Ok || !in.atEnd() ||
        !std::is_sorted(model.m_grams.begin(), model.m_grams.end())) {
        return Error{ErrorKind::Malformed, QStringLiteral("sentence weights are cut off or out of order"), {}};
    }
    return model;
}

}  // namespace kith::triage
