### Before and after a session: how it feels, and where. And the signs that are so.

check-before = How does your back feel now?
check-after = How does your back feel now?
check-way-on = Enter starts. Nothing has to be said.
check-pain = Pain
check-no-pain = 0 is no pain
check-worst = 10 is the worst you can think of
check-number = { $name } { $n }
check-number-meant = { $number }: { $meaning }
check-effort = How hard was it?
check-effort-name = Effort
check-no-effort = 0 is no effort
check-most-effort = 10 is all you had

check-left = left
check-right = right
check-spot-left = { $region }, left
check-spot-right = { $region }, right
check-map-back = Your back
check-map-front = Your front
check-map-hint = Where do you feel it? Pick it on the body.
check-map-keys = The arrow keys go from place to place. Space picks.
check-turn-front = Front
check-turn-front-name = Turn the figure: show the front
check-turn-back = Back
check-turn-back-name = Turn the figure: show the back

check-back = Back
check-signs = When to stop
check-start = Start
check-skip = Skip
check-breathe = Breathe gently instead
check-anyway = Start anyway
check-ask = Ask before sessions

check-where = Where?
check-where-told = Where: { $spots }
check-where-done = Done with the body
check-note = Note
check-note-hint = A note, if you like
check-left-title = Done for now
check-done = Done

check-sign-hint = This is so for me
check-sign-line = Tick what is so for you. Nothing leaves this computer.
check-sign-advice = You ticked this. Please have a doctor or therapist look at it before you go on exercising.
