# The Progress screen.

rail-progress = Progress

progress-part-overview = Overview
progress-part-exercises = By exercise
progress-part-sessions = Sessions
progress-part-plan = Plan

progress-add = Add a session
progress-share = Export
progress-share-name = Export, take in or delete
progress-export-page = A page to print …
progress-export-csv = A table, as CSV …
progress-export-json = Everything, as JSON …
progress-export-calendar = Planned times, for your calendar …
progress-import = Take in sessions from a file …
progress-bring-back = Bring back what was deleted
progress-deleted = Deleted sessions …
progress-delete-all = Delete all sessions …

progress-four-weeks = 4 weeks
progress-four-weeks-name = Look at 4 weeks
progress-quarter = 13 weeks
progress-quarter-name = Look at 13 weeks
progress-year = Year
progress-year-name = Look at a year
progress-all = All
progress-all-name = Look at all of it
progress-all-routines = All routines
progress-routine-name = { $name }, choose a routine to look at

progress-reading = Reading what you have done so far …
progress-closed-title = Your record cannot be shown right now
progress-closed = Your sessions run all the same, and what you do is written once it can be. { $reason }
progress-empty = This is where it adds up
progress-empty-line = After your first session you will see here what you did and how your back felt. A few minutes are a fine beginning.
progress-begin-with = { $name }, { $minutes }
progress-nothing = Nothing in this time. Look further back, or at all routines.

progress-totals = { $sessions ->
    [0] Nothing in this time. Look further back, or at all routines.
    [one] One session, { $time } of exercise.
   *[other] { $sessions } sessions on { $days ->
        [one] one day
       *[other] { $days } days
    }, { $time } of exercise.
}
progress-hours = { $minutes ->
    [0] { $hours } h
   *[other] { $hours } h { $minutes } min
}
progress-as-tables = Show as tables
progress-as-figures = Show as pictures

progress-calendar = Your year
progress-calendar-line = { $n ->
    [0] No session in the last year yet.
    [one] You exercised on one day of the last year.
   *[other] You exercised on { $n } days of the last year.
}
progress-calendar-line-routine = { $n ->
    [0] { $name }: not in the last year.
    [one] { $name }: on one day of the last year.
   *[other] { $name }: on { $n } days of the last year.
}
progress-calendar-days = Days of the year, arrow keys go from day to day
progress-calendar-under-5 = under 5 min
progress-calendar-under-10 = under 10
progress-calendar-under-20 = under 20
progress-calendar-more = 20 and more
progress-calendar-hurt = something hurt
progress-calendar-today = today
progress-day-none = { $date }: no session
progress-day = { $date }: { $n ->
    [one] one session
   *[other] { $n } sessions
}, { $time }
progress-day-hurt = { $date }: { $n ->
    [one] one session
   *[other] { $n } sessions
}, { $time }, something hurt
progress-table-days = Days with a session, the last first.
progress-table-weeks = Week by week, the last first.
progress-table-weeks-some = The last first. Of several weeks a usual one is told.
progress-table-pain = Before and after sessions, the last first.
progress-table-day = Day
progress-table-week = Week
progress-table-from-to = { $from } to { $to }
progress-table-days-count = Days
progress-table-when = When
progress-table-before = Before
progress-table-after = After

progress-weeks = Minutes a week
progress-weeks-line-early = { $n } min this week. A usual week shows after four.
progress-weeks-line = About { $n } min in a usual week.
progress-weeks-line-aim = About { $n } min in a usual week; your aim is { $aim }.
progress-weeks-aim = Aim: { $n } min
progress-kind-mobility = Mobility
progress-kind-strength = Strength
progress-kind-breath = Breath
progress-week = Week of { $from }
progress-month = { $month } { $year }
progress-week-none = { $week }: nothing
progress-week-kind = { $kind } { $time }
progress-week-said = { $week }: { $time } on { $n ->
    [one] one day
   *[other] { $n } days
} ({ $kinds })
progress-weeks-none = { $from } to { $to }: nothing
progress-weeks-said = { $from } to { $to }: { $time } in a usual week ({ $kinds }), { $n ->
    [one] one day
   *[other] { $n } days
} in all

progress-pain = Pain before and after
progress-pain-none = Nothing said yet. You can say how your back feels before and after a session.
progress-pain-too-few = Too few answers yet to see a direction.
progress-pain-level = No clear direction over this time.
progress-pain-down-little = A little lower as the weeks go by.
progress-pain-down = { $n ->
    [one] About one point lower in four weeks.
   *[other] About { $n } points lower in four weeks.
}
progress-pain-up-little = A little higher as the weeks go by.
progress-pain-up = { $n ->
    [one] About one point higher in four weeks.
   *[other] About { $n } points higher in four weeks.
}
progress-pain-before = before
progress-pain-after = after
progress-pain-trend = direction
progress-pain-span = { $from } to { $to }, the middle of { $n } sessions
progress-pain-both = { $when }: pain { $before } before, { $after } after
progress-pain-only-before = { $when }: pain { $before } before
progress-pain-only-after = { $when }: pain { $after } after

progress-exercises-name = Exercises you did
progress-col-exercise = Exercise
progress-col-times = Sessions
progress-col-time = Time
progress-col-sides = Left and right
progress-col-hurt = Hurt
progress-col-skipped = Unfinished
progress-col-last = Last
progress-times = { $n } ×
progress-left-letter = L
progress-right-letter = R
progress-exercise-said = { $name }: in { $n ->
    [one] one session
   *[other] { $n } sessions
}, { $time }, last { $last }
progress-sides-said = left { $left }, right { $right }
progress-hurt-said = { $n ->
    [one] hurt once
   *[other] hurt in { $n } sessions
}
progress-skipped-said = { $n ->
    [one] skipped or cut short once
   *[other] skipped or cut short in { $n } sessions
}
progress-course-day = Minutes of { $name } a day
progress-course-week = Minutes of { $name } a week
progress-course-month = Minutes of { $name } a month
progress-course-year = Minutes of { $name } a year
progress-dose = { $when }: { $time }
progress-hurt-left-out = Not suggested for now, because it hurt
progress-hurt-reviewed = It hurt, and may be suggested again
progress-hurt-line = This one hurt, so it is not suggested for now.
progress-hurt-easier = This one hurt, so it is not suggested for now. Easier: { $easier }.
progress-review = May be suggested again
progress-review-name = May be suggested again: { $name }

progress-sessions-line = { $n ->
    [0] Nothing in this time. Look further back, or at all routines.
    [one] One session. Enter opens it, Delete takes it away.
   *[other] { $n } sessions, the last first. Enter opens one, Delete takes it away.
}
progress-bring-back-count = { $n ->
    [one] Bring back the one deleted
   *[other] Bring back the { $n } deleted
}
progress-when = { $day }, { $time }
progress-session-said = { $when }: { $routine }, { $time } of exercise
progress-session-of-exercise = of exercise
progress-pain-change = pain { $before }, then { $after }
progress-pain-began = pain { $n } before
progress-pain-ended = pain { $n } after
progress-effort = effort { $n }
progress-mark-hurt = something hurt
progress-mark-left = left early
progress-mark-by-hand = added by hand
progress-mark-note = with a note
