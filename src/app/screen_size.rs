//! How wide the screen is in millimetres, where the system knows.

/// The width of the only screen that is on; `None` with several, or where nothing is known.
#[cfg(target_os = "linux")]
pub(super) fn width_mm() -> Option<u32> {
    let screens = std::fs::read_dir("/sys/class/drm").ok()?.flatten().map(|entry| entry.path());
    let on = |screen: &std::path::PathBuf| {
        std::fs::read_to_string(screen.join("status")).is_ok_and(|status| status.trim() == "connected")
    };
    let mut on = screens.filter(on);
    let (only, None) = (on.next()?, on.next()) else { return None };
    edid_width_mm(&std::fs::read(only.join("edid")).ok()?)
}

/// Elsewhere the person's own measure is asked for.
#[cfg(not(target_os = "linux"))]
pub(super) fn width_mm() -> Option<u32> {
    None
}

/// The width a screen gives in its EDID (VESA E-EDID 1.4): that of its preferred timing in
/// millimetres, or else of the screen in centimetres.
#[cfg(any(target_os = "linux", test))]
fn edid_width_mm(edid: &[u8]) -> Option<u32> {
    const HEADER: [u8; 8] = [0, 255, 255, 255, 255, 255, 255, 0];
    if edid.len() < 128 || edid[..8] != HEADER {
        return None;
    }
    let timing = &edid[54..72];
    // A descriptor without a pixel clock is no timing.
    let by_timing = u32::from(timing[12]) | u32::from(timing[14] & 0xF0) << 4;
    let is_timing = timing[0] != 0 || timing[1] != 0;
    let width = if is_timing && by_timing > 0 { by_timing } else { u32::from(edid[21]) * 10 };
    // Projectors give nothing, and some screens give their shape in place of their size.
    (width >= 100).then_some(width)
}

#[cfg(test)]
mod tests {
    use super::edid_width_mm;

    fn edid(cm: u8, timing_mm: u16) -> Vec<u8> {
        let mut bytes = vec![0; 128];
        bytes[..8].copy_from_slice(&[0, 255, 255, 255, 255, 255, 255, 0]);
        bytes[21] = cm;
        bytes[54] = 1;
        bytes[54 + 12] = timing_mm as u8;
        bytes[54 + 14] = ((timing_mm >> 8) as u8) << 4;
        bytes
    }

    #[test]
    fn a_screen_tells_its_width() {
        assert_eq!(edid_width_mm(&edid(31, 309)), Some(309));
        assert_eq!(edid_width_mm(&edid(53, 531)), Some(531));
        assert_eq!(edid_width_mm(&edid(34, 0)), Some(340));
    }

    #[test]
    fn what_is_no_width_is_not_taken_for_one() {
        assert_eq!(edid_width_mm(&edid(0, 0)), None);
        assert_eq!(edid_width_mm(&edid(16, 9)[..100]), None);
        assert_eq!(edid_width_mm(&[7; 128]), None);
        assert_eq!(edid_width_mm(&edid(1, 16)), None, "a shape of 16 to 9");
    }
}
