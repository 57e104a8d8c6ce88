//! Today with a record: why, the week, the plan, and what matters for safety.

use std::sync::LazyLock;

use egui_kittest::kittest::Queryable;
use jiff::civil::{Date, date};
use unhunch::catalog::Catalog;
use unhunch::history::{AIM, AimOffer, AimWeek, Ground, Ledger, OnlyBreath, SEE_SOMEONE, Why, week};
use unhunch::model::{Plan, PlannedTime, Stamp, Weekday};
use unhunch::ui::screens::today::{LeftOut, PlannedToday, ResetCard, SeeSomeoneView, TodayRecord};
use unhunch::ui::{Breathing, Browse, Checking, Command, ProgressPart, Progressing, Screen};

use super::layout::ENDLESS;
use super::stand_in::{StandIn, asked};

/// A Wednesday.
const TODAY: Date = date(2026, 11, 18);

static CATALOG: LazyLock<Catalog> = LazyLock::new(Catalog::builtin);

static PLAN: LazyLock<Plan> = LazyLock::new(|| {
    let time = PlannedTime { day: Weekday::Thursday, hour: 17, minute: 30, routine: String::new() };
    Plan { minutes: 5, days: 4, times: vec![time], ..Plan::default() }
});

static WEEK: LazyLock<AimWeek> = LazyLock::new(|| {
    let mut week = week(&Ledger::default(), &PLAN, TODAY);
    (week.days[0].done_ms, week.days[0].sessions) = (720_000, 2);
    (week.done_days, week.done_ms) = (1, 720_000);
    week
});

static GROUNDS: LazyLock<Vec<Ground>> = LazyLock::new(|| {
    vec![Ground::Sign("numbness".into(), Stamp::default()), Ground::NoBetter, Ground::Worse]
});

const LEFT_OUT: [LeftOut<'static>; 2] = [
    LeftOut { id: "cat-cow", name: "Cat-Cow", is_known: true, easier: Some("Seated Twist") },
    LeftOut { id: "gone", name: ENDLESS, is_known: false, easier: None },
];

/// Everything there can be to say.
pub(super) fn everything() -> StandIn {
    let record = TodayRecord {
        rests: false,
        today: TODAY,
        why: Some(Why::Strength(2)),
        reset: Some(ResetCard::Routine(1)),
        week: Some((&WEEK, &PLAN)),
        planned: Some(PlannedToday { hour: 17, minute: 5, routine: "Wind-down" }),
        advice: Some(SeeSomeoneView {
            grounds: &GROUNDS,
            safety: &CATALOG.safety,
            sources: &CATALOG.sources,
        }),
        left_out: &LEFT_OUT,
        rose: &[("walking", "Walking"), ("hip-circles", "Hip Circles")],
        offer: Some(AimOffer::Longer { from: 5, to: 6 }),
    };
    StandIn { record, ..StandIn::new() }
}

fn click(name: &str) -> Vec<Command> {
    let mut harness = everything().harness(1280.0, 2000.0);
    harness.get_by_label(name).click();
    harness.run();
    asked(&mut harness)
}

fn heard(advice: &str) -> Command {
    Command::Check(Checking::Heard(advice.into()))
}

fn review(id: &str) -> Command {
    Command::Progress(Progressing::Review(id.into()))
}

#[test]
fn the_suggestion_says_why_and_the_day_what_is_planned() {
    let harness = everything().harness(1280.0, 800.0);
    harness.get_by_label("Strength was two days ago");
    harness.get_by_label("Planned today: 17:05, Wind-down");
}

#[test]
fn the_week_is_one_button_that_says_it_all_and_leads_to_progress() {
    let said = "This week: 12 of 20 min · 1 of 4 days. Monday: 12 min, Thursday: planned. Open Progress";
    assert_eq!(click(said), [Command::OpenScreen(Screen::Progress)]);
}

#[test]
fn two_minutes_and_a_breath_are_a_click_away() {
    assert_eq!(
        click("Two-minute reset: Cat-Cow and rest"),
        [Command::StartRoutine("cat-cow-and-rest".into())]
    );
    assert_eq!(click("Just breathe: choose a breath"), [Command::OpenScreen(Screen::Breathe)]);
}

#[test]
fn where_every_desk_break_hurt_calm_breaths_take_its_place() {
    for width in [800.0, 1280.0] {
        let mut it = everything();
        it.record.reset = Some(ResetCard::Breathe(OnlyBreath::Hurt));
        let mut harness = it.harness(width, 2000.0);
        harness.get_by_label("Calm breaths, since part of it hurt you");
        harness.get_by_label("Two-minute reset: breathe calmly").click();
        harness.run();
        assert_eq!(asked(&mut harness), [Command::Breathe(Breathing::Reset)]);
    }
}

#[test]
fn the_advice_names_the_signs_and_leads_on() {
    let harness = everything().harness(1280.0, 2000.0);
    for part in ["Something feels numb.", "Four weeks of exercise", "Over three weeks", "was added"] {
        harness.get_by_label_contains(part);
    }
    assert_eq!(click("Read about the signs"), [Command::OpenScreen(Screen::Safety)]);
    assert_eq!(click("I have read this"), [heard(SEE_SOMEONE)]);
}

#[test]
fn what_hurt_is_named_with_what_is_easier_and_may_come_back() {
    let harness = everything().harness(1280.0, 2000.0);
    harness.get_by_label("Left out because it hurt: Cat-Cow. Easier: Seated Twist");
    assert!(harness.query_by_label_contains("Look at An absurdly").is_none(), "it has no page any more");
    assert_eq!(click("Suggest Cat-Cow again"), [review("cat-cow")]);
    let look = [Command::OpenScreen(Screen::Exercises), Command::Browse(Browse::Open("cat-cow".into()))];
    assert_eq!(click("Look at Cat-Cow"), look);
    assert_eq!(click("Suggest them again"), [review("walking"), review("hip-circles")]);
}

#[test]
fn much_that_hurt_is_counted_so_that_it_is_not_all_one_sees() {
    const fn hurt(id: &'static str) -> LeftOut<'static> {
        LeftOut { id, name: "Cat-Cow", is_known: true, easier: None }
    }
    static MANY: [LeftOut<'static>; 4] = [hurt("a"), hurt("b"), hurt("c"), hurt("d")];
    let mut it = everything();
    it.record.left_out = &MANY;
    let mut harness = it.harness(1280.0, 2000.0);
    assert_eq!(harness.query_all_by_label("Suggest Cat-Cow again").count(), 2);
    harness.get_by_label("2 more are left out because they hurt.");
    harness.get_by_label("See all that is left out").click();
    harness.run();
    let exercises = Command::Progress(Progressing::Part(ProgressPart::Exercises));
    assert_eq!(asked(&mut harness), [Command::OpenScreen(Screen::Progress), exercises]);
}

#[test]
fn a_week_that_went_as_planned_is_not_held_against_its_aim() {
    static DONE: LazyLock<AimWeek> =
        LazyLock::new(|| AimWeek { done_days: 5, done_ms: 39 * 60_000, ..WEEK.clone() });
    let mut it = everything();
    it.record.week = Some((&DONE, &PLAN));
    let harness = it.harness(1280.0, 800.0);
    harness.get_by_label_contains("This week: 39 min on 5 days: that is your week. ");
}

#[test]
fn another_aim_is_taken_or_left() {
    let plan = Plan { minutes: 6, ..PLAN.clone() };
    assert_eq!(click("Make it 6 min"), [Command::Progress(Progressing::Plan(Box::new(plan))), heard(AIM)]);
    assert_eq!(click("Keep 5 min"), [heard(AIM)]);
}

#[test]
fn where_everything_hurt_that_is_said() {
    let mut it = everything();
    it.suggests = false;
    let harness = it.harness(1280.0, 2000.0);
    harness.get_by_label("Nothing to suggest right now");
}
