// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/people/web_values.h"

#include <QSet>
#include <QStringList>

#include <algorithm>
#include <array>

namespace kith::people {
namespace {

bool isLocal(QChar c) {
    return c.isLetterOrNumber() || c == u'.' || c == u'_' || c == u'-' || c == u'+' || c == u'\'' || c == u'&';
}
bool isDomain(QChar c) {
    return c.isLetterOrNumber() || c == u'.' || c == u'-';
}

bool isUrlEnd(QChar c) {
    return c.isSpace() || c == u'<' || c == u'>' || c == u'"' || c == u'|' || c == u']' || c == u'[' || c == u'•' ||
           c == u'·' || c == u'*' || c == u'“' || c == u'”';
}

const QSet<QString>& topLevels() {
    static const QSet<QString> names = [] {
        const QStringList list =
            QStringLiteral(
                "com org net edu gov int mil info biz name pro coop museum app dev cloud online site shop store tech "
                "agency company consulting solutions group team studio design digital media energy berlin hamburg "
                "koeln "
                "wien london paris nyc swiss legal law health care software systems services events works space world "
                "global international ventures capital partners finance bank gmbh example test invalid science academy "
                "education school university foundation")
                .split(u' ');
        return QSet<QString>(list.begin(), list.end());
    }();
    return names;
}

bool isTopLevel(QStringView label) {
    if (label.size() == 2) {
        return label[0].isLetter() && label[1].isLetter();
    }
    return topLevels().contains(label.toString().toLower()) || label.startsWith(u"xn--") ||
           (label.size() >= 2 && label[0].unicode() > 127 && label[0].isLetter());
}

/// Labels of letters, digits and inner hyphens, and a known end.
bool isHost(QStringView host) {
    const auto labels = host.split(u'.');
    if (labels.size() < 2 || host.size() > 253) {
        return false;
    }
    const bool sound = std::all_of(labels.begin(), labels.end(), [](QStringView label) {
        return !label.isEmpty() && label.size() <= 63 && label.front() != u'-' && label.back() != u'-';
    });
    return sound && isTopLevel(labels.back());
}

bool isMailHost(QStringView host) {
    const qsizetype dot = host.lastIndexOf(u'.');
    const QStringView last = host.mid(dot + 1);
    const bool letters = std::all_of(last.begin(), last.end(), [](QChar c) { return c.isLetter() || c == u'-'; });
    return dot > 0 && last.size() >= 2 && letters && !host.contains(u"..") && !host.startsWith(u'.') &&
           !host.startsWith(u'-');
}

/// The address around the '@' at; at itself where there is none. floor: where the one before ended.
bool mailAround(QStringView line, qsizetype at, qsizetype floor, WebValue& found) {
    qsizetype from = at;
    while (from > floor && at - from < 64 && isLocal(line[from - 1])) {
        --from;
    }
    while (from < at && !line[from].isLetterOrNumber() && line[from] != u'_') {
        ++from;
    }
    qsizetype to = at + 1;
    while (to < line.size() && isDomain(line[to])) {
        ++to;
    }
    while (to > at + 1 && !line[to - 1].isLetterOrNumber()) {
        --to;
    }
    const bool handle = from > floor && line[from - 1] == u'/';  // an address within a path
    if (from == at || line[at - 1] == u'.' || handle || !isMailHost(line.mid(at + 1, to - at - 1))) {
        return false;
    }
    found = {WebKind::Mail, from, to, line.mid(from, to - from).toString().toLower()};
    return true;
}

bool refusedLink(const QString& host, const QString& path) {
    static constexpr std::array hosts{u"zoom.us",
                                      u"teams.microsoft.com",
                                      u"teams.live.com",
                                      u"meet.google.com",
                                      u"calendly.com",
                                      u"aka.ms",
                                      u"bit.ly",
                                      u"goo.gl",
                                      u"maps.google.com",
                                      u"goo.gle",
                                      u"safelinks.protection",
                                      u"urldefense",
                                      u"outlook.office",
                                      u"doodle.com",
                                      u"webex.com",
                                      u"surveymonkey",
                                      u"mailchi.mp",
                                      u"google.com",
                                      u"apple.com",
                                      u"microsoft.com",
                                      u"avast.com",
                                      u"avg.com",
                                      u"mailscanner.info",
                                      u"get.outlook"};
    static constexpr std::array words{u"unsubscribe",  u"privacy",   u"datenschutz", u"disclaimer", u"/terms",
                                      u"terms-",       u"optout",    u"opt-out",     u"abmelden",   u"survey",
                                      u"confidential", u"impressum", u"/legal",      u"/maps",      u"/tos"};
    const auto inHost = [&](const char16_t* word) { return host.contains(QStringView(word)); };
    const auto inPath = [&](const char16_t* word) { return path.contains(QStringView(word)); };
    return std::any_of(hosts.begin(), hosts.end(), inHost) || std::any_of(words.begin(), words.end(), inPath);
}

bool isProfileHost(const QString& host) {
    static constexpr std::array hosts{
        u"xing.com",          u"twitter.com", u"x.com",        u"github.com",       u"gitlab.com",  u"facebook.com",
        u"instagram.com",     u"youtube.com", u"orcid.org",    u"researchgate.net", u"medium.com",  u"behance.net",
        u"dribbble.com",      u"t.me",        u"vk.com",       u"mastodon.social",  u"bsky.app",    u"tiktok.com",
        u"stackoverflow.com", u"keybase.io",  u"linkedin.com", u"viadeo.com",       u"threads.net", u"vimeo.com"};
    return std::any_of(hosts.begin(), hosts.end(), [&](const char16_t* name) {
        const QStringView wanted(name);
        return host == wanted || (host.endsWith(wanted) && host[host.size() - wanted.size() - 1] == u'.');
    });
}

/// What a link is, by host and path; the value is its https form.
void judgeLink(WebValue& link, QStringView text) {
    QStringView rest = text;
    if (rest.startsWith(u"https://", Qt::CaseInsensitive)) {
        rest = rest.mid(8);
    } else if (rest.startsWith(u"http://", Qt::CaseInsensitive)) {
        rest = rest.mid(7);
    }
    qsizetype cut = 0;
    while (cut < rest.size() && rest[cut] != u'/' && rest[cut] != u'?' && rest[cut] != u'#') {
        ++cut;
    }
    const QString host = rest.left(cut).toString().toLower();
    QString path = rest.mid(cut).toString();
    while (path.endsWith(u'/')) {
        path.chop(1);
    }
    link.value = QStringLiteral("https://") + host + path;
    const bool linkedIn = host == QLatin1String("linkedin.com") || host.endsWith(QLatin1String(".linkedin.com"));
    if (refusedLink(host, host + path.toLower())) {
        link.kind = WebKind::Refused;
    } else if (linkedIn && (path.startsWith(QLatin1String("/in/")) || path.startsWith(QLatin1String("/pub/")))) {
        const qsizetype query = path.indexOf(u'?');
        link.kind = WebKind::LinkedIn;
        QString person = query < 0 ? path : path.left(query);
        while (person.endsWith(u'/')) {
            person.chop(1);
        }
        link.value = QStringLiteral("https://www.linkedin.com") + person;
    } else {
        link.kind = isProfileHost(host) ? WebKind::Profile : WebKind::Site;
    }
}

/// A link that starts at from; false where the word is none.
bool linkAt(QStringView line, qsizetype from, const QString& mailDomain, WebValue& found) {
    qsizetype to = from;
    while (to < line.size() && !isUrlEnd(line[to])) {
        ++to;
    }
    static const QString tail = QStringLiteral(".,;:!?)'»’");
    while (to > from && tail.contains(line[to - 1]) &&
           !(line[to - 1] == u')' && line.mid(from, to - from).contains(u'('))) {
        --to;
    }
    const QStringView word = line.mid(from, to - from);
    const bool scheme =
        word.startsWith(u"http://", Qt::CaseInsensitive) || word.startsWith(u"https://", Qt::CaseInsensitive);
    const bool www = word.startsWith(u"www.", Qt::CaseInsensitive);
    qsizetype hostFrom = scheme ? word.indexOf(u"//") + 2 : 0;
    qsizetype hostTo = hostFrom;
    while (hostTo < word.size() && isDomain(word[hostTo])) {
        ++hostTo;
    }
    const QStringView host = word.mid(hostFrom, hostTo - hostFrom);
    const bool endsHost = hostTo == word.size() || word[hostTo] == u'/' || word[hostTo] == u'?' ||
                          word[hostTo] == u'#' || word[hostTo] == u':';
    if (!endsHost || !isHost(host)) {
        return false;
    }
    if (!scheme && !www) {
        const QString plain = host.toString();
        const bool small = plain == plain.toLower() && host.left(host.indexOf(u'.')).size() >= 3 &&
                           std::any_of(host.begin(), host.end(), [](QChar c) { return c.isLetter(); });
        const bool ours = !mailDomain.isEmpty() && plain.toLower() == mailDomain;
        if (!ours && !small) {
            return false;
        }
    }
    found = {WebKind::Site, from, to, {}};
    judgeLink(found, word);
    return true;
}

bool wordStarts(QStringView line, qsizetype at) {
    return at == 0 || !(line[at - 1].isLetterOrNumber() || line[at - 1] == u'@' || line[at - 1] == u'.' ||
                        line[at - 1] == u'-' || line[at - 1] == u'/' || line[at - 1] == u'_');
}

}  // namespace

std::vector<WebValue> webValues(QStringView line, const QString& mailDomain) {
    std::vector<WebValue> values;
    qsizetype floor = 0;
    for (qsizetype at = line.indexOf(u'@'); at >= 0; at = line.indexOf(u'@', at + 1)) {
        WebValue mail;
        if (mailAround(line, at, floor, mail)) {
            floor = mail.end;
            values.push_back(mail);
        }
    }
    std::vector<WebValue> links;
    std::size_t next = 0;
    for (qsizetype i = 0; i < line.size(); ++i) {
        while (next < values.size() && values[next].end <= i) {
            ++next;
        }
        if (next < values.size() && i >= values[next].start) {
            i = values[next].end - 1;
            continue;
        }
        if (!line[i].isLetterOrNumber() || !wordStarts(line, i)) {
            continue;
        }
        WebValue link;
        const bool room = next >= values.size();
        if (linkAt(line, i, mailDomain, link) && (room || link.end <= values[next].start)) {
            links.push_back(link);
            i = link.end - 1;
        } else {
            while (i + 1 < line.size() && (line[i + 1].isLetterOrNumber() || line[i + 1] == u'.')) {
                ++i;
            }
        }
    }
    values.insert(values.end(), links.begin(), links.end());
    std::sort(values.begin(), values.end(), [](const WebValue& a, const WebValue& b) { return a.start < b.start; });
    return values;
}

QString domainLabel(const QString& domain) {
    static const QSet<QString> seconds{QStringLiteral("co"),  QStringLiteral("com"), QStringLiteral("ac"),
                                       QStringLiteral("org"), QStringLiteral("net"), QStringLiteral("gov"),
                                       QStringLiteral("edu"), QStringLiteral("gv"),  QStringLiteral("or"),
                                       QStringLiteral("ne")};
    QStringList labels = domain.toLower().split(u'.', Qt::SkipEmptyParts);
    if (labels.size() < 2) {
        return labels.value(0);
    }
    labels.removeLast();
    if (labels.size() >= 2 && seconds.contains(labels.constLast())) {
        labels.removeLast();
    }
    return labels.constLast();
}

}  // namespace kith::people
