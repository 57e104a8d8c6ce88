//! Just enough of an app to show one screen: it holds what the screens borrow and keeps what they ask.

use std::collections::BTreeSet;
use std::sync::LazyLock;
use std::time::Duration;

use egui_kittest::Harness;
use unhunch::catalog::Catalog;
use unhunch::engine::{Options, SegmentKind, Timeline, compile};
use unhunch::model::{Equipment, Feeling, Position, Routine, ThemeChoice, ron_dialect};
use unhunch::text::Words;
use unhunch::ui::legible::Legible;
use unhunch::ui::screens::check::CheckInView;
use unhunch::ui::screens::player::{AfterView, ControlView, PlayerView, RunState, Sight};
use unhunch::ui::screens::safety::SafetyView;
use unhunch::ui::screens::today::{RoutineSummary, TodayRecord, TodayView};
use unhunch::ui::screens::unfinished::UnfinishedCard;
use unhunch::ui::screens::{ScreenView, WindowView, window_ui};
use unhunch::ui::theme::Theme;
use unhunch::ui::widgets::{Banner, SessionMap};
use unhunch::ui::{Command, Look, Screen};

use super::dressed;

static SHIPPED: LazyLock<Catalog> = LazyLock::new(Catalog::builtin);

/// Nothing was told.
pub(crate) static UNTOLD: Feeling = Feeling { pain: None, spots: BTreeSet::new() };

/// One routine with everything the player can show.
const ROUTINE: &str = r#"(
    version: 1, id: "all", name: "Morning mobility",
    blocks: [
        Section(name: "Warm-up", blocks: [Step(exercise: "chair-rotation", note: "Mind the left knee.")]),
        Step(exercise: "cat-cow", dose: Flow(breaths: 8, sets: 2)),
        Step(exercise: "shoulder-rolls", dose: Reps(count: 10)),
        Rest(secs: 10),
        Step(exercise: "childs-pose", dose: Open()),
        Breathe(pattern: "calm", secs: 60),
    ],
)"#;

pub(crate) struct StandIn {
    pub(crate) words: Words,
    pub(crate) theme: Theme,
    pub(crate) routine_name: String,
    pub(crate) timeline: Timeline,
    pub(crate) map: SessionMap,
    pub(crate) on_today: bool,
    pub(crate) routines: Vec<(String, String, u64)>,
    pub(crate) at: Duration,
    pub(crate) state: RunState<'static>,
    pub(crate) sight: Sight,
    pub(crate) legible: Legible,
    pub(crate) control: ControlView<'static>,
    pub(crate) unfinished: Option<UnfinishedCard<'static>>,
    pub(crate) record: TodayRecord<'static>,
    pub(crate) suggests: bool,
    pub(crate) reduced_motion: bool,
    pub(crate) check_in: Option<CheckInView<'static>>,
    pub(crate) after: AfterView<'static>,
    pub(crate) banners: Vec<Banner>,
    pub(crate) text_field: Option<String>,
    pub(crate) asked: Vec<Command>,
}

impl StandIn {
    pub(crate) fn new() -> Self {
        let routine: Routine = ron_dialect().from_str(ROUTINE).unwrap();
        let (timeline, _) = compile(&routine, &Catalog::builtin(), &Options::default());
        Self {
            words: Words::new("en"),
            theme: Theme::shipped(ThemeChoice::Light),
            routine_name: routine.name,
            map: SessionMap::new(&timeline),
            timeline,
            on_today: true,
            routines: vec![
                ("desk-break".into(), "Five-minute desk break".into(), 320_000),
                ("cat-cow-and-rest".into(), "Cat-Cow and rest".into(), 180_000),
            ],
            at: Duration::ZERO,
            state: RunState::Playing,
            sight: Sight::Stage,
            legible: Legible { distance_m: 2.0, mm_per_point: 0.25 },
            control: ControlView::default(),
            unfinished: None,
            record: TodayRecord::default(),
            suggests: true,
            reduced_motion: false,
            check_in: None,
            after: AfterView::nothing(&UNTOLD),
            banners: Vec::new(),
            text_field: None,
            asked: Vec::new(),
        }
    }

    /// The player, in the middle of the first segment of a kind.
    pub(crate) fn playing(kind: SegmentKind) -> Self {
        let mut it = Self { on_today: false, ..Self::new() };
        let segment = it.timeline.segments.iter().find(|s| s.kind == kind).unwrap();
        it.at = Duration::from_millis(u64::midpoint(segment.start_ms, segment.end_ms));
        it
    }

    pub(crate) fn harness(self, width: f32, height: f32) -> Harness<'static, Self> {
        let theme = self.theme.clone();
        dressed(self, theme, (width, height), |ui, it| it.show(ui))
    }

    fn show(&mut self, ui: &mut egui::Ui) {
        if let Some(text) = &mut self.text_field {
            let label = ui.label("Field");
            ui.text_edit_singleline(text).labelled_by(label.id);
        }
        let look = Look::new(&self.theme, &self.words, self.reduced_motion);
        let moment = self.timeline.at(self.at).unwrap();
        let routines: Vec<RoutineSummary<'_>> = self
            .routines
            .iter()
            .map(|(id, name, total_ms)| RoutineSummary {
                is_own: false,
                id,
                name,
                summary: "Loosen up beside your desk.",
                total_ms: *total_ms,
                positions: &[Position::SeatedChair, Position::Standing],
                equipment: &[Equipment::ChairWithBack, Equipment::Wall],
                errors: 0,
                scene: None,
            })
            .collect();
        let screen = if let Some(view) = self.check_in {
            ScreenView::CheckIn(view)
        } else if self.on_today {
            let suggested = (self.suggests && !routines.is_empty()).then_some(0);
            ScreenView::Today(TodayView {
                hour: 9,
                suggested,
                unfinished: self.unfinished,
                routines: &routines,
                record: self.record,
            })
        } else {
            ScreenView::Player(PlayerView {
                routine: &self.routine_name,
                timeline: &self.timeline,
                map: &self.map,
                moment: &moment,
                state: self.state,
                sight: self.sight,
                legible: self.legible,
                is_full: false,
                safety: SafetyView::of(&SHIPPED),
                control: self.control,
                leads_to: Screen::Today,
                scene: None,
                picture: None,
                next_scene: None,
                after: self.after,
            })
        };
        let mut asked = Vec::new();
        window_ui(ui, &look, &WindowView { screen, banners: &self.banners }, &mut asked);
        self.asked.extend(asked);
    }
}

/// What was asked since the last look.
pub(crate) fn asked(harness: &mut Harness<'_, StandIn>) -> Vec<Command> {
    std::mem::take(&mut harness.state_mut().asked)
}
