//! Calendar dates that may lack their day or month, as news articles give them.

mod partial_date;
mod written;

pub use partial_date::{InvalidDate, PartialDate};
pub(crate) use written::{WrittenDate, read_day, read_month_name, read_weekday, read_year};
