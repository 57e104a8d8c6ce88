//! Every integration test, by topic, in one program: it links once.

mod architecture;
