import { flushSync, mount, unmount } from "svelte";
import { afterEach, describe, expect, it } from "vitest";
import Field from "./Field.svelte";
import { readDate } from "./fields";

describe("a field", () => {
  let shown: ReturnType<typeof mount> | null = null;
  const input = (): HTMLInputElement => document.querySelector("input") as HTMLInputElement;
  const note = (): string => document.getElementById(input().getAttribute("aria-describedby") ?? "")?.textContent ?? "";

  function show(value: string): (string | null)[] {
    const told: (string | null)[] = [];
    const onValue = (date: string | null): void => void told.push(date);
    shown = mount(Field<string>, { target: document.body, props: { label: "Date", value, read: readDate, onValue } });
    flushSync();
    return told;
  }

  function type(text: string): void {
    input().value = text;
    input().dispatchEvent(new Event("input", { bubbles: true }));
    flushSync();
  }

  afterEach(() => {
    if (shown) void unmount(shown);
    shown = null;
    document.body.replaceChildren();
  });

  it("has its label as its name", () => {
    show("2026-03-05");
    expect(input().labels?.[0]?.textContent).toBe("Date");
  });

  it.each([
    ["19 March 2026", ["2026-03-19"], false, "2026-03-19"],
    ["31 February 2026", [], true, "31 February 2026"],
    ["soon", [], true, "soon"],
    ["", [null], false, ""],
  ])("keeps or refuses %j", (text, told, wrong, after) => {
    const heard = show("2026-03-05");
    type(text);
    expect(heard).toEqual(told);
    expect(input().value).toBe(text);
    expect(input().getAttribute("aria-invalid")).toBe(String(wrong));
    expect(note() !== "").toBe(wrong);
    input().dispatchEvent(new Event("blur"));
    flushSync();
    expect(input().value).toBe(after);
  });

  it("says nothing more once the text is right", () => {
    show("2026-03-05");
    type("31 February 2026");
    type("28 February 2026");
    expect([input().getAttribute("aria-invalid"), note()]).toEqual(["false", ""]);
  });
});
