### How much, short enough to read from across the room (dose-…) and as it is spoken (told-…).

dose-hold = { $secs } s
dose-hold-times = { $times } × { $secs } s
dose-reps = { $count ->
    [one] once
   *[other] { $count } times
}
dose-reps-sets = { $sets } × { $count }
dose-flow = { $breaths ->
    [one] 1 breath
   *[other] { $breaths } breaths
}
dose-flow-sets = { $sets } × { $breaths ->
    [one] 1 breath
   *[other] { $breaths } breaths
}
dose-timed = { $time }
dose-timed-sets = { $sets } × { $time }
dose-open = your own time
dose-open-sets = { $sets } × your own time
dose-each-side = { $dose } each side
dose-each-way = { $dose } each way
dose-each-side-way = { $dose } each side and way
dose-alternating = { $dose }, taking turns

told-hold = Hold for { $secs ->
    [one] 1 second
   *[other] { $secs } seconds
}
told-hold-times = { $times } holds of { $secs ->
    [one] 1 second
   *[other] { $secs } seconds
}
told-reps = { $count ->
    [one] Once
   *[other] { $count } times
}
told-reps-sets = { $sets } sets of { $count }
told-flow = { $breaths ->
    [one] 1 breath
   *[other] { $breaths } breaths
}
told-flow-sets = { $sets } sets of { $breaths ->
    [one] 1 breath
   *[other] { $breaths } breaths
}
told-timed = For { $secs ->
    [one] 1 second
   *[other] { $secs } seconds
}
told-timed-min = For { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
}
told-timed-sets = { $sets } sets of { $secs ->
    [one] 1 second
   *[other] { $secs } seconds
}
told-open = As long as you like
told-breathe = Breathing
