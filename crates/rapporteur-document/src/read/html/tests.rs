//! Pages, and the lines they are.

use super::{read, read_text};
use crate::read::lines::{Line, Source, Style};

fn source(page: &str) -> Source {
    read_text(page).unwrap()
}

fn check(page: &str, expected: &[&str]) {
    let found: Vec<String> = source(page).lines.iter().map(Line::printed).collect();
    assert_eq!(found, expected, "{page}");
}

#[test]
fn white_space_is_as_a_browser_shows_it() {
    check("<p> a\n  b </p> c", &["a b", "c"]);
    check("<p>a<b> b</b><i>c</i> d", &["a bc d"]);
    check("<p>a<br>b<br/>c<br></p>", &["a\nb\nc"]);
    check("<p>a<br><br>b", &["a", "b"]);
    check("one<p>two<p>three<div>four</div>five", &["one", "two", "three", "four", "five"]);
    check("<p>1.&nbsp;&nbsp; Key &amp; more &#8217;s</p>", &["1.   Key & more ’s"]);
    check("<pre>1. One\n2. Two</pre>", &["1. One", "2. Two"]);
}

#[test]
fn what_is_not_shown_is_left_out() {
    check(
        "<title>t</title><style>p{}</style><script>if (a<b) '<p>x</p>'</script><p>seen",
        &["seen"],
    );
    check(
        "<p hidden>x</p><p style='display: none'>x</p><p>seen<span style=\"visibility:hidden\">x</span>",
        &["seen"],
    );
    check("<style>.x{display:none}</style><div class=x><p>x</p></div><p>seen", &["seen"]);
    check(
        "<nav><ul><li>menu</ul></nav><p>seen</p><footer>site</footer><button>b</button><!-- x -->",
        &["seen"],
    );
    let words = "word ".repeat(80);
    let page = format!("<div>banner</div><main><p>{words}</p></main><div>imprint</div>");
    let source = source(&page);
    assert_eq!(source.lines.len(), 1);
    assert_eq!(source.doubts[0].code, "page_parts_left_out");
    assert_eq!(source.doubts[0].place.quote, "banner / imprint");
    check("<div>banner</div><main>short</main>", &["banner", "short"]);
}

#[test]
fn lists_are_numbered_as_shown() {
    check("<ol><li>a<li>b<ul><li>c</ul><li>d</ol>", &["1. a", "2. b", "- c", "3. d"]);
    check(
        "<ol start=4 type=a><li>a</li><li value=9>b</li><li>c</li></ol>",
        &["d. a", "i. b", "j. c"],
    );
    check("<ol reversed start=2><li>a<li>b</ol>", &["2. a", "1. b"]);
    check(
        "<ol style='list-style-type:upper-roman'><li><p>a</p><p>more</p></li></ol>",
        &["I. a", "more"],
    );
    check("<ul style='list-style:none'><li>a</ul>", &["a"]);
    check("<ul><li><b>Topic</b></li></ul>", &["- Topic"]);
    // Google Docs: nesting in the class, counting in the style sheet.
    check(
        "<style>.lst-kix_q-1>li:before{content:\"\" counter(lst-ctn-kix_q-1,lower-latin) \". \"}ol.lst-kix_q-0{list-style-type:none}</style>\
         <ol class='c1 lst-kix_q-0 start' start=1><li>a</li></ol><ol class='lst-kix_q-1'><li>b</li></ol><ol class='lst-kix_q-0' start=2><li>c</li></ol>",
        &["1. a", "a. b", "2. c"],
    );
}

#[test]
fn marks_headings_and_links() {
    let page = source(
        "<style>.b{font-weight:700}</style><h2><b>Head</b></h2><p class=b>all<p><a href='https://a.example/x'>wo<b>rds</b></a> <a href='#'>lost</a> <a href='#in'>in</a>",
    );
    assert_eq!(page.lines[0].style, Style::Heading(2));
    assert!(page.lines[1].is_bold());
    let links: Vec<_> = page.lines[2].runs.iter().filter_map(|run| run.link.as_deref()).collect();
    assert_eq!(links, ["https://a.example/x", "https://a.example/x", "#"]);
}

#[test]
fn tags_in_the_wrong_order_lose_nothing() {
    check("<b><p>a</b>b</p>c", &["ab", "c"]);
    check("</p></div><p>a</td>b", &["ab"]);
    check("<table><tr><td>a<td>b<tr><td>c<td>d</table>e", &["a\tb", "c\td", "e"]);
    check("<td>a</td></table>b", &["a", "b"]);
    check("<li>a<li>b", &["- a", "- b"]);
    check("<p>a <", &["a <"]);
    check(
        "<table><tr><td><table><tr><td>deep</td><td>x</td></tr></table></td></tr></table>",
        &["deep\tx"],
    );
    assert!(read_text(&"<div>".repeat(100_000)).is_err());
}

#[test]
fn footnotes_stand_where_they_are_referred_to() {
    let pandoc = "<p>Text.<a href='#fn1' role='doc-noteref'><sup>1</sup></a></p><p>More.</p>\
                  <section role='doc-endnotes'><ol><li id='fn1'><p>noted <a href='#r' role='doc-backlink'>↩</a></p></li></ol></section>";
    let office = "<p>Text.<a class=sdfootnoteanc href='#sdfootnote1sym'><sup>1</sup></a></p><p>More.</p>\
                  <div id=sdfootnote1><p><a class=sdfootnotesym href='#sdfootnote1anc'>1</a> noted</p></div>";
    let word = "<p>Text.<a style='mso-footnote-id:ftn1' href='#_ftn1'>[1]</a></p><p>More.</p>\
                <div style='mso-element:footnote' id=ftn1><p><a style='mso-footnote-id:ftn1' href='#_ftnref1'>[1]</a> noted</p></div>";
    for page in [pandoc, office, word] {
        check(page, &["Text.", "[1] noted", "More."]);
    }
    let unknown = "<p>Text.<a href='#fn9' role='doc-noteref'>9</a></p><section role='doc-endnotes'><ol><li id='fn1'>left</ol></section>";
    check(unknown, &["Text.", "1. left"]);
}

#[test]
fn the_declared_encoding_is_believed() {
    for (charset, bytes) in
        [("windows-1251", &b"\xcf\xf0\xe8"[..]), ("koi8-r", &b"\xf0\xd2\xc9"[..])]
    {
        let page = [format!("<meta charset=\"{charset}\"><p>").as_bytes(), bytes].concat();
        assert_eq!(read(&page).unwrap().lines[0].text(), "При");
    }
}

#[test]
fn the_head_of_a_report_above_the_main_part_stays() {
    let words = "word ".repeat(80);
    let head = "<header><p>site</p><h1>Tide call</h1><h2>5 March 2026</h2></header>";
    let people = "<h2>Attendees</h2><dl><dt>Present</dt><dd>ana, tom</dd></dl>";
    let page = |above: &str| format!("{above}<main><p>{words}</p></main><p>imprint</p>");
    check(
        &page(&format!("{head}{people}")),
        &["Tide call", "5 March 2026", "Attendees", "Present", "ana, tom", words.trim()],
    );
    check(&page(head), &[words.trim()]);
}
