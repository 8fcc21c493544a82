//! The tests that run the whole program, in one binary.

#![allow(clippy::unwrap_used, reason = "a panic fails the test")]

mod bad_input;
mod cases;
mod central;
mod classes;
mod compare;
mod contract;
mod crash;
mod data_files;
mod determinism;
mod dot;
mod english;
mod eval;
mod explain;
mod exports;
mod golden;
mod graphs;
mod input_formats;
mod json_schema;
mod judging;
mod layers;
mod met;
mod name_pairs;
mod picture;
mod project;
mod properties;
mod questions;
mod readers;
mod rules;
mod support;
mod synthetic_articles;
mod tiers;
mod transcripts;
mod trigger_forms;
mod view;
