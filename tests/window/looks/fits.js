// What does not fit into the window as it is now: answers sentences, none if all is well.
//
// - The window never scrolls sideways, and nothing in it does, except what is meant to: a row of
//   tabs, a picture, a page.
// - Every control is in the window or in something that scrolls to it, and is not covered.
// - No words are cut without an ellipsis.

const CONTROLS = "button, input:not([type=hidden]), select, textarea, a[href], [role=tab], [role=option], summary";
/** What may scroll sideways, or be wider than what it is in. */
const WIDE = ".visually-hidden, canvas, svg, [data-wide], .ProseMirror, [data-wide] *";
/** What floats above the rest, and may cover it. */
const FLOATING = "[role=dialog], dialog, [role=menu], [role=listbox], .veil, .toasts, [data-testid=imports], .narrow .pane, .offers, .tour, [aria-label='First steps']";

/** What stays in place while the rest goes by under it. */
const stays = (e) => {
  for (let up = e; up; up = up.parentElement) if (getComputedStyle(up).position === "sticky") return true;
  return false;
};

const wrong = [];
const words = (e) => {
  const name = (e.getAttribute("aria-label") ?? e.textContent ?? "").replace(/\s+/g, " ").trim().slice(0, 40);
  return `<${e.tagName.toLowerCase()} ${e.id ? `#${e.id}` : [...e.classList].filter((c) => !c.startsWith("svelte-")).map((c) => `.${c}`).join("")}> “${name}”`;
};
const visible = (e) => e.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !e.closest("[inert], .visually-hidden");
const scrolls = (e, axis) => {
  const style = getComputedStyle(e);
  return ["auto", "scroll"].includes(axis === "x" ? style.overflowX : style.overflowY);
};

/** The part of a control that can be seen: its box, cut by every ancestor that clips. */
function seen(e) {
  let box = e.getBoundingClientRect();
  let { left, right, top, bottom } = box;
  let scroller = false;
  for (let up = e.parentElement; up; up = up.parentElement) {
    const style = getComputedStyle(up);
    if (style.overflowX === "visible" && style.overflowY === "visible") continue;
    const clip = up.getBoundingClientRect();
    scroller ||= scrolls(up, "y") && up.scrollHeight > up.clientHeight;
    left = Math.max(left, clip.left);
    right = Math.min(right, clip.right);
    top = Math.max(top, clip.top);
    bottom = Math.min(bottom, clip.bottom);
    if (getComputedStyle(e).position === "fixed") break;
  }
  left = Math.max(left, 0);
  right = Math.min(right, innerWidth);
  top = Math.max(top, 0);
  bottom = Math.min(bottom, innerHeight);
  return { left, right, top, bottom, width: right - left, height: bottom - top, whole: box, scroller };
}

if (document.documentElement.scrollWidth > innerWidth) wrong.push(`the window scrolls sideways: ${document.documentElement.scrollWidth} in ${innerWidth}`);

for (const e of document.querySelectorAll("body *")) {
  if (!visible(e) || e.matches(WIDE)) continue;
  const style = getComputedStyle(e);
  const over = e.scrollWidth - e.clientWidth;
  if (e.clientWidth > 0 && over > 1 && style.overflowX !== "visible" && style.display !== "inline") {
    if (scrolls(e, "x")) wrong.push(`scrolls sideways by ${over}: ${words(e)}`);
    else if (style.textOverflow !== "ellipsis" && !e.matches("input, select, textarea")) wrong.push(`is cut by ${over}: ${words(e)}`);
  }
}

for (const e of document.querySelectorAll(CONTROLS)) {
  if (!visible(e) || e.matches(WIDE) || e.closest("[data-wide]")) continue;
  const box = seen(e);
  if (box.whole.width === 0 || box.whole.height === 0) continue;
  if (box.width < box.whole.width - 1) {
    wrong.push(`is out of the window or cut at the side: ${words(e)} ${Math.round(box.width)} of ${Math.round(box.whole.width)}`);
    continue;
  }
  if (box.height < box.whole.height - 1) {
    if (!box.scroller) wrong.push(`is out of the window or cut: ${words(e)} ${Math.round(box.height)} of ${Math.round(box.whole.height)}`);
    continue;
  }
  const at = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  if (at && !e.contains(at) && !at.contains(e) && !at.closest(FLOATING) && !stays(at) && !at.closest("label")?.contains(e) && getComputedStyle(e).pointerEvents !== "none") {
    const label = e.labels && [...e.labels].some((one) => one.contains(at));
    if (!label) wrong.push(`is covered: ${words(e)} by ${words(at)}`);
  }
}

return [...new Set(wrong)];
