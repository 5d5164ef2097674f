//! Reading and writing a template as the TOML file a user can open.

use super::{Template, own_placeholders, placeholders, problems, wording::Wording};
use crate::Error;

/// The source of the built-in templates, newest wording; each opens with its explanation.
const BUILT_IN: [&str; 2] = [
    include_str!("../../templates/wg-strategy.toml"),
    include_str!("../../templates/plain-meeting.toml"),
];

impl Template {
    /// Reads a template file.
    ///
    /// # Errors
    /// [`Error::Template`] names the key that cannot be used: a file that is no TOML, a missing
    /// or unknown key, a sentence with a value that does not exist, a size no page can have.
    pub fn parse(file: &str) -> Result<Self, Error> {
        let template: Self =
            toml::from_str(file.trim_start_matches('\u{feff}')).map_err(|error| {
                let line = error
                    .span()
                    .map(|span| file[..span.start.min(file.len())].lines().count().max(1));
                let place = line.map_or(String::new(), |line| format!(" (line {line})"));
                Error::Template {
                    field: "file".to_owned(),
                    reason: format!("{}{place}", error.message()),
                }
            })?;
        if let Some((field, reason)) = problems::impossible(&template).into_iter().next() {
            return Err(Error::Template { field, reason });
        }
        Wording::compile(&template)?;
        Ok(template)
    }

    /// The template as a file that explains itself; comments of the file it came from are not kept.
    pub fn to_toml(&self) -> String {
        let written = toml::to_string(self).expect("a template holds only what TOML can write");
        let own =
            own_placeholders().iter().map(|(key, own)| format!("#   {key}: {}\n", own.join("  ")));
        format!(
            "# A template of Rapporteur. Words in {{{{ }}}} are filled in; a sentence left empty is not printed.\n#\n#   {}\n{}\n{written}",
            placeholders().join("  "),
            own.collect::<String>(),
        )
    }

    /// The files of the templates that come with the program.
    pub fn built_in() -> [&'static str; 2] {
        BUILT_IN
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn built_in_templates_are_read_and_written() {
        for file in Template::built_in() {
            let template = Template::parse(file).unwrap();
            assert_eq!(Template::parse(&template.to_toml()).unwrap(), template);
            assert_eq!(template.problems(), []);
        }
    }

    fn check_refused(from: &str, to: &str, field: &str, reason: &str) {
        let file = Template::built_in()[0].replacen(from, to, 1);
        assert_ne!(file, Template::built_in()[0], "{from} is in the template");
        match Template::parse(&file) {
            Err(Error::Template { field: f, reason: r }) => {
                assert_eq!(f, field, "{r}");
                assert!(r.contains(reason), "{r}");
            }
            other => panic!("{from} -> {to}: {other:?}"),
        }
    }

    #[test]
    fn wrong_templates_name_the_place() {
        check_refused("{{ ordinal }}", "{{ ordnal }}", "sentences.opening", "ordnal");
        check_refused(
            "{{ moderator.full }}",
            "{{ moderator.name }}",
            "sentences.opening",
            "moderator.name",
        );
        check_refused("{% endif %}.\"", "\"", "sentences.opening", "cannot be read");
        check_refused("{{ page }}", "{{ action }}", "sentences.page_number", "action");
        check_refused("margin = 25.0", "margin = 250.0", "page.margin.top", "room");
        check_refused(
            "margin = 25.0",
            "margin = { top = 20.0, right = 20.0, bottom = 20.0, left = 120.0 }",
            "page.margin.left",
            "room",
        );
        check_refused("margin = 25.0", "margin = { top = 20.0 }", "file", "match");
        check_refused("margin = 25.0", "marign = 25.0", "file", "marign");
        check_refused("\"decimal\", \"lower", "\"decimals\", \"lower", "file", "decimals");
        check_refused("text_size = 11.0", "text_size = nan", "page.text_size", "4 to 72");
        check_refused("[title]", "[title", "file", "line");
    }
}
