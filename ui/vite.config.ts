import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vitest/config";

export default defineConfig({
  plugins: [svelte()],
  build: { target: "safari16", chunkSizeWarningLimit: 2000 },
  test: { environment: "jsdom" },
  clearScreen: false,
});
