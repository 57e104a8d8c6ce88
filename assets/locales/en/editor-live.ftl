### The live parts of the desk: the timeline, the findings, the figures, the preview.

live-strip = Timeline
live-strip-about = { $steps ->
    [one] One step
   *[other] { $steps } steps
}, { $work } of work, { $rest } of rest. Left and right go from step to step, Enter selects the block.
live-strip-selected = { $about } Selected: { $block }
live-strip-selected-many = { $about } { $n } blocks are selected.
live-strip-empty = The timeline shows here as soon as there is something to do.
live-zoom-in = Show less of the timeline, larger
live-zoom-out = Show more of the timeline
live-zoom-fit = Show the whole timeline

live-preview = Preview
live-preview-hint = See and hear it from the playhead (Space)
live-preview-stop = Stop
live-preview-stop-hint = End the preview (Esc)
live-session = Start session
live-session-hint = Start a session from here; leaving it leads back to the editor
live-again = Again

live-findings-none = Nothing to mend
live-findings-open = Show everything worth telling
live-findings-close = Hide what is worth telling
live-findings-errors = { $n ->
    [one] 1 error
   *[other] { $n } errors
}
live-findings-warnings = { $n ->
    [one] 1 warning
   *[other] { $n } warnings
}
live-findings-hints = { $n ->
    [one] 1 hint
   *[other] { $n } hints
}
live-severity-error = Error
live-severity-warning = Warning
live-severity-hint = Hint
live-finding = { $severity }: { $problem }
live-finding-at = { $severity }: { $problem }. { $block }
live-finding-mend = { $fix }: { $block }
live-mend-all = Mend all { $n }
live-mend-all-hint = Does every mend there is, as one step that can be undone

live-block-routine = The routine itself
live-block-repeat = Repeat { $times } times
live-block-section = Section { $name }
live-block-breathe = Breathing
live-block-rest = Rest

live-facts-open = Show the figures of the routine
live-facts-close = Hide the figures of the routine
live-facts-work = { $time } work
live-facts-rest = { $time } rest
live-facts-needs = Needs { $what }
live-facts-needs-nothing = Needs nothing
live-facts-length = { $time } in all
live-facts-felt = Where it is felt
live-facts-felt-nowhere = Nothing in it says where it is felt.
live-facts-region = { $region }: { $time }
