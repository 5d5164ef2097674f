// The generated words as elements: typeset like the page, each opening its field.

import type { Node } from "@tiptap/pm/model";
import type { Generated } from "../bindings/Generated";
import type { GeneratedEntry } from "../bindings/GeneratedEntry";
import { t } from "../text/en";
import { schema } from "./schema";

const { nodes } = schema;

function el(tag: string, className: string, ...content: (string | HTMLElement)[]): HTMLElement {
  const made = document.createElement(tag);
  if (className !== "") made.className = className;
  made.append(...content);
  return made;
}

/** An element whose words open a field of the inspector. */
function opens(tag: string, className: string, words: string, field: string): HTMLElement {
  const button = el("span", "generated", words);
  button.dataset["field"] = field;
  button.tabIndex = 0;
  button.setAttribute("role", "button");
  button.setAttribute("aria-label", t.page.opensField(words));
  return el(tag, className, button);
}

function frame(className: string): HTMLElement {
  const made = el("div", className);
  made.contentEditable = "false";
  return made;
}

/** Everything above the discussion. */
export function front(doc: Node, generated: Generated): HTMLElement {
  const made = frame("front");
  const running = el("div", "running head", el("span", "", generated.header));
  if (generated.state_mark !== "") running.append(opens("p", "state-mark", generated.state_mark, "state"));
  made.append(running);
  const fieldOfLine = ["series", "meeting.venue", "meeting.date"];
  generated.title_lines.forEach((line, at) => {
    made.append(opens("p", "title-line", line, fieldOfLine[at] ?? "meeting.date"));
  });
  made.append(el("h1", "report-title", generated.title));
  generated.opening.forEach((sentence, at) => {
    made.append(opens("p", "", sentence, at === 0 ? "meeting.number" : "meeting.opened_by"));
  });
  made.append(el("h2", "page-heading", generated.headings.agenda), agenda(doc, generated));
  made.append(el("h2", "page-heading", generated.headings.discussion));
  return made;
}

/** The agenda as a list of places to go to. */
function agenda(doc: Node, generated: Generated): HTMLElement {
  const labels = new Map(generated.items.map((item) => [item.id, item.agenda_label]));
  const list = el("ul", "agenda");
  // Without marks of its own it would be no list to WebKit.
  list.setAttribute("role", "list");
  doc.descendants((node, pos, parent) => {
    if (node.type !== nodes.agenda_item) return false;
    const label = labels.get(node.attrs["id"] as string) ?? "";
    if (node.attrs["listed"] !== false) {
      const title = node.firstChild?.textContent ?? "";
      const words = el("span", title === "" ? "untitled" : "", title === "" ? t.page.untitled : title);
      const go = el("span", "generated", el("span", "label", label), words);
      go.dataset["goto"] = String(pos + 2);
      go.tabIndex = 0;
      go.setAttribute("role", "link");
      list.append(el("li", parent?.type === nodes.agenda_item ? "nested" : "", go));
    }
    return true;
  });
  return list;
}

/** A generated sentence within a section. */
export function sentence(text: string, field: string): HTMLElement {
  const made = frame("sentence");
  made.append(opens("p", "", text, field));
  return made;
}

/** Everything below the discussion. */
export function back(generated: Generated): HTMLElement {
  const made = frame("back");
  const { headings } = generated;
  const heading = (words: string, field: string): HTMLElement => opens("h2", "page-heading", words, field);
  if (generated.next_steps.length > 0) {
    const list = el("ul", "", ...generated.next_steps.map((step) => el("li", "", step)));
    made.append(heading(headings.next_steps, "next_steps"), list);
  }
  if (generated.next_meeting_item === null && generated.next_meeting !== "") {
    made.append(el("h2", "page-heading", headings.next_meeting));
    made.append(opens("p", "", generated.next_meeting, "next_meeting.date"));
  }
  made.append(heading(headings.participants, "participants"));
  if (generated.participants.length > 0) made.append(people(generated.participants));
  else made.append(opens("p", "untitled", t.page.nobody, "participants"));
  if (generated.apologies.length > 0) {
    made.append(heading(headings.apologies, "participants"), people(generated.apologies));
  }
  if (generated.footer !== "") made.append(el("div", "running foot", generated.footer));
  return made;
}

const people = (entries: GeneratedEntry[]): HTMLElement =>
  el("ol", "", ...entries.map((entry) => el("li", "", entry.text)));
