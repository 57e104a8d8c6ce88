### The header of the desk, and how a routine is kept.

edit-close = Back to all routines
edit-properties = { $name }: properties of the routine
edit-unnamed = No name yet
edit-undo = Undo
edit-undo-step = Undo { $step }
edit-redo = Redo
edit-redo-step = Redo { $step }
edit-steps = Steps
edit-save = Save
edit-save-name = Save the routine
edit-try-again = Try again
edit-try-again-name = Try again to save the routine
edit-save-elsewhere = Save elsewhere
edit-save-elsewhere-name = Save the routine elsewhere
edit-copy-text = Copy as text
edit-copy-text-name = Copy the routine as text
edit-text-copied = { $name } is on the clipboard as text.
edit-more = More to do with the routine
edit-more-duplicate = Duplicate this routine
edit-more-share = Share…
edit-more-go-back = Throw the changes away
edit-more-delete = Delete…
edit-more-keys = Keys of the editor
edit-source = Show the source
edit-cards = Show the cards
edit-copy-name = Copy of { $name }
edit-copy-name-again = Copy { $n } of { $name }

keep-saved = Saved
keep-new = Not saved yet
keep-unsaved = Unsaved changes
keep-draft = Unsaved changes, draft kept
keep-no-draft = Unsaved changes, no draft
keep-saving = Saving…
keep-not-saved = Cannot be saved
keep-torn = Changed elsewhere: choose

edit-save-broken = The text cannot be read yet: { $problem }

banner-not-saved = { $name } cannot be saved: { $problem }. What you changed is kept as a draft.
banner-not-saved-at-all = { $name } cannot be saved: { $problem }. Save it elsewhere, or copy it as text.
banner-draft-not-kept = What you changed cannot be kept as a draft: { $problem }. It is tried again; do not close the window yet.
banner-draft-set-aside = A draft that an earlier run left cannot be used: { $problem }. It is now in { $file }.
banner-changed-elsewhere = { $name } was changed elsewhere. This is the new version; undo brings yours back.
banner-deleted-elsewhere = { $name } was deleted elsewhere. It is still here; save it to bring it back.
banner-left-unsaved = { $name } has unsaved changes, kept as a draft.
banner-several-wait = Unsaved routines wait: { $name }.
keep-show = Show them
banner-waiting = An unsaved routine waits: { $name }.
banner-let-go = The changes to { $name } are let go.
keep-go-on = Go on
keep-bring-back = Bring them back

conflict-title = { $name } was changed elsewhere
conflict-body = You have changes of your own that are not saved. Whose are to stand? Nothing is lost: what is not taken is kept as a backup, or is a step back.
conflict-unreadable-body = What stands in its file now cannot be read. Keep yours, and what stands there is kept as a backup.
conflict-gone-title = { $name } was deleted elsewhere
conflict-gone-body = You have changes of your own that are not saved.
conflict-mine-is = Yours: { $name }, { $length }
conflict-theirs-is = In the file: { $name }, { $length }
conflict-theirs-broken = In the file: a text that is no routine yet
conflict-theirs-gone = In the file: nothing any more
conflict-theirs-unreadable = In the file: no text
conflict-merge = Put together as picked
conflict-mine = Keep mine
conflict-theirs = Take theirs
conflict-save = Save it again
conflict-let-go = Let it go
conflict-copy = Save mine as a copy
conflict-later = Decide later
conflict-field = { $field }: { $value }
conflict-field-id = id
conflict-field-carried = exercises it brings along
conflict-nothing = nothing
conflict-more = and { $n } more
conflict-step = { $name }, { $dose }
conflict-repeat = Repeat { $n } times, { $blocks ->
    [one] one block
   *[other] { $blocks } blocks
}
conflict-section = { $name }, { $blocks ->
    [one] one block
   *[other] { $blocks } blocks
}
conflict-breathe = Breathe
conflict-rest = Rest { $length }
whose-mine = Mine
whose-theirs = Theirs
whose-both = Both
whose-name = { $whose }: { $what }
