// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/model_test_call.h"

namespace kith::service {

triage::AskedLetter inventedLetter() {
    triage::AskedLetter letter;
    letter.message.from = {QStringLiteral("Robin Ode"), QStringLiteral("robin@waerk.example")};
    letter.message.to = {{QString(), QStringLiteral("sales@fjordlight.example")}};
    letter.message.subject = QStringLiteral("Price for ten sensors");
    letter.text = QStringLiteral("Hello,\n\ncould you send us your price for ten sensors by Friday? We would like to "
                                 "order this month.\n\nBest wishes\nRobin\n");
    return letter;
}

Result<ModelTestCall> testModel(Cellar& cellar, Clock& clock, triage::Classifier& classifier, std::stop_token stop) {
    ModelTestCall call;
    const Millis began = clock.now();
    auto answer = classifier.classify(inventedLetter(), {}, std::move(stop), call.usd);
    call.took = clock.now() - began;
    const auto noted = cellar.models.noteSpending(QStringLiteral("test"), {1, call.usd}, clock.now());
    if (!answer || !noted) {
        return !answer ? answer.error() : noted.error();
    }
    call.answer = std::move(*answer);
    return call;
}

}  // namespace kith::service
