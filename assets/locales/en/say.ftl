### What is spoken, and the general words where an exercise has none of its own.

say-next = Next: { $name }.
say-next-dose = Next: { $name }. { $dose }.
say-next-side = Next: { $name }, { $side }. { $dose }.
say-halfway = Halfway
say-end = And release
say-side-left = Change sides: left
say-side-right = Change sides: right
say-way = Now the other way: { $way }
say-rest = Rest, { $secs ->
    [one] 1 second
   *[other] { $secs } seconds
}
say-in = Breathe in
say-out = Breathe out
say-set-done = Set { $set } of { $of } done
say-sample = Next: Cat-Cow. Breathe in, and let your belly sink.
say-session-done = All done

do-ready = Get ready
do-lift = Move out
do-pause = Stay there
do-lower = Come back
do-hold = Hold
do-release = Ease out
do-inhale = Breathe in
do-inhale-more = And a little more
do-full = Stay full
do-exhale = Breathe out
do-empty = Stay empty
do-moving = Keep moving
do-switch-left = Change to the left
do-switch-right = Change to the right
do-switch = Change sides
do-way = Now the other way: { $way }
do-rest = Let go, and breathe.
do-breathe = Breathe with the circle
