// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/palettes.h"

#include <array>
#include <cmath>

namespace kith::ui {

namespace {

struct PaletteRow {
    Role role;
    quint32 light;
    quint32 dark;
    quint32 contrast;
};

constexpr std::array<PaletteRow, static_cast<size_t>(Role::Count)> paletteTable{{
    {Role::Side, 0xFFF3F5F4, 0xFF121516, 0xFF000000},        {Role::List, 0xFFFAFBFA, 0xFF171A1C, 0xFF000000},
    {Role::Base, 0xFFFFFFFF, 0xFF1B1F21, 0xFF000000},        {Role::Raised, 0xFFFFFFFF, 0xFF282E31, 0xFF000000},
    {Role::Well, 0xFFF3F5F4, 0xFF22272A, 0xFF1A1A1A},        {Role::Text, 0xFF15191B, 0xFFE8EBEB, 0xFFFFFFFF},
    {Role::Text2, 0xFF4A5156, 0xFFB4BBBE, 0xFFFFFFFF},       {Role::Text3, 0xFF60676C, 0xFF929A9E, 0xFFE6E6E6},
    {Role::Off, 0xFF9BA1A5, 0xFF656D71, 0xFFA0A0A0},         {Role::Line, 0xFFE2E6E5, 0xFF2B3033, 0xFF8C8C8C},
    {Role::Control, 0xFFB7BFC2, 0xFF4C5459, 0xFFFFFFFF},     {Role::StrongLine, 0xFF858D91, 0xFF7C858A, 0xFFFFFFFF},
    {Role::Hover, 0xFFEDF0EF, 0xFF22272A, 0xFF262626},       {Role::Press, 0xFFE3E8E7, 0xFF2B3134, 0xFF333333},
    {Role::Chip, 0xFFECEFEE, 0xFF2A3033, 0xFF262626},        {Role::Accent, 0xFF0F6871, 0xFF68C5C3, 0xFF7DF0EA},
    {Role::OnAccent, 0xFFFFFFFF, 0xFF06282A, 0xFF000000},    {Role::AccentHover, 0xFF0D5C63, 0xFF5CADAC, 0xFF6ED3CE},
    {Role::Tint, 0xFFE2EFEF, 0xFF1C3537, 0xFF003B3D},        {Role::TintText, 0xFF0B565E, 0xFF9ADCDA, 0xFFFFFFFF},
    {Role::Mark, 0xFFFFEFB3, 0xFF5A4A12, 0xFFFFE566},        {Role::MarkText, 0xFF15191B, 0xFFFFF3C4, 0xFF000000},
    {Role::Ok, 0xFF24704A, 0xFF7CCB9C, 0xFF7DFFB0},          {Role::OkTint, 0xFFE4F1E9, 0xFF1B3226, 0xFF000000},
    {Role::Warn, 0xFF8A5200, 0xFFEDB054, 0xFFFFD166},        {Role::WarnTint, 0xFFFBF0DC, 0xFF36290F, 0xFF000000},
    {Role::Bad, 0xFFB0173D, 0xFFFF8A9D, 0xFFFF9DB0},         {Role::BadTint, 0xFFFBE9ED, 0xFF3D1B23, 0xFF000000},
    {Role::Inverse, 0xFF20272A, 0xFFE8EBEB, 0xFFFFFFFF},     {Role::InverseText, 0xFFFFFFFF, 0xFF15191B, 0xFF000000},
    {Role::InverseLink, 0xFF8FD9D6, 0xFF0B565E, 0xFF00494D}, {Role::Scrim, 0x4715191B, 0x80000000, 0xB3000000},
    {Role::Shadow, 0x29141C1E, 0x80000000, 0x00000000},      {Role::PopoverEdge, 0x1A141C1E, 0xFF3A4145, 0xFFFFFFFF},
    {Role::PopoverLine, 0xFFE2E6E5, 0xFF3C4448, 0xFF8C8C8C}, {Role::Critical, 0xFFB0173D, 0xFFFF8A9D, 0xFFFF9DB0},
    {Role::OnCritical, 0xFFFFFFFF, 0xFF33040F, 0xFF000000},  {Role::CriticalLine, 0xFFB0173D, 0xFFFF8A9D, 0xFFFF9DB0},
    {Role::High, 0xFFA25700, 0xFFF0AB47, 0xFFFFD166},        {Role::OnHigh, 0xFFFFFFFF, 0xFF2C1A00, 0xFF000000},
    {Role::HighLine, 0xFFA25700, 0xFFF0AB47, 0xFFFFD166},    {Role::Medium, 0xFF545FA0, 0xFFA3ADF0, 0xFFBFC8FF},
    {Role::OnMedium, 0xFFFFFFFF, 0xFF0F1540, 0xFF000000},    {Role::MediumLine, 0xFF545FA0, 0xFFA3ADF0, 0xFFBFC8FF},
    {Role::Low, 0xFFDDE2E3, 0xFF3D4549, 0xFFD0D0D0},         {Role::OnLow, 0xFF3F464B, 0xFFD3D8DA, 0xFF000000},
    {Role::LowLine, 0xFF5B6369, 0xFFA9B1B5, 0xFFD0D0D0},     {Role::VeryLow, 0xFFE4E8E8, 0xFF2C3235, 0xFF595959},
    {Role::OnVeryLow, 0xFF51595E, 0xFFA9B1B5, 0xFFFFFFFF},   {Role::VeryLowLine, 0xFF60676C, 0xFF929A9E, 0xFFE6E6E6},
}};

constexpr bool inRoleOrder() {
    for (size_t i = 0; i < paletteTable.size(); ++i) {
        if (paletteTable[i].role != static_cast<Role>(i)) {
            return false;
        }
    }
    return true;
}
static_assert(inRoleOrder(), "one row a role, in the order of the enum");

double luminance(const QColor& colour) {
    const auto linear = [](double v) { return v <= 0.03928 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

}  // namespace

QColor paletteColour(Scheme scheme, Role role) {
    const PaletteRow& row = paletteTable[static_cast<size_t>(role)];
    const quint32 argb = scheme == Scheme::Light ? row.light : scheme == Scheme::Dark ? row.dark : row.contrast;
    return QColor::fromRgba(argb);
}

double contrastRatio(const QColor& a, const QColor& b) {
    const double x = luminance(a);
    const double y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

std::vector<std::pair<Role, Role>> textPairs() {
    std::vector<std::pair<Role, Role>> pairs;
    for (const Role ground : {Role::Side, Role::List, Role::Base, Role::Raised, Role::Well, Role::Hover, Role::Tint}) {
        for (const Role text : {Role::Text, Role::Text2, Role::Text3, Role::Accent}) {
            if (!(text == Role::Text3 && ground == Role::Tint)) {  // captions in a focused row become Text2
                pairs.emplace_back(text, ground);
            }
        }
        if (ground != Role::Raised && ground != Role::Well && ground != Role::Side) {
            for (const Role line :
                 {Role::CriticalLine, Role::HighLine, Role::MediumLine, Role::LowLine, Role::VeryLowLine}) {
                pairs.emplace_back(line, ground);
            }
        }
    }
    for (const Role text : {Role::Text, Role::Text2}) {
        pairs.emplace_back(text, Role::Press);
        pairs.emplace_back(text, Role::Chip);
    }
    for (const auto& [text, tint] : {std::pair{Role::Ok, Role::OkTint}, std::pair{Role::Warn, Role::WarnTint},
                                     std::pair{Role::Bad, Role::BadTint}}) {
        pairs.insert(pairs.end(), {{text, tint}, {text, Role::List}, {text, Role::Base}, {text, Role::Side}});
    }
    pairs.insert(pairs.end(), {{Role::Text3, Role::Press},
                               {Role::Text2, Role::WarnTint},
                               {Role::Accent, Role::WarnTint},
                               {Role::TintText, Role::Tint},
                               {Role::TintText, Role::Base},
                               {Role::OnAccent, Role::Accent},
                               {Role::OnAccent, Role::AccentHover},
                               {Role::InverseText, Role::Inverse},
                               {Role::InverseLink, Role::Inverse},
                               {Role::MarkText, Role::Mark},
                               {Role::OnCritical, Role::Critical},
                               {Role::OnHigh, Role::High},
                               {Role::OnMedium, Role::Medium},
                               {Role::OnLow, Role::Low},
                               {Role::OnVeryLow, Role::VeryLow}});
    return pairs;
}

}  // namespace kith::ui
