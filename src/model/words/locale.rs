//! The languages of the atlas, and what of each is rule and not text.

use crate::model::dataset::codes::Code;

/// A language readers can choose.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Locale {
    /// English, in which the atlas is written.
    #[default]
    En,
    /// Russian.
    Ru,
    /// Chinese in simplified characters.
    Zh,
    /// Kazakh in Cyrillic.
    Kk,
    /// Kyrgyz.
    Ky,
    /// Tajik.
    Tg,
    /// Turkmen.
    Tk,
    /// Uzbek in Latin.
    Uz,
    /// Persian: never offered, there to test a page that runs from right to left.
    Fa,
}

impl Code for Locale {
    const ALL: &'static [Self] =
        &[Self::En, Self::Ru, Self::Zh, Self::Kk, Self::Ky, Self::Tg, Self::Tk, Self::Uz, Self::Fa];
    const LIST: &'static str = "locale";

    fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Ru => "ru",
            Self::Zh => "zh",
            Self::Kk => "kk",
            Self::Ky => "ky",
            Self::Tg => "tg",
            Self::Tk => "tk",
            Self::Uz => "uz",
            Self::Fa => "fa",
        }
    }

    /// Its own name for itself.
    fn english(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Ru => "Русский",
            Self::Zh => "中文",
            Self::Kk => "Қазақша",
            Self::Ky => "Кыргызча",
            Self::Tg => "Тоҷикӣ",
            Self::Tk => "Türkmençe",
            Self::Uz => "Oʻzbekcha",
            Self::Fa => "فارسی",
        }
    }

    fn index(self) -> usize {
        self as usize
    }
}

impl Locale {
    /// Those that readers are offered, in the order of the menu.
    pub fn offered() -> &'static [Self] {
        Self::ALL.get(..8).unwrap_or(&[])
    }

    /// As `lang` says it: Chinese with its script, so that browsers pick the right letterforms.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Zh => "zh-Hans",
            other => other.code(),
        }
    }

    /// The locale of a `lang` attribute or of a link; `None` for a language the atlas has not.
    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::from_code(tag.split('-').next().unwrap_or_default())
    }

    /// The folder of its pages below the root of the site; none for English.
    pub fn folder(self) -> &'static str {
        match self {
            Self::En => "",
            Self::Ru => "ru/",
            Self::Zh => "zh/",
            Self::Kk => "kk/",
            Self::Ky => "ky/",
            Self::Tg => "tg/",
            Self::Tk => "tk/",
            Self::Uz => "uz/",
            Self::Fa => "fa/",
        }
    }

    /// `rtl` or `ltr`.
    pub fn direction(self) -> &'static str {
        if self == Self::Fa { "rtl" } else { "ltr" }
    }

    /// How many forms a text has that goes with a number.
    pub fn n_forms(self) -> usize {
        match self {
            Self::Zh | Self::Tg => 1,
            Self::Ru => 3,
            _ => 2,
        }
    }

    /// Which of the forms goes with a whole number.
    /// Source: plural rules of the Unicode CLDR; it has none for Tajik, whose nouns do not change
    /// after numbers.
    pub fn form(self, count: usize) -> usize {
        match self {
            Self::Zh | Self::Tg => 0,
            Self::Ru => match (count % 10, count % 100) {
                (1, last) if last != 11 => 0,
                (2..=4, last) if !(12..=14).contains(&last) => 1,
                _ => 2,
            },
            Self::Fa => usize::from(count > 1),
            _ => usize::from(count != 1),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_take_their_forms() {
        let forms = |locale: Locale, counts: &[usize]| {
            counts.iter().map(|count| locale.form(*count)).collect::<Vec<usize>>()
        };
        let counts = [0, 1, 2, 4, 5, 11, 12, 14, 21, 22, 25, 101, 111, 112, 140];
        assert_eq!(forms(Locale::Ru, &counts), [2, 0, 1, 1, 2, 2, 2, 2, 0, 1, 2, 0, 2, 2, 2]);
        for locale in [Locale::En, Locale::Kk, Locale::Ky, Locale::Tk, Locale::Uz] {
            assert_eq!(forms(locale, &[0, 1, 2, 21]), [1, 0, 1, 1], "{locale:?}");
        }
        for locale in Locale::ALL {
            assert!(counts.iter().all(|count| locale.form(*count) < locale.n_forms()), "{locale:?}");
            assert_eq!(Locale::from_tag(locale.tag()), Some(*locale));
            let folder = locale.folder().trim_end_matches('/');
            assert!(folder == locale.code() || *locale == Locale::En);
        }
    }
}
