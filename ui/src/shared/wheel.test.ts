import { expect, it } from "vitest";
import { scrollByWheel } from "./wheel";

/** A pane within a pane, each a hundred pixels high with a thousand to show, under the pointer. */
function panes(): [HTMLElement, HTMLElement] {
  const [outer, inner] = [document.createElement("div"), document.createElement("div")];
  for (const pane of [outer, inner]) {
    pane.style.overflowY = "auto";
    Object.defineProperty(pane, "clientHeight", { value: 100 });
    Object.defineProperty(pane, "scrollHeight", { value: 1000 });
    pane.scrollBy = (by?: ScrollToOptions | number) => {
      pane.scrollTop += typeof by === "object" ? (by.top ?? 0) : 0;
    };
  }
  outer.append(inner);
  document.body.replaceChildren(outer);
  document.elementFromPoint = () => inner;
  return [outer, inner];
}

it.each<[string, number, [number, number], number, number]>([
  ["the inner pane first", 0, [0, 1], 0, 60],
  ["by parts of a notch", 0, [0, 0.25], 0, 15],
  ["back", 300, [0, -1], 0, 240],
  ["the outer one once the inner is at its end", 900, [0, 1], 60, 900],
  ["nothing upwards at the top", 0, [0, -1], 0, 0],
  ["nothing sideways", 0, [1, 0], 0, 0],
])("the wheel scrolls %s", (_, at, [right, down], outerAt, innerAt) => {
  const [outer, inner] = panes();
  inner.scrollTop = at;
  scrollByWheel({ x: 0.5, y: 0.5, right, down });
  expect([outer.scrollTop, inner.scrollTop]).toEqual([outerAt, innerAt]);
});
