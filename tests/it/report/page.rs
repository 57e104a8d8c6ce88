//! The page to print.

use jiff::civil::{Date, date};
use resvg::usvg::roxmltree::{Document, Node, ParsingOptions};
use unhunch::catalog::Catalog;
use unhunch::figure::Body;
use unhunch::history::{Filter, Overview, Period};
use unhunch::model::{Archive, Plan};
use unhunch::report::{Summary, page};
use unhunch::text::Words;

use super::{archive, ledger, year};

const TODAY: Date = date(2026, 11, 21);

fn page_of(archive: &Archive, period: Period, goal: &str) -> String {
    let ledger = ledger(archive);
    let filter = Filter { period, routine: None };
    let overview = Overview::of(&ledger, &filter, TODAY);
    page(&Summary {
        ledger: &ledger,
        filter: &filter,
        overview: &overview,
        sessions: &archive.sessions,
        plan: &Plan { goal: goal.to_owned(), ..Plan::default() },
        safety: &Catalog::builtin().safety,
        today: TODAY,
        words: &Words::new("en"),
        body: &Body::default(),
    })
}

/// Everything that can be read on the page.
fn text_of(html: &str) -> String {
    let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
    let page = Document::parse_with_options(html, options).expect("the page is well-formed");
    for node in page.descendants().filter(Node::is_element) {
        assert!(!["script", "link", "img", "iframe"].contains(&node.tag_name().name()));
    }
    let texts = page.descendants().filter(Node::is_text).filter_map(|node| node.text());
    texts.collect::<Vec<_>>().join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Keeps the page where one can look at it, when asked.
fn keep(name: &str, html: &str) {
    if let Some(folder) = std::env::var_os("UNHUNCH_PAGES") {
        std::fs::write(std::path::Path::new(&folder).join(name), html).unwrap();
    }
}

#[test]
fn a_year_is_told_on_a_page_that_needs_nothing_beside_it() {
    let year = year(str::to_owned);
    let html = page_of(&year, Period::Year, "Carry my daughter <without> thinking about it");
    keep("year.html", &html);
    let text = text_of(&html);
    for told in [
        "Made on 21 November 2026",
        "The last year: 17 November 2025 to 21 November 2026.",
        "Carry my daughter <without> thinking about it",
        "How often: minutes a week",
        "Pain before sessions went down by about 0.3 points of 10 in four weeks.",
        "and 1 more",
        "Exercises done most",
        "Thread the Needle",
        "What hurt",
        "Where it was felt",
        "Upper back: ",
        "Something tingles.",
        "From their notes",
        "nothing here is a diagnosis",
    ] {
        assert!(text.contains(told), "{told:?} is not in {text}");
    }
    assert!(!text.contains("You are stuck"), "a sign that was taken back is not told");
    let lower = html.to_lowercase();
    for reach in ["http", "//", "@import", "src=", "<script"] {
        assert!(!lower.contains(reach), "{reach}");
    }
}

#[test]
fn an_empty_history_says_so() {
    let html = page_of(&archive(Vec::new()), Period::Year, "");
    keep("empty.html", &html);
    let text = text_of(&html);
    assert!(text.contains("No sessions were written down in this time."), "{text}");
    assert!(!text.contains("NaN") && !text.contains("exercised"), "{text}");
}

#[test]
fn long_names_and_hostile_ones_are_cut_and_stay_text() {
    let long = |name: &str| format!("<b>{name}</b> & {}", "Donaudampfschiff".repeat(40));
    let year = year(long);
    let html = page_of(&year, Period::All, &"Goal ".repeat(500));
    keep("long.html", &html);
    assert!(text_of(&html).contains("<b>Cat-Cow</b>"));
    assert!(html.len() < 600_000, "{}", html.len());
}

#[test]
fn few_sessions_fill_a_page_that_does_not_pretend() {
    let mut year = year(str::to_owned);
    year.sessions.drain(..year.sessions.len() - 2);
    year.sessions[0].record.after.pain = None;
    let html = page_of(&year, Period::FourWeeks, "");
    keep("few.html", &html);
    let text = text_of(&html);
    assert!(text.contains("There are too few answers yet"), "{text}");
    assert!(text.contains("2 sessions"), "{text}");
}
