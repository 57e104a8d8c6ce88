//! Files: reading them with care, writing them without ever losing one.
