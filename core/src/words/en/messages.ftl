# What people are told. Values stand in braces; all of a message’s texts are given the same ones.

## Dates, numbers and lists.

weekday = { $weekday ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
 }
month = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
 }
date = { $weekday }, { $month } { $day }, { $year }
thousands = ,
list_and = { $others } and { $last }
changed_date = the date
changed_method = how the goods reach you
changed_lines = the items
pieces = { $count ->
    [one] { $number } piece
   *[other] { $number } pieces
 }
individuals = { $count ->
    [one] for { $number } person
   *[other] for { $number } people
 }
children = { $count ->
    [one] for { $number } child
   *[other] for { $number } children
 }
line = { $item }: { $amount }
line_with_pieces = { $item }: { $amount } ({ $pieces })
line_in_units = { $item }: { $number } × { $unit }

## Said in many messages.

hello_partner = Hello { $partner },
hello_bank = Hello { $bank },
questions = If you have a question, please write to { $bank_email }.
signature = { $bank }
comment_lead = With the comment:

## Invitation.

invitation_subject = { $bank } invites { $partner }
invitation_intro = { $bank } invites you to join as a partner. You can keep your profile up to date, ask for what you need and see what is coming to you, all in one place.
invitation_approved = { $partner } is approved: as soon as you are signed in, you can make requests.
invitation_submit = Once you are signed in, please fill in your profile and submit it. As soon as { $bank } has approved it, you can make requests.
invitation_in_review = What you submitted is with { $bank } for review. As soon as it is approved, you can make requests.

## Approval.

approval_requested_subject = { $partner } has submitted for approval
approval_requested_waits = The profile of { $partner } has been submitted and waits for your review.
approval_requested_what_next = You can approve it, or ask for changes with a note that tells { $partner } what is missing.
approval_requested_contact = The contact of { $partner } is { $partner_email }.
approved_subject = { $bank } has approved { $partner }
approved_news = Good news: { $bank } has approved { $partner }. From now on you can make requests.
changes_asked_subject = { $bank } asks for changes to your profile
changes_asked_thanks = Thank you for submitting your profile. Before { $bank } can approve it, something needs to change.
changes_asked_lead = { $bank } writes:
changes_asked_submit = When you have made the changes, please submit it again.
recertification_required_subject = { $bank } asks { $partner } to recertify
recertification_required_time = It is time to recertify. Please check that your profile is still right, and submit it again.
recertification_required_until = Until { $bank } has approved it again you cannot make new requests. What you have asked for already stays as it is.

## Requests.

request_received_subject = { $bank } has received a request from { $partner }
request_received_thanks = Thank you! { $bank } has received this request for { $partner }:
request_received_see = You can see where it stands whenever you sign in.
request_cancelled_subject = A request from { $partner } was cancelled
request_cancelled_what = This request for { $partner }, made on { $requested_on }, was cancelled:
request_cancelled_lead = The reason given:

## Distributions.

distribution_scheduled_subject = Your distribution from { $bank } on { $date }
distribution_scheduled_what = { $bank } has scheduled a distribution for { $partner }.
distribution_changed_subject = Changed: your distribution from { $bank } on { $date }
distribution_changed_what = { $bank } has changed a distribution for { $partner }. New: { $changed }.
distribution_changed_now = This is how it stands now.
distribution_taken_back_subject = Taken back: your distribution from { $bank } on { $date }
distribution_taken_back_what = { $bank } has taken back the distribution for { $partner } on { $date }. It no longer counts.
distribution_taken_back_lines = These items were in it:
distribution_taken_back_open = The request it came from, made on { $requested_on }, is open again.
distribution_when = When: { $date }
distribution_how = How: { $method }
distribution_for = For your request of: { $requested_on }
distribution_lines = The items:
distribution_tomorrow_subject = Tomorrow: your distribution from { $bank }
distribution_tomorrow_what = This is a reminder of the distribution from { $bank } for { $partner } tomorrow.

## Reminders.

deadline_reminder_subject = { $bank }: requests are due by { $deadline }
deadline_reminder_when = This is a reminder that the deadline for requests to { $bank } is { $deadline }.
deadline_reminder_done = If you have sent yours already, there is nothing to do.
recertification_due_subject = The recertification of { $partner } is due on { $due }
recertification_due_subject_past = The recertification of { $partner } was due on { $due }
recertification_due_until = The approval of { $partner } is good until { $due }.
recertification_due_until_past = The approval of { $partner } was good until { $due }.
recertification_due_required = From { $required_on } on recertification is required: you cannot make new requests until you have submitted your profile and { $bank } has approved it again.
recertification_due_check = It goes quickly if your profile is right by then. Please check it, and change what has changed.

## People. The link is put in when the message is handed out; it is not kept.

hello = Hello,
invitation_link = To accept, please follow this link within { $days } days, and sign in with this address: { "{link}" }
role_added_subject = You can act for { $partner } at { $bank }
role_added_what = From now on you can act for { $partner } at { $bank }, with the login you have.
bank_invitation_subject = { $bank } invites you
bank_invitation_what = { $bank } invites you to work with it on its partners, requests and distributions.
bank_role_added_subject = You can act for { $bank }
bank_role_added_what = From now on you can act for { $bank }, with the login you have.

## What stands in a sample of a message.

sample_partner = Example Pantry
sample_item = Diapers size 3
sample_words = An example of what somebody writes.

## In a file of rejected rows.

row_not_held = The file has more problems than the report holds; this row is one of those left out.
