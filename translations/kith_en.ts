<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>kith::ui::AccountCard</name>
    <message numerus="yes">
        <source>every %n second(s)</source>
        <translation>
            <numerusform>every %n second</numerusform>
            <numerusform>every %n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n minute(s)</source>
        <translation>
            <numerusform>every minute</numerusform>
            <numerusform>every %n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kith::ui::BondWords</name>
    <message numerus="yes">
        <source>%n messages in all</source>
        <translation>
            <numerusform>%n message in all</numerusform>
            <numerusform>%n messages in all</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n messages this month</source>
        <translation>
            <numerusform>%n message this month</numerusform>
            <numerusform>%n messages this month</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kith::ui::ContactImportPage</name>
    <message numerus="yes">
        <source>%Ln row(s) imported</source>
        <translation>
            <numerusform>%Ln row imported</numerusform>
            <numerusform>%Ln rows imported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped after %Ln row(s)</source>
        <translation>
            <numerusform>Stopped after %Ln row</numerusform>
            <numerusform>Stopped after %Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Check %Ln row(s)</source>
        <translation>
            <numerusform>Check %Ln row</numerusform>
            <numerusform>Check %Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %Ln row(s)</source>
        <translation>
            <numerusform>Import %Ln row</numerusform>
            <numerusform>Import %Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) saved to %1</source>
        <translation>
            <numerusform>%Ln row saved to %1</numerusform>
            <numerusform>%Ln rows saved to %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kith::ui::ContactImportWords</name>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kith::ui::ImportColumnLine</name>
    <message numerus="yes">
        <source>Both readings fit all %n date(s)</source>
        <translation>
            <numerusform>Both readings fit the one date</numerusform>
            <numerusform>Both readings fit all %n dates</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kith::ui::ContributionBars</name>
    <message numerus="yes">
        <source>%n smaller reasons</source>
        <translation>
            <numerusform>%n smaller reason</numerusform>
            <numerusform>%n smaller reasons</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kith::ui::ImportWords</name>
    <message numerus="yes">
        <source>about %n second(s) left</source>
        <translation>
            <numerusform>about %n second left</numerusform>
            <numerusform>about %n seconds left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>about %n minute left</numerusform>
            <numerusform>about %n minutes left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln message</numerusform>
            <numerusform>%Ln messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be read</source>
        <translation>
            <numerusform>%n could not be read</numerusform>
            <numerusform>%n could not be read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Took in %Ln message(s)</source>
        <translation>
            <numerusform>Took in %Ln message</numerusform>
            <numerusform>Took in %Ln messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n were there already</source>
        <translation>
            <numerusform>, %n was there already</numerusform>
            <numerusform>, %n were there already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n hour(s) left</source>
        <translation>
            <numerusform>about %n hour left</numerusform>
            <numerusform>about %n hours left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Looking for people in your mail · %1 addresses left · %Ln new contact(s)</source>
        <translation>
            <numerusform>Looking for people in your mail · %1 addresses left · %Ln new contact</numerusform>
            <numerusform>Looking for people in your mail · %1 addresses left · %Ln new contacts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kith::ui::InboxPage</name>
    <message numerus="yes">
        <source>%n past message(s) were treated otherwise; a list of them comes later.</source>
        <translation>
            <numerusform>%n past message was treated otherwise; a list of them comes later.</numerusform>
            <numerusform>%n past messages were treated otherwise; a list of them comes later.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change %n conversation(s)? z takes it back.</source>
        <translation>
            <numerusform>Change %n conversation? z takes it back.</numerusform>
            <numerusform>Change %n conversations? z takes it back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Set the priority of %n conversation(s)?</source>
        <translation>
            <numerusform>Set the priority of %n conversation?</numerusform>
            <numerusform>Set the priority of %n conversations?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kith::ui::InboxTabs</name>
    <message numerus="yes">
        <source>List %1, %n conversation(s)</source>
        <translation>
            <numerusform>List %1, %n conversation</numerusform>
            <numerusform>List %1, %n conversations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kith::ui::LedgerSection</name>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n request</numerusform>
            <numerusform>%n requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) were written.</source>
        <translation>
            <numerusform>%n request was written.</numerusform>
            <numerusform>%n requests were written.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kith::ui::LetterWords</name>
    <message numerus="yes">
        <source>to %1, %2 and %n others</source>
        <translation>
            <numerusform>to %1, %2 and %n other</numerusform>
            <numerusform>to %1, %2 and %n others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n quoted messages</source>
        <translation>
            <numerusform>%n quoted message</numerusform>
            <numerusform>%n quoted messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Signature and %n quoted messages</source>
        <translation>
            <numerusform>Signature and %n quoted message</numerusform>
            <numerusform>Signature and %n quoted messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n remote images blocked</source>
        <translation>
            <numerusform>%n remote image blocked</numerusform>
            <numerusform>%n remote images blocked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n of them trackers</source>
        <translation>
            <numerusform>%1, %n of them a tracker</numerusform>
            <numerusform>%1, %n of them trackers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kith::ui::MailActions</name>
    <message numerus="yes">
        <source>Now priority %1. %n more from this sender would change: press w</source>
        <translation>
            <numerusform>Now priority %1. %n more from this sender would change: press w</numerusform>
            <numerusform>Now priority %1. %n more from this sender would change: press w</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kith::ui::MessageDelegate</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kith::ui::MessageWords</name>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kith::ui::ModelConsent</name>
    <message numerus="yes">
        <source>More than %n message(s) would be asked about now, at %1.</source>
        <translation>
            <numerusform>More than %n message would be asked about now, at %1.</numerusform>
            <numerusform>More than %n messages would be asked about now, at %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) would be asked about now, at %1.</source>
        <translation>
            <numerusform>%n message would be asked about now, at %1.</numerusform>
            <numerusform>%n messages would be asked about now, at %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Never more than %1 and %n question(s) a day.</source>
        <translation>
            <numerusform>Never more than %1 and %n question a day.</numerusform>
            <numerusform>Never more than %1 and %n questions a day.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more stay(s) here by your rules.</source>
        <translation>
            <numerusform>%n more stays here by your rules.</numerusform>
            <numerusform>%n more stay here by your rules.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kith::ui::ModelWords</name>
    <message numerus="yes">
        <source>On. %n message(s) were answered in the last run, for %1.</source>
        <translation>
            <numerusform>On. %n message was answered in the last run, for %1.</numerusform>
            <numerusform>On. %n messages were answered in the last run, for %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) compared</source>
        <translation>
            <numerusform>%n message compared</numerusform>
            <numerusform>%n messages compared</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> · %n would stand elsewhere</source>
        <translation>
            <numerusform> · %n would stand elsewhere</numerusform>
            <numerusform> · %n would stand elsewhere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In the last 24 hours: %n question(s), %1.</source>
        <translation>
            <numerusform>In the last 24 hours: %n question, %1.</numerusform>
            <numerusform>In the last 24 hours: %n questions, %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kith::ui::MonthChart</name>
    <message numerus="yes">
        <source>%1: %n messages</source>
        <translation>
            <numerusform>%1: %n message</numerusform>
            <numerusform>%1: %n messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kith::ui::NavItem</name>
    <message numerus="yes">
        <source>%1, %n</source>
        <translation>
            <numerusform>%1, %n</numerusform>
            <numerusform>%1, %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kith::ui::OutboxList</name>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n refused</numerusform>
            <numerusform>%n refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kith::ui::OutboxWords</name>
    <message numerus="yes">
        <source>%n message(s) had changed at Google meanwhile. %1</source>
        <translation>
            <numerusform>%n message had changed at Google meanwhile. %1</numerusform>
            <numerusform>%n messages had changed at Google meanwhile. %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kith::ui::ReaderView</name>
    <message numerus="yes">
        <source>%n earlier messages</source>
        <translation>
            <numerusform>%n earlier message</numerusform>
            <numerusform>%n earlier messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>+%n more</source>
        <translation>
            <numerusform>+%n more</numerusform>
            <numerusform>+%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kith::ui::ReceiptWords</name>
    <message numerus="yes">
        <source>Archived %n conversation(s)</source>
        <translation>
            <numerusform>Archived %n conversation</numerusform>
            <numerusform>Archived %n conversations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Moved %n conversation(s) to the inbox</source>
        <translation>
            <numerusform>Moved %n conversation to the inbox</numerusform>
            <numerusform>Moved %n conversations to the inbox</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Moved %n conversation(s) to the trash</source>
        <translation>
            <numerusform>Moved %n conversation to the trash</numerusform>
            <numerusform>Moved %n conversations to the trash</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Starred %n conversation(s)</source>
        <translation>
            <numerusform>Starred %n conversation</numerusform>
            <numerusform>Starred %n conversations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Took the star off %n conversation(s)</source>
        <translation>
            <numerusform>Took the star off %n conversation</numerusform>
            <numerusform>Took the star off %n conversations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Marked %n conversation(s) as read</source>
        <translation>
            <numerusform>Marked %n conversation as read</numerusform>
            <numerusform>Marked %n conversations as read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Marked %n conversation(s) as unread</source>
        <translation>
            <numerusform>Marked %n conversation as unread</numerusform>
            <numerusform>Marked %n conversations as unread</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Snoozed %n conversation(s)</source>
        <translation>
            <numerusform>Snoozed %n conversation</numerusform>
            <numerusform>Snoozed %n conversations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Woke %n conversation(s)</source>
        <translation>
            <numerusform>Woke %n conversation</numerusform>
            <numerusform>Woke %n conversations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Marked %n conversation(s) as spam</source>
        <translation>
            <numerusform>Marked %n conversation as spam</numerusform>
            <numerusform>Marked %n conversations as spam</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Muted %n conversation(s)</source>
        <translation>
            <numerusform>Muted %n conversation</numerusform>
            <numerusform>Muted %n conversations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restored %n conversation(s)</source>
        <translation>
            <numerusform>Restored %n conversation</numerusform>
            <numerusform>Restored %n conversations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Done again for %n conversation(s)</source>
        <translation>
            <numerusform>Done again for %n conversation</numerusform>
            <numerusform>Done again for %n conversations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Moved %n conversation(s) to %1</source>
        <translation>
            <numerusform>Moved %n conversation to %1</numerusform>
            <numerusform>Moved %n conversations to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Labelled %n conversation(s) %1</source>
        <translation>
            <numerusform>Labelled %n conversation %1</numerusform>
            <numerusform>Labelled %n conversations %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Took %1 off %n conversation(s)</source>
        <translation>
            <numerusform>Took %1 off %n conversation</numerusform>
            <numerusform>Took %1 off %n conversations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Changed the labels of %n conversation(s)</source>
        <translation>
            <numerusform>Changed the labels of %n conversation</numerusform>
            <numerusform>Changed the labels of %n conversations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kith::ui::RemovePopover</name>
    <message numerus="yes">
        <source>%n change(s) have not reached Google yet and will not.</source>
        <translation>
            <numerusform>%n change has not reached Google yet and will not.</numerusform>
            <numerusform>%n changes have not reached Google yet and will not.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kith::ui::ReviewWords</name>
    <message numerus="yes">
        <source>to %n people</source>
        <translation>
            <numerusform>to %n people</numerusform>
            <numerusform>to %n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mails from them</source>
        <translation>
            <numerusform>%n mail from them</numerusform>
            <numerusform>%n mails from them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>you answered %n</source>
        <translation>
            <numerusform>you answered %n</numerusform>
            <numerusform>you answered %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left</source>
        <translation>
            <numerusform>%n left</numerusform>
            <numerusform>%n left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n min</source>
        <translation>
            <numerusform>about %n min</numerusform>
            <numerusform>about %n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more from %1 are judged %2 too</source>
        <translation>
            <numerusform>%n more from %1 are judged %2 too</numerusform>
            <numerusform>%n more from %1 are judged %2 too</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kith::ui::Sidebar</name>
    <message numerus="yes">
        <source>%n account(s)</source>
        <translation>
            <numerusform>%n account</numerusform>
            <numerusform>%n accounts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kith::ui::SyncWords</name>
    <message numerus="yes">
        <source>%n change(s) waiting</source>
        <translation>
            <numerusform>%n change waiting</numerusform>
            <numerusform>%n changes waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sending %n change(s) …</source>
        <translation>
            <numerusform>Sending %n change …</numerusform>
            <numerusform>Sending %n changes …</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kith::ui::WhyPopover</name>
    <message numerus="yes">
        <source>Show the other %n</source>
        <translation>
            <numerusform>Show the other %n</numerusform>
            <numerusform>Show the other %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kith::ui::WorkPage</name>
    <message numerus="yes">
        <source>%1 message(s)</source>
        <translation>
            <numerusform>%1 message</numerusform>
            <numerusform>%1 messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kith::ui::DraftWords</name>
    <message numerus="yes">
        <source>%n recipient(s) not in this thread</source>
        <translation>
            <numerusform>%n recipient not in this thread</numerusform>
            <numerusform>%n recipients not in this thread</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n placeholder(s) left</source>
        <translation>
            <numerusform>%n placeholder left</numerusform>
            <numerusform>%n placeholders left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fact(s) found</source>
        <translation>
            <numerusform>%n fact found</numerusform>
            <numerusform>%n facts found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fact(s) without a source</source>
        <translation>
            <numerusform>%n fact without a source</numerusform>
            <numerusform>%n facts without a source</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n link(s) that the thread does not know</source>
        <translation>
            <numerusform>%n link that the thread does not know</numerusform>
            <numerusform>%n links that the thread does not know</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promise(s) without a source</source>
        <translation>
            <numerusform>%n promise without a source</numerusform>
            <numerusform>%n promises without a source</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n word</numerusform>
            <numerusform>%n words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kith::ui::DraftsPage</name>
    <message numerus="yes">
        <source>It goes in %n second(s). Z holds it back.</source>
        <translation>
            <numerusform>It goes in %n second. Z holds it back.</numerusform>
            <numerusform>It goes in %n seconds. Z holds it back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remind me after %n day(s) without an answer</source>
        <translation>
            <numerusform>Remind me after %n day without an answer</numerusform>
            <numerusform>Remind me after %n days without an answer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n draft(s)</source>
        <translation>
            <numerusform>%1 of %n draft</numerusform>
            <numerusform>%1 of %n drafts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kith::ui::GrowthSection</name>
    <message numerus="yes">
        <source>%Ln contact(s) grew out of your mail.</source>
        <translation>
            <numerusform>%Ln contact grew out of your mail.</numerusform>
            <numerusform>%Ln contacts grew out of your mail.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kith::ui::ContactsPage</name>
    <message numerus="yes">
        <source>%n contacts</source>
        <translation>
            <numerusform>%n contact</numerusform>
            <numerusform>%n contacts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln people</source>
        <translation>
            <numerusform>%Ln person</numerusform>
            <numerusform>%Ln people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln contact(s) are in %1.</source>
        <translation>
            <numerusform>%Ln contact is in %1.</numerusform>
            <numerusform>%Ln contacts are in %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kith::ui::DraftsSection</name>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>from %n draft(s)</source>
        <translation>
            <numerusform>from %n draft</numerusform>
            <numerusform>from %n drafts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kith::ui::EnrichmentSection</name>
    <message numerus="yes">
        <source>%n task(s) go again.</source>
        <translation>
            <numerusform>%n task goes again.</numerusform>
            <numerusform>%n tasks go again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n hour(s)</source>
        <translation>
            <numerusform>every %n hour</numerusform>
            <numerusform>every %n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n minute(s)</source>
        <translation>
            <numerusform>every %n minute</numerusform>
            <numerusform>every %n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kith::ui::EnrichmentWords</name>
    <message numerus="yes">
        <source>%n contact(s)</source>
        <translation>
            <numerusform>%n contact</numerusform>
            <numerusform>%n contacts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new value(s)</source>
        <translation>
            <numerusform>%n new value</numerusform>
            <numerusform>%n new values</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) wait for their time.</source>
        <translation>
            <numerusform>%n task waits for its time.</numerusform>
            <numerusform>%n tasks wait for their time.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>waits, tried %n time(s)</source>
        <translation>
            <numerusform>waits, tried %n time</numerusform>
            <numerusform>waits, tried %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kith::ui::ImportOrderChoice</name>
    <message numerus="yes">
        <source>Both readings fit all %n date(s)</source>
        <translation>
            <numerusform>Both readings fit the %n date</numerusform>
            <numerusform>Both readings fit all %n dates</numerusform>
        </translation>
    </message>
</context>
</TS>
