//! Why a command stopped: what to tell the person, and the code to exit with.

/// A message for the terminal and an exit code, as `unhunch` itself uses them.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Failure {
    /// What went wrong and the way out.
    pub(crate) message: String,
    /// 1 a check failed, 2 usage, 3 the machine lacks something.
    pub(crate) code: u8,
}

impl Failure {
    /// Something that was checked is not right.
    pub(crate) fn check(message: impl Into<String>) -> Self {
        Self { message: message.into(), code: 1 }
    }

    /// The command was written wrongly.
    pub(crate) fn usage(message: impl Into<String>) -> Self {
        Self { message: message.into(), code: 2 }
    }

    /// The machine lacks a display, a package or a permission.
    pub(crate) fn machine(message: impl Into<String>) -> Self {
        Self { message: message.into(), code: 3 }
    }
}
