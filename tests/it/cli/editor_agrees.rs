//! What the editor says of a routine is what `check` and `timeline` say of its file.

use unhunch::catalog::Catalog;
use unhunch::editor::{Document, Review};
use unhunch::engine::Options;
use unhunch::model::Severity;
use unhunch::store::routine_comments::read_commented;
use unhunch::text::Words;

use super::{Shell, plan};

/// A routine with something of every severity, within groups and repeated.
const FAULTY: &str = r#"(
    version: 1,
    id: "faulty",
    name: "Faulty",
    blocks: [
        Step(exercise: "childs-pose", dose: Hold(secs: 5)),
        Repeat(times: 2, blocks: [
            Step(exercise: "cat-kow"),
            Section(name: "Hard", blocks: [Step(exercise: "reverse-dumbbell-fly", rest_secs: 0)]),
        ]),
        Step(exercise: "seated-row"),
        Step(exercise: "reverse-dumbbell-fly"),
        Rest(secs: -3),
    ],
)
"#;

#[test]
fn findings_and_figures_are_the_same() {
    let shell = Shell::new();
    let shipped = include_str!("../../../routines/full-session.ron");
    for (file, text) in [("faulty.ron", FAULTY), ("full-session.ron", shipped)] {
        shell.write(file, text);
        let document = Document::new(read_commented(text).unwrap());
        let review = Review::of(&document, &Catalog::builtin(), &Options::default());
        let checked = shell.run(&["check", file]).out;
        for severity in [Severity::Error, Severity::Warning, Severity::Hint] {
            let told = format!(": {}: ", format!("{severity:?}").to_lowercase());
            let lines = checked.lines().filter(|line| line.contains(&told)).count();
            assert_eq!(lines, review.count(severity), "{file}: {severity:?}\n{checked}");
        }
        let words = Words::new("en");
        for finding in &review.findings {
            let problem = words.problem(&finding.diagnostic.problem);
            assert!(checked.contains(&problem), "{file}: {problem}\n{checked}");
        }
        let plan = plan(&shell, file);
        assert_eq!(plan["total_ms"], review.facts.total_ms, "{file}");
        assert_eq!(plan["segments"].as_array().unwrap().len(), review.timeline.segments.len());
        assert_eq!(plan["diagnostics"].as_array().unwrap().len(), review.findings.len());
    }
}
