# A session that is written down afterwards or corrected, and deleting sessions.

record-add-title = Write down a session
record-title = Correct a session
record-keep = Keep
record-routine = What it was
record-routine-name = What it was: { $name }
record-other = Something else
record-name = Called
record-name-hint = Swimming
record-name-empty = Say what it was, in a word or two, or choose one of your routines above.
record-day = Day
record-day-before = The day before
record-day-after = The day after
record-day-unclear = Write the day as year, month and day, like 2026-11-21. The arrow keys change it too.
record-day-in-future = That day is still to come. Choose today or an earlier one.
record-clock = Time of day
record-clock-unclear = Write the time of day as hours and minutes, like 8:05.
record-clock-in-future = That is later than now. Choose an earlier time, or an earlier day.
record-minutes = Minutes
record-minutes-all = in all, pauses too
record-minutes-of-which = in all, pauses too; { $time } of it exercise
record-minutes-unclear = Write the minutes as a number, like 10, or with seconds, like 2:30. A day has 1440.
record-minutes-none = Say how many minutes it took.

record-done = What was done
record-done-none = Nothing exercise by exercise. It counts as a whole, which is fine.
record-fill-in = Fill in all of “{ $name }”
record-kind-mobility = Mobility
record-kind-strength = Strength
record-kind-breath = Breath
record-line-side = { $name }, { $side }
record-line-skipped = { $name } (skipped)
record-line-minutes = Minutes of { $name }
record-line-side-name = Side of { $name }
record-line-hurt = hurt
record-line-hurt-ask = hurt?
record-line-hurt-name = { $name } hurt
record-line-remove = Take out { $name }
record-side-both = both
record-side-left = left
record-side-right = right
record-search = Add an exercise
record-search-name = Search for an exercise to add
record-search-none = No exercise has that in it.
record-add-exercise = Add { $name }

record-before = Pain before
record-after = Pain after
record-effort = Effort
record-where-before = Where it was felt before
record-where-after = Where it was felt after
record-spot-remove = Take out { $spot }
record-note = Note
record-note-hint = Anything worth remembering

record-keep-title = Keep it?
record-keep-new = This session is not written down yet.
record-keep-changed = You changed something about this session.
record-let-go = Let it go

record-delete = Delete this session
record-deleted = “{ $name }”, { $day }, is deleted.
record-deleted-all = { $n ->
    [0] What you had told of yourself is deleted.
    [one] 1 session is deleted.
   *[other] { $n } sessions are deleted.
}
record-bring-back = Bring back
record-back = { $n ->
    [0] What you had told of yourself is back.
    [one] The session is back.
   *[other] { $n } sessions are back.
}
deleted-title = Deleted sessions
deleted-note = What is brought back is as it was. What is not goes for good when Unhunch is opened after its day.
deleted-reading = Reading …
deleted-none = Nothing was deleted in the last thirty days.
deleted-problem = What was deleted cannot be read right now. { $problem }
deleted-when = { $day }. Goes for good on { $goes }.
deleted-bring-one = Bring back { $name }, { $day }
deleted-said = Signs you ticked, and what you let come back
deleted-said-when = Told outside sessions. Goes for good on { $goes }.
deleted-bring-said = Bring back the signs you ticked
deleted-bring-all = Bring all back
deleted-more = { $n ->
    [one] and one more, which comes back with all of them
   *[other] and { $n } more, which come back with all of them
}

record-delete-all-title = Delete all sessions?
record-delete-all-go = Delete them all
record-delete-all-what = { $n ->
    [0] There are no sessions.
    [one] 1 session goes, with what you told of it.
   *[other] { $n } sessions go, with everything you told of them.
}
record-delete-all-said = The signs you ticked on Safety go as well, and so does which exercises that hurt you let come back. Until you tick a sign again, it is not reckoned with.
record-delete-all-back = For thirty days you can bring them back: from the message that follows, or with “Deleted sessions” in the menu of Export on Progress.
record-delete-all-copies = After that they are overwritten. The backups of the last seven days of use hold them as well, and roll off one by one. Files you have exported and your plan stay as they are.
