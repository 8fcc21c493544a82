//! The days on which a report lets its event have happened.

use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::Date;

use super::evidence::Evidence;
use crate::date::PartialDate;
use crate::ids::DocumentId;

/// News that gives no date tells of the last week, an announcement of the next.
const NEWS_DAYS: i64 = 7;

/// Undated reports of one event appear within so many days, and so do reports that differ about its date.
pub(super) const REPORT_DAYS: i64 = 3;

/// A stretch longer than a month is too vague to say which event an undated report means.
const MAX_VAGUE_DAYS: i64 = 31;

/// The day on which each document appeared, where it is known.
pub(super) type Published<'a> = BTreeMap<&'a DocumentId, Date>;

/// A stretch of days, both ends included. Ordered by its first day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Days {
    pub(super) first: Date,
    pub(super) last: Date,
}

impl Days {
    /// The days that the sentence names: a day, month, year or stretch with both ends.
    fn stated(evidence: &Evidence) -> Option<Self> {
        if let Some(date) = evidence.date {
            return Some(Self { first: date.first_day(), last: date.last_day() });
        }
        let (from, to) = evidence.time.as_ref()?.interval.as_deref()?.split_once('/')?;
        let [from, to] = [from, to].map(|end| end.parse::<PartialDate>().ok());
        let days = Self { first: from?.first_day(), last: to?.last_day() };
        (days.first <= days.last).then_some(days)
    }

    /// How many there are.
    pub(super) fn count(self) -> i64 {
        days_between(self.first, self.last) + 1
    }

    /// Whether one stretch is the other or a part of it: a month fits a day within it.
    pub(super) fn fit(self, other: Self) -> bool {
        let is_within = |inner: Self, outer: Self| outer.first <= inner.first && inner.last <= outer.last;
        is_within(self, other) || is_within(other, self)
    }

    /// The days in both.
    pub(super) fn common(self, other: Self) -> Option<Self> {
        let common = Self { first: self.first.max(other.first), last: self.last.min(other.last) };
        (common.first <= common.last).then_some(common)
    }

    /// Days from the end of the earlier to the start of the later, 0 if they share one.
    fn distance(self, other: Self) -> i64 {
        days_between(self.last.min(other.last), self.first.max(other.first)).max(0)
    }
}

fn days_between(from: Date, to: Date) -> i64 {
    to.duration_since(from).as_hours() / 24
}

/// What a report says of the time of its event.
#[derive(Debug, Clone, Copy)]
pub(super) struct When {
    /// The days that its sentence names.
    pub(super) stated: Option<Days>,
    /// The day on which the article appeared.
    published: Option<Date>,
    is_planned: bool,
}

/// How the times of two reports agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Times {
    /// They may be one; the smaller the number of days, the surer.
    Fit(i64),
    /// They name different days of the same news.
    Near,
    /// They are not known to be one.
    Apart,
}

impl When {
    pub(super) fn new(evidence: &Evidence, published: Option<Date>, is_planned: bool) -> Self {
        Self { stated: Days::stated(evidence), published, is_planned }
    }

    /// The days on which it can have been, if anything is known of them.
    pub(super) fn possible(self) -> Option<Days> {
        self.stated.or_else(|| {
            let published = self.published?;
            let (back, on) = if self.is_planned { (0, NEWS_DAYS) } else { (NEWS_DAYS, 0) };
            Some(Days { first: published.saturating_sub(back.days()), last: published.saturating_add(on.days()) })
        })
    }

    /// Whether nothing that is known excludes one day for both.
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
            (Some(stated), None) => other.tells_of(stated),
            (None, Some(stated)) => self.tells_of(stated),
        }
    }

    /// Days between the publications of two articles, if they are few.
    fn published_near(self, other: Self) -> Option<i64> {
        let days = days_between(self.published?, other.published?).abs();
        (days <= REPORT_DAYS).then_some(days)
    }

    /// Whether this report, which names no days, may tell of these.
    fn tells_of(self, stated: Days) -> Times {
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
    fn news_is_of_the_week_before_and_an_announcement_of_the_week_after() {
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
    fn times_that_exclude_each_other_are_told_from_unknown_ones() {
        let day = when(Some("2024-05-05"), None, false);
        assert!(!day.may_be(when(Some("2024-05-06"), None, false)));
        assert!(!day.may_be(when(None, Some("2024-06-06"), false)));
        assert!(day.may_be(when(None, None, false)));
        assert!(day.may_be(when(Some("2024"), None, false)));
    }
}
