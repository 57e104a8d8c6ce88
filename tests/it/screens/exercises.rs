//! The Exercises screen at every size: nothing leaves the window sideways, nothing lies on anything
//! else, everything has a name.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use egui::Rect;
use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use unhunch::catalog::{Catalog, Choice, Filter};
use unhunch::model::{Exercise, Side, ThemeChoice};
use unhunch::text::Words;
use unhunch::ui::screens::exercises::{ExercisesView, HurtNote, ListView, PageView};
use unhunch::ui::screens::{ScreenView, WindowView, window_ui};
use unhunch::ui::theme::Theme;
use unhunch::ui::{Browse, Command, Look, Progressing};

use super::dressed;
use super::layout::ENDLESS;
use super::standing::Standing;

const SIZES: [(f32, f32); 4] = [(800.0, 600.0), (1280.0, 800.0), (2560.0, 1440.0), (900.0, 1300.0)];

struct Shelf {
    words: Words,
    theme: Theme,
    catalog: Catalog,
    found: Vec<Arc<Exercise>>,
    query: String,
    page: Option<Arc<Exercise>>,
    /// Ids of what hurt, and of what is easier than the open page's exercise.
    hurt: Option<(Vec<String>, String)>,
    asked: Vec<Command>,
}

impl Shelf {
    fn new() -> Self {
        let catalog = Catalog::builtin();
        Self {
            words: Words::new("en"),
            theme: Theme::shipped(ThemeChoice::Light),
            found: catalog.exercises.values().cloned().collect(),
            catalog,
            query: String::new(),
            page: None,
            hurt: None,
            asked: Vec::new(),
        }
    }

    fn with_endless_names() -> Self {
        let mut it = Self::new();
        for exercise in &mut it.found {
            Arc::make_mut(exercise).name = ENDLESS.into();
        }
        it
    }

    fn show(&mut self, ui: &mut egui::Ui) {
        let look = Look::new(&self.theme, &self.words, true);
        let (filter, sketches) = (Filter::default(), BTreeMap::new());
        let choices: Vec<(Choice, usize)> = Choice::among(self.found.iter().map(AsRef::as_ref))
            .into_iter()
            .map(|choice| (choice, 1))
            .collect();
        let hurt: BTreeSet<&str> =
            self.hurt.iter().flat_map(|(ids, _)| ids.iter().map(String::as_str)).collect();
        let view = match &self.page {
            Some(exercise) => ExercisesView::Page(PageView {
                exercise,
                scene: None,
                picture: None,
                names_shown: false,
                fraction: 0.4,
                is_playing: false,
                speed: 1.0,
                side: Some(Side::Right),
                lit_step: Some(1),
                hurt: self
                    .hurt
                    .as_ref()
                    .map(|(_, easier)| HurtNote { easier: Some((easier.as_str(), "Neck Stretch")) }),
                catalog: &self.catalog,
            }),
            None => ExercisesView::List(ListView {
                query: &self.query,
                filter: &filter,
                choices: &choices,
                found: &self.found,
                total: 54,
                sketches: &sketches,
                moving: None,
                hurt: &hurt,
                focus: None,
                catalog: &self.catalog,
            }),
        };
        let mut asked = Vec::new();
        let window = WindowView { screen: ScreenView::Exercises(view), banners: &[] };
        window_ui(ui, &look, &window, &mut asked);
        self.asked.extend(asked);
    }

    fn harness(self, width: f32, height: f32) -> Harness<'static, Self> {
        let theme = self.theme.clone();
        let mut harness = dressed(self, theme, (width, height), |ui, it| it.show(ui));
        harness.run_steps(2);
        harness
    }
}

fn check(what: &str, make: impl Fn() -> Shelf) {
    let named = [Role::Button, Role::Tab, Role::Slider, Role::Label, Role::Image, Role::TextInput];
    for size in SIZES {
        let harness = make().harness(size.0, size.1);
        // What is scrolled out of sight is cut off and lies on nothing.
        let scrolls = |(role, rect): (Role, &Rect)| {
            matches!(role, Role::Label | Role::Button) && (rect.bottom() > size.1 || rect.top() < 0.0)
        };
        let standing = Standing::of(what, &harness, size, &named);
        standing.check(10, |role| role != Role::Label, |one, other| scrolls(one) || scrolls(other));
    }
}

#[test]
fn the_list_fits_every_window() {
    check("list", Shelf::new);
    check("list with endless names", Shelf::with_endless_names);
    check("list with nothing found", || Shelf { found: Vec::new(), query: "xyzzy".into(), ..Shelf::new() });
}

#[test]
fn every_page_fits_every_window() {
    for id in Catalog::builtin().exercises.keys() {
        check(id, || {
            let it = Shelf::new();
            let page = it.catalog.exercise(id).cloned();
            Shelf { page, ..it }
        });
    }
    check("page with an endless name", || {
        let it = Shelf::with_endless_names();
        let page = it.found.first().cloned();
        Shelf { page, ..it }
    });
}

#[test]
fn only_cards_that_show_are_built_and_their_figures_asked_for() {
    let mut shelf = Shelf::new();
    let one = shelf.found[0].clone();
    shelf.found = (0..1_000)
        .map(|n| {
            Arc::new(Exercise { id: format!("e{n}"), name: format!("Exercise {n}"), ..Exercise::clone(&one) })
        })
        .collect();
    let harness = shelf.harness(1280.0, 800.0);
    let cards = harness.query_all_by_label_contains("Exercise ").count();
    assert!((15..40).contains(&cards), "{cards} cards");
    let drawn = harness.state().asked.iter().find_map(|command| match command {
        Command::Browse(Browse::Draw(ids)) => Some(ids.clone()),
        _ => None,
    });
    let drawn = drawn.unwrap();
    assert!(drawn.len() >= 10 && drawn.len() < 25, "{}", drawn.len());
    assert_eq!(drawn[0], "e0");
}

#[test]
fn nothing_found_offers_the_way_out() {
    let shelf = Shelf { found: Vec::new(), query: "xyzzy".into(), ..Shelf::new() };
    let mut harness = shelf.harness(800.0, 600.0);
    harness.get_by_label("Nothing fits");
    harness.get_by_label("Clear all").click();
    harness.run_steps(2);
    assert!(harness.state().asked.contains(&Command::Browse(Browse::Clear)));
}

#[test]
fn what_hurt_is_marked_on_its_card_and_told_on_its_page() {
    let hurt = || Some((vec!["cat-cow".to_owned()], "neck-stretch".to_owned()));
    let shelf = Shelf { hurt: hurt(), ..Shelf::new() };
    let found = shelf.found.iter().filter(|exercise| exercise.id == "cat-cow").cloned().collect();
    let harness = Shelf { found, ..shelf }.harness(1280.0, 800.0);
    assert_eq!(harness.query_all_by_label_contains(", it hurt").count(), 1);
    let open = || {
        let it = Shelf { hurt: hurt(), ..Shelf::new() };
        let page = it.catalog.exercise("cat-cow").cloned();
        Shelf { page, ..it }
    };
    check("page of what hurt", open);
    let mut harness = open().harness(1280.0, 1600.0);
    harness.get_by_label("This hurt you");
    harness.get_by_label("Suggest Cat-Cow again").click();
    harness.get_by_label("Easier: Neck Stretch").click();
    harness.run_steps(2);
    let asked = &harness.state().asked;
    assert!(asked.contains(&Command::Progress(Progressing::Review("cat-cow".into()))), "{asked:?}");
    assert!(asked.contains(&Command::Browse(Browse::Open("neck-stretch".into()))), "{asked:?}");
}
