// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// An invented user with preferences that nobody sees, invented mail, and a model that knows the text but not the user:
// how well prior, ranker, model and both together order mail after so many marks. Every figure follows from the seed.
#pragma once

#include "core/triage/classifier.h"
#include "core/triage/features.h"

#include <random>
#include <vector>

namespace kith::bench {

/// One message, what the model says of it, and the band that this user means.
struct SimulatedMail {
    triage::TriageInput input;
    triage::ModelAnswer answer;
    double hidden{0};  ///< logits of importance to the user
    Priority band{Priority::Low};
};

class PreferenceWorld {
public:
    explicit PreferenceWorld(unsigned seed);
    std::vector<SimulatedMail> mail(int count);

private:
    struct Sender {
        QString address;
        bool bulk{false};
        triage::SenderHistory history;
        double liking{0};  ///< what the user thinks of them, beyond what the history shows
    };
    struct Topic {
        QString words;
        double value{0};   ///< of the matter itself: the model sees it
        double liking{0};  ///< of this user: nobody sees it
    };
    SimulatedMail one();
    double normal(double spread);
    double uniform();

    std::mt19937 m_random;
    std::vector<Sender> m_senders;
    std::vector<Topic> m_topics;
    std::vector<double> m_taste;  ///< deviations of this user from the shipped weights
};

struct Standing {
    int marks{0};
    double prior{0}, ranker{0}, model{0}, fused{0};  ///< share of pairs of unequal bands that are in the right order
    double priorLoss{0}, fusedLoss{0};               ///< mean distance of importance from the band's centre
    /// Gap between stated confidence of the band and how often it is right. On n messages chance alone makes it about
    /// sqrt(.4 / n): below .01 takes thousands.
    double calibration{0};
    double behind{0};  ///< of all users the share whose mail is ordered worse by both together than by the ranker alone
};

/// One user who marks mail in the order in which it comes; measured on mail that was never marked.
std::vector<Standing> simulate(unsigned seed, const std::vector<int>& atMarks, int measuredOn = 300);
/// Mean over seeds first … first + shuffles − 1.
std::vector<Standing> simulateMany(int shuffles, const std::vector<int>& atMarks, int measuredOn = 300,
                                   unsigned first = 1);

}  // namespace kith::bench
