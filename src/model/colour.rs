//! Colours of a host page, and whether text in them can be read.

/// Red, green and blue, each 0 to 255.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour(pub [u8; 3]);

/// Where text in the accent stands: the light page, and the lightest of the dark surfaces.
const SURFACES: [Colour; 2] = [Colour([0xFB, 0xFA, 0xF6]), Colour([0x1F, 0x26, 0x2B])];
/// The contrast that text needs. Source: WCAG 2.2, 1.4.3.
pub const LEAST_CONTRAST: f64 = 4.5;

impl Colour {
    /// Six hexadecimal digits, with or without `#`.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.trim_start_matches('#');
        if digits.len() != 6 || !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return None;
        }
        let byte = |from: usize| u8::from_str_radix(digits.get(from..from + 2)?, 16).ok();
        Some(Self([byte(0)?, byte(2)?, byte(4)?]))
    }

    /// Its six digits.
    pub fn digits(self) -> String {
        let Self(parts) = self;
        let mut digits = String::with_capacity(6);
        for part in parts {
            for nibble in [part >> 4, part & 15] {
                digits.push(char::from_digit(u32::from(nibble), 16).unwrap_or('0'));
            }
        }
        digits
    }

    /// Relative luminance, 0 to 1. Source: WCAG 2.2.
    fn luminance(self) -> f64 {
        let Self([red, green, blue]) = self;
        0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }

    /// The same colour on its way to white, in eighths.
    fn lighter(self, eighths: u16) -> Self {
        let Self(parts) = self;
        // Between the part and 255.
        Self(parts.map(|part| (u16::from(part) + (255 - u16::from(part)) * eighths / 8) as u8))
    }
}

/// A part without its gamma. A table of powers would cost the page more than this curve, which follows
/// the true one within 0.4 %.
fn linear(part: u8) -> f64 {
    let part = f64::from(part) / 255.0;
    part * (part * (part * 0.305_306_011 + 0.682_171_111) + 0.012_522_878)
}

/// Contrast of two colours, 1 to 21.
pub fn contrast(one: Colour, other: Colour) -> f64 {
    let (one, other) = (one.luminance(), other.luminance());
    let (light, dark) = if one > other { (one, other) } else { (other, one) };
    (light + 0.05) / (dark + 0.05)
}

/// Contrast of an accent with the light page.
pub fn contrast_by_day(accent: Colour) -> f64 {
    let [day, _] = SURFACES;
    contrast(accent, day)
}

/// Whether text in the colour can be read on the light page. For the dark one it is made lighter.
pub fn is_readable(accent: Colour) -> bool {
    contrast_by_day(accent) >= LEAST_CONTRAST
}

/// The accent of the dark page: as much lighter as it must be.
pub fn by_night(accent: Colour) -> Colour {
    let [_, night] = SURFACES;
    let mut eighths = 0;
    while eighths < 8 && contrast(accent.lighter(eighths), night) < LEAST_CONTRAST {
        eighths += 1;
    }
    accent.lighter(eighths)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn colour(digits: &str) -> Colour {
        Colour::parse(digits).unwrap()
    }

    #[test]
    fn contrasts_are_those_of_wcag() {
        for (one, other, expected) in [
            ("000000", "ffffff", 21.0),
            ("767676", "ffffff", 4.54),
            ("1f7f7e", "ffffff", 4.78),
            ("ffee88", "ffffff", 1.18),
        ] {
            let found = contrast(colour(one), colour(other));
            assert!((found - expected).abs() < 0.06, "{one} on {other}: {found}, {expected} expected");
        }
    }

    #[test]
    fn every_readable_accent_has_a_readable_twin_by_night() {
        for red in (0..=255).step_by(17) {
            for green in (0..=255).step_by(17) {
                for blue in (0..=255).step_by(17) {
                    let accent = Colour([red, green, blue]);
                    if is_readable(accent) {
                        let twin = by_night(accent);
                        assert!(contrast(twin, SURFACES[1]) >= LEAST_CONTRAST, "{accent:?}, {twin:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn only_six_digits_are_a_colour() {
        assert_eq!(Colour::parse("#7A1F5c").map(Colour::digits).as_deref(), Some("7a1f5c"));
        for text in ["", "red", "fff", "7a1f5", "7a1f5cc", "７a1f5c", "url(x)"] {
            assert_eq!(Colour::parse(text), None, "{text}");
        }
    }
}
