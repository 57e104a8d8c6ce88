### Safety: when to stop, and whom to ask.

rail-safety = Safety
keys-s = S
keys-safety-does = When to stop

safety-stop = When to stop or change something
safety-before = Before you begin
safety-signs = See a doctor or therapist when
safety-at-once = Get help at once
safety-practices = What makes it safe and useful
safety-causes = What makes an upper back hurt
safety-from = ({ $numbers })
safety-remark = { $sources } { $remark }
safety-numbers = The numbers behind the lines tell which of these sources says so.

safety-ask = Before your first session: when to stop, and whom to ask. It is always here, and a key away while you exercise.
safety-accept = I have read this
safety-later = Not now
