// Finds what a user would find: by role and accessible name, first those whose name is exactly
// this, then those whose name contains it; hidden elements are nobody's. Answers one element or
// null. Covers the roles and the sources of names that this window uses, not all of ARIA.

const implicit = {
  A: (e) => (e.hasAttribute("href") ? "link" : null),
  ARTICLE: "article",
  ASIDE: "complementary",
  BUTTON: "button",
  DIALOG: "dialog",
  FOOTER: "contentinfo",
  FORM: "form",
  H1: "heading",
  H2: "heading",
  H3: "heading",
  H4: "heading",
  HEADER: "banner",
  IMG: "img",
  INPUT: (e) =>
    ({ button: "button", checkbox: "checkbox", number: "spinbutton", radio: "radio", range: "slider", search: "searchbox", submit: "button" })[e.type] ?? "textbox",
  LI: "listitem",
  MAIN: "main",
  NAV: "navigation",
  OL: "list",
  OPTION: "option",
  SECTION: "region",
  SELECT: (e) => (e.multiple ? "listbox" : "combobox"),
  TABLE: "table",
  TEXTAREA: "textbox",
  UL: "list",
};

const roleOf = (e) => {
  if (e.hasAttribute("role")) return e.getAttribute("role");
  const role = implicit[e.tagName];
  return (typeof role === "function" ? role(e) : role) ?? (e.isContentEditable ? "textbox" : null);
};

const words = (text) => (text ?? "").replace(/\s+/g, " ").trim();

const nameOf = (e) => {
  const labelledBy = e.getAttribute("aria-labelledby");
  if (labelledBy) {
    return words(labelledBy.split(/\s+/).map((id) => document.getElementById(id)?.textContent).join(" "));
  }
  if (e.hasAttribute("aria-label")) return words(e.getAttribute("aria-label"));
  const labels = [...(e.labels ?? [])].map((label) => label.textContent).join(" ");
  const isField = ["INPUT", "SELECT", "TEXTAREA"].includes(e.tagName);
  return words(labels) || words(e.getAttribute("alt")) || (isField ? "" : words(e.textContent)) || words(e.title) || words(e.placeholder);
};

const isVisible = (e) => e.checkVisibility({ visibilityProperty: true }) && !e.closest("[aria-hidden=true], [inert]");

const [role, name] = arguments;
const wanted = words(name).toLowerCase();
const candidates = [...document.querySelectorAll("*")].filter((e) => roleOf(e) === role && isVisible(e));
const named = (test) => candidates.find((e) => test(nameOf(e).toLowerCase()));
return named((found) => found === wanted) ?? named((found) => found.includes(wanted)) ?? null;
