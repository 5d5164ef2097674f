//! Addresses that lead through the counter of a program: the address meant stands in them.
//!
//! Called by [`links`](super::links). A saved Google document, a mail that Outlook guards and a page
//! of a social network give such addresses instead of the author's. Deliberately absent: shortened
//! addresses, whose target only a request could tell.

/// Host and path of an address that leads elsewhere, and the name of the field that says where.
const REDIRECTS: &[(&str, &str, &str)] = &[
    ("google.", "/url", "q"),
    ("google.", "/url", "url"),
    ("safelinks.protection.outlook.com", "/", "url"),
    ("safelinks.protection.office365.us", "/", "url"),
    ("l.facebook.com", "/l.php", "u"),
    ("youtube.com", "/redirect", "q"),
    ("linkedin.com", "/redir/redirect", "url"),
    ("statics.teams.cdn.office.net", "/evergreen-assets/safelinks", "url"),
];

/// The address that such an address leads to; None for any other.
pub fn target(url: &str) -> Option<String> {
    let (_, rest) = url.split_once("://")?;
    let host_end = rest.find(['/', '?', '#'])?;
    let (host, path) = rest.split_at(host_end);
    let (path, fields) = path.split_once('?')?;
    let told = |(name, start, _): &&(&str, &str, &str)| {
        let bare = host.strip_prefix("www.").unwrap_or(host);
        let named = if name.ends_with('.') { bare.starts_with(name) } else { host.ends_with(name) };
        named && path.starts_with(start)
    };
    let field = |wanted: &str| {
        let fields = fields.split(['&', '#']).filter_map(|field| field.split_once('='));
        fields.into_iter().find(|(name, _)| *name == wanted).map(|(_, value)| decoded(value))
    };
    let of_web =
        |url: &String| ["http://", "https://", "mailto:"].iter().any(|s| url.starts_with(s));
    REDIRECTS.iter().filter(told).find_map(|(_, _, name)| field(name)).filter(of_web)
}

/// `%3A` as `:`; what is no text stays as it is.
fn decoded(value: &str) -> String {
    let mut bytes = Vec::with_capacity(value.len());
    let mut rest = value.as_bytes();
    while let [first, after @ ..] = rest {
        let pair = after.get(..2).filter(|_| *first == b'%');
        let byte = pair.and_then(|pair| std::str::from_utf8(pair).ok());
        match byte.and_then(|pair| u8::from_str_radix(pair, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = &after[2..];
            }
            None => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| value.to_owned())
}

#[cfg(test)]
mod tests {
    use super::target;

    #[test]
    fn an_address_leads_where_its_author_meant() {
        for (url, meant) in [
            (
                "https://www.google.com/url?q=https://a.example/b&sa=D&ust=1",
                Some("https://a.example/b"),
            ),
            (
                "https://www.google.com/url?q=https://a.example/b?c%3Dd%26e%3Df&sa=D",
                Some("https://a.example/b?c=d&e=f"),
            ),
            (
                "https://www.google.no/url?sa=t&url=https%3A%2F%2Fa.example%2F",
                Some("https://a.example/"),
            ),
            (
                "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fa.example%2F%C3%A5&data=05",
                Some("https://a.example/å"),
            ),
            (
                "https://l.facebook.com/l.php?u=https%3A%2F%2Fa.example%2Fb&h=AT0",
                Some("https://a.example/b"),
            ),
            ("https://www.google.com/search?q=https://a.example", None),
            ("https://www.google.com/url?q=words&sa=D", None),
            ("https://a.example/url?q=https://b.example", None),
            ("https://a.example/b", None),
        ] {
            assert_eq!(target(url).as_deref(), meant, "{url}");
        }
    }
}
