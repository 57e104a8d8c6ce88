//! The Progress screen: every figure in words, every part at every size, and what it asks for.

#[path = "progress/year.rs"]
mod year;

use egui::accesskit::Role;
use egui::{Key, Rect};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable, by};
use jiff::civil::{Date, date};
use unhunch::catalog::Catalog;
use unhunch::history::{Filter, Ledger, Overview, Period, Trend};
use unhunch::model::{Plan, SessionRecord, ThemeChoice};
use unhunch::text::Words;
use unhunch::ui::screens::progress::{Beginning, Figures, PlanDesk, ProgressView, RecordStanding};
use unhunch::ui::screens::{ScreenView, WindowView, window_ui};
use unhunch::ui::theme::Theme;
use unhunch::ui::{Command, Look, ProgressPart, Progressing};

use super::dressed;
use super::layout::ENDLESS;
use super::standing::Standing;

const SIZES: [(f32, f32); 4] = [(800.0, 600.0), (1280.0, 800.0), (2560.0, 1440.0), (900.0, 1300.0)];

const TODAY: Date = date(2026, 11, 21);

struct Record {
    words: Words,
    theme: Theme,
    catalog: Catalog,
    ledger: Ledger,
    overview: Overview,
    plan: Plan,
    filter: Filter,
    part: ProgressPart,
    standing: RecordStanding<'static>,
    exercise: Option<String>,
    hurting: Vec<String>,
    deleted: usize,
    asked: Vec<Command>,
}

impl Record {
    fn of(records: &[SessionRecord]) -> Self {
        let ledger = year::ledger(records);
        let filter = Filter::default();
        Self {
            words: Words::new("en"),
            theme: Theme::shipped(ThemeChoice::Light),
            catalog: Catalog::builtin(),
            overview: Overview::of(&ledger, &filter, TODAY),
            ledger,
            plan: Plan { minutes: 5, days: 4, ..Plan::default() },
            filter,
            part: ProgressPart::Overview,
            standing: RecordStanding::Ready,
            exercise: None,
            hurting: Vec::new(),
            deleted: 0,
            asked: Vec::new(),
        }
    }

    fn year() -> Self {
        Self::of(&year::year(TODAY))
    }

    fn part(part: ProgressPart) -> Self {
        Self { part, ..Self::year() }
    }

    fn endless(part: ProgressPart) -> Self {
        let mut records = year::year(TODAY);
        for record in &mut records {
            record.routine_name = ENDLESS.into();
            record.bouts.iter_mut().for_each(|bout| bout.name = ENDLESS.into());
        }
        let filter = Filter { routine: Some("morning".into()), ..Filter::default() };
        let it = Self::of(&records);
        let exercise = Some("bird-dog".to_owned());
        Self { part, filter, exercise, hurting: vec!["bird-dog".into()], ..it }
    }

    fn show(&mut self, ui: &mut egui::Ui) {
        let look = Look::new(&self.theme, &self.words, true);
        let figures = Figures::of(&self.overview, &self.plan);
        let course = self.exercise.as_deref().and_then(|id| figures.course(&self.overview, id));
        let name = "Two-minute reset";
        let view = ProgressView {
            standing: self.standing,
            part: self.part,
            filter: &self.filter,
            today: TODAY,
            overview: &self.overview,
            ledger: &self.ledger,
            figures: &figures,
            hurting: &self.hurting,
            exercise: self.exercise.as_deref(),
            course: course.as_ref(),
            beginning: Some(Beginning { id: "reset", name, total_ms: 120_000, scene: None }),
            catalog: &self.catalog,
            plan: &self.plan,
            desk: PlanDesk::default(),
            deleted: self.deleted,
        };
        let mut asked = Vec::new();
        let window = WindowView { screen: ScreenView::Progress(view), banners: &[] };
        window_ui(ui, &look, &window, &mut asked);
        self.asked.extend(asked);
    }

    fn harness(self, width: f32, height: f32) -> Harness<'static, Self> {
        let theme = self.theme.clone();
        let mut harness = dressed(self, theme, (width, height), |ui, it| it.show(ui));
        harness.run_steps(3);
        harness
    }
}

/// What was asked of the screen since the last look.
fn asked(harness: &mut Harness<'_, Record>) -> Vec<Progressing> {
    let all = std::mem::take(&mut harness.state_mut().asked);
    all.into_iter()
        .filter_map(|command| if let Command::Progress(asked) = command { Some(asked) } else { None })
        .collect()
}

fn press(harness: &mut Harness<'_, Record>, key: Key) {
    harness.key_press(key);
    harness.run_steps(2);
}

fn check(what: &str, make: impl Fn() -> Record) {
    for size in SIZES {
        let harness = make().harness(size.0, size.1);
        let standing = Standing::of(what, &harness, size, &[Role::Button, Role::Tab, Role::Label]);
        let is_hidden = |rect: &Rect| rect.bottom() > size.1 || rect.top() < 0.0;
        // What scrolls stands behind what does not, where it is cut off.
        let scrolls = |(_, one): (Role, &Rect), (_, other): (Role, &Rect)| is_hidden(one) || is_hidden(other);
        standing.check(10, |role| role != Role::Label, scrolls);
    }
}

#[test]
fn every_part_fits_every_window() {
    for part in [ProgressPart::Overview, ProgressPart::Exercises, ProgressPart::Sessions] {
        check("a year", || Record::part(part));
        check("endless names", || Record { deleted: 2, ..Record::endless(part) });
        check("one session", || Record { part, ..Record::of(&year::year(TODAY)[..1]) });
    }
}

#[test]
fn what_is_not_there_is_said_in_every_window() {
    check("empty", || Record::of(&[]));
    check("reading", || Record { standing: RecordStanding::Reading, ..Record::of(&[]) });
    check("closed", || Record { standing: RecordStanding::Closed(ENDLESS), ..Record::of(&[]) });
}

#[test]
fn an_empty_record_invites_to_something_small() {
    let mut harness = Record::of(&[]).harness(1280.0, 800.0);
    harness.get_by_label("This is where it adds up");
    harness.get_by_label("Start Two-minute reset").click();
    harness.run_steps(2);
    assert_eq!(harness.state().asked, [Command::StartRoutine("reset".into())]);
}

#[test]
fn a_record_that_cannot_be_used_says_why_and_that_sessions_run() {
    let standing = RecordStanding::Closed("The disk is full.");
    let harness = Record { standing, ..Record::of(&[]) }.harness(1280.0, 800.0);
    harness.get_by_label(
        "Your sessions run all the same, and what you do is written once it can be. The disk is full.",
    );
}

#[test]
fn every_figure_is_a_table_of_words() {
    let records = year::year(TODAY);
    let harness = Record::of(&records).harness(1280.0, 800.0);
    let count = |role: Role| harness.query_all(by().role(role)).count();
    assert_eq!(count(Role::Cell), 52 * 7 + 6, "a day each");
    assert_eq!(harness.query_all_by_label_contains("Week of ").count(), 53);
    assert!(harness.query_all_by_label_contains(": pain ").count() > 30);
    for table in ["Your year. ", "Minutes a week. ", "Pain before and after. "] {
        harness.get(by().role(Role::Table).label_contains(table));
    }
    let last = records.last().unwrap();
    let day = unhunch::history::days::date(last.began);
    let words = Words::new("en");
    harness.get(by().role(Role::Cell).label_contains(&words.day_seen_first(day, TODAY)));
}

#[test]
fn a_figure_says_what_the_record_says() {
    let mut record = year::year(TODAY)[0].clone();
    record.began = unhunch::model::Stamp { utc_ms: 1_795_248_000_000, offset_s: 0 };
    record.before.pain = Some(6);
    record.after.pain = Some(4);
    record.bouts.truncate(1);
    record.bouts[0].done_ms = 8 * 60_000;
    let harness = Record::of(&[record]).harness(1280.0, 800.0);
    let shows = |part: &str| assert!(harness.query_all_by_label_contains(part).next().is_some(), "{part}");
    shows("Today: one session, 8 min");
    shows("Week of 16 November 2026: 8 min on one day");
    shows("Today: pain 6 before, 4 after");
    shows("One session, 8 min of exercise.");
    shows("Too few answers yet to see a direction.");
    shows("You exercised on one day of the last year.");
}

#[test]
fn where_pain_goes_is_said_in_words() {
    let cases = [
        (Trend::TooFew, "Too few answers yet"),
        (Trend::Level, "No clear direction"),
        (Trend::Down(0.5), "A little lower"),
        (Trend::Down(1.1), "About one point lower in four weeks"),
        (Trend::Up(2.2), "About 2 points higher in four weeks"),
    ];
    for (trend, said) in cases {
        let mut record = Record::year();
        record.overview.pain.trend = trend;
        let harness = record.harness(1280.0, 800.0);
        assert!(harness.query_all_by_label_contains(said).next().is_some(), "{trend:?}");
    }
}

#[test]
fn the_figures_turn_into_tables_and_back() {
    let mut harness = Record::year().harness(1280.0, 800.0);
    harness.get_by_label("Show as tables").click();
    harness.run_steps(3);
    assert_eq!(harness.query_all(by().role(Role::Cell)).count(), 0);
    assert!(harness.query_all_by_label_contains("Week of 16 November 2026").next().is_some());
    harness.get_by_label("Show as pictures").click();
    harness.run_steps(3);
    assert!(harness.query_all(by().role(Role::Cell)).count() > 300);
}

#[test]
fn arrow_keys_walk_over_the_days() {
    let mut harness = Record::year().harness(1280.0, 800.0);
    let grid = || by().role(Role::Grid);
    harness.get(grid()).focus();
    harness.run_steps(2);
    let said = |harness: &Harness<'_, Record>| harness.get(grid()).accesskit_node().value().unwrap();
    assert!(said(&harness).starts_with("Today: "), "{}", said(&harness));
    press(&mut harness, Key::ArrowLeft);
    assert!(said(&harness).starts_with("Saturday, 14 November: "), "{}", said(&harness));
    press(&mut harness, Key::ArrowUp);
    assert!(said(&harness).starts_with("Friday, 13 November: "), "{}", said(&harness));
    press(&mut harness, Key::Home);
    assert!(said(&harness).starts_with("Monday, 17 November 2025: "), "{}", said(&harness));
    press(&mut harness, Key::ArrowLeft);
    assert!(said(&harness).starts_with("Monday, 17 November 2025: "), "there is nothing before");
}

#[test]
fn parts_periods_and_routines_are_asked_for() {
    let mut harness = Record::year().harness(1280.0, 800.0);
    for (name, expected) in [
        ("By exercise", Progressing::Part(ProgressPart::Exercises)),
        ("Look at 13 weeks", Progressing::Period(Period::Quarter)),
        ("Add a session", Progressing::Add),
    ] {
        harness.get_by_label(name).click();
        harness.run_steps(2);
        assert_eq!(asked(&mut harness), [expected], "{name}");
    }
    harness.get_by_label("All routines, choose a routine to look at").click();
    harness.run_steps(3);
    harness.get_by_label("Morning mobility").click();
    harness.run_steps(2);
    assert_eq!(asked(&mut harness), [Progressing::Routine(Some("morning".into()))]);
    harness.get_by_label("Export, take in or delete").click();
    harness.run_steps(3);
    harness.get_by_label("Delete all sessions …").click();
    harness.run_steps(2);
    assert_eq!(asked(&mut harness), [Progressing::AskDeleteAll]);
}

#[test]
fn a_session_opens_by_pointer_and_key_and_goes_by_delete() {
    let record = Record { deleted: 1, ..Record::part(ProgressPart::Sessions) };
    let mut harness = record.harness(1280.0, 800.0);
    let rows =
        || by().role(Role::Button).predicate(|node| node.label().is_some_and(|it| it.contains(", effort")));
    let first = harness.query_all(rows()).next().unwrap();
    first.click();
    harness.run_steps(2);
    let opened = asked(&mut harness);
    assert!(matches!(&opened[..], [Progressing::Open(_)]), "{opened:?}");
    let Progressing::Open(id) = opened[0].clone() else { return };
    harness.query_all(rows()).next().unwrap().focus();
    harness.run_steps(2);
    press(&mut harness, Key::Enter);
    assert_eq!(asked(&mut harness), [Progressing::Open(id.clone())]);
    press(&mut harness, Key::Delete);
    assert_eq!(asked(&mut harness), [Progressing::Delete(id)]);
    harness.get_by_label("Bring back the one deleted").click();
    harness.run_steps(2);
    assert_eq!(asked(&mut harness), [Progressing::BringBack]);
}

#[test]
fn of_very_many_sessions_only_those_that_show_are_built() {
    let one = year::year(TODAY)[0].clone();
    let records: Vec<SessionRecord> = (0..5_000)
        .map(|n| SessionRecord { id: format!("s{n}"), began: one.began.after_ms(n * 60_000), ..one.clone() })
        .collect();
    let harness = Record { part: ProgressPart::Sessions, ..Record::of(&records) }.harness(1280.0, 800.0);
    let rows = harness.query_all_by_label_contains(&one.routine_name).count();
    assert!((8..20).contains(&rows), "{rows} rows");
}

#[test]
fn an_exercise_that_hurt_names_an_easier_one_and_comes_back() {
    let exercise = Some("bird-dog".to_owned());
    let hurting = vec!["bird-dog".to_owned()];
    let record = Record { exercise, hurting, ..Record::part(ProgressPart::Exercises) };
    let mut harness = record.harness(1280.0, 800.0);
    assert!(harness.query_all_by_label_contains("Easier: All-Fours Arm Lift").next().is_some());
    harness.get_by_label("May be suggested again: Bird Dog").click();
    harness.run_steps(2);
    assert_eq!(asked(&mut harness), [Progressing::Review("bird-dog".into())]);
    harness.get(by().role(Role::Table).label_contains("Minutes of Bird Dog a week"));
    harness.get(by().role(Role::Button).label_contains("Cat-Cow: in ")).click();
    harness.run_steps(2);
    assert_eq!(asked(&mut harness), [Progressing::Exercise(Some("cat-cow".into()))]);
}

#[test]
fn nothing_moves_by_itself() {
    for part in [ProgressPart::Overview, ProgressPart::Exercises, ProgressPart::Sessions] {
        let mut harness = Record::part(part).harness(1280.0, 800.0);
        harness.run_steps(30);
        let output = harness.output();
        let waits = output.viewport_output.values().all(|view| view.repaint_delay.as_secs() > 3_600);
        assert!(waits, "{part:?}");
    }
}
