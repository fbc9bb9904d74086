// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/triage/assistant_words.h"

#include <QFile>

namespace kith::triage {

namespace {

constexpr std::array<const char*, kPhraseKinds> kPhraseSections{"[addressee]", "[instructions]", "[voice]",
                                                                "[errand]",    "[verb]",         "[mark]"};

AssistantWords wordsFrom(const QString& file) {
    AssistantWords words;
    std::vector<WeightedPhrase>* phrases = nullptr;
    QStringList* stems = nullptr;
    for (const QString& line : file.split(u'\n')) {
        if (line.isEmpty() || line.startsWith(u'#')) {
            continue;
        }
        if (line.startsWith(u'[') && line.endsWith(u']')) {
            phrases = nullptr;
            for (size_t kind = 0; kind < kPhraseKinds; ++kind) {
                phrases = line == QLatin1String(kPhraseSections[kind]) ? &words.phrases[kind] : phrases;
            }
            stems = line == u"[dismiss]"         ? &words.dismiss
                    : line == u"[orders]"        ? &words.orders
                    : line == u"[weak-orders]"   ? &words.weakOrders
                    : line == u"[earlier]"       ? &words.earlier
                    : line == u"[dismiss-parts]" ? &words.dismissParts
                    : line == u"[order-parts]"   ? &words.orderParts
                                                 : nullptr;
            continue;
        }
        const qsizetype space = line.indexOf(u' ');
        for (QString one : line.mid(space + 1).split(QStringLiteral(" ¦ "))) {
            one.replace(QLatin1String("\\n"), QLatin1String("\n"));
            if (phrases) {
                phrases->push_back({one, line.left(space).toInt()});
            } else if (stems) {
                stems->append(one);
            }
        }
    }
    return words;
}

}  // namespace

const AssistantWords& AssistantWords::shipped() {
    static const AssistantWords words = [] {
        QFile file(QStringLiteral(":/kith/words/assistant.txt"));
        [[maybe_unused]] const bool opened = file.open(QIODevice::ReadOnly);
        return wordsFrom(QString::fromUtf8(file.readAll()));
    }();
    return words;
}

}  // namespace kith::triage
