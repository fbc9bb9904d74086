// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// kith-train: makes the models that ship with Kith, and measures them.
#include "app/train/train_sentences.h"
#include "app/train/zone_command.h"

#include <QCoreApplication>
#include <QTextStream>

int main(int argc, char** argv) {
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"zones") {
        return kith::train::runZones(arguments.mid(2));
    }
    if (arguments.value(1) == u"sentences") {
        return kith::train::trainSentences(arguments.mid(2));
    }
    QTextStream(stderr)
        << "usage: kith-train zones [--source DIR] [--corpora DIR] [--measure | --cross-validate | --errors SET]\n"
           "       kith-train sentences --own TSV [--corpora DIR] [--out BIN]\n";
    return 2;
}
