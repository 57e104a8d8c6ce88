# Today: why something is suggested, the week, and what is left out.

why-gentle = Your pain was { $pain } lately, so something gentle
why-after-rise = Your pain rose last time, so something gentle
why-signed = Something gentle until somebody has looked at your back
why-planned = You planned this for { $time }
why-first = A short one to begin with
why-start-small = It has been { $days } days, so start small
why-strength = Strength was { $days ->
    [2] two
    [3] three
    [4] four
    [5] five
    [6] six
   *[other] { $days }
} days ago
why-strength-new = Strength has not had its turn yet
why-strength-today = Strength was today, so let it rest
why-strength-yesterday = Strength was yesterday, so let it rest
why-not-for = You have not done this for { $days } days
why-morning = Movement for the morning
why-work = Done at your desk, between two tasks
why-free-day = Some time for your back today
why-evening = Calm, to let go of the day
why-fits = It suits you as things are
why-breath-hurt = Calm breaths, since part of it hurt you
why-breath-rose = Calm breaths, since pain rose after it
why-breath-signed = Calm breaths until you have asked someone

today-rests = Enough for today
today-rests-line = Your back hurt in the last session, so let it rest. Slow breaths are fine, and tomorrow there is something gentle.
today-none-fits = Nothing to suggest right now
today-none-fits-line = Every routine has something in it that hurt. Breathe, choose one yourself, or look below at what may come back.
today-planned = You set aside { $time } for your back today.
today-planned-routine = Planned today: { $time }, { $name }
today-reset = Two-minute reset
today-reset-name = Two-minute reset: { $name }
today-reset-breathe = Breathe
today-reset-breathe-name = Two-minute reset: breathe calmly
today-breathe = Just breathe
today-breathe-line = Slow breaths and nothing else
today-breathe-button = Choose a breath
today-breathe-name = Just breathe: choose a breath

today-week-aim = { $minutes } of { $aim } min · { $days } of { $most } days
today-week-sum = { $minutes } min on { $days ->
    [one] { $days } day
   *[other] { $days } days
}
today-week-reached = { $minutes } min on { $days ->
    [one] { $days } day
   *[other] { $days } days
}: that is your week
today-week-open = Your week so far
today-week-said = This week: { $week }. Open Progress
today-day-done = { $day }: { $minutes }
today-day-planned = { $day }: planned

today-left-out = Left out because it hurt: { $name }
today-left-out-easier = Left out because it hurt: { $name }. Easier: { $easier }
today-left-out-more = { $n } more are left out because they hurt.
today-left-out-see = See them all
today-left-out-see-name = See all that is left out
today-again = Suggest again
today-again-name = Suggest { $name } again
today-again-all = Suggest them again
today-look = Look at it
today-look-name = Look at { $name }
today-rose = Pain rose after these, so they come last for now: { $names }

today-aim-longer = Four weeks went as you planned. { $n } minutes a day, if you like?
today-aim-break = After a break, { $n } minutes a day is a kind way to begin again.
today-aim-pain = With more pain than before, { $n } minutes a day may be enough for now.
today-aim-take = Make it { $n } min
today-aim-keep = Keep { $n } min

ex-hurt = This hurt you
ex-hurt-line = It is left out of what is suggested until you say that it may come back. You can still choose it yourself.
ex-hurt-easier = Easier: { $name }
ex-hurt-mark = it hurt
