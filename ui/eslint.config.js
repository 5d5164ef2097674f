// The walls of the pages: who may import what. See ARCHITECTURE.md.

import js from "@eslint/js";
import svelte from "eslint-plugin-svelte";
import globals from "globals";
import ts from "typescript-eslint";

const noTauri = { group: ["@tauri-apps/*"], message: "Only src/host/ talks to the shell." };
const noSvelte = { group: ["svelte", "svelte/*", "*.svelte", "../host*", "../api*"], message: "The model of the editor is pure." };

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
  { files: ["src/host/**"], rules: { "no-restricted-imports": "off" } },
  {
    files: ["src/editor/schema.ts", "src/editor/convert.ts", "src/editor/commands.ts", "src/editor/paste.ts", "src/editor/saver.ts"],
    rules: { "no-restricted-imports": ["error", { patterns: [noTauri, noSvelte] }] },
  },
);
