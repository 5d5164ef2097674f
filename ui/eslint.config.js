// The walls of the pages: who may import what. See ARCHITECTURE.md.

import js from "@eslint/js";
import svelte from "eslint-plugin-svelte";
import globals from "globals";
import ts from "typescript-eslint";

const noTauri = { group: ["@tauri-apps/*"], message: "Only src/host/ talks to the shell." };
const noSvelte = { group: ["svelte", "svelte/*", "*.svelte", "../host*", "../api*"], message: "The model of the editor is pure." };

// Which other subjects a subject may use. Everyone may use `api`, `bindings`, `host`, `shared`,
// `text` and `library.svelte`; the files of `src/` itself put the subjects together.
const subjects = {
  archive: ["editor"],
  capture: ["editor"],
  check: ["editor"],
  details: ["check", "editor"],
  editor: ["templates"],
  history: ["editor"],
  imports: ["review"],
  lists: ["editor"],
  people: ["editor", "lists"],
  pictures: [],
  preview: ["editor"],
  reference: ["archive", "capture", "editor"],
  reports: ["review"],
  review: ["check", "editor", "history", "preview"],
  shared: [],
  templates: ["preview"],
  text: [],
  tour: ["editor"],
};

const walls = Object.entries(subjects).map(([subject, may]) => {
  const others = Object.keys(subjects).filter((other) => ![subject, "shared", "text", ...may].includes(other));
  const group = others.map((other) => `../${other}/*`);
  const message = `${subject}/ may use of the subjects: ${may.join(", ") || "none"}. See eslint.config.js.`;
  return {
    files: [`src/${subject}/**`],
    rules: { "no-restricted-imports": ["error", { patterns: [noTauri, { group, message }] }] },
  };
});

export default ts.config(
  { ignores: ["dist/", "src/bindings/"] },
  js.configs.recommended,
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    rules: {
      "no-restricted-imports": ["error", { patterns: [noTauri] }],
      "@typescript-eslint/explicit-function-return-type": "off",
      eqeqeq: "error",
      "no-console": ["error", { allow: ["warn", "error"] }],
    },
  },
  {
    files: ["**/*.svelte", "**/*.svelte.ts"],
    languageOptions: { parserOptions: { parser: ts.parser } },
    rules: { "svelte/prefer-svelte-reactivity": "off" },
  },
  ...walls,
  { files: ["src/host/**"], rules: { "no-restricted-imports": "off" } },
  {
    files: ["src/editor/schema.ts", "src/editor/convert.ts", "src/editor/commands.ts", "src/editor/paste.ts", "src/editor/saver.ts"],
    rules: { "no-restricted-imports": ["error", { patterns: [noTauri, noSvelte] }] },
  },
);
