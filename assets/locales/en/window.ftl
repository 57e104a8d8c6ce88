### The window around the screens: rail, Today, banners.

rail-today = Today
theme-to-dark = Dark
theme-to-light = Light
theme-to-dark-hint = Change to the dark colours
theme-to-light-hint = Change to the light colours

today-night = Good night
today-morning = Good morning
today-afternoon = Good afternoon
today-evening = Good evening
today-line = A few minutes now do more than an hour some day.
today-suggested = Suggested for now
today-routines = Your routines
today-start = Start
today-start-name = Start { $name }
today-empty = No routines yet
today-empty-line = Put a routine file into the routines folder, and it shows up here.
today-card = { $name }, { $minutes }
today-problems = { $n ->
    [one] 1 thing to mend
   *[other] { $n } things to mend
}

unfinished-title = Go on with { $name }
unfinished-line = You left at { $time }
unfinished-go-on = Go on
unfinished-go-on-name = Go on with { $name } at { $time }
unfinished-let-go = Let go
unfinished-let-go-name = Let go of { $name } at { $time }

banner-no-sound = No sound device. The session goes on in silence.
banner-no-sound-to-try = No sound device. There is nothing to hear the sound on.
banner-sound-lost = The sound device is gone. The session goes on and sound comes back by itself.
banner-read-only = Nothing can be saved: { $path } cannot be written.
banner-broken-file = { $file } has an error, the last good one is used. { $problem }
banner-settings-set-aside = The settings could not be read. The usual ones are used, and the file is kept as it is.
banner-slept = The computer slept. The session waits for you.
banner-unfinished-set-aside = The session you left cannot be read. Its file is kept as { $file }. { $problem }
banner-unfinished-not-kept = This session cannot be gone on with later: it could not be saved. { $problem }
banner-nothing-runs = Nothing in “{ $name }” can run as it is written.
banner-dismiss = Close this message
