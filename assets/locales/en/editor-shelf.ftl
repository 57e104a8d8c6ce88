### The shelf of routines, and the dialogs to make, take in, give away and delete one.

shelf-make = Make me a session
shelf-import = Import
shelf-own = Your routines
shelf-own-all = { $title } · { $n }
shelf-own-found = { $title } · { $n } of { $all }
shelf-own-empty = None yet. Begin a new one, or open a copy of one below.
shelf-own-none-found = None of your routines fits these words.
shelf-search = Search your routines
shelf-search-name = Search your routines
shelf-shipped = Come with Unhunch
shelf-shipped-line = They stay as they are: editing one makes a copy of your own.
shelf-exercises = { $n ->
    [one] 1 exercise
   *[other] { $n } exercises
}
shelf-open-name = Edit { $name }, { $facts }
shelf-copy = Open a copy
shelf-copy-name = Open a copy of { $name }, { $facts }
shelf-copied = This is your own copy of “{ $name }”. The original stays as it is.
shelf-edit-name = Edit { $name }
shelf-edit-copy-name = Edit a copy of { $name }
shelf-duplicate = Duplicate { $name }
shelf-duplicated = Duplicated as “{ $name }”.
shelf-share = Share { $name }…
shelf-delete = Delete { $name }
shelf-deleted = Deleted “{ $name }”.
shelf-undo-delete = Undo
shelf-restore = Restore
shelf-restore-name = Restore { $name }
shelf-restored = “{ $name }” is back.
shelf-trash = Trash ({ $n })
shelf-draft = Unsaved changes to “{ $name }” from before
shelf-draft-open = Go on
shelf-draft-open-name = Go on with the changes to { $name }
shelf-draft-let-go = Let go
shelf-draft-let-go-name = Let go of the changes to { $name }
shelf-failed = That did not work: { $reason }
shelf-cancel = Cancel
shelf-dialog-close = Close the dialog

pick-button = Add to routine
pick-button-name = Add { $name } to a routine
pick-title = Add { $name } to…
pick-open = { $name }, which is open
pick-new = A new routine
pick-added = Added { $exercise } to “{ $name }”.
pick-show = Open it

wish-minutes = How long
wish-place = Where
wish-seated = On a chair
wish-standing = Standing
wish-floor = On the floor too
wish-equipment = At hand
wish-aim = What for
wish-loosen = Loosen up
wish-strengthen = Get stronger
wish-wind-down = Wind down
wish-sore = How sore are you?
wish-not-sore = Not sore
wish-a-little = A little
wish-very-sore = Sore
wish-made = { $minutes } · { $n ->
    [one] 1 step
   *[other] { $n } steps
}
wish-another = Another one
wish-open = Open in the editor

arrive-drop = Drop to look at this routine
arrive-ask = Import a routine or an exercise
arrive-ask-line = Choose a .ron file, or drop one anywhere on this window. You see what it is before anything is kept.
arrive-browse = Choose a file…
arrive-asking = If no window opens, type the path below.
arrive-path = Path of the file
arrive-look = Look at it
arrive-routine = A routine
arrive-exercise = An exercise
arrive-comment = From its author
arrive-known = You have this already: { $name }
arrive-known-shipped = It came with Unhunch and stays as it is. This one can be kept beside it.
arrive-known-same = There is no difference.
arrive-more = and { $n } more
arrive-carried = It brings along
arrive-carried-new = { $name }, which is new
arrive-carried-same = { $name }, which you have
arrive-carried-differs = { $name }, which differs from yours
arrive-keep-mine = Keep mine
arrive-keep-mine-name = Keep my { $name }
arrive-take-theirs = Take theirs too
arrive-take-theirs-name = Take their { $name } under another name
arrive-pictures = { $n ->
    [one] 1 picture
   *[other] { $n } pictures
}
arrive-errors = To mend
arrive-warnings = Worth a look
arrive-hints = Good to know
arrive-clean = Nothing is wrong with it.
arrive-add = Add to mine
arrive-add-own = Keep beside it
arrive-replace = Replace mine
arrive-both = Keep both
arrive-taken = “{ $name }” is yours now.
arrive-replaced = “{ $name }” was replaced. The version before is kept as a backup.
arrive-not-ours = { $file } is neither a routine nor an exercise. { $reason }
arrive-no-path = Type the path of a file first.

share-title = Share “{ $name }”
share-line = One file with everything it needs, to send to anybody.
share-save = Save
rescue-title = Save “{ $name }” elsewhere
rescue-line = The text as it is, in a place of your choice. Import it again once there is room.
share-saved = Saved as { $name }.
share-taken = { $file } is there already and stays as it is. Another name is put in the field: save again.
share-no-path = Type where to save it first.
wish-name = { $aim }, { $minutes }
wish-summary = Made to your wish.
wish-part-warm-up = Warm up
wish-part-loosen = Loosen
wish-part-strengthen = Strengthen
wish-part-stretch = Stretch
wish-part-cool-down = Cool down
wish-note-seated = Stay on your chair.
wish-note-standing = Do it standing.
wish-breathe = Breathe
wish-step = { $name }, { $amount }
wish-step-rounds = { $name }, { $amount } (× { $rounds })
wish-no-strength = Nothing here strengthens, so there is movement instead.
wish-no-strength-for-want = Nothing here strengthens. One of these would change that: { $things }.
wish-no-time-for-strength = Strength work takes longer than there is: here is movement instead. A few minutes more make room for it.
wish-sore-so-no-strength = While you are sore, there is movement in place of strength work.
wish-no-stretch = None of the stretches can be done here.
wish-many-rounds = Few exercises fit, so they come round { $n } times.
wish-shorter-rests = The rests are shortened to { $secs } s to fit.
wish-breathing-alone = No exercise fits, so there is breathing.
wish-other-length = It comes out at { $length }.

arrive-kind = Unhunch file

pick-full = There is no room for more in it.
arrive-diff-name = Its name is “{ $name }”
arrive-diff-came = Added: { $name }
arrive-diff-went = Taken out: { $name }
arrive-diff-changed = Changed: { $name }
arrive-diff-repeat = { $n ->
    [one] 1 round
   *[other] { $n } rounds
}
arrive-diff-rest = a rest
arrive-diff-exercise = It is not the same as the one you have.
arrive-lost-comments = { $n ->
    [one] 1 comment inside the file is not kept.
   *[other] { $n } comments inside the file are not kept.
}
arrive-broken = { $file } has a mistake in it. { $reason }
share-browse = Choose a place…
