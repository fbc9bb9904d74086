// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Frames of a list of 200,000 conversations while it scrolls, drawn into memory; and the first paint of the whole
// window against that of an empty one.
#include "../../unit/gui/fake_house.h"
#include "ui/main_window.h"
#include "ui/message_list_model.h"
#include "ui/message_list_view.h"
#include "ui/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QScrollBar>
#include <QTest>

#include <benchmark/benchmark.h>

#include <algorithm>
#include <optional>

using namespace kith;
using namespace kith::ui;

namespace {

constexpr int benchRows = 200'000;

QApplication& benchApplication() {
    static int count = 1;
    static char name[] = "bench_gui";
    static char* arguments[] = {name, nullptr};
    qputenv("QT_QPA_PLATFORM", "offscreen");
    static QApplication application(count, arguments);
    return application;
}

/// Outlives every window: the application's style paints with it.
Theme& benchTheme() {
    benchApplication();
    static Theme* theme = [] {
        auto* made = new Theme;
        made->dress(benchApplication());
        return made;
    }();
    return *theme;
}

/// Rows made on the spot; the answer comes from the event loop, as from a desk.
class BenchRows : public RowSource {
public:
    void requestRows(const std::vector<ThreadId>& threads, std::function<void(std::vector<InboxRow>)> answer) override {
        std::vector<InboxRow> rows;
        for (const ThreadId thread : threads) {
            InboxRow row;
            row.thread = thread;
            row.message = MessageId{thread.value};
            row.sender = {QStringLiteral("Sender %1").arg(thread.value), QStringLiteral("someone@brightwater.example")};
            row.subject = QStringLiteral("Calibration certificates before we sign, part %1").arg(thread.value);
            row.snippet = QStringLiteral("Our auditors want the certificates before the end of the week, please");
            row.priority = static_cast<Priority>(thread.value % 5);
            row.decided = true;
            row.unread = thread.value % 3 == 0;
            row.date = std::chrono::milliseconds(1'750'000'000'000 - thread.value * 60'000);
            row.chips = {{ChipKind::Pricing, {}}};
            rows.push_back(std::move(row));
        }
        QMetaObject::invokeMethod(
            qApp, [answer, rows] { answer(rows); }, Qt::QueuedConnection);
    }
};

double quantile(std::vector<double>& times, double share) {
    const auto at = times.begin() + static_cast<ptrdiff_t>(share * static_cast<double>(times.size() - 1));
    std::nth_element(times.begin(), at, times.end());
    return *at;
}

void scrollingTwoHundredThousandRows(benchmark::State& state) {
    Theme& theme = benchTheme();
    BenchRows rows;
    MessageListModel model(rows);
    MessageListView view(theme, nullptr);
    view.resize(420, 852);
    view.setMessages(model);
    InboxOrder order;
    for (int i = 1; i <= benchRows; ++i) {
        order.threads.push_back(ThreadId{i});
    }
    order.sections = {{SectionKind::Plain, benchRows}};
    model.setOrder(order);
    view.show();
    QTest::qWait(300);
    std::vector<double> frames;
    const auto step = static_cast<int>(state.range(0));
    for (auto _ : state) {
        QElapsedTimer timer;
        timer.start();
        QScrollBar* bar = view.verticalScrollBar();
        bar->setValue(bar->value() + step < bar->maximum() ? bar->value() + step : 0);
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
        view.viewport()->repaint();
        frames.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    state.counters["p50_ms"] = quantile(frames, 0.5);
    state.counters["p99_ms"] = quantile(frames, 0.99);
}
BENCHMARK(scrollingTwoHundredThousandRows)
    ->Arg(56)
    ->Arg(852)
    ->Arg(56 * 977)
    ->Iterations(600)
    ->Unit(benchmark::kMillisecond);

class FirstPaint : public QObject {
public:
    using QObject::QObject;
    bool painted{false};
    bool eventFilter(QObject*, QEvent* event) override {
        painted = painted || event->type() == QEvent::Paint;
        return false;
    }
};

void untilPainted(QWidget& window) {
    FirstPaint paint;
    window.installEventFilter(&paint);
    window.show();
    while (!paint.painted) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
}

void firstPaintOfAnEmptyWindow(benchmark::State& state) {
    benchApplication();
    for (auto _ : state) {
        QWidget window;
        window.resize(1440, 900);
        untilPainted(window);
    }
}
BENCHMARK(firstPaintOfAnEmptyWindow)->Iterations(20)->Unit(benchmark::kMillisecond);

/// From nothing to rows on the screen, the house answering at once: what the window itself costs.
void firstPaintOfTheInbox(benchmark::State& state) {
    Theme& theme = benchTheme();
    for (auto _ : state) {
        MainWindow window(theme, Seams{});
        auto house = std::make_unique<FakeHouse>();
        house->fill();
        bool ready = false;
        QObject::connect(&window, &MainWindow::ready, &window, [&ready] { ready = true; });
        window.show();
        window.setHouse(std::move(house));
        while (!ready) {
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        }
        window.repaint();
    }
}
BENCHMARK(firstPaintOfTheInbox)->Iterations(20)->Unit(benchmark::kMillisecond);

}  // namespace
