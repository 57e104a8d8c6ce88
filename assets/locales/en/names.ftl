### Names of the kinds of things there are.

minutes = { $n ->
    [one] 1 min
   *[other] { $n } min
}
seconds = { $n } s

position-standing = standing
position-seated-chair = on a chair
position-seated-floor = on the floor
position-quadruped = hands and knees
position-supine = on your back
position-prone = on your belly
position-side-lying = on your side

equipment-chair = chair
equipment-chair-with-back = chair with a back
equipment-wall = wall
equipment-doorway = doorway
equipment-mat = mat
equipment-foam-roller = roller
equipment-rolled-towel = rolled towel
equipment-towel = towel
equipment-yoga-block = block
equipment-peanut = peanut
equipment-dumbbells = dumbbells
equipment-resistance-band = band
equipment-blanket = blanket

category-warm-up = Warm-up
category-dynamic = Dynamic
category-mobility = Mobility
category-desk = Desk
category-static = Static stretch
category-strengthening = Strength
category-cool-down = Cool-down
category-breathing = Breathing

region-neck-front = front of the neck
region-neck-back = back of the neck
region-neck-side = side of the neck
region-upper-trapezius = top of the shoulders
region-shoulder-blades = shoulder blades
region-shoulders = shoulders
region-chest = chest
region-upper-back = upper back
region-mid-back = middle of the back
region-lower-back = lower back
region-spine = whole spine
region-flanks = sides of the trunk
region-abdomen = belly
region-upper-arm-front = front of the upper arm
region-upper-arm-back = back of the upper arm
region-forearms = forearms
region-buttocks = buttocks
region-hips = hips
region-thigh-front = front of the thigh
region-thigh-back = back of the thigh
region-calves = calves
region-ankles = ankles

phase-in = in
phase-in-more = in, more
phase-full = hold
phase-out = out
phase-empty = empty

quantity-hold-secs = seconds of a hold
quantity-reps = repetitions
quantity-breaths = breaths
quantity-sets = sets
quantity-duration-secs = seconds

severity-hint = hint
severity-warning = warning
severity-error = error
