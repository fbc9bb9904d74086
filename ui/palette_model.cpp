// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/palette_model.h"

#include "ui/fuzzy_match.h"

#include <algorithm>

namespace kith::ui {

namespace {

constexpr size_t mostRecent = 5;
constexpr size_t mostOfSection = 4;

struct Ranked {
    PaletteEntry entry;
    int score{0};
};

/// Those that fit, best first; what cannot be done now stands last.
std::vector<PaletteEntry> fitting(const std::vector<PaletteEntry>& entries, const QString& typed,
                                  PaletteSection section) {
    std::vector<Ranked> ranked;
    for (const PaletteEntry& entry : entries) {
        if (entry.section != section) {
            continue;
        }
        if (const auto match = fuzzyMatch(typed, entry.text)) {
            ranked.push_back({entry, match->score});
            ranked.back().entry.lit = match->places;
        }
    }
    std::stable_sort(ranked.begin(), ranked.end(), [](const Ranked& a, const Ranked& b) {
        return std::pair(a.entry.impossible.isEmpty(), a.score) > std::pair(b.entry.impossible.isEmpty(), b.score);
    });
    std::vector<PaletteEntry> best;
    for (Ranked& one : ranked) {
        best.push_back(std::move(one.entry));
    }
    return best;
}

}  // namespace

PaletteModel::PaletteModel(QObject* parent)
    : QAbstractListModel(parent) {
}

void PaletteModel::setCommands(std::vector<PaletteEntry> commands, QStringList recent) {
    m_commands = std::move(commands);
    m_recent = std::move(recent);
    m_mail.clear();
    refill();
}

void PaletteModel::setMail(const std::vector<InboxRow>& rows) {
    m_mail.clear();
    for (const InboxRow& row : rows) {
        PaletteEntry entry;
        entry.id = QStringLiteral("thread:%1").arg(row.thread.value);
        entry.section = PaletteSection::Mail;
        entry.text = row.subject;
        entry.note = row.sender.name.isEmpty() ? row.sender.address : row.sender.name;
        entry.mail = row;
        if (const auto match = fuzzyMatch(m_typed, entry.text)) {
            entry.lit = match->places;
        }
        m_mail.push_back(std::move(entry));
    }
    refill();
}

void PaletteModel::type(const QString& typed) {
    m_typed = typed.trimmed();
    if (m_typed.isEmpty()) {
        m_mail.clear();
    }
    refill();
}

void PaletteModel::addSection(std::vector<Line>& lines, PaletteSection section,
                              std::vector<PaletteEntry> entries) const {
    if (entries.empty()) {
        return;
    }
    if (!m_typed.isEmpty() && entries.size() > mostOfSection) {
        entries.resize(mostOfSection);
    }
    lines.push_back({heading(section), {}});
    for (PaletteEntry& entry : entries) {
        lines.push_back({{}, std::move(entry)});
    }
}

void PaletteModel::refill() {
    std::vector<Line> lines;
    if (m_typed.isEmpty()) {
        std::vector<PaletteEntry> recent;
        for (const QString& id : m_recent) {
            const auto found = std::find_if(m_commands.begin(), m_commands.end(),
                                            [&](const PaletteEntry& entry) { return entry.id == id; });
            if (found != m_commands.end() && found->impossible.isEmpty() && recent.size() < mostRecent) {
                recent.push_back(*found);
            }
        }
        addSection(lines, PaletteSection::Recent, std::move(recent));
    }
    for (const PaletteSection section : {PaletteSection::Conversation, PaletteSection::GoTo, PaletteSection::Kith}) {
        addSection(lines, section, fitting(m_commands, m_typed, section));
    }
    addSection(lines, PaletteSection::Mail, m_mail);
    beginResetModel();  // each key makes another list
    m_lines = std::move(lines);
    endResetModel();
}

int PaletteModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

QVariant PaletteModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) {
        return {};
    }
    const Line& line = m_lines[static_cast<size_t>(index.row())];
    if (!line.heading.isEmpty()) {
        return role == Qt::DisplayRole || role == HeadingRole || role == Qt::AccessibleTextRole ? QVariant(line.heading)
                                                                                                : QVariant();
    }
    if (role == EntryRole) {
        return QVariant::fromValue(line.entry);
    }
    if (role == Qt::AccessibleTextRole || role == Qt::DisplayRole) {
        QStringList said{line.entry.text};
        said << line.entry.note << line.entry.impossible << line.entry.keys.toString(QKeySequence::NativeText);
        said.removeAll(QString());
        return said.join(QStringLiteral(", "));
    }
    return {};
}

Qt::ItemFlags PaletteModel::flags(const QModelIndex& index) const {
    const PaletteEntry* there = entry(index);
    return there == nullptr ? Qt::NoItemFlags : Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

const PaletteEntry* PaletteModel::entry(const QModelIndex& index) const {
    if (!index.isValid() || index.row() >= rowCount()) {
        return nullptr;
    }
    const Line& line = m_lines[static_cast<size_t>(index.row())];
    return line.heading.isEmpty() ? &line.entry : nullptr;
}

QModelIndex PaletteModel::firstEntry() const {
    for (int row = 0; row < rowCount(); ++row) {
        if (entry(index(row)) != nullptr) {
            return index(row);
        }
    }
    return {};
}

int PaletteModel::entryCount() const {
    return static_cast<int>(
        std::count_if(m_lines.begin(), m_lines.end(), [](const Line& line) { return line.heading.isEmpty(); }));
}

QString PaletteModel::heading(PaletteSection section) {
    switch (section) {
    case PaletteSection::Recent:
        return tr("Lately");
    case PaletteSection::Conversation:
        return tr("This conversation");
    case PaletteSection::GoTo:
        return tr("Go to");
    case PaletteSection::Kith:
        return tr("Kith");
    case PaletteSection::Mail:
        return tr("People and mail");
    }
    return {};
}

}  // namespace kith::ui
