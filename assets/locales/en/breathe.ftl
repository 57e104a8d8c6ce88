### The Breathe screen.

rail-breathe = Breathe
player-back-breathe = Leave the session and go back to Breathe
over-back-breathe = Back to Breathe

breathe-line = Pick a rhythm, and follow the circle or the sound.
breathe-card = { $name }: { $stages }
breathe-card-held = { $name }: { $stages }, the breath is held
breathe-held = held
breathe-held-line = The breath is held: only sitting or lying, and not while you work hard.
breathe-new = New rhythm
breathe-own-name = My rhythm { $n }
breathe-minutes = How long
breathe-minutes-name = { $n ->
    [one] 1 minute
   *[other] { $n } minutes
}
breathe-length = { $time } · { $n ->
    [one] 1 whole breath
   *[other] { $n } whole breaths
}
breathe-sounds = Sounds
breathe-sound-in = Sound for breathing in
breathe-sound-out = Sound for breathing out
breathe-muted = All sound is off.
breathe-start = Start
breathe-start-name = Start breathing: { $name }
breathe-edit = Change
breathe-edit-name = Change { $name }
breathe-edit-title = Your rhythm
breathe-close = Done
breathe-close-name = Done with changing { $name }
breathe-delete = Delete
breathe-delete-name = Delete { $name }
breathe-undo = “{ $name }” is deleted.
breathe-undo-do = Undo
breathe-undo-name = Undo: bring back { $name }

breathe-name = Name
breathe-stages = One breath
breathe-stage-secs = Length of stage { $n }, { $phase }
breathe-secs = { $n } s
breathe-stage-name = Stage { $n }: { $phase }
breathe-stage-delete = Remove stage { $n }
breathe-stage-add = Add a stage
breathe-stage-in = In
breathe-stage-full = Full
breathe-stage-out = Out
breathe-stage-empty = Empty
