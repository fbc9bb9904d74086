// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The outline of a Markdown file: its headings as a tree, its code blocks, and counts. CommonMark with tables, read by
// cmark-gfm; front matter is YAML between two lines of three dashes at the very beginning.
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QMap>
#include <QString>

#include <array>
#include <vector>

namespace kith::intake {

struct MarkdownCode {
    QString language;  ///< first word of the info string, else plaintext
    int lines{0};      ///< of its content
};

struct MarkdownSection {
    QString title;  ///< plain text; empty for what stands before the first heading
    int level{0};   ///< 1–6; 0 before the first heading
    int line{1};    ///< 1-based, in the file as given
    std::vector<MarkdownCode> codeBlocks;
    std::vector<MarkdownSection> subsections;
};

struct MarkdownStatistics {
    int totalHeaders{0};
    std::array<int, 6> headerLevels{};  ///< index = level − 1
    int totalCodeBlocks{0};
    QMap<QString, int> codeLanguages;
    int estimatedWords{0};  ///< of text that is read: no code blocks, no markup, no addresses of links
    int depth{0};           ///< the deepest level of a heading
    int links{0};
    int tables{0};
    int lists{0};
};

struct MarkdownOutline {
    QString frontMatter;  ///< as written, without its fences; empty where there is none
    /// Sections by level. Code before the first heading stands in a section of level 0.
    std::vector<MarkdownSection> structure;
    MarkdownStatistics statistics;
};

/// Malformed: binary content. Everything else is some Markdown; an unclosed fence reaches to the end, as CommonMark
/// says.
Result<MarkdownOutline> outlineMarkdown(const QByteArray& bytes);

}  // namespace kith::intake
