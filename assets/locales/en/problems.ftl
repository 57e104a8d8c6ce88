### What can be the matter with a routine, and what would mend it.

problem-unknown-exercise = there is no exercise “{ $id }”
problem-unknown-exercise-near = there is no exercise “{ $id }”; did you mean “{ $near }”?
problem-unknown-breath = there is no breath pattern “{ $id }”
problem-unknown-breath-near = there is no breath pattern “{ $id }”; did you mean “{ $near }”?
problem-bad-duration = { $field } is { $secs }: a duration is from 0 to 3600 seconds
problem-bad-count = { $field } is { $count }: more or fewer than can be done
problem-dose-between = { $exercise }: { $asked } { $quantity }, the sources say { $min } to { $max }
problem-dose-exactly = { $exercise }: { $asked } { $quantity }, the sources say { $min }
problem-dose-at-least = { $exercise }: { $asked } { $quantity }, the sources say { $min } or more
problem-dose-at-most = { $exercise }: { $asked } { $quantity }, the sources say { $max } at most
problem-dose-outside = { $exercise }: { $asked } { $quantity } is outside what the sources say
problem-cold-stretch = { $exercise } is a long stretch with nothing before it that warms up
problem-one-side-only = { $exercise } is done on one side alone
problem-no-cool-down = strength work, and no cool-down after it
problem-roller-too-long = { $exercise }: { $secs } seconds on one spot of the roller, 120 are enough
problem-retention = { $exercise } is hard work, and “{ $pattern }” holds the breath
problem-no-rest = { $exercise } needs a rest between its sets
problem-equipment-change = something new has to be fetched: { $to } instead of { $from }
problem-equipment-none = nothing
problem-empty = nothing in this routine can be done
problem-over-an-hour = this takes { $minutes } minutes, over an hour
problem-too-long = this is longer than a session can be; the rest is cut off
problem-too-deep = blocks are nested too deep; the inner ones are left out
problem-newer-version = version { $version } is newer than this program knows
problem-long-silence = { $what }: { $secs } seconds without a sound; with eyes shut nobody knows whether it still runs
problem-unannounced = { $what } begins without having been named; give it a rest or a transition before it
problem-unannounced-side = { $what } goes on with the { $side } unannounced; give it time to change sides
problem-end-unheard = { $what } ends without a sound
problem-breathing = the breathing
problem-duplicate-id = two things carry the id “{ $id }”

fix-use-exercise = Use “{ $id }”
fix-use-breath = Use “{ $id }”
fix-set-dose = Take { $dose }
fix-both-sides = Do both sides
fix-set-rest = Rest { $secs } seconds
fix-insert-step = Put “{ $id }” here
fix-append-step = Put “{ $id }” at the end
fix-set-times = { $n ->
    [one] Do it once
   *[other] Do it { $n } times
}
fix-leave-out = As recommended
fix-remove = Take it out
