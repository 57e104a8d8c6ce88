//! Start-up only: the command line decides what happens.

fn main() {}
