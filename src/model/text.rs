//! What is done to texts, whatever their language.

/// Whether a text holds another. The standard library's search brings tables of letters for its
/// messages along; this compares bytes, which is as good for UTF-8.
pub fn holds(text: &str, part: &str) -> bool {
    let Some(first) = part.as_bytes().first() else { return true };
    let mut rest = text.as_bytes();
    while let Some(place) = rest.iter().position(|byte| byte == first) {
        let Some(from) = rest.get(place..) else { return false };
        if from.starts_with(part.as_bytes()) {
            return true;
        }
        rest = from.get(1..).unwrap_or_default();
    }
    false
}

/// A text so that markup takes it for nothing else.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            other => out.push(other),
        }
    }
    out
}

/// How wide a text is, in letters: Chinese ones take the room of nearly two.
pub fn n_letters(text: &str) -> f64 {
    let wide = text.chars().filter(|letter| ('\u{2e80}'..='\u{ffef}').contains(letter)).count();
    text.chars().count() as f64 + wide as f64 * 0.9
}
