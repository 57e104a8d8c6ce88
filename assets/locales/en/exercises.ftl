### The Exercises screen: the list, its filters, and the page of one exercise.

rail-exercises = Exercises

ex-count = { $n ->
    [one] 1 exercise
   *[other] { $n } exercises
}
ex-count-of = { $n } of { $all }
ex-search = Search by name, muscle or equipment
ex-search-name = Search exercises
ex-card = { $name }, { $category }, { $needs }
ex-needs-nothing = nothing needed
ex-nothing = Nothing fits
ex-nothing-line = No exercise has all of this. Take something away, or start over.
ex-clear = Clear all
ex-clear-name = Clear the search and all filters

ex-facet-category = Category
ex-facet-position = Position
ex-facet-equipment = Equipment
ex-facet-source = Source
ex-facet-chosen = { $facet } · { $n }
ex-choice = { $name } ({ $n })

ex-back = Exercises
ex-back-hint = Back to all exercises
ex-try = Try now
ex-try-name = Try { $name } now
ex-play = Play the figure
ex-pause = Pause the figure
ex-scrub = Place in the movement
ex-scrub-value = { $percent } %
ex-speed = Speed
ex-speed-value = { $speed } ×
ex-names-show = Show names
ex-names-hide = Hide names
ex-names-hint = Name what you feel, on the figure (N)
ex-picture-name = { $exercise }, picture
figure-felt = { $figure }. Felt in: { $regions }
ex-added = added
ex-added-name = { $text } (added)
ex-added-line = “Added” marks what no source says and we put in.

ex-dose = How much
ex-dose-chosen = We chose this amount: no source gives it as it stands.
ex-preset = { $name }: { $dose }
ex-setup = Get ready
ex-steps = What to do
ex-breathing = Breathing
ex-inhale = In: { $text }
ex-exhale = Out: { $text }
ex-felt = Where you feel it
ex-cautions = Take care
ex-easier = Easier
ex-harder = Harder
ex-other-names = Also called
ex-sources = Sources
ex-source = { $title }. { $credit }.
ex-open-easier = Easier: { $name }
ex-open-harder = Harder: { $name }

range-seconds = { $amount } s
range-minutes = { $amount } min
range-reps = { $n ->
    [one] once
   *[other] { $amount } times
}
range-breaths = { $n ->
    [one] { $amount } breath
   *[other] { $amount } breaths
}
range-sets = { $n ->
    [one] { $amount } set
   *[other] { $amount } sets
}
range-at-least = { $figure } or more
range-at-most = up to { $figure }
range-in-sources = { $figure } in { $n ->
    [one] one source
    [2] two sources
    [3] three sources
    [4] four sources
   *[other] { $n } sources
}
range-in-more = { $figure } in { $n ->
    [one] one
    [2] two
    [3] three
    [4] four
   *[other] { $n }
}
