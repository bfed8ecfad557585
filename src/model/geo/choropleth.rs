//! The colours of the map: classes of numbers, and the class of each country.

/// Steps of the ramp, lightest first.
pub const N_STEPS: usize = 5;

/// Classes of equal width that hold the numbers of the five states; the last is open at the top.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Classes {
    /// First number of each class, lowest first; empty when every number is 0.
    pub starts: Vec<usize>,
}

impl Classes {
    /// Classes for numbers up to `most`: one number a class while there are few.
    pub fn up_to(most: usize) -> Self {
        let width = most.div_ceil(N_STEPS).max(1);
        let starts = (0..N_STEPS).map(|step| 1 + step * width).take_while(|start| *start <= most);
        Self { starts: starts.collect() }
    }

    /// Step of a number, from 0; `None` for 0, which is drawn as a hatch.
    pub fn step(&self, number: usize) -> Option<usize> {
        let n_reached = self.starts.iter().filter(|start| **start <= number).count();
        n_reached.checked_sub(1)
    }

    /// What each class holds, in figures: "1–9", "10–18", "19+".
    pub fn labels(&self) -> Vec<String> {
        let ends = self.starts.iter().skip(1).map(|next| Some(next - 1)).chain([None]);
        let label = |(start, end): (&usize, Option<usize>)| match end {
            Some(end) if end == *start => start.to_string(),
            Some(end) => format!("{start}–{end}"),
            None => format!("{start}+"),
        };
        self.starts.iter().zip(ends).map(label).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_has_one_class_and_the_most_is_in_the_last() {
        for most in 1..200 {
            let classes = Classes::up_to(most);
            let steps: Vec<_> = (1..=most).map(|number| classes.step(number)).collect();
            assert!(steps.windows(2).all(|pair| pair[0] <= pair[1]), "{most}");
            assert_eq!(classes.step(most), Some(classes.starts.len() - 1), "{most}");
            assert!(classes.starts.len() <= N_STEPS);
        }
    }

    #[test]
    fn zero_has_no_class() {
        assert_eq!(Classes::up_to(40).step(0), None);
        assert_eq!(Classes::up_to(0).starts, Vec::<usize>::new());
    }

    #[test]
    fn classes_are_named_in_figures() {
        assert_eq!(Classes::up_to(45).labels(), ["1–9", "10–18", "19–27", "28–36", "37+"]);
        assert_eq!(Classes::up_to(3).labels(), ["1", "2", "3+"]);
    }
}
