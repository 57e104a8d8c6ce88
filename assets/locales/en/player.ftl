### The player: what is shown and said while a session runs.

player-back = Today
player-back-hint = Leave the session and go back to Today
player-back-exercises = Leave the session and go back to the exercise
player-step = step { $n } of { $of }
player-time-left = { $time } left
player-time-left-name = Time left in the session
player-next-in = Next in { $secs } s
player-next-in-min = Next in { $time }
player-next = Next
player-up-next = Up next · { $dose }
player-last = This is the last one
player-felt = felt: { $where }

count-breath = Breath { $n } of { $of }
count-rep = { $n } of { $of }
count-hold = Hold { $n } of { $of }
count-set = Set { $n } of { $of }
count-of = of { $of }

side-left = Left side
side-right = Right side
side-left-said = left side
side-right-said = right side

ring-name = Time left
ring-secs = { $n } s
ring-count = { $n } of { $of }
ring-open = as long as you like
ring-get-ready = get ready
ring-move = get into place
ring-rest = rest
ring-switch = change sides
ring-release = ease out
ring-breath = breath { $n } of { $of }
pips-name = Repetitions
breath-secs = { $phase } · { $secs } s
wave-name = Breaths to come
wave-value = { $name }: { $stages }
stage-in = { $secs } in
stage-full = { $secs } hold
stage-out = { $secs } out
stage-empty = { $secs } empty

bar-name = Session
bar-value = { $at } of { $total }, { $what }
bar-prepare = Get ready
bar-rest = Rest
bar-switch = Change sides
bar-breathe = Breathing
bar-what-side = { $name }, { $side }
bar-tip = { $at } · { $what } · { $time }
bar-left = L
bar-right = R

mark-lead-tick = get ready
mark-start = start
mark-rep = next one
mark-halfway = halfway
mark-last-tick = nearly there
mark-end = release
mark-switch = change sides
mark-rest = rest
mark-next = next
mark-breath-in = breathe in
mark-breath-out = breathe out
mark-set-done = set done
mark-session-done = all done

act-pause = Pause
act-resume = Go on
act-done = Done
act-back = Back
act-skip = Skip
act-restart = Start over
act-extend = +10 s
act-extend-name = 10 seconds more
act-hurts = This hurts
act-hurts-hint = Ends this exercise at once (H)
act-mute = Sound off
act-unmute = Sound on
act-keys = Keys
act-steps = Steps
act-steps-hint = All steps, to jump to one (J)
act-slower = Slower
act-faster = Faster
act-usual-speed = Usual speed
act-return = Return to { $time }
act-return-hint = Back to where you were (Backspace)
act-with-key = { $act } ({ $key })
act-close = Close
act-usual-view = Usual view
act-room = Room view
act-compact = Small window on top
act-full = Full screen
act-not-full = Leave full screen

room-too-small = This window has room for letters you can read from { $metres } m

paused = Paused
count-in = Starting in { $n }
gate = Press Done when you are ready to go on.

figure-name = { $exercise }, moving figure
figure-name-side = { $exercise }, { $side }, moving figure
figure-breathing = A figure, breathing
figure-hint = Drag to turn, double-click to turn back

hurt-title = Stopped
hurt-body = It is noted. Never push into pain: leave this exercise out, or end here.
hurt-easier = Easier: { $name }
hurt-go-on = Go on without it
hurt-leave = End the session
hurt-slip = Nothing hurts: return to { $time }

leave-title = Leave the session?
leave-body = You are at { $time }. It can wait for you on Today, at this very place.
leave-stay = Keep going
leave-later = Leave, and go on later
leave-for-good = Leave for good

steps-title = Steps
step-row = { $n }. { $name }, at { $time }
step-row-now = { $n }. { $name }, at { $time }, now
step-now = now

speed-times = { $speed }×
speed-minus = −
speed-plus = +
speed-name = Speed { $speed }

sound-name = Sound { $percent }
sound-name-off = Sound is off
sound-off = Off
sound-hint = Loudness
volume = Loudness
percent = { $n } %

over-title = All done
over-summary = { $exercises ->
    [0] { $minutes }
    [one] { $minutes } · 1 exercise
   *[other] { $minutes } · { $exercises } exercises
}
over-skipped = Skipped: { $names }
over-hurt = It hurt: { $names }
over-back = Back to Today
over-back-exercises = Back to the exercise
over-again = Again

keys-title = Keys
keys-space = Space
keys-left = Left
keys-right = Right
keys-plus = +
keys-esc = Esc
keys-question = ?
keys-r = R
keys-m = M
keys-f = F
keys-full-does = Full screen
keys-d = D
keys-room-does = Large, for the room
keys-c = C
keys-compact-does = Small window on top
keys-j = J
keys-h = H
keys-one = 1
keys-undo = Backspace
keys-speed = , and .
keys-volume = Up, Down
keys-turn = [ and ]
keys-n = N
keys-names-does = Name what you feel
keys-turn-does = Turn the figure
keys-leave-does = Leave the session
keys-pause-does = Pause and go on
keys-show-does = Show these keys
keys-sound-does = Sound on and off
keys-steps-does = Jump to a step
keys-speed-does = Slower, faster
keys-volume-does = Louder, softer
keys-undo-does = Undo a jump or a skip
