### What was done to a routine: stands behind "Undo" and "Redo", and in their lists.

did-add = { $n ->
    [one] add block
   *[other] add { $n } blocks
}
did-remove = { $n ->
    [one] remove block
   *[other] remove { $n } blocks
}
did-move = { $n ->
    [one] move block
   *[other] move { $n } blocks
}
did-duplicate = { $n ->
    [one] duplicate block
   *[other] duplicate { $n } blocks
}
did-paste = { $n ->
    [one] paste block
   *[other] paste { $n } blocks
}
did-repeat = put into a repeat
did-section = put into a section
did-unwrap = take out of the group
did-change = change { $field }
did-mend = mend
did-source = write in the source
did-give-up-source = give up the source
did-merge = take in another version
did-go-back = throw the changes away

did-field-exercise = exercise
did-field-dose = dose
did-field-sides = sides
did-field-tempo = tempo
did-field-breath = breath
did-field-rest = rest
did-field-transition = transition
did-field-switch = change of sides
did-field-cues = cues
did-field-disabled = what is left out
did-field-note = note
did-field-times = rounds
did-field-section-name = heading
did-field-length = length
did-field-comment = comment
did-field-routine-name = name
did-field-summary = summary
did-field-tags = tags
did-field-usual-rest = usual rest
did-field-usual-switch = usual change of sides
did-field-usual-breath = usual breath
did-field-leading = comment
