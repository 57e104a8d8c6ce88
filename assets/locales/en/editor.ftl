### The Editor screen: the desk.

rail-editor = Editor

edit-new = New routine
edit-new-name = My routine
edit-close = Back to all routines
edit-undo = Undo
edit-redo = Redo
edit-save = Save
edit-source = Show the source
edit-cards = Show the cards

player-back-editor = Leave the session and go back to the editor
over-back-editor = Back to the editor
