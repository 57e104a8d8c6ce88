# The Progress screen.

rail-progress = Progress
progress-reading = Reading what you have done so far …
progress-closed = What you have done so far cannot be shown right now.
progress-empty = Your first session will show here.
