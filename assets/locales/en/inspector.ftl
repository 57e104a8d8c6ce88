### The inspector of the editor: what can be set of blocks, and of the routine itself.

insp-routine = This routine
insp-several = { $n } blocks
insp-several-line = A change counts for all of them.
insp-n-steps = { $n ->
    [one] 1 exercise
   *[other] { $n } exercises
}
insp-n-repeats = { $n ->
    [one] 1 repeat
   *[other] { $n } repeats
}
insp-n-sections = { $n ->
    [one] 1 heading
   *[other] { $n } headings
}
insp-n-breathings = { $n ->
    [one] 1 breathing
   *[other] { $n } breathings
}
insp-n-rests = { $n ->
    [one] 1 pause
   *[other] { $n } pauses
}
insp-repeat = Repeat
insp-section = Section
insp-breathe = Breathing
insp-rest = Pause
insp-mixed = mixed
insp-unset = usual
insp-mixed-line = These blocks differ.
insp-more = More

insp-from-exercise = As recommended
insp-from-routine = From the routine
insp-from-settings = From your settings
insp-from-usual = As usual
insp-reset-name = { $field }, { $block }: { $origin }
insp-exactly = { $name }, exactly
insp-said = { $value } { $unit }

insp-said-by-sources = Sources say { $range }
insp-below-said = Less than sources say: { $range }
insp-above-said = More than sources say: { $range }
insp-usual = Usual is { $range }
insp-below-usual = Less than usual: { $range }
insp-above-usual = More than usual: { $range }
insp-comes-to = { $length } of work in all
insp-comes-to-breaths = { $secs } s, { $n ->
    [one] 1 whole breath
   *[other] { $n } whole breaths
}

insp-unknown = There is no exercise “{ $id }”.
insp-nearest = Use { $name }
insp-easier = Easier: { $name }
insp-harder = Harder: { $name }
insp-use = { $name }
insp-change-exercise = Change exercise…
insp-search = Name, muscle or equipment
insp-search-name = Search for another exercise

insp-dose = How much
insp-dose-mixed = They have different doses. A change gives all the same one.
insp-kind-name = How much: { $kind }
insp-kind-hold = Hold
insp-kind-reps = Reps
insp-kind-flow = Breaths
insp-kind-timed = Timed
insp-kind-open = Open
insp-hold = Hold
insp-hold-name = Hold, seconds
insp-times = Holds
insp-times-name = Holds, how many
insp-times-unit = times
insp-reps = Repetitions
insp-reps-name = Repetitions, how many
insp-breaths = Breaths
insp-breaths-name = Breaths, how many
insp-breaths-unit = breaths
insp-timed = Time
insp-timed-name = Time, seconds
insp-sets = Sets
insp-sets-name = Sets, how many
insp-sets-unit = sets
insp-secs-unit = s

insp-sides = Sides
insp-right-first = Right first
insp-left-first = Left first
insp-right-only = Right only
insp-left-only = Left only

insp-rest-after = Rest after
insp-rest-after-name = Rest after, seconds
insp-rounds-rest = Rest between rounds
insp-rounds-rest-name = Rest between rounds, seconds
insp-transition = Getting into position
insp-transition-name = Getting into position, seconds
insp-switch = Changing sides
insp-switch-name = Changing sides, seconds
insp-usual-rest = Rest
insp-usual-rest-name = Rest of this routine, seconds
insp-usual-switch = Changing sides
insp-usual-switch-name = Changing sides in this routine, seconds

insp-breath = Breath
insp-usual-breath = Breath
insp-breath-unknown = “{ $id }”, which there is not

insp-tempo = Pace of a repetition
insp-lift = Out
insp-lift-name = Pace: out, seconds
insp-pause = Stay
insp-pause-name = Pace: stay, seconds
insp-lower = Back
insp-lower-name = Pace: back, seconds

insp-cues = Cues
insp-cues-line = Those switched off stay silent in this step.
insp-cue-name = Cue: { $cue }

insp-note = Note
insp-note-hint = Shown in the session
insp-comment = Comment in the file
insp-leading = Comment at the top of the file
insp-comment-hint = For those who read the file
insp-left-out = Left out of the session

insp-rounds = Rounds
insp-rounds-name = Rounds, how many
insp-rounds-unit = rounds
insp-heading = Heading
insp-length = Length
insp-length-name = Length, seconds

insp-routine-name = Name of the routine
insp-summary = What it is for
insp-summary-hint = In one sentence
insp-tags = Tags
insp-tags-hint = neck, desk, evening
insp-defaults = For all steps
insp-defaults-line = Holds where a step does not say otherwise.
