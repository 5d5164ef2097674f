// What the clipboard brings, cleaned into our blocks. Word's lists are paragraphs with a style
// that says `mso-list`; everything else is left to the schema, which drops what it does not know.

import { Fragment, Slice, type Node } from "@tiptap/pm/model";
import { schema } from "./schema";

const { nodes } = schema;

/** The most characters one paste may bring; a long report has 300,000. */
export const LARGEST_PASTE = 1_000_000;

/** HTML of another program as HTML the schema reads. */
export function cleanHtml(html: string): string {
  const page = new DOMParser().parseFromString(html, "text/html");
  page.querySelectorAll("style, script, meta, title, head, xml, o\\:p, img, svg").forEach((one) => one.remove());
  removeComments(page.body);
  // Google Docs wraps everything in a bold element that is not bold.
  page.querySelectorAll("b[id^=docs-internal-guid]").forEach((one) => one.replaceWith(...one.childNodes));
  wordLists(page.body);
  page.querySelectorAll("tr").forEach((row) => rowAsParagraph(row));
  page.querySelectorAll("table").forEach((table) => table.replaceWith(...table.querySelectorAll("p")));
  return page.body.innerHTML;
}

function removeComments(root: HTMLElement): void {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_COMMENT);
  const found: ChildNode[] = [];
  while (walker.nextNode()) found.push(walker.currentNode as ChildNode);
  found.forEach((comment) => comment.remove());
}

function rowAsParagraph(row: HTMLTableRowElement): void {
  const paragraph = document.createElement("p");
  paragraph.textContent = [...row.cells]
    .map((cell) => cell.textContent.trim())
    .filter((text) => text !== "")
    .join(", ");
  row.replaceChildren(paragraph);
}

interface WordItem {
  paragraph: HTMLElement;
  level: number;
  numbered: boolean;
}

function wordItem(element: Element): WordItem | null {
  const style = element.getAttribute("style") ?? "";
  const level = /mso-list:\s*\S+\s+level(\d+)/.exec(style)?.[1];
  if (level === undefined || !(element instanceof HTMLElement)) return null;
  const marks = [...element.querySelectorAll<HTMLElement>("span")].filter((span) =>
    (span.getAttribute("style") ?? "").includes("mso-list:Ignore"),
  );
  const mark = marks[0]?.textContent.trim() ?? "";
  marks.forEach((span) => span.remove());
  return { paragraph: element, level: Number(level), numbered: /^[\dA-Za-z]{1,4}[.)]/.test(mark) };
}

function wordLists(root: HTMLElement): void {
  let open: { list: HTMLElement; level: number }[] = [];
  for (const child of [...root.querySelectorAll("p")]) {
    const item = wordItem(child);
    if (item === null) {
      open = [];
      continue;
    }
    while ((open.at(-1)?.level ?? 0) > item.level) open.pop();
    const last = open.at(-1);
    let list = last?.list;
    if (last === undefined || last.level < item.level) {
      list = document.createElement(item.numbered ? "ol" : "ul");
      const under = last?.list.lastElementChild;
      if (under) under.append(list);
      else item.paragraph.before(list);
      open.push({ list, level: item.level });
    }
    const entry = document.createElement("li");
    const words = document.createElement("p");
    words.append(...item.paragraph.childNodes);
    entry.append(words);
    item.paragraph.remove();
    list?.append(entry);
  }
}

/** Plain text as paragraphs; lines with a bullet or a number as lists. */
export function textSlice(text: string): Slice {
  const blocks: Node[] = [];
  let items: Node[] = [];
  let list: "bulleted_list" | "numbered_list" = "bulleted_list";
  const endList = (): void => {
    if (items.length > 0) blocks.push(nodes[list].create(null, items));
    items = [];
  };
  for (const line of text.replace(/\r\n?/g, "\n").split("\n")) {
    const words = line.trim();
    const bullet = /^[-*•◦▪·–]\s+(.+)$/.exec(words)?.[1];
    const number = /^\d{1,3}[.)]\s+(.+)$/.exec(words)?.[1];
    const entry = bullet ?? number;
    if (entry !== undefined) {
      const kind = bullet === undefined ? "numbered_list" : "bulleted_list";
      if (kind !== list) endList();
      list = kind;
      items.push(nodes.list_item.create(null, paragraph(entry)));
    } else {
      endList();
      if (words !== "") blocks.push(paragraph(words));
    }
  }
  endList();
  const single = blocks.length === 1 && blocks[0]?.type === nodes.paragraph;
  return new Slice(Fragment.from(blocks), single ? 1 : 0, single ? 1 : 0);
}

const paragraph = (text: string): Node => nodes.paragraph.create(null, text === "" ? undefined : schema.text(text));
