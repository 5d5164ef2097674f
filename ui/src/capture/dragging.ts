// Dragging an entry onto the page with the pointer. Drag and drop of the browser is not used:
// the shell takes every drop of the window for files.

export interface Dragging {
  /** What is dragged, for the label under the pointer; null where nothing can be. */
  take: (target: Element) => string | null;
  /** The pointer is over a place of the window. */
  over: (left: number, top: number) => void;
  drop: (left: number, top: number) => void;
}

/** Pixels before a press becomes a drag. */
const THRESHOLD = 6;

export function dragging(list: HTMLElement, first: Dragging) {
  let to = first;
  let held: { label: string; left: number; top: number; ghost: HTMLElement | null } | null = null;

  function end(): void {
    held?.ghost?.remove();
    held = null;
    window.removeEventListener("pointermove", onMove);
    window.removeEventListener("pointerup", onUp);
    window.removeEventListener("pointercancel", end);
    window.removeEventListener("keydown", onKey, true);
  }

  function onDown(event: PointerEvent): void {
    if (event.button !== 0 || !(event.target instanceof Element)) return;
    const label = to.take(event.target);
    if (label === null) return;
    held = { label, left: event.clientX, top: event.clientY, ghost: null };
    window.addEventListener("pointermove", onMove);
    window.addEventListener("pointerup", onUp);
    window.addEventListener("pointercancel", end);
    window.addEventListener("keydown", onKey, true);
  }

  function onMove(event: PointerEvent): void {
    if (!held) return;
    const { clientX: left, clientY: top } = event;
    if (!held.ghost) {
      if (Math.hypot(left - held.left, top - held.top) < THRESHOLD) return;
      held.ghost = document.createElement("div");
      held.ghost.className = "dragged-entry";
      held.ghost.textContent = held.label;
      document.body.append(held.ghost);
    }
    getSelection()?.removeAllRanges();
    held.ghost.style.translate = `${left + 12}px ${top + 12}px`;
    to.over(left, top);
  }

  function onUp(event: PointerEvent): void {
    const dragged = held !== null && held.ghost !== null;
    end();
    if (dragged) to.drop(event.clientX, event.clientY);
  }

  function onKey(event: KeyboardEvent): void {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    end();
  }

  list.addEventListener("pointerdown", onDown);
  return {
    update: (next: Dragging) => void (to = next),
    destroy() {
      end();
      list.removeEventListener("pointerdown", onDown);
    },
  };
}
