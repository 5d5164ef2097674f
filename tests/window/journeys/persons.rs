//! One person's page, two people told apart and the pictures of attendance, by keyboard.

use super::reporting::open_sample;
use crate::journey::{Journey, journey};
use rapporteur_core::api::{Request, Response, handle};
use rapporteur_core::{Library, SystemClock};
use std::fs;

/// The one person whom the directory finds by these letters.
async fn find_person(window: &Journey, letters: &str) {
    window.chord("Control+Shift+D").await;
    window.find("combobox", "Search names, spellings and organisations").await;
    window.type_text(letters).await;
    window.wait_until("document.querySelectorAll('#people-list [role=option]').length === 1").await;
}

#[test]
fn a_person_is_read_corrected_and_told_apart_by_keyboard() {
    journey("persons", async |window| {
        open_sample(window).await;
        find_person(window, "ouyang").await;
        window.wait_for_text("Wishes to be named").await;
        window.screenshot("person-about").await;
        window.check_accessibility().await;

        // Enter leads to the page, Tab to its parts, the arrows walk them.
        window.type_text("\n").await;
        window.find_css("#person-page h2:focus").await;
        window.click("tab", "Affiliations").await;
        window.click("button", "Add an affiliation").await;
        window.fill("textbox", "Organisation", "Cedar Press").await;
        window.fill("textbox", "From", "1 June 2025").await;
        window.type_text("\n").await;
        window.wait_for_text("The affiliation is kept.").await;
        window.wait_for_text("from 1 June 2025").await;
        window.screenshot("person-affiliations").await;
        window.check_accessibility().await;
        window.click("tab", "Attendance").await;
        window.find_css(".strip").await;
        window.screenshot("person-attendance").await;
        window.click("tab", "Contributions").await;
        window.find_css("#person-panel article").await;
        window.screenshot("person-contributions").await;
        window.check_accessibility().await;
        window.click("tab", "Changes").await;
        window.find_css("#person-panel li button").await;
        window.screenshot("person-changes").await;

        // Two people: the keyboard begins in the name of the other one.
        window.click("button", "These are two people…").await;
        window.wait_until("document.activeElement?.closest('form') !== null").await;
        window.chord("Control+a").await;
        window.type_text("Lin Ouyang").await;
        window.type_text("\t ").await;
        window.screenshot("person-split").await;
        window.check_accessibility().await;
        window.click("button", "Tell apart").await;
        window.wait_for_text("Lin Ouyang is a person of their own now.").await;
        window
            .wait_until("document.querySelectorAll('#people-list [role=option]').length === 2")
            .await;
        // The change made before can still be undone too; this one is the last.
        let undo = "[...document.querySelectorAll('button')]\
            .filter((one) => one.textContent.trim() === 'Undo').at(-1).click()";
        window.evaluate(undo, vec![]).await;
        window
            .wait_until("document.querySelectorAll('#people-list [role=option]').length === 1")
            .await;
    });
}

#[test]
fn attendance_is_drawn_and_its_numbers_are_a_key_away() {
    journey("pictures", async |window| {
        open_sample(window).await;
        window.chord("Control+Shift+Y").await;
        for (name, file) in [
            ("Per meeting", "picture-over-time"),
            ("Newcomers and returners", "picture-returning"),
            ("By affiliation", "picture-by-kind"),
            ("Person by person", "picture-strips"),
            ("Calendar", "picture-calendar"),
        ] {
            window.click("tab", name).await;
            window.find_css("svg[role=img]").await;
            window.screenshot(file).await;
        }
        window.check_accessibility().await;
        window.type_text("n").await;
        window.find_css("table caption").await;
        window.screenshot("picture-numbers").await;
        window.check_accessibility().await;
        window.type_text("n").await;
        for format in ["PNG", "SVG", "CSV"] {
            window.click("button", &format!("Save as {format}")).await;
            let file = format!("WG-Access calendar.{}", format.to_lowercase());
            let bytes = window.wait_for_file(&window.saved(&file)).await;
            assert!(bytes.len() > 200, "{file}");
        }
        window.chord("Control+k").await;
        window.type_text("light or dark\n").await;
        window.click("tab", "By affiliation").await;
        window.screenshot("picture-by-kind-dark").await;
        window.check_accessibility().await;
        window.click("tab", "Person by person").await;
        window.screenshot("picture-strips-dark").await;
    });
}

/// Somebody with a long name who came to sixty meetings in ten capacities, and one who never did.
fn sixty_meetings(window: &Journey) {
    const NAME: &str =
        "María de los Ángeles Konstantina Papadimitriou-Christodoulopoulou van der Westhuizen";
    const HOUSES: [&str; 3] = [
        "Intergovernmental Commission for the Preservation of Audiovisual and Digital Heritage",
        "Universidad Nacional Autónoma de las Bibliotecas y de la Documentación",
        "Delta",
    ];
    let mut library = Library::open(&window.library(), &SystemClock).expect("it is begun");
    let mut ask = |request| handle(&mut library, &SystemClock, request).expect("it is done");
    let Response::Templates(templates) =
        ask(Request::Template(rapporteur_core::api::TemplateRequest::ListTemplates))
    else {
        panic!("templates are listed");
    };
    let name = "WG-Heritage".to_owned();
    let Response::Series(series) = ask(Request::CreateSeries { name, template: templates[0].id })
    else {
        panic!("a series is begun");
    };
    let mut paths = Vec::new();
    for number in 1..=64_u32 {
        let (year, month) = (2020 + (number - 1) / 12, (number - 1) % 12 + 1);
        let day = chrono::NaiveDate::from_ymd_opt(2020 + (number as i32 - 1) / 12, month, 5);
        let day = day.expect("a day of the calendar").format("%-d %B %Y");
        let capacity = match number % 20 {
            0..7 => "Group's Co-Chair, ",
            7..14 => "former IGF MAG member, ",
            _ => "",
        };
        let house = HOUSES[(number / 6 % 3) as usize];
        let there = if number % 16 == 5 { "" } else { "1. " };
        let line = if there.is_empty() {
            "1. Ada Ames"
        } else {
            &format!("1. {NAME}, {capacity}{house}\n2. Ada Ames")
        };
        let said: String = (0..number % 9)
            .map(|at| format!("{NAME} noted in {year} that point {at} of the programme on the preservation of recordings is open.\n\n"))
            .collect();
        let text = format!(
            "Summary Report\n\nThe {number}th meeting of the WG-Heritage was held on {day} at 13:00 UTC.\n\n\
             Agenda\n\n1. Preservation of recordings and of what was said about them\n\nDiscussion\n\n\
             1. Preservation of recordings and of what was said about them\n\n{said}Nothing else.\n\n\
             List of participants\n\n{line}\n"
        );
        let path = window.saved(&format!("{number}.txt"));
        fs::write(&path, text).expect("it can be written");
        paths.push(path.display().to_string());
    }
    let Response::ImportedList(all) =
        ask(Request::ImportReports { paths, series: Some(series.id) })
    else {
        panic!("they are read");
    };
    assert!(all.iter().all(|one| one.report.is_some()), "{all:?}");
    library.close();
}

#[test]
fn a_long_name_and_sixty_meetings_have_room_in_light_and_dark() {
    journey("persons-long", async |window| {
        sixty_meetings(window);
        window.start().await;
        window.wait_for_text("64th meeting").await;
        window.chord("Control+Shift+D").await;
        window.find("combobox", "Search names, spellings and organisations").await;
        window.type_text("maria").await;
        window.wait_for_text("60 meetings").await;
        for theme in ["light", "dark"] {
            let set = "document.documentElement.dataset.theme = arguments[0]";
            window.evaluate(set, vec![theme.into()]).await;
            for tab in ["About", "Affiliations", "Attendance", "Contributions", "Changes"] {
                window.click("tab", tab).await;
                window.rest().await;
                window.wait_until("!document.body.innerText.includes('Reading the reports')").await;
                let file = format!("persons-long-{}-{theme}", tab.to_lowercase());
                window.screenshot(&file).await;
                window.check_accessibility().await;
                // Nothing is wider than its place.
                let wide = "document.querySelector('#person-page').scrollWidth \
                    > document.querySelector('#person-page').clientWidth";
                window.wait_until(&format!("!({wide})")).await;
            }
        }
    });
}

#[test]
fn who_is_not_to_be_named_and_what_keeps_the_name_is_said() {
    journey("privacy", async |window| {
        open_sample(window).await;
        find_person(window, "ouyang").await;
        window.wait_for_text("Export all that is held").await;
        window.click("button", "Anonymise").await;
        window.wait_for_text("The name is replaced by “Participant”.").await;
        window.wait_for_text("Files sent or saved elsewhere before keep the name.").await;
        window.screenshot("privacy-done").await;
        window.wait_for_text("Nobody is called so").await;
        window.check_accessibility().await;
        window.click("button", "Privacy records").await;
        window.wait_for_text("Somebody was anonymised").await;
        window.screenshot("privacy-records").await;
        window.check_accessibility().await;
        let undo = window.find_css("#person-page li .button").await;
        undo.click().await.expect("the record is open");
        window.wait_for_text("Nobody was anonymised or removed.").await;
        window
            .wait_until("document.querySelectorAll('#people-list [role=option]').length === 1")
            .await;
    });
}

#[test]
fn somebody_is_merged_with_whom_the_user_names_and_told_apart_again() {
    journey("merging", async |window| {
        open_sample(window).await;
        find_person(window, "ouyang").await;
        window.wait_for_text("Wishes to be named").await;
        window.click("button", "Same person as…").await;
        window.type_text("eleni").await;
        window.find("option", "Eleni Vasilakopoulou").await;
        window.check_accessibility().await;
        window.type_text("\n").await;
        window.wait_until("document.querySelectorAll('#person-page article').length === 2").await;
        window.screenshot("merging").await;
        window.resize(1024, 640).await;
        window.screenshot("merging-small").await;
        for theme in ["light", "dark"] {
            let set = "document.documentElement.dataset.theme = arguments[0]";
            window.evaluate(set, vec![theme.into()]).await;
            window.check_accessibility().await;
        }
        window.screenshot("merging-dark").await;

        // The keyboard is on the answer already.
        window.chord("Enter").await;
        window.wait_for_text("Eleni Vasilakopoulou counts as").await;
        window.wait_for_text("merged entry").await;
        window.screenshot("merged").await;
        window.chord("Control+z").await;
        window.wait_for_text("is a person of their own again").await;
        let merged = "document.querySelector('#person-page').textContent.includes('merged entry')";
        window.wait_until(&format!("!{merged}")).await;
        // Taken back, it is done again by a key.
        window.chord("Control+y").await;
        window.wait_until(merged).await;
        window.chord("Control+z").await;
        window.wait_until(&format!("!{merged}")).await;
    });
}
