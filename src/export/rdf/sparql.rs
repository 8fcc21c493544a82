//! Questions in SPARQL (<https://www.w3.org/TR/sparql11-query/>), asked of the triples that the RDF formats write.

use oxrdf::{Dataset, GraphName, QuadRef, Term, Triple};
use spareval::{QueryEvaluationError, QueryEvaluator, QueryResults};
use spargebra::{SparqlParser, SparqlSyntaxError};

use super::statements::describe;
use super::terms::{PREFIXES, document};
use crate::export::exported::Exported;
use crate::export::options::ExportOptions;
use crate::graph::GraphSource;
use crate::ontology::Ontology;

/// The answer to a question in SPARQL.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SparqlAnswer {
    /// The names of the variables. An answer of yes or no has one, "answer"; triples have "subject", "predicate" and
    /// "object".
    pub columns: Vec<String>,
    /// One entry per column: an IRI, the value of a literal, or `None` where a variable has no value. The order is that
    /// of the question, and alphabetical if it demands none.
    pub rows: Vec<Vec<Option<String>>>,
}

/// Why a question in SPARQL has no answer.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SparqlError {
    /// The question is no SPARQL.
    #[error("expected a question in SPARQL: {0}")]
    Syntax(#[from] SparqlSyntaxError),
    /// The question cannot be answered, for example because it asks another server.
    #[error("the question cannot be answered: {0}")]
    Evaluation(#[from] QueryEvaluationError),
    /// A project could not be read.
    #[error("cannot read the graph: {0}")]
    Read(#[from] std::io::Error),
}

/// Answers a question in SPARQL about a graph.
///
/// The prefixes of `docs/vocabulary.ttl` need not be declared. The default graph holds all triples, as Turtle does; the
/// graph of a document holds what it says, as in N-Quads. A plan or a denial is never a plain triple.
///
/// # Errors
/// [`SparqlError`], if the question cannot be read or answered, or the graph cannot be read.
///
/// # Example
/// ```
/// use whomet::{document::Document, export::sparql, ontology::Ontology, pipeline};
///
/// let document = Document::from_text("a", "Minister Moana Tui met President Tika Oli.");
/// let graph = pipeline::build([document], &pipeline::Settings::default()).graph;
/// let question = "SELECT ?name WHERE { ?a whomet:met ?b . ?b rdfs:label ?name }";
/// let answer = sparql(&graph, Ontology::shipped(), question)?;
/// assert_eq!(answer.rows, [[Some("Tika Oli".to_owned())]]);
/// # Ok::<(), whomet::export::SparqlError>(())
/// ```
pub fn sparql(source: &dyn GraphSource, ontology: &Ontology, question: &str) -> Result<SparqlAnswer, SparqlError> {
    let mut parser = SparqlParser::new();
    for (prefix, namespace) in PREFIXES {
        parser = parser.with_prefix(*prefix, *namespace).expect("the namespaces are IRIs");
    }
    let question = parser.parse_query(question)?;
    let dataset = dataset(&Exported::new(source, ontology, ExportOptions::default()))?;
    let evaluator = QueryEvaluator::new();
    let results = evaluator.prepare(&question).execute(&dataset)?;
    let mut answer = read(results)?;
    if !is_ordered(&question) {
        answer.rows.sort();
    }
    Ok(answer)
}

/// Every triple in the default graph, and in the graph of its document.
fn dataset(export: &Exported<'_>) -> std::io::Result<Dataset> {
    let mut dataset = Dataset::new();
    describe(export, &mut |subject, predicate, object, cited| {
        let graph = cited.map(|cited| GraphName::from(document(cited.as_str())));
        for name in graph.into_iter().chain([GraphName::DefaultGraph]) {
            dataset.insert(QuadRef::new(subject, &predicate, &object, &name));
        }
        Ok(())
    })?;
    Ok(dataset)
}

/// Whether the question says in which order its rows come.
fn is_ordered(question: &spargebra::Query) -> bool {
    use spargebra::algebra::GraphPattern;
    let spargebra::Query::Select { pattern, .. } = question else { return false };
    let mut pattern = pattern;
    loop {
        match pattern {
            GraphPattern::OrderBy { .. } => return true,
            GraphPattern::Slice { inner, .. }
            | GraphPattern::Distinct { inner }
            | GraphPattern::Reduced { inner }
            | GraphPattern::Project { inner, .. } => pattern = inner,
            _ => return false,
        }
    }
}

fn read(results: QueryResults<'_>) -> Result<SparqlAnswer, QueryEvaluationError> {
    match results {
        QueryResults::Boolean(answer) => {
            Ok(SparqlAnswer { columns: vec!["answer".to_owned()], rows: vec![vec![Some(answer.to_string())]] })
        }
        QueryResults::Solutions(solutions) => {
            let columns = solutions.variables().iter().map(|variable| variable.as_str().to_owned()).collect();
            let rows =
                solutions.map(|solution| Ok(solution?.values().iter().map(|term| term.as_ref().map(text)).collect()));
            Ok(SparqlAnswer { columns, rows: rows.collect::<Result<_, QueryEvaluationError>>()? })
        }
        QueryResults::Graph(triples) => {
            let columns = ["subject", "predicate", "object"].map(str::to_owned).to_vec();
            let rows = triples.map(|triple| {
                let Triple { subject, predicate, object } = triple?;
                Ok([subject.into(), predicate.into(), object].map(|term| Some(text(&term))).to_vec())
            });
            Ok(SparqlAnswer { columns, rows: rows.collect::<Result<_, QueryEvaluationError>>()? })
        }
    }
}

/// An IRI without brackets, a literal without quotation marks, language and type.
fn text(term: &Term) -> String {
    match term {
        Term::NamedNode(node) => node.as_str().to_owned(),
        Term::Literal(literal) => literal.value().to_owned(),
        Term::BlankNode(node) => node.to_string(),
    }
}
