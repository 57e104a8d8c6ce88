### The Settings screen.

rail-settings = Settings

set-sound = Sound
set-volume = Volume
set-muted = All sound off
set-presets = Which cues are heard
set-preset-name = Cues: { $name }
set-percent = { $n } %
set-cue-volume = Volume of “{ $cue }”
set-try = Try “{ $cue }”
set-cues-before = Before you start
set-cues-during = While you work
set-cues-after = Ends and changes
set-cues-breath = Breath

cue-next = What comes next
cue-lead-tick = Three, two, one
cue-start = Start
cue-rep = Each repetition
cue-halfway = Halfway
cue-last-tick = Last three seconds
cue-end = End of work
cue-switch = Change sides
cue-rest = Rest
cue-set-done = Set done
cue-session-done = Session done
cue-breath-in = Breathe in
cue-breath-out = Breathe out

set-voice = Voice
set-voice-on = Speak the cues
set-voice-missing = No voice: { $why }. The chimes go on alone.
set-voice-try = Try it
set-voice-try-name = Try the voice
set-voice-usual = The system’s own voice
set-voice-name = Voice: { $voice }
set-voice-rate = Speed of the voice
set-voice-volume = Volume of the voice
set-rate-usual = usual
set-rate-faster = +{ $n } %
set-rate-slower = −{ $n } %
set-spoken = What it says
spoken-names = What comes next, with side and dose
spoken-instructions = What to do now
spoken-sides = Changes of side
spoken-halfway = Halfway
spoken-counts = Three, two, one, and repetitions
spoken-rests = Rests and ends
spoken-breath = Breathe in, breathe out

set-session = Session
set-session-line = Rest and change of sides hold where the routine names none.
set-lead-in = Time to get ready
set-rest = Rest
set-switch = Change sides

set-display = Display
set-theme = Colours
set-theme-name = Colours: { $theme }
theme-system = As the system
theme-light = Light
theme-is-dark = Dark
theme-high-contrast = High contrast
set-reduced-motion = Reduce motion
set-body = Figure
set-body-name = Figure: { $name }
set-distance-title = Seen from afar
set-room = Start in the room view
set-distance = You stand away
set-metres = { $n } m

set-screen-size = Size of your screen
set-screen-size-line = Hold a bank card against the outline and move the slider until both are the same size. Text in the room view is then as large as your distance needs.
set-card-width = Size of the card
set-card-said = { $n } points
set-card-outline = Outline of a bank card
set-screen-as-system = Use what the system says
set-screen-not-measured = Not measured yet: the system’s word is taken.

set-reset = Usual values
set-reset-name = Set { $group } back to the usual values
set-undo = Undo
set-undo-name = Undo: bring back { $group } as it was
