//! What is wrong with a template, all of it at once, for the form it is changed in.
//!
//! `impossible` is what no report could be printed with; a file with such a thing is refused when
//! it is read. The rest is refused only when a template is stored, so that whatever a library
//! holds can always be read again.

use super::{Margins, Template, wording};
use crate::model::Invalid;

impl Template {
    /// Everything that has to be mended before this template is stored, in the order of the
    /// form; empty for a sound one. Fields are the keys of the file, such as `title.lines.0`.
    pub fn problems(&self) -> Vec<Invalid> {
        let mut found = impossible(self);
        found.extend(unusable(self));
        found.extend(wording::problems(self));
        found
            .into_iter()
            .map(|(field, reason)| Invalid { field, message: sentence(&reason) })
            .collect()
    }
}

/// Values that no page could have, by field, and why.
pub(super) fn impossible(template: &Template) -> Vec<(String, String)> {
    let mut found = Found::default();
    let page = &template.page;
    let (width, height) = page.size.millimetres();
    let Margins { top, right, bottom, left } = page.margin;
    found.unless(!template.name.trim().is_empty(), "name", "it is empty; give the template a name");
    for (field, margin) in [("top", top), ("right", right), ("bottom", bottom), ("left", left)] {
        found.unless(
            (0.0..=width.min(height) / 3.0).contains(&margin),
            &format!("page.margin.{field}"),
            "it leaves no room for text; use 0 to 70 millimetres",
        );
    }
    let headings = page.heading_sizes.iter().enumerate();
    let headings = headings.map(|(at, size)| (format!("page.heading_sizes.{at}"), *size));
    let texts = [("page.text_size", page.text_size), ("page.title_size", page.title_size)];
    let texts = texts.into_iter().map(|(field, size)| (field.to_owned(), size));
    for (field, size) in texts.chain(headings) {
        found.unless((4.0..=72.0).contains(&size), &field, "use a size of 4 to 72 points");
    }
    found.unless((0.8..=3.0).contains(&page.line_spacing), "page.line_spacing", "use 0.8 to 3");
    let space = (0.0..=72.0).contains(&page.space_after);
    found.unless(space, "page.space_after", "use 0 to 72 points");
    let logo = template.logo.iter().flat_map(|logo| logo.problems(page));
    found.0.extend(logo.map(|(field, reason)| (field.to_owned(), reason)));
    found.0
}

/// Values that could be printed, but that nobody means.
fn unusable(template: &Template) -> Vec<(String, String)> {
    let mut found = Found::default();
    found.unless(
        is_language(&template.language),
        "language",
        "it is no language tag; write one such as en-GB",
    );
    let mut filled = |field: &str, text: &str, advice: &str| {
        found.unless(!text.trim().is_empty(), field, &format!("it is empty; {advice}"));
    };
    for (at, group) in template.groups.iter().enumerate() {
        filled(&format!("groups.{at}.name"), &group.name, "write the group's full name");
        filled(&format!("groups.{at}.short_name"), &group.short_name, "write the short name");
    }
    filled("title.title", &template.title.title, "write one, such as Summary Report");
    let title = &template.sentences.document_title;
    filled("sentences.document_title", title, "a document needs a title for screen readers");
    filled("participants.entry", &template.participants.entry, "write at least {{ name }}");
    filled("page.docx_font", &template.page.docx_font, "choose a typeface");
    for (at, item) in template.agenda.standing.iter().enumerate() {
        let field = format!("agenda.standing.{at}.title");
        filled(&field, &item.title, "write the title of the item, or remove it");
    }
    for (at, rule) in template.participants.precedence.iter().enumerate() {
        let texts = [&rule.role, &rule.status, &rule.organisation];
        found.unless(
            texts.into_iter().flatten().any(|text| !text.trim().is_empty()),
            &format!("participants.precedence.{at}"),
            "it names nobody; write a role, a status or an organisation, or remove it",
        );
    }
    found.0
}

/// What was found so far.
#[derive(Default)]
struct Found(Vec<(String, String)>);

impl Found {
    fn unless(&mut self, sound: bool, field: &str, reason: &str) {
        if !sound {
            self.0.push((field.to_owned(), reason.to_owned()));
        }
    }
}

/// Whether a text has the shape of a language tag (BCP 47), such as `en-GB`.
fn is_language(text: &str) -> bool {
    text.split('-').enumerate().all(|(at, part)| {
        let letters = if at == 0 { part.chars().all(|c| c.is_ascii_alphabetic()) } else { true };
        letters
            && (2 - at.min(1)..=8).contains(&part.len())
            && part.chars().all(|c| c.is_ascii_alphanumeric())
    })
}

/// A reason as a sentence of its own.
fn sentence(reason: &str) -> String {
    let mut letters = reason.chars();
    let first: String = letters.next().map(|c| c.to_uppercase().collect()).unwrap_or_default();
    let end = if reason.ends_with(['.', '?']) { "" } else { "." };
    format!("{first}{}{end}", letters.as_str())
}

#[cfg(test)]
mod tests {
    use super::super::{Logo, Precedence};
    use super::*;

    fn check(spoil: impl FnOnce(&mut Template), expected: &[(&str, &str)]) {
        let mut template = Template::parse(Template::built_in()[0]).unwrap();
        spoil(&mut template);
        let problems = template.problems();
        assert_eq!(problems.len(), expected.len(), "{problems:?}");
        for (problem, (field, words)) in problems.iter().zip(expected) {
            assert_eq!(problem.field, *field, "{problem:?}");
            assert!(problem.message.contains(words), "{problem:?} does not say {words}");
        }
    }

    #[test]
    fn every_problem_is_told_with_its_field() {
        check(|_| {}, &[]);
        check(
            |template| {
                template.name = " ".into();
                template.page.margin.left = 90.0;
                template.page.heading_sizes[2] = f32::NAN;
                template.title.lines[1] = "{{ venu }}".into();
                template.sentences.opening = "The {{ ordinal }".into();
                template.sentences.footer = "{{ number | shorten }}".into();
            },
            &[
                ("name", "It is empty"),
                ("page.margin.left", "room"),
                ("page.heading_sizes.2", "4 to 72"),
                ("sentences.opening", "cannot be read"),
                ("sentences.footer", "shorten"),
                ("title.lines.1", "did you mean “venue”?"),
            ],
        );
    }

    #[test]
    fn what_nobody_means_is_told_too() {
        check(|template| template.language = "English please".into(), &[("language", "en-GB")]);
        check(|template| template.language = "pt-BR".into(), &[]);
        check(|template| template.language = "zh-Hant-TW".into(), &[]);
        check(|template| template.language.clear(), &[("language", "en-GB")]);
        check(
            |template| template.groups[1].short_name.clear(),
            &[("groups.1.short_name", "empty")],
        );
        check(|template| template.title.title.clear(), &[("title.title", "Summary Report")]);
        check(
            |template| template.agenda.standing[1].title = " ".into(),
            &[("agenda.standing.1.title", "empty")],
        );
        check(
            |template| template.participants.precedence.push(Precedence::default()),
            &[("participants.precedence.2", "nobody")],
        );
    }

    #[test]
    fn a_sentence_is_tried_on_every_kind_of_meeting() {
        let sentence = |text: &'static str| {
            move |template: &mut Template| template.sentences.opening = text.into()
        };
        check(sentence("{{ number }}"), &[]);
        check(sentence("{{ moderator }}"), &[("sentences.opening", "moderator.full")]);
        check(sentence("{{ number + 1 }}"), &[("sentences.opening", "number")]);
        let hybrid = "{% if venue_kind == 'hybrid' %}{{ date | nothing }}{% endif %}";
        check(sentence(hybrid), &[("sentences.opening", "nothing")]);
        check(sentence("{% for x in range(100000) %}x{% endfor %}"), &[("sentences.opening", "")]);
        check(sentence("{% if recording %}x"), &[("sentences.opening", "cannot be read")]);
        check(|template| template.sentences.next_step = "{{ due | upper }}".into(), &[]);
    }

    #[test]
    fn a_logo_has_to_fit_and_to_be_described() {
        let mut file = Vec::new();
        let mut encoder = png::Encoder::new(&mut file, 20, 1);
        encoder.set_color(png::ColorType::Grayscale);
        encoder.write_header().unwrap().write_image_data(&[0; 20]).unwrap();
        let sound = Logo {
            height: 5.0,
            alternative_text: "Harbour Office".into(),
            ..Logo::read(&file).unwrap()
        };
        let with = |logo: Logo| move |template: &mut Template| template.logo = Some(logo);
        check(with(sound.clone()), &[]);
        check(
            with(Logo { height: 9.0, ..sound.clone() }),
            &[("logo.height", "at most 8 millimetres")],
        );
        let high = Logo { height: 90.0, alternative_text: String::new(), ..sound.clone() };
        check(
            with(high),
            &[
                ("logo.height", "3 to 60"),
                ("logo.alternative_text", "shows"),
                ("logo.height", "wider"),
            ],
        );
        check(with(Logo { image: "???".into(), ..sound }), &[("logo.image", "damaged")]);
    }
}
