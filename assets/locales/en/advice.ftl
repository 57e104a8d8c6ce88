# When exercise is the wrong answer, and what went well. Never a diagnosis, never scolding.

advice-not-today = Better not now
advice-not-today-text = Pain of { $pain } is a lot. Leave exercise for another time and breathe gently instead. If it stays that strong, please ask a doctor or therapist.
advice-not-today-added = The sources say to ask first when pain is severe. That this begins at 7 was added, on the careful side.

advice-stop = Enough for now
advice-stop-text = Your pain went from { $before } to { $after }. Stop here, rest, and let it calm down. If it does not, please ask a doctor or therapist.
advice-stop-strong-text = Pain of { $pain } is a lot. Stop here and rest. If it stays that strong, please ask a doctor or therapist.
advice-stop-strong-added = The sources say to ask somebody when pain is severe. That this begins at 7 was added, on the careful side.
advice-stop-since = Be careful with what you did in between: { $names }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
}.
advice-stop-added = The sources say never to push into pain. That a rise of 2 is too much was added, on the careful side.

praise-listened = You noticed that something hurt and said so. That is how it is done well.
praise-first = Your first session is done. Every back begins somewhere, and yours just did.
praise-back = Good to have you back after { $days } days.
praise-less-pain = Pain went from { $before } to { $after }. Your back liked that.
praise-more = { $minutes } this week: more than in the whole week before.
praise-evenly = Left and right got the same. Well balanced.
praise-to-the-end = You did all of it, to the end. Thank yourself.
praise-thanks = You took time for your back. Thank yourself.

advice-see = A good time to ask somebody
advice-see-text = Exercise at home is not the answer to everything. A doctor or a physiotherapist can look at what this program cannot see. This is why:
advice-see-no-better = Four weeks of exercise, and the pain is no less.
advice-see-worse = Over three weeks, the pain was stronger each week.
advice-see-other = Something you ticked as a sign to watch.
advice-see-from = from: { $sources }
advice-see-added = The sources say to ask when pain does not get better or gets worse. How many weeks and sessions that means was added, on the careful side.
advice-see-read = Read about it
advice-see-read-name = Read about the signs
advice-see-heard = I have read this
