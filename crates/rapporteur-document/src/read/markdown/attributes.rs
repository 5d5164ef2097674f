//! What pandoc writes behind words about their looks: `[words]{.underline}`, `# Heading {#id}`.
//!
//! Called by [`super::read`] before lines are found. Deliberately absent: what the looks are.

/// The text without attributes and without the brackets that hold only words with them; it has as
/// many lines as before.
pub fn without_attributes(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    // Where brackets opened, in what is written already.
    let mut open: Vec<usize> = Vec::new();
    while let Some(at) = rest.find(['[', ']', '{', '\\', '\n']) {
        let (before, after) = rest.split_at(at);
        out.push_str(before);
        let sign = after.chars().next().unwrap_or(' ');
        rest = &after[1..];
        let given = if sign == ']' { attributes(rest) } else { None };
        match sign {
            '\\' => {
                out.push(sign);
                if let Some(next) = rest.chars().next() {
                    out.push(next);
                    rest = &rest[next.len_utf8()..];
                }
            }
            '[' => {
                open.push(out.len());
                out.push(sign);
            }
            ']' => match (open.pop(), given) {
                (Some(start), Some(length)) => {
                    out.remove(start);
                    out.extend(rest[..length].matches('\n'));
                    rest = &rest[length..];
                }
                _ => out.push(sign),
            },
            '{' => {
                let line = out.rsplit('\n').next().unwrap_or("");
                let heads = line.starts_with('#') && line.ends_with(' ');
                match attributes(after).filter(|_| heads || line.ends_with([')', '>'])) {
                    Some(length) => {
                        out.extend(after[..length].matches('\n'));
                        rest = &after[length..];
                    }
                    None => out.push(sign),
                }
            }
            _ => {
                // A bracket opens no span over a blank line.
                if rest.starts_with('\n') {
                    open.clear();
                }
                out.push(sign);
            }
        }
    }
    out.push_str(rest);
    out
}

/// The length of the attributes that a text begins with: `{.underline}`, `{#id .mark key="value"}`.
fn attributes(text: &str) -> Option<usize> {
    let inside = text.strip_prefix('{')?;
    let (inside, _) = inside.split_at(inside.find('}')?);
    let is_one = |word: &str| {
        let named = word.strip_prefix(['.', '#']).is_some_and(|name| !name.is_empty());
        let valued = word.split_once('=').is_some_and(|(key, _)| {
            !key.is_empty() && key.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
        });
        named || valued || word == "-"
    };
    let mut words = inside.split_whitespace().peekable();
    words.peek()?;
    (!inside.contains(['{', '[']) && inside.len() < 200 && words.all(is_one))
        .then_some(inside.len() + 2)
}

#[cfg(test)]
mod tests {
    use super::without_attributes;

    #[test]
    fn attributes_go_and_words_stay() {
        for (text, expected) in [
            ("Update: [the reply]{.underline}", "Update: the reply"),
            ("[[Tides]{.underline}](https://a.example)", "[Tides](https://a.example)"),
            ("the [port\nof Lund]{.mark} is", "the port\nof Lund is"),
            ("[Boats]{.smallcaps\n.mark} sail", "Boats\n sail"),
            ("# Tides {#tides .unnumbered}", "# Tides "),
            ("[a](https://a.example){.uri} b", "[a](https://a.example) b"),
            ("[Rua]{lang=\"pt\"}", "Rua"),
            ("[sic] {x} and [note]{see above}", "[sic] {x} and [note]{see above}"),
            (r"\[x\]{.a}", r"\[x\]{.a}"),
            ("the set {.a} stays", "the set {.a} stays"),
            ("[open\n\nwords]{.a}", "[open\n\nwords]{.a}"),
        ] {
            assert_eq!(without_attributes(text), expected, "{text}");
        }
    }
}
