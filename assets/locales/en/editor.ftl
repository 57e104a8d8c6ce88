### The Editor screen: the desk.

rail-editor = Editor

edit-new = New routine
edit-new-name = My routine

player-back-editor = Leave the session and go back to the editor
over-back-editor = Back to the editor
