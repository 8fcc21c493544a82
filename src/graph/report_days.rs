//! The days on which the event of a report can have happened.

use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::Date;

use super::evidence::Evidence;
use crate::date::PartialDate;
use crate::ids::DocumentId;

/// News without a date is about the last week, an announcement without a date about the next.
const NEWS_DAYS: i64 = 7;

/// Reports of one event that give no date, or different dates, appear within this many days.
pub(super) const REPORT_DAYS: i64 = 3;

/// A period longer than a month is too vague to assign an undated report to its event.
const MAX_VAGUE_DAYS: i64 = 31;

/// The day of publication of each document, where it is known.
pub(super) type Published<'a> = BTreeMap<&'a DocumentId, Date>;

/// A period, both ends included. Ordered by its first day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Days {
    pub(super) first: Date,
    pub(super) last: Date,
}

impl Days {
    /// The days that the sentence gives: a day, month, year or period with both ends.
    fn stated(evidence: &Evidence) -> Option<Self> {
        if let Some(date) = evidence.date {
            return Some(Self { first: date.first_day(), last: date.last_day() });
        }
        let (from, to) = evidence.time.as_ref()?.interval.as_deref()?.split_once('/')?;
        let [from, to] = [from, to].map(|end| end.parse::<PartialDate>().ok());
        let days = Self { first: from?.first_day(), last: to?.last_day() };
        (days.first <= days.last).then_some(days)
    }

    /// Number of days.
    pub(super) fn count(self) -> i64 {
        days_between(self.first, self.last) + 1
    }

    /// Whether one period contains the other: a month fits a day within it.
    pub(super) fn fit(self, other: Self) -> bool {
        let is_within = |inner: Self, outer: Self| outer.first <= inner.first && inner.last <= outer.last;
        is_within(self, other) || is_within(other, self)
    }

    /// The days that are in both.
    pub(super) fn common(self, other: Self) -> Option<Self> {
        let common = Self { first: self.first.max(other.first), last: self.last.min(other.last) };
        (common.first <= common.last).then_some(common)
    }

    /// Days from the end of the earlier to the start of the later; 0 if they share a day.
    fn distance(self, other: Self) -> i64 {
        days_between(self.last.min(other.last), self.first.max(other.first)).max(0)
    }
}

fn days_between(from: Date, to: Date) -> i64 {
    to.duration_since(from).as_hours() / 24
}

/// The time of an event according to one report.
#[derive(Debug, Clone, Copy)]
pub(super) struct When {
    /// The days that its sentence gives.
    pub(super) stated: Option<Days>,
    /// The day of publication.
    published: Option<Date>,
    is_planned: bool,
}

/// How the times of two reports agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Times {
    /// They may be of one event; a smaller number of days is better.
    Fit(i64),
    /// They give different days in the same news.
    Near,
    /// Nothing says that they are of one event.
    Apart,
}

impl When {
    pub(super) fn new(evidence: &Evidence, published: Option<Date>, is_planned: bool) -> Self {
        Self { stated: Days::stated(evidence), published, is_planned }
    }

    /// The days on which the event can have happened, as far as anything is known.
    pub(super) fn possible(self) -> Option<Days> {
        self.stated.or_else(|| {
            let published = self.published?;
            let (back, on) = if self.is_planned { (0, NEWS_DAYS) } else { (NEWS_DAYS, 0) };
            Some(Days { first: published.saturating_sub(back.days()), last: published.saturating_add(on.days()) })
        })
    }

    /// Whether both can have happened on one day.
    pub(super) fn may_be(self, other: Self) -> bool {
        if let (Some(ours), Some(theirs)) = (self.stated, other.stated) {
            return ours.fit(theirs);
        }
        let common = self.possible().zip(other.possible()).map(|(ours, theirs)| ours.common(theirs));
        common.is_none_or(|common| common.is_some())
    }

    /// How the times of two reports agree.
    pub(super) fn against(self, other: Self) -> Times {
        match (self.stated, other.stated) {
            (Some(ours), Some(theirs)) if ours.fit(theirs) => Times::Fit(0),
            (Some(ours), Some(theirs)) => {
                let is_one_news = self.published_near(other).is_some();
                if is_one_news && ours.distance(theirs) <= REPORT_DAYS { Times::Near } else { Times::Apart }
            }
            (None, None) => self.published_near(other).map_or(Times::Apart, Times::Fit),
            (Some(stated), None) => other.may_be_about(stated),
            (None, Some(stated)) => self.may_be_about(stated),
        }
    }

    /// Days between the publications of two articles; `None` if they are many or unknown.
    fn published_near(self, other: Self) -> Option<i64> {
        let days = days_between(self.published?, other.published?).abs();
        (days <= REPORT_DAYS).then_some(days)
    }

    /// Whether this report, which gives no days, may be about these.
    fn may_be_about(self, stated: Days) -> Times {
        let is_news = self.possible().is_some_and(|possible| possible.common(stated).is_some());
        match self.published.filter(|_| is_news && stated.count() <= MAX_VAGUE_DAYS) {
            Some(day) => Times::Fit(stated.distance(Days { first: day, last: day })),
            None => Times::Apart,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn when(stated: Option<&str>, published: Option<&str>, is_planned: bool) -> When {
        let date = |text: &str| text.parse::<PartialDate>().unwrap();
        let stated = stated.map(|text| Days { first: date(text).first_day(), last: date(text).last_day() });
        When { stated, published: published.and_then(|text| date(text).day()), is_planned }
    }

    #[test]
    fn a_coarse_date_fits_the_finer_ones_within_it() {
        let of = |a, b| when(Some(a), None, false).against(when(Some(b), None, false));
        assert_eq!(of("2024-05", "2024-05-31"), Times::Fit(0));
        assert_eq!(of("2024", "2024-05"), Times::Fit(0));
        assert_eq!(of("2024-05", "2024-06-01"), Times::Apart);
    }

    #[test]
    fn undated_reports_are_of_one_event_if_they_appear_together() {
        let of = |a, b| when(None, a, false).against(when(None, b, false));
        assert_eq!(of(Some("2024-05-01"), Some("2024-05-04")), Times::Fit(3));
        assert_eq!(of(Some("2024-05-01"), Some("2024-05-05")), Times::Apart);
        assert_eq!(of(Some("2024-05-01"), None), Times::Apart);
        assert_eq!(of(Some("2024"), Some("2024")), Times::Apart, "a year does not say when it appeared");
    }

    #[test]
    fn news_is_about_the_week_before_and_an_announcement_about_the_week_after() {
        let of = |published, is_planned| {
            when(Some("2024-05-10"), None, is_planned).against(when(None, Some(published), is_planned))
        };
        assert_eq!(of("2024-05-17", false), Times::Fit(7));
        assert_eq!(of("2024-05-18", false), Times::Apart);
        assert_eq!(of("2024-05-09", false), Times::Apart, "it was not yet known");
        assert_eq!(of("2024-05-03", true), Times::Fit(7));
        assert_eq!(of("2024-05-11", true), Times::Apart);
        let vague = when(Some("2024"), None, false).against(when(None, Some("2024-05-17"), false));
        assert_eq!(vague, Times::Apart);
    }

    #[test]
    fn different_days_are_near_only_in_the_same_news() {
        let of =
            |a, b, published| when(Some(a), Some("2024-05-07"), false).against(when(Some(b), Some(published), false));
        assert_eq!(of("2024-05-05", "2024-05-06", "2024-05-08"), Times::Near);
        assert_eq!(of("2024-05-01", "2024-05-06", "2024-05-08"), Times::Apart);
        assert_eq!(of("2024-05-05", "2024-05-06", "2024-06-08"), Times::Apart);
    }

    #[test]
    fn unknown_times_exclude_nothing_and_different_ones_do() {
        let day = when(Some("2024-05-05"), None, false);
        assert!(!day.may_be(when(Some("2024-05-06"), None, false)));
        assert!(!day.may_be(when(None, Some("2024-06-06"), false)));
        assert!(day.may_be(when(None, None, false)));
        assert!(day.may_be(when(Some("2024"), None, false)));
    }
}
