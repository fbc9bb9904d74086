// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Draws the component sheet in every scheme and measures the paint of a page of rows: gui_gallery FOLDER
#include "row_support.h"
#include "ui/app_mark.h"
#include "ui/buttons.h"
#include "ui/empty_state.h"
#include "ui/help_overlay.h"
#include "ui/key_cap.h"
#include "ui/message_list_view.h"
#include "ui/popover.h"
#include "ui/priority_mark.h"
#include "ui/provenance_dot.h"
#include "ui/shortcut_registry.h"
#include "ui/skeleton.h"
#include "ui/start_page.h"
#include "ui/sync_line.h"
#include "ui/text_label.h"
#include "ui/text_paint.h"
#include "ui/theme.h"
#include "ui/toast.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QFontInfo>
#include <QLineEdit>
#include <QPainter>
#include <QRadioButton>
#include <QScrollBar>
#include <QTextStream>
#include <QVBoxLayout>

#include <ctime>

using namespace kith;
using namespace kith::ui;

namespace {

class SheetRows : public RowSource {
public:
    std::vector<InboxRow> rows;
    void requestRows(const std::vector<ThreadId>& threads, std::function<void(std::vector<InboxRow>)> answer) override {
        std::vector<InboxRow> found;
        for (const ThreadId thread : threads) {
            InboxRow row = rows[static_cast<size_t>(thread.value - 1) % rows.size()];
            row.thread = thread;
            found.push_back(row);
        }
        QMetaObject::invokeMethod(
            qApp, [answer, found] { answer(found); }, Qt::QueuedConnection);
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
        make("Lena Hoffmann", "Discount ceiling for Calder & Voss", "I can go to twelve, not further", Priority::High,
             2),
        make("Tobias Renner", "Calibration certificates before we sign", "Our auditors want the certificates",
             Priority::High, 6),
        make("Dr. Yuki Tanabe", "A demo for the stability team?", "We saw your talk and wonder whether", Priority::High,
             1),
        make("Ana Ruiz", "Revised quote for 40 seats by Friday",
             "The pilot convinced everyone, so the second lab is joining", Priority::Critical, 3),
        make("Carlo Benedetti", "Installation window in building C", "The 26th works for the crane", Priority::Medium,
             9),
        make("Marek Dvořák", "Delivery note 8841 and two questions", "The second crate arrived without",
             Priority::Medium, 1),
        make("Priya Nandakumar", "Thinking about not renewing in July", "Two of the probes drifted again",
             Priority::Critical, 1),
        make("Supplier Desk", "Verification needed for your record", "Please complete the attached form", Priority::Low,
             1),
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
    explicit Sheet(Theme& theme)
        : QWidget(nullptr)
        , m_theme(theme)
        , m_list(8) {
        resize(1440, 900);
        m_list.load(9);
        addButtons();
        addSyncLines();
        auto* toast = new Toast(m_theme, this);
        toast->present({QStringLiteral("archive"), QStringLiteral("Archived 3 conversations"), QStringLiteral("Undo"),
                        QKeySequence(Qt::Key_Z)});
        toast->move(112, 656);
        auto* nothing = new EmptyState(m_theme, this);
        nothing->say(QStringLiteral("Nothing needs you. 23 were filed quietly."), QStringLiteral("See what was filed"));
        nothing->setGeometry(1056, 456, 384, 88);
        addFields();
        int x = 1180;
        for (const char* keys : {"g, r", "Ctrl+Return", "Shift+Y"}) {
            auto* cap = new KeyCap(m_theme, this);
            cap->setKeys(QKeySequence(QString::fromLatin1(keys)));
            cap->move(x, 733);
            x += cap->sizeHint().width() + 16;
        }
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.fillRect(rect(), m_theme.colour(Role::List));
        paintRows(painter);
        paintMarks(painter);
        paintChips(painter);
        for (int i = 0; i < 4; ++i) {
            paintProvenanceDot(painter, m_theme, QRectF(600 + i * 60, 320, 12, 24), static_cast<Provenance>(i));
        }
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
    void addButtons() {
        int y = 538;
        for (const ButtonKind kind : {ButtonKind::Primary, ButtonKind::Normal}) {
            int x = 600;
            for (const bool enabled : {true, false}) {
                auto* button = new Button(m_theme, this, kind);
                button->setText(kind == ButtonKind::Primary ? QStringLiteral("Approve") : QStringLiteral("Edit"));
                button->setEnabled(enabled);
                button->setGeometry(x, y, kind == ButtonKind::Primary ? button->sizeHint().width() : 78, 32);
                x += enabled ? 270 : 0;
            }
            y += 44;
        }
        auto* reply = new Button(m_theme, this);
        reply->setText(QStringLiteral("Reply"));
        reply->setIconName(QStringLiteral("reply"));
        reply->setKeys(QKeySequence(Qt::Key_R));
        reply->move(700, 582);
        int x = 256;
        for (const char* icon : {"archive", "clock", "tag", "folder-input", "trash-2"}) {
            auto* button = new IconButton(m_theme, this);
            button->setFace(QString::fromLatin1(icon), QString::fromLatin1(icon));
            button->move(x - 24, 568);
            x += 36;
        }
    }

    void addFields() {
        int x = 600;
        for (const char* text : {"Work phone", "Country", "Ignore"}) {
            auto* field = new QComboBox(this);
            field->addItem(QString::fromLatin1(text));
            field->setGeometry(x, 662, 144, 32);
            x += 156;
        }
        findChildren<QComboBox*>().last()->setEnabled(false);
        auto* check = new QCheckBox(QStringLiteral("Remember"), this);
        check->setChecked(true);
        check->setGeometry(600, 710, 120, 24);
        auto* radio = new QRadioButton(QStringLiteral("Only this message"), this);
        radio->setGeometry(730, 710, 150, 24);
        auto* other = new QRadioButton(QStringLiteral("Everything"), this);
        other->setChecked(true);
        other->setGeometry(880, 710, 120, 24);
        auto* line = new QLineEdit(QStringLiteral("Note"), this);
        line->setGeometry(600, 750, 200, 32);
    }

    void addSyncLines() {
        const SyncFace faces[] = {
            {SyncState::UpToDate, QStringLiteral("Up to date · 10:42"), QStringLiteral("12,431 of 12,431 messages")},
            {SyncState::Waiting, QStringLiteral("Google asked to wait until 10:47"),
             QStringLiteral("12,380 of 12,431 messages")},
            {SyncState::Offline, QStringLiteral("Offline"), QStringLiteral("4 changes waiting")},
            {SyncState::SignInNeeded, QStringLiteral("Sign in again"), QStringLiteral("3 drafts waiting")}};
        int y = 56;
        for (const SyncFace& face : faces) {
            auto* line = new SyncLine(m_theme, this);
            line->setFace(face);
            line->setGeometry(1072, y, 300, 32);
            y += 48;
        }
    }

    void label(QPainter& painter, double x, double y, const char* text) {
        paintLine(painter, m_theme, QRectF(x, y, 300, 16), QString::fromUtf8(text), TextStyle::CaptionStrong,
                  Role::Text3);
    }

    void paintRows(QPainter& painter) {
        label(painter, 40, 32, "Row, 56 px");
        MessageDelegate delegate(m_theme, this);
        const QStyle::State states[] = {
            {}, {}, QStyle::State_MouseOver, QStyle::State_Selected, {}, QStyle::State_Selected};
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
        for (int i = 0; i < 6; ++i) {
            QCoreApplication::processEvents();
        }
        view.rows().setDensity(RowDensity::Comfortable);  // forgets what was laid out: the dearest frame
        const std::clock_t before = std::clock();         // processor time: a busy machine does not count
        view.viewport()->render(&frame);
        return static_cast<double>(std::clock() - before) * 1e6 / CLOCKS_PER_SEC;
    };
    double worst = 0;
    double sum = 0;
    for (int i = 0; i < 200; ++i) {
        const double first = drawn(i * 55'001);
        worst = std::max(worst, first);
        sum += first;
    }
    out << "page of 17 rows, 420 x 900: mean " << sum / 200 << " us, worst " << worst << " us, a row " << sum / 200 / 17
        << " us\n";
    const std::clock_t before = std::clock();
    for (int i = 0; i < 300; ++i) {
        view.viewport()->render(&frame);
    }
    out << "same page again: " << static_cast<double>(std::clock() - before) * 1e6 / CLOCKS_PER_SEC / 300 << " us\n";
}

void drawScreens(Theme& theme, const QString& folder) {
    StartPage start(theme, nullptr);
    start.resize(1440, 900);
    start.show();
    start.activateWindow();
    QCoreApplication::processEvents();
    start.grab().save(folder + QStringLiteral("/start.png"));
    QWidget window;
    window.resize(1440, 900);
    ShortcutRegistry registry(window);
    HelpOverlay help(theme, registry, &window);
    window.show();
    help.open();
    QCoreApplication::processEvents();
    window.grab().save(folder + QStringLiteral("/help.png"));
    help.hide();
    Popover popover(theme, &window);
    auto* title = new TextLabel(theme, &popover, TextStyle::LeadStrong);
    title->setText(QStringLiteral("Priority 2 · 78 %"));
    popover.bodyLayout()->addWidget(title);
    popover.bodyLayout()->addSpacing(120);
    auto* chooser = new PriorityChooser(theme, &popover);
    chooser->setCurrent(Priority::High);
    chooser->setChosen(Priority::Critical);
    popover.footLayout()->addWidget(chooser, 0, Qt::AlignRight);
    auto* save = new Button(theme, &popover, ButtonKind::Primary);
    save->setButtonSize(ButtonSize::Small);
    save->setText(QStringLiteral("Save"));
    save->setKeys(QKeySequence(Qt::Key_Return));
    popover.footLayout()->addWidget(save, 0, Qt::AlignRight);
    popover.openAt(window, QRect(1200, 60, 40, 20));
    QCoreApplication::processEvents();
    popover.grab().save(folder + QStringLiteral("/popover.png"));
    SheetList list(8);
    list.model.setNewCount(3);
    list.load(9);
    MessageListView view(theme, nullptr);
    view.setMessages(list.model);
    view.resize(420, 640);
    view.setCurrentThread(ThreadId{4});
    view.grab().save(folder + QStringLiteral("/list.png"));
    theme.setTextScale(2.0);
    view.grab().save(folder + QStringLiteral("/list-200.png"));
    theme.setTextScale(1.0);
}

}  // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    QTextStream out(stdout);
    Theme theme;
    theme.dress(application);
    const QString folder = argc > 1 ? QString::fromLocal8Bit(argv[1]) : QStringLiteral(".");
    out << "font: " << QFontInfo(theme.font(TextStyle::Body)).family() << "\n";
    const std::pair<Theme::Choice, const char*> schemes[] = {
        {Theme::Choice::Light, "light"}, {Theme::Choice::Dark, "dark"}, {Theme::Choice::HighContrast, "contrast"}};
    for (const auto& [choice, name] : schemes) {
        theme.choose(choice);
        Sheet sheet(theme);
        sheet.grab().save(folder + QStringLiteral("/components-") + QString::fromLatin1(name) + QStringLiteral(".png"));
    }
    theme.choose(Theme::Choice::Light);
    drawScreens(theme, folder);
    measure(theme, out);
    return 0;
}
