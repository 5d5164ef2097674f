/**
 * Keeps what has the focus in sight when something that arrives late pushes it out of a pane that
 * scrolls. Where the user scrolls away from it, nothing is scrolled back.
 */
export function keepFocusInSight(pane: HTMLElement): () => void {
  let seen = false;

  const focused = (): Element | null => {
    const at = document.activeElement;
    return at !== pane && pane.contains(at) ? at : null;
  };
  const look = (): void => {
    const at = focused();
    seen = at !== null && isInSight(at, pane);
  };
  const grown = new MutationObserver(() => {
    const at = focused();
    if (seen && at !== null && !isInSight(at, pane)) at.scrollIntoView({ block: "nearest" });
  });

  grown.observe(pane, { childList: true, subtree: true });
  pane.addEventListener("focusin", look);
  pane.addEventListener("scroll", look);
  return () => {
    grown.disconnect();
    pane.removeEventListener("focusin", look);
    pane.removeEventListener("scroll", look);
  };
}

function isInSight(element: Element, pane: Element): boolean {
  const [one, other] = [element.getBoundingClientRect(), pane.getBoundingClientRect()];
  return one.bottom > other.top && one.top < other.bottom;
}
