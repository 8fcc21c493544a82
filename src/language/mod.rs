//! What the program knows of a language, as data: word classes and tables of words.
//!
//! [`LanguagePack::shipped`] is English, the tables in `en/`. The code asks for a class of words by a `Class`, rules
//! ask by its name. The pack is a value that the lexicon holds, so that another language is another folder of the same
//! tables; `docs/language.md` lists them. Gazetteers of names are not part of this room but of `lexicon`, and models
//! are part of `analysis`.

mod calendar;
mod class;
mod class_file;
mod class_set;
mod currencies;
mod error;
mod gender;
mod numbers;
mod pack;
mod pronouns;
mod spellings;
mod table_file;
mod word_classes;

pub(crate) use calendar::Calendar;
pub use calendar::TimeUnit;
pub(crate) use class::Class;
pub(crate) use class_set::{ClassId, ClassSet};
pub(crate) use currencies::Currencies;
pub use error::LanguageError;
pub use gender::Gender;
pub(crate) use numbers::{Approximations, Numbers};
pub use pack::LanguagePack;
pub(crate) use pack::shipped_file;
pub(crate) use pronouns::Meaning;
pub(crate) use word_classes::WordClass;
pub use word_classes::WordClasses;
