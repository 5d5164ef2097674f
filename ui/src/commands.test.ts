import { describe, expect, it } from "vitest";
import { COMMANDS, GROUPS, pressed, SECOND_KEYS } from "./commands";

/**
 * Keys that others keep for themselves: GTK and WebKit in text (Ctrl Shift U begins a character by
 * its code, Ctrl . the emoji), GNOME and Windows for windows, Orca (Insert, Caps Lock) and NVDA.
 */
const TAKEN =
  /^(Ctrl (W|T|P|A|C|V|X|Space|\.|;|Tab)|Ctrl Shift (U|W|Tab)|Alt (F\d+|Tab|Space|[A-Z])|F1|F10|Shift F10|Ctrl Alt .*|.*(Super|Insert|CapsLock).*)$/;

describe("commands", () => {
  it("have distinct names and keys that nobody else takes", () => {
    const ids = COMMANDS.map(([id]) => id);
    const keys = COMMANDS.map(([, , key]) => key).filter((key) => key !== ("" as string));
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.filter((key) => TAKEN.test(key))).toEqual([]);
    expect(keys.filter((key) => (Object.values(SECOND_KEYS) as string[]).includes(key))).toEqual([]);
  });

  it("stand in groups, each from its first command on", () => {
    const places = GROUPS.map(([, first]) => COMMANDS.findIndex(([id]) => id === first));
    expect(places[0]).toBe(0);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it.each([
    [{ key: "k", ctrlKey: true }, "palette"],
    [{ key: "K", ctrlKey: true, shiftKey: true }, "link"],
    [{ key: "1", code: "Digit1", ctrlKey: true }, "details"],
    [{ key: "F6" }, "next_pane"],
    [{ key: "Z", ctrlKey: true, shiftKey: true }, "redo"],
    [{ key: "y", ctrlKey: true }, "redo"],
    [{ key: "k" }, null],
  ])("are found by their keys: %o", (init, expected) => {
    expect(pressed(new KeyboardEvent("keydown", init))).toBe(expected);
  });
});
