# What leaves as a file: the page to print, the calendar, and the dialogs that write and read them.

report-title = Exercise and pain: a summary
report-name = Name:
report-made = Made on { $day } with Unhunch
report-period = { $name }: { $from } to { $to }.
report-period-four-weeks = The last four weeks
report-period-quarter = The last thirteen weeks
report-period-year = The last year
report-period-all = Everything so far
report-only-routine = Only sessions of “{ $name }”.
report-goal = What it is for, in their own words: “{ $goal }”
report-empty = No sessions were written down in this time.
report-caveat = This is what the person wrote down in Unhunch, a program for exercise at home: times from the sessions that were run or entered by hand, pain and effort from 0 to 10 as they felt them. Nothing was measured or examined, and nothing here is a diagnosis.
report-hours = { $h } h { $m } min
report-sessions = { $n ->
    [one] session
   *[other] sessions
}
report-days-a-week = days a week
report-time = exercised
report-kind-mobility = mobility
report-kind-strength = strength
report-kind-breath = breathing
report-effort = effort, 0 to 10
report-more = and { $n } more
report-often = How often: minutes a week
report-bars-told = On average { $time } a week; something was done in { $with } of { $all } weeks.
report-bars-month = Each bar is the mean of the weeks of a month.
report-bars-year = Each bar is the mean of the weeks of a year.
report-pain = Pain, 0 to 10
report-pain-none = No pain was written down in this time.
report-before = before a session
report-after = after it
report-trend = trend before
report-pain-week = (each point: the middle of a week)
report-pain-month = (each point: the middle of a month)
report-pain-year = (each point: the middle of a year)
report-trend-few = There are too few answers yet to say where pain is going.
report-trend-level = Pain before sessions neither rose nor fell clearly.
report-trend-down = Pain before sessions went down by about { $points } points of 10 in four weeks.
report-trend-up = Pain before sessions went up by about { $points } points of 10 in four weeks.
report-around = { $n ->
    [one] In the one session with both answers: { $before } before, { $after } after.
   *[other] On average over { $n } sessions with both answers: { $before } before, { $after } after.
}
report-exercises = Exercises done most
report-col-exercise = Exercise
report-col-sessions = Sessions
report-col-time = Time
report-col-left = Left
report-col-right = Right
report-col-skipped = Not finished
report-col-hurt = Hurt
report-hurt = What hurt
report-hurt-none = No exercise was marked as hurting.
report-hurt-line = { $n ->
    [one] { $name }: in one session
   *[other] { $name }: in { $n } sessions
}
report-felt = Where it was felt, in how many sessions
report-felt-none = No places were marked.
report-felt-line = { $place }: { $n }
report-back = from the back
report-front = from the front
report-signs = Signs they ticked
report-notes = From their notes
report-note = { $day }: { $note }
report-calendar-name = Unhunch
report-calendar-any = Time for your back
report-calendar-routine = Time for your back: { $name }
report-calendar-goal = What it is for: { $goal }
report-calendar-line = Open Unhunch when you are ready. A shorter session counts too.

report-ask-csv = Save the history for a spreadsheet
report-ask-json = Save the whole history
report-ask-page = Save a summary to print
report-ask-calendar = Save the planned times for a calendar
report-line-csv = A row for each set and side of every exercise, with pain, effort and notes, for LibreOffice, Excel and the like.
report-line-json = Everything, with the routines as you ran them. Unhunch can take it in again, here or on another machine.
report-line-page = One page for yourself or for whoever treats you, about the time and the routine that Progress shows. It opens in a browser, which also prints it.
report-line-calendar = Open the file with your calendar: every planned time comes weekly, with a reminder. Saved and opened again, it replaces what it brought before. What you have taken out of the plan meanwhile stays in your calendar until you delete it there.
report-line-private = It holds your pain and your notes: keep it where only you can read it.
report-writing = Writing …
report-reading = Reading …
report-stopped = That stopped halfway. Please try again.
report-take-ask = Take in a history
report-take-line = Choose a .json file that Unhunch has saved. You see what is in it before anything is kept.
report-take-kind = Unhunch history
report-arrived = A history
report-arrived-days = From { $from } to { $to }
report-arrived-new = { $n ->
    [one] One session is not here yet.
   *[other] { $n } sessions are not here yet.
}
report-arrived-same = { $n ->
    [one] One is here already.
   *[other] { $n } are here already.
}
report-arrived-different = { $n ->
    [one] One is here already and differs. Yours stays as it is.
   *[other] { $n } are here already and differ. Yours stay as they are.
}
report-arrived-remarks = { $n ->
    [one] One remark outside sessions, such as a sign that was ticked, is not here yet.
   *[other] { $n } remarks outside sessions, such as signs that were ticked, are not here yet.
}
report-arrived-nothing = There is nothing in it that is not here.
report-take = Take in what is new
report-taking = Taking it in …
report-taken = { $n ->
    [0] No session was new.
    [one] One session was taken in.
   *[other] { $n } sessions were taken in.
}
report-taken-different = { $n ->
    [one] One differs from yours, which stays as it is.
   *[other] { $n } differ from yours, which stay as they are.
}
