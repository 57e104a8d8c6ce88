//! A routine that carries its exercises, from its file alone.

use unhunch::catalog::Catalog;
use unhunch::model::{Block, CarriedPicture, Exercise, Routine, Step};
use unhunch::store::ron_layout::write_routine;

use super::{Shell, plan};

fn carrying() -> String {
    let exercise = Exercise::clone(Catalog::builtin().exercise("cat-cow").unwrap());
    let exercise = Exercise { id: "mine".to_owned(), picture: Some("mine.png".to_owned()), ..exercise };
    let step = Step { exercise: "mine".to_owned(), ..Step::default() };
    let mut routine = Routine { blocks: vec![Block::Step(step)], ..Routine::new("r", "R") };
    routine.carried.exercises.push(exercise);
    let data =
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
    routine.carried.pictures.push(CarriedPicture { path: "mine.png".to_owned(), data: data.to_owned() });
    write_routine(&routine, "").unwrap()
}

#[test]
fn it_is_checked_planned_and_printed() {
    let shell = Shell::new();
    shell.write("r.ron", carrying());
    let run = shell.run(&["check", "r.ron"]);
    assert_eq!(run.code, 0, "{}{}", run.out, run.err);
    assert!(!run.out.contains("carried exercise") && !run.out.contains("error"), "{}", run.out);
    let plan = plan(&shell, "r.ron");
    assert!(plan["segments"].as_array().unwrap().iter().any(|segment| segment["exercise"] == "mine"));
    let run = shell.run(&["export", "sheet", "r.ron", "o.html"]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    let sheet = std::fs::read_to_string(shell.path("o.html")).unwrap();
    assert!(sheet.contains("data:image/"), "its picture is on it");
    let run = shell.run(&["export", "audio", "r.ron", "o.wav"]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
}

#[test]
fn what_is_wrong_with_what_it_carries_is_told() {
    let shell = Shell::new();
    shell.write("r.ron", carrying().replace("data: \"iVBOR", "data: \"!!"));
    let run = shell.run(&["check", "r.ron"]);
    assert_eq!(run.code, 0, "{}", run.out);
    assert!(run.out.contains("warning: the picture “mine.png” is left out"), "{}", run.out);
    let run = shell.run(&["export", "sheet", "r.ron", "o.html"]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
}
