### The desk: the list of blocks, the palette, and what can be done to blocks.

edit-blocks = { $n ->
    [0] Nothing in it yet
    [one] 1 block
   *[other] { $n } blocks
}
edit-rest = Rest
edit-breathe = Breathe
edit-repeat-title = Repeat { $times } ×
edit-rest-between = { $length } rest
edit-section-unnamed = Section
edit-section-new = New section
edit-unknown = Nobody knows this exercise. It is kept and skipped.
edit-left-only = left only
edit-right-only = right only
edit-left-first = left first
edit-in-group = in { $name }
edit-place = { $n } of { $of }
edit-is-left-out = left out
edit-has-note = with a note
edit-fold = Fold
edit-unfold = Unfold
edit-empty = An empty routine
edit-empty-line = Click an exercise to add it, or drag it here.
edit-empty-group = Empty: drag an exercise here
edit-keys = Keys
edit-start = Start
edit-start-name = Start a session with this routine

edit-palette-card = Add { $name }, { $category }, { $needs }
edit-palette-none = No exercise fits. Esc clears the search.
edit-palette-search = Search { $n } exercises
edit-palette-search-name = Search exercises to add
edit-add-rest = Rest
edit-add-rest-name = Add a rest
edit-add-breathe = Breathe
edit-add-breathe-name = Add breathing
edit-add-repeat = Repeat
edit-add-repeat-name = Add a repeat
edit-add-repeat-around = Add a repeat around what is selected
edit-add-section = Section
edit-add-section-name = Add a section
edit-add-section-around = Add a section around what is selected
edit-beside-palette = Exercises
edit-beside-palette-name = Show the exercises to add
edit-beside-inspector = Details
edit-beside-inspector-name = Show the details

edit-refused-into-itself = A group cannot be put into itself.
edit-refused-too-deep = Groups would lie too deep in each other.
edit-refused-too-many = A routine cannot hold so many blocks.
edit-paste-no-blocks = What is on the clipboard is no part of a routine. { $reason }

act-move-up = Move up
act-move-down = Move down
act-move-in = Move in
act-move-out = Move out
act-duplicate = Duplicate
act-repeat = Repeat these
act-section = Put under a heading
act-unwrap = Undo grouping
act-leave-out = Leave out
act-take-in = Take in again
act-copy = Copy
act-cut = Cut
act-paste = Paste
act-remove = Remove
act-more = More to do
act-menu = What to do with it

dkeys-arrows = Up, Down
dkeys-step-does = Go to the block above or below
dkeys-shift-arrows = Shift + Up, Down
dkeys-extend-does = Select as far as it
dkeys-home = Home, End
dkeys-home-does = Go to the first or the last
dkeys-alt-vertical = Alt + Up, Down
dkeys-move-does = Move up or down
dkeys-alt-right = Alt + Right
dkeys-in-does = Move into the group
dkeys-alt-left = Alt + Left
dkeys-out-does = Move out of the group
dkeys-delete = Delete
dkeys-ctrl-d = Ctrl + D
dkeys-ctrl-c = Ctrl + C
dkeys-ctrl-x = Ctrl + X
dkeys-ctrl-v = Ctrl + V
dkeys-ctrl-g = Ctrl + G
dkeys-ctrl-shift-g = Ctrl + Shift + G
dkeys-l = L
dkeys-leave-out-does = Leave out, or take in again
dkeys-left-right = Left, Right
dkeys-fold-does = Fold or unfold a group
dkeys-ctrl-a = Ctrl + A
dkeys-all-does = Select everything
dkeys-esc = Esc
dkeys-none-does = Select nothing
dkeys-ctrl-z = Ctrl + Z
dkeys-ctrl-y = Ctrl + Y
dkeys-ctrl-s = Ctrl + S
dkeys-ctrl-f = Ctrl + F
dkeys-search-does = Search the exercises
dkeys-question = ?
dkeys-help-does = Show these keys
