//! The figure: a skeleton posed by a motion, seen by a camera, drawn as flat shapes.
//!
//! `Movement` → posture ([`way`]) → skeleton ([`ik`]) → shapes ([`draw`]) → window, SVG or PNG.
//! Pure: no I/O, no clock, no widgets.

pub mod body;
pub mod body_map;
pub mod camera;
pub mod draw;
pub mod flesh;
pub mod ik;
pub mod library;
pub mod limits;
pub mod palette;
pub mod png;
pub mod posture;
pub mod rig;
pub mod rolling;
pub mod scene;
pub mod skeleton;
pub mod stage;
pub mod svg;
pub mod track;
pub mod way;

pub use body::Body;
pub use body_map::{BodyMap, Facing};
pub use camera::View;
pub use library::{MotionError, PoseLibrary};
pub use palette::{Palette, Rgba};
pub use rig::Rig;
pub use scene::{Mesh, Paint, Rect, Scene, Shape, Vertex};
pub use stage::{Look, Stage};
pub use track::{cycle, cycle_on, cycle_parts, cycle_secs};
