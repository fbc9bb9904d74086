// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/mail/invitation.h"

#include <QRegularExpression>

#include <libical/ical.h>
#include <memory>
#include <mutex>

namespace kith::mail {

namespace {

constexpr int kMostStarts = 500;

struct FreeComponent {
    void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};

QString textOf(const char* text) {
    return QString::fromUtf8(text).trimmed();
}

QString propertyText(icalcomponent* event, icalproperty_kind kind) {
    icalproperty* property = icalcomponent_get_first_property(event, kind);
    return property == nullptr ? QString() : textOf(icalproperty_get_value_as_string(property));
}

Address personOf(icalproperty* property) {
    Address person;
    if (icalparameter* name = icalproperty_get_first_parameter(property, ICAL_CN_PARAMETER)) {
        person.name = textOf(icalparameter_get_cn(name));
    }
    person.address = textOf(icalproperty_get_value_as_string(property));
    if (person.address.startsWith(QLatin1String("mailto:"), Qt::CaseInsensitive)) {
        person.address = person.address.mid(7);
    }
    if (!person.address.contains(QLatin1Char('@'))) {
        person.address.clear();
    }
    return person;
}

/// Of a property that has a time, its own zone counts; floating times are taken for UTC.
const icaltimezone* zoneOf(icaltimetype time, icalproperty* property, icalcomponent* calendar) {
    if (time.zone != nullptr) {
        return time.zone;
    }
    icalparameter* named =
        property == nullptr ? nullptr : icalproperty_get_first_parameter(property, ICAL_TZID_PARAMETER);
    if (named == nullptr) {
        return icaltimezone_get_utc_timezone();
    }
    const char* tzid = icalparameter_get_tzid(named);
    const icaltimezone* zone = icalcomponent_get_timezone(calendar, tzid);
    zone = zone == nullptr ? icaltimezone_get_builtin_timezone(tzid) : zone;
    return zone == nullptr ? icaltimezone_get_utc_timezone() : zone;
}

std::chrono::milliseconds utcOf(icaltimetype time, const icaltimezone* zone) {
    return std::chrono::seconds(icaltime_as_timet_with_zone(time, zone));
}

QString joinUrlOf(const QString& location, const QString& description, icalcomponent* event) {
    static const QRegularExpression call(
        QStringLiteral("https://"
                       "(?:[\\w.-]+\\.)?(?:zoom\\.us|meet\\.google\\.com|teams\\.microsoft\\.com|teams\\.live\\.com|"
                       "webex\\.com|whereby\\.com|jit\\.si)/[^\\s<>\"\\\\]+"));
    for (icalproperty* one = icalcomponent_get_first_property(event, ICAL_X_PROPERTY); one != nullptr;
         one = icalcomponent_get_next_property(event, ICAL_X_PROPERTY)) {
        const QString name = textOf(icalproperty_get_x_name(one));
        if (name == QLatin1String("X-GOOGLE-CONFERENCE") || name == QLatin1String("X-MICROSOFT-SKYPETEAMSMEETINGURL")) {
            return textOf(icalproperty_get_value_as_string(one));
        }
    }
    for (const QString& text : {location, description}) {
        if (const auto found = call.match(text); found.hasMatch()) {
            return found.captured();
        }
    }
    return {};
}

class EventReader {
public:
    EventReader(icalcomponent* calendar, icalcomponent* event)
        : m_calendar(calendar)
        , m_event(event)
        , m_startProperty(icalcomponent_get_first_property(event, ICAL_DTSTART_PROPERTY)) {}

    void read(std::chrono::milliseconds from, std::chrono::milliseconds until, std::vector<Invitation>& all) {
        if (m_startProperty == nullptr) {
            return;
        }
        const icaltimetype start = icalproperty_get_dtstart(m_startProperty);
        const icaltimezone* zone = zoneOf(start, m_startProperty, m_calendar);
        const Invitation first = once(start, zone);
        icalproperty* rule = icalcomponent_get_first_property(m_event, ICAL_RRULE_PROPERTY);
        if (rule == nullptr) {
            all.push_back(first);
            return;
        }
        icalrecur_iterator* starts = icalrecur_iterator_new(icalproperty_get_rrule(rule), start);
        if (starts == nullptr) {
            all.push_back(first);
            return;
        }
        int count = 0;
        for (icaltimetype next = icalrecur_iterator_next(starts); !icaltime_is_null_time(next) && count < kMostStarts;
             next = icalrecur_iterator_next(starts)) {
            const auto at = utcOf(next, zone);
            if (at > until) {
                break;
            }
            if (at >= from) {
                Invitation again = first;
                again.start = at;
                again.end = at + (first.end - first.start);
                again.offset = offsetAt(next, zone);
                all.push_back(again);
                ++count;
            }
        }
        icalrecur_iterator_free(starts);
    }

private:
    static std::chrono::minutes offsetAt(icaltimetype time, const icaltimezone* zone) {
        int summer = 0;
        const int seconds = icaltimezone_get_utc_offset(const_cast<icaltimezone*>(zone), &time, &summer);
        return std::chrono::minutes(seconds / 60);
    }
    Invitation once(icaltimetype start, const icaltimezone* zone) {
        Invitation invitation;
        invitation.uid = textOf(icalcomponent_get_uid(m_event));
        invitation.sequence = icalcomponent_get_sequence(m_event);
        invitation.method = propertyText(m_calendar, ICAL_METHOD_PROPERTY).toUpper();
        invitation.summary = textOf(icalcomponent_get_summary(m_event));
        invitation.allDay = start.is_date != 0;
        invitation.start = utcOf(start, zone);
        invitation.offset = offsetAt(start, zone);
        const icaltimetype end = icalcomponent_get_dtend(m_event);
        invitation.end =
            icaltime_is_null_time(end)
                ? invitation.start
                : utcOf(end, zoneOf(end, icalcomponent_get_first_property(m_event, ICAL_DTEND_PROPERTY), m_calendar));
        invitation.cancelled =
            invitation.method == QLatin1String("CANCEL") || icalcomponent_get_status(m_event) == ICAL_STATUS_CANCELLED;
        if (icalproperty* organizer = icalcomponent_get_first_property(m_event, ICAL_ORGANIZER_PROPERTY)) {
            invitation.organizer = personOf(organizer);
        }
        for (icalproperty* one = icalcomponent_get_first_property(m_event, ICAL_ATTENDEE_PROPERTY); one != nullptr;
             one = icalcomponent_get_next_property(m_event, ICAL_ATTENDEE_PROPERTY)) {
            invitation.attendees.push_back(personOf(one));
        }
        invitation.location = textOf(icalcomponent_get_location(m_event));
        invitation.joinUrl = joinUrlOf(invitation.location, textOf(icalcomponent_get_description(m_event)), m_event);
        return invitation;
    }

    icalcomponent* m_calendar;
    icalcomponent* m_event;
    icalproperty* m_startProperty;
};

/// libical keeps its tables of zones in shared places.
std::mutex& icalMutex() {
    static std::mutex mutex;
    return mutex;
}

void readCalendar(icalcomponent* calendar, std::chrono::milliseconds from, std::chrono::milliseconds until,
                  std::vector<Invitation>& all) {
    for (icalcomponent* event = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT); event != nullptr;
         event = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT)) {
        EventReader(calendar, event).read(from, until, all);
    }
}

}  // namespace

std::vector<Invitation> readInvitations(const QByteArray& calendar, std::chrono::milliseconds from,
                                        std::chrono::milliseconds until) {
    const std::lock_guard hold(icalMutex());
    std::vector<Invitation> all;
    const std::unique_ptr<icalcomponent, FreeComponent> root(icalparser_parse_string(calendar.constData()));
    if (!root) {
        return all;
    }
    if (icalcomponent_isa(root.get()) == ICAL_VCALENDAR_COMPONENT) {
        readCalendar(root.get(), from, until, all);
    }
    for (icalcomponent* one = icalcomponent_get_first_component(root.get(), ICAL_VCALENDAR_COMPONENT); one != nullptr;
         one = icalcomponent_get_next_component(root.get(), ICAL_VCALENDAR_COMPONENT)) {
        readCalendar(one, from, until, all);
    }
    return all;
}

}  // namespace kith::mail
