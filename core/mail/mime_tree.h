// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The parts of a mail as GMime finds them, numbered depth-first, with headers and contents to ask for.
#pragma once

#include "core/domain/message.h"

#include <QByteArray>
#include <QByteArrayView>

#include <gmime/gmime.h>

#include <memory>
#include <vector>

namespace kith::mail {

struct MimeNode {
    GMimeObject* object{nullptr};
    int number{0};
    int parent{-1};  ///< index of the multipart around it; -1 for the root
    int depth{0};
    std::vector<int> children;
    QByteArray type;         ///< lower case type/subtype
    bool unreadable{false};  ///< a multipart in which no part was found: its text is in the prologue
};

class MimeTree {
public:
    explicit MimeTree(QByteArrayView bytes);

    const std::vector<MimeNode>& nodes() const { return m_nodes; }
    const std::vector<Defect>& defects() const { return m_defects; }
    /// Raw values of the mail's own header fields of this name, in order.
    std::vector<QByteArrayView> headers(const char* name) const;
    /// Decoded content; of a message or an unreadable multipart its bytes.
    QByteArray content(const MimeNode& node) const;

    static QByteArray parameter(const MimeNode& node, const char* name);
    static Attachment describe(const MimeNode& node, const QByteArray& content);
    static QString filename(const MimeNode& node);
    static QByteArray disposition(const MimeNode& node);

private:
    struct Release {
        void operator()(GMimeObject* object) const { g_object_unref(object); }
    };
    using Owned = std::unique_ptr<GMimeObject, Release>;

    static Owned parsed(const QByteArray& bytes);
    void add(GMimeObject* object, int parent, int depth);
    void addChildren(int index);
    bool salvage(int index);
    void preferMultipart(const QByteArray& source);
    void openWrapped();
    void defect(const char* name, const QString& detail = {});

    std::vector<Owned> m_owned;
    std::vector<MimeNode> m_nodes;
    std::vector<Defect> m_defects;
    int m_salvaged{0};
};

/// Before GMime is used; any thread, any number of times.
void setUpGMime();

}  // namespace kith::mail
