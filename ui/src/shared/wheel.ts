/** A turn of the wheel: where, in parts of the page's width and height, and how far, in notches. */
export interface Turn {
  x: number;
  y: number;
  right: number;
  down: number;
}

/** How far a notch scrolls, in pixels. */
const NOTCH = 60;

/** Scrolls what lies under the pointer, where the shell hears the wheel and the web view does not. */
export function scrollByWheel({ x, y, right, down }: Turn): void {
  const under = document.elementFromPoint(x * window.innerWidth, y * window.innerHeight);
  const pane = paneAround(under, right, down);
  pane?.scrollBy({ left: right * NOTCH, top: down * NOTCH, behavior: "instant" });
}

/** The innermost pane that can still move this way. */
function paneAround(element: Element | null, right: number, down: number): Element | null {
  for (let pane = element; pane !== null; pane = pane.parentElement) {
    const { overflowX, overflowY } = getComputedStyle(pane);
    const { scrollTop, scrollHeight, clientHeight, scrollLeft, scrollWidth, clientWidth } = pane;
    if (down !== 0 && scrolls(overflowY) && moves(down, scrollTop, scrollHeight - clientHeight)) return pane;
    if (right !== 0 && scrolls(overflowX) && moves(right, scrollLeft, scrollWidth - clientWidth)) return pane;
  }
  return null;
}

const scrolls = (overflow: string): boolean => overflow === "auto" || overflow === "scroll";
const moves = (by: number, at: number, most: number): boolean => (by < 0 ? at > 0 : at < most - 1);
