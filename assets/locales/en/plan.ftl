# The plan: what it is for, the weekly aim, and times set aside for it.

plan-goal = What it is for
plan-goal-line = In your own words. It stays here, and on the page you print.
plan-goal-hint = Lift my daughter without thinking about it · Look over my shoulder in the car · Sit through a film
plan-aim = The weekly aim
plan-minutes = Minutes on a day
plan-days = Days a week
plan-days-said = { $n ->
    [0] none
    [one] 1 day
   *[other] { $n } days
}
plan-minutes-said = { $n ->
    [0] none
   *[other] { $n } min
}
plan-no-aim = No aim is fine too. Set minutes and days if one helps you.
plan-advice = Begin with a few minutes a day and let them grow as your back gets stronger. Often does more than long.
plan-advice-from = { $text } ({ $title })
plan-offer = A thought
plan-offer-longer = Four weeks in a row you did what you meant to. If it feels easy, a little more would suit you.
plan-offer-after-break = It has been a while. A smaller aim makes beginning again easy.
plan-offer-more-pain = It has been hurting more. Less for a while is no step back.
plan-offer-take = Make it { $n } min a day
plan-offer-leave = Leave it as it is
plan-week = This week
plan-week-begins = Nothing yet. { $days ->
    [one] 1 day is
   *[other] { $days } days are
} what you mean to do, and the week is open.
plan-week-of-aim = { $done } of { $days ->
    [one] 1 day
   *[other] { $days } days
} so far, { $minutes } in all.
plan-week-reached = { $done ->
    [one] 1 day
   *[other] { $done } days
} so far, { $minutes } in all: that is your week.
plan-week-free = { $done ->
    [0] Nothing yet, and the week is open.
    [one] 1 day so far, { $minutes } in all.
   *[other] { $done } days so far, { $minutes } in all.
}
plan-times = Times set aside
plan-times-line = A time that stands in the calendar is kept more often.
plan-times-none = None yet.
plan-add-time = Add a time
plan-times-full = That is as many as fit. Take one out to add another.
plan-time-said = { $day }, { $clock }
plan-time-day-name = Day of { $time }
plan-time-clock-name = Time of day of { $time }
plan-time-routine-name = Session of { $time }: { $routine }
plan-time-remove-name = Take out { $time }
plan-whatever = Whatever is suggested
plan-gone = No longer there
plan-alarm = Remind me before
plan-export = Export to my calendar
plan-export-line = A file that calendar programs take in: every time as an event that comes back each week, with its reminder.
