//! Settings and Breathe as a person meets them: everything named, in reach of Tab, and asking for
//! the right thing; at every size.

use std::collections::{BTreeMap, BTreeSet};

use egui::accesskit::{Role, Toggled};
use egui::{Key, Rect};
use egui_kittest::kittest::{NodeT, Queryable, by};
use egui_kittest::{Harness, Node};
use unhunch::audio::VoiceHealth;
use unhunch::catalog::Catalog;
use unhunch::figure::{self, Body, Stage, View, cycle};
use unhunch::model::{
    BreathPattern, BreathPhase, BreathStage, CueKind, Seconds, Settings, SpokenKind, ThemeChoice,
};
use unhunch::text::Words;
use unhunch::ui::screens::breathe::{BreatheView, Length, Offer};
use unhunch::ui::screens::settings::{BodyChoice, SettingsView};
use unhunch::ui::screens::{ScreenView, WindowView, window_ui};
use unhunch::ui::theme::Theme;
use unhunch::ui::{Breathing, Command, Look, Setting, SettingGroup};

use super::dressed;
use super::layout::ENDLESS;
use super::standing::Standing;

const SIZES: [(f32, f32); 4] = [(800.0, 600.0), (1280.0, 800.0), (2560.0, 1440.0), (900.0, 1300.0)];

struct Desk {
    words: Words,
    theme: Theme,
    catalog: Catalog,
    settings: Settings,
    voice: VoiceHealth,
    undo: Option<SettingGroup>,
    breathes: bool,
    editing: Option<String>,
    deleted: Option<String>,
    asked: Vec<Command>,
}

impl Desk {
    fn settings() -> Self {
        Self {
            words: Words::new("en"),
            theme: Theme::shipped(ThemeChoice::Light),
            catalog: Catalog::builtin(),
            settings: Settings::default(),
            voice: VoiceHealth::Idle,
            undo: None,
            breathes: false,
            editing: None,
            deleted: None,
            asked: Vec::new(),
        }
    }

    fn breathe() -> Self {
        Self { breathes: true, ..Self::settings() }
    }

    /// Breathe with an own pattern chosen.
    fn with_own(name: &str) -> Self {
        let mut it = Self::breathe();
        it.settings.breathe.own = vec![own(name)];
        it.settings.breathe.pattern = "own-1".into();
        it
    }

    fn show(&mut self, ui: &mut egui::Ui) {
        let look = Look::new(&self.theme, &self.words, true);
        let mut asked = Vec::new();
        let mut show = |screen| window_ui(ui, &look, &WindowView { screen, banners: &[] }, &mut asked);
        if self.breathes {
            let shipped = self.catalog.breathing.offered.iter().map(|offer| Offer {
                pattern: self.catalog.breath(&offer.pattern).unwrap(),
                note: &offer.note,
                is_own: false,
            });
            let own = &self.settings.breathe.own;
            let own = own.iter().map(|pattern| Offer { pattern, note: "", is_own: true });
            let offers: Vec<Offer<'_>> = shipped.chain(own).collect();
            show(ScreenView::Breathe(BreatheView {
                offers: &offers,
                chosen: &self.settings.breathe.pattern,
                minutes: self.settings.breathe.minutes,
                length: Some(Length { ms: 178_500, breaths: 12 }),
                hears_in: true,
                hears_out: false,
                is_muted: true,
                cautions: &self.catalog.breathing.cautions,
                editing: self.editing.as_deref(),
                deleted: self.deleted.as_deref(),
            }));
        } else {
            let figure = figure::Look { body: &Body::default(), palette: &self.theme.figure, glow: 0.0 };
            let movement = cycle(self.catalog.exercise("walking").unwrap(), 0.0);
            let scene = Stage::default().scene(&movement, &figure, View::default());
            let body = |id: &str| BodyChoice { id: id.into(), name: id.to_uppercase(), scene: scene.clone() };
            let bodies = [body("ada"), body("ben")];
            show(ScreenView::Settings(SettingsView {
                settings: &self.settings,
                is_muted: self.settings.muted,
                presets: &self.catalog.cue_presets,
                bodies: &bodies,
                mm_per_point: 0.25,
                voice: &self.voice,
                undo: self.undo,
            }));
        }
        self.asked.extend(asked);
    }

    fn harness(self, width: f32, height: f32) -> Harness<'static, Self> {
        let theme = self.theme.clone();
        let mut harness = dressed(self, theme, (width, height), |ui, it| it.show(ui));
        harness.run_steps(2);
        harness
    }
}

fn own(name: &str) -> BreathPattern {
    BreathPattern {
        id: "own-1".into(),
        name: name.into(),
        stages: vec![BreathStage(BreathPhase::In, Seconds(4.0)), BreathStage(BreathPhase::Out, Seconds(6.3))],
        retention: false,
    }
}

/// Presses what has this name, wherever it is scrolled to, and returns what was asked for.
fn pressed(mut desk: Desk, name: &str) -> Vec<Command> {
    desk.asked.clear();
    let mut harness = desk.harness(1280.0, 800.0);
    harness.get_by_label(name).click_accesskit();
    harness.run_steps(2);
    std::mem::take(&mut harness.state_mut().asked)
}

fn set(setting: Setting) -> Vec<Command> {
    vec![Command::Set(setting)]
}

const CONTROLS: [Role; 6] =
    [Role::Button, Role::Tab, Role::Slider, Role::Switch, Role::RadioButton, Role::TextInput];

fn check(what: &str, make: impl Fn() -> Desk) {
    let named = [&CONTROLS[..], &[Role::Label, Role::Image]].concat();
    for size in SIZES {
        let harness = make().harness(size.0, size.1);
        // The rail does not scroll, and what is scrolled under it is cut off.
        let is_beside = |rect: &Rect| rect.left() > 60.0;
        let standing = Standing::of(what, &harness, size, &named);
        standing.check(
            20,
            |role| CONTROLS.contains(&role),
            |(_, one), (_, other)| is_beside(one) != is_beside(other),
        );
    }
}

#[test]
fn settings_fit_every_window() {
    check("settings", Desk::settings);
    check("settings with a voice", || {
        let mut it = Desk::settings();
        it.settings.voice.on = true;
        it.settings.voice.name = ENDLESS.into();
        it.voice = VoiceHealth::Ready { voices: vec!["Ana".into(), ENDLESS.into()] };
        it.undo = Some(SettingGroup::Voice);
        it
    });
    check("settings without a voice", || {
        let mut it = Desk::settings();
        it.settings.voice.on = true;
        it.settings.room.mm_per_point = Some(0.1);
        it.voice = VoiceHealth::Missing { why: ENDLESS.into() };
        it
    });
}

#[test]
fn breathe_fits_every_window() {
    check("breathe", Desk::breathe);
    check("breathe with an endless name", || Desk::with_own(ENDLESS));
    check("breathe while editing", || {
        let mut it = Desk::with_own("Mine");
        it.editing = Some("own-1".into());
        it.deleted = Some(ENDLESS.into());
        it.settings.breathe.own[0].stages.push(BreathStage(BreathPhase::Empty, Seconds(1.0)));
        it
    });
}

/// The names of everything that Tab comes by, until it begins anew. Where it comes to one of a group,
/// the arrows lead to the others.
fn in_reach_of_tab(mut harness: Harness<'static, Desk>) -> BTreeSet<String> {
    let mut reached = BTreeSet::new();
    for _ in 0..150 {
        harness.key_press(Key::Tab);
        harness.run_steps(1);
        let focused = harness.query_all(by()).find(Node::is_focused);
        let Some(focused) = focused.map(|node| node.accesskit_node()) else { continue };
        reached.extend(focused.label());
        let group = focused.parent().filter(|parent| parent.role() == Role::RadioGroup);
        if let Some(group) = group {
            reached.extend(group.children().filter_map(|one| one.label()));
        }
    }
    reached
}

fn all_in_reach_of_tab(desk: Desk) {
    let harness = desk.harness(800.0, 600.0);
    let wanted: BTreeSet<String> = harness
        .query_all(by())
        .filter(|node| CONTROLS.contains(&node.accesskit_node().role()))
        .filter_map(|node| node.accesskit_node().label())
        .collect();
    assert!(wanted.len() > 15);
    let reached = in_reach_of_tab(harness);
    let missed: Vec<_> = wanted.difference(&reached).collect();
    assert!(missed.is_empty(), "Tab misses {missed:?}");
}

#[test]
fn tab_reaches_everything() {
    all_in_reach_of_tab(Desk::settings());
    all_in_reach_of_tab(Desk { editing: Some("own-1".into()), ..Desk::with_own("Mine") });
}

#[test]
fn the_arrows_choose_among_colours() {
    let mut harness = Desk::settings().harness(1280.0, 800.0);
    harness.get_by_role_and_label(Role::RadioGroup, "Colours");
    harness.get_by_label("Colours: Light").focus();
    harness.run_steps(2);
    assert!(harness.state().asked.is_empty(), "who only comes by chooses nothing");
    harness.key_press(Key::ArrowRight);
    harness.run_steps(2);
    assert_eq!(harness.state().asked, [Command::SetTheme(ThemeChoice::Dark)]);
    assert!(harness.get_by_label("Colours: Dark").is_focused());
}

#[test]
fn what_has_the_focus_is_scrolled_into_sight() {
    let mut harness = Desk::settings().harness(800.0, 600.0);
    let last = "Set Display back to the usual values";
    assert!(harness.get_by_label(last).rect().top() > 600.0);
    harness.get_by_label(last).focus();
    harness.run_steps(4);
    let rect = harness.get_by_label(last).rect();
    assert!(rect.top() >= 0.0 && rect.bottom() <= 600.0, "{rect:?}");
}

#[test]
fn two_columns_become_one_in_a_small_window() {
    let left_of =
        |width, height, name: &str| Desk::settings().harness(width, height).get_by_label(name).rect().left();
    assert!(left_of(1280.0, 800.0, "Voice") > 600.0);
    assert_eq!(left_of(800.0, 600.0, "Voice"), left_of(800.0, 600.0, "Sound"));
}

#[test]
fn controls_say_their_role_and_value() {
    let mut desk = Desk::settings();
    desk.settings.cue_volumes = BTreeMap::from([(CueKind::Start, 0.25)]);
    desk.settings.reduced_motion = true;
    let harness = desk.harness(1280.0, 800.0);
    let slider = harness.get(by().role(Role::Slider).label("Volume of “Start”"));
    assert_eq!(slider.accesskit_node().numeric_value(), Some(0.25));
    assert_eq!(slider.value().as_deref(), Some("25 %"));
    let switch = harness.get(by().role(Role::Switch).label("Reduce motion"));
    assert_eq!(switch.accesskit_node().toggled(), Some(Toggled::True));
    let switch = harness.get(by().role(Role::Switch).label("Speak the cues"));
    assert_eq!(switch.accesskit_node().toggled(), Some(Toggled::False));
    let ada = harness.get(by().role(Role::RadioButton).label("Figure: ADA"));
    assert_eq!(ada.accesskit_node().toggled(), Some(Toggled::True));
}

#[test]
fn each_control_asks_for_its_setting() {
    let cases: [(&str, Command); 12] = [
        ("All sound off", Command::Set(Setting::Muted(true))),
        ("Cues: Sparse", Command::Set(Setting::CuePreset("sparse".into()))),
        ("Try “Halfway”", Command::TryCue(CueKind::Halfway)),
        ("Speak the cues", Command::Set(Setting::VoiceOn(true))),
        ("What to do now", Command::Set(Setting::Spoken(SpokenKind::Instructions, false))),
        ("Colours: High contrast", Command::SetTheme(ThemeChoice::HighContrast)),
        ("Reduce motion", Command::Set(Setting::ReducedMotion(true))),
        ("Figure: BEN", Command::Set(Setting::Body("ben".into()))),
        ("Start in the room view", Command::Set(Setting::RoomView(true))),
        ("Set Sound back to the usual values", Command::Set(Setting::Reset(SettingGroup::Sound))),
        ("Set Session back to the usual values", Command::Set(Setting::Reset(SettingGroup::Session))),
        ("Breathe in, breathe out", Command::Set(Setting::Spoken(SpokenKind::Breath, true))),
    ];
    for (name, command) in cases {
        assert_eq!(pressed(Desk::settings(), name), [command], "{name}");
    }
    let undo = Desk { undo: Some(SettingGroup::Voice), ..Desk::settings() };
    let asked = pressed(undo, "Undo: bring back Voice as it was");
    assert_eq!(asked, set(Setting::UndoReset(SettingGroup::Voice)));
}

#[test]
fn sliders_move_by_keyboard_and_by_screen_reader() {
    type Set = fn(f32) -> Setting;
    let cases: [(&str, Set, f32); 6] = [
        ("Volume", Setting::Volume, 0.75),
        ("Volume of the voice", Setting::VoiceVolume, 0.85),
        ("Speed of the voice", Setting::VoiceRate, 0.1),
        ("Time to get ready", |secs| Setting::LeadIn(Seconds(f64::from(secs))), 9.0),
        ("You stand away", Setting::Distance, 2.1),
        ("Size of the card", |points| Setting::MmPerPoint(Some(85.6 / points)), 85.6 / 0.25 + 1.0),
    ];
    for (name, setting, value) in cases {
        for by_keyboard in [true, false] {
            let mut harness = Desk::settings().harness(1280.0, 800.0);
            harness.get_by_label(name).focus();
            harness.run_steps(3);
            harness.state_mut().asked.clear();
            if by_keyboard {
                harness.key_press(Key::ArrowRight);
            } else {
                harness.get_by_label(name).increment_accesskit();
            }
            harness.run_steps(2);
            assert_eq!(harness.state().asked, set(setting(value)), "{name}");
        }
    }
}

#[test]
fn a_measured_screen_can_be_forgotten_again() {
    let mut desk = Desk::settings();
    desk.settings.room.mm_per_point = Some(0.25);
    let harness = desk.harness(1280.0, 800.0);
    let slider = harness.get_by_label("Size of the card");
    assert!((slider.accesskit_node().numeric_value().unwrap() - 342.4).abs() < 0.1);
    let outline = harness.get_by_label("Outline of a bank card").rect();
    assert!((outline.height() - 216.0).abs() < 0.1, "{outline:?}");
    let mut desk = Desk::settings();
    desk.settings.room.mm_per_point = Some(0.25);
    assert_eq!(pressed(desk, "Use what the system says"), set(Setting::MmPerPoint(None)));
}

#[test]
fn a_voice_is_chosen_from_those_there_are_and_a_missing_one_is_said() {
    let mut desk = Desk::settings();
    desk.settings.voice.on = true;
    desk.voice = VoiceHealth::Ready { voices: vec!["Ana".into(), "Bo".into()] };
    let mut harness = desk.harness(1280.0, 800.0);
    harness.get_by_label("Voice: The system’s own voice").click();
    harness.run_steps(3);
    harness.get_by_label("Bo").click();
    harness.run_steps(2);
    assert_eq!(harness.state().asked, set(Setting::VoiceName("Bo".into())));
    let mut desk = Desk::settings();
    desk.settings.voice.on = true;
    desk.voice = VoiceHealth::Missing { why: "nobody answers".into() };
    desk.harness(1280.0, 800.0).get_by_label_contains("nobody answers. The chimes go on alone.");
}

#[test]
fn a_rhythm_is_picked_for_some_minutes_and_started() {
    let ask = |breathing| vec![Command::Breathe(breathing)];
    let held = "Box: 4 in · 4 hold · 4 out · 4 empty, the breath is held";
    assert_eq!(pressed(Desk::breathe(), held), ask(Breathing::Choose("box".into())));
    assert_eq!(pressed(Desk::breathe(), "5 minutes"), ask(Breathing::Minutes(5)));
    assert_eq!(pressed(Desk::breathe(), "Start breathing: Calm"), ask(Breathing::Start));
    assert_eq!(pressed(Desk::breathe(), "New rhythm"), ask(Breathing::New));
    let silent = set(Setting::CueVolume(CueKind::BreathIn, 0.0));
    assert_eq!(pressed(Desk::breathe(), "Sound for breathing in"), silent);
    let heard = set(Setting::CueVolume(CueKind::BreathOut, 1.0));
    assert_eq!(pressed(Desk::breathe(), "Sound for breathing out"), heard);
    let harness = Desk::breathe().harness(1280.0, 800.0);
    harness.get_by_label("2:59 · 12 whole breaths");
    harness.get_by_label("If you feel dizzy, breathe as usual. (added)");
}

#[test]
fn enter_starts_and_a_focused_card_takes_it_for_itself() {
    let mut harness = Desk::breathe().harness(1280.0, 800.0);
    harness.key_press(Key::Enter);
    harness.run_steps(2);
    assert_eq!(harness.state().asked, [Command::Breathe(Breathing::Start)]);
    harness.state_mut().asked.clear();
    harness.get_by_label("Even: 5.5 in · 5.5 out").focus();
    harness.run_steps(2);
    harness.key_press(Key::Enter);
    harness.run_steps(2);
    assert_eq!(harness.state().asked, [Command::Breathe(Breathing::Choose("even".into()))]);
}

#[test]
fn an_own_rhythm_is_changed_to_a_tenth_of_a_second() {
    let editing = || Desk { editing: Some("own-1".into()), ..Desk::with_own("Mine") };
    let change = |change: fn(&mut BreathPattern)| {
        let mut pattern = own("Mine");
        change(&mut pattern);
        vec![Command::Breathe(Breathing::Change(pattern))]
    };
    let mut harness = editing().harness(1280.0, 800.0);
    harness.get_by_label("Length of stage 2, Out").increment_accesskit();
    harness.run_steps(2);
    assert_eq!(harness.state().asked, change(|pattern| pattern.stages[1].1 = Seconds(6.4)));
    let full = change(|pattern| pattern.stages[1].0 = BreathPhase::Full);
    assert_eq!(pressed(editing(), "Stage 2: Full"), full);
    let added = change(|pattern| pattern.stages.push(BreathStage(BreathPhase::Empty, Seconds(2.0))));
    assert_eq!(pressed(editing(), "Add a stage"), added);
    let removed = change(|pattern| pattern.stages.truncate(1));
    assert_eq!(pressed(editing(), "Remove stage 2"), removed);
    let done = pressed(editing(), "Done with changing Mine");
    assert_eq!(done, [Command::Breathe(Breathing::Edit(None))]);
    let mut harness = editing().harness(1280.0, 800.0);
    harness.get(by().role(Role::TextInput).label("Name")).focus();
    harness.run_steps(2);
    harness.key_press(Key::End);
    harness.get(by().role(Role::TextInput).label("Name")).type_text("r");
    harness.run_steps(2);
    let renamed = change(|pattern| pattern.name = "Miner".into());
    assert_eq!(harness.state().asked.last(), renamed.last());
}

#[test]
fn an_own_rhythm_is_opened_deleted_and_brought_back() {
    let ask = |breathing| vec![Command::Breathe(breathing)];
    let open = pressed(Desk::with_own("Mine"), "Change Mine");
    assert_eq!(open, ask(Breathing::Edit(Some("own-1".into()))));
    assert_eq!(pressed(Desk::with_own("Mine"), "Delete Mine"), ask(Breathing::Delete("own-1".into())));
    let deleted = Desk { deleted: Some("Mine".into()), ..Desk::breathe() };
    assert_eq!(pressed(deleted, "Undo: bring back Mine"), ask(Breathing::UndoDelete));
}
