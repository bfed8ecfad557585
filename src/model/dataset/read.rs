//! Reading the bundled JSON, which the checker has passed, straight into the types.
//!
//! The code that `serde` derives for thirty types is an eighth of what a reader would load, for a
//! file that was checked when it was built (`docs/dependencies.md` has the numbers). This knows
//! just the JSON that the build writes: no white space, no escapes. Natively the same types derive
//! `serde`'s reading too, and a test holds the two to the same result.

use std::fmt;

use super::PartialDate;
use super::codes::Code;

/// Why a text could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReadError {
    /// What was expected.
    pub expected: &'static str,
    /// Where, in bytes from the start.
    pub at: usize,
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "expected {} at byte {}", self.expected, self.at)
    }
}

/// A place in a text.
pub struct Reader {
    text: &'static str,
    at: usize,
}

/// A type that can be read.
pub trait Read: Sized {
    /// Reads one value.
    ///
    /// # Errors
    /// At the first thing that does not fit.
    fn read(reader: &mut Reader) -> Result<Self, ReadError>;

    /// What stands for a field that is left out.
    ///
    /// # Errors
    /// When it may not be left out.
    fn missing(reader: &Reader, field: &'static str) -> Result<Self, ReadError> {
        Err(reader.error(field))
    }
}

/// Reads a whole text.
///
/// # Errors
/// At the first thing that does not fit.
pub fn read<T: Read>(text: &'static str) -> Result<T, ReadError> {
    let mut reader = Reader { text, at: 0 };
    let value = T::read(&mut reader)?;
    if reader.at < text.len() { Err(reader.error("the end")) } else { Ok(value) }
}

impl Reader {
    /// An error here.
    pub fn error(&self, expected: &'static str) -> ReadError {
        ReadError { expected, at: self.at }
    }

    fn peek(&self) -> u8 {
        self.text.as_bytes().get(self.at).copied().unwrap_or_default()
    }

    /// Goes past a word, if it stands here.
    fn take(&mut self, word: &str) -> bool {
        let is_here = match *word.as_bytes() {
            [byte] => self.peek() == byte,
            _ => self.text.as_bytes().get(self.at..).is_some_and(|rest| rest.starts_with(word.as_bytes())),
        };
        if is_here {
            self.at += word.len();
        }
        is_here
    }

    fn expect(&mut self, word: &'static str) -> Result<(), ReadError> {
        if self.take(word) { Ok(()) } else { Err(self.error(word)) }
    }

    /// A text without escapes.
    fn text(&mut self) -> Result<&'static str, ReadError> {
        self.expect("\"")?;
        let bytes = self.text.as_bytes().get(self.at..).unwrap_or_default();
        let end = bytes.iter().position(|byte| matches!(byte, b'"' | b'\\'));
        let end = end.ok_or(self.error("the end of a text"))?;
        let text = self.text.get(self.at..self.at + end).unwrap_or_default();
        self.at += end + 1;
        if bytes.get(end) == Some(&b'\\') { Err(self.error("a text without escapes")) } else { Ok(text) }
    }

    /// A decimal number. Data have at most fifteen digits, which a float holds.
    fn number(&mut self) -> Result<f64, ReadError> {
        let is_negative = self.take("-");
        let (mut value, mut scale, mut is_fraction, start) = (0.0, 1.0, false, self.at);
        loop {
            match self.peek() {
                digit @ b'0'..=b'9' => {
                    value = value * 10.0 + f64::from(digit - b'0');
                    scale *= if is_fraction { 10.0 } else { 1.0 };
                }
                b'.' if !is_fraction => is_fraction = true,
                _ => break,
            }
            self.at += 1;
        }
        if self.at == start {
            return Err(self.error("a number"));
        }
        let value = value / scale;
        Ok(if is_negative { -value } else { value })
    }

    /// Calls back before every member of an object, with the [`name_hash`] of its key.
    ///
    /// # Errors
    /// At the first thing that does not fit.
    pub fn object(
        &mut self,
        member: &mut dyn FnMut(&mut Self, u32) -> Result<(), ReadError>,
    ) -> Result<(), ReadError> {
        self.expect("{")?;
        if self.take("}") {
            return Ok(());
        }
        loop {
            let key = name_hash(self.text()?);
            self.expect(":")?;
            member(self, key)?;
            if !self.take(",") {
                return self.expect("}");
            }
        }
    }

    fn list(&mut self, item: &mut dyn FnMut(&mut Self) -> Result<(), ReadError>) -> Result<(), ReadError> {
        self.expect("[")?;
        if self.take("]") {
            return Ok(());
        }
        loop {
            item(self)?;
            if !self.take(",") {
                return self.expect("]");
            }
        }
    }
}

impl Read for &'static str {
    fn read(reader: &mut Reader) -> Result<Self, ReadError> {
        reader.text()
    }
}

impl Read for bool {
    fn read(reader: &mut Reader) -> Result<Self, ReadError> {
        let is_true = reader.take("true");
        if is_true || reader.take("false") { Ok(is_true) } else { Err(reader.error("true or false")) }
    }

    fn missing(_: &Reader, _: &'static str) -> Result<Self, ReadError> {
        Ok(false)
    }
}

impl Read for f64 {
    fn read(reader: &mut Reader) -> Result<Self, ReadError> {
        reader.number()
    }
}

macro_rules! read_whole {
    ($($whole:ty),*) => {$(
        impl Read for $whole {
            fn read(reader: &mut Reader) -> Result<Self, ReadError> {
                Ok(reader.number()? as $whole)
            }
        }
    )*};
}

read_whole!(u8, u32, i32, usize);

impl<T: Read> Read for Option<T> {
    fn read(reader: &mut Reader) -> Result<Self, ReadError> {
        if reader.take("null") { Ok(None) } else { T::read(reader).map(Some) }
    }

    fn missing(_: &Reader, _: &'static str) -> Result<Self, ReadError> {
        Ok(None)
    }
}

impl<T: Read> Read for Vec<T> {
    fn read(reader: &mut Reader) -> Result<Self, ReadError> {
        let mut items = Vec::new();
        reader.list(&mut |reader| {
            items.push(T::read(reader)?);
            Ok(())
        })?;
        Ok(items)
    }

    fn missing(_: &Reader, _: &'static str) -> Result<Self, ReadError> {
        Ok(Vec::new())
    }
}

impl<A: Read, B: Read> Read for (A, B) {
    fn read(reader: &mut Reader) -> Result<Self, ReadError> {
        reader.expect("[")?;
        let first = A::read(reader)?;
        reader.expect(",")?;
        let second = B::read(reader)?;
        reader.expect("]")?;
        Ok((first, second))
    }
}

impl Read for PartialDate {
    fn read(reader: &mut Reader) -> Result<Self, ReadError> {
        let text = reader.text()?;
        Self::parse(text).map_err(|_| reader.error("a date"))
    }
}

/// A code of a closed list.
///
/// # Errors
/// When the list does not have it.
pub fn code<T: Code>(reader: &mut Reader) -> Result<T, ReadError> {
    let text = reader.text()?;
    T::from_code(text).ok_or(reader.error(T::LIST))
}

/// A number that stands for the name of a field: comparing numbers is quicker than comparing
/// texts, of which the bundle has six thousand.
pub const fn name_hash(name: &str) -> u32 {
    let mut hash: u32 = 0x811c_9dc5;
    let mut rest = name.as_bytes();
    while let [byte, tail @ ..] = rest {
        hash = (hash ^ *byte as u32).wrapping_mul(0x0100_0193);
        rest = tail;
    }
    hash
}

/// Lets a struct be read field by field, in any order.
macro_rules! read_struct {
    ($name:ident { $($field:ident : $ty:ty),* $(,)? }) => {
        impl $crate::model::dataset::read::Read for $name {
            fn read(
                reader: &mut $crate::model::dataset::read::Reader,
            ) -> Result<Self, $crate::model::dataset::read::ReadError> {
                use $crate::model::dataset::read::Read;
                $(let mut $field: Option<$ty> = None;)*
                reader.object(&mut |reader, key| {
                    $(if key == const { $crate::model::dataset::read::name_hash(stringify!($field)) } {
                        $field = Some(Read::read(reader)?);
                        return Ok(());
                    })*
                    Err(reader.error("a field of the format"))
                })?;
                Ok(Self {
                    $($field: match $field {
                        Some(value) => value,
                        None => <$ty as Read>::missing(reader, stringify!($field))?,
                    },)*
                })
            }

            /// Empty, if every field may be left out.
            fn missing(
                reader: &$crate::model::dataset::read::Reader,
                _: &'static str,
            ) -> Result<Self, $crate::model::dataset::read::ReadError> {
                use $crate::model::dataset::read::Read;
                Ok(Self { $($field: <$ty as Read>::missing(reader, stringify!($field))?),* })
            }
        }
    };
}

pub(crate) use read_struct;

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, PartialEq)]
    struct Pair {
        a: f64,
        b: Option<&'static str>,
        c: Vec<(i32, bool)>,
    }

    read_struct!(Pair { a: f64, b: Option<&'static str>, c: Vec<(i32, bool)> });

    #[test]
    fn values_are_read_in_any_order() {
        let pair = read::<Pair>(r#"{"c":[[-3,true],[4,false]],"a":39.4672,"b":"Қазақстан"}"#);
        assert_eq!(pair, Ok(Pair { a: 39.4672, b: Some("Қазақстан"), c: vec![(-3, true), (4, false)] }));
        assert_eq!(read::<Pair>(r#"{"a":0,"c":[]}"#), Ok(Pair { a: 0.0, b: None, c: vec![] }));
        assert_eq!(
            read::<Pair>(r#"{"a":1}"#),
            Ok(Pair { a: 1.0, b: None, c: vec![] }),
            "a list may be left out"
        );
    }

    #[test]
    fn what_does_not_fit_is_told_with_its_place() {
        for (text, expected, at) in [
            ("", "{", 0),
            (r#"{"c":[]}"#, "a", 8),
            (r#"{"a":x}"#, "a number", 5),
            (r#"{"z":1}"#, "a field of the format", 5),
            (r#"{"a":1,"c":[1]}"#, "[", 12),
            (r#"{"a":1,"c":[],"b":"\n"}"#, "a text without escapes", 20),
            (r#"{"a":1,"c":[]} "#, "the end", 14),
        ] {
            assert_eq!(read::<Pair>(text), Err(ReadError { expected, at }), "{text}");
        }
    }
}
