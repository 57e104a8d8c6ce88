//! The printable sheet: whole, by itself, and the same as the routine it was made from.

use std::collections::BTreeMap;

use resvg::usvg::roxmltree::{Document, Node, ParsingOptions};
use unhunch::catalog::{Catalog, Own, OwnContent};
use unhunch::engine::{Options, Timeline, compile};
use unhunch::figure::Body;
use unhunch::model::{Exercise, Routine, ron_dialect};
use unhunch::sheet::{Sheet, render};
use unhunch::text::Words;

fn sheet_of(routine: &Routine, catalog: &Catalog) -> (String, Timeline) {
    let (timeline, _) = compile(routine, catalog, &Options::default());
    let (words, body) = (Words::new("en"), Body::default());
    let (sources, pictures) = (&catalog.sources, &BTreeMap::new());
    let sheet = Sheet { routine, timeline: &timeline, words: &words, body: &body, sources, pictures };
    (render(&sheet), timeline)
}

fn routine(blocks: &str) -> Routine {
    let text = format!("(version: 1, id: \"r\", name: \"R\", blocks: [{blocks}])");
    ron_dialect().from_str(&text).unwrap()
}

/// The page as a tree, after it was seen to need nothing beside itself.
#[track_caller]
fn parsed(html: &str) -> Document<'_> {
    let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
    let page = Document::parse_with_options(html, options).unwrap();
    for node in page.descendants().filter(Node::is_element) {
        let name = node.tag_name().name();
        assert!(!["script", "link", "iframe", "object", "image"].contains(&name), "<{name}>");
        for attribute in node.attributes() {
            let (key, value) = (attribute.name(), attribute.value());
            assert!(!key.starts_with("on"), "{key}=\"{value}\"");
            assert!(key != "src" || value.starts_with("data:image/"), "{key}=\"{value}\"");
            assert!(key != "href" || value.starts_with('#'), "{key}=\"{value}\"");
        }
    }
    let ids: Vec<&str> = page.descendants().filter_map(|node| node.attribute("id")).collect();
    let mut once = ids.clone();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), ids.len(), "an id stands twice");
    for node in page.descendants() {
        let used = node.attribute("href").and_then(|link| link.strip_prefix('#'));
        let painted = node.attribute("fill").and_then(|fill| fill.strip_prefix("url(#")?.strip_suffix(')'));
        for id in used.into_iter().chain(painted) {
            assert!(once.binary_search(&id).is_ok(), "there is no #{id}");
        }
    }
    page
}

fn texts<'a>(page: &'a Document<'_>, element: &str) -> Vec<&'a str> {
    page.descendants().filter(|node| node.has_tag_name(element)).filter_map(|node| node.text()).collect()
}

fn with_class<'a, 'i>(node: Node<'a, 'i>, class: &'a str) -> impl Iterator<Item = Node<'a, 'i>> + 'a {
    node.descendants().filter(move |node| {
        node.attribute("class").is_some_and(|classes| classes.split(' ').any(|one| one == class))
    })
}

#[test]
fn every_shipped_routine_prints_all_it_asks_for() {
    let catalog = Catalog::builtin();
    for routine in catalog.routines.values() {
        let (html, timeline) = sheet_of(routine, &catalog);
        let lower = html.to_lowercase();
        for reach in ["http", "//", "@import", "src=", "<script"] {
            assert!(!lower.contains(reach), "{}: {reach}", routine.id);
        }
        let page = parsed(&html);
        assert_eq!(texts(&page, "h1"), [routine.name.as_str()]);
        let titles = texts(&page, "h3");
        let items = texts(&page, "li");
        for exercise in timeline.entries.iter().filter_map(|entry| entry.exercise.as_ref()) {
            let named = titles.iter().any(|title| title.ends_with(&format!(". {}", exercise.name)));
            assert!(named, "{}: {} is missing", routine.id, exercise.id);
            for step in &exercise.steps {
                assert!(items.contains(&step.text.as_str()), "{}: {}", exercise.id, step.text);
            }
        }
        for card in with_class(page.root(), "card") {
            assert!(with_class(card, "box").chain(with_class(card, "tally")).count() > 0, "{}", routine.id);
        }
    }
}

#[test]
fn what_is_repeated_stands_there_once_with_all_its_boxes() {
    let catalog = Catalog::builtin();
    let blocks = "Repeat(times: 3, rest_secs: 20, blocks: [Step(exercise: \"chair-rotation\", dose: Hold(secs: 10, times: 2))]),
        Step(exercise: \"no-such-thing\"), Step(exercise: \"cat-cow\", disabled: true),
        Repeat(times: 1, blocks: [Repeat(times: 4, blocks: [Step(exercise: \"no-such-thing\")])])";
    let (html, _) = sheet_of(&routine(blocks), &catalog);
    let page = parsed(&html);
    assert_eq!(texts(&page, "h3"), ["1. Chair Rotation"]);
    assert_eq!(texts(&page, "h2"), ["× 3: go through these 3 times, with 20 s of rest between", "Sources"]);
    let rows: Vec<usize> = with_class(page.root(), "row").map(|row| with_class(row, "box").count()).collect();
    assert_eq!(rows, [6, 6], "two holds in three rounds, for the right and for the left");
    assert!(html.contains("2 holds of 10 seconds, each side"), "{html}");
}

#[test]
fn a_picture_is_drawn_once_and_shows_the_side_that_works() {
    let catalog = Catalog::builtin();
    let twice =
        "Step(exercise: \"chair-rotation\"), Step(exercise: \"cat-cow\"), Step(exercise: \"chair-rotation\")";
    let (html, _) = sheet_of(&routine(twice), &catalog);
    let page = parsed(&html);
    let figures = page.descendants().filter(|node| node.has_tag_name("figure")).count();
    let symbols = page.descendants().filter(|node| node.has_tag_name("symbol")).count();
    assert_eq!((figures, symbols), (7, 5), "start and hold twice, cat-cow at three times");
    assert!(html.contains("Drawn for the right side."));
    let (left, _) = sheet_of(&routine("Step(exercise: \"chair-rotation\", sides: LeftOnly)"), &catalog);
    assert!(left.contains("Drawn for the left side.") && !left.contains("each side"));
}

#[test]
fn names_from_files_stay_text() {
    let nasty = "</style><script>alert('1')</script>\u{0}\u{1b}&amp;\"><img src=x onerror=y>";
    let mut catalog = Catalog::builtin();
    let mut exercise = Exercise::clone(&catalog.exercises["cat-cow"]);
    exercise.id = "nasty".to_owned();
    exercise.name = nasty.to_owned();
    exercise.steps[0].text = nasty.to_owned();
    exercise.felt[0].name = nasty.to_owned();
    let own = Own { path: "nasty.ron".into(), value: exercise };
    catalog.merge(OwnContent { exercises: vec![own], ..OwnContent::default() });
    let mut routine = routine("Section(name: \"\", blocks: [Step(exercise: \"nasty\", note: \"\")])");
    routine.name = nasty.to_owned();
    routine.summary = nasty.to_owned();
    let (html, _) = sheet_of(&routine, &catalog);
    let page = parsed(&html);
    let shown = nasty.replace(['\u{0}', '\u{1b}'], "\u{FFFD}");
    assert_eq!(texts(&page, "h1"), [shown.as_str()]);
    assert_eq!(texts(&page, "h3"), [format!("1. {shown}")]);
    assert!(texts(&page, "li").contains(&shown.as_str()));
}

#[test]
fn forty_holds_get_a_line_and_a_huge_routine_stays_small() {
    let catalog = Catalog::builtin();
    let (html, _) =
        sheet_of(&routine("Step(exercise: \"neck-flexion\", dose: Hold(secs: 5, times: 40))"), &catalog);
    let page = parsed(&html);
    assert_eq!((with_class(page.root(), "box").count(), with_class(page.root(), "tally").count()), (0, 1));
    let many = "Step(exercise: \"cat-cow\"),".repeat(1_000);
    let (html, _) = sheet_of(&routine(&many), &catalog);
    assert!(html.len() < 8_000_000, "{} bytes", html.len());
}

#[test]
fn what_was_added_is_marked_and_the_sources_are_named() {
    let catalog = Catalog::builtin();
    let (html, _) =
        sheet_of(&routine("Step(exercise: \"cat-cow\"), Step(exercise: \"wall-slides\")"), &catalog);
    let page = parsed(&html);
    let cards: Vec<Node<'_, '_>> = with_class(page.root(), "card").collect();
    let added = |card: &Node<'_, '_>| with_class(*card, "added").count();
    let lines = |id: &str| {
        let exercise = &catalog.exercises[id];
        let lines = exercise.setup.iter().chain(&exercise.steps).chain(&exercise.cautions);
        lines.filter(|line| !line.stated).count() + exercise.felt.iter().filter(|felt| !felt.stated).count()
    };
    assert_eq!(lines("cat-cow"), 0, "all of it is stated");
    assert_eq!(added(&cards[0]), 0);
    assert_eq!(added(&cards[1]), lines("wall-slides") + 1, "and the dose");
    let footer = page.descendants().find(|node| node.has_tag_name("footer")).unwrap();
    let named: Vec<&str> =
        footer.descendants().filter(|node| node.has_tag_name("li")).filter_map(|node| node.text()).collect();
    assert_eq!(named.len(), catalog.exercises["cat-cow"].sources.len());
    assert!(named[0].contains("Sherwin Garcia"), "{named:?}");
    assert!(html.contains("<strong>Sources:</strong> 1, 2, 3, 4, 5."), "cat-cow is in all of them");
    assert!(html.contains("<strong>Sources:</strong> 2."), "wall slides in the second");
}

#[test]
fn sides_that_take_turns_have_a_box_each_on_time_too() {
    let catalog = Catalog::builtin();
    let (html, _) =
        sheet_of(&routine("Step(exercise: \"bird-dog\", dose: Timed(secs: 30, sets: 2))"), &catalog);
    let page = parsed(&html);
    let rows: Vec<usize> = with_class(page.root(), "row").map(|row| with_class(row, "box").count()).collect();
    assert_eq!(rows, [2, 2]);
    assert!(html.contains("<span>Right</span>") && html.contains("<span>Left</span>"));
    assert!(!html.contains(" a side, taking turns") && html.contains(", the sides taking turns"));
}

#[test]
fn a_still_picture_stands_in_for_the_figure() {
    let catalog = Catalog::builtin();
    let routine = routine("Step(exercise: \"cat-cow\")");
    let (timeline, _) = compile(&routine, &catalog, &Options::default());
    let pictures = BTreeMap::from([("cat-cow".to_owned(), "data:image/png;base64,AAAA".to_owned())]);
    let html = render(&Sheet {
        routine: &routine,
        timeline: &timeline,
        words: &Words::new("en"),
        body: &Body::default(),
        sources: &catalog.sources,
        pictures: &pictures,
    });
    let page = parsed(&html);
    let picture = page.descendants().find(|node| node.has_tag_name("img")).unwrap();
    assert_eq!(picture.attribute("src"), Some("data:image/png;base64,AAAA"));
    assert_eq!(picture.attribute("alt"), Some("Cat-Cow, picture"));
    assert!(!html.contains("<symbol"), "no figure is drawn beside it");
}
