# A session that is written down afterwards or corrected, and deleting sessions.

session-add-title = Write down a session
session-title = Correct a session
session-keep = Keep
session-routine = What it was
session-routine-name = What it was: { $name }
session-other = Something else
session-name = Called
session-name-hint = Swimming
session-name-empty = Say what it was, in a word or two, or choose one of your sessions above.
session-day = Day
session-day-before = The day before
session-day-after = The day after
session-day-unclear = Write the day as year, month and day, like 2026-11-21. The arrow keys change it too.
session-day-in-future = That day is still to come. Choose today or an earlier one.
session-clock = Time of day
session-clock-unclear = Write the time of day as hours and minutes, like 8:05.
session-clock-in-future = That is later than now. Choose an earlier time, or an earlier day.
session-minutes = Minutes
session-minutes-unclear = Write the minutes as a number, like 10, or with seconds, like 2:30. A day has 1440.
session-minutes-none = Say how many minutes it took.

session-done = What was done
session-done-none = Nothing exercise by exercise. It counts as a whole, which is fine.
session-fill-in = Fill in all of “{ $name }”
session-breathing = Breathing
session-kind-mobility = Mobility
session-kind-strength = Strength
session-kind-breath = Breath
session-line-side = { $name }, { $side }
session-line-skipped = { $name } (skipped)
session-line-minutes = Minutes of { $name }
session-line-side-name = Side of { $name }
session-line-hurt = hurt
session-line-hurt-name = { $name } hurt
session-line-remove = Take out { $name }
session-side-both = both
session-side-left = left
session-side-right = right
session-search = Add an exercise
session-search-name = Search for an exercise to add
session-search-none = No exercise has that in it.
session-add-exercise = Add { $name }

session-before = Pain before
session-after = Pain after
session-effort = Effort
session-scale = { $name }: { $value }
session-not-said = not said
session-spot = { $region }, { $side }
session-spot-remove = Take out { $spot }
session-note = Note
session-note-hint = Anything worth remembering

session-keep-title = Keep it?
session-keep-new = This session is not written down yet.
session-keep-changed = You changed something about this session.
session-let-go = Let it go

session-delete = Delete this session
session-deleted = “{ $name }”, { $day }, is deleted.
session-deleted-all = { $n ->
    [one] 1 session is deleted.
   *[other] { $n } sessions are deleted.
}
session-bring-back = Bring back
session-back = { $n ->
    [one] The session is back.
   *[other] { $n } sessions are back.
}
session-delete-all-title = Delete all sessions?
session-delete-all-go = Delete them all
session-delete-all-what = { $n ->
    [0] There are none.
    [one] 1 session goes, with what you told of it.
   *[other] { $n } sessions go, with everything you told of them.
}
session-delete-all-back = Until you close Unhunch you can bring them back: from the message that follows, or from Progress.
session-delete-all-copies = The backups of the last seven days of use still hold them and roll off one by one. Files you have exported stay where they are.
