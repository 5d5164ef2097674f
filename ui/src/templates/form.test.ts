import { flushSync, mount, unmount } from "svelte";
import { afterEach, describe, expect, it } from "vitest";
import { t } from "../text/en";
import { Draft } from "./draft.svelte";
import Measure from "./Measure.svelte";
import { summary, template } from "./sample";
import StandingItems from "./StandingItems.svelte";
import Words from "./Words.svelte";

// Nothing is drawn here, so there is nothing to scroll; jsdom leaves it out.
Element.prototype.scrollIntoView = () => undefined;

let shown: ReturnType<typeof mount> | null = null;
const one = <E extends Element>(selector: string): E => document.querySelector(selector) as E;
const all = (selector: string): Element[] => [...document.querySelectorAll(selector)];

function show(component: Parameters<typeof mount>[0], props: Record<string, unknown>): Draft {
  const draft = new Draft(summary, template);
  shown = mount(component, { target: document.body, props: { draft, ...props } });
  flushSync();
  return draft;
}

function type(input: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  input.value = text;
  input.setSelectionRange(text.length, text.length);
  input.dispatchEvent(new Event("input", { bubbles: true }));
  flushSync();
}

function press(input: Element, key: string): KeyboardEvent {
  const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true });
  input.dispatchEvent(event);
  flushSync();
  return event;
}

function click(selector: string): void {
  one<HTMLElement>(selector).click();
  flushSync();
}

afterEach(() => {
  if (shown) void unmount(shown);
  shown = null;
  document.body.replaceChildren();
});

describe("a sentence", () => {
  const field = "sentences.opening";
  const begin = (): Draft => show(Words as never, { field, label: "Opening", placeholders: ["date", "ordinal"] });
  const area = (): HTMLTextAreaElement => one("textarea");

  it("completes a value by keyboard and can be undone", () => {
    const draft = begin();
    type(area(), "On {{");
    expect(all("[role=option]").map((option) => option.textContent)).toEqual([
      `date${t.templates.meanings["date"] ?? ""}`,
      `ordinal${t.templates.meanings["ordinal"] ?? ""}`,
    ]);
    press(area(), "ArrowDown");
    expect(area().getAttribute("aria-activedescendant")).toBe(one("[aria-selected=true]").id);
    expect(press(area(), "Enter").defaultPrevented).toBe(true);
    expect(draft.value(field)).toBe("On {{ ordinal }}");
    expect(area().value).toBe("On {{ ordinal }}");
    draft.undo();
    flushSync();
    expect(area().value).toBe("The {{ ordinal }} meeting.");
  });

  it("closes its offers with Esc, and only those", () => {
    begin();
    type(area(), "On {{ d");
    expect(press(area(), "Escape").defaultPrevented).toBe(true);
    expect(all("[role=option]")).toEqual([]);
    expect(press(area(), "Escape").defaultPrevented).toBe(false);
  });

  it("stays one line", () => {
    const draft = begin();
    type(area(), "One\n  two");
    expect(draft.value(field)).toBe("One two");
    expect(press(area(), "Enter").defaultPrevented).toBe(true);
  });

  it("shows what is wrong with it and no other field", () => {
    const draft = begin();
    draft.problems = [
      { field: "title.title", message: "Elsewhere." },
      { field, message: "There is no value named “x”." },
    ];
    flushSync();
    const note = document.getElementById(area().getAttribute("aria-describedby") ?? "");
    expect(note?.textContent).toBe("There is no value named “x”.");
    expect(area().getAttribute("aria-invalid")).toBe("true");
  });
});

describe("a measure", () => {
  const field = "page.text_size";
  const input = (): HTMLInputElement => one("input");

  it.each([
    ["12", 12],
    ["10,5", 10.5],
    ["", 11],
    ["big", 11],
  ])("reads %s as %d", (text, expected) => {
    const draft = show(Measure as never, { field, label: "Text", unit: "pt" });
    type(input(), text);
    expect(draft.value(field)).toBe(expected);
    expect(input().value).toBe(text.replace("10,5", "10.5"));
    expect(input().getAttribute("aria-invalid")).toBe(String(expected === 11));
  });
});

describe("standing items", () => {
  const titles = (draft: Draft): string[] => draft.content.agenda.standing.map((item) => item.title);

  it("are added, moved and removed", () => {
    const draft = show(StandingItems as never, {});
    click("button.add");
    expect(titles(draft)).toEqual(["Update", "Any other business", ""]);
    click("[aria-label='Move up: standing item 3']");
    expect(titles(draft)).toEqual(["Update", "", "Any other business"]);
    click("[aria-label='Move up: standing item 1']");
    expect(titles(draft)).toEqual(["Update", "", "Any other business"]);
    click("[aria-label='Remove: standing item 1']");
    expect(titles(draft)).toEqual(["", "Any other business"]);
    draft.undo();
    draft.undo();
    draft.undo();
    expect(titles(draft)).toEqual(["Update", "Any other business"]);
  });
});
