//! What Today sees of the state.

use super::hall::{self, HallEntry};
use super::state::State;
use crate::catalog::Catalog;
use crate::figure::Look;
use crate::history::{FlagKind, Reset, easier_of, left_out, planned_today, rests};
use crate::text::Words;
use crate::ui::screens::today::{
    LeftOut, PlannedToday, ResetCard, RoutineSummary, SeeSomeoneView, TodayRecord, TodayView,
};
use crate::ui::screens::unfinished::UnfinishedCard;
use crate::ui::screens::{ScreenView, WindowView};
use crate::ui::theme::Theme;
use crate::ui::widgets::Banner;

/// Shows Today's view of the state to `show`.
pub(super) fn show_today<R>(
    state: &mut State,
    theme: &Theme,
    banners: &[Banner],
    show: impl FnOnce(&WindowView<'_>, &Words) -> R,
) -> R {
    if state.hall_dark != Some(theme.dark) {
        state.hall.iter_mut().for_each(|entry| entry.scene = None);
        state.hall_dark = Some(theme.dark);
    }
    let look = Look { body: &state.body, palette: &theme.figure, glow: 1.0 };
    hall::draw(&mut state.hall, &mut state.stage, &look);
    let now = state.stamp();
    state.history.look_ahead(&state.hall, &state.settings.plan, now);
    let state = &*state;
    let routines: Vec<RoutineSummary<'_>> = state
        .hall
        .iter()
        .map(|entry| summary(entry, state.content.routine_homes.contains_key(&entry.id)))
        .collect();
    let place = |id: &str| routines.iter().position(|routine| routine.id == id);
    let outlook = &state.history.outlook;
    let (hurt, rose) = flagged(state);
    let left = state.keeping.first();
    let today = TodayView {
        unfinished: left.map(|it| UnfinishedCard { routine: &it.routine.name, at: it.at }),
        hour: state.hour(),
        suggested: outlook.suggestion.as_ref().and_then(|suggestion| place(&suggestion.routine)),
        routines: &routines,
        record: TodayRecord {
            today: state.today(),
            rests: rests(&state.history.ledger, now),
            why: outlook.suggestion.as_ref().map(|suggestion| suggestion.why),
            reset: outlook.reset.as_ref().and_then(|reset| match reset {
                Reset::Routine(id) => place(id).map(ResetCard::Routine),
                Reset::Breathe(why) => Some(ResetCard::Breathe(*why)),
            }),
            week: outlook.week.as_ref().map(|week| (week, &state.settings.plan)),
            planned: planned(state),
            advice: outlook.advice.as_ref().map(|advice| SeeSomeoneView {
                grounds: &advice.grounds,
                safety: &state.content.catalog.safety,
                sources: &state.content.catalog.sources,
            }),
            left_out: &hurt,
            rose: &rose,
            offer: outlook.offer,
        },
    };
    show(&WindowView { screen: ScreenView::Today(today), banners }, &state.words)
}

/// What hurt, and what pain rose after.
fn flagged(state: &State) -> (Vec<LeftOut<'_>>, Vec<(&str, &str)>) {
    let catalog: &Catalog = &state.content.catalog;
    let (ledger, flags) = (&state.history.ledger, &state.history.outlook.flags);
    let hurt = left_out(ledger, flags, FlagKind::Hurt);
    let named = |kind: FlagKind| {
        flags.iter().filter(move |flag| flag.kind == kind).map(|flag| {
            let id = ledger.exercises().id(flag.exercise);
            let known = catalog.exercise(id);
            (id, known.map_or(ledger.exercises().name(flag.exercise), |exercise| &exercise.name), known)
        })
    };
    let left_out = named(FlagKind::Hurt).map(|(id, name, known)| {
        let easier = known.and_then(|exercise| easier_of(catalog, exercise, &hurt));
        LeftOut { id, name, is_known: known.is_some(), easier: easier.map(|easier| easier.name.as_str()) }
    });
    (left_out.collect(), named(FlagKind::Rose).map(|(id, name, _)| (id, name)).collect())
}

/// The next time that is set aside today.
fn planned(state: &State) -> Option<PlannedToday<'_>> {
    let time = planned_today(&state.history.ledger, &state.settings.plan, state.stamp())?;
    let routine = state.content.catalog.routine(&time.routine).map_or("", |routine| &routine.name);
    Some(PlannedToday { hour: time.hour, minute: time.minute, routine })
}

fn summary(entry: &HallEntry, is_own: bool) -> RoutineSummary<'_> {
    RoutineSummary {
        id: &entry.id,
        name: &entry.name,
        summary: &entry.summary,
        total_ms: entry.total_ms,
        positions: &entry.positions,
        equipment: &entry.equipment,
        is_own,
        errors: entry.errors,
        scene: entry.scene.as_ref(),
    }
}
