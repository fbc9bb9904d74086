// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/unit/sync/wire_world.h"

#include "core/mail/mime_parser.h"
#include "core/net/refreshing_tokens.h"
#include "tests/emulators/gmail/thread_marks.h"
#include "tests/unit/sync/sync_model.h"

namespace kith::testing {

namespace {

/// More than without a wire: the client mends most of them by itself.
constexpr int kWireFaults = 3;

QString wireAddress() {
    return QStringLiteral("mara@fjordlight.example");
}

QString wireSecret() {
    return QStringLiteral("gmail/mara");
}

/// The client's jitter, the same in every run.
std::function<double()> wireRandom(quint32 seed) {
    return [random = std::make_shared<std::mt19937>(seed)] { return double((*random)() % 10'000) / 10'000; };
}

QByteArray wireBody(int number) {
    const QByteArray n = QByteArray::number(number);
    switch (number % 4) {
    case 1:
        return "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
               "Gr=C3=BC=C3=9Fe aus Nummer " +
               n + " =E2=80=93 bis bald=20\r\n";
    case 2:
        return "Content-Type: multipart/alternative; boundary=\"cut-here\"\r\n\r\n--cut-here\r\n"
               "Content-Type: text/plain; charset=utf-8\r\n\r\nletter " +
               n + "\r\n--cut-here\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>letter " + n +
               "</p>\r\n--cut-here--\r\n";
    case 3:
        return "Content-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: base64\r\n\r\n" +
               QByteArray("letter number " + n + ", packed").toBase64() + "\r\n";
    default:
        return "\r\nletter " + n + "\r\n\r\n.\r\nand more of it\r\n";
    }
}

/// A conversation that was asked for whole comes in parts: packed in another way, the same to whoever reads it.
bool readsTheSame(const QByteArray& one, const QByteArray& other) {
    if (one == other) {
        return true;
    }
    const Letter a = mail::parseMime(one);
    const Letter b = mail::parseMime(other);
    return a.text == b.text && a.html == b.html && a.subject == b.subject && a.rfc822MessageId == b.rfc822MessageId &&
           a.defects.size() == b.defects.size();
}

}  // namespace

QByteArray wireLetter(int number) {
    return "From: Ada <ada@north.example>\r\nTo: mara@fjordlight.example\r\nSubject: Letter " +
           QByteArray::number(number) + "\r\nDate: Tue, 12 May 2026 09:58:00 +0000\r\nMessage-ID: <n" +
           QByteArray::number(number) + "@model.example>\r\nMIME-Version: 1.0\r\n" + wireBody(number);
}

WireWorld::Ground::Ground(quint32 seed, WireClock& clock)
    : google(time.clock(), {.accounts = {wireAddress()}, .seed = seed})
    , line(time, [this](const QUrl& url, const emulator::Request& request) {
        return google.handle(url.port() == 8002 ? emulator::Endpoint::GoogleOAuth : emulator::Endpoint::GoogleApi,
                             request);
    }) {
    clock.follow(time);
    (void)secrets.set(wireSecret(), google.signIn(wireAddress()).toLatin1());
}

void WireWorld::Ground::open(WireClock& clock, double unitsPerMinute, quint32 seed) {
    net::OAuthClient oauth{google.oauth().client().id, google.oauth().client().secret};
    oauth.tokenUri = QUrl(QStringLiteral("http://127.0.0.1:8002/token"));
    sources::GmailShared shared;
    shared.tokens = std::make_shared<net::RefreshingTokens>(line, clock, secrets,
                                                            net::RefreshingTokens::Parts{oauth, wireSecret()});
    shared.random = wireRandom(seed);
    shared.pacer = std::make_shared<sources::GmailPacer>(
        clock, sources::GmailLimits{unitsPerMinute, unitsPerMinute * 0.75, 6000, 0},
        sources::GmailPacer::Ways{shared.random});
    shared.width = std::make_shared<sources::GmailWidth>(clock, sources::GmailWidth::Bounds{});
    static const auto units = std::make_shared<const sources::GmailUnits>(*sources::GmailUnits::load());
    shared.units = units;
    shared.mostSenders = 1;
    client = std::make_unique<sources::GmailClient>(line, clock, QUrl(QStringLiteral("http://127.0.0.1:8001")),
                                                    std::move(shared));
}

void WireWorld::begin(quint32 seed, Dice& dice) {
    m_dice = &dice;
    m_findings.clear();
    m_ground = std::make_unique<Ground>(seed, m_clock);
    const double believed = dice.chance(50) ? 6000 : dice.chance(50) ? 600 : 0;
    m_ground->open(m_clock, believed, seed);
    setServerUp(dice);
    m_limited = m_limited || believed == 600;
}

void WireWorld::setServerUp(Dice& dice) {
    m_ground->line.pageSize = 1 + dice.below(9);
    emulator::HistoryKnobs& knobs = box().history.knobs;
    knobs.emptyPages = dice.chance(20) ? 1 + dice.below(2) : 0;
    knobs.duplicates = dice.chance(30);
    knobs.reorder = dice.chance(30);
    emulator::GmailOptions& options = m_ground->google.gmail().options();
    options.shuffleBatches = dice.chance(50);
    options.historyTellsLabelDeletion = dice.chance(50);
    options.adviseByHeader = dice.chance(30);
    m_limited = dice.chance(25);
    if (m_limited) {
        m_ground->google.gmail().setQuota(300 + dice.below(600), dice.chance(50) ? 1 + dice.below(4) : 0);
    }
    m_bulky = dice.chance(12);
    const Millis latency{dice.chance(50) ? dice.below(2'000) : 0};
    m_ground->google.setLatency(latency);
    m_ground->line.line().setLatency(latency);
}

/// Kith's clock is set back or ahead; time itself only goes on.
void WireWorld::jump(Millis time) {
    if (time.count() > 0 && time.count() % 3 != 0) {
        return pass(time);
    }
    m_clock.set(time);
    m_limited = m_limited || time.count() < 0;  // a pause that was asked for lasts longer by a clock that was set back
}

void WireWorld::disturb(Disturbance disturbance) {
    m_disturbance = std::move(disturbance);
    m_ground->line.before = [this](const net::HttpRequest& request) { happens(request); };
}

void WireWorld::calm() {
    m_ground->line.before = nullptr;
    m_ground->google.faults().clear();
    m_ground->google.gmail().setQuota(0, 0);
}

std::stop_token WireWorld::freshStop() {
    m_stop = {};
    return m_stop.get_token();
}

service::PreparedLetter WireWorld::prepare(intake::RawMessage raw) {
    const QByteArray id = emulator::messageIdOf(raw.bytes);
    const int number = id.mid(1, id.indexOf('@') - 1).toInt();
    if (!readsTheSame(raw.bytes, wireLetter(number))) {
        m_findings << QStringLiteral("letter %1 came changed: %2").arg(number).arg(QString::fromUtf8(raw.bytes));
    }
    return lightPrepare(std::move(raw), number);
}

bool WireWorld::bears(const Error& error) const {
    return m_limited && error.kind == ErrorKind::RateLimited;
}

int WireWorld::idleRequests() const {
    return 1 + box().history.knobs.emptyPages;
}

void WireWorld::happens(const net::HttpRequest& request) {
    m_disturbance.told(QStringLiteral("  asks ") + QString::fromLatin1(request.verb) + QLatin1Char(' ') +
                       request.url.path() + QLatin1Char('?') + request.url.query());
    if (m_dice->chance(m_disturbance.between)) {
        m_disturbance.meanwhile();
    }
    if (m_dice->chance(m_disturbance.faults * kWireFaults)) {
        strike();
    }
}

void WireWorld::strike() {
    emulator::Fault fault;
    fault.retryAfter = m_dice->below(90);
    fault.form = emulator::RetryForm(m_dice->below(5));
    fault.stall = Millis{60'000};
    const int what = m_dice->below(100);
    if (what < 30) {
        strikeWhole(std::move(fault));
    } else if (what < 50) {
        strikeAnswer(std::move(fault));
    } else if (what < 72) {
        strikePart(std::move(fault));
    } else if (what < 84) {
        strikeHistory(std::move(fault));
    } else if (what < 92) {
        m_disturbance.told(QStringLiteral("  the access token ends"));
        ++m_struck[QStringLiteral("access_token_ends")];
        m_ground->google.oauth().tokens().expireAccess();
    } else {
        m_disturbance.told(QStringLiteral("  stopped"));
        ++m_struck[QStringLiteral("stopped")];
        m_stop.request_stop();
    }
}

/// Refused, or done and not told so.
void WireWorld::strikeWhole(emulator::Fault fault) {
    using enum emulator::FaultKind;
    static constexpr emulator::FaultKind kinds[] = {Rate429,   Rate403,       Server500,
                                                    Server503, Server502Html, Unauthorized401};
    fault.kind = kinds[m_dice->below(6)];
    const bool trouble = fault.kind == Server500 || fault.kind == Server503 || fault.kind == Server502Html;
    fault.executed = trouble && m_dice->chance(50);
    fault.times = m_dice->chance(15) ? 6 : 1;
    if (fault.kind == Unauthorized401 || fault.kind == Rate403) {
        fault.endpoint = emulator::Endpoint::GoogleApi;  // at the token's address these are the client's own fault
    }
    put(std::move(fault));
}

void WireWorld::strikeAnswer(emulator::Fault fault) {
    using enum emulator::FaultKind;
    static constexpr emulator::FaultKind kinds[] = {Cut, Truncate, Stall, NoAnswer};
    fault.kind = kinds[m_dice->below(4)];
    fault.executed = m_dice->chance(70);
    put(std::move(fault));
}

/// Calls inside of batches, each for itself; single ones too.
void WireWorld::strikePart(emulator::Fault fault) {
    using enum emulator::FaultKind;
    static constexpr emulator::FaultKind kinds[] = {Rate429,   Rate403,       Rate403,        Server500,
                                                    Server503, Server502Html, Unauthorized401};
    fault.kind = kinds[m_dice->below(7)];
    fault.match = m_dice->chance(70) ? QStringLiteral("s.get") : QStringLiteral("messages.modify");
    fault.times = 1 + m_dice->below(6);
    put(std::move(fault));
}

void WireWorld::strikeHistory(emulator::Fault fault) {
    using enum emulator::FaultKind;
    static constexpr emulator::FaultKind kinds[] = {History404, DuplicateHistory, EmptyHistoryPage, EmptyHistoryPage};
    fault.kind = kinds[m_dice->below(4)];
    fault.executed = fault.kind != History404;
    put(std::move(fault));
}

void WireWorld::put(emulator::Fault fault) {
    const QString name =
        emulator::faultName(fault.kind) + (fault.match.isEmpty() ? QString() : QStringLiteral(" of ") + fault.match);
    ++m_struck[name];
    m_disturbance.told(QStringLiteral("  fault: %1 ×%2").arg(name).arg(fault.times));
    m_ground->google.faults().add(std::move(fault));
}

}  // namespace kith::testing
