// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/intake/header_synonyms.h"

namespace kith::intake {

namespace {

struct PresetWords {
    const char* name;
    const char* signature;  ///< headers parted by |
    const char* columns;    ///< header=choice parted by |; the others are read by their words
};

// What the words of a header alone would not tell, or would tell differently, in the exports that are met most.
constexpr PresetWords kPresets[] = {
    {"Attio People", "Record ID|Record|Connection strength",
     "Record ID=record_id|Record=ignore|Connection strength=connection_strength|Last email interaction > "
     "When=last_contact|"
     "Last calendar interaction > When=last_meeting|Name=name|Email addresses=email|Description=description|"
     "Company=company|Job title=job_title|Phone numbers=phone|Primary location > State=state|Facebook=facebook|"
     "Instagram=instagram|LinkedIn=linkedin_url|Twitter=twitter|# of Accounts=number_of_accounts|Cash=cash|"
     "Balance=balance"},
    {"Google", "Given Name|Family Name|Group Membership",
     "Name=name|Group Membership=label|Organization 1 - Name=company|Organization 1 - Title=job_title|"
     "E-mail 1 - Value=email|Phone 1 - Value=phone|Notes=note"},
    {"Google", "First Name|Last Name|Organization Name|Labels|E-mail 1 - Value",
     "Organization Name=company|Organization Title=job_title|Organization Department=department|Labels=label|"
     "Name Prefix=prefix|Name Suffix=suffix|File As=ignore"},
    {"Outlook", "First Name|Last Name|E-mail Address|Business Phone",
     "Title=prefix|First Name=first_name|Company=company|Job Title=job_title|E-mail Address=email|"
     "Web Page=url|Categories=label|Business Street=street|Business City=city|Business State=state|Keywords=ignore|"
     "Business Postal Code=postal_code|Business Country/Region=country|E-mail Display Name=ignore|E-mail Type=ignore|"
     "E-mail 2 Address=email:other|E-mail 3 Address=email:other|Sensitivity=ignore|Priority=ignore|Private=ignore|"
     "Initials=ignore|Billing Information=note|Children=ignore|Account=ignore|Location=location"},
    {"Outlook", "Vorname|Nachname|E-Mail-Adresse|Telefon geschäftlich",
     "Anrede=prefix|Position=job_title|Firma=company"},
    {"HubSpot", "Record ID|First Name|Last Name|Email|Lifecycle Stage",
     "Record ID=record_id|Lifecycle Stage=status|Lead Status=ignore|Contact owner=owner|Associated Company=company|"
     "Company Name=company|Create Date=created_at|Last Activity Date=last_contact|Marketing contact status=ignore"},
    {"HubSpot", "Contact ID|First Name|Last Name|Email|Lifecycle Stage", "Contact ID=record_id|Lifecycle Stage=status"},
    {"Salesforce", "id|first_name|last_name|owner_id|mailing_city",
     "id=record_id|name=name|account_id=ignore|title=job_title|owner_id=owner|is_deleted=ignore|photo_url=ignore"},
    {"Salesforce", "Salutation|First Name|Last Name|Title|Account Name|Mailing Street",
     "Salutation=prefix|Title=job_title|Account Name=company|Contact ID=record_id"},
    {"LinkedIn Connections", "First Name|Last Name|Email Address|Company|Position|Connected On",
     "URL=linkedin_url|Company=company|Position=job_title|Connected On=created_at|Email Address=email"},
    {"LinkedIn Connections", "First Name|Last Name|URL|Email Address|Company|Position|Connected On",
     "URL=linkedin_url|Company=company|Position=job_title|Connected On=created_at|Email Address=email"},
    {"Apple", "First name|Last name|Organization|Note|Phone (work)", "Organization=company|Title=job_title|Note=note"},
    {"vCard", "FN|N|ORG|TEL|EMAIL",
     "FN=name|N=ignore|ORG=company|TEL=phone|EMAIL=email|TITLE=job_title|ADR=street|URL=url|NOTE=note|BDAY=birthday|"
     "CATEGORIES=label|NICKNAME=nickname|ROLE=ignore|UID=record_id"},
    {"Thunderbird", "First Name|Last Name|Display Name|Primary Email|Organization",
     "Display Name=name|Primary Email=email|Secondary Email=email:other|Work Phone=phone:work|Home Phone=phone:home|"
     "Fax Number=phone:fax|Pager Number=phone:other|Mobile Number=phone:mobile|Organization=company|Notes=note|"
     "Screen Name=ignore|Web Page 1=url|Web Page 2=url|Birth Year=ignore|Birth Month=ignore|Birth Day=ignore"},
    {"Pipedrive", "Person - Name|Person - Email - Work",
     "Person - Name=name|Person - Organization=company|Person - ID=record_id|Person - Label=label|Person - "
     "Owner=owner"},
};

}  // namespace

const std::vector<ExportPreset>& exportPresets() {
    static const std::vector<ExportPreset> presets = [] {
        std::vector<ExportPreset> list;
        for (const PresetWords& words : kPresets) {
            ExportPreset preset;
            preset.name = QString::fromLatin1(words.name);
            for (const QString& header : QString::fromUtf8(words.signature).split(u'|')) {
                preset.signature << headerKey(header);
            }
            for (const QString& pair : QString::fromUtf8(words.columns).split(u'|')) {
                preset.columns.insert(headerKey(pair.section(u'=', 0, 0)), choiceOf(pair.section(u'=', 1)));
            }
            list.push_back(std::move(preset));
        }
        return list;
    }();
    return presets;
}

}  // namespace kith::intake
