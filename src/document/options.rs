//! How the reader dates articles: what the user knows and the articles do not say.

/// Which dates the reader may use beyond those that articles state; by default none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ReadingOptions {
    /// Where the date of an article comes from that states none.
    pub date_from: Option<DateFrom>,
    /// What a date such as 03/04/2022 means; without an order such a date is reported and not used.
    pub date_order: Option<DateOrder>,
}

/// A source of dates outside the articles.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateFrom {
    /// A date in the name of the file or of one of its folders.
    Name,
    /// The day when the file was changed last, in UTC.
    Modified,
}

/// The order of the parts of a date in digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateOrder {
    /// 03/04/2022 is 3 April.
    DayFirst,
    /// 03/04/2022 is 4 March.
    MonthFirst,
}
