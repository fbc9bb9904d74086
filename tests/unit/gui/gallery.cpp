// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Draws the component sheet in every scheme and measures the paint of a page of rows: gui_gallery FOLDER
#include "row_support.h"
#include "ui/app_mark.h"
#include "ui/message_list_view.h"
#include "ui/priority_mark.h"
#include "ui/skeleton.h"
#include "ui/text_paint.h"
#include "ui/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFontInfo>
#include <QPainter>
#include <QScrollBar>
#include <QTextStream>

using namespace kith;
using namespace kith::ui;

namespace {

class SheetRows : public RowSource {
public:
    std::vector<InboxRow> rows;
    void requestRows(const std::vector<ThreadId>& threads,
                     std::function<void(std::vector<InboxRow>)> answer) override {
        std::vector<InboxRow> found;
        for (const ThreadId thread : threads) {
            InboxRow row = rows[static_cast<size_t>(thread.value - 1) % rows.size()];
            row.thread = thread;
            found.push_back(row);
        }
        QMetaObject::invokeMethod(qApp, [answer, found] { answer(found); }, Qt::QueuedConnection);
    }
};

std::vector<InboxRow> sheetRows() {
    const auto make = [](const char* who, const char* what, const char* words, Priority p, int n) {
        InboxRow row = aRow(1, QString::fromUtf8(who), QString::fromUtf8(what), p);
        row.snippet = QString::fromUtf8(words);
        row.messageCount = n;
        return row;
    };
    std::vector<InboxRow> rows = {
        make("Lena Hoffmann", "Discount ceiling for Calder & Voss", "I can go to twelve, not further", Priority::High, 2),
        make("Tobias Renner", "Calibration certificates before we sign", "Our auditors want the certificates", Priority::High, 6),
        make("Dr. Yuki Tanabe", "A demo for the stability team?", "We saw your talk and wonder whether", Priority::High, 1),
        make("Ana Ruiz", "Revised quote for 40 seats by Friday", "The pilot convinced everyone, so the second lab is joining", Priority::Critical, 3),
        make("Carlo Benedetti", "Installation window in building C", "The 26th works for the crane", Priority::Medium, 9),
        make("Marek Dvořák", "Delivery note 8841 and two questions", "The second crate arrived without", Priority::Medium, 1),
        make("Priya Nandakumar", "Thinking about not renewing in July", "Two of the probes drifted again", Priority::Critical, 1),
        make("Supplier Desk", "Verification needed for your record", "Please complete the attached form", Priority::Low, 1),
    };
    rows[0].decidedBy = DecidedBy::User;
    rows[1].unread = rows[2].unread = rows[6].unread = rows[7].unread = true;
    rows[2].certainty = Certainty::Unsure;
    rows[2].decidedBy = rows[5].decidedBy = rows[7].decidedBy = DecidedBy::Local;
    rows[3].chips = {{ChipKind::Pricing, {}}, {ChipKind::DraftReady, {}}};
    rows[6].chips = {{ChipKind::Cancellation, {}}};
    rows[7].chips = {{ChipKind::AimedAtAssistant, {}}};
    return rows;
}

struct SheetList {
    SheetRows source;
    MessageListModel model{source};

    explicit SheetList(int count) {
        source.rows = sheetRows();
        model.setToday(rowToday);
        InboxOrder order;
        for (int i = 1; i <= count; ++i) {
            order.threads.push_back(ThreadId{i});
        }
        order.sections = {{SectionKind::CriticalAndHigh, count}};
        model.setOrder(order);
    }
    void load(int rows) {
        for (int i = 0; i < rows; ++i) {
            model.index(i).data(MessageListModel::EntryRole);
            QCoreApplication::processEvents();
        }
        QCoreApplication::processEvents();
    }
};

class Sheet : public QWidget {
public:
    explicit Sheet(Theme& theme) : QWidget(nullptr), m_theme(theme), m_list(8) {
        resize(1440, 900);
        m_list.load(9);
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.fillRect(rect(), m_theme.colour(Role::List));
        paintRows(painter);
        paintMarks(painter);
        paintChips(painter);
        double y = 40;
        for (const int size : {64, 32, 24, 16}) {
            paintAppMark(painter, m_theme, QRectF(112 + y - 40, 740, size, size));
            y += size + 24;
        }
        for (int i = 0; i < 2; ++i) {
            paintSkeletonRow(painter, m_theme, QRectF(1040, 296 + i * 56, 400, 56), i);
        }
    }

private:
    void label(QPainter& painter, double x, double y, const char* text) {
        paintLine(painter, m_theme, QRectF(x, y, 300, 16), QString::fromUtf8(text), TextStyle::CaptionStrong, Role::Text3);
    }

    void paintRows(QPainter& painter) {
        label(painter, 40, 32, "Row, 56 px");
        MessageDelegate delegate(m_theme, this);
        const QStyle::State states[] = {{}, {}, QStyle::State_MouseOver, QStyle::State_Selected, {}, QStyle::State_Selected};
        for (int i = 0; i < 6; ++i) {
            const QModelIndex index = m_list.model.index(i + 1);
            m_list.model.setData(index, i >= 4 ? Qt::Checked : Qt::Unchecked, Qt::CheckStateRole);
            paintRow(painter, delegate, index, QRect(112, 56 + i * 56, 420, 56), states[i]);
        }
        delegate.setDensity(RowDensity::Compact);
        paintRow(painter, delegate, m_list.model.index(7), QRect(112, 440, 420, 36), {});
        paintRow(painter, delegate, m_list.model.index(4), QRect(112, 476, 420, 36), QStyle::State_Selected);
    }

    void paintRow(QPainter& painter, const MessageDelegate& delegate, const QModelIndex& index, QRect box,
                  QStyle::State state) {
        QStyleOptionViewItem option;
        option.initFrom(this);
        option.rect = box;
        option.state = state;
        delegate.paint(&painter, option, index);
    }

    void paintMarks(QPainter& painter) {
        label(painter, 600, 32, "Priority mark: digit, shape, colour");
        for (int line = 0; line < 3; ++line) {
            for (int key = 1; key <= 5; ++key) {
                const QRectF box(600 + 88 + (key - 1) * 56 + 18, 80 + line * 40 + 10, 20, 20);
                paintPriorityMark(painter, m_theme, box, static_cast<Priority>(5 - key), static_cast<Certainty>(line));
            }
        }
    }

    void paintChips(QPainter& painter) {
        label(painter, 600, 368, "Chips, 18 px");
        double x = 600;
        double y = 392;
        for (int kind = 0; kind <= static_cast<int>(ChipKind::Newsletter); ++kind) {
            const ChipFace face = ChipWords::face({static_cast<ChipKind>(kind), {}});
            const double width = chipWidth(m_theme, face);
            if (x + width > 1000) {
                x = 600;
                y += 26;
            }
            paintChip(painter, m_theme, QRectF(x, y, width, 18), face);
            x += width + 8;
        }
    }

    Theme& m_theme;
    SheetList m_list;
};

void measure(Theme& theme, QTextStream& out) {
    SheetList list(200'000);
    MessageListView view(theme, nullptr);
    view.setMessages(list.model);
    view.resize(420, 900);
    view.show();
    QImage frame(420, 900, QImage::Format_ARGB32_Premultiplied);
    const auto drawn = [&](int position) {
        view.verticalScrollBar()->setValue(position);
        view.viewport()->render(&frame);
        QCoreApplication::processEvents();
        QElapsedTimer timer;
        timer.start();
        view.viewport()->render(&frame);
        return static_cast<double>(timer.nsecsElapsed()) / 1000.0;
    };
    double worst = 0;
    double sum = 0;
    for (int i = 0; i < 200; ++i) {
        const double first = drawn(i * 55'001);
        worst = std::max(worst, first);
        sum += first;
    }
    out << "page of 17 rows, 420 x 900: mean " << sum / 200 << " us, worst " << worst << " us, a row "
        << sum / 200 / 17 << " us\n";
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 300; ++i) {
        view.viewport()->render(&frame);
    }
    out << "same page again: " << static_cast<double>(timer.nsecsElapsed()) / 1000.0 / 300 << " us\n";
}

}  // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    QTextStream out(stdout);
    Theme theme;
    theme.dress(application);
    const QString folder = argc > 1 ? QString::fromLocal8Bit(argv[1]) : QStringLiteral(".");
    out << "font: " << QFontInfo(theme.font(TextStyle::Body)).family() << "\n";
    const std::pair<Theme::Choice, const char*> schemes[] = {{Theme::Choice::Light, "light"},
                                                             {Theme::Choice::Dark, "dark"},
                                                             {Theme::Choice::HighContrast, "contrast"}};
    for (const auto& [choice, name] : schemes) {
        theme.choose(choice);
        Sheet sheet(theme);
        sheet.grab().save(folder + QStringLiteral("/components-") + QString::fromLatin1(name) + QStringLiteral(".png"));
    }
    theme.choose(Theme::Choice::Light);
    measure(theme, out);
    return 0;
}
