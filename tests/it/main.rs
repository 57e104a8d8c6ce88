//! Everything seen from outside, by topic.

mod figure;
