import { DOMParser as Reader } from "@tiptap/pm/model";
import { describe, expect, it } from "vitest";
import { cleanHtml, textSlice } from "./paste";
import { schema } from "./schema";

/** What a paste becomes, as the blocks' own notation. */
function pasted(html: string): string {
  const host = document.createElement("div");
  host.innerHTML = cleanHtml(html);
  return Reader.fromSchema(schema).parseSlice(host).content.toString();
}

describe("pasting from other programs", () => {
  it.each([
    [
      "Word's lists",
      `<p class=MsoNormal>Before</p>
       <p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span>  </span></span>One</p>
       <p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>o</span>Under one</p>
       <p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·</span>Two</p>
       <p class=MsoNormal>After</p>`,
      '<paragraph("Before"), bulleted_list(list_item(paragraph("One"), bulleted_list(list_item(paragraph("Under one")))), list_item(paragraph("Two"))), paragraph("After")>',
    ],
    [
      "Word's numbers",
      `<p style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>1.</span>One</p>`,
      '<numbered_list(list_item(paragraph("One")))>',
    ],
    [
      "Google Docs",
      `<b style="font-weight:normal" id="docs-internal-guid-1"><p><span style="font-weight:700">Bold</span> words</p></b>`,
      '<paragraph(bold("Bold"), " words")>',
    ],
    [
      "links that lead somewhere",
      `<p><a href="https://a.example">a</a> <a href="javascript:alert(1)">b</a></p>`,
      '<paragraph(link("a"), " b")>',
    ],
    ["headings and scripts", `<h1>Title</h1><script>alert(1)</script><!-- x -->`, '<paragraph("Title")>'],
    ["tables", `<table><tr><td>Name</td><td>Role</td></tr></table>`, '<paragraph("Name, Role")>'],
  ])("%s", (_, html, expected) => {
    expect(pasted(html)).toBe(expected);
  });

  it.each([
    ["one line", "just words", '<paragraph("just words")>(1,1)'],
    ["paragraphs", "one\r\n\r\ntwo", '<paragraph("one"), paragraph("two")>(0,0)'],
    [
      "lists",
      "- one\n- two\n1. three",
      '<bulleted_list(list_item(paragraph("one")), list_item(paragraph("two"))), numbered_list(list_item(paragraph("three")))>(0,0)',
    ],
  ])("plain text: %s", (_, text, expected) => {
    expect(textSlice(text).toString()).toBe(expected);
  });
});
