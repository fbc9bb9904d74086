// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/intake/markdown_outline.h"

#include <QRegularExpression>
#include <QStringDecoder>

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>

#include <memory>
#include <mutex>

namespace kith::intake {

namespace {

struct FreeNode {
    void operator()(cmark_node* node) const { cmark_node_free(node); }
};
struct FreeParser {
    void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
};
struct FreeIterator {
    void operator()(cmark_iter* iterator) const { cmark_iter_free(iterator); }
};

std::unique_ptr<cmark_node, FreeNode> parseMarkdown(const QByteArray& utf8) {
    static std::once_flag registered;
    std::call_once(registered, cmark_gfm_core_extensions_ensure_registered);
    const std::unique_ptr<cmark_parser, FreeParser> parser(cmark_parser_new(CMARK_OPT_DEFAULT));
    cmark_parser_attach_syntax_extension(parser.get(), cmark_find_syntax_extension("table"));
    cmark_parser_feed(parser.get(), utf8.constData(), static_cast<size_t>(utf8.size()));
    return std::unique_ptr<cmark_node, FreeNode>(cmark_parser_finish(parser.get()));
}

/// UTF-8 (with or without a mark), UTF-16 with a mark, else Latin-1: every byte means something there.
QString markdownText(const QByteArray& bytes) {
    QStringDecoder marked(QStringConverter::encodingForData(bytes).value_or(QStringConverter::Utf8));
    const QString text = marked(bytes);
    return marked.hasError() ? QString::fromLatin1(bytes) : text;
}

/// Takes the front matter out and leaves its lines empty, so that the lines of the rest keep their numbers.
QString takeFrontMatter(QString& text) {
    static const QRegularExpression fences(QStringLiteral("\\A---[ \\t]*\\r?\\n(.*?)^(?:---|\\.\\.\\.)[ \\t]*\\r?$"),
                                           QRegularExpression::DotMatchesEverythingOption |
                                               QRegularExpression::MultilineOption);
    const auto found = fences.match(text);
    if (!found.hasMatch()) {
        return {};
    }
    const auto lines = found.captured().count(QLatin1Char('\n'));
    text.replace(0, found.capturedLength(), QString(lines, QLatin1Char('\n')));
    return found.captured(1);
}

QString literalOf(cmark_node* node) {
    return QString::fromUtf8(cmark_node_get_literal(node));
}

class OutlineReader {
public:
    explicit OutlineReader(MarkdownOutline& outline)
        : m_outline(outline) {}

    void read(cmark_node* document) {
        const std::unique_ptr<cmark_iter, FreeIterator> walk(cmark_iter_new(document));
        for (auto event = cmark_iter_next(walk.get()); event != CMARK_EVENT_DONE; event = cmark_iter_next(walk.get())) {
            cmark_node* node = cmark_iter_get_node(walk.get());
            if (event == CMARK_EVENT_ENTER) {
                enter(node);
            } else {
                leave(node);
            }
        }
    }

private:
    void enter(cmark_node* node) {
        const cmark_node_type type = cmark_node_get_type(node);
        if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE) {
            m_words += literalOf(node);
        } else if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK) {
            m_words += QLatin1Char(' ');
        } else if (type == CMARK_NODE_LINK) {
            ++statistics().links;
        } else if (type == CMARK_NODE_LIST) {
            ++statistics().lists;
        } else if (type == CMARK_NODE_CODE_BLOCK) {
            addCode(node);
        } else if (qstrcmp(cmark_node_get_type_string(node), "table") == 0) {
            ++statistics().tables;
        }
    }
    void leave(cmark_node* node) {
        const cmark_node_type type = cmark_node_get_type(node);
        if (type == CMARK_NODE_HEADING) {
            addHeading(node);
        }
        const bool words = type == CMARK_NODE_HEADING || type == CMARK_NODE_PARAGRAPH ||
                           qstrcmp(cmark_node_get_type_string(node), "table_cell") == 0;
        if (words) {
            statistics().estimatedWords +=
                static_cast<int>(m_words.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts).size());
            m_words.clear();
        }
    }
    void addHeading(cmark_node* node) {
        const int level = cmark_node_get_heading_level(node);
        ++statistics().totalHeaders;
        ++statistics().headerLevels.at(static_cast<size_t>(level) - 1);
        statistics().depth = std::max(statistics().depth, level);
        parentOf(level).push_back({m_words.simplified(), level, cmark_node_get_start_line(node), {}, {}});
    }
    /// Where a heading of that level belongs: below the nearest open section of a smaller one.
    std::vector<MarkdownSection>& parentOf(int level) {
        std::vector<MarkdownSection>* list = &m_outline.structure;
        while (!list->empty() && list->back().level > 0 && list->back().level < level) {
            list = &list->back().subsections;
        }
        return *list;
    }
    /// The section that was opened last.
    MarkdownSection& current() {
        if (m_outline.structure.empty()) {
            m_outline.structure.push_back({});
        }
        MarkdownSection* section = &m_outline.structure.back();
        while (!section->subsections.empty()) {
            section = &section->subsections.back();
        }
        return *section;
    }
    void addCode(cmark_node* node) {
        const QString info = QString::fromUtf8(cmark_node_get_fence_info(node)).simplified();
        const QString language = info.isEmpty() ? QStringLiteral("plaintext") : info.section(QLatin1Char(' '), 0, 0);
        const QString content = literalOf(node);
        const auto breaks = content.count(QLatin1Char('\n'));
        const bool cut = !content.isEmpty() && !content.endsWith(QLatin1Char('\n'));
        current().codeBlocks.push_back({language, static_cast<int>(breaks) + (cut ? 1 : 0)});
        ++statistics().totalCodeBlocks;
        ++statistics().codeLanguages[language];
    }
    MarkdownStatistics& statistics() { return m_outline.statistics; }

    MarkdownOutline& m_outline;
    QString m_words;  ///< of the block being read
};

}  // namespace

Result<MarkdownOutline> outlineMarkdown(const QByteArray& bytes) {
    QString text = markdownText(bytes);
    if (const auto nul = text.indexOf(QChar(u'\0')); nul >= 0) {
        return Error{ErrorKind::Malformed,
                     QStringLiteral("line %1 holds a NUL byte: this is no text file")
                         .arg(text.left(nul).count(QLatin1Char('\n')) + 1),
                     QStringLiteral("Give a Markdown file, e.g. notes.md.")};
    }
    MarkdownOutline outline;
    outline.frontMatter = takeFrontMatter(text);
    const auto document = parseMarkdown(text.toUtf8());
    OutlineReader(outline).read(document.get());
    return outline;
}

}  // namespace kith::intake
