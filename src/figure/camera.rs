//! The camera: looks from far away, so that lengths keep their size wherever they are.

use glam::{Vec2, Vec3};

use crate::model::motion::Camera;

/// A turn added to the motion's own camera, in degrees.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct View {
    /// Around the vertical.
    pub yaw_deg: f32,
    /// Above the horizon.
    pub pitch_deg: f32,
}

/// The three directions of a picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Eye {
    right: Vec3,
    up: Vec3,
    toward: Vec3,
}

impl Eye {
    /// A camera at `yaw` degrees around the vertical and `pitch` degrees above the horizon.
    #[must_use]
    pub fn new(yaw: f32, pitch: f32) -> Self {
        let (yaw, pitch) = (yaw.to_radians(), pitch.clamp(-80.0, 80.0).to_radians());
        let right = Vec3::new(yaw.cos(), 0.0, -yaw.sin());
        let toward = Vec3::new(yaw.sin() * pitch.cos(), pitch.sin(), yaw.cos() * pitch.cos());
        Self { right, up: toward.cross(right), toward }
    }

    /// The motion's own camera, turned: never from under the floor, which would hide the figure.
    #[must_use]
    pub fn of(camera: Camera, view: View) -> Self {
        Self::new(camera.yaw + view.yaw_deg, (camera.pitch + view.pitch_deg).max(0.0))
    }

    /// A place or a direction on the picture, y down, in metres.
    #[must_use]
    pub fn flat(&self, v: Vec3) -> Vec2 {
        Vec2::new(v.dot(self.right), -v.dot(self.up))
    }

    /// How near the viewer a place is, in metres.
    #[must_use]
    pub fn depth(&self, v: Vec3) -> f32 {
        v.dot(self.toward)
    }

    /// The direction towards the viewer.
    #[must_use]
    pub fn toward(&self) -> Vec3 {
        self.toward
    }
}

impl Eye {
    /// The direction to the right of the picture.
    #[must_use]
    pub fn across(&self) -> Vec3 {
        self.right
    }

    /// The direction to the top of the picture.
    #[must_use]
    pub fn upward(&self) -> Vec3 {
        self.up
    }
}
