### The printable sheet of a routine.

# The language of these words, for the browser.
sheet-language = en

sheet-time = Time
sheet-time-about = about { $minutes }
sheet-time-open = about { $minutes }, with your own time where it says so
sheet-equipment = You need
sheet-equipment-none = nothing
sheet-name = Name
sheet-date = Date
sheet-pain = How it feels, 0 to 10

sheet-dose-each-side = { $dose }, each side
sheet-dose-each-way = { $dose }, each way
sheet-dose-each-side-way = { $dose }, each side and each way
sheet-dose-alternating = { $dose } a side, taking turns
sheet-dose-taking-turns = { $dose }, the sides taking turns
sheet-numbered = { $n }. { $name }

sheet-rounds = × { $n }: go through these { $n } times
sheet-rounds-rest = × { $n }: go through these { $n } times, with { $rest } of rest between

sheet-start = Start
sheet-far = Far end
sheet-hold = Hold here
sheet-inhale = Breathing in
sheet-exhale = Breathing out
sheet-shown-right = Drawn for the right side.
sheet-shown-left = Drawn for the left side.
sheet-picture = { $name }: { $what }

sheet-setup = Get ready:
sheet-ways = Ways:
sheet-breathing = Breathing:
sheet-inhale-does = In: { $what }
sheet-exhale-does = Out: { $what }
sheet-felt = Felt in:
sheet-position = Position:
sheet-needs = Needs:
sheet-from = Sources:
sheet-caution = Take care:
sheet-note = Note:

sheet-done = Done
sheet-done-right = Right
sheet-done-left = Left
sheet-of = of { $n }

sheet-breathe = Breathing: { $name }
sheet-breathe-line = Sit or lie easily. { $stages }, and start again.
sheet-breathe-in = In for { $secs } s
sheet-breathe-full = stay full for { $secs } s
sheet-breathe-out = out for { $secs } s
sheet-breathe-empty = stay empty for { $secs } s
sheet-rest = Rest { $time }.

sheet-stop = Stop when something hurts. See a professional when pain is strong, follows an injury, does not get better, or comes with numbness or weakness.

# A small sign after what no source says, and what it means.
sheet-added-mark = *
sheet-added-name = added
sheet-added-line = * marks what no source says and we put in.
sheet-sources = Sources
