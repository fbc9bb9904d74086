// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The roles in which the window uses colour; widgets name a role, never a colour.
#pragma once

namespace kith::ui {

enum class Scheme { Light, Dark, HighContrast };

enum class Role {
    Side,
    List,
    Base,
    Raised,
    Well,  // grounds: sidebar, lists, forms, popovers, quiet bars
    Text,
    Text2,
    Text3,
    Off,  // main, secondary, captions, disabled
    Line,
    Control,
    StrongLine,  // hairline; button and field; check box, radio, axis
    Hover,
    Press,
    Chip,
    Accent,
    OnAccent,
    AccentHover,
    Tint,
    TintText,  // Tint: the focused row, the accent chip
    Mark,
    MarkText,  // highlighted evidence
    Ok,
    OkTint,
    Warn,
    WarnTint,
    Bad,
    BadTint,
    Inverse,
    InverseText,
    InverseLink,  // toast and tooltip
    Scrim,
    Shadow,
    PopoverEdge,
    PopoverLine,
    Critical,
    OnCritical,
    CriticalLine,  // five priority marks: fill, digit on it, line
    High,
    OnHigh,
    HighLine,
    Medium,
    OnMedium,
    MediumLine,
    Low,
    OnLow,
    LowLine,
    VeryLow,
    OnVeryLow,
    VeryLowLine,
    Count,
};

}  // namespace kith::ui
