//! Chooses the date of publication among those that an article offers.

use super::date_problem::DateProblem;
use crate::date::PartialDate;

/// The dates that an article offers, best first, and the problems of those that could not be read.
#[derive(Debug, Default)]
pub(in crate::document) struct Candidates {
    dates: Vec<PartialDate>,
    problem: Option<DateProblem>,
}

impl Candidates {
    /// Adds the next best date.
    pub(in crate::document) fn add(&mut self, date: Option<PartialDate>) {
        self.dates.extend(date);
    }

    /// Adds the next best date as it was read; the first problem is kept.
    pub(in crate::document) fn add_read(&mut self, read: Option<Result<PartialDate, DateProblem>>) {
        match read {
            Some(Ok(date)) => self.dates.push(date),
            Some(Err(problem)) => _ = self.problem.get_or_insert(problem),
            None => {}
        }
    }

    /// The best date. If it lacks its day or month, the next one that lies within it is better.
    pub(in crate::document) fn best(&self) -> Option<PartialDate> {
        let best = *self.dates.first()?;
        let lies_within =
            |other: &&PartialDate| best.first_day() <= other.first_day() && other.last_day() <= best.last_day();
        let finest = self.dates.iter().filter(lies_within).find(|date| date.day().is_some());
        Some(finest.copied().unwrap_or(best))
    }

    /// Why the article has no date, or another one than it states.
    pub(in crate::document) fn into_problem(self) -> Option<DateProblem> {
        self.problem
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn best(dates: &[&str]) -> Option<String> {
        let mut candidates = Candidates::default();
        dates.iter().for_each(|date| candidates.add(Some(date.parse().unwrap())));
        candidates.best().map(|date| date.to_string())
    }

    #[test]
    fn the_first_date_counts_unless_a_later_one_is_finer() {
        assert_eq!(best(&["2022-07-23", "2022-07-24"]).as_deref(), Some("2022-07-23"));
        assert_eq!(best(&["2022-07", "2022-08-01", "2022-07-24"]).as_deref(), Some("2022-07-24"));
        assert_eq!(best(&["2022-07", "2022-08-01"]).as_deref(), Some("2022-07"));
        assert_eq!(best(&[]), None);
    }
}
