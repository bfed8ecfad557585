//! About how wide texts are, and where they break: pictures know no fonts.

/// About how wide a text is, in pixels at a size of its letters, on the generous side of the families
/// named in pictures. Chinese signs are as wide as they are high.
pub fn width_of(text: &str, size: f64) -> f64 {
    let letters = text.chars().map(|letter| match letter {
        '\u{2e80}'..='\u{ffef}' => 1.0,
        'i' | 'l' | 'j' | 'I' | 'і' | 'ї' | '.' | ',' | ':' | ';' | '!' | '|' | '’' | ' ' | '·' => 0.3,
        't' | 'f' | 'r' | '(' | ')' | '-' | '“' | '”' => 0.42,
        'm' | 'w' | 'ж' | 'ш' | 'щ' | 'ю' | 'ы' | '…' | '%' => 0.92,
        'M' | 'W' | 'Ж' | 'Ш' | 'Щ' | 'Ю' | 'Ы' | '—' => 1.03,
        letter if letter.is_uppercase() => 0.72,
        '0'..='9' | 'a'..='z' => 0.58,
        _ => 0.61,
    });
    letters.sum::<f64>() * size
}

/// A text cut where a line may break: after spaces, between names joined by a dash, and after Han, but
/// before no sign that closes.
pub fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut from = 0;
    let mut letters = text.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let end = at + letter.len_utf8();
        let next = letters.peek().map(|(_, letter)| *letter);
        let closes = next.is_some_and(|next| "，。、；：）》”’！？…—·".contains(next));
        let is_han = ('\u{3400}'..='\u{9fff}').contains(&letter) || "，。、；：）》！？".contains(letter);
        let joins = letter == '–' && next.is_some_and(char::is_alphabetic);
        if letter == ' ' || joins || (is_han && !closes) {
            pieces.push(text.get(from..end).unwrap_or_default());
            from = end;
        }
    }
    pieces.push(text.get(from..).unwrap_or_default());
    pieces
}

/// A text in lines of a width. A word that is wider stands in a line of its own, cut.
pub(super) fn wrapped(text: &str, width: f64, size: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for piece in pieces(text) {
        if !line.is_empty() && width_of(line.as_str(), size) + width_of(piece.trim_end(), size) > width {
            lines.push(cut(line.trim_end(), width, size));
            line.clear();
        }
        line.push_str(piece);
    }
    lines.push(cut(line.trim_end(), width, size));
    lines
}

/// A text cut to a width.
pub(super) fn cut(text: &str, width: f64, size: f64) -> String {
    if width_of(text, size) <= width {
        return text.to_owned();
    }
    let mut out = String::new();
    for letter in text.chars() {
        out.push(letter);
        if width_of(&out, size) + width_of("…", size) > width {
            out.pop();
            break;
        }
    }
    out.trim_end().to_owned() + "…"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_no_wider_than_asked_and_lose_no_word_that_fits() {
        let text = "Kazakhstan–China gas pipeline, second line; 中国与中亚国家，共同行动计划。 Andijan";
        for width in [60.0, 90.0, 200.0, 1000.0] {
            let lines = wrapped(text, width, 12.0);
            assert!(lines.iter().all(|line| width_of(line, 12.0) <= width), "{width}: {lines:?}");
            assert!(lines.iter().all(|line| !line.starts_with(['，', '。'])), "{width}: {lines:?}");
        }
        let bare = |text: &str| text.replace(' ', "");
        assert_eq!(bare(&wrapped(text, 200.0, 12.0).concat()), bare(text));
    }

    #[test]
    fn a_word_that_is_too_wide_is_cut() {
        assert_eq!(cut("short", 100.0, 12.0), "short");
        let lines = wrapped("Unbreakableandverylong word", 60.0, 12.0);
        assert!(lines.first().is_some_and(|line| line.ends_with('…')), "{lines:?}");
        assert!(lines.iter().all(|line| width_of(line, 12.0) <= 60.0), "{lines:?}");
    }
}
